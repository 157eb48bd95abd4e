//! The summary of a module: scopes, bindings, classes, functions, and the expressions that inference needs.
//! It remains after the syntax tree is dropped. A summary is immutable, does not refer to other modules,
//! and is the unit of the disk cache.

mod builtin_uses;
mod definitions;
mod interface;
mod lower;
mod names;
mod nesting;
mod queries;
mod static_condition;
mod syntax;

use std::cmp::Reverse;
use std::ops::Range;

use loopmend_core::Span;
use smallvec::SmallVec;

use crate::call_graph::Catalogue;

pub(crate) use builtin_uses::{TAKING_ELEMENTS, taker_of_elements, taker_of_values};
pub(crate) use definitions::each_function;
pub use interface::{Asked, AskedCalls, Extent, Inheritance, Interface, NameHash, Units, Usages};
pub(crate) use interface::{NESTING_MODULES, SET_TASK_FACTORY};
pub(crate) use lower::{Target, expects_runtime_error, lower, may_catch_runtime_error};
pub(crate) use names::{HashedName, NameId, Names};
pub(crate) use queries::CallView;
pub use syntax::SyntaxTree;
pub(crate) use syntax::{is_unpacking, jumps, last_name, span};

macro_rules! index {
    ($(#[$doc:meta])* $visibility:vis $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, bitcode::Encode, bitcode::Decode)]
        $visibility struct $name(pub(crate) u32);

        impl $name {
            pub(crate) fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

index!(
    /// The ID of an expression in one module.
    pub ExpressionId
);
index!(
    /// The ID of a function in one module: a function, a method or a nested function.
    pub FunctionId
);
index!(
    /// The ID of a class in one module.
    pub ClassId
);
index!(
    /// The ID of a scope in one module.
    pub ScopeId
);

/// A run of [`Summary::lists`].
#[derive(Clone, Copy, Debug, Default, bitcode::Encode, bitcode::Decode)]
pub(crate) struct List {
    pub(crate) start: u32,
    pub(crate) len: u32,
}

/// An argument of a call.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct Argument {
    pub(crate) kind: ArgumentKind,
    pub(crate) value: ExpressionId,
}

/// How an argument is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub(crate) enum ArgumentKind {
    /// `value`.
    Positional,
    /// `name=value`.
    Keyword(NameId),
    /// `*value`.
    Starred,
    /// `**value`.
    DoubleStarred,
}

index!(
    /// The arguments of a call: a run of [`Summary::arguments`]. The first is that of all calls without any.
    pub(crate) ArgumentsId
);

index!(
    /// The way from an unpacked value to one target, in [`Summary::paths`].
    pub(crate) PathId
);

/// What a display or comprehension makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub(crate) enum Collection {
    List,
    Set,
    /// Its elements are keys and values in turn; that of a comprehension is a tuple of both.
    Dict,
    /// A generator expression.
    Generator,
    /// A generator expression with `async for` or `await`.
    AsyncGenerator,
}

/// A literal, as far as its class tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub(crate) enum Literal {
    /// A text that is not kept: an f-string or a long one.
    Text,
    Bytes,
    Integer(i32),
    /// An integer that is not kept.
    LargeInteger,
    /// Of its value only the size is kept.
    Float(FloatSize),
    Boolean(bool),
}

/// How large a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub(crate) enum FloatSize {
    Zero,
    /// So few seconds are no wait: fewer than 0.01.
    Short,
    Other,
}

/// What joins the values of [`Expression::Either`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub(crate) enum Choice {
    And,
    Or,
    /// `a if test else b`; the test is not among the values.
    Conditional,
}

/// An operator between two values that asks the left one's class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub(crate) enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    BitOr,
    BitAnd,
    ShiftRight,
    ShiftLeft,
    MatrixMultiply,
}

/// An expression, as far as inference can ask about it. Those that say the same wherever they stand are
/// kept once, with an empty span: literals but strings, [`Expression::Slice`], [`Expression::None`],
/// [`Expression::Plain`], [`Expression::Opaque`].
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) enum Expression {
    /// A name.
    Name(NameId),
    /// `value.name`.
    Attribute { value: ExpressionId, name: NameId },
    /// `callee(...)`.
    Call { callee: ExpressionId, arguments: ArgumentsId },
    /// `await value`.
    Await(ExpressionId),
    /// `value[slice]`.
    Subscript { value: ExpressionId, slice: ExpressionId },
    /// A tuple.
    Tuple(List),
    /// A list, set or dict display. `**value` in a dict stands as an opaque key and the starred value.
    Display { collection: Collection, elements: List },
    /// A comprehension or generator expression. Its targets are bound in the scope around it, confined to it.
    Comprehension { collection: Collection, element: ExpressionId },
    /// `*value` in a display, tuple or subscript.
    Starred(ExpressionId),
    /// A short string that is no annotation (those are lowered to what they say).
    String(NameId),
    /// Another literal.
    Literal(Literal),
    /// `left operator right`.
    Binary { operator: Operator, left: ExpressionId, right: ExpressionId },
    /// One of several.
    Either { choice: Choice, values: List },
    /// A lambda: a function without a name that returns its body.
    Lambda(FunctionId),
    /// `start:stop:step`.
    Slice,
    /// `None`.
    None,
    /// A truth value: a comparison, `not`.
    Truth,
    /// A value that is nothing to the event loop: `...`, a complex number.
    Plain,
    /// Anything else.
    Opaque,
}

