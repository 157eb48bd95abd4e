//! The summary of a module: scopes, bindings, classes, functions, and the expressions that inference needs.
//! It remains after the syntax tree is dropped. A summary is immutable, does not refer to other modules,
//! and is the unit of the disk cache.

mod bound_values;
mod builtin_uses;
mod definitions;
mod interface;
mod lower;
mod name_uses;
mod names;
mod nesting;
mod queries;
mod static_condition;

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::OnceLock;

use loopmend_catalog::{Role, Roles, named};
use loopmend_core::Span;
use smallvec::SmallVec;

use crate::call_targets::Catalogue;

use bound_values::BoundValues;
pub use builtin_uses::{taker_of_elements, taker_of_values};
pub use definitions::each_function;
pub use interface::{Asked, AskedCalls, Extent, Inheritance, Interface, NameHash, Units, Usages};
pub use interface::{EAGER_FACTORY, SET_TASK_FACTORY};
pub use lower::{Target, expects_runtime_error, handles_runtime_error, lower, may_catch_runtime_error};
pub use name_uses::{NameUse, NamedArgument};
pub use names::{HashedName, NameId, Names};
use nesting::Nesting;
pub use queries::CallView;
pub use static_condition::static_condition;

macro_rules! index {
    ($(#[$doc:meta])* $visibility:vis $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, bitcode::Encode, bitcode::Decode)]
        $visibility struct $name(pub u32);

        impl $name {
            /// Returns the ID as an index.
            pub fn index(self) -> usize {
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

/// A range of [`Summary::lists`].
#[derive(Clone, Copy, Debug, Default, bitcode::Encode, bitcode::Decode)]
pub struct List {
    pub(crate) start: u32,
    /// The number of entries.
    pub len: u32,
}

/// An argument of a call.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub struct Argument {
    /// How it is passed.
    pub kind: ArgumentKind,
    /// The argument itself, without its name or stars.
    pub value: ExpressionId,
}

/// How an argument is passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub enum ArgumentKind {
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
    /// The arguments of a call: a range of [`Summary::arguments`]. The first ID is that of all calls
    /// without arguments.
    pub ArgumentsId
);

index!(
    /// The path from an unpacked value to one target, in [`Summary::paths`].
    pub PathId
);

/// The value that a display or comprehension creates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
#[expect(missing_docs, reason = "a display is named after its class")]
pub enum Collection {
    List,
    Set,
    /// A dict. Its elements are alternating keys and values; the element of a comprehension is a tuple of
    /// both.
    Dict,
    /// A generator expression.
    Generator,
    /// A generator expression with `async for` or `await`.
    AsyncGenerator,
}

/// A literal, reduced to what determines its class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
#[expect(missing_docs, reason = "a literal is named after its class")]
pub enum Literal {
    /// A string that is not kept: an f-string or a long string.
    Text,
    Bytes,
    Integer(i32),
    /// A large integer, whose value is not kept.
    LargeInteger,
    /// A float, of which only the size class is kept.
    Float(FloatSize),
    Boolean(bool),
}

/// The size class of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
#[expect(missing_docs, reason = "`Zero` and `Other` need no comment")]
pub enum FloatSize {
    Zero,
    /// Less than 0.01: too few seconds to be a wait.
    Short,
    Other,
}

/// What joins the values of [`Expression::Either`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
#[expect(missing_docs, reason = "the operators are named as in Python")]
pub enum Choice {
    And,
    Or,
    /// `a if test else b`, without the test.
    Conditional,
}

/// A binary operator whose result depends on the class of the left operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
#[expect(missing_docs, reason = "an operator is named as in `ast`")]
pub enum Operator {
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

/// An expression, as far as inference needs it. Expressions that are independent of their position are kept
/// once, with an empty range: literals except strings, [`Expression::Slice`], [`Expression::None`],
/// [`Expression::Plain`] and [`Expression::Opaque`].
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
#[expect(missing_docs, reason = "the fields are those of the code in the comment")]
pub enum Expression {
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
    /// A list, set or dict display. `**value` in a dict becomes an opaque key and the starred value.
    Display { collection: Collection, elements: List },
    /// A comprehension or generator expression. Its targets are bound in the enclosing scope, confined to
    /// it.
    Comprehension { collection: Collection, element: ExpressionId },
    /// `*value` in a display, tuple or subscript.
    Starred(ExpressionId),
    /// A short string that is not an annotation. Annotations are lowered to the expressions that they
    /// contain.
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
    /// A value that is irrelevant to the event loop: `...`, a complex number.
    Plain,
    /// Anything else.
    Opaque,
}

/// The source of an unpacked value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub enum PartOf {
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
#[expect(missing_docs, reason = "the comment names the fields")]
pub enum Step {
    /// The element at this index.
    Element(u8),
    /// The element at this index from the end, after a starred target; 0 is the last.
    FromEnd(u8),
    /// The part for `*name`: a list of the elements, without a number of them before and after it.
    Rest { before: u8, after: u8 },
}

/// How a name is bound.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
#[expect(missing_docs, reason = "the fields are those of the code in the comment")]
pub enum BindingKind {
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
    /// `from module import name`, with the absolute name of the module.
    ImportFrom { module: NameId, name: NameId },
    /// `with value as name`.
    With { value: ExpressionId, is_async: bool },
    /// `for name in iterable`, of a loop or comprehension.
    For { iterable: ExpressionId, is_async: bool },
    /// A target inside an unpacking.
    Part { of: PartOf, value: ExpressionId, path: PathId },
    /// `except value as name`.
    Except(ExpressionId),
    /// `case Class() as name`, or a name that captures the whole subject: `case name`.
    Matched { class: Option<ExpressionId>, subject: ExpressionId },
    /// `type name = value`, or an explicit `TypeAlias`.
    Alias(ExpressionId),
    /// An unknown binding: another pattern, `del`.
    Opaque,
}

/// One binding of a name in a scope.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub struct Binding {
    /// The byte offset at which the binding takes effect.
    pub offset: u32,
    /// The enclosing block, in which the binding hides earlier ones.
    pub(crate) block: Span,
    /// The outermost enclosing loop; empty without one. A later binding in a loop reaches earlier uses. For
    /// a comprehension target this is [`Binding::CONFINED`], and the block is the comprehension.
    pub(crate) in_loop: Span,
    /// The range in which the binding is not visible although it comes earlier. This is after a block that
    /// ends in a jump, and in the other branches of its statement. A range that ends at the greatest offset
    /// is unbounded.
    pub(crate) unseen: Span,
    /// The scope in which its expression is evaluated: that of the statement. This differs from the
    /// binding's scope for a name declared `global` or `nonlocal`.
    pub scope: ScopeId,
    /// The kind of the binding.
    pub kind: BindingKind,
}

impl BindingKind {
    /// Returns the value that an assignment binds.
    pub fn value(self) -> Option<ExpressionId> {
        match self {
            Self::Value(value) | Self::Annotated { value: Some(value), .. } => Some(value),
            _ => None,
        }
    }
}

impl Binding {
    /// A marker for the loop of a comprehension target, which is visible only in its block.
    pub(crate) const CONFINED: Span = Span { start: u32::MAX, end: u32::MAX };

    /// The offset of a binding that a nested function makes by `global` or `nonlocal`, which may run at any time.
    pub(crate) const ANY_TIME: u32 = u32::MAX;

    /// Returns whether the binding is visible only in its block.
    pub(crate) fn is_confined(&self) -> bool {
        self.in_loop == Self::CONFINED
    }

    /// Returns whether the binding hides all earlier ones from a use at `offset`.
    pub fn hides_at(&self, offset: u32) -> bool {
        !self.may_run_any_time() && self.is_in_block(offset)
    }

    /// Returns whether an offset is in the enclosing block of the binding.
    pub(crate) fn is_in_block(&self, offset: u32) -> bool {
        self.block.start <= offset && offset <= self.block.end
    }

    /// Returns whether control can get from the binding to a later use at `offset`.
    pub fn is_seen_behind(&self, offset: u32) -> bool {
        let Span { start, end } = self.unseen;
        self.offset <= offset && !(start <= offset && (offset < end || end == u32::MAX && start < end))
    }

    /// Returns whether a function makes the binding in an enclosing scope, by `global` or `nonlocal`.
    pub fn may_run_any_time(&self) -> bool {
        self.block.start == u32::MAX
    }

    /// Returns whether the binding is at the top level of its scope.
    pub fn is_unconditional(&self) -> bool {
        self.block.end == u32::MAX
    }
}

/// The bindings of one name in a scope. This is a range of [`Summary::bindings`], in source order, directly
/// followed by the bindings confined to comprehensions, also in source order.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub struct Entry {
    /// The name.
    pub name: NameId,
    /// The index of the first one.
    pub start: u32,
    /// The number of bindings, without the confined ones.
    pub len: u32,
    /// The number of confined bindings.
    pub confined: u32,
    /// The index of the first annotated binding among those that are not confined; [`Self::len`] without one.
    pub(crate) first_annotated: u32,
}

/// A `from module import *`.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub struct StarImport {
    /// The absolute name of the module.
    pub module: NameId,
    /// The byte offset at which the import takes effect.
    pub offset: u32,
    /// Whether the import is at the top level of its scope.
    pub is_unconditional: bool,
}

/// A name that `from module import name` asks of a module.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub struct Imported {
    /// The absolute name of the module.
    pub module: NameId,
    /// The name that is imported.
    pub name: NameId,
    /// The place of the name in the statement.
    pub span: Span,
}

