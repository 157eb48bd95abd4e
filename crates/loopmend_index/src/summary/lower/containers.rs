//! Collects items added to containers after their creation.

use loopmend_catalog::{Role, named};
use loopmend_python::ast::{self as ast, Expr};
use loopmend_python::text_size::TextRange;
use smallvec::SmallVec;

use super::super::{
    Addition, AdditionKind, Argument, ArgumentKind, ArgumentsId, Collection, Expression, ExpressionId, NameId,
};
use super::Lowering;

/// An addition to the value of a name or attribute, before it is known whether the value is a container.
pub(super) struct OpenAddition {
    pub(super) target: Target,
    pub(super) addition: Addition,
}

/// A name, or an attribute of a name or of any other expression.
#[derive(Clone, Copy)]
pub(super) enum Target {
    Name(NameId),
    Attribute { object: Option<NameId>, name: NameId },
}

impl Lowering<'_> {
    /// Records a lowered call in a project file: `target.append(value)` and similar methods.
    pub(super) fn note_addition(&mut self, callee: ExpressionId, arguments: ArgumentsId) {
        let Expression::Attribute { value: target, name } = self.expressions[callee.index()] else { return };
        if !named(self.names.get(name)).has(Role::AddsToContainer) {
            return;
        }
        let is_class = |name: &str| named(name).has(Role::ContainerClass);
        if let Expression::Name(class) = self.expressions[target.index()]
            && is_class(self.names.get(class))
        {
            return self.note_unbound(arguments);
        }
        let run = self.argument_runs[arguments.index()];
        let arguments: SmallVec<[Argument; 4]> =
            self.arguments[run.start as usize..(run.start + run.len) as usize].into();
        if self.names.get(name) == "update" {
            return arguments.into_iter().for_each(|argument| self.note_update(target, argument));
        }
        let is_plain = arguments.iter().all(|argument| argument.kind == ArgumentKind::Positional);
        let method = self.names.get(name);
        let roles = named(method);
        match &*arguments {
            _ if !is_plain => self.push_addition(target, AdditionKind::Unknown),
            [value] if roles.has(Role::AddsElement) => self.add_element(target, value.value, false),
            [_, value] if method == "insert" => self.add_element(target, value.value, false),
            [iterable] if roles.has(Role::AddsElements) => self.add_element(target, iterable.value, true),
            [key, value] if roles.has(Role::AddsEntry) => self.note_entry(target, key.value, value.value),
            [_] if method == "setdefault" => {}
            _ => self.push_addition(target, AdditionKind::Unknown),
        }
    }

    /// Records `list.append(target, value)` and similar unbound calls.
    fn note_unbound(&mut self, arguments: ArgumentsId) {
        let run = self.argument_runs[arguments.index()];
        let given = &self.arguments[run.start as usize..(run.start + run.len) as usize];
        if let Some(target) = given.first().map(|argument| argument.value) {
            self.push_addition(target, AdditionKind::Unknown);
        }
    }

    /// Records an argument of `target.update(…)`.
    fn note_update(&mut self, target: ExpressionId, argument: Argument) {
        match argument.kind {
            ArgumentKind::Keyword(name) => {
                let key = self.push(Expression::String(name), TextRange::default());
                self.note_entry(target, key, argument.value);
            }
            ArgumentKind::Positional | ArgumentKind::DoubleStarred => {
                self.push_addition(target, AdditionKind::Merged(argument.value));
            }
            ArgumentKind::Starred => self.push_addition(target, AdditionKind::Unknown),
        }
    }

    /// Records an addition to `target`. For `target[key]` or `target.setdefault(key, [])`, records an
    /// addition to a nested container under that key.
    fn add_element(&mut self, target: ExpressionId, value: ExpressionId, is_iterable: bool) {
        let key = match self.expressions[target.index()] {
            Expression::Subscript { value: mapping, slice } => Some((mapping, slice)),
            Expression::Call { callee, arguments } => self.default_entry(callee, arguments),
            _ => None,
        };
        let Some((mapping, key)) = key else {
            let kind = if is_iterable { AdditionKind::Elements(value) } else { AdditionKind::Element(value) };
            return self.push_addition(target, kind);
        };
        let at = TextRange::default();
        let element = if is_iterable { self.push(Expression::Starred(value), at) } else { value };
        let elements = self.push_list(&[element]);
        let value = self.push(Expression::Display { collection: Collection::List, elements }, at);
        self.push_addition(mapping, AdditionKind::Entry { key, value });
    }

    /// Returns the mapping and the key of `mapping.setdefault(key, [])`.
    fn default_entry(
        &self,
        callee: ExpressionId,
        arguments: ArgumentsId,
    ) -> Option<(ExpressionId, ExpressionId)> {
        let Expression::Attribute { value: mapping, name } = self.expressions[callee.index()] else {
            return None;
        };
        let run = self.argument_runs[arguments.index()];
        let key = self.arguments[run.start as usize..(run.start + run.len) as usize].first()?;
        (self.names.get(name) == "setdefault").then_some((mapping, key.value))
    }

    /// Records `target[key] = value`, lowered. An empty container as the value has no items yet.
    pub(super) fn note_entry(&mut self, target: ExpressionId, key: ExpressionId, value: ExpressionId) {
        let is_empty = match self.expressions[value.index()] {
            Expression::Display { elements, .. } => elements.len == 0,
            Expression::Call { callee, arguments: ArgumentsId(0) } => {
                let name = match self.expressions[callee.index()] {
                    Expression::Name(name) | Expression::Attribute { name, .. } => self.names.get(name),
                    _ => "",
                };
                named(name).has(Role::ContainerClass) || named(name).has(Role::AlwaysEmptyClass)
            }
            _ => false,
        };
        if matches!(self.expressions[key.index()], Expression::Slice) {
            self.push_addition(target, AdditionKind::Elements(value));
        } else if !is_empty {
            self.push_addition(target, AdditionKind::Entry { key, value });
        }
    }

    /// Records `target += value`, both lowered.
    pub(super) fn note_extension(&mut self, target: ExpressionId, value: ExpressionId) {
        self.add_element(target, value, true);
    }

    /// Records `target |= value`, both lowered.
    pub(super) fn note_merge(&mut self, target: ExpressionId, value: ExpressionId) {
        self.push_addition(target, AdditionKind::Merged(value));
    }

    /// Records `target[key]` among the targets of an unpacking, with its value if known.
    pub(super) fn note_unpacked(&mut self, target: &Expr, value: Option<ExpressionId>) {
        if let Expr::Subscript(subscript) = target {
            self.note_by_syntax(&subscript.value, value.map_or(AdditionKind::Unknown, AdditionKind::Element));
        }
    }

    /// Records a method that is passed on rather than called: `add = target.append`.
    pub(super) fn note_adding_method(&mut self, expression: &Expr) {
        if let Expr::Attribute(ast::ExprAttribute { value, attr, .. }) = expression
            && named(attr.as_str()).has(Role::AddsToContainer)
        {
            self.note_by_syntax(value, AdditionKind::Unknown);
        }
    }

    fn note_by_syntax(&mut self, target: &Expr, kind: AdditionKind) {
        let target = match target {
            Expr::Name(name) => Target::Name(self.names.intern(&name.id)),
            Expr::Attribute(attribute) => {
                let object = match &*attribute.value {
                    Expr::Name(object) => Some(self.names.intern(&object.id)),
                    _ => None,
                };
                Target::Attribute { object, name: self.names.intern(attribute.attr.as_str()) }
            }
            _ => return,
        };
        self.push_to(target, kind);
    }

    fn push_addition(&mut self, target: ExpressionId, kind: AdditionKind) {
        if let Some(target) = target_of(&self.expressions, target) {
            self.push_to(target, kind);
        }
    }

    fn push_to(&mut self, target: Target, kind: AdditionKind) {
        if self.at.is_live && self.target.is_first_party {
            let addition = Addition { scope: self.at.scope, kind };
            self.additions.push(OpenAddition { target, addition });
        }
    }
}

/// Returns the name or attribute that a lowered expression is.
pub(super) fn target_of(expressions: &[Expression], id: ExpressionId) -> Option<Target> {
    match expressions[id.index()] {
        Expression::Name(name) => Some(Target::Name(name)),
        Expression::Attribute { value, name } => {
            let object = match expressions[value.index()] {
                Expression::Name(object) => Some(object),
                _ => None,
            };
            Some(Target::Attribute { object, name })
        }
        _ => None,
    }
}
