//! A run of the tests as a page for a browser: one file that asks for nothing else.

mod list;
mod picture;
mod strip;

use loopmend_core::{Diagnostic, Level, TestOutcome, counted_with_commas, with_commas};
use loopmend_rules::Observation;
use loopmend_runner::{Recording, loops};
use maud::{Markup, html};

use super::page::{Page, page};
use super::{Sources, levels, unsuccessful_tests};
use list::{findings, tests};
use strip::{Mark, Strip, first_start, marks, strips};

use crate::style::printable;

/// The data of the page.
pub(crate) struct Timeline<'a> {
    /// The recording of the run.
    pub(crate) recording: &'a Recording,
    /// The findings, each place once.
    pub(crate) diagnostics: &'a [Diagnostic],
    /// The observations by place, test and phase, in order.
    pub(crate) observations: &'a [Observation],
    /// The texts that it points to.
    pub(crate) sources: &'a Sources<'a>,
    /// How the run ended, in words, where that is not by running to its end.
    pub(crate) ending: Option<&'a str>,
}

/// The run as a page.
pub(crate) fn timeline_page(timeline: &Timeline<'_>) -> String {
    let strips = strips(timeline.recording);
    let marks = marks(timeline, &strips);
    page(&Page {
        title: "What the tests did",
        made_by: "loopmend test --timeline",
        summary: &summary(timeline, &strips),
        facts: &facts(timeline),
        searched: "a test, an outcome, a loop, a rule",
        body: &html! {
            @for strip in &strips { (section(timeline, strip, &marks)) }
            (findings(timeline))
        },
        footer: &html! { "Written by loopmend " (env!("CARGO_PKG_VERSION")) " from what its probe saw." },
        style: include_str!("timeline.css"),
        script: include_str!("timeline.js"),
    })
}

fn summary(timeline: &Timeline<'_>, strips: &[Strip<'_>]) -> Markup {
    let Recording { tests, .. } = timeline.recording;
    html! {
        (counted_with_commas(tests.len(), "test")) " in " (seconds(length(strips))) ", on "
        (counted_with_commas(loops(tests).len(), "event loop")) ": " (seen(timeline)) "."
    }
}

fn facts(timeline: &Timeline<'_>) -> Markup {
    let Recording { versions, limits, .. } = timeline.recording;
    html! {
        ul.facts {
            @if let Some((python, pytest)) = versions { li { "Python " (printable(python)) ", pytest " (printable(pytest)) } }
            @if let Some(ending) = timeline.ending { li { (printable(ending)) } }
            @if let Some(before) = first_start(timeline.recording) { li { "the first test began " (seconds(before)) " after pytest, once all were collected; time counts from there" } }
            @for words in limits { li { (printable(words)) } }
        }
    }
}

/// `2 errors and 1 warning`, `nothing wrong`, `no event-loop bug; of the tests, 1 failed`.
fn seen(timeline: &Timeline<'_>) -> String {
    let unsuccessful = unsuccessful_tests(timeline.recording);
    let found = match levels(timeline.diagnostics) {
        Some(found) => anstream::adapter::strip_str(&found).to_string(),
        None if unsuccessful.is_none() && timeline.ending.is_none() => "nothing wrong".to_owned(),
        None => "no event-loop bug".to_owned(),
    };
    match unsuccessful {
        Some(tests) => format!("{found}; of the tests, {tests}"),
        None => found,
    }
}

/// The tests of one process: their picture, and each of them.
fn section(timeline: &Timeline<'_>, strip: &Strip<'_>, marks: &[Mark]) -> Markup {
    let title = if strip.worker == "main" { "Tests" } else { strip.worker };
    html! {
        section {
            h2 { (printable(title)) " " span.count { (counted_with_commas(strip.stops.len(), "test")) } }
            (picture::picture(strip, marks))
            (tests(timeline, strip, marks))
        }
    }
}

