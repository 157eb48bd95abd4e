//! Files and classes that pytest cannot collect, and errors that end the session before a test runs.

use std::path::Path;

use loopmend_index::summary::{BindingKind, FunctionId, Summary};
use rustc_hash::FxHashSet;

use super::Scope;
use super::collect::{FunctionKind, TestItem};
use super::fixtures::FixtureMaker;
use super::marks::Marks;
use super::outcome::{Fixtures, Outcome, Prediction, Predictor};
use super::settings::{Installed, SuiteSettings};
use super::setup::loop_scope_of_fixture;
use super::versions::{Behaviour, MarkCheck};
use super::warned::Warned;
use crate::engine::{Engine, ModuleId};
use crate::file::File;
use crate::infer::{ClassRef, FunctionRef, Inference};

/// The maximum number of files to which imports are followed.
const MOST_IMPORTS: usize = 64;

impl File<'_> {
    /// Returns the predictions for all tests of the file under these settings, in source order. A test that
    /// prevents the collection of its class or file affects the other tests there.
    pub fn predictions(&mut self, settings: &SuiteSettings) -> Vec<Prediction> {
        let module = self.module();
        let items = self.tests();
        let inference = self.inference_mut();
        let mut predictions: Vec<Prediction> =
            items.iter().map(|item| inference.predict(item, settings)).collect();
        let of_all = settings
            .death()
            .map(Outcome::SessionDies)
            .or_else(|| inference.import_error(module, settings))
            .or_else(|| inference.unknown_hook(module, settings));
        if let Some(outcome) = of_all {
            for prediction in &mut predictions {
                prediction.end_with(&outcome);
            }
            return predictions;
        }
        spread_collection_errors(&items, &mut predictions);
        predictions
    }
}

impl Prediction {
    /// Sets the outcome of a test that ends before its setup.
    fn end_with(&mut self, outcome: &Outcome) {
        self.outcome = outcome.clone();
        self.fixtures.clear();
        self.ignores_override = false;
    }
}

/// Spreads collection errors. pytest collects the functions of a class, or of the top level of a file,
/// together with the classes in it.
fn spread_collection_errors(items: &[TestItem], predictions: &mut [Prediction]) {
    let broken: Vec<(&[ClassRef], Outcome)> = items
        .iter()
        .zip(predictions.iter())
        .filter(|(_, prediction)| matches!(prediction.outcome, Outcome::CollectionError(_)))
        .map(|(item, prediction)| (item.classes.as_slice(), prediction.outcome.clone()))
        .collect();
    for (item, prediction) in items.iter().zip(predictions) {
        let around = broken.iter().find(|(classes, _)| item.classes.starts_with(classes));
        if let Some((_, outcome)) = around {
            prediction.end_with(outcome);
        }
    }
}

impl SuiteSettings {
    /// Returns why pytest exits before it runs a test, according to its configuration.
    fn death(&self) -> Option<String> {
        let Installed::Version(plugin) = &self.asyncio else { return None };
        let behaviour = Behaviour::of(plugin);
        if self.mode.is_none() && self.configuration.as_ref().is_some_and(|found| found.error.is_none()) {
            return Some("`asyncio_mode` is no mode".to_owned());
        }
        if self.dies_of_unset_option() {
            return Some(
                "`asyncio_default_fixture_loop_scope` is not set, and warnings are errors".to_owned(),
            );
        }
        self.death_of_scope(behaviour).or_else(|| self.death_of_unknown_option())
    }

    fn death_of_scope(&self, behaviour: Behaviour) -> Option<String> {
        let is_fine = |setting: super::ScopeSetting, may_follow: bool| match setting {
            super::ScopeSetting::Invalid => false,
            super::ScopeSetting::OfFixture => may_follow,
            super::ScopeSetting::Unset | super::ScopeSetting::Scope(_) => true,
        };
        let wrong = match () {
            () if !is_fine(self.fixture_loop_scope, behaviour.has_fixture_scope_setting) => "fixture",
            () if !is_fine(self.test_loop_scope, false) => "test",
            () => return None,
        };
        behaviour.validates_scopes.then(|| format!("`asyncio_default_{wrong}_loop_scope` is no scope"))
    }

    /// Returns the error for an unknown option. `--strict-config` makes an unused option an error, as may a
    /// filter for its warning (docs.pytest.org/en/stable/reference/reference.html#command-line-flags).
    fn death_of_unknown_option(&self) -> Option<String> {
        let configuration = self.configuration.as_ref()?;
        let words = configuration.words("addopts").unwrap_or_default();
        let is_strict = words.iter().any(|word| word == "--strict-config" || word == "--strict");
        let is_deadly = |name: &str| {
            self.unknown_option(name).is_some()
                && (is_strict || self.makes_errors_of(&Warned::unknown_option(name)))
        };
        let unknown = configuration.options.iter().find(|option| is_deadly(&option.name))?;
        Some(format!("nothing reads the option `{}`, and that is an error here", unknown.name))
    }
}

