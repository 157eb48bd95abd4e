//! The types of expressions, as far as they matter to an event loop.

use loopmend_index::summary::{ClassId, FunctionId, ScopeId, Summary};

use super::Inference;
use super::interner::Interned;
use crate::engine::ModuleId;

/// A reference to a function of the project, a library or the standard library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FunctionRef {
    /// The module that defines the function.
    pub module: ModuleId,
    /// The ID of the function in its module.
    pub function: FunctionId,
}

/// A reference to a class of the project, a library or the standard library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassRef {
    /// The module that defines the class.
    pub module: ModuleId,
    /// The ID of the class in its module.
    pub class: ClassId,
}

/// An interned list of types.
pub type TypeList = Interned<TypeListContent>;
/// An interned function value.
pub type CalleeId = Interned<Callee>;
/// An interned context: what is known about the arguments of the functions around an expression.
pub type ContextId = Interned<Context>;
/// An interned type variable.
pub(crate) type VariableId = Interned<Variable>;

/// An interned mock about which more is known than its class.
pub(crate) type MockId = Interned<Mock>;

/// A mock about which more is known than its class.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Mock {
    /// The class in `unittest.mock`.
    pub class: ClassRef,
    /// The specification, whose attributes the mock has.
    pub(crate) spec: Option<Type>,
    /// The result of a call, or of awaiting a call of an `AsyncMock`.
    pub(crate) returned: Option<Type>,
    /// The attributes passed to its constructor.
    pub(crate) children: Box<[(Box<str>, Type)]>,
}

/// The contents of a [`TypeList`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TypeListContent {
    pub(crate) types: Box<[Type]>,
    /// Whether one of the types contains a type variable.
    pub(crate) has_variables: bool,
    /// The nesting depth of lists and contexts.
    pub(crate) nesting: u16,
}

/// A function value, which may be bound, or defined inside a call of another function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Callee {
    pub(crate) function: FunctionRef,
    /// The bound instance or class.
    pub(crate) receiver: Option<Type>,
    /// What is known about the calls in which the function was defined.
    pub(crate) context: ContextId,
    /// Whether the function has a decorator that is not understood.
    pub(crate) is_doubtful: bool,
}

/// The arguments of one call of a function, while its inside is analysed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Context {
    pub(crate) owner: FunctionRef,
    /// The arguments by parameter; [`Type::Unknown`] if unknown.
    pub(crate) arguments: TypeList,
    pub(crate) truths: Truths,
    /// The context of the enclosing functions.
    pub(crate) outer: ContextId,
    /// The nesting depth of lists and contexts.
    nesting: u16,
}

/// The literal `True` and `False` among the first 32 arguments, one bit for each parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Truths {
    pub(crate) known: u32,
    pub(crate) values: u32,
}

/// A type variable.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Variable {
    pub(crate) name: Box<str>,
    /// The bound of the variable.
    pub(crate) bound: Option<Type>,
}

/// The location at which an expression is evaluated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Location {
    /// The module.
    pub module: ModuleId,
    /// The scope in the module.
    pub scope: ScopeId,
    /// What is known about the arguments of the functions around it.
    pub context: ContextId,
}

impl Location {
    /// Creates the location of a module's top level.
    pub fn of_module(module: ModuleId) -> Self {
        Self::in_scope(module, Summary::MODULE_SCOPE)
    }

    /// Creates the location of a scope about whose calls nothing is known.
    pub fn in_scope(module: ModuleId, scope: ScopeId) -> Self {
        Self { module, scope, context: ContextId::FIRST }
    }

    /// Creates the location at which the decorators, defaults and bases of the function or class with this
    /// scope are evaluated.
    pub fn around(summary: &Summary, module: ModuleId, scope: ScopeId) -> Self {
        Self::in_scope(module, summary.scope_around(scope))
    }
}

