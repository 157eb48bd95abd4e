//! The functions that use a client, and those that close it.

use std::collections::BTreeSet;

use loopmend_catalog::{Role, Words, entry, is};
use loopmend_index::summary::{
    BindingKind, CallSite, ClassId, Expression, ExpressionId, FunctionId, ScopeId, Summary,
};
use loopmend_paths::{Made, Origins};
use loopmend_semantic::File;
use loopmend_semantic::engine::{Engine, ModuleId};
use loopmend_semantic::infer::{ClassRef, FunctionRef};
use rustc_hash::FxHashSet;

use super::created::{Created, Holder};

/// The maximum number of objects of one module that are made of a client.
const MOST_DERIVED: usize = 16;

/// What uses a client.
pub(crate) struct Used {
    /// The functions that use the client, in the order of the files.
    pub(crate) users: BTreeSet<FunctionRef>,
    /// The functions that close the client.
    pub(crate) closers: FxHashSet<FunctionRef>,
    /// The name under which other code may replace the client.
    pub(crate) name: String,
}

/// Returns the functions of the project that use a client.
pub(crate) fn used_client(file: &mut File, created: &Created) -> Used {
    let own = file.module();
    let name = held_name(file, &created.holder);
    let mut used = Used { users: BTreeSet::new(), closers: FxHashSet::default(), name };
    if let Holder::Accessor(function) = created.holder {
        used.users.insert(FunctionRef { module: own, function });
        return used;
    }
    let mut open = vec![(own, created.holder.clone())];
    let mut place = 0;
    while let Some((own, holder)) = open.get(place).cloned() {
        place += 1;
        for module in modules_with(file, own, &held_name(file, &holder)) {
            let search = Search { engine: file.engine(), own, module, holder: &holder };
            for (function, attribute) in search.uses() {
                match attribute.is_some_and(|name| is_closer(created, name)) {
                    true => _ = used.closers.insert(function),
                    false => _ = used.users.insert(function),
                }
            }
            let derived = search.derived().into_iter().map(|holder| (module, holder));
            open.extend(derived.filter(|it| !open.contains(it)).take(MOST_DERIVED).collect::<Vec<_>>());
        }
    }
    // What creates an object uses the client of that object alone.
    if let Some(class) = class_of_holder(file, created) {
        used.users.retain(|user| !is_constructor(file.engine(), *user, class));
    }
    used
}

/// Returns the class whose objects hold a client.
pub(crate) fn class_of_holder(file: &File, created: &Created) -> Option<ClassRef> {
    match created.holder {
        Holder::Attribute(class, _) => Some(ClassRef { module: file.module(), class }),
        Holder::Global(_) | Holder::Accessor(_) => None,
    }
}

fn is_constructor(engine: &Engine, function: FunctionRef, class: ClassRef) -> bool {
    let summary = engine.summary(function.module);
    function.module == class.module
        && summary.class_of(function.function) == Some(class.class)
        && summary.name(summary.function(function.function).name) == "__init__"
}

/// Returns whether a function creates an object of a class.
pub(crate) fn creates(engine: &Engine, function: FunctionRef, class: ClassRef) -> bool {
    let summary = engine.summary(function.module);
    let mut calls = summary.calls_in(summary.function(function.function).scope);
    calls.any(|site| is_creation(engine, function.module, site, class))
}

/// Returns whether a module creates an object of a class anywhere.
pub(crate) fn creates_anywhere(engine: &Engine, module: ModuleId, class: ClassRef) -> bool {
    engine.summary(module).calls.iter().any(|site| is_creation(engine, module, site, class))
}

fn is_creation(engine: &Engine, module: ModuleId, site: &CallSite, class: ClassRef) -> bool {
    let (summary, home) = (engine.summary(module), engine.summary(class.module));
    let callee = summary.callee_or_itself(site.expression);
    summary.last_name(site.expression) == Some(home.name(home.class(class.class).name))
        && Origins::new(engine).made(module, site.scope, callee) == Some(Made::Class(class))
}

