//! The predicted outcome of a test: whether it runs, by which plugin, on which event loop, and why.

use loopmend_catalog::{Role, named};
use loopmend_index::call_targets::root_of;
use loopmend_index::summary::{ArgumentKind, Summary};
use loopmend_project::{Origin, Version};

use super::Scope;
use super::collect::{FunctionKind, TestItem};
use super::fixtures::{FixtureDefinition, FixtureMaker};
use super::loop_of_test::LoopIdentity;
use super::marks::{Mark, Marks};
use super::settings::{Installed, Mode, SuiteSettings, may_run_tests};
use super::versions::{Behaviour, MarkCheck};
use super::warned::Warned;
use crate::engine::ModuleId;
use crate::infer::{ClassRef, Inference, argument_named};

/// The plugin or framework that runs a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runner {
    /// pytest itself, for a test that is not a coroutine function.
    Pytest,
    /// pytest-asyncio.
    PytestAsyncio,
    /// The pytest plugin of anyio.
    Anyio,
    /// The pytest plugin that aiohttp includes.
    Aiohttp,
    /// `unittest.IsolatedAsyncioTestCase`, or another test case that awaits its tests.
    Unittest,
}

impl Runner {
    /// Returns the displayed name of the runner.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pytest => "pytest",
            Self::PytestAsyncio => "pytest-asyncio",
            Self::Anyio => "anyio",
            Self::Aiohttp => "aiohttp",
            Self::Unittest => "unittest",
        }
    }
}

/// The reason for an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A mark.
    Mark,
    /// The mode `auto`, which runs every async test.
    AutoMode,
    /// A setting.
    Setting,
    /// An `event_loop` fixture of the project.
    Override,
    /// The loop that a fixture or an earlier test set last. Up to pytest-asyncio 1.0 a test runs on this
    /// loop.
    SetLast,
    /// The default.
    Default,
}

