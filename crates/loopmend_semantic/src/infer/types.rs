use super::Inference;
use crate::engine::ModuleId;
use crate::summary::{ClassId, FunctionId};

/// A function of the project, a library or the standard library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FunctionRef {
    /// The module it is defined in.
    pub module: ModuleId,
    /// Its place there.
    pub function: FunctionId,
}

/// A class of the project, a library or the standard library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassRef {
    /// The module it is defined in.
    pub module: ModuleId,
    /// Its place there.
    pub class: ClassId,
}

/// A union, by its place in the engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct UnionId(u32);

/// What an expression is to the event loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Type {
    /// Not known; rules stay silent.
    Unknown,
    /// `None`.
    None,
    /// Known, and nothing to the event loop.
    Plain,
    /// A module.
    Module(ModuleId),
    /// A class itself.
    Class(ClassRef),
    /// An instance of a class or of one of its subclasses.
    Instance(ClassRef),
    /// A function.
    Function(FunctionRef),
    /// `super()` in a method of a class.
    Super(ClassRef),
    /// A function bound to an instance or class.
    Method {
        /// The function.
        function: FunctionRef,
        /// The class it was looked up on.
        receiver: ClassRef,
    },
    /// What a call of an `async def` gives.
    Coroutine {
        /// The `async def`.
        function: FunctionRef,
        /// Of a method, the class it was looked up on.
        receiver: Option<ClassRef>,
    },
    /// One of several.
    Union(UnionId),
}

/// The most parts of a union; one of more is unknown.
const LARGEST_UNION: usize = 24;

impl<'e> Inference<'e> {
    /// One of `parts`. A union that may be anything is unknown.
    pub(super) fn union(&mut self, parts: Vec<Type>) -> Type {
        let mut flat = Vec::with_capacity(parts.len());
        for part in parts {
            flat.extend_from_slice(&self.parts(part));
        }
        flat.sort_unstable();
        flat.dedup();
        match flat.as_slice() {
            [] => Type::Unknown,
            [only] => *only,
            [Type::Unknown, ..] => Type::Unknown,
            _ if flat.len() > LARGEST_UNION => Type::Unknown,
            _ => self.intern(flat.into_boxed_slice()),
        }
    }

    fn intern(&self, parts: Box<[Type]>) -> Type {
        let answers = &self.engine.answers;
        let mut shard = answers.union_ids.shard(&parts);
        let id = match shard.get(&parts) {
            Some(known) => *known,
            None => {
                let id = UnionId(answers.unions.push(parts.clone()) as u32);
                shard.insert(parts, id);
                id
            }
        };
        Type::Union(id)
    }

    /// The parts of a union; of another type, itself.
    pub(crate) fn parts(&self, of: Type) -> Vec<Type> {
        match of {
            Type::Union(id) => self.engine.answers.unions[id.0 as usize].to_vec(),
            other => vec![other],
        }
    }

    /// What each part of `of` becomes by `map`, `None` left out: an attribute or call of it would raise.
    pub(super) fn each(&mut self, of: Type, mut map: impl FnMut(&mut Self, Type) -> Type) -> Type {
        let Type::Union(_) = of else { return map(self, of) };
        let parts = self.parts(of).into_iter().filter(|part| *part != Type::None);
        let mapped = parts.map(|part| map(self, part)).collect();
        self.union(mapped)
    }
}