/// The type of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Type {
    /// An unknown type, about which rules report nothing.
    Unknown,
    /// No value: the result of a call that never returns, and the start of a cycle.
    Never,
    /// `None`.
    None,
    /// A known type that is irrelevant to the event loop.
    Plain,
    /// A module.
    Module(ModuleId),
    /// A class object.
    Class(ClassRef),
    /// A type expression as a value: `Optional[Client]`, `list[int]`; a list of one.
    Form(TypeList),
    /// An instance of a class or of one of its subclasses, with its type arguments; empty if these are
    /// unknown.
    Instance(ClassRef, TypeList),
    /// An instance of a class of `unittest.mock` about which more is known.
    Mock(MockId),
    /// A function, bound or not.
    Function(CalleeId),
    /// `super()` in a method of a class, with the receiver as a list of one.
    Super(ClassRef, TypeList),
    /// The result of calling an `async def`. Awaiting it returns the one type in the list; if the list is
    /// empty, the return type of the function.
    Coroutine(CalleeId, TypeList),
    /// An awaitable known only by annotation, with the result of awaiting it as a list of one.
    Awaitable(TypeList),
    /// A callable known only by annotation, with the result of a call as a list of one.
    Callable(TypeList),
    /// A tuple of these types.
    Tuple(TypeList),
    /// A type variable.
    Variable(VariableId),
    /// A function that returns its first argument: the result of `functools.wraps(f)`.
    Identity,
    /// One of several types.
    Union(TypeList),
}

/// The maximum nesting depth of lists and contexts in a context: six stacked decorators.
const MOST_NESTED: u16 = 12;
/// The maximum number of parts of a union; a larger one is unknown.
pub(super) const LARGEST_UNION: usize = 24;
/// The maximum number of instances of one class with different type arguments in a union; with more, the
/// arguments are dropped.
const MOST_VARIANTS: usize = 3;

impl<'e> Inference<'e> {
    /// Interns a list of types.
    pub(super) fn list(&self, types: &[Type]) -> TypeList {
        if types.is_empty() {
            return TypeList::FIRST;
        }
        let has_variables = types.iter().any(|of| self.has_variables(*of));
        let nesting = 1 + types.iter().map(|of| self.nesting(*of)).max().unwrap_or_default();
        let content = TypeListContent { types: types.into(), has_variables, nesting };
        self.engine.answers.lists.intern(content)
    }

    /// Returns the types of a list.
    pub fn types(&self, list: TypeList) -> &[Type] {
        &self.engine.answers.lists.get(list).types
    }

    /// Returns the single type of a list of one.
    pub(super) fn only(&self, list: TypeList) -> Type {
        self.types(list).first().copied().unwrap_or(Type::Unknown)
    }

    pub(super) fn callee(&self, id: CalleeId) -> Callee {
        *self.engine.answers.callees.get(id)
    }

    /// Creates a function value.
    pub(super) fn function_value(&self, callee: Callee) -> Type {
        Type::Function(self.engine.answers.callees.intern(callee))
    }

    /// Creates a mock.
    pub(super) fn mock(&self, mock: Mock) -> Type {
        Type::Mock(self.engine.answers.mocks.intern(mock))
    }

