//! The shortest call paths from a test to the resources it reaches.

use std::collections::BTreeSet;
use std::path::Path;

use loopmend_catalog::{Role, Words};
use loopmend_core::{Place, Span};
use loopmend_index::summary::Summary;
use loopmend_project::{Category, ResourceKind};
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::file::File;
use loopmend_semantic::infer::{ClassRef, FunctionRef};
use loopmend_semantic::suite::{FixtureDefinition, OF_TEST_CASE, TestItem};
use rustc_hash::{FxHashMap, FxHashSet};

use super::given::Passed;
use super::replaced::Replaced;
use super::resources::{Called, Resources};
use super::run::Run;
use super::steps::{ReachedBy, Step, Steps, StepsOfTests};
use super::{ReachedResource, ReachedThing, ResourceHop, TestCategory, Unmarkable};
use crate::categories::{given, missing, replaced, run, steps};

/// The maximum number of functions to visit for one test.
const MOST_FUNCTIONS: usize = 4_000;

/// The maximum number of calls below a client to search for replacements.
const DEEPEST_REPLACED: u8 = 2;

/// The maximum number of calls below a replaced method to search for the resources it would reach.
const FARTHEST_REPLACED: u8 = 6;

/// A visited function, and how it was reached.
struct Met {
    run: Run,
    /// The index of the calling function, and the call; `None` at the start of the search.
    by: Option<(usize, Span)>,
    /// Whether the function is a fixture.
    is_fixture: bool,
}

/// A call of a resource: the index of the visited function, the call, and the resource.
type Found = (usize, Span, ReachedThing);

/// A search that starts at one test.
struct Search<'k> {
    known: &'k StepsOfTests,
    met: Vec<Met>,
    seen: FxHashSet<Run>,
    replaced: Replaced,
    found: FxHashMap<ResourceKind, Found>,
    /// The kinds of resources that the test would reach if they were not replaced.
    hidden: BTreeSet<ResourceKind>,
    /// A callee that runs functions of the project in a way that is not followed.
    unfollowed: Option<String>,
    is_cut: bool,
}

/// Returns the categories of the tests in the file, in source order. Used by `categories`, not by
/// rules.
pub fn test_categories(file: &mut File, known: &StepsOfTests) -> Vec<TestCategory> {
    let tests = file.tests();
    let module = file.module();
    let are_marked =
        !tests.is_empty() && missing::adds_category_by_hook(file.inference_mut(), module, &known.resources);
    let mut categories: Vec<TestCategory> =
        tests.iter().map(|item| test_category(file, item, known)).collect();
    for test in categories.iter_mut().filter(|_| are_marked) {
        test.unmarkable = Some(Unmarkable::MarkedByHook);
    }
    categories
}

fn test_category(file: &mut File, item: &TestItem, known: &StepsOfTests) -> TestCategory {
    let mut search = Search::new(known);
    let receiver = item.classes.last().copied();
    search.start(Run::of(item.function, receiver), false);
    for function in functions_around(file, item) {
        search.start(Run::of(function, receiver), false);
    }
    let used = file.inference_mut().fixtures_used_by(item);
    let mut reached = start_at_fixtures(file, item, used, &mut search);
    reached.extend(start_at_asked_fixtures(file, item, &mut search));
    reached.extend(opened_by_class(file, item));
    let marks = file.inference_mut().marks_of(item);
    reached.extend(marks.known.iter().filter_map(|mark| opened_by_mark(&mark.name)));
    for mark in &marks.known {
        search.replaced.mocks.extend(Resources::known().replaced_by_mark(&mark.name));
    }
    for class in &item.classes {
        add_replaced_by_class(file, *class, &mut search.replaced);
    }
    search.note_replaced(file, item.module);
    search.run(file);
    reached.extend(search.reached(file));
    // Both keep the order of what is alike: what a plugin gives stands before a way.
    reached.sort_by_key(|reached| reached.kind);
    reached.dedup_by_key(|reached| reached.kind);
    let marked = |name: &String| Some((name.clone(), known.resources.category_of_mark(name)?));
    let category = reached.iter().map(|it| it.kind.category()).max().unwrap_or(Category::Unit);
    let unfollowed = search.unfollowed.filter(|_| category == Category::Unit);
    let unknown = unfollowed.as_ref().map(|_| Unmarkable::NotFollowed);
    TestCategory {
        node_id: file.engine().node_id(item),
        place: header_of(file, item.function),
        category,
        reached,
        replaced: search.hidden.into_iter().collect(),
        marked: marks.known.iter().find_map(|mark| marked(&mark.name)),
        unfollowed,
        is_cut: search.is_cut,
        item: item.clone(),
        marking_classes: missing::marking_classes(file, item),
        unmarkable: missing::unmarkable(file, &marks, &known.resources).or(unknown),
    }
}

