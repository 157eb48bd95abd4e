//! The types of expressions, as far as they matter to an event loop.

use super::Inference;
use super::interner::Interned;
use crate::engine::ModuleId;
use crate::summary::{ClassId, FunctionId, ScopeId, Summary};

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

/// A list of types.
pub(crate) type TypeList = Interned<TypeListContent>;
/// A function as a value.
pub(crate) type CalleeId = Interned<Callee>;
/// What is known of the arguments of the functions around an expression.
pub(crate) type ContextId = Interned<Context>;
/// A type variable.
pub(crate) type VariableId = Interned<Variable>;

/// A mock of which more is known than its class.
pub(crate) type MockId = Interned<Mock>;

/// A mock of which more is known than its class.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Mock {
    /// A class of `unittest.mock`.
    pub(crate) class: ClassRef,
    /// What it has the attributes of.
    pub(crate) spec: Option<Type>,
    /// What a call gives, or awaiting one of an `AsyncMock`.
    pub(crate) returned: Option<Type>,
    /// The attributes that its constructor was given.
    pub(crate) children: Box<[(Box<str>, Type)]>,
}

/// The content of a [`TypeList`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct TypeListContent {
    pub(crate) types: Box<[Type]>,
    /// Whether a type variable is part of one of them.
    pub(crate) has_variables: bool,
    /// How deep lists and contexts stand in each other.
    pub(crate) nesting: u16,
}

/// A function as a value: bound, or defined inside a call of another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Callee {
    pub(crate) function: FunctionRef,
    /// What it is bound to: an instance, a class.
    pub(crate) receiver: Option<Type>,
    /// What is known of the calls it was defined in.
    pub(crate) context: ContextId,
    /// Whether a decorator that is not understood stands above it.
    pub(crate) is_doubtful: bool,
}

/// The arguments of one call of a function, while something inside that function is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Context {
    pub(crate) owner: FunctionRef,
    /// By parameter; [`Type::Unknown`] where nothing is known of this call.
    pub(crate) arguments: TypeList,
    pub(crate) truths: Truths,
    /// That of the functions around.
    pub(crate) outer: ContextId,
    /// How deep lists and contexts stand in each other.
    nesting: u16,
}

/// Which of the first 32 arguments are `True` or `False` as they are written, one bit for each parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Truths {
    pub(crate) known: u32,
    pub(crate) values: u32,
}

/// A type variable.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Variable {
    pub(crate) name: Box<str>,
    /// What its bound says.
    pub(crate) bound: Option<Type>,
}

/// Where an expression is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Location {
    pub(crate) module: ModuleId,
    pub(crate) scope: ScopeId,
    pub(crate) context: ContextId,
}

impl Location {
    /// The top of a module.
    pub(crate) fn of_module(module: ModuleId) -> Self {
        Self::in_scope(module, Summary::MODULE_SCOPE)
    }

    /// A scope, of whose calls nothing is known.
    pub(crate) fn in_scope(module: ModuleId, scope: ScopeId) -> Self {
        Self { module, scope, context: ContextId::FIRST }
    }

    /// Where the decorators, the defaults and the bases of the function or class are read whose scope this is.
    pub(crate) fn around(summary: &Summary, module: ModuleId, scope: ScopeId) -> Self {
        Self::in_scope(module, summary.scope_around(scope))
    }
}

