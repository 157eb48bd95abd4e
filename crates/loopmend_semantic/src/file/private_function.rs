//! Functions that are private to their file, which only calls them.

use loopmend_core::Span;
use loopmend_index::summary::{Function, FunctionId, Overloads, ScopeKind};

use super::call_of;
use crate::file::{Call, File};
use crate::infer::ClassRef;

/// A plain function with all its calls.
#[derive(Clone, Debug)]
pub struct PrivateFunction {
    /// The range from `def` to the name.
    pub header: Span,
    /// The calls of the function, in source order.
    pub calls: Vec<Call>,
}

impl File<'_> {
    /// Returns the plain function whose name is at a place, if the name is private to the file or to a
    /// function. In the file, the name must refer only to this function, and occur only in its definition
    /// and in calls.
    pub fn private_function(&mut self, name: Span) -> Option<PrivateFunction> {
        let summary = self.summary();
        let function = summary.function_with_name_end(name.end)?;
        let definition = summary.function(function);
        if !is_plain(definition) || !self.is_used_here_only(function) {
            return None;
        }
        let name = self.slice(name);
        let is_called = |call: &Call| self.slice(call.callee).rsplit('.').next() == Some(name);
        let calls = summary.calls.iter().map(|site| call_of(summary, site)).filter(is_called);
        let calls: Vec<Call> = calls.collect();
        (self.count_word(name) == calls.len() + 1)
            .then_some(PrivateFunction { header: definition.header, calls })
    }

    /// Returns whether a function is also used by name, so that calls set its parameters too. The header of
    /// the function ends at a place. Its name occurs in the file outside of definitions, or other modules
    /// call it or pass it on.
    pub fn is_used_by_name(&mut self, header: Span) -> bool {
        let (summary, module) = (self.summary(), self.module());
        let Some(definition) = summary.functions.iter().find(|function| function.header == header) else {
            return true;
        };
        let name = summary.name(definition.name);
        let definitions = summary.functions.iter().filter(|other| other.name == definition.name).count();
        self.count_word(name) > definitions
            || self.inference_mut().is_called_elsewhere(module, name)
            || self.engine().is_passed_on(name)
    }

    /// Returns whether no other file uses a function. It is nested in another function, or its name or that
    /// of its class is private and no other module calls that name.
    pub(super) fn is_used_here_only(&mut self, function: FunctionId) -> bool {
        let (summary, module) = (self.summary(), self.module());
        let definition = summary.function(function);
        let name = summary.name(definition.name);
        let around = summary.scope(summary.scope_around(definition.scope));
        let is_special = name.starts_with("__") && name.ends_with("__");
        let is_private = !is_special && (name.starts_with('_') || self.is_of_private_class(function));
        matches!(around.kind, ScopeKind::Function(_))
            || is_private && !self.inference_mut().is_called_elsewhere(module, name)
    }

    /// Returns whether a method belongs to a class with a private name, and no base class requires it.
    fn is_of_private_class(&mut self, function: FunctionId) -> bool {
        let (summary, module) = (self.summary(), self.module());
        let Some(class) = summary.class_of(function) else { return false };
        let name = summary.name(summary.function(function).name);
        summary.name(summary.class(class).name).starts_with('_')
            && self.inference_mut().is_lacked_by_bases(ClassRef { module, class }, name)
    }

    /// Returns how often a word occurs in the file, including comments and strings.
    pub(super) fn count_word(&self, word: &str) -> usize {
        count_word(self.text(), word)
    }
}

/// How often a word stands in a text.
pub(super) fn count_word(text: &str, word: &str) -> usize {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|other| *other == word).count()
}

/// How often a word stands in a text, other than as an attribute.
pub(super) fn count_name(text: &str, name: &str) -> usize {
    let attributes = text.split('.').skip(1).filter(|rest| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        &rest[..end] == name
    });
    count_word(text, name) - attributes.count()
}

fn is_plain(definition: &Function) -> bool {
    !definition.is_async
        && !definition.is_generator
        && definition.decorators.len == 0
        && definition.overloads == Overloads::None
}
