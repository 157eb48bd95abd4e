//! Event loops that a function creates, does not pass on and never closes.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_index::calls::called_name;
use loopmend_index::summary::{CallSite, FunctionId, Summary};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, ExprCall, ExprContext, Stmt, StmtFunctionDef};
use loopmend_python::{SyntaxTree, function_around, last_name, nodes_around, range_of, walk_body};

use super::assigned::bound_name;
use crate::file::{Call, File, call_of};
use crate::infer::Type;

/// An event loop that is never closed.
#[derive(Clone, Debug)]
pub struct UnclosedLoop {
    /// The call that creates the loop.
    pub call: Call,
    /// The documented name of the callee.
    pub maker: &'static str,
    /// The local name that the loop is bound to; `None` if the loop is run directly.
    pub name: Option<String>,
    /// Whether the loop is set as the event loop of the thread, where other code can find it.
    pub is_set: bool,
}

/// The definition of `asyncio.new_event_loop`.
const NEW_EVENT_LOOP: &str = "asyncio.events.new_event_loop";

/// The maximum depth to which the callers of a function are followed to a script.
const MOST_CALLS: u8 = 8;

impl File<'_> {
    /// Returns the event loops that a function creates and runs, does not pass on and never closes, in
    /// source order. Skips `async` functions, where no such loop can run. In tests, skips loops that are
    /// set as the current event loop.
    pub fn unclosed_loops(&mut self) -> Vec<UnclosedLoop> {
        let summary = self.summary();
        if Role::MakesOwnLoop.names().iter().all(|name| summary.names.find(name).is_none()) {
            return Vec::new();
        }
        let is_maker = |site: &&CallSite| {
            called_name(summary, site).is_some_and(|name| named(name).has(Role::MakesOwnLoop))
        };
        let calls: Vec<CallSite> = summary.calls.iter().filter(is_maker).copied().collect();
        if calls.is_empty() || Role::MakesOwnLoop.names().iter().any(|name| self.is_put_in_place(name)) {
            return Vec::new();
        }
        calls.iter().filter_map(|site| self.unclosed_loop(site)).collect()
    }

    fn unclosed_loop(&mut self, site: &CallSite) -> Option<UnclosedLoop> {
        let function = self.function_around(site.scope);
        if function.is_some_and(|function| self.summary().function(function).is_async) {
            return None;
        }
        if function.is_some_and(|function| self.ends_with_process(function)) {
            return None;
        }
        let maker = self.loop_maker(site)?;
        let call = call_of(self.summary(), site);
        let tree = self.tree();
        if runs_at_once(tree, call.span) {
            return Some(UnclosedLoop { call, maker, name: None, is_set: false });
        }
        let (name, is_set) = name_of_unclosed(tree, call.span)?;
        if is_set && self.is_in_tests() {
            return None;
        }
        Some(UnclosedLoop { call, maker, name: Some(name), is_set })
    }

    /// Returns whether a function runs once and the process ends with it. It is named `main`, or only
    /// scripts and other such functions of the file call it.
    pub fn ends_with_process(&mut self, function: FunctionId) -> bool {
        self.ends_with_script(function, MOST_CALLS)
    }

    fn ends_with_script(&mut self, function: FunctionId, calls_left: u8) -> bool {
        let (module, summary) = (self.module(), self.summary());
        let definition = summary.function(function);
        let name = summary.name(definition.name);
        if summary.scope_around(definition.scope) != Summary::MODULE_SCOPE || self.is_in_tests() {
            return false;
        }
        let is_called = |site: &&CallSite| called_name(summary, site) == Some(name);
        let calls: Vec<&CallSite> = summary.calls.iter().filter(is_called).collect();
        let is_of_script = |file: &mut Self, site: &CallSite| {
            site.is_in_script
                || summary
                    .function_around(site.scope)
                    .is_some_and(|caller| calls_left > 0 && file.ends_with_script(caller, calls_left - 1))
        };
        if calls.is_empty() || definition.decorators.len > 0 {
            return name == "main";
        }
        calls.iter().all(|site| is_of_script(self, site))
            && !self.inference_mut().is_called_elsewhere(module, name)
    }

    /// Returns the callable that creates an event loop in a call.
    fn loop_maker(&mut self, site: &CallSite) -> Option<&'static str> {
        let module = self.module();
        if site.expects_exception {
            return None;
        }
        let inference = self.inference_mut();
        let mut maker = None;
        for part in inference.called(module, site) {
            maker = Some(match part {
                Type::Function(callee) => {
                    let function = inference.function_of(callee);
                    (inference.path_of_function(function) == NEW_EVENT_LOOP)
                        .then_some("asyncio.new_event_loop")?
                }
                Type::Class(class) => {
                    inference.inherits(class, "asyncio.runners", "Runner").then_some("asyncio.Runner")?
                }
                _ => return None,
            });
        }
        maker
    }
}

