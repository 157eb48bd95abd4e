//! Overrides of `event_loop`: the loop they return.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, Stmt, StmtFunctionDef, Suite};
use loopmend_python::pattern::{
    contains, is_same, rename, replace_expressions, replace_statements, statements,
};
use loopmend_python::{after_docstring, is_starred, last_name, span_of, walk_body};

/// The loop of an override that only creates and closes it. An override with another kind of loop is not about scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GivenLoop {
    /// A new loop, which only its requesters get.
    New,
    /// The current loop of the thread, set once more or not.
    Current,
    /// A new loop that is made the current one, or a loop that exists.
    MadeCurrent,
}

/// The fixture whose policy creates the loops of pytest-asyncio.
const POLICY: &str = "event_loop_policy";

/// The forms of code that creates a loop. `LOOP` is the name of the loop.
const CREATIONS: [(&str, GivenLoop); 7] = [
    ("LOOP = asyncio.new_event_loop()", GivenLoop::New),
    ("LOOP = asyncio.get_event_loop_policy().new_event_loop()", GivenLoop::New),
    ("policy = asyncio.get_event_loop_policy()\nLOOP = policy.new_event_loop()", GivenLoop::New),
    // pytest-asyncio creates its loops with the policy of that fixture too.
    ("LOOP = event_loop_policy.new_event_loop()", GivenLoop::New),
    ("policy = event_loop_policy\nLOOP = policy.new_event_loop()", GivenLoop::New),
    ("LOOP = asyncio.get_event_loop()", GivenLoop::Current),
    (
        "try: LOOP = asyncio.get_running_loop()\nexcept RuntimeError: LOOP = asyncio.new_event_loop()",
        GivenLoop::MadeCurrent,
    ),
];

/// The forms of code that yields the loop and closes it after the tests, with `CREATION` for its creation.
const FORMS: [&str; 6] = [
    "CREATION\nyield LOOP\nLOOP.close()",
    "CREATION\ntry: yield LOOP\nfinally: LOOP.close()",
    "try:\n    CREATION\n    yield LOOP\nfinally: LOOP.close()",
    "CREATION\nrequest.addfinalizer(LOOP.close)\nreturn LOOP",
    "with contextlib.closing(asyncio.new_event_loop()) as LOOP: yield LOOP",
    "with closing(asyncio.new_event_loop()) as LOOP: yield LOOP",
];

/// The forms of overrides that never close the loop.
const NEVER_CLOSED: [(&str, GivenLoop); 4] = [
    ("return asyncio.get_event_loop()", GivenLoop::Current),
    ("yield asyncio.get_event_loop()", GivenLoop::Current),
    ("return asyncio.new_event_loop()", GivenLoop::New),
    ("yield asyncio.new_event_loop()", GivenLoop::New),
];

/// Other forms of expressions.
const EXPRESSIONS: [(&str, &str); 2] = [
    ("asyncio.tasks.all_tasks", "asyncio.all_tasks"),
    ("asyncio.all_tasks(loop=LOOP)", "asyncio.all_tasks(LOOP)"),
];

/// Statements that the plugin does not need, or runs itself when it closes a loop
/// (docs.python.org/3/library/asyncio-runner.html#asyncio.Runner.close), each with its reduced form. `TASKS` and `EACH` are the names of
/// all tasks and of one.
const ENDINGS: [(&str, &str); 15] = [
    ("TASKS = asyncio.all_tasks(LOOP)\nfor EACH in TASKS: EACH.cancel()", "CANCELLED"),
    ("for EACH in asyncio.all_tasks(LOOP): EACH.cancel()", "CANCELLED"),
    ("CANCELLED\nif TASKS: LOOP.run_until_complete(asyncio.gather(*TASKS, return_exceptions=True))", ""),
    ("CANCELLED\nLOOP.run_until_complete(asyncio.gather(*TASKS, return_exceptions=True))", ""),
    ("CANCELLED", ""),
    ("LOOP.run_until_complete(LOOP.shutdown_asyncgens())", ""),
    ("LOOP.run_until_complete(LOOP.shutdown_default_executor())", ""),
    ("asyncio.set_event_loop(LOOP)", ""),
    ("asyncio.set_event_loop(None)", ""),
    ("if LOOP.is_running(): LOOP.call_soon_threadsafe(LOOP.stop)", ""),
    ("if LOOP.is_running(): LOOP.stop()", ""),
    ("if not LOOP.is_closed(): LOOP.close()", "LOOP.close()"),
    ("try: LOOP.close()\nexcept RuntimeError: pass", "LOOP.close()"),
    ("LOOP.stop()\nLOOP.close()", "LOOP.close()"),
    ("LOOP.stop()\nLOOP.run_forever()\nLOOP.close()", "LOOP.close()"),
];

/// The length in bytes above which a fixture is no such override, and is not compared.
const MAX_LENGTH: usize = 4_096;

/// The loop of an override that does nothing else.
pub(crate) fn given_loop(fixture: &StmtFunctionDef) -> Option<GivenLoop> {
    is_short(fixture).then(|| given_in(after_docstring(&fixture.body).iter().cloned().collect(), fixture))?
}

fn is_short(fixture: &StmtFunctionDef) -> bool {
    fixture.range.len().to_usize() <= MAX_LENGTH
}

/// The loop of an override that does at most one other thing.
pub(crate) fn loop_besides(fixture: &StmtFunctionDef) -> Option<GivenLoop> {
    given_loop(fixture).or_else(|| without_one(fixture).map(|(_, given)| given))
}

