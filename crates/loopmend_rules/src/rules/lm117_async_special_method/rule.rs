mod special_method;

use loopmend_catalog::{Role, named};
use loopmend_core::{Applicability, Fix, Level};

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};
use special_method::{SpecialMethod, SpecialUse};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in special_method::async_special_methods(context.file) {
        let name = &found.name;
        let report = Report::new(found.header, message(&found))
            .in_symbol(found.symbol.clone())
            .confidence(found.confidence)
            .note(format!("`{name}` is called by Python itself, which does not await the result"));
        let fix = fix(context, &found);
        context.report(report.fix_or_help(fix, advice(name)));
    }
}

fn message(SpecialMethod { name, result, is_generator, .. }: &SpecialMethod) -> String {
    let what = if *is_generator { "an async generator" } else { "a coroutine" };
    match result {
        SpecialUse::Checked if named(name.as_str()).has(Role::RunsAtCreation) => {
            format!("async `{name}` returns {what}, so creating an object raises a TypeError")
        }
        SpecialUse::Checked => format!("async `{name}` returns {what}, so Python raises a TypeError"),
        SpecialUse::Tested => format!("async `{name}` returns {what}, which is always truthy"),
        SpecialUse::Entered => format!("async `{name}` is never awaited: `with` binds {what}"),
        SpecialUse::Exited => format!("async `{name}` returns {what}, so `with` swallows all exceptions"),
        SpecialUse::Discarded => format!("async `{name}` is never awaited: its body does not run"),
    }
}

/// The remedy where there is no fix.
fn advice(name: &str) -> String {
    match name {
        "__init__" => {
            "make `__init__` a plain `def`; await in a class method `async def create(cls)` that calls `cls(...)`".to_owned()
        }
        "__enter__" => "use `__aenter__` and `async with`".to_owned(),
        "__exit__" => "use `__aexit__` and `async with`".to_owned(),
        "__iter__" => "use `__aiter__` and `async for`".to_owned(),
        "__await__" => "return an iterator from a plain `def`: `return self.run().__await__()`".to_owned(),
        "__aiter__" => "use a plain `def` that returns an object with `__anext__`".to_owned(),
        "__del__" => "close the object in an async method, such as `__aexit__` or `aclose`".to_owned(),
        _ => format!("await in an async method with a name of its own instead of `{name}`"),
    }
}

/// `async def __len__` becomes `def __len__`, if the method awaits nothing.
fn fix(context: &Context, found: &SpecialMethod) -> Option<Fix> {
    if !found.awaits_nothing {
        return None;
    }
    let edit = context.file.code().remove_keyword(found.header.start)?;
    Some(Fix::new("make the method a plain `def`", Applicability::Unsafe, vec![edit]))
}
