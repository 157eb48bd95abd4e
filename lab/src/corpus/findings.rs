//! The findings of a corpus and the committed record of them.

use std::collections::{BTreeMap, VecDeque};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::size::Size;
use crate::loopmend::{Finding, Loopmend};
use crate::workspace;

/// What a reader of the code says about a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Verdict {
    /// The code does what the message says, and should not.
    True,
    /// The code does not do what the message says.
    False,
    /// The message is right and nobody would change the code.
    Noise,
}

/// A finding that was read, or waits for it. The line's text stands for its number, which moves.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    /// The file, relative to the root of the release.
    pub(crate) path: String,
    /// The text of the flagged line, without the space around it.
    pub(crate) text: String,
    /// The qualified name of what it stands in; empty at module level.
    pub(crate) symbol: String,
    /// The rule's name.
    pub(crate) rule: String,
    /// The rule's code.
    pub(crate) code: String,
    /// `certain` or `likely`.
    pub(crate) confidence: String,
    /// The sentence.
    pub(crate) message: String,
    /// What a reader said; `null` until someone has read it.
    pub(crate) verdict: Option<Verdict>,
    /// Why the verdict is what it is.
    pub(crate) reason: Option<String>,
}

impl Entry {
    fn key(&self) -> Key {
        Key {
            path: self.path.clone(),
            rule: self.rule.clone(),
            symbol: self.symbol.clone(),
            text: self.text.clone(),
        }
    }
}

/// What makes two findings the same one in two runs.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    path: String,
    rule: String,
    symbol: String,
    text: String,
}

/// The committed record of a corpus, `docs/lab/corpora/NAME.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Baseline {
    /// The release, `name==1.2.3`.
    pub(crate) release: String,
    /// How much was read.
    pub(crate) size: Size,
    /// Sorted.
    pub(crate) findings: Vec<Entry>,
}

/// A finding with the line it is on now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Located {
    /// From 1.
    pub(crate) line: usize,
    /// The finding.
    pub(crate) entry: Entry,
}

/// What a run found, beside the record.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Difference {
    /// All findings of the run, by path and line, with the verdicts of the record.
    pub(crate) present: Vec<Located>,
    /// Those of them the record does not have.
    pub(crate) new: Vec<Located>,
    /// Those of the record that the run did not find.
    pub(crate) gone: Vec<Entry>,
}

impl Difference {
    /// Whether the run found what the record says.
    pub(crate) fn is_empty(&self) -> bool {
        self.new.is_empty() && self.gone.is_empty()
    }

    /// The findings of the run as they are recorded: sorted by path, rule, symbol and text, so that lines that move
    /// change nothing; equal ones in the order of their lines.
    pub(crate) fn entries(&self) -> Vec<Entry> {
        let mut entries: Vec<_> = self.present.iter().map(|located| located.entry.clone()).collect();
        entries.sort_by_key(Entry::key);
        entries
    }
}

/// Checks a project in an environment.
///
/// # Errors
/// When loopmend fails.
pub(crate) fn check(source: &Path, environment: &Path, loopmend: &Loopmend) -> Result<Vec<Located>> {
    let found = loopmend.check(source, environment)?;
    Ok(found.into_iter().map(|finding| locate(source, finding)).collect())
}

fn locate(source: &Path, finding: Finding) -> Located {
    let text = flagged_text(&source.join(&finding.path), finding.line);
    Located {
        line: finding.line,
        entry: Entry {
            path: finding.path,
            text,
            symbol: finding.symbol,
            rule: finding.rule,
            code: finding.code,
            confidence: finding.confidence,
            message: finding.message,
            verdict: None,
            reason: None,
        },
    }
}

/// The text of a line without the space around it; empty where there is none, as in a notebook.
pub(crate) fn flagged_text(path: &Path, line: usize) -> String {
    if path.extension().is_some_and(|extension| extension == "ipynb") {
        return String::new();
    }
    let bytes = fs::read(path).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    text.lines().nth(line.saturating_sub(1)).unwrap_or_default().trim().to_owned()
}

