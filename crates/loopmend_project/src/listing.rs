//! Directory listings, each read once, as far as imports and project files are concerned.

use std::ffi::OsStr;
use std::fs::{self, DirEntry};
use std::hash::{Hash, Hasher};
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

use rustc_hash::{FxHashMap, FxHasher};

use crate::bounds::Bounds;
use crate::pytest::may_ask_for_distributions;

/// What stands in a directory under one name without extension.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Candidates {
    /// A directory of that name.
    pub(crate) directory: bool,
    /// A `.py` file.
    pub(crate) source: bool,
    /// A `.pyi` file.
    pub(crate) stub: bool,
    /// An extension module.
    pub(crate) compiled: bool,
}

/// The files that say something about a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Marker {
    LoopmendToml,
    PyprojectToml,
    SetupPy,
    SetupCfg,
    PytestToml,
    HiddenPytestToml,
    PytestIni,
    HiddenPytestIni,
    ToxIni,
    PyvenvCfg,
    Git,
    Dockerfile,
}

impl Marker {
    pub(crate) const ALL: [Self; 12] = [
        Self::LoopmendToml,
        Self::PyprojectToml,
        Self::SetupPy,
        Self::SetupCfg,
        Self::PytestToml,
        Self::HiddenPytestToml,
        Self::PytestIni,
        Self::HiddenPytestIni,
        Self::ToxIni,
        Self::PyvenvCfg,
        Self::Git,
        Self::Dockerfile,
    ];

    /// The name of the file.
    pub(crate) fn file_name(self) -> &'static str {
        match self {
            Self::LoopmendToml => "loopmend.toml",
            Self::PyprojectToml => "pyproject.toml",
            Self::SetupPy => "setup.py",
            Self::SetupCfg => "setup.cfg",
            Self::PytestToml => "pytest.toml",
            Self::HiddenPytestToml => ".pytest.toml",
            Self::PytestIni => "pytest.ini",
            Self::HiddenPytestIni => ".pytest.ini",
            Self::ToxIni => "tox.ini",
            Self::PyvenvCfg => "pyvenv.cfg",
            Self::Git => ".git",
            Self::Dockerfile => "Dockerfile",
        }
    }

    fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// One directory: its Python modules, its directories, and the files that mark a project.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    names: FxHashMap<Box<str>, Candidates>,
    markers: u16,
    /// Whether a file or directory of it may ask for distributions.
    asks_for_distributions: bool,
    /// The markers that are there and are not read: pipes, and links that lead out of the project or to nothing.
    unread_markers: u16,
}

impl Listing {
    /// Reads a directory; `None` when there is none or it cannot be read. Symbolic links count as what they
    /// point to, and those that lead out of the project as nothing.
    fn read(directory: &Path, bounds: &Bounds) -> Option<Self> {
        let mut listing = Self::default();
        for entry in fs::read_dir(directory).ok()?.flatten() {
            listing.add(&entry, bounds);
        }
        Some(listing)
    }

    fn add(&mut self, entry: &DirEntry, bounds: &Bounds) {
        let file_name = entry.file_name();
        let Some(name) = file_name.to_str() else { return };
        let kind = Kind::of(entry, bounds);
        self.asks_for_distributions |= kind != Kind::Other && may_ask_for_distributions(name);
        if let Some(marker) = Marker::ALL.into_iter().find(|marker| marker.file_name() == name) {
            let markers = if kind == Kind::Other { &mut self.unread_markers } else { &mut self.markers };
            *markers |= marker.bit();
        }
        if kind == Kind::Directory {
            self.names.entry(name.into()).or_default().directory = true;
        } else if kind == Kind::File {
            if let Some(stem) = name.strip_suffix(".py") {
                self.names.entry(stem.into()).or_default().source = true;
            } else if let Some(stem) = name.strip_suffix(".pyi") {
                self.names.entry(stem.into()).or_default().stub = true;
            } else if let Some(stem) = stem_of_extension_module(name) {
                self.names.entry(stem.into()).or_default().compiled = true;
            }
        }
    }

    /// What stands there under `name`.
    pub(crate) fn candidates(&self, name: &str) -> Candidates {
        self.names.get(name).copied().unwrap_or_default()
    }

