//! What `fix --verify` says on a terminal.

use std::collections::BTreeMap;
use std::time::Duration;

use loopmend_verify::{BudgetUse, Counts, FixReport, MigrationRun, Side, Verdict, VerifiedRun};

use crate::fixing::{TakenBack, Untouchable};
use crate::render::{counted, counted_fixes, exact_time};
use crate::style::{ADDED, ERROR, FAINT, STRONG, WARNING, printable};
use crate::verifying::Untried;

/// A change that was tried.
pub(crate) struct VerifiedReport<'r> {
    /// The measured data.
    pub(crate) run: &'r VerifiedRun,
    /// The fixes that do no good by reading alone.
    pub(crate) taken_back: &'r [TakenBack],
    /// The files that could not be edited.
    pub(crate) untouched: &'r BTreeMap<String, Untouchable>,
}

/// The words of a run.
pub(crate) fn verified_words(report: &VerifiedReport<'_>) -> String {
    let VerifiedReport { run, taken_back, untouched } = *report;
    let mut out: String = run.fixes.iter().map(fix_line).collect();
    out.push_str(&left_out(taken_back, untouched));
    out.push_str(&tests(run));
    out.push_str(&by_chance(run));
    let selection = &run.selection;
    if selection.tests < selection.of {
        out.push_str(&format!(
            "{FAINT}{} of {} tests ran: {}.{FAINT:#}\n",
            selection.tests, selection.of, selection.why
        ));
    }
    if let Some(BudgetUse { seconds, was_over: true, without_verdict: without }) = run.budget {
        let budget = exact_time(Duration::from_secs(seconds));
        out.push_str(&format!(
            "{WARNING}The budget of {budget} was over{WARNING:#}: {without} of {} without a verdict.\n",
            counted_fixes(run.fixes.len(), "")
        ));
    }
    let written = run.fixes.iter().filter(|fix| fix.is_written).count();
    let (all, pytest) = run.seconds;
    out.push_str(&format!(
        "{STRONG}{} of {} written{STRONG:#} to {} in {all:.1} s, of which pytest ran for {pytest:.1} s.\n",
        written,
        counted_fixes(run.fixes.len(), ""),
        counted(run.files.len(), "file"),
    ));
    if let (Some(migration), left @ 1.., 1..) = (&run.migration, run.findings_left.len(), written) {
        out.push_str(&format!(
            "{FAINT}{} left to you: `loopmend doctor --migrate {}` lists the steps.{FAINT:#}\n",
            counted(left, "place"),
            migration.to
        ));
    }
    if written > 0 {
        out.push_str(&format!("{FAINT}[undo with `loopmend fix --undo`]{FAINT:#}\n"));
    }
    out
}

/// The tests that differ, but not because of a fix.
pub(super) fn by_chance(run: &VerifiedRun) -> String {
    let words = match run.flaky.as_slice() {
        [] => return String::new(),
        [one] => format!("1 test differs by chance, not by a fix: {}", printable(&one.test)),
        [first, others @ ..] => format!(
            "{} differ by chance, not by a fix: {} and {} more",
            counted(run.flaky.len(), "test"),
            printable(&first.test),
            others.len()
        ),
    };
    format!("{WARNING}{words}{WARNING:#}\n")
}

/// How the tests ended on both sides; of a migration, in the new versions without the edits too.
fn tests(run: &VerifiedRun) -> String {
    let (before, after) = (side_words(run, &run.before), side_words(run, &run.after));
    let Some(MigrationRun { package, from, to, without_edits, .. }) = &run.migration else {
        return format!("Tests before: {before}\nTests after:  {after}\n");
    };
    let alone = without_edits
        .as_ref()
        .map(|counts| format!("Tests with {package} {to} without the edits: {}\n", outcomes(counts)));
    let alone = alone.unwrap_or_default();
    format!(
        "Tests before, with {package} {from}: {before}\n{alone}Tests after, with {package} {to}: {after}\n"
    )
}

