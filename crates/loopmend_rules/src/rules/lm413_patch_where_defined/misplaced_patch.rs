//! Patches of a name where it is defined, although those who use it imported the name itself.

use loopmend_catalog::Role;
use loopmend_core::Span;
use loopmend_index::summary::{Binding, BindingKind, CallSite, Expression, Summary, each_function};
use loopmend_index::test_files::is_test_path;
use loopmend_project::Origin;
use loopmend_python::ast::visitor::{Visitor, walk_expr, walk_stmt};
use loopmend_python::ast::{Expr, ExprName, Stmt};
use loopmend_python::stack::{grow_stack, grow_stack_for_step};
use loopmend_python::text_size::Ranged;
use loopmend_python::{SyntaxTree, nodes_around, span};
use loopmend_semantic::File;
use loopmend_semantic::engine::{Engine, ModuleId};
use loopmend_semantic::infer::Type;
use rustc_hash::FxHashMap;
use smallvec::{SmallVec, smallvec};

/// A patch without effect: nobody reads the name from the module in which it is replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MisplacedPatch {
    /// The string with the target.
    pub(crate) written: Span,
    /// The module in which the name is replaced.
    pub(crate) module: String,
    /// The name.
    pub(crate) name: String,
    /// The modules that imported the name and use it, of those that the tests import, without duplicates.
    pub(crate) users: Vec<PatchUser>,
    /// The place of the whole target in the string, if it names the module by its dotted name.
    pub(crate) dotted: Option<Span>,
    /// The qualified name of the enclosing function; empty at the top level of the module.
    pub(crate) symbol: String,
}

/// A module that imported a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PatchUser {
    /// The name of the module.
    pub(crate) module: String,
    /// The name under which it has the imported name.
    pub(crate) name: String,
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

/// Returns the patches of names in modules of the project that have no effect, in source order: the modules which use the name imported it
/// before, and nothing reads it from the module that is patched.
pub(crate) fn misplaced_patches(file: &mut File) -> Vec<MisplacedPatch> {
    let mut calls = file.calls_that_may_patch().peekable();
    if calls.peek().is_none() || file.engine().mentions_any(file.module(), WAYS_TO_RELOAD) {
        return Vec::new();
    }
    let imported = project_modules_imported(file);
    let mut are_read = FxHashMap::default();
    calls.filter_map(|site| misplaced_patch(file, &site, &imported, &mut are_read)).collect()
}

