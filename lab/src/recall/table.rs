//! The tables of `docs/lab/recall.md`.

use std::collections::BTreeMap;

use super::sites::{Ground, Position, Site, Verdict};
use crate::markdown::{self, Align, percent};

/// How many reasons the second table has.
const REASONS: usize = 20;

/// The awaited calls of one kind, by what would be said of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    /// Without those that give a future or a task.
    calls: usize,
    /// Found at `certain`.
    certain: usize,
    /// Found by typing, at `certain` or with `likely`.
    typing: usize,
    /// Found at all.
    likely: usize,
    /// The calls that give a future or a task.
    futures: usize,
}

impl Tally {
    fn count(&mut self, site: &Site) {
        match site.verdict {
            Verdict::Future => return self.futures += 1,
            Verdict::Certain => self.certain += 1,
            Verdict::Likely | Verdict::None => {}
        }
        self.calls += 1;
        if site.verdict != Verdict::None {
            self.likely += 1;
            self.typing += usize::from(site.by != Ground::Consensus);
        }
    }

    fn add(&mut self, other: &Self) {
        self.calls += other.calls;
        self.certain += other.certain;
        self.typing += other.typing;
        self.likely += other.likely;
        self.futures += other.futures;
    }

    fn cells(&self) -> [String; 5] {
        [
            self.calls.to_string(),
            percent(self.certain, self.calls),
            percent(self.typing, self.calls),
            percent(self.likely, self.calls),
            self.futures.to_string(),
        ]
    }
}

/// What was counted in one corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    release: String,
    statements: Tally,
    values: Tally,
    /// Of the statements that count, those that ty reports; `None` where it was not asked.
    ty: Option<usize>,
    /// By reason, the statements and values of which nothing would be said.
    reasons: BTreeMap<String, (usize, usize)>,
}

impl Count {
    /// Counts the calls of a corpus. `ty` says of each whether ty reports it.
    pub(super) fn of(release: String, sites: &[Site], ty: Option<&[bool]>) -> Self {
        let mut count = Self { release, ..Self::default() };
        for site in sites {
            let is_statement = site.position == Position::Statement;
            if is_statement { &mut count.statements } else { &mut count.values }.count(site);
            if site.verdict == Verdict::None {
                let reason = count.reasons.entry(site.why.clone()).or_default();
                *if is_statement { &mut reason.0 } else { &mut reason.1 } += 1;
            }
        }
        count.ty = ty.map(|reported| {
            let counts =
                |site: &Site| site.position == Position::Statement && site.verdict != Verdict::Future;
            sites.iter().zip(reported).filter(|(site, reported)| **reported && counts(site)).count()
        });
        count
    }

    fn add(&mut self, other: &Self) {
        self.statements.add(&other.statements);
        self.values.add(&other.values);
        self.ty = self.ty.zip(other.ty).map(|(one, two)| one + two);
        for (reason, (statements, values)) in &other.reasons {
            let sum = self.reasons.entry(reason.clone()).or_default();
            *sum = (sum.0 + statements, sum.1 + values);
        }
    }
}

/// What was counted, one row a corpus and one for all of them, and below it the reasons why calls are not known.
pub(super) fn tables(counts: &[Count]) -> String {
    let mut sum = Count { release: "all".to_owned(), ty: Some(0), ..Count::default() };
    counts.iter().for_each(|count| sum.add(count));
    let rows: Vec<_> = counts.iter().chain([&sum]).map(row).collect();
    let columns = [
        ("release", Align::Left),
        ("statements", Align::Right),
        ("certain, %", Align::Right),
        ("by typing, %", Align::Right),
        ("with `likely`, %", Align::Right),
        ("ty, %", Align::Right),
        ("futures", Align::Right),
        ("values", Align::Right),
        ("certain, %", Align::Right),
        ("by typing, %", Align::Right),
        ("with `likely`, %", Align::Right),
        ("futures", Align::Right),
    ];
    format!("{}\n{}", markdown::table(&columns, &rows), reasons(counts, &sum))
}

