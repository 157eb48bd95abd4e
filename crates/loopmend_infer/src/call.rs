//! The type of the result of a call.

use loopmend_index::summary::{BindingKind, Expression, ExpressionId, Literal, Overloads, Parameter};
use loopmend_project::Origin;

use super::generic::{Substitution, add_unknown_names};
use super::given::Given;
use super::memo::Question;
use super::types::{Callee, Location, Truths};
use super::{CalleeId, ClassRef, ContextId, FunctionRef, Inference, Type, TypeList};
use crate::parts::Part;

/// How many methods that return the result of the next one are followed.
pub(super) const DEEPEST_CHAIN: u8 = 3;

impl<'e> Inference<'e> {
    /// Returns the type that a `def` creates, with its decorators applied.
    pub fn function(&mut self, function: FunctionRef, context: ContextId) -> Type {
        self.memoised(Question::Function(function, context), |inference| {
            inference.decorated(function, context)
        })
    }

    /// Returns the type of calling `callee`.
    pub(super) fn call(&mut self, callee: Type, given: &Given) -> Type {
        self.deeper(|inference| inference.call_at_depth(callee, given))
    }

    fn call_at_depth(&mut self, callee: Type, given: &Given) -> Type {
        self.each(callee, |inference, part| match part {
            Type::Never => Type::Never,
            Type::Function(callee) => inference.result(callee, given),
            Type::Class(class) => inference.constructed(class, given),
            Type::Form(form) => match inference.only(form) {
                instance @ (Type::Instance(..) | Type::Variable(_)) => instance,
                _ => Type::Unknown,
            },
            Type::Callable(result) => inference.only(result),
            Type::Identity => {
                given.positional.first().map_or(Type::Unknown, |first| inference.argument(first))
            }
            Type::Instance(..) | Type::Mock(_) => match inference.called_mock(part) {
                Some(result) => result,
                None if inference.only_states_call(part) => Type::Unknown,
                None => inference.call_method(part, "__call__", given),
            },
            Type::Variable(id) => match inference.variable(id).bound {
                Some(bound) => inference.call(bound, given),
                None => Type::Unknown,
            },
            _ => Type::Unknown,
        })
    }

    /// Returns whether the class of an object only annotates `__call__`, with the type that a checker is to see.
    fn only_states_call(&mut self, value: Type) -> bool {
        let Type::Instance(class, _) = value else { return false };
        self.mro(class).iter().flatten().any(|(owner, _)| {
            let summary = self.summary(owner.module);
            let bindings = summary.bindings_of(summary.class(owner.class).scope, "__call__");
            matches!(bindings, [only] if matches!(only.kind, BindingKind::Annotated { value: None, .. }))
        })
    }

    /// Returns the type of `value.method(...)`.
    pub(super) fn call_method(&mut self, value: Type, method: &str, given: &Given) -> Type {
        match self.attribute(value, method) {
            Type::Unknown => Type::Unknown,
            method => self.call(method, given),
        }
    }

    /// Returns the type of calling a function.
    fn result(&mut self, id: CalleeId, given: &Given) -> Type {
        let callee = self.callee(id);
        if let Some(known) = self.known_result(callee.function, given) {
            return known;
        }
        if self.may_reach_other_attribute(callee, given) {
            return Type::Unknown;
        }
        let candidates = self.overloads(callee.function);
        if candidates.is_empty() {
            let made = self.result_of(callee, callee, given);
            return self.as_made_by(callee, made);
        }
        let matching = self.matching_overloads(&candidates, callee, given);
        if matching.len() > 1 && self.engine.is_without(Part::Overloads) {
            return Type::Unknown;
        }
        let results: Vec<Type> = matching
            .iter()
            .map(|function| self.result_of(Callee { function: *function, ..callee }, callee, given))
            .collect();
        if matching.is_empty() {
            return Type::Unknown;
        }
        let agreed = self.agreed(results);
        if self.is_async(callee.function) && !self.is_stub(callee.function) {
            return self.made_by_implementation(agreed, id);
        }
        self.agreed_with_body(agreed, callee, given)
    }

