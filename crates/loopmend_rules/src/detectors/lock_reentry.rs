//! asyncio locks that a task acquires again while it already holds them.

use loopmend_catalog::{Role, Words, named};
use loopmend_core::{Confidence, Span};
use loopmend_flow::{Follow, Form, FunctionFlow, Part, Step, StepKind, WaitBy};
use loopmend_index::summary::{ExpressionId, Protocol, ScopeId, Summary};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, ExprCall, Stmt, StmtFunctionDef};
use loopmend_python::text_size::Ranged;
use loopmend_python::{last_name, range_of, span, walk_body};
use loopmend_semantic::File;
use loopmend_semantic::infer::{FunctionRef, Type};
use smallvec::smallvec;

/// A lock that deadlocks its own task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LockReentry {
    /// The expression that acquires the lock again: the value of an `async with`, or an awaited call.
    pub(crate) at: Span,
    /// The lock as written.
    pub(crate) lock: String,
    /// Where the lock is first acquired.
    pub(crate) taken: Span,
    /// The further steps, each with the qualified name of a function and the range of its step. The last
    /// step acquires the lock.
    pub(crate) steps: Vec<(String, Span)>,
    /// The qualified name of the function.
    pub(crate) symbol: String,
    /// The confidence that the awaited functions are resolved correctly.
    pub(crate) confidence: Confidence,
}

/// The maximum number of functions through which a lock is followed.
const LONGEST_CHAIN: usize = 8;

/// A lock identified by its text, which refers to the same object in all functions that are followed.
struct Key<'t> {
    text: &'t str,
    /// Whether the lock is an attribute of `self`. Only methods called on `self` share it.
    is_own: bool,
    /// Whether the lock is a local name, so that no call is followed.
    is_local: bool,
}

/// A place that may acquire a lock.
#[derive(Clone, Copy)]
enum Acquisition {
    /// The lock itself is acquired here.
    Takes(Span),
    /// The function that is called here is awaited.
    Awaits(Span),
}

/// Returns the asyncio locks that are acquired again by the task that holds them, in source order. The
/// second acquisition is inside the `async with` itself, or in functions of the file that are awaited
/// there. Such a function must acquire the lock on every path.
pub(crate) fn lock_reentries(file: &mut File) -> Vec<LockReentry> {
    let summary = file.summary();
    let uses = file.protocol_statements(Protocol::AsyncWith);
    let name_of = |value: ExpressionId| summary.last_name(value).filter(|_| summary.call(value).is_none());
    let mut found: Vec<LockReentry> = Vec::new();
    for outer in &uses {
        let (value, scope) = (outer.inner.value, outer.inner.scope);
        let Some(name) = name_of(value) else { continue };
        let is_elsewhere =
            uses.iter().any(|other| other.value != outer.value && name_of(other.inner.value) == Some(name));
        let is_acquired = summary.names.find("acquire").is_some();
        if (is_elsewhere || is_acquired) && is_task_lock(file, scope, value) {
            for again in reentries_inside(file, scope, outer.value) {
                if !found.iter().any(|known| known.at == again.at) {
                    found.push(again);
                }
            }
        }
    }
    found.sort_by_key(|again| again.at.start);
    found
}

/// Returns whether a value is an `asyncio.Lock`.
pub(crate) fn is_task_lock(file: &mut File, scope: ScopeId, value: ExpressionId) -> bool {
    let module = file.module();
    let inference = file.inference_mut();
    let value = inference.expression(module, scope, value);
    let parts = inference.parts(value);
    !inference.is_given_by_callers()
        && !parts.is_empty()
        && parts.into_iter().all(|part| match part {
            Type::Instance(class, _) => inference.path_of_class(class) == "asyncio.locks.Lock",
            _ => false,
        })
}

fn reentries_inside(file: &mut File, scope: ScopeId, taken: Span) -> Vec<LockReentry> {
    let text = file.slice(taken);
    let summary = file.summary();
    let key = key_of(summary, scope, text);
    let inner = file.flow_around(taken, |flow| steps_anywhere(flow, file.text(), taken, text));
    let symbol = summary.qualified_name(scope);
    let mut found = Vec::new();
    for step in inner {
        let mut steps = Vec::new();
        let mut confidence = Confidence::Certain;
        let (at, takes) = match step {
            Acquisition::Takes(at) => (at, true),
            Acquisition::Awaits(at) => {
                (at, !key.is_local && leads_to_lock(file, &key, at, &mut steps, &mut confidence))
            }
        };
        if takes {
            let (lock, symbol) = (text.to_owned(), symbol.clone());
            found.push(LockReentry { at, lock, taken, steps, symbol, confidence });
        }
    }
    found
}

/// Returns whether a callee acquires the lock on every path, and adds the steps on one of them.
fn leads_to_lock(
    file: &mut File,
    key: &Key,
    call: Span,
    steps: &mut Vec<(String, Span)>,
    confidence: &mut Confidence,
) -> bool {
    if steps.len() == LONGEST_CHAIN {
        return false;
    }
    let Some((function, is_exact)) = awaited_function(file, key, call) else { return false };
    let (source, name) = (file.text(), file.function_name(function));
    let header = file.summary().function(function.function).header;
    let keeps_key = |flow: &FunctionFlow| {
        !changes(source, &flow.function.body, key.text) && !binds_parameter(flow.function, key)
    };
    let acquisitions = file.flow_of(header, |flow| match keeps_key(flow) {
        true => sure_steps(flow, source, key.text),
        false => Vec::new(),
    });
    for step in acquisitions {
        let depth = steps.len();
        let (Acquisition::Takes(at) | Acquisition::Awaits(at)) = step;
        steps.push((name.clone(), at));
        let takes = matches!(step, Acquisition::Takes(_));
        if takes || leads_to_lock(file, key, at, steps, confidence) {
            if !is_exact {
                *confidence = Confidence::Likely;
            }
            return true;
        }
        steps.truncate(depth);
    }
    false
}

