//! Coroutines that are created only to ask whether they are awaitable: `if isawaitable(fetch()):`.

use loopmend_catalog::Role;
use loopmend_core::{Confidence, Span};
use loopmend_index::summary::{ArgumentKind, CallSite};
use loopmend_semantic::file::call_of;
use loopmend_semantic::infer::Type;
use loopmend_semantic::{File, UseKind};

/// A coroutine that is created for a test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Inspected {
    /// The call that creates the coroutine.
    pub(crate) argument: Span,
    /// The documented name of the function that tests it.
    pub(crate) name: &'static str,
    /// The qualified name of the coroutine function.
    pub(crate) function: String,
    /// Likely if only the callers of the function around tell what is called.
    pub(crate) confidence: Confidence,
    /// The qualified name of the scope around the call.
    pub(crate) symbol: String,
}

/// Returns the coroutines of known functions that are created in a condition, outside of tests, in source order.
pub(crate) fn inspected(file: &mut File) -> Vec<Inspected> {
    let sites = file.summary().calls_named(Role::TellsAwaitableObject.names().iter().copied());
    if sites.is_empty() || file.is_in_tests() {
        return Vec::new();
    }
    sites.into_iter().filter_map(|site| inspected_by(file, site)).collect()
}

fn inspected_by(file: &mut File, site: &CallSite) -> Option<Inspected> {
    let (module, summary) = (file.module(), file.summary());
    let [argument] = summary.arguments_of(site.expression)? else { return None };
    let is_call = argument.kind == ArgumentKind::Positional && summary.call(argument.value).is_some();
    if site.expects_exception || !is_call {
        return None;
    }
    let test = call_of(summary, site);
    let code = file.code_within(test.span.start);
    let is_written_there = code.call_at(test.span)?.arguments.args.first()?.is_call_expr();
    if !is_written_there
        || file.value_use(test.span).kind != UseKind::Condition
        || file.calls_name_of_checkers(site)
    {
        return None;
    }
    let known = file.documented_callee(site)?.entry()?;
    let name = known.roles.has(Role::TellsAwaitableObject).then_some(&*known.name)?;
    let inference = file.inference_mut();
    let callee = summary.callee_or_itself(argument.value);
    let value = inference.expression(module, site.scope, callee);
    let [Type::Function(callee)] = *inference.parts(value) else { return None };
    let confidence = if inference.is_given_by_callers() { Confidence::Likely } else { Confidence::Certain };
    if !inference.is_certain_function(callee) {
        return None;
    }
    let function = inference.function_of(callee);
    let definition = inference.summary(function.module).function(function.function);
    let is_coroutine = definition.is_async && !definition.is_generator;
    is_coroutine.then(|| Inspected {
        argument: summary.span(argument.value),
        name,
        function: file.function_name(function),
        confidence,
        symbol: summary.qualified_name(site.scope),
    })
}
