//! Fixtures whose value is bound to one event loop, and that tests on another loop use.

use loopmend_core::Place;
use loopmend_index::summary::{ExpressionId, FunctionId};
use loopmend_paths::Origins;
use rustc_hash::FxHashSet;

use super::SuiteSettings;
use super::collect::TestItem;
use super::fixtures::FixtureDefinition;
use super::loop_of_test::LoopIdentity;
use super::outcome::Outcome;
use super::questions::SuiteFunction;
use crate::engine::ModuleId;
use crate::file::File;
use crate::infer::{FunctionRef, Inference, Location, Type};

/// A fixture whose value is bound to its event loop, and a test of the file that uses the value on another
/// loop.
#[derive(Clone, Debug)]
pub struct CrossLoopFixture {
    /// The name of the fixture.
    pub name: String,
    /// The fixture, if it is in the file.
    pub fixture: Option<SuiteFunction>,
    /// The `def` of the fixture.
    pub definition: Option<Place>,
    /// The loop on which the fixture runs.
    pub made_on: LoopIdentity,
    /// The first test that uses the fixture on another loop.
    pub user: SuiteFunction,
    /// The other such tests in the file.
    pub others: Vec<SuiteFunction>,
    /// The loop on which the first test runs.
    pub used_on: LoopIdentity,
    /// The type of the value: `Future`.
    pub value: String,
}

impl CrossLoopFixture {
    /// Returns the function to fix in the file: the fixture if it is in the file, otherwise the test.
    pub fn reported(&self) -> &SuiteFunction {
        self.fixture.as_ref().unwrap_or(&self.user)
    }
}

/// Classes whose objects are bound to the current loop from their creation, by module and name. The locks
/// and queues of asyncio are bound to a loop only when they have to wait
/// (docs.python.org/3/whatsnew/3.10.html#asyncio).
const BOUND: [(&str, &str); 10] = [
    ("_asyncio", "Future"),
    ("asyncio.futures", "Future"),
    ("asyncio.tasks", "Task"),
    ("asyncio.events", "AbstractEventLoop"),
    ("asyncio.events", "AbstractServer"),
    ("asyncio.streams", "StreamReader"),
    ("asyncio.streams", "StreamWriter"),
    ("asyncio.transports", "BaseTransport"),
    ("asyncio.subprocess", "Process"),
    ("aiohttp.client", "ClientSession"),
];

impl File<'_> {
    /// Returns the async fixtures whose value is bound to another loop than that of a test that awaits it,
    /// in source order.
    pub fn cross_loop_fixtures(&mut self) -> Vec<CrossLoopFixture> {
        let Some(settings) = self.settings_of_tests("async") else { return Vec::new() };
        if settings.asyncio.version().is_none() || settings.is_incomplete {
            return Vec::new();
        }
        let module = self.module();
        let bound = self.inference_mut().bound_fixtures(module);
        if bound.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(FunctionRef, CrossLoopFixture)> = Vec::new();
        for item in self.tests().iter().filter(|item| item.function.module == module) {
            let used = self.inference_mut().fixtures_used_by(item);
            for (definition, value) in &bound {
                if used.iter().all(|(name, _)| *name != definition.name) {
                    continue;
                }
                let Some(cross) = self.cross_loop_fixture((item, &used), definition, value, &settings) else {
                    continue;
                };
                match found.iter_mut().find(|(function, _)| *function == definition.function) {
                    Some((_, first)) => first.others.push(cross.user),
                    None => found.push((definition.function, cross)),
                }
            }
        }
        let mut found: Vec<CrossLoopFixture> = found.into_iter().map(|(_, cross)| cross).collect();
        found.sort_by_key(|cross| cross.reported().header.start);
        found
    }

    /// Returns the finding for a fixture that a test requests, if the test awaits the value on another
    /// loop.
    fn cross_loop_fixture(
        &mut self,
        (item, used): (&TestItem, &[(String, Option<FixtureDefinition>)]),
        definition: &FixtureDefinition,
        value: &str,
        settings: &SuiteSettings,
    ) -> Option<CrossLoopFixture> {
        let name = &definition.name;
        let is_awaited = self.awaits_name(item.function, name);
        if !is_awaited && !used.iter().any(|(_, other)| other.as_ref().is_some_and(|it| passes_on(it, name)))
        {
            return None;
        }
        let prediction = self.predict(item, settings);
        let Outcome::OnLoop { identity: used_on, .. } = prediction.outcome else { return None };
        let on_used =
            |other: &str| prediction.fixtures.iter().any(|(known, on)| known == other && *on == used_on);
        let is_given_on = || {
            let mut others = used.iter().filter_map(|(_, other)| other.as_ref());
            others.any(|other| passes_on(other, name) && on_used(&other.name))
        };
        if !is_awaited && !is_given_on() {
            return None;
        }
        let is_it = |(used, found): &(String, Option<FixtureDefinition>)| {
            used == name && found.as_ref().is_some_and(|found| found.function == definition.function)
        };
        let made_on =
            prediction.fixtures.into_iter().find(|(used, _)| used == name).map(|(_, made_on)| made_on);
        let made_on = made_on.filter(|made_on| *made_on != used_on && used.iter().any(is_it))?;
        let is_here = definition.function.module == self.module();
        Some(CrossLoopFixture {
            name: name.clone(),
            fixture: is_here.then(|| self.suite_function(definition.function.function)),
            definition: self.place_of_function(definition.function),
            made_on,
            user: self.suite_function(item.function.function),
            others: Vec::new(),
            used_on,
            value: value.to_owned(),
        })
    }

    /// Returns whether a function awaits a name, or a call of one of its methods.
    fn awaits_name(&self, function: FunctionRef, name: &str) -> bool {
        let summary = self.summary();
        let scope = summary.function(function.function).scope;
        let is_it = |expression| {
            let parts = summary.dotted_parts(summary.callee_or_itself(expression));
            parts.is_some_and(|parts| parts.first() == Some(&name))
        };
        let mut calls = summary.calls_in(scope);
        let mut uses = summary.protocol_uses.iter().filter(|used| used.scope == scope);
        calls.any(|call| call.usage.is_awaited() && is_it(call.expression))
            || uses.any(|used| is_it(used.value))
    }
}

