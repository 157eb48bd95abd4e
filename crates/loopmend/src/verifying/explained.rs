//! Puts failures before the change under the fixes that ended them, and joins causes that are one to a reader.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use loopmend_verify::{ChangedTest, EvidenceKind, FailureCause, FileKind, FixReport, State, Verdict};

use super::causes::UNFINISHED;
use super::report::file_kind;
use crate::render::counted;

/// Longer messages of tests are not repeated beside the finding.
const MAX_REPEATED: usize = 100;

/// Replaces the words of failures that verified fixes ended by the findings of these fixes, and joins failures of one fix.
pub(super) fn explained(
    causes: Vec<FailureCause>,
    fixes: &[FixReport],
    tests: &[ChangedTest],
) -> Vec<FailureCause> {
    let mut known: Vec<(Option<usize>, FailureCause)> = Vec::new();
    for cause in causes {
        let Some(place) = find_fix(&cause, fixes, tests) else {
            known.push((None, cause));
            continue;
        };
        match known.iter_mut().find(|(other, _)| *other == Some(place)) {
            Some((_, joined)) => {
                joined.more_places.extend(cause.place);
                joined.more_places.extend(cause.more_places);
                joined.tests.extend(cause.tests);
            }
            None => known.push((Some(place), by_finding(cause, &fixes[place]))),
        }
    }
    joined(known.into_iter().map(|(_, cause)| cause).collect())
}

/// Joins the findings of one rule with one cure, and the exceptions of one class at one place. The order is: causes without a test, which kept
/// the suite from running; production code; then causes by their number of tests.
pub(super) fn joined(causes: Vec<FailureCause>) -> Vec<FailureCause> {
    let mut groups: Vec<(Kind, Vec<FailureCause>)> = Vec::new();
    for cause in causes {
        let kind = Kind::of(&cause);
        match groups.iter_mut().find(|(other, _)| kind != Kind::Other && *other == kind) {
            Some((_, group)) => group.push(cause),
            None => groups.push((kind, vec![cause])),
        }
    }
    let mut joined: Vec<FailureCause> =
        groups.into_iter().filter_map(|(kind, group)| join(&kind, group)).collect();
    let is_of_production = |cause: &FailureCause| {
        let path = cause.place.as_ref().and_then(|place| place.rsplit_once(':')).map(|(path, _)| path);
        path.is_some_and(|path| file_kind(path) == FileKind::Production)
    };
    joined.sort_by_key(|it| (!it.tests.is_empty(), !is_of_production(it), Reverse(it.tests.len())));
    joined
}

/// The property by which causes are joined into one paragraph.
#[derive(PartialEq)]
enum Kind {
    /// The rule, and the cure.
    Rule(String, Option<String>),
    /// The class of the exception, and the place.
    Exception(String, String),
    /// Nothing.
    Other,
}

impl Kind {
    fn of(cause: &FailureCause) -> Self {
        let FailureCause { cause: words, rule, cure, place, .. } = cause;
        let class =
            words.split_once(": ").map(|(class, _)| class).filter(|class| !class.contains([' ', '`']));
        match (rule, class, place) {
            (Some(rule), ..) => Self::Rule(rule.clone(), cure.clone()),
            (None, Some(class), Some(place)) if cure.is_none() => {
                Self::Exception(class.to_owned(), place.clone())
            }
            _ => Self::Other,
        }
    }
}

/// Makes one cause of several, in the words of the first one.
fn join(kind: &Kind, causes: Vec<FailureCause>) -> Option<FailureCause> {
    let mut said: Vec<String> = Vec::new();
    for cause in &causes {
        let words = match kind {
            Kind::Rule(code, _) => split_message(&cause.cause, code).0,
            Kind::Exception(..) | Kind::Other => &cause.cause,
        };
        if !said.iter().any(|known| known == words) {
            said.push(words.to_owned());
        }
    }
    let mut causes = causes.into_iter();
    let mut one = causes.next()?;
    let others: Vec<FailureCause> = causes.collect();
    if others.is_empty() {
        return Some(one);
    }
    let more = said.len() - 1;
    one.cause = match kind {
        Kind::Rule(code, _) => {
            let (message, name) = split_message(&one.cause, code);
            let others =
                if more > 0 { format!(", and {}", counted(more, "other finding")) } else { String::new() };
            format!("{message}{name}{others}")
        }
        Kind::Exception(..) | Kind::Other if more > 0 => {
            format!("{}, and {}", one.cause.trim_end_matches('.'), counted(more, "other text"))
        }
        Kind::Exception(..) | Kind::Other => one.cause,
    };
    // The places of the findings come before those where tests notice them.
    let places: Vec<String> = others.iter().filter_map(|other| other.place.clone()).collect();
    let noticed = std::mem::take(&mut one.more_places)
        .into_iter()
        .chain(others.iter().flat_map(|it| it.more_places.clone()));
    let mut known: BTreeSet<String> = one.place.iter().cloned().collect();
    one.more_places = places.into_iter().chain(noticed).filter(|place| known.insert(place.clone())).collect();
    one.tests.extend(others.into_iter().flat_map(|other| other.tests));
    one.tests.sort();
    one.tests.dedup();
    Some(one)
}

