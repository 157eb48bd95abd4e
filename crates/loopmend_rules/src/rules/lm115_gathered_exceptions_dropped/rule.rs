use loopmend_core::{Applicability, Confidence, Fix, Level};
use loopmend_python::span_of;
use loopmend_semantic::Call;

use crate::context::{Context, Report};
use crate::detectors::lost_exception;
use crate::drift::raised_in;
use crate::rule::{Check, FixAvailability, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    fix: FixAvailability::Sometimes,
    runs: Runs::InTests,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

/// The maximum number of exceptions that a finding names.
const MOST_RAISED: usize = 3;

fn check_file(context: &mut Context) {
    for found in lost_exception::dropped_results(context.file) {
        let message = match found.is_expected {
            true => {
                "`asyncio.gather(..., return_exceptions=True)` raises no exception for the test to expect"
            }
            false => {
                "results of `asyncio.gather(..., return_exceptions=True)` are discarded, so failures go unnoticed"
            }
        };
        let report = Report::at_call(context, &found.call, message)
            .confidence(Confidence::Likely)
            .note("`return_exceptions=True` returns exceptions as results instead of raising them");
        let functions = lost_exception::work_of(context.file, &found.call);
        let raised = functions.into_iter().flat_map(|function| raised_in(context.file, function));
        let raised: Vec<_> = raised.collect();
        let report = raised
            .into_iter()
            .take(MOST_RAISED)
            .fold(report, |report, (place, what)| report.note_at(context.place(place), what));
        let fix = raise_exceptions(context, &found.call);
        context.report(report.fix_or_help(fix, "check the results, or remove `return_exceptions=True`"));
    }
}

/// Removes `return_exceptions=True`.
fn raise_exceptions(context: &Context, call: &Call) -> Option<Fix> {
    let code = context.file.code_within(call.span.start);
    let arguments = &code.call_at(call.span)?.arguments;
    let keyword = span_of(arguments.find_keyword("return_exceptions")?);
    let title = "remove `return_exceptions=True`, so that `gather` raises exceptions";
    Some(Fix::new(title, Applicability::Unsafe, vec![code.remove_argument(arguments, keyword)?]))
}
