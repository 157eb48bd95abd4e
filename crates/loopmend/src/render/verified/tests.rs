//! The report of a made-up run with many fixes.

use loopmend_core::{Applicability, TestOutcome};
use loopmend_verify::{
    ChangedTest, Counts, Evidence, EvidenceKind, FailureCause, FixReport, ReviewItem, StartingPoint,
    TestState, Verdict, VerifiedRun,
};

use super::words::by_chance;
use super::{verified_markdown, verified_page};

fn fix(number: u32, path: &str, verdict: Verdict) -> FixReport {
    FixReport {
        path: path.to_owned(),
        line: number,
        rule: "unawaited-coroutine".to_owned(),
        code: "LM101".to_owned(),
        message: format!("coroutine `save_{number}` is never awaited"),
        notes: vec!["calling it only creates the coroutine; its body does not run".to_owned()],
        title: "await the call".to_owned(),
        applicability: Applicability::Unsafe,
        verdict,
        why: format!("reason {number}"),
        to_prove: None,
        evidence: vec![Evidence {
            kind: EvidenceKind::Probe,
            test: format!("tests/test_a.py::test_{number}"),
            words: "coroutine `save` was never awaited".to_owned(),
        }],
        lines: (1, 1),
        tests: vec![format!("tests/test_a.py::test_{number}")],
        tests_in_all: 3,
        diff: format!(
            "--- a/{path}\n+++ b/{path}\n@@ -{number},3 +{number},3 @@\n a\n-    save_{number}()\n+    await save_{number}()\n b\n"
        ),
        is_written: verdict == Verdict::Verified,
        missing_options: Vec::new(),
    }
}

fn changed(test: String) -> ChangedTest {
    let state = |outcome| TestState::of(Some(outcome));
    let (before, after) = (state(TestOutcome::Failed), state(TestOutcome::Passed));
    ChangedTest { test, before, after, runs: (2, 2), category: Some("unit".to_owned()) }
}

fn review_item(number: usize) -> ReviewItem {
    ReviewItem {
        rule: format!("rule-{number}"),
        title: "await the call".to_owned(),
        fixes: number + 1,
        may_change: Some("code runs that did not run before".to_owned()),
    }
}

/// 22 fixes of 11 files that are written, and 3 that are not.
fn run_of_many() -> VerifiedRun {
    let path = |number: u32| match number % 11 {
        part @ 0..=3 => format!("tests/test_{part}.py"),
        part => format!("src/shop/part_{part}.py"),
    };
    let mut fixes: Vec<FixReport> =
        (1..=22).map(|number| fix(number, &path(number), Verdict::Verified)).collect();
    fixes.extend((23..=25).map(|number| fix(number, "src/shop/last.py", Verdict::Reverted)));
    let cause = |number: u32| FailureCause {
        cause: format!("RuntimeError: number {number}"),
        cure: None,
        place: Some("src/shop/part_4.py:4".to_owned()),
        more_places: vec!["src/shop/part_5.py:5".to_owned()],
        tests: (0..36).map(|test| format!("tests/test_0.py::test_{test}")).collect(),
    };
    let counts = |passed, failed| Counts { selected: 80, passed, failed, ..Counts::default() };
    let mut run = VerifiedRun {
        project: "shop".to_owned(),
        start: Some(StartingPoint { commit: "0123456789".to_owned(), changed_files: 2 }),
        failing_before: (0..20).map(cause).collect(),
        tests: (0..70).map(|number| changed(format!("tests/test_0.py::test_{number}"))).collect(),
        flaky: (0..2).map(|number| changed(format!("tests/test_1.py::test_flaky_{number}"))).collect(),
        risks: (0..15).map(|number| format!("risk {number}")).collect(),
        checklist: (0..15).map(review_item).collect(),
        fixes,
        ..VerifiedRun::default()
    };
    (run.selection.tests, run.selection.of) = (80, 80);
    (run.before.counts, run.after.counts) = (counts(10, 70), counts(80, 0));
    run
}

/// The lines that are seen before anything is unfolded.
fn visible(markdown: &str) -> Vec<&str> {
    let mut is_folded = false;
    let mut lines = Vec::new();
    for line in markdown.lines() {
        is_folded |= line == "<details>";
        if !is_folded || line.starts_with("<summary>") {
            lines.push(line);
        }
        is_folded &= line != "</details>";
    }
    lines
}

#[test]
fn a_report_of_25_fixes_is_short_until_it_is_unfolded() {
    let text = verified_markdown(&run_of_many());
    let visible = visible(&text);
    assert!(visible.len() <= 150, "{}:\n{}", visible.len(), visible.join("\n"));
    assert!(text.contains("and 20 more, see the JSON report"), "{text}");
    assert!(visible.iter().any(|line| line.contains("12 more causes")), "{}", visible.join("\n"));
    let item = "- 36 tests at `src/shop/part_4.py:4` and 1 more place: RuntimeError: number 0. Failing: \
                `tests/test_0.py::test_0`, `tests/test_0.py::test_1` and 34 more.";
    assert!(visible.contains(&item), "{}", visible.join("\n"));
    assert!(
        text.contains("The files are those of commit `0123456789`, with other changes in 2 Python files.")
    );
}

#[test]
fn each_fix_has_its_own_diff_and_production_code_is_first() {
    let text = verified_markdown(&run_of_many());
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} is missing:\n{text}"));
    for number in 1..=25 {
        let line = format!("\n+    await save_{number}()\n");
        assert_eq!(text.matches(&line).count(), 1, "{number}");
        assert!(place(&format!("coroutine `save_{number}` is never awaited (`")) < place(&line));
        assert!(text.contains(&format!("since reason {number}.")), "{number}");
    }
    let sections =
        ["### Production code", "part_4.py</code>: 2 fixes (2 verified)", "### Tests", "## Not written"];
    let places = sections.map(place);
    assert!(places.is_sorted(), "{places:?}");
    let reason = "- `src/shop/last.py:23`: await the call (reverted): reason 23.";
    assert!(place(reason) > places[3]);
    assert!(place("+    await save_25()") > places[3]);
    assert!(!verified_page(&run_of_many()).is_empty());
}

#[test]
fn few_fixes_are_open() {
    let mut run = run_of_many();
    run.fixes.truncate(3);
    let text = verified_markdown(&run);
    let visible = visible(&text);
    assert!(visible.contains(&"+    await save_3()"), "{}", visible.join("\n"));
}

#[test]
fn what_differs_by_chance_is_said_on_a_terminal() {
    let mut run = run_of_many();
    let words = |run: &VerifiedRun| anstream::adapter::strip_str(&by_chance(run)).to_string();
    assert_eq!(
        words(&run),
        "2 tests differ by chance, not by a fix: tests/test_1.py::test_flaky_0 and 1 more\n"
    );
    run.flaky.truncate(1);
    assert_eq!(words(&run), "1 test differs by chance, not by a fix: tests/test_1.py::test_flaky_0\n");
    run.flaky.clear();
    assert_eq!(words(&run), "");
}
