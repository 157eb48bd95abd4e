//! Edits that replace an event loop of one coroutine by `asyncio.run`.

use loopmend_catalog::{Role, is};
use loopmend_core::{Applicability, Edit, Fix};
use loopmend_semantic::Call;

use crate::context::Context;
use crate::detectors::single_run;
use crate::detectors::single_run::SingleRun;

/// Turns `loop = asyncio.new_event_loop()` and `loop.run_until_complete(main())` into `asyncio.run(main())`.
pub(crate) fn run_by_asyncio(context: &mut Context, call: &Call) -> Option<Fix> {
    // Code that sets the loop expects that loop to run.
    let code = context.file.code();
    if code.count_of_name("set_event_loop") > 0 {
        return None;
    }
    let is_made = is(code.slice(call.callee), Role::GetsIdleLoop);
    if !is_made || !context.file.is_imported(call, "asyncio") {
        return None;
    }
    let (statement, run) = single_run::single_run_of(context.file, call)?;
    let [before, behind] = run_edits(context, run, "asyncio")?;
    let edits = vec![code.remove_line(statement)?, before, behind];
    Some(Fix::new("run the coroutine with `asyncio.run`", Applicability::Unsafe, edits))
}

/// The edits that turn `loop.run_until_complete(main())` into `asyncio.run(main())`; `asyncio` is the module's name there.
pub(crate) fn run_edits(
    context: &Context,
    SingleRun { run, coroutine }: SingleRun,
    asyncio: &str,
) -> Option<[Edit; 2]> {
    let code = context.file.code_within(run.start);
    code.replace_around(run, coroutine, &format!("{asyncio}.run("), ")")
}
