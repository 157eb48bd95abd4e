//! The picture of one process: time from left to right, the tests, the loops below them, and what was seen.

use std::collections::BTreeSet;

use loopmend_core::Scope;
use maud::{Markup, html};

use super::strip::{Bar, Mark, Stop, Strip};
use super::{seconds, tone_of_level, tone_of_outcome};
use crate::style::printable;

/// The width of the picture in its own units; it is drawn as wide as the window is.
const WIDTH: f64 = 1000.0;
/// The smallest width of a bar.
const NARROWEST: f64 = 0.8;
const TEST_HEIGHT: usize = 18;
const LANE_HEIGHT: usize = 9;
const MARK_HEIGHT: usize = 14;
const GAP: usize = 5;
/// So many tests are told apart by a gap between them.
const FEW: usize = 200;

/// The picture, with what its colours mean.
pub(super) fn picture(strip: &Strip<'_>, marks: &[Mark]) -> Markup {
    let first_lane = TEST_HEIGHT + GAP;
    let marks_at = first_lane + strip.lanes * LANE_HEIGHT + GAP;
    let height = marks_at + MARK_HEIGHT;
    let numbers: BTreeSet<usize> = strip.stops.iter().map(|stop| stop.number).collect();
    let own: Vec<&Mark> = marks.iter().filter(|mark| numbers.contains(&mark.test)).collect();
    html! {
        div.strip.few[strip.stops.len() <= FEW] tabindex="0" role="group" aria-label={ "The tests of " (printable(strip.worker)) " over time; the arrow keys go from test to test, Enter shows one in the list" } {
            svg viewBox={ "0 0 " (WIDTH) " " (height) } height=(height) preserveAspectRatio="none" aria-hidden="true" {
                @for stop in &strip.stops { (test(stop, strip.length)) }
                @for bar in &strip.bars { (event_loop(bar, first_lane, strip.length)) }
                @for mark in &own { (finding(mark, marks_at, strip.length)) }
            }
        }
        p.axis { span { "0 s" } span { (seconds(strip.length)) } }
        p.at role="status" { (legend(strip, !own.is_empty())) }
    }
}

fn place(start: f64, end: f64, length: f64) -> (String, String) {
    let scale = if length > 0.0 { WIDTH / length } else { 0.0 };
    let width = ((end - start) * scale).max(NARROWEST);
    let x = (start * scale).min(WIDTH - width).max(0.0);
    (format!("{x:.2}"), format!("{width:.2}"))
}

fn test(stop: &Stop<'_>, length: f64) -> Markup {
    let (x, width) = place(stop.start, stop.end, length);
    html! {
        rect class={ "test " (tone_of_outcome(stop.record.facts.outcome)) } data-test=(stop.number) x=(x) y="0" width=(width) height=(TEST_HEIGHT) {
            title { (printable(&stop.record.test)) " " (seconds(stop.record.facts.duration)) }
        }
    }
}

fn event_loop(bar: &Bar<'_>, first_lane: usize, length: f64) -> Markup {
    let (x, width) = place(bar.start, bar.end, length);
    let y = first_lane + bar.lane * LANE_HEIGHT;
    html! {
        rect class={ "loop " (bar.scope.name()) } data-kind="loop" data-id=(printable(&bar.of.id)) x=(x) y=(y) width=(width) height=(LANE_HEIGHT - 2) {
            title { (printable(&bar.of.id)) " " (printable(&bar.of.class)) ", " (bar.scope.name()) ", tests: " (bar.tests) }
        }
    }
}

fn finding(mark: &Mark, y: usize, length: f64) -> Markup {
    let (x, _) = place(mark.at, mark.at, length);
    let kind = if mark.is_made { "mark made" } else { "mark noticed" };
    let words = if mark.is_made { "made here" } else { "noticed here" };
    html! {
        rect class={ (kind) " " (tone_of_level(mark.level)) } data-finding=(mark.finding) x=(x) y=(y) width="3" height=(MARK_HEIGHT) {
            title { (words) }
        }
    }
}

/// The legend: the colours of the scopes that occur, and the marks.
fn legend(strip: &Strip<'_>, has_marks: bool) -> Markup {
    let has = |scope: &Scope| strip.bars.iter().any(|bar| bar.scope == *scope);
    html! {
        span.legend {
            @for scope in Scope::ALL.into_iter().filter(has) {
                span.key { i.swatch.(scope.name()) {} " " (scope.name()) " loop" } " "
            }
            @if strip.bars.is_empty() { span.key { "no event loop ran while a test was called" } " " }
            @if has_marks {
                span.key { i.swatch.made {} " made" } " "
                span.key { i.swatch.noticed {} " noticed" }
            }
        }
    }
}
