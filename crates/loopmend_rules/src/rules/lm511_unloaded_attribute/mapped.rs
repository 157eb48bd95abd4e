//! What the classes of a database map.

use loopmend_catalog::{Role, is, named};
use loopmend_index::summary::{
    ArgumentKind, Binding, BindingKind, Expression, ExpressionId, ScopeId, Summary,
};
use loopmend_paths::Origins;
use loopmend_project::Origin;
use loopmend_semantic::File;
use loopmend_semantic::infer::ClassRef;

/// What an attribute of a mapped class is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mapped {
    /// A column, or a relation that a query need not load.
    Column,
    /// A relation to several objects, or to one that refers to this one, which is loaded when it is read.
    Collection,
    /// A foreign key of a class with the manager that every such class has: its object is loaded when it is read.
    ForeignKey,
}

/// Returns what an attribute of a class is, if a class of the project maps it.
pub(crate) fn mapped_attribute(file: &mut File, class: ClassRef, name: &str) -> Option<Mapped> {
    let order = file.inference_mut().mro(class);
    for (owner, _) in order.iter().flatten() {
        if file.engine().origin(owner.module) != Origin::FirstParty {
            return None;
        }
        file.inference_mut().rest_on_text(owner.module);
        let summary = file.engine().summary(owner.module);
        match summary.bindings_of(summary.class(owner.class).scope, name) {
            [] => {}
            [only] => return mapped(file, *owner, only),
            _ => return None,
        }
    }
    None
}

/// Returns whether a class of the project maps any attribute.
pub(crate) fn is_mapped_class(file: &mut File, class: ClassRef) -> bool {
    if file.engine().origin(class.module) != Origin::FirstParty {
        return false;
    }
    file.inference_mut().rest_on_text(class.module);
    let summary = file.engine().summary(class.module);
    let entries = &summary.scope(summary.class(class.class).scope).entries;
    entries
        .iter()
        .flat_map(|entry| summary.bindings_in(*entry))
        .any(|binding| mapped(file, class, binding).is_some())
}

/// Returns whether an object of a class may load others with itself, because of a relation that is not loaded when it is read.
pub(crate) fn loads_others(file: &mut File, class: ClassRef) -> bool {
    let order = file.inference_mut().mro(class);
    order.iter().flatten().any(|(owner, _)| {
        let is_own = file.engine().origin(owner.module) == Origin::FirstParty;
        if is_own {
            file.inference_mut().rest_on_text(owner.module);
        }
        let summary = file.engine().summary(owner.module);
        let scope = summary.class(owner.class).scope;
        is_own
            && summary.calls.iter().any(|site| {
                site.scope == scope
                    && summary.last_roles(site.expression).has(Role::LazyRelation)
                    && !is_loaded_when_read(summary, site.expression)
            })
    })
}

fn mapped(file: &File, owner: ClassRef, binding: &Binding) -> Option<Mapped> {
    let summary = file.engine().summary(owner.module);
    let scope = summary.class(owner.class).scope;
    let (annotation, value) = match binding.kind {
        BindingKind::Value(value) => (None, Some(value)),
        BindingKind::Annotated { annotation, value } => (Some(annotation), value),
        _ => return None,
    };
    let called = value.filter(|value| summary.call(*value).is_some());
    if called.is_some_and(|called| is_of_role(file, owner, called, Role::LazyForeignKey)) {
        let mut managers = Role::HoldsManager.names().iter();
        let has_own = managers.any(|name| !summary.bindings_of(scope, name).is_empty());
        return Some(if has_own { Mapped::Column } else { Mapped::ForeignKey });
    }
    if called.is_some_and(|called| is_of_role(file, owner, called, Role::LazyRelation)) {
        let is_lazy = is_loaded_when_read(summary, called?) && refers_to_this(file, owner, scope, annotation);
        return Some(if is_lazy { Mapped::Collection } else { Mapped::Column });
    }
    let is_column = called.is_some_and(|called| is_of_role(file, owner, called, Role::MappedColumn))
        || annotation.is_some_and(|annotation| is_mapped_type(file, owner, annotation));
    is_column.then_some(Mapped::Column)
}

fn is_of_role(file: &File, owner: ClassRef, value: ExpressionId, role: Role) -> bool {
    let summary = file.engine().summary(owner.module);
    let callee = summary.callee_or_itself(value);
    let scope = summary.class(owner.class).scope;
    summary.last_roles(callee).has(role)
        && is(Origins::new(file.engine()).path(owner.module, scope, callee).as_deref(), role)
}

fn is_mapped_type(file: &File, owner: ClassRef, annotation: ExpressionId) -> bool {
    let summary = file.engine().summary(owner.module);
    match summary.expression(annotation) {
        Expression::Subscript { value, .. } => is_of_role(file, owner, value, Role::MappedType),
        _ => false,
    }
}

/// Returns whether the other objects of a relation refer to this one. An object to which this one refers may be in the session, and is then not
/// loaded.
fn refers_to_this(file: &File, owner: ClassRef, scope: ScopeId, annotation: Option<ExpressionId>) -> bool {
    let summary = file.engine().summary(owner.module);
    let has_foreign_key = summary
        .calls
        .iter()
        .any(|site| site.scope == scope && summary.last_roles(site.expression).has(Role::ForeignKey));
    match annotation {
        Some(annotation) => is_collection(file, owner, annotation),
        None => !has_foreign_key,
    }
}

/// Returns whether an annotation is that of a collection, itself or as that of a mapped attribute.
fn is_collection(file: &File, owner: ClassRef, annotation: ExpressionId) -> bool {
    let summary = file.engine().summary(owner.module);
    let annotation = match summary.expression(annotation) {
        Expression::Subscript { slice, .. } if is_mapped_type(file, owner, annotation) => slice,
        _ => annotation,
    };
    match summary.expression(annotation) {
        Expression::Subscript { value, .. } => {
            let roles = summary.last_roles(value);
            roles.has(Role::PlainCollection) || roles.has(Role::CapitalContainer)
        }
        _ => false,
    }
}

/// Returns whether the options of a relation leave its loading to the first read.
fn is_loaded_when_read(summary: &Summary, call: ExpressionId) -> bool {
    let given = summary.arguments_of(call).unwrap_or_default();
    given.iter().all(|argument| match argument.kind {
        ArgumentKind::Keyword(name) => match summary.name(name) {
            "lazy" => summary.text_of(argument.value) == Some("select"),
            option => !named(option).has(Role::ChangesLoading),
        },
        ArgumentKind::Positional => true,
        _ => false,
    })
}
