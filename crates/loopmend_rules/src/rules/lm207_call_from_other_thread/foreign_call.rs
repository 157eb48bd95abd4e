//! Calls on objects bound to an event loop, in functions that run in another thread.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_index::calls::{asks_for_loop, called_name};
use loopmend_index::summary::{
    Argument, ArgumentKind, BindingKind, CallSite, ClassId, Expression, ExpressionId, FunctionId, ScopeId,
    Summary,
};
use loopmend_semantic::File;
use loopmend_semantic::file::{Call, call_of};
use loopmend_semantic::infer::{FunctionRef, Type};
use rustc_hash::FxHashSet;

/// A call in another thread that only the thread of the event loop may make.
#[derive(Clone, Debug)]
pub(crate) struct ForeignCall {
    /// The call.
    pub(crate) call: Call,
    /// The kind of the object.
    pub(crate) object: LoopObject,
    /// What starts the thread: a call, or a class that is a thread.
    pub(crate) started: Span,
    /// The calls from the start of the thread to the function, each with the qualified name of the caller.
    pub(crate) steps: Vec<(String, Span)>,
    /// The name of the function that the thread runs; that of a method with its class.
    pub(crate) runs: String,
    /// The name of an event loop that is in scope.
    pub(crate) has_loop: bool,
    /// Whether the callee and the thread are known from the local context alone.
    pub(crate) is_certain: bool,
}

/// A kind of object that is bound to an event loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LoopObject {
    /// An event loop.
    Loop,
    /// A future or a task.
    Future,
    /// An event, a queue or a lock.
    Primitive,
}

/// The methods that are not thread-safe
/// (docs.python.org/3/library/asyncio-dev.html#concurrency-and-multithreading).
const UNSAFE: [(&str, LoopObject); 10] = [
    ("call_at", LoopObject::Loop),
    ("call_later", LoopObject::Loop),
    ("call_soon", LoopObject::Loop),
    ("create_task", LoopObject::Loop),
    ("cancel", LoopObject::Future),
    ("set_exception", LoopObject::Future),
    ("set_result", LoopObject::Future),
    ("put_nowait", LoopObject::Primitive),
    ("release", LoopObject::Primitive),
    ("set", LoopObject::Primitive),
];

/// The callables that run a function in a thread: the last name, the definition, and the index of the
/// function argument.
const HANDING_OFF: [(&str, &str, usize); 6] = [
    ("to_thread", "asyncio.threads.to_thread", 0),
    ("run_in_executor", "asyncio.events.AbstractEventLoop.run_in_executor", 1),
    ("run_in_executor", "asyncio.base_events.BaseEventLoop.run_in_executor", 1),
    ("submit", "concurrent.futures.thread.ThreadPoolExecutor.submit", 0),
    ("submit", "concurrent.futures._base.Executor.submit", 0),
    ("run_sync", "anyio.to_thread.run_sync", 0),
];

/// The maximum number of calls through which a thread is followed.
const LONGEST_CHAIN: usize = 4;

/// A function that a thread runs.
struct InThread {
    function: FunctionId,
    started: Span,
    runs: FunctionId,
    steps: Vec<(String, Span)>,
    is_certain: bool,
}

/// Returns the calls on loop-bound objects that another thread makes, in source order. These are in
/// functions of the file that are passed to threads, and in the functions they call. Skips threads that
/// run an event loop themselves.
pub(crate) fn foreign_calls(file: &mut File) -> Vec<ForeignCall> {
    let summary = file.summary();
    let has = |name: &str| summary.names.find(name).is_some();
    let may_start = has("Thread") || has("Timer") || HANDING_OFF.iter().any(|(called, ..)| has(called));
    if !may_start || !UNSAFE.iter().any(|(called, _)| has(called)) {
        return Vec::new();
    }
    let is_unsafe = |site: &&CallSite| {
        let method = summary.method_call(site.expression);
        method.is_some_and(|(_, name)| UNSAFE.iter().any(|known| known.0 == summary.name(name)))
    };
    let sites: Vec<CallSite> = summary.calls.iter().filter(is_unsafe).copied().collect();
    let in_plain = |site: &CallSite| {
        let function = summary.enclosing_function(site.scope);
        function.is_some_and(|function| !summary.function(function).is_async)
    };
    if !sites.iter().any(in_plain) {
        return Vec::new();
    }
    let mut found: Vec<ForeignCall> = Vec::new();
    for thread in functions_in_threads(file) {
        let scope = summary.function(thread.function).scope;
        for site in sites.iter().filter(|site| site.scope == scope) {
            if let Some((object, is_certain)) = loop_object(file, site) {
                found.push(ForeignCall {
                    call: call_of(summary, site),
                    object,
                    started: thread.started,
                    steps: thread.steps.clone(),
                    runs: shown_name(summary, thread.runs),
                    has_loop: has_loop_at_hand(summary, scope),
                    is_certain: is_certain && thread.is_certain,
                });
            }
        }
    }
    found.sort_by_key(|found| found.call.span.start);
    found
}

