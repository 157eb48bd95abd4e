//! What was measured on one corpus: the committed part with its verdicts, and all of it for reading.

use super::{Kind, Score, Site};
use crate::harness::*;

/// How many lines are shown above and below the erased line and the flagged one.
const CONTEXT: usize = 3;

/// A finding that an erasure adds, and that does not point to it. Texts of lines stand for their numbers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Elsewhere {
    /// The file of the erased `await`.
    pub(super) erased_path: String,
    /// The line it stands in, with it.
    pub(super) erased_text: String,
    /// The file of the finding.
    pub(super) path: String,
    /// The flagged line.
    pub(super) text: String,
    /// The qualified name of what that stands in.
    pub(super) symbol: String,
    /// The rule's name.
    pub(super) rule: String,
    /// `certain` or `likely`.
    pub(super) confidence: String,
    /// The sentence.
    pub(super) message: String,
    /// What a reader said; `null` until someone has read it.
    pub(super) verdict: Option<Verdict>,
    /// Why the verdict is what it is.
    pub(super) reason: Option<String>,
}

impl Elsewhere {
    /// What makes it the same one in two runs.
    fn key(&self) -> [&str; 6] {
        [&self.erased_path, &self.erased_text, &self.path, &self.text, &self.symbol, &self.rule]
    }
}

/// The committed record of a corpus, `docs/lab/erase/NAME.json`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Record {
    /// The release, `name==1.2.3`.
    pub(super) release: String,
    /// What the choice was made from.
    pub(super) seed: u64,
    /// All awaits of the corpus.
    pub(super) awaits: usize,
    /// What a check with one erasure took, in milliseconds, where that is why fewer awaits were erased.
    pub(super) slow_milliseconds: Option<u64>,
    /// By what their values are used for, the erasures.
    pub(super) kinds: BTreeMap<Kind, Tally>,
    /// How many findings the erasures added at the erased places.
    pub(super) added_here: usize,
    /// The findings that they added elsewhere, sorted.
    pub(super) elsewhere: Vec<Elsewhere>,
}

/// A finding elsewhere with what a reader needs to judge it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Reading {
    #[serde(flatten)]
    finding: Elsewhere,
    erased_line: usize,
    erased_context: Vec<String>,
    line: usize,
    context: Vec<String>,
}

/// An erasure that was not found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Missed {
    path: String,
    line: usize,
    text: String,
    kind: Kind,
    is_call: bool,
}

/// All that a reader may want, `target/erase/NAME.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Readings {
    /// The findings elsewhere.
    pub(super) elsewhere: Vec<Reading>,
    /// The erasures that were not found.
    pub(super) missed: Vec<Missed>,
}

impl Record {
    /// Adds an erasure. `source` is the directory of the corpus, as it was released.
    pub(super) fn add(
        &mut self,
        site: &Site,
        text: &str,
        score: &Score,
        source: &Path,
        readings: &mut Readings,
    ) {
        self.kinds.entry(site.kind).or_default().count(score.confidence());
        self.added_here += score.here.len();
        let line = text[..site.await_start].matches('\n').count() + 1;
        if score.here.is_empty() {
            readings.missed.push(Missed {
                path: site.path.clone(),
                line,
                text: line_of(text, line),
                kind: site.kind,
                is_call: site.is_call,
            });
        }
        for finding in &score.elsewhere {
            let flagged = std::fs::read_to_string(source.join(&finding.path)).unwrap_or_default();
            let elsewhere = elsewhere(site, line_of(text, line), finding, line_of(&flagged, finding.line));
            self.elsewhere.push(elsewhere.clone());
            readings.elsewhere.push(Reading {
                finding: elsewhere,
                erased_line: line,
                erased_context: context(text, line),
                line: finding.line,
                context: context(&flagged, finding.line),
            });
        }
    }

    /// Sorts the findings elsewhere and gives them the verdicts that an earlier record has for them.
    pub(super) fn take_verdicts(&mut self, earlier: &Self) {
        self.elsewhere.sort();
        for finding in &mut self.elsewhere {
            if let Some(read) = earlier.elsewhere.iter().find(|read| read.key() == finding.key()) {
                finding.verdict = read.verdict;
                finding.reason.clone_from(&read.reason);
            }
        }
    }

    fn total(&self) -> Tally {
        self.kinds.values().copied().sum()
    }

    fn verdicts(&self) -> Verdicts {
        Verdicts::of(self.elsewhere.iter().map(|finding| finding.verdict))
    }

    /// These records, and their sum.
    fn with_sum(mut records: Vec<Self>) -> Vec<Self> {
        let mut sum = Self { release: "all".to_owned(), ..Self::default() };
        for record in &records {
            sum.awaits += record.awaits;
            sum.added_here += record.added_here;
            sum.elsewhere.extend_from_slice(&record.elsewhere);
            for (kind, found) in &record.kinds {
                *sum.kinds.entry(*kind).or_default() += *found;
            }
        }
        records.push(sum);
        records
    }
}

fn elsewhere(site: &Site, erased_text: String, finding: &Finding, text: String) -> Elsewhere {
    Elsewhere {
        erased_path: site.path.clone(),
        erased_text,
        path: finding.path.clone(),
        text,
        symbol: finding.symbol.clone(),
        rule: finding.rule.clone(),
        confidence: finding.confidence.clone(),
        message: finding.message.clone(),
        verdict: None,
        reason: None,
    }
}

fn context(text: &str, line: usize) -> Vec<String> {
    let first = line.saturating_sub(CONTEXT + 1);
    text.lines().skip(first).take(line + CONTEXT - first).map(str::to_owned).collect()
}

