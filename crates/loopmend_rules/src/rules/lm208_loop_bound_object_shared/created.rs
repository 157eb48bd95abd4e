//! The calls that create a client which outlives a function.

use loopmend_catalog::{Derived, Documented, Entry, Role, documented, entries, entry, named};
use loopmend_index::summary::{
    ArgumentKind, BindingKind, CallSite, ClassId, Expression, ExpressionId, FunctionId, ScopeKind, Summary,
    Usage,
};
use loopmend_paths::{Made, Origins};
use loopmend_project::PythonVersion;
use loopmend_python::ast::{AnyNodeRef, Expr};
use loopmend_semantic::File;
use loopmend_semantic::file::library_use::last_names;
use loopmend_semantic::infer::ClassRef;
use rustc_hash::FxHashSet;

/// The maximum number of calls of a class that are looked at.
const MOST_CALLS: usize = 100;

/// A call that creates a client.
pub(crate) struct Created {
    pub(crate) site: CallSite,
    pub(crate) class: &'static Entry,
    pub(crate) holder: Holder,
}

/// The global, attribute or cached function that holds a client between calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Holder {
    /// A name of the module.
    Global(String),
    /// An attribute of a class, or of the only instances, which modules keep.
    Attribute(ClassId, String),
    /// A function that returns the same client each time.
    Accessor(FunctionId),
}

/// Returns the calls that create a client for several calls, in source order.
pub(crate) fn created_clients(file: &File) -> Vec<Created> {
    let summary = file.summary();
    let sites = summary.calls_named(constructors().iter().copied()).into_iter();
    sites.filter_map(|site| created(file, site)).collect()
}

fn created(file: &File, site: &CallSite) -> Option<Created> {
    let summary = file.summary();
    let callee = summary.callee_or_itself(site.expression);
    let path = Origins::new(file.engine()).path(file.module(), site.scope, callee)?;
    let class = client_class(file, &documented(&format!("{path}()"))?)?;
    if may_serve_several(summary, site, &[Some(class), entry(&path)]) {
        return None;
    }
    Some(Created { site: *site, class, holder: holder(file, site)? })
}

/// Returns the class of a client, if its objects belong to an event loop.
fn client_class(file: &File, made: &Documented) -> Option<&'static Entry> {
    made.class().filter(|class| class.is_bound_to_loop() || is_early_primitive(file, class))
}

/// Returns whether a class is a lock or queue of asyncio that takes its event loop when it is created, as before Python 3.10.
pub(crate) fn is_early_primitive(file: &File, class: &Entry) -> bool {
    let is_old = file.engine().project().lowest_python().is_some_and(|lowest| lowest < BINDS_LATER);
    is_old && class.roles.has(Role::AsyncioPrimitive)
}

/// Returns what keeps the value of a call.
fn holder(file: &File, site: &CallSite) -> Option<Holder> {
    let summary = file.summary();
    let is_it = |kind: BindingKind| {
        BindingKind::value(kind).is_some_and(|value| {
            value == site.expression
                || matches!(summary.expression(value), Expression::Await(of) if of == site.expression)
        })
    };
    let name_in = |scope| {
        let entries = summary.scope(scope).entries.iter();
        let mut held =
            entries.filter(|entry| summary.bindings_in(**entry).iter().any(|bound| is_it(bound.kind)));
        held.next().map(|entry| summary.name(entry.name).to_owned())
    };
    if let Some(name) = name_in(Summary::MODULE_SCOPE) {
        return Some(Holder::Global(name));
    }
    let around = summary.scopes_from(site.scope).find_map(|scope| match summary.scope(scope).kind {
        ScopeKind::Class(class) => Some((class, scope)),
        _ => None,
    });
    if let Some((class, scope)) = around {
        let set = summary.class(class).attributes.iter().find(|attribute| is_it(attribute.kind));
        let name = set.map(|set| summary.name(set.name).to_owned()).or_else(|| name_in(scope))?;
        return is_kept_once(file, class).then_some(Holder::Attribute(class, name));
    }
    let function = summary.enclosing_function(site.scope)?;
    returns_the_same(file, function, site).then_some(Holder::Accessor(function))
}