/// Returns the kind of loop-bound object on which a method is called, and whether this is certain.
fn loop_object(file: &mut File, site: &CallSite) -> Option<(LoopObject, bool)> {
    let summary = file.summary();
    let (receiver, name) = summary.method_call(site.expression)?;
    let (_, object) = *UNSAFE.iter().find(|known| known.0 == summary.name(name))?;
    let is_made_here = matches!(summary.expression(receiver), Expression::Name(own) if is_bound_to_call(summary, site.scope, summary.name(own)));
    if site.survives_runtime_error() || site.expects_exception || is_made_here {
        return None;
    }
    let module = file.module();
    let inference = file.inference_mut();
    let value = inference.expression(module, site.scope, receiver);
    let is_given = inference.is_given_by_callers();
    let parts: Vec<Type> =
        inference.parts(value).into_iter().filter(|part| !matches!(part, Type::None)).collect();
    let is_it = !parts.is_empty()
        && parts.into_iter().all(|part| match part {
            Type::Instance(class, _) => match object {
                LoopObject::Loop => inference.inherits(class, "asyncio.events", "AbstractEventLoop"),
                LoopObject::Future => inference.is_future(class),
                LoopObject::Primitive => {
                    let path = inference.path_of_class(class);
                    path.starts_with("asyncio.locks.") || path.starts_with("asyncio.queues.")
                }
            },
            _ => false,
        });
    is_it.then_some((object, !is_given))
}

/// Returns the functions of the file that run in threads, without duplicates.
fn functions_in_threads(file: &mut File) -> Vec<InThread> {
    let mut open = thread_targets(file);
    let mut known: FxHashSet<FunctionId> = FxHashSet::default();
    let mut found = Vec::new();
    while !open.is_empty() {
        let thread = open.remove(0);
        if !known.insert(thread.function) || has_own_loop(file, thread.function) {
            continue;
        }
        if thread.steps.len() < LONGEST_CHAIN {
            open.extend(called_in(file, &thread));
        }
        found.push(thread);
    }
    found
}

/// Returns whether a function runs its own loop, or checks where it runs.
fn has_own_loop(file: &File, function: FunctionId) -> bool {
    let summary = file.summary();
    let scope = summary.function(function).scope;
    let mut calls = summary.calls_inside(scope);
    calls.any(|site| {
        asks_for_loop(summary, site)
            || named(called_name(summary, site)).has(Role::OwnLoop)
            || starts_loop(summary, site)
    })
}

/// Returns whether a coroutine of the file calls something with the name of a function. The callees of
/// both may then run in either thread.
fn is_called_in_async(file: &File, function: FunctionId) -> bool {
    let summary = file.summary();
    let name = summary.name(summary.function(function).name);
    summary.calls.iter().any(|site| {
        let around = summary.enclosing_function(site.scope);
        called_name(summary, site) == Some(name)
            && around.is_some_and(|around| summary.function(around).is_async)
    })
}

fn called_in(file: &mut File, thread: &InThread) -> Vec<InThread> {
    let summary = file.summary();
    let scope = summary.function(thread.function).scope;
    let sites: Vec<CallSite> = summary.calls_in(scope).copied().collect();
    let mut found = Vec::new();
    for site in sites {
        let module = file.module();
        let parts = file.inference_mut().called(module, &site);
        let is_given = file.inference().is_given_by_callers();
        let [Type::Function(callee)] = parts[..] else { continue };
        let is_replaced = file.inference_mut().is_replaced_method(callee);
        let called = file.inference_mut().function_of(callee);
        let function = plain_function(file, called).filter(|function| !is_called_in_async(file, *function));
        if let Some(function) = function {
            let mut steps = thread.steps.clone();
            steps.push((summary.qualified_name(scope), summary.span(site.expression)));
            let is_certain = thread.is_certain && !is_given && !is_replaced;
            found.push(InThread { function, steps, is_certain, ..*thread });
        }
    }
    found
}

fn plain_function(file: &File, function: FunctionRef) -> Option<FunctionId> {
    let id = function.function;
    let is_here = function.module == file.module();
    let is_plain = || {
        let definition = file.summary().function(id);
        !definition.is_async && !definition.is_generator && definition.decorators.len == 0
    };
    (is_here && is_plain()).then_some(id)
}

