//! The files that are currently being checked, and how to give one up without losing the others.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

static AT_WORK: Mutex<Vec<AtWork>> = Mutex::new(Vec::new());
static NEXT: AtomicU64 = AtomicU64::new(0);
/// The number of the check that is to end, or [`NOTHING`], with the reason in the lowest bit.
static GIVEN_UP: AtomicU64 = AtomicU64::new(NOTHING);

const NOTHING: u64 = u64::MAX;

/// The maximum number of steps for checking one file. A step is a question, a step of a flow, or a node that a search visits.
pub const MAX_STEPS: u64 = 200_000_000;

/// The maximum number of findings in one file.
pub const MAX_FINDINGS: usize = 50_000;

thread_local! {
    /// The checks that can be given up in this thread now, outermost first.
    static OWN: RefCell<Vec<Work>> = const { RefCell::new(Vec::new()) };
    /// The number of enclosing computations whose steps are not counted.
    static UNCOUNTED: Cell<u32> = const { Cell::new(0) };
}

/// A file that is currently being checked.
#[derive(Clone, Debug)]
pub struct AtWork {
    /// The number of the check, unique in the process.
    pub number: u64,
    /// The path of the file.
    pub path: PathBuf,
}

/// The reason for giving up a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The check took more than [`MAX_STEPS`].
    Steps,
    /// The check took too long.
    Time,
    /// The memory of the machine runs low.
    Memory,
    /// The check found more than [`MAX_FINDINGS`].
    Findings,
}

/// The payload with which the stack of a check unwinds that was given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GivenUp {
    /// The number of the check.
    pub number: u64,
    /// The reason for giving up.
    pub reason: Reason,
}

/// The number of a check and the steps that the check may still take.
#[derive(Clone, Debug)]
pub struct Work {
    number: u64,
    steps_left: Rc<Cell<u64>>,
}

impl Work {
    /// Returns the number of the check.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Returns the number of steps that the check may still take.
    pub fn steps_left(&self) -> u64 {
        self.steps_left.get()
    }

    /// Sets the number of steps that the check may still take.
    pub fn set_steps_left(&self, steps: u64) {
        self.steps_left.set(steps);
    }
}

/// A guard that marks a file as being checked until it is dropped.
#[derive(Debug)]
pub struct AtWorkGuard {
    work: Work,
}

impl AtWorkGuard {
    /// Marks the file at this path as being checked.
    pub fn new(path: &Path) -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let file = AtWork { number, path: path.to_owned() };
        AT_WORK.lock().unwrap_or_else(PoisonError::into_inner).push(file);
        Self { work: Work { number, steps_left: Rc::new(Cell::new(MAX_STEPS)) } }
    }

    /// Returns the check.
    pub fn work(&self) -> &Work {
        &self.work
    }
}

impl Drop for AtWorkGuard {
    fn drop(&mut self) {
        let own = self.work.number;
        AT_WORK.lock().unwrap_or_else(PoisonError::into_inner).retain(|other| other.number != own);
        let _ = GIVEN_UP.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |given_up| {
            decode(given_up).filter(|given_up| given_up.number == own).map(|_| NOTHING)
        });
    }
}

