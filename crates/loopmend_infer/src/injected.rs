//! Parameters that a decorator passes: the arguments in a decorator's body, and the mocks of `patch`.

use loopmend_catalog::{Role, named};
use loopmend_index::summary::{
    ArgumentKind, ArgumentsId, BindingKind, CallSite, CallView, ClassId, Collection, Expression,
    ExpressionId, Operator, Parameter, ParameterKind, ScopeId, ScopeKind, Summary, Test,
};

use super::name::reaching_before;
use super::types::Location;
use super::{CalleeId, ClassRef, FunctionRef, Inference, Type};

/// Positional arguments as they are passed on.
enum Slot {
    /// One argument.
    One(Type),
    /// Any number of arguments.
    Many(Type),
    /// The arguments of the wrapper itself: `*args`.
    Passed,
}

/// The maximum number of names through which a list of arguments is followed.
const DEEPEST_SEQUENCE: u8 = 6;

impl<'e> Inference<'e> {
    /// Returns the value that the decorators of a function pass for a parameter; `None` if they leave it to
    /// the caller.
    pub(super) fn injected_parameter(&mut self, function: FunctionRef, index: u32) -> Option<Type> {
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        if definition.parameters[index as usize].kind == ParameterKind::KeywordOnly
            && definition.decorators.len == 0
        {
            return None;
        }
        let at = Location::around(summary, function.module, definition.scope);
        let mut mocks = Vec::new();
        let mut others = Vec::new();
        for decorator in summary.list(definition.decorators).iter().rev() {
            let is_fixture = summary.last_name(*decorator).is_some_and(|name| name.ends_with("fixture"));
            if is_fixture || self.keeps_decorated(at, *decorator) {
                continue;
            }
            match self.patched_by(at, *decorator) {
                Some(mock) => mocks.extend(mock),
                None => others.push(*decorator),
            }
        }
        if summary.name(definition.name).starts_with("test")
            && let Some(class) = summary.class_of(function.function)
        {
            mocks.extend(self.mocks_of_class(function, class));
        }
        match others.as_slice() {
            [] => self.mock_at_place(function, index, &mocks),
            [decorator] if mocks.is_empty() => self.given_by_decorator(at, *decorator, function, index),
            _ => Some(Type::Unknown),
        }
    }

    /// Returns the mocks that a class decorated with `patch` passes to its tests.
    fn mocks_of_class(&mut self, function: FunctionRef, class: ClassId) -> Vec<Type> {
        let summary = self.summary(function.module);
        let definition = summary.class(class);
        let at = Location::around(summary, function.module, definition.scope);
        let decorators = summary.list(definition.decorators).iter().rev();
        decorators.filter_map(|decorator| self.patched_by(at, *decorator).flatten()).collect()
    }

    /// Returns the mock that a `patch` decorator passes, if it passes one.
    fn patched_by(&mut self, at: Location, decorator: ExpressionId) -> Option<Option<Type>> {
        let summary = self.summary(at.module);
        let CallView { callee, arguments } = summary.call(decorator)?;
        let is_patch =
            summary.dotted_name(callee).is_some_and(|name| name.split('.').any(|part| part == "patch"));
        if !is_patch {
            return None;
        }
        let place_of_new = match summary.last_name(callee) {
            Some("object") => 2,
            name if named(name).has(Role::PatchesSeveral) => return Some(None),
            _ => 1,
        };
        let arguments = summary.arguments(arguments);
        let is_new = |kind| matches!(kind, ArgumentKind::Keyword(name) if summary.name(name) == "new");
        let states_new = arguments.iter().any(|argument| is_new(argument.kind))
            || arguments.get(place_of_new).is_some_and(|argument| argument.kind == ArgumentKind::Positional);
        if states_new {
            return Some(None);
        }
        Some(Some(match self.evaluate(at, decorator) {
            Type::Instance(class, mock) if self.inherits(class, "unittest.mock", "_patch") => self.only(mock),
            _ => Type::Unknown,
        }))
    }

    /// Returns the mock at a position. The mocks follow the positional arguments: only `self` for a test.
    fn mock_at_place(&mut self, function: FunctionRef, index: u32, mocks: &[Type]) -> Option<Type> {
        let is_bound = self.class_of(function).is_some() && !self.method_kind(function).is_static;
        mocks.get((index as usize).checked_sub(usize::from(is_bound))?).copied()
    }

