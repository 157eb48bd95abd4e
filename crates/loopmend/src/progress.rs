//! A bar on standard error for runs that take long, on a terminal only.

use std::io::IsTerminal;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// Shorter runs show nothing.
const SILENCE: Duration = Duration::from_secs(1);

/// How far a run is.
pub(crate) struct Progress {
    start: Instant,
    shown: bool,
    bar: OnceLock<ProgressBar>,
}

impl Progress {
    /// Starts the clock; `wanted` is false for `-q`.
    pub(crate) fn start(wanted: bool) -> Self {
        Self { start: Instant::now(), shown: wanted && std::io::stderr().is_terminal(), bar: OnceLock::new() }
    }

    /// Takes note that `done` of `all` files are done; from any thread, in any order.
    pub(crate) fn update(&self, done: usize, all: usize) {
        if !self.shown || self.start.elapsed() < SILENCE {
            return;
        }
        let bar = self.bar.get_or_init(|| ProgressBar::new(all as u64).with_style(style()));
        bar.set_length(all as u64);
        bar.set_position(bar.position().max(done as u64));
    }

    /// Takes the bar away.
    pub(crate) fn finish(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}

fn style() -> ProgressStyle {
    ProgressStyle::with_template("Checking {bar:40} {pos}/{len} files")
        .unwrap_or_else(|_| ProgressStyle::default_bar())
}
