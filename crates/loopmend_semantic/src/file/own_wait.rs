//! Tasks that wait for what nothing else holds. Such a task and the object are a cycle, which the garbage collector may take.

use loopmend_catalog::{Role, Roles, is, named};
use loopmend_core::Span;
use loopmend_flow::{Form, FunctionFlow, WaitBy};
use loopmend_index::summary::Binding;
use loopmend_project::Origin;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, ExprCall};
use loopmend_python::text_size::Ranged;
use loopmend_python::{last_name, span, walk_body};

use super::lost_task::At;
use crate::file::File;
use crate::infer::{CalleeId, FunctionRef, Type, argument_named};
use crate::stack::grow_stack_for_step;

/// The maximum depth to which awaited coroutines are analysed.
const MAX_LEVELS: u8 = 3;

/// What a task waits for, if nothing but the task holds that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnWait {
    /// The local name of the object, if it has one.
    pub name: Option<String>,
    /// The qualified name of the function that waits.
    pub function: String,
}

/// The waits of a function, as its syntax shows them. Waits in a `with` are left out: a time limit keeps its task.
#[derive(Default)]
struct Waits {
    objects: Vec<Awaited>,
    /// The awaited calls.
    calls: Vec<Span>,
}

/// An object that a function waits for and does not pass on, except to some calls.
struct Awaited {
    object: Object,
    /// The method that waits; `None` for a future, which is awaited itself.
    method: Option<String>,
}

enum Object {
    /// The value of a call that is awaited at once.
    Made(Span),
    /// A local name.
    Local { name: String, passed_to: Vec<Span> },
}

impl File<'_> {
    /// Returns what a coroutine waits for, if nothing but its own frames holds that.
    pub(super) fn waits_for_its_own(&mut self, coroutine: At) -> Option<OwnWait> {
        self.own_wait(coroutine, MAX_LEVELS)
    }

    fn own_wait(&mut self, coroutine: At, levels: u8) -> Option<OwnWait> {
        let levels = levels.checked_sub(1)?;
        let [Type::Coroutine(callee, _)] = *self.types_of(coroutine) else { return None };
        let inference = self.inference_mut();
        let function = inference.function_of(callee);
        if inference.is_doubtful(callee) || inference.is_replaced_method(callee) {
            return None;
        }
        let summary = self.engine().summary(function.module);
        let definition = summary.function(function.function);
        if self.engine().origin(function.module) != Origin::FirstParty || definition.is_generator {
            return None;
        }
        self.inference_mut().rest_on_text(function.module);
        let waits = self.of_flow(function, waits_of);
        let held = waits.objects.into_iter().find_map(|it| self.held_by_task(coroutine, callee, it));
        if let Some(name) = held {
            return Some(OwnWait { name, function: self.function_name(function) });
        }
        waits.calls.into_iter().find_map(|call| {
            let site = summary.call_site(call)?;
            let at = At { module: function.module, scope: site.scope, expression: site.expression };
            grow_stack_for_step(|| self.own_wait(at, levels))
        })
    }

    /// Returns the name of an object that a function waits for, if only the function holds the object.
    fn held_by_task(&mut self, coroutine: At, callee: CalleeId, awaited: Awaited) -> Option<Option<String>> {
        let FunctionRef { module, function } = self.inference_mut().function_of(callee);
        let summary = self.engine().summary(module);
        let scope = summary.function(function).scope;
        let (made, name, passed_to) = match awaited.object {
            Object::Made(call) => {
                (At { module, scope, expression: summary.call_site(call)?.expression }, None, Vec::new())
            }
            Object::Local { name, passed_to } => {
                let value = match summary.bindings_of(scope, &name) {
                    [Binding { kind, .. }] => kind.value(),
                    _ => None,
                };
                let made = match value {
                    Some(expression) => At { module, scope, expression },
                    None => self.argument_for(coroutine, callee, &name)?,
                };
                (made, Some(name), passed_to)
            }
        };
        let is_held = self.is_new_object(made, awaited.method.as_deref())
            && passed_to.into_iter().all(|call| self.puts_weakly(At { module, ..made }, call));
        is_held.then_some(name)
    }

    /// Returns the argument that a call passes for a parameter that the function never binds again.
    fn argument_for(&mut self, call: At, callee: CalleeId, name: &str) -> Option<At> {
        let inference = self.inference_mut();
        let (function, skipped) = (inference.function_of(callee), usize::from(inference.is_bound(callee)));
        let summary = self.engine().summary(function.module);
        let definition = summary.function(function.function);
        let mut parameters = definition.parameters.iter();
        let place = parameters.position(|parameter| summary.name(parameter.name) == name)?;
        let is_bound_again = summary.bindings_of(definition.scope, name).len() > 1;
        let caller = self.engine().summary(call.module);
        let expression = argument_named(caller, call.expression, name, place.checked_sub(skipped)?)?;
        (!is_bound_again).then_some(At { expression, ..call })
    }

    /// Returns whether a call makes a future or, if a method waits for it, an event or queue.
    fn is_new_object(&mut self, made: At, method: Option<&str>) -> bool {
        let summary = self.engine().summary(made.module);
        let Some(view) = summary.call(made.expression) else { return false };
        let callee = self.types_of(At { expression: view.callee, ..made });
        let is_class = !callee.is_empty() && callee.iter().all(|part| matches!(part, Type::Class(_)));
        let is_new = summary.arguments_of(made.expression).is_some_and(<[_]>::is_empty);
        let makes_future = is_new && summary.last_name(made.expression).is_some_and(is_future_maker);
        let [Type::Instance(class, _)] = *self.types_of(made) else { return false };
        let path = asyncio_name(&self.inference_mut().path_of_class(class));
        match method {
            Some(method) => is_class && is(format!("{path}.{method}").as_str(), Role::WaitsForNotice),
            None => (is_class || makes_future) && is(path.as_str(), Role::WaitsForEver),
        }
    }

    /// Returns whether a call puts its argument into a collection that holds it weakly.
    fn puts_weakly(&mut self, at: At, call: Span) -> bool {
        let summary = self.engine().summary(at.module);
        let Some(site) = summary.call_site(call) else { return false };
        let Some((expression, _)) = summary.method_call(site.expression) else { return false };
        let parts = self.types_of(At { expression, scope: site.scope, ..at });
        let is_weak = |part: &Type| match part {
            Type::Instance(class, _) => {
                is(self.inference_mut().path_of_class(*class).as_str(), Role::HoldsWeakly)
            }
            _ => false,
        };
        !parts.is_empty() && parts.iter().all(is_weak)
    }
}

