//! Asks an interpreter what reading cannot tell.

use std::env;
use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use loopmend_files::{DirectoryHandle, MAX_CONFIGURATION, PRIVATE, as_text, read_stream};
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use crate::bounds::Bounds;
use crate::environment::installation::version_in_text;
use crate::environment::{Installation, pyenv};
use crate::paths;
use crate::variables::Variables;

/// How long an interpreter may take to answer.
pub(super) const TIME_LIMIT: Duration = Duration::from_secs(5);

/// Isolated (`-I`) and without `site` (`-S`): neither the project's code nor that of installed packages runs.
const PROGRAM: &str = "import sys, sysconfig; p = sysconfig.get_paths(); print('\\n'.join([\
    '%d.%d' % sys.version_info[:2], sys.prefix, sys.executable, p['purelib'], p['platlib']]))";

/// What an interpreter said of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Answer {
    version: String,
    prefix: PathBuf,
    /// The interpreter that really ran.
    pub(super) executable: PathBuf,
    site_packages: Vec<PathBuf>,
}

impl Answer {
    fn parse(output: &str) -> Option<Self> {
        let mut lines = output.lines();
        let version = lines.next()?.to_owned();
        let (prefix, executable) = (lines.next()?.into(), lines.next()?.into());
        let site_packages = vec![PathBuf::from(lines.next()?), PathBuf::from(lines.next()?)];
        version_in_text(&version)?;
        Some(Self { version, prefix, executable, site_packages })
    }

    pub(super) fn installation(self) -> Installation {
        let mut site_packages = Vec::new();
        for directory in self.site_packages {
            super::push_directory(&mut site_packages, directory);
        }
        Installation {
            prefix: self.prefix,
            interpreter: Some(self.executable),
            version: version_in_text(&self.version),
            site_packages,
        }
    }
}

/// What the answer depends on.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Key {
    interpreter: String,
    size: u64,
    modified: String,
    /// pyenv's shims start the version that these name.
    pyenv: [String; 3],
}

#[derive(Serialize, Deserialize)]
struct Entry {
    key: Key,
    answer: Answer,
}

/// Runs interpreters, in their own directory so that no file of the project says what they do, and keeps
/// their answers.
pub(super) struct InterpreterQuery<'a> {
    pub(super) directory: &'a Path,
    /// A directory that no stranger writes to, by a path without links.
    pub(super) cache_dir: Option<&'a Path>,
    pub(super) bounds: &'a Bounds,
    pub(super) variables: &'a Variables,
    /// How long an interpreter may take, until it is stopped.
    pub(super) time_limit: Duration,
}

/// Why an interpreter gave no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoAnswer {
    /// It is no interpreter, or failed.
    Failed,
    /// It took longer than the time limit and was stopped.
    TooSlow,
}

impl InterpreterQuery<'_> {
    /// The answer of an interpreter.
    ///
    /// # Errors
    /// When there is none.
    pub(super) fn ask(&self, interpreter: &Path) -> Result<Answer, NoAnswer> {
        let key = self.key(interpreter).ok_or(NoAnswer::Failed)?;
        let cached = self.cache_dir.and_then(|directory| CachedAnswer::new(directory, &key));
        if let Some(entry) = cached.as_ref().and_then(CachedAnswer::read).filter(|entry| entry.key == key) {
            return Ok(entry.answer);
        }
        let answer = Answer::parse(&self.run(interpreter)?).ok_or(NoAnswer::Failed)?;
        if let Some(cached) = cached {
            // A cache that cannot be written costs the next run a query and nothing else.
            let _unwritten = cached.write(&Entry { key, answer: answer.clone() });
        }
        Ok(answer)
    }

    fn run(&self, interpreter: &Path) -> Result<String, NoAnswer> {
        let ends = Instant::now() + self.time_limit;
        let mut child = self.start(interpreter).ok_or(NoAnswer::Failed)?;
        let output = child.stdout.take().map_or(Err(NoAnswer::Failed), |stdout| read_until(stdout, ends));
        let succeeded = output.is_ok().then(|| wait_until(&mut child, ends)).flatten();
        if succeeded.is_none() {
            // It may have ended by itself in between.
            let _ended = child.kill();
            let _ended = child.wait();
        }
        match (output?, succeeded) {
            (output, Some(true)) => Ok(output),
            (_, Some(false)) => Err(NoAnswer::Failed),
            (_, None) => Err(NoAnswer::TooSlow),
        }
    }

    fn start(&self, interpreter: &Path) -> Option<Child> {
        Command::new(interpreter)
            .args(["-I", "-S", "-c", PROGRAM])
            .current_dir(interpreter.parent()?)
            .env("PATH", self.outer_path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()
    }

    /// The directories of `PATH` that a script may look for programs in.
    fn outer_path(&self) -> OsString {
        let value = self.variables.path.clone().unwrap_or_default();
        let is_outer = |path: &PathBuf| path.is_absolute() && !self.bounds.contain(path);
        env::join_paths(env::split_paths(&value).filter(is_outer)).unwrap_or_default()
    }

    fn key(&self, interpreter: &Path) -> Option<Key> {
        let stamp = paths::stamp(interpreter)?;
        Some(Key {
            interpreter: interpreter.to_string_lossy().into_owned(),
            size: stamp.size,
            modified: stamp.modified.to_string(),
            pyenv: pyenv::choices(interpreter, self.directory, self.variables, self.bounds),
        })
    }
}

