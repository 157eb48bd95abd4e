//! Calls of a plain function that are made only where no event loop runs, because of its checks before and around the call.

use loopmend_catalog::{Role, Roles, named};
use loopmend_core::Span;
use loopmend_index::summary::{CallSite, ScopeId, Summary};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{
    AnyNodeRef, BoolOp, CmpOp, ExceptHandler, Expr, ExprCall, Stmt, StmtFunctionDef, StmtIf, StmtTry, UnaryOp,
};
use loopmend_python::stack::grow_stack;
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{
    SyntaxTree, function_around, last_name, makes_scope, nodes_around, range_of, span, walk_body,
};
use rustc_hash::FxHashSet;

use super::File;
use crate::infer::FunctionRef;

impl File<'_> {
    /// Returns whether a plain function makes a call only where no event loop runs. A function that does not check this is not parsed.
    pub fn is_made_without_loop_only(&mut self, function: FunctionRef, site: &CallSite) -> bool {
        let FunctionRef { module, function } = function;
        let engine = self.engine();
        let summary = engine.summary(module);
        let scope = summary.function(function).scope;
        let checks = |other: &CallSite| {
            let roles = summary.last_roles(other.expression);
            roles.has(Role::ChecksRunningLoop) || roles.has(Role::NeedsRunningLoop)
        };
        if !summary.calls_in(scope).any(checks) {
            return false;
        }
        self.inference_mut().rest_on_text(module);
        let call = summary.span(site.expression);
        let of_asyncio = calls_of_asyncio(summary, scope);
        if module == self.module() {
            return is_made_without_loop_only(&self.tree_within(call.start), call, &of_asyncio);
        }
        engine
            .read_function_tree(module, call.start, |tree| is_made_without_loop_only(tree, call, &of_asyncio))
    }
}

fn is_made_without_loop_only(tree: &SyntaxTree, call: Span, of_asyncio: &[Span]) -> bool {
    let around = nodes_around(tree, call);
    let Some(function) = function_around(&around) else { return false };
    Guards::of(function, range_of(call), of_asyncio).is_unreached(&function.body)
}

/// Returns the calls in a scope of what asyncio defines.
fn calls_of_asyncio(summary: &Summary, scope: ScopeId) -> Vec<Span> {
    let is_of_asyncio = |site: &&CallSite| {
        let path = summary.import_path(site.scope, summary.callee_or_itself(site.expression));
        path.is_some_and(|path| path.starts_with("asyncio."))
    };
    summary.calls_in(scope).filter(is_of_asyncio).map(|site| summary.span(site.expression)).collect()
}

/// The checks of a function, before and around a call.
struct Guards<'a> {
    /// The local names that hold the running event loop, or `None` without one.
    loops: FxHashSet<&'a str>,
    /// The local names that hold the event loop of the thread, which may run or not.
    of_thread: FxHashSet<&'a str>,
    /// The calls in the function of what asyncio defines.
    of_asyncio: &'a [Span],
    call: TextRange,
}

impl<'a> Guards<'a> {
    fn of(function: &'a StmtFunctionDef, call: TextRange, of_asyncio: &'a [Span]) -> Self {
        let mut bound: Vec<(&str, &Expr)> = Vec::new();
        walk_body(&function.body, |_, node| {
            if makes_scope(node) {
                return TraversalSignal::Skip;
            }
            if let AnyNodeRef::StmtAssign(assign) = node
                && let [Expr::Name(name)] = assign.targets.as_slice()
            {
                bound.push((name.id.as_str(), &*assign.value));
            }
            TraversalSignal::Traverse
        });
        let mut guards =
            Self { loops: FxHashSet::default(), of_thread: FxHashSet::default(), of_asyncio, call };
        let calls = bound.iter().filter_map(|(name, value)| Some((*name, value.as_call_expr()?)));
        let is_other = |name: &str| {
            let mut values = bound.iter().filter(|(other, _)| *other == name).map(|(_, value)| value);
            values.any(|value| !value.is_call_expr() && !value.is_none_literal_expr())
        };
        let of_thread = calls.clone().filter(|(name, call)| guards.gets_loop(call) && !is_other(name));
        let of_thread = of_thread.map(|(name, _)| name).collect();
        guards.of_thread = of_thread;
        let loops = calls.filter(|(_, call)| guards.gets_running_loop(call)).map(|(name, _)| name).collect();
        guards.loops = loops;
        guards
    }

