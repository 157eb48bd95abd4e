//! Lowers expressions.

use loopmend_python::ast::{self as ast, Expr};
use loopmend_python::text_size::{Ranged, TextRange};
use smallvec::SmallVec;

use super::super::{ArgumentsId, Collection, Expression, ExpressionId, List, Operator, Protocol, Usage};
use super::comprehensions::Comprehension;
use super::implicit_calls::{may_be_of_objects, method_of_operator, method_of_subscript};
use super::{Lowering, OPAQUE, PLAIN, SLICE, TEXT, TRUTH, Want, grow_stack};

impl Lowering<'_> {
    /// Lowers an expression.
    pub(super) fn value(&mut self, expression: &Expr, usage: Usage) -> ExpressionId {
        self.visit(expression, usage, Want::Value)
    }

    /// Visits an expression whose value is not needed.
    pub(super) fn effects(&mut self, expression: &Expr, usage: Usage) {
        self.visit(expression, usage, Want::Effects);
    }

    /// Visits an expression and all its parts once. Finds its calls and its effects on the scope: `:=`
    /// binds a name, `yield` makes a generator, `await` suspends. The returned ID is meaningful only if the
    /// value is needed.
    pub(super) fn visit(&mut self, expression: &Expr, usage: Usage, want: Want) -> ExpressionId {
        if self.target.keeps_all {
            let kept = grow_stack(|| self.visit_and_keep(expression, usage));
            self.note_passed_on(expression, kept, usage);
            return kept;
        }
        let visited = match expression {
            _ if want == Want::Effects && !self.at.visits_all => OPAQUE,
            Expr::Name(name) => self.name(name, want),
            _ => match self.literal(expression, want) {
                Some(literal) => literal,
                None => grow_stack(|| self.visit_compound(expression, usage, want)),
            },
        };
        if want == Want::Value && matches!(expression, Expr::Name(_) | Expr::Attribute(_)) {
            self.note_passed_on(expression, visited, usage);
        }
        visited
    }

    /// Visits an expression that is always kept with its range.
    fn visit_and_keep(&mut self, expression: &Expr, usage: Usage) -> ExpressionId {
        let id = match expression {
            Expr::Name(name) => return self.name(name, Want::Value),
            _ => match self.literal(expression, Want::Value) {
                Some(literal) => literal,
                None => self.visit_compound(expression, usage, Want::Value),
            },
        };
        let is_in_place = self.spans[id.index()] == super::span(expression.range());
        if is_in_place { id } else { self.push(self.expressions[id.index()], expression.range()) }
    }

    fn visit_compound(&mut self, expression: &Expr, usage: Usage, want: Want) -> ExpressionId {
        match expression {
            Expr::Attribute(attribute) => self.attribute(attribute, want),
            Expr::Call(call) => self.call(call, usage, want),
            Expr::Await(awaited) => self.await_expression(awaited, usage),
            Expr::Subscript(subscript) => {
                let want = self.want_of_operand(&subscript.value, want);
                let value = self.visit(&subscript.value, Usage::Used, want);
                let slice = self.visit(&subscript.slice, Usage::Other, want);
                let id = self.push_wanted(want, Expression::Subscript { value, slice }, subscript.range);
                let method = method_of_subscript(subscript.ctx);
                self.note_operation((&subscript.value, value), method, subscript.range, Some(id));
                id
            }
            Expr::Tuple(tuple) => {
                let elements = self.visit_all(&tuple.elts, want);
                self.push_wanted(want, Expression::Tuple(elements), tuple.range)
            }
            Expr::List(list) => self.display(Collection::List, &list.elts, list.range, want),
            Expr::Set(set) => self.display(Collection::Set, &set.elts, set.range, want),
            Expr::Dict(dict) => self.dict(dict, want),
            Expr::Starred(starred) => {
                let want = self.want_of_operand(&starred.value, want);
                let value = self.visit(&starred.value, Usage::Used, want);
                if starred.ctx.is_load() && want == Want::Value {
                    self.note_iterated(value);
                }
                self.push_wanted(want, Expression::Starred(value), starred.range)
            }
            Expr::BinOp(operation) => self.binary(operation, want),
            Expr::UnaryOp(operation) => self.unary(operation, want),
            Expr::BoolOp(operation) => self.boolean_operation(operation, usage, want).0,
            Expr::If(conditional) => self.conditional(conditional, usage, want),
            Expr::Named(named) => {
                let value = self.value(&named.value, Usage::Assigned);
                self.bind_walrus(named, value);
                value
            }
            Expr::Lambda(lambda) => self.lambda(lambda),
            other => self.visit_rest(other, want),
        }
    }

    fn visit_rest(&mut self, expression: &Expr, want: Want) -> ExpressionId {
        match expression {
            Expr::ListComp(comprehension) => {
                let ast::ExprListComp { elt, generators, range, .. } = comprehension;
                self.comprehension_of(Collection::List, elt, generators, *range, want)
            }
            Expr::SetComp(comprehension) => {
                let ast::ExprSetComp { elt, generators, range, .. } = comprehension;
                self.comprehension_of(Collection::Set, elt, generators, *range, want)
            }
            Expr::Generator(comprehension) => {
                let ast::ExprGenerator { elt, generators, range, .. } = comprehension;
                self.comprehension_of(Collection::Generator, elt, generators, *range, want)
            }
            Expr::DictComp(comprehension) => {
                let ast::ExprDictComp { key, value, generators, range, .. } = comprehension;
                let (key, element, range) = (key.as_deref(), &**value, *range);
                let collection = Collection::Dict;
                self.comprehension(Comprehension { collection, key, element, generators, range }, want)
            }
            Expr::Yield(expression) => self.yield_expression(expression),
            Expr::YieldFrom(expression) => {
                let value = self.value(&expression.value, Usage::Returned);
                self.current().is_generator = true;
                self.current().yielded_from.push(value);
                self.note_iterated(value);
                OPAQUE
            }
            Expr::Compare(compare) => {
                self.comparison(compare);
                TRUTH
            }
            Expr::FString(text) => {
                self.interpolated(&mut text.value.elements());
                TEXT
            }
            Expr::TString(text) => {
                self.interpolated(&mut text.value.elements());
                PLAIN
            }
            Expr::Slice(slice) => {
                let parts = [&slice.lower, &slice.upper, &slice.step].into_iter().flatten();
                parts.for_each(|part| self.effects(part, Usage::Used));
                SLICE
            }
            _ => OPAQUE,
        }
    }

    fn comprehension_of(
        &mut self,
        collection: Collection,
        element: &Expr,
        generators: &[ast::Comprehension],
        range: TextRange,
        want: Want,
    ) -> ExpressionId {
        self.comprehension(Comprehension { collection, key: None, element, generators, range }, want)
    }

    fn name(&mut self, name: &ast::ExprName, want: Want) -> ExpressionId {
        match want {
            Want::Value => {
                let id = self.names.intern(&name.id);
                self.push(Expression::Name(id), name.range)
            }
            Want::Effects => OPAQUE,
        }
    }

    fn attribute(&mut self, attribute: &ast::ExprAttribute, want: Want) -> ExpressionId {
        // A property may be read.
        let is_read = attribute.ctx.is_load() && self.notes_implicit_calls();
        let want = if is_read { Want::Value } else { want };
        let value = self.visit(&attribute.value, Usage::Used, want);
        match want {
            Want::Value => {
                let name = self.names.intern(attribute.attr.as_str());
                self.push(Expression::Attribute { value, name }, attribute.range)
            }
            Want::Effects => OPAQUE,
        }
    }

    fn await_expression(&mut self, awaited: &ast::ExprAwait, usage: Usage) -> ExpressionId {
        let usage = match usage {
            Usage::Dropped => Usage::AwaitedAndDropped,
            _ => Usage::Awaited,
        };
        let value = self.value(&awaited.value, usage);
        self.current().awaited.push(value);
        let may_be_no_call =
            !matches!(*awaited.value, Expr::Call(_) | Expr::If(_) | Expr::BoolOp(_) | Expr::Named(_));
        if may_be_no_call && self.notes_protocol_uses() {
            self.note_protocol_use(Protocol::Await, value, Some(awaited.range.start().to_u32()));
        }
        self.push(Expression::Await(value), awaited.range)
    }

    fn yield_expression(&mut self, expression: &ast::ExprYield) -> ExpressionId {
        let value = match &expression.value {
            Some(value) => self.value(value, Usage::Returned),
            // With its own place: which branch it stands in matters.
            None => self.push(Expression::None, expression.range),
        };
        let is_reachable = self.at.is_reachable;
        let scope = self.current();
        scope.is_generator = true;
        if is_reachable {
            scope.yielded.push(value);
        }
        OPAQUE
    }

    fn display(
        &mut self,
        collection: Collection,
        elements: &[Expr],
        range: TextRange,
        want: Want,
    ) -> ExpressionId {
        let elements = self.visit_all(elements, want);
        self.push_wanted(want, Expression::Display { collection, elements }, range)
    }

    fn dict(&mut self, dict: &ast::ExprDict, want: Want) -> ExpressionId {
        let mut elements = SmallVec::<[ExpressionId; 16]>::new();
        for item in &dict.items {
            let usage = if item.key.is_some() { Usage::Other } else { Usage::Used };
            let key = item.key.as_ref().map_or(OPAQUE, |key| self.visit(key, Usage::Other, want));
            let value = self.visit(&item.value, usage, want);
            let value = match item.key {
                Some(_) => value,
                None => self.push_wanted(want, Expression::Starred(value), item.value.range()),
            };
            elements.extend([key, value]);
        }
        self.push_display(Collection::Dict, &elements, dict.range, want)
    }

    fn push_display(
        &mut self,
        collection: Collection,
        elements: &[ExpressionId],
        range: TextRange,
        want: Want,
    ) -> ExpressionId {
        if want == Want::Effects {
            return OPAQUE;
        }
        let elements = self.push_list(elements);
        self.push(Expression::Display { collection, elements }, range)
    }

    fn binary(&mut self, operation: &ast::ExprBinOp, want: Want) -> ExpressionId {
        let operator = operator(operation.op);
        let want = if operator.is_some() { want } else { Want::Effects };
        let is_noted = may_be_of_objects(operation) && self.notes_implicit_calls();
        let of_left = if is_noted { self.want_of_operand(&operation.left, want) } else { want };
        let left = self.visit(&operation.left, Usage::Used, of_left);
        let right = self.visit(&operation.right, Usage::Used, want);
        let whole = operator.map_or(OPAQUE, |operator| {
            self.push_wanted(want, Expression::Binary { operator, left, right }, operation.range)
        });
        if is_noted {
            let at = Some(whole).filter(|_| want == Want::Value && operator.is_some());
            let method = method_of_operator(operation.op);
            self.note_operation((&operation.left, left), method, operation.range, at);
        }
        whole
    }

    fn unary(&mut self, operation: &ast::ExprUnaryOp, want: Want) -> ExpressionId {
        match (operation.op, &*operation.operand) {
            (ast::UnaryOp::Not, operand) => {
                self.effects(operand, Usage::Used);
                TRUTH
            }
            (ast::UnaryOp::USub, Expr::NumberLiteral(number)) => self.number(number, -1, want),
            (ast::UnaryOp::USub, operand) => self.special_method(operand, "__neg__", operation.range, want),
            (ast::UnaryOp::UAdd, operand) => self.special_method(operand, "__pos__", operation.range, want),
            (ast::UnaryOp::Invert, operand) => {
                self.special_method(operand, "__invert__", operation.range, want)
            }
        }
    }

    /// Lowers a unary operator to a call of the operand's special method.
    fn special_method(&mut self, operand: &Expr, method: &str, range: TextRange, want: Want) -> ExpressionId {
        let of_operand = self.want_of_operand(operand, want);
        let value = self.visit(operand, Usage::Used, of_operand);
        if want == Want::Effects {
            self.note_operation((operand, value), method, range, None);
            return OPAQUE;
        }
        let name = self.names.intern(method);
        let callee = self.push(Expression::Attribute { value, name }, range);
        let whole = self.push(Expression::Call { callee, arguments: ArgumentsId(0) }, range);
        self.note_operation((operand, value), method, range, Some(whole));
        whole
    }

    /// Visits the elements of a display.
    fn visit_all(&mut self, elements: &[Expr], want: Want) -> List {
        let ids: SmallVec<[ExpressionId; 16]> =
            elements.iter().map(|element| self.visit(element, Usage::Other, want)).collect();
        if want == Want::Value { self.push_list(&ids) } else { List::default() }
    }

    /// Keeps a compound expression, if it is needed.
    pub(super) fn push_wanted(
        &mut self,
        want: Want,
        expression: Expression,
        range: TextRange,
    ) -> ExpressionId {
        match want {
            Want::Value => self.push(expression, range),
            Want::Effects => OPAQUE,
        }
    }
}

fn operator(operator: ast::Operator) -> Option<Operator> {
    Some(match operator {
        ast::Operator::Add => Operator::Add,
        ast::Operator::Sub => Operator::Subtract,
        ast::Operator::Mult => Operator::Multiply,
        ast::Operator::Div => Operator::Divide,
        ast::Operator::Mod => Operator::Modulo,
        ast::Operator::BitOr => Operator::BitOr,
        ast::Operator::BitAnd => Operator::BitAnd,
        ast::Operator::RShift => Operator::ShiftRight,
        ast::Operator::LShift => Operator::ShiftLeft,
        ast::Operator::MatMult => Operator::MatrixMultiply,
        ast::Operator::Pow | ast::Operator::BitXor | ast::Operator::FloorDiv => return None,
    })
}
