mod waited_coroutine;

use loopmend_core::{Applicability, Edit, Fix, Level, Span};
use loopmend_python::ast::AnyNodeRef;

use crate::context::{Context, Report};
use crate::import_edits::named_module;
use crate::rule::{Check, FixAvailability, RuleSpec};
use waited_coroutine::WaitedCoroutines;

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in waited_coroutine::waited_coroutines(context.file) {
        let message = format!("`asyncio.wait` needs tasks, but gets coroutines of `{}`", found.function);
        let mut report = Report::new(found.argument, message)
            .in_symbol(found.symbol.clone())
            .confidence(found.confidence)
            .note("since Python 3.11, the call raises a TypeError; before, it returns tasks that no variable refers to");
        if let Some(place) = found.definition.clone() {
            report = report.note_at(place, "declared `async` here");
        }
        let is_async = is_in_async_def(context, found.argument);
        let fix = if is_async { fix(context, &found) } else { None };
        context.report(report.fix_or_help(fix, advice(is_async)));
    }
}

/// The remedy where there is no fix.
fn advice(is_in_async_def: bool) -> &'static str {
    match is_in_async_def {
        true => "start tasks: `asyncio.create_task(...)`",
        false => "start the tasks in an `async def`, and await `asyncio.wait` there",
    }
}

/// Tasks need a running event loop, which only code of an `async def` certainly has.
fn is_in_async_def(context: &Context, argument: Span) -> bool {
    let code = context.file.code_within(argument.start);
    let around = code.nodes_around(argument);
    around.into_iter().rev().find_map(runs_on_loop).unwrap_or(false)
}

/// Of a function, class or `lambda`, whether its own code is that of an `async def`.
fn runs_on_loop(node: AnyNodeRef) -> Option<bool> {
    match node {
        AnyNodeRef::StmtFunctionDef(function) => Some(function.is_async),
        AnyNodeRef::StmtClassDef(_) | AnyNodeRef::ExprLambda(_) => Some(false),
        _ => None,
    }
}

/// `wait([fetch()])` becomes `wait([asyncio.create_task(fetch())])`, if the collection has no other use.
fn fix(context: &Context, found: &WaitedCoroutines) -> Option<Fix> {
    if found.coroutines.is_empty() {
        return None;
    }
    if let Some((name, uses)) = &found.holder {
        let code = context.file.code();
        let around = loopmend_python::span_of(code.function_around(found.argument)?);
        if code.mentions(around, name) != *uses {
            return None;
        }
    }
    let (asyncio, mut edits) = named_module(context, "asyncio")?;
    for coroutine in &found.coroutines {
        edits.push(Edit::insertion(coroutine.start, format!("{asyncio}.create_task(")));
        edits.push(Edit::insertion(coroutine.end, ")"));
    }
    Some(Fix::new("start tasks with `create_task`", Applicability::Unsafe, edits))
}
