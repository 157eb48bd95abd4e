//! Loops in coroutines that sleep until the state of the program changes.

use loopmend_catalog::{Role, Words, named};
use loopmend_core::Span;
use loopmend_index::summary::{Argument, BindingKind, CallSite, Expression, ScopeId, ScopeKind, Summary};
use loopmend_python::ast::{
    AnyNodeRef, BoolOp, Expr, ExprAttribute, ExprCall, Number, Stmt, StmtWhile, UnaryOp,
};
use loopmend_python::stack::grow_stack;
use loopmend_python::text_size::Ranged;
use loopmend_python::{last_name, nodes_around, span};
use loopmend_semantic::File;
use loopmend_semantic::file::Call;
use loopmend_semantic::infer::Type;

/// A `while` loop in an `async def` that only sleeps.
pub(crate) struct BusyWait {
    /// The range from `while` to the end of the condition.
    pub(crate) at: Span,
    /// The qualified name of the function.
    pub(crate) symbol: String,
}

/// Returns the loops in `async` functions that only sleep until the program changes what their
/// condition reads, in source order. The condition reads attributes of `self`, globals, or objects of
/// asyncio. Skips state that threads may change.
pub(crate) fn busy_waits(file: &mut File) -> Vec<BusyWait> {
    let summary = file.summary();
    if summary.names.find("sleep").is_none() {
        return Vec::new();
    }
    let sleeps: Vec<Call> = file.awaited_calls().filter(|call| is_sleep_in_loop(file, call)).collect();
    let may_be_set_by_threads = summary.mentions(Role::StartsThread);
    if sleeps.is_empty() || may_be_set_by_threads {
        return Vec::new();
    }
    sleeps.iter().filter_map(|call| busy_wait(file, call)).collect()
}

fn is_sleep_in_loop(file: &File, call: &Call) -> bool {
    let summary = file.summary();
    let loops = &summary.scope(call.scope()).loops;
    call.is_statement()
        && summary.last_name(call.site.expression) == Some("sleep")
        && loops.iter().any(|around| around.contains(call.span))
}

fn busy_wait(file: &mut File, call: &Call) -> Option<BusyWait> {
    let (reads, at) = {
        let tree = file.tree_within(call.span.start);
        let around = nodes_around(&tree, call.span);
        let [.., AnyNodeRef::StmtWhile(statement), AnyNodeRef::StmtExpr(_), AnyNodeRef::ExprAwait(_)] =
            around[..]
        else {
            return None;
        };
        if keeps_alive(statement) {
            return None;
        }
        let reads = only_waits(statement).then(|| reads_of(&statement.test)).flatten()?;
        (reads, Span::new(span(statement.range()).start, span(statement.test.range()).end))
    };
    let mut is_any_shared = false;
    for read in &reads {
        is_any_shared |= is_shared(file, call.scope(), read)?;
    }
    if reads.iter().any(|read| is_set_by_signals(file.summary(), call.scope(), read)) {
        return None;
    }
    if !is_any_shared || !calls_sleep(file, call) {
        return None;
    }
    Some(BusyWait { at, symbol: file.summary().qualified_name(call.scope()) })
}

fn calls_sleep(file: &mut File, call: &Call) -> bool {
    let module = file.module();
    let inference = file.inference_mut();
    let functions = inference.called_functions(module, &call.site);
    !functions.is_empty()
        && functions.into_iter().all(|function| inference.known_as(function, Role::Sleeps).is_some())
}

/// Returns whether other tasks can change what is read; `None` if the read is not understood.
fn is_shared(file: &mut File, scope: ScopeId, read: &ConditionRead) -> Option<bool> {
    let summary = file.summary();
    match read {
        ConditionRead::Name(name) => Some(is_set_as_global(summary, scope, name)),
        ConditionRead::SelfAttribute(name) => is_attribute(summary, scope, name).then_some(true),
        ConditionRead::Call(place) => {
            let call = file.call_at(*place)?;
            let (receiver, _) = summary.method_call(call.site.expression)?;
            let module = file.module();
            let inference = file.inference_mut();
            let value = inference.expression(module, scope, receiver);
            let parts = inference.parts(value);
            let is_of_asyncio = !parts.is_empty()
                && parts.into_iter().all(|part| match part {
                    Type::Instance(class, _) => {
                        let path = inference.path_of_class(class);
                        path.starts_with("asyncio.") || path.starts_with("_asyncio.")
                    }
                    _ => false,
                });
            is_of_asyncio.then_some(true)
        }
    }
}