/// What an unpacked value is a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub(crate) enum PartOf {
    /// `a, b = value`.
    Value,
    /// `with value as (a, b)`.
    With,
    /// `async with value as (a, b)`.
    AsyncWith,
    /// `for a, b in value`.
    For,
    /// `async for a, b in value`.
    AsyncFor,
}

/// A step from an unpacked value to a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, bitcode::Encode, bitcode::Decode)]
pub(crate) enum Step {
    /// The element at this place.
    Element(u8),
    /// The element at this place from the end, after a starred target; 0 is the last.
    FromEnd(u8),
    /// What `*name` takes: a list of the elements but for so many before and after it.
    Rest { before: u8, after: u8 },
}

/// How a name comes to mean something.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) enum BindingKind {
    /// `name = value`.
    Value(ExpressionId),
    /// `name: annotation` or `name: annotation = value`.
    Annotated { annotation: ExpressionId, value: Option<ExpressionId> },
    /// A `def`.
    Function(FunctionId),
    /// A `class`.
    Class(ClassId),
    /// `import a.b as name` binds the module; `import a.b` binds `a`.
    Import { module: NameId },
    /// `from module import name`, the module's name made absolute.
    ImportFrom { module: NameId, name: NameId },
    /// `with value as name`.
    With { value: ExpressionId, is_async: bool },
    /// `for name in iterable`, of a loop or comprehension.
    For { iterable: ExpressionId, is_async: bool },
    /// A target inside an unpacking.
    Part { of: PartOf, value: ExpressionId, path: PathId },
    /// `except value as name`.
    Except(ExpressionId),
    /// `case Class() as name`, and a name that a pattern takes whole: `case name` of the subject.
    Matched { class: Option<ExpressionId>, subject: ExpressionId },
    /// `type name = value`, or an explicit `TypeAlias`.
    Alias(ExpressionId),
    /// Another pattern, `del`: not known.
    Opaque,
}

/// One binding of a name in a scope.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct Binding {
    /// Where it takes effect, a byte offset.
    pub(crate) offset: u32,
    /// The block that it stands in; inside that block it hides what was bound before.
    pub(crate) block: Span,
    /// The outermost loop around it, empty without one: a later binding in a loop reaches earlier uses.
    /// Of a comprehension's target, [`Binding::CONFINED`]; its block is the comprehension.
    pub(crate) in_loop: Span,
    /// Where it is not seen, though it stands before: behind a block that ends in a jump, and in the other
    /// branches of the statement that it stands in. One that ends at the greatest offset has no end.
    pub(crate) unseen: Span,
    /// The scope in which its expression is read: that of the statement, which is another one for a name
    /// declared `global` or `nonlocal`.
    pub(crate) scope: ScopeId,
    /// What it binds.
    pub(crate) kind: BindingKind,
}

impl BindingKind {
    /// What an assignment binds.
    pub(crate) fn value(self) -> Option<ExpressionId> {
        match self {
            Self::Value(value) | Self::Annotated { value: Some(value), .. } => Some(value),
            _ => None,
        }
    }
}

impl Binding {
    /// Stands for the loop of a comprehension's target: it is seen inside its block only.
    pub(crate) const CONFINED: Span = Span { start: u32::MAX, end: u32::MAX };

    /// Whether it is seen inside its block only.
    pub(crate) fn is_confined(&self) -> bool {
        self.in_loop == Self::CONFINED
    }

    /// Whether a use at `offset` sees nothing that was bound before.
    pub(crate) fn hides_at(&self, offset: u32) -> bool {
        !self.may_run_any_time() && self.block.start <= offset && offset <= self.block.end
    }

    /// Whether control can get from it to a use at `offset` that stands behind it.
    pub(crate) fn is_seen_behind(&self, offset: u32) -> bool {
        let Span { start, end } = self.unseen;
        self.offset <= offset && !(start <= offset && (offset < end || end == u32::MAX && start < end))
    }

