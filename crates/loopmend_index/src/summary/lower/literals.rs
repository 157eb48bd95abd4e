//! Lowers literals and f-strings.

use loopmend_python::ast::{self as ast, Expr, InterpolatedStringElement};
use loopmend_python::text_size::{Ranged, TextRange};

use super::super::{Expression, ExpressionId, Literal, Usage};
use super::{
    BYTES, FALSE, FLOAT, LARGE_INTEGER, Lowering, NONE, PLAIN, SHORT, TEXT, TRUE, Want, ZERO, grow_stack,
};

/// The maximum length of a string that is kept. Longer strings name nothing.
const LONGEST_STRING: usize = 120;

impl Lowering<'_> {
    /// Returns the ID of a literal or other expression without parts.
    pub(super) fn literal(&mut self, expression: &Expr, want: Want) -> Option<ExpressionId> {
        Some(match expression {
            Expr::StringLiteral(text) => self.string(text, want),
            Expr::NumberLiteral(number) => self.number(number, 1, want),
            Expr::BytesLiteral(_) => BYTES,
            Expr::BooleanLiteral(literal) => {
                if literal.value {
                    TRUE
                } else {
                    FALSE
                }
            }
            Expr::NoneLiteral(_) => NONE,
            Expr::EllipsisLiteral(_) => PLAIN,
            _ => return None,
        })
    }

    fn string(&mut self, text: &ast::ExprStringLiteral, want: Want) -> ExpressionId {
        match want {
            Want::Value if text.value.len() <= LONGEST_STRING => {
                let name = self.names.intern(text.value.to_str());
                self.push(Expression::String(name), text.range)
            }
            _ => TEXT,
        }
    }

    pub(super) fn number(&mut self, number: &ast::ExprNumberLiteral, sign: i32, want: Want) -> ExpressionId {
        let value = match &number.value {
            ast::Number::Int(value) => value.as_i32(),
            ast::Number::Float(0.0) => return ZERO,
            ast::Number::Float(value) if *value < 0.01 => return SHORT,
            ast::Number::Float(_) => return FLOAT,
            ast::Number::Complex { .. } => return PLAIN,
        };
        match value {
            Some(value) if want == Want::Value => self.integer(value * sign),
            _ => LARGE_INTEGER,
        }
    }

    pub(super) fn integer(&mut self, value: i32) -> ExpressionId {
        if let Some(id) = self.integers.get(&value) {
            return *id;
        }
        let id = self.push(Expression::Literal(Literal::Integer(value)), TextRange::default());
        self.integers.insert(value, id);
        id
    }

    /// Visits the interpolated expressions of an f-string.
    pub(super) fn interpolated(&mut self, elements: &mut dyn Iterator<Item = &InterpolatedStringElement>) {
        for element in elements {
            let InterpolatedStringElement::Interpolation(interpolation) = element else { continue };
            let value = &*interpolation.expression;
            // Numbers and texts are formatted most often.
            let is_noted = interpolation.conversion.is_none() && value.is_name_expr();
            let want = if is_noted { self.want_of_operand(value, Want::Effects) } else { Want::Effects };
            let id = self.visit(value, Usage::Used, want);
            if want == Want::Value {
                self.note_operation((value, id), "__format__", value.range(), Some(id));
            }
            if let Some(specification) = &interpolation.format_spec {
                grow_stack(|| self.interpolated(&mut specification.elements.iter()));
            }
        }
    }
}
