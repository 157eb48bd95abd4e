//! The concurrent work that code starts: tasks, servers, callbacks of the event loop.

use std::sync::Arc;

use loopmend_catalog::{Entry, Role, entries_with};
use loopmend_core::Span;
use loopmend_index::summary::{CallSite, Expression, Summary, Usage};
use rustc_hash::FxHashSet;
use smallvec::SmallVec;

use super::blocks::{Blocks, UNLIMITED};
use crate::contexts::{Around, Made, Origins};
use crate::engine::{Engine, ModuleId};
use crate::infer::{ClassRef, FunctionRef, Inference, Type};

/// The maximum number of functions that are followed from one.
const MAX_FUNCTIONS: usize = 500;

/// What remains of the concurrent work that a function starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Effect {
    /// It starts none.
    Nothing,
    /// It waits for all work that it starts.
    Finished,
    /// Work may go on after it returns.
    GoesOn,
}

/// The calls of one function, or of the top of a module, that may start concurrent work.
#[derive(Debug, Default)]
pub(crate) struct Activity {
    /// The calls that start work themselves.
    starts: Vec<Start>,
    /// The calls of functions of the project.
    calls: Vec<ProjectCall>,
}

#[derive(Clone, Copy, Debug)]
struct Start {
    span: Span,
    /// The offset at which the work has ended.
    end: u32,
    /// `true` if the function returns the work, so that a caller may wait for it.
    is_returned: bool,
}

#[derive(Debug)]
struct ProjectCall {
    span: Span,
    callees: SmallVec<[FunctionRef; 2]>,
    /// Whether `with` or `for` uses the value.
    is_entered: bool,
    /// `true` if the value is awaited.
    is_awaited: bool,
}

impl Inference<'_> {
    /// Returns whether concurrent work that the code around a call has started may run during the call.
    pub(super) fn works_during(&mut self, around: Around, call: Span) -> bool {
        let (engine, module) = (self.engine, around.module());
        let activity = self.activity(around);
        let loops = find_loops(engine.summary(module), around);
        let goes_on = |start: Span, end: u32| {
            let is_before = start.end <= call.start && call.start < end;
            let mut shared = loops.iter().filter(|around| around.contains(start) && around.contains(call));
            let is_repeated = !start.contains(call) && shared.any(|around| end > around.end);
            is_repeated || is_before && !engine.blocks(module).excludes(start, call)
        };
        if activity.starts.iter().any(|start| goes_on(start.span, start.end)) {
            return true;
        }
        activity.calls.iter().any(|made| {
            let effect = made.callees.iter().map(|callee| self.find_effect(*callee)).max();
            if effect != Some(Effect::GoesOn) || self.waits_for_returned(made) {
                return false;
            }
            let end = if made.is_entered { engine.blocks(module).end_of_use(made.span) } else { UNLIMITED };
            goes_on(made.span, end)
        })
    }

    /// Returns what remains of the work that a function and its callees start.
    pub(super) fn find_effect(&mut self, function: FunctionRef) -> Effect {
        let engine = self.engine;
        if let Some(known) = engine.control.effects.shard(&function).get(&function).copied() {
            return known;
        }
        let effect = self.compute_effect(function);
        *engine.control.effects.shard(&function).entry(function).or_insert(effect)
    }

    fn compute_effect(&mut self, function: FunctionRef) -> Effect {
        let mut effect = Effect::Nothing;
        let mut seen = FxHashSet::from_iter([(function, true)]);
        // Whether work that goes on after the callee also goes on after the function.
        let mut open = vec![(function, true)];
        while let Some((next, remains)) = open.pop() {
            if seen.len() > MAX_FUNCTIONS {
                return Effect::GoesOn;
            }
            let activity = self.activity(Around::Function(next));
            if !activity.starts.is_empty() {
                effect = Effect::Finished;
                if remains && self.leaves_work(next, &activity.starts) {
                    return Effect::GoesOn;
                }
            }
            for made in &activity.calls {
                let remains = remains && !made.is_entered && !self.waits_for_returned(made);
                let callees = made.callees.iter().map(|callee| (*callee, remains));
                open.extend(callees.filter(|callee| seen.insert(*callee)));
            }
        }
        effect
    }

    /// Returns whether a call awaits the only work that plain functions start, which they return: `await start()` after
    /// `def start(): return loop.run_in_executor(None, work)`.
    fn waits_for_returned(&mut self, made: &ProjectCall) -> bool {
        made.is_awaited
            && made.callees.iter().all(|callee| {
                let definition = self.engine.summary(callee.module).function(callee.function);
                let activity = self.activity(Around::Function(*callee));
                let is_over = |start: &Start| start.end != UNLIMITED || start.is_returned;
                !definition.is_async
                    && !definition.is_generator
                    && activity.calls.is_empty()
                    && activity.starts.iter().all(is_over)
            })
    }

    /// Returns whether work that a function starts itself goes on when it returns, or yields.
    fn leaves_work(&self, function: FunctionRef, starts: &[Start]) -> bool {
        let definition = self.engine.summary(function.module).function(function.function);
        definition.is_generator || starts.iter().any(|start| start.end == UNLIMITED)
    }

    fn activity(&mut self, around: Around) -> Arc<Activity> {
        let engine = self.engine;
        engine.control.activities.get_or_make(around, || Arc::new(self.find_activity(around)))
    }

    fn find_activity(&mut self, around: Around) -> Activity {
        let (engine, module) = (self.engine, around.module());
        let summary = engine.summary(module);
        let sites: Vec<CallSite> = match around {
            Around::Function(FunctionRef { function, .. }) => summary.calls_of(function).copied().collect(),
            Around::Top(..) => {
                let is_at_top = |site: &&CallSite| summary.function_around(site.scope).is_none();
                summary.calls.iter().filter(is_at_top).copied().collect()
            }
        };
        let mut activity = Activity::default();
        for site in sites {
            let callees = self.callees(module, &site);
            let span = summary.span(site.expression);
            if !callees.is_empty() {
                let (is_entered, is_awaited) = (site.usage == Usage::Entered, site.usage.is_awaited());
                activity.calls.push(ProjectCall { span, callees, is_entered, is_awaited });
            } else if engine.starts_work(module, &site) {
                let roles = summary.last_roles(site.expression);
                let waits = [Role::AwaitsWork, Role::StartsTask, Role::StartsThread];
                let is_awaited = site.usage.is_awaited() && waits.iter().any(|role| roles.has(*role));
                let end = if is_awaited { span.end } else { engine.blocks(module).end_of_work(span) };
                let is_returned = site.usage == Usage::Returned;
                activity.starts.push(Start { span, end, is_returned });
            }
        }
        activity
    }

    /// Returns the functions of the project that a call runs.
    pub(super) fn callees(&mut self, module: ModuleId, site: &CallSite) -> SmallVec<[FunctionRef; 2]> {
        let engine = self.engine;
        let callee = engine.summary(module).callee_or_itself(site.expression);
        let mut found = SmallVec::new();
        match Origins::function(engine, module, site.scope, callee) {
            Some(Made::Function(function)) => found.push(function),
            Some(Made::Class(class)) => self.add_entered(class, site, &mut found),
            Some(_) => {}
            None => {
                for part in self.called(module, site) {
                    match part {
                        Type::Function(callee) => found.push(self.function_of(callee)),
                        Type::Class(class) => self.add_entered(class, site, &mut found),
                        _ => {}
                    }
                }
            }
        }
        found.retain(|function| engine.is_mutable(function.module));
        found
    }

    /// Adds the methods that create an object of a class, and those that `with` calls.
    fn add_entered(&mut self, class: ClassRef, site: &CallSite, found: &mut SmallVec<[FunctionRef; 2]>) {
        self.begin();
        found.extend(self.constructors(class));
        if site.usage == Usage::Entered {
            let names = Role::EntersContext.names().iter().chain(Role::EntersAsyncContext.names());
            found.extend(names.filter_map(|name| self.method_named(class, name)));
        }
    }
}

