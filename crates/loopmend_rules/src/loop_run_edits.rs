//! Edits that replace an event loop of one coroutine by `asyncio.run`.

use loopmend_core::{Applicability, Edit, Fix, Span};
use loopmend_semantic::{Call, SingleRun};

use crate::context::Context;
use crate::edits::indentation_of_lone_statement;

/// Turns `loop = asyncio.new_event_loop()` and `loop.run_until_complete(main())` into `asyncio.run(main())`.
pub(crate) fn run_by_asyncio(context: &mut Context, call: &Call) -> Option<Fix> {
    // Code that sets the loop expects that loop to run.
    if context.file.text().contains("set_event_loop(") {
        return None;
    }
    let module = context.file.slice(call.callee).strip_suffix("_event_loop")?;
    if !matches!(module, "asyncio.get" | "asyncio.new") || !context.file.is_imported(call, "asyncio") {
        return None;
    }
    let (statement, run) = context.file.single_run_of(call)?;
    let [before, behind] = run_edits(context, run, "asyncio")?;
    let edits = vec![Edit::replacement(whole_line(context.file.text(), statement)?, ""), before, behind];
    Some(Fix::new("run the coroutine with `asyncio.run`", Applicability::Unsafe, edits))
}

/// The edits that turn `loop.run_until_complete(main())` into `asyncio.run(main())`; `asyncio` is the module's name there.
pub(crate) fn run_edits(
    context: &Context,
    SingleRun { run, coroutine }: SingleRun,
    asyncio: &str,
) -> Option<[Edit; 2]> {
    let before = Span::new(run.start, coroutine.start);
    let behind = Span::new(coroutine.end, run.end);
    let has_comment = [before, behind].into_iter().any(|span| context.file.slice(span).contains('#'));
    let edits = [Edit::replacement(before, format!("{asyncio}.run(")), Edit::replacement(behind, ")")];
    (!has_comment).then_some(edits)
}

/// The line of a statement that shares it with no code or comment, with its line ending.
fn whole_line(text: &str, statement: Span) -> Option<Span> {
    let indentation = indentation_of_lone_statement(text, statement)?;
    let rest = text.get(statement.end as usize..)?;
    let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let ending = ["\r\n", "\n", "\r"].into_iter().find(|ending| rest[blanks..].starts_with(ending))?;
    let start = statement.start - indentation.len() as u32;
    Some(Span::new(start, statement.end + (blanks + ending.len()) as u32))
}
