//! The tables of the erasures in `docs/lab/recall.md`.

use super::record::{Found, Record};
use super::sites::Kind;
use crate::corpus::Verdict;
use crate::markdown::{self, Align, percent};

/// The shares that were found, and what the erasures added.
pub(super) fn tables(records: &[Record]) -> String {
    let mut all = Record { release: "all".to_owned(), ..Record::default() };
    records.iter().for_each(|record| add(&mut all, record));
    let records: Vec<_> = records.iter().chain([&all]).collect();
    format!("{}\n{}{}", shares(&records), additions(&records), slow(&records))
}

fn add(sum: &mut Record, record: &Record) {
    sum.awaits += record.awaits;
    sum.added_here += record.added_here;
    sum.elsewhere.extend_from_slice(&record.elsewhere);
    for (kind, found) in &record.kinds {
        let all = sum.kinds.entry(*kind).or_default();
        *all = all.and(*found);
    }
}

fn total<'a>(found: impl Iterator<Item = &'a Found>) -> Found {
    found.copied().fold(Found::default(), Found::and)
}

/// Of each kind: the erasures, the share found at `certain`, the share found at all.
fn shares(records: &[&Record]) -> String {
    let kinds = Kind::ALL.map(|kind| kind.to_string());
    let mut columns = vec![("release", Align::Left), ("awaits", Align::Right), ("erased", Align::Right)];
    columns.extend(kinds.iter().map(|kind| (kind.as_str(), Align::Right)));
    let row = |record: &&Record| {
        let mut cells = vec![record.release.clone(), record.awaits.to_string()];
        cells.push(share(total(record.kinds.values())));
        cells.extend(Kind::ALL.map(|kind| share(record.kinds.get(&kind).copied().unwrap_or_default())));
        cells
    };
    let rows: Vec<_> = records.iter().map(row).collect();
    format!(
        "Erasures, and the percentages found at `certain` and with `likely`:\n\n{}",
        markdown::table(&columns, &rows)
    )
}

fn share(found: Found) -> String {
    let Found { erased, certain, likely } = found;
    if erased == 0 {
        "0".to_owned()
    } else {
        format!("{erased}: {} / {}", percent(certain, erased), percent(likely, erased))
    }
}

/// What the erasures added. A finding that points to the erased place is true: there is an `await` missing.
fn additions(records: &[&Record]) -> String {
    let columns = [
        ("release", Align::Left),
        ("findings added", Align::Right),
        ("at the erased place", Align::Right),
        ("elsewhere: true", Align::Right),
        ("noise", Align::Right),
        ("false", Align::Right),
        ("not yet read", Align::Right),
        ("true of those read, %", Align::Right),
    ];
    let row = |record: &&Record| {
        let count = |verdict| record.count(Some(verdict));
        let right = record.added_here + count(Verdict::True);
        let read = right + count(Verdict::Noise) + count(Verdict::False);
        vec![
            record.release.clone(),
            (record.added_here + record.elsewhere.len()).to_string(),
            record.added_here.to_string(),
            count(Verdict::True).to_string(),
            count(Verdict::Noise).to_string(),
            count(Verdict::False).to_string(),
            record.count(None).to_string(),
            percent(right, read),
        ]
    };
    markdown::table(&columns, &records.iter().map(row).collect::<Vec<_>>())
}

fn slow(records: &[&Record]) -> String {
    let sentence = |record: &&Record| {
        let milliseconds = record.slow_milliseconds?;
        Some(format!("\nFewer of {} were erased: one check takes {milliseconds} ms.\n", record.release))
    };
    records.iter().filter_map(sentence).collect()
}

#[cfg(test)]
mod tests {
    use super::super::record::{Found, Record};
    use super::super::sites::Kind;
    use super::tables;

    #[test]
    fn shares_are_told_by_kind_and_summed_up() {
        let record = |release: &str| Record {
            release: release.into(),
            awaits: 100,
            kinds: [
                (Kind::Statement, Found { erased: 8, certain: 4, likely: 6 }),
                (Kind::Return, Found { erased: 2, certain: 0, likely: 0 }),
            ]
            .into(),
            added_here: 7,
            slow_milliseconds: (release == "y==2").then_some(400),
            ..Record::default()
        };
        let text = tables(&[record("x==1"), record("y==2")]);
        assert!(
            text.contains("| x==1 | 100 | 10: 40.0 / 60.0 | 8: 50.0 / 75.0 | 0 | 0 | 2: 0.0 / 0.0 | 0 |"),
            "{text}"
        );
        assert!(text.contains("| all | 200 | 20: 40.0 / 60.0 | 16: 50.0 / 75.0 |"), "{text}");
        assert!(text.contains("| all | 14 | 14 | 0 | 0 | 0 | 0 | 100.0 |"), "{text}");
        assert!(text.ends_with("Fewer of y==2 were erased: one check takes 400 ms.\n"), "{text}");
    }
}
