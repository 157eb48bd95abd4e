//! Reads of asynchronous properties, which create coroutines as calls do.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_index::summary::{CallSite, ExpressionId, Usage};
use loopmend_python::ast::{AnyNodeRef, ExprContext};
use loopmend_python::text_size::Ranged;
use loopmend_python::{nodes_around, range_of};

use super::fate::{UseKind, use_of};
use super::{Call, File, call_of};

impl File<'_> {
    /// Returns the reads of attributes with the names of asynchronous properties of the project, as calls, in source order. Whether the
    /// object has such a property is not asked.
    pub(super) fn reads_of_async_properties(&self) -> &[Call] {
        self.async_properties_read.get_or_init(|| {
            let mut reads: Vec<Call> =
                self.read_by_name().into_iter().filter_map(|read| self.as_call(read)).collect();
            reads.sort_by_key(|read| read.span.start);
            reads.into()
        })
    }

    fn read_by_name(&self) -> Vec<ExpressionId> {
        let engine = self.engine();
        // Only reads in functions count, and the question for properties needs all files.
        let may_read = !self.summary().functions.is_empty() && engine.has_async_properties();
        if may_read { self.attributes_read(|name| engine.has_async_property(name)) } else { Vec::new() }
    }

    fn as_call(&self, read: ExpressionId) -> Option<Call> {
        let summary = self.summary();
        let place = summary.span(read);
        let scope = summary.function(summary.function_at(place.start)?).scope;
        let tree = self.tree_within(place.start);
        let around = nodes_around(&tree, place);
        let usage = usage_of(&around, place)?;
        let is_tried = around.iter().any(|node| matches!(node, AnyNodeRef::StmtTry(_)));
        let site = CallSite {
            expression: read,
            scope,
            usage,
            expects_exception: summary.expects_exception_at(scope, place),
            is_awaited_in_sibling: false,
            is_used_in_sibling: false,
            is_beside_await: false,
            catches_runtime_error: is_tried,
            expects_runtime_error: false,
            ignores_exceptions: false,
            is_in_script: false,
            branches: 0,
        };
        Some(call_of(summary, &site))
    }
}

/// Returns how the value of an attribute is used; `None` if it is awaited, or if the attribute is set or deleted.
fn usage_of(around: &[AnyNodeRef], place: Span) -> Option<Usage> {
    let range = range_of(place);
    let (node, _) = around.split_last()?;
    let is_target = |target: &loopmend_python::ast::Expr| {
        target.range() == range
            && target.as_attribute_expr().is_none_or(|target| target.ctx != ExprContext::Load)
    };
    Some(match node {
        AnyNodeRef::ExprAwait(_) | AnyNodeRef::StmtDelete(_) | AnyNodeRef::StmtAugAssign(_) => return None,
        AnyNodeRef::StmtAssign(statement) if statement.targets.iter().any(is_target) => return None,
        AnyNodeRef::StmtAnnAssign(statement) if is_target(&statement.target) => return None,
        AnyNodeRef::ExprAttribute(outer) if named(outer.attr.as_str()).has(Role::CoroutineMethod) => {
            return None;
        }
        AnyNodeRef::StmtExpr(_) => Usage::Dropped,
        AnyNodeRef::StmtReturn(_) | AnyNodeRef::ExprYield(_) => Usage::Returned,
        AnyNodeRef::StmtAssign(_) | AnyNodeRef::StmtAnnAssign(_) | AnyNodeRef::ExprNamed(_) => {
            Usage::Assigned
        }
        AnyNodeRef::WithItem(_) => Usage::Entered,
        AnyNodeRef::Arguments(_) | AnyNodeRef::Keyword(_) => Usage::Argument,
        _ if use_of(around, range).0 == UseKind::Other => Usage::Other,
        _ => Usage::Used,
    })
}
