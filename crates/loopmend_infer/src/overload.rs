//! Overload resolution: selects the signature of an overloaded function by three-valued matching.

use loopmend_catalog::{Role, named};
use loopmend_index::summary::{
    BindingKind, Expression, ExpressionId, Literal, Operator, Parameter, ParameterKind, Summary,
};
use loopmend_python::stack::grow_stack_for_step;

use super::given::{Given, GivenArgument, positional_parameters};
use super::types::Callee;
use super::{ClassRef, FunctionRef, Inference, Type, TypeList};
use crate::engine::ModuleId;

/// The maximum depth of aliases and unions in which literals are searched.
const DEEPEST_ALIAS: u8 = 8;

/// The literals that an annotation allows.
#[derive(Default)]
struct Literals {
    /// The literals, as returned by [`literal_key`].
    keys: Vec<String>,
    /// Whether the annotation allows anything else.
    has_others: bool,
}

/// Whether an argument matches a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    No,
    /// Part of it is unknown.
    Maybe,
    Yes,
}

impl<'e> Inference<'e> {
    /// Returns the signatures that a call may use: the first certain match, and all possible matches before
    /// it.
    pub(super) fn matching_overloads(
        &mut self,
        candidates: &[FunctionRef],
        callee: Callee,
        given: &Given,
    ) -> Vec<FunctionRef> {
        let mut matching = Vec::new();
        for candidate in candidates {
            match self.fits(*candidate, callee.receiver, given) {
                Fit::No => {}
                Fit::Maybe => matching.push(*candidate),
                Fit::Yes => {
                    matching.push(*candidate);
                    break;
                }
            }
        }
        if !given.starred.is_empty() && matching.iter().any(|candidate| self.is_variadic(*candidate)) {
            matching.retain(|candidate| self.is_variadic(*candidate));
        }
        matching
    }

    /// Returns whether a function takes any number of positional arguments.
    fn is_variadic(&mut self, function: FunctionRef) -> bool {
        let parameters = &self.summary(function.module).function(function.function).parameters;
        parameters.iter().any(|parameter| parameter.kind == ParameterKind::Variadic)
    }

    fn fits(&mut self, function: FunctionRef, receiver: Option<Type>, given: &Given) -> Fit {
        let summary = self.summary(function.module);
        let parameters = &summary.function(function.function).parameters;
        let of_receiver = match (receiver, parameters.first()) {
            (Some(receiver), Some(Parameter { annotation: Some(annotation), .. })) => {
                let expected = self.signature_annotation(function, *annotation);
                self.compatible(expected, receiver)
            }
            _ => Fit::Yes,
        };
        let mut fit = of_receiver.min(fits_in_number(summary, parameters, receiver.is_some(), given));
        for (parameter, argument) in given.matched(summary, parameters, receiver.is_some()) {
            if fit == Fit::No {
                break;
            }
            if let Some(annotation) = parameter.annotation {
                fit = fit.min(self.argument_fits(function, receiver, annotation, argument));
            }
        }
        fit
    }

    fn argument_fits(
        &mut self,
        function: FunctionRef,
        receiver: Option<Type>,
        annotation: ExpressionId,
        argument: &GivenArgument,
    ) -> Fit {
        if let Some(fit) = self.literal_fits(function, annotation, argument) {
            return fit;
        }
        let mut expected = self.signature_annotation(function, annotation);
        if receiver.is_some() && self.has_variables(expected) {
            let owner = self.class_of(function);
            let substitution = self.substitution_for(owner, receiver);
            expected = self.substituted(expected, &substitution, true);
        }
        if expected == Type::Unknown {
            return Fit::Yes;
        }
        let argument = self.argument(argument);
        self.compatible(expected, argument)
    }

    /// Matches `Literal[...]`, or an alias of it, with an argument.
    fn literal_fits(
        &mut self,
        function: FunctionRef,
        annotation: ExpressionId,
        argument: &GivenArgument,
    ) -> Option<Fit> {
        let given = match argument.expression() {
            Some((at, id)) => literal_key(self.summary(at.module), id),
            None => None,
        };
        let mut expected = Literals::default();
        let is_direct =
            matches!(self.summary(function.module).expression(annotation), Expression::Subscript { .. });
        if given.is_some() || is_direct {
            self.collect_literals(function.module, annotation, DEEPEST_ALIAS, &mut expected);
        }
        if expected.keys.is_empty() {
            return None;
        }
        let Some(given) = given else {
            let expected = self.signature_annotation(function, annotation);
            let argument = self.argument(argument);
            return Some(self.compatible(expected, argument).min(Fit::Maybe));
        };
        Some(match (expected.keys.contains(&given), expected.has_others) {
            (true, _) => Fit::Yes,
            (false, true) => return None,
            (false, false) => Fit::No,
        })
    }

