//! The report of a made-up run with many fixes.

use loopmend_core::{Applicability, TestOutcome};
use loopmend_verify::{
    ChangedFile, ChangedTest, Configuration, Counts, Evidence, EvidenceKind, FailureCause, FileKind,
    FixReport, PlaceLeft, ReviewItem, Setting, StartingPoint, TestState, Verdict, VerifiedRun,
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
        lines_not_run: Vec::new(),
        pattern: None,
        diff: format!(
            "--- a/{path}\n+++ b/{path}\n@@ -{number},3 +{number},3 @@\n a\n-    save_{number}()\n+    await save_{number}()\n b\n"
        ),
        is_written: verdict == Verdict::Verified,
        missing_options: Vec::new(),
        is_obsolete: false,
    }
}

fn changed(test: String) -> ChangedTest {
    let state = |outcome| TestState::of(Some(outcome));
    let (before, after) = (state(TestOutcome::Failed), state(TestOutcome::Passed));
    ChangedTest {
        test,
        before,
        after,
        runs: (2, 2),
        as_stated: Some((2, 2)),
        category: Some("unit".to_owned()),
    }
}

fn review_item(number: usize) -> ReviewItem {
    ReviewItem {
        rule: format!("rule-{number}"),
        title: "await the call".to_owned(),
        fixes: number + 1,
        places: (0..=number).map(|line| format!("src/shop/part_4.py:{line}")).collect(),
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
        rule: None,
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
    let item = "- 36 tests at `src/shop/part_4.py:4` and `src/shop/part_5.py:5`: RuntimeError: number 0. Failing: \
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

/// A report of 22 written fixes and of three that are not.
fn render(change: impl FnOnce(&mut VerifiedRun)) -> String {
    let mut run = run_of_many();
    change(&mut run);
    verified_markdown(&run)
}

#[test]
fn no_word_is_only_known_to_users_of_loopmend() {
    let text = render(|run| {
        run.before.seen.insert("task-leak".to_owned(), 2);
        run.before.seen.insert("unawaited-coroutine".to_owned(), 1);
        run.before.seen.insert("blocking-call".to_owned(), 2);
        run.after.seen.insert("blocking-call".to_owned(), 1);
    });
    let left = "`loopmend test` still reports `blocking-call`, which some tests show after the change too.";
    assert!(text.contains(left), "{text}");
    assert!(!text.contains("probe") && !text.contains("(unsafe)"), "{text}");
    assert!(text.contains("- Fix: await the call.\n"), "{text}");
    let seen = "- Seen while the tests ran before the change, in `tests/test_a.py::test_1`: coroutine";
    assert!(text.contains(seen), "{text}");
    assert!(text.contains("| seen while the tests ran: `task-leak` (places) | 2 | 0 |"), "{text}");
    assert!(text.contains("`unawaited-coroutine` if they come back"), "{text}");
}

#[test]
fn each_section_says_of_which_side_its_lines_are() {
    let place = PlaceLeft {
        path: "a.py".to_owned(),
        line: 3,
        rule: "unawaited-coroutine".to_owned(),
        message: "a message".to_owned(),
        why: None,
    };
    let file = ChangedFile { path: "a.py".to_owned(), kind: FileKind::Production, added: 1, removed: 1 };
    let text = render(|run| {
        run.files = vec![file];
        run.findings_left = vec![place.clone()];
        run.still_seen = vec![place];
        run.remaining = vec![run.failing_before[0].clone()];
    });
    for (heading, words) in [
        ("Findings and fixes", "Lines are numbered as before the change."),
        ("Not written", "Lines and diffs are those of the code before the change."),
        ("What still fails", "Lines are numbered as after the change."),
        ("What is still seen while the tests run", "Lines are numbered as after the change."),
        ("Findings that are left", "Lines are numbered as after the change."),
    ] {
        assert!(text.contains(&format!("## {heading}\n\n{words}\n")), "{heading}:\n{text}");
    }
    let again = "RuntimeError: number 0";
    assert_eq!(text.matches(again).count(), 1, "{text}");
    assert!(text.contains("the same as before the change, see “Why tests failed before”"), "{text}");
}

#[test]
fn a_fix_that_is_not_written_has_its_reason_in_words() {
    let text = render(|run| {
        let held = &mut run.fixes[24];
        held.verdict = Verdict::Neutral;
        held.missing_options = vec!["--likely".to_owned()];
        held.is_obsolete = true;
        run.fixes[23].verdict = Verdict::Untested;
        run.fixes[23].missing_options = vec!["--unsafe".to_owned(), "--likely".to_owned()];
    });
    let likely = "(neutral): reason 25. Its finding is likely, not certain, and the runs do not prove it; `--likely` writes it. With \
                  the other fixes, loopmend no longer reports the finding.";
    assert!(text.contains(likely), "{text}");
    let both = "The fix is unsafe, and the runs do not show what it does; its finding is likely, not certain, and the runs do not \
                prove it; `--unsafe --likely` writes it.";
    assert!(text.contains(both), "{text}");
}

#[test]
fn the_runs_of_a_test_are_those_that_ended_so_of_all() {
    let text = render(|run| {
        run.tests[0].runs = (7, 7);
        run.tests[0].as_stated = Some((6, 7));
    });
    assert!(text.contains("| runs that ended so (before, after) |"), "{text}");
    assert!(text.contains("| failed | passed | 6 of 7, 7 of 7 | unit |"), "{text}");
}

#[test]
fn files_that_cannot_be_collected_are_counted_apart_from_tests() {
    let text = render(|run| {
        let counts =
            |selected, uncollected| Counts { selected, passed: selected, uncollected, ..Counts::default() };
        (run.before.counts, run.after.counts) = (counts(10, 1), counts(11, 0));
        run.before.by_file = [("tests/test_a.py".to_owned(), counts(0, 1))].into();
        run.after.by_file = [("tests/test_a.py".to_owned(), counts(1, 0))].into();
        (run.selection.tests, run.selection.of) = (11, 11);
        run.new = vec!["tests/test_a.py::test_a".to_owned()];
    });
    let summary = "All 11 tests were selected. Before, pytest ran 10 tests, and could not collect 1 file: 10 passed. After, it ran 11 \
                   tests: 11 passed (2 tests by chance).";
    assert!(text.contains(summary), "{text}");
    assert!(text.contains("| files that pytest could not collect | 1 | 0 |"), "{text}");
    assert!(text.contains("| tests/test_a.py | 1 file that pytest could not collect | 1 passed |"), "{text}");
    assert!(text.contains("### Tests that can be collected now\n"), "{text}");
}

#[test]
fn a_checklist_names_places_and_words_that_may_be_stale() {
    let text = render(|run| {
        run.checklist.truncate(5);
        run.stale_words = (1..=8).map(|line| format!("src/a.py:{line}")).collect();
        run.fixes[0].lines = (6, 5);
        run.fixes[0].lines_not_run = vec!["src/a.py:27".to_owned()];
    });
    let one = "- [ ] `rule-0` (await the call) at `src/shop/part_4.py:0`: what may change: code runs that did not run before.";
    let five = "- [ ] `rule-4` (await the call) at `src/shop/part_4.py:0`, `src/shop/part_4.py:1`, `src/shop/part_4.py:2` and 2 more: ";
    let stale = "- [ ] Comments and docstrings of changed functions that may no longer be true: `src/a.py:1`, \
                 `src/a.py:2`, `src/a.py:3`, `src/a.py:4`, `src/a.py:5`, `src/a.py:6` and 2 more.";
    let numbered = "Lines are numbered as before the change, those of comments and docstrings as after it.\n";
    for item in [one, five, stale, numbered] {
        assert!(text.contains(item), "{item}:\n{text}");
    }
    assert!(text.contains("and 2 more. Not run, as numbered after the change: `src/a.py:27`."), "{text}");
}

#[test]
fn the_start_the_patterns_and_equal_settings_are_said_as_they_are() {
    let setting =
        Setting { name: "testpaths".to_owned(), value: "tests".to_owned(), place: "pytest.ini:2".to_owned() };
    let settings = Configuration { before: vec![setting.clone()], after: vec![setting.clone()] };
    let text = render(|run| {
        run.start = None;
        run.configuration = settings.clone();
        let fix = run.fixes.iter_mut().find(|fix| fix.path.starts_with("tests/")).unwrap();
        fix.pattern = Some("async def test_a():\n    await save()\n".to_owned());
    });
    assert!(text.contains("- The project is in no git repository, or in one without a commit.\n"), "{text}");
    assert!(!text.contains("git revert"), "{text}");
    assert!(text.contains("| setting | before and after |\n"), "{text}");
    assert!(text.contains("```python\nasync def test_a():\n    await save()\n```\n"), "{text}");
    let text = render(|run| {
        run.configuration = settings;
        run.configuration.after[0].value = "checks".to_owned();
    });
    assert!(
        text.contains("| setting | before | after |\n") && text.contains("; `git revert` after the commit."),
        "{text}"
    );
}

#[test]
fn a_note_stands_once_in_each_file() {
    let text = render(|run| run.fixes.truncate(22));
    assert_eq!(text.matches("Calling it only creates the coroutine").count(), 11, "{text}");
}
