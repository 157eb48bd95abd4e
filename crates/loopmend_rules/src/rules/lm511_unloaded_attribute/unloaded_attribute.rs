//! Attributes of database objects that async code reads although they are not loaded. Reading one sends a query, which only a plain session
//! can do.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_flow::{FunctionFlow, StepKind};
use loopmend_index::summary::{FunctionId, ScopeId};
use loopmend_paths::Origins;
use loopmend_python::ast::visitor::{Visitor, walk_comprehension, walk_expr, walk_stmt};
use loopmend_python::ast::{Comprehension, Expr, Stmt};
use loopmend_python::stack::grow_stack;
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{last_name, span};
use loopmend_semantic::File;
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::infer::{ClassRef, FunctionRef, Type};
use rustc_hash::{FxHashMap, FxHashSet};

use super::loaded::{Loads, Read, Reloaded, Source, State, Why};
use super::mapped::{self, Mapped};

/// An attribute that is read and not loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UnloadedAttribute {
    /// The attribute where it is read; the name of the object if all attributes are read.
    pub(crate) at: Span,
    /// The name of the object.
    pub(crate) object: String,
    /// The attribute; `None` if all attributes are read.
    pub(crate) attribute: Option<String>,
    /// The name of its class.
    pub(crate) class: String,
    /// The reason why it is not loaded.
    pub(crate) reason: NotLoaded,
    /// The qualified name of the function.
    pub(crate) symbol: String,
}

/// The reason why an attribute is not loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NotLoaded {
    /// The session expired it.
    Expired {
        /// The expression that did.
        by: Span,
        /// The name of the method: `commit`.
        method: String,
        /// The session, as written.
        session: String,
        /// Whether the option of the session that keeps attributes after a commit helps.
        is_optional: bool,
    },
    /// It is a relation that neither the query nor the model loads.
    Lazy,
    /// It is a foreign key whose object the query does not load.
    ForeignKey,
}

/// Returns the attributes that async functions read although the session expired them or no query loads them, in source order.
pub(crate) fn unloaded_attributes(file: &mut File) -> Vec<UnloadedAttribute> {
    let headers = functions_with_sessions(file);
    let mut found: Vec<UnloadedAttribute> =
        headers.into_iter().flat_map(|function| unloaded_in(file, function)).collect();
    if found.iter().any(UnloadedAttribute::rests_on_option) && !expires_at_commit(file) {
        found.retain(|found| !found.rests_on_option());
    }
    found.sort_by_key(|found| found.at.start);
    found.dedup_by_key(|found| found.at);
    found
}

/// Returns the async functions that end a transaction or send a query.
fn functions_with_sessions(file: &File) -> Vec<FunctionId> {
    let summary = file.summary();
    let roles = [
        Role::CommitsSession,
        Role::RollsBackSession,
        Role::CommitsAtEnd,
        Role::FlushesSession,
        Role::SelectsObjects,
        Role::HoldsManager,
    ];
    let roles: Vec<Role> = roles.into_iter().filter(|role| summary.mentions(*role)).collect();
    if roles.is_empty() {
        return Vec::new();
    }
    let has_manager = roles.contains(&Role::HoldsManager);
    let calls = summary.calls.iter().filter(|site| {
        let callee = summary.last_roles(site.expression);
        // `await session.get(User, key)` rather than `options.get("key")`.
        roles.iter().any(|role| callee.has(*role))
            && (!callee.has(Role::GetsObject) || site.usage.is_awaited())
            || has_manager && (callee.has(Role::FetchesObject) || callee.has(Role::LazyQuery))
    });
    let mut functions: Vec<FunctionId> = calls
        .filter_map(|site| summary.function_around(site.scope))
        .filter(|function| summary.function(*function).is_async)
        .collect();
    functions.sort_by_key(|function| summary.function(*function).header.start);
    functions.dedup();
    functions
}

fn unloaded_in(file: &mut File, function: FunctionId) -> Vec<UnloadedAttribute> {
    let summary = file.summary();
    let (scope, header) = (summary.function(function).scope, summary.function(function).header);
    let known = file.flow_of(header, |flow| {
        let mut turns = Turns::default();
        turns.visit_body(&flow.function.body);
        Some((turns.sources, loads_relations(flow)))
    });
    let Some((turns, loads_relations)) = known else { return Vec::new() };
    let mut loads = Loads::new(turns, file.is_in_tests());
    file.analyse(header, &mut loads, State::default());
    let mut found = Vec::new();
    let mut reported: FxHashSet<String> = FxHashSet::default();
    for read in loads.reads {
        if loads_relations && read.why == Why::Lazy
            || summary.expects_exception_at(scope, span(read.at))
            || read.why == Why::Returned && !is_serialized(file, function)
            || may_be_removed(file, &read)
            || may_be_reloaded(file, scope, &read, loads_relations)
        {
            continue;
        }
        let Some((class, mapped)) = mapped_read(file, scope, &read) else { continue };
        let reason = match (read.why, read.expired, mapped) {
            (Why::Lazy, _, Mapped::Collection) => NotLoaded::Lazy,
            (Why::Lazy, _, Mapped::ForeignKey) => NotLoaded::ForeignKey,
            (Why::Lazy, ..) | (_, None, _) => continue,
            (_, Some(by), _) => NotLoaded::Expired {
                by: span(by.at),
                method: by.method.to_string(),
                session: by.session.to_string(),
                is_optional: by.is_optional,
            },
        };
        // One finding for each object and function: the cure is the same for all of its attributes.
        let key = match reason {
            NotLoaded::Lazy | NotLoaded::ForeignKey => {
                format!("{}.{}", read.object, read.attribute.as_deref().unwrap_or_default())
            }
            NotLoaded::Expired { .. } => read.object.to_string(),
        };
        if reported.insert(key) {
            found.push(UnloadedAttribute {
                at: span(read.at),
                object: read.object.to_string(),
                attribute: read.attribute.as_deref().map(str::to_owned),
                class: file.inference_mut().class_name(class).to_owned(),
                reason,
                symbol: summary.qualified_name(scope),
            });
        }
    }
    found
}