    /// Collects the literals that an annotation allows.
    fn collect_literals(
        &mut self,
        module: ModuleId,
        annotation: ExpressionId,
        depth: u8,
        found: &mut Literals,
    ) {
        let summary = self.summary(module);
        match summary.expression(annotation) {
            Expression::Subscript { value, slice } if summary.last_name(value) == Some("Literal") => {
                for literal in super::generic::subscript_arguments(summary, slice) {
                    match literal_key(summary, literal) {
                        Some(key) => found.keys.push(key),
                        None => found.has_others = true,
                    }
                }
            }
            Expression::Binary { operator: Operator::BitOr, left, right } if depth > 0 => {
                self.collect_literals(module, left, depth - 1, found);
                self.collect_literals(module, right, depth - 1, found);
            }
            Expression::None => found.keys.push("None".to_owned()),
            Expression::Name(name) if depth > 0 => match self.alias_named(module, summary.name(name)) {
                Some((home, value)) => self.collect_literals(home, value, depth - 1, found),
                None => found.has_others = true,
            },
            _ => found.has_others = true,
        }
    }

    /// Returns the expression of an alias at the top level of a module, or imported there.
    fn alias_named(&mut self, module: ModuleId, name: &str) -> Option<(ModuleId, ExpressionId)> {
        let (mut module, mut name) = (module, name);
        for _ in 0..DEEPEST_ALIAS {
            let summary = self.summary(module);
            match summary.bindings_of(Summary::MODULE_SCOPE, name).last()?.kind {
                BindingKind::Alias(value) | BindingKind::Value(value) => return Some((module, value)),
                BindingKind::ImportFrom { module: source, name: imported } => {
                    module = self.engine.resolve(summary.name(source), module);
                    name = summary.name(imported);
                }
                _ => return None,
            }
        }
        None
    }

    /// Returns whether a value can be passed for a parameter of this type.
    pub(super) fn compatible(&mut self, expected: Type, given: Type) -> Fit {
        if !self.step() {
            return Fit::Maybe;
        }
        grow_stack_for_step(|| match (expected, given) {
            (Type::Variable(id), _) => match self.variable(id).bound {
                Some(bound) => self.compatible(bound, given),
                None => Fit::Yes,
            },
            (_, Type::Unknown | Type::Never) => Fit::Maybe,
            (Type::Unknown, _) => Fit::Yes,
            (_, Type::Union(parts)) => self.all_compatible(expected, parts),
            (Type::Union(parts), _) => {
                let parts = self.types(parts).to_vec();
                parts.into_iter().map(|part| self.compatible(part, given)).max().unwrap_or(Fit::No)
            }
            (Type::None, Type::None) => Fit::Yes,
            (Type::None, _) => Fit::No,
            (Type::Instance(class, _), _) if self.is_object(class) => Fit::Yes,
            (_, Type::None) => Fit::No,
            (_, Type::Plain) => Fit::Maybe,
            (Type::Awaitable(_), _) => self.is_awaitable(given),
            (Type::Callable(result), _) => self.callable_fits(result, given),
            (Type::Instance(class, arguments), _) => self.instance_fits(class, arguments, given),
            (Type::Tuple(expected), Type::Tuple(given)) => self.tuple_fits(expected, given),
            (Type::Form(_) | Type::Class(_), Type::Class(_) | Type::Form(_)) => Fit::Yes,
            (Type::Form(_) | Type::Class(_), _) => Fit::No,
            _ => Fit::Maybe,
        })
    }

    fn all_compatible(&mut self, expected: Type, parts: TypeList) -> Fit {
        let fits: Vec<Fit> =
            self.types(parts).to_vec().into_iter().map(|part| self.compatible(expected, part)).collect();
        match (fits.iter().min(), fits.iter().max()) {
            (Some(least), Some(most)) if least == most => *least,
            _ => Fit::Maybe,
        }
    }