/// Returns whether only handlers of signals change what is read, and the file does not call them itself. They may run at any time, and must not
/// set an event of asyncio.
fn is_set_by_signals(summary: &Summary, scope: ScopeId, read: &ConditionRead) -> bool {
    let setters: Vec<ScopeId> = match read {
        ConditionRead::Name(name) => {
            let bindings = summary.bindings_of(Summary::MODULE_SCOPE, name).iter();
            bindings.map(|binding| binding.scope).filter(|scope| *scope != Summary::MODULE_SCOPE).collect()
        }
        ConditionRead::SelfAttribute(name) => {
            let Some(ScopeKind::Class(class)) = kind_around(summary, scope) else { return false };
            let set = summary.attributes_of(class, name).iter().map(|set| set.scope);
            set.filter(|scope| !is_constructor(summary, *scope)).collect()
        }
        ConditionRead::Call(_) => return false,
    };
    let is_handler = |setter: &ScopeId| {
        let ScopeKind::Function(function) = summary.scope(*setter).kind else { return false };
        let name = summary.function(function).name;
        let is_it = |argument: &Argument| match summary.expression(argument.value) {
            Expression::Name(given) | Expression::Attribute { name: given, .. } => given == name,
            _ => false,
        };
        let is_called =
            |site: &CallSite| summary.last_name_id(summary.callee_or_itself(site.expression)) == Some(name);
        let mut registrations =
            summary.calls_named(Role::RegistersSignalHandler.names().iter().copied()).into_iter();
        !summary.calls.iter().any(is_called)
            && registrations
                .any(|site| summary.arguments_of(site.expression).unwrap_or_default().iter().any(is_it))
    };
    !setters.is_empty() && setters.iter().all(is_handler)
}

fn is_constructor(summary: &Summary, scope: ScopeId) -> bool {
    let ScopeKind::Function(function) = summary.scope(scope).kind else { return false };
    named(summary.name(summary.function(function).name)).has(Role::RunsAtCreation)
}

/// A value that a condition reads.
enum ConditionRead {
    Name(String),
    /// An attribute of `self`.
    SelfAttribute(String),
    /// A method without arguments, such as `event.is_set()`.
    Call(Span),
}

/// Returns the values that a condition reads, if all are of a known kind.
fn reads_of(condition: &Expr) -> Option<Vec<ConditionRead>> {
    let parts: Vec<&Expr> = match condition {
        Expr::BoolOp(operation) => operation.values.iter().collect(),
        Expr::UnaryOp(operation) => vec![&operation.operand],
        Expr::Compare(comparison) => {
            std::iter::once(&*comparison.left).chain(&comparison.comparators).collect()
        }
        Expr::Name(name) => return Some(vec![ConditionRead::Name(name.id.to_string())]),
        Expr::Attribute(attribute) => return own_attribute(attribute).map(|own| vec![own]),
        Expr::Call(call) => return reads_of_call(call),
        literal if literal.is_literal_expr() => return Some(Vec::new()),
        _ => return None,
    };
    let mut reads = Vec::new();
    for part in parts {
        reads.extend(grow_stack(|| reads_of(part))?);
    }
    Some(reads)
}

fn own_attribute(attribute: &ExprAttribute) -> Option<ConditionRead> {
    let is_own = attribute.value.as_name_expr().is_some_and(|name| name.id.as_str() == "self");
    is_own.then(|| ConditionRead::SelfAttribute(attribute.attr.to_string()))
}

fn reads_of_call(call: &ExprCall) -> Option<Vec<ConditionRead>> {
    match (&*call.func, &*call.arguments.args) {
        (Expr::Name(name), [only]) if name.id.as_str() == "len" => reads_of(only),
        (Expr::Attribute(method), []) if named(method.attr.as_str()).has(Role::StateQuery) => {
            Some(vec![ConditionRead::Call(span(call.range()))])
        }
        _ => None,
    }
}

