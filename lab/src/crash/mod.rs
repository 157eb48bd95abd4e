//! Kills `loopmend fix` at random points, fills its disk, and compares what is left byte for byte.

mod bench;
mod tree;
mod verify;

use std::fs;

use crate::harness::*;

use bench::Bench;
use tree::{copy, difference, generate, snapshot, torn};

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
    #[command(flatten)]
    common: Common,
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

/// Runs the task. Fails if the tree cannot be made, or loopmend cannot be run.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let loopmend = arguments.common.loopmend(Loopmend::build_for_tests)?;
    if let Some(kills) = arguments.verify {
        return verify::run(kills, arguments.seed, &loopmend, arguments.common.update);
    }
    let corpus = ready(&[CORPUS])?.remove(0);
    let mut bench = make(loopmend, &corpus.source(), arguments)?;
    let mut counts = Counts::default();
    for number in 0..arguments.kills {
        kill(&mut bench, number, &mut counts)?;
    }
    fill_disks(&mut bench, arguments, &mut counts)?;
    publish("fixes.md", "crash", &table(&counts, arguments.files), arguments.common.update)?;
    counts.failures.iter().for_each(|failure| println!("{failure}"));
    Ok(Outcome::passed_if(counts.failures.is_empty()))
}

/// A tree with files that are fixed.
fn make(loopmend: Loopmend, source: &Path, arguments: &Arguments) -> Result<Bench> {
    let directory = target("crash");
    let mut rng = fastrand::Rng::with_seed(arguments.seed);
    copy(source, &directory.join("original"))?;
    generate(&directory.join("original"), arguments.files, &mut rng)?;
    let mut bench = Bench::new(loopmend, &directory, rng)?;
    let cache = directory.join("cache").display().to_string();
    bench.always = ["--isolated", "--cache-dir", &cache].map(str::to_owned).to_vec();
    bench.fix = ["--unsafe", "--allow-dirty"].map(str::to_owned).to_vec();
    // Once to fill the cache, once to measure.
    for _ in 0..2 {
        bench.run_undisturbed(0)?;
    }
    let changed = bench.after.iter().filter(|(name, entry)| bench.before.get(*name) != Some(entry)).count();
    ensure!(changed >= arguments.files, "only {changed} files were fixed");
    Ok(bench)
}

fn kill(bench: &mut Bench, number: usize, counts: &mut Counts) -> Result<()> {
    match number % 4 {
        0 => bench.kill(&[], bench.whole)?,
        1 => bench.kill(&["draft", "pending"], bench.writing)?,
        _ => bench.kill(&["pending"], bench.changing)?,
    }
    counts.kills += 1;
    let is_done = bench.has_journal("done");
    let stage = if bench.has_journal("pending") {
        &mut counts.pending
    } else if is_done {
        &mut counts.done
    } else if bench.has_journal("draft") {
        &mut counts.draft
    } else {
        &mut counts.early
    };
    *stage += 1;
    let (torn_files, half_written) = torn(&snapshot(&bench.tree)?, &bench.before, &bench.after);
    counts.half_written += half_written;
    if torn_files > 0 {
        counts.failures.push(format!("kill {number}: {torn_files} files are torn"));
    }
    if number.is_multiple_of(3) {
        // Whoever puts the files back may be killed as well.
        let mut child = bench.command(&["--undo"]).spawn()?;
        std::thread::sleep(bench.writing.mul_f64(bench.rng.f64() * 0.5));
        let _ = child.kill();
        child.wait()?;
        counts.again += usize::from(bench.has_journal("pending"));
    }
    let arguments: &[&str] = if is_done || number.is_multiple_of(2) { &["--undo"] } else { &[] };
    // Where nothing had begun, there is nothing to take back, which is status 2.
    let status = bench.command(arguments).status()?;
    if let Some(name) = difference(&bench.before, &snapshot(&bench.tree)?) {
        counts.failures.push(format!("kill {number}: {} differs ({status})", name.display()));
    }
    Ok(())
}

/// Fixes trees on file systems on which the room ends at different points.
fn fill_disks(bench: &mut Bench, arguments: &Arguments, counts: &mut Counts) -> Result<()> {
    let disk = target("crash/disk");
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
    bench: &mut Bench,
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
        if bench.has_journal("pending") {
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
    let rows = [
        ("files that one run fixes", files),
        ("runs that were killed", counts.kills),
        ("– before anything was written", counts.early),
        ("– while the journal was written down", counts.draft),
        ("– while files were changed", counts.pending),
        ("– after the last one", counts.done),
        ("killed again while files were put back", counts.again),
        ("files with several names that were half written in between", counts.half_written),
        ("runs on a disk that was full", counts.full),
        ("– that were refused, every file as it was", counts.full_refused),
        ("trees that differ afterwards, torn files, other failures", counts.failures.len()),
    ];
    Table::of(&rows).words("", |row| row.0).number("", |row| row.1).to_string()
}
