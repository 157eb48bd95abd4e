//! Code of `async` functions beside which nothing else runs on the event loop: fixtures, start-up code, scripts.

use loopmend_core::Span;
use ruff_python_ast::AnyNodeRef;
use ruff_python_ast::visitor::source_order::{SourceOrderVisitor, TraversalSignal};
use ruff_text_size::Ranged;

use super::fate::{Walk, nodes_around};
use super::{File, called_name};
use crate::infer::is_fixture;
use crate::summary::{
    ArgumentKind, CallSite, Expression, ExpressionId, FunctionId, NameId, ScopeId, Summary,
};

/// What runs a coroutine on an event loop of its own.
const RUNNING: [&str; 2] = ["run", "run_until_complete"];

/// What frameworks call before they serve: hooks of discord.py, Starlette, Quart, Sanic.
const BEFORE_SERVING: [&str; 6] =
    ["setup_hook", "startup", "on_startup", "before_serving", "before_server_start", "main_process_start"];

/// What lets something run beside the code that names it.
const CONCURRENT: [&str; 34] = [
    "TaskGroup",
    "add_done_callback",
    "add_signal_handler",
    "as_completed",
    "call_at",
    "call_later",
    "call_soon",
    "connect",
    "create_datagram_endpoint",
    "create_server",
    "create_task",
    "create_task_group",
    "ensure_future",
    "gather",
    "listen",
    "map",
    "open_nursery",
    "run_app",
    "run_forever",
    "run_in_executor",
    "schedule",
    "serve",
    "serve_forever",
    "spawn",
    "start",
    "start_polling",
    "start_server",
    "start_serving",
    "start_soon",
    "start_unix_server",
    "subscribe",
    "to_thread",
    "wait",
    "wait_for",
];

/// A function of a script is followed so far to the one that the event loop is started with.
const DEEPEST: u8 = 8;

