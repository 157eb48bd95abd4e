//! Values that are only put into containers, found by syntax.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_infer::Nesting;
use loopmend_python::ast::{AnyNodeRef, Expr};
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{function_around, nodes_around, range_of, span};

use super::route::{Route, Taker, route};
use super::short_lived::outermost_loop;
use super::value_use::UseKind;
use crate::file::File;

/// A container that a value is put into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Put {
    /// The container.
    pub(crate) container: Span,
    /// Whether the value belongs to a key: `container[key] = value`.
    pub(crate) has_key: bool,
}

impl File<'_> {
    /// Returns the containers that the value of a call is put into, directly or by a local name, if nothing else receives the value and the
    /// name goes out of scope before the event loop continues.
    pub(crate) fn only_put_into(&self, call: Span) -> Option<Vec<Put>> {
        let tree = self.tree_within(call.start);
        let around = nodes_around(&tree, call);
        let is_named = around.iter().any(|node| matches!(node, AnyNodeRef::ExprNamed(_)));
        if let Some(put) = put_into(&around, range_of(call)).filter(|_| !is_named) {
            return Some(vec![put]);
        }
        let Route { nesting, taker } = route(&around, range_of(call))?;
        let Taker::Target(Expr::Name(name)) = taker else { return None };
        let function = function_around(&around)?;
        let since = outermost_loop(&around).unwrap_or(range_of(call).end());
        // Another scope that binds the name keeps the value.
        let assigned = self.names_used.of(&name.id, function)?;
        let keeps_nothing = |used: &UseKind| matches!(used, UseKind::Attribute(method) if named(method.as_str()).has(Role::AddsDoneCallback));
        let is_known = nesting.is_empty() && !assigned.is_used_elsewhere;
        let is_left = is_known && assigned.uses().all(|used| keeps_nothing(&used.kind));
        if !is_left || self.last_waits.may_wait(function, since) {
            return None;
        }
        let puts =
            assigned.passed().iter().map(|place| put_into(&nodes_around(&tree, *place), range_of(*place)));
        let puts: Vec<Put> = puts.collect::<Option<_>>()?;
        (!puts.is_empty()).then_some(puts)
    }

    /// Returns the list, set or tuple with the value of a call, or the comprehension of such values, that another call receives.
    pub(crate) fn list_passed_on(&self, call: Span) -> Option<Span> {
        let tree = self.tree_within(call.start);
        let around = nodes_around(&tree, call);
        let Route { nesting, taker } = route(&around, range_of(call))?;
        match (nesting.as_slice(), taker) {
            ([Nesting::Element | Nesting::Item(_)], Taker::Call { argument }) => Some(argument),
            _ => None,
        }
    }
}

/// Returns the container that a value is put into by a statement.
fn put_into(around: &[AnyNodeRef], value: TextRange) -> Option<Put> {
    let route = route(around, value)?;
    let container = |container: &Expr, has_key| Put { container: span(container.range()), has_key };
    match route.taker {
        _ if !route.nesting.is_empty() => None,
        Taker::Container(added_to) => Some(container(added_to, false)),
        Taker::Target(Expr::Subscript(target)) => Some(container(&target.value, true)),
        _ => None,
    }
}
