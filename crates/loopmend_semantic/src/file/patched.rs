//! Replacements that a test puts in place of an `async def`, where the code under test awaits the result.

use loopmend_catalog::Role;
use loopmend_core::{Place, Span};
use loopmend_index::summary::{CallSite, Expression, ExpressionId, FunctionId, ScopeId, Summary};
use loopmend_python::ast::AnyNodeRef;
use loopmend_python::text_size::Ranged;
use loopmend_python::{nodes_around, span};

use super::sure_path::{Go, Names, Reached, Taken};
use crate::file::File;
use crate::infer::{FunctionRef, ReplacedIn, Replacement};

/// A replacement for an `async def` that does not return an awaitable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyncReplacement {
    /// The call that installs the replacement.
    pub call: Span,
    /// The replacement, as written.
    pub new: Span,
    /// The qualified name of the `async def`.
    pub original: String,
    /// The `def` of the `async def`.
    pub definition: Option<Place>,
    /// The qualified name of the scope around the call.
    pub symbol: String,
    /// The function that awaits the call, with its `def`; `None` if the test itself awaits it.
    pub function: Option<(String, Option<Place>)>,
}

impl<'e> File<'e> {
    /// Returns the replacements of `async def` functions that do not return an awaitable, where a call is
    /// awaited whenever the test runs.
    pub fn sync_replacements(&mut self) -> Vec<SyncReplacement> {
        self.calls_that_may_patch().filter_map(|site| self.sync_replacement(&site)).collect()
    }