    /// Returns a mock.
    pub fn mock_at(&self, id: MockId) -> &'e Mock {
        self.engine.answers.mocks.get(id)
    }

    pub(super) fn context(&self, id: ContextId) -> Option<Context> {
        (id != ContextId::FIRST)
            .then(|| self.engine.answers.contexts.get(id).expect("only the first is empty"))
    }

    /// Returns the context inside a function for a call with these arguments. Returns `None` if the nesting
    /// is deeper than in any real program: a recursion whose arguments contain the previous ones.
    pub(super) fn context_inside(
        &self,
        owner: FunctionRef,
        arguments: &[Type],
        truths: Truths,
        outer: ContextId,
    ) -> Option<ContextId> {
        let arguments = self.list(arguments);
        let nesting = 1 + self.nesting_of_list(arguments).max(self.nesting_of_context(outer));
        let context = Context { owner, arguments, truths, outer, nesting };
        (nesting <= MOST_NESTED).then(|| self.engine.answers.contexts.intern(Some(context)))
    }

    fn nesting_of_context(&self, id: ContextId) -> u16 {
        self.context(id).map_or(0, |context| context.nesting)
    }

    fn nesting_of_list(&self, list: TypeList) -> u16 {
        match list {
            TypeList::FIRST => 0,
            list => self.engine.answers.lists.get(list).nesting,
        }
    }

    /// Returns the nesting depth of lists and contexts in a type.
    fn nesting(&self, of: Type) -> u16 {
        let of_callee = |id: CalleeId| {
            let callee = self.callee(id);
            let receiver = callee.receiver.map_or(0, |receiver| self.nesting(receiver));
            receiver.max(self.nesting_of_context(callee.context))
        };
        match of {
            Type::Function(callee) => of_callee(callee),
            Type::Coroutine(callee, list) => of_callee(callee).max(self.nesting_of_list(list)),
            Type::Mock(mock) => {
                let mock = self.mock_at(mock);
                let children = mock.children.iter().map(|(_, child)| *child);
                let parts = mock.spec.into_iter().chain(mock.returned).chain(children);
                1 + parts.map(|part| self.nesting(part)).max().unwrap_or_default()
            }
            Type::Super(_, list)
            | Type::Instance(_, list)
            | Type::Form(list)
            | Type::Awaitable(list)
            | Type::Callable(list)
            | Type::Tuple(list)
            | Type::Union(list) => self.nesting_of_list(list),
            _ => 0,
        }
    }

    pub(super) fn variable(&self, id: VariableId) -> &Variable {
        self.engine.answers.variables.get(id)
    }

    pub(super) fn variable_named(&self, name: &str, bound: Option<Type>) -> Type {
        Type::Variable(self.engine.answers.variables.intern(Variable { name: name.into(), bound }))
    }

    /// Returns whether a type contains a type variable.
    pub(super) fn has_variables(&self, of: Type) -> bool {
        match of {
            Type::Variable(_) => true,
            Type::Instance(_, list)
            | Type::Form(list)
            | Type::Coroutine(_, list)
            | Type::Awaitable(list)
            | Type::Callable(list)
            | Type::Tuple(list)
            | Type::Union(list) => {
                list != TypeList::FIRST && self.engine.answers.lists.get(list).has_variables
            }
            _ => false,
        }
    }

    /// Returns the union of `parts`. A union with an unknown part is unknown.
    pub(super) fn union(&self, parts: impl IntoIterator<Item = Type>) -> Type {
        let mut flat = Vec::new();
        for part in parts {
            match part {
                Type::Union(list) => flat.extend_from_slice(self.types(list)),
                Type::Never => {}
                other => flat.push(other),
            }
        }
        if let [] | [_] = flat.as_slice() {
            return flat.first().copied().unwrap_or(Type::Never);
        }
        flat.sort_unstable();
        flat.dedup();
        self.drop_arguments_of_many(&mut flat);
        match flat.as_slice() {
            [only] => *only,
            [Type::Unknown, ..] => Type::Unknown,
            _ if flat.len() > LARGEST_UNION => Type::Unknown,
            parts => Type::Union(self.list(parts)),
        }
    }

    fn drop_arguments_of_many(&self, parts: &mut Vec<Type>) {
        if parts.len() <= MOST_VARIANTS {
            return;
        }
        let class_of = |part: &Type| match part {
            Type::Instance(class, _) => Some(*class),
            _ => None,
        };
        let classes: Vec<_> = parts.iter().map(class_of).collect();
        for part in parts.iter_mut() {
            let Some(class) = class_of(part) else { continue };
            if classes.iter().filter(|other| **other == Some(class)).count() > MOST_VARIANTS {
                *part = Type::Instance(class, TypeList::FIRST);
            }
        }
        parts.sort_unstable();
        parts.dedup();
    }

    /// Returns the module that defines a function, or the class that a type is or is an instance of.
    pub fn defining_module(&self, of: Type) -> Option<ModuleId> {
        match of {
            Type::Function(callee) => Some(self.function_of(callee).module),
            Type::Class(class) | Type::Instance(class, _) => Some(class.module),
            _ => None,
        }
    }

    /// Returns whether a type is an awaitable or something else.
    pub fn mixes_awaitables(&self, of: Type) -> bool {
        let parts = self.parts(of);
        let is_awaitable = |part: &Type| matches!(part, Type::Coroutine(..) | Type::Awaitable(_));
        parts.iter().any(is_awaitable) && !parts.iter().all(is_awaitable)
    }

    /// Returns the parts of a union; for any other type, the type itself.
    pub fn parts(&self, of: Type) -> Vec<Type> {
        match of {
            Type::Union(list) => self.types(list).to_vec(),
            other => vec![other],
        }
    }

    /// Returns a type without `None`, for a use that `None` would not survive.
    pub(super) fn without_none(&self, of: Type) -> Type {
        match of {
            Type::Union(list) => {
                self.union(self.types(list).iter().copied().filter(|part| *part != Type::None))
            }
            other => other,
        }
    }

    /// Applies `map` to each part of `of` except `None`, whose attribute or call would raise.
    pub(super) fn each(&mut self, of: Type, mut map: impl FnMut(&mut Self, Type) -> Type) -> Type {
        let Type::Union(_) = of else { return map(self, of) };
        let parts = self.parts(of).into_iter().filter(|part| *part != Type::None);
        let mapped: Vec<Type> = parts.map(|part| map(self, part)).collect();
        self.union(mapped)
    }
}