/// For how long the session ran, as far as its tests show, in seconds.
fn length(strips: &[Strip<'_>]) -> f64 {
    strips.iter().map(|strip| strip.length).fold(0.0, f64::max)
}

/// `1.25 s`, `12 ms`.
fn seconds(seconds: f64) -> String {
    match seconds {
        long if long >= 100.0 => format!("{} s", with_commas(long.round() as usize)),
        short if short < 0.1 => format!("{:.1} ms", short * 1000.0),
        seconds => format!("{seconds:.2} s"),
    }
}

/// The class that colours what ended so.
fn tone_of_outcome(outcome: Option<TestOutcome>) -> &'static str {
    match outcome {
        Some(TestOutcome::Passed) => "runs",
        Some(TestOutcome::Failed | TestOutcome::Error) => "fails",
        Some(TestOutcome::Skipped) => "skipped",
        Some(TestOutcome::Xfailed | TestOutcome::Xpassed) => "never",
        Some(TestOutcome::Unfinished) | None => "unknown",
    }
}

/// The class that colours what is of a level.
fn tone_of_level(level: Level) -> &'static str {
    if level == Level::Error { "fails" } else { "skipped" }
}

#[cfg(test)]
mod tests {
    use loopmend_core::{Scope, TestFacts, TestLoop, TestOutcome};
    use loopmend_runner::{Recording, TestRecord};
    use rustc_hash::FxHashMap;

    use super::{Timeline, timeline_page};
    use crate::render::Sources;

    #[test]
    fn a_run_with_a_failed_test_is_not_called_fine() {
        let record = |outcome| {
            let facts = TestFacts { outcome: Some(outcome), ..TestFacts::default() };
            let (test, worker) = ("t.py::a".to_owned(), "main".to_owned());
            TestRecord { test, worker, started: Some(0.0), facts }
        };
        let texts = FxHashMap::default();
        let page = |outcomes: &[TestOutcome], ending| {
            let tests = outcomes.iter().map(|outcome| record(*outcome)).collect();
            let recording = Recording { tests, ..Recording::default() };
            let sources = &Sources::new(&texts);
            timeline_page(&Timeline {
                recording: &recording,
                diagnostics: &[],
                observations: &[],
                sources,
                ending,
            })
        };
        assert!(page(&[TestOutcome::Passed], None).contains(": nothing wrong."));
        let failed = page(&[TestOutcome::Passed, TestOutcome::Failed, TestOutcome::Unfinished], None);
        assert!(failed.contains(": no event-loop bug; of the tests, 1 failed and 1 did not finish."));
        assert!(page(&[TestOutcome::Passed], Some("pytest was killed")).contains(": no event-loop bug."));
    }

    #[test]
    fn names_of_a_run_break_no_line_and_move_no_text() {
        let hostile = |name: &str| format!("{name}\n::error::FORGED\u{1b}[2J\u{202e}");
        let seen = TestLoop { id: hostile("loop"), class: hostile("Loop"), scope: Scope::Function };
        let facts = TestFacts { duration: 1.0, loops: Some(vec![seen]), ..TestFacts::default() };
        let record =
            TestRecord { test: hostile("t.py::a"), worker: hostile("gw0"), started: Some(0.0), facts };
        let recording = Recording { tests: vec![record], ..Recording::default() };
        let texts = FxHashMap::default();
        let page = timeline_page(&Timeline {
            recording: &recording,
            diagnostics: &[],
            observations: &[],
            sources: &Sources::new(&texts),
            ending: Some(&hostile("stopped")),
        });
        for name in ["loop", "Loop", "t.py::a", "gw0", "stopped"] {
            assert!(page.contains(&format!("{name}\\n::error::FORGED\\x1b[2J\\u202e")), "{name}");
        }
        assert!(!page.contains("\n::error") && !page.contains(['\u{1b}', '\u{202e}']));
    }
}