fn row(count: &Count) -> Vec<String> {
    let [calls, certain, typing, likely, futures] = count.statements.cells();
    let ty = count.ty.map_or_else(|| "not measured".to_owned(), |ty| percent(ty, count.statements.calls));
    let statements = [count.release.clone(), calls, certain, typing, likely, ty, futures];
    statements.into_iter().chain(count.values.cells()).collect()
}

/// The most frequent reasons, with the corpora that have most of them.
fn reasons(counts: &[Count], sum: &Count) -> String {
    let mut reasons: Vec<_> = sum.reasons.iter().collect();
    reasons.sort_by_key(|(reason, (statements, values))| (std::cmp::Reverse(statements + values), *reason));
    let rows: Vec<_> = reasons
        .into_iter()
        .take(REASONS)
        .map(|(reason, (statements, values))| {
            vec![reason.clone(), statements.to_string(), values.to_string(), holders(counts, reason)]
        })
        .collect();
    let columns = [
        ("why nothing would be said", Align::Left),
        ("statements", Align::Right),
        ("values", Align::Right),
        ("most of them in", Align::Left),
    ];
    markdown::table(&columns, &rows)
}

fn holders(counts: &[Count], reason: &str) -> String {
    let number =
        |count: &Count| count.reasons.get(reason).map_or(0, |(statements, values)| statements + values);
    let mut holders: Vec<_> = counts.iter().filter(|count| number(count) > 0).collect();
    holders.sort_by_key(|count| std::cmp::Reverse(number(count)));
    let name = |count: &Count| count.release.split("==").next().unwrap_or_default().to_owned();
    let shown = holders.iter().take(3).map(|count| format!("{} ({})", name(count), number(count)));
    shown.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::super::sites::tests::site;
    use super::super::sites::{Ground, Position, Site, Verdict};
    use super::{Count, tables};

    fn sites() -> Vec<Site> {
        let statement = |verdict, by, why| site(Position::Statement, verdict, by, why);
        vec![
            statement(Verdict::Certain, Ground::Definition, ""),
            statement(Verdict::Likely, Ground::Annotation, ""),
            statement(Verdict::Likely, Ground::Consensus, ""),
            statement(Verdict::None, Ground::Nothing, "untyped"),
            statement(Verdict::Future, Ground::Nothing, ""),
            site(Position::Value, Verdict::None, Ground::Nothing, "untyped"),
        ]
    }

    #[test]
    fn futures_do_not_count_and_consensus_is_no_typing() {
        let reported = [true, false, false, true, true, true];
        let text = tables(&[Count::of("x==1".into(), &sites(), Some(&reported))]);
        let rows: Vec<_> = text.lines().collect();
        assert_eq!(rows[2], "| x==1 | 4 | 25.0 | 50.0 | 75.0 | 50.0 | 1 | 1 | 0.0 | 0.0 | 0.0 | 0 |");
        assert_eq!(rows[3], rows[2].replace("x==1", "all"));
        assert_eq!(rows[7], "| untyped | 1 | 1 | x (2) |");
    }

    #[test]
    fn nothing_awaited_has_no_percentage() {
        let text = tables(&[Count::of("x==1".into(), &[], None)]);
        let row = text.lines().nth(2).unwrap();
        assert_eq!(row, "| x==1 | 0 | – | – | – | not measured | 0 | 0 | – | – | – | 0 |");
    }

    #[test]
    fn sums_have_the_reasons_of_all() {
        let counts = ["x==1", "y==2"].map(|release| Count::of(release.into(), &sites(), None));
        let text = tables(&counts);
        assert!(text.contains("| all | 8 | 25.0 | 50.0 | 75.0 | not measured | 2 |"), "{text}");
        assert!(text.contains("| untyped | 2 | 2 | x (2), y (2) |"), "{text}");
    }
}
