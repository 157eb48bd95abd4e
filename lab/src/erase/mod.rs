//! Mutation: takes single awaits out of real code, and counts how many of these mistakes a check finds, and what else
//! it says because of them.

mod record;
mod score;
mod sites;

use std::time::{Duration, Instant};

use crate::harness::*;

use record::{Readings, Record};
pub(crate) use score::Score;
pub(crate) use sites::{Kind, Site, read};

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
    /// Check the corpora where none of the packages that they need is installed
    #[arg(long, conflicts_with = "update")]
    without_packages: bool,
    #[command(flatten)]
    copies: Copies,
    #[command(flatten)]
    options: Options,
}

/// Runs `cargo lab erase`. Fails if a corpus is unknown, cannot be fetched or copied, or loopmend fails on it.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let mut corpora = ready(&arguments.names)?;
    let loopmend = arguments.options.loopmend()?;
    let is_update = arguments.options.common.update;
    let mut records = Vec::new();
    for corpus in &mut corpora {
        if arguments.without_packages {
            corpus.is_bare = true;
            Tools::ready()?.make_environment(&corpus.environment(), &corpus.python)?;
        }
        let (mut record, readings) = measure(corpus, arguments, &loopmend)?;
        record.take_verdicts(&read_record(&record::path(corpus))?);
        let shown = target("erase").join(format!("{}.json", corpus.name));
        write_json(&shown, &readings)?;
        println!("{}: to be read in {}", corpus.name, shown.display());
        if is_update {
            write_json(&record::path(corpus), &record)?;
        }
        records.push(record);
    }
    println!("\n{}", record::tables(records));
    if is_update {
        write_section("recall.md", "erase", &record::tables(record::committed()?))?;
    }
    Ok(Outcome::Passed)
}

fn measure(corpus: &Corpus, arguments: &Arguments, loopmend: &Loopmend) -> Result<(Record, Readings)> {
    let (seed, jobs) = (arguments.options.seed, arguments.copies.jobs);
    let all = sites::read(corpus, loopmend)?;
    let mut record = Record { release: corpus.pin(), seed, awaits: all.len(), ..Record::default() };
    let mut sites = arguments.options.draw(all, arguments.count);
    let workbenches = Workbench::make(corpus, "erase", loopmend, jobs)?;
    let tried = sites.len().min(TRIED);
    let mut erased = in_parallel(&workbenches, &sites[..tried], erase)?;
    // Other programs on the machine make a check slower, and nothing makes it faster.
    let fastest = erased.iter().flatten().map(|erasure| erasure.time).min().unwrap_or_default();
    if fastest > SLOW && sites.len() > arguments.slow_count {
        sites.truncate(arguments.slow_count.max(tried));
        record.slow_milliseconds = Some(fastest.as_millis() as u64);
    }
    erased.extend(in_parallel(&workbenches, &sites[tried..], erase)?);
    let mut readings = Readings::default();
    for (site, erasure) in sites.iter().zip(erased) {
        if let Some(Erasure { text, score, .. }) = erasure {
            record.add(site, &text, &score, &corpus.source(), &mut readings);
        }
    }
    println!("{}: {} erased, a check takes {} ms", corpus.name, sites.len(), fastest.as_millis());
    Ok((record, readings))
}

/// What one erasure did.
pub(crate) struct Erasure {
    /// The file, with its `await`.
    pub(crate) text: String,
    /// What was found.
    pub(crate) score: Score,
    time: Duration,
}

/// What the erasure of a site does; `None` where the file does not have it.
/// Fails if loopmend fails, or the copy cannot be written.
pub(crate) fn erase(bench: &Workbench, site: &Site) -> Result<Option<Erasure>> {
    let start = Instant::now();
    let erased = bench.erase(&site.path, site.await_start)?;
    let time = start.elapsed();
    Ok(erased.map(|(text, added)| Erasure { score: Score::of(site, &text, added), text, time }))
}
