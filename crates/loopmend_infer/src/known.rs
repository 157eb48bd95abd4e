//! Library functions that are known by name, each entry with its source.

use loopmend_catalog::{Role, entry, is, is_in, named};
use loopmend_project::Origin;

use super::given::Given;
use super::{ClassRef, FunctionRef, Inference, Type, TypeList};

impl Inference<'_> {
    /// Returns the result of a function whose signature does not describe it.
    pub(super) fn known_result(&mut self, function: FunctionRef, given: &Given) -> Option<Type> {
        let summary = self.summary(function.module);
        let name = summary.name(summary.function(function.function).name);
        let first = given.positional.first();
        match (self.engine.module_name(function.module), name) {
            (module, "cast") if is(module, Role::TypingModule) => {
                let (at, target) = first?.expression()?;
                let target = self.annotation(at, target);
                Some(self.cast(target, given))
            }
            ("functools", "wraps") => Some(Type::Identity),
            ("functools", "update_wrapper") => Some(self.argument(first?)),
            ("functools", name) if named(name).has(Role::CachesFunction) => {
                Some(match first.map(|first| self.argument(first)) {
                    Some(function @ (Type::Function(_) | Type::Callable(_))) => function,
                    _ => Type::Identity,
                })
            }
            (module, _) if is(module, Role::MockModule) => self.known_mock_result(function, given),
            (module, name) if is_in(module, name, Role::OpaqueDecorator) => Some(Type::Unknown),
            (module, name) if is_in(module, name, Role::ReturnsArgument) => Some(self.argument(first?)),
            // docs.python.org/3/reference/datamodel.html#object.__new__: an instance of the class that it is given.
            ("builtins", "__new__") => {
                let owner = self.class_of(function)?;
                let made =
                    if self.class_name(owner) == "object" { self.argument(first?) } else { Type::Unknown };
                match made {
                    Type::Class(class) => Some(Type::Instance(class, TypeList::FIRST)),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// Returns an instance of the class that a function of a library makes, according to the catalogue. For an `async def` this is the
    /// result of awaiting its coroutine. Returns `None` if the catalogue says nothing, or the class is not found.
    pub(super) fn documented_result(&mut self, function: FunctionRef) -> Option<Type> {
        if self.engine.origin(function.module) == Origin::FirstParty {
            return None;
        }
        let made = entry(self.path_of_function(function).as_str())?.makes?;
        match self.object_at(made, function.module) {
            Type::Class(class) => Some(Type::Instance(class, TypeList::FIRST)),
            _ => None,
        }
    }

    /// Does the same as [`Self::documented_result`], and returns an unknown type if that returns `None`.
    pub(super) fn documented_or_unknown(&mut self, function: FunctionRef) -> Type {
        self.documented_result(function).unwrap_or(Type::Unknown)
    }

    /// Returns what the catalogue knows of awaiting an instance whose `__await__` says nothing itself.
    pub(super) fn made_by_awaiting(&mut self, instance: Type) -> Type {
        let Type::Instance(class, _) = instance else { return Type::Unknown };
        match self.member(class, instance, "__await__", true) {
            Type::Function(callee) => self.documented_or_unknown(self.function_of(callee)),
            _ => Type::Unknown,
        }
    }

    /// Returns a method that the catalogue states for a class of a library, and that a decorator of the class adds: it returns an awaitable.
    pub(super) fn stated_coroutine_method(&mut self, class: ClassRef, name: &str) -> Type {
        if !named(name).has(Role::AddedCoroutineMethod) {
            return Type::Unknown;
        }
        let order = self.mro(class);
        let is_stated = order.iter().flatten().any(|(owner, _)| {
            let path = self.path_of_class(*owner);
            self.engine.origin(owner.module) == Origin::ThirdParty
                && is_in(&path, name, Role::AddedCoroutineMethod)
        });
        if !is_stated {
            return Type::Unknown;
        }
        let awaitable = Type::Awaitable(self.list(&[Type::Unknown]));
        Type::Callable(self.list(&[awaitable]))
    }

    /// Returns the type named by `cast`. If the type is only callable, or is like another function, returns
    /// the type of the argument.
    fn cast(&mut self, target: Type, given: &Given) -> Type {
        let says_little = matches!(target, Type::Variable(_) | Type::Callable(_) | Type::Identity);
        match given.positional.get(1).filter(|_| says_little).map(|value| self.argument(value)) {
            Some(function @ Type::Function(_)) => function,
            _ => target,
        }
    }
}

/// A function that replaces something with a mock.
#[derive(Clone, Copy)]
pub(super) struct PatchFunction {
    /// Whether it takes an object and an attribute name rather than a dotted name.
    pub(super) is_of_object: bool,
    /// The index of the parameter `new`.
    pub(super) place_of_new: usize,
    /// Whether it returns the mock rather than a context manager.
    pub(super) is_started: bool,
}

impl PatchFunction {
    /// Returns the function that is defined under a module and qualified name.
    pub(super) fn at(path: &str) -> Option<Self> {
        let roles = entry(path)?.roles;
        let is_of_object = roles.has(Role::PatchesAttributeOfObject);
        let place_of_new = match is_of_object {
            _ if roles.has(Role::CallsOriginal) => usize::MAX,
            true => 2,
            false => 1,
        };
        let is_started = roles.has(Role::StartsPatch);
        roles.has(Role::PatchesTarget).then_some(Self { is_of_object, place_of_new, is_started })
    }
}
