//! The types of expressions.

use loopmend_catalog::{Role, named};
use loopmend_index::summary::{
    Addition, AdditionKind, ArgumentKind, ArgumentsId, Choice, Collection, Container, Expression,
    ExpressionId, List, Literal, Operator, ScopeKind, Summary,
};
use loopmend_python::stack::grow_stack;

use super::given::Given;
use super::types::Location;
use super::{ClassRef, FunctionRef, Inference, Type, TypeList};
use crate::engine::ModuleId;
use crate::parts::Part;

/// The maximum number of elements of a display or tuple to evaluate. The contents of a longer one are
/// unknown.
const MOST_ELEMENTS: usize = 24;

impl<'e> Inference<'e> {
    /// Returns the type of an expression at its place.
    pub fn evaluate(&mut self, at: Location, id: ExpressionId) -> Type {
        if !self.step() {
            return Type::Unknown;
        }
        let summary = self.summary(at.module);
        grow_stack(|| match summary.expression(id) {
            Expression::Name(name) => {
                let tests = self.tests_of(at, id);
                self.tested_name(at, name, summary.span(id).start, &tests)
            }
            Expression::Attribute { value, name } => {
                self.attribute_expression(at, id, value, summary.name(name))
            }
            Expression::Call { callee, arguments } => {
                let made = self.call_expression(at, callee, arguments);
                self.filled(at.module, id, made, at.context)
            }
            Expression::Await(value) => {
                let value = self.evaluate(at, value);
                self.awaited(value)
            }
            Expression::Subscript { value, slice } => self.subscript_expression(at, id, value, slice),
            Expression::Tuple(elements) => self.tuple(at, elements),
            Expression::Display { collection, elements } => {
                let made = self.display(at, collection, elements);
                self.filled(at.module, id, made, at.context)
            }
            Expression::Comprehension { collection, element } => {
                let made = self.comprehension(at, collection, element);
                self.filled(at.module, id, made, at.context)
            }
            Expression::String(_) => self.builtin_instance("str", &[]),
            Expression::Literal(literal) => self.builtin_instance(class_of_literal(literal), &[]),
            Expression::Binary { operator, left, right } => {
                let made = self.binary(at, id, operator, left, right);
                self.filled(at.module, id, made, at.context)
            }
            Expression::Either { choice, values } => self.either(at, choice, values),
            Expression::Lambda(function) => {
                self.plain_function(FunctionRef { module: at.module, function }, at.context)
            }
            Expression::None => Type::None,
            Expression::Slice => self.builtin_instance("slice", &[]),
            Expression::Truth => self.builtin_instance("bool", &[]),
            Expression::Plain => Type::Plain,
            Expression::Starred(_) | Expression::Opaque => Type::Unknown,
        })
    }

    fn attribute_expression(
        &mut self,
        at: Location,
        id: ExpressionId,
        value: ExpressionId,
        name: &str,
    ) -> Type {
        if name == "param"
            && let Some(listed) = self.requested_parameter(at, value)
        {
            return listed;
        }
        let summary = self.summary(at.module);
        let tests = self.tests_of(at, id);
        let set = self.set_attribute(at, id, &tests);
        let is_replaced = set.is_none() && summary.patches(name, at.scope);
        let found = match set {
            Some(set) if set != Type::Unknown => return set,
            None if !is_replaced => {
                let object = self.evaluate_once(at, value);
                if self.is_made_without(at, value, object, name) {
                    Type::Unknown
                } else {
                    self.attribute(object, name)
                }
            }
            // A test sets the attribute of another object to a fake, which has another type.
            _ if self.engine.is_of_tests(at.module) && !self.is_own_object(at, value) => Type::Unknown,
            _ => match self.evaluate_once(at, value) {
                Type::Instance(class, _) => self.declared_attribute(class, name).unwrap_or(Type::Unknown),
                _ => Type::Unknown,
            },
        };
        let is_of_plain_form = matches!(found, Type::Function(_)) && self.is_in_plain_form(at, value);
        if is_of_plain_form { Type::Unknown } else { self.tested_as_a_whole(at, id, &tests, found) }
    }

