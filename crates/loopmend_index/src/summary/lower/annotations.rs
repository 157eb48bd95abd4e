//! Lowers annotations.

use loopmend_python::ast::{self as ast, Expr};
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{last_name, span, with_annotation};
use smallvec::SmallVec;

use super::super::{Collection, Expression, ExpressionId, List, Operator, Usage};
use super::{Lowering, OPAQUE, grow_stack};

impl Lowering<'_> {
    /// Lowers an annotation. String literals in it are parsed as expressions.
    pub(super) fn annotation(&mut self, annotation: &Expr) -> ExpressionId {
        grow_stack(|| {
            let lowered = match annotation {
                Expr::StringLiteral(text) => return self.string_annotation(text),
                Expr::Subscript(subscript) => {
                    let value = self.value(&subscript.value, Usage::Used);
                    let slice = match last_name(&subscript.value) {
                        Some("Literal") => self.value(&subscript.slice, Usage::Other),
                        _ => self.annotation(&subscript.slice),
                    };
                    Expression::Subscript { value, slice }
                }
                Expr::Tuple(tuple) => Expression::Tuple(self.annotations(&tuple.elts)),
                Expr::List(list) => {
                    let elements = self.annotations(&list.elts);
                    Expression::Display { collection: Collection::List, elements }
                }
                Expr::BinOp(operation) if operation.op == ast::Operator::BitOr => {
                    let left = self.annotation(&operation.left);
                    let right = self.annotation(&operation.right);
                    Expression::Binary { operator: Operator::BitOr, left, right }
                }
                other => return self.value(other, Usage::Other),
            };
            self.push(lowered, annotation.range())
        })
    }

    fn annotations(&mut self, annotations: &[Expr]) -> List {
        let ids: SmallVec<[ExpressionId; 8]> =
            annotations.iter().map(|annotation| self.annotation(annotation)).collect();
        self.push_list(&ids)
    }

    /// Lowers a string annotation. Nothing in it runs, and its positions are not those of the module.
    fn string_annotation(&mut self, text: &ast::ExprStringLiteral) -> ExpressionId {
        self.annotation_text(text.value.to_str().trim(), text.range)
    }

    /// Lowers the text of an annotation as if it were at `range`.
    pub(super) fn annotation_text(&mut self, text: &str, range: TextRange) -> ExpressionId {
        let outer = self.at;
        self.at.is_live = false;
        self.at.is_reachable = false;
        let before = self.spans.len();
        let lowered = with_annotation(text, |annotation| self.annotation(annotation));
        self.spans[before..].fill(span(range));
        self.at = outer;
        lowered.unwrap_or(OPAQUE)
    }
}
