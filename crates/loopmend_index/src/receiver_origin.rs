//! The origin of a receiver, from the text of one module: an attribute of a class, an annotated parameter, a fixture, the result of
//! a call. How the calls on one receiver are used is evidence about the receivers of the same origin, and about no others.

use loopmend_catalog::{Role, Words, named};

use crate::summary::{
    Attribute, Binding, BindingKind, ClassId, Expression, ExpressionId, FunctionId, NameId, Operator,
    ScopeId, ScopeKind, Summary,
};

/// The maximum number of expressions that are followed from a receiver to its origin.
const MAX_STEPS: u8 = 16;

/// Where the object comes from on which a method is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiverOrigin {
    /// A text that is the same for all receivers of this origin.
    pub text: String,
    /// `true` if equal texts of two files name the same origin.
    pub is_of_project: bool,
    /// The name of the class, if an annotation or a call of the class tells it.
    pub class: Option<String>,
}

impl ReceiverOrigin {
    fn of_file(text: String) -> Self {
        Self { text, is_of_project: false, class: None }
    }

    fn of_project(text: String) -> Self {
        Self { text, is_of_project: true, class: None }
    }

    /// Returns the origin of a parameter without annotation, if it gets a fixture of its name.
    pub fn as_fixture(&self) -> Option<Self> {
        Some(Self::of_project(format!("fixture {}", self.text.strip_prefix("parameter ")?)))
    }

    fn then(self, part: &str) -> Self {
        Self { text: format!("{}{part}", self.text), class: None, ..self }
    }
}

/// Returns the origin of the value of an expression. Returns `None` for an element of a container and for anything else that is not
/// understood.
pub fn receiver_origin(summary: &Summary, scope: ScopeId, receiver: ExpressionId) -> Option<ReceiverOrigin> {
    Search { summary, steps_left: MAX_STEPS }.of(scope, receiver)
}

/// The class that binds an attribute.
enum Owner {
    Here(ClassId),
    /// A base that is not in the module, as written.
    Elsewhere(ExpressionId),
}

struct Search<'s> {
    summary: &'s Summary,
    steps_left: u8,
}

