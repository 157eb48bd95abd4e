//! The files that are currently being checked, and how to give one up without losing the others.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

static AT_WORK: Mutex<Vec<AtWork>> = Mutex::new(Vec::new());
static NEXT: AtomicU64 = AtomicU64::new(0);
/// The number of the check that is to end, or [`NOTHING`].
static GIVEN_UP: AtomicU64 = AtomicU64::new(NOTHING);

const NOTHING: u64 = u64::MAX;

thread_local! {
    /// The numbers of the checks that can be given up in this thread now, outermost first.
    static OWN: RefCell<Vec<u64>> = const { RefCell::new(Vec::new()) };
}

/// A file that is currently being checked.
#[derive(Clone, Debug)]
pub struct AtWork {
    /// The number of the check, unique in the process.
    pub number: u64,
    /// The path of the file.
    pub path: PathBuf,
}

/// The payload with which the stack of a check unwinds that was given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GivenUp {
    /// The number of the check.
    pub number: u64,
}

/// A guard that marks a file as being checked until it is dropped.
#[derive(Debug)]
pub struct AtWorkGuard {
    number: u64,
}

impl AtWorkGuard {
    /// Marks the file at this path as being checked.
    pub fn new(path: &Path) -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let file = AtWork { number, path: path.to_owned() };
        AT_WORK.lock().unwrap_or_else(PoisonError::into_inner).push(file);
        Self { number }
    }

    /// Returns the number of the check.
    pub fn number(&self) -> u64 {
        self.number
    }
}

impl Drop for AtWorkGuard {
    fn drop(&mut self) {
        AT_WORK.lock().unwrap_or_else(PoisonError::into_inner).retain(|other| other.number != self.number);
        let _ = GIVEN_UP.compare_exchange(self.number, NOTHING, Ordering::Relaxed, Ordering::Relaxed);
    }
}

/// Returns the files that are currently being checked.
pub fn files_at_work() -> Vec<AtWork> {
    AT_WORK.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// Runs a part of the check with this number. Returns `Err` with the payload if the part panics, or unwinds with [`GivenUp`].
pub fn run_or_give_up(number: u64, part: impl FnOnce()) -> std::thread::Result<()> {
    OWN.with_borrow_mut(|own| own.push(number));
    let outcome = catch_unwind(AssertUnwindSafe(part));
    OWN.with_borrow_mut(Vec::pop);
    outcome
}

/// Asks for the end of the check with this number, which follows if the check is in [`run_or_give_up`]. One check at a time is given up.
pub fn give_up(number: u64) {
    GIVEN_UP.store(number, Ordering::Relaxed);
}

/// Ends the check that this thread is in, if it was given up: the stack unwinds with [`GivenUp`] to [`run_or_give_up`]. To be called
/// wherever a check may stay for long; costs one load.
pub fn end_if_given_up() {
    let number = GIVEN_UP.load(Ordering::Relaxed);
    if number != NOTHING && OWN.with_borrow(|own| own.contains(&number)) && !std::thread::panicking() {
        resume_unwind(Box::new(GivenUp { number }));
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{AtWorkGuard, GivenUp, end_if_given_up, files_at_work, give_up, run_or_give_up};

    #[test]
    fn a_file_is_at_work_as_long_as_its_guard_is_kept() {
        let is_at_work = |name: &str| files_at_work().iter().any(|file| file.path == Path::new(name));
        let first = AtWorkGuard::new(Path::new("first of this test"));
        let second = AtWorkGuard::new(Path::new("second of this test"));
        assert!(first.number() != second.number() && is_at_work("first of this test"));
        drop(first);
        assert!(!is_at_work("first of this test") && is_at_work("second of this test"));
        drop(second);
        assert!(!is_at_work("second of this test"));
    }

    #[test]
    fn only_the_thread_of_a_check_that_is_given_up_ends_it() {
        let guard = AtWorkGuard::new(Path::new("slow"));
        let number = guard.number();
        give_up(number);
        std::thread::spawn(end_if_given_up).join().unwrap();
        end_if_given_up();
        assert!(run_or_give_up(number + 1, end_if_given_up).is_ok());
        let ended = run_or_give_up(number, end_if_given_up).unwrap_err();
        assert_eq!(ended.downcast_ref::<GivenUp>(), Some(&GivenUp { number }));
        drop(guard);
        assert!(run_or_give_up(number, end_if_given_up).is_ok());
    }
}
