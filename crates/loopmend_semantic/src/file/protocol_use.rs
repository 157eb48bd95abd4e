//! `with`, `for` and `await` in `async` functions, and the special methods that they need.

use loopmend_catalog::{Role, Words};
use loopmend_core::Span;
use loopmend_index::summary::{Expression, Protocol, ProtocolUse};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, Stmt, StmtIf};
use loopmend_python::stack::grow_stack;
use loopmend_python::text_size::Ranged;
use loopmend_python::{function_around, jumps, makes_scope, nodes_around, span, walk_body};

use super::slot_call::asks_if_async;
use crate::file::File;
use crate::infer::{Inference, Type};

/// A `with`, `for` or `await` in an `async def`, where no exception is expected.
#[derive(Clone, Copy, Debug)]
pub struct ProtocolStatement {
    /// The statement in the summary of the file.
    pub inner: ProtocolUse,
    /// The operand: what the statement enters, iterates over or awaits.
    pub value: Span,
    /// The start of the statement, which could take or lose `async`; `None` for a `with` of several items
    /// and for a generator expression.
    pub keyword: Option<u32>,
}

impl File<'_> {
    /// Returns the values that `with` enters in `async` functions, in source order.
    pub fn sync_withs(&self) -> Vec<ProtocolStatement> {
        self.protocol_statements(Protocol::With)
    }

    /// Returns the values that `for` iterates over in `async` functions, in source order, including
    /// comprehensions.
    pub fn sync_fors(&self) -> Vec<ProtocolStatement> {
        self.protocol_statements(Protocol::For)
    }

    /// Returns the values that `async with` enters, in source order.
    pub fn async_withs(&self) -> Vec<ProtocolStatement> {
        self.protocol_statements(Protocol::AsyncWith)
    }

    /// Returns the values that `async for` iterates over, in source order, including comprehensions.
    pub fn async_fors(&self) -> Vec<ProtocolStatement> {
        self.protocol_statements(Protocol::AsyncFor)
    }

    /// Returns the statements of the file that use a protocol, in source order.
    pub fn protocol_statements(&self, protocol: Protocol) -> Vec<ProtocolStatement> {
        let summary = self.summary();
        let uses = summary.protocol_uses.iter().filter(|inner| inner.protocol == protocol);
        uses.map(|inner| ProtocolStatement {
            inner: *inner,
            value: summary.span(inner.value),
            keyword: inner.keyword,
        })
        .collect()
    }

    /// Returns the qualified name of the scope around a statement.
    pub fn symbol_around(&self, statement: &ProtocolStatement) -> String {
        self.summary().qualified_name(statement.inner.scope)
    }

    /// Returns whether the value supports only the other form of the statement, with `async` or without it,
    /// and certainly not this one.
    pub fn is_only_for_other(&mut self, statement: &ProtocolStatement) -> bool {
        let (module, ProtocolUse { protocol, value, scope, .. }) = (self.module(), statement.inner);
        let inference = self.inference_mut();
        let value = inference.expression(module, scope, value);
        let parts = inference.parts(value);
        let is_known = !parts.is_empty() && !inference.is_given_by_callers();
        let is_wrong = is_known && parts.into_iter().all(|part| is_only_for_other(inference, protocol, part));
        is_wrong
            && !self.is_misannotated(scope, statement.inner.value)
            && (!protocol.is_async() || !asks_if_async(self.summary(), scope))
            && !self.is_beside_other_form(statement)
    }

    /// Returns whether the value that `async with` enters is a class that is not called, although its instances can be entered. The value is a
    /// name, or an attribute of a module or class: an attribute of an object may be set by a subclass or by another caller.
    pub fn enters_uncalled_class(&mut self, statement: &ProtocolStatement) -> bool {
        let (module, summary) = (self.module(), self.summary());
        let ProtocolUse { value, scope, .. } = statement.inner;
        let owner = match summary.expression(value) {
            Expression::Name(_) => None,
            Expression::Attribute { value: owner, .. } => Some(owner),
            _ => return false,
        };
        let is_of_own_object = owner.is_some_and(|owner| Words::OwnObject.has(summary.last_name(owner)));
        let inference = self.inference_mut();
        let has_fixed_owner = owner.is_none_or(|owner| {
            let owner = inference.expression(module, scope, owner);
            let is_fixed = |part: &Type| matches!(part, Type::Module(_) | Type::Class(_));
            inference.parts(owner).iter().all(is_fixed)
        });
        if is_of_own_object || !has_fixed_owner {
            return false;
        }
        let value = inference.expression(module, scope, value);
        let parts = inference.parts(value);
        let is_known = !parts.is_empty() && !inference.is_given_by_callers();
        is_known
            && parts.into_iter().all(|part| match part {
                Type::Class(class) => inference.only_instances_can_be_entered(class),
                _ => false,
            })
    }

    /// Returns whether a branch beside a statement uses the same value in the other form, and the test of the branch asks whether something is
    /// asynchronous: `if self.is_async: async with self.engine: ...`.
    fn is_beside_other_form(&self, statement: &ProtocolStatement) -> bool {
        let (place, protocol) = (statement.value, statement.inner.protocol);
        let is_with = matches!(protocol, Protocol::With | Protocol::AsyncWith);
        let value = self.slice(place);
        let is_other = |item: &Expr| self.slice(span(item.range())) == value;
        let has_other_form = |body: &[Stmt]| {
            let mut has = false;
            walk_body(body, |_, node| {
                has |= match node {
                    AnyNodeRef::StmtWith(it) => {
                        is_with
                            && it.is_async != protocol.is_async()
                            && it.items.iter().any(|item| is_other(&item.context_expr))
                    }
                    AnyNodeRef::StmtFor(it) => {
                        !is_with && it.is_async != protocol.is_async() && is_other(&it.iter)
                    }
                    _ => false,
                };
                TraversalSignal::Traverse
            });
            has
        };
        let is_around = |body: &[Stmt]| body.iter().any(|inner| span(inner.range()).contains(place));
        let is_beside = |branch: &StmtIf, leaves_only: bool| {
            let clauses = branch.elif_else_clauses.iter();
            let tests = std::iter::once(&*branch.test)
                .chain(clauses.clone().filter_map(|clause| clause.test.as_ref()));
            let asks = tests.into_iter().any(|test| says_async(self.slice(span(test.range()))));
            let mut bodies = std::iter::once(&*branch.body).chain(clauses.map(|clause| &*clause.body));
            asks && bodies.any(|body| {
                let may_be_other = !leaves_only || leaves(body);
                may_be_other && !is_around(body) && has_other_form(body)
            })
        };
        let tree = self.tree_within(place.start);
        let around = nodes_around(&tree, place);
        let mut inside = around.iter().rev().take_while(|node| !makes_scope(**node));
        inside.any(|node| match node {
            AnyNodeRef::StmtIf(branch) => is_beside(branch, false),
            _ => false,
        }) || function_around(&around).is_some_and(|function| {
            let before = function.body.iter().take_while(|inner| span(inner.range()).end <= place.start);
            before.filter_map(Stmt::as_if_stmt).any(|branch| is_beside(branch, true))
        })
    }
}