/// Returns whether a loop keeps a service alive until it stops, and looks every second or less often: `while self.is_running:`. Nobody notices
/// that it ends a little late.
fn keeps_alive(statement: &StmtWhile) -> bool {
    let is_slow = |inner: &Stmt| match inner {
        Stmt::Expr(expression) => match &*expression.value {
            Expr::Await(awaited) => awaited
                .value
                .as_call_expr()
                .and_then(|call| call.arguments.args.first())
                .is_some_and(is_second),
            _ => false,
        },
        _ => false,
    };
    tests_for_end(&statement.test) && statement.body.iter().any(is_slow)
}

/// Returns whether a time is written as a number of at least one second.
fn is_second(time: &Expr) -> bool {
    let Expr::NumberLiteral(number) = time else { return false };
    match &number.value {
        Number::Int(seconds) => seconds.as_u64().is_none_or(|seconds| seconds >= 1),
        Number::Float(seconds) => *seconds >= 1.0,
        Number::Complex { .. } => false,
    }
}

/// Returns whether a test is true until a service stops, according to the names of its flags: `running and not stopped`.
fn tests_for_end(test: &Expr) -> bool {
    let says = |flag: &Expr, words: Words| {
        let is_flag =
            flag.is_name_expr() || flag.as_attribute_expr().is_some_and(|it| own_attribute(it).is_some());
        // `exit_code` and `active_requests` are no flags.
        is_flag && last_name(flag).is_some_and(|name| words.has(name.rsplit('_').next()))
    };
    match test {
        Expr::BoolOp(operation) => {
            operation.op == BoolOp::And
                && operation.values.iter().all(|value| grow_stack(|| tests_for_end(value)))
        }
        Expr::UnaryOp(not) => not.op == UnaryOp::Not && says(&not.operand, Words::StopFlags),
        flag => says(flag, Words::RunningFlags),
    }
}

/// Returns whether a loop only awaits a single call. A loop that logs in each iteration may exist for that
/// purpose.
fn only_waits(statement: &StmtWhile) -> bool {
    let is_quiet = |inner: &Stmt| match inner {
        Stmt::Expr(expression) => match &*expression.value {
            Expr::Await(awaited) => awaited.value.as_call_expr().is_some_and(is_of_fixed_length),
            other => other.is_literal_expr(),
        },
        Stmt::Pass(_) => true,
        _ => false,
    };
    let is_await = |inner: &&Stmt| matches!(inner, Stmt::Expr(statement) if statement.value.is_await_expr());
    statement.body.iter().filter(is_await).count() == 1 && statement.body.iter().all(is_quiet)
}

/// Returns whether a sleep has a number or a name as its argument. A computed time belongs to something
/// that is repeated.
fn is_of_fixed_length(sleep: &ExprCall) -> bool {
    let is_fixed =
        |value: &Expr| value.is_literal_expr() || value.is_name_expr() || value.is_attribute_expr();
    let keywords = sleep.arguments.keywords.iter().map(|keyword| &keyword.value);
    sleep.arguments.args.iter().chain(keywords).all(is_fixed)
}

/// Returns whether a name is a module global that a function sets.
fn is_set_as_global(summary: &Summary, scope: ScopeId, name: &str) -> bool {
    let is_own = !summary.bindings_of(scope, name).is_empty();
    let declares =
        |names: &[loopmend_index::summary::NameId]| names.iter().any(|known| summary.name(*known) == name);
    !is_own && summary.scopes.iter().any(|scope| declares(&scope.globals) || declares(&scope.nonlocals))
}

fn kind_around(summary: &Summary, scope: ScopeId) -> Option<ScopeKind> {
    summary.scope(scope).parent.map(|scope| summary.scope(scope).kind)
}

/// Returns whether the class around a method has an attribute that is a plain value.
fn is_attribute(summary: &Summary, scope: ScopeId, name: &str) -> bool {
    let Some(ScopeKind::Class(class)) = kind_around(summary, scope) else { return false };
    let class = summary.class(class);
    let is_set = summary.names.find(name).is_some_and(|name| !class.places_of_attribute(name).is_empty());
    let in_body = summary.bindings_of(class.scope, name);
    let is_value = |kind: BindingKind| matches!(kind, BindingKind::Value(_) | BindingKind::Annotated { .. });
    in_body.iter().all(|binding| is_value(binding.kind)) && (is_set || !in_body.is_empty())
}