    /// Whether a function makes it in a scope around its own, by `global` or `nonlocal`.
    pub(crate) fn may_run_any_time(&self) -> bool {
        self.block.start == u32::MAX
    }

    /// Whether it stands at the top level of its scope.
    pub(crate) fn is_unconditional(&self) -> bool {
        self.block.end == u32::MAX
    }
}

/// The bindings of one name in a scope: a run of [`Summary::bindings`], in source order, and right after it
/// those that are confined to a comprehension, in source order too.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct Entry {
    pub(crate) name: NameId,
    pub(crate) start: u32,
    /// How many there are, without the confined ones.
    pub(crate) len: u32,
    /// How many are confined.
    pub(crate) confined: u32,
}

/// A `from module import *`.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct StarImport {
    /// The module's name, absolute.
    pub(crate) module: NameId,
    /// Where it takes effect, a byte offset.
    pub(crate) offset: u32,
    /// Whether it stands at the top level of its scope.
    pub(crate) is_unconditional: bool,
}

/// What a scope belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub(crate) enum ScopeKind {
    /// The module.
    Module,
    /// A class body.
    Class(ClassId),
    /// A function body.
    Function(FunctionId),
}

/// What a test says of a name, or of an attribute that is written as a dotted name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub(crate) enum Test {
    /// `isinstance(name, classes)`.
    Instance(ExpressionId),
    /// `name is None`; its negation also stands for a plain `if name`.
    None,
    /// A plain `if name`; only its negation is kept.
    Truth,
    /// `inspect.isawaitable(name)`.
    Awaitable,
    /// `inspect.iscoroutine(name)`, `asyncio.iscoroutine(name)`.
    Coroutine,
    /// `inspect.iscoroutinefunction(name)`, `asyncio.iscoroutinefunction(name)`.
    CoroutineFunction,
    /// `callable(name)`.
    Callable,
    /// `hasattr(name, "attribute")`.
    HasAttribute(NameId),
}

/// A range of a scope in which a test is known to have come out true, or false.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct Narrowing {
    /// The name, with its attributes as it is written.
    pub(crate) name: NameId,
    /// Where it holds.
    pub(crate) range: Span,
    /// The value that was tested is what the name was bound to up to this offset.
    pub(crate) since: u32,
    pub(crate) test: Test,
    /// Whether the test came out false there.
    pub(crate) is_negated: bool,
}

/// A statement in which every way that goes on behind it binds a name.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct Join {
    pub(crate) name: NameId,
    /// The statement.
    pub(crate) statement: Span,
    /// The end of the block that it stands in: up to there it hides what was bound before it.
    pub(crate) until: u32,
}

/// A scope.
#[derive(Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct Scope {
    pub(crate) kind: ScopeKind,
    pub(crate) parent: Option<ScopeId>,
    /// Sorted by the id of the name.
    pub(crate) entries: Vec<Entry>,
    /// In source order.
    pub(crate) star_imports: Vec<StarImport>,
    /// Names declared `global`.
    pub(crate) globals: Vec<NameId>,
    /// Names declared `nonlocal`.
    pub(crate) nonlocals: Vec<NameId>,
    /// Whether it sets attributes of objects; they are bound under their dotted names.
    pub(crate) binds_attributes: bool,
    /// In source order of where they begin.
    pub(crate) narrowings: Vec<Narrowing>,
    /// Sorted by name, then in source order of where they end.
    pub(crate) joins: Vec<Join>,
    /// The loops, in source order.
    pub(crate) loops: Vec<Span>,
}

/// How a parameter takes its argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub(crate) enum ParameterKind {
    PositionalOnly,
    Positional,
    /// `*args`.
    Variadic,
    KeywordOnly,
    /// `**kwargs`.
    VariadicKeyword,
}

/// A parameter of a function.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct Parameter {
    pub(crate) name: NameId,
    pub(crate) kind: ParameterKind,
    pub(crate) annotation: Option<ExpressionId>,
    /// Read in the scope around the function.
    pub(crate) default: Option<ExpressionId>,
}

impl Function {
    /// Whether one of its parameters has this name.
    pub(crate) fn has_parameter(&self, name: NameId) -> bool {
        self.parameters.iter().any(|parameter| parameter.name == name)
    }
}

impl Parameter {
    /// `*args` or `**kwargs`.
    pub(crate) fn is_variadic(&self) -> bool {
        matches!(self.kind, ParameterKind::Variadic | ParameterKind::VariadicKeyword)
    }
}

