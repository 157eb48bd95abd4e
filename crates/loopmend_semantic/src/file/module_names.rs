//! The names that modules of the project certainly lack.

use loopmend_project::Origin;

use super::File;
use crate::engine::ModuleId;
use crate::summary::{CallSite, Entry, HashedName, Scope, StarImport, Summary};

/// What the text of a module contains that may bind names without writing them as bindings.
const WAYS_TO_BIND: &[&str] =
    &["globals(", "locals()", "vars()", "exec(", "sys.modules", "import_module(__name__", "__path__"];

/// The maximum number of letters in which a name differs from the name that was meant.
const MOST_WRONG: usize = 2;

/// The minimum length of a name for which a similar name is suggested.
const SHORTEST_MEANT: usize = 4;

impl File<'_> {
    /// Returns whether this file assigns an attribute of this name to any object. Patches, which expect the attribute, do not count.
    pub(super) fn sets_itself(&self, name: &str) -> bool {
        let summary = self.summary();
        let is_it = |entry: &Entry| {
            summary.name(entry.name).rsplit_once('.').is_some_and(|(_, attribute)| attribute == name)
        };
        let is_set = |scope: &Scope| scope.binds_attributes && scope.entries.iter().any(is_it);
        let is_setattr =
            |call: &CallSite| summary.is_dotted_name(summary.callee_or_itself(call.expression), "setattr");
        summary.scopes.iter().any(is_set) || summary.calls.iter().any(is_setattr)
    }

    /// Returns whether another module, a file of the project, has no such name when this file has imported it.
    pub(super) fn lacks_name(&mut self, module: ModuleId, name: &str) -> bool {
        let is_readable = module != self.module()
            && self.engine().origin(module) == Origin::FirstParty
            && self.engine().module_path(module).is_some()
            && !self.engine().is_stub(module);
        if !is_readable || is_given(name) || self.sets_itself(name) {
            return false;
        }
        let inference = self.inference_mut();
        inference.begin();
        inference.rest_on_text(module);
        inference.symbol(module, name).is_none() && self.binds_as_written(module)
    }

    /// Returns whether a module has no names but those that it is seen to bind, and no other file of the project has its name.
    fn binds_as_written(&self, module: ModuleId) -> bool {
        let engine = self.engine();
        let own = engine.module_name(module);
        let is_other = |other: ModuleId| {
            other != module && engine.origin(other) == Origin::FirstParty && engine.module_name(other) == own
        };
        let summary = engine.summary(module);
        let is_closed = |star: &StarImport| {
            let target = engine.resolve(summary.name(star.module), module);
            !engine.is_absent(target)
                && (engine.origin(target) != Origin::FirstParty || self.writes_bindings(target))
        };
        self.writes_bindings(module)
            && summary.scope(Summary::MODULE_SCOPE).star_imports.iter().all(is_closed)
            && !engine.modules().any(is_other)
    }

    /// Returns whether a module binds all its names by statements that say so, apart from star imports.
    fn writes_bindings(&self, module: ModuleId) -> bool {
        let summary = self.engine().summary(module);
        summary.syntax_errors.is_empty()
            && summary.bindings_of(Summary::MODULE_SCOPE, "__getattr__").is_empty()
            && !self.engine().mentions_any(module, WAYS_TO_BIND)
    }

    /// Returns the only name of a module that differs from a name in few letters.
    pub(super) fn similar_name(&self, module: ModuleId, name: &str) -> Option<String> {
        if name.len() < SHORTEST_MEANT {
            return None;
        }
        let summary = self.engine().summary(module);
        let own = summary.names.find_hashed(HashedName::new(name));
        let names = summary.scope(Summary::MODULE_SCOPE).entries.iter().filter(|entry| entry.len > 0);
        let names = names.filter(|entry| Some(entry.name) != own).map(|entry| summary.name(entry.name));
        let mut near = names.filter(|known| {
            known.len().abs_diff(name.len()) <= MOST_WRONG && strsim::osa_distance(known, name) <= MOST_WRONG
        });
        let only = near.next()?;
        near.next().is_none().then(|| only.to_owned())
    }
}

/// Returns whether Python gives each module the name.
fn is_given(name: &str) -> bool {
    name.starts_with("__")
}