    /// Whether it has an `__init__` file, so that it is a regular package.
    pub(crate) fn is_package(&self) -> bool {
        let init = self.candidates("__init__");
        init.source || init.stub
    }

    /// Whether a Python file stands directly in it.
    pub(crate) fn has_modules(&self) -> bool {
        self.names.values().any(|candidates| candidates.source || candidates.stub)
    }

    /// Whether a file or directory of it may ask for distributions, according to its name.
    pub(crate) fn asks_for_distributions(&self) -> bool {
        self.asks_for_distributions
    }

    /// Whether it has the marking file.
    pub(crate) fn has(&self, marker: Marker) -> bool {
        self.markers & marker.bit() != 0
    }

    /// What an import statement can name.
    pub(crate) fn importable_names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(|name| &**name).filter(|name| is_identifier(name))
    }

    /// The directories that an import statement can name.
    pub(crate) fn importable_directories(&self) -> impl Iterator<Item = &str> {
        let directories = self.names.iter().filter(|(_, candidates)| candidates.directory);
        directories.map(|(name, _)| &**name).filter(|name| is_identifier(name))
    }
}

/// The name under which `name.cpython-312-x86_64-linux-gnu.so` and its kin are imported.
fn stem_of_extension_module(name: &str) -> Option<&str> {
    let is_one = name.ends_with(".so") || name.ends_with(".pyd");
    name.split('.').next().filter(|_| is_one)
}

/// What an entry is, symbolic links followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Directory,
    File,
    /// A pipe, a socket, a device: reading it may never end. Or a link to nothing.
    Other,
}

impl Kind {
    fn of(entry: &DirEntry, bounds: &Bounds) -> Self {
        match entry.file_type() {
            Ok(file_type) if file_type.is_symlink() && bounds.leads_out(&entry.path()) => Self::Other,
            Ok(file_type) if file_type.is_symlink() => {
                fs::metadata(entry.path()).map_or(Self::Other, |target| Self::from(target.file_type()))
            }
            Ok(file_type) => Self::from(file_type),
            Err(_) => Self::Other,
        }
    }
}

impl From<fs::FileType> for Kind {
    fn from(file_type: fs::FileType) -> Self {
        match (file_type.is_dir(), file_type.is_file()) {
            (true, _) => Self::Directory,
            (_, true) => Self::File,
            _ => Self::Other,
        }
    }
}

/// Whether an import statement can name it. Python's identifiers are wider by a few letters and marks that
/// no file is called by.
pub(crate) fn is_identifier(name: &str) -> bool {
    let mut characters = name.chars();
    characters.next().is_some_and(|first| first == '_' || first.is_alphabetic())
        && characters.all(|character| character == '_' || character.is_alphanumeric())
}

const SHARDS: usize = 16;

type Shard = RwLock<FxHashMap<Box<OsStr>, Option<Arc<Listing>>>>;

/// The listings read so far; shared by all threads.
#[derive(Debug, Default)]
pub(crate) struct DirectoryCache {
    shards: [Shard; SHARDS],
    bounds: Bounds,
}

impl DirectoryCache {
    /// No listing yet, of a project with these bounds.
    pub(crate) fn new(bounds: Bounds) -> Self {
        Self { bounds, ..Self::default() }
    }

    /// The bounds of the project.
    pub(crate) fn bounds(&self) -> &Bounds {
        &self.bounds
    }

    /// The listing of a directory, read at the first call; `None` when it is no readable directory.
    pub(crate) fn listing(&self, directory: &Path) -> Option<Arc<Listing>> {
        let key = directory.as_os_str();
        let shard = self.shard(key);
        if let Some(known) = shard.read().unwrap_or_else(PoisonError::into_inner).get(key) {
            return known.clone();
        }
        let listing = Listing::read(directory, &self.bounds).map(Arc::new);
        let mut entries = shard.write().unwrap_or_else(PoisonError::into_inner);
        entries.entry(key.into()).or_insert(listing).clone()
    }

