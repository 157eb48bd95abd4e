//! A run of the tests as a page for a browser: one file that asks for nothing else.

mod list;
mod picture;
mod strip;

use loopmend_core::{Diagnostic, Level, TestOutcome, counted_with_commas, with_commas};
use loopmend_rules::Observation;
use loopmend_runner::{Recording, loops};
use maud::{Markup, html};

use super::page::{Page, page};
use super::{Sources, levels};
use list::{findings, tests};
use strip::{Mark, Strip, first_start, marks, strips};

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
        (counted_with_commas(loops(tests).len(), "event loop")) ": " (seen(timeline.diagnostics)) "."
    }
}

fn facts(timeline: &Timeline<'_>) -> Markup {
    let Recording { versions, limits, .. } = timeline.recording;
    html! {
        ul.facts {
            @if let Some((python, pytest)) = versions { li { "Python " (python) ", pytest " (pytest) } }
            @if let Some(ending) = timeline.ending { li { (ending) } }
            @if let Some(before) = first_start(timeline.recording) { li { "the first test began " (seconds(before)) " after pytest, once all were collected; time counts from there" } }
            @for words in limits { li { (words) } }
        }
    }
}

/// `2 errors and 1 warning`, `nothing wrong`.
fn seen(diagnostics: &[Diagnostic]) -> String {
    levels(diagnostics)
        .map_or_else(|| "nothing wrong".to_owned(), |words| anstream::adapter::strip_str(&words).to_string())
}

/// The tests of one process: their picture, and each of them.
fn section(timeline: &Timeline<'_>, strip: &Strip<'_>, marks: &[Mark]) -> Markup {
    let title = if strip.worker == "main" { "Tests" } else { strip.worker };
    html! {
        section {
            h2 { (title) " " span.count { (counted_with_commas(strip.stops.len(), "test")) } }
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
