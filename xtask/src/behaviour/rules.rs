//! What the rules on suites say, beside what was seen.

use std::collections::BTreeSet;

use super::foretold::Foretold;
use super::record::Recorded;
use super::verdict::{Seen, Verdict};

/// The rules whose words can be seen in a run.
pub(super) const RULES: [(&str, &str); 9] = [
    ("LM301", "a fixture `event_loop` is ignored, or warned of"),
    ("LM302", "there is no `event_loop`, or an async function is warned of it"),
    ("LM303", "an async test is skipped or refused"),
    ("LM304", "a test gets a coroutine from a fixture, or is refused it"),
    ("LM305", "a scope mismatch"),
    ("LM309", "a test passes without its body"),
    ("LM314", "`scope` of the mark is warned of"),
    ("LM320", "an option is warned of, or ends the session"),
    ("LM323", "pytest ends because an option is not set"),
];

/// The codes of the rules that have a finding in a suite.
pub(super) fn foretold(foretold: &Foretold) -> BTreeSet<&'static str> {
    let has = |code: &&str| foretold.findings.iter().any(|finding| finding.code == *code);
    RULES.iter().map(|(code, _)| *code).filter(|code| has(&code)).collect()
}

/// The codes of the rules of which a run shows what they speak of.
pub(super) fn seen<'s>(recorded: &Recorded, tests: impl Iterator<Item = &'s Seen>) -> BTreeSet<&'static str> {
    let tests: Vec<&Seen> = tests.collect();
    let is_any = |wanted: Verdict| tests.iter().any(|seen| seen.verdict == wanted);
    let is_said = |words: &str| {
        recorded.warnings.iter().any(|warning| warning.contains(words)) || recorded.output.contains(words)
    };
    let shows = |code: &str| match code {
        "LM301" => tests.iter().any(|seen| seen.ignores_override) || is_said("has been redefined in"),
        "LM302" => {
            tests.iter().any(|seen| seen.text.contains("fixture 'event_loop' not found"))
                || is_said("is asynchronous and explicitly requests the \"event_loop\" fixture")
        }
        "LM303" => is_any(Verdict::Skipped) || is_any(Verdict::Refused),
        "LM304" => !recorded.unrun_fixtures.is_empty() || is_any(Verdict::FixtureRefused),
        "LM305" => is_any(Verdict::ScopeMismatch),
        "LM309" => is_any(Verdict::NeverAwaited),
        "LM314" => is_said("The \"scope\" keyword argument to the asyncio marker has been deprecated"),
        "LM320" => is_said("Unknown config option") || is_said("Unknown config options"),
        _ => is_any(Verdict::SessionDies) && is_said("\"asyncio_default_fixture_loop_scope\" is unset"),
    };
    RULES.iter().map(|(code, _)| *code).filter(|code| shows(code)).collect()
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
        let test = Seen {
            verdict: Verdict::ScopeMismatch,
            on: None,
            fixtures: Default::default(),
            ignores_override: false,
            has_failed: false,
            text: String::new(),
        };
        let shown = seen(&recorded, std::iter::once(&test));
        assert_eq!(shown.into_iter().collect::<Vec<_>>(), ["LM305", "LM320"]);
    }
}
