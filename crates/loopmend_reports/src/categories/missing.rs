//! Where to write the marks that state a test's category. The mark goes on a file, a class or a function,
//! whichever is the widest that contains tests of one category only.

use std::hash::Hash;

use loopmend_index::summary::{CallSite, Expression};
use loopmend_project::{Category, CategorySettings};
use loopmend_semantic::engine::{Engine, ModuleId};
use loopmend_semantic::file::{File, MarkedPart};
use loopmend_semantic::infer::{ClassRef, FunctionRef, Inference};
use loopmend_semantic::suite::{Mark, Marks, TestItem};
use rustc_hash::{FxHashMap, FxHashSet};

use super::TestCategory;
use super::added::Known;

/// A mark that a suite lacks.
#[derive(Clone, Debug)]
pub struct MissingMark {
    /// The file in which to write the mark.
    pub module: ModuleId,
    /// The part that the mark applies to.
    pub part: MarkedPart,
    /// The category that the mark states.
    pub category: Category,
    /// The tests that the mark applies to, as indices into the passed tests.
    pub tests: Vec<usize>,
}

/// Why a test must not be marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmarkable {
    /// A decorator, or other code that is not understood, may already mark the test.
    MayBeMarked,
    /// A hook in a `conftest.py` marks tests during collection.
    MarkedByHook,
    /// Some of the test's parameters have category marks.
    MarkedParameters,
    /// The test calls the application or a command in a way that is not followed.
    NotFollowed,
    /// The test function is collected in several places, and its tests have different categories or have
    /// marks.
    Shared,
    /// The test is defined outside of the project.
    Elsewhere,
}

impl Unmarkable {
    /// Returns the reason as text that follows a colon.
    pub fn words(self) -> &'static str {
        match self {
            Self::MayBeMarked => "a decorator or a statement may mark it in a way that is not understood",
            Self::MarkedByHook => "a hook of a `conftest.py` above it marks tests by category",
            Self::NotFollowed => {
                "it calls an application or a command in its own process, and what that does is not followed"
            }
            Self::MarkedParameters => "some of its parameters have marks of their own",
            Self::Shared => {
                "its function is collected in several classes or files, of which others are of another category or marked"
            }
            Self::Elsewhere => "it is defined outside of the project",
        }
    }
}

/// The marks that a suite lacks, and the tests that remain without a mark.
#[derive(Clone, Debug, Default)]
pub struct MissingMarks {
    /// The missing marks, in the order of the files. Within a file, the widest part comes first.
    pub marks: Vec<MissingMark>,
    /// The tests that remain without a mark, as indices with the reason.
    pub left: Vec<(usize, Unmarkable)>,
}

/// Returns the missing marks for all tests of a project, limited to the wanted categories.
pub fn missing_marks(
    engine: &Engine,
    tests: &[TestCategory],
    is_wanted: &dyn Fn(&TestCategory) -> bool,
) -> MissingMarks {
    let mut planner = Planner { engine, tests, is_wanted, done: FxHashSet::default(), marks: Vec::new() };
    planner.take_modules();
    planner.take_classes();
    planner.take_functions();
    let left = planner.left();
    let mut marks = planner.marks;
    marks.sort_by_key(|mark| (mark.module.index(), mark.part));
    MissingMarks { marks, left }
}

struct Planner<'p> {
    engine: &'p Engine<'p>,
    tests: &'p [TestCategory],
    is_wanted: &'p dyn Fn(&TestCategory) -> bool,
    /// The tests that receive a mark.
    done: FxHashSet<usize>,
    marks: Vec<MissingMark>,
}

impl Planner<'_> {
    fn take_modules(&mut self) {
        let groups = self.grouped(|test| vec![test.item.module]);
        for (module, places) in groups {
            let has_place = || File::new(self.engine, module).module_marks().is_some();
            if self.need_one(&places) && has_place() {
                self.take(places, module, MarkedPart::Module);
            }
        }
    }

    /// Marks whole classes in which tests are collected. Tests of subclasses inherit the marks.
    fn take_classes(&mut self) {
        let groups = self.grouped(|test| test.marking_classes.clone());
        let deepest = self.tests.iter().map(|test| test.item.classes.len()).max().unwrap_or_default();
        for depth in 0..deepest {
            let collected: FxHashSet<ClassRef> =
                self.tests.iter().filter_map(|test| test.item.classes.get(depth)).copied().collect();
            for (class, places) in groups.iter().filter(|(class, _)| collected.contains(class)) {
                let header = self.engine.summary(class.module).class(class.class).header;
                self.take(places.clone(), class.module, MarkedPart::Class(header));
            }
        }
    }

    fn take_functions(&mut self) {
        let groups = self.grouped(|test| vec![test.item.function]);
        for (FunctionRef { module, function }, places) in groups {
            let header = self.engine.summary(module).function(function).header;
            self.take(places, module, MarkedPart::Function(header));
        }
    }

    /// Groups the tests by container, in the order of the first test of each.
    fn grouped<K: Copy + Eq + Hash>(&self, of: impl Fn(&TestCategory) -> Vec<K>) -> Vec<(K, Vec<usize>)> {
        let mut order = Vec::new();
        let mut groups: FxHashMap<K, Vec<usize>> = FxHashMap::default();
        for (place, test) in self.tests.iter().enumerate() {
            for key in of(test) {
                let group = groups.entry(key).or_default();
                if group.is_empty() {
                    order.push(key);
                }
                group.push(place);
            }
        }
        order.into_iter().map(|key| (key, groups.remove(&key).unwrap_or_default())).collect()
    }

    /// Marks a part if exactly these tests are affected and all need the same mark.
    fn take(&mut self, places: Vec<usize>, module: ModuleId, part: MarkedPart) {
        if self.engine.is_mutable(module) && self.need_one(&places) {
            let category = self.tests[places[0]].category;
            self.done.extend(&places);
            self.marks.push(MissingMark { module, part, category, tests: places });
        }
    }

    fn need_one(&self, places: &[usize]) -> bool {
        let category = self.tests[places[0]].category;
        places.iter().all(|place| {
            let test = &self.tests[*place];
            let is_free = test.marked.is_none() && test.unmarkable.is_none() && test.category == category;
            is_free && (self.is_wanted)(test) && !self.done.contains(place)
        })
    }

    fn left(&self) -> Vec<(usize, Unmarkable)> {
        let tests = self.tests.iter().enumerate();
        let open = tests.filter(|(place, test)| {
            test.marked.is_none() && (self.is_wanted)(test) && !self.done.contains(place)
        });
        let why = |test: &TestCategory| match self.engine.is_mutable(test.item.function.module) {
            true => test.unmarkable.unwrap_or(Unmarkable::Shared),
            false => Unmarkable::Elsewhere,
        };
        open.map(|(place, test)| (place, why(test))).collect()
    }
}

