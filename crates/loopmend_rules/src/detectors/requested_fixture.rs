//! Names that tests and fixtures request of pytest: fixtures that do not exist, and parameters that `parametrize` names and the test does
//! not take.

use std::path::Path;

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_index::call_targets::root_of;
use loopmend_index::decorators::is_fixture;
use loopmend_index::summary::{
    Argument, ArgumentKind, BindingKind, Collection, Expression, ExpressionId, Function, FunctionId,
    Parameter, ParameterKind, ScopeKind, Summary,
};
use loopmend_project::Origin;
use loopmend_python::span;
use loopmend_python::text_size::Ranged;
use loopmend_semantic::File;
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::file::loopless::LooplessPlace;
use loopmend_semantic::file::module_names::nearest;
use loopmend_semantic::infer::{ClassRef, FunctionRef, argument_named, names_in, stated_name};
use loopmend_semantic::suite::TestItem;

/// A parameter of a test or fixture for which no fixture exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UnknownFixture {
    /// The name of the parameter, where it is written.
    pub(crate) place: Span,
    /// The name that is requested.
    pub(crate) name: String,
    /// The qualified name of the test or fixture.
    pub(crate) symbol: String,
    /// The only visible fixture with a similar name.
    pub(crate) meant: Option<String>,
}

/// A name that `parametrize` gives to a test that does not take it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UntakenParameter {
    /// The names in the mark, as written.
    pub(crate) place: Span,
    /// The name that the test does not take.
    pub(crate) name: String,
    /// The qualified name of the test.
    pub(crate) symbol: String,
    /// The parameters that the test takes.
    pub(crate) taken: Vec<String>,
}

/// A set of values of `parametrize` with another number of values than names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MiscountedValues {
    /// The set of values.
    pub(crate) place: Span,
    /// The names, as written.
    pub(crate) names: Vec<String>,
    /// The number of values.
    pub(crate) values: usize,
    /// The qualified name of the test.
    pub(crate) symbol: String,
}

/// Returns the parameters of tests and fixtures for which pytest certainly finds no fixture, in source order.
pub(crate) fn unknown_fixtures(file: &mut File) -> Vec<UnknownFixture> {
    let summary = file.summary();
    let marks = summary.bindings_of(Summary::MODULE_SCOPE, MODULE_MARKS);
    if !file.is_collected() || marks.len() > 1 {
        return Vec::new();
    }
    let functions = (0..summary.functions.len() as u32).map(FunctionId);
    let requests = |function: &FunctionId| requested(summary, *function).next().is_some();
    let Some(first) = functions.clone().find(requests) else { return Vec::new() };
    if !knows_fixtures(file, first) {
        return Vec::new();
    }
    let mut found: Vec<UnknownFixture> =
        functions.flat_map(|function| unknown_fixtures_of(file, function)).collect();
    found.sort_by_key(|found| found.place.start);
    found
}

fn unknown_fixtures_of(file: &mut File, function: FunctionId) -> Vec<UnknownFixture> {
    let summary = file.summary();
    let wanted: Vec<&str> =
        requested(summary, function).map(|parameter| summary.name(parameter.name)).collect();
    if wanted.is_empty() || !is_run_with_fixtures(file, function) {
        return Vec::new();
    }
    let unknown: Vec<&str> =
        wanted.into_iter().filter(|name| is_unknown_fixture(file, function, name)).collect();
    unknown.into_iter().filter_map(|name| unknown_fixture(file, function, name)).collect()
}

/// Returns whether pytest calls a function, and passes only fixtures and parameters of literal marks to it.
fn is_run_with_fixtures(file: &mut File, function: FunctionId) -> bool {
    let (module, summary) = (file.module(), file.summary());
    // Each test may give the parameters of a fixture of `conftest.py` by a mark.
    let is_run = match file.place_in_tests(function) {
        Some(LooplessPlace::Test { .. }) => true,
        _ => {
            let decorators = summary.function(function).decorators.len;
            is_fixture(summary, function) && decorators == 1 && !file.is_conftest()
        }
    };
    let reference = FunctionRef { module, function };
    let class = file.inference_mut().class_around(reference);
    let is_plain = class.is_none_or(|class| has_marks_of_its_own(file, class));
    let marks = file.inference_mut().marks_around(reference);
    is_run && is_plain && marks.into_iter().all(|mark| names_of_parametrize(summary, mark).is_some())
}

