//! `loopmend explain`.

use crate::arguments::ExplainOptions;
use crate::exit_code;
use crate::failure::Failure;
use crate::markdown;
use crate::output::Output;
use crate::registry::{self, RuleInfo};

/// Names that are less alike than this are no help (Jaro-Winkler, 1 is equal).
const ALIKE: f64 = 0.75;

/// Prints the page of a rule.
///
/// # Errors
/// When there is no such rule.
pub(crate) fn run(options: &ExplainOptions, output: &Output) -> Result<u8, Failure> {
    let rules = registry::rules();
    let rule = find(&rules, &options.rule)?;
    let page = rule.documentation.trim_end();
    if output.stdout_shows_color() {
        output.styled(&markdown::styled(page))?;
    } else {
        output.raw(&format!("{page}\n"))?;
    }
    Ok(exit_code::CLEAN)
}

/// The rule by its name or its code, in any case of letters.
fn find<'r>(rules: &'r [RuleInfo], wanted: &str) -> Result<&'r RuleInfo, Failure> {
    let is_wanted =
        |rule: &&RuleInfo| rule.name == wanted || rule.code.to_string().eq_ignore_ascii_case(wanted);
    rules.iter().find(is_wanted).ok_or_else(|| {
        let hint = match nearest(rules, wanted) {
            Some(name) => format!("did you mean `{name}`?"),
            None => "`loopmend rules` lists all".to_owned(),
        };
        Failure::new(format!("there is no rule `{wanted}`; {hint}"))
    })
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
    use super::find;
    use crate::render::samples;

    #[test]
    fn a_rule_is_found_by_name_and_by_code() {
        let rules = samples::rules();
        assert_eq!(find(&rules, "discarded-task").unwrap().name, "discarded-task");
        assert_eq!(find(&rules, "lm101").unwrap().name, "unawaited-coroutine");
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