    /// Returns whether an async method is read from its class, called without an object, and an unknown base of the class may give the attribute
    /// another meaning: the event handlers of a web framework.
    fn may_reach_other_attribute(&mut self, callee: Callee, given: &Given) -> bool {
        let summary = self.summary(callee.function.module);
        let definition = summary.function(callee.function.function);
        if !definition.is_async || callee.receiver.is_some() || given.is_open || !given.starred.is_empty() {
            return false;
        }
        let is_required = |parameter: &&Parameter| parameter.default.is_none() && !parameter.is_variadic();
        let required = definition.parameters.iter().filter(is_required).count();
        given.positional.len() + given.keywords.len() < required
            && summary.has_receiver(callee.function.function)
            && self.class_of(callee.function).is_some_and(|class| self.has_open_order(class))
    }

    /// Returns the type created by the implementation. A signature may declare `Coroutine` where the
    /// function is an `async def`.
    fn made_by_implementation(&mut self, agreed: Type, callee: CalleeId) -> Type {
        self.each(agreed, |_, part| match part {
            Type::Awaitable(result) => Type::Coroutine(callee, result),
            other => other,
        })
    }

    /// Returns the type of the body if it is not awaitable, in preference to the selected signature. The
    /// pipelines of redis-py return themselves. Only evidence from classes and bodies counts, not from
    /// callers.
    fn agreed_with_body(&mut self, agreed: Type, callee: Callee, given: &Given) -> Type {
        let is_awaitable = |part: &Type| matches!(part, Type::Awaitable(_));
        let summary = self.summary(callee.function.module);
        let definition = summary.function(callee.function.function);
        let has_body = !definition.is_async && !definition.is_placeholder && !self.is_stub(callee.function);
        let is_read = has_body && summary.body_decides(callee.function.function);
        if !is_read
            || summary.is_overload(callee.function.function)
            || !self.parts(agreed).iter().all(is_awaitable)
        {
            return agreed;
        }
        let call_sites_left = std::mem::replace(&mut self.call_sites_left, 0);
        self.count_call_sites();
        let seen = self.unannotated_result(callee, given);
        let returns_receiver = seen == Type::Unknown && self.may_return_receiver(callee, DEEPEST_CHAIN);
        self.call_sites_left = call_sites_left;
        let is_other = |part: &Type| matches!(part, Type::Instance(..) | Type::Tuple(_) | Type::None);
        if returns_receiver || self.parts(seen).iter().any(is_other) { Type::Unknown } else { agreed }
    }

    /// Returns whether one of the values that a method returns is the object on which it is called, by itself or through other methods
    /// whose results it returns.
    pub(super) fn may_return_receiver(&mut self, callee: Callee, depth: u8) -> bool {
        let Callee { function, context, receiver, .. } = callee;
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let context = self.context_of_receiver(function, context, receiver);
        let at = Location { module: function.module, scope: definition.scope, context };
        let returned = summary.list(definition.returned);
        let values = self.values_that_run(at, returned);
        if values.into_iter().any(|value| self.has_receiver(&self.parts(value), callee)) {
            return true;
        }
        let Some(depth) = depth.checked_sub(1) else { return false };
        returned.iter().any(|value| {
            let Expression::Call { callee: called, .. } = summary.expression(*value) else { return false };
            match self.evaluate(at, called) {
                Type::Function(id) if self.callee(id).receiver == receiver => {
                    self.may_return_receiver(self.callee(id), depth)
                }
                _ => false,
            }
        })
    }

    /// Returns the combined result of several overloads that may match. A mix of awaitable and other
    /// results is unknown.
    fn agreed(&mut self, results: Vec<Type>) -> Type {
        let united = self.union(results);
        if self.mixes_awaitables(united) { Type::Unknown } else { united }
    }

    /// Returns the result of one signature, `chosen`, of a function whose implementation is `callee`.
    pub(super) fn result_of(&mut self, chosen: Callee, callee: Callee, given: &Given) -> Type {
        let summary = self.summary(chosen.function.module);
        match summary.function(chosen.function.function).returns {
            Some(returns) => self.annotated_result(chosen, callee, returns, given),
            None => self.unannotated_result(chosen, given),
        }
    }

