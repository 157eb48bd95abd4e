//! Plain functions that run a coroutine which is passed to them, on a loop that runs nothing else.

use loopmend_catalog::Role;
use loopmend_index::summary::{
    ArgumentKind, BindingKind, CallSite, Expression, ExpressionId, FunctionId, NameId, Summary,
};

use super::activity::Effect;
use crate::engine::ModuleId;
use crate::infer::{FunctionRef, Inference};

/// The maximum number of functions that pass a coroutine on to each other.
const MAX_FUNCTIONS: u8 = 4;

/// Where a plain function runs a coroutine to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bridge {
    /// In another thread, on a new loop.
    Thread,
    /// On a loop in the thread of the caller.
    Loop,
}

impl Inference<'_> {
    /// Returns where a call runs the coroutine that is its argument at an index to its end; `None` if it does
    /// anything else with it, or its loop may run something else then.
    pub(super) fn bridge(&mut self, module: ModuleId, call: &CallSite, place: usize) -> Option<Bridge> {
        self.bridge_within(module, call, place, MAX_FUNCTIONS)
    }

    fn bridge_within(
        &mut self,
        module: ModuleId,
        call: &CallSite,
        place: usize,
        depth: u8,
    ) -> Option<Bridge> {
        let depth = depth.checked_sub(1)?;
        let mut found = None;
        for callee in self.callees(module, call) {
            let parameter = self.parameter_for(module, call, place, callee)?;
            found = found.max(Some(self.parameter_is_run(callee, parameter, depth)?));
        }
        found
    }

    /// Returns the parameter of a plain function that gets an argument.
    fn parameter_for(
        &self,
        module: ModuleId,
        call: &CallSite,
        place: usize,
        callee: FunctionRef,
    ) -> Option<NameId> {
        let summary = self.engine.summary(callee.module);
        let definition = summary.function(callee.function);
        if definition.is_async || definition.is_generator {
            return None;
        }
        let caller = self.engine.summary(module);
        let argument = caller.arguments_of(call.expression)?.get(place)?;
        match argument.kind {
            ArgumentKind::Positional => {
                let is_bound = summary.class_of(callee.function).is_some();
                Some(definition.parameters.get(place + usize::from(is_bound))?.name)
            }
            ArgumentKind::Keyword(keyword) => {
                let keyword = caller.name(keyword);
                let mut names = definition.parameters.iter().map(|parameter| parameter.name);
                names.find(|name| summary.name(*name) == keyword)
            }
            _ => None,
        }
    }

    /// Returns where a function runs its parameter, if it does nothing else with it. A function that passes the parameter to a thread may
    /// run it in its own thread if there is no pool.
    fn parameter_is_run(&mut self, function: FunctionRef, parameter: NameId, depth: u8) -> Option<Bridge> {
        let FunctionRef { module, function: id } = function;
        self.rest_on_text(module);
        let summary = self.engine.summary(module);
        let is_returned = summary
            .list(summary.function(id).returned)
            .iter()
            .any(|value| matches!(summary.expression(*value), Expression::Name(name) if name == parameter));
        if is_returned {
            return None;
        }
        let mut found = None;
        let mut names = vec![parameter];
        while let Some(name) = names.pop() {
            for (site, place) in calls_with_argument(summary, id, name) {
                match find_task_name(summary, id, &site) {
                    Some(task) if name == parameter => names.push(task),
                    _ => {
                        let run = self.run_by_call(module, &site, place, depth)?;
                        found = Some(found.map_or(run, |found: Bridge| found.min(run)));
                    }
                }
            }
        }
        let is_first = found == Some(Bridge::Thread) || !self.starts_other_work(function, parameter);
        found.filter(|_| is_first)
    }

    /// Returns where a call in a bridge runs its argument.
    fn run_by_call(&mut self, module: ModuleId, site: &CallSite, place: usize, depth: u8) -> Option<Bridge> {
        let summary = self.engine.summary(module);
        let roles = summary.last_roles(site.expression);
        if roles.has(Role::RunsToEnd) {
            return (place == 0).then_some(Bridge::Loop);
        }
        let runner =
            place.checked_sub(1).and_then(|before| summary.arguments_of(site.expression)?.get(before));
        if roles.has(Role::HandsToThread)
            && runner.is_some_and(|runner| summary.last_roles(runner.value).has(Role::RunsToEnd))
        {
            return Some(Bridge::Thread);
        }
        self.bridge_within(module, site, place, depth)
    }

    /// Returns whether a function starts work besides a parameter that may go on.
    fn starts_other_work(&mut self, function: FunctionRef, parameter: NameId) -> bool {
        let (engine, module) = (self.engine, function.module);
        let summary = engine.summary(module);
        let given: Vec<ExpressionId> = calls_with_argument(summary, function.function, parameter)
            .map(|(site, _)| site.expression)
            .collect();
        let others: Vec<CallSite> = summary
            .calls_of(function.function)
            .filter(|site| !given.contains(&site.expression))
            .copied()
            .collect();
        others.iter().any(|site| {
            engine.starts_work(module, site)
                || self.callees(module, site).into_iter().any(|it| self.find_effect(it) == Effect::GoesOn)
        })
    }
}

/// Returns the calls in a function that get the value of a name, with the index of the argument.
fn calls_with_argument(
    summary: &Summary,
    function: FunctionId,
    name: NameId,
) -> impl Iterator<Item = (CallSite, usize)> + '_ {
    summary.calls_of(function).filter_map(move |site| {
        let arguments = summary.arguments_of(site.expression)?;
        let is_it = |value| matches!(summary.expression(value), Expression::Name(given) if given == name);
        let place = arguments.iter().position(|argument| is_it(argument.value))?;
        Some((*site, place))
    })
}

/// Returns the name to which a function binds the task that a call starts.
fn find_task_name(summary: &Summary, function: FunctionId, site: &CallSite) -> Option<NameId> {
    if !summary.last_roles(site.expression).has(Role::StartsTask) {
        return None;
    }
    let scope = summary.scope(summary.function(function).scope);
    let is_kept = |kind| matches!(kind, BindingKind::Value(value) if value == site.expression);
    let mut entries = scope.entries.iter();
    entries
        .find(|entry| summary.bindings_in(**entry).iter().any(|binding| is_kept(binding.kind)))
        .map(|entry| entry.name)
}
