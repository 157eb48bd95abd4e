//! Helpers for the edits of fixes.

use loopmend_core::Span;

/// The white space before a statement that has its line to itself; `None` when other code or a
/// backslash shares the line.
pub(crate) fn indentation_of_lone_statement(text: &str, statement: Span) -> Option<&str> {
    let before = text.get(..statement.start as usize)?;
    let line_start = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let indentation = &before[line_start..];
    let after = text.get(statement.end as usize..)?;
    let rest = after.split(['\n', '\r']).next().unwrap_or_default().trim();
    let is_alone =
        indentation.chars().all(|c| c == ' ' || c == '\t') && (rest.is_empty() || rest.starts_with('#'));
    is_alone.then_some(indentation)
}

/// The line ending that the text uses first.
pub(crate) fn line_ending(text: &str) -> &'static str {
    match text.find(['\n', '\r']) {
        Some(at) if text[at..].starts_with("\r\n") => "\r\n",
        Some(at) if text[at..].starts_with('\r') => "\r",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests {
    use loopmend_core::Span;

    use super::{indentation_of_lone_statement, line_ending};

    #[test]
    fn a_statement_that_shares_its_line_has_no_indentation() {
        let indentation = |text: &str| {
            let start = text.find("f()").expect("the text calls f") as u32;
            indentation_of_lone_statement(text, Span::new(start, start + 3)).map(str::to_owned)
        };
        assert_eq!(indentation("if x:\n\t f()  # why\n"), Some("\t ".to_owned()));
        assert_eq!(indentation("f()"), Some(String::new()));
        assert_eq!(indentation("if x: f()\n"), None);
        assert_eq!(indentation("f(); g()\n"), None);
    }

    #[test]
    fn the_first_line_ending_decides() {
        assert_eq!((line_ending("a\r\nb\n"), line_ending("a\rb"), line_ending("a")), ("\r\n", "\r", "\n"));
    }
}
