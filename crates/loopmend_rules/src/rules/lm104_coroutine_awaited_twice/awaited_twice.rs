//! Detects coroutines bound to a local name that are consumed twice on every control flow path. Only a rule
//! that found a coroutine runs this analysis.

use loopmend_catalog::{Role, named};
use loopmend_core::{Place, Span};
use loopmend_flow::{
    Analysis, Bind, Compound, Form, FunctionFlow, Step, StepKind, StepsLeft, Used, Wait, WaitBy, run,
    run_from,
};
use loopmend_index::summary::{ArgumentKind, Expression, Function, FunctionId, NameId, Protocol, ScopeKind};
use loopmend_paths::Reach;
use loopmend_python::ast::{AnyNodeRef, ExceptHandler, Expr, ExprCall, StmtWith};
use loopmend_python::text_size::{Ranged, TextRange, TextSize};
use loopmend_python::{last_name, nodes_around, range_of, span};
use loopmend_semantic::File;
use loopmend_semantic::file::Call;
use loopmend_semantic::file::fate::assigned::{NamesUsed, bound_name};
use loopmend_semantic::file::fate::awaited::mentions;
use loopmend_semantic::file::fate::value_use::gives_on;
use loopmend_semantic::infer::{AwaitableSource, FunctionRef};

/// A coroutine that is consumed twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AwaitedTwice {
    /// The name that the coroutine is bound to.
    pub(crate) name: String,
    /// The name at the first use.
    pub(crate) first: Span,
    /// The name at the second use.
    pub(crate) again: Span,
    /// Whether the second use is in the next iteration of the same loop.
    pub(crate) is_in_next_turn: bool,
}

/// Returns the uses of the coroutine of a call that is bound to a local name and consumed twice, on
/// every control flow path. Awaiting a coroutine and creating a task from it both consume it. Returns
/// `None` inside a function that mentions `RuntimeError`, where this is expected.
pub(crate) fn awaited_twice(file: &File, call: &Call) -> Option<AwaitedTwice> {
    file.is_bound_to_name(call).then(|| {
        let tree = file.tree_within(call.span.start);
        let around = nodes_around(&tree, call.span);
        file.flow_around(call.span, |flow| {
            twice_in((file.names_used(), file.steps_left()), flow, &around, file.text(), call.span)
        })
    })?
}

/// A parameter whose coroutine is consumed twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ParameterAwaitedTwice {
    /// The header of the function.
    pub(crate) header: Span,
    /// The qualified name of the function.
    pub(crate) symbol: String,
    /// The uses of the parameter.
    pub(crate) twice: AwaitedTwice,
    /// The first call that passes a coroutine, if no annotation says so.
    pub(crate) given: Option<Place>,
}

/// Returns the parameters of `async def` functions that are consumed twice on every control flow path, and that are annotated as a
/// coroutine, or for which every call of the project passes one, in source order.
pub(crate) fn parameters_awaited_twice(file: &mut File) -> Vec<ParameterAwaitedTwice> {
    let summary = file.summary();
    let mut found = Vec::new();
    let functions = (0..).map(FunctionId).zip(&summary.functions);
    for (id, function) in functions.filter(|(_, function)| function.is_async) {
        for (place, parameter) in function.parameters.iter().enumerate() {
            let is_coroutine = parameter.annotation.is_some_and(|annotation| {
                let annotated = match summary.expression(annotation) {
                    Expression::Subscript { value, .. } => value,
                    _ => annotation,
                };
                summary.last_name(annotated) == Some("Coroutine")
            });
            let may_be_coroutine = is_coroutine
                || parameter.annotation.is_none() && awaits_itself(file, function, parameter.name);
            if !may_be_coroutine || is_in_function_mentioning(file, function, RAISED) {
                continue;
            }
            let name = summary.name(parameter.name);
            let Some(twice) = file.flow_of(function.header, |flow| parameter_twice(file, flow, name)) else {
                continue;
            };
            let given = if is_coroutine { None } else { coroutine_always_given(file, id, place) };
            if is_coroutine || given.is_some() {
                found.push(ParameterAwaitedTwice {
                    header: function.header,
                    symbol: summary.qualified_name(function.scope),
                    twice,
                    given,
                });
            }
        }
    }
    found
}

