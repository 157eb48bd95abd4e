//! Calls that pass an async callable for a parameter that is called but not awaited.

use super::fate::Held;
use std::borrow::Cow;
use std::rc::Rc;

use loopmend_catalog::Role;
use loopmend_core::Span;
use loopmend_index::calls::name_or_attribute;
use loopmend_index::summary::{
    Argument, ArgumentKind, CallSite, Expression, ExpressionId, FunctionId, NameId, Parameter, ScopeId,
    ScopeKind, Summary, Usage,
};
use loopmend_index::test_files::is_test_file;
use rustc_hash::FxHashSet;

use super::argument_use::are_positional;
use crate::file::{Call, Coroutine, File, TakenArgument, call_of};
use crate::infer::{AwaitableSource, FunctionRef, Slot, SlotKind, Type, names_of_slots};

/// A call that may pass an async callable to a slot.
#[derive(Clone, Copy, Debug)]
pub struct SlotCall {
    /// The call; for a decorator, its place.
    pub call: Call,
    candidate: Candidate,
}

/// Why a call may pass an async callable to a slot.
#[derive(Clone, Copy, Debug)]
enum Candidate {
    /// The callee has the last part of a slot's documented name.
    Named(&'static str),
    /// A decorator of that name is directly above an `async def`.
    Decorator(&'static str, FunctionId),
    /// An argument has the name of an `async def` of the file.
    Given,
}

/// An async callable in a slot, whose coroutine is never awaited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledSlot {
    /// The owner of the slot: a documented name such as `asyncio.to_thread`, or the qualified name of a
    /// project function.
    pub name: Cow<'static, str>,
    /// How the result of the callable is used.
    pub kind: SlotKind,
    /// The coroutine that the callable returns.
    pub coroutine: Coroutine,
    /// The argument that is the callable.
    pub argument: Span,
    /// Whether the argument is positional.
    pub is_positional: bool,
    /// Whether the argument is the `async def` itself, not something that calls it.
    pub is_function: bool,
    /// The number of arguments of the call.
    pub arguments: usize,
    /// Whether the call has keyword arguments.
    pub has_keywords: bool,
    /// The `async def` behind the callable.
    pub function: Option<FunctionRef>,
}

/// A callable that returns nothing, as an annotation says, for which an `async def` is passed.
#[derive(Clone, Debug)]
pub struct FilledProcedure {
    /// What takes the callable.
    pub taken: TakenArgument,
    /// The coroutine that the callable returns.
    pub coroutine: Coroutine,
    /// The argument.
    pub argument: Span,
}

impl<'e> File<'e> {
    /// Returns the calls and decorators that may pass an async callable to a slot.
    pub fn slot_calls(&self) -> Rc<[SlotCall]> {
        self.slot_calls.get_or_init(|| self.find_slot_calls().into()).clone()
    }

    fn find_slot_calls(&self) -> Vec<SlotCall> {
        let summary = self.summary();
        let names = names_of_slots(summary);
        let functions = (0..).map(FunctionId).zip(&summary.functions);
        let async_functions: Vec<_> =
            functions.filter(|(_, function)| function.is_async && !function.is_generator).collect();
        let async_names: FxHashSet<NameId> =
            async_functions.iter().map(|(_, function)| function.name).collect();
        if names.is_empty() && async_names.is_empty() {
            return Vec::new();
        }
        let called = |callee| names.get(&name_or_attribute(summary, callee)?).copied();
        let is_async = |argument: &Argument| {
            name_or_attribute(summary, argument.value).is_some_and(|name| async_names.contains(&name))
        };
        let calls = summary.calls.iter().filter_map(|site| {
            let call = summary.call(site.expression)?;
            let candidate = match called(call.callee) {
                Some(called) => Candidate::Named(called),
                None if summary.arguments(call.arguments).iter().any(is_async) => Candidate::Given,
                None => return None,
            };
            Some(SlotCall { call: call_of(summary, site), candidate })
        });
        let decorators = async_functions.iter().filter_map(|(id, function)| {
            let decorator = *summary.list(function.decorators).last()?;
            let candidate = Candidate::Decorator(called(decorator)?, *id);
            Some(SlotCall { call: decoration(summary, function.scope, decorator), candidate })
        });
        calls.chain(decorators).collect()
    }

    /// Returns the async callable that a call passes to a slot, if its coroutine is lost. Returns `None`
    /// where an exception is expected, and in a function that checks whether something is asynchronous.
    pub fn filled_slot(&mut self, slot_call: &SlotCall) -> Option<FilledSlot> {
        let SlotCall { call, candidate } = slot_call;
        if call.site.expects_exception || asks_if_async(self.summary(), call.site.scope) {
            return None;
        }
        match candidate {
            Candidate::Named(_) => self.filled_by_argument(slot_call),
            Candidate::Decorator(called, function) => self.filled_by_decorator(call, called, *function),
            Candidate::Given => self.filled_in_project(call),
        }
    }

