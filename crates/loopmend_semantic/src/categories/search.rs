//! The shortest ways from a test to what it reaches.

use loopmend_core::{Place, Span};
use rustc_hash::{FxHashMap, FxHashSet};

use super::resources::{Category, ResourceKind, Resources};
use super::steps::StepsOfTests;
use super::{ReachedResource, ResourceHop, TestCategory};
use crate::engine::ModuleId;
use crate::file::File;
use crate::infer::FunctionRef;
use crate::suite::{FixtureDefinition, OF_ASYNC_TEST_CASE, TestItem};

/// So many functions are looked at for one test.
const MOST_FUNCTIONS: usize = 4_000;

/// How many calls below a client it is looked for what is replaced.
const DEEPEST_REPLACED: u8 = 2;

/// What `unittest` and pytest call around a test of a class
/// (docs.python.org/3/library/unittest.html, docs.pytest.org/en/stable/how-to/xunit_setup.html).
const AROUND: [&str; 8] = [
    "setUp",
    "tearDown",
    "setUpClass",
    "tearDownClass",
    "setup_method",
    "teardown_method",
    "setup_class",
    "teardown_class",
];

/// A function that was met, and how.
struct Met {
    function: FunctionRef,
    /// The place of the function that calls it, and the call; `None` of where the search starts.
    by: Option<(usize, Span)>,
    /// Whether it is a fixture.
    is_fixture: bool,
}

/// A call of a resource: the place of the function among those that were met, the call, and what it is.
type Found = (usize, Span, String);

/// A search from one test.
struct Search<'k> {
    known: &'k StepsOfTests,
    met: Vec<Met>,
    seen: FxHashSet<FunctionRef>,
    replaced_names: FxHashSet<String>,
    replaced: FxHashSet<ResourceKind>,
    found: FxHashMap<ResourceKind, Found>,
    is_cut: bool,
}

impl File<'_> {
    /// What the tests of the file are, in source order. It is asked by `categories`, not by rules.
    pub fn test_categories(&mut self, known: &StepsOfTests) -> Vec<TestCategory> {
        let tests = self.tests();
        tests.iter().map(|item| self.test_category(item, known)).collect()
    }

    fn test_category(&mut self, item: &TestItem, known: &StepsOfTests) -> TestCategory {
        let mut search = Search {
            known,
            met: Vec::new(),
            seen: FxHashSet::default(),
            replaced_names: FxHashSet::default(),
            replaced: FxHashSet::default(),
            found: FxHashMap::default(),
            is_cut: false,
        };
        search.start(item.function, false);
        for function in self.functions_around(item) {
            search.start(function, false);
        }
        let mut reached = Vec::new();
        for (name, definition) in self.inference_mut().fixtures_used_by(item) {
            search.replaced.extend(Resources::known().replaced_by_fixture(&name));
            match definition {
                Some(definition) if self.engine().is_mutable(definition.function.module) => {
                    search.start(definition.function, true);
                }
                definition => reached.extend(fixture_of_plugin(&name, definition.as_ref())),
            }
        }
        let marks = self.inference_mut().marks_of(item);
        reached.extend(marks.known.iter().filter_map(|mark| {
            let kind = Resources::known().kind_of_mark(&mark.name)?;
            Some(ReachedResource { kind, what: format!("the mark `{}`", mark.name), way: Vec::new() })
        }));
        let marked = marks
            .known
            .iter()
            .find_map(|mark| Some((mark.name.clone(), Resources::known().category_of_mark(&mark.name)?)));
        search.note_replaced(self);
        search.run(self);
        reached.extend(search.reached(self));
        reached.retain(|reached| !search.replaced.contains(&reached.kind));
        // Both sorts keep the order of what is alike: what a plugin gives stands before a way.
        reached.sort_by_key(|reached| reached.kind);
        reached.dedup_by_key(|reached| reached.kind);
        let category = reached.iter().map(|reached| reached.kind.category()).max().unwrap_or(Category::Unit);
        let mut replaced: Vec<ResourceKind> = search.replaced.into_iter().collect();
        replaced.sort_unstable();
        TestCategory {
            node_id: self.engine().node_id(item),
            place: self.header_of(item.function),
            category,
            reached,
            replaced,
            marked,
            is_cut: search.is_cut,
        }
    }

    /// What is called around a test, in its classes and those that they inherit from.
    fn functions_around(&mut self, item: &TestItem) -> Vec<FunctionRef> {
        let engine = self.engine();
        let names = || AROUND.iter().chain(&OF_ASYNC_TEST_CASE);
        let methods = item.classes.iter().flat_map(|class| names().map(|name| (*class, *name)));
        let found = methods.filter_map(|(class, name)| self.inference_mut().method_named(class, name));
        found.filter(|method| engine.is_mutable(method.module)).collect()
    }

    fn header_of(&self, function: FunctionRef) -> Option<(String, Span)> {
        let summary = self.engine().summary(function.module);
        Some((self.engine().shown_path(function.module)?, summary.function(function.function).header))
    }

    fn place_of_span(&self, module: ModuleId, span: Span) -> Option<Place> {
        Some(Place::Span { path: self.engine().shown_path(module)?, span })
    }
}

