//! Exceptions of coroutines and tasks that are never retrieved.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_index::summary::{ArgumentKind, Attribute, CallSite, Expression, Literal, Usage};
use loopmend_project::Origin;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, CmpOp, Expr, Stmt};
use loopmend_python::text_size::Ranged;
use loopmend_python::{
    function_around, last_name, makes_scope, nodes_around, range_of, walk_body, walk_towards,
};
use loopmend_semantic::File;
use loopmend_semantic::file::Call;
use loopmend_semantic::file::fate::{KeptTask, is_ending};
use loopmend_semantic::file::lost_task::{At, first_positional};
use loopmend_semantic::infer::{FunctionRef, SlotKind, Type};

use crate::detectors::{cancelled_task, task_group, work};

/// A call that loses the exceptions of what it runs.
#[derive(Clone, Debug)]
pub(crate) struct LostException {
    /// The call.
    pub(crate) call: Call,
    /// How the exceptions are lost.
    pub(crate) how: ExceptionLoss,
}

/// An awaited call of `gather(..., return_exceptions=True)` whose results are discarded.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DroppedResults {
    /// The call.
    pub(crate) call: Call,
    /// Whether a block around the call expects an exception, which the call does not raise.
    pub(crate) is_expected: bool,
}

/// How exceptions are lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ExceptionLoss {
    /// `asyncio.wait` leaves them in tasks that are never inspected.
    Waited,
    /// The function with this documented name runs the coroutines, and its result is not awaited.
    NotAwaited(&'static str),
    /// A task is cancelled but not awaited.
    Cancelled {
        /// The attribute that holds the task, as written.
        attribute: String,
        /// The method that cancels the task.
        method: String,
        /// Whether the task may call the method, and would then wait for itself.
        is_own: bool,
    },
    /// A task is only stored, and its coroutine raises an exception itself.
    Raised {
        /// The `async def`.
        function: String,
        /// The statement that raises.
        statement: Span,
    },
    /// The future of a coroutine on another thread's event loop is discarded, and the coroutine raises an exception itself.
    Submitted {
        /// The `async def`.
        function: String,
        /// The statement that raises.
        statement: Span,
    },
}

// docs.python.org/3/library/asyncio-task.html#running-tasks-concurrently and the sections behind it
const GATHER: Known = Known { definition: "asyncio.tasks.gather", name: "asyncio.gather" };
const SHIELD: Known = Known { definition: "asyncio.tasks.shield", name: "asyncio.shield" };
const WAIT: Known = Known { definition: "asyncio.tasks.wait", name: "asyncio.wait" };
const THREADSAFE: Known =
    Known { definition: "asyncio.tasks.run_coroutine_threadsafe", name: "asyncio.run_coroutine_threadsafe" };

/// A function that runs coroutines.
struct Known {
    /// The module and name of its definition in typeshed.
    definition: &'static str,
    /// The documented name.
    name: &'static str,
}

/// Returns the calls that lose exceptions, in source order.
pub(crate) fn lost_exceptions(file: &mut File) -> Vec<LostException> {
    if !file.summary().mentions(Role::MayLoseException) {
        return Vec::new();
    }
    let calls = file.all_calls().filter(|call| !call.site.expects_exception);
    calls.filter_map(|call| Some(LostException { how: exception_loss(file, &call)?, call })).collect()
}

/// Returns the awaited calls of `gather(..., return_exceptions=True)` whose results are
/// discarded, in source order.
pub(crate) fn dropped_results(file: &mut File) -> Vec<DroppedResults> {
    if file.summary().names.find("return_exceptions").is_none() {
        return Vec::new();
    }
    let is_dropped = |call: &Call| call.site.usage == Usage::AwaitedAndDropped;
    let dropped: Vec<Call> = file.all_calls().filter(is_dropped).collect();
    let dropped = dropped.into_iter().filter(|call| drops_results(file, call));
    dropped.map(|call| DroppedResults { call, is_expected: call.site.expects_exception }).collect()
}

/// Returns the call of `gather(..., return_exceptions=True)` that drops the exceptions raised at a place, in a function that it runs.
pub(crate) fn exceptions_dropped_by(file: &mut File, place: Span) -> Option<Span> {
    let is_around = |function: Span| function.start <= place.start && place.end <= function.end;
    let dropped = dropped_results(file);
    let mut calls = dropped.into_iter().map(|dropped| dropped.call);
    calls.find(|call| work_of(file, call).into_iter().any(is_around)).map(|call| call.span)
}

