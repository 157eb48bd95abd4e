//! SARIF 2.1.0 (OASIS), one run. A rule is described with its page, so that a viewer needs nothing else.

use std::collections::BTreeMap;
use std::path::Path;

use loopmend_core::{
    Applicability, Confidence, Diagnostic, Edit, Evidence, Fix, Level, Note, Place, RuleCode, Span,
};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

use crate::registry::{RuleInfo, documentation_url};
use crate::render::json::to_json;
use crate::render::{Range, Report, Sources};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The base that relative paths count from: the directory loopmend ran in.
const ROOT: &str = "%SRCROOT%";

/// The ASCII characters that a path segment of a URI must escape (RFC 3986, `pchar`).
const NOT_IN_PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b':');

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    column_kind: &'static str,
    results: Vec<ResultObject<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'a> {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    information_uri: Option<&'static str>,
    rules: Vec<RuleObject<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RuleObject<'a> {
    id: String,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    short_description: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<Markdown<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help_uri: Option<String>,
    default_configuration: DefaultConfiguration,
}

#[derive(Serialize)]
struct Text<'a> {
    text: &'a str,
}

#[derive(Serialize)]
struct Markdown<'a> {
    text: &'a str,
    markdown: &'a str,
}

#[derive(Serialize)]
struct DefaultConfiguration {
    enabled: bool,
    level: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultObject<'a> {
    rule_id: String,
    rule_index: usize,
    level: &'static str,
    message: Text<'a>,
    locations: [Location<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a>>,
    partial_fingerprints: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<FixObject<'a>>,
    properties: ResultProperties<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultProperties<'a> {
    confidence: Confidence,
    evidence: Evidence,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<LogicalLocation<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    properties: Option<CellProperties>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation<'a> {
    fully_qualified_name: &'a str,
}

/// The place inside a notebook's cell; the regions of SARIF count the lines of the notebook's file.
#[derive(Serialize)]
struct CellProperties {
    cell: u32,
    line: u32,
    column: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactLocation {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FixObject<'a> {
    description: Text<'a>,
    artifact_changes: Vec<ArtifactChange<'a>>,
    properties: FixProperties,
}

#[derive(Serialize)]
struct FixProperties {
    applicability: Applicability,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange<'a> {
    artifact_location: ArtifactLocation,
    replacements: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region,
    inserted_content: Text<'a>,
}

/// The findings as one SARIF log.
pub(super) fn render(report: &Report<'_>) -> String {
    let (rules, places) = described_rules(report);
    let mut fingerprints = Fingerprints::default();
    let result = |diagnostic| {
        let fingerprint = fingerprints.next(diagnostic, report.sources);
        result_object(diagnostic, report.sources, places[&diagnostic.code], fingerprint)
    };
    let results = report.diagnostics.iter().map(result).collect();
    let driver = Driver {
        name: "loopmend",
        version: env!("CARGO_PKG_VERSION"),
        semantic_version: env!("CARGO_PKG_VERSION"),
        information_uri: Some(env!("CARGO_PKG_HOMEPAGE")).filter(|home| !home.is_empty()),
        rules,
    };
    let run = Run { tool: Tool { driver }, column_kind: "unicodeCodePoints", results };
    to_json(&Log { schema: SCHEMA, version: "2.1.0", runs: [run] })
}

/// All rules of the registry and those that only speak as diagnostics, with the place of each in the list.
fn described_rules<'a>(report: &Report<'a>) -> (Vec<RuleObject<'a>>, FxHashMap<RuleCode, usize>) {
    let all = (report.rules)();
    let mut rules: Vec<_> = all.iter().map(described_rule).collect();
    let mut places: FxHashMap<_, _> =
        all.iter().enumerate().map(|(index, rule)| (rule.code, index)).collect();
    for diagnostic in report.diagnostics {
        places.entry(diagnostic.code).or_insert_with(|| {
            rules.push(undocumented_rule(diagnostic));
            rules.len() - 1
        });
    }
    (rules, places)
}

fn described_rule(rule: &RuleInfo) -> RuleObject<'static> {
    RuleObject {
        id: rule.code.to_string(),
        name: rule.name,
        short_description: Some(Text { text: rule.summary }).filter(|summary| !summary.text.is_empty()),
        help: Some(Markdown { text: rule.documentation, markdown: rule.documentation }),
        help_uri: documentation_url(rule.name),
        default_configuration: DefaultConfiguration {
            enabled: rule.level != Level::Ignore,
            level: sarif_level(rule.level),
        },
    }
}

