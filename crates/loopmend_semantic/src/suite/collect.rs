//! Test collection: the tests that pytest collects from a file
//! (docs.pytest.org/en/stable/explanation/goodpractices.html#conventions-for-python-test-discovery).

use std::path::Path;
use std::sync::Arc;

use loopmend_catalog::Role;
use loopmend_index::decorators::is_fixture;
use loopmend_index::summary::{BindingKind, Entry, Expression, Literal, NameId, ScopeId, Summary};
use loopmend_project::PytestConfiguration;
use rustc_hash::FxHashSet;

use super::settings::SuiteSettings;
use crate::engine::{Engine, ModuleId};
use crate::infer::{ClassRef, FunctionRef, Inference, Type};

/// A test function as pytest collects it, without its parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestItem {
    /// The file that the test is collected from.
    pub module: ModuleId,
    /// The enclosing classes, outermost first.
    pub classes: Vec<ClassRef>,
    /// The function, which may be defined in another file.
    pub function: FunctionRef,
    /// The name under which the test is collected.
    pub name: String,
    /// Whether `unittest` runs the test, because its class is a `unittest.TestCase`.
    pub is_unittest: bool,
}

/// The kind of a function, by the value that calling it returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FunctionKind {
    /// Any other value.
    Sync,
    /// A coroutine.
    Coroutine,
    /// An asynchronous generator.
    AsyncGenerator,
}

/// The maximum nesting depth of classes.
const DEEPEST_CLASS: usize = 8;

impl Engine<'_> {
    /// Returns whether a `conftest.py` above a file may exclude it from collection.
    pub(crate) fn conftest_may_ignore(&self, path: &Path) -> bool {
        let is_above = |conftest: &ModuleId| {
            let directory = self.module_path(*conftest).and_then(Path::parent);
            directory.is_some_and(|directory| path.starts_with(directory))
        };
        self.conftest_files().iter().any(|conftest| is_above(conftest) && self.ignores_files(*conftest))
    }

    /// Returns whether a `conftest.py` may exclude files from collection.
    pub fn ignores_files(&self, conftest: ModuleId) -> bool {
        let names = &self.summary(conftest).names;
        Role::LeavesOutFiles.names().iter().any(|name| names.find(name).is_some())
    }

    /// Returns the settings of the tests in a module's directory.
    pub fn suite_settings(&self, module: ModuleId) -> Option<Arc<SuiteSettings>> {
        let directory = self.module_path(module)?.parent()?;
        Some(self.settings_of(self.project().pytest_configuration(directory)))
    }

    /// Returns the settings of the tests to which a pytest configuration applies.
    pub(super) fn settings_of(&self, configuration: Option<Arc<PytestConfiguration>>) -> Arc<SuiteSettings> {
        let key = configuration.as_ref().map(|configuration| configuration.path.clone());
        let mut shard = self.suite_settings.shard(&key);
        let settings = || Arc::new(SuiteSettings::new(self.project(), configuration, &self.pytest_patterns));
        shard.entry(key).or_insert_with(settings).clone()
    }

    /// Returns the node ID of a test, without parameters: `tests/test_api.py::TestUser::test_name`.
    pub fn node_id(&self, item: &TestItem) -> String {
        let root = self.suite_settings(item.module);
        let path = self.module_path(item.module).unwrap_or(Path::new(""));
        let relative =
            root.as_ref().and_then(|root| path.strip_prefix(root.directory()).ok()).unwrap_or(path);
        let mut id = relative.to_string_lossy().replace('\\', "/");
        let classes = item.classes.iter().map(|class| {
            let summary = self.summary(class.module);
            summary.name(summary.class(class.class).name)
        });
        for name in classes.chain([item.name.as_str()]) {
            id += "::";
            id += name;
        }
        id
    }
}

impl<'e> Inference<'e> {
    /// Returns the tests that pytest collects from a file, in source order; empty for a file without tests.
    /// This is an outermost query.
    pub(crate) fn collected_tests(&mut self, module: ModuleId) -> Vec<TestItem> {
        self.begin();
        let Some(settings) = self.engine.suite_settings(module) else { return Vec::new() };
        let is_test_file = self.engine.module_path(module).is_some_and(|path| settings.is_test_file(path));
        let summary = self.summary(module);
        if !is_test_file || states_no_test(summary, Summary::MODULE_SCOPE) {
            return Vec::new();
        }
        let mut collector = Collector { settings, items: Vec::new(), module };
        collector.module(self);
        collector.items
    }

    /// Returns the kind of a test or fixture function with all its decorators applied; `None` if one is not
    /// understood.
    pub fn function_kind(&mut self, function: FunctionRef) -> Option<FunctionKind> {
        self.begin();
        let value = self.function(function, crate::infer::ContextId::FIRST);
        let kinds: Option<Vec<FunctionKind>> =
            self.parts(value).into_iter().map(|part| self.kind_of_callable(part)).collect();
        let kinds = kinds?;
        let first = *kinds.first()?;
        kinds.iter().all(|kind| *kind == first).then_some(first)
    }

