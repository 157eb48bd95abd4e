//! The closed loop: single awaits are taken out of real code, and fixes have to put them back.

use tooling::edits::edited;

use crate::erase::{Erasure, Kind, Site, erase, read};
use crate::harness::*;

/// What the choice is made from.
const SEED: u64 = 7;

/// What became of the erasures of one kind.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    erased: usize,
    flagged: usize,
    fixed: usize,
    restored: usize,
}

impl Count {
    fn add(&mut self, fate: &Fate) {
        self.erased += 1;
        self.flagged += usize::from(!matches!(fate, Fate::Missed));
        self.fixed += usize::from(matches!(fate, Fate::Fixed(_) | Fate::Restored));
        self.restored += usize::from(matches!(fate, Fate::Restored));
    }
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
/// Fails if a corpus cannot be read or copied, or loopmend fails on it.
pub(super) fn run(count: usize, names: &[String], loopmend: &Loopmend, update: bool) -> Result<Outcome> {
    let mut counts: BTreeMap<Kind, Count> = BTreeMap::new();
    let mut others = Vec::new();
    for corpus in &select(names)? {
        for (site, fate) in measure(corpus, count, loopmend)? {
            counts.entry(site.kind).or_default().add(&fate);
            if let Fate::Flagged(shown) | Fate::Fixed(shown) = fate {
                others.push(format!("{}: {}: {shown}", corpus.name, site.path));
            }
        }
        println!("{}: done", corpus.name);
    }
    let list = target("fixes/erasures.txt");
    workspace::write(&list, &(others.join("\n") + "\n"))?;
    publish("fixes.md", "erasures", &table(&counts), update)?;
    println!("flagged and not restored: {}", list.display());
    Ok(Outcome::Passed)
}

fn measure(corpus: &Corpus, count: usize, loopmend: &Loopmend) -> Result<Vec<(Site, Fate)>> {
    let mut sites = read(corpus, loopmend)?;
    sites.retain(|site| site.kind != Kind::Other);
    let sites = drawn(sites, count, SEED);
    let fates = Workbench::each((corpus, "fixes"), loopmend, 1, &sites, |bench, site| {
        Ok(erase(bench, site)?.map(|erasure| fate(site, &erasure)))
    })?;
    Ok(sites.into_iter().zip(fates).filter_map(|(site, fate)| Some((site, fate?))).collect())
}

fn fate(site: &Site, Erasure { text, score, .. }: &Erasure) -> Fate {
    let Some(first) = score.here.first() else { return Fate::Missed };
    let line = text[..site.statement_end].lines().last().unwrap_or_default().trim();
    let applied = |finding: &Finding| finding.fix.clone().filter(FixOutput::is_applied);
    let Some(fix) = score.here.iter().find_map(applied) else {
        let why: Vec<&str> = first.notes.iter().map(|note| note.message.as_str()).collect();
        return Fate::Flagged(format!("{}: {line}: {} ({})", first.rule, first.message, why.join("; ")));
    };
    let Some(cut) = Cut::of_await(text, site.await_start) else { return Fate::Missed };
    let restored = edited(&Cuts::new(vec![cut]).apply(text), &fix.edits);
    match plain(&restored) == plain(text) {
        true => Fate::Restored,
        false => Fate::Fixed(format!("{}: {line}: {:?}", first.rule, fix.edits)),
    }
}

/// A text without parentheses and spaces.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '(' | ')')).collect()
}

fn table(counts: &BTreeMap<Kind, Count>) -> String {
    let mut rows: Vec<(&str, Count)> = counts.iter().map(|(kind, count)| (kind.name(), *count)).collect();
    let sum = |part: fn(&Count) -> usize| counts.values().map(part).sum();
    let all = Count {
        erased: sum(|count| count.erased),
        flagged: sum(|count| count.flagged),
        fixed: sum(|count| count.fixed),
        restored: sum(|count| count.restored),
    };
    rows.push(("all", all));
    Table::of(&rows)
        .words("the value", |row| row.0)
        .number("erased", |row| row.1.erased)
        .number("flagged", |row| row.1.flagged)
        .number("with a fix", |row| row.1.fixed)
        .number("restored", |row| row.1.restored)
        .number("of those flagged", |row| share(row.1.restored, row.1.flagged))
        .to_string()
}

/// A share in percent, with its sign.
pub(super) fn share(part: usize, whole: usize) -> String {
    format!("{:.1} %", 100.0 * part as f64 / whole.max(1) as f64)
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