/// A function, or a lambda.
#[derive(Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct Function {
    /// `<lambda>` for a lambda.
    pub(crate) name: NameId,
    /// The scope of its body.
    pub(crate) scope: ScopeId,
    /// `async def`.
    pub(crate) is_async: bool,
    /// It has a `yield` of its own.
    pub(crate) is_generator: bool,
    pub(crate) overloads: Overloads,
    pub(crate) suspension: Suspension,
    /// From top to bottom.
    pub(crate) decorators: List,
    /// In the order of their kinds: positional-only, positional, `*args`, keyword-only, `**kwargs`.
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) returns: Option<ExpressionId>,
    /// What its reachable `return` statements give, `None` of a bare one included; the body of a lambda.
    pub(crate) returned: List,
    /// Whether control can reach the end of its body.
    pub(crate) falls_through: bool,
    /// What it yields, a bare `yield` as `None`.
    pub(crate) yielded: List,
    /// What it delegates to by `yield from`.
    pub(crate) yielded_from: List,
    /// Whether its body only holds the place of another: `...`, `pass`, a docstring, `raise`.
    pub(crate) is_placeholder: bool,
    /// Whether it returns a parameter, what a call of one gives, or, without an annotation, what something makes of one
    /// alone.
    pub(crate) returns_parameter: bool,
    /// Whether it returns what it also stores or gives to a call: whoever drops its result loses nothing.
    pub(crate) keeps_returned: bool,
    /// Whether a plain function may raise anything before it returns a value: it has a bare `raise`, an `assert`, or a call of
    /// which it drops what it gives, as of a check.
    pub(crate) may_refuse: bool,
    /// What a plain function that returns a value raises by name.
    pub(crate) raised: List,
    /// Which of its first 32 parameters it does nothing with but call them, as statements of their own: what they give is
    /// dropped. One bit for each.
    pub(crate) drops: u32,
    /// Whether its text asks if a function is asynchronous: `iscoroutinefunction(function)`.
    pub(crate) asks_if_async: bool,
    /// Whether it, or a function inside, sets attributes of an object or items of a parameter by the names that a loop
    /// brings: `for name in …: setattr(cls, name, …)`, `namespace[name] = …`.
    pub(crate) sets_names_of_loop: bool,
    /// The names of its type parameters (PEP 695).
    pub(crate) type_parameters: Vec<NameId>,
    /// From `def` or `async` to the name; the whole of a lambda.
    pub(crate) header: Span,
    /// Where its body ends.
    pub(crate) end: u32,
}

/// A block in which an exception is expected: `with pytest.raises(LookupError):`.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct Expectation {
    pub(crate) scope: ScopeId,
    /// The context manager.
    pub(crate) manager: ExpressionId,
    pub(crate) body: Span,
}

/// How the body of a function can give control back to the event loop.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) enum Suspension {
    /// It can: it has an `async for`, in code of others an `async with`, or says nothing of its own (`...`, `raise`).
    Possible,
    /// Only where it awaits one of these expressions, or enters one by `async with`; of none, nowhere.
    Awaits {
        /// The operands of `await`.
        awaited: List,
        /// The context managers of `async with`.
        entered: List,
    },
}

/// Whether a function is one of several signatures under one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub(crate) enum Overloads {
    /// It stands alone.
    None,
    /// All of them, and the implementation where there is one, are `async def`.
    AllAsync,
    /// Some are, or none.
    Mixed,
}

/// An attribute that a method of the class sets on its first parameter.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct Attribute {
    pub(crate) name: NameId,
    /// The scope in which its expression is read.
    pub(crate) scope: ScopeId,
    pub(crate) offset: u32,
    pub(crate) kind: BindingKind,
}

/// Something that is put into a container after it was made.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct Addition {
    /// The scope in which its expressions are read.
    pub(crate) scope: ScopeId,
    pub(crate) kind: AdditionKind,
}

/// How something is put into a container.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) enum AdditionKind {
    /// `container.append(value)`.
    Element(ExpressionId),
    /// `container.extend(value)`.
    Elements(ExpressionId),
    /// `container[key] = value`.
    Entry { key: ExpressionId, value: ExpressionId },
    /// `container.update(value)`, `container |= value`: the entries of a mapping, or the elements of anything else.
    Merged(ExpressionId),
    /// Something, by a way that is not understood. It stands alone.
    Unknown,
}

/// A container, and what its module puts into it after it was made.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct Container {
    /// The display, comprehension or call that makes it.
    pub(crate) value: ExpressionId,
    pub(crate) starts_empty: bool,
    /// A run of [`Summary::additions`].
    pub(crate) additions: List,
}

