//! The tables of `docs/lab/nested.md`.

use super::Scored;
use super::draw::{Family, Kind};
use crate::markdown::{self, Align, percent};

/// All tables.
pub(super) fn tables(releases: &[String], seed: u64, scored: &[Scored]) -> String {
    let bad: Vec<&Scored> = scored.iter().filter(|one| one.mutation.family == Family::Bad).collect();
    let good: Vec<&Scored> = scored.iter().filter(|one| one.mutation.family != Family::Bad).collect();
    let summary = format!(
        "Drawn from {} with the seed {seed}: {} functions below async code, {} that only a thread or plain code runs. \
         Found: {} % of the first. Flagged: {} % of the others.\n",
        releases.join(", "),
        bad.len(),
        good.len(),
        percent(found(&bad), bad.len()),
        percent(found(&good), good.len()),
    );
    [summary, by_depth(&bad), by_corpus(scored)].join("\n")
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

const COUNTS: [(&str, Align); 4] = [
    ("mutations", Align::Right),
    ("found, certain", Align::Right),
    ("found", Align::Right),
    ("%", Align::Right),
];

const KINDS: [(Kind, &str); 2] = [(Kind::Run, "`asyncio.run(...)`"), (Kind::Sleep, "`time.sleep(1)`")];

fn by_depth(bad: &[&Scored]) -> String {
    let mut columns = vec![("statement", Align::Left), ("calls below async code", Align::Right)];
    columns.extend(COUNTS);
    let deepest = bad.iter().map(|one| one.mutation.depth).max().unwrap_or_default();
    let mut lines = Vec::new();
    for (kind, name) in KINDS {
        for depth in 0..=deepest {
            let is_own = |one: &&&Scored| one.mutation.kind == kind && one.mutation.depth == depth;
            let own: Vec<&Scored> = bad.iter().filter(is_own).copied().collect();
            lines.push([vec![name.to_owned(), depth.to_string()], cells(&own)].concat());
        }
    }
    markdown::table(&columns, &lines)
}

fn by_corpus(scored: &[Scored]) -> String {
    const FAMILIES: [(Family, &str); 3] = [
        (Family::Bad, "below async code"),
        (Family::Entry, "only plain code runs it"),
        (Family::Thread, "a thread runs it"),
    ];
    let mut columns = vec![("corpus", Align::Left), ("function", Align::Left)];
    columns.extend(COUNTS);
    let mut names: Vec<&str> = scored.iter().map(|one| one.mutation.corpus.as_str()).collect();
    names.dedup();
    let mut lines = Vec::new();
    for name in names {
        for (family, words) in FAMILIES {
            let is_own = |one: &&Scored| one.mutation.corpus == name && one.mutation.family == family;
            let own: Vec<&Scored> = scored.iter().filter(is_own).collect();
            lines.push([vec![name.to_owned(), words.to_owned()], cells(&own)].concat());
        }
    }
    markdown::table(&columns, &lines)
}
