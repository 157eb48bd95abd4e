//! Runs the witnesses of the rules' pages on all versions of Python that loopmend is for.

mod environments;
mod report;

use std::path::PathBuf;

use anyhow::{Context, Result};
use loopmend_mdtest::{Interpreter, Page, Skip, Witness, WitnessOutcome, page_paths};
use tidy::RULES;

use tooling::interpreters;

use crate::{Outcome, markdown, workspace};

use environments::Environments;
use report::{Cell, Row};

/// The versions of CPython on which the witnesses run.
const VERSIONS: [(u8, u8); 5] = [(3, 9), (3, 10), (3, 11), (3, 12), (3, 13)];

/// The arguments of `cargo xtask witness`.
#[derive(clap::Args)]
#[command(after_help = "\
Each version of CPython is looked for as `python3.9` and so on on PATH, then among the versions of pyenv. What a witness \
needs beside the standard library is installed by pip into an environment below target/witness.")]
pub(crate) struct Arguments {
    /// The rules, by a part of their pages' names; all of them without one
    rules: Vec<String>,
    /// An interpreter to use for its version, instead of one that is found
    #[arg(long, value_name = "PATH", num_args = 1..)]
    python: Vec<PathBuf>,
    /// Write the table to docs/lab/witness.md
    #[arg(long)]
    update: bool,
}

/// Runs `cargo xtask witness`. Fails if the pages cannot be read, or an interpreter that was given cannot be used.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    anyhow::ensure!(!arguments.update || arguments.rules.is_empty(), "the committed table is of all rules");
    let interpreters = interpreters::find(&VERSIONS, &arguments.python)?;
    let pages = pages(&arguments.rules)?;
    let mut environments = Environments::default();
    let mut rows = Vec::new();
    for page in &pages {
        let witnesses: Vec<Witness<'_>> = page.witnesses().collect();
        let cell = |interpreter| of_page(&witnesses, interpreter, &mut environments);
        let cells = interpreters.found.iter().map(cell).collect();
        rows.push(Row { page: page.stem().to_owned(), cells, no_witness: page.reason_without_witness() });
    }
    let table = report::table(&interpreters, &rows);
    println!("{table}");
    report::failures(&interpreters, &rows).iter().for_each(|failure| println!("{failure}\n"));
    if arguments.update {
        let page = workspace::root().join("docs/lab/witness.md");
        markdown::write_section(&page, "Witnesses", "witness", &table)?;
    }
    let failed = rows.iter().flat_map(|row| &row.cells).any(|cell| matches!(cell, Cell::Failed(_)));
    Ok(Outcome::passed_if(!failed))
}

/// The pages whose names contain one of these texts.
fn pages(names: &[String]) -> Result<Vec<Page>> {
    let directory = workspace::root().join(RULES);
    let paths = page_paths(&directory).with_context(|| format!("cannot list {}", directory.display()))?;
    let read = |path: &PathBuf| Page::read(path).with_context(|| format!("cannot read {}", path.display()));
    let pages = paths.iter().map(read).collect::<Result<Vec<_>>>()?;
    let asked: Vec<_> = pages.into_iter().filter(|page| is_asked_for(page.stem(), names)).collect();
    anyhow::ensure!(!asked.is_empty(), "no rule has such a name");
    Ok(asked)
}

/// Whether the name of a page contains one of these texts, or there are none.
fn is_asked_for(stem: &str, names: &[String]) -> bool {
    names.is_empty() || names.iter().any(|name| stem.contains(&name.to_lowercase().replace('-', "_")))
}

/// What becomes of the witnesses of one page on one interpreter: failures count most, then what was run.
fn of_page(witnesses: &[Witness<'_>], interpreter: &Interpreter, environments: &mut Environments) -> Cell {
    let mut skipped = None;
    let mut failures = String::new();
    let mut passed = false;
    for witness in witnesses {
        match of_witness(witness, interpreter, environments) {
            Ok(WitnessOutcome::Passed) => passed = true,
            Ok(WitnessOutcome::Skipped(skip)) => skipped = Some(skip),
            Err(message) => failures += &message,
        }
    }
    match skipped {
        _ if !failures.is_empty() => Cell::Failed(failures),
        _ if passed => Cell::Passed,
        Some(Skip::OlderPython(_)) => Cell::OlderPython,
        Some(Skip::NotInstalled(packages)) => Cell::NotInstalled(packages),
        None => Cell::None,
    }
}

fn of_witness(
    witness: &Witness<'_>,
    interpreter: &Interpreter,
    environments: &mut Environments,
) -> Result<WitnessOutcome, String> {
    let with_packages = if witness.is_for(interpreter) {
        environments.with(interpreter, witness.packages()).map_err(|error| format!("{error:#}\n"))?
    } else {
        None
    };
    witness.run(with_packages.as_ref().unwrap_or(interpreter)).map_err(|failures| failures.to_string())
}
