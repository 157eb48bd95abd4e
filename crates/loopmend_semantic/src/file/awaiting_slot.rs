//! Calls that await an argument that is not awaitable.

use loopmend_core::{Place, Span};
use loopmend_index::calls::name_or_attribute;
use loopmend_index::summary::{
    Argument, ArgumentKind, BindingKind, CallSite, Expression, ExpressionId, NameId, Summary,
};
use rustc_hash::FxHashSet;

use super::slot_call::asks_if_async;
use crate::file::{Call, File, call_of};
use crate::infer::{AWAITING_SLOTS, AwaitingKind, AwaitingSlot, PlainFunction};

/// An argument that is awaited, or called and awaited, and that is not awaitable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unawaitable {
    /// The call that receives the argument.
    pub call: CallSpan,
    /// The documented name of the callee.
    pub name: &'static str,
    /// How the callee uses the argument.
    pub kind: AwaitingKind,
    /// The argument.
    pub argument: Span,
    /// Whether the argument is a call; otherwise it is the function itself.
    pub is_call: bool,
    /// The `await` keyword, with what separates it from the call, if the call is awaited before its value is passed.
    pub awaited: Option<Span>,
    /// The qualified name of the function.
    pub function: String,
    /// Whether the function is an `async def`.
    pub is_async: bool,
    /// Whether the function can be called without arguments.
    pub needs_nothing: bool,
    /// The definition of the function, if its text can be shown.
    pub definition: Option<Place>,
}

impl Unawaitable {
    /// Returns whether a call of the argument without arguments creates the coroutine that is needed.
    pub fn can_be_called(&self) -> bool {
        !self.is_call && self.is_async && self.needs_nothing
    }
}

/// The location of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallSpan {
    /// The range of the called expression.
    pub callee: Span,
    /// The qualified name of the enclosing scope.
    pub symbol: String,
}

