//! Generic classes and functions: type parameters, their values, and how a call determines them.

use loopmend_catalog::{Role, named};
use loopmend_index::summary::{Expression, ExpressionId, NameId, ParameterKind, Summary};
use loopmend_python::stack::grow_stack_for_step;

use super::given::Given;
use super::memo::Question;
use super::overload::Fit;
use super::types::Location;
use super::{CalleeId, ClassRef, FunctionRef, Inference, Type, TypeList};
use crate::parts::Part;

/// The types of type variables, by name.
pub(super) type Substitution = Vec<(Box<str>, Type)>;

impl<'e> Inference<'e> {
    /// Returns the type parameters of a class, in order.
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

    /// Returns the type arguments of a class that an annotation names without any. A variable takes its
    /// bound. An exception is a variable for a class passed to the constructor:
    /// `sessionmaker(class_=AsyncSession)` creates instances of that class.
    pub(super) fn arguments_of_bare(&mut self, class: ClassRef) -> TypeList {
        let parameters = self.type_parameters(class);
        let has_bound = self.types(parameters).iter().any(|parameter| match parameter {
            Type::Variable(id) => self.variable(*id).bound.is_some(),
            _ => false,
        });
        if !has_bound {
            return TypeList::FIRST;
        }
        let found = self.memoised(Question::ArgumentsOfBare(class), |inference| {
            let arguments = inference.find_arguments_of_bare(class, parameters);
            Type::Tuple(arguments)
        });
        match found {
            Type::Tuple(arguments) => arguments,
            _ => TypeList::FIRST,
        }
    }

