//! Distributions that nobody has looked at: drawn by a seed from what the corpora need or from a list, checked once, and
//! read.

mod draw;
mod pool;

use crate::harness::*;

use draw::{Distribution, Draw, Draws};

/// How many lines are shown above and below a flagged one.
const CONTEXT: usize = 6;

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

/// The names of the distributions that someone looked at, or that may be drawn: the corpora and what they need, the pool,
/// what was drawn, and what is excluded. Fails if a list cannot be read.
#[cfg(test)]
pub(crate) fn names_that_are_taken() -> Result<BTreeSet<String>> {
    let mut names = draw::excluded(&root(EXCLUDED))?;
    names.extend(pool::candidates()?.into_iter().map(|one| one.name));
    names.extend(read_record::<Draws>(&Draws::path())?.names());
    for corpus in select::<&str>(&[])? {
        let lock = workspace::read(&corpus.lock())?;
        let pinned = lock.lines().filter_map(|line| line.split_once("=="));
        names.extend(pinned.map(|(name, _)| tooling::tools::normalized(name)));
    }
    Ok(names)
}

/// Runs `cargo lab unseen`. Fails if there are too few distributions, one cannot be had, or loopmend fails on it.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let list = arguments.exclude_list.clone();
    let excluded = draw::excluded(&list.unwrap_or_else(|| root(EXCLUDED)))?;
    let draws: Draws = read_record(&Draws::path())?;
    if arguments.count == 0 {
        println!("{} distributions can be drawn", draws.left(&candidates(arguments)?, &excluded).len());
        return Ok(Outcome::Passed);
    }
    let from_pool = draws.of(arguments.seed).map_or(arguments.pool, Draw::is_from_pool);
    ensure!(
        from_pool || !arguments.pool,
        "the seed {} drew from the corpora; leave out `--pool` or take another seed",
        arguments.seed
    );
    if !from_pool {
        fetch_all(&select::<&str>(&[])?)?;
    }
    let tools = Tools::ready()?;
    let drawn = drawn(draws, arguments, &excluded)?;
    if from_pool {
        pool::install(&drawn.distributions, &tools)?;
    }
    let loopmend = Loopmend::build()?;
    let bring = |distribution| bring(distribution, drawn.seed, &tools);
    let releases = drawn.distributions.iter().map(bring).collect::<Result<Vec<_>>>()?;
    let measured = drawn.distributions.iter().zip(&releases);
    let records =
        measured.map(|(distribution, release)| measure(distribution, release, arguments, &loopmend));
    let table = table(records.collect::<Result<_>>()?);
    publish("precision.md", &format!("unseen-{}", drawn.seed), &table, arguments.update)?;
    Ok(Outcome::Passed)
}

/// What the seed drew before, or draws now; written down before anything of it is seen.
fn drawn(mut draws: Draws, arguments: &Arguments, excluded: &BTreeSet<String>) -> Result<Draw> {
    let Arguments { seed, count, .. } = *arguments;
    if let Some(draw) = draws.of(seed) {
        let before = draw.distributions.len();
        ensure!(
            before == count,
            "the seed {seed} drew {before} before; take `--count {before}` or another seed"
        );
        return Ok(draw.clone());
    }
    let draw = draws.draw(seed, count, &candidates(arguments)?, excluded)?;
    write_json(&Draws::path(), &draws)?;
    Ok(draw)
}

fn candidates(arguments: &Arguments) -> Result<Vec<Distribution>> {
    if arguments.pool { pool::candidates() } else { draw::candidates() }
}

fn bring(distribution: &Distribution, seed: u64, tools: &Tools) -> Result<Corpus> {
    let Distribution { name, version, .. } = distribution;
    let directory = target("unseen").join(seed.to_string()).join(name);
    let release = |kind| Corpus::distribution(name, version, kind, directory.clone());
    let sdist = release(Kind::Sdist);
    if let Err(error) = fetch_release(&sdist, tools) {
        eprintln!("{name}: no sdist, the wheel is taken: {error:#}");
        let wheel = release(Kind::Wheel);
        fetch_release(&wheel, tools)?;
        return Ok(wheel);
    }
    Ok(sdist)
}

/// Checks a distribution, prints what is found, and gives the record of the first time.
fn measure(
    distribution: &Distribution,
    release: &Corpus,
    arguments: &Arguments,
    loopmend: &Loopmend,
) -> Result<Baseline> {
    let (source, name) = (release.source(), &distribution.name);
    let path = root(format!("docs/lab/unseen/{}/{name}.json", arguments.seed));
    let has_record = path.exists();
    let record: Baseline = read_record(&path)?;
    let difference = compare(&record, check(&source, &environment(distribution)?, loopmend)?);
    print!("{}", findings(&release.pin(), &difference, &source, has_record));
    if has_record {
        return Ok(record);
    }
    let (size, findings) = (Size::measure(&source, loopmend)?, difference.entries());
    let found = Baseline { release: release.pin(), size, findings };
    if arguments.update {
        write_json(&path, &found)?;
    }
    Ok(found)
}

