//! Positional arguments that were passed in the order of another signature.

use loopmend_catalog::Role;
use loopmend_index::summary::{
    ArgumentKind, CallSite, ExpressionId, Overloads, Parameter, ParameterKind, Summary,
};
use loopmend_project::Origin;

use super::overload::Fit;
use super::types::Location;
use super::{Constructor, FunctionRef, Inference, Type};
use crate::engine::ModuleId;

/// Positional arguments in the wrong order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swapped {
    /// The function that is called, or the `__init__` of the class.
    pub function: FunctionRef,
    /// Whether the call passes its first parameter.
    pub is_bound: bool,
    /// The place of the first argument that is wrong.
    pub first: usize,
    /// The names of the parameters from that place on that get wrong arguments.
    pub parameters: Vec<String>,
    /// For each of these parameters, the place of the argument that it should get. Empty if several orders fit.
    pub order: Vec<usize>,
}

/// A parameter that takes a positional argument.
struct Stated {
    name: String,
    type_: Type,
}

/// The maximum number of positional arguments that are compared with each other.
const MOST_COMPARED: usize = 8;
/// The maximum number of arguments whose orders are tried.
const MOST_ORDERED: usize = 5;

impl Inference<'_> {
    /// Returns the arguments of a call of a function or class of the project that are in the wrong order: two of them fit only the other
    /// way round. Returns `None` for functions that ask for the class of what they get. This is an outermost query.
    pub fn swapped(&mut self, module: ModuleId, site: &CallSite) -> Option<Swapped> {
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
        let parameters = self.stated_places(function, is_bound, positional.len());
        let at = Location::in_scope(module, site.scope);
        let stated = parameters.iter().filter(|parameter| parameter.type_ != Type::Unknown);
        if stated.count() < 2 {
            return None;
        }
        let given: Vec<Type> = positional.iter().map(|value| self.evaluate_once(at, *value)).collect();
        let places = parameters.len();
        let pairs = (0..places).flat_map(|first| (first + 1..places).map(move |second| (first, second)));
        for (first, last) in pairs {
            let [own, other] = [&parameters[first], &parameters[last]];
            if !self.fits_only_crosswise([own.type_, other.type_], [given[first], given[last]]) {
                continue;
            }
            let names: Vec<Option<&str>> =
                positional[..places].iter().map(|value| summary.last_name(*value)).collect();
            let by_name = order_of_names(&parameters, &names)
                .filter(|order| order[first] != first && order[last] != last)
                .filter(|order| self.fits_in_order(&parameters, &given, order));
            let (range, order) = match by_name {
                Some(order) => {
                    let moved = |place: &usize| order[*place] != *place;
                    let first = (0..places).find(moved)?;
                    let last = (0..places).rfind(moved)?;
                    (first..last + 1, order[first..=last].to_vec())
                }
                None => {
                    let range = first..last + 1;
                    let order = self.only_order(&parameters[range.clone()], &given[range.clone()]);
                    (range, order.iter().map(|place| first + place).collect())
                }
            };
            let first = range.start;
            let parameters = parameters[range].iter().map(|parameter| parameter.name.clone()).collect();
            return Some(Swapped { function, is_bound, first, parameters, order });
        }
        None
    }

    /// Returns the places of the arguments in the only order that fits; empty if several orders fit.
    fn only_order(&mut self, parameters: &[Stated], given: &[Type]) -> Vec<usize> {
        if parameters.len() > MOST_ORDERED {
            return Vec::new();
        }
        let orders = orders(parameters.len()).into_iter();
        let mut fitting = orders.filter(|order| self.fits_in_order(parameters, given, order));
        let only = fitting.next().unwrap_or_default();
        if fitting.next().is_none() { only } else { Vec::new() }
    }

    fn fits_in_order(&mut self, parameters: &[Stated], given: &[Type], order: &[usize]) -> bool {
        let mut pairs = parameters.iter().zip(order);
        pairs.all(|(parameter, place)| self.compatible(parameter.type_, given[*place]) != Fit::No)
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
        if self.engine.origin(function.module) != Origin::FirstParty {
            return None;
        }
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let asks_for_class = || {
            summary.calls.iter().any(|call| {
                call.scope == definition.scope
                    && summary.last_roles(call.expression).has(Role::InspectsArgument)
            })
        };
        let is_plain =
            definition.overloads == Overloads::None && !asks_for_class() && self.keeps_function(function);
        is_plain.then_some((function, is_bound))
    }

    /// Returns the names and stated types of the parameters that receive the positional arguments of a call, by their number.
    fn stated_places(&mut self, function: FunctionRef, is_bound: bool, given: usize) -> Vec<Stated> {
        let summary: &Summary = self.summary(function.module);
        let takes_place = |parameter: &&Parameter| {
            matches!(parameter.kind, ParameterKind::PositionalOnly | ParameterKind::Positional)
        };
        let parameters = summary.function(function.function).parameters.iter().filter(takes_place);
        parameters
            .skip(usize::from(is_bound))
            .take(given)
            .map(|parameter| {
                let stated = parameter.annotation.map(|stated| self.signature_annotation(function, stated));
                let name = summary.name(parameter.name).to_owned();
                Stated { name, type_: stated.unwrap_or(Type::Unknown) }
            })
            .collect()
    }
}

/// Returns the places of the arguments in the order of their names, if those that have the name of a parameter only trade places with each
/// other.
fn order_of_names(parameters: &[Stated], names: &[Option<&str>]) -> Option<Vec<usize>> {
    let is_parameter = |name: &str| parameters.iter().any(|parameter| parameter.name == name);
    let order = parameters.iter().enumerate().map(|(place, parameter)| {
        let given = names.iter().position(|name| *name == Some(parameter.name.as_str()));
        given.or_else(|| names[place].is_none_or(|name| !is_parameter(name)).then_some(place))
    });
    let order: Vec<usize> = order.collect::<Option<_>>()?;
    order.iter().enumerate().any(|(place, from)| place != *from).then_some(order)
}

/// Returns all orders of a number of places.
fn orders(count: usize) -> Vec<Vec<usize>> {
    let Some(last) = count.checked_sub(1) else { return vec![Vec::new()] };
    let shorter = orders(last);
    let with_last = |order: &Vec<usize>, at: usize| {
        let mut order = order.clone();
        order.insert(at, last);
        order
    };
    shorter.iter().flat_map(|order| (0..count).map(move |at| with_last(order, at))).collect()
}
