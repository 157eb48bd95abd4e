//! Writes the two files of a new rule.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use tidy::{RULES, RuleStem};

use crate::{Outcome, workspace};

/// The arguments of `cargo xtask new-rule`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The number of the rule, such as `207` or `LM207`
    code: String,
    /// The name of the rule, such as `nested-run`: the pattern, not the cure
    name: String,
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
    use tidy::RuleStem;

    use super::{page, refuse_taken, rust_file};

    fn stem(code: &str, name: &str) -> RuleStem {
        RuleStem::from_arguments(code, name).unwrap()
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
