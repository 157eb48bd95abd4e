//! git, run with a private `GIT_DIR`.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use rustc_hash::{FxHashMap, FxHashSet};

use super::place::{Place, refuse_links_in};
use super::{Blobs, GitError};
use crate::programs::Programs;

/// A repository can make git wait for ever, with a pipe among its objects.
const TIME_LIMIT: Duration = Duration::from_secs(20);
/// Larger files, and those beyond this sum, are not read from the object database; they count as changed.
pub(super) const MAX_BLOB: u64 = 8 << 20;
const MAX_BLOBS: u64 = 256 << 20;
/// What git prints of the index or a difference.
const MAX_LIST: u64 = 128 << 20;
/// What git may allocate: trees that hold each other describe more files than any disk has, and an object can be a thousand times
/// larger than it is packed. Only Linux lets one process limit another.
const MAX_MEMORY: u64 = 1 << 30;
/// What is copied of a repository, each file at least a block.
const MAX_COPIED: u64 = 256 << 20;
const BLOCK: u64 = 4096;
/// The bound for one reference.
const MAX_REFERENCE: u64 = 16 * 1024;
/// Directories of references are copied so deep.
const MAX_DEPTH: usize = 32;

/// A repository, as git sees it.
#[derive(Debug)]
pub(super) struct Git {
    place: Place,
    /// The file of git, outside of the repository.
    program: PathBuf,
    programs: Programs,
    /// The `GIT_DIR`.
    private: tempfile::TempDir,
    /// Settings that are data: which branch follows which.
    settings: Vec<(OsString, OsString)>,
}

impl Git {
    /// Prepares to answer about `revision` in the repository of a directory.
    pub(super) fn open(directory: &Path, revision: &str) -> Result<Self, GitError> {
        let none = || GitError::NotARepository { directory: directory.to_owned() };
        let refused = |error: io::Error| GitError::Refused { problem: error.to_string() };
        let place = Place::of(directory).map_err(refused)?.ok_or_else(none)?;
        let not_prepared =
            |error: io::Error| GitError::Failed { command: "rev-parse", problem: error.to_string() };
        refuse_foreign_objects(&place).map_err(refused)?;
        let programs = Programs::outside_of(&place.root);
        let program = programs.find("git").map_err(GitError::NotStarted)?;
        let private = tempfile::tempdir().map_err(not_prepared)?;
        let mut copies = Copies { left: MAX_COPIED };
        copies.references(&place, private.path(), revision.contains("@{")).map_err(not_prepared)?;
        let mut git = Self { place, program, programs, private, settings: Vec::new() };
        let lower = revision.to_ascii_lowercase();
        if lower.contains("@{u") || lower.contains("@{push") {
            git.settings = git.branches()?;
        }
        Ok(git)
    }

    pub(super) fn root(&self) -> &Path {
        &self.place.root
    }

    /// The patterns of ignored files that are not in the working tree.
    pub(super) fn exclude_file(&self) -> PathBuf {
        self.place.common.join("info/exclude")
    }

    /// The path of a file in the repository.
    pub(super) fn name_of(&self, path: &Path) -> Option<PathBuf> {
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        path.strip_prefix(&self.place.root).ok().map(Path::to_owned)
    }

    /// The commit that a revision names.
    pub(super) fn commit(&self, revision: &str) -> Result<String, GitError> {
        let unknown = || GitError::UnknownRevision { revision: revision.to_owned() };
        if revision.is_empty() || revision.starts_with('-') || revision.contains('\0') {
            return Err(unknown());
        }
        let commit = format!("{revision}^{{commit}}");
        let (output, is_success) = self.output("rev-parse", &["--verify", "--quiet", &commit], None)?;
        let commit = String::from_utf8_lossy(&output).trim().to_owned();
        if is_success && is_object_name(&commit) { Ok(commit) } else { Err(unknown()) }
    }

