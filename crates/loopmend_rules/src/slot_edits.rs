//! Edits that run an async function where a plain callback is called.

use loopmend_core::{Applicability, Edit, Fix, Span};
use loopmend_semantic::{Call, FilledSlot, SlotKind};

use crate::context::Context;
use crate::edits::drop_keyword;
use crate::gather_edits::gather_map;
use crate::import_edits::import_module;
use crate::keep_edits::{Starter, start_in_function};
use crate::slot_comprehension_edits::await_in_comprehension;
use crate::slot_helper_edits::{give_helper, leave_asynchronously};

/// The fix that runs the async callback, if the call shows how.
pub(crate) fn run_in_slot(context: &mut Context, call: &Call, filled: &FilledSlot) -> Option<Fix> {
    let in_lambda = match filled.kind {
        SlotKind::Worker | SlotKind::Thread => without_thread(context, call, filled),
        SlotKind::Run if filled.name.starts_with("threading.") => run_in_lambda(context, call, filled),
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
    let keyword = context.file.needless_async(filled)?;
    let edit = drop_keyword(context.file.text(), keyword.start, "async")?;
    Some(Fix::new("make the function a plain `def`", Applicability::Unsafe, vec![edit]))
}

/// `Thread(target=work)` becomes `Thread(target=lambda: asyncio.run(work()))`.
fn run_in_lambda(context: &Context, call: &Call, filled: &FilledSlot) -> Option<Fix> {
    let callable = lasting_name(context, call, filled)?;
    let shape = context.file.call_shape(call.span)?;
    let gives = |name: &str| shape.keywords.iter().any(|(keyword, _)| keyword == name);
    let behind = shape.positional.iter().filter(|argument| argument.start > filled.argument.start).count();
    let is_registration = filled.kind == SlotKind::Callback;
    let takes_any =
        gives("args") || gives("kwargs") || behind > 0 || is_registration && !shape.keywords.is_empty();
    if shape.is_starred || takes_any && !is_registration && shape.positional.len() > 1 {
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
    let text = context.file.text();
    let has_threads_only = text.contains("ThreadPoolExecutor") && !text.contains("Process");
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
    if !is_used || !file.can_await(call) || file.slice(call.span).contains('#') {
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
    let outer = file.call_shape(call.span)?;
    if !outer.keywords.is_empty() || !filled.is_positional {
        return None;
    }
    let is_last = outer.positional.last() == Some(&filled.argument);
    let behind = |from: Span, end: u32| {
        let arguments =
            file.slice(Span::new(from.end, end)).trim_start().trim_start_matches(',').trim_start();
        format!("{}({arguments}", file.slice(from))
    };
    if is_path(file.slice(filled.argument)) {
        return Some(behind(filled.argument, call.span.end));
    }
    if let Some(lambda) = file.lambda_shape(filled.argument) {
        let is_call = file.call_shape(lambda.body).is_some();
        return (is_last && !lambda.has_parameters && is_call).then(|| file.slice(lambda.body).to_owned());
    }
    let partial = file.call_shape(filled.argument)?;
    let is_partial = matches!(file.slice(partial.callee), "functools.partial" | "partial");
    let work = *partial.positional.first()?;
    (is_partial && is_last && is_path(file.slice(work))).then(|| behind(work, filled.argument.end))
}

/// `loop.call_later(1, tick)` gets a plain function that starts a task.
fn start_a_task(context: &Context, call: &Call, filled: &FilledSlot) -> Option<Fix> {
    const GIVING_NOTHING: [&str; 7] = [
        "call_soon",
        "call_soon_threadsafe",
        "call_later",
        "call_at",
        "add_signal_handler",
        "add_reader",
        "add_writer",
    ];
    let callable = lasting_name(context, call, filled)?;
    let shape = context.file.call_shape(call.span)?;
    let called = context.file.slice(call.callee).rsplit('.').next()?;
    if !GIVING_NOTHING.contains(&called) || shape.is_starred || !filled.is_positional {
        return None;
    }
    let has_arguments = shape.positional.last() != Some(&filled.argument);
    let parameters = if has_arguments { "*args" } else { "" };
    let last = callable.rsplit('.').next().unwrap_or_default().trim_start_matches('_');
    let starter = Starter {
        callback: filled.argument,
        name: format!("start_{last}"),
        parameters,
        start: format!("asyncio.create_task({callable}({parameters}))"),
    };
    start_in_function(context, call, &starter)
}

/// `addCleanup` becomes `addAsyncCleanup`, and the base class `IsolatedAsyncioTestCase`.
fn clean_up_in_loop(context: &Context, call: &Call) -> Option<Fix> {
    const AWAITS: &str = "IsolatedAsyncioTestCase";
    const PLAIN: &str = "addCleanup";
    context.file.slice(call.callee).strip_suffix("self.addCleanup").filter(|before| before.is_empty())?;
    let base = context.file.test_case_around(call)?;
    let name = Span::new(call.callee.end - PLAIN.len() as u32, call.callee.end);
    let mut edits = vec![Edit::replacement(name, "addAsyncCleanup"), Edit::replacement(base.name, AWAITS)];
    edits.extend(base.import.map(|place| Edit::insertion(place, format!("{AWAITS}, "))));
    Some(Fix::new("use `addAsyncCleanup` and `IsolatedAsyncioTestCase`", Applicability::Unsafe, edits))
}

/// The text of the async callback, if it means the same when it is called later: a function of the module, or a method of `self`.
fn lasting_name<'t>(context: &'t Context, call: &Call, filled: &FilledSlot) -> Option<&'t str> {
    let callable = context.file.slice(filled.argument);
    let root = callable.split('.').next().unwrap_or_default();
    let is_lasting = match root == callable {
        true => filled.is_function && filled.coroutine.name == callable,
        false => matches!(root, "self" | "cls"),
    };
    let is_bound = root == callable && context.file.is_bound_in_functions_around(call, callable);
    let is_asyncio_bound = context.file.is_bound_in_functions_around(call, "asyncio");
    (is_lasting && is_path(callable) && !is_bound && !is_asyncio_bound).then_some(callable)
}

/// `true` if an expression is a name with its attributes.
pub(crate) fn is_path(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '.')
}
