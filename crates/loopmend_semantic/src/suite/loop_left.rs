//! The current event loop that tests leave behind, in the order in which pytest runs them. By the source of
//! `asyncio.runners`, a `Runner` sets its loop when it first runs something, and sets none when it is
//! closed.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use loopmend_catalog::{Role, named};
use loopmend_core::at_work::uncounted;
use loopmend_infer::sharded::Sharded;
use rustc_hash::FxHashMap;

use super::collect::TestItem;
use super::loop_of_test::LoopIdentity;
use super::outcome::{Outcome, Runner};
use super::settings::SuiteSettings;
use super::{Scope, order};
use crate::engine::{Engine, ModuleId};
use crate::file::{File, names_that_set_loop};
use crate::infer::ClassRef;

/// The ID of the preceding async test whose end left no loop, by file.
type EndedBefore = FxHashMap<ModuleId, Arc<str>>;

/// The event loops that the tests of one revision leave behind.
#[derive(Default)]
pub(crate) struct LoopsLeft {
    /// The answers, by pytest configuration.
    before: Sharded<Option<PathBuf>, Arc<OnceLock<EndedBefore>>>,
    /// Whether the project may set a loop for the tests of all files.
    may_be_set: OnceLock<bool>,
}

/// The current event loop that one test leaves behind.
enum Left {
    /// The loop from before the test.
    AsBefore,
    /// No loop: the test's own loop ended.
    Ended,
    /// A loop with this scope, of the test itself or of its fixtures.
    Kept { scope: Scope, is_of_test: bool },
    /// Unknown.
    Unknown,
}

impl Engine<'_> {
    /// Returns whether a project file may set a loop for all tests, through a hook or through code that
    /// they call. An answer that uses this depends on the project.
    pub fn may_set_loop_for_tests(&self) -> bool {
        *self.loops_left.may_be_set.get_or_init(|| {
            let names: Vec<&str> =
                names_that_set_loop().chain(Role::MaySetLoop.names().iter().copied()).collect();
            let mut files = (0..self.project().files().len()).map(ModuleId::of_file);
            files.any(|file| {
                self.may_bind_any(file, &names)
                    && names.iter().any(|name| self.summary(file).names.find(name).is_some())
            })
        })
    }

    /// Returns the ID of the async test before this file whose end left no event loop, if nothing has set
    /// one since. An answer that uses this depends on the project.
    fn ended_before_file(&self, module: ModuleId, settings: &SuiteSettings) -> Option<Arc<str>> {
        let key = settings.configuration.as_ref().map(|configuration| configuration.path.clone());
        let known = self.loops_left.before.shard(&key).entry(key).or_default().clone();
        known.get_or_init(|| uncounted(|| self.ended_before_files(settings))).get(&module).cloned()
    }

    fn ended_before_files(&self, settings: &SuiteSettings) -> EndedBefore {
        let mut found = EndedBefore::default();
        let mut ended: Option<Arc<str>> = None;
        for module in self.test_files_in_order(settings).unwrap_or_default() {
            if let Some(ended) = &ended {
                found.insert(module, ended.clone());
            }
            let mut file = File::new(self, module);
            if !file.is_skipped_whole() {
                ended = file.ended_behind(ended, settings);
            }
        }
        found
    }
}

impl File<'_> {
    /// Returns, for each test of the file, the name of a preceding async test whose end left no event loop.
    /// Nothing may have set a loop since. That test is in the file, or in one that runs before it. Returns
    /// nothing if the configuration may deselect tests.
    pub fn ended_before_tests(
        &mut self,
        items: &[TestItem],
        settings: &SuiteSettings,
    ) -> Vec<Option<Arc<str>>> {
        if order::chooses(settings) {
            return vec![None; items.len()];
        }
        let mut ended = self.engine().ended_before_file(self.module(), settings);
        let mut found = Vec::new();
        for item in items {
            found.push(ended.clone());
            match self.left_by(item, settings) {
                Left::AsBefore => {}
                Left::Ended => ended = Some(item.name.as_str().into()),
                Left::Kept { .. } | Left::Unknown => ended = None,
            }
        }
        found
    }

    /// Returns what a file leaves after all its tests: the ID of the async test whose end left no loop.
    fn ended_behind(&mut self, before: Option<Arc<str>>, settings: &SuiteSettings) -> Option<Arc<str>> {
        for item in self.tests().iter().rev() {
            let is_it = match self.left_by(item, settings) {
                Left::AsBefore => continue,
                Left::Ended => true,
                Left::Kept { scope, is_of_test } if scope <= Scope::Module => {
                    if !is_of_test {
                        continue;
                    }
                    true
                }
                Left::Kept { .. } | Left::Unknown => false,
            };
            return is_it.then(|| self.engine().node_id(item).into());
        }
        before
    }

    fn left_by(&mut self, item: &TestItem, settings: &SuiteSettings) -> Left {
        if self.inference_mut().is_skipped(item) {
            return Left::AsBefore;
        }
        if item.is_unittest && !self.is_case_of_project(item) {
            return Left::Unknown;
        }
        let prediction = self.predict(item, settings);
        match prediction.outcome {
            Outcome::OnLoop { runner: Runner::PytestAsyncio, identity, .. } => match identity.scope {
                Scope::Function if self.may_fail(item) => left_by_fixtures(&prediction.fixtures),
                Scope::Function => Left::Ended,
                scope => Left::Kept { scope, is_of_test: !self.may_fail(item) },
            },
            Outcome::Unknown(_) => Left::Unknown,
            _ => left_by_fixtures(&prediction.fixtures),
        }
    }

    /// Returns whether all classes of a test case are known and belong to Python or the project.
    pub fn is_case_of_project(&mut self, item: &TestItem) -> bool {
        let engine = self.engine();
        let inference = self.inference_mut();
        item.classes.iter().all(|class| {
            let is_own = |class: &ClassRef| engine.is_mutable(class.module) || engine.is_stub(class.module);
            inference.is_plain_test_case(*class)
                && inference.mro(*class).iter().flatten().all(|(owner, _)| is_own(owner))
        })
    }

    /// Returns whether a test may not run, or is expected to fail.
    pub fn may_fail(&mut self, item: &TestItem) -> bool {
        let inference = self.inference_mut();
        let marks = inference.marks_of(item);
        inference.is_skipped(item)
            || marks.known.iter().any(|mark| named(mark.name.as_str()).has(Role::ConditionalMark))
    }
}

/// Returns what async fixtures leave: a loop that outlives the test.
fn left_by_fixtures(fixtures: &[(String, LoopIdentity)]) -> Left {
    match fixtures.iter().map(|(_, identity)| identity.scope).max() {
        Some(scope) if scope > Scope::Function => Left::Kept { scope, is_of_test: false },
        _ => Left::AsBefore,
    }
}
