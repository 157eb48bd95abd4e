//! Generic classes and functions: type parameters, what they stand for, and how a call tells.

use super::call::Given;
use super::memo::Question;
use super::types::Location;
use super::{CalleeId, ClassRef, ContextId, FunctionRef, Inference, Type, TypeList};
use crate::parts::Part;
use crate::summary::{Expression, ExpressionId, Parameter, Summary};

/// What the type variables stand for, by name.
pub(super) type Substitution = Vec<(Box<str>, Type)>;

impl<'e> Inference<'e> {
    /// The type parameters of a class, in order.
    pub(super) fn type_parameters(&mut self, class: ClassRef) -> TypeList {
        let found = self.memoised(Question::TypeParameters(class), |inference| {
            let parameters = inference.declared_type_parameters(class);
            Type::Tuple(inference.list(&parameters))
        });
        match found {
            Type::Tuple(parameters) => parameters,
            _ => TypeList::FIRST,
        }
    }

    fn declared_type_parameters(&mut self, class: ClassRef) -> Vec<Type> {
        let summary = self.summary(class.module);
        let definition = summary.class(class.class);
        let declared = definition.type_parameters.iter();
        let declared: Vec<Type> =
            declared.map(|name| self.variable_named(summary.name(*name), None)).collect();
        if !declared.is_empty() {
            return declared;
        }
        let scope = summary.scope(definition.scope).parent.unwrap_or(Summary::MODULE_SCOPE);
        let at = Location { module: class.module, scope, context: ContextId::FIRST };
        let (mut of_generic, mut of_others) = (Vec::new(), Vec::new());
        for base in summary.list(definition.bases) {
            let Expression::Subscript { value, slice } = summary.expression(*base) else { continue };
            let is_marker = matches!(summary.last_name(value), Some("Generic" | "Protocol"));
            let found = if is_marker { &mut of_generic } else { &mut of_others };
            for argument in subscript_arguments(summary, slice) {
                let of = self.annotation(at, argument);
                self.collect_variables(of, found);
            }
        }
        if of_generic.is_empty() { of_others } else { of_generic }
    }

    fn collect_variables(&self, of: Type, found: &mut Vec<Type>) {
        if !self.has_variables(of) {
            return;
        }
        match of {
            Type::Variable(id) => {
                let name = &self.variable(id).name;
                let is_known = found.iter().any(|known| match known {
                    Type::Variable(known) => self.variable(*known).name == *name,
                    _ => false,
                });
                if !is_known && **name != *"Self" {
                    found.push(of);
                }
            }
            Type::Instance(_, list)
            | Type::Form(list)
            | Type::Coroutine(_, list)
            | Type::Awaitable(list)
            | Type::Callable(list)
            | Type::Tuple(list)
            | Type::Union(list) => {
                self.types(list).iter().for_each(|part| self.collect_variables(*part, found));
            }
            _ => {}
        }
    }

    /// A generic annotation with its variables, in order of first use, replaced by these.
    pub(super) fn specialised(&mut self, generic: Type, arguments: &[Type]) -> Type {
        let mut variables = Vec::new();
        self.collect_variables(generic, &mut variables);
        if variables.is_empty() {
            return generic;
        }
        let names = variables.into_iter().filter_map(|variable| match variable {
            Type::Variable(id) => Some(self.variable(id).name.clone()),
            _ => None,
        });
        let substitution: Substitution = names.zip(arguments.iter().copied()).collect();
        self.substituted(generic, &substitution, true)
    }

    /// What the type parameters of a class stand for in an instance with these arguments.
    pub(super) fn substitution_of(&mut self, class: ClassRef, arguments: TypeList) -> Substitution {
        let parameters = self.type_parameters(class);
        let arguments = self.types(arguments);
        let named =
            self.types(parameters).iter().enumerate().filter_map(|(place, parameter)| match parameter {
                Type::Variable(id) => Some((place, self.variable(*id))),
                _ => None,
            });
        named
            .map(|(place, variable)| {
                let argument = arguments.get(place).copied();
                (variable.name.clone(), argument.or(variable.bound).unwrap_or(Type::Unknown))
            })
            .collect()
    }

