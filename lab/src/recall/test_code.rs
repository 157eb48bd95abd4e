//! How much is known in the code of tests, where most values come from fixtures.

use std::path::Path;

use anyhow::Result;

use super::sites::{self, Ground, Position, Site, Verdict};
use crate::corpus::Corpus;
use crate::loopmend::Loopmend;
use crate::markdown::{self, Align, percent};
use crate::{Outcome, workspace};

/// The part of the inference that is left out for comparison.
const FIXTURES: &str = "fixtures";

/// Of the awaited calls in test code, futures left out, how many are found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Found {
    calls: usize,
    by_typing: usize,
    with_likely: usize,
}

impl Found {
    fn of(sites: &[Site], position: Position) -> Self {
        let is_counted = |site: &&Site| {
            is_test_code(&site.path) && site.position == position && site.verdict != Verdict::Future
        };
        let mut found = Self::default();
        for site in sites.iter().filter(is_counted) {
            found.calls += 1;
            if matches!(site.verdict, Verdict::Certain | Verdict::Likely) {
                found.with_likely += 1;
                found.by_typing += usize::from(site.by != Ground::Consensus);
            }
        }
        found
    }

    fn shown(self) -> String {
        format!("{} / {}", percent(self.by_typing, self.calls), percent(self.with_likely, self.calls))
    }
}

/// Measures the test code of every corpus that has some, without fixtures, by an older build if there is one, and as it is.
///
/// # Errors
/// When a build fails on one, or the table cannot be written.
pub(super) fn measure(
    corpora: &[Corpus],
    loopmend: &Loopmend,
    older: Option<&Path>,
    update: bool,
) -> Result<Outcome> {
    let older = older.map(Loopmend::at);
    let mut rows = Vec::new();
    for corpus in corpora {
        let now = sites::read(corpus, loopmend, None)?;
        if Found::of(&now, Position::Statement).calls == 0 {
            continue;
        }
        let mut measured = vec![sites::read(corpus, loopmend, Some(FIXTURES))?];
        if let Some(older) = &older {
            measured.push(sites::read(corpus, older, None)?);
        }
        measured.push(now);
        rows.push(row(corpus, &measured));
    }
    let table = markdown::table(&columns(older.is_some()), &rows);
    println!("{table}");
    if update {
        markdown::write_section(&workspace::root().join("docs/lab/recall.md"), "Recall", "tests", &table)?;
    }
    Ok(Outcome::Passed)
}

fn row(corpus: &Corpus, measured: &[Vec<Site>]) -> Vec<String> {
    let mut row = vec![corpus.pin()];
    for position in [Position::Statement, Position::Value] {
        let found: Vec<Found> = measured.iter().map(|sites| Found::of(sites, position)).collect();
        row.push(found.last().map_or(0, |now| now.calls).to_string());
        row.extend(found.into_iter().map(Found::shown));
    }
    row
}

fn columns(has_older: bool) -> Vec<(&'static str, Align)> {
    let before = has_older.then_some(("before", Align::Right));
    let of = |kind| {
        let first = [(kind, Align::Right), ("without fixtures", Align::Right)];
        first.into_iter().chain(before).chain([("now", Align::Right)])
    };
    std::iter::once(("release", Align::Left)).chain(of("statements")).chain(of("values")).collect()
}

/// Whether a file holds tests or what belongs to them.
fn is_test_code(path: &str) -> bool {
    let mut parts = path.split('/').rev();
    let file = parts.next().unwrap_or_default();
    file == "conftest.py"
        || file.starts_with("test_")
        || file.ends_with("_test.py")
        || parts.any(|directory| matches!(directory, "test" | "tests"))
}

#[cfg(test)]
mod tests {
    use super::is_test_code;

    #[test]
    fn test_code_is_known_by_its_path() {
        let paths = ["tests/a.py", "a/test_b.py", "b_test.py", "conftest.py", "a/testing.py", "contest.py"];
        assert_eq!(paths.map(is_test_code), [true, true, true, true, false, false]);
    }
}
