//! Whether coroutines suspend, and what they wait for at the suspension point.

use loopmend_catalog::Role;
use loopmend_index::summary::{Binding, BindingKind, Expression, ExpressionId, ScopeId, Summary};

use super::fixture::argument_named;
use super::memo::Question;
use super::overload::Fit;
use super::types::Location;
use super::{BODIES, FunctionRef, Inference, SUBCLASSES, Type};
use crate::engine::ModuleId;

/// The timers of asyncio (docs.python.org/3/library/asyncio-task.html#sleeping, #timeouts).
const SLEEP: &str = "asyncio.tasks.sleep";
const WAIT_FOR: &str = "asyncio.tasks.wait_for";

impl Inference<'_> {
    /// Returns whether a coroutine of an `async def` may suspend before it finishes. One that never
    /// suspends finishes in the first step of its task.
    pub fn suspends(&mut self, function: FunctionRef) -> bool {
        !self.awaits_only(Question::Suspends(function), function, |inference, called, _| {
            !inference.suspends(called)
        })
    }

    /// Returns whether a coroutine of an `async def` waits only for timers or threads. The event loop keeps
    /// a reference to timers, and these to the task: `asyncio.sleep`, and `asyncio.wait_for` with a limit.
    pub fn waits_for_timers(&mut self, function: FunctionRef) -> bool {
        let question = Question::WaitsForTimers(function);
        self.is_defined_as(function, SLEEP)
            || self.runs_in_thread(function)
            || self.awaits_only(question, function, |inference, called, awaited| {
                let summary = inference.summary(function.module);
                let is_limited = inference.is_defined_as(called, WAIT_FOR) && has_limit(summary, awaited);
                is_limited || inference.waits_for_timers(called)
            })
    }

    /// Returns the `async def` functions that may implement a protocol method. These have the same name, in
    /// project classes with the members of the protocol (typing.python.org/en/latest/spec/protocol.html).
    /// Empty bodies are excluded. Returns nothing for other methods. This is an outermost query.
    pub fn implementations(&mut self, function: FunctionRef) -> Vec<FunctionRef> {
        self.begin();
        self.depend_on_module(SUBCLASSES);
        let engine = self.engine;
        let protocol = self.class_of(function).filter(|class| self.is_declared_protocol(*class));
        let Some(protocol) = protocol else { return Vec::new() };
        let summary = engine.summary(function.module);
        let methods = engine.async_methods(summary.name(summary.function(function.function).name));
        let mut implements = |method: &FunctionRef| {
            let does_nothing = engine.summary(method.module).function(method.function).is_placeholder;
            let class = self.class_of(*method);
            !does_nothing && class.is_some_and(|class| self.protocol_fits(protocol, class) != Fit::No)
        };
        methods.iter().copied().filter(|method| implements(method)).collect()
    }

    fn runs_in_thread(&mut self, function: FunctionRef) -> bool {
        self.known_as(function, Role::RunsInThread).is_some()
    }

    /// Returns whether an `async def` waits only for calls of certain functions, which receive the awaited
    /// expression. `question` is the query for such functions.
    fn awaits_only(
        &mut self,
        question: Question,
        function: FunctionRef,
        is_such: impl Fn(&mut Self, FunctionRef, ExpressionId) -> bool,
    ) -> bool {
        self.depend_on_module(BODIES);
        let answer = self.memoised(question, |inference| {
            let FunctionRef { module, function: id } = function;
            let summary = inference.summary(module);
            let definition = summary.function(id);
            let Some(awaited) = summary.only_awaited(id) else { return Type::Unknown };
            let at = Location::in_scope(module, definition.scope);
            let are_all = summary.list(awaited).iter().all(|awaited| {
                let called = inference.makers_of_awaited(at, *awaited);
                called.is_some_and(|called| called.into_iter().all(|it| is_such(inference, it, *awaited)))
            });
            if are_all { Type::Plain } else { Type::Unknown }
        });
        matches!(answer, Type::Plain | Type::Never)
    }

    /// Returns the `async def` functions, and the functions that wait for a thread, whose calls create the
    /// awaited value; `None` if something else may. This is an outermost query.
    pub fn awaited_makers(
        &mut self,
        module: ModuleId,
        scope: ScopeId,
        awaited: ExpressionId,
    ) -> Option<Vec<FunctionRef>> {
        self.begin();
        self.makers_of_awaited(Location::in_scope(module, scope), awaited)
    }

    fn makers_of_awaited(&mut self, at: Location, awaited: ExpressionId) -> Option<Vec<FunctionRef>> {
        let value = self.evaluate(at, awaited);
        let coroutines = self.parts(value).into_iter().map(|part| match part {
            Type::Coroutine(callee, _) => Some(self.function_of(callee)),
            _ => None,
        });
        coroutines.collect::<Option<_>>().or_else(|| {
            let summary = self.summary(at.module);
            let callee = summary.call(bound_once(summary, at.scope, awaited))?.callee;
            let called = self.evaluate(at, callee);
            let in_threads = self.parts(called).into_iter().map(|part| match part {
                Type::Function(callee) => {
                    Some(self.function_of(callee)).filter(|it| self.runs_in_thread(*it))
                }
                _ => None,
            });
            in_threads.collect()
        })
    }
}

/// Returns the value of a local name that is bound once; any other expression unchanged.
fn bound_once(summary: &Summary, scope: ScopeId, value: ExpressionId) -> ExpressionId {
    let Expression::Name(name) = summary.expression(value) else { return value };
    match summary.bindings_of(scope, summary.name(name)) {
        [Binding { kind: BindingKind::Value(bound), .. }] => *bound,
        _ => value,
    }
}

/// Returns whether a call of `wait_for` states a limit.
fn has_limit(summary: &Summary, call: ExpressionId) -> bool {
    let limit = argument_named(summary, call, "timeout", 1);
    limit.is_some_and(|limit| !matches!(summary.expression(limit), Expression::None))
}
