//! Special methods that are `async`, although Python awaits none of their results.

use loopmend_catalog::{Role, named};
use loopmend_core::{Confidence, Span};
use loopmend_index::summary::{BindingKind, ClassId, Expression, Function, FunctionId, Summary, Usage};
use loopmend_project::Origin;
use loopmend_semantic::File;
use loopmend_semantic::file::library_use::has_keyword;
use loopmend_semantic::infer::{ClassRef, Inference, Location, Type};

use crate::detectors::needless_async::awaits_nothing;

/// The method whose result is an iterator, and no awaitable.
const AWAIT: &str = "__await__";

/// A special method that is an `async def`, although its result is not awaited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SpecialMethod {
    /// The range from `async` to the name.
    pub(crate) header: Span,
    /// The name of the method.
    pub(crate) name: String,
    /// The qualified name of the method.
    pub(crate) symbol: String,
    /// How the result is used.
    pub(crate) result: SpecialUse,
    /// Whether the method is an asynchronous generator.
    pub(crate) is_generator: bool,
    /// Whether the method works without `async`, because it awaits nothing.
    pub(crate) awaits_nothing: bool,
    /// Likely if code may call the method by its name.
    pub(crate) confidence: Confidence,
}

/// How the result of a special method is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SpecialUse {
    /// Python raises a `TypeError` if the result has the wrong type.
    Checked,
    /// The result is tested for truth.
    Tested,
    /// `with` binds the result.
    Entered,
    /// `with` swallows exceptions if the result is true.
    Exited,
    /// The result is discarded.
    Discarded,
}

/// Returns the special methods that are `async` although Python uses their result at once, in source order.
pub(crate) fn async_special_methods(file: &mut File) -> Vec<SpecialMethod> {
    let summary = file.summary();
    let functions = (0..summary.functions.len() as u32).map(FunctionId);
    let special: Vec<_> = functions
        .filter_map(|id| {
            let function = summary.function(id);
            let is_bare = function.is_async && function.decorators.len == 0;
            let class = if is_bare { summary.class_of(id) } else { None }?;
            let (result, confidence) = use_of(summary, function)?;
            Some((function, class, result, confidence))
        })
        .collect();
    let mut found = Vec::new();
    for (function, class, result, confidence) in special {
        let name = summary.name(function.name);
        let is_init = named(name).has(Role::RunsAtCreation);
        if is_called_by_name(summary, class, name)
            || expects_exception_around(summary, function)
            || is_init && own_may_await_construction(file, class)
            || is_init && result == SpecialUse::Discarded && !calls_post_init(file, class, name)
        {
            continue;
        }
        found.push(SpecialMethod {
            header: function.header,
            name: name.to_owned(),
            symbol: summary.qualified_name(function.scope),
            result,
            is_generator: function.is_generator,
            awaits_nothing: awaits_nothing(function),
            confidence,
        });
    }
    found
}

/// Returns whether a class is a data class whose `__init__` its decorator makes, so that it calls a method for the rest of the construction, and
/// no other file calls a method of this name.
fn calls_post_init(file: &mut File, class: ClassId, name: &str) -> bool {
    let summary = file.summary();
    let definition = summary.class(class);
    let mut decorators = summary.list(definition.decorators).iter();
    let is_made = decorators.any(|decorator| {
        let given = summary.arguments_of(*decorator).unwrap_or_default();
        summary.last_roles(summary.callee_or_itself(*decorator)).has(Role::DataClass)
            && !has_keyword(summary, given, &["init"])
    });
    if !is_made || !summary.bindings_of(definition.scope, "__init__").is_empty() {
        return false;
    }
    file.inference_mut().rest_on_all_texts();
    let (engine, module) = (file.engine(), file.module());
    let others = engine.files_with_word(name).into_iter().filter(|other| *other != module);
    !others.into_iter().any(|other| {
        let summary = engine.summary(other);
        summary.calls.iter().any(|site| summary.last_name(site.expression) == Some(name))
    })
}

