use loopmend_core::{Applicability, Confidence, Fix, Level, Span};
use loopmend_semantic::suite::{CrossLoopFixture, LoopIdentity, Scope};

use crate::context::{Context, Report};
use crate::loop_scope_edits::mark_tests;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.cross_loop_fixtures() {
        let (name, value, user) = (&found.name, &found.value, &found.user.name);
        let message = format!(
            "`{value}` from fixture `{name}` belongs to {}, but `{user}` awaits it on {}",
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
        let fix = share_the_loop(context, &found);
        context.report(
            report
                .note(
                    "awaiting it raises `RuntimeError` (\"attached to a different loop\") or never finishes",
                )
                .fix_or_help(fix, "give the fixture and the tests the same `loop_scope`"),
        );
    }
}

/// The fix for a fixture whose loop outlives the tests: the tests state its scope.
fn share_the_loop(context: &Context, found: &CrossLoopFixture) -> Option<Fix> {
    let scope = Some(found.made_on.scope).filter(|scope| *scope > found.used_on.scope)?;
    let tests: Vec<Span> = [&found.user].into_iter().chain(&found.others).map(|test| test.header).collect();
    let edits = mark_tests(context, &tests, scope.name())?;
    Some(Fix::new("run the tests on the fixture's loop", Applicability::Unsafe, edits))
}

fn loop_text(identity: &LoopIdentity) -> String {
    match identity.scope {
        Scope::Function => "its own loop".to_owned(),
        scope => format!("the {} loop", scope.name()),
    }
}
