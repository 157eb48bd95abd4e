//! The findings with the code around them, and the table of `docs/lab/precision.md`.

use std::path::Path;

use crate::corpus::{Baseline, Difference, Located, Verdict};
use crate::markdown::{self, Align};

/// How many lines are shown above and below a flagged one.
const CONTEXT: usize = 6;

/// All findings of a distribution, each with the code around it. Where there is a record, those that it does not
/// have are marked with `+`, and those that are no longer found are listed with `-`.
pub(super) fn findings(release: &str, difference: &Difference, source: &Path, has_record: bool) -> String {
    let mut text = format!("{release}: {} findings\n", difference.present.len());
    for located in &difference.present {
        let sign = if has_record && difference.new.contains(located) { '+' } else { ' ' };
        text += &finding(sign, located, source);
    }
    for entry in &difference.gone {
        text += &format!("- {}: {} [{}]\n      {}\n", entry.path, entry.message, entry.rule, entry.text);
    }
    text
}

fn finding(sign: char, Located { line, entry }: &Located, source: &Path) -> String {
    let mut text =
        format!("\n{sign} {}:{line}: {} [{}, {}]\n", entry.path, entry.message, entry.rule, entry.confidence);
    let bytes = std::fs::read(source.join(&entry.path)).unwrap_or_default();
    let code = String::from_utf8_lossy(&bytes);
    let first = line.saturating_sub(CONTEXT + 1);
    for (index, shown) in code.lines().enumerate().skip(first).take(line + CONTEXT - first) {
        let mark = if index + 1 == *line { '>' } else { ' ' };
        text += &format!("  {mark} {:>5} | {shown}\n", index + 1);
    }
    text
}

/// The distributions with the verdicts on what was found in them, by confidence.
pub(super) fn table(records: &[Baseline]) -> String {
    let columns = [
        ("release", Align::Left),
        ("files", Align::Right),
        ("lines", Align::Right),
        ("awaits", Align::Right),
        ("certain: true", Align::Right),
        ("noise", Align::Right),
        ("false", Align::Right),
        ("likely: true", Align::Right),
        ("noise", Align::Right),
        ("false", Align::Right),
        ("not yet read", Align::Right),
    ];
    let mut all = Baseline { release: "all".to_owned(), ..Baseline::default() };
    for record in records {
        all.size.files += record.size.files;
        all.size.lines += record.size.lines;
        all.size.awaits += record.size.awaits;
        all.findings.extend_from_slice(&record.findings);
    }
    let rows: Vec<_> = records.iter().chain([&all]).map(row).collect();
    markdown::table(&columns, &rows)
}

fn row(record: &Baseline) -> Vec<String> {
    let size = record.size;
    let mut cells = vec![record.release.clone()];
    cells.extend([size.files, size.lines, size.awaits].map(|number| number.to_string()));
    for confidence in ["certain", "likely"] {
        for verdict in [Verdict::True, Verdict::Noise, Verdict::False] {
            let is_it = |entry: &&crate::corpus::Entry| {
                entry.confidence == confidence && entry.verdict == Some(verdict)
            };
            cells.push(record.findings.iter().filter(is_it).count().to_string());
        }
    }
    cells.push(record.findings.iter().filter(|entry| entry.verdict.is_none()).count().to_string());
    cells
}

#[cfg(test)]
mod tests {
    use super::{findings, table};
    use crate::corpus::size::Size;
    use crate::corpus::{Baseline, Entry, Located, Verdict, compare};
    use crate::workspace;

    fn entry(confidence: &str, verdict: Option<Verdict>) -> Entry {
        Entry {
            path: "a.py".into(),
            text: "f()".into(),
            symbol: "main".into(),
            rule: "some-rule".into(),
            code: "LM100".into(),
            confidence: confidence.into(),
            message: "words".into(),
            verdict,
            reason: None,
        }
    }

    fn record(findings: Vec<Entry>) -> Baseline {
        Baseline { release: "x==1".into(), size: Size { files: 1, lines: 2, awaits: 3 }, findings }
    }

    #[test]
    fn verdicts_are_counted_by_confidence() {
        let findings = vec![
            entry("certain", Some(Verdict::True)),
            entry("likely", Some(Verdict::False)),
            entry("likely", Some(Verdict::Noise)),
            entry("likely", None),
        ];
        let text = table(&[record(findings)]);
        assert!(text.contains("| x==1 | 1 | 2 | 3 | 1 | 0 | 0 | 0 | 1 | 1 | 1 |"), "{text}");
        assert!(text.contains("| all | 1 | 2 | 3 | 1 | 0 | 0 | 0 | 1 | 1 | 1 |"), "{text}");
    }

    #[test]
    fn a_finding_is_shown_with_its_code() {
        let directory = tempfile::tempdir().unwrap();
        workspace::write(&directory.path().join("a.py"), "one\nf()\n").unwrap();
        let found = vec![Located { line: 2, entry: entry("certain", None) }];
        let text = findings("x==1", &compare(&record(vec![]), found), directory.path(), false);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[0], "x==1: 1 findings");
        assert_eq!(lines[2], "  a.py:2: words [some-rule, certain]");
        assert_eq!(lines[3..], ["        1 | one", "  >     2 | f()"]);
    }

    #[test]
    fn what_the_record_does_not_have_is_marked() {
        let directory = tempfile::tempdir().unwrap();
        let known = Entry { text: "g()".into(), ..entry("likely", None) };
        let found = vec![Located { line: 1, entry: entry("certain", None) }];
        let text = findings("x==1", &compare(&record(vec![known]), found), directory.path(), true);
        assert!(text.contains("\n+ a.py:1: words [some-rule, certain]\n"), "{text}");
        assert!(text.ends_with("\n- a.py: words [some-rule]\n      g()\n"), "{text}");
    }
}
