//! The full format: a code frame for each finding, one for each place a note speaks of, and the fix as a
//! small difference.

use std::ops::Range as ByteRange;

use annotate_snippets::{
    AnnotationKind, Element, Group, Level as Severity, Origin, Patch, Renderer, Snippet,
    normalize_untrusted_str,
};
use loopmend_core::{
    Applicability, Confidence, Diagnostic, Edit, Fix, Level, Note, NoteKind, Place, Span, counted,
};

use crate::registry::documentation_url;
use crate::render::sources::Source;
use crate::render::{Report, Sources};
use crate::style::printable;

/// The edits of a fix that are shown of a joined finding, each with its lines.
const MAX_SHOWN_EDITS: usize = 3;
/// Lines shown before and after the line of a finding.
const CONTEXT_LINES: u32 = 2;
/// A finding that spans more lines is marked on its first line only.
const MAX_MARKED_LINES: u32 = 8;
/// The columns of a frame beside the code: line numbers and signs.
const GUTTER: usize = 12;
/// Edits further apart than this many lines are shown apart.
const MAX_LINES_BETWEEN_EDITS: u32 = 4;
/// The width of a frame where no terminal says it.
const DEFAULT_WIDTH: usize = 140;
/// Longer lines, in bytes, are not shown: thousands of findings in one line would copy it as often.
const LONGEST_LINE: u32 = 32 * 1024;
/// No fix is shown in longer lines, in bytes, of which it would show the whole.
const LONGEST_LINE_OF_FIX: u32 = 2000;
/// Narrower frames show nothing of the code.
const MIN_WIDTH: usize = 40;

/// The abilities of the terminal.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct FrameOptions {
    /// `true` if the name of a rule links to its page.
    pub(crate) links: bool,
    /// The columns of the terminal.
    pub(crate) width: Option<usize>,
}

/// The findings with their frames, an empty line after each.
pub(super) fn render(report: &Report<'_>, options: FrameOptions) -> String {
    let code_width = options.width.unwrap_or(DEFAULT_WIDTH).max(MIN_WIDTH) - GUTTER;
    let renderer = Renderer::styled().hyperlink(options.links).term_width(code_width);
    let frames = Frames { sources: report.sources, links: options.links, code_width };
    let mut out = String::new();
    for diagnostic in report.diagnostics {
        out.push_str(&renderer.render(&groups(diagnostic, &frames)));
        out.push_str("\n\n");
    }
    out
}

/// The common data of all frames.
struct Frames<'a> {
    sources: &'a Sources<'a>,
    links: bool,
    /// The columns for code.
    code_width: usize,
}

fn groups<'a>(diagnostic: &'a Diagnostic, frames: &Frames<'a>) -> Vec<Group<'a>> {
    let mut groups = vec![primary(diagnostic, frames)];
    groups.extend(diagnostic.notes.iter().filter_map(|note| placed_note(note, frames)));
    let most = if diagnostic.places.is_empty() { usize::MAX } else { MAX_SHOWN_EDITS };
    let fix = diagnostic.fix.as_ref();
    groups.extend(fix.and_then(|fix| difference(fix, diagnostic, frames.sources, most)));
    groups
}

fn primary<'a>(diagnostic: &'a Diagnostic, frames: &Frames<'a>) -> Group<'a> {
    let severity = if diagnostic.level == Level::Error { Severity::ERROR } else { Severity::WARNING };
    let mut title = severity.primary_title(printable(&diagnostic.message)).id(&*diagnostic.rule);
    if let Some(url) = documentation_url(&diagnostic.rule).filter(|_| frames.links) {
        title = title.id_url(url);
    }
    let group = Group::with_title(title);
    let mut group = group.element(frames.at(&diagnostic.path, diagnostic.span, CONTEXT_LINES));
    if diagnostic.confidence == Confidence::Likely {
        group = group.element(Severity::NOTE.message("this finding is likely, not certain"));
    }
    let mut unplaced: Vec<&Note> = diagnostic.notes.iter().filter(|note| span_of(note).is_none()).collect();
    unplaced.sort_by_key(|note| note.kind);
    for note in unplaced {
        group = group.element(note_severity(note.kind).message(normalize_untrusted_str(&note.message)));
    }
    group
}

/// The label of a note, with its style.
fn note_severity(kind: NoteKind) -> Severity<'static> {
    match kind {
        NoteKind::Note => Severity::NOTE,
        NoteKind::Help => Severity::HELP,
    }
}

