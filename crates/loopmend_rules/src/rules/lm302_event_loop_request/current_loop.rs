//! Plain code that creates objects bound to the current event loop while none is running. These objects do
//! not work on the loop that `asyncio.run` creates.

use loopmend_core::Span;
use loopmend_index::calls::called_name;
use loopmend_index::summary::{CallSite, FunctionId, ScopeId};
use loopmend_semantic::File;
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::infer::{FunctionRef, Type};
use loopmend_semantic::suite::asking::{DEEPEST, GET_EVENT_LOOP};
use rustc_hash::FxHashSet;

/// The method that always creates a future for a loop.
const FOR_A_LOOP: &str = "create_future";

/// Returns whether plain code creates objects that may be bound to an event loop. The code is the
/// function with this header, its callees, or an `__init__` of the file.
pub(crate) fn makes_loop_bound(file: &mut File, header: Span) -> bool {
    let summary = file.summary();
    let module = file.module();
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
        for site in calls_in(file, function) {
            if makes_for_loop(file, function.module, &site) {
                return true;
            }
            if depth < DEEPEST {
                let called = file.inference_mut().plain_functions_called(function.module, &site);
                open.extend(called.into_iter().map(|called| (called, depth + 1)));
            }
        }
    }
    false
}

/// Returns whether a call gets the current event loop, or creates an object bound to one.
fn makes_for_loop(file: &mut File, module: ModuleId, site: &CallSite) -> bool {
    let name = called_name(file.engine().summary(module), site);
    if name == Some(FOR_A_LOOP) || name == Some(GET_EVENT_LOOP) {
        return true;
    }
    let inference = file.inference_mut();
    inference.called(module, site).into_iter().any(|part| match part {
        Type::Class(class) => inference.is_primitive(class) || inference.is_future(class),
        _ => false,
    })
}

/// Returns the calls of a function, without those of inner functions.
fn calls_in(file: &mut File, function: FunctionRef) -> Vec<CallSite> {
    file.inference_mut().rest_on_text(function.module);
    let summary = file.engine().summary(function.module);
    let is_own = |scope: ScopeId| summary.function_around(scope) == Some(function.function);
    summary.calls.iter().filter(|site| is_own(site.scope)).copied().collect()
}
