//! `[tool.loopmend]` and `loopmend.toml`: found, checked and made ready to ask.

mod blocking;
mod categories;
mod file_levels;
mod levels;
mod libraries;
mod options;
mod parse;
mod selector;
mod tree;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use loopmend_core::SourceKind;
use loopmend_files::PatternBudget;
use serde_json::json;

use crate::discovery::kind_by_extension;
use crate::{KnownRule, ProjectError, PythonVersion, paths};
pub use blocking::{BlockingGroup, BlockingSettings};
pub use categories::{Category, CategorySettings, ResourceKind};
pub(crate) use file_levels::FileLevels;
pub(crate) use levels::{CommandLineRules, LevelTable};
pub use options::settings_schema;
pub(crate) use options::{CategoriesOptions, Options};
pub(crate) use parse::ConfigurationText;
use parse::OptionsReader;
pub(crate) use tree::SettingsTree;

/// Directories that hold no code of the project; the list is ruff's.
const EXCLUDED_DIRECTORIES: [&str; 26] = [
    ".bzr",
    ".direnv",
    ".eggs",
    ".git",
    ".git-rewrite",
    ".hg",
    ".ipynb_checkpoints",
    ".mypy_cache",
    ".nox",
    ".pants.d",
    ".pyenv",
    ".pytest_cache",
    ".pytype",
    ".ruff_cache",
    ".svn",
    ".tox",
    ".venv",
    ".vscode",
    "__pypackages__",
    "_build",
    "buck-out",
    "build",
    "dist",
    "node_modules",
    "site-packages",
    "venv",
];

/// The settings of one configuration file, ready to ask.
#[derive(Debug)]
pub(crate) struct Settings {
    /// The file they come from; `None` for the defaults.
    pub(crate) source: Option<PathBuf>,
    /// The directory that paths and globs are relative to.
    pub(crate) base: PathBuf,
    /// What the file says.
    pub(crate) options: Options,
    include: Option<Include>,
    exclude: Gitignore,
    override_paths: Vec<Gitignore>,
}

#[derive(Debug)]
struct Include {
    all: Gitignore,
    any_extension: Gitignore,
}

impl Settings {
    /// The settings without any configuration file.
    pub(crate) fn defaults(base: &Path) -> Self {
        Self::new(None, base, Options::default())
    }

    fn new(source: Option<PathBuf>, base: &Path, options: Options) -> Self {
        let include = options.include.as_ref().map(|globs| Include {
            all: matcher(base, globs),
            any_extension: matcher(base, globs.iter().filter(|glob| !glob.ends_with(['*', '/']))),
        });
        let exclude = matcher(base, &options.exclude);
        let override_paths = options.overrides.iter().map(|entry| matcher(base, &entry.paths)).collect();
        Self { source, base: base.to_path_buf(), options, include, exclude, override_paths }
    }

    /// Reads the text of a configuration file: the table `[tool.loopmend]` of a `pyproject.toml`, the top level of any
    /// other file. `Ok(None)` when a `pyproject.toml` has no such table. `base` is what its paths are relative to.
    /// Its globs count in `globs`.
    ///
    /// # Errors
    /// When it cannot be read, is no TOML, or has a wrong key or value.
    pub(crate) fn load(
        text: io::Result<String>,
        path: &Path,
        base: &Path,
        shown: &str,
        rules: &[KnownRule],
        globs: &PatternBudget,
    ) -> Result<Option<Self>, ProjectError> {
        let text = text.map_err(|error| ProjectError {
            message: format!("cannot read the configuration {shown}: {error}"),
        })?;
        let file = ConfigurationText { shown, text: &text };
        let document = file.parse()?;
        let options = if path.file_name().is_some_and(|name| name == "pyproject.toml") {
            let tool = document.get_ref().get("tool").and_then(|tool| tool.get_ref().as_table());
            let Some(entry) = tool.and_then(|tool| tool.get("loopmend")) else { return Ok(None) };
            let Some(table) = entry.get_ref().as_table() else {
                return Err(file.error_at(entry.span().start, "[tool.loopmend] must be a table"));
            };
            OptionsReader { file: &file, table: "tool.loopmend", rules, globs }.options(table)?
        } else {
            OptionsReader { file: &file, table: "", rules, globs }.options(document.get_ref())?
        };
        Ok(Some(Self::new(Some(path.to_path_buf()), base, options)))
    }

    /// Which blocking calls are looked for.
    pub(crate) fn blocking(&self) -> BlockingSettings {
        let blocking = &self.options.blocking;
        BlockingSettings::new(blocking.groups.clone(), blocking.callables.clone())
    }