/// Starts the search also at the fixtures that the test and its fixtures request with
/// `request.getfixturevalue`.
fn start_at_asked_fixtures(file: &mut File, item: &TestItem, search: &mut Search) -> Vec<ReachedResource> {
    let mut opened = Vec::new();
    let mut next = 0;
    while next < search.met.len() {
        let steps = steps::steps_to_resources(file.inference_mut(), search.met[next].run, search.known);
        next += 1;
        if !steps.asked_fixtures.is_empty() {
            let used = file.inference_mut().fixtures_asked_for(item, steps.asked_fixtures.clone());
            opened.extend(start_at_fixtures(file, item, used, search));
        }
    }
    opened
}

/// Returns the resources that the bases of a test class open: `django.test.TestCase`. Of each
/// package the nearest base counts: `LiveServerTestCase`, not its own base `TransactionTestCase`.
fn opened_by_class(file: &mut File, item: &TestItem) -> Vec<ReachedResource> {
    let Some(class) = item.classes.last() else { return Vec::new() };
    let inference = file.inference_mut();
    let mut bases = steps::packaged_classes_of(inference, *class);
    bases.extend(steps::unknown_bases_of(inference, *class));
    let mut packages = FxHashSet::default();
    let opened = bases.into_iter().filter_map(|(package, name)| {
        let kind = Resources::known().kind_of_base(&package, &name)?;
        let thing = ReachedThing::Base(format!("{package}.{name}"));
        packages.insert(package).then_some(ReachedResource { kind, thing, way: Vec::new() })
    });
    opened.collect()
}

/// Starts the search at the project fixtures of a test, and returns the resources that plugin fixtures
/// open.
fn start_at_fixtures(
    file: &mut File,
    item: &TestItem,
    used: Vec<(String, Option<FixtureDefinition>)>,
    search: &mut Search,
) -> Vec<ReachedResource> {
    let given = file.inference_mut().parameters_of(item);
    let mut opened = Vec::new();
    for (name, definition) in used {
        let listed = search.known.resources.fixture(&name);
        opened.extend(listed.map(|kind| ReachedResource {
            kind,
            thing: ReachedThing::ListedFixture(name.clone()),
            way: Vec::new(),
        }));
        match definition {
            Some(definition) if file.engine().is_mutable(definition.function.module) => {
                let function = definition.function;
                let is_method = file.engine().summary(function.module).class_of(function.function).is_some();
                let receiver = item.classes.last().copied().filter(|_| is_method);
                search.start(Run::of(function, receiver), true);
            }
            _ if given.contains(&name) || listed.is_some() => {}
            definition => {
                search.replaced.mocks.extend(Resources::known().replaced_by_fixture(&name));
                opened.extend(fixture_of_plugin(file, &name, definition.as_ref()));
            }
        }
    }
    opened
}

/// Returns the functions called around a test: those of its innermost class and its bases, and those of
/// its module.
fn functions_around(file: &mut File, item: &TestItem) -> Vec<FunctionRef> {
    let engine = file.engine();
    let in_class: Vec<&str> = match item.is_unittest {
        true => {
            let own = OF_TEST_CASE.iter().map(|(name, _)| *name);
            own.chain(Role::AsyncTestCaseMethod.names().iter().copied()).collect()
        }
        false => Words::ClassSetups.all().to_vec(),
    };
    let class = item.classes.last().copied();
    let methods = class.into_iter().flat_map(|class| in_class.iter().map(move |name| (class, *name)));
    let mut found: Vec<FunctionRef> =
        methods.filter_map(|(class, name)| file.inference_mut().method_named(class, name)).collect();
    let module = item.module;
    let summary = engine.summary(module);
    let at_top = Words::ModuleSetups
        .all()
        .iter()
        .flat_map(|name| summary.functions_named(Summary::MODULE_SCOPE, name));
    found.extend(at_top.map(|function| FunctionRef { module, function }));
    found.retain(|function| engine.is_mutable(function.module));
    found
}

/// Adds the replacements of the decorators on a test class.
fn add_replaced_by_class(file: &mut File, class: ClassRef, replaced: &mut Replaced) {
    let summary = file.engine().summary(class.module);
    let definition = summary.class(class.class);
    let around = summary.scope_around(definition.scope);
    for decorator in summary.list(definition.decorators) {
        replaced::add_replaced(file.inference_mut(), class.module, around, *decorator, replaced);
    }
}

