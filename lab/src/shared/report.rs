//! The tables of `docs/lab/precision.md`.

use super::Compared;
use super::locks::Removed;
use crate::markdown::{self, Align, percent};

/// The verdicts, the worst first.
const VERDICTS: [&str; 4] = ["unguarded", "guarded", "confined", "immutable"];

/// All tables.
pub(super) fn tables(releases: &[String], seed: u64, compared: &[Compared], removed: &[Removed]) -> String {
    let right = compared.iter().filter(|one| one.is_right()).count();
    let found = removed.iter().filter(|one| one.is_found).count();
    let summary = format!(
        "Drawn from {} with the seed {seed}, and all of `examples/parcels`: {} classes and globals, of which {right} are said as judged \
         ({} %). Of {} locks that were removed, one at a time, {found} turned what they guarded `unguarded` ({} %).\n",
        releases.join(", "),
        compared.len(),
        percent(right, compared.len()),
        removed.len(),
        percent(found, removed.len()),
    );
    [summary, by_verdict(compared), wrong(compared)].join("\n")
}

fn by_verdict(compared: &[Compared]) -> String {
    let columns =
        [("said", Align::Left), ("states", Align::Right), ("right", Align::Right), ("judged", Align::Right)];
    let line = |verdict: &&str| {
        let said: Vec<&Compared> =
            compared.iter().filter(|one| one.said.as_deref() == Some(verdict)).collect();
        let right = said.iter().filter(|one| one.is_right()).count();
        let judged = compared.iter().filter(|one| one.judged == **verdict).count();
        vec![format!("`{verdict}`"), said.len().to_string(), right.to_string(), judged.to_string()]
    };
    markdown::table(&columns, &VERDICTS.iter().map(line).collect::<Vec<_>>())
}

fn wrong(compared: &[Compared]) -> String {
    let columns =
        [("corpus", Align::Left), ("state", Align::Left), ("judged", Align::Left), ("said", Align::Left)];
    let line = |one: &Compared| {
        let said = one.said.clone().unwrap_or_else(|| "not listed".to_owned());
        vec![one.corpus.clone(), format!("`{}`", one.name), one.judged.clone(), said]
    };
    let wrong: Vec<Vec<String>> = compared.iter().filter(|one| !one.is_right()).map(line).collect();
    if wrong.is_empty() { String::new() } else { markdown::table(&columns, &wrong) }
}

#[cfg(test)]
mod tests {
    use super::tables;
    use crate::shared::tests::compared;

    #[test]
    fn what_is_said_is_counted_by_verdict() {
        let all = [compared("guarded", Some("guarded")), compared("confined", Some("unguarded"))];
        let tables = tables(&["x 1".to_owned()], 3, &all, &[]);
        assert!(tables.contains("| `unguarded` | 1 | 0 | 0 |"), "{tables}");
        assert!(tables.contains("| `guarded` | 1 | 1 | 1 |"), "{tables}");
        assert!(tables.contains("| x | `A` | confined | unguarded |"), "{tables}");
    }
}
