//! Loops over containers from which other code removes items while the loop waits.

use loopmend_catalog::{Role, Words, is, named};
use loopmend_core::Span;
use loopmend_flow::lost_update::locks_of;
use loopmend_index::summary::{BindingKind, CallSite, Expression, ExpressionId, NameId, ScopeId, Summary};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, ExceptHandler, Expr, ExprCall, Stmt, StmtFor, StmtFunctionDef};
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{
    function_around, is_in_block, last_name, makes_scope, nodes_around, span, walk_body, walk_inside,
};
use loopmend_semantic::File;
use loopmend_semantic::file::ProtocolStatement;
use loopmend_semantic::infer::Type;

use super::changes::{Change, ChangedBy, Changes, mentions_name};
use super::containers::{Container, Containers, viewed};
use crate::detectors::private_function::is_used_by_name;

/// A loop that waits in its body, over a container that other code changes.
#[derive(Clone, Debug)]
pub(crate) struct ChangingLoop {
    /// The expression that the loop iterates over.
    pub(crate) iterated: Span,
    /// The container, without `.items()` and its like.
    pub(crate) container: Span,
    /// Where the loop waits, or calls what removes the item.
    pub(crate) suspends: Span,
    /// Where an item is removed.
    pub(crate) change: Span,
    /// The name of the function that removes the item.
    pub(crate) changer: String,
    /// `true` if the body of the loop calls that function itself.
    pub(crate) is_called_in_loop: bool,
    /// `true` if the loop raises RuntimeError, `false` if it skips an item.
    pub(crate) raises: bool,
    /// The qualified name of the function with the loop.
    pub(crate) symbol: String,
}

/// A loop whose container may change, before its class is known.
struct Candidate {
    statement: ProtocolStatement,
    /// The container, without `.items()` and its like.
    container: Span,
    /// The place of the function with the loop.
    function: Option<Definition>,
    /// The places that remove an item, those that the body calls first.
    removals: Vec<Removal>,
    /// Whether the container is a set (`true`) or a list (`false`) by the methods that are called on it.
    is_set: Option<bool>,
    /// The places where the loop waits.
    waits: Vec<Span>,
}

/// A place that removes an item while a loop runs.
struct Removal {
    at: Span,
    /// The name of the function that removes it; `None` if a task calls the method of the container at its end.
    changer: Option<String>,
    function: Option<Definition>,
    /// The call of that function in the body of the loop.
    call: Option<Span>,
}

/// Where a function is defined.
#[derive(Clone, Copy)]
struct Definition {
    /// The end of its name.
    name_end: u32,
    is_decorated: bool,
}

impl Definition {
    fn of(function: &StmtFunctionDef) -> Self {
        Self { name_end: function.name.end().to_u32(), is_decorated: !function.decorator_list.is_empty() }
    }

    /// Returns whether anything may call the function: a decorator registers it, or its name is used.
    fn may_be_called(self, file: &mut File) -> bool {
        let summary = file.summary();
        self.is_decorated
            || summary.function_with_name_end(self.name_end).is_none_or(|function| {
                let header = summary.function(function).header;
                is_used_by_name(file, header)
            })
    }
}

/// Returns the loops of `async` functions that wait, and from whose container other code removes items, in source order. Skips loops under a
/// lock, over copies, and those that end after they waited.
pub(crate) fn changing_loops(file: &mut File) -> Vec<ChangingLoop> {
    let candidates = candidates(file);
    candidates.into_iter().filter_map(|candidate| decide(file, candidate)).collect()
}

/// Returns the candidate's loop if its container is a dictionary, set, deque or list, its body may suspend, and something calls both the loop and
/// what removes the item.
fn decide(file: &mut File, candidate: Candidate) -> Option<ChangingLoop> {
    let Candidate { statement, container, function, removals, is_set, waits } = candidate;
    let raises = raises_if_resized(file, &statement).or(is_set)?;
    let is_unlimited = !makes_limited_queue(file.summary());
    let runs_on = |file: &mut File, wait: Span| {
        file.awaits_without_pause(wait) || is_unlimited && is_put(file.summary(), wait)
    };
    let wait = waits.into_iter().find(|wait| !runs_on(file, *wait));
    function.filter(|function| function.may_be_called(file))?;
    let mut may_run = |removal: &Removal| {
        (removal.call.is_some() || wait.is_some())
            && removal.function.is_none_or(|function| function.may_be_called(file))
    };
    let removal = removals.into_iter().find(|removal| may_run(removal))?;
    Some(ChangingLoop {
        iterated: statement.value,
        container,
        suspends: removal.call.or(wait)?,
        change: removal.at,
        changer: removal.changer.unwrap_or_else(|| file.slice(removal.at).to_owned()),
        is_called_in_loop: removal.call.is_some(),
        raises,
        symbol: file.symbol_around(&statement),
    })
}

