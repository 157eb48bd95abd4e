//! The names of the directories of rules.

use anyhow::{Context, Result, ensure};
use loopmend_core::RuleCode;

/// The directory of the rules, from the root, with `/` at its end.
pub const RULES: &str = "crates/loopmend_rules/src/rules/";

/// The code and the name of a rule, as the name of its directory has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleStem {
    /// `LM207`.
    pub code: RuleCode,
    /// `nested-run`.
    pub name: String,
}

impl RuleStem {
    /// Reads `lm207_nested_run`; `None` if it is not of this form.
    pub fn parse(stem: &str) -> Option<Self> {
        let (code, name) = stem.split_once('_')?;
        let code = code.strip_prefix("lm").map(|digits| format!("LM{digits}"))?.parse().ok()?;
        let name = name.replace('_', "-");
        is_kebab_case(&name).then_some(Self { code, name })
    }

    /// Reads a number, such as `207` or `LM207`, and a name.
    ///
    /// # Errors
    /// When one of them is of another form; the error has an example.
    pub fn from_arguments(code: &str, name: &str) -> Result<Self> {
        let number = code.trim_start_matches("LM");
        let code: RuleCode = format!("LM{number}").parse().with_context(|| {
            format!("`{code}` is not the number of a rule; write three digits, such as `207`")
        })?;
        ensure!(
            is_kebab_case(name),
            "`{name}` is not the name of a rule; write lower-case words with `-` between them, such as `nested-run`"
        );
        Ok(Self { code, name: name.to_owned() })
    }

    /// Splits a path from the root into the name of a rule's directory and the path in it.
    pub fn split(path: &str) -> Option<(&str, &str)> {
        path.strip_prefix(RULES)?.split_once('/')
    }

    /// The rule that a file from the root belongs to.
    pub fn of_file(path: &str) -> Option<Self> {
        Self::parse(Self::split(path)?.0)
    }

    /// The name of the directory.
    pub fn directory(&self) -> String {
        format!("lm{:03}_{}", self.code.number(), self.name.replace('-', "_"))
    }
}

fn is_kebab_case(name: &str) -> bool {
    name.split('-')
        .all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
        && name.starts_with(|c: char| c.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::RuleStem;

    fn stem(code: &str, name: &str) -> RuleStem {
        RuleStem::from_arguments(code, name).unwrap()
    }

    #[test]
    fn a_directory_is_read_as_it_is_written() {
        let rule = stem("207", "nested-run");
        assert_eq!(rule.directory(), "lm207_nested_run");
        assert_eq!(RuleStem::parse("lm207_nested_run"), Some(rule));
        for wrong in ["mod", "lm20_x", "lm207_", "lm207_Nested", "lm207__x", "xx207_x", "lm207"] {
            assert_eq!(RuleStem::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_number_may_carry_its_letters() {
        assert_eq!(stem("LM007", "a"), stem("007", "a"));
    }

    #[test]
    fn wrong_arguments_are_refused_with_an_example() {
        for (code, name) in [("20", "x"), ("x07", "x"), ("207", "Nested"), ("207", "a_b"), ("207", "-a")] {
            let error = RuleStem::from_arguments(code, name).unwrap_err().to_string();
            assert!(error.contains("such as"), "{error}");
        }
    }
}
