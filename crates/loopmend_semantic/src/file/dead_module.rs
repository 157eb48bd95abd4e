//! Modules that nothing runs, such as copies of a library that nobody uses.

use loopmend_index::summary::{BindingKind, Imported, NameId, Summary};
use rustc_hash::FxHashSet;

use super::File;

impl File<'_> {
    /// Returns whether nothing runs the code of the file that may have findings: no module of the project imports it, and an import at its top
    /// level fails because a module of the project lacks the imported name. Code that runs before the import is not dead.
    pub(super) fn is_dead_module(&mut self) -> bool {
        let summary = self.summary();
        let at_top = imported_at_top(summary);
        let mut imported = summary.imported.iter().filter(|it| at_top.contains(&(it.module, it.name)));
        imported.any(|imported| self.fails_at_import(imported)) && !self.is_imported_by_project()
    }

    fn fails_at_import(&mut self, imported: &Imported) -> bool {
        let summary = self.summary();
        let module = self.engine().resolve(summary.name(imported.module), self.module());
        !self.engine().is_absent(module)
            && self.lacks_name(module, summary.name(imported.name))
            && !self.may_fail_on_purpose(imported.span, Summary::MODULE_SCOPE)
            && !self.runs_code_before(imported.span.start)
    }

    /// Returns whether the module calls or decorates anything before an offset, outside of its functions.
    fn runs_code_before(&self, offset: u32) -> bool {
        let summary = self.summary();
        let is_outside = |scope| summary.function_around(scope).is_none();
        let calls = summary
            .calls
            .iter()
            .any(|site| summary.span(site.expression).start < offset && is_outside(site.scope));
        calls
            || summary.functions.iter().any(|function| {
                function.decorators.len > 0
                    && function.header.start < offset
                    && is_outside(summary.scope_around(function.scope))
            })
    }

    fn is_imported_by_project(&mut self) -> bool {
        self.inference_mut().rest_on_all_texts();
        let name = self.engine().module_name(self.module());
        name.is_empty() || self.engine().first_importer(name).is_some()
    }
}

/// Returns the modules and names that a module imports at its top level whenever it runs.
fn imported_at_top(summary: &Summary) -> FxHashSet<(NameId, NameId)> {
    let entries = summary.scope(Summary::MODULE_SCOPE).entries.iter();
    let bindings = entries.flat_map(|entry| summary.bindings_in(*entry));
    let imports = bindings.filter_map(|binding| match binding.kind {
        BindingKind::ImportFrom { module, name } if binding.is_unconditional() => Some((module, name)),
        _ => None,
    });
    imports.collect()
}
