//! Whether the fixtures of a test can be set up in pytest's order, and on which event loops the async ones
//! run.

use loopmend_project::{Origin, Version};
use loopmend_python::stack::grow_stack_for_step;
use rustc_hash::FxHashSet;

use super::fixtures::{FixtureDefinition, FixtureMaker};
use super::loop_of_test::LoopIdentity;
use super::outcome::{Fixtures, Outcome, Predictor};
use super::settings::{Installed, ScopeSetting};
use super::versions::Behaviour;
use super::warned::Warned;
use super::{Scope, SuiteSettings};

/// The fixture that provides the event loop policy.
const POLICY: &str = "event_loop_policy";

/// The fixtures that were set up, and the loops of the async ones.
#[derive(Default)]
struct SetUp {
    done: FxHashSet<String>,
    /// The fixtures whose requests are being set up.
    open: Vec<String>,
    loops: Vec<(String, LoopIdentity)>,
}

impl Predictor<'_, '_> {
    /// Returns the async fixtures that pytest-asyncio runs with their loops, or the first error of the
    /// setup. Fixtures with wider scopes come first
    /// (docs.pytest.org/en/stable/reference/fixtures.html#fixture-instantiation-order).
    pub(super) fn set_up(
        &mut self,
        used: &Fixtures,
        behaviour: Option<Behaviour>,
    ) -> Result<Vec<(String, LoopIdentity)>, Outcome> {
        self.refuse_own_policy(behaviour)?;
        let mut ordered: Vec<&(String, Option<FixtureDefinition>)> = used.iter().collect();
        let scope =
            |definition: &Option<FixtureDefinition>| definition.as_ref().and_then(|found| found.scope);
        ordered
            .sort_by_key(|(_, definition)| std::cmp::Reverse(scope(definition).unwrap_or(Scope::Function)));
        let mut state = SetUp::default();
        for (name, _) in ordered {
            self.set_up_one(name, used, behaviour, &mut state)?;
        }
        Ok(state.loops)
    }

    fn set_up_one(
        &mut self,
        name: &str,
        used: &Fixtures,
        behaviour: Option<Behaviour>,
        state: &mut SetUp,
    ) -> Result<(), Outcome> {
        if state.open.iter().any(|open| open == name) {
            return Err(Outcome::Unknown("its fixtures request each other in a circle"));
        }
        if !state.done.insert(name.to_owned()) {
            return Ok(());
        }
        let Some((_, definition)) = used.iter().find(|(known, _)| known == name) else { return Ok(()) };
        // Which fixtures the plugin has follows from the version, which may be another than the one that is installed.
        let is_of_plugin = |definition: &&FixtureDefinition| {
            name == "event_loop"
                && self.inference.engine.module_name(definition.function.module) == "pytest_asyncio.plugin"
        };
        let Some(definition) = definition.as_ref().filter(|definition| !is_of_plugin(definition)) else {
            return match self.is_missing(name, behaviour) {
                true => Err(Outcome::MissingFixture(name.to_owned())),
                false => Ok(()),
            };
        };
        state.open.push(name.to_owned());
        grow_stack_for_step(|| self.execute(definition, used, behaviour, state))?;
        state.open.pop();
        Ok(())
    }

    /// Sets up the requests of a fixture, then the fixture itself.
    fn execute(
        &mut self,
        definition: &FixtureDefinition,
        used: &Fixtures,
        behaviour: Option<Behaviour>,
        state: &mut SetUp,
    ) -> Result<(), Outcome> {
        let name = &definition.name;
        for asked in definition.requests.iter().filter(|asked| *asked != name) {
            let found = used.iter().find(|(known, _)| known == asked).and_then(|(_, found)| found.as_ref());
            refuse_narrower(definition, found)?;
            if found.is_none() && asked != "event_loop" && self.is_of_library(definition) {
                // A plugin defines what its own fixtures request, in ways that are not seen.
                continue;
            }
            self.set_up_one(asked, used, behaviour, state)?;
        }
        let viewpoint = self.inference.viewpoint_of(self.item);
        if let Some(hidden) = self.inference.hidden_fixture(viewpoint, definition) {
            refuse_narrower(definition, Some(&hidden))?;
            grow_stack_for_step(|| self.execute(&hidden, used, behaviour, state))?;
            // Both have one name, and the nearer one counts.
            state.loops.retain(|(known, _)| known != name);
        }
        if let Some(behaviour) = behaviour.filter(|behaviour| self.waits_for_loop(definition, *behaviour)) {
            let identity = self.checked_loop(definition, used, behaviour)?;
            if definition.is_async {
                state.loops.push((name.clone(), identity));
            }
        } else if self.is_refused(definition, used) {
            return Err(Outcome::RefusedFixture(name.clone()));
        }
        Ok(())
    }