/// Returns the async functions of the file that a call runs by their coroutines, in source order. Those that handle all errors are left
/// out.
pub(crate) fn work_of(file: &mut File, call: &Call) -> Vec<Span> {
    let module = file.module();
    let work = work::work_given(file, call.span).unwrap_or_default();
    let mut functions = Vec::new();
    for span in work {
        let Some(work) = file.call_at(span) else { continue };
        for function in file.inference_mut().called_functions(module, &work.site) {
            let Some(definition) = file.own_definition(function) else { continue };
            if definition.is_async && !file.handles_errors(function) {
                functions.push(Span::new(definition.header.start, definition.end));
            }
        }
    }
    functions.sort_unstable();
    functions.dedup();
    functions
}

fn drops_results(file: &mut File, call: &Call) -> bool {
    file.summary().last_name(call.site.expression) == Some("gather")
        && returns_exceptions(file, &call.site)
        && calls(file, call, &GATHER)
        && (!call.site.expects_exception || alone_has_to_raise(file, call))
        && (loses_work(file, call) || loses_work_of_threads(file, call))
}

/// Returns whether a call is the only statement of a block that expects an exception which the work of the call may raise.
fn alone_has_to_raise(file: &File, call: &Call) -> bool {
    let tree = file.tree_within(call.span.start);
    let around = nodes_around(&tree, call.span);
    let block = around.iter().rev().find_map(|node| match node {
        AnyNodeRef::StmtWith(block) => Some(block),
        _ => None,
    });
    block.is_some_and(|block| {
        let is_alone = matches!(block.body.as_slice(), [Stmt::Expr(_)]);
        is_alone && block.items.iter().any(|item| expects_error_of_work(&item.context_expr))
    })
}

/// Returns whether a call runs async project functions in threads: what comes back is their coroutines.
fn loses_work_of_threads(file: &mut File, call: &Call) -> bool {
    if ends_something(file, call) {
        return false;
    }
    let work = work::work_given(file, call.span).unwrap_or_default();
    file.slot_calls().iter().filter(|slot| work.contains(&slot.call.span)).any(|slot| {
        let filled = file.filled_slot(slot).filter(|filled| filled.kind == SlotKind::Thread);
        let function = filled.and_then(|filled| filled.function);
        function.is_some_and(|function| is_own(file, function) && !file.handles_errors(function))
    })
}

/// Returns whether a function is an `async def` of the project.
fn is_own(file: &File, function: FunctionRef) -> bool {
    let engine = file.engine();
    let definition = engine.summary(function.module).function(function.function);
    definition.is_async && engine.origin(function.module) == Origin::FirstParty
}

fn exception_loss(file: &mut File, call: &Call) -> Option<ExceptionLoss> {
    let name = file.summary().last_name(call.site.expression)?;
    match (call.site.usage, name) {
        (Usage::Dropped, "gather") if calls(file, call, &GATHER) && !handles_all_work(file, call) => {
            Some(ExceptionLoss::NotAwaited(GATHER.name))
        }
        (Usage::Dropped, "shield") if calls(file, call, &SHIELD) && is_given_call(file, call) => {
            Some(ExceptionLoss::NotAwaited(SHIELD.name))
        }
        (Usage::Dropped, "run_coroutine_threadsafe") if calls(file, call, &THREADSAFE) => {
            raised_in_submitted(file, call)
        }
        (Usage::AwaitedAndDropped, "wait") => {
            if !calls(file, call, &WAIT) || is_asserted_behind(file, call) {
                return None;
            }
            (loses_exception(file, call) || loses_exception_of_started(file, call))
                .then_some(ExceptionLoss::Waited)
        }
        (Usage::Dropped, "cancel")
            if may_cancel_kept_task(file, call) && ends_something(file, call) && file.can_await(call) =>
        {
            let kept = file.cancelled_and_left(call.span)?;
            let name = kept.attribute.trim_start_matches("self.").to_owned();
            let is_lost = cancelled_task::outlives_its_end(file, &kept, call)
                && !kept.starts.iter().any(|start| is_start_in_group(file, *start))
                && !is_outcome_read_elsewhere(file, call, &name);
            is_lost.then(|| {
                let is_own = cancelled_task::may_cancel_itself(file, &kept, call);
                let KeptTask { attribute, method, .. } = kept;
                ExceptionLoss::Cancelled { attribute, method, is_own }
            })
        }
        (Usage::Assigned, name) if named(name).has(Role::StartsLostTask) => raised_for_nobody(file, call),
        _ => None,
    }
}

