//! Positional arguments that were passed in the order of another signature.

use loopmend_project::Origin;

use super::overload::Fit;
use super::types::Location;
use super::{Constructor, FunctionRef, Inference, Type};
use crate::engine::ModuleId;
use crate::summary::{ArgumentKind, CallSite, ExpressionId, Overloads, Parameter, ParameterKind, Summary};

/// Two positional arguments, each of which fits the parameter of the other and not its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Swapped {
    /// The function that is called, or the `__init__` of the class.
    pub(crate) function: FunctionRef,
    /// The places of the arguments, and the names of the parameters that get them.
    pub(crate) first: (usize, String),
    pub(crate) second: (usize, String),
}

/// The maximum number of positional arguments that are compared with each other.
const MOST_COMPARED: usize = 8;

impl Inference<'_> {
    /// Returns the first two arguments of a call of a function or class of the project that are in the wrong order. Returns `None` for
    /// functions that ask for the class of what they get. This is an outermost query.
    pub(crate) fn swapped(&mut self, module: ModuleId, site: &CallSite) -> Option<Swapped> {
        let summary = self.summary(module);
        let arguments = summary.arguments_of(site.expression)?;
        let positional: Vec<ExpressionId> = arguments
            .iter()
            .take_while(|given| given.kind == ArgumentKind::Positional)
            .map(|given| given.value)
            .take(MOST_COMPARED)
            .collect();
        if positional.len() < 2 {
            return None;
        }
        let (function, is_bound) = self.called_as_written(module, site)?;
        let parameters = self.stated_places(function, is_bound);
        let at = Location::in_scope(module, site.scope);
        let given: Vec<Type> = positional.iter().map(|value| self.evaluate(at, *value)).collect();
        let places = given.len().min(parameters.len());
        let pairs = (0..places).flat_map(|first| (first + 1..places).map(move |second| (first, second)));
        for (first, second) in pairs {
            let [own, other] = [&parameters[first], &parameters[second]];
            if self.fits_only_crosswise([own.1, other.1], [given[first], given[second]]) {
                let (first, second) = ((first, own.0.clone()), (second, other.0.clone()));
                return Some(Swapped { function, first, second });
            }
        }
        None
    }

    fn fits_only_crosswise(&mut self, stated: [Type; 2], given: [Type; 2]) -> bool {
        // `None` stands in for anything in a test.
        !given.contains(&Type::None)
            && self.compatible(stated[0], given[0]) == Fit::No
            && self.compatible(stated[1], given[1]) == Fit::No
            && self.compatible(stated[1], given[0]) == Fit::Yes
            && self.compatible(stated[0], given[1]) == Fit::Yes
    }

    /// Returns the only function of the project that a call calls, or the `__init__` of the only class, and whether it is bound.
    fn called_as_written(&mut self, module: ModuleId, site: &CallSite) -> Option<(FunctionRef, bool)> {
        let (function, is_bound) = match self.called(module, site)[..] {
            [Type::Function(id)] if !self.is_doubtful(id) && !self.is_replaced_method(id) => {
                let callee = self.callee(id);
                (callee.function, callee.receiver.is_some())
            }
            [Type::Class(class)] => match self.constructor(class)? {
                Constructor::Init(function) => (function, true),
                Constructor::Fields => return None,
            },
            _ => return None,
        };
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let asks_for_class = summary.calls.iter().any(|call| {
            call.scope == definition.scope && summary.last_name(call.expression) == Some("isinstance")
        });
        let is_plain = self.engine.origin(function.module) == Origin::FirstParty
            && definition.overloads == Overloads::None
            && !asks_for_class
            && self.keeps_function(function);
        is_plain.then_some((function, is_bound))
    }

    /// Returns the names and stated types of the parameters that take positional arguments.
    fn stated_places(&mut self, function: FunctionRef, is_bound: bool) -> Vec<(String, Type)> {
        let summary: &Summary = self.summary(function.module);
        let takes_place = |parameter: &&Parameter| {
            matches!(parameter.kind, ParameterKind::PositionalOnly | ParameterKind::Positional)
        };
        let parameters = summary.function(function.function).parameters.iter().filter(takes_place);
        parameters
            .skip(usize::from(is_bound))
            .map(|parameter| {
                let stated = parameter.annotation.map(|stated| self.signature_annotation(function, stated));
                (summary.name(parameter.name).to_owned(), stated.unwrap_or(Type::Unknown))
            })
            .collect()
    }
}
