//! What `docs/lab/performance.md` and `docs/lab/precision.md` say of the suites, made from their records.

use std::collections::BTreeSet;

use anyhow::Result;

use super::cost::{Pair, ratio};
use super::outcomes::{Ends, Outcomes};
use super::records::{Place, Record};
use crate::bench::statistics::{Ratio, median};
use crate::corpus::Verdict;
use crate::markdown::{self, Align, percent};
use crate::workspace;

/// So much more may the suites take together, by the upper end of the interval.
pub(super) const POOLED_BOUND: f64 = 1.08;
/// So much more may any one take.
pub(super) const SINGLE_BOUND: f64 = 1.12;

/// How a ratio stands to its bound; one that is not known is not within it.
pub(super) fn is_within(ratio: Option<Ratio>, bound: f64) -> bool {
    ratio.is_some_and(|ratio| ratio.high <= bound)
}

/// The ratio of the pairs of all suites.
pub(super) fn pooled(records: &[Record]) -> Option<Ratio> {
    let pairs: Vec<Pair> = records.iter().flat_map(|record| record.costs.iter().copied()).collect();
    ratio(&pairs)
}

/// Writes the sections of both pages.
///
/// # Errors
/// When a page cannot be written.
pub(super) fn write(records: &[Record]) -> Result<()> {
    let page = |name: &str| workspace::root().join("docs/lab").join(name);
    let cost = format!("{}\n{}\n{}", costs(records), outcomes(records), differing(records));
    markdown::write_section(&page("performance.md"), "Performance", "bench-probe", &cost)?;
    markdown::write_section(&page("precision.md"), "Precision", "bench-probe", &sightings(records))
}

/// What the probe costs.
pub(super) fn costs(records: &[Record]) -> String {
    let columns = [
        ("suite", Align::Left),
        ("CPU without, s", Align::Right),
        ("CPU with, s", Align::Right),
        ("ratio", Align::Right),
        ("95 % interval", Align::Right),
        ("asked", Align::Right),
        ("pairs", Align::Right),
    ];
    let mut rows: Vec<_> = records.iter().map(cost_row).collect();
    let all = cost_cells(pooled(records), POOLED_BOUND);
    rows.push([vec!["all".to_owned(), String::new(), String::new()], all].concat());
    markdown::table(&columns, &rows)
}

fn cost_row(record: &Record) -> Vec<String> {
    let middle = |of: fn(&Pair) -> f64| {
        let values: Vec<f64> = record.costs.iter().map(of).collect();
        median(&values).map_or_else(|| "–".to_owned(), |value| format!("{value:.2}"))
    };
    let name = vec![record.release.clone(), middle(|pair| pair.plain), middle(|pair| pair.watched)];
    [name, cost_cells(ratio(&record.costs), SINGLE_BOUND)].concat()
}

fn cost_cells(ratio: Option<Ratio>, bound: f64) -> Vec<String> {
    let Some(Ratio { mean, low, high, pairs }) = ratio else {
        return vec!["–".to_owned(); 4];
    };
    vec![format!("{mean:.3}"), format!("{low:.3} – {high:.3}"), format!("{bound:.2}"), pairs.to_string()]
}

/// How many tests end alike.
pub(super) fn outcomes(records: &[Record]) -> String {
    let columns = [
        ("suite", Align::Left),
        ("runs each way", Align::Right),
        ("tests", Align::Right),
        ("passed", Align::Right),
        ("skipped", Align::Right),
        ("failed or in error", Align::Right),
        ("differ without the probe too", Align::Right),
        ("differ with it only", Align::Right),
    ];
    let rows: Vec<_> = records.iter().map(outcome_row).collect();
    markdown::table(&columns, &rows)
}

fn outcome_row(record: &Record) -> Vec<String> {
    let Outcomes { runs, stable, unstable, changed } = &record.outcomes;
    let count = |wanted: fn(&str) -> bool| -> usize {
        stable.iter().filter(|(end, _)| wanted(end)).map(|(_, count)| count).sum()
    };
    let skipped = |end: &str| end.starts_with("skipped") || end.starts_with("xfailed");
    let all = stable.values().sum::<usize>() + unstable.len() + changed.len();
    vec![
        record.release.clone(),
        runs.to_string(),
        all.to_string(),
        count(|end| end == "passed").to_string(),
        count(skipped).to_string(),
        count(|end| end.contains("failed") && !end.starts_with("xfailed")).to_string(),
        unstable.len().to_string(),
        changed.len().to_string(),
    ]
}

