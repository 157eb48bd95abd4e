mod swapped_arguments;

use loopmend_core::{Applicability, Confidence, Edit, Fix, Level, Span};

use crate::context::{Context, Report};
use crate::drift::SAME_AS_ARGUMENT_TYPE;
use crate::rule::{Check, FixAvailability, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    fix: FixAvailability::Sometimes,
    runs: Runs::WhereDriftIs,
    needs_reaching_test: true,
    same_as: SAME_AS_ARGUMENT_TYPE,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in swapped_arguments::swapped_arguments(context.file) {
        let message = match &found.parameters[..] {
            [first, second] if !found.moves.is_empty() => {
                format!("arguments for `{first}` and `{second}` of `{}` seem to be swapped", found.function)
            }
            several => {
                let names = in_words(several);
                format!("arguments for {names} of `{}` seem to be in the wrong order", found.function)
            }
        };
        let takes = format!("the signature is `{}`", found.signature);
        let report = Report::new(found.first, message).in_symbol(found.symbol).confidence(Confidence::Likely);
        let report = match found.definition {
            Some(place) => report.note_at(place, takes),
            None => report.note(takes),
        };
        let report = match found.mismatch {
            Some(mismatch) => report.note(mismatch),
            None => report,
        };
        let edit = |(place, from): &(Span, Span)| Edit {
            span: *place,
            replacement: context.file.slice(*from).to_owned(),
        };
        let edits: Vec<Edit> = found.moves.iter().map(edit).collect();
        let title =
            if edits.len() == 2 { "swap the arguments" } else { "pass the arguments in the right order" };
        let fix = (!edits.is_empty()).then(|| Fix::new(title, Applicability::Unsafe, edits));
        context.report(report.fix_or_help(fix, title));
    }
}

fn in_words(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => quoted.join(", "),
    }
}
