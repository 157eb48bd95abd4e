//! One line for each finding: `path:line:column: LM101 [error] message`.

use std::fmt::Write;

use crate::render::Report;
use crate::style::{FAINT, STRONG, of_level, printable};

/// The findings, one a line.
pub(super) fn render(report: &Report<'_>) -> String {
    let mut out = String::new();
    for diagnostic in report.diagnostics {
        let place = report.sources.range(&diagnostic.path, diagnostic.span).located(&diagnostic.path);
        let level = of_level(diagnostic.level);
        let _ = writeln!(
            out,
            "{STRONG}{}{STRONG:#}{FAINT}:{FAINT:#} {} {level}[{}]{level:#} {}",
            printable(&place),
            diagnostic.code,
            diagnostic.level,
            printable(&diagnostic.message),
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::render::samples;

    #[test]
    fn one_line_for_each_finding() {
        expect![[r#"
            gone:1,2.py:1:1: LM001 [error] the file vanished during the run
            nb.ipynb:cell 3:2:1: LM102 [warn] the task of `work` may be collected, 100% gone
            src/app.py:4:5: LM101 [error] coroutine of `api.fetch` is never awaited
        "#]]
        .assert_eq(&samples::plain(super::render));
    }
}