/// The tests that do not end alike, by name.
fn differing(records: &[Record]) -> String {
    let mut text = String::new();
    for record in records {
        let named = [
            ("differs without the probe too", &record.outcomes.unstable),
            ("differs with it only", &record.outcomes.changed),
        ];
        for (words, tests) in named {
            for (test, Ends { plain, watched }) in tests {
                text += &format!(
                    "- {}: `{test}` {words}: {} without, {} with\n",
                    record.release,
                    plain.join("; "),
                    watched.join("; ")
                );
            }
        }
    }
    text
}

/// What was seen, by suite and rule, and how much of it is true.
pub(super) fn sightings(records: &[Record]) -> String {
    let columns = [
        ("suite", Align::Left),
        ("rule", Align::Left),
        ("places", Align::Right),
        ("records", Align::Right),
        ("true", Align::Right),
        ("on purpose", Align::Right),
        ("false", Align::Right),
        ("not yet read", Align::Right),
        ("false, %", Align::Right),
    ];
    let mut rows = Vec::new();
    for record in records {
        let rules: BTreeSet<&str> = record.places.iter().map(|place| place.rule.as_str()).collect();
        for rule in rules {
            let own: Vec<&Place> = record.places.iter().filter(|place| place.rule == rule).collect();
            rows.push([vec![record.release.clone(), format!("`{rule}`")], counts(&own)].concat());
        }
    }
    let all: Vec<&Place> = records.iter().flat_map(|record| &record.places).collect();
    rows.push([vec!["all".to_owned(), String::new()], counts(&all)].concat());
    markdown::table(&columns, &rows)
}

fn counts(places: &[&Place]) -> Vec<String> {
    let records = |wanted: Option<Verdict>| -> usize {
        places.iter().filter(|place| place.verdict == wanted).map(|place| place.tests.len()).sum()
    };
    let all: usize = places.iter().map(|place| place.tests.len()).sum();
    let wrong = records(Some(Verdict::False));
    vec![
        places.len().to_string(),
        all.to_string(),
        records(Some(Verdict::True)).to_string(),
        records(Some(Verdict::Noise)).to_string(),
        wrong.to_string(),
        records(None).to_string(),
        percent(wrong, all),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::cost::Pair;
    use super::super::records::{Place, Record};
    use super::{POOLED_BOUND, costs, is_within, outcomes, pooled, sightings};
    use crate::corpus::Verdict;

    fn record() -> Record {
        let place = |rule: &str, verdict, tests: &[&str]| Place {
            rule: rule.into(),
            verdict,
            tests: tests.iter().map(|test| ((*test).to_owned(), 3)).collect(),
            ..Place::default()
        };
        let mut record = Record { release: "x==1".into(), ..Record::default() };
        record.costs = vec![Pair { plain: 2.0, watched: 2.1 }, Pair { plain: 4.0, watched: 4.2 }];
        record.places = vec![
            place("task-leak", Some(Verdict::True), &["a", "b", "c"]),
            place("task-leak", Some(Verdict::False), &["d"]),
            place("discarded-task", None, &["e"]),
        ];
        record.outcomes.stable =
            [("passed".to_owned(), 5), ("skipped (setup)".to_owned(), 2), ("failed (call)".to_owned(), 1)]
                .into();
        record
    }

    #[test]
    fn suites_and_all_of_them_have_a_ratio() {
        let table = costs(&[record()]);
        assert!(table.contains("| x==1 | 3.00 | 3.15 | 1.050 | 1.050 – 1.050 | 1.12 | 2 |"), "{table}");
        assert!(is_within(pooled(&[record()]), POOLED_BOUND) && !is_within(None, POOLED_BOUND));
        assert!(!is_within(pooled(&[record()]), 1.04));
    }

    #[test]
    fn tests_are_counted_by_how_they_ended() {
        let table = outcomes(&[record()]);
        assert!(table.contains("| x==1 | 0 | 8 | 5 | 2 | 1 | 0 | 0 |"), "{table}");
    }

    #[test]
    fn each_test_of_a_place_is_a_record() {
        let table = sightings(&[record()]);
        assert!(table.contains("| x==1 | `task-leak` | 2 | 4 | 3 | 0 | 1 | 0 | 25.0 |"), "{table}");
        assert!(table.contains("| all |  | 3 | 5 | 3 | 0 | 1 | 1 | 20.0 |"), "{table}");
    }
}