/// Returns a module, and the modules of the project that have a name and import something from it.
fn modules_with(file: &File, own: ModuleId, name: &str) -> Vec<ModuleId> {
    let engine = file.engine();
    let own_name = engine.module_name(own);
    let last = own_name.rsplit('.').next().unwrap_or(own_name);
    let modules = (0..engine.project().files().len()).map(ModuleId::of_file);
    let uses = |module: &ModuleId| {
        let is_named = || engine.may_bind(*module, name) && engine.may_bind(*module, last);
        *module == own || is_named() && imports(engine, *module, own)
    };
    modules.filter(uses).collect()
}

fn held_name(file: &File, holder: &Holder) -> String {
    match holder {
        Holder::Global(name) | Holder::Attribute(_, name) => name.clone(),
        Holder::Accessor(function) => file.summary().name(file.summary().function(*function).name).to_owned(),
    }
}

/// Returns how the project names what holds a client.
pub(crate) fn name_of_holder(file: &File, holder: &Holder) -> String {
    let summary = file.summary();
    match holder {
        Holder::Global(name) => name.clone(),
        Holder::Attribute(class, name) => format!("{}.{name}", summary.name(summary.class(*class).name)),
        Holder::Accessor(function) => {
            format!("{}()", summary.qualified_name(summary.function(*function).scope))
        }
    }
}

/// Returns whether a module imports another one, or something from it.
fn imports(engine: &Engine, module: ModuleId, from: ModuleId) -> bool {
    let summary = engine.summary(module);
    let is_it = |name: &str| engine.resolve(name, module) == from;
    summary.bindings.iter().any(|binding| match binding.kind {
        BindingKind::Import { module: name } => is_it(summary.name(name)),
        BindingKind::ImportFrom { module: name, name: member } => {
            let (name, member) = (summary.name(name), summary.name(member));
            is_it(name) || engine.module_name(from).ends_with(member) && is_it(&format!("{name}.{member}"))
        }
        _ => false,
    })
}

/// Returns whether a method closes the client, so that another loop may use it.
fn is_closer(created: &Created, method: &str) -> bool {
    let is_entry = || {
        entry(&format!("{}.{method}", created.class.name)).is_some_and(|it| it.roles.has(Role::LeavesLoop))
    };
    created.class.closed_by.contains(&method) || is_entry()
}

/// The search for the uses of a client in one module.
struct Search<'s, 'e> {
    engine: &'e Engine<'e>,
    /// The module that creates the client.
    own: ModuleId,
    module: ModuleId,
    holder: &'s Holder,
}

