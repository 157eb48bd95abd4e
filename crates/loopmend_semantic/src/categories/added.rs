//! What a project adds to what is known: `[tool.loopmend.categories]`.

use std::collections::BTreeMap;

use loopmend_project::{Category, CategorySettings, ResourceKind};

use super::resources::{Called, Resource, Resources};
use super::steps::ReachedBy;

/// What is listed, with what the project adds.
#[derive(Default)]
pub(super) struct Known {
    resources: Vec<Resource>,
    fixtures: Vec<(ResourceKind, String)>,
    marks: BTreeMap<Category, Vec<String>>,
}

impl Known {
    /// The table with what the settings of a project add.
    pub(super) fn new(added: &CategorySettings) -> Self {
        let callables =
            added.callables.iter().flat_map(|(kind, names)| names.iter().map(|name| (*kind, name)));
        let fixtures = added.fixtures.iter().flat_map(|(kind, names)| names.iter().map(|name| (*kind, name)));
        Self {
            resources: callables.map(|(kind, name)| Resource::of_project(kind, name)).collect(),
            fixtures: fixtures.map(|(kind, name)| (kind, name.clone())).collect(),
            marks: added.marks.clone(),
        }
    }

    /// The resource that is called, given the name in the environment that is asked for.
    pub(super) fn reached_by(&self, called: &Called, key: Option<&str>) -> Option<ReachedBy> {
        let added = self.resources.iter().find_map(|known| known.reached_by(called, key));
        added.or_else(|| Resources::known().reached_by(called, key))
    }

    /// What a fixture opens that the project names.
    pub(super) fn fixture(&self, name: &str) -> Option<ResourceKind> {
        self.fixtures.iter().find(|(_, known)| known == name).map(|(kind, _)| *kind)
    }

    /// The category that a mark means.
    pub(super) fn category_of_mark(&self, name: &str) -> Option<Category> {
        let added = self.marks.iter().find(|(_, names)| names.iter().any(|known| known == name));
        added.map(|(category, _)| *category).or_else(|| Resources::known().category_of_mark(name))
    }

    /// The marks that are names of a category, the usual one first; those of the project before all others.
    pub(super) fn names_of_category(&self, category: Category) -> Vec<&String> {
        let added = self.marks.get(&category).into_iter().flatten();
        added.chain(Resources::known().names_of_category(category)).collect()
    }
}
