//! What the rules on suites say, beside what was seen.

use super::foretold::Foretold;
use super::record::Recorded;
use super::verdict::{Seen, Verdict};
use crate::harness::*;

/// The rules whose words can be seen in a run.
pub(super) const RULES: [(&str, &str); 9] = [
    ("event-loop-override", "a fixture `event_loop` is ignored, or warned of"),
    ("event-loop-request", "there is no `event_loop`, or an async function is warned of it"),
    ("unmarked-async-test", "an async test is skipped or refused"),
    ("pytest-fixture-on-async-def", "a test gets a coroutine from a fixture, or is refused it"),
    ("fixture-scope-wider-than-loop", "a scope mismatch"),
    ("async-test-in-testcase", "a test passes without its body"),
    ("deprecated-marker-argument", "`scope` of the mark is warned of"),
    ("unknown-plugin-option", "an option is warned of, or ends the session"),
    ("warnings-as-errors-kill-session", "pytest ends because an option is not set"),
];

/// The names of the rules that have a finding in a suite.
pub(super) fn foretold(foretold: &Foretold) -> BTreeSet<&'static str> {
    let has = |name: &&str| foretold.findings.iter().any(|finding| finding.rule == *name);
    RULES.iter().map(|(name, _)| *name).filter(|name| has(name)).collect()
}

/// The names of the rules of which a run shows what they speak of.
pub(super) fn seen<'s>(recorded: &Recorded, tests: impl Iterator<Item = &'s Seen>) -> BTreeSet<&'static str> {
    let tests: Vec<&Seen> = tests.collect();
    let is_any = |wanted: Verdict| tests.iter().any(|seen| seen.verdict == wanted);
    let is_said = |words: &str| {
        recorded.warnings.iter().any(|warning| warning.contains(words)) || recorded.output.contains(words)
    };
    let shows = |name: &str| match name {
        "event-loop-override" => {
            tests.iter().any(|seen| seen.ignores_override) || is_said("has been redefined in")
        }
        "event-loop-request" => {
            tests.iter().any(|seen| seen.text.contains("fixture 'event_loop' not found"))
                || is_said("is asynchronous and explicitly requests the \"event_loop\" fixture")
        }
        "unmarked-async-test" => is_any(Verdict::Skipped) || is_any(Verdict::Refused),
        "pytest-fixture-on-async-def" => {
            !recorded.unrun_fixtures.is_empty() || is_any(Verdict::FixtureRefused)
        }
        "fixture-scope-wider-than-loop" => is_any(Verdict::ScopeMismatch),
        "async-test-in-testcase" => is_any(Verdict::NeverAwaited),
        "deprecated-marker-argument" => {
            is_said("The \"scope\" keyword argument to the asyncio marker has been deprecated")
        }
        "unknown-plugin-option" => is_said("Unknown config option") || is_said("Unknown config options"),
        _ => is_any(Verdict::SessionDies) && is_said("\"asyncio_default_fixture_loop_scope\" is unset"),
    };
    RULES.iter().map(|(name, _)| *name).filter(|name| shows(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::record::tests::recorded;
    use super::{Verdict, seen};
    use crate::behaviour::verdict::Seen;

    #[test]
    fn warnings_and_verdicts_show_what_rules_speak_of() {
        let recorded =
            recorded(&[r#"{"kind": "warning", "text": "PytestConfigWarning: Unknown config option: x"}"#]);
        let test = Seen::without_run(Verdict::ScopeMismatch, "");
        let shown = seen(&recorded, std::iter::once(&test));
        assert_eq!(
            shown.into_iter().collect::<Vec<_>>(),
            ["fixture-scope-wider-than-loop", "unknown-plugin-option"]
        );
    }
}