    /// Whether the directory has the marking file. A directory that was not listed before is not listed for
    /// this: those above a project, such as `/tmp`, can be huge.
    pub(crate) fn has(&self, directory: &Path, marker: Marker) -> bool {
        match self.known(directory) {
            Some(listing) => listing.is_some_and(|listing| listing.has(marker)),
            None => {
                let path = directory.join(marker.file_name());
                let is_readable = |metadata: fs::Metadata| Kind::from(metadata.file_type()) != Kind::Other;
                fs::metadata(&path).is_ok_and(is_readable) && !self.bounds.leads_out(&path)
            }
        }
    }

    /// Whether something has the name of the marking file and is not read: a pipe, or a link that leads out of the project or to nothing.
    pub(crate) fn has_unread(&self, directory: &Path, marker: Marker) -> bool {
        match self.known(directory) {
            Some(listing) => listing.is_some_and(|listing| listing.unread_markers & marker.bit() != 0),
            None => {
                let is_there = fs::symlink_metadata(directory.join(marker.file_name())).is_ok();
                is_there && !self.has(directory, marker)
            }
        }
    }

    /// Whether the directory is a regular package.
    pub(crate) fn is_package(&self, directory: &Path) -> bool {
        self.listing(directory).is_some_and(|listing| listing.is_package())
    }

    /// Whether a directory holds Python files, itself or in directories an import can reach.
    pub(crate) fn holds_python(&self, directory: &Path) -> bool {
        const DEPTH: u32 = 4;
        self.holds_python_within(directory, DEPTH)
    }

    fn holds_python_within(&self, directory: &Path, depth: u32) -> bool {
        let Some(listing) = self.listing(directory) else { return false };
        listing.has_modules()
            || depth > 0
                && listing
                    .importable_directories()
                    .any(|name| self.holds_python_within(&directory.join(name), depth - 1))
    }

    fn known(&self, directory: &Path) -> Option<Option<Arc<Listing>>> {
        let key = directory.as_os_str();
        self.shard(key).read().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    fn shard(&self, key: &OsStr) -> &Shard {
        let mut hasher = FxHasher::default();
        key.hash(&mut hasher);
        &self.shards[(hasher.finish() >> 32) as usize % SHARDS]
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{DirectoryCache, Marker, is_identifier};

    #[test]
    fn a_listing_knows_modules_packages_and_markers() {
        let directory = tempfile::tempdir().unwrap();
        let root = directory.path();
        for folder in ["pkg", "empty", "name-with-dash", "deep/er"] {
            fs::create_dir_all(root.join(folder)).unwrap();
        }
        for file in ["pkg/__init__.py", "mod.py", "mod.pyi", "setup.cfg", "data.json", "deep/er/x.py"] {
            fs::write(root.join(file), "").unwrap();
        }
        let cache = DirectoryCache::default();
        let listing = cache.listing(root).unwrap();
        assert!(listing.candidates("mod").source && listing.candidates("mod").stub);
        assert!(listing.candidates("pkg").directory && !listing.candidates("data").source);
        assert!(listing.has(Marker::SetupCfg) && !listing.has(Marker::SetupPy));
        assert!(cache.is_package(&root.join("pkg")) && !cache.is_package(root));
        assert!(cache.holds_python(&root.join("deep")) && !cache.holds_python(&root.join("empty")));
        assert!(cache.listing(&root.join("gone")).is_none());
        fs::write(root.join("later.py"), "").unwrap();
        assert!(!cache.listing(root).unwrap().candidates("later").source, "a listing is read once");
    }

    #[cfg(unix)]
    #[test]
    fn symbolic_links_count_as_their_targets() {
        let directory = tempfile::tempdir().unwrap();
        let root = directory.path();
        fs::create_dir(root.join("real")).unwrap();
        std::os::unix::fs::symlink(root.join("real"), root.join("link")).unwrap();
        std::os::unix::fs::symlink(root.join("nothing"), root.join("dangling")).unwrap();
        let listing = DirectoryCache::default().listing(root).unwrap();
        assert!(listing.candidates("link").directory && !listing.candidates("dangling").directory);
    }

    #[test]
    fn identifiers_are_what_an_import_can_name() {
        for name in ["a", "_a1", "é"] {
            assert!(is_identifier(name), "{name}");
        }
        for name in ["", "1a", "a-b", "a.b", "a b"] {
            assert!(!is_identifier(name), "{name}");
        }
    }
}
