//! Edits that run an async function where a plain callback is called.

use loopmend_catalog::{Role, Words, is, named};
use loopmend_core::{Applicability, Edit, Fix, Span};
use loopmend_python::ast::Expr;
use loopmend_python::{is_starred, last_name, span_of};
use loopmend_semantic::{Call, FilledSlot, SlotKind};

use super::slot_comprehension_edits::await_in_comprehension;
use super::slot_helper_edits::{give_helper, leave_asynchronously};
use crate::context::Context;
use crate::detectors::needless_async;
use crate::gather_edits::gather_map;
use crate::import_edits::import_module;
use crate::keep_edits::{Starter, start_in_function};

/// The fix that runs the async callback, if the call shows how.
pub(crate) fn run_in_slot(context: &mut Context, call: &Call, filled: &FilledSlot) -> Option<Fix> {
    let in_lambda = match filled.kind {
        SlotKind::Worker | SlotKind::Thread => without_thread(context, call, filled),
        SlotKind::Run if filled.name.starts_with("threading.") => {
            run_as_target(context, call, filled).or_else(|| run_in_lambda(context, call, filled))
        }
        SlotKind::Callback if filled.name == "atexit.register" => run_in_lambda(context, call, filled),
        SlotKind::LoopCallback | SlotKind::SignalCallback => start_a_task(context, call, filled),
        SlotKind::EachOnDemand => gather_map(context, call),
        SlotKind::Each if filled.name == "Executor.map" => run_each_in_thread(context, call, filled),
        SlotKind::Cleanup => clean_up_in_loop(context, call),
        SlotKind::ExitStack => leave_asynchronously(context, call),
        SlotKind::Truth => await_in_comprehension(context, call, filled),
        _ => None,
    };
    in_lambda.or_else(|| give_helper(context, call, filled))
}

/// `async def` becomes `def`, if the function awaits nothing and is only used as such a callback.
pub(crate) fn drop_async(context: &mut Context, filled: &FilledSlot) -> Option<Fix> {
    let keyword = needless_async::needless_async(context.file, filled)?;
    let edit = context.file.code().remove_keyword(keyword.start)?;
    Some(Fix::new("make the function a plain `def`", Applicability::Unsafe, vec![edit]))
}

/// `Thread(target=work, args=(1,))` becomes `Thread(target=asyncio.run, args=(work(1),))`. A timer that is cancelled would leave such a
/// coroutine without an `await`.
fn run_as_target(context: &Context, call: &Call, filled: &FilledSlot) -> Option<Fix> {
    let callable = lasting_name(context, call, filled).filter(|_| filled.name == "threading.Thread")?;
    let code = context.file.code_within(call.span.start);
    let arguments = &code.call_at(call.span)?.arguments;
    let given = arguments.find_keyword("args")?;
    let (items, place) = match &given.value {
        Expr::Tuple(tuple) if tuple.parenthesized => (&tuple.elts, span_of(tuple)),
        Expr::List(list) => (&list.elts, span_of(list)),
        _ => return None,
    };
    let (first, last) = (items.first()?, items.last()?);
    let is_plain = arguments.args.is_empty()
        && arguments.find_keyword("kwargs").is_none()
        && !is_starred(arguments)
        && !code.has_comment(place);
    if !is_plain || items.iter().any(Expr::is_named_expr) {
        return None;
    }
    let passed = code.slice(Span::new(span_of(first).start, span_of(last).end));
    let mut edits = import_module(context, "asyncio")?;
    edits.push(Edit::replacement(filled.argument, "asyncio.run"));
    edits.push(Edit::replacement(place, format!("({callable}({passed}),)")));
    Some(Fix::new("run the coroutine with `asyncio.run`", Applicability::Unsafe, edits))
}

/// `Thread(target=work)` becomes `Thread(target=lambda: asyncio.run(work()))`.
fn run_in_lambda(context: &Context, call: &Call, filled: &FilledSlot) -> Option<Fix> {
    let callable = lasting_name(context, call, filled)?;
    let code = context.file.code_within(call.span.start);
    let arguments = &code.call_at(call.span)?.arguments;
    let gives = |name: &str| arguments.find_keyword(name).is_some();
    let is_last = arguments.args.last().is_none_or(|last| span_of(last).start <= filled.argument.start);
    let is_registration = filled.kind == SlotKind::Callback;
    let takes_any =
        gives("args") || gives("kwargs") || !is_last || is_registration && !arguments.keywords.is_empty();
    if is_starred(arguments) || takes_any && !is_registration && arguments.args.len() > 1 {
        return None;
    }
    let function = match takes_any {
        true => format!("lambda *args, **kwargs: asyncio.run({callable}(*args, **kwargs))"),
        false => format!("lambda: asyncio.run({callable}())"),
    };
    let mut edits = import_module(context, "asyncio")?;
    edits.push(Edit::replacement(filled.argument, function));
    Some(Fix::new("run the coroutine with `asyncio.run`", Applicability::Unsafe, edits))
}

/// `pool.map(work, rows)` becomes `pool.map(lambda *args: asyncio.run(work(*args)), rows)` outside an `async def`.
fn run_each_in_thread(context: &Context, call: &Call, filled: &FilledSlot) -> Option<Fix> {
    let code = context.file.code();
    let mentions = |executor: &str| code.count_of_name(executor) > 0;
    let has_threads_only = mentions("ThreadPoolExecutor") && !mentions("ProcessPoolExecutor");
    if context.file.can_await(call) || !has_threads_only {
        return None;
    }
    let callable = lasting_name(context, call, filled)?;
    let mut edits = import_module(context, "asyncio")?;
    edits.push(Edit::replacement(filled.argument, format!("lambda *args: asyncio.run({callable}(*args))")));
    Some(Fix::new("run each coroutine with `asyncio.run`", Applicability::Unsafe, edits))
}

