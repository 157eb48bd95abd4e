//! What an annotation says.

use super::{ClassRef, Inference, Type};
use crate::engine::ModuleId;
use crate::summary::{BindingKind, Expression, ExpressionId, ScopeId, Summary};

impl<'e> Inference<'e> {
    /// The type that an annotation stands for. `receiver` is what `Self` means.
    pub(super) fn annotation(
        &mut self,
        module: ModuleId,
        scope: ScopeId,
        id: ExpressionId,
        receiver: Option<ClassRef>,
    ) -> Type {
        if !self.step() {
            return Type::Unknown;
        }
        let summary = self.summary(module);
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || match summary.expression(id) {
            Expression::None => Type::None,
            Expression::BitOr(left, right) => {
                let parts = [left, right].map(|part| self.annotation(module, scope, part, receiver));
                self.union(parts.to_vec())
            }
            Expression::Subscript { value, slice } => self.subscript(module, scope, (value, slice), receiver),
            Expression::Name(_) | Expression::Attribute { .. } => self.named(module, scope, id, receiver),
            _ => Type::Unknown,
        })
    }

    fn named(
        &mut self,
        module: ModuleId,
        scope: ScopeId,
        id: ExpressionId,
        receiver: Option<ClassRef>,
    ) -> Type {
        if self.special_form(module, scope, id) == Some("Self") {
            let own = self.enclosing_class(module, scope);
            return receiver.or(own).map_or(Type::Unknown, Type::Instance);
        }
        match self.evaluate(module, scope, id) {
            Type::Class(class) => Type::Instance(class),
            Type::None => Type::None,
            _ => self.alias(module, scope, id, receiver),
        }
    }

    /// `Name = Optional[Client]` and `type Name = …`: the annotation is what the alias says.
    fn alias(
        &mut self,
        module: ModuleId,
        scope: ScopeId,
        id: ExpressionId,
        receiver: Option<ClassRef>,
    ) -> Type {
        let Expression::Name(name) = self.summary(module).expression(id) else { return Type::Unknown };
        let Some((home, value)) = self.alias_value(module, scope, self.engine.summary(module).name(name))
        else {
            return Type::Unknown;
        };
        if (home, value) == (module, id) {
            return Type::Unknown;
        }
        self.annotation(home, Summary::MODULE_SCOPE, value, receiver)
    }

    /// The right side of an alias at the top of this module or of the one it is imported from.
    fn alias_value(
        &mut self,
        module: ModuleId,
        scope: ScopeId,
        name: &str,
    ) -> Option<(ModuleId, ExpressionId)> {
        let summary = self.summary(module);
        let is_shadowed = scope != Summary::MODULE_SCOPE && !summary.bindings_of(scope, name).is_empty();
        let [only] = summary.bindings_of(Summary::MODULE_SCOPE, name) else { return None };
        if is_shadowed {
            return None;
        }
        match only.kind {
            BindingKind::Alias(value) => Some((module, value)),
            BindingKind::Value(value) => {
                let is_type = matches!(
                    summary.expression(value),
                    Expression::Subscript { .. } | Expression::BitOr(..) | Expression::Name(_)
                );
                is_type.then_some((module, value))
            }
            BindingKind::ImportFrom { module: source, name } if self.step() => {
                let source = self.engine.resolve(summary.name(source), module);
                if source == module {
                    return None;
                }
                self.alias_value(source, Summary::MODULE_SCOPE, summary.name(name))
            }
            _ => None,
        }
    }

    fn subscript(
        &mut self,
        module: ModuleId,
        scope: ScopeId,
        (value, slice): (ExpressionId, ExpressionId),
        receiver: Option<ClassRef>,
    ) -> Type {
        let summary = self.summary(module);
        let arguments = match summary.expression(slice) {
            Expression::Tuple(elements) => summary.list(elements),
            _ => std::slice::from_ref(&slice),
        };
        match self.special_form(module, scope, value) {
            Some("Optional") => {
                let inner = self.annotation(module, scope, slice, receiver);
                self.union(vec![inner, Type::None])
            }
            Some("Union") => {
                let parts =
                    arguments.iter().map(|part| self.annotation(module, scope, *part, receiver)).collect();
                self.union(parts)
            }
            Some("Annotated" | "ClassVar" | "Final" | "Required" | "NotRequired" | "ReadOnly") => {
                match arguments {
                    [first, ..] => self.annotation(module, scope, *first, receiver),
                    [] => Type::Unknown,
                }
            }
            Some("Type" | "type") => match self.annotation(module, scope, slice, receiver) {
                Type::Instance(class) => Type::Class(class),
                _ => Type::Unknown,
            },
            Some(_) => Type::Unknown,
            None => match self.evaluate(module, scope, value) {
                Type::Class(class) => Type::Instance(class),
                _ => Type::Unknown,
            },
        }
    }

    /// The name of a special form of `typing`, `typing_extensions` or, of `type`, `builtins`.
    pub(super) fn special_form(
        &mut self,
        module: ModuleId,
        scope: ScopeId,
        id: ExpressionId,
    ) -> Option<&'e str> {
        let summary = self.summary(module);
        let (name, home) = match summary.expression(id) {
            Expression::Name(name) => self.home_of(module, scope, summary.name(name))?,
            Expression::Attribute { value, name } => match self.evaluate(module, scope, value) {
                Type::Module(home) => (summary.name(name), home),
                _ => return None,
            },
            _ => return None,
        };
        let is_special = match self.engine.module_name(home) {
            "typing" | "typing_extensions" => !self.is_class(home, name),
            "builtins" => name == "type",
            _ => false,
        };
        is_special.then_some(name)
    }

    fn is_class(&mut self, module: ModuleId, name: &str) -> bool {
        name != "Type" && matches!(self.symbol(module, name), Some(Type::Class(_)))
    }

    /// The module a global name was imported from with `from … import`, and its name there.
    fn home_of(&mut self, module: ModuleId, scope: ScopeId, name: &'e str) -> Option<(&'e str, ModuleId)> {
        let summary = self.summary(module);
        let mut found = summary.bindings_of(scope, name);
        if found.is_empty() {
            found = summary.bindings_of(Summary::MODULE_SCOPE, name);
        }
        match found.last().map(|binding| binding.kind) {
            Some(BindingKind::ImportFrom { module: source, name }) => {
                Some((summary.name(name), self.engine.resolve(summary.name(source), module)))
            }
            Some(_) if self.engine.module_name(module) == "typing" => Some((name, module)),
            Some(_) => None,
            None => Some((name, self.engine.standard_library("builtins"))),
        }
    }
}
