//! The reachability filter: finds the names through which a call may lead to an event loop start or to a
//! blocking call. The filter uses names alone, and calls such names *hot*. Only calls of hot names are
//! resolved.

use std::cell::RefCell;

use loopmend_catalog::{Role, named};
use rustc_hash::{FxHashMap, FxHashSet};

use super::catalogue::Catalogue;
use crate::infer::is_property;
use crate::summary::{
    BindingKind, CallSite, ClassId, Expression, ExpressionId, FunctionId, Interface, NameHash, NameId,
    ScopeId, Summary,
};

/// Returns a marker for the targets of the search among the names that a function calls. No real name is
/// empty.
fn end() -> NameHash {
    Interface::name_hash("")
}

/// An edge by name: something with the first name calls something with the second.
pub type NameEdge = [NameHash; 2];

/// The hot names: names through which a target call may be reachable.
#[derive(Debug, Default)]
pub(crate) struct HotNames(FxHashSet<NameHash>);

impl HotNames {
    /// Collects the hot names from the call edges of every module of the project.
    pub(crate) fn new<'i>(edges: impl Iterator<Item = &'i NameEdge>) -> Self {
        let mut edges: Vec<NameEdge> = edges.map(|[caller, called]| [*called, *caller]).collect();
        edges.sort_unstable();
        let mut hot = FxHashSet::default();
        let mut open = vec![end()];
        while let Some(called) = open.pop() {
            let first = edges.partition_point(|edge| edge[0] < called);
            let callers = edges[first..].iter().take_while(|edge| edge[0] == called);
            open.extend(callers.map(|edge| edge[1]).filter(|caller| hot.insert(*caller)));
        }
        Self(hot)
    }

    /// Returns whether some property leads to a target.
    pub(crate) fn has_properties(&self) -> bool {
        self.0.contains(&Interface::name_of_property(end()))
    }

    /// Returns whether a property of this name leads to a target.
    pub(crate) fn has_property(&self, name: &str) -> bool {
        self.0.contains(&Interface::name_of_property(Interface::name_hash(name)))
    }

    /// Returns whether a name is hot.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains(&Interface::name_hash(name))
    }
}

/// Returns the names that are hot in exactly one of two states of a project, in ascending order.
pub fn changed_hot_names<'i>(
    before: impl Iterator<Item = &'i Interface>,
    after: impl Iterator<Item = &'i Interface>,
) -> Vec<NameHash> {
    let hot = |interfaces: &mut dyn Iterator<Item = &'i Interface>| {
        HotNames::new(interfaces.flat_map(|interface| &interface.calls_by_name))
    };
    let (before, after) = (hot(&mut { before }), hot(&mut { after }));
    let mut changed: Vec<NameHash> = before.0.symmetric_difference(&after.0).copied().collect();
    changed.sort_unstable();
    changed
}

/// The possible targets at the end of a call chain, found in the text of one module.
pub(crate) struct EndNames<'s> {
    summary: &'s Summary,
    catalogue: &'s Catalogue,
    /// The packages that are imported anywhere in the module.
    packages: FxHashSet<&'s str>,
    /// Whether some target has this name, by name. This check rules out most calls.
    named: RefCell<FxHashMap<NameId, bool>>,
}

impl<'s> EndNames<'s> {
    pub(crate) fn new(summary: &'s Summary, catalogue: &'s Catalogue) -> Self {
        let packages = summary.imported_packages().collect();
        Self { summary, catalogue, packages, named: RefCell::default() }
    }

    /// Returns whether a call may be a target.
    pub(crate) fn may_be_end(&self, site: &CallSite) -> bool {
        let summary = self.summary;
        let callee = innermost_callee(summary, site.expression);
        match summary.expression(callee) {
            Expression::Name(name) => self.is_function(site.scope, name),
            Expression::Attribute { name, .. } if self.has_end_named(name) => {
                let is_path = self.catalogue.has_function(summary.name(name))
                    && import_path(summary, site.scope, callee)
                        .is_some_and(|path| self.catalogue.has_path(&path));
                is_path || self.is_method(callee)
            }
            _ => false,
        }
    }

    fn has_end_named(&self, name: NameId) -> bool {
        *self.named.borrow_mut().entry(name).or_insert_with(|| {
            let name = self.summary.name(name);
            self.catalogue.has_function(name) || !self.catalogue.packages_with_method(name).is_empty()
        })
    }

    fn is_function(&self, scope: ScopeId, name: NameId) -> bool {
        match nearest_binding(self.summary, scope, name) {
            None => self.catalogue.has_path(self.summary.name(name)),
            Some(BindingKind::ImportFrom { module, name }) => {
                let (module, name) = (self.summary.name(module), self.summary.name(name));
                self.catalogue.has_function(name) && self.catalogue.has_path(&format!("{module}.{name}"))
            }
            Some(_) => false,
        }
    }

