//! What `fix --verify` costs besides the runs of pytest: on a real suite, in pairs with two plain runs of it.

use std::time::{Duration, Instant};

use crate::harness::*;

/// The corpus whose suite runs: more than a thousand quick tests.
const CORPUS: &str = "starlette";
/// A file with one finding, which no test imports: nothing differs, so the suite runs once on each side.
const MODULE: (&str, &str) =
    ("starlette/_measured.py", "async def save():\n    pass\n\n\nasync def handle():\n    save()\n");
/// Of the time of pytest.
const LIMIT: f64 = 0.1;

/// The report of `fix --verify`, as far as it is needed.
#[derive(Debug, Deserialize)]
struct Report {
    before: Side,
    /// In all, and of pytest.
    seconds: (f64, f64),
}

#[derive(Debug, Deserialize)]
struct Side {
    counts: Counts,
}

#[derive(Debug, Deserialize)]
struct Counts {
    selected: usize,
}

/// One pair, in seconds.
#[derive(Clone, Copy, Debug)]
struct Pair {
    tests: usize,
    /// Two runs of pytest alone.
    plain: f64,
    /// `fix --verify` in all, and pytest in it.
    verified: (f64, f64),
}

impl Pair {
    /// What is besides the runs of pytest, as a share of them.
    fn besides(&self) -> f64 {
        (self.verified.0 - self.verified.1) / self.verified.1
    }

    /// What is more than two plain runs, as a share of them.
    fn more(&self) -> f64 {
        (self.verified.0 - self.plain) / self.plain
    }
}

/// Runs the task: so many pairs. Fails if the corpus cannot be fetched or copied, or loopmend fails on it.
pub(super) fn run(pairs: usize, loopmend: &Loopmend, update: bool) -> Result<Outcome> {
    let corpus = ready(&[CORPUS])?.remove(0);
    let pairs = (0..pairs).map(|_| measure(&corpus, loopmend)).collect::<Result<Vec<_>>>()?;
    let seconds = |value: f64| format!("{value:.1} s");
    let percent = |value: f64| format!("{:.1} %", 100.0 * value);
    let table = Table::of(&pairs)
        .number("tests", |pair| pair.tests)
        .number("pytest alone, twice", |pair| seconds(pair.plain))
        .number("`fix --verify`", |pair| seconds(pair.verified.0))
        .number("of which pytest", |pair| seconds(pair.verified.1))
        .number("besides pytest", |pair| percent(pair.besides()))
        .number("more than pytest alone, twice", |pair| percent(pair.more()));
    publish("fixes.md", "verified-overhead", &table.to_string(), update)?;
    Ok(Outcome::passed_if(pairs.iter().all(|pair| pair.besides() < LIMIT)))
}

fn measure(corpus: &Corpus, loopmend: &Loopmend) -> Result<Pair> {
    let directory = workspace::outside("overhead");
    let tree = directory.join(&corpus.name);
    copy_afresh(&corpus.source(), &tree)?;
    workspace::write(&tree.join(MODULE.0), MODULE.1)?;
    let first = plain(corpus, &tree)?;
    let report = directory.join("report.json");
    let mut command = loopmend.command(&tree);
    command.args(["fix", "--verify", "--unsafe", "--allow-dirty", "--all-tests", "--no-cache"]);
    command.args(["--select", "1xx"]);
    command.arg("--report").arg(&report).arg("--python").arg(corpus.environment());
    workspace::run_captured(&mut command, &[0, 1, 3])?;
    let second = plain(corpus, &tree)?;
    let report: Report = read_json(&report)?;
    Ok(Pair {
        tests: report.before.counts.selected,
        plain: (first + second).as_secs_f64(),
        verified: report.seconds,
    })
}

/// Runs the suite without loopmend. Some tests may fail, as they do with it.
fn plain(corpus: &Corpus, tree: &Path) -> Result<Duration> {
    let mut command = Command::new(corpus.environment().join("bin/python"));
    command.args(["-m", "pytest"]).current_dir(tree);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let started = Instant::now();
    let status = command.status()?;
    ensure!(matches!(status.code(), Some(0 | 1)), "pytest ends with {status}");
    Ok(started.elapsed())
}
