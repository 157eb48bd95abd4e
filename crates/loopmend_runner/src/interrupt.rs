//! How a run of another process learns that it is to end.

use std::sync::atomic::{AtomicBool, Ordering};

/// Ctrl-C, as the run of a process sees it.
#[derive(Clone, Copy)]
pub struct Interrupt<'a> {
    /// Becomes true when the run is to end.
    pub asked: &'a AtomicBool,
    /// Becomes true when it is to end at once.
    pub insisted: &'a AtomicBool,
    /// Takes what is called each time after one of them became true.
    pub notify: &'a dyn Fn(Box<dyn Fn() + Send>),
}

impl Interrupt<'_> {
    pub(crate) fn is_asked(&self) -> bool {
        self.asked.load(Ordering::Relaxed)
    }

    pub(crate) fn is_insisted(&self) -> bool {
        self.insisted.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
impl Interrupt<'static> {
    /// Ctrl-C is never pressed.
    pub(crate) fn never() -> Self {
        static UNSET: AtomicBool = AtomicBool::new(false);
        Self { asked: &UNSET, insisted: &UNSET, notify: &|_wake| {} }
    }
}