/// Returns the resource opened by a fixture that no file of the project defines.
fn fixture_of_plugin(
    file: &File,
    name: &str,
    definition: Option<&FixtureDefinition>,
) -> Option<ReachedResource> {
    let (kind, plugin) = Resources::known().fixture(name)?;
    let package = |definition: &FixtureDefinition| {
        Called::package_of(file.engine().module_name(definition.function.module))
    };
    let is_of_plugin = |definition| {
        let package = package(definition);
        package == plugin || package == "pytest" && plugin == "pytest"
    };
    definition.is_none_or(is_of_plugin).then(|| ReachedResource {
        kind,
        thing: ReachedThing::Fixture { name: name.to_owned(), plugin },
        way: Vec::new(),
    })
}

fn header_of(file: &File, function: FunctionRef) -> Option<(String, Span)> {
    let summary = file.engine().summary(function.module);
    Some((file.engine().shown_path(function.module)?, summary.function(function.function).header))
}

fn place_of_span(file: &File, module: ModuleId, span: Span) -> Option<Place> {
    Some(Place::Span { path: file.engine().shown_path(module)?, span })
}

/// Returns whether a function belongs to the tests. Its module is that of the test, or one beside or above
/// it in a test directory.
fn is_beside(file: &File, module: ModuleId, test: ModuleId) -> bool {
    let path = |module| file.engine().module_path(module);
    let is_of_tests = |path: &Path| {
        let names = path.components().map(|part| part.as_os_str());
        names.into_iter().any(|name| name == "tests" || name == "test" || name == "conftest.py")
    };
    module == test || path(module).is_some_and(is_of_tests)
}

/// Returns the resource that a mark opens.
fn opened_by_mark(name: &str) -> Option<ReachedResource> {
    let kind = Resources::known().kind_of_mark(name)?;
    Some(ReachedResource { kind, thing: ReachedThing::Mark(name.to_owned()), way: Vec::new() })
}

impl<'k> Search<'k> {
    fn new(known: &'k StepsOfTests) -> Self {
        Self {
            known,
            met: Vec::new(),
            seen: FxHashSet::default(),
            replaced: Replaced::default(),
            found: FxHashMap::default(),
            hidden: BTreeSet::new(),
            unfollowed: None,
            is_cut: false,
        }
    }

    fn start(&mut self, run: Run, is_fixture: bool) {
        if self.seen.insert(run) {
            self.met.push(Met { run, by: None, is_fixture });
        }
    }

    /// Records the replacements by the test, its fixtures and their helpers.
    fn note_replaced(&mut self, file: &mut File, module: ModuleId) {
        let mut open: Vec<Run> = self.met.iter().map(|met| met.run).collect();
        let mut seen: FxHashSet<Run> = open.iter().copied().collect();
        while let Some(run) = open.pop() {
            let steps = steps::steps_to_resources(file.inference_mut(), run, self.known);
            self.replaced.extend(&steps.replaced);
            let called = steps.all.iter().flat_map(|step| &step.functions).copied();
            let beside = called.filter(|called| is_beside(file, called.function.module, module));
            open.extend(beside.filter(|called| seen.insert(*called)));
        }
    }

    /// Visits all reachable functions, nearest first.
    fn run(&mut self, file: &mut File) {
        let mut next = 0;
        while next < self.met.len() {
            if next == MOST_FUNCTIONS {
                self.is_cut = true;
                return;
            }
            let steps = steps::steps_to_resources(file.inference_mut(), self.met[next].run, self.known);
            self.note_passed(&steps, file);
            for step in &steps.all {
                self.take(next, step, file);
            }
            next += 1;
        }
    }

    /// Records the replaced values that a function passes on.
    fn note_passed(&mut self, steps: &Steps, file: &mut File) {
        for Passed { given, function, name } in &steps.passed {
            if self.replaced.names.iter().any(|replaced| replaced.hides(given)) {
                let mut further = Replaced::default();
                given::add_replaced_name(file.inference_mut(), *function, *name, &mut further);
                further.names.retain(|name| !self.replaced.names.contains(name));
                self.replaced.extend(&further);
            }
        }
    }

