//! Properties that `async` functions read. A property read is a call that is not written as one.

use loopmend_core::Span;
use loopmend_index::summary::{
    CallSite, Expression, ExpressionId, FunctionId, NameId, ScopeId, Usage, expects_runtime_error,
    may_catch_runtime_error,
};
use loopmend_paths::{CallForm, Step, Target};
use loopmend_python::ast::AnyNodeRef;
use loopmend_python::text_size::Ranged;
use loopmend_python::{makes_scope, nodes_around, span};
use rustc_hash::FxHashMap;
use smallvec::smallvec;

use super::File;
use crate::infer::{FunctionRef, Type};

impl File<'_> {
    /// Returns the properties that `async` functions of the file read and that may lead to an event loop
    /// start or a blocking call.
    pub(super) fn property_steps(&mut self) -> Vec<(FunctionId, Step)> {
        let reads = self.reads_of_hot_properties();
        reads.into_iter().filter_map(|read| self.property_step(read)).collect()
    }

    fn reads_of_hot_properties(&self) -> Vec<ExpressionId> {
        let hot = self.engine().hot_names();
        if !hot.has_properties() {
            return Vec::new();
        }
        self.attributes_read(|name| hot.has_property(name))
    }

    /// Returns the reads of attributes with wanted names, as they were lowered. Each name is asked about once.
    pub(super) fn attributes_read(&self, is_wanted: impl Fn(&str) -> bool) -> Vec<ExpressionId> {
        let summary = self.summary();
        let mut known: FxHashMap<NameId, bool> = FxHashMap::default();
        let mut is_wanted = |name| *known.entry(name).or_insert_with(|| is_wanted(summary.name(name)));
        let all = (0..).map(ExpressionId).zip(&summary.expressions);
        let read = all.filter(
            |(_, expression)| matches!(expression, Expression::Attribute { name, .. } if is_wanted(*name)),
        );
        read.map(|(id, _)| id).filter(|id| !summary.is_long_chain(*id)).collect()
    }

    /// Returns the edge for a property read. The syntax tree is used last, so that few files are parsed
    /// again.
    fn property_step(&mut self, read: ExpressionId) -> Option<(FunctionId, Step)> {
        let summary = self.summary();
        let id = summary.function_at(summary.span(read).start)?;
        let function = Some(summary.function(id)).filter(|function| function.is_async)?;
        let property = self.hot_property(read, function.scope)?;
        let site = self.read_as_call(read, function.scope)?;
        let targets = smallvec![Target::Function(property)];
        // A subclass may have another one.
        let expects_failure = site.survives_runtime_error();
        let form = CallForm::Read;
        Some((
            id,
            Step {
                site,
                form,
                targets,
                needs_all: false,
                is_exact: false,
                expects_failure,
                blocks_once: false,
            },
        ))
    }

    /// Returns the property that is read, if it leads to a target.
    fn hot_property(&mut self, read: ExpressionId, scope: ScopeId) -> Option<FunctionRef> {
        let (module, summary) = (self.module(), self.summary());
        let Expression::Attribute { value, name } = summary.expression(read) else { return None };
        let inference = self.inference_mut();
        let object = inference.expression(module, scope, value);
        let [Type::Instance(class, _)] = inference.parts(object)[..] else { return None };
        let property = inference.property_named(class, summary.name(name))?;
        let reached = inference.reach(property);
        inference.rest_on_all(reached.dependencies);
        reached.leads_anywhere().then_some(property)
    }

    /// Returns the read of a property as a call, with its context in the function.
    fn read_as_call(&self, read: ExpressionId, scope: ScopeId) -> Option<CallSite> {
        let summary = self.summary();
        let place = summary.span(read);
        let tree = self.tree_within(place.start);
        let around = nodes_around(&tree, place);
        if around.last().is_some_and(|node| is_target(*node, place)) {
            return None;
        }
        let own = around.iter().rev().take_while(|node| !matches!(node, AnyNodeRef::StmtFunctionDef(_)));
        let tries = || {
            own.clone().filter_map(|node| match node {
                AnyNodeRef::StmtTry(statement) => Some(*statement),
                _ => None,
            })
        };
        Some(CallSite {
            expression: read,
            scope,
            usage: Usage::Used,
            expects_exception: own.clone().any(|node| matches!(node, AnyNodeRef::StmtWith(_))),
            is_awaited_in_sibling: false,
            is_used_in_sibling: false,
            is_beside_await: false,
            catches_runtime_error: tries().any(may_catch_runtime_error),
            expects_runtime_error: tries().any(expects_runtime_error),
            ignores_exceptions: false,
            is_in_script: false,
            branches: own.filter(|node| is_branch(node)).count().try_into().unwrap_or(u8::MAX),
        })
    }
}

/// Returns whether a statement sets or deletes the expression at a place.
fn is_target(statement: AnyNodeRef, place: Span) -> bool {
    let targets = match statement {
        AnyNodeRef::StmtAssign(assign) => &assign.targets[..],
        AnyNodeRef::StmtAnnAssign(assign) => std::slice::from_ref(&*assign.target),
        AnyNodeRef::StmtDelete(delete) => &delete.targets[..],
        _ => return false,
    };
    targets.iter().any(|target| span(target.range()) == place)
}

fn is_branch(node: &AnyNodeRef) -> bool {
    let is_comprehension = node.is_expression() && makes_scope(*node);
    is_comprehension
        || matches!(
            node,
            AnyNodeRef::StmtIf(_)
                | AnyNodeRef::StmtFor(_)
                | AnyNodeRef::StmtWhile(_)
                | AnyNodeRef::StmtMatch(_)
                | AnyNodeRef::StmtTry(_)
                | AnyNodeRef::ExprIf(_)
                | AnyNodeRef::ExprBoolOp(_)
        )
}
