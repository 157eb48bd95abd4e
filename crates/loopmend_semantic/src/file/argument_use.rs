//! Coroutines that are passed to a function that treats the argument as a plain value.

use loopmend_catalog::{Role, named};
use loopmend_core::{Place, Span};
use loopmend_index::summary::{
    Argument, ArgumentKind, CallSite, Expression, FunctionId, Narrowing, Overloads, Parameter, ParameterKind,
    Summary, Test, Usage,
};
use loopmend_infer::Nesting;
use loopmend_project::Origin;

use super::fate::UseKind;
use crate::file::{Call, File, call_of};
use crate::infer::{ClassRef, Constructor, FunctionRef, Type};

/// The maximum number of other calls in the arguments of the same call.
const MOST_BESIDE: usize = 1_000;

/// The maximum number of classes that are named for a parameter.
const MAX_CLASSES: usize = 4;

/// The minimum number of other calls of an unknown function that pass values.
const MIN_OTHERS: usize = 2;

/// The maximum number of other calls of a function whose arguments are inferred.
const MAX_OTHERS: usize = 100;

/// A function or class that treats an argument as a plain value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenArgument {
    /// The qualified name of the function, or the name of the class.
    pub function: String,
    /// The definition of the function or class, if its text can be shown.
    pub definition: Option<Place>,
    /// The name of the parameter or field.
    pub parameter: String,
    /// How and where the function uses the parameter; `None` if there is other evidence.
    pub used: Option<(UseKind, Span)>,
    /// The type that the annotation states, in words, if it is short and names only classes: `str | bytes`.
    pub takes: Option<String>,
    /// The number of other calls in the file that pass values there; 0 if the annotation is the evidence.
    pub others: usize,
}