fn span_of(note: &Note) -> Option<(&str, Span)> {
    match &note.place {
        Some(Place::Span { path, span }) => Some((path, *span)),
        Some(Place::Definition { .. }) | None => None,
    }
}

fn placed_note<'a>(note: &'a Note, frames: &Frames<'a>) -> Option<Group<'a>> {
    let (path, span) = span_of(note)?;
    let group =
        Group::with_title(note_severity(note.kind).secondary_title(normalize_untrusted_str(&note.message)));
    Some(group.element(frames.at(path, span, 0)))
}

/// `path`, or `path:cell 3`; the frame adds line and column.
fn shown_path(path: &str, cell: Option<u32>) -> String {
    let path = printable(path);
    match cell {
        Some(cell) => format!("{path}:cell {cell}"),
        None => path.into_owned(),
    }
}

impl<'a> Frames<'a> {
    /// The lines around a span with the span marked; the place alone when they are too long, the path alone when the text is not
    /// known.
    fn at(&self, path: &str, span: Span, context: u32) -> Element<'a> {
        let Some(source) = self.sources.get(path) else { return Origin::path(shown_path(path, None)).into() };
        let span = cut_to_few_lines(source, span);
        let window = |context| Window::around(source, span, context, LONGEST_LINE);
        let window = window(context).or_else(|| window(0));
        let Some(window) = window else {
            let range = self.sources.range(path, span);
            let origin = Origin::path(shown_path(path, range.cell));
            return origin.line(range.start.line as usize).char_column(range.start.column as usize).into();
        };
        let marked = window.marked(span, self.code_width);
        let visible = AnnotationKind::Visible.span(0..window.text.len());
        Snippet::source(window.text)
            .line_start(window.first_line as usize)
            .path(shown_path(path, window.cell))
            .annotation(AnnotationKind::Primary.span(marked))
            .annotation(visible)
            .into()
    }
}

/// The fix as the lines before and after, at so many places at most; `None` when nothing changes, the text is not known, or a line is
/// too long.
fn difference<'a>(
    fix: &'a Fix,
    diagnostic: &Diagnostic,
    sources: &Sources<'_>,
    most: usize,
) -> Option<Group<'a>> {
    let own = sources.get(&diagnostic.path)?;
    let mut snippets: Vec<_> =
        nearby(&fix.edits, own).into_iter().map(|edits| patch(edits, own, None)).collect::<Option<_>>()?;
    for file in &fix.elsewhere {
        let source = sources.get(&file.path)?;
        let patches = nearby(&file.edits, source).into_iter();
        let patches = patches.map(|edits| patch(edits, source, Some(&file.path)));
        snippets.extend(patches.collect::<Option<Vec<_>>>()?);
    }
    let left = snippets.len().saturating_sub(most);
    snippets.truncate(most);
    let more = if left == 0 { String::new() } else { format!(", and at {}", counted(left, "more place")) };
    let title = Severity::HELP.secondary_title(format!("{}{more}", fix_title(fix, diagnostic.confidence)));
    (!snippets.is_empty()).then(|| Group::with_title(title).elements(snippets))
}

/// Returns the title of a fix with the command that applies it.
fn fix_title(fix: &Fix, confidence: Confidence) -> String {
    let title = normalize_untrusted_str(&fix.title);
    let likely = if confidence == Confidence::Likely { " --likely" } else { "" };
    match fix.applicability {
        Applicability::Safe => format!("{title} (`loopmend fix{likely}`)"),
        Applicability::Unsafe => format!("{title} (`loopmend fix --unsafe{likely}`)"),
        Applicability::DisplayOnly => format!("{title} (suggestion)"),
    }
}

/// The edits in runs that stand close to each other.
fn nearby<'e>(edits: &'e [Edit], source: &Source<'_>) -> Vec<&'e [Edit]> {
    let close = |before: &Edit, after: &Edit| {
        source.lines.line(after.span.start) <= source.lines.line(before.span.end) + MAX_LINES_BETWEEN_EDITS
            && source.source.cell(after.span.start) == source.source.cell(before.span.start)
    };
    edits.chunk_by(close).collect()
}

/// Some edits with their lines, if none is too long; the path is told where it is not that of the finding.
fn patch<'a>(edits: &'a [Edit], source: &Source<'_>, path: Option<&str>) -> Option<Snippet<'a, Patch<'a>>> {
    let start = edits.iter().map(|edit| edit.span.start).min().unwrap_or_default();
    let end = edits.iter().map(|edit| edit.span.end).max().unwrap_or_default();
    let window = Window::around(source, Span::new(start, end), 0, LONGEST_LINE_OF_FIX)?;
    let patches: Vec<_> = edits
        .iter()
        .map(|edit| Patch::new(window.range(edit.span), normalize_line_ends(&edit.replacement)))
        .collect();
    let path = path.map(|path| shown_path(path, window.cell));
    Some(Snippet::source(window.text).line_start(window.first_line as usize).path(path).patches(patches))
}