impl File<'_> {
    /// Whether nothing else runs on the event loop while a call in an `async def` does: that is a fixture, a framework runs it before
    /// it serves, it has not awaited anything since the loop was started with it, or it belongs to a script that does one thing after the
    /// other.
    pub(super) fn runs_alone(&mut self, around: FunctionId, call: Span) -> bool {
        is_fixture(self.summary(), around)
            || self.is_before_serving(around, call)
            || self.is_started_with(around) && self.awaits_only_after(call)
            || self.is_of_plain_script(around)
    }

    fn is_before_serving(&self, around: FunctionId, call: Span) -> bool {
        let summary = self.summary();
        let function = summary.function(around);
        let decorators = summary.list(function.decorators);
        let is_known = |name: &str| BEFORE_SERVING.contains(&name);
        let has_name = is_known(summary.name(function.name));
        let is_registered = decorators.iter().any(|decorator| {
            summary.last_name(*decorator).is_some_and(|name| {
                is_known(name) || matches!(name, "on_event" | "listener") && self.is_given_startup(*decorator)
            })
        });
        let is_lifespan = summary.name(function.name).contains("lifespan") && function.is_generator;
        has_name || is_registered || is_lifespan && self.is_before_yield(call)
    }

    /// Whether the first argument of a decorator names what happens before an application serves.
    fn is_given_startup(&self, decorator: ExpressionId) -> bool {
        let summary = self.summary();
        let first = summary.arguments_of(decorator).and_then(<[_]>::first);
        first.is_some_and(|argument| match summary.expression(argument.value) {
            Expression::String(text) => BEFORE_SERVING.contains(&summary.name(text)),
            _ => false,
        })
    }

    /// Whether event loops of the file are started with a function, by itself or by a call of it, and nothing else calls it.
    fn is_started_with(&mut self, function: FunctionId) -> bool {
        let (module, summary) = (self.module(), self.summary());
        let name = summary.name(summary.function(function).name);
        let starts = self.starts_of(function);
        let mut calls = summary.calls.iter().filter(|site| called_name(summary, site) == Some(name));
        !starts.is_empty()
            && calls.all(|call| starts.iter().any(|start| start.contains(summary.span(call.expression))))
            && !self.inference_mut().is_called_elsewhere(module, name)
    }

    /// The calls that start an event loop with a function.
    fn starts_of(&self, function: FunctionId) -> Vec<Span> {
        let summary = self.summary();
        let definition = summary.function(function);
        let is_plain =
            definition.decorators.len == 0 && summary.scope_around(definition.scope) == Summary::MODULE_SCOPE;
        if !is_plain {
            return Vec::new();
        }
        let starts = self.loop_starts().iter().filter(|site| self.is_given_first(site, definition.name));
        starts.map(|site| summary.span(site.expression)).collect()
    }

    /// The calls of the file that start an event loop.
    fn loop_starts(&self) -> &[CallSite] {
        self.loop_starts.get_or_init(|| {
            let summary = self.summary();
            let runs =
                |site: &&CallSite| called_name(summary, site).is_some_and(|name| RUNNING.contains(&name));
            let starts = summary.calls.iter().filter(runs);
            starts.filter(|site| !self.is_in_async(site.scope)).copied().collect()
        })
    }

    /// Whether the first argument of a call is a name, or a call of it.
    fn is_given_first(&self, site: &CallSite, name: NameId) -> bool {
        let summary = self.summary();
        let first = summary.arguments_of(site.expression).and_then(<[_]>::first);
        let given = first.filter(|argument| argument.kind == ArgumentKind::Positional);
        given.is_some_and(|argument| {
            let made = summary.callee_or_itself(argument.value);
            matches!(summary.expression(made), Expression::Name(given) if given == name)
        })
    }

    fn is_in_async(&self, scope: ScopeId) -> bool {
        let summary = self.summary();
        summary.function_around(scope).is_some_and(|function| summary.function(function).is_async)
    }

    /// Whether the function around a call gives control to the event loop behind the call only, and no loop of it leads back there.
    fn awaits_only_after(&self, call: Span) -> bool {
        self.stands_before(call, |node| match node {
            AnyNodeRef::ExprAwait(_) => true,
            AnyNodeRef::StmtFor(statement) => statement.is_async,
            AnyNodeRef::StmtWith(statement) => statement.is_async,
            AnyNodeRef::Comprehension(comprehension) => comprehension.is_async,
            _ => false,
        })
    }

    fn is_before_yield(&self, call: Span) -> bool {
        self.stands_before(call, |node| matches!(node, AnyNodeRef::ExprYield(_)))
    }

    /// Whether a call stands before all such nodes of its function, and in no loop with one.
    fn stands_before(&self, call: Span, is_such: impl Fn(&AnyNodeRef) -> bool) -> bool {
        let around = nodes_around(self.tree(), call);
        let Some(place) = around.iter().rposition(|node| matches!(node, AnyNodeRef::StmtFunctionDef(_)))
        else {
            return false;
        };
        let AnyNodeRef::StmtFunctionDef(function) = around[place] else { return false };
        let is_loop = |node: &&AnyNodeRef| matches!(node, AnyNodeRef::StmtFor(_) | AnyNodeRef::StmtWhile(_));
        let outermost_loop = around[place..].iter().find(is_loop).map(|node| node.range().end().to_u32());
        let end = outermost_loop.unwrap_or(call.start);
        let mut is_before = true;
        let mut walk = Walk::new(|_, node| {
            let is_inner = matches!(node, AnyNodeRef::StmtFunctionDef(_) | AnyNodeRef::ExprLambda(_));
            is_before &= is_inner || !is_such(&node) || node.range().start().to_u32() >= end;
            if is_inner { TraversalSignal::Skip } else { TraversalSignal::Traverse }
        });
        walk.visit_body(&function.body);
        is_before
    }

    /// Whether a function belongs to a script that starts an event loop at its end and lets nothing run beside what it awaits.
    fn is_of_plain_script(&mut self, function: FunctionId) -> bool {
        let summary = self.summary();
        let is_of_script = |site: &CallSite| {
            let runs = || called_name(summary, site).is_some_and(|name| RUNNING.contains(&name));
            site.is_in_script || site.scope == Summary::MODULE_SCOPE && runs()
        };
        summary.calls.iter().any(is_of_script)
            && CONCURRENT.iter().all(|name| summary.names.find(name).is_none())
            && self.is_awaited_by_script(function, DEEPEST)
    }

    /// Whether nothing but the start of the script and what it awaits leads to a function.
    fn is_awaited_by_script(&mut self, function: FunctionId, depth: u8) -> bool {
        let (module, summary) = (self.module(), self.summary());
        let definition = summary.function(function);
        let name = summary.name(definition.name);
        let is_plain = definition.decorators.len == 0
            && !definition.is_generator
            && summary.scope_around(definition.scope) == Summary::MODULE_SCOPE;
        if depth == 0 || !is_plain || self.inference_mut().is_called_elsewhere(module, name) {
            return false;
        }
        let starts = self.starts_of(function);
        let is_passed_on = summary.passed_on.iter().any(|passed_on| summary.name(*passed_on) == name);
        let mut calls =
            summary.calls.iter().filter(|site| called_name(summary, site) == Some(name)).peekable();
        if starts.is_empty() && (is_passed_on || calls.peek().is_none()) {
            return false;
        }
        calls.all(|call| {
            let is_start = starts.iter().any(|start| start.contains(summary.span(call.expression)));
            let caller = summary.function_around(call.scope).filter(|caller| *caller != function);
            is_start
                || call.usage.is_awaited()
                    && caller.is_some_and(|caller| self.is_awaited_by_script(caller, depth - 1))
        })
    }
}