/// The outcome of a test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The test runs without an event loop of a plugin.
    Plain,
    /// The test runs on an event loop.
    OnLoop {
        /// What runs the test.
        runner: Runner,
        /// The event loop.
        identity: LoopIdentity,
        /// Why the test runs.
        why_run: Why,
        /// Why the test runs on this loop.
        why_loop: Why,
    },
    /// No plugin runs the test. pytest skips it (before 8.4) or fails it.
    NotRun {
        /// Whether the test is only skipped; `None` if the version of pytest is unknown.
        is_skipped: Option<bool>,
    },
    /// The test contains a `yield`. pytest or pytest-asyncio collects it but does not run it.
    Yields,
    /// The test is called but its coroutine is never awaited. It passes regardless of its assertions.
    NeverAwaited,
    /// The test requests a fixture that does not exist.
    MissingFixture(String),
    /// The async fixture of this name outlives the loop on which it runs.
    ScopeMismatch(String),
    /// A fixture outlives another one that it requests.
    NarrowerFixture {
        /// The requesting fixture.
        asking: String,
        /// The requested fixture.
        asked: String,
    },
    /// No plugin runs an async fixture, and pytest rejects it (since 9).
    RefusedFixture(String),
    /// pytest cannot collect the class or file, for this reason.
    CollectionError(String),
    /// pytest exits before it runs a test, for this reason.
    SessionDies(String),
    /// The loop of the browser test with this ID is still running, so that no other loop can start.
    LoopRunning(String),
    /// An argument of the mark, or of a fixture's decorator, is invalid. Contains a description.
    WrongArgument(&'static str),
    /// The outcome is unknown, for this reason.
    Unknown(&'static str),
}

/// A test with its predicted outcome.
#[derive(Clone, Debug)]
pub struct Prediction {
    /// The node ID of the test, without parameters.
    pub node_id: String,
    /// The outcome.
    pub outcome: Outcome,
    /// The async fixtures that the test uses, with their event loops, in the order of their setup.
    pub fixtures: Vec<(String, LoopIdentity)>,
    /// Whether the test sees an `event_loop` fixture of the project, but pytest-asyncio runs it on another
    /// loop.
    pub ignores_override: bool,
}

impl<'e> Inference<'e> {
    /// Returns the predicted outcome of a test under these settings.
    pub fn predict(&mut self, item: &TestItem, settings: &SuiteSettings) -> Prediction {
        let node_id = self.engine.node_id(item);
        let mut suite = Predictor { inference: self, item, settings, node_id: &node_id };
        let (outcome, fixtures) = suite.outcome();
        let ignores_override = suite.ignores_override(&outcome);
        Prediction { outcome, fixtures, node_id, ignores_override }
    }
}

pub(super) struct Predictor<'i, 'e> {
    pub(super) inference: &'i mut Inference<'e>,
    pub(super) item: &'i TestItem,
    pub(super) settings: &'i SuiteSettings,
    pub(super) node_id: &'i str,
}

/// The fixtures that a test uses, by name.
pub(super) type Fixtures = Vec<(String, Option<FixtureDefinition>)>;

impl Predictor<'_, '_> {
    fn outcome(&mut self) -> (Outcome, Vec<(String, LoopIdentity)>) {
        let unknown = |why| (Outcome::Unknown(why), Vec::new());
        if self.settings.configuration.as_ref().is_some_and(|configuration| configuration.error.is_some()) {
            return unknown("pytest refuses its configuration");
        }
        let Some(kind) = self.inference.function_kind(self.item.function) else {
            return unknown("a decorator of the test is not understood");
        };
        let used = self.inference.fixtures_used_by(self.item);
        let marks = self.inference.marks_of(self.item);
        let behaviour = self.settings.behaviour();
        if self.item.is_unittest {
            return match self.refusal_in_test_case(&marks, &used, behaviour) {
                Some(refusal) => (refusal, Vec::new()),
                None => (self.outcome_in_test_case(kind), Vec::new()),
            };
        }
        if let Some(outcome) = self.outcome_of_generator(kind) {
            return (outcome, Vec::new());
        }
        let refusal =
            behaviour.and_then(|behaviour| self.refusal_at_collection(kind, &marks, &used, behaviour));
        if let Some(refusal) = refusal {
            return (refusal, Vec::new());
        }
        let is_taken_generator = kind == FunctionKind::AsyncGenerator && self.is_taken_by_asyncio(&marks);
        if is_taken_generator && behaviour.is_some_and(|behaviour| behaviour.leaves_out_generators) {
            return (Outcome::Yields, Vec::new());
        }
        if let Some(words) = self.refusal_of_mark(kind, &marks, behaviour) {
            return (Outcome::WrongArgument(words), Vec::new());
        }
        let fixtures = match self.set_up(&used, behaviour) {
            Ok(fixtures) => fixtures,
            Err(outcome) => return (outcome, Vec::new()),
        };
        let outcome = match kind {
            FunctionKind::Sync => self.outcome_of_plain(&marks, behaviour),
            FunctionKind::Coroutine | FunctionKind::AsyncGenerator => {
                self.outcome_of_coroutine(kind, &marks, &used, behaviour)
            }
        };
        (outcome, fixtures)
    }

    /// Returns whether the test sees an `event_loop` fixture of the project, but runs on another loop of
    /// pytest-asyncio.
    fn ignores_override(&mut self, outcome: &Outcome) -> bool {
        match outcome {
            Outcome::OnLoop { runner: Runner::PytestAsyncio, identity, .. } if !identity.is_of_override => {
                self.scope_of_override(&Vec::new()).is_some()
            }
            _ => false,
        }
    }

    /// Returns the error with which pytest-asyncio or an autouse fixture rejects a `unittest` test case.
    fn refusal_in_test_case(
        &mut self,
        marks: &Marks,
        used: &Fixtures,
        behaviour: Option<Behaviour>,
    ) -> Option<Outcome> {
        let mark = marks.nearest("asyncio");
        // Up to 1.3 a mark is looked at when anything that has one is set up.
        let checked = behaviour.zip(mark).filter(|(behaviour, _)| {
            matches!(behaviour.mark_check, MarkCheck::AtCollection | MarkCheck::AtSetup)
                && !behaviour.validates_scopes
        });
        let words = checked.and_then(|(behaviour, mark)| self.wrong_arguments(mark, behaviour));
        words.map(Outcome::WrongArgument).or_else(|| self.set_up(used, behaviour).err())
    }

    /// Returns the outcome of a test with `yield`. pytest rejects it since 8.4, and does not run it before.
    fn outcome_of_generator(&mut self, kind: FunctionKind) -> Option<Outcome> {
        let summary = self.inference.summary(self.item.function.module);
        if kind != FunctionKind::Sync || !summary.function(self.item.function.function).is_generator {
            return None;
        }
        let words = "pytest runs no test with `yield`";
        let version = self.settings.pytest.version()?;
        Some(match *version >= Version::new([8, 4]) {
            true => Outcome::CollectionError(words.to_owned()),
            false => Outcome::Yields,
        })
    }

    /// Returns what is wrong with the mark of an async test, if it is checked before any fixture is set up.
    fn refusal_of_mark(
        &mut self,
        kind: FunctionKind,
        marks: &Marks,
        behaviour: Option<Behaviour>,
    ) -> Option<&'static str> {
        let behaviour = behaviour.filter(|behaviour| behaviour.mark_check == MarkCheck::AtSetup)?;
        let mark = marks.nearest("asyncio").filter(|_| kind == FunctionKind::Coroutine)?;
        if self.settings.is_incomplete {
            return None;
        }
        self.wrong_arguments(mark, behaviour)
    }

    /// Returns whether pytest-asyncio claims the test if it is async, as far as is known.
    fn is_taken_by_asyncio(&self, marks: &Marks) -> bool {
        marks.nearest("asyncio").is_some() || self.settings.mode == Some(Mode::Auto)
    }

    /// Returns the name of the test without its scope.
    pub(super) fn test_name(&self) -> &str {
        self.node_id.rsplit("::").next().unwrap_or_default()
    }

    /// Returns the outcome of a plain test. A mark on a plain function is a warning, since 0.23.
    fn outcome_of_plain(&mut self, marks: &Marks, behaviour: Option<Behaviour>) -> Outcome {
        let is_warned = behaviour.is_some_and(|behaviour| behaviour.marker_takes_scope)
            && marks.nearest("asyncio").is_some()
            && self.settings.makes_errors_of(&Warned::marked_plain_test(self.test_name()));
        match is_warned {
            true => {
                Outcome::WrongArgument("a mark on a plain function is warned of, and warnings are errors")
            }
            false => Outcome::Plain,
        }
    }

    /// Returns the outcome in a test case. `unittest` awaits the tests of some classes only
    /// (docs.python.org/3/library/unittest.html#unittest.IsolatedAsyncioTestCase).
    fn outcome_in_test_case(&mut self, kind: FunctionKind) -> Outcome {
        if kind == FunctionKind::Sync {
            return Outcome::Plain;
        }
        let Some(class) = self.item.classes.last().copied() else { return Outcome::Plain };
        if self.inference.inherits(class, "unittest.async_case", "IsolatedAsyncioTestCase") {
            return self.run_for_itself(Runner::Unittest);
        }
        match self.inference.is_plain_test_case(class) {
            true => Outcome::NeverAwaited,
            false => Outcome::Unknown("its test case may await it"),
        }
    }

    fn outcome_of_coroutine(
        &mut self,
        kind: FunctionKind,
        marks: &Marks,
        used: &Fixtures,
        behaviour: Option<Behaviour>,
    ) -> Outcome {
        let is_wanted = |name: &str| used.iter().any(|(used, _)| used == name);
        if self.inference.is_taken_by_anyio(self.item, marks) || is_wanted("anyio_backend") {
            return match &self.settings.anyio {
                _ if self.inference.engine.has_pytest_plugin("anyio.pytest_plugin") => {
                    self.run_by_anyio(used)
                }
                Installed::Absent => self.not_run(),
                Installed::Version(_) | Installed::Unknown => {
                    Outcome::Unknown("no environment with anyio was found")
                }
            };
        }
        let mark = marks.nearest("asyncio");
        if Role::OtherMark.names().iter().any(|name| marks.nearest(name).is_some())
            || self.settings.is_incomplete
        {
            return Outcome::Unknown("another plugin may run it");
        }
        match &*self.inference.other_runners(self.item.module) {
            [] => {}
            // docs.aiohttp.org/en/stable/testing.html: it takes every async test.
            [only] if only == "aiohttp.pytest_plugin" && kind == FunctionKind::Coroutine => {
                return self.run_for_itself(Runner::Aiohttp);
            }
            _ => return Outcome::Unknown("another plugin may run it"),
        }
        let Some(behaviour) = behaviour else {
            return match self.settings.asyncio {
                Installed::Absent if !marks.are_open => self.not_run(),
                _ => Outcome::Unknown("no environment with pytest-asyncio was found"),
            };
        };
        let why_run = match (mark, self.settings.mode) {
            (Some(_), _) => Why::Mark,
            (None, Some(Mode::Auto)) => Why::AutoMode,
            (None, None) => return Outcome::Unknown("the mode of pytest-asyncio is not known"),
            (None, Some(Mode::Strict | Mode::Legacy)) if marks.may_take(Some(behaviour)) => {
                return Outcome::Unknown("it may have further marks");
            }
            (None, Some(Mode::Strict | Mode::Legacy)) => return self.not_run(),
        };
        // Up to 0.22 what it gives is thrown away.
        if kind == FunctionKind::AsyncGenerator {
            return Outcome::NeverAwaited;
        }
        self.run_by_asyncio(mark, marks, used, behaviour, why_run)
    }

    /// Returns the outcome of a test on a loop of its own.
    fn run_for_itself(&mut self, runner: Runner) -> Outcome {
        let identity = self.identity(Scope::Function);
        Outcome::OnLoop { runner, identity, why_run: Why::Default, why_loop: Why::Default }
    }

    fn not_run(&self) -> Outcome {
        let is_skipped = self.settings.pytest.version().map(|version| *version < Version::new([8, 4, 0]));
        Outcome::NotRun { is_skipped }
    }

    /// Returns the outcome of a test that anyio runs. anyio keeps one loop as long as a test or an async
    /// fixture uses it. The loop therefore has the scope of the longest-lived async fixture
    /// (anyio.readthedocs.io/en/stable/testing.html#using-async-fixtures-with-higher-scopes).
    fn run_by_anyio(&mut self, used: &Fixtures) -> Outcome {
        let mut scope = Scope::Function;
        for definition in used.iter().filter_map(|(_, found)| found.as_ref()) {
            if !definition.is_async || definition.maker != FixtureMaker::Pytest {
                continue;
            }
            match definition.scope {
                Some(kept) => scope = scope.max(kept),
                None => return Outcome::Unknown("the scope of a fixture is not plain"),
            }
        }
        let why_loop = if scope == Scope::Function { Why::Default } else { Why::Override };
        let identity = self.identity(scope);
        Outcome::OnLoop { runner: Runner::Anyio, identity, why_run: Why::Mark, why_loop }
    }

    fn run_by_asyncio(
        &mut self,
        mark: Option<&Mark>,
        marks: &Marks,
        used: &Fixtures,
        behaviour: Behaviour,
        why_run: Why,
    ) -> Outcome {
        let (scope, why_loop) = match self.loop_of_test(mark, marks, behaviour) {
            Ok(found) => found,
            Err(outcome) => return outcome,
        };
        if behaviour.loops_belong_to_collectors
            && let Some(words) = self.lack_of_collector(scope)
        {
            return Outcome::WrongArgument(words);
        }
        if let Err(outcome) = self.refuse_narrower_policy(scope, behaviour) {
            return outcome;
        }
        let runs_on_override = scope == Scope::Function && behaviour.has_event_loop_fixture;
        if runs_on_override && let Some(outcome) = self.run_on_override(used, why_run) {
            return outcome;
        }
        let identity = self.identity(scope);
        Outcome::OnLoop { runner: Runner::PytestAsyncio, identity, why_run, why_loop }
    }

    /// Returns the outcome of a test that runs on the loop of `event_loop`, which is the default up to
    /// 0.26.
    fn run_on_override(&mut self, used: &Fixtures, why_run: Why) -> Option<Outcome> {
        let scope = self.scope_of_override(used)?;
        Some(match scope {
            Some(scope) => Outcome::OnLoop {
                runner: Runner::PytestAsyncio,
                identity: self.identity_of_override(scope),
                why_run,
                why_loop: Why::Override,
            },
            None => Outcome::Unknown("the scope of `event_loop` is not plain"),
        })
    }

    /// Returns what is wrong with the arguments of a mark, in words.
    pub(super) fn wrong_arguments(&mut self, mark: &Mark, behaviour: Behaviour) -> Option<&'static str> {
        let summary = self.inference.summary(mark.module);
        let arguments = summary.arguments_of(mark.expression)?;
        let is_known = |name: &str| match name {
            name if named(name).has(Role::ScopeParameter) => true,
            "loop_factories" => behaviour.has_loop_factories,
            _ => false,
        };
        let is_wrong = arguments.iter().any(|argument| match argument.kind {
            ArgumentKind::Keyword(name) => !is_known(summary.name(name)),
            ArgumentKind::Positional => true,
            ArgumentKind::Starred | ArgumentKind::DoubleStarred => false,
        });
        let has = |name| argument_named(summary, mark.expression, name, usize::MAX).is_some();
        match (has("scope"), has("loop_scope")) {
            _ if is_wrong => Some("the mark takes `loop_scope` only"),
            (true, true) => Some("the mark has `scope` and `loop_scope`"),
            (true, false) if self.settings.makes_errors_of(&Warned::scope_of_mark()) => {
                Some("`scope` of the mark is deprecated, and warnings are errors")
            }
            _ => None,
        }
    }
}

