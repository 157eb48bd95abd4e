//! What each part of the inference is worth: the share of awaited statements that is lost without it.

use anyhow::Result;

use super::sites::{self, Ground, Position, Site, Verdict};
use crate::corpus::Corpus;
use crate::loopmend::Loopmend;
use crate::markdown::{self, Align};
use crate::{Outcome, workspace};

/// The parts by the names of `debug-recall --without`.
const PARTS: [&str; 10] = [
    "returns",
    "call-sites",
    "generics",
    "overloads",
    "containers",
    "narrowing",
    "decorators",
    "fixtures",
    "subclasses",
    "consensus",
];

/// Of the awaited statements, futures left out, how many are found.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Share {
    by_typing: f64,
    with_likely: f64,
}

/// Measures every part on every corpus.
///
/// # Errors
/// When loopmend fails on one, or the table cannot be written.
pub(super) fn measure(corpora: &[Corpus], loopmend: &Loopmend, update: bool) -> Result<Outcome> {
    let mut rows = Vec::new();
    for corpus in corpora {
        let whole = Share::of(&sites::read(corpus, loopmend, None)?);
        let mut row = vec![corpus.pin(), shown(whole.by_typing, whole.with_likely)];
        for part in PARTS {
            let without = Share::of(&sites::read(corpus, loopmend, Some(part))?);
            row.push(shown(whole.by_typing - without.by_typing, whole.with_likely - without.with_likely));
        }
        rows.push(row);
    }
    let table = table(&rows);
    println!("{table}");
    if update {
        markdown::write_section(&workspace::root().join("docs/lab/recall.md"), "Recall", "ablation", &table)?;
    }
    Ok(Outcome::Passed)
}

fn table(rows: &[Vec<String>]) -> String {
    let fixed = [("release", Align::Left), ("all parts", Align::Right)];
    let columns: Vec<_> = fixed.into_iter().chain(PARTS.map(|part| (part, Align::Right))).collect();
    markdown::table(&columns, rows)
}

fn shown(by_typing: f64, with_likely: f64) -> String {
    format!("{by_typing:.1} / {with_likely:.1}")
}

impl Share {
    fn of(sites: &[Site]) -> Self {
        let counted = |site: &&Site| site.position == Position::Statement && site.verdict != Verdict::Future;
        let statements: Vec<&Site> = sites.iter().filter(counted).collect();
        let share = |is_found: &dyn Fn(&Site) -> bool| {
            let found = statements.iter().filter(|site| is_found(site)).count();
            100.0 * found as f64 / statements.len().max(1) as f64
        };
        let is_found = |site: &Site| matches!(site.verdict, Verdict::Certain | Verdict::Likely);
        Self {
            by_typing: share(&|site| is_found(site) && site.by != Ground::Consensus),
            with_likely: share(&is_found),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sites::tests::site;
    use super::{Ground, Position, Share, Verdict};

    #[test]
    fn futures_and_values_are_in_no_share() {
        let sites = [
            site(Position::Statement, Verdict::Certain, Ground::Definition, ""),
            site(Position::Statement, Verdict::Likely, Ground::Consensus, ""),
            site(Position::Statement, Verdict::None, Ground::Nothing, "x"),
            site(Position::Statement, Verdict::None, Ground::Nothing, "x"),
            site(Position::Statement, Verdict::Future, Ground::Nothing, ""),
            site(Position::Value, Verdict::None, Ground::Nothing, "x"),
        ];
        assert_eq!(Share::of(&sites), Share { by_typing: 25.0, with_likely: 50.0 });
    }
}
