//! Which modules a build may create, by what stands where they would be.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rustc_hash::FxHashMap;

/// Files that describe how other languages are built.
const OTHER_BUILDS: &[&str] = &["Cargo.toml", "meson.build", "CMakeLists.txt"];

/// What stands in the directories that were looked at. Each is read once: many missing modules may be named in one directory.
#[derive(Debug, Default)]
pub(crate) struct BuiltModules {
    builds_other_languages: OnceLock<bool>,
    directories: Mutex<FxHashMap<PathBuf, Option<Arc<Stems>>>>,
}

/// The names in a directory up to their first dot, and whether one that is not Python has it.
type Stems = FxHashMap<Box<str>, bool>;

impl BuiltModules {
    /// Returns whether a build may create a module of this name in a directory: a file there has the name, or a file that is not Python has the
    /// beginning of the name before a `_`, or `root` describes a build of another language. A directory that cannot be read may have any.
    pub(crate) fn may_have(&self, root: &Path, directory: &Path, name: &str) -> bool {
        let describes_build = || OTHER_BUILDS.iter().any(|file| root.join(file).exists());
        if *self.builds_other_languages.get_or_init(describes_build) {
            return true;
        }
        self.stems(directory).is_none_or(|stems| {
            let mut beginnings = name.match_indices('_').map(|(end, _)| &name[..end]);
            stems.contains_key(name) || beginnings.any(|beginning| stems.get(beginning) == Some(&true))
        })
    }

    fn stems(&self, directory: &Path) -> Option<Arc<Stems>> {
        let mut known = self.directories.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(stems) = known.get(directory) {
            return stems.clone();
        }
        let stems = read(directory).map(Arc::new);
        known.insert(directory.to_path_buf(), stems.clone());
        stems
    }
}

fn read(directory: &Path) -> Option<Stems> {
    let mut stems = Stems::default();
    for entry in std::fs::read_dir(directory).ok()?.flatten() {
        let file = entry.file_name();
        let file = file.to_string_lossy();
        let stem = file.split('.').next().unwrap_or_default();
        *stems.entry(stem.into()).or_default() |= !file.ends_with(".py") && !stem.is_empty();
    }
    Some(stems)
}

#[cfg(test)]
mod tests {
    use super::BuiltModules;

    #[test]
    fn a_module_may_be_made_from_what_has_its_name() {
        let root = tempfile::tempdir().unwrap();
        for file in ["schema.proto", "plain.py", "engine.pyx"] {
            std::fs::write(root.path().join(file), "").unwrap();
        }
        let modules = BuiltModules::default();
        let may_have = |name| modules.may_have(root.path(), root.path(), name);
        assert!(may_have("schema_pb2") && may_have("engine") && may_have("plain"));
        assert!(!may_have("plain_pb2") && !may_have("sche") && !may_have("other"));
        assert!(modules.may_have(root.path(), &root.path().join("missing"), "other"));
    }
}
