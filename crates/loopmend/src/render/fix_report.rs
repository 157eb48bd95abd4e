//! What `fix` says at its end.

use std::collections::{BTreeMap, BTreeSet};

use loopmend_core::{Applicability, Diagnostic};

use crate::fixing::{Fixer, PASSES, Untouchable};
use crate::render::{Sources, counted};
use crate::style::{FAINT, STRONG, WARNING, printable};

/// What was done, and how it was asked for.
pub(crate) struct FixReport<'a, 'p> {
    /// What the passes gave.
    pub(crate) fixer: &'a Fixer<'p>,
    /// Whether a finding is of a selected rule.
    pub(crate) is_wanted: &'a dyn Fn(&Diagnostic) -> bool,
    /// Whether comments were written instead.
    pub(crate) adds_ignores: bool,
    /// Whether nothing was written.
    pub(crate) is_diff: bool,
    /// Whether unsafe fixes were applied.
    pub(crate) with_unsafe: bool,
    /// Whether only the fixes of a plan were.
    pub(crate) is_of_plan: bool,
    /// Whether each was asked for.
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
    out.push_str(&done(report));
    let mut is_complete = true;
    let left: Vec<&Diagnostic> =
        fixer.analysis.diagnostics.iter().filter(|finding| (report.is_wanted)(finding)).collect();
    if report.adds_ignores {
        let sources = Sources::new(&fixer.analysis.sources);
        for finding in left.iter().filter(|finding| !fixer.untouched.contains_key(&finding.path)) {
            is_complete = false;
            let place = sources.range(&finding.path, finding.span).located(&finding.path);
            let place = printable(&place).into_owned();
            out.push_str(&format!(
                "{WARNING}Not ignored{WARNING:#}: {place}: {}: no comment can stand there\n",
                finding.rule
            ));
        }
    } else {
        for back in &fixer.taken_back {
            is_complete = false;
            let (place, why) = (printable(&back.place), printable(&back.why));
            out.push_str(&format!(
                "{WARNING}Taken back{WARNING:#}: {place}: {}: {}: {why}\n",
                back.rule, back.title
            ));
        }
    }
    for (path, why) in &fixer.untouched {
        is_complete &= matches!(why, Untouchable::Generated | Untouchable::Installed);
        out.push_str(&format!("{WARNING}Left alone{WARNING:#}: {}: {why}\n", printable(path)));
    }
    if fixer.hit_limit {
        is_complete = false;
        out.push_str(&format!("Stopped after {PASSES} passes; run it again for more.\n"));
    }
    if !report.adds_ignores && !report.is_of_plan {
        out.push_str(&held_back(report, &left));
    }
    if !report.is_diff && !fixer.applied.is_empty() {
        out.push_str(&format!("{FAINT}[`loopmend fix --undo` takes it back]{FAINT:#}\n"));
    }
    (out, is_complete)
}

/// What was done to findings of a file.
#[derive(Default)]
struct File {
    /// How often each rule was mended.
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

fn done(report: &FixReport<'_, '_>) -> String {
    let applied: usize = report.fixer.applied.iter().map(|applied| applied.rules.len()).sum();
    let files = report.fixer.changed_files();
    if applied == 0 {
        let what = if report.adds_ignores { "ignore" } else { "fix" };
        return format!("Nothing to {what} in {}.\n", counted(report.fixer.analysis.files, "file"));
    }
    let verb = match (report.is_diff, report.adds_ignores) {
        (true, false) => "Would fix",
        (true, true) => "Would ignore",
        (false, false) => "Fixed",
        (false, true) => "Ignored",
    };
    let (findings, files) = (counted(applied, "finding"), counted(files, "file"));
    format!("{STRONG}{verb} {findings}{STRONG:#} in {files}.\n")
}

/// What could be done besides.
fn held_back(report: &FixReport<'_, '_>, left: &[&Diagnostic]) -> String {
    let is_unsafe = |finding: &&&Diagnostic| {
        finding.fix.as_ref().is_some_and(|fix| fix.applicability == Applicability::Unsafe)
    };
    let held_back = left.iter().filter(is_unsafe).count();
    if report.with_unsafe || report.reviewed || held_back == 0 {
        return String::new();
    }
    let (fixes, applies) = match held_back {
        1 => ("1 unsafe fix is held back".to_owned(), "applies it"),
        _ => (format!("{held_back} unsafe fixes are held back"), "applies them"),
    };
    format!("{FAINT}[{fixes}; `--unsafe` {applies}]{FAINT:#}\n")
}
