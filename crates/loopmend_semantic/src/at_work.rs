//! The files that are currently being checked, so that a program can name a file that takes too long.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

static AT_WORK: Mutex<Vec<AtWork>> = Mutex::new(Vec::new());
static NEXT: AtomicU64 = AtomicU64::new(0);

/// A file that is currently being checked.
#[derive(Clone, Debug)]
pub struct AtWork {
    /// The number of the check, unique in the process.
    pub number: u64,
    /// The path of the file.
    pub path: PathBuf,
}

/// A guard that marks a file as being checked until it is dropped.
pub(crate) struct AtWorkGuard(u64);

impl AtWorkGuard {
    /// Marks the file at this path as being checked.
    pub(crate) fn new(path: &Path) -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let file = AtWork { number, path: path.to_owned() };
        AT_WORK.lock().unwrap_or_else(PoisonError::into_inner).push(file);
        Self(number)
    }
}

impl Drop for AtWorkGuard {
    fn drop(&mut self) {
        AT_WORK.lock().unwrap_or_else(PoisonError::into_inner).retain(|other| other.number != self.0);
    }
}

/// Returns the files that are currently being checked.
pub fn files_at_work() -> Vec<AtWork> {
    AT_WORK.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{AtWorkGuard, files_at_work};

    #[test]
    fn a_file_is_at_work_as_long_as_its_guard_is_kept() {
        let is_at_work = |name: &str| files_at_work().iter().any(|file| file.path == Path::new(name));
        let first = AtWorkGuard::new(Path::new("first of this test"));
        let second = AtWorkGuard::new(Path::new("second of this test"));
        assert!(first.0 != second.0 && is_at_work("first of this test"));
        drop(first);
        assert!(!is_at_work("first of this test") && is_at_work("second of this test"));
        drop(second);
        assert!(!is_at_work("second of this test"));
    }
}