impl Inference<'_> {
    /// Returns the outcome of the tests of a file that cannot be imported, or before which pytest fails to
    /// import another file. Up to 0.23, `pytest_asyncio.fixture` does not accept `loop_scope`.
    fn import_error(&mut self, module: ModuleId, settings: &SuiteSettings) -> Option<Outcome> {
        // It can be imported where `-p` turns its plugin off.
        let installed = || self.engine.project().version_of("pytest-asyncio").as_ref().map(Behaviour::of);
        if settings.behaviour().or_else(installed)?.has_loop_scope {
            return None;
        }
        let words = "`pytest_asyncio.fixture` takes no `loop_scope`".to_owned();
        for conftest in self.conftests(module) {
            let plugins = self.plugins_of(conftest);
            if std::iter::once(conftest).chain(plugins).any(|module| self.fails_to_import(module)) {
                return Some(match self.engine.is_first_conftest(conftest, settings.directory()) {
                    true => Outcome::SessionDies(words),
                    false => Outcome::CollectionError(words),
                });
            }
        }
        self.fails_to_import(module).then_some(Outcome::CollectionError(words))
    }

    /// Returns the first test that is collected in a file, or below the directory of a file without tests.
    pub(super) fn first_test(
        &mut self,
        place: ModuleId,
        is_wanted: impl Fn(&TestItem) -> bool,
    ) -> Option<TestItem> {
        let directory = self.engine.module_path(place)?.parent()?.to_owned();
        let own = self.tests_collected_from(place);
        match own.is_empty() {
            true => self.first_test_below(&directory, is_wanted),
            false => own.iter().find(|test| is_wanted(test)).cloned(),
        }
    }

    /// Returns the first test that is collected below a directory.
    pub(super) fn first_test_below(
        &mut self,
        directory: &Path,
        is_wanted: impl Fn(&TestItem) -> bool,
    ) -> Option<TestItem> {
        for index in 0..self.engine.project().files().len() {
            if self.engine.project().files()[index].path.starts_with(directory) {
                let tests = self.tests_collected_from(ModuleId::of_file(index));
                if let Some(test) = tests.iter().find(|test| is_wanted(test)) {
                    return Some(test.clone());
                }
            }
        }
        None
    }

    /// Returns the error for a hook that no plugin knows, which ends the session.
    fn unknown_hook(&mut self, module: ModuleId, settings: &SuiteSettings) -> Option<Outcome> {
        const HOOK: &str = "pytest_asyncio_loop_factories";
        if settings.behaviour()?.has_loop_factories {
            return None;
        }
        let engine = self.engine;
        let defines = |conftest: &ModuleId| {
            !engine.summary(*conftest).bindings_of(Summary::MODULE_SCOPE, HOOK).is_empty()
        };
        let is_defined = self.conftests(module).iter().any(defines);
        is_defined.then(|| Outcome::SessionDies(format!("pytest-asyncio has no hook `{HOOK}` before 1.4")))
    }

    /// Returns whether a checked module, or one that it imports, states `loop_scope` for a fixture of
    /// pytest-asyncio.
    fn fails_to_import(&mut self, module: ModuleId) -> bool {
        let mut modules = vec![module];
        let mut next = 0;
        while next < modules.len() && next < MOST_IMPORTS {
            let module = modules[next];
            next += 1;
            if self.states_loop_scope(module) {
                return true;
            }
            for imported in self.imported_files(module) {
                if !modules.contains(&imported) {
                    modules.push(imported);
                }
            }
        }
        false
    }

    fn states_loop_scope(&mut self, module: ModuleId) -> bool {
        let summary = self.summary(module);
        if summary.names.find("loop_scope").is_none() {
            return false;
        }
        self.begin();
        let mut functions = (0..summary.functions.len() as u32).map(FunctionId);
        functions.any(|function| {
            let found = self.fixture_definition(FunctionRef { module, function });
            found
                .is_some_and(|found| found.maker == FixtureMaker::PytestAsyncio && found.loop_scope.is_some())
        })
    }

    /// Returns the checked files that a module imports at its top level.
    fn imported_files(&mut self, module: ModuleId) -> FxHashSet<ModuleId> {
        let summary = self.summary(module);
        let scope = summary.scope(Summary::MODULE_SCOPE);
        let bindings = scope.entries.iter().flat_map(|entry| summary.bindings_in(*entry));
        let sources = bindings.filter_map(|binding| match binding.kind {
            BindingKind::Import { module } | BindingKind::ImportFrom { module, .. } => Some(module),
            _ => None,
        });
        let resolved = sources.map(|source| self.engine.resolve(summary.name(source), module));
        resolved.filter(|source| self.engine.is_mutable(*source)).collect()
    }
}