    /// Returns the roles of what a call calls, if asyncio defines it.
    fn roles(&self, call: &ExprCall) -> Roles {
        let is_of_asyncio = self.of_asyncio.contains(&span(call.range()));
        if is_of_asyncio { named(last_name(&call.func)) } else { Roles::NONE }
    }

    /// Returns whether a call returns the event loop of the thread.
    fn gets_loop(&self, call: &ExprCall) -> bool {
        self.roles(call).has(Role::GetsLoop)
    }

    /// Returns whether a call asks if the event loop of the thread is running, or returns the running one: `loop.is_running()`.
    fn checks_loop(&self, call: &ExprCall) -> bool {
        if self.roles(call).has(Role::ChecksRunningLoop) {
            return true;
        }
        let Expr::Attribute(method) = &*call.func else { return false };
        named(method.attr.as_str()).has(Role::ChecksRunningLoop)
            && match &*method.value {
                Expr::Name(name) => self.of_thread.contains(name.id.as_str()),
                Expr::Call(getter) => self.gets_loop(getter),
                _ => false,
            }
    }

    fn gets_running_loop(&self, call: &ExprCall) -> bool {
        let roles = named(last_name(&call.func));
        roles.has(Role::NeedsRunningLoop) && roles.has(Role::GetsLoop) || self.checks_loop(call)
    }

    /// Returns whether a statement gets an event loop and does nothing else: `loop = asyncio.get_event_loop()`.
    fn only_gets_loop(&self, statement: &Stmt) -> bool {
        let Stmt::Assign(assign) = statement else { return false };
        assign.value.as_call_expr().is_some_and(|call| self.gets_loop(call))
    }

    /// Returns whether a `try` asks for the running loop before anything else fails, and starts none, which fails where one runs.
    fn fails_without_loop(&self, statement: &StmtTry) -> bool {
        let mut starts = false;
        walk_body(&statement.body, |_, node| {
            if let AnyNodeRef::ExprCall(call) = node {
                let roles = named(last_name(&call.func));
                starts |= roles.has(Role::RunsToEnd) || roles.has(Role::RunsLoop);
            }
            TraversalSignal::Traverse
        });
        let is_before = |inner: &&Stmt| {
            let is_import = matches!(inner, Stmt::Import(_) | Stmt::ImportFrom(_));
            !gets_loop_here(inner) && (is_import || self.only_gets_loop(inner))
        };
        !starts && statement.body.iter().find(|inner| !is_before(inner)).is_some_and(gets_loop_here)
    }

    /// Returns whether control does not reach the call in a block where an event loop runs.
    fn is_unreached(&self, block: &'a [Stmt]) -> bool {
        for statement in block {
            if self.is_around(statement.range()) {
                return grow_stack(|| self.is_unreached_inside(statement));
            }
            if self.leaves(statement) {
                return true;
            }
        }
        false
    }

    fn is_around(&self, range: TextRange) -> bool {
        range.contains_range(self.call)
    }

    fn block_around(&self, block: &[Stmt]) -> bool {
        block.iter().any(|statement| self.is_around(statement.range()))
    }

    fn is_unreached_inside(&self, statement: &'a Stmt) -> bool {
        match statement {
            Stmt::If(statement) => self.is_unreached_branch(statement),
            Stmt::Try(statement) => self.is_unreached_in_try(statement),
            Stmt::With(statement) => self.is_unreached(&statement.body),
            Stmt::For(statement) if self.block_around(&statement.body) => self.is_unreached(&statement.body),
            Stmt::While(statement) if self.block_around(&statement.body) => {
                self.value(&statement.test) == Some(false) || self.is_unreached(&statement.body)
            }
            _ => false,
        }
    }

    /// Returns whether a branch with the call is not taken where a loop runs: `if not loop.is_running():`.
    fn is_unreached_branch(&self, statement: &'a StmtIf) -> bool {
        let first = (Some(&*statement.test), statement.body.as_slice());
        let others = statement.elif_else_clauses.iter();
        let others = others.map(|clause| (clause.test.as_ref(), clause.body.as_slice()));
        for (test, body) in std::iter::once(first).chain(others) {
            let value = test.and_then(|test| self.value(test));
            if self.block_around(body) {
                return value == Some(false) || self.is_unreached(body);
            }
            if value == Some(true) {
                return true;
            }
        }
        false
    }

