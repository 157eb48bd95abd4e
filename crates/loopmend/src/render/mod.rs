//! Diagnostics as text: one function for each format, data in, text out.

mod categories;
mod concise;
mod diff;
mod doctor;
mod document;
mod fix_report;
mod github;
mod human;
mod inventory;
mod json;
mod loops;
mod loops_page;
mod markdown;
mod marking;
mod migration;
mod page;
mod references;
mod reveal;
#[cfg(test)]
pub(crate) mod samples;
mod sarif;
mod shared_state;
mod sources;
mod statistics;
mod summary;
mod test_facts;
mod test_run;
mod timeline_page;
mod verified;

pub(crate) use categories::{Categories, categories_json, categories_markdown, categories_table};
pub(crate) use diff::{diff, patch};
pub(crate) use doctor::{
    CauseFound, ConfigurationRead, Diagnosis, EnvironmentRead, ErrorFound, Evidence, Examination, NotKnown,
    ObjectFound, OptionRead, PackageRead, Receiver, TestNamed, diagnosis, examination, known_failures_text,
    suite_words,
};
pub(crate) use fix_report::{FixReport, fix_report};
pub(crate) use human::FrameOptions;
pub(crate) use inventory::{
    Inventory, InventoryRow, inventory_json, inventory_markdown, inventory_table, inventory_totals,
};
pub(crate) use json::to_json;
pub(crate) use loopmend_core::counted;
pub(crate) use loops::{
    Suite, SuiteFile, SuiteTest, loops_compared_json, loops_compared_text, loops_json, loops_text,
    settings_words, why_of_outcome,
};
pub(crate) use loops_page::{loops_compared_page, loops_page};
pub(crate) use marking::{LeftTests, MarkedTests, NamedCategory, RegisteredMarks, marking_report};
pub(crate) use migration::{Migration, MigrationStep, StepKind, StepPlace, migration};
pub(crate) use reveal::{Revealed, reveal_json, reveal_text};
pub(crate) use shared_state::{Shared, shared_json, shared_markdown, shared_table};
pub(crate) use sources::{Range, Source, Sources};
pub(crate) use statistics::{render_json as statistics_json, render_text as statistics_text};
pub(crate) use summary::{
    FixCounts, counted_fixes, exact_time, levels, likely_fixes, rough_time, summary, summary_since,
    unsafe_fixes, unsuccessful_tests,
};
pub(crate) use test_facts::{FactsWanted, facts_text};
pub(crate) use test_run::{TestRun, tests_json};
pub(crate) use timeline_page::{Timeline, timeline_page};
pub(crate) use verified::{
    VerifiedReport, failing, untried_words, verified_markdown, verified_page, verified_words,
};

use loopmend_core::Diagnostic;

use crate::arguments::OutputFormat;
use crate::registry::RuleInfo;

/// The findings to show.
pub(crate) struct Report<'a> {
    /// The findings, in order.
    pub(crate) diagnostics: &'a [Diagnostic],
    /// The texts they point to.
    pub(crate) sources: &'a Sources<'a>,
    /// Gives all rules there are, for the formats that name them.
    pub(crate) rules: fn() -> Vec<RuleInfo>,
}

/// The report in `format`. The formats for people carry styles, which the writer takes out where they
/// cannot be shown.
pub(crate) fn render(format: OutputFormat, report: &Report<'_>, frames: FrameOptions) -> String {
    match format {
        OutputFormat::Full => human::render(report, frames),
        OutputFormat::Concise => concise::render(report),
        OutputFormat::Json => json::render(report),
        OutputFormat::Github => github::render(report),
        OutputFormat::Sarif => sarif::render(report),
    }
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::{FrameOptions, Report, Sources, render, samples};
    use crate::arguments::OutputFormat;
    use crate::style::{contained, moves_text};

    #[test]
    fn a_hostile_finding_moves_no_text_in_any_format() {
        let (found, texts) = samples::hostile();
        let sources = Sources::new(&texts);
        let report = Report { diagnostics: &[found], sources: &sources, rules: samples::rules };
        for format in OutputFormat::value_variants() {
            let text = render(*format, &report, FrameOptions::default());
            if matches!(format, OutputFormat::Json | OutputFormat::Sarif) {
                assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{format:?}");
                continue;
            }
            let text = anstream::adapter::strip_str(&contained(&text)).to_string();
            let raw = text.chars().find(|c| moves_text(*c) && !matches!(c, '\n' | '\t'));
            assert_eq!(raw, None, "{format:?}: {text:?}");
            let forged = text.lines().find(|line| line.trim_start_matches("::").starts_with("FORGED"));
            assert_eq!(forged, None, "{format:?}");
        }
    }
}
