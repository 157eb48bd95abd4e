//! Workflow commands of GitHub Actions, which become annotations on the changed files.
//! The escapes are those of `actions/toolkit`, `packages/core/src/command.ts`.

use std::borrow::Cow;
use std::fmt::Write;

use loopmend_core::{Diagnostic, Level, Note, Place};

use crate::render::{Range, Report, Sources};
use crate::style::printable;

/// One command for each finding.
pub(super) fn render(report: &Report<'_>) -> String {
    let mut out = String::new();
    for diagnostic in report.diagnostics {
        let _ = writeln!(out, "{}", command(diagnostic, report.sources));
    }
    out
}

fn command(diagnostic: &Diagnostic, sources: &Sources<'_>) -> String {
    let kind = if diagnostic.level == Level::Error { "error" } else { "warning" };
    let range = sources.range(&diagnostic.path, diagnostic.span);
    let place = range.located(&diagnostic.path);
    let mut message =
        format!("{}: {} {}", printable(&place), diagnostic.code, printable(&diagnostic.message));
    for note in &diagnostic.notes {
        let _ = write!(message, "\n{}", printable(&note_line(note, sources)));
    }
    format!(
        "::{kind} title={},file={},{}::{}",
        escape_property(&format!("{} {}", diagnostic.code, diagnostic.rule)),
        escape_property(&printable(&diagnostic.path)),
        lines(&range),
        escape_data(&message),
    )
}

fn note_line(note: &Note, sources: &Sources<'_>) -> String {
    let line = format!("{}: {}", note.kind.label(), note.message);
    match &note.place {
        Some(Place::Span { path, span }) => format!("{}: {line}", sources.range(path, *span).located(path)),
        _ => line,
    }
}

/// GitHub knows the lines of the notebook's file only, not those of a cell; columns only count within one line.
fn lines(range: &Range) -> String {
    if range.cell.is_some() {
        return "line=1".to_owned();
    }
    let (start, end) = (range.start, range.end);
    if start.line == end.line {
        format!("line={},col={},endColumn={}", start.line, start.column, end.column)
    } else {
        format!("line={},endLine={}", start.line, end.line)
    }
}

fn escape_data(text: &str) -> Cow<'_, str> {
    escape(text, &['%', '\r', '\n'])
}

fn escape_property(text: &str) -> Cow<'_, str> {
    escape(text, &['%', '\r', '\n', ':', ','])
}

fn escape<'t>(text: &'t str, special: &[char]) -> Cow<'t, str> {
    if !text.contains(special) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if special.contains(&c) {
            let _ = write!(out, "%{:02X}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::render::samples;

    #[test]
    fn one_command_for_each_finding() {
        expect![[r#"
            ::error title=LM001 unreadable-file,file=gone%3A1%2C2.py,line=1,col=1,endColumn=1::gone:1,2.py:1:1: LM001 the file vanished during the run
            ::warning title=LM102 discarded-task,file=nb.ipynb,line=1::nb.ipynb:cell 3:2:1: LM102 the task of `work` may be collected, 100%25 gone
            ::error title=LM101 unawaited-coroutine,file=src/app.py,line=4,col=5,endColumn=20::src/app.py:4:5: LM101 coroutine of `api.fetch` is never awaited%0Asrc/api.py:1:1: note: declared `async` here%0Ahelp: await the call
        "#]].assert_eq(&samples::plain(super::render));
    }

    #[test]
    fn nothing_in_a_name_can_start_a_command() {
        assert_eq!(super::escape_property("a:b,c%\r\n.py"), "a%3Ab%2Cc%25%0D%0A.py");
        assert_eq!(super::escape_data("a:b\n::set-env"), "a:b%0A::set-env");
    }
}
