//! The accesses of a file's functions to state that outlives them: a small program for each function,
//! independent of the syntax tree.

use loopmend_core::Span;
use loopmend_index::summary::FunctionId;

/// The text of a name.
pub(super) type Name = Box<str>;

/// A piece of state, as written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum State {
    /// An attribute of the object or class: `self.name`, `cls.name`.
    Own(Name),
    /// A free name of the function.
    Global(Name),
    /// An attribute of another object: `value.name`.
    Of(Box<Foreign>),
}

/// An attribute of an object other than `self`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Foreign {
    /// The range of the object expression.
    pub(super) value: Span,
    /// The object as written, if it is a dotted name.
    pub(super) text: Name,
    pub(super) name: Name,
}

/// The kind of a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum How {
    /// Assigns `None` or `False`.
    Off,
    /// Assigns `True` or another constant.
    On,
    /// Assigns any other value.
    Store,
    /// Assigns an empty container: `= []`.
    Empty,
    /// Empties the container: `.clear()`.
    Clear,
    /// Deletes the state itself: `del`.
    Delete,
    /// Changes the value: `+=`, or sets an item.
    Change,
    /// A method adds an item.
    Add,
    /// A method or `del` removes an item, which must exist.
    Remove,
    /// A method removes an item, if it exists.
    Discard,
}

impl How {
    /// Returns whether the write is a single step that does not depend on a value.
    pub(super) fn is_constant(self) -> bool {
        matches!(self, Self::Off | Self::On)
    }

    /// Returns whether the write leaves nothing in the container.
    pub(super) fn empties(self) -> bool {
        matches!(self, Self::Empty | Self::Clear)
    }
}

/// The operands of a value.
#[derive(Clone, Debug, Default)]
pub(super) struct Uses {
    pub(super) reads: Vec<State>,
    /// Local names.
    pub(super) locals: Vec<Name>,
    /// Methods called on `self`.
    pub(super) calls: Vec<Name>,
}

/// A callee.
#[derive(Clone, Debug)]
pub(super) enum Callee {
    /// A method of `self`.
    Own(Name),
    /// A function, by name.
    Name(Name),
}

/// A context manager that may be a lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lock {
    /// The lock: `.name` for an attribute of `self`, otherwise the text without arguments and keys.
    pub(super) key: Name,
    pub(super) is_async: bool,
    pub(super) at: Span,
}

/// A step of a function.
#[derive(Clone, Debug)]
pub(super) enum Step {
    Read(State, Span),
    /// A suspension point.
    Await(Span),
    Write {
        state: State,
        how: How,
        uses: Uses,
        at: Span,
    },
    /// A binding of local names.
    Bind(Vec<Name>, Uses),
    Call {
        callee: Callee,
        is_awaited: bool,
        at: Span,
    },
    /// A method of `self` is passed to something that runs it.
    Start {
        method: Name,
        by: Name,
        at: Span,
    },
    /// Several alternative bodies. One is empty if none may run.
    Branch {
        tests: Uses,
        bodies: Vec<Block>,
    },
    Loop {
        tests: Uses,
        body: Block,
    },
    Hold {
        lock: Lock,
        /// The entered expressions as written, with their `as` names.
        names: Vec<Name>,
        body: Vec<Step>,
    },
    /// A lock that is held until it is released, or until the exit stack that entered it ends.
    Acquire {
        lock: Lock,
        /// The exit stack as written; empty if it is not a dotted name.
        stack: Option<Name>,
    },
    Release(Name),
    /// A nested function.
    Define(Name, usize),
}

/// A branch.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    pub(super) steps: Vec<Step>,
    /// Whether the branch ends in a jump.
    pub(super) jumps: bool,
}

/// A function.
#[derive(Clone, Debug)]
pub(super) struct Body {
    pub(super) function: FunctionId,
    pub(super) name: Name,
    pub(super) is_async: bool,
    pub(super) is_property: bool,
    /// Whether the function is nested in another one.
    pub(super) is_nested: bool,
    /// The name of a decorator that takes a lock.
    pub(super) decorator: Option<Name>,
    /// The class of its `self`, by index in the summary.
    pub(super) class: Option<u32>,
    pub(super) steps: Vec<Step>,
}

/// The creation of an attribute or a module global: `asyncio.Lock()`.
#[derive(Clone, Debug)]
pub(super) struct Maker {
    /// The class, if the value belongs to one. Otherwise the name is a module global.
    pub(super) class: Option<u32>,
    pub(super) name: Name,
    /// The callee as written.
    pub(super) made: Name,
    /// Whether the call has an argument other than 1.
    pub(super) is_counted: bool,
    /// Whether a method sets the value, so that each object has its own.
    pub(super) is_of_instance: bool,
}

/// The owner of a name or attribute that is assigned a thread pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PoolOwner {
    Module,
    Function(FunctionId),
    /// An attribute of a class or its objects, by index in the summary.
    Class(u32),
    /// An attribute of an object other than `self`.
    Other,
}

/// A value assigned to a name or attribute that is somewhere assigned a thread pool.
#[derive(Clone, Debug)]
pub(super) struct Pool {
    pub(super) owner: PoolOwner,
    pub(super) name: Name,
    /// Whether the value is a pool with one thread.
    pub(super) is_single: bool,
}

/// The facts read from a file.
#[derive(Clone, Debug, Default)]
pub(super) struct FileState {
    pub(super) bodies: Vec<Body>,
    pub(super) makers: Vec<Maker>,
    /// The names of methods that are called or accessed on objects other than `self`.
    pub(super) called: Vec<Name>,
    /// The classes that write attributes with unknown names, by index, with the range.
    pub(super) any_attribute: Vec<(u32, Span)>,
    pub(super) pools: Vec<Pool>,
}