impl Engine<'_> {
    /// Returns whether a call that leads to no function of the project starts work on the event loop.
    pub(super) fn starts_work(&self, module: ModuleId, site: &CallSite) -> bool {
        let summary = self.summary(module);
        if !summary.last_roles(site.expression).has(Role::StartsConcurrentWork) {
            return false;
        }
        let callee = summary.callee_or_itself(site.expression);
        let is_builtin = match summary.expression(callee) {
            Expression::Name(name) => summary.nearest_bindings_of(site.scope, name).is_empty(),
            _ => false,
        };
        let path = Origins::new(self).path(module, site.scope, callee);
        !is_builtin && path.is_none_or(|path| starts_work_in_package(&path))
    }

    fn blocks(&self, module: ModuleId) -> Arc<Blocks> {
        let read = || self.read_tree(module, Blocks::new);
        self.control.blocks.get_or_make(module, || Arc::new(read()))
    }
}

fn find_loops(summary: &Summary, around: Around) -> &[Span] {
    let scope = match around {
        Around::Function(function) => summary.function(function.function).scope,
        Around::Top(..) => Summary::MODULE_SCOPE,
    };
    &summary.scope(scope).loops
}

/// Returns whether the package of a dotted name has a callable with the same last name that starts work.
fn starts_work_in_package(path: &str) -> bool {
    let package = path.split(['.', '(']).next().unwrap_or(path);
    let last = path.rsplit('.').next().unwrap_or(path);
    let is_of_package = |known: &Entry| {
        let mut parts = known.name.split('.');
        parts.next() == Some(package) && parts.next_back() == Some(last)
    };
    package == "asyncio" || entries_with(Role::StartsConcurrentWork).any(is_of_package)
}