/// Compares what was found with the record and gives what was found the verdicts of the record. The same
/// line flagged twice in one function counts twice.
pub(crate) fn compare(baseline: &Baseline, found: Vec<Located>) -> Difference {
    let mut recorded: BTreeMap<Key, VecDeque<&Entry>> = BTreeMap::new();
    for entry in &baseline.findings {
        recorded.entry(entry.key()).or_default().push_back(entry);
    }
    let mut difference = Difference { present: found, ..Difference::default() };
    difference.present.sort_by(|a, b| (&a.entry.path, a.line).cmp(&(&b.entry.path, b.line)));
    for located in &mut difference.present {
        match recorded.get_mut(&located.entry.key()).and_then(VecDeque::pop_front) {
            Some(entry) => {
                located.entry.verdict = entry.verdict;
                located.entry.reason.clone_from(&entry.reason);
            }
            None => difference.new.push(located.clone()),
        }
    }
    difference.gone = recorded.into_values().flatten().cloned().collect();
    difference
}

/// Reads the record of a corpus; one that is not there is empty.
///
/// # Errors
/// When it is not of its form.
pub(crate) fn read(path: &Path) -> Result<Baseline> {
    if !path.exists() {
        return Ok(Baseline::default());
    }
    serde_json::from_str(&workspace::read(path)?).with_context(|| format!("in {}", path.display()))
}

/// Writes the record of a corpus.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn write(path: &Path, baseline: &Baseline) -> Result<()> {
    workspace::write(path, &(serde_json::to_string_pretty(baseline)? + "\n"))
}

#[cfg(test)]
mod tests {
    use super::{Baseline, Entry, Located, Verdict, compare, flagged_text, read, write};
    use crate::workspace;

    fn located(line: usize, path: &str, text: &str) -> Located {
        Located {
            line,
            entry: Entry {
                path: path.into(),
                text: text.into(),
                symbol: "main".into(),
                rule: "some-rule".into(),
                code: "LM100".into(),
                confidence: "certain".into(),
                message: "words".into(),
                verdict: None,
                reason: None,
            },
        }
    }

    fn baseline(findings: Vec<Entry>) -> Baseline {
        Baseline { findings, ..Baseline::default() }
    }

    #[test]
    fn a_finding_that_moved_keeps_its_verdict() {
        let mut read = located(3, "a.py", "f()").entry;
        read.verdict = Some(Verdict::Noise);
        read.reason = Some("a demonstration".into());
        read.message = "older words".into();
        let difference = compare(&baseline(vec![read]), vec![located(9, "a.py", "f()")]);
        assert!(difference.is_empty());
        let entry = &difference.present[0].entry;
        assert_eq!((entry.verdict, entry.message.as_str()), (Some(Verdict::Noise), "words"));
        assert_eq!(entry.reason.as_deref(), Some("a demonstration"));
    }

    #[test]
    fn new_and_gone_findings_are_told_apart() {
        let difference =
            compare(&baseline(vec![located(1, "a.py", "f()").entry]), vec![located(1, "b.py", "f()")]);
        assert_eq!(difference.new, [located(1, "b.py", "f()")]);
        assert_eq!(difference.gone, [located(1, "a.py", "f()").entry]);
        assert!(!difference.is_empty());
    }

    #[test]
    fn the_same_line_twice_is_two_findings() {
        let record = baseline(vec![located(1, "a.py", "f()").entry]);
        let difference = compare(&record, vec![located(8, "a.py", "f()"), located(2, "a.py", "f()")]);
        assert_eq!(difference.new, [located(8, "a.py", "f()")]);
        assert_eq!(difference.present[0].line, 2);
        assert!(difference.gone.is_empty());
    }

    #[test]
    fn entries_are_sorted_by_path_then_text() {
        let found = vec![located(1, "b.py", "a()"), located(1, "a.py", "b()"), located(2, "a.py", "a()")];
        let paths: Vec<_> = compare(&Baseline::default(), found)
            .entries()
            .into_iter()
            .map(|entry| entry.path + &entry.text)
            .collect();
        assert_eq!(paths, ["a.pya()", "a.pyb()", "b.pya()"]);
    }

    #[test]
    fn the_flagged_text_has_no_space_around_it() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("a.py");
        workspace::write(&path, "x\n    f()\n").unwrap();
        assert_eq!([flagged_text(&path, 2), flagged_text(&path, 3)], ["f()", ""]);
        assert_eq!(flagged_text(&directory.path().join("gone.py"), 1), "");
    }

    #[test]
    fn a_record_is_read_as_it_was_written() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("docs/name.json");
        assert_eq!(read(&path).unwrap(), Baseline::default());
        let mut record = baseline(vec![located(1, "a.py", "f()").entry]);
        record.findings[0].verdict = Some(Verdict::True);
        write(&path, &record).unwrap();
        assert_eq!(read(&path).unwrap(), record);
    }
}
