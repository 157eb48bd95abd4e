//! Event loops that run when a module is imported.

use loopmend_catalog::{Role, is};

use crate::call_graph::import_path;
use crate::engine::ModuleId;
use crate::file::{Call, File, call_of, is_test_path};
use crate::summary::{ArgumentKind, Binding, BindingKind, CallSite, NameId, ScopeId, Summary};

/// A call at module level that runs an event loop, in a module from which other modules import names.
#[derive(Clone, Debug)]
pub struct RunOnImport {
    /// The call.
    pub call: Call,
    /// The dotted name of the called function, such as `asyncio.run`.
    pub name: String,
    /// The path of a module that imports from this one.
    pub importer: String,
    /// The imported name.
    pub imported: String,
}

impl File<'_> {
    /// Returns the calls at module level that run an event loop, in source order, if another module of the project imports something
    /// else from the module. Tests, notebooks and `__main__` modules are left out.
    pub fn runs_on_import(&mut self) -> Vec<RunOnImport> {
        let summary = self.summary();
        if self.is_notebook() || is_started_alone(self.path()) || is_test_path(self.path()) {
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
        self.inference_mut().rest_on_project();
        let started: Vec<NameId> = runs.iter().filter_map(|(site, _)| started_name(summary, site)).collect();
        let Some((importer, imported)) = self.importer_of_more_than(&started) else { return Vec::new() };
        let found = runs.into_iter().map(|(site, name)| RunOnImport {
            call: call_of(summary, &site),
            name,
            importer: importer.clone(),
            imported: imported.clone(),
        });
        found.collect()
    }

    /// Returns a module of the project, no test, that imports a name from this module, and the name. Some names do not count.
    fn importer_of_more_than(&self, names: &[NameId]) -> Option<(String, String)> {
        let (engine, summary) = (self.engine(), self.summary());
        let others = (0..engine.project().files().len()).map(ModuleId::of_file);
        others.filter(|other| *other != self.module()).find_map(|other| {
            let path = engine.shown_path(other).filter(|it| !is_started_alone(it) && !is_test_path(it))?;
            let of_other = engine.summary(other);
            let is_top_level = |it: &&Binding| it.is_unconditional() && it.scope == Summary::MODULE_SCOPE;
            let imports = of_other.bindings.iter().filter(is_top_level);
            let imported = imports.filter_map(|binding| match binding.kind {
                BindingKind::ImportFrom { module, name } => {
                    let name = of_other.name(name);
                    let is_counted = !names.iter().any(|started| summary.name(*started) == name);
                    let is_bound = summary.entry(Summary::MODULE_SCOPE, name).is_some();
                    let is_candidate = is_counted && is_bound;
                    let is_here = is_candidate
                        && engine.resolve(of_other.name(module), other) == self.module()
                        && self.is_not_indented(other, binding.offset);
                    is_here.then(|| name.to_owned())
                }
                _ => None,
            });
            imported.min().map(|name| (path, name))
        })
    }
}

impl File<'_> {
    /// Returns whether a statement that ends at an offset of a project file is not indented, and so not below `if TYPE_CHECKING:`.
    fn is_not_indented(&self, module: ModuleId, end: u32) -> bool {
        let project = self.engine().project();
        let source = project.files().get(module.index()).and_then(|file| project.read(&file.path).ok());
        let before = source.as_ref().and_then(|source| source.text.get(..end as usize)).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        !line.is_empty() && !line.starts_with(char::is_whitespace) && !line.starts_with("if ")
    }
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
    let path = import_path(summary, scope, summary.call(site.expression)?.callee)?;
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