    /// The tracked files, with what the index has of them.
    pub(super) fn index(&self) -> Result<Blobs, GitError> {
        let output = self.run("ls-files", &["--stage", "-z", "--full-name"], None)?;
        let mut blobs = Blobs::default();
        for entry in output.split(|byte| *byte == 0) {
            let Some(tab) = entry.iter().position(|byte| *byte == b'\t') else { continue };
            let (about, path) = (String::from_utf8_lossy(&entry[..tab]), &entry[tab + 1..]);
            let mut words = about.split(' ');
            let (Some(mode), Some(blob), Some(stage)) = (words.next(), words.next(), words.next()) else {
                continue;
            };
            let blob = (is_file(mode) && is_object_name(blob)).then(|| blob.to_owned());
            let known = blobs.entry(path_from_bytes(path)).or_default();
            // Of a file in conflict, what the own branch has counts.
            if matches!(stage, "0" | "2") {
                *known = blob;
            }
        }
        Ok(blobs)
    }

    /// The files of which the index says something else than a commit, with what the commit has of them or of the file they
    /// were renamed from.
    pub(super) fn staged(&self, commit: &str) -> Result<Blobs, GitError> {
        let arguments =
            ["--cached", "--raw", "-z", "--no-abbrev", "--find-renames", "--ignore-submodules", commit, "--"];
        let output = self.run("diff-index", &arguments, None)?;
        let mut parts = output.split(|byte| *byte == 0);
        let mut staged = Blobs::default();
        while let Some(about) = parts.next() {
            let about = String::from_utf8_lossy(about);
            let words: Vec<&str> = about.trim_start_matches(':').split(' ').collect();
            let [old_mode, _, old, _, status] = words[..] else { continue };
            let Some(mut path) = parts.next() else { break };
            if status.starts_with(['R', 'C']) {
                path = parts.next().unwrap_or(path);
            }
            if status.starts_with('U') {
                continue;
            }
            let blob = (is_file(old_mode) && is_object_name(old)).then(|| old.to_owned());
            staged.insert(path_from_bytes(path), blob);
        }
        Ok(staged)
    }