impl Search<'_> {
    fn of(&mut self, scope: ScopeId, id: ExpressionId) -> Option<ReceiverOrigin> {
        self.steps_left = self.steps_left.checked_sub(1)?;
        match self.summary.expression(id) {
            Expression::Name(name) => self.of_name(scope, name, self.summary.span(id).start),
            Expression::Attribute { value, name } => self.of_attribute(scope, value, name),
            Expression::Call { callee, .. } => {
                let roles = self.summary.last_roles(callee);
                let is_from_container = roles.has(Role::ReturnsElement) || roles.has(Role::ReturnsPart);
                match self.summary.arguments_of(id) {
                    Some([class, _]) if self.summary.last_name(callee) == Some("cast") => {
                        self.of_annotation(scope, class.value)
                    }
                    _ if is_from_container => None,
                    _ => self.of_call(scope, callee),
                }
            }
            Expression::Await(value) => Some(self.of_result(scope, value)?.then(" awaited")),
            _ => None,
        }
    }

    /// Returns the origin of a value that is awaited or entered, which is no element of a container: `await client.get()`.
    fn of_result(&mut self, scope: ScopeId, id: ExpressionId) -> Option<ReceiverOrigin> {
        match self.summary.expression(id) {
            Expression::Call { callee, .. } => self.of_call(scope, callee),
            _ => self.of(scope, id),
        }
    }

    fn of_call(&mut self, scope: ScopeId, callee: ExpressionId) -> Option<ReceiverOrigin> {
        let name = self.summary.last_name(callee)?;
        if is_class_name(name)
            && let Some(class) = self.of_class(scope, callee)
        {
            return Some(class);
        }
        Some(self.of(scope, callee)?.then("()"))
    }

    fn of_attribute(&mut self, scope: ScopeId, value: ExpressionId, name: NameId) -> Option<ReceiverOrigin> {
        let summary = self.summary;
        let is_own = matches!(summary.expression(value), Expression::Name(own) if Words::OwnObject.has(summary.name(own)));
        let methods = || summary.scopes_from(scope).filter_map(|scope| summary.enclosing_function(scope));
        match methods().find_map(|method| summary.class_of(method)).filter(|_| is_own) {
            Some(class) => self.of_own_attribute(class, name),
            None => Some(self.of(scope, value)?.then(&format!(".{}", summary.name(name)))),
        }
    }

    /// Returns the origin of an attribute of `self`: what the class binds to it, or else the attribute itself.
    fn of_own_attribute(&mut self, class: ClassId, name: NameId) -> Option<ReceiverOrigin> {
        let summary = self.summary;
        let owner = match self.owner(class, name) {
            Owner::Here(owner) => owner,
            Owner::Elsewhere(base) => match self.of_class(Summary::MODULE_SCOPE, base) {
                Some(base) => return Some(base.then(&format!(".{}", summary.name(name)))),
                None => class,
            },
        };
        let bound: Vec<(ScopeId, BindingKind)> = bindings_of_attribute(summary, owner, name).collect();
        let mut origins = bound.into_iter().filter_map(|(scope, kind)| match kind {
            BindingKind::Value(value) if is_none(summary, value) => None,
            kind => Some(self.of_binding(scope, kind)),
        });
        let first = origins.next().flatten().filter(|origin| origin.is_of_project);
        if let Some(first) = first
            && origins.all(|other| other.as_ref() == Some(&first))
        {
            return Some(first);
        }
        let class = summary.name(summary.class(owner).name);
        Some(ReceiverOrigin::of_file(format!("class {class}.{}", summary.name(name))))
    }

    /// Returns the class that binds an attribute: the class itself, or the nearest first base. If none in the module does, this is the
    /// imported base.
    fn owner(&mut self, class: ClassId, name: NameId) -> Owner {
        let summary = self.summary;
        let mut at = class;
        while let Some(left) = self.steps_left.checked_sub(1) {
            self.steps_left = left;
            if bindings_of_attribute(summary, at, name).next().is_some() {
                return Owner::Here(at);
            }
            let Some(base) = summary.list(summary.class(at).bases).first() else { break };
            match class_named(summary, *base) {
                Some(base) => at = base,
                None => return Owner::Elsewhere(*base),
            }
        }
        Owner::Here(class)
    }

    fn of_name(&mut self, scope: ScopeId, name: NameId, offset: u32) -> Option<ReceiverOrigin> {
        let summary = self.summary;
        for at in summary.scopes_from(scope) {
            let entry = summary.entry_of(at, name);
            let bindings = entry.map_or(&[][..], |entry| summary.bindings_in(entry));
            // Only a comprehension binds it there.
            if entry.is_some() && bindings.is_empty() {
                return None;
            }
            let is_parameter = match summary.scope(at).kind {
                ScopeKind::Function(function) => summary.function(function).has_parameter(name),
                ScopeKind::Module | ScopeKind::Class(_) => false,
            };
            let before = bindings.iter().rev().find(|binding| binding.offset <= offset);
            match (before.or_else(|| bindings.last().filter(|_| !is_parameter)), summary.scope(at).kind) {
                (Some(Binding { scope, kind, .. }), _) => return self.of_bound_name(*scope, *kind, name),
                (None, ScopeKind::Function(function)) if is_parameter => {
                    return self.of_parameter(function, name);
                }
                _ => {}
            }
        }
        Some(ReceiverOrigin::of_file(format!("name {}", summary.name(name))))
    }

    fn of_bound_name(&mut self, scope: ScopeId, kind: BindingKind, name: NameId) -> Option<ReceiverOrigin> {
        match kind {
            BindingKind::Function(_) | BindingKind::Class(_) => {
                Some(ReceiverOrigin::of_file(format!("name {}", self.summary.name(name))))
            }
            kind => self.of_binding(scope, kind),
        }
    }

    fn of_binding(&mut self, scope: ScopeId, kind: BindingKind) -> Option<ReceiverOrigin> {
        let summary = self.summary;
        match kind {
            BindingKind::Value(value) => self.of(scope, value),
            BindingKind::Annotated { annotation, value } => self
                .of_annotation(scope, annotation)
                .or_else(|| value.and_then(|value| self.of(scope, value))),
            BindingKind::With { value, .. } => Some(self.of_result(scope, value)?.then(" entered")),
            BindingKind::Import { module } => {
                Some(ReceiverOrigin::of_project(format!("import {}", summary.name(module))))
            }
            BindingKind::ImportFrom { module, name } => {
                let (module, name) = (summary.name(module), summary.name(name));
                Some(ReceiverOrigin::of_project(format!("import {module}.{name}")))
            }
            BindingKind::Matched { class: Some(class), .. } => self.of_class(scope, class),
            _ => None,
        }
    }

    fn of_parameter(&mut self, function: FunctionId, name: NameId) -> Option<ReceiverOrigin> {
        let summary = self.summary;
        let definition = summary.function(function);
        let parameter = definition.parameters.iter().find(|parameter| parameter.name == name)?;
        if parameter.is_variadic() {
            return None;
        }
        let around = summary.scope_around(definition.scope);
        let annotated = parameter.annotation.and_then(|annotation| self.of_annotation(around, annotation));
        if annotated.is_some() {
            return annotated;
        }
        let name = summary.name(name);
        Some(match summary.may_take_fixtures(function) {
            true => ReceiverOrigin::of_project(format!("fixture {name}")),
            false => ReceiverOrigin::of_file(format!("parameter {name}")),
        })
    }

    /// Returns the origin for the class that an annotation names. Returns `None` for a class that says nothing about the object,
    /// such as `Any`.
    fn of_annotation(&mut self, scope: ScopeId, annotation: ExpressionId) -> Option<ReceiverOrigin> {
        let summary = self.summary;
        self.steps_left = self.steps_left.checked_sub(1)?;
        match summary.expression(annotation) {
            Expression::Binary { operator: Operator::BitOr, left, right } => {
                match (is_none(summary, left), is_none(summary, right)) {
                    (true, _) => self.of_annotation(scope, right),
                    (_, true) => self.of_annotation(scope, left),
                    _ => {
                        let (left, right) =
                            (self.of_annotation(scope, left)?, self.of_annotation(scope, right)?);
                        let is_of_project = left.is_of_project && right.is_of_project;
                        Some(ReceiverOrigin { is_of_project, ..left.then(&format!(" or {}", right.text)) })
                    }
                }
            }
            Expression::Subscript { value, slice } => {
                let is_wrapper =
                    summary.last_name(value).is_some_and(|name| named(name).has(Role::WrapsAnnotation));
                match summary.expression(slice) {
                    Expression::Tuple(parts) if is_wrapper => {
                        let first = *summary.list(parts).first()?;
                        self.of_annotation(scope, first)
                    }
                    _ if is_wrapper => self.of_annotation(scope, slice),
                    _ => self.of_annotation(scope, value),
                }
            }
            Expression::Name(_) | Expression::Attribute { .. } => {
                let name = summary.last_name(annotation)?;
                let roles = named(name);
                if roles.has(Role::GeneralClass) || roles.has(Role::UntypedForm) || roles.has(Role::VagueType)
                {
                    return None;
                }
                self.of_class(scope, annotation)
            }
            _ => None,
        }
    }

    /// Returns the origin of the objects of a class, by the path from which the class is imported.
    fn of_class(&mut self, scope: ScopeId, class: ExpressionId) -> Option<ReceiverOrigin> {
        let summary = self.summary;
        let name = summary.last_name(class)?.to_owned();
        let of = match class_named(summary, class) {
            Some(_) => ReceiverOrigin::of_file(format!("class {name}")),
            None => {
                let path = self.of(scope, class)?;
                ReceiverOrigin { text: format!("class {}", path.text), ..path }
            }
        };
        Some(ReceiverOrigin { class: Some(name), ..of })
    }
}

fn bindings_of_attribute(
    summary: &Summary,
    class: ClassId,
    name: NameId,
) -> impl Iterator<Item = (ScopeId, BindingKind)> {
    let name = summary.name(name);
    let in_body = summary.bindings_of(summary.class(class).scope, name).iter();
    let in_body = in_body.map(|binding| (binding.scope, binding.kind));
    let set = summary.attributes_of(class, name).iter().map(|Attribute { scope, kind, .. }| (*scope, *kind));
    in_body.chain(set)
}

/// Returns the class of the module that a name means.
fn class_named(summary: &Summary, id: ExpressionId) -> Option<ClassId> {
    let Expression::Name(name) = summary.expression(id) else { return None };
    match summary.nearest_bindings_of(Summary::MODULE_SCOPE, name) {
        [Binding { kind: BindingKind::Class(class), .. }] => Some(*class),
        _ => None,
    }
}

fn is_none(summary: &Summary, id: ExpressionId) -> bool {
    matches!(summary.expression(id), Expression::None)
}

/// Returns whether a name is written like the name of a class.
pub fn is_class_name(name: &str) -> bool {
    name.trim_start_matches('_').starts_with(|first: char| first.is_uppercase())
        && name.contains(|letter: char| letter.is_lowercase())
}
