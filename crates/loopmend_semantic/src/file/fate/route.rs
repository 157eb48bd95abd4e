//! The way of a value: through displays and conditional expressions to the statement or call that takes it.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_infer::Nesting;
use loopmend_python::ast::{AnyNodeRef, Expr, Operator};
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{nodes_around, range_of, span};

use super::held::Held;
use super::value_use::gives_on;
use crate::file::File;

/// What takes a value.
#[derive(Clone, Copy, Debug)]
pub enum Taker<'t> {
    /// A `return`.
    Return,
    /// An assignment to this target.
    Target(&'t Expr),
    /// A container, by a call such as `container.append(value)`.
    Container(&'t Expr),
    /// A call, as the argument with this range.
    Call {
        /// The argument.
        argument: Span,
    },
    /// Nothing: the value, or a display of it, is a statement.
    Nothing,
}

/// The way of a value.
#[derive(Clone, Debug)]
pub struct Route<'t> {
    /// The displays around the value, outermost first.
    pub nesting: Vec<Nesting>,
    /// What takes the value.
    pub taker: Taker<'t>,
}

impl File<'_> {
    /// Returns whether the value of a call is only an element of a display or comprehension that is a statement: `[f(x) for x in y]`.
    pub fn is_dropped_in_display(&self, call: Span) -> bool {
        if !self.may_follow_value() {
            return false;
        }
        let tree = self.tree_within(call.start);
        let around = nodes_around(&tree, call);
        let route = route(&around, range_of(call));
        let is_lazy = matches!(around.last(), Some(AnyNodeRef::ExprGenerator(_)));
        !is_lazy
            && route.is_some_and(|route| !route.nesting.is_empty() && matches!(route.taker, Taker::Nothing))
    }

    /// Returns whether nothing can await the value of a call that is an element of a list, set or tuple: the elements are dropped or used
    /// as plain values. A display that is a statement is another matter.
    pub fn loses_element(&self, call: Span) -> bool {
        if !self.may_follow_value() {
            return false;
        }
        let container = {
            let tree = self.tree_within(call.start);
            let around = nodes_around(&tree, call);
            match around.as_slice() {
                [.., AnyNodeRef::StmtExpr(_), _] => return false,
                [.., node]
                    if nesting_in(*node, range_of(call)).is_some_and(|held| held != Nesting::Entry) =>
                {
                    (span(node.range()), matches!(node, AnyNodeRef::ExprGenerator(_)))
                }
                _ => return false,
            }
        };
        let held = if container.1 { Held::InElementsOnDemand } else { Held::InElements };
        self.loses(container.0, held)
    }

    /// Returns whether the value of a call is an element of a tuple with another element that is awaited, in a statement: `await f(), g()`.
    pub fn is_beside_awaited_element(&self, call: Span) -> bool {
        if !self.may_follow_value() {
            return false;
        }
        let tree = self.tree_within(call.start);
        let around = nodes_around(&tree, call);
        let [.., statement, AnyNodeRef::ExprTuple(tuple)] = around.as_slice() else { return false };
        let is_statement = matches!(
            statement,
            AnyNodeRef::StmtExpr(_) | AnyNodeRef::StmtReturn(_) | AnyNodeRef::StmtAssign(_)
        );
        let takes_rest =
            |target: &Expr| target.as_tuple_expr().is_some_and(|it| it.iter().any(Expr::is_starred_expr));
        let is_gathered =
            matches!(statement, AnyNodeRef::StmtAssign(it) if it.targets.iter().any(takes_rest));
        is_statement && !is_gathered && !tuple.parenthesized && tuple.iter().any(Expr::is_await_expr)
    }
}

/// Returns the way of a value, given its enclosing nodes, outermost first. Returns `None` where something else uses the value.
pub fn route<'t>(around: &[AnyNodeRef<'t>], value: TextRange) -> Option<Route<'t>> {
    let mut value = value;
    let mut nesting = Vec::new();
    let mut outwards = around;
    let taker = loop {
        let (node, further) = outwards.split_last()?;
        if let Some(held) = nesting_in(*node, value) {
            nesting.push(held);
        } else if !gives_on(*node, value) && !passes_on(*node, !nesting.is_empty()) {
            break taker(*node, further, value)?;
        }
        value = node.range();
        outwards = further;
    };
    nesting.reverse();
    Some(Route { nesting, taker })
}

/// Returns whether the value of a node is that of its part, or a list with the elements of its part.
fn passes_on(node: AnyNodeRef, is_display: bool) -> bool {
    match node {
        AnyNodeRef::ExprNamed(_) => true,
        AnyNodeRef::ExprBinOp(operation) => is_display && operation.op == Operator::Add,
        _ => false,
    }
}

