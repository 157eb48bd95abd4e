//! Code that takes the current event loop while none is running, and the plain functions that lead there.

use std::collections::VecDeque;

use loopmend_catalog::{Role, is};
use loopmend_index::calls::called_name;
use loopmend_index::summary::{
    Argument, ArgumentKind, CallSite, Expression, ExpressionId, FunctionId, Summary,
};
use loopmend_paths::Target;
use loopmend_project::PythonVersion;
use rustc_hash::FxHashSet;
use smallvec::SmallVec;

use crate::engine::ModuleId;
use crate::infer::{ClassRef, FunctionRef, Inference, Type};

/// `asyncio.get_event_loop`, one of the callables that get the current event loop if none is running.
pub const GET_EVENT_LOOP: &str = "get_event_loop";

/// The classes among them, by module and name.
const CLASSES: [(&str, &str); 4] = [
    ("_asyncio", "Future"),
    ("asyncio.futures", "Future"),
    ("asyncio.streams", "StreamReader"),
    ("asyncio.streams", "StreamReaderProtocol"),
];

/// The first Python version in which a primitive does not get the current loop when it is created
/// (docs.python.org/3/library/asyncio-sync.html).
pub(super) const PRIMITIVES_DO_NOT_ASK: PythonVersion = PythonVersion { major: 3, minor: 10 };

/// The function that sets the current event loop.
const SETS: &str = "set_event_loop";

/// The maximum call depth.
pub const DEEPEST: usize = 4;

/// The index of the positional loop parameter in the constructors of streams
/// (docs.python.org/3/library/asyncio-stream.html; the source of `asyncio.streams`).
const PLACES_OF_LOOP: [(&str, usize); 2] = [("StreamReader", 1), ("StreamReaderProtocol", 2)];

/// Whether a call gets the current event loop if none is running.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asks {
    /// The call always does.
    Yes,
    /// The callee or an argument is not known well enough.
    Perhaps,
    /// The call receives a loop, or does not use one.
    No,
}