/// Returns the patch of a call, if it has no effect. `imported` are the modules that the file imports, and `are_read` the names about which
/// all files were asked.
fn misplaced_patch(
    file: &mut File,
    site: &CallSite,
    imported: &[ModuleId],
    are_read: &mut FxHashMap<(ModuleId, String), bool>,
) -> Option<MisplacedPatch> {
    let (own, summary) = (file.module(), file.summary());
    let target = file.inference_mut().patched_target(own, site).filter(|target| target.is_replaced)?;
    let (owner, name) = target.steps.last()?;
    let Type::Module(module) = *owner else { return None };
    let patched = Patched { module, name };
    if module == own || !is_bound_once(file, patched) {
        return None;
    }
    let users = users_among(file, imported, patched);
    let written = summary.span(target.written);
    if users.is_empty() || patches_in(file, &users) || imports_while_patched(file, written) {
        return None;
    }
    let key = (module, name.clone());
    if *are_read.entry(key).or_insert_with(|| is_read_from(file, patched, &users)) {
        return None;
    }
    let dotted = Span::new(written.start + 1, written.end.saturating_sub(1));
    let module = file.engine().module_name(module).to_owned();
    let is_plain = file.slice(dotted) == format!("{module}.{name}");
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
fn is_bound_once(file: &mut File, patched: Patched<'_>) -> bool {
    if file.engine().origin(patched.module) != Origin::FirstParty || file.engine().is_stub(patched.module) {
        return false;
    }
    file.inference_mut().rest_on_text(patched.module);
    let summary = file.engine().summary(patched.module);
    let bindings = summary.bindings_of(Summary::MODULE_SCOPE, patched.name);
    matches!(bindings, [only] if matches!(only.kind, BindingKind::Function(_) | BindingKind::Class(_) | BindingKind::Value(_) | BindingKind::Annotated { .. }))
}

/// Returns the modules of the project that this file imports at its top level, without duplicates.
fn project_modules_imported(file: &File) -> Vec<ModuleId> {
    let (engine, own, summary) = (file.engine(), file.module(), file.summary());
    let at_top = summary.bindings.iter().filter(|binding| binding.scope == Summary::MODULE_SCOPE);
    let mut modules: Vec<ModuleId> =
        at_top.flat_map(|binding| imported_by(engine, own, binding.kind)).collect();
    modules.sort_unstable();
    modules.dedup();
    modules.retain(|module| !engine.is_absent(*module) && engine.origin(*module) == Origin::FirstParty);
    modules
}

/// Returns those of some modules that imported a name and use it.
fn users_among(file: &mut File, modules: &[ModuleId], patched: Patched<'_>) -> Vec<PatchUser> {
    let others = modules.iter().filter(|module| **module != patched.module);
    let mut users: Vec<PatchUser> = others.filter_map(|module| user(file, *module, patched)).collect();
    users.sort_by(|a, b| a.module.cmp(&b.module));
    users
}

/// Returns a module as a user of a name, if it imported the name at its top level and a function of it reads the name. What annotations and
/// the top level read was read on import.
fn user(file: &mut File, module: ModuleId, patched: Patched<'_>) -> Option<PatchUser> {
    file.inference_mut().rest_on_text(module);
    let engine = file.engine();
    if !engine.has_name(module, patched.name) {
        return None;
    }
    let summary = engine.summary(module);
    let name = summary.scope(Summary::MODULE_SCOPE).entries.iter().find_map(|entry| {
        let mut bindings = summary.bindings_in(*entry).iter();
        let is_it = bindings.any(|binding| patched.is_imported_by(engine, module, binding.kind));
        is_it.then(|| summary.name(entry.name))
    })?;
    // An import for type checkers alone does not run.
    let runs = summary.imported.iter().any(|imported| {
        summary.name(imported.name) == patched.name
            && engine.resolve(summary.name(imported.module), module) == patched.module
    });
    // The import is one mention.
    let is_mentioned = engine.count_words(module, name) > 1;
    (runs && is_mentioned && engine.read_tree(module, |tree| is_read_in_functions(summary, tree, name)))
        .then(|| PatchUser { module: engine.module_name(module).to_owned(), name: name.to_owned() })
}

/// Returns whether a module of the project may be imported for the first time while a patch lasts, and gets the replacement: by an import
/// in the same test, or in any function for a patch that several tests share.
fn imports_while_patched(file: &File, patch: Span) -> bool {
    let (engine, summary) = (file.engine(), file.summary());
    let tree = file.tree_within(patch.start);
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
    late_bindings(summary).any(|binding| {
        (lasts.start..lasts.end).contains(&binding.offset)
            && imported_by(engine, file.module(), binding.kind)
                .first()
                .is_some_and(|module| engine.origin(*module) == Origin::FirstParty)
    })
}

/// Returns whether the file names the name in one of its users, which it then patches as well.
fn patches_in(file: &File, users: &[PatchUser]) -> bool {
    let summary = file.summary();
    texts(summary).any(|text| users.iter().any(|user| text == format!("{}.{}", user.module, user.name)))
}

/// Returns whether anything in the project may read a name from a module while it is replaced there. Texts are searched, since not all
/// names and attributes are kept otherwise.
fn is_read_from(file: &mut File, patched: Patched<'_>, users: &[PatchUser]) -> bool {
    file.inference_mut().rest_on_all_texts();
    let engine = file.engine();
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
    let copying: Vec<ModuleId> = copying.filter(|module| copies(file, *module, patched)).collect();
    modules.into_iter().any(|module| {
        let is_mentioned = engine.may_bind(module, patched.name);
        imports_late(file, module, patched, &copying)
            || names_module(file, module, patched)
            || is_mentioned && module != patched.module && may_read_attribute(file, module, patched)
    })
}

/// Returns whether a module imports a name at its top level.
fn copies(file: &File, module: ModuleId, patched: Patched<'_>) -> bool {
    let engine = file.engine();
    engine.has_name(module, patched.name)
        && engine.summary(module).bindings.iter().any(|binding| {
            binding.scope == Summary::MODULE_SCOPE && patched.is_imported_by(engine, module, binding.kind)
        })
}

/// Returns whether a function of a module imports the patched module, or one that copies the name: when it runs for the first time, it gets
/// the replacement.
fn imports_late(file: &File, module: ModuleId, patched: Patched<'_>, copying: &[ModuleId]) -> bool {
    let engine = file.engine();
    let is_test = |module| engine.shown_path(module).is_some_and(|path| is_test_path(&path));
    let is_conftest = |module| engine.shown_path(module).is_some_and(|path| path.ends_with(CONFTEST));
    // A patch of a `conftest.py` may last while the tests of other files run.
    if module != file.module() && is_test(module) && !is_conftest(file.module()) {
        return false;
    }
    late_bindings(engine.summary(module)).any(|binding| {
        let imported = imported_by(engine, module, binding.kind);
        imported.iter().any(|target| *target == patched.module || copying.contains(target))
    })
}

/// Returns whether a text of a module is the name of the patched module, by which it may be imported.
fn names_module(file: &File, module: ModuleId, patched: Patched<'_>) -> bool {
    let target = file.engine().module_name(patched.module);
    count_texts(file.engine().summary(module), |text| text == target) > 0
}

/// Returns whether a module may read an attribute of the name, or find it by a text. Targets of patches do not count.
fn may_read_attribute(file: &File, module: ModuleId, patched: Patched<'_>) -> bool {
    let engine = file.engine();
    let summary = engine.summary(module);
    let name = patched.name;
    let ends_with_name = |text: &str| text.rsplit(['.', ':']).next() == Some(name);
    let in_texts = count_texts(summary, |text| text.contains('.') && ends_with_name(text));
    let patches = summary.calls.iter().any(|call| summary.last_roles(call.expression).has(Role::Patches));
    engine.count_words(module, &format!(".{name}")) > in_texts
        || !patches && count_texts(summary, ends_with_name) > 0
}

/// Texts of code that may read all names of its module.
const WAYS_TO_READ_ALL: &[&str] = &["globals(", "vars(", "locals(", "__dict__"];

impl Patched<'_> {
    /// Returns whether a binding of a module imports the name itself.
    fn is_imported_by(self, engine: &Engine, module: ModuleId, binding: BindingKind) -> bool {
        let summary = engine.summary(module);
        matches!(binding, BindingKind::ImportFrom { module: from, name }
            if summary.name(name) == self.name
                && engine.resolve(summary.name(from), module) == self.module)
    }
}