    /// Returns the value with which the body of a decorator calls the decorated function.
    fn given_by_decorator(
        &mut self,
        at: Location,
        decorator: ExpressionId,
        function: FunctionRef,
        index: u32,
    ) -> Option<Type> {
        let is_test = self.is_given_fixtures(function);
        // A test with a parameter that nothing is known of must not take a fixture for it.
        let not_understood = is_test.then_some(Type::Unknown);
        let id = match self.evaluate(at, decorator) {
            Type::Function(id) => id,
            Type::Instance(class, _) if self.is_entered_around_calls(class) => return None,
            _ => return not_understood,
        };
        let sites = self.calls_of_decorated(id);
        if sites.is_empty() {
            return not_understood;
        }
        let callee = self.callee(id);
        let mut found = Vec::new();
        for site in sites {
            let at = Location { module: callee.function.module, scope: site.scope, context: callee.context };
            let Some(call) = self.summary(at.module).call(site.expression) else { continue };
            found.push(self.given_by_site(at, call.arguments, function, index));
        }
        if found.iter().all(Option::is_none) {
            return None;
        }
        let found: Vec<Type> = found.into_iter().map(|given| given.unwrap_or(Type::Unknown)).collect();
        Some(self.union(found))
    }

    /// Returns whether a class is a context manager used as a decorator, which passes no arguments
    /// (docs.python.org/3/library/contextlib.html#contextlib.ContextDecorator).
    fn is_entered_around_calls(&mut self, class: ClassRef) -> bool {
        self.inherits(class, "contextlib", "ContextDecorator")
            || self.inherits(class, "contextlib", "AsyncContextDecorator")
    }

    /// Returns the calls of the first parameter in the body of a decorator; empty if it is also passed on.
    fn calls_of_decorated(&mut self, decorator: CalleeId) -> Vec<CallSite> {
        let callee = self.callee(decorator);
        let summary = self.summary(callee.function.module);
        let definition = summary.function(callee.function.function);
        let first = definition.parameters.get(usize::from(callee.receiver.is_some()));
        let Some(first) = first.filter(|parameter| !parameter.is_variadic()) else { return Vec::new() };
        // Bodies are no part of an interface.
        self.depend_on_module(super::BODIES);
        let is_first = |scope: ScopeId, id: ExpressionId| {
            matches!(summary.expression(id), Expression::Name(name) if name == first.name)
                && !is_bound_between(summary, scope, definition.scope, summary.name(first.name))
        };
        let mut found = Vec::new();
        for site in summary.calls_inside(definition.scope) {
            let Some(CallView { callee, arguments }) = summary.call(site.expression) else { continue };
            if is_first(site.scope, callee) {
                found.push(*site);
                continue;
            }
            let is_harmless = summary.last_roles(callee).has(Role::AsksAboutArgument);
            let passes =
                summary.arguments(arguments).iter().any(|argument| is_first(site.scope, argument.value));
            if passes && !is_harmless {
                return Vec::new();
            }
        }
        found
    }

    /// Returns the value that one call passes for a parameter of the function; `None` if it leaves the
    /// parameter to the caller of the wrapper.
    fn given_by_site(
        &mut self,
        at: Location,
        arguments: ArgumentsId,
        function: FunctionRef,
        index: u32,
    ) -> Option<Type> {
        let own = self.summary(function.module);
        let parameter: &Parameter = &own.function(function.function).parameters[index as usize];
        let name = own.name(parameter.name);
        let summary = self.summary(at.module);
        let mut slots = Vec::new();
        for argument in summary.arguments(arguments) {
            match argument.kind {
                ArgumentKind::Positional => slots.push(Slot::One(self.evaluate(at, argument.value))),
                ArgumentKind::Starred => self.sequence(at, argument.value, DEEPEST_SEQUENCE, &mut slots),
                ArgumentKind::Keyword(keyword) if summary.name(keyword) == name => {
                    return Some(self.evaluate(at, argument.value));
                }
                _ => {}
            }
        }
        if matches!(parameter.kind, ParameterKind::KeywordOnly) {
            return None;
        }
        self.at_place_of(&slots, function, index, name)
    }

    fn at_place_of(&mut self, slots: &[Slot], function: FunctionRef, index: u32, name: &str) -> Option<Type> {
        let is_test = self.is_given_fixtures(function);
        let is_method = self.class_of(function).is_some();
        let mut place = 0;
        for slot in slots {
            match slot {
                Slot::One(value) if place == index => return Some(*value),
                Slot::One(_) => place += 1,
                // pytest gives all but `self` by keyword.
                Slot::Passed if is_test && is_method && place == 0 => place += 1,
                Slot::Passed if is_test => {}
                Slot::Passed => return None,
                Slot::Many(_) if is_test && self.is_named_by_pytest(function, name) => return None,
                Slot::Many(value) if is_test => return Some(*value),
                Slot::Many(_) => return Some(Type::Unknown),
            }
        }
        None
    }

    /// Adds the elements of a list or tuple of arguments to `slots`.
    fn sequence(&mut self, at: Location, id: ExpressionId, deepest: u8, slots: &mut Vec<Slot>) {
        if !self.step() || deepest == 0 {
            slots.push(Slot::Many(Type::Unknown));
            return;
        }
        let summary = self.summary(at.module);
        match summary.expression(id) {
            Expression::Tuple(elements) | Expression::Display { collection: Collection::List, elements } => {
                for element in summary.list(elements) {
                    match summary.expression(*element) {
                        Expression::Starred(inner) => self.sequence(at, inner, deepest - 1, slots),
                        _ => slots.push(Slot::One(self.evaluate(at, *element))),
                    }
                }
            }
            Expression::Binary { operator: Operator::Add, left, right } => {
                self.sequence(at, left, deepest - 1, slots);
                self.sequence(at, right, deepest - 1, slots);
            }
            Expression::Name(name) => self.named_sequence(at, id, summary.name(name), deepest - 1, slots),
            _ => self.sequence_by_type(at, id, slots),
        }
    }

