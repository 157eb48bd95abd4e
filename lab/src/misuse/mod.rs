//! Mutation: puts async functions into slots that call them and await nothing, and takes away what keeps tasks, in
//! real code; and counts how many of these mistakes a check finds, and how many look-alikes it flags.

mod draw;
mod report;
mod score;

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};

use crate::corpus::{self, Corpus};
use crate::erasure::{Workbench, in_parallel};
use crate::loopmend::Loopmend;
use crate::tools::Tools;
use crate::{Outcome, markdown, workspace};

use draw::Mutation;
use score::{Scored, score};

/// The corpora, chosen by their places: docs/lab/misuse.md says why.
const CORPORA: [&str; 3] = ["aiohttp", "prefect", "litellm"];

/// The arguments of `cargo lab misuse`.
#[derive(clap::Args)]
#[command(after_help = "\
The mutations are drawn by lab/misuse/draw.py, which knows the syntax of the code and nothing that loopmend knows of it. \
Mutations of different files are made at once, but for those that change a definition. One is found when a finding that \
was not there before meets its statement. All mutations, with their code and what was found, are in \
target/misuse/all.json; those that were missed, and the look-alikes that were flagged, in docs/lab/misuse.json.")]
pub(crate) struct Arguments {
    /// What the choice is made from
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many async functions are put into slots
    #[arg(long, default_value_t = 300)]
    slots: usize,
    /// How many tasks lose what keeps them
    #[arg(long, default_value_t = 200)]
    tasks: usize,
    /// How many look-alikes there are
    #[arg(long, default_value_t = 250)]
    alikes: usize,
    /// How many copies of a corpus are worked on beside each other
    #[arg(long, default_value_t = 1)]
    jobs: usize,
    /// Print so many of those that were found, with what a fix makes of them
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    mended: usize,
    /// Write the tables to docs/lab/misuse.md, and what was missed to docs/lab/misuse.json
    #[arg(long)]
    update: bool,
}

/// Runs `cargo lab misuse`.
///
/// # Errors
/// When a corpus cannot be fetched or copied, a mutation is no Python, or loopmend fails.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let corpora = corpus::select(&CORPORA.map(str::to_owned))?;
    let tools = Tools::ready()?;
    let loopmend = Loopmend::build()?;
    corpus::fetch_each(&corpora, &tools)?;
    let mutations = draw::draw(arguments, &corpora, &tools, &loopmend)?;
    let mut scored = Vec::new();
    for corpus in &corpora {
        let own: Vec<&Mutation> = mutations.iter().filter(|one| one.corpus == corpus.name).collect();
        println!("{}: {} mutations", corpus.name, own.len());
        scored.extend(measure(corpus, &own, arguments.jobs, &loopmend)?);
    }
    let all = workspace::target().join("misuse/all.json");
    workspace::write(&all, &serde_json::to_string_pretty(&scored)?)?;
    let releases: Vec<String> = corpora.iter().map(Corpus::pin).collect();
    let tables = report::tables(&releases, arguments.seed, &scored, &draw::rows()?);
    println!("{tables}\nall of them are in {}", all.display());
    if arguments.mended > 0 {
        print_mended(&scored, arguments);
    }
    if arguments.update {
        let root = workspace::root();
        markdown::write_section(&root.join("docs/lab/misuse.md"), "Misuse", "misuse", &tables)?;
        let wrong: Vec<&Scored> = scored.iter().filter(|one| one.is_wrong()).collect();
        workspace::write(
            &root.join("docs/lab/misuse.json"),
            &(serde_json::to_string_pretty(&wrong)? + "\n"),
        )?;
    }
    Ok(Outcome::Passed)
}

/// Prints a sample of what was found, with what a fix makes of it, for reading.
fn print_mended(scored: &[Scored], arguments: &Arguments) {
    let found = scored.iter().filter(|one| one.is_found() && one.mutation.family != draw::Family::Alike);
    let mut found: Vec<&Scored> = found.collect();
    let mended = found.iter().filter(|one| one.mended.is_some()).count();
    println!("{mended} of {} that were found have a fix that is applied", found.len());
    fastrand::Rng::with_seed(arguments.seed).shuffle(&mut found);
    for one in found.into_iter().take(arguments.mended) {
        println!("\n{} {}: {}", one.mutation.corpus, one.mutation.path, one.here.join("; "));
        one.mutation.shown.iter().for_each(|line| println!("  - {line}"));
        match &one.mended {
            Some(lines) => lines.iter().for_each(|line| println!("  + {line}")),
            None => println!("  no fix"),
        }
    }
}

fn measure(
    corpus: &Corpus,
    mutations: &[&Mutation],
    jobs: usize,
    loopmend: &Loopmend,
) -> Result<Vec<Scored>> {
    let workbenches = Workbench::make_several(corpus, "misuse", loopmend, jobs)?;
    let rounds = rounds(mutations);
    let source = corpus.source();
    let measured = in_parallel(&workbenches, &rounds, |workbench, round| {
        let mut texts = BTreeMap::new();
        for mutation in round {
            let text = workspace::read(&source.join(&mutation.path))?;
            let mutated = mutation.apply(&text).context("an edit does not fit its file")?;
            texts.insert(mutation.path.as_str(), mutated);
        }
        let found = workbench.with_texts(&texts)?;
        let mut scored = Vec::new();
        for mutation in round {
            let old = workspace::read(&source.join(&mutation.path))?;
            let one = score(mutation, &old, &texts[mutation.path.as_str()], workbench.base(), &found);
            ensure!(one.is_python(), "{}: the mutation is no Python: {:?}", mutation.path, mutation.shown);
            scored.push(one);
        }
        Ok(scored)
    })?;
    Ok(measured.into_iter().flatten().collect())
}

/// Those that can be made at once: of different files, and alone where a definition changes.
fn rounds<'m>(mutations: &[&'m Mutation]) -> Vec<Vec<&'m Mutation>> {
    let (alone, together): (Vec<&Mutation>, Vec<&Mutation>) =
        mutations.iter().copied().partition(|one| one.changes_a_definition());
    let mut rounds: Vec<Vec<&Mutation>> = Vec::new();
    for mutation in together {
        let is_free = |round: &&mut Vec<&Mutation>| round.iter().all(|other| other.path != mutation.path);
        match rounds.iter_mut().find(is_free) {
            Some(round) => round.push(mutation),
            None => rounds.push(vec![mutation]),
        }
    }
    rounds.extend(alone.into_iter().map(|mutation| vec![mutation]));
    rounds
}

#[cfg(test)]
mod tests {
    use super::draw::tests::mutation;
    use super::rounds;

    #[test]
    fn mutations_of_different_files_are_made_at_once() {
        let all = [
            mutation("a.py", "replaced"),
            mutation("a.py", "inserted"),
            mutation("b.py", "inserted"),
            mutation("c.py", "made async"),
        ];
        let rounds = rounds(&all.iter().collect::<Vec<_>>());
        let paths: Vec<Vec<&str>> =
            rounds.iter().map(|round| round.iter().map(|one| one.path.as_str()).collect()).collect();
        assert_eq!(paths, [vec!["a.py", "b.py"], vec!["a.py"], vec!["c.py"]]);
    }
}