    fn is_object(&mut self, class: ClassRef) -> bool {
        self.builtin_name(class) == Some("object")
    }

    pub(super) fn is_awaitable(&mut self, given: Type) -> Fit {
        match given {
            Type::Coroutine(..) | Type::Awaitable(_) => Fit::Yes,
            Type::Instance(class, _) if self.has_open_order(class) => Fit::Maybe,
            Type::Instance(class, _) => match self.member(class, given, "__await__", true) {
                Type::Unknown => Fit::No,
                _ => Fit::Yes,
            },
            _ => Fit::No,
        }
    }

    fn callable_fits(&mut self, result: TypeList, given: Type) -> Fit {
        let expected = self.only(result);
        match given {
            Type::Function(_) | Type::Callable(_) | Type::Identity => {
                let found = self.call(given, &Given::open());
                if let (Type::Instance(..), Type::Instance(..), true) =
                    (expected, found, self.has_variables(expected))
                {
                    return self.compatible(expected, found);
                }
                if self.has_variables(expected) && !matches!(expected, Type::Awaitable(_)) {
                    return Fit::Yes;
                }
                let fit = self.compatible(expected, found);
                if matches!(expected, Type::Awaitable(_)) { fit } else { fit.max(Fit::Maybe) }
            }
            Type::Tuple(_) | Type::Coroutine(..) | Type::Awaitable(_) => Fit::No,
            _ => Fit::Maybe,
        }
    }

    fn instance_fits(&mut self, class: ClassRef, arguments: TypeList, given: Type) -> Fit {
        match given {
            Type::Instance(own, own_arguments) => {
                if let Some(found) = self.arguments_as(own, own_arguments, class) {
                    return self.arguments_fit(arguments, found);
                }
                if self.is_declared_protocol(class) {
                    let fit = self.protocol_fits(class, own);
                    if arguments == TypeList::FIRST || fit == Fit::No {
                        return fit;
                    }
                    let found = self.arguments_by_members(class, given);
                    let found = self.list(&found);
                    return fit.min(self.arguments_fit(arguments, found));
                }
                let is_widened = named(self.class_name(class)).has(Role::WidenedNumber);
                // What `typing` defines inherits by name what it has the methods of.
                let is_structural =
                    self.is_protocol(class) && self.engine.module_name(own.module) != "typing";
                let is_open = self.has_open_order(own) || is_structural || is_widened;
                if is_open { Fit::Maybe } else { Fit::No }
            }
            Type::Tuple(_) => {
                let tuple = self.builtin_instance("tuple", &[]);
                match tuple {
                    Type::Instance(tuple, _) => {
                        self.instance_fits(class, TypeList::FIRST, Type::Instance(tuple, TypeList::FIRST))
                    }
                    _ => Fit::Maybe,
                }
            }
            Type::Function(_) | Type::Callable(_) | Type::Coroutine(..) | Type::Awaitable(_) => {
                if self.is_protocol(class) { Fit::Maybe } else { Fit::No }
            }
            Type::Class(_) | Type::Form(_)
                if !self.is_protocol(class) && self.class_name(class) != "type" =>
            {
                Fit::No
            }
            _ => Fit::Maybe,
        }
    }

    fn arguments_fit(&mut self, expected: TypeList, found: TypeList) -> Fit {
        let (expected, found) = (self.types(expected).to_vec(), self.types(found).to_vec());
        let mut fit = Fit::Yes;
        for (place, expected) in expected.into_iter().enumerate() {
            let found = found.get(place).copied().unwrap_or(Type::Unknown);
            fit = fit.min(self.compatible(expected, found));
        }
        fit
    }

    fn tuple_fits(&mut self, expected: TypeList, given: TypeList) -> Fit {
        if self.types(expected).len() == self.types(given).len() {
            self.arguments_fit(expected, given)
        } else {
            Fit::No
        }
    }

    fn is_protocol(&mut self, class: ClassRef) -> bool {
        self.is_declared_protocol(class) || self.engine.module_name(class.module) == "typing"
    }

