//! Evidence beyond types: how the other calls of the same method are used, on receivers of the same name.

use std::rc::Rc;

use loopmend_catalog::{Role, Words, named};
use loopmend_index::summary::{
    Binding, BindingKind, CallSite, Expression, ExpressionId, Summary, Test, Usage,
};
use loopmend_index::test_files::is_collected;
use loopmend_index::usage_counts::{
    UsageCounts, UsageKey, find_receiver_origin, key_of_name, method_name, origin_key, receiver_key,
    usage_key,
};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::call::DEEPEST_CHAIN;
use super::decorator::starts_task;
use super::receiver_class::ReceiverClass;
use super::types::Location;
use super::{AwaitableSource, CalleeId, ContextId, FunctionRef, Inference, SUBCLASSES, Type};
use crate::engine::ModuleId;

/// The minimum percentage of the other calls in the project that must be awaited.
const LEAST_SHARE: u32 = 95;
/// The minimum number of other calls in the project that count as evidence.
const FEWEST_OTHERS: u32 = 2;
/// The minimum number of other calls if none of them is in the same directory, because other parts of a
/// project use other libraries.
const FEWEST_FAR: u32 = 3;

/// The minimum number of other calls on a receiver that are not awaited, while none is, to show that its
/// class is not asynchronous.
const FEWEST_PLAIN: usize = 2;

/// Returns whether the name of a method says that it is not asynchronous: `save_sync`, `_sync_all`.
fn says_sync(method: &str) -> bool {
    method.split('_').any(|word| word == "sync")
}

/// Returns whether a name is a special method that is never awaited: `__del__`, but not `__aexit__`.
fn is_plain_special(name: &str) -> bool {
    name.starts_with("__") && name.ends_with("__") && !name.starts_with("__a")
}

/// Returns whether a call is only recorded until another call on the object is awaited: `batch.users.update(...)` before
/// `await batch.commit()`, or `pipe.get(...)` before `await pipe.execute()` after `pipe = redis.pipeline()`.
fn is_of_batch(summary: &Summary, site: &CallSite) -> bool {
    let Some((receiver, _)) = summary.method_call(site.expression) else { return false };
    let batch = match summary.expression(receiver) {
        Expression::Attribute { value, .. } => summary.expression(value),
        name if is_made_by_method(summary, site, name) => name,
        _ => return false,
    };
    let Expression::Name(batch) = batch else { return false };
    let commits = |other: &CallSite| {
        matches!(other.usage, Usage::Awaited | Usage::AwaitedAndDropped)
            && other.scope == site.scope
            && summary.method_call(other.expression).is_some_and(|(value, name)| {
                matches!(summary.expression(value), Expression::Name(other) if other == batch)
                    && Words::BatchEnds.has(summary.name(name))
            })
    };
    matches!(site.usage, Usage::Dropped | Usage::AwaitedAndDropped) && summary.calls.iter().any(commits)
}

/// Returns whether a method of another object made the value of a name: `pipe = redis.pipeline()`.
fn is_made_by_method(summary: &Summary, site: &CallSite, name: Expression) -> bool {
    let Expression::Name(name) = name else { return false };
    let is_method_call = |binding: &Binding| {
        let value = match binding.kind {
            BindingKind::With { value, .. } => Some(value),
            kind => kind.value(),
        };
        value.is_some_and(|value| summary.method_call(value).is_some())
    };
    summary.nearest_bindings_of(site.scope, name).iter().any(is_method_call)
}

