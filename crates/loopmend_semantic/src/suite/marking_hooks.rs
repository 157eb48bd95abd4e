//! Hooks of the project that mark tests during collection, so that no mark in a file states what runs them.

use loopmend_catalog::{Role, named};
use loopmend_core::LineIndex;
use loopmend_index::summary::{ArgumentKind, Expression, Summary};

use super::Scope;
use super::hooks::{functions_named, is_late, writes_mark};
use super::marks::{name_of_mark, takes_tests};
use super::settings::SuiteSettings;
use crate::engine::{Engine, ModuleId};
use crate::file::File;

/// A hook that adds a mark which a plugin recognizes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkingHook {
    /// The displayed path of the file.
    pub path: String,
    /// The line of the hook's header, counted from 1.
    pub line: u32,
    /// The name of the hook.
    pub name: String,
    /// Whether the hook runs after the tests are collected. Since pytest-asyncio 0.23, its mark then has no
    /// effect.
    pub is_late: bool,
}

impl Engine<'_> {
    /// Returns the hooks of the project that add a mark which a plugin recognizes, in the order of the
    /// files.
    pub fn marking_hooks(&self) -> Vec<MarkingHook> {
        let mut found = Vec::new();
        for module in self.modules_with_marking_hook() {
            let summary = self.summary(module);
            let lines = LineIndex::new(File::new(self, module).text());
            for hook in functions_named(summary, Role::SeesTests.names()) {
                let function = summary.function(hook);
                found.push(MarkingHook {
                    path: self.project().files()[module.index()].display.clone(),
                    line: lines.line(function.header.start),
                    name: summary.name(function.name).to_owned(),
                    is_late: is_late(summary, hook),
                });
            }
        }
        found
    }

    fn modules_with_marking_hook(&self) -> impl Iterator<Item = ModuleId> {
        let files = (0..self.project().files().len()).map(ModuleId::of_file);
        let marks = |module: &ModuleId| {
            let summary = self.summary(*module);
            functions_named(summary, Role::SeesTests.names()).next().is_some()
                && writes_mark(summary, &takes_tests)
        };
        files.filter(|module| self.may_bind(*module, "pytest_")).filter(marks)
    }

    /// Returns whether a hook marks tests of a configuration with another loop scope.
    pub(super) fn hook_states_other_scope(&self, settings: &SuiteSettings, wanted: Scope) -> bool {
        let is_of_it =
            |module: &ModuleId| self.suite_settings(*module).is_some_and(|own| own.is_of_same_file(settings));
        let mut modules = self.modules_with_marking_hook().filter(is_of_it);
        modules.any(|module| states_other_scope(self.summary(module), wanted))
    }
}

impl File<'_> {
    /// Returns whether a hook may mark tests of the file so that they run on loops of another scope than
    /// `wanted`.
    pub fn may_be_marked_otherwise(&mut self, wanted: Scope) -> bool {
        let module = self.module();
        self.inference_mut().rest_on_all_texts();
        let settings = self.engine().suite_settings(module);
        self.inference_mut().has_taking_hook(module)
            || self.inference_mut().may_put_marks_before(module)
            || settings.is_some_and(|settings| self.engine().hook_states_other_scope(&settings, wanted))
    }
}

/// Returns whether a module contains `pytest.mark.asyncio(loop_scope="module")` with another scope than the
/// wanted one, or with an unknown one.
fn states_other_scope(summary: &Summary, wanted: Scope) -> bool {
    let of_marks = summary
        .calls
        .iter()
        .filter(|site| name_of_mark(summary, summary.callee_or_itself(site.expression)) == Some("asyncio"));
    let mut arguments = of_marks.flat_map(|site| summary.arguments_of(site.expression).unwrap_or_default());
    arguments.any(|argument| match argument.kind {
        ArgumentKind::Keyword(name) if named(summary.name(name)).has(Role::ScopeParameter) => {
            !matches!(summary.expression(argument.value), Expression::String(text) if summary.name(text) == wanted.name())
        }
        ArgumentKind::DoubleStarred => true,
        _ => false,
    })
}