/// The kind of a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub enum ScopeKind {
    /// The module.
    Module,
    /// A class body.
    Class(ClassId),
    /// A function body.
    Function(FunctionId),
}

/// A test of a name, or of an attribute written as a dotted name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub enum Test {
    /// `isinstance(name, classes)`.
    Instance(ExpressionId),
    /// `name is None`. Its negation also represents a plain `if name`.
    None,
    /// A plain `if name`. Only its negation is kept.
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

/// A range of a scope in which the outcome of a test is known.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub struct Narrowing {
    /// The name, with attributes as written.
    pub name: NameId,
    /// The range in which the outcome holds.
    pub range: Span,
    /// The end of the test. The outcome holds for bindings of the name up to this offset.
    pub since: u32,
    /// The test.
    pub test: Test,
    /// Whether the test was false.
    pub is_negated: bool,
}

/// A statement in which every path that continues after it binds a name.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct Join {
    pub(crate) name: NameId,
    /// The range of the statement.
    pub(crate) statement: Span,
    /// The end of the enclosing block, up to which earlier bindings are hidden.
    pub(crate) until: u32,
}

/// A scope.
#[derive(Debug, bitcode::Encode, bitcode::Decode)]
pub struct Scope {
    /// Whether the scope is that of a module, a class or a function.
    pub kind: ScopeKind,
    /// The scope around it.
    pub parent: Option<ScopeId>,
    /// The entries, sorted by the ID of the name.
    pub entries: Vec<Entry>,
    /// The star imports, in source order.
    pub star_imports: Vec<StarImport>,
    /// The names declared `global`.
    pub globals: Vec<NameId>,
    /// The names declared `nonlocal`.
    pub nonlocals: Vec<NameId>,
    /// Whether the scope sets attributes of objects. They are bound under their dotted names.
    pub binds_attributes: bool,
    /// The narrowings, in the order of their starts.
    pub narrowings: Vec<Narrowing>,
    /// The joins, sorted by name, then in the order of their ends.
    pub(crate) joins: Vec<Join>,
    /// The loops, in source order.
    pub loops: Vec<Span>,
    /// The loops that are in no other loop of the scope, in source order.
    pub(crate) outermost_loops: Vec<Span>,
    /// The place in [`Summary::calls`] of the first call of the scope and of the scopes inside it.
    pub(crate) first_call: u32,
    /// The place behind the last one. Calls of other scopes may stand between them.
    pub(crate) end_of_calls: u32,
}

