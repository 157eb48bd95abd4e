mod own_cancellation;
mod swallowed;

use loopmend_core::{Applicability, Edit, Fix, Level, Sighting};
use loopmend_index::summary::SwallowForm;
use loopmend_python::ast::token::TokenKind;
use loopmend_semantic::FunctionRef;

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};
use swallowed::SwallowedCancellation;

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    same_as: &["noqa: ASYNC103"],
    checks: &[Check::File(check_file), Check::Observed(say)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for swallowed in swallowed::swallowed_cancellations(context.file) {
        let fix = fix(context, &swallowed);
        let mut report = match swallowed.may_be_cancelled {
            false => Report::new(swallowed.at, message(swallowed.form))
                .note("the enclosing `while` loop continues: whoever cancels this task and awaits it waits for ever"),
            true => Report::new(swallowed.at, message_of_one(swallowed.form))
                .only_warn()
                .note("the loop ends only if the task is cancelled at another `await` inside the loop"),
        };
        report = report.in_symbol(swallowed.symbol);
        report = match swallowed.raised_by {
            Some(function) => explain_own(context, report, function),
            None => report.fix_or_help(fix, advice(swallowed.form)),
        };
        context.report(report);
    }
}

/// Says which function raises `CancelledError` itself: with `raise`, the handler would end the loop for that reason too.
fn explain_own(context: &Context, report: Report, function: FunctionRef) -> Report {
    let name = context.file.function_name(function);
    let note = format!("`{name}` also raises `CancelledError` itself");
    let report = match context.file.place_of_function(function) {
        Some(place) => report.note_at(place, note),
        None => report.note(note),
    };
    report.help(format!("let `{name}` raise another exception, then end the handler with `raise`"))
}

fn message(form: SwallowForm) -> String {
    format!("{} swallows the cancellation, so the task cannot be cancelled", written(form))
}

/// The message where the loop has other places at which a cancellation ends it.
fn message_of_one(form: SwallowForm) -> String {
    format!("{} swallows a cancellation that arrives here, so it is lost", written(form))
}

fn written(form: SwallowForm) -> &'static str {
    match form {
        SwallowForm::Cancelled => "`except CancelledError`",
        SwallowForm::Base => "`except BaseException`",
        SwallowForm::Bare => "bare `except`",
        SwallowForm::Suppress => "`suppress(CancelledError)`",
    }
}

/// The remedy where there is no fix.
fn advice(form: SwallowForm) -> &'static str {
    match form {
        SwallowForm::Cancelled => "end the handler with `raise`, or leave the loop",
        SwallowForm::Base | SwallowForm::Bare => {
            "catch `Exception` instead, which excludes `CancelledError`, or end the handler with `raise`"
        }
        SwallowForm::Suppress => "move `suppress` around the loop, or remove it",
    }
}

/// Re-raises the cancellation, if the handler catches nothing else.
fn fix(context: &Context, swallowed: &SwallowedCancellation) -> Option<Fix> {
    if !swallowed.is_alone {
        return None;
    }
    let code = context.file.code_within(swallowed.last.start);
    let indentation = code.indentation_of_lone(swallowed.last)?;
    let edit = match code.slice(swallowed.last) {
        "pass" | "continue" => Edit::replacement(swallowed.last, "raise"),
        _ => code.insert_after(swallowed.last.end, indentation, &["raise"])?,
    };
    // A comment in the handler may explain that the cancellation is ignored on purpose.
    let applicability = if code.is_commented_since(TokenKind::Except, swallowed.last.start) {
        Applicability::DisplayOnly
    } else {
        Applicability::Unsafe
    };
    Some(Fix::new("re-raise the cancellation", applicability, vec![edit]))
}

fn say(sighting: &Sighting) -> String {
    format!(
        "task running `{}` was cancelled but went on, so its event loop could not shut down",
        sighting.what
    )
}