    /// Returns the calls that have the name of a function which replaces attributes, in source order.
    pub fn calls_that_may_patch(&self) -> impl Iterator<Item = CallSite> + use<'e> {
        let summary = self.summary();
        let calls = if summary.mentions(Role::PatchModule) { &summary.calls[..] } else { &[] };
        let may_patch = |site: &CallSite| summary.last_roles(site.expression).has(Role::Patches);
        calls.iter().copied().filter(may_patch)
    }

    fn sync_replacement(&mut self, site: &CallSite) -> Option<SyncReplacement> {
        let (module, summary) = (self.module(), self.summary());
        let is_given_one = summary.arguments_of(site.expression).is_none_or(|given| given.len() < 2);
        if is_given_one || !may_be_plain(summary, site) {
            return None;
        }
        let replacement = self.inference_mut().replacement(module, site)?;
        if !self.never_awaitable(replacement.gives) || says_more(summary, site, replacement.new) {
            return None;
        }
        let call = summary.span(site.expression);
        let (function, within) = self.lifetime(site, replacement.is_started)?;
        let function = FunctionRef { module, function };
        let mut found = None;
        self.follow(function, within, &Names::default(), &mut |file, reached| {
            if reached.used != Taken::Awaited || !file.calls_replaced(reached, &replacement) {
                return Go::On;
            }
            if file.is_run_by_replaced_loop(reached, site.scope) {
                return Go::On;
            }
            if file.shows_all_calls() {
                return Go::End;
            }
            let other = (reached.function != function)
                .then(|| (file.function_name(reached.function), file.place_of_function(reached.function)));
            found = Some(SyncReplacement {
                call,
                symbol: summary.qualified_name(site.scope),
                new: summary.span(replacement.new),
                original: file.function_name(replacement.original),
                definition: file.place_of_function(replacement.original),
                function: other,
            });
            Go::End
        });
        found
    }

    /// Returns whether only an event loop awaits the value of a call, and the code around `from` replaces that loop, or the function that
    /// runs or gets it.
    pub(super) fn is_run_by_replaced_loop(&self, reached: &Reached, from: ScopeId) -> bool {
        if reached.site.usage.is_awaited() {
            return false;
        }
        let summary = self.summary();
        let caller = self.engine().summary(reached.function.module);
        let value = caller.span(reached.site.expression);
        let runners = caller.calls_in(reached.site.scope).filter(|site| {
            let runner = caller.span(site.expression);
            runner != value && runner.contains(value)
        });
        let mut names =
            runners.flat_map(|site| caller.chain(site.expression)).filter_map(|part| caller.last_name(part));
        names.any(|name| summary.replaces(name, from))
            || Role::GetsIdleLoop.names().iter().any(|name| summary.replaces(name, from))
    }

    /// Returns whether a call calls the replaced function, by the name that is replaced.
    fn calls_replaced(&mut self, reached: &Reached, replacement: &Replacement) -> bool {
        let module = reached.function.module;
        let summary = self.engine().summary(module);
        if summary.last_name(reached.site.expression) != Some(&*replacement.name) {
            return false;
        }
        let callee = summary.callee_or_itself(reached.site.expression);
        match summary.expression(callee) {
            Expression::Name(name) => {
                let is_local = summary
                    .scopes_from(reached.site.scope)
                    .take_while(|scope| *scope != Summary::MODULE_SCOPE)
                    .any(|scope| !summary.bindings_of(scope, summary.name(name)).is_empty());
                replacement.owner == ReplacedIn::Module(module) && !is_local
            }
            Expression::Attribute { value, .. } => {
                self.inference_mut().is_replaced_of(module, reached.site.scope, value, replacement)
            }
            _ => false,
        }
    }

    /// Returns the function and the range in which a replacement is active. The range is the body of a
    /// `with`, the whole function for a decorator, otherwise from the call on.
    fn lifetime(&self, site: &CallSite, is_started: bool) -> Option<(FunctionId, Span)> {
        let summary = self.summary();
        let call = summary.span(site.expression);
        let around = nodes_around(self.tree(), call);
        for node in around.iter().rev() {
            match node {
                AnyNodeRef::StmtWith(statement) if !is_started => {
                    let function = summary.enclosing_function(site.scope)?;
                    let body = statement.body.first()?.start().to_u32();
                    return Some((function, Span::new(body, statement.end().to_u32())));
                }
                AnyNodeRef::Decorator(_) if !is_started => {
                    let decorated = around.iter().rev().find_map(|node| match node {
                        AnyNodeRef::StmtFunctionDef(function) => Some(function.name.range().end().to_u32()),
                        _ => None,
                    })?;
                    let function = summary.function_with_name_end(decorated)?;
                    return Some((function, Span::new(0, u32::MAX)));
                }
                AnyNodeRef::StmtExpr(statement) if is_started => {
                    let function = summary.enclosing_function(site.scope)?;
                    return Some((function, Span::new(span(statement.range()).end, u32::MAX)));
                }
                AnyNodeRef::StmtAssign(statement) if is_started => {
                    let function = summary.enclosing_function(site.scope)?;
                    return Some((function, Span::new(span(statement.range()).end, u32::MAX)));
                }
                AnyNodeRef::StmtFunctionDef(_) => return None,
                _ => {}
            }
        }
        None
    }
}

/// Returns whether a call may receive a plain mock or function. This check of the arguments is the cheapest
/// one.
fn may_be_plain(summary: &Summary, site: &CallSite) -> bool {
    let given = summary.arguments_of(site.expression).unwrap_or_default();
    given.iter().any(|argument| match summary.expression(argument.value) {
        Expression::Call { callee, .. } => summary.last_roles(callee).has(Role::PlainMock),
        Expression::Lambda(_) | Expression::Name(_) | Expression::Attribute { .. } => true,
        _ => false,
    })
}

/// Returns whether the enclosing function configures a named mock further: `mock.return_value = …`.
fn says_more(summary: &Summary, site: &CallSite, new: ExpressionId) -> bool {
    let Some(name) = summary.dotted_name(new) else { return false };
    summary.scopes_from(site.scope).any(|scope| {
        let entries = summary.scope(scope).entries.iter();
        entries
            .map(|entry| summary.name(entry.name))
            .any(|bound| bound.strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with('.')))
    }) || summary.mentions(Role::SetsChildren)
}
