mod changes;
mod changing_loop;
mod containers;

use loopmend_core::{Applicability, Confidence, Decision, Diagnostic, Edit, Fix, Level, Span};

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec, Runs};
use changing_loop::ChangingLoop;

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    is_on_by_default: false,
    fix: FixAvailability::Sometimes,
    runs: Runs::OutsideTests,
    checks: &[Check::File(check_file), Check::Decision(looped_often)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in changing_loop::changing_loops(context.file) {
        let container = context.on_one_line(found.container).unwrap_or("the container");
        let changer = &found.changer;
        let message = if found.raises {
            format!("loop over `{container}` raises RuntimeError if `{changer}` removes an item meanwhile")
        } else {
            format!("loop over `{container}` skips an item if `{changer}` removes one meanwhile")
        };
        let fix = copy_container(context, &found);
        let mut report = Report::new(found.iterated, message)
            .decision(Some(decision(context.path(), container, &found)))
            .in_symbol(found.symbol.clone())
            .confidence(Confidence::Likely)
            .note_at(context.place(found.change), "an item is removed here");
        if found.is_called_in_loop {
            report = report.note_at(context.place(found.suspends), "the body of the loop calls it here");
        } else {
            report = report.note_at(context.place(found.suspends), "other tasks run here");
        }
        context.report(report.fix_or_help(fix, format!("loop over a copy: `list({container})`")));
    }
}

/// Returns the container that other loops of the file may run over as well: an attribute of one class, or a name of one scope.
fn decision(path: &str, container: &str, found: &ChangingLoop) -> Decision {
    let around = found.symbol.rsplit_once('.').map_or("", |(around, _)| around);
    Decision { key: format!("{path} {around} {container} {}", found.raises), subject: container.to_owned() }
}

/// Returns the message for a container that several loops run over.
fn looped_often(found: &[Diagnostic]) -> Option<String> {
    let (first, loops) = (found.first()?, found.len());
    let several = || {
        let message = first.message.replacen("loop over", &format!("{loops} loops over"), 1);
        message.replacen("` raises", "` raise", 1).replacen("` skips", "` skip", 1)
    };
    (loops > 1).then(several)
}

/// Makes the loop run over a copy.
fn copy_container(context: &Context, found: &ChangingLoop) -> Option<Fix> {
    context.file.is_builtin("list").then(|| {
        let Span { start, end } = found.iterated;
        let edits = vec![
            Edit::replacement(Span::new(start, start), "list("),
            Edit::replacement(Span::new(end, end), ")"),
        ];
        Fix::new("loop over a copy", Applicability::Unsafe, edits)
    })
}
