//! Import statements.

use ruff_python_ast as ast;

use super::super::{BindingKind, StarImport};
use super::{Lowering, WHOLE_SCOPE};

impl Lowering<'_> {
    pub(super) fn import(&mut self, import: &ast::StmtImport, end: u32) {
        for alias in &import.names {
            let module = alias.name.as_str();
            let (name, module) = match &alias.asname {
                Some(name) => (name.as_str(), module),
                None => {
                    let first = module.split('.').next().unwrap_or(module);
                    (first, first)
                }
            };
            let module = self.names.intern(module);
            self.bind_text(name, end, BindingKind::Import { module });
        }
    }

    pub(super) fn import_from(&mut self, import: &ast::StmtImportFrom, end: u32) {
        let module = self.absolute_module(import.level, import.module.as_deref());
        let module = self.names.intern(&module);
        for alias in &import.names {
            if alias.name.as_str() == "*" {
                if self.at.is_live {
                    let is_unconditional = self.at.block == WHOLE_SCOPE;
                    let star = StarImport { module, offset: end, is_unconditional };
                    self.current().scope.star_imports.push(star);
                }
                continue;
            }
            let name = self.names.intern(alias.name.as_str());
            let bound = alias.asname.as_ref().unwrap_or(&alias.name);
            self.bind_text(bound.as_str(), end, BindingKind::ImportFrom { module, name });
        }
    }

    /// The dotted name that `from ..name import` means here; what cannot be known stays relative, and
    /// nothing is found under it.
    fn absolute_module(&self, level: u32, name: Option<&str>) -> String {
        let name = name.unwrap_or_default();
        if level == 0 {
            return name.to_owned();
        }
        let Some(own) = self.target.module else { return format!("{}{name}", ".".repeat(level as usize)) };
        let drop = level as usize - usize::from(self.target.is_package);
        let parts: Vec<&str> = own.split('.').collect();
        let kept = parts.len().saturating_sub(drop);
        let mut module = parts[..kept].join(".");
        if !name.is_empty() {
            if !module.is_empty() {
                module.push('.');
            }
            module.push_str(name);
        }
        module
    }
}
