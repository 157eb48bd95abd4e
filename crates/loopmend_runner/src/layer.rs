//! Packages in other versions than those of the user's environment, installed into a directory of the cache that imports search first.
//!
//! The environment itself stays as it is. A layer is made in a directory beside its place and renamed, so that one under its name is
//! whole. loopmend holds the directories open and follows no link. The installer is another program and writes by path: the directory
//! has a random name, and a layer whose directory was exchanged meanwhile is not used.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::fs::FileTimes;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::SystemTime;

use loopmend_files::{DirectoryHandle, Kind, MAX_CONFIGURATION, SHARED, as_text};
use xxhash_rust::xxh3::xxh3_64;

use crate::interrupt::Interrupt;
use crate::processes::Processes;

/// The directory of layers in a cache.
pub const LAYERS: &str = "layers";
/// The file that says of a directory that it is a layer, and how it was made.
const MARK: &str = "loopmend-layer.txt";
/// The first line of that file.
const MARK_BEGINS: &str = "A layer of loopmend, made by: ";
/// How the directory of a layer is named while it is made.
const BUILDING: &str = ".building-";
/// The versions that stay, while a layer is made.
const HELD: &str = "held.txt";
/// What is in the directory of a layer besides the mark.
const PACKAGES: &str = "packages";
/// So many layers are kept.
const MOST_KEPT: usize = 8;
/// What is read of what an installer printed.
const TAIL: u64 = 16 * 1024;

/// A directory with packages, for the front of the search path.
#[derive(Debug)]
pub struct Layer {
    directory: PathBuf,
    /// The command that made it, with `LAYER` and `PYTHON` for the paths.
    pub command: String,
    /// The distributions in it, each with its version, sorted.
    pub packages: Vec<(String, String)>,
}

/// What a layer is to hold, and for whom.
pub struct LayerRequest<'r> {
    /// The interpreter that is to import from it.
    pub interpreter: &'r Path,
    /// The version of the interpreter.
    pub python: &'r str,
    /// The distributions with their versions.
    pub wanted: &'r [(String, String)],
    /// The other distributions of the environment with their versions: those that the wanted ones need stay at these if they can.
    pub installed: &'r [(String, String)],
    /// Where an installer looks for the settings of the project.
    pub directory: &'r Path,
    /// Where layers are kept: an absolute path without links.
    pub layers: &'r Path,
    /// Called once before anything is installed.
    pub begins: &'r dyn Fn(),
    /// The user stops it.
    pub interrupt: Interrupt<'r>,
}

/// Why there is no layer.
#[derive(Debug)]
pub enum LayerError {
    /// A directory or file could not be written, or a program not started.
    Io(io::Error),
    /// The installer failed; what it said last.
    Failed(String),
    /// The user stopped it.
    Interrupted,
}

impl fmt::Display for LayerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(f, "{error}"),
            Self::Failed(words) => f.write_str(words),
            Self::Interrupted => f.write_str("interrupted"),
        }
    }
}

impl std::error::Error for LayerError {}

impl From<io::Error> for LayerError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Layer {
    /// The directory for the front of the search path.
    pub fn directory(&self) -> PathBuf {
        self.directory.join(PACKAGES)
    }

    /// The layer that is asked for: one that was made before, or a new one.
    ///
    /// # Errors
    /// When it cannot be made, or the user stops it. Then nothing is left of it.
    pub fn get(request: &LayerRequest<'_>) -> Result<Self, LayerError> {
        let key = OsString::from(request.key());
        let held = DirectoryHandle::open_or_create(request.layers)?;
        if let Some(known) = Self::read(&held, &key) {
            touch(&held, &key);
            return Ok(known);
        }
        (request.begins)();
        let (building, directory) = held.create_temporary_directory(BUILDING)?;
        let made = request.fill(&held, &building, &directory);
        let made = made.and_then(|()| publish(&held, &building, &key));
        if made.is_err() {
            // The first error is the one to report.
            let _left = held.remove_directory(&building);
        }
        made?;
        remove_oldest(&held);
        Self::read(&held, &key).ok_or_else(|| LayerError::Failed("the installer left no packages".to_owned()))
    }

    fn read(layers: &DirectoryHandle, name: &OsStr) -> Option<Self> {
        let layer = layers.open_below(Path::new(name)).ok()?;
        let mark = read_mark(&layer)?;
        let command = mark.strip_prefix(MARK_BEGINS)?.trim_end().to_owned();
        let packages = distributions(&layer.open_below(Path::new(PACKAGES)).ok()?);
        let directory = layer.path().to_owned();
        (!packages.is_empty()).then_some(Self { directory, command, packages })
    }
}