/// The kind of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
#[expect(missing_docs, reason = "the kinds are those of `inspect.Parameter`")]
pub enum ParameterKind {
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
pub struct Parameter {
    /// The name, without stars.
    pub name: NameId,
    /// How arguments reach it.
    pub kind: ParameterKind,
    /// The annotation.
    pub annotation: Option<ExpressionId>,
    /// The default, evaluated in the enclosing scope.
    pub default: Option<ExpressionId>,
}

impl Function {
    /// Returns whether one of the parameters has this name.
    pub fn has_parameter(&self, name: NameId) -> bool {
        self.parameters.iter().any(|parameter| parameter.name == name)
    }
}

impl Parameter {
    /// Returns whether the parameter is `*args` or `**kwargs`.
    pub fn is_variadic(&self) -> bool {
        matches!(self.kind, ParameterKind::Variadic | ParameterKind::VariadicKeyword)
    }
}

/// A function or lambda.
#[derive(Debug, bitcode::Encode, bitcode::Decode)]
pub struct Function {
    /// The name; `<lambda>` for a lambda.
    pub name: NameId,
    /// The scope of the body.
    pub scope: ScopeId,
    /// Whether this is an `async def`.
    pub is_async: bool,
    /// Whether the function itself contains a `yield`.
    pub is_generator: bool,
    /// The signatures of the same name, if there are several.
    pub overloads: Overloads,
    /// How the body can suspend.
    pub suspension: Suspension,
    /// The decorators, from top to bottom.
    pub decorators: List,
    /// The parameters in the order of their kinds: positional-only, positional, `*args`, keyword-only,
    /// `**kwargs`.
    pub parameters: Vec<Parameter>,
    /// The annotation of the result.
    pub returns: Option<ExpressionId>,
    /// The values of its reachable `return` statements, with `None` for a bare one. For a lambda, the body.
    pub returned: List,
    /// Whether control can reach the end of the body.
    pub falls_through: bool,
    /// The yielded values, with `None` for a bare `yield`.
    pub yielded: List,
    /// The operands of `yield from`.
    pub yielded_from: List,
    /// Whether the body is only a placeholder: `...`, `pass`, a docstring, `raise`.
    pub is_placeholder: bool,
    /// Whether the function returns a parameter or the result of calling one. Without an annotation, also
    /// whether it returns something created from a parameter alone.
    pub returns_parameter: bool,
    /// Whether the function also stores what it returns, or passes it to a call. Discarding its result then
    /// loses nothing.
    pub keeps_returned: bool,
    /// Whether a plain function may raise anything before it returns a value. It has a bare `raise`, an
    /// `assert`, or a call whose result is discarded, such as a check.
    pub may_refuse: bool,
    /// The exceptions that a plain function with a return value raises by name.
    pub raised: List,
    /// Which of the first 32 parameters are only called, in statements that discard the result. One bit for
    /// each.
    pub drops: u32,
    /// Whether the text checks if a function is asynchronous: `iscoroutinefunction(function)`.
    pub asks_if_async: bool,
    /// Whether the function or an inner one sets attributes of an object, or items of a parameter, by names
    /// from a loop. Examples: `for name in …: setattr(cls, name, …)`, `namespace[name] = …`.
    pub sets_names_of_loop: bool,
    /// `true` if the function sets an attribute whose name it gets as an argument: `setattr(cls, name, …)`.
    pub sets_given_name: bool,
    /// The names of the type parameters (PEP 695).
    pub type_parameters: Vec<NameId>,
    /// The range from `def` or `async` to the name; for a lambda, the whole lambda.
    pub header: Span,
    /// The end of the body.
    pub end: u32,
}

/// A block in which an exception is expected: `with pytest.raises(LookupError):`.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub struct Expectation {
    /// The scope of the statement.
    pub scope: ScopeId,
    /// The context manager.
    pub manager: ExpressionId,
    /// The range of its body.
    pub body: Span,
}