    /// Returns whether an expression is the first parameter of the method around a scope.
    fn is_own_object(&self, at: Location, value: ExpressionId) -> bool {
        let summary = self.engine.summary(at.module);
        let Expression::Name(name) = summary.expression(value) else { return false };
        let mut functions =
            summary.scopes_from(at.scope).filter_map(|scope| match summary.scope(scope).kind {
                ScopeKind::Function(function) => Some(function),
                _ => None,
            });
        functions.any(|function| {
            let first = summary.function(function).parameters.first();
            summary.has_receiver(function) && first.is_some_and(|first| first.name == name)
        })
    }

    /// Returns whether a test shows that something is not a coroutine function, although its class has it
    /// as an `async def`. The methods of the tested object are then replaced.
    fn is_in_plain_form(&mut self, at: Location, object: ExpressionId) -> bool {
        let mut tested = self.summary(at.module).tested_as_plain(at.scope, object);
        tested.any(|attribute| {
            let of = self.evaluate(at, object);
            match self.attribute(of, attribute) {
                Type::Function(callee) => {
                    let function = self.function_of(callee);
                    self.is_async(function)
                }
                _ => false,
            }
        })
    }

    fn call_expression(&mut self, at: Location, callee: ExpressionId, arguments: ArgumentsId) -> Type {
        if let Some(known) = self.builtin_call(at, callee, arguments) {
            return known;
        }
        let callee = self.evaluate_once(at, callee);
        if matches!(callee, Type::Unknown | Type::Never) {
            return callee;
        }
        let given = Given::of_call(self.summary(at.module), at, arguments);
        self.call(callee, &given)
    }

    fn is_bare_container(&mut self, of: Type) -> bool {
        match of {
            Type::Instance(class, TypeList::FIRST) => self.is_plain_collection(class),
            _ => of == Type::Unknown,
        }
    }

    /// Returns a container with the items that its module adds.
    fn filled(&mut self, module: ModuleId, id: ExpressionId, made: Type, context: super::ContextId) -> Type {
        let summary = self.summary(module);
        let Type::Instance(class, arguments) = made else { return made };
        let Some(container) = summary.container(id) else { return made };
        if self.engine.is_without(Part::Containers) {
            return made;
        }
        let (mut keys, mut values) = (Vec::new(), Vec::new());
        for Addition { scope, kind } in summary.additions_to(container) {
            let at = Location { module, scope: *scope, context };
            match *kind {
                AdditionKind::Element(value) => values.push(self.evaluate(at, value)),
                AdditionKind::Elements(iterable) => {
                    let iterable = self.evaluate(at, iterable);
                    values.push(self.element(iterable, false));
                }
                AdditionKind::Entry { key, value } => {
                    keys.push(self.evaluate(at, key));
                    values.push(self.evaluate(at, value));
                }
                AdditionKind::Merged(other) => {
                    let other = self.evaluate(at, other);
                    let (key, value) = self.merged(other, made);
                    keys.push(key);
                    values.push(value);
                }
                AdditionKind::Unknown => values.push(Type::Unknown),
            }
        }
        let (key, value) = self.before_additions(summary.expression(id), container, arguments);
        keys.extend(key);
        values.extend(value);
        let key = if keys.is_empty() { Type::Unknown } else { self.union(keys) };
        let value = self.union(values);
        let parameters = self.type_parameters(class);
        match self.types(parameters).len() {
            1 => Type::Instance(class, self.list(&[value])),
            2 => Type::Instance(class, self.list(&[key, value])),
            _ => made,
        }
    }

