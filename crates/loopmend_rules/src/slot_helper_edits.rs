//! Edits that pass a plain function of the module, which starts or runs the async callback.

use loopmend_core::{Applicability, Confidence, Edit, Fix, Span};
use loopmend_semantic::{Call, FilledSlot, SlotKind};

use crate::context::Context;
use crate::edits::count_name;
use crate::helper_edits::{Helper, helper};
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
pub(crate) fn give_helper(context: &Context, call: &Call, filled: &FilledSlot) -> Option<Fix> {
    let file = &context.file;
    let way = way(context, call, filled)?;
    let is_plain = file.call_shape(call.span).is_some() && follows_separator(context, call, filled.argument);
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
    const FOLLOWED_BY_ARGUMENTS: [&str; 4] =
        ["Executor.submit", "atexit.register", "addClassCleanup", "unittest.addModuleCleanup"];
    let name = &*filled.name;
    let is_of_pool = name.starts_with("Pool.");
    match filled.kind {
        SlotKind::LoopCallback | SlotKind::SignalCallback => match name {
            "add_done_callback" | "loop.set_exception_handler" => Some(Way::Partial(Helper::StartTask)),
            _ if filled.is_positional => Some(Way::Before(Helper::StartTask)),
            _ => None,
        },
        SlotKind::Callback if matches!(name, "add_done_callback" | "signal.signal") || is_of_pool => {
            context.file.can_await(call).then_some(Way::FromElsewhere)
        }
        _ if FOLLOWED_BY_ARGUMENTS.contains(&name) => {
            filled.is_positional.then_some(Way::Before(Helper::RunAsync))
        }
        SlotKind::Run => Some(Way::Partial(Helper::RunAsync)),
        _ if is_of_pool || name == "Executor.map" => Some(Way::Partial(Helper::RunAsync)),
        _ => None,
    }
}

/// `true` if an argument directly follows its separator, without a parenthesis of its own.
fn follows_separator(context: &Context, call: &Call, argument: Span) -> bool {
    let before = context.file.slice(Span::new(call.callee.end, argument.start)).trim_end();
    before == "(" || before.ends_with([',', '='])
}

/// `with ExitStack() as stack:` becomes `async with AsyncExitStack() as stack:`, and `callback` `push_async_callback`.
pub(crate) fn leave_asynchronously(context: &Context, call: &Call) -> Option<Fix> {
    const CLASS: &str = "ExitStack";
    const METHOD: &str = "callback";
    /// The methods of both classes (docs.python.org/3/library/contextlib.html#contextlib.AsyncExitStack).
    const SHARED: [&str; 3] = ["callback", "enter_context", "push"];
    let file = &context.file;
    let name = file.slice(call.callee).strip_suffix(METHOD)?.strip_suffix('.')?;
    let stack = file.with_around(call.span, name).filter(|_| file.can_await(call))?;
    let written = file.slice(stack.class);
    let class = Span::new(stack.class.end - CLASS.len() as u32, stack.class.end);
    let text = file.slice(stack.statement);
    let uses =
        1 + SHARED.iter().map(|method| text.matches(&format!("{name}.{method}(")).count()).sum::<usize>();
    if written != CLASS && !written.ends_with(".ExitStack") || count_name(text, name) != uses {
        return None;
    }
    let mut edits = vec![
        Edit::insertion(stack.keyword, "async "),
        Edit::replacement(class, "AsyncExitStack"),
        Edit::replacement(
            Span::new(call.callee.end - METHOD.len() as u32, call.callee.end),
            "push_async_callback",
        ),
    ];
    if written == CLASS {
        let imports = file.imports_from();
        let import = imports.iter().find(|import| import.module == "contextlib")?;
        let is_imported = |name: &str| import.names.iter().any(|it| it.name == name && !it.is_renamed);
        if !is_imported("AsyncExitStack") {
            let first = import.names.first().filter(|_| is_imported(CLASS))?;
            edits.insert(0, Edit::insertion(first.span.start, "AsyncExitStack, "));
        }
    }
    Some(Fix::new("use `AsyncExitStack`, which awaits its callbacks", Applicability::Unsafe, edits))
}