    fn annotated_result(
        &mut self,
        chosen: Callee,
        callee: Callee,
        returns: ExpressionId,
        given: &Given,
    ) -> Type {
        let summary = self.summary(chosen.function.module);
        let definition = summary.function(chosen.function.function);
        let mut annotated = self.signature_annotation(chosen.function, returns);
        let has_variables = self.has_variables(annotated);
        let is_variable = self.parts(annotated).iter().any(|part| matches!(part, Type::Variable(_)));
        if has_variables {
            annotated = self.solved(annotated, chosen, given);
        }
        if is_variable && let Some(seen) = self.seen_behind_variable(annotated, callee, given) {
            annotated = seen;
        }
        if definition.is_async && !definition.is_generator {
            let is_only_a_stub = chosen.function != callee.function && !self.is_async(callee.function);
            let entered = (summary.name(definition.name) == "__aenter__")
                .then(|| self.documented_result(chosen.function));
            let result = match entered.flatten() {
                Some(entered) => self.list(&[entered]),
                None if has_variables => self.list(&[annotated]),
                None => TypeList::FIRST,
            };
            if is_only_a_stub && !self.is_stub(callee.function) {
                return self.dispatched(annotated, callee, given);
            }
            return Type::Coroutine(self.engine.answers.callees.intern(chosen), result);
        }
        if self.contradicts_body(annotated, callee) {
            return self.unannotated_result(callee, given);
        }
        let seen = self.seen_in_body(annotated, is_variable, chosen, callee, given);
        if is_variable { self.seen_or_doubtful(seen, annotated) } else { seen }
    }

    /// Returns what a function of the project certainly gives where its annotation is a type variable that stands for an awaitable: a wrapper
    /// that awaits the function of a decorator has its annotation, and not its result. Returns `None` if the body agrees.
    fn seen_behind_variable(&mut self, annotated: Type, callee: Callee, given: &Given) -> Option<Type> {
        let function = callee.function;
        let is_awaitable = |part: &Type| matches!(part, Type::Coroutine(..) | Type::Awaitable(_));
        let parts = self.parts(annotated);
        if self.engine.origin(function.module) != Origin::FirstParty
            || self.is_stub(function)
            || parts.is_empty()
            || !parts.iter().all(is_awaitable)
        {
            return None;
        }
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        if definition.is_generator || definition.is_placeholder {
            return None;
        }
        let seen = match self.context_of_call(callee, given) {
            Some(context) => self.returned(function, context, callee.receiver),
            None => Type::Unknown,
        };
        let seen_parts = self.parts(seen);
        (seen_parts.is_empty() || !seen_parts.iter().all(is_awaitable)).then_some(Type::Unknown)
    }

    /// Returns whether the body of a function does something else than its annotation says: a generator that is annotated with what cannot be
    /// iterated over in its way, or a function without a result that returns one.
    fn contradicts_body(&mut self, annotated: Type, callee: Callee) -> bool {
        let function = callee.function;
        if self.engine.origin(function.module) == Origin::StandardLibrary || self.is_stub(function) {
            return false;
        }
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        match annotated {
            Type::None => {
                let returned = summary.list(definition.returned);
                !definition.is_generator
                    && returned.iter().any(|value| !matches!(summary.expression(*value), Expression::None))
            }
            Type::Instance(class, _) if definition.is_generator => {
                let method = if definition.is_async { "__aiter__" } else { "__iter__" };
                !self.has_open_order(class) && !self.has_own_member(class, method)
            }
            _ => false,
        }
    }

    /// Returns the function that a body creates where the signature declares one. If a call of that
    /// function is unknown, the declaration is doubtful.
    fn seen_or_doubtful(&mut self, seen: Type, promised: Type) -> Type {
        if seen == promised || self.call(seen, &Given::open()) != Type::Unknown {
            return seen;
        }
        self.doubtful(promised)
    }

    /// Returns the type of a plain function with `async def` signatures: that of its body if known,
    /// otherwise an awaitable.
    fn dispatched(&mut self, annotated: Type, callee: Callee, given: &Given) -> Type {
        match self.unannotated_result(callee, given) {
            Type::Unknown => Type::Awaitable(self.list(&[annotated])),
            seen => seen,
        }
    }

