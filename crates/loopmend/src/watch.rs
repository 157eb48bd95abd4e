//! `--watch`: checks again whenever something changes that findings may depend on.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use notify::{Config, ErrorKind, Event, EventHandler, RecommendedWatcher, RecursiveMode, Watcher};

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
    let _watcher = watcher(places, on_change)
        .map_err(|error| Failure::new(format!("failed to watch for changes: {}", reason(&error))))?;
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

/// Watches the directories of `places`, and those below them, but none behind a symbolic link.
fn watcher(places: &[PathBuf], on_event: impl EventHandler) -> notify::Result<RecommendedWatcher> {
    let mut watcher = RecommendedWatcher::new(on_event, Config::default().with_follow_symlinks(false))?;
    let mut watch = |directory: &Path| watcher.watch(directory, RecursiveMode::Recursive);
    for directory in watched_directories(places) {
        watch_readable(&directory, &mut watch)?;
    }
    Ok(watcher)
}

/// Watches a directory with all below it, without those that may not be read or are gone. `watch` stops at the first of them,
/// so the directories beside it get their turn one by one.
fn watch_readable(
    directory: &Path,
    watch: &mut impl FnMut(&Path) -> notify::Result<()>,
) -> notify::Result<()> {
    let Err(error) = watch(directory) else { return Ok(()) };
    let is_below = error.paths.iter().any(|path| path != directory && path.starts_with(directory));
    if !is_below || !is_closed_or_gone(&error.kind) {
        return Err(error);
    }
    let Ok(entries) = std::fs::read_dir(directory) else { return Err(error) };
    for entry in entries.flatten().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())) {
        match watch_readable(&entry.path(), watch) {
            Err(error) if !is_closed_or_gone(&error.kind) => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

fn is_closed_or_gone(kind: &ErrorKind) -> bool {
    use std::io::ErrorKind::{NotFound, PermissionDenied};
    match kind {
        ErrorKind::PathNotFound => true,
        ErrorKind::Io(error) => matches!(error.kind(), NotFound | PermissionDenied),
        _ => false,
    }
}

fn reason(error: &notify::Error) -> String {
    match error.kind {
        ErrorKind::MaxFilesWatch => {
            "the system watches as many directories as it may; raise `fs.inotify.max_user_watches`".to_owned()
        }
        _ => error.to_string(),
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

    use notify::{Error, ErrorKind, Event};

    use super::{
        Signal, concerns_findings, reason, wait_for_change, watch_readable, watched_directories, watcher,
    };

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

    #[cfg(unix)]
    #[test]
    fn nothing_behind_a_link_is_watched() {
        let root = tempfile::tempdir().unwrap();
        let (inside, outside) = (root.path().join("inside"), root.path().join("outside"));
        std::fs::create_dir_all(outside.join("deep")).unwrap();
        std::fs::create_dir(&inside).unwrap();
        std::os::unix::fs::symlink(&outside, inside.join("beside")).unwrap();
        std::os::unix::fs::symlink("/", inside.join("all")).unwrap();
        let (sender, events) = mpsc::channel();
        let on_event = move |event: notify::Result<Event>| drop(sender.send(event.unwrap()));
        let _watcher = watcher(std::slice::from_ref(&inside), on_event).unwrap();
        std::fs::write(outside.join("other.py"), "").unwrap();
        std::fs::write(outside.join("deep/other.py"), "").unwrap();
        std::fs::write(inside.join("own.py"), "").unwrap();
        let is_own = |event: &Event| event.paths.iter().any(|path| path.ends_with("own.py"));
        for event in events.iter().take_while(|event| !is_own(event)) {
            assert!(!event.paths.iter().any(|path| path.ends_with("other.py")), "{event:?}");
        }
    }

    #[test]
    fn directories_beside_one_that_may_not_be_read_are_watched() {
        let root = tempfile::tempdir().unwrap();
        for name in ["a/closed", "a/open", "z"] {
            std::fs::create_dir_all(root.path().join(name)).unwrap();
        }
        let closed = root.path().join("a/closed");
        let mut watched = Vec::new();
        let mut watch = |directory: &Path| {
            watched.push(directory.strip_prefix(root.path()).unwrap().to_owned());
            let denied = std::io::Error::from(std::io::ErrorKind::PermissionDenied);
            let is_closed = closed.starts_with(directory);
            if is_closed { Err(Error::io(denied).add_path(closed.clone())) } else { Ok(()) }
        };
        watch_readable(root.path(), &mut watch).unwrap();
        watched.sort();
        assert_eq!(watched, ["", "a", "a/closed", "a/open", "z"].map(PathBuf::from));
        let mut full = |_: &Path| Err(Error::new(ErrorKind::MaxFilesWatch));
        let error = watch_readable(root.path(), &mut full).unwrap_err();
        assert!(reason(&error).contains("fs.inotify.max_user_watches"));
    }
}
