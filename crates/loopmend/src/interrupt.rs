//! Ctrl-C, and SIGTERM: the first one asks the run to end, the second one ends it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::exit_code;

static INTERRUPTED: AtomicBool = AtomicBool::new(false);
static INSISTED: AtomicBool = AtomicBool::new(false);
static ON_INTERRUPT: Mutex<Option<Box<dyn Fn() + Send>>> = Mutex::new(None);

/// Starts to listen. Where the system does not let us, Ctrl-C ends the process as usual.
pub(crate) fn listen() {
    handle(|| std::process::exit(i32::from(exit_code::INTERRUPTED)));
}

/// Starts to listen in a run that has another process to end: the second one sets [`insisted`].
pub(crate) fn listen_twice() {
    handle(|| INSISTED.store(true, Ordering::SeqCst));
}

fn handle(on_second: impl Fn() + Send + 'static) {
    let handler = move || {
        if INTERRUPTED.swap(true, Ordering::SeqCst) {
            on_second();
        }
        if let Some(wake) = &*ON_INTERRUPT.lock().unwrap_or_else(PoisonError::into_inner) {
            wake();
        }
    };
    let _ends_as_usual = ctrlc::set_handler(handler);
}

/// Whether Ctrl-C was pressed; the analysis looks at it.
pub(crate) fn flag() -> &'static AtomicBool {
    &INTERRUPTED
}

/// Whether it was pressed again, after [`listen_twice`].
pub(crate) fn insisted() -> &'static AtomicBool {
    &INSISTED
}

/// Calls `wake` when Ctrl-C is pressed.
pub(crate) fn wake_with(wake: impl Fn() + Send + 'static) {
    *ON_INTERRUPT.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(wake));
}
