//! Findings and the committed records of them, with what readers said.

use std::collections::VecDeque;
use std::ops::AddAssign;

use serde::de::DeserializeOwned;

use super::*;

/// The verdict of a reader of the code on a finding.
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

impl Verdict {
    /// The name in tables.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::True => "true",
            Self::False => "false",
            Self::Noise => "noise",
        }
    }
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
    /// The verdict of a reader; `null` until someone has read the finding.
    pub(crate) verdict: Option<Verdict>,
    /// Why the verdict is what it is.
    pub(crate) reason: Option<String>,
    /// The line it is on now, from 1; no record has it.
    #[serde(skip)]
    pub(crate) line: usize,
}

impl Entry {
    /// The identity of a finding in two runs.
    fn key(&self) -> [String; 4] {
        [&self.path, &self.rule, &self.symbol, &self.text].map(Clone::clone)
    }

    fn new(source: &Path, finding: Finding) -> Self {
        Self {
            text: flagged_text(&source.join(&finding.path), finding.line),
            path: finding.path,
            symbol: finding.symbol,
            rule: finding.rule,
            code: finding.code,
            confidence: finding.confidence,
            message: finding.message,
            verdict: None,
            reason: None,
            line: finding.line,
        }
    }

    /// A finding in the function `main` of the first line of a file, for tests.
    #[cfg(test)]
    pub(crate) fn example(path: &str, text: &str, verdict: Option<Verdict>) -> Self {
        let found = Finding { symbol: "main".into(), ..Finding::example(path, "some-rule", (1, 1)) };
        Self { text: text.into(), verdict, ..Self::new(Path::new("/nowhere"), found) }
    }
}

/// How much code was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Size {
    /// The files that a check reads.
    pub(crate) files: usize,
    /// Their lines.
    pub(crate) lines: usize,
    /// How often the word `await` stands in them, comments and strings included.
    pub(crate) awaits: usize,
}

impl Size {
    /// Measures the files that a check of a project reads. Fails if loopmend fails or a file cannot be read.
    pub(crate) fn measure(source: &Path, loopmend: &Loopmend) -> Result<Self> {
        let mut size = Self::default();
        for file in loopmend.files(source)? {
            size.add(&read_lossily(&source.join(file))?);
        }
        Ok(size)
    }

    fn add(&mut self, text: &str) {
        self.files += 1;
        self.lines += text.lines().count();
        self.awaits += count_word(text, "await");
    }
}

impl AddAssign for Size {
    fn add_assign(&mut self, other: Self) {
        self.files += other.files;
        self.lines += other.lines;
        self.awaits += other.awaits;
    }
}

/// How often a word stands in a text, comments and strings included.
pub(crate) fn count_word(text: &str, word: &str) -> usize {
    let is_word_character = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word)
        .filter(|(start, _)| {
            !text[..*start].ends_with(is_word_character)
                && !text[start + word.len()..].starts_with(is_word_character)
        })
        .count()
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

impl Baseline {
    /// These records, and their sum.
    pub(crate) fn with_sum(mut records: Vec<Self>) -> Vec<Self> {
        let mut sum = Self { release: "all".to_owned(), ..Self::default() };
        for record in &records {
            sum.size += record.size;
            sum.findings.extend_from_slice(&record.findings);
        }
        records.push(sum);
        records
    }
}

/// A table of records, with the columns of their sizes.
pub(crate) fn with_size(records: &[Baseline]) -> Table<'_, Baseline> {
    Table::of(records)
        .words("release", |record| &record.release)
        .number("files", |record| record.size.files)
        .number("lines", |record| record.size.lines)
        .number("awaits", |record| record.size.awaits)
}

/// The findings of a run, compared with the record.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Difference {
    /// All findings of the run, by path and line, with the verdicts of the record.
    pub(crate) present: Vec<Entry>,
    /// The findings that the record does not have.
    pub(crate) new: Vec<Entry>,
    /// The findings of the record that the run does not have.
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
        let mut entries = self.present.clone();
        entries.sort_by_key(Entry::key);
        entries
    }
}

/// Checks a project in an environment. Fails if loopmend fails.
pub(crate) fn check(source: &Path, environment: &Path, loopmend: &Loopmend) -> Result<Vec<Entry>> {
    let found = loopmend.check(source, environment)?;
    Ok(found.into_iter().map(|finding| Entry::new(source, finding)).collect())
}

