//! What names rules: a name, a code, a group, or all of them.

use loopmend_core::RuleCode;

use crate::KnownRule;
use crate::nearest::did_you_mean;

/// The groups of rules, by the first digit of their codes.
pub(super) const GROUPS: [u8; 6] = [0, 1, 2, 3, 4, 5];

/// One rule or several, from the least specific to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum RuleSelector {
    /// `ALL`, or the letters of all codes, `LM`.
    All,
    /// `1xx`, `LM1xx` or the start of its codes, `LM1`.
    Group(u8),
    /// One rule.
    Rule(RuleCode),
}

impl RuleSelector {
    /// Reads a name, a code, a group or `ALL`, the last two also by the start of their codes, as users of ruff write them.
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
        if matches!(text, "ALL" | "all" | RuleCode::LETTERS) {
            return Ok(Self::All);
        }
        if let Some(group) = group(text) {
            return Ok(Self::Group(group));
        }
        let codes: Vec<String> = rules.iter().map(|rule| rule.code.to_string()).collect();
        let known = rules.iter().map(|rule| rule.name).chain(codes.iter().map(String::as_str));
        Err(format!("unknown rule `{text}`{}", did_you_mean(text, known)))
    }

    /// Whether it names this rule.
    pub(crate) fn matches(self, code: RuleCode) -> bool {
        match self {
            Self::All => true,
            Self::Group(group) => code.group() == group,
            Self::Rule(selected) => code == selected,
        }
    }
}

fn group(text: &str) -> Option<u8> {
    let start = text.strip_prefix(RuleCode::LETTERS);
    let digit = match (start, start.unwrap_or(text).as_bytes()) {
        (_, [digit, b'x', b'x']) | (Some(_), [digit]) => digit,
        _ => return None,
    };
    GROUPS.into_iter().find(|group| digit.wrapping_sub(b'0') == *group)
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
    fn rules_are_named_by_name_code_group_or_all_together() {
        let rules = [KnownRule {
            name: "unawaited-coroutine",
            code: RuleCode::new(101),
            default_level: Level::Error,
            strict_level: Level::Error,
        }];
        let parse = |text| RuleSelector::parse(text, &rules);
        assert_eq!(parse("unawaited-coroutine"), Ok(RuleSelector::Rule(RuleCode::new(101))));
        assert_eq!(parse("LM101"), Ok(RuleSelector::Rule(RuleCode::new(101))));
        for name in ["5xx", "LM5xx", "LM5"] {
            assert_eq!(parse(name), Ok(RuleSelector::Group(5)), "{name}");
        }
        for name in ["ALL", "all", "LM"] {
            assert_eq!(parse(name), Ok(RuleSelector::All), "{name}");
        }
        assert_eq!(parse("5"), Err("unknown rule `5`".to_owned()));
        let near = "unknown rule `unawaited-corutine`; did you mean `unawaited-coroutine`?";
        assert_eq!(parse("unawaited-corutine"), Err(near.to_owned()));
        assert_eq!(parse("LM102"), Err("unknown rule `LM102`; did you mean `LM101`?".to_owned()));
        assert_eq!(parse("9xx"), Err("unknown rule `9xx`".to_owned()));
        assert!(parse("").is_err());
    }
}
