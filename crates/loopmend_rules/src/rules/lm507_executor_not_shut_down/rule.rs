use loopmend_core::{Level, Sighting};

use crate::rule::{Check, RuleSpec};

pub(crate) const RULE: RuleSpec =
    RuleSpec { level: Level::Warn, checks: &[Check::Observed(say)], ..RuleSpec::DEFAULT };

fn say(_sighting: &Sighting) -> String {
    "thread pool is created here and never shut down: its threads outlive the test".to_owned()
}
