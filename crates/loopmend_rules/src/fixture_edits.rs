//! Edits that turn setup and teardown of test classes into async fixtures.

use loopmend_core::{Edit, Span};
use loopmend_semantic::{FunctionShape, Installed, Scope, ScopeSetting};

use crate::context::Context;
use crate::edits::{count_name, indentation_before, line_ending};
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
            "setup_method" | "setup" => Some(Self::Setup),
            "teardown_method" | "teardown" => Some(Self::Teardown),
            _ => None,
        }
    }
}

/// The module of the plugin that runs the fixtures.
const PLUGIN: &str = "pytest_asyncio";

/// Words in files whose async tests another plugin may run.
const OTHER_RUNNERS: [&str; 4] = ["anyio", "trio", "aiohttp", "tornado"];

/// The edits that turn a method into an autouse fixture of pytest-asyncio, except for its `async`: a decorator, another name, its
/// parameters, and a `yield` before teardown. `removed` is a statement that other edits remove. `None` if the tests may not use
/// pytest-asyncio, or the name of the fixture is not free.
pub(crate) fn make_fixture(
    context: &mut Context,
    method: &FunctionShape,
    phase: Phase,
    removed: Option<Span>,
) -> Option<Vec<Edit>> {
    let new_name = fixture_name(context, method)?;
    let file = &context.file;
    let text = file.text();
    if !may_use_plugin(context) || !method.decorators.is_empty() {
        return None;
    }
    let indentation = indentation_before(text, method.whole.start)?;
    let ending = line_ending(text);
    let first = *method.body.first()?;
    let inner = indentation_before(text, first.start)?;
    let (mut edits, own) = parameters(context, method, removed)?;
    let loop_scope = stated_loop_scope(context)?;
    let (plugin, imports) = named_plugin(context, PLUGIN)?;
    edits.extend(imports);
    let decorator = format!("@{plugin}.fixture(autouse=True{loop_scope}){ending}{indentation}");
    edits.push(Edit::insertion(method.whole.start, decorator));
    edits.push(Edit::replacement(method.name, new_name));
    let mut head = String::new();
    if phase == Phase::Teardown {
        edits.extend(without_annotation(text, method));
        head += &format!("yield{ending}{inner}");
    }
    if let Some(parameter) = own {
        head += &format!("{parameter} = request.function{ending}{inner}");
    }
    if !head.is_empty() {
        edits.push(Edit::insertion(first.start, head));
    }
    Some(edits)
}

/// The name of the fixture: that of the class is part of it where another class of the project may have one.
fn fixture_name(context: &mut Context, method: &FunctionShape) -> Option<String> {
    let class = context.file.test_class_of(method.name)?;
    let method_name = context.file.slice(method.name);
    let name = match class.derives {
        false => format!("async_{method_name}"),
        true => format!("async_{}_of_{}", method_name.trim_end_matches("_method"), snake_case(&class.name)),
    };
    (!class.is_overridden && context.file.is_free_in(&class, &name)).then_some(name)
}

fn snake_case(name: &str) -> String {
    let mut written = String::new();
    for character in name.chars() {
        if character.is_uppercase() && !written.is_empty() && !written.ends_with('_') {
            written.push('_');
        }
        written.extend(character.to_lowercase());
    }
    written
}

/// The argument that puts the fixture on the loop of the tests, if that is not its default. `None` if marks may state another loop.
fn stated_loop_scope(context: &Context) -> Option<String> {
    let states_loop = |(_, arguments): &(Span, Option<Span>)| {
        arguments.is_some_and(|it| context.file.slice(it).contains("scope"))
    };
    if context.file.asyncio_marks().iter().any(states_loop) {
        return None;
    }
    let settings = context.file.suite_settings()?;
    let of = |setting| match setting {
        ScopeSetting::Unset | ScopeSetting::OfFixture => Some(Scope::Function),
        ScopeSetting::Scope(scope) => Some(scope),
        ScopeSetting::Invalid => None,
    };
    let (test, fixture) = (of(settings.test_loop_scope)?, of(settings.fixture_loop_scope)?);
    let has_argument = settings.behaviour().is_some_and(|behaviour| behaviour.has_loop_scope);
    let is_needed = has_argument && test != fixture;
    Some(if is_needed { format!(", loop_scope=\"{}\"", test.name()) } else { String::new() })
}

/// `true` if pytest-asyncio is installed, or nothing is known and nothing in the file speaks for another plugin. Tests with the mark of
/// another plugin do not run on its loops.
fn may_use_plugin(context: &Context) -> bool {
    let text = context.file.text();
    if text.contains("mark.anyio") || text.contains("mark.trio") {
        return false;
    }
    match context.file.suite_settings().map(|settings| settings.asyncio.clone()) {
        Some(Installed::Version(_)) => true,
        Some(Installed::Unknown) => !OTHER_RUNNERS.iter().any(|other| text.contains(other)),
        Some(Installed::Absent) | None => false,
    }
}

/// The edits of the parameters, and the name of the one that pytest passes the method of the test to, if the body uses it.
fn parameters(
    context: &Context,
    method: &FunctionShape,
    removed: Option<Span>,
) -> Option<(Vec<Edit>, Option<String>)> {
    let (own, passed) = match method.parameters.as_slice() {
        [own] => (own, None),
        [own, passed] => (own, Some(passed)),
        _ => return None,
    };
    let Some((name, place)) = passed.filter(|_| own.0 == "self") else {
        return (own.0 == "self").then(|| (Vec::new(), None));
    };
    let kept = method.body.iter().filter(|statement| Some(**statement) != removed);
    let kept: Vec<&str> = kept.map(|statement| context.file.slice(*statement)).collect();
    let uses = |name: &str| kept.iter().any(|statement| count_name(statement, name) > 0);
    let is_used = uses(name);
    if place.start < own.1.end || name.starts_with('*') || is_used && uses("request") {
        return None;
    }
    let instead = if is_used { ", request" } else { "" };
    let edit = Edit::replacement(Span::new(own.1.end, place.end), instead);
    Some((vec![edit], is_used.then(|| name.clone())))
}

/// The edit that removes `-> None`, which a generator does not return.
fn without_annotation(text: &str, method: &FunctionShape) -> Option<Edit> {
    let (_, last) = method.parameters.last()?;
    let header = text.get(last.end as usize..method.body.first()?.start as usize)?;
    let start = header.find(')')? + 1;
    let rest = header[start..].trim_start().strip_prefix("->")?.trim_start().strip_prefix("None")?;
    let end = header.len() - rest.len();
    let place = Span::new(last.end + start as u32, last.end + end as u32);
    rest.trim_start().starts_with(':').then(|| Edit::replacement(place, ""))
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

#[cfg(test)]
mod tests {
    use super::snake_case;

    #[test]
    fn names_of_classes_become_names_of_functions() {
        assert_eq!(snake_case("TestClient"), "test_client");
        assert_eq!(snake_case("Test_HTTP"), "test_h_t_t_p");
    }
}
