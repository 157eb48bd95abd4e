//! The last lines of a report for people.

use loopmend_core::{Applicability, Diagnostic, Level};

use crate::style::{ERROR, FAINT, STRONG, WARNING};

/// `Found 3 errors and 1 warning in 120 files.`, with the fixes that are known.
pub(crate) fn summary(diagnostics: &[Diagnostic], files: usize) -> String {
    let files = counted(files, "file");
    let Some(found) = levels(diagnostics) else {
        return format!("{STRONG}All checks passed{STRONG:#}: {files}.\n");
    };
    let mut out = format!("Found {found} in {files}.\n");
    out.push_str(&fixes(diagnostics));
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

fn fixes(diagnostics: &[Diagnostic]) -> String {
    let applicable = |wanted| {
        let has =
            |diagnostic: &&Diagnostic| diagnostic.fix.as_ref().is_some_and(|fix| fix.applicability == wanted);
        diagnostics.iter().filter(has).count()
    };
    let (safe, unsafe_) = (applicable(Applicability::Safe), applicable(Applicability::Unsafe));
    let all = match (safe, unsafe_) {
        (0, 0) => return String::new(),
        (0, 1) => "1 unsafe fix available".to_owned(),
        (0, _) => format!("{unsafe_} unsafe fixes available"),
        (1, 0) => "1 fix available".to_owned(),
        (_, 0) => format!("{safe} fixes available"),
        _ => format!("{} fixes available, {unsafe_} unsafe", safe + unsafe_),
    };
    format!("{FAINT}[{all}]{FAINT:#}\n")
}

/// `1 file`, `2 files`.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::render::samples;

    fn plain(diagnostics: &[loopmend_core::Diagnostic], files: usize) -> String {
        anstream::adapter::strip_str(&super::summary(diagnostics, files)).to_string()
    }

    #[test]
    fn the_summary_counts_levels_files_and_fixes() {
        let all = samples::diagnostics();
        expect![[r#"
            Found 2 errors and 1 warning in 120 files.
            [1 unsafe fix available]
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
}