    /// Returns the key and value types that a container has before additions. The value for a missing key
    /// counts, unless the container itself is empty.
    fn before_additions(
        &mut self,
        made: Expression,
        container: Container,
        arguments: TypeList,
    ) -> (Option<Type>, Option<Type>) {
        match (self.types(arguments), made) {
            ([_, missing], Expression::Call { .. }) if container.starts_empty => {
                let missing = *missing;
                (None, (!self.is_bare_container(missing)).then_some(missing))
            }
            _ if container.starts_empty => (None, None),
            ([element], _) => (None, Some(*element)),
            ([key, value], _) => (Some(*key), Some(*value)),
            _ => (Some(Type::Unknown), Some(Type::Unknown)),
        }
    }

    /// Returns the key and value types that `container.update(other)` adds.
    fn merged(&mut self, other: Type, container: Type) -> (Type, Type) {
        let Type::Instance(class, _) = container else { return (Type::Unknown, Type::Unknown) };
        let parameters = self.type_parameters(class);
        match self.types(parameters).len() {
            1 => (Type::Unknown, self.element(other, false)),
            _ => self.entry_of(other),
        }
    }

    /// Returns the type of `super()`, `getattr(value, "name")`, `TypeVar("T")` and `NewType("N", T)`, which
    /// signatures do not describe.
    fn builtin_call(&mut self, at: Location, callee: ExpressionId, arguments: ArgumentsId) -> Option<Type> {
        let summary = self.summary(at.module);
        let arguments = summary.arguments(arguments);
        let positional =
            |place: usize| arguments.get(place).filter(|argument| argument.kind == ArgumentKind::Positional);
        let text = |place: usize| match positional(place).map(|argument| summary.expression(argument.value)) {
            Some(Expression::String(text)) => Some(summary.name(text)),
            _ => None,
        };
        match summary.last_name(callee)? {
            "super" if self.is_builtin(at, callee, "super") => Some(match arguments {
                [] => self.super_here(at),
                [_, _] => self.super_of(at, positional(0)?.value, positional(1)?.value),
                _ => Type::Unknown,
            }),
            "getattr" if self.is_builtin(at, callee, "getattr") => {
                let value = self.evaluate(at, positional(0)?.value);
                let found = self.attribute(value, text(1)?);
                let default = positional(2).map(|default| self.evaluate(at, default.value));
                Some(self.union([found].into_iter().chain(default)))
            }
            "getfixturevalue" => self.requested_fixture(at, text(0)?),
            name if named(name).has(Role::TypeVariable) => {
                let bound = arguments.iter().find(|argument| match argument.kind {
                    ArgumentKind::Keyword(name) => summary.name(name) == "bound",
                    _ => false,
                });
                let name = text(0)?;
                let bound = bound.map(|bound| self.annotation(at, bound.value));
                Some(self.variable_named(name, bound.filter(|bound| *bound != Type::Unknown)))
            }
            "NewType" => {
                let of = self.annotation(at, positional(1)?.value);
                Some(self.form(of))
            }
            _ => None,
        }
    }

    /// Returns whether an expression is a builtin that nothing in its module shadows.
    fn is_builtin(&mut self, at: Location, callee: ExpressionId, builtin: &str) -> bool {
        let summary = self.summary(at.module);
        let is_name = matches!(summary.expression(callee), Expression::Name(_));
        is_name && summary.bindings_of(Summary::MODULE_SCOPE, builtin).is_empty()
    }

    /// Returns the type of `super(Class, receiver)`.
    fn super_of(&mut self, at: Location, class: ExpressionId, receiver: ExpressionId) -> Type {
        let Type::Class(class) = self.evaluate(at, class) else { return Type::Unknown };
        match self.evaluate(at, receiver) {
            receiver @ (Type::Instance(start, _) | Type::Class(start)) => {
                let is_behind = self.mro(start).iter().flatten().any(|(ancestor, _)| *ancestor == class);
                if is_behind { Type::Super(class, self.list(&[receiver])) } else { Type::Unknown }
            }
            _ => Type::Unknown,
        }
    }