/// Where the committed record of a corpus is.
pub(super) fn path(corpus: &Corpus) -> PathBuf {
    root("docs/lab/erase").join(format!("{}.json", corpus.name))
}

/// The records of all corpora that have one. Fails if one is not of its form.
pub(super) fn committed() -> Result<Vec<Record>> {
    let paths = select::<&str>(&[])?.iter().map(path).collect::<Vec<_>>();
    paths.iter().filter(|path| path.exists()).map(|path| read_json(path)).collect()
}

/// The shares that were found, and what the erasures added, for `docs/lab/recall.md`.
pub(super) fn tables(records: Vec<Record>) -> String {
    let records = Record::with_sum(records);
    format!("{}\n{}{}", shares(&records), additions(&records), slow(&records))
}

/// Of each kind: the erasures, the share found at `certain`, the share found at all.
fn shares(records: &[Record]) -> String {
    let table = Table::of(records)
        .words("release", |record| &record.release)
        .number("awaits", |record| record.awaits)
        .number("erased", |record| record.total().shown());
    let table = Kind::ALL.into_iter().fold(table, |table, kind| {
        table.number(kind.name(), |record| record.kinds.get(&kind).copied().unwrap_or_default().shown())
    });
    format!("Erasures, and the percentages found at `certain` and with `likely`:\n\n{table}")
}

/// What the erasures added. A finding that points to the erased place is true: there is an `await` missing.
fn additions(records: &[Record]) -> String {
    let right = |record: &Record| record.added_here + record.verdicts().is_true;
    Table::of(records)
        .words("release", |record| &record.release)
        .number("findings added", |record| record.added_here + record.elsewhere.len())
        .number("at the erased place", |record| record.added_here)
        .number("elsewhere: true", |record| record.verdicts().is_true)
        .number("noise", |record| record.verdicts().noise)
        .number("false", |record| record.verdicts().is_false)
        .number("not yet read", |record| record.verdicts().unread)
        .percent("true of those read, %", |record| {
            (right(record), record.added_here + record.verdicts().read())
        })
        .to_string()
}

fn slow(records: &[Record]) -> String {
    let sentence = |record: &Record| {
        let milliseconds = record.slow_milliseconds?;
        Some(format!("\nFewer of {} were erased: one check takes {milliseconds} ms.\n", record.release))
    };
    records.iter().filter_map(sentence).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sites::tests::sites;
    use super::{Kind, Readings, Record, Score, context, tables};
    use crate::harness::*;

    #[test]
    fn an_erasure_is_counted_and_what_it_adds_elsewhere_kept_for_reading() {
        let directory = tempfile::tempdir().unwrap();
        let text = "one\nx = await f()\nlast\n";
        workspace::write(&directory.path().join("b.py"), "first\nflagged()\n").unwrap();
        let site = sites(text, Kind::Assignment, &["x"]).remove(0);
        let elsewhere = Score { here: vec![], elsewhere: vec![Finding::example("b.py", "rule", (2, 1))] };
        let here = Score { here: vec![Finding::example("a.py", "rule", (2, 5))], elsewhere: vec![] };
        let (mut record, mut readings) = (Record::default(), Readings::default());
        record.add(&site, text, &elsewhere, directory.path(), &mut readings);
        record.add(&site, text, &here, directory.path(), &mut readings);
        assert_eq!(record.kinds[&Kind::Assignment], Tally { all: 2, certain: 1, found: 1 });
        assert_eq!((record.added_here, record.elsewhere.len(), readings.missed.len()), (1, 1, 1));
        let kept = &readings.elsewhere[0];
        assert_eq!(
            (kept.finding.text.as_str(), kept.finding.erased_text.as_str()),
            ("flagged()", "x = await f()")
        );
        assert_eq!(kept.context, ["first", "flagged()"]);

        let mut earlier = record.clone();
        earlier.elsewhere[0].verdict = Some(Verdict::True);
        record.elsewhere[0].message = "newer words".into();
        record.take_verdicts(&earlier);
        assert_eq!((record.verdicts().is_true, record.verdicts().unread), (1, 0));
    }

    #[test]
    fn the_context_ends_where_the_file_does() {
        let text = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        assert_eq!(context(text, 2), ["1", "2", "3", "4", "5"]);
        assert_eq!(context(text, 5), ["2", "3", "4", "5", "6", "7", "8"]);
        assert_eq!(context("", 5), Vec::<String>::new());
    }

    #[test]
    fn shares_are_told_by_kind_and_summed_up() {
        let record = |release: &str| Record {
            release: release.into(),
            awaits: 100,
            kinds: [
                (Kind::Statement, Tally { all: 8, certain: 4, found: 6 }),
                (Kind::Return, Tally { all: 2, certain: 0, found: 0 }),
            ]
            .into(),
            added_here: 7,
            slow_milliseconds: (release == "y==2").then_some(400),
            ..Record::default()
        };
        let text = tables(vec![record("x==1"), record("y==2")]);
        assert!(
            text.contains("| x==1 | 100 | 10: 40.0 / 60.0 | 8: 50.0 / 75.0 | 0 | 0 | 2: 0.0 / 0.0 | 0 |"),
            "{text}"
        );
        assert!(text.contains("| all | 200 | 20: 40.0 / 60.0 | 16: 50.0 / 75.0 |"), "{text}");
        assert!(text.contains("| all | 14 | 14 | 0 | 0 | 0 | 0 | 100.0 |"), "{text}");
        assert!(text.ends_with("Fewer of y==2 were erased: one check takes 400 ms.\n"), "{text}");
    }
}
