//! Where values go whose stated types allow no coroutine.

use loopmend_core::Span;
use loopmend_index::summary::{BindingKind, ScopeId};
use loopmend_infer::Nesting;
use loopmend_python::ast::Expr;
use loopmend_python::text_size::Ranged;
use loopmend_python::{dotted_parts, nodes_around, range_of, span};
use loopmend_semantic::File;
use loopmend_semantic::file::fate::{Route, Taker, UseKind, route};
use loopmend_semantic::file::{Call, TakenArgument};
use loopmend_semantic::infer::{FunctionRef, Type};

/// A place that needs another value than a coroutine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Destination {
    /// The `return` of an `async def`, whose annotation states the type.
    Return,
    /// A name, attribute or container with an annotation.
    Target {
        /// The target as written.
        written: String,
    },
    /// A parameter or field.
    Argument(TakenArgument),
}

/// Returns where a value goes, if no coroutine can be there: one of [`File::wrong_argument`] and [`File::wrong_place`].
pub(crate) fn wrong_destination(
    file: &mut File,
    call: &Call,
    value: Span,
    is_wrong: impl Fn(&File, &UseKind) -> bool,
) -> Option<Destination> {
    let argument = wrong_argument(file, value, is_wrong).map(Destination::Argument);
    argument.or_else(|| wrong_place(file, call, value))
}

/// Returns what receives a value as an argument, alone or in a display, if no coroutine can be there. The annotation states another
/// type, or a function only uses its parameter as another value. `is_wrong` decides which uses of a parameter are wrong.
pub(crate) fn wrong_argument(
    file: &mut File,
    value: Span,
    is_wrong: impl Fn(&File, &UseKind) -> bool,
) -> Option<TakenArgument> {
    if !file.may_follow_value() {
        return None;
    }
    let tree = file.tree_within(value.start);
    let Route { nesting, taker } = route(&nodes_around(&tree, value), range_of(value))?;
    let Taker::Call { argument } = taker else { return None };
    file.taken_argument(argument, &nesting, is_wrong)
}

/// Returns the place that a value is stored in or returned from, if its annotation allows no coroutine there. The value is that of the
/// call, or a name in the same function that holds it.
pub(crate) fn wrong_place(file: &mut File, call: &Call, value: Span) -> Option<Destination> {
    if !file.may_follow_value() {
        return None;
    }
    let tree = file.tree_within(value.start);
    let Route { nesting, taker } = route(&nodes_around(&tree, value), range_of(value))?;
    let (outer, target) = match taker {
        Taker::Return => {
            let stated = stated_by_return(file, call.scope())?;
            return file.states_value_inside(stated, &nesting).then_some(Destination::Return);
        }
        Taker::Target(Expr::Subscript(subscript)) => (Some(Nesting::Entry), &*subscript.value),
        Taker::Target(target) => (None, target),
        Taker::Container(container) => (Some(Nesting::Element), container),
        Taker::Call { .. } | Taker::Nothing => return None,
    };
    let nesting: Vec<Nesting> = outer.into_iter().chain(nesting).collect();
    let stated = stated_type(file, call.scope(), target);
    file.states_value_inside(stated, &nesting)
        .then(|| Destination::Target { written: file.slice(span(target.range())).to_owned() })
}

/// Returns the type that the annotation of the `async def` around a scope states for its result.
fn stated_by_return(file: &mut File, scope: ScopeId) -> Option<Type> {
    let summary = file.summary();
    let id = summary.enclosing_function(scope)?;
    let function = summary.function(id);
    if !function.is_async || function.is_generator {
        return None;
    }
    let function = FunctionRef { module: file.module(), function: id };
    let returns = summary.function(id).returns?;
    Some(file.inference_mut().stated_by_signature(function, returns))
}

/// Returns the type that annotations state for a name or attribute.
fn stated_type(file: &mut File, scope: ScopeId, target: &Expr) -> Type {
    let module = file.module();
    match dotted_parts(target).as_deref() {
        None | Some([]) => Type::Unknown,
        Some([name]) => stated_name(file, scope, name),
        Some([object, between @ .., last]) => {
            let mut value = file.inference_mut().name_at(module, scope, object, target.start().to_u32());
            for name in between {
                value = file.inference_mut().attribute_of_value(value, name);
            }
            match value {
                Type::Instance(class, _) => file.inference_mut().stated_attribute(class, last),
                _ => Type::Unknown,
            }
        }
    }
}

/// Returns the type that the only annotation of a local name states.
fn stated_name(file: &mut File, scope: ScopeId, name: &str) -> Type {
    let summary = file.summary();
    let annotations: Vec<_> = summary
        .bindings_of(scope, name)
        .iter()
        .filter_map(|binding| match binding.kind {
            BindingKind::Annotated { annotation, .. } => Some(annotation),
            _ => None,
        })
        .collect();
    let module = file.module();
    match annotations[..] {
        [only] => file.inference_mut().stated_in(module, scope, only),
        _ => Type::Unknown,
    }
}
