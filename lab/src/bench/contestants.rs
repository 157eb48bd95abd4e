//! What is measured: loopmend in several states of its cache, and its peers.

use super::trees::{Change, Trees};
use crate::harness::*;

/// The list `lab/bench.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    pub(super) contestant: Vec<Contestant>,
    /// The ratios that are shown: of which part of the costs, the numerators and denominators.
    pub(super) ratios: BTreeMap<String, Vec<[String; 2]>>,
}

/// What happens before each run, unmeasured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Preparation {
    /// The cache is emptied.
    EmptyCache,
    /// The cache holds the libraries and nothing of the project.
    LibrariesOnly,
    /// One file changes.
    #[serde(untagged)]
    ChangeOneFile(Change),
}

/// Something that is measured.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Contestant {
    /// As it stands in the tables.
    pub(super) name: String,
    /// The name of the program.
    program: String,
    arguments: Vec<String>,
    before: Option<Preparation>,
    /// Whether it runs in the first rounds only.
    #[serde(default)]
    pub(super) is_slow: bool,
}

/// Where the contestants run.
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

impl Contestant {
    /// Whether it is loopmend, which must not fail.
    pub(super) fn is_loopmend(&self) -> bool {
        self.program == "loopmend"
    }

    /// Whether it needs a file that may change.
    pub(super) fn changes_a_file(&self) -> bool {
        matches!(self.before, Some(Preparation::ChangeOneFile(_)))
    }

    /// What it costs to run once, after what has to happen before. Round 0 is the warm-up, in which caches are filled.
    /// Fails if files cannot be written, or the program fails.
    pub(super) fn run(&self, field: &Field, round: usize) -> Result<Cost> {
        let cache = self.cache(field);
        match self.before {
            None => {}
            Some(Preparation::EmptyCache) => workspace::remove_directory(&cache)?,
            Some(Preparation::ChangeOneFile(change)) => field.trees.change_one_file(change, round)?,
            Some(Preparation::LibrariesOnly) => self.restore_libraries(field, &cache, round)?,
        }
        measure(&mut self.command(field), self.accepted())
    }

    fn cache(&self, field: &Field) -> PathBuf {
        field.caches.join(self.name.replace([' ', ','], "-"))
    }

    /// What it ends with when it worked.
    fn accepted(&self) -> &'static [i32] {
        if self.is_loopmend() { &[0] } else { &[0, 1] }
    }

    fn command(&self, field: &Field) -> Command {
        let tree = if self.changes_a_file() { &field.trees.changing } else { &field.trees.pristine };
        let mut command = match self.is_loopmend() {
            true => field.loopmend.command(tree),
            false => Command::new(field.peers.join(&self.program)),
        };
        let shown = |path: PathBuf| path.display().to_string();
        for argument in &self.arguments {
            command.arg(match argument.as_str() {
                "{environment}" => shown(field.environment.to_owned()),
                "{interpreter}" => shown(field.environment.join("bin/python")),
                "{cache}" => shown(self.cache(field)),
                other => other.to_owned(),
            });
        }
        command.current_dir(tree);
        command
    }

    fn restore_libraries(&self, field: &Field, cache: &Path, round: usize) -> Result<()> {
        let saved = cache.with_extension("saved");
        if round == 0 {
            workspace::run_captured(&mut self.command(field), self.accepted())?;
            copy_afresh(cache, &saved)?;
            forget_project(&saved)?;
        }
        copy_afresh(&saved, cache)
    }
}

/// Takes from a cache what is not about installed modules.
fn forget_project(cache: &Path) -> Result<()> {
    for path in workspace::entries(cache)? {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.extension().is_some_and(|extension| extension == "pack") && !name.starts_with("libraries-") {
            std::fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
        }
    }
    Ok(())
}
