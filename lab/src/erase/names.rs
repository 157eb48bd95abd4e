//! All awaits of the calls of one method name at once: what is known of a name by the other calls of it is gone then.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;

use super::record::Found;
use super::sites::{self, Site};
use super::{Arguments, Score};
use crate::corpus::Corpus;
use crate::erasure::{Workbench, in_parallel};
use crate::loopmend::Loopmend;
use crate::markdown::{self, Align, percent};
use crate::workspace;

/// How the erasures of a corpus were found, one at a time and with all others of the same name.
pub(super) struct Compared {
    release: String,
    names: usize,
    single: Found,
    together: Found,
}

/// Erases awaits of method calls, each alone, and then with all others of its name, and looks for the same ones.
///
/// # Errors
/// When the corpus cannot be copied or loopmend fails on it.
pub(super) fn measure(corpus: &Corpus, arguments: &Arguments, loopmend: &Loopmend) -> Result<Compared> {
    let by_name = by_method_name(sites::read(corpus, loopmend)?, corpus)?;
    let all = by_name.values().flatten().cloned().collect();
    let drawn = sites::draw(all, arguments.count, arguments.seed);
    let workbenches = Workbench::make_several(corpus, "names", loopmend, arguments.jobs)?;
    let mut single = Found::default();
    for (site, erasure) in drawn.iter().zip(super::erase(&workbenches, &drawn, corpus)?) {
        if let Some(erasure) = erasure {
            single.count(&erasure.score);
        } else {
            println!("{}: `{}` was left out", corpus.name, site.path);
        }
    }
    let drawn: BTreeSet<(&str, usize)> =
        drawn.iter().map(|site| (site.path.as_str(), site.await_start)).collect();
    let is_drawn = |site: &&Site| drawn.contains(&(site.path.as_str(), site.await_start));
    let groups: Vec<&Vec<Site>> =
        by_name.values().filter(|sites| sites.iter().any(|site| is_drawn(&site))).collect();
    let found = in_parallel(&workbenches, &groups, |workbench, group| {
        let erased: Vec<(&str, usize)> =
            group.iter().map(|site| (site.path.as_str(), site.await_start)).collect();
        let added = workbench.erase_all(&erased)?;
        let mut found = Found::default();
        for site in group.iter().filter(is_drawn) {
            let text = workspace::read(&corpus.source().join(&site.path))?;
            found.count(&Score::of(site, &text, added.clone()));
        }
        Ok(found)
    })?;
    let together = found.into_iter().fold(Found::default(), Found::and);
    Ok(Compared { release: corpus.pin(), names: groups.len(), single, together })
}

/// The awaited calls of methods, by the name of the method. A file whose bytes are not its text is left out.
fn by_method_name(sites: Vec<Site>, corpus: &Corpus) -> Result<BTreeMap<String, Vec<Site>>> {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let mut by_name: BTreeMap<String, Vec<Site>> = BTreeMap::new();
    for site in sites.into_iter().filter(|site| site.is_call) {
        if !texts.contains_key(&site.path) {
            texts.insert(site.path.clone(), workspace::read(&corpus.source().join(&site.path))?);
        }
        let value = texts[&site.path].get(site.value_start..site.value_end);
        if let Some(name) = value.and_then(method_name) {
            by_name.entry(name.to_owned()).or_default().push(site);
        }
    }
    Ok(by_name)
}

/// The name of the method that a call calls in the end: `b` of `x.a(1).b(2)`; `None` of one that is hard to read.
fn method_name(call: &str) -> Option<&str> {
    if !call.ends_with(')') {
        return None;
    }
    let mut depth = 0_usize;
    let open = call.char_indices().rev().find(|(_, character)| {
        match character {
            ')' => depth += 1,
            '(' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    });
    let callee = call[..open?.0].trim_end();
    let (_, name) = callee.rsplit_once('.')?;
    let is_name =
        !name.is_empty() && name.chars().all(|character| character.is_alphanumeric() || character == '_');
    is_name.then_some(name)
}

/// The table of `docs/lab/recall.md`.
pub(super) fn table(compared: &[Compared]) -> String {
    let columns = [
        ("release", Align::Left),
        ("awaits of methods", Align::Right),
        ("names", Align::Right),
        ("alone, %", Align::Right),
        ("all of the name, %", Align::Right),
    ];
    let share = |found: Found| {
        format!("{} / {}", percent(found.certain, found.erased), percent(found.likely, found.erased))
    };
    let row = |one: &Compared| {
        vec![
            one.release.clone(),
            one.together.erased.to_string(),
            one.names.to_string(),
            share(one.single),
            share(one.together),
        ]
    };
    format!(
        "Erasures of awaited method calls, alone and with all others of the same method name, and the percentages of them \
         found at `certain` and with `likely`:\n\n{}",
        markdown::table(&columns, &compared.iter().map(row).collect::<Vec<_>>())
    )
}

#[cfg(test)]
mod tests {
    use super::method_name;

    #[test]
    fn the_name_of_a_method_is_that_of_the_last_call() {
        assert_eq!(method_name("client.get(url)"), Some("get"));
        assert_eq!(method_name("client.get(url).json ( f(1), (2) )"), Some("json"));
        assert_eq!(method_name("self.a[0].run()"), Some("run"));
    }

    #[test]
    fn what_calls_no_method_has_no_name() {
        for text in ["get(url)", "handlers[0](url)", "client.task", "x.y[0]()"] {
            assert_eq!(method_name(text), None, "{text}");
        }
    }
}
