//! The tables of `docs/lab/misuse.md`.

use std::collections::{BTreeMap, BTreeSet};

use super::draw::Family;
use super::score::Scored;
use crate::markdown::{self, Align, percent};

/// The ways to the function in a slot that are not its own name.
const INDIRECT: [&str; 4] = ["name", "attribute", "partial", "module"];

/// All tables. `rows` are the rows of the table of slots.
pub(super) fn tables(releases: &[String], seed: u64, scored: &[Scored], rows: &[String]) -> String {
    let parts = [
        summary(releases, seed, scored),
        by_kind(scored),
        by(scored, Family::Slot, "way to the function", |one| one.mutation.reach.clone()),
        by(scored, Family::Slot, "place", |one| place(one).to_owned()),
        by(scored, Family::Task, "what kept the task", |one| one.mutation.reach.clone()),
        by_row(scored, rows),
        alikes(scored),
    ];
    parts.join("\n")
}

fn place(one: &Scored) -> &'static str {
    if one.mutation.natural { "a slot of the project's code" } else { "a slot that was inserted" }
}

fn of(scored: &[Scored], family: Family) -> Vec<&Scored> {
    scored.iter().filter(|one| one.mutation.family == family).collect()
}

fn found(scored: &[&Scored]) -> usize {
    scored.iter().filter(|one| one.is_found()).count()
}

/// How many, how many of them at `certain`, how many at all, and their share.
fn cells(scored: &[&Scored]) -> Vec<String> {
    let certain = scored.iter().filter(|one| one.confidence.as_deref() == Some("certain")).count();
    let all = found(scored);
    vec![scored.len().to_string(), certain.to_string(), all.to_string(), percent(all, scored.len())]
}

fn summary(releases: &[String], seed: u64, scored: &[Scored]) -> String {
    let (slots, tasks) = (of(scored, Family::Slot), of(scored, Family::Task));
    let alikes = of(scored, Family::Alike);
    let bad: Vec<&Scored> = slots.iter().chain(&tasks).copied().collect();
    let indirect = slots.iter().filter(|one| INDIRECT.contains(&one.mutation.reach.as_str())).count();
    format!(
        "Drawn from {} with the seed {seed}: {} async functions in slots ({} % by a name, an attribute, \
         `functools.partial` or another module), {} tasks that nobody keeps, {} look-alikes. Found: {} % of the \
         mistakes. Flagged: {} % of the look-alikes.\n",
        releases.join(", "),
        slots.len(),
        percent(indirect, slots.len()),
        tasks.len(),
        alikes.len(),
        percent(found(&bad), bad.len()),
        percent(found(&alikes), alikes.len()),
    )
}

const COUNTS: [(&str, Align); 4] = [
    ("mutations", Align::Right),
    ("found, certain", Align::Right),
    ("found", Align::Right),
    ("%", Align::Right),
];

fn by_kind(scored: &[Scored]) -> String {
    let mut columns = vec![("mistake", Align::Left), ("kind", Align::Left)];
    columns.extend(COUNTS);
    let mut lines = Vec::new();
    for (family, name) in [(Family::Slot, "async function in a slot"), (Family::Task, "task not kept")] {
        let all = of(scored, family);
        let kinds: BTreeSet<&str> = all.iter().map(|one| one.mutation.kind.as_str()).collect();
        for kind in kinds {
            let own: Vec<&Scored> = all.iter().filter(|one| one.mutation.kind == kind).copied().collect();
            lines.push(line([name, kind], &own));
        }
        lines.push(line([name, "all"], &all));
    }
    markdown::table(&columns, &lines)
}

fn line<const N: usize>(words: [&str; N], scored: &[&Scored]) -> Vec<String> {
    words.map(str::to_owned).into_iter().chain(cells(scored)).collect()
}

fn by(scored: &[Scored], family: Family, title: &str, name: impl Fn(&Scored) -> String) -> String {
    let mut columns = vec![(title, Align::Left)];
    columns.extend(COUNTS);
    let mut groups: BTreeMap<String, Vec<&Scored>> = BTreeMap::new();
    for one in of(scored, family) {
        groups.entry(name(one)).or_default().push(one);
    }
    let lines: Vec<_> = groups.iter().map(|(name, own)| line([name.as_str()], own)).collect();
    markdown::table(&columns, &lines)
}

/// Every row of the table of slots, also those that the environments cannot have.
fn by_row(scored: &[Scored], rows: &[String]) -> String {
    let mut columns = vec![("slot", Align::Left), ("of the project's code", Align::Right)];
    columns.extend(COUNTS);
    let all = of(scored, Family::Slot);
    let lines = rows.iter().map(|row| {
        let own: Vec<&Scored> =
            all.iter().filter(|one| one.mutation.row.as_deref() == Some(row)).copied().collect();
        let natural = own.iter().filter(|one| one.mutation.natural).count();
        line([&format!("`{row}`"), &natural.to_string()], &own)
    });
    markdown::table(&columns, &lines.collect::<Vec<_>>())
}

fn alikes(scored: &[Scored]) -> String {
    let columns = [("look-alike", Align::Left), ("mutations", Align::Right), ("flagged", Align::Right)];
    let all = of(scored, Family::Alike);
    let mut groups: BTreeMap<&str, Vec<&Scored>> = BTreeMap::new();
    for one in &all {
        groups.entry(one.mutation.kind.as_str()).or_default().push(one);
    }
    groups.insert("~", all);
    let name = |kind: &str| if kind == "~" { "all" } else { kind }.to_owned();
    let lines: Vec<_> = groups
        .iter()
        .map(|(kind, own)| vec![name(kind), own.len().to_string(), found(own).to_string()])
        .collect();
    markdown::table(&columns, &lines)
}

#[cfg(test)]
mod tests {
    use super::super::draw::Family;
    use super::super::draw::tests::mutation;
    use super::super::score::Scored;
    use super::tables;

    #[test]
    fn mistakes_are_counted_by_kind_and_row() {
        let scored = |kind: &str, family, confidence: Option<&str>| {
            let mut mutation = mutation("a.py", kind);
            mutation.family = family;
            let confidence = confidence.map(str::to_owned);
            Scored { mutation, confidence, here: vec![], mended: None, elsewhere: vec![] }
        };
        let all = [
            scored("inserted", Family::Slot, Some("certain")),
            scored("inserted", Family::Slot, Some("likely")),
            scored("replaced", Family::Slot, None),
            scored("local", Family::Task, None),
            scored("gathered", Family::Alike, None),
        ];
        let text = tables(&["x==1".to_owned()], 7, &all, &["m.f:g".to_owned(), "m.h:g".to_owned()]);
        assert!(text.contains("Found: 50.0 % of the mistakes. Flagged: 0.0 % of the look-alikes."), "{text}");
        assert!(text.contains("| async function in a slot | inserted | 2 | 1 | 2 | 100.0 |"), "{text}");
        assert!(text.contains("| async function in a slot | all | 3 | 1 | 2 | 66.7 |"), "{text}");
        assert!(text.contains("| `m.f:g` | 3 | 3 | 1 | 2 | 66.7 |"), "{text}");
        assert!(text.contains("| `m.h:g` | 0 | 0 | 0 | 0 | – |"), "{text}");
        assert!(text.contains("| gathered | 1 | 0 |\n| all | 1 | 0 |"), "{text}");
    }
}
