//! Lost updates: writes to shared state in an `async def` that use a value read before a suspension point.

use loopmend_catalog::{Role, Words, named};
use loopmend_core::{Confidence, Span};
use loopmend_flow::lost_update::{self, UpdateKind, locks_of, lost_updates, root_of_state};
use loopmend_index::summary::{BindingKind, Expression, ExpressionId, FunctionId, Literal, ScopeId, Summary};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, ExprAttribute, ExprCall, Stmt, StmtClassDef, StmtFunctionDef};
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{function_around, function_with, last_name, makes_scope, span, walk_body, walk_node};
use loopmend_semantic::File;
use loopmend_semantic::infer::Type;

/// A write that discards what other tasks wrote since the state was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StaleWrite {
    /// The statement that writes.
    pub(crate) at: Span,
    /// The state, as written.
    pub(crate) state: String,
    /// Where the state was read.
    pub(crate) read: Span,
    /// The suspension point between the read and the write.
    pub(crate) suspends: Span,
    /// What is lost.
    pub(crate) stale: Stale,
    /// The qualified name of the function.
    pub(crate) symbol: String,
    /// `certain` if the file runs the function twice concurrently.
    pub(crate) confidence: Confidence,
}

/// What a write discards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stale {
    /// Updates by other tasks.
    Updated {
        /// The awaited expression of `state += await …`, from `await` to its end, if this is all that
        /// happens.
        added: Option<Span>,
    },
    /// Items that other tasks added meanwhile.
    Emptied {
        /// The method that adds the items.
        adder: String,
    },
    /// An object that another task created meanwhile.
    Made(Lost),
}

/// Why it matters that a second object replaces the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lost {
    /// Nothing closes the object, although it has to be closed.
    Open,
    /// Nothing uses the object any more.
    Unused,
}

/// Returns the writes to shared state that discard what other tasks wrote since the read, in source
/// order. Skips writes under locks, state that only one task changes in a loop, and scripts.
pub(crate) fn stale_writes(file: &mut File) -> Vec<StaleWrite> {
    let summary = file.summary();
    if summary.lost_updates.is_empty() || file.has_loop_to_itself() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for id in &summary.lost_updates {
        let definition = summary.function(*id);
        let name = summary.name(definition.name);
        if is_repeated_by_one_task(file, name) {
            continue;
        }
        let is_only = summary.functions.iter().filter(|other| other.name == definition.name).count() == 1;
        let (writes, is_concurrent) = {
            let tree = file.tree();
            let Some(function) = function_with(tree, definition.header) else { continue };
            let body = &tree.module().body;
            (lost_updates(function), is_only && starts_twice(body, name, file.text()))
        };
        for write in writes {
            let is_of_module = !Words::OwnObject.has(root_of_state(&write.state));
            let is_concurrent = is_concurrent
                || is_only && is_of_module && is_called_twice(&file.tree().module().body, name, file.text());
            let may_be_alone = matches!(write.kind, UpdateKind::Made { .. }) && !is_concurrent;
            let stale = if may_be_alone { None } else { stale_by(file, *id, &write) };
            if let Some(stale) = stale {
                let confidence = match (&stale, is_concurrent) {
                    (Stale::Updated { .. }, true) => Confidence::Certain,
                    _ => Confidence::Likely,
                };
                found.push(StaleWrite {
                    at: span(write.at),
                    state: write.state,
                    read: span(write.read),
                    suspends: span(write.suspends),
                    stale,
                    symbol: summary.qualified_name(definition.scope),
                    confidence,
                });
            }
        }
    }
    found.sort_by_key(|write| write.at.start);
    found
}

/// Returns what a write loses, if that matters.
fn stale_by(file: &mut File, function: FunctionId, write: &lost_update::LostUpdate) -> Option<Stale> {
    let summary = file.summary();
    match &write.kind {
        UpdateKind::Updated { added, is_augmented } => {
            let is_lost = !*is_augmented || is_replaced_by_adding(file, function, &write.state);
            (is_lost && !is_of_stream(summary, function)).then(|| Stale::Updated { added: added.map(span) })
        }
        UpdateKind::Emptied { .. } if summary.function(function).is_generator => None,
        UpdateKind::Emptied { locks } => {
            let adder = added_to_by(file, function, &write.state, locks)?;
            Some(Stale::Emptied { adder })
        }
        UpdateKind::Made { call } => what_is_lost(file, span(*call)).map(Stale::Made),
    }
}

/// Returns whether all calls of a function of this name are in `while` loops that await them one at a
/// time.
fn is_repeated_by_one_task(file: &File, name: &str) -> bool {
    let summary = file.summary();
    let is_while = |around: &Span| file.code_within(around.start).continues_with(around.start, "while");
    let mut calls =
        summary.calls.iter().filter(|site| summary.last_name(site.expression) == Some(name)).peekable();
    calls.peek().is_some()
        && calls.all(|site| {
            let at = summary.span(site.expression);
            let loops = &summary.scope(site.scope).loops;
            site.usage.is_awaited() && loops.iter().any(|around| around.contains(at) && is_while(around))
        })
}