    /// Returns whether `Protocol` is among the bases of a class.
    pub fn is_declared_protocol(&mut self, class: ClassRef) -> bool {
        let summary = self.summary(class.module);
        let bases = summary.list(summary.class(class.class).bases);
        bases.iter().any(|base| summary.last_name(*base) == Some("Protocol"))
    }

    /// Returns whether a class has all members of a protocol, with the same literals where both state one.
    pub(super) fn protocol_fits(&mut self, protocol: ClassRef, class: ClassRef) -> Fit {
        let members: Vec<ClassRef> = self.mro(protocol).iter().flatten().map(|(owner, _)| *owner).collect();
        let mut fit = Fit::Yes;
        for owner in members {
            if !self.is_declared_protocol(owner) {
                continue;
            }
            let summary = self.summary(owner.module);
            for entry in &summary.scope(summary.class(owner.class).scope).entries {
                let name = summary.name(entry.name);
                if name == "__slots__" {
                    continue;
                }
                let expected =
                    summary.bindings_in(*entry).last().and_then(|last| literal_of(summary, last.kind));
                fit = fit.min(self.member_fits(class, name, expected.as_deref()));
            }
        }
        fit
    }

    fn member_fits(&mut self, class: ClassRef, name: &str, expected: Option<&str>) -> Fit {
        for place in self.mro(class).iter() {
            let Some((owner, _)) = place else { return Fit::Maybe };
            let summary = self.summary(owner.module);
            let bindings = summary.bindings_of(summary.class(owner.class).scope, name);
            if let Some(last) = bindings.last() {
                let found = literal_of(summary, last.kind);
                let differs = expected.is_some() && found.is_some() && expected != found.as_deref();
                return if differs { Fit::No } else { Fit::Yes };
            }
            if !summary.attributes_of(owner.class, name).is_empty() {
                return Fit::Yes;
            }
        }
        Fit::No
    }
}

/// Returns whether the number and names of the arguments match the parameters.
fn fits_in_number(summary: &Summary, parameters: &[Parameter], is_bound: bool, given: &Given) -> Fit {
    let takes = |kind: ParameterKind| parameters.iter().any(|parameter| parameter.kind == kind);
    let places: Vec<&Parameter> = positional_parameters(parameters, is_bound).collect();
    if given.positional.len() > places.len() && !takes(ParameterKind::Variadic) {
        return Fit::No;
    }
    let is_named = |parameter: &Parameter| given.keyword(summary.name(parameter.name)).is_some();
    let is_unknown = |name: &str| {
        !parameters.iter().any(|parameter| !parameter.is_variadic() && summary.name(parameter.name) == name)
    };
    if !takes(ParameterKind::VariadicKeyword) && given.keywords.iter().any(|(name, _)| is_unknown(name)) {
        return Fit::No;
    }
    let keyword_only = parameters.iter().filter(|parameter| parameter.kind == ParameterKind::KeywordOnly);
    let rest = places.iter().skip(given.positional.len()).copied().chain(keyword_only);
    let missing = rest.filter(|parameter| parameter.default.is_none() && !is_named(parameter));
    let lacks = |parameter: &&Parameter| match parameter.kind {
        ParameterKind::KeywordOnly => !given.may_have_keywords,
        _ => !given.is_open,
    };
    let missing: Vec<&Parameter> = missing.collect();
    if missing.iter().any(lacks) {
        return Fit::No;
    }
    if given.is_open { Fit::Maybe } else { Fit::Yes }
}

/// Returns a literal as a string that equal literals share.
fn literal_key(summary: &Summary, id: ExpressionId) -> Option<String> {
    match summary.expression(id) {
        Expression::String(text) => Some(format!("'{}'", summary.name(text))),
        Expression::Literal(Literal::Boolean(value)) => Some(value.to_string()),
        Expression::Literal(Literal::Integer(value)) => Some(value.to_string()),
        Expression::None => Some("None".to_owned()),
        _ => None,
    }
}

/// Returns the literal that a class member is declared or set to.
fn literal_of(summary: &Summary, kind: BindingKind) -> Option<String> {
    match kind {
        BindingKind::Annotated { annotation, .. } => {
            let Expression::Subscript { value, slice } = summary.expression(annotation) else { return None };
            (summary.last_name(value) == Some("Literal")).then(|| literal_key(summary, slice)).flatten()
        }
        BindingKind::Value(value) => literal_key(summary, value),
        _ => None,
    }
}
