//! What parts of the inference are worth, and how much is known in the code of tests, where most values come from fixtures.

use super::sites::{self, Position};
use super::table::Known;
use crate::harness::*;

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

/// The part that is left out of test code for comparison.
const FIXTURES: &str = "fixtures";

/// What each part of the inference is worth on every corpus: the share of awaited statements that is lost without it.
/// Fails if loopmend fails on one.
pub(super) fn ablation(corpora: &[Corpus], loopmend: &Loopmend) -> Result<String> {
    let known = |corpus, part| -> Result<Known> {
        Ok(Known::of(&sites::read(corpus, loopmend, part)?, |site| site.position == Position::Statement))
    };
    let mut rows: Vec<(String, Known, Vec<Known>)> = Vec::new();
    for corpus in corpora {
        let without = PARTS.iter().map(|part| known(corpus, Some(*part))).collect::<Result<_>>()?;
        rows.push((corpus.pin(), known(corpus, None)?, without));
    }
    let share = |found: usize, known: &Known| 100.0 * found as f64 / known.calls.max(1) as f64;
    let shares = move |known: &Known| (share(known.typing, known), share(known.likely, known));
    let shown = |(by_typing, with_likely): (f64, f64)| format!("{by_typing:.1} / {with_likely:.1}");
    let table = Table::of(&rows)
        .words("release", |(release, ..)| release)
        .number("all parts", |(_, whole, _)| shown(shares(whole)));
    let table = PARTS.iter().enumerate().fold(table, |table, (index, part)| {
        table.number(part, move |(_, whole, without)| {
            let (whole, without) = (shares(whole), shares(&without[index]));
            shown((whole.0 - without.0, whole.1 - without.1))
        })
    });
    Ok(table.to_string())
}

/// How much is known in the test code of every corpus that has some: without fixtures, by an older build if there is one, and as it is.
/// Fails if a build fails on one.
pub(super) fn tests(corpora: &[Corpus], loopmend: &Loopmend, older: Option<&Path>) -> Result<String> {
    let older = older.map(Loopmend::at);
    let mut columns = vec![("without fixtures", loopmend, Some(FIXTURES))];
    columns.extend(older.as_ref().map(|older| ("before", older, None)));
    columns.push(("now", loopmend, None));
    let mut rows: Vec<(String, Vec<[Known; 2]>)> = Vec::new();
    for corpus in corpora {
        let known = |(_, loopmend, part): &(&str, &Loopmend, Option<&str>)| -> Result<[Known; 2]> {
            let sites = sites::read(corpus, loopmend, *part)?;
            let of =
                |position| Known::of(&sites, |site| is_test_code(&site.path) && site.position == position);
            Ok([Position::Statement, Position::Value].map(of))
        };
        let measured = columns.iter().map(known).collect::<Result<Vec<_>>>()?;
        if measured.last().is_some_and(|[statements, _]| statements.calls > 0) {
            rows.push((corpus.pin(), measured));
        }
    }
    let mut table = Table::of(&rows).words("release", |(release, _)| release);
    for (index, title) in ["statements", "values"].into_iter().enumerate() {
        table = table.number(title, |(_, all)| all.last().map_or(0, |known| known[index].calls));
        for (at, (title, ..)) in columns.iter().enumerate() {
            table = table.number(title, move |(_, all)| all[at][index].percents());
        }
    }
    Ok(table.to_string())
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
