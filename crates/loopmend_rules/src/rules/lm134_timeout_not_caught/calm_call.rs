//! Calls that never raise a `TimeoutError`, as far as the code of the project shows it.

use loopmend_catalog::{Role, is};
use loopmend_core::Span;
use loopmend_index::summary::CallSite;
use loopmend_project::Origin;
use loopmend_semantic::File;
use loopmend_semantic::infer::FunctionRef;

use loopmend_semantic::engine::ModuleId;

/// The maximum number of functions through which a call is followed.
const LONGEST_CHAIN: usize = 4;

/// A part of the name of each exception and argument of a timeout.
const TIMEOUT: &str = "imeout";

/// Returns whether an awaited call leads only to waits of asyncio that raise nothing: each function on the way is one of the project, awaits
/// known functions, and does not mention timeouts.
pub(super) fn is_calm(file: &mut File, module: ModuleId, site: &CallSite, depth: usize) -> bool {
    let called = file.inference_mut().called_functions(module, site);
    !called.is_empty() && called.into_iter().all(|function| is_calm_function(file, function, depth))
}

fn is_calm_function(file: &mut File, function: FunctionRef, depth: usize) -> bool {
    if is(file.inference_mut().path_of_function(function).as_str(), Role::RaisesNothing) {
        return true;
    }
    if depth == LONGEST_CHAIN || file.engine().origin(function.module) != Origin::FirstParty {
        return false;
    }
    file.inference_mut().rest_on_text(function.module);
    let engine = file.engine();
    let summary = engine.summary(function.module);
    let definition = summary.function(function.function);
    let scope = definition.scope;
    let enters = summary.protocol_uses.iter().any(|used| used.scope == scope && used.protocol.is_async());
    let body = Span::new(definition.header.start, definition.end);
    let mentions = engine.text_within(function.module, body).is_none_or(|text| text.contains(TIMEOUT));
    if enters || mentions || !definition.is_async {
        return false;
    }
    let awaited: Vec<CallSite> =
        summary.calls_in(scope).filter(|site| site.usage.is_awaited()).copied().collect();
    awaited.iter().all(|site| is_calm(file, function.module, site, depth + 1))
}
