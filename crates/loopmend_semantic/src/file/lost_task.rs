//! Tasks to which only the starting code keeps a reference.

use std::borrow::Cow;
use std::rc::Rc;

use loopmend_catalog::{Role, entry, is, named};
use loopmend_core::Span;
use loopmend_flow::FunctionFlow;
use loopmend_index::summary::{
    Argument, ArgumentKind, Expression, ExpressionId, FunctionId, Overloads, ScopeId, Suspension,
};
use loopmend_project::Origin;
use loopmend_python::ast::AnyNodeRef;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::text_size::Ranged;
use loopmend_python::{last_name, span, walk_body};
use rustc_hash::FxHashMap;

use super::fate::{Put, ShortLived};
use super::own_wait::{OwnWait, Waits, asyncio_name, runs_apart};
use super::slot_call::SlotCall;
use crate::engine::ModuleId;
use crate::file::{Call, File};
use crate::infer::{CalleeId, FunctionRef, Type};
use crate::stack::grow_stack_for_step;

/// A task whose exception nothing retrieves, and which may be garbage-collected before it finishes. The event loop keeps only a weak
/// reference to it (docs.python.org/3/library/asyncio-task.html#asyncio.create_task, "Important").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LostTask {
    /// What starts the task: a documented name such as `asyncio.create_task`, or the qualified name of a
    /// project function.
    pub starter: Cow<'static, str>,
    /// How the task is lost.
    pub by: Loss,
    /// What the task waits for, if nothing but the task holds that. Otherwise only an exception of the task is lost.
    pub own_wait: Option<OwnWait>,
    /// `true` if its exceptions are handled, so that only the reference to the task is missing.
    pub is_handled: bool,
    /// The project function that starts and returns the task, with the place where it does.
    pub given_back: Option<(String, Span)>,
    /// The `async def` of the project that the task runs.
    pub runs: Option<TaskBody>,
}

/// An `async def` that a task runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskBody {
    /// The qualified name of the function.
    pub name: String,
    /// The path of the file.
    pub path: String,
    /// The header of the function.
    pub header: Span,
}

/// How a task is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loss {
    /// The call that starts the task is a statement.
    Statement,
    /// A callback returns the task to the function with this documented name, which discards it.
    Callback(&'static str),
    /// The task is bound to a local name that is never read, and the function ends before the event loop
    /// continues.
    Local(String),
    /// The task is put into a local list or set of this name that is only filled and counted, and the function ends before the event
    /// loop continues.
    Container(String),
    /// The task is only put into this container, which holds it weakly.
    Weak(String),
}

/// The maximum depth to which awaited functions are analysed.
const MAX_LEVELS: u8 = 3;

/// The maximum number of functions through which a task is returned.
const MAX_RETURNS: u8 = 3;

/// The answers about functions that start, return and run tasks, by the depth that is left. Many calls lead to the same function.
#[derive(Default)]
pub(super) struct TaskAnswers {
    started_in: FxHashMap<(FunctionRef, u8), Option<Started>>,
    held_while_waiting: FxHashMap<(FunctionRef, u8), bool>,
    pub(super) handles_errors: FxHashMap<FunctionRef, bool>,
    pub(super) may_raise: FxHashMap<FunctionRef, bool>,
    pub(super) waits: FxHashMap<FunctionRef, Rc<Waits>>,
    pub(super) held_objects: FxHashMap<FunctionRef, Option<Option<String>>>,
    pub(super) own_waits: FxHashMap<(FunctionRef, u8), Option<OwnWait>>,
}

/// How a task is started.
#[derive(Clone)]
struct Started {
    name: Cow<'static, str>,
    /// The place where a project function starts and returns the task.
    given_back: Option<(ModuleId, Span)>,
    /// The expression from which the task is created, if known on its own. It decides whether the task may vanish.
    coroutine: Option<At>,
    /// The expression that decides whether an exception is lost: the argument of the call if the task is created from a parameter.
    work: Option<At>,
    /// `true` if a done callback may read the exception.
    is_seen: bool,
}