fn undocumented_rule(diagnostic: &Diagnostic) -> RuleObject<'_> {
    RuleObject {
        id: diagnostic.code.to_string(),
        name: &diagnostic.rule,
        short_description: None,
        help: None,
        help_uri: None,
        default_configuration: DefaultConfiguration { enabled: true, level: sarif_level(diagnostic.level) },
    }
}

fn sarif_level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warn => "warning",
        Level::Ignore => "none",
    }
}

fn result_object<'a>(
    diagnostic: &'a Diagnostic,
    sources: &Sources<'_>,
    rule_index: usize,
    fingerprint: String,
) -> ResultObject<'a> {
    let mut location = location(&diagnostic.path, sources.range(&diagnostic.path, diagnostic.span));
    if !diagnostic.symbol.is_empty() {
        location.logical_locations.push(LogicalLocation { fully_qualified_name: &diagnostic.symbol });
    }
    let unplaced = |note: &'a Note| note.place.is_none().then_some(note.message.as_str());
    ResultObject {
        rule_id: diagnostic.code.to_string(),
        rule_index,
        level: sarif_level(diagnostic.level),
        message: Text { text: &diagnostic.message },
        locations: [location],
        related_locations: related_locations(diagnostic, sources),
        partial_fingerprints: BTreeMap::from([("loopmendFinding/v1", fingerprint)]),
        fixes: diagnostic.fix.iter().filter_map(|fix| fix_object(fix, &diagnostic.path, sources)).collect(),
        properties: ResultProperties {
            confidence: diagnostic.confidence,
            evidence: diagnostic.evidence,
            notes: diagnostic.notes.iter().filter_map(unplaced).collect(),
        },
    }
}

/// The places of the notes, and all other places that the finding stands for.
fn related_locations<'a>(diagnostic: &'a Diagnostic, sources: &Sources<'_>) -> Vec<Location<'a>> {
    let of_note = |note: &'a Note| match &note.place {
        Some(Place::Span { path, span }) => Some((path.as_str(), *span, note.message.as_str())),
        Some(Place::Definition { .. }) | None => None,
    };
    let notes = diagnostic.notes.iter().filter_map(of_note);
    let own = (diagnostic.path.as_str(), diagnostic.span);
    let known: FxHashSet<(&str, Span)> =
        notes.clone().map(|(path, span, _)| (path, span)).chain([own]).collect();
    let places =
        diagnostic.places.iter().map(|place| (place.path.as_str(), place.span, place.message.as_str()));
    let others = places.filter(|(path, span, _)| !known.contains(&(*path, *span)));
    let related = |(path, span, text): (&'a str, Span, &'a str)| Location {
        message: Some(Text { text }),
        ..location(path, sources.range(path, span))
    };
    notes.chain(others).map(related).collect()
}

fn location<'a>(path: &str, range: Range) -> Location<'a> {
    let cell = |number| CellProperties { cell: number, line: range.start.line, column: range.start.column };
    Location {
        physical_location: PhysicalLocation {
            artifact_location: artifact_location(path),
            region: range.cell.is_none().then(|| region(range)),
        },
        logical_locations: Vec::new(),
        message: None,
        properties: range.cell.map(cell),
    }
}

fn region(range: Range) -> Region {
    Region {
        start_line: range.start.line,
        start_column: range.start.column,
        end_line: range.end.line,
        end_column: range.end.column,
    }
}

fn artifact_location(path: &str) -> ArtifactLocation {
    let encoded = utf8_percent_encode(path, NOT_IN_PATH);
    if Path::new(path).is_absolute() {
        let separator = if path.starts_with('/') { "" } else { "/" };
        ArtifactLocation { uri: format!("file://{separator}{encoded}"), uri_base_id: None }
    } else {
        ArtifactLocation { uri: encoded.to_string(), uri_base_id: Some(ROOT) }
    }
}

