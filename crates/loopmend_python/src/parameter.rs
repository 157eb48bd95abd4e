//! The removal of a parameter.

use loopmend_core::{Edit, Span};
use ruff_python_ast::StmtFunctionDef;
use ruff_python_ast::token::{Token, TokenKind};
use ruff_text_size::Ranged;

use crate::{Code, span_of};

impl Code<'_> {
    /// Removes a parameter, with the comment after it. The comments of other parameters stay. `None` if there
    /// is no such parameter, or if the rest would be no valid list of parameters.
    pub fn remove_parameter(&self, function: &StmtFunctionDef, name: &str) -> Option<Edit> {
        let parameters: Vec<_> = function.parameters.iter().collect();
        let place = parameters.iter().position(|parameter| parameter.name() == name)?;
        let parameter = span_of(&parameters[place]);
        let list = span_of(&*function.parameters);
        let next = Next::after(self, parameter.end)?;
        if place == 0 && next.kind == TokenKind::Slash {
            return None;
        }
        let before = place.checked_sub(1).map(|before| parameters[before].end().to_u32());
        let gap = Gap {
            code: self,
            place: Span::new(before.unwrap_or(list.start + 1), parameter.start),
            is_first: place == 0,
        };
        let removed = match (gap.lone_star(), next.kind) {
            // No parameter is left after the star.
            (Some(star), TokenKind::Rpar) => Span::new(gap.end_of_code().unwrap_or(star), next.end_of_comma),
            (Some(star), TokenKind::Star | TokenKind::DoubleStar) => Span::new(star, next.start),
            (_, TokenKind::Rpar) => gap.remove_last(parameter, &next),
            _ => Span::new(parameter.start, self.end_before_next(parameter.start, &next)),
        };
        Some(Edit::replacement(removed, ""))
    }

    /// Returns the end of the edit for a parameter with a next one. A comment on a line of its own belongs to
    /// the next one.
    fn end_before_next(&self, parameter: u32, next: &Next) -> u32 {
        let line = self.end_of_line(next.end_of_comma);
        let between = Span::new(line, next.start);
        match self.tokens(between).iter().find(|token| token.kind() == TokenKind::Comment) {
            Some(comment) if self.indentation(parameter).is_some() => comment.start().to_u32(),
            Some(_) => line,
            None => next.start,
        }
    }
}

/// The code before a parameter, from the previous one or the parenthesis.
struct Gap<'c, 't> {
    code: &'c Code<'t>,
    place: Span,
    is_first: bool,
}

impl Gap<'_, '_> {
    /// Returns the end of the code before, without its comma, if there is any and no comment would be lost.
    fn end_of_code(&self) -> Option<u32> {
        let slash = self.code.code_tokens(self.place).rfind(|token| token.kind() == TokenKind::Slash);
        let end = slash.map_or(self.place.start, |slash| slash.end().to_u32());
        (!self.is_first && !self.code.has_comment(self.place)).then_some(end)
    }

    /// Returns the place of a lone `*` right before the parameter.
    fn lone_star(&self) -> Option<u32> {
        let last = self.code.code_tokens(self.place).rfind(|token| token.kind() != TokenKind::Comma)?;
        (last.kind() == TokenKind::Star).then(|| last.start().to_u32())
    }

    /// Returns the place to remove for the last parameter: its line if it has one to itself, else also the
    /// comma before it.
    fn remove_last(&self, parameter: Span, next: &Next) -> Span {
        match self.code.indentation(parameter.start) {
            Some(indentation) if self.code.end_of_line(next.end_of_comma) < next.start => Span::new(
                parameter.start - indentation.len() as u32,
                self.code.end_with_line_break(next.end_of_comma),
            ),
            _ => Span::new(self.end_of_code().unwrap_or(parameter.start), next.end_of_comma),
        }
    }
}

/// The code after a parameter.
struct Next {
    /// The end of the comma after the parameter, or of the parameter itself.
    end_of_comma: u32,
    /// The start of the next code.
    start: u32,
    /// The kind of its first token.
    kind: TokenKind,
}

impl Next {
    fn after(code: &Code, parameter: u32) -> Option<Self> {
        let first = code.next_token(parameter)?;
        let is_comma = first.kind() == TokenKind::Comma;
        let end_of_comma = if is_comma { first.end().to_u32() } else { parameter };
        let next: &Token = if is_comma { code.next_token(end_of_comma)? } else { first };
        Some(Self { end_of_comma, start: next.start().to_u32(), kind: next.kind() })
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use loopmend_core::{SourceKind, SourceText, edited};

    use crate::{Code, SyntaxTree};

    /// The text between the parentheses of a function after its parameter `loop` is removed.
    fn without_loop(list: &str) -> Option<String> {
        let text = format!("def f({list}): ...\n");
        let tree = SyntaxTree::parse(&SourceText::new(text.as_str(), SourceKind::Python));
        let code = Code::new(&text, Rc::new(tree));
        let function = code.body()[0].as_function_def_stmt().expect("the text defines a function");
        let after = edited(&text, &[code.remove_parameter(function, "loop")?])?;
        Some(after.strip_prefix("def f(")?.strip_suffix("): ...\n")?.to_owned())
    }

    #[test]
    fn what_stands_beside_a_parameter_stays() {
        let cases = [
            ("loop", ""),
            ("loop, a", "a"),
            ("a, loop", "a"),
            ("a, loop, b", "a, b"),
            ("loop, *, k=None", "*, k=None"),
            ("loop, *args", "*args"),
            ("*, loop, k=1", "*, k=1"),
            ("*, loop", ""),
            ("a, *, loop", "a"),
            ("*, loop, ", " "),
            ("a, *, loop, **kw", "a, **kw"),
            ("a, /, loop", "a, /"),
            ("a, /, loop, b", "a, /, b"),
        ];
        for (list, after) in cases {
            assert_eq!(without_loop(list).as_deref(), Some(after), "{list}");
        }
        assert_eq!(without_loop("loop, /, a"), None);
        assert_eq!(without_loop("a"), None);
    }

    #[test]
    fn comments_stay_with_what_they_are_about() {
        let cases = [
            ("\n  a,  # a\n  loop,  # l\n", "\n  a,  # a\n"),
            ("\n  a,  # a\n  loop  # l\n", "\n  a,  # a\n"),
            ("\n  loop,  # l\n  # note\n  a,  # a\n", "\n  # note\n  a,  # a\n"),
            ("loop,  # l\n  a", "a"),
            ("loop,  # l\n  # note\n  a", "\n  # note\n  a"),
            ("a,  # a\n  loop", "a,  # a\n  "),
            ("\n  a,  # a\n  *,\n  loop,\n", "\n  a,  # a\n  \n"),
            ("\r\n  a,\r\n  loop,\r\n", "\r\n  a,\r\n"),
        ];
        for (list, after) in cases {
            assert_eq!(without_loop(list).as_deref(), Some(after), "{list:?}");
        }
    }
}
