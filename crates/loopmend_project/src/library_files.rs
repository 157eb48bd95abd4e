//! `loopmend-library.toml`: what packages state about themselves, for the catalogue of libraries. The files are written by others. A wrong
//! entry is left out, with a notice.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use loopmend_catalog::{Facts, FactsReader, Role, WrongFact};
use loopmend_files::key::real_path;

use crate::environment::SearchPath;
use crate::layout::Layout;
use crate::listing::{DirectoryCache, is_identifier};
use crate::settings::ConfigurationText;
use crate::{Notice, paths};

/// The name of the file in the directory of a package.
const FILE_NAME: &str = "loopmend-library.toml";
/// The maximum size of a file.
const MAX_FILE: u64 = 256 << 10;
/// The maximum size of all files.
const MAX_BYTES: usize = 4 << 20;
/// The maximum number of names in all files.
const MAX_NAMES: usize = 10_000;

/// The facts of all files.
#[derive(Default)]
pub(crate) struct LibraryFacts {
    /// The facts, by name.
    pub(crate) facts: BTreeMap<String, Facts>,
    /// The files that were read.
    pub(crate) files: Vec<PathBuf>,
    /// The notices about wrong entries and files that are not read.
    pub(crate) notices: Vec<Notice>,
    bytes: usize,
}

/// A directory of a package.
struct Package {
    /// The name of the top-level package.
    name: String,
    path: PathBuf,
    /// The directory that no link may leave.
    within: PathBuf,
}

/// Reads the files of the packages of a project, then those of installed ones. Of packages with one name, the first one counts.
pub(crate) fn read(
    layout: &Layout,
    installed: &SearchPath,
    directories: &DirectoryCache,
    cwd: &Path,
) -> LibraryFacts {
    let mut found = LibraryFacts::default();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for package in own_packages(layout).into_iter().chain(installed_packages(installed, directories)) {
        let file = package.path.join(FILE_NAME);
        if file.symlink_metadata().is_ok() && seen.insert(package.name.clone()) {
            found.add(&package, &file, directories, cwd);
        }
    }
    found
}

/// The top-level packages that files of the project belong to.
fn own_packages(layout: &Layout) -> Vec<Package> {
    let tops = layout.files.iter().filter_map(|file| {
        let top = file.module.as_deref()?.split('.').next()?;
        Some((file.root?, top))
    });
    let mut tops: Vec<_> = tops.collect();
    tops.dedup();
    tops.sort_unstable();
    tops.dedup();
    let package = |(root, top): (crate::RootId, &str)| {
        let within = layout.roots[root.0 as usize].path.clone();
        Package { name: top.to_owned(), path: within.join(top), within }
    };
    tops.into_iter().map(package).collect()
}

/// The top-level packages in the directories that imports search.
fn installed_packages(installed: &SearchPath, directories: &DirectoryCache) -> Vec<Package> {
    let mapped = installed.all_mapped().into_iter().filter(|(name, _)| is_identifier(name));
    let mut packages: Vec<Package> = mapped
        .map(|(name, path)| Package { name: name.clone(), path: path.clone(), within: path.clone() })
        .collect();
    for directory in installed.directories() {
        let Some(listing) = directories.listing(directory) else { continue };
        let mut names: Vec<&str> = listing.importable_directories().collect();
        names.sort_unstable();
        packages.extend(names.into_iter().map(|name| Package {
            name: name.to_owned(),
            path: directory.join(name),
            within: directory.clone(),
        }));
    }
    packages.retain(|package| !installed.hides(&package.name));
    packages
}

impl LibraryFacts {
    fn add(&mut self, package: &Package, file: &Path, directories: &DirectoryCache, cwd: &Path) {
        let shown = paths::display(file, cwd);
        if !real_path(file).starts_with(real_path(&package.within)) {
            self.refuse(&shown, "a link leads out of the package");
            return;
        }
        let bytes = match directories.bounds().read_configuration(file, MAX_FILE) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::FileTooLarge => return,
            Err(error) => return self.refuse(&shown, &error.to_string()),
        };
        self.bytes += bytes.len();
        if self.bytes > MAX_BYTES || self.facts.len() > MAX_NAMES {
            return self.refuse(&shown, "the files of other packages state too much");
        }
        match String::from_utf8(bytes) {
            Ok(text) => self.add_text(package, file, &ConfigurationText { shown: &shown, text: &text }),
            Err(_) => self.refuse(&shown, "it is not UTF-8"),
        }
    }

    fn add_text(&mut self, package: &Package, file: &Path, text: &ConfigurationText<'_>) {
        let document = match text.parse() {
            Ok(document) => document,
            Err(error) => return self.notices.push(Notice { message: error.message }),
        };
        let (mut names, mut wrong) = FactsReader { roles: Role::all() }.names(document.get_ref());
        for (name, at) in document.get_ref().keys().map(|key| (key.get_ref().as_ref(), key.span().start)) {
            if let Some(other) = names.get(name).and_then(|facts| name_of_others(&package.name, name, facts))
            {
                let message = format!("`{other}` is not a name of `{}`", package.name);
                wrong.push(WrongFact { at, message, unknown: None });
                names.remove(name);
            }
        }
        wrong.sort_by_key(|wrong| wrong.at);
        self.notices.extend(notice_of_wrong(text, &wrong));
        self.facts.extend(names);
        self.files.push(file.to_owned());
    }

    fn refuse(&mut self, shown: &str, reason: &str) {
        self.notices.push(Notice { message: format!("`{shown}` is not read: {reason}") });
    }
}

/// The name, or the definition, that does not belong to a package.
fn name_of_others<'n>(package: &str, name: &'n str, facts: &'n Facts) -> Option<&'n str> {
    let is_own = |name: &&str| name.split(['.', '(']).next() == Some(package);
    std::iter::once(name).chain(facts.definitions.iter().map(String::as_str)).find(|name| !is_own(name))
}

/// One line about the first wrong entry of a file.
fn notice_of_wrong(text: &ConfigurationText<'_>, wrong: &[WrongFact]) -> Option<Notice> {
    let (first, others) = wrong.split_first()?;
    let more = match others.len() {
        0 => "the entry is ignored".to_owned(),
        count => format!("the entry is ignored, and {count} more"),
    };
    let message = text.wrong_fact(first).message;
    let separator = if message.ends_with('?') { "" } else { ";" };
    Some(Notice { message: format!("{message}{separator} {more}") })
}
