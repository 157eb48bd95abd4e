//! Real projects: fetched at pinned versions, checked, and compared with the findings that were read.

mod fetch;
mod findings;
mod manifest;
mod oracle;
mod report;
pub(crate) mod size;

use anyhow::Result;
use clap::Subcommand;

use crate::Outcome;
use crate::loopmend::Loopmend;
use crate::tools::Tools;

pub(crate) use fetch::{fetch, fetch_locked, fetch_release};
pub(crate) use findings::{
    Baseline, Difference, Entry, Located, Verdict, check, compare, flagged_text, read, write,
};
pub(crate) use manifest::{Corpus, Kind, Probed, Release, Suite, select, select_with_small};
pub(crate) use size::{count_word, measure};

/// The one that continuous integration checks: small, and rich in tests.
const SAMPLE: &str = "anyio";

/// The arguments of `cargo lab corpus`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Fetch releases and what they need to target/corpora
    Fetch {
        /// The corpora; all of them without a name
        names: Vec<String>,
    },
    /// Choose the newest versions of what the corpora need and write lab/corpora/NAME.txt
    Lock {
        /// The corpora; all of them without a name
        names: Vec<String>,
    },
    /// Check the corpora and show what is new or gone since docs/lab/corpora/NAME.json
    Run {
        /// The corpora; all of them without a name
        names: Vec<String>,
        /// Write the findings to docs/lab/corpora and the table to docs/lab/precision.md; verdicts are kept
        #[arg(long)]
        update: bool,
        /// Show all findings, not only those that are new or gone
        #[arg(long)]
        show: bool,
    },
    /// Check one small corpus; fail when a finding is new or gone
    Sample,
    /// List what ty, and on some corpora mypy, say about awaitables that are dropped and loopmend does not; fail when
    /// docs/lab/oracle.json does not explain all of it
    #[command(after_help = oracle::HELP)]
    Oracle {
        /// The corpora; all of them without a name
        names: Vec<String>,
        /// Write what they say to docs/lab/oracle.json; explanations are kept
        #[arg(long)]
        update: bool,
    },
}

/// Runs `cargo lab corpus`.
///
/// # Errors
/// When a corpus is unknown, cannot be fetched, or loopmend fails on it.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    match &arguments.action {
        Action::Fetch { names } => fetch_all(&select_with_small(names)?).map(|()| Outcome::Passed),
        Action::Lock { names } => lock_all(&select_with_small(names)?).map(|()| Outcome::Passed),
        Action::Run { names, update, show } => check_all(&select(names)?, *update, *show),
        Action::Sample => sample(),
        Action::Oracle { names, update } => oracle::run(&select(names)?, *update),
    }
}

/// The corpus that continuous integration fetches; any Python will do for its environment.
///
/// # Errors
/// When the list of corpora cannot be read.
pub(crate) fn select_sample() -> Result<Vec<Corpus>> {
    select(&[SAMPLE.to_owned()])
}

/// Fetches corpora, as far as they are not there, up to the first that cannot be fetched.
///
/// # Errors
/// When one cannot be fetched.
pub(crate) fn fetch_each(corpora: &[Corpus], tools: &Tools) -> Result<()> {
    corpora.iter().try_for_each(|corpus| fetch(corpus, tools))
}

/// Fetches corpora, as far as they are not there.
///
/// # Errors
/// When one of them cannot be fetched; the others are fetched first.
pub(crate) fn fetch_all(corpora: &[Corpus]) -> Result<()> {
    let tools = Tools::ready()?;
    let mut failed = Vec::new();
    for corpus in corpora {
        if let Err(error) = fetch(corpus, &tools) {
            eprintln!("{}: {error:#}", corpus.name);
            failed.push(corpus.name.as_str());
        }
    }
    anyhow::ensure!(failed.is_empty(), "cannot fetch {}", failed.join(", "));
    Ok(())
}

fn lock_all(corpora: &[Corpus]) -> Result<()> {
    let tools = Tools::ready()?;
    corpora.iter().try_for_each(|corpus| fetch::lock(corpus, &tools))
}

fn check_all(corpora: &[Corpus], update: bool, show: bool) -> Result<Outcome> {
    fetch_all(corpora)?;
    let loopmend = Loopmend::build()?;
    let mut present = Vec::new();
    for corpus in corpora {
        let difference = difference(corpus, &loopmend)?;
        report::print_difference(corpus, &difference, show);
        let baseline = Baseline {
            release: corpus.pin(),
            size: size::measure(&corpus.source(), &loopmend)?,
            findings: difference.entries(),
        };
        if update {
            findings::write(&corpus.baseline(), &baseline)?;
        }
        present.push(baseline);
    }
    println!("{}", report::table(&present));
    if update {
        report::write()?;
    }
    Ok(Outcome::Passed)
}

fn difference(corpus: &Corpus, loopmend: &Loopmend) -> Result<Difference> {
    let found = findings::check(&corpus.source(), &corpus.environment(), loopmend)?;
    Ok(findings::compare(&findings::read(&corpus.baseline())?, found))
}

fn sample() -> Result<Outcome> {
    let corpus = select_sample()?.remove(0);
    fetch_all(std::slice::from_ref(&corpus))?;
    let difference = difference(&corpus, &Loopmend::build_for_tests()?)?;
    report::print_difference(&corpus, &difference, false);
    if difference.is_empty() {
        return Ok(Outcome::Passed);
    }
    println!(
        "read what is new, then run `cargo lab corpus run {SAMPLE} --update` and write the verdicts to {}",
        corpus.baseline().display()
    );
    Ok(Outcome::Failed)
}