/// Returns whether a function awaits the value of a name, and no call of it.
fn awaits_itself(file: &File, function: &Function, name: NameId) -> bool {
    let summary = file.summary();
    summary.protocol_uses.iter().any(|used| {
        used.protocol == Protocol::Await
            && used.scope == function.scope
            && matches!(summary.expression(used.value), Expression::Name(other) if other == name)
    })
}

/// Returns the first call that passes a coroutine for a parameter, if each call of the project does.
fn coroutine_always_given(file: &mut File, function: FunctionId, place: usize) -> Option<Place> {
    let (module, summary) = (file.module(), file.summary());
    let name = summary.name(summary.function(function).parameters[place].name);
    let place = place.checked_sub(usize::from(summary.class_of(function).is_some()))?;
    let engine = file.engine();
    let inference = file.inference_mut();
    inference.rest_on_all_texts();
    let callers = inference.callers_of(FunctionRef { module, function });
    let mut first = None;
    for reach in &callers.all {
        let Reach::From { at: Some((caller, call)), .. } = reach else { return None };
        let of_caller = engine.summary(*caller);
        let site = of_caller.calls[*call as usize];
        let given =
            of_caller.arguments_of(site.expression)?.iter().enumerate().find(|(at, argument)| match argument
                .kind
            {
                ArgumentKind::Positional => *at == place,
                ArgumentKind::Keyword(keyword) => of_caller.name(keyword) == name,
                _ => false,
            });
        let (_, argument) = given?;
        let value = inference.expression(*caller, site.scope, argument.value);
        let is_coroutine = inference
            .awaitable(value)
            .is_some_and(|(source, function)| source == AwaitableSource::Definition && function.is_some());
        if !is_coroutine {
            return None;
        }
        let path = engine.shown_path(*caller)?;
        first.get_or_insert(Place::Span { path, span: of_caller.span(argument.value) });
    }
    first.filter(|_| !callers.is_cut)
}

/// Returns whether a function is nested in one whose text has a word.
fn is_in_function_mentioning(file: &File, function: &Function, word: &str) -> bool {
    let summary = file.summary();
    let mut around = summary.scopes_from(function.scope).skip(1);
    around.any(|scope| match summary.scope(scope).kind {
        ScopeKind::Function(outer) => {
            let outer = summary.function(outer);
            file.has_text(Span::new(outer.header.start, outer.end), word)
        }
        _ => false,
    })
}

fn parameter_twice(file: &File, flow: &FunctionFlow, name: &str) -> Option<AwaitedTwice> {
    // Not a name of other scopes.
    file.names_used().of(name, flow.function)?;
    if !file.names_used().may_be_consumed_twice(name, flow.function) {
        return None;
    }
    let last_mention = file.names_used().last_mention(name, flow.function)?;
    let mut search = AwaitedBefore::new(name, TextRange::default(), last_mention);
    run(flow, &mut search, FRESH, file.steps_left());
    let (again, is_in_next_turn) = search.again?;
    Some(AwaitedTwice { name: name.to_owned(), first: search.first?, again, is_in_next_turn })
}

fn twice_in(
    (names_used, steps_left): (&NamesUsed, &StepsLeft),
    flow: &FunctionFlow,
    around: &[AnyNodeRef],
    text: &str,
    call: Span,
) -> Option<AwaitedTwice> {
    let range = range_of(call);
    if around.last().is_some_and(|node| gives_on(*node, range)) {
        return None;
    }
    let name = bound_name(around, range)?;
    // Not a name of other scopes.
    names_used.of(name, flow.function)?;
    if !names_used.may_be_consumed_twice(name, flow.function) {
        return None;
    }
    let last_mention = names_used.last_mention(name, flow.function)?;
    let functions = around.iter().rev().filter(|node| matches!(node, AnyNodeRef::StmtFunctionDef(_)));
    if functions.skip(1).any(|node| mentions(*node, text, &[RAISED])) {
        return None;
    }
    let mut search = AwaitedBefore::new(name, range, last_mention);
    run_from(flow, statement_of_body(around)?, &mut search, OTHER, steps_left);
    let (again, is_in_next_turn) = search.again?;
    Some(AwaitedTwice { name: name.to_owned(), first: search.first?, again, is_in_next_turn })
}

/// Returns the start of the statement, in the body of the innermost function, that contains an expression.
fn statement_of_body(around: &[AnyNodeRef]) -> Option<TextSize> {
    let function = around.iter().rposition(|node| matches!(node, AnyNodeRef::StmtFunctionDef(_)))?;
    around.get(function + 1).map(Ranged::start)
}