    fn super_here(&mut self, at: Location) -> Type {
        let Some(class) = self.enclosing_class(at.module, at.scope) else { return Type::Unknown };
        let summary = self.summary(at.module);
        let mut scope = Some(at.scope);
        while let Some(id) = scope {
            scope = summary.scope(id).parent;
            let ScopeKind::Function(function) = summary.scope(id).kind else { continue };
            if summary.class_of(function) == Some(class.class) {
                let method = FunctionRef { module: at.module, function };
                let receiver = match self.method_kind(method).is_static {
                    true => return Type::Unknown,
                    false => self.parameter(method, 0, at.context),
                };
                return Type::Super(class, self.list(&[receiver]));
            }
        }
        Type::Unknown
    }

    fn tuple(&mut self, at: Location, elements: List) -> Type {
        let summary = self.summary(at.module);
        let elements = summary.list(elements);
        let is_starred = |id: &ExpressionId| matches!(summary.expression(*id), Expression::Starred(_));
        if elements.len() > MOST_ELEMENTS || elements.iter().any(is_starred) {
            let element = self.element_of_display(at, elements);
            return self.builtin_instance("tuple", &[element]);
        }
        let types: Vec<Type> = elements.iter().map(|element| self.evaluate(at, *element)).collect();
        Type::Tuple(self.list(&types))
    }

    fn display(&mut self, at: Location, collection: Collection, elements: List) -> Type {
        let summary = self.summary(at.module);
        let elements = summary.list(elements);
        if collection != Collection::Dict {
            let element = self.element_of_display(at, elements);
            let class = if collection == Collection::Set { "set" } else { "list" };
            return self.builtin_instance(class, &[element]);
        }
        if elements.is_empty() || elements.len() > 2 * MOST_ELEMENTS {
            return self.builtin_instance("dict", &[Type::Unknown, Type::Unknown]);
        }
        let (mut keys, mut values) = (Vec::new(), Vec::new());
        for pair in elements.chunks_exact(2) {
            let (key, value) = match summary.expression(pair[1]) {
                Expression::Starred(mapping) => {
                    let mapping = self.evaluate(at, mapping);
                    self.entry_of(mapping)
                }
                _ => (self.evaluate(at, pair[0]), self.evaluate(at, pair[1])),
            };
            keys.push(key);
            values.push(value);
        }
        let (key, value) = (self.union(keys), self.union(values));
        self.builtin_instance("dict", &[key, value])
    }

    /// Returns the key and value types of a mapping.
    fn entry_of(&mut self, mapping: Type) -> (Type, Type) {
        let Type::Instance(class, arguments) = mapping else { return (Type::Unknown, Type::Unknown) };
        let Some(general) = self.library_class("typing", "Mapping") else {
            return (Type::Unknown, Type::Unknown);
        };
        let arguments = self.arguments_as(class, arguments, general).unwrap_or(TypeList::FIRST);
        match self.types(arguments) {
            [key, value] => (*key, *value),
            _ => (Type::Unknown, Type::Unknown),
        }
    }

    /// Returns the common type of the elements of a display; unknown for an empty one.
    fn element_of_display(&mut self, at: Location, elements: &[ExpressionId]) -> Type {
        if elements.is_empty() || elements.len() > MOST_ELEMENTS {
            return Type::Unknown;
        }
        let summary = self.summary(at.module);
        let mut parts = Vec::with_capacity(elements.len());
        for element in elements {
            parts.push(match summary.expression(*element) {
                Expression::Starred(iterable) => {
                    let iterable = self.evaluate(at, iterable);
                    self.element(iterable, false)
                }
                _ => self.evaluate(at, *element),
            });
        }
        self.union(parts)
    }

