//! The last lines of a report for people.

use loopmend_core::{Applicability, Confidence, Diagnostic, Level, TestOutcome, counted};
use loopmend_runner::Recording;

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

fn fixes(diagnostics: &[Diagnostic], command: &str) -> String {
    let (mut safe, mut unsafe_, mut likely, mut is_unsafe_too) = (0, 0, 0, false);
    for fix in diagnostics.iter().flat_map(Diagnostic::fixes) {
        match fix {
            (Applicability::DisplayOnly, _) => {}
            (applicability, Confidence::Likely) => {
                likely += 1;
                is_unsafe_too |= applicability == Applicability::Unsafe;
            }
            (Applicability::Safe, _) => safe += 1,
            (Applicability::Unsafe, _) => unsafe_ += 1,
        }
    }
    let option = if is_unsafe_too { "--unsafe --likely" } else { "--likely" };
    let mut parts: Vec<String> = Vec::new();
    let more = |parts: &[String]| if parts.is_empty() { "" } else { "more " };
    if safe > 0 {
        parts.push(format!("{} available with `{command}`", counted_fixes(safe, "")));
    }
    if unsafe_ > 0 {
        parts.push(unsafe_fixes(unsafe_, more(&parts), &format!("{command} --unsafe")));
    }
    if likely > 0 {
        parts.push(match parts.is_empty() {
            true => likely_fixes(likely, "", &format!("{command} {option}")),
            false => format!("{likely} more with `{option}` (only likely)"),
        });
    }
    match parts.is_empty() {
        true => String::new(),
        false => format!("{FAINT}{}.{FAINT:#}\n", parts.join(", ")),
    }
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

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use loopmend_core::{Applicability, Confidence, Diagnostic, Edit, Fix, Level};

    use crate::render::samples;

    fn plain(diagnostics: &[Diagnostic], files: usize) -> String {
        anstream::adapter::strip_str(&super::summary(diagnostics, files, "loopmend fix")).to_string()
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
