//! The tests and the findings of the page, one after the other.

use std::collections::BTreeMap;

use loopmend_core::{SessionPlace, counted_with_commas, with_commas};
use loopmend_rules::Observation;
use maud::{Markup, html};

use super::super::page::rich;
use super::strip::{Mark, Stop, Strip};
use super::{Timeline, seconds, tone_of_level, tone_of_outcome};
use crate::style::printable;

/// A list of more tests is folded.
const FEW: usize = 200;

/// The tests of one process, in order.
pub(super) fn tests(timeline: &Timeline<'_>, strip: &Strip<'_>, marks: &[Mark]) -> Markup {
    let mut by_test: BTreeMap<usize, Vec<&Mark>> = BTreeMap::new();
    for mark in marks {
        by_test.entry(mark.test).or_default().push(mark);
    }
    html! {
        details.card.order open[strip.stops.len() <= FEW] {
            summary { h3 { "In order" } span.count { (counted_with_commas(strip.stops.len(), "test")) } }
            div.inside {
                ul.tests { @for stop in &strip.stops {
                        (test(timeline, stop, by_test.get(&stop.number).map_or(&[], Vec::as_slice)))
                    } }
            }
        }
    }
}

fn test(timeline: &Timeline<'_>, stop: &Stop<'_>, marks: &[&Mark]) -> Markup {
    let record = stop.record;
    let facts = &record.facts;
    let outcome = facts.outcome.map_or("unknown outcome", |outcome| outcome.name());
    let loops: Vec<_> = record.loops().iter().map(|of| printable(&of.id)).collect();
    let name = printable(&record.test);
    html! {
        li.entry.(tone_of_outcome(facts.outcome)) #{ "t" (stop.number) } tabindex="-1" data-kind="test" data-id=(name) {
            span.name { (name) } " "
            span.soft {
                (outcome) ", " (seconds(facts.duration))
                @if let Some(tasks) = facts.tasks { ", " (counted_with_commas(tasks as usize, "task")) }
                @if !loops.is_empty() { ", on " (loops.join(", ")) }
                @if let Some(held) = facts.held { ", a loop blocked for " (seconds(held)) }
                @if let Some(growth) = facts.growth { ", memory " (format!("{:+}", growth / 1024)) " KiB" }
            }
            @for mark in marks {
                @let Observation { diagnostic, sighting, .. } = &timeline.observations[mark.finding];
                @if mark.is_made || sighting.born.test != sighting.noticed.test {
                    " " a.finding.(tone_of_level(mark.level)) href={ "#f" (mark.finding) } {
                        @if !mark.is_made { "noticed: " }
                        (diagnostic.rule)
                    }
                }
            }
        }
    }
}

/// The findings, each with the tests in which it was made and noticed.
pub(super) fn findings(timeline: &Timeline<'_>) -> Markup {
    let tests = &timeline.recording.tests;
    let numbers = tests.iter().enumerate().map(|(number, record)| (record.test.as_str(), number)).collect();
    html! {
        @if !timeline.observations.is_empty() {
            section {
                h2 { "What was seen" " " span.count { (with_commas(timeline.observations.len())) ", by place, test and phase" } }
                ul.findings {
                    @for (number, observation) in timeline.observations.iter().enumerate() {
                        (finding(timeline, &numbers, number, observation))
                    }
                }
            }
        }
    }
}

/// By node id, the number of each test.
type Numbers<'a> = BTreeMap<&'a str, usize>;

fn finding(
    timeline: &Timeline<'_>,
    numbers: &Numbers<'_>,
    number: usize,
    observation: &Observation,
) -> Markup {
    let Observation { diagnostic, sighting, times, .. } = observation;
    let line = timeline.sources.range(&diagnostic.path, diagnostic.span).start.line;
    let (path, test) = (printable(&diagnostic.path), printable(&sighting.born.test));
    html! {
        li.entry.(tone_of_level(diagnostic.level)) #{ "f" (number) } tabindex="-1" data-kind="finding" data-id={ (path) ":" (line) " " (diagnostic.rule) " " (test) } {
            p { strong { (diagnostic.rule) } " " span.path { (path) ":" (line) } @if *times > 1 { " (" (times) " times)" } }
            p { (rich(&printable(&diagnostic.message))) }
            p.soft {
                "Made " (where_it_was(numbers, &sighting.born))
                @if sighting.noticed.test != sighting.born.test { "; noticed " (where_it_was(numbers, &sighting.noticed)) }
                "."
            }
        }
    }
}

/// The place in words, with a link to the test.
fn where_it_was(numbers: &Numbers<'_>, place: &SessionPlace) -> Markup {
    html! {
        @match numbers.get(place.test.as_str()) {
            Some(number) => { "in " a href={ "#t" (number) } { code { (printable(&place.test)) } } " (" (place.phase_in_words()) ")" }
            None => (rich(&printable(&place.in_words()))),
        }
    }
}