/// The hook that runs a test function
/// (docs.pytest.org/en/stable/reference/reference.html#pytest.hookspec.pytest_pyfunc_call).
const RUNNING_HOOK: &str = "pytest_pyfunc_call";

/// The modules whose hooks are known, by prefix.
pub(super) const KNOWN_PLUGINS: [&str; 3] = ["pytest_asyncio.", "anyio.", "_pytest."];

impl Inference<'_> {
    /// Returns the `conftest.py` files and plugins that a file sees with a hook that may run async tests
    /// (docs.pytest.org/en/stable/reference/reference.html#pytest.hookspec.pytest_pyfunc_call).
    pub(super) fn find_other_runners(&mut self, module: ModuleId) -> Vec<String> {
        self.begin();
        let modules = self.fixture_modules(module).into_iter().filter(|module| {
            let name = self.engine.module_name(*module);
            !KNOWN_PLUGINS.iter().any(|known| name.starts_with(known))
        });
        let modules: Vec<ModuleId> = modules.collect();
        let mut runners = Vec::new();
        for module in modules {
            if self.engine.may_bind(module, RUNNING_HOOK) && self.has_hook(module, RUNNING_HOOK) {
                runners.push(self.engine.module_name(module).to_owned());
            }
        }
        let is_runner = |name: &String| may_run_tests(&root_of(name).replace('_', "-"));
        let unread = self.unread_plugins(module).into_iter().filter(is_runner);
        runners.extend(unread.filter(|name| !KNOWN_PLUGINS.iter().any(|known| name.starts_with(known))));
        runners
    }

    /// Returns the names of the plugins that the project names and whose code is not known: those that are not found, and those of which
    /// only a carried stub is.
    fn unread_plugins(&mut self, module: ModuleId) -> Vec<String> {
        let seen = self.fixture_modules(module);
        let mut named: Vec<ModuleId> = seen.into_iter().flat_map(|seen| self.plugins_of(seen)).collect();
        if let Some(plugins) = self.engine.named_plugins(module) {
            named.extend(plugins.modules.iter().map(|name| self.plugin_named(name, module)));
        }
        let engine = self.engine;
        let is_unread =
            |module: &ModuleId| engine.is_absent(*module) || engine.carried_library(*module).is_some();
        let unread = named.into_iter().filter(is_unread);
        unread.map(|module| engine.module_name(module).to_owned()).collect()
    }

    /// Returns whether a plugin has a hook. It may be imported, or a method: a plugin may also be an instance of a class.
    fn has_hook(&mut self, module: ModuleId, hook: &str) -> bool {
        let summary = self.summary(module);
        let is_method = |hook| summary.functions.iter().any(|function| function.name == hook);
        summary.names.find(hook).is_some_and(is_method)
            || !summary.bindings_of(Summary::MODULE_SCOPE, hook).is_empty()
    }

    /// Returns whether a `conftest.py` or plugin that a file sees may run async fixtures itself
    /// (docs.pytest.org/en/stable/reference/reference.html#pytest.hookspec.pytest_fixture_setup).
    pub(super) fn has_fixture_runner(&mut self, module: ModuleId) -> bool {
        self.begin();
        let modules = self.fixture_modules(module);
        let has_runner = modules.into_iter().any(|module| {
            let name = self.engine.module_name(module);
            !KNOWN_PLUGINS.iter().any(|known| name.starts_with(known))
                && ["pytest_fixture_setup", RUNNING_HOOK].into_iter().any(|hook| self.has_hook(module, hook))
        });
        has_runner || !self.unread_plugins(module).is_empty()
    }

    /// Returns whether nothing in a test case may await its tests. All its classes are known, and only
    /// Python's own determine how a test runs or how the class is created.
    pub fn is_plain_test_case(&mut self, class: ClassRef) -> bool {
        let order = self.mro(class);
        if order.contains(&None) {
            return false;
        }
        order.iter().flatten().all(|(owner, _)| {
            if self.engine.origin(owner.module) == Origin::StandardLibrary {
                return true;
            }
            let summary = self.summary(owner.module);
            let definition = summary.class(owner.class);
            let mut decorators = summary.list(definition.decorators).iter();
            definition.metaclass.is_none()
                && !definition.sets_any_attribute
                && decorators.all(|decorator| summary.is_mark(*decorator))
                && Role::MayAwaitTests
                    .names()
                    .iter()
                    .all(|name| summary.bindings_of(definition.scope, name).is_empty())
        })
    }
}