/// Records that a layer is used, which decides how long it is kept; a file system that does not record it is no obstacle.
fn touch(layers: &DirectoryHandle, name: &OsStr) {
    let mark = layers.open_below(Path::new(name)).and_then(|layer| layer.open_to_write(OsStr::new(MARK)));
    let _unrecorded = mark.and_then(|mark| mark.set_times(FileTimes::new().set_modified(SystemTime::now())));
}

/// Gives a complete layer its name, unless another run was quicker.
fn publish(layers: &DirectoryHandle, building: &OsStr, name: &OsStr) -> Result<(), LayerError> {
    if Layer::read(layers, name).is_some() {
        return Ok(layers.remove_directory(building)?);
    }
    remove(layers, name)?;
    match layers.rename(building, layers, name) {
        Err(_) if Layer::read(layers, name).is_some() => Ok(layers.remove_directory(building)?),
        renamed => Ok(renamed?),
    }
}

impl LayerRequest<'_> {
    /// The name of the layer: what was asked for, as far as the result depends on it.
    fn key(&self) -> String {
        let mut text = format!("{}\n{}\n", self.interpreter.display(), self.python);
        for (name, version) in self.wanted {
            text.push_str(&format!("{name}=={version}\n"));
        }
        text.push_str(&constraints(self.installed));
        format!("{:016x}", xxh3_64(text.as_bytes()))
    }

    /// Installs into a directory of the layers, and marks it.
    fn fill(
        &self,
        layers: &DirectoryHandle,
        name: &OsStr,
        building: &DirectoryHandle,
    ) -> Result<(), LayerError> {
        write_new(building, MARK, MARK_BEGINS)?;
        write_new(building, HELD, &constraints(self.installed))?;
        let command = self.install(building)?;
        // The installer writes by path: what it wrote is in another directory if a link came to be on the way.
        if !building.is_at(layers, Path::new(name)) || !is_still_at_its_path(layers) {
            return Err(LayerError::Failed("another program moved the directory of the layers".to_owned()));
        }
        building.remove_file(OsStr::new(HELD))?;
        remove(building, OsStr::new(VENV))?;
        let mark = format!("{MARK_BEGINS}{command}\n");
        Ok(building.replace_file(OsStr::new(MARK), (MARK, SHARED), |file| file.write_all(mark.as_bytes()))?)
    }

    /// Installs, first with all else as it is installed, then with newer versions of what the wanted distributions need.
    fn install(&self, building: &DirectoryHandle) -> Result<String, LayerError> {
        let held = building.path().join(HELD);
        let installer = self.installer(building.path())?;
        match self.install_with(&installer, building, Some(&held)) {
            Err(LayerError::Failed(_)) => self.install_with(&installer, building, None),
            other => other,
        }
    }

    fn install_with(
        &self,
        installer: &Installer,
        building: &DirectoryHandle,
        held: Option<&Path>,
    ) -> Result<String, LayerError> {
        remove(building, OsStr::new(PACKAGES))?;
        let (building, target) = (building.path(), building.path().join(PACKAGES));
        let wanted: Vec<String> =
            self.wanted.iter().map(|(name, version)| format!("{name}=={version}")).collect();
        let (mut command, shown) = match installer {
            Installer::Uv(uv) => {
                let mut command = Command::new(uv);
                command
                    .args(["pip", "install", "--python"])
                    .arg(self.interpreter)
                    .current_dir(self.directory);
                (command, "uv pip install --python PYTHON")
            }
            Installer::Pip(python) => {
                let mut command = Command::new(python);
                command.args(["-m", "pip", "install", "--disable-pip-version-check", "--no-input"]);
                // A project can have a file `pip.py`.
                command.current_dir(building).env("PIP_REQUIRE_VIRTUALENV", "0").env("PIP_USER", "0");
                (command, "python -m pip install")
            }
        };
        command.args(["--only-binary", ":all:", "--target"]).arg(&target);
        if let Some(held) = held {
            command.arg("--constraint").arg(held);
        }
        command.args(&wanted).env_remove("PYTHONPATH");
        self.run(command)?;
        Ok(format!("{shown} --only-binary :all: --target LAYER {}", wanted.join(" ")))
    }

    /// The first installer that there is: uv beside the interpreter or on `PATH`, pip of the environment, pip of a new one.
    fn installer(&self, building: &Path) -> Result<Installer, LayerError> {
        let beside = self.interpreter.parent().map(Path::to_owned);
        let path = std::env::var_os("PATH").unwrap_or_default();
        let uv = format!("uv{}", std::env::consts::EXE_SUFFIX);
        let mut candidates =
            beside.into_iter().chain(std::env::split_paths(&path)).map(|directory| directory.join(&uv));
        if let Some(uv) = candidates.find(|candidate| candidate.is_absolute() && candidate.is_file()) {
            return Ok(Installer::Uv(uv));
        }
        let mut has_pip = Command::new(self.interpreter);
        has_pip.args(["-m", "pip", "--version"]).current_dir(building).env_remove("PYTHONPATH");
        match self.run(has_pip) {
            Ok(()) => return Ok(Installer::Pip(self.interpreter.to_owned())),
            Err(LayerError::Failed(_)) => {}
            Err(error) => return Err(error),
        }
        let mut venv = Command::new(self.interpreter);
        venv.args(["-m", "venv", VENV]).current_dir(building).env_remove("PYTHONPATH");
        self.run(venv)?;
        let scripts = building.join(VENV).join(if cfg!(windows) { "Scripts" } else { "bin" });
        Ok(Installer::Pip(scripts.join(format!("python{}", std::env::consts::EXE_SUFFIX))))
    }

    /// Runs a program to its end, or until the user stops it.
    fn run(&self, mut command: Command) -> Result<(), LayerError> {
        let mut printed = tempfile::tempfile()?;
        command.stdin(Stdio::null()).stdout(printed.try_clone()?).stderr(printed.try_clone()?);
        let program = PathBuf::from(command.get_program());
        let mut processes = Processes::start(command, false, self.interrupt)?;
        let status = loop {
            if self.interrupt.is_asked() {
                processes.end();
                return Err(LayerError::Interrupted);
            }
            if let Some(status) = processes.wait_until(None) {
                break status;
            }
        };
        if status.success() {
            return Ok(());
        }
        let length = printed.metadata()?.len();
        printed.seek(SeekFrom::Start(length.saturating_sub(TAIL)))?;
        let mut bytes = Vec::new();
        printed.take(TAIL).read_to_end(&mut bytes)?;
        let name = program.file_stem().and_then(OsStr::to_str).unwrap_or_default();
        let words = last_words(&String::from_utf8_lossy(&bytes));
        Err(LayerError::Failed(words.unwrap_or_else(|| format!("`{name}` ended with {status}"))))
    }
}

