use loopmend_core::{Level, counted};

use crate::context::{Context, Report};
use crate::detectors::requested_fixture;
use crate::rule::{Check, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    runs: Runs::InTests,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in requested_fixture::untaken_parameters(context.file) {
        let message = format!("`{}` takes no parameter `{}`", found.symbol, found.name);
        let quoted: Vec<String> = found.taken.iter().map(|name| format!("`{name}`")).collect();
        let takes = match quoted.as_slice() {
            [] => "it takes no parameters".to_owned(),
            names => format!("it takes {}", names.join(", ")),
        };
        context.report(Report::new(found.place, message).in_symbol(found.symbol).note(takes));
    }
    for found in requested_fixture::miscounted_values(context.file) {
        let (names, values) = (found.names.len(), found.values);
        let message = format!("{} for {}", counted(values, "value"), counted(names, "name"));
        let quoted: Vec<String> = found.names.iter().map(|name| format!("`{name}`")).collect();
        let report = Report::new(found.place, message).in_symbol(found.symbol);
        context.report(report.note(format!("`parametrize` names {}", quoted.join(", "))));
    }
}
