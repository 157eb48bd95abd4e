//! Lowers import statements.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use loopmend_catalog::{Role, Words, named};
use loopmend_python::ast::{self as ast, ExceptHandler, Expr};
use loopmend_python::text_size::Ranged;
use loopmend_python::{last_name, span};

use super::super::names::Names;
use super::super::{BindingKind, Imported, NameId, StarImport};
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
            self.need(module);
            self.bind_text(name, end, BindingKind::Import { module });
        }
    }

    pub(super) fn import_from(&mut self, import: &ast::StmtImportFrom, end: u32) {
        let module = self.absolute_module(import.level, import.module.as_deref());
        let module = self.names.intern(&module);
        if import.level == 0 {
            self.need(module);
        }
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
            if self.needs_imports() {
                self.imported.push(Imported { module, name, span: span(alias.name.range()) });
            }
            let bound = alias.asname.as_ref().unwrap_or(&alias.name);
            self.bind_text(bound.as_str(), end, BindingKind::ImportFrom { module, name });
        }
    }

    fn need(&mut self, module: NameId) {
        if self.needs_imports() {
            self.needed.push(module);
        }
    }

    /// Returns whether the code fails here if an import does.
    fn needs_imports(&self) -> bool {
        self.target.is_first_party && self.at.is_live && self.at.is_reachable && !self.at.guards_imports
    }

    /// Sorts the modules that imports need, and removes those that the module checks for first.
    pub(super) fn sort_needed(&mut self, names: &Names) {
        self.needed.sort_unstable();
        self.needed.dedup();
        let is_idle = self.needed.is_empty() && self.imported.is_empty();
        let asked = if is_idle { Vec::new() } else { asked_for(self.text) };
        if !asked.is_empty() {
            self.needed.retain(|module| !asked.contains(&top_of(names.get(*module))));
            self.imported.retain(|imported| !asked.contains(&top_of(names.get(imported.module))));
        }
    }

    /// Returns the dotted name of the module in `from ..name import`. A name that cannot be resolved stays
    /// relative, and nothing is found under it.
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

/// Returns whether a handler of a `try` may catch an `ImportError`.
pub(super) fn may_catch_import_error(statement: &ast::StmtTry) -> bool {
    statement.handlers.iter().any(|ExceptHandler::ExceptHandler(handler)| match handler.type_.as_deref() {
        Some(Expr::Tuple(several)) => several.elts.iter().any(is_import_error),
        Some(one) => is_import_error(one),
        None => true,
    })
}

/// Returns whether a `with` item catches an `ImportError`, as `suppress(ImportError)` and
/// `pytest.raises(ImportError)` do.
pub(super) fn takes_import_error(manager: &Expr) -> bool {
    manager.as_call_expr().is_some_and(|call| call.arguments.args.iter().any(is_import_error))
}

fn is_import_error(class: &Expr) -> bool {
    named(last_name(class)).has(Role::IncludesImportError)
}

/// Returns whether the text of a test checks for a type checker, the interpreter, the system, or a module.
pub(super) fn asks_for_modules(test: &str) -> bool {
    static AUTOMATON: LazyLock<AhoCorasick> = LazyLock::new(|| {
        AhoCorasick::new(Words::EnvironmentTests.all())
            .expect("a handful of short patterns is no automaton too large")
    });
    AUTOMATON.is_match(test)
}

/// Returns the modules for which a text checks whether they can be imported: `importorskip("x")`,
/// `find_spec("x")`.
fn asked_for(text: &str) -> Vec<&str> {
    let after = |word: &'static str| {
        memchr::memmem::find_iter(text.as_bytes(), word).filter_map(move |at| {
            let argument = text[at + word.len()..].trim_start();
            let name = argument.strip_prefix(['"', '\''])?;
            name.split(['"', '\'', '.']).next()
        })
    };
    after("importorskip(").chain(after("find_spec(")).collect()
}

fn top_of(module: &str) -> &str {
    module.split('.').next().unwrap_or(module)
}