/// The message of a finding, and the name and code of its rule, out of the words of a cause.
fn split_message<'w>(words: &'w str, code: &str) -> (&'w str, &'w str) {
    let end = format!(", {code})");
    let Some(end) = words.rfind(&end).map(|start| start + end.len()) else { return (words, "") };
    let Some(start) = words[..end].rfind(" (`") else { return (words, "") };
    (&words[..start], &words[start..end])
}

/// The fix that ended all failures of a cause.
fn find_fix(cause: &FailureCause, fixes: &[FixReport], tests: &[ChangedTest]) -> Option<usize> {
    let mut found = cause.tests.iter().map(|test| {
        let passes_now = tests
            .iter()
            .any(|it| it.test == *test && it.before.state == State::Bad && it.after.state == State::Good);
        passes_now.then(|| find_fix_of_test(test, fixes, cause.cause.starts_with(UNFINISHED))).flatten()
    });
    let first = found.next()??;
    found.all(|other| other == Some(first)).then_some(first)
}

/// The fix without which a test fails again, or else the only one with evidence in the test. What is seen in a test that hangs says nothing of
/// why it does.
fn find_fix_of_test(test: &str, fixes: &[FixReport], hangs: bool) -> Option<usize> {
    let shows = |fix: &FixReport, needed: Option<EvidenceKind>| {
        fix.verdict == Verdict::Verified
            && fix.evidence.iter().any(|it| it.test == test && needed.is_none_or(|kind| it.kind == kind))
    };
    let only = |needed: Option<EvidenceKind>| {
        let mut places =
            fixes.iter().enumerate().filter(|(_, fix)| shows(fix, needed)).map(|(place, _)| place);
        let first = places.next()?;
        places.next().is_none().then_some(first)
    };
    only(Some(EvidenceKind::Ablation)).or_else(|| only(None).filter(|_| !hangs))
}

fn by_finding(cause: FailureCause, fix: &FixReport) -> FailureCause {
    let repeats = cause.cause.len() <= MAX_REPEATED && !cause.cause.contains(&fix.message);
    let said = if repeats {
        format!("; the test says “{}”", cause.cause.trim_end_matches('.'))
    } else {
        String::new()
    };
    let place = format!("{}:{}", fix.path, fix.line);
    let others = cause.place.into_iter().chain(cause.more_places).filter(|other| *other != place);
    FailureCause {
        cause: format!("{} (`{}`, {}){said}", fix.message, fix.rule, fix.code),
        rule: Some(fix.code.clone()),
        cure: Some(fix.title.clone()),
        more_places: others.collect(),
        place: Some(place),
        tests: cause.tests,
    }
}

#[cfg(test)]
mod tests {
    use loopmend_core::{Applicability, TestOutcome};
    use loopmend_verify::{ChangedTest, Evidence, EvidenceKind, FailureCause, FixReport, TestState, Verdict};

    use super::{UNFINISHED, explained, joined};

    fn fix(line: u32, kind: EvidenceKind, test: &str) -> FixReport {
        FixReport {
            path: "app.py".to_owned(),
            line,
            rule: "unawaited-coroutine".to_owned(),
            code: "LM101".to_owned(),
            message: format!("coroutine `save_{line}` is never awaited"),
            notes: Vec::new(),
            title: "await the call".to_owned(),
            applicability: Applicability::Unsafe,
            verdict: Verdict::Verified,
            why: String::new(),
            to_prove: None,
            evidence: vec![Evidence { kind, test: test.to_owned(), words: String::new() }],
            lines: (1, 1),
            tests: Vec::new(),
            tests_in_all: 0,
            lines_not_run: Vec::new(),
            pattern: None,
            diff: String::new(),
            is_written: true,
            missing_options: Vec::new(),
            is_obsolete: false,
        }
    }

