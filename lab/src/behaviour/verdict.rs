//! What becomes of a test, in the words that prediction and run share.

use super::record::{Item, Phase, Recorded, Run};
use crate::harness::*;

/// What becomes of a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    /// Its body is entered.
    Runs,
    /// Its body is entered, on another event loop than one of its async fixtures.
    DifferentLoop,
    /// Its body is entered, on another event loop than that of the `event_loop` that the project overrides.
    OverrideIgnored,
    /// It passes, and its body is never entered.
    NeverAwaited,
    /// It is skipped.
    Skipped,
    /// It fails, because nothing runs it.
    Refused,
    /// A fixture that it asks for is not there.
    FixtureMissing,
    /// A fixture is kept longer than what it rests on.
    ScopeMismatch,
    /// It ends with an error, because nothing runs an async fixture.
    FixtureRefused,
    /// It ends with another error before its body is entered.
    Error,
    /// Its file cannot be collected.
    CollectionError,
    /// pytest ends before it comes to a test.
    SessionDies,
    /// The prediction leaves it open.
    Unknown,
    /// It is foretold, and not there; or the reverse.
    NotListed,
}

impl Verdict {
    /// A few words: those of its name.
    pub(super) fn name(self) -> String {
        let mut words = String::new();
        for character in format!("{self:?}").chars() {
            if character.is_uppercase() && !words.is_empty() {
                words.push(' ');
            }
            words.extend(character.to_lowercase());
        }
        words
    }

    /// Whether the body is entered.
    pub(super) fn is_run(self) -> bool {
        matches!(self, Self::Runs | Self::DifferentLoop | Self::OverrideIgnored)
    }
}

/// What was seen of a test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    /// What became of it.
    pub(super) verdict: Verdict,
    /// The number of the event loop on which it ran.
    pub(super) on: Option<usize>,
    /// Those of its async fixtures.
    pub(super) fixtures: BTreeMap<String, usize>,
    /// Whether it sees a fixture `event_loop` of the suite, and ran on another loop than that of it.
    pub(super) ignores_override: bool,
    /// Whether its call failed.
    pub(super) has_failed: bool,
    /// What pytest says of it.
    pub(super) text: String,
}

impl Seen {
    /// Of a test whose body was not entered.
    pub(super) fn without_run(verdict: Verdict, text: &str) -> Self {
        let text = text.to_owned();
        Self {
            verdict,
            on: None,
            fixtures: BTreeMap::new(),
            ignores_override: false,
            has_failed: false,
            text,
        }
    }
}

/// What was seen of the tests, by their identifiers: of those that were collected, and of those that were foretold.
pub(super) fn seen<'n>(
    recorded: &Recorded,
    foretold: impl Iterator<Item = &'n str>,
) -> BTreeMap<String, Seen> {
    let mut all: BTreeMap<String, Seen> =
        recorded.items.iter().map(|(node, item)| (node.clone(), of_item(item, recorded))).collect();
    let collected: Vec<String> = all.keys().map(|node| without_parameters(node).to_owned()).collect();
    for node in foretold.filter(|node| !collected.iter().any(|known| known == node)) {
        all.insert(node.to_owned(), of_uncollected(node, recorded));
    }
    all
}

/// An identifier without what stands in brackets.
pub(super) fn without_parameters(node: &str) -> &str {
    node.split_once('[').map_or(node, |(name, _)| name)
}

fn of_item(item: &Item, recorded: &Recorded) -> Seen {
    let of_phase = |when| item.phases.iter().find(|phase: &&Phase| phase.when == when);
    let Some(setup) = of_phase("setup") else {
        return Seen::without_run(Verdict::SessionDies, end_of(&recorded.output));
    };
    match (setup.outcome.as_str(), of_phase("call"), &item.run) {
        ("failed", ..) => Seen::without_run(of_error(&setup.text), &setup.text),
        ("skipped", ..) => Seen::without_run(Verdict::Skipped, &setup.text),
        (_, Some(call), Some(run)) => of_call(item, call, run),
        _ => Seen::without_run(Verdict::SessionDies, end_of(&recorded.output)),
    }
}

fn of_call(item: &Item, call: &Phase, run: &Run) -> Seen {
    let verdict = match call.outcome.as_str() {
        _ if run.ran => of_run(item, run),
        "skipped" => Verdict::Skipped,
        "passed" => Verdict::NeverAwaited,
        _ => of_error(&call.text),
    };
    Seen {
        verdict,
        on: run.on,
        fixtures: run.fixtures.clone(),
        ignores_override: ignores_override(item, run),
        has_failed: call.outcome == "failed",
        text: call.text.clone(),
    }
}

fn of_run(item: &Item, run: &Run) -> Verdict {
    let Some(on) = run.on else { return Verdict::Runs };
    if run.fixtures.values().any(|other| *other != on) {
        Verdict::DifferentLoop
    } else if ignores_override(item, run) {
        Verdict::OverrideIgnored
    } else {
        Verdict::Runs
    }
}

