//! Parameters whose annotations name another class than all callers pass, and functions that return another one.

use loopmend_catalog::Role;
use loopmend_index::summary::{
    Argument, ArgumentKind, CallSite, CallView, Expression, ExpressionId, NameId, Parameter, Summary,
};
use loopmend_project::Origin;

use super::given::Given;
use super::parameter::call_sites_of;
use super::types::Location;
use super::{CALL_SITES, ClassRef, FunctionRef, Inference, Type};
use crate::engine::ModuleId;

/// The maximum number of names that are followed from an argument to its value.
const MAX_NAMES: u8 = 4;

/// An expression that is passed to a function, and where it is evaluated.
type Passed = (Location, ExpressionId);

impl Inference<'_> {
    /// Returns whether all that callers pass for an annotated parameter is of another class than the annotation says: calls, and calls that
    /// get the function together with its arguments. This is an outermost query.
    pub fn is_misannotated(&mut self, function: FunctionRef, parameter: NameId) -> bool {
        self.begin();
        self.depend_on_module(CALL_SITES);
        let definition = self.summary(function.module).function(function.function);
        let Some(parameter) = definition.parameters.iter().find(|known| known.name == parameter).copied()
        else {
            return false;
        };
        let Some(annotation) = parameter.annotation else { return false };
        let stated = self.signature_annotation(function, annotation);
        let classes: Option<Vec<ClassRef>> = self
            .parts(stated)
            .into_iter()
            .filter(|part| *part != Type::None)
            .map(|part| match part {
                Type::Instance(class, _) => Some(class),
                _ => None,
            })
            .collect();
        let Some(classes) = classes.filter(|classes| !classes.is_empty()) else { return false };
        let Some(mut passed) = self.passed_by_callers(function, parameter) else { return false };
        passed.retain(|passed| !self.is_fake_of_test(*passed));
        !passed.is_empty() && passed.into_iter().all(|passed| self.is_of_other_class(passed, &classes))
    }

    /// Returns whether all that a plain function of the project returns is of another class than its annotation says. This is an outermost query.
    pub fn returns_other_class(&mut self, function: FunctionRef) -> bool {
        self.begin();
        let definition = self.summary(function.module).function(function.function);
        let Some(annotation) =
            definition.returns.filter(|_| !definition.is_async && !definition.is_generator)
        else {
            return false;
        };
        if self.engine.origin(function.module) != Origin::FirstParty || definition.is_placeholder {
            return false;
        }
        let stated = self.signature_annotation(function, annotation);
        let [Type::Instance(class, _)] = self.parts(stated)[..] else { return false };
        let summary = self.summary(function.module);
        let at = Location::in_scope(function.module, definition.scope);
        let mut returned = summary.list(definition.returned).to_vec();
        returned.retain(|value| !matches!(summary.expression(*value), Expression::None));
        !returned.is_empty()
            && returned.into_iter().all(|value| self.is_of_other_class((at, value), &[class]))
    }

    /// Returns what all callers pass for a parameter; `None` if that is not known.
    fn passed_by_callers(&mut self, function: FunctionRef, parameter: Parameter) -> Option<Vec<Passed>> {
        let engine = self.engine;
        let summary = engine.summary(function.module);
        let name = summary.name(summary.function(function.function).name);
        let names = self.names_at_call_sites(function, None);
        let sites = call_sites_of(engine, &names)?;
        let mut passed = Vec::new();
        for (module, site) in sites.into_iter().chain(self.constructor_calls_in_subclasses(function)) {
            let site = engine.summary(module).calls[site as usize];
            let CallView { callee, arguments } = engine.summary(module).call(site.expression)?;
            let at = Location::in_scope(module, site.scope);
            let called = self.evaluate(at, callee);
            if let Some(is_bound) = self.is_call_of(called, function) {
                let given = Given::of_call(engine.summary(module), at, arguments);
                passed.push(self.matched_argument(function, parameter, &given, is_bound)?);
            }
        }
        if !names.iter().any(|name| engine.is_passed_on(name)) {
            return Some(passed);
        }
        // Other modules do not use a private name.
        if !name.starts_with('_') {
            return None;
        }
        for site in &summary.calls {
            let arguments = summary.arguments_of(site.expression).unwrap_or_default();
            let handed = arguments.iter().position(|it| ends_in_name(summary, it.value, name));
            if let Some(place) = handed {
                passed.push(self.passed_beside(function, parameter, site, &arguments[place..])?);
            }
        }
        Some(passed)
    }

    /// Returns what a call passes for a parameter of a function that it gets before the arguments of the function.
    fn passed_beside(
        &mut self,
        function: FunctionRef,
        parameter: Parameter,
        site: &CallSite,
        arguments: &[Argument],
    ) -> Option<Passed> {
        let (handed, arguments) = arguments.split_first()?;
        let at = Location::in_scope(function.module, site.scope);
        let handed_on = self.evaluate(at, handed.value);
        let is_bound = self.is_call_of(handed_on, function)?;
        if handed.kind != ArgumentKind::Positional {
            return None;
        }
        let given = Given::of_arguments(self.summary(function.module), at, arguments);
        self.matched_argument(function, parameter, &given, is_bound)
    }

    fn matched_argument(
        &mut self,
        function: FunctionRef,
        parameter: Parameter,
        given: &Given,
        is_bound: bool,
    ) -> Option<Passed> {
        let summary = self.summary(function.module);
        let parameters = &summary.function(function.function).parameters;
        let mut matched = given.matched(summary, parameters, is_bound);
        matched.find(|(known, _)| known.name == parameter.name)?.1.expression()
    }

    /// Returns whether a test passes a mock, or what may be one. It says nothing of what the function is written for.
    fn is_fake_of_test(&mut self, (at, value): Passed) -> bool {
        if !self.engine.is_of_tests(at.module) {
            return false;
        }
        let found = self.evaluate(at, value);
        found == Type::Unknown || self.is_mock(found)
    }

    /// Returns whether a value is of none of these classes, of a base or of a subclass of one. The class of a value is also known to be
    /// another one if it is what the annotation of a function says and cannot be found.
    fn is_of_other_class(&mut self, (at, value): Passed, classes: &[ClassRef]) -> bool {
        let found = self.evaluate(at, value);
        if found == Type::Unknown {
            return self.is_stated_elsewhere(at, value, MAX_NAMES);
        }
        self.parts(found).into_iter().filter(|part| *part != Type::None).all(|part| match part {
            Type::Instance(class, _) => {
                !self.is_mock_class(class)
                    && !classes
                        .iter()
                        .any(|stated| self.may_be_meant(class, *stated) || self.is_declared_protocol(*stated))
            }
            // The annotation `Extractor` stands where `type[Extractor]` is meant.
            Type::Class(_) => true,
            _ => false,
        })
    }

    /// Returns whether a class may derive from a stated one, or is one of its known bases.
    fn may_be_meant(&mut self, class: ClassRef, stated: ClassRef) -> bool {
        self.mro(class).iter().any(|place| place.is_none_or(|(owner, _)| owner == stated))
            || self.mro(stated).iter().flatten().any(|(owner, _)| *owner == class)
    }

    /// Returns whether a value is what a function of the project returns whose annotation names an unknown class.
    fn is_stated_elsewhere(&mut self, at: Location, value: ExpressionId, names: u8) -> bool {
        let summary = self.summary(at.module);
        match summary.expression(value) {
            Expression::Name(name) if names > 0 => match summary.nearest_bindings_of(at.scope, name) {
                [only] => {
                    let scope = Location { scope: only.scope, ..at };
                    only.kind.value().is_some_and(|value| self.is_stated_elsewhere(scope, value, names - 1))
                }
                _ => false,
            },
            Expression::Await(value) => self.is_stated_elsewhere(at, value, names),
            Expression::Call { callee, .. } => {
                let called = self.evaluate(at, callee);
                let parts = self.parts(called);
                !parts.is_empty()
                    && parts.into_iter().all(|part| match part {
                        Type::Function(id) => {
                            let function = self.callee(id).function;
                            self.names_class(function.module, function)
                        }
                        _ => false,
                    })
            }
            _ => false,
        }
    }

    /// Returns whether the annotation of what a function returns is a name that is no form of `typing`.
    fn names_class(&mut self, module: ModuleId, function: FunctionRef) -> bool {
        let summary = self.summary(module);
        let returns = summary.function(function.function).returns;
        returns.is_some_and(|returns| {
            let is_name =
                matches!(summary.expression(returns), Expression::Name(_) | Expression::Attribute { .. });
            is_name
                && !summary.last_roles(returns).has(Role::SpecialForm)
                && !summary.last_roles(returns).has(Role::UntypedForm)
                && self.signature_annotation(function, returns) == Type::Unknown
        })
    }
}

/// Returns whether an expression is this name, or an attribute with it.
fn ends_in_name(summary: &Summary, value: ExpressionId, name: &str) -> bool {
    match summary.expression(value) {
        Expression::Name(used) | Expression::Attribute { name: used, .. } => summary.name(used) == name,
        _ => false,
    }
}
