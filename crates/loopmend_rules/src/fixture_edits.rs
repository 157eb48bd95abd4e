//! Edits that turn setup and teardown of test classes into async fixtures.

use loopmend_core::Edit;
use loopmend_semantic::{FunctionShape, Installed};

use crate::context::Context;
use crate::edits::{indentation_before, line_ending};
use crate::import_edits::named_module;

/// When pytest calls a method of a test class.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Before each test.
    Setup,
    /// After each test.
    Teardown,
}

impl Phase {
    /// The phase of a method by its name, if pytest calls it around each test.
    pub(crate) fn of(name: &str) -> Option<Self> {
        match name {
            "setup_method" => Some(Self::Setup),
            "teardown_method" => Some(Self::Teardown),
            _ => None,
        }
    }
}

/// The edits that turn a method into an autouse fixture of pytest-asyncio, except for its `async`: a decorator, another name, and a
/// `yield` before teardown. `None` if pytest-asyncio is not installed, or the method has the test's method as a parameter.
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
    let (plugin, mut edits) = named_plugin(context, PLUGIN)?;
    let decorator = format!("@{plugin}.fixture(autouse=True){ending}{indentation}");
    edits.push(Edit::insertion(method.whole.start, decorator));
    edits.push(Edit::replacement(method.name, new_name));
    if phase == Phase::Teardown {
        edits.push(Edit::insertion(first.start, format!("yield{ending}{inner}")));
    }
    Some(edits)
}

/// The name of the plugin, with its import below `import pytest` if the file imports pytest and not the plugin.
fn named_plugin(context: &Context, plugin: &str) -> Option<(String, Vec<Edit>)> {
    let file = &context.file;
    match file.end_of_import("pytest").filter(|_| file.name_of_module(plugin).is_none()) {
        Some(end) => {
            let text = format!("{}import {plugin}", line_ending(file.text()));
            Some((plugin.to_owned(), vec![Edit::insertion(end, text)]))
        }
        None => named_module(context, plugin),
    }
}
