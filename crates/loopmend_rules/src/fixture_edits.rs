//! Set-up and tear-down of test classes as async fixtures.

use loopmend_core::{Edit, Span};
use loopmend_semantic::{FunctionShape, Installed};

use crate::context::Context;
use crate::edits::{indentation_before, line_ending};
use crate::import_edits::import_module;

/// Where the method of a test class is called.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Before each test.
    Setup,
    /// After each test.
    Teardown,
}

impl Phase {
    /// That of a method by its name, if it is called around each test.
    pub(crate) fn of(name: &str) -> Option<Self> {
        match name {
            "setup_method" => Some(Self::Setup),
            "teardown_method" => Some(Self::Teardown),
            _ => None,
        }
    }
}

/// The edits that make an autouse fixture of pytest-asyncio of a method, but for its `async`: a decorator, another name, and a
/// `yield` before what tears down. `None` where pytest-asyncio is not installed, or the method takes the test's method.
pub(crate) fn make_fixture(context: &Context, method: &FunctionShape, phase: Phase) -> Option<Vec<Edit>> {
    const PLUGIN: &str = "pytest_asyncio";
    let file = &context.file;
    let text = file.text();
    let settings = file.suite_settings()?;
    let is_plain = matches!(method.parameters.as_slice(), [(name, _)] if name == "self");
    if !matches!(settings.asyncio, Installed::Version(_)) || !is_plain || !method.decorators.is_empty() {
        return None;
    }
    let name = file.slice(method.name);
    let new_name = format!("async_{name}");
    let indentation = indentation_before(text, method.whole.start)?;
    let ending = line_ending(text);
    let first = *method.body.first()?;
    let inner = indentation_before(text, first.start)?;
    if text.contains(&new_name) {
        return None;
    }
    let mut edits = import_plugin(context, PLUGIN)?;
    let decorator = format!("@{PLUGIN}.fixture(autouse=True){ending}{indentation}");
    edits.push(Edit::insertion(method.whole.start, decorator));
    edits.push(Edit::replacement(method.name, new_name));
    if phase == Phase::Teardown {
        edits.push(Edit::insertion(first.start, format!("yield{ending}{inner}")));
    }
    Some(edits)
}

/// Below `import pytest`, where the file has it.
fn import_plugin(context: &Context, plugin: &str) -> Option<Vec<Edit>> {
    let file = &context.file;
    match file.end_of_import("pytest").filter(|_| !file.imports_module(plugin)) {
        Some(end) => {
            let text = format!("{}import {plugin}", line_ending(file.text()));
            Some(vec![Edit::insertion(end, text)])
        }
        None => import_module(context, plugin),
    }
}

/// The edits that let all async tests of a file run on a loop of this scope; `None` where their marks say something already.
pub(crate) fn mark_loop_scope(context: &Context, scope: &str) -> Option<Vec<Edit>> {
    let marks = context.file.bare_asyncio_marks()?;
    let edit = |mark: Span| Edit::insertion(mark.end, format!("(loop_scope=\"{scope}\")"));
    Some(marks.into_iter().map(edit).collect())
}

/// The edits that let these tests, by their headers, run on a loop of this scope; `None` where a mark says something already.
pub(crate) fn mark_tests(context: &Context, tests: &[Span], scope: &str) -> Option<Vec<Edit>> {
    const MARK: &str = "pytest.mark.asyncio";
    let file = &context.file;
    let ending = line_ending(file.text());
    let mut edits = import_module(context, "pytest")?;
    for header in tests {
        let decorators = file.function_shape(*header)?.decorators;
        let own = decorators.iter().find(|decorator| file.slice(**decorator).contains("mark.asyncio"));
        edits.push(match own {
            Some(mark) if file.slice(*mark) == MARK => {
                Edit::insertion(mark.end, format!("(loop_scope=\"{scope}\")"))
            }
            Some(_) => return None,
            None => {
                let indentation = indentation_before(file.text(), header.start)?;
                let mark = format!("@{MARK}(loop_scope=\"{scope}\"){ending}{indentation}");
                Edit::insertion(header.start, mark)
            }
        });
    }
    Some(edits)
}

/// The edits that let the async fixtures of a file live on a loop of this scope; `None` where one is not made by pytest-asyncio, or
/// says something already.
pub(crate) fn state_in_fixtures(context: &Context, scope: &str) -> Option<Vec<Edit>> {
    let file = &context.file;
    let argument = format!("loop_scope=\"{scope}\"");
    let edit = |decorator: Span| {
        let Some(call) = file.call_shape(decorator) else {
            let is_own = file.slice(decorator) == "pytest_asyncio.fixture";
            return is_own.then(|| Edit::insertion(decorator.end, format!("({argument})")));
        };
        let is_own = file.slice(call.callee) == "pytest_asyncio.fixture" && !call.is_starred;
        let states_it = call.keywords.iter().any(|(name, _)| name == "loop_scope");
        let last =
            call.keywords.iter().map(|(_, place)| *place).chain(call.positional).max_by_key(|it| it.end);
        let edit = match last {
            Some(last) => Edit::insertion(last.end, format!(", {argument}")),
            None => Edit::insertion(decorator.end - 1, argument.clone()),
        };
        (is_own && !states_it).then_some(edit)
    };
    file.async_fixture_decorators().into_iter().map(edit).collect()
}
