//! What is measured: loopmend in several states of its cache, and its peers.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::trees::{Change, Trees};
use crate::loopmend::Loopmend;
use crate::workspace;

/// The names of the contestants that ratios are made of.
pub(super) mod name {
    pub(crate) const COLD: &str = "loopmend, no cache";
    pub(crate) const FILLING: &str = "loopmend, empty cache, filled";
    pub(crate) const LIBRARIES: &str = "loopmend, only libraries cached";
    /// The same with the two rules that came first, which the bounds against ruff were set for.
    pub(crate) const TWO_RULES_COLD: &str = "loopmend, two rules, no cache";
    pub(crate) const TWO_RULES_LIBRARIES: &str = "loopmend, two rules, only libraries cached";
    pub(crate) const UNCHANGED: &str = "loopmend, nothing changed";
    pub(crate) const COMMENT: &str = "loopmend, a comment added to one file";
    pub(crate) const BODY: &str = "loopmend, one function's body changed";
    pub(crate) const INTERFACE: &str = "loopmend, a function added to one file";
    pub(crate) const RUFF: &str = "ruff";
    pub(crate) const TY: &str = "ty";
    pub(crate) const ZUBAN: &str = "zuban";
    pub(crate) const MYPY: &str = "mypy";
    pub(crate) const PYRIGHT: &str = "pyright";
}

/// The rules that came first.
const TWO_RULES: [&str; 2] = ["--select", "unawaited-coroutine,discarded-task"];

/// What happens before each run, unmeasured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Preparation {
    /// Nothing.
    None,
    /// The cache is emptied.
    EmptyCache,
    /// The cache holds the libraries and nothing of the project.
    LibrariesOnly,
    /// One file changes.
    ChangeOneFile(Change),
}

/// Something that is measured.
#[derive(Clone, Debug)]
pub(super) struct Contestant {
    /// As it stands in the tables.
    pub(super) name: &'static str,
    /// Whether it runs in the first rounds only.
    pub(super) is_slow: bool,
    preparation: Preparation,
    program: PathBuf,
    arguments: Vec<String>,
    directory: PathBuf,
    /// What it ends with when it worked.
    pub(super) accepted: &'static [i32],
    cache: PathBuf,
}

impl Contestant {
    fn with_two_rules(mut self, name: &'static str) -> Self {
        self.name = name;
        self.arguments.extend(TWO_RULES.map(str::to_owned));
        self
    }

    /// Whether it needs a file that may change.
    pub(super) fn changes_a_file(&self) -> bool {
        matches!(self.preparation, Preparation::ChangeOneFile(_))
    }

    /// The command to run, once [`Contestant::prepare`] has been called for the round.
    pub(super) fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).current_dir(&self.directory);
        command
    }

    /// Makes the state that the round needs. Round 0 is the warm-up, in which caches are filled.
    ///
    /// # Errors
    /// When files cannot be written, or filling a cache fails.
    pub(super) fn prepare(&self, trees: &Trees, round: usize) -> Result<()> {
        match self.preparation {
            Preparation::None => Ok(()),
            Preparation::EmptyCache => workspace::remove_directory(&self.cache),
            Preparation::ChangeOneFile(change) => trees.change_one_file(change, round),
            Preparation::LibrariesOnly => self.restore_libraries(round),
        }
    }

    fn restore_libraries(&self, round: usize) -> Result<()> {
        let saved = self.cache.with_extension("saved");
        if round == 0 {
            workspace::run_captured(&mut self.command(), self.accepted)?;
            workspace::remove_directory(&saved)?;
            workspace::copy_directory(&self.cache, &saved)?;
            forget_project(&saved)?;
        }
        workspace::remove_directory(&self.cache)?;
        workspace::copy_directory(&saved, &self.cache)
    }
}

/// Takes from a cache what is not about installed modules.
fn forget_project(cache: &Path) -> Result<()> {
    for entry in std::fs::read_dir(cache).with_context(|| format!("cannot list {}", cache.display()))? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.extension().is_some_and(|extension| extension == "pack") && !name.starts_with("libraries-") {
            std::fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
        }
    }
    Ok(())
}

