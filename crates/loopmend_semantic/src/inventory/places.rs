//! The places in a file that start, get, set, patch or close an event loop.

use std::sync::Arc;

use loopmend_catalog::{LoopAction, LoopCall, Role, is, loop_calls, loop_calls_named};
use loopmend_core::Span;
use loopmend_index::call_targets::{RUN_FUNCTIONS, RunFunction};
use loopmend_index::summary::{CallSite, Expression, ExpressionId, FunctionId, NameId, ScopeId, Summary};
use loopmend_paths::{Context, Contexts, Control, Hop, Made, OnLoop, Origins, Way, packages_with_threads};
use rustc_hash::FxHashSet;

use crate::file::loopless::list_loop_functions;
use crate::file::{Call, File, call_of};
use crate::infer::FunctionRef;

/// A place that uses an event loop.
#[derive(Clone, Debug)]
pub struct LoopPlace {
    /// The range of the call, of the function passed as a value, or of the decorator.
    pub span: Span,
    /// The documented name of the callee.
    pub name: &'static str,
    /// The effect on the event loop.
    pub action: LoopAction,
    /// The qualified name of the enclosing function; empty at the top level of the module. For a decorator,
    /// the decorated function.
    pub function: String,
    /// Whether the place is inside an `async def`.
    pub is_in_async: bool,
    /// Whether the file belongs to tests.
    pub is_in_tests: bool,
    /// The contexts in which the place runs.
    pub contexts: Arc<Contexts>,
    /// The local context of the place.
    pub(super) own: OwnWords,
}

/// The local context of a place, as far as it concerns the loop.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct OwnWords {
    /// Whether the callable is passed as a value rather than called.
    pub(super) is_given: bool,
    /// Whether an exception is expected.
    pub(super) expects_failure: bool,
    /// Whether the function sets a loop before.
    pub(super) sets_loop: bool,
    /// Whether the only argument is `None`.
    pub(super) takes_none: bool,
    /// The origin of the loop on which it is called, if known.
    pub(super) of: LoopOf,
    /// Whether the created loop is never closed.
    pub(super) is_unclosed: bool,
}

/// The origin of a loop.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum LoopOf {
    /// Unknown.
    #[default]
    Unknown,
    /// `asyncio.get_running_loop()`.
    Running,
    /// `asyncio.get_event_loop()`.
    Thread,
    /// `asyncio.new_event_loop()`.
    New,
}

impl LoopOf {
    fn new(origin: &str) -> Self {
        let last = origin.rsplit('.').next().unwrap_or(origin);
        match last {
            "get_running_loop()" => Self::Running,
            "get_event_loop()" => Self::Thread,
            "new_event_loop()" => Self::New,
            _ => Self::Unknown,
        }
    }
}