    fn find_arguments_of_bare(&mut self, class: ClassRef, parameters: TypeList) -> TypeList {
        let mut made = Vec::new();
        let summary = self.summary(class.module);
        for function in summary.functions_named(summary.class(class.class).scope, "__init__") {
            let function = FunctionRef { module: class.module, function };
            for parameter in &summary.function(function.function).parameters {
                let Some(annotation) = parameter.annotation else { continue };
                if let Type::Form(form) = self.signature_annotation(function, annotation)
                    && let variable @ Type::Variable(_) = self.only(form)
                {
                    self.collect_variables(variable, &mut made);
                }
            }
        }
        if made.is_empty() {
            return TypeList::FIRST;
        }
        let arguments: Vec<Type> = self
            .types(parameters)
            .iter()
            .map(|parameter| match parameter {
                Type::Variable(id) if !made.contains(parameter) => {
                    self.variable(*id).bound.unwrap_or(Type::Unknown)
                }
                _ => Type::Unknown,
            })
            .collect();
        self.list(&arguments)
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
        let at = Location::around(summary, class.module, definition.scope);
        let (mut of_generic, mut of_others) = (Vec::new(), Vec::new());
        for base in summary.list(definition.bases) {
            let Expression::Subscript { value, slice } = summary.expression(*base) else { continue };
            let is_marker = summary.last_roles(value).has(Role::GenericMarker);
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

    /// Returns a generic annotation with its variables, in order of first use, replaced by these types.
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

    /// Returns the values of a class's type parameters in an instance with these arguments.
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

    /// Returns the values of `Self` and of the type parameters of `owner`, which is the class of `receiver`
    /// or a base. If the receiver is a class, its parameters stay open.
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
                let is_open = matches!(receiver, Type::Class(_));
                let arguments = if is_open { self.type_parameters(class) } else { arguments };
                let arguments = self.arguments_as(class, arguments, owner).unwrap_or(TypeList::FIRST);
                let mut substitution = self.substitution_of(owner, arguments);
                substitution.retain(|(_, value)| !is_open || !self.has_variables(*value));
                substitution
            }
            _ => Substitution::new(),
        };
        substitution.push(("Self".into(), instance));
        substitution
    }

    /// Returns the type arguments of an instance of `class`, seen as an instance of `owner`; `None` if it
    /// is not one.
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

    /// Returns a type with its variables replaced. A variable without a value stays if `keeps` is set.
    /// Otherwise it becomes its bound, or unknown.
    pub(super) fn substituted(&mut self, of: Type, substitution: &Substitution, keeps: bool) -> Type {
        if !self.has_variables(of) || !self.step() {
            return of;
        }
        grow_stack_for_step(|| match of {
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

    /// Adds to `substitution` the values of a signature's type variables in a call. The variables of the
    /// receiver's class have the values of the receiver, known or not.
    pub(super) fn solve(
        &mut self,
        function: FunctionRef,
        receiver: Option<Type>,
        given: &Given,
        substitution: &mut Substitution,
    ) {
        let summary = self.summary(function.module);
        let parameters = &summary.function(function.function).parameters;
        let mut learned = Substitution::new();
        if let (Some(receiver), Some(first)) = (receiver, parameters.first())
            && let Some(annotation) = first.annotation
        {
            let expected = self.signature_annotation(function, annotation);
            self.unify(expected, receiver, &mut learned);
        }
        self.learn_from_arguments(function, receiver.is_some(), given, &mut learned);
        add_unknown_names(learned, substitution);
    }

    /// Learns the values of a signature's type variables from the arguments of a call. They are unknown if
    /// an argument may be invisible.
    pub(super) fn learn_from_arguments(
        &mut self,
        function: FunctionRef,
        is_bound: bool,
        given: &Given,
        learned: &mut Substitution,
    ) {
        let summary = self.summary(function.module);
        let parameters = &summary.function(function.function).parameters;
        let matched: Vec<_> = given.matched(summary, parameters, is_bound).collect();
        for parameter in parameters.iter().skip(usize::from(is_bound)) {
            let Some(annotation) = parameter.annotation else { continue };
            let expected = self.signature_annotation(function, annotation);
            if !self.has_variables(expected) {
                continue;
            }
            let mut is_given = false;
            for (_, argument) in matched.iter().filter(|(taker, _)| taker.name == parameter.name) {
                is_given = true;
                let argument = self.argument(argument);
                let argument = match argument {
                    Type::Class(_) if self.may_return_instance(function, expected, parameter.name) => {
                        Type::Unknown
                    }
                    argument => argument,
                };
                self.unify(expected, argument, learned);
            }
            let may_be_given = match parameter.kind {
                ParameterKind::Variadic => false,
                ParameterKind::VariadicKeyword => given.may_have_keywords,
                _ => given.is_open && !is_given,
            };
            if may_be_given {
                self.unify(expected, Type::Unknown, learned);
            }
        }
    }

    /// Returns whether a function that is annotated to return the type of a parameter may return an instance of a class that is passed:
    /// `def load(path, kind: T) -> T`. The body does not return the parameter itself.
    fn may_return_instance(&mut self, function: FunctionRef, expected: Type, parameter: NameId) -> bool {
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let Some(returns) = definition.returns.filter(|_| matches!(expected, Type::Variable(_))) else {
            return false;
        };
        let has_body = !definition.is_placeholder && !self.is_stub(function);
        let is_parameter = |returned: &ExpressionId| matches!(summary.expression(*returned), Expression::Name(name) if name == parameter);
        has_body
            && !summary.list(definition.returned).iter().any(is_parameter)
            && self.signature_annotation(function, returns) == expected
    }

    /// Learns the values of the variables in a parameter's type from an argument.
    pub(super) fn unify(&mut self, expected: Type, argument: Type, learned: &mut Substitution) {
        if !self.has_variables(expected) || !self.step() {
            return;
        }
        grow_stack_for_step(|| match (expected, argument) {
            (Type::Variable(id), _) => self.learn(self.variable(id).name.clone(), argument, learned),
            (_, Type::None) if !matches!(expected, Type::Union(_)) => {}
            (_, Type::Unknown | Type::Never) => self.learn_everywhere(expected, argument, learned),
            (_, Type::Union(parts)) => {
                for part in self.types(parts).to_vec() {
                    self.unify(expected, part, learned);
                }
            }
            (Type::Union(parts), _) => self.unify_union(parts, argument, learned),
            (Type::Awaitable(result), _) => {
                let expected = self.only(result);
                let awaited = self.awaited(argument);
                self.unify(expected, awaited, learned);
            }
            (Type::Callable(result), _) => {
                let expected = self.only(result);
                let given = self.call(argument, &Given::open());
                self.unify(expected, given, learned);
            }
            (Type::Form(form), Type::Class(class)) => {
                let expected = self.only(form);
                self.unify(expected, Type::Instance(class, TypeList::FIRST), learned);
            }
            (Type::Form(form), Type::Form(given)) => {
                let (expected, given) = (self.only(form), self.only(given));
                self.unify(expected, given, learned);
            }
            (Type::Tuple(expected), Type::Tuple(given)) => {
                let given = self.types(given).to_vec();
                self.unify_each(expected, &given, learned);
            }
            (Type::Instance(class, arguments), _) => {
                self.unify_instance(class, arguments, argument, learned);
            }
            _ => self.learn_everywhere(expected, Type::Unknown, learned),
        });
    }

    /// Records a value of a variable. Several values form a union.
    fn learn(&self, name: Box<str>, value: Type, learned: &mut Substitution) {
        match learned.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = self.union([*known, value]),
            None => learned.push((name, value)),
        }
    }

    /// Records the same value for every variable in a type.
    fn learn_everywhere(&mut self, expected: Type, value: Type, learned: &mut Substitution) {
        let mut variables = Vec::new();
        self.collect_variables(expected, &mut variables);
        for variable in variables {
            self.unify(variable, value, learned);
        }
    }

    fn unify_each(&mut self, expected: TypeList, given: &[Type], learned: &mut Substitution) {
        for (place, expected) in self.types(expected).to_vec().into_iter().enumerate() {
            let given = given.get(place).copied().unwrap_or(Type::Unknown);
            self.unify(expected, given, learned);
        }
    }

    /// Unifies a union with an argument. The first part that matches counts; a part that is a variable
    /// takes the remainder.
    fn unify_union(&mut self, parts: TypeList, argument: Type, learned: &mut Substitution) {
        let parts = self.types(parts).to_vec();
        if argument == Type::None && parts.contains(&Type::None) {
            return;
        }
        let (variables, others): (Vec<Type>, Vec<Type>) =
            parts.into_iter().partition(|part| matches!(part, Type::Variable(_)));
        let mut told = Substitution::new();
        let mut is_told = variables.is_empty();
        for part in others {
            let mut by_part = Substitution::new();
            self.unify(part, argument, &mut by_part);
            is_told |= by_part.iter().any(|(_, value)| *value != Type::Unknown)
                || self.compatible(part, argument) == Fit::Yes;
            for (name, value) in by_part {
                match told.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, known)) if *known == Type::Unknown => *known = value,
                    Some(_) => {}
                    None => told.push((name, value)),
                }
            }
        }
        match is_told {
            true => told.into_iter().for_each(|(name, value)| self.learn(name, value, learned)),
            false => variables.into_iter().for_each(|variable| self.unify(variable, argument, learned)),
        }
    }

    fn unify_instance(
        &mut self,
        class: ClassRef,
        arguments: TypeList,
        argument: Type,
        learned: &mut Substitution,
    ) {
        let expected = self.types(arguments).to_vec();
        let found = match argument {
            Type::Tuple(elements) if expected.len() == 1 => vec![self.union(self.types(elements).to_vec())],
            Type::Instance(own, own_arguments) => match self.arguments_as(own, own_arguments, class) {
                Some(found) => self.types(found).to_vec(),
                None => match (self.class_name(class), expected.len()) {
                    (name, 1) if named(name).has(Role::IterableType) => {
                        vec![self.element(argument, false)]
                    }
                    (name, 1) if named(name).has(Role::AsyncIterableType) => {
                        vec![self.element(argument, true)]
                    }
                    _ if self.is_declared_protocol(class) => self.arguments_by_members(class, argument),
                    _ => Vec::new(),
                },
            },
            _ => Vec::new(),
        };
        self.unify_each(arguments, &found, learned);
    }

    /// Returns the type arguments that a value provides for a protocol that it matches structurally, from
    /// the results of its members.
    pub(super) fn arguments_by_members(&mut self, protocol: ClassRef, value: Type) -> Vec<Type> {
        let question = Question::ArgumentsByMembers(protocol, self.list(&[value]));
        let found = self.memoised(question, |inference| {
            let arguments = inference.find_arguments_by_members(protocol, value);
            Type::Tuple(inference.list(&arguments))
        });
        match found {
            Type::Tuple(arguments) => self.types(arguments).to_vec(),
            _ => Vec::new(),
        }
    }

    fn find_arguments_by_members(&mut self, protocol: ClassRef, value: Type) -> Vec<Type> {
        let parameters = self.type_parameters(protocol);
        let summary = self.summary(protocol.module);
        let mut learned = Substitution::new();
        for entry in &summary.scope(summary.class(protocol.class).scope).entries {
            let Some(function) = summary.functions_named_by(*entry).next() else { continue };
            let function = FunctionRef { module: protocol.module, function };
            let definition = summary.function(function.function);
            let Some(returns) = definition.returns else { continue };
            let expected = self.signature_annotation(function, returns);
            if self.has_variables(expected) {
                let given = self.call_method(value, summary.name(entry.name), &Given::open());
                // The annotation of a coroutine function is what awaiting its call returns.
                let is_awaited = definition.is_async && !definition.is_generator;
                let found = if is_awaited { self.awaited(given) } else { given };
                self.unify(expected, found, &mut learned);
            }
        }
        let parameters = self.types(parameters).to_vec();
        parameters.into_iter().map(|parameter| self.substituted(parameter, &learned, false)).collect()
    }

    /// Returns the annotated result of awaiting a coroutine, from the function that created it.
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

/// Adds the values of variables that have none yet.
pub(super) fn add_unknown_names(learned: Substitution, substitution: &mut Substitution) {
    for (name, value) in learned {
        if value != Type::Unknown && substitution.iter().all(|(fixed, _)| *fixed != name) {
            substitution.push((name, value));
        }
    }
}

/// Returns the expressions between the brackets of a subscript.
pub(super) fn subscript_arguments(summary: &Summary, slice: ExpressionId) -> Vec<ExpressionId> {
    match summary.expression(slice) {
        Expression::Tuple(elements) => summary.list(elements).to_vec(),
        _ => vec![slice],
    }
}