/// Returns the class of the object that is read, and what the attribute is.
fn mapped_read(file: &mut File, scope: ScopeId, read: &Read) -> Option<(ClassRef, Mapped)> {
    let class = class_of_object(file, scope, read)?;
    let mapped = match &read.attribute {
        Some(attribute) => mapped::mapped_attribute(file, class, attribute)?,
        None => mapped::is_mapped_class(file, class).then_some(Mapped::Column)?,
    };
    Some((class, mapped))
}

fn class_of_object(file: &mut File, scope: ScopeId, read: &Read) -> Option<ClassRef> {
    if let Some((class, offset)) = &read.class {
        return match file.value_of_dotted(scope, class, *offset) {
            Type::Class(class) => Some(class),
            _ => None,
        };
    }
    let module = file.module();
    let inference = file.inference_mut();
    let object = inference.name_at(module, scope, &read.object, read.at.start().to_u32());
    let parts = inference.parts(object);
    match parts.iter().filter(|part| **part != Type::None).collect::<Vec<_>>()[..] {
        [Type::Instance(class, _)] => Some(*class),
        _ => None,
    }
}

/// Returns whether an object that was loaded again since may have loaded this one with its relations.
fn may_be_reloaded(file: &mut File, scope: ScopeId, read: &Read, loads_relations: bool) -> bool {
    let Some(by) = &read.expired else { return false };
    by.reloaded.iter().any(|Reloaded { object, at, is_plain }| {
        if loads_relations || !is_plain {
            return true;
        }
        let module = file.module();
        let inference = file.inference_mut();
        let object = inference.name_at(module, scope, object, *at);
        let parts = inference.parts(object);
        let mut classes = parts.into_iter().filter(|part| *part != Type::None);
        !classes.all(|part| matches!(part, Type::Instance(class, _) if !mapped::loads_others(file, class)))
    })
}

/// Returns whether a rollback may have removed an object that another function gave: it keeps the attributes of one that was not in the database
/// before. A function of the project that selects objects, and adds none, gives no such object.
fn may_be_removed(file: &mut File, read: &Read) -> bool {
    let is_removing = read.expired.as_ref().is_some_and(|by| !by.is_optional);
    let Some(given_by) = read.given_by.filter(|_| is_removing) else { return false };
    let module = file.module();
    let Some(call) = file.call_at(span(given_by)) else { return true };
    let called = file.inference_mut().called_functions(module, &call.site);
    called.is_empty() || !called.into_iter().all(|function| only_selects(file, function))
}

/// Returns whether a function of the project selects objects, and adds none.
fn only_selects(file: &mut File, FunctionRef { module, function }: FunctionRef) -> bool {
    file.inference_mut().rest_on_text(module);
    let summary = file.engine().summary(module);
    let inside = summary.calls_inside(summary.function(function).scope);
    let roles: Vec<_> = inside.map(|site| summary.last_roles(site.expression)).collect();
    roles.iter().any(|roles| roles.has(Role::SelectsObjects))
        && !roles.iter().any(|roles| roles.has(Role::AddsToSession))
}

/// Returns whether a framework reads the attributes of what a function returns.
fn is_serialized(file: &File, function: FunctionId) -> bool {
    let summary = file.summary();
    let around = summary.scope_around(summary.function(function).scope);
    summary.list(summary.function(function).decorators).iter().any(|decorator| {
        let callee = summary.callee_or_itself(*decorator);
        summary.last_roles(callee).has(Role::SerializesResult)
            && Origins::new(file.engine())
                .documented(file.module(), around, callee)
                .and_then(|known| known.entry())
                .is_some_and(|known| known.roles.has(Role::SerializesResult))
    })
}

/// Returns whether the sessions of the project expire objects when they commit: the project opens a database itself, and no file of it names
/// the option that prevents this.
fn expires_at_commit(file: &mut File) -> bool {
    file.inference_mut().rest_on_all_texts();
    let engine = file.engine();
    let files = || (0..engine.project().files().len()).map(ModuleId::of_file);
    let mentions = |module, role: Role| role.names().iter().any(|name| engine.mentions_any(module, &[name]));
    *engine.expires_at_commit.get_or_init(|| {
        files().any(|module| mentions(module, Role::OpensAsyncDatabase))
            && !files().any(|module| mentions(module, Role::KeepsAfterCommit))
    })
}

impl UnloadedAttribute {
    fn rests_on_option(&self) -> bool {
        matches!(self.reason, NotLoaded::Expired { is_optional: true, .. })
    }
}

/// Returns whether a function names anything that loads relations.
fn loads_relations(flow: &FunctionFlow) -> bool {
    flow.steps().any(|step| match step.kind {
        StepKind::Read(read, _) => named(last_name(read)).has(Role::LoadsRelations),
        _ => false,
    })
}

/// The values over which a function iterates, by the ranges of the targets.
#[derive(Default)]
struct Turns {
    sources: FxHashMap<TextRange, Source>,
}

impl<'a> Visitor<'a> for Turns {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        if let Some(each) = statement.as_for_stmt() {
            self.sources.insert(each.target.range(), Source::of(&each.iter));
        }
        walk_stmt(self, statement);
    }

    fn visit_comprehension(&mut self, each: &'a Comprehension) {
        self.sources.insert(each.target.range(), Source::of(&each.iter));
        walk_comprehension(self, each);
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        grow_stack(|| walk_expr(self, expression));
    }
}
