//! The findings of an application with the verdicts of two readers, `docs/lab/applications/OWNER+NAME.json`.

use std::collections::{BTreeMap, VecDeque};
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::corpus::{Verdict, flagged_text, size::Size};
use crate::loopmend::Finding;
use crate::workspace;

/// How many errors of one rule are read in one application.
const MAX_ERRORS: usize = 40;

/// How many warnings of one rule are read in all applications.
const MAX_WARNINGS: usize = 20;

/// In which runs a finding was reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Where {
    /// Without an environment alone.
    Bare,
    /// With the environment alone.
    Installed,
    /// In both.
    Both,
}

/// A finding, and what is said of it. The line's text stands for its number, which moves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Read {
    /// The file, relative to the tree.
    pub(super) path: String,
    /// From 1; not part of what makes two findings the same one.
    pub(super) line: usize,
    text: String,
    symbol: String,
    /// The rule's name.
    pub(super) rule: String,
    /// The rule's code.
    pub(super) code: String,
    /// `error` or `warn`.
    pub(super) level: String,
    confidence: String,
    /// The sentence.
    pub(super) message: String,
    /// In which runs it was reported.
    pub(super) reported: Where,
    /// Whether it has to be read.
    pub(super) chosen: bool,
    first: Option<Verdict>,
    second: Option<Verdict>,
    reason: Option<String>,
}

/// What makes two findings the same one in two runs.
type Key = (String, String, String, String);

impl Read {
    /// A finding that nobody has read.
    pub(super) fn new(tree: &Path, finding: Finding, reported: Where) -> Self {
        Self {
            text: flagged_text(&tree.join(&finding.path), finding.line),
            path: finding.path,
            line: finding.line,
            symbol: finding.symbol,
            rule: finding.rule,
            code: finding.code,
            level: finding.level,
            confidence: finding.confidence,
            message: finding.message,
            reported,
            chosen: false,
            first: None,
            second: None,
            reason: None,
        }
    }

    fn key(&self) -> Key {
        (self.path.clone(), self.rule.clone(), self.symbol.clone(), self.text.clone())
    }

    /// Whether it is reported as an error.
    pub(super) fn is_error(&self) -> bool {
        self.level == "error"
    }

    /// The harder one of both verdicts; `None` until both are there.
    pub(super) fn verdict(&self) -> Option<Verdict> {
        let hardness = |verdict: &Verdict| match verdict {
            Verdict::True => 0,
            Verdict::Noise => 1,
            Verdict::False => 2,
        };
        [self.first?, self.second?].into_iter().max_by_key(hardness)
    }
}

/// The committed record of an application.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Record {
    /// `owner/name`.
    pub(super) repository: String,
    /// The commit, in full.
    pub(super) commit: String,
    /// How much was checked.
    pub(super) size: Size,
    /// Sorted by path and line.
    pub(super) findings: Vec<Read>,
}

impl Record {
    /// Reads a record; one that is not there is empty.
    ///
    /// # Errors
    /// When it is not of its form.
    pub(super) fn read(path: &Path) -> Result<Self> {
        if !path.exists() {
            return Ok(Self::default());
        }
        serde_json::from_str(&workspace::read(path)?).with_context(|| format!("in {}", path.display()))
    }

    /// Writes the record.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn write(&self, path: &Path) -> Result<()> {
        workspace::write(path, &(serde_json::to_string_pretty(self)? + "\n"))
    }

    /// Gives each finding the verdicts that an earlier record has for it.
    pub(super) fn take_verdicts(&mut self, earlier: &Self) {
        let mut known = by_key(earlier.findings.iter());
        for finding in &mut self.findings {
            if let Some(read) = known.get_mut(&finding.key()).and_then(VecDeque::pop_front) {
                finding.first = read.first;
                finding.second = read.second;
                finding.reason.clone_from(&read.reason);
            }
        }
    }
}

fn by_key<'r>(findings: impl Iterator<Item = &'r Read>) -> BTreeMap<Key, VecDeque<&'r Read>> {
    let mut by_key: BTreeMap<Key, VecDeque<&Read>> = BTreeMap::new();
    for finding in findings {
        by_key.entry(finding.key()).or_default().push_back(finding);
    }
    by_key
}

