//! Awaited values that are not awaitable.

use std::hash::{Hash, Hasher};

use loopmend_catalog::Words;
use loopmend_core::{Confidence, Place, Span};
use loopmend_index::summary::{
    BindingKind, CallSite, Expression, ExpressionId, FunctionId, NameId, Protocol, ProtocolUse, ScopeId,
    Summary,
};
use loopmend_project::Origin;
use loopmend_semantic::File;
use loopmend_semantic::file::bound_values::{bindings, is_annotated_parameter};
use loopmend_semantic::file::lost_task::At;
use loopmend_semantic::file::protocol_use::ProtocolStatement;
use loopmend_semantic::file::slot_call::asks_if_async;
use loopmend_semantic::file::{Call, call_of};
use loopmend_semantic::infer::{AwaitableSource, CalleeId, FunctionRef, Type};
use rustc_hash::{FxHashMap, FxHasher};

/// An awaited value that has no `__await__`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NotAwaitable {
    /// The type of the value: `None`, `dict`, `int | None`.
    pub(crate) value: String,
    /// The function that returns the value. If the value is not a call, the function that is the value
    /// itself.
    pub(crate) giver: Option<Giver>,
    /// `true` if the value is a function, or is annotated as a callable.
    pub(crate) is_function: bool,
    /// `true` if `async with` can enter the value.
    pub(crate) can_be_entered: bool,
    /// Whether the value is a container of awaitables.
    pub(crate) holds_awaitables: bool,
    /// The confidence of the inference.
    pub(crate) confidence: Confidence,
}

/// A called function that is not an `async def`, or is an asynchronous generator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Giver {
    /// The qualified name of the function.
    pub(crate) name: String,
    /// The `def`, if its text can be shown.
    pub(crate) definition: Option<Place>,
    /// Whether the function is an asynchronous generator.
    pub(crate) is_async_generator: bool,
}

/// Returns the awaited calls whose value is not awaitable, in source order. Of calls that are written
/// alike, only the first is inferred, to limit the cost: if it is awaitable, so are the others.
pub(crate) fn not_awaitable_calls(file: &mut File) -> Vec<(Call, NotAwaitable)> {
    let summary = file.summary();
    let mut can_be: FxHashMap<u64, bool> = FxHashMap::default();
    let mut found = Vec::new();
    for call in file.awaited_calls() {
        let written = hash_of_text(summary, call.site.expression);
        if can_be.get(&written) == Some(&true) {
            continue;
        }
        let not_awaitable = not_awaitable(file, &call);
        can_be.insert(written, not_awaitable.is_none());
        found.extend(not_awaitable.map(|not_awaitable| (call, not_awaitable)));
    }
    found
}

/// Returns the awaited values that are not calls and not awaitable, in source order.
pub(crate) fn not_awaitable_values(file: &mut File) -> Vec<(ProtocolStatement, NotAwaitable)> {
    let awaited = file.protocol_statements(Protocol::Await);
    awaited
        .into_iter()
        .filter_map(|statement| Some((statement, not_awaitable_value(file, &statement)?)))
        .collect()
}

