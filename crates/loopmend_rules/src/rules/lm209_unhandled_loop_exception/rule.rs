use loopmend_core::{Level, Sighting};

use crate::rule::{Check, RuleSpec};

pub(crate) const RULE: RuleSpec =
    RuleSpec { level: Level::Warn, checks: &[Check::Observed(say)], ..RuleSpec::DEFAULT };

fn say(sighting: &Sighting) -> String {
    let class = sighting.exception.as_ref().map_or("an exception", |exception| &exception.class);
    format!("`{class}` reaches only the exception handler of the event loop")
}
