//! What decorators, metaclasses and bases change in a class: methods that they replace, and calls that they
//! intercept.

use loopmend_catalog::{Role, is};
use loopmend_index::summary::{Argument, Expression};
use loopmend_project::Origin;

use super::memo::{Ancestor, Question};
use super::types::Location;
use super::{ClassRef, FunctionRef, Inference, Type};

impl Inference<'_> {
    /// Returns a method. It is marked doubtful if one of the classes on the path to it, the first of the
    /// order, may replace it at class creation.
    pub(super) fn doubtful_if_replaced(&mut self, found: Type, name: &str, way: &[Option<Ancestor>]) -> Type {
        let is_method = self.parts(found).iter().all(|part| matches!(part, Type::Function(_)));
        if !is_method || name.starts_with("__") {
            return found;
        }
        let [Some((class, _)), inherited @ ..] = way else { return found };
        if self.has_wrapped_methods(*class) {
            return Type::Unknown;
        }
        let is_kept = match inherited {
            [] => self.keeps_methods(*class),
            _ => self.keep_all_methods(*class) || self.keep_methods(way),
        };
        if is_kept { found } else { self.doubtful(found) }
    }

    /// Returns whether a class and all its bases keep their methods.
    fn keep_all_methods(&mut self, class: ClassRef) -> bool {
        let answer = self.memoised(Question::KeepAllMethods(class), |inference| {
            let order = inference.mro(class);
            if inference.keep_methods(&order) { Type::Plain } else { Type::Unknown }
        });
        answer != Type::Unknown
    }

    fn keep_methods(&mut self, classes: &[Option<Ancestor>]) -> bool {
        let mut classes = classes.iter().flatten().map(|(class, _)| *class);
        classes.all(|class| self.keeps_methods(class))
    }

    /// Returns whether a class keeps its methods as written. Neither its decorators, nor its metaclass, nor
    /// the `__init_subclass__` of a base may set names from a loop.
    fn keeps_methods(&mut self, class: ClassRef) -> bool {
        if self.engine.origin(class.module) == Origin::StandardLibrary {
            return true;
        }
        let answer = self.memoised(Question::KeepsMethods(class), |inference| {
            let is_replaced = inference.decorators_replace_methods(class)
                || inference.metaclass_replaces_methods(class)
                || inference.bases_replace_methods(class);
            if is_replaced { Type::Unknown } else { Type::Plain }
        });
        answer != Type::Unknown
    }

    /// Returns whether the catalogue knows that a base of a class wraps the methods of its subclasses.
    fn has_wrapped_methods(&mut self, class: ClassRef) -> bool {
        if self.engine.origin(class.module) == Origin::StandardLibrary {
            return false;
        }
        let answer = self.memoised(Question::HasWrappedMethods(class), |inference| {
            let order = inference.mro(class);
            let is_wrapped = order.iter().flatten().any(|(owner, _)| inference.names_wrapping_base(*owner));
            if is_wrapped { Type::Unknown } else { Type::Plain }
        });
        answer == Type::Unknown
    }

    fn names_wrapping_base(&mut self, class: ClassRef) -> bool {
        let summary = self.summary(class.module);
        let definition = summary.class(class.class);
        let around = Location::around(summary, class.module, definition.scope).scope;
        let mut bases = summary.list(definition.bases).iter();
        bases.any(|base| {
            summary.last_roles(*base).has(Role::ReplacesMethods)
                && is(summary.import_path(around, *base).as_deref(), Role::ReplacesMethods)
        })
    }

    fn decorators_replace_methods(&mut self, class: ClassRef) -> bool {
        let summary = self.summary(class.module);
        let definition = summary.class(class.class);
        let at = Location::around(summary, class.module, definition.scope);
        summary.list(definition.decorators).iter().any(|decorator| {
            match self.evaluate(at, summary.callee_or_itself(*decorator)) {
                Type::Function(id) => self.sets_names_of_loop(self.callee(id).function),
                _ => false,
            }
        })
    }

    fn metaclass_replaces_methods(&mut self, class: ClassRef) -> bool {
        self.mro(class).iter().flatten().any(|(ancestor, _)| {
            let Some(Type::Class(metaclass)) = self.metaclass_of(*ancestor) else { return false };
            let owners = self.mro(metaclass);
            owners.iter().flatten().any(|(owner, _)| {
                Role::Constructs.names().iter().any(|name| self.method_sets_names_of_loop(*owner, name))
            })
        })
    }

    fn bases_replace_methods(&mut self, class: ClassRef) -> bool {
        let order = self.mro(class);
        order
            .iter()
            .skip(1)
            .flatten()
            .any(|(base, _)| self.method_sets_names_of_loop(*base, "__init_subclass__"))
    }

    /// Returns whether the `__init_subclass__` of a base passes the new class to a call, which may give it another constructor:
    /// `dataclass(cls)`.
    pub(super) fn bases_pass_class_on(&mut self, class: ClassRef) -> bool {
        let order = self.mro(class);
        order.iter().skip(1).flatten().any(|(base, _)| self.passes_subclass_on(*base))
    }

    fn passes_subclass_on(&mut self, base: ClassRef) -> bool {
        let summary = self.summary(base.module);
        let mut methods = summary.functions_named(summary.class(base.class).scope, "__init_subclass__");
        methods.any(|method| {
            let definition = summary.function(method);
            let Some(receiver) = definition.parameters.first() else { return false };
            let is_receiver = |argument: &Argument| {
                matches!(summary.expression(argument.value), Expression::Name(name) if name == receiver.name)
            };
            let mut calls = summary.calls_in(definition.scope);
            calls.any(|call| {
                let given = summary.arguments_of(call.expression).unwrap_or_default();
                given.iter().any(is_receiver)
            })
        })
    }

    fn method_sets_names_of_loop(&mut self, class: ClassRef, name: &str) -> bool {
        let summary = self.summary(class.module);
        let mut functions = summary.functions_named(summary.class(class.class).scope, name);
        functions.any(|function| summary.function(function).sets_names_of_loop)
    }

    fn sets_names_of_loop(&mut self, function: FunctionRef) -> bool {
        self.summary(function.module).function(function.function).sets_names_of_loop
    }

    /// Returns whether the metaclass of a class or of a base defines one of `methods` itself, or is
    /// unknown. The metaclasses of the standard library change nothing relevant to a rule.
    pub(super) fn metaclass_defines(&mut self, class: ClassRef, methods: &[&str]) -> bool {
        self.mro(class).iter().flatten().any(|(ancestor, _)| match self.metaclass_of(*ancestor) {
            None => false,
            Some(Type::Class(metaclass)) => self.defines_any(metaclass, methods),
            Some(_) => true,
        })
    }

    /// Returns the metaclass that a class statement names.
    fn metaclass_of(&mut self, class: ClassRef) -> Option<Type> {
        let summary = self.summary(class.module);
        let definition = summary.class(class.class);
        let metaclass = definition.metaclass?;
        let at = Location::around(summary, class.module, definition.scope);
        Some(self.evaluate(at, metaclass))
    }

    fn defines_any(&mut self, class: ClassRef, methods: &[&str]) -> bool {
        self.mro(class).iter().any(|place| {
            let Some((owner, _)) = place else { return true };
            let summary = self.summary(owner.module);
            let scope = summary.class(owner.class).scope;
            self.engine.origin(owner.module) != Origin::StandardLibrary
                && methods.iter().any(|method| !summary.bindings_of(scope, method).is_empty())
        })
    }
}