/// Returns whether `state += …` creates a new value. For lists and sets it changes the same object, and
/// nothing is lost.
fn is_replaced_by_adding(file: &File, function: FunctionId, state: &str) -> bool {
    let summary = file.summary();
    let kinds: Vec<BindingKind> = match state.split_once('.') {
        Some((own, name)) if Words::OwnObject.has(own) && !name.contains(['.', '[']) => {
            let Some(class) = summary.class_of(function) else { return false };
            let in_methods = summary.attributes_of(class, name).iter().map(|attribute| attribute.kind);
            let in_body = summary.bindings_of(summary.class(class).scope, name).iter();
            in_methods.chain(in_body.map(|binding| binding.kind)).collect()
        }
        None if !state.contains('[') => {
            let around = summary.scope_around(summary.function(function).scope);
            summary.nearest_bindings(around, state).iter().map(|binding| binding.kind).collect()
        }
        _ => Vec::new(),
    };
    kinds.into_iter().any(|kind| is_plain_value(summary, kind))
}

/// Returns another method of the class that adds to an attribute without any of these locks, and that
/// other tasks call.
fn added_to_by(file: &File, function: FunctionId, state: &str, locks: &[String]) -> Option<String> {
    let summary = file.summary();
    let name = state.strip_prefix("self.").filter(|name| !name.contains(['.', '[']))?;
    let class = summary.class(summary.class_of(function)?);
    let header = summary.function(function).header;
    let own = function_with(file.tree(), header)?;
    let class = class_with(&file.tree().module().body, class.header)?;
    let methods = class.body.iter().filter_map(Stmt::as_function_def_stmt);
    let mut others = methods.filter(|method| {
        method.name.end() != own.name.end() && !method.name.starts_with("__") && method.is_async
    });
    let adder = others.find(|method| adds_to(method, name, locks) && !mentions(own, &method.name))?;
    Some(adder.name.to_string())
}

/// Returns what becomes of the first value of an awaited call; `None` if it is no object of its own, or unknown.
fn what_is_lost(file: &mut File, call: Span) -> Option<Lost> {
    let call = file.call_at(call)?;
    let module = file.module();
    let awaited = awaited_value(file.summary(), call.site.expression)?;
    let scope: ScopeId = call.site.scope;
    let inference = file.inference_mut();
    let value = inference.expression(module, scope, awaited);
    let mut lost = None;
    for part in inference.parts(value) {
        let Type::Instance(class, _) = part else { return None };
        let must_be_closed = Words::ClosingMethods.all().iter().any(|name| inference.has_member(class, name));
        let is_builtin = inference.builtin_name(class).is_some_and(|name| name != "object");
        let part = if must_be_closed { Lost::Open } else { Lost::Unused };
        if is_builtin && !must_be_closed || lost.is_some_and(|lost| lost != part) {
            return None;
        }
        lost = Some(part);
    }
    lost
}

/// Returns whether a function reads or writes a stream, according to its name or because it receives bytes.
fn is_of_stream(summary: &Summary, function: FunctionId) -> bool {
    let function = summary.function(function);
    let name = summary.name(function.name);
    let is_bytes = |annotation| summary.last_roles(annotation).has(Role::BytesAnnotation);
    Words::StreamMethods.all().iter().any(|part| name.starts_with(part))
        || function.parameters.iter().filter_map(|parameter| parameter.annotation).any(is_bytes)
}

/// Returns the `await` of a call.
fn awaited_value(summary: &Summary, call: ExpressionId) -> Option<ExpressionId> {
    let is_it = |expression: &Expression| matches!(expression, Expression::Await(value) if *value == call);
    let behind = call.index()..summary.expressions.len().min(call.index() + 4);
    let place = summary.expressions[behind].iter().position(is_it)?;
    Some(ExpressionId((call.index() + place) as u32))
}

/// Returns whether a binding shows that its value is immutable.
fn is_plain_value(summary: &Summary, kind: BindingKind) -> bool {
    let is_number = |value: ExpressionId| {
        matches!(
            summary.expression(value),
            Expression::Literal(
                Literal::Integer(_)
                    | Literal::LargeInteger
                    | Literal::Float { .. }
                    | Literal::Text
                    | Literal::Bytes
            ) | Expression::String(_)
                | Expression::Tuple(_)
        )
    };
    match kind {
        BindingKind::Value(value) => is_number(value),
        BindingKind::Annotated { annotation, .. } => summary.last_roles(annotation).has(Role::ImmutableClass),
        _ => false,
    }
}

fn class_with(body: &[Stmt], header: Span) -> Option<&StmtClassDef> {
    let mut found = None;
    walk_body(body, |_, node| {
        if let AnyNodeRef::StmtClassDef(class) = node
            && class.name.end().to_u32() == header.end
        {
            found = Some(class);
        }
        if found.is_none() { TraversalSignal::Traverse } else { TraversalSignal::Skip }
    });
    found
}

