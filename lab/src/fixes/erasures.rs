//! The closed loop: single awaits are taken out of real code, and fixes have to put them back.

use std::collections::BTreeMap;

use anyhow::Result;

use crate::corpus::{self, Corpus};
use crate::edits::{Edit, edited};
use crate::erase::{Kind, Score, Site, draw, read};
use crate::erasure::{Cut, Cuts, Workbench, in_parallel};
use crate::loopmend::{Finding, Loopmend};
use crate::markdown::{self, Align};
use crate::{Outcome, workspace};

/// What became of the erasures of one kind.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    erased: usize,
    flagged: usize,
    fixed: usize,
    restored: usize,
}

/// What became of one.
#[derive(Clone, Debug)]
enum Fate {
    Missed,
    Flagged(String),
    Fixed(String),
    Restored,
}

/// Runs the task on all corpora: so many erasures in each, of statements, conditions, assignments and returns.
///
/// # Errors
/// When a corpus cannot be read or copied, or loopmend fails on it.
pub(super) fn run(count: usize, names: &[String], update: bool) -> Result<Outcome> {
    let loopmend = Loopmend::build()?;
    let mut counts: BTreeMap<Kind, Count> = BTreeMap::new();
    let mut others = Vec::new();
    for corpus in &corpus::select(names)? {
        for (site, fate) in measure(corpus, count, &loopmend)? {
            let kind = counts.entry(site.kind).or_default();
            kind.erased += 1;
            kind.flagged += usize::from(!matches!(fate, Fate::Missed));
            kind.fixed += usize::from(matches!(fate, Fate::Fixed(_) | Fate::Restored));
            kind.restored += usize::from(matches!(fate, Fate::Restored));
            if let Fate::Flagged(shown) | Fate::Fixed(shown) = fate {
                others.push(format!("{}: {}: {shown}", corpus.name, site.path));
            }
        }
        println!("{}: done", corpus.name);
    }
    let list = workspace::target().join("fixes/erasures.txt");
    workspace::write(&list, &(others.join("\n") + "\n"))?;
    let table = table(&counts);
    println!("{table}\nflagged and not restored: {}", list.display());
    if update {
        let page = workspace::root().join("docs/lab/fixes.md");
        markdown::write_section(&page, "Fixes", "erasures", &table)?;
    }
    Ok(Outcome::Passed)
}

fn measure(corpus: &Corpus, count: usize, loopmend: &Loopmend) -> Result<Vec<(Site, Fate)>> {
    const SEED: u64 = 7;
    let mut sites = read(corpus, loopmend)?;
    sites.retain(|site| site.kind != Kind::Other);
    let sites = draw(sites, count, SEED);
    let workbenches = Workbench::make_several(corpus, "fixes", loopmend, 1)?;
    let fates = in_parallel(&workbenches, &sites, |workbench, site| {
        let Some(added) = workbench.erase(&site.path, site.await_start)? else { return Ok(None) };
        let text = workspace::read(&corpus.source().join(&site.path))?;
        Ok(Some(fate(site, &text, added)))
    })?;
    Ok(sites.into_iter().zip(fates).filter_map(|(site, fate)| Some((site, fate?))).collect())
}

fn fate(site: &Site, text: &str, added: Vec<Finding>) -> Fate {
    let score = Score::of(site, text, added);
    let Some(first) = score.here.first() else { return Fate::Missed };
    let is_applied = |finding: &&Finding| finding.fix.as_ref().is_some_and(|fix| fix.is_applied());
    let line = text[..site.statement_end].lines().last().unwrap_or_default().trim();
    let Some(fix) = score.here.iter().find(is_applied).and_then(|finding| finding.fix.as_ref()) else {
        let why: Vec<&str> = first.notes.iter().map(|note| note.message.as_str()).collect();
        return Fate::Flagged(format!("{}: {line}: {} ({})", first.rule, first.message, why.join("; ")));
    };
    let Some(cut) = Cut::of_await(text, site.await_start) else { return Fate::Missed };
    let restored = restored(text, cut, &fix.edits);
    match plain(&restored) == plain(text) {
        true => Fate::Restored,
        false => Fate::Fixed(format!("{}: {line}: {:?}", first.rule, fix.edits)),
    }
}

fn restored(text: &str, cut: Cut, edits: &[Edit]) -> String {
    edited(&Cuts::new(vec![cut]).apply(text), edits)
}

/// A text without parentheses and spaces.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '(' | ')')).collect()
}

fn table(counts: &BTreeMap<Kind, Count>) -> String {
    let columns = [
        ("the value", Align::Left),
        ("erased", Align::Right),
        ("flagged", Align::Right),
        ("with a fix", Align::Right),
        ("restored", Align::Right),
        ("of those flagged", Align::Right),
    ];
    let mut all = Count::default();
    let mut rows = Vec::new();
    for (kind, count) in counts {
        rows.push(row(&kind.to_string(), *count));
        all.erased += count.erased;
        all.flagged += count.flagged;
        all.fixed += count.fixed;
        all.restored += count.restored;
    }
    rows.push(row("all", all));
    markdown::table(&columns, &rows)
}

fn row(name: &str, count: Count) -> Vec<String> {
    let share = 100.0 * count.restored as f64 / count.flagged.max(1) as f64;
    let numbers = [count.erased, count.flagged, count.fixed, count.restored].map(|number| number.to_string());
    std::iter::once(name.to_owned()).chain(numbers).chain([format!("{share:.1} %")]).collect()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn parentheses_and_spaces_do_not_count() {
        assert_eq!(plain("x = (await f())\n"), plain("x = await  f()"));
        assert_ne!(plain("x = f()"), plain("x = await f()"));
    }
}