/// `await loop.run_in_executor(None, partial(work, 1))` becomes `await work(1)`, and so does `lambda: work(1)`. If the
/// result is not awaited at once, it becomes `asyncio.create_task(work(1))`. `asyncio.to_thread(work, 1)`, which is a coroutine too, becomes
/// `work(1)`.
fn without_thread(context: &Context, call: &Call, filled: &FilledSlot) -> Option<Fix> {
    let file = &context.file;
    let is_coroutine = filled.name == "asyncio.to_thread";
    let has_value = is_coroutine || filled.name == "loop.run_in_executor";
    let is_used = call.is_awaited() || has_value && !call.is_statement();
    if !is_used || !file.can_await(call) || file.code_within(call.span.start).has_comment(call.span) {
        return None;
    }
    let direct = direct_call(context, call, filled)?;
    if call.is_awaited() {
        let edits = vec![Edit::replacement(call.span, direct)];
        return Some(Fix::new("await the function directly", Applicability::Unsafe, edits));
    }
    if is_coroutine {
        let edits = vec![Edit::replacement(call.span, direct)];
        return Some(Fix::new("call the function without a thread", Applicability::Unsafe, edits));
    }
    let mut edits = import_module(context, "asyncio")?;
    edits.push(Edit::replacement(call.span, format!("asyncio.create_task({direct})")));
    Some(Fix::new("start a task instead", Applicability::Unsafe, edits))
}

/// The call of the thread, written without a thread.
fn direct_call(context: &Context, call: &Call, filled: &FilledSlot) -> Option<String> {
    let file = &context.file;
    let code = file.code_within(call.span.start);
    let outer = &code.call_at(call.span)?.arguments;
    if !outer.keywords.is_empty() || !filled.is_positional {
        return None;
    }
    let is_last = outer.args.last().map(span_of) == Some(filled.argument);
    let called = |work: Span, around: Span| {
        Some(format!("{}({}", code.slice(work), code.arguments_after(work, around)?))
    };
    if code.path_at(filled.argument).is_some() {
        return called(filled.argument, call.span);
    }
    if let Some(lambda) = code.lambda_at(filled.argument) {
        let is_fit = is_last && lambda.parameters.is_none() && lambda.body.is_call_expr();
        return is_fit.then(|| code.text_of(&*lambda.body).to_owned());
    }
    let partial = code.call_at(filled.argument)?;
    let function = code.text_of(&*partial.func);
    let is_partial = named(function).has(Role::BindsArguments) || is(function, Role::BindsArguments);
    let work = span_of(partial.arguments.args.first()?);
    code.path_at(work).filter(|_| is_partial && is_last)?;
    called(work, filled.argument)
}

/// `loop.call_later(1, tick)` gets a plain function that starts a task.
fn start_a_task(context: &mut Context, call: &Call, filled: &FilledSlot) -> Option<Fix> {
    let callable = lasting_name(context, call, filled)?;
    let code = context.file.code_within(call.span.start);
    let written = code.call_at(call.span)?;
    let gives_nothing = named(last_name(&written.func)).has(Role::PassesGivenArguments);
    if !gives_nothing || is_starred(&written.arguments) || !filled.is_positional {
        return None;
    }
    let has_arguments = written.arguments.args.last().map(span_of) != Some(filled.argument);
    let parameters = if has_arguments { "*args" } else { "" };
    let last = code.names(filled.argument).last().unwrap_or_default();
    let starter = Starter {
        callback: filled.argument,
        name: format!("start_{}", last.trim_start_matches('_')),
        parameters,
        start: format!("asyncio.create_task({callable}({parameters}))"),
        needs_asyncio: true,
    };
    start_in_function(context, call, &starter)
}

/// `addCleanup` becomes `addAsyncCleanup`, and the base class `IsolatedAsyncioTestCase`.
fn clean_up_in_loop(context: &Context, call: &Call) -> Option<Fix> {
    const AWAITS: &str = "IsolatedAsyncioTestCase";
    let code = context.file.code_within(call.span.start);
    let method = code.call_at(call.span)?.func.as_attribute_expr()?;
    let base = context.file.test_case_around(call).filter(|_| code.text_of(method) == "self.addCleanup")?;
    let mut edits = vec![
        Edit::replacement(span_of(&method.attr), "addAsyncCleanup"),
        Edit::replacement(base.name, AWAITS),
    ];
    edits.extend(base.import.map(|place| Edit::insertion(place, format!("{AWAITS}, "))));
    Some(Fix::new("use `addAsyncCleanup` and `IsolatedAsyncioTestCase`", Applicability::Unsafe, edits))
}

/// The text of the async callback, if it means the same when it is called later: a function of the module, or a method of `self`.
fn lasting_name<'t>(context: &Context<'_, 't>, call: &Call, filled: &FilledSlot) -> Option<&'t str> {
    let callable = context.file.slice(filled.argument);
    let path = context.file.code_within(call.span.start).path_at(filled.argument)?;
    let is_name = path.len() == 1;
    let is_lasting = match is_name {
        true => filled.is_function && filled.coroutine.name == callable,
        false => Words::OwnObject.has(path[0]),
    };
    let is_bound = is_name && context.file.is_bound_in_functions_around(call, callable);
    let is_asyncio_bound = context.file.is_bound_in_functions_around(call, "asyncio");
    (is_lasting && !is_bound && !is_asyncio_bound).then_some(callable)
}