    fn solved(&mut self, annotated: Type, chosen: Callee, given: &Given) -> Type {
        let owner = self.class_of(chosen.function);
        let mut substitution = self.substitution_for(owner, chosen.receiver);
        // A decorator asks for the result of a method before the method is bound.
        if owner.is_some() && chosen.receiver.is_none() && given.is_open && given.positional.is_empty() {
            substitution.push(("Self".into(), self.variable_named("Self", None)));
        }
        self.solve(chosen.function, chosen.receiver, given, &mut substitution);
        self.solve_around(chosen.context, &mut substitution);
        self.substituted(annotated, &substitution, false)
    }

    /// Adds to `substitution` the values of the type variables that the enclosing functions learn from their arguments: those of a
    /// decorator, for its wrapper.
    fn solve_around(&mut self, context: ContextId, substitution: &mut Substitution) {
        let mut around = self.context(context);
        while let Some(known) = around {
            let parameters = &self.summary(known.owner.module).function(known.owner.function).parameters;
            let arguments = self.types(known.arguments).to_vec();
            let mut learned = Substitution::new();
            for (parameter, argument) in parameters.iter().zip(arguments) {
                if let Some(annotation) = parameter.annotation {
                    let expected = self.signature_annotation(known.owner, annotation);
                    self.unify(expected, argument, &mut learned);
                }
            }
            add_unknown_names(learned, substitution);
            around = self.context(known.outer);
        }
    }

    /// Returns what the body of an annotated function shows beyond its annotation. The annotation is `Any`,
    /// a general awaitable or callable, a union of one with something else, or a function type like that of
    /// an argument.
    fn seen_in_body(
        &mut self,
        annotated: Type,
        is_variable: bool,
        chosen: Callee,
        callee: Callee,
        given: &Given,
    ) -> Type {
        let summary = self.summary(callee.function.module);
        let definition = summary.function(callee.function.function);
        let is_read = summary.body_decides(callee.function.function) && !definition.is_placeholder;
        if self.is_stub(callee.function) || !is_read {
            return annotated;
        }
        if annotated == Type::Unknown {
            return self.unannotated_result(Callee { function: callee.function, ..chosen }, given);
        }
        let parts = self.parts(annotated);
        let says_little = |part: &Type| match part {
            Type::Awaitable(_) | Type::Callable(_) | Type::Identity => true,
            Type::Function(_) => is_variable,
            _ => false,
        };
        if !parts.iter().any(says_little) {
            return annotated;
        }
        let seen = self.unannotated_result(Callee { function: callee.function, ..chosen }, given);
        let seen_parts = self.parts(seen);
        let is_concrete = |part: &Type| match part {
            Type::Coroutine(..) | Type::Function(_) => true,
            Type::Instance(..) | Type::None => parts.len() > 1,
            _ => false,
        };
        if !seen_parts.is_empty() && seen_parts.iter().all(is_concrete) {
            return seen;
        }
        let gives_receiver =
            matches!(annotated, Type::Awaitable(_)) && self.has_receiver(&seen_parts, chosen);
        if gives_receiver { Type::Unknown } else { annotated }
    }

    /// Returns whether an instance of the class on which a method was looked up is among some types. A
    /// method that a base declares awaitable may return the object itself, like a pipeline that collects
    /// commands.
    fn has_receiver(&self, types: &[Type], callee: Callee) -> bool {
        let Some(Type::Instance(receiver, _)) = callee.receiver else { return false };
        types.iter().any(|part| matches!(part, Type::Instance(class, _) if *class == receiver))
    }

    fn unannotated_result(&mut self, callee: Callee, given: &Given) -> Type {
        let summary = self.summary(callee.function.module);
        let definition = summary.function(callee.function.function);
        match (definition.is_async, definition.is_generator) {
            (_, true) => self.generator(callee),
            (true, false) => {
                let context = self.context_of_call(callee, given).unwrap_or(callee.context);
                let callee = Callee { context, ..callee };
                Type::Coroutine(self.engine.answers.callees.intern(callee), TypeList::FIRST)
            }
            (false, false) => match self.context_of_call(callee, given) {
                Some(context) => self.returned(callee.function, context, callee.receiver),
                None => Type::Unknown,
            },
        }
    }

