//! Code that no Python of a version or later can run, because it uses what Python removed.

use loopmend_catalog::{Change, Role, named};
use loopmend_index::summary::{ArgumentKind, CallSite, FunctionId, ScopeId, Summary};
use loopmend_paths::Origins;
use loopmend_project::{Origin, PythonVersion};
use rustc_hash::{FxHashMap, FxHashSet};

use super::File;
use crate::engine::ModuleId;
use crate::infer::{FunctionRef, Type};

/// The maximum depth to which called functions and constructors are followed.
const MAX_DEPTH: u8 = 2;

/// Words in a file that tell versions of Python apart.
const VERSION_WORDS: &[&str] = &["version_info", "hasattr(asyncio", "getattr(asyncio"];

/// The answers about the code of scopes. Many calls lead to the same function.
#[derive(Default)]
pub(super) struct OlderPython {
    /// Whether a scope always fails, by version and remaining depth.
    fails: FxHashMap<(ModuleId, ScopeId, PythonVersion, u8), bool>,
    /// Whether a module tells versions of Python apart.
    tells_versions: FxHashMap<ModuleId, bool>,
}

impl File<'_> {
    /// Returns whether code in a scope fails on a version of Python in any case, while the project supports older versions: the scope, or the
    /// constructor of its class, always passes or calls something that was removed before.
    pub fn is_for_older_python(&mut self, scope: ScopeId, version: PythonVersion) -> bool {
        if self.is_in_package() {
            return false;
        }
        let (module, summary) = (self.module(), self.summary());
        let scope = summary.scopes_from(scope).find(|scope| summary.enclosing_function(*scope).is_some());
        let scope = scope.unwrap_or(Summary::MODULE_SCOPE);
        let around = summary.enclosing_function(scope);
        let constructor = around.and_then(|function| constructor_beside(summary, function));
        let scopes = [Some(scope), constructor.map(|function| summary.function(function).scope)];
        scopes.into_iter().flatten().any(|scope| self.always_fails(module, scope, version, MAX_DEPTH))
    }

    /// Returns whether a call itself fails on a version of Python, while the project supports older versions.
    pub fn is_call_for_older_python(&self, site: &CallSite, version: PythonVersion) -> bool {
        !self.is_in_package() && self.uses_removed(self.module(), site, version)
    }

    /// Returns whether the file is part of a package, whose uses of what was removed are changed together. Tests, examples and single scripts
    /// are not.
    fn is_in_package(&self) -> bool {
        let is_alone = !self.engine().module_name(self.module()).contains('.');
        !is_alone && !self.is_in_tests() && !self.is_of_examples()
    }

    fn always_fails(&mut self, module: ModuleId, scope: ScopeId, version: PythonVersion, depth: u8) -> bool {
        let key = (module, scope, version, depth);
        if let Some(answer) = self.older_python.fails.get(&key) {
            return *answer;
        }
        let answer = !self.tells_versions(module) && self.has_failing_call(module, scope, version, depth);
        self.older_python.fails.insert(key, answer);
        answer
    }

    fn tells_versions(&mut self, module: ModuleId) -> bool {
        self.inference_mut().rest_on_text(module);
        let engine = self.engine();
        let mentions = || engine.mentions_any(module, VERSION_WORDS);
        *self.older_python.tells_versions.entry(module).or_insert_with(mentions)
    }

    fn has_failing_call(
        &mut self,
        module: ModuleId,
        scope: ScopeId,
        version: PythonVersion,
        depth: u8,
    ) -> bool {
        let summary = self.engine().summary(module);
        let is_sure =
            |site: &&CallSite| site.branches == 0 && !site.expects_exception && !site.catches_runtime_error;
        let sites: Vec<CallSite> = summary.calls_in(scope).filter(is_sure).copied().collect();
        let is_own = module == self.module();
        let is_tried = |file: &Self, site: &CallSite| is_own && file.is_tried(summary.span(site.expression));
        if sites.iter().any(|site| self.uses_removed(module, site, version) && !is_tried(self, site)) {
            return true;
        }
        let Some(depth) = depth.checked_sub(1) else { return false };
        let callees: FxHashSet<FunctionRef> =
            sites.iter().filter_map(|site| self.plain_callee(module, site)).collect();
        callees.into_iter().any(|callee| {
            let scope = self.engine().summary(callee.module).function(callee.function).scope;
            self.always_fails(callee.module, scope, version, depth)
        })
    }

    /// Returns the only plain function of the project that a call runs: a function, or the constructor of a class.
    fn plain_callee(&mut self, module: ModuleId, site: &CallSite) -> Option<FunctionRef> {
        let inference = self.inference_mut();
        let callee = match *inference.called(module, site) {
            [Type::Function(callee)] => inference.function_of(callee),
            [Type::Class(class)] => {
                let mut constructors = Role::RunsAtCreation.names().iter();
                constructors.find_map(|name| inference.method_named(class, name))?
            }
            _ => return None,
        };
        let definition = self.engine().summary(callee.module).function(callee.function);
        let is_plain = !definition.is_async && !definition.is_generator;
        (is_plain && self.engine().origin(callee.module) == Origin::FirstParty).then_some(callee)
    }

    fn uses_removed(&self, module: ModuleId, site: &CallSite, version: PythonVersion) -> bool {
        let engine = self.engine();
        let summary = engine.summary(module);
        let callee = summary.callee_or_itself(site.expression);
        let documented = Origins::new(engine).documented(module, site.scope, callee);
        let removed = documented.and_then(|known| known.entry()).and_then(|known| known.removed);
        removed.is_some_and(|change| {
            let python: Option<PythonVersion> = change.python.and_then(|python| python.parse().ok());
            python.is_some_and(|python| python <= version && engine.project().python_version() < python)
                && passes(summary, site, &change)
        })
    }
}

/// Returns the constructor of the class of a method.
fn constructor_beside(summary: &Summary, method: FunctionId) -> Option<FunctionId> {
    let class = summary.class_of(method)?;
    let functions = (0..).map(FunctionId).zip(&summary.functions);
    let mut constructors = functions.filter(|(_, function)| {
        named(summary.name(function.name)).has(Role::RunsAtCreation) && !function.is_async
    });
    constructors.find(|(id, _)| summary.class_of(*id) == Some(class)).map(|(id, _)| id)
}

/// Returns whether a call has the argument that a change is about, if it is about one.
fn passes(summary: &Summary, site: &CallSite, change: &Change) -> bool {
    change.keyword.is_none_or(|keyword| {
        let arguments = summary.arguments_of(site.expression).unwrap_or_default();
        arguments.iter().any(
            |argument| matches!(argument.kind, ArgumentKind::Keyword(name) if summary.name(name) == keyword),
        )
    })
}
