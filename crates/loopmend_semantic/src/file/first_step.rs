//! Awaited calls that do not suspend, and the values behind names and attributes.

use loopmend_catalog::Role;
use loopmend_core::Span;
use loopmend_index::summary::{BindingKind, Expression};

use super::bound_values::bindings;
use super::lost_task::At;
use crate::file::File;
use crate::infer::{ClassRef, Type};

impl File<'_> {
    /// Returns whether an awaited call certainly does not suspend. It adds an item to an unbounded queue,
    /// or calls an `async def` that never suspends.
    pub fn awaits_without_pause(&mut self, call: Span) -> bool {
        let (module, summary) = (self.module(), self.summary());
        let Some(site) = summary.call_site(call) else { return false };
        let at = At { module, scope: site.scope, expression: site.expression };
        if self.is_put_without_limit(at) {
            return true;
        }
        let inference = self.inference_mut();
        let makers = inference.awaited_makers(module, at.scope, at.expression).unwrap_or_default();
        !makers.is_empty() && makers.into_iter().all(|maker| !inference.suspends(maker))
    }

    /// Returns whether a task waits only while another task holds the object. That task's frame keeps the
    /// lock alive, and with it the waiters (docs.python.org/3/library/asyncio-sync.html).
    pub(super) fn is_lock(&mut self, at: At) -> bool {
        let types = self.types_of(at);
        let inference = self.inference_mut();
        let is_lock = |part: &Type| match part {
            Type::Instance(class, _) => Role::HeldByOneTask
                .names()
                .iter()
                .any(|lock| inference.inherits(*class, "asyncio.locks", lock)),
            _ => false,
        };
        !types.is_empty() && types.iter().all(is_lock)
    }

    /// Returns whether a call puts an item into a queue that was created without a limit
    /// (docs.python.org/3/library/asyncio-queue.html#asyncio.Queue).
    fn is_put_without_limit(&mut self, call: At) -> bool {
        let summary = self.engine().summary(call.module);
        let Some((queue, name)) = summary.method_call(call.expression) else { return false };
        let is_put = summary.name(name) == "put";
        let made = if is_put { self.values_behind(At { expression: queue, ..call }) } else { Vec::new() };
        !made.is_empty() && made.into_iter().all(|made| self.is_queue_without_limit(made))
    }

    fn is_queue_without_limit(&mut self, made: At) -> bool {
        let summary = self.engine().summary(made.module);
        let has_no_arguments = summary.arguments_of(made.expression).is_some_and(<[_]>::is_empty);
        let types = self.types_of(made);
        let inference = self.inference_mut();
        let is_queue = |part: &Type| match part {
            Type::Instance(class, _) => inference.inherits(*class, "asyncio.queues", "Queue"),
            _ => false,
        };
        has_no_arguments && !types.is_empty() && types.iter().all(is_queue)
    }

    /// Returns the values that a local name or an attribute of a project object is bound to; empty if other
    /// values are possible.
    pub fn values_behind(&mut self, at: At) -> Vec<At> {
        let summary = self.engine().summary(at.module);
        let value_in = |module, scope, kind: BindingKind| {
            kind.value().map(|expression| At { module, scope, expression })
        };
        let values: Option<Vec<At>> = match summary.expression(at.expression) {
            Expression::Name(name) => {
                bindings(summary, at, name).map(|kind| value_in(at.module, at.scope, kind)).collect()
            }
            Expression::Attribute { value, name } => {
                let parts = self.types_of(At { expression: value, ..at });
                let classes = parts.into_iter().filter_map(|part| match part {
                    Type::Instance(class, _) => Some(class),
                    _ => None,
                });
                let set = classes.flat_map(|ClassRef { module, class }| {
                    let attributes = self.engine().summary(module).attributes_of(class, summary.name(name));
                    attributes.iter().map(move |it| value_in(module, it.scope, it.kind))
                });
                set.collect()
            }
            _ => None,
        };
        values.unwrap_or_default()
    }
}
