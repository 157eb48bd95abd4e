//! Calls whose evidence is how the other calls are used, and calls that only take a coroutine out of a container.

use loopmend_catalog::{Role, named};
use loopmend_index::summary::{CallSite, Expression};
use loopmend_index::usage_counts::{find_receiver_origin, reads_attribute_of_result};
use loopmend_project::Origin;

use super::{Call, File};
use crate::infer::{CalleeId, Type};

impl File<'_> {
    /// Returns whether the call takes its value out of a container of the standard library, such as `tasks.pop(key)`. The call creates
    /// no coroutine, and other code may run the one that it returns.
    pub(super) fn takes_out(&mut self, call: &Call) -> bool {
        let called = self.inference.called(self.module, &call.site);
        !called.is_empty()
            && called.into_iter().all(|part| match part {
                Type::Function(callee) => {
                    let function = self.inference.function_of(callee);
                    let summary = self.engine().summary(function.module);
                    let definition = summary.function(function.function);
                    let is_variable = definition.returns.is_some_and(|returns| {
                        matches!(summary.expression(returns), Expression::Name(_) | Expression::Binary { .. })
                    });
                    !definition.is_async
                        && is_variable
                        && self.engine().origin(function.module) == Origin::StandardLibrary
                        && self.is_method_of_container(callee)
                        && self.inference_mut().returns_variable(function)
                }
                _ => false,
            })
    }

    fn is_method_of_container(&mut self, method: CalleeId) -> bool {
        let Some((class, _)) = self.inference_mut().bound_method(method) else { return false };
        let roles = named(self.inference_mut().class_name(class));
        [Role::ContainerClass, Role::HoldsElements, Role::HoldsEntries]
            .into_iter()
            .any(|role| roles.has(role))
    }

    /// Returns whether the file reads an attribute of the result of a call that counts as evidence for this one.
    pub fn reads_attribute_of_result(&self, counted: &CallSite, attribute: &str) -> bool {
        reads_attribute_of_result(self.summary(), counted, attribute)
    }

    /// Returns the method of a call that rests on other calls, with the receiver that they have in common: `client.get`, or
    /// `Client.get` if an annotation tells the class.
    pub fn counted_method(&self, counted: &CallSite) -> Option<String> {
        let summary = self.summary();
        let (receiver, method) = summary.method_call(counted.expression)?;
        let receiver = match find_receiver_origin(summary, counted)?.class {
            Some(class) => class,
            None => self.slice(summary.span(receiver)).to_owned(),
        };
        Some(format!("{receiver}.{}", summary.name(method)))
    }
}
