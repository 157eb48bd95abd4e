//! Files that are written for another version of a package than the installed one.

use loopmend_project::Origin;

use super::File;
use crate::engine::ModuleId;

impl File<'_> {
    /// Returns whether the file imports a module that the installed package around a module lacks. An import that a `try` guards does not count.
    pub fn is_written_for_other_version(&self, module: ModuleId) -> bool {
        let engine = self.engine();
        if engine.origin(module) != Origin::ThirdParty {
            return false;
        }
        let package = engine.module_name(module).split('.').next().unwrap_or_default();
        let summary = self.summary();
        summary.imported.iter().any(|imported| {
            let name = summary.name(imported.module);
            name.strip_prefix(package).is_some_and(|rest| rest.starts_with('.'))
                && engine.is_absent(engine.resolve(name, self.module()))
                && !self.is_tried(imported.span)
        })
    }
}
