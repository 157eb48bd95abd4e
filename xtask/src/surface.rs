//! The surfaces that the binary carries: made of releases, for libraries that are not installed where loopmend looks.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::tools::{Tools, normalized};
use crate::{Outcome, workspace};

/// The licences that allow names and signatures to be carried if their text goes with them.
const ALLOWED: [&str; 8] = [
    "Apache-2.0",
    "Apache-2.0 AND MIT",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "MIT",
    "MIT OR Apache-2.0",
    "PSF-2.0",
];

/// The parts of names of modules that users do not import.
const LEFT_OUT: [&str; 11] = [
    "__main__",
    "_tests",
    "_vendor",
    "_vendored",
    "conftest",
    "locale",
    "migrations",
    "pytest_plugin",
    "tests",
    "vendored",
    "vendor",
];

/// The arguments of `cargo xtask surface`.
#[derive(clap::Args)]
#[command(after_help = "\
Installs the releases of xtask/surface.toml into target/surface, without running anything of them, and writes the stubs of their modules to \
crates/loopmend_surface/data and their licences to crates/loopmend_surface/licences. A module is left out if neither it nor a module \
that rests on it has to do with event loops.")]
pub(crate) struct Arguments {
    /// The libraries; all of them without a name
    names: Vec<String>,
}

/// The list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    library: Vec<Library>,
}

/// A release.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Library {
    /// The name of the distribution, as PEP 503 normalises it.
    name: String,
    version: String,
    /// An SPDX expression.
    licence: String,
    /// Packages and modules that are large and hold data alone.
    #[serde(default)]
    leave_out: Vec<String>,
    /// Other distributions that have its packages, such as forks: where a project names one, the stubs do not stand in.
    #[serde(default)]
    rivals: Vec<String>,
}

impl Library {
    fn leaves_out(&self, module: &str) -> bool {
        let is_in = |package: &String| {
            module.strip_prefix(package).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        self.leave_out.iter().any(is_in)
    }
}

/// Runs `cargo xtask surface`.
/// Fails if a library is unknown or has no allowed licence, or when a release cannot be fetched or read.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let libraries = select(&arguments.names)?;
    let tools = Tools::ready()?;
    let environment = workspace::target().join("surface/venv");
    install(&libraries, &environment, &tools)?;
    let program = build()?;
    let packages = packages(&environment)?;
    for library in &libraries {
        let information = information(library, &packages)?;
        let record = workspace::read(&information.join("RECORD"))?;
        let stubs = stubs(library, &record, &environment, &program)?;
        println!("{} {}: {} bytes", library.name, library.version, stubs.len());
        let data =
            workspace::root().join("crates/loopmend_surface/data").join(format!("{}.pyi", library.name));
        if !stubs.is_empty() {
            workspace::write(&data, &format!("{}\n{stubs}", head(library)))?;
            write_licence(library, &record, &packages)?;
        }
    }
    Ok(Outcome::Passed)
}

fn head(library: &Library) -> String {
    let rivals = match library.rivals.is_empty() {
        true => String::new(),
        false => format!(" rivals={}", library.rivals.join(",")),
    };
    format!("# {} {} {}{rivals}", library.name, library.version, library.licence)
}

fn read() -> Result<Vec<Library>> {
    let path = workspace::root().join("xtask/surface.toml");
    let manifest: Manifest =
        toml::from_str(&workspace::read(&path)?).with_context(|| format!("in {}", path.display()))?;
    Ok(manifest.library)
}

fn select(names: &[String]) -> Result<Vec<Library>> {
    let all = read()?;
    for library in &all {
        let licence = &library.licence;
        ensure!(ALLOWED.contains(&licence.as_str()), "{}: `{licence}` is no allowed licence", library.name);
    }
    for name in names {
        ensure!(all.iter().any(|library| library.name == *name), "xtask/surface.toml has no `{name}`");
    }
    Ok(all.into_iter().filter(|library| names.is_empty() || names.contains(&library.name)).collect())
}

/// Installs the releases without what they need: the types of another library are known where that one is on the list.
fn install(libraries: &[Library], environment: &Path, tools: &Tools) -> Result<()> {
    if !environment.exists() {
        tools.make_environment(environment, ">=3.11")?;
    }
    let pins: Vec<String> =
        libraries.iter().map(|library| format!("{}=={}", library.name, library.version)).collect();
    let failed = tools.install_locked(environment, &pins)?;
    ensure!(failed.is_empty(), "cannot install {}", failed.join(", "));
    Ok(())
}

