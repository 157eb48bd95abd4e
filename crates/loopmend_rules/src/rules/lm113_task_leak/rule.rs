use loopmend_core::{Level, Sighting};

use crate::rule::{Check, RuleSpec};

pub(crate) const RULE: RuleSpec =
    RuleSpec { level: Level::Warn, checks: &[Check::Observed(say)], ..RuleSpec::DEFAULT };

fn say(sighting: &Sighting) -> String {
    format!("task running `{}` was still pending when its event loop was shut down", sighting.what)
}
