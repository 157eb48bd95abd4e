//! `with`, `for` and `await` in `async` functions, and what special methods they ask for.

use loopmend_core::Span;

use super::slot_call::asks_if_async;
use crate::file::File;
use crate::infer::{Inference, Type};
use crate::summary::{Protocol, ProtocolUse};

/// A `with`, `for` or `await` in an `async def`, where no exception is expected.
#[derive(Clone, Copy, Debug)]
pub struct ProtocolStatement {
    pub(crate) inner: ProtocolUse,
    /// What it enters, runs over or awaits.
    pub value: Span,
    /// Where the statement begins, which could be an `async` one or a plain one; `None` for a `with` of several items, and for a
    /// generator expression.
    pub keyword: Option<u32>,
}

impl File<'_> {
    /// The values that `with` enters in `async` functions, in source order.
    pub fn sync_withs(&self) -> Vec<ProtocolStatement> {
        self.protocol_statements(Protocol::With)
    }

    /// The values that `for` runs over in `async` functions, in source order, those of comprehensions included.
    pub fn sync_fors(&self) -> Vec<ProtocolStatement> {
        self.protocol_statements(Protocol::For)
    }

    /// The values that `async with` enters, in source order.
    pub fn async_withs(&self) -> Vec<ProtocolStatement> {
        self.protocol_statements(Protocol::AsyncWith)
    }

    /// The values that `async for` runs over, in source order, those of comprehensions included.
    pub fn async_fors(&self) -> Vec<ProtocolStatement> {
        self.protocol_statements(Protocol::AsyncFor)
    }

    pub(crate) fn protocol_statements(&self, protocol: Protocol) -> Vec<ProtocolStatement> {
        let summary = self.summary();
        let uses = summary.protocol_uses.iter().filter(|inner| inner.protocol == protocol);
        uses.map(|inner| ProtocolStatement {
            inner: *inner,
            value: summary.span(inner.value),
            keyword: inner.keyword,
        })
        .collect()
    }

    /// The qualified name of the scope that a statement stands in.
    pub fn symbol_around(&self, statement: &ProtocolStatement) -> String {
        self.summary().qualified_name(statement.inner.scope)
    }

    /// Whether the value has what the other kind of statement asks for, with `async` or without, and certainly not what this one
    /// does.
    pub fn is_only_for_other(&mut self, statement: &ProtocolStatement) -> bool {
        let (module, ProtocolUse { protocol, value, scope, .. }) = (self.module(), statement.inner);
        let inference = self.inference_mut();
        let value = inference.expression(module, scope, value);
        let parts = inference.parts(value);
        let is_known = !parts.is_empty() && !inference.is_given_by_callers();
        let is_wrong = is_known && parts.into_iter().all(|part| is_only_for_other(inference, protocol, part));
        is_wrong && (!protocol.is_async() || !asks_if_async(self.summary(), scope))
    }
}

impl Protocol {
    fn is_async(self) -> bool {
        matches!(self, Self::AsyncWith | Self::AsyncFor | Self::Await)
    }
}

fn is_only_for_other(inference: &mut Inference, protocol: Protocol, part: Type) -> bool {
    let class = match part {
        Type::Tuple(_) => return protocol == Protocol::AsyncFor,
        Type::Instance(class, _) => class,
        _ => return false,
    };
    let (has, lacks): (&str, &[&str]) = match protocol {
        Protocol::With => ("__aenter__", &["__enter__"]),
        Protocol::For => ("__aiter__", &["__iter__", "__getitem__"]),
        Protocol::AsyncWith => ("__enter__", &["__aenter__"]),
        Protocol::AsyncFor if inference.inherits(class, "typing", "Generator") => return true,
        Protocol::AsyncFor => ("__iter__", &["__aiter__"]),
        Protocol::Await => return inference.certainly_not_awaitable(part),
    };
    match protocol.is_async() {
        true => inference.has_method_of_its_own(class, has) && inference.never_has(class, lacks),
        false => {
            inference.has_member(class, has)
                && lacks.iter().all(|name| inference.certainly_lacks(class, name))
        }
    }
}