/// The text of a line without the space around it; empty where there is none, as in a notebook.
pub(crate) fn flagged_text(path: &Path, line: usize) -> String {
    if path.extension().is_some_and(|extension| extension == "ipynb") {
        return String::new();
    }
    line_of(&read_lossily(path).unwrap_or_default(), line)
}

/// A line of a text, from 1, without the space around it.
pub(crate) fn line_of(text: &str, line: usize) -> String {
    text.lines().nth(line.saturating_sub(1)).unwrap_or_default().trim().to_owned()
}

/// The text of a file, as far as its bytes are UTF-8. Fails if it cannot be read.
pub(crate) fn read_lossily(path: &Path) -> Result<String> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A line of a file and so many above and below it, each with its number; the line is marked.
pub(crate) fn excerpt(path: &Path, line: usize, context: usize) -> String {
    let text = read_lossily(path).unwrap_or_default();
    let first = line.saturating_sub(context + 1);
    let shown = text.lines().enumerate().skip(first).take(line + context - first);
    let mark = |index| if index + 1 == line { '>' } else { ' ' };
    shown.map(|(index, shown)| format!("{} {:>5} | {shown}\n", mark(index), index + 1)).collect()
}

/// For each of the findings, the one of the record that has the same key; each of the record stands for one. Also those of the record
/// that are left, in the order of their keys.
pub(crate) fn matched<T, K: Ord>(
    found: impl IntoIterator<Item = K>,
    record: &[T],
    key: impl Fn(&T) -> K,
) -> (Vec<Option<&T>>, Vec<&T>) {
    let mut recorded: BTreeMap<K, VecDeque<&T>> = BTreeMap::new();
    for entry in record {
        recorded.entry(key(entry)).or_default().push_back(entry);
    }
    let same = found.into_iter().map(|key| recorded.get_mut(&key).and_then(VecDeque::pop_front)).collect();
    (same, recorded.into_values().flatten().collect())
}

/// Compares what was found with the record and gives what was found the verdicts of the record. The same
/// line flagged twice in one function counts twice.
pub(crate) fn compare(baseline: &Baseline, found: Vec<Entry>) -> Difference {
    let mut difference = Difference { present: found, ..Difference::default() };
    difference.present.sort_by(|a, b| (&a.path, a.line).cmp(&(&b.path, b.line)));
    let keys: Vec<_> = difference.present.iter().map(Entry::key).collect();
    let (same, gone) = matched(keys, &baseline.findings, Entry::key);
    for (entry, same) in difference.present.iter_mut().zip(same) {
        match same {
            Some(read) => {
                entry.verdict = read.verdict;
                entry.reason.clone_from(&read.reason);
            }
            None => difference.new.push(entry.clone()),
        }
    }
    difference.gone = gone.into_iter().cloned().collect();
    difference
}

/// How many findings readers said what of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Verdicts {
    /// [`Verdict::True`].
    pub(crate) is_true: usize,
    /// [`Verdict::Noise`].
    pub(crate) noise: usize,
    /// [`Verdict::False`].
    pub(crate) is_false: usize,
    /// Nobody has read them.
    pub(crate) unread: usize,
}

impl Verdicts {
    /// Counts verdicts.
    pub(crate) fn of(verdicts: impl IntoIterator<Item = Option<Verdict>>) -> Self {
        let mut counts = Self::default();
        for verdict in verdicts {
            *match verdict {
                Some(Verdict::True) => &mut counts.is_true,
                Some(Verdict::Noise) => &mut counts.noise,
                Some(Verdict::False) => &mut counts.is_false,
                None => &mut counts.unread,
            } += 1;
        }
        counts
    }

    /// Counts the verdicts on entries of which `is_counted` is true.
    pub(crate) fn of_entries<'e>(
        entries: impl IntoIterator<Item = &'e Entry>,
        is_counted: impl Fn(&Entry) -> bool,
    ) -> Self {
        Self::of(entries.into_iter().filter(|entry| is_counted(entry)).map(|entry| entry.verdict))
    }

    /// How many were read.
    pub(crate) fn read(&self) -> usize {
        self.is_true + self.noise + self.is_false
    }
}

