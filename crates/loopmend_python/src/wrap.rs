//! Breaks of lines that are too long, as formatters make them.

use loopmend_core::{Edit, Span};
use ruff_python_ast::token::{Token, TokenKind};
use ruff_text_size::Ranged;

use crate::Code;

impl Code<'_> {
    /// Breaks the line of a place after an opening bracket, if the line has more characters than `width` and holds one whole statement or
    /// header. The items of the bracket are on one line, or each on a line of its own. Returns `None` if no such break helps.
    pub fn wrap_line(&self, offset: u32, width: usize) -> Option<Edit> {
        let end = self.end_of_line(offset);
        let line = Span::new(self.line_start(offset), end);
        if self.slice(line).chars().count() <= width || self.has_comment(line) || !self.is_whole(line) {
            return None;
        }
        let indentation =
            self.indentation(self.tokens(line).iter().find(|it| is_code(it))?.start().to_u32())?;
        let (open, close) = self.last_brackets(line)?;
        let inner = Self::inner_indentation(indentation);
        let items = self.items(Span::new(open, close));
        let length = |text: &str| text.chars().count();
        let head = self.slice(Span::new(line.start, open));
        let tail = self.slice(Span::new(close, line.end));
        if length(head) > width || length(indentation) + length(tail) > width || items.is_empty() {
            return None;
        }
        let ending = self.line_ending();
        let together = items.join(", ");
        let trailing = if self.is_tuple_of_one(open, close) { "," } else { "" };
        let body = if length(&inner) + length(&together) + trailing.len() <= width {
            format!("{ending}{inner}{together}{trailing}{ending}{indentation}")
        } else {
            let is_narrow = items.iter().all(|item| length(&inner) + length(item) < width);
            // A comma after a generator expression is an error, and after a parenthesized value it makes a tuple.
            if !is_narrow || items.len() == 1 {
                return None;
            }
            let lines: String = items.iter().map(|item| format!("{ending}{inner}{item},")).collect();
            format!("{lines}{ending}{indentation}")
        };
        Some(Edit::replacement(Span::new(open, close), body))
    }

    fn line_start(&self, offset: u32) -> u32 {
        self.slice(Span::new(0, offset)).rfind('\n').map_or(0, |at| at as u32 + 1)
    }

    /// Returns whether a line begins and ends with a statement or a header: no bracket and no string reaches beyond it.
    fn is_whole(&self, line: Span) -> bool {
        let (before, _) = self.tokens_around(line.start);
        let inside = self.tokens(Span::new(line.start, line.end + 1));
        let last = inside.iter().rev().find(|token| !matches!(token.kind(), TokenKind::Dedent));
        ends_statement(before)
            && before.last().is_none_or(|last| last.end().to_u32() <= line.start)
            && last.is_some_and(|last| last.kind() == TokenKind::Newline)
    }

    /// Returns the range between the last brackets of a line that are in no others and not empty.
    fn last_brackets(&self, line: Span) -> Option<(u32, u32)> {
        let mut open = Vec::new();
        let mut found = None;
        let mut strings = 0;
        for token in self.tokens(line) {
            match token.kind() {
                TokenKind::FStringStart | TokenKind::TStringStart => strings += 1,
                TokenKind::FStringEnd | TokenKind::TStringEnd => strings -= 1,
                _ if strings > 0 => {}
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => open.push(token.end().to_u32()),
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => {
                    let start = open.pop()?;
                    let close = token.start().to_u32();
                    if open.is_empty() && start < close {
                        found = Some((start, close));
                    }
                }
                _ => {}
            }
        }
        found
    }

    /// Returns the items between brackets, without the commas between them. A comprehension and a `lambda` have commas of their own: what
    /// is between the brackets is then one item.
    fn items(&self, inside: Span) -> Vec<&str> {
        let has_own_commas = |token: &Token| matches!(token.kind(), TokenKind::For | TokenKind::Lambda);
        if self.tokens(inside).iter().any(has_own_commas) {
            return vec![self.slice(inside).trim()];
        }
        let mut depth = 0;
        let mut start = inside.start;
        let mut items = Vec::new();
        for token in self.tokens(inside) {
            match token.kind() {
                TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => depth += 1,
                TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => depth -= 1,
                TokenKind::Comma if depth == 0 => {
                    items.push(self.slice(Span::new(start, token.start().to_u32())).trim());
                    start = token.end().to_u32();
                }
                _ => {}
            }
        }
        items.push(self.slice(Span::new(start, inside.end)).trim());
        items.retain(|item| !item.is_empty());
        items
    }

    /// Returns whether brackets hold one item with a comma, as a tuple of one needs it.
    fn is_tuple_of_one(&self, open: u32, close: u32) -> bool {
        let inside = self.slice(Span::new(open, close));
        inside.trim_end().ends_with(',') && self.items(Span::new(open, close)).len() == 1
    }
}

/// Returns whether the last token that is no blank line or comment ends a statement.
fn ends_statement(before: &[Token]) -> bool {
    let is_layout = |kind| matches!(kind, TokenKind::NonLogicalNewline | TokenKind::Comment);
    let last = before.iter().rev().find(|token| !is_layout(token.kind()));
    last.is_none_or(|last| matches!(last.kind(), TokenKind::Newline | TokenKind::Indent | TokenKind::Dedent))
}

fn is_code(token: &Token) -> bool {
    !matches!(token.kind(), TokenKind::Indent | TokenKind::Dedent | TokenKind::NonLogicalNewline)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use loopmend_core::{SourceKind, SourceText, edited};

    use crate::{Code, SyntaxTree};

    /// Breaks the last line.
    fn wrapped(text: &str, width: usize) -> String {
        let tree = SyntaxTree::parse(&SourceText::new(text, SourceKind::Python));
        let code = Code::new(text, Rc::new(tree));
        let edit = code.wrap_line(text.trim_end().len() as u32, width);
        edit.map_or_else(|| text.to_owned(), |edit| edited(text, &[edit]).unwrap())
    }

    #[test]
    fn a_long_line_is_broken_after_its_last_bracket() {
        assert_eq!(
            wrapped("if x:\n    task = loop().create(self.work(a, b))\n", 40),
            "if x:\n    task = loop().create(\n        self.work(a, b)\n    )\n"
        );
        assert_eq!(
            wrapped(
                "with entered(first, second) as value:\n    pass\nresult = call(first, [1, 2], last=3)\n",
                20
            ),
            "with entered(first, second) as value:\n    pass\nresult = call(\n    first,\n    [1, 2],\n    last=3,\n)\n"
        );
        assert_eq!(
            wrapped("run(target=run, args=(send(x),))\n", 31),
            "run(\n    target=run, args=(send(x),)\n)\n"
        );
    }

    #[test]
    fn other_lines_stay() {
        for text in [
            "call(first, second)\n",
            "call(first, second, third)  # comment\n",
            "call(\n    first_argument, second_argument(),\n)\n",
            "text = '''a\nb''' + call(first, second, third)\n",
            "call(one_argument_that_is_long_itself)\n",
            "text = f\"{first} and {second}\"\n",
            "first(); text = 1 + \\\n    call(first, second, third)\n",
            "name_that_is_long_itself_already = 1\n",
            "totals = {key: value for key, value in first.items() if value}\n",
            "call(lambda first, second=None: show(first, second), third)\n",
        ] {
            assert_eq!(wrapped(text, 25), text);
        }
    }
}
