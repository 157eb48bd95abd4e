//! Helpers for the edits of fixes.

use loopmend_core::{Applicability, Edit, Fix, Span};

/// The white space before a statement that has its line to itself; `None` when other code or a
/// backslash shares the line.
pub(crate) fn indentation_of_lone_statement(text: &str, statement: Span) -> Option<&str> {
    let before = text.get(..statement.start as usize)?;
    let line_start = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let continues_a_line = before[..line_start].trim_end_matches(['\n', '\r']).ends_with('\\');
    if continues_a_line {
        return None;
    }
    let indentation = &before[line_start..];
    let is_alone = indentation.chars().all(|c| c == ' ' || c == '\t') && ends_its_line(text, statement.end);
    is_alone.then_some(indentation)
}

/// The white space before a place on its line; `None` where other code stands there.
pub(crate) fn indentation_before(text: &str, offset: u32) -> Option<&str> {
    let before = text.get(..offset as usize)?;
    let line_start = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let indentation = &before[line_start..];
    indentation.chars().all(|c| c == ' ' || c == '\t').then_some(indentation)
}

/// The number of times that a name occurs in a text as a whole word and not as an attribute.
pub(crate) fn count_name(text: &str, name: &str) -> usize {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let is_name = |at: &usize| {
        let before = text[..*at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        !before.is_some_and(|c| is_part(c) || c == '.') && !after.is_some_and(is_part)
    };
    text.match_indices(name).map(|(at, _)| at).filter(is_name).count()
}

/// Whether nothing but a comment follows on the line of `offset`.
pub(crate) fn ends_its_line(text: &str, offset: u32) -> bool {
    let rest = text.get(offset as usize..).unwrap_or_default();
    let rest = rest.split(['\n', '\r']).next().unwrap_or_default().trim();
    rest.is_empty() || rest.starts_with('#')
}

/// The offset at which the line of `offset` ends, before its line ending.
pub(crate) fn end_of_line(text: &str, offset: u32) -> u32 {
    let rest = text.get(offset as usize..).unwrap_or_default();
    offset + rest.find(['\n', '\r']).unwrap_or(rest.len()) as u32
}

/// Removes the keyword at `offset` with the blanks after it; `None` if the next token is on another line.
pub(crate) fn drop_keyword(text: &str, offset: u32, keyword: &str) -> Option<Edit> {
    let rest = text.get(offset as usize..)?.strip_prefix(keyword)?;
    let blanks = rest.len() - rest.trim_start_matches(' ').len();
    let end = offset + (keyword.len() + blanks) as u32;
    let is_on_one_line = !rest[blanks..].starts_with(['\\', '\n', '\r', '#', '\t']);
    is_on_one_line.then(|| Edit::replacement(Span::new(offset, end), ""))
}

/// Removes a mark that stands alone on its line; `mark` is its span without the `@`.
pub(crate) fn take_mark_away(text: &str, mark: Span, applicability: Applicability) -> Option<Fix> {
    Some(Fix::new("remove the mark", applicability, vec![drop_decorator(text, mark)?]))
}

/// Removes the line of a decorator, whose span excludes the `@`; `None` if other text stands on the line.
fn drop_decorator(text: &str, decorator: Span) -> Option<Edit> {
    let at = decorator.start.checked_sub(1).filter(|at| text[*at as usize..].starts_with('@'))?;
    let start = at - indentation_before(text, at)?.len() as u32;
    let end = end_of_line(text, decorator.end);
    let is_alone = text[decorator.end as usize..end as usize].trim().is_empty();
    let ending = match text.as_bytes().get(end as usize..).unwrap_or_default() {
        [b'\r', b'\n', ..] => 2,
        [] => 0,
        _ => 1,
    };
    is_alone.then(|| Edit::replacement(Span::new(start, end + ending), ""))
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

    use super::{count_name, drop_decorator, indentation_of_lone_statement, line_ending};

    #[test]
    fn the_line_of_a_decorator_goes_with_its_own_ending() {
        let without = |text: &str| {
            let start = text.find("mark").expect("the text has a mark") as u32;
            let edit = drop_decorator(text, Span::new(start, start + 4))?;
            let (start, end) = (edit.span.start as usize, edit.span.end as usize);
            Some(format!("{}{}", &text[..start], &text[end..]))
        };
        assert_eq!(without("a\r\n@mark\n@b\n").as_deref(), Some("a\r\n@b\n"));
        assert_eq!(without("a\n  @mark\r\n  @b\r\n").as_deref(), Some("a\n  @b\r\n"));
        assert_eq!(without("a\r@mark  \r@b\r").as_deref(), Some("a\r@b\r"));
        assert_eq!(without("@mark  # why\n@b\n"), None);
        assert_eq!(without("(@mark\n)"), None);
    }

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
        assert_eq!(indentation("if x: \\\n  f()\n"), None);
    }

    #[test]
    fn names_are_counted_as_words() {
        assert_eq!(count_name("task = x.task(tasks, task) # a_task", "task"), 2);
    }

    #[test]
    fn the_first_line_ending_decides() {
        assert_eq!((line_ending("a\r\nb\n"), line_ending("a\rb"), line_ending("a")), ("\r\n", "\r", "\n"));
    }
}
