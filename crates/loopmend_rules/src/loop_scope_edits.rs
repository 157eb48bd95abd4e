//! Edits of the loop scope in marks and decorators, also in place of overrides of `event_loop`.

use loopmend_catalog::{Role, named};
use loopmend_core::{Applicability, Edit, FileEdits, Fix, Note, Span};
use loopmend_python::ast::helpers::map_callable;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Arguments, Expr, ExprAttribute, Stmt, StmtFunctionDef};
use loopmend_python::text_size::Ranged;
use loopmend_python::{Code, is_starred, last_name, span_of, walk_body};
use loopmend_semantic::suite::{LoopOverride, NoLoopSettings, Scope, TakenLoop};

use crate::context::Context;
use crate::detectors::loop_fixtures;
use crate::import_edits::named_marks;
use crate::option_edits::set_options;
use crate::override_edits::{GivenLoop, given_loop, has_other_uses, other_statement};

/// The edits that let all async tests of a file run on a loop of this scope; `None` if a mark states another scope.
pub(crate) fn mark_loop_scope(context: &Context, scope: &str) -> Option<Vec<Edit>> {
    let argument = format!("(loop_scope=\"{scope}\")");
    let edit = |mark: &Mark| match mark.arguments {
        None => Some(Some(Edit::insertion(mark.place.end, argument.clone()))),
        Some(stated) => (stated_scope(stated) == Some(("loop_scope", scope))).then_some(None),
    };
    let code = context.file.code();
    let edits: Option<Vec<Option<Edit>>> = marks_of(&code).iter().map(edit).collect();
    Some(edits?.into_iter().flatten().collect())
}

/// The edits that give the async tests of a file marks with this loop scope, if the file has no mark `asyncio`: the plugin runs its tests
/// in the mode `auto`. `None` if a test has no place for a mark.
pub(crate) fn add_loop_scope(context: &Context, scope: &str) -> Option<Vec<Edit>> {
    let code = context.file.code();
    let of_classes = code.body().iter().filter_map(Stmt::as_class_def_stmt).flat_map(|class| &class.body);
    let functions = code.body().iter().chain(of_classes).filter_map(Stmt::as_function_def_stmt);
    let tests: Vec<&StmtFunctionDef> =
        functions.filter(|function| function.is_async && function.name.starts_with("test")).collect();
    if tests.is_empty() {
        return Some(Vec::new());
    }
    let (marks, mut edits) = named_marks(context)?;
    for test in tests {
        let mark = format!("@{marks}.asyncio(loop_scope=\"{scope}\")");
        edits.push(code.insert_line_before(span_of(test).start, &mark)?);
    }
    Some(edits)
}

/// An occurrence of `pytest.mark.asyncio`.
pub(crate) struct Mark<'c> {
    /// Its place, without the arguments.
    place: Span,
    /// Its arguments, if it is called.
    pub(crate) arguments: Option<&'c Arguments>,
}

/// The occurrences of `pytest.mark.asyncio` in source order.
pub(crate) fn marks_of<'c>(code: &'c Code) -> Vec<Mark<'c>> {
    let mut marks = Vec::new();
    walk_body(code.body(), |around: &[AnyNodeRef<'c>], node| {
        if let AnyNodeRef::ExprAttribute(mark) = node
            && is_asyncio_mark(mark)
        {
            let call = around.last().and_then(|node| node.as_expr_call().copied());
            let call = call.filter(|call| call.func.range() == mark.range());
            marks.push(Mark { place: span_of(mark), arguments: call.map(|call| &call.arguments) });
        }
        TraversalSignal::Traverse
    });
    marks
}

fn is_asyncio_mark(mark: &ExprAttribute) -> bool {
    mark.attr.as_str() == "asyncio" && last_name(&mark.value) == Some("mark")
}

/// The keyword and scope of arguments that state a scope as a literal, and nothing else.
fn stated_scope(arguments: &Arguments) -> Option<(&str, &str)> {
    let [keyword] = arguments.keywords.as_slice() else { return None };
    let scope = keyword.value.as_string_literal_expr().filter(|_| arguments.args.is_empty())?;
    Some((keyword.arg.as_deref()?, scope.value.to_str()))
}

