//! Mocks, and objects of unexpected classes, that a call passes as arguments. Methods called on them are
//! not those that the annotations of the parameters name.

use loopmend_index::summary::{
    Argument, ArgumentKind, BindingKind, CallSite, Expression, ExpressionId, NameId, Parameter,
    ParameterKind, ScopeId, Summary,
};
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::infer::{ClassRef, FunctionRef, Inference, Type};

use super::replaced::{Replaced, ReplacedName};
use super::steps::{Step, Steps, names_along, without_self};
use crate::categories::{replaced, steps};

/// A name whose value is passed under another name in a function of the project: a parameter or a local
/// variable.
#[derive(Clone, Debug)]
pub(super) struct Passed {
    /// The name, with the attributes accessed on it, as if it were called.
    pub(super) given: Step,
    pub(super) function: FunctionRef,
    /// The other name.
    pub(super) name: NameId,
}

/// Adds the objects that a call passes in place of the annotated ones, and the names that receive them.
/// This is an outermost query.
pub(super) fn add_given(inference: &mut Inference, module: ModuleId, site: &CallSite, steps: &mut Steps) {
    let summary = inference.engine().summary(module);
    let arguments = summary.arguments_of(site.expression).unwrap_or_default();
    if arguments.is_empty() {
        return;
    }
    for part in inference.called(module, site) {
        let (function, given) = match part {
            Type::Function(callee) => {
                (Some(inference.function_of(callee)), usize::from(inference.bound_method(callee).is_some()))
            }
            Type::Class(class) => (inference.method_named(class, "__init__"), 1),
            _ => (None, 0),
        };
        let Some(function) = function.filter(|function| inference.engine().is_mutable(function.module))
        else {
            continue;
        };
        for place in 0..arguments.len() {
            let Some(parameter) = parameter_of(inference, module, arguments, place, function, given) else {
                continue;
            };
            let argument = &arguments[place];
            if is_another(inference, module, site.scope, argument, function, parameter) {
                add_replaced_name(inference, function, parameter.name, &mut steps.replaced);
            } else if let Some(names) = summary.dotted_parts(argument.value) {
                let names = without_self(names.iter().map(|name| (*name).to_owned()).collect());
                let around = steps::names_around(inference, module, site.scope);
                let given = Step::named(summary.span(argument.value), names, around);
                steps.passed.push(Passed { given, function, name: parameter.name });
            }
        }
    }
}

/// Adds the local variables of a function that are aliases, or results of calls. A call of a mock
/// returns a mock.
pub(super) fn add_locals(inference: &mut Inference, function: FunctionRef, steps: &mut Steps) {
    let summary = inference.engine().summary(function.module);
    let scope = summary.function(function.function).scope;
    let bindings = summary.scope(scope).entries.iter().flat_map(|entry| {
        let is_local = !summary.name(entry.name).contains('.');
        summary.bindings_in(*entry).iter().filter(move |_| is_local).map(|binding| (binding, entry.name))
    });
    let mut bindings: Vec<_> = bindings.collect();
    bindings.sort_by_key(|(binding, _)| binding.offset);
    let around = steps::names_around(inference, function.module, scope);
    for (binding, name) in bindings {
        let value = match binding.kind {
            BindingKind::Value(value) | BindingKind::With { value, .. } => value,
            BindingKind::Annotated { value: Some(value), .. } => value,
            _ => continue,
        };
        for value in choices(summary, value) {
            let names = names_along(summary, value);
            if !names.is_empty() {
                let given = Step::named(summary.span(value), names, around.clone());
                steps.passed.push(Passed { given, function, name });
            }
        }
    }
}

