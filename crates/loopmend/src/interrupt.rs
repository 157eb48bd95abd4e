//! Ctrl-C, and SIGTERM: the first one asks the run to end, the second one ends it. Before anything looks at
//! what was asked, the first one ends it, and so it does where nothing has looked for some seconds. A run that has another process to end
//! does that on the second one, and ends itself on the third.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use loopmend_runner::Interrupt;

use crate::exit_code;

static INTERRUPTED: AtomicBool = AtomicBool::new(false);
static INSISTED: AtomicBool = AtomicBool::new(false);
/// `true` if something looks at [`INTERRUPTED`].
static IS_HEEDED: AtomicBool = AtomicBool::new(false);
static HAS_CHILD: AtomicBool = AtomicBool::new(false);
static IS_WRITING: AtomicBool = AtomicBool::new(false);
static ON_INTERRUPT: Mutex<Option<Wake>> = Mutex::new(None);

/// The callback for Ctrl-C.
type Wake = Box<dyn Fn() + Send>;

/// How long a run that was asked to end may take for what it is at.
const PATIENCE: Duration = Duration::from_secs(5);

/// Starts to listen. Where the system does not let us, Ctrl-C ends the process as usual.
pub(crate) fn listen() {
    let handler = || {
        if INTERRUPTED.swap(true, Ordering::SeqCst) || !IS_HEEDED.load(Ordering::SeqCst) {
            let is_asked_of_child =
                HAS_CHILD.load(Ordering::SeqCst) && !INSISTED.swap(true, Ordering::SeqCst);
            if !is_asked_of_child {
                std::process::exit(i32::from(exit_code::INTERRUPTED));
            }
        }
        if !HAS_CHILD.load(Ordering::SeqCst) {
            thread::spawn(end_when_patience_ends);
        }
        if let Some(wake) = &*on_interrupt() {
            wake();
        }
    };
    let _ends_as_usual = ctrlc::set_handler(handler);
}

/// One file can take longer than anybody waits. What is written may take its time, and who waited for another process has a report to
/// print.
fn end_when_patience_ends() {
    loop {
        thread::sleep(PATIENCE);
        if !IS_WRITING.load(Ordering::SeqCst) {
            std::process::exit(i32::from(exit_code::INTERRUPTED));
        }
    }
}

/// Writes the files of the project, which is ended by what looks at [`flag`] alone.
pub(crate) fn while_writing<T>(write: impl FnOnce() -> T) -> T {
    IS_WRITING.store(true, Ordering::SeqCst);
    let result = write();
    IS_WRITING.store(false, Ordering::SeqCst);
    result
}

/// `true` if [`while_writing`] writes at the moment.
pub(crate) fn is_writing() -> bool {
    IS_WRITING.load(Ordering::SeqCst)
}

/// Does something that has a process of its own, which is ended first: the second one insists meanwhile.
pub(crate) fn with_child<T>(run: impl FnOnce(Interrupt<'_>) -> T) -> T {
    IS_HEEDED.store(true, Ordering::SeqCst);
    HAS_CHILD.store(true, Ordering::SeqCst);
    let wake_before = on_interrupt().take();
    let notify = |wake| *on_interrupt() = Some(wake);
    let result = run(Interrupt { asked: &INTERRUPTED, insisted: &INSISTED, notify: &notify });
    *on_interrupt() = wake_before;
    HAS_CHILD.store(false, Ordering::SeqCst);
    result
}

/// `true` if Ctrl-C was pressed; the analysis looks at it.
pub(crate) fn flag() -> &'static AtomicBool {
    IS_HEEDED.store(true, Ordering::SeqCst);
    &INTERRUPTED
}

/// Calls `wake` when Ctrl-C is pressed.
pub(crate) fn wake_with(wake: impl Fn() + Send + 'static) {
    IS_HEEDED.store(true, Ordering::SeqCst);
    *on_interrupt() = Some(Box::new(wake));
}

fn on_interrupt() -> MutexGuard<'static, Option<Wake>> {
    ON_INTERRUPT.lock().unwrap_or_else(PoisonError::into_inner)
}
