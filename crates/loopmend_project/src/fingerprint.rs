//! A hash of everything but the files that findings depend on.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use loopmend_files::MAX_CONFIGURATION;
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use crate::bounds::Bounds;
use crate::environment::SearchPath;
use crate::roots::{Root, StandalonePackage};
use crate::settings::Settings;
use crate::{FileStamp, PythonVersion, paths};

/// What is hashed.
pub(crate) struct Ingredients<'a> {
    pub(crate) settings: &'a [Arc<Settings>],
    pub(crate) select: &'a [String],
    pub(crate) ignore: &'a [String],
    pub(crate) keep_unselected: bool,
    pub(crate) strict: bool,
    /// The key of what is added to the catalogue of libraries.
    pub(crate) additions: u64,
    pub(crate) roots: &'a [Root],
    pub(crate) standalone: &'a [StandalonePackage],
    pub(crate) python_version: PythonVersion,
    pub(crate) highest_python: Option<PythonVersion>,
    pub(crate) installed: &'a SearchPath,
    pub(crate) bounds: &'a Bounds,
    pub(crate) console_scripts: &'a [String],
    /// The files that may say something to pytest, or name the versions of its plugins.
    pub(crate) pytest: &'a [PathBuf],
}

/// The same on every run as long as nothing changes.
pub(crate) fn of_project(ingredients: &Ingredients<'_>) -> u64 {
    let mut hasher = PartHasher(Xxh3::new());
    for settings in ingredients.settings {
        hasher.path(&settings.base);
        hasher.part(&serde_json::to_vec(&settings.options).unwrap_or_default());
    }
    for names in [ingredients.select, ingredients.ignore] {
        hasher.part(names.join("\n").as_bytes());
    }
    hasher.part(&[u8::from(ingredients.keep_unselected), u8::from(ingredients.strict)]);
    hasher.part(&ingredients.additions.to_le_bytes());
    for root in ingredients.roots {
        hasher.path(&root.path);
        hasher.part(format!("{:?} {}", root.kind, root.order).as_bytes());
        hasher.path(&root.project);
    }
    for package in ingredients.standalone {
        hasher.path(&package.directory);
    }
    hasher.part(ingredients.python_version.to_string().as_bytes());
    hasher.part(ingredients.highest_python.map(|it| it.to_string()).unwrap_or_default().as_bytes());
    for directory in ingredients.installed.directories() {
        hasher.path(directory);
        let modified = paths::stamp(directory).unwrap_or_default().modified;
        hasher.part(&modified.to_le_bytes());
    }
    for (name, path) in ingredients.installed.all_mapped() {
        hasher.part(name.as_bytes());
        hasher.path(path);
    }
    hasher.part(ingredients.console_scripts.join("\n").as_bytes());
    for file in ingredients.pytest {
        hasher.path(file);
        let bytes = ingredients.bounds.read_at_most(file, MAX_CONFIGURATION).unwrap_or_default();
        hasher.part(&xxh3_64(&bytes).to_le_bytes());
    }
    hasher.0.digest()
}

/// The fingerprint after a file that it rests on became another one.
pub(crate) fn with_file(fingerprint: u64, path: &Path, stamp: FileStamp) -> u64 {
    let mut hasher = PartHasher(Xxh3::new());
    hasher.part(&fingerprint.to_le_bytes());
    hasher.path(path);
    hasher.part(&stamp.modified.to_le_bytes());
    hasher.0.digest()
}

struct PartHasher(Xxh3);

impl PartHasher {
    /// The length goes first, so that parts cannot run into each other.
    fn part(&mut self, bytes: &[u8]) {
        self.0.update(&(bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    fn path(&mut self, path: &Path) {
        self.part(path.as_os_str().as_encoded_bytes());
    }
}
