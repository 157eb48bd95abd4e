//! What `fix --verify` says on a terminal.

use std::collections::BTreeMap;

use loopmend_core::Diagnostic;
use loopmend_verify::{Counts, FixReport, MigrationRun, Verdict, VerifiedRun};

use crate::fixing::{TakenBack, Untouchable};
use crate::render::{counted, counted_fixes};
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
    let (before, after) = match &run.migration {
        Some(MigrationRun { package, from, to, .. }) => {
            (format!(" with {package} {from}"), format!(" with {package} {to}"))
        }
        None => Default::default(),
    };
    out.push_str(&format!("Tests before{before}: {}\n", outcomes(&run.before.counts)));
    out.push_str(&format!("Tests after{after}:  {}\n", outcomes(&run.after.counts)));
    let selection = &run.selection;
    if selection.tests < selection.of {
        out.push_str(&format!(
            "{FAINT}{} of {} tests ran: {}.{FAINT:#}\n",
            selection.tests, selection.of, selection.why
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
    if let (Some(migration), left @ 1..) = (&run.migration, run.findings_left.len()) {
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

fn fix_line(fix: &FixReport) -> String {
    let style = match fix.verdict {
        Verdict::Verified => ADDED,
        Verdict::Neutral => STRONG,
        Verdict::Untested | Verdict::Inconclusive => WARNING,
        Verdict::Reverted => ERROR,
    };
    let name = fix.verdict.name();
    let code = if fix.code.is_empty() { String::new() } else { format!("{} ", fix.code) };
    let is_held = !fix.is_written && fix.verdict != Verdict::Reverted;
    let held = if is_held { ", not written without --unsafe" } else { "" };
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

/// How tests ended, in words: the kinds that there are.
pub(super) fn outcomes(counts: &Counts) -> String {
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

/// The words where there was no fix to try.
pub(crate) fn untried_words(untried: &Untried, is_wanted: &dyn Fn(&Diagnostic) -> bool) -> String {
    let left = untried.findings.iter().filter(|finding| is_wanted(finding)).count();
    let files = counted(untried.files, "file");
    let mut out = left_out(&untried.taken_back, &untried.untouched);
    out.push_str(&match left {
        0 => format!("Nothing to fix in {files}; no test ran.\n"),
        left => format!("No fixes available for {} in {files}; no test ran.\n", counted(left, "finding")),
    });
    out
}
