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
    /// The template of the time that is left.
    left: &'static str,
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
            left: "{eta}",
            bar: OnceLock::new(),
        }
    }

    /// Shows one part of a run that began at `start`; `label` says what is done.
    pub(crate) fn of(self, start: Instant, label: String) -> Self {
        Self { start, label, ..self }
    }

    /// Has tests counted, not files.
    pub(crate) fn of_tests(self, label: &str) -> Self {
        Self { label: label.to_owned(), unit: "tests", left: "{prefix}", ..self }
    }

    /// Takes note that `done` of `all` files are done; from any thread, in any order.
    pub(crate) fn update(&self, done: usize, all: usize) {
        self.update_with(done, all, |_| None);
    }

    fn update_with(&self, done: usize, all: usize, prefix: impl Fn(&ProgressBar) -> Option<String>) {
        if !self.shown || self.start.elapsed() < SILENCE {
            return;
        }
        let style = || style(self.unit, self.left);
        let new = || ProgressBar::new(all as u64).with_style(style()).with_message(self.label.clone());
        let bar = self.bar.get_or_init(new);
        if let Some(prefix) = prefix(bar) {
            bar.set_prefix(prefix);
        }
        bar.set_length(all as u64);
        bar.set_position(bar.position().max(done as u64));
    }

    /// Takes note of the same where the rest takes a limited time: no longer time is shown.
    pub(crate) fn update_at_most(&self, done: usize, all: usize, limit: Duration) {
        // Before the first test has ended, nothing is known of the others.
        let left = |bar: &ProgressBar| if done == 0 { limit } else { bar.eta().min(limit) };
        self.update_with(done, all, |bar| Some(short(left(bar))));
    }

    /// Takes the bar away.
    pub(crate) fn finish(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}

fn template(unit: &str, left: &str) -> String {
    format!("{{msg}} {{bar:40}} {{pos}}/{{len}} {unit}, {left} left")
}

fn style(unit: &str, left: &str) -> ProgressStyle {
    ProgressStyle::with_template(&template(unit, left)).unwrap_or_else(|_| ProgressStyle::default_bar())
}

/// A time in its largest unit, rounded down: `90s`, `2m`.
fn short(time: Duration) -> String {
    match time.as_secs() {
        seconds if seconds < 120 => format!("{seconds}s"),
        seconds if seconds < 2 * 3600 => format!("{}m", seconds / 60),
        seconds => format!("{}h", seconds / 3600),
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use indicatif::ProgressStyle;

    use super::{Progress, SILENCE, short, template};

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
        assert!(ProgressStyle::with_template(&template("tests", "{prefix}")).is_ok());
    }

    #[test]
    fn no_time_is_shown_that_is_longer_than_what_is_left() {
        let start = Instant::now().checked_sub(SILENCE).unwrap();
        let progress = Progress { shown: true, ..Progress::start(true).of(start, String::new()) };
        let progress = progress.of_tests("Before");
        for limit in [5, 4, 0] {
            progress.update_at_most(0, 2, Duration::from_secs(limit));
            let shown = progress.bar.get().unwrap().prefix();
            assert_eq!(shown, format!("{limit}s"));
        }
        progress.update_at_most(1, 2, Duration::from_secs(3));
        let shown = progress.bar.get().unwrap().prefix();
        assert!(shown.trim_end_matches('s').parse::<u64>().unwrap() <= 3, "{shown}");
        let words = [0, 119, 120, 7199, 7200, 1 << 41].map(|seconds| short(Duration::from_secs(seconds)));
        assert_eq!(words, ["0s", "119s", "2m", "119m", "2h", "610839793h"]);
    }
}