    /// What the type parameters of `owner`, a class that `receiver` is or inherits from, stand for; and `Self`.
    pub(super) fn substitution_for(
        &mut self,
        owner: Option<ClassRef>,
        receiver: Option<Type>,
    ) -> Substitution {
        let Some(receiver) = receiver else { return Substitution::new() };
        let instance = match receiver {
            Type::Class(class) => Type::Instance(class, TypeList::FIRST),
            Type::Form(form) => self.only(form),
            other => other,
        };
        let mut substitution = match (owner, instance) {
            (Some(owner), Type::Instance(class, arguments)) => {
                let arguments = self.arguments_as(class, arguments, owner).unwrap_or(TypeList::FIRST);
                self.substitution_of(owner, arguments)
            }
            _ => Substitution::new(),
        };
        substitution.push(("Self".into(), instance));
        substitution
    }

    /// The arguments that an instance of `class` has as an instance of `owner`; `None` when it is none.
    pub(super) fn arguments_as(
        &mut self,
        class: ClassRef,
        arguments: TypeList,
        owner: ClassRef,
    ) -> Option<TypeList> {
        if class == owner {
            return Some(arguments);
        }
        let order = self.mro(class);
        let (_, inherited) = order.iter().flatten().find(|(ancestor, _)| *ancestor == owner)?;
        let inherited = *inherited;
        if !self.engine_list_has_variables(inherited) {
            return Some(inherited);
        }
        let own = self.substitution_of(class, arguments);
        Some(self.substituted_list(inherited, &own, false))
    }

    fn engine_list_has_variables(&self, list: TypeList) -> bool {
        self.engine.answers.lists.get(list).has_variables
    }

    /// A type with its variables replaced. One that stands for nothing stays when `keeps`; else it is its bound,
    /// or unknown.
    pub(super) fn substituted(&mut self, of: Type, substitution: &Substitution, keeps: bool) -> Type {
        if !self.has_variables(of) || !self.step() {
            return of;
        }
        stacker::maybe_grow(128 * 1024, 1024 * 1024, || match of {
            Type::Variable(_) if self.engine.is_without(Part::Generics) => Type::Unknown,
            Type::Variable(id) => self.value_of_variable(id, substitution, keeps),
            Type::Instance(class, list) => {
                Type::Instance(class, self.substituted_list(list, substitution, keeps))
            }
            Type::Coroutine(callee, list) => {
                Type::Coroutine(callee, self.substituted_list(list, substitution, keeps))
            }
            Type::Awaitable(list) => Type::Awaitable(self.substituted_list(list, substitution, keeps)),
            Type::Callable(list) => Type::Callable(self.substituted_list(list, substitution, keeps)),
            Type::Tuple(list) => Type::Tuple(self.substituted_list(list, substitution, keeps)),
            Type::Form(list) => {
                let inner = self.only(list);
                let inner = self.substituted(inner, substitution, keeps);
                self.class_of_instance(inner)
            }
            Type::Union(list) => {
                let parts = self.types(list).to_vec();
                let parts: Vec<Type> =
                    parts.into_iter().map(|part| self.substituted(part, substitution, keeps)).collect();
                self.union(parts)
            }
            _ => of,
        })
    }

    fn value_of_variable(
        &self,
        id: super::types::VariableId,
        substitution: &Substitution,
        keeps: bool,
    ) -> Type {
        let variable = self.variable(id);
        let found = substitution.iter().find(|(name, _)| *name == variable.name);
        match found {
            Some((_, value)) => *value,
            None if keeps => Type::Variable(id),
            None => variable.bound.filter(|bound| !self.has_variables(*bound)).unwrap_or(Type::Unknown),
        }
    }

