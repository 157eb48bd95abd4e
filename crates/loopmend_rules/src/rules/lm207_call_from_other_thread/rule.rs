mod foreign_call;

use loopmend_core::{Applicability, Confidence, Edit, Fix, Level, Span};
use loopmend_python::ast::token::TokenKind;
use loopmend_python::is_starred;

use crate::chain::callee;
use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec, Runs};
use foreign_call::{ForeignCall, LoopObject};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    fix: FixAvailability::Sometimes,
    runs: Runs::OutsideTests,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in foreign_call::foreign_calls(context.file) {
        let message =
            format!("{} is called outside the thread of its event loop", callee(context, &found.call));
        let confidence = if found.is_certain { Confidence::Certain } else { Confidence::Likely };
        let fix = fix(context, &found);
        let mut report = Report::at_call(context, &found.call, message)
            .confidence(confidence)
            .note("the method is not thread-safe, and the call does not wake an event loop that waits")
            .note_at(context.place(found.started), format!("`{}` runs in this thread", found.runs));
        for (caller, at) in &found.steps {
            report = report.note_at(context.place(*at), format!("`{caller}` calls the next function here"));
        }
        context.report(report.fix_or_help(fix, remedy(found.object)));
    }
}

fn remedy(object: LoopObject) -> &'static str {
    match object {
        LoopObject::Loop => {
            "use `loop.call_soon_threadsafe(...)`; for a coroutine, `asyncio.run_coroutine_threadsafe(...)`"
        }
        LoopObject::Future | LoopObject::Primitive => {
            "pass the method and its arguments to `loop.call_soon_threadsafe(...)`"
        }
    }
}

/// Turns `loop.call_soon(f)` into `loop.call_soon_threadsafe(f)`, and `future.set_result(1)` into
/// `loop.call_soon_threadsafe(future.set_result, 1)` where a `loop` is in scope.
fn fix(context: &Context, found: &ForeignCall) -> Option<Fix> {
    let (callee, call) = (found.call.callee, found.call.span);
    let code = context.file.code_within(call.start);
    let edits = match found.object {
        LoopObject::Loop => {
            let method = code.last_part(callee).filter(|method| code.slice(*method) == "call_soon")?;
            vec![Edit::insertion(method.end, "_threadsafe")]
        }
        LoopObject::Future | LoopObject::Primitive => {
            let arguments = &code.call_at(call)?.arguments;
            let given = Span::new(callee.end, call.end);
            let inner = Span::new(callee.end + 1, call.end - 1);
            let is_plain = arguments.keywords.is_empty()
                && !is_starred(arguments)
                && !code.has_token(inner, TokenKind::Lpar)
                && code.is_on_one_line(given);
            // The call would raise in the loop, where no handler gets the exception.
            let is_tried = context.file.is_tried(call);
            if !found.has_loop || !is_plain || !found.call.is_statement() || is_tried {
                return None;
            }
            let comma = if arguments.is_empty() { "" } else { ", " };
            vec![
                Edit::insertion(callee.start, "loop.call_soon_threadsafe("),
                Edit::replacement(given, format!("{comma}{})", code.slice(inner).trim())),
            ]
        }
    };
    Some(Fix::new("use `loop.call_soon_threadsafe`", Applicability::Unsafe, edits))
}