/// The text of a stream that ends in time.
fn read_until(stream: impl Read + Send + 'static, ends: Instant) -> Result<String, NoAnswer> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        // The receiver is gone when the time was up.
        let _late = sender.send(read_stream(stream, MAX_CONFIGURATION).and_then(as_text));
    });
    match receiver.recv_timeout(ends.saturating_duration_since(Instant::now())) {
        Ok(text) => text.map_err(|_| NoAnswer::Failed),
        Err(_) => Err(NoAnswer::TooSlow),
    }
}

/// `true` if a process succeeds, `None` if it does not end in time. A process can close its output long before it ends.
fn wait_until(child: &mut Child, ends: Instant) -> Option<bool> {
    const PERIOD: Duration = Duration::from_millis(1);
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status.success()),
            Ok(None) if Instant::now() < ends => thread::sleep(PERIOD),
            Ok(None) => return None,
            Err(_) => return Some(false),
        }
    }
}

/// The file of an answer in the cache. Its directory is held open, so that a link in its place leads nowhere.
struct CachedAnswer {
    directory: DirectoryHandle,
    name: OsString,
}

impl CachedAnswer {
    /// `None` if the directory cannot be made, or a link is on the way.
    fn new(cache: &Path, key: &Key) -> Option<Self> {
        let directory = DirectoryHandle::open_or_create(&cache.join("interpreters")).ok()?;
        let text = format!("{}\n{}", key.interpreter, key.pyenv.join("\n"));
        Some(Self { directory, name: format!("{:016x}.json", xxh3_64(text.as_bytes())).into() })
    }

    fn read(&self) -> Option<Entry> {
        serde_json::from_slice(&self.directory.read_at_most(&self.name, MAX_CONFIGURATION).ok()?).ok()
    }

    fn write(&self, entry: &Entry) -> io::Result<()> {
        let bytes = serde_json::to_vec(entry)?;
        self.directory.replace_file(&self.name, (".answer-", PRIVATE), |file| file.write_all(&bytes))
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::path::{Path, PathBuf};
    use std::time::Duration;

    use super::{Answer, InterpreterQuery, NoAnswer};
    use crate::bounds::Bounds;
    use crate::variables::Variables;

    const ANSWER: &str = "printf '%s\\n' 3.11 /base /base/python /base/x /base/y";

    /// Asks a script in a directory, with the cache `cache` there.
    fn ask(root: &Path, script: &str, time_limit: Duration) -> Result<Answer, NoAnswer> {
        let interpreter = root.join("python");
        fs::write(&interpreter, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&interpreter, fs::Permissions::from_mode(0o755)).unwrap();
        let variables = Variables { path: Some("/usr/bin:/bin".into()), ..Variables::default() };
        InterpreterQuery {
            directory: root,
            cache_dir: Some(&root.join("cache")),
            bounds: &Bounds::new(&root.join("project"), &[], &variables),
            variables: &variables,
            time_limit,
        }
        .ask(&interpreter)
    }

    fn directory() -> (tempfile::TempDir, PathBuf) {
        let directory = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(directory.path()).unwrap();
        (directory, root)
    }

    #[test]
    fn an_interpreter_that_never_ends_is_stopped() {
        let (_kept, root) = directory();
        // The first keeps its output open, the second closes it after the answer.
        for script in ["exec sleep 1000", &format!("{ANSWER}; exec sleep 1000 >/dev/null")] {
            assert_eq!(ask(&root, script, Duration::from_millis(100)), Err(NoAnswer::TooSlow), "{script}");
        }
        assert_eq!(ask(&root, "exit 1", Duration::from_secs(60)), Err(NoAnswer::Failed));
        assert!(ask(&root, ANSWER, Duration::from_secs(60)).is_ok());
    }

    #[test]
    fn a_cache_directory_that_becomes_a_link_during_the_query_leads_nowhere() {
        let (_kept, root) = directory();
        let outside = root.join("outside");
        fs::create_dir(&outside).unwrap();
        for exchanged in ["cache", "cache/interpreters"] {
            fs::create_dir_all(root.join("cache/interpreters")).unwrap();
            let exchange = format!("mv {exchanged} moved; ln -s \"$PWD/outside\" {exchanged}");
            ask(&root, &format!("{exchange}; {ANSWER}"), Duration::from_secs(60)).unwrap();
            assert_eq!(fs::read_dir(&outside).unwrap().count(), 0, "{exchanged}");
            fs::remove_dir_all(root.join("moved")).unwrap();
            fs::remove_file(root.join(exchanged)).unwrap();
        }
        // A link that is there before is not followed either.
        fs::create_dir_all(root.join("cache")).unwrap();
        symlink(&outside, root.join("cache/interpreters")).unwrap();
        ask(&root, ANSWER, Duration::from_secs(60)).unwrap();
        assert_eq!(fs::read_dir(&outside).unwrap().count(), 0);
    }
}
