use loopmend_core::{Level, Sighting};

use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    since: "0.1.0",
    fix: FixAvailability::Never,
    overrides: &[],
    same_as: &[],
    checks: &[Check::Observed(say)],
};

fn say(sighting: &Sighting) -> String {
    let class = sighting.exception.as_ref().map_or("an exception", |exception| &exception.class);
    format!("`{class}` reaches only the exception handler of the event loop")
}
