//! Puts failures before the change under the fixes that ended them.

use loopmend_verify::{ChangedTest, EvidenceKind, FailureCause, FixReport, State, Verdict};

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
    known.into_iter().map(|(_, cause)| cause).collect()
}

/// The fix that ended all failures of a cause.
fn find_fix(cause: &FailureCause, fixes: &[FixReport], tests: &[ChangedTest]) -> Option<usize> {
    let mut found = cause.tests.iter().map(|test| {
        let passes_now = tests
            .iter()
            .any(|it| it.test == *test && it.before.state == State::Bad && it.after.state == State::Good);
        passes_now.then(|| find_fix_of_test(test, fixes)).flatten()
    });
    let first = found.next()??;
    found.all(|other| other == Some(first)).then_some(first)
}

/// The fix without which a test fails again, or else the only one with evidence in the test.
fn find_fix_of_test(test: &str, fixes: &[FixReport]) -> Option<usize> {
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
    only(Some(EvidenceKind::Ablation)).or_else(|| only(None))
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

    use super::explained;

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
            diff: String::new(),
            is_written: true,
            missing_options: Vec::new(),
        }
    }

    fn cause(words: &str, test: &str) -> FailureCause {
        FailureCause {
            cause: words.to_owned(),
            cure: None,
            place: Some(format!("{test}:1")),
            more_places: Vec::new(),
            tests: vec![test.to_owned()],
        }
    }

    fn changed(test: &str) -> ChangedTest {
        let state = |outcome| TestState::of(Some(outcome));
        let (before, after) = (state(TestOutcome::Failed), state(TestOutcome::Passed));
        ChangedTest { test: test.to_owned(), before, after, runs: (1, 1), category: None }
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
}