/// Returns the `async def` of the file that a call calls and that uses the same lock, and whether this
/// is certain.
fn awaited_function(file: &mut File, key: &Key, span: Span) -> Option<(FunctionRef, bool)> {
    let call = file.call_at(span)?;
    let summary = file.summary();
    if key.is_own {
        let (receiver, _) = summary.method_call(call.site.expression)?;
        let owner = key.text.split('.').next();
        (Some(file.slice(summary.span(receiver))) == owner).then_some(())?;
    }
    let module = file.module();
    let parts = file.inference_mut().called(module, &call.site);
    let [Type::Function(callee)] = parts[..] else { return None };
    let function = file.inference_mut().function_of(callee);
    let definition = file.definition_of(callee);
    let is_plain = definition.is_async && !definition.is_generator && definition.decorators.len == 0;
    if function.module != module || !is_plain {
        return None;
    }
    let inference = file.inference_mut();
    let is_exact = !inference.is_replaced_method(callee) && !inference.is_doubtful(callee);
    Some((function, is_exact))
}

fn key_of<'t>(summary: &Summary, scope: ScopeId, text: &'t str) -> Key<'t> {
    let is_own =
        matches!(text.split_once('.'), Some((own, name)) if Words::OwnObject.has(own) && !name.contains('.'));
    let is_bound = |scope: ScopeId| {
        let is_parameter = summary.enclosing_function(scope).is_some_and(|function| {
            let mut parameters = summary.function(function).parameters.iter();
            parameters.any(|parameter| summary.name(parameter.name) == text)
        });
        is_parameter || scope != Summary::MODULE_SCOPE && !summary.bindings_of(scope, text).is_empty()
    };
    let is_global = !text.contains('.') && !summary.scopes_from(scope).any(is_bound);
    Key { text, is_own, is_local: !is_own && !is_global }
}

/// Returns whether a block releases a lock, checks its state, or creates a new one.
fn changes(source: &str, body: &[Stmt], lock: &str) -> bool {
    let mut found = false;
    walk_body(body, |_, node| {
        found |= match node {
            AnyNodeRef::ExprAttribute(attribute) => {
                named(attribute.attr.as_str()).has(Role::AsksForLock)
                    && is_written(source, &attribute.value, lock)
                    || !attribute.ctx.is_load() && is_text(source, attribute.range(), lock)
            }
            AnyNodeRef::ExprName(name) => !name.ctx.is_load() && name.id.as_str() == lock,
            _ => false,
        };
        TraversalSignal::Traverse
    });
    found
}

/// Returns whether a function has a parameter with the name of the lock.
fn binds_parameter(function: &StmtFunctionDef, key: &Key) -> bool {
    !key.is_own && function.parameters.iter().any(|parameter| parameter.name().as_str() == key.text)
}

fn is_written(source: &str, expression: &Expr, text: &str) -> bool {
    is_text(source, expression.range(), text)
}

fn is_text(source: &str, range: loopmend_python::text_size::TextRange, text: &str) -> bool {
    source.get(span(range).as_range()) == Some(text)
}

/// Returns the steps inside the `async with` that enters a value, in any branch, if nothing in it changes the lock.
fn steps_anywhere(flow: &FunctionFlow, source: &str, taken: Span, lock: &str) -> Vec<Acquisition> {
    let Some((statement, body)) = flow.with_entering(range_of(taken)) else { return Vec::new() };
    if changes(source, &statement.body, lock) {
        return Vec::new();
    }
    flow.steps_inside(body).iter().flat_map(|step| acquisitions(source, step, lock)).collect()
}

/// Returns how a step affects a lock, also through functions that wait for several tasks.
fn acquisitions(source: &str, step: &Step, lock: &str) -> Vec<Acquisition> {
    let StepKind::Wait(wait) = step.kind else { return Vec::new() };
    match (wait.by, wait.value) {
        (WaitBy::With, entered) if is_written(source, entered, lock) => {
            vec![Acquisition::Takes(span(entered.range()))]
        }
        (WaitBy::Await, Expr::Call(call)) => match last_name(&call.func) {
            name if named(name).has(Role::StartsGivenCoroutines) => {
                let given = call.arguments.args.iter().filter_map(Expr::as_call_expr);
                given.filter_map(|call| acquisition(source, call, lock)).collect()
            }
            _ => acquisition(source, call, lock).into_iter().collect(),
        },
        _ => Vec::new(),
    }
}

fn acquisition(source: &str, call: &ExprCall, lock: &str) -> Option<Acquisition> {
    let at = span(call.range());
    match &*call.func {
        Expr::Attribute(method) if is_written(source, &method.value, lock) => {
            (method.attr.as_str() == "acquire").then_some(Acquisition::Takes(at))
        }
        callee => last_name(callee).map(|_| Acquisition::Awaits(at)),
    }
}

/// Returns the steps that happen whenever a function runs, up to a possible exit.
fn sure_steps(flow: &FunctionFlow, source: &str, lock: &str) -> Vec<Acquisition> {
    let mut found = Vec::new();
    flow.must_execute(FunctionFlow::BODY, &mut |part| match part {
        Part::Step(Step { kind: StepKind::Jump(_), .. }) => Follow::Stop,
        Part::Step(step) => {
            found.extend(acquisitions(source, step, lock));
            Follow::Past
        }
        Part::Compound(compound) => match compound.form {
            Form::With { body } | Form::Try { body, .. } => Follow::Into(smallvec![body]),
            _ if flow.may_leave(compound) => Follow::Stop,
            _ => Follow::Past,
        },
    });
    found
}