/// How the body of a function can suspend.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub enum Suspension {
    /// The function can suspend. It has an `async for`, an `async with` in code outside of the project, or
    /// no body of its own (`...`, `raise`).
    Possible,
    /// The function suspends only where it awaits one of these expressions, or enters one by `async with`.
    /// If there are none, it never suspends.
    Awaits {
        /// The operands of `await`.
        awaited: List,
        /// The context managers of `async with`.
        entered: List,
    },
}

/// Whether a function is one of several signatures of the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub enum Overloads {
    /// The function is not overloaded.
    None,
    /// All signatures, and the implementation if there is one, are `async def`.
    AllAsync,
    /// Some or none of the signatures are `async def`.
    Mixed,
}

/// An attribute that a method of the class sets on its first parameter.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub struct Attribute {
    /// The name of the attribute.
    pub name: NameId,
    /// The scope in which its expression is evaluated.
    pub scope: ScopeId,
    /// The byte offset at which it is set.
    pub offset: u32,
    /// How it is set.
    pub kind: BindingKind,
}

/// An item added to a container after its creation.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub struct Addition {
    /// The scope in which its expressions are evaluated.
    pub scope: ScopeId,
    /// How the item is added.
    pub kind: AdditionKind,
}

/// How an item is added to a container.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
#[expect(missing_docs, reason = "the comment names the fields")]
pub enum AdditionKind {
    /// `container.append(value)`.
    Element(ExpressionId),
    /// `container.extend(value)`.
    Elements(ExpressionId),
    /// `container[key] = value`.
    Entry { key: ExpressionId, value: ExpressionId },
    /// `container.update(value)` or `container |= value`: the entries of a mapping, or the elements of any
    /// other iterable.
    Merged(ExpressionId),
    /// An addition that is not understood. It is the only one.
    Unknown,
}

/// A container with the items that its module adds after its creation.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub struct Container {
    /// The display, comprehension or call that creates the container.
    pub(crate) value: ExpressionId,
    /// Whether the container is created without items.
    pub starts_empty: bool,
    /// A range of [`Summary::additions`].
    pub(crate) additions: List,
}

/// A class.
#[derive(Debug, bitcode::Encode, bitcode::Decode)]
pub struct Class {
    /// The name of the class.
    pub name: NameId,
    /// The scope of the body.
    pub scope: ScopeId,
    /// The bases, as written.
    pub bases: List,
    /// The decorators.
    pub decorators: List,
    /// The metaclass that the statement states.
    pub metaclass: Option<ExpressionId>,
    /// Whether the statement has keywords beside the metaclass.
    pub has_options: bool,
    /// Whether a method sets attributes with unknown names on the instance: `setattr(self, name, value)`.
    pub sets_any_attribute: bool,
    /// The attributes, sorted by the ID of the name, then in source order.
    pub attributes: Vec<Attribute>,
    /// The names of the type parameters (PEP 695).
    pub type_parameters: Vec<NameId>,
    /// The range from `class` to the name.
    pub header: Span,
    /// Whether the body binds `__getattr__`.
    pub intercepts_attributes: bool,
    /// Whether the class has a `__getattribute__` that never returns the attribute of another class.
    pub hides_attributes: bool,
    /// Whether the class has a `__getattribute__` that may return attributes which no class defines.
    pub adds_attributes: bool,
}

impl Class {
    /// Returns the indices of the attributes that methods set on `self.name`.
    pub fn places_of_attribute(&self, name: NameId) -> Range<usize> {
        let start = self.attributes.partition_point(|attribute| attribute.name < name);
        let len = self.attributes[start..].partition_point(|attribute| attribute.name == name);
        start..start + len
    }
}

/// How the value of a call is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub enum Usage {
    /// The call is a statement, and the value is discarded.
    Dropped,
    /// `await call()` is a statement.
    AwaitedAndDropped,
    /// `await call()` is part of a statement.
    Awaited,
    /// The value is returned or yielded, or is the body of a lambda.
    Returned,
    /// The value is the whole right side of an assignment.
    Assigned,
    /// The value is tested, compared, formatted, or used as an operand.
    Used,
    /// The value is an argument of another call.
    Argument,
    /// The value is entered by `with` or `async with`, or iterated over by `async for`.
    Entered,
    /// Any other use: an element, a subscript, a default.
    Other,
}

impl Usage {
    /// Returns whether the call is awaited.
    pub fn is_awaited(self) -> bool {
        matches!(self, Self::Awaited | Self::AwaitedAndDropped)
    }
}