/// Returns whether a call puts an item into a queue. Such a call waits only if the queue has a limit.
fn is_put(summary: &Summary, call: Span) -> bool {
    let site = summary.call_site(call);
    site.is_some_and(|site| summary.last_roles(site.expression).has(Role::AddsToQueue))
}

/// Returns whether a file makes a queue with a limit.
fn makes_limited_queue(summary: &Summary) -> bool {
    let is_limited = |site: &CallSite| {
        summary.last_roles(site.expression).has(Role::QueueClass)
            && summary.arguments_of(site.expression).is_some_and(|given| !given.is_empty())
    };
    summary.calls.iter().any(is_limited)
}

/// Returns whether the iterator of a container raises after a change (`true`) or goes on (`false`); `None` for another or an unknown class.
fn raises_if_resized(file: &mut File, statement: &ProtocolStatement) -> Option<bool> {
    let container = find_container(file.summary(), statement.inner.value);
    let (module, scope) = (file.module(), statement.inner.scope);
    let inference = file.inference_mut();
    let value = inference.expression(module, scope, container);
    let parts = inference.parts(value).into_iter().filter(|part| *part != Type::None);
    let kinds: Vec<Option<bool>> = parts
        .map(|part| match part {
            Type::Instance(class, _) => {
                let path = inference.path_of_class(class);
                let name = path.strip_prefix("builtins.").unwrap_or(&path);
                if is(name, Role::RaisesIfResized) { Some(true) } else { (name == "list").then_some(false) }
            }
            _ => None,
        })
        .collect();
    let (first, others) = kinds.split_first()?;
    others.iter().all(|other| other == first).then_some(*first)?
}

fn candidates(file: &File) -> Vec<Candidate> {
    let statements = statements(file);
    if statements.is_empty() {
        return Vec::new();
    }
    let tree = file.tree();
    let module = &tree.module().body;
    let mut containers = Containers::new(module);
    let changes = Changes::find(module, &mut containers);
    let mut found = Vec::new();
    for statement in statements {
        let around = nodes_around(tree, statement.value);
        let Some(AnyNodeRef::StmtFor(turns)) = around.last() else { continue };
        let around = &around[..around.len() - 1];
        let container = inner_container(&turns.iter);
        let Some(known) = containers.find(container, around) else { continue };
        let function = function_around(around);
        if is_protected(around) || function.is_some_and(|it| acquires_lock(it) || changes.sets(it, known)) {
            continue;
        }
        let search = Search { turns, around };
        let (waits, removals) = (search.waits(), search.removals(&changes, &known));
        if !waits.is_empty() && !removals.is_empty() {
            found.push(Candidate {
                statement,
                container: span(container.range()),
                function: function.map(Definition::of),
                removals,
                is_set: changes.is_set(&known),
                waits,
            });
        }
    }
    found
}

/// Returns the container of `container.items()` and its like, or the expression itself.
fn inner_container(iterated: &Expr) -> &Expr {
    viewed(iterated).map_or(iterated, |(container, _)| container)
}

/// Returns whether a lock around a place keeps other tasks out, or a handler expects the exception of a changed container.
fn is_protected(around: &[AnyNodeRef]) -> bool {
    let inside = around.iter().rev().take_while(|node| !makes_scope(**node));
    inside.into_iter().any(|node| match node {
        AnyNodeRef::StmtWith(with) => locks_of(with).next().is_some(),
        AnyNodeRef::StmtTry(tried) => tried.handlers.iter().any(expects_runtime_error),
        _ => false,
    })
}

/// Returns whether a function acquires a lock by a call.
fn acquires_lock(function: &StmtFunctionDef) -> bool {
    let mut acquires = false;
    walk_body(&function.body, |_, node| {
        acquires |= match node {
            AnyNodeRef::ExprCall(call) => named(last_name(&call.func)).has(Role::AcquiresPrimitive),
            _ => false,
        };
        TraversalSignal::Traverse
    });
    acquires
}

fn expects_runtime_error(ExceptHandler::ExceptHandler(handler): &ExceptHandler) -> bool {
    handler.type_.as_deref().is_some_and(|class| mentions_name(class, "RuntimeError"))
}

/// The search in one loop.
struct Search<'s, 'a> {
    turns: &'a StmtFor,
    around: &'s [AnyNodeRef<'a>],
}

