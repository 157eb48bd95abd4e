//! What decorators leave of a definition.

use super::known::{KEEPS_CLASS, KEEPS_FUNCTION, Known};
use super::{FunctionRef, Inference, Type};
use crate::engine::ModuleId;
use crate::summary::{Expression, ExpressionId, ScopeId, Summary};

/// How a function of a class is bound.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct MethodKind {
    pub(super) is_static: bool,
    pub(super) is_class: bool,
    pub(super) is_property: bool,
}

impl<'e> Inference<'e> {
    /// Whether a function is a static method, a class method or a property.
    pub(super) fn method_kind(&mut self, function: FunctionRef) -> MethodKind {
        let summary = self.summary(function.module);
        let mut kind = MethodKind::default();
        for decorator in summary.list(summary.function(function.function).decorators) {
            match summary.last_name(*decorator) {
                Some("staticmethod") => kind.is_static = true,
                Some("classmethod" | "abstractclassmethod") => kind.is_class = true,
                Some("property" | "cached_property" | "abstractproperty") => kind.is_property = true,
                _ => {}
            }
        }
        kind
    }

    /// Whether every decorator leaves the function as it is to a caller.
    pub(super) fn keeps_function(&mut self, function: FunctionRef) -> bool {
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let scope = summary.scope(definition.scope).parent.unwrap_or(Summary::MODULE_SCOPE);
        let decorators = summary.list(definition.decorators);
        decorators.iter().all(|decorator| self.keeps(function.module, scope, *decorator, KEEPS_FUNCTION))
    }

    /// Whether a decorator leaves a class as it is.
    pub(super) fn keeps_class(&mut self, module: ModuleId, scope: ScopeId, decorator: ExpressionId) -> bool {
        self.keeps(module, scope, decorator, KEEPS_CLASS)
    }

    fn keeps(&mut self, module: ModuleId, scope: ScopeId, decorator: ExpressionId, known: Known) -> bool {
        let summary = self.summary(module);
        let (callee, is_factory) = match summary.expression(decorator) {
            Expression::Call { callee, .. } => (callee, true),
            _ => (decorator, false),
        };
        if known.names_mark(summary, callee) {
            return true;
        }
        match self.evaluate(module, scope, callee) {
            Type::Function(function) | Type::Method { function, .. } => {
                known.has(&self.path_of_function(function)) || self.is_identity(function, is_factory)
            }
            Type::Class(class) => {
                let path = format!("{}.{}", self.engine.module_name(class.module), self.class_name(class));
                known.has(&path)
            }
            _ => false,
        }
    }

    /// The module and qualified name of a function.
    pub(crate) fn path_of_function(&mut self, function: FunctionRef) -> String {
        let summary = self.summary(function.module);
        let name = summary.qualified_name(summary.function(function.function).scope);
        format!("{}.{name}", self.engine.module_name(function.module))
    }

    /// `def decorator(f: F) -> F`, or a factory annotated `-> Callable[[F], F]`.
    fn is_identity(&mut self, function: FunctionRef, is_factory: bool) -> bool {
        let summary = self.summary(function.module);
        let definition = summary.function(function.function);
        let Some(returns) = definition.returns else { return false };
        if is_factory {
            return self.is_identity_callable(function.module, returns);
        }
        let is_method = summary.class_of(function.function).is_some();
        let Some(parameter) = definition.parameters.get(usize::from(is_method)) else { return false };
        let given =
            parameter.annotation.and_then(|annotation| self.type_variable(function.module, annotation));
        given.is_some() && given == self.type_variable(function.module, returns)
    }

    fn is_identity_callable(&mut self, module: ModuleId, annotation: ExpressionId) -> bool {
        let summary = self.summary(module);
        let Expression::Subscript { value, slice } = summary.expression(annotation) else { return false };
        let Expression::Tuple(parts) = summary.expression(slice) else { return false };
        let [arguments, returned] = summary.list(parts) else { return false };
        let Expression::List(arguments) = summary.expression(*arguments) else { return false };
        let [argument] = summary.list(arguments) else { return false };
        let given = self.type_variable(module, *argument);
        summary.last_name(value) == Some("Callable")
            && given.is_some()
            && given == self.type_variable(module, *returned)
    }

    /// The name of a type variable, when the annotation is one.
    fn type_variable(&mut self, module: ModuleId, annotation: ExpressionId) -> Option<&'e str> {
        let summary = self.summary(module);
        let Expression::Name(name) = summary.expression(annotation) else { return None };
        let name = summary.name(name);
        let class = match self.name(module, Summary::MODULE_SCOPE, name, u32::MAX) {
            Type::Class(_) => return None,
            Type::Instance(class) => Some(class),
            _ => None,
        };
        let is_variable = match class {
            Some(class) => self.class_name(class) == "TypeVar",
            None => false,
        };
        let is_parameter = || {
            summary.functions.iter().any(|function| {
                function.type_parameters.iter().any(|parameter| summary.name(*parameter) == name)
            })
        };
        (is_variable || is_parameter()).then_some(name)
    }
}
