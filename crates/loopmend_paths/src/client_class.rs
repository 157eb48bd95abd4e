//! Blocking methods of clients, known by the class of the client: the class may share its methods with an asynchronous one, or create
//! them while the program runs.

use loopmend_catalog::{Entry, Words, entry};
use loopmend_index::call_targets::root_of;
use loopmend_index::summary::{
    BindingKind, CallSite, Expression, ExpressionId, NameId, Parameter, ScopeId, ScopeKind, Summary,
};

use crate::engine::ModuleId;
use crate::infer::{ClassRef, Inference, Type};
use crate::steps::Target;

/// The maximum number of names, calls and attributes between a client and its method.
const MAX_DEPTH: u8 = 8;

impl Inference<'_> {
    /// Returns the blocking method that a call calls, according to the class of its object, and whether that is exact. `called` are the
    /// possible callees.
    pub(crate) fn find_blocking_method(
        &mut self,
        module: ModuleId,
        site: &CallSite,
        called: &[Type],
    ) -> Option<(Target, bool)> {
        let summary = self.engine.summary(module);
        let (client, name) = summary.method_call(site.expression)?;
        let name = summary.name(name);
        self.engine.catalogue().blocking_named(name).next()?;
        if called.iter().any(|part| self.is_own_or_async(*part)) {
            return None;
        }
        let value = self.expression(module, site.scope, client);
        let is_exact = !self.is_given_by_callers();
        let class = match value {
            Type::Unknown => self.infer_client(At { module, scope: site.scope }, client, MAX_DEPTH)?,
            value => self.find_blocking_class(value, name)?.name.to_string(),
        };
        let is_meant =
            |path: &str| path.strip_suffix(name).and_then(|path| path.strip_suffix('.')) == Some(&*class);
        let mut known = self.engine.catalogue().blocking_named(name);
        known.find(|(_, known)| is_meant(&known.path)).map(|(place, _)| (Target::Blocks(place), is_exact))
    }

    /// Returns whether a callee is a function of the project, or an `async def`.
    fn is_own_or_async(&mut self, callee: Type) -> bool {
        let Type::Function(callee) = callee else { return false };
        let function = self.function_of(callee);
        let is_async = self.engine.summary(function.module).function(function.function).is_async;
        is_async || self.engine.is_mutable(function.module)
    }

    /// Returns the entry of the class with a blocking method of which a value is an instance. All possible classes of the value have to
    /// agree.
    fn find_blocking_class(&mut self, value: Type, method: &str) -> Option<&'static Entry> {
        let parts: Vec<Type> = self.parts(value).into_iter().filter(|part| *part != Type::None).collect();
        let mut classes = parts.into_iter().map(|part| match part {
            Type::Instance(class, _) => self.find_blocking_base(class, 0, method),
            Type::Super(class, _) => self.find_blocking_base(class, 1, method),
            _ => None,
        });
        let first = classes.next()??;
        classes.all(|other| other.is_some_and(|other| other.name == first.name)).then_some(first)
    }

    /// Returns the entry of the first class with blocking methods that a class is or inherits from, if the method is one of them. A class
    /// of the project that defines the method itself may do something else, and so may a class of another package. The first `skipped`
    /// classes are left out.
    fn find_blocking_base(
        &mut self,
        class: ClassRef,
        skipped: usize,
        method: &str,
    ) -> Option<&'static Entry> {
        self.begin();
        let mut packages: Vec<&str> = Vec::new();
        for ancestor in self.mro(class).iter().skip(skipped) {
            let (class, _) = (*ancestor)?;
            let is_own = self.engine.is_mutable(class.module);
            let path = self.path_of_class(class);
            if let Some(known) = entry(&path).filter(|known| !is_own && !known.blocking_methods.is_empty()) {
                let is_of_package =
                    packages.iter().all(|package| *package == self.engine.top_level(class.module));
                return (is_of_package && known.blocking_methods.contains(&method)).then_some(known);
            }
            match is_own {
                true if self.binds_in_body(class, method) => return None,
                true => {}
                false => packages.push(self.engine.top_level(class.module)),
            }
        }
        None
    }

    /// Returns the documented name of the class of which a value is an instance, by the imports and assignments of the file. They have to
    /// agree.
    fn infer_client(&self, at: At, value: ExpressionId, depth: u8) -> Option<String> {
        let depth = depth.checked_sub(1)?;
        let summary = self.engine.summary(at.module);
        match summary.expression(value) {
            Expression::Call { callee, .. } => self.infer_from_call(at, callee, depth),
            Expression::Subscript { value, .. } => {
                find_member_class(&self.infer_client(at, value, depth)?, "__getitem__")
            }
            Expression::Attribute { value, name } => {
                let class = self.infer_from_own_attribute(at, value, name, depth);
                class.or_else(|| self.infer_from_member(at, value, name, depth))
            }
            Expression::Name(name) if !is_bound_by_comprehension(summary, at.scope, name, value) => {
                self.infer_from_name(at, name, depth)
            }
            _ => None,
        }
    }

    fn infer_from_call(&self, at: At, callee: ExpressionId, depth: u8) -> Option<String> {
        let summary = self.engine.summary(at.module);
        if let Some(path) = self.resolve_foreign_path(at, callee) {
            return find_created_class(&path);
        }
        let Expression::Attribute { value, name } = summary.expression(callee) else { return None };
        find_member_class(&self.infer_client(at, value, depth)?, summary.name(name))
    }

    fn infer_from_member(&self, at: At, value: ExpressionId, name: NameId, depth: u8) -> Option<String> {
        let class = self.infer_client(at, value, depth)?;
        let name = self.engine.summary(at.module).name(name);
        match entry(&format!("{class}.{name}")) {
            Some(known) => known.holds.map(str::to_owned),
            None => find_member_class(&class, "__getattr__"),
        }
    }

    /// Returns the class of `self.name`, according to all assignments in the class around.
    fn infer_from_own_attribute(
        &self,
        at: At,
        value: ExpressionId,
        name: NameId,
        depth: u8,
    ) -> Option<String> {
        let summary = self.engine.summary(at.module);
        if !Words::OwnObject.has(summary.last_name(value))
            || !matches!(summary.expression(value), Expression::Name(_))
        {
            return None;
        }
        let class = summary.scopes_from(at.scope).find_map(|id| match summary.scope(id).kind {
            ScopeKind::Class(class) => Some(class),
            _ => None,
        })?;
        let name = summary.name(name);
        let set = summary.attributes_of(class, name).iter().map(|set| (set.scope, set.kind));
        let in_body = summary.bindings_of(summary.class(class).scope, name).iter();
        let in_body = in_body.map(|bound| (bound.scope, bound.kind));
        self.infer_from_bindings(at.module, set.chain(in_body), depth)
    }

    fn infer_from_name(&self, at: At, name: NameId, depth: u8) -> Option<String> {
        let summary = self.engine.summary(at.module);
        for scope in summary.scopes_from(at.scope) {
            let bindings = summary.bindings_of(scope, summary.name(name));
            if let Some(parameter) = find_parameter(summary, scope, name) {
                let around = At { scope: summary.scope_around(scope), ..at };
                let annotation = parameter.annotation.filter(|_| bindings.is_empty())?;
                return self.resolve_foreign_path(around, annotation).as_deref().and_then(find_named_class);
            }
            if !bindings.is_empty() {
                let bindings = bindings.iter().map(|bound| (bound.scope, bound.kind));
                return self.infer_from_bindings(at.module, bindings, depth);
            }
        }
        None
    }

    /// Returns the class on which all bindings of a name agree. `None` as a value stands for a client that is not created yet.
    fn infer_from_bindings(
        &self,
        module: ModuleId,
        bindings: impl Iterator<Item = (ScopeId, BindingKind)>,
        depth: u8,
    ) -> Option<String> {
        let summary = self.engine.summary(module);
        let mut classes = bindings
            .filter(|(_, kind)| !is_none(summary, *kind))
            .map(|(scope, kind)| self.infer_from_binding(At { module, scope }, kind, depth));
        let first = classes.next()??;
        classes.all(|other| other.as_ref() == Some(&first)).then_some(first)
    }

    fn infer_from_binding(&self, at: At, kind: BindingKind, depth: u8) -> Option<String> {
        match kind {
            BindingKind::Value(value)
            | BindingKind::Annotated { value: Some(value), .. }
            | BindingKind::With { value, is_async: false } => self.infer_client(at, value, depth),
            BindingKind::Annotated { annotation, value: None } => {
                self.resolve_foreign_path(at, annotation).as_deref().and_then(find_named_class)
            }
            _ => None,
        }
    }

    /// Returns the dotted name that an expression has by imports of packages outside of the project. All bindings of the first part have to
    /// agree. `None` as a value stands for a package that is not installed.
    fn resolve_foreign_path(&self, at: At, value: ExpressionId) -> Option<String> {
        let summary = self.engine.summary(at.module);
        let parts = summary.dotted_parts(value)?;
        let (first, rest) = parts.split_first()?;
        let first = summary.names.find(first)?;
        if is_bound_by_comprehension(summary, at.scope, first, value)
            || summary.scopes_from(at.scope).any(|scope| find_parameter(summary, scope, first).is_some())
        {
            return None;
        }
        let bindings = summary.nearest_bindings_of(at.scope, first).iter().map(|bound| bound.kind);
        let mut paths =
            bindings.filter(|kind| !is_none(summary, *kind)).map(|kind| resolve_import(summary, kind));
        let path = paths.next()??;
        if !paths.all(|other| other.as_ref() == Some(&path)) {
            return None;
        }
        let package = self.engine.resolve(root_of(&path), at.module);
        let is_own = self.engine.is_mutable(package) && !self.engine.is_absent(package);
        (!is_own).then(|| rest.iter().fold(path, |path, part| path + "." + part))
    }
}

