//! Writes the directory of a new rule.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use tidy::{RULES, RuleStem};

use crate::{Outcome, workspace};

/// The files of a rule, with their templates.
const TEMPLATES: [(&str, &str); 3] = [
    ("rule.rs", include_str!("../templates/rule.rs.txt")),
    ("page.md", include_str!("../templates/page.md.txt")),
    ("tests.md", include_str!("../templates/tests.md.txt")),
];

/// The arguments of `cargo xtask new-rule`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The number of the rule, such as `207` or `LM207`
    code: String,
    /// The name of the rule, such as `nested-run`: the pattern, not the cure
    name: String,
}

/// Runs `cargo xtask new-rule`.
/// Fails if the code or the name is of the wrong form or taken, or the files cannot be written.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let rule = RuleStem::from_arguments(&arguments.code, &arguments.name)?;
    let directory = workspace::root().join(RULES);
    refuse_taken(&rule, &existing(&directory)?)?;
    let own = directory.join(rule.directory());
    fs::create_dir(&own).with_context(|| format!("cannot make {}", own.display()))?;
    for (file, template) in TEMPLATES {
        workspace::write(&own.join(file), &filled(template, &rule))?;
        println!("wrote {RULES}{}/{file}", rule.directory());
    }
    println!("`cargo test -p loopmend_rules` says what is missing");
    Ok(Outcome::Passed)
}

fn existing(directory: &Path) -> Result<Vec<RuleStem>> {
    let mut rules = Vec::new();
    for entry in fs::read_dir(directory).with_context(|| format!("cannot read {}", directory.display()))? {
        let path = entry.with_context(|| format!("cannot read {}", directory.display()))?.path();
        rules.extend(path.file_name().and_then(|stem| RuleStem::parse(stem.to_str()?)));
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

fn filled(template: &str, rule: &RuleStem) -> String {
    template
        .replace("{name}", &rule.name)
        .replace("{code}", &rule.code.to_string())
        .replace("{version}", env!("CARGO_PKG_VERSION"))
}

#[cfg(test)]
mod tests {
    use tidy::RuleStem;

    use super::{TEMPLATES, filled, refuse_taken};

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
        let [source, page, tests] = TEMPLATES.map(|(_, template)| filled(template, &rule));
        assert!(page.starts_with("# nested-run (LM207)\n"));
        assert!(source.contains("RuleSpec"));
        assert!(tests.starts_with("## Tests\n"));
        assert!(!format!("{source}{page}{tests}").contains("{name}"));
    }
}
