//! Marks applied to fixtures.

use loopmend_core::Span;
use loopmend_index::summary::{BindingKind, ExpressionId, FunctionId, ScopeId, ScopeKind, Summary};
use loopmend_project::Version;
use loopmend_semantic::File;
use loopmend_semantic::infer::FunctionRef;
use loopmend_semantic::suite::SuiteSettings;
use loopmend_semantic::suite::fixtures::FixtureMaker;
use loopmend_semantic::suite::questions::SuiteFunction;

/// A mark applied to a fixture.
#[derive(Clone, Debug)]
pub(crate) struct MarkedFixture {
    /// The range of the mark, without `@`.
    pub(crate) mark: Span,
    /// The name of the mark: `asyncio`.
    pub(crate) name: String,
    /// The fixture.
    pub(crate) fixture: SuiteFunction,
    /// The installed version of pytest.
    pub(crate) pytest: Version,
    /// Whether this version refuses to collect the file.
    pub(crate) is_refused: bool,
}

/// The first version of pytest that warns about marks on fixtures
/// (docs.pytest.org/en/stable/deprecations.html).
const WARNED_OF: [u64; 1] = [8];

/// The first version that rejects them (docs.pytest.org/en/stable/changelog.html, pytest 9.0.0).
const REFUSED: [u64; 1] = [9];

/// Returns the pytest marks on fixtures of a collected file, in source order, if the installed version
/// of pytest warns about them or rejects them.
pub(crate) fn marked_fixtures(file: &mut File) -> Vec<MarkedFixture> {
    let summary = file.summary();
    if summary.names.find("mark").is_none() || summary.names.find("importorskip").is_some() {
        return Vec::new();
    }
    let Some(settings) = file.settings_of_tests("fixture") else { return Vec::new() };
    let Some(pytest) = settings.pytest.version().filter(|pytest| **pytest >= Version::new(WARNED_OF)) else {
        return Vec::new();
    };
    let functions = (0..summary.functions.len() as u32).map(FunctionId);
    let marked: Vec<(FunctionId, Vec<ExpressionId>)> = functions
        .map(|function| (function, marks_of(summary, function)))
        .filter(|(function, marks)| !marks.is_empty() && is_always_defined(summary, *function))
        .collect();
    if marked.is_empty() || !is_met_by_pytest(file, &settings) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (function, marks) in marked {
        if !is_fixture_of_pytest(file, function, marks.len()) {
            continue;
        }
        found.extend(marks.into_iter().filter_map(|mark| {
            Some(MarkedFixture {
                mark: summary.span(mark),
                name: name_of(summary, mark)?.to_owned(),
                fixture: file.suite_function(function),
                pytest: pytest.clone(),
                is_refused: *pytest >= Version::new(REFUSED),
            })
        }));
    }
    found.sort_by_key(|found| found.mark.start);
    found
}

/// Returns whether pytest or pytest-asyncio creates a fixture from a function that has no other
/// decorators except this number of marks.
fn is_fixture_of_pytest(file: &mut File, function: FunctionId, marks: usize) -> bool {
    let module = file.module();
    let inference = file.inference_mut();
    inference.begin();
    let Some(fixture) = inference.fixture_definition(FunctionRef { module, function }) else {
        return false;
    };
    let decorators = file.summary().function(function).decorators;
    fixture.maker != FixtureMaker::Other && decorators.len as usize == marks + 1
}

/// Returns whether pytest imports the file when it is started without arguments, as far as this is
/// known.
fn is_met_by_pytest(file: &File, settings: &SuiteSettings) -> bool {
    let engine = file.engine();
    let Some(path) = engine.module_path(file.module()) else { return false };
    let is_above = path.parent().is_some_and(|directory| settings.directory().starts_with(directory));
    let is_met = match file.is_conftest() {
        true => is_above || settings.is_in_test_paths(path),
        false => settings.is_test_file(path) && settings.is_in_test_paths(path),
    };
    is_met
        && !settings.is_told_to_ignore(path)
        && !engine.conftest_files().iter().any(|conftest| engine.ignores_files(*conftest))
}

/// Returns the pytest marks on a function.
fn marks_of(summary: &Summary, function: FunctionId) -> Vec<ExpressionId> {
    let decorators = summary.list(summary.function(function).decorators).iter().copied();
    decorators.filter(|decorator| name_of(summary, *decorator).is_some()).collect()
}

/// Returns the name of a mark for `pytest.mark.name` and `mark.name`, if these are pytest's, called or not.
fn name_of(summary: &Summary, decorator: ExpressionId) -> Option<&str> {
    let parts = summary.dotted_parts(summary.callee_or_itself(decorator))?;
    let [binding] = summary.bindings_of(Summary::MODULE_SCOPE, parts.first()?) else { return None };
    match (binding.kind, parts.as_slice()) {
        (BindingKind::Import { module }, [_, "mark", name, ..]) if summary.name(module) == "pytest" => {
            Some(name)
        }
        (BindingKind::ImportFrom { module, name: imported }, [_, name, ..])
            if (summary.name(module), summary.name(imported)) == ("pytest", "mark") =>
        {
            Some(name)
        }
        _ => None,
    }
}

/// Returns whether a function exists as soon as its file is imported. It is at the top level, or in classes
/// there, without a condition.
fn is_always_defined(summary: &Summary, function: FunctionId) -> bool {
    let mut scope = summary.function(function).scope;
    while let Some(parent) = summary.scope(scope).parent {
        let is_open = matches!(summary.scope(parent).kind, ScopeKind::Module | ScopeKind::Class(_));
        if !is_open || !is_bound_without_condition(summary, parent, scope) {
            return false;
        }
        scope = parent;
    }
    true
}

/// Returns whether the function or class of a scope is bound unconditionally in the enclosing scope.
fn is_bound_without_condition(summary: &Summary, around: ScopeId, scope: ScopeId) -> bool {
    let kind = summary.scope(scope).kind;
    let name = match kind {
        ScopeKind::Function(id) => summary.function(id).name,
        ScopeKind::Class(id) => summary.class(id).name,
        _ => return false,
    };
    summary.bindings_of(around, summary.name(name)).iter().any(|binding| {
        let is_it = match (binding.kind, kind) {
            (BindingKind::Function(bound), ScopeKind::Function(id)) => bound == id,
            (BindingKind::Class(bound), ScopeKind::Class(id)) => bound == id,
            _ => false,
        };
        is_it && binding.is_unconditional()
    })
}
