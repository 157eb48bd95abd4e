//! Edits of the loop scope in marks and decorators, also in place of overrides of `event_loop`.

use loopmend_core::{Applicability, Edit, FileEdits, Fix, Note, Span};
use loopmend_semantic::{File, FunctionShape, LoopOverride, NoLoopSettings, Scope, TakenLoop};

use crate::context::Context;
use crate::edits::{count_name, indentation_before, line_ending};
use crate::import_edits::named_marks;
use crate::option_edits::set_options;
use crate::override_edits::{GivenLoop, given_loop, has_other_uses, other_statement, removal};

/// The edits that let all async tests of a file run on a loop of this scope; `None` if a mark states another scope.
pub(crate) fn mark_loop_scope(context: &Context, scope: &str) -> Option<Vec<Edit>> {
    let argument = format!("(loop_scope=\"{scope}\")");
    let edit = |(mark, arguments): (Span, Option<Span>)| match arguments {
        None => Some(Some(Edit::insertion(mark.end, argument.clone()))),
        Some(stated) if states(context.file.slice(stated), "loop_scope", scope) => Some(None),
        Some(_) => None,
    };
    let edits: Option<Vec<Option<Edit>>> = context.file.asyncio_marks().into_iter().map(edit).collect();
    Some(edits?.into_iter().flatten().collect())
}

/// `true` if the arguments of a mark state this scope with this keyword, and nothing else.
fn states(written: &str, keyword: &str, scope: &str) -> bool {
    let written = written.replace(' ', "").replace('\'', "\"");
    written == format!("({keyword}=\"{scope}\")")
}

/// The arguments that let the test of a new mark run on the loop of the other tests of the file. These are the arguments of all other
/// marks, if they state a scope, or those that replace an override of `event_loop`; empty if the settings decide.
pub(crate) fn arguments_of_marks(context: &mut Context) -> String {
    let marks = context.file.asyncio_marks();
    let mut written: Vec<&str> =
        marks.iter().map(|(_, arguments)| arguments.map_or("", |span| context.file.slice(span))).collect();
    written.dedup();
    if let [only] = written.as_slice()
        && is_shared_scope(only)
    {
        return (*only).to_owned();
    }
    let scope = scope_instead_of_override(context);
    scope.map_or_else(String::new, |scope| format!("(loop_scope=\"{}\")", scope.name()))
}

/// `true` if the arguments of a mark state a scope as a literal, other than that of a class.
fn is_shared_scope(written: &str) -> bool {
    let mut scopes = Scope::ALL.iter().filter(|scope| **scope != Scope::Class).map(|scope| scope.name());
    scopes.any(|scope| states(written, "loop_scope", scope) || states(written, "scope", scope))
}

/// The scope that the marks of a file state in place of its override of `event_loop`, if marks state it.
fn scope_instead_of_override(context: &mut Context) -> Option<Scope> {
    let overrides = context.file.loop_overrides();
    overrides.into_iter().find_map(|found| {
        let shape = context.file.function_shape(found.fixture.header)?;
        let removal = removal_of(context, &found, &shape).ok()?;
        if state_in_settings(context, &found, removal.clone()).is_ok() {
            return None;
        }
        state_in_marks(context, &found, removal)?;
        found.scope
    })
}

/// The fix that removes an override and states its scope in the settings, or else in the marks of a test file; or a note with the reason
/// why there is none.
pub(crate) fn state_instead_of_override(
    context: &mut Context,
    found: &LoopOverride,
    shape: &FunctionShape,
) -> Result<Fix, Note> {
    let removal = removal_of(context, found, shape)?;
    let refused = match state_in_settings(context, found, removal.clone()) {
        Ok(fix) => return Ok(fix),
        Err(refused) => refused,
    };
    let why = refused_words(&refused);
    state_in_marks(context, found, removal).ok_or_else(|| Note::no_edit(&why, None))
}

/// The fix that removes an override that has never run, or a note with the reason why there is none.
pub(crate) fn remove_dead_override(
    context: &mut Context,
    found: &LoopOverride,
    shape: &FunctionShape,
) -> Result<Fix, Note> {
    if let Some(path) = context.file.importer_of_override() {
        return Err(Note::no_edit(&format!("`{path}` imports it"), None));
    }
    if is_named_elsewhere(context.file, shape) {
        return Err(Note::no_edit("other code of the file names it", None));
    }
    let removal = removal(context.file, shape, found.fixture.header)
        .ok_or_else(|| Note::no_edit("the fixture shares lines or a block with other code", None))?;
    Ok(Fix::new("remove the fixture, which nothing calls", Applicability::Unsafe, vec![removal]))
}