fn normalize_line_ends(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Some whole lines of a text: every offset of it is an offset of the text less `start`.
struct Window {
    text: String,
    start: usize,
    first_line: u32,
    cell: Option<u32>,
}

impl Window {
    /// The lines that `span` touches and up to `context` lines around, inside one cell of a notebook,
    /// without empty lines at the edges; `None` where one is longer than `longest` bytes.
    fn around(source: &Source<'_>, span: Span, context: u32, longest: u32) -> Option<Self> {
        let text = &source.source.text;
        let line_of = |offset| source.lines.line(offset);
        let cell = source.source.cell(span.start);
        let (cell_first, cell_last) = cell_lines(source, span.start);
        let (touched_first, touched_last) = (line_of(span.start), line_of(span.end).max(line_of(span.start)));
        let mut first = touched_first.saturating_sub(context).max(cell_first);
        let mut last = (touched_last + context).min(cell_last).max(first);
        let blank = |line| source.lines.line_text(line, text).trim().is_empty();
        while first < touched_first && blank(first) {
            first += 1;
        }
        while last > touched_last && blank(last) {
            last -= 1;
        }
        let length = |line| source.lines.line_start(line + 1, text) - source.lines.line_start(line, text);
        if (first..=last).any(|line| length(line) > longest) {
            return None;
        }
        let start = source.lines.line_start(first, text) as usize;
        let end = source.lines.line_start(last + 1, text) as usize;
        let mut window = replace_lone_carriage_returns(text.get(start..end).unwrap_or_default());
        if span.start as usize >= start + window.len() {
            window.push('\n');
        }
        let cell = cell.map(|(number, _)| number);
        Some(Self { text: window, start, first_line: first + 1 - cell_first, cell })
    }

    /// A span of the text as a range of the window, on whole characters.
    fn range(&self, span: Span) -> ByteRange<usize> {
        let inside = |offset: u32| {
            self.text.floor_char_boundary((offset as usize).saturating_sub(self.start).min(self.text.len()))
        };
        let start = inside(span.start);
        start..inside(span.end).max(start)
    }

    /// The part of a span that is marked: without the line ending after it, and of its last line not more
    /// than `limit` characters.
    fn marked(&self, span: Span, limit: usize) -> ByteRange<usize> {
        let ByteRange { start, end } = self.range(span);
        let marked = self.text[start..end].trim_end_matches(['\r', '\n']);
        let end = start + marked.len();
        let last_line = marked.rfind('\n').map_or(0, |at| at + 1);
        match marked[last_line..].char_indices().nth(limit) {
            Some((at, _)) => start..start + last_line + at,
            None => start..end,
        }
    }
}

/// The first and the last line of the cell an offset is in; those of the whole text outside notebooks.
fn cell_lines(source: &Source<'_>, offset: u32) -> (u32, u32) {
    let all = source.lines.line_count() as u32;
    let Some((_, start)) = source.source.cell(offset) else { return (1, all) };
    let next = source.source.cells.iter().map(|(start, _)| *start).find(|next| *next > start);
    let last = next.map_or(all, |next| source.lines.line(next).saturating_sub(1));
    let first = source.lines.line(start);
    (first, last.max(first))
}

/// Python ends a line at a lone `\r`; the frames end lines at `\n` only. No offset moves.
fn replace_lone_carriage_returns(text: &str) -> String {
    let bytes = text.as_bytes();
    let ends_line = |at: usize, c: char| c == '\r' && bytes.get(at + 1) != Some(&b'\n');
    text.char_indices().map(|(at, c)| if ends_line(at, c) { '\n' } else { c }).collect()
}

/// The span, or what of it stands on its first line when it has more lines than one can take in.
fn cut_to_few_lines(source: &Source<'_>, span: Span) -> Span {
    let first = source.lines.line(span.start);
    if source.lines.line(span.end) < first + MAX_MARKED_LINES {
        return span;
    }
    let line_end = source.lines.line_start(first, &source.source.text) as usize
        + source.lines.line_text(first, &source.source.text).len();
    Span::new(span.start, (line_end as u32).max(span.start))
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use loopmend_core::{Applicability, Diagnostic, Edit, Fix, SourceKind, SourceText, Span};
    use rustc_hash::FxHashMap;

    use super::{FrameOptions, render};
    use crate::render::samples::{self, diagnostic, span_of};

    fn check(text: &str, span: Span, expected: &Expect) {
        check_all(text, &[diagnostic("a.py", span, "`f` is never awaited")], expected);
    }

    fn check_all(text: &str, diagnostics: &[Diagnostic], expected: &Expect) {
        let texts = FxHashMap::from_iter([("a.py".to_owned(), SourceText::new(text, SourceKind::Python))]);
        let options = FrameOptions { links: false, width: Some(80) };
        expected.assert_eq(&samples::plain_of(diagnostics, &texts, |report| render(report, options)));
    }

    fn check_fix(text: &str, span: Span, edits: Vec<Edit>, expected: &Expect) {
        let mut found = diagnostic("a.py", span, "`f` is never awaited");
        found.fix = Some(Fix::new("mend it", Applicability::Safe, edits));
        check_all(text, &[found], expected);
    }

    #[test]
    fn a_frame_with_notes_and_a_fix() {
        expect![[r#"
            error[unreadable-file]: the file vanished during the run
            --> gone:1,2.py

            warning[discarded-task]: the task of `work` may be collected, 100% gone
             --> nb.ipynb:cell 3:2:1
              |
            1 | x = 1
            2 | asyncio.create_task(work())
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
              |
              = note: this finding is likely, not certain

            error[unawaited-coroutine]: coroutine of `api.fetch` is never awaited
             --> src/app.py:4:5
              |
            3 | async def main():
            4 |     api.fetch("日本")
              |     ^^^^^^^^^^^^^^^^^
              |
              = help: await the call
            note: declared `async` here
             --> src/api.py:1:1
              |
            1 | async def fetch(name):
              | ^^^^^^^^^^^^^^^
            help: await the call (`loopmend fix --unsafe`)
              |
            4 |     await api.fetch("日本")
              |     +++++

        "#]]
        .assert_eq(&samples::plain(|report| render(report, FrameOptions::default())));
    }

    #[test]
    fn tabs_and_wide_characters_stand_above_their_marks() {
        check(
            "if x:\n\t\"日本\"; f(é)\n",
            span_of("if x:\n\t\"日本\"; f(é)\n", "f(é)"),
            &expect![[r#"
            error[unawaited-coroutine]: `f` is never awaited
             --> a.py:2:8
              |
            1 | if x:
            2 |     "日本"; f(é)
              |             ^^^^

        "#]],
        );
    }

    #[test]
    fn empty_spans_and_the_end_of_the_file_have_a_place() {
        check(
            "f()\n",
            Span::empty(2),
            &expect![[r#"
            error[unawaited-coroutine]: `f` is never awaited
             --> a.py:1:3
              |
            1 | f()
              |   ^

        "#]],
        );
        check(
            "f()\n",
            Span::empty(4),
            &expect![[r#"
            error[unawaited-coroutine]: `f` is never awaited
             --> a.py:2:1
              |
            1 | f()
            2 |
              | ^

        "#]],
        );
        check(
            "f()",
            Span::new(3, 9),
            &expect![[r#"
            error[unawaited-coroutine]: `f` is never awaited
             --> a.py:1:4
              |
            1 | f()
              |    ^

        "#]],
        );
        check(
            "",
            Span::empty(0),
            &expect![[r#"
            error[unawaited-coroutine]: `f` is never awaited
             --> a.py:1:1
              |
            1 |
              | ^

        "#]],
        );
    }

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        check(
            "f('\x1b[2J\x00\x07')\rg()\n",
            span_of("f('\x1b[2J\x00\x07')\rg()\n", "g()"),
            &expect![[r#"
            error[unawaited-coroutine]: `f` is never awaited
             --> a.py:2:1
              |
            1 | f('␛[2J␀␇')
            2 | g()
              | ^^^

        "#]],
        );
    }

    #[test]
    fn long_lines_are_cut_around_the_mark() {
        let text = format!("x = [{}f(), {}]\n", "1, ".repeat(5000), "2, ".repeat(5000));
        check(
            &text,
            span_of(&text, "f()"),
            &expect![[r#"
            error[unawaited-coroutine]: `f` is never awaited
             --> a.py:1:15006
              |
            1 | ...1, 1, 1, 1, 1, 1, 1, 1, 1, f(), 2, 2, 2, 2, 2, 2, 2, 2, 2,...
              |                               ^^^

        "#]],
        );
        let text = format!("f({})\n", "1, ".repeat(5000));
        check(
            &text,
            Span::new(0, text.len() as u32),
            &expect![[r#"
            error[unawaited-coroutine]: `f` is never awaited
             --> a.py:1:1
              |
            1 | f(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, ...
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

        "#]],
        );
    }

    #[test]
    fn no_line_is_shown_once_for_each_of_thousands_of_findings() {
        let text = format!("{}f()\n", "1, ".repeat(700));
        let edit = Edit::replacement(span_of(&text, "f()"), "await f()");
        check_fix(
            &text,
            span_of(&text, "f()"),
            vec![edit],
            &expect![[r#"
            error[unawaited-coroutine]: `f` is never awaited
             --> a.py:1:2101
              |
            1 | ...1, 1, 1, 1, 1, 1, 1, 1, 1, f()
              |                               ^^^

        "#]],
        );
        let text = format!("{}f()\n", "1, ".repeat(20_000));
        check(
            &text,
            span_of(&text, "f()"),
            &expect![[r#"
            error[unawaited-coroutine]: `f` is never awaited
            --> a.py:1:60001

        "#]],
        );
    }

    #[test]
    fn long_spans_are_marked_where_they_start() {
        let text = format!("f(\n{})\n", "    1,\n".repeat(500));
        check(
            &text,
            Span::new(0, text.len() as u32),
            &expect![[r#"
            error[unawaited-coroutine]: `f` is never awaited
             --> a.py:1:1
              |
            1 | f(
              | ^^
            2 |     1,
            3 |     1,
              |

        "#]],
        );
        let wide = format!("f({}\n    1,\n)\n", "1, ".repeat(500));
        check(
            &wide,
            Span::new(0, wide.len() as u32),
            &expect![[r#"
            error[unawaited-coroutine]: `f` is never awaited
             --> a.py:1:1
              |
            1 | / f(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, ...
            2 | |     1,
            3 | | )
              | |_^

        "#]],
        );
        check(
            "f(\n    1,\n)\ng()\n",
            Span::new(0, 11),
            &expect![[r#"
            error[unawaited-coroutine]: `f` is never awaited
             --> a.py:1:1
              |
            1 | / f(
            2 | |     1,
            3 | | )
              | |_^
            4 |   g()
              |

        "#]],
        );
    }

    #[test]
    fn distant_edits_are_shown_apart_and_keep_their_lines() {
        let text = format!("import a\r\n{}f()\r\n", "x = 1\r\n".repeat(30));
        let call = span_of(&text, "f()");
        let edits = vec![Edit::insertion(0, "import asyncio\r\n"), Edit::insertion(call.start, "await ")];
        check_fix(
            &text,
            call,
            edits,
            &expect![[r#"
            error[unawaited-coroutine]: `f` is never awaited
              --> a.py:32:1
               |
            30 | x = 1
            31 | x = 1
            32 | f()
               | ^^^
               |
            help: mend it (`loopmend fix`)
               |
             1 + import asyncio
               |
            32 | await f()
               | +++++

        "#]],
        );
    }

    #[test]
    fn a_deletion_and_a_replacement_of_lines_are_shown() {
        let text = "a\nf()\nb\n";
        check_fix(
            text,
            span_of(text, "f()"),
            vec![Edit::replacement(Span::new(2, 6), "")],
            &expect![[r#"
            error[unawaited-coroutine]: `f` is never awaited
             --> a.py:2:1
              |
            1 | a
            2 | f()
              | ^^^
            3 | b
              |
            help: mend it (`loopmend fix`)
              |
            2 - f()
              |

        "#]],
        );
        let edits = vec![Edit::replacement(span_of(text, "f()"), "async with f():\n    pass")];
        check_fix(
            text,
            span_of(text, "f()"),
            edits,
            &expect![[r#"
            error[unawaited-coroutine]: `f` is never awaited
             --> a.py:2:1
              |
            1 | a
            2 | f()
              | ^^^
            3 | b
              |
            help: mend it (`loopmend fix`)
              |
            2 + async with f():
            3 +     pass
              |

        "#]],
        );
    }

    #[test]
    fn spans_that_fit_no_character_do_no_harm() {
        for (start, end) in [(1, 2), (0, 1), (9, 3), (700, 900), (2, 2)] {
            let found = [diagnostic("a.py", Span::new(start, end), "odd")];
            let texts =
                FxHashMap::from_iter([("a.py".to_owned(), SourceText::new("日本\n", SourceKind::Python))]);
            let text = samples::plain_of(&found, &texts, |report| render(report, FrameOptions::default()));
            assert!(text.starts_with("error[unawaited-coroutine]: odd\n --> a.py:"), "{text}");
        }
    }
}