impl Engine<'_> {
    /// Returns whether pytest imports a `conftest.py` before collection: that of the directory where it is
    /// started, and those of subdirectories whose names start with `test`.
    fn is_first_conftest(&self, conftest: ModuleId, root: &Path) -> bool {
        let Some(directory) = self.module_path(conftest).and_then(Path::parent) else { return false };
        let is_of_tests =
            directory.file_name().is_some_and(|name| name.to_string_lossy().starts_with("test"));
        root.starts_with(directory) || directory.parent() == Some(root) && is_of_tests
    }

    /// Returns the nearest package of a file, at or below a directory, relative to it; `None` if there is
    /// none.
    pub(super) fn package_around(&self, module: ModuleId, root: &Path) -> Option<String> {
        let path = self.module_path(module)?;
        let inside = path.ancestors().skip(1).take_while(|directory| directory.starts_with(root));
        let package = inside
            .into_iter()
            .find(|directory| self.checked_file_at(&directory.join("__init__.py")).is_some())?;
        let relative = package.strip_prefix(root).unwrap_or(package);
        Some(relative.to_string_lossy().replace('\\', "/"))
    }
}

impl Predictor<'_, '_> {
    /// Returns the error with which pytest-asyncio rejects a test at collection.
    pub(super) fn refusal_at_collection(
        &mut self,
        kind: FunctionKind,
        marks: &Marks,
        used: &Fixtures,
        behaviour: Behaviour,
    ) -> Option<Outcome> {
        if behaviour.binds_fixtures_at_collection
            && let Some(words) = self.lack_of_collector_of_fixtures()
        {
            return Some(Outcome::CollectionError(words.to_owned()));
        }
        let mark = marks.nearest("asyncio")?;
        let is_looked_at = match behaviour.mark_check {
            MarkCheck::AtCollection => true,
            MarkCheck::AtCollectionOfAsync => kind != FunctionKind::Sync,
            MarkCheck::Nowhere | MarkCheck::AtSetup => false,
        };
        if is_looked_at && let Some(words) = self.wrong_arguments(mark, behaviour) {
            return Some(Outcome::CollectionError(words.to_owned()));
        }
        match self.loop_of_test(Some(mark), marks, behaviour) {
            Ok((scope, _)) if behaviour.loops_belong_to_collectors && scope != Scope::Function => {
                self.refusal_of_scope(scope, used, behaviour)
            }
            Err(Outcome::WrongArgument(words)) if is_looked_at => {
                Some(Outcome::CollectionError(words.to_owned()))
            }
            _ => None,
        }
    }

    /// Returns the missing collector of a fixture. In 0.23, all known async fixtures get their loops when a
    /// test is collected.
    fn lack_of_collector_of_fixtures(&mut self) -> Option<&'static str> {
        let viewpoint = self.inference.viewpoint_of(self.item);
        let known = self.inference.fixtures_seen_from(viewpoint);
        let of_plugin =
            known.into_iter().filter(|fixture| fixture.is_async && self.is_for_asyncio(fixture.maker));
        let scopes: Vec<Scope> = of_plugin.filter_map(|fixture| fixture.scope).collect();
        scopes.into_iter().find_map(|scope| self.lack_of_collector(scope))
    }

    /// Returns the error for a loop scope. A loop of wider than function scope needs its collector, and is
    /// incompatible with `event_loop`.
    fn refusal_of_scope(&mut self, scope: Scope, used: &Fixtures, behaviour: Behaviour) -> Option<Outcome> {
        if let Some(words) = self.lack_of_collector(scope) {
            return Some(Outcome::CollectionError(words.to_owned()));
        }
        let asks = used.iter().any(|(name, _)| name == "event_loop");
        let loops: Vec<Scope> = used
            .iter()
            .filter_map(|(_, definition)| definition.as_ref())
            .filter(|definition| definition.is_async && self.is_for_asyncio(definition.maker))
            .filter_map(|definition| {
                loop_scope_of_fixture(definition, definition.scope?, self.settings, behaviour).ok()
            })
            .collect();
        let is_shared = !behaviour.has_loop_scope && loops.contains(&scope);
        let is_refused = (asks || loops.contains(&Scope::Function)) && !is_shared;
        is_refused.then(|| {
            let words =
                format!("it wants a loop for the {}, and uses the fixture `event_loop`", scope.name());
            Outcome::CollectionError(words)
        })
    }

    fn is_for_asyncio(&self, maker: FixtureMaker) -> bool {
        match maker {
            FixtureMaker::PytestAsyncio => true,
            FixtureMaker::Pytest => self.settings.runs_all_fixtures(),
            FixtureMaker::Other => false,
        }
    }
}
