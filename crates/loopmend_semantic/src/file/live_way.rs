//! Feasible paths through functions, given the arguments that are written in the calls.

use loopmend_catalog::Words;
use loopmend_index::summary::{
    Argument, ArgumentKind, BindingKind, CallSite, Expression, ExpressionId, Literal, ParameterKind, Summary,
};
use loopmend_paths::{Condition, EndKind, Fact, Leg, Target, TestPart};
use rustc_hash::FxHashSet;

use super::File;
use super::control::{Made, call_at};
use super::lost_task::At;
use crate::engine::ModuleId;
use crate::infer::{ClassRef, FunctionRef, Type};

/// What is known about the arguments of one call, by parameter.
pub(super) type Facts = Vec<Option<Fact>>;

/// The maximum number of functions to search for another path.
const MOST_FUNCTIONS: usize = 100;

/// What is known when a function is called on a path.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Known {
    /// The arguments.
    facts: Facts,
    /// The tests that callers made, about the parameters of the function.
    tests: Vec<KnownTest>,
    /// The class of the object whose method it is. That class may override a method that the function calls on the object.
    receiver: Option<ClassRef>,
}

/// A test whose outcome is known.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct KnownTest {
    parts: Vec<KnownPart>,
    holds: bool,
}

/// A part of a test: a parameter by its place, or text, in which names are those of modules.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum KnownPart {
    Parameter(usize),
    Text(String),
}

/// The maximum number of tests that are remembered on a path.
const MAX_TESTS: usize = 16;

