//! Edits that turn setup and teardown of test classes into async fixtures.

use loopmend_catalog::{Role, named};
use loopmend_core::{Edit, Span};
use loopmend_python::ast::StmtFunctionDef;
use loopmend_python::{Code, after_docstring, span_of};
use loopmend_semantic::suite::{Installed, Scope, ScopeSetting};

use crate::context::Context;
use crate::detectors::teardown;
use crate::import_edits::named_module;
use crate::loop_scope_edits::{Mark, marks_of};

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
        let roles = named(name);
        match () {
            () if roles.has(Role::CalledBeforeTest) => Some(Self::Setup),
            () if roles.has(Role::CalledAfterTest) => Some(Self::Teardown),
            () => None,
        }
    }
}

/// The module of the plugin that runs the fixtures.
const PLUGIN: &str = "pytest_asyncio";

/// The edits that turn a method into an autouse fixture of pytest-asyncio, except for its `async`: a decorator, another name, its
/// parameters, and a `yield` before teardown. `removed` is a statement that other edits remove. `None` if the tests may not use
/// pytest-asyncio, or the name of the fixture is not free.
pub(crate) fn make_fixture(
    context: &mut Context,
    code: &Code,
    method: &StmtFunctionDef,
    phase: Phase,
    removed: Option<Span>,
) -> Option<Vec<Edit>> {
    let new_name = fixture_name(context, method)?;
    if !may_use_plugin(context, code) || !method.decorator_list.is_empty() {
        return None;
    }
    let ending = code.line_ending();
    let first = span_of(after_docstring(&method.body).first()?).start;
    let inner = code.indentation(first)?;
    let (mut edits, own) = parameters(code, method, removed)?;
    let loop_scope = stated_loop_scope(context, code)?;
    let (plugin, imports) = named_plugin(context, PLUGIN)?;
    edits.extend(imports);
    let decorator = format!("@{plugin}.fixture(autouse=True{loop_scope})");
    edits.push(code.insert_line_before(span_of(method).start, &decorator)?);
    edits.push(Edit::replacement(span_of(&method.name), new_name));
    let mut head = String::new();
    if phase == Phase::Teardown {
        edits.extend(without_annotation(code, method));
        head += &format!("yield{ending}{inner}");
    }
    if let Some(parameter) = own {
        head += &format!("{parameter} = request.function{ending}{inner}");
    }
    if !head.is_empty() {
        edits.push(Edit::insertion(first, head));
    }
    Some(edits)
}

/// The name of the fixture: that of the class is part of it where another class of the project may have one.
fn fixture_name(context: &mut Context, method: &StmtFunctionDef) -> Option<String> {
    let class = teardown::test_class_of(context.file, span_of(&method.name))?;
    let method_name = method.name.as_str();
    let name = match class.derives {
        false => format!("async_{method_name}"),
        true => format!("async_{}_of_{}", method_name.trim_end_matches("_method"), snake_case(&class.name)),
    };
    (!class.is_overridden && teardown::is_free_in(context.file, &class, &name)).then_some(name)
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
fn stated_loop_scope(context: &Context, code: &Code) -> Option<String> {
    let states_loop = |mark: &Mark| {
        Role::ScopeParameter
            .names()
            .iter()
            .any(|name| mark.arguments.is_some_and(|it| it.find_keyword(name).is_some()))
    };
    if marks_of(code).iter().any(states_loop) {
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
fn may_use_plugin(context: &Context, code: &Code) -> bool {
    let has_mark = |name: &&str| code.occurrences(code.whole(), &format!("mark.{name}")) > 0;
    if Role::MarkOfOtherLoop.names().iter().any(has_mark) {
        return false;
    }
    match context.file.suite_settings().map(|settings| settings.asyncio.clone()) {
        Some(Installed::Version(_)) => true,
        Some(Installed::Unknown) => !Role::RunsAsyncTests.names().iter().any(|other| code.has_word(other)),
        Some(Installed::Absent) | None => false,
    }
}

/// The edits of the parameters, and the name of the one that pytest passes the method of the test to, if the body uses it.
fn parameters(
    code: &Code,
    method: &StmtFunctionDef,
    removed: Option<Span>,
) -> Option<(Vec<Edit>, Option<String>)> {
    let parameters: Vec<_> = method.parameters.iter().collect();
    let (own, passed) = match parameters.as_slice() {
        [own] => (own, None),
        [own, passed] => (own, Some(passed)),
        _ => return None,
    };
    let Some(passed) = passed.filter(|_| own.name() == "self") else {
        return (own.name() == "self").then(|| (Vec::new(), None));
    };
    let (name, own, place) = (passed.name().as_str(), span_of(own), span_of(passed));
    let body = after_docstring(&method.body);
    let (start, end) = (span_of(body.first()?).start, span_of(body.last()?).end);
    let removed = removed.unwrap_or(Span::new(end, end));
    let kept = [Span::new(start, removed.start), Span::new(removed.end, end)];
    let uses = |name: &str| kept.iter().any(|part| code.mentions(*part, name) > 0);
    let is_used = uses(name);
    if place.start < own.end || passed.is_variadic() || is_used && uses("request") {
        return None;
    }
    let instead = if is_used { ", request" } else { "" };
    let edit = Edit::replacement(Span::new(own.end, place.end), instead);
    Some((vec![edit], is_used.then(|| name.to_owned())))
}

/// The edit that removes `-> None`, which a generator does not return.
fn without_annotation(code: &Code, method: &StmtFunctionDef) -> Option<Edit> {
    let annotation = method.returns.as_deref().filter(|it| it.is_none_literal_expr())?;
    let place = Span::new(span_of(&*method.parameters).end, span_of(annotation).end);
    (!code.has_comment(place)).then(|| Edit::replacement(place, ""))
}

/// The name of the plugin, with its import below `import pytest` if the file imports pytest and not the plugin.
pub(crate) fn named_plugin(context: &Context, plugin: &str) -> Option<(String, Vec<Edit>)> {
    let file = &context.file;
    match file.end_of_import("pytest").filter(|_| file.name_of_module(plugin).is_none()) {
        Some(end) => {
            let text = format!("{}import {plugin}", file.code().line_ending());
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
