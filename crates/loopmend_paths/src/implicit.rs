//! Calls that are not written as calls of a function by its name: special methods, generators, tables of
//! functions, wrappers, overrides, and functions that are passed to code that calls them at once.

use loopmend_catalog::{Role, named};
use loopmend_index::call_targets::{CALLS_INSTANCE, ENTER, EXIT, ITERATE, NEXT, fallback_of};
use loopmend_index::summary::{
    Argument, ArgumentKind, CallSite, Collection, Expression, ExpressionId, Implicit, ImplicitCall, Literal,
    NameId, ParameterKind, ScopeId, Usage,
};
use smallvec::{SmallVec, smallvec};

use super::steps::{CallForm, Step, Target, special_method_of};
use crate::engine::ModuleId;
use crate::infer::{CalleeId, ClassRef, FunctionRef, Inference, Slot, SlotKind, Type, ValueAt};

/// The maximum number of values to follow to a callable or a generator.
const MOST_VALUES: u8 = 4;

/// The maximum number of functions in a table, and of methods that override one.
const MOST_TARGETS: usize = 16;

type Targets = SmallVec<[Target; 1]>;

/// The functions that a call of a value may reach.
struct Callable {
    targets: Targets,
    /// Whether one of the targets is called, but it is unknown which one.
    needs_all: bool,
    /// The code around the call of a wrapped function in its wrapper.
    inside: Surroundings,
}

impl Callable {
    /// Creates a value that calls all of these functions.
    fn of(targets: Targets) -> Self {
        Self { targets, needs_all: false, inside: Surroundings::default() }
    }

    /// Joins what one of two values calls. Returns `None` if one of them calls several functions.
    fn either(mut self, other: Self) -> Option<Self> {
        let is_one = |it: &Self| it.needs_all || it.targets.len() == 1;
        if !is_one(&self) || !is_one(&other) {
            return None;
        }
        self.targets.extend(other.targets);
        Some(Self { targets: self.targets, needs_all: true, inside: self.inside.or(other.inside) })
    }
}

/// The code around a call of a function that was passed to a callee or wrapped by it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Surroundings {
    branches: u8,
    expects_failure: bool,
}

impl Surroundings {
    fn of(site: &CallSite) -> Self {
        Self { branches: site.branches, expects_failure: site.survives_runtime_error() }
    }

    /// Returns a call with the surroundings of the call behind it.
    pub(super) fn inside(self, site: CallSite) -> CallSite {
        CallSite {
            branches: site.branches.saturating_add(self.branches),
            expects_runtime_error: site.survives_runtime_error() || self.expects_failure,
            ..site
        }
    }

    fn or(self, other: Self) -> Self {
        Self {
            branches: self.branches.max(other.branches),
            expects_failure: self.expects_failure || other.expects_failure,
        }
    }
}

