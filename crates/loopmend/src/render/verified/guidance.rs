//! The advice of a report: what to review and watch, how to undo the change, and which patterns new tests should use.

use std::collections::BTreeMap;

use loopmend_verify::{FileKind, FixReport, ReviewItem, VerifiedRun};

use super::super::document::Block;
use super::super::markdown::code;
use super::content::{NAMED_PLACES, folded_if_long, list, some};
use crate::render::counted;
use crate::verifying::file_kind;

/// So many places and patterns are named.
const MAX_PLACES: usize = 5;
const MAX_PATTERNS: usize = 4;
/// So many lines with words that may be stale are named.
const MAX_STALE: usize = 6;
/// The rules about code that did not run, or ran at another time, before their fixes.
const STARTS_CODE: [&str; 3] = ["LM1", "LM2", "LM5"];

/// The rules whose fixes write other names, which are no pattern.
const RENAMES: &str = "LM4";

/// The advice, in the order in which a reviewer needs it.
pub(super) fn blocks(run: &VerifiedRun) -> Vec<Block> {
    let mut blocks = review(run);
    if run.fixes.iter().any(|fix| fix.is_written) {
        blocks.extend(after_merge(run));
        blocks.extend(patterns(&run.fixes));
    }
    blocks
}

fn review(run: &VerifiedRun) -> Vec<Block> {
    let item = |ReviewItem { rule, title, places, may_change, .. }: &ReviewItem| {
        let places: Vec<String> = places.iter().map(|place| code(place)).collect();
        let places =
            if places.is_empty() { String::new() } else { format!(" at {}", some(&places, NAMED_PLACES)) };
        let risk = match may_change {
            Some(words) => format!("what may change: {}", words.trim_end_matches('.')),
            None => format!("`loopmend explain {rule}` says what may change"),
        };
        format!("`{rule}` ({title}){places}: {risk}.")
    };
    let mut items: Vec<String> = run.checklist.iter().map(item).collect();
    if !run.stale_words.is_empty() {
        let places: Vec<String> = run.stale_words.iter().map(|place| code(place)).collect();
        items.push(format!(
            "Comments and docstrings of changed functions that may no longer be true: {}.",
            some(&places, MAX_STALE)
        ));
    }
    if items.is_empty() {
        return Vec::new();
    }
    let count = items.len();
    let numbered = match run.stale_words.is_empty() {
        true => "Lines are numbered as before the change.",
        false => "Lines are numbered as before the change, those of comments and docstrings as after it.",
    };
    let heading = Block::Heading(2, "To review by hand".to_owned());
    vec![
        heading,
        Block::Paragraph(numbered.to_owned()),
        folded_if_long(counted(count, "item"), Block::Checklist(items), count),
    ]
}

fn after_merge(run: &VerifiedRun) -> Vec<Block> {
    let written = run.fixes.iter().filter(|fix| fix.is_written);
    let starts_code = |fix: &&FixReport| {
        file_kind(&fix.path) == FileKind::Production
            && STARTS_CODE.iter().any(|group| fix.code.starts_with(group))
    };
    let places: Vec<String> =
        written.filter(starts_code).map(|fix| code(&format!("{}:{}", fix.path, fix.line))).collect();
    let mut items = Vec::new();
    if !places.is_empty() {
        items.push(format!(
            "Watch the log for new exceptions, and the time of requests: other code runs now, or at another time, at {} \
             (as numbered before the change).",
            some(&places, MAX_PLACES)
        ));
    }
    items.extend(what_tests_show(&run.before.seen, &run.after.seen));
    items.push("`loopmend check` in continuous integration reports new places of this kind.".to_owned());
    let of_git = if run.start.is_some() { "; `git revert` after the commit" } else { "" };
    items.push(format!("To undo: `loopmend fix --undo` before the next `loopmend fix`{of_git}."));
    vec![Block::Heading(2, "After the merge".to_owned()), Block::List(items)]
}

/// Tells which kinds of findings `loopmend test` still reports after the merge, and which it reports only if they come back.
fn what_tests_show(before: &BTreeMap<String, usize>, after: &BTreeMap<String, usize>) -> Vec<String> {
    let (left, gone): (Vec<&String>, Vec<&String>) =
        before.keys().partition(|rule| after.get(*rule).is_some_and(|count| *count > 0));
    let names = |rules: &[&String]| list(&rules.iter().map(|rule| code(rule)).collect::<Vec<String>>());
    let mut items = Vec::new();
    if !gone.is_empty() {
        let they = if gone.len() > 1 { "they come" } else { "it comes" };
        items.push(format!("`loopmend test` reports {} if {they} back while the tests run.", names(&gone)));
    }
    if !left.is_empty() {
        items.push(format!(
            "`loopmend test` still reports {}, which some tests show after the change too.",
            names(&left)
        ));
    }
    items
}

/// For each rule whose fix was written in tests, the shortest test that shows how to write others.
fn patterns(fixes: &[FixReport]) -> Vec<Block> {
    let mut by_rule: BTreeMap<(&str, &str), (&FixReport, &str)> = BTreeMap::new();
    let is_pattern = |fix: &&FixReport| {
        fix.is_written && file_kind(&fix.path) == FileKind::Test && !fix.code.starts_with(RENAMES)
    };
    for fix in fixes.iter().filter(is_pattern) {
        let Some(code) = &fix.pattern else { continue };
        let key = (fix.rule.as_str(), fix.title.as_str());
        let is_shorter =
            by_rule.get(&key).is_none_or(|(_, known)| code.lines().count() < known.lines().count());
        if is_shorter {
            by_rule.insert(key, (fix, code));
        }
    }
    if by_rule.is_empty() {
        return Vec::new();
    }
    let mut blocks = Vec::new();
    for (fix, after) in by_rule.into_values().take(MAX_PATTERNS) {
        blocks.push(Block::Paragraph(format!("To {}, as in {}:", fix.title, code(&fix.path))));
        blocks.push(Block::Code("python", after.to_owned()));
    }
    let mut section = vec![Block::Heading(2, "Patterns for new tests".to_owned())];
    match blocks.len() / 2 {
        1 => section.extend(blocks),
        count => section.push(Block::Folded(counted(count, "pattern"), blocks)),
    }
    section
}
