//! The calls of a file, by what becomes of their values.

use loopmend_core::Span;
use loopmend_index::summary::Usage;

use super::{Call, File, call_of};

impl<'e> File<'e> {
    /// Returns the statements that are a single call whose value is discarded, in source order.
    pub fn dropped_calls(&self) -> impl Iterator<Item = Call> + use<'e> {
        self.values_used(|usage| usage == Usage::Dropped)
    }

    /// Returns the awaited calls, in source order.
    pub fn awaited_calls(&self) -> impl Iterator<Item = Call> + use<'e> {
        self.calls_used(Usage::is_awaited)
    }

    /// Returns the calls whose value is used immediately, in source order: tested, compared, formatted,
    /// iterated over or entered.
    pub fn used_calls(&self) -> impl Iterator<Item = Call> + use<'e> {
        self.values_used(|usage| matches!(usage, Usage::Used | Usage::Entered))
    }

    /// Returns the calls whose value is bound to a name or attribute, in source order.
    pub fn assigned_calls(&self) -> impl Iterator<Item = Call> + use<'e> {
        self.values_used(|usage| usage == Usage::Assigned)
    }

    /// Returns the calls whose value is returned, in source order.
    pub fn returned_calls(&self) -> impl Iterator<Item = Call> + use<'e> {
        self.values_used(|usage| usage == Usage::Returned)
    }

    /// Returns the calls whose value is an element of a display or is used in an unclassified way, in
    /// source order.
    pub fn element_calls(&self) -> impl Iterator<Item = Call> + use<'e> {
        self.values_used(|usage| usage == Usage::Other)
    }

    /// Returns the calls that are one branch of a conditional expression whose other branch is awaited, in
    /// source order.
    pub fn calls_beside_await(&self) -> impl Iterator<Item = Call> + use<'e> {
        self.unawaited_calls().filter(Call::is_beside_await)
    }

    /// Returns the calls that are not awaited, in source order.
    pub fn unawaited_calls(&self) -> impl Iterator<Item = Call> + use<'e> {
        self.calls_used(|usage| !usage.is_awaited())
    }

    /// Returns all calls, in source order.
    pub fn all_calls(&self) -> impl Iterator<Item = Call> + use<'e> {
        self.calls_used(|_| true)
    }

    /// Returns the call at a range.
    pub fn call_at(&self, span: Span) -> Option<Call> {
        let summary = self.summary();
        summary.call_site(span).map(|site| call_of(summary, site))
    }
}