impl<'e> Search<'_, 'e> {
    /// Returns the functions with uses, each with the attribute that is read from the client.
    fn uses(&self) -> Vec<(FunctionRef, Option<&'e str>)> {
        let summary = self.engine.summary(self.module);
        let mut found = Vec::new();
        for site in &summary.calls {
            let callee = summary.callee_or_itself(site.expression);
            let given = summary.arguments_of(site.expression).unwrap_or_default();
            for value in std::iter::once(callee).chain(given.iter().map(|argument| argument.value)) {
                self.add(site.scope, value, &mut found);
            }
        }
        for used in &summary.protocol_uses {
            self.add(used.scope, used.value, &mut found);
        }
        for (function, definition) in (0..).map(FunctionId).zip(&summary.functions) {
            for value in summary.list(definition.returned) {
                self.add(summary.function(function).scope, *value, &mut found);
            }
        }
        found
    }

    /// Returns the names and attributes of the module whose objects are made of the client: `Session = async_sessionmaker(engine)`.
    fn derived(&self) -> Vec<Holder> {
        let summary = self.engine.summary(self.module);
        let entries = summary.scope(Summary::MODULE_SCOPE).entries.iter();
        let mut found: Vec<Holder> = entries
            .filter(|entry| {
                let bindings = summary.bindings_in(**entry).iter();
                bindings.into_iter().any(|bound| self.is_made_of_client(bound.scope, bound.kind))
            })
            .map(|entry| Holder::Global(summary.name(entry.name).to_owned()))
            .collect();
        for (class, definition) in (0..).map(ClassId).zip(&summary.classes) {
            let set = definition.attributes.iter().filter(|set| self.is_made_of_client(set.scope, set.kind));
            found.extend(set.map(|set| Holder::Attribute(class, summary.name(set.name).to_owned())));
        }
        found
    }

    /// Returns whether a value is what a call of the client gives, or an object that uses the loop of the client.
    fn is_made_of_client(&self, scope: ScopeId, kind: BindingKind) -> bool {
        let summary = self.engine.summary(self.module);
        let Some(value) = BindingKind::value(kind) else { return false };
        let Some(call) = summary.call(value) else { return false };
        let is_client =
            |value: ExpressionId| summary.short_chain(value).any(|part| self.is_client(scope, part));
        if is_client(call.callee) {
            return true;
        }
        summary.arguments(call.arguments).iter().any(|argument| is_client(argument.value)) && {
            let callee = Origins::new(self.engine).documented(self.module, scope, call.callee);
            callee.is_some_and(|callee| is(callee.name.as_str(), Role::HoldsArgument))
        }
    }

    fn add(&self, scope: ScopeId, value: ExpressionId, found: &mut Vec<(FunctionRef, Option<&'e str>)>) {
        let summary = self.engine.summary(self.module);
        let Some(function) = summary.function_around(scope) else { return };
        let mut attribute = None;
        for part in summary.short_chain(value) {
            if self.is_client(scope, part) {
                found.push((FunctionRef { module: self.module, function }, attribute));
                return;
            }
            attribute = match summary.expression(part) {
                Expression::Attribute { name, .. } => Some(summary.name(name)),
                _ => attribute,
            };
        }
    }

    fn is_client(&self, scope: ScopeId, value: ExpressionId) -> bool {
        let summary = self.engine.summary(self.module);
        match (self.holder, summary.expression(value)) {
            (Holder::Global(name), Expression::Name(used)) => self.is_global(scope, summary.name(used), name),
            (Holder::Global(name), Expression::Attribute { value, name: used }) => {
                summary.name(used) == name && self.made(scope, value) == Some(Made::Module(self.own))
            }
            (Holder::Attribute(class, name), Expression::Attribute { value, name: used }) => {
                summary.name(used) == name && self.is_of_class(scope, value, *class)
            }
            _ => false,
        }
    }

    /// Returns whether a name in a scope is the global name that holds the client.
    fn is_global(&self, scope: ScopeId, used: &str, name: &str) -> bool {
        let summary = self.engine.summary(self.module);
        let is_hidden = summary.scopes_from(scope).any(|id| {
            let is_parameter = summary.enclosing_function(id).is_some_and(|function| {
                let parameters = &summary.function(function).parameters;
                parameters.iter().any(|parameter| summary.name(parameter.name) == used)
            });
            id != Summary::MODULE_SCOPE && (is_parameter || self.binds_other(id, used, name))
        });
        if is_hidden {
            return false;
        }
        match self.module == self.own {
            true => used == name,
            false => {
                let bindings = summary.nearest_bindings(scope, used);
                bindings.iter().any(|bound| self.is_import(bound.kind, name))
            }
        }
    }

    /// Returns whether a scope binds a name to something else than the imported client.
    fn binds_other(&self, scope: ScopeId, used: &str, name: &str) -> bool {
        let bindings = self.engine.summary(self.module).bindings_of(scope, used);
        bindings.iter().any(|bound| !self.is_import(bound.kind, name))
    }

    fn is_import(&self, kind: BindingKind, name: &str) -> bool {
        let summary = self.engine.summary(self.module);
        match kind {
            BindingKind::ImportFrom { module, name: imported } => {
                summary.name(imported) == name
                    && self.engine.resolve(summary.name(module), self.module) == self.own
            }
            _ => false,
        }
    }

    fn is_of_class(&self, scope: ScopeId, value: ExpressionId, class: ClassId) -> bool {
        let summary = self.engine.summary(self.module);
        let meant = ClassRef { module: self.own, class };
        let is_self = matches!(summary.expression(value), Expression::Name(name) if Words::OwnObject.has(summary.name(name)));
        match is_self {
            true => self.module == self.own && summary.is_inside(scope, summary.class(class).scope),
            false => {
                matches!(self.made(scope, value), Some(Made::Instance(made) | Made::Class(made)) if made == meant)
            }
        }
    }

    fn made(&self, scope: ScopeId, value: ExpressionId) -> Option<Made> {
        Origins::new(self.engine).made(self.module, scope, value)
    }
}