/// A fix as text changes; `None` for a notebook, whose text is no text of a file, and for a mere suggestion.
fn fix_object<'a>(fix: &'a Fix, path: &str, sources: &Sources<'_>) -> Option<FixObject<'a>> {
    let changes = |path: &str, edits: &'a [Edit]| {
        let replacements = edits.iter().map(|edit| {
            let range = sources.range(path, edit.span);
            let deleted_region = range.cell.is_none().then(|| region(range))?;
            Some(Replacement { deleted_region, inserted_content: Text { text: &edit.replacement } })
        });
        let replacements: Vec<_> = replacements.collect::<Option<_>>()?;
        Some(ArtifactChange { artifact_location: artifact_location(path), replacements })
    };
    let own = (!fix.edits.is_empty()).then(|| changes(path, &fix.edits));
    let others = fix.elsewhere.iter().map(|file| changes(&file.path, &file.edits));
    let artifact_changes: Vec<_> = own.into_iter().chain(others).collect::<Option<_>>()?;
    let usable = fix.applicability != Applicability::DisplayOnly && !artifact_changes.is_empty();
    usable.then(|| FixObject {
        description: Text { text: &fix.title },
        artifact_changes,
        properties: FixProperties { applicability: fix.applicability },
    })
}

/// Names findings by what a baseline names them by, so that they stay the same when lines move.
#[derive(Default)]
struct Fingerprints {
    seen: FxHashMap<u64, u32>,
}

