//! Containers that outlive the call of a function: attributes of an object, globals of a module, and values of their items.

use loopmend_catalog::{Role, Words, named};
use loopmend_flow::{Bind, FunctionFlow, How, StepKind, Target};
use loopmend_python::ast::{AnyNodeRef, Expr, Stmt, StmtFor, StmtFunctionDef};
use loopmend_python::last_name;
use loopmend_python::text_size::{Ranged, TextSize};
use rustc_hash::{FxHashMap, FxHashSet};

/// A container that outlives the call of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Container<'a> {
    owner: Owner,
    name: &'a str,
    /// The number of look-ups: 1 for `self.rooms[room]`.
    depth: u8,
}

impl Container<'_> {
    /// Returns whether a global of the module holds the container, rather than an attribute of an object.
    pub(super) fn is_of_module(&self) -> bool {
        self.owner == Owner::Module
    }

    /// Returns the attribute or global itself.
    pub(super) fn root(self) -> Self {
        Self { depth: 0, ..self }
    }
}

/// What holds a container.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Owner {
    /// An object of the class that starts there.
    Object(TextSize),
    Module,
}

/// The longest chain of local names that is followed.
const MAX_NAMES: u8 = 4;

/// The names that a function binds.
struct Locals<'a> {
    /// The value of a name that is assigned once; `None` for any other local name.
    values: FxHashMap<&'a str, Option<&'a Expr>>,
}

impl<'a> Locals<'a> {
    fn of(function: &'a StmtFunctionDef) -> Self {
        let flow = FunctionFlow::of(function);
        let mut values: FxHashMap<&str, Option<&Expr>> =
            function.parameters.iter().map(|parameter| (parameter.name().as_str(), None)).collect();
        for step in flow.steps() {
            let StepKind::Bind(bind) = step.kind else { continue };
            let value = assigned_value(&bind);
            for name in bind.target.names() {
                let only = if values.contains_key(name) { None } else { value };
                values.insert(name, only);
            }
        }
        for declared in &flow.declared {
            values.remove(declared);
        }
        Self { values }
    }
}

/// Returns the value that a binding assigns to a single name.
fn assigned_value<'a>(bind: &Bind<'a>) -> Option<&'a Expr> {
    let is_plain = matches!(bind.how, How::Assign | How::Named);
    match bind.target {
        Target::Expr(Expr::Name(_)) if is_plain => bind.value,
        _ => None,
    }
}

/// The containers of one file.
pub(super) struct Containers<'a> {
    globals: FxHashSet<&'a str>,
    locals: FxHashMap<TextSize, Locals<'a>>,
}

impl<'a> Containers<'a> {
    /// Reads the globals of a module.
    pub(super) fn new(module: &'a [Stmt]) -> Self {
        let targets = module.iter().flat_map(|statement| match statement {
            Stmt::Assign(it) => it.targets.iter().collect(),
            Stmt::AnnAssign(it) => vec![&*it.target],
            _ => Vec::new(),
        });
        let globals = targets.filter_map(|target| Some(target.as_name_expr()?.id.as_str())).collect();
        Self { globals, locals: FxHashMap::default() }
    }

    /// Returns the container that an expression inside of some nodes stands for.
    pub(super) fn find(&mut self, value: &'a Expr, around: &[AnyNodeRef<'a>]) -> Option<Container<'a>> {
        self.find_within(value, around, MAX_NAMES)
    }

    fn find_within(
        &mut self,
        value: &'a Expr,
        around: &[AnyNodeRef<'a>],
        names: u8,
    ) -> Option<Container<'a>> {
        let names = names.checked_sub(1)?;
        match value {
            Expr::Name(name) => self.find_name(&name.id, around, names),
            Expr::Attribute(attribute) => {
                let object = attribute.value.as_name_expr()?;
                let owner = class_around(around).filter(|_| Words::OwnObject.has(object.id.as_str()))?;
                Some(Container { owner: Owner::Object(owner), name: &attribute.attr, depth: 0 })
            }
            Expr::Subscript(subscript) if !subscript.slice.is_slice_expr() => {
                self.find_within(&subscript.value, around, names).map(deeper)
            }
            Expr::Call(call) => {
                let method = call.func.as_attribute_expr()?;
                let is_entry = named(method.attr.as_str()).has(Role::GetsEntry);
                let found = is_entry.then(|| self.find_within(&method.value, around, names))?;
                found.map(deeper)
            }
            _ => None,
        }
    }

    fn find_name(&mut self, name: &'a str, around: &[AnyNodeRef<'a>], names: u8) -> Option<Container<'a>> {
        for (at, node) in around.iter().enumerate().rev() {
            match node {
                AnyNodeRef::StmtFor(turns) => {
                    if let Some(values) = values_iterated(turns, name) {
                        return self.find_within(values, &around[..at], names).map(deeper);
                    }
                }
                AnyNodeRef::StmtFunctionDef(function) => {
                    let locals = self.locals.entry(function.start()).or_insert_with(|| Locals::of(function));
                    if let Some(value) = locals.values.get(name) {
                        let value = (*value)?;
                        return self.find_within(value, &around[..=at], names);
                    }
                }
                AnyNodeRef::ExprLambda(_) => return None,
                _ => {}
            }
        }
        self.globals.contains(name).then_some(Container { owner: Owner::Module, name, depth: 0 })
    }
}

fn deeper(container: Container) -> Container {
    Container { depth: container.depth + 1, ..container }
}

/// Returns the dictionary whose values a loop binds to a name.
fn values_iterated<'a>(turns: &'a StmtFor, name: &str) -> Option<&'a Expr> {
    let (dictionary, view) = viewed(copied(&turns.iter))?;
    let target = match (view, &*turns.target) {
        ("values", target) => target,
        ("items", Expr::Tuple(pair)) => pair.elts.get(1)?,
        _ => return None,
    };
    (target.as_name_expr()?.id.as_str() == name).then_some(dictionary)
}

/// Returns what a call such as `list(value)` copies, or the value itself.
fn copied(value: &Expr) -> &Expr {
    let Expr::Call(call) = value else { return value };
    match &*call.arguments.args {
        [only] if named(last_name(&call.func)).has(Role::CopiesElements) => only,
        _ => value,
    }
}

/// Returns the dictionary and the method of `dictionary.items()` and its like.
pub(super) fn viewed(value: &Expr) -> Option<(&Expr, &str)> {
    let call = value.as_call_expr().filter(|call| call.arguments.is_empty())?;
    let method = call.func.as_attribute_expr()?;
    let is_view = named(method.attr.as_str()).has(Role::ReturnsView);
    is_view.then_some((&*method.value, method.attr.as_str()))
}

/// Returns the start of the class whose method is the outermost function around a place.
fn class_around(around: &[AnyNodeRef]) -> Option<TextSize> {
    let function = around.iter().position(|node| matches!(node, AnyNodeRef::StmtFunctionDef(_)))?;
    match around[..function].last()? {
        AnyNodeRef::StmtClassDef(class) => Some(class.start()),
        _ => None,
    }
}