impl File<'_> {
    /// Returns all places of the file that use event loops, in source order. Used by `inventory`, not by
    /// rules.
    pub fn loop_places(&mut self) -> Vec<LoopPlace> {
        let names = names_of_callables(self.summary());
        if names.is_empty() {
            return Vec::new();
        }
        let mut places = self.called_places(&names);
        places.extend(self.given_places(&names));
        places.extend(self.decorating_places(&names));
        let unclosed: FxHashSet<Span> =
            self.unclosed_loops().into_iter().map(|unclosed| unclosed.call.span).collect();
        for place in &mut places {
            place.own.is_unclosed = unclosed.contains(&place.span);
        }
        places.sort_by_key(|place| (place.span.start, place.span.end));
        places
    }

    /// Returns the places that get the event loop of a thread in which a framework sets none, each with the way there. The
    /// framework calls plain functions in threads of its own.
    pub fn loops_of_foreign_threads(&mut self) -> Vec<(LoopPlace, Way)> {
        let places = self.plain_places(getting(), |known| known.action == LoopAction::Get, &is_elsewhere_too);
        let places = places.into_iter().filter(|place| !place.own.sets_loop);
        let found = places.filter_map(|place| {
            let way = self.only_foreign_way(&place.contexts, place.span)?;
            Some((place, way))
        });
        found.collect()
    }

    /// Returns the calls in plain functions that need a running event loop, in threads in which a framework runs none, each with the
    /// documented name of what is called and the way there.
    pub fn loopless_in_foreign_threads(&mut self) -> Vec<(Call, &'static str, Way)> {
        let (module, summary) = (self.module(), self.summary());
        if self.engine().is_of_tests(module)
            || self.may_leave_loop_running()
            || !self.imports_framework_with_threads()
        {
            return Vec::new();
        }
        let functions = list_loop_functions(summary);
        let mut found = Vec::new();
        for site in &summary.calls {
            if self.function_around(site.scope).is_none() {
                continue;
            }
            let Some(name) = self.loop_function_called(site, &functions) else { continue };
            let inference = self.inference_mut();
            inference.rest_on_all_texts();
            let around = inference.engine.around(module, site);
            let contexts = inference.contexts_until(around, &is_elsewhere_too);
            let way = self.only_foreign_way(&contexts, summary.span(site.expression));
            found.extend(way.map(|way| (call_of(summary, site), name, way)));
        }
        found
    }

    /// Returns whether the file imports a package that calls plain functions in threads of its own. What other files register is left out: it
    /// would make each file with such calls rest on all texts.
    fn imports_framework_with_threads(&self) -> bool {
        self.summary().imported_packages().any(|package| packages_with_threads().contains(&package))
    }

    /// Returns the first way to a place, if a framework calls all ways to it in a thread of its own.
    fn only_foreign_way(&mut self, contexts: &Contexts, place: Span) -> Option<Way> {
        let mut ways = contexts.ways.iter().filter(|way| way.context != Context::Test);
        let way = ways.next().filter(|way| is_foreign(way) && !contexts.is_cut)?.clone();
        (ways.all(is_foreign) && self.admits_call(&way, place)).then_some(way)
    }

    /// Returns the plain functions' calls of libraries that start an event loop, to which an `async` function leads by plain calls, each
    /// with the way there.
    pub fn starts_below_async(&mut self) -> Vec<(LoopPlace, Way)> {
        let leads = |way: &Way| {
            let calls = |hop: &Hop| {
                matches!(hop.control, Control::Call | Control::Await | Control::Run | Control::Task)
            };
            way.on_loop == OnLoop::Yes
                && way.hops.iter().all(calls)
                && way.hops.iter().any(|hop| hop.is_async)
        };
        let is_led = |contexts: &Contexts| contexts.ways.iter().any(leads);
        let places = self.plain_places(starting_of_libraries(), starts_in_library, &is_led);
        if places.is_empty() || self.runs_in_nested_loops() {
            return Vec::new();
        }
        let found = places.into_iter().filter_map(|place| {
            let way = place.contexts.ways.iter().find(|way| leads(way))?.clone();
            Some((place, way))
        });
        found.collect()
    }

    /// Returns the places of some loop calls in plain functions outside of tests, where no exception is expected. What is called is found by
    /// imports and assignments. Contexts are searched for until `is_enough` holds for those found so far.
    fn plain_places(
        &mut self,
        called: impl Iterator<Item = &'static str>,
        is_meant: impl Fn(&LoopCall) -> bool,
        is_enough: &dyn Fn(&Contexts) -> bool,
    ) -> Vec<LoopPlace> {
        let (module, summary) = (self.module(), self.summary());
        let names = summary.names_or_aliases(called);
        if names.is_empty() || self.engine().is_of_tests(module) {
            return Vec::new();
        }
        let mut found = Vec::new();
        for site in &summary.calls {
            let callee = summary.callee_or_itself(site.expression);
            let function = summary.function_around(site.scope);
            let is_async = function.is_some_and(|function| summary.function(function).is_async);
            if is_async
                || site.expects_exception
                || site.catches_runtime_error
                || !has_name(summary, callee, &names)
            {
                continue;
            }
            let Some(known) = self.callable_by_import(site.scope, callee).filter(|known| is_meant(known))
            else {
                continue;
            };
            let inference = self.inference_mut();
            inference.rest_on_all_texts();
            let around = inference.engine.around(module, site);
            let contexts = inference.contexts_until(around, is_enough);
            let own = self.own_words(site);
            found.push(self.place(summary.span(site.expression), known, site.scope, contexts, own));
        }
        found
    }

    fn called_places(&mut self, names: &FxHashSet<NameId>) -> Vec<LoopPlace> {
        let (module, summary) = (self.module(), self.summary());
        let mut found = Vec::new();
        for site in &summary.calls {
            let callee = summary.callee_or_itself(site.expression);
            if !has_name(summary, callee, names) {
                continue;
            }
            if let Some(callable) = self.callable(site, callee) {
                let around = self.engine().around(module, site);
                let contexts = self.inference_mut().contexts_around(around);
                let own = self.own_words(site);
                found.push(self.place(summary.span(site.expression), callable, site.scope, contexts, own));
            }
        }
        found
    }

    /// Returns the places where a callable is passed as a value: `executor.submit(asyncio.run, main())`.
    fn given_places(&mut self, names: &FxHashSet<NameId>) -> Vec<LoopPlace> {
        let (module, summary) = (self.module(), self.summary());
        let mut found = Vec::new();
        for (call, site) in (0..).zip(&summary.calls) {
            let arguments = summary.arguments_of(site.expression).unwrap_or_default();
            for (place, argument) in arguments.iter().enumerate() {
                if !has_name(summary, argument.value, names) {
                    continue;
                }
                if let Some(callable) = self.callable_by_import(site.scope, argument.value) {
                    let contexts = self.inference_mut().contexts_of_argument(module, (call, place));
                    let own = OwnWords {
                        is_given: true,
                        expects_failure: site.expects_exception,
                        ..OwnWords::default()
                    };
                    found.push(self.place(summary.span(argument.value), callable, site.scope, contexts, own));
                }
            }
        }
        found
    }

    /// Returns the places where a callable is a decorator: `@async_to_sync`.
    fn decorating_places(&mut self, names: &FxHashSet<NameId>) -> Vec<LoopPlace> {
        let (module, summary) = (self.module(), self.summary());
        let mut found = Vec::new();
        for (function, definition) in (0..).map(FunctionId).zip(&summary.functions) {
            for decorator in summary.list(definition.decorators) {
                let around = summary.scope_around(definition.scope);
                let is_call = summary.call(*decorator).is_some();
                if is_call || !has_name(summary, *decorator, names) {
                    continue;
                }
                if let Some(callable) = self.callable_by_import(around, *decorator) {
                    let function = FunctionRef { module, function };
                    let contexts = self.inference_mut().contexts_of_wrapper(function);
                    let own = OwnWords { is_given: true, ..OwnWords::default() };
                    let place =
                        self.place(summary.span(*decorator), callable, definition.scope, contexts, own);
                    found.push(LoopPlace { is_in_async: false, ..place });
                }
            }
        }
        found
    }

    fn place(
        &self,
        span: Span,
        callable: &'static LoopCall,
        scope: ScopeId,
        contexts: Arc<Contexts>,
        own: OwnWords,
    ) -> LoopPlace {
        let summary = self.summary();
        let function = self.function_around(scope);
        LoopPlace {
            span,
            name: &callable.name,
            action: callable.action,
            function: summary.qualified_name(scope),
            is_in_async: function.is_some_and(|function| summary.function(function).is_async),
            is_in_tests: self.engine().is_of_tests(self.module()),
            contexts,
            own,
        }
    }

    /// Returns the catalogued callable of a call: by import, by inference, or by name alone.
    fn callable(&mut self, site: &CallSite, callee: ExpressionId) -> Option<&'static LoopCall> {
        let (module, summary) = (self.module(), self.summary());
        if let Some(found) = self.callable_by_import(site.scope, callee) {
            return Some(found);
        }
        let origins = Origins::new(self.engine());
        let is_of_loop = summary.method_call(site.expression).is_some_and(|(receiver, _)| {
            summary.last_name(receiver).is_some_and(|name| name.ends_with("loop"))
        });
        let is_elsewhere = match origins.made(module, site.scope, callee) {
            Some(Made::Elsewhere(_)) => true,
            Some(_) => return None,
            None => false,
        };
        // What a class of another package may have as `self.loop` is a loop by its name.
        if is_elsewhere && !is_of_loop {
            return None;
        }
        let name = summary.last_name(callee)?;
        let mut known = loop_calls_named(name).iter();
        if known.len() == 0 {
            return None;
        }
        let called = self.inference_mut().called_functions(module, site);
        if let [function, ..] = called[..] {
            let path = self.inference_mut().path_of_function(function);
            return known.find(|known| known.definitions.contains(&path.as_str()));
        }
        let (receiver, _) = summary.method_call(site.expression)?;
        let receiver = self.inference_mut().expression(module, site.scope, receiver);
        let is_mock = self.inference_mut().is_open_mock(receiver);
        known.find(|known| known.any_receiver && !is_mock)
    }

    /// Returns the catalogued callable that an expression names, by imports and assignments.
    pub(crate) fn callable_by_import(
        &self,
        scope: ScopeId,
        named: ExpressionId,
    ) -> Option<&'static LoopCall> {
        let origin = Origins::new(self.engine()).path(self.module(), scope, named)?;
        let last = origin.rsplit('.').next()?;
        loop_calls_named(last).iter().find(|known| known.is_at(&origin))
    }

    fn own_words(&self, site: &CallSite) -> OwnWords {
        let summary = self.summary();
        let arguments = summary.arguments_of(site.expression).unwrap_or_default();
        let takes_none =
            matches!(arguments, [only] if matches!(summary.expression(only.value), Expression::None));
        let sets = |other: &&CallSite| {
            other.scope == site.scope && summary.last_name(other.expression) == Some("set_event_loop")
        };
        let is_before =
            |other: &CallSite| summary.span(other.expression).start < summary.span(site.expression).start;
        let receiver = summary.method_call(site.expression).map(|(receiver, _)| receiver);
        let made = receiver
            .and_then(|receiver| Origins::new(self.engine()).path(self.module(), site.scope, receiver));
        // What another function bound may have run there, and not here.
        let is_local = receiver.is_some_and(|receiver| match summary.expression(receiver) {
            Expression::Name(name) => !summary.bindings_of(site.scope, summary.name(name)).is_empty(),
            receiver => matches!(receiver, Expression::Call { .. }),
        });
        OwnWords {
            expects_failure: site.expects_exception || site.survives_runtime_error(),
            sets_loop: summary.calls.iter().filter(sets).any(is_before),
            takes_none,
            of: made.filter(|_| is_local).map_or(LoopOf::Unknown, |made| LoopOf::new(&made)),
            ..OwnWords::default()
        }
    }
}

