//! Calls of `asyncio.get_event_loop` where no event loop is running or set.

use loopmend_catalog::Role;
use loopmend_index::call_targets::LoopFunction;
use loopmend_index::summary::{ExpressionId, Summary};
use loopmend_project::PythonVersion;

use super::loopless::{LooplessCall, LooplessPlace};
use super::{Call, File};

/// `asyncio.get_event_loop` (docs.python.org/3/library/asyncio-eventloop.html#asyncio.get_event_loop).
const GET_EVENT_LOOP: [&LoopFunction; 2] = [
    &LoopFunction::new("_asyncio.get_event_loop", "asyncio.get_event_loop", "get_event_loop", false),
    &LoopFunction::new("asyncio.events.get_event_loop", "asyncio.get_event_loop", "get_event_loop", false),
];

/// The first version in which `asyncio.get_event_loop` does not create a loop
/// (docs.python.org/3/whatsnew/3.14.html#id7).
const FIRST_THAT_RAISES: PythonVersion = PythonVersion { major: 3, minor: 14 };

/// Returns these names, and those that make loops nestable.
pub(crate) fn names_that_set_loop() -> impl Iterator<Item = &'static str> {
    Role::SetsLoop.names().iter().chain(Role::NestsLoops.names()).copied()
}

impl File<'_> {
    /// Returns the calls of `asyncio.get_event_loop` at places where no event loop is running, in source
    /// order. Skips test files, files that may set a loop, and code that new versions of Python may not run.
    pub fn unset_loop_calls(&mut self) -> Vec<LooplessCall> {
        let names = &self.summary().names;
        let may_set_loop = || names_that_set_loop().any(|name| names.find(name).is_some());
        let is_left = names.find("get_event_loop").is_none()
            || may_set_loop()
            || self.may_leave_loop_running()
            || self.has_function_of_old_kind()
            || self.is_collected();
        if is_left {
            return Vec::new();
        }
        let mut found = self.loopless_calls_of(&GET_EVENT_LOOP);
        let may_raise =
            self.engine().project().highest_python().is_none_or(|highest| highest >= FIRST_THAT_RAISES);
        found.retain(|found| match found.place {
            // What is only deprecated harms no script.
            LooplessPlace::Script => may_raise,
            LooplessPlace::Module => true,
            _ => false,
        });
        found.retain(|found| {
            let calls: Vec<Call> = found.callers.iter().copied().chain([found.call]).collect();
            !calls.iter().any(|call| self.is_ruled_out_by_version(call.span, call.scope(), FIRST_THAT_RAISES))
        });
        found
    }

    /// Returns whether a top-level function is decorated with `asyncio.coroutine`, which Python 3.11
    /// removed (docs.python.org/3/whatsnew/3.11.html#removed). Later versions cannot load the file.
    fn has_function_of_old_kind(&self) -> bool {
        let summary = self.summary();
        let is_old = |decorator: &ExpressionId| {
            let path = summary.import_path(Summary::MODULE_SCOPE, *decorator);
            path.is_some_and(|path| path == "asyncio.coroutine" || path == "asyncio.coroutines.coroutine")
        };
        summary.functions.iter().any(|function| {
            summary.scope_around(function.scope) == Summary::MODULE_SCOPE
                && summary.list(function.decorators).iter().any(is_old)
        })
    }

    /// Returns the calls of `asyncio.get_event_loop` in plain tests and in their callees in the file, in
    /// source order. Returns nothing for a file that may set a loop.
    pub fn get_event_loop_calls_in_tests(&mut self) -> Vec<LooplessCall> {
        if self.summary().names.find("get_event_loop").is_none() || self.may_have_own_loop() {
            return Vec::new();
        }
        let mut found = self.loopless_calls_of(&GET_EVENT_LOOP);
        found.retain(|found| matches!(found.place, LooplessPlace::Test { .. }));
        found
    }

    /// Returns whether the file may set a loop. A runner sets one, and code that checks whether Python has
    /// `Runner` has an alternative.
    pub fn may_have_own_loop(&self) -> bool {
        let names = &self.summary().names;
        names_that_set_loop().any(|name| names.find(name).is_some())
            || self.text().contains("Runner")
            || self.may_leave_loop_running()
    }

    /// Returns whether the project requires Python 3.14 or later.
    pub fn runs_on_3_14(&self) -> bool {
        self.engine().project().python_version() >= FIRST_THAT_RAISES
    }
}
