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
        ListFormat::Text => output.styled(&table(&rules, output.stdout_width()))?,
        ListFormat::Json => output.raw(&to_json(&rules))?,
    }
    Ok(exit_code::CLEAN)
}

/// The table of the rules. `columns` is the width of the terminal, to which summaries are cut; without it, they are whole.
fn table(rules: &[RuleInfo], columns: Option<usize>) -> String {
    let width = rules.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    let header = format!("{:5}  {:width$}  {:6}  {:5}  ", "code", "rule", "level", "fixes");
    let room = columns.map_or(usize::MAX, |columns| columns.saturating_sub(header.len()));
    let mut out = format!("{FAINT}{header}what it finds{FAINT:#}\n");
    for rule in rules {
        let level = of_level(rule.level);
        let _ = writeln!(
            out,
            "{FAINT}{}{FAINT:#}  {STRONG}{:width$}{STRONG:#}  {level}{:6}{level:#}  {:5}  {}",
            rule.code,
            rule.name,
            rule.level.as_str(),
            if rule.fix == "never" { "none" } else { "some" },
            shortened(rule.summary, room),
        );
    }
    out
}

/// The subject of the first sentence of a page, in at most `room` characters.
fn shortened(summary: &str, room: usize) -> String {
    let words = without_links(&summary.split_whitespace().collect::<Vec<_>>().join(" "));
    let sentence = words.split_once(". ").map_or(words.as_str(), |(sentence, _)| sentence);
    let thing = ["Checks for ", "Checks ", "Reports, from `loopmend test`, ", "Reports "]
        .iter()
        .find_map(|verb| sentence.strip_prefix(verb))
        .unwrap_or(sentence)
        .trim_end_matches(['.', ':', ',']);
    if thing.chars().count() <= room {
        return thing.to_owned();
    }
    let fits = |whole: &&str| whole.chars().count() <= room && whole.matches('`').count().is_multiple_of(2);
    let whole = thing.split_once(": ").map(|(whole, _)| whole).filter(fits);
    whole.map_or_else(|| cut(thing, room), str::to_owned)
}

/// The first words, with `…` for the others. No code is cut in two.
fn cut(text: &str, room: usize) -> String {
    /// Words that say nothing at an end.
    const OPEN: [&str; 26] = [
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "in", "is", "it", "no", "of",
        "on", "or", "that", "the", "to", "when", "where", "which", "whose", "with",
    ];
    let mut kept: Vec<&str> = Vec::new();
    let mut length = 0;
    for word in text.split(' ') {
        length += word.chars().count() + 1;
        // The last space makes room for the dots.
        if length > room {
            break;
        }
        kept.push(word);
    }
    while let Some(last) = kept.last() {
        let is_in_code = kept.iter().map(|word| word.matches('`').count()).sum::<usize>() % 2 == 1;
        if kept.len() == 1 || !is_in_code && !OPEN.contains(last) {
            break;
        }
        kept.pop();
    }
    format!("{}…", kept.join(" ").trim_end_matches([',', ':', ';']))
}

/// The text of links in the place of the links.
fn without_links(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, (label, after))) = rest
        .split_once('[')
        .and_then(|(before, link)| Some((before, link.split_once("](")?)))
        .and_then(|(before, (label, target))| Some((before, (label, target.split_once(')')?.1))))
    {
        out.push_str(before);
        out.push_str(label);
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::shortened;
    use crate::registry;
    use crate::render::samples;

    fn plain(rules: &[crate::registry::RuleInfo], columns: Option<usize>) -> String {
        anstream::adapter::strip_str(&super::table(rules, columns)).to_string()
    }

    #[test]
    fn one_line_for_each_rule() {
        expect![[r#"
            code   rule                 level   fixes  what it finds
            LM101  unawaited-coroutine  error   some   A coroutine is created and never awaited
            LM102  discarded-task       error   none   Nothing keeps the task
        "#]]
        .assert_eq(&plain(&samples::rules(), Some(100)));
    }

    #[test]
    fn all_rules_fit() {
        let rules = registry::rules();
        for columns in [100, 140] {
            let table = plain(&rules, Some(columns));
            assert_eq!(table.lines().count(), rules.len() + 1);
            for (line, rule) in table.lines().skip(1).zip(&rules) {
                assert!(line.starts_with(&rule.code.to_string()), "{line}");
                assert!(line.chars().count() <= columns, "{line}");
                assert!(line.matches('`').count() % 2 == 0, "{line}");
            }
        }
    }

    #[test]
    fn summaries_are_whole_without_a_terminal_or_in_a_wide_one() {
        let rules = registry::rules();
        assert!(plain(&rules, Some(100)).contains('…'));
        assert!(!plain(&rules, None).contains('…'));
        assert_eq!(plain(&rules, Some(1_000)), plain(&rules, None));
    }

    #[test]
    fn a_summary_is_cut_after_a_word() {
        assert_eq!(shortened("Checks for tasks that nobody keeps.", 30), "tasks that nobody keeps");
        assert_eq!(
            shortened("Checks for tasks that are\nmade and thrown away. Such tasks may vanish.", 40),
            "tasks that are made and thrown away"
        );
        assert_eq!(shortened("Checks for tasks that are made and thrown away.", 20), "tasks that are made…");
        assert_eq!(shortened("Checks for lost tasks: `create_task(...)` and others:", 20), "lost tasks");
        assert_eq!(shortened("Checks for calls of the functions of a thread", 22), "calls…");
        assert_eq!(shortened("Checks for `with lock: x` in code", 15), "`with lock: x`…");
        assert_eq!(shortened("Checks for tasks and `with lock: x`", 20), "tasks…");
        assert_eq!(
            shortened("The reverse of [some-rule](some_rule.md) is", 40),
            "The reverse of some-rule is"
        );
        assert_eq!(shortened("Checks for awaits[0] and more", 40), "awaits[0] and more");
        assert_eq!(shortened("Reports, from `loopmend test`, open loops.", 40), "open loops");
    }
}
