use loopmend_core::{Applicability, Confidence, Edit, Fix, Level, Span};
use loopmend_semantic::{ForeignCall, LoopObject};

use crate::chain::callee;
use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for found in context.file.foreign_calls() {
        let message = format!(
            "{} is called in another thread than that of its event loop, which may sleep on and is not protected",
            callee(context, &found.call)
        );
        let confidence = if found.is_certain { Confidence::Certain } else { Confidence::Likely };
        let fix = fix(context, &found);
        let mut report = Report::at_call(context, &found.call, message)
            .confidence(confidence)
            .note_at(context.place(found.started), format!("a thread runs `{}`", found.runs));
        for (caller, at) in &found.steps {
            report = report.note_at(context.place(*at), format!("`{caller}` calls further here"));
        }
        if fix.is_none() {
            report = report.note(advice(found.object));
        }
        context.report(report.fix(fix));
    }
}

fn advice(object: LoopObject) -> &'static str {
    match object {
        LoopObject::Loop => {
            "use `loop.call_soon_threadsafe(...)`, or `asyncio.run_coroutine_threadsafe(..., loop)` for a coroutine"
        }
        LoopObject::Future | LoopObject::Primitive => {
            "let the loop do it: `loop.call_soon_threadsafe(...)` with the method and its arguments"
        }
    }
}

/// `loop.call_soon(f)` becomes `loop.call_soon_threadsafe(f)`, and `future.set_result(1)`, where `loop` is at hand,
/// `loop.call_soon_threadsafe(future.set_result, 1)`.
fn fix(context: &Context, found: &ForeignCall) -> Option<Fix> {
    let callee = found.call.callee;
    let text = context.file.slice(callee);
    let edits = match found.object {
        LoopObject::Loop if text.ends_with(".call_soon") => {
            vec![Edit::insertion(callee.end, "_threadsafe")]
        }
        LoopObject::Loop => return None,
        LoopObject::Future | LoopObject::Primitive => {
            let given = Span::new(callee.end, found.call.span.end);
            let arguments = context.file.slice(given).strip_prefix('(')?.strip_suffix(')')?.trim();
            let is_plain = !arguments.contains(['=', '*', '(', '\n']);
            // The loop would raise what the call raises, and no handler would get it.
            let is_tried = context.file.is_tried(found.call.span);
            if !found.has_loop || !is_plain || !found.call.is_statement() || is_tried {
                return None;
            }
            let comma = if arguments.is_empty() { "" } else { ", " };
            vec![
                Edit::insertion(callee.start, "loop.call_soon_threadsafe("),
                Edit::replacement(given, format!("{comma}{arguments})")),
            ]
        }
    };
    Some(Fix::new("let the loop do it", Applicability::Unsafe, edits))
}
