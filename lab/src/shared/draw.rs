//! The draws, as lab/shared/draw.py makes them.

use anyhow::{Context, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Said, directory};
use crate::corpus::Corpus;
use crate::tools::Tools;
use crate::workspace;

/// The program that draws.
const PROGRAM: &str = "lab/shared/draw.py";

/// Corpus, path, line, name and kind.
type Name = (String, String, usize, String, String);

#[derive(Serialize)]
struct Request {
    seed: u64,
    count: usize,
    states: Vec<Vec<Name>>,
}

/// Prints states of each corpus, without what is said of them.
///
/// # Errors
/// When the program fails.
pub(super) fn print(tools: &Tools, corpora: &[Corpus], said: &[Said], seed: u64, count: usize) -> Result<()> {
    let names = |(corpus, said): (&Corpus, &Said)| {
        let states = said.states.iter();
        let name = states.map(|state| {
            (corpus.name.clone(), state.path.clone(), state.line, state.name.clone(), state.kind.clone())
        });
        name.collect()
    };
    let states = corpora.iter().zip(said).map(names).collect();
    let drawn: Vec<Vec<Name>> = draw(tools, &Request { seed, count, states })?;
    for (corpus, path, line, name, kind) in drawn.into_iter().flatten() {
        println!("{corpus} {path}:{line} {kind} {name}");
    }
    Ok(())
}

/// Runs the program.
///
/// # Errors
/// When it fails or writes something else than its form.
pub(super) fn draw<T: DeserializeOwned>(tools: &Tools, request: &impl Serialize) -> Result<T> {
    let path = directory().join("request.json");
    workspace::write(&path, &serde_json::to_string(request)?)?;
    let mut python = tools.python();
    python.arg("-I").arg(workspace::root().join(PROGRAM)).arg(path);
    let output = workspace::run_captured(&mut python, &[0])?;
    serde_json::from_slice(&output).with_context(|| format!("{PROGRAM} wrote an unknown form"))
}