impl Inference<'_> {
    /// Returns the edges for a call: to the callee, to a special method that a builtin calls, and to the
    /// functions that the callee is given and calls at once. This is an outermost query.
    pub fn steps_at(&mut self, module: ModuleId, site: &CallSite) -> SmallVec<[Step; 1]> {
        let mut steps: SmallVec<[Step; 1]> = self.step_of(module, site).into_iter().collect();
        if site.expects_exception {
            return steps;
        }
        if steps.is_empty() {
            steps.extend(self.step_by_value(module, site));
        }
        if steps.is_empty() {
            steps.extend(self.builtin_step(module, site));
        }
        self.add_given_steps(module, site, &mut steps);
        steps
    }

    /// Returns the edge for an implicit call, if it matters. This is an outermost query.
    pub fn implicit_step(&mut self, module: ModuleId, call: &ImplicitCall) -> Option<Step> {
        let at = ValueAt { module, scope: call.site.scope, value: call.value };
        let (targets, form) = match call.how {
            Implicit::Enter => (self.entered_functions(at), CallForm::Entered),
            Implicit::Iterate => (self.iterated_functions(at, MOST_VALUES), CallForm::Iterated),
            Implicit::Operate(method) => {
                let method = self.engine.summary(module).name(method);
                (self.special_targets(at, &[method]), CallForm::Evaluated)
            }
        };
        made(call.site, form, Callable::of(targets))
    }

    /// Returns the functions of the project that entering and leaving a value calls.
    fn entered_functions(&mut self, at: ValueAt) -> Targets {
        let summary = self.engine.summary(at.module);
        if let Some(call) = summary.call(at.value)
            && let Some(function) = self.named_function(ValueAt { value: call.callee, ..at })
            && self.is_context_manager(function)
        {
            return smallvec![Target::Function(function)];
        }
        if self.may_run_special(at.module, &[ENTER, EXIT]) {
            self.special_targets(at, &[ENTER, EXIT])
        } else {
            Targets::new()
        }
    }

    /// Returns whether a function of the project is a generator that `contextlib.contextmanager` turns into
    /// a context manager.
    fn is_context_manager(&mut self, function: FunctionRef) -> bool {
        let engine = self.engine;
        let summary = engine.summary(function.module);
        let definition = summary.function(function.function);
        let mut decorators = summary.list(definition.decorators).iter();
        engine.is_mutable(function.module)
            && definition.is_generator
            && !definition.is_async
            && decorators.any(|decorator| summary.last_roles(*decorator).has(Role::MakesContextManager))
    }

    /// Returns the functions of the project that an iteration over a value runs.
    fn iterated_functions(&mut self, at: ValueAt, values: u8) -> Targets {
        let Some(values) = values.checked_sub(1) else { return Targets::new() };
        let summary = self.engine.summary(at.module);
        match summary.expression(at.value) {
            Expression::Call { callee, arguments } => {
                let arguments = summary.arguments(arguments);
                let name = self.builtin_called(at.module, at.scope, callee);
                if named(name).has(Role::IteratesOnDemand) {
                    let given = arguments.iter().filter(|it| it.kind == ArgumentKind::Positional);
                    let mut found =
                        given.map(|it| self.iterated_functions(ValueAt { value: it.value, ..at }, values));
                    return found.find(|found| !found.is_empty()).unwrap_or_default();
                }
                if let Some(given) = self.given_on_demand(at, callee, arguments) {
                    let callable = self.callable(ValueAt { value: given, ..at }, values);
                    return callable.filter(|it| !it.needs_all).map(|it| it.targets).unwrap_or_default();
                }
                if let Some(function) = self.named_function(ValueAt { value: callee, ..at })
                    && self.is_plain_generator(function)
                {
                    return smallvec![Target::Function(function)];
                }
            }
            Expression::Name(_) => {
                let assigned = self
                    .assigned_value(at)
                    .filter(|value| value.scope == at.scope && value.module == at.module);
                if let Some(value) = assigned.filter(|value| summary.call(value.value).is_some()) {
                    return self.iterated_functions(value, values);
                }
            }
            _ => {}
        }
        if !self.may_run_special(at.module, &[ITERATE, NEXT]) {
            return Targets::new();
        }
        let mut targets = self.special_targets(at, &[ITERATE]);
        let iterator = match targets.is_empty() {
            true => return targets,
            false => {
                let value = self.expression(at.module, at.scope, at.value);
                self.iterator_of(value)
            }
        };
        if let [Type::Instance(class, _)] = self.parts(iterator)[..] {
            targets.extend(self.special_target(class, NEXT));
        }
        targets
    }

    /// Returns whether a function of the project is a generator whose body runs when the result of its call
    /// is iterated over.
    fn is_plain_generator(&self, function: FunctionRef) -> bool {
        let engine = self.engine;
        let summary = engine.summary(function.module);
        let definition = summary.function(function.function);
        let mut decorators = summary.list(definition.decorators).iter();
        engine.is_mutable(function.module)
            && definition.is_generator
            && !definition.is_async
            && decorators.all(|decorator| summary.last_roles(*decorator).has(Role::ChangesBinding))
    }

    /// Returns the first argument of `map` and its like, which is called when the result is iterated over.
    fn given_on_demand(
        &mut self,
        at: ValueAt,
        callee: ExpressionId,
        arguments: &[Argument],
    ) -> Option<ExpressionId> {
        let summary = self.engine.summary(at.module);
        let called = summary.last_name(callee)?;
        let is_lazy = |slot: &&'static Slot| matches!(slot.kind, SlotKind::EachOnDemand | SlotKind::Truth);
        let slots: SmallVec<[&'static Slot; 2]> = Slot::called_as(called).filter(is_lazy).collect();
        let first =
            arguments.first().filter(|it| it.kind == ArgumentKind::Positional && !slots.is_empty())?;
        let types = self.expression(at.module, at.scope, callee);
        let types = self.parts(types);
        self.called_slot(&types, &slots)?;
        Some(first.value)
    }

    /// Returns the name of the builtin that an expression refers to.
    fn builtin_called(&self, module: ModuleId, scope: ScopeId, callee: ExpressionId) -> Option<&'static str> {
        const ROLES: [Role; 3] = [Role::IteratesArgument, Role::IteratesOnDemand, Role::CallsSpecialMethod];
        let summary = self.engine.summary(module);
        let Expression::Name(id) = summary.expression(callee) else { return None };
        let name = summary.name(id);
        if !ROLES.iter().any(|role| named(name).has(*role)) {
            return None;
        }
        let is_free = summary.nearest_bindings_of(scope, id).is_empty();
        let known = ROLES.iter().flat_map(|role| role.names());
        known.copied().find(|known| *known == name && is_free)
    }

    /// Returns the edge for a call of a builtin that calls a special method of its argument.
    fn builtin_step(&mut self, module: ModuleId, site: &CallSite) -> Option<Step> {
        let summary = self.engine.summary(module);
        let call = summary.call(site.expression)?;
        let builtin = self.builtin_called(module, site.scope, call.callee)?;
        let (first, others) = summary.arguments(call.arguments).split_first()?;
        if first.kind != ArgumentKind::Positional {
            return None;
        }
        let at = ValueAt { module, scope: site.scope, value: first.value };
        let others = others.iter().filter(|other| other.kind == ArgumentKind::Positional).count();
        let (targets, form) = match named(builtin).has(Role::IteratesArgument) {
            true if others == 0 => (self.iterated_functions(at, MOST_VALUES), CallForm::Iterated),
            true => return None,
            false => {
                let method = special_method_of(builtin);
                let targets = self.special_targets(at, &[&method]);
                let runs_generator = targets.is_empty() && method == NEXT;
                match runs_generator {
                    true => (self.iterated_functions(at, MOST_VALUES), CallForm::Iterated),
                    false => (targets, CallForm::Written),
                }
            }
        };
        let expression = if form == CallForm::Iterated { first.value } else { site.expression };
        made(CallSite { expression, ..*site }, form, Callable::of(targets))
    }

    /// Returns whether one of these special methods may lead to a target, by their names. Only then the class
    /// of a value matters.
    fn may_run_special(&self, module: ModuleId, methods: &[&str]) -> bool {
        let hot = self.engine.hot_names();
        methods.iter().any(|method| hot.has(method)) || !self.engine.hot_calls(module).unchecked.is_empty()
    }

    /// Returns the special methods of the project that belong to the class of a value.
    fn special_targets(&mut self, at: ValueAt, methods: &[&str]) -> Targets {
        let value = self.expression(at.module, at.scope, at.value);
        if self.is_given_by_callers() {
            return Targets::new();
        }
        let mut parts = self.parts(value);
        parts.retain(|part| *part != Type::None);
        let [Type::Instance(class, _)] = parts[..] else { return Targets::new() };
        methods
            .iter()
            .filter_map(|method| {
                self.special_target(class, method)
                    .or_else(|| self.special_target(class, fallback_of(method)?))
            })
            .collect()
    }

    /// Returns the special method of a class, if it is a plain function of the project.
    fn special_target(&mut self, class: ClassRef, method: &str) -> Option<Target> {
        let function = self.method_named(class, method)?;
        let definition = self.engine.summary(function.module).function(function.function);
        let is_run = !definition.is_async && (!definition.is_generator || method == ITERATE);
        (is_run && self.engine.is_mutable(function.module)).then_some(Target::Function(function))
    }

    /// Returns the edge for a call whose callee is a value that was made elsewhere.
    fn step_by_value(&mut self, module: ModuleId, site: &CallSite) -> Option<Step> {
        let callee = self.engine.summary(module).call(site.expression)?.callee;
        let is_name = matches!(
            self.engine.summary(module).expression(callee),
            Expression::Name(_) | Expression::Attribute { .. }
        );
        let is_known = |part: &Type| matches!(part, Type::Function(_) | Type::Class(_));
        if is_name && matches!(&self.called(module, site)[..], [only] if is_known(only)) {
            return None;
        }
        let callable = self.callable(ValueAt { module, scope: site.scope, value: callee }, MOST_VALUES)?;
        made(*site, CallForm::Written, callable)
    }

    /// Returns what calling a value calls.
    fn callable(&mut self, at: ValueAt, values: u8) -> Option<Callable> {
        let values = values.checked_sub(1)?;
        let summary = self.engine.summary(at.module);
        match summary.expression(at.value) {
            Expression::Call { callee, arguments } => {
                let arguments = summary.arguments(arguments);
                match (summary.last_name(callee)?, arguments) {
                    (called, [first, ..])
                        if named(called).has(Role::BindsArguments)
                            && first.kind == ArgumentKind::Positional =>
                    {
                        return self.callable(ValueAt { value: first.value, ..at }, values);
                    }
                    ("getattr", [object, name]) => {
                        let name = summary.text_of(name.value)?;
                        let found = self.attribute_of(ValueAt { value: object.value, ..at }, name);
                        return self.callable_of(found, at.module);
                    }
                    ("get", [key, default @ ..]) => {
                        let table = summary.method_call(at.value).map(|(table, _)| table)?;
                        let table = ValueAt { value: table, ..at };
                        let found = self.callable_in_table(table, (at.module, key.value), values)?;
                        let is_known = matches!(summary.expression(key.value), Expression::String(_));
                        let is_called = |it: &&Argument| {
                            !is_known && !matches!(summary.expression(it.value), Expression::None)
                        };
                        let Some(default) = default.first().filter(is_called) else { return Some(found) };
                        return found.either(self.callable(ValueAt { value: default.value, ..at }, values)?);
                    }
                    _ => {}
                }
            }
            Expression::Subscript { value, slice } => {
                return self.callable_in_table(ValueAt { value, ..at }, (at.module, slice), values);
            }
            _ => {}
        }
        let found = self.expression(at.module, at.scope, at.value);
        if self.is_given_by_callers() {
            return None;
        }
        self.callable_of(found, at.module).or_else(|| {
            let value = self.assigned_value(at)?;
            let is_made = |made| matches!(made, Expression::Call { .. } | Expression::Subscript { .. });
            let is_made = is_made(self.engine.summary(value.module).expression(value.value));
            if is_made { self.callable(value, values) } else { None }
        })
    }

    fn callable_of(&mut self, found: Type, from: ModuleId) -> Option<Callable> {
        let [part] = self.parts(found)[..] else { return None };
        let mut targets = Targets::new();
        let mut inside = Surroundings::default();
        match part {
            Type::Function(callee) => {
                if let Some(targets) = self.overriding_targets(callee) {
                    return Some(Callable { needs_all: true, ..Callable::of(targets) });
                }
                targets.extend(self.target_of(callee, from));
                inside = self.add_wrapped(callee, false, from, &mut targets).unwrap_or_default();
            }
            Type::Class(class) => targets.extend(self.constructors(class).into_iter().map(Target::Function)),
            Type::Instance(class, _) => targets.extend(self.special_target(class, CALLS_INSTANCE)),
            _ => {}
        }
        (!targets.is_empty()).then_some(Callable { inside, ..Callable::of(targets) })
    }

    /// Returns what calling an element of a table calls. The table is a display to which nothing is added.
    fn callable_in_table(
        &mut self,
        table: ValueAt,
        (module, key): (ModuleId, ExpressionId),
        values: u8,
    ) -> Option<Callable> {
        let made = match self.engine.summary(table.module).expression(table.value) {
            Expression::Display { .. } => table,
            _ => self.assigned_value(table)?,
        };
        let summary = self.engine.summary(made.module);
        let Expression::Display { collection, elements } = summary.expression(made.value) else {
            return None;
        };
        if summary.container(made.value).is_some() {
            return None;
        }
        let elements = summary.list(elements);
        // What is unpacked may replace an element, and move those after it.
        if elements.iter().any(|element| matches!(summary.expression(*element), Expression::Starred(_))) {
            return None;
        }
        let keys = self.engine.summary(module);
        let chosen: SmallVec<[ExpressionId; 8]> = match (collection, keys.expression(key)) {
            (Collection::Dict, Expression::String(wanted)) => {
                let is_wanted = |pair: &&[ExpressionId]| summary.text_of(pair[0]) == Some(keys.name(wanted));
                elements.chunks_exact(2).filter(is_wanted).map(|pair| pair[1]).collect()
            }
            (Collection::Dict, _) => elements.chunks_exact(2).map(|pair| pair[1]).collect(),
            (Collection::List, Expression::Literal(Literal::Integer(place))) => usize::try_from(place)
                .ok()
                .and_then(|place| elements.get(place))
                .copied()
                .into_iter()
                .collect(),
            (Collection::List, _) => elements.iter().copied().collect(),
            _ => return None,
        };
        if chosen.len() > MOST_TARGETS {
            return None;
        }
        let mut found: Option<Callable> = None;
        for value in &chosen {
            let callable = self.callable(ValueAt { value: *value, ..made }, values)?;
            if callable.needs_all {
                return None;
            }
            found = Some(match found {
                Some(found) => found.either(callable)?,
                None => callable,
            });
        }
        found
    }

    /// Returns the methods of the project that replace a method without a body of its own.
    pub(super) fn overriding_targets(&mut self, callee: CalleeId) -> Option<Targets> {
        let FunctionRef { module, function } = self.function_of(callee);
        let definition = self.engine.summary(module).function(function);
        if definition.is_async || !self.engine.is_mutable(module) {
            return None;
        }
        let methods = self.overriding_methods(callee)?;
        let is_plain = |method: &FunctionRef| {
            let definition = self.engine.summary(method.module).function(method.function);
            !definition.is_async && !definition.is_generator
        };
        let is_fit = !methods.is_empty() && methods.len() <= MOST_TARGETS && methods.iter().all(is_plain);
        is_fit.then(|| methods.into_iter().map(Target::Function).collect())
    }

    /// Adds the functions that the wrapper of a decorator calls, and returns what surrounds these calls;
    /// `None` if there are none.
    pub(super) fn add_wrapped(
        &mut self,
        wrapper: CalleeId,
        is_awaited: bool,
        from: ModuleId,
        targets: &mut Targets,
    ) -> Option<Surroundings> {
        let function = self.function_of(wrapper);
        if !self.runs_now(function, is_awaited) {
            return None;
        }
        let mut inside: Option<Surroundings> = None;
        for (wrapped, site) in self.wrapped_functions(wrapper) {
            let Some(target) = self.target_of(wrapped, from) else { continue };
            targets.push(target);
            let found = match self.leads_without(function, &site) {
                true => Surroundings::default(),
                false => Surroundings::of(&site),
            };
            inside = Some(inside.map_or(found, |inside| inside.or(found)));
        }
        inside
    }

    /// Returns whether a call of a function runs its body.
    fn runs_now(&self, function: FunctionRef, is_awaited: bool) -> bool {
        let definition = self.engine.summary(function.module).function(function.function);
        !definition.is_generator && (!definition.is_async || is_awaited)
    }

    /// Returns whether a function may lead to a target by anything but one of its calls.
    fn leads_without(&self, function: FunctionRef, call: &CallSite) -> bool {
        let hot = self.engine.hot_calls(function.module);
        let mut calls = hot.calls_of(function.function).iter();
        calls.any(|(_, site)| site.expression != call.expression)
            || !hot.implicit_of(function.function).is_empty()
    }

    /// Adds the edges to functions that a call is given, and that the callee calls at once.
    fn add_given_steps(&mut self, module: ModuleId, site: &CallSite, steps: &mut SmallVec<[Step; 1]>) {
        let summary = self.engine.summary(module);
        let Some(call) = summary.call(site.expression) else { return };
        let arguments = summary.arguments(call.arguments);
        for (place, argument) in arguments.iter().enumerate() {
            if !self.may_be_given(module, argument) {
                continue;
            }
            let Some(inside) = self.around_call_of(module, site, arguments, place) else { continue };
            let at = ValueAt { module, scope: site.scope, value: argument.value };
            let Some(callable) = self.callable(at, MOST_VALUES) else { continue };
            let site =
                CallSite { expression: argument.value, usage: Usage::Argument, ..inside.inside(*site) };
            steps.extend(made(site, CallForm::Written, callable));
        }
    }

    /// Returns whether an argument may be a function of the project, as written.
    fn may_be_given(&self, module: ModuleId, argument: &Argument) -> bool {
        let summary = self.engine.summary(module);
        let is_hot = |name: NameId| {
            let name = summary.name(name);
            self.engine.hot_names().has(name) || self.engine.catalogue().has_function(name)
        };
        let is_passed = matches!(argument.kind, ArgumentKind::Positional | ArgumentKind::Keyword(_));
        is_passed
            && match summary.expression(argument.value) {
                Expression::Name(name) | Expression::Attribute { name, .. } => is_hot(name),
                Expression::Lambda(function) => self.engine.hot_calls(module).lambdas.contains(&function),
                Expression::Call { .. } => summary.last_roles(argument.value).has(Role::BindsArguments),
                _ => false,
            }
    }

    /// Returns what surrounds the call of an argument that the callee calls at once; `None` if it does not.
    fn around_call_of(
        &mut self,
        module: ModuleId,
        site: &CallSite,
        arguments: &[Argument],
        place: usize,
    ) -> Option<Surroundings> {
        let summary = self.engine.summary(module);
        let types = self.called(module, site);
        let slots: SmallVec<[&'static Slot; 2]> = summary
            .last_name(site.expression)
            .map(|called| Slot::called_as(called).filter(|slot| slot.is_called_at_once()).collect())
            .unwrap_or_default();
        let takes = |slot: &&'static Slot| match arguments[place].kind {
            ArgumentKind::Positional => slot.place == place,
            ArgumentKind::Keyword(name) => summary.name(name) == slot.parameter,
            ArgumentKind::Starred | ArgumentKind::DoubleStarred => false,
        };
        let slots: SmallVec<[&'static Slot; 2]> = slots.into_iter().filter(takes).collect();
        if !slots.is_empty() && self.called_slot(&types, &slots).is_some() {
            return Some(Surroundings::default());
        }
        let [Type::Function(callee)] = types[..] else { return None };
        self.around_call_in(module, site, callee, arguments, place)
    }

    fn around_call_in(
        &mut self,
        module: ModuleId,
        site: &CallSite,
        callee: CalleeId,
        arguments: &[Argument],
        place: usize,
    ) -> Option<Surroundings> {
        let function = self.function_of(callee);
        let engine = self.engine;
        let (caller, summary) = (engine.summary(module), engine.summary(function.module));
        let definition = summary.function(function.function);
        let runs_now = self.runs_now(function, site.usage.is_awaited());
        if !runs_now || !engine.is_mutable(function.module) || self.is_doubtful(callee) {
            return None;
        }
        let mut parameters = definition.parameters.iter();
        let parameter = match arguments[place].kind {
            ArgumentKind::Positional => {
                let is_placed = arguments[..place].iter().all(|it| it.kind == ArgumentKind::Positional);
                let is_fit = |kind| matches!(kind, ParameterKind::PositionalOnly | ParameterKind::Positional);
                let place = place + usize::from(self.is_bound(callee));
                parameters.filter(|it| is_fit(it.kind)).nth(place).filter(|_| is_placed)
            }
            ArgumentKind::Keyword(name) => {
                parameters.find(|it| summary.name(it.name) == caller.name(name) && !it.is_variadic())
            }
            ArgumentKind::Starred | ArgumentKind::DoubleStarred => None,
        }?;
        self.call_of_given(function, parameter.name).map(|site| Surroundings::of(&site))
    }
}

fn made(site: CallSite, form: CallForm, callable: Callable) -> Option<Step> {
    let Callable { targets, needs_all, inside } = callable;
    let site = inside.inside(site);
    let expects_failure = site.survives_runtime_error();
    (!targets.is_empty()).then_some(Step {
        site,
        form,
        targets,
        needs_all,
        is_exact: false,
        expects_failure,
        blocks_once: false,
    })
}
