//! Calls whose positional arguments are in the order of another signature.

use loopmend_core::{Place, Span};
use loopmend_index::summary::CallSite;
use loopmend_python::span;
use ruff_text_size::Ranged;

use super::File;
use super::argument_fit::shown;

/// Arguments of a call that are in the wrong order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SwappedArguments {
    /// The first of them.
    pub first: Span,
    /// The parameters that get the wrong arguments.
    pub parameters: Vec<String>,
    /// The arguments that move: each place with the place of the argument that belongs there. Empty if several orders fit.
    pub moves: Vec<(Span, Span)>,
    /// The parameters of the function, as a call would show them.
    pub signature: String,
    /// The qualified name of the function.
    pub function: String,
    /// The definition of the function, if its text can be shown.
    pub definition: Option<Place>,
    /// The qualified name of the enclosing function; empty at the top level of the module.
    pub symbol: String,
}

impl File<'_> {
    /// Returns the calls of the project with arguments in the wrong order, in source order. Skips calls that are meant
    /// to fail.
    pub fn swapped_arguments(&mut self) -> Vec<SwappedArguments> {
        let calls = self.summary().calls.iter().filter(|site| !site.expects_exception);
        calls.filter_map(|site| self.swapped_in(site)).collect()
    }

    fn swapped_in(&mut self, site: &CallSite) -> Option<SwappedArguments> {
        let (module, summary) = (self.module(), self.summary());
        if summary.last_name(site.expression).is_some_and(|name| summary.replaces(name, site.scope)) {
            return None;
        }
        let swapped = self.inference_mut().swapped(module, site)?;
        let whole = summary.span(site.expression);
        if self.is_tried(whole) || self.is_meant_to_fail(site.scope) {
            return None;
        }
        let code = self.code_within(whole.start);
        let written = &code.call_at(whole)?.arguments.args;
        let argument = |place: usize| written.get(place).map(|argument| span(argument.range()));
        let places = (swapped.first..).zip(&swapped.order).filter(|(place, from)| place != *from);
        let moves = places.map(|(place, from)| Some((argument(place)?, argument(*from)?)));
        let moves: Vec<(Span, Span)> = moves.collect::<Option<_>>()?;
        let parameters = match (&swapped.parameters[..], moves.is_empty()) {
            ([first, .., last], true) => vec![first.clone(), last.clone()],
            (all, _) => {
                let wrong = (swapped.first..).zip(all).zip(&swapped.order);
                let wrong = wrong.filter(|((place, _), from)| place != *from);
                wrong.map(|((_, name), _)| name.clone()).collect()
            }
        };
        let function = swapped.function;
        let name = self.function_name(function);
        let signature = self.inference_mut().signature_as_called(function, swapped.is_bound)?;
        Some(SwappedArguments {
            first: argument(swapped.first)?,
            parameters,
            moves,
            signature: shown(&name, &signature),
            function: name,
            definition: self.place_of_function(function),
            symbol: summary.qualified_name(site.scope),
        })
    }
}