    pub(super) fn substituted_list(
        &mut self,
        list: TypeList,
        substitution: &Substitution,
        keeps: bool,
    ) -> TypeList {
        let types = self.types(list).to_vec();
        let types: Vec<Type> =
            types.into_iter().map(|of| self.substituted(of, substitution, keeps)).collect();
        self.list(&types)
    }

    /// What a call tells of the type variables of a signature.
    pub(super) fn solve(
        &mut self,
        function: FunctionRef,
        receiver: Option<Type>,
        given: &Given,
        substitution: &mut Substitution,
    ) {
        let summary = self.summary(function.module);
        let parameters = &summary.function(function.function).parameters;
        if let (Some(receiver), Some(first)) = (receiver, parameters.first())
            && let Some(annotation) = first.annotation
        {
            let expected = self.signature_annotation(function, annotation);
            self.unify(expected, receiver, substitution);
        }
        let matched = given.matched(summary, parameters, receiver.is_some());
        for (parameter, argument) in matched {
            let Parameter { annotation: Some(annotation), .. } = parameter else { continue };
            let expected = self.signature_annotation(function, *annotation);
            if self.has_variables(expected) {
                let argument = self.argument(argument);
                self.unify(expected, argument, substitution);
            }
        }
    }

    /// Learns from an argument what the variables of a parameter's type stand for.
    pub(super) fn unify(&mut self, expected: Type, argument: Type, substitution: &mut Substitution) {
        if !self.has_variables(expected) || matches!(argument, Type::Unknown | Type::Never) || !self.step() {
            return;
        }
        stacker::maybe_grow(128 * 1024, 1024 * 1024, || match (expected, argument) {
            (Type::Variable(id), _) => self.learn(id, argument, substitution),
            (Type::Union(parts), _) => self.unify_union(parts, argument, substitution),
            (Type::Awaitable(result), _) => {
                let expected = self.only(result);
                let awaited = self.awaited(argument);
                self.unify(expected, awaited, substitution);
            }
            (Type::Callable(result), _) => self.unify_callable(result, argument, substitution),
            (Type::Form(form), Type::Class(class)) => {
                let expected = self.only(form);
                self.unify(expected, Type::Instance(class, TypeList::FIRST), substitution);
            }
            (Type::Form(form), Type::Form(given)) => {
                let (expected, given) = (self.only(form), self.only(given));
                self.unify(expected, given, substitution);
            }
            (Type::Tuple(expected), Type::Tuple(given)) => {
                let pairs = self.types(expected).iter().copied().zip(self.types(given).iter().copied());
                for (expected, given) in pairs.collect::<Vec<_>>() {
                    self.unify(expected, given, substitution);
                }
            }
            (Type::Instance(class, arguments), _) => {
                self.unify_instance(class, arguments, argument, substitution);
            }
            _ => {}
        });
    }

    fn learn(&mut self, id: super::types::VariableId, argument: Type, substitution: &mut Substitution) {
        let name = self.variable(id).name.clone();
        match substitution.iter_mut().find(|(known, _)| *known == name) {
            Some((_, value)) if matches!(value, Type::Unknown | Type::None) => *value = argument,
            Some(_) => {}
            None => substitution.push((name, argument)),
        }
    }

    fn unify_union(&mut self, parts: TypeList, argument: Type, substitution: &mut Substitution) {
        let parts = self.types(parts).to_vec();
        let argument = if parts.contains(&Type::None) { self.without_none(argument) } else { argument };
        let before = substitution.len();
        let mut variable = None;
        for part in parts {
            match part {
                Type::Variable(_) => variable = Some(part),
                _ => self.unify(part, argument, substitution),
            }
        }
        if let Some(variable) = variable.filter(|_| substitution.len() == before) {
            self.unify(variable, argument, substitution);
        }
    }