/// The possible states of the name, one bit each; no bit if control does not reach the point.
type States = u8;

/// The name holds something other than the coroutine.
const OTHER: States = 1;
/// The coroutine has not been consumed.
const FRESH: States = 2;
/// The coroutine has been consumed.
const USED: States = 4;

/// The exception of a coroutine that is awaited again.
const RAISED: &str = "RuntimeError";

/// The search for a second use of one coroutine.
struct AwaitedBefore<'a> {
    name: &'a str,
    /// The call that creates the coroutine.
    call: TextRange,
    /// The last occurrence of the name.
    last_mention: TextSize,
    /// The number of enclosing blocks that expect an exception.
    expecting: u32,
    /// The number of enclosing loops.
    loops: u32,
    /// The number of enclosing loops in their second turns.
    next_turns: u32,
    /// The number of `finally` blocks that are followed on one way only.
    unwatched: u32,
    first: Option<Span>,
    again: Option<(Span, bool)>,
}

impl<'a> AwaitedBefore<'a> {
    fn new(name: &'a str, call: TextRange, last_mention: TextSize) -> Self {
        Self {
            name,
            call,
            last_mention,
            expecting: 0,
            loops: 0,
            next_turns: 0,
            unwatched: 0,
            first: None,
            again: None,
        }
    }

    fn is_coroutine(&self, value: &Expr) -> bool {
        value.as_name_expr().is_some_and(|name| name.id.as_str() == self.name)
    }

    /// Returns the last argument of a call that consumes the coroutine. `gather` takes the same coroutine several
    /// times.
    fn consumed_by(&self, call: &ExprCall) -> Option<TextRange> {
        let consumer = call.func.as_attribute_expr()?;
        let is_module = consumer.value.as_name_expr().is_some_and(|name| name.id.as_str() == "asyncio");
        let role = if is_module { Role::ConsumesCoroutine } else { Role::MethodConsumesCoroutine };
        let mut arguments = call.arguments.args.iter().filter(|_| named(consumer.attr.as_str()).has(role));
        arguments.rfind(|argument| self.is_coroutine(argument)).map(Ranged::range)
    }

    fn consume(&mut self, place: TextRange, states: &mut States) {
        let is_seen = self.expecting == 0 && self.unwatched == 0;
        if *states == USED && is_seen && self.again.is_none() {
            self.again = Some((span(place), self.next_turns > 0));
        }
        if *states & FRESH != 0 {
            self.first.get_or_insert(span(place));
            *states = *states & !FRESH | USED;
        }
    }
}

impl<'a> Analysis<'a> for AwaitedBefore<'_> {
    type State = States;

    fn step(&mut self, step: &Step<'a>, states: &mut States) {
        match step.kind {
            StepKind::Wait(Wait { value, by: WaitBy::Await, .. }) if self.is_coroutine(value) => {
                self.consume(value.range(), states);
            }
            StepKind::Call(call, _) => {
                self.consumed_by(call).into_iter().for_each(|place| self.consume(place, states));
            }
            StepKind::Bind(Bind { target, value, .. }) if target.names().contains(&self.name) => {
                let is_coroutine = value.is_some() && step.at.contains_range(self.call);
                *states = if is_coroutine { FRESH } else { OTHER };
            }
            StepKind::Delete(target) if self.is_coroutine(target) => *states = OTHER,
            _ => {}
        }
    }

    fn join(&self, states: &mut States, other: States) {
        *states |= other;
    }

    /// An `await` that raises has consumed the coroutine.
    fn may_raise_before(&self, step: &Step<'a>) -> bool {
        match step.kind {
            StepKind::Call(call, used) => self.consumed_by(call).is_none() || used != Used::Awaited,
            StepKind::Wait(Wait { value, .. }) => !self.is_coroutine(value),
            _ => true,
        }
    }

    fn swallows(&self, compound: &Compound<'a>) -> bool {
        let AnyNodeRef::StmtWith(statement) = compound.node else { return false };
        enters(statement, Role::GoesOnAfterException) || enters(statement, Role::ExpectsException)
    }

    fn enter(&mut self, compound: &Compound<'a>, is_entered: bool) {
        let change = |count: u32| if is_entered { count + 1 } else { count - 1 };
        match compound.node {
            AnyNodeRef::StmtTry(it) if it.handlers.iter().any(handles_second_await) => {
                self.expecting = change(self.expecting);
            }
            AnyNodeRef::StmtWith(it) if enters(it, Role::ExpectsException) => {
                self.expecting = change(self.expecting);
            }
            _ if matches!(compound.form, Form::Loop { .. }) => self.loops = change(self.loops),
            _ => {}
        }
    }

    fn turn(&mut self, is_next: bool) {
        self.next_turns = if is_next { self.next_turns + 1 } else { self.next_turns - 1 };
    }

    fn ends_before(&self, at: TextRange) -> bool {
        self.loops == 0 && at.start() > self.last_mention
    }

    fn watch(&mut self, is_watching: bool) {
        self.unwatched = if is_watching { self.unwatched - 1 } else { self.unwatched + 1 };
    }

    fn skips(&self, compound: &Compound<'a>, states: &States) -> bool {
        self.loops == 0 && *states == OTHER && compound.at().end() <= self.call.start()
    }
}

