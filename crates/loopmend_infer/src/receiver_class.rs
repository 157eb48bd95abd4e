//! The possible classes of a receiver, found in the file alone when the library of the class is missing, or says nothing of it.

use loopmend_catalog::{Role, Words, named};
use loopmend_index::receiver_origin::is_class_name;
use loopmend_index::summary::{
    Binding, BindingKind, CallSite, Expression, ExpressionId, FunctionId, NameId, Operator, ScopeId, Summary,
};
use loopmend_python::stack::grow_stack_for_step;

use super::types::Location;
use super::{ClassRef, ContextId, FunctionRef, Inference, Type};
use crate::engine::ModuleId;

/// What is known about the class of a receiver.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum ReceiverClass {
    /// Nothing is known.
    Open,
    /// The receiver has one of these classes.
    Known(Vec<ClassRef>),
    /// The receiver has a class of a missing library, by its path.
    Absent(String),
    /// The receiver comes from a missing library, by its name.
    From {
        root: String,
        /// Whether a coroutine of the library returned it.
        is_awaited: bool,
    },
}

/// The origin of a value from a missing library.
struct Origin {
    path: String,
    is_class: bool,
    is_awaited: bool,
    /// Whether other code called the library's function. An awaited value is then not a coroutine of the
    /// library.
    is_handed: bool,
    /// Whether the library is installed, and the value is one of which nothing is known.
    is_installed: bool,
}

impl Origin {
    /// Returns the origin of a part of the value: an attribute, a result.
    fn part(self) -> Self {
        Self { is_class: false, ..self }
    }

    fn awaited(self) -> Self {
        Self { is_awaited: !self.is_handed, ..self.part() }
    }
}

