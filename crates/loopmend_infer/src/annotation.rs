//! Evaluates annotations to types. Type variables remain in the result; [`super::generic`] replaces them.

use loopmend_catalog::{Role, is, is_in, named};
use loopmend_index::summary::{Collection, Expression, ExpressionId, NameId, Operator, Summary};
use loopmend_python::stack::grow_stack;

use super::memo::Question;
use super::types::Location;
use super::{FunctionRef, Inference, Type, TypeList};
use crate::engine::ModuleId;

impl<'e> Inference<'e> {
    /// Returns the type that an annotation denotes.
    pub(super) fn annotation(&mut self, at: Location, id: ExpressionId) -> Type {
        if !self.step() {
            return Type::Unknown;
        }
        let summary = self.summary(at.module);
        grow_stack(|| match summary.expression(id) {
            Expression::None => Type::None,
            Expression::Binary { operator: Operator::BitOr, left, right } => {
                let parts = [left, right].map(|part| self.annotation(at, part));
                self.union(parts)
            }
            Expression::Subscript { value, slice } => {
                let Location { module, scope, .. } = at;
                let plain = Location::in_scope(module, scope);
                self.memoised(Question::Annotation(module, id), |inference| {
                    inference.subscripted_annotation(plain, value, slice)
                })
            }
            Expression::Display { collection: Collection::List, elements } => {
                let parts: Vec<Type> =
                    summary.list(elements).iter().map(|part| self.annotation(at, *part)).collect();
                Type::Tuple(self.list(&parts))
            }
            Expression::Name(_) | Expression::Attribute { .. } => self.named_annotation(at, id),
            _ => Type::Unknown,
        })
    }

    fn named_annotation(&mut self, at: Location, id: ExpressionId) -> Type {
        let summary = self.summary(at.module);
        if let Some(special) = self.special_form(at, id) {
            return match special {
                "Self" => self.variable_named("Self", None),
                "Callable" => Type::Callable(self.list(&[Type::Unknown])),
                name if named(name).has(Role::NeverType) => Type::Never,
                "LiteralString" => self.builtin_instance("str", &[]),
                name if named(name).has(Role::UntypedForm) => Type::Unknown,
                "Tuple" => self.builtin_instance("tuple", &[]),
                other => self.alias_in_typing(other, &[]),
            };
        }
        let value = match summary.expression(id) {
            Expression::Name(name) => self.name(at, name, summary.span(id).start),
            _ => self.evaluate(at, id),
        };
        self.as_annotation(value)
    }

    /// Returns the meaning of a value used as an annotation.
    fn as_annotation(&mut self, value: Type) -> Type {
        match value {
            Type::Class(class) => match (self.engine.module_name(class.module), self.class_name(class)) {
                (module, name) if is_in(module, name, Role::CoroutineType) => {
                    Type::Awaitable(self.list(&[Type::Unknown]))
                }
                (module, "Any") if is(module, Role::TypingModule) => Type::Unknown,
                _ => Type::Instance(class, self.arguments_of_bare(class)),
            },
            Type::Form(form) => self.only(form),
            Type::Variable(_) | Type::None => value,
            Type::Union(parts) => {
                let parts = self.types(parts).to_vec();
                let parts: Vec<Type> = parts.into_iter().map(|part| self.as_annotation(part)).collect();
                self.union(parts)
            }
            _ => Type::Unknown,
        }
    }

    fn subscripted_annotation(&mut self, at: Location, value: ExpressionId, slice: ExpressionId) -> Type {
        let summary = self.summary(at.module);
        let arguments = match summary.expression(slice) {
            Expression::Tuple(elements) => summary.list(elements),
            _ => std::slice::from_ref(&slice),
        };
        if let Some(special) = self.special_form(at, value) {
            return self.special_annotation(at, special, arguments);
        }
        let origin = self.evaluate(at, value);
        match origin {
            Type::Class(class) => match (self.engine.module_name(class.module), self.class_name(class)) {
                ("typing", "Awaitable") => self.awaitable_of(at, arguments.first()),
                ("typing", "Coroutine") | ("types", "CoroutineType") => {
                    self.awaitable_of(at, arguments.get(2))
                }
                ("builtins", "type") => self.class_annotation(at, arguments),
                ("builtins", "tuple") => self.tuple_annotation(at, arguments),
                _ => {
                    let arguments = self.annotations(at, arguments);
                    Type::Instance(class, self.list(&arguments))
                }
            },
            Type::Form(form) => {
                let generic = self.only(form);
                let arguments = self.annotations(at, arguments);
                self.specialised(generic, &arguments)
            }
            Type::Variable(_) | Type::Unknown => Type::Unknown,
            other => self.as_annotation(other),
        }
    }

    fn special_annotation(&mut self, at: Location, special: &str, arguments: &[ExpressionId]) -> Type {
        let Some(first) = arguments.first() else { return Type::Unknown };
        match special {
            "Optional" => {
                let inner = self.annotation(at, *first);
                self.union([inner, Type::None])
            }
            "Union" => {
                let parts = self.annotations(at, arguments);
                self.union(parts)
            }
            name if named(name).has(Role::QualifiesAnnotation) => self.annotation(at, *first),
            "Callable" => {
                let result = arguments.get(1).map_or(Type::Unknown, |result| self.annotation(at, *result));
                if matches!(result, Type::Variable(_))
                    && self.annotation(at, *first) == Type::Tuple(self.list(&[result]))
                {
                    return Type::Identity;
                }
                Type::Callable(self.list(&[result]))
            }
            "Type" => self.class_annotation(at, arguments),
            "Tuple" => self.tuple_annotation(at, arguments),
            "Literal" => self.literal_annotation(at, arguments),
            name if named(name).has(Role::NarrowingType) => self.builtin_instance("bool", &[]),
            other if ALIASES_IN_TYPING.iter().any(|(alias, ..)| *alias == other) => {
                let arguments = self.annotations(at, arguments);
                self.alias_in_typing(other, &arguments)
            }
            _ => Type::Unknown,
        }
    }