fn write_new(directory: &DirectoryHandle, name: &str, text: &str) -> io::Result<()> {
    directory.create_file(OsStr::new(name), SHARED)?.write_all(text.as_bytes())
}

fn is_still_at_its_path(directory: &DirectoryHandle) -> bool {
    DirectoryHandle::open(directory.path()).is_ok_and(|now| now.identity() == directory.identity())
}

/// Where pip is, if neither uv nor the environment has it.
const VENV: &str = "installer";

/// What installs packages.
enum Installer {
    Uv(PathBuf),
    /// The interpreter that has pip.
    Pip(PathBuf),
}

/// The last line that says what is wrong.
fn last_words(printed: &str) -> Option<String> {
    let is_worth =
        |line: &&str| !line.is_empty() && !line.starts_with("hint") && !line.starts_with("[notice]");
    let line = printed.lines().map(str::trim).rfind(is_worth)?;
    let line = line.trim_start_matches(|letter: char| !letter.is_alphanumeric() && letter != '`');
    let starts = ["error: ", "ERROR: ", "cause: ", "Caused by: "];
    let words = starts.iter().find_map(|start| line.strip_prefix(start)).unwrap_or(line);
    Some(words.trim_end_matches('.').to_owned())
}

/// Distributions as requirements, one a line; without those whose names or versions an installer does not take.
fn constraints(installed: &[(String, String)]) -> String {
    let is_plain = |text: &str, also: &str| {
        !text.is_empty() && text.chars().all(|letter| letter.is_ascii_alphanumeric() || also.contains(letter))
    };
    let plain = installed.iter().filter(|(name, version)| {
        is_plain(name, "-_.")
            && is_plain(version, ".+!-")
            && version.starts_with(|it: char| it.is_ascii_digit())
    });
    plain.map(|(name, version)| format!("{name}=={version}\n")).collect()
}

