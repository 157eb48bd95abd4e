//! Marks on fixtures.

use loopmend_core::Span;
use loopmend_project::Version;

use super::fixtures::FixtureMaker;
use super::questions::SuiteFunction;
use crate::file::File;
use crate::infer::FunctionRef;
use crate::summary::{ExpressionId, FunctionId, Summary};

/// A mark that stands on a fixture.
#[derive(Clone, Debug)]
pub struct MarkedFixture {
    /// The mark, without `@`.
    pub mark: Span,
    /// Its name: `asyncio`.
    pub name: String,
    /// The fixture.
    pub fixture: SuiteFunction,
    /// The installed version of pytest.
    pub pytest: Version,
    /// Whether this version refuses to collect the file.
    pub is_refused: bool,
}

/// From this version of pytest on marks on fixtures are warned of (docs.pytest.org/en/stable/deprecations.html).
const WARNED_OF: [u64; 1] = [8];

/// From this version on they are errors (docs.pytest.org/en/stable/changelog.html, pytest 9.0.0).
const REFUSED: [u64; 1] = [9];

impl File<'_> {
    /// The marks that stand on fixtures of the file, where the installed version of pytest warns of them or refuses them, in source
    /// order. pytest stops at the first of a fixture.
    pub fn marked_fixtures(&mut self) -> Vec<MarkedFixture> {
        if self.summary().names.find("mark").is_none() {
            return Vec::new();
        }
        let Some(settings) = self.settings_of_tests("fixture") else { return Vec::new() };
        let Some(pytest) = settings.pytest.version().filter(|pytest| **pytest >= Version::new(WARNED_OF))
        else {
            return Vec::new();
        };
        let summary = self.summary();
        let functions = (0..summary.functions.len() as u32).map(FunctionId);
        let marked: Vec<(FunctionId, ExpressionId)> =
            functions.filter_map(|function| Some((function, mark_of(summary, function)?))).collect();
        let mut found = Vec::new();
        for (function, mark) in marked {
            let Some(name) = self.is_fixture_of_pytest(function).then(|| name_of(summary, mark)).flatten()
            else {
                continue;
            };
            found.push(MarkedFixture {
                mark: summary.span(mark),
                name,
                fixture: self.suite_function(function),
                pytest: pytest.clone(),
                is_refused: *pytest >= Version::new(REFUSED),
            });
        }
        found.sort_by_key(|found| found.mark.start);
        found
    }

    /// Whether pytest or pytest-asyncio makes a fixture of a function, and nothing else but marks stands on it.
    fn is_fixture_of_pytest(&mut self, function: FunctionId) -> bool {
        let module = self.module();
        let inference = self.inference_mut();
        inference.begin();
        let Some(fixture) = inference.fixture_definition(FunctionRef { module, function }) else {
            return false;
        };
        let summary = self.summary();
        let decorators = summary.list(summary.function(function).decorators);
        let others = decorators.iter().filter(|decorator| !summary.is_mark(**decorator)).count();
        fixture.maker != FixtureMaker::Other && others == 1
    }
}

/// The mark that stands nearest to a function, which pytest sees first.
fn mark_of(summary: &Summary, function: FunctionId) -> Option<ExpressionId> {
    let decorators = summary.list(summary.function(function).decorators);
    let is_alone = decorators.len() < 2;
    decorators.iter().rev().copied().find(|decorator| !is_alone && summary.is_mark(*decorator))
}

fn name_of(summary: &Summary, mark: ExpressionId) -> Option<String> {
    let parts = summary.dotted_parts(summary.callee_or_itself(mark))?;
    parts.last().map(|name| (*name).to_owned())
}
