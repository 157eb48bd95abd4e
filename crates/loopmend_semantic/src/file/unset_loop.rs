//! Calls of `asyncio.get_event_loop` where no event loop is running or set.

use loopmend_catalog::{Role, named};
use loopmend_index::call_targets::{LoopFunction, root_of};
use loopmend_index::summary::{BindingKind, ExpressionId, Summary};
use loopmend_project::{Origin, PythonVersion};

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

/// The first version that warns of it wherever no loop is set (docs.python.org/3/whatsnew/3.12.html#deprecated).
const FIRST_THAT_WARNS: PythonVersion = PythonVersion { major: 3, minor: 12 };

/// The maximum number of modules whose imports are followed from one call.
const MAX_IMPORTED: usize = 32;

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
        let (may_raise, may_warn) = (self.may_run_on(FIRST_THAT_RAISES), self.may_run_on(FIRST_THAT_WARNS));
        found.retain(|found| match found.place {
            // What is only deprecated harms no script.
            LooplessPlace::Script => may_raise,
            LooplessPlace::Module => may_warn,
            _ => false,
        });
        found.retain(|found| {
            let calls: Vec<Call> = found.callers.iter().copied().chain([found.call]).collect();
            !calls.iter().any(|call| {
                self.is_ruled_out_by_version(call.span, call.scope(), FIRST_THAT_RAISES)
                    || self.is_for_older_python(call.scope(), FIRST_THAT_WARNS)
            })
        });
        if !found.is_empty() && self.is_dead_module() {
            found.clear();
        }
        found.retain(|found| !self.is_loop_set_before(found) && !self.follows_failed_start(found.call.span));
        found
    }

    /// Returns whether the imports before a call import a library that gets the event loop. The import creates the loop that the call then returns,
    /// or raises first.
    fn is_loop_set_before(&mut self, found: &LooplessCall) -> bool {
        let first = found.callers.last().unwrap_or(&found.call).span.start;
        let engine = self.engine();
        let mut modules = vec![(self.module(), first)];
        let mut next = 0;
        while let Some((module, end)) = modules.get(next).copied() {
            next += 1;
            self.inference_mut().rest_on_text(module);
            let summary = engine.summary(module);
            let entries = summary.scope(Summary::MODULE_SCOPE).entries.iter();
            let bindings = entries.flat_map(|entry| summary.bindings_in(*entry));
            let before = bindings.filter(|binding| {
                let is_run = || engine.in_text(module, |text| is_import_at_margin(text, binding.offset));
                binding.offset <= end && binding.is_unconditional() && is_run() == Some(true)
            });
            let imported = before.filter_map(|binding| match binding.kind {
                BindingKind::Import { module } | BindingKind::ImportFrom { module, .. } => {
                    Some(summary.name(module))
                }
                _ => None,
            });
            for name in imported {
                if named(root_of(name)).has(Role::GetsLoopOnImport) {
                    return true;
                }
                let imported = engine.resolve(name, module);
                let is_own = !engine.is_absent(imported) && engine.origin(imported) == Origin::FirstParty;
                if is_own
                    && modules.len() < MAX_IMPORTED
                    && !modules.iter().any(|(known, _)| *known == imported)
                {
                    modules.push((imported, u32::MAX));
                }
            }
        }
        false
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

    /// Returns whether `set` and `asyncio.Task` take type arguments in all versions of Python that the project runs on. Versions before the
    /// oldest known one count as that one, so that it may stand for versions without.
    pub fn has_generic_sets(&self) -> bool {
        self.engine().project().python_version() > PythonVersion::OLDEST
    }

    /// Returns whether the project requires Python 3.14 or later.
    pub fn runs_on_3_14(&self) -> bool {
        self.engine().project().python_version() >= FIRST_THAT_RAISES
    }
}

/// Returns whether the import that takes effect at an offset is in no block, such as `if TYPE_CHECKING:`, whose imports count as unconditional.
fn is_import_at_margin(text: &[u8], offset: u32) -> bool {
    let before = &text[..text.len().min(offset as usize)];
    let mut lines = before.split(|byte| *byte == b'\n').rev();
    let is_first = |line: &&[u8]| line.first().is_some_and(|byte| byte.is_ascii_alphabetic());
    lines.find(is_first).is_some_and(|line| line.starts_with(b"import ") || line.starts_with(b"from "))
}