impl<'a> Search<'_, 'a> {
    /// Returns the places where the loop waits and goes on afterwards.
    fn waits(&self) -> Vec<Span> {
        self.find(|_, node| match node {
            AnyNodeRef::ExprAwait(awaited) => Some(span(awaited.value.range())),
            AnyNodeRef::StmtFor(inner) if inner.is_async => Some(span(inner.iter.range())),
            AnyNodeRef::StmtWith(with) if with.is_async => {
                with.items.first().map(|item| span(item.context_expr.range()))
            }
            _ => None,
        })
    }

    /// Returns the places that remove an item while the loop runs, those that the body calls first.
    fn removals(&self, changes: &Changes<'a>, container: &Container<'a>) -> Vec<Removal> {
        let outside = changes.of_container(container).iter();
        let is_outside = |change: &&Change| {
            !self.turns.range().contains_range(change.at)
                && !change.function.is_some_and(|function| changes.sets(function, *container))
        };
        let outside: Vec<&Change> = outside.filter(is_outside).collect();
        let is_of_module = container.is_of_module();
        let called =
            outside.iter().filter_map(|change| Some((*change, Some(self.find_call(change, is_of_module)?))));
        let others = outside.iter().filter(|change| self.may_run_meanwhile(change));
        called
            .chain(others.map(|change| (*change, None)))
            .map(|(change, call)| self.removal(change, call))
            .collect()
    }

    fn removal(&self, change: &Change, call: Option<Span>) -> Removal {
        Removal {
            at: span(change.at),
            changer: change.function.map(|function| function.name.to_string()),
            function: change.function.map(Definition::of),
            call,
        }
    }

    /// Returns the call in the body that removes the item of this turn.
    fn find_call(&self, change: &Change, is_of_module: bool) -> Option<Span> {
        let function = change.function.filter(|_| change.by == ChangedBy::Parameter)?;
        let calls = self.find(|around, node| match node {
            AnyNodeRef::ExprCall(call) if self.passes_item(call, function, is_of_module) => {
                let runs = !function.is_async || matches!(around.last(), Some(AnyNodeRef::ExprAwait(_)));
                runs.then(|| span(call.range()))
            }
            _ => None,
        });
        calls.first().copied()
    }

    /// Returns whether a call is one of a function of the module, or of a method of the same object, with the item of the loop.
    fn passes_item(&self, call: &ExprCall, function: &StmtFunctionDef, is_of_module: bool) -> bool {
        let is_own = match &*call.func {
            Expr::Name(_) => is_of_module,
            Expr::Attribute(method) if !is_of_module => {
                method.value.as_name_expr().is_some_and(|object| Words::OwnObject.has(object.id.as_str()))
            }
            _ => false,
        };
        let is_it = is_own && last_name(&call.func) == Some(function.name.as_str());
        is_it && call.arguments.args.iter().any(|argument| self.mentions_item(argument))
    }

    fn mentions_item(&self, argument: &Expr) -> bool {
        match &*self.turns.target {
            Expr::Name(name) => mentions_name(argument, &name.id),
            Expr::Tuple(several) => several.elts.iter().any(|item| match item {
                Expr::Name(name) => mentions_name(argument, &name.id),
                _ => false,
            }),
            _ => false,
        }
    }

    /// Returns whether another task may run the code that removes an item.
    fn may_run_meanwhile(&self, change: &Change) -> bool {
        let own = function_around(self.around);
        let is_own = change.function.map(|function| function.range()) == own.map(|own| own.range());
        let is_construction = change
            .function
            .is_some_and(|function| named(function.name.as_str()).has(Role::RunsInConstruction));
        match change.by {
            ChangedBy::EndOfTask => true,
            ChangedBy::Parameter => (!is_own || change.is_at_end) && !is_construction,
            ChangedBy::Unknown => !is_own && (change.is_at_end || change.is_in_endless_loop),
        }
    }

    /// Returns what `look` finds in the own code of the body, in places after which the loop goes on.
    fn find(&self, look: impl Fn(&[AnyNodeRef<'a>], AnyNodeRef<'a>) -> Option<Span>) -> Vec<Span> {
        let mut found = Vec::new();
        walk_inside(vec![AnyNodeRef::StmtFor(self.turns)], &self.turns.body, |around, node| {
            if makes_scope(node) {
                return TraversalSignal::Skip;
            }
            if let Some(place) = look(around, node).filter(|_| !ends_loop(around, node.range())) {
                found.push(place);
            }
            TraversalSignal::Traverse
        });
        found
    }
}

