//! Names that tests and fixtures request of pytest: fixtures that do not exist, and parameters that `parametrize` names and the test does
//! not take.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_index::decorators::is_fixture;
use loopmend_index::summary::{
    Argument, ArgumentKind, Collection, Expression, ExpressionId, Function, FunctionId, Parameter,
    ParameterKind, ScopeKind, Summary,
};
use loopmend_project::Origin;
use loopmend_python::span;
use ruff_text_size::Ranged;

use super::File;
use super::loopless::LooplessPlace;
use super::module_names::nearest;
use crate::engine::ModuleId;
use crate::infer::{ClassRef, FunctionRef, argument_named, names_in, stated_name};

/// A parameter of a test or fixture for which no fixture exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownFixture {
    /// The name of the parameter, where it is written.
    pub place: Span,
    /// The name that is requested.
    pub name: String,
    /// The qualified name of the test or fixture.
    pub symbol: String,
    /// The only visible fixture with a similar name.
    pub meant: Option<String>,
}

/// A name that `parametrize` gives to a test that does not take it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UntakenParameter {
    /// The names in the mark, as written.
    pub place: Span,
    /// The name that the test does not take.
    pub name: String,
    /// The qualified name of the test.
    pub symbol: String,
    /// The parameters that the test takes.
    pub taken: Vec<String>,
}

/// A set of values of `parametrize` with another number of values than names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MiscountedValues {
    /// The set of values.
    pub place: Span,
    /// The names, as written.
    pub names: Vec<String>,
    /// The number of values.
    pub values: usize,
    /// The qualified name of the test.
    pub symbol: String,
}

