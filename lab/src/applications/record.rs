//! The findings of an application with the verdicts of two readers, `docs/lab/applications/OWNER+NAME.json`.

use crate::harness::*;

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

    /// What makes two findings the same one in two runs.
    fn key(&self) -> [String; 4] {
        [&self.path, &self.rule, &self.symbol, &self.text].map(Clone::clone)
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
    /// Gives each finding the verdicts that an earlier record has for it.
    pub(super) fn take_verdicts(&mut self, earlier: &Self) {
        let (same, _) = matched(self.findings.iter().map(Read::key), &earlier.findings, Read::key);
        for (finding, read) in self.findings.iter_mut().zip(same) {
            if let Some(read) = read {
                (finding.first, finding.second) = (read.first, read.second);
                finding.reason.clone_from(&read.reason);
            }
        }
    }

    /// These records, and their sum.
    pub(super) fn with_sum(mut records: Vec<Self>) -> Vec<Self> {
        let mut sum = Self { repository: "all".to_owned(), ..Self::default() };
        for record in &records {
            sum.size += record.size;
            sum.findings.extend_from_slice(&record.findings);
        }
        records.push(sum);
        records
    }
}

/// The findings of both runs, each once, sorted by path and line.
pub(super) fn united(bare: &[Read], installed: &[Read]) -> Vec<Read> {
    let (same, left) = matched(installed.iter().map(Read::key), bare, Read::key);
    let with_place = |(finding, same): (Read, Option<&Read>)| match same {
        Some(_) => Read { reported: Where::Both, ..finding },
        None => finding,
    };
    let mut all: Vec<Read> = installed.iter().cloned().zip(same).map(with_place).collect();
    all.extend(left.into_iter().cloned());
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
    use super::{Read, Record, Where, choose, united};
    use crate::harness::*;

    pub(crate) fn read(line: usize, level: &str, verdict: Option<Verdict>) -> Read {
        let mut found = Finding::example("a.py", "some-rule", (line, 1));
        found.level = level.into();
        let read = Read::new(Path::new("/nowhere"), found, Where::Bare);
        Read { text: line.to_string(), first: verdict, second: verdict, ..read }
    }

    #[test]
    fn a_finding_of_both_runs_is_one() {
        let installed = [2, 1].map(|line| Read { reported: Where::Installed, ..read(line, "error", None) });
        let all = united(&[read(1, "error", None), read(3, "error", None)], &installed);
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
        write_json(&path, &earlier).unwrap();
        let moved = Read { line: 9, ..read(1, "error", None) };
        let mut record = Record { findings: vec![moved], ..Record::default() };
        record.take_verdicts(&read_record(&path).unwrap());
        assert_eq!(record.findings[0].verdict(), Some(Verdict::False));
        workspace::write(&path, "{}").unwrap();
        assert!(read_record::<Record>(&path).is_err());
    }
}