/// Returns whether the loop, the outermost of some nodes, always ends after a place: a block around the place ends in a jump out of it.
fn ends_loop(around: &[AnyNodeRef], place: TextRange) -> bool {
    let leaves = |block: &[Stmt], is_outer: bool| match block.last() {
        Some(Stmt::Return(_) | Stmt::Raise(_)) => is_in_block(block, place),
        Some(Stmt::Break(_)) => is_outer && is_in_block(block, place),
        _ => false,
    };
    let mut is_outer = true;
    around.iter().enumerate().any(|(at, node)| {
        is_outer &= at == 0 || !matches!(node, AnyNodeRef::StmtFor(_) | AnyNodeRef::StmtWhile(_));
        match node {
            AnyNodeRef::StmtFor(it) => leaves(&it.body, is_outer),
            AnyNodeRef::StmtWhile(it) => leaves(&it.body, is_outer),
            AnyNodeRef::StmtIf(it) => {
                leaves(&it.body, is_outer)
                    || it.elif_else_clauses.iter().any(|clause| leaves(&clause.body, is_outer))
            }
            AnyNodeRef::StmtWith(it) => leaves(&it.body, is_outer),
            AnyNodeRef::StmtTry(it) => leaves(&it.body, is_outer),
            AnyNodeRef::ExceptHandlerExceptHandler(it) => leaves(&it.body, is_outer),
            AnyNodeRef::MatchCase(it) => leaves(&it.body, is_outer),
            _ => false,
        }
    })
}

/// Returns the `for` statements of `async` functions over what may be a container that outlives the call, and with an `await` inside.
fn statements(file: &File) -> Vec<ProtocolStatement> {
    let summary = file.summary();
    let removes = summary.mentions(Role::RemovesItem)
        || summary.mentions(Role::RemovesItemIfThere)
        || file.has_text(file.whole(), "del ");
    if !removes {
        return Vec::new();
    }
    let may_change = |turns: &ProtocolStatement| {
        let (scope, container) = (turns.inner.scope, find_container(summary, turns.inner.value));
        turns.keyword.is_some_and(|start| may_wait(summary, scope, start))
            && may_outlive(summary, scope, container, MAX_NAMES)
    };
    file.sync_fors().into_iter().filter(may_change).collect()
}

/// Returns whether the loop that starts at a place contains an `await`, an `async for` or an `async with`.
fn may_wait(summary: &Summary, scope: ScopeId, start: u32) -> bool {
    let loops = &summary.scope(scope).loops;
    let Some(turns) = loops.iter().find(|turns| turns.start == start) else { return false };
    let mut uses = summary.protocol_uses.iter().filter(|used| used.scope == scope);
    let mut calls = summary.calls_in(scope);
    uses.any(|used| used.protocol.is_async() && turns.contains(summary.span(used.value)))
        || calls.any(|site| site.usage.is_awaited() && turns.contains(summary.span(site.expression)))
}

fn find_container(summary: &Summary, iterated: ExpressionId) -> ExpressionId {
    match summary.method_call(iterated) {
        Some((container, _)) if summary.last_roles(iterated).has(Role::ReturnsView) => container,
        _ => iterated,
    }
}

/// Returns what a call such as `list(value)` copies, or the expression itself.
fn copied(summary: &Summary, iterated: ExpressionId) -> ExpressionId {
    match summary.arguments_of(iterated) {
        Some([only]) if summary.last_roles(iterated).has(Role::CopiesElements) => only.value,
        _ => iterated,
    }
}

/// The longest chain of local names that is followed.
const MAX_NAMES: u8 = 4;

/// Returns whether an expression may stand for an attribute of the own object, a global, or an item of these.
fn may_outlive(summary: &Summary, scope: ScopeId, container: ExpressionId, names: u8) -> bool {
    let Some(names) = names.checked_sub(1) else { return false };
    match summary.expression(container) {
        Expression::Attribute { value, .. } => {
            matches!(summary.expression(value), Expression::Name(object) if Words::OwnObject.has(summary.name(object)))
        }
        Expression::Subscript { value, .. } => may_outlive(summary, scope, value, names),
        Expression::Call { .. } => match summary.method_call(container) {
            Some((value, _)) if summary.last_roles(container).has(Role::GetsEntry) => {
                may_outlive(summary, scope, value, names)
            }
            _ => false,
        },
        Expression::Name(name) => match summary.bindings_of(scope, summary.name(name)) {
            [] => !is_parameter(summary, scope, name),
            [only] => match only.kind {
                BindingKind::Value(value) => may_outlive(summary, scope, value, names),
                BindingKind::For { iterable, is_async: false }
                | BindingKind::Part { value: iterable, .. } => {
                    let viewed = copied(summary, iterable);
                    let dictionary = find_container(summary, viewed);
                    dictionary != viewed && may_outlive(summary, scope, dictionary, names)
                }
                _ => false,
            },
            _ => false,
        },
        _ => false,
    }
}

fn is_parameter(summary: &Summary, scope: ScopeId, name: NameId) -> bool {
    let function = summary.function_around(scope);
    function.is_some_and(|function| summary.function(function).has_parameter(name))
}