/// The findings of both runs, each once, sorted by path and line.
pub(super) fn united(bare: &[Read], installed: Vec<Read>) -> Vec<Read> {
    let mut left = by_key(bare.iter());
    let mut all = Vec::new();
    for mut finding in installed {
        if left.get_mut(&finding.key()).and_then(VecDeque::pop_front).is_some() {
            finding.reported = Where::Both;
        }
        all.push(finding);
    }
    all.extend(left.into_values().flatten().cloned());
    all.sort_by(|a, b| (&a.path, a.line, &a.code).cmp(&(&b.path, b.line, &b.code)));
    all
}

/// Marks what has to be read, in the order of a shuffle.
pub(super) fn choose(records: &mut [Record], seed: u64) {
    let of =
        |(at, record): (usize, &Record)| (0..record.findings.len()).map(move |index| (at, index)).collect();
    let mut order: Vec<(usize, usize)> = records.iter().enumerate().flat_map(of as fn(_) -> Vec<_>).collect();
    fastrand::Rng::with_seed(seed).shuffle(&mut order);
    let mut errors: BTreeMap<(usize, String), usize> = BTreeMap::new();
    let mut warnings: BTreeMap<String, usize> = BTreeMap::new();
    for (at, index) in order {
        let finding = &mut records[at].findings[index];
        let (count, most) = if finding.is_error() {
            (errors.entry((at, finding.code.clone())).or_default(), MAX_ERRORS)
        } else {
            (warnings.entry(finding.code.clone()).or_default(), MAX_WARNINGS)
        };
        finding.chosen = *count < most;
        *count += 1;
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::path::Path;

    use super::{Read, Record, Where, choose, united};
    use crate::corpus::Verdict;
    use crate::loopmend::Finding;
    use crate::workspace;

    pub(crate) fn read(line: usize, level: &str, verdict: Option<Verdict>) -> Read {
        let mut found = Finding::example("a.py", "some-rule", (line, 1));
        found.level = level.into();
        let read = Read::new(Path::new("/nowhere"), found, Where::Bare);
        Read { text: line.to_string(), first: verdict, second: verdict, ..read }
    }

    #[test]
    fn a_finding_of_both_runs_is_one() {
        let installed = [2, 1].map(|line| Read { reported: Where::Installed, ..read(line, "error", None) });
        let all = united(&[read(1, "error", None), read(3, "error", None)], installed.to_vec());
        let places: Vec<_> = all.iter().map(|finding| (finding.line, finding.reported)).collect();
        assert_eq!(places, [(1, Where::Both), (2, Where::Installed), (3, Where::Bare)]);
    }

    #[test]
    fn the_harder_verdict_counts_and_one_alone_does_not() {
        let mut both = read(1, "error", Some(Verdict::True));
        both.second = Some(Verdict::Noise);
        assert_eq!(both.verdict(), Some(Verdict::Noise));
        both.first = None;
        assert_eq!(both.verdict(), None);
    }

    #[test]
    fn forty_errors_of_a_rule_in_an_application_and_twenty_warnings_in_all_are_chosen() {
        let of = |level: &str| (0..50).map(|line| read(line, level, None)).collect::<Vec<_>>();
        let record = Record { findings: [of("error"), of("warn")].concat(), ..Record::default() };
        let mut records = [record.clone(), record];
        choose(&mut records, 7);
        let count = |is_error: bool| {
            let all = records.iter().flat_map(|record| &record.findings);
            all.filter(|finding| finding.chosen && finding.is_error() == is_error).count()
        };
        assert_eq!((count(true), count(false)), (80, 20));
    }

    #[test]
    fn verdicts_are_kept_in_the_record_and_given_to_a_finding_that_moved() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("record.json");
        let earlier = Record { findings: vec![read(1, "error", Some(Verdict::False))], ..Record::default() };
        earlier.write(&path).unwrap();
        let moved = Read { line: 9, ..read(1, "error", None) };
        let mut record = Record { findings: vec![moved], ..Record::default() };
        record.take_verdicts(&Record::read(&path).unwrap());
        assert_eq!(record.findings[0].verdict(), Some(Verdict::False));
        workspace::write(&path, "{}").unwrap();
        assert!(Record::read(&path).is_err());
    }
}