fn nesting_in(node: AnyNodeRef, value: TextRange) -> Option<Nesting> {
    let is_at = |part: &Expr| part.range() == value;
    match node {
        AnyNodeRef::ExprList(_) | AnyNodeRef::ExprSet(_) => Some(Nesting::Element),
        AnyNodeRef::ExprTuple(tuple) => {
            let place = tuple.iter().position(is_at)?;
            let is_counted = !tuple.iter().take(place).any(Expr::is_starred_expr);
            is_counted.then_some(Nesting::Item(place))
        }
        AnyNodeRef::ExprListComp(comprehension) if is_at(&comprehension.elt) => Some(Nesting::Element),
        AnyNodeRef::ExprSetComp(comprehension) if is_at(&comprehension.elt) => Some(Nesting::Element),
        AnyNodeRef::ExprGenerator(comprehension) if is_at(&comprehension.elt) => Some(Nesting::Element),
        AnyNodeRef::ExprDict(dict) => {
            let is_entry = dict.items.iter().any(|item| item.key.is_some() && is_at(&item.value));
            is_entry.then_some(Nesting::Entry)
        }
        AnyNodeRef::ExprDictComp(dict) => is_at(&dict.value).then_some(Nesting::Entry),
        _ => None,
    }
}

fn taker<'t>(node: AnyNodeRef<'t>, further: &[AnyNodeRef<'t>], value: TextRange) -> Option<Taker<'t>> {
    match node {
        AnyNodeRef::StmtReturn(_) => Some(Taker::Return),
        AnyNodeRef::StmtExpr(_) => Some(Taker::Nothing),
        AnyNodeRef::StmtAnnAssign(statement) => Some(Taker::Target(&statement.target)),
        AnyNodeRef::StmtAssign(statement) => match statement.targets.as_slice() {
            [target] => Some(Taker::Target(target)),
            _ => None,
        },
        AnyNodeRef::Arguments(_) | AnyNodeRef::Keyword(_) => {
            let call = further.iter().rev().find_map(|node| node.as_expr_call())?;
            let added_to = call.func.as_attribute_expr().filter(|method| {
                named(method.attr.as_str()).has(Role::AddsElement) && call.arguments.len() == 1
            });
            Some(match added_to {
                Some(method) => Taker::Container(&method.value),
                None => Taker::Call { argument: span(value) },
            })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{parsed, place_of_f};
    use super::{Taker, route};
    use loopmend_infer::Nesting;
    use loopmend_python::{nodes_around, range_of};

    /// Returns the way of `f()` in a text: what takes it, and the displays around it.
    fn way(text: &str) -> Option<(&'static str, Vec<Nesting>)> {
        let tree = parsed(text);
        let place = place_of_f(text);
        let route = route(&nodes_around(&tree, place), range_of(place))?;
        let taker = match route.taker {
            Taker::Return => "return",
            Taker::Target(_) => "target",
            Taker::Container(_) => "container",
            Taker::Call { .. } => "call",
            Taker::Nothing => "nothing",
        };
        Some((taker, route.nesting))
    }

    #[test]
    fn a_value_goes_through_displays() {
        assert_eq!(way("x = f()"), Some(("target", vec![])));
        assert_eq!(way("x: int = f() if a else b"), Some(("target", vec![])));
        assert_eq!(way("x = {'a': [f()]}"), Some(("target", vec![Nesting::Entry, Nesting::Element])));
        assert_eq!(
            way("x = [(a, f()) for a in b]"),
            Some(("target", vec![Nesting::Element, Nesting::Item(1)]))
        );
        assert_eq!(way("def g(): return (a, f())"), Some(("return", vec![Nesting::Item(1)])));
        assert_eq!(way("g(a, f())"), Some(("call", vec![])));
        assert_eq!(way("g(a=[f()])"), Some(("call", vec![Nesting::Element])));
        assert_eq!(way("def g(): return [f()] + a"), Some(("return", vec![Nesting::Element])));
        assert_eq!(way("x.append({'a': f()})"), Some(("container", vec![Nesting::Entry])));
    }

    #[test]
    fn a_statement_takes_nothing() {
        assert_eq!(way("[f() for a in b]"), Some(("nothing", vec![Nesting::Element])));
        assert_eq!(way("f()"), Some(("nothing", vec![])));
    }

    #[test]
    fn other_uses_end_the_way() {
        for text in [
            "f().x",
            "f() + 1",
            "x = y = f()",
            "x = {f(): 1}",
            "for a in f(): pass",
            "g(*f())",
            "x = (*a, f())",
        ] {
            assert_eq!(way(text), None, "{text}");
        }
    }
}
