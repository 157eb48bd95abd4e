//! `with` and `for` in `async` functions, and what they enter or run over.

use loopmend_core::Span;

use crate::file::File;
use crate::infer::Type;
use crate::summary::{SyncProtocol, SyncUse};

/// A `with` or `for` in an `async def`, where no exception is expected.
#[derive(Clone, Copy, Debug)]
pub struct SyncStatement {
    inner: SyncUse,
    /// What it enters or runs over.
    pub value: Span,
    /// Where `async` could be put before the keyword; `None` for a `with` of several items.
    pub keyword: Option<u32>,
}

impl File<'_> {
    /// The values that `with` enters in `async` functions, in source order.
    pub fn sync_withs(&self) -> Vec<SyncStatement> {
        self.sync_statements(SyncProtocol::With)
    }

    /// The values that `for` runs over in `async` functions, in source order, those of comprehensions included.
    pub fn sync_fors(&self) -> Vec<SyncStatement> {
        self.sync_statements(SyncProtocol::For)
    }

    fn sync_statements(&self, protocol: SyncProtocol) -> Vec<SyncStatement> {
        let summary = self.summary();
        let uses = summary.sync_uses.iter().filter(|inner| inner.protocol == protocol);
        uses.map(|inner| SyncStatement {
            inner: *inner,
            value: summary.span(inner.value),
            keyword: inner.keyword,
        })
        .collect()
    }

    /// The qualified name of the scope that a statement stands in.
    pub fn symbol_around(&self, statement: &SyncStatement) -> String {
        self.summary().qualified_name(statement.inner.scope)
    }

    /// Whether the value has what the `async` statement asks for, and certainly not what this one does.
    pub fn is_only_for_async(&mut self, statement: &SyncStatement) -> bool {
        let (module, SyncUse { protocol, value, scope, .. }) = (self.module(), statement.inner);
        let inference = self.inference_mut();
        let value = inference.expression(module, scope, value);
        let (has, lacks): (&str, &[&str]) = match protocol {
            SyncProtocol::With => ("__aenter__", &["__enter__"]),
            SyncProtocol::For => ("__aiter__", &["__iter__", "__getitem__"]),
        };
        let parts = inference.parts(value);
        !parts.is_empty()
            && !inference.is_given_by_callers()
            && parts.into_iter().all(|part| match part {
                Type::Instance(class, _) => {
                    inference.has_member(class, has)
                        && lacks.iter().all(|name| inference.certainly_lacks(class, name))
                }
                _ => false,
            })
    }
}
