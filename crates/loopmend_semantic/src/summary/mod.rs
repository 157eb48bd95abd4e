//! What is kept of a module after its syntax tree is dropped: scopes, bindings, classes, functions, and
//! the expressions that inference can ask about. Immutable, without references to other modules, and
//! the unit that is cached on disk.

mod hash;
mod lower;
mod names;
mod nesting;
mod static_condition;
mod syntax;

use loopmend_core::Span;
use smallvec::SmallVec;

pub(crate) use lower::{Target, lower};
pub(crate) use names::{NameId, Names};
pub use syntax::SyntaxTree;

macro_rules! index {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, bitcode::Encode, bitcode::Decode)]
        pub struct $name(pub(crate) u32);

        impl $name {
            pub(crate) fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

index!(
    /// An expression of one module.
    ExpressionId
);
index!(
    /// A function of one module: `def`, method, nested function.
    FunctionId
);
index!(
    /// A class of one module.
    ClassId
);
index!(
    /// A scope of one module.
    ScopeId
);

/// A run of [`Summary::lists`].
#[derive(Clone, Copy, Debug, Default, bitcode::Encode, bitcode::Decode)]
pub(crate) struct List {
    pub(crate) start: u32,
    pub(crate) len: u32,
}

/// An expression, as far as inference can ask about it.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) enum Expression {
    /// A name.
    Name(NameId),
    /// `value.name`.
    Attribute { value: ExpressionId, name: NameId },
    /// `callee(...)`.
    Call { callee: ExpressionId, has_arguments: bool },
    /// `await value`.
    Await(ExpressionId),
    /// `value[slice]`.
    Subscript { value: ExpressionId, slice: ExpressionId },
    /// A tuple.
    Tuple(List),
    /// A list display; kept for `__all__`.
    List(List),
    /// A short string that is no annotation (those are lowered to what they say).
    String(NameId),
    /// `left | right`.
    BitOr(ExpressionId, ExpressionId),
    /// One of several: a conditional expression, `and`, `or`.
    Either(List),
    /// `None`.
    None,
    /// A value that is nothing to the event loop: a number, a text, a display, a comparison.
    Plain,
    /// Anything else.
    Opaque,
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
    /// `except value as name`.
    Except(ExpressionId),
    /// `type name = value`, or an explicit `TypeAlias`.
    Alias(ExpressionId),
    /// A loop target, an unpacking, a pattern, `del`: not known.
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
    pub(crate) in_loop: Span,
    /// The scope in which its expression is read: that of the statement, which is another one for a name
    /// declared `global` or `nonlocal`.
    pub(crate) scope: ScopeId,
    /// What it binds.
    pub(crate) kind: BindingKind,
}

impl Binding {
    /// Whether a use at `offset` sees nothing that was bound before.
    pub(crate) fn hides_at(&self, offset: u32) -> bool {
        !self.may_run_any_time() && self.block.start <= offset && offset <= self.block.end
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

/// The bindings of one name in a scope: a run of [`Summary::bindings`], in source order.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct Entry {
    pub(crate) name: NameId,
    pub(crate) start: u32,
    pub(crate) len: u32,
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

/// A scope.
#[derive(Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct Scope {
    pub(crate) kind: ScopeKind,
    pub(crate) parent: Option<ScopeId>,
    /// Sorted by name.
    pub(crate) entries: Vec<Entry>,
    /// In source order.
    pub(crate) star_imports: Vec<StarImport>,
    /// Names declared `global`.
    pub(crate) globals: Vec<NameId>,
    /// Names declared `nonlocal`.
    pub(crate) nonlocals: Vec<NameId>,
    /// Whether it sets attributes of objects; they are bound under their dotted names.
    pub(crate) binds_attributes: bool,
}

/// A parameter of a function.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct Parameter {
    pub(crate) name: NameId,
    pub(crate) annotation: Option<ExpressionId>,
    /// `*args` or `**kwargs`.
    pub(crate) is_variadic: bool,
}

/// A function.
#[derive(Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct Function {
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
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) returns: Option<ExpressionId>,
    /// The names of its type parameters (PEP 695).
    pub(crate) type_parameters: Vec<NameId>,
    /// From `def` or `async` to the name.
    pub(crate) header: Span,
}

/// How the body of a function can give control back to the event loop.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) enum Suspension {
    /// It can: it has an `async for` or `async with`, or says nothing of its own (`...`, `raise`).
    Possible,
    /// Only where it awaits these; of none, nowhere.
    Awaits(List),
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

/// A class.
#[derive(Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct Class {
    pub(crate) name: NameId,
    /// The scope of its body.
    pub(crate) scope: ScopeId,
    pub(crate) bases: List,
    pub(crate) decorators: List,
    pub(crate) metaclass: Option<ExpressionId>,
    /// Sorted by name, then in source order.
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) type_parameters: Vec<NameId>,
    /// From `class` to the name.
    pub(crate) header: Span,
}

