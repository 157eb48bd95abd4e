//! Text as data in Markdown.

use std::fmt::Write;

use crate::style::printable;

/// Text in which nothing is markup but code in backticks.
pub(super) fn escaped(text: &str) -> String {
    with_escapes(text, "*_<>[]|\\")
}

/// The same for a cell of a table, where names stand as they are as far as they cannot become elements, links or cells.
pub(super) fn cell(text: &str) -> String {
    with_escapes(text, "<[|\\")
}

/// A name as code. Two backticks with nothing between them would begin code that ends later.
pub(super) fn code(name: &str) -> String {
    if name.is_empty() { String::new() } else { format!("`{}`", name_only(name)) }
}

/// A name without backticks, which would make code of what stands behind it.
pub(super) fn name_only(name: &str) -> String {
    printable(name).replace('`', "'")
}

/// As CommonMark reads it, code begins with some backticks and ends with as many; others are backticks. A `|` ends a cell even
/// in code. `@name` becomes code: elsewhere GitHub notifies the user of that name.
fn with_escapes(text: &str, special: &str) -> String {
    let text = printable(text);
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_ref();
    while let Some(letter) = rest.chars().next() {
        let ticks = rest.len() - rest.trim_start_matches('`').len();
        let mention = if out.ends_with(is_of_name) { 0 } else { length_of_mention(rest) };
        if mention > 0 {
            let _ = write!(out, "`{}`", &rest[..mention]);
            rest = &rest[mention..];
            continue;
        }
        if ticks == 0 {
            if special.contains(letter) {
                out.push('\\');
            }
            out.push(letter);
            rest = &rest[letter.len_utf8()..];
            continue;
        }
        let (fence, after) = rest.split_at(ticks);
        match end_of_code(after, fence) {
            Some(end) => {
                let (code, behind) = after.split_at(end);
                out.push_str(fence);
                out.push_str(&code.replace('|', "\\|"));
                out.push_str(fence);
                rest = &behind[ticks..];
            }
            None => {
                out.extend(fence.chars().flat_map(|tick| ['\\', tick]));
                rest = after;
            }
        }
    }
    out
}

/// How much of the start of `text` is `@` and a name of GitHub, of a user or of an organisation's team.
fn length_of_mention(text: &str) -> usize {
    let Some(name) = text.strip_prefix('@') else { return 0 };
    let length = name.find(|letter| !(is_of_name(letter) || letter == '/')).unwrap_or(name.len());
    if length == 0 { 0 } else { 1 + length }
}

fn is_of_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')
}

/// Where the next run of exactly as many backticks is.
fn end_of_code(text: &str, fence: &str) -> Option<usize> {
    let mut at = 0;
    while let Some(found) = text[at..].find('`') {
        let start = at + found;
        let run = text[start..].len() - text[start..].trim_start_matches('`').len();
        if run == fence.len() {
            return Some(start);
        }
        at = start + run;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{cell, code, escaped};

    #[test]
    fn only_code_is_markup() {
        assert_eq!(escaped("call `a_b()` *now* <b>"), "call `a_b()` \\*now\\* \\<b\\>");
        assert_eq!(escaped("`<i>"), "\\`\\<i\\>");
        assert_eq!(escaped("``<i>` x"), "\\`\\`\\<i\\>\\` x");
        assert_eq!(escaped("``a`b`` <i>"), "``a`b`` \\<i\\>");
    }

    #[test]
    fn nobody_is_notified() {
        assert_eq!(escaped("see @some-one.py, by (@org/team)"), "see `@some-one`.py, by (`@org/team`)");
        assert_eq!(cell("a@b.c `@d` @ e"), "a@b.c `@d` @ e");
    }

    #[test]
    fn a_name_stays_in_its_cell_and_its_line() {
        assert_eq!(cell("`a|b` | c_d\n# e"), "`a\\|b` \\| c_d\\\\n# e");
        assert_eq!(code("a`<b>\n"), "`a'<b>\\n`");
        assert_eq!(code(""), "");
    }
}