/// A reachable call in a project file, which the rules and the consensus query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub struct CallSite {
    /// The call.
    pub expression: ExpressionId,
    /// The enclosing scope.
    pub scope: ScopeId,
    /// How its value is used.
    pub usage: Usage,
    /// Whether the call is in a block that expects an exception: `with pytest.raises(...)`,
    /// `suppress(...)`.
    pub expects_exception: bool,
    /// Whether another branch of an enclosing `if` awaits a call of the same last name, and the test may
    /// check whether something is asynchronous.
    pub is_awaited_in_sibling: bool,
    /// Whether an alternative branch awaits a call of the same last name, or passes it to another call.
    pub is_used_in_sibling: bool,
    /// Whether the call is one branch of a conditional expression whose other branch is awaited.
    pub is_beside_await: bool,
    /// Whether an enclosing `try` in its scope may catch a `RuntimeError`.
    pub catches_runtime_error: bool,
    /// Whether a handler of such a `try` names `RuntimeError`, rather than all exceptions.
    pub expects_runtime_error: bool,
    /// `true` if the call is in a plain function, and an enclosing `try` ignores all exceptions: `except Exception: pass`.
    pub ignores_exceptions: bool,
    /// Whether the call is directly in `if __name__ == "__main__":`, not in a function or class there.
    pub is_in_script: bool,
    /// The number of nested branches around the call. The enclosing code may run without it, even if
    /// nothing raises or returns before.
    pub branches: u8,
}

impl CallSite {
    /// Returns whether a `RuntimeError` of the call is expected or ignored, so that a call path ends there.
    pub fn survives_runtime_error(&self) -> bool {
        self.expects_runtime_error || self.ignores_exceptions
    }
}

/// How Python calls a function without a written call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub enum Implicit {
    /// `with` enters the value and leaves it.
    Enter,
    /// The value is iterated over: by `for`, a comprehension, `*value` or `yield from`.
    Iterate,
    /// An operator, a comparison or a subscript calls the special method of this name on the value.
    Operate(NameId),
}

/// Code of the project in which Python may call a method of a value. No call is written there.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub struct ImplicitCall {
    /// How the method is called.
    pub how: Implicit,
    /// The value whose method is called.
    pub value: ExpressionId,
    /// The code that makes the call, with its context. Its expression need not be a call.
    pub site: CallSite,
}

/// The protocol of special methods that a statement uses. `async` statements and plain ones use different
/// methods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub enum Protocol {
    /// `with` enters the value.
    With,
    /// `for` iterates over the value.
    For,
    /// `async with` enters the value.
    AsyncWith,
    /// `async for` iterates over the value.
    AsyncFor,
    /// The value is awaited, and is not a call.
    Await,
}

impl Protocol {
    /// Returns whether only coroutines use the protocol.
    pub fn is_async(self) -> bool {
        matches!(self, Self::AsyncWith | Self::AsyncFor | Self::Await)
    }
}

/// A value in an `async def` of the project whose special methods are used, where no exception is expected.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub struct ProtocolUse {
    /// The protocol.
    pub protocol: Protocol,
    /// The value that is entered, iterated over or awaited.
    pub value: ExpressionId,
    /// The scope of the statement.
    pub scope: ScopeId,
    /// The start of the statement, which is or could be `async`. `None` for a `with` of several items, and
    /// where another kind of value would be created.
    pub keyword: Option<u32>,
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

/// The replacement that a module installs for an attribute from outside of its class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, bitcode::Encode, bitcode::Decode)]
pub enum Replacement {
    /// The stated value.
    Value,
    /// The mock that `patch` creates by default: an `AsyncMock` for an `async def`, otherwise a
    /// `MagicMock`.
    Mock,
    /// None: the attribute is deleted.
    Deleted,
}

/// A handler that may swallow a cancellation, in an otherwise endless loop of an `async def` of the
/// project.
#[derive(Clone, Debug, bitcode::Encode, bitcode::Decode)]
pub struct Swallow {
    /// The range from `except` to the class, or the call of `suppress`.
    pub at: Span,
    /// The scope of the loop.
    pub scope: ScopeId,
    /// The caught class; `None` for a bare `except`.
    pub class: Option<ExpressionId>,
    /// How it is written.
    pub form: SwallowForm,
    /// Whether the handler catches only cancellations.
    pub is_alone: bool,
    /// The block whose exceptions the handler catches.
    pub guarded: Span,
    /// The last statement of the handler.
    pub last: Span,
    /// The places of the loop at which a cancellation may arrive: the awaited values, and the statements `async with` and
    /// `async for`.
    pub pauses: Vec<Span>,
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
    /// What the parser reported.
    pub report: ParserReport,
}

/// What the parser reported about an error.
#[derive(Clone, Debug, PartialEq, Eq, bitcode::Encode, bitcode::Decode)]
pub enum ParserReport {
    /// The message of the parser, a sentence.
    Error(String),
    /// Why the text was not parsed at all.
    Refusal(String),
    /// This number of further errors, whose messages are left out.
    Others(usize),
}

impl SyntaxError {
    /// Returns the number of errors that it stands for.
    pub fn number(&self) -> usize {
        match self.report {
            ParserReport::Others(number) => number,
            ParserReport::Error(_) | ParserReport::Refusal(_) => 1,
        }
    }
}

/// The roles of the names of a module, from the catalogue.
#[derive(Debug)]
struct NameRoles {
    /// The distinct sets of roles; the first is empty.
    sets: Vec<Roles>,
    /// The set of each name, by index.
    places: Box<[u16]>,
    /// The roles of all names.
    all: Roles,
}

