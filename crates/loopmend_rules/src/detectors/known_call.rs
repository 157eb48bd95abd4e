//! Calls of functions that the catalogue knows.

use loopmend_catalog::{Role, is};
use loopmend_core::Confidence;
use loopmend_index::summary::CallSite;
use loopmend_semantic::File;

/// Returns the confidence that a call calls a function with a role, and nothing else.
pub(crate) fn calls_only(file: &mut File, site: &CallSite, role: Role) -> Option<Confidence> {
    let module = file.module();
    let inference = file.inference_mut();
    let called = inference.called_functions(module, site);
    let confidence = if inference.is_given_by_callers() { Confidence::Likely } else { Confidence::Certain };
    let is_known = |function| is(inference.path_of_function(function).as_str(), role);
    (!called.is_empty() && called.into_iter().all(is_known)).then_some(confidence)
}