/// Returns whether a handler catches the exception of a second `await`.
fn handles_second_await(handler: &ExceptHandler) -> bool {
    let ExceptHandler::ExceptHandler(handler) = handler;
    let is_raised = |caught: &Expr| caught.as_name_expr().is_some_and(|name| name.id.as_str() == RAISED);
    match handler.type_.as_deref() {
        Some(Expr::Tuple(several)) => several.iter().any(is_raised),
        Some(one) => is_raised(one),
        None => false,
    }
}

/// Returns whether a `with` enters the value of a call with a role.
fn enters(statement: &StmtWith, role: Role) -> bool {
    let mut calls = statement.items.iter().filter_map(|item| item.context_expr.as_call_expr());
    calls.any(|call| named(last_name(&call.func)).has(role))
}

#[cfg(test)]
mod tests {
    use loopmend_core::{SourceKind, SourceText, Span};
    use loopmend_flow::FunctionFlow;
    use loopmend_python::{SyntaxTree, function_around};
    use loopmend_semantic::file::NamesUsed;

    use super::{StepsLeft, nodes_around, twice_in};

    /// Returns the line, counted from 1, where `c`, bound to `f()`, is consumed again in a function with
    /// this body. The number is negative for the next iteration of a loop.
    fn again(body: &str) -> Option<i64> {
        let lines: String = body.lines().map(|line| format!("    {line}\n")).collect();
        let text = format!("async def main(a, b):\n{lines}");
        let start = text.find("f()").expect("the text calls f") as u32;
        let tree = SyntaxTree::parse(&SourceText::new(text.as_str(), SourceKind::Python));
        let call = Span::new(start, start + 3);
        let around = nodes_around(&tree, call);
        let flow = FunctionFlow::of(function_around(&around)?);
        let found = twice_in((&NamesUsed::default(), &StepsLeft::default()), &flow, &around, &text, call)?;
        let line = text[..found.again.start as usize].matches('\n').count() as i64;
        Some(if found.is_in_next_turn { -line } else { line })
    }

    #[test]
    fn a_second_await_is_found() {
        assert_eq!(again("c = f()\nawait c\nawait c"), Some(3));
        assert_eq!(again("c = f()\nx = await c\nreturn [await c]"), Some(3));
        assert_eq!(again("c = f()\nasyncio.create_task(c)\nawait c"), Some(3));
        assert_eq!(again("c = f()\nawait asyncio.wait_for(c, 1)\nawait asyncio.gather(b, c)"), Some(3));
        assert_eq!(again("c = f()\nloop.run_until_complete(c)\nasyncio.run(c)"), Some(3));
        assert_eq!(again("if a:\n    c = f()\n    await c\n    if b:\n        await c"), Some(5));
        assert_eq!(again("c = f()\nif a:\n    await c\nelse:\n    await c\nawait c"), Some(6));
        assert_eq!(again("await (c := f())\nawait c"), None);
        assert_eq!(again("if (c := f()):\n    await c\n    await c"), Some(3));
    }

    #[test]
    fn a_loop_comes_back() {
        assert_eq!(again("c = f()\nfor x in a:\n    await c"), Some(-3));
        assert_eq!(again("c = f()\nwhile a:\n    if b:\n        continue\n    await c"), None);
        let retried = "c = f()\nfor x in a:\n    try:\n        return await c\n    except E:\n        pass";
        assert_eq!(again(retried), Some(-4));
        for body in [
            "c = f()\nfor x in a:\n    await c\n    break",
            "for x in a:\n    c = f()\n    await c",
            "c = f()\nfor x in a:\n    await c\n    c = f()",
            "c = f()\nwhile True:\n    if b:\n        return await c",
            "c = f()\nfor x in a:\n    if x:\n        await c",
        ] {
            assert_eq!(again(body), None, "{body}");
        }
    }