/// Returns whether the tests of a class get fixtures, and marks from no other class: a base or subclass has none.
fn has_marks_of_its_own(file: &mut File, class: ClassRef) -> bool {
    let inference = file.inference_mut();
    if !inference.is_plain_class(class) || inference.inherits(class, "unittest.case", "TestCase") {
        return false;
    }
    let bases = inference.mro(class);
    let bases = bases.iter().flatten().map(|(base, _)| *base);
    let related: Vec<ClassRef> = bases.chain(inference.known_subclasses(class)).collect();
    let is_marked = |other: &ClassRef| {
        let summary = file.engine().summary(other.module);
        let definition = summary.class(other.class);
        file.engine().origin(other.module) == Origin::FirstParty
            && (*other != class && definition.decorators.len > 0
                || !summary.bindings_of(definition.scope, MODULE_MARKS).is_empty())
    };
    !related.iter().any(is_marked)
}

fn is_unknown_fixture(file: &mut File, function: FunctionId, name: &str) -> bool {
    let module = file.module();
    // Of a fixture that plugins had before, another rule tells.
    name != REQUEST
        && !named(name).has(Role::RunsSetLoop)
        && !file.inference_mut().is_given_by_pytest(FunctionRef { module, function }, name)
        // These ask for texts, which change more often than names.
        && !may_make_fixtures(file)
        && !may_be_bound_as_fixture(file, name)
}

fn unknown_fixture(file: &mut File, function: FunctionId, name: &str) -> Option<UnknownFixture> {
    let summary = file.summary();
    let meant = nearest(name, names_of_fixtures(file, name).iter().map(String::as_str)).map(str::to_owned);
    let definition = summary.function(function);
    Some(UnknownFixture {
        place: place_of_parameter(file, definition, name)?,
        name: name.to_owned(),
        symbol: summary.qualified_name(definition.scope),
        meant,
    })
}

/// Returns whether the fixtures that a function of the file sees are known: pytest is installed, and so are all plugins that the project
/// names and the packages that the file imports.
fn knows_fixtures(file: &mut File, function: FunctionId) -> bool {
    let module = file.module();
    let directory = file.engine().module_path(module).and_then(Path::parent);
    !directory.is_none_or(|directory| file.engine().project().lacks_plugin_for(directory))
        && file.inference_mut().is_visible_fixture(FunctionRef { module, function }, "tmp_path")
        && !file.inference_mut().has_open_fixtures(module)
        && !imports_missing_package(file)
}

/// Returns whether the file, or a module of the project with fixtures that it sees, imports a package that is not installed: the tests run in
/// another environment. Only a plugin of pytest counts if the import is conditional.
fn imports_missing_package(file: &mut File) -> bool {
    let modules = modules_of_project_with_fixtures(file);
    let engine = file.engine();
    modules.into_iter().any(|module| {
        let summary = engine.summary(module);
        let root = engine.root(module);
        summary.bindings.iter().any(|binding| {
            let (BindingKind::Import { module } | BindingKind::ImportFrom { module, .. }) = binding.kind
            else {
                return false;
            };
            let package = root_of(summary.name(module));
            let is_needed = binding.is_unconditional() && binding.scope == Summary::MODULE_SCOPE;
            (is_needed || package.starts_with(PLUGIN)) && !engine.project().provides(package, root)
        })
    })
}

/// The beginning of the names of packages that are plugins of pytest.
const PLUGIN: &str = "pytest_";

/// Returns whether a hook of the project may make parameters for the tests of the file.
fn may_make_fixtures(file: &mut File) -> bool {
    let modules = modules_of_project_with_fixtures(file);
    modules.into_iter().any(|module| {
        file.inference_mut().rest_on_text(module);
        file.engine().mentions_any(module, MAKE_FIXTURES)
    })
}

/// Returns whether a visible module of the project binds or writes a name, so that it may be a fixture.
fn may_be_bound_as_fixture(file: &mut File, name: &str) -> bool {
    let quoted = [format!("\"{name}\""), format!("'{name}'")];
    let quoted: Vec<&str> = quoted.iter().map(String::as_str).collect();
    let modules = modules_of_project_with_fixtures(file);
    modules.into_iter().any(|module| {
        let summary = file.engine().summary(module);
        let is_bound = summary.scopes.iter().any(|scope| {
            let is_outside = !matches!(scope.kind, ScopeKind::Function(_));
            is_outside && scope.entries.iter().any(|entry| summary.name(entry.name) == name)
        });
        is_bound || file.engine().mentions_any(module, &quoted)
    })
}

fn modules_of_project_with_fixtures(file: &mut File) -> Vec<ModuleId> {
    let module = file.module();
    let mut modules = file.inference_mut().fixture_modules(module);
    modules.retain(|module| file.engine().origin(*module) == Origin::FirstParty);
    modules
}

