use loopmend_core::{Confidence, Level};
use loopmend_semantic::{LoopIdentity, Scope};

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Never,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for found in context.file.cross_loop_fixtures() {
        let (name, value, user) = (&found.name, &found.value, &found.user.name);
        let message = format!(
            "the `{value}` of the fixture `{name}` belongs to {}, and `{user}` awaits it on {}",
            loop_text(&found.made_on),
            loop_text(&found.used_on)
        );
        let reported = found.reported();
        let mut report = Report::new(reported.header, message)
            .in_symbol(reported.symbol.clone())
            .confidence(Confidence::Likely);
        if let (None, Some(place)) = (&found.fixture, &found.definition) {
            report = report.note_at(place.clone(), "the fixture is defined here");
        }
        context.report(
            report.note("give the tests the same `loop_scope` as the fixture, or the fixture theirs"),
        );
    }
}

fn loop_text(identity: &LoopIdentity) -> String {
    match identity.scope {
        Scope::Function => "a loop of its own".to_owned(),
        scope => format!("the loop of the {}", scope.name()),
    }
}