/// A callable that starts a task.
struct Starter {
    name: Cow<'static, str>,
    /// Whether a future is returned unchanged.
    accepts_futures: bool,
}

/// An expression of a module.
#[derive(Clone, Copy)]
pub struct At {
    /// The module of the expression.
    pub module: ModuleId,
    /// The scope that contains it.
    pub scope: ScopeId,
    /// The expression.
    pub expression: ExpressionId,
}

impl File<'_> {
    /// Returns the task that is started by a call that is a statement, either directly or by a function
    /// that returns the task.
    pub fn dropped_task(&mut self, call: &Call) -> Option<LostTask> {
        let at = self.place_of(call);
        let started =
            self.started(at).or_else(|| self.started_by_name(at)).or_else(|| self.returned_to(call))?;
        if self.is_held_by_test(at) {
            return None;
        }
        let place = started.given_back;
        let lost = self.lost_by(call, started, Loss::Statement)?;
        let given_back = place.and_then(|(module, span)| {
            self.inference_mut().rest_on_text(module);
            Some((self.engine().shown_path(module)?, span))
        });
        let runs = if given_back.is_none() { self.body_of_task(call) } else { None };
        Some(LostTask { given_back, runs, ..lost })
    }

    /// Returns the expression that decides what the task of a call raises, if functions of the project start the task, return it and keep
    /// neither the task nor its exception.
    pub fn work_of_returned_task(&mut self, call: &Call) -> Option<At> {
        self.returned_to(call).filter(|started| !started.is_seen)?.work
    }

    fn returned_to(&mut self, call: &Call) -> Option<Started> {
        let at = self.place_of(call);
        let called = self.inference_mut().called(at.module, &call.site);
        self.given_back(&called, Some(at), MAX_RETURNS)
    }

    fn body_of_task(&mut self, call: &Call) -> Option<TaskBody> {
        let callee = self.coroutine_of_task(call)?;
        let function = self.inference_mut().function_of(callee);
        if self.engine().origin(function.module) != Origin::FirstParty {
            return None;
        }
        let summary = self.engine().summary(function.module);
        let definition = summary.function(function.function);
        let around = summary.scope(definition.scope).parent?;
        if summary.function_around(around).is_some() {
            return None; // a wrapper stands for every function that it decorates
        }
        self.inference_mut().rest_on_text(function.module);
        let header = definition.header;
        let path = self.engine().shown_path(function.module)?;
        Some(TaskBody { name: self.function_name(function), path, header })
    }

    /// Returns whether a test starts a task for a method of an object that it holds under a local name.
    /// What the task waits for is reachable from that name while the test runs.
    fn is_held_by_test(&mut self, call: At) -> bool {
        if !self.is_in_tests() {
            return false;
        }
        let summary = self.summary();
        let coroutine = summary.arguments_of(call.expression).and_then(first_positional);
        let Some((receiver, _)) = coroutine.and_then(|it| summary.method_call(it)) else { return false };
        let Some(parts) = summary.dotted_parts(receiver) else { return false };
        let Some(function) = summary.function_around(call.scope) else { return false };
        let definition = summary.function(function);
        let is_parameter =
            definition.parameters.iter().any(|parameter| summary.name(parameter.name) == parts[0]);
        is_parameter || !summary.bindings_of(definition.scope, parts[0]).is_empty()
    }

    /// Returns the task of a call that is bound to a local name, if the name goes out of scope before the
    /// event loop continues.
    pub fn task_of_short_lived_name(&mut self, call: &Call) -> Option<LostTask> {
        let called = self.summary().last_name(call.site.expression)?;
        if !named(called).has(Role::StartsLostTask) || !self.may_be_short_lived(call.span) {
            return None;
        }
        let started = self.started(self.place_of(call))?;
        let ShortLived { name, has_callback } = self.short_lived_name(call.span)?;
        let coroutine = started.coroutine.filter(|_| !has_callback);
        let started = Started { coroutine, is_seen: has_callback, ..started };
        self.lost_by(call, started, Loss::Local(name))
    }

    /// Returns the task of a call that is put into a local list or set, if the container is only filled and counted, and goes out of scope
    /// before the event loop continues.
    pub fn task_of_short_lived_container(&mut self, call: &Call) -> Option<LostTask> {
        let summary = self.summary();
        let called = summary.last_name(call.site.expression)?;
        if !named(called).has(Role::StartsLostTask) || !self.may_end_without_wait(call.span) {
            return None;
        }
        let name = self.short_lived_container(call.span)?;
        let [only] = summary.bindings_of(call.scope(), &name) else { return None };
        let container = only.kind.value().filter(|_| only.scope == call.scope())?;
        let is_new = match summary.expression(container) {
            Expression::Display { .. } | Expression::Comprehension { .. } => true,
            Expression::Call { callee, .. } => match summary.expression(callee) {
                Expression::Name(class) => {
                    let class = summary.name(class);
                    named(class).has(Role::PlainCollection) && self.is_builtin(class)
                }
                _ => false,
            },
            _ => false,
        };
        let at = self.place_of(call);
        let started = if is_new { self.started(at).or_else(|| self.started_by_name(at)) } else { None }?;
        if self.is_held_by_test(at) {
            return None;
        }
        self.lost_by(call, started, Loss::Container(name))
    }

    /// Returns the task of a call that is only put into containers which hold it weakly.
    pub fn task_of_weak_container(&mut self, call: &Call) -> Option<LostTask> {
        let summary = self.summary();
        let called = summary.last_name(call.site.expression)?;
        let has_weak = summary.mentions(Role::HoldsWeakly) || summary.mentions(Role::HoldsValuesWeakly);
        if !named(called).has(Role::StartsLostTask) || !has_weak {
            return None;
        }
        let container = self.weak_container(call);
        let made = if container.is_none() { self.new_weak_container(call) } else { None };
        let container = self.slice(container.or(made)?).to_owned();
        let at = self.place_of(call);
        let started = self.started(at)?;
        let started = Started { coroutine: started.coroutine.filter(|_| made.is_none()), ..started };
        if self.is_held_by_test(at) {
            return None;
        }
        self.lost_by(call, started, Loss::Weak(container))
    }

    /// Returns the first container that a task is put into, if all of these hold the task weakly.
    fn weak_container(&mut self, call: &Call) -> Option<Span> {
        let puts = self.only_put_into(call.span)?;
        let are_weak = puts.iter().all(|put| self.is_weak(call.scope(), *put));
        puts.first().filter(|_| are_weak).map(|put| put.container)
    }

    /// Returns the class that makes a container with weak references of a list of tasks: `WeakSet([create_task(work())])`.
    fn new_weak_container(&mut self, call: &Call) -> Option<Span> {
        let argument = self.list_passed_on(call.span)?;
        let (outer, _) = self.call_around(argument)?;
        let summary = self.summary();
        let expression = summary.callee_or_itself(outer.site.expression);
        let class = At { module: self.module(), scope: outer.scope(), expression };
        let [Type::Class(made)] = *self.types_of(class) else { return None };
        let path = self.inference_mut().path_of_class(made);
        is(path.as_str(), Role::HoldsWeakly).then(|| summary.span(expression))
    }

    /// Returns whether a container only has weak references to what is put into it.
    fn is_weak(&mut self, scope: ScopeId, put: Put) -> bool {
        let container = self.slice(put.container);
        let value = self.value_of_dotted(scope, container, put.container.start);
        let Type::Instance(class, _) = value else { return false };
        let path = self.inference_mut().path_of_class(class);
        let role = if put.has_key { Role::HoldsValuesWeakly } else { Role::HoldsWeakly };
        is(path.as_str(), role)
    }

    /// Returns the task that a callback starts and returns to its caller, which discards it.
    pub fn task_of_callback(&mut self, slot_call: &SlotCall) -> Option<LostTask> {
        let call = &slot_call.call;
        let at = self.place_of(call);
        let arguments = self.summary().arguments_of(call.site.expression)?;
        (0..arguments.len()).find_map(|place| {
            let mut slots = self.slots_at(slot_call, place);
            slots.retain(|slot| slot.kind.drops());
            let started =
                if slots.is_empty() { None } else { self.started_by_callable(at, arguments, place) }?;
            let called = self.inference_mut().called(at.module, &call.site);
            let slot = self.inference_mut().called_slot(&called, &slots)?;
            self.lost_by(call, started, Loss::Callback(slot.name))
        })
    }

    /// Returns the `async def` of the coroutine from which a call creates a task.
    pub fn coroutine_of_task(&mut self, call: &Call) -> Option<CalleeId> {
        let at = self.place_of(call);
        self.started(at)?;
        let coroutine = first_positional(self.summary().arguments_of(at.expression)?)?;
        match *self.types_of(At { expression: coroutine, ..at }) {
            [Type::Coroutine(callee, _)] => Some(callee),
            _ => None,
        }
    }

    /// Returns the lost task if the loss matters: the task may be garbage-collected, or an exception can leave its body. The loss does not
    /// matter if a test only waits for timers, which is how tests schedule events. It also does not matter in a finalizer, where nothing can
    /// keep the task.
    fn lost_by(&mut self, call: &Call, started: Started, by: Loss) -> Option<LostTask> {
        let summary = self.summary();
        let function = summary.function_around(call.scope()).map(|id| summary.function(id));
        let is_finalizer = function.is_some_and(|function| summary.name(function.name) == "__del__");
        if is_finalizer || self.engine().has_task_factory(self.is_in_tests()) {
            return None;
        }
        let own_wait = started.coroutine.and_then(|at| self.waits_for_its_own(at));
        let is_logged = own_wait.is_none()
            && !started.is_seen
            && started.work.is_none_or(|at| {
                let is_delay_of_test = self.is_in_tests() && self.waits_for_timers(at);
                !is_delay_of_test && self.may_raise(at)
            });
        let is_handled = own_wait.is_none() && !is_logged;
        if is_handled && (self.is_in_tests() || !self.is_kept_by_nothing(&started)) {
            return None;
        }
        Some(LostTask { starter: started.name, by, own_wait, is_handled, given_back: None, runs: None })
    }

    /// Returns whether a task whose exceptions are handled waits for more than what the event loop or other code holds with the task.
    fn is_kept_by_nothing(&mut self, started: &Started) -> bool {
        let Some(work) = started.work else { return started.is_seen };
        match *self.types_of(work) {
            [Type::Coroutine(callee, _)] => {
                let function = self.inference_mut().function_of(callee);
                let is_own = self.engine().origin(function.module) == Origin::FirstParty;
                is_own
                    && (started.is_seen || self.handles_error(function))
                    && !self.is_held_while_waiting(function, MAX_LEVELS)
            }
            [Type::Unknown] => started.is_seen,
            _ => false,
        }
    }

    /// Returns whether a function only waits for what holds its task: timers, threads, and what asyncio itself waits for, such as queues,
    /// locks and streams. What waits for other tasks does not hold its own.
    fn is_held_while_waiting(&mut self, function: FunctionRef, levels: u8) -> bool {
        if let Some(answer) = self.task_answers.held_while_waiting.get(&(function, levels)) {
            return *answer;
        }
        let answer = self.waits_only_for_holders(function, levels);
        self.task_answers.held_while_waiting.insert((function, levels), answer);
        answer
    }

    fn waits_only_for_holders(&mut self, function: FunctionRef, levels: u8) -> bool {
        if self.inference_mut().waits_for_timers(function) {
            return true;
        }
        let path = self.inference_mut().path_of_function(function);
        if asyncio_name(&path).starts_with("asyncio.") {
            return !named(path.rsplit('.').next()).has(Role::WaitsForArguments);
        }
        let Some(levels) = levels.checked_sub(1) else { return false };
        let summary = self.engine().summary(function.module);
        let scope = summary.function(function.function).scope;
        let Suspension::Awaits { awaited, entered } = summary.function(function.function).suspension else {
            return false;
        };
        let enters_locks = summary
            .list(entered)
            .iter()
            .all(|manager| self.is_lock(At { module: function.module, scope, expression: *manager }));
        enters_locks
            && summary.list(awaited).iter().all(|awaited| {
                let callee = summary.callee_or_itself(*awaited);
                let called = self.types_of(At { module: function.module, scope, expression: callee });
                !called.is_empty()
                    && called.into_iter().all(|part| match part {
                        Type::Function(callee) => {
                            let function = self.inference_mut().function_of(callee);
                            grow_stack_for_step(|| self.is_held_while_waiting(function, levels))
                        }
                        _ => false,
                    })
            })
    }

    fn place_of(&self, call: &Call) -> At {
        At { module: self.module(), scope: call.scope(), expression: call.site.expression }
    }

    /// Returns whether a call starts a task.
    pub fn is_start_of_task(&mut self, call: At) -> bool {
        let callee = self.engine().summary(call.module).callee_or_itself(call.expression);
        self.starter(At { expression: callee, ..call }).is_some()
    }

    /// Returns how a call starts a task, if it does.
    fn started(&mut self, call: At) -> Option<Started> {
        let summary = self.engine().summary(call.module);
        let callee = summary.callee_or_itself(call.expression);
        if summary.last_name(call.expression).is_some_and(|name| summary.replaces(name, call.scope)) {
            return None;
        }
        let Starter { name, accepts_futures } = self.starter(At { expression: callee, ..call })?;
        let arguments = self.engine().summary(call.module).arguments_of(call.expression)?;
        let coroutine = first_positional(arguments).map(|expression| At { expression, ..call });
        self.started_with(name, coroutine, !accepts_futures)
    }

    /// Returns how `ensure_future` starts a task for a method of an unknown object, if each project class with a method of this name has
    /// an `async def`.
    fn started_by_name(&mut self, call: At) -> Option<Started> {
        let summary = self.engine().summary(call.module);
        let is_start = |name| named(name).has(Role::StartsLostTask) && !summary.replaces(name, call.scope);
        if !summary.last_name(call.expression).is_some_and(is_start) {
            return None;
        }
        let callee = summary.callee_or_itself(call.expression);
        let expression = first_positional(summary.arguments_of(call.expression)?)?;
        let (receiver, method) = summary.method_call(expression)?;
        let method = summary.name(method);
        let is_unknown = *self.types_of(At { expression: receiver, ..call }) == [Type::Unknown];
        let inference = self.inference_mut();
        if !is_unknown || !inference.may_be_async_method(method) || inference.may_be_sync_method(method) {
            return None;
        }
        let name = self.starter(At { expression: callee, ..call })?.name;
        let coroutine = Some(At { expression, ..call });
        Some(Started { name, given_back: None, coroutine, work: coroutine, is_seen: false })
    }

    /// Returns a task created from an argument. For an unknown argument, `otherwise` decides.
    fn started_with(
        &mut self,
        name: Cow<'static, str>,
        coroutine: Option<At>,
        otherwise: bool,
    ) -> Option<Started> {
        if !self.may_be_lost(coroutine, otherwise) {
            return None;
        }
        Some(Started { name, given_back: None, coroutine, work: coroutine, is_seen: false })
    }

    fn waits_for_timers(&mut self, coroutine: At) -> bool {
        let parts = self.types_of(coroutine);
        let inference = self.inference_mut();
        let waits_for_them = |part| match part {
            Type::Coroutine(callee, _) => {
                let function = inference.function_of(callee);
                inference.waits_for_timers(function) && !inference.is_replaced_method(callee)
            }
            _ => false,
        };
        !parts.is_empty() && parts.into_iter().all(waits_for_them)
    }

    /// Returns how a task is started when the argument of a call is called. The argument is a lambda, a
    /// function that returns the task, or a task starter whose argument follows.
    fn started_by_callable(&mut self, call: At, arguments: &[Argument], place: usize) -> Option<Started> {
        let callable = At { expression: arguments[place].value, ..call };
        match self.engine().summary(call.module).expression(callable.expression) {
            Expression::Lambda(function) => {
                self.started_in(FunctionRef { module: call.module, function }, MAX_RETURNS)
            }
            Expression::Name(_) | Expression::Attribute { .. } => {
                let Some(Starter { name, accepts_futures }) = self.starter(callable) else {
                    let functions = self.types_of(callable);
                    return self.given_back(&functions, None, MAX_RETURNS);
                };
                let coroutine = first_positional(&arguments[place + 1..]);
                let coroutine = coroutine.map(|expression| At { expression, ..call });
                self.started_with(name, coroutine, !accepts_futures)
            }
            _ => None,
        }
    }

    /// Returns the task that plain functions start and return, if all of them do. `call` is the call of the functions, if there is one.
    fn given_back(&mut self, functions: &[Type], call: Option<At>, levels: u8) -> Option<Started> {
        let levels = levels.checked_sub(1)?;
        let mut first: Option<Started> = None;
        for part in functions {
            let Type::Function(callee) = *part else { return None };
            let function = self.inference_mut().function_of(callee);
            if !self.is_plain(function) || self.inference_mut().is_doubtful(callee) {
                return None;
            }
            let started = grow_stack_for_step(|| self.started_in(function, levels))?;
            if self.inference_mut().is_replaced_method(callee) {
                return None;
            }
            let is_only = functions.len() == 1;
            let argument = call.and_then(|call| self.argument_for_task(call, callee, started.work?));
            if argument.is_some() && !self.may_be_lost(argument, true) {
                return None;
            }
            first = Some(Started {
                name: self.function_name(function).into(),
                given_back: started.given_back.filter(|_| is_only),
                coroutine: started.coroutine.filter(|_| is_only),
                work: argument.or(started.work).filter(|_| is_only),
                is_seen: started.is_seen || first.is_some_and(|first| first.is_seen),
            });
        }
        first
    }

    /// Returns the argument of a call for the parameter from which the called function creates a task.
    fn argument_for_task(&mut self, call: At, callee: CalleeId, created_from: At) -> Option<At> {
        let summary = self.engine().summary(created_from.module);
        let Expression::Name(name) = summary.expression(created_from.expression) else { return None };
        let FunctionRef { module, function } = self.inference_mut().function_of(callee);
        let is_own = module == created_from.module && summary.function(function).scope == created_from.scope;
        if is_own { self.argument_for(call, callee, summary.name(name)) } else { None }
    }

    /// Returns whether a function is called without decorators that may change it, and only its caller
    /// receives the result.
    fn is_plain(&self, FunctionRef { module, function }: FunctionRef) -> bool {
        let definition = self.engine().summary(module).function(function);
        !definition.is_async
            && !definition.is_generator
            && definition.decorators.len == 0
            && definition.overloads == Overloads::None
    }

    /// Returns whether a function of the file starts a task and returns it, directly or by other functions.
    pub fn gives_task(&mut self, function: FunctionId) -> bool {
        let function = FunctionRef { module: self.module(), function };
        self.is_plain(function) && self.started_in(function, MAX_RETURNS).is_some()
    }

    /// Returns how the task is started that a function or lambda returns, on every path that returns
    /// something.
    fn started_in(&mut self, function: FunctionRef, levels: u8) -> Option<Started> {
        if let Some(answer) = self.task_answers.started_in.get(&(function, levels)) {
            return answer.clone();
        }
        let answer = self.find_started_in(function, levels);
        self.task_answers.started_in.insert((function, levels), answer.clone());
        answer
    }

    fn find_started_in(&mut self, function: FunctionRef, levels: u8) -> Option<Started> {
        let FunctionRef { module, function: id } = function;
        let summary = self.engine().summary(module);
        let definition = summary.function(id);
        let mut first: Option<Started> = None;
        for returned in summary.list(definition.returned) {
            let started = match summary.expression(*returned) {
                Expression::None => continue,
                Expression::Name(name) => self.started_under_name(function, summary.name(name), levels)?,
                _ => {
                    let at = At { module, scope: definition.scope, expression: *returned };
                    self.started_or_given_back(at, levels)?
                }
            };
            let given_back = Some((module, summary.span(*returned)));
            let is_first = first.is_none();
            let is_seen = started.is_seen || first.is_some_and(|first| first.is_seen);
            let (coroutine, work) =
                (started.coroutine.filter(|_| is_first), started.work.filter(|_| is_first));
            first = Some(Started { given_back, coroutine, work, is_seen, ..started });
        }
        first
    }

    /// Returns how a call starts a task, directly or by functions of the project that return the task.
    fn started_or_given_back(&mut self, call: At, levels: u8) -> Option<Started> {
        let summary = self.engine().summary(call.module);
        summary.call(call.expression)?;
        if summary.last_roles(call.expression).has(Role::StartsLostTask)
            && let Some(started) = self.started(call)
        {
            return Some(started);
        }
        let callee = summary.callee_or_itself(call.expression);
        let functions = self.types_of(At { expression: callee, ..call });
        let started = self.given_back(&functions, Some(call), levels)?;
        Some(Started { coroutine: None, ..started })
    }

    /// Returns how the task is started that a function binds to a name and returns, if the function does not keep it.
    fn started_under_name(&mut self, function: FunctionRef, name: &str, levels: u8) -> Option<Started> {
        let FunctionRef { module, function: id } = function;
        let summary = self.engine().summary(module);
        let scope = summary.function(id).scope;
        let mut first: Option<Started> = None;
        for binding in summary.bindings_of(scope, name) {
            let expression = binding.kind.value().filter(|_| binding.scope == scope)?;
            let started = self.started_or_given_back(At { module, scope, expression }, levels)?;
            first = Some(first.unwrap_or(started));
        }
        let started = first?;
        self.inference_mut().rest_on_text(module);
        let uses = self.of_flow(function, |flow| uses_of_returned(flow, name))?;
        for call in uses.added_by {
            let at = At { module, scope, expression: summary.call_site(call)?.expression };
            if !self.puts_weakly(at, call) {
                return None;
            }
        }
        let is_seen = started.is_seen || uses.has_callback;
        Some(Started { coroutine: None, is_seen, ..started })
    }

    /// Returns the starter, if the value of an expression starts tasks.
    fn starter(&mut self, callable: At) -> Option<Starter> {
        let mut found = None;
        for part in self.types_of(callable) {
            let Type::Function(callee) = part else { return None };
            found = Some(self.task_function(callee).or_else(|| self.task_method(callee))?);
        }
        found
    }

    /// Returns the parts of the type of an expression.
    pub fn types_of(&mut self, At { module, scope, expression }: At) -> Vec<Type> {
        let value = self.inference_mut().expression(module, scope, expression);
        self.inference_mut().parts(value)
    }

    /// Returns whether an expression may be a coroutine whose outcome matters. For an unknown expression, returns `otherwise`.
    fn may_be_lost(&mut self, coroutine: Option<At>, otherwise: bool) -> bool {
        let Some(at) = coroutine else { return otherwise };
        self.types_of(at).into_iter().any(|part| match part {
            Type::Coroutine(callee, _) => {
                let function = self.inference_mut().function_of(callee);
                !self.is_part_of_test(function) && !self.is_delayed_best_effort(function)
            }
            Type::Awaitable(_) => otherwise || !self.is_made_by_plain_function(at),
            Type::Instance(class, _) => self.inference_mut().inherits(class, "typing", "Coroutine"),
            Type::Unknown => otherwise && !self.may_be_plain_method(at),
            _ => false,
        })
    }

    /// Returns whether an expression calls a plain function of the project, which may return a future.
    fn is_made_by_plain_function(&mut self, call: At) -> bool {
        let Some(made) = self.engine().summary(call.module).call(call.expression) else { return false };
        self.types_of(At { expression: made.callee, ..call }).into_iter().all(|part| {
            let Type::Function(callee) = part else { return false };
            let FunctionRef { module, function } = self.inference_mut().function_of(callee);
            let definition = self.engine().summary(module).function(function);
            !definition.is_async
                && !definition.is_placeholder
                && self.engine().origin(module) == Origin::FirstParty
        })
    }

    /// Returns whether a function is nested in a function of the test file being checked. The enclosing
    /// frame holds what the function waits for, and waits for its effect.
    fn is_part_of_test(&self, FunctionRef { module, function }: FunctionRef) -> bool {
        let summary = self.summary();
        module == self.module()
            && self.is_in_tests()
            && summary.function_around(summary.scope_around(summary.function(function).scope)).is_some()
    }

    /// Returns whether an expression calls a method on an unknown object, where a project class has a plain
    /// `def` of that name.
    fn may_be_plain_method(&mut self, call: At) -> bool {
        let summary = self.engine().summary(call.module);
        let Some((_, name)) = summary.method_call(call.expression) else { return false };
        self.inference_mut().may_be_sync_method(summary.name(name))
    }

    fn task_function(&mut self, callee: CalleeId) -> Option<Starter> {
        let function = self.inference_mut().function_of(callee);
        let known = self.inference_mut().known_as(function, Role::StartsLostTask)?;
        Some(Starter { name: known.name.clone(), accepts_futures: known.roles.has(Role::AcceptsFutures) })
    }

    /// Returns the starter for a loop method. A loop of the project may keep the tasks that its own method
    /// starts.
    fn task_method(&mut self, callee: CalleeId) -> Option<Starter> {
        let (receiver, method) = self.inference_mut().bound_method(callee)?;
        let known = entry(&format!("loop.{method}")).filter(|known| known.roles.has(Role::LoopStartsTask))?;
        let function = self.inference_mut().function_of(callee);
        if self.engine().origin(function.module) == Origin::FirstParty {
            return None;
        }
        let is_loop = self.inference_mut().inherits(receiver, "asyncio.events", "AbstractEventLoop");
        is_loop.then_some(Starter { name: known.name.clone(), accepts_futures: false })
    }
}