impl File<'_> {
    /// Returns the parameters of tests and fixtures for which pytest certainly finds no fixture, in source order.
    pub fn unknown_fixtures(&mut self) -> Vec<UnknownFixture> {
        let summary = self.summary();
        let marks = summary.bindings_of(Summary::MODULE_SCOPE, MODULE_MARKS);
        if !self.is_collected() || marks.len() > 1 {
            return Vec::new();
        }
        let functions = (0..summary.functions.len() as u32).map(FunctionId);
        let requests = |function: &FunctionId| requested(summary, *function).next().is_some();
        let Some(first) = functions.clone().find(requests) else { return Vec::new() };
        if !self.knows_fixtures(first) {
            return Vec::new();
        }
        let mut found: Vec<UnknownFixture> =
            functions.flat_map(|function| self.unknown_fixtures_of(function)).collect();
        found.sort_by_key(|found| found.place.start);
        found
    }

    fn unknown_fixtures_of(&mut self, function: FunctionId) -> Vec<UnknownFixture> {
        let summary = self.summary();
        let wanted: Vec<&str> =
            requested(summary, function).map(|parameter| summary.name(parameter.name)).collect();
        if wanted.is_empty() || !self.is_run_with_fixtures(function) {
            return Vec::new();
        }
        let unknown: Vec<&str> =
            wanted.into_iter().filter(|name| self.is_unknown_fixture(function, name)).collect();
        unknown.into_iter().filter_map(|name| self.unknown_fixture(function, name)).collect()
    }

    /// Returns whether pytest calls a function, and passes only fixtures and parameters of literal marks to it.
    fn is_run_with_fixtures(&mut self, function: FunctionId) -> bool {
        let (module, summary) = (self.module(), self.summary());
        // Each test may give the parameters of a fixture of `conftest.py` by a mark.
        let is_run = match self.place_in_tests(function) {
            Some(LooplessPlace::Test { .. }) => true,
            _ => {
                let decorators = summary.function(function).decorators.len;
                is_fixture(summary, function) && decorators == 1 && !self.is_conftest()
            }
        };
        let reference = FunctionRef { module, function };
        let class = self.inference_mut().class_around(reference);
        let is_plain = class.is_none_or(|class| self.has_marks_of_its_own(class));
        let marks = self.inference_mut().marks_around(reference);
        is_run && is_plain && marks.into_iter().all(|mark| names_of_parametrize(summary, mark).is_some())
    }

    /// Returns whether the tests of a class get fixtures, and marks from no other class: a base or subclass has none.
    fn has_marks_of_its_own(&mut self, class: ClassRef) -> bool {
        let inference = self.inference_mut();
        if !inference.is_plain_class(class) || inference.inherits(class, "unittest.case", "TestCase") {
            return false;
        }
        let bases = inference.mro(class);
        let bases = bases.iter().flatten().map(|(base, _)| *base);
        let related: Vec<ClassRef> = bases.chain(inference.known_subclasses(class)).collect();
        let is_marked = |other: &ClassRef| {
            let summary = self.engine().summary(other.module);
            let definition = summary.class(other.class);
            self.engine().origin(other.module) == Origin::FirstParty
                && (*other != class && definition.decorators.len > 0
                    || !summary.bindings_of(definition.scope, MODULE_MARKS).is_empty())
        };
        !related.iter().any(is_marked)
    }

    fn is_unknown_fixture(&mut self, function: FunctionId, name: &str) -> bool {
        let module = self.module();
        // Of a fixture that plugins had before, another rule tells.
        name != "request"
            && !named(name).has(Role::RunsSetLoop)
            && !self.inference_mut().is_given_by_pytest(FunctionRef { module, function }, name)
            // These ask for texts, which change more often than names.
            && !self.may_make_fixtures()
            && !self.may_be_bound_as_fixture(name)
    }

    fn unknown_fixture(&mut self, function: FunctionId, name: &str) -> Option<UnknownFixture> {
        let summary = self.summary();
        let meant = nearest(name, self.names_of_fixtures(name).iter().map(String::as_str)).map(str::to_owned);
        let definition = summary.function(function);
        Some(UnknownFixture {
            place: self.place_of_parameter(definition, name)?,
            name: name.to_owned(),
            symbol: summary.qualified_name(definition.scope),
            meant,
        })
    }

    /// Returns whether the fixtures that a function of the file sees are known: pytest is installed, and so are all plugins that the project
    /// names.
    fn knows_fixtures(&mut self, function: FunctionId) -> bool {
        let module = self.module();
        self.engine().project().missing_plugins().is_empty()
            && self.inference_mut().is_visible_fixture(FunctionRef { module, function }, "tmp_path")
            && !self.inference_mut().has_open_fixtures(module)
    }

    /// Returns whether a hook of the project may make parameters for the tests of the file.
    fn may_make_fixtures(&mut self) -> bool {
        let modules = self.modules_of_project_with_fixtures();
        modules.into_iter().any(|module| {
            self.inference_mut().rest_on_text(module);
            self.engine().mentions_any(module, MAKE_FIXTURES)
        })
    }

    /// Returns whether a visible module of the project binds or writes a name, so that it may be a fixture.
    fn may_be_bound_as_fixture(&mut self, name: &str) -> bool {
        let quoted = [format!("\"{name}\""), format!("'{name}'")];
        let quoted: Vec<&str> = quoted.iter().map(String::as_str).collect();
        let modules = self.modules_of_project_with_fixtures();
        modules.into_iter().any(|module| {
            let summary = self.engine().summary(module);
            let is_bound = summary.scopes.iter().any(|scope| {
                let is_outside = !matches!(scope.kind, ScopeKind::Function(_));
                is_outside && scope.entries.iter().any(|entry| summary.name(entry.name) == name)
            });
            is_bound || self.engine().mentions_any(module, &quoted)
        })
    }

    fn modules_of_project_with_fixtures(&mut self) -> Vec<ModuleId> {
        let module = self.module();
        let mut modules = self.inference_mut().fixture_modules(module);
        modules.retain(|module| self.engine().origin(*module) == Origin::FirstParty);
        modules
    }

    /// Returns the names of the fixtures of the project that the file sees, without one name.
    fn names_of_fixtures(&mut self, without: &str) -> Vec<String> {
        let mut names = Vec::new();
        for module in self.modules_of_project_with_fixtures() {
            let summary = self.engine().summary(module);
            let fixtures = (0..summary.functions.len() as u32).map(FunctionId);
            let fixtures = fixtures.filter(|function| is_fixture(summary, *function));
            names.extend(fixtures.map(|function| {
                let own = summary.name(summary.function(function).name);
                stated_name(summary, function).unwrap_or(own).to_owned()
            }));
        }
        names.retain(|name| name != without);
        names.sort_unstable();
        names.dedup();
        names
    }

    fn place_of_parameter(&self, function: &Function, name: &str) -> Option<Span> {
        let code = self.code_within(function.header.start);
        let written = code.function_with(function.header)?;
        let mut parameters = written.parameters.iter_non_variadic_params();
        parameters
            .find(|parameter| parameter.name().as_str() == name)
            .map(|parameter| span(parameter.parameter.name.range()))
    }

    /// Returns the names that marks of `parametrize` give to tests that do not take them, in source order.
    pub fn untaken_parameters(&mut self) -> Vec<UntakenParameter> {
        if !self.is_collected() {
            return Vec::new();
        }
        let functions = (0..self.summary().functions.len() as u32).map(FunctionId);
        functions.flat_map(|function| self.untaken_by(function)).collect()
    }

    /// Returns the sets of values that marks of `parametrize` give to tests, and that have another number of values than the mark has names, in
    /// source order.
    pub fn miscounted_values(&mut self) -> Vec<MiscountedValues> {
        if !self.is_collected() {
            return Vec::new();
        }
        let functions = (0..self.summary().functions.len() as u32).map(FunctionId);
        functions.flat_map(|function| self.miscounted_in(function)).collect()
    }

    fn miscounted_in(&mut self, function: FunctionId) -> Vec<MiscountedValues> {
        let summary = self.summary();
        let definition = summary.function(function);
        let marks = summary.list(definition.decorators).iter();
        let marks: Vec<ExpressionId> =
            marks.copied().filter(|mark| summary.last_name(*mark) == Some("parametrize")).collect();
        if marks.is_empty() || !matches!(self.place_in_tests(function), Some(LooplessPlace::Test { .. })) {
            return Vec::new();
        }
        let mut found = Vec::new();
        for mark in marks {
            let Some((names, sets)) = names_and_sets(summary, mark) else { continue };
            let takes_whole = names.len() == 1 && is_one_text(summary, mark);
            let wrong = sets.iter().filter_map(|set| {
                let count = number_of_values(summary, *set, takes_whole)?;
                (count != names.len()).then_some((*set, count))
            });
            found.extend(wrong.map(|(set, values)| MiscountedValues {
                place: summary.span(set),
                names: names.iter().map(|name| (*name).to_owned()).collect(),
                values,
                symbol: summary.qualified_name(definition.scope),
            }));
        }
        found
    }

    fn untaken_by(&mut self, function: FunctionId) -> Vec<UntakenParameter> {
        let (module, summary) = (self.module(), self.summary());
        let definition = summary.function(function);
        let marks = summary.list(definition.decorators).iter();
        let marks: Vec<ExpressionId> =
            marks.copied().filter(|mark| summary.last_name(*mark) == Some("parametrize")).collect();
        let takes_any =
            definition.parameters.iter().any(|parameter| parameter.kind == ParameterKind::VariadicKeyword);
        let is_test = matches!(self.place_in_tests(function), Some(LooplessPlace::Test { .. }));
        if marks.is_empty() || takes_any || !is_test {
            return Vec::new();
        }
        let taken: Vec<String> =
            requested(summary, function).map(|parameter| summary.name(parameter.name).to_owned()).collect();
        let mut found = Vec::new();
        for mark in marks {
            let Some(names) = argument_named(summary, mark, "argnames", 0) else { continue };
            for name in names_in(summary, names) {
                let reference = FunctionRef { module, function };
                let is_known = definition.parameters.iter().any(|known| summary.name(known.name) == name);
                if name.is_empty()
                    || is_known
                    || self.inference_mut().is_visible_fixture(reference, name)
                    || self.is_taken_by_fixture(name)
                    || self.inference_mut().has_open_fixtures(module)
                    || self.may_make_fixtures()
                {
                    continue;
                }
                found.push(UntakenParameter {
                    place: summary.span(names),
                    name: name.to_owned(),
                    symbol: summary.qualified_name(definition.scope),
                    taken: taken.clone(),
                });
            }
        }
        found
    }

    /// Returns whether a fixture that the file sees takes a parameter of this name.
    fn is_taken_by_fixture(&mut self, name: &str) -> bool {
        let module = self.module();
        self.inference_mut().fixture_modules(module).into_iter().any(|module| {
            let summary = self.engine().summary(module);
            let Some(name) = summary.names.find(name) else { return false };
            let functions = (0..summary.functions.len() as u32).map(FunctionId);
            functions
                .filter(|function| summary.function(*function).has_parameter(name))
                .any(|function| is_fixture(summary, function))
        })
    }
}