    /// Whether an installed package defines a fixture.
    fn is_of_library(&self, definition: &FixtureDefinition) -> bool {
        self.inference.engine.origin(definition.function.module) == Origin::ThirdParty
    }

    /// Returns whether no fixture of a name exists. `event_loop` was removed in pytest-asyncio 1.0.
    fn is_missing(&mut self, name: &str, behaviour: Option<Behaviour>) -> bool {
        match name {
            "request" => false,
            "event_loop" => behaviour.is_some_and(|behaviour| !behaviour.has_event_loop_fixture),
            _ => self.sees_all_fixtures() && self.inference.is_without_fixture(self.item, name),
        }
    }

    /// Returns whether no plugin can define or run a fixture that is not visible.
    fn sees_all_fixtures(&self) -> bool {
        !self.settings.is_incomplete && !self.settings.are_locked
    }

    /// Returns whether pytest-asyncio provides a loop for a fixture.
    fn waits_for_loop(&self, definition: &FixtureDefinition, behaviour: Behaviour) -> bool {
        match definition.maker {
            FixtureMaker::PytestAsyncio => definition.is_async || behaviour.plain_fixtures_have_loops,
            FixtureMaker::Pytest => definition.is_async && self.settings.runs_all_fixtures(),
            FixtureMaker::Other => false,
        }
    }

    /// Returns whether an async fixture that no plugin runs is an error, as since pytest 9; 8.4 warns about
    /// it.
    fn refuses_unrun_fixture(&self, fixture: &str) -> bool {
        self.settings.pytest.version().is_some_and(|version| {
            let is_warned =
                || self.settings.makes_errors_of(&Warned::unrun_fixture(self.test_name(), fixture));
            *version >= Version::new([9]) || *version >= Version::new([8, 4]) && is_warned()
        })
    }

    /// Returns whether pytest rejects an async fixture because no plugin runs it.
    fn is_refused(&mut self, definition: &FixtureDefinition, used: &Fixtures) -> bool {
        let is_left_to_pytest = match definition.maker {
            FixtureMaker::Pytest => self.settings.asyncio != Installed::Unknown,
            FixtureMaker::PytestAsyncio => self.settings.asyncio == Installed::Absent,
            FixtureMaker::Other => false,
        };
        definition.is_async
            && is_left_to_pytest
            && self.sees_all_fixtures()
            && !self.settings.anyio_takes_all
            && used.iter().all(|(name, _)| name != "anyio_backend")
            && self.refuses_unrun_fixture(&definition.name)
            && !self.inference.has_fixture_runner(self.item.module)
    }

    /// Returns the loop of a fixture, which must live at least as long as the fixture.
    fn checked_loop(
        &mut self,
        definition: &FixtureDefinition,
        used: &Fixtures,
        behaviour: Behaviour,
    ) -> Result<LoopIdentity, Outcome> {
        let kept = definition.scope.ok_or(Outcome::Unknown("the scope of a fixture is not plain"))?;
        if definition.loop_scope.is_some() && !behaviour.has_loop_scope {
            return Err(Outcome::WrongArgument("`pytest_asyncio.fixture` takes no `loop_scope`"));
        }
        let scope = loop_scope_of_fixture(definition, kept, self.settings, behaviour)?;
        let is_elsewhere = match scope {
            // Only the first file of a package is given its loop.
            Scope::Package => behaviour.loops_belong_to_collectors && self.is_behind_in_package(),
            _ => behaviour.binds_fixtures_at_collection && self.is_bound_elsewhere(definition, scope),
        };
        if is_elsewhere {
            return Err(Outcome::MissingFixture(format!(
                "the loop that `{}` got elsewhere",
                definition.name
            )));
        }
        let identity = self.loop_of_fixture(scope, used, behaviour)?;
        if identity.scope < kept {
            return Err(Outcome::ScopeMismatch(definition.name.clone()));
        }
        Ok(identity)
    }

    /// Returns whether a fixture is bound to the loop of another file or class, which was collected before
    /// that of the test (0.23).
    fn is_bound_elsewhere(&mut self, definition: &FixtureDefinition, scope: Scope) -> bool {
        let place = definition.function.module;
        let is_of_class = self.inference.class_around(definition.function).is_some();
        match scope {
            Scope::Module if place != self.item.module => self
                .inference
                .first_test(place, |_| true)
                .is_some_and(|first| first.module != self.item.module),
            Scope::Class if !is_of_class => {
                let first = self.inference.first_test(place, |test| !test.classes.is_empty());
                first.is_some_and(|first| first.classes != self.item.classes)
            }
            _ => false,
        }
    }

    /// Returns whether another test file of the nearest package was collected before that of the test.
    fn is_behind_in_package(&mut self) -> bool {
        let root = self.settings.directory();
        let Some(package) = self.inference.engine.package_around(self.item.module, root) else {
            return false;
        };
        let first = self.inference.first_test_below(&root.join(package), |_| true);
        first.is_some_and(|first| first.module != self.item.module)
    }