/// Makes the contestants of one corpus.
pub(super) struct Field<'a> {
    /// loopmend.
    pub(super) loopmend: &'a Loopmend,
    /// The directory of the peers' programs.
    pub(super) peers: &'a Path,
    /// The copies of the corpus.
    pub(super) trees: &'a Trees,
    /// What the corpus imports.
    pub(super) environment: &'a Path,
    /// Where caches go; emptied before.
    pub(super) caches: &'a Path,
}

impl Field<'_> {
    /// All contestants.
    pub(super) fn contestants(&self) -> Vec<Contestant> {
        let Trees { pristine, changing, .. } = self.trees;
        let interpreter = self.environment.join("bin/python").display().to_string();
        let environment = self.environment.display().to_string();
        vec![
            self.loopmend_without_cache(),
            self.loopmend_with_cache(name::FILLING, pristine, "filling", Preparation::EmptyCache),
            self.loopmend_with_cache(name::LIBRARIES, pristine, "libraries", Preparation::LibrariesOnly),
            self.loopmend_without_cache().with_two_rules(name::TWO_RULES_COLD),
            self.loopmend_with_cache(
                name::TWO_RULES_LIBRARIES,
                pristine,
                "two-rules",
                Preparation::LibrariesOnly,
            )
            .with_two_rules(name::TWO_RULES_LIBRARIES),
            self.loopmend_with_cache(name::UNCHANGED, pristine, "unchanged", Preparation::None),
            self.changed(name::COMMENT, changing, "comment", Change::Comment),
            self.changed(name::BODY, changing, "body", Change::Body),
            self.changed(name::INTERFACE, changing, "interface", Change::Interface),
            self.peer(
                name::RUFF,
                false,
                &["check", "--isolated", "--no-cache", "--quiet", "--exit-zero", "."],
            ),
            self.peer(name::TY, false, &["check", "--quiet", "--exit-zero", "--python", &environment, "."]),
            self.peer(name::ZUBAN, false, &["check", "--python-executable", &interpreter, "."]),
            self.peer(
                name::MYPY,
                true,
                &["--cache-dir=/dev/null", "--no-incremental", "--python-executable", &interpreter, "."],
            ),
            self.peer(name::PYRIGHT, true, &["--pythonpath", &interpreter, "."]),
        ]
    }

    fn loopmend_without_cache(&self) -> Contestant {
        let mut contestant =
            self.loopmend_with_cache(name::COLD, &self.trees.pristine, "none", Preparation::None);
        contestant.arguments.truncate(contestant.arguments.len() - 2);
        contestant.arguments.push("--no-cache".to_owned());
        contestant
    }

    fn changed(&self, name: &'static str, tree: &Path, cache: &str, change: Change) -> Contestant {
        self.loopmend_with_cache(name, tree, cache, Preparation::ChangeOneFile(change))
    }

    fn loopmend_with_cache(
        &self,
        name: &'static str,
        tree: &Path,
        cache: &str,
        preparation: Preparation,
    ) -> Contestant {
        let cache = self.caches.join(cache);
        let environment = self.environment.display().to_string();
        let arguments = ["check", "--quiet", "--exit-zero", "--python", &environment, "--cache-dir"];
        let mut arguments: Vec<_> = arguments.into_iter().map(str::to_owned).collect();
        arguments.push(cache.display().to_string());
        Contestant {
            name,
            is_slow: false,
            preparation,
            program: self.loopmend.command(tree).get_program().into(),
            arguments,
            directory: tree.to_owned(),
            accepted: &[0],
            cache,
        }
    }

    fn peer(&self, name: &'static str, is_slow: bool, arguments: &[&str]) -> Contestant {
        Contestant {
            name,
            is_slow,
            preparation: Preparation::None,
            program: self.peers.join(name),
            arguments: arguments.iter().map(|argument| (*argument).to_owned()).collect(),
            directory: self.trees.pristine.clone(),
            accepted: &[0, 1],
            cache: PathBuf::new(),
        }
    }
}
