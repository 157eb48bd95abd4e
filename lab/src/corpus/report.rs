//! What a developer sees of the corpora: the difference on the terminal, the table in `docs/lab/precision.md`.

use anyhow::Result;

use super::findings::{self, Baseline, Difference, Entry, Located, Verdict};
use super::manifest::{Corpus, select};
use crate::markdown::{self, Align};
use crate::workspace;

const COLUMNS: [(&str, Align); 9] = [
    ("release", Align::Left),
    ("files", Align::Right),
    ("lines", Align::Right),
    ("awaits", Align::Right),
    ("findings", Align::Right),
    ("true", Align::Right),
    ("noise", Align::Right),
    ("false", Align::Right),
    ("not yet read", Align::Right),
];

/// Prints what is new and what is gone, or all that was found.
pub(crate) fn print_difference(corpus: &Corpus, difference: &Difference, all: bool) {
    println!(
        "{}: {} findings, {} new, {} gone",
        corpus.name,
        difference.present.len(),
        difference.new.len(),
        difference.gone.len()
    );
    for located in if all { &difference.present } else { &difference.new } {
        println!("{}", sentence(if difference.new.contains(located) { '+' } else { ' ' }, located));
    }
    for entry in &difference.gone {
        println!("- {}: {} [{}]\n      {}", entry.path, entry.message, entry.rule, entry.text);
    }
}

fn sentence(sign: char, Located { line, entry }: &Located) -> String {
    let Entry { path, message, rule, confidence, text, .. } = entry;
    format!("{sign} {path}:{line}: {message} [{rule}, {confidence}]\n      {text}")
}

/// The table of some corpora, with their sum.
pub(crate) fn table(baselines: &[Baseline]) -> String {
    let mut rows: Vec<Vec<String>> = baselines.iter().map(row).collect();
    let mut sum = Baseline { release: "all".to_owned(), ..Baseline::default() };
    for baseline in baselines {
        sum.size.files += baseline.size.files;
        sum.size.lines += baseline.size.lines;
        sum.size.awaits += baseline.size.awaits;
        sum.findings.extend_from_slice(&baseline.findings);
    }
    rows.push(row(&sum));
    markdown::table(&COLUMNS, &rows)
}

fn row(baseline: &Baseline) -> Vec<String> {
    let count =
        |verdict| baseline.findings.iter().filter(|entry| entry.verdict == verdict).count().to_string();
    vec![
        baseline.release.clone(),
        baseline.size.files.to_string(),
        baseline.size.lines.to_string(),
        baseline.size.awaits.to_string(),
        baseline.findings.len().to_string(),
        count(Some(Verdict::True)),
        count(Some(Verdict::Noise)),
        count(Some(Verdict::False)),
        count(None),
    ]
}

/// Writes the table of all corpora that have a record to `docs/lab/precision.md`, and below it what was found.
///
/// # Errors
/// When a record cannot be read or the page cannot be written.
pub(crate) fn write() -> Result<()> {
    let mut baselines = Vec::new();
    for corpus in select(&[])? {
        if corpus.baseline().exists() {
            baselines.push(findings::read(&corpus.baseline())?);
        }
    }
    let contents = format!("{}\n{}", table(&baselines), readings(&baselines));
    markdown::write_section(
        &workspace::root().join("docs/lab/precision.md"),
        "Precision",
        "corpus",
        &contents,
    )
}

fn readings(baselines: &[Baseline]) -> String {
    let mut text = String::new();
    for baseline in baselines.iter().filter(|baseline| !baseline.findings.is_empty()) {
        let columns = [
            ("place", Align::Left),
            ("code", Align::Left),
            ("rule", Align::Left),
            ("confidence", Align::Left),
            ("verdict", Align::Left),
            ("reason", Align::Left),
        ];
        let rows: Vec<_> = baseline.findings.iter().map(reading).collect();
        text += &format!("### {}\n\n{}\n", baseline.release, markdown::table(&columns, &rows));
    }
    text
}

fn reading(entry: &Entry) -> Vec<String> {
    let place = if entry.symbol.is_empty() {
        format!("`{}`", entry.path)
    } else {
        format!("`{}`, `{}`", entry.path, entry.symbol)
    };
    let verdict = match entry.verdict {
        Some(Verdict::True) => "true",
        Some(Verdict::False) => "false",
        Some(Verdict::Noise) => "noise",
        None => "not yet read",
    };
    vec![
        place,
        format!("`` {} ``", entry.text),
        entry.rule.clone(),
        entry.confidence.clone(),
        verdict.to_owned(),
        entry.reason.clone().unwrap_or_default(),
    ]
}

#[cfg(test)]
mod tests {
    use super::{readings, table};
    use crate::corpus::findings::{Baseline, Entry, Verdict};
    use crate::corpus::size::Size;

    fn baseline(verdict: Option<Verdict>) -> Baseline {
        Baseline {
            release: "some==1.0".into(),
            size: Size { files: 2, lines: 30, awaits: 4 },
            findings: vec![Entry {
                path: "a.py".into(),
                text: "f() | g()".into(),
                symbol: "main".into(),
                rule: "some-rule".into(),
                code: "LM100".into(),
                confidence: "certain".into(),
                message: "words".into(),
                verdict,
                reason: None,
            }],
        }
    }

    #[test]
    fn the_table_counts_verdicts_and_sums_up() {
        let text = table(&[baseline(Some(Verdict::True)), baseline(None)]);
        let rows: Vec<_> = text.lines().skip(2).collect();
        assert_eq!(rows[0], "| some==1.0 | 2 | 30 | 4 | 1 | 1 | 0 | 0 | 0 |");
        assert_eq!(rows[2], "| all | 4 | 60 | 8 | 2 | 1 | 0 | 0 | 1 |");
    }

    #[test]
    fn each_finding_is_listed_with_its_verdict() {
        let text = readings(&[baseline(Some(Verdict::Noise))]);
        assert!(
            text.contains("| `a.py`, `main` | `` f() \\| g() `` | some-rule | certain | noise |  |"),
            "{text}"
        );
    }
}