    pub(super) fn kind_of_callable(&mut self, callable: Type) -> Option<FunctionKind> {
        let Type::Function(callee) = callable else { return None };
        if self.is_doubtful(callee) {
            return None;
        }
        let function = self.function_of(callee);
        let definition = self.summary(function.module).function(function.function);
        Some(match (definition.is_async, definition.is_generator) {
            (true, false) => FunctionKind::Coroutine,
            (true, true) => FunctionKind::AsyncGenerator,
            (false, _) => FunctionKind::Sync,
        })
    }
}

struct Collector {
    settings: Arc<SuiteSettings>,
    items: Vec<TestItem>,
    module: ModuleId,
}

impl Collector {
    fn module(&mut self, inference: &mut Inference) {
        let names = self.names_of_module(inference);
        for name in names {
            match self.at_top(inference, &name) {
                Some(Found::Function(function))
                    if self.settings.is_test_function(&name)
                        && !is_told_off(inference.summary(self.module), &name) =>
                {
                    self.add(inference, function, &[], name, false);
                }
                Some(Found::Class(class)) => self.class(inference, class, &mut Vec::new(), &name),
                _ => {}
            }
        }
    }

    /// Returns the top-level names of the module in the order of their first binding, including those of
    /// star imports.
    fn names_of_module(&self, inference: &mut Inference) -> Vec<String> {
        let summary = inference.summary(self.module);
        let mut names = names_in(summary, Summary::MODULE_SCOPE);
        let stars = &summary.scope(Summary::MODULE_SCOPE).star_imports;
        for star in stars {
            let source = inference.engine.resolve(summary.name(star.module), self.module);
            if source != self.module && !inference.engine.is_absent(source) {
                let source = inference.summary(source);
                names.extend(
                    names_in(source, Summary::MODULE_SCOPE).into_iter().filter(|name| !name.starts_with('_')),
                );
            }
        }
        let mut seen = FxHashSet::default();
        names.retain(|name| seen.insert(name.clone()));
        names
    }

