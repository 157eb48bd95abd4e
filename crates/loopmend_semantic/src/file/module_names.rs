//! The names that modules of the project certainly lack.

use loopmend_index::summary::{HashedName, Summary};
use loopmend_project::Origin;
use rustc_hash::FxHashSet;

use super::File;
use crate::engine::ModuleId;
use crate::infer::Type;

/// Texts of code that may bind names of its module without a statement for each.
const WAYS_TO_BIND: &[&str] =
    &["globals(", "locals()", "vars()", "exec(", "sys.modules", "import_module(__name__", "__path__"];

/// The maximum number of letters in which a name differs from the name that was meant.
const MOST_WRONG: usize = 2;

/// The minimum length of a name for which a similar name is suggested.
const SHORTEST_MEANT: usize = 4;

impl File<'_> {
    /// Returns whether this file assigns an attribute of this name to any object but `self` of a method. Patches, which expect the
    /// attribute, do not count.
    pub(super) fn sets_itself(&self, name: &str) -> bool {
        let summary = self.summary();
        summary.attributes_set_on_others().any(|attribute| attribute == name) || summary.calls_setattr()
    }

    /// Returns whether another module, a file of the project, certainly has no such name when this file imports it.
    pub(super) fn lacks_name(&mut self, module: ModuleId, name: &str) -> bool {
        let is_readable = module != self.module()
            && self.engine().origin(module) == Origin::FirstParty
            && self.engine().module_path(module).is_some()
            && !self.engine().is_stub(module);
        if !is_readable || is_given(name) {
            return false;
        }
        let inference = self.inference_mut();
        inference.begin();
        inference.symbol(module, name).is_none()
            && !self.is_far(module)
            && !self.sets_itself(name)
            && self.has_written_names_only(module, &mut vec![module])
            && !self.is_set_by_name(module)
    }

    /// Returns whether a file of the project sets attributes of a module whose names it computes: `setattr(shop, name, item)`.
    fn is_set_by_name(&mut self, module: ModuleId) -> bool {
        self.inference_mut().rest_on_all_texts();
        let engine = self.engine();
        if let Some(known) = engine.modules_set_by_name.get() {
            return known.contains(&module);
        }
        let mut found = FxHashSet::default();
        for setter in engine.files_with_setattr() {
            let summary = engine.summary(setter);
            for (scope, object) in summary.objects_set_by_name() {
                let object = self.inference_mut().expression(setter, scope, object);
                found.extend(self.inference_mut().parts(object).into_iter().filter_map(|part| match part {
                    Type::Module(set) => Some(set),
                    _ => None,
                }));
            }
        }
        engine.modules_set_by_name.get_or_init(|| found).contains(&module)
    }

    /// Returns whether statements bind all names of a module, and of the modules of its star imports. `seen` are the modules on the way.
    fn has_written_names_only(&mut self, module: ModuleId, seen: &mut Vec<ModuleId>) -> bool {
        self.inference_mut().rest_on_text(module);
        let engine = self.engine();
        let summary = engine.summary(module);
        summary.syntax_errors.is_empty()
            && summary.bindings_of(Summary::MODULE_SCOPE, "__getattr__").is_empty()
            && !engine.mentions_any(module, WAYS_TO_BIND)
            && summary.scope(Summary::MODULE_SCOPE).star_imports.iter().all(|star| {
                let target = engine.resolve(summary.name(star.module), module);
                let is_known = seen.contains(&target) || engine.origin(target) != Origin::FirstParty;
                seen.push(target);
                !engine.is_absent(target) && (is_known || self.has_written_names_only(target, seen))
            })
    }

    /// Returns whether a name may be that of a module which a build creates in a package. No class or constant is.
    pub(super) fn may_be_built(&self, module: ModuleId, name: &str) -> bool {
        self.engine().is_package(module) && !name.starts_with(char::is_uppercase)
    }

    /// Returns the only name of a module that differs from a name in few letters.
    pub(super) fn similar_name(&self, module: ModuleId, name: &str) -> Option<String> {
        let summary = self.engine().summary(module);
        let own = summary.names.find_hashed(HashedName::new(name));
        let names = summary.scope(Summary::MODULE_SCOPE).entries.iter().filter(|entry| entry.len > 0);
        let names = names.filter(|entry| Some(entry.name) != own).map(|entry| summary.name(entry.name));
        nearest(name, names).map(str::to_owned)
    }
}

/// Returns the only one of several names that differs from a name in few letters.
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if name.len() < SHORTEST_MEANT {
        return None;
    }
    let mut near = known.filter(|known| {
        known.len().abs_diff(name.len()) <= MOST_WRONG && strsim::osa_distance(known, name) <= MOST_WRONG
    });
    let only = near.next()?;
    near.next().is_none().then_some(only)
}

/// Returns whether Python gives each module the name.
fn is_given(name: &str) -> bool {
    name.starts_with("__")
}