impl NameRoles {
    fn of_names(names: &Names) -> Self {
        let (mut sets, mut all) = (vec![Roles::NONE], Roles::NONE);
        let place_of = |name| {
            let roles = named(name);
            if roles == Roles::NONE {
                return 0;
            }
            all.extend(roles);
            let known = sets.iter().position(|set| *set == roles);
            let place = known.unwrap_or_else(|| {
                sets.push(roles);
                sets.len() - 1
            });
            u16::try_from(place).expect("the catalogue has fewer sets of roles")
        };
        let places = names.iter().map(place_of).collect();
        Self { sets, places, all }
    }

    fn of(&self, name: NameId) -> Roles {
        self.sets[usize::from(self.places[name.index()])]
    }
}

/// The summary of a module.
#[derive(Debug, bitcode::Encode, bitcode::Decode)]
pub struct Summary {
    /// The names that the module uses.
    pub names: Names,
    /// The expressions.
    pub expressions: Vec<Expression>,
    /// The ranges, by expression.
    pub spans: Vec<Span>,
    pub(crate) lists: Vec<ExpressionId>,
    /// The bindings, of which each [`Entry`] has a range.
    pub bindings: Vec<Binding>,
    /// The scopes; the first is the module's.
    pub scopes: Vec<Scope>,
    /// The functions and lambdas, in the order of lowering: outer ones before inner ones.
    pub functions: Vec<Function>,
    /// The classes, in source order.
    pub classes: Vec<Class>,
    /// The ranges of arguments, by [`ArgumentsId`].
    pub(crate) argument_runs: Vec<List>,
    pub(crate) arguments: Vec<Argument>,
    /// The paths, by [`PathId`].
    pub(crate) paths: Vec<Vec<Step>>,
    /// The calls, in source order; empty for a library.
    pub calls: Vec<CallSite>,
    /// The implicit calls, in source order; empty for a library.
    pub implicit_calls: Vec<ImplicitCall>,
    /// The containers, sorted by their expression.
    pub(crate) containers: Vec<Container>,
    /// The protocol uses, in source order.
    pub protocol_uses: Vec<ProtocolUse>,
    /// The expectations, in source order; empty for a library.
    pub expectations: Vec<Expectation>,
    /// The swallowing handlers, in the order in which their loops end.
    pub swallows: Vec<Swallow>,
    /// The `async def` functions of the project that write shared state depending on a value read before an
    /// `await`, in source order.
    pub lost_updates: Vec<FunctionId>,
    /// The names of the classes and functions that the module replaces by name at its top level: `for name in dir(Api): setattr(Api, name, …)`.
    pub replaced_objects: Vec<NameId>,
    /// The modules of absolute imports without a guard against an `ImportError`, ascending; empty for a
    /// library.
    pub needed: Vec<NameId>,
    /// The names that imports without a guard against an `ImportError` ask of modules, in source order; empty for a library.
    pub imported: Vec<Imported>,
    pub(crate) additions: Vec<Addition>,
    /// The names of functions and classes that are passed as values, so that anything may call them; empty
    /// for a library.
    pub passed_on: Vec<NameId>,
    /// The names of attributes that the module sets from outside of their class, sorted by ID, with the
    /// scope of their effect. What a test sets is visible in that test, anything else in the whole module.
    pub(crate) patched: Vec<(NameId, ScopeId, Replacement)>,
    /// The names that decorators of functions state, in source order: `@pytest.fixture(name="client")`.
    pub(crate) stated_names: Vec<(FunctionId, NameId)>,
    /// The comments that may suppress a diagnostic.
    pub comments: Vec<Comment>,
    /// The syntax errors.
    pub syntax_errors: Vec<SyntaxError>,
    /// The roles of the names, computed on first use. The additions to the catalogue must be those of the lowering.
    #[bitcode(skip)]
    roles: OnceLock<NameRoles>,
    /// Which functions stand inside of which, computed on first use.
    #[bitcode(skip)]
    nesting: OnceLock<Nesting>,
    /// The values that names are bound to, computed on first use.
    #[bitcode(skip)]
    bound_values: OnceLock<BoundValues>,
}

impl Summary {
    /// Computes the interface of the module: what other modules can see by name, and the requested parts.
    /// Each call computes it anew. `text` is that of the module, if it can be read.
    pub fn interface(&self, text: Option<&[u8]>, asked: Asked, catalogue: &Catalogue) -> Interface {
        interface::interface(self, text, asked, catalogue)
    }

    /// The scope of the module.
    pub const MODULE_SCOPE: ScopeId = ScopeId(0);

