//! The rules as the commands see them: one plain view of the registry of `loopmend_rules`.

use loopmend_core::{Level, RuleCode};
use loopmend_rules::{FixAvailability, Rule};
use serde::Serialize;

/// One rule.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RuleInfo {
    /// `unawaited-coroutine`.
    pub(crate) name: &'static str,
    /// `LM101`.
    pub(crate) code: RuleCode,
    /// The level without any setting.
    pub(crate) level: Level,
    /// The first version that has it.
    pub(crate) since: &'static str,
    /// Whether its findings can be mended: `sometimes` or `never`.
    pub(crate) fix: &'static str,
    /// The first sentence of its page.
    pub(crate) summary: &'static str,
    /// Its page, in Markdown.
    pub(crate) documentation: &'static str,
}

/// All rules, sorted by code.
pub(crate) fn rules() -> Vec<RuleInfo> {
    loopmend_rules::rules().iter().map(RuleInfo::from).collect()
}

impl From<&Rule> for RuleInfo {
    fn from(rule: &Rule) -> Self {
        Self {
            name: rule.name,
            code: rule.code,
            level: rule.spec.level,
            since: rule.spec.since,
            fix: match rule.spec.fix {
                FixAvailability::Sometimes => "sometimes",
                FixAvailability::Never => "never",
            },
            summary: rule.summary(),
            documentation: rule.documentation(),
        }
    }
}

/// The page of a rule on the web; `None` as long as the project states no home page.
pub(crate) fn documentation_url(rule: &str) -> Option<String> {
    let home = env!("CARGO_PKG_HOMEPAGE");
    (!home.is_empty()).then(|| format!("{}/rules/{rule}", home.trim_end_matches('/')))
}
