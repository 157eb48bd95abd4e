//! Findings made by hand, which the tests of all formats show.

use loopmend_core::{
    Applicability, Confidence, Diagnostic, Edit, Fix, Level, Note, Place, RuleCode, SourceKind, SourceText,
    Span,
};
use rustc_hash::FxHashMap;

use crate::registry::RuleInfo;
use crate::render::{Report, Sources};

const APP: &str = "import api\r\n\r\nasync def main():\r\n    api.fetch(\"日本\")\r\n";
const API: &str = "async def fetch(name):\n    return name\n";
const NOTEBOOK: &str = "import asyncio\nx = 1\nasyncio.create_task(work())\n";

/// The span of the first `needle` in `text`.
pub(crate) fn span_of(text: &str, needle: &str) -> Span {
    let start = text.find(needle).expect("the text has it");
    Span::new(start as u32, (start + needle.len()) as u32)
}

/// A finding of `unawaited-coroutine` in `path` without notes or fix.
pub(crate) fn diagnostic(path: &str, span: Span, message: &str) -> Diagnostic {
    Diagnostic {
        symbol: "main".to_owned(),
        ..Diagnostic::new(RuleCode::new(101), "unawaited-coroutine", path, span, message)
    }
}

/// A finding at this level.
pub(crate) fn at_level(level: Level) -> Diagnostic {
    Diagnostic { level, ..diagnostic("app.py", Span::new(0, 1), "`x` is never awaited") }
}

fn unawaited() -> Diagnostic {
    let call = span_of(APP, "api.fetch(\"日本\")");
    let mut found = diagnostic("src/app.py", call, "coroutine of `api.fetch` is never awaited");
    let place = Place::Span { path: "src/api.py".to_owned(), span: span_of(API, "async def fetch") };
    found.notes.push(Note::at(place, "declared `async` here"));
    found.notes.push(Note::help("await the call"));
    let edit = Edit::insertion(call.start, "await ");
    found.fix = Some(Fix::new("await the call", Applicability::Unsafe, vec![edit]));
    found
}

fn discarded_in_notebook() -> Diagnostic {
    let call = span_of(NOTEBOOK, "asyncio.create_task(work())");
    Diagnostic {
        code: RuleCode::new(102),
        rule: "discarded-task".to_owned(),
        level: Level::Warn,
        confidence: Confidence::Likely,
        symbol: String::new(),
        ..diagnostic("nb.ipynb", call, "the task of `work` may be collected, 100% gone")
    }
}

fn vanished() -> Diagnostic {
    Diagnostic {
        code: RuleCode::new(1),
        rule: "unreadable-file".to_owned(),
        symbol: String::new(),
        ..diagnostic("gone:1,2.py", Span::empty(0), "the file vanished during the run")
    }
}

/// The findings of the sample.
pub(crate) fn diagnostics() -> Vec<Diagnostic> {
    vec![vanished(), discarded_in_notebook(), unawaited()]
}

/// The texts of the sample.
pub(crate) fn texts() -> FxHashMap<String, SourceText> {
    let notebook =
        SourceText { text: NOTEBOOK.to_owned(), kind: SourceKind::Notebook, cells: vec![(0, 1), (15, 3)] };
    FxHashMap::from_iter([
        ("src/app.py".to_owned(), SourceText::new(APP, SourceKind::Python)),
        ("src/api.py".to_owned(), SourceText::new(API, SourceKind::Python)),
        ("nb.ipynb".to_owned(), notebook),
    ])
}

/// The rules of the sample.
pub(crate) fn rules() -> Vec<RuleInfo> {
    let rule = RuleInfo {
        name: "unawaited-coroutine",
        code: RuleCode::new(101),
        level: Level::Error,
        since: "0.1.0",
        fix: "sometimes",
        summary: "A coroutine is created and never awaited.",
        documentation: "# unawaited-coroutine\n\nA coroutine is created and never awaited.\n",
        same_as: &["type: unused-coroutine"],
    };
    let discarded = RuleInfo {
        name: "discarded-task",
        code: RuleCode::new(102),
        summary: "Nothing keeps the task.",
        documentation: "# discarded-task\n\nNothing keeps the task.\n",
        fix: "never",
        same_as: &["noqa: RUF006", "ruff: asyncio-dangling-task"],
        ..rule.clone()
    };
    vec![rule, discarded]
}

/// What `render` makes of the sample, without styles.
pub(crate) fn plain(render: impl Fn(&Report<'_>) -> String) -> String {
    plain_of(&diagnostics(), &texts(), render)
}

/// What `render` makes of these findings, without styles.
pub(crate) fn plain_of(
    diagnostics: &[Diagnostic],
    texts: &FxHashMap<String, SourceText>,
    render: impl Fn(&Report<'_>) -> String,
) -> String {
    let sources = Sources::new(texts);
    let styled = render(&Report { diagnostics, sources: &sources, rules });
    anstream::adapter::strip_str(&styled).to_string()
}

/// What an attacker would put into names, code and messages.
pub(crate) const HOSTILE: &str = "x\u{1b}]0;t\u{7}\u{1b}[2J\u{9b}1m\u{85}\u{202e}\u{2066}\u{61c}\r\n::FORGED::\nFORGED `<forged>`|<forged>";

/// A finding of which each part is hostile, with the text it is in.
pub(crate) fn hostile() -> (Diagnostic, FxHashMap<String, SourceText>) {
    let text = format!("f()  # {}\n", HOSTILE.replace(['\r', '\n'], ""));
    let mut found = diagnostic(HOSTILE, span_of(&text, "f()"), HOSTILE);
    let place = Place::Span { path: HOSTILE.to_owned(), span: span_of(&text, "f()") };
    found.notes.push(Note::at(place, HOSTILE));
    found.notes.push(Note::new(HOSTILE));
    let edits = vec![Edit::insertion(0, format!("{HOSTILE} "))];
    found.fix = Some(Fix::new(HOSTILE, Applicability::Safe, edits));
    let texts = FxHashMap::from_iter([(HOSTILE.to_owned(), SourceText::new(&text, SourceKind::Python))]);
    (found, texts)
}