/// Returns the last parts of the names with which libraries start an event loop. What runs a coroutine is found by the call graph.
fn starting_of_libraries() -> impl Iterator<Item = &'static str> {
    loop_calls().iter().filter(|call| starts_in_library(call)).map(|call| call.called)
}

/// Returns whether a call starts an event loop in a library, and is none to which the call graph finds the way.
fn starts_in_library(call: &LoopCall) -> bool {
    let is_followed = |run: &RunFunction| run.name == call.name || call.definitions.contains(&run.definition);
    call.action.starts()
        && !is(call.package, Role::CoroutineRunnerModule)
        && !RUN_FUNCTIONS.iter().any(is_followed)
}

/// Returns whether a framework calls a way in a thread of its own, where no event loop is running.
fn is_foreign(way: &Way) -> bool {
    way.on_loop == OnLoop::No
        && matches!(way.context, Context::Thread | Context::Route)
        && way.hops.iter().all(|hop| hop.control == Control::Call)
}

/// Returns whether something other than a framework's thread leads to a place as well.
fn is_elsewhere_too(contexts: &Contexts) -> bool {
    let is_other = |way: &Way| way.context != Context::Test && !is_foreign(way);
    contexts.is_cut || contexts.ways.iter().any(is_other)
}

/// Returns the last parts of the names of what gets the loop of the thread.
fn getting() -> impl Iterator<Item = &'static str> {
    loop_calls().iter().filter(|call| call.action == LoopAction::Get).map(|call| call.called)
}

/// Returns the names under which a module may write one of the callables.
fn names_of_callables(summary: &Summary) -> FxHashSet<NameId> {
    let called = loop_calls().chunk_by(|one, next| one.called == next.called).map(|calls| calls[0].called);
    summary.names_or_aliases(called)
}

fn has_name(summary: &Summary, expression: ExpressionId, names: &FxHashSet<NameId>) -> bool {
    match summary.expression(expression) {
        Expression::Name(name) | Expression::Attribute { name, .. } => names.contains(&name),
        _ => false,
    }
}
