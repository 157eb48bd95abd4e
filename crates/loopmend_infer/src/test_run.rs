//! Inference for a function in the context of one pytest run or one call, which may be more precise than
//! its annotations.

use loopmend_index::summary::ExpressionId;

use super::fixture::{Fixture, Viewpoint};
use super::types::Truths;
use super::{ClassRef, ContextId, FunctionRef, Inference, Location, Type, TypeList};

impl Inference<'_> {
    /// Returns the type of an expression in such a context. This is an outermost query.
    pub fn expression_in(&mut self, at: Location, expression: ExpressionId) -> Type {
        self.begin();
        self.evaluate(at, expression)
    }

    /// Returns the context of a function run with these arguments, by parameter; [`Type::Unknown`] if an
    /// argument is unknown.
    pub fn context_of_arguments(&self, function: FunctionRef, arguments: &[Type]) -> ContextId {
        if arguments.iter().all(|argument| *argument == Type::Unknown) {
            return ContextId::FIRST;
        }
        let context = self.context_inside(function, arguments, Truths::NONE, ContextId::FIRST);
        context.unwrap_or(ContextId::FIRST)
    }

    /// Returns the type of `self` or `cls` in a method called on an object of a class. This is an outermost
    /// query.
    pub fn bound_argument(&mut self, method: FunctionRef, receiver: ClassRef) -> Type {
        self.begin();
        let kind = self.method_kind(method);
        match (kind.is_static, kind.is_class) {
            (true, _) => Type::Unknown,
            (false, true) => Type::Class(receiver),
            (false, false) => Type::Instance(receiver, TypeList::FIRST),
        }
    }

    /// Interns types as a list.
    pub fn list_of_types(&self, types: &[Type]) -> TypeList {
        self.list(types)
    }

    /// Returns the value of the fixture that pytest passes to a test or fixture, by the fixture's body
    /// rather than its annotation. For a method, the object of the receiver's class sees the fixture.
    /// Returns unknown if no fixture is found, or if `parametrize` provides the value. This is an outermost
    /// query.
    pub fn made_for(&mut self, function: FunctionRef, receiver: Option<ClassRef>, name: &str) -> Type {
        self.begin();
        if !self.is_given_fixtures(function) || self.parametrized(function, name).is_some() {
            return Type::Unknown;
        }
        let class = receiver.or_else(|| self.class_of(function));
        let module = class.map_or(function.module, |class| class.module);
        let fixtures = self.find_fixture(Viewpoint { module, class }, name, Some(function));
        let made: Vec<Type> = fixtures.into_iter().map(|fixture| self.made_by(fixture)).collect();
        match made.as_slice() {
            [] => Type::Unknown,
            made if made.contains(&Type::Unknown) => Type::Unknown,
            _ => self.union(made),
        }
    }

    /// Returns the type that a project function returns or yields, by its body rather than its annotation.
    /// A method is bound to an object of the class. This is an outermost query.
    pub fn made_inside_of(&mut self, function: FunctionRef, class: Option<ClassRef>) -> Type {
        self.begin();
        if self.engine.is_mutable(function.module) { self.by_body(function, class) } else { Type::Unknown }
    }

    fn made_by(&mut self, fixture: Fixture) -> Type {
        match fixture {
            Fixture::Function(function, class) if self.engine.is_mutable(function.module) => {
                self.by_body(function, class)
            }
            other => self.value_of_fixture(other),
        }
    }

    fn by_body(&mut self, function: FunctionRef, class: Option<ClassRef>) -> Type {
        let receiver = class.map(|class| Type::Instance(class, TypeList::FIRST));
        match self.summary(function.module).function(function.function).is_generator {
            true => self.yielded(function, ContextId::FIRST, receiver),
            false => self.returned(function, ContextId::FIRST, receiver),
        }
    }
}
