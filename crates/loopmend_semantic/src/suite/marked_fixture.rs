//! Marks applied to fixtures.

use std::path::Path;

use loopmend_catalog::Role;
use loopmend_core::Span;
use loopmend_index::summary::{BindingKind, ExpressionId, FunctionId, ScopeId, ScopeKind, Summary};
use loopmend_project::Version;

use super::SuiteSettings;
use super::fixtures::FixtureMaker;
use super::questions::SuiteFunction;
use crate::engine::{Engine, ModuleId};
use crate::file::File;
use crate::infer::FunctionRef;

/// A mark applied to a fixture.
#[derive(Clone, Debug)]
pub struct MarkedFixture {
    /// The range of the mark, without `@`.
    pub mark: Span,
    /// The name of the mark: `asyncio`.
    pub name: String,
    /// The fixture.
    pub fixture: SuiteFunction,
    /// The installed version of pytest.
    pub pytest: Version,
    /// Whether this version refuses to collect the file.
    pub is_refused: bool,
}

/// The first version of pytest that warns about marks on fixtures
/// (docs.pytest.org/en/stable/deprecations.html).
const WARNED_OF: [u64; 1] = [8];

/// The first version that rejects them (docs.pytest.org/en/stable/changelog.html, pytest 9.0.0).
const REFUSED: [u64; 1] = [9];

impl File<'_> {
    /// Returns the pytest marks on fixtures of a collected file, in source order, if the installed version
    /// of pytest warns about them or rejects them.
    pub fn marked_fixtures(&mut self) -> Vec<MarkedFixture> {
        let summary = self.summary();
        if summary.names.find("mark").is_none() || summary.names.find("importorskip").is_some() {
            return Vec::new();
        }
        let Some(settings) = self.settings_of_tests("fixture") else { return Vec::new() };
        let Some(pytest) = settings.pytest.version().filter(|pytest| **pytest >= Version::new(WARNED_OF))
        else {
            return Vec::new();
        };
        let functions = (0..summary.functions.len() as u32).map(FunctionId);
        let marked: Vec<(FunctionId, Vec<ExpressionId>)> = functions
            .map(|function| (function, marks_of(summary, function)))
            .filter(|(function, marks)| !marks.is_empty() && is_always_defined(summary, *function))
            .collect();
        if marked.is_empty() || !self.is_met_by_pytest(&settings) {
            return Vec::new();
        }
        let mut found = Vec::new();
        for (function, marks) in marked {
            if !self.is_fixture_of_pytest(function, marks.len()) {
                continue;
            }
            found.extend(marks.into_iter().filter_map(|mark| {
                Some(MarkedFixture {
                    mark: summary.span(mark),
                    name: name_of(summary, mark)?.to_owned(),
                    fixture: self.suite_function(function),
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
    fn is_fixture_of_pytest(&mut self, function: FunctionId, marks: usize) -> bool {
        let module = self.module();
        let inference = self.inference_mut();
        inference.begin();
        let Some(fixture) = inference.fixture_definition(FunctionRef { module, function }) else {
            return false;
        };
        let decorators = self.summary().function(function).decorators;
        fixture.maker != FixtureMaker::Other && decorators.len as usize == marks + 1
    }

    /// Returns whether pytest imports the file when it is started without arguments, as far as this is
    /// known.
    fn is_met_by_pytest(&self, settings: &SuiteSettings) -> bool {
        let engine = self.engine();
        let Some(path) = engine.module_path(self.module()) else { return false };
        let is_above = path.parent().is_some_and(|directory| settings.directory().starts_with(directory));
        let is_met = match self.is_conftest() {
            true => is_above || settings.is_in_test_paths(path),
            false => settings.is_test_file(path) && settings.is_in_test_paths(path),
        };
        is_met
            && !settings.is_told_to_ignore(path)
            && !engine.conftest_files().iter().any(|conftest| engine.ignores_files(*conftest))
    }
}

impl Engine<'_> {
    /// Returns whether a `conftest.py` above a file may exclude it from collection.
    pub(crate) fn conftest_may_ignore(&self, path: &Path) -> bool {
        let is_above = |conftest: &ModuleId| {
            let directory = self.module_path(*conftest).and_then(Path::parent);
            directory.is_some_and(|directory| path.starts_with(directory))
        };
        self.conftest_files().iter().any(|conftest| is_above(conftest) && self.ignores_files(*conftest))
    }

    fn ignores_files(&self, conftest: ModuleId) -> bool {
        let names = &self.summary(conftest).names;
        Role::LeavesOutFiles.names().iter().any(|name| names.find(name).is_some())
    }
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
