//! The packages that imports need and that are not found: what they define is unknown to every rule.

use loopmend_semantic::{Engine, ModuleId};
use rustc_hash::FxHashMap;

use crate::render::counted;

/// How many packages are named.
const MAX_NAMED: usize = 4;

/// The packages that are not found, those that most files import first.
#[derive(Debug, Default)]
pub(crate) struct MissingPackages {
    names: Vec<String>,
    /// Whether the line says how to name an environment. If there is no environment, another notice does.
    advises: bool,
}

impl MissingPackages {
    /// Of the packages that modules need, those that are neither found from there nor known by stubs that the binary brings. Only
    /// reported files count.
    pub(crate) fn of<'n>(engine: &Engine, needed: impl Iterator<Item = (ModuleId, &'n [String])>) -> Self {
        let project = engine.project();
        let mut known = FxHashMap::default();
        let mut files: FxHashMap<&str, usize> = FxHashMap::default();
        let is_reported =
            |module: &ModuleId| project.files().get(module.index()).is_some_and(|file| file.is_reported);
        for (module, tops) in needed.filter(|(module, _)| is_reported(module)) {
            let root = engine.root(module);
            for top in tops {
                let is_there =
                    known.entry((top.as_str(), root)).or_insert_with(|| engine.knows_package(top, root));
                if !*is_there {
                    *files.entry(top.as_str()).or_default() += 1;
                }
            }
        }
        let mut files: Vec<(&str, usize)> = files.into_iter().collect();
        files.sort_unstable_by(|(name, count), (other, of_other)| of_other.cmp(count).then(name.cmp(other)));
        Self {
            names: files.into_iter().map(|(name, _)| name.to_owned()).collect(),
            advises: project.environment().is_some(),
        }
    }

    /// Names the most frequent ones and says what to do; `None` where all packages are found.
    pub(crate) fn line(&self) -> Option<String> {
        let named: Vec<String> = self.names.iter().take(MAX_NAMED).map(|name| format!("`{name}`")).collect();
        let more = match self.names.len() - named.len() {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let packages = counted(self.names.len(), "imported package");
        let verb = if self.names.len() == 1 { "is" } else { "are" };
        let pronoun = if self.names.len() == 1 { "it" } else { "them" };
        let advice = match self.advises {
            true => format!("; name the environment with `--python PATH`, or install {pronoun}"),
            false => String::new(),
        };
        (!named.is_empty()).then(|| {
            format!(
                "{packages} {verb} not found, so calls into {pronoun} are not checked: {named}{more}{advice}",
                named = named.join(", "),
            )
        })
    }
}