/// Returns the documented name of what asyncio defines: `asyncio.Event` for `asyncio.locks.Event`. Other names stay as they are.
pub(super) fn asyncio_name(path: &str) -> String {
    let (package, last) = (path.split('.').next().unwrap_or_default(), path.rsplit('.').next());
    match last {
        Some(last) if package.trim_start_matches('_') == "asyncio" => format!("asyncio.{last}"),
        _ => path.to_owned(),
    }
}

/// Returns whether a method of event loops returns a future.
fn is_future_maker(method: &str) -> bool {
    is(format!("loop.{method}").as_str(), Role::ReturnsFuture)
}

fn waits_of(flow: &FunctionFlow) -> Waits {
    const OWN_TASK: &str = "current_task";
    let mut waits = Waits::default();
    if flow.calls().any(|(_, call)| last_name(&call.func) == Some(OWN_TASK)) {
        return waits;
    }
    for (step, wait) in flow.waits() {
        let is_in_with = flow.around(step.block).any(|(it, _)| matches!(it.form, Form::With { .. }));
        if wait.by != WaitBy::Await || is_in_with {
            continue;
        }
        let value = shielded(wait.value).unwrap_or(wait.value);
        waits.calls.extend(value.as_call_expr().map(|call| span(call.range())));
        waits.objects.extend(awaited(flow, value));
    }
    waits
}

/// Returns the argument of `asyncio.shield(...)`.
fn shielded(value: &Expr) -> Option<&Expr> {
    let call = value.as_call_expr()?;
    let [only] = &*call.arguments.args else { return None };
    named(last_name(&call.func)).has(Role::ShieldsTask).then_some(only)
}

fn awaited(flow: &FunctionFlow, value: &Expr) -> Option<Awaited> {
    let local =
        |name: &str| Some(Object::Local { name: name.to_owned(), passed_to: calls_that_get(flow, name)? });
    match value {
        Expr::Name(name) => Some(Awaited { object: local(&name.id)?, method: None }),
        Expr::Call(call) => match waiting_method(call) {
            Some((Expr::Name(object), method)) => {
                Some(Awaited { object: local(&object.id)?, method: Some(method.to_owned()) })
            }
            Some((Expr::Call(made), method)) => {
                let object = Object::Made(span(made.range()));
                Some(Awaited { object, method: Some(method.to_owned()) })
            }
            _ => Some(Awaited { object: Object::Made(span(call.range())), method: None }),
        },
        _ => None,
    }
}

/// Returns the object and the method of a call that waits until other code does something with the object.
fn waiting_method(call: &ExprCall) -> Option<(&Expr, &str)> {
    let method = call.func.as_attribute_expr()?;
    let waits = call.arguments.is_empty() && named(method.attr.as_str()).has(Role::WaitsForNotice);
    waits.then_some((&*method.value, method.attr.as_str()))
}

/// Returns the calls to which a function passes a local name, if it only waits for the object otherwise, or asks about it.
fn calls_that_get(flow: &FunctionFlow, name: &str) -> Option<Vec<Span>> {
    let (mut calls, mut is_apart) = (Vec::new(), !flow.declared.contains(&name));
    walk_body(&flow.function.body, |around, node| {
        if let AnyNodeRef::ExprName(used) = node
            && used.id == name
            && !used.ctx.is_store()
        {
            match around {
                _ if around.iter().any(runs_apart) => is_apart = false,
                [.., AnyNodeRef::ExprAwait(_)] => {}
                [.., AnyNodeRef::ExprAttribute(read)] => {
                    is_apart &= leaves_alone(named(read.attr.as_str()));
                }
                [.., AnyNodeRef::ExprCall(call), AnyNodeRef::Arguments(_)] => {
                    if !named(last_name(&call.func)).has(Role::ShieldsTask) {
                        calls.push(span(call.range()));
                    }
                }
                _ => is_apart = false,
            }
        }
        TraversalSignal::Traverse
    });
    is_apart.then_some(calls)
}

/// Returns whether the code in a node may keep what it reads.
fn runs_apart(node: &AnyNodeRef) -> bool {
    matches!(
        node,
        AnyNodeRef::StmtFunctionDef(_)
            | AnyNodeRef::StmtClassDef(_)
            | AnyNodeRef::ExprLambda(_)
            | AnyNodeRef::ExprGenerator(_)
    )
}

/// Returns whether a method of an awaited object neither completes the object nor passes it on.
fn leaves_alone(method: Roles) -> bool {
    [Role::WaitsForNotice, Role::StateQuery, Role::AddsDoneCallback, Role::ReturnsResult]
        .iter()
        .any(|role| method.has(*role))
}
