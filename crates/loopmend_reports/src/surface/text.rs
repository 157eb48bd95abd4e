//! Source code on one line, without comments.

use loopmend_python::ast::token::TokenKind;
use loopmend_python::ast::{Expr, Operator};
use loopmend_python::text_size::Ranged;

use super::{LONGEST_EXPRESSION, Writer};

impl Writer<'_, '_> {
    /// Returns the text of a node on one line.
    pub(super) fn text_of(&self, node: &impl Ranged) -> String {
        let mut text = String::new();
        let mut end = node.range().start();
        for token in self.tree.parsed().tokens().in_range(node.range()) {
            if matches!(token.kind(), TokenKind::Comment | TokenKind::NonLogicalNewline | TokenKind::Newline)
            {
                continue;
            }
            if token.start() > end && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&self.source[token.range()]);
            end = token.end();
        }
        text
    }

    /// Returns the text of a decorator or of the bases of a class. Of a call that is too long, the arguments are left out.
    pub(super) fn short_text_of(&self, node: &impl Ranged) -> String {
        let text = self.text_of(node);
        if text.len() <= LONGEST_EXPRESSION {
            return text;
        }
        match text.split_once('(') {
            Some((callee, _)) => format!("{callee}()"),
            None => String::new(),
        }
    }

    /// Returns the text of an annotation, without the metadata of `Annotated`.
    pub(super) fn annotation_text(&mut self, annotation: &Expr) -> String {
        let text = match annotation {
            Expr::Subscript(subscript) if is_annotated(&subscript.value) => match &*subscript.slice {
                Expr::Tuple(parts) if !parts.elts.is_empty() => return self.annotation_text(&parts.elts[0]),
                _ => self.text_of(annotation),
            },
            Expr::BinOp(either) if either.op == Operator::BitOr => {
                let left = self.annotation_text(&either.left);
                let right = self.annotation_text(&either.right);
                return format!("{left} | {right}");
            }
            Expr::StringLiteral(string) if !string.value.is_implicit_concatenated() => {
                let value = string.value.to_str();
                // Quotes inside of quotes: `"Literal['a']"`.
                return format!("{value:?}");
            }
            _ => self.text_of(annotation),
        };
        if text.len() > LONGEST_EXPRESSION { self.imports.typing("Any") } else { text }
    }
}

fn is_annotated(value: &Expr) -> bool {
    loopmend_python::last_name(value) == Some("Annotated")
}