    fn sequence_by_type(&mut self, at: Location, id: ExpressionId, slots: &mut Vec<Slot>) {
        match self.evaluate(at, id) {
            Type::Tuple(elements) => slots.extend(self.types(elements).iter().map(|of| Slot::One(*of))),
            value => slots.push(Slot::Many(self.element(value, false))),
        }
    }

    fn named_sequence(
        &mut self,
        at: Location,
        id: ExpressionId,
        name: &str,
        deepest: u8,
        slots: &mut Vec<Slot>,
    ) {
        let summary = self.summary(at.module);
        if is_variadic_parameter(summary, at.scope, name) {
            slots.push(Slot::Passed);
            return;
        }
        let offset = summary.span(id).start;
        let Some(entry) = summary.entry(at.scope, name) else { return self.sequence_by_type(at, id, slots) };
        let bindings = summary.bindings_in(entry);
        let scope = summary.scope(at.scope);
        let Some((reaching, _)) = reaching_before(scope, entry.name, bindings, offset) else {
            slots.push(Slot::Many(Type::Unknown));
            return;
        };
        for reaching in reaching {
            let binding = bindings[reaching.index as usize];
            match (self.certainty(at, binding.offset, offset), binding.kind) {
                (Some(false), _) => {}
                (Some(true), BindingKind::Value(value)) => return self.sequence(at, value, deepest, slots),
                (Some(true), _) => return self.sequence_by_type(at, id, slots),
                (None, _) => {
                    slots.push(Slot::Many(Type::Unknown));
                    return;
                }
            }
        }
        self.sequence_by_type(at, id, slots);
    }

    /// Returns whether the code at an offset has certainly run before a use, or certainly not. Returns
    /// `None` after tests that the summary does not keep.
    fn certainty(&mut self, at: Location, offset: u32, used: u32) -> Option<bool> {
        let summary = self.summary(at.module);
        // A binding takes effect where its statement ends.
        let inside = offset.saturating_sub(1);
        if self.is_excluded(at, inside) {
            return Some(false);
        }
        let narrowings = summary.scope(at.scope).narrowings.iter();
        let conditions: Vec<_> = narrowings
            .filter(|known| known.range.start <= inside && inside < known.range.end)
            .filter(|known| known.range.end <= used)
            .collect();
        for known in &conditions {
            let tested = self.name(at, known.name, known.range.start);
            let parts = self.parts(tested);
            let has_none = parts.contains(&Type::None);
            match (known.test, known.is_negated) {
                (Test::None, true) if tested == Type::None => return Some(false),
                (Test::None, true) if !has_none && tested != Type::Unknown => {}
                (Test::None, false) if tested == Type::None => {}
                (Test::None, false) if !has_none && tested != Type::Unknown => return Some(false),
                _ => return None,
            }
        }
        let bindings_block = |summary: &Summary| {
            let scope = summary.scope(at.scope);
            scope
                .entries
                .iter()
                .flat_map(|entry| summary.bindings_in(*entry))
                .find(|binding| binding.offset == offset)
                .copied()
        };
        let hides = bindings_block(summary).is_some_and(|binding| binding.hides_at(used));
        (hides || !conditions.is_empty()).then_some(true)
    }
}

/// Returns whether a scope from the inner one up to the outer one, exclusively, binds a name.
fn is_bound_between(summary: &Summary, inner: ScopeId, outer: ScopeId, name: &str) -> bool {
    let mut current = Some(inner);
    while let Some(id) = current.filter(|id| *id != outer) {
        let scope = summary.scope(id);
        let is_parameter = match scope.kind {
            ScopeKind::Function(function) => summary
                .function(function)
                .parameters
                .iter()
                .any(|parameter| summary.name(parameter.name) == name),
            _ => false,
        };
        if is_parameter || summary.entry(id, name).is_some() {
            return true;
        }
        current = scope.parent;
    }
    summary.entry(outer, name).is_some()
}

/// Returns whether a name is the `*args` of an enclosing function.
fn is_variadic_parameter(summary: &Summary, scope: ScopeId, name: &str) -> bool {
    let mut current = Some(scope);
    while let Some(id) = current {
        let around = summary.scope(id);
        if summary.entry(id, name).is_some() {
            return false;
        }
        if let ScopeKind::Function(function) = around.kind {
            let parameters = &summary.function(function).parameters;
            if let Some(found) = parameters.iter().find(|parameter| summary.name(parameter.name) == name) {
                return found.kind == ParameterKind::Variadic;
            }
        }
        current = around.parent;
    }
    false
}
