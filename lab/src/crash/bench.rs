//! A tree, `loopmend fix` on copies of it, and how long that takes.

use std::fs;
use std::process::Child;
use std::time::{Duration, Instant};

use fastrand::Rng;

use super::tree::{Snapshot, copy, snapshot};
use crate::harness::*;

/// The tree and its copy.
pub(super) struct Bench {
    loopmend: Loopmend,
    original: PathBuf,
    /// The copy that is fixed.
    pub(super) tree: PathBuf,
    /// The tree before.
    pub(super) before: Snapshot,
    /// The tree after an undisturbed run.
    pub(super) after: Snapshot,
    /// What each `loopmend fix` takes, `--undo` too.
    pub(super) always: Vec<String>,
    /// What one that fixes takes.
    pub(super) fix: Vec<String>,
    /// How long an undisturbed run takes.
    pub(super) whole: Duration,
    /// From the first file of the journal on.
    pub(super) writing: Duration,
    /// From the moment on that the journal is complete.
    pub(super) changing: Duration,
    /// What the points are made from.
    pub(super) rng: Rng,
}

impl Bench {
    /// Of the tree `original` in a directory. Fails if the tree cannot be read.
    pub(super) fn new(loopmend: Loopmend, directory: &Path, rng: Rng) -> Result<Self> {
        let original = directory.join("original");
        Ok(Self {
            loopmend,
            tree: directory.join("tree"),
            before: snapshot(&original)?,
            original,
            after: Snapshot::new(),
            always: Vec::new(),
            fix: Vec::new(),
            whole: Duration::ZERO,
            writing: Duration::ZERO,
            changing: Duration::ZERO,
            rng,
        })
    }

    /// `loopmend fix` on the copy.
    pub(super) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.loopmend.command(&self.tree);
        command.arg("fix").args(arguments).args(&self.always);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    fn start(&self) -> Result<Child> {
        copy(&self.original, &self.tree)?;
        let fix: Vec<&str> = self.fix.iter().map(String::as_str).collect();
        // pytest starts sooner without the other plugins of its environment.
        let mut command = self.command(&fix);
        command.env("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1").spawn().context("cannot start loopmend")
    }

    /// Whether a part of the journal is there.
    pub(super) fn has_journal(&self, part: &str) -> bool {
        self.tree.join(".loopmend-fix").join(part).exists()
    }

    /// Waits until a part of the journal is there, or the process ends.
    fn wait_for(&self, parts: &[&str], child: &mut Child) -> Result<Instant> {
        const STEP: Duration = Duration::from_micros(100);
        while !parts.iter().any(|part| self.has_journal(part)) && child.try_wait()?.is_none() {
            std::thread::sleep(STEP);
        }
        Ok(Instant::now())
    }

    /// Fixes a fresh copy and measures how long that takes. Fails if it does not end with this status.
    pub(super) fn run_undisturbed(&mut self, status: i32) -> Result<()> {
        let start = Instant::now();
        let mut child = self.start()?;
        let written = self.wait_for(&["draft", "pending"], &mut child)?;
        let changed = self.wait_for(&["pending"], &mut child)?;
        let ended = child.wait()?;
        ensure!(ended.code() == Some(status), "`loopmend fix` does not succeed undisturbed: {ended}");
        self.whole = start.elapsed();
        (self.writing, self.changing) = (written.elapsed(), changed.elapsed());
        self.after = snapshot(&self.tree)?;
        Ok(())
    }

    /// Kills a run on a fresh copy at a random point of a span, which begins with one of the parts of the journal if there are some.
    /// Fails if it cannot be started.
    pub(super) fn kill(&mut self, parts: &[&str], span: Duration) -> Result<()> {
        let mut child = self.start()?;
        if !parts.is_empty() {
            self.wait_for(parts, &mut child)?;
        }
        std::thread::sleep(span.mul_f64(self.rng.f64() * 1.02));
        // It may have ended by itself.
        let _ = child.kill();
        child.wait()?;
        Ok(())
    }
}

/// Makes a directory anew. Fails if a file cannot be read or written.
pub(super) fn make_directory(directory: &Path) -> Result<()> {
    workspace::remove_directory(directory)?;
    fs::create_dir_all(directory).with_context(|| format!("cannot make {}", directory.display()))
}
