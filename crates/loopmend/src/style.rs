//! The colours of everything that is no code frame.

use std::borrow::Cow;
use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use loopmend_core::Level;

/// Errors.
pub(crate) const ERROR: Style = AnsiColor::BrightRed.on_default().bold();
/// Warnings.
pub(crate) const WARNING: Style = AnsiColor::Yellow.on_default().bold();
/// Paths, names and headings.
pub(crate) const STRONG: Style = Style::new().bold();
/// Lines that are new.
pub(crate) const ADDED: Style = AnsiColor::Green.on_default();
/// Lines that are gone.
pub(crate) const REMOVED: Style = AnsiColor::Red.on_default();
/// What one may skip.
pub(crate) const FAINT: Style = Style::new().dimmed();
/// Code inside a sentence.
pub(crate) const CODE: Style = AnsiColor::Cyan.on_default();

/// The style of a level's word.
pub(crate) fn of_level(level: Level) -> Style {
    match level {
        Level::Error => ERROR,
        Level::Warn => WARNING,
        Level::Ignore => FAINT,
    }
}

/// The text with characters that would move the cursor, break the line or change the direction of text written as Python
/// would escape them, so that a path or a name cannot change what stands around it.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    escaped_where(text, moves_text)
}

/// What is about to be shown to people, line breaks, tabs and our own styles and links left as they are. A net below
/// [`printable`]: it knows no names, and so cannot see a line break in one.
pub(crate) fn contained(text: &str) -> Cow<'_, str> {
    let is_foreign = |c: char| moves_text(c) && !matches!(c, '\n' | '\t');
    if !text.contains(is_foreign) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(is_foreign) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let length = sequence_length(from).unwrap_or_else(|| {
            let c = from.chars().next().unwrap_or_default();
            push_escaped(&mut out, c);
            c.len_utf8()
        });
        if from.starts_with(ESCAPE) && length > 1 {
            out.push_str(&from[..length]);
        }
        rest = &from[length..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// A page without styles in which nothing but line breaks and tabs moves text.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    escaped_where(text, |c| moves_text(c) && !matches!(c, '\n' | '\t'))
}

/// `true` if a character moves the cursor, breaks the line, changes the direction of text, or is not seen.
pub(crate) fn moves_text(c: char) -> bool {
    c.is_control() || is_direction_mark(c) || is_unseen(c)
}

const ESCAPE: char = '\u{1b}';

/// How long the style or the link is that a text begins with.
fn sequence_length(text: &str) -> Option<usize> {
    const LINK: &str = "\u{1b}]8;";
    const LINK_END: &str = "\u{1b}\\";
    if let Some(style) = text.strip_prefix("\u{1b}[") {
        let end = style.find(|c: char| !c.is_ascii_digit() && c != ';')?;
        return style[end..].starts_with('m').then_some("\u{1b}[".len() + end + 1);
    }
    let link = text.strip_prefix(LINK)?;
    let end = link.find(|c: char| !c.is_ascii_graphic())?;
    link[end..].starts_with(LINK_END).then_some(LINK.len() + end + LINK_END.len())
}

fn escaped_where(text: &str, is_escaped: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&is_escaped) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_escaped(c) { push_escaped(&mut out, c) } else { out.push(c) }
    }
    Cow::Owned(out)
}

fn push_escaped(out: &mut String, c: char) {
    let _ = match c {
        '\n' => write!(out, "\\n"),
        '\r' => write!(out, "\\r"),
        '\t' => write!(out, "\\t"),
        '\0'..='\u{ff}' => write!(out, "\\x{:02x}", u32::from(c)),
        _ => write!(out, "\\u{:04x}", u32::from(c)),
    };
}

/// The characters that change the direction of text, by which shown code can differ from the code.
fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The characters that end a line for some readers, and those that take no place and say nothing.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::{STRONG, contained, plain, printable};

    #[test]
    fn a_name_cannot_break_the_line_or_turn_it_round() {
        assert_eq!(printable("a\nb\x1b[2J.py"), "a\\nb\\x1b[2J.py");
        assert_eq!(printable("\u{202e}yp.a\u{9b}"), "\\u202eyp.a\\x9b");
        assert_eq!(
            printable("a\u{2028}b\u{2029}c\u{200b}\u{e0041}.py"),
            "a\\u2028b\\u2029c\\u200b\\ue0041.py"
        );
        assert_eq!(printable("é日.py"), "é日.py");
    }

    #[test]
    fn only_styles_and_links_of_ours_pass() {
        let ours = format!("{STRONG}a{STRONG:#}\n\t\u{1b}]8;;https://a/b#c\u{1b}\\x\u{1b}]8;;\u{1b}\\");
        assert_eq!(contained(&ours), ours);
        assert_eq!(
            contained("\u{1b}[2J\u{7}\u{9b}1m\r\u{1b}]0;t\u{7}"),
            "\\x1b[2J\\x07\\x9b1m\\r\\x1b]0;t\\x07"
        );
        assert_eq!(contained("a\u{1b}"), "a\\x1b");
        assert_eq!(plain("\u{1b}[1ma\n"), "\\x1b[1ma\n");
    }
}