/// The arguments that let the test of a new mark run on the loop of the other tests of the file. These are the arguments of all other
/// marks, if they state a scope, or those that replace an override of `event_loop`; empty if the settings decide.
pub(crate) fn arguments_of_marks(context: &mut Context) -> String {
    let code = context.file.code();
    let marks = marks_of(&code);
    let mut written: Vec<&str> =
        marks.iter().map(|mark| mark.arguments.map_or("", |arguments| code.text_of(arguments))).collect();
    written.dedup();
    if let ([only], Some(arguments)) = (written.as_slice(), marks.first().and_then(|mark| mark.arguments))
        && is_shared_scope(arguments)
    {
        return (*only).to_owned();
    }
    let scope = scope_instead_of_override(context);
    scope.map_or_else(String::new, |scope| format!("(loop_scope=\"{}\")", scope.name()))
}

/// `true` if the arguments of a mark state a scope as a literal, other than that of a class.
fn is_shared_scope(arguments: &Arguments) -> bool {
    stated_scope(arguments).is_some_and(|(keyword, scope)| {
        let is_scope = |known: &Scope| *known != Scope::Class && known.name() == scope;
        named(keyword).has(Role::ScopeParameter) && Scope::ALL.iter().any(is_scope)
    })
}

/// The scope that the marks of a file state in place of its override of `event_loop`, if marks state it.
fn scope_instead_of_override(context: &mut Context) -> Option<Scope> {
    let overrides = context.file.loop_overrides();
    overrides.into_iter().find_map(|found| {
        let removal = removal_of(context, &found).ok()?;
        if state_in_settings(context, &found, removal.clone()).is_ok() {
            return None;
        }
        state_in_marks(context, &found, removal)?;
        found.scope
    })
}

/// The fix that removes an override and states its scope in the settings, or else in the marks of a test file; or a note with the reason
/// why there is none.
pub(crate) fn state_instead_of_override(context: &mut Context, found: &LoopOverride) -> Result<Fix, Note> {
    let removal = removal_of(context, found)?;
    let refused = match state_in_settings(context, found, removal.clone()) {
        Ok(fix) => return Ok(fix),
        Err(refused) => refused,
    };
    let why = refused_words(&refused);
    state_in_marks(context, found, removal).ok_or_else(|| Note::no_edit(&why, None))
}

/// The fix that removes an override that has never run, or a note with the reason why there is none.
pub(crate) fn remove_dead_override(context: &mut Context, found: &LoopOverride) -> Result<Fix, Note> {
    if let Some(path) = context.file.importer_of_override() {
        return Err(Note::no_edit(&format!("`{path}` imports it"), None));
    }
    let code = context.file.code();
    let fixture = code.function_with(found.fixture.header);
    if fixture.is_some_and(|fixture| is_named_elsewhere(&code, fixture)) {
        return Err(Note::no_edit("other code of the file names it", None));
    }
    let removal = fixture
        .and_then(|fixture| code.remove_function(fixture))
        .ok_or_else(|| Note::no_edit("the fixture shares lines or a block with other code", None))?;
    Ok(Fix::new("remove the fixture, which nothing calls", Applicability::Unsafe, vec![removal]))
}

/// `true` if code outside of a function names it, in a string too.
fn is_named_elsewhere(code: &Code, function: &StmtFunctionDef) -> bool {
    let (place, whole) = (span_of(function), code.whole());
    let parts = [Span::new(0, place.start), Span::new(place.end, whole.end)];
    let name = function.name.as_str();
    parts.iter().any(|part| code.mentions(*part, name) > 0 || code.strings_mention(*part, name))
}

