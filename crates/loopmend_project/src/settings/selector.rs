//! What names a rule: its name, its code, or its group.

use loopmend_core::RuleCode;

use crate::KnownRule;
use crate::nearest::did_you_mean;

/// The groups of rules, by the first digit of their codes.
pub(super) const GROUPS: [u8; 6] = [0, 1, 2, 3, 4, 5];

/// One rule or a group of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum RuleSelector {
    /// All rules of a group; less specific than a rule.
    Group(u8),
    /// One rule.
    Rule(RuleCode),
}

impl RuleSelector {
    /// Reads a name, a code or a group.
    ///
    /// # Errors
    /// A sentence with the nearest name, when there is no such rule.
    pub(crate) fn parse(text: &str, rules: &[KnownRule]) -> Result<Self, String> {
        if let Some(rule) = rules.iter().find(|rule| rule.name == text) {
            return Ok(Self::Rule(rule.code));
        }
        if let Ok(code) = text.parse::<RuleCode>()
            && rules.iter().any(|rule| rule.code == code)
        {
            return Ok(Self::Rule(code));
        }
        if let [digit, b'x', b'x'] = text.as_bytes()
            && let Some(group) = GROUPS.into_iter().find(|group| digit.wrapping_sub(b'0') == *group)
        {
            return Ok(Self::Group(group));
        }
        let codes: Vec<String> = rules.iter().map(|rule| rule.code.to_string()).collect();
        let known = rules.iter().map(|rule| rule.name).chain(codes.iter().map(String::as_str));
        Err(format!("unknown rule `{text}`{}", did_you_mean(text, known)))
    }

    /// Whether it names this rule.
    pub(crate) fn matches(self, code: RuleCode) -> bool {
        match self {
            Self::Group(group) => code.group() == group,
            Self::Rule(selected) => code == selected,
        }
    }
}

/// The most specific selector of `selectors` that names the rule.
pub(super) fn most_specific(selectors: &[RuleSelector], code: RuleCode) -> Option<RuleSelector> {
    selectors.iter().copied().filter(|selector| selector.matches(code)).max()
}

#[cfg(test)]
mod tests {
    use loopmend_core::{Level, RuleCode};

    use super::RuleSelector;
    use crate::KnownRule;

    #[test]
    fn rules_are_named_by_name_code_or_group() {
        let rules = [KnownRule {
            name: "unawaited-coroutine",
            code: RuleCode::new(101),
            default_level: Level::Error,
        }];
        let parse = |text| RuleSelector::parse(text, &rules);
        assert_eq!(parse("unawaited-coroutine"), Ok(RuleSelector::Rule(RuleCode::new(101))));
        assert_eq!(parse("LM101"), Ok(RuleSelector::Rule(RuleCode::new(101))));
        assert_eq!(parse("5xx"), Ok(RuleSelector::Group(5)));
        let near = "unknown rule `unawaited-corutine`; did you mean `unawaited-coroutine`?";
        assert_eq!(parse("unawaited-corutine"), Err(near.to_owned()));
        assert_eq!(parse("LM102"), Err("unknown rule `LM102`; did you mean `LM101`?".to_owned()));
        assert_eq!(parse("9xx"), Err("unknown rule `9xx`".to_owned()));
        assert!(parse("").is_err());
    }
}