/// A class.
#[derive(Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct Class {
    pub(crate) name: NameId,
    /// The scope of its body.
    pub(crate) scope: ScopeId,
    pub(crate) bases: List,
    pub(crate) decorators: List,
    pub(crate) metaclass: Option<ExpressionId>,
    /// Whether a method sets attributes of the instance whose names are not known: `setattr(self, name, value)`.
    pub(crate) sets_any_attribute: bool,
    /// Sorted by the id of the name, then in source order.
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) type_parameters: Vec<NameId>,
    /// From `class` to the name.
    pub(crate) header: Span,
    /// Whether its body binds `__getattr__`.
    pub(crate) intercepts_attributes: bool,
    /// Whether it has a `__getattribute__` that never gives what that of another class would.
    pub(crate) hides_attributes: bool,
}

impl Class {
    /// Where what methods set on `self.name` stands among the attributes.
    pub(crate) fn places_of_attribute(&self, name: NameId) -> Range<usize> {
        let start = self.attributes.partition_point(|attribute| attribute.name < name);
        let len = self.attributes[start..].partition_point(|attribute| attribute.name == name);
        start..start + len
    }
}

/// What becomes of the value of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub(crate) enum Usage {
    /// The call is a statement.
    Dropped,
    /// `await call()` is a statement.
    AwaitedAndDropped,
    /// `await call()` inside a statement.
    Awaited,
    /// It is returned or yielded, or is the body of a lambda.
    Returned,
    /// It is the whole right side of an assignment.
    Assigned,
    /// It is tested, compared, formatted, or used as an operand: as the value that it should be.
    Used,
    /// It is an argument of another call.
    Argument,
    /// It is what `with`, `async with` or `async for` takes.
    Entered,
    /// Anything else: an element, a subscript, a default.
    Other,
}

impl Usage {
    /// Whether `await` stands before the call.
    pub(crate) fn is_awaited(self) -> bool {
        matches!(self, Self::Awaited | Self::AwaitedAndDropped)
    }
}

/// A reachable call in a file of the project: what the rules and the consensus ask about.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct CallSite {
    /// The call.
    pub(crate) expression: ExpressionId,
    /// The scope it stands in.
    pub(crate) scope: ScopeId,
    pub(crate) usage: Usage,
    /// Whether it stands in a block that expects an exception: `with pytest.raises(...)`, `suppress(...)`.
    pub(crate) expects_exception: bool,
    /// Whether another branch of an `if` around it awaits a call of the same last name, and the test between them
    /// may ask whether something is asynchronous.
    pub(crate) is_awaited_in_sibling: bool,
    /// Whether a branch that excludes this one awaits a call of the same last name, or gives it to another call.
    pub(crate) is_used_in_sibling: bool,
    /// Whether it is one branch of a conditional expression of which the other is awaited.
    pub(crate) is_beside_await: bool,
    /// Whether a `try` around it in its scope may catch a `RuntimeError`.
    pub(crate) catches_runtime_error: bool,
    /// Whether a handler of such a `try` is for a `RuntimeError`, and not for all exceptions.
    pub(crate) expects_runtime_error: bool,
    /// Whether it stands in `if __name__ == "__main__":`, not in a function or class there.
    pub(crate) is_in_script: bool,
    /// How many branches it stands in, one inside the other: what is around them may run without it, though nothing raises or
    /// returns before.
    pub(crate) branches: u8,
}

/// What `async` code asks of a value by special methods, and plain code by others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub(crate) enum Protocol {
    /// `with` enters it.
    With,
    /// `for` runs over it.
    For,
    /// `async with` enters it.
    AsyncWith,
    /// `async for` runs over it.
    AsyncFor,
    /// It is awaited, and is no call.
    Await,
}

/// A value in an `async def` of the project of which special methods are asked, where no exception is expected.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct ProtocolUse {
    pub(crate) protocol: Protocol,
    /// What is entered, run over or awaited.
    pub(crate) value: ExpressionId,
    pub(crate) scope: ScopeId,
    /// Where the statement begins that could be an `async` one, or is; `None` for a `with` of several items, and where another
    /// kind of value would be made.
    pub(crate) keyword: Option<u32>,
}

/// How an endless loop catches a cancellation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub enum SwallowForm {
    /// `except CancelledError:`.
    Cancelled,
    /// `except BaseException:`.
    Base,
    /// `except:`.
    Bare,
    /// `with suppress(CancelledError):`.
    Suppress,
}

/// What a module puts in the place of an attribute from outside of its class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, bitcode::Encode, bitcode::Decode)]
pub(crate) enum Replacement {
    /// What it says.
    Value,
    /// The mock that `patch` makes by itself: an `AsyncMock` for an `async def`, else a `MagicMock`.
    Mock,
}