    /// Returns the `async def` of the file that a call of the project passes for a callable that returns nothing, as the annotation of the
    /// parameter or field says.
    pub fn filled_procedure(&mut self, slot_call: &SlotCall) -> Option<FilledProcedure> {
        let SlotCall { call, candidate: Candidate::Given } = slot_call else { return None };
        if call.site.expects_exception || asks_if_async(self.summary(), call.site.scope) {
            return None;
        }
        let (module, summary) = (self.module(), self.summary());
        let arguments = summary.arguments_of(call.site.expression)?;
        (0..arguments.len()).find_map(|place| {
            let value = arguments[place].value;
            let callable = self.inference_mut().async_callable(module, call.site.scope, value)?;
            if callable.source != AwaitableSource::Definition || !callable.is_function {
                return None;
            }
            let (taken, stated) = self.stated_argument(call, place)?;
            let [only] = stated[..] else { return None };
            if !self.inference().is_procedure(only) {
                return None;
            }
            if self.may_know_coroutines(call) {
                return None;
            }
            let argument = summary.span(value);
            let coroutine = self.describe(argument, callable.source, callable.function);
            Some(FilledProcedure { taken, coroutine, argument })
        })
    }

    /// Returns whether the module of a callee mentions what runs a coroutine or asks for one, so that its annotation may say too little.
    fn may_know_coroutines(&mut self, call: &Call) -> bool {
        let module = self.module();
        let called = self.inference_mut().called(module, &call.site);
        called.into_iter().any(|part| {
            let module = match part {
                Type::Function(callee) => self.inference_mut().function_of(callee).module,
                Type::Class(class) => class.module,
                _ => return false,
            };
            self.inference_mut().rest_on_text(module);
            let summary = self.engine().summary(module);
            [Role::StartsTask, Role::TellsCoroutine].into_iter().any(|role| summary.mentions(role))
        })
    }

    /// Returns the slots that the argument at an index of a call may belong to, by the called name.
    pub fn slots_at(&self, SlotCall { call, candidate }: &SlotCall, place: usize) -> Vec<&'static Slot> {
        let summary = self.summary();
        let Some(arguments) = summary.arguments_of(call.site.expression) else { return Vec::new() };
        let Candidate::Named(called) = candidate else { return Vec::new() };
        Slot::called_as(called).filter(|slot| takes(slot, summary, arguments, place)).collect()
    }

    fn filled_by_argument(&mut self, slot_call: &SlotCall) -> Option<FilledSlot> {
        let call = &slot_call.call;
        let summary = self.summary();
        let arguments = summary.arguments_of(call.site.expression)?;
        (0..arguments.len()).find_map(|place| {
            let slots = self.slots_at(slot_call, place);
            let may_be_filled = !slots.is_empty() && may_be_callable(summary, arguments[place].value);
            if may_be_filled { self.filled_by(call, arguments, place, &slots) } else { None }
        })
    }

    /// Returns the slot of a project function that only calls a parameter and discards the result.
    fn filled_in_project(&mut self, call: &Call) -> Option<FilledSlot> {
        let module = self.module();
        let called = self.inference_mut().called(module, &call.site);
        let dropping = self.inference_mut().dropping_function(&called)?;
        let definition = self.engine().summary(dropping.module).function(dropping.function);
        let arguments = self.summary().arguments_of(call.site.expression)?;
        arguments.iter().enumerate().find_map(|(place, argument)| {
            let parameter = self.dropped_parameter(dropping, arguments, place)?;
            let callable = self.inference_mut().async_callable(module, call.site.scope, argument.value)?;
            // In an `async def` the call itself is known to give a coroutine, by what callers give.
            let is_told_there = definition.is_async && parameter.annotation.is_none();
            if is_told_there || callable.source != AwaitableSource::Definition {
                return None;
            }
            let span = self.summary().span(argument.value);
            Some(FilledSlot {
                name: self.function_name(dropping).into(),
                kind: SlotKind::Function,
                coroutine: self.describe(span, callable.source, callable.function),
                argument: span,
                is_positional: argument.kind == ArgumentKind::Positional,
                is_function: callable.is_function,
                arguments: arguments.len(),
                has_keywords: false,
                function: callable.function,
            })
        })
    }