/// Returns the functions that are passed to threads.
fn thread_targets(file: &mut File) -> Vec<InThread> {
    let summary = file.summary();
    let mut found = Vec::new();
    for site in &summary.calls {
        let Some(name) = called_name(summary, site) else { continue };
        let may_start =
            named(name).has(Role::ThreadClass) || HANDING_OFF.iter().any(|(called, ..)| *called == name);
        let Some(target) = may_start.then(|| target_of_thread(file, site, name)).flatten() else {
            continue;
        };
        let module = file.module();
        let inference = file.inference_mut();
        let value = inference.expression(module, site.scope, target);
        let is_given = inference.is_given_by_callers();
        let [Type::Function(callee)] = inference.parts(value)[..] else { continue };
        let function = inference.function_of(callee);
        let is_certain = !is_given && !inference.is_replaced_method(callee);
        if let Some(function) = plain_function(file, function) {
            let started = summary.span(site.expression);
            found.push(InThread { function, started, runs: function, steps: Vec::new(), is_certain });
        }
    }
    found.extend(runs_of_threads(file));
    found
}

/// Returns the name of a function, and that of a method with its class.
fn shown_name(summary: &Summary, function: FunctionId) -> String {
    let definition = summary.function(function);
    match summary.class_of(function) {
        Some(_) => summary.qualified_name(definition.scope),
        None => summary.name(definition.name).to_owned(),
    }
}

/// Returns what a call passes to a thread to run.
fn target_of_thread(file: &mut File, site: &CallSite, name: &str) -> Option<ExpressionId> {
    let (module, summary) = (file.module(), file.summary());
    let given = summary.arguments_of(site.expression)?;
    let inference = file.inference_mut();
    let [called] = inference.called(module, site)[..] else { return None };
    match called {
        Type::Class(class) if inference.inherits(class, "threading", "Thread") => match name {
            "Timer" => argument(summary, given, 1, "function"),
            _ => argument(summary, given, 1, "target"),
        },
        Type::Function(callee) => {
            let function = inference.function_of(callee);
            let path = inference.path_of_function(function);
            let (.., place) = *HANDING_OFF.iter().find(|known| known.1 == path)?;
            // Another executor than that of the loop may be one of processes.
            let is_own = place == 0
                || given
                    .first()
                    .is_some_and(|first| matches!(summary.expression(first.value), Expression::None));
            argument(summary, given, place, "func").filter(|_| is_own)
        }
        _ => None,
    }
}

/// Returns the `run` methods of thread classes.
fn runs_of_threads(file: &mut File) -> Vec<InThread> {
    let (module, summary) = (file.module(), file.summary());
    let mut found = Vec::new();
    for id in (0..summary.classes.len() as u32).map(ClassId) {
        let class = summary.class(id);
        let Some(function) = summary.functions_named(class.scope, "run").last() else { continue };
        let method = FunctionRef { module, function };
        let inference = file.inference_mut();
        let is_thread = inference
            .class_around(method)
            .is_some_and(|class| inference.inherits(class, "threading", "Thread"));
        if is_thread && let Some(function) = plain_function(file, method) {
            let steps = Vec::new();
            found.push(InThread { function, started: class.header, runs: function, steps, is_certain: true });
        }
    }
    found
}

/// Returns whether a call is `self.io_loop.start()`. A Tornado loop is an asyncio loop.
fn starts_loop(summary: &Summary, site: &CallSite) -> bool {
    summary.method_call(site.expression).is_some_and(|(receiver, name)| {
        summary.name(name) == "start"
            && summary.last_name(receiver).is_some_and(|receiver| receiver.contains("loop"))
    })
}

fn argument(summary: &Summary, given: &[Argument], place: usize, name: &str) -> Option<ExpressionId> {
    let of_name = given.iter().find(
        |argument| matches!(argument.kind, ArgumentKind::Keyword(keyword) if summary.name(keyword) == name),
    );
    let at_place = given
        .get(place)
        .filter(|_| given[..=place].iter().all(|argument| argument.kind == ArgumentKind::Positional));
    of_name.or(at_place).map(|argument| argument.value)
}

/// Returns whether a scope binds a name only to the value of a call, so that the thread created it.
fn is_bound_to_call(summary: &Summary, scope: ScopeId, name: &str) -> bool {
    let bindings = summary.bindings_of(scope, name);
    let is_call = |kind| matches!(kind, BindingKind::Value(value) if summary.call(value).is_some());
    !bindings.is_empty() && bindings.iter().all(|binding| is_call(binding.kind))
}

/// Returns whether `loop` refers to a loop that an enclosing function got.
fn has_loop_at_hand(summary: &Summary, scope: ScopeId) -> bool {
    let is_parameter =
        summary.scopes_from(scope).filter_map(|scope| summary.enclosing_function(scope)).any(|function| {
            summary.names.find("loop").is_some_and(|name| summary.function(function).has_parameter(name))
        });
    if is_parameter {
        return false;
    }
    let [only] = summary.nearest_bindings(scope, "loop") else { return false };
    match only.kind {
        BindingKind::Value(value) => {
            summary.call(value).is_some() && summary.last_roles(value).has(Role::GetsLoop)
        }
        _ => false,
    }
}