/// Returns the modules that a binding of a module imports: the one that is named, and the one that may be meant by `from module import name`.
fn imported_by(engine: &Engine, module: ModuleId, binding: BindingKind) -> SmallVec<[ModuleId; 2]> {
    let summary = engine.summary(module);
    match binding {
        BindingKind::Import { module: name } => smallvec![engine.resolve(summary.name(name), module)],
        BindingKind::ImportFrom { module: from, name } => {
            let from = summary.name(from);
            let submodule = format!("{from}.{}", summary.name(name));
            smallvec![engine.resolve(from, module), engine.resolve(&submodule, module)]
        }
        _ => SmallVec::new(),
    }
}

/// Returns the bindings that functions and classes of a module make.
fn late_bindings(summary: &Summary) -> impl Iterator<Item = &Binding> {
    summary.bindings.iter().filter(|binding| binding.scope != Summary::MODULE_SCOPE)
}

/// Returns whether the body of a function reads a name.
fn is_read_in_functions(summary: &Summary, tree: &SyntaxTree, name: &str) -> bool {
    let mut reads = Reads { name, is_found: false };
    each_function(summary, tree, |_, definition| reads.visit_body(&definition.body));
    reads.is_found
}

/// The search for a place that reads a name, other than annotations.
struct Reads<'n> {
    name: &'n str,
    is_found: bool,
}

impl<'a> Visitor<'a> for Reads<'_> {
    fn visit_annotation(&mut self, _: &'a Expr) {}

    fn visit_stmt(&mut self, statement: &'a Stmt) {
        if !self.is_found {
            grow_stack_for_step(|| walk_stmt(self, statement));
        }
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        let is_it = |name: &ExprName| name.ctx.is_load() && name.id == self.name;
        self.is_found |= expression.as_name_expr().is_some_and(is_it);
        grow_stack(|| walk_expr(self, expression));
    }
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