    /// Returns a scope.
    #[inline]
    pub fn scope(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.index()]
    }

    /// Returns a function.
    #[inline]
    pub fn function(&self, id: FunctionId) -> &Function {
        &self.functions[id.index()]
    }

    /// Returns a class.
    #[inline]
    pub fn class(&self, id: ClassId) -> &Class {
        &self.classes[id.index()]
    }

    /// Returns an expression.
    #[inline]
    pub fn expression(&self, id: ExpressionId) -> Expression {
        self.expressions[id.index()]
    }

    /// Returns the range of an expression.
    #[inline]
    pub fn span(&self, id: ExpressionId) -> Span {
        self.spans[id.index()]
    }

    /// Returns the expressions of a list.
    #[inline]
    pub fn list(&self, list: List) -> &[ExpressionId] {
        &self.lists[list.start as usize..(list.start + list.len) as usize]
    }

    /// Returns the arguments of a call.
    #[inline]
    pub fn arguments(&self, id: ArgumentsId) -> &[Argument] {
        let List { start, len } = self.argument_runs[id.index()];
        &self.arguments[start as usize..(start + len) as usize]
    }

    /// Returns the container that an expression creates, if items are added to it.
    pub fn container(&self, made: ExpressionId) -> Option<Container> {
        let place = self.containers.binary_search_by_key(&made, |container| container.value);
        Some(self.containers[place.ok()?])
    }

    /// Returns the items added to a container.
    pub fn additions_to(&self, container: Container) -> &[Addition] {
        let List { start, len } = container.additions;
        &self.additions[start as usize..(start + len) as usize]
    }

    /// Returns the dotted name that an imported name refers to: `time.sleep` for `sleep`, after `from time
    /// import sleep`.
    pub fn import_path(&self, scope: ScopeId, callee: ExpressionId) -> Option<String> {
        let parts = self.dotted_parts(callee)?;
        let (first, rest) = parts.split_first()?;
        let path = match self.nearest_bindings_of(scope, self.names.find(first)?).last()?.kind {
            BindingKind::Import { module } => self.name(module).to_owned(),
            BindingKind::ImportFrom { module, name } => format!("{}.{}", self.name(module), self.name(name)),
            _ => return None,
        };
        Some(rest.iter().fold(path, |path, part| path + "." + part))
    }

    /// Returns the path from an unpacked value to a target.
    #[inline]
    pub fn path(&self, id: PathId) -> &[Step] {
        &self.paths[id.index()]
    }

    /// Returns the text of a name.
    #[inline]
    pub fn name(&self, id: NameId) -> &str {
        self.names.get(id)
    }

    /// Returns the index of the call with this range. Calls are ordered after all calls that enclose them
    /// and all calls before them.
    pub fn place_of_call(&self, range: Span) -> usize {
        let key = |span: Span| (span.start, Reverse(span.end));
        self.calls.partition_point(|site| key(self.span(site.expression)) < key(range))
    }

    /// Returns the call with this range.
    pub fn call_site(&self, range: Span) -> Option<&CallSite> {
        let site = self.calls.get(self.place_of_call(range))?;
        (self.span(site.expression) == range).then_some(site)
    }

    /// Returns whether the module sets an attribute of this name from outside of its class, as seen from a
    /// scope. The default mock of `patch` and a deletion do not count.
    pub fn patches(&self, attribute: &str, from: ScopeId) -> bool {
        self.replacements(attribute, from).any(|replacement| replacement == Replacement::Value)
    }

    /// Returns whether the module replaces an attribute of this name, as seen from a scope.
    pub fn replaces(&self, attribute: &str, from: ScopeId) -> bool {
        self.replacements(attribute, from).next().is_some()
    }

    /// Returns whether the module sets an attribute of this name from outside of its class, in any scope.
    pub fn sets_attribute(&self, attribute: &str) -> bool {
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

    /// Returns the bindings of `name` in a scope, in source order; empty if there are none.
    pub fn bindings_of(&self, scope: ScopeId, name: &str) -> &[Binding] {
        match self.entry(scope, name) {
            Some(entry) => self.bindings_in(entry),
            None => &[],
        }
    }

    /// Returns the entry of a name that the scope binds outside of its comprehensions.
    pub fn entry(&self, scope: ScopeId, name: &str) -> Option<Entry> {
        self.any_entry(scope, name).filter(|entry| entry.len > 0)
    }

    fn any_entry(&self, scope: ScopeId, name: &str) -> Option<Entry> {
        self.entry_of(scope, self.names.find(name)?)
    }

    /// Returns the entry of a name that the scope binds, including in comprehensions.
    pub fn entry_of(&self, scope: ScopeId, name: NameId) -> Option<Entry> {
        let entries = &self.scope(scope).entries;
        let index = entries.binary_search_by_key(&name, |entry| entry.name).ok()?;
        Some(entries[index])
    }

    /// Returns the index of the first annotated binding of an entry, with its annotation.
    pub fn first_annotation(&self, entry: Entry) -> Option<(usize, ExpressionId)> {
        let index = entry.first_annotated as usize;
        match self.bindings_in(entry).get(index)?.kind {
            BindingKind::Annotated { annotation, .. } => Some((index, annotation)),
            _ => None,
        }
    }

    /// Returns the bindings without the confined ones.
    pub fn bindings_in(&self, entry: Entry) -> &[Binding] {
        &self.bindings[entry.start as usize..(entry.start + entry.len) as usize]
    }

    /// Returns the confined bindings.
    pub fn confined_in(&self, entry: Entry) -> &[Binding] {
        let start = (entry.start + entry.len) as usize;
        &self.bindings[start..start + entry.confined as usize]
    }

    /// Returns the binding of the innermost comprehension around `offset` with `name` as a target, as an
    /// index into [`Summary::bindings`]. It shadows all others.
    pub fn confined_binding(&self, scope: ScopeId, name: NameId, offset: u32) -> Option<u32> {
        let entry = self.entry_of(scope, name)?;
        let place = self.confined_around(entry, offset)?;
        Some(entry.start + entry.len + place)
    }

    /// Returns the binding of the innermost comprehension around `offset`, as an index among the confined
    /// bindings of an entry.
    pub(crate) fn confined_around(&self, entry: Entry, offset: u32) -> Option<u32> {
        let is_around = |binding: &Binding| binding.block.start <= offset && offset < binding.block.end;
        let place = self.confined_in(entry).iter().rposition(is_around)?;
        Some(place as u32)
    }

    /// Returns the attributes that the methods of a class set on `self.name`.
    pub fn attributes_of(&self, class: ClassId, name: &str) -> &[Attribute] {
        let class = self.class(class);
        if class.attributes.is_empty() {
            return &[];
        }
        let named = self.names.find(name);
        named.map_or(&[], |name| &class.attributes[class.places_of_attribute(name)])
    }

    /// Returns the nearest function around a scope, including the scope itself.
    pub fn enclosing_function(&self, scope: ScopeId) -> Option<FunctionId> {
        match self.scope(scope).kind {
            ScopeKind::Function(function) => Some(function),
            ScopeKind::Module | ScopeKind::Class(_) => None,
        }
    }

    /// Returns the class whose body directly contains a function.
    pub fn class_of(&self, function: FunctionId) -> Option<ClassId> {
        let parent = self.scope(self.function(function).scope).parent?;
        match self.scope(parent).kind {
            ScopeKind::Class(class) => Some(class),
            ScopeKind::Module | ScopeKind::Function(_) => None,
        }
    }

    /// Returns whether the first parameter of a function is its object or class.
    pub fn has_receiver(&self, function: FunctionId) -> bool {
        let definition = self.function(function);
        let mut decorators = self.list(definition.decorators).iter();
        self.class_of(function).is_some()
            && !definition.parameters.is_empty()
            && !decorators.any(|decorator| self.last_name(*decorator) == Some("staticmethod"))
    }

    /// Returns the function whose name ends at an offset.
    pub fn function_with_name_end(&self, end: u32) -> Option<FunctionId> {
        let (function, _) = self.nesting().around(end.checked_sub(1)?).next()?;
        (self.function(function).header.end == end).then_some(function)
    }

    /// Returns the class whose name ends at an offset.
    pub fn class_with_name_end(&self, end: u32) -> Option<ClassId> {
        let index = self.classes.iter().position(|class| class.header.end == end)?;
        Some(ClassId(index as u32))
    }

    /// Returns the expression with exactly this range. Expressions that are lowered twice have the same
    /// meaning. Of the parts of a string annotation, which share a range, the last is the whole.
    pub fn expression_with_span(&self, span: Span) -> Option<ExpressionId> {
        let index = self.spans.iter().rposition(|candidate| *candidate == span)?;
        Some(ExpressionId(index as u32))
    }

    /// Returns the dotted name of a scope in its module: `Class.method`; empty for the module.
    pub fn qualified_name(&self, scope: ScopeId) -> String {
        let named = self.scopes_from(scope).filter_map(|id| match self.scope(id).kind {
            ScopeKind::Module => None,
            ScopeKind::Class(class) => Some(self.class(class).name),
            ScopeKind::Function(function) => Some(self.function(function).name),
        });
        let mut parts: SmallVec<[&str; 4]> = named.map(|name| self.name(name)).collect();
        parts.reverse();
        parts.join(".")
    }

    /// Returns the last part of a dotted name; for a call or subscript, that of its operand.
    pub fn last_name(&self, id: ExpressionId) -> Option<&str> {
        self.last_name_id(id).map(|name| self.name(name))
    }

    /// Returns the roles of all entries of the catalogue whose names end in the last part of a dotted name.
    pub fn last_roles(&self, id: ExpressionId) -> Roles {
        self.last_name_id(id).map_or(Roles::NONE, |name| self.name_roles().of(name))
    }

    /// Returns whether a name of the module is the last part of one with a role.
    pub fn mentions(&self, role: Role) -> bool {
        self.name_roles().all.has(role)
    }

    fn name_roles(&self) -> &NameRoles {
        self.roles.get_or_init(|| NameRoles::of_names(&self.names))
    }

    /// Returns the last part of a dotted name as an ID. The search stops after more nested calls and
    /// subscripts than real code has.
    pub fn last_name_id(&self, id: ExpressionId) -> Option<NameId> {
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

    /// Returns a name with attributes as written.
    pub fn dotted_name(&self, id: ExpressionId) -> Option<String> {
        Some(self.dotted_parts(id)?.join("."))
    }

    /// Returns whether an expression is written as this dotted name. The comparison starts with the last
    /// part, which rules out most expressions regardless of their length.
    pub fn is_dotted_name(&self, id: ExpressionId, dotted: &str) -> bool {
        let (mut id, mut rest) = (id, dotted);
        while let Expression::Attribute { value, name } = self.expression(id) {
            let before = rest.strip_suffix(self.name(name)).and_then(|before| before.strip_suffix('.'));
            let Some(before) = before else { return false };
            (id, rest) = (value, before);
        }
        matches!(self.expression(id), Expression::Name(name) if self.name(name) == rest)
    }

    /// Returns the parts of a dotted name as written.
    pub fn dotted_parts(&self, id: ExpressionId) -> Option<SmallVec<[&str; 4]>> {
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

    /// Returns the header of the definition with this qualified name.
    pub fn definition(&self, symbol: &str) -> Option<Span> {
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
