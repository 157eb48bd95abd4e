//! The colours of everything that is no code frame.

use std::borrow::Cow;

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

/// The text with characters that would move the cursor or break the line replaced, so that a path or a
/// name cannot change what stands around it.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    let breaks = |c: char| c.is_control() || is_direction_mark(c);
    if !text.contains(breaks) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if breaks(c) { char::REPLACEMENT_CHARACTER } else { c }).collect())
}

/// The characters that change the direction of text, by which shown code can differ from the code.
fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn a_name_cannot_break_the_line_or_turn_it_round() {
        assert_eq!(printable("a\nb\x1b[2J.py"), "a\u{fffd}b\u{fffd}[2J.py");
        assert_eq!(printable("\u{202e}yp.a"), "\u{fffd}yp.a");
        assert_eq!(printable("é日.py"), "é日.py");
    }
}