impl Inference<'_> {
    /// Returns whether a call gets the current event loop if none is running, or may do so, without
    /// receiving a loop.
    pub(super) fn asks_for_current_loop(&mut self, module: ModuleId, site: &CallSite) -> bool {
        self.asks(module, site) != Asks::No
    }

    /// Returns whether a call gets the current event loop if none is running.
    pub(super) fn asks(&mut self, module: ModuleId, site: &CallSite) -> Asks {
        let summary = self.engine.summary(module);
        if is_given_loop(summary, site) {
            return Asks::No;
        }
        let called = self.called(module, site);
        let is_known = called.iter().any(|part| matches!(part, Type::Function(_) | Type::Class(_)));
        if !is_known {
            let is_of_name = called_name(summary, site) == Some(GET_EVENT_LOOP);
            return if is_of_name { Asks::Perhaps } else { Asks::No };
        }
        let parts: Vec<Asks> = called.into_iter().map(|part| self.part_asks(module, site, part)).collect();
        match parts.as_slice() {
            [first, others @ ..] if others.iter().all(|other| other == first) => *first,
            _ => Asks::Perhaps,
        }
    }

    fn part_asks(&mut self, module: ModuleId, site: &CallSite, part: Type) -> Asks {
        match part {
            Type::Function(callee) => {
                let function = self.function_of(callee);
                let path = self.path_of_function(function);
                match is_asking(&path) {
                    true if is(path.as_str(), Role::TakesCurrentLoop) => {
                        self.asks_for_coroutine(module, site)
                    }
                    true => Asks::Yes,
                    false => Asks::No,
                }
            }
            Type::Class(class) => self.class_asks(class),
            _ => Asks::No,
        }
    }

    /// Returns the result for an awaitable argument. Futures have a loop, and coroutines have none.
    fn asks_for_coroutine(&mut self, module: ModuleId, site: &CallSite) -> Asks {
        let summary = self.engine.summary(module);
        let first = summary.arguments_of(site.expression).unwrap_or_default().first();
        let Some(Argument { kind: ArgumentKind::Positional, value }) = first else { return Asks::Perhaps };
        let given = self.expression(module, site.scope, *value);
        let is_coroutine = self.parts(given).iter().all(|part| matches!(part, Type::Coroutine(..)));
        if is_coroutine { Asks::Yes } else { Asks::Perhaps }
    }

    /// Returns the result for a class. A project class with a constructor may set a loop.
    fn class_asks(&mut self, class: ClassRef) -> Asks {
        let primitives_ask = self.engine.project().python_version() < PRIMITIVES_DO_NOT_ASK;
        let is_asking = CLASSES.iter().any(|(module, name)| self.inherits(class, module, name))
            || primitives_ask && self.is_primitive(class);
        if !is_asking {
            return Asks::No;
        }
        if self.constructors(class).is_empty() { Asks::Yes } else { Asks::Perhaps }
    }

    /// Returns the call by which a plain function gets the current event loop, directly or through project
    /// functions and properties. Returns `None` if one of these sets a loop, or expects that there may be
    /// none.
    pub(super) fn current_loop_taken(&mut self, function: FunctionRef) -> Option<(ModuleId, CallSite)> {
        let mut open = VecDeque::from([(function, 0)]);
        let mut seen = FxHashSet::default();
        let mut found = None;
        while let Some((function, depth)) = open.pop_front() {
            if !seen.insert(function) {
                continue;
            }
            let summary = self.engine.summary(function.module);
            self.rest_on_text(function.module);
            for (_, site) in own_calls(summary, function.function) {
                if called_name(summary, site) == Some(SETS) {
                    return None;
                }
                if site.expects_exception || site.catches_runtime_error {
                    continue;
                }
                if self.asks_for_current_loop(function.module, site) {
                    found.get_or_insert((function.module, *site));
                } else if depth < DEEPEST {
                    let called = self.plain_functions_called(function.module, site);
                    open.extend(called.into_iter().map(|called| (called, depth + 1)));
                }
            }
            if depth < DEEPEST {
                let read = self.properties_read_in(function);
                open.extend(read.into_iter().map(|read| (read, depth + 1)));
            }
        }
        found
    }

    /// Returns the plain project functions that a call leads to, including constructors.
    pub fn plain_functions_called(&mut self, module: ModuleId, site: &CallSite) -> Vec<FunctionRef> {
        let mut targets = SmallVec::new();
        for part in self.called(module, site) {
            self.targets_of(part, module, &mut targets);
        }
        let function = |target: Target| match target {
            Target::Function(function) => Some(function),
            _ => None,
        };
        targets.into_iter().filter_map(function).collect()
    }

    /// Returns the properties of project classes that a function reads.
    fn properties_read_in(&mut self, function: FunctionRef) -> Vec<FunctionRef> {
        let summary = self.engine.summary(function.module);
        let definition = summary.function(function.function);
        let body = definition.header.end..definition.end;
        let is_read = |(id, expression): &(ExpressionId, &Expression)| {
            matches!(expression, Expression::Attribute { .. })
                && body.contains(&summary.span(*id).start)
                && summary.function_at(summary.span(*id).start) == Some(function.function)
                && !summary.is_long_chain(*id)
        };
        let all = (0..).map(ExpressionId).zip(&summary.expressions);
        let reads: Vec<_> = all.filter(is_read).collect();
        let mut found = Vec::new();
        for (_, read) in reads {
            let Expression::Attribute { value, name } = read else { continue };
            let object = self.expression(function.module, definition.scope, *value);
            for part in self.parts(object) {
                let Type::Instance(class, _) = part else { continue };
                found.extend(self.property_named(class, summary.name(*name)));
            }
        }
        found
    }
}

/// Returns the calls of a function with their indices, without those of inner functions.
pub(super) fn own_calls(summary: &Summary, function: FunctionId) -> impl Iterator<Item = (u32, &CallSite)> {
    let definition = summary.function(function);
    let start = |site: &CallSite| summary.span(site.expression).start;
    let first = summary.calls.partition_point(|site| start(site) < definition.header.start);
    let inside = (first as u32..).zip(&summary.calls[first..]);
    inside
        .take_while(move |(_, site)| start(site) < definition.end)
        .filter(move |(_, site)| summary.function_around(site.scope) == Some(function))
}

/// Returns whether a call passes a loop, or has arguments that are not visible.
fn is_given_loop(summary: &Summary, site: &CallSite) -> bool {
    let given = summary.arguments_of(site.expression).unwrap_or_default();
    let called = called_name(summary, site);
    let place = PLACES_OF_LOOP.iter().find(|(name, _)| called == Some(*name)).map(|(_, place)| *place);
    given.iter().enumerate().any(|(at, argument)| match argument.kind {
        ArgumentKind::Keyword(name) => summary.name(name) == "loop",
        ArgumentKind::DoubleStarred => true,
        ArgumentKind::Positional => place == Some(at),
        ArgumentKind::Starred => false,
    })
}

/// Returns whether the module and name are those of a function that gets the current loop. A policy method
/// does so too.
fn is_asking(path: &str) -> bool {
    let is_of_asyncio = path.starts_with("asyncio.") || path.starts_with("_asyncio.");
    is_of_asyncio && (path.rsplit('.').next() == Some(GET_EVENT_LOOP) || is(path, Role::TakesCurrentLoop))
}
