mod loaded;
mod mapped;
mod unloaded_attribute;

use loopmend_core::{Confidence, Level};

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec};
use unloaded_attribute::{NotLoaded, UnloadedAttribute};

pub(crate) const RULE: RuleSpec =
    RuleSpec { level: Level::Warn, checks: &[Check::File(check_file)], ..RuleSpec::DEFAULT };

fn check_file(context: &mut Context) {
    for found in unloaded_attribute::unloaded_attributes(context.file) {
        let report = Report::new(found.at, message(&found))
            .in_symbol(found.symbol.clone())
            .confidence(Confidence::Likely)
            .help(advice(&found));
        let report = match found.reason {
            NotLoaded::Expired { by, .. } => {
                report.note_at(context.place(by), "after this, reading an attribute loads it again")
            }
            NotLoaded::Lazy => report.note(format!(
                "it was not loaded with `{}`, and an `AsyncSession` cannot load it on access",
                found.object
            )),
            NotLoaded::ForeignKey => {
                report.note("reading it sends a query, which Django refuses in async code")
            }
        };
        context.report(report);
    }
}

fn message(UnloadedAttribute { object, attribute, reason, .. }: &UnloadedAttribute) -> String {
    let attribute = attribute.as_deref();
    match (reason, attribute) {
        (NotLoaded::Expired { method, .. }, Some(attribute)) => {
            format!("`{object}.{attribute}` is read after `{method}` expired it (MissingGreenlet)")
        }
        (NotLoaded::Expired { method, .. }, None) => {
            format!("the attributes of `{object}` are read after `{method}` expired them (MissingGreenlet)")
        }
        (NotLoaded::Lazy, _) => {
            let attribute = attribute.unwrap_or_default();
            format!("`{object}.{attribute}` is read but was not loaded (MissingGreenlet)")
        }
        (NotLoaded::ForeignKey, _) => {
            let attribute = attribute.unwrap_or_default();
            format!("`{object}.{attribute}` is read but was not loaded (SynchronousOnlyOperation)")
        }
    }
}

fn advice(UnloadedAttribute { object, attribute, class, reason, .. }: &UnloadedAttribute) -> String {
    let attribute = attribute.as_deref().unwrap_or_default();
    match reason {
        NotLoaded::Expired { session, is_optional: true, .. } => format!(
            "call `await {session}.refresh({object})` before, or set `expire_on_commit=False` for the sessions"
        ),
        NotLoaded::Expired { session, method, .. } => {
            format!("read it before `{method}`, or call `await {session}.refresh({object})`")
        }
        NotLoaded::Lazy => format!("add `.options(selectinload({class}.{attribute}))` to the query"),
        NotLoaded::ForeignKey => format!("add `.select_related(\"{attribute}\")` to the query"),
    }
}