/// Returns whether the receiver of a call was entered by a plain `with`, and nothing else is awaited on it
/// there. Examples are a test client and a file.
fn is_of_plain_context(summary: &Summary, site: &CallSite) -> bool {
    let receiver_of = |call: &CallSite| match summary.expression(summary.method_call(call.expression)?.0) {
        Expression::Name(name) => Some(name),
        _ => None,
    };
    let Some(receiver) = receiver_of(site) else { return false };
    let is_plain = |binding: &Binding| matches!(binding.kind, BindingKind::With { is_async: false, .. });
    let is_awaited = |call: &CallSite| {
        call.scope == site.scope && call.usage.is_awaited() && receiver_of(call) == Some(receiver)
    };
    let bindings = summary.nearest_bindings_of(site.scope, receiver);
    !bindings.is_empty() && bindings.iter().all(is_plain) && !summary.calls.iter().any(is_awaited)
}

/// Returns whether a call closes what the function then waits for: `writer.close()` before
/// `await writer.wait_closed()`.
fn is_closed_plainly(summary: &Summary, site: &CallSite) -> bool {
    let closes = method_name(summary, site.expression).is_some_and(|name| Words::ClosingMethods.has(name));
    let place = summary.span(site.expression);
    closes
        && calls_beside(summary, site).any(|other| {
            other.scope == site.scope
                && other.usage.is_awaited()
                && place.end <= summary.span(other.expression).start
                && named(method_name(summary, other.expression)).has(Role::WaitsForPlainClose)
        })
}

/// Counts the awaited calls of the function with the same key, if another branch of the same statement awaits one. The branch then
/// decides what the object is, so that they are no evidence.
fn alternatives(summary: &Summary, site: &CallSite, key: UsageKey) -> UsageCounts {
    let mut counts = UsageCounts::default();
    if site.is_used_in_sibling && !site.is_beside_await {
        let beside = calls_beside(summary, site).filter(|other| {
            other.scope == site.scope
                && other.usage.is_awaited()
                && usage_key(summary, other.expression) == Some(key)
        });
        beside.for_each(|other| counts.add(other.usage));
    }
    counts
}

/// Returns the other calls in the file on the same receiver, as written.
fn calls_beside<'a>(summary: &'a Summary, site: &CallSite) -> impl Iterator<Item = &'a CallSite> {
    let receiver = receiver_key(summary, site.expression);
    let site = site.expression;
    let others = summary.calls.iter().filter(move |other| other.expression != site);
    others.filter(move |other| receiver.is_some() && receiver_key(summary, other.expression) == receiver)
}

/// Returns whether other methods are called on the receiver in the file, and none of these calls is awaited
/// or entered.
fn is_on_plain_receiver(summary: &Summary, site: &CallSite) -> bool {
    let is_told = |other: &&CallSite| {
        method_name(summary, other.expression).is_some_and(|it| !named(it).has(Role::PlainBesideAsync))
    };
    let beside = || calls_beside(summary, site).filter(is_told).map(|call| call.usage);
    let is_plain = |usage: &Usage| matches!(usage, Usage::Dropped | Usage::Assigned | Usage::Used);
    !beside().any(|usage| usage.is_awaited() || usage == Usage::Entered)
        && beside().filter(is_plain).nth(FEWEST_PLAIN - 1).is_some()
}

/// The callable, as written, that creates a receiver.
pub(super) type Maker<'a> = Option<SmallVec<[&'a str; 4]>>;

/// How the calls of one method are used, by the class of their receivers.
pub(super) type UsageByClass = Rc<[(ReceiverClass, UsageCounts)]>;

/// Returns the callable, as written, that creates the local name on which a method is called.
fn maker_of_receiver<'a>(summary: &'a Summary, site: &CallSite) -> Maker<'a> {
    let (receiver, _) = summary.method_call(site.expression)?;
    let Expression::Name(name) = summary.expression(receiver) else { return None };
    let place = summary.span(receiver).start;
    let bindings = summary.bindings_of(site.scope, summary.name(name));
    let binding = bindings.iter().rev().find(|binding| binding.offset <= place)?;
    let callee = summary.call(binding.kind.value()?)?.callee;
    summary.dotted_parts(callee)
}