    /// Returns the type of calling a generator function.
    fn generator(&mut self, callee: Callee) -> Type {
        let yielded = self.yielded(callee.function, callee.context, callee.receiver);
        if self.is_async(callee.function) {
            return self.library_instance("typing", "AsyncGenerator", &[yielded, Type::None]);
        }
        let returned = self.returned(callee.function, callee.context, callee.receiver);
        self.library_instance("typing", "Generator", &[yielded, Type::Unknown, returned])
    }

    /// Returns what is known about the arguments inside a function, where it matters: the function defines
    /// inner functions or returns an argument. Returns `None` if the context would be too large.
    fn context_of_call(&mut self, callee: Callee, given: &Given) -> Option<ContextId> {
        let summary = self.summary(callee.function.module);
        let definition = summary.function(callee.function.function);
        let depends_on_arguments =
            definition.returns_parameter || summary.has_inner_functions(callee.function.function);
        if !depends_on_arguments || given.is_open && given.positional.is_empty() && given.keywords.is_empty()
        {
            return Some(callee.context);
        }
        let mut arguments = vec![Type::Unknown; definition.parameters.len()];
        if let (Some(receiver), Some(first)) = (callee.receiver, arguments.first_mut()) {
            *first = receiver;
        }
        let place_of = |parameter: &Parameter| {
            definition.parameters.iter().position(|other| other.name == parameter.name)
        };
        let matched: Vec<_> =
            given.matched(summary, &definition.parameters, callee.receiver.is_some()).collect();
        let mut truths = Truths::NONE;
        let mut is_given = vec![false; arguments.len()];
        for (parameter, argument) in matched {
            if let Some(place) = place_of(parameter).filter(|_| !parameter.is_variadic()) {
                arguments[place] = self.argument(argument);
                is_given[place] = true;
                if let Some(value) = self.boolean(argument) {
                    truths.set(place, value);
                }
            }
        }
        if !given.is_open {
            self.fill_in_defaults(callee.function, &is_given, &mut arguments);
            self.fill_in_truths(callee.function, &is_given, &mut truths);
        }
        self.context_inside(callee.function, &arguments, truths, callee.context)
    }

    /// Adds the defaults of parameters without an argument. A parameter with an unknown argument is
    /// unknown.
    fn fill_in_defaults(&mut self, function: FunctionRef, is_given: &[bool], arguments: &mut [Type]) {
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let at = Location::around(summary, function.module, definition.scope);
        for ((parameter, argument), is_given) in definition.parameters.iter().zip(arguments).zip(is_given) {
            if let (Some(default), false) = (parameter.default, is_given) {
                *argument = self.evaluate(at, default);
            }
        }
    }

    /// Adds the defaults `True` and `False` of parameters without an argument.
    fn fill_in_truths(&mut self, function: FunctionRef, is_given: &[bool], truths: &mut Truths) {
        let summary = self.summary(function.module);
        let parameters = &summary.function(function.function).parameters;
        for (place, parameter) in parameters.iter().enumerate().filter(|(place, _)| !is_given[*place]) {
            if let Some(Expression::Literal(Literal::Boolean(value))) =
                parameter.default.map(|default| summary.expression(default))
            {
                truths.set(place, value);
            }
        }
    }

    /// Returns what is known about `self` inside a method that is looked up on another class than its own.
    pub(super) fn context_of_receiver(
        &mut self,
        function: FunctionRef,
        context: ContextId,
        receiver: Option<Type>,
    ) -> ContextId {
        let is_known = self.context(context).is_some_and(|known| known.owner == function);
        let (Some(receiver), false) = (receiver, is_known) else { return context };
        let own = self.class_of(function);
        let is_own = match receiver {
            Type::Instance(class, TypeList::FIRST) | Type::Class(class) => own == Some(class),
            _ => false,
        };
        if is_own || own.is_none() {
            return context;
        }
        self.context_inside(function, &[receiver], Truths::NONE, context).unwrap_or(context)
    }

