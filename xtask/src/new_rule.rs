//! Writes the two files of a new rule.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use loopmend_core::RuleCode;

use crate::{Outcome, workspace};

/// The directory of the rules, from the root, with `/` at its end.
pub(crate) const RULES: &str = "crates/loopmend_rules/src/rules/";

/// The arguments of `cargo xtask new-rule`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The number of the rule, such as `207` or `LM207`
    code: String,
    /// The name of the rule, such as `nested-run`: the pattern, not the cure
    name: String,
}

/// What the name of a rule's file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RuleStem {
    /// `LM207`.
    pub(crate) code: RuleCode,
    /// `nested-run`.
    pub(crate) name: String,
}

impl RuleStem {
    /// Reads `lm207_nested_run`; `None` if it is not of this form.
    pub(crate) fn parse(stem: &str) -> Option<Self> {
        let (code, name) = stem.split_once('_')?;
        let code = code.strip_prefix("lm").map(|digits| format!("LM{digits}"))?.parse().ok()?;
        let name = name.replace('_', "-");
        is_kebab_case(&name).then_some(Self { code, name })
    }

    fn from_arguments(code: &str, name: &str) -> Result<Self> {
        let number = code.trim_start_matches("LM");
        let code: RuleCode = format!("LM{number}")
            .parse()
            .with_context(|| format!("`{code}` is no rule's number; write three digits, such as `207`"))?;
        ensure!(
            is_kebab_case(name),
            "`{name}` is no rule's name; write lower-case words with `-` between them, such as `nested-run`"
        );
        Ok(Self { code, name: name.to_owned() })
    }

    fn file_stem(&self) -> String {
        format!("lm{:03}_{}", self.code.number(), self.name.replace('-', "_"))
    }
}

fn is_kebab_case(name: &str) -> bool {
    name.split('-')
        .all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
        && name.starts_with(|c: char| c.is_ascii_lowercase())
}

/// Runs `cargo xtask new-rule`.
///
/// # Errors
/// When the code or the name is of the wrong form or taken, or the files cannot be written.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let rule = RuleStem::from_arguments(&arguments.code, &arguments.name)?;
    let directory = workspace::root().join(RULES);
    refuse_taken(&rule, &existing(&directory)?)?;
    for (ending, contents) in [("rs", rust_file(&rule)), ("md", page(&rule))] {
        let path = directory.join(format!("{}.{ending}", rule.file_stem()));
        workspace::write(&path, &contents)?;
        println!("wrote {RULES}{}.{ending}", rule.file_stem());
    }
    println!("`cargo test -p loopmend_rules` says what is missing");
    Ok(Outcome::Passed)
}

fn existing(directory: &Path) -> Result<Vec<RuleStem>> {
    let mut rules = Vec::new();
    for entry in fs::read_dir(directory).with_context(|| format!("cannot read {}", directory.display()))? {
        let path = entry.with_context(|| format!("cannot read {}", directory.display()))?.path();
        rules.extend(path.file_stem().and_then(|stem| RuleStem::parse(stem.to_str()?)));
    }
    Ok(rules)
}

fn refuse_taken(rule: &RuleStem, existing: &[RuleStem]) -> Result<()> {
    if let Some(other) = existing.iter().find(|other| other.code == rule.code) {
        bail!("{} is the code of `{}`; choose another number", other.code, other.name);
    }
    if let Some(other) = existing.iter().find(|other| other.name == rule.name) {
        bail!("`{}` is the name of {}; choose another name", other.name, other.code);
    }
    Ok(())
}

fn rust_file(rule: &RuleStem) -> String {
    filled(include_str!("../templates/rule.rs.txt"), rule)
}

fn page(rule: &RuleStem) -> String {
    filled(include_str!("../templates/rule.md.txt"), rule)
}

fn filled(template: &str, rule: &RuleStem) -> String {
    template
        .replace("{name}", &rule.name)
        .replace("{code}", &rule.code.to_string())
        .replace("{version}", env!("CARGO_PKG_VERSION"))
}

#[cfg(test)]
mod tests {
    use super::{RuleStem, page, refuse_taken, rust_file};

    fn stem(code: &str, name: &str) -> RuleStem {
        RuleStem::from_arguments(code, name).unwrap()
    }

    #[test]
    fn a_file_stem_is_read_as_it_is_written() {
        let rule = stem("207", "nested-run");
        assert_eq!(rule.file_stem(), "lm207_nested_run");
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

    #[test]
    fn a_taken_code_or_name_is_refused() {
        let existing = [stem("207", "nested-run")];
        let taken = |code, name| refuse_taken(&stem(code, name), &existing).unwrap_err().to_string();
        assert_eq!(taken("207", "other"), "LM207 is the code of `nested-run`; choose another number");
        assert_eq!(taken("208", "nested-run"), "`nested-run` is the name of LM207; choose another name");
        refuse_taken(&stem("208", "other"), &existing).unwrap();
    }

    #[test]
    fn the_templates_are_filled() {
        let rule = stem("207", "nested-run");
        assert!(page(&rule).starts_with("# nested-run (LM207)\n"));
        assert!(rust_file(&rule).contains("RuleSpec"));
        assert!(!format!("{}{}", page(&rule), rust_file(&rule)).contains("{name}"));
    }
}