impl<'e> Inference<'e> {
    /// Returns the evidence from the other calls of the same method. All others in the file are awaited, or
    /// nearly all in the project's `async` functions.
    pub fn consensus(&mut self, module: ModuleId, site: &CallSite) -> Option<AwaitableSource> {
        let found = self.find_consensus(module, site)?;
        let is_vetoed = self.may_start_task(module, site)
            || self.is_of_plain_class(module, site)
            || self.may_collect_calls(module, site);
        if is_vetoed {
            return None;
        }
        Some(match found {
            AwaitableSource::Consensus { awaited, of } if self.is_named_as_async_method(module, site) => {
                AwaitableSource::NamedMethod { awaited, of }
            }
            found => found,
        })
    }

    /// Returns whether the method may return the object on which it is called: a pipeline is awaited or collects calls, depending on what
    /// was called before.
    fn may_collect_calls(&mut self, module: ModuleId, site: &CallSite) -> bool {
        self.called(module, site).into_iter().any(|part| match part {
            Type::Function(callee) => self.may_return_receiver(self.callee(callee), DEEPEST_CHAIN),
            _ => false,
        })
    }

    /// Returns whether the project has an `async def` method of this name and no plain one, and the receiver is not an object of another
    /// library.
    fn is_named_as_async_method(&mut self, module: ModuleId, site: &CallSite) -> bool {
        let Some(name) = method_name(self.engine.summary(module), site.expression) else { return false };
        self.may_be_async_method(name)
            && !self.may_be_sync_method(name)
            && !self.is_method_of_container(name)
            && !self.is_of_other_library(module, site, name)
            && !self.is_of_absent_class(module, site)
    }

    /// Returns whether a project class has plain `def` methods of this name and of another one that the
    /// function calls on the receiver. The function must await nothing else on that receiver.
    fn is_of_plain_class(&mut self, module: ModuleId, site: &CallSite) -> bool {
        let summary = self.engine.summary(module);
        let Some(name) = method_name(summary, site.expression) else { return false };
        let mut beside = Vec::new();
        for other in calls_beside(summary, site).filter(|other| other.scope == site.scope) {
            if other.usage.is_awaited() || other.usage == Usage::Entered {
                return false;
            }
            beside.extend(method_name(summary, other.expression).filter(|other| *other != name));
        }
        !beside.is_empty() && self.has_class_with_plain(name, &beside)
    }