/// The uses of a task that a function returns.
struct ReturnedTask {
    /// The calls that add the task to a container.
    added_by: Vec<Span>,
    /// Whether the task gets a done callback.
    has_callback: bool,
}

/// Returns the uses of the task that a function binds to a name and returns. Returns `None` if another use may keep the task.
fn uses_of_returned(flow: &FunctionFlow, name: &str) -> Option<ReturnedTask> {
    let (mut uses, mut is_known) =
        (ReturnedTask { added_by: Vec::new(), has_callback: false }, !flow.declared.contains(&name));
    walk_body(&flow.function.body, |around, node| {
        if let AnyNodeRef::ExprName(used) = node
            && used.id == name
            && !used.ctx.is_store()
        {
            match around {
                _ if around.iter().any(runs_apart) => is_known = false,
                [.., AnyNodeRef::StmtReturn(_)] => {}
                [.., AnyNodeRef::StmtExpr(_), AnyNodeRef::ExprCall(_), AnyNodeRef::ExprAttribute(method)]
                    if named(method.attr.as_str()).has(Role::AddsDoneCallback) =>
                {
                    uses.has_callback = true;
                }
                [.., AnyNodeRef::StmtExpr(_), AnyNodeRef::ExprCall(add), AnyNodeRef::Arguments(given)]
                    if named(last_name(&add.func)).has(Role::AddsOneItem) && given.len() == 1 =>
                {
                    uses.added_by.push(span(add.range()));
                }
                _ => is_known = false,
            }
        }
        TraversalSignal::Traverse
    });
    is_known.then_some(uses)
}

/// Returns the first positional argument of a call.
pub fn first_positional(arguments: &[Argument]) -> Option<ExpressionId> {
    let first = arguments.first()?;
    (first.kind == ArgumentKind::Positional).then_some(first.value)
}
