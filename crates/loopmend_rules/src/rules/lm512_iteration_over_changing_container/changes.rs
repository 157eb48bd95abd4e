//! The places of a file that remove items from containers.

use loopmend_catalog::{Role, Words, is_in, named};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, ExprAttribute, ExprCall, Stmt, StmtFunctionDef};
use loopmend_python::text_size::{Ranged, TextRange, TextSize};
use loopmend_python::{is_in_block, last_name, walk_body, walk_expression};
use rustc_hash::{FxHashMap, FxHashSet};

use super::containers::{Container, Containers};

/// A place that removes an item.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change<'a> {
    pub(super) at: TextRange,
    /// The function whose call removes the item; `None` for a callback that is a method of the container.
    pub(super) function: Option<&'a StmtFunctionDef>,
    pub(super) by: ChangedBy,
    /// `true` in a handler or `finally` of an `async def`.
    pub(super) is_at_end: bool,
    /// `true` in a loop of an `async def` that runs for ever.
    pub(super) is_in_endless_loop: bool,
}

/// What runs the code that removes an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChangedBy {
    /// The end of a task, which calls a callback.
    EndOfTask,
    /// A function that is told which item to remove.
    Parameter,
    /// Anything else.
    Unknown,
}

/// What a file does with its containers.
#[derive(Default)]
pub(super) struct Changes<'a> {
    removed: FxHashMap<Container<'a>, Vec<Change<'a>>>,
    /// Whether a container has methods that only sets have (`true`), or only lists (`false`).
    kinds: FxHashMap<Container<'a>, bool>,
    /// The attributes and globals that a function sets, by the start of the function.
    set: FxHashSet<(TextSize, Container<'a>)>,
}

impl<'a> Changes<'a> {
    /// Finds the changes in a module.
    pub(super) fn find(module: &'a [Stmt], containers: &mut Containers<'a>) -> Self {
        let mut changes = Self::default();
        walk_body(module, |around, node| {
            match node {
                AnyNodeRef::ExprCall(call) => changes.call(call, around, containers),
                AnyNodeRef::ExprAttribute(method) => changes.callback(method, around, containers),
                AnyNodeRef::StmtDelete(deleted) => {
                    for target in deleted.targets.iter().filter_map(Expr::as_subscript_expr) {
                        if let Some(container) = containers.find(&target.value, around) {
                            let by = changed_by(Some(&target.slice), around);
                            changes.add(container, target.range(), around, by);
                        }
                    }
                }
                AnyNodeRef::StmtAssign(assign) => changes.assign(&assign.targets, around, containers),
                AnyNodeRef::StmtAnnAssign(assign) => {
                    changes.assign(std::slice::from_ref(&assign.target), around, containers);
                }
                _ => {}
            }
            TraversalSignal::Traverse
        });
        changes
    }

    fn assign(&mut self, targets: &'a [Expr], around: &[AnyNodeRef<'a>], containers: &mut Containers<'a>) {
        let Some((_, function)) = functions_around(around).first().copied() else { return };
        for target in targets.iter().flat_map(elements) {
            if !target.is_subscript_expr()
                && let Some(container) = containers.find(target, around)
            {
                self.set.insert((function.start(), container));
            }
        }
    }

    /// Returns whether a function sets the attribute or global that holds a container. Then it works on another container than others do.
    pub(super) fn sets(&self, function: &StmtFunctionDef, container: Container<'a>) -> bool {
        self.set.contains(&(function.start(), container.root()))
    }

    /// Returns the places that remove an item of a container, in source order.
    pub(super) fn of_container(&self, container: &Container<'a>) -> &[Change<'a>] {
        self.removed.get(container).map_or(&[], Vec::as_slice)
    }

    /// Returns whether a container is a set (`true`) or a list (`false`), according to the methods that the file calls.
    pub(super) fn is_set(&self, container: &Container<'a>) -> Option<bool> {
        self.kinds.get(container).copied()
    }

    fn call(&mut self, call: &'a ExprCall, around: &[AnyNodeRef<'a>], containers: &mut Containers<'a>) {
        let Some(method) = call.func.as_attribute_expr() else { return };
        let name = method.attr.as_str();
        if !changes_container(name) {
            return;
        }
        let Some(container) = containers.find(&method.value, around) else { return };
        let in_class = |class| is_in(class, name, Role::ChangesContainer);
        if in_class("set") != in_class("list") && !in_class("dict") {
            self.kinds.insert(container, in_class("set"));
        }
        if removes_item(name) {
            let by = changed_by(call.arguments.args.first(), around);
            self.add(container, call.range(), around, by);
        }
    }

    /// Records `task.add_done_callback(self.tasks.discard)`.
    fn callback(
        &mut self,
        method: &'a ExprAttribute,
        around: &[AnyNodeRef<'a>],
        containers: &mut Containers<'a>,
    ) {
        let [.., AnyNodeRef::ExprCall(call), AnyNodeRef::Arguments(_)] = around else { return };
        let is_callback = removes_item(&method.attr) && adds_callback(call);
        if let Some(container) = is_callback.then(|| containers.find(&method.value, around)).flatten() {
            let by = ChangedBy::EndOfTask;
            let at = method.range();
            let change = Change { at, function: None, by, is_at_end: false, is_in_endless_loop: false };
            self.removed.entry(container).or_default().push(change);
        }
    }

    fn add(&mut self, container: Container<'a>, at: TextRange, around: &[AnyNodeRef<'a>], by: ChangedBy) {
        let function = functions_around(around).first().map(|(_, function)| *function);
        let in_task = inside_async(around);
        let is_at_end = in_task.iter().any(|node| match node {
            AnyNodeRef::ExceptHandlerExceptHandler(_) => true,
            AnyNodeRef::StmtTry(tried) => is_in_block(&tried.finalbody, at),
            _ => false,
        });
        let is_in_endless_loop = in_task.iter().any(|node| match node {
            AnyNodeRef::StmtWhile(turns) => is_true(&turns.test),
            _ => false,
        });
        let change = Change { at, function, by, is_at_end, is_in_endless_loop };
        self.removed.entry(container).or_default().push(change);
    }
}