/// Returns whether a word of a name in the text of a test says that something is asynchronous or not: `is_async`, `AsyncLock`.
pub fn says_async(test: &str) -> bool {
    test.split(|letter: char| !letter.is_ascii_alphanumeric()).any(|part| {
        let bytes = part.as_bytes();
        let is_start =
            |place: &usize| bytes[*place].is_ascii_uppercase() && bytes[place - 1].is_ascii_lowercase();
        let mut start = 0;
        (1..bytes.len()).filter(is_start).chain([bytes.len()]).any(|end| {
            let word = part[start..end].to_ascii_lowercase();
            start = end;
            Words::AsyncTestWords.has(word.as_str())
        })
    })
}

/// Returns whether a block ends with a jump, which may be in a `with`.
fn leaves(block: &[Stmt]) -> bool {
    block.last().is_some_and(|last| match last {
        Stmt::With(statement) => grow_stack(|| leaves(&statement.body)),
        last => jumps(last),
    })
}

fn is_only_for_other(inference: &mut Inference, protocol: Protocol, part: Type) -> bool {
    let class = match part {
        Type::Tuple(_) => return protocol == Protocol::AsyncFor,
        Type::Instance(class, _) => class,
        _ => return false,
    };
    let (has, lacks): (&str, &[&str]) = match protocol {
        Protocol::With => ("__aenter__", &["__enter__"]),
        Protocol::For => ("__aiter__", Role::PlainIteration.names()),
        Protocol::AsyncWith => ("__enter__", &["__aenter__"]),
        Protocol::AsyncFor if inference.inherits(class, "typing", "Generator") => return true,
        Protocol::AsyncFor => ("__iter__", &["__aiter__"]),
        Protocol::Await => return inference.certainly_not_awaitable(part),
    };
    match protocol.is_async() {
        true => inference.has_method_of_its_own(class, has) && inference.never_has(class, lacks),
        false => {
            inference.has_member(class, has)
                && (lacks.iter().all(|name| inference.certainly_lacks(class, name))
                    || protocol == Protocol::With && inference.certainly_refuses(class, lacks[0]))
        }
    }
}