/// Returns the suite's name for the mark of a category. The name used by most marks wins, then a registered
/// name, then the usual name, which the settings may override.
pub fn name_of_mark(
    settings: &CategorySettings,
    category: Category,
    tests: &[TestCategory],
    registered: &FxHashSet<String>,
) -> String {
    let known = Known::of_marks(settings);
    let names = known.names_of_category(category);
    let uses = |name: &String| {
        let is_it = |test: &&TestCategory| test.marked.as_ref().is_some_and(|(mark, _)| mark == name);
        tests.iter().filter(is_it).count()
    };
    let rank = |name: &&String| (uses(name), registered.contains(*name));
    // Of equals the first: it is the usual one.
    let chosen = names.into_iter().rev().max_by_key(rank);
    chosen.cloned().unwrap_or_else(|| category.name().to_owned())
}

/// Returns the description with which the mark of a category is registered.
pub fn meaning_of_mark(category: Category) -> &'static str {
    match category {
        Category::Unit => "reaches nothing outside of its process but files",
        Category::Integration => "needs a server, a database, a container, another process or a key",
        Category::EndToEnd => "drives a browser",
    }
}

/// Returns the classes whose marks apply to a test: those in which it is collected, and their bases.
pub(super) fn marking_classes(file: &mut File, item: &TestItem) -> Vec<ClassRef> {
    let inference = file.inference_mut();
    inference.begin();
    let mut classes: Vec<ClassRef> = Vec::new();
    for class in &item.classes {
        let order = inference.mro(*class);
        classes.extend(order.iter().flatten().map(|(owner, _)| *owner));
    }
    classes.sort_unstable_by_key(|class| (class.module.index(), class.class.0));
    classes.dedup();
    classes
}

/// Returns why a test with these marks must not receive another one.
pub(super) fn unmarkable(file: &File, marks: &Marks, known: &Known) -> Option<Unmarkable> {
    if marks.known.iter().any(|mark| mark.name == "parametrize" && holds_category(file, mark, known)) {
        return Some(Unmarkable::MarkedParameters);
    }
    marks.are_open_as_written.then_some(Unmarkable::MayBeMarked)
}

/// Returns whether `pytest.mark.unit` or a similar mark is among the arguments of a mark.
fn holds_category(file: &File, mark: &Mark, known: &Known) -> bool {
    let summary = file.engine().summary(mark.module);
    summary.expressions.iter().zip(&summary.spans).any(|(expression, span)| match expression {
        Expression::Attribute { value, name } => {
            mark.span.contains(*span)
                && summary.last_name(*value) == Some("mark")
                && known.category_of_mark(summary.name(*name)).is_some()
        }
        _ => false,
    })
}

/// Returns whether a `conftest.py` or a plugin of the project that a file sees adds category marks to
/// tests.
pub(super) fn adds_category_by_hook(inference: &mut Inference, module: ModuleId, known: &Known) -> bool {
    inference.begin();
    let sources = inference.fixture_modules(module);
    sources.into_iter().filter(|source| *source != module && inference.engine().is_mutable(*source)).any(
        |source| {
            let summary = inference.engine().summary(source);
            let adds = |site: &&CallSite| summary.last_name(site.expression) == Some("add_marker");
            summary.calls.iter().filter(adds).any(|site| {
                let added = summary.arguments_of(site.expression).and_then(<[_]>::first);
                let name = added.and_then(|added| {
                    let mark = summary.callee_or_itself(added.value);
                    summary.text_of(added.value).or_else(|| summary.last_name(mark))
                });
                name.is_some_and(|name| name == "getattr" || known.category_of_mark(name).is_some())
            })
        },
    )
}
