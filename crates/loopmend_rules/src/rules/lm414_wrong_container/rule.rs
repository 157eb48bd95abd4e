mod wrong_container;

use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::drift::SAME_AS_ARGUMENT_TYPE;
use crate::rule::{Check, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    runs: Runs::WhereDriftIs,
    needs_reaching_test: true,
    same_as: SAME_AS_ARGUMENT_TYPE,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in wrong_container::wrong_containers(context.file) {
        let (parameter, used) = (&found.parameter, &found.used);
        let raised = if found.lacks_attribute { "AttributeError" } else { "TypeError" };
        let message = format!(
            "`{}` is passed a `{}` for `{parameter}`, and uses `{parameter}{used}` ({raised})",
            found.function, found.given
        );
        let report = Report::new(found.place, message).in_symbol(found.symbol);
        let attribute = used.trim_start_matches('.');
        let report = report.help(match found.meant {
            Some(meant) if found.lacks_attribute => format!("pass a `{meant}`, which has `{attribute}`"),
            Some(meant) => format!("pass a `{meant}`, which takes such keys"),
            None => format!("pass an object that has `{attribute}`"),
        });
        context.report(match found.definition {
            Some(place) => report.note_at(place, format!("`{}` is defined here", found.function)),
            None => report,
        });
    }
}
