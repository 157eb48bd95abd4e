//! What is known of one expression: as text for people, and as one JSON object.

use std::fmt::Write;

use loopmend_core::{Confidence, Place};
use loopmend_reports::{Reason, Reveal};
use serde::Serialize;

use crate::render::Sources;
use crate::render::json::{JsonPlace, JsonRange, to_json};
use crate::style::{CODE, FAINT, STRONG, printable};

/// An inferred type, with the texts that its places point to.
pub(crate) struct Revealed<'a> {
    /// The path of the file as it is shown.
    pub(crate) path: &'a str,
    /// The inferred type; its places are spans.
    pub(crate) reveal: &'a Reveal,
    /// The text of the file and of all places.
    pub(crate) sources: &'a Sources<'a>,
}

#[derive(Serialize)]
struct JsonReveal<'a> {
    path: &'a str,
    #[serde(flatten)]
    range: JsonRange,
    expression: &'a str,
    kind: &'a str,
    #[serde(rename = "type")]
    ty: &'a str,
    confidence: Option<Confidence>,
    reasons: Vec<JsonReason<'a>>,
}

#[derive(Serialize)]
struct JsonReason<'a> {
    message: &'a str,
    place: Option<JsonPlace<'a>>,
}

impl<'a> Revealed<'a> {
    fn expression(&self) -> &'a str {
        let source = self.sources.get(self.path);
        source.and_then(|source| source.source.text.get(self.reveal.span.as_range())).unwrap_or_default()
    }

    fn place(&self, reason: &'a Reason) -> Option<JsonPlace<'a>> {
        let (path, span) = span_of(reason)?;
        Some(JsonPlace { path, range: self.sources.range(path, span).into() })
    }
}

fn span_of(reason: &Reason) -> Option<(&str, loopmend_core::Span)> {
    match &reason.place {
        Some(Place::Span { path, span }) => Some((path, *span)),
        Some(Place::Definition { .. }) | None => None,
    }
}

/// A few lines, the reasons numbered. An expression of several lines is shown by its first.
pub(crate) fn reveal_text(revealed: &Revealed<'_>) -> String {
    let Reveal { span, kind, ty, confidence, reasons } = revealed.reveal;
    let place = revealed.sources.range(revealed.path, *span).located(revealed.path);
    let mut lines = revealed.expression().lines();
    let first = printable(lines.next().unwrap_or_default()).into_owned();
    let more = if lines.next().is_some() { " …" } else { "" };
    let mut out = String::new();
    let _ =
        writeln!(out, "{STRONG}{}{STRONG:#}{FAINT}:{FAINT:#} {CODE}{first}{CODE:#}{more}", printable(&place));
    let _ = writeln!(out, "  {FAINT}kind{FAINT:#}        {kind}");
    let _ = writeln!(out, "  {FAINT}type{FAINT:#}        {STRONG}{}{STRONG:#}", printable(ty));
    if let Some(confidence) = confidence {
        let _ = writeln!(out, "  {FAINT}confidence{FAINT:#}  {}", confidence_word(*confidence));
    }
    for (index, reason) in reasons.iter().enumerate() {
        let place = span_of(reason).map_or_else(String::new, |(path, span)| {
            let place = revealed.sources.range(path, span).located(path);
            format!(" {FAINT}({}){FAINT:#}", printable(&place))
        });
        let _ = writeln!(out, "  {}. {}{place}", index + 1, printable(&reason.message));
    }
    out
}

fn confidence_word(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Likely => "likely",
        Confidence::Certain => "certain",
    }
}

/// One object that ends with a line feed.
pub(crate) fn reveal_json<'a>(revealed: &Revealed<'a>) -> String {
    let reveal = revealed.reveal;
    let reason = |reason: &'a Reason| JsonReason { message: &reason.message, place: revealed.place(reason) };
    to_json(&JsonReveal {
        path: revealed.path,
        range: revealed.sources.range(revealed.path, reveal.span).into(),
        expression: revealed.expression(),
        kind: reveal.kind,
        ty: &reveal.ty,
        confidence: reveal.confidence,
        reasons: reveal.reasons.iter().map(reason).collect(),
    })
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use loopmend_core::{Confidence, Place, SourceKind, SourceText};
    use loopmend_reports::{Reason, Reveal};
    use rustc_hash::FxHashMap;

    use super::{Revealed, reveal_json, reveal_text};
    use crate::render::Sources;
    use crate::render::samples::span_of;

    const APP: &str = "from api import fetch\nfetch(\n    1,\n)\n";
    const API: &str = "async def fetch(name) -> int: ...\n";

    fn shown(render: impl Fn(&Revealed<'_>) -> String) -> String {
        let text = |text: &str| SourceText::new(text, SourceKind::Python);
        let texts =
            FxHashMap::from_iter([("app.py".to_owned(), text(APP)), ("api.py".to_owned(), text(API))]);
        let place = Place::Span { path: "api.py".to_owned(), span: span_of(API, "async def fetch") };
        let reveal = Reveal {
            span: span_of(APP, "fetch(\n    1,\n)"),
            kind: "coroutine",
            ty: "coroutine fetch -> int".to_owned(),
            confidence: Some(Confidence::Certain),
            reasons: vec![
                Reason { message: "`fetch` is defined as `async def`".to_owned(), place: Some(place) },
                Reason { message: "a call of it gives a coroutine".to_owned(), place: None },
            ],
        };
        let sources = Sources::new(&texts);
        render(&Revealed { path: "app.py", reveal: &reveal, sources: &sources })
    }

    #[test]
    fn people_read_a_few_lines() {
        let text = shown(reveal_text);
        expect![[r#"
            app.py:2:1: fetch( …
              kind        coroutine
              type        coroutine fetch -> int
              confidence  certain
              1. `fetch` is defined as `async def` (api.py:1:1)
              2. a call of it gives a coroutine
        "#]]
        .assert_eq(&anstream::adapter::strip_str(&text).to_string());
    }

    #[test]
    fn programs_read_one_object() {
        expect![[r#"
            {
              "path": "app.py",
              "line": 2,
              "column": 1,
              "end_line": 4,
              "end_column": 2,
              "expression": "fetch(\n    1,\n)",
              "kind": "coroutine",
              "type": "coroutine fetch -> int",
              "confidence": "certain",
              "reasons": [
                {
                  "message": "`fetch` is defined as `async def`",
                  "place": {
                    "path": "api.py",
                    "line": 1,
                    "column": 1,
                    "end_line": 1,
                    "end_column": 16
                  }
                },
                {
                  "message": "a call of it gives a coroutine",
                  "place": null
                }
              ]
            }
        "#]]
        .assert_eq(&shown(reveal_json));
    }
}
