//! `--watch`: checks again whenever something changes that findings may depend on.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use notify::{Event, RecursiveMode, Watcher};

use crate::exit_code;
use crate::failure::Failure;
use crate::interrupt;
use crate::output::Output;

/// A run starts when nothing has happened for this long: editors and git write in bursts.
const QUIET: Duration = Duration::from_millis(80);

/// The names of files that settings, files or roots come from.
const CONFIGURATION: [&str; 10] = [
    "pyproject.toml",
    "loopmend.toml",
    "loopmend-library.toml",
    "pytest.ini",
    "setup.cfg",
    "tox.ini",
    "setup.py",
    ".gitignore",
    ".ignore",
    "pyvenv.cfg",
];

enum Signal {
    Changed,
    Interrupted,
}

/// Runs `check` now and after every change below `places` (absolute) until Ctrl-C. An error of the user ends
/// the first run only; later on it is shown, and the next change may mend it.
///
/// # Errors
/// When the first check fails or the system cannot watch.
pub(crate) fn run(
    places: &[PathBuf],
    output: &Output,
    mut check: impl FnMut() -> Result<u8, Failure>,
) -> Result<u8, Failure> {
    let (sender, signals) = mpsc::channel();
    let on_interrupt = sender.clone();
    interrupt::wake_with(move || drop(on_interrupt.send(Signal::Interrupted)));
    let on_change = move |event: notify::Result<Event>| {
        if event.as_ref().map_or(true, is_relevant) {
            let _nobody_waits = sender.send(Signal::Changed);
        }
    };
    let failed = |error: notify::Error| Failure::new(format!("failed to watch for changes: {error}"));
    let mut watcher = notify::recommended_watcher(on_change).map_err(failed)?;
    for place in watched_directories(places) {
        watcher.watch(&place, RecursiveMode::Recursive).map_err(failed)?;
    }
    output.clear_screen();
    let mut result: Result<u8, Failure> = Ok(check()?);
    loop {
        match result {
            Ok(exit_code::INTERRUPTED) => return Ok(exit_code::INTERRUPTED),
            Ok(_) => {}
            Err(failure) => output.error(&failure.message),
        }
        output.notice("Watching for changes; Ctrl-C ends.");
        if !wait_for_change(&signals) {
            return Ok(exit_code::INTERRUPTED);
        }
        output.clear_screen();
        result = check();
    }
}

/// Waits for a change and the end of its burst; false when Ctrl-C came instead.
fn wait_for_change(signals: &Receiver<Signal>) -> bool {
    let Ok(Signal::Changed) = signals.recv() else { return false };
    loop {
        match signals.recv_timeout(QUIET) {
            Ok(Signal::Changed) => {}
            Err(RecvTimeoutError::Timeout) => return true,
            Ok(Signal::Interrupted) | Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
}

/// The directories to watch: of a file the one it is in, since editors replace files; none inside another.
fn watched_directories(places: &[PathBuf]) -> Vec<PathBuf> {
    let directory = |place: &PathBuf| {
        if place.is_dir() { place.clone() } else { place.parent().unwrap_or(place).to_owned() }
    };
    let mut directories: Vec<_> = places.iter().map(directory).collect();
    directories.sort();
    directories.dedup_by(|inner, outer| inner.starts_with(outer));
    directories
}

fn is_relevant(event: &Event) -> bool {
    !event.kind.is_access() && (event.need_rescan() || event.paths.iter().any(|path| concerns_findings(path)))
}

/// `true` if findings may depend on what is at `path`: sources, configuration, and what may be a directory.
fn concerns_findings(path: &Path) -> bool {
    let passed_over =
        |name| [".git", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache"].contains(&name);
    if path.iter().any(|part| part.to_str().is_some_and(passed_over)) {
        return false;
    }
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    match path.extension().and_then(|extension| extension.to_str()) {
        _ if CONFIGURATION.contains(&name) => true,
        Some(extension) => ["py", "pyi", "ipynb", "pth"].contains(&extension),
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};
    use std::sync::mpsc;

    use super::{Signal, concerns_findings, wait_for_change, watched_directories};

    #[test]
    fn only_what_findings_depend_on_starts_a_run() {
        for relevant in ["a/b.py", "a.pyi", "nb.ipynb", "pyproject.toml", "new_directory", ".gitignore"] {
            assert!(concerns_findings(Path::new(relevant)), "{relevant}");
        }
        for other in ["a/.git/index", "a/__pycache__/b.pyc", "notes.txt", "x.py.swp", ".git/HEAD"] {
            assert!(!concerns_findings(Path::new(other)), "{other}");
        }
    }

    #[test]
    fn a_burst_is_one_change_and_an_interruption_ends_the_wait() {
        let (sender, signals) = mpsc::channel();
        for _ in 0..5 {
            sender.send(Signal::Changed).unwrap();
        }
        assert!(wait_for_change(&signals));
        sender.send(Signal::Changed).unwrap();
        sender.send(Signal::Interrupted).unwrap();
        assert!(!wait_for_change(&signals));
        drop(sender);
        assert!(!wait_for_change(&signals));
    }

    #[test]
    fn directories_inside_others_are_watched_once() {
        let root = tempfile::tempdir().unwrap();
        let inner = root.path().join("a");
        std::fs::create_dir(&inner).unwrap();
        std::fs::write(root.path().join("x.py"), "").unwrap();
        let places: Vec<PathBuf> = vec![inner, root.path().join("x.py"), root.path().to_owned()];
        assert_eq!(watched_directories(&places), [root.path().to_owned()]);
    }
}
