//! Sessions and connections that serve one task at a time, in tasks that run at the same time.

use loopmend_catalog::{Entry, Role, documented};
use loopmend_core::Span;
use loopmend_index::summary::{BindingKind, CallSite, Expression, NameId, ScopeId, Usage};
use loopmend_paths::Origins;
use loopmend_python::ast::visitor::source_order::{SourceOrderVisitor, walk_expr};
use loopmend_python::ast::{AnyNodeRef, Comprehension, Expr};
use loopmend_python::stack::grow_stack;
use loopmend_python::{Code, span_of};
use loopmend_semantic::File;
use loopmend_semantic::file::library_use::bound_once;
use loopmend_semantic::file::{Call, call_of};

/// A call that starts several tasks which use one session.
#[derive(Clone, Debug)]
pub(crate) struct ConcurrentSession {
    /// The call.
    pub(crate) call: Call,
    /// The name of the session.
    pub(crate) session: String,
    /// The documented name of its class.
    pub(crate) class: &'static str,
    /// The first two uses, or the one that is made for each element.
    pub(crate) uses: Vec<Span>,
}

/// The coroutines that a call, or several calls of one task group, start.
struct Started {
    site: CallSite,
    items: Vec<Item>,
}

/// A coroutine that is started, or one for each element of a comprehension or turn of a loop.
#[derive(Default)]
struct Item {
    names: Vec<(String, Span)>,
    is_repeated: bool,
    /// The range that is repeated; a name that is bound there is another one each time.
    within: Option<Span>,
}

/// Returns the calls that start several tasks which use one session, in source order.
pub(crate) fn concurrent_sessions(file: &File) -> Vec<ConcurrentSession> {
    let summary = file.summary();
    let starts = |site: &&CallSite| {
        let roles = summary.last_roles(summary.callee_or_itself(site.expression));
        (roles.has(Role::StartsSeveral) || roles.has(Role::StartsTask)) && !site.expects_exception
    };
    let sites: Vec<CallSite> = summary.calls.iter().filter(starts).copied().collect();
    if sites.is_empty() {
        return Vec::new();
    }
    let groups = started_by_groups(file, &sites);
    let gathered = sites.iter().filter(|site| is_of_several(file, site)).map(|site| gathered(file, site));
    let mut found: Vec<ConcurrentSession> =
        gathered.chain(groups).filter_map(|started| concurrent_session(file, &started)).collect();
    found.sort_by_key(|shared| shared.call.span.start);
    found
}

/// Returns whether a call starts all coroutines among its arguments.
fn is_of_several(file: &File, site: &CallSite) -> bool {
    let summary = file.summary();
    let roles = summary.last_roles(summary.callee_or_itself(site.expression));
    roles.has(Role::StartsSeveral) && roles.has(Role::WaitsForTasks)
}

fn gathered(file: &File, site: &CallSite) -> Started {
    let call = call_of(file.summary(), site);
    let code = file.code_within(call.span.start);
    let arguments = code.call_at(call.span).map(|written| &*written.arguments.args).unwrap_or_default();
    let items = arguments.iter().flat_map(|argument| items_of(file, &code, site.scope, argument)).collect();
    Started { site: *site, items }
}

/// Returns the coroutines in an argument of `gather`, or of the list that it names.
fn items_of(file: &File, code: &Code, scope: ScopeId, argument: &Expr) -> Vec<Item> {
    let collection = match argument {
        Expr::Starred(starred) => &*starred.value,
        Expr::ListComp(_) | Expr::Generator(_) | Expr::List(_) | Expr::SetComp(_) => argument,
        _ => return vec![Item::once(argument)],
    };
    match collection {
        Expr::Name(name) => {
            let summary = file.summary();
            let Some((_, value)) = bound_once(summary, scope, &name.id) else { return Vec::new() };
            let list = code.node_at(summary.span(value), |node| match node {
                AnyNodeRef::ExprListComp(list) => Some(vec![Item::each(&list.elt, &list.generators)]),
                AnyNodeRef::ExprList(list) => Some(list.elts.iter().map(Item::once).collect()),
                _ => None,
            });
            list.unwrap_or_default()
        }
        Expr::ListComp(list) => vec![Item::each(&list.elt, &list.generators)],
        Expr::SetComp(set) => vec![Item::each(&set.elt, &set.generators)],
        Expr::Generator(generator) => vec![Item::each(&generator.elt, &generator.generators)],
        Expr::List(list) => list.elts.iter().map(Item::once).collect(),
        _ => Vec::new(),
    }
}