/// A statement that is a call, awaited or not: what the file's own rules ask about.
#[derive(Clone, Copy, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct CallStatement {
    /// The call.
    pub(crate) expression: ExpressionId,
    /// The scope the statement stands in.
    pub(crate) scope: ScopeId,
    /// Whether the statement is `await call()`.
    pub(crate) is_awaited: bool,
    /// The first positional argument.
    pub(crate) argument: Option<ExpressionId>,
}

/// A comment that may suppress a diagnostic.
#[derive(Clone, Debug, bitcode::Encode, bitcode::Decode)]
pub struct Comment {
    /// The comment from `#` to the end of the line.
    pub span: Span,
    /// Its text.
    pub text: String,
    /// Whether nothing but white space stands before it on its line.
    pub own_line: bool,
}

/// A place that is no Python.
#[derive(Clone, Debug, bitcode::Encode, bitcode::Decode)]
pub struct SyntaxError {
    /// Where the parser stumbled.
    pub span: Span,
    /// Its words.
    pub message: String,
}

/// What is kept of a module.
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
    pub(crate) call_statements: Vec<CallStatement>,
    /// Names of attributes that the module sets from outside of their class, sorted.
    pub(crate) patched: Vec<NameId>,
    pub(crate) comments: Vec<Comment>,
    pub(crate) syntax_errors: Vec<SyntaxError>,
    /// A hash of what other modules can see: equal hashes mean that nothing else need be recomputed.
    pub(crate) interface_hash: u64,
}

impl Summary {
    /// A hash of what other modules can see: while it is the same, nothing that rests on the module
    /// need be recomputed.
    pub fn interface_hash(&self) -> u64 {
        self.interface_hash
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

    pub(crate) fn name(&self, id: NameId) -> &str {
        self.names.get(id)
    }

    /// Whether the module sets an attribute of this name from outside of its class.
    pub(crate) fn patches(&self, attribute: &str) -> bool {
        self.patched.binary_search_by(|name| self.name(*name).cmp(attribute)).is_ok()
    }

    /// The bindings of `name` in a scope, in source order; empty without any.
    pub(crate) fn bindings_of(&self, scope: ScopeId, name: &str) -> &[Binding] {
        match self.entry(scope, name) {
            Some(entry) => self.bindings_in(entry),
            None => &[],
        }
    }

    pub(crate) fn entry(&self, scope: ScopeId, name: &str) -> Option<Entry> {
        let entries = &self.scope(scope).entries;
        let index = entries.binary_search_by(|entry| self.name(entry.name).cmp(name)).ok()?;
        Some(entries[index])
    }

    pub(crate) fn bindings_in(&self, entry: Entry) -> &[Binding] {
        &self.bindings[entry.start as usize..(entry.start + entry.len) as usize]
    }

    /// What the methods of a class set on `self.name`.
    pub(crate) fn attributes_of(&self, class: ClassId, name: &str) -> &[Attribute] {
        let attributes = &self.class(class).attributes;
        let start = attributes.partition_point(|attribute| self.name(attribute.name) < name);
        let len = attributes[start..].partition_point(|attribute| self.name(attribute.name) == name);
        &attributes[start..start + len]
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

    /// The dotted name of a scope inside its module: `Class.method`; empty for the module.
    pub(crate) fn qualified_name(&self, scope: ScopeId) -> String {
        let mut parts = SmallVec::<[&str; 4]>::new();
        let mut next = Some(scope);
        while let Some(id) = next {
            match self.scope(id).kind {
                ScopeKind::Module => {}
                ScopeKind::Class(class) => parts.push(self.name(self.class(class).name)),
                ScopeKind::Function(function) => parts.push(self.name(self.function(function).name)),
            }
            next = self.scope(id).parent;
        }
        parts.reverse();
        parts.join(".")
    }

    /// The last part of a dotted name; of a call or subscript, that of what is called or subscripted.
    pub(crate) fn last_name(&self, id: ExpressionId) -> Option<&str> {
        let mut id = id;
        loop {
            match self.expression(id) {
                Expression::Name(name) | Expression::Attribute { name, .. } => return Some(self.name(name)),
                Expression::Call { callee: inner, .. } | Expression::Subscript { value: inner, .. } => {
                    id = inner;
                }
                _ => return None,
            }
        }
    }

    /// A name with its attributes, as it is written.
    pub(crate) fn dotted_name(&self, id: ExpressionId) -> Option<String> {
        let mut parts = SmallVec::<[&str; 4]>::new();
        let mut id = id;
        while let Expression::Attribute { value, name } = self.expression(id) {
            parts.push(self.name(name));
            id = value;
        }
        let Expression::Name(name) = self.expression(id) else { return None };
        parts.push(self.name(name));
        parts.reverse();
        Some(parts.join("."))
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
