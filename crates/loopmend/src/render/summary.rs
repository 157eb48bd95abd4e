//! The last lines of a report for people.

use std::time::Duration;

use loopmend_core::{Applicability, Confidence, Diagnostic, Level, TestOutcome, counted};
use loopmend_runner::Recording;

use crate::fixing::Allowed;
use crate::style::{ERROR, FAINT, STRONG, WARNING, printable};

/// `Found 3 errors and 1 warning in 120 files.`, with the fixes that are known, and the command that applies them: `loopmend fix`.
pub(crate) fn summary(diagnostics: &[Diagnostic], files: usize, command: &str) -> String {
    let files = counted(files, "file");
    let Some(found) = levels(diagnostics) else {
        return format!("{STRONG}All checks passed{STRONG:#}: {files}.\n");
    };
    let mut out = format!("Found {found} in {files}.\n");
    out.push_str(&fixes(diagnostics, command));
    out
}

/// The summary of findings on lines that changed since a revision, with the number of findings on other lines.
pub(crate) fn summary_since(
    diagnostics: &[Diagnostic],
    files: usize,
    command: &str,
    revision: &str,
    elsewhere: usize,
) -> String {
    let revision = printable(revision);
    let mut out = match diagnostics {
        [] => {
            let files = counted(files, "file");
            format!("{STRONG}No findings{STRONG:#} on lines changed since `{revision}`, in {files}.\n")
        }
        _ => summary(diagnostics, files, command),
    };
    let (findings, are) = (counted(elsewhere, "finding"), if elsewhere == 1 { "is" } else { "are" });
    out.push_str(&format!("{findings} on lines that did not change since `{revision}` {are} not shown.\n"));
    out
}

/// `3 errors and 1 warning`; `None` where there is nothing.
pub(crate) fn levels(diagnostics: &[Diagnostic]) -> Option<String> {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Error).count();
    let warnings = diagnostics.len() - errors;
    let mut parts = Vec::new();
    if errors > 0 {
        parts.push(format!("{ERROR}{}{ERROR:#}", counted(errors, "error")));
    }
    if warnings > 0 {
        parts.push(format!("{WARNING}{}{WARNING:#}", counted(warnings, "warning")));
    }
    (!parts.is_empty()).then(|| parts.join(" and "))
}

/// `2 failed and 1 did not finish`; `None` if all tests of a run passed.
pub(crate) fn unsuccessful_tests(recording: &Recording) -> Option<String> {
    let count = |wanted: &[TestOutcome]| {
        let outcomes = recording.tests.iter().filter_map(|record| record.facts.outcome);
        outcomes.filter(|outcome| wanted.contains(outcome)).count()
    };
    let kinds = [
        (count(&[TestOutcome::Failed, TestOutcome::Error]), "failed"),
        (count(&[TestOutcome::Unfinished]), "did not finish"),
    ];
    let counted = kinds.iter().filter(|(count, _)| *count > 0);
    let words: Vec<String> = counted.map(|(count, how)| format!("{count} {how}")).collect();
    (!words.is_empty()).then(|| words.join(" and "))
}

/// The fixes that some options leave out, and the safe ones.
#[derive(Default)]
pub(crate) struct FixCounts {
    safe: usize,
    /// The fixes that only `--unsafe` allows.
    pub(crate) unsafe_: usize,
    /// The fixes that `--likely` allows, perhaps with `--unsafe`.
    pub(crate) likely: usize,
    /// `true` if some of the likely fixes need `--unsafe` too.
    needs_both: bool,
}

impl FixCounts {
    /// Counts fixes, each with the confidence of its finding.
    pub(crate) fn new(
        fixes: impl IntoIterator<Item = (Applicability, Confidence)>,
        allowed: Allowed,
    ) -> Self {
        let mut counts = Self::default();
        for fix in fixes {
            match fix {
                (Applicability::DisplayOnly, _) => {}
                (applicability, Confidence::Likely) if !allowed.with_likely => {
                    counts.likely += 1;
                    counts.needs_both |= applicability == Applicability::Unsafe && !allowed.with_unsafe;
                }
                (Applicability::Unsafe, _) if !allowed.with_unsafe => counts.unsafe_ += 1,
                (Applicability::Safe, _) => counts.safe += 1,
                (Applicability::Unsafe, _) => {}
            }
        }
        counts
    }

    /// The options that allow the likely fixes.
    pub(crate) fn options_for_likely(&self) -> &'static str {
        if self.needs_both { "--unsafe --likely" } else { "--likely" }
    }
}

fn fixes(diagnostics: &[Diagnostic], command: &str) -> String {
    let counts = FixCounts::new(diagnostics.iter().flat_map(Diagnostic::fixes), Allowed::SAFE);
    let option = counts.options_for_likely();
    let mut parts: Vec<String> = Vec::new();
    if counts.safe > 0 {
        parts.push(format!("{} available with `{command}`", counted_fixes(counts.safe, "")));
    }
    if counts.unsafe_ > 0 {
        let more = if parts.is_empty() { "" } else { "more " };
        parts.push(unsafe_fixes(counts.unsafe_, more, &format!("{command} --unsafe")));
    }
    if counts.likely > 0 && parts.is_empty() {
        parts.push(likely_fixes(counts.likely, "", &format!("{command} {option}")));
    } else if counts.likely > 0 {
        parts.push(format!("{} more with `{option}` (only likely)", counts.likely));
    }
    if parts.is_empty() { String::new() } else { format!("{FAINT}{}.{FAINT:#}\n", parts.join(", ")) }
}

