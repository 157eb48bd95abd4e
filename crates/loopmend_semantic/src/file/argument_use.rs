//! Coroutines that are passed to a function that treats the argument as a plain value.

use loopmend_catalog::{Role, named};
use loopmend_core::{Place, Span};

use super::fate::UseKind;
use crate::file::{Call, File, call_of};
use crate::infer::{FunctionRef, Type};
use crate::summary::{
    Argument, ArgumentKind, CallSite, FunctionId, Narrowing, Overloads, Parameter, ParameterKind, Summary,
    Test, Usage,
};

/// The maximum number of other calls in the arguments of the same call.
const MOST_BESIDE: usize = 1_000;

/// A function of the project that treats an argument as a plain value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenArgument {
    /// The qualified name of the function.
    pub function: String,
    /// The definition of the function, if its text can be shown.
    pub definition: Option<Place>,
    /// The name of the parameter.
    pub parameter: String,
    /// How and where the function uses the parameter; `None` if the annotation is the evidence.
    pub used: Option<(UseKind, Span)>,
}

impl<'e> File<'e> {
    /// Returns the calls whose value is an argument of another call, in source order.
    pub fn argument_calls(&self) -> impl Iterator<Item = Call> + use<'e> {
        self.all_calls().filter(|call| call.site.usage == Usage::Argument)
    }

    /// Returns the function that receives the value of a call, if it treats the argument as a value that no
    /// coroutine can be. The evidence is the annotation of the parameter, or all its uses in a function of
    /// the same file. `is_wrong` decides which uses are wrong.
    pub fn taken_argument(
        &mut self,
        call: &Call,
        is_wrong: impl Fn(&Self, &UseKind) -> bool,
    ) -> Option<TakenArgument> {
        let (outer, place) = self.call_around(call)?;
        let module = self.module();
        let [Type::Function(callee)] = *self.inference_mut().called(module, &outer.site) else { return None };
        let function = self.inference_mut().function_of(callee);
        let summary = self.engine().summary(function.module);
        if !is_as_written(summary, function.function) || self.inference_mut().is_doubtful(callee) {
            return None;
        }
        if self.inference_mut().is_replaced_method(callee) {
            return None;
        }
        let bound = self.inference_mut().bound_method(callee);
        let arguments = self.summary().arguments_of(outer.site.expression)?;
        let (_, parameter) = self.parameter_at(function, usize::from(bound.is_some()), arguments, place)?;
        let name = summary.name(parameter.name);
        let is_value = match parameter.annotation {
            Some(annotation) => self.inference_mut().states_value(function, annotation),
            None => false,
        };
        let used = if is_value { None } else { Some(self.only_wrong_use(function, name, is_wrong)?) };
        Some(TakenArgument {
            function: self.function_name(function),
            definition: self.place_of_function(function),
            parameter: name.to_owned(),
            used,
        })
    }

    /// Returns whether the innermost call around a call is one that runs coroutines.
    pub fn is_inside_runner(&self, call: &Call) -> bool {
        self.next_call_around(call).is_some_and(|outer| self.runs_coroutines(outer))
    }

    /// Returns the call that receives the value of a call, and the index of the argument.
    fn call_around(&self, call: &Call) -> Option<(Call, usize)> {
        let summary = self.summary();
        let outer = self.next_call_around(call)?;
        let is_it = |argument: &Argument| argument.value == call.site.expression;
        let place = summary.arguments_of(outer.expression)?.iter().position(is_it)?;
        (!self.runs_coroutines(outer)).then(|| (call_of(summary, outer), place))
    }

    fn next_call_around(&self, call: &Call) -> Option<&'e CallSite> {
        let summary = self.summary();
        let before = summary.calls[..summary.place_of_call(call.span)].iter().rev();
        before.take(MOST_BESIDE).find(|site| summary.span(site.expression).end >= call.span.end)
    }

    fn runs_coroutines(&self, call: &CallSite) -> bool {
        self.summary().last_name(call.expression).is_none_or(|name| named(name).has(Role::RunsCoroutine))
    }

    /// Returns the first use of a parameter in a function of this file, if every use is wrong.
    fn only_wrong_use(
        &self,
        function: FunctionRef,
        parameter: &str,
        is_wrong: impl Fn(&Self, &UseKind) -> bool,
    ) -> Option<(UseKind, Span)> {
        if function.module != self.module() {
            return None;
        }
        let header = self.summary().function(function.function).header;
        let taken = self.uses_of_parameter(header, parameter)?;
        let is_taken = !taken.is_open && taken.uses().all(|used| is_wrong(self, &used.kind));
        let first = taken.uses().next().filter(|_| is_taken)?.clone();
        Some((first.kind, first.span))
    }

    /// Returns the parameter that receives an argument, and its index. Bound arguments come first.
    pub(crate) fn parameter_at(
        &self,
        function: FunctionRef,
        given: usize,
        arguments: &[Argument],
        place: usize,
    ) -> Option<(usize, &'e Parameter)> {
        let summary = self.engine().summary(function.module);
        let mut parameters = summary.function(function.function).parameters.iter().enumerate();
        match arguments[place].kind {
            ArgumentKind::Positional if are_positional(&arguments[..place]) => {
                let takes_place = |(_, parameter): &(usize, &Parameter)| {
                    matches!(parameter.kind, ParameterKind::PositionalOnly | ParameterKind::Positional)
                };
                parameters.filter(takes_place).nth(place + given)
            }
            ArgumentKind::Keyword(name) => {
                let name = self.summary().name(name);
                parameters.find(|(_, parameter)| summary.name(parameter.name) == name)
            }
            _ => None,
        }
    }
}

/// Returns whether calling a function runs exactly its written body, which does not check for awaitables.
/// The function has no decorators or overloads, and is not a placeholder.
fn is_as_written(summary: &Summary, function: FunctionId) -> bool {
    let definition = summary.function(function);
    let asks = |narrowing: &Narrowing| matches!(narrowing.test, Test::Awaitable | Test::Coroutine);
    definition.decorators.len == 0
        && definition.overloads == Overloads::None
        && !definition.is_placeholder
        && !definition.asks_if_async
        && !summary.scope(definition.scope).narrowings.iter().any(asks)
}

/// Returns whether all arguments are positional.
pub(crate) fn are_positional(arguments: &[Argument]) -> bool {
    arguments.iter().all(|argument| argument.kind == ArgumentKind::Positional)
}
