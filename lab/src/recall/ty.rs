//! What ty says of the awaited statements once all their awaits are erased, in a copy of the corpus.

use std::collections::HashSet;

use loopmend_core::LineIndex;

use super::sites::{Position, Site};
use crate::harness::{BTreeMap, Corpus, Cut, Cuts, Path, Peers, Place, Result, neutral_copy, workspace};

/// Of each site, whether ty reports it. The copy goes below `directory`, which is emptied before; it carries no
/// settings of any tool, so that ty reads all files by its own defaults.
/// Fails if the corpus cannot be copied or ty fails on it.
pub(super) fn reported(
    corpus: &Corpus,
    sites: &[Site],
    directory: &Path,
    peers: &Peers,
) -> Result<Vec<bool>> {
    neutral_copy(corpus, directory)?;
    let mut places = vec![None; sites.len()];
    for (path, statements) in statements_by_file(sites) {
        let file = directory.join(path);
        let Ok(text) = workspace::read(&file) else { continue };
        let erased = erase(&text, sites, &statements);
        for (index, (line, column)) in statements.iter().zip(erased.places) {
            places[*index] = Some((path.to_owned(), line, column));
        }
        workspace::write(&file, &erased.text)?;
    }
    let found: HashSet<Place> =
        peers.ty(directory, &corpus.environment())?.into_iter().map(|finding| finding.place()).collect();
    Ok(places.into_iter().map(|place| place.is_some_and(|place| found.contains(&place))).collect())
}

/// By file, the places in `sites` of the calls that are statements.
fn statements_by_file(sites: &[Site]) -> BTreeMap<&str, Vec<usize>> {
    let mut files: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, site) in sites.iter().enumerate().filter(|(_, site)| site.position == Position::Statement) {
        files.entry(&site.path).or_default().push(index);
    }
    files
}

/// A text without the awaits of some statements.
struct Erased {
    text: String,
    /// Line and column of each call in it.
    places: Vec<(usize, usize)>,
}

fn erase(text: &str, sites: &[Site], statements: &[usize]) -> Erased {
    let starts = statements.iter().filter_map(|index| sites[*index].await_start);
    let cuts = starts.filter_map(|start| Cut::of_await(text, start));
    let cuts = Cuts::new(cuts.collect());
    let erased = cuts.apply(text);
    let lines = LineIndex::new(&erased);
    let place = |index: &usize| {
        let place = lines.line_column(cuts.moved(sites[*index].start) as u32, &erased);
        (place.line as usize, place.column as usize)
    };
    let places = statements.iter().map(place).collect();
    Erased { places, text: erased }
}

#[cfg(test)]
mod tests {
    use super::super::sites::tests::site;
    use super::super::sites::{Ground, Position, Site, Verdict};
    use super::{erase, statements_by_file};

    fn sites(text: &str) -> Vec<Site> {
        let calls = text.match_indices("await ").map(|(at, _)| at);
        calls
            .map(|at| Site {
                start: at + 6,
                await_start: Some(at),
                ..site(Position::Statement, Verdict::None, Ground::Nothing, "")
            })
            .collect()
    }

    #[test]
    fn all_awaits_go_and_calls_are_found_where_they_are_then() {
        let text = "if é: await f(await g()); await h()\nawait i()\n";
        let mut sites = sites(text);
        sites[1].position = Position::Value;
        let statements = statements_by_file(&sites)["a.py"].clone();
        assert_eq!(statements, [0, 2, 3]);
        let erased = erase(text, &sites, &statements);
        assert_eq!(erased.text, "if é: f(await g()); h()\ni()\n");
        assert_eq!(erased.places, [(1, 7), (1, 21), (2, 1)]);
    }
}
