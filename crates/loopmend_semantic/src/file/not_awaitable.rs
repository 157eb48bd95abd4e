//! Awaited values that are not awaitable.

use std::hash::{Hash, Hasher};

use loopmend_core::{Confidence, Place, Span};
use loopmend_index::summary::{
    CallSite, Expression, ExpressionId, FunctionId, Protocol, ProtocolUse, ScopeId, Summary,
};
use loopmend_project::Origin;
use rustc_hash::{FxHashMap, FxHasher};

use super::bound_values::{bindings, is_annotated_parameter};
use super::lost_task::At;
use super::protocol_use::ProtocolStatement;
use super::slot_call::asks_if_async;
use crate::file::{Call, File, call_of};
use crate::infer::{AwaitableSource, CalleeId, FunctionRef, Type};

/// An awaited value that has no `__await__`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAwaitable {
    /// The type of the value: `None`, `dict`, `int | None`.
    pub value: String,
    /// The function that returns the value. If the value is not a call, the function that is the value
    /// itself.
    pub giver: Option<Giver>,
    /// Whether the value is a container of awaitables.
    pub holds_awaitables: bool,
    /// The confidence of the inference.
    pub confidence: Confidence,
}

/// A called function that is not an `async def`, or is an asynchronous generator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Giver {
    /// The qualified name of the function.
    pub name: String,
    /// The `def`, if its text can be shown.
    pub definition: Option<Place>,
    /// Whether the function is an asynchronous generator.
    pub is_async_generator: bool,
}

