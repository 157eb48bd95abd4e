//! Decides whether a task can outlive its first step, and whether what it then waits for keeps a strong
//! reference to it. The event loop holds a task during its first step. Arguments written in the calls rule
//! out branches.

use loopmend_catalog::Role;
use loopmend_core::Span;
use loopmend_index::summary::{BindingKind, Expression, NameId, Suspension};
use loopmend_paths::Fact;
use loopmend_project::Origin;
use rustc_hash::FxHashSet;

use super::bound_values::bindings;
use super::live_way::Facts;
use super::lost_task::At;
use crate::file::File;
use crate::infer::{ClassRef, FunctionRef, Type};
use crate::stack::grow_stack_for_step;

/// The maximum number of functions to analyse.
const MOST_FUNCTIONS: usize = 100;
/// The maximum number of names to follow to the origin of an object.
const MOST_NAMES: u8 = 8;

/// A search for suspension points.
struct Search {
    /// The functions from which the task was created.
    first: Vec<FunctionRef>,
    met: FxHashSet<(FunctionRef, Facts)>,
    /// The protocol methods whose implementations are being analysed.
    open: Vec<FunctionRef>,
}

impl File<'_> {
    /// Returns whether the coroutine of an `async def` may suspend.
    pub(super) fn outlives_first_step(&mut self, coroutine: At, function: FunctionRef) -> bool {
        let mut search = Search { first: vec![function], met: FxHashSet::default(), open: Vec::new() };
        let summary = self.engine().summary(coroutine.module);
        let Some(site) = summary.call_site(summary.span(coroutine.expression)).copied() else {
            return self.any_gives_control_back(&mut search, vec![function]);
        };
        let facts = self.facts_of(coroutine.module, &site, &[], function);
        self.gives_control_back(&mut search, function, &facts)
    }

    /// Returns whether an awaited call certainly does not suspend. It adds an item to an unbounded queue,
    /// or calls an `async def` that never suspends.
    pub fn awaits_without_pause(&mut self, call: Span) -> bool {
        let (module, summary) = (self.module(), self.summary());
        let Some(site) = summary.call_site(call) else { return false };
        let at = At { module, scope: site.scope, expression: site.expression };
        if self.is_put_without_limit(at) {
            return true;
        }
        let inference = self.inference_mut();
        let makers = inference.awaited_makers(module, at.scope, at.expression).unwrap_or_default();
        !makers.is_empty() && makers.into_iter().all(|maker| !inference.suspends(maker))
    }

    fn gives_control_back(
        &mut self,
        search: &mut Search,
        function: FunctionRef,
        facts: &[Option<Fact>],
    ) -> bool {
        if !self.inference_mut().suspends(function) {
            return false;
        }
        if self.engine().origin(function.module) != Origin::FirstParty || search.met.len() >= MOST_FUNCTIONS {
            return true;
        }
        // What was met before has found nothing yet, and a method that hands on to its protocol tells nothing of what stands behind that.
        if !search.met.insert((function, facts.to_vec())) {
            return search.open.contains(&function);
        }
        self.inference_mut().rest_on_text(function.module);
        let summary = self.engine().summary(function.module);
        let definition = summary.function(function.function);
        match definition.suspension {
            Suspension::Awaits { awaited, entered } => {
                let at = |it: &_| At { module: function.module, scope: definition.scope, expression: *it };
                summary.list(entered).iter().any(|entered| !self.is_lock(at(entered)))
                    || summary.list(awaited).iter().any(|awaited| {
                        let at = at(awaited);
                        grow_stack_for_step(|| self.await_gives_control_back(search, function, at, facts))
                    })
            }
            Suspension::Possible => self.implementation_gives_control_back(search, function),
        }
    }

    /// Returns whether the implementations of a protocol method may suspend; `true` for any other function.
    fn implementation_gives_control_back(&mut self, search: &mut Search, function: FunctionRef) -> bool {
        let mut implementations = self.inference_mut().implementations(function);
        implementations.retain(|it| !search.met.iter().any(|(met, _)| met == it));
        if search.first.contains(&function) {
            search.first.extend(&implementations);
        }
        search.open.push(function);
        let gives = implementations.is_empty() || self.any_gives_control_back(search, implementations);
        search.open.pop();
        gives
    }

    /// Returns whether any of these functions may suspend, with unknown arguments.
    fn any_gives_control_back(&mut self, search: &mut Search, functions: Vec<FunctionRef>) -> bool {
        functions.into_iter().any(|function| {
            let summary = self.engine().summary(function.module);
            let facts = vec![None; summary.function(function.function).parameters.len()];
            self.gives_control_back(search, function, &facts)
        })
    }

    fn await_gives_control_back(
        &mut self,
        search: &mut Search,
        function: FunctionRef,
        at: At,
        facts: &[Option<Fact>],
    ) -> bool {
        let summary = self.engine().summary(at.module);
        let site = summary.call_site(summary.span(at.expression)).copied();
        let is_never_made = site.is_some_and(|site| !self.may_be_made(function, &site, facts));
        let is_kept =
            self.is_put_without_limit(at) || self.is_acquired_lock(at) || self.is_end_of_kept_task(at);
        if is_never_made || is_kept {
            return false;
        }
        match (self.inference_mut().awaited_makers(at.module, at.scope, at.expression), site) {
            (Some(makers), Some(site)) => makers.into_iter().any(|maker| {
                let facts = self.facts_of(at.module, &site, facts, maker);
                self.gives_control_back(search, maker, &facts)
            }),
            (Some(makers), None) => self.any_gives_control_back(search, makers),
            (None, _) => match self.methods_of_known_objects(at) {
                // What a task awaits itself is what it was started for.
                methods if methods.is_empty() => {
                    search.first.contains(&function) || !self.comes_from_missing_library(at, MOST_NAMES)
                }
                methods => self.any_gives_control_back(search, methods),
            },
        }
    }

    /// Returns the methods that a call resolves to as far as its receiver is known. Other targets are
    /// possible.
    fn methods_of_known_objects(&mut self, call: At) -> Vec<FunctionRef> {
        let summary = self.engine().summary(call.module);
        let Some((object, name)) = summary.method_call(call.expression) else { return Vec::new() };
        let name = summary.name(name);
        let values = self.values_behind(At { expression: object, ..call });
        let types: Vec<Type> = values.into_iter().flat_map(|value| self.types_of(value)).collect();
        let methods = types.into_iter().filter_map(|part| match part {
            Type::Instance(class, _) => self.inference_mut().method_named(class, name),
            _ => None,
        });
        methods.collect()
    }

    /// Returns whether the awaited expression is a task passed to a function of the project, as in `await
    /// keep(asyncio.create_task(f()))`. The function keeps the task, and the task keeps its waiters.
    fn is_end_of_kept_task(&mut self, call: At) -> bool {
        let summary = self.engine().summary(call.module);
        let Some(arguments) = summary.arguments_of(call.expression) else { return false };
        let callee = At { expression: summary.callee_or_itself(call.expression), ..call };
        let is_own = |file: &mut Self, part: &Type| match part {
            Type::Function(callee) => {
                let function = file.inference_mut().function_of(*callee);
                file.engine().origin(function.module) == Origin::FirstParty
            }
            _ => false,
        };
        let hands_task = arguments.iter().any(|argument| {
            summary.call(argument.value).is_some()
                && self.is_start_of_task(At { expression: argument.value, ..call })
        });
        hands_task && self.types_of(callee).iter().all(|part| is_own(self, part))
    }

    /// Returns whether a call is `acquire` of a lock.
    fn is_acquired_lock(&mut self, call: At) -> bool {
        let summary = self.engine().summary(call.module);
        summary.method_call(call.expression).is_some_and(|(lock, name)| {
            summary.name(name) == "acquire" && self.is_lock(At { expression: lock, ..call })
        })
    }

    /// Returns whether a task waits only while another task holds the object. That task's frame keeps the
    /// lock alive, and with it the waiters (docs.python.org/3/library/asyncio-sync.html).
    fn is_lock(&mut self, at: At) -> bool {
        let types = self.types_of(at);
        let inference = self.inference_mut();
        let is_lock = |part: &Type| match part {
            Type::Instance(class, _) => Role::HeldByOneTask
                .names()
                .iter()
                .any(|lock| inference.inherits(*class, "asyncio.locks", lock)),
            _ => false,
        };
        !types.is_empty() && types.iter().all(is_lock)
    }

    /// Returns whether a call puts an item into a queue that was created without a limit
    /// (docs.python.org/3/library/asyncio-queue.html#asyncio.Queue).
    fn is_put_without_limit(&mut self, call: At) -> bool {
        let summary = self.engine().summary(call.module);
        let Some((queue, name)) = summary.method_call(call.expression) else { return false };
        let is_put = summary.name(name) == "put";
        let made = if is_put { self.values_behind(At { expression: queue, ..call }) } else { Vec::new() };
        !made.is_empty() && made.into_iter().all(|made| self.is_queue_without_limit(made))
    }

    fn is_queue_without_limit(&mut self, made: At) -> bool {
        let summary = self.engine().summary(made.module);
        let has_no_arguments = summary.arguments_of(made.expression).is_some_and(<[_]>::is_empty);
        let types = self.types_of(made);
        let inference = self.inference_mut();
        let is_queue = |part: &Type| match part {
            Type::Instance(class, _) => inference.inherits(*class, "asyncio.queues", "Queue"),
            _ => false,
        };
        has_no_arguments && !types.is_empty() && types.iter().all(is_queue)
    }

    /// Returns the values that a local name or an attribute of a project object is bound to; empty if other
    /// values are possible.
    pub fn values_behind(&mut self, at: At) -> Vec<At> {
        let summary = self.engine().summary(at.module);
        let value_in = |module, scope, kind: BindingKind| {
            kind.value().map(|expression| At { module, scope, expression })
        };
        let values: Option<Vec<At>> = match summary.expression(at.expression) {
            Expression::Name(name) => {
                bindings(summary, at, name).map(|kind| value_in(at.module, at.scope, kind)).collect()
            }
            Expression::Attribute { value, name } => {
                let parts = self.types_of(At { expression: value, ..at });
                let classes = parts.into_iter().filter_map(|part| match part {
                    Type::Instance(class, _) => Some(class),
                    _ => None,
                });
                let set = classes.flat_map(|ClassRef { module, class }| {
                    let attributes = self.engine().summary(module).attributes_of(class, summary.name(name));
                    attributes.iter().map(move |it| value_in(module, it.scope, it.kind))
                });
                set.collect()
            }
            _ => None,
        };
        values.unwrap_or_default()
    }

    /// Returns whether the callee belongs to a module that the environment lacks, or to an object that such
    /// a module creates.
    fn comes_from_missing_library(&mut self, at: At, names: u8) -> bool {
        let Some(names) = names.checked_sub(1) else { return false };
        let follow =
            |file: &mut Self, expression| file.comes_from_missing_library(At { expression, ..at }, names);
        match self.engine().summary(at.module).expression(at.expression) {
            Expression::Call { callee, .. } => return follow(self, callee),
            Expression::Attribute { value, .. } if follow(self, value) => return true,
            Expression::Name(name) if self.is_import_of_missing(at, name) => return true,
            _ => {}
        }
        let values = self.values_behind(at);
        values.into_iter().any(|value| self.comes_from_missing_library(value, names))
    }

    fn is_import_of_missing(&self, at: At, name: NameId) -> bool {
        let engine = self.engine();
        let summary = engine.summary(at.module);
        let is_missing = |kind| match kind {
            BindingKind::Import { module } | BindingKind::ImportFrom { module, .. } => {
                engine.is_absent(engine.resolve(summary.name(module), at.module))
            }
            _ => false,
        };
        summary.nearest_bindings_of(at.scope, name).iter().any(|binding| is_missing(binding.kind))
    }
}
