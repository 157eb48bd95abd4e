//! Mutation: takes single awaits out of real code, and counts how many of these mistakes a check finds, and what else
//! it says because of them.

mod names;
mod record;
mod report;
mod score;
mod sites;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::corpus::{self, Corpus};
use crate::erasure::{Workbench, in_parallel};
use crate::loopmend::Loopmend;
use crate::tools::Tools;
use crate::{Outcome, markdown, workspace};

use record::{Readings, Record};
pub(crate) use score::Score;
pub(crate) use sites::{Kind, Site, draw, read};

/// How many erasures tell how long one takes.
const TRIED: usize = 20;

/// What one erasure may take on a corpus of which all that are asked for are made.
const SLOW: Duration = Duration::from_millis(300);

/// The arguments of `cargo lab erase`.
#[derive(clap::Args)]
#[command(after_help = "\
Every `await` of the project's own code is as likely to be drawn as any other, so that statements, conditions, \
assignments, returns and other values have their natural shares. Each is erased alone, in a copy of the corpus; what \
`check` then says that it did not say before was added. An addition points to the erased place when it meets its \
statement or names, below it, what the value was assigned to; all others are to be read.

`--every-await-of-a-name` erases, besides, all awaits of a method name at once: what loopmend knows of a call must not rest on other \
calls of the same name being awaited.

To read: `cargo lab erase NAME --update`, then judge what target/erase/NAME.json shows with its code, by writing \
\"true\", \"false\" or \"noise\" and a reason into docs/lab/erase/NAME.json. `--update` keeps these verdicts.")]
pub(crate) struct Arguments {
    /// The corpora; all of them without a name
    names: Vec<String>,
    /// How many awaits of each corpus are erased; all of them where there are fewer
    #[arg(long, default_value_t = 1000)]
    count: usize,
    /// How many where one check takes more than 0.3 s
    #[arg(long, default_value_t = 250)]
    slow_count: usize,
    /// What the choice of the awaits is made from
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many copies of a corpus are worked on beside each other
    #[arg(long, default_value_t = 1)]
    jobs: usize,
    /// Erase awaits of method calls, each alone, and then with all others of its method's name, and compare; with --update,
    /// into docs/lab/recall.md
    #[arg(long)]
    every_await_of_a_name: bool,
    /// Check the corpora where none of the packages that they need is installed
    #[arg(long, conflicts_with = "update")]
    without_packages: bool,
    /// The binary, instead of one that is built
    #[arg(long, value_name = "PATH")]
    binary: Option<PathBuf>,
    /// Write docs/lab/erase/NAME.json, with the verdicts it has, and the tables of docs/lab/recall.md
    #[arg(long)]
    update: bool,
}

/// Runs `cargo lab erase`.
///
/// # Errors
/// When a corpus is unknown, cannot be fetched or copied, or loopmend fails on it.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let mut corpora = corpus::select(&arguments.names)?;
    let tools = Tools::ready()?;
    let loopmend = match &arguments.binary {
        Some(binary) => Loopmend::at(binary),
        None => Loopmend::build()?,
    };
    if arguments.every_await_of_a_name {
        return compare_names(&corpora, arguments, &tools, &loopmend);
    }
    let mut records = Vec::new();
    for corpus in &mut corpora {
        corpus::fetch(corpus, &tools)?;
        if arguments.without_packages {
            corpus.is_bare = true;
            tools.make_environment(&corpus.environment(), &corpus.python)?;
        }
        let (mut record, readings) = measure(corpus, arguments, &loopmend)?;
        record.take_verdicts(&record::read(corpus)?.unwrap_or_default());
        let shown = workspace::target().join("erase").join(format!("{}.json", corpus.name));
        workspace::write(&shown, &serde_json::to_string_pretty(&readings)?)?;
        println!("{}: to be read in {}", corpus.name, shown.display());
        if arguments.update {
            workspace::write(&record::path(corpus), &(serde_json::to_string_pretty(&record)? + "\n"))?;
        }
        records.push(record);
    }
    println!("\n{}", report::tables(&records));
    if arguments.update {
        write()?;
    }
    Ok(Outcome::Passed)
}

fn compare_names(
    corpora: &[Corpus],
    arguments: &Arguments,
    tools: &Tools,
    loopmend: &Loopmend,
) -> Result<Outcome> {
    let mut compared = Vec::new();
    for corpus in corpora {
        corpus::fetch(corpus, tools)?;
        compared.push(names::measure(corpus, arguments, loopmend)?);
        println!("{}", names::table(&compared));
    }
    if arguments.update {
        let page = workspace::root().join("docs/lab/recall.md");
        markdown::write_section(&page, "Recall", "erase-names", &names::table(&compared))?;
    }
    Ok(Outcome::Passed)
}

fn measure(corpus: &Corpus, arguments: &Arguments, loopmend: &Loopmend) -> Result<(Record, Readings)> {
    let all = sites::read(corpus, loopmend)?;
    let mut record =
        Record { release: corpus.pin(), seed: arguments.seed, awaits: all.len(), ..Record::default() };
    let mut drawn = sites::draw(all, arguments.count, arguments.seed);
    let workbenches = Workbench::make_several(corpus, "erase", loopmend, arguments.jobs)?;
    let tried = drawn.len().min(TRIED);
    let mut erased = erase(&workbenches, &drawn[..tried], corpus)?;
    // Other programs on the machine make a check slower, and nothing makes it faster.
    let fastest = erased.iter().flatten().map(|erasure| erasure.time).min().unwrap_or_default();
    if fastest > SLOW && drawn.len() > arguments.slow_count {
        drawn.truncate(arguments.slow_count.max(tried));
        record.slow_milliseconds = Some(fastest.as_millis() as u64);
    }
    erased.extend(erase(&workbenches, &drawn[tried..], corpus)?);
    let mut readings = Readings::default();
    for (site, erasure) in drawn.iter().zip(erased) {
        if let Some(Erasure { text, score, .. }) = erasure {
            record.add(site, &text, &score, &corpus.source(), &mut readings);
        }
    }
    println!("{}: {} erased, a check takes {} ms", corpus.name, drawn.len(), fastest.as_millis());
    Ok((record, readings))
}

/// What one erasure did.
struct Erasure {
    /// The file, with its `await`.
    text: String,
    score: Score,
    time: Duration,
}

/// What the erasure of each site did; `None` where the file does not have it.
fn erase(workbenches: &[Workbench], sites: &[Site], corpus: &Corpus) -> Result<Vec<Option<Erasure>>> {
    in_parallel(workbenches, sites, |workbench, site| {
        let start = Instant::now();
        let Some(added) = workbench.erase(&site.path, site.await_start)? else { return Ok(None) };
        let time = start.elapsed();
        let text = workspace::read(&corpus.source().join(&site.path))?;
        let score = Score::of(site, &text, added);
        Ok(Some(Erasure { text, score, time }))
    })
}

/// Writes the tables of all corpora that have a record.
fn write() -> Result<()> {
    let mut records = Vec::new();
    for corpus in corpus::select(&[])? {
        records.extend(record::read(&corpus)?);
    }
    let page = workspace::root().join("docs/lab/recall.md");
    markdown::write_section(&page, "Recall", "erase", &report::tables(&records))
}
