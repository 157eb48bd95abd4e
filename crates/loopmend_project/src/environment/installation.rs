//! Reads installations and virtual environments from their files.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::bounds::Bounds;
use crate::environment::{Installation, push_directory};
use crate::variables::Variables;
use crate::{PythonVersion, paths};

/// What installations are read with.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) variables: &'a Variables,
    pub(super) bounds: &'a Bounds,
}

/// What an interpreter's file says.
pub(super) enum InterpreterFile {
    /// The installation it belongs to.
    Known(Installation),
    /// It is there, and reading does not tell: a script that starts another one, or an unusual layout.
    Unclear,
    /// No file is there.
    Missing,
}

/// Reads the environment in a directory: a virtual environment, or an installation such as conda's.
pub(super) fn read_directory(prefix: &Path, context: Context<'_>) -> Option<Installation> {
    if let Ok(configuration) = context.bounds.read_text(&prefix.join("pyvenv.cfg")) {
        return Some(read_virtual_environment(prefix, &configuration, context));
    }
    read_prefix(prefix, None, context)
}

/// Follows the symbolic links of an interpreter; a link inside a virtual environment stands for that.
pub(super) fn read_interpreter(path: &Path, context: Context<'_>) -> InterpreterFile {
    const LINKS: usize = 16;
    if !path.is_file() {
        return InterpreterFile::Missing;
    }
    let mut current = path.to_path_buf();
    let mut version = None;
    for _ in 0..LINKS {
        if let Some(prefix) = current.parent().and_then(Path::parent)
            && let Ok(configuration) = context.bounds.read_text(&prefix.join("pyvenv.cfg"))
        {
            let environment = read_virtual_environment(prefix, &configuration, context);
            return InterpreterFile::Known(Installation { interpreter: Some(current), ..environment });
        }
        version = version.or_else(|| version_in_name(&current));
        match fs::read_link(&current) {
            Ok(target) => {
                current = paths::absolute(current.parent().unwrap_or(Path::new("/")), &target);
            }
            Err(_) => break,
        }
    }
    let real = fs::canonicalize(&current).unwrap_or(current);
    version = version.or_else(|| version_in_name(&real));
    let prefix = if cfg!(windows) { real.parent() } else { real.parent().and_then(Path::parent) };
    if is_script(&real) {
        return InterpreterFile::Unclear;
    }
    match prefix.and_then(|prefix| read_prefix(prefix, version, context)) {
        Some(found) => {
            InterpreterFile::Known(Installation { interpreter: Some(path.to_path_buf()), ..found })
        }
        None => InterpreterFile::Unclear,
    }
}

fn read_virtual_environment(prefix: &Path, configuration: &str, context: Context<'_>) -> Installation {
    let value = |key: &str| {
        configuration.lines().find_map(|line| {
            let (name, value) = line.split_once('=')?;
            (name.trim().eq_ignore_ascii_case(key)).then(|| value.trim())
        })
    };
    let mut version = value("version_info").or_else(|| value("version")).and_then(version_in_text);
    let mut site_packages = Vec::new();
    for (found, library) in library_directories(prefix) {
        if version.is_none_or(|version| found.is_none_or(|found| found == version)) {
            version = version.or(found);
            push_directory(&mut site_packages, library.join("site-packages"));
        }
    }
    let includes_system =
        value("include-system-site-packages").is_some_and(|it| it.eq_ignore_ascii_case("true"));
    let home = value("home").map(Path::new).filter(|home| !paths::is_share(home));
    if includes_system && let Some(home) = home {
        let base = if cfg!(windows) { Some(home) } else { home.parent() };
        for directory in
            base.and_then(|base| read_prefix(base, version, context)).unwrap_or_default().site_packages
        {
            push_directory(&mut site_packages, directory);
        }
    }
    Installation { prefix: prefix.to_path_buf(), interpreter: interpreter_in(prefix), version, site_packages }
}

/// Reads an installation: its standard library shows the version. `version` picks among several.
fn read_prefix(prefix: &Path, version: Option<PythonVersion>, context: Context<'_>) -> Option<Installation> {
    let libraries =
        library_directories(prefix).into_iter().filter(|(_, library)| library.join("os.py").is_file());
    let wanted = libraries.filter(|(found, _)| version.is_none() || found.is_none() || *found == version);
    let (found, library) = wanted.max_by_key(|(found, _)| *found)?;
    let version = found.or(version);
    let mut site_packages = Vec::new();
    if let Some((version, home)) = version.zip(context.variables.home.as_ref()) {
        push_directory(&mut site_packages, home.join(format!(".local/lib/python{version}/site-packages")));
    }
    push_directory(&mut site_packages, library.join("site-packages"));
    if prefix == Path::new("/usr") {
        if let Some(version) = version {
            push_directory(
                &mut site_packages,
                PathBuf::from(format!("/usr/local/lib/python{version}/dist-packages")),
            );
        }
        push_directory(&mut site_packages, PathBuf::from("/usr/lib/python3/dist-packages"));
    }
    push_directory(&mut site_packages, library.join("dist-packages"));
    Some(Installation {
        prefix: prefix.to_path_buf(),
        interpreter: interpreter_in(prefix),
        version,
        site_packages,
    })
}

/// `lib/python3.N`, `lib64/python3.N` and PyPy's, with their versions; `Lib` on Windows.
fn library_directories(prefix: &Path) -> Vec<(Option<PythonVersion>, PathBuf)> {
    let mut found = Vec::new();
    let (lib, lib64) = (prefix.join("lib"), prefix.join("lib64"));
    for folder in std::iter::once(&lib).chain(Some(&lib64).filter(|folder| !folder.is_symlink())) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            if let Some(version) = version_in_name(&entry.path()).filter(|_| entry.path().is_dir()) {
                found.push((Some(version), entry.path()));
            }
        }
    }
    if cfg!(windows) && prefix.join("Lib").is_dir() {
        found.push((None, prefix.join("Lib")));
    }
    found.sort();
    found
}

fn interpreter_in(prefix: &Path) -> Option<PathBuf> {
    const PLACES: [&str; 5] = ["bin/python3", "bin/python", "bin/pypy3", "Scripts/python.exe", "python.exe"];
    PLACES.iter().map(|place| prefix.join(place)).find(|path| path.is_file())
}

/// The version in a name such as `python3.11`, `pypy3.10` or `python3.13t`.
fn version_in_name(path: &Path) -> Option<PythonVersion> {
    let name = path.file_name()?.to_str()?;
    let version = name.strip_prefix("python").or_else(|| name.strip_prefix("pypy"))?;
    version_in_text(version.trim_end_matches(".exe").trim_end_matches('t'))
}

/// The version in a text such as `3.11`, `3.11.7` or `3.11.7.final.0`.
pub(super) fn version_in_text(text: &str) -> Option<PythonVersion> {
    let mut numbers = text.split('.').map(|part| part.parse::<u8>());
    match (numbers.next()?, numbers.next()?) {
        (Ok(3), Ok(minor)) => Some(PythonVersion::at_least_oldest(3, minor)),
        _ => None,
    }
}

#[expect(clippy::disallowed_methods, reason = "two bytes are compared, and not shown")]
fn is_script(path: &Path) -> bool {
    let mut start = [0; 2];
    loopmend_files::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok() && start == *b"#!"
}
