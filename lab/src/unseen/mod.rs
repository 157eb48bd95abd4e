//! Distributions that nobody has looked at: drawn by a seed from what the corpora need or from a list, checked once, and
//! read.

mod draw;
mod pool;
mod report;

use std::collections::BTreeSet;
use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::corpus::{self, Baseline, Kind, Release};
use crate::loopmend::Loopmend;
use crate::tools::Tools;
use crate::{Outcome, markdown, workspace};

use draw::{Distribution, Draw, Draws};

/// The committed names of distributions that may not be drawn.
const EXCLUDED: &str = "lab/unseen-excluded.txt";

/// The arguments of `cargo lab unseen`.
#[derive(clap::Args)]
#[command(after_help = "\
The candidates are the distributions in the environments of the corpora that say `await` more than 20 times and are no \
corpora and not excluded. A new seed draws among those that no other seed drew, and the draw is written to docs/lab/unseen/draws.json at \
once; a seed that stands there gives what it gave. Each is downloaded at the version that is installed, as an sdist \
where there is one that can be had, else as a wheel, and checked in the environment it was found in.

With `--pool`, the candidates are the lines of lab/unseen-pool.txt, distributions that no corpus needs. What is drawn \
is installed at the version that stands there, without what it needs, into an environment of its own, \
target/corpora/pool; what it imports from others is unknown. The number of `await` in each is in the table.

How to use it: once, after the last change that is to be measured.
  cargo lab unseen --seed 7 --count 0     how many candidates there are; draws nothing
  cargo lab unseen --seed 7 --update      draw, check, print all findings with their code, write the records
  cargo lab unseen --seed 8 --pool --update
                                            the same, from the pool
Then write the verdicts into docs/lab/unseen/7/NAME.json and run the second command again for the table. A record is \
written once and keeps what was found first; what later versions find is printed beside it.")]
pub(crate) struct Arguments {
    /// What the choice is made from
    #[arg(long)]
    seed: u64,
    /// How many distributions a new seed draws; with 0, the number of candidates is printed
    #[arg(long, default_value_t = 20)]
    count: usize,
    /// Let a new seed draw from lab/unseen-pool.txt, not from the environments of the corpora
    #[arg(long)]
    pool: bool,
    /// A file with the names of distributions that may not be drawn, one a line [default: lab/unseen-excluded.txt]
    #[arg(long, value_name = "FILE")]
    exclude_list: Option<PathBuf>,
    /// Write docs/lab/unseen/SEED/NAME.json where it is not there, and the table of docs/lab/precision.md
    #[arg(long)]
    update: bool,
}

/// Runs `cargo lab unseen`.
///
/// # Errors
/// When there are too few distributions, one cannot be had, or loopmend fails on it.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let list = arguments.exclude_list.clone();
    let excluded = draw::excluded(&list.unwrap_or_else(|| workspace::root().join(EXCLUDED)))?;
    if arguments.count == 0 {
        let left = Draws::read(&Draws::path())?.left(&candidates(arguments)?, &excluded);
        println!("{} distributions can be drawn", left.len());
        return Ok(Outcome::Passed);
    }
    let draws = Draws::read(&Draws::path())?;
    let from_pool = draws.of(arguments.seed).map_or(arguments.pool, Draw::is_from_pool);
    if arguments.pool && !from_pool {
        bail!("the seed {} drew from the corpora; leave out `--pool` or take another seed", arguments.seed);
    }
    let tools = Tools::ready()?;
    if !from_pool {
        for corpus in corpus::select(&[])? {
            corpus::fetch(&corpus, &tools)?;
        }
    }
    let drawn = drawn(draws, arguments, &excluded)?;
    if from_pool {
        pool::install(&drawn.distributions, &tools)?;
    }
    let loopmend = Loopmend::build()?;
    let bring = |distribution| bring(distribution, drawn.seed, &tools);
    let releases = drawn.distributions.iter().map(bring).collect::<Result<Vec<_>>>()?;
    let mut records = Vec::new();
    for (distribution, release) in drawn.distributions.iter().zip(&releases) {
        records.push(measure(distribution, release, arguments, &loopmend)?);
    }
    let table = report::table(&records);
    println!("{table}");
    if arguments.update {
        let page = workspace::root().join("docs/lab/precision.md");
        markdown::write_section(&page, "Precision", &format!("unseen-{}", drawn.seed), &table)?;
    }
    Ok(Outcome::Passed)
}

/// What the seed drew before, or draws now; written down before anything of it is seen.
fn drawn(mut draws: Draws, arguments: &Arguments, excluded: &BTreeSet<String>) -> Result<Draw> {
    if let Some(draw) = draws.of(arguments.seed) {
        let count = draw.distributions.len();
        if count != arguments.count {
            bail!("the seed {} drew {count} before; take `--count {count}` or another seed", arguments.seed);
        }
        return Ok(draw.clone());
    }
    let draw = draws.draw(arguments.seed, arguments.count, &candidates(arguments)?, excluded)?;
    draws.write(&Draws::path())?;
    Ok(draw)
}

fn candidates(arguments: &Arguments) -> Result<Vec<Distribution>> {
    if arguments.pool { pool::candidates() } else { draw::candidates() }
}

fn bring(distribution: &Distribution, seed: u64, tools: &Tools) -> Result<Release> {
    let release = |kind| Release {
        name: distribution.name.clone(),
        version: distribution.version.clone(),
        kind,
        directory: workspace::target().join("unseen").join(seed.to_string()).join(&distribution.name),
    };
    let sdist = release(Kind::Sdist);
    if let Err(error) = corpus::fetch_release(&sdist, tools) {
        eprintln!("{}: no sdist, the wheel is taken: {error:#}", distribution.name);
        let wheel = release(Kind::Wheel);
        corpus::fetch_release(&wheel, tools)?;
        return Ok(wheel);
    }
    Ok(sdist)
}

/// Checks a distribution, prints what is found, and gives the record of the first time.
fn measure(
    distribution: &Distribution,
    release: &Release,
    arguments: &Arguments,
    loopmend: &Loopmend,
) -> Result<Baseline> {
    let source = release.source();
    let path = record_path(arguments.seed, &distribution.name);
    let first = path.exists();
    let record = corpus::read(&path)?;
    let difference = corpus::compare(&record, corpus::check(&source, &environment(distribution)?, loopmend)?);
    print!("{}", report::findings(&release.pin(), &difference, &source, first));
    if first {
        return Ok(record);
    }
    let found = Baseline {
        release: release.pin(),
        size: corpus::measure(&source, loopmend)?,
        findings: difference.entries(),
    };
    if arguments.update {
        corpus::write(&path, &found)?;
    }
    Ok(found)
}

fn environment(distribution: &Distribution) -> Result<PathBuf> {
    if distribution.corpus == pool::NAME {
        return Ok(pool::environment());
    }
    Ok(corpus::select(std::slice::from_ref(&distribution.corpus))?.remove(0).environment())
}

fn record_path(seed: u64, name: &str) -> PathBuf {
    workspace::root().join("docs/lab/unseen").join(seed.to_string()).join(format!("{name}.json"))
}
