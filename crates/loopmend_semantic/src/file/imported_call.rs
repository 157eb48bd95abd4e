//! Calls of functions by the names under which a file imports them, what keeps their results, and calls that receive a function.

use loopmend_index::summary::{Argument, BindingKind, CallSite, Expression, ScopeId, Usage};
use loopmend_python::ast::{AnyNodeRef, Expr};
use loopmend_python::span_of;

use super::{Call, File, call_of};

/// A call of an imported function whose result outlives the code around it.
#[derive(Clone, Debug)]
pub struct KeptCall {
    /// The call.
    pub call: Call,
    /// The name of the function, as the file imports it: `package.module.function`.
    pub name: String,
    /// What keeps the result, as written: `engine`, `self.client`.
    pub keeper: String,
}

impl File<'_> {
    /// Returns the calls of functions with these imported names whose results are kept by a module, a class,
    /// an attribute or an item, in source order.
    pub fn kept_calls(&self, wanted: &dyn Fn(&str) -> bool) -> Vec<KeptCall> {
        let sites = self.summary().calls.iter();
        let kept = sites.filter_map(|site| {
            let name = self.imported_name(site).filter(|name| wanted(name))?;
            let call = call_of(self.summary(), site);
            let keeper = self.keeper_of(site, &call)?;
            Some(KeptCall { call, name, keeper })
        });
        kept.collect()
    }

    /// Returns the calls that receive a function by its name, alone or as an attribute, in source order.
    pub fn calls_given(&self, function: &str) -> Vec<Call> {
        let summary = self.summary();
        let is_it = |argument: &Argument| {
            let is_name = |value| match summary.expression(value) {
                Expression::Name(_) | Expression::Attribute { .. } => {
                    summary.last_name(value) == Some(function)
                }
                _ => false,
            };
            is_name(argument.value)
        };
        let receives =
            |site: &&CallSite| summary.arguments_of(site.expression).unwrap_or_default().iter().any(is_it);
        summary.calls.iter().filter(receives).map(|site| call_of(summary, site)).collect()
    }

    /// Returns the full name of a called function, if the file imports it or its module.
    fn imported_name(&self, site: &CallSite) -> Option<String> {
        let summary = self.summary();
        let callee = summary.call(site.expression)?.callee;
        let parts = summary.dotted_parts(callee)?;
        let (first, rest) = parts.split_first()?;
        let mut full = self.imported_as(site.scope, first)?;
        for part in rest {
            full.push('.');
            full.push_str(part);
        }
        Some(full)
    }

    fn imported_as(&self, scope: ScopeId, name: &str) -> Option<String> {
        let summary = self.summary();
        let mut bindings = summary.scopes_from(scope).flat_map(|scope| summary.bindings_of(scope, name));
        bindings.find_map(|binding| match binding.kind {
            BindingKind::Import { module } => Some(summary.name(module).to_owned()),
            BindingKind::ImportFrom { module, name } => {
                Some(format!("{}.{}", summary.name(module), summary.name(name)))
            }
            _ => None,
        })
    }

    /// Returns the target of the assignment whose value is the result of a call, if it outlives the function.
    fn keeper_of(&self, site: &CallSite, call: &Call) -> Option<String> {
        if !matches!(site.usage, Usage::Assigned | Usage::Awaited) {
            return None;
        }
        let code = self.code();
        let (target, value) = match code.statement_around(call.span)? {
            AnyNodeRef::StmtAssign(assign) => (assign.targets.first()?, &*assign.value),
            AnyNodeRef::StmtAnnAssign(assign) => (&*assign.target, assign.value.as_deref()?),
            _ => return None,
        };
        let made = match value {
            Expr::Await(awaited) => &*awaited.value,
            other => other,
        };
        let is_call = span_of(made) == call.span;
        let is_kept = match target {
            Expr::Name(name) => self.is_kept_name(site.scope, &name.id),
            Expr::Attribute(_) | Expr::Subscript(_) => true,
            _ => false,
        };
        (is_call && is_kept).then(|| self.slice(span_of(target)).to_owned())
    }

    /// Returns whether a name that code in a scope binds is one of a module or a class.
    fn is_kept_name(&self, scope: ScopeId, name: &str) -> bool {
        let is_in_function = self.function_around(scope).is_some();
        !is_in_function || self.summary().entry(scope, name).is_none()
    }
}