    #[test]
    fn other_ways_and_other_values_are_left_alone() {
        for body in [
            "c = f()\nawait c",
            "c = f()\nif a:\n    await c\nelse:\n    await c",
            "c = f()\nif a:\n    await c\nif b:\n    await c",
            "c = f()\nif a:\n    return await c\nawait c",
            "c = f()\nawait c\nc = f()\nawait c",
            "c = f()\nc = await c\nawait c",
            "c = f() if a else b\nawait c\nawait c",
            "c = f()\nawait asyncio.gather(c, c)",
            "c = f()\nx = await c if a else await c",
            "c = f()\na and await c\nawait c",
            "c = f()\ntry:\n    await a\n    await c\nexcept E:\n    await c",
            "c = f()\ntry:\n    asyncio.run(c)\nexcept RuntimeError:\n    loop.run_until_complete(c)",
            "c = f()\nawait c\ntry:\n    await c\nexcept RuntimeError:\n    pass",
            "c = f()\nawait c\nwith raises(RuntimeError):\n    await c",
            "c = f()\nwith move_on_after(1):\n    await a\n    await c\nawait c",
            "c = f()\nfor c in a:\n    await c",
            "c = f()\nawait c\nasync with a as c:\n    await c",
            "c = f()\nawait c\nlambda: await c",
            "c = f()\nawait c\ndef g(c):\n    return c",
            "c = f()\nawait c\nmatch a:\n    case c:\n        await c",
            "global c\nc = f()\nawait c\nawait c",
            "c = f()\nfor x in a:\n    [g(c) for y in x]",
        ] {
            assert_eq!(again(body), None, "{body}");
        }
    }

    #[test]
    fn ways_through_finally_and_patterns_are_followed() {
        assert_eq!(again("c = f()\ntry:\n    return await c\nfinally:\n    await c"), Some(5));
        assert_eq!(again("c = f()\nawait c\nmatch a:\n    case B():\n        await c"), Some(5));
        assert_eq!(again("c = f()\ntry:\n    x = 1\n    await c\nexcept E:\n    await c"), Some(6));
        assert_eq!(again("c = f()\ntry:\n    g()\n    await c\nexcept E:\n    await c"), None);
        assert_eq!(again("c = f()\ntry:\n    return await c\nfinally:\n    await a"), None);
        assert_eq!(again("c = f()\ntry:\n    await asyncio.create_task(c)\nexcept E:\n    await c"), Some(5));
        assert_eq!(again("c = f()\nfor x in a:\n    y = [g(z) for z in b]\n    await c"), Some(-4));
    }

    #[test]
    fn a_handler_or_finally_may_follow_what_came_before() {
        for body in [
            "c = f()\ntry:\n    asyncio.create_task(c)\nexcept E:\n    asyncio.run(c)",
            "c = f()\ntry:\n    x = a[b]\n    await c\nexcept E:\n    await c",
            "c = f()\ntry:\n    x = a.b\n    await c\nexcept E:\n    await c",
            "c = f()\ntry:\n    import x\n    await c\nexcept E:\n    await c",
            "c = f()\ntry:\n    assert a\n    await c\nexcept E:\n    await c",
            "c = f()\ntry:\n    del a.b\n    await c\nexcept E:\n    await c",
            "c = f()\nd = False\ntry:\n    if a:\n        d = True\n        await c\nfinally:\n    if not d:\n        await c",
            "c = f()\ntry:\n    if a:\n        return await c\nfinally:\n    if not d:\n        await c",
        ] {
            assert_eq!(again(body), None, "{body}");
        }
        assert_eq!(again("c = f()\nawait c\ntry:\n    x = a[b]\nexcept E:\n    await c"), Some(6));
    }

    #[test]
    fn what_fails_when_it_is_awaited_is_used_up() {
        assert_eq!(again("c = f()\ntry:\n    await c\nexcept E:\n    await c"), Some(5));
        assert_eq!(
            again("c = f()\ntry:\n    x = await asyncio.wait_for(c, 1)\nexcept E:\n    x = await c"),
            Some(5)
        );
        assert_eq!(again("c = f()\ntry:\n    await c\nfinally:\n    await c"), Some(5));
    }
}
