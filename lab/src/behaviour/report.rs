//! What was foretold beside what was seen, as tables, and each difference.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use anyhow::Result;

use super::compare::Compared;
use super::rules::RULES;
use super::verdict::Verdict;
use super::{Measurement, SuiteRun};
use crate::markdown::{self, Align, percent};
use crate::workspace;

/// The names of composed suites start so.
const COMPOSED: &str = "seed-";

/// All tables, as they stand in `docs/lab/behaviour.md`.
pub(super) fn tables(measurement: &Measurement) -> String {
    let composed = measurement.runs.iter().filter(|run| run.suite.starts_with(COMPOSED));
    let suites: BTreeSet<&str> = composed.map(|run| run.suite.as_str()).collect();
    format!(
        "Seed {}: {} composed suites.\n\n{}\n{}\n{}\n{}",
        measurement.seed,
        suites.len(),
        by_version(measurement),
        by_verdict(measurement),
        by_rule(measurement),
        differences_by_kind(measurement),
    )
}

/// Writes the tables to `docs/lab/behaviour.md`.
///
/// # Errors
/// When the page cannot be written.
pub(super) fn write(measurement: &Measurement) -> Result<()> {
    let page = workspace::root().join("docs/lab/behaviour.md");
    markdown::write_section(&page, "Prediction and run", "behaviour", &tables(measurement))?;
    markdown::write_section(&page, "Prediction and run", "versions", &versions(measurement))
}

#[derive(Clone, Copy, Default)]
struct Count {
    tests: usize,
    right: usize,
    unknown: usize,
    loops: usize,
    loops_right: usize,
}

impl Count {
    fn add(&mut self, test: &Compared) {
        self.tests += 1;
        self.right += usize::from(test.is_right());
        self.unknown += usize::from(test.foretold == Verdict::Unknown);
        self.loops += usize::from(test.shares_as_foretold.is_some());
        self.loops_right += usize::from(test.shares_as_foretold == Some(true));
    }

    fn of<'t>(tests: impl Iterator<Item = &'t Compared>) -> Self {
        let mut count = Self::default();
        tests.for_each(|test| count.add(test));
        count
    }
}

fn by_version(measurement: &Measurement) -> String {
    const COLUMNS: [(&str, Align); 8] = [
        ("pytest-asyncio", Align::Left),
        ("pytest", Align::Left),
        ("tests", Align::Right),
        ("as foretold", Align::Right),
        ("%", Align::Right),
        ("left open", Align::Right),
        ("% of composed suites", Align::Right),
        ("% that share their loops as foretold", Align::Right),
    ];
    let row = |name: &str, pytest: &str, plugin: Option<&str>| {
        let is_of = |test: &&Compared| plugin.is_none_or(|plugin| test.plugin == plugin);
        let all = Count::of(measurement.tests().filter(is_of));
        let composed = measurement.tests().filter(|test| is_of(test) && test.suite.starts_with(COMPOSED));
        let composed = Count::of(composed);
        vec![
            name.to_owned(),
            pytest.to_owned(),
            all.tests.to_string(),
            all.right.to_string(),
            percent(all.right, all.tests),
            all.unknown.to_string(),
            percent(composed.right, composed.tests),
            percent(all.loops_right, all.loops),
        ]
    };
    let releases = &measurement.releases;
    let mut rows: Vec<_> =
        releases.iter().map(|release| row(&release.plugin, &release.pytest, Some(&release.plugin))).collect();
    rows.push(row("all", "", None));
    markdown::table(&COLUMNS, &rows)
}

