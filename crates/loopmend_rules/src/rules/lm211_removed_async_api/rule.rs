use loopmend_core::Level;
use loopmend_semantic::{ChangedIn, ChangedUse};

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    runs: Runs::OutsideTests,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.changed_uses() {
        let mut report = Report::new(found.at, message(context, &found)).in_symbol(found.symbol.clone());
        report = match found.since {
            ChangedIn::Python(python) if !found.is_gone => {
                report.note(format!("`requires-python` of the project includes Python {python}"))
            }
            ChangedIn::Library { name, version, .. } => {
                report.note(format!("the project requires {name} {version} or later"))
            }
            ChangedIn::Python(_) => report,
        };
        if !found.is_removed {
            report = report.note(format!("calls of `{}` emit a DeprecationWarning", found.name));
        }
        let report = if found.always_fails { report } else { report.only_warn() };
        context.report(report.help(remedy(found.change.instead)));
    }
}

/// The remedy: the replacement, or what is to be deleted.
fn remedy(instead: &str) -> String {
    if instead.starts_with("delete ") { instead.to_owned() } else { format!("use {instead}") }
}

fn message(context: &Context, found: &ChangedUse) -> String {
    let ChangedUse { name, change, since, is_removed, .. } = found;
    let what = match change.keyword {
        Some(keyword) => format!("the argument `{keyword}` of `{name}`"),
        None => format!("`{name}`"),
    };
    let (of, version) = match since {
        ChangedIn::Python(python) => ("Python", python.to_string()),
        ChangedIn::Library { name, version, becomes_async: false } => (*name, (*version).to_owned()),
        ChangedIn::Library { name, version, becomes_async: true } => {
            return format!("{what} is asynchronous since {name} {version}: without `await` it does nothing");
        }
    };
    match is_removed {
        true => format!("{what} is removed in {of} {version}{}", raised(context, found)),
        false => format!("{what} is deprecated since {of} {version}"),
    }
}

/// The exception that the use raises in newer versions. An import of the name alone fails before.
fn raised(context: &Context, found: &ChangedUse) -> &'static str {
    match found.change.keyword {
        Some(_) => " (TypeError)",
        None if context.file.code().path_at(found.at).is_some_and(|path| path.len() > 1) => {
            " (AttributeError)"
        }
        None => "",
    }
}
