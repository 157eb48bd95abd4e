//! Edits that pass a plain function of the module, which starts or runs the async callback.

use loopmend_catalog::{Role, is};
use loopmend_core::{Applicability, Confidence, Edit, Fix, Span};
use loopmend_python::ast::{AnyNodeRef, Expr, StmtWith};
use loopmend_python::{Code, binds_name, last_name, span_of};
use loopmend_semantic::{Call, FilledSlot, SlotKind};

use super::helper_edits::{Helper, helper};
use crate::context::Context;
use crate::import_edits::import_module_for;

/// How the plain function is passed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// As an argument before the async function: the caller passes all further arguments on.
    Before(Helper),
    /// By `functools.partial`.
    Partial(Helper),
    /// By `functools.partial`, from another thread or a signal handler.
    FromElsewhere,
}

/// Passes a function that starts a task or runs an event loop, with the async callback as its argument.
pub(crate) fn give_helper(context: &mut Context, call: &Call, filled: &FilledSlot) -> Option<Fix> {
    let file = &context.file;
    let way = way(context, call, filled)?;
    let code = file.code_within(call.span.start);
    let is_plain = code.call_at(call.span).is_some_and(|it| code.follows_separator(it, filled.argument));
    if !is_plain || filled.coroutine.source.confidence() != Confidence::Certain {
        return None;
    }
    let (Way::Before(which) | Way::Partial(which)) = way else {
        let (start, edits) = helper(context, call, Helper::StartTask)?;
        import_module_for(context, call, "asyncio")?;
        let before = format!("functools.partial(asyncio.get_running_loop().call_soon_threadsafe, {start}, ");
        return by_partial(context, call, filled, before, edits, TITLE_OF_TASK);
    };
    let (name, mut edits) = helper(context, call, which)?;
    let title =
        if which == Helper::StartTask { TITLE_OF_TASK } else { "run the coroutine with `asyncio.run`" };
    if matches!(way, Way::Partial(_)) {
        return by_partial(context, call, filled, format!("functools.partial({name}, "), edits, title);
    }
    edits.push(Edit::insertion(filled.argument.start, format!("{name}, ")));
    Some(Fix::new(title, Applicability::Unsafe, edits))
}

const TITLE_OF_TASK: &str = "start a task in a plain function and keep it";

fn by_partial(
    context: &Context,
    call: &Call,
    filled: &FilledSlot,
    before: String,
    edits: Vec<Edit>,
    title: &str,
) -> Option<Fix> {
    let mut edits = [import_module_for(context, call, "functools")?, edits].concat();
    edits.push(Edit::insertion(filled.argument.start, before));
    edits.push(Edit::insertion(filled.argument.end, ")"));
    Some(Fix::new(title, Applicability::Unsafe, edits))
}

fn way(context: &Context, call: &Call, filled: &FilledSlot) -> Option<Way> {
    let name = &*filled.name;
    let is_of_pool = name.starts_with("Pool.");
    match filled.kind {
        SlotKind::LoopCallback | SlotKind::SignalCallback => match () {
            () if is(name, Role::PassesOwnArguments) => Some(Way::Partial(Helper::StartTask)),
            () if filled.is_positional => Some(Way::Before(Helper::StartTask)),
            () => None,
        },
        SlotKind::Callback if is(name, Role::PassesOwnArguments) || is_of_pool => {
            context.file.can_await(call).then_some(Way::FromElsewhere)
        }
        _ if is(name, Role::PassesArgumentsOn) => {
            filled.is_positional.then_some(Way::Before(Helper::RunAsync))
        }
        SlotKind::Run => Some(Way::Partial(Helper::RunAsync)),
        _ if is_of_pool || name == "Executor.map" => Some(Way::Partial(Helper::RunAsync)),
        _ => None,
    }
}

/// The plain `with` statement around an expression, in the same function, whose only item binds `name` to the value of a call without
/// arguments, and the called class.
fn with_around<'c>(code: &'c Code, expression: Span, name: &str) -> Option<(&'c StmtWith, &'c Expr)> {
    let around = code.nodes_around(expression);
    let is_left = |node: &&AnyNodeRef| {
        matches!(
            node,
            AnyNodeRef::StmtFunctionDef(_) | AnyNodeRef::StmtClassDef(_) | AnyNodeRef::ExprLambda(_)
        )
    };
    let inside = around.iter().rev().take_while(|node| !is_left(node));
    inside.filter_map(|node| node.as_stmt_with().copied()).find_map(|with| {
        let [item] = with.items.as_slice() else { return None };
        let call = item.context_expr.as_call_expr().filter(|call| call.arguments.is_empty())?;
        let bound = item.optional_vars.as_deref()?.as_name_expr()?;
        (bound.id.as_str() == name && !with.is_async).then_some((with, &*call.func))
    })
}

/// `with ExitStack() as stack:` becomes `async with AsyncExitStack() as stack:`, and `callback` `push_async_callback`.
pub(crate) fn leave_asynchronously(context: &Context, call: &Call) -> Option<Fix> {
    const CLASS: &str = "ExitStack";
    let file = &context.file;
    let code = file.code_within(call.span.start);
    let method =
        code.call_at(call.span)?.func.as_attribute_expr().filter(|it| it.attr.as_str() == "callback")?;
    let name = code.text_of(&*method.value);
    let (with, class) = with_around(&code, call.span, name).filter(|_| file.can_await(call))?;
    let statement = span_of(with);
    let calls_of = |method: &&str| code.occurrences(statement, &format!("{name}.{method}("));
    let used = Role::OnBothExitStacks.names().iter().map(calls_of).sum::<usize>();
    if last_name(class) != Some(CLASS) || code.mentions(statement, name) != 1 + used {
        return None;
    }
    let class_name = class.as_attribute_expr().map_or(span_of(class), |class| span_of(&class.attr));
    let mut edits = vec![
        Edit::insertion(statement.start, "async "),
        Edit::replacement(class_name, "AsyncExitStack"),
        Edit::replacement(span_of(&method.attr), "push_async_callback"),
    ];
    if class.is_name_expr() {
        edits.splice(0..0, import_beside(&file.code(), CLASS, "AsyncExitStack")?);
    }
    Some(Fix::new("use `AsyncExitStack`, which awaits its callbacks", Applicability::Unsafe, edits))
}

/// The edit that imports a name of `contextlib` before those that are imported with another one, if it is not imported yet.
fn import_beside(code: &Code, known: &str, name: &str) -> Option<Option<Edit>> {
    let import = code.imports_from(&["contextlib"]).next()?;
    if binds_name(import, name) {
        return Some(None);
    }
    let first = import.names.first().filter(|_| binds_name(import, known))?;
    Some(Some(Edit::insertion(span_of(first).start, format!("{name}, "))))
}
