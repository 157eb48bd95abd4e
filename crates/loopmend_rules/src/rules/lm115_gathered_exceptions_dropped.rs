use loopmend_core::{Applicability, Confidence, Edit, Fix, Level, Span};
use loopmend_semantic::Call;

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    fix: FixAvailability::Sometimes,
    runs: Runs::InTests,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.dropped_results() {
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
        let fix = raise_exceptions(context, &found.call);
        context.report(report.fix_or_help(fix, "check the results, or remove `return_exceptions=True`"));
    }
}

/// Removes `return_exceptions=True`.
fn raise_exceptions(context: &Context, call: &Call) -> Option<Fix> {
    let shape = context.file.call_shape(call.span)?;
    let keywords = shape.keywords.iter();
    let (_, keyword) = keywords.clone().find(|(name, _)| name == "return_exceptions")?;
    let others = shape.positional.iter().chain(keywords.map(|(_, place)| place));
    let before = others.filter(|place| place.end <= keyword.start).map(|place| place.end).max()?;
    let removed = Span::new(before, keyword.end);
    let is_plain = context.file.slice(Span::new(before, keyword.start)).trim() == ",";
    let title = "remove `return_exceptions=True`, so that `gather` raises exceptions";
    is_plain.then(|| Fix::new(title, Applicability::Unsafe, vec![Edit::replacement(removed, "")]))
}
