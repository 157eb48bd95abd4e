//! Code in `async` functions that runs while nothing else is on the event loop: fixtures, start-up code,
//! scripts.

use std::rc::Rc;

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_index::calls::{called_name, name_or_attribute};
use loopmend_index::decorators::is_fixture;
use loopmend_index::summary::{
    ArgumentKind, CallSite, Expression, ExpressionId, FunctionId, NameId, Summary,
};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, StmtFunctionDef};
use loopmend_python::text_size::Ranged;
use loopmend_python::{SyntaxTree, nodes_around, walk_body};
use rustc_hash::{FxHashMap, FxHashSet};

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
            || (self.is_started_with(around) || self.is_only_started(around))
                && self.awaits_only_after(around, call)
            || self.is_of_plain_script(around)
            || self.is_sequential(around, call)
            || self.is_never_called(around)
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
        let hooks = self.startup_hooks.entry(around.module).or_insert_with(|| startup_hooks(summary));
        if is_startup_hook(summary, around.function)
            || hooks.contains(&summary.function(around.function).name)
        {
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
        callers.into_iter().all(|(module, place)| {
            let summary = self.engine().summary(module);
            let made = summary.calls[place as usize].expression;
            self.inference_mut().rest_on_text(module);
            self.starts_loop_with(module, made)
        })
    }

    /// Returns whether a call starts an event loop with the value of another call, in a command-line program or in a thread of its own.
    fn starts_loop_with(&self, module: ModuleId, made: ExpressionId) -> bool {
        let summary = self.engine().summary(module);
        let is_start = |site: &CallSite| {
            summary.arguments_of(site.expression).and_then(first_positional) == Some(made)
                && (has_command_line(summary) || is_run_by_thread(summary, site))
        };
        if module == self.module() {
            return self.loop_starts().iter().any(is_start);
        }
        summary.calls.iter().any(|site| starts_loop(summary, site) && is_start(site))
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

    /// Returns the calls of the file whose callee is a name, or ends in it.
    fn calls_of_name(&self, name: NameId) -> Rc<[CallSite]> {
        let calls = self.calls_by_name.get_or_init(|| {
            let summary = self.summary();
            let mut calls: FxHashMap<NameId, Vec<CallSite>> = FxHashMap::default();
            for site in &summary.calls {
                let name =
                    summary.call(site.expression).and_then(|call| name_or_attribute(summary, call.callee));
                if let Some(name) = name {
                    calls.entry(name).or_default().push(*site);
                }
            }
            calls.into_iter().map(|(name, calls)| (name, calls.into())).collect()
        });
        calls.get(&name).cloned().unwrap_or_default()
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
    fn awaits_only_after(&mut self, around: FunctionId, call: Span) -> bool {
        let Some((function, end)) = find_loop_around(self.tree(), call) else { return false };
        let first = match self.first_suspensions.get(&around) {
            Some(known) => *known,
            None => {
                let first = find_first(function, suspends);
                self.first_suspensions.insert(around, first);
                first
            }
        };
        first.is_none_or(|start| start >= end)
    }

    fn is_before_yield(&self, module: ModuleId, call: Span) -> bool {
        let is_yield = |node: &AnyNodeRef| matches!(node, AnyNodeRef::ExprYield(_));
        if module == self.module() {
            return stands_before(&self.tree_within(call.start), call, is_yield);
        }
        let stands = |tree: &SyntaxTree| stands_before(tree, call, is_yield);
        self.engine().read_function_tree(module, call.start, stands)
    }

    /// Returns whether a function belongs to a script that starts an event loop at its end, and runs
    /// nothing concurrently with what it awaits.
    fn is_of_plain_script(&mut self, function: FunctionId) -> bool {
        let is_sequential = *self.is_plain_script.get_or_init(|| is_sequential_script(self.summary()));
        is_sequential && self.is_awaited_by_script(function, DEEPEST, &mut FxHashMap::default())
    }

    /// Returns whether only the start of the script, and what it awaits, lead to a function.
    fn is_awaited_by_script(&mut self, function: FunctionId, depth: u8, known: &mut Known) -> bool {
        let key = (FunctionRef { module: self.module(), function }, depth);
        if let Some(answer) = known.get(&key) {
            return *answer;
        }
        let answer = self.find_script_callers(function, depth, known);
        known.insert(key, answer);
        answer
    }

    fn find_script_callers(&mut self, function: FunctionId, depth: u8, known: &mut Known) -> bool {
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
        let calls = self.calls_of_name(definition.name);
        if starts.is_empty() && (is_passed_on || calls.is_empty()) {
            return false;
        }
        calls.iter().all(|call| {
            let is_start = starts.iter().any(|start| start.contains(summary.span(call.expression)));
            let caller = summary.function_around(call.scope).filter(|caller| *caller != function);
            is_start
                || call.usage.is_awaited()
                    && caller.is_some_and(|caller| self.is_awaited_by_script(caller, depth - 1, known))
        })
    }
}

/// Returns whether a module starts an event loop when it is run as a script, and starts nothing concurrently that it does not wait for.
fn is_sequential_script(summary: &Summary) -> bool {
    let is_of_script = |site: &CallSite| {
        let runs = || named(called_name(summary, site)).has(Role::RunsLoop);
        site.is_in_script || site.scope == Summary::MODULE_SCOPE && runs()
    };
    let is_over = |name: &&str| summary.names.find(name).is_none() || is_waited_out(summary, name);
    summary.calls.iter().any(is_of_script) && Role::StartsConcurrentWork.names().iter().all(is_over)
}

/// Returns whether a framework calls a function before it serves, according to its name or a decorator.
fn is_startup_hook(summary: &Summary, function: FunctionId) -> bool {
    let function = summary.function(function);
    let decorators = summary.list(function.decorators);
    let is_known = |name: &str| named(name).has(Role::BeforeServing);
    let is_registered = decorators.iter().any(|decorator| {
        summary.last_name(*decorator).is_some_and(|name| {
            is_known(name) || named(name).has(Role::RegistersHook) && is_given_startup(summary, *decorator)
        })
    });
    let name = summary.name(function.name);
    is_known(name) || is_registered
}

/// Returns the names of the functions that a module registers as startup hooks.
fn startup_hooks(summary: &Summary) -> FxHashSet<NameId> {
    summary.calls.iter().filter_map(|call| registered_for_startup(summary, call)).collect()
}

/// Returns the name of the function that a call registers as a startup hook: `app.on_startup.append(f)`,
/// `app.add_event_handler("startup", f)`.
fn registered_for_startup(summary: &Summary, call: &CallSite) -> Option<NameId> {
    let (object, method) = summary.method_call(call.expression)?;
    let is_registration = match summary.name(method) {
        "append" => summary.last_roles(object).has(Role::BeforeServing),
        "add_event_handler" => is_given_startup(summary, call.expression),
        _ => false,
    };
    let given = summary.arguments_of(call.expression).filter(|_| is_registration)?.last()?;
    summary.last_name_id(given.value)
}

/// Returns whether the first argument of a decorator names the startup event of an application.
fn is_given_startup(summary: &Summary, decorator: ExpressionId) -> bool {
    let first = summary.arguments_of(decorator).and_then(<[_]>::first);
    first.is_some_and(|argument| match summary.expression(argument.value) {
        Expression::String(text) => named(summary.name(text)).has(Role::BeforeServing),
        _ => false,
    })
}

/// Returns whether a generator function is the lifespan of an application: it has that name, is inside a function that makes one, or is
/// passed under that name.
fn is_lifespan(summary: &Summary, function: FunctionId) -> bool {
    const LIFESPAN: &str = "lifespan";
    let definition = summary.function(function);
    if !definition.is_generator {
        return false;
    }
    let around = summary.scope_around(definition.scope);
    let mut functions = summary.scopes_from(around).filter_map(|scope| summary.enclosing_function(scope));
    let is_passed = |site: &CallSite| {
        let arguments = summary.arguments_of(site.expression).unwrap_or_default();
        arguments.iter().any(|argument| {
            matches!(argument.kind, ArgumentKind::Keyword(keyword) if summary.name(keyword) == LIFESPAN)
                && matches!(summary.expression(argument.value), Expression::Name(name) if name == definition.name)
        })
    };
    summary.name(definition.name).contains(LIFESPAN)
        || functions.any(|around| summary.name(summary.function(around).name).contains(LIFESPAN))
        || summary.calls.iter().any(is_passed)
}

/// Returns whether a call comes before all matching nodes of its function, and shares no loop with one.
fn stands_before(tree: &SyntaxTree, call: Span, is_such: impl Fn(&AnyNodeRef) -> bool) -> bool {
    find_loop_around(tree, call)
        .is_some_and(|(function, end)| find_first(function, is_such).is_none_or(|start| start >= end))
}

/// Returns the function around a call, and the end of the outermost loop around the call in it; the start of the call if there is no loop.
fn find_loop_around(tree: &SyntaxTree, call: Span) -> Option<(&StmtFunctionDef, u32)> {
    let around = nodes_around(tree, call);
    let place = around.iter().rposition(|node| matches!(node, AnyNodeRef::StmtFunctionDef(_)))?;
    let AnyNodeRef::StmtFunctionDef(function) = around[place] else { return None };
    let is_loop = |node: &&AnyNodeRef| matches!(node, AnyNodeRef::StmtFor(_) | AnyNodeRef::StmtWhile(_));
    let outermost_loop = around[place..].iter().find(is_loop).map(|node| node.range().end().to_u32());
    Some((function, outermost_loop.unwrap_or(call.start)))
}

/// Returns the start of the first matching node of a function, without the functions inside of it.
fn find_first(function: &StmtFunctionDef, is_such: impl Fn(&AnyNodeRef) -> bool) -> Option<u32> {
    let mut first: Option<u32> = None;
    walk_body(&function.body, |_, node| {
        let is_inner = matches!(node, AnyNodeRef::StmtFunctionDef(_) | AnyNodeRef::ExprLambda(_));
        if !is_inner && is_such(&node) {
            let start = node.range().start().to_u32();
            first = Some(first.map_or(start, |first| first.min(start)));
        }
        if is_inner { TraversalSignal::Skip } else { TraversalSignal::Traverse }
    });
    first
}

/// Returns whether a function may suspend at a node.
fn suspends(node: &AnyNodeRef) -> bool {
    match node {
        AnyNodeRef::ExprAwait(_) => true,
        AnyNodeRef::StmtFor(statement) => statement.is_async,
        AnyNodeRef::StmtWith(statement) => statement.is_async,
        AnyNodeRef::Comprehension(comprehension) => comprehension.is_async,
        _ => false,
    }
}

/// Returns whether a call starts an event loop, in a plain function or a module.
fn starts_loop(summary: &Summary, site: &CallSite) -> bool {
    let around = summary.function_around(site.scope);
    named(called_name(summary, site)).has(Role::RunsLoop)
        && !around.is_some_and(|function| summary.function(function).is_async)
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
/// is awaited.
fn is_waited_out(summary: &Summary, name: &str) -> bool {
    let mut calls = summary.calls.iter().filter(|site| called_name(summary, site) == Some(name)).peekable();
    named(name).has(Role::AwaitsWork) && calls.peek().is_some() && calls.all(|site| site.usage.is_awaited())
}