impl<'e> File<'e> {
    /// Returns the calls whose value is an argument of another call, in source order.
    pub fn argument_calls(&self) -> impl Iterator<Item = Call> + use<'e> {
        self.values_used(|usage| usage == Usage::Argument)
    }

    /// Returns the function or class that receives a value as an argument, if it treats the argument as a value that no coroutine can
    /// be. The evidence is the annotation of the parameter or field, or all uses of a parameter in a function of the same file.
    /// `nesting` are the displays around the value in the argument. `is_wrong` decides which uses are wrong.
    pub fn taken_argument(
        &mut self,
        argument: Span,
        nesting: &[Nesting],
        is_wrong: impl Fn(&Self, &UseKind) -> bool,
    ) -> Option<TakenArgument> {
        let (outer, place) = self.call_around(argument)?;
        let module = self.module();
        let function = match *self.inference_mut().called(module, &outer.site) {
            [Type::Function(callee)] => Some(self.inference_mut().function_of(callee)),
            _ => None,
        };
        if nesting.is_empty()
            && let Some(function) = function.filter(|function| self.inference_mut().formats_text(*function))
        {
            return Some(self.taken_as_text(function, &outer, place));
        }
        if let Some((taken, stated)) = self.stated_argument(&outer, place)
            && stated.iter().all(|stated| self.states_value_inside(*stated, nesting))
            && !function.is_some_and(|function| self.awaits_parameter(function, &taken.parameter))
        {
            let takes = if nesting.is_empty() { self.class_names(&stated) } else { None };
            return Some(TakenArgument { takes, ..self.named_as_written(taken, &outer) });
        }
        if !nesting.is_empty() {
            return None;
        }
        self.taken_as_used(&outer, place, is_wrong).or_else(|| self.taken_as_elsewhere(&outer, place))
    }

    /// Returns the classes that types consist of, in words: `str | bytes | None`. Returns `None` for other types, and for many.
    fn class_names(&mut self, types: &[Type]) -> Option<String> {
        let mut names: Vec<String> = Vec::new();
        let mut may_be_none = false;
        for part in types.iter().flat_map(|of| self.inference().parts(*of)).collect::<Vec<_>>() {
            match part {
                Type::None => may_be_none = true,
                Type::Instance(class, _) => {
                    let name = self.inference_mut().class_name(class).to_owned();
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
                _ => return None,
            }
        }
        let is_short = (1..=MAX_CLASSES).contains(&names.len());
        names.extend(may_be_none.then(|| "None".to_owned()));
        is_short.then(|| names.join(" | "))
    }

    /// Returns what receives an argument with the name as the call writes it, if its definition cannot be shown.
    fn named_as_written(&self, taken: TakenArgument, outer: &Call) -> TakenArgument {
        let written = self.slice(outer.callee);
        let is_name = written.chars().all(|it| it.is_alphanumeric() || it == '_' || it == '.');
        let is_same = written.rsplit('.').next() == taken.function.rsplit('.').next();
        if taken.definition.is_none() && is_name && is_same {
            return TakenArgument { function: written.to_owned(), ..taken };
        }
        taken
    }

    /// Returns the unknown function that receives an argument, if the other calls in the file pass values there: one of them is awaited, and
    /// none is a coroutine.
    fn taken_as_elsewhere(&mut self, outer: &Call, place: usize) -> Option<TakenArgument> {
        let (module, summary) = (self.module(), self.summary());
        let called = self.inference_mut().called(module, &outer.site);
        let callee = summary.dotted_parts(summary.call(outer.site.expression)?.callee)?;
        // What awaits the result of a call may pass an awaitable to it.
        if !called.iter().all(|part| *part == Type::Unknown) || outer.site.usage.is_awaited() {
            return None;
        }
        let is_other = |site: &&CallSite| {
            site.expression != outer.site.expression
                && summary.call(site.expression).and_then(|call| summary.dotted_parts(call.callee)).as_ref()
                    == Some(&callee)
        };
        let given = summary.arguments_of(outer.site.expression)?;
        let (mut values, mut is_awaited) = (0, false);
        for site in summary.calls.iter().filter(is_other).take(MAX_OTHERS) {
            let Some(argument) = same_argument(given, place, summary.arguments_of(site.expression)?) else {
                continue;
            };
            let value = self.inference_mut().expression(module, site.scope, argument.value);
            let inference = self.inference_mut();
            if inference.parts(value).into_iter().any(|part| inference.awaitable(part).is_some()) {
                return None;
            }
            let is_value = self.inference_mut().is_value(value) && value != Type::Unknown;
            let awaits = matches!(summary.expression(argument.value), Expression::Await(_));
            values += usize::from(is_value || awaits);
            is_awaited |= awaits;
        }
        (is_awaited && values >= MIN_OTHERS).then(|| TakenArgument {
            function: callee.join("."),
            definition: None,
            parameter: String::new(),
            used: None,
            takes: None,
            others: values,
        })
    }

    /// Returns the function that receives an argument, if all uses of the parameter show that it is no coroutine.
    fn taken_as_used(
        &mut self,
        outer: &Call,
        place: usize,
        is_wrong: impl Fn(&Self, &UseKind) -> bool,
    ) -> Option<TakenArgument> {
        let (function, given) = self.plainly_called(outer)?;
        let summary = self.engine().summary(function.module);
        if !is_as_written(summary, function.function) {
            return None;
        }
        let arguments = self.summary().arguments_of(outer.site.expression)?;
        let (_, parameter) = self.parameter_at(function, given, arguments, place)?;
        let name = summary.name(parameter.name).to_owned();
        let used = self.only_wrong_use(function, &name, is_wrong)?;
        Some(TakenArgument { used: Some(used), ..self.taken_as_stated(function, name) })
    }

    /// Returns the only function that a call may call, and the number of arguments that are bound to it already.
    pub fn plainly_called(&mut self, outer: &Call) -> Option<(FunctionRef, usize)> {
        let module = self.module();
        let [Type::Function(callee)] = *self.inference_mut().called(module, &outer.site) else { return None };
        let inference = self.inference_mut();
        if inference.is_doubtful(callee) || inference.is_replaced_method(callee) {
            return None;
        }
        Some((inference.function_of(callee), usize::from(inference.bound_method(callee).is_some())))
    }

    /// Returns the function or class that receives an argument, with the types that its signatures state for the parameter or field.
    pub(super) fn stated_argument(
        &mut self,
        outer: &Call,
        place: usize,
    ) -> Option<(TakenArgument, Vec<Type>)> {
        let module = self.module();
        match *self.inference_mut().called(module, &outer.site) {
            [Type::Function(_)] => {
                let (function, given) = self.plainly_called(outer)?;
                let signatures = self.inference_mut().signatures_of(function);
                let stated = signatures
                    .into_iter()
                    .map(|signature| self.type_of_parameter(signature, given, outer, place));
                let stated: Vec<(String, Type)> = stated.collect::<Option<_>>()?;
                let parameter = stated.first()?.0.clone();
                let types = stated.into_iter().map(|(_, stated)| stated).collect();
                Some((self.taken_as_stated(function, parameter), types))
            }
            [Type::Class(class)] => {
                let (taken, stated) = self.stated_by_class(class, outer, place)?;
                let function = self.inference_mut().class_name(class).to_owned();
                Some((TakenArgument { function, ..taken }, vec![stated]))
            }
            _ => None,
        }
    }

    /// Returns what a class does with an argument, with the type that its `__init__` or field states.
    fn stated_by_class(
        &mut self,
        class: ClassRef,
        outer: &Call,
        place: usize,
    ) -> Option<(TakenArgument, Type)> {
        match self.inference_mut().constructor(class)? {
            Constructor::Init(function) => {
                let (parameter, stated) = self.type_of_parameter(function, 1, outer, place)?;
                Some((self.taken_as_stated(function, parameter), stated))
            }
            Constructor::Fields => {
                let parameter = self.field_given(class, outer, place)?;
                let stated = self.inference_mut().stated_attribute(class, &parameter);
                let definition = self.place_of_class(class);
                let taken = TakenArgument {
                    function: String::new(),
                    definition,
                    parameter,
                    used: None,
                    takes: None,
                    others: 0,
                };
                Some((taken, stated))
            }
        }
    }

    /// Returns the parameter of a signature that receives an argument, with the type that its annotation states.
    fn type_of_parameter(
        &mut self,
        function: FunctionRef,
        given: usize,
        outer: &Call,
        place: usize,
    ) -> Option<(String, Type)> {
        let summary = self.engine().summary(function.module);
        if !is_as_annotated(summary, function.function, self.engine().origin(function.module)) {
            return None;
        }
        let arguments = self.summary().arguments_of(outer.site.expression)?;
        let (_, parameter) = self.parameter_at(function, given, arguments, place)?;
        let stated = self.inference_mut().stated_by_signature(function, parameter.annotation?);
        Some((summary.name(parameter.name).to_owned(), stated))
    }

    /// Whether a function of this file awaits one of its parameters, whatever the annotation says.
    fn awaits_parameter(&self, function: FunctionRef, parameter: &str) -> bool {
        if function.module != self.module() {
            return false;
        }
        let header = self.summary().function(function.function).header;
        self.uses_of_parameter(header, parameter).is_some_and(|uses| uses.is_awaited)
    }

    fn taken_as_text(&mut self, function: FunctionRef, outer: &Call, place: usize) -> TakenArgument {
        let summary = self.summary();
        let argument = summary.arguments_of(outer.site.expression).and_then(|given| given.get(place));
        let argument = argument.map_or(outer.span, |argument| summary.span(argument.value));
        let used = Some((UseKind::Formatting, argument));
        TakenArgument { used, ..self.taken_as_stated(function, self.slice(argument).to_owned()) }
    }

    fn taken_as_stated(&mut self, function: FunctionRef, parameter: String) -> TakenArgument {
        TakenArgument {
            function: self.function_name(function),
            definition: self.place_of_function(function),
            parameter,
            used: None,
            takes: None,
            others: 0,
        }
    }

    /// Returns the field of a data class that an argument sets.
    pub fn field_given(&mut self, class: ClassRef, outer: &Call, place: usize) -> Option<String> {
        let summary = self.summary();
        let arguments = summary.arguments_of(outer.site.expression)?;
        match arguments[place].kind {
            ArgumentKind::Keyword(name) => Some(summary.name(name))
                .filter(|name| self.inference_mut().stores_as_given(class, name))
                .map(str::to_owned),
            ArgumentKind::Positional if are_positional(&arguments[..place]) => {
                self.inference_mut().field_at(class, place)
            }
            _ => None,
        }
    }

    /// Returns whether a stated type allows no coroutine inside such displays.
    pub fn states_value_inside(&mut self, stated: Type, nesting: &[Nesting]) -> bool {
        let inside = nesting
            .iter()
            .fold(stated, |stated, nesting| self.inference_mut().stated_inside(stated, *nesting));
        self.inference_mut().is_value(inside)
    }

    /// Returns whether the innermost call around a call is one that runs coroutines.
    pub fn is_inside_runner(&self, call: &Call) -> bool {
        self.is_in_runner(call.span)
    }

    /// Returns whether the innermost call around a value is one that runs coroutines.
    pub fn is_in_runner(&self, value: Span) -> bool {
        self.next_call_around(value).is_some_and(|outer| self.runs_coroutines(outer))
    }

    /// Returns the call that receives a value, and the index of the argument.
    pub fn call_around(&self, value: Span) -> Option<(Call, usize)> {
        let summary = self.summary();
        let outer = self.next_call_around(value)?;
        let is_it = |argument: &Argument| summary.span(argument.value) == value;
        let place = summary.arguments_of(outer.expression)?.iter().position(is_it)?;
        (!self.runs_coroutines(outer)).then(|| (call_of(summary, outer), place))
    }

    /// Returns the innermost call that has a value among its arguments, however deep.
    pub fn next_call_around(&self, value: Span) -> Option<&'e CallSite> {
        let summary = self.summary();
        let before = summary.calls[..summary.place_of_call(value)].iter().rev();
        before.take(MOST_BESIDE).find(|site| summary.span(site.expression).end >= value.end)
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
    pub fn parameter_at(
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

/// Returns the argument of another call that goes to the same parameter as the argument of a call at an index.
fn same_argument<'a>(given: &[Argument], place: usize, others: &'a [Argument]) -> Option<&'a Argument> {
    match given[place].kind {
        ArgumentKind::Positional => others
            .get(place)
            .filter(|_| are_positional(&given[..place]) && others.get(..=place).is_some_and(are_positional)),
        ArgumentKind::Keyword(name) => {
            others.iter().find(|other| matches!(other.kind, ArgumentKind::Keyword(other) if other == name))
        }
        _ => None,
    }
}

/// Returns whether the annotations of a function say what it takes: it is not decorated, and not the implementation behind overloads.
fn is_as_annotated(summary: &Summary, function: FunctionId, origin: Origin) -> bool {
    let definition = summary.function(function);
    let is_plain = definition.decorators.len == 0 && !definition.is_placeholder;
    (is_plain || origin == Origin::StandardLibrary) && !definition.asks_if_async
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