fn calls(file: &mut File, call: &Call, known: &Known) -> bool {
    let module = file.module();
    let inference = file.inference_mut();
    let called = inference.called_functions(module, &call.site);
    let is_known = |function: &FunctionRef| inference.is_defined_as(*function, known.definition);
    !called.is_empty() && called.iter().all(is_known)
}

/// Returns whether a test asserts something after a call. A failure then shows in its missing effect.
fn is_asserted_behind(file: &File, call: &Call) -> bool {
    if !file.is_in_tests() {
        return false;
    }
    let tree = file.tree_within(call.span.start);
    let around = nodes_around(&tree, call.span);
    let Some(function) = function_around(&around) else { return false };
    let mut asserts = false;
    walk_body(&function.body, |_, node| {
        let is_behind = node.range().start().to_u32() >= call.span.end;
        asserts |= is_behind
            && match node {
                AnyNodeRef::StmtAssert(_) => true,
                AnyNodeRef::ExprCall(call) => {
                    last_name(&call.func).is_some_and(|name| name.to_ascii_lowercase().starts_with("assert"))
                }
                _ => false,
            };
        if makes_scope(node) { TraversalSignal::Skip } else { TraversalSignal::Traverse }
    });
    asserts
}

/// Returns whether `return_exceptions=True` is among the arguments of a call.
fn returns_exceptions(file: &File, site: &CallSite) -> bool {
    let summary = file.summary();
    let is_true = |value| matches!(summary.expression(value), Expression::Literal(Literal::Boolean(true)));
    summary.arguments_of(site.expression).into_iter().flatten().any(|argument| match argument.kind {
        ArgumentKind::Keyword(name) => summary.name(name) == "return_exceptions" && is_true(argument.value),
        _ => false,
    })
}

/// Returns whether the first argument of a call is a call.
fn is_given_call(file: &File, call: &Call) -> bool {
    let first = file.summary().arguments_of(call.site.expression).and_then(<[_]>::first);
    first.is_some_and(|argument| file.summary().call(argument.value).is_some())
}

/// Returns whether a call is of a method of `self.name`, and a class of the file assigns a new task to
/// such an attribute.
fn may_cancel_kept_task(file: &File, call: &Call) -> bool {
    let summary = file.summary();
    let receiver = summary.method_call(call.site.expression).map(|(receiver, _)| receiver);
    let Some(Expression::Attribute { value, name }) = receiver.map(|it| summary.expression(it)) else {
        return false;
    };
    let starts_task = |attribute: &Attribute| {
        let name = attribute.kind.value().and_then(|value| summary.last_name(value));
        named(name).has(Role::StartsLostTask)
    };
    summary.last_name(value) == Some("self")
        && summary
            .classes
            .iter()
            .any(|class| class.attributes[class.places_of_attribute(name)].iter().any(starts_task))
}

/// Returns whether the name of the function around a call means that it ends something.
fn ends_something(file: &File, call: &Call) -> bool {
    file.surroundings(call).function.is_some_and(|function| is_ending(&function.name))
}

/// Returns whether a call runs project coroutines that nothing else uses, for more than to end
/// something. When ending something, nobody expects an exception.
fn loses_work(file: &mut File, call: &Call) -> bool {
    if ends_something(file, call) {
        return false;
    }
    let work = work::work_given(file, call.span).unwrap_or_default();
    work.into_iter().any(|span| file.call_at(span).is_some_and(|call| is_work(file, &call)))
}

/// Returns whether no exception can leave the coroutines of the project that a call runs.
fn handles_all_work(file: &mut File, call: &Call) -> bool {
    let work = work::work_given(file, call.span).unwrap_or_default();
    !work.is_empty()
        && work.into_iter().all(|span| file.call_at(span).is_some_and(|call| raises_nothing(file, &call)))
}

