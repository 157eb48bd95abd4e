//! Text as data in Markdown.

use std::borrow::Cow;
use std::fmt::Write;

use super::references::is_reference;
use crate::style::printable;

/// Text in which nothing is markup but code in backticks.
pub(super) fn escaped(text: &str) -> String {
    with_escapes(text, "*_~<>[]|&\\")
}

/// The same for a cell of a table, where names stand as they are as far as they cannot become elements, links or cells.
pub(super) fn cell(text: &str) -> String {
    with_escapes(text, "<[|&\\")
}

/// Text in which references are code between backticks. It is not escaped.
pub(super) fn with_references_as_code(text: &str) -> Cow<'_, str> {
    if text.split_whitespace().any(|word| is_reference(without_punctuation(word).1)) {
        Cow::Owned(with_escapes(text, ""))
    } else {
        Cow::Borrowed(text)
    }
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
/// in code. References become code: elsewhere hosts make links of them, and notify users, whatever is escaped.
fn with_escapes(text: &str, special: &str) -> String {
    let text = printable(text);
    let mut out = String::with_capacity(text.len());
    for piece in pieces(&text) {
        let is_after_reference = out.ends_with('`') && !matches!(piece, Piece::Words(_));
        out.push_str(if is_after_reference { " " } else { "" });
        match piece {
            Piece::Code(fence, code) => {
                out.extend([fence, &code.replace('|', "\\|"), fence]);
            }
            Piece::Backticks(ticks) => out.extend(ticks.chars().flat_map(|tick| ['\\', tick])),
            Piece::Words(words) => add_words(&mut out, words, special),
        }
    }
    out
}

/// A part of a text.
enum Piece<'t> {
    /// The backticks around code, and the code.
    Code(&'t str, &'t str),
    /// Backticks that are no end of code.
    Backticks(&'t str),
    /// Text outside of code.
    Words(&'t str),
}

fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let ticks = rest.len() - rest.trim_start_matches('`').len();
        if rest.is_empty() {
            return None;
        }
        if ticks == 0 {
            let (words, after) = rest.split_at(rest.find('`').unwrap_or(rest.len()));
            rest = after;
            return Some(Piece::Words(words));
        }
        let (fence, after) = rest.split_at(ticks);
        Some(match end_of_code(after, fence) {
            Some(end) => {
                rest = &after[end + ticks..];
                Piece::Code(fence, &after[..end])
            }
            None => {
                rest = after;
                Piece::Backticks(fence)
            }
        })
    })
}

/// Adds words, of which references become code.
fn add_words(out: &mut String, words: &str, special: &str) {
    for word in words.split_inclusive(char::is_whitespace) {
        let (before, core, after) = without_punctuation(word);
        if !is_reference(core) {
            add_escaped(out, word, special);
            continue;
        }
        add_escaped(out, before, special);
        // Backticks of two codes would become one fence.
        if out.ends_with('`') {
            out.push(' ');
        }
        let _ = write!(out, "`{}`", core.replace('|', "\\|"));
        add_escaped(out, after, special);
    }
}

fn add_escaped(out: &mut String, text: &str, special: &str) {
    for letter in text.chars() {
        if special.contains(letter) {
            out.push('\\');
        }
        out.push(letter);
    }
}

/// A word, and the punctuation before and after it.
fn without_punctuation(word: &str) -> (&str, &str, &str) {
    let is_before = |letter: char| "([{<\"'".contains(letter);
    let is_after = |letter: char| letter.is_whitespace() || ")]}>\"'.,;:!?".contains(letter);
    let start = word.len() - word.trim_start_matches(is_before).len();
    let core = word[start..].trim_end_matches(is_after);
    (&word[..start], core, &word[start + core.len()..])
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
    use super::{cell, code, escaped, with_references_as_code};

    #[test]
    fn only_code_is_markup() {
        assert_eq!(escaped("call `a_b()` *now* <b>"), "call `a_b()` \\*now\\* \\<b\\>");
        assert_eq!(escaped("`<i>"), "\\`\\<i\\>");
        assert_eq!(escaped("``<i>` x"), "\\`\\`\\<i\\>\\` x");
        assert_eq!(escaped("``a`b`` <i>"), "``a`b`` \\<i\\>");
    }

    #[test]
    fn nobody_is_notified_and_nothing_is_linked() {
        assert_eq!(escaped("see @some-one.py, by (@org/team)"), "see `@some-one.py`, by (`@org/team`)");
        assert_eq!(cell("a@b.c `@d` @ e"), "`a@b.c` `@d` @ e");
        assert_eq!(escaped("fixes #12, !3: :tada:\"GH-1\""), "fixes `#12`, `!3`: `:tada:\"GH-1`\"");
        assert_eq!(cell("at http://a.b/?x|y. <www.a.b>"), "at `http://a.b/?x\\|y`. \\<`www.a.b`>");
        assert_eq!(escaped("`a`#12`b` ``c``@d"), "`a` `#12` `b` ``c`` `@d`");
        assert_eq!(escaped("`#12 deadbeef"), "\\` `#12` `deadbeef`");
        assert_eq!(with_references_as_code("by @a"), "by `@a`");
    }

    #[test]
    fn an_entity_is_no_letter_and_two_tildes_strike_nothing() {
        assert_eq!(escaped("&commat;a ~~b~~ &#35;1"), "\\&commat;a `~~b~~` `&#35;1`");
        assert_eq!(cell("&commat;a"), "\\&commat;a");
    }

    #[test]
    fn a_name_stays_in_its_cell_and_its_line() {
        assert_eq!(cell("`a|b` | c_d\n# e"), "`a\\|b` \\| c_d\\\\n# e");
        assert_eq!(code("a`<b>\n"), "`a'<b>\\n`");
        assert_eq!(code(""), "");
    }
}