fn fix_line(fix: &FixReport) -> String {
    let style = match fix.verdict {
        Verdict::Verified => ADDED,
        Verdict::Neutral => STRONG,
        Verdict::Untested | Verdict::Inconclusive => WARNING,
        Verdict::Reverted => ERROR,
    };
    let name = fix.verdict.name();
    let code = if fix.code.is_empty() { String::new() } else { format!("{} ", fix.code) };
    let held = match fix.missing_options.as_slice() {
        [] => String::new(),
        options => format!(", not written without {}", options.join(" ")),
    };
    format!(
        "{style}{name:<12}{style:#} {}:{}: {}{}\n{:13}{FAINT}{}{held}{FAINT:#}\n",
        printable(&fix.path),
        fix.line,
        code,
        printable(&fix.title),
        "",
        printable(&fix.why),
    )
}

fn left_out(taken_back: &[TakenBack], untouched: &BTreeMap<String, Untouchable>) -> String {
    let mut out = String::new();
    for back in taken_back {
        let (place, why) = (printable(&back.place), printable(&back.why));
        out.push_str(&format!("{WARNING}undone{WARNING:#}       {place}: {}: {why}\n", back.title));
    }
    for (path, why) in untouched {
        out.push_str(&format!("{WARNING}skipped{WARNING:#}      {}: {why}\n", printable(path)));
    }
    out
}

/// How the tests of one side ended, with the reason why others have no outcome if the budget was over.
pub(super) fn side_words(run: &VerifiedRun, side: &Side) -> String {
    let ended = outcomes(&side.counts);
    match &side.ending {
        Some(ending) if run.budget.is_some_and(|budget| budget.was_over) => format!("{ended} ({ending})"),
        _ => ended,
    }
}

/// How tests ended, in words: the kinds that there are; and the files that pytest could not collect.
pub(super) fn outcomes(counts: &Counts) -> String {
    let tests = outcomes_of_tests(counts);
    let files = format!("{} that pytest could not collect", counted(counts.uncollected, "file"));
    match (counts.uncollected, counts.selected) {
        (0, _) => tests,
        (_, 0) => files,
        _ => format!("{tests}, and {files}"),
    }
}

/// How tests ended, in words.
pub(super) fn outcomes_of_tests(counts: &Counts) -> String {
    let kinds = [
        (counts.passed, "passed"),
        (counts.failed, "failed"),
        (counts.errors, "with errors"),
        (counts.skipped, "skipped"),
        (counts.expected, "xfailed or xpassed"),
    ];
    let words: Vec<String> =
        kinds.iter().filter(|(count, _)| *count > 0).map(|(count, kind)| format!("{count} {kind}")).collect();
    if words.is_empty() { "none ran".to_owned() } else { words.join(", ") }
}

/// `2 tests and 1 file that cannot be collected`, by the node ids of one cause.
pub(crate) fn failing(tests: &[String]) -> String {
    let files = tests.iter().filter(|test| !test.contains("::")).count();
    let collected = tests.len() - files;
    match (collected, files) {
        (0, 0) => "No test ran".to_owned(),
        (_, 0) => counted(collected, "test"),
        (0, _) => format!("{} that cannot be collected", counted(files, "file")),
        _ => {
            format!("{} and {} that cannot be collected", counted(collected, "test"), counted(files, "file"))
        }
    }
}

/// The words where there was no fix to try.
pub(crate) fn untried_words(untried: &Untried) -> String {
    let left = untried.run.findings_left.len();
    let files = counted(untried.files, "file");
    let mut out = left_out(&untried.taken_back, &untried.untouched);
    out.push_str(&match left {
        0 => format!("Nothing to fix in {files}; no test ran.\n"),
        left => format!("No fixes available for {} in {files}; no test ran.\n", counted(left, "finding")),
    });
    out
}