/// ``9 fixes available with `--unsafe` (they may change behaviour)``.
pub(crate) fn unsafe_fixes(count: usize, more: &str, command: &str) -> String {
    let they = if count == 1 { "it" } else { "they" };
    format!("{} available with `{command}` ({they} may change behaviour)", counted_fixes(count, more))
}

/// ``2 fixes available with `--unsafe --likely` (their findings are only likely)``.
pub(crate) fn likely_fixes(count: usize, more: &str, command: &str) -> String {
    let findings = if count == 1 { "its finding is" } else { "their findings are" };
    format!("{} available with `{command}` ({findings} only likely)", counted_fixes(count, more))
}

/// `1 fix`, `2 fixes`, `2 more fixes`.
pub(crate) fn counted_fixes(count: usize, more: &str) -> String {
    format!("{count} {more}{}", if count == 1 { "fix" } else { "fixes" })
}

/// An exact time in its largest whole unit: `90 s`, `5 min`.
pub(crate) fn exact_time(time: Duration) -> String {
    match time.as_secs() {
        seconds if seconds >= 60 && seconds % 60 == 0 => format!("{} min", seconds / 60),
        seconds => format!("{seconds} s"),
    }
}

/// An estimated time: seconds, or whole minutes from two minutes on.
pub(crate) fn rough_time(time: Duration) -> String {
    match time.as_secs_f64() {
        seconds if seconds < 120.0 => format!("{seconds:.0} s"),
        seconds => format!("{:.0} min", seconds / 60.0),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use expect_test::expect;
    use loopmend_core::{Applicability, Confidence, Diagnostic, Edit, Fix, Level};

    use crate::render::samples;

    fn plain(diagnostics: &[Diagnostic], files: usize) -> String {
        anstream::adapter::strip_str(&super::summary(diagnostics, files, "loopmend fix")).to_string()
    }

    #[test]
    fn times_have_one_unit() {
        let seconds = Duration::from_secs_f64;
        let exact = [1.0, 59.0, 60.0, 90.0, 300.0, 7200.0].map(|time| super::exact_time(seconds(time)));
        assert_eq!(exact, ["1 s", "59 s", "1 min", "90 s", "5 min", "120 min"]);
        let rough = [0.2, 50.4, 119.0, 120.0, 290.0].map(|time| super::rough_time(seconds(time)));
        assert_eq!(rough, ["0 s", "50 s", "119 s", "2 min", "5 min"]);
    }

    #[test]
    fn the_summary_counts_levels_files_and_fixes() {
        let all = samples::diagnostics();
        expect![[r#"
            Found 2 errors and 1 warning in 120 files.
            1 fix available with `loopmend fix --unsafe` (it may change behaviour).
        "#]]
        .assert_eq(&plain(&all, 120));
        expect![[r#"
            Found 1 warning in 1 file.
        "#]]
        .assert_eq(&plain(&all[1..2], 1));
        expect![[r#"
            All checks passed: 120 files.
        "#]]
        .assert_eq(&plain(&[], 120));
    }

    #[test]
    fn findings_on_other_lines_are_counted() {
        let all = samples::diagnostics();
        let plain = |found: &[Diagnostic], elsewhere| {
            let text = super::summary_since(found, 120, "loopmend fix", "main", elsewhere);
            anstream::adapter::strip_str(&text).to_string()
        };
        expect![[r#"
            No findings on lines changed since `main`, in 120 files.
            33 findings on lines that did not change since `main` are not shown.
        "#]]
        .assert_eq(&plain(&[], 33));
        expect![[r#"
            Found 1 warning in 120 files.
            1 finding on lines that did not change since `main` is not shown.
        "#]]
        .assert_eq(&plain(&all[1..2], 1));
    }

    #[test]
    fn safe_and_unsafe_fixes_are_counted_apart() {
        let with_fix = |applicability| {
            let mut found = samples::at_level(Level::Error);
            found.fix = Some(Fix::new("fix it", applicability, vec![Edit::insertion(0, "x")]));
            found
        };
        let (safe, unsafe_) = (with_fix(Applicability::Safe), with_fix(Applicability::Unsafe));
        let last_line = |found: &[Diagnostic]| plain(found, 1).lines().last().unwrap_or_default().to_owned();
        assert_eq!(last_line(std::slice::from_ref(&safe)), "1 fix available with `loopmend fix`.");
        assert_eq!(
            last_line(&[unsafe_.clone(), unsafe_.clone()]),
            "2 fixes available with `loopmend fix --unsafe` (they may change behaviour)."
        );
        assert_eq!(
            last_line(&[safe.clone(), safe, unsafe_]),
            "2 fixes available with `loopmend fix`, 1 more fix available with `loopmend fix --unsafe` (it may \
             change behaviour)."
        );
        let likely = |applicability| Diagnostic { confidence: Confidence::Likely, ..with_fix(applicability) };
        assert_eq!(
            last_line(&[likely(Applicability::Safe)]),
            "1 fix available with `loopmend fix --likely` (its finding is only likely)."
        );
        assert_eq!(
            last_line(&[
                with_fix(Applicability::Unsafe),
                likely(Applicability::Unsafe),
                likely(Applicability::Safe)
            ]),
            "1 fix available with `loopmend fix --unsafe` (it may change behaviour), 2 more with \
             `--unsafe --likely` (only likely)."
        );
        let shown_only = with_fix(Applicability::DisplayOnly);
        assert_eq!(last_line(&[shown_only]), "Found 1 error in 1 file.");
    }
}
