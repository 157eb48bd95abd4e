mod iterated_argument;

use loopmend_catalog::{Role, Words as Names};
use loopmend_core::{Applicability, Edit, Fix, Level, Span};
use loopmend_python::{Code, span_of};

use crate::context::{Context, Report};
use crate::coroutine::{REMEDY_OF_OBSTACLE, obstacle_to_async};
use crate::protocol_statement::{Words, quoted, report_sync};
use crate::rule::{Check, FixAvailability, RuleSpec};
use iterated_argument::{IteratedArgument, iterated_arguments};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

const WORDS: Words = Words {
    what: "is an async iterator, which plain `for` cannot iterate over",
    reason: REASON,
    title: "use `async for`",
};

const REASON: &str = "it has `__aiter__` but no `__iter__`";

fn check_file(context: &mut Context) {
    for statement in context.file.sync_fors() {
        report_sync(context, &statement, &WORDS);
    }
    for found in iterated_arguments(context.file) {
        check_argument(context, &found);
    }
}

/// Reports an async iterator that is passed to a function for plain ones.
fn check_argument(context: &mut Context, found: &IteratedArgument) {
    let value = found.argument.value;
    let name = &found.function.name;
    let (message, reason) = if found.is_generator {
        (
            format!("generator expression is async, and `{name}` cannot iterate over it"),
            "an `await` or `async for` inside makes it an async generator",
        )
    } else {
        let value = quoted(context, value);
        (format!("{value} is an async iterator, which `{name}` cannot iterate over"), REASON)
    };
    let symbol = context.file.symbol_around(&found.argument);
    let library = context.file.library_of_value(&found.argument);
    let report = Report::new(value, message).in_symbol(symbol).note(reason).resting_on(library);
    let can_await = context.file.can_await(&found.call);
    let obstacle = obstacle_to_async(context.file, &context.file.value_use(value)).filter(|_| can_await);
    let report = match obstacle {
        Some(obstacle) => report.note(obstacle).help(REMEDY_OF_OBSTACLE),
        None => {
            let fix = fix(context, found).filter(|_| can_await);
            report.fix_or_help(fix, "collect the items in a list first: `[item async for item in ...]`")
        }
    };
    context.report(report);
}

fn fix(context: &Context, found: &IteratedArgument) -> Option<Fix> {
    let code = context.file.code_within(found.call.span.start);
    let (title, edits) = if found.is_generator {
        ("use a list comprehension", await_in_list(&code, found)?)
    } else {
        ("collect the items with `async for`", collect(&code, found)?)
    };
    Some(Fix::new(title, Applicability::Unsafe, edits))
}

/// `any(await f(x) for x in values)` becomes `any([await f(x) for x in values])`, and `list(...)` a list comprehension.
fn await_in_list(code: &Code, found: &IteratedArgument) -> Option<Vec<Edit>> {
    let value = found.argument.value;
    let call = code.call_at(found.call.span)?;
    let generator = call.arguments.args.iter().find(|it| span_of(*it) == value)?.as_generator_expr()?;
    let inner = if generator.parenthesized { Span::new(value.start + 1, value.end - 1) } else { value };
    put_in_brackets(code, found, inner, "")
}

/// `list(ticks())` becomes `[item async for item in ticks()]`, and `sum(ticks())` becomes `sum([item async for item in ticks()])`. A function that
/// takes its items one by one needs another remedy.
fn collect(code: &Code, found: &IteratedArgument) -> Option<Vec<Edit>> {
    let value = found.argument.value;
    if !found.function.roles.has(Role::IteratesArgument) {
        return None;
    }
    let item = Names::NamesOfElements.all().iter().copied().find(|name| code.mentions(value, name) == 0)?;
    put_in_brackets(code, found, value, &format!("{item} async for {item} in "))
}

/// Puts a part of the argument between the brackets of a comprehension, behind `start`. Returns `None` if a comment would be lost.
fn put_in_brackets(code: &Code, found: &IteratedArgument, inner: Span, start: &str) -> Option<Vec<Edit>> {
    let ([open, close], outer) = match brackets(code, found) {
        Some(brackets) => (brackets, found.call.span),
        None => (["[", "]"], found.argument.value),
    };
    let (before, behind) = (Span::new(outer.start, inner.start), Span::new(inner.end, outer.end));
    let has_comment = code.has_comment(before) || code.has_comment(behind);
    (!has_comment)
        .then(|| vec![Edit::replacement(before, format!("{open}{start}")), Edit::replacement(behind, close)])
}

/// The brackets of a comprehension that can replace the whole call.
fn brackets(code: &Code, found: &IteratedArgument) -> Option<[&'static str; 2]> {
    let call = code.call_at(found.call.span)?;
    let is_only = call.arguments.len() == 1 && code.text_of(&*call.func) == found.function.name;
    match &*found.function.name {
        "list" if is_only => Some(["[", "]"]),
        "set" if is_only => Some(["{", "}"]),
        _ => None,
    }
}
