//! Tasks that wait for what nothing else holds. Such a task and the object are a cycle, which the garbage collector may take.

use std::rc::Rc;

use loopmend_catalog::{Role, Roles, is, named};
use loopmend_core::Span;
use loopmend_flow::{Form, FunctionFlow, WaitBy};
use loopmend_index::summary::{Binding, ExpressionId, ScopeId, Summary};
use loopmend_project::Origin;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, ExprCall, ExprName};
use loopmend_python::text_size::Ranged;
use loopmend_python::{last_name, span, walk_body};
use rustc_hash::{FxHashMap, FxHashSet};

use super::lost_task::At;
use crate::engine::ModuleId;
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
pub(super) struct Waits {
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

impl Awaited {
    fn name(&self) -> Option<String> {
        match &self.object {
            Object::Made(_) => None,
            Object::Local { name, .. } => Some(name.clone()),
        }
    }

    fn passed_to(&self) -> &[Span] {
        match &self.object {
            Object::Made(_) => &[],
            Object::Local { passed_to, .. } => passed_to,
        }
    }
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
        let waits = self.find_waits(function);
        let held = self.held_by_function(function, &waits);
        if let Some(name) = held.or_else(|| self.held_argument(coroutine, callee, &waits)) {
            return Some(OwnWait { name, function: self.function_name(function) });
        }
        self.own_wait_of_callees(function, &waits, levels)
    }

    /// Returns the waits of a function, which many calls may lead to.
    fn find_waits(&mut self, function: FunctionRef) -> Rc<Waits> {
        self.inference_mut().rest_on_text(function.module);
        if let Some(known) = self.task_answers.waits.get(&function) {
            return known.clone();
        }
        let waits = Rc::new(self.of_flow(function, waits_of));
        self.task_answers.waits.insert(function, waits.clone());
        waits
    }

    /// Returns what the coroutines that a function awaits wait for. This does not depend on the arguments of the function.
    fn own_wait_of_callees(&mut self, function: FunctionRef, waits: &Waits, levels: u8) -> Option<OwnWait> {
        if let Some(known) = self.task_answers.own_waits.get(&(function, levels)) {
            return known.clone();
        }
        let summary = self.engine().summary(function.module);
        let found = waits.calls.iter().find_map(|call| {
            let site = summary.call_site(*call)?;
            let at = At { module: function.module, scope: site.scope, expression: site.expression };
            grow_stack_for_step(|| self.own_wait(at, levels))
        });
        self.task_answers.own_waits.insert((function, levels), found.clone());
        found
    }

    /// Returns the name of an object that a function makes and waits for, if only the function holds the object. This does not depend on the
    /// arguments of the function.
    fn held_by_function(&mut self, function: FunctionRef, waits: &Waits) -> Option<Option<String>> {
        if let Some(known) = self.task_answers.held_objects.get(&function) {
            return known.clone();
        }
        let FunctionRef { module, function: id } = function;
        let summary = self.engine().summary(module);
        let scope = summary.function(id).scope;
        let held = waits.objects.iter().find_map(|awaited| {
            let expression = match &awaited.object {
                Object::Made(call) => summary.call_site(*call)?.expression,
                Object::Local { name, .. } => made_value(summary, scope, name)?,
            };
            let made = At { module, scope, expression };
            self.is_held_by_task(made, awaited, module).then(|| awaited.name())
        });
        self.task_answers.held_objects.insert(function, held.clone());
        held
    }

    /// Returns the name of a parameter that a function waits for, if a call makes the object and only the function holds it.
    fn held_argument(&mut self, coroutine: At, callee: CalleeId, waits: &Waits) -> Option<Option<String>> {
        let FunctionRef { module, function } = self.inference_mut().function_of(callee);
        let summary = self.engine().summary(module);
        let scope = summary.function(function).scope;
        waits.objects.iter().find_map(|awaited| {
            let name = awaited.name()?;
            if made_value(summary, scope, &name).is_some() {
                return None;
            }
            let made = self.argument_for(coroutine, callee, &name)?;
            self.is_held_by_task(made, awaited, module).then_some(Some(name))
        })
    }

    /// Returns whether an expression makes an object for a wait, and the function that waits passes the object only to collections that hold
    /// it weakly.
    fn is_held_by_task(&mut self, made: At, awaited: &Awaited, waiting: ModuleId) -> bool {
        self.is_new_object(made, awaited.method.as_deref())
            && awaited.passed_to().iter().all(|call| self.puts_weakly(At { module: waiting, ..made }, *call))
    }

