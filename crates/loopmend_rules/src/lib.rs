//! The rules: what they are, and how they are run on a file.
//!
//! A rule is a directory in `src/rules`: `rule.rs` reports it, with what finds it beside it; `page.md` documents it; `tests.md` tests it.
//! `build.rs` makes the registry from the folder.

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

mod alone;
mod await_edits;
mod chain;
mod configuration;
mod context;
mod coroutine;
mod detectors;
mod drift;
mod enum_argument;
mod fixture_edits;
mod follow_edits;
mod gather_causes;
mod gather_edits;
mod import_edits;
mod join_decisions;
mod joining;
mod keep_edits;
mod loop_run_edits;
mod loop_scope_edits;
mod loopless;
mod mark_edits;
mod marker_edits;
mod mock_edits;
mod observed;
mod option_edits;
mod override_edits;
mod protocol_statement;
mod registry;
mod rename_edits;
mod rule;
mod run;
mod run_edits;
mod suppression;
#[cfg(test)]
mod testing;
mod thread_edits;
mod unreported;

pub use alone::{findings_together, found_otherwise_alone, found_otherwise_apart};
pub use configuration::check_configurations;
pub use joining::{Joining, join_findings, show_places};
pub use mark_edits::mark_edits;
pub use marker_edits::{NewMarker, marker_edits, marker_section};
pub use observed::{Observation, Observations, observe, observed_rules};
pub use rule::{FixAvailability, Rule, RuleSpec};
pub use run::{Checked, check_all, check_module, check_project, findings_of, keep_reported, known_rules};
pub use unreported::Unreported;

/// All rules, by code.
pub fn rules() -> &'static [Rule] {
    registry::RULES
}

/// The rule with this name or code.
pub fn find_rule(name_or_code: &str) -> Option<&'static Rule> {
    rules().iter().find(|rule| rule.is_called(name_or_code))
}