fn environment(distribution: &Distribution) -> Result<PathBuf> {
    if distribution.corpus == pool::NAME {
        return Ok(pool::environment());
    }
    Ok(select(&[&distribution.corpus])?.remove(0).environment())
}

/// All findings of a distribution, each with the code around it. Where there is a record, those that it does not
/// have are marked with `+`, and those that are no longer found are listed with `-`.
fn findings(release: &str, difference: &Difference, source: &Path, has_record: bool) -> String {
    let mut text = format!("{release}: {} findings\n", difference.present.len());
    for entry in &difference.present {
        let sign = if has_record && difference.new.contains(entry) { '+' } else { ' ' };
        text += &finding(sign, entry, source);
    }
    for entry in &difference.gone {
        text += &format!("- {}: {} [{}]\n      {}\n", entry.path, entry.message, entry.rule, entry.text);
    }
    text
}

fn finding(sign: char, entry: &Entry, source: &Path) -> String {
    let Entry { path, line, message, rule, confidence, .. } = entry;
    let code = excerpt(&source.join(path), *line, CONTEXT);
    let code: String = code.lines().map(|line| format!("  {line}\n")).collect();
    format!("\n{sign} {path}:{line}: {message} [{rule}, {confidence}]\n{code}")
}

/// The distributions with the verdicts on what was found in them, by confidence.
fn table(records: Vec<Baseline>) -> String {
    let records = Baseline::with_sum(records);
    let of = |record: &Baseline, confidence: &str| {
        Verdicts::of_entries(&record.findings, |entry| entry.confidence == confidence)
    };
    let table = ["certain", "likely"].into_iter().fold(with_size(&records), |table, confidence| {
        table
            .number(format!("{confidence}: true"), |record| of(record, confidence).is_true)
            .number("noise", |record| of(record, confidence).noise)
            .number("false", |record| of(record, confidence).is_false)
    });
    let unread = |record: &Baseline| Verdicts::of_entries(&record.findings, |_| true).unread;
    table.number("not yet read", unread).to_string()
}

#[cfg(test)]
mod tests {
    use super::{findings, table};
    use crate::harness::*;

    fn entry(confidence: &str, verdict: Option<Verdict>) -> Entry {
        Entry { confidence: confidence.into(), ..Entry::example("a.py", "f()", verdict) }
    }

    fn record(findings: Vec<Entry>) -> Baseline {
        Baseline { release: "x==1".into(), size: Size { files: 1, lines: 2, awaits: 3 }, findings }
    }

    #[test]
    fn verdicts_are_counted_by_confidence() {
        let findings = vec![
            entry("certain", Some(Verdict::True)),
            entry("likely", Some(Verdict::False)),
            entry("likely", Some(Verdict::Noise)),
            entry("likely", None),
        ];
        let text = table(vec![record(findings)]);
        assert!(text.contains("| x==1 | 1 | 2 | 3 | 1 | 0 | 0 | 0 | 1 | 1 | 1 |"), "{text}");
        assert!(text.contains("| all | 1 | 2 | 3 | 1 | 0 | 0 | 0 | 1 | 1 | 1 |"), "{text}");
    }

    #[test]
    fn findings_are_shown_with_their_code_and_marked_if_the_record_does_not_have_them() {
        let directory = tempfile::tempdir().unwrap();
        workspace::write(&directory.path().join("a.py"), "one\nf()\n").unwrap();
        let found = || vec![Entry { line: 2, ..entry("certain", None) }];
        let shown = findings("x==1", &compare(&record(vec![]), found()), directory.path(), false);
        let lines: Vec<_> = shown.lines().collect();
        assert_eq!((lines[0], lines[2]), ("x==1: 1 findings", "  a.py:2: words [some-rule, certain]"));
        assert_eq!(lines[3..], ["        1 | one", "  >     2 | f()"]);
        let known = Entry { text: "g()".into(), ..entry("likely", None) };
        let shown = findings("x==1", &compare(&record(vec![known]), found()), directory.path(), true);
        assert!(shown.contains("\n+ a.py:2: words [some-rule, certain]\n"), "{shown}");
        assert!(shown.ends_with("\n- a.py: words [some-rule]\n      g()\n"), "{shown}");
    }
}