/// The distributions in a directory, by the names of their `dist-info` directories.
fn distributions(directory: &DirectoryHandle) -> Vec<(String, String)> {
    let names = directory.names().unwrap_or_default().into_iter();
    let mut found: Vec<(String, String)> = names
        .filter_map(|name| {
            let name = name.into_string().ok()?;
            let (name, version) = name.strip_suffix(".dist-info")?.rsplit_once('-')?;
            Some((name.replace('_', "-").to_lowercase(), version.to_owned()))
        })
        .collect();
    found.sort();
    found
}

/// The names of the layers in a directory, also of those that were cut short; nothing that loopmend did not make.
pub fn layer_names(layers: &DirectoryHandle) -> Vec<OsString> {
    let is_own = |name: &OsString| {
        let layer = layers.open_below(Path::new(name)).ok();
        layer.and_then(|layer| read_mark(&layer)).is_some_and(|mark| mark.starts_with(MARK_BEGINS))
    };
    layers.names().unwrap_or_default().into_iter().filter(is_own).collect()
}

fn read_mark(layer: &DirectoryHandle) -> Option<String> {
    as_text(layer.read_at_most(OsStr::new(MARK), MAX_CONFIGURATION).ok()?).ok()
}

/// Removes the layers that were not used for longest. One that cannot be removed stays.
fn remove_oldest(layers: &DirectoryHandle) {
    let is_whole = |name: &OsString| !name.to_string_lossy().starts_with('.');
    let used = |name: &OsString| {
        let layer = layers.open_below(Path::new(name)).ok()?;
        layer.open_file(OsStr::new(MARK)).ok()?.metadata().ok()?.modified().ok()
    };
    let mut found: Vec<OsString> = layer_names(layers).into_iter().filter(is_whole).collect();
    found.sort_by_key(|name| std::cmp::Reverse(used(name)));
    for old in found.iter().skip(MOST_KEPT) {
        let _ = layers.remove_directory(old);
    }
}