/// Returns what the calls of each task group start.
fn started_by_groups(file: &File, sites: &[CallSite]) -> Vec<Started> {
    let summary = file.summary();
    let group_of = |site: &CallSite| -> Option<(ScopeId, NameId)> {
        let (receiver, _) = summary.method_call(site.expression)?;
        let Expression::Name(name) = summary.expression(receiver) else { return None };
        let roles = summary.last_roles(summary.callee_or_itself(site.expression));
        let is_import = |kind| matches!(kind, BindingKind::Import { .. } | BindingKind::ImportFrom { .. });
        let is_module =
            summary.nearest_bindings_of(site.scope, name).iter().any(|bound| is_import(bound.kind));
        (roles.has(Role::StartsTask) && site.usage == Usage::Dropped && !is_module)
            .then_some((site.scope, name))
    };
    let mut groups: Vec<((ScopeId, NameId), Started)> = Vec::new();
    for site in sites {
        let Some(group) = group_of(site) else { continue };
        let call = call_of(summary, site);
        let code = file.code_within(call.span.start);
        let Some(written) = code.call_at(call.span) else { continue };
        let mut item = Item::default();
        written.arguments.args.iter().for_each(|argument| item.add(argument));
        item.within =
            summary.scope(site.scope).loops.iter().rfind(|around| around.contains(call.span)).copied();
        item.is_repeated = item.within.is_some();
        match groups.iter_mut().find(|(known, _)| *known == group) {
            Some((_, started)) => started.items.push(item),
            None => groups.push((group, Started { site: *site, items: vec![item] })),
        }
    }
    groups.into_iter().map(|(_, started)| started).collect()
}

fn concurrent_session(file: &File, started: &Started) -> Option<ConcurrentSession> {
    let scope = started.site.scope;
    started.items.iter().enumerate().find_map(|(place, item)| {
        item.names.iter().find_map(|(name, at)| {
            let is_same = |item: &Item| {
                item.is_repeated
                    && !item.within.is_some_and(|within| is_bound_within(file, scope, name, within))
            };
            let uses = match is_same(item) {
                true => vec![*at],
                false => {
                    let mut others = started.items[place + 1..].iter().flat_map(|other| &other.names);
                    vec![*at, others.find(|(other, _)| other == name)?.1]
                }
            };
            let class = session_class(file, scope, name, *at)?;
            let call = call_of(file.summary(), &started.site);
            Some(ConcurrentSession { call, session: name.clone(), class: &class.name, uses })
        })
    })
}

fn is_bound_within(file: &File, scope: ScopeId, name: &str, within: Span) -> bool {
    let bindings = file.summary().nearest_bindings(scope, name);
    bindings.iter().any(|bound| within.start <= bound.offset && bound.offset <= within.end)
}

/// Returns the class of the session that is used at a place, if it serves one task at a time.
fn session_class(file: &File, scope: ScopeId, name: &str, at: Span) -> Option<&'static Entry> {
    let path = Origins::new(file.engine()).path_of_name(file.module(), (scope, at.start), name)?;
    documented(&path)?.class().filter(|class| class.roles.has(Role::OneTaskAtATime))
}

impl Item {
    fn once(coroutine: &Expr) -> Self {
        let mut item = Self::default();
        item.add(coroutine);
        item
    }

    /// Returns the coroutine of each element.
    fn each(coroutine: &Expr, generators: &[Comprehension]) -> Self {
        let mut item = Self { is_repeated: true, ..Self::once(coroutine) };
        let mut targets = Names::default();
        generators.iter().for_each(|generator| targets.visit_expr(&generator.target));
        item.names.retain(|(name, _)| targets.found.iter().all(|(target, _)| target != name));
        item
    }

    fn add(&mut self, expression: &Expr) {
        let mut names = Names::default();
        names.visit_expr(expression);
        self.names.append(&mut names.found);
    }
}

/// The names in an expression, except in functions that run later.
#[derive(Default)]
struct Names {
    found: Vec<(String, Span)>,
}

impl<'a> SourceOrderVisitor<'a> for Names {
    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Name(name) => self.found.push((name.id.to_string(), span_of(name))),
            Expr::Lambda(_) => {}
            _ => grow_stack(|| walk_expr(self, expression)),
        }
    }
}