/// Returns the parameter that receives an argument, where bound arguments come first.
pub(super) fn parameter_of(
    inference: &Inference,
    module: ModuleId,
    arguments: &[Argument],
    place: usize,
    function: FunctionRef,
    given: usize,
) -> Option<Parameter> {
    let summary = inference.engine().summary(module);
    let callee = inference.engine().summary(function.module);
    let mut parameters = callee.function(function.function).parameters.iter();
    let is_positional = |argument: &Argument| argument.kind == ArgumentKind::Positional;
    let found = match arguments[place].kind {
        ArgumentKind::Positional if arguments[..place].iter().all(is_positional) => {
            let takes_place = |parameter: &&Parameter| {
                matches!(parameter.kind, ParameterKind::PositionalOnly | ParameterKind::Positional)
            };
            parameters.filter(takes_place).nth(place + given)
        }
        ArgumentKind::Keyword(name) => {
            let name = summary.name(name);
            parameters.find(|parameter| callee.name(parameter.name) == name)
        }
        _ => None,
    };
    found.copied()
}

/// Returns whether an argument is a mock, a `lambda`, or an instance of a project class other than the
/// annotated one.
fn is_another(
    inference: &mut Inference,
    module: ModuleId,
    scope: ScopeId,
    argument: &Argument,
    function: FunctionRef,
    parameter: Parameter,
) -> bool {
    if matches!(inference.engine().summary(module).expression(argument.value), Expression::Lambda(_)) {
        return true;
    }
    let value = inference.expression(module, scope, argument.value);
    inference.parts(value).into_iter().any(|part| match part {
        Type::Mock(_) => true,
        Type::Instance(class, _) if inference.is_mock_class(class) => true,
        Type::Instance(class, _) if inference.engine().is_mutable(class.module) => {
            states_another(inference, function, parameter, class)
        }
        _ => false,
    })
}

/// Returns whether the annotation of a parameter names a class that another class does not inherit
/// from.
fn states_another(
    inference: &mut Inference,
    function: FunctionRef,
    parameter: Parameter,
    class: ClassRef,
) -> bool {
    let summary = inference.engine().summary(function.module);
    let around = summary.scope_around(summary.function(function.function).scope);
    let Some(annotation) = parameter.annotation else { return false };
    let stated = inference.expression(function.module, around, annotation);
    match inference.parts(stated)[..] {
        [Type::Class(stated)] => {
            let stated = steps::packaged_classes_of(inference, stated);
            stated
                .first()
                .is_some_and(|stated| !steps::packaged_classes_of(inference, class).contains(stated))
        }
        _ => false,
    }
}

/// Adds a name in a function, and the attributes in which the method stores it: `self.client = client
/// or Client()`.
pub(super) fn add_replaced_name(
    inference: &mut Inference,
    function: FunctionRef,
    name: NameId,
    replaced: &mut Replaced,
) {
    let summary = inference.engine().summary(function.module);
    let definition = summary.function(function.function);
    let owner = inference.path_of_function(function);
    replaced.names.push(ReplacedName::new(vec![owner], summary.name(name)));
    let Some(class) = summary.class_of(function.function) else { return };
    let class = ClassRef { module: function.module, class };
    let is_kept = |kind| match kind {
        BindingKind::Value(value) | BindingKind::Annotated { value: Some(value), .. } => {
            let mut values = choices(summary, value).into_iter();
            values.any(|value| matches!(summary.expression(value), Expression::Name(other) if other == name))
        }
        _ => false,
    };
    let attributes = summary.class(class.class).attributes.iter();
    let kept = attributes.filter(|attribute| attribute.scope == definition.scope && is_kept(attribute.kind));
    for attribute in kept {
        let owners = replaced::names_of_class(inference, class).collect();
        replaced.names.push(ReplacedName::new(owners, summary.name(attribute.name)));
    }
}

/// Returns the alternatives of a value: `a or b`, `a if c else b`.
fn choices(summary: &Summary, value: ExpressionId) -> Vec<ExpressionId> {
    match summary.expression(value) {
        Expression::Either { values, .. } => summary.list(values).to_vec(),
        _ => vec![value],
    }
}
