use loopmend_catalog::Words;
use loopmend_core::{Applicability, Edit, Fix, Level, Span};

use crate::context::{Context, Report};
use crate::detectors::mock_assertion;
use crate::detectors::mock_assertion::{Asserted, IdleAssertion, IdleKind};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    supersedes: &["unawaited-coroutine", "coroutine-as-value", "async-mock-not-awaited"],
    same_as: &["noqa: PGH005", "ruff: invalid-mock-access"],
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in mock_assertion::idle_assertions(context.file) {
        let name = context.file.slice(found.name);
        let report = Report::new(found.written, message(&found, name))
            .in_symbol(found.symbol.clone())
            .confidence(found.confidence);
        let report = with_reason(report, &found, name);
        let help = format!("call `{}(...)` in a statement of its own", found.meant);
        context.report(report.fix_or_help(fix(context, &found), help));
    }
}

fn message(found: &IdleAssertion, name: &str) -> String {
    let IdleAssertion { meant, .. } = found;
    match (found.kind, found.asserted) {
        (IdleKind::NotCalled, Asserted::No) => format!("`{name}` is not called, so nothing is asserted"),
        (IdleKind::NotCalled, Asserted::Yes) => {
            format!("`{name}` is not called, and a method is always truthy")
        }
        (IdleKind::NotCalled, Asserted::Negated) => {
            format!("`{name}` is not called, and a method is never falsy")
        }
        (IdleKind::Child, Asserted::No) => {
            format!("`{name}` creates an attribute of the mock instead of calling `{meant}`")
        }
        (IdleKind::Child, _) => {
            format!("`{name}` creates an attribute, which is always truthy, instead of calling `{meant}`")
        }
        (IdleKind::Misspelled, _) => format!("`{name}` is a misspelling of the mock assertion `{meant}`"),
    }
}

/// Since Python 3.12, a mock rejects the names of its assertions without `assert_`, except those of an `AsyncMock`
/// (docs.python.org/3/whatsnew/3.12.html).
fn with_reason(report: Report, found: &IdleAssertion, name: &str) -> Report {
    match found.kind {
        IdleKind::Misspelled => report.note("accessing it raises `AttributeError`"),
        IdleKind::Child if name.contains("call") && found.meant.ends_with(name) => report
            .note("up to Python 3.11, it asserts nothing; since 3.12, accessing it raises `AttributeError`"),
        IdleKind::Child | IdleKind::NotCalled => report,
    }
}

/// The assertion as a statement, if its arguments are known.
fn fix(context: &Context, found: &IdleAssertion) -> Option<Fix> {
    let takes_some = Words::AssertionArguments.all().iter().any(|part| found.meant.contains(part));
    let before = context.file.slice(Span::new(found.statement.start, found.written.start)).trim_end();
    let stands_alone = matches!(before, "" | "assert") && found.statement.end == found.written.end;
    if !stands_alone || !found.is_called && takes_some {
        return None;
    }
    let arguments = if found.is_called { "" } else { "()" };
    let tail = context.file.slice(Span::new(found.name.end, found.written.end));
    let mock = context.file.slice(Span::new(found.written.start, found.name.start));
    let edit = Edit::replacement(found.statement, format!("{mock}{}{tail}{arguments}", found.meant));
    Some(Fix::new(format!("call `{}`", found.meant), Applicability::Unsafe, vec![edit]))
}
