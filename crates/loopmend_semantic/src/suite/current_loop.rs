//! Plain code that creates objects bound to the current event loop while none is running. These objects do
//! not work on the loop that `asyncio.run` creates.

use loopmend_core::Span;
use loopmend_index::calls::called_name;
use loopmend_index::summary::{CallSite, FunctionId, ScopeId};
use rustc_hash::FxHashSet;

use super::asking::{DEEPEST, GET_EVENT_LOOP};
use crate::engine::ModuleId;
use crate::file::File;
use crate::infer::{FunctionRef, Type};

/// The method that always creates a future for a loop.
const FOR_A_LOOP: &str = "create_future";

impl File<'_> {
    /// Returns whether plain code creates objects that may be bound to an event loop. The code is the
    /// function with this header, its callees, or an `__init__` of the file.
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
                    let called = self.inference_mut().plain_functions_called(function.module, &site);
                    open.extend(called.into_iter().map(|called| (called, depth + 1)));
                }
            }
        }
        false
    }

    /// Returns whether a call gets the current event loop, or creates an object bound to one.
    fn makes_for_loop(&mut self, module: ModuleId, site: &CallSite) -> bool {
        let name = called_name(self.engine().summary(module), site);
        if name == Some(FOR_A_LOOP) || name == Some(GET_EVENT_LOOP) {
            return true;
        }
        let inference = self.inference_mut();
        inference.called(module, site).into_iter().any(|part| match part {
            Type::Class(class) => inference.is_primitive(class) || inference.is_future(class),
            _ => false,
        })
    }

    /// Returns the calls of a function, without those of inner functions.
    fn calls_in(&mut self, function: FunctionRef) -> Vec<CallSite> {
        self.inference_mut().rest_on_text(function.module);
        let summary = self.engine().summary(function.module);
        let is_own = |scope: ScopeId| summary.function_around(scope) == Some(function.function);
        summary.calls.iter().filter(|site| is_own(site.scope)).copied().collect()
    }
}