    fn is_method(&self, callee: ExpressionId) -> bool {
        let Expression::Attribute { name, .. } = self.summary.expression(callee) else { return false };
        let packages = self.catalogue.packages_with_method(self.summary.name(name));
        packages.iter().any(|package| self.packages.contains(&**package))
    }
}

/// Returns the callee; for `f(...)(...)`, the callee of the inner call.
fn innermost_callee(summary: &Summary, call: ExpressionId) -> ExpressionId {
    let mut callee = call;
    while let Expression::Call { callee: inner, .. } = summary.expression(callee) {
        callee = inner;
    }
    callee
}

/// Returns the last binding of a name in the nearest scope that binds it.
fn nearest_binding(summary: &Summary, scope: ScopeId, name: NameId) -> Option<BindingKind> {
    summary.nearest_bindings_of(scope, name).last().map(|binding| binding.kind)
}

/// Returns the dotted name that an imported name refers to: `time.sleep` for `sleep`, after `from time
/// import sleep`.
pub(crate) fn import_path(summary: &Summary, scope: ScopeId, callee: ExpressionId) -> Option<String> {
    let parts = summary.dotted_parts(callee)?;
    let (first, rest) = parts.split_first()?;
    let path = match nearest_binding(summary, scope, summary.names.find(first)?)? {
        BindingKind::Import { module } => summary.name(module).to_owned(),
        BindingKind::ImportFrom { module, name } => {
            format!("{}.{}", summary.name(module), summary.name(name))
        }
        _ => return None,
    };
    Some(rest.iter().fold(path, |path, part| path + "." + part))
}

/// Returns the call edges by name of a module: from each plain function to the names that it calls. A
/// function that may call a target also has an edge to the marker [`end`]. Classes have edges to their
/// constructors and bases.
pub(crate) fn name_edges(summary: &Summary, catalogue: &Catalogue) -> Vec<NameEdge> {
    let ends = EndNames::new(summary, catalogue);
    let mut hashes = Hashes { summary, known: FxHashMap::default() };
    let mut edges = Vec::new();
    for site in summary.calls.iter().filter(|site| !summary.is_long_chain(site.expression)) {
        let Some(function) = plain_function_around(summary, site.scope) else { continue };
        let caller = hashes.of(called_as(summary, function));
        if ends.may_be_end(site) {
            edges.push([caller, end()]);
        } else if let Some(called) = summary.last_name_id(site.expression) {
            edges.push([caller, hashes.of(called)]);
        }
    }
    for class in (0..summary.classes.len() as u32).map(ClassId) {
        let class = summary.class(class);
        let bases = summary.list(class.bases).iter().filter_map(|base| summary.last_name(*base));
        edges.extend(bases.map(|base| [hashes.of(class.name), Interface::name_hash(base)]));
    }
    for (id, function) in (0..).map(FunctionId).zip(&summary.functions) {
        // `super().__init__()` runs the constructor of a class too.
        let caller = called_as(summary, id);
        if caller != function.name {
            edges.push([hashes.of(function.name), hashes.of(caller)]);
        }
        if function.decorators.len > 0 && is_property(summary, id) {
            let name = hashes.of(function.name);
            edges.extend([end(), name].map(|read| [Interface::name_of_property(read), name]));
        }
    }
    edges.extend(renamed(summary).map(|(local, name)| [hashes.of(local), hashes.of(name)]));
    edges.sort_unstable();
    edges.dedup();
    edges
}

/// Returns the aliases of `from module import name as local`.
fn renamed(summary: &Summary) -> impl Iterator<Item = (NameId, NameId)> {
    let entries = summary.scopes.iter().flat_map(|scope| &scope.entries);
    entries.flat_map(|entry| {
        summary.bindings_in(*entry).iter().filter_map(|binding| match binding.kind {
            BindingKind::ImportFrom { name, .. } if name != entry.name => Some((entry.name, name)),
            _ => None,
        })
    })
}

struct Hashes<'s> {
    summary: &'s Summary,
    known: FxHashMap<NameId, NameHash>,
}

impl Hashes<'_> {
    fn of(&mut self, name: NameId) -> NameHash {
        *self.known.entry(name).or_insert_with(|| Interface::name_hash(self.summary.name(name)))
    }
}

/// Returns the name under which a function is called; for a constructor, the name of its class.
fn called_as(summary: &Summary, function: FunctionId) -> NameId {
    let name = summary.function(function).name;
    match summary.class_of(function) {
        Some(class) if named(summary.name(name)).has(Role::RunsAtCreation) => summary.class(class).name,
        _ => name,
    }
}

/// Returns the function whose call runs the code of a scope. A class body runs with the enclosing code.
pub(crate) fn plain_function_around(summary: &Summary, scope: ScopeId) -> Option<FunctionId> {
    let function = summary.function_around(scope)?;
    let definition = summary.function(function);
    (!definition.is_async && !definition.is_generator).then_some(function)
}
