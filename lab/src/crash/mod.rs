//! Kills `loopmend fix` at random points, fills its disk, and compares what is left byte for byte.

mod tree;
mod verify;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use fastrand::Rng;

use crate::corpus::{fetch_all, select};
use crate::loopmend::Loopmend;
use crate::markdown::{self, Align};
use crate::{Outcome, workspace};
use tree::{Snapshot, copy, difference, generate, snapshot, torn};

/// The files of this corpus stand beside those that are fixed.
const CORPUS: &str = "anyio";

/// The status of a run that could not do what it was asked.
const REFUSED: i32 = 2;

/// The arguments of `cargo lab crash`.
#[derive(clap::Args)]
#[command(after_help = "\
A copy of a corpus gets files with findings, hard and symbolic links among them. `loopmend fix --unsafe` is killed with SIGKILL \
at a random point: three times of four while it writes. Then `loopmend fix --undo` or another `loopmend fix` runs, and the tree \
must be what it was before: bytes, modes, modification times, symbolic links and sets of hard links. The full disks are small \
file systems in memory, which only root can mount; without, they are left out.")]
pub(crate) struct Arguments {
    /// How often it is killed
    #[arg(long, default_value_t = 300)]
    kills: usize,
    /// How often the disk is full
    #[arg(long, default_value_t = 20)]
    full: usize,
    /// How many files are fixed
    #[arg(long, default_value_t = 160)]
    files: usize,
    /// What the points are made from
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Kill `fix --verify` so many times instead, in the environment of `cargo xtask probes --environment`
    #[arg(long, value_name = "KILLS", num_args = 0..=1, default_missing_value = "200")]
    verify: Option<usize>,
    /// Write the table to docs/lab/fixes.md
    #[arg(long)]
    update: bool,
}

/// What was counted.
#[derive(Debug, Default)]
struct Counts {
    kills: usize,
    /// Before anything was written down.
    early: usize,
    /// While it was written down, and nothing was changed.
    draft: usize,
    /// While files were being changed.
    pending: usize,
    /// When all had been done.
    done: usize,
    /// In the middle of putting files back, after another kill.
    again: usize,
    /// Files in place that were half written when the process was gone.
    half_written: usize,
    full: usize,
    full_refused: usize,
    failures: Vec<String>,
}

/// Runs the task.
///
/// # Errors
/// When the tree cannot be made, or loopmend cannot be run.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    if let Some(kills) = arguments.verify {
        return verify::run(kills, arguments.seed, arguments.update);
    }
    let corpora = select(&[CORPUS.to_owned()])?;
    if !corpora[0].source().is_dir() {
        fetch_all(&corpora)?;
    }
    let loopmend = Loopmend::build_for_tests()?;
    let directory = workspace::target().join("crash");
    let mut bench = Bench::make(&loopmend, &directory, &corpora[0].source(), arguments)?;
    let mut counts = Counts::default();
    for number in 0..arguments.kills {
        bench.kill(number, &mut counts)?;
    }
    fill_disks(&mut bench, arguments, &mut counts)?;
    let table = table(&counts, arguments.files);
    print!("{table}");
    for failure in &counts.failures {
        println!("{failure}");
    }
    if arguments.update {
        markdown::write_section(&workspace::root().join("docs/lab/fixes.md"), "Fixes", "crash", &table)?;
    }
    Ok(if counts.failures.is_empty() { Outcome::Passed } else { Outcome::Failed })
}

/// A tree and how long it takes to fix it.
struct Bench<'l> {
    loopmend: &'l Loopmend,
    original: PathBuf,
    tree: PathBuf,
    cache: PathBuf,
    before: Snapshot,
    after: Snapshot,
    whole: Duration,
    /// From the first file of the journal on.
    writing: Duration,
    /// From the moment on that the journal is complete.
    changing: Duration,
    rng: Rng,
}

