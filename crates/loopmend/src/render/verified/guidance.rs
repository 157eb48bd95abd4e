//! The advice of a report: what to review and watch, how to undo the change, and which patterns new tests should use.

use std::collections::BTreeMap;

use loopmend_verify::{FileKind, FixReport, ReviewItem, VerifiedRun};

use super::super::document::Block;
use super::super::markdown::code;
use super::content::{folded_if_long, list};
use crate::render::counted;
use crate::verifying::file_kind;

/// So many places and patterns are named.
const MAX_PLACES: usize = 5;
const MAX_PATTERNS: usize = 4;
/// A pattern is no longer than this, in lines.
const MAX_PATTERN_LINES: usize = 16;
/// The rules about code that did not run, or ran at another time, before their fixes.
const STARTS_CODE: [&str; 3] = ["LM1", "LM2", "LM5"];

/// The rules whose fixes write other names, which are no pattern.
const RENAMES: &str = "LM4";

/// The advice, in the order in which a reviewer needs it.
pub(super) fn blocks(run: &VerifiedRun) -> Vec<Block> {
    let mut blocks = review(&run.checklist);
    if run.fixes.iter().any(|fix| fix.is_written) {
        blocks.extend(after_merge(run));
        blocks.extend(patterns(&run.fixes));
    }
    blocks
}

fn review(items: &[ReviewItem]) -> Vec<Block> {
    if items.is_empty() {
        return Vec::new();
    }
    let item = |ReviewItem { rule, title, fixes, may_change }: &ReviewItem| {
        let places = if *fixes > 1 { format!(", {}", counted(*fixes, "place")) } else { String::new() };
        let risk = match may_change {
            Some(words) => format!("what may change: {}", words.trim_end_matches('.')),
            None => format!("`loopmend explain {rule}` says what may change"),
        };
        format!("`{rule}` ({title}{places}): {risk}")
    };
    let items: Vec<String> = items.iter().map(item).collect();
    let count = items.len();
    let heading = Block::Heading(2, "To review by hand".to_owned());
    vec![heading, folded_if_long(counted(count, "item"), Block::Checklist(items), count)]
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
            "Watch the log for new exceptions, and the time of requests: other code runs now, or at another time, at {}.",
            some(&places)
        ));
    }
    let seen: Vec<String> = run.before.seen.keys().map(|rule| code(rule)).collect();
    if !seen.is_empty() {
        items.push(format!("`loopmend test` reports {} if it comes back while the tests run.", list(&seen)));
    }
    items.push("`loopmend check` in continuous integration reports new places of this kind.".to_owned());
    items.push(
        "To undo: `loopmend fix --undo` before the next `loopmend fix`; `git revert` after the commit."
            .to_owned(),
    );
    vec![Block::Heading(2, "After the merge".to_owned()), Block::List(items)]
}

/// The first of some places, and how many more there are.
fn some(places: &[String]) -> String {
    match places.split_at_checked(MAX_PLACES) {
        Some((first, rest @ [_, ..])) => format!("{} and {} more", first.join(", "), rest.len()),
        _ => list(places),
    }
}

/// For each rule whose fix was written in tests, the code that the shortest fix leaves.
fn patterns(fixes: &[FixReport]) -> Vec<Block> {
    let mut by_rule: BTreeMap<(&str, &str), (&FixReport, String)> = BTreeMap::new();
    let is_pattern = |fix: &&FixReport| {
        fix.is_written && file_kind(&fix.path) == FileKind::Test && !fix.code.starts_with(RENAMES)
    };
    for fix in fixes.iter().filter(is_pattern) {
        let Some(code) = code_after(&fix.diff) else { continue };
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
    let mut blocks = vec![Block::Heading(2, "Patterns for new tests".to_owned())];
    for (fix, after) in by_rule.into_values().take(MAX_PATTERNS) {
        blocks.push(Block::Paragraph(format!("To {}, as in {}:", fix.title, code(&fix.path))));
        blocks.push(Block::Code("python", after));
    }
    blocks
}

/// The block of code around the new lines of a diff. Imports do not count, and the part of the diff with the most new lines is taken. `None` if
/// there is no such part, or the block is long.
fn code_after(diff: &str) -> Option<String> {
    let mut parts: Vec<Vec<&str>> = Vec::new();
    for line in diff.lines().filter(|line| !line.starts_with("---") && !line.starts_with("+++")) {
        if line.starts_with("@@") {
            parts.push(Vec::new());
        } else if !line.starts_with(['-', '\\']) {
            parts.last_mut()?.push(line);
        }
    }
    let new_lines = |part: &Vec<&str>| part.iter().filter(|line| is_new_code(line)).count();
    let part = parts.into_iter().max_by_key(new_lines)?;
    let (first, last) =
        (part.iter().position(|line| is_new_code(line))?, part.iter().rposition(|line| is_new_code(line))?);
    let is_blank = |line: &&str| line.get(1..).is_none_or(|code| code.trim().is_empty());
    let start = part[..first].iter().rposition(is_blank).map_or(0, |blank| blank + 1);
    let end = part[last..].iter().position(is_blank).map_or(part.len(), |blank| last + blank);
    let lines: Vec<&str> = part[start..end].iter().map(|line| line.get(1..).unwrap_or("")).collect();
    let indented = lines.iter().filter(|line| !line.trim().is_empty());
    let margin = indented.map(|line| line.len() - line.trim_start().len()).min()?;
    let text: String = lines.iter().map(|line| format!("{}\n", line.get(margin..).unwrap_or(""))).collect();
    (lines.len() <= MAX_PATTERN_LINES).then_some(text)
}

/// `true` for a new line of a diff that is no import.
fn is_new_code(line: &str) -> bool {
    let code = line.strip_prefix('+').map(str::trim_start).unwrap_or_default();
    !code.is_empty() && !code.starts_with("import ") && !code.starts_with("from ")
}

#[cfg(test)]
mod tests {
    use super::code_after;

    #[test]
    fn a_pattern_is_the_code_that_a_fix_leaves() {
        let diff = "--- a/t.py\n+++ b/t.py\n@@ -1,2 +1,3 @@\n import pytest\n+import asyncio\n \n@@ -7,4 +8,4 @@\n \n     async def test_a(self):\n-        self.stop()\n+        await self.stop()\n \n";
        assert_eq!(code_after(diff).unwrap(), "async def test_a(self):\n    await self.stop()\n");
        assert_eq!(code_after("--- a/t.py\n+++ b/t.py\n@@ -1,2 +1 @@\n a\n-b\n"), None);
    }
}
