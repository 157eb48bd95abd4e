//! Tests on project trees in temporary directories.

mod discovery;
mod environment;
mod levels;
mod libraries;
mod resolution;
mod roots;
mod settings;
mod versions;

use std::fs;
use std::path::{Path, PathBuf};

use loopmend_core::{Level, RuleCode};
use tempfile::TempDir;

use crate::project::Subject;
use crate::variables::Variables;
use crate::{DiscoverOptions, KnownRule, ModuleFile, Project, ProjectError, ProjectFile, RootId};

const UNAWAITED: KnownRule = KnownRule {
    name: "unawaited-coroutine",
    code: RuleCode::new(101),
    default_level: Level::Error,
    strict_level: Level::Error,
};
const DISCARDED: KnownRule = KnownRule {
    name: "discarded-task",
    code: RuleCode::new(102),
    default_level: Level::Warn,
    strict_level: Level::Warn,
};
const EXPERIMENT: KnownRule = KnownRule {
    name: "nested-run",
    code: RuleCode::new(207),
    default_level: Level::Ignore,
    strict_level: Level::Warn,
};

/// A tree of files; the working directory is its top.
struct Tree {
    _directory: TempDir,
    root: PathBuf,
}

impl Tree {
    /// Paths that end in `/` are directories.
    fn new(files: &[(&str, &str)]) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(directory.path()).unwrap();
        let tree = Self { _directory: directory, root };
        for (path, text) in files {
            tree.write(path, text);
        }
        tree
    }

    /// Empty files.
    fn of_paths(paths: &[&str]) -> Self {
        Self::new(&paths.iter().map(|path| (*path, "")).collect::<Vec<_>>())
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let full = self.path(path);
        if path.ends_with('/') {
            fs::create_dir_all(full).unwrap();
            return;
        }
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, text).unwrap();
    }

    fn options(&self) -> DiscoverOptions {
        DiscoverOptions {
            cwd: self.root.clone(),
            rules: vec![UNAWAITED, DISCARDED, EXPERIMENT],
            ..DiscoverOptions::default()
        }
    }

    fn discover_with(&self, change: impl FnOnce(&mut DiscoverOptions)) -> Result<Project, ProjectError> {
        let mut options = self.options();
        change(&mut options);
        Project::discover_with(&options, Subject::NamedPaths, &Variables::default())
    }

    fn discover(&self) -> Project {
        self.discover_with(|_| {}).unwrap()
    }

    fn error_with(&self, change: impl FnOnce(&mut DiscoverOptions)) -> String {
        self.discover_with(change).unwrap_err().message
    }

    fn error(&self) -> String {
        self.error_with(|_| {})
    }

    /// `path` relative to the tree's top.
    fn relative(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).to_string_lossy().into_owned()
    }
}

/// The shown paths of the reported files.
fn displays(project: &Project) -> Vec<&str> {
    project.reported_files().map(|file| file.display.as_str()).collect()
}

fn file<'p>(project: &'p Project, display: &str) -> &'p ProjectFile {
    let found = project.files().iter().find(|file| file.display == display);
    found.unwrap_or_else(|| panic!("{display} is not among {:?}", displays(project)))
}

fn root(tree: &Tree, project: &Project, path: &str) -> RootId {
    let wanted = if path.is_empty() { tree.root.clone() } else { tree.path(path) };
    let index = project.roots().iter().position(|root| *root == wanted);
    RootId(index.unwrap_or_else(|| panic!("{path} is not among {:?}", project.roots())) as u32)
}

/// A module in one line: its path and what it is.
fn describe(tree: &Tree, module: Option<&ModuleFile>) -> String {
    let Some(module) = module else { return "nothing".to_owned() };
    let kind = match (module.is_namespace, module.is_package, module.is_stub) {
        (true, ..) => " (namespace)",
        (_, true, true) => " (stub package)",
        (_, true, false) => " (package)",
        (_, false, true) => " (stub)",
        _ => "",
    };
    format!("{}{kind}", tree.relative(&module.path))
}