/// Texts of code that may make fixtures or parameters in other ways than by decorators and marks.
const MAKE_FIXTURES: &[&str] = &[
    "pytest_generate_tests",
    "pytest_fixture_setup",
    "pytest_pyfunc_call",
    "register(",
    "setattr(",
    "globals(",
];

/// The name under which a module or class keeps marks for all its tests (docs.pytest.org/en/stable/reference/reference.html#pytestmark).
const MODULE_MARKS: &str = "pytestmark";

/// Returns the parameters that pytest fills: without the receiver of a method, and without defaults.
fn requested(summary: &Summary, function: FunctionId) -> impl Iterator<Item = &Parameter> {
    let definition = summary.function(function);
    let of_receiver = usize::from(summary.has_receiver(function));
    definition.parameters.iter().skip(of_receiver).filter(|parameter| {
        let is_named = matches!(parameter.kind, ParameterKind::Positional | ParameterKind::KeywordOnly);
        is_named && parameter.default.is_none()
    })
}

/// Returns the names of a `parametrize` and its sets of values, if all of the mark is written out.
fn names_and_sets(summary: &Summary, mark: ExpressionId) -> Option<(Vec<&str>, &[ExpressionId])> {
    let names = names_of_parametrize(summary, mark).filter(|names| !names.is_empty())?;
    match summary.expression(argument_named(summary, mark, "argvalues", 1)?) {
        Expression::Display { collection: Collection::List, elements } | Expression::Tuple(elements) => {
            Some((names, summary.list(elements)))
        }
        _ => None,
    }
}

