//! Clients, sessions and connections that a function creates, does not pass on and never closes.

use loopmend_catalog::{Derived, Entry, Role, documented, entries, entry, is, named};
use loopmend_core::Span;
use loopmend_index::summary::{ArgumentKind, CallSite, ScopeId};
use loopmend_paths::Origins;
use loopmend_project::Origin;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, ExprAwait, ExprContext, StmtFunctionDef, StmtWhile};
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{
    function_around, has_break, has_return, last_name, nodes_around, range_of, span, walk_body,
};
use loopmend_semantic::File;
use loopmend_semantic::file::fate::bound_name;
use loopmend_semantic::file::library_use::{has_keyword, last_names};
use loopmend_semantic::file::lost_task::At;
use loopmend_semantic::file::{Call, call_of};
use loopmend_semantic::infer::Type;
use rustc_hash::FxHashSet;

/// A client that is never closed.
#[derive(Clone, Debug)]
pub(crate) struct UnclosedClient {
    /// The call that creates the client.
    pub(crate) call: Call,
    /// The documented name of the class.
    pub(crate) class: &'static str,
    /// The local name that the client is bound to; `None` if it is used where it is created.
    pub(crate) name: Option<String>,
    /// The first of the methods that close it.
    pub(crate) closer: &'static str,
    /// `true` if that method is not asynchronous.
    pub(crate) is_closed_plainly: bool,
}

/// Returns the clients that async functions create, do not pass on and never close, in source order. Skips functions with which the
/// process ends, those that run for ever, and clients of tests that no test notices.
pub(crate) fn unclosed_clients(file: &mut File) -> Vec<UnclosedClient> {
    let sites: Vec<CallSite> =
        file.summary().calls_named(makers().iter().copied()).into_iter().copied().collect();
    let summary = file.summary();
    let functions = summary.functions.iter().map(|function| summary.name(function.name)).collect();
    sites.iter().filter_map(|site| unclosed_client(file, site, &functions)).collect()
}

/// `functions` has the names of the functions of the file.
fn unclosed_client(file: &mut File, site: &CallSite, functions: &FxHashSet<&str>) -> Option<UnclosedClient> {
    let summary = file.summary();
    let class = class_to_close(file, site)?;
    let function = summary.function_around(site.scope)?;
    let is_async = summary.function(function).is_async;
    let is_replaced =
        summary.last_name(site.expression).is_some_and(|name| summary.replaces(name, site.scope));
    let is_unnoticed = class.roles.has(Role::LeaksSilently) && file.is_in_tests();
    if !is_async || site.expects_exception || is_replaced || is_unnoticed || file.ends_with_process(function)
    {
        return None;
    }
    let call = call_of(summary, site);
    let tree = file.tree_within(call.span.start);
    let around = nodes_around(&tree, call.span);
    let definition = function_around(&around)?;
    if runs_for_ever(definition) {
        return None;
    }
    let mut uses = Uses::new(definition, functions);
    let name = match uses.is_used_at_once(&around) {
        true => None,
        false => Some(name_of(&around, range_of(call.span))?),
    };
    if name.is_some_and(|name| !uses.is_left_open(name)) || uses.is_registered {
        return None;
    }
    let leaving = uses.leaving;
    if leaving.into_iter().any(|value| may_hold_client(file, site.scope, definition, value)) {
        return None;
    }
    Some(UnclosedClient {
        call,
        class: &class.name,
        name: name.map(str::to_owned),
        closer: class.closed_by.first()?,
        is_closed_plainly: class.roles.has(Role::ClosesPlainly),
    })
}

