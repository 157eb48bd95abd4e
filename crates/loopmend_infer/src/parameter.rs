//! The types of parameters: by annotation, as `self`, as a fixture, or by the call sites of the function.

use loopmend_catalog::{Role, Words};
use loopmend_index::calls::{asks_for_loop, calls_in};
use loopmend_index::summary::{
    CallSite, CallView, Expression, ExpressionId, FunctionId, Interface, NameId, Parameter, ParameterKind,
    ScopeId, Summary,
};
use loopmend_project::Origin;

use super::given::Given;
use super::memo::Question;
use super::types::Location;
use super::{CALL_SITES, ClassRef, ContextId, FunctionRef, Inference, Type, TypeList};
use crate::engine::{Engine, ModuleId};
use crate::index::CallSiteRef;
use crate::parts::Part;

/// The maximum number of calls of a function in the project. A function with more is not followed to its
/// callers.
const MOST_CALL_SITES: usize = 40;
/// The maximum number of certain calls of the function to evaluate.
const MOST_MATCHING_CALLS: usize = 12;

/// The argument that a call passes for a parameter.
enum GivenAt {
    Argument(Type),
    /// No argument: the default applies.
    Default,
}

impl<'e> Inference<'e> {
    /// Returns the call that a function makes of a parameter, its own or that of the function around it: the
    /// one in the fewest branches. Returns `None` if the function may run it in another thread instead.
    pub fn call_of_given(&mut self, function: FunctionRef, parameter: NameId) -> Option<CallSite> {
        let engine = self.engine;
        let summary = engine.summary(function.module);
        let definition = summary.function(function.function);
        // What the function calls is part of the answer.
        self.rest_on_steps(function.module);
        engine.meet(function.module, &[Interface::name_hash(summary.name(definition.name))]);
        if !summary.bindings_of(definition.scope, summary.name(parameter)).is_empty() {
            return None;
        }
        let own = calls_in(summary, function.function);
        let chooses = |site: &CallSite| {
            asks_for_loop(summary, site) || summary.last_roles(site.expression).has(Role::HandsToThread)
        };
        if own.clone().any(chooses) {
            return None;
        }
        let is_call = |site: &&CallSite| {
            let called = summary.call(site.expression).map(|call| summary.expression(call.callee));
            !site.expects_exception
                && !site.usage.is_awaited()
                && matches!(called, Some(Expression::Name(name)) if name == parameter)
        };
        own.filter(is_call).min_by_key(|site| site.branches).copied()
    }

    /// Returns the type of a parameter inside its function.
    pub(super) fn parameter(&mut self, function: FunctionRef, index: u32, context: ContextId) -> Type {
        if let Some(given) = self.given_argument(function, index, context) {
            return given;
        }
        let receiver = self.receiver_in(function, context);
        self.memoised(Question::Parameter(function, index, receiver), |inference| {
            inference.parameter_type(function, index, receiver)
        })
    }

    /// Returns the class for which a constructor is analysed, if it is a subclass of the defining class.
    fn receiver_in(&self, function: FunctionRef, context: ContextId) -> Option<ClassRef> {
        let summary = self.engine.summary(function.module);
        if summary.name(summary.function(function.function).name) != "__init__" {
            return None;
        }
        match self.given_argument(function, 0, context)? {
            Type::Instance(class, _) => Some(class),
            _ => None,
        }
    }

    /// Returns the argument that the analysed call passes for a parameter.
    fn given_argument(&self, function: FunctionRef, index: u32, context: ContextId) -> Option<Type> {
        let mut current = context;
        while let Some(context) = self.context(current) {
            if context.owner == function {
                let given = self.types(context.arguments).get(index as usize).copied();
                return given.filter(|given| *given != Type::Unknown);
            }
            current = context.outer;
        }
        None
    }

    fn parameter_type(&mut self, function: FunctionRef, index: u32, receiver: Option<ClassRef>) -> Type {
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let Some(parameter) = definition.parameters.get(index as usize).copied() else {
            return Type::Unknown;
        };
        let annotated =
            parameter.annotation.map(|annotation| self.signature_annotation(function, annotation));
        if parameter.is_variadic() {
            return self.variadic(parameter.kind, annotated.unwrap_or(Type::Unknown));
        }
        if let Some(annotated) = annotated {
            // `Any` says nothing; what pytest gives is known all the same.
            return match annotated {
                Type::Unknown => {
                    self.fixture_parameter(function, summary.name(parameter.name)).unwrap_or(annotated)
                }
                annotated => annotated,
            };
        }
        if index == 0
            && let Some(receiver) = self.receiver_parameter(function)
        {
            return receiver;
        }
        if self.engine.is_without(Part::Fixtures) {
            return self.given_by_calls(function, index, receiver);
        }
        if let Some(injected) = self.injected_parameter(function, index) {
            return injected;
        }
        if let Some(fixture) = self.fixture_parameter(function, summary.name(parameter.name)) {
            return fixture;
        }
        self.given_by_calls(function, index, receiver)
    }