    /// Returns the type of a function without annotation, from all its returned values.
    pub(super) fn returned(
        &mut self,
        function: FunctionRef,
        context: ContextId,
        receiver: Option<Type>,
    ) -> Type {
        let context = self.context_of_receiver(function, context, receiver);
        self.memoised(Question::Returned(function, context), |inference| {
            let summary = inference.summary(function.module);
            let definition = summary.function(function.function);
            let is_out = inference.engine.is_without(Part::Returns);
            if is_out || definition.is_placeholder || inference.is_stub(function) {
                return if definition.is_async {
                    inference.documented_or_unknown(function)
                } else {
                    Type::Unknown
                };
            }
            let at = Location { module: function.module, scope: definition.scope, context };
            let mut parts = inference.values_that_run(at, summary.list(definition.returned));
            if definition.falls_through {
                parts.push(Type::None);
            }
            let is_entered = summary.name(definition.name) == "__aenter__";
            match inference.union(parts) {
                returned if is_entered => inference.documented_result(function).unwrap_or(returned),
                Type::Unknown if definition.is_async => inference.documented_or_unknown(function),
                returned => returned,
            }
        })
    }

    /// Returns the values of the expressions that run in the analysed call.
    fn values_that_run(&mut self, at: Location, values: &[ExpressionId]) -> Vec<Type> {
        let summary = self.summary(at.module);
        let mut parts = Vec::with_capacity(values.len());
        for value in values {
            let span = summary.span(*value);
            if span.start == span.end || !self.is_excluded(at, span.start) {
                parts.push(self.evaluate(at, *value));
            }
        }
        parts
    }

    /// Returns the type that a generator yields.
    pub(super) fn yielded(
        &mut self,
        function: FunctionRef,
        context: ContextId,
        receiver: Option<Type>,
    ) -> Type {
        let context = self.context_of_receiver(function, context, receiver);
        self.memoised(Question::Yielded(function, context), |inference| {
            let summary = inference.summary(function.module);
            let definition = summary.function(function.function);
            let at = Location { module: function.module, scope: definition.scope, context };
            let mut parts = inference.values_that_run(at, summary.list(definition.yielded));
            for iterable in summary.list(definition.yielded_from) {
                let iterable = inference.evaluate(at, *iterable);
                parts.push(inference.element(iterable, false));
            }
            inference.union(parts)
        })
    }

    /// Returns the signatures of an overloaded function; empty if the function is not overloaded.
    pub(super) fn overloads(&mut self, function: FunctionRef) -> Vec<FunctionRef> {
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        if definition.overloads == Overloads::None {
            return Vec::new();
        }
        let scope = summary.scope_around(definition.scope);
        summary
            .functions_named(scope, summary.name(definition.name))
            .filter(|id| summary.is_overload(*id))
            .map(|id| FunctionRef { function: id, ..function })
            .collect()
    }

    pub(super) fn is_async(&mut self, function: FunctionRef) -> bool {
        self.summary(function.module).function(function.function).is_async
    }

    /// Returns whether only the signature of a function is available.
    pub(super) fn is_stub(&self, function: FunctionRef) -> bool {
        self.engine.is_stub(function.module)
    }

    /// Returns whether the function has a decorator that is not understood.
    pub fn is_doubtful(&self, callee: CalleeId) -> bool {
        self.callee(callee).is_doubtful
    }

    /// Returns whether the function is a method that was looked up on an object or a class.
    pub fn is_bound(&self, callee: CalleeId) -> bool {
        self.callee(callee).receiver.is_some()
    }

    /// Returns the class on which a bound function was looked up.
    pub fn class_of_callee(&self, callee: CalleeId) -> Option<ClassRef> {
        match self.callee(callee).receiver? {
            Type::Instance(class, _) | Type::Class(class) => Some(class),
            _ => None,
        }
    }

    /// Returns the function behind a callee.
    pub fn function_of(&self, callee: CalleeId) -> FunctionRef {
        self.callee(callee).function
    }
}
