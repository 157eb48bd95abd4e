//! Coroutines that run code passed by others: a callback, or a method that subclasses override. What that
//! code waits for cannot be known there.

use loopmend_catalog::{Role, named};
use loopmend_index::summary::{BindingKind, Expression, ExpressionId, NameId, Summary};
use loopmend_project::Origin;
use rustc_hash::FxHashSet;

use super::bound_values::{attributes, bindings};
use super::lost_task::{At, first_positional};
use crate::engine::ModuleId;
use crate::file::File;
use crate::infer::{CalleeId, ClassRef, FunctionRef, Type, argument_named};
use crate::stack::grow_stack_for_step;

/// The maximum depth to which awaited coroutines are analysed.
const MOST_LEVELS: u8 = 1;
/// The maximum number of names to follow to the origin of a callable.
const MOST_NAMES: u8 = 4;

/// The visited expressions with their depth.
type Met = FxHashSet<(ModuleId, ExpressionId, u8)>;

impl File<'_> {
    /// Returns whether a coroutine is created by code that others pass, or awaits such code in its body or
    /// in a function that it awaits.
    pub(super) fn runs_given_code(&mut self, coroutine: At) -> bool {
        self.runs_given(coroutine, MOST_LEVELS, &mut Met::default())
    }

    fn runs_given(&mut self, coroutine: At, levels: u8, met: &mut Met) -> bool {
        let is_new = met.insert((coroutine.module, coroutine.expression, levels));
        is_new && grow_stack_for_step(|| self.runs_given_anew(coroutine, levels, met))
    }

    fn runs_given_anew(&mut self, coroutine: At, levels: u8, met: &mut Met) -> bool {
        self.inference_mut().rest_on_text(coroutine.module);
        let summary = self.engine().summary(coroutine.module);
        let expression = summary.expression(coroutine.expression);
        if let Expression::Name(name) = expression
            && let Some(value) = value_of_local(summary, coroutine, name)
        {
            return self.runs_given(At { expression: value, ..coroutine }, levels, met);
        }
        let made_by: Vec<CalleeId> = self.types_of(coroutine).into_iter().filter_map(maker).collect();
        match expression {
            _ if !made_by.is_empty() => {
                made_by.into_iter().any(|callee| self.call_runs_given(coroutine, callee, levels, met))
            }
            Expression::Either { values, .. } => {
                let mut values = summary.list(values).iter();
                values.any(|value| self.runs_given(At { expression: *value, ..coroutine }, levels, met))
            }
            Expression::Call { callee, .. } => self.is_given_callable(At { expression: callee, ..coroutine }),
            Expression::Name(name) => summary.is_parameter(coroutine.scope, name),
            _ => false,
        }
    }

    /// Returns whether the coroutine of an `async def` runs code that others pass.
    fn call_runs_given(&mut self, coroutine: At, callee: CalleeId, levels: u8, met: &mut Met) -> bool {
        let function = self.inference_mut().function_of(callee);
        if self.engine().origin(function.module) != Origin::FirstParty {
            return false;
        }
        self.inference_mut().rest_on_text(function.module);
        if self.is_left_to_subclasses(callee) {
            return true;
        }
        let places = self.awaited_parameters(function);
        let skipped = usize::from(self.inference_mut().is_bound(callee));
        let summary = self.engine().summary(coroutine.module);
        let arguments = places.into_iter().filter_map(|(place, name)| {
            argument_named(summary, coroutine.expression, &name, place.checked_sub(skipped)?)
        });
        let arguments: Vec<ExpressionId> = arguments.collect();
        arguments.into_iter().any(|expression| self.runs_given(At { expression, ..coroutine }, levels, met))
            || self.body_runs_given(function, levels, met)
    }

    /// Returns whether a public method of the project is only a placeholder for implementations in
    /// applications. It overrides no method, and no class of the project overrides it.
    fn is_left_to_subclasses(&mut self, callee: CalleeId) -> bool {
        let FunctionRef { module, function } = self.inference_mut().function_of(callee);
        let summary = self.engine().summary(module);
        let definition = summary.function(function);
        let Some(class) = summary.class_of(function).filter(|_| definition.is_placeholder) else {
            return false;
        };
        let (class, name) = (ClassRef { module, class }, summary.name(definition.name));
        let inference = self.inference_mut();
        !name.starts_with('_')
            && !inference.is_declared_protocol(class)
            && !inference.replaces_method(class, name)
            && !inference.is_replaced_method(callee)
    }

    /// Returns the parameters that a function awaits directly, with their indices.
    fn awaited_parameters(&self, FunctionRef { module, function }: FunctionRef) -> Vec<(usize, String)> {
        let summary = self.engine().summary(module);
        let definition = summary.function(function);
        let Some(awaited) = summary.only_awaited(function) else { return Vec::new() };
        let is_awaited = |name| {
            let mut awaited = summary.list(awaited).iter();
            awaited.any(|it| matches!(summary.expression(*it), Expression::Name(it) if it == name))
        };
        let parameters = definition.parameters.iter().enumerate();
        let awaited = parameters.filter(|(_, parameter)| is_awaited(parameter.name));
        awaited.map(|(place, parameter)| (place, summary.name(parameter.name).to_owned())).collect()
    }

    fn body_runs_given(
        &mut self,
        FunctionRef { module, function }: FunctionRef,
        levels: u8,
        met: &mut Met,
    ) -> bool {
        let summary = self.engine().summary(module);
        let scope = summary.function(function).scope;
        let awaited = summary.calls_in(scope).filter(|site| site.usage.is_awaited());
        awaited.into_iter().any(|site| {
            let awaited = At { module, scope, expression: site.expression };
            match levels.checked_sub(1) {
                Some(levels) => self.runs_given(awaited, levels, met),
                None => {
                    let callee = summary.callee_or_itself(site.expression);
                    self.is_given_callable(At { expression: callee, ..awaited })
                }
            }
        })
    }

    /// Returns whether the callee is passed by other code. It is annotated as a callable, or it is an
    /// unknown value that is a parameter, is set from one, or is in a container.
    fn is_given_callable(&mut self, callable: At) -> bool {
        let parts = self.types_of(callable);
        if parts.iter().any(|part| matches!(part, Type::Callable(_))) {
            return !self.is_made_by_call(callable) && !self.is_filled_by_project(callable, MOST_NAMES);
        }
        parts.iter().all(|part| matches!(part, Type::Unknown | Type::None))
            && self.is_given(callable, false, MOST_NAMES)
    }

    /// Returns whether a name is a parameter of a function that only the project calls, always with a
    /// function of its own or a `lambda`.
    fn is_filled_by_project(&mut self, callable: At, names: u8) -> bool {
        let summary = self.engine().summary(callable.module);
        let (Some(names), Expression::Name(name)) =
            (names.checked_sub(1), summary.expression(callable.expression))
        else {
            return false;
        };
        let around =
            summary.scopes_from(callable.scope).filter_map(|scope| summary.enclosing_function(scope));
        let Some(id) = around.into_iter().find(|id| summary.function(*id).has_parameter(name)) else {
            return false;
        };
        let function = FunctionRef { module: callable.module, function: id };
        let place = summary.function(id).parameters.iter().position(|parameter| parameter.name == name);
        let place = place.and_then(|place| place.checked_sub(usize::from(summary.has_receiver(id))));
        let (Some(place), Some(calls)) = (place, self.inference_mut().callers_of_private(function)) else {
            return false;
        };
        calls.into_iter().all(|(module, call)| {
            let caller = self.engine().summary(module);
            let call = caller.calls[call as usize];
            let given = argument_named(caller, call.expression, summary.name(name), place);
            given.is_some_and(|expression| {
                self.is_function_of_project(At { module, scope: call.scope, expression }, names)
            })
        })
    }

    fn is_function_of_project(&mut self, value: At, names: u8) -> bool {
        let is_lambda =
            matches!(self.engine().summary(value.module).expression(value.expression), Expression::Lambda(_));
        let parts = self.types_of(value);
        let is_own = |file: &mut Self, part: &Type| match part {
            Type::Function(callee) => {
                let function = file.inference_mut().function_of(*callee);
                file.engine().origin(function.module) == Origin::FirstParty
            }
            _ => false,
        };
        is_lambda
            || !parts.is_empty() && parts.iter().all(|part| is_own(self, part))
            || self.is_filled_by_project(value, names)
    }

    /// Returns whether a local name is bound to the value of a call.
    fn is_made_by_call(&self, At { module, scope, expression }: At) -> bool {
        let summary = self.engine().summary(module);
        let Expression::Name(name) = summary.expression(expression) else { return false };
        let mut values =
            bindings(summary, At { module, scope, expression }, name).filter_map(BindingKind::value);
        values.any(|value| summary.call(value).is_some())
    }

    /// Returns whether an unknown value comes from a parameter or a container. For a container, returns
    /// whether others may add to it, because it is a parameter or an attribute of the object.
    fn is_given(&self, value: At, is_container: bool, names: u8) -> bool {
        let Some(names) = names.checked_sub(1) else { return false };
        let summary = self.engine().summary(value.module);
        let is_open = |expression| self.is_given(At { expression, ..value }, true, names);
        match summary.expression(value.expression) {
            Expression::Name(name) => {
                let is_bound_to_given = |kind| match kind {
                    BindingKind::For { iterable, .. } => is_open(iterable),
                    BindingKind::Part { value, .. } => is_open(value),
                    kind => kind.value().is_some_and(|expression| {
                        self.is_given(At { expression, ..value }, is_container, names)
                    }),
                };
                summary.is_parameter(value.scope, name)
                    || bindings(summary, value, name).any(is_bound_to_given)
            }
            Expression::Attribute { value: object, name } => {
                attributes(summary, value, object, name).into_iter().any(|(scope, kind)| {
                    let module = value.module;
                    let is_set_to_given =
                        |expression| self.is_given(At { module, scope, expression }, false, names);
                    is_container || kind.value().is_some_and(is_set_to_given)
                })
            }
            Expression::Subscript { value: container, .. } => is_open(container),
            Expression::Call { .. } => {
                let copied = || copied(summary, value.expression).filter(|_| is_container);
                getter(summary, value.expression).or_else(copied).is_some_and(is_open)
            }
            _ => false,
        }
    }
}

/// Returns the function that created a coroutine.
fn maker(part: Type) -> Option<CalleeId> {
    match part {
        Type::Coroutine(callee, _) => Some(callee),
        _ => None,
    }
}

/// Returns the value of the only binding of a local name, if the binding comes first.
fn value_of_local(summary: &Summary, at: At, name: NameId) -> Option<ExpressionId> {
    let mut kinds = bindings(summary, at, name);
    let value = kinds.next().and_then(BindingKind::value).filter(|_| kinds.next().is_none());
    value.filter(|value| summary.span(*value).end <= summary.span(at.expression).start)
}

/// Returns the object whose elements a call returns: `callbacks.get(name)`.
fn getter(summary: &Summary, call: ExpressionId) -> Option<ExpressionId> {
    let (object, name) = summary.method_call(call)?;
    named(summary.name(name)).has(Role::ReturnsElement).then_some(object)
}

/// Returns the container whose elements a call returns in a new one: `list(callbacks)`.
fn copied(summary: &Summary, call: ExpressionId) -> Option<ExpressionId> {
    named(summary.last_name(call)?).has(Role::CopiesElements).then_some(())?;
    first_positional(summary.arguments_of(call)?)
}
