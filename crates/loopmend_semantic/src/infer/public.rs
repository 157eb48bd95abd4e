//! What is found under a public name, and the methods of a class.

use super::{ClassRef, FunctionRef, Inference, Type, TypeList};
use crate::engine::ModuleId;

impl Inference<'_> {
    /// What a dotted name stands for: the longest part of it that is a module, `builtins` without any, and the attributes behind. This is an
    /// outermost question.
    pub(crate) fn public_object(&mut self, path: &str, from: ModuleId) -> Type {
        self.begin();
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

    /// The method that an instance of a class has under a name. This is an outermost question.
    pub(crate) fn method_named(&mut self, class: ClassRef, name: &str) -> Option<FunctionRef> {
        self.begin();
        match self.member(class, Type::Instance(class, TypeList::FIRST), name, true) {
            Type::Function(callee) => Some(self.function_of(callee)),
            _ => None,
        }
    }
}
