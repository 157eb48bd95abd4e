//! `loopmend explain`.

use crate::arguments::ExplainOptions;
use crate::exit_code;
use crate::failure::Failure;
use crate::markdown;
use crate::output::Output;
use crate::registry::{self, RuleInfo};
use crate::style::{WARNING, printable};

/// Names that are less alike than this are no help (Jaro-Winkler, 1 is equal).
const ALIKE: f64 = 0.75;

/// Prints the page of a rule. For the code of another tool, a note says which rules it corresponds to, and the first is shown.
///
/// # Errors
/// When there is no such rule.
pub(crate) fn run(options: &ExplainOptions, output: &Output) -> Result<u8, Failure> {
    let rules = registry::rules();
    let found = find(&rules, &options.rule)?;
    if let Some(words) = correspondence(&found, &options.rule) {
        output.notice(&format!("{WARNING}note{WARNING:#}: {}", printable(&words)));
    }
    let page = found[0].documentation.trim_end();
    if output.stdout_shows_color() {
        output.styled(&markdown::styled(page))?;
    } else {
        output.raw(&format!("{page}\n"))?;
    }
    Ok(exit_code::CLEAN)
}

/// The rule with this name or code, in any case of letters; else the rules that other tools know by this code. Never empty.
fn find<'r>(rules: &'r [RuleInfo], wanted: &str) -> Result<Vec<&'r RuleInfo>, Failure> {
    let is_wanted = |rule: &&RuleInfo| is_own(rule, wanted);
    if let Some(rule) = rules.iter().find(is_wanted) {
        return Ok(vec![rule]);
    }
    let found: Vec<&RuleInfo> = rules.iter().filter(|rule| rule.has_foreign_code(wanted)).collect();
    if !found.is_empty() {
        return Ok(found);
    }
    let hint = match nearest(rules, wanted) {
        Some(name) => format!("did you mean `{name}`?"),
        None => "`loopmend rules` lists all".to_owned(),
    };
    Err(Failure::new(format!("there is no rule `{wanted}`; {hint}")))
}

fn is_own(rule: &RuleInfo, wanted: &str) -> bool {
    rule.name == wanted || rule.code.to_string().eq_ignore_ascii_case(wanted)
}

/// The rules that the code of another tool corresponds to, in words; `None` for a name or code of loopmend.
fn correspondence(found: &[&RuleInfo], wanted: &str) -> Option<String> {
    if found.iter().any(|rule| is_own(rule, wanted)) {
        return None;
    }
    let rules: Vec<String> = found.iter().map(|rule| format!("`{}` ({})", rule.name, rule.code)).collect();
    Some(format!("`{wanted}` corresponds to {}", rules.join(" and ")))
}

/// The name or code that `wanted` is most likely a misspelling of.
pub(crate) fn nearest(rules: &[RuleInfo], wanted: &str) -> Option<String> {
    let wanted = wanted.to_lowercase();
    let codes = rules.iter().map(|rule| rule.code.to_string());
    let names = rules.iter().map(|rule| rule.name.to_owned()).chain(codes);
    let scored = names.map(|name| (strsim::jaro_winkler(&name.to_lowercase(), &wanted), name));
    let best = scored.max_by(|(one, _), (other, _)| one.total_cmp(other))?;
    (best.0 >= ALIKE).then_some(best.1)
}

#[cfg(test)]
mod tests {
    use super::{correspondence, find};
    use crate::render::samples;

    #[test]
    fn a_rule_is_found_by_name_and_by_code() {
        let rules = samples::rules();
        for (wanted, name) in [("discarded-task", "discarded-task"), ("lm101", "unawaited-coroutine")] {
            let found = find(&rules, wanted).unwrap();
            assert_eq!(found.iter().map(|rule| rule.name).collect::<Vec<_>>(), [name]);
            assert_eq!(correspondence(&found, wanted), None);
        }
    }

    #[test]
    fn a_rule_is_found_by_the_code_of_another_tool() {
        let mut rules = samples::rules();
        for wanted in ["RUF006", "ruf006", "asyncio-dangling-task", "noqa: RUF006"] {
            let found = find(&rules, wanted).unwrap();
            assert_eq!(found[0].name, "discarded-task");
            let words = format!("`{wanted}` corresponds to `discarded-task` (LM102)");
            assert_eq!(correspondence(&found, wanted), Some(words));
        }
        rules[0].same_as = &["noqa: RUF006"];
        assert_eq!(
            correspondence(&find(&rules, "RUF006").unwrap(), "RUF006").unwrap(),
            "`RUF006` corresponds to `unawaited-coroutine` (LM101) and `discarded-task` (LM102)"
        );
        assert!(find(&rules, "noqa").is_err());
    }

    #[test]
    fn a_wrong_name_leads_to_the_nearest_one() {
        let rules = samples::rules();
        let message = |wanted| find(&rules, wanted).unwrap_err().message;
        assert_eq!(
            message("unawaited-corutine"),
            "there is no rule `unawaited-corutine`; did you mean `unawaited-coroutine`?"
        );
        assert_eq!(message("zzz"), "there is no rule `zzz`; `loopmend rules` lists all");
    }
}