fn by_verdict(measurement: &Measurement) -> String {
    const COLUMNS: [(&str, Align); 5] = [
        ("outcome", Align::Left),
        ("seen", Align::Right),
        ("and foretold", Align::Right),
        ("%", Align::Right),
        ("foretold, and not seen", Align::Right),
    ];
    let mut verdicts: BTreeMap<Verdict, [usize; 3]> = BTreeMap::new();
    for test in measurement.tests() {
        verdicts.entry(test.seen).or_default()[0] += 1;
        if test.is_right() {
            verdicts.entry(test.seen).or_default()[1] += 1;
        } else {
            verdicts.entry(test.foretold).or_default()[2] += 1;
        }
    }
    let row = |(verdict, [seen, right, wrong]): (Verdict, [usize; 3])| {
        let name = verdict.name().to_owned();
        vec![name, seen.to_string(), right.to_string(), percent(right, seen), wrong.to_string()]
    };
    markdown::table(&COLUMNS, &verdicts.into_iter().map(row).collect::<Vec<_>>())
}

fn by_rule(measurement: &Measurement) -> String {
    const COLUMNS: [(&str, Align); 5] = [
        ("rule", Align::Left),
        ("what a run shows of it", Align::Left),
        ("both", Align::Right),
        ("said, not seen", Align::Right),
        ("seen, not said", Align::Right),
    ];
    let count = |matches: &dyn Fn(&SuiteRun) -> bool| {
        // What ends a session hides what the other rules speak of.
        let runs = measurement
            .runs
            .iter()
            .filter(|run| run.is_complete || run.rules_foretold.contains("warnings-as-errors-kill-session"));
        runs.filter(|run| matches(run)).count().to_string()
    };
    let rows = RULES.iter().map(|(code, words)| {
        let (said, seen) = (
            |run: &SuiteRun| run.rules_foretold.contains(code),
            |run: &SuiteRun| run.rules_seen.contains(code),
        );
        vec![
            (*code).to_owned(),
            (*words).to_owned(),
            count(&|run| said(run) && seen(run)),
            count(&|run| said(run) && !seen(run)),
            count(&|run| !said(run) && seen(run)),
        ]
    });
    markdown::table(&COLUMNS, &rows.collect::<Vec<_>>())
}

fn differences_by_kind(measurement: &Measurement) -> String {
    const COLUMNS: [(&str, Align); 4] = [
        ("foretold", Align::Left),
        ("seen", Align::Left),
        ("tests", Align::Right),
        ("one of them", Align::Left),
    ];
    let mut kinds: BTreeMap<(Verdict, Verdict), Vec<&Compared>> = BTreeMap::new();
    for test in measurement.tests().filter(|test| !test.is_right()) {
        kinds.entry((test.foretold, test.seen)).or_default().push(test);
    }
    let row = |((foretold, seen), tests): (&(Verdict, Verdict), &Vec<&Compared>)| {
        let one = tests[0];
        let place = format!("`{}`, {}: `{}`", one.suite, one.plugin, one.node);
        vec![foretold.name().to_owned(), seen.name().to_owned(), tests.len().to_string(), place]
    };
    markdown::table(&COLUMNS, &kinds.iter().map(row).collect::<Vec<_>>())
}

/// What becomes of the collected suites on each version.
fn versions(measurement: &Measurement) -> String {
    let names: BTreeSet<&str> = measurement.runs.iter().map(|run| run.suite.as_str()).collect();
    let mut columns = vec![("suite", Align::Left)];
    columns.extend(measurement.releases.iter().map(|release| (release.plugin.as_str(), Align::Left)));
    let row = |name: &&str| {
        let cells = measurement.releases.iter().map(|release| {
            let run = measurement.runs.iter().find(|run| run.suite == *name && run.plugin == release.plugin);
            run.map(cell).unwrap_or_default()
        });
        std::iter::once((*name).to_owned()).chain(cells).collect()
    };
    let collected = names.iter().filter(|name| !name.starts_with(COMPOSED));
    markdown::table(&columns, &collected.map(row).collect::<Vec<_>>())
}