/// Returns the names of the fixtures of the project that the file sees, without one name.
fn names_of_fixtures(file: &mut File, without: &str) -> Vec<String> {
    let mut names = Vec::new();
    for module in modules_of_project_with_fixtures(file) {
        let summary = file.engine().summary(module);
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

fn place_of_parameter(file: &File, function: &Function, name: &str) -> Option<Span> {
    let code = file.code_within(function.header.start);
    let written = code.function_with(function.header)?;
    let mut parameters = written.parameters.iter_non_variadic_params();
    parameters
        .find(|parameter| parameter.name().as_str() == name)
        .map(|parameter| span(parameter.parameter.name.range()))
}

/// Returns the names that marks of `parametrize` give to tests that do not take them, in source order.
pub(crate) fn untaken_parameters(file: &mut File) -> Vec<UntakenParameter> {
    if !file.is_collected() || file.is_skipped_whole() {
        return Vec::new();
    }
    let functions = (0..file.summary().functions.len() as u32).map(FunctionId);
    functions.flat_map(|function| untaken_by(file, function)).collect()
}

/// Returns the sets of values that marks of `parametrize` give to tests, and that have another number of values than the mark has names, in
/// source order.
pub(crate) fn miscounted_values(file: &mut File) -> Vec<MiscountedValues> {
    if !file.is_collected() || file.is_skipped_whole() {
        return Vec::new();
    }
    let functions = (0..file.summary().functions.len() as u32).map(FunctionId);
    functions.flat_map(|function| miscounted_in(file, function)).collect()
}

fn miscounted_in(file: &mut File, function: FunctionId) -> Vec<MiscountedValues> {
    let summary = file.summary();
    let definition = summary.function(function);
    let marks = summary.list(definition.decorators).iter();
    let marks: Vec<ExpressionId> =
        marks.copied().filter(|mark| summary.last_name(*mark) == Some("parametrize")).collect();
    if marks.is_empty() || !matches!(file.place_in_tests(function), Some(LooplessPlace::Test { .. })) {
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

fn untaken_by(file: &mut File, function: FunctionId) -> Vec<UntakenParameter> {
    let (module, summary) = (file.module(), file.summary());
    let definition = summary.function(function);
    let marks = summary.list(definition.decorators).iter();
    let marks: Vec<ExpressionId> =
        marks.copied().filter(|mark| summary.last_name(*mark) == Some("parametrize")).collect();
    let takes_any =
        definition.parameters.iter().any(|parameter| parameter.kind == ParameterKind::VariadicKeyword);
    let is_test = matches!(file.place_in_tests(function), Some(LooplessPlace::Test { .. }));
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
                || file.inference_mut().is_visible_fixture(reference, name)
                || is_taken_by_fixture(file, name)
                || may_be_in_closure(file, reference, name)
                || file.is_given_by_plugin(function, name)
                || file.inference_mut().has_open_fixtures(module)
                || may_make_fixtures(file)
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

/// Returns whether a name may be in the closure of the fixtures that a test requests, for which `parametrize` accepts it. A fixture of another
/// library that is not found, or of a module that is not found, may request any other.
fn may_be_in_closure(file: &mut File, test: FunctionRef, name: &str) -> bool {
    let items: Vec<TestItem> = file.tests().iter().filter(|item| item.function == test).cloned().collect();
    items.iter().any(|item| {
        let inference = file.inference_mut();
        let given = inference.parameters_of(item);
        let used = inference.fixtures_used_by(item);
        used.into_iter().any(|(requested, definition)| {
            let is_known = definition.is_some()
                || requested == REQUEST
                || given.contains(&requested)
                || named(requested.as_str()).has(Role::LooplessFixture);
            requested == name || !is_known
        })
    })
}

/// The fixture that is an object of pytest itself.
const REQUEST: &str = "request";

/// Returns whether a fixture that the file sees takes a parameter of this name.
fn is_taken_by_fixture(file: &mut File, name: &str) -> bool {
    let module = file.module();
    file.inference_mut().fixture_modules(module).into_iter().any(|module| {
        let summary = file.engine().summary(module);
        let Some(name) = summary.names.find(name) else { return false };
        let functions = (0..summary.functions.len() as u32).map(FunctionId);
        functions
            .filter(|function| summary.function(*function).has_parameter(name))
            .any(|function| is_fixture(summary, function))
    })
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
        Expression::Call { arguments, .. } if summary.last_roles(set).has(Role::HoldsParameters) => {
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
