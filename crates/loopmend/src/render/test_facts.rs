//! What each test did while the suite ran: short lists for people.

use std::fmt::Write as _;

use loopmend_core::Scope;
use loopmend_runner::{Recording, TestRecord, loops};

use super::counted;
use crate::style::{FAINT, STRONG, printable};

/// Which lists are wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FactsWanted {
    /// How many tests each names at most.
    pub(crate) most: usize,
    /// The loops, the tasks, and for how long a loop was held where somebody looked.
    pub(crate) of_loops: bool,
    /// How much memory there was.
    pub(crate) of_memory: bool,
}

/// The lists, each with a heading. Colours are in the text.
pub(crate) fn facts_text(recording: &Recording, wanted: FactsWanted) -> String {
    let mut text = String::new();
    if wanted.of_loops {
        let _ = writeln!(text, "{}\n", loops_in_words(recording));
        let tasks = |test: &TestRecord| test.facts.tasks.unwrap_or_default() as f64;
        text.push_str(&list(recording, wanted.most, "most tasks", tasks, |tasks| format!("{tasks}")));
        let held = |test: &TestRecord| test.facts.held.unwrap_or_default();
        let heading = "loops blocked longest by one callback";
        text.push_str(&list(recording, wanted.most, heading, held, |held| {
            format!("{:.0} ms", held * 1000.0)
        }));
    }
    if wanted.of_memory {
        let growth = |test: &TestRecord| test.facts.growth.unwrap_or_default() as f64;
        let heading = format!("memory grew most{}", peaks_in_words(recording));
        text.push_str(&list(recording, wanted.most, &heading, growth, |bytes| format!("+{}", size(bytes))));
    }
    text
}

/// `312 tests on 40 event loops: 38 function, 1 module, 1 session`.
fn loops_in_words(recording: &Recording) -> String {
    let loops = loops(&recording.tests);
    let on_loops = recording.tests.iter().filter(|test| !test.loops().is_empty()).count();
    let of_scope = |scope: Scope| {
        let count = loops.iter().filter(|found| found.scope == scope).count();
        (count > 0).then(|| format!("{count} {}", scope.name()))
    };
    let scopes: Vec<String> = Scope::ALL.into_iter().filter_map(of_scope).collect();
    let colon = if scopes.is_empty() { "" } else { ": " };
    format!(
        "{STRONG}{on_loops} of {} on {}{STRONG:#}{colon}{}",
        counted(recording.tests.len(), "test"),
        counted(loops.len(), "event loop"),
        scopes.join(", ")
    )
}

/// `, peak 51.2 MiB`, with the processes where there are several.
fn peaks_in_words(recording: &Recording) -> String {
    let peaks: Vec<(&str, f64)> = recording
        .processes
        .iter()
        .filter_map(|process| Some((process.worker.as_str(), process.peak? as f64)))
        .collect();
    match peaks.as_slice() {
        [] => String::new(),
        [(_, peak)] => format!(", peak {}", size(*peak)),
        several => {
            let each: Vec<String> = several
                .iter()
                .map(|(worker, peak)| format!("{} in {}", size(*peak), printable(worker)))
                .collect();
            format!(", peak {}", each.join(", "))
        }
    }
}

/// The tests with the largest values, one a line; nothing where no test has any.
fn list(
    recording: &Recording,
    most: usize,
    heading: &str,
    value: impl Fn(&TestRecord) -> f64,
    shown: impl Fn(f64) -> String,
) -> String {
    let mut rows: Vec<(f64, &str)> = recording
        .tests
        .iter()
        .map(|test| (value(test), test.test.as_str()))
        .filter(|(value, _)| *value > 0.0)
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    rows.truncate(most);
    let width = rows.iter().map(|(value, _)| shown(*value).len()).max().unwrap_or_default();
    let mut text = format!("{FAINT}{heading}{FAINT:#}\n");
    for (value, test) in rows {
        let _ = writeln!(text, "  {:>width$}  {}", shown(value), printable(test));
    }
    text.push('\n');
    text
}

fn size(bytes: f64) -> String {
    let mebibytes = bytes / 1_048_576.0;
    if mebibytes < 1.0 { format!("{:.0} KiB", bytes / 1024.0) } else { format!("{mebibytes:.1} MiB") }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use loopmend_core::{Scope, TestFacts, TestLoop};
    use loopmend_runner::{ProcessRecord, Recording, TestRecord};

    use super::{FactsWanted, facts_text};

    fn test(name: &str, loop_id: &str, facts: &TestFacts) -> TestRecord {
        let of_test = TestLoop { id: loop_id.to_owned(), class: "Loop".to_owned(), scope: Scope::Function };
        let facts = TestFacts { loops: Some(vec![of_test]), ..facts.clone() };
        TestRecord { test: format!("test_a.py::{name}"), worker: "main".to_owned(), started: None, facts }
    }

    fn shown(of_loops: bool, of_memory: bool) -> String {
        let first =
            TestFacts { tasks: Some(3), growth: Some(-4096), held: Some(0.0123), ..TestFacts::default() };
        let second = TestFacts { tasks: Some(12), growth: Some(3_000_000), ..TestFacts::default() };
        let recording = Recording {
            tests: vec![test("test_few", "main:1", &first), test("test_many", "main:2", &second)],
            processes: vec![ProcessRecord { worker: "main".to_owned(), began: 0.0, peak: Some(53_687_091) }],
            ..Recording::default()
        };
        let text = facts_text(&recording, FactsWanted { most: 10, of_loops, of_memory });
        anstream::adapter::strip_str(&text).to_string()
    }

    #[test]
    fn the_largest_come_first_and_what_is_nothing_is_left_out() {
        expect![[r#"
            2 of 2 tests on 2 event loops: 2 function

            most tasks
              12  test_a.py::test_many
               3  test_a.py::test_few

            loops blocked longest by one callback
              12 ms  test_a.py::test_few

        "#]]
        .assert_eq(&shown(true, false));
        expect![[r#"
            memory grew most, peak 51.2 MiB
              +2.9 MiB  test_a.py::test_many

        "#]]
        .assert_eq(&shown(false, true));
    }
}