    /// What blobs hold, by their names. Those that are missing or too large are left out.
    pub(super) fn blobs(&self, names: &FxHashSet<&String>) -> Result<FxHashMap<String, Vec<u8>>, GitError> {
        let asked: String = names.iter().map(|name| format!("{name}\n")).collect();
        let sizes = self.cat_file("--batch-check", &asked)?;
        let mut sum = 0;
        let mut wanted = String::new();
        for line in String::from_utf8_lossy(&sizes).lines() {
            let Some((name, size)) = blob_header(line) else { continue };
            if size <= MAX_BLOB && sum + size <= MAX_BLOBS {
                sum += size;
                wanted.push_str(&format!("{name}\n"));
            }
        }
        let output = self.cat_file("--batch", &wanted)?;
        let mut blobs = FxHashMap::default();
        let mut rest = output.as_slice();
        while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
            let header = String::from_utf8_lossy(&rest[..end]).into_owned();
            rest = &rest[end + 1..];
            let Some((name, size)) = blob_header(&header) else { continue };
            let size = usize::try_from(size).unwrap_or(usize::MAX).min(rest.len());
            blobs.insert(name.to_owned(), rest[..size].to_vec());
            rest = rest.get(size + 1..).unwrap_or_default();
        }
        Ok(blobs)
    }

    fn cat_file(&self, how: &str, names: &str) -> Result<Vec<u8>, GitError> {
        if names.is_empty() {
            return Ok(Vec::new());
        }
        let path = self.private.path().join("names");
        let written = fs::write(&path, names).and_then(|()| loopmend_files::open(&path));
        let input =
            written.map_err(|error| GitError::Failed { command: "cat-file", problem: error.to_string() })?;
        self.run("cat-file", &[how], Some(input))
    }

    /// The settings that `@{upstream}` and `@{push}` need: names of branches and how remotes map them, read from one file as
    /// data. Nothing in them is a program, an address or a path.
    fn branches(&self) -> Result<Vec<(OsString, OsString)>, GitError> {
        const NAMES: &str = r"^(branch\..*\.(remote|merge|pushremote)|remote\..*\.(fetch|push)|remote\.pushdefault|push\.default)$";
        let path = self.private.path().join("branches");
        let text = loopmend_files::read(&self.place.common.join("config")).unwrap_or_default();
        fs::write(&path, text)
            .map_err(|error| GitError::Failed { command: "config", problem: error.to_string() })?;
        let arguments = ["--file", "branches", "--no-includes", "-z", "--get-regexp", NAMES];
        let (output, _) = self.output("config", &arguments, None)?;
        let pairs = output.split(|byte| *byte == 0).filter_map(|pair| {
            let end = pair.iter().position(|byte| *byte == b'\n')?;
            Some((os_string_from_bytes(&pair[..end]), os_string_from_bytes(&pair[end + 1..])))
        });
        Ok(pairs.collect())
    }

    /// The commits that lead to a commit and changed a file, the newest first: name, day, subject and raw difference.
    pub(super) fn log(&self, commit: &str, path: &str, most: usize) -> Result<Vec<u8>, GitError> {
        let (count, path) = (format!("--max-count={most}"), format!(":(literal){path}"));
        let format = "--format=%H%x00%as%x00%s%x00";
        let arguments = ["--raw", "--no-abbrev", "-z", "--no-renames", &count, format, commit, "--", &path];
        self.run("log", &arguments, None)
    }

    /// The name of what a commit has at a path, if it has anything there.
    pub(super) fn blob_of(&self, commit: &str, path: &str) -> Result<Option<String>, GitError> {
        let object = format!("{commit}:{path}");
        let (output, is_success) = self.output("rev-parse", &["--verify", "--quiet", &object], None)?;
        let name = String::from_utf8_lossy(&output).trim().to_owned();
        Ok((is_success && is_object_name(&name)).then_some(name))
    }

    /// Returns whether the clone is shallow.
    pub(super) fn is_shallow(&self) -> bool {
        self.private.path().join("shallow").exists()
    }

    fn run(
        &self,
        command: &'static str,
        arguments: &[&str],
        input: Option<File>,
    ) -> Result<Vec<u8>, GitError> {
        let (output, is_success) = self.output(command, arguments, input)?;
        let mebibytes = MAX_MEMORY >> 20;
        let problem = format!("the repository cannot be read, or not with {mebibytes} MiB of memory");
        if is_success { Ok(output) } else { Err(GitError::Failed { command, problem }) }
    }

    /// What git prints, and whether it succeeded.
    fn output(
        &self,
        command: &'static str,
        arguments: &[&str],
        input: Option<File>,
    ) -> Result<(Vec<u8>, bool), GitError> {
        let failed = |problem: String| GitError::Failed { command, problem };
        let mut child = self
            .command()
            .arg(command)
            .args(arguments)
            .stdin(input.map_or_else(Stdio::null, Stdio::from))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(GitError::NotStarted)?;
        limit_memory(&child);
        let limit = if command == "cat-file" { MAX_BLOBS + MAX_LIST } else { MAX_LIST };
        let stdout = child.stdout.take().ok_or_else(|| failed("it has no output".to_owned()))?;
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || {
            let mut bytes = Vec::new();
            let read = stdout.take(limit + 1).read_to_end(&mut bytes).map(|_| bytes);
            let _nobody_waits_any_more = sender.send(read);
        });
        let mut end = |problem: String| {
            let _it_is_gone_already = child.kill();
            let _it_is_gone_already = child.wait();
            Err(failed(problem))
        };
        match receiver.recv_timeout(TIME_LIMIT) {
            Ok(Ok(output)) if output.len() as u64 > limit => {
                end(format!("it prints more than {} MiB", limit >> 20))
            }
            Ok(Err(error)) => end(error.to_string()),
            Err(_) => end(format!("no answer within {} seconds", TIME_LIMIT.as_secs())),
            Ok(Ok(output)) => {
                let status = child.wait().map_err(|error| failed(error.to_string()))?;
                Ok((output, status.success()))
            }
        }
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        for (variable, value) in std::env::vars_os() {
            let name = variable.to_string_lossy();
            let is_kept = || name == "GIT_EXEC_PATH" && self.programs.is_outside(Path::new(&value));
            if name.starts_with("GIT_") && !is_kept() {
                command.env_remove(&variable);
            }
        }
        command.env("PATH", self.programs.path());
        let private = self.private.path();
        command.arg("--no-pager").current_dir(private);
        for variable in ["GIT_DIR", "HOME", "XDG_CONFIG_HOME"] {
            command.env(variable, private);
        }
        for variable in
            ["GIT_CONFIG_NOSYSTEM", "GIT_ATTR_NOSYSTEM", "GIT_NO_LAZY_FETCH", "GIT_NO_REPLACE_OBJECTS"]
        {
            command.env(variable, "1");
        }
        for variable in ["GIT_OPTIONAL_LOCKS", "GIT_TERMINAL_PROMPT"] {
            command.env(variable, "0");
        }
        command.env("GIT_CONFIG_GLOBAL", private.join("none")).env("LC_ALL", "C");
        command.env("GIT_OBJECT_DIRECTORY", self.place.common.join("objects"));
        let index = self.place.git_directory.join("index");
        if index.is_file() {
            command.env("GIT_INDEX_FILE", index);
        }
        command.env("GIT_CONFIG_COUNT", self.settings.len().to_string());
        for (number, (key, value)) in self.settings.iter().enumerate() {
            command.env(format!("GIT_CONFIG_KEY_{number}"), key);
            command.env(format!("GIT_CONFIG_VALUE_{number}"), value);
        }
        command
    }
}

