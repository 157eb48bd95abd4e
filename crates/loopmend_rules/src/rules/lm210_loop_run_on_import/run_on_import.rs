//! Event loops that run when a module is imported.

use loopmend_catalog::{Role, is};
use loopmend_index::summary::{ArgumentKind, Binding, BindingKind, CallSite, NameId, ScopeId, Summary};
use loopmend_index::test_files::is_test_path;
use loopmend_semantic::File;
use loopmend_semantic::engine::{Engine, ModuleId};
use loopmend_semantic::file::{Call, call_of};
use rustc_hash::FxHashMap;

/// A call at module level that runs an event loop, in a module whose functions or classes other modules import.
#[derive(Clone, Debug)]
pub(crate) struct RunOnImport {
    /// The call.
    pub(crate) call: Call,
    /// The dotted name of the called function, such as `asyncio.run`.
    pub(crate) name: String,
    /// The path of a module that imports from this one.
    pub(crate) importer: String,
    /// The imported name.
    pub(crate) imported: String,
}

/// Returns the calls at module level that run an event loop, in source order, if another module of the project imports and calls
/// something else of the module. Tests, notebooks and `__main__` modules are left out.
pub(crate) fn runs_on_import(file: &mut File) -> Vec<RunOnImport> {
    let summary = file.summary();
    if file.is_notebook() || is_started_alone(file.path()) || is_test_path(file.path()) {
        return Vec::new();
    }
    let runs: Vec<(CallSite, String)> = summary
        .calls
        .iter()
        .filter(|site| runs_whenever_imported(site))
        .filter_map(|site| Some((*site, runner(summary, site)?)))
        .collect();
    if runs.is_empty() {
        return Vec::new();
    }
    let started: Vec<NameId> = runs.iter().filter_map(|(site, _)| started_name(summary, site)).collect();
    let Some((importer, imported)) = importer_of_more_than(file, &started) else { return Vec::new() };
    let found = runs.into_iter().map(|(site, name)| RunOnImport {
        call: call_of(summary, &site),
        name,
        importer: importer.clone(),
        imported: imported.clone(),
    });
    found.collect()
}

/// Returns a module of the project, no test, that imports and calls a function or class of this module, and its name. Some names do
/// not count.
fn importer_of_more_than(file: &mut File, names: &[NameId]) -> Option<(String, String)> {
    let (engine, summary) = (file.engine(), file.summary());
    let entries = summary.scope(Summary::MODULE_SCOPE).entries.iter();
    let is_defined = |kind| matches!(kind, BindingKind::Function(_) | BindingKind::Class(_));
    let mut defined = entries.filter(|entry| {
        let bindings = summary.bindings_in(**entry);
        !names.contains(&entry.name) && bindings.iter().any(|binding| is_defined(binding.kind))
    });
    let mut texts = FxHashMap::default();
    defined.find_map(|entry| {
        let name = summary.name(entry.name);
        let callers = file.inference_mut().modules_that_call(name);
        callers.into_iter().find_map(|caller| {
            let path = engine.shown_path(caller).filter(|it| !is_started_alone(it) && !is_test_path(it))?;
            (caller != file.module() && is_imported_by(file, caller, name, &mut texts))
                .then(|| (path, name.to_owned()))
        })
    })
}

/// Returns whether importing another module of the project imports a name of this one. The text of the module is read when it is
/// needed, and added to `texts`.
fn is_imported_by(
    file: &mut File,
    other: ModuleId,
    name: &str,
    texts: &mut FxHashMap<ModuleId, String>,
) -> bool {
    let module = file.module();
    let engine = file.engine();
    let inference = file.inference_mut();
    inference.rest_on_text(other);
    let of_other = inference.summary(other);
    let is_import = |binding: &&Binding| match binding.kind {
        BindingKind::ImportFrom { module: from, name: imported } => {
            of_other.name(imported) == name
                && binding.is_unconditional()
                && engine.resolve(of_other.name(from), other) == module
        }
        _ => false,
    };
    let mut imports = of_other.bindings_of(Summary::MODULE_SCOPE, name).iter().filter(is_import);
    imports.any(|binding| {
        let text = texts.entry(other).or_insert_with(|| text_of(engine, other));
        is_not_indented(text, binding.offset)
    })
}

/// Returns the text of a file of the project, which is empty if the file cannot be read.
fn text_of(engine: &Engine, module: ModuleId) -> String {
    let project = engine.project();
    let file = project.files().get(module.index());
    file.and_then(|file| project.read(&file.path).ok()).map(|source| source.text).unwrap_or_default()
}

/// Returns whether a statement that ends at an offset is not indented, and so not below `if TYPE_CHECKING:`.
fn is_not_indented(text: &str, end: u32) -> bool {
    let before = text.get(..end as usize).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    !line.is_empty() && !line.starts_with(char::is_whitespace) && !line.starts_with("if ")
}

/// Returns whether a call runs whenever its module is imported.
fn runs_whenever_imported(site: &CallSite) -> bool {
    site.scope == Summary::MODULE_SCOPE
        && !site.is_in_script
        && site.branches == 0
        && !site.expects_exception
        && !site.catches_runtime_error
}

/// Returns the dotted name of the called function, if that runs a coroutine on an event loop of its own.
fn runner(summary: &Summary, site: &CallSite) -> Option<String> {
    let scope: ScopeId = site.scope;
    let path = summary.import_path(scope, summary.call(site.expression)?.callee)?;
    let (module, function) = path.rsplit_once('.')?;
    (function == "run" && is(module, Role::CoroutineRunnerModule)).then_some(path)
}

/// Returns the name of the function whose coroutine is run: a module may be imported in order to run it.
fn started_name(summary: &Summary, site: &CallSite) -> Option<NameId> {
    let first = summary.arguments_of(site.expression)?.first()?;
    let is_positional = first.kind == ArgumentKind::Positional;
    summary.last_name_id(first.value).filter(|_| is_positional)
}

/// Returns whether a file is run and not imported, according to its name.
fn is_started_alone(path: &str) -> bool {
    matches!(path.rsplit(['/', '\\']).next(), Some("__main__.py" | "setup.py" | "conftest.py"))
}
