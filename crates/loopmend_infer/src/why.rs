//! The reason why an expression is unknown, for the measurement of recall.

use loopmend_index::summary::{BindingKind, Expression, ExpressionId, ScopeId, ScopeKind, Summary};

use super::types::Location;
use super::{Inference, Type};
use crate::engine::ModuleId;

impl Inference<'_> {
    /// Returns the reason, from the innermost expression that is unknown.
    pub fn why_unknown(&mut self, module: ModuleId, scope: ScopeId, id: ExpressionId) -> &'static str {
        self.begin();
        let at = Location::in_scope(module, scope);
        self.why(at, id)
    }

    fn why(&mut self, at: Location, id: ExpressionId) -> &'static str {
        let value = self.evaluate(at, id);
        if value != Type::Unknown {
            return match self
                .parts(value)
                .iter()
                .any(|part| matches!(part, Type::Coroutine(..) | Type::Awaitable(_)))
            {
                true => "an awaitable or something else",
                false => "known, and no awaitable",
            };
        }
        let summary = self.summary(at.module);
        match summary.expression(id) {
            Expression::Call { callee, .. } | Expression::Subscript { value: callee, .. } => {
                match self.evaluate(at, callee) {
                    Type::Unknown => self.why(at, callee),
                    Type::Function(_) => "what a function returns",
                    Type::Callable(_) => "what a callable of an annotation returns",
                    Type::Class(_) => "an instance of a class with a metaclass or `__new__`",
                    Type::Union(_) => "what one of several callables returns",
                    _ => "a call or item of another object",
                }
            }
            Expression::Await(inner) => match self.evaluate(at, inner) {
                Type::Unknown => self.why(at, inner),
                _ => "what awaiting something gives",
            },
            Expression::Attribute { value, name } => match self.evaluate(at, value) {
                Type::Unknown => self.why(at, value),
                _ if summary.patches(summary.name(name), at.scope) => {
                    "an attribute that the file sets from outside"
                }
                Type::Instance(class, _) if self.has_open_order(class) => {
                    "an attribute of a class with an unknown base"
                }
                Type::Instance(..) => "an attribute of a known object",
                Type::Module(_) => "an attribute of a module",
                Type::Super(..) => "an attribute of super()",
                Type::Union(_) => "an attribute of one of several objects",
                _ => "an attribute of something else",
            },
            Expression::Name(name) => self.why_name(at, summary.name(name)),
            Expression::Either { .. } => "one of several values",
            _ => "an expression of another form",
        }
    }

    fn why_name(&mut self, at: Location, name: &str) -> &'static str {
        let summary = self.summary(at.module);
        let mut scope = Some(at.scope);
        while let Some(id) = scope {
            if let ScopeKind::Function(function) = summary.scope(id).kind {
                let parameter = summary
                    .function(function)
                    .parameters
                    .iter()
                    .find(|parameter| summary.name(parameter.name) == name);
                if let Some(parameter) = parameter {
                    return match parameter.annotation {
                        Some(_) => "a parameter whose annotation is not known",
                        None if summary.name(summary.function(function).name).starts_with("test") => {
                            "a parameter of a test"
                        }
                        None => "a parameter without an annotation",
                    };
                }
            }
            if let Some(last) = summary.bindings_of(id, name).last() {
                if let BindingKind::Value(value) | BindingKind::Part { value, .. } = last.kind
                    && self.step()
                {
                    let at = Location { scope: last.scope, ..at };
                    if self.evaluate(at, value) == Type::Unknown {
                        return self.why(at, value);
                    }
                }
                return why_binding(last.kind, id == Summary::MODULE_SCOPE);
            }
            scope = summary.scope(id).parent;
        }
        "a name that is not bound"
    }
}

fn why_binding(kind: BindingKind, is_global: bool) -> &'static str {
    match kind {
        BindingKind::Import { .. } | BindingKind::ImportFrom { .. } => "an import that is not found",
        BindingKind::Function(_) => "a decorated function",
        BindingKind::Class(_) => "a decorated class",
        BindingKind::With { .. } => "what a context manager gives",
        BindingKind::For { .. } | BindingKind::Part { .. } => "an item of something",
        BindingKind::Value(_) | BindingKind::Annotated { .. } if is_global => "a global variable",
        BindingKind::Value(_) | BindingKind::Annotated { .. } => "a local variable",
        _ => "a name bound in another way",
    }
}
