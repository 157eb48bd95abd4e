//! Locks that are removed, one at a time.

use std::collections::BTreeMap;

use anyhow::Result;
use serde::{Deserialize, Serialize};

use super::draw::draw;
use super::{Arguments, Said, State, ask, directory};
use crate::corpus::Corpus;
use crate::loopmend::Loopmend;
use crate::tools::Tools;
use crate::workspace;

/// A state that is guarded, in a file that writes it.
#[derive(Serialize)]
struct Guarded<'a> {
    corpus: &'a str,
    path: &'a str,
    name: &'a str,
    kind: &'a str,
    /// Where the file is.
    file: String,
    guards: Vec<Guard>,
}

#[derive(Serialize)]
struct Guard {
    lock: String,
    state: String,
}

#[derive(Serialize)]
struct Request<'a> {
    seed: u64,
    count: usize,
    locks: Vec<Guarded<'a>>,
}

/// A lock that is removed.
#[derive(Debug, Deserialize)]
struct Mutation {
    corpus: String,
    path: String,
    name: String,
    line: usize,
    lock: String,
    states: Vec<String>,
    text: String,
}

/// What became of it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Removed {
    corpus: String,
    path: String,
    line: usize,
    name: String,
    lock: String,
    /// Whether what it guarded is unguarded now.
    pub(super) is_found: bool,
}

/// Removes locks and asks again.
///
/// # Errors
/// When a corpus cannot be copied, or loopmend fails.
pub(super) fn remove(
    tools: &Tools,
    loopmend: &Loopmend,
    corpora: &[Corpus],
    said: &[Said],
    arguments: &Arguments,
) -> Result<Vec<Removed>> {
    let pairs = corpora.iter().zip(said);
    let locks =
        pairs.flat_map(|(corpus, said)| said.states.iter().flat_map(move |state| guarded(corpus, state)));
    let request = Request { seed: arguments.seed, count: arguments.locks, locks: locks.collect() };
    let mutations: Vec<Mutation> = draw(tools, &request)?;
    let mut removed = Vec::new();
    for corpus in corpora {
        let own: Vec<&Mutation> = mutations.iter().filter(|one| one.corpus == corpus.name).collect();
        let tree = directory().join(&corpus.name);
        workspace::remove_directory(&tree)?;
        workspace::copy_directory(&corpus.source(), &tree)?;
        for mutation in own {
            let file = tree.join(&mutation.path);
            let text = workspace::read(&file)?;
            workspace::write(&file, &mutation.text)?;
            let now = ask(loopmend, &tree, corpus)?;
            workspace::write(&file, &text)?;
            removed.push(score(mutation, &now));
        }
    }
    workspace::write(&directory().join("locks.json"), &serde_json::to_string_pretty(&removed)?)?;
    Ok(removed)
}

/// The files that write a guarded state, with its locks.
fn guarded<'a>(corpus: &'a Corpus, state: &'a State) -> Vec<Guarded<'a>> {
    let mut by_file: BTreeMap<&str, Vec<Guard>> = BTreeMap::new();
    let is_guarded = state.verdict == "guarded";
    for attribute in state.attributes.iter().filter(|_| is_guarded) {
        let Some(lock) = &attribute.guard else { continue };
        let written = match state.kind.as_str() {
            "class" => format!("self.{}", attribute.name),
            _ => attribute.name.clone(),
        };
        for place in attribute.writers.iter().filter_map(|writer| writer.place.as_ref()) {
            by_file
                .entry(&place.path)
                .or_default()
                .push(Guard { lock: lock.clone(), state: written.clone() });
        }
    }
    let of = |(path, guards): (&'a str, Vec<Guard>)| Guarded {
        corpus: &corpus.name,
        path,
        name: &state.name,
        kind: &state.kind,
        file: corpus.source().join(path).display().to_string(),
        guards,
    };
    by_file.into_iter().map(of).collect()
}

fn score(mutation: &Mutation, now: &Said) -> Removed {
    let names: Vec<&str> =
        mutation.states.iter().map(|name| name.rsplit('.').next().unwrap_or(name)).collect();
    let own = now.states.iter().filter(|state| state.name == mutation.name);
    let mut attributes = own.flat_map(|state| &state.attributes);
    let is_found = attributes
        .any(|attribute| names.contains(&attribute.name.as_str()) && attribute.verdict == "unguarded");
    Removed {
        corpus: mutation.corpus.clone(),
        path: mutation.path.clone(),
        line: mutation.line,
        name: mutation.name.clone(),
        lock: mutation.lock.clone(),
        is_found,
    }
}
