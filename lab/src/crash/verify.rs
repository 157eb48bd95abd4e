//! Kills `loopmend fix --verify` at random points, pytest with it, and compares the tree byte for byte.

use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use fastrand::Rng;

use super::tree::{Snapshot, copy, difference, same_texts, snapshot};
use crate::loopmend::Loopmend;
use crate::markdown::{self, Align};
use crate::{Outcome, workspace};

/// So many modules with a forgotten `await`, which a test imports and does not run: nothing differs, and no test runs again.
const MODULES: usize = 12;

/// The status where fixes were written that no test ran.
const UNTESTED: i32 = 3;

/// What was counted.
#[derive(Debug, Default)]
struct Counts {
    kills: usize,
    /// The tree was as before.
    before: usize,
    /// The tree was as after.
    after: usize,
    /// Files were being changed; `fix --undo` put them back.
    restored: usize,
    failures: Vec<String>,
}

/// Runs the task: so many kills.
///
/// # Errors
/// When the project cannot be made, or loopmend does not verify it undisturbed.
pub(super) fn run(kills: usize, seed: u64, update: bool) -> Result<Outcome> {
    // What is built meanwhile is not run.
    let binary = workspace::outside("crash").join("loopmend");
    fs::create_dir_all(workspace::outside("crash"))?;
    fs::copy(Loopmend::build_for_tests()?.binary(), &binary)?;
    let loopmend = Loopmend::at(&binary);
    let mut bench = Bench::make(&loopmend, seed)?;
    let mut counts = Counts::default();
    for number in 0..kills {
        bench.kill(number, &mut counts)?;
    }
    let row = |name: &str, count: usize| vec![name.to_owned(), count.to_string()];
    let rows = [
        row("runs of `fix --verify` that were killed", counts.kills),
        row("– the tree was as before", counts.before),
        row("– the tree was as after", counts.after),
        row("– files were being changed, and `fix --undo` put them back", counts.restored),
        row("trees that are neither", counts.failures.len()),
    ];
    let table = markdown::table(&[("", Align::Left), ("", Align::Right)], &rows);
    print!("{table}");
    counts.failures.iter().for_each(|failure| println!("{failure}"));
    if update {
        let page = workspace::root().join("docs/lab/fixes.md");
        markdown::write_section(&page, "Fixes", "verify-crash", &table)?;
    }
    Ok(if counts.failures.is_empty() { Outcome::Passed } else { Outcome::Failed })
}

struct Bench<'l> {
    loopmend: &'l Loopmend,
    original: PathBuf,
    tree: PathBuf,
    before: Snapshot,
    after: Snapshot,
    whole: Duration,
    /// From the first file of the journal on.
    writing: Duration,
    rng: Rng,
}

impl<'l> Bench<'l> {
    fn make(loopmend: &'l Loopmend, seed: u64) -> Result<Self> {
        let directory = workspace::outside("crash");
        let (original, tree) = (directory.join("original"), directory.join("tree"));
        workspace::remove_directory(&original)?;
        fs::create_dir_all(&original)?;
        workspace::write(
            &original.join("pyproject.toml"),
            "[tool.pytest.ini_options]\npythonpath = [\".\"]\n",
        )?;
        for number in 0..MODULES {
            let module = "saved = []\n\n\nasync def save(record):\n    saved.append(record)\n\n\nasync def handle(record):\n    save(record)\n";
            let test = format!(
                "import module_{number} as module\n\n\ndef test_saved():\n    assert module.saved == []\n"
            );
            workspace::write(&original.join(format!("module_{number}.py")), module)?;
            workspace::write(&original.join(format!("test_{number}.py")), &test)?;
        }
        let before = snapshot(&original)?;
        let mut bench = Self {
            loopmend,
            original,
            tree,
            before,
            after: Snapshot::new(),
            whole: Duration::ZERO,
            writing: Duration::ZERO,
            rng: Rng::with_seed(seed),
        };
        copy(&bench.original, &bench.tree)?;
        let start = Instant::now();
        let mut child = bench.start()?;
        let writes = bench.wait_for(&["draft", "pending"], &mut child)?;
        let status = child.wait()?;
        (bench.whole, bench.writing) = (start.elapsed(), writes.elapsed());
        ensure!(
            status.code() == Some(UNTESTED),
            "`loopmend fix --verify` does not succeed undisturbed: {status}"
        );
        bench.after = snapshot(&bench.tree)?;
        ensure!(
            !same_texts(&bench.after, &bench.before),
            "`loopmend fix --verify` fixes nothing undisturbed"
        );
        Ok(bench)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.loopmend.command(&self.tree);
        command.arg("fix").args(arguments).args(["--isolated", "--no-cache"]);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    fn start(&self) -> Result<Child> {
        let python = workspace::target().join("probes-venv/bin/python");
        let mut command = self.command(&["--verify", "--unsafe", "--allow-dirty", "--all-tests"]);
        // pytest starts sooner without the other plugins of that environment.
        command
            .arg("--python")
            .arg(python)
            .env("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
            .spawn()
            .context("cannot start loopmend")
    }

    /// When a part of the journal is there, or the process ends.
    fn wait_for(&self, parts: &[&str], child: &mut Child) -> Result<Instant> {
        let journal = self.tree.join(".loopmend-fix");
        while !parts.iter().any(|part| journal.join(part).exists()) && child.try_wait()?.is_none() {
            std::thread::sleep(Duration::from_micros(100));
        }
        Ok(Instant::now())
    }

    /// Kills a run: any time, and two times of four while files are written.
    fn kill(&mut self, number: usize, counts: &mut Counts) -> Result<()> {
        copy(&self.original, &self.tree)?;
        let mut child = self.start()?;
        let span = match number % 4 {
            2 => self.wait_for(&["draft", "pending"], &mut child).map(|_| self.writing)?,
            3 => self.wait_for(&["pending"], &mut child).map(|_| self.writing)?,
            _ => self.whole,
        };
        std::thread::sleep(span.mul_f64(self.rng.f64() * 1.02));
        // It may have ended by itself.
        let _ = child.kill();
        child.wait()?;
        counts.kills += 1;
        let was_pending = self.tree.join(".loopmend-fix/pending").exists();
        if was_pending {
            self.command(&["--undo"]).status()?;
        }
        let now = snapshot(&self.tree)?;
        let stage = if difference(&self.before, &now).is_none() {
            if was_pending { &mut counts.restored } else { &mut counts.before }
        } else if same_texts(&self.after, &now) {
            &mut counts.after
        } else {
            counts.failures.push(format!("kill {number}: the tree is neither as before nor as after"));
            return Ok(());
        };
        *stage += 1;
        Ok(())
    }
}
