//! The tables of `docs/lab/recall.md`.

use std::cmp::Reverse;
use std::ops::AddAssign;

use super::sites::{Ground, Position, Site, Verdict};
use crate::harness::{BTreeMap, Table, percent};

/// How many reasons the second table has.
const REASONS: usize = 20;

/// What would be said of some awaited calls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// Without those that give a future or a task.
    pub(super) calls: usize,
    /// Found at `certain`.
    certain: usize,
    /// Found by typing, at `certain` or with `likely`.
    pub(super) typing: usize,
    /// Found at all.
    pub(super) likely: usize,
    /// The calls that give a future or a task.
    futures: usize,
}

impl Known {
    /// Counts the sites of which `is_counted` is true.
    pub(super) fn of(sites: &[Site], is_counted: impl Fn(&Site) -> bool) -> Self {
        let mut known = Self::default();
        sites.iter().filter(|site| is_counted(site)).for_each(|site| known.count(site));
        known
    }

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

    /// `50.0 / 75.0`: the shares that are found by typing and at all, in percent.
    pub(super) fn percents(&self) -> String {
        format!("{} / {}", percent(self.typing, self.calls), percent(self.likely, self.calls))
    }
}

impl AddAssign for Known {
    fn add_assign(&mut self, other: Self) {
        self.calls += other.calls;
        self.certain += other.certain;
        self.typing += other.typing;
        self.likely += other.likely;
        self.futures += other.futures;
    }
}

/// What was counted in one corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    release: String,
    statements: Known,
    values: Known,
    /// Of the statements that count, those that ty reports; `None` where it was not asked.
    ty: Option<usize>,
    /// By reason, the statements and values of which nothing would be said.
    reasons: BTreeMap<String, (usize, usize)>,
}

impl Count {
    /// Counts the calls of a corpus. `ty` says of each whether ty reports it.
    pub(super) fn of(release: String, sites: &[Site], ty: Option<&[bool]>) -> Self {
        let mut count = Self { release, ..Self::default() };
        let is_statement = |site: &Site| site.position == Position::Statement;
        count.statements = Known::of(sites, is_statement);
        count.values = Known::of(sites, |site| !is_statement(site));
        for site in sites.iter().filter(|site| site.verdict == Verdict::None) {
            let (statements, values) = count.reasons.entry(site.why.clone()).or_default();
            *if is_statement(site) { statements } else { values } += 1;
        }
        count.ty = ty.map(|reported| {
            let counts = |site: &Site| is_statement(site) && site.verdict != Verdict::Future;
            sites.iter().zip(reported).filter(|(site, reported)| **reported && counts(site)).count()
        });
        count
    }

    fn add(&mut self, other: &Self) {
        self.statements += other.statements;
        self.values += other.values;
        self.ty = self.ty.zip(other.ty).map(|(one, two)| one + two);
        for (reason, (statements, values)) in &other.reasons {
            let sum = self.reasons.entry(reason.clone()).or_default();
            *sum = (sum.0 + statements, sum.1 + values);
        }
    }
}

/// What was counted, one row a corpus and one for all of them, and below it the reasons why calls are not known.
pub(super) fn tables(mut counts: Vec<Count>) -> String {
    let mut sum = Count { release: "all".to_owned(), ty: Some(0), ..Count::default() };
    counts.iter().for_each(|count| sum.add(count));
    let reasons = reasons(&counts, &sum);
    counts.push(sum);
    let ty = |count: &Count| match count.ty {
        Some(ty) => percent(ty, count.statements.calls),
        None => "not measured".to_owned(),
    };
    let table = Table::of(&counts).words("release", |count| &count.release);
    let table = with_shares(table, "statements", |count| &count.statements).number("ty, %", ty);
    let table = table.number("futures", |count| count.statements.futures);
    let table = with_shares(table, "values", |count| &count.values);
    format!("{}\n{reasons}", table.number("futures", |count| count.values.futures))
}

fn with_shares<'r>(table: Table<'r, Count>, title: &str, known: fn(&Count) -> &Known) -> Table<'r, Count> {
    table
        .number(title, |count| known(count).calls)
        .percent("certain, %", |count| (known(count).certain, known(count).calls))
        .percent("by typing, %", |count| (known(count).typing, known(count).calls))
        .percent("with `likely`, %", |count| (known(count).likely, known(count).calls))
}

/// The most frequent reasons, with the corpora that have most of them.
fn reasons(counts: &[Count], sum: &Count) -> String {
    let mut reasons: Vec<_> = sum.reasons.iter().collect();
    reasons.sort_by_key(|(reason, (statements, values))| (Reverse(statements + values), *reason));
    reasons.truncate(REASONS);
    Table::of(&reasons)
        .words("why nothing would be said", |(reason, _)| reason)
        .number("statements", |(_, numbers)| numbers.0)
        .number("values", |(_, numbers)| numbers.1)
        .words("most of them in", |(reason, _)| holders(counts, reason))
        .to_string()
}

fn holders(counts: &[Count], reason: &str) -> String {
    let number =
        |count: &Count| count.reasons.get(reason).map_or(0, |(statements, values)| statements + values);
    let mut holders: Vec<_> = counts.iter().filter(|count| number(count) > 0).collect();
    holders.sort_by_key(|count| Reverse(number(count)));
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
        let text = tables(vec![Count::of("x==1".into(), &sites(), Some(&reported))]);
        let rows: Vec<_> = text.lines().collect();
        assert_eq!(rows[2], "| x==1 | 4 | 25.0 | 50.0 | 75.0 | 50.0 | 1 | 1 | 0.0 | 0.0 | 0.0 | 0 |");
        assert_eq!(rows[3], rows[2].replace("x==1", "all"));
        assert_eq!(rows[7], "| untyped | 1 | 1 | x (2) |");
    }

    #[test]
    fn nothing_awaited_has_no_percentage() {
        let text = tables(vec![Count::of("x==1".into(), &[], None)]);
        let row = text.lines().nth(2).unwrap();
        assert_eq!(row, "| x==1 | 0 | – | – | – | not measured | 0 | 0 | – | – | – | 0 |");
    }

    #[test]
    fn sums_have_the_reasons_of_all() {
        let counts = ["x==1", "y==2"].map(|release| Count::of(release.into(), &sites(), None));
        let text = tables(counts.into());
        assert!(text.contains("| all | 8 | 25.0 | 50.0 | 75.0 | not measured | 2 |"), "{text}");
        assert!(text.contains("| untyped | 2 | 2 | x (2), y (2) |"), "{text}");
    }
}
