//! How pytest ended, in words.

use loopmend_runner::pytest::{self, Ending};
use loopmend_runner::{CutOff, Recording};

use crate::render::counted;

/// How a run ended, where that is not by running to its end. `timeout` is the time that it had, in seconds.
pub(super) fn in_words(ending: Ending, recording: &Recording, timeout: Option<u64>) -> Option<String> {
    let running = recording.cut_off.iter().map(|it| format!("`{}`", it.test)).collect::<Vec<_>>();
    let during = match running.as_slice() {
        [] => String::new(),
        tests => format!(" while {} ran", tests.join(" and ")),
    };
    Some(match ending {
        Ending::Signal(signal) => format!("pytest was killed by signal {signal}{during}"),
        Ending::TimedOut => {
            let time = counted(timeout.unwrap_or_default() as usize, "second");
            format!("pytest did not finish within {time} and was stopped{during}")
        }
        Ending::Hung => format!("pytest was stopped, for no test began or ended in time{during}"),
        Ending::Interrupted => format!("interrupted{during}"),
        Ending::Status(_) if recording.is_lost => {
            "something removed the directory of the probe during the run, so loopmend knows nothing about the tests; \
             pytest's own output is above"
                .to_owned()
        }
        Ending::Status(_) if recording.versions.is_none() => {
            "the probe left no events: pytest ended before the probe could start, or something removed them; \
             pytest's own output is above"
                .to_owned()
        }
        Ending::Status(_) if !running.is_empty() => {
            recording.cut_off.iter().map(cut_off_in_words).collect::<Vec<_>>().join("; ")
        }
        Ending::Status(pytest::INTERRUPTED) => {
            "pytest was interrupted, or could not collect all tests".to_owned()
        }
        Ending::Status(pytest::INTERNAL_ERROR) => {
            "pytest failed with an internal error of its own or of a plugin".to_owned()
        }
        Ending::Status(pytest::USAGE) => "pytest rejected its command line or its settings".to_owned(),
        Ending::Status(pytest::NO_TESTS) => "pytest found no tests".to_owned(),
        Ending::Status(_) if recording.unfinished > 0 => {
            "pytest ended before its session did, while no test ran".to_owned()
        }
        Ending::Status(_) => return None,
    })
}

/// How a process ended in the middle of a test. Where that is a worker, pytest-xdist puts another one in its place.
fn cut_off_in_words(cut_off: &CutOff) -> String {
    let CutOff { test, worker, status } = cut_off;
    let how = match status {
        Some(status) if *status < 0 => format!("was killed by signal {}", status.unsigned_abs()),
        Some(status) => format!("ended with status {status}"),
        None => "ended before its session did".to_owned(),
    };
    match worker.as_str() {
        "main" => format!("pytest {how} while `{test}` ran: what came later is unknown"),
        _ => format!("worker {worker} {how} while `{test}` ran: its later results are unknown"),
    }
}

#[cfg(test)]
mod tests {
    use loopmend_runner::Recording;
    use loopmend_runner::pytest::Ending;

    use super::in_words;

    #[test]
    fn a_run_without_events_is_not_judged() {
        let words = |is_lost| {
            let recording = Recording { is_lost, ..Recording::default() };
            in_words(Ending::Status(0), &recording, None).unwrap()
        };
        assert!(words(true).starts_with("something removed the directory of the probe"));
        assert!(words(false).starts_with("the probe left no events"));
    }
}