/// Returns whether an async fixture gets the value of another one, and so may give it on.
fn passes_on(fixture: &FixtureDefinition, name: &str) -> bool {
    fixture.is_async && fixture.requests.iter().any(|requested| requested == name)
}

impl Inference<'_> {
    /// Returns the async fixtures of the project that a module sees and whose values are bound to a loop,
    /// with the classes of the values.
    fn bound_fixtures(&mut self, module: ModuleId) -> Vec<(FixtureDefinition, String)> {
        self.begin();
        let modules = self.fixture_modules(module).into_iter().chain([module]);
        let modules: FxHashSet<ModuleId> = modules.filter(|module| self.engine.is_mutable(*module)).collect();
        let mut found = Vec::new();
        for module in modules {
            if let Some(known) = self.suite.bound_fixtures.get(&module) {
                found.extend(known.iter().cloned());
                continue;
            }
            let own = self.bound_fixtures_in(module);
            found.extend(own.iter().cloned());
            self.suite.bound_fixtures.insert(module, own.into());
        }
        found
    }

    fn bound_fixtures_in(&mut self, module: ModuleId) -> Vec<(FixtureDefinition, String)> {
        let summary = self.summary(module);
        let functions = (0..summary.functions.len() as u32).map(FunctionId);
        let asyncs: Vec<FunctionId> = functions.filter(|id| summary.function(*id).is_async).collect();
        let mut found = Vec::new();
        for function in asyncs {
            self.begin();
            let Some(definition) = self.fixture_definition(FunctionRef { module, function }) else {
                continue;
            };
            if let Some(class) = self.loop_bound_value(&definition) {
                found.push((definition, class));
            }
        }
        found
    }

    /// Returns the class of a fixture's value, if the value is bound to the loop on which it is created.
    /// This is an outermost query.
    fn loop_bound_value(&mut self, fixture: &FixtureDefinition) -> Option<String> {
        self.begin();
        let summary = self.summary(fixture.function.module);
        let definition = summary.function(fixture.function.function);
        let given = if fixture.is_generator { definition.yielded } else { definition.returned };
        let at = Location::in_scope(fixture.function.module, definition.scope);
        let mut class = None;
        for value in summary.list(given) {
            let known = self.documented_class(at, *value);
            let value = self.evaluate(at, *value);
            class = Some(known.or_else(|| self.bound_class(value))?);
        }
        class
    }

    /// Returns the class of a library of which a value is an instance, if its objects belong to an event loop.
    fn documented_class(&self, at: Location, value: ExpressionId) -> Option<String> {
        let made = Origins::new(self.engine).documented(at.module, at.scope, value)?;
        let class = made.class().filter(|class| class.is_bound_to_loop())?;
        class.name.rsplit('.').next().map(str::to_owned)
    }

    fn bound_class(&mut self, value: Type) -> Option<String> {
        let Type::Instance(class, _) = value else { return None };
        let is_bound = BOUND.iter().any(|(module, name)| self.inherits(class, module, name));
        is_bound.then(|| self.class_name(class).to_owned())
    }
}