/// git follows the lists of object databases that others borrow from, however long and whatever they are. One list is read here,
/// and the databases in it may have none, and belong to the same repository.
fn refuse_foreign_objects(place: &Place) -> io::Result<()> {
    let objects = place.common.join("objects");
    let list = |objects: &Path| objects.join("info/alternates");
    if list(&objects).symlink_metadata().is_err() {
        return Ok(());
    }
    let lines = loopmend_files::read_at_most(&list(&objects), MAX_REFERENCE)
        .map_err(|_| io::Error::other("the list of alternates cannot be read"))?;
    let named = lines.split(|byte| *byte == b'\n').filter(|line| !matches!(line.first(), None | Some(b'#')));
    for line in named {
        let path = objects.join(path_from_bytes(line));
        // git takes `..` out of a path before it follows links, or after.
        let readings = [without_parents(&path), path];
        let is_chain = readings.iter().any(|at| list(at).symlink_metadata().is_ok());
        if is_chain || line.starts_with(b"\"") {
            return Err(io::Error::other("alternates of alternates are not followed"));
        }
        for at in readings.iter().filter(|at| at.exists()) {
            if !place.has(at) {
                return Err(io::Error::other(
                    "it borrows objects of another repository (`objects/info/alternates`)",
                ));
            }
            refuse_links_in(at)?;
        }
    }
    Ok(())
}

/// The path with `..` taken out of its text.
fn without_parents(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::ParentDir => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}

/// Limits what a process allocates. One that has ended already needs no limit.
#[cfg(target_os = "linux")]
fn limit_memory(child: &Child) {
    use rustix::process::{Pid, Resource, Rlimit, getrlimit, prlimit};
    let own = getrlimit(Resource::Data);
    let limit = Rlimit { current: Some(own.current.map_or(MAX_MEMORY, |own| own.min(MAX_MEMORY))), ..own };
    let _it_is_gone_already = prlimit(Some(Pid::from_child(child)), Resource::Data, limit);
}

#[cfg(not(target_os = "linux"))]
fn limit_memory(_child: &Child) {}

/// Copies files of a repository, up to a sum.
struct Copies {
    left: u64,
}

impl Copies {
    /// Fills a `GIT_DIR` with a configuration of ours and with what names commits. Links are not followed.
    fn references(&mut self, place: &Place, private: &Path, with_logs: bool) -> io::Result<()> {
        let uses_tables = place.common.join("reftable").is_dir();
        fs::write(private.join("config"), configuration(&place.common, uses_tables))?;
        fs::create_dir(private.join("refs"))?;
        // Without one, git takes the directory for no repository.
        fs::write(private.join("HEAD"), "ref: refs/heads/.invalid\n")?;
        for entry in fs::read_dir(&place.git_directory)?.flatten() {
            let name = entry.file_name();
            let bytes = name.as_encoded_bytes();
            if bytes.ends_with(b"HEAD") {
                self.file(&entry.path(), &private.join(name), MAX_REFERENCE)?;
            } else if bytes.starts_with(b"sharedindex.") {
                self.file(&entry.path(), &private.join(name), loopmend_files::MAX_DATA)?;
            }
        }
        for name in ["packed-refs", "shallow"] {
            self.file(&place.common.join(name), &private.join(name), loopmend_files::MAX_DATA)?;
        }
        for directory in [&place.common, &place.git_directory] {
            self.directory(&directory.join("refs"), &private.join("refs"), MAX_REFERENCE, MAX_DEPTH)?;
            if uses_tables {
                let (from, to) = (directory.join("reftable"), private.join("reftable"));
                self.directory(&from, &to, loopmend_files::MAX_DATA, 1)?;
            }
            if with_logs {
                let (from, to) = (directory.join("logs"), private.join("logs"));
                self.directory(&from, &to, loopmend_files::MAX_CONFIGURATION, MAX_DEPTH)?;
            }
        }
        Ok(())
    }

