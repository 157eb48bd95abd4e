//! Static analysis of a pytest suite: its tests, marks and fixtures, and the event loop each test runs on.
//!
//! ```text
//! PytestConfiguration, installed versions ─► SuiteSettings   one for each directory
//! Summary of a test file ─► TestItem                          what pytest collects from it
//! conftest.py files, plugins ─► FixtureDefinition             the fixtures visible to an item, nearest first
//! all of these ─► Outcome                                     does the test run, by which plugin, on which loop
//! ```

pub mod asking;
mod browser;
mod browser_first;
pub mod collect;
mod compatibility;
mod configurations;
mod conventions;
mod cross_loop;
pub mod fixtures;
mod given_on;
mod hooks;
mod loop_left;
mod loop_of_test;
mod loop_override;
mod loop_settings;
mod marking_hooks;
mod marks;
mod needs_current_loop;
mod nested_run;
mod nose;
mod order;
mod outcome;
pub mod questions;
mod refusals;
mod set_last;
pub mod settings;
mod setup;
mod shared_loops;
mod skipped;
mod surely_taken;
pub mod taken_loop;
mod unmarking;
mod unreached;
mod unrun_fixture;
mod versions;
mod warned;

use std::rc::Rc;
use std::sync::Arc;

use loopmend_index::summary::NameId;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::engine::ModuleId;
use crate::file::File;
use crate::infer::{ClassRef, FunctionRef, Inference};
pub use marks::Marks;
use unmarking::Role;
pub(crate) use unreached::UnreachedFunctions;

pub use browser::SyncBrowserTest;
pub use browser_first::BrowserFirst;
pub use loopmend_core::Scope;

pub use collect::{FunctionKind, TestItem};
pub use compatibility::{Mismatch, MismatchEnd};
pub use configurations::UnknownOption;
pub use conventions::OF_TEST_CASE;
pub use conventions::{DroppedTest, MisspelledMark, SetupCaller, TestCaseBase, UnawaitedSetup};
pub use cross_loop::CrossLoopFixture;
pub use fixtures::{FixtureDefinition, FixtureMaker};
pub(crate) use loop_left::LoopsLeft;
pub use loop_of_test::LoopIdentity;
pub use loop_override::LoopOverride;
pub use loop_settings::{LoopSettings, NoLoopSettings};
pub use marking_hooks::MarkingHook;
pub use marks::Mark;
pub use nested_run::NestedRun;
pub use nose::NoseFunction;
pub use outcome::{Outcome, Prediction, Runner, Why};
pub use questions::{LoopRequest, OldMark, OutlivedLoop, SuiteFunction, UnrunTest};
pub use set_last::LoopsInOrder;
pub use settings::{Installed, Mode, ScopeSetting, SuiteSettings};
pub use taken_loop::TakenLoop;
pub use unrun_fixture::{FixtureAwaits, UnrunFixture};
pub use versions::{Behaviour, NEWEST_MEASURED};

/// A cache of facts about suites, by module.
#[derive(Default)]
pub(crate) struct Facts {
    tests: FxHashMap<ModuleId, Arc<[TestItem]>>,
    /// The marks, by function, file and classes of a test.
    marks: FxHashMap<(FunctionRef, ModuleId, Vec<ClassRef>), Arc<Marks>>,
    without_mark: FxHashMap<(FunctionRef, Role), bool>,
    given_to_marks: FxHashMap<ModuleId, Arc<FxHashSet<NameId>>>,
    marking_hooks: FxHashMap<(ModuleId, bool), bool>,
    steps_to_loop: FxHashMap<FunctionRef, Rc<surely_taken::Steps>>,
    other_runners: FxHashMap<ModuleId, Arc<[String]>>,
    autouse: FxHashMap<ModuleId, Arc<[String]>>,
    /// The fixtures with the classes of their values.
    bound_fixtures: FxHashMap<ModuleId, Arc<[(FixtureDefinition, String)]>>,
}

