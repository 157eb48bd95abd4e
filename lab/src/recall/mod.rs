//! Await erasure, without erasing: of the awaited calls, for how many would loopmend say that the `await` is missing,
//! had it been forgotten? And is that what it says when it is?

mod ablation;
mod agreement;
mod sites;
mod table;
mod test_code;
mod ty;

use std::path::PathBuf;

use anyhow::Result;

use crate::corpus::{self, Corpus};
use crate::loopmend::Loopmend;
use crate::peers::Peers;
use crate::tools::Tools;
use crate::{Outcome, markdown, workspace};

use table::Count;

/// The arguments of `cargo lab recall`.
#[derive(clap::Args)]
#[command(after_help = "\
Without options, a table: of the awaited calls of the project's own code, how many would be found if their `await` \
had been forgotten, those whose value is dropped and those whose value is used apart, and why the others would not. \
Calls that give a future or a task run without being awaited; they are counted apart and are in no percentage.

Examples:
  cargo lab recall aiohttp          the table of one corpus
  cargo lab recall --ty             beside it what ty says once the awaits are erased
  cargo lab recall --update         the table of docs/lab/recall.md; with ty, all corpora
  cargo lab recall --agree 500      erase 500 awaits, one at a time, and compare with what was foretold
  cargo lab recall --sample 50      the same on the small corpus of continuous integration")]
pub(crate) struct Arguments {
    /// The corpora; all of them without a name
    names: Vec<String>,
    /// Erase the awaits of all statements in a copy and count what ty reports of them
    #[arg(long)]
    ty: bool,
    /// Write the tables of all corpora, with ty, to docs/lab/recall.md
    #[arg(long, conflicts_with = "names")]
    update: bool,
    /// Erase that many awaits one at a time and compare what is said then, by `check` of statements and by the
    /// inference of values, with what `recall` says; exit with 1 when fewer than 99 % agree
    #[arg(long, value_name = "N", conflicts_with_all = ["ty", "update"])]
    agree: Option<usize>,
    /// Like --agree, on the corpus that continuous integration fetches
    #[arg(long, value_name = "N", conflicts_with_all = ["names", "ty", "update", "agree"])]
    sample: Option<usize>,
    /// Leave out each part of the inference in turn and say what it is worth; with --update, into docs/lab/recall.md
    #[arg(long, conflicts_with_all = ["ty", "agree", "sample"])]
    ablation: bool,
    /// Say how much is known in the code of tests, and how much of that without fixtures; with --update, into docs/lab/recall.md
    #[arg(long, conflicts_with_all = ["ty", "agree", "sample", "ablation"])]
    tests: bool,
    /// With --tests, an older build of loopmend to compare with
    #[arg(long, value_name = "BINARY", requires = "tests")]
    before: Option<PathBuf>,
    /// What the choice of the awaits is made from
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Runs `cargo lab recall`.
///
/// # Errors
/// When a corpus is unknown, cannot be fetched, or loopmend or ty fails on it.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let corpora = match arguments.sample {
        Some(_) => corpus::select_sample()?,
        None => corpus::select(&arguments.names)?,
    };
    let tools = Tools::ready()?;
    corpus::fetch_each(&corpora, &tools)?;
    let loopmend = match arguments.sample {
        Some(_) => Loopmend::build_for_tests()?,
        None => Loopmend::build()?,
    };
    if let Some(count) = arguments.agree.or(arguments.sample) {
        return agreement::measure(&corpora, count, arguments.seed, &loopmend);
    }
    if arguments.tests {
        return test_code::measure(&corpora, &loopmend, arguments.before.as_deref(), arguments.update);
    }
    if arguments.ablation {
        return ablation::measure(&corpora, &loopmend, arguments.update);
    }
    let peers = if arguments.ty || arguments.update { Some(Peers::ready(&tools)?) } else { None };
    let counts =
        corpora.iter().map(|corpus| count(corpus, &loopmend, peers.as_ref())).collect::<Result<Vec<_>>>()?;
    let tables = table::tables(&counts);
    println!("{tables}");
    if arguments.update {
        markdown::write_section(&workspace::root().join("docs/lab/recall.md"), "Recall", "recall", &tables)?;
    }
    Ok(Outcome::Passed)
}

fn count(corpus: &Corpus, loopmend: &Loopmend, peers: Option<&Peers>) -> Result<Count> {
    let sites = sites::read(corpus, loopmend, None)?;
    let directory = workspace::target().join("recall").join(&corpus.name);
    let reported = peers.map(|peers| ty::reported(corpus, &sites, &directory, peers)).transpose()?;
    Ok(Count::of(corpus.pin(), &sites, reported.as_deref()))
}
