//! `loopmend rules`.

use std::fmt::Write;

use crate::arguments::{ListFormat, RulesOptions};
use crate::exit_code;
use crate::failure::Failure;
use crate::output::Output;
use crate::registry::{self, RuleInfo};
use crate::render::to_json;
use crate::style::{FAINT, STRONG, of_level};

/// Lists all rules.
///
/// # Errors
/// When standard output takes no more.
pub(crate) fn run(options: &RulesOptions, output: &Output) -> Result<u8, Failure> {
    let rules = registry::rules();
    match options.output_format {
        ListFormat::Text => output.styled(&table(&rules))?,
        ListFormat::Json => output.raw(&to_json(&rules))?,
    }
    Ok(exit_code::CLEAN)
}

fn table(rules: &[RuleInfo]) -> String {
    let width = rules.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    let mut out = String::new();
    for rule in rules {
        let level = of_level(rule.level);
        let _ = writeln!(
            out,
            "{FAINT}{}{FAINT:#}  {STRONG}{:width$}{STRONG:#}  {level}{:6}{level:#}  {:9}  {}",
            rule.code,
            rule.name,
            rule.level.as_str(),
            rule.fix,
            one_line(rule.summary),
        );
    }
    let header = format!("{:5}  {:width$}  {:6}  {:9}  what it finds\n", "code", "rule", "level", "fix");
    format!("{FAINT}{header}{FAINT:#}{out}")
}

/// A paragraph of a page on one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::render::samples;

    #[test]
    fn one_line_for_each_rule() {
        let table = super::table(&samples::rules());
        expect![[r#"
            code   rule                 level   fix        what it finds
            LM101  unawaited-coroutine  error   sometimes  A coroutine is created and never awaited.
            LM102  discarded-task       error   never      Nothing keeps the task.
        "#]]
        .assert_eq(&anstream::adapter::strip_str(&table).to_string());
    }
}
