use loopmend_core::{Applicability, Edit, Fix, Level};

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    runs: Runs::WhereDriftIs,
    same_as: &[
        "type: *",
        "type: arg-type",
        "pyright: *",
        "pyright: reportArgumentType",
        "ty: *",
        "ty: invalid-argument-type",
    ],
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.swapped_arguments() {
        let (first, second) = (&found.first_parameter, &found.second_parameter);
        let message = format!("arguments for `{first}` and `{second}` of `{}` are swapped", found.function);
        let edit = |span, text| Edit { span, replacement: context.file.slice(text).to_owned() };
        let edits = vec![edit(found.first, found.second), edit(found.second, found.first)];
        let fix = Fix::new("swap the arguments".to_owned(), Applicability::Unsafe, edits);
        let report = Report::new(found.first, message).in_symbol(found.symbol);
        let report = match found.definition {
            Some(place) => report.note_at(place, format!("`{}` is defined here", found.function)),
            None => report,
        };
        context.report(report.fix_or_help(Some(fix), "swap the arguments"));
    }
}
