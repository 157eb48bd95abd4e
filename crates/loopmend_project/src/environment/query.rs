//! Asks an interpreter what reading cannot tell.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use loopmend_files::{MAX_CONFIGURATION, as_text, read_stream};
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use crate::bounds::Bounds;
use crate::environment::installation::version_in_text;
use crate::environment::{Installation, pyenv};
use crate::paths;
use crate::variables::Variables;

const TIME_LIMIT: Duration = Duration::from_secs(5);

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
    /// A directory that no stranger writes to.
    pub(super) cache_dir: Option<&'a Path>,
    pub(super) bounds: &'a Bounds,
    pub(super) variables: &'a Variables,
}

impl InterpreterQuery<'_> {
    /// The answer of an interpreter; `None` when it is none, fails, or takes longer than the time limit.
    pub(super) fn ask(&self, interpreter: &Path) -> Option<Answer> {
        let key = self.key(interpreter)?;
        let file = self.cache_dir.map(|directory| entry_path(directory, &key));
        if let Some(entry) = file.as_deref().and_then(read_entry).filter(|entry| entry.key == key) {
            return Some(entry.answer);
        }
        let answer = Answer::parse(&self.run(interpreter)?)?;
        if let Some(file) = file {
            // A cache that cannot be written costs the next run a query and nothing else.
            let _unwritten = write_entry(&file, &Entry { key, answer: answer.clone() });
        }
        Some(answer)
    }

    fn run(&self, interpreter: &Path) -> Option<String> {
        let mut child = Command::new(interpreter)
            .args(["-I", "-S", "-c", PROGRAM])
            .current_dir(interpreter.parent()?)
            .env("PATH", self.outer_path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let stdout = child.stdout.take()?;
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || {
            // The receiver is gone when the time was up.
            let _late = sender.send(read_stream(stdout, MAX_CONFIGURATION).and_then(as_text));
        });
        let output = receiver.recv_timeout(TIME_LIMIT);
        if !matches!(output, Ok(Ok(_))) {
            // It may have ended by itself in between.
            let _ended = child.kill();
        }
        let succeeded = child.wait().is_ok_and(|status| status.success());
        output.ok()?.ok().filter(|_| succeeded)
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

fn entry_path(directory: &Path, key: &Key) -> PathBuf {
    let text = format!("{}\n{}", key.interpreter, key.pyenv.join("\n"));
    directory.join("interpreters").join(format!("{:016x}.json", xxh3_64(text.as_bytes())))
}

fn read_entry(file: &Path) -> Option<Entry> {
    serde_json::from_slice(&loopmend_files::read(file).ok()?).ok()
}

/// Writes beside the file and renames, so that no other run reads half an entry.
fn write_entry(file: &Path, entry: &Entry) -> std::io::Result<()> {
    if let Some(directory) = file.parent() {
        fs::create_dir_all(directory)?;
    }
    let beside = file.with_extension(format!("{}.tmp", std::process::id()));
    fs::write(&beside, serde_json::to_vec(entry)?)?;
    fs::rename(&beside, file)
}