impl<'l> Bench<'l> {
    fn make(loopmend: &'l Loopmend, directory: &Path, source: &Path, arguments: &Arguments) -> Result<Self> {
        let mut rng = Rng::with_seed(arguments.seed);
        let original = directory.join("original");
        copy(source, &original)?;
        generate(&original, arguments.files, &mut rng)?;
        let mut bench = Self {
            loopmend,
            tree: directory.join("tree"),
            cache: directory.join("cache"),
            before: snapshot(&original)?,
            after: Snapshot::new(),
            original,
            whole: Duration::ZERO,
            writing: Duration::ZERO,
            changing: Duration::ZERO,
            rng,
        };
        // Once to fill the cache, once to measure.
        for _ in 0..2 {
            copy(&bench.original, &bench.tree)?;
            let start = Instant::now();
            let mut child = bench.start()?;
            let written = bench.wait_for(&["draft", "pending"], &mut child)?;
            let changed = bench.wait_for(&["pending"], &mut child)?;
            ensure!(child.wait()?.success(), "`loopmend fix` does not succeed undisturbed");
            bench.whole = start.elapsed();
            (bench.writing, bench.changing) = (written.elapsed(), changed.elapsed());
        }
        bench.after = snapshot(&bench.tree)?;
        let changed =
            bench.after.iter().filter(|(name, entry)| bench.before.get(*name) != Some(entry)).count();
        ensure!(changed >= arguments.files, "only {changed} files were fixed");
        Ok(bench)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.loopmend.command(&self.tree);
        command.arg("fix").args(arguments).args(["--isolated", "--cache-dir"]).arg(&self.cache);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    fn start(&self) -> Result<Child> {
        self.command(&["--unsafe", "--allow-dirty"]).spawn().context("cannot start loopmend")
    }

    fn journal(&self, name: &str) -> PathBuf {
        self.tree.join(".loopmend-fix").join(name)
    }

    /// When a part of the journal is there, or the process ends.
    fn wait_for(&self, parts: &[&str], child: &mut Child) -> Result<Instant> {
        const STEP: Duration = Duration::from_micros(100);
        while !parts.iter().any(|part| self.journal(part).exists()) && child.try_wait()?.is_none() {
            std::thread::sleep(STEP);
        }
        Ok(Instant::now())
    }

    fn kill(&mut self, number: usize, counts: &mut Counts) -> Result<()> {
        copy(&self.original, &self.tree)?;
        let mut child = self.start()?;
        let span = match number % 4 {
            0 => self.whole,
            1 => self.wait_for(&["draft", "pending"], &mut child).map(|_| self.writing)?,
            _ => self.wait_for(&["pending"], &mut child).map(|_| self.changing)?,
        };
        std::thread::sleep(span.mul_f64(self.rng.f64() * 1.02));
        // It may have ended by itself.
        let _ = child.kill();
        child.wait()?;

        counts.kills += 1;
        let is_done = self.journal("done").exists();
        let stage = if self.journal("pending").exists() {
            &mut counts.pending
        } else if is_done {
            &mut counts.done
        } else if self.journal("draft").exists() {
            &mut counts.draft
        } else {
            &mut counts.early
        };
        *stage += 1;
        let (torn_files, half_written) = torn(&snapshot(&self.tree)?, &self.before, &self.after);
        counts.half_written += half_written;
        if torn_files > 0 {
            counts.failures.push(format!("kill {number}: {torn_files} files are torn"));
        }
        if number.is_multiple_of(3) {
            // Whoever puts the files back may be killed as well.
            let mut child = self.command(&["--undo"]).spawn()?;
            std::thread::sleep(self.writing.mul_f64(self.rng.f64() * 0.5));
            let _ = child.kill();
            child.wait()?;
            counts.again += usize::from(self.journal("pending").exists());
        }
        let arguments: &[&str] = if is_done || number.is_multiple_of(2) { &["--undo"] } else { &[] };
        // Where nothing had begun, there is nothing to take back, which is status 2.
        let status = self.command(arguments).status()?;
        if let Some(name) = difference(&self.before, &snapshot(&self.tree)?) {
            counts.failures.push(format!("kill {number}: {} differs ({status})", name.display()));
        }
        Ok(())
    }
}

/// Fixes trees on file systems on which the room ends at different points.
fn fill_disks(bench: &mut Bench<'_>, arguments: &Arguments, counts: &mut Counts) -> Result<()> {
    let disk = workspace::target().join("crash/disk");
    for number in 0..arguments.full {
        fs::create_dir_all(&disk)?;
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=16m", "tmpfs"]).arg(&disk).stderr(Stdio::null());
        if !mount.status().is_ok_and(|status| status.success()) {
            println!("no file system can be mounted: the full disks are left out");
            return Ok(());
        }
        let outcome = fill_disk(bench, &disk, (number, arguments), counts);
        workspace::run_visibly(Command::new("umount").arg(&disk))?;
        outcome?;
    }
    Ok(())
}

fn fill_disk(
    bench: &mut Bench<'_>,
    disk: &Path,
    (number, arguments): (usize, &Arguments),
    counts: &mut Counts,
) -> Result<()> {
    let original = disk.join("original");
    fs::create_dir(&original)?;
    generate(&original, arguments.files, &mut bench.rng)?;
    let tree = std::mem::replace(&mut bench.tree, original);
    let before = snapshot(&bench.tree)?;
    let needed = before.len() as u64 * 4096;
    let left = needed * number as u64 / arguments.full as u64 + bench.rng.u64(..needed / 20);
    leave_room(&disk.join("ballast"), left)?;
    let status = bench.command(&["--unsafe", "--allow-dirty"]).status()?;
    counts.full += 1;
    if status.code() == Some(REFUSED) {
        counts.full_refused += 1;
        if let Some(name) = difference(&before, &snapshot(&bench.tree)?) {
            counts.failures.push(format!("full disk {number}: {} differs", name.display()));
        }
        if bench.journal("pending").exists() {
            counts.failures.push(format!("full disk {number}: files were not put back"));
        }
    } else if !status.success() {
        counts.failures.push(format!("full disk {number}: {status}"));
    }
    bench.tree = tree;
    Ok(())
}

/// Fills a file system until so many bytes are left.
fn leave_room(ballast: &Path, left: u64) -> Result<()> {
    use std::io::Write;
    const PAGE: usize = 4096;
    let mut file = fs::File::create(ballast)?;
    while file.write_all(&[0; PAGE]).is_ok() {}
    let length = file.metadata()?.len();
    file.set_len(length.saturating_sub(left))?;
    Ok(())
}

fn table(counts: &Counts, files: usize) -> String {
    let columns = [("", Align::Left), ("", Align::Right)];
    let row = |name: &str, count: usize| vec![name.to_owned(), count.to_string()];
    let rows = [
        row("files that one run fixes", files),
        row("runs that were killed", counts.kills),
        row("– before anything was written", counts.early),
        row("– while the journal was written down", counts.draft),
        row("– while files were changed", counts.pending),
        row("– after the last one", counts.done),
        row("killed again while files were put back", counts.again),
        row("files with several names that were half written in between", counts.half_written),
        row("runs on a disk that was full", counts.full),
        row("– that were refused, every file as it was", counts.full_refused),
        row("trees that differ afterwards, torn files, other failures", counts.failures.len()),
    ];
    markdown::table(&columns, &rows)
}
