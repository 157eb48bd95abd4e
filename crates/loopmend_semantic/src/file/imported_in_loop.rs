//! Modules whose top level runs while an event loop runs: only coroutines import them, such as plugins that the `async` start of a program
//! loads by their names.

use loopmend_catalog::Role;
use loopmend_core::Span;
use loopmend_index::summary::{ArgumentKind, Expression, ExpressionId, FunctionId, ScopeId};

use super::File;
use crate::engine::{Engine, ModuleId};
use crate::infer::FunctionRef;

/// The maximum number of modules that import each other and are followed for one module.
const MAX_MODULES: usize = 64;

/// The maximum number of calls that are followed from a plain function to the coroutines that run it.
const MAX_CALLERS: u8 = 4;

/// A call that imports modules by a name whose beginning is written: `import_module("bot.plugins." + name)`.
#[derive(Debug)]
pub(crate) struct ImportByName {
    /// The beginning of the name, with a dot, or the whole name.
    beginning: String,
    /// `true` if `beginning` is the whole name.
    is_whole: bool,
    /// The module of the call.
    module: ModuleId,
    /// The scope of the call.
    scope: ScopeId,
}

impl ImportByName {
    fn imports(&self, name: &str) -> bool {
        if self.is_whole { self.beginning == name } else { name.starts_with(&self.beginning) }
    }
}

impl Engine<'_> {
    /// Returns the calls of the project that import modules by names whose beginning is written, in the order of the files.
    fn imports_by_name(&self) -> &[ImportByName] {
        self.imports_by_name.get_or_init(|| {
            let words = Role::ImportsModule.names().iter();
            let mut modules: Vec<ModuleId> = words.flat_map(|word| self.files_with_word(word)).collect();
            modules.sort_unstable();
            modules.dedup();
            modules.into_iter().flat_map(|module| self.imports_by_name_in(module)).collect()
        })
    }

    fn imports_by_name_in(&self, module: ModuleId) -> Vec<ImportByName> {
        let summary = self.summary(module);
        let calls = summary.calls_named(Role::ImportsModule.names().iter().copied()).into_iter();
        let found = calls.filter_map(|site| {
            let first = summary.arguments_of(site.expression)?.first()?;
            if !matches!(first.kind, ArgumentKind::Positional | ArgumentKind::Keyword(_)) {
                return None;
            }
            let callee = summary.span(summary.callee_or_itself(site.expression));
            let (beginning, is_whole) = self.written_name(module, callee, first.value)?;
            Some(ImportByName { beginning, is_whole, module, scope: site.scope })
        });
        found.collect()
    }

    /// Returns the written beginning of the name that is the first argument after a callee, and whether the name ends there. Returns `None` if
    /// it does not name a package.
    fn written_name(&self, module: ModuleId, callee: Span, name: ExpressionId) -> Option<(String, bool)> {
        let summary = self.summary(module);
        let (beginning, is_whole) = match summary.expression(name) {
            Expression::String(text) => (summary.name(text).to_owned(), true),
            Expression::Binary { left, .. } => (summary.text_of(left)?.to_owned(), false),
            _ => (self.beginning_of_template(module, callee)?, false),
        };
        let is_name = !beginning.is_empty() && !beginning.starts_with('.');
        is_name.then_some((beginning, is_whole))
    }

    /// Returns the text before the first value of an f-string that is the first argument: `import_module(f"bot.plugins.{name}")`. Summaries do not
    /// keep it.
    fn beginning_of_template(&self, module: ModuleId, callee: Span) -> Option<String> {
        let found = self.in_text(module, |text| {
            let after = std::str::from_utf8(text.get(callee.end as usize..)?).ok()?;
            let argument = after.trim_start().strip_prefix('(')?.trim_start();
            let template = argument.strip_prefix(['f', 'F'])?;
            let quote = template.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
            let (beginning, _) = template[1..].split_once('{')?;
            (!beginning.contains([quote, '\n'])).then(|| beginning.to_owned())
        });
        found.flatten()
    }
}

impl File<'_> {
    /// Returns whether an event loop certainly runs while the top level of the file runs. Coroutines of the project import the module, by its
    /// name or by the beginning of its name, and nothing else does. A package is imported with each of its modules, and is not followed.
    pub fn is_imported_in_loop(&mut self) -> bool {
        if self.is_collected() || self.has_loop_to_itself() {
            return false;
        }
        self.inference_mut().rest_on_all_texts();
        let module = self.module();
        self.are_importers_in_loop(module, &mut Vec::new())
    }

    /// `followed` are the modules whose importers are asked about.
    fn are_importers_in_loop(&mut self, module: ModuleId, followed: &mut Vec<ModuleId>) -> bool {
        // Modules that import each other are imported by the others of them.
        if followed.contains(&module) {
            return true;
        }
        followed.push(module);
        let engine = self.engine();
        if followed.len() > MAX_MODULES || engine.is_package(module) {
            return false;
        }
        let importers = importers(engine, module);
        !importers.is_empty()
            && importers.into_iter().all(|(importer, scope)| {
                match engine.summary(importer).function_around(scope) {
                    Some(function) => {
                        self.is_run_by_coroutine(FunctionRef { module: importer, function }, MAX_CALLERS)
                    }
                    None => self.are_importers_in_loop(importer, followed),
                }
            })
    }

    /// Returns whether a function is a coroutine, or all of its calls are in coroutines.
    fn is_run_by_coroutine(&mut self, function: FunctionRef, left: u8) -> bool {
        let engine = self.engine();
        let definition = engine.summary(function.module).function(function.function);
        if definition.is_async {
            return true;
        }
        let Some(left) = left.checked_sub(1) else { return false };
        let Some(callers) = self.inference_mut().known_callers(function) else { return false };
        callers.into_iter().all(|(module, place)| {
            let summary = engine.summary(module);
            let caller =
                summary.calls.get(place as usize).and_then(|site| summary.function_around(site.scope));
            caller.is_some_and(|function: FunctionId| {
                self.is_run_by_coroutine(FunctionRef { module, function }, left)
            })
        })
    }
}

/// Returns where a module is imported, with the scopes of the imports.
fn importers(engine: &Engine, module: ModuleId) -> Vec<(ModuleId, ScopeId)> {
    let names = import_names(engine, module);
    let mut importers: Vec<ModuleId> = names.iter().flat_map(|name| engine.importers(name)).collect();
    importers.sort_unstable();
    importers.dedup();
    let mut found = Vec::new();
    for importer in importers.into_iter().filter(|importer| *importer != module) {
        let imports = engine.summary(importer).imports_by_scope();
        let of_module = imports.filter(|(_, imported)| names.contains(imported));
        found.extend(of_module.map(|(scope, _)| (importer, scope)));
    }
    let by_name = engine.imports_by_name().iter();
    let by_name = by_name.filter(|import| names.iter().any(|name| import.imports(name)));
    found.extend(by_name.map(|import| (import.module, import.scope)));
    found
}

/// Returns the names under which a module in a package may be imported: from each directory above it. Directories without `__init__.py` are
/// packages too.
fn import_names(engine: &Engine, module: ModuleId) -> Vec<String> {
    let path = engine.shown_path(module).unwrap_or_default();
    let path = path.strip_suffix(".py").unwrap_or(&path);
    let parts: Vec<&str> = path.split(['/', '\\']).collect();
    (0..parts.len().saturating_sub(1)).map(|start| parts[start..].join(".")).collect()
}