/// What an expression is to the event loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Type {
    /// Not known; rules stay silent.
    Unknown,
    /// No value at all: a call that never returns, and what a cycle starts from.
    Never,
    /// `None`.
    None,
    /// Known, and nothing to the event loop.
    Plain,
    /// A module.
    Module(ModuleId),
    /// A class itself.
    Class(ClassRef),
    /// What an annotation stands for, as a value: `Optional[Client]`, `list[int]`; a list of one.
    Form(TypeList),
    /// An instance of a class or of one of its subclasses, with the arguments of a generic one; without any
    /// where they are not known.
    Instance(ClassRef, TypeList),
    /// An instance of a class of `unittest.mock` of which more is known.
    Mock(MockId),
    /// A function, bound or not.
    Function(CalleeId),
    /// `super()` in a method of a class, of a receiver: a list of one.
    Super(ClassRef, TypeList),
    /// What a call of an `async def` gives. Awaiting it gives the one type in the list; of an empty one,
    /// what the function returns.
    Coroutine(CalleeId, TypeList),
    /// What only an annotation calls awaitable, and what awaiting it gives: a list of one.
    Awaitable(TypeList),
    /// What only an annotation calls callable, and what a call gives: a list of one.
    Callable(TypeList),
    /// A tuple of these.
    Tuple(TypeList),
    /// A type variable.
    Variable(VariableId),
    /// A function that gives its first argument back: what `functools.wraps(f)` makes.
    Identity,
    /// One of several.
    Union(TypeList),
}

/// How deep lists and contexts may stand in each other in a context: six stacked decorators.
const MOST_NESTED: u16 = 12;
/// The most parts of a union; one of more is unknown.
pub(super) const LARGEST_UNION: usize = 24;
/// The most instances of one class with different arguments in a union; of more the arguments are dropped.
const MOST_VARIANTS: usize = 3;

impl<'e> Inference<'e> {
    /// A list of types.
    pub(super) fn list(&self, types: &[Type]) -> TypeList {
        if types.is_empty() {
            return TypeList::FIRST;
        }
        let has_variables = types.iter().any(|of| self.has_variables(*of));
        let nesting = 1 + types.iter().map(|of| self.nesting(*of)).max().unwrap_or_default();
        let content = TypeListContent { types: types.into(), has_variables, nesting };
        self.engine.answers.lists.intern(content)
    }

    /// The types of a list.
    pub(crate) fn types(&self, list: TypeList) -> &[Type] {
        &self.engine.answers.lists.get(list).types
    }

    /// The only type of a list of one.
    pub(super) fn only(&self, list: TypeList) -> Type {
        self.types(list).first().copied().unwrap_or(Type::Unknown)
    }

    pub(super) fn callee(&self, id: CalleeId) -> Callee {
        *self.engine.answers.callees.get(id)
    }

    /// A function as a value.
    pub(super) fn function_value(&self, callee: Callee) -> Type {
        Type::Function(self.engine.answers.callees.intern(callee))
    }

    /// A mock.
    pub(super) fn mock(&self, mock: Mock) -> Type {
        Type::Mock(self.engine.answers.mocks.intern(mock))
    }

    pub(crate) fn mock_at(&self, id: MockId) -> &'e Mock {
        self.engine.answers.mocks.get(id)
    }

    pub(super) fn context(&self, id: ContextId) -> Option<Context> {
        (id != ContextId::FIRST)
            .then(|| self.engine.answers.contexts.get(id).expect("only the first is empty"))
    }

    /// The context inside a function, of a call with these arguments; `None` for one that stands in more of them
    /// than any program is written with: a recursion whose arguments hold the ones before.
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

    /// How deep lists and contexts stand in each other in a type.
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

    /// Whether a type variable is part of a type.
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

    /// One of `parts`. A union that may be anything is unknown.
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

    /// The parts of a union; of another type, itself.
    pub(crate) fn parts(&self, of: Type) -> Vec<Type> {
        match of {
            Type::Union(list) => self.types(list).to_vec(),
            other => vec![other],
        }
    }

    /// Without `None`: what a use that `None` would not survive sees.
    pub(super) fn without_none(&self, of: Type) -> Type {
        match of {
            Type::Union(list) => {
                self.union(self.types(list).iter().copied().filter(|part| *part != Type::None))
            }
            other => other,
        }
    }

    /// What each part of `of` becomes by `map`, `None` left out: an attribute or call of it would raise.
    pub(super) fn each(&mut self, of: Type, mut map: impl FnMut(&mut Self, Type) -> Type) -> Type {
        let Type::Union(_) = of else { return map(self, of) };
        let parts = self.parts(of).into_iter().filter(|part| *part != Type::None);
        let mapped: Vec<Type> = parts.map(|part| map(self, part)).collect();
        self.union(mapped)
    }
}