fn is_own(attribute: &ExprAttribute, name: &str) -> bool {
    attribute.attr.as_str() == name
        && matches!(&*attribute.value, Expr::Name(value) if value.id.as_str() == "self")
}

/// Returns whether a method adds to an attribute of its object without holding any of these locks.
fn adds_to(method: &StmtFunctionDef, name: &str, locks: &[String]) -> bool {
    let is_it = |value: &Expr| matches!(value, Expr::Attribute(attribute) if is_own(attribute, name));
    let holds = |node: &AnyNodeRef| match node {
        AnyNodeRef::StmtWith(statement) => locks_of(statement).any(|lock| locks.contains(&lock)),
        _ => false,
    };
    let mut found = false;
    walk_body(&method.body, |around, node| {
        let adds = match node {
            AnyNodeRef::ExprCall(ExprCall { func, .. }) => match &**func {
                Expr::Attribute(called) => {
                    named(called.attr.as_str()).has(Role::AddsItems) && is_it(&called.value)
                }
                _ => false,
            },
            AnyNodeRef::StmtAugAssign(statement) => is_it(&statement.target),
            AnyNodeRef::ExprSubscript(subscript) => subscript.ctx.is_store() && is_it(&subscript.value),
            _ => false,
        };
        found |= adds && !around.iter().any(holds);
        TraversalSignal::Traverse
    });
    found
}

/// Returns whether a function mentions a method. Its own calls then have no effect.
fn mentions(function: &StmtFunctionDef, method: &str) -> bool {
    let mut found = false;
    walk_body(&function.body, |_, node| {
        found |= matches!(node, AnyNodeRef::ExprAttribute(attribute) if attribute.attr.as_str() == method);
        TraversalSignal::Traverse
    });
    found
}

/// Returns whether a file starts a function twice concurrently on the same object. This is in the arguments
/// of one call that starts tasks, or in a repeated call.
fn starts_twice(body: &[Stmt], name: &str, text: &str) -> bool {
    let mut started: Vec<(TextRange, &str)> = Vec::new();
    let mut found = false;
    walk_body(body, |around, node| {
        if let AnyNodeRef::ExprCall(call) = node
            && last_name(&call.func) == Some(name)
            && let Some((starter, place)) = starter_in(around)
        {
            let callee = text.get(span(call.func.range()).as_range()).unwrap_or_default();
            let is_awaited = matches!(around[..place].last(), Some(AnyNodeRef::ExprAwait(_)));
            let loops = if is_awaited { &around[place..] } else { around };
            found |= is_repeated(loops, root_of_state(callee)) || started.contains(&(starter, callee));
            started.push((starter, callee));
        }
        TraversalSignal::Traverse
    });
    found
}

/// Returns whether a file starts a function twice concurrently that calls another one, whose state is that of the module.
fn is_called_twice(body: &[Stmt], name: &str, text: &str) -> bool {
    let mut callers: Vec<&str> = Vec::new();
    walk_body(body, |around, node| {
        if let AnyNodeRef::ExprCall(call) = node
            && last_name(&call.func) == Some(name)
            && let Some(caller) = function_around(around)
            && caller.name.as_str() != name
        {
            callers.push(caller.name.as_str());
        }
        TraversalSignal::Traverse
    });
    callers.into_iter().any(|caller| starts_twice(body, caller, text))
}

/// Returns the enclosing call that starts tasks, and the index of the argument.
fn starter_in(around: &[AnyNodeRef]) -> Option<(TextRange, usize)> {
    let is_starter = |node: &AnyNodeRef| match node {
        AnyNodeRef::ExprCall(call) => named(last_name(&call.func)).has(Role::StartsSeveral),
        _ => false,
    };
    let place = around.iter().rposition(is_starter)?;
    Some((around[place].range(), place))
}

/// Returns whether something is in a loop or comprehension of its function that does not bind a name.
fn is_repeated(around: &[AnyNodeRef], root: &str) -> bool {
    let own = around.iter().rev().take_while(|node| !matches!(node, AnyNodeRef::StmtFunctionDef(_)));
    let is_loop = |node: &&AnyNodeRef| {
        matches!(node, AnyNodeRef::StmtFor(_)) || makes_scope(**node) && node.is_expression()
    };
    let mut loops = own.filter(is_loop).peekable();
    loops.peek().is_some() && loops.all(|node| !binds(*node, root))
}

fn binds(node: AnyNodeRef, name: &str) -> bool {
    let mut found = false;
    walk_node(Vec::new(), node, |_, node| {
        found |=
            matches!(node, AnyNodeRef::ExprName(bound) if !bound.ctx.is_load() && bound.id.as_str() == name);
        TraversalSignal::Traverse
    });
    found
}
