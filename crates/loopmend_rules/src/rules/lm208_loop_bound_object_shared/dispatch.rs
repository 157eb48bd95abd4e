//! Whether a call is known to call one method, and not that of another class.

use loopmend_index::summary::Summary;
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::infer::{FunctionRef, Inference, Type};

/// Returns whether a call calls a function whenever it runs. A call through a base, a registry or a factory may call a method of another
/// class, unless only one class of the project has the method.
pub(super) fn calls_only(
    inference: &mut Inference,
    (module, call): (ModuleId, u32),
    function: FunctionRef,
) -> bool {
    let engine = inference.engine();
    let summary: &Summary = engine.summary(function.module);
    if summary.class_of(function.function).is_none() {
        return true;
    }
    let site = engine.summary(module).calls[call as usize];
    let called = inference.called(module, &site);
    let is_it = |inference: &mut Inference, part: &Type| match part {
        Type::Function(callee) => {
            inference.function_of(*callee) == function && !inference.is_replaced_method(*callee)
        }
        // The class is created, and the function is its constructor.
        Type::Class(_) => true,
        _ => false,
    };
    let is_known = !called.is_empty() && called.iter().all(|part| is_it(inference, part));
    is_known || inference.is_only_implementation(function)
}
