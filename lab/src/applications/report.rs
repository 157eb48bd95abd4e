//! The findings with the code around them, and the tables of `docs/lab/precision.md`.

use std::collections::BTreeMap;
use std::path::Path;

use super::record::{Read, Record};
use crate::corpus::Verdict;
use crate::markdown::{self, Align};

/// How many lines are shown above and below a flagged one.
const CONTEXT: usize = 8;

/// How many findings are in the record, and with `unread` each that has to be read and lacks a verdict, with its code.
pub(super) fn findings(record: &Record, tree: &Path, unread: bool) -> String {
    let mut text = format!("{}: {} findings\n", record.repository, record.findings.len());
    let to_read = record.findings.iter().filter(|finding| finding.chosen && finding.verdict().is_none());
    for found in to_read.filter(|_| unread) {
        text += &finding(found, tree);
    }
    text
}

fn finding(found: &Read, tree: &Path) -> String {
    let Read { path, line, code, level, message, reported, .. } = found;
    let mut text = format!("\n{path}:{line}: {message} [{code}, {level}, {reported:?}]\n");
    let bytes = std::fs::read(tree.join(path)).unwrap_or_default();
    let first = line.saturating_sub(CONTEXT + 1);
    let shown = String::from_utf8_lossy(&bytes);
    for (index, shown) in shown.lines().enumerate().skip(first).take(line + CONTEXT - first) {
        let mark = if index + 1 == *line { '>' } else { ' ' };
        text += &format!("{mark} {:>5} | {shown}\n", index + 1);
    }
    text
}

/// The verdicts on one level.
#[derive(Default)]
struct Count {
    found: usize,
    is_true: usize,
    noise: usize,
    is_false: usize,
}

impl Count {
    fn of<'r>(findings: impl Iterator<Item = &'r Read>) -> Self {
        let mut count = Self::default();
        for finding in findings {
            count.found += 1;
            match finding.verdict().filter(|_| finding.chosen) {
                Some(Verdict::True) => count.is_true += 1,
                Some(Verdict::Noise) => count.noise += 1,
                Some(Verdict::False) => count.is_false += 1,
                None => {}
            }
        }
        count
    }

    fn read(&self) -> usize {
        self.is_true + self.noise + self.is_false
    }

    fn cells(&self) -> [String; 5] {
        [
            self.found.to_string(),
            self.read().to_string(),
            self.noise.to_string(),
            self.is_false.to_string(),
            markdown::percent(self.is_true, self.read()),
        ]
    }
}

/// Both tables: by application, and by rule.
pub(super) fn tables(records: &[Record]) -> String {
    format!("{}\n{}", by_application(records), by_rule(records))
}

fn by_application(records: &[Record]) -> String {
    let titles = [
        "application",
        "commit",
        "lines",
        "errors",
        "read",
        "noise",
        "false",
        "% true",
        "warnings",
        "read",
        "noise",
        "false",
        "% of use",
        "findings in 10,000 lines",
    ];
    let mut rows: Vec<_> = records.iter().map(|record| row(record, &record.commit[..10])).collect();
    let mut all = Record { repository: "all".to_owned(), ..Record::default() };
    for record in records {
        all.size.lines += record.size.lines;
        all.findings.extend_from_slice(&record.findings);
    }
    rows.push(row(&all, ""));
    markdown::table(&columns(&titles), &rows)
}

fn columns<'t>(titles: &[&'t str]) -> Vec<(&'t str, Align)> {
    let align = |index| if index == 0 { Align::Left } else { Align::Right };
    titles.iter().enumerate().map(|(index, title)| (*title, align(index))).collect()
}

fn row(record: &Record, commit: &str) -> Vec<String> {
    let lines = record.size.lines;
    let mut cells = vec![record.repository.clone(), commit.to_owned(), lines.to_string()];
    for is_error in [true, false] {
        let of_level = record.findings.iter().filter(|finding| finding.is_error() == is_error);
        cells.extend(Count::of(of_level).cells());
    }
    let found = record.findings.len() as f64;
    cells.push(format!("{:.1}", found * 10_000.0 / lines.max(1) as f64));
    cells
}

fn by_rule(records: &[Record]) -> String {
    let mut by_rule: BTreeMap<(&str, &str, bool), Vec<&Read>> = BTreeMap::new();
    for finding in records.iter().flat_map(|record| &record.findings) {
        by_rule.entry((&finding.code, &finding.rule, !finding.is_error())).or_default().push(finding);
    }
    let rows: Vec<Vec<String>> = by_rule
        .into_iter()
        .map(|((code, rule, is_warning), findings)| {
            let level = if is_warning { "warning" } else { "error" };
            let mut cells = vec![format!("`{rule}` ({code})"), level.to_owned()];
            cells.extend(Count::of(findings.into_iter()).cells());
            cells
        })
        .collect();
    markdown::table(&columns(&["rule", "level", "findings", "read", "noise", "false", "% true"]), &rows)
}

#[cfg(test)]
mod tests {
    use super::{findings, tables};
    use crate::applications::record::{Record, tests::read};
    use crate::corpus::{Verdict, size::Size};
    use crate::workspace;

    fn record() -> Record {
        let mut findings = vec![
            read(1, "error", Some(Verdict::True)),
            read(2, "error", Some(Verdict::False)),
            read(3, "warn", Some(Verdict::Noise)),
            read(2, "warn", None),
        ];
        findings.iter_mut().for_each(|finding| finding.chosen = true);
        Record {
            repository: "a/b".into(),
            commit: "0123456789abcdef".into(),
            size: Size { files: 1, lines: 1_000, awaits: 3 },
            findings,
        }
    }

    #[test]
    fn verdicts_are_counted_by_level() {
        let text = tables(&[record()]);
        assert!(
            text.contains("| a/b | 0123456789 | 1000 | 2 | 2 | 0 | 1 | 50.0 | 2 | 1 | 1 | 0 | 0.0 | 40.0 |"),
            "{text}"
        );
        assert!(text.contains("| `some-rule` (LM100) | warning | 2 | 1 | 1 | 0 | 0.0 |"), "{text}");
    }

    #[test]
    fn only_what_lacks_a_verdict_is_shown_with_its_code() {
        let directory = tempfile::tempdir().unwrap();
        workspace::write(&directory.path().join("a.py"), "one\nf()\n").unwrap();
        let text = findings(&record(), directory.path(), true);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[..3], ["a/b: 4 findings", "", "a.py:2: words [LM100, warn, Bare]"]);
        assert_eq!(lines[3..], ["      1 | one", ">     2 | f()"]);
        assert_eq!(findings(&record(), directory.path(), false), "a/b: 4 findings\n");
    }
}
