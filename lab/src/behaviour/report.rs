//! What was foretold beside what was seen, as tables, and each difference.

use std::fmt::Write as _;

use super::compare::Compared;
use super::rules::RULES;
use super::verdict::Verdict;
use super::{Measurement, SuiteRun};
use crate::harness::*;

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

fn by_version(measurement: &Measurement) -> String {
    let of_release = measurement.releases.iter().map(|release| (Some(&release.plugin), &release.pytest));
    let (all, no_version) = ("all".to_owned(), String::new());
    let rows: Vec<_> = of_release.chain([(None, &no_version)]).collect();
    let count = |plugin: Option<&String>, is_counted: fn(&Compared) -> bool| {
        let of_plugin = |test: &&Compared| plugin.is_none_or(|plugin| test.plugin == *plugin);
        measurement.tests().filter(of_plugin).filter(|test| is_counted(test)).count()
    };
    let is_composed = |test: &Compared| test.suite.starts_with(COMPOSED);
    let composed_right = |test: &Compared| test.suite.starts_with(COMPOSED) && test.is_right();
    let has_loop = |test: &Compared| test.shares_as_foretold.is_some();
    let shares = |test: &Compared| test.shares_as_foretold == Some(true);
    Table::of(&rows)
        .words("pytest-asyncio", |(plugin, _)| plugin.unwrap_or(&all))
        .words("pytest", |(_, pytest)| pytest)
        .number("tests", |(plugin, _)| count(*plugin, |_| true))
        .number("as foretold", |(plugin, _)| count(*plugin, Compared::is_right))
        .percent("%", |(plugin, _)| (count(*plugin, Compared::is_right), count(*plugin, |_| true)))
        .number("left open", |(plugin, _)| count(*plugin, |test| test.foretold == Verdict::Unknown))
        .percent("% of composed suites", |(plugin, _)| {
            (count(*plugin, composed_right), count(*plugin, is_composed))
        })
        .percent("% that share their loops as foretold", |(plugin, _)| {
            (count(*plugin, shares), count(*plugin, has_loop))
        })
        .to_string()
}

fn by_verdict(measurement: &Measurement) -> String {
    let mut verdicts: BTreeMap<Verdict, [usize; 3]> = BTreeMap::new();
    for test in measurement.tests() {
        verdicts.entry(test.seen).or_default()[0] += 1;
        if test.is_right() {
            verdicts.entry(test.seen).or_default()[1] += 1;
        } else {
            verdicts.entry(test.foretold).or_default()[2] += 1;
        }
    }
    let rows: Vec<_> = verdicts.into_iter().collect();
    Table::of(&rows)
        .words("outcome", |(verdict, _)| verdict.name())
        .number("seen", |(_, [seen, ..])| seen)
        .number("and foretold", |(_, [_, right, _])| right)
        .percent("%", |(_, [seen, right, _])| (*right, *seen))
        .number("foretold, and not seen", |(_, [.., wrong])| wrong)
        .to_string()
}

fn by_rule(measurement: &Measurement) -> String {
    // What ends a session hides what the other rules speak of.
    let is_counted =
        |run: &&SuiteRun| run.is_complete || run.rules_foretold.contains("warnings-as-errors-kill-session");
    let count = |code: &str, wanted: (bool, bool)| {
        let runs = measurement.runs.iter().filter(is_counted);
        let both = |run: &SuiteRun| (run.rules_foretold.contains(code), run.rules_seen.contains(code));
        runs.filter(|run| both(run) == wanted).count()
    };
    Table::of(&RULES)
        .words("rule", |(code, _)| code)
        .words("what a run shows of it", |(_, words)| words)
        .number("both", |(code, _)| count(code, (true, true)))
        .number("said, not seen", |(code, _)| count(code, (true, false)))
        .number("seen, not said", |(code, _)| count(code, (false, true)))
        .to_string()
}

fn differences_by_kind(measurement: &Measurement) -> String {
    let mut kinds: BTreeMap<(Verdict, Verdict), Vec<&Compared>> = BTreeMap::new();
    for test in measurement.tests().filter(|test| !test.is_right()) {
        kinds.entry((test.foretold, test.seen)).or_default().push(test);
    }
    let rows: Vec<_> = kinds.into_iter().collect();
    Table::of(&rows)
        .words("foretold", |((foretold, _), _)| foretold.name())
        .words("seen", |((_, seen), _)| seen.name())
        .number("tests", |(_, tests)| tests.len())
        .words("one of them", |(_, tests)| {
            format!("`{}`, {}: `{}`", tests[0].suite, tests[0].plugin, tests[0].node)
        })
        .to_string()
}

/// What becomes of the collected suites on each version.
pub(super) fn versions(measurement: &Measurement) -> String {
    let names: BTreeSet<&str> = measurement.runs.iter().map(|run| run.suite.as_str()).collect();
    let collected: Vec<&str> = names.into_iter().filter(|name| !name.starts_with(COMPOSED)).collect();
    let table = Table::of(&collected).words("suite", |name| name);
    let table = measurement.releases.iter().fold(table, |table, release| {
        table.words(&release.plugin, |name| {
            let is_it = |run: &&SuiteRun| run.suite == **name && run.plugin == release.plugin;
            measurement.runs.iter().find(is_it).map(cell).unwrap_or_default()
        })
    });
    table.to_string()
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
    use super::super::compare::Compared;
    use super::super::environments::Release;
    use super::super::verdict::Verdict;
    use super::super::{Measurement, SuiteRun};
    use super::{differences, tables, versions};
    use crate::harness::BTreeSet;

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