/// Returns whether a binding has `None` as its value.
fn is_none(summary: &Summary, kind: BindingKind) -> bool {
    kind.value().is_some_and(|value| matches!(summary.expression(value), Expression::None))
}

/// Returns the dotted name that an import binds a name to.
fn resolve_import(summary: &Summary, kind: BindingKind) -> Option<String> {
    match kind {
        BindingKind::Import { module } => Some(summary.name(module).to_owned()),
        BindingKind::ImportFrom { module, name } => {
            Some(format!("{}.{}", summary.name(module), summary.name(name)))
        }
        _ => None,
    }
}

/// Returns whether a comprehension around an expression binds a name.
fn is_bound_by_comprehension(
    summary: &Summary,
    scope: ScopeId,
    name: NameId,
    expression: ExpressionId,
) -> bool {
    let start = summary.span(expression).start;
    summary.scopes_from(scope).any(|scope| summary.confined_binding(scope, name, start).is_some())
}

/// Returns the parameter of this name of the function that has a scope.
fn find_parameter(summary: &Summary, scope: ScopeId, name: NameId) -> Option<&Parameter> {
    let definition = summary.function(summary.enclosing_function(scope)?);
    definition.parameters.iter().find(|parameter| parameter.name == name)
}

/// A scope of a module.
#[derive(Clone, Copy)]
struct At {
    module: ModuleId,
    scope: ScopeId,
}

/// Returns the documented name of the class whose instance a call of a dotted name creates.
fn find_created_class(path: &str) -> Option<String> {
    let made = entry(path).and_then(|known| known.makes).map(str::to_owned);
    made.or_else(|| find_named_class(path))
}

/// Returns the documented name of a class.
fn find_named_class(path: &str) -> Option<String> {
    let is_class = path.rsplit('.').next().is_some_and(|last| last.starts_with(char::is_uppercase));
    is_class.then(|| entry(path).map_or_else(|| path.to_owned(), |known| known.name.to_string()))
}

/// Returns the documented name of the class whose instance a method or attribute of a class returns.
fn find_member_class(class: &str, member: &str) -> Option<String> {
    entry(&format!("{class}.{member}"))?.makes.map(str::to_owned)
}