impl Inference<'_> {
    /// Returns what is known about the class on which a method is called. This is an outermost query.
    pub(super) fn receiver_class(&mut self, module: ModuleId, site: &CallSite) -> ReceiverClass {
        let Some((receiver, _)) = self.engine.summary(module).method_call(site.expression) else {
            return ReceiverClass::Open;
        };
        if self.is_apart {
            return self.find_receiver_class(module, site.scope, receiver);
        }
        let key = (module, site.scope, receiver);
        if let Some((class, is_given_by_callers)) = self.receivers.get(&key).cloned() {
            self.is_given_by_callers = is_given_by_callers;
            return class;
        }
        let class = self.find_receiver_class(module, site.scope, receiver);
        self.receivers.insert(key, (class.clone(), self.is_given_by_callers));
        class
    }

    fn find_receiver_class(
        &mut self,
        module: ModuleId,
        scope: ScopeId,
        receiver: ExpressionId,
    ) -> ReceiverClass {
        let value = self.expression(module, scope, receiver);
        let parts = self.parts(value).into_iter().filter(|part| *part != Type::None);
        let classes: Option<Vec<ClassRef>> = parts
            .map(|part| match part {
                Type::Instance(class, _) => Some(class),
                _ => None,
            })
            .collect();
        if let Some(classes) = classes.filter(|classes| !classes.is_empty()) {
            return ReceiverClass::Known(classes);
        }
        let at = Location { module, scope, context: ContextId::FIRST };
        match self.absent_origin(at, receiver) {
            None | Some(Origin { is_class: false, is_installed: true, .. }) => ReceiverClass::Open,
            Some(Origin { path, is_class: true, .. }) => ReceiverClass::Absent(path),
            Some(Origin { path, is_awaited, .. }) => {
                let root = path.split('.').next().unwrap_or_default().to_owned();
                ReceiverClass::From { root, is_awaited }
            }
        }
    }

    /// Returns whether two receivers may have the same class. A named class that is not found equals only
    /// itself.
    pub(super) fn may_be_same_class(&mut self, one: &ReceiverClass, other: &ReceiverClass) -> bool {
        match (one, other) {
            (ReceiverClass::Absent(one), ReceiverClass::Absent(other)) => one == other,
            (ReceiverClass::Absent(path), ReceiverClass::From { root, .. })
            | (ReceiverClass::From { root, .. }, ReceiverClass::Absent(path)) => {
                path.split('.').next() == Some(root)
            }
            (ReceiverClass::From { root: one, .. }, ReceiverClass::From { root: other, .. }) => one == other,
            (ReceiverClass::Absent(_), _) => false,
            (ReceiverClass::Known(one), ReceiverClass::Known(other)) => {
                let mut pairs = one.iter().flat_map(|one| other.iter().map(move |other| (*one, *other)));
                pairs.any(|(one, other)| self.are_related(one, other))
            }
            (ReceiverClass::From { .. }, ReceiverClass::Known(_))
            | (ReceiverClass::Known(_), ReceiverClass::From { .. } | ReceiverClass::Absent(_)) => false,
            (ReceiverClass::Open, _) | (_, ReceiverClass::Open) => true,
        }
    }

    /// Returns whether one class is the other or one of its bases.
    fn are_related(&mut self, one: ClassRef, other: ClassRef) -> bool {
        let mut inherits =
            |class, from| self.mro(class).iter().any(|place| place.is_none_or(|it| it.0 == from));
        inherits(one, other) || inherits(other, one)
    }

    /// Returns the origin of a value through names, attributes and calls, if it is a missing library.
    fn absent_origin(&mut self, at: Location, id: ExpressionId) -> Option<Origin> {
        let value = (at.module, id);
        if !self.step() || self.open_origins.contains(&value) {
            return None;
        }
        self.open_origins.push(value);
        let found = grow_stack_for_step(|| self.absent_origin_of(at, id));
        self.open_origins.pop();
        found
    }

    fn absent_origin_of(&mut self, at: Location, id: ExpressionId) -> Option<Origin> {
        let summary = self.summary(at.module);
        match summary.expression(id) {
            Expression::Await(inner) => self.absent_origin(at, inner).map(Origin::awaited),
            Expression::Call { callee, .. } => self.absent_origin_of_call(at, id, callee),
            Expression::Subscript { value, .. } => self.absent_origin(at, value).map(Origin::part),
            Expression::Attribute { value, name } => {
                let of_self = Words::OwnObject.has(summary.last_name(value));
                let member = if of_self { self.absent_origin_of_member(at, name) } else { None };
                member.or_else(|| {
                    let of = self.absent_origin(at, value)?;
                    let path = format!("{}.{}", of.path, summary.name(name));
                    Some(Origin { path, ..of.part() })
                })
            }
            Expression::Name(name) => self.absent_origin_of_name(at, name, summary.span(id).start),
            _ => None,
        }
    }

    fn absent_origin_of_call(
        &mut self,
        at: Location,
        call: ExpressionId,
        callee: ExpressionId,
    ) -> Option<Origin> {
        let summary = self.summary(at.module);
        let arguments = summary.arguments_of(call).unwrap_or_default();
        if let (Some("cast"), [class, _]) = (summary.last_name(callee), arguments) {
            return self.absent_class(at, class.value);
        }
        if let Some(made) = self.absent_origin(at, callee) {
            let is_class = summary.last_name(callee).is_some_and(is_class_name);
            return Some(Origin { is_class, ..made });
        }
        if let Some(made) = self.absent_class_returned(at, callee) {
            return Some(made);
        }
        // What is called with a function of a library, as `asyncio.to_thread(library.get)`, returns what that returns.
        let names = arguments.iter().map(|argument| argument.value);
        let mut named = names.filter(|value| summary.dotted_parts(*value).is_some());
        let given = named.find_map(|value| self.absent_origin(at, value))?;
        Some(Origin { is_awaited: false, is_handed: true, ..given.part() })
    }

    fn absent_origin_of_name(&mut self, at: Location, name: NameId, offset: u32) -> Option<Origin> {
        let summary = self.summary(at.module);
        let bindings = summary.nearest_bindings_of(at.scope, name);
        let Some(binding) =
            bindings.iter().rev().find(|binding| binding.offset <= offset).or(bindings.last())
        else {
            return self.absent_class_of_parameter(at, name);
        };
        self.absent_origin_of_binding(Location { scope: binding.scope, ..at }, binding)
    }

    fn absent_origin_of_binding(&mut self, at: Location, binding: &Binding) -> Option<Origin> {
        let summary = self.summary(at.module);
        match binding.kind {
            BindingKind::Value(value) => self.absent_origin(at, value),
            BindingKind::Annotated { annotation, value } => self
                .absent_class(at, annotation)
                .or_else(|| value.and_then(|value| self.absent_origin(at, value))),
            BindingKind::With { value, is_async: false } => self.absent_origin(at, value),
            BindingKind::With { value, is_async: true } => {
                let manager = self.absent_origin(at, value)?;
                Some(Origin { is_awaited: !manager.is_handed, ..manager })
            }
            BindingKind::For { iterable, .. } => self.absent_origin(at, iterable).map(Origin::part),
            BindingKind::Part { value, .. } => self.absent_origin(at, value).map(Origin::part),
            BindingKind::Import { module } => self.absent_import(at.module, summary.name(module), None),
            BindingKind::ImportFrom { module, name } => {
                self.absent_import(at.module, summary.name(module), Some(summary.name(name)))
            }
            _ => None,
        }
    }

    fn absent_import(&mut self, from: ModuleId, module: &str, name: Option<&str>) -> Option<Origin> {
        let target = self.engine.resolve(module, from);
        let summary = self.summary(target);
        let is_installed = self.engine.origin(target) == loopmend_project::Origin::ThirdParty
            && self.engine.carried_library(target).is_none();
        if is_installed || self.engine.is_absent(target) || self.engine.carried_library(target).is_some() {
            let path = name.map_or_else(|| module.to_owned(), |name| format!("{module}.{name}"));
            return Some(Origin { path, is_class: false, is_awaited: false, is_handed: false, is_installed });
        }
        match summary.bindings_of(Summary::MODULE_SCOPE, name?) {
            [Binding { kind: BindingKind::ImportFrom { module: behind, name }, .. }] if self.step() => {
                let (behind, name) = (summary.name(*behind), summary.name(*name));
                grow_stack_for_step(|| self.absent_import(target, behind, Some(name)))
            }
            _ => None,
        }
    }

    /// Returns the missing class that the annotation of a parameter names.
    fn absent_class_of_parameter(&mut self, at: Location, name: NameId) -> Option<Origin> {
        let summary = self.summary(at.module);
        let function = summary.enclosing_function(at.scope)?;
        let definition = summary.function(function);
        let parameter = definition.parameters.iter().find(|parameter| parameter.name == name)?;
        let at = Location::around(summary, at.module, definition.scope);
        self.absent_class(at, parameter.annotation?)
    }

    /// Returns the origin of an attribute of `self`, according to the enclosing class.
    fn absent_origin_of_member(&mut self, at: Location, name: NameId) -> Option<Origin> {
        let summary = self.summary(at.module);
        let method = summary.scopes_from(at.scope).find_map(|scope: ScopeId| {
            summary.enclosing_function(scope).and_then(|function| summary.class_of(function))
        })?;
        let name = summary.name(name);
        let in_body = summary.bindings_of(summary.class(method).scope, name).iter();
        let in_body = in_body.map(|binding| (binding.scope, binding.kind));
        let set = summary.attributes_of(method, name).iter().map(|set| (set.scope, set.kind));
        in_body.chain(set).find_map(|(scope, kind)| {
            let at = Location { scope, ..at };
            match kind {
                BindingKind::Annotated { annotation, value } => self
                    .absent_class(at, annotation)
                    .or_else(|| value.and_then(|value| self.absent_origin(at, value))),
                BindingKind::Value(value) => self.absent_origin(at, value),
                BindingKind::Function(method) => self.absent_origin_of_result(at, method),
                _ => None,
            }
        })
    }

    /// Returns the common origin of all values that a plain method returns.
    fn absent_origin_of_result(&mut self, at: Location, method: FunctionId) -> Option<Origin> {
        let summary = self.summary(at.module);
        let definition = summary.function(method);
        let at = Location { scope: definition.scope, ..at };
        let mut returned = summary.list(definition.returned).iter();
        let first = self.absent_origin(at, *returned.next()?)?;
        let are_all = !definition.is_async && returned.all(|other| self.absent_origin(at, *other).is_some());
        are_all.then(|| first.part())
    }

    /// Returns the missing class that a plain function is annotated to return.
    fn absent_class_returned(&mut self, at: Location, callee: ExpressionId) -> Option<Origin> {
        let Type::Function(callee) = self.evaluate(at, callee) else { return None };
        let FunctionRef { module, function } = self.function_of(callee);
        let summary = self.summary(module);
        let definition = summary.function(function);
        let annotation = definition.returns.filter(|_| !definition.is_async)?;
        self.absent_class(Location::around(summary, module, definition.scope), annotation)
    }

    /// Returns the class of a missing library that an annotation names.
    fn absent_class(&mut self, at: Location, annotation: ExpressionId) -> Option<Origin> {
        if !self.step() {
            return None;
        }
        grow_stack_for_step(|| self.absent_class_of(at, annotation))
    }

    fn absent_class_of(&mut self, at: Location, annotation: ExpressionId) -> Option<Origin> {
        let summary = self.summary(at.module);
        match summary.expression(annotation) {
            Expression::Binary { operator: Operator::BitOr, left, right } => {
                self.absent_class(at, left).or_else(|| self.absent_class(at, right))
            }
            Expression::Subscript { value, slice }
                if summary.last_name(value).is_some_and(|name| named(name).has(Role::WrapsAnnotation)) =>
            {
                let arguments = super::generic::subscript_arguments(summary, slice);
                arguments.into_iter().find_map(|argument| self.absent_class(at, argument))
            }
            Expression::Subscript { value, .. } => self.absent_class(at, value),
            Expression::Name(_) | Expression::Attribute { .. } => {
                let origin = self.absent_origin(at, annotation)?;
                Some(Origin { is_class: true, is_awaited: false, ..origin })
            }
            _ => None,
        }
    }
}