/// The one statement of an override that does not create, yield or close the loop.
pub(crate) fn other_statement(fixture: &StmtFunctionDef) -> Option<Span> {
    without_one(fixture).map(|(other, _)| other)
}

fn without_one(fixture: &StmtFunctionDef) -> Option<(Span, GivenLoop)> {
    if !is_short(fixture) {
        return None;
    }
    let body = after_docstring(&fixture.body);
    body.iter().enumerate().find_map(|(place, other)| {
        let rest = body.iter().enumerate().filter(|(rest, _)| *rest != place);
        let given = given_in(rest.map(|(_, statement)| statement.clone()).collect(), fixture)?;
        Some((span_of(other), given))
    })
}

/// The loop that some statements create and yield. `event_loop_policy` is the fixture if it is a parameter.
fn given_in(mut body: Suite, fixture: &StmtFunctionDef) -> Option<GivenLoop> {
    if let Some((_, given)) = NEVER_CLOSED.iter().find(|(form, _)| is_same(&body, &statements(form))) {
        return Some(*given);
    }
    let names = Names::of(&body);
    if names.has_policy && !fixture.parameters.includes(POLICY) {
        return None;
    }
    rename(&mut body, &names.placeholders()?);
    for (expression, instead) in EXPRESSIONS {
        replace_expressions(&mut body, expression, instead);
    }
    let is_made_current = contains(&body, &statements("asyncio.set_event_loop(LOOP)"));
    for (ending, instead) in ENDINGS {
        replace_statements(&mut body, &statements(ending), &statements(instead));
    }
    let is_form = |creation: &str| {
        FORMS.iter().any(|form| {
            let mut form = statements(form);
            replace_statements(&mut form, &statements("CREATION"), &statements(creation));
            is_same(&body, &form)
        })
    };
    let (_, given) = CREATIONS.iter().find(|(creation, _)| is_form(creation))?;
    let is_new = *given == GivenLoop::New;
    Some(if is_made_current && is_new { GivenLoop::MadeCurrent } else { *given })
}

/// The names in an override that the forms have placeholders for.
#[derive(Default)]
struct Names {
    /// The name that is yielded or returned.
    event_loop: Option<String>,
    /// The name of all tasks.
    tasks: Option<String>,
    /// The name of one of several tasks.
    each: Option<String>,
    has_policy: bool,
}

impl Names {
    fn of(body: &[Stmt]) -> Self {
        let name_of = |value: &Expr| value.as_name_expr().map(|name| name.id.to_string());
        let is_of_all =
            |value: &Expr| value.as_call_expr().and_then(|call| last_name(&call.func)) == Some("all_tasks");
        let mut names = Self::default();
        walk_body(body, |_, node| {
            let place = match node {
                AnyNodeRef::ExprYield(it) => (&mut names.event_loop, it.value.as_deref().and_then(name_of)),
                AnyNodeRef::StmtReturn(it) => (&mut names.event_loop, it.value.as_deref().and_then(name_of)),
                AnyNodeRef::StmtFor(it) => (&mut names.each, name_of(&it.target)),
                AnyNodeRef::StmtAssign(it) if is_of_all(&it.value) => {
                    (&mut names.tasks, it.targets.first().and_then(name_of))
                }
                AnyNodeRef::ExprName(it) => {
                    names.has_policy |= it.id.as_str() == POLICY;
                    return TraversalSignal::Traverse;
                }
                _ => return TraversalSignal::Traverse,
            };
            let (name, found) = place;
            *name = name.take().or(found);
            TraversalSignal::Traverse
        });
        names
    }

    /// The placeholders of the names; `None` if no loop is yielded or returned.
    fn placeholders(&self) -> Option<Vec<(&str, &'static str)>> {
        let others = [(&self.tasks, "TASKS"), (&self.each, "EACH")];
        let others =
            others.into_iter().filter_map(|(name, placeholder)| Some((name.as_deref()?, placeholder)));
        Some(std::iter::once((self.event_loop.as_deref()?, "LOOP")).chain(others).collect())
    }
}

/// The assignments to attributes and items in an override, which outlive it.
pub(crate) fn lasting_effects(fixture: &StmtFunctionDef) -> Vec<Span> {
    let is_lasting = |target: &Expr| target.is_attribute_expr() || target.is_subscript_expr();
    let mut effects = Vec::new();
    walk_body(&fixture.body, |_, node| {
        let is_effect = match node {
            AnyNodeRef::StmtAssign(it) => it.targets.iter().any(is_lasting),
            AnyNodeRef::StmtAugAssign(it) => is_lasting(&it.target),
            AnyNodeRef::StmtDelete(it) => it.targets.iter().any(is_lasting),
            AnyNodeRef::StmtFunctionDef(_) | AnyNodeRef::StmtClassDef(_) => return TraversalSignal::Skip,
            _ => false,
        };
        effects.extend(is_effect.then(|| span_of(&node)));
        TraversalSignal::Traverse
    });
    effects
}

/// `true` if removing an override loses more than its loop: the setup of its parameters, the tests that `params` multiplies, or the
/// effect of another decorator.
pub(crate) fn has_other_uses(fixture: &StmtFunctionDef) -> bool {
    let is_left = |name: &str| name == "self" || named(name).has(Role::RequestedByOverride);
    let sets_up = fixture.parameters.iter().any(|parameter| !is_left(parameter.name()));
    let [decorator] = fixture.decorator_list.as_slice() else { return true };
    let arguments = decorator.expression.as_call_expr().map(|call| &call.arguments);
    let multiplies = arguments.is_some_and(|it| is_starred(it) || it.find_keyword("params").is_some());
    sets_up || multiplies
}
