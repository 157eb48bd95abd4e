//! Which files a run checks again, and which findings it takes from the last one.

use std::cell::OnceCell;
use std::path::Path;
use std::sync::Arc;

use loopmend_index::summary::Interface;
use loopmend_project::{Project, ProjectFile};
use loopmend_semantic::{Engine, ModuleId};
use rustc_hash::{FxHashMap, FxHashSet};

use super::compare::Comparison;
use super::reach::Reach;
use super::{FileRecord, Marks, Memory, Packs};

/// The files to check in a run, and the findings that the run takes over from the last one.
pub(crate) struct Plan<'m> {
    /// The indices of the files to check, ascending.
    pub(crate) changed: Vec<usize>,
    /// The findings of the files that need no check.
    pub(crate) remembered: Vec<&'m FileRecord>,
    /// `true` if nothing at all changed, so that nothing need be written.
    pub(crate) is_unchanged: bool,
    /// The interfaces of the modules after the last run, by index in the memory; `None` if no remembered result is valid.
    pub(super) interfaces: Option<Vec<Arc<Interface>>>,
}

impl Plan<'_> {
    /// Plans a check of all files, and uses no remembered result.
    fn of_all(project: &Project) -> Self {
        let changed = (0..project.files().len()).collect();
        Self { changed, remembered: Vec::new(), is_unchanged: false, interfaces: None }
    }
}

impl Memory {
    /// Compares the project with the last run. Without `packs`, nothing is remembered.
    pub(crate) fn plan<'m>(&'m self, engine: &Engine, packs: Option<&Packs>) -> Plan<'m> {
        let all = Plan::of_all(engine.project());
        if self.is_stale(engine) {
            return all;
        }
        let comparison = Comparison::new(&self.modules, engine);
        if comparison.is_unchanged()
            && let Some(remembered) = self.all_remembered(engine.project())
        {
            return Plan { changed: Vec::new(), remembered, is_unchanged: true, interfaces: None };
        }
        if comparison.is_about_nearly_all(&self.modules) {
            return all;
        }
        match packs.and_then(|packs| self.read_interfaces(packs)) {
            Some(interfaces) => self.plan_with(engine, &comparison, interfaces),
            None => all,
        }
    }

    /// Plans a check of these files alone. Only the interfaces of the other files are used.
    pub(crate) fn plan_of(&self, files: Vec<usize>, engine: &Engine, packs: Option<&Packs>) -> Plan<'_> {
        if !self.is_stale(engine)
            && let Some(interfaces) = packs.and_then(|packs| self.read_interfaces(packs))
        {
            let comparison = Comparison::new(&self.modules, engine);
            engine.remember(self.unchanged(engine, &comparison, &interfaces));
        }
        Plan { changed: files, remembered: Vec::new(), is_unchanged: false, interfaces: None }
    }

    /// `true` if no remembered result is valid.
    fn is_stale(&self, engine: &Engine) -> bool {
        let stands = |lookup| engine.still_means(lookup);
        self.files.is_empty() || self.libraries_changed(engine) || !self.lookups.iter().all(stands)
    }

    /// Returns the findings of all files; `None` if some are not remembered.
    fn all_remembered<'m>(&'m self, project: &Project) -> Option<Vec<&'m FileRecord>> {
        let by_path = self.by_path();
        let record = |file: &ProjectFile| {
            let record = file.path.to_str().and_then(|path| by_path.get(path).copied());
            record.filter(|record| !record.marks.project)
        };
        project.files().iter().map(record).collect()
    }

    fn plan_with<'m>(
        &'m self,
        engine: &Engine,
        comparison: &Comparison,
        interfaces: Vec<Arc<Interface>>,
    ) -> Plan<'m> {
        let changes = comparison.changes(engine, self, &interfaces);
        engine.remember(self.unchanged(engine, comparison, &interfaces));
        let is_unchanged = comparison.is_unchanged();
        let changed: FxHashSet<u32> = changes.modules.iter().map(|change| change.module).collect();
        let mut reaches: FxHashMap<(Marks, bool), OnceCell<Reach>> = FxHashMap::default();
        let mut stands = |record: &FileRecord| {
            let rests_on_changed = record.dependencies.iter().any(|module| changed.contains(module));
            let is_hot_changed = record.marks.steps && !changes.hot_names.is_empty();
            let looks_everywhere =
                record.marks.look_everywhere() || changes.has_new_conftest || is_hot_changed;
            let rests_on_other_text = record.marks.all_texts && !is_unchanged;
            if !comparison.is_same_text(record.module) || record.marks.project || rests_on_other_text {
                return false;
            }
            if !record.texts.iter().all(|module| comparison.is_same_text(*module)) {
                return false;
            }
            if record.usages.iter().any(|key| changes.usages.contains(key)) {
                return false;
            }
            let has_new_whole = changes.has_new_conftest && !record.wholes.is_empty();
            if has_new_whole || record.wholes.iter().any(|module| changed.contains(module)) {
                return false;
            }
            let mentions = &interfaces[record.module as usize].mentions;
            let mut asked = changes.awaited_names.iter().chain(&changes.hot_names);
            if asked.any(|name| mentions.binary_search(name).is_ok()) {
                return false;
            }
            let is_set = |name| mentions.binary_search(name).is_ok();
            let may_be_set = changes.has_other_hooks || changes.set_attributes.iter().any(is_set);
            if record.marks.set_attributes && may_be_set {
                return false;
            }
            // The file may read the attribute itself, or call a function that does.
            let is_set_on_others = |name| {
                let mut modules = std::iter::once(&record.module).chain(&record.dependencies);
                modules.any(|module| interfaces[*module as usize].mentions.binary_search(name).is_ok())
            };
            if record.marks.attributes_on_others && changes.set_attributes.iter().any(is_set_on_others) {
                return false;
            }
            if changes.modules.is_empty() || !(rests_on_changed || looks_everywhere) {
                return true;
            }
            let reach = reaches.entry((record.marks, rests_on_changed)).or_default();
            let reach =
                reach.get_or_init(|| Reach::new(&changes, &interfaces, record.marks, rests_on_changed));
            !reach.meets(mentions, &record.dependencies)
        };
        let by_path = self.by_path();
        let mut plan = Plan { changed: Vec::new(), remembered: Vec::new(), is_unchanged, interfaces: None };
        for (index, file) in engine.project().files().iter().enumerate() {
            let record = file.path.to_str().and_then(|path| by_path.get(path).copied());
            let record = record.filter(|record| stands(record));
            match record {
                Some(record) => plan.remembered.push(record),
                None => plan.changed.push(index),
            }
        }
        plan.interfaces = Some(interfaces);
        plan
    }

    /// Returns the interfaces of the checked files whose text did not change.
    fn unchanged(
        &self,
        engine: &Engine,
        comparison: &Comparison,
        interfaces: &[Arc<Interface>],
    ) -> FxHashMap<ModuleId, Arc<Interface>> {
        let modules = self.modules.iter().zip(interfaces).enumerate();
        let same = modules
            .filter(|(place, (module, _))| module.is_checked && comparison.is_same_text(*place as u32));
        same.filter_map(|(_, (module, interface))| {
            Some((engine.module_at(Path::new(&module.path))?, interface.clone()))
        })
        .collect()
    }

    fn libraries_changed(&self, engine: &Engine) -> bool {
        self.modules
            .iter()
            .filter(|module| module.is_library)
            .any(|module| engine.project().stamp(Path::new(&module.path)) != Some(module.stamp))
    }
}