/// The reason why the settings cannot state the scope of an override.
fn refused_words(refused: &NoLoopSettings) -> String {
    match refused {
        NoLoopSettings::NoConfiguration => "no file configures pytest; add `[pytest]` to `pytest.ini` or `[tool.pytest.ini_options]` to `pyproject.toml`".to_owned(),
        NoLoopSettings::OtherScope(option) => format!("`{option}` states another scope"),
        NoLoopSettings::ConfiguredAbove(path) => format!(
            "`{path}` also configures pytest and can apply instead; both files need the settings"
        ),
        NoLoopSettings::Hook => "a hook marks tests with another scope".to_owned(),
        NoLoopSettings::OtherLoop(path) => {
            format!("`{path}` defines or requests `event_loop` too, and the settings apply to all tests")
        }
        NoLoopSettings::Unseen(path) => {
            format!("`{path}` has async code that does not see this fixture, and the settings apply to all tests")
        }
        NoLoopSettings::NotKnown => "some tests or async fixtures have no mark, or state another scope".to_owned(),
    }
}

/// The edit that removes an override, or the reason why there is none.
fn removal_of(context: &mut Context, found: &LoopOverride) -> Result<Edit, Note> {
    let left = |why: &str| Err(Note::no_edit(why, None));
    match found.is_ignored {
        Some(true) => {}
        Some(false) => {
            let are_locked = context.file.suite_settings().is_some_and(|settings| settings.are_locked);
            let version = if are_locked { "locked" } else { "installed" };
            return left(&format!("the {version} version of pytest-asyncio still calls the fixture"));
        }
        None => {
            let present = match &found.installed {
                Some(version) => format!(
                    "pytest-asyncio {version} is installed without all plugins that the project requires"
                ),
                None => "pytest-asyncio is not installed here".to_owned(),
            };
            return left(&format!("{present}, and versions before 1.0 still use the fixture"));
        }
    }
    if found.is_requested {
        return left(
            "plain tests or fixtures request it; it can stay for them if both loop-scope options are set to its scope",
        );
    }
    const SHARED: &str = "the fixture shares lines or a block with other code";
    let code = context.file.code();
    let Some(fixture) = code.function_with(found.fixture.header) else { return left(SHARED) };
    let Some(given) = given_loop(fixture) else {
        let other = other_statement(fixture).map(|statement| context.place(statement));
        let why = "the fixture does more than create and close a loop, and that would be lost";
        return Err(Note::no_edit(why, other));
    };
    if has_other_uses(fixture) {
        return left("the effects of its parameters or decorators would be lost");
    }
    if let Some(taken) = taken_loop(context, found, given) {
        return Err(left_for(&taken));
    }
    code.remove_function(fixture).ok_or_else(|| Note::no_edit(SHARED, None))
}

/// The code that takes the current loop, which is the loop of the tests because of an override.
fn taken_loop(context: &mut Context, found: &LoopOverride, given: GivenLoop) -> Option<TakenLoop> {
    let by_import = match given {
        GivenLoop::Current => context.file.loop_taken_by_imports(),
        GivenLoop::New | GivenLoop::MadeCurrent => None,
    };
    by_import.or_else(|| context.file.loop_taken_beside(found))
}

fn left_for(taken: &TakenLoop) -> Note {
    let called = &taken.called;
    let why = match &taken.function {
        Some(function) => format!(
            "`{function}` takes the current event loop (`{called}`) before a test starts; without the override, that is not the test's loop"
        ),
        None => format!(
            "an import takes the current event loop (`{called}`); without the override, that is not the tests' loop"
        ),
    };
    Note::no_edit(&why, taken.place.clone())
}

/// The fix with two options of pytest-asyncio, which apply to all tests of the suite; not for a fixture of a class.
fn state_in_settings(
    context: &mut Context,
    found: &LoopOverride,
    removal: Edit,
) -> Result<Fix, NoLoopSettings> {
    let settings = context.file.loop_settings(found.scope)?;
    if settings.options.is_empty() {
        return Ok(Fix::new("remove the fixture", Applicability::Unsafe, vec![removal]));
    }
    let is_for_all = !is_of_class(context, found);
    let set = || set_options(&settings.configuration, &settings.options, settings.scope.name());
    let edits = is_for_all.then(set).flatten().ok_or(NoLoopSettings::NotKnown)?;
    let fix = Fix::new(
        "set the loop scope of all tests in the configuration",
        Applicability::Unsafe,
        vec![removal],
    );
    Ok(fix.and_in(FileEdits::new(settings.path, edits)))
}

