//! Functions that are private to their file, which only calls them.

use loopmend_core::Span;
use loopmend_index::summary::{Expression, Function, FunctionId, Overloads, ScopeKind};
use loopmend_semantic::File;
use loopmend_semantic::file::{Call, call_of};
use loopmend_semantic::infer::ClassRef;

/// A plain function with all its calls.
#[derive(Clone, Debug)]
pub(crate) struct PrivateFunction {
    /// The range from `def` to the name.
    pub(crate) header: Span,
    /// The calls of the function, in source order.
    pub(crate) calls: Vec<Call>,
}

/// Returns the plain function whose name is at a place, if the name is private to the file or to a
/// function. In the file, the name must refer only to this function, and occur only in its definition
/// and in calls.
pub(crate) fn private_function(file: &mut File, name: Span) -> Option<PrivateFunction> {
    let summary = file.summary();
    let function = summary.function_with_name_end(name.end)?;
    let definition = summary.function(function);
    if !is_plain(definition) || !is_used_here_only(file, function) {
        return None;
    }
    let name = file.slice(name);
    let is_called = |call: &Call| match summary.expression(summary.callee_or_itself(call.site.expression)) {
        Expression::Name(called) | Expression::Attribute { name: called, .. } => summary.name(called) == name,
        _ => false,
    };
    let calls = summary.calls.iter().map(|site| call_of(summary, site)).filter(is_called);
    let calls: Vec<Call> = calls.collect();
    (count_word(file, name) == calls.len() + 1)
        .then_some(PrivateFunction { header: definition.header, calls })
}

/// Returns whether a function is also used by name, so that calls set its parameters too. The header of
/// the function ends at a place. Its name occurs in the file outside of definitions, or other modules
/// call it or pass it on.
pub(crate) fn is_used_by_name(file: &mut File, header: Span) -> bool {
    let (summary, module) = (file.summary(), file.module());
    let Some(function) = summary.function_with_header(header) else {
        return true;
    };
    let definition = summary.function(function);
    let name = summary.name(definition.name);
    let definitions = summary.functions.iter().filter(|other| other.name == definition.name).count();
    count_word(file, name) > definitions
        || file.inference_mut().is_called_elsewhere(module, name)
        || file.engine().is_passed_on(name)
}

/// Returns whether no other file uses a function. It is nested in another function, or its name or that
/// of its class is private and no other module calls that name.
pub(crate) fn is_used_here_only(file: &mut File, function: FunctionId) -> bool {
    let (summary, module) = (file.summary(), file.module());
    let definition = summary.function(function);
    let name = summary.name(definition.name);
    let around = summary.scope(summary.scope_around(definition.scope));
    let is_special = name.starts_with("__") && name.ends_with("__");
    let is_private = !is_special && (name.starts_with('_') || is_of_private_class(file, function));
    matches!(around.kind, ScopeKind::Function(_))
        || is_private && !file.inference_mut().is_called_elsewhere(module, name)
}

/// Returns whether a method belongs to a class with a private name, and no base class requires it.
fn is_of_private_class(file: &mut File, function: FunctionId) -> bool {
    let (summary, module) = (file.summary(), file.module());
    let Some(class) = summary.class_of(function) else { return false };
    let name = summary.name(summary.function(function).name);
    summary.name(summary.class(class).name).starts_with('_')
        && file.inference_mut().is_lacked_by_bases(ClassRef { module, class }, name)
}

/// Returns how often a word occurs in the file, including comments and strings.
pub(crate) fn count_word(file: &File, word: &str) -> usize {
    count_in(file.text(), word)
}

/// How often a word stands in a text.
pub(crate) fn count_in(text: &str, word: &str) -> usize {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|other| *other == word).count()
}

/// How often a word stands in a text, other than as an attribute.
pub(crate) fn count_name(text: &str, name: &str) -> usize {
    let attributes = text.split('.').skip(1).filter(|rest| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        &rest[..end] == name
    });
    count_in(text, name) - attributes.count()
}

fn is_plain(definition: &Function) -> bool {
    !definition.is_async
        && !definition.is_generator
        && definition.decorators.len == 0
        && definition.overloads == Overloads::None
}