/// What may swallow a cancellation in a loop of an `async def` of the project that nothing else ends.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct Swallow {
    /// From `except` to the class; the call of `suppress`.
    pub(crate) at: Span,
    pub(crate) scope: ScopeId,
    /// The class that is caught; `None` of a bare `except`.
    pub(crate) class: Option<ExpressionId>,
    pub(crate) form: SwallowForm,
    /// Whether it catches nothing but cancellations.
    pub(crate) is_alone: bool,
    /// The last statement of the handler.
    pub(crate) last: Span,
}

/// A comment that may suppress a diagnostic.
#[derive(Clone, Debug, bitcode::Encode, bitcode::Decode)]
pub struct Comment {
    /// The range of the comment, from `#` to the end of the line.
    pub span: Span,
    /// The text of the comment.
    pub text: String,
    /// Whether only white space precedes the comment on its line.
    pub own_line: bool,
}

/// A syntax error.
#[derive(Clone, Debug, bitcode::Encode, bitcode::Decode)]
pub struct SyntaxError {
    /// The position at which the parser failed.
    pub span: Span,
    /// The message of the parser.
    pub message: String,
}

/// The summary of a module.
#[derive(Debug, bitcode::Encode, bitcode::Decode)]
pub struct Summary {
    pub(crate) names: Names,
    pub(crate) expressions: Vec<Expression>,
    /// By expression.
    pub(crate) spans: Vec<Span>,
    pub(crate) lists: Vec<ExpressionId>,
    pub(crate) bindings: Vec<Binding>,
    /// The first is the module's.
    pub(crate) scopes: Vec<Scope>,
    pub(crate) functions: Vec<Function>,
    pub(crate) classes: Vec<Class>,
    /// By [`ArgumentsId`].
    pub(crate) argument_runs: Vec<List>,
    pub(crate) arguments: Vec<Argument>,
    /// By [`PathId`].
    pub(crate) paths: Vec<Vec<Step>>,
    /// In source order; of a library, none.
    pub(crate) calls: Vec<CallSite>,
    /// Sorted by their expression.
    pub(crate) containers: Vec<Container>,
    /// In source order.
    pub(crate) protocol_uses: Vec<ProtocolUse>,
    /// In source order; of a library, none.
    pub(crate) expectations: Vec<Expectation>,
    /// In source order of where their loops end.
    pub(crate) swallows: Vec<Swallow>,
    /// The `async def`s of the project that write shared state by what they read before an `await`, in source order.
    pub(crate) stale: Vec<FunctionId>,
    /// The modules that absolute imports need which nothing guards against an `ImportError`, ascending; of a library, none.
    pub(crate) needed: Vec<NameId>,
    pub(crate) additions: Vec<Addition>,
    /// The names of functions and classes that are given on as values, and so may be called by anything; of a library, none.
    pub(crate) passed_on: Vec<NameId>,
    /// Names of attributes that the module sets from outside of their class, sorted by their ids; and where they are
    /// seen: what a test sets is seen in that test, anything else in the whole module.
    pub(crate) patched: Vec<(NameId, ScopeId, Replacement)>,
    /// The names that decorators of functions state: `@pytest.fixture(name="client")`; in source order.
    pub(crate) stated_names: Vec<(FunctionId, NameId)>,
    pub(crate) comments: Vec<Comment>,
    pub(crate) syntax_errors: Vec<SyntaxError>,
}

impl Summary {
    /// What other modules can see of the module, name by name, and what it says where it is asked. Worked out anew by each call.
    pub(crate) fn interface(&self, asked: Asked, catalogue: &Catalogue) -> Interface {
        interface::interface(self, asked, catalogue)
    }

    pub(crate) const MODULE_SCOPE: ScopeId = ScopeId(0);