    fn is_unreached_in_try(&self, statement: &'a StmtTry) -> bool {
        if self.block_around(&statement.body) {
            return self.is_unreached(&statement.body);
        }
        if self.block_around(&statement.orelse) {
            return statement.body.iter().any(|inner| self.leaves(inner))
                || self.is_unreached(&statement.orelse);
        }
        statement.handlers.iter().any(|ExceptHandler::ExceptHandler(handler)| {
            self.is_around(handler.range)
                && ((self.fails_without_loop(statement) || self.leaves_before_failure(&statement.body))
                    && is_of_runtime_error(handler.type_.as_deref())
                    || self.is_unreached(&handler.body))
        })
    }

    /// Returns whether a block leaves the function where an event loop runs, after statements that only get the loop.
    fn leaves_before_failure(&self, block: &'a [Stmt]) -> bool {
        let mut rest = block.iter().skip_while(|statement| self.only_gets_loop(statement));
        rest.next().is_some_and(|statement| self.leaves(statement))
    }

    /// Returns whether a statement leaves the function where an event loop runs. Handlers of failures before the exit do not count.
    fn leaves(&self, statement: &'a Stmt) -> bool {
        grow_stack(|| match statement {
            Stmt::If(statement) => match self.value(&statement.test) {
                Some(true) => ends(&statement.body),
                Some(false) => {
                    matches!(&*statement.elif_else_clauses, [only] if only.test.is_none() && ends(&only.body))
                }
                None => false,
            },
            Stmt::Try(statement) => {
                let asks = statement.body.iter().any(gets_loop_here);
                asks && (ends(&statement.body) || ends(&statement.orelse))
                    || statement.body.iter().chain(&statement.orelse).any(|inner| self.leaves(inner))
            }
            Stmt::With(statement) => statement.body.iter().any(|inner| self.leaves(inner)),
            _ => false,
        })
    }

    /// Returns the value of a test where an event loop runs, if it is known.
    fn value(&self, test: &Expr) -> Option<bool> {
        match test {
            Expr::Call(call) => self.checks_loop(call).then_some(true),
            Expr::Name(name) => self.loops.contains(name.id.as_str()).then_some(true),
            Expr::UnaryOp(not) if not.op == UnaryOp::Not => {
                grow_stack(|| self.value(&not.operand)).map(|value| !value)
            }
            Expr::Compare(compare) => match (&*compare.left, &*compare.ops, &*compare.comparators) {
                (left, [operator], [Expr::NoneLiteral(_)]) => {
                    let holds_loop = match left {
                        Expr::Name(name) => self.loops.contains(name.id.as_str()),
                        Expr::Call(call) => self.checks_loop(call),
                        _ => false,
                    };
                    match operator {
                        CmpOp::IsNot if holds_loop => Some(true),
                        CmpOp::Is if holds_loop => Some(false),
                        _ => None,
                    }
                }
                _ => None,
            },
            Expr::BoolOp(operation) => {
                let values = operation.values.iter().map(|value| grow_stack(|| self.value(value)));
                let decides = Some(operation.op == BoolOp::Or);
                let mut values: Vec<Option<bool>> = values.collect();
                values.dedup();
                match *values {
                    [only] => only,
                    _ if values.contains(&decides) => decides,
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

/// Returns whether a block ends the function.
fn ends(block: &[Stmt]) -> bool {
    match block.last() {
        Some(Stmt::Return(_) | Stmt::Raise(_)) => true,
        Some(Stmt::With(statement)) => ends(&statement.body),
        _ => false,
    }
}

/// Returns whether a statement itself asks for the running loop, which raises a `RuntimeError` without one.
fn gets_loop_here(statement: &Stmt) -> bool {
    let mut gets = false;
    let simple = matches!(statement, Stmt::Expr(_) | Stmt::Assign(_) | Stmt::AnnAssign(_) | Stmt::Return(_));
    if simple {
        walk_body(std::slice::from_ref(statement), |_, node| {
            if let AnyNodeRef::ExprCall(call) = node {
                gets |= named(last_name(&call.func)).has(Role::NeedsRunningLoop);
            }
            if makes_scope(node) { TraversalSignal::Skip } else { TraversalSignal::Traverse }
        });
    }
    gets
}

fn is_of_runtime_error(class: Option<&Expr>) -> bool {
    let is_it = |class: &Expr| last_name(class) == Some("RuntimeError");
    match class {
        Some(Expr::Tuple(several)) => several.elts.iter().any(is_it),
        Some(one) => is_it(one),
        None => false,
    }
}
