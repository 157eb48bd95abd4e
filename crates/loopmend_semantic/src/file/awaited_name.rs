//! The filter for calls that are worth inferring, because the callee may be asynchronous.

use loopmend_project::Origin;

use super::{Call, File};
use crate::call_graph::import_path;
use crate::summary::{Binding, BindingKind, Expression, NameId, ScopeId, Summary};

/// The functions of Python itself that give something to await.
const ASYNC_BUILTINS: [&str; 1] = ["anext"];

/// The packages of the standard library of which a function may give something to await. What others have is met as methods of
/// their objects.
const ASYNC_PACKAGES: [&str; 2] = ["asyncio", "unittest"];

impl File<'_> {
    /// Whether the project has an `async def` of the name that is called, or awaits a call of that name; in an `async` function also
    /// whether what is called may come from a library.
    pub(crate) fn calls_awaited_name(&self, call: &Call) -> bool {
        let is_called =
            self.calls_name_of_project(call) || self.can_await(call) && self.may_call_library(call);
        is_called && !self.summary().is_long_chain(call.site.expression)
    }

    /// Whether the project has an `async def` of the name that is called, or awaits a call of that name.
    pub(super) fn calls_name_of_project(&self, call: &Call) -> bool {
        let name = self.summary().last_name(call.site.expression);
        name.is_some_and(|name| self.engine.has_awaited_name(name))
    }

    /// Whether what is called may come from a library: it is no class or plain function of the file, of Python itself, or of a
    /// package of the standard library without asynchronous functions.
    fn may_call_library(&self, call: &Call) -> bool {
        let (summary, scope) = (self.summary(), call.scope());
        let callee = summary.callee_or_itself(call.site.expression);
        if let Some(path) = import_path(summary, scope, callee) {
            let package = path.split('.').next().unwrap_or(&path);
            let module = self.engine.resolve(package, self.module);
            return self.engine.origin(module) != Origin::StandardLibrary
                || ASYNC_PACKAGES.contains(&package);
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

/// Whether a name may mean something that comes from elsewhere.
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

/// Whether a binding is a class, or a plain function as it is written.
fn is_defined_here(summary: &Summary, binding: &Binding) -> bool {
    match binding.kind {
        BindingKind::Class(_) => true,
        BindingKind::Function(function) => summary.function(function).decorators.len == 0,
        _ => false,
    }
}
