//! A list of objects, one for each finding.

use loopmend_core::{
    Applicability, Confidence, Diagnostic, Edit, Evidence, FileEdits, Fix, JoinedPlace, Level, Note,
    NoteKind, Place, PlaceRole, RuleCode,
};
use serde::Serialize;

use crate::render::{Range, Report, Sources};

#[derive(Serialize)]
struct JsonDiagnostic<'a> {
    path: &'a str,
    #[serde(flatten)]
    range: JsonRange,
    rule: &'a str,
    code: RuleCode,
    level: Level,
    confidence: Confidence,
    evidence: Evidence,
    message: &'a str,
    symbol: &'a str,
    notes: Vec<JsonNote<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    places: Vec<JsonJoinedPlace<'a>>,
    fix: Option<JsonFix<'a>>,
}

/// A place that a joined finding stands for.
#[derive(Serialize)]
struct JsonJoinedPlace<'a> {
    role: PlaceRole,
    #[serde(flatten)]
    place: JsonPlace<'a>,
    symbol: &'a str,
    confidence: Confidence,
    message: &'a str,
    /// The promise of the fix there.
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Applicability>,
}

/// A place with its end, as people count it.
#[derive(Serialize)]
pub(super) struct JsonRange {
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<u32>,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Serialize)]
struct JsonNote<'a> {
    kind: NoteKind,
    message: &'a str,
    place: Option<JsonPlace<'a>>,
}

/// A place in any file.
#[derive(Serialize)]
pub(super) struct JsonPlace<'a> {
    pub(super) path: &'a str,
    #[serde(flatten)]
    pub(super) range: JsonRange,
}

#[derive(Serialize)]
struct JsonFix<'a> {
    title: &'a str,
    applicability: Applicability,
    edits: Vec<JsonEdit<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    elsewhere: Vec<JsonFileEdits<'a>>,
}

/// Edits of another file than that of the finding.
#[derive(Serialize)]
struct JsonFileEdits<'a> {
    path: &'a str,
    edits: Vec<JsonEdit<'a>>,
}

#[derive(Serialize)]
struct JsonEdit<'a> {
    #[serde(flatten)]
    range: JsonRange,
    content: &'a str,
}

/// The findings as a JSON list that ends with a line feed.
pub(super) fn render(report: &Report<'_>) -> String {
    let list: Vec<_> =
        report.diagnostics.iter().map(|diagnostic| json_diagnostic(diagnostic, report.sources)).collect();
    to_json(&list)
}

/// Any plain data as indented JSON that ends with a line feed.
pub(crate) fn to_json(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("plain data with string keys has a JSON form");
    text.push('\n');
    text
}

fn json_diagnostic<'a>(diagnostic: &'a Diagnostic, sources: &Sources<'_>) -> JsonDiagnostic<'a> {
    JsonDiagnostic {
        path: &diagnostic.path,
        range: sources.range(&diagnostic.path, diagnostic.span).into(),
        rule: &diagnostic.rule,
        code: diagnostic.code,
        level: diagnostic.level,
        confidence: diagnostic.confidence,
        evidence: diagnostic.evidence,
        message: &diagnostic.message,
        symbol: &diagnostic.symbol,
        notes: diagnostic.notes.iter().map(|note| json_note(note, sources)).collect(),
        places: diagnostic.places.iter().map(|place| json_joined_place(place, sources)).collect(),
        fix: diagnostic.fix.as_ref().map(|fix| json_fix(fix, &diagnostic.path, sources)),
    }
}

fn json_joined_place<'a>(place: &'a JoinedPlace, sources: &Sources<'_>) -> JsonJoinedPlace<'a> {
    let JoinedPlace { role, path, span, symbol, message, confidence, fix } = place;
    JsonJoinedPlace {
        role: *role,
        place: JsonPlace { path, range: sources.range(path, *span).into() },
        symbol,
        confidence: *confidence,
        message,
        fix: *fix,
    }
}

fn json_note<'a>(note: &'a Note, sources: &Sources<'_>) -> JsonNote<'a> {
    let place = match &note.place {
        Some(Place::Span { path, span }) => {
            Some(JsonPlace { path, range: sources.range(path, *span).into() })
        }
        Some(Place::Definition { .. }) | None => None,
    };
    JsonNote { kind: note.kind, message: &note.message, place }
}

fn json_fix<'a>(fix: &'a Fix, path: &str, sources: &Sources<'_>) -> JsonFix<'a> {
    let other = |file: &'a FileEdits| JsonFileEdits {
        path: &file.path,
        edits: json_edits(&file.edits, &file.path, sources),
    };
    JsonFix {
        title: &fix.title,
        applicability: fix.applicability,
        edits: json_edits(&fix.edits, path, sources),
        elsewhere: fix.elsewhere.iter().map(other).collect(),
    }
}

fn json_edits<'a>(edits: &'a [Edit], path: &str, sources: &Sources<'_>) -> Vec<JsonEdit<'a>> {
    let json_edit = |edit: &'a Edit| JsonEdit {
        range: sources.range(path, edit.span).into(),
        content: &edit.replacement,
    };
    edits.iter().map(json_edit).collect()
}

impl From<Range> for JsonRange {
    fn from(range: Range) -> Self {
        Self {
            cell: range.cell,
            line: range.start.line,
            column: range.start.column,
            end_line: range.end.line,
            end_column: range.end.column,
        }
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::render::samples;

    #[test]
    fn a_list_of_objects() {
        expect![[r#"
            [
              {
                "path": "gone:1,2.py",
                "line": 1,
                "column": 1,
                "end_line": 1,
                "end_column": 1,
                "rule": "unreadable-file",
                "code": "LM001",
                "level": "error",
                "confidence": "certain",
                "evidence": "inferred",
                "message": "the file vanished during the run",
                "symbol": "",
                "notes": [],
                "fix": null
              },
              {
                "path": "nb.ipynb",
                "cell": 3,
                "line": 2,
                "column": 1,
                "end_line": 2,
                "end_column": 28,
                "rule": "discarded-task",
                "code": "LM102",
                "level": "warn",
                "confidence": "likely",
                "evidence": "inferred",
                "message": "the task of `work` may be collected, 100% gone",
                "symbol": "",
                "notes": [],
                "fix": null
              },
              {
                "path": "src/app.py",
                "line": 4,
                "column": 5,
                "end_line": 4,
                "end_column": 20,
                "rule": "unawaited-coroutine",
                "code": "LM101",
                "level": "error",
                "confidence": "certain",
                "evidence": "inferred",
                "message": "coroutine of `api.fetch` is never awaited",
                "symbol": "main",
                "notes": [
                  {
                    "kind": "note",
                    "message": "declared `async` here",
                    "place": {
                      "path": "src/api.py",
                      "line": 1,
                      "column": 1,
                      "end_line": 1,
                      "end_column": 16
                    }
                  },
                  {
                    "kind": "help",
                    "message": "await the call",
                    "place": null
                  }
                ],
                "fix": {
                  "title": "await the call",
                  "applicability": "unsafe",
                  "edits": [
                    {
                      "line": 4,
                      "column": 5,
                      "end_line": 4,
                      "end_column": 5,
                      "content": "await "
                    }
                  ]
                }
              }
            ]
        "#]]
        .assert_eq(&samples::plain(super::render));
    }

    #[test]
    fn no_findings_are_an_empty_list() {
        assert_eq!(samples::plain_of(&[], &samples::texts(), super::render), "[]\n");
    }
}
