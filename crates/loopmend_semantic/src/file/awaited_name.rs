//! The filter for calls that are worth inferring, because the callee may be asynchronous.

use loopmend_catalog::{Role, named};
use loopmend_index::summary::{Binding, BindingKind, Expression, NameId, ScopeId, Summary};
use loopmend_project::Origin;

use super::{Call, File};

/// The builtins that return an awaitable.
const ASYNC_BUILTINS: [&str; 1] = ["anext"];

impl File<'_> {
    /// Returns whether the project has an `async def` of the called name, or awaits a call of that name. In
    /// an `async` function, also returns whether the callee may come from a library.
    pub fn calls_awaited_name(&self, call: &Call) -> bool {
        let is_called =
            self.calls_name_of_project(call) || self.can_await(call) && self.may_call_library(call);
        is_called && !self.summary().is_long_chain(call.site.expression)
    }

    /// Returns whether the project has an `async def` of the called name, or awaits a call of that name.
    pub fn calls_name_of_project(&self, call: &Call) -> bool {
        let name = self.summary().last_name(call.site.expression);
        name.is_some_and(|name| self.engine.has_awaited_name(name))
    }

    /// Returns whether the callee may come from a library. Excludes classes and plain functions of the
    /// file, builtins, and standard library packages without asynchronous functions.
    fn may_call_library(&self, call: &Call) -> bool {
        let (summary, scope) = (self.summary(), call.scope());
        let callee = summary.callee_or_itself(call.site.expression);
        if let Some(path) = summary.import_path(scope, callee) {
            let package = path.split('.').next().unwrap_or(&path);
            let module = self.engine.resolve(package, self.module);
            return self.engine.origin(module) != Origin::StandardLibrary
                || named(package).has(Role::AsyncPackage);
        }
        match summary.expression(callee) {
            Expression::Name(name) => may_be_given(summary, scope, name),
            Expression::Attribute { value, .. } => {
                !matches!(summary.expression(value), Expression::String(_) | Expression::Literal(_))
            }
            _ => true,
        }
    }
}

/// Returns whether a name may refer to something from elsewhere.
fn may_be_given(summary: &Summary, scope: ScopeId, name: NameId) -> bool {
    let bindings = summary.nearest_bindings_of(scope, name);
    if !bindings.is_empty() {
        return bindings.iter().any(|binding| !is_defined_here(summary, binding));
    }
    let is_parameter = |scope| {
        let function = summary.enclosing_function(scope);
        function.is_some_and(|function| summary.function(function).has_parameter(name))
    };
    ASYNC_BUILTINS.contains(&summary.name(name))
        || summary.scopes_from(scope).any(is_parameter)
        || !summary.scope(Summary::MODULE_SCOPE).star_imports.is_empty()
}

/// Returns whether a binding is a class, or a plain function without decorators.
fn is_defined_here(summary: &Summary, binding: &Binding) -> bool {
    match binding.kind {
        BindingKind::Class(_) => true,
        BindingKind::Function(function) => summary.function(function).decorators.len == 0,
        _ => false,
    }
}