    /// Returns the parameter that receives the argument at an index, if the function discards its result.
    fn dropped_parameter(
        &self,
        function: FunctionRef,
        arguments: &[Argument],
        place: usize,
    ) -> Option<&'e Parameter> {
        let definition = self.engine().summary(function.module).function(function.function);
        let (index, parameter) = self.parameter_at(function, 0, arguments, place)?;
        let is_dropped = index < u32::BITS as usize && definition.drops >> index & 1 == 1;
        is_dropped.then_some(parameter)
    }

    /// Returns the slot of a decorator that receives the `async def` below it. The decorator need not
    /// return anything.
    fn filled_by_decorator(&mut self, call: &Call, called: &str, function: FunctionId) -> Option<FilledSlot> {
        let is_first = |slot: &&Slot| slot.place == 0 && Held::by_slot(slot.kind).is_none();
        let slots: Vec<&'static Slot> = Slot::called_as(called).filter(is_first).collect();
        let module = self.module();
        let types = self.inference_mut().called(module, &call.site);
        let slot = self.inference_mut().called_slot(&types, &slots)?;
        let argument = self.summary().function(function).header;
        let function = FunctionRef { module, function };
        Some(FilledSlot {
            name: slot.name.into(),
            kind: slot.kind,
            coroutine: self.describe(argument, AwaitableSource::Definition, Some(function)),
            argument,
            is_positional: true,
            is_function: true,
            arguments: 1,
            has_keywords: false,
            function: Some(function),
        })
    }

    fn filled_by(
        &mut self,
        call: &Call,
        arguments: &[Argument],
        place: usize,
        slots: &[&'static Slot],
    ) -> Option<FilledSlot> {
        let Argument { kind, value } = arguments[place];
        let module = self.module();
        let callable = self.inference_mut().async_callable(module, call.site.scope, value)?;
        let called = self.inference_mut().called(module, &call.site);
        let slot = self.inference_mut().called_slot(&called, slots)?;
        let is_keyword = |argument: &Argument| {
            matches!(argument.kind, ArgumentKind::Keyword(_) | ArgumentKind::DoubleStarred)
        };
        let is_lost = match Held::by_slot(slot.kind) {
            Some(held) => self.loses(call.span, held),
            None if slot.kind == SlotKind::RefusingPortal => call.site.usage != Usage::Dropped,
            None => slot.kind != SlotKind::Wrapper || callable.is_function,
        };
        let argument = self.summary().span(value);
        // What is known by an annotation only is named as it is written, on one line.
        let has_name = callable.function.is_some() || !self.slice(argument).contains('\n');
        (is_lost && has_name && !self.may_be_replaced(slot.definition)).then(|| FilledSlot {
            name: slot.name.into(),
            kind: slot.kind,
            coroutine: self.describe(argument, callable.source, callable.function),
            argument,
            is_positional: kind == ArgumentKind::Positional,
            is_function: callable.is_function,
            arguments: arguments.len(),
            has_keywords: arguments.iter().any(is_keyword),
            function: callable.function,
        })
    }
}

impl File<'_> {
    /// Returns whether the project may replace the class of a slot by its own, which may await the
    /// argument. It may if this file, or a file without tests, has the quoted names of the class and of its
    /// module.
    fn may_be_replaced(&mut self, definition: &'static str) -> bool {
        let Some((path, class)) = definition.rsplit_once('.') else { return false };
        if !class.starts_with(char::is_uppercase) {
            return false;
        }
        self.inference_mut().rest_on_all_texts();
        let module = path.split('.').next().unwrap_or(path);
        let quoted = [format!("\"{class}\""), format!("'{class}'")];
        let may_replace =
            |text: &str| text.contains(module) && quoted.iter().any(|quoted| text.contains(quoted));
        let project = self.engine().project();
        let in_project = || {
            let mut files = project.files().iter().filter(|file| !is_test_file(&file.display));
            files.any(|file| project.read(&file.path).is_ok_and(|source| may_replace(&source.text)))
        };
        may_replace(self.text()) || self.engine().replaced_classes.get_or_make(definition, in_project)
    }
}

/// Returns whether a function around a scope checks whether something is asynchronous.
pub fn asks_if_async(summary: &Summary, scope: ScopeId) -> bool {
    summary.scopes_from(scope).any(|id| match summary.scope(id).kind {
        ScopeKind::Function(function) => summary.function(function).asks_if_async,
        _ => false,
    })
}

/// Returns a decorator of a function as a call.
fn decoration(summary: &Summary, function: ScopeId, decorator: ExpressionId) -> Call {
    let span = summary.span(decorator);
    let scope = summary.scope_around(function);
    let site = CallSite {
        expression: decorator,
        scope,
        usage: Usage::Other,
        expects_exception: summary.expects_exception_at(scope, span),
        is_awaited_in_sibling: false,
        is_used_in_sibling: false,
        is_beside_await: false,
        catches_runtime_error: false,
        expects_runtime_error: false,
        ignores_exceptions: false,
        is_in_script: false,
        branches: 0,
    };
    Call { site, span, callee: span }
}

/// Returns whether the argument at an index belongs to a slot.
pub(super) fn takes(slot: &Slot, summary: &Summary, arguments: &[Argument], place: usize) -> bool {
    match arguments[place].kind {
        ArgumentKind::Positional => slot.place == place && are_positional(&arguments[..place]),
        ArgumentKind::Keyword(name) => summary.name(name) == slot.parameter,
        ArgumentKind::Starred | ArgumentKind::DoubleStarred => false,
    }
}

fn may_be_callable(summary: &Summary, expression: ExpressionId) -> bool {
    matches!(
        summary.expression(expression),
        Expression::Name(_)
            | Expression::Attribute { .. }
            | Expression::Call { .. }
            | Expression::Either { .. }
            | Expression::Lambda(_)
    )
}