impl Fingerprints {
    fn next(&mut self, diagnostic: &Diagnostic, sources: &Sources<'_>) -> String {
        let line = sources.first_line(&diagnostic.path, diagnostic.span);
        let key = [&diagnostic.rule, &diagnostic.path, &diagnostic.symbol, line].join("\0");
        let hash = xxhash_rust::xxh3::xxh3_64(key.as_bytes());
        let count = self.seen.entry(hash).or_insert(0);
        *count += 1;
        format!("{hash:016x}:{count}")
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use serde_json::Value;

    use crate::render::samples;

    fn log() -> Value {
        serde_json::from_str(&samples::plain(super::render)).unwrap()
    }

    #[test]
    fn one_run_with_rules_and_results() {
        expect![[r##"
            {
              "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
              "version": "2.1.0",
              "runs": [
                {
                  "tool": {
                    "driver": {
                      "name": "loopmend",
                      "version": "0.1.0",
                      "semanticVersion": "0.1.0",
                      "rules": [
                        {
                          "id": "LM101",
                          "name": "unawaited-coroutine",
                          "shortDescription": {
                            "text": "A coroutine is created and never awaited."
                          },
                          "help": {
                            "text": "# unawaited-coroutine\n\nA coroutine is created and never awaited.\n",
                            "markdown": "# unawaited-coroutine\n\nA coroutine is created and never awaited.\n"
                          },
                          "defaultConfiguration": {
                            "enabled": true,
                            "level": "error"
                          }
                        },
                        {
                          "id": "LM102",
                          "name": "discarded-task",
                          "shortDescription": {
                            "text": "Nothing keeps the task."
                          },
                          "help": {
                            "text": "# discarded-task\n\nNothing keeps the task.\n",
                            "markdown": "# discarded-task\n\nNothing keeps the task.\n"
                          },
                          "defaultConfiguration": {
                            "enabled": true,
                            "level": "error"
                          }
                        },
                        {
                          "id": "LM001",
                          "name": "unreadable-file",
                          "defaultConfiguration": {
                            "enabled": true,
                            "level": "error"
                          }
                        }
                      ]
                    }
                  },
                  "columnKind": "unicodeCodePoints",
                  "results": [
                    {
                      "ruleId": "LM001",
                      "ruleIndex": 2,
                      "level": "error",
                      "message": {
                        "text": "the file vanished during the run"
                      },
                      "locations": [
                        {
                          "physicalLocation": {
                            "artifactLocation": {
                              "uri": "gone%3A1,2.py",
                              "uriBaseId": "%SRCROOT%"
                            },
                            "region": {
                              "startLine": 1,
                              "startColumn": 1,
                              "endLine": 1,
                              "endColumn": 1
                            }
                          }
                        }
                      ],
                      "partialFingerprints": {
                        "loopmendFinding/v1": "8300419073280f66:1"
                      },
                      "properties": {
                        "confidence": "certain",
                        "evidence": "inferred"
                      }
                    },
                    {
                      "ruleId": "LM102",
                      "ruleIndex": 1,
                      "level": "warning",
                      "message": {
                        "text": "the task of `work` may be collected, 100% gone"
                      },
                      "locations": [
                        {
                          "physicalLocation": {
                            "artifactLocation": {
                              "uri": "nb.ipynb",
                              "uriBaseId": "%SRCROOT%"
                            }
                          },
                          "properties": {
                            "cell": 3,
                            "line": 2,
                            "column": 1
                          }
                        }
                      ],
                      "partialFingerprints": {
                        "loopmendFinding/v1": "a87cff65c5aa1848:1"
                      },
                      "properties": {
                        "confidence": "likely",
                        "evidence": "inferred"
                      }
                    },
                    {
                      "ruleId": "LM101",
                      "ruleIndex": 0,
                      "level": "error",
                      "message": {
                        "text": "coroutine of `api.fetch` is never awaited"
                      },
                      "locations": [
                        {
                          "physicalLocation": {
                            "artifactLocation": {
                              "uri": "src/app.py",
                              "uriBaseId": "%SRCROOT%"
                            },
                            "region": {
                              "startLine": 4,
                              "startColumn": 5,
                              "endLine": 4,
                              "endColumn": 20
                            }
                          },
                          "logicalLocations": [
                            {
                              "fullyQualifiedName": "main"
                            }
                          ]
                        }
                      ],
                      "relatedLocations": [
                        {
                          "physicalLocation": {
                            "artifactLocation": {
                              "uri": "src/api.py",
                              "uriBaseId": "%SRCROOT%"
                            },
                            "region": {
                              "startLine": 1,
                              "startColumn": 1,
                              "endLine": 1,
                              "endColumn": 16
                            }
                          },
                          "message": {
                            "text": "declared `async` here"
                          }
                        }
                      ],
                      "partialFingerprints": {
                        "loopmendFinding/v1": "dd6a4c0593aa8a7e:1"
                      },
                      "fixes": [
                        {
                          "description": {
                            "text": "await the call"
                          },
                          "artifactChanges": [
                            {
                              "artifactLocation": {
                                "uri": "src/app.py",
                                "uriBaseId": "%SRCROOT%"
                              },
                              "replacements": [
                                {
                                  "deletedRegion": {
                                    "startLine": 4,
                                    "startColumn": 5,
                                    "endLine": 4,
                                    "endColumn": 5
                                  },
                                  "insertedContent": {
                                    "text": "await "
                                  }
                                }
                              ]
                            }
                          ],
                          "properties": {
                            "applicability": "unsafe"
                          }
                        }
                      ],
                      "properties": {
                        "confidence": "certain",
                        "evidence": "inferred",
                        "notes": [
                          "await the call"
                        ]
                      }
                    }
                  ]
                }
              ]
            }
        "##]].assert_eq(&samples::plain(super::render));
    }

    #[test]
    fn every_result_names_its_rule_by_place() {
        let log = log();
        let run = &log["runs"][0];
        for result in run["results"].as_array().unwrap() {
            let index = result["ruleIndex"].as_u64().unwrap() as usize;
            assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
        }
    }

    #[test]
    fn equal_findings_have_different_fingerprints() {
        let all = samples::diagnostics();
        let twice = [all[2].clone(), all[2].clone()];
        let text = samples::plain_of(&twice, &samples::texts(), super::render);
        let log: Value = serde_json::from_str(&text).unwrap();
        let fingerprint = |index: usize| log["runs"][0]["results"][index]["partialFingerprints"].clone();
        assert_ne!(fingerprint(0), fingerprint(1));
    }

    #[test]
    fn a_path_becomes_a_uri() {
        assert_eq!(super::artifact_location("a b/ü:#.py").uri, "a%20b/%C3%BC%3A%23.py");
        #[cfg(unix)]
        assert_eq!(super::artifact_location("/tmp/a.py").uri, "file:///tmp/a.py");
    }
}
