//! Classes: the type that a class statement creates, and the contents of its body.

use loopmend_index::summary::{BindingKind, ClassId, ExpressionId, FunctionId, ScopeId, ScopeKind};
use loopmend_project::Origin;

use super::memo::Question;
use super::types::Location;
use super::{ClassRef, FunctionRef, Inference, Type, TypeList};
use crate::engine::ModuleId;

impl<'e> Inference<'e> {
    /// Returns the type that a class statement creates.
    pub(super) fn class(&mut self, module: ModuleId, class: ClassId) -> Type {
        let class = ClassRef { module, class };
        self.memoised(Question::Class(class), |inference| {
            let summary = inference.summary(module);
            let definition = summary.class(class.class);
            let decorators = summary.list(definition.decorators);
            let at = Location::around(summary, module, definition.scope);
            // Decorators of typeshed's classes speak to type checkers only.
            let is_kept = inference.engine.origin(module) == Origin::StandardLibrary
                || decorators.iter().all(|decorator| inference.keeps_class(at, *decorator, class));
            let is_class = |inference: &mut Self, metaclass| {
                matches!(inference.evaluate(at, metaclass), Type::Class(_) | Type::Unknown)
            };
            let is_made_as_usual =
                definition.metaclass.is_none_or(|metaclass| is_class(inference, metaclass));
            if is_kept && is_made_as_usual { Type::Class(class) } else { Type::Unknown }
        })
    }

    /// Returns the class whose body contains a function.
    pub fn class_of(&mut self, function: FunctionRef) -> Option<ClassRef> {
        let class = self.summary(function.module).class_of(function.function)?;
        Some(ClassRef { module: function.module, class })
    }

    /// Returns the innermost class around a scope.
    pub fn enclosing_class(&mut self, module: ModuleId, scope: ScopeId) -> Option<ClassRef> {
        let summary = self.summary(module);
        summary.scopes_from(scope).find_map(|id| match summary.scope(id).kind {
            ScopeKind::Class(class) => Some(ClassRef { module, class }),
            ScopeKind::Module | ScopeKind::Function(_) => None,
        })
    }

    /// Returns a built-in class.
    pub fn builtin_class(&mut self, name: &str) -> Option<ClassRef> {
        self.library_class("builtins", name)
    }

    /// Returns the name of a class.
    pub fn class_name(&mut self, class: ClassRef) -> &'e str {
        let summary = self.summary(class.module);
        summary.name(summary.class(class.class).name)
    }

    /// Returns the name of a class of `builtins`; `None` for another class.
    pub fn builtin_name(&mut self, class: ClassRef) -> Option<&'e str> {
        (self.engine.module_name(class.module) == "builtins").then(|| self.class_name(class))
    }

    /// Returns the fields of a named tuple, in order; `None` for another class.
    pub(super) fn fields_of_named_tuple(&mut self, class: ClassRef) -> Option<TypeList> {
        let order = self.mro(class);
        let is_marker = |inference: &mut Self, of: ClassRef| {
            inference.class_name(of) == "NamedTuple" && inference.engine.module_name(of.module) == "typing"
        };
        let marker = order.iter().flatten().position(|(owner, _)| is_marker(self, *owner))?;
        let (owner, _) = order.iter().flatten().take(marker).last()?;
        let summary = self.summary(owner.module);
        let scope = summary.class(owner.class).scope;
        let bindings = summary.scope(scope).entries.iter().flat_map(|entry| summary.bindings_in(*entry));
        let mut annotations: Vec<(u32, ExpressionId)> = bindings
            .filter_map(|binding| match binding.kind {
                BindingKind::Annotated { annotation, .. } => Some((binding.offset, annotation)),
                _ => None,
            })
            .collect();
        annotations.sort_unstable_by_key(|(offset, _)| *offset);
        let at = Location::in_scope(owner.module, scope);
        let fields: Vec<Type> =
            annotations.into_iter().map(|(_, annotation)| self.annotation(at, annotation)).collect();
        Some(self.list(&fields))
    }

    /// Returns whether a class is written as abstract: it names `ABC` as a base, or has an abstract method.
    pub fn is_abstract_class(&mut self, class: ClassRef) -> bool {
        let summary = self.summary(class.module);
        let definition = summary.class(class.class);
        let functions = (0..).map(FunctionId).zip(&summary.functions);
        let mut own =
            functions.filter(|(_, function)| summary.scope(function.scope).parent == Some(definition.scope));
        summary.list(definition.bases).iter().any(|base| summary.last_name(*base) == Some("ABC"))
            || own.any(|(id, _)| summary.is_abstract_method(id))
    }

    /// Returns the names of the members that the body of an enumeration defines, in source order.
    pub fn members_of_enumeration(&mut self, class: ClassRef) -> Vec<String> {
        let summary = self.summary(class.module);
        let entries = &summary.scope(summary.class(class.class).scope).entries;
        let mut members: Vec<(u32, String)> = entries
            .iter()
            .filter_map(|entry| {
                let binding = summary.bindings_in(*entry).first()?;
                let name = summary.name(entry.name);
                let is_member = binding.kind.value().is_some() && !name.starts_with('_');
                is_member.then(|| (binding.offset, name.to_owned()))
            })
            .collect();
        members.sort_unstable();
        members.into_iter().map(|(_, name)| name).collect()
    }

    /// Returns the name of the member of an enumeration whose value is a text.
    pub fn member_with_text(&mut self, class: ClassRef, text: &str) -> Option<String> {
        let summary = self.summary(class.module);
        let is_it = |name: &String| {
            let bindings = summary.bindings_of(summary.class(class.class).scope, name);
            let value = bindings.first().and_then(|binding| binding.kind.value());
            value.is_some_and(|value| summary.text_of(value) == Some(text))
        };
        self.members_of_enumeration(class).into_iter().find(is_it)
    }

    /// Returns whether the body of a class binds a name.
    pub fn binds_in_body(&mut self, class: ClassRef, name: &str) -> bool {
        let summary = self.summary(class.module);
        !summary.bindings_of(summary.class(class.class).scope, name).is_empty()
    }
}