    /// Returns the argument that a call passes for a parameter that the function never binds again.
    pub(super) fn argument_for(&mut self, call: At, callee: CalleeId, name: &str) -> Option<At> {
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
    pub(super) fn puts_weakly(&mut self, at: At, call: Span) -> bool {
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

/// Returns the value of a local name that is bound once.
fn made_value(summary: &Summary, scope: ScopeId, name: &str) -> Option<ExpressionId> {
    match summary.bindings_of(scope, name) {
        [Binding { kind, .. }] => kind.value(),
        _ => None,
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
    let mut awaited = Vec::new();
    for (step, wait) in flow.waits() {
        let is_in_with = flow.around(step.block).any(|(it, _)| matches!(it.form, Form::With { .. }));
        if wait.by != WaitBy::Await || is_in_with {
            continue;
        }
        let value = shielded(wait.value).unwrap_or(wait.value);
        waits.calls.extend(value.as_call_expr().map(|call| span(call.range())));
        awaited.extend(WaitsFor::of(value));
    }
    let held = calls_that_get(flow, awaited.iter().filter_map(|it| it.object.as_name_expr()));
    let mut met = FxHashSet::default();
    awaited
        .retain(|it| it.object.as_name_expr().is_none_or(|name| met.insert((name.id.as_str(), it.method))));
    waits.objects.extend(awaited.into_iter().filter_map(|it| it.into_awaited(&held)));
    waits
}

/// Returns the argument of `asyncio.shield(...)`.
fn shielded(value: &Expr) -> Option<&Expr> {
    let call = value.as_call_expr()?;
    let [only] = &*call.arguments.args else { return None };
    named(last_name(&call.func)).has(Role::ShieldsTask).then_some(only)
}

/// The operand of an `await` without the arguments of `asyncio.shield`: an object, or a call of one of its methods that waits.
struct WaitsFor<'a> {
    /// A local name or a call.
    object: &'a Expr,
    method: Option<&'a str>,
}

impl<'a> WaitsFor<'a> {
    fn of(value: &'a Expr) -> Option<Self> {
        match value {
            Expr::Name(_) => Some(Self { object: value, method: None }),
            Expr::Call(call) => match waiting_method(call) {
                Some((object @ (Expr::Name(_) | Expr::Call(_)), method)) => {
                    Some(Self { object, method: Some(method) })
                }
                _ => Some(Self { object: value, method: None }),
            },
            _ => None,
        }
    }

    fn into_awaited(self, held: &FxHashMap<&str, Vec<Span>>) -> Option<Awaited> {
        let object = match self.object {
            Expr::Name(name) => {
                let passed_to = held.get(name.id.as_str())?.clone();
                Object::Local { name: name.id.to_string(), passed_to }
            }
            made => Object::Made(span(made.range())),
        };
        Some(Awaited { object, method: self.method.map(str::to_owned) })
    }
}

/// Returns the object and the method of a call that waits until other code does something with the object.
fn waiting_method(call: &ExprCall) -> Option<(&Expr, &str)> {
    let method = call.func.as_attribute_expr()?;
    let waits = call.arguments.is_empty() && named(method.attr.as_str()).has(Role::WaitsForNotice);
    waits.then_some((&*method.value, method.attr.as_str()))
}

/// Returns the calls to which a function passes each of these local names, if it only waits for the object otherwise, or asks about it.
fn calls_that_get<'a>(
    flow: &FunctionFlow<'a>,
    names: impl Iterator<Item = &'a ExprName>,
) -> FxHashMap<&'a str, Vec<Span>> {
    let names = names.map(|name| name.id.as_str()).filter(|name| !flow.declared.contains(name));
    let mut held: FxHashMap<&str, Vec<Span>> = names.map(|name| (name, Vec::new())).collect();
    walk_body(&flow.function.body, |around, node| {
        if let AnyNodeRef::ExprName(used) = node
            && !used.ctx.is_store()
            && let Some(calls) = held.get_mut(used.id.as_str())
        {
            let is_apart = match around {
                _ if around.iter().any(runs_apart) => false,
                [.., AnyNodeRef::ExprAwait(_)] => true,
                [.., AnyNodeRef::ExprAttribute(read)] => leaves_alone(named(read.attr.as_str())),
                [.., AnyNodeRef::ExprCall(call), AnyNodeRef::Arguments(_)] => {
                    if !named(last_name(&call.func)).has(Role::ShieldsTask) {
                        calls.push(span(call.range()));
                    }
                    true
                }
                _ => false,
            };
            if !is_apart {
                held.remove(used.id.as_str());
            }
        }
        TraversalSignal::Traverse
    });
    held
}

/// Returns whether the code in a node may keep what it reads.
pub(super) fn runs_apart(node: &AnyNodeRef) -> bool {
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