/// The fix for a test file, whose fixtures no other file sees: the marks of its tests state the scope.
fn state_in_marks(context: &mut Context, found: &LoopOverride, removal: Edit) -> Option<Fix> {
    let wanted = found.scope.filter(|scope| *scope != Scope::Function)?;
    let is_marked =
        !marks_of(&context.file.code()).is_empty() && !context.file.may_be_marked_otherwise(wanted);
    if !is_marked
        || context.file.is_conftest()
        || loop_fixtures::uses_async_fixture_elsewhere(context.file, wanted)
    {
        return None;
    }
    let scope = wanted.name();
    let marks = mark_loop_scope(context, scope).filter(|_| !is_of_class(context, found))?;
    let fixtures = state_in_fixtures(context, scope)?;
    let edits = marks.into_iter().chain(fixtures).chain([removal]).collect();
    Some(Fix::new("set `loop_scope` in the marks instead", Applicability::Unsafe, edits))
}

/// `true` if an override is a fixture of a class.
fn is_of_class(context: &Context, found: &LoopOverride) -> bool {
    let code = context.file.code();
    code.function_with(found.fixture.header).is_some_and(|fixture| code.class_of(fixture).is_some())
}

/// The edits that let the tests with these headers run on a loop of this scope; `None` if a mark has arguments.
pub(crate) fn mark_tests(context: &Context, tests: &[Span], scope: &str) -> Option<Vec<Edit>> {
    let code = context.file.code();
    let (marks, mut edits) = named_marks(context)?;
    let written = format!("{marks}.asyncio");
    for header in tests {
        let decorators = code.function_with(*header)?.decorator_list.iter().map(|it| &it.expression);
        let mut own =
            decorators.filter(|it| map_callable(it).as_attribute_expr().is_some_and(is_asyncio_mark));
        edits.push(match own.next() {
            Some(mark) if code.text_of(mark) == written => {
                Edit::insertion(span_of(mark).end, format!("(loop_scope=\"{scope}\")"))
            }
            Some(_) => return None,
            None => code.insert_line_before(header.start, &format!("@{written}(loop_scope=\"{scope}\")"))?,
        });
    }
    Some(edits)
}

/// The edits that let the async fixtures of a file run on a loop of this scope; `None` if a fixture has another decorator or states a
/// scope.
pub(crate) fn state_in_fixtures(context: &Context, scope: &str) -> Option<Vec<Edit>> {
    let code = context.file.code();
    let argument = format!("loop_scope=\"{scope}\"");
    let own =
        format!("{}.fixture", context.file.name_of_module("pytest_asyncio").unwrap_or("pytest_asyncio"));
    let edit = |decorator: &Expr| {
        code.text_of(map_callable(decorator)).eq(&own).then_some(())?;
        let Expr::Call(call) = decorator else {
            return Some(Edit::insertion(span_of(decorator).end, format!("({argument})")));
        };
        let is_fit = !is_starred(&call.arguments) && call.arguments.find_keyword("loop_scope").is_none();
        is_fit.then(|| code.add_argument(call, &argument))
    };
    async_fixture_decorators(&code).into_iter().map(edit).collect()
}

/// The `fixture` decorators of async functions, without the `@`.
fn async_fixture_decorators<'c>(code: &'c Code) -> Vec<&'c Expr> {
    let mut found = Vec::new();
    walk_body(code.body(), |_: &[AnyNodeRef<'c>], node: AnyNodeRef<'c>| {
        if let AnyNodeRef::StmtFunctionDef(function) = node
            && function.is_async
        {
            let decorators = function.decorator_list.iter().map(|decorator| &decorator.expression);
            found.extend(decorators.filter(|it| last_name(map_callable(it)) == Some("fixture")));
        }
        TraversalSignal::Traverse
    });
    found
}