/// Returns the files that are currently being checked.
pub fn files_at_work() -> Vec<AtWork> {
    AT_WORK.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// Runs a part of a check. Returns `Err` with the payload if the part panics, or unwinds with [`GivenUp`].
pub fn run_or_give_up(work: &Work, part: impl FnOnce()) -> std::thread::Result<()> {
    OWN.with_borrow_mut(|own| own.push(work.clone()));
    let uncounted = UNCOUNTED.replace(0);
    let outcome = catch_unwind(AssertUnwindSafe(part));
    UNCOUNTED.set(uncounted);
    OWN.with_borrow_mut(Vec::pop);
    outcome
}

/// Asks for the end of the check with this number, which follows if the check is in [`run_or_give_up`]. One check at a time is given up.
pub fn give_up(number: u64, reason: Reason) {
    GIVEN_UP.store(number << 1 | u64::from(reason == Reason::Memory), Ordering::Relaxed);
}

fn decode(given_up: u64) -> Option<GivenUp> {
    let reason = if given_up & 1 == 0 { Reason::Time } else { Reason::Memory };
    (given_up != NOTHING).then_some(GivenUp { number: given_up >> 1, reason })
}

/// Ends the check that this thread is in, if it was given up: the stack unwinds with [`GivenUp`] to [`run_or_give_up`]. To be called
/// wherever a check may stay for long; costs one load.
pub fn end_if_given_up() {
    if let Some(given_up) = decode(GIVEN_UP.load(Ordering::Relaxed))
        && OWN.with_borrow(|own| own.iter().any(|work| work.number == given_up.number))
    {
        unwind(given_up);
    }
}

/// Ends a check if this thread is in it, as [`end_if_given_up`] does.
pub fn end(work: &Work, reason: Reason) {
    if OWN.with_borrow(|own| own.last().is_some_and(|last| last.number == work.number)) {
        unwind(GivenUp { number: work.number, reason });
    }
}

fn unwind(given_up: GivenUp) {
    if !std::thread::panicking() {
        resume_unwind(Box::new(given_up));
    }
}

/// Takes steps of the check that this thread is in, and ends the check if it has no more of them, or was given up.
pub fn take_steps(steps: u64) {
    take_counted_steps(if is_counting() { steps } else { 0 });
}

/// Returns whether steps are counted here.
pub fn is_counting() -> bool {
    UNCOUNTED.get() == 0
}

/// Takes steps as [`take_steps`] does, also inside of [`uncounted`].
pub fn take_counted_steps(steps: u64) {
    end_if_given_up();
    let exceeded = OWN.with_borrow(|own| {
        let work = own.last()?;
        let left = work.steps_left.get();
        work.steps_left.set(left.saturating_sub(steps));
        (left < steps).then_some(work.number)
    });
    if let Some(number) = exceeded {
        unwind(GivenUp { number, reason: Reason::Steps });
    }
}

/// Computes what several files share, without counting the steps: which file asks first depends on the order of the files.
pub fn uncounted<R>(compute: impl FnOnce() -> R) -> R {
    struct Restore;
    impl Drop for Restore {
        fn drop(&mut self) {
            UNCOUNTED.set(UNCOUNTED.get().saturating_sub(1));
        }
    }
    UNCOUNTED.set(UNCOUNTED.get() + 1);
    let _restore = Restore;
    compute()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{
        AtWorkGuard, GivenUp, Reason, end_if_given_up, files_at_work, give_up, run_or_give_up, take_steps,
        uncounted,
    };

    #[test]
    fn a_file_is_at_work_as_long_as_its_guard_is_kept() {
        let is_at_work = |name: &str| files_at_work().iter().any(|file| file.path == Path::new(name));
        let first = AtWorkGuard::new(Path::new("first of this test"));
        let second = AtWorkGuard::new(Path::new("second of this test"));
        assert_ne!(first.work().number(), second.work().number());
        assert!(is_at_work("first of this test"));
        drop(first);
        assert!(!is_at_work("first of this test") && is_at_work("second of this test"));
        drop(second);
        assert!(!is_at_work("second of this test"));
    }

    #[test]
    fn only_the_thread_of_a_check_that_is_given_up_ends_it() {
        let guard = AtWorkGuard::new(Path::new("slow"));
        let other = AtWorkGuard::new(Path::new("quick"));
        for reason in [Reason::Time, Reason::Memory] {
            let number = guard.work().number();
            give_up(number, reason);
            std::thread::spawn(end_if_given_up).join().unwrap();
            end_if_given_up();
            assert!(run_or_give_up(other.work(), end_if_given_up).is_ok());
            let ended = run_or_give_up(guard.work(), end_if_given_up).unwrap_err();
            assert_eq!(ended.downcast_ref::<GivenUp>(), Some(&GivenUp { number, reason }));
        }
        let work = guard.work().clone();
        drop(guard);
        assert!(run_or_give_up(&work, end_if_given_up).is_ok());
    }

    #[test]
    fn steps_count_for_the_innermost_check() {
        let outer = AtWorkGuard::new(Path::new("outer"));
        let inner = AtWorkGuard::new(Path::new("inner"));
        outer.work().set_steps_left(3);
        inner.work().set_steps_left(4);
        let taken = run_or_give_up(outer.work(), || {
            take_steps(2);
            uncounted(|| {
                take_steps(9);
                assert!(run_or_give_up(inner.work(), || take_steps(4)).is_ok());
            });
            take_steps(1);
        });
        assert!(taken.is_ok());
        assert_eq!((outer.work().steps_left(), inner.work().steps_left()), (0, 0));
        let ended = run_or_give_up(outer.work(), || take_steps(1)).unwrap_err();
        let expected = GivenUp { number: outer.work().number(), reason: Reason::Steps };
        assert_eq!(ended.downcast_ref::<GivenUp>(), Some(&expected));
        take_steps(9);
    }
}
