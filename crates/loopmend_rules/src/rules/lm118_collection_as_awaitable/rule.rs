mod awaiting_collection;

use loopmend_core::{Applicability, Edit, Fix, Level, Span};
use loopmend_python::{Code, span_of};

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};
use awaiting_collection::AwaitedCollection;

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    supersedes: &["sync-callable-in-async-slot"],
    same_as: &[
        "type: arg-type",
        "type: call-overload",
        "ty: invalid-argument-type",
        "pyright: reportArgumentType",
    ],
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in awaiting_collection::awaited_collections(context.file) {
        let report = Report::new(found.argument, message(&found))
            .in_symbol(found.symbol.clone())
            .confidence(found.confidence)
            .note("the call raises a TypeError, and the awaitables in the collection do not run");
        let fix = fix(context, &found);
        context.report(report.fix_or_help(fix, advice(&found)));
    }
}

fn message(AwaitedCollection { name, takes_several, class, .. }: &AwaitedCollection) -> String {
    match takes_several {
        true => format!("`{name}` needs awaitables as arguments, but gets a `{class}`"),
        false => format!("`{name}` needs an awaitable, but gets a `{class}`"),
    }
}

/// The remedy where there is no fix.
fn advice(found: &AwaitedCollection) -> &'static str {
    match found.takes_several {
        true => "pass the values with `*`",
        false => "pass the awaitables to `asyncio.gather`: `asyncio.gather(*...)`",
    }
}

/// `gather([a(), b()])` becomes `gather(*[a(), b()])`.
fn fix(context: &Context, found: &AwaitedCollection) -> Option<Fix> {
    if !found.takes_several || found.class == "dict" {
        return None;
    }
    let code = context.file.code_within(found.argument.start);
    if !is_plain_argument(&code, found.argument) {
        return None;
    }
    let is_bare =
        code.node_at(found.argument, |node| Some(!node.as_expr_generator()?.parenthesized)).unwrap_or(false);
    let edits = match is_bare {
        true => vec![Edit::insertion(found.argument.start, "*("), Edit::insertion(found.argument.end, ")")],
        false => vec![Edit::insertion(found.argument.start, "*")],
    };
    Some(Fix::new("unpack the collection with `*`", Applicability::Unsafe, edits))
}

/// Returns whether an expression is an argument of the enclosing call, and is not parenthesised.
fn is_plain_argument(code: &Code, argument: Span) -> bool {
    let around = code.nodes_around(argument);
    around.into_iter().rev().find_map(|node| node.as_expr_call().copied()).is_some_and(|call| {
        call.arguments.args.iter().any(|it| span_of(it) == argument) && code.follows_separator(call, argument)
    })
}