    fn directory(&mut self, from: &Path, to: &Path, limit: u64, depth: usize) -> io::Result<()> {
        if depth == 0 || !from.symlink_metadata().is_ok_and(|metadata| metadata.is_dir()) {
            return Ok(());
        }
        self.take(BLOCK)?;
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)?.flatten() {
            let (path, target) = (entry.path(), to.join(entry.file_name()));
            self.directory(&path, &target, limit, depth - 1)?;
            self.file(&path, &target, limit)?;
        }
        Ok(())
    }

    /// Copies a regular file that is no link and not too large; anything else is not there.
    fn file(&mut self, from: &Path, to: &Path, limit: u64) -> io::Result<()> {
        let Ok(metadata) = from.symlink_metadata() else { return Ok(()) };
        if !metadata.is_file() || metadata.len() > limit {
            return Ok(());
        }
        self.take(metadata.len().max(BLOCK))?;
        match loopmend_files::read_at_most(from, metadata.len()) {
            Ok(bytes) => fs::write(to, bytes),
            Err(_) => Ok(()),
        }
    }

    fn take(&mut self, size: u64) -> io::Result<()> {
        let too_many = || {
            let mebibytes = MAX_COPIED >> 20;
            io::Error::other(format!("references and shared indexes take more than {mebibytes} MiB"))
        };
        self.left = self.left.checked_sub(size).ok_or_else(too_many)?;
        Ok(())
    }
}

/// The settings without which git cannot read the objects.
fn configuration(common: &Path, uses_tables: bool) -> String {
    let theirs = loopmend_files::read(&common.join("config")).unwrap_or_default();
    let theirs = String::from_utf8_lossy(&theirs).to_ascii_lowercase();
    let has_long_names = theirs.lines().any(|line| {
        line.split_once('=').is_some_and(|(key, value)| {
            key.trim().trim_start_matches("[extensions]").trim() == "objectformat" && value.trim() == "sha256"
        })
    });
    // The stacks of threads count as memory.
    let mut ours =
        "[core]\n\trepositoryformatversion = 1\n\tbare = true\n[index]\n\tthreads = false\n[extensions]\n"
            .to_owned();
    if has_long_names {
        ours.push_str("\tobjectFormat = sha256\n");
    }
    if uses_tables {
        ours.push_str("\trefStorage = reftable\n");
    }
    ours
}

/// `NAME blob SIZE`.
fn blob_header(line: &str) -> Option<(&str, u64)> {
    let mut words = line.split(' ');
    let name = words.next().filter(|name| is_object_name(name))?;
    (words.next() == Some("blob")).then_some(())?;
    Some((name, words.next()?.parse().ok()?))
}

/// Whether this is the full name of an object, other than of none.
fn is_object_name(text: &str) -> bool {
    matches!(text.len(), 40 | 64)
        && text.bytes().all(|byte| byte.is_ascii_hexdigit())
        && text.bytes().any(|byte| byte != b'0')
}

/// Whether a mode is that of a regular file.
fn is_file(mode: &str) -> bool {
    mode.starts_with("100")
}

#[cfg(unix)]
fn os_string_from_bytes(bytes: &[u8]) -> OsString {
    use std::os::unix::ffi::OsStringExt;
    OsString::from_vec(bytes.to_vec())
}

#[cfg(not(unix))]
fn os_string_from_bytes(bytes: &[u8]) -> OsString {
    String::from_utf8_lossy(bytes).into_owned().into()
}

fn path_from_bytes(bytes: &[u8]) -> PathBuf {
    PathBuf::from(os_string_from_bytes(bytes))
}