/// Reads a JSON file. Fails if it cannot be read or is not of its form.
pub(crate) fn read_json<T: DeserializeOwned>(path: &Path) -> Result<T> {
    serde_json::from_str(&workspace::read(path)?).with_context(|| format!("in {}", path.display()))
}

/// Reads a committed record; one that is not there is empty. Fails if it is not of its form.
pub(crate) fn read_record<T: DeserializeOwned + Default>(path: &Path) -> Result<T> {
    if path.exists() { read_json(path) } else { Ok(T::default()) }
}

/// Writes a JSON file: a record, or what is kept below `target` for reading. Fails if it cannot be written.
pub(crate) fn write_json(path: &Path, value: &impl Serialize) -> Result<()> {
    workspace::write(path, &(serde_json::to_string_pretty(value)? + "\n"))
}

#[cfg(test)]
mod tests {
    use crate::harness::*;

    fn found(line: usize, path: &str, text: &str) -> Entry {
        Entry { line, ..Entry::example(path, text, None) }
    }

    fn baseline(findings: Vec<Entry>) -> Baseline {
        Baseline { findings, ..Baseline::default() }
    }

    #[test]
    fn a_finding_that_moved_keeps_its_verdict() {
        let mut read = Entry::example("a.py", "f()", Some(Verdict::Noise));
        (read.reason, read.message) = (Some("a demonstration".into()), "older words".into());
        let difference = compare(&baseline(vec![read]), vec![found(9, "a.py", "f()")]);
        assert!(difference.is_empty());
        let entry = &difference.present[0];
        assert_eq!((entry.verdict, entry.message.as_str()), (Some(Verdict::Noise), "words"));
        assert_eq!(entry.reason.as_deref(), Some("a demonstration"));
    }

    #[test]
    fn new_and_gone_findings_are_told_apart() {
        let record = baseline(vec![found(1, "a.py", "f()")]);
        let difference = compare(&record, vec![found(1, "b.py", "f()")]);
        assert_eq!(
            (difference.new.as_slice(), difference.is_empty()),
            ([found(1, "b.py", "f()")].as_slice(), false)
        );
        assert_eq!(difference.gone, record.findings);
    }

    #[test]
    fn the_same_line_twice_is_two_findings() {
        let record = baseline(vec![found(1, "a.py", "f()")]);
        let difference = compare(&record, vec![found(8, "a.py", "f()"), found(2, "a.py", "f()")]);
        assert_eq!(difference.new, [found(8, "a.py", "f()")]);
        assert_eq!((difference.present[0].line, difference.gone.len()), (2, 0));
    }

    #[test]
    fn entries_are_sorted_by_path_then_text() {
        let all = vec![found(1, "b.py", "a()"), found(1, "a.py", "b()"), found(2, "a.py", "a()")];
        let entries = compare(&Baseline::default(), all).entries();
        let paths: Vec<_> = entries.iter().map(|entry| format!("{} {}", entry.path, entry.text)).collect();
        assert_eq!(paths, ["a.py a()", "a.py b()", "b.py a()"]);
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
    fn a_line_is_shown_with_those_around_it() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("a.py");
        workspace::write(&path, "1\n2\n3\n4\n").unwrap();
        assert_eq!(excerpt(&path, 3, 1), "      2 | 2\n>     3 | 3\n      4 | 4\n");
        assert_eq!(excerpt(&path, 1, 0), ">     1 | 1\n");
    }

    #[test]
    fn a_record_is_read_as_it_was_written() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("docs/name.json");
        assert_eq!(read_record::<Baseline>(&path).unwrap(), Baseline::default());
        let entry = Entry { line: 0, ..Entry::example("a.py", "f()", Some(Verdict::True)) };
        let record = baseline(vec![entry]);
        write_json(&path, &record).unwrap();
        assert_eq!(read_record::<Baseline>(&path).unwrap(), record);
    }

    #[test]
    fn only_the_whole_word_counts() {
        assert_eq!(count_word("await a\nx = (await b)\nawaitable = un_await\n", "await"), 2);
    }

    #[test]
    fn sizes_add_up() {
        let mut size = Size::default();
        size.add("await a\n");
        size.add("x\ny");
        assert_eq!(size, Size { files: 2, lines: 3, awaits: 1 });
    }
}