/// Returns whether a loop is run where it is created: `new_event_loop().run_until_complete(...)`.
fn runs_at_once(tree: &SyntaxTree, call: Span) -> bool {
    matches!(
        nodes_around(tree, call).as_slice(),
        [.., AnyNodeRef::ExprCall(_), AnyNodeRef::ExprAttribute(attribute)]
            if named(attribute.attr.as_str()).has(Role::RunsLoop)
    )
}

/// Returns the local name of a loop that only the enclosing function uses and never closes, and whether the
/// function sets the loop.
fn name_of_unclosed(tree: &SyntaxTree, call: Span) -> Option<(String, bool)> {
    let around = nodes_around(tree, call);
    let function = function_around(&around)?;
    let name = bound_name(&around, range_of(call))?;
    if ends_process(&function.body) {
        return None;
    }
    let uses = uses_of_loop(function, name);
    let is_unclosed = uses.bindings == 1 && uses.runs > 0 && !uses.is_open;
    is_unclosed.then(|| (name.to_owned(), uses.is_set))
}

/// Returns whether the last statement of a body ends the process: `sys.exit(...)`, `os._exit(...)`, `raise
/// SystemExit` (docs.python.org/3/library/sys.html#sys.exit, os.html#os._exit).
fn ends_process(body: &[Stmt]) -> bool {
    match body.last() {
        Some(Stmt::Expr(last)) => {
            let callee = last.value.as_call_expr().map(|call| &*call.func);
            callee.and_then(Expr::as_attribute_expr).is_some_and(|callee| {
                let module = callee.value.as_name_expr().map(|module| module.id.as_str());
                matches!((module, callee.attr.as_str()), (Some("sys"), "exit") | (Some("os"), "_exit"))
            })
        }
        Some(Stmt::Raise(last)) => last.exc.as_deref().is_some_and(|raised| {
            let class = raised.as_call_expr().map_or(raised, |call| &*call.func);
            last_name(class) == Some("SystemExit")
        }),
        _ => false,
    }
}

/// Returns whether a call is `asyncio.get_event_loop().close()`, which closes the loop that was set.
fn closes_current(call: &ExprCall) -> bool {
    let Expr::Attribute(method) = &*call.func else { return false };
    let Expr::Call(getter) = &*method.value else { return false };
    method.attr.as_str() == "close" && last_name(&getter.func) == Some("get_event_loop")
}

/// The uses of a loop in a function, under its name.
#[derive(Default)]
struct Uses {
    bindings: usize,
    runs: usize,
    is_set: bool,
    /// Whether the loop is closed, or something else may close or store it.
    is_open: bool,
}

fn uses_of_loop(function: &StmtFunctionDef, name: &str) -> Uses {
    let mut uses = Uses::default();
    walk_body(&function.body, |around, node| {
        match node {
            AnyNodeRef::StmtGlobal(_) | AnyNodeRef::StmtNonlocal(_) => uses.is_open = true,
            AnyNodeRef::ExprCall(call) if closes_current(call) => uses.is_open = true,
            AnyNodeRef::ExprName(used) if used.id == name => match used.ctx {
                ExprContext::Store => uses.bindings += 1,
                _ => uses.note(around, &used.id),
            },
            AnyNodeRef::ExprName(used) => uses.is_open |= named(used.id.as_str()).has(Role::ReachesAllNames),
            _ => {}
        }
        TraversalSignal::Traverse
    });
    uses
}

impl Uses {
    /// Records a use of the name, given its enclosing nodes.
    fn note(&mut self, around: &[AnyNodeRef], name: &str) {
        match around {
            [.., AnyNodeRef::ExprCall(call), AnyNodeRef::ExprAttribute(method)]
                if call.func.as_attribute_expr() == Some(method) =>
            {
                let method = method.attr.as_str();
                self.runs += usize::from(named(method).has(Role::RunsLoop));
                self.is_open |=
                    !named(method).has(Role::RunsLoop) && !named(method).has(Role::LeavesLoopAlone);
            }
            [.., AnyNodeRef::ExprCall(call), AnyNodeRef::Arguments(_)] if sets_loop(call, name) => {
                self.is_set = true;
            }
            _ => self.is_open = true,
        }
    }
}

/// Returns whether a call is `asyncio.set_event_loop(loop)`.
fn sets_loop(call: &ExprCall, name: &str) -> bool {
    let is_it = |value: &Expr| value.as_name_expr().is_some_and(|given| given.id == name);
    last_name(&call.func) == Some("set_event_loop") && matches!(&*call.arguments.args, [only] if is_it(only))
}