/// Returns the class of the client that a call creates, if its documentation asks to close it.
fn class_to_close(file: &File, site: &CallSite) -> Option<&'static Entry> {
    let summary = file.summary();
    let callee = summary.callee_or_itself(site.expression);
    let path = Origins::new(file.engine()).path(file.module(), site.scope, callee)?;
    // What an object gives belongs to it: a session has its connection, and a pool takes its connections back.
    let class = documented(&format!("{path}()"))?.class().filter(|_| !is_of_object(&path))?;
    let given = summary.arguments_of(site.expression).unwrap_or_default();
    let is_owned_elsewhere = given.iter().any(|argument| match argument.kind {
        ArgumentKind::Keyword(name) => {
            is(format!("{}.{}", class.name, summary.name(name)).as_str(), Role::OwnedElsewhere)
        }
        ArgumentKind::DoubleStarred => true,
        _ => false,
    });
    let is_kept = is_owned_elsewhere
        || has_keyword(summary, given, class.unless_keyword)
        || entry(&path).is_some_and(|maker| has_keyword(summary, given, maker.unless_keyword));
    (class.roles.has(Role::LeaksUnlessClosed) && !is_kept).then_some(class)
}

/// Returns whether an origin leads through the call of another class or function: a method of an object.
fn is_of_object(origin: &str) -> bool {
    origin.contains("()")
}

/// Returns the last parts of the names that create a client which has to be closed.
fn makers() -> &'static FxHashSet<&'static str> {
    static NAMES: Derived<FxHashSet<&'static str>> = Derived::new();
    NAMES.get(|| {
        let leaks = |known: &&Entry| {
            known.roles.has(Role::LeaksUnlessClosed)
                || known.makes.and_then(entry).is_some_and(|made| made.roles.has(Role::LeaksUnlessClosed))
        };
        last_names(entries().filter(leaks))
    })
}

/// Returns the name that the value of a call, or what awaiting it gives, is bound to.
fn name_of<'a>(around: &[AnyNodeRef<'a>], call: TextRange) -> Option<&'a str> {
    match around {
        [outer @ .., AnyNodeRef::ExprAwait(awaited)] => bound_name(outer, awaited.range()),
        _ => bound_name(around, call),
    }
}

/// Returns the nodes around the call of a method, and the name of the method, for the nodes around its object.
fn method_called<'n, 'a>(around: &'n [AnyNodeRef<'a>]) -> Option<(&'n [AnyNodeRef<'a>], &'a str)> {
    match around {
        [outer @ .., AnyNodeRef::ExprCall(call), AnyNodeRef::ExprAttribute(method)]
            if call.func.as_attribute_expr() == Some(method) =>
        {
            Some((outer, &method.attr))
        }
        _ => None,
    }
}

/// Returns whether a method of this name leaves a client open. A subclass may take the name of another client's method.
fn leaves_open(method: &str) -> bool {
    static CLOSERS: Derived<FxHashSet<&'static str>> = Derived::new();
    let closers = CLOSERS.get(|| entries().flat_map(|known| known.closed_by.iter().copied()).collect());
    !closers.contains(method) && !method.starts_with('_')
}

/// The result of a method that leaves a function.
#[derive(Clone, Copy)]
struct Leaving {
    /// The object of the method.
    object: Span,
    value: Span,
    /// Whether the function returns the value.
    is_returned: bool,
}

/// What a function does with a client and with what comes from it.
struct Uses<'a> {
    function: &'a StmtFunctionDef,
    /// The names of the functions of the file.
    functions: &'a FxHashSet<&'a str>,
    /// The names that were followed.
    met: FxHashSet<&'a str>,
    /// What leaves the function and comes from what a method of the client gave: `return await channel.declare_queue()`.
    leaving: Vec<Leaving>,
    /// Whether a method gets a function, which it may call as long as the process lives.
    is_registered: bool,
}

impl<'a> Uses<'a> {
    fn new(function: &'a StmtFunctionDef, functions: &'a FxHashSet<&'a str>) -> Self {
        Self { function, functions, met: FxHashSet::default(), leaving: Vec::new(), is_registered: false }
    }