/// `true` if code outside of a function names it. Comments do not count, and strings do.
fn is_named_elsewhere(file: &File, shape: &FunctionShape) -> bool {
    let text = file.text();
    let name = file.slice(shape.name);
    let parts = [&text[..shape.whole.start as usize], &text[shape.whole.end as usize..]];
    let code = |line: &str| line.split('#').next().unwrap_or_default().to_owned();
    parts.iter().flat_map(|part| part.lines()).any(|line| count_name(&code(line), name) > 0)
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
fn removal_of(context: &mut Context, found: &LoopOverride, shape: &FunctionShape) -> Result<Edit, Note> {
    let left = |why: &str| Err(Note::no_edit(why, None));
    match found.is_ignored {
        Some(true) => {}
        Some(false) => {
            let are_locked = context.file.suite_settings().is_some_and(|settings| settings.are_locked);
            let version = if are_locked { "locked" } else { "installed" };
            return left(&format!("the {version} version of pytest-asyncio still calls the fixture"));
        }
        None => {
            return left(
                "no version of pytest-asyncio is installed, and versions before 1.0 call the fixture",
            );
        }
    }
    if found.is_requested {
        return left(
            "plain tests or fixtures request it; it can stay for them if both loop-scope options are set to its scope",
        );
    }
    let Some(given) = given_loop(context.file, shape) else {
        let other = other_statement(context.file, shape).map(|statement| context.place(statement));
        let why = "the fixture does more than create and close a loop, and that would be lost";
        return Err(Note::no_edit(why, other));
    };
    if has_other_uses(context.file, shape) {
        return left("the effects of its parameters or decorators would be lost");
    }
    if let Some(taken) = taken_loop(context, found, given) {
        return Err(left_for(&taken));
    }
    removal(context.file, shape, found.fixture.header)
        .ok_or_else(|| Note::no_edit("the fixture shares lines or a block with other code", None))
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
    let is_for_all = context.file.statements_of_class_with(found.fixture.header).is_none();
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
    let is_marked = !context.file.asyncio_marks().is_empty() && !context.file.may_be_marked_otherwise(wanted);
    if !is_marked || context.file.is_conftest() || context.file.uses_async_fixture_elsewhere(wanted) {
        return None;
    }
    let scope = wanted.name();
    let is_for_all = context.file.statements_of_class_with(found.fixture.header).is_none();
    let marks = mark_loop_scope(context, scope).filter(|_| is_for_all)?;
    let fixtures = state_in_fixtures(context, scope)?;
    let edits = marks.into_iter().chain(fixtures).chain([removal]).collect();
    Some(Fix::new("set `loop_scope` in the marks instead", Applicability::Unsafe, edits))
}

/// The edits that let the tests with these headers run on a loop of this scope; `None` if a mark has arguments.
pub(crate) fn mark_tests(context: &Context, tests: &[Span], scope: &str) -> Option<Vec<Edit>> {
    let file = &context.file;
    let ending = line_ending(file.text());
    let (marks, mut edits) = named_marks(context)?;
    let written = format!("{marks}.asyncio");
    for header in tests {
        let decorators = file.function_shape(*header)?.decorators;
        let own = decorators.iter().find(|decorator| file.slice(**decorator).contains("mark.asyncio"));
        edits.push(match own {
            Some(mark) if file.slice(*mark) == written => {
                Edit::insertion(mark.end, format!("(loop_scope=\"{scope}\")"))
            }
            Some(_) => return None,
            None => {
                let indentation = indentation_before(file.text(), header.start)?;
                let mark = format!("@{written}(loop_scope=\"{scope}\"){ending}{indentation}");
                Edit::insertion(header.start, mark)
            }
        });
    }
    Some(edits)
}

/// The edits that let the async fixtures of a file run on a loop of this scope; `None` if a fixture has another decorator or states a
/// scope.
pub(crate) fn state_in_fixtures(context: &Context, scope: &str) -> Option<Vec<Edit>> {
    let file = &context.file;
    let argument = format!("loop_scope=\"{scope}\"");
    let own = format!("{}.fixture", file.name_of_module("pytest_asyncio").unwrap_or("pytest_asyncio"));
    let edit = |decorator: Span| {
        let Some(call) = file.call_shape(decorator) else {
            let is_own = file.slice(decorator) == own;
            return is_own.then(|| Edit::insertion(decorator.end, format!("({argument})")));
        };
        let is_own = file.slice(call.callee) == own && !call.is_starred;
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