fn ignores_override(item: &Item, run: &Run) -> bool {
    item.is_overridden && run.on.is_some() && run.of_override != run.on
}

fn of_error(text: &str) -> Verdict {
    const ERRORS: [(&str, Verdict); 5] = [
        ("ScopeMismatch", Verdict::ScopeMismatch),
        ("async def functions are not natively supported", Verdict::Refused),
        ("with no plugin or hook that handled it", Verdict::FixtureRefused),
        ("fixture '", Verdict::FixtureMissing),
        ("", Verdict::Error),
    ];
    let is_it = |(words, verdict): &&(&str, Verdict)| {
        text.contains(words) && (*verdict != Verdict::FixtureMissing || text.contains("' not found"))
    };
    ERRORS.iter().find(is_it).map_or(Verdict::Error, |(_, verdict)| *verdict)
}

/// A test that was foretold and is not among those that were collected.
fn of_uncollected(node: &str, recorded: &Recorded) -> Seen {
    let holds = |place: &str| node.strip_prefix(place).is_some_and(|rest| rest.starts_with(['/', ':']));
    if let Some((_, text)) = recorded.uncollected.iter().find(|(place, _)| holds(place)) {
        return Seen::without_run(Verdict::CollectionError, text);
    }
    let has_died = recorded.items.is_empty() && matches!(recorded.status, None | Some(1..=4));
    let verdict = if has_died { Verdict::SessionDies } else { Verdict::NotListed };
    Seen::without_run(verdict, end_of(&recorded.output))
}

/// The last lines, which say why pytest ended.
fn end_of(output: &str) -> &str {
    const MOST: usize = 2000;
    let start = output.len().saturating_sub(MOST);
    &output[output.ceil_char_boundary(start)..]
}

#[cfg(test)]
mod tests {
    use super::super::record::tests::recorded;
    use super::{Verdict, seen};

    fn of(lines: &[&str]) -> Verdict {
        let mut all = vec![r#"{"kind": "collected", "node": "t.py::a[1]", "override": true}"#];
        all.extend(lines);
        seen(&recorded(&all), std::iter::once("t.py::a"))["t.py::a[1]"].verdict
    }

    #[test]
    fn the_words_of_a_verdict_are_those_of_its_name() {
        assert_eq!(
            [Verdict::Runs, Verdict::OverrideIgnored].map(Verdict::name),
            ["runs", "override ignored"]
        );
    }

    const SET_UP: &str =
        r#"{"kind": "phase", "node": "t.py::a[1]", "when": "setup", "outcome": "passed", "text": ""}"#;
    const CALLED: &str =
        r#"{"kind": "phase", "node": "t.py::a[1]", "when": "call", "outcome": "passed", "text": ""}"#;

    fn run(rest: &str) -> Verdict {
        let run = format!(r#"{{"kind": "run", "node": "t.py::a[1]", {rest}}}"#);
        of(&[SET_UP, &run, CALLED])
    }

    #[test]
    fn a_call_is_told_by_its_loops() {
        assert_eq!(
            run(r#""ran": true, "loop": 1, "fixtures": {"f": 0}, "override": null"#),
            Verdict::DifferentLoop
        );
        assert_eq!(
            run(r#""ran": true, "loop": 1, "fixtures": {"f": 1}, "override": null"#),
            Verdict::OverrideIgnored
        );
        assert_eq!(run(r#""ran": true, "loop": 1, "fixtures": {}, "override": 1"#), Verdict::Runs);
        assert_eq!(
            run(r#""ran": false, "loop": null, "fixtures": {}, "override": null"#),
            Verdict::NeverAwaited
        );
    }

    #[test]
    fn an_error_is_told_by_its_words() {
        let failed = |text: &str| {
            of(&[&format!(
                r#"{{"kind": "phase", "node": "t.py::a[1]", "when": "setup", "outcome": "failed", "text": "{text}"}}"#
            )])
        };
        assert_eq!(failed("fixture 'x' not found"), Verdict::FixtureMissing);
        assert_eq!(failed("ScopeMismatch: fixture 'x'"), Verdict::ScopeMismatch);
        assert_eq!(failed("fixture 'x'"), Verdict::Error);
        assert_eq!(of(&[]), Verdict::SessionDies);
    }

    #[test]
    fn what_is_not_collected_is_told_by_its_file() {
        let recorded = recorded(&[r#"{"kind": "uncollected", "node": "t.py", "text": "E"}"#]);
        let seen = seen(&recorded, ["t.py::a", "u.py::b"].into_iter());
        assert_eq!(seen["t.py::a"].verdict, Verdict::CollectionError);
        assert_eq!(seen["u.py::b"].verdict, Verdict::SessionDies);
    }
}
