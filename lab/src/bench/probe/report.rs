//! What `docs/lab/performance.md` and `docs/lab/precision.md` say of the suites, made from their records.

use super::cost::{Pair, ratio};
use super::outcomes::{Ends, Outcomes};
use super::records::{Place, Record};
use crate::harness::*;

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

/// Writes the sections of both pages. Fails if a page cannot be written.
pub(super) fn write(records: &[Record]) -> Result<()> {
    let cost = format!("{}\n{}\n{}", costs(records), outcomes(records), differing(records));
    write_section("performance.md", "bench-probe", &cost)?;
    write_section("precision.md", "bench-probe", &sightings(records))
}

/// What the probe costs.
pub(super) fn costs(records: &[Record]) -> String {
    let middle = |record: &Record, of: fn(&Pair) -> f64| {
        let values: Vec<f64> = record.costs.iter().map(of).collect();
        median(&values).map_or_else(|| "–".to_owned(), |value| format!("{value:.2}"))
    };
    let row = |record: &Record| {
        let costs = [middle(record, |pair| pair.plain), middle(record, |pair| pair.watched)];
        (record.release.clone(), costs, ratio(&record.costs), SINGLE_BOUND)
    };
    let mut rows: Vec<_> = records.iter().map(row).collect();
    rows.push(("all".to_owned(), [String::new(), String::new()], pooled(records), POOLED_BOUND));
    let shown =
        |ratio: Option<Ratio>, words: &dyn Fn(Ratio) -> String| ratio.map_or_else(|| "–".to_owned(), words);
    Table::of(&rows)
        .words("suite", |(release, ..)| release)
        .number("CPU without, s", |(_, [plain, _], ..)| plain)
        .number("CPU with, s", |(_, [_, watched], ..)| watched)
        .number("ratio", |(.., ratio, _)| shown(*ratio, &|ratio| format!("{:.3}", ratio.mean)))
        .number("95 % interval", |(.., ratio, _)| {
            shown(*ratio, &|ratio| format!("{:.3} – {:.3}", ratio.low, ratio.high))
        })
        .number("asked", |(.., ratio, bound)| shown(*ratio, &|_| format!("{bound:.2}")))
        .number("pairs", |(.., ratio, _)| shown(*ratio, &|ratio| ratio.pairs.to_string()))
        .to_string()
}

/// How many tests end alike.
pub(super) fn outcomes(records: &[Record]) -> String {
    let count = |record: &Record, is_wanted: fn(&str) -> bool| -> usize {
        let stable = record.outcomes.stable.iter();
        stable.filter(|(end, _)| is_wanted(end)).map(|(_, count)| count).sum()
    };
    let all = |record: &Record| {
        let Outcomes { stable, unstable, changed, .. } = &record.outcomes;
        stable.values().sum::<usize>() + unstable.len() + changed.len()
    };
    let is_skipped = |end: &str| end.starts_with("skipped") || end.starts_with("xfailed");
    let is_failed = |end: &str| end.contains("failed") && !end.starts_with("xfailed");
    Table::of(records)
        .words("suite", |record| &record.release)
        .number("runs each way", |record| record.outcomes.runs)
        .number("tests", all)
        .number("passed", |record| count(record, |end| end == "passed"))
        .number("skipped", |record| count(record, is_skipped))
        .number("failed or in error", |record| count(record, is_failed))
        .number("differ without the probe too", |record| record.outcomes.unstable.len())
        .number("differ with it only", |record| record.outcomes.changed.len())
        .to_string()
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
    let mut rows: Vec<(&str, String, Vec<&Place>)> = Vec::new();
    for record in records {
        let rules: BTreeSet<&str> = record.places.iter().map(|place| place.rule.as_str()).collect();
        for rule in rules {
            let own = record.places.iter().filter(|place| place.rule == rule).collect();
            rows.push((&record.release, format!("`{rule}`"), own));
        }
    }
    rows.push(("all", String::new(), records.iter().flat_map(|record| &record.places).collect()));
    // Each test of a place is a record.
    let verdicts = |places: &[&Place]| {
        let of_place = |place: &&Place| std::iter::repeat_n(place.verdict, place.tests.len());
        Verdicts::of(places.iter().flat_map(of_place))
    };
    let all = |places: &[&Place]| places.iter().map(|place| place.tests.len()).sum::<usize>();
    Table::of(&rows)
        .words("suite", |(release, ..)| release)
        .words("rule", |(_, rule, _)| rule)
        .number("places", |(.., places)| places.len())
        .number("records", |(.., places)| all(places))
        .number("true", |(.., places)| verdicts(places).is_true)
        .number("on purpose", |(.., places)| verdicts(places).noise)
        .number("false", |(.., places)| verdicts(places).is_false)
        .number("not yet read", |(.., places)| verdicts(places).unread)
        .percent("false, %", |(.., places)| (verdicts(places).is_false, all(places)))
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::super::cost::Pair;
    use super::super::records::{Place, Record};
    use super::{POOLED_BOUND, costs, is_within, outcomes, pooled, sightings};
    use crate::harness::Verdict;

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