    fn comprehension(&mut self, at: Location, collection: Collection, element: ExpressionId) -> Type {
        let element = self.evaluate(at, element);
        match collection {
            Collection::List => self.builtin_instance("list", &[element]),
            Collection::Set => self.builtin_instance("set", &[element]),
            Collection::Generator => {
                self.library_instance("typing", "Generator", &[element, Type::None, Type::None])
            }
            Collection::AsyncGenerator => {
                self.library_instance("typing", "AsyncGenerator", &[element, Type::None])
            }
            Collection::Dict => match element {
                Type::Tuple(pair) => {
                    let pair = self.types(pair).to_vec();
                    self.builtin_instance("dict", &pair)
                }
                _ => self.builtin_instance("dict", &[]),
            },
        }
    }

    fn either(&mut self, at: Location, choice: Choice, values: List) -> Type {
        let summary = self.summary(at.module);
        let values = summary.list(values);
        let mut parts = Vec::with_capacity(values.len());
        for (place, value) in values.iter().enumerate() {
            let span = summary.span(*value);
            if choice == Choice::Conditional && span.start < span.end && self.is_excluded(at, span.start) {
                continue;
            }
            let part = self.evaluate(at, *value);
            let is_last = place + 1 == values.len();
            parts.push(match choice {
                Choice::Or if !is_last && part == Type::None => Type::Never,
                Choice::Or if !is_last => self.without_none(part),
                _ => part,
            });
        }
        self.union(parts)
    }

    fn binary(
        &mut self,
        at: Location,
        id: ExpressionId,
        operator: Operator,
        left: ExpressionId,
        right: ExpressionId,
    ) -> Type {
        let value = self.evaluate(at, left);
        if operator == Operator::BitOr && matches!(value, Type::Class(_) | Type::Form(_) | Type::None) {
            let form = self.annotation(at, id);
            return self.form(form);
        }
        let method = method_of_operator(operator);
        let given = Given::of_expression(at, right);
        let value = self.without_none(value);
        let method = self.attribute(value, method);
        self.call(method, &given)
    }

    /// Returns an instance of a builtin class.
    pub(super) fn builtin_instance(&mut self, class: &str, arguments: &[Type]) -> Type {
        self.library_instance("builtins", class, arguments)
    }

    /// Returns an instance of a class of the standard library.
    pub(super) fn library_instance(&mut self, module: &str, class: &str, arguments: &[Type]) -> Type {
        match self.library_class(module, class) {
            Some(class) => Type::Instance(class, self.list(arguments)),
            None => Type::Unknown,
        }
    }

    /// Returns a class of the standard library.
    pub(super) fn library_class(&mut self, module: &str, class: &str) -> Option<ClassRef> {
        let module = self.engine.standard_library(module);
        match self.symbol(module, class) {
            Some(Type::Class(class)) => Some(class),
            _ => None,
        }
    }

    /// Returns the value form of an annotation.
    pub(super) fn form(&mut self, annotation: Type) -> Type {
        match annotation {
            Type::Unknown | Type::Variable(_) | Type::None => annotation,
            Type::Instance(class, TypeList::FIRST) => Type::Class(class),
            other => Type::Form(self.list(&[other])),
        }
    }
}

fn class_of_literal(literal: Literal) -> &'static str {
    match literal {
        Literal::Text => "str",
        Literal::Bytes => "bytes",
        Literal::Integer(_) | Literal::LargeInteger => "int",
        Literal::Float { .. } => "float",
        Literal::Boolean(_) => "bool",
    }
}

fn method_of_operator(operator: Operator) -> &'static str {
    match operator {
        Operator::Add => "__add__",
        Operator::Subtract => "__sub__",
        Operator::Multiply => "__mul__",
        Operator::Divide => "__truediv__",
        Operator::Modulo => "__mod__",
        Operator::BitOr => "__or__",
        Operator::BitAnd => "__and__",
        Operator::ShiftRight => "__rshift__",
        Operator::ShiftLeft => "__lshift__",
        Operator::MatrixMultiply => "__matmul__",
    }
}
