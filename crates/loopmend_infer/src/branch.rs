//! Which branches of a function a call takes, as determined by its arguments: `if function is None`, `if
//! client`.

use loopmend_index::summary::{ScopeKind, Test};

use super::decorator::Colour;
use super::types::{Location, Truths};
use super::{ContextId, FunctionRef, Inference, Type};

/// The argument for a parameter in the analysed call.
struct GivenValue {
    value: Type,
    /// The value if the argument or default is a literal `True` or `False`.
    truth: Option<bool>,
}

impl Inference<'_> {
    /// Returns whether the code at an offset does not run in the analysed call.
    pub(super) fn is_excluded(&mut self, at: Location, offset: u32) -> bool {
        if at.context == ContextId::FIRST {
            return false;
        }
        let summary = self.summary(at.module);
        let narrowings = summary.scope(at.scope).narrowings.iter();
        narrowings.filter(|known| known.range.start <= offset && offset < known.range.end).any(|known| {
            let given = self.given_by_name(at, summary.name(known.name));
            given.is_some_and(|given| self.contradicts(&given, known.test, known.is_negated))
        })
    }

    /// Returns the argument for the parameter that a name refers to, if nothing else is bound to the name.
    fn given_by_name(&mut self, at: Location, name: &str) -> Option<GivenValue> {
        let summary = self.summary(at.module);
        let mut scope = Some(at.scope);
        while let Some(id) = scope {
            let around = summary.scope(id);
            scope = around.parent;
            let ScopeKind::Function(function) = around.kind else { continue };
            if summary.entry(id, name).is_some() {
                return None;
            }
            let parameters = &summary.function(function).parameters;
            if let Some(place) = parameters.iter().position(|parameter| summary.name(parameter.name) == name)
            {
                return self.given_at_place(FunctionRef { module: at.module, function }, place, at.context);
            }
        }
        None
    }

    fn given_at_place(&self, function: FunctionRef, place: usize, context: ContextId) -> Option<GivenValue> {
        let mut current = context;
        while let Some(context) = self.context(current) {
            if context.owner == function {
                let value = self.types(context.arguments).get(place).copied()?;
                return Some(GivenValue { value, truth: context.truths.of(place) });
            }
            current = context.outer;
        }
        None
    }

    fn contradicts(&mut self, given: &GivenValue, test: Test, is_negated: bool) -> bool {
        let is_object = matches!(given.value, Type::Function(_) | Type::Class(_) | Type::Callable(_));
        match (test, is_negated) {
            (Test::None, true) => given.value == Type::None || given.truth == Some(false),
            (Test::None, false) => is_object || given.truth.is_some(),
            (Test::Truth, true) => is_object || given.truth == Some(true),
            (Test::Callable, true) => is_object,
            (Test::Callable, false) => given.value == Type::None || given.truth.is_some(),
            (Test::CoroutineFunction, is_negated) => match given.value {
                Type::Function(id) => !self.callee(id).is_doubtful && self.gives_coroutine(id) == is_negated,
                // A function that returns an awaitable need not be `async`.
                value => !is_negated && self.colour(value) == Some(Colour::Plain),
            },
            _ => false,
        }
    }
}

impl Truths {
    /// No argument is known.
    pub(super) const NONE: Self = Self { known: 0, values: 0 };

    /// Records that the parameter at an index receives `True` or `False`.
    pub(super) fn set(&mut self, place: usize, value: bool) {
        if place < 32 {
            self.known |= 1 << place;
            self.values |= u32::from(value) << place;
        }
    }

    fn of(self, place: usize) -> Option<bool> {
        (place < 32 && self.known & (1 << place) != 0).then(|| self.values & (1 << place) != 0)
    }
}
