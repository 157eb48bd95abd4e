//! Functions that only their own file is meant to use, and that it does nothing with but call them.

use loopmend_core::Span;

use super::call_of;
use super::needless_async::{is_local, is_private, words};
use crate::file::{Call, File};
use crate::summary::{Function, Overloads};

/// A plain function with all of its calls.
#[derive(Clone, Debug)]
pub struct PrivateFunction {
    /// From `def` to the name.
    pub header: Span,
    /// Its calls, in the order of the file.
    pub calls: Vec<Call>,
}

impl File<'_> {
    /// The plain function whose name stands at a place, if the name is private to the file or to a function, and means nothing in the
    /// file but this function, in its definition and in calls.
    pub fn private_function(&mut self, name: Span) -> Option<PrivateFunction> {
        let summary = self.summary();
        let place = summary.functions.iter().position(|function| function.header.end == name.end)?;
        let definition = &summary.functions[place];
        if !is_private(summary, definition) || !is_plain(definition) {
            return None;
        }
        let name = self.slice(name);
        let module = self.module();
        if !is_local(summary, definition) && self.inference_mut().is_called_elsewhere(module, name) {
            return None;
        }
        let is_called = |call: &Call| self.slice(call.callee).rsplit('.').next() == Some(name);
        let calls = summary.calls.iter().map(|site| call_of(summary, site)).filter(is_called);
        let calls: Vec<Call> = calls.collect();
        let uses = words(self.text()).filter(|word| *word == name).count();
        (uses == calls.len() + 1).then_some(PrivateFunction { header: definition.header, calls })
    }
}

fn is_plain(definition: &Function) -> bool {
    !definition.is_async
        && !definition.is_generator
        && definition.decorators.len == 0
        && definition.overloads == Overloads::None
}