/// Returns whether a call creates a coroutine of the project that handles all errors of what it awaits, or that cannot raise.
fn raises_nothing(file: &mut File, work: &Call) -> bool {
    let module = file.module();
    let called = file.inference_mut().called_functions(module, &work.site);
    let is_known = !called.is_empty() && called.iter().all(|function| is_own(file, *function));
    let at = At { module, scope: work.scope(), expression: work.site.expression };
    is_known && (called.iter().all(|function| file.handles_errors(*function)) || !file.may_raise(at))
}

/// Returns whether a call that loses work runs a coroutine that may raise.
fn loses_exception(file: &mut File, call: &Call) -> bool {
    let module = file.module();
    loses_work(file, call)
        && work::work_given(file, call.span).unwrap_or_default().into_iter().any(|span| {
            file.call_at(span).is_some_and(|work| {
                let at = At { module, scope: work.scope(), expression: work.site.expression };
                is_work(file, &work) && !sends_to_each(file, &work) && file.may_raise(at)
            })
        })
}

/// Returns whether work sends something to each of several receivers, and awaits nothing else.
fn sends_to_each(file: &mut File, work: &Call) -> bool {
    let module = file.module();
    let called = file.inference_mut().called_functions(module, &work.site);
    let sends_only = |function: &FunctionRef| {
        let summary = file.engine().summary(function.module);
        summary.only_awaited(function.function).is_some_and(|awaited| awaited.len == 1)
    };
    called.iter().all(sends_only) && work::is_sent_to_each(file, work.span)
}

/// Returns whether functions of the project start a task for a call that loses work, and the coroutine of the task may raise.
fn loses_exception_of_started(file: &mut File, call: &Call) -> bool {
    if ends_something(file, call) {
        return false;
    }
    let work = work::work_given(file, call.span).unwrap_or_default();
    work.into_iter().any(|span| {
        let Some(start) = file.call_at(span) else { return false };
        let Some(work) = file.work_of_returned_task(&start) else { return false };
        let [Type::Coroutine(callee, _)] = *file.types_of(work) else { return false };
        let function = file.inference_mut().function_of(callee);
        is_own(file, function) && !file.handles_errors(function) && file.may_raise(work)
    })
}

fn is_work(file: &mut File, call: &Call) -> bool {
    let is_ending = file.summary().last_name(call.site.expression).is_some_and(is_ending);
    let module = file.module();
    let called = file.inference_mut().called_functions(module, &call.site);
    !is_ending
        && !called.is_empty()
        && called.iter().all(|function| is_own(file, *function))
        && !called.iter().all(|function| file.handles_errors(*function))
        && !is_run_by_group(file, call)
}

/// Returns whether the task of a coroutine belongs to a task group, which raises its exception.
fn is_run_by_group(file: &mut File, coroutine: &Call) -> bool {
    let summary = file.summary();
    let starts = |site: &&CallSite| {
        let given = summary.arguments_of(site.expression).and_then(first_positional);
        given == Some(coroutine.site.expression)
    };
    let start = summary.calls.iter().find(starts).map(|site| summary.span(site.expression));
    start.is_some_and(|start| is_start_in_group(file, start))
}

/// Returns whether a call starts a task in a task group, or may do so: its receiver is unknown, and no event loop by its name.
fn is_start_in_group(file: &mut File, start: Span) -> bool {
    let summary = file.summary();
    let Some(site) = summary.call_site(start) else { return false };
    let Some((group, method)) = summary.method_call(site.expression) else { return false };
    if !named(summary.name(method)).has(Role::StartsTask) {
        return false;
    }
    let at = At { module: file.module(), scope: site.scope, expression: group };
    let names_loop = || summary.last_name(group).is_some_and(|name| name.contains("loop"));
    task_group::is_task_group(file, at) || file.types_of(at).contains(&Type::Unknown) && !names_loop()
}

/// Returns the loss of a call that submits a coroutine of the file which raises an exception itself. Its future holds the
/// exception, and logs nothing.
fn raised_in_submitted(file: &mut File, call: &Call) -> Option<ExceptionLoss> {
    let (module, summary) = (file.module(), file.summary());
    let first = summary.arguments_of(call.site.expression)?.first()?;
    let is_positional = first.kind == ArgumentKind::Positional;
    let inference = file.inference_mut();
    let value = inference.expression(module, call.scope(), first.value);
    let coroutine = match *inference.parts(value) {
        [Type::Coroutine(callee, _)] if is_positional && !inference.is_doubtful(callee) => callee,
        _ => return None,
    };
    let function = inference.function_of(coroutine);
    let header = file.definition_of(coroutine).header;
    let statement = if function.module == module { file.raised_in(header) } else { None }?;
    Some(ExceptionLoss::Submitted { function: file.function_name(function), statement })
}

