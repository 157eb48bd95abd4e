//! Queries of a database that are sent in an `async` function, where the library refuses to.

use loopmend_catalog::{Documented, Role, documented, is, named};
use loopmend_core::Span;
use loopmend_index::calls::called_name;
use loopmend_index::summary::{CallSite, Expression, ExpressionId, Protocol, ScopeId};
use loopmend_paths::Origins;
use loopmend_semantic::File;
use loopmend_semantic::file::library_use::bound_once;

/// A query that is sent in an `async` function.
#[derive(Clone, Debug)]
pub(crate) struct QueryInAsync {
    /// The call, or the query that is iterated over.
    pub(crate) at: Span,
    /// The qualified name of the function.
    pub(crate) symbol: String,
    /// The last part of the documented name of what sends the query; for a lazy query, of its class.
    pub(crate) name: String,
    /// Whether the query is lazy, and is sent because its elements are asked for.
    pub(crate) is_lazy: bool,
    /// What to do instead, in Markdown.
    pub(crate) instead: Option<&'static str>,
    /// The version of the library since which this is possible.
    pub(crate) since: Option<&'static str>,
}

/// The package whose queries are meant, and the text with which a program allows them.
const ALLOWED: &str = "DJANGO_ALLOW_ASYNC_UNSAFE";

/// Returns the queries that `async` functions send, in source order.
pub(crate) fn queries_in_async(file: &File) -> Vec<QueryInAsync> {
    let summary = file.summary();
    let has_query = summary.mentions(Role::RunsQuery) || summary.mentions(Role::LazyQuery);
    if !has_query || !summary.has_async_functions() || file.has_text(file.whole(), ALLOWED) {
        return Vec::new();
    }
    let sites = summary.calls.iter().filter(|site| is_in_async(file, site.scope) && !site.expects_exception);
    let mut found: Vec<QueryInAsync> =
        sites.filter_map(|site| sent_query(file, site).or_else(|| read_query(file, site))).collect();
    let loops = summary
        .protocol_uses
        .iter()
        .filter(|used| used.protocol == Protocol::For && is_in_async(file, used.scope));
    found.extend(loops.filter_map(|used| lazy_query(file, used.scope, used.value)));
    found.sort_by_key(|query| query.at.start);
    found.dedup_by_key(|query| query.at);
    found
}

fn is_in_async(file: &File, scope: ScopeId) -> bool {
    let summary = file.summary();
    summary.function_around(scope).is_some_and(|function| summary.function(function).is_async)
}

/// Returns the query that a call sends at once.
fn sent_query(file: &File, site: &CallSite) -> Option<QueryInAsync> {
    let summary = file.summary();
    let callee = summary.callee_or_itself(site.expression);
    if !summary.last_roles(callee).has(Role::RunsQuery) {
        return None;
    }
    let known = file.documented_callee(site)?.entry().filter(|known| known.roles.has(Role::RunsQuery))?;
    Some(QueryInAsync {
        at: summary.span(site.expression),
        symbol: summary.qualified_name(site.scope),
        name: summary.last_name(callee)?.to_owned(),
        is_lazy: false,
        instead: known.instead,
        since: known.since,
    })
}

/// Returns the lazy query whose elements a built-in function asks for.
fn read_query(file: &File, site: &CallSite) -> Option<QueryInAsync> {
    let summary = file.summary();
    let reads = |name: &str| {
        let roles = named(name);
        roles.has(Role::IteratesArgument) || roles.has(Role::PlainCollection) || roles.has(Role::AsksForSize)
    };
    let is_builtin =
        matches!(summary.expression(summary.callee_or_itself(site.expression)), Expression::Name(_));
    if !is_builtin || !called_name(summary, site).is_some_and(reads) {
        return None;
    }
    let [only] = summary.arguments_of(site.expression)? else { return None };
    lazy_query(file, site.scope, only.value)
}

/// Returns the query that a value is, if it is a lazy one.
fn lazy_query(file: &File, scope: ScopeId, value: ExpressionId) -> Option<QueryInAsync> {
    let summary = file.summary();
    let made = query_made(file, scope, value).or_else(|| {
        let Expression::Name(name) = summary.expression(value) else { return None };
        let (scope, value) = bound_once(summary, scope, summary.name(name))?;
        query_made(file, scope, value)
    })?;
    Some(QueryInAsync {
        at: summary.span(value),
        symbol: summary.qualified_name(scope),
        name: made.name.rsplit('.').next()?.to_owned(),
        is_lazy: true,
        instead: None,
        since: None,
    })
}

/// Returns the class of a lazy query that an expression creates, itself or in a thread.
fn query_made(file: &File, scope: ScopeId, value: ExpressionId) -> Option<Documented> {
    let summary = file.summary();
    let callee = match summary.expression(value) {
        Expression::Await(awaited) => {
            let wrapper = summary.call(summary.call(awaited)?.callee)?;
            let path = Origins::new(file.engine()).path(file.module(), scope, wrapper.callee)?;
            let is_thread = is(path.as_str(), Role::MakesThreadFunction);
            summary.arguments(wrapper.arguments).first().filter(|_| is_thread)?.value
        }
        _ => summary.call(value)?.callee,
    };
    let path = Origins::new(file.engine()).path(file.module(), scope, callee)?;
    let known = documented(&path)?;
    known.entry().filter(|known| known.roles.has(Role::LazyQuery))?;
    documented(&format!("{path}()")).filter(|made| made.is_instance)
}
