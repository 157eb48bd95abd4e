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

fn say(_sighting: &Sighting) -> String {
    "thread pool is created here and never shut down: its threads outlive the test".to_owned()
}
