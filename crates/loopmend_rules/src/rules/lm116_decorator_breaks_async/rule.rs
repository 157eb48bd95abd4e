mod changed_library;
mod early_exit;
mod misused_decorator;

use loopmend_core::{Applicability, Edit, Fix, Level, Span};
use loopmend_python::ast::{Alias, StmtImportFrom};
use loopmend_python::{Code, binds_name, span_of};
use loopmend_semantic::GlobalName;

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};
use early_exit::EarlyExit;
use misused_decorator::{DecoratorMisuse, MisusedDecorator};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in misused_decorator::misused_decorators(context.file) {
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
    for found in early_exit::early_exits(context.file) {
        report_early_exit(context, found);
    }
}

fn report_early_exit(context: &mut Context, EarlyExit { at, written, function }: EarlyExit) {
    let written = context.file.slice(written);
    let report =
        Report::new(at, format!("`{written}(...)` exits before the body of async `{function}` runs"))
            .in_symbol(function)
            .note("the decorator enters the context manager, creates the coroutine, and exits")
            .help(format!("enter it in the body: `with {written}(...):`"));
    context.report(report);
}

fn message(MisusedDecorator { name, misuse, function, is_generator, .. }: &MisusedDecorator) -> String {
    match (misuse, is_generator) {
        (DecoratorMisuse::RepeatsResult, false) => {
            format!("`{name}` caches the coroutine of `{function}`, which can only be awaited once")
        }
        (DecoratorMisuse::RepeatsResult, true) => {
            format!("`{name}` caches the async generator of `{function}`, which runs only once")
        }
        (DecoratorMisuse::CallsPlainly, false) => {
            format!("`{name}` calls async `{function}` and never awaits it")
        }
        (DecoratorMisuse::CallsPlainly, true) => {
            format!("`{name}` calls the async generator `{function}` and never runs it")
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
        (DecoratorMisuse::CallsPlainly, _) => {
            "the decorator gets a coroutine back, and the body runs only if other code awaits the coroutine"
        }
        (DecoratorMisuse::NeedsGenerator, _) => {
            "`with` raises a TypeError when it enters the context manager"
        }
    }
}

/// The remedy where there is no fix.
fn advice(found: &MisusedDecorator) -> String {
    match (found.misuse, found.is_generator) {
        (DecoratorMisuse::RepeatsResult, false) => format!(
            "put the cache on a plain `def` that returns a task that runs `{}`: several callers can await a task",
            found.function
        ),
        (DecoratorMisuse::RepeatsResult, true) => {
            "cache the collected items instead of the generator".to_owned()
        }
        (DecoratorMisuse::CallsPlainly, _) => {
            "decorate a plain `def` that runs the coroutine, or use a decorator that awaits it".to_owned()
        }
        (DecoratorMisuse::NeedsGenerator, _) => {
            "use `asynccontextmanager` on an async generator, and `async with`".to_owned()
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
    if name == found.written {
        edits.extend(import_edits(context, &code, module, plain, &instead)?);
    }
    edits.push(Edit::replacement(name, instead.clone()));
    Some(Fix::new(format!("use `{instead}`"), Applicability::Unsafe, edits))
}

/// The edit that imports `instead` from the module, and no longer imports `plain` if the fix takes its last use away. `None` if `instead`
/// cannot be imported.
fn import_edits(
    context: &Context,
    code: &Code,
    module: &str,
    plain: &str,
    instead: &str,
) -> Option<Vec<Edit>> {
    let modules = [module];
    let is_imported = code.imports_from(&modules).any(|import| binds_name(import, instead));
    let imported = code.imports_from(&modules).find_map(|import| {
        let is_plain = |alias: &&Alias| alias.name.as_str() == plain && alias.asname.is_none();
        Some((import, import.names.iter().find(is_plain)?))
    });
    let is_last_use = code.mentions(code.whole(), plain) == 2;
    let Some((import, alias)) = imported else { return is_imported.then(Vec::new) };
    if is_imported {
        return Some(match is_last_use {
            true => remove_name(code, import, alias).into_iter().collect(),
            // The edit changes nothing, but lets each pass fix only one use, so that there is a last one.
            false => vec![Edit::replacement(span_of(alias), plain)],
        });
    }
    if context.file.global_name(instead) != GlobalName::Free {
        return None;
    }
    Some(vec![match is_last_use {
        true => Edit::replacement(span_of(alias), instead),
        false => Edit::insertion(span_of(alias).start, format!("{instead}, ")),
    }])
}

/// The edit that removes a name from an import; `None` if a comment is beside the name.
fn remove_name(code: &Code, import: &StmtImportFrom, alias: &Alias) -> Option<Edit> {
    let place = span_of(alias);
    let before = import.names.iter().map(span_of).rfind(|other| other.end <= place.start);
    let after = import.names.iter().map(span_of).find(|other| other.start >= place.end);
    let removed = match (before, after) {
        (_, Some(after)) => Span::new(place.start, after.start),
        (Some(before), None) => Span::new(before.end, place.end),
        (None, None) => return code.remove_line(span_of(import)),
    };
    (!code.has_comment(removed)).then(|| Edit::replacement(removed, ""))
}
