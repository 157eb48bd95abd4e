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
    /// The section of its page on the safety of its fixes; empty if it has no fix.
    pub(crate) fn fix_safety(&self) -> &'static str {
        let section = self.documentation.split_once("\n## Fix safety\n").map_or("", |(_, section)| section);
        section.split("\n## ").next().unwrap_or_default().trim()
    }

    /// The side effects that each of its unsafe fixes has: the sentence in which its page calls them unsafe. What holds for some fixes only
    /// stands in the sentences after it.
    pub(crate) fn fix_risk(&self) -> Option<String> {
        let section = self.fix_safety().split_whitespace().collect::<Vec<_>>().join(" ");
        let (_, reason) = section.split_once(" unsafe")?;
        let reason = reason.trim_start_matches([':', ',']).trim_start();
        let reason =
            ["because ", "since "].iter().find_map(|word| reason.strip_prefix(word)).unwrap_or(reason);
        let words = reason.split(". ").next()?.trim_end_matches('.');
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

/// The rule with a name or code.
pub(crate) fn find_rule(name: &str) -> Option<RuleInfo> {
    loopmend_rules::find_rule(name).map(RuleInfo::from)
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

#[cfg(test)]
mod tests {
    use super::{find_rule, rules};

    #[test]
    fn the_risk_of_a_fix_is_the_reason_that_its_page_states() {
        let risk = |rule: &str| find_rule(rule).and_then(|rule| rule.fix_risk()).unwrap_or_default();
        assert_eq!(risk("task-in-sync-teardown"), "code that never ran starts to run");
        assert_eq!(risk("LM402"), "another parameter may be meant");
        assert_eq!(risk("syntax-error"), "");
    }

    #[test]
    fn the_risk_of_a_fix_is_true_of_each_fix_of_the_rule() {
        let conditions =
            ["if ", "in a ", "in an ", "with ", "without ", "for ", "there is no fix", "the fix is shown"];
        let mut found = 0;
        for rule in rules() {
            let Some(risk) = rule.fix_risk() else { continue };
            found += 1;
            let start = risk.to_lowercase();
            assert!(!conditions.iter().any(|words| start.starts_with(words)), "{}: {risk}", rule.code);
            assert!(!risk.contains(". "), "{}: {risk}", rule.code);
        }
        assert!(found > 50, "{found}");
        let risk = |rule: &str| find_rule(rule).and_then(|rule| rule.fix_risk()).unwrap_or_default();
        for (rule, words) in [
            ("LM101", "code runs that did not run before, it may raise, and other tasks may run meanwhile"),
            ("LM111", "the function now waits there"),
            ("LM120", "the body of the async function now runs"),
            ("LM202", "the coroutine did not run before, and other tasks can run at the new `await`"),
            ("LM323", "it changes the configuration of all tests"),
            ("LM501", "other tasks can run at the new `await`"),
            ("LM506", "other tasks run while the function waits"),
        ] {
            assert_eq!(risk(rule), words, "{rule}");
        }
    }
}