/// Returns the loss of a call that starts a task which is only stored, and whose coroutine in the file
/// raises an exception itself.
fn raised_for_nobody(file: &mut File, call: &Call) -> Option<ExceptionLoss> {
    let coroutine = file.coroutine_of_task(call)?;
    let definition = file.definition_of(coroutine);
    let function = file.inference_mut().function_of(coroutine);
    let may_raise = function.module == file.module()
        && file.text_to_next_function(definition.header.end).contains("raise ");
    if !may_raise {
        return None;
    }
    let name = file.kept_and_left(call.span)?.to_owned();
    let statement = file.raised_in(definition.header)?;
    if is_outcome_read_elsewhere(file, call, &name) || is_ruled_out(file, call.span, statement) {
        return None;
    }
    Some(ExceptionLoss::Raised { function: file.function_name(function), statement })
}

/// Returns whether a task is only started if an attribute of `self` is not `None`, and its coroutine only raises if that attribute,
/// which only `__init__` sets, is `None`.
fn is_ruled_out(file: &File, start: Span, raised: Span) -> bool {
    let tested = |place: Span, is_none: bool| {
        let tree = file.tree_within(place.start);
        let mut tests = Vec::new();
        walk_towards(range_of(place), &tree.module().body, |_, node| {
            if let AnyNodeRef::StmtIf(statement) = node
                && spans(&statement.body, place)
            {
                tests.extend(tested_for_none(&statement.test, is_none).map(str::to_owned));
            }
            TraversalSignal::Traverse
        });
        tests
    };
    let never_none = tested(start, false);
    !never_none.is_empty()
        && tested(raised, true)
            .iter()
            .any(|name| never_none.contains(name) && is_only_set_at_first(file, name))
}

fn spans(body: &[Stmt], place: Span) -> bool {
    body.iter().any(|statement| loopmend_python::span(statement.range()).contains(place))
}

/// Returns the attribute of `self` that a test compares with `None`: `self.name is None`, or `is not None`.
fn tested_for_none(test: &Expr, is_none: bool) -> Option<&str> {
    let Expr::Compare(compare) = test else { return None };
    let ([operator], [right]) = (&*compare.ops, &*compare.comparators) else { return None };
    let expected = if is_none { CmpOp::Is } else { CmpOp::IsNot };
    let Expr::Attribute(attribute) = &*compare.left else { return None };
    let is_of_self = attribute.value.as_name_expr().is_some_and(|object| object.id.as_str() == "self");
    (*operator == expected && right.is_none_literal_expr() && is_of_self).then_some(attribute.attr.as_str())
}

/// Returns whether only `__init__` methods of the file set an attribute of this name.
fn is_only_set_at_first(file: &File, name: &str) -> bool {
    let summary = file.summary();
    let Some(name) = summary.names.find(name) else { return false };
    let is_first = |attribute: &Attribute| {
        let function = summary.enclosing_function(attribute.scope);
        function.is_some_and(|function| summary.name(summary.function(function).name) == "__init__")
    };
    let mut set = summary.classes.iter().flat_map(|class| &class.attributes[class.places_of_attribute(name)]);
    set.all(is_first)
}

/// Returns whether another file may await the task that is kept under a name, or inspect its outcome. An attribute is one of the class around
/// the call.
fn is_outcome_read_elsewhere(file: &mut File, call: &Call, name: &str) -> bool {
    let module = file.module();
    let class = file.inference_mut().enclosing_class(module, call.scope());
    file.is_outcome_read_elsewhere(class, name)
}

/// Returns whether the manager of a `with` block expects an exception other than one that `gather` raises itself.
fn expects_error_of_work(manager: &Expr) -> bool {
    let Expr::Call(call) = manager else { return false };
    let is_check = named(last_name(&call.func)).has(Role::ExpectsException);
    let expected = call.arguments.args.first().and_then(last_name);
    is_check && expected.is_some_and(|name| !named(name).has(Role::RaisedByGather))
}