    pub(crate) fn scope(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.index()]
    }

    pub(crate) fn function(&self, id: FunctionId) -> &Function {
        &self.functions[id.index()]
    }

    pub(crate) fn class(&self, id: ClassId) -> &Class {
        &self.classes[id.index()]
    }

    pub(crate) fn expression(&self, id: ExpressionId) -> Expression {
        self.expressions[id.index()]
    }

    pub(crate) fn span(&self, id: ExpressionId) -> Span {
        self.spans[id.index()]
    }

    pub(crate) fn list(&self, list: List) -> &[ExpressionId] {
        &self.lists[list.start as usize..(list.start + list.len) as usize]
    }

    pub(crate) fn arguments(&self, id: ArgumentsId) -> &[Argument] {
        let List { start, len } = self.argument_runs[id.index()];
        &self.arguments[start as usize..(start + len) as usize]
    }

    /// The container that an expression makes, if something is put into it.
    pub(crate) fn container(&self, made: ExpressionId) -> Option<Container> {
        let place = self.containers.binary_search_by_key(&made, |container| container.value);
        Some(self.containers[place.ok()?])
    }

    /// What is put into a container.
    pub(crate) fn additions_to(&self, container: Container) -> &[Addition] {
        let List { start, len } = container.additions;
        &self.additions[start as usize..(start + len) as usize]
    }

    pub(crate) fn path(&self, id: PathId) -> &[Step] {
        &self.paths[id.index()]
    }

    pub(crate) fn name(&self, id: NameId) -> &str {
        self.names.get(id)
    }

    /// The place of the call of this range among the calls; behind all calls around it, and all before it.
    pub(crate) fn place_of_call(&self, range: Span) -> usize {
        let key = |span: Span| (span.start, Reverse(span.end));
        self.calls.partition_point(|site| key(self.span(site.expression)) < key(range))
    }

    /// The call of this range.
    pub(crate) fn call_site(&self, range: Span) -> Option<&CallSite> {
        let site = self.calls.get(self.place_of_call(range))?;
        (self.span(site.expression) == range).then_some(site)
    }

    /// Whether the module sets an attribute of this name from outside of its class, as seen from a scope, to something else
    /// than the mock that `patch` makes by itself.
    pub(crate) fn patches(&self, attribute: &str, from: ScopeId) -> bool {
        self.replacements(attribute, from).any(|replacement| replacement == Replacement::Value)
    }

    /// Whether the module puts anything in the place of an attribute of this name, as seen from a scope.
    pub(crate) fn replaces(&self, attribute: &str, from: ScopeId) -> bool {
        self.replacements(attribute, from).next().is_some()
    }

    /// Whether the module sets an attribute of this name from outside of its class, wherever that is seen.
    pub(crate) fn sets_attribute(&self, attribute: &str) -> bool {
        let name = self.names.find(attribute);
        self.patched.iter().any(|(patched, ..)| Some(*patched) == name)
    }

    fn replacements(&self, attribute: &str, from: ScopeId) -> impl Iterator<Item = Replacement> {
        let attribute = if self.patched.is_empty() { None } else { self.names.find(attribute) };
        let start = attribute
            .map_or(self.patched.len(), |name| self.patched.partition_point(|patched| patched.0 < name));
        let of_name = self.patched[start..].iter().take_while(move |patched| Some(patched.0) == attribute);
        of_name
            .filter(move |(_, scope, _)| self.is_inside(from, *scope))
            .map(|(_, _, replacement)| *replacement)
    }

    /// The bindings of `name` in a scope, in source order; empty without any.
    pub(crate) fn bindings_of(&self, scope: ScopeId, name: &str) -> &[Binding] {
        match self.entry(scope, name) {
            Some(entry) => self.bindings_in(entry),
            None => &[],
        }
    }

    /// The entry of a name that the scope binds, and not only inside its comprehensions.
    pub(crate) fn entry(&self, scope: ScopeId, name: &str) -> Option<Entry> {
        self.any_entry(scope, name).filter(|entry| entry.len > 0)
    }

    fn any_entry(&self, scope: ScopeId, name: &str) -> Option<Entry> {
        self.entry_of(scope, self.names.find(name)?)
    }

    /// The entry of a name that the scope binds, be it only inside its comprehensions.
    pub(crate) fn entry_of(&self, scope: ScopeId, name: NameId) -> Option<Entry> {
        let entries = &self.scope(scope).entries;
        let index = entries.binary_search_by_key(&name, |entry| entry.name).ok()?;
        Some(entries[index])
    }

    /// Without the confined ones.
    pub(crate) fn bindings_in(&self, entry: Entry) -> &[Binding] {
        &self.bindings[entry.start as usize..(entry.start + entry.len) as usize]
    }

    /// The confined ones.
    pub(crate) fn confined_in(&self, entry: Entry) -> &[Binding] {
        let start = (entry.start + entry.len) as usize;
        &self.bindings[start..start + entry.confined as usize]
    }

    /// The binding of the innermost comprehension around `offset` that has `name` as a target, by its place
    /// in [`Summary::bindings`]. It hides all others.
    pub(crate) fn confined_binding(&self, scope: ScopeId, name: NameId, offset: u32) -> Option<u32> {
        let entry = self.entry_of(scope, name)?;
        let place = self.confined_around(entry, offset)?;
        Some(entry.start + entry.len + place)
    }

    /// The same by its place among the confined bindings of an entry.
    pub(crate) fn confined_around(&self, entry: Entry, offset: u32) -> Option<u32> {
        let is_around = |binding: &Binding| binding.block.start <= offset && offset < binding.block.end;
        let place = self.confined_in(entry).iter().rposition(is_around)?;
        Some(place as u32)
    }

    /// What the methods of a class set on `self.name`.
    pub(crate) fn attributes_of(&self, class: ClassId, name: &str) -> &[Attribute] {
        let class = self.class(class);
        if class.attributes.is_empty() {
            return &[];
        }
        let named = self.names.find(name);
        named.map_or(&[], |name| &class.attributes[class.places_of_attribute(name)])
    }

    /// The nearest function around a scope, itself included.
    pub(crate) fn enclosing_function(&self, scope: ScopeId) -> Option<FunctionId> {
        match self.scope(scope).kind {
            ScopeKind::Function(function) => Some(function),
            ScopeKind::Module | ScopeKind::Class(_) => None,
        }
    }

    /// The class whose body a function stands in directly.
    pub(crate) fn class_of(&self, function: FunctionId) -> Option<ClassId> {
        let parent = self.scope(self.function(function).scope).parent?;
        match self.scope(parent).kind {
            ScopeKind::Class(class) => Some(class),
            ScopeKind::Module | ScopeKind::Function(_) => None,
        }
    }

    /// Whether the first parameter of a function is the object or class that it belongs to.
    pub(crate) fn has_receiver(&self, function: FunctionId) -> bool {
        let definition = self.function(function);
        let mut decorators = self.list(definition.decorators).iter();
        self.class_of(function).is_some()
            && !definition.parameters.is_empty()
            && !decorators.any(|decorator| self.last_name(*decorator) == Some("staticmethod"))
    }

    /// The dotted name of a scope inside its module: `Class.method`; empty for the module.
    pub(crate) fn qualified_name(&self, scope: ScopeId) -> String {
        let named = self.scopes_from(scope).filter_map(|id| match self.scope(id).kind {
            ScopeKind::Module => None,
            ScopeKind::Class(class) => Some(self.class(class).name),
            ScopeKind::Function(function) => Some(self.function(function).name),
        });
        let mut parts: SmallVec<[&str; 4]> = named.map(|name| self.name(name)).collect();
        parts.reverse();
        parts.join(".")
    }

    /// The last part of a dotted name; of a call or subscript, that of what is called or subscripted.
    pub(crate) fn last_name(&self, id: ExpressionId) -> Option<&str> {
        self.last_name_id(id).map(|name| self.name(name))
    }

    /// The same, as an id. It is not looked for behind more calls and subscripts than anybody writes.
    pub(crate) fn last_name_id(&self, id: ExpressionId) -> Option<NameId> {
        const MAX_CALLS: usize = 64;
        let mut id = id;
        for _ in 0..MAX_CALLS {
            match self.expression(id) {
                Expression::Name(name) | Expression::Attribute { name, .. } => return Some(name),
                Expression::Call { callee: inner, .. } | Expression::Subscript { value: inner, .. } => {
                    id = inner;
                }
                _ => return None,
            }
        }
        None
    }

    /// A name with its attributes, as it is written.
    pub(crate) fn dotted_name(&self, id: ExpressionId) -> Option<String> {
        Some(self.dotted_parts(id)?.join("."))
    }

    /// Whether an expression is written as this dotted name. Most are told apart by their last part, however long they are.
    pub(crate) fn is_dotted_name(&self, id: ExpressionId, dotted: &str) -> bool {
        let (mut id, mut rest) = (id, dotted);
        while let Expression::Attribute { value, name } = self.expression(id) {
            let before = rest.strip_suffix(self.name(name)).and_then(|before| before.strip_suffix('.'));
            let Some(before) = before else { return false };
            (id, rest) = (value, before);
        }
        matches!(self.expression(id), Expression::Name(name) if self.name(name) == rest)
    }

    /// A name and its attributes, each as it is written.
    pub(crate) fn dotted_parts(&self, id: ExpressionId) -> Option<SmallVec<[&str; 4]>> {
        let mut parts = SmallVec::<[&str; 4]>::new();
        let mut id = id;
        while let Expression::Attribute { value, name } = self.expression(id) {
            parts.push(self.name(name));
            id = value;
        }
        let Expression::Name(name) = self.expression(id) else { return None };
        parts.push(self.name(name));
        parts.reverse();
        Some(parts)
    }

    /// The header of the definition with this qualified name.
    pub(crate) fn definition(&self, symbol: &str) -> Option<Span> {
        let mut scope = Self::MODULE_SCOPE;
        let mut header = None;
        for part in symbol.split('.') {
            let found = self.bindings_of(scope, part).iter().filter_map(|binding| match binding.kind {
                BindingKind::Function(id) => {
                    let function = self.function(id);
                    Some((function.is_async, function.scope, function.header))
                }
                BindingKind::Class(id) => Some((false, self.class(id).scope, self.class(id).header)),
                _ => None,
            });
            // The last one, and of functions an async one: those are what notes speak of.
            let (_, inner, span) = found.max_by_key(|(is_async, ..)| *is_async)?;
            (scope, header) = (inner, Some(span));
        }
        header
    }
}
