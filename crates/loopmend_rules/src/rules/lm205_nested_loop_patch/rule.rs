use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::detectors::loop_patch;
use crate::rule::{Check, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    runs: Runs::OutsideTests,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

/// The number of shown calls that need the patch.
const MAX_SHOWN: usize = 5;

fn check_file(context: &mut Context) {
    let (patches, loop_patch::NeededBy { hidden, callback }) = loop_patch::nesting_patches(context.file);
    for patch in patches {
        let module = &patch.module;
        let message = match context.file.is_notebook() {
            true => format!("`{module}` lets a cell start a second event loop inside the running one"),
            false => {
                format!(
                    "`{module}` hides calls of `asyncio.run` inside a running event loop, in the whole process"
                )
            }
        };
        let mut report = Report::at_call(context, &patch.call, message);
        let is_on_import = context.file.surroundings(&patch.call).function.is_none();
        if !context.file.is_notebook() {
            report = report.note("without the patch, such a call raises RuntimeError and shows the mistake");
            if is_on_import {
                report = report.note("every program that imports this module gets the patch");
            }
        }
        for start in hidden.iter().take(MAX_SHOWN) {
            let (calls, how) =
                if start.steps == 0 { ("calls", "here") } else { ("leads to", "by this call") };
            let around = match start.around.as_str() {
                "" => "this cell".to_owned(),
                around => format!("async function `{around}`"),
            };
            let message = format!(
                "{around} {calls} `{}` {how}: without the patch, that raises RuntimeError",
                start.name
            );
            report = report.note_at(start.place.clone(), message);
        }
        match hidden.len().saturating_sub(MAX_SHOWN) {
            0 => (),
            1 => report = report.note("the patch hides one more such call"),
            more => report = report.note(format!("the patch hides {more} more such calls")),
        }
        if hidden.is_empty() {
            report = match &callback {
                Some((place, name)) => report
                    .note_at(place.clone(), format!("`{name}` needs the patch if a running loop calls it")),
                None => report.note("no call of the project needs the patch; libraries were not checked"),
            };
        }
        let remedy = match &callback {
            _ if context.file.is_notebook() => {
                "`await` the coroutine at the top level of the cell".to_owned()
            }
            _ if !hidden.is_empty() => {
                "remove the patch, and make the functions between the async function and that call async, too"
                    .to_owned()
            }
            Some((_, name)) => {
                format!("if a running loop calls `{name}`, make it `async`; then remove the patch")
            }
            None => {
                "remove the patch; if a library needs it, call the library by `await asyncio.to_thread(...)`"
                    .to_owned()
            }
        };
        context.report(report.help(remedy));
    }
}