/// Builds the program that writes stubs.
fn build() -> Result<PathBuf> {
    let mut command = Command::new(env!("CARGO"));
    command.args(["build", "--release", "--locked", "--package", "surface"]);
    workspace::run_visibly(command.current_dir(workspace::root()))?;
    Ok(workspace::target().join("release/surface"))
}

fn stubs(library: &Library, record: &str, environment: &Path, program: &Path) -> Result<String> {
    let empty = workspace::target().join("surface/project");
    fs::create_dir_all(&empty).with_context(|| format!("cannot make {}", empty.display()))?;
    let mut modules = modules(record);
    modules.retain(|module| !library.leaves_out(module));
    let mut command = Command::new(program);
    let output = workspace::run_captured(command.arg(&empty).arg(environment).args(&modules), &[0])?;
    Ok(String::from_utf8(output)?)
}

/// The modules of a distribution, by the `RECORD` of its files, sorted.
fn modules(record: &str) -> Vec<String> {
    let mut modules: Vec<String> = record.lines().filter_map(module).collect();
    modules.sort();
    modules.dedup();
    modules
}

fn module(line: &str) -> Option<String> {
    let (path, _) = line.split_once(',')?;
    let stem = path.strip_suffix(".py").or_else(|| path.strip_suffix(".pyi"))?;
    let stem = stem.strip_suffix("/__init__").unwrap_or(stem);
    let mut parts = stem.split('/');
    let is_name = |part: &str| {
        part.chars().all(|letter| letter == '_' || letter.is_alphanumeric())
            && !part.starts_with(|first: char| first.is_numeric())
            && !LEFT_OUT.contains(&part)
    };
    parts.all(is_name).then(|| stem.replace('/', "."))
}

/// The directory of an environment that packages are installed in.
fn packages(environment: &Path) -> Result<PathBuf> {
    let library = environment.join("lib");
    let python =
        workspace::entries(&library)?.pop().with_context(|| format!("{} is empty", library.display()))?;
    Ok(python.join("site-packages"))
}

/// The `dist-info` of a distribution.
fn information(library: &Library, packages: &Path) -> Result<PathBuf> {
    let is_its = |path: &PathBuf| {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let name = stem.split('-').next().unwrap_or_default();
        path.extension().is_some_and(|extension| extension == "dist-info") && normalized(name) == library.name
    };
    let found = workspace::entries(packages)?.into_iter().find(is_its);
    found.with_context(|| format!("{} has no dist-info directory", library.name))
}

/// Writes the texts of a licence beside the surfaces.
fn write_licence(library: &Library, record: &str, packages: &Path) -> Result<()> {
    let is_licence = |path: &&str| {
        let upper = path.to_uppercase();
        upper.contains(".DIST-INFO/")
            && ["LICEN", "COPYING", "NOTICE"].iter().any(|word| upper.contains(word))
    };
    let paths = record.lines().filter_map(|line| line.split(',').next()).filter(is_licence);
    let mut text = format!("{} {}: {}\n", library.name, library.version, library.licence);
    for path in paths {
        text += &format!("\n{}\n", workspace::read(&packages.join(path))?.trim_end());
    }
    let file = format!("{}.txt", library.name);
    workspace::write(&workspace::root().join("crates/loopmend_surface/licences").join(file), &text)
}

#[cfg(test)]
mod tests {
    use super::{head, modules, read, select};
    use crate::workspace;

    #[test]
    fn modules_are_files_that_users_import() {
        let record = "a/__init__.py,sha256=x,1\na/b.py,,\na/b.pyi,,\na/tests/c.py,,\na/data.txt,,\na-1.dist-info/x.py,,\n";
        assert_eq!(modules(record), ["a", "a.b"]);
    }

    #[test]
    fn each_carried_library_is_that_of_the_list() {
        let directory = workspace::root().join("crates/loopmend_surface");
        for library in read().unwrap() {
            let data = directory.join("data").join(format!("{}.pyi", library.name));
            let text = workspace::read(&data).unwrap();
            assert_eq!(text.lines().next(), Some(head(&library).as_str()));
            let licence = directory.join("licences").join(format!("{}.txt", library.name));
            assert!(workspace::read(&licence).unwrap().lines().count() > 3, "{}", library.name);
        }
    }

    #[test]
    fn an_unknown_library_is_an_error() {
        assert!(select(&["no-such-library".to_owned()]).is_err());
    }
}