    fn find_consensus(&mut self, module: ModuleId, site: &CallSite) -> Option<AwaitableSource> {
        let summary = self.engine.summary(module);
        let name = summary.last_name(site.expression)?;
        if says_sync(name) || is_plain_special(name) {
            return None;
        }
        let key = usage_key(summary, site.expression)?;
        if self.gives_nothing(module, site)
            || self.is_of_tested_class(module, site)
            || self.is_tested_as_plain(module, site)
            || is_closed_plainly(summary, site)
            || is_of_batch(summary, site)
            || is_of_plain_context(summary, site)
        {
            return None;
        }
        let origin = find_receiver_origin(summary, site)?;
        let own_key = origin_key(summary, site, &origin)?;
        let usage = self.engine.usage_in(module);
        let alternatives = alternatives(summary, site, key);
        let in_file = usage.get(&key)?.without(site.usage).minus(alternatives);
        let mut evidence = usage.get(&own_key)?.without(site.usage).minus(alternatives);
        let fixture = origin.as_fixture().filter(|_| self.may_have_fixtures(module));
        let fixture_key = fixture.and_then(|fixture| origin_key(summary, site, &fixture));
        if let Some(of_fixture) = fixture_key.and_then(|key| usage.get(&key)) {
            evidence += *of_fixture;
        }
        if in_file.awaited >= 1 || evidence.awaited >= 1 {
            let of_class = self.usage_of_same_class(module, site, key, in_file).minus(alternatives);
            let is_agreed = of_class.not_awaited == 0 && evidence.not_awaited == 0;
            let is_enough = |inference: &mut Self| {
                evidence.awaited >= FEWEST_OTHERS
                    || !inference.is_written_as_plain(module, site)
                        && !inference.is_only_defined_as_plain(module, site, name)
            };
            if is_agreed && evidence.awaited >= 1 && is_enough(self) {
                return Some(AwaitableSource::Consensus { awaited: evidence.awaited, of: evidence.all() });
            }
            if of_class.awaited == 0 && evidence.awaited == 0 && self.may_be_sync_method(name) {
                return None;
            }
        }
        let shared_key = fixture_key.or(Some(own_key).filter(|_| origin.is_of_project))?;
        if self.is_known_as_plain(module, site) {
            return None;
        }
        self.asked_usages.extend([key, shared_key]);
        let others = |counts: UsageCounts| {
            let counts = if shared_key == own_key { counts.without(site.usage) } else { counts };
            counts.minus(alternatives)
        };
        let named = self.engine.usage_in_project().get(&key)?.without(site.usage).minus(alternatives);
        let evidence = others(*self.engine.usage_in_project().get(&shared_key)?);
        let near = others(self.engine.usage_near(module, shared_key));
        let plain_near = self.engine.usage_near(module, key).without(site.usage).not_awaited;
        if near.awaited == 0 && self.is_plain_nearby(module, site, name) {
            return None;
        }
        let fewest = if near.awaited > 0 { FEWEST_OTHERS } else { FEWEST_FAR };
        let is_share = |counts: UsageCounts| counts.awaited * 100 >= LEAST_SHARE * counts.all();
        let is_agreed = evidence.all() >= fewest
            && is_share(evidence)
            && is_share(named)
            && plain_near == 0
            && near.not_awaited == 0;
        (is_agreed && !is_on_plain_receiver(summary, site) && !self.is_of_absent_class(module, site))
            .then_some(AwaitableSource::Consensus { awaited: evidence.awaited, of: evidence.all() })
    }

    /// Returns whether functions of the file may have parameters that are fixtures, and helpers that tests pass them to.
    fn may_have_fixtures(&self, module: ModuleId) -> bool {
        is_collected(&self.engine.project().files()[module.index()].display)
    }

    /// Returns whether the directory calls the method on receivers of other names, and never awaits it.
    fn is_plain_nearby(&mut self, module: ModuleId, site: &CallSite, name: &str) -> bool {
        let key = key_of_name(name);
        self.asked_usages.insert(key);
        let by_name = self.engine.usage_near(module, key).without(site.usage);
        by_name.awaited == 0 && by_name.not_awaited as usize >= FEWEST_PLAIN
    }

    /// Returns how the other calls of the same method in the file are used, on receivers that may have the
    /// same class. `all` counts those on any receiver.
    fn usage_of_same_class(
        &mut self,
        module: ModuleId,
        site: &CallSite,
        key: UsageKey,
        all: UsageCounts,
    ) -> UsageCounts {
        let class = self.receiver_class(module, site);
        let summary = self.engine.summary(module);
        let method = summary.method_call(site.expression).map(|(_, method)| method);
        // Classes of the project differ in it: what makes the receiver tells which one it is.
        let is_mixed = method.is_some_and(|method| self.may_be_sync_method(summary.name(method)));
        if class == ReceiverClass::Open && !is_mixed {
            return all;
        }
        let maker = is_mixed.then(|| maker_of_receiver(summary, site));
        let mut counts = UsageCounts::default();
        for (of_other, of_class) in self.usage_by_class(module, key, maker).iter() {
            if self.may_be_same_class(&class, of_other) {
                counts += *of_class;
            }
        }
        counts.without(site.usage)
    }

