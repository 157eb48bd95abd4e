//! Code in `async` functions that runs while nothing else is on the event loop: fixtures, start-up code,
//! scripts.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_index::calls::called_name;
use loopmend_index::decorators::is_fixture;
use loopmend_index::summary::{
    ArgumentKind, CallSite, Expression, ExpressionId, FunctionId, NameId, Summary, Usage,
};
use loopmend_python::ast::AnyNodeRef;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::text_size::Ranged;
use loopmend_python::{SyntaxTree, nodes_around, walk_body};
use rustc_hash::FxHashMap;

use super::File;
use super::lost_task::first_positional;
use super::unnoticed_block::has_command_line;
use crate::engine::ModuleId;
use crate::infer::FunctionRef;

/// The maximum depth to which a function is followed up to the one that starts the event loop, or that a
/// framework calls.
const DEEPEST: u8 = 8;

/// The answers of one search, by function and remaining depth. Many calls lead to the same function.
type Known = FxHashMap<(FunctionRef, u8), bool>;

impl File<'_> {
    /// Returns whether nothing else runs on the event loop during a call in an `async def`. The function is
    /// a fixture, or a framework runs it before it serves. Otherwise it has not awaited anything since the
    /// loop was started with it, or it belongs to a sequential script.
    pub(super) fn runs_alone(&mut self, around: FunctionId, call: Span) -> bool {
        is_fixture(self.summary(), around)
            || self.is_before_serving(
                FunctionRef { module: self.module(), function: around },
                call,
                DEEPEST,
                &mut FxHashMap::default(),
            )
            || (self.is_started_with(around) || self.is_only_started(around)) && self.awaits_only_after(call)
            || self.is_of_plain_script(around)
            || self.is_sequential(around, call)
    }

    /// Returns whether a program awaits a function before it starts anything else on the event loop.
    fn is_sequential(&mut self, around: FunctionId, call: Span) -> bool {
        let module = self.module();
        let inference = self.inference_mut();
        inference.rest_on_all_texts();
        inference.runs_sequentially(FunctionRef { module, function: around }, call)
    }

    /// Returns whether a call in an `async def` is made before a framework serves. The framework calls the
    /// function at that time, or everything that awaits the function runs at that time.
    fn is_before_serving(&mut self, around: FunctionRef, call: Span, depth: u8, known: &mut Known) -> bool {
        let summary = self.engine().summary(around.module);
        let runs_before = || runs_before_serving(summary, around.function);
        if *self.before_serving.entry(around).or_insert_with(runs_before) {
            return true;
        }
        if is_lifespan(summary, around.function) {
            return self.is_before_yield(around.module, call);
        }
        let Some(depth) = depth.checked_sub(1) else { return false };
        if let Some(answer) = known.get(&(around, depth)) {
            return *answer;
        }
        let answer = self.is_only_awaited_before_serving(around, depth, known);
        known.insert((around, depth), answer);
        answer
    }

    fn is_only_awaited_before_serving(
        &mut self,
        function: FunctionRef,
        depth: u8,
        known: &mut Known,
    ) -> bool {
        let Some(callers) = self.inference_mut().callers_of_any(function) else { return false };
        let engine = self.engine();
        callers.into_iter().all(|(module, place)| {
            let summary = engine.summary(module);
            let site = summary.calls[place as usize];
            self.inference_mut().rest_on_text(module);
            site.usage.is_awaited()
                && summary.function_around(site.scope).is_some_and(|function| {
                    let caller = FunctionRef { module, function };
                    self.is_before_serving(caller, summary.span(site.expression), depth, known)
                })
        })
    }

    /// Returns whether event loops of the file are started with a function, directly or with its call, and
    /// nothing else calls it.
    fn is_started_with(&mut self, function: FunctionId) -> bool {
        let (module, summary) = (self.module(), self.summary());
        let name = summary.name(summary.function(function).name);
        let starts = self.starts_of(function);
        let mut calls = summary.calls.iter().filter(|site| called_name(summary, site) == Some(name));
        !starts.is_empty()
            && calls.all(|call| starts.iter().any(|start| start.contains(summary.span(call.expression))))
            && !self.inference_mut().is_used_elsewhere(module, name)
    }

    /// Returns whether every caller of a function or method in the project starts an event loop with it
    /// that nothing else uses. The caller is in a command-line program, or in a separate thread.
    fn is_only_started(&mut self, function: FunctionId) -> bool {
        let function = FunctionRef { module: self.module(), function };
        let Some(callers) = self.inference_mut().callers_of_any(function) else { return false };
        let engine = self.engine();
        callers.into_iter().all(|(module, place)| {
            let summary = engine.summary(module);
            let made = summary.calls[place as usize].expression;
            self.inference_mut().rest_on_text(module);
            summary.calls.iter().any(|site| {
                runs_in_new_loop(summary, site, made)
                    && (has_command_line(summary) || is_run_by_thread(summary, site))
            })
        })
    }

    /// Returns the calls that start an event loop with a function.
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

    /// Returns the calls of the file that start an event loop.
    fn loop_starts(&self) -> &[CallSite] {
        self.loop_starts.get_or_init(|| {
            let summary = self.summary();
            summary.calls.iter().filter(|site| starts_loop(summary, site)).copied().collect()
        })
    }

    /// Returns whether the first argument of a call is a name, or a call of it.
    fn is_given_first(&self, site: &CallSite, name: NameId) -> bool {
        let summary = self.summary();
        let given = summary.arguments_of(site.expression).and_then(first_positional);
        given.is_some_and(|given| {
            let made = summary.callee_or_itself(given);
            matches!(summary.expression(made), Expression::Name(given) if given == name)
        })
    }

    /// Returns whether the function around a call suspends only after the call, and no loop leads back to
    /// it.
    fn awaits_only_after(&self, call: Span) -> bool {
        stands_before(self.tree(), call, |node| match node {
            AnyNodeRef::ExprAwait(_) => true,
            AnyNodeRef::StmtFor(statement) => statement.is_async,
            AnyNodeRef::StmtWith(statement) => statement.is_async,
            AnyNodeRef::Comprehension(comprehension) => comprehension.is_async,
            _ => false,
        })
    }

    fn is_before_yield(&self, module: ModuleId, call: Span) -> bool {
        let is_yield = |node: &AnyNodeRef| matches!(node, AnyNodeRef::ExprYield(_));
        match module == self.module() {
            true => stands_before(self.tree(), call, is_yield),
            false => self.engine().read_tree(module, |tree| stands_before(tree, call, is_yield)),
        }
    }

    /// Returns whether a function belongs to a script that starts an event loop at its end, and runs
    /// nothing concurrently with what it awaits.
    fn is_of_plain_script(&mut self, function: FunctionId) -> bool {
        let summary = self.summary();
        let is_of_script = |site: &CallSite| {
            let runs = || named(called_name(summary, site)).has(Role::RunsLoop);
            site.is_in_script || site.scope == Summary::MODULE_SCOPE && runs()
        };
        summary.calls.iter().any(is_of_script)
            && Role::StartsConcurrentWork
                .names()
                .iter()
                .all(|name| summary.names.find(name).is_none() || is_waited_out(summary, name))
            && self.is_awaited_by_script(function, DEEPEST)
    }

    /// Returns whether only the start of the script, and what it awaits, lead to a function.
    fn is_awaited_by_script(&mut self, function: FunctionId, depth: u8) -> bool {
        let (module, summary) = (self.module(), self.summary());
        let definition = summary.function(function);
        let name = summary.name(definition.name);
        let is_plain = definition.decorators.len == 0
            && !definition.is_generator
            && summary.scope_around(definition.scope) == Summary::MODULE_SCOPE;
        if depth == 0 || !is_plain || self.inference_mut().is_used_elsewhere(module, name) {
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

/// Returns whether a framework calls a function before it serves, according to its name or a decorator.
fn runs_before_serving(summary: &Summary, function: FunctionId) -> bool {
    let function = summary.function(function);
    let decorators = summary.list(function.decorators);
    let is_known = |name: &str| named(name).has(Role::BeforeServing);
    let is_registered = decorators.iter().any(|decorator| {
        summary.last_name(*decorator).is_some_and(|name| {
            is_known(name) || named(name).has(Role::RegistersHook) && is_given_startup(summary, *decorator)
        })
    });
    let name = summary.name(function.name);
    is_known(name)
        || is_registered
        || summary.calls.iter().any(|call| registers_for_startup(summary, call, name))
}

/// Returns whether a call registers a function of this name as a startup hook: `app.on_startup.append(f)`,
/// `app.add_event_handler("startup", f)`.
fn registers_for_startup(summary: &Summary, call: &CallSite, name: &str) -> bool {
    let Some((object, method)) = summary.method_call(call.expression) else { return false };
    let is_registration = match summary.name(method) {
        "append" => summary.last_roles(object).has(Role::BeforeServing),
        "add_event_handler" => is_given_startup(summary, call.expression),
        _ => false,
    };
    let arguments = summary.arguments_of(call.expression).unwrap_or_default();
    is_registration && arguments.last().is_some_and(|given| summary.last_name(given.value) == Some(name))
}

/// Returns whether the first argument of a decorator names the startup event of an application.
fn is_given_startup(summary: &Summary, decorator: ExpressionId) -> bool {
    let first = summary.arguments_of(decorator).and_then(<[_]>::first);
    first.is_some_and(|argument| match summary.expression(argument.value) {
        Expression::String(text) => named(summary.name(text)).has(Role::BeforeServing),
        _ => false,
    })
}

fn is_lifespan(summary: &Summary, function: FunctionId) -> bool {
    let function = summary.function(function);
    summary.name(function.name).contains("lifespan") && function.is_generator
}

/// Returns whether a call comes before all matching nodes of its function, and shares no loop with one.
fn stands_before(tree: &SyntaxTree, call: Span, is_such: impl Fn(&AnyNodeRef) -> bool) -> bool {
    let around = nodes_around(tree, call);
    let Some(place) = around.iter().rposition(|node| matches!(node, AnyNodeRef::StmtFunctionDef(_))) else {
        return false;
    };
    let AnyNodeRef::StmtFunctionDef(function) = around[place] else { return false };
    let is_loop = |node: &&AnyNodeRef| matches!(node, AnyNodeRef::StmtFor(_) | AnyNodeRef::StmtWhile(_));
    let outermost_loop = around[place..].iter().find(is_loop).map(|node| node.range().end().to_u32());
    let end = outermost_loop.unwrap_or(call.start);
    let mut is_before = true;
    walk_body(&function.body, |_, node| {
        let is_inner = matches!(node, AnyNodeRef::StmtFunctionDef(_) | AnyNodeRef::ExprLambda(_));
        is_before &= is_inner || !is_such(&node) || node.range().start().to_u32() >= end;
        if is_inner { TraversalSignal::Skip } else { TraversalSignal::Traverse }
    });
    is_before
}

/// Returns whether a call starts an event loop, in a plain function or a module.
fn starts_loop(summary: &Summary, site: &CallSite) -> bool {
    let around = summary.function_around(site.scope);
    named(called_name(summary, site)).has(Role::RunsLoop)
        && !around.is_some_and(|function| summary.function(function).is_async)
}

/// Returns whether a call starts an event loop with the value of another call.
fn runs_in_new_loop(summary: &Summary, site: &CallSite, made: ExpressionId) -> bool {
    starts_loop(summary, site)
        && summary.arguments_of(site.expression).and_then(first_positional) == Some(made)
}

/// Returns whether a thread runs the function around a call through a `Thread(target=...)` of the file. The
/// file must let no other thread use its loop.
fn is_run_by_thread(summary: &Summary, site: &CallSite) -> bool {
    let Some(around) = summary.function_around(site.scope) else { return false };
    let name = summary.name(summary.function(around).name);
    let is_target = |call: &CallSite| {
        let arguments = summary.arguments_of(call.expression).unwrap_or_default();
        called_name(summary, call) == Some("Thread")
            && arguments.iter().any(|argument| {
                matches!(argument.kind, ArgumentKind::Keyword(keyword) if summary.name(keyword) == "target")
                    && summary.last_name(argument.value) == Some(name)
            })
    };
    !summary.mentions(Role::FromOtherThreads) && summary.calls.iter().any(is_target)
}

/// Returns whether the concurrent work of a name is finished before the code continues: each of its calls
/// is awaited, or entered by `with`.
fn is_waited_out(summary: &Summary, name: &str) -> bool {
    let mut calls = summary.calls.iter().filter(|site| called_name(summary, site) == Some(name)).peekable();
    let is_over = |site: &CallSite| match name {
        name if named(name).has(Role::AwaitsWork) => site.usage.is_awaited(),
        "connect" => site.usage == Usage::Entered,
        _ => false,
    };
    calls.peek().is_some() && calls.all(is_over)
}