/// Returns whether the names of a `parametrize` are one text. If that has one name, each value is given as a whole.
fn is_one_text(summary: &Summary, mark: ExpressionId) -> bool {
    argument_named(summary, mark, "argnames", 0).is_some_and(|names| summary.text_of(names).is_some())
}

/// Returns the number of values in a set: `(1, 2)`, `[1, 2]` or `pytest.param(1, 2)`.
fn number_of_values(summary: &Summary, set: ExpressionId, takes_whole: bool) -> Option<usize> {
    let is_starred = |id: &ExpressionId| matches!(summary.expression(*id), Expression::Starred(_));
    match summary.expression(set) {
        Expression::Call { arguments, .. } if named(summary.last_name(set)).has(Role::HoldsParameters) => {
            let given = summary.arguments(arguments);
            let is_open = |argument: &Argument| {
                matches!(argument.kind, ArgumentKind::Starred | ArgumentKind::DoubleStarred)
            };
            let count = given.iter().filter(|argument| argument.kind == ArgumentKind::Positional).count();
            (!given.iter().any(is_open)).then_some(count)
        }
        Expression::Display { collection: Collection::List, elements } | Expression::Tuple(elements)
            if !takes_whole =>
        {
            let values = summary.list(elements);
            (!values.iter().any(is_starred)).then_some(values.len())
        }
        _ => None,
    }
}

/// Returns the names in a mark, if it is no `parametrize` or names its parameters literally.
fn names_of_parametrize(summary: &Summary, mark: ExpressionId) -> Option<Vec<&str>> {
    if summary.last_name(mark) != Some("parametrize") {
        return Some(Vec::new());
    }
    let names = names_in(summary, argument_named(summary, mark, "argnames", 0)?);
    (!names.is_empty() && names.iter().all(|name| !name.is_empty())).then_some(names)
}
