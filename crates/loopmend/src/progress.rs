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
    /// The name of the step.
    label: String,
    /// The unit of the numbers: files or tests.
    unit: &'static str,
    bar: OnceLock<ProgressBar>,
}

impl Progress {
    /// Starts the clock; `wanted` is false for `-q`.
    pub(crate) fn start(wanted: bool) -> Self {
        let shown = wanted && std::io::stderr().is_terminal();
        Self {
            start: Instant::now(),
            shown,
            label: "Checking".to_owned(),
            unit: "files",
            bar: OnceLock::new(),
        }
    }

    /// Shows one part of a run that began at `start`; `label` says what is done.
    pub(crate) fn of(self, start: Instant, label: String) -> Self {
        Self { start, label, ..self }
    }

    /// Has tests counted, not files.
    pub(crate) fn of_tests(self, label: &str) -> Self {
        Self { label: label.to_owned(), unit: "tests", ..self }
    }

    /// Takes note that `done` of `all` files are done; from any thread, in any order.
    pub(crate) fn update(&self, done: usize, all: usize) {
        if !self.shown || self.start.elapsed() < SILENCE {
            return;
        }
        let new =
            || ProgressBar::new(all as u64).with_style(style(self.unit)).with_message(self.label.clone());
        let bar = self.bar.get_or_init(new);
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

fn template(unit: &str) -> String {
    format!("{{msg}} {{bar:40}} {{pos}}/{{len}} {unit}, {{eta}} left")
}

fn style(unit: &str) -> ProgressStyle {
    ProgressStyle::with_template(&template(unit)).unwrap_or_else(|_| ProgressStyle::default_bar())
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use indicatif::ProgressStyle;

    use super::{Progress, SILENCE, template};

    #[test]
    fn a_part_of_a_long_run_shows_what_is_done_at_once() {
        let start = Instant::now().checked_sub(SILENCE).unwrap();
        let progress = Progress { shown: true, ..Progress::start(true) };
        progress.update(1, 4);
        assert!(progress.bar.get().is_none(), "a short run shows nothing");
        let progress = progress.of(start, "Checking 3 fixes".to_owned());
        progress.update(3, 4);
        progress.update(2, 4);
        let bar = progress.bar.get().unwrap();
        assert_eq!((bar.position(), bar.length(), bar.message().as_str()), (3, Some(4), "Checking 3 fixes"));
        assert!(ProgressStyle::with_template(&template("tests")).is_ok());
    }
}