/// Returns the targets of an assignment, of which a tuple has several.
fn elements(target: &Expr) -> &[Expr] {
    match target {
        Expr::Tuple(several) => &several.elts,
        Expr::List(several) => &several.elts,
        one => std::slice::from_ref(one),
    }
}

fn removes_item(method: &str) -> bool {
    let roles = named(method);
    roles.has(Role::RemovesItem) || roles.has(Role::RemovesItemIfThere)
}

fn changes_container(method: &str) -> bool {
    named(method).has(Role::ChangesContainer)
}

fn adds_callback(call: &ExprCall) -> bool {
    named(last_name(&call.func)).has(Role::AddsDoneCallback)
}

/// Returns what runs the code at a place, which removes the item with a key.
fn changed_by(key: Option<&Expr>, around: &[AnyNodeRef]) -> ChangedBy {
    let functions = functions_around(around);
    let inside = functions.first().map_or(around, |(place, _)| &around[place + 1..]);
    let is_callback = inside.iter().any(|node| match node {
        AnyNodeRef::ExprCall(call) => adds_callback(call),
        _ => false,
    });
    let is_told =
        key.is_some_and(|key| functions.iter().any(|(_, function)| mentions_parameter(key, function)));
    match (is_callback, is_told) {
        (true, _) => ChangedBy::EndOfTask,
        (false, true) => ChangedBy::Parameter,
        (false, false) => ChangedBy::Unknown,
    }
}

/// Returns the nodes around a place inside of its innermost function; none if that is a plain one.
fn inside_async<'n, 'a>(around: &'n [AnyNodeRef<'a>]) -> &'n [AnyNodeRef<'a>] {
    match functions_around(around).first() {
        Some((place, function)) if function.is_async => &around[place + 1..],
        _ => &[],
    }
}

fn is_true(test: &Expr) -> bool {
    test.as_boolean_literal_expr().is_some_and(|test| test.value)
}

/// Returns the functions around a place with their indexes, innermost first.
fn functions_around<'a>(around: &[AnyNodeRef<'a>]) -> Vec<(usize, &'a StmtFunctionDef)> {
    let functions = around.iter().enumerate().filter_map(|(at, node)| match node {
        AnyNodeRef::StmtFunctionDef(function) => Some((at, *function)),
        _ => None,
    });
    functions.rev().collect()
}

/// Returns whether an expression mentions a parameter of a function other than its own object.
pub(super) fn mentions_parameter(expression: &Expr, function: &StmtFunctionDef) -> bool {
    let mut names = function.parameters.iter().map(|parameter| parameter.name().as_str());
    names.any(|name| !Words::OwnObject.has(name) && mentions_name(expression, name))
}

/// Returns whether an expression mentions a name.
pub(super) fn mentions_name(expression: &Expr, name: &str) -> bool {
    let mut is_mentioned = false;
    walk_expression(expression, |_, node| {
        is_mentioned |= matches!(node, AnyNodeRef::ExprName(it) if it.id.as_str() == name);
        TraversalSignal::Traverse
    });
    is_mentioned
}