    /// Returns how the calls of one key in a file are used, by the class of their receivers. `maker` leaves only receivers that the
    /// same callable made.
    fn usage_by_class(&mut self, module: ModuleId, key: UsageKey, maker: Option<Maker<'e>>) -> UsageByClass {
        let question = (module, key, maker);
        if let Some(known) = self.usages_by_class.get(&question).filter(|_| !self.is_apart) {
            return Rc::clone(known);
        }
        let summary = self.engine.summary(module);
        let calls = summary.calls.iter().filter(|call| usage_key(summary, call.expression) == Some(key));
        let is_meant = |call: &&CallSite| match &question.2 {
            Some(maker) => maker_of_receiver(summary, call) == *maker,
            None => true,
        };
        let mut counts: FxHashMap<ReceiverClass, UsageCounts> = FxHashMap::default();
        for call in calls.filter(is_meant) {
            counts.entry(self.receiver_class(module, call)).or_default().add(call.usage);
        }
        let counts: UsageByClass = counts.into_iter().collect();
        if !self.is_apart {
            self.usages_by_class.insert(question, Rc::clone(&counts));
        }
        counts
    }

    /// Returns whether the class of the receiver belongs to a library that is not found. Calls of the same
    /// name in other files are then no evidence, unless a coroutine of the library returned the receiver.
    fn is_of_absent_class(&mut self, module: ModuleId, site: &CallSite) -> bool {
        match self.receiver_class(module, site) {
            ReceiverClass::Absent(_) | ReceiverClass::From { is_awaited: false, .. } => true,
            ReceiverClass::Known(classes) => {
                classes.into_iter().any(|class| self.mro(class).iter().any(Option::is_none))
            }
            ReceiverClass::Open | ReceiverClass::From { is_awaited: true, .. } => false,
        }
    }

    /// Returns whether the callee is known and is not an `async def`. Only the calls in the same file are
    /// evidence about it.
    fn is_known_as_plain(&mut self, module: ModuleId, site: &CallSite) -> bool {
        self.called(module, site).into_iter().any(|part| match part {
            Type::Function(callee) => !self.is_async(self.function_of(callee)),
            _ => false,
        })
    }

    /// Returns whether every possible callee is known, is not an `async def`, has a body, and returns no
    /// awaitable. Subclasses need not behave so. With overloads, another one may apply.
    fn is_written_as_plain(&mut self, module: ModuleId, site: &CallSite) -> bool {
        let given = self.expression(module, site.scope, site.expression);
        let is_open = |part: &Type| matches!(part, Type::Coroutine(..) | Type::Awaitable(_));
        if self.parts(given).iter().any(is_open) {
            return false;
        }
        let called = self.called(module, site);
        !called.is_empty()
            && called.into_iter().all(|part| match part {
                Type::Function(callee) => {
                    let function = self.function_of(callee);
                    let definition = self.summary(function.module).function(function.function);
                    !definition.is_async && !definition.is_placeholder && self.overloads(function).is_empty()
                }
                _ => false,
            })
    }

    /// Returns whether the callee is not found, and the project defines methods of this name which all give a plain value.
    fn is_only_defined_as_plain(&mut self, module: ModuleId, site: &CallSite, name: &str) -> bool {
        self.may_be_sync_method(name)
            && !self.may_be_async_method(name)
            && !self.is_method_of_container(name)
            && !self.is_of_absent_class(module, site)
            && !self.called(module, site).iter().any(|part| matches!(part, Type::Function(_)))
            && self.all_methods_give_plain(name)
    }

    /// Returns whether the receiver comes from an import that is not found, and an `async def` of the
    /// project has the name.
    fn is_of_other_library(&mut self, module: ModuleId, site: &CallSite, name: &str) -> bool {
        let summary = self.engine.summary(module);
        let root = summary.method_call(site.expression).and_then(|(receiver, _)| {
            let at = Location { module, scope: site.scope, context: ContextId::FIRST };
            self.import_behind(at, receiver)
        });
        root.is_some_and(|root| self.evaluate(root.0, root.1) == Type::Unknown)
            && self.may_be_async_method(name)
    }