impl Inference<'_> {
    /// Returns the tests that pytest collects from a file, in source order.
    pub fn tests_collected_from(&mut self, module: ModuleId) -> Arc<[TestItem]> {
        if let Some(tests) = self.suite.tests.get(&module) {
            return tests.clone();
        }
        let tests: Arc<[TestItem]> = self.collected_tests(module).into();
        self.suite.tests.insert(module, tests.clone());
        tests
    }

    /// Returns the marks of a test. This is an outermost query.
    pub fn marks_of(&mut self, item: &TestItem) -> Arc<Marks> {
        let key = (item.function, item.module, item.classes.clone());
        if let Some(known) = self.suite.marks.get(&key) {
            return known.clone();
        }
        let found = Arc::new(self.find_marks(item));
        self.suite.marks.insert(key, found.clone());
        found
    }

    /// Returns whether a project function, or the decorator that it returns, certainly adds no mark.
    fn decorates_without_mark(&mut self, function: FunctionRef, role: Role) -> bool {
        if let Some(known) = self.suite.without_mark.get(&(function, role)) {
            return *known;
        }
        let found = self.find_whether_decorates_without_mark(function, role);
        self.suite.without_mark.insert((function, role), found);
        found
    }

    /// Returns the names in a module that are passed to a call of a mark: `pytest.mark.asyncio(test_it)`.
    fn names_given_to_marks(&mut self, module: ModuleId) -> Arc<FxHashSet<NameId>> {
        if let Some(known) = self.suite.given_to_marks.get(&module) {
            return known.clone();
        }
        let found = Arc::new(self.find_names_given_to_marks(module));
        self.suite.given_to_marks.insert(module, found.clone());
        found
    }

    /// Returns whether a `conftest.py` above a file, or a plugin named by the project, may add marks to its
    /// tests through a hook.
    fn has_marking_hook(&mut self, module: ModuleId) -> bool {
        self.known_marking_hook(module, true)
    }

    /// Returns whether a `conftest.py` above a file, or a plugin named by the project, may add marks
    /// through a hook. The pytest-asyncio mark on already collected tests does not count.
    fn has_taking_hook(&mut self, module: ModuleId) -> bool {
        self.known_marking_hook(module, false)
    }

    fn known_marking_hook(&mut self, module: ModuleId, count_late: bool) -> bool {
        if let Some(known) = self.suite.marking_hooks.get(&(module, count_late)) {
            return *known;
        }
        let found = self.find_marking_hook(module, count_late);
        self.suite.marking_hooks.insert((module, count_late), found);
        found
    }

    /// Returns the autouse fixtures that a module sees, without those of classes.
    fn autouse_of_module(&mut self, module: ModuleId) -> Arc<[String]> {
        if let Some(known) = self.suite.autouse.get(&module) {
            return known.clone();
        }
        let found: Arc<[String]> = self.find_autouse(module).into();
        self.suite.autouse.insert(module, found.clone());
        found
    }

    /// Returns the `conftest.py` files and plugins that a file sees with a hook that may run async tests.
    pub fn other_runners(&mut self, module: ModuleId) -> Arc<[String]> {
        if let Some(known) = self.suite.other_runners.get(&module) {
            return known.clone();
        }
        let found: Arc<[String]> = self.find_other_runners(module).into();
        self.suite.other_runners.insert(module, found.clone());
        found
    }
}

impl File<'_> {
    /// Returns the tests that pytest collects from the file, in source order.
    pub fn tests(&mut self) -> Arc<[TestItem]> {
        let module = self.module();
        self.inference_mut().tests_collected_from(module)
    }

    /// Returns the predicted outcome of a test under these settings.
    pub fn predict(&mut self, item: &TestItem, settings: &SuiteSettings) -> Prediction {
        self.inference_mut().predict(item, settings)
    }

    /// Returns the names of the fixtures that a test uses.
    pub fn fixtures_of(&mut self, item: &TestItem) -> Vec<String> {
        let used = self.inference_mut().fixtures_used_by(item);
        used.into_iter().map(|(name, _)| name).collect()
    }

    /// Returns the parameters of a test that `parametrize` provides.
    pub fn parameters_of(&mut self, item: &TestItem) -> Vec<String> {
        self.inference_mut().parameters_of(item)
    }

    /// Returns the test settings for the file's directory, or `None` for a text without a path.
    pub fn suite_settings(&self) -> Option<Arc<SuiteSettings>> {
        self.engine().suite_settings(self.module())
    }
}
