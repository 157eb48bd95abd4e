//! Plain code that needs the event loop which is current where none runs: `asyncio.run` leaves none behind, and what was made for one
//! before it does not work on the loop that it makes.

use std::path::Path;

use loopmend_core::Span;
use loopmend_project::PythonVersion;
use rustc_hash::FxHashSet;
use smallvec::SmallVec;

use super::conventions::{OF_CLASS, OF_MODULE, OF_TEST_CASE};
use super::settings::SuiteSettings;
use crate::call_graph::{CONSTRUCTORS, Target};
use crate::engine::ModuleId;
use crate::file::{File, PRIMITIVES, called_name};
use crate::infer::{FunctionRef, Type, is_fixture};
use crate::summary::{CallSite, FunctionId, ScopeId};

/// What asks for the current event loop where none runs, by its last name
/// (docs.python.org/3/library/asyncio-eventloop.html#asyncio.get_event_loop).
const ASKING: [&str; 2] = ["get_event_loop", "Future"];

/// What makes a future for a loop, whatever it is called with.
const FOR_A_LOOP: &str = "create_future";

/// Up to 3.9 a primitive asks for the current loop when it is made (docs.python.org/3/library/asyncio-sync.html).
const PRIMITIVES_DO_NOT_ASK: PythonVersion = PythonVersion { major: 3, minor: 10 };

/// Calls are followed so far.
const DEEPEST: usize = 4;

/// Something of a name that is called more often is taken to be called by a test.
const MOST_CALLS: usize = 200;

impl File<'_> {
    /// Whether the plain code of the function with this header, what it calls, or an `__init__` of the file makes what may belong to an
    /// event loop.
    pub fn makes_loop_bound(&mut self, header: Span) -> bool {
        let summary = self.summary();
        let module = self.module();
        let functions = (0..summary.functions.len() as u32).map(FunctionId);
        let is_root = |id: &FunctionId| {
            let function = summary.function(*id);
            function.header == header || summary.name(function.name) == "__init__"
        };
        let mut open: Vec<(FunctionRef, usize)> =
            functions.filter(is_root).map(|function| (FunctionRef { module, function }, 0)).collect();
        let mut seen = FxHashSet::default();
        while let Some((function, depth)) = open.pop() {
            if !seen.insert(function) {
                continue;
            }
            for site in self.calls_in(function) {
                if self.makes_for_loop(function.module, &site) {
                    return true;
                }
                if depth < DEEPEST {
                    let called = self.project_functions_called(function.module, &site);
                    open.extend(called.into_iter().map(|called| (called, depth + 1)));
                }
            }
        }
        false
    }

    /// Whether plain code of the suite asks for the current event loop, or calls what does.
    pub fn suite_needs_current_loop(&mut self) -> bool {
        self.inference_mut().rest_on_project();
        let old = self.engine().project().python_version() < PRIMITIVES_DO_NOT_ASK;
        let of_old: &[&str] = if old { &PRIMITIVES } else { &[] };
        let mut open: Vec<String> = Vec::new();
        for name in ASKING.iter().chain(of_old) {
            match self.plain_callers(name, true) {
                Some(names) => open.extend(names),
                None => return true,
            }
        }
        let mut seen = FxHashSet::default();
        for _ in 0..DEEPEST {
            for name in std::mem::take(&mut open) {
                if seen.insert(name.clone()) {
                    match self.plain_callers(&name, false) {
                        Some(names) => open.extend(names),
                        None => return true,
                    }
                }
            }
        }
        false
    }

    /// The names of the plain functions of the project that call something of a name, which has to be one of asyncio where that is said;
    /// of what runs when an object is made, the class. `None` if pytest runs one, or there are too many to look at.
    fn plain_callers(&mut self, name: &str, is_of_asyncio: bool) -> Option<Vec<String>> {
        let engine = self.engine();
        let sites = engine.find_call_sites(name, MOST_CALLS)?;
        let mut names = Vec::new();
        for (module, place) in sites.iter() {
            let summary = engine.summary(*module);
            let site = &summary.calls[*place as usize];
            let around = summary.function_around(site.scope).filter(|id| !summary.function(*id).is_async);
            let Some(function) = around.filter(|_| !site.expects_exception && !site.catches_runtime_error)
            else {
                continue;
            };
            if is_of_asyncio && !self.makes_for_loop(*module, site) {
                continue;
            }
            if self.is_run_by_pytest(*module, function) {
                return None;
            }
            let own = summary.name(summary.function(function).name);
            match summary.class_of(function).filter(|_| CONSTRUCTORS.contains(&own)) {
                Some(class) => names.push(summary.name(summary.class(class).name).to_owned()),
                None => names.push(own.to_owned()),
            }
        }
        Some(names)
    }

    /// Whether a function is a fixture, or what pytest calls by its name in a file of tests.
    fn is_run_by_pytest(&self, module: ModuleId, function: FunctionId) -> bool {
        let summary = self.engine().summary(module);
        let name = summary.name(summary.function(function).name);
        let is_by_name = |settings: &SuiteSettings, path: &Path| {
            settings.is_test_file(path)
                && (settings.is_test_function(name)
                    || OF_MODULE.contains(&name)
                    || OF_CLASS.contains(&name)
                    || OF_TEST_CASE.iter().any(|(set_up, _)| *set_up == name))
        };
        let engine = self.engine();
        is_fixture(summary, function)
            || engine
                .module_path(module)
                .zip(engine.suite_settings(module))
                .is_some_and(|(path, settings)| is_by_name(&settings, path))
    }

    /// Whether a call asks for the current event loop, or makes what belongs to one.
    fn makes_for_loop(&mut self, module: ModuleId, site: &CallSite) -> bool {
        let name = called_name(self.engine().summary(module), site);
        if name == Some(FOR_A_LOOP) || name == Some(ASKING[0]) {
            return true;
        }
        let inference = self.inference_mut();
        inference.called(module, site).into_iter().any(|part| match part {
            Type::Class(class) => {
                inference.is_primitive(class)
                    || inference.inherits(class, "_asyncio", "Future")
                    || inference.inherits(class, "asyncio.futures", "Future")
            }
            _ => false,
        })
    }

    /// The plain functions of the project that a call leads to, those that make an object among them.
    fn project_functions_called(&mut self, module: ModuleId, site: &CallSite) -> Vec<FunctionRef> {
        let inference = self.inference_mut();
        let mut targets = SmallVec::new();
        for part in inference.called(module, site) {
            inference.targets_of(part, module, &mut targets);
        }
        let function = |target: Target| match target {
            Target::Function(function) => Some(function),
            _ => None,
        };
        targets.into_iter().filter_map(function).collect()
    }

    /// The calls that stand in a function, those of functions inside of it left out.
    fn calls_in(&mut self, function: FunctionRef) -> Vec<CallSite> {
        self.inference_mut().rest_on_text(function.module);
        let summary = self.engine().summary(function.module);
        let is_own = |scope: ScopeId| summary.function_around(scope) == Some(function.function);
        summary.calls.iter().filter(|site| is_own(site.scope)).copied().collect()
    }
}
