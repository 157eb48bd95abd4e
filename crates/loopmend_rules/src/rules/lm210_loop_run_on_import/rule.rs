mod run_on_import;

use loopmend_core::{Applicability, Edit, Fix, Level};
use loopmend_python::span_of;

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};
use run_on_import::RunOnImport;

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in run_on_import::runs_on_import(context.file) {
        let RunOnImport { call, name, importer, imported } = &found;
        let message = format!("`{name}` runs an event loop whenever the module is imported");
        let report = Report::at_call(context, call, message)
            .note(format!("`{importer}` imports `{imported}` from this module"))
            .note("an import inside a running event loop raises a RuntimeError");
        let fix = fix(context, &found);
        let remedy = "move the call to `if __name__ == \"__main__\":` or into a function";
        context.report(report.fix_or_help(fix, remedy));
    }
}

/// `asyncio.run(main())` at the end of the module moves to a `__main__` block.
fn fix(context: &Context, found: &RunOnImport) -> Option<Fix> {
    let code = context.file.code();
    let span = found.call.span;
    let is_last = code.body().last().is_some_and(|last| span_of(last) == span);
    let is_alone = code.indentation_of_lone(span) == Some("") && code.is_on_one_line(span);
    if !is_last || !is_alone {
        return None;
    }
    let block = format!("if __name__ == \"__main__\":{}    ", code.line_ending());
    let edits = vec![Edit::insertion(span.start, block)];
    Some(Fix::new("run the event loop only if the module is the program", Applicability::Unsafe, edits))
}