    fn loop_of_fixture(
        &mut self,
        scope: Scope,
        used: &Fixtures,
        behaviour: Behaviour,
    ) -> Result<LoopIdentity, Outcome> {
        if behaviour.loops_belong_to_collectors
            && let Some(words) = self.lack_of_collector(scope)
        {
            return Err(Outcome::WrongArgument(words));
        }
        self.refuse_narrower_policy(scope, behaviour)?;
        let runs_on_override = scope == Scope::Function && behaviour.has_event_loop_fixture;
        match self.scope_of_override(used).filter(|_| runs_on_override) {
            None => Ok(self.identity(scope)),
            Some(stated) => stated
                .map(|scope| self.identity_of_override(scope))
                .ok_or(Outcome::Unknown("the loop scope of a fixture is not plain")),
        }
    }

    /// Rejects an override of `event_loop_policy`, which every test requests and whose override is
    /// deprecated.
    fn refuse_own_policy(&mut self, behaviour: Option<Behaviour>) -> Result<(), Outcome> {
        if !behaviour.is_some_and(|behaviour| behaviour.warns_of_policy)
            || !self.settings.makes_errors_of(&Warned::own_policy())
        {
            return Ok(());
        }
        let Some(policy) = self.policy_fixture() else { return Ok(()) };
        match self.inference.engine.module_name(policy.function.module) == "pytest_asyncio.plugin" {
            true => Ok(()),
            false => Err(Outcome::WrongArgument(
                "a fixture `event_loop_policy` is warned of, and warnings are errors",
            )),
        }
    }

    fn policy_fixture(&mut self) -> Option<FixtureDefinition> {
        self.inference.begin();
        let viewpoint = self.inference.viewpoint_of(self.item);
        self.inference.fixture_named(viewpoint, POLICY)
    }

    /// Rejects a narrower `event_loop_policy`, which a loop requests and the project may override.
    pub(super) fn refuse_narrower_policy(
        &mut self,
        scope: Scope,
        behaviour: Behaviour,
    ) -> Result<(), Outcome> {
        if behaviour.fixtures_run_on_event_loop {
            return Ok(());
        }
        match self.policy_fixture().and_then(|policy| policy.scope) {
            Some(narrower) if narrower < scope => Err(Outcome::NarrowerFixture {
                asking: format!("the loop of the {}", scope.name()),
                asked: POLICY.to_owned(),
            }),
            _ => Ok(()),
        }
    }

    /// Returns why there is no loop of a scope for the test, in versions where loops belong to collectors.
    pub(super) fn lack_of_collector(&self, scope: Scope) -> Option<&'static str> {
        let engine = self.inference.engine;
        let is_in_package = || engine.package_around(self.item.module, self.settings.directory()).is_some();
        match scope {
            Scope::Class if self.item.classes.is_empty() => {
                Some("a loop for a class, and no class around the test")
            }
            Scope::Package if !is_in_package() => {
                Some("a loop for a package, and no package around the test")
            }
            _ => None,
        }
    }
}

/// Rejects a request of a fixture for one with a narrower scope.
fn refuse_narrower(asking: &FixtureDefinition, asked: Option<&FixtureDefinition>) -> Result<(), Outcome> {
    let Some(asked) = asked else { return Ok(()) };
    match (asking.scope, asked.scope) {
        (Some(kept), Some(narrower)) if narrower < kept => {
            Err(Outcome::NarrowerFixture { asking: asking.name.clone(), asked: asked.name.clone() })
        }
        _ => Ok(()),
    }
}

/// Returns the loop scope of an async fixture.
pub(super) fn loop_scope_of_fixture(
    definition: &FixtureDefinition,
    kept: Scope,
    settings: &SuiteSettings,
    behaviour: Behaviour,
) -> Result<Scope, Outcome> {
    match (definition.loop_scope, settings.fixture_loop_scope) {
        _ if behaviour.fixtures_run_on_event_loop => Ok(Scope::Function),
        (Some(stated), _) => stated.ok_or(Outcome::Unknown("the loop scope of a fixture is not plain")),
        (None, ScopeSetting::Scope(scope)) if behaviour.has_loop_scope => Ok(scope),
        (None, ScopeSetting::OfFixture) if behaviour.has_fixture_scope_setting => Ok(kept),
        (None, ScopeSetting::Invalid | ScopeSetting::OfFixture) if behaviour.has_loop_scope => {
            Err(match behaviour.has_event_loop_fixture {
                true => Outcome::WrongArgument("`asyncio_default_fixture_loop_scope` is no scope"),
                false => Outcome::MissingFixture(
                    "a loop of the scope `asyncio_default_fixture_loop_scope`".to_owned(),
                ),
            })
        }
        (None, _) => Ok(kept),
    }
}