/// What becomes of the tests of a suite, each word once.
fn cell(run: &SuiteRun) -> String {
    let mut words: Vec<String> = Vec::new();
    for test in &run.tests {
        let failed = if test.has_failed && test.seen.is_run() { " and fails" } else { "" };
        let word = format!("{}{failed}", test.seen.name());
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words.join(", ")
}

/// Each test of which something else was seen than was foretold, and each rule.
pub(super) fn differences(measurement: &Measurement) -> String {
    let mut text = String::new();
    for run in &measurement.runs {
        for test in &run.tests {
            let is_shared = test.shares_as_foretold != Some(false);
            if !test.is_right() || !is_shared {
                write_difference(&mut text, test, is_shared);
            }
        }
        for (code, _) in RULES {
            let (said, seen) = (run.rules_foretold.contains(code), run.rules_seen.contains(code));
            if said != seen && run.is_complete {
                let words = if said { "said, not seen" } else { "seen, not said" };
                let _ = writeln!(text, "RULE {code} {words}: {} {}", run.suite, run.plugin);
            }
        }
    }
    text
}

fn write_difference(text: &mut String, test: &Compared, is_shared: bool) {
    let loops = if is_shared { "" } else { " (shares its loop with others than foretold)" };
    let said = test.text.lines().rfind(|line| line.starts_with("E ") || line.contains("Error"));
    let _ = writeln!(
        text,
        "{} -> {}{loops}: {} {} {} | {} | {}",
        test.foretold.name(),
        test.seen.name(),
        test.suite,
        test.plugin,
        test.node,
        test.because,
        said.unwrap_or_else(|| test.text.lines().next_back().unwrap_or_default()),
    );
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::compare::Compared;
    use super::super::environments::Release;
    use super::super::verdict::Verdict;
    use super::super::{Measurement, SuiteRun};
    use super::{differences, tables, versions};

    fn measurement() -> Measurement {
        let test = |node: &str, foretold, seen| Compared {
            suite: "one".into(),
            plugin: "1.0.0".into(),
            node: node.into(),
            foretold,
            seen,
            shares_as_foretold: None,
            has_failed: true,
            because: "marked".into(),
            text: "E   ScopeMismatch".into(),
        };
        let tests = vec![
            test("t.py::a", Verdict::Runs, Verdict::Runs),
            test("t.py::b", Verdict::Runs, Verdict::ScopeMismatch),
        ];
        let run = SuiteRun {
            suite: "one".into(),
            plugin: "1.0.0".into(),
            tests,
            is_complete: true,
            rules_foretold: BTreeSet::new(),
            rules_seen: BTreeSet::from(["fixture-scope-wider-than-loop"]),
        };
        let releases = vec![Release::parse("1.0.0=8.4.2").unwrap()];
        Measurement { seed: 4, releases, runs: vec![run] }
    }

    #[test]
    fn the_tables_count_what_is_right() {
        let text = tables(&measurement());
        assert!(text.contains("| 1.0.0 | 8.4.2 | 2 | 1 | 50.0 | 0 | – | – |"), "{text}");
        assert!(text.contains("| scope mismatch | 1 | 0 | 0.0 | 0 |"), "{text}");
        assert!(text.contains("| fixture-scope-wider-than-loop | a scope mismatch | 0 | 0 | 1 |"), "{text}");
        assert!(text.contains("| runs | scope mismatch | 1 | `one`, 1.0.0: `t.py::b` |"), "{text}");
        assert!((measurement().percent_right() - 50.0).abs() < 0.1);
    }

    #[test]
    fn a_cell_says_each_thing_once() {
        assert!(versions(&measurement()).contains("| one | runs and fails, scope mismatch |"));
    }

    #[test]
    fn a_difference_has_its_reasons() {
        let text = differences(&measurement());
        assert!(
            text.contains("runs -> scope mismatch: one 1.0.0 t.py::b | marked | E   ScopeMismatch\n"),
            "{text}"
        );
        assert!(text.contains("RULE fixture-scope-wider-than-loop seen, not said: one 1.0.0\n"), "{text}");
    }
}
