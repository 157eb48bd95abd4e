//! Calls that would wait for something that the function has already checked to be finished.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, ExprAttribute};
use loopmend_python::text_size::Ranged;
use loopmend_python::{function_around, nodes_around, span, walk_body};

use super::{Call, File};

impl File<'_> {
    /// Returns whether the function around a call checks the same object before the call, to see whether it
    /// would wait. Also returns `true` if the function hands the waiting to something else.
    pub(super) fn is_asked_before(&self, call: &Call) -> bool {
        let summary = self.summary();
        let Some((value, name)) = summary.method_call(call.site.expression) else { return false };
        let name = summary.name(name);
        let Some(asking) = asked_before(name) else { return false };
        let object = self.slice(summary.span(value));
        let tree = self.tree_within(call.span.start);
        let around = nodes_around(&tree, call.span);
        let Some(function) = function_around(&around) else { return false };
        if around.iter().any(|node| self.is_in_branch_that_waits(*node, call.span, object)) {
            return false;
        }
        let asks = |attribute: &ExprAttribute, is_called: bool| {
            let (method, own) = (attribute.attr.as_str(), self.slice(span(attribute.value.range())));
            named(method).has(asking) && own == object && !(is_called && method == name)
        };
        let mut is_asked = false;
        walk_body(&function.body, |around, node| {
            if node.range().start().to_u32() >= call.span.start {
                return TraversalSignal::Skip;
            }
            if let AnyNodeRef::ExprAttribute(attribute) = node {
                is_asked |= asks(attribute, is_callee(around, span(attribute.range)));
            }
            TraversalSignal::Traverse
        });
        is_asked
    }

    /// Returns whether a node is `if object.is_alive(): …` with a place in its body.
    fn is_in_branch_that_waits(&self, node: AnyNodeRef, place: Span, object: &str) -> bool {
        let AnyNodeRef::StmtIf(branch) = node else { return false };
        let Some(Expr::Attribute(asked)) = branch.test.as_call_expr().map(|test| &*test.func) else {
            return false;
        };
        let is_in_body = branch.body.iter().any(|statement| span(statement.range()).contains(place));
        is_in_body
            && named(asked.attr.as_str()).has(Role::TellsOfWait)
            && self.slice(span(asked.value.range())) == object
    }
}

/// Returns the role of the methods that show, before a call of a waiting method, whether that would wait.
fn asked_before(waiting: &str) -> Option<Role> {
    match waiting {
        "join" => Some(Role::AskedBeforeJoin),
        "wait" => Some(Role::AskedBeforeWait),
        "communicate" => Some(Role::AskedBeforeCommunicate),
        "get" => Some(Role::AskedBeforeGet),
        "put" => Some(Role::AskedBeforePut),
        "acquire" => Some(Role::AskedBeforeAcquire),
        _ => None,
    }
}

fn is_callee(around: &[AnyNodeRef], place: Span) -> bool {
    matches!(around.last(), Some(AnyNodeRef::ExprCall(call)) if span(call.func.range()) == place)
}