    fn take(&mut self, place: usize, step: &Step, file: &mut File) {
        if self.replaced.names.iter().any(|replaced| replaced.hides(step)) {
            self.hidden.extend(step.resource.as_ref().map(|reached| reached.kind));
            return;
        }
        if self.unfollowed.is_none() {
            self.unfollowed.clone_from(&step.unfollowed);
        }
        let runs = self.runs_of(place, step, file);
        if let Some(reached) = &step.resource
            && !self.found.contains_key(&reached.kind)
        {
            let ReachedBy { kind, thing, .. } = reached;
            match self.replaced.covers(reached)
                || self.has_replaced_method(place, *kind, file)
                || runs.iter().any(|run| self.is_replaced_inside(*run, file))
            {
                true => drop(self.hidden.insert(*kind)),
                false => drop(self.found.insert(*kind, (place, step.call, thing.clone()))),
            }
        }
        for run in runs {
            if self.seen.insert(run) {
                self.met.push(Met { run, by: Some((place, step.call)), is_fixture: false });
            }
        }
    }

    /// Returns whether a method of the function's object is replaced that would reach the same kind of
    /// resource. The object is then tested without the resource. A resource that a fixture opened before
    /// stays open.
    fn has_replaced_method(&self, place: usize, kind: ResourceKind, file: &mut File) -> bool {
        let Some(class) = self.met[place].run.receiver.filter(|_| !self.is_in_fixture(place)) else {
            return false;
        };
        let inference = file.inference_mut();
        let classes: Vec<String> = replaced::names_of_class(inference, class).collect();
        let replaced = self.replaced.names.iter().filter_map(|replaced| replaced.member_of(&classes));
        let methods: Vec<FunctionRef> =
            replaced.filter_map(|name| inference.method_named(class, name)).collect();
        let reaches = |step: &Step| step.resource.as_ref().is_some_and(|reached| reached.kind == kind);
        methods.into_iter().any(|method| {
            self.has_step_within(FARTHEST_REPLACED, Run::of(method, Some(class)), file, reaches)
        })
    }

    /// Returns whether a function has such a step, directly or within a number of calls.
    fn has_step_within(
        &self,
        calls: u8,
        run: Run,
        file: &mut File,
        is_meant: impl Fn(&Step) -> bool,
    ) -> bool {
        let mut open = vec![(run, 0)];
        let mut seen = FxHashSet::default();
        while let Some((run, depth)) = open.pop() {
            if !seen.insert(run) {
                continue;
            }
            let steps = steps::steps_to_resources(file.inference_mut(), run, self.known);
            if steps.all.iter().any(&is_meant) {
                return true;
            }
            if depth < calls {
                let functions = steps.all.iter().flat_map(|step| &step.functions);
                open.extend(functions.map(|run| (*run, depth + 1)));
            }
        }
        false
    }

    /// Returns whether the path to a function starts at a fixture.
    fn is_in_fixture(&self, place: usize) -> bool {
        let mut first = &self.met[place];
        while let Some((place, _)) = first.by {
            first = &self.met[place];
        }
        first.is_fixture
    }

    /// Returns the functions that a step runs. Methods of `self` are resolved on the class of the object.
    fn runs_of(&self, place: usize, step: &Step, file: &mut File) -> Vec<Run> {
        if let Some(name) = &step.of_self
            && let Some(class) = self.met[place].run.receiver
            && file.inference_mut().method_named(class, name).is_some()
        {
            return run::own_methods(file.inference_mut(), class, &[name]);
        }
        step.functions.to_vec()
    }

    /// Returns whether a nearby callee of a project function is replaced. A client that is tested with a
    /// replaced `_request` reaches nothing.
    fn is_replaced_inside(&self, run: Run, file: &mut File) -> bool {
        if self.replaced.names.is_empty() {
            return false;
        }
        let is_replaced = |step: &Step| self.replaced.names.iter().any(|replaced| replaced.hides(step));
        self.has_step_within(DEEPEST_REPLACED, run, file, is_replaced)
    }

    fn reached(&self, file: &File) -> Vec<ReachedResource> {
        let found = self.found.iter().map(|(kind, (place, call, thing))| ReachedResource {
            kind: *kind,
            thing: thing.clone(),
            way: self.way(*place, *call, file),
        });
        found.collect()
    }

    fn way(&self, place: usize, call: Span, file: &File) -> Vec<ResourceHop> {
        let mut way = Vec::new();
        let mut next = Some((place, call));
        while let Some((place, call)) = next {
            let Met { run: Run { function, .. }, by, is_fixture } = &self.met[place];
            let name = file.function_name(*function);
            let function_name = if *is_fixture { format!("the fixture {name}") } else { name };
            way.push(ResourceHop {
                function: function_name,
                place: place_of_span(file, function.module, call),
            });
            next = *by;
        }
        way.reverse();
        way
    }
}