    /// What is added to what is known of the categories of tests.
    pub(crate) fn categories(&self) -> CategorySettings {
        let CategoriesOptions { callables, fixtures, marks } = self.options.categories.clone();
        CategorySettings { callables, fixtures, marks }
    }

    /// Whether what git ignores is left out.
    pub(crate) fn respects_gitignore(&self) -> bool {
        self.options.respect_gitignore.unwrap_or(true)
    }

    /// Whether the walk leaves out this file or directory.
    pub(crate) fn excludes(&self, path: &Path, is_directory: bool) -> bool {
        match matched(&self.exclude, path, is_directory) {
            Match::Ignore(()) => true,
            Match::Whitelist(()) => false,
            Match::None => {
                is_directory
                    && path.file_name().is_some_and(|name| EXCLUDED_DIRECTORIES.iter().any(|it| name == *it))
            }
        }
    }

    /// What a file met in the walk counts as; `None` when it is not to be checked.
    pub(crate) fn kind_of(&self, path: &Path) -> Option<SourceKind> {
        let kind = kind_by_extension(path);
        let Some(include) = &self.include else { return kind };
        match kind {
            Some(kind) => covers(&include.all, path).then_some(kind),
            None => covers_itself(&include.any_extension, path).then_some(SourceKind::Python),
        }
    }

    /// The numbers of the overrides that are for this file, ascending.
    pub(crate) fn overrides_for(&self, path: &Path) -> Vec<usize> {
        let matchers = self.override_paths.iter().enumerate();
        matchers.filter(|(_, paths)| covers(paths, path)).map(|(index, _)| index).collect()
    }

    /// The stated import roots, absolute.
    pub(crate) fn roots(&self) -> Option<Vec<PathBuf>> {
        let roots = self.options.roots.as_ref()?;
        Some(roots.iter().map(|root| paths::absolute(&self.base, Path::new(root))).collect())
    }

    /// The stated interpreter or environment, absolute.
    pub(crate) fn python(&self) -> Option<PathBuf> {
        self.options.python.as_ref().map(|python| paths::absolute(&self.base, Path::new(python)))
    }

    /// The stated version.
    pub(crate) fn python_version(&self) -> Option<PythonVersion> {
        self.options.python_version.as_ref().and_then(|version| version.parse().ok())
    }

    /// What holds, with the defaults filled in and the level of every rule.
    pub(crate) fn show(&self, cwd: &Path, rules: &[KnownRule], levels: &LevelTable) -> serde_json::Value {
        let shown = |path: PathBuf| paths::display(&path, cwd);
        let levels: BTreeMap<_, _> = rules.iter().map(|rule| (rule.name, levels.level(rule))).collect();
        json!({
            "source": self.source.clone().map(shown),
            "include": self.options.include.clone().unwrap_or_else(|| ["*.py", "*.pyi", "*.ipynb"].map(str::to_owned).to_vec()),
            "exclude": EXCLUDED_DIRECTORIES.iter().copied().chain(self.options.exclude.iter().map(String::as_str)).collect::<Vec<_>>(),
            "respect-gitignore": self.respects_gitignore(),
            "roots": self.roots().map(|roots| roots.into_iter().map(shown).collect::<Vec<_>>()),
            "python": self.python().map(shown),
            "python-version": self.options.python_version,
            "cache-dir": self.cache_dir().map(shown),
            "strict": self.options.strict,
            "rules": levels,
            "overrides": self.options.overrides,
            "libraries": self.options.libraries,
        })
    }

    /// The stated cache directory, absolute.
    pub(crate) fn cache_dir(&self) -> Option<PathBuf> {
        self.options.cache_dir.as_ref().map(|directory| paths::absolute(&self.base, Path::new(directory)))
    }
}

/// The globs were checked where they were read, so none is dropped here.
fn matcher<'g>(base: &Path, globs: impl IntoIterator<Item = &'g String>) -> Gitignore {
    let mut builder = GitignoreBuilder::new(base);
    for glob in globs {
        let _checked = builder.add_line(None, glob);
    }
    builder.build().unwrap_or_else(|_| Gitignore::empty())
}

fn matched(globs: &Gitignore, path: &Path, is_directory: bool) -> Match<()> {
    if globs.is_empty() || !path.starts_with(globs.path()) {
        return Match::None;
    }
    globs.matched(path, is_directory).map(|_| ())
}

/// Whether a glob matches the file or a directory above it.
fn covers(globs: &Gitignore, path: &Path) -> bool {
    !globs.is_empty()
        && path.starts_with(globs.path())
        && globs.matched_path_or_any_parents(path, false).is_ignore()
}

fn covers_itself(globs: &Gitignore, path: &Path) -> bool {
    matched(globs, path, false).is_ignore()
}