    /// Returns the value of a top-level name at collection: the last thing it was bound to.
    fn at_top(&self, inference: &mut Inference, name: &str) -> Option<Found> {
        let summary = inference.summary(self.module);
        let last = summary.bindings_of(Summary::MODULE_SCOPE, name).last().map(|binding| binding.kind);
        match last {
            Some(BindingKind::Function(function)) => {
                Some(Found::Function(FunctionRef { module: self.module, function }))
            }
            Some(BindingKind::Class(class)) => Some(Found::Class(ClassRef { module: self.module, class })),
            Some(BindingKind::Import { .. }) => None,
            // Most names that are imported and bound hold no tests: only those that may are asked about.
            Some(BindingKind::ImportFrom { .. } | BindingKind::Value(_)) | None
                if self.may_hold_tests(name) =>
            {
                match inference.symbol(self.module, name)? {
                    Type::Function(callee) => Some(Found::Function(inference.function_of(callee))),
                    Type::Class(class) => Some(Found::Class(class)),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn may_hold_tests(&self, name: &str) -> bool {
        self.settings.is_test_function(name) || self.settings.is_test_class(name) || name.contains("Test")
    }

    fn class(&mut self, inference: &mut Inference, class: ClassRef, around: &mut Vec<ClassRef>, name: &str) {
        let is_unittest = inference.inherits(class, "unittest.case", "TestCase");
        if !is_unittest && !self.settings.is_test_class(name)
            || around.len() == DEEPEST_CLASS
            || !inference.holds_tests(class, is_unittest)
        {
            return;
        }
        around.push(class);
        let order: Vec<ClassRef> =
            inference.mro(class).iter().flatten().map(|(ancestor, _)| *ancestor).collect();
        let mut seen = FxHashSet::default();
        // A name counts where it is defined last; the tests of a base class come before those of its subclass.
        let mut of_classes: Vec<Vec<TestItem>> = Vec::new();
        let before = std::mem::take(&mut self.items);
        for owner in order {
            if inference.engine.module_name(owner.module) == "unittest.case" {
                continue;
            }
            let summary = inference.summary(owner.module);
            let scope = summary.class(owner.class).scope;
            for name in names_in(summary, scope) {
                if seen.insert(name.clone()) {
                    self.member(inference, (owner, scope), around, name, is_unittest);
                }
            }
            of_classes.push(std::mem::take(&mut self.items));
        }
        self.items = before;
        self.items.extend(of_classes.into_iter().rev().flatten());
        around.pop();
    }

    fn member(
        &mut self,
        inference: &mut Inference,
        (owner, scope): (ClassRef, ScopeId),
        around: &mut Vec<ClassRef>,
        name: String,
        is_unittest: bool,
    ) {
        let summary = inference.summary(owner.module);
        let Some(last) = summary.bindings_of(scope, &name).last() else { return };
        match last.kind {
            BindingKind::Function(function) => {
                let is_test = if is_unittest {
                    name.starts_with("test")
                } else {
                    self.settings.is_test_function(&name)
                };
                if is_test {
                    self.add(
                        inference,
                        FunctionRef { module: owner.module, function },
                        around,
                        name,
                        is_unittest,
                    );
                }
            }
            BindingKind::Class(class) if !is_unittest => {
                self.class(inference, ClassRef { module: owner.module, class }, around, &name);
            }
            _ => {}
        }
    }

    fn add(
        &mut self,
        inference: &mut Inference,
        function: FunctionRef,
        classes: &[ClassRef],
        name: String,
        is_unittest: bool,
    ) {
        let summary = inference.summary(function.module);
        if !is_fixture(summary, function.function) && !inference.method_kind(function).is_property {
            self.items.push(TestItem {
                module: self.module,
                classes: classes.to_vec(),
                function,
                name,
                is_unittest,
            });
        }
    }
}

enum Found {
    Function(FunctionRef),
    Class(ClassRef),
}

impl Inference<'_> {
    /// Returns whether a class, or the nearest of its bases that says anything about it, states that it is no test.
    pub(crate) fn states_no_test(&mut self, class: ClassRef) -> bool {
        let order: Vec<ClassRef> = self.mro(class).iter().flatten().map(|(ancestor, _)| *ancestor).collect();
        let scopes = order.into_iter().map(|owner| {
            let summary = self.summary(owner.module);
            (summary, summary.class(owner.class).scope)
        });
        let mut stating =
            scopes.filter(|(summary, scope)| states_test(summary, *scope) || states_no_test(summary, *scope));
        stating.next().is_some_and(|(summary, scope)| states_no_test(summary, scope))
    }

    /// Returns whether pytest collects the tests of a class. The class must not be excluded, and must be
    /// instantiable without arguments.
    fn holds_tests(&mut self, class: ClassRef, is_unittest: bool) -> bool {
        let order: Vec<ClassRef> = self.mro(class).iter().flatten().map(|(ancestor, _)| *ancestor).collect();
        for owner in order {
            let summary = self.summary(owner.module);
            let scope = summary.class(owner.class).scope;
            if states_test(summary, scope) {
                return true;
            }
            if states_no_test(summary, scope) {
                return false;
            }
            let is_object = self.builtin_name(owner) == Some("object");
            let makes = |name: &str| !summary.bindings_of(scope, name).is_empty();
            let is_data_class = || {
                let decorators = summary.list(summary.class(owner.class).decorators);
                decorators.iter().any(|decorator| summary.last_roles(*decorator).has(Role::DataClass))
            };
            if !is_unittest && !is_object && (makes("__init__") || makes("__new__") || is_data_class()) {
                return false;
            }
        }
        true
    }
}

/// Returns the names that a scope binds, in the order of their first bindings.
fn names_in(summary: &Summary, scope: ScopeId) -> Vec<String> {
    let entries = summary.scope(scope).entries.iter();
    let first = |entry: &Entry| summary.bindings_in(*entry).first().map(|binding| binding.offset);
    let mut names: Vec<(u32, NameId)> =
        entries.filter_map(|entry| Some((first(entry)?, entry.name))).collect();
    names.sort_unstable();
    names.into_iter().map(|(_, name)| summary.name(name).to_owned()).collect()
}

/// Returns whether a scope states `__test__ = False`.
pub(crate) fn states_no_test(summary: &Summary, scope: ScopeId) -> bool {
    states(summary, scope, false)
}

/// Returns whether a scope states `__test__ = True`.
fn states_test(summary: &Summary, scope: ScopeId) -> bool {
    states(summary, scope, true)
}

fn states(summary: &Summary, scope: ScopeId, is_test: bool) -> bool {
    states_as(summary, scope, "__test__", is_test)
}

/// Returns whether the last binding of a name is this truth value.
fn states_as(summary: &Summary, scope: ScopeId, name: &str, is_test: bool) -> bool {
    let stated = summary.bindings_of(scope, name).last().and_then(|last| last.kind.value());
    stated.is_some_and(|stated| {
        matches!(summary.expression(stated), Expression::Literal(Literal::Boolean(stated)) if stated == is_test)
    })
}

/// Returns whether `test_name.__test__ = False` excludes a function of the module
/// (docs.pytest.org/en/stable/example/pythoncollection.html#customizing-test-collection).
pub(crate) fn is_told_off(summary: &Summary, name: &str) -> bool {
    summary.scope(Summary::MODULE_SCOPE).binds_attributes
        && states_as(summary, Summary::MODULE_SCOPE, &format!("{name}.__test__"), false)
}