impl File<'_> {
    /// Returns the awaited calls whose value is not awaitable, in source order. Of calls that are written
    /// alike, only the first is inferred, to limit the cost: if it is awaitable, so are the others.
    pub fn not_awaitable_calls(&mut self) -> Vec<(Call, NotAwaitable)> {
        let summary = self.summary();
        let mut can_be: FxHashMap<u64, bool> = FxHashMap::default();
        let mut found = Vec::new();
        for call in self.awaited_calls() {
            let written = hash_of_text(summary, call.site.expression);
            if can_be.get(&written) == Some(&true) {
                continue;
            }
            let not_awaitable = self.not_awaitable(&call);
            can_be.insert(written, not_awaitable.is_none());
            found.extend(not_awaitable.map(|not_awaitable| (call, not_awaitable)));
        }
        found
    }

    /// Returns the awaited values that are not calls and not awaitable, in source order.
    pub fn not_awaitable_values(&mut self) -> Vec<(ProtocolStatement, NotAwaitable)> {
        let awaited = self.protocol_statements(Protocol::Await);
        awaited
            .into_iter()
            .filter_map(|statement| Some((statement, self.not_awaitable_value(&statement)?)))
            .collect()
    }

    /// Returns the finding for an awaited value that is not a call. Attributes and names of other scopes
    /// are `None` only if they are not yet set, and their annotations are likely.
    fn not_awaitable_value(&mut self, statement: &ProtocolStatement) -> Option<NotAwaitable> {
        let (module, ProtocolUse { value, scope, .. }) = (self.module(), statement.inner);
        // Awaits inside of each other would each be asked about: it takes the square of the time.
        if matches!(self.summary().expression(value), Expression::Await(_)) {
            return None;
        }
        let is_own = self.is_made_here(value, scope);
        if !self.calls_behind_agree(value, scope) || self.is_parameter_with_coroutine(value, scope) {
            return None;
        }
        let inference = self.inference_mut();
        let known = inference.expression(module, scope, value);
        let parts = inference.parts(known);
        let may_be_set = !is_own && parts.contains(&Type::None);
        if parts.is_empty() || may_be_set || inference.is_given_by_callers() {
            return None;
        }
        let mut function = None;
        let is_certain = parts.iter().all(|part| match *part {
            Type::Function(callee) => {
                function = Some(callee);
                inference.is_certain_function(callee)
            }
            part => inference.certainly_not_awaitable(part),
        });
        if !is_certain || function.is_some() && parts.len() > 1 || asks_if_async(self.summary(), scope) {
            return None;
        }
        let is_certain = is_own || function.is_some();
        Some(NotAwaitable {
            value: self.value_text(&parts),
            holds_awaitables: self.hold_awaitables(&parts),
            giver: function.map(|callee| self.giver(callee)),
            confidence: if is_certain { Confidence::Certain } else { Confidence::Likely },
        })
    }

    /// Returns whether a value is an element of a display or literal. A name that its own function binds,
    /// and that is not a parameter, also counts.
    fn is_made_here(&self, value: ExpressionId, scope: ScopeId) -> bool {
        let summary = self.summary();
        let Expression::Name(name) = summary.expression(value) else {
            return !matches!(
                summary.expression(value),
                Expression::Attribute { .. } | Expression::Subscript { .. } | Expression::Await(_)
            );
        };
        let is_parameter = |function: FunctionId| summary.function(function).has_parameter(name);
        let around = summary.scope(scope);
        !summary.bindings_of(scope, summary.name(name)).is_empty()
            && !summary.enclosing_function(scope).is_some_and(is_parameter)
            && !around.globals.contains(&name)
            && !around.nonlocals.contains(&name)
    }

    /// Returns whether a value is a parameter for which pytest may pass the coroutine of an async fixture.
    fn is_parameter_with_coroutine(&mut self, value: ExpressionId, scope: ScopeId) -> bool {
        let (summary, module) = (self.summary(), self.module());
        let Expression::Name(name) = summary.expression(value) else { return false };
        let around = summary.enclosing_function(scope);
        let Some(function) = around.filter(|id| summary.function(*id).has_parameter(name)) else {
            return false;
        };
        self.inference_mut().may_get_coroutine(FunctionRef { module, function }, summary.name(name))
    }

    /// Returns whether the calls that a local name is bound to return values that are not awaitable, by
    /// more evidence than their annotations.
    fn calls_behind_agree(&mut self, value: ExpressionId, scope: ScopeId) -> bool {
        let summary = self.summary();
        let Expression::Name(name) = summary.expression(value) else { return true };
        let bindings = summary.bindings_of(scope, summary.name(name)).iter();
        let calls = bindings.filter_map(|binding| {
            let bound = binding.kind.value()?;
            summary.calls.iter().find(|site| site.expression == bound)
        });
        let calls: Vec<Call> = calls.map(|site| call_of(summary, site)).collect();
        calls.iter().all(|call| self.not_awaitable(call).is_some())
    }

    /// Returns the finding for an awaited call whose value is not awaitable, regardless of overrides in
    /// subclasses and replacements in tests. Returns `None` where an exception is expected, and in a
    /// function that checks whether something is asynchronous.
    fn not_awaitable(&mut self, call: &Call) -> Option<NotAwaitable> {
        let (module, site) = (self.module(), call.site);
        if site.expects_exception || self.calls_patched_name(call) {
            return None;
        }
        let mut functions = Vec::new();
        let mut is_seen = true;
        for part in self.inference_mut().called(module, &site) {
            match part {
                Type::Function(callee) if self.inference_mut().may_give_value(callee) => {
                    functions.push(callee);
                }
                Type::Class(class) => is_seen &= self.inference().is_seen_class(class),
                _ => return None,
            }
        }
        let is_generator =
            !functions.is_empty() && functions.iter().all(|callee| self.definition_of(*callee).is_generator);
        let inference = self.inference_mut();
        let value = inference.expression(module, site.scope, site.expression);
        let parts = inference.parts(value);
        let is_certain = is_generator || parts.iter().all(|part| inference.certainly_not_awaitable(*part));
        if inference.is_given_by_callers() || !is_certain {
            return None;
        }
        if asks_if_async(self.summary(), site.scope)
            || self.may_be_patched(call)
            || self.is_replaced_by_owner(call)
        {
            return None;
        }
        let is_plain = functions.iter().all(|callee| self.inference_mut().is_plain_function(*callee));
        if !is_plain {
            return None;
        }
        is_seen &= functions.iter().all(|callee| self.inference_mut().is_seen(*callee));
        if !is_seen && (self.is_of_another_class(call) || self.is_annotated_with_sync(call, &functions)) {
            return None;
        }
        Some(NotAwaitable {
            value: self.value_text(&parts),
            holds_awaitables: self.hold_awaitables(&parts),
            giver: functions.first().map(|callee| self.giver(*callee)),
            confidence: if is_seen { Confidence::Certain } else { Confidence::Likely },
        })
    }

    /// Returns whether the file awaits another method of the same object that its class lacks, or only
    /// declares. The object is then of another class than annotated.
    fn is_of_another_class(&mut self, call: &Call) -> bool {
        let (module, summary) = (self.module(), self.summary());
        let method_of = |site: &CallSite| {
            let (receiver, name) = summary.method_call(site.expression)?;
            Some((summary.dotted_parts(receiver)?, name))
        };
        let Some((receiver, name)) = method_of(&call.site) else { return false };
        let is_other = |site: &&CallSite| {
            site.usage.is_awaited()
                && method_of(site).is_some_and(|(of, other)| of == receiver && other != name)
        };
        summary.calls.iter().filter(is_other).any(|site| {
            let inference = self.inference_mut();
            let value = inference.expression(module, site.scope, site.expression);
            inference.parts(value).into_iter().all(|part| part == Type::Unknown)
        })
    }

    /// Returns whether the object of a method is known only by the annotation of a parameter, with a class that has no async method.
    /// Code that awaits a method of such a parameter receives another class: `AsyncSession`, and not the annotated `Session`.
    fn is_annotated_with_sync(&mut self, call: &Call, methods: &[CalleeId]) -> bool {
        let Some((receiver, _)) = self.summary().method_call(call.site.expression) else { return false };
        let at = At { module: self.module(), scope: call.scope(), expression: receiver };
        self.is_given_as_parameter(at)
            && methods.iter().all(|method| {
                let class = self.inference().class_of_callee(*method);
                class.is_some_and(|class| !self.inference_mut().has_any_async_method(class))
            })
    }

    /// Returns whether a value is an annotated parameter, or an attribute that is set to such parameters only.
    fn is_given_as_parameter(&mut self, at: At) -> bool {
        let engine = self.engine();
        let is_given = |at: At| {
            let summary = engine.summary(at.module);
            let Expression::Name(name) = summary.expression(at.expression) else { return false };
            bindings(summary, at, name).next().is_none() && is_annotated_parameter(summary, at, name)
        };
        let summary = engine.summary(at.module);
        if !matches!(summary.expression(at.expression), Expression::Attribute { .. }) {
            return is_given(at);
        }
        let behind = self.values_behind(at);
        !behind.is_empty() && behind.into_iter().all(is_given)
    }

    /// Returns whether the file may replace the callee with a mock: `patch("module.name")`.
    fn may_be_patched(&self, call: &Call) -> bool {
        let Some(name) = self.summary().last_name(call.site.expression) else { return false };
        let ends = ["\"", "'"].map(|quote| format!("{name}{quote}"));
        self.text().contains("patch") && ends.iter().any(|end| self.text().contains(end))
    }

    /// Returns whether the module of a class sets the method on an attribute of its objects. Example:
    /// `self.pool.submit = wrapped` there, and `thing.pool.submit()` or an aliased `pool.submit()` here.
    fn is_replaced_by_owner(&mut self, call: &Call) -> bool {
        let summary = self.summary();
        let Some((receiver, method)) = summary.method_call(call.site.expression) else { return false };
        let receiver = At { module: self.module(), scope: call.scope(), expression: receiver };
        let mut held = vec![receiver];
        if matches!(summary.expression(receiver.expression), Expression::Name(_)) {
            held = self.values_behind(receiver);
        }
        held.into_iter().any(|at| {
            let of = self.engine().summary(at.module).expression(at.expression);
            let Expression::Attribute { value, .. } = of else { return false };
            let owners = self.types_of(At { expression: value, ..at });
            owners.into_iter().any(|owner| match owner {
                Type::Instance(class, _) if self.engine().origin(class.module) == Origin::FirstParty => {
                    self.inference_mut().rest_on_text(class.module);
                    self.engine().summary(class.module).sets_attribute(summary.name(method))
                }
                _ => false,
            })
        })
    }

    fn giver(&self, callee: CalleeId) -> Giver {
        let function = self.inference().function_of(callee);
        let described = self.describe(Span::default(), AwaitableSource::Definition, Some(function));
        Giver {
            name: described.name,
            definition: described.definition,
            is_async_generator: self.definition_of(callee).is_async,
        }
    }

    fn hold_awaitables(&mut self, parts: &[Type]) -> bool {
        parts.iter().any(|part| self.inference_mut().holds_awaitables(*part))
    }

    fn value_text(&self, parts: &[Type]) -> String {
        let mut texts: Vec<String> = parts.iter().map(|part| self.name_of_value(*part)).collect();
        texts.sort_unstable_by_key(|text| (text == "None", text.clone()));
        texts.dedup();
        texts.join(" | ")
    }

    fn name_of_value(&self, part: Type) -> String {
        match part {
            Type::None => "None".to_owned(),
            Type::Tuple(_) => "tuple".to_owned(),
            Type::Instance(class, _) => self.class_name(class),
            _ => "value".to_owned(),
        }
    }
}

/// Returns a hash of the callee as written, without arguments.
fn hash_of_text(summary: &Summary, call: ExpressionId) -> u64 {
    let mut hasher = FxHasher::default();
    for id in summary.chain(call) {
        match summary.expression(id) {
            Expression::Name(name) | Expression::Attribute { name, .. } => name.hash(&mut hasher),
            Expression::Call { .. } | Expression::Subscript { .. } => 0_u32.hash(&mut hasher),
            _ => id.hash(&mut hasher),
        }
    }
    hasher.finish()
}