    /// Returns an instance of the class that a `typing` alias refers to.
    fn alias_in_typing(&mut self, name: &str, arguments: &[Type]) -> Type {
        match ALIASES_IN_TYPING.iter().find(|(alias, ..)| *alias == name) {
            Some((_, module, class)) => self.library_instance(module, class, arguments),
            None => Type::Unknown,
        }
    }

    fn annotations(&mut self, at: Location, ids: &[ExpressionId]) -> Vec<Type> {
        ids.iter().map(|id| self.annotation(at, *id)).collect()
    }

    fn awaitable_of(&mut self, at: Location, result: Option<&ExpressionId>) -> Type {
        let result = result.map_or(Type::Unknown, |result| self.annotation(at, *result));
        Type::Awaitable(self.list(&[result]))
    }

    /// Returns the type for `type[C]`.
    fn class_annotation(&mut self, at: Location, arguments: &[ExpressionId]) -> Type {
        let of = arguments.first().map_or(Type::Unknown, |first| self.annotation(at, *first));
        self.class_of_instance(of)
    }

    /// Returns the class of an instance, which may be of a subclass.
    pub(super) fn class_of_instance(&mut self, instance: Type) -> Type {
        self.each(instance, |inference, part| match part {
            Type::Instance(class, TypeList::FIRST) => Type::Class(class),
            Type::Unknown | Type::None => Type::Unknown,
            other => Type::Form(inference.list(&[other])),
        })
    }

    fn tuple_annotation(&mut self, at: Location, arguments: &[ExpressionId]) -> Type {
        let summary = self.summary(at.module);
        match arguments {
            [element, rest]
                if matches!(summary.expression(*rest), Expression::Opaque | Expression::Plain) =>
            {
                let element = self.annotation(at, *element);
                self.builtin_instance("tuple", &[element])
            }
            _ => {
                let elements = self.annotations(at, arguments);
                Type::Tuple(self.list(&elements))
            }
        }
    }

    fn literal_annotation(&mut self, at: Location, arguments: &[ExpressionId]) -> Type {
        let summary = self.summary(at.module);
        let parts: Vec<Type> = arguments
            .iter()
            .map(|argument| match summary.expression(*argument) {
                Expression::String(_) | Expression::Literal(_) | Expression::None => {
                    self.evaluate(at, *argument)
                }
                _ => Type::Plain,
            })
            .collect();
        self.union(parts)
    }

    /// Returns the type of an annotation in a signature. It is evaluated in the scope of the `def`, except
    /// for type parameters.
    pub(super) fn signature_annotation(&mut self, function: FunctionRef, annotation: ExpressionId) -> Type {
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let scope = match definition.type_parameters.as_slice() {
            [] => summary.scope_around(definition.scope),
            _ => definition.scope,
        };
        self.annotation(Location::in_scope(function.module, scope), annotation)
    }

    /// Returns the name of a special form of `typing` or `typing_extensions`.
    pub(super) fn special_form(&mut self, at: Location, id: ExpressionId) -> Option<&'e str> {
        let summary = self.summary(at.module);
        let written = summary.last_name(id)?;
        let (name, home) = match summary.expression(id) {
            Expression::Name(name) => self.home_of(at, name)?,
            Expression::Attribute { value, name } if named(written).has(Role::SpecialForm) => {
                match self.evaluate(at, value) {
                    Type::Module(home) => (summary.name(name), home),
                    _ => return None,
                }
            }
            _ => return None,
        };
        if !named(name).has(Role::SpecialForm) {
            return None;
        }
        let home = self.engine.module_name(home);
        let is_special = is(home, Role::TypingModule)
            || (home == "collections.abc" || home == "_collections_abc") && name == "Callable";
        is_special.then_some(name)
    }

    /// Returns the module from which a name was imported with `from … import`, and its name there.
    fn home_of(&mut self, at: Location, name: NameId) -> Option<(&'e str, ModuleId)> {
        let summary = self.summary(at.module);
        let bound_in =
            |scope| Some(summary.bindings_in(summary.entry_of(scope, name)?)).filter(|all| !all.is_empty());
        let found = bound_in(at.scope).or_else(|| bound_in(Summary::MODULE_SCOPE))?;
        match found.last().map(|binding| binding.kind) {
            Some(loopmend_index::summary::BindingKind::ImportFrom { module: source, name }) => {
                let name = summary.name(name);
                named(name)
                    .has(Role::SpecialForm)
                    .then(|| (name, self.engine.resolve(summary.name(source), at.module)))
            }
            Some(_) if self.engine.module_name(at.module) == "typing" => {
                Some((summary.name(name), at.module))
            }
            _ => None,
        }
    }
}

/// The `typing` aliases of generic classes (docs.python.org/3/library/typing.html#deprecated-aliases), with
/// the class.
const ALIASES_IN_TYPING: &[(&str, &str, &str)] = &[
    ("ChainMap", "collections", "ChainMap"),
    ("Counter", "collections", "Counter"),
    ("DefaultDict", "collections", "defaultdict"),
    ("Deque", "collections", "deque"),
    ("Dict", "builtins", "dict"),
    ("FrozenSet", "builtins", "frozenset"),
    ("List", "builtins", "list"),
    ("OrderedDict", "collections", "OrderedDict"),
    ("Set", "builtins", "set"),
];