    fn unify_callable(&mut self, result: TypeList, argument: Type, substitution: &mut Substitution) {
        let is_callable = matches!(
            argument,
            Type::Function(_) | Type::Callable(_) | Type::Class(_) | Type::Instance(..) | Type::Form(_)
        );
        if is_callable {
            let expected = self.only(result);
            let given = self.call(argument, &Given::open());
            self.unify(expected, given, substitution);
        }
    }

    fn unify_instance(
        &mut self,
        class: ClassRef,
        arguments: TypeList,
        argument: Type,
        substitution: &mut Substitution,
    ) {
        let expected = self.types(arguments).to_vec();
        match argument {
            Type::Union(parts) => {
                for part in self.types(parts).to_vec() {
                    self.unify_instance(class, arguments, part, substitution);
                }
            }
            Type::Tuple(elements) if expected.len() == 1 => {
                let element = self.union(self.types(elements).to_vec());
                self.unify(expected[0], element, substitution);
            }
            Type::Instance(own, own_arguments) => {
                if let Some(found) = self.arguments_as(own, own_arguments, class) {
                    let found = self.types(found).to_vec();
                    for (expected, found) in expected.into_iter().zip(found) {
                        self.unify(expected, found, substitution);
                    }
                    return;
                }
                let found = match (self.class_name(class), expected.len()) {
                    ("Iterable" | "Sequence" | "Collection" | "Iterator", 1) => {
                        vec![self.element(argument, false)]
                    }
                    ("AsyncIterable" | "AsyncIterator", 1) => vec![self.element(argument, true)],
                    _ if self.is_declared_protocol(class) => self.arguments_by_members(class, argument),
                    _ => return,
                };
                for (expected, found) in expected.into_iter().zip(found) {
                    self.unify(expected, found, substitution);
                }
            }
            _ => {}
        }
    }

    /// The arguments that a value gives to a protocol that it fits by its members, by what their calls give.
    fn arguments_by_members(&mut self, protocol: ClassRef, value: Type) -> Vec<Type> {
        let parameters = self.type_parameters(protocol);
        let summary = self.summary(protocol.module);
        let mut learned = Substitution::new();
        for entry in &summary.scope(summary.class(protocol.class).scope).entries {
            let Some(function) = summary.functions_named_by(*entry).next() else { continue };
            let function = FunctionRef { module: protocol.module, function };
            let Some(returns) = summary.function(function.function).returns else { continue };
            let expected = self.signature_annotation(function, returns);
            if self.has_variables(expected) {
                let found = self.call_method(value, summary.name(entry.name), &Given::open());
                self.unify(expected, found, &mut learned);
            }
        }
        let parameters = self.types(parameters).to_vec();
        parameters.into_iter().map(|parameter| self.substituted(parameter, &learned, false)).collect()
    }

    /// What the function that made a coroutine says awaiting it gives.
    pub(super) fn awaited_of_callee(&mut self, callee: CalleeId) -> Type {
        let callee = self.callee(callee);
        let summary = self.summary(callee.function.module);
        let Some(returns) = summary.function(callee.function.function).returns else {
            return self.returned(callee.function, callee.context, callee.receiver);
        };
        let annotation = self.signature_annotation(callee.function, returns);
        if !self.has_variables(annotation) {
            if annotation == Type::Unknown && summary.body_decides(callee.function.function) {
                return self.returned(callee.function, callee.context, callee.receiver);
            }
            return annotation;
        }
        let owner = self.class_of(callee.function);
        let substitution = self.substitution_for(owner, callee.receiver);
        self.substituted(annotation, &substitution, false)
    }
}

/// What stands between the brackets of a subscript.
pub(super) fn subscript_arguments(summary: &Summary, slice: ExpressionId) -> Vec<ExpressionId> {
    match summary.expression(slice) {
        Expression::Tuple(elements) => summary.list(elements).to_vec(),
        _ => vec![slice],
    }
}