impl File<'_> {
    /// Returns the arguments that are awaited but are not awaitable, in source order. Skips places where an
    /// exception is expected or handled, and functions that check whether something is asynchronous.
    pub fn unawaitables(&mut self) -> Vec<Unawaitable> {
        let summary = self.summary();
        let slots: Vec<(NameId, &'static AwaitingSlot)> =
            AWAITING_SLOTS.iter().filter_map(|slot| Some((summary.names.find(slot.called)?, slot))).collect();
        let mut found = Vec::new();
        if slots.is_empty() {
            return found;
        }
        let named = Named::of(summary);
        for site in &summary.calls {
            let Some(call) = summary.call(site.expression) else { continue };
            let Some(called) = name_or_attribute(summary, call.callee) else { continue };
            let mut slots =
                slots.iter().filter(|(name, _)| *name == called).map(|(_, slot)| *slot).peekable();
            if slots.peek().is_none() || site.expects_exception || asks_if_async(summary, site.scope) {
                continue;
            }
            let slots: Vec<_> = slots.collect();
            let first = found.len();
            for (place, argument) in summary.arguments(call.arguments).iter().enumerate() {
                let awaited = awaited_call(summary, argument);
                let is_elements = awaited.is_some() && argument.kind == ArgumentKind::Starred;
                let takes = |slot: &&&AwaitingSlot| match is_elements {
                    true => slot.parameter.is_none(),
                    false => takes(slot, summary, argument, place),
                };
                let slots: Vec<_> = slots.iter().filter(takes).copied().collect();
                if slots.is_empty() {
                    continue;
                }
                if let Some(call) = awaited {
                    found.extend(self.awaited_argument(site, call, &slots));
                } else if named.may_be_plain(summary, argument.value) {
                    found.extend(self.unawaitable(site, argument.value, &slots));
                }
            }
            if found.len() > first && self.handles_refusal(summary.span(site.expression)) {
                found.truncate(first);
            }
        }
        found
    }

    /// Returns the argument of a call that the call awaits, and that is certainly not awaitable, with the documented name of the callee.
    pub fn unawaitable_argument(&mut self, call: &Call) -> Option<(&'static str, Span)> {
        let (module, summary) = (self.module(), self.summary());
        let called = summary.last_name(call.site.expression)?;
        let is_slot = |slot: &&AwaitingSlot| slot.called == called && !slot.kind.calls();
        let slots: Vec<&'static AwaitingSlot> = AWAITING_SLOTS.iter().filter(is_slot).collect();
        if slots.is_empty() {
            return None;
        }
        let arguments = summary.arguments_of(call.site.expression)?.iter().enumerate();
        for (place, argument) in arguments {
            if !slots.iter().any(|slot| takes(slot, summary, argument, place)) {
                continue;
            }
            let inference = self.inference_mut();
            let value = inference.expression(module, call.scope(), argument.value);
            let parts = inference.parts(value);
            let is_wrong = !parts.is_empty()
                && !inference.is_given_by_callers()
                && parts.into_iter().all(|part| inference.certainly_not_awaitable(part));
            if is_wrong {
                let called = inference.called(module, &call.site);
                let slot = inference.called_awaiting_slot(&called, &slots)?;
                return Some((slot.name, summary.span(argument.value)));
            }
        }
        None
    }

    fn unawaitable(
        &mut self,
        site: &CallSite,
        argument: ExpressionId,
        slots: &[&'static AwaitingSlot],
    ) -> Option<Unawaitable> {
        let (module, summary) = (self.module(), self.summary());
        let is_call = summary.call(argument).is_some();
        let callable = summary.callee_or_itself(argument);
        let inference = self.inference_mut();
        let value = inference.expression(module, site.scope, callable);
        let plain = inference.unawaitable_function(value);
        let itself = if is_call { None } else { inference.function_itself(value) };
        let found = plain.or(itself)?;
        let called = inference.called(module, site);
        let slot = inference.called_awaiting_slot(&called, slots)?;
        let is_wrong = match slot.kind.calls() {
            true => !is_call && plain.is_some(),
            false => !is_call || plain.is_some(),
        };
        is_wrong.then(|| self.describe_unawaitable(site, argument, slot, found))
    }

    /// Returns the finding for a coroutine that is awaited too early: `gather(await f())`. The value of the coroutine has to be no
    /// awaitable.
    fn awaited_argument(
        &mut self,
        site: &CallSite,
        awaited: AwaitedCall,
        slots: &[&'static AwaitingSlot],
    ) -> Option<Unawaitable> {
        let module = self.module();
        let inference = self.inference_mut();
        let value = inference.expression(module, site.scope, awaited.value);
        let parts = inference.parts(value);
        let is_wrong = !parts.is_empty()
            && !inference.is_given_by_callers()
            && parts.iter().all(|part| inference.certainly_not_awaitable(*part));
        if !is_wrong {
            return None;
        }
        let callable = self.summary().callee_or_itself(awaited.call);
        let inference = self.inference_mut();
        let callable = inference.expression(module, site.scope, callable);
        let found = inference.function_itself(callable)?;
        let called = inference.called(module, site);
        let slot = inference.called_awaiting_slot(&called, slots).filter(|slot| !slot.kind.calls())?;
        let summary = self.summary();
        let (value, call) = (summary.span(awaited.value), summary.span(awaited.call));
        let keyword = Span { start: value.start, end: call.start };
        let described = self.describe_unawaitable(site, awaited.call, slot, found);
        Some(Unawaitable { argument: value, awaited: Some(keyword), ..described })
    }

    fn describe_unawaitable(
        &self,
        site: &CallSite,
        argument: ExpressionId,
        slot: &'static AwaitingSlot,
        PlainFunction { function, bound }: PlainFunction,
    ) -> Unawaitable {
        let summary = self.summary();
        let Call { callee, .. } = call_of(summary, site);
        let definition = self.engine().summary(function.module).function(function.function);
        let mut parameters = definition.parameters.iter().skip(bound);
        Unawaitable {
            call: CallSpan { callee, symbol: summary.qualified_name(site.scope) },
            name: slot.name,
            kind: slot.kind,
            argument: summary.span(argument),
            is_call: summary.call(argument).is_some(),
            awaited: None,
            function: self.function_name(function),
            is_async: definition.is_async,
            needs_nothing: parameters.all(|parameter| parameter.default.is_some() || parameter.is_variadic()),
            definition: self.place_of_function(function),
        }
    }
}

/// `await f()` in an argument.
#[derive(Clone, Copy)]
struct AwaitedCall {
    value: ExpressionId,
    call: ExpressionId,
}

/// Returns the call that an argument awaits: `await f()`, or `*[await f() for ...]`.
fn awaited_call(summary: &Summary, argument: &Argument) -> Option<AwaitedCall> {
    let value = match (argument.kind, summary.expression(argument.value)) {
        (ArgumentKind::Starred, Expression::Comprehension { element, .. }) => element,
        (ArgumentKind::Positional | ArgumentKind::Keyword(_), _) => argument.value,
        _ => return None,
    };
    let Expression::Await(call) = summary.expression(value) else { return None };
    summary.call(call).map(|_| AwaitedCall { value, call })
}

/// The names in a file that may be functions.
struct Named {
    /// The names of functions defined in the file or imported by name.
    functions: FxHashSet<NameId>,
    /// The names of `async def` functions of the file that no plain `def` shares.
    only_async: FxHashSet<NameId>,
}

impl Named {
    fn of(summary: &Summary) -> Self {
        let plain: FxHashSet<NameId> =
            summary.functions.iter().filter(|one| !one.is_async).map(|one| one.name).collect();
        let only_async = summary.functions.iter().filter(|one| one.is_async).map(|one| one.name);
        let only_async: FxHashSet<NameId> = only_async.filter(|name| !plain.contains(name)).collect();
        let mut functions: FxHashSet<NameId> = plain.union(&only_async).copied().collect();
        for entry in &summary.scope(Summary::MODULE_SCOPE).entries {
            let is_imported = summary
                .bindings_in(*entry)
                .iter()
                .any(|binding| matches!(binding.kind, BindingKind::ImportFrom { .. }));
            functions.extend(is_imported.then_some(entry.name));
        }
        Self { functions, only_async }
    }

    /// Returns whether an argument may be, or call, a function other than the `async def` functions of the
    /// file. Also returns `true` if it may be a function where its result is expected.
    fn may_be_plain(&self, summary: &Summary, argument: ExpressionId) -> bool {
        match summary.expression(argument) {
            Expression::Call { callee, .. } => {
                name_or_attribute(summary, callee).is_some_and(|name| !self.only_async.contains(&name))
            }
            Expression::Name(name) | Expression::Attribute { name, .. } => self.functions.contains(&name),
            Expression::Lambda(_) => true,
            _ => false,
        }
    }
}

/// Returns whether an argument at an index belongs to a slot.
pub fn takes(slot: &AwaitingSlot, summary: &Summary, argument: &Argument, place: usize) -> bool {
    match (argument.kind, slot.parameter) {
        (ArgumentKind::Positional, Some(_)) => place == 0,
        (ArgumentKind::Positional, None) => true,
        (ArgumentKind::Keyword(name), Some(parameter)) => summary.name(name) == parameter,
        _ => false,
    }
}