    /// Returns the imported name from which a value is called, taken or read, through names that are bound
    /// once.
    fn import_behind(&mut self, mut at: Location, id: ExpressionId) -> Option<(Location, ExpressionId)> {
        let summary = self.engine.summary(at.module);
        let mut id = id;
        while self.step() {
            id = match summary.expression(id) {
                Expression::Call { callee: inner, .. }
                | Expression::Subscript { value: inner, .. }
                | Expression::Attribute { value: inner, .. }
                | Expression::Await(inner) => inner,
                Expression::Name(name) => match summary.nearest_bindings_of(at.scope, name) {
                    [Binding { kind: BindingKind::Value(value), scope, .. }] => {
                        at.scope = *scope;
                        *value
                    }
                    [Binding { kind: BindingKind::Import { .. } | BindingKind::ImportFrom { .. }, .. }] => {
                        return Some((at, id));
                    }
                    _ => return None,
                },
                _ => return None,
            };
        }
        None
    }

    /// Returns whether a built-in container or string has a method of this name, which is called
    /// everywhere.
    fn is_method_of_container(&mut self, name: &str) -> bool {
        Role::EverydayClass.names().iter().any(|container| {
            let class = self.library_class("builtins", container);
            class.is_some_and(|class| self.binds_in_body(class, name))
        })
    }

    /// Returns whether a test has determined the class of the receiver, so that calls on others are no
    /// evidence.
    fn is_of_tested_class(&mut self, module: ModuleId, site: &CallSite) -> bool {
        let Some((receiver, _)) = self.engine.summary(module).method_call(site.expression) else {
            return false;
        };
        let tests =
            self.tests_of(Location { module, scope: site.scope, context: ContextId::FIRST }, receiver);
        tests.iter().any(|test| matches!(test.test, Test::Instance(_)) && !test.is_negated)
    }

    /// Returns whether a test has shown that the callee is no coroutine function: `elif task.check():` after
    /// `if is_coroutine_callable(task.check):`.
    fn is_tested_as_plain(&mut self, module: ModuleId, site: &CallSite) -> bool {
        let Some(call) = self.engine.summary(module).call(site.expression) else { return false };
        let at = Location { module, scope: site.scope, context: ContextId::FIRST };
        let tests = self.tests_of(at, call.callee);
        tests.iter().any(|test| matches!(test.test, Test::CoroutineFunction) && test.is_negated)
    }

    /// Returns whether the callee is a plain `def` with an empty body that no subclass overrides.
    fn gives_nothing(&mut self, module: ModuleId, site: &CallSite) -> bool {
        self.called(module, site).into_iter().any(|part| match part {
            Type::Function(callee) => self.is_empty_function(callee),
            _ => false,
        })
    }

    fn is_empty_function(&mut self, callee: CalleeId) -> bool {
        let function = self.function_of(callee);
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let is_empty = definition.is_placeholder
            && definition.falls_through
            && !definition.is_async
            && definition.decorators.len == 0
            && !self.is_stub(function);
        let Some(class) = self.class_of(function).filter(|_| is_empty) else { return is_empty };
        let is_abstract = self.is_declared_protocol(class) || self.inherits(class, "abc", "ABC");
        !is_abstract && !self.is_replaced_in_subclass(class, summary.name(definition.name))
    }

    /// Returns whether a project class has an `async def` of this name under a decorator that starts a
    /// task. Awaiting its call only waits.
    fn may_start_task(&mut self, module: ModuleId, site: &CallSite) -> bool {
        let Some(name) = self.engine.summary(module).last_name(site.expression) else { return false };
        self.depend_on_module(SUBCLASSES);
        let methods = self.engine.async_methods(name);
        methods.iter().any(|FunctionRef { module, function }| {
            let (module, function) = (*module, *function);
            self.rest_on_text(module);
            let summary = self.engine.summary(module);
            let definition = summary.function(function);
            let (decorators, scope) = (definition.decorators, summary.scope_around(definition.scope));
            summary.list(decorators).iter().any(|decorator| starts_task(summary, scope, *decorator))
        })
    }
}
