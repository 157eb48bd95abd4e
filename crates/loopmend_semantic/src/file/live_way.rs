//! Feasible paths through functions, given the arguments that are written in the calls.

use loopmend_catalog::Words;
use loopmend_index::summary::{
    Argument, ArgumentKind, CallSite, Expression, ExpressionId, Literal, ParameterKind, Summary,
};
use loopmend_paths::{EndKind, Fact, Leg, Target};
use rustc_hash::FxHashSet;

use super::File;
use super::control::{Made, call_at};
use crate::engine::ModuleId;
use crate::infer::{FunctionRef, Type};

/// What is known about the arguments of one call, by parameter.
pub(super) type Facts = Vec<Option<Fact>>;

/// The maximum number of functions to search for another path.
const MOST_FUNCTIONS: usize = 100;

/// A search for a feasible path.
struct Search {
    kind: EndKind,
    met: FxHashSet<(FunctionRef, Facts)>,
    /// Whether the search was cut off.
    is_cut: bool,
}

impl File<'_> {
    /// Returns a feasible path with its target: the shortest one if it is feasible. Returns `None` if the
    /// arguments rule out all paths. Returns the given path if there are too many.
    pub(super) fn live_way(
        &mut self,
        first: Leg,
        way: Vec<Made>,
        end: Target,
        kind: EndKind,
    ) -> Option<(Vec<Made>, Target)> {
        let Target::Function(function) = first.target else { return Some((way, end)) };
        let facts = self.facts_of(self.module(), &first.site, &[], function);
        if self.may_be_taken(&way, facts.clone()) {
            return Some((way, end));
        }
        let mut search = Search { kind, met: FxHashSet::default(), is_cut: false };
        let mut found = Vec::new();
        match self.find_way(&mut search, function, &facts, &mut found) {
            Some(end) => Some((found, end)),
            None => search.is_cut.then_some((way, end)),
        }
    }

    fn may_be_taken(&mut self, way: &[Made], mut facts: Facts) -> bool {
        for (place, made) in way.iter().enumerate() {
            if !self.is_claimed(made.function, &made.call.site, &facts) {
                return false;
            }
            if let Some(next) = way.get(place + 1) {
                facts = self.facts_of(made.function.module, &made.call.site, &facts, next.function);
            }
        }
        true
    }

    /// Returns whether a function may make a call, given what is known about its arguments.
    pub(super) fn may_be_made(
        &mut self,
        function: FunctionRef,
        site: &CallSite,
        facts: &[Option<Fact>],
    ) -> bool {
        if facts.iter().all(Option::is_none) {
            return true;
        }
        let engine = self.engine();
        self.inference_mut().rest_on_text(function.module);
        let at = engine.summary(function.module).span(site.expression);
        engine.guards(function.module).of_call(at).iter().all(|guard| guard.may_hold(facts))
    }

    /// Returns whether a function makes a call only if one of some parameters is falsy, of whose argument nothing is known.
    pub(super) fn needs_unknown_falsy(
        &mut self,
        function: FunctionRef,
        site: &CallSite,
        facts: &[Option<Fact>],
        is_meant: impl Fn(&str) -> bool,
    ) -> bool {
        let engine = self.engine();
        let summary = engine.summary(function.module);
        let definition = summary.function(function.function);
        let name_of = |place: usize| summary.name(definition.parameters[place].name);
        // The guards of a call in a `lambda` are about the parameters of the function around it.
        let is_lambda = summary.name(definition.name).starts_with('<');
        if is_lambda || !(0..definition.parameters.len()).any(|place| is_meant(name_of(place))) {
            return false;
        }
        self.inference_mut().rest_on_text(function.module);
        let guards = engine.guards(function.module);
        guards.of_call(summary.span(site.expression)).iter().any(|guard| {
            guard.needs_falsy() && !guard.is_known(facts) && is_meant(name_of(guard.parameter()))
        })
    }

    /// Returns whether a path is claimed through a call. A caller that passes an unknown value as `is_async` may ask for the other way.
    fn is_claimed(&mut self, function: FunctionRef, site: &CallSite, facts: &[Option<Fact>]) -> bool {
        let tells_of_async = |name: &str| Words::AsyncWords.all().iter().any(|word| name.contains(word));
        self.may_be_made(function, site, facts)
            && !self.needs_unknown_falsy(function, site, facts, tells_of_async)
    }

    /// Searches for a feasible path, nearest targets first, and appends its calls to `way`. Returns its
    /// target.
    fn find_way(
        &mut self,
        search: &mut Search,
        function: FunctionRef,
        facts: &[Option<Fact>],
        way: &mut Vec<Made>,
    ) -> Option<Target> {
        search.is_cut |= search.met.len() >= MOST_FUNCTIONS;
        if search.is_cut || !search.met.insert((function, facts.to_vec())) {
            return None;
        }
        for leg in self.inference_mut().legs_of(function, search.kind) {
            if !self.is_claimed(function, &leg.site, facts) {
                continue;
            }
            let call = call_at(self, function, &leg.site, leg.form);
            way.push(Made { function, form: leg.form, call, is_exact: leg.is_exact });
            let end = match leg.target {
                Target::Function(next) => {
                    let facts = self.facts_of(function.module, &leg.site, facts, next);
                    crate::stack::grow_stack_for_step(|| self.find_way(search, next, &facts, way))
                }
                end => Some(end),
            };
            if end.is_some() {
                return end;
            }
            way.pop();
        }
        None
    }

    /// Returns what is known about the parameters of a function in a call.
    pub(super) fn facts_of(
        &mut self,
        module: ModuleId,
        site: &CallSite,
        around: &[Option<Fact>],
        function: FunctionRef,
    ) -> Facts {
        let engine = self.engine();
        let (caller, callee) = (engine.summary(module), engine.summary(function.module));
        let parameters = &callee.function(function.function).parameters;
        self.inference_mut().rest_on_text(function.module);
        let arguments = caller.arguments_of(site.expression).unwrap_or_default();
        let is_open = |it: &Argument| matches!(it.kind, ArgumentKind::Starred | ArgumentKind::DoubleStarred);
        // What is unpacked may be given instead of a default.
        let defaults = !arguments.iter().any(is_open);
        let default = |value: ExpressionId| fact_of(callee, value).filter(|_| defaults);
        let mut facts: Facts =
            parameters.iter().map(|parameter| parameter.default.and_then(default)).collect();
        let Some(takes_receiver) = self.takes_receiver(module, site, function) else {
            return vec![None; parameters.len()];
        };
        let mut next = usize::from(takes_receiver);
        for argument in arguments {
            let place = match argument.kind {
                ArgumentKind::DoubleStarred => None,
                // The places behind it are not known.
                ArgumentKind::Starred => {
                    next = parameters.len();
                    None
                }
                ArgumentKind::Keyword(name) => {
                    let name = caller.name(name);
                    parameters.iter().position(|parameter| callee.name(parameter.name) == name)
                }
                ArgumentKind::Positional => {
                    next += 1;
                    let is_fit =
                        |kind| matches!(kind, ParameterKind::PositionalOnly | ParameterKind::Positional);
                    parameters.get(next - 1).filter(|parameter| is_fit(parameter.kind)).map(|_| next - 1)
                }
            };
            if let Some(place) = place {
                facts[place] = fact_of(caller, argument.value)
                    .or_else(|| handed_on(caller, site, argument.value, around));
            }
        }
        facts
    }

    /// Returns whether a callee receives a bound object before the arguments; `None` if it is not the
    /// callee of the call.
    fn takes_receiver(&mut self, module: ModuleId, site: &CallSite, function: FunctionRef) -> Option<bool> {
        self.engine().summary(module).call(site.expression)?;
        let inference = self.inference_mut();
        inference.called(module, site).into_iter().find_map(|part| match part {
            Type::Function(callee) if inference.function_of(callee) == function => {
                Some(inference.is_bound(callee))
            }
            Type::Class(class) => inference.constructors(class).contains(&function).then_some(true),
            _ => None,
        })
    }
}

/// Returns what is known about a parameter of the enclosing function that is passed on.
fn handed_on(
    summary: &Summary,
    site: &CallSite,
    value: ExpressionId,
    around: &[Option<Fact>],
) -> Option<Fact> {
    let Expression::Name(name) = summary.expression(value) else { return None };
    let function = summary.function(summary.function_around(site.scope)?);
    let place = function.parameters.iter().position(|parameter| parameter.name == name)?;
    let stays = summary.bindings_of(function.scope, summary.name(name)).is_empty();
    around.get(place).copied().flatten().filter(|_| stays)
}

pub(super) fn fact_of(summary: &Summary, value: ExpressionId) -> Option<Fact> {
    let is_true = match summary.expression(value) {
        Expression::None => return Some(Fact { is_none: true, is_true: false }),
        Expression::Literal(Literal::Boolean(value)) => value,
        Expression::Literal(Literal::Integer(value)) => value != 0,
        Expression::String(text) => !summary.name(text).is_empty(),
        _ => return None,
    };
    Some(Fact { is_none: false, is_true })
}
