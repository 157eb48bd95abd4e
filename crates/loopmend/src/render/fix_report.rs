//! What `fix` says at its end.

use std::collections::{BTreeMap, BTreeSet};

use loopmend_core::{Applicability, Diagnostic};

use crate::fixing::{Allowed, Fixer, PASSES, Untouchable};
use crate::render::{FixCounts, Sources, counted, likely_fixes, unsafe_fixes};
use crate::style::{FAINT, STRONG, WARNING, printable};

/// The fixes of a run, and the options that asked for them.
pub(crate) struct FixReport<'a, 'p> {
    /// The result of the passes.
    pub(crate) fixer: &'a Fixer<'p>,
    /// `true` if a finding is of a selected rule.
    pub(crate) is_wanted: &'a dyn Fn(&Diagnostic) -> bool,
    /// `true` if comments were written instead.
    pub(crate) adds_ignores: bool,
    /// `true` if nothing was written.
    pub(crate) is_diff: bool,
    /// The kinds of fixes that were applied.
    pub(crate) allowed: Allowed,
    /// `true` if only the fixes of a plan were.
    pub(crate) is_of_plan: bool,
    /// `true` if each was asked for.
    pub(crate) reviewed: bool,
}

/// The words, and whether all that was asked for was done.
pub(crate) fn fix_report(report: &FixReport<'_, '_>) -> (String, bool) {
    let fixer = report.fixer;
    let mut out = String::new();
    for (path, File { rules, others }) in by_file(fixer) {
        let rules = rules.iter().map(|(rule, count)| format!("{count} × {rule}"));
        let others = others.iter().map(|other| format!("with {}", printable(other)));
        let said: Vec<String> = rules.chain(others).collect();
        out.push_str(&format!("{STRONG}{}{STRONG:#}: {}\n", printable(&path), said.join(", ")));
    }
    let left: Vec<&Diagnostic> =
        fixer.analysis.diagnostics.iter().filter(|finding| (report.is_wanted)(finding)).collect();
    out.push_str(&done(report, &left));
    let mut is_complete = true;
    if report.adds_ignores {
        let sources = Sources::new(&fixer.analysis.sources);
        for finding in left.iter().filter(|finding| !fixer.untouched.contains_key(&finding.path)) {
            is_complete = false;
            let place = sources.range(&finding.path, finding.span).located(&finding.path);
            let place = printable(&place).into_owned();
            out.push_str(&format!(
                "{WARNING}Not ignored{WARNING:#}: {place}: {}: no comment fits there\n",
                finding.rule
            ));
        }
    } else {
        for back in &fixer.taken_back {
            is_complete = false;
            let (place, why) = (printable(&back.place), printable(&back.why));
            out.push_str(&format!(
                "{WARNING}Undone{WARNING:#}: {place}: {}: {}: {why}\n",
                back.rule, back.title
            ));
        }
    }
    for (path, why) in &fixer.untouched {
        is_complete &= matches!(why, Untouchable::Generated | Untouchable::Installed);
        out.push_str(&format!("{WARNING}Skipped{WARNING:#}: {}: {why}\n", printable(path)));
    }
    if fixer.hit_limit {
        is_complete = false;
        out.push_str(&format!("Stopped after {PASSES} passes; run `loopmend fix` again to continue.\n"));
    }
    if !report.is_diff && !fixer.applied.is_empty() {
        out.push_str(&format!("{FAINT}[undo with `loopmend fix --undo`]{FAINT:#}\n"));
    }
    (out, is_complete)
}

/// The fixes of one file.
#[derive(Default)]
struct File {
    /// How often each rule was fixed.
    rules: BTreeMap<String, usize>,
    /// The other files that it took.
    others: BTreeSet<String>,
}

fn by_file(fixer: &Fixer<'_>) -> BTreeMap<String, File> {
    let mut files: BTreeMap<String, File> = BTreeMap::new();
    for applied in &fixer.applied {
        let file = files.entry(applied.path.clone()).or_default();
        file.others.extend(applied.others.iter().cloned());
        for rule in &applied.rules {
            *file.rules.entry(rule.clone()).or_default() += 1;
        }
    }
    files
}

/// The line that counts what was done, with the fixes that `--unsafe` would apply besides.
fn done(report: &FixReport<'_, '_>, left: &[&Diagnostic]) -> String {
    let applied: usize = report.fixer.applied.iter().map(|applied| applied.rules.len()).sum();
    let files = counted(report.fixer.analysis.files, "file");
    let more = if applied > 0 { "more " } else { "" };
    let held_back = held_back(report, left, more);
    match (applied, held_back) {
        (0, None) if report.adds_ignores => format!("Nothing to ignore in {files}.\n"),
        (0, None) if left.is_empty() => format!("Nothing to fix in {files}.\n"),
        (0, None) if could_fix(report, left) => format!("No fixes applied in {files}.\n"),
        (0, None) => format!("No fixes available for {} in {files}.\n", counted(left.len(), "finding")),
        (0, Some(held_back)) if report.allowed.with_unsafe => format!("{held_back}. No other fixes.\n"),
        (0, Some(held_back)) => format!("{held_back}. No safe fixes.\n"),
        (_, None) => applied_line(report, applied),
        (_, Some(held_back)) => format!("{}{FAINT}{held_back}.{FAINT:#}\n", applied_line(report, applied)),
    }
}

fn applied_line(report: &FixReport<'_, '_>, applied: usize) -> String {
    let verb = match (report.is_diff, report.adds_ignores) {
        (true, false) => "Would fix",
        (true, true) => "Would ignore",
        (false, false) => "Fixed",
        (false, true) => "Ignored",
    };
    let (findings, files) = (counted(applied, "finding"), counted(report.fixer.changed_files(), "file"));
    format!("{STRONG}{verb} {findings}{STRONG:#} in {files}.\n")
}

/// `true` if a fix exists that was declined, undone or kept out of a file.
fn could_fix(report: &FixReport<'_, '_>, left: &[&Diagnostic]) -> bool {
    let is_applicable = |finding: &&Diagnostic| {
        finding.fix.as_ref().is_some_and(|fix| fix.applicability != Applicability::DisplayOnly)
    };
    let was_tried = !report.fixer.taken_back.is_empty() || !report.fixer.untouched.is_empty();
    was_tried || left.iter().any(is_applicable)
}

/// The fixes that only `--unsafe` or `--likely` would apply.
fn held_back(report: &FixReport<'_, '_>, left: &[&Diagnostic], more: &str) -> Option<String> {
    if report.reviewed || report.adds_ignores || report.is_of_plan {
        return None;
    }
    let fixes = left.iter().flat_map(|finding| finding.fixes());
    let counts = FixCounts::new(fixes, report.allowed);
    let option = counts.options_for_likely();
    match (counts.unsafe_, counts.likely) {
        (0, 0) => None,
        (unsafe_, 0) => Some(unsafe_fixes(unsafe_, more, "--unsafe")),
        (0, likely) => Some(likely_fixes(likely, more, option)),
        (unsafe_, likely) => Some(format!(
            "{}, {}",
            unsafe_fixes(unsafe_, more, "--unsafe"),
            likely_fixes(likely, "more ", option)
        )),
    }
}
