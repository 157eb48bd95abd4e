//! The table of the drifts in `docs/lab/drift.md`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::sites::Kind;
use crate::markdown::{self, Align, percent};
use crate::peers::Checker;

/// What one drift did.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Measured {
    /// The file that drifted.
    pub(super) path: String,
    pub(super) kind: Kind,
    /// The name that drifted.
    pub(super) name: String,
    /// Whether a finding in the tests was added at `certain`.
    pub(super) is_certain: bool,
    /// By the names of type checkers that were asked, whether they report more in the tests.
    pub(super) peers: BTreeMap<&'static str, bool>,
    /// The findings that were added in the tests, as `CODE PATH:LINE`.
    pub(super) found: Vec<String>,
}

/// How many drifts there were, and how many were found.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    all: usize,
    certain: usize,
    found: usize,
}

/// For each corpus, by its release, what its drifts did.
pub(super) fn table(corpora: &[(String, Vec<Measured>)]) -> String {
    let kinds = Kind::ALL.map(|kind| kind.to_string());
    let mut columns = vec![("release", Align::Left), ("all", Align::Right)];
    columns.extend(kinds.iter().map(|kind| (kind.as_str(), Align::Right)));
    let mut rows: Vec<Vec<String>> = corpora.iter().map(|(release, drifts)| row(release, drifts)).collect();
    let all: Vec<Measured> = corpora.iter().flat_map(|(_, drifts)| drifts.clone()).collect();
    rows.push(row("all", &all));
    format!(
        "Drifts of the library, and the percentages of which a finding in the tests tells at `certain` and with \
         `likely`:\n\n{}",
        markdown::table(&columns, &rows)
    )
}

/// What loopmend and the type checkers find of the drifts about which all were asked.
pub(super) fn beside_peers(drifts: &[Measured]) -> String {
    let asked: Vec<&Measured> =
        drifts.iter().filter(|drift| drift.peers.len() == Checker::ALL.len()).collect();
    let kinds: Vec<Kind> =
        Kind::ALL.into_iter().filter(|kind| asked.iter().any(|drift| drift.kind == *kind)).collect();
    let names: Vec<String> = kinds.iter().map(Kind::to_string).collect();
    let mut columns = vec![("tool", Align::Left), ("all", Align::Right)];
    columns.extend(names.iter().map(|name| (name.as_str(), Align::Right)));
    let row = |tool: &str, finds: &dyn Fn(&Measured) -> bool| {
        let share = |drifts: &mut dyn Iterator<Item = &&Measured>| {
            let found: Vec<bool> = drifts.map(|drift| finds(drift)).collect();
            format!("{} of {}", found.iter().filter(|found| **found).count(), found.len())
        };
        let of_kind = |kind: &Kind| share(&mut asked.iter().filter(|drift| drift.kind == *kind));
        let mut cells = vec![tool.to_owned(), share(&mut asked.iter())];
        cells.extend(kinds.iter().map(of_kind));
        cells
    };
    let mut rows = vec![row("loopmend", &|drift| !drift.found.is_empty())];
    rows.extend(
        Checker::ALL
            .map(|checker| row(checker.name(), &|drift| drift.peers.get(checker.name()) == Some(&true))),
    );
    format!(
        "Drifts of which each tool reports more in the tests than before, by its default rules:\n\n{}",
        markdown::table(&columns, &rows)
    )
}

fn row(release: &str, drifts: &[Measured]) -> Vec<String> {
    let mut counts: BTreeMap<Kind, Count> = BTreeMap::new();
    let mut sum = Count::default();
    for drift in drifts {
        for count in [counts.entry(drift.kind).or_default(), &mut sum] {
            count.all += 1;
            count.certain += usize::from(drift.is_certain);
            count.found += usize::from(!drift.found.is_empty());
        }
    }
    let mut cells = vec![release.to_owned(), share(sum)];
    cells.extend(Kind::ALL.map(|kind| share(counts.get(&kind).copied().unwrap_or_default())));
    cells
}

fn share(Count { all, certain, found }: Count) -> String {
    match all {
        0 => "0".to_owned(),
        all => format!("{all}: {} / {}", percent(certain, all), percent(found, all)),
    }
}
