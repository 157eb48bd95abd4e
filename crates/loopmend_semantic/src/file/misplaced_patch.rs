//! Patches of a name where it is defined, although those who use it imported the name itself.

use loopmend_catalog::{Role, named};
use loopmend_core::{NameOwner, Span};
use loopmend_project::Origin;
use ruff_text_size::Ranged;

use super::File;
use super::fate::nodes_around;
use super::is_test_path;
use crate::engine::ModuleId;
use crate::infer::Type;
use crate::summary::{Binding, BindingKind, CallSite, Expression, Scope, ScopeId, Summary, span};

/// A patch without effect: nobody reads the name from the module in which it is replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MisplacedPatch {
    /// The string with the target.
    pub written: Span,
    /// The module in which the name is replaced.
    pub module: String,
    /// The name.
    pub name: String,
    /// The modules that imported the name and use it, of those that the tests import, without duplicates.
    pub users: Vec<PatchUser>,
    /// The place of the whole target in the string, if it names the module by its dotted name.
    pub dotted: Option<Span>,
    /// The qualified name of the enclosing function; empty at the top level of the module.
    pub symbol: String,
}

/// A module that imported a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatchUser {
    /// The name of the module.
    pub module: String,
    /// The name under which it has the imported name.
    pub name: String,
    /// Its file.
    pub owner: Option<NameOwner>,
}

/// Texts of tests that import modules anew or replace them.
const WAYS_TO_RELOAD: &[&str] =
    &["reload(", "sys.modules", "import_module(", "__import__(", "run_module(", "run_path("];

/// The file whose fixtures other files use.
const CONFTEST: &str = "conftest.py";

/// A name in a module.
#[derive(Clone, Copy)]
struct Patched<'n> {
    module: ModuleId,
    name: &'n str,
}