    fn variadic(&mut self, kind: ParameterKind, element: Type) -> Type {
        match kind {
            ParameterKind::VariadicKeyword => {
                let text = self.builtin_instance("str", &[]);
                self.builtin_instance("dict", &[text, element])
            }
            _ => self.builtin_instance("tuple", &[element]),
        }
    }

    /// Returns the type of `self` or `cls`. A decorator may keep a function whose first parameter has another name, and call it with other
    /// arguments: the class is a namespace then.
    fn receiver_parameter(&mut self, function: FunctionRef) -> Option<Type> {
        let class = self.class_of(function)?;
        let definition = self.summary(function.module).function(function.function);
        let first = definition.parameters.first()?.name;
        if definition.decorators.len > 0
            && self.engine.origin(function.module) == Origin::FirstParty
            && !Words::ReceiverNames.has(self.summary(function.module).name(first).trim_matches('_'))
        {
            return Some(Type::Unknown);
        }
        let kind = self.method_kind(function);
        if kind.is_static {
            return None;
        }
        let summary = self.summary(function.module);
        let name = summary.name(summary.function(function.function).name);
        if kind.is_class || name == "__new__" {
            return Some(Type::Class(class));
        }
        Some(Type::Instance(class, self.type_parameters(class)))
    }

    /// Returns the types that all calls of a function in the project pass for a parameter, with its
    /// default.
    fn given_by_calls(&mut self, function: FunctionRef, index: u32, receiver: Option<ClassRef>) -> Type {
        self.count_call_sites();
        let is_out = self.engine.is_without(Part::CallSites);
        if is_out || self.call_sites_left == 0 || self.engine.origin(function.module) != Origin::FirstParty {
            return Type::Unknown;
        }
        self.call_sites_left -= 1;
        let found = self.given_at_call_sites(function, index, receiver);
        self.call_sites_left += 1;
        if found != Type::Unknown {
            self.rest_on_callers();
        }
        found
    }

    fn given_at_call_sites(&mut self, function: FunctionRef, index: u32, receiver: Option<ClassRef>) -> Type {
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let engine = self.engine;
        self.depend_on_module(CALL_SITES);
        let names = self.names_at_call_sites(function, receiver);
        let is_constructor = summary.name(definition.name) == "__init__";
        let Some(sites) = call_sites_of(engine, &names) else { return Type::Unknown };
        if !is_constructor && names.iter().any(|name| engine.is_passed_on(name)) {
            return Type::Unknown;
        }
        let mut parts = Vec::new();
        let mut has_mocks = false;
        let mut calls = 0;
        let further = self.constructor_calls_in_subclasses(function);
        for (module, site) in sites.into_iter().chain(further) {
            let site = engine.summary(module).calls[site as usize];
            match self.given_at(module, site, function, index) {
                // A test's mock says nothing of what the function is written for.
                Some(GivenAt::Argument(argument)) if self.is_mock(argument) => has_mocks = true,
                Some(GivenAt::Argument(argument)) => parts.push(argument),
                Some(GivenAt::Default) => {}
                None => continue,
            }
            calls += 1;
            if calls >= MOST_MATCHING_CALLS {
                break;
            }
        }
        if calls == 0 || has_mocks && parts.iter().all(|part| *part == Type::None) {
            return Type::Unknown;
        }
        if let Some(default) = definition.parameters[index as usize].default {
            let at = Location::around(summary, function.module, definition.scope);
            parts.push(self.evaluate(at, default));
        }
        self.union(parts)
    }

