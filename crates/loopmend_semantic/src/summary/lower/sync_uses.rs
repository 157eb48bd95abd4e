//! `with` and `for` in `async` functions.

use super::super::{ExpressionId, SyncProtocol, SyncUse};
use super::Lowering;

impl Lowering<'_> {
    /// Whether `async with` and `async for` could stand where the present statement stands.
    pub(super) fn notes_sync_uses(&self) -> bool {
        let function = self.functions_around().next().map(|id| &self.functions[id.index()]);
        let is_asked = self.target.is_first_party && self.at.is_reachable && !self.at.expects_exception;
        is_asked && function.is_some_and(|function| function.is_async && function.scope == self.at.scope)
    }

    pub(super) fn note_sync_use(
        &mut self,
        protocol: SyncProtocol,
        value: ExpressionId,
        keyword: Option<u32>,
    ) {
        self.sync_uses.push(SyncUse { protocol, value, scope: self.at.scope, keyword });
    }
}