/// What a fixture opens that no file of the project defines.
fn fixture_of_plugin(name: &str, definition: Option<&FixtureDefinition>) -> Option<ReachedResource> {
    let (kind, plugin) = Resources::known().fixture(name)?;
    let by = if definition.is_some() { String::new() } else { format!(" of {plugin}") };
    Some(ReachedResource { kind, what: format!("the fixture `{name}`{by}"), way: Vec::new() })
}

impl Search<'_> {
    fn start(&mut self, function: FunctionRef, is_fixture: bool) {
        if self.seen.insert(function) {
            self.met.push(Met { function, by: None, is_fixture });
        }
    }

    /// What the test and its fixtures put something in the place of.
    fn note_replaced(&mut self, file: &mut File) {
        for met in &self.met {
            let steps = file.inference_mut().steps_to_resources(met.function, self.known);
            self.replaced_names.extend(steps.replaced_names.iter().cloned());
            self.replaced.extend(steps.replaced.iter().copied());
        }
    }

    /// Looks at all functions that can be reached, the nearest first.
    fn run(&mut self, file: &mut File) {
        let mut next = 0;
        while next < self.met.len() {
            if next == MOST_FUNCTIONS {
                self.is_cut = true;
                return;
            }
            let steps = file.inference_mut().steps_to_resources(self.met[next].function, self.known);
            for step in steps.all.iter().filter(|step| !self.replaced_names.contains(&step.name)) {
                if let Some((kind, what)) = &step.resource
                    && !self.found.contains_key(kind)
                    && !step.functions.iter().any(|function| self.is_replaced_inside(*function, file))
                {
                    self.found.insert(*kind, (next, step.call, what.clone()));
                }
                for function in &step.functions {
                    if self.seen.insert(*function) {
                        let by = Some((next, step.call));
                        self.met.push(Met { function: *function, by, is_fixture: false });
                    }
                }
            }
            next += 1;
        }
    }

    /// Whether something stands in the place of what a function of the project calls, near by: a client that is tested with a
    /// replaced `_request` reaches nothing.
    fn is_replaced_inside(&self, function: FunctionRef, file: &mut File) -> bool {
        if self.replaced_names.is_empty() {
            return false;
        }
        let mut inside = vec![(function, 0)];
        let mut seen = FxHashSet::default();
        while let Some((function, depth)) = inside.pop() {
            if !seen.insert(function) {
                continue;
            }
            let steps = file.inference_mut().steps_to_resources(function, self.known);
            if steps.all.iter().any(|step| self.replaced_names.contains(&step.name)) {
                return true;
            }
            if depth < DEEPEST_REPLACED {
                let functions = steps.all.iter().flat_map(|step| &step.functions);
                inside.extend(functions.map(|function| (*function, depth + 1)));
            }
        }
        false
    }

    fn reached(&self, file: &File) -> Vec<ReachedResource> {
        let found = self.found.iter().map(|(kind, (place, call, what))| ReachedResource {
            kind: *kind,
            what: format!("`{what}`"),
            way: self.way(*place, *call, file),
        });
        found.collect()
    }

    fn way(&self, place: usize, call: Span, file: &File) -> Vec<ResourceHop> {
        let mut way = Vec::new();
        let mut next = Some((place, call));
        while let Some((place, call)) = next {
            let Met { function, by, is_fixture } = &self.met[place];
            let name = file.function_name(*function);
            let function_name = if *is_fixture { format!("the fixture {name}") } else { name };
            way.push(ResourceHop {
                function: function_name,
                place: file.place_of_span(function.module, call),
            });
            next = *by;
        }
        way.reverse();
        way
    }
}