    /// Returns the calls `super().__init__(...)` in the direct subclasses of the class whose constructor
    /// this is.
    pub(super) fn constructor_calls_in_subclasses(&mut self, function: FunctionRef) -> Vec<(ModuleId, u32)> {
        let summary = self.summary(function.module);
        if summary.name(summary.function(function.function).name) != "__init__" {
            return Vec::new();
        }
        let Some(class) = self.class_of(function) else { return Vec::new() };
        self.depend_on_module(super::SUBCLASSES);
        let engine = self.engine;
        engine.ask_for_calls("__init__");
        let mut found = Vec::new();
        for subclass in engine.subclasses(self.class_name(class)).iter().take(MOST_CALL_SITES) {
            let summary = self.summary(subclass.module);
            let own = summary.functions_named(summary.class(subclass.class).scope, "__init__").last();
            let Some(own) = own.map(|own| summary.function(own).scope) else { continue };
            let calls = summary.calls.iter().enumerate();
            let calls = calls.filter(|(_, call)| {
                call.scope == own && summary.last_name(call.expression) == Some("__init__")
            });
            found.extend(calls.map(|(place, _)| (subclass.module, place as u32)));
        }
        found
    }

    /// Returns the names under which a function is called, without duplicates. A constructor has those of
    /// the class and its subclasses.
    pub(super) fn names_at_call_sites(
        &mut self,
        function: FunctionRef,
        receiver: Option<ClassRef>,
    ) -> Vec<&'e str> {
        let summary = self.summary(function.module);
        let name = summary.name(summary.function(function.function).name);
        if name != "__init__" {
            return if name.starts_with('<') { Vec::new() } else { vec![name] };
        }
        let Some(class) = receiver.or_else(|| self.class_of(function)) else { return Vec::new() };
        let subclasses = self.subclasses_in_project(class);
        let mut names: Vec<&'e str> =
            subclasses.iter().chain([&class]).map(|class| self.class_name(*class)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Returns the argument that one call passes for a parameter of a function. Returns `None` if it calls
    /// something else, or if the function passes the parameter to itself.
    fn given_at(
        &mut self,
        module: ModuleId,
        site: CallSite,
        function: FunctionRef,
        index: u32,
    ) -> Option<GivenAt> {
        let summary = self.engine.summary(module);
        let CallView { callee, arguments } = summary.call(site.expression)?;
        let at = Location::in_scope(module, site.scope);
        let called = self.evaluate(at, callee);
        let is_bound = self.is_call_of(called, function)?;
        let own = self.summary(function.module);
        let parameters = &own.function(function.function).parameters;
        let given = Given::of_call(self.summary(module), at, arguments);
        let wanted: &Parameter = &parameters[index as usize];
        let is_wanted = |parameter: &Parameter| parameter.name == wanted.name;
        let argument = given.matched(own, parameters, is_bound).find(|(parameter, _)| is_wanted(parameter));
        let source = argument.and_then(|(_, argument)| argument.expression());
        let is_own = |(at, id): (Location, ExpressionId)| {
            at.module == function.module && passes_on(own, function.function, wanted, at.scope, id)
        };
        if source.is_some_and(is_own) {
            return None;
        }
        Some(match argument {
            Some((_, argument)) => GivenAt::Argument(self.argument(argument)),
            None if given.is_open || wanted.default.is_none() => GivenAt::Argument(Type::Unknown),
            None => GivenAt::Default,
        })
    }

    /// Returns whether the callee is this function, and if so, whether its first parameter is bound.
    pub(super) fn is_call_of(&mut self, called: Type, function: FunctionRef) -> Option<bool> {
        // The parts of a union come in no fixed order.
        let calls = self.parts(called).into_iter().filter_map(|part| match part {
            Type::Function(id) => {
                let callee = self.callee(id);
                (callee.function == function).then_some(callee.receiver.is_some())
            }
            Type::Class(class) => {
                let constructor =
                    self.member(class, Type::Instance(class, TypeList::FIRST), "__init__", true);
                match constructor {
                    Type::Function(id) => (self.callee(id).function == function).then_some(true),
                    _ => None,
                }
            }
            _ => None,
        });
        calls.min()
    }
}

/// Returns whether a callee passes its own parameter on unchanged.
fn passes_on(
    summary: &Summary,
    function: FunctionId,
    parameter: &Parameter,
    scope: ScopeId,
    id: ExpressionId,
) -> bool {
    let is_named = matches!(summary.expression(id), Expression::Name(name) if name == parameter.name);
    let is_inside = summary.function(function).scope == scope;
    is_named && is_inside && summary.bindings_of(scope, summary.name(parameter.name)).is_empty()
}

/// Returns the calls in the project of functions with these names; `None` if there are too many.
pub(super) fn call_sites_of(engine: &Engine, names: &[&str]) -> Option<Vec<CallSiteRef>> {
    let mut sites = Vec::new();
    for name in names {
        sites.extend_from_slice(&engine.call_sites(name, MOST_CALL_SITES)?);
    }
    (sites.len() <= MOST_CALL_SITES).then_some(sites)
}
