//! A panic becomes one sentence that says how to report it, and exit status 70.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::fmt::Write;
use std::panic;
use std::sync::{Mutex, PoisonError};

use crate::arguments::GlobalOptions;
use crate::exit_code;
use crate::output::Output;

/// Where and why the last panic was. Panics that are caught on the way (a rule on one file) leave it unread.
static LAST_PANIC: Mutex<Option<String>> = Mutex::new(None);

/// Runs `command` and gives its exit status; [`exit_code::INTERNAL`] when it panics.
pub(crate) fn guarded(command: fn() -> u8) -> u8 {
    caught(command).unwrap_or_else(|details| {
        Output::new(&GlobalOptions::default()).print_to_stderr(&report(&details));
        exit_code::INTERNAL
    })
}

/// Runs `command`; when it panics, says where and why.
fn caught(command: fn() -> u8) -> Result<u8, String> {
    panic::set_hook(Box::new(|panic| {
        let backtrace = Backtrace::capture();
        let mut text = panic.to_string();
        if backtrace.status() == BacktraceStatus::Captured {
            let _ = write!(text, "\n{backtrace}");
        }
        *LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner) = Some(text);
    }));
    let take_details = || LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner).take();
    panic::catch_unwind(command).map_err(|_| take_details().unwrap_or_default())
}

fn report(details: &str) -> String {
    let version = env!("CARGO_PKG_VERSION");
    format!(
        "loopmend {version} failed because of a bug in loopmend: {details}\n\
         Please report it with the command line and, if you can, the file that was being checked; \
         RUST_BACKTRACE=1 shows more. `--no-cache` rules out the cache."
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_panic_is_caught_with_its_place() {
        assert_eq!(super::caught(|| 3), Ok(3));
        let details = super::caught(|| panic!("on purpose")).unwrap_err();
        drop(std::panic::take_hook());
        assert!(details.contains("panic_report.rs:") && details.contains("on purpose"), "{details}");
    }

    #[test]
    fn the_report_says_what_happened_and_what_to_do() {
        let report = super::report("panicked at src/x.rs:1:2:\nindex out of bounds");
        assert!(report.contains("src/x.rs:1:2") && report.contains("Please report"), "{report}");
    }
}
