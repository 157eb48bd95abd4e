use loopmend_core::{Applicability, Edit, Fix, Level};
use loopmend_python::{binds_name, span_of};
use loopmend_semantic::{DecoratorMisuse, GlobalName, MisusedDecorator};

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.misused_decorators() {
        let mut report = Report::new(found.at, message(&found))
            .in_symbol(found.symbol.clone())
            .confidence(found.confidence)
            .note(reason(&found));
        if let Some(place) = found.definition.clone() {
            report = report.note_at(place, "declared `async` here");
        }
        let fix = fix(context, &found);
        context.report(report.fix_or_help(fix, advice(&found)));
    }
}

fn message(MisusedDecorator { name, misuse, function, is_generator, .. }: &MisusedDecorator) -> String {
    match (misuse, is_generator) {
        (DecoratorMisuse::RepeatsResult, false) => {
            format!("`{name}` caches the coroutine of `{function}`, which can only be awaited once")
        }
        (DecoratorMisuse::RepeatsResult, true) => {
            format!("`{name}` caches the async generator of `{function}`, which runs only once")
        }
        (DecoratorMisuse::NeedsGenerator, true) => {
            format!("`{name}` needs a generator, but `{function}` is an async generator")
        }
        (DecoratorMisuse::NeedsGenerator, false) => {
            format!("`{name}` needs a generator, but `{function}` returns a coroutine")
        }
    }
}

fn reason(found: &MisusedDecorator) -> &'static str {
    match (found.misuse, found.is_generator) {
        (DecoratorMisuse::RepeatsResult, false) => {
            "the second caller gets the same coroutine, and awaiting it raises RuntimeError"
        }
        (DecoratorMisuse::RepeatsResult, true) => {
            "the second caller gets the same generator, which is exhausted"
        }
        (DecoratorMisuse::NeedsGenerator, _) => "`with` raises a TypeError when it enters the context manager",
    }
}

/// The remedy where there is no fix.
fn advice(found: &MisusedDecorator) -> &'static str {
    match (found.misuse, found.is_generator) {
        (DecoratorMisuse::RepeatsResult, false) => {
            "cache a task instead of the coroutine: several callers can await a task"
        }
        (DecoratorMisuse::RepeatsResult, true) => "cache the collected items instead of the generator",
        (DecoratorMisuse::NeedsGenerator, _) => {
            "use `asynccontextmanager` on an async generator, and `async with`"
        }
    }
}

/// `@contextmanager` on an async generator becomes `@asynccontextmanager`.
fn fix(context: &Context, found: &MisusedDecorator) -> Option<Fix> {
    if found.misuse != DecoratorMisuse::NeedsGenerator || !found.is_generator {
        return None;
    }
    let (module, plain) = found.name.rsplit_once('.')?;
    let instead = format!("async{plain}");
    let code = context.file.code();
    let name = code.last_part(found.written).filter(|name| code.slice(*name) == plain)?;
    let mut edits = Vec::new();
    if name == found.written && !code.imports_from(&[module]).any(|import| binds_name(import, &instead)) {
        let modules = [module];
        let mut names = code.imports_from(&modules).flat_map(|import| &import.names);
        let import = names.find(|alias| alias.name.as_str() == plain && alias.asname.is_none())?;
        if context.file.global_name(&instead) != GlobalName::Free {
            return None;
        }
        let is_last_use = code.mentions(code.whole(), plain) == 2;
        edits.push(match is_last_use {
            true => Edit::replacement(span_of(import), instead.clone()),
            false => Edit::insertion(span_of(import).start, format!("{instead}, ")),
        });
    }
    edits.push(Edit::replacement(name, instead.clone()));
    Some(Fix::new(format!("use `{instead}`"), Applicability::Unsafe, edits))
}