impl File<'_> {
    /// Returns the patches of names in modules of the project that have no effect, in source order: the modules which use the name imported it
    /// before, and nothing reads it from the module that is patched.
    pub fn misplaced_patches(&mut self) -> Vec<MisplacedPatch> {
        let mut calls = self.calls_that_may_patch().peekable();
        if calls.peek().is_none() || self.engine().mentions_any(self.module(), WAYS_TO_RELOAD) {
            return Vec::new();
        }
        calls.filter_map(|site| self.misplaced_patch(&site)).collect()
    }

    fn misplaced_patch(&mut self, site: &CallSite) -> Option<MisplacedPatch> {
        let (own, summary) = (self.module(), self.summary());
        let target = self.inference_mut().patched_target(own, site).filter(|target| target.is_replaced)?;
        let (owner, name) = target.steps.last()?;
        let Type::Module(module) = *owner else { return None };
        let patched = Patched { module, name };
        if module == own || !self.is_bound_once(patched) {
            return None;
        }
        let users = self.users_imported_here(patched);
        let written = summary.span(target.written);
        if users.is_empty()
            || self.patches_in(&users)
            || self.imports_while_patched(written)
            || self.is_read_from(patched, &users)
        {
            return None;
        }
        let dotted = Span::new(written.start + 1, written.end.saturating_sub(1));
        let module = self.engine().module_name(module).to_owned();
        let is_plain = self.slice(dotted) == format!("{module}.{name}");
        Some(MisplacedPatch {
            written,
            module,
            name: name.clone(),
            users,
            dotted: is_plain.then_some(dotted),
            symbol: summary.qualified_name(site.scope),
        })
    }

    /// Returns whether statements of a module of the project bind a name at its top level.
    fn is_bound_once(&mut self, patched: Patched<'_>) -> bool {
        if self.engine().origin(patched.module) != Origin::FirstParty || self.engine().is_stub(patched.module)
        {
            return false;
        }
        self.inference_mut().rest_on_text(patched.module);
        let summary = self.engine().summary(patched.module);
        let bindings = summary.bindings_of(Summary::MODULE_SCOPE, patched.name);
        matches!(bindings, [only] if matches!(only.kind, BindingKind::Function(_) | BindingKind::Class(_) | BindingKind::Value(_) | BindingKind::Annotated { .. }))
    }

    /// Returns the modules that this file imports at its top level and that imported a name and use it.
    fn users_imported_here(&mut self, patched: Patched<'_>) -> Vec<PatchUser> {
        let (own, summary) = (self.module(), self.summary());
        let engine = self.engine();
        let mut modules: Vec<ModuleId> = Vec::new();
        for entry in &summary.scope(Summary::MODULE_SCOPE).entries {
            for binding in summary.bindings_in(*entry) {
                match binding.kind {
                    BindingKind::Import { module } => modules.push(engine.resolve(summary.name(module), own)),
                    BindingKind::ImportFrom { module, name } => {
                        modules.push(engine.resolve(summary.name(module), own));
                        let dotted = format!("{}.{}", summary.name(module), summary.name(name));
                        modules.push(engine.resolve(&dotted, own));
                    }
                    _ => {}
                }
            }
        }
        modules.sort_unstable();
        modules.dedup();
        modules.retain(|module| {
            *module != patched.module
                && !engine.is_absent(*module)
                && engine.origin(*module) == Origin::FirstParty
        });
        let mut users: Vec<PatchUser> =
            modules.into_iter().filter_map(|module| self.user(module, patched)).collect();
        users.sort_by(|a, b| a.module.cmp(&b.module));
        users
    }

    /// Returns a module as a user of a name, if it imported the name at its top level and reads it.
    fn user(&mut self, module: ModuleId, patched: Patched<'_>) -> Option<PatchUser> {
        self.inference_mut().rest_on_text(module);
        let engine = self.engine();
        if !engine.may_bind(module, patched.name) {
            return None;
        }
        let summary = engine.summary(module);
        let name = summary.scope(Summary::MODULE_SCOPE).entries.iter().find_map(|entry| {
            let is_it = summary.bindings_in(*entry).iter().any(|binding| {
                matches!(binding.kind, BindingKind::ImportFrom { module: from, name }
                    if summary.name(name) == patched.name
                        && engine.resolve(summary.name(from), module) == patched.module)
            });
            is_it.then(|| summary.name(entry.name))
        })?;
        // An import for type checkers alone does not run.
        let runs = summary.imported.iter().any(|imported| {
            summary.name(imported.name) == patched.name
                && engine.resolve(summary.name(imported.module), module) == patched.module
        });
        // The import is one mention.
        let is_read = engine.count_words(module, name) > 1;
        (runs && is_read).then(|| PatchUser {
            module: engine.module_name(module).to_owned(),
            name: name.to_owned(),
            owner: self.module_as_owner(module),
        })
    }

    /// Returns whether a module of the project may be imported for the first time while a patch lasts, and gets the replacement: by an import
    /// in the same test, or in any function for a patch that several tests share.
    fn imports_while_patched(&self, patch: Span) -> bool {
        let (engine, summary) = (self.engine(), self.summary());
        let tree = self.tree_within(patch.start);
        let around = nodes_around(&tree, patch);
        let function = around.iter().rev().find_map(|node| node.as_stmt_function_def());
        let is_in_module = function.is_none() && !around.iter().any(|node| node.is_stmt_class_def());
        if is_in_module {
            return true;
        }
        let lasts = match function {
            Some(function) if is_test_name(&function.name) => span(function.range()),
            _ => Span::new(0, u32::MAX),
        };
        bindings(summary).any(|(scope, binding)| {
            let module = match binding.kind {
                BindingKind::Import { module } | BindingKind::ImportFrom { module, .. } => {
                    summary.name(module)
                }
                _ => return false,
            };
            scope != Summary::MODULE_SCOPE
                && (lasts.start..lasts.end).contains(&binding.offset)
                && engine.origin(engine.resolve(module, self.module())) == Origin::FirstParty
        })
    }

    /// Returns whether the file names the name in one of its users, which it then patches as well.
    fn patches_in(&self, users: &[PatchUser]) -> bool {
        let summary = self.summary();
        texts(summary).any(|text| users.iter().any(|user| text == format!("{}.{}", user.module, user.name)))
    }

    /// Returns whether anything in the project may read a name from a module while it is replaced there. Texts are searched, since not all
    /// names and attributes are kept otherwise.
    fn is_read_from(&mut self, patched: Patched<'_>, users: &[PatchUser]) -> bool {
        self.inference_mut().rest_on_project();
        let engine = self.engine();
        let modules: Vec<ModuleId> = (0..engine.project().files().len()).map(ModuleId::of_file).collect();
        // The definition is one mention, and a text in `__all__` may be another one.
        let listed = count_texts(engine.summary(patched.module), |text| text == patched.name);
        if engine.count_words(patched.module, patched.name) > 1 + listed
            || engine.mentions_any(patched.module, WAYS_TO_READ_ALL)
        {
            return true;
        }
        // The users are there already when the test begins.
        let is_new = |module: &ModuleId| users.iter().all(|user| user.module != engine.module_name(*module));
        let copying = modules.iter().copied().filter(is_new);
        let copying: Vec<ModuleId> = copying.filter(|module| self.copies(*module, patched)).collect();
        modules.into_iter().any(|module| {
            let is_mentioned = engine.may_bind(module, patched.name);
            self.imports_late(module, patched, &copying)
                || self.names_module(module, patched)
                || is_mentioned && module != patched.module && self.may_read_attribute(module, patched)
        })
    }

    /// Returns whether a module imports a name at its top level.
    fn copies(&self, module: ModuleId, patched: Patched<'_>) -> bool {
        let engine = self.engine();
        engine.may_bind(module, patched.name)
            && bindings(engine.summary(module)).any(|(scope, binding)| {
                let summary = engine.summary(module);
                matches!(binding.kind, BindingKind::ImportFrom { module: from, name }
                    if scope == Summary::MODULE_SCOPE
                        && summary.name(name) == patched.name
                        && engine.resolve(summary.name(from), module) == patched.module)
            })
    }

    /// Returns whether a function of a module imports the patched module, or one that copies the name: when it runs for the first time, it gets
    /// the replacement.
    fn imports_late(&self, module: ModuleId, patched: Patched<'_>, copying: &[ModuleId]) -> bool {
        let engine = self.engine();
        // A patch of a `conftest.py` may last while the tests of other files run.
        let own_path = engine.shown_path(self.module()).unwrap_or_default();
        let is_other_test = module != self.module()
            && !own_path.ends_with(CONFTEST)
            && engine.shown_path(module).is_some_and(|path| is_test_path(&path));
        let summary = engine.summary(module);
        let gets_it = |name: &str| {
            let target = engine.resolve(name, module);
            target == patched.module || copying.contains(&target)
        };
        bindings(summary).any(|(scope, binding)| {
            scope != Summary::MODULE_SCOPE
                && !is_other_test
                && match binding.kind {
                    BindingKind::Import { module } => gets_it(summary.name(module)),
                    BindingKind::ImportFrom { module: from, name } => {
                        let from = summary.name(from);
                        gets_it(from) || gets_it(&format!("{from}.{}", summary.name(name)))
                    }
                    _ => false,
                }
        })
    }

    /// Returns whether a text of a module is the name of the patched module, by which it may be imported.
    fn names_module(&self, module: ModuleId, patched: Patched<'_>) -> bool {
        let target = self.engine().module_name(patched.module);
        count_texts(self.engine().summary(module), |text| text == target) > 0
    }

    /// Returns whether a module may read an attribute of the name, or find it by a text. Targets of patches do not count.
    fn may_read_attribute(&self, module: ModuleId, patched: Patched<'_>) -> bool {
        let engine = self.engine();
        let summary = engine.summary(module);
        let name = patched.name;
        let ends_with_name = |text: &str| text.rsplit(['.', ':']).next() == Some(name);
        let in_texts = count_texts(summary, |text| text.contains('.') && ends_with_name(text));
        let patches =
            summary.calls.iter().any(|call| named(summary.last_name(call.expression)).has(Role::Patches));
        engine.count_words(module, &format!(".{name}")) > in_texts
            || !patches && count_texts(summary, ends_with_name) > 0
    }
}

/// Texts of code that may read all names of its module.
const WAYS_TO_READ_ALL: &[&str] = &["globals(", "vars(", "locals(", "__dict__"];

/// Returns all bindings of a module, each with its scope.
fn bindings(summary: &Summary) -> impl Iterator<Item = (ScopeId, &Binding)> {
    let scopes = (0..).map(ScopeId).zip(&summary.scopes);
    scopes.flat_map(|(id, scope): (_, &Scope)| {
        let bindings = scope.entries.iter().flat_map(|entry| summary.bindings_in(*entry));
        bindings.map(move |binding| (id, binding))
    })
}

/// Returns whether pytest and unittest collect a function of this name by default.
fn is_test_name(name: &str) -> bool {
    name.starts_with("test")
}

fn count_texts(summary: &Summary, is_it: impl Fn(&str) -> bool) -> usize {
    texts(summary).filter(|text| is_it(text)).count()
}

/// Returns the texts of a module, as far as they are kept.
fn texts(summary: &Summary) -> impl Iterator<Item = &str> {
    summary.expressions.iter().filter_map(|expression| match expression {
        Expression::String(text) => Some(summary.name(*text)),
        _ => None,
    })
}