/// Returns whether creating an instance may await `__init__`: the class, a base or the metaclass has a method for it, or is not
/// known.
fn own_may_await_construction(file: &mut File, class: ClassId) -> bool {
    let module = file.module();
    let summary = file.summary();
    let at = Location::around(summary, module, summary.class(class).scope);
    let class = ClassRef { module, class };
    let inference = file.inference_mut();
    let mut decorators = summary.list(summary.class(class.class).decorators).iter();
    if !decorators.all(|decorator| inference.keeps_class(at, *decorator, class)) {
        return true;
    }
    let order = inference.mro(class);
    order.iter().any(|owner| owner.is_none_or(|(owner, _)| may_await_construction(inference, owner)))
}

/// Returns whether a class defines how its instances are created, by a method or a metaclass.
fn may_await_construction(inference: &mut Inference, class: ClassRef) -> bool {
    let is_standard = |inference: &Inference, class: ClassRef| {
        inference.engine().origin(class.module) == Origin::StandardLibrary
    };
    if is_standard(inference, class) {
        return false;
    }
    let summary = inference.summary(class.module);
    let definition = summary.class(class.class);
    let metaclass = definition.metaclass.map(|metaclass| {
        inference.expression(class.module, summary.scope_around(definition.scope), metaclass)
    });
    let is_plain = match metaclass {
        Some(Type::Class(metaclass)) => is_standard(inference, metaclass),
        metaclass => metaclass.is_none(),
    };
    !is_plain || inference.binds_in_body(class, "__new__")
}

/// Returns how Python uses the result of a special method, and how certainly.
fn use_of(summary: &Summary, function: &Function) -> Option<(SpecialUse, Confidence)> {
    let name = summary.name(function.name);
    let roles = named(name);
    Some(match name {
        _ if !name.starts_with("__") => return None,
        // An asynchronous generator is an asynchronous iterator.
        "__aiter__" if function.is_generator || function.is_placeholder => return None,
        "__enter__" => (SpecialUse::Entered, Confidence::Certain),
        "__exit__" => (SpecialUse::Exited, Confidence::Certain),
        _ if roles.has(Role::CheckedResult) => (SpecialUse::Checked, Confidence::Certain),
        _ if roles.has(Role::TestedResult) => (SpecialUse::Tested, Confidence::Certain),
        _ if roles.has(Role::ComparedResult) => (SpecialUse::Tested, Confidence::Likely),
        _ if roles.has(Role::DiscardedResult) => (SpecialUse::Discarded, Confidence::Certain),
        _ if roles.has(Role::StoresValue) => (SpecialUse::Discarded, Confidence::Likely),
        _ => return None,
    })
}

/// Returns whether the file awaits or returns a call of a special method by its name, or the class has another name for the method.
fn is_called_by_name(summary: &Summary, class: ClassId, name: &str) -> bool {
    let mut used = summary.calls.iter().filter(|it| it.usage.is_awaited() || it.usage == Usage::Returned);
    let is_call = used.any(|site| {
        let method = summary.method_call(site.expression);
        method.is_some_and(|(_, method)| summary.name(method) == name) && name != AWAIT
    });
    let entries = &summary.scope(summary.class(class).scope).entries;
    let mut bindings = entries.iter().flat_map(|entry| summary.bindings_in(*entry));
    is_call
        || bindings.any(|binding| match binding.kind {
            BindingKind::Value(value) => {
                matches!(summary.expression(value), Expression::Name(read) if summary.name(read) == name)
            }
            _ => false,
        })
}

/// Returns whether a function around a method has a block in which an exception is expected.
fn expects_exception_around(summary: &Summary, function: &Function) -> bool {
    let around = summary.function_around(summary.scope_around(function.scope));
    around.is_some_and(|around| {
        let scope = summary.function(around).scope;
        summary.expectations.iter().any(|expected| summary.is_inside(expected.scope, scope))
    })
}