/// Returns whether a module keeps an instance of a class, itself or by a cached function.
fn is_kept_once(file: &File, class: ClassId) -> bool {
    let summary = file.summary();
    let meant = Made::Class(ClassRef { module: file.module(), class });
    let name = summary.name(summary.class(class).name);
    let sites = file.engine().find_call_sites(name, MOST_CALLS);
    sites.iter().flat_map(|sites| sites.iter()).any(|(module, call)| {
        let caller = file.engine().summary(*module);
        let site = caller.calls[*call as usize];
        let is_kept = match caller.function_around(site.scope) {
            None => site.usage == Usage::Assigned,
            Some(function) => {
                site.usage == Usage::Returned && is_cached(caller, function)
                    || binds_global(caller, site.expression)
            }
        };
        let callee = caller.callee_or_itself(site.expression);
        is_kept && Origins::new(file.engine()).made(*module, site.scope, callee).as_ref() == Some(&meant)
    })
}

/// Returns whether a function keeps what a call gives, and returns it the next time: in a cache, or in a container of the module.
fn returns_the_same(file: &File, function: FunctionId, site: &CallSite) -> bool {
    let summary = file.summary();
    if site.usage == Usage::Returned && is_cached(summary, function) {
        return true;
    }
    let is_global = |name: &str| !summary.bindings_of(Summary::MODULE_SCOPE, name).is_empty();
    let call = summary.span(site.expression);
    match file.code_within(call.start).statement_around(call) {
        Some(AnyNodeRef::StmtAssign(assigned)) => {
            assigned.targets.iter().any(|target| is_item_of(target, is_global))
        }
        _ => false,
    }
}

/// Returns whether a function has a decorator that caches what it returns.
fn is_cached(summary: &Summary, function: FunctionId) -> bool {
    let decorators = summary.list(summary.function(function).decorators).iter();
    let mut names = decorators.map(|decorator| summary.last_name(summary.callee_or_itself(*decorator)));
    names.any(|name| named(name).has(Role::CachesFunction))
}

/// Returns whether a global name is bound to a value.
fn binds_global(summary: &Summary, value: ExpressionId) -> bool {
    let entries = summary.scope(Summary::MODULE_SCOPE).entries.iter();
    let mut bindings = entries.flat_map(|entry| summary.bindings_in(*entry));
    bindings.any(|bound| BindingKind::value(bound.kind) == Some(value))
}

/// Returns whether a target is an item of a container with such a name.
fn is_item_of(target: &Expr, is_meant: impl Fn(&str) -> bool) -> bool {
    match target {
        Expr::Subscript(item) => matches!(&*item.value, Expr::Name(name) if is_meant(&name.id)),
        _ => false,
    }
}

/// Returns whether a call has an argument with which the client may serve several loops, or arguments that are not visible.
fn may_serve_several(summary: &Summary, site: &CallSite, known: &[Option<&Entry>]) -> bool {
    let given = summary.arguments_of(site.expression).unwrap_or_default();
    let known = || known.iter().flatten();
    let has_text = |value: ExpressionId| {
        summary.text_of(value).is_some_and(|literal| {
            known().any(|entry| entry.unless_text.iter().any(|start| literal.starts_with(start)))
        })
    };
    given.iter().enumerate().any(|(place, argument)| match argument.kind {
        ArgumentKind::Keyword(name) => {
            known().any(|entry| entry.unless_keyword.contains(&summary.name(name)))
        }
        ArgumentKind::DoubleStarred => known().any(|entry| !entry.unless_keyword.is_empty()),
        _ => place == 0 && has_text(argument.value),
    })
}

/// The version since which the primitives of asyncio are bound to a loop when a task waits (docs.python.org/3/whatsnew/3.10.html#asyncio).
const BINDS_LATER: PythonVersion = PythonVersion { major: 3, minor: 10 };

/// Returns the last parts of the names that create a client.
fn constructors() -> &'static FxHashSet<&'static str> {
    static NAMES: Derived<FxHashSet<&'static str>> = Derived::new();
    NAMES.get(|| {
        let makes_one = |known: &&Entry| {
            known.is_bound_to_loop()
                || known.roles.has(Role::AsyncioPrimitive)
                || known.makes.and_then(entry).is_some_and(Entry::is_bound_to_loop)
        };
        last_names(entries().filter(makes_one))
    })
}