/// A search for a feasible path.
struct Search {
    kind: EndKind,
    met: FxHashSet<(FunctionRef, Known)>,
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
        let known = self.known_in(self.module(), &first.site, None, function);
        if self.is_feasible(&way, known.clone(), kind) {
            return Some((way, end));
        }
        let mut search = Search { kind, met: FxHashSet::default(), is_cut: false };
        let mut found = Vec::new();
        match self.find_way(&mut search, function, &known, &mut found) {
            Some(end) => Some((found, end)),
            None => search.is_cut.then_some((way, end)),
        }
    }

    /// Returns whether each call of a path may be made, with what is known about its arguments and objects from the calls before.
    fn is_feasible(&mut self, way: &[Made], mut known: Known, kind: EndKind) -> bool {
        for (place, made) in way.iter().enumerate() {
            if !self.is_claimed(made.function, &made.call.site, &known, kind) {
                return false;
            }
            if let Some(next) = way.get(place + 1) {
                if self.overriding(made.function, &made.call.site, &known, next.function)
                    != Some(next.function)
                {
                    return false;
                }
                known = self.known_in(made.function.module, &made.call.site, Some(&known), next.function);
            }
        }
        true
    }

    /// Returns what is known when a call calls a function. `around` is what is known in the function that makes the call.
    fn known_in(
        &mut self,
        module: ModuleId,
        site: &CallSite,
        around: Option<&Known>,
        function: FunctionRef,
    ) -> Known {
        let facts = around.map_or(&[][..], |around| &around.facts);
        let facts = self.facts_of(module, site, facts, function);
        let tests = self.tests_in(module, site, around, function);
        let receiver = self.class_of_receiver(module, site, around, function);
        Known { facts, tests, receiver }
    }

    /// Returns the class of the object on which a call runs a method: the class that the call creates an object of, or that of the receiver.
    fn class_of_receiver(
        &mut self,
        module: ModuleId,
        site: &CallSite,
        around: Option<&Known>,
        function: FunctionRef,
    ) -> Option<ClassRef> {
        let summary = self.engine().summary(module);
        let receiver = summary.method_call(site.expression).map(|(receiver, _)| receiver);
        let own = receiver.filter(|receiver| {
            is_own_object(summary, site, *receiver) || summary.last_name(*receiver) == Some("super")
        });
        let class = match (own, receiver) {
            (Some(_), _) => around.and_then(|around| around.receiver).or_else(|| {
                let class = summary.class_of(summary.function_around(site.scope)?)?;
                Some(ClassRef { module, class })
            }),
            (None, Some(expression)) => match *self.types_of(At { module, scope: site.scope, expression }) {
                [Type::Instance(class, _)] => Some(class),
                _ => None,
            },
            (None, None) => None,
        };
        let class = class.or_else(|| match self.inference_mut().called(module, site)[..] {
            [Type::Class(class)] => Some(class),
            _ => None,
        })?;
        self.has_method(class, function).then_some(class)
    }

    /// Returns whether a function is a method of a class or of one of its bases.
    fn has_method(&mut self, class: ClassRef, function: FunctionRef) -> bool {
        let FunctionRef { module, function } = function;
        let owner = self.engine().summary(module).class_of(function);
        let owner = owner.map(|class| ClassRef { module, class });
        owner
            .is_some_and(|owner| self.inference_mut().mro(class).iter().flatten().any(|(it, _)| *it == owner))
    }

    /// Returns the function that a call runs in the place of a method: the override of the class of the object, if the call is `self.name(...)`
    /// and that class is known. Returns `None` if the override runs later, or is unknown.
    fn overriding(
        &mut self,
        function: FunctionRef,
        site: &CallSite,
        known: &Known,
        method: FunctionRef,
    ) -> Option<FunctionRef> {
        let Some(class) = known.receiver else { return Some(method) };
        let engine = self.engine();
        let summary = engine.summary(function.module);
        let Some((receiver, name)) = summary.method_call(site.expression) else { return Some(method) };
        let target = engine.summary(method.module);
        let name = summary.name(name);
        let is_named = target.name(target.function(method.function).name) == name;
        let is_private = name.starts_with("__") && !name.ends_with("__");
        // A method of a subclass stands for one that the class leaves to its subclasses.
        if !is_named
            || is_private
            || !is_own_object(summary, site, receiver)
            || !self.has_method(class, method)
        {
            return Some(method);
        }
        let found = self.inference_mut().method_named(class, name).unwrap_or(method);
        if found == method {
            return Some(method);
        }
        let definition = engine.summary(found.module).function(found.function);
        let runs_at_once =
            engine.is_mutable(found.module) && !definition.is_async && !definition.is_generator;
        runs_at_once.then_some(found)
    }

    /// Returns the tests about arguments of a call whose outcomes are known, in terms of the parameters of the callee.
    fn tests_in(
        &mut self,
        module: ModuleId,
        site: &CallSite,
        around: Option<&Known>,
        function: FunctionRef,
    ) -> Vec<KnownTest> {
        let engine = self.engine();
        let summary = engine.summary(module);
        let guards = engine.guards(module);
        let conditions = guards.conditions_at(summary.span(site.expression));
        let inherited = around.map_or(&[][..], |around| &around.tests);
        if conditions.is_empty() && inherited.is_empty() {
            return Vec::new();
        }
        let given = self.names_given(module, site, function);
        let place_of = |name: &str| given.iter().find(|(given, _)| *given == name).map(|(_, place)| *place);
        let own = conditions.iter().filter_map(|group| match &**group {
            [only] => self.known_test(module, only, place_of),
            _ => None,
        });
        let mut tests: Vec<KnownTest> = own.collect();
        let caller = summary.function_around(site.scope).map(|caller| summary.function(caller));
        let moved = |part: &KnownPart| match part {
            KnownPart::Parameter(place) => {
                let parameter = caller?.parameters.get(*place)?;
                Some(KnownPart::Parameter(place_of(summary.name(parameter.name))?))
            }
            text @ KnownPart::Text(_) => Some(text.clone()),
        };
        tests.extend(inherited.iter().filter_map(|test| {
            let parts = test.parts.iter().map(moved).collect::<Option<_>>()?;
            Some(KnownTest { parts, holds: test.holds })
        }));
        tests.truncate(MAX_TESTS);
        tests
    }

    /// Returns a condition as a test about parameters; `None` if it is about other variables.
    fn known_test(
        &self,
        module: ModuleId,
        condition: &Condition,
        place_of: impl Fn(&str) -> Option<usize>,
    ) -> Option<KnownTest> {
        let part = |part: &TestPart| match part {
            TestPart::Variable(name) => place_of(name).map(KnownPart::Parameter),
            TestPart::Global(name) => Some(KnownPart::Text(self.path_of_global(module, name))),
            TestPart::Text(text) => Some(KnownPart::Text(text.to_string())),
        };
        let parts = condition.test.iter().map(part).collect::<Option<_>>()?;
        Some(KnownTest { parts, holds: condition.holds })
    }

    /// Returns the module and name of what a name of a module refers to, through its imports.
    fn path_of_global(&self, module: ModuleId, name: &str) -> String {
        let engine = self.engine();
        let summary = engine.summary(module);
        match summary.bindings_of(Summary::MODULE_SCOPE, name) {
            [only] => match only.kind {
                BindingKind::Import { module } => summary.name(module).to_owned(),
                BindingKind::ImportFrom { module: source, name } => {
                    let source = engine.module_name(engine.resolve(summary.name(source), module));
                    format!("{source}.{}", summary.name(name))
                }
                _ => format!("{}.{name}", engine.module_name(module)),
            },
            [] => name.to_owned(),
            _ => format!("{}.{name}", engine.module_name(module)),
        }
    }

    /// Returns the names that a call passes as they are, with the places of the parameters that receive them.
    fn names_given(
        &mut self,
        module: ModuleId,
        site: &CallSite,
        function: FunctionRef,
    ) -> Vec<(String, usize)> {
        let summary = self.engine().summary(module);
        let Some(takes_receiver) = self.takes_receiver(module, site, function) else { return Vec::new() };
        let receiver = summary.method_call(site.expression).map(|(receiver, _)| (0, receiver));
        let given = self.placed_arguments(module, site, function, takes_receiver);
        let given = given.into_iter().chain(receiver.filter(|_| takes_receiver));
        let named = given.filter_map(|(place, value)| match summary.expression(value) {
            Expression::Name(name) => Some((summary.name(name).to_owned(), place)),
            _ => None,
        });
        named.collect()
    }

    /// Returns whether the tests under which a function makes a call may have the outcomes that are known.
    fn tests_may_hold(&mut self, function: FunctionRef, site: &CallSite, tests: &[KnownTest]) -> bool {
        if tests.is_empty() {
            return true;
        }
        let engine = self.engine();
        self.inference_mut().rest_on_text(function.module);
        let summary = engine.summary(function.module);
        let parameters = &summary.function(function.function).parameters;
        let place_of =
            |name: &str| parameters.iter().position(|parameter| summary.name(parameter.name) == name);
        let guards = engine.guards(function.module);
        let is_refuted = |condition: &Condition| {
            let asked = self.known_test(function.module, condition, place_of);
            asked.is_some_and(|asked| {
                tests.iter().any(|test| test.parts == asked.parts && test.holds != asked.holds)
            })
        };
        let mut groups = guards.conditions_at(summary.span(site.expression)).iter();
        !groups.any(|group| group.iter().all(is_refuted))
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
    fn is_claimed(&mut self, function: FunctionRef, site: &CallSite, known: &Known, kind: EndKind) -> bool {
        let tells_of_async = |name: &str| Words::AsyncWords.all().iter().any(|word| name.contains(word));
        self.may_be_made(function, site, &known.facts)
            && !self.needs_unknown_falsy(function, site, &known.facts, tells_of_async)
            && self.tests_may_hold(function, site, &known.tests)
            && !(kind == EndKind::Block && self.is_made_without_loop_only(function, site))
    }

    /// Searches for a feasible path, nearest targets first, and appends its calls to `way`. Returns its
    /// target.
    fn find_way(
        &mut self,
        search: &mut Search,
        function: FunctionRef,
        known: &Known,
        way: &mut Vec<Made>,
    ) -> Option<Target> {
        search.is_cut |= search.met.len() >= MOST_FUNCTIONS;
        if search.is_cut || !search.met.insert((function, known.clone())) {
            return None;
        }
        for leg in self.inference_mut().legs_of(function, search.kind) {
            if !self.is_claimed(function, &leg.site, known, search.kind) {
                continue;
            }
            let target = match leg.target {
                Target::Function(next) => match self.overriding(function, &leg.site, known, next) {
                    Some(next) => Target::Function(next),
                    None => continue,
                },
                end => end,
            };
            let call = call_at(self, function, &leg.site, leg.form);
            way.push(Made { function, form: leg.form, call, is_exact: leg.is_exact });
            let end = match target {
                Target::Function(next) => {
                    let known = self.known_in(function.module, &leg.site, Some(known), next);
                    crate::stack::grow_stack_for_step(|| self.find_way(search, next, &known, way))
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
        for (place, value) in self.placed_arguments(module, site, function, takes_receiver) {
            facts[place] = fact_of(caller, value).or_else(|| handed_on(caller, site, value, around));
        }
        facts
    }

    /// Returns the arguments of a call, with the places of the parameters that receive them.
    fn placed_arguments(
        &self,
        module: ModuleId,
        site: &CallSite,
        function: FunctionRef,
        takes_receiver: bool,
    ) -> Vec<(usize, ExpressionId)> {
        let engine = self.engine();
        let (caller, callee) = (engine.summary(module), engine.summary(function.module));
        let parameters = &callee.function(function.function).parameters;
        let mut next = usize::from(takes_receiver);
        let mut placed = Vec::new();
        for argument in caller.arguments_of(site.expression).unwrap_or_default() {
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
            placed.extend(place.map(|place| (place, argument.value)));
        }
        placed
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

/// Returns whether a value is the first parameter of the method around a call.
fn is_own_object(summary: &Summary, site: &CallSite, value: ExpressionId) -> bool {
    let Expression::Name(name) = summary.expression(value) else { return false };
    summary.function_around(site.scope).is_some_and(|function| {
        let first = summary.function(function).parameters.first();
        summary.has_receiver(function) && first.is_some_and(|first| first.name == name)
    })
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