fn remove(directory: &DirectoryHandle, name: &OsStr) -> io::Result<()> {
    match directory.kind(name)? {
        None => Ok(()),
        Some(Kind::Directory) => directory.remove_directory(name),
        Some(_) => directory.remove_file(name),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::sync::atomic::AtomicBool;

    use loopmend_files::DirectoryHandle;

    use super::{
        Interrupt, LAYERS, Layer, LayerError, LayerRequest, MARK, constraints, last_words, layer_names,
    };

    /// The names of the layers in a cache.
    fn layers(cache: &Path) -> Vec<std::ffi::OsString> {
        let layers = fs::canonicalize(cache.join(LAYERS)).unwrap();
        layer_names(&DirectoryHandle::open(&layers).unwrap())
    }

    fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, version)| ((*name).to_owned(), (*version).to_owned())).collect()
    }

    /// Asks for a layer with a program in the place of the interpreter, or of uv beside it.
    fn asked(cache: &Path, interpreter: &Path, is_stopped: bool) -> Result<Layer, LayerError> {
        Layer::get(&LayerRequest {
            interpreter,
            python: "3.12",
            wanted: &owned(&[("a", "2.0")]),
            installed: &owned(&[("b", "1.0")]),
            directory: cache,
            layers: &fs::canonicalize(cache).unwrap().join(LAYERS),
            begins: &|| {},
            interrupt: Interrupt { asked: &AtomicBool::new(is_stopped), ..Interrupt::never() },
        })
    }

    /// A program that does as uv does, as far as layers need it.
    #[cfg(unix)]
    fn uv(directory: &Path, body: &str) -> std::path::PathBuf {
        use std::os::unix::fs::PermissionsExt;
        let uv = directory.join("uv");
        let target = "while [ \"$1\" != --target ]; do shift; done; target=$2; shift 2";
        fs::write(&uv, format!("#!/bin/sh\n{target}\n{body}\n")).unwrap();
        fs::set_permissions(&uv, fs::Permissions::from_mode(0o755)).unwrap();
        directory.join("python")
    }

    #[cfg(unix)]
    #[test]
    fn a_layer_is_made_once_and_held_versions_give_way() {
        let place = tempfile::tempdir().unwrap();
        // The installer refuses constraints, and counts how often it runs.
        let refuses = "echo x >> \"$(dirname \"$0\")/runs\"; [ \"$1\" != --constraint ] || exit 1";
        let makes = "mkdir -p \"$target/a-2.0.dist-info\" \"$target/big_c-3.1.dist-info\"";
        let interpreter = uv(place.path(), &format!("{refuses}\n{makes}"));
        let runs = || loopmend_files::read_text(&place.path().join("runs")).unwrap().lines().count();
        let layer = asked(place.path(), &interpreter, false).unwrap();
        assert_eq!(layer.packages, owned(&[("a", "2.0"), ("big-c", "3.1")]));
        assert_eq!(layer.command, "uv pip install --python PYTHON --only-binary :all: --target LAYER a==2.0");
        assert_eq!(runs(), 2);
        assert!(layer.directory().join("a-2.0.dist-info").is_dir());
        assert_eq!(asked(place.path(), &interpreter, false).unwrap().directory(), layer.directory());
        assert_eq!(runs(), 2);
        assert_eq!(layers(place.path()).len(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn one_that_failed_or_was_stopped_leaves_nothing() {
        let place = tempfile::tempdir().unwrap();
        let interpreter =
            uv(place.path(), "mkdir -p \"$target/a-2.0.dist-info\"; echo 'ERROR: no network.'; exit 1");
        let error = asked(place.path(), &interpreter, false).unwrap_err();
        assert_eq!(error.to_string(), "no network");
        let stopped = asked(place.path(), &interpreter, true).unwrap_err();
        assert!(matches!(stopped, LayerError::Interrupted));
        assert!(layers(place.path()).is_empty());
        assert_eq!(fs::read_dir(place.path().join(LAYERS)).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn a_directory_that_becomes_a_link_while_packages_are_installed_leads_nowhere() {
        let mark = "A layer of loopmend, made by: x";
        // Each is exchanged by the installer, for a link to a directory outside; `$1` is the directory of the new layer.
        for exchanged in ["$(dirname \"$1\")", "$1"] {
            let place = tempfile::tempdir().unwrap();
            let [cache, outside] = ["cache", "outside"].map(|name| place.path().join(name));
            for directory in [&cache, &outside] {
                fs::create_dir(directory).unwrap();
            }
            // So many that the oldest would be removed.
            for number in 0..2 * super::MOST_KEPT {
                let other = outside.join(format!("{number:016x}"));
                fs::create_dir(&other).unwrap();
                fs::write(other.join(MARK), mark).unwrap();
            }
            fs::write(outside.join("held.txt"), "mine").unwrap();
            let exchange = format!(
                "set -- \"$(dirname \"$target\")\"; exchanged={exchanged}; mkdir -p \"$target/a-2.0.dist-info\"
                mv \"$exchanged\" '{place}/moved'; ln -s '{place}/outside' \"$exchanged\"",
                place = place.path().display()
            );
            let interpreter = uv(place.path(), &exchange);
            let error = asked(&cache, &interpreter, false).unwrap_err();
            assert!(error.to_string().contains("moved the directory"), "{exchanged}: {error}");
            assert_eq!(fs::read_dir(&outside).unwrap().count(), 2 * super::MOST_KEPT + 1, "{exchanged}");
            assert_eq!(fs::read_to_string(outside.join("held.txt")).unwrap(), "mine", "{exchanged}");
        }
    }

    #[test]
    fn only_directories_of_loopmend_are_layers() {
        let place = tempfile::tempdir().unwrap();
        for (name, mark) in [
            ("a", "A layer of loopmend, made by: x"),
            ("b", "other"),
            (".building-1", "A layer of loopmend, made by: "),
        ] {
            let directory = place.path().join(LAYERS).join(name);
            fs::create_dir_all(&directory).unwrap();
            fs::write(directory.join(MARK), mark).unwrap();
        }
        fs::create_dir(place.path().join(LAYERS).join("c")).unwrap();
        let mut names = layers(place.path());
        names.sort();
        assert_eq!(names, [".building-1", "a"]);
    }

    #[test]
    fn what_installers_say_last_is_one_line() {
        let uv = "error: No solution found\n  cause: Because there is no version of a==99, x.\nhint: try";
        assert_eq!(last_words(uv).unwrap(), "Because there is no version of a==99, x");
        let older = "  × No solution\n  ╰─▶ Because a is not there\n";
        assert_eq!(last_words(older).unwrap(), "Because a is not there");
        assert_eq!(last_words("ERROR: No matching distribution\n\n").unwrap(), "No matching distribution");
        assert_eq!(last_words("\n"), None);
    }

    #[test]
    fn names_and_versions_that_are_none_are_no_constraints() {
        let installed = owned(&[("a.b_c", "1.0+cu118"), ("-r x", "1.0"), ("d", "; x"), ("e", "1!2.0")]);
        assert_eq!(constraints(&installed), "a.b_c==1.0+cu118\ne==1!2.0\n");
    }
}