    fn cause(words: &str, test: &str) -> FailureCause {
        FailureCause {
            cause: words.to_owned(),
            rule: None,
            cure: None,
            place: Some(format!("{test}:1")),
            more_places: Vec::new(),
            tests: vec![test.to_owned()],
        }
    }

    fn changed(test: &str) -> ChangedTest {
        let state = |outcome| TestState::of(Some(outcome));
        let (before, after) = (state(TestOutcome::Failed), state(TestOutcome::Passed));
        ChangedTest { test: test.to_owned(), before, after, runs: (1, 1), as_stated: None, category: None }
    }

    #[test]
    fn a_test_that_hangs_stands_under_a_fix_only_if_it_hangs_again_without_it() {
        let of = |kind| {
            let causes = vec![cause(UNFINISHED, "a")];
            let causes = explained(causes, &[fix(1, kind, "a")], &[changed("a")]);
            causes[0].place.clone().unwrap()
        };
        assert_eq!(of(EvidenceKind::Probe), "a:1");
        assert_eq!(of(EvidenceKind::Ablation), "app.py:1");
    }

    #[test]
    fn failures_stand_under_the_fix_that_ended_them() {
        let fixes = [
            fix(1, EvidenceKind::Ablation, "a"),
            fix(2, EvidenceKind::Probe, "a"),
            fix(3, EvidenceKind::Probe, "b"),
            fix(4, EvidenceKind::Probe, "b"),
        ];
        let causes =
            vec![cause("assert 0 == 1", "a"), cause("assert 0 == 2", "b"), cause("assert 0 == 3", "c")];
        let found = explained(causes, &fixes, &["a", "b"].map(changed));
        let words: Vec<&str> = found.iter().map(|cause| cause.cause.as_str()).collect();
        let first = "coroutine `save_1` is never awaited (`unawaited-coroutine`, LM101); the test says “assert 0 == 1”";
        assert_eq!(words, [first, "assert 0 == 2", "assert 0 == 3"]);
        assert_eq!((found[0].place.as_deref(), found[0].more_places.len()), (Some("app.py:1"), 1));
        assert_eq!(found[0].cure.as_deref(), Some("await the call"));
    }

    #[test]
    fn causes_of_one_rule_and_one_cure_are_one_paragraph_with_all_places() {
        let of_rule = |name: &str, line: u32, test: &str| FailureCause {
            cause: format!(
                "`to_thread` calls `{name}` (`some-rule`, LM120); the test says “assert 0 == {line}”"
            ),
            rule: Some("LM120".to_owned()),
            cure: Some("make the function a plain `def`".to_owned()),
            place: Some(format!("tests/test_a.py:{line}")),
            more_places: vec![format!("tests/test_a.py:{}", line + 1)],
            tests: vec![test.to_owned()],
        };
        let in_production = FailureCause {
            place: Some("src/app.py:3".to_owned()),
            cause: "KeyError: 'a'".to_owned(),
            rule: None,
            cure: None,
            more_places: Vec::new(),
            tests: vec!["z".to_owned()],
        };
        let found =
            joined(vec![of_rule("f", 10, "a"), of_rule("g", 20, "b"), of_rule("f", 30, "c"), in_production]);
        let words: Vec<&str> = found.iter().map(|cause| cause.cause.as_str()).collect();
        assert_eq!(
            words,
            ["KeyError: 'a'", "`to_thread` calls `f` (`some-rule`, LM120), and 1 other finding"]
        );
        assert_eq!(found[1].place.as_deref(), Some("tests/test_a.py:10"));
        let others = ["20", "30", "11", "21", "31"].map(|line| format!("tests/test_a.py:{line}"));
        assert_eq!((&found[1].more_places[..], found[1].tests.len()), (&others[..], 3));
    }

    #[test]
    fn texts_of_one_exception_at_one_place_are_one_paragraph() {
        let raised = |words: &str, test: &str| FailureCause {
            place: Some("app.py:9".to_owned()),
            ..cause(words, test)
        };
        let texts =
            ["LookupError: no rate for EUR/USD", "LookupError: no rate for EUR/SEK", "KeyError: 'EUR'"];
        let found = joined(vec![raised(texts[0], "a"), raised(texts[1], "b"), raised(texts[2], "c")]);
        let words: Vec<&str> = found.iter().map(|cause| cause.cause.as_str()).collect();
        assert_eq!(words, ["LookupError: no rate for EUR/USD, and 1 other text", "KeyError: 'EUR'"]);
        assert_eq!(found[0].tests, ["a", "b"]);
    }
}
