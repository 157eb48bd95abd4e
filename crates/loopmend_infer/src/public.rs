//! Lookup of definitions by public name, and of the methods of a class.

use loopmend_index::decorators::is_property;
use loopmend_index::summary::{BindingKind, ScopeKind};

use super::{CalleeId, ClassRef, FunctionRef, Inference, Type, TypeList};
use crate::engine::ModuleId;

impl Inference<'_> {
    /// Returns whether a function is nested in another one.
    pub(super) fn is_local_function(&mut self, callee: CalleeId) -> bool {
        let FunctionRef { module, function } = self.function_of(callee);
        let summary = self.summary(module);
        let around = summary.scope_around(summary.function(function).scope);
        matches!(summary.scope(around).kind, ScopeKind::Function(_))
    }

    /// Returns the project property of a class with this name; `None` if its bases are not known up to
    /// there. This is an outermost query.
    pub fn property_named(&mut self, class: ClassRef, name: &str) -> Option<FunctionRef> {
        self.begin();
        for ancestor in self.mro(class).iter() {
            let ClassRef { module, class } = (*ancestor)?.0;
            let summary = self.summary(module);
            let bindings = summary.bindings_of(summary.class(class).scope, name);
            if !bindings.is_empty() {
                let BindingKind::Function(function) = bindings.first()?.kind else { return None };
                let is_own = self.engine.is_mutable(module) && is_property(summary, function);
                return is_own.then_some(FunctionRef { module, function });
            }
        }
        None
    }

    /// Returns the object that a dotted name refers to. The longest prefix that is a module is used, or
    /// `builtins` if there is none, followed by the attributes. This is an outermost query.
    pub fn public_object(&mut self, path: &str, from: ModuleId) -> Type {
        self.begin();
        self.object_at(path, from)
    }

    /// Does the same as [`Self::public_object`] within another query.
    pub(super) fn object_at(&mut self, path: &str, from: ModuleId) -> Type {
        let Some((module, rest)) = self.longest_module(path, from) else { return Type::Unknown };
        rest.split('.').fold(module, |value, name| self.attribute(value, name))
    }

    fn longest_module<'p>(&mut self, path: &'p str, from: ModuleId) -> Option<(Type, &'p str)> {
        if !path.contains('.') {
            return Some((self.module("builtins", from)?, path));
        }
        let ends = path.rmatch_indices('.').map(|(end, _)| end);
        ends.into_iter().find_map(|end| Some((self.module(&path[..end], from)?, &path[end + 1..])))
    }

    /// Returns the method of a class's instances with this name. This is an outermost query.
    pub fn method_named(&mut self, class: ClassRef, name: &str) -> Option<FunctionRef> {
        self.begin();
        match self.member(class, Type::Instance(class, TypeList::FIRST), name, true) {
            Type::Function(callee) => Some(self.function_of(callee)),
            _ => None,
        }
    }
}