    /// Returns whether a client is used where it is created, `Client().get(...)`, and what that gives stays in the function.
    fn is_used_at_once(&mut self, around: &[AnyNodeRef<'a>]) -> bool {
        method_called(around).is_some_and(|outer| leaves_open(outer.1) && self.stays_inside(outer.0))
    }

    /// Returns whether a function only calls methods of a client that it has under a name, none of which closes it.
    fn is_left_open(&mut self, name: &str) -> bool {
        let (mut bindings, mut is_open) = (0, true);
        walk_body(&self.function.body, |around, node| {
            match node {
                AnyNodeRef::StmtGlobal(_) | AnyNodeRef::StmtNonlocal(_) => is_open = false,
                AnyNodeRef::ExprName(used) if used.id == name => match used.ctx {
                    ExprContext::Store => bindings += 1,
                    _ => is_open &= self.is_plain_use(around),
                },
                AnyNodeRef::ExprName(used) => is_open &= !named(used.id.as_str()).has(Role::ReachesAllNames),
                _ => {}
            }
            TraversalSignal::Traverse
        });
        bindings == 1 && is_open
    }

    /// Returns whether a use of a client, given its enclosing nodes, calls a method that leaves it open and whose result stays in the
    /// function.
    fn is_plain_use(&mut self, around: &[AnyNodeRef<'a>]) -> bool {
        let runs_later =
            |node: &AnyNodeRef| matches!(node, AnyNodeRef::ExprLambda(_) | AnyNodeRef::ExprGenerator(_));
        if around.iter().any(runs_later) {
            return false;
        }
        self.heed_callbacks(around);
        method_called(around).is_some_and(|(outer, method)| leaves_open(method) && self.stays_inside(outer))
    }

    /// Notes that the method call around an object passes a function.
    fn heed_callbacks(&mut self, around: &[AnyNodeRef<'a>]) {
        let [.., AnyNodeRef::ExprCall(call), AnyNodeRef::ExprAttribute(_)] = around else { return };
        let keywords = call.arguments.keywords.iter().map(|keyword| &keyword.value);
        let is_function = |value: &Expr| match value {
            Expr::Lambda(_) => true,
            Expr::Name(_) | Expr::Attribute(_) => {
                last_name(value).is_some_and(|name| self.functions.contains(name))
            }
            _ => false,
        };
        self.is_registered |= call.arguments.args.iter().chain(keywords).any(is_function);
    }

    /// Returns whether what a method of a client gives stays in the function, given the nodes around its call: it may hold the client. It
    /// is dropped, used where it is, or bound to a name that nothing passes on.
    fn stays_inside(&mut self, around: &[AnyNodeRef<'a>]) -> bool {
        match around {
            [outer @ .., AnyNodeRef::ExprAwait(_)] => self.stays_inside(outer),
            [.., AnyNodeRef::StmtExpr(_) | AnyNodeRef::ExprAttribute(_) | AnyNodeRef::ExprCompare(_)] => true,
            [.., AnyNodeRef::StmtFor(_) | AnyNodeRef::StmtIf(_) | AnyNodeRef::StmtAssert(_)] => true,
            [.., AnyNodeRef::WithItem(item)] => match item.optional_vars.as_deref() {
                None => true,
                Some(Expr::Name(name)) => self.name_stays_inside(&name.id),
                Some(_) => false,
            },
            [.., AnyNodeRef::StmtAssign(assign)] => match assign.targets.as_slice() {
                [Expr::Name(name)] => self.name_stays_inside(&name.id),
                _ => false,
            },
            _ => false,
        }
    }

    /// Returns whether a function only reads attributes and elements of what it has under a name, or iterates over it.
    fn name_stays_inside(&mut self, name: &'a str) -> bool {
        if !self.met.insert(name) {
            return true;
        }
        let mut is_inside = true;
        walk_body(&self.function.body, |around, node| {
            if let AnyNodeRef::ExprName(used) = node
                && used.id == name
                && used.ctx.is_load()
            {
                is_inside &= match around.last() {
                    Some(AnyNodeRef::ExprSubscript(subscript)) => {
                        subscript.value.as_name_expr().is_some_and(|value| value.range() == used.range())
                    }
                    Some(AnyNodeRef::StmtFor(each)) => each.iter.range() == used.range(),
                    Some(AnyNodeRef::Comprehension(each)) => each.iter.range() == used.range(),
                    // What a method of the client gave may be the client.
                    Some(AnyNodeRef::ExprAttribute(read)) => {
                        self.heed_callbacks(around);
                        self.heed_result(around, used.range());
                        leaves_open(&read.attr)
                    }
                    Some(AnyNodeRef::ExprCompare(_)) => true,
                    Some(AnyNodeRef::StmtIf(_) | AnyNodeRef::StmtAssert(_) | AnyNodeRef::ExprUnaryOp(_)) => {
                        true
                    }
                    _ => false,
                };
            }
            TraversalSignal::Traverse
        });
        is_inside
    }

    /// Notes the result of a method of what came from a client, if the result leaves the function.
    fn heed_result(&mut self, around: &[AnyNodeRef<'a>], object: TextRange) {
        let Some((outer, _)) = method_called(around) else { return };
        if !self.stays_inside(outer) {
            let (value, outer) = match outer {
                [outer @ .., AnyNodeRef::ExprAwait(awaited)] => (awaited.range(), outer),
                _ => (around[outer.len()].range(), outer),
            };
            let is_returned = matches!(outer.last(), Some(AnyNodeRef::StmtReturn(_)));
            self.leaving.push(Leaving { object: span(object), value: span(value), is_returned });
        }
    }
}

/// Returns whether what leaves a function may hold the client: an object of a library, or what nothing is known about.
fn may_hold_client(file: &mut File, scope: ScopeId, function: &StmtFunctionDef, leaving: Leaving) -> bool {
    let value = types_at(file, scope, leaving.value);
    let is_unknown = |types: &[Type]| types.iter().all(|part| *part == Type::Unknown);
    if is_unknown(&value) {
        let annotation = function.returns.as_deref().filter(|_| leaving.is_returned);
        let is_plain = annotation.is_some_and(|annotation| is_plain_annotation(file, annotation));
        return !is_plain && is_unknown(&types_at(file, scope, leaving.object));
    }
    value.into_iter().any(|part| match part {
        Type::Instance(class, _) => file.engine().origin(class.module) == Origin::ThirdParty,
        _ => false,
    })
}

/// Returns whether an annotation is a built-in class of values: `str`, `list[int]`.
fn is_plain_annotation(file: &File, annotation: &Expr) -> bool {
    let class = annotation.as_subscript_expr().map_or(annotation, |subscript| &*subscript.value);
    class
        .as_name_expr()
        .is_some_and(|name| named(name.id.as_str()).has(Role::HoldsNoAwaitable) && file.is_builtin(&name.id))
}

fn types_at(file: &mut File, scope: ScopeId, value: Span) -> Vec<Type> {
    let expression = file.summary().expression_with_span(value);
    expression
        .map(|expression| file.types_of(At { module: file.module(), scope, expression }))
        .unwrap_or_default()
}

/// Returns whether only an exception or the end of the process leaves a function: it has an endless loop, or waits for what never comes.
fn runs_for_ever(function: &StmtFunctionDef) -> bool {
    let is_endless = |statement: &StmtWhile| {
        matches!(&*statement.test, Expr::BooleanLiteral(literal) if literal.value)
            && !has_break(&statement.body)
            && !has_return(&statement.body)
    };
    let waits = |awaited: &ExprAwait| {
        let call = awaited.value.as_call_expr();
        call.is_some_and(|call| {
            call.arguments.is_empty() && named(last_name(&call.func)).has(Role::WaitsForEver)
        })
    };
    let mut is_found = false;
    walk_body(&function.body, |_, node| {
        match node {
            AnyNodeRef::StmtWhile(statement) => is_found |= is_endless(statement),
            AnyNodeRef::ExprAwait(awaited) => is_found |= waits(awaited),
            _ => {}
        }
        TraversalSignal::Traverse
    });
    is_found
}
