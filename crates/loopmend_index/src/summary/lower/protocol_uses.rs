//! Collects `with`, `for` and `await` in `async` functions.

use super::super::{ExpressionId, Protocol, ProtocolUse};
use super::Lowering;

impl Lowering<'_> {
    /// Returns whether `async with`, `async for` and `await` are allowed at the current statement.
    pub(super) fn notes_protocol_uses(&self) -> bool {
        let is_asked = self.target.is_first_party && self.at.is_reachable && !self.at.expects_exception;
        is_asked
            && self
                .function_here()
                .is_some_and(|function| function.is_async && function.scope == self.at.scope)
    }

    pub(super) fn note_protocol_use(
        &mut self,
        protocol: Protocol,
        value: ExpressionId,
        keyword: Option<u32>,
    ) {
        self.protocol_uses.push(ProtocolUse { protocol, value, scope: self.at.scope, keyword });
    }
}
