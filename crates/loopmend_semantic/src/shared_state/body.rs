//! The accesses of a file's functions to state that outlives them: a small program for each function,
//! independent of the syntax tree.

use loopmend_core::Span;

use crate::summary::FunctionId;

/// A name.
pub(super) type Name = Box<str>;

/// A piece of state, as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum State {
    /// `self.name`, `cls.name`.
    Own(Name),
    /// A name that the function does not bind.
    Global(Name),
    /// `value.name`.
    Of(Box<Foreign>),
}

/// An attribute of something else than `self`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Foreign {
    /// Where the value stands.
    pub(super) value: Span,
    /// The value, as it is written, if it is a dotted name.
    pub(super) text: Name,
    pub(super) name: Name,
}

/// How something is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum How {
    /// `= None`, `= False`.
    Off,
    /// `= True`, another constant.
    On,
    /// Anything else is assigned.
    Store,
    /// `= []`.
    Empty,
    /// `.clear()`.
    Clear,
    /// `del` of the whole.
    Delete,
    /// `+=`, an item is set.
    Change,
    /// A method puts something in.
    Add,
    /// A method or `del` takes something out, which must be there.
    Remove,
    /// A method takes something out, if it is there.
    Discard,
}

impl How {
    /// Whether it is one step that rests on nothing.
    pub(super) fn is_constant(self) -> bool {
        matches!(self, Self::Off | Self::On)
    }

    /// Whether nothing is left.
    pub(super) fn empties(self) -> bool {
        matches!(self, Self::Empty | Self::Clear)
    }
}

/// What a value is worked out from.
#[derive(Clone, Debug, Default)]
pub(super) struct Uses {
    pub(super) reads: Vec<State>,
    /// Names of the function.
    pub(super) locals: Vec<Name>,
    /// Methods that are called on `self`.
    pub(super) calls: Vec<Name>,
}

/// What is called.
#[derive(Clone, Debug)]
pub(super) enum Callee {
    /// A method of `self`.
    Own(Name),
    /// A function by its name.
    Name(Name),
}

/// What `with` enters and may be a lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lock {
    /// `.name` of `self`, else the text without arguments and keys.
    pub(super) key: Name,
    pub(super) is_async: bool,
    pub(super) at: Span,
}

/// A step of a function.
#[derive(Clone, Debug)]
pub(super) enum Step {
    Read(State, Span),
    /// Control goes to other tasks.
    Await(Span),
    Write {
        state: State,
        how: How,
        uses: Uses,
        at: Span,
    },
    /// Names of the function are bound.
    Bind(Vec<Name>, Uses),
    Call {
        callee: Callee,
        is_awaited: bool,
        at: Span,
    },
    /// A method of `self` is given to something that runs it.
    Start {
        method: Name,
        by: Name,
        at: Span,
    },
    /// One of the bodies runs; one is empty where none may run.
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
        /// What is entered, as it is written, and what `as` calls it.
        names: Vec<Name>,
        body: Vec<Step>,
    },
    /// Until it is released, or the stack of contexts ends that entered it.
    Acquire {
        lock: Lock,
        /// The stack, as it is written; empty if that is no dotted name.
        stack: Option<Name>,
    },
    Release(Name),
    /// A function that is defined inside.
    Define(Name, usize),
}

/// A branch.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    pub(super) steps: Vec<Step>,
    /// Whether it ends in a jump.
    pub(super) jumps: bool,
}

/// A function.
#[derive(Clone, Debug)]
pub(super) struct Body {
    pub(super) function: FunctionId,
    pub(super) name: Name,
    pub(super) is_async: bool,
    pub(super) is_property: bool,
    /// Whether it stands in another function.
    pub(super) is_nested: bool,
    /// A decorator that takes a lock, by its name.
    pub(super) decorator: Option<Name>,
    /// The class whose `self` it knows, by its place in the summary.
    pub(super) class: Option<u32>,
    pub(super) steps: Vec<Step>,
}

/// What makes an attribute or a name of the module: `asyncio.Lock()`.
#[derive(Clone, Debug)]
pub(super) struct Maker {
    /// The class, if the value is of one; the name otherwise is of the module.
    pub(super) class: Option<u32>,
    pub(super) name: Name,
    /// What is called, as it is written.
    pub(super) made: Name,
    /// Whether it has an argument that is not 1.
    pub(super) is_counted: bool,
    /// Whether a method sets it, so that each object has its own.
    pub(super) is_of_instance: bool,
}

/// What a name or attribute belongs to that is given a pool of threads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PoolOwner {
    Module,
    Function(FunctionId),
    /// An attribute of a class or its objects, by its place in the summary.
    Class(u32),
    /// An attribute of something else than `self`.
    Other,
}

/// What is assigned to a name or attribute that is given a pool of threads somewhere.
#[derive(Clone, Debug)]
pub(super) struct Pool {
    pub(super) owner: PoolOwner,
    pub(super) name: Name,
    /// Whether it is a pool of one thread.
    pub(super) is_single: bool,
}

/// What is read of a file.
#[derive(Clone, Debug, Default)]
pub(super) struct FileState {
    pub(super) bodies: Vec<Body>,
    pub(super) makers: Vec<Maker>,
    /// Names of methods that are called, or asked for, on something else than `self`.
    pub(super) called: Vec<Name>,
    /// Classes that write attributes whose names are not known, by place, with where.
    pub(super) any_attribute: Vec<(u32, Span)>,
    pub(super) pools: Vec<Pool>,
}
