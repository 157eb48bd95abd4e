//! Await erasure, without erasing: of the awaited calls, for how many would loopmend say that the `await` is missing,
//! had it been forgotten? And is that what it says when it is?

mod agreement;
mod parts;
mod sites;
mod table;
mod ty;

use crate::harness::*;

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
    #[arg(conflicts_with = "update")]
    names: Vec<String>,
    /// Erase the awaits of all statements in a copy and count what ty reports of them
    #[arg(long)]
    ty: bool,
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
    #[command(flatten)]
    options: Options,
}

/// Runs `cargo lab recall`. Fails if a corpus is unknown, cannot be fetched, or loopmend or ty fails on it.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let Arguments { names, options, .. } = arguments;
    let is_sample = arguments.sample.is_some();
    let corpora = if is_sample { sample()? } else { ready(names)? };
    let build = if is_sample { Loopmend::build_for_tests } else { Loopmend::build };
    let loopmend = options.common.loopmend(build)?;
    if let Some(count) = arguments.agree.or(arguments.sample) {
        return agreement::measure(&corpora, count, options.seed, &loopmend);
    }
    if arguments.tests {
        let before = arguments.before.as_deref();
        publish("recall.md", "tests", &parts::tests(&corpora, &loopmend, before)?, options.common.update)?;
    } else if arguments.ablation {
        publish("recall.md", "ablation", &parts::ablation(&corpora, &loopmend)?, options.common.update)?;
    } else {
        let peers =
            if arguments.ty || options.common.update { Some(Peers::ready(&Tools::ready()?)?) } else { None };
        let count = |corpus| count(corpus, &loopmend, peers.as_ref());
        let counts = corpora.iter().map(count).collect::<Result<Vec<_>>>()?;
        publish("recall.md", "recall", &table::tables(counts), options.common.update)?;
    }
    Ok(Outcome::Passed)
}

fn count(corpus: &Corpus, loopmend: &Loopmend, peers: Option<&Peers>) -> Result<Count> {
    let sites = sites::read(corpus, loopmend, None)?;
    let directory = target("recall").join(&corpus.name);
    let reported = peers.map(|peers| ty::reported(corpus, &sites, &directory, peers)).transpose()?;
    Ok(Count::of(corpus.pin(), &sites, reported.as_deref()))
}