/// Returns the finding for an awaited value that is not a call. Attributes and names of other scopes
/// are `None` only if they are not yet set, and their annotations are likely.
fn not_awaitable_value(file: &mut File, statement: &ProtocolStatement) -> Option<NotAwaitable> {
    let (module, ProtocolUse { value, scope, .. }) = (file.module(), statement.inner);
    // Awaits inside of each other would each be asked about: it takes the square of the time.
    if matches!(file.summary().expression(value), Expression::Await(_)) {
        return None;
    }
    let is_own = is_made_here(file, value, scope);
    if !calls_behind_agree(file, value, scope)
        || is_parameter_with_coroutine(file, value, scope)
        || comes_from_misannotated(file, value, scope)
    {
        return None;
    }
    let is_written = matches!(
        file.summary().expression(value),
        Expression::Display { .. } | Expression::Comprehension { .. } | Expression::Tuple(_)
    );
    let inference = file.inference_mut();
    let known = inference.expression(module, scope, value);
    let parts = inference.parts(known);
    if inference.is_given_by_callers() && !is_written {
        return None;
    }
    let mut set = parts.iter().filter(|part| **part != Type::None).peekable();
    if set.peek().is_some() && set.all(|part| matches!(part, Type::Callable(_))) {
        let is_meant = is_given_as_parameter(file, At { module, scope, expression: value })
            && !asks_if_async(file.summary(), scope)
            && !file.mentions_around(statement.value, Words::AsksIfCallable.all());
        return is_meant.then(annotated_callable);
    }
    let may_be_set = !is_own && parts.contains(&Type::None);
    if parts.is_empty() || may_be_set {
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
    if !is_certain || function.is_some() && parts.len() > 1 || asks_if_async(file.summary(), scope) {
        return None;
    }
    let is_certain = is_own || function.is_some();
    Some(NotAwaitable {
        value: value_text(file, &parts),
        is_function: function.is_some(),
        can_be_entered: false,
        holds_awaitables: hold_awaitables(file, &parts),
        giver: function.map(|callee| giver(file, callee)),
        confidence: if is_certain { Confidence::Certain } else { Confidence::Likely },
    })
}

/// Returns the finding for an awaited value that is annotated as a callable.
fn annotated_callable() -> NotAwaitable {
    NotAwaitable {
        value: "Callable".to_owned(),
        is_function: true,
        can_be_entered: false,
        giver: None,
        holds_awaitables: false,
        confidence: Confidence::Likely,
    }
}

/// Returns whether a local name holds what an object gives of which all callers pass another class than its annotation says: the value or the items
/// of an expression, or of a call with it as an argument, such as `iter(stream.readline, b"")`.
fn comes_from_misannotated(file: &mut File, value: ExpressionId, scope: ScopeId) -> bool {
    let summary = file.summary();
    let Expression::Name(name) = summary.expression(value) else { return false };
    let bindings = summary.bindings_of(scope, summary.name(name)).iter();
    let sources = bindings.filter_map(|binding| match binding.kind {
        BindingKind::For { iterable, .. } => Some(iterable),
        kind => kind.value(),
    });
    let mut objects: Vec<ExpressionId> = Vec::new();
    for source in sources {
        let given = summary.arguments_of(source).unwrap_or_default();
        objects.push(summary.callee_or_itself(source));
        objects.extend(given.iter().map(|argument| argument.value));
    }
    objects.into_iter().any(|object| file.is_misannotated(scope, object))
}

/// Returns whether a value is an element of a display or literal. A name that its own function binds,
/// and that is not a parameter, also counts.
fn is_made_here(file: &File, value: ExpressionId, scope: ScopeId) -> bool {
    let summary = file.summary();
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
        && !is_item_of_annotated(file, name, scope)
        && !around.globals.contains(&name)
        && !around.nonlocals.contains(&name)
}

/// Returns whether a name holds the items of an attribute or of a parameter, whose annotation says what they are.
fn is_item_of_annotated(file: &File, name: NameId, scope: ScopeId) -> bool {
    let summary = file.summary();
    let function = summary.enclosing_function(scope).map(|function| summary.function(function));
    summary.bindings_of(scope, summary.name(name)).iter().any(|binding| match binding.kind {
        BindingKind::For { iterable, .. } => match summary.expression(iterable) {
            Expression::Attribute { .. } => true,
            Expression::Name(held) => function.is_some_and(|function| function.has_parameter(held)),
            _ => false,
        },
        _ => false,
    })
}

/// Returns whether a value is a parameter for which pytest may pass the coroutine of an async fixture.
fn is_parameter_with_coroutine(file: &mut File, value: ExpressionId, scope: ScopeId) -> bool {
    let (summary, module) = (file.summary(), file.module());
    let Expression::Name(name) = summary.expression(value) else { return false };
    let around = summary.enclosing_function(scope);
    let Some(function) = around.filter(|id| summary.function(*id).has_parameter(name)) else {
        return false;
    };
    file.inference_mut().may_get_coroutine(FunctionRef { module, function }, summary.name(name))
}

/// Returns whether the calls that a local name is bound to return values that are not awaitable, by
/// more evidence than their annotations.
fn calls_behind_agree(file: &mut File, value: ExpressionId, scope: ScopeId) -> bool {
    let summary = file.summary();
    let Expression::Name(name) = summary.expression(value) else { return true };
    let bindings = summary.bindings_of(scope, summary.name(name)).iter();
    let mut calls = bindings.filter_map(|binding| summary.call_site(summary.span(binding.kind.value()?)));
    calls.all(|site| not_awaitable(file, &call_of(summary, site)).is_some())
}

/// Returns the finding for an awaited call whose value is not awaitable, regardless of overrides in
/// subclasses and replacements in tests. Returns `None` where an exception is expected, and in a
/// function that checks whether something is asynchronous.
fn not_awaitable(file: &mut File, call: &Call) -> Option<NotAwaitable> {
    let (module, site) = (file.module(), call.site);
    if site.expects_exception || file.calls_patched_name(call) {
        return None;
    }
    let mut functions = Vec::new();
    let mut is_seen = true;
    for part in file.inference_mut().called(module, &site) {
        match part {
            Type::Function(callee) if file.inference_mut().may_give_value(callee) => {
                functions.push(callee);
            }
            Type::Class(class) => is_seen &= file.inference().is_seen_class(class),
            Type::Callable(_) if makes_context_manager(file, call) => {}
            _ => return None,
        }
    }
    let is_generator =
        !functions.is_empty() && functions.iter().all(|callee| file.definition_of(*callee).is_generator);
    let inference = file.inference_mut();
    let value = inference.expression(module, site.scope, site.expression);
    let parts = inference.parts(value);
    let is_certain = is_generator || parts.iter().all(|part| inference.certainly_not_awaitable(*part));
    let is_given = inference.is_given_by_callers();
    if !is_certain || is_given && !parts.iter().all(|part| inference.is_stated_never_awaitable(*part)) {
        return None;
    }
    if asks_if_async(file.summary(), site.scope)
        || may_be_patched(file, call)
        || is_replaced_by_owner(file, call)
    {
        return None;
    }
    let is_plain = functions.iter().all(|callee| file.inference_mut().is_plain_function(*callee));
    if !is_plain {
        return None;
    }
    let is_of_other_version = |callee: &CalleeId| {
        let function = file.inference().function_of(*callee);
        file.is_written_for_other_version(function.module)
    };
    if functions.iter().any(is_of_other_version) {
        return None;
    }
    is_seen &= functions.iter().all(|callee| file.inference_mut().is_seen(*callee));
    let callee = file.summary().callee_or_itself(site.expression);
    if file.is_misannotated(site.scope, callee) {
        return None;
    }
    if !is_seen && (is_of_another_class(file, call) || is_annotated_with_sync(file, call, &functions)) {
        return None;
    }
    is_seen &= functions.is_empty()
        || !(functions.iter().all(|callee| has_async_counterpart(file, *callee))
            && is_annotated_with_sync(file, call, &functions));
    Some(NotAwaitable {
        value: value_text(file, &parts),
        is_function: false,
        can_be_entered: can_be_entered(file, &parts),
        holds_awaitables: hold_awaitables(file, &parts),
        giver: functions.first().map(|callee| giver(file, *callee)),
        confidence: if is_seen && !is_given { Confidence::Certain } else { Confidence::Likely },
    })
}

/// Returns whether the file awaits another method of the same object that its class lacks, or only
/// declares. The object is then of another class than annotated.
fn is_of_another_class(file: &mut File, call: &Call) -> bool {
    let (module, summary) = (file.module(), file.summary());
    let method_of = |site: &CallSite| {
        let (receiver, name) = summary.method_call(site.expression)?;
        Some((summary.dotted_parts(receiver)?, name))
    };
    let Some((receiver, name)) = method_of(&call.site) else { return false };
    let is_other = |site: &&CallSite| {
        site.usage.is_awaited() && method_of(site).is_some_and(|(of, other)| of == receiver && other != name)
    };
    summary.calls.iter().filter(is_other).any(|site| {
        let inference = file.inference_mut();
        let value = inference.expression(module, site.scope, site.expression);
        inference.parts(value).into_iter().all(|part| part == Type::Unknown)
    })
}

/// Returns whether a method is of a class of the standard library that libraries have asynchronous forms of: an annotation may name it where the
/// asynchronous form is meant. Nobody means another class than a builtin one, or than one whose objects can be awaited.
fn has_async_counterpart(file: &mut File, method: CalleeId) -> bool {
    let inference = file.inference_mut();
    let Some(class) = inference.class_of_callee(method) else { return false };
    inference.engine().origin(class.module) == Origin::StandardLibrary
        && inference.builtin_name(class).is_none()
        && inference.is_lacked(class, "__await__")
}

/// Returns whether the object of a method is known only by the annotation of a parameter, with a class that has no async method.
/// Code that awaits a method of such a parameter receives another class: `AsyncSession`, and not the annotated `Session`.
fn is_annotated_with_sync(file: &mut File, call: &Call, methods: &[CalleeId]) -> bool {
    let Some((receiver, _)) = file.summary().method_call(call.site.expression) else { return false };
    let at = At { module: file.module(), scope: call.scope(), expression: receiver };
    is_given_as_parameter(file, at)
        && methods.iter().all(|method| {
            let class = file.inference().class_of_callee(*method);
            class.is_some_and(|class| !file.inference_mut().has_any_async_method(class))
        })
}

/// Returns whether a value is an annotated parameter, or an attribute that is set to such parameters only.
fn is_given_as_parameter(file: &mut File, at: At) -> bool {
    let engine = file.engine();
    let is_given = |at: At| {
        let summary = engine.summary(at.module);
        let Expression::Name(name) = summary.expression(at.expression) else { return false };
        bindings(summary, at, name).next().is_none() && is_annotated_parameter(summary, at, name)
    };
    let summary = engine.summary(at.module);
    if !matches!(summary.expression(at.expression), Expression::Attribute { .. }) {
        return is_given(at);
    }
    let behind = file.values_behind(at);
    !behind.is_empty() && behind.into_iter().all(is_given)
}

/// Returns whether the file may replace the callee with a mock: `patch("module.name")`.
fn may_be_patched(file: &File, call: &Call) -> bool {
    let Some(name) = file.summary().last_name(call.site.expression) else { return false };
    let ends = ["\"", "'"].map(|quote| format!("{name}{quote}"));
    file.has_text(file.whole(), "patch") && ends.iter().any(|end| file.has_text(file.whole(), end))
}

/// Returns whether the module of a class sets the method on an attribute of its objects. Example:
/// `self.pool.submit = wrapped` there, and `thing.pool.submit()` or an aliased `pool.submit()` here.
fn is_replaced_by_owner(file: &mut File, call: &Call) -> bool {
    let summary = file.summary();
    let Some((receiver, method)) = summary.method_call(call.site.expression) else { return false };
    let receiver = At { module: file.module(), scope: call.scope(), expression: receiver };
    let mut held = vec![receiver];
    if matches!(summary.expression(receiver.expression), Expression::Name(_)) {
        held = file.values_behind(receiver);
    }
    held.into_iter().any(|at| {
        let of = file.engine().summary(at.module).expression(at.expression);
        let Expression::Attribute { value, .. } = of else { return false };
        let owners = file.types_of(At { expression: value, ..at });
        owners.into_iter().any(|owner| match owner {
            Type::Instance(class, _) if file.engine().origin(class.module) == Origin::FirstParty => {
                file.inference_mut().rest_on_text(class.module);
                file.engine().summary(class.module).sets_attribute(summary.name(method))
            }
            _ => false,
        })
    })
}

/// Returns whether a call makes a context manager of `contextlib`, from a function with its decorator.
fn makes_context_manager(file: &mut File, call: &Call) -> bool {
    let (module, site) = (file.module(), call.site);
    let inference = file.inference_mut();
    let made = inference.expression(module, site.scope, site.expression);
    let Type::Instance(class, _) = made else { return false };
    inference.path_of_class(class).starts_with("contextlib.")
}

/// Returns whether `async with` can enter a value.
fn can_be_entered(file: &mut File, parts: &[Type]) -> bool {
    let inference = file.inference_mut();
    let mut enters = |part: &Type| match *part {
        Type::Instance(class, _) => inference.has_method_of_its_own(class, "__aenter__"),
        _ => false,
    };
    parts.iter().all(&mut enters)
}

fn giver(file: &File, callee: CalleeId) -> Giver {
    let function = file.inference().function_of(callee);
    let described = file.describe(Span::default(), AwaitableSource::Definition, Some(function));
    Giver {
        name: described.name,
        definition: described.definition,
        is_async_generator: file.definition_of(callee).is_async,
    }
}

fn hold_awaitables(file: &mut File, parts: &[Type]) -> bool {
    parts.iter().any(|part| file.inference_mut().holds_awaitables(*part))
}

fn value_text(file: &mut File, parts: &[Type]) -> String {
    let mut texts: Vec<String> = parts.iter().map(|part| name_of_value(file, *part)).collect();
    texts.sort_unstable_by_key(|text| (text == "None", text.clone()));
    texts.dedup();
    texts.join(" | ")
}

fn name_of_value(file: &mut File, part: Type) -> String {
    match part {
        Type::None => "None".to_owned(),
        Type::Tuple(_) => "tuple".to_owned(),
        Type::Instance(class, _) => file.inference_mut().class_name(class).to_owned(),
        _ => "value".to_owned(),
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
