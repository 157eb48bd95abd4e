//! Calls on the path from a thread to a place, and the arguments that they pass.

use loopmend_core::Span;
use loopmend_index::summary::{CallSite, Expression, Summary};
use loopmend_paths::{Around, Way};

use super::File;
use super::live_way::{Facts, fact_of};
use crate::engine::ModuleId;
use crate::infer::FunctionRef;

impl File<'_> {
    /// Returns whether the arguments on a path admit a call of the file at its end. A call that is made only if a parameter is falsy
    /// needs an argument, or a default, that is certainly falsy.
    pub(crate) fn admits_call(&mut self, way: &Way, call: Span) -> bool {
        let Some(calls) = self.calls_on(way, call) else { return true };
        // What a framework passes is not known, and may be anything.
        let mut passed: Option<(ModuleId, CallSite, Facts)> = None;
        for (module, site) in calls {
            let Around::Function(function) = self.engine().around(module, &site) else { return true };
            let facts = match passed {
                Some((from, call, facts)) => Some(self.facts_of(from, &call, &facts, function)),
                None => way.given_at.map(|given| self.facts_of_given(given, function)),
            };
            if let Some(facts) = &facts
                && (!self.may_be_made(function, &site, facts)
                    || self.needs_unknown_falsy(function, &site, facts, |_| true))
            {
                return false;
            }
            passed = Some((module, site, facts.unwrap_or_default()));
        }
        true
    }

    /// Returns the calls of a path from the outermost one to a call of the file; `None` if one is not known.
    fn calls_on(&self, way: &Way, call: Span) -> Option<Vec<(ModuleId, CallSite)>> {
        let (engine, module, summary) = (self.engine(), self.module(), self.summary());
        let last = summary.calls.iter().find(|site| summary.span(site.expression) == call)?;
        let hops = way.hops.iter().map(|hop| {
            let (module, call) = hop.at?;
            Some((module, engine.summary(module).calls[call as usize]))
        });
        hops.chain([Some((module, *last))]).collect()
    }

    /// Returns what is known about the parameters of a function that a call passes on. A call that passes nothing after the function
    /// leaves all of them to their defaults.
    fn facts_of_given(&mut self, (module, call): (ModuleId, u32), function: FunctionRef) -> Facts {
        let engine = self.engine();
        let summary = engine.summary(function.module);
        let definition = summary.function(function.function);
        let passes_nothing = passes_last(engine.summary(module), call, summary.name(definition.name));
        self.inference_mut().rest_on_text(function.module);
        let parameters = definition.parameters.iter();
        parameters.map(|parameter| fact_of(summary, parameter.default.filter(|_| passes_nothing)?)).collect()
    }
}

/// Returns whether the last argument of a call is a function of this name.
fn passes_last(summary: &Summary, call: u32, name: &str) -> bool {
    let site = summary.calls[call as usize];
    let last = summary.arguments_of(site.expression).and_then(<[_]>::last);
    last.is_some_and(|last| match summary.expression(last.value) {
        Expression::Name(it) | Expression::Attribute { name: it, .. } => summary.name(it) == name,
        _ => false,
    })
}
