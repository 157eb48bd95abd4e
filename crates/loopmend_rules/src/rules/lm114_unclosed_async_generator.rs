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
    format!("async generator `{}` was still open when its event loop was shut down", sighting.what)
}
