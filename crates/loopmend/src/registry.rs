//! The rules as the commands see them: one plain view of the registry of `loopmend_rules`.

use loopmend_core::{Level, RuleCode};
use loopmend_rules::{FixAvailability, Rule};
use serde::Serialize;

/// A longer second sentence is not about what the fix may change.
const MAX_SECOND_SENTENCE: usize = 100;

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
    /// `sometimes` if some of its findings have fixes, else `never`.
    pub(crate) fix: &'static str,
    /// The first paragraph of its page.
    pub(crate) summary: &'static str,
    /// Its page, in Markdown.
    pub(crate) documentation: &'static str,
    /// The comments of other tools with the same meaning, as `tool: code`.
    #[serde(skip)]
    pub(crate) same_as: &'static [&'static str],
}

impl RuleInfo {
    /// What its unsafe fixes may change: why its page calls them unsafe, and the sentence after that.
    pub(crate) fn risk_of_fix(&self) -> Option<String> {
        let (_, section) = self.documentation.split_once("\n## Fix safety\n")?;
        let section = section.split("\n## ").next()?.split_whitespace().collect::<Vec<_>>().join(" ");
        let (_, reason) = section.split_once(" unsafe")?;
        let reason = reason.trim_start_matches([':', ',']).trim_start();
        let reason =
            ["because ", "since "].iter().find_map(|word| reason.strip_prefix(word)).unwrap_or(reason);
        let mut sentences = reason.split(". ");
        let first = sentences.next()?.to_owned();
        let second = sentences.next().filter(|second| second.len() <= MAX_SECOND_SENTENCE);
        let words = second.map_or(first.clone(), |second| format!("{first}. {second}"));
        let words = words.trim_end_matches('.');
        (!words.is_empty()).then(|| words.to_owned())
    }

    /// `true` if another tool has this code for the rule: `RUF006`, `asyncio-dangling-task` or `noqa: RUF006`.
    pub(crate) fn has_foreign_code(&self, wanted: &str) -> bool {
        let is_it = |same: &&str| {
            let code = same.split_once(": ").map_or(*same, |(_, code)| code);
            [*same, code].iter().any(|name| name.eq_ignore_ascii_case(wanted))
        };
        self.same_as.iter().any(is_it)
    }
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
            level: rule.spec.default_level(),
            since: rule.spec.since,
            fix: match rule.spec.fix {
                FixAvailability::Sometimes => "sometimes",
                FixAvailability::Never => "never",
            },
            summary: rule.summary(),
            documentation: rule.documentation(),
            same_as: rule.spec.same_as,
        }
    }
}

/// The page of a rule on the web; `None` as long as the project states no home page.
pub(crate) fn documentation_url(rule: &str) -> Option<String> {
    let home = env!("CARGO_PKG_HOMEPAGE");
    (!home.is_empty()).then(|| format!("{}/rules/{rule}", home.trim_end_matches('/')))
}
