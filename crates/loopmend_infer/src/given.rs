//! The arguments of a call: expressions as written, or types.

use std::cell::Cell;

use loopmend_index::summary::{
    Argument, ArgumentKind, ArgumentsId, ExpressionId, Parameter, ParameterKind, Summary,
};

use super::types::Location;
use super::{Inference, Type};

/// An argument: an expression that is evaluated on demand, or a type.
#[derive(Clone)]
pub(super) struct GivenArgument {
    source: Option<(Location, ExpressionId)>,
    /// Whether the argument consists of the elements of the expression: `*value`.
    is_starred: bool,
    value: Cell<Option<Type>>,
}

impl GivenArgument {
    fn of_expression(at: Location, id: ExpressionId) -> Self {
        Self { source: Some((at, id)), is_starred: false, value: Cell::new(None) }
    }

    fn of_type(value: Type) -> Self {
        Self { source: None, is_starred: false, value: Cell::new(Some(value)) }
    }

    /// Returns the expression, if there is one.
    pub(super) fn expression(&self) -> Option<(Location, ExpressionId)> {
        self.source.filter(|_| !self.is_starred)
    }
}

/// The arguments of a call.
pub(super) struct Given {
    pub(super) positional: Vec<GivenArgument>,
    /// The keyword arguments, by the name of the parameter.
    pub(super) keywords: Vec<(Box<str>, GivenArgument)>,
    /// The element types of each `*value`.
    pub(super) starred: Vec<GivenArgument>,
    /// Whether there may be further arguments: `*args`, `**kwargs`, or a hypothetical call.
    pub(super) is_open: bool,
    /// Whether there may be further keyword arguments.
    pub(super) may_have_keywords: bool,
}

impl Given {
    /// Creates a call without arguments.
    pub(super) fn none() -> Self {
        Self {
            positional: Vec::new(),
            keywords: Vec::new(),
            starred: Vec::new(),
            is_open: false,
            may_have_keywords: false,
        }
    }

    /// Creates a call with unknown arguments.
    pub(super) fn open() -> Self {
        Self { is_open: true, may_have_keywords: true, ..Self::none() }
    }

    /// Creates a call with one argument of this type.
    pub(super) fn of_type(value: Type) -> Self {
        Self { positional: vec![GivenArgument::of_type(value)], ..Self::none() }
    }

    /// Creates a call with one argument expression.
    pub(super) fn of_expression(at: Location, id: ExpressionId) -> Self {
        Self { positional: vec![GivenArgument::of_expression(at, id)], ..Self::none() }
    }

    /// Creates the arguments as written.
    pub(super) fn of_call(summary: &Summary, at: Location, arguments: ArgumentsId) -> Self {
        Self::of_arguments(summary, at, summary.arguments(arguments))
    }

    /// Creates these arguments of a call.
    pub(super) fn of_arguments(summary: &Summary, at: Location, arguments: &[Argument]) -> Self {
        let mut given = Self::none();
        for argument in arguments {
            let value = GivenArgument::of_expression(at, argument.value);
            match argument.kind {
                ArgumentKind::Positional => given.positional.push(value),
                ArgumentKind::Keyword(name) => given.keywords.push((summary.name(name).into(), value)),
                ArgumentKind::Starred => given.starred.push(GivenArgument { is_starred: true, ..value }),
                ArgumentKind::DoubleStarred => given.may_have_keywords = true,
            }
        }
        given.is_open = given.may_have_keywords || !given.starred.is_empty();
        given
    }

    /// Returns the keyword argument of this name.
    pub(super) fn keyword(&self, name: &str) -> Option<&GivenArgument> {
        self.keywords.iter().find(|(keyword, _)| **keyword == *name).map(|(_, argument)| argument)
    }

    /// Returns the parameters that receive arguments, with these. A bound function has already received its
    /// first parameter.
    pub(super) fn matched<'a>(
        &'a self,
        summary: &'a Summary,
        parameters: &'a [Parameter],
        is_bound: bool,
    ) -> impl Iterator<Item = (&'a Parameter, &'a GivenArgument)> + use<'a> {
        let places = positional_parameters(parameters, is_bound);
        let of_kind = |kind| parameters.iter().find(move |parameter| parameter.kind == kind);
        let variadic = of_kind(ParameterKind::Variadic);
        let variadic_keyword = of_kind(ParameterKind::VariadicKeyword);
        let by_place =
            self.positional.iter().enumerate().filter_map(move |(place, argument)| {
                Some((places.clone().nth(place).or(variadic)?, argument))
            });
        let by_name = self.keywords.iter().filter_map(move |(name, argument)| {
            let parameter = parameters
                .iter()
                .find(|parameter| !parameter.is_variadic() && *summary.name(parameter.name) == **name);
            Some((parameter.or(variadic_keyword)?, argument))
        });
        let by_star = self.starred.iter().filter_map(move |argument| Some((variadic?, argument)));
        by_place.chain(by_star).chain(by_name)
    }
}

/// Returns the parameters that take positional arguments.
pub(super) fn positional_parameters(
    parameters: &[Parameter],
    is_bound: bool,
) -> impl Iterator<Item = &Parameter> + Clone {
    let takes_place = |parameter: &&Parameter| {
        matches!(parameter.kind, ParameterKind::PositionalOnly | ParameterKind::Positional)
    };
    parameters.iter().filter(takes_place).skip(usize::from(is_bound))
}

impl Inference<'_> {
    /// Returns the type of an argument.
    pub(super) fn argument(&mut self, argument: &GivenArgument) -> Type {
        if let Some(known) = argument.value.get() {
            return known;
        }
        let mut value = argument.source.map_or(Type::Unknown, |(at, id)| self.evaluate(at, id));
        if argument.is_starred {
            value = self.element(value, false);
        }
        argument.value.set(Some(value));
        value
    }
}
