//! How far a run is, on standard error: a bar on a terminal, and lines elsewhere.

use std::io::IsTerminal;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::output::Output;

/// Shorter runs show nothing.
const SILENCE: Duration = Duration::from_secs(1);

/// Without a terminal, a line says how far a long command is at least once in this time.
const PERIOD: Duration = Duration::from_secs(10);

/// The progress of a run.
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

/// The phases of a long command. Each has a line. Where standard error is no terminal, further lines say how far the phase is.
pub(crate) struct Phases {
    output: Output,
    shared: Arc<Shared>,
    speaker: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    phase: Mutex<Option<Phase>>,
    /// Notified when the command ends.
    ended: Condvar,
}

impl Shared {
    fn phase(&self) -> MutexGuard<'_, Option<Phase>> {
        self.phase.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Phases {
    /// Begins with a phase that is shown once it takes long. Prints no lines every ten seconds if the output is quiet, or if it is
    /// verbose, because pytest then shows its own progress.
    pub(crate) fn start(output: &Output, words: &str) -> Self {
        let shared = Arc::new(Shared::default());
        *shared.phase() = Some(Phase::new(words, Instant::now()));
        let speaks = !output.quiet() && !output.verbose() && !std::io::stderr().is_terminal();
        let (heard, output) = (Arc::clone(&shared), *output);
        let speak = move || speak(&heard, &output);
        // Without a thread, each phase still has its line.
        let speaker = speaks.then(|| thread::Builder::new().spawn(speak).ok()).flatten();
        Self { output, shared, speaker }
    }

    /// Begins a phase, and prints its line.
    pub(crate) fn begin(&self, words: &str) {
        self.output.notice(words);
        self.begin_silently(words);
    }

    /// Begins a phase that is shown once it takes long.
    pub(crate) fn begin_silently(&self, words: &str) {
        *self.shared.phase() = Some(Phase::new(words, Instant::now()));
    }

    /// Records how many tests of the phase have ended.
    pub(crate) fn update(&self, done: usize, all: usize) {
        if let Some(phase) = &mut *self.shared.phase() {
            phase.counted = (done, all);
        }
    }

    /// Records how many files of the phase are checked; from any thread, in any order.
    pub(crate) fn update_files(&self, done: usize, all: usize) {
        if let Some(phase) = &mut *self.shared.phase() {
            phase.counted = (phase.counted.0.max(done), all);
            phase.unit = " files";
        }
    }
}

impl Drop for Phases {
    fn drop(&mut self) {
        *self.shared.phase() = None;
        self.shared.ended.notify_all();
        if let Some(speaker) = self.speaker.take() {
            // A line about progress is no reason to fail.
            let _ended = speaker.join();
        }
    }
}

/// Prints how far the phase is, until the command ends.
fn speak(shared: &Shared, output: &Output) {
    let mut phase = shared.phase();
    while let Some(now) = &mut *phase {
        match now.take_line(Instant::now()) {
            Ok(line) => output.notice(&line),
            Err(pause) => {
                let waited = shared.ended.wait_timeout(phase, pause);
                phase = waited.unwrap_or_else(PoisonError::into_inner).0;
            }
        }
    }
}

/// A phase of a command.
struct Phase {
    words: String,
    began: Instant,
    /// The time of its last line.
    said: Instant,
    /// How many tests or files are done, of how many; zero of zero where none are counted.
    counted: (usize, usize),
    /// The words after these numbers.
    unit: &'static str,
}

impl Phase {
    fn new(words: &str, now: Instant) -> Self {
        Self { words: words.to_owned(), began: now, said: now, counted: (0, 0), unit: "" }
    }

    /// Returns the line that is due, or the time until one is.
    fn take_line(&mut self, now: Instant) -> Result<String, Duration> {
        let silence = now.duration_since(self.said);
        if silence < PERIOD {
            return Err(PERIOD - silence);
        }
        self.said = now;
        let seconds = now.duration_since(self.began).as_secs();
        let unit = self.unit;
        Ok(match self.counted {
            (_, 0) => format!("{}: {seconds} s", self.words),
            (done, all) => format!("{}: {done} of {all}{unit}, {seconds} s", self.words),
        })
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

    use super::{PERIOD, Phase, Progress, SILENCE, short, template};

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
    fn a_phase_has_a_line_every_ten_seconds() {
        let start = Instant::now();
        let at = |seconds| start + Duration::from_secs(seconds);
        let mut phase = Phase::new("running the tests with 25 fixes", start);
        assert_eq!(phase.take_line(at(0)), Err(PERIOD));
        assert_eq!(phase.take_line(at(9)), Err(Duration::from_secs(1)));
        assert_eq!(phase.take_line(at(10)).unwrap(), "running the tests with 25 fixes: 10 s");
        phase.counted = (31, 41);
        assert_eq!(phase.take_line(at(12)), Err(Duration::from_secs(8)));
        assert_eq!(phase.take_line(at(20)).unwrap(), "running the tests with 25 fixes: 31 of 41, 20 s");
        assert_eq!(phase.take_line(at(95)).unwrap(), "running the tests with 25 fixes: 31 of 41, 95 s");
        assert_eq!(phase.take_line(at(95)), Err(PERIOD));
        let mut phase = Phase::new("checking 3 fixes", start);
        (phase.counted, phase.unit) = ((70, 6000), " files");
        assert_eq!(phase.take_line(at(11)).unwrap(), "checking 3 fixes: 70 of 6000 files, 11 s");
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
