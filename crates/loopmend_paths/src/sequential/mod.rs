//! Programs that do one thing after the other: code during which nothing else runs on the event loop.
//!
//! A command line awaits one coroutine function after the other, and so does the start-up of a server. A call in
//! such code delays nothing else, whatever the name of its file is.

mod activity;
mod blocks;
mod bridge;

use loopmend_catalog::{Role, is};
use loopmend_core::Span;
use loopmend_index::summary::{CallSite, Usage};
use rustc_hash::FxHashSet;

use crate::contexts::{Around, Context, Contexts, Control, MAIN_GUARD, OnLoop, Reach, Way};
use crate::engine::ModuleId;
use crate::infer::{FunctionRef, Inference};

pub(crate) use activity::{Activity, Effect};
pub(crate) use blocks::Blocks;
use bridge::Bridge;

/// The maximum number of calls that are followed towards the start of the event loop.
const MAX_CALLS: usize = 200;

/// The maximum number of calls around one that pass its coroutine on.
const MAX_PASSED_ON: usize = 3;

/// How a caller runs a coroutine function.
enum Run {
    /// An `async` function awaits the call at this place.
    Awaited(FunctionRef, Span),
    /// A program starts its event loop with the function.
    Started,
}

impl Inference<'_> {
    /// Returns whether nothing else runs on the event loop during a call in an `async def` of the project. Only
    /// a program's start of the loop leads to the function, by calls that are awaited, and no task or server has
    /// been started before. The answer depends on the texts of all files. This is an outermost query.
    pub fn runs_sequentially(&mut self, function: FunctionRef, call: Span) -> bool {
        let mut open = vec![(function, call)];
        let mut seen = FxHashSet::default();
        while let Some((function, call)) = open.pop() {
            if !seen.insert((function, call)) {
                continue;
            }
            if seen.len() > MAX_CALLS || self.works_during(Around::Function(function), call) {
                return false;
            }
            let Some(awaiting) = self.awaiting_calls(function) else { return false };
            open.extend(awaiting);
        }
        true
    }

    /// Returns the calls in `async` functions that await a function; `None` if anything but them and the start
    /// of a program's event loop runs it.
    fn awaiting_calls(&mut self, function: FunctionRef) -> Option<Vec<(FunctionRef, Span)>> {
        let callers = self.callers_of(function);
        let mut awaiting = Vec::new();
        let mut is_run = false;
        for reach in &callers.all {
            if self.is_aside(function, reach) {
                continue;
            }
            match self.run_by(function, reach)? {
                Run::Awaited(caller, call) => awaiting.push((caller, call)),
                Run::Started => {}
            }
            is_run = true;
        }
        (is_run && !callers.is_cut).then_some(awaiting)
    }

    /// Returns whether a caller belongs to tests or examples, unlike the function.
    fn is_aside(&self, function: FunctionRef, reach: &Reach) -> bool {
        let engine = self.engine;
        match reach {
            Reach::Outside(outside) => outside.context == Context::Test,
            Reach::From { around, .. } => {
                let module = around.module();
                engine.is_of_tests(module)
                    || engine.is_of_examples(module) && !engine.is_of_examples(function.module)
            }
        }
    }

    fn run_by(&mut self, function: FunctionRef, reach: &Reach) -> Option<Run> {
        let (around, at, control) = match reach {
            Reach::Outside(outside) => {
                return (outside.context == Context::CommandLine).then_some(Run::Started);
            }
            Reach::From { around, at, control, .. } => (*around, (*at)?, *control),
        };
        let (module, call) = at;
        let summary = self.engine.summary(module);
        let site = summary.calls[call as usize];
        let runs = || summary.last_roles(site.expression).has(Role::RunsToEnd);
        match control {
            Control::Await => self.awaited(around, site),
            Control::Run => self.starts_program(function, around, &site),
            Control::Given if runs() => self.starts_program(function, around, &site),
            Control::Call if self.is_iterated_generator(function, &site) => self.awaited(around, site),
            Control::Call => self.run_by_outer_call(function, around, module, site),
            Control::Given | Control::Task | Control::Wrapped => None,
        }
    }

    fn awaited(&self, around: Around, site: CallSite) -> Option<Run> {
        let Around::Function(caller) = around else { return None };
        let summary = self.engine.summary(caller.module);
        let is_async = summary.function(caller.function).is_async;
        is_async.then(|| Run::Awaited(caller, summary.span(site.expression)))
    }

    /// Returns whether `async for` runs an asynchronous generator.
    fn is_iterated_generator(&self, function: FunctionRef, site: &CallSite) -> bool {
        let definition = self.engine.summary(function.module).function(function.function);
        let is_plain = definition.decorators.len == 0;
        site.usage == Usage::Entered && definition.is_async && definition.is_generator && is_plain
    }

    /// Returns how calls that await their argument run a coroutine: `await asyncio.wait_for(work(), 5)`.
    fn run_by_outer_call(
        &mut self,
        function: FunctionRef,
        around: Around,
        module: ModuleId,
        mut site: CallSite,
    ) -> Option<Run> {
        let engine = self.engine;
        let summary = engine.summary(module);
        for _ in 0..MAX_PASSED_ON {
            let (outer, place) = engine.arguments_in(module).of_value(site.expression)?;
            site = summary.calls[outer as usize];
            let roles = summary.last_roles(site.expression);
            if roles.has(Role::RunsToEnd) {
                return self.starts_program(function, around, &site);
            }
            if !roles.has(Role::PassesOnAwaitable) {
                return match self.bridge(module, &site, place)? {
                    Bridge::Thread => Some(Run::Started),
                    Bridge::Loop => self.starts_program(function, around, &site),
                };
            }
            if site.usage.is_awaited() {
                return self.awaited(around, site);
            }
        }
        None
    }

    /// Returns whether a program starts its event loop with a function, at a call in plain code: a command
    /// line, below `if __name__ == "__main__"`, or code that nothing is known to call, if the function starts
    /// work in the end. A thread or process counts if it creates the loop. A private function counts wherever plain code runs it.
    fn starts_program(&mut self, main: FunctionRef, around: Around, site: &CallSite) -> Option<Run> {
        let contexts = self.contexts_around(around);
        let call = self.engine.summary(around.module()).span(site.expression);
        let is_new = self.makes_its_loop(around, site);
        if self.is_private_to_plain_code(main, around, is_new, &contexts) {
            return (!self.works_during(around, call)).then_some(Run::Started);
        }
        let mut ways = contexts.ways.iter().filter(|way| way.context != Context::Test).peekable();
        let is_program = ways.peek().is_some()
            && ways.all(|way| match way.context {
                Context::CommandLine => way.on_loop != OnLoop::Yes,
                Context::Script => way.on_loop != OnLoop::Yes && way.by == MAIN_GUARD,
                Context::Library => way.on_loop == OnLoop::No && self.find_effect(main) != Effect::Nothing,
                Context::Thread | Context::Process => is_new,
                _ => false,
            });
        (is_program && !contexts.is_cut && !self.works_during(around, call)).then_some(Run::Started)
    }

    /// Returns whether a call runs a coroutine on a loop that it creates itself, or that the code around it creates, and that no other
    /// thread uses.
    fn makes_its_loop(&self, around: Around, site: &CallSite) -> bool {
        let summary = self.engine.summary(around.module());
        let path = summary.import_path(site.scope, summary.callee_or_itself(site.expression));
        let is_made_around = || {
            let Around::Function(function) = around else { return false };
            let mut calls = summary.calls_of(function.function);
            calls.any(|call| summary.last_roles(call.expression).has(Role::MakesOwnLoop))
        };
        !summary.mentions(Role::FromOtherThreads) && (is(path.as_deref(), Role::RunsLoop) || is_made_around())
    }

    /// Returns whether a function is private, or inside of another one, and plain code runs it on a loop that no other thread uses.
    /// `is_new` states that the plain code creates the loop.
    fn is_private_to_plain_code(
        &self,
        function: FunctionRef,
        around: Around,
        is_new: bool,
        contexts: &Contexts,
    ) -> bool {
        let summary = self.engine.summary(function.module);
        let definition = summary.function(function.function);
        let is_inner = summary.function_around(summary.scope_around(definition.scope)).is_some();
        let is_private = is_inner || summary.name(definition.name).starts_with('_');
        let is_plain = |way: &Way| {
            let is_apart = matches!(way.context, Context::Thread | Context::Process) && !is_new
                || way.context == Context::Callback;
            !is_apart && way.on_loop != OnLoop::Yes
        };
        let is_shared = self.engine.summary(around.module()).mentions(Role::FromOtherThreads);
        let starts_work = summary.mentions(Role::FromOtherThreads) || summary.mentions(Role::StartsTask);
        is_private && !is_shared && !starts_work && !contexts.is_cut && contexts.ways.iter().all(is_plain)
    }
}
