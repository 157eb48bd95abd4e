//! Calls whose positional arguments are in the order of another signature.

use loopmend_core::{Place, Span};
use ruff_text_size::Ranged;

use super::File;
use crate::infer::Swapped;
use crate::summary::{CallSite, span};

/// Two arguments of a call that are in the wrong order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SwappedArguments {
    /// The first of the two.
    pub first: Span,
    /// The second of the two.
    pub second: Span,
    /// The parameter that gets the first argument.
    pub first_parameter: String,
    /// The parameter that gets the second argument.
    pub second_parameter: String,
    /// The qualified name of the function.
    pub function: String,
    /// The definition of the function, if its text can be shown.
    pub definition: Option<Place>,
    /// The qualified name of the enclosing function; empty at the top level of the module.
    pub symbol: String,
}

impl File<'_> {
    /// Returns the calls of the project with two arguments that fit only the other way round, in source order. Skips calls that are meant
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
        let Swapped { function, first, second } = self.inference_mut().swapped(module, site)?;
        let whole = summary.span(site.expression);
        if self.is_tried(whole) || self.is_meant_to_fail(site.scope) {
            return None;
        }
        let code = self.code_within(whole.start);
        let written = &code.call_at(whole)?.arguments.args;
        let argument = |place: usize| Some(span(written.get(place)?.range()));
        Some(SwappedArguments {
            first: argument(first.0)?,
            second: argument(second.0)?,
            first_parameter: first.1,
            second_parameter: second.1,
            function: self.function_name(function),
            definition: self.place_of_function(function),
            symbol: summary.qualified_name(site.scope),
        })
    }
}
