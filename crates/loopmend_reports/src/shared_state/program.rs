//! The whole program: classes with their hierarchies, entry points, and the definition of a piece of state.

use std::collections::BTreeMap;

use loopmend_catalog::{Role, Words, named};
use loopmend_core::Span;
use loopmend_index::summary::{
    BindingKind, ClassId, Expression, ExpressionId, NameId, ScopeId, ScopeKind, Summary,
};
use loopmend_paths::{Made, Origins};
use loopmend_python::SyntaxTree;
use loopmend_python::stack::grow_stack;
use loopmend_semantic::engine::{Engine, ModuleId};
use loopmend_semantic::infer::{ClassRef, FunctionRef, Inference, Type};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::body::{Body, Callee, FileState, Foreign, Name, Pool, PoolOwner, State, Step};
use super::lower::{read_file, sounds_like_lock};
use super::owners::reached_by_tests;

/// The maximum number of classes with an attribute of the name for an unknown receiver.
const MOST_OWNERS: usize = 2;

/// The maximum number of overriding methods to follow.
const MOST_REPLACED: usize = 12;

/// The maximum number of subclasses to visit.
const MOST_HEIRS: usize = 40;

/// A judged piece of state: an attribute of a class, or a module global.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Key {
    Attribute(ClassRef, Name),
    Global(ModuleId, Name),
}

/// A place in a file.
pub(super) type At = (ModuleId, Span);

/// A function body, by its index in the file.
pub(super) type BodyRef = (ModuleId, usize);

/// A class of the project.
#[derive(Debug, Default)]
pub(super) struct ClassInfo {
    /// The MRO, starting with the class itself.
    pub(super) order: Vec<ClassRef>,
    pub(super) heirs: Vec<ClassRef>,
    pub(super) methods: FxHashMap<Name, usize>,
    pub(super) introduced: FxHashSet<Name>,
    /// The methods called on `self` that run immediately.
    calls: FxHashSet<Name>,
    awaits: FxHashSet<Name>,
    /// The methods passed to something that runs them, or passed on as values.
    pub(super) starts: FxHashMap<Name, Vec<(Name, At)>>,
    values: FxHashSet<Name>,
}

/// The whole project.
pub(super) struct Program<'e> {
    pub(super) engine: &'e Engine<'e>,
    pub(super) inference: Inference<'e>,
    pub(super) files: Vec<FileState>,
    pub(super) classes: FxHashMap<ClassRef, ClassInfo>,
    /// The classes that tests reach from threads, each with a method.
    pub(super) tested: BTreeMap<ClassRef, Name>,
    /// The classes that introduce an attribute, by name.
    introducers: FxHashMap<Name, Vec<ClassRef>>,
    /// The names accessed on objects other than `self`, or imported, outside of tests.
    outside: FxHashSet<Name>,
    /// The functions called by name, by module.
    called_names: FxHashMap<ModuleId, FxHashSet<Name>>,
    read_names: FxHashMap<ModuleId, FxHashSet<Name>>,
    by_span: FxHashMap<ModuleId, FxHashMap<Span, ExpressionId>>,
    resolved: FxHashMap<(At, bool), Vec<Key>>,
    /// The writes of attributes on objects with several possible classes, by attribute name.
    unknown_writes: FxHashMap<Name, Vec<At>>,
}

impl<'e> Program<'e> {
    pub(super) fn read(engine: &'e Engine<'e>) -> Self {
        let modules = (0..engine.project().files().len()).into_par_iter().map(ModuleId::of_file);
        let read = |module: ModuleId| {
            let source = engine.load(module).source.as_deref().filter(|_| !engine.is_of_tests(module));
            source.map_or_else(FileState::default, |source| {
                read_file(engine.summary(module), &SyntaxTree::parse(source))
            })
        };
        let files: Vec<FileState> = modules.map(read).collect();
        let mut program = Self {
            engine,
            inference: Inference::new(engine),
            files,
            classes: FxHashMap::default(),
            tested: BTreeMap::new(),
            introducers: FxHashMap::default(),
            outside: FxHashSet::default(),
            called_names: FxHashMap::default(),
            read_names: FxHashMap::default(),
            by_span: FxHashMap::default(),
            resolved: FxHashMap::default(),
            unknown_writes: FxHashMap::default(),
        };
        program.add_classes();
        program.add_uses();
        program.tested = reached_by_tests(&mut program);
        program
    }

    /// Returns the files that are not tests.
    pub(super) fn modules(&self) -> Vec<ModuleId> {
        let all = (0..self.files.len()).map(ModuleId::of_file);
        all.filter(|module| !self.engine.is_of_tests(*module)).collect()
    }

    pub(super) fn body(&self, (module, place): BodyRef) -> &Body {
        &self.files[module.index()].bodies[place]
    }

    pub(super) fn function(&self, at: BodyRef) -> FunctionRef {
        FunctionRef { module: at.0, function: self.body(at).function }
    }

    fn add_classes(&mut self) {
        for module in self.modules() {
            let summary = self.engine.summary(module);
            for id in (0..summary.classes.len() as u32).map(ClassId) {
                let class = ClassRef { module, class: id };
                self.inference.begin();
                let order = self.inference.mro(class);
                let mut known: Vec<ClassRef> = order.iter().flatten().map(|(class, _)| *class).collect();
                known.retain(|class| class.module.index() < self.files.len());
                if known.first() != Some(&class) {
                    known.insert(0, class);
                }
                let introduced = introduced(summary, id);
                for name in &introduced {
                    self.introducers.entry(name.clone()).or_default().push(class);
                }
                self.classes.insert(class, ClassInfo { order: known, introduced, ..ClassInfo::default() });
            }
        }
        let mut heirs: Vec<(ClassRef, ClassRef)> = Vec::new();
        for (class, info) in &self.classes {
            heirs.extend(info.order.iter().skip(1).map(|base| (*base, *class)));
        }
        heirs.sort_unstable_by_key(|(base, heir)| (base.module, base.class, heir.module, heir.class));
        for (base, heir) in heirs {
            if let Some(info) = self.classes.get_mut(&base) {
                info.heirs.push(heir);
            }
        }
    }

    fn add_uses(&mut self) {
        for module in self.modules() {
            let file = &self.files[module.index()];
            self.outside.extend(file.called.iter().cloned());
            let summary = self.engine.summary(module);
            for binding in &summary.bindings {
                if let BindingKind::ImportFrom { name, .. } = binding.kind {
                    self.outside.insert(summary.name(name).into());
                }
            }
            let (mut called, mut read) = (FxHashSet::default(), FxHashSet::default());
            for (place, body) in file.bodies.iter().enumerate() {
                let class = body.class.map(|class| ClassRef { module, class: ClassId(class) });
                let mut uses = Used::default();
                uses.add(&body.steps, module);
                called.extend(uses.names);
                read.extend(uses.globals);
                if let Some(info) = class.and_then(|class| self.classes.get_mut(&class)) {
                    if !body.is_nested {
                        info.methods.insert(body.name.clone(), place);
                    }
                    info.calls.extend(uses.calls);
                    info.awaits.extend(uses.awaits);
                    info.values.extend(uses.values);
                    for (method, by, at) in uses.starts {
                        info.starts.entry(method).or_default().push((by, at));
                    }
                }
            }
            self.called_names.insert(module, called);
            self.read_names.insert(module, read);
        }
    }

    /// Returns the class, its bases and its subclasses.
    pub(super) fn family(&self, class: ClassRef) -> Vec<ClassRef> {
        let Some(info) = self.classes.get(&class) else { return Vec::new() };
        info.order.iter().chain(info.heirs.iter().take(MOST_HEIRS)).copied().collect()
    }

    pub(super) fn class_of(&self, at: BodyRef) -> Option<ClassRef> {
        let class = self.body(at).class?;
        Some(ClassRef { module: at.0, class: ClassId(class) })
    }

    /// Returns the class that owns an attribute: the topmost one that introduces it.
    pub(super) fn owner(&self, class: ClassRef, name: &str) -> Option<ClassRef> {
        let order = &self.classes.get(&class)?.order;
        let has =
            |class: &&ClassRef| self.classes.get(*class).is_some_and(|info| info.introduced.contains(name));
        order.iter().rev().find(has).copied()
    }

    /// Returns the methods of a class with this name, in lookup order.
    pub(super) fn methods(&self, class: ClassRef, name: &str) -> impl Iterator<Item = BodyRef> {
        let order = self.classes.get(&class).map_or(&[][..], |info| &info.order);
        order.iter().filter_map(move |class| self.method_of(*class, name))
    }

    /// Returns the overriding methods of a name in subclasses.
    pub(super) fn replacing(&self, class: ClassRef, name: &str) -> Vec<BodyRef> {
        let heirs = self.classes.get(&class).map_or(&[][..], |info| &info.heirs);
        let found = heirs.iter().take(MOST_HEIRS).filter_map(|class| self.method_of(*class, name));
        found.take(MOST_REPLACED).collect()
    }

    fn method_of(&self, class: ClassRef, name: &str) -> Option<BodyRef> {
        let place = *self.classes.get(&class)?.methods.get(name)?;
        Some((class.module, place))
    }

    /// Returns whether a function runs during construction.
    pub(super) fn is_construction(&self, at: BodyRef) -> bool {
        named(&*self.body(at).name).has(Role::RunsInConstruction)
    }

    /// Returns whether a method may run on objects of a class, because it belongs to the class and is not
    /// overridden.
    pub(super) fn runs_on(&self, class: ClassRef, method: BodyRef) -> bool {
        let Some(own) = self.class_of(method) else { return true };
        let Some(info) = self.classes.get(&class) else { return true };
        if self.body(method).is_nested {
            return info.order.contains(&own);
        }
        let name = &self.body(method).name;
        let mut order = info
            .order
            .iter()
            .filter(|base| self.classes.get(*base).is_some_and(|info| info.methods.contains_key(name)));
        order.next() == Some(&own)
    }

    /// Returns whether a function is an entry point: it is run by something other than the followed
    /// functions.
    pub(super) fn is_entry(&self, at: BodyRef) -> bool {
        let body = self.body(at);
        if self.is_construction(at) || body.is_nested && self.is_called_by_name(at) {
            return false;
        }
        let name = &body.name;
        match self.class_of(at).filter(|_| !body.is_nested) {
            None => !self.is_called_by_name(at) || self.outside.contains(name),
            Some(class) => {
                let is_dunder = name.starts_with("__") && name.ends_with("__");
                is_dunder
                    || self.is_given(class, name)
                    || self.outside.contains(name)
                    || !self.is_called_on_self(class, at)
            }
        }
    }

    /// Returns whether a method of the hierarchy reads an attribute of `self`.
    pub(super) fn is_read(&self, class: ClassRef, name: &str) -> bool {
        let reads = |class: ClassRef| self.classes.get(&class).is_some_and(|info| info.values.contains(name));
        self.family(class).into_iter().any(reads)
    }

    /// Returns whether a function of a module reads one of its globals.
    pub(super) fn is_global_read(&self, module: ModuleId, name: &str) -> bool {
        self.read_names.get(&module).is_some_and(|names| names.contains(name))
    }

    /// Returns whether a file reads an attribute of this name on an object other than `self`. For a public
    /// name, any file counts.
    pub(super) fn is_asked_in(&self, module: ModuleId, name: &str) -> bool {
        let is_own =
            || self.files[module.index()].called.binary_search_by(|called| (**called).cmp(name)).is_ok();
        if name.starts_with('_') { is_own() } else { self.outside.contains(name) }
    }

    fn is_called_by_name(&self, at: BodyRef) -> bool {
        self.called_names.get(&at.0).is_some_and(|names| names.contains(&self.body(at).name))
    }

    fn is_called_on_self(&self, class: ClassRef, at: BodyRef) -> bool {
        let body = self.body(at);
        let calls = |class: ClassRef| {
            let info = self.classes.get(&class);
            info.is_some_and(|info| match body.is_async {
                true => info.awaits.contains(&body.name),
                false => info.calls.contains(&body.name) || info.awaits.contains(&body.name),
            })
        };
        self.family(class).into_iter().any(calls)
    }

    /// Returns whether a method is passed to something that runs it.
    fn is_given(&self, class: ClassRef, name: &str) -> bool {
        let gives = |class: ClassRef| {
            let info = self.classes.get(&class);
            info.is_some_and(|info| info.starts.contains_key(name) || info.values.contains(name))
        };
        self.family(class).into_iter().any(gives)
    }

    /// Returns whether a call is inside a loop or comprehension of its function.
    pub(super) fn is_repeated(&mut self, module: ModuleId, call: Span) -> bool {
        let Some(scope) = self.scope_of_call(module, call) else { return false };
        let summary = self.engine.summary(module);
        let is_around = |outer: &Span| outer.start <= call.start && call.end <= outer.end;
        let function = summary.scopes_from(scope).find(|id| summary.enclosing_function(*id).is_some());
        let mut loops = function.map_or(&[][..], |id| &summary.scope(id).loops).iter();
        let mut all = summary.expressions.iter().zip(&summary.spans);
        loops.any(is_around)
            || all.any(|(expression, span)| {
                matches!(expression, Expression::Comprehension { .. }) && is_around(span)
            })
    }

    /// Returns the function around a call.
    pub(super) fn body_around(&mut self, module: ModuleId, call: Span) -> Option<BodyRef> {
        let scope = self.scope_of_call(module, call)?;
        let summary = self.engine.summary(module);
        let function = summary.scopes_from(scope).find_map(|id| summary.enclosing_function(id))?;
        let bodies = &self.files.get(module.index())?.bodies;
        bodies.iter().position(|body| body.function == function).map(|place| (module, place))
    }

    /// Returns whether a call submits work to a pool of one thread.
    pub(super) fn is_of_single_pool(&mut self, module: ModuleId, call: Span) -> bool {
        let summary = self.engine.summary(module);
        let Some(scope) = self.scope_of_call(module, call) else { return false };
        let class = self.body_around(module, call).and_then(|body| self.class_of(body));
        let Some(call) = self.expression_at(module, call) else { return false };
        let Expression::Call { callee, .. } = summary.expression(call) else { return false };
        let receiver = match summary.expression(callee) {
            Expression::Attribute { value, .. } => Some(value),
            _ => None,
        };
        let first = summary.arguments_of(call).unwrap_or_default().first().map(|first| first.value);
        receiver.into_iter().chain(first).any(|value| {
            let pools = self.pools(module, scope, class, value);
            !pools.is_empty() && pools.iter().all(|pool| pool.is_single)
        })
    }

    /// Returns all known assignments to a name or attribute that may be a pool.
    fn pools(
        &self,
        module: ModuleId,
        scope: ScopeId,
        class: Option<ClassRef>,
        value: ExpressionId,
    ) -> Vec<&Pool> {
        let summary = self.engine.summary(module);
        let of_file = |module: ModuleId, name: NameId| {
            let name = summary.name(name);
            let pools = self.files.get(module.index()).map_or(&[][..], |file| &file.pools);
            pools.iter().filter(move |pool| &*pool.name == name)
        };
        match summary.expression(value) {
            Expression::Name(name) => {
                let mut scopes = summary.scopes_from(scope);
                let bound = scopes.find(|id| !summary.bindings_of(*id, summary.name(name)).is_empty());
                let owner = match bound.map(|id| summary.scope(id).kind) {
                    Some(ScopeKind::Function(function)) => PoolOwner::Function(function),
                    Some(ScopeKind::Module) => PoolOwner::Module,
                    _ => return Vec::new(),
                };
                of_file(module, name).filter(|pool| pool.owner == owner).collect()
            }
            Expression::Attribute { value, name } => {
                let is_self = matches!(summary.expression(value), Expression::Name(name) if Words::OwnObject.has(summary.name(name)));
                let Some(class) = class.filter(|_| is_self) else {
                    let is_attribute = |owner| matches!(owner, PoolOwner::Class(_) | PoolOwner::Other);
                    return of_file(module, name).filter(|pool| is_attribute(pool.owner)).collect();
                };
                let of_class = |class: ClassRef| {
                    let owner = PoolOwner::Class(class.class.0);
                    of_file(class.module, name).filter(move |pool| pool.owner == owner)
                };
                let others = of_file(module, name).filter(|pool| pool.owner == PoolOwner::Other);
                self.family(class).into_iter().flat_map(of_class).chain(others).collect()
            }
            _ => Vec::new(),
        }
    }

    fn scope_of_call(&mut self, module: ModuleId, call: Span) -> Option<ScopeId> {
        self.engine.summary(module).call_site(call).map(|site| site.scope)
    }

    /// Returns the places where a method is passed to something that runs it.
    pub(super) fn starts(&self, class: ClassRef, name: &str) -> Vec<(Name, At)> {
        let of = |class: ClassRef| self.classes.get(&class).and_then(|info| info.starts.get(name));
        self.family(class).into_iter().filter_map(of).flatten().cloned().collect()
    }

    /// Returns whether a single task runs a method, because only one task start names it.
    pub(super) fn has_one_task(&self, at: BodyRef) -> bool {
        let body = self.body(at);
        let Some(class) = self.class_of(at).filter(|_| body.is_async) else { return false };
        let starts = self.starts(class, &body.name);
        starts.len() == 1 && !self.outside.contains(&body.name) && !self.is_called_on_self(class, at)
    }

    /// Returns whether a key refers to a lock.
    pub(super) fn is_lock(&self, class: Option<ClassRef>, module: ModuleId, key: &str) -> bool {
        let last = key.trim_end_matches("()").trim_end_matches("[]");
        let name = last.rsplit('.').next().unwrap_or(last);
        let makers: Vec<(&str, bool)> = match (key.strip_prefix('.'), class) {
            (Some(own), Some(class)) if !own.contains('.') && !key.ends_with("()") => {
                self.makers(class, name)
            }
            (None, _) if !key.contains(['.', '(']) => self.makers_of_global(module, name),
            _ => Vec::new(),
        };
        if let Some((_, is_counted)) = makers.iter().find(|(made, _)| is_lock_class(made)) {
            let is_semaphore = makers.iter().any(|(made, _)| made.ends_with("Semaphore"));
            return !(is_semaphore && *is_counted);
        }
        sounds_like_lock(name)
    }

    /// Returns whether tasks rather than threads take a lock, if its creation shows this.
    pub(super) fn kind_of_lock(&self, class: Option<ClassRef>, module: ModuleId, key: &str) -> Option<bool> {
        let makers = match (key.strip_prefix('.'), class) {
            (Some(own), Some(class)) => self.makers(class, own),
            _ => self.makers_of_global(module, key),
        };
        makers.iter().find_map(|(made, _)| match made.split('.').next() {
            library if named(library).has(Role::HasAsyncLocks) => Some(true),
            Some("threading") => Some(false),
            _ => None,
        })
    }

    /// Returns the callables that create an attribute, and whether each call passes a number.
    pub(super) fn makers(&self, class: ClassRef, name: &str) -> Vec<(&str, bool)> {
        let Some(info) = self.classes.get(&class) else { return Vec::new() };
        let of = |class: &ClassRef| {
            let makers = &self.files[class.module.index()].makers;
            let place = class.class.0;
            let found = makers.iter().filter(move |maker| maker.class == Some(place) && &*maker.name == name);
            found.map(|maker| (&*maker.made, maker.is_counted))
        };
        info.order.iter().flat_map(of).collect()
    }

    pub(super) fn makers_of_global(&self, module: ModuleId, name: &str) -> Vec<(&str, bool)> {
        let makers = self.files[module.index()].makers.iter();
        let found = makers.filter(|maker| maker.class.is_none() && &*maker.name == name);
        found.map(|maker| (&*maker.made, maker.is_counted)).collect()
    }

    /// Returns whether a piece of state is excluded from judgement.
    pub(super) fn is_no_state(&self, key: &Key) -> bool {
        let (name, makers) = match key {
            Key::Attribute(class, name) => (name, self.makers(*class, name)),
            Key::Global(module, name) => (name, self.makers_of_global(*module, name)),
        };
        let is_dunder = name.starts_with("__") && name.ends_with("__");
        is_dunder || makers.iter().any(|(made, _)| named(made.rsplit('.').next()).has(Role::HoldsNoState))
    }

    /// Returns whether a piece of state is a lock.
    pub(super) fn is_lock_state(&self, key: &Key) -> bool {
        let makers = match key {
            Key::Attribute(class, name) => self.makers(*class, name),
            Key::Global(module, name) => self.makers_of_global(*module, name),
        };
        makers.iter().any(|(made, _)| is_lock_class(made))
    }

    /// Returns whether each object of a class has its own lock with this key.
    pub(super) fn is_lock_of_instance(&self, class: Option<ClassRef>, key: &str) -> bool {
        let Some(name) = key.strip_prefix('.') else { return false };
        let name = name.trim_end_matches("()").trim_end_matches("[]");
        let order = class.and_then(|class| self.classes.get(&class)).map_or(&[][..], |info| &info.order);
        let is_of_class = |class: &ClassRef| {
            let makers = self.files[class.module.index()].makers.iter();
            let mut own = makers.filter(|maker| maker.class == Some(class.class.0) && &*maker.name == name);
            own.any(|maker| !maker.is_of_instance)
        };
        !order.iter().any(is_of_class)
    }

    /// Returns the keys of a piece of state; several if the receiver is unknown.
    pub(super) fn keys(&mut self, at: BodyRef, state: &State, is_write: bool) -> Vec<Key> {
        match state {
            State::Own(name) => {
                let Some(class) = self.class_of(at) else { return Vec::new() };
                self.owner(class, name).map(|owner| Key::Attribute(owner, name.clone())).into_iter().collect()
            }
            State::Global(name) => self.global(at.0, name, 5).into_iter().collect(),
            State::Of(foreign) => self.foreign(at, foreign, is_write),
        }
    }

    /// Returns the key of a global, through imports.
    fn global(&self, module: ModuleId, name: &str, depth: u8) -> Option<Key> {
        if module.index() >= self.files.len() {
            return None;
        }
        let summary = self.engine.summary(module);
        let bindings = summary.bindings_of(Summary::MODULE_SCOPE, name);
        let is_value = |kind: &BindingKind| {
            !matches!(kind, BindingKind::Function(_) | BindingKind::Class(_) | BindingKind::Import { .. })
        };
        let import = bindings.iter().find_map(|binding| match binding.kind {
            BindingKind::ImportFrom { module, name } => Some((module, name)),
            _ => None,
        });
        if let Some((from, name)) = import {
            let source = self.engine.resolve(summary.name(from), module);
            return match depth {
                0 => None,
                _ if source == module => None,
                _ => self.global(source, summary.name(name), depth - 1),
            };
        }
        let is_bound = !bindings.is_empty() && bindings.iter().all(|binding| is_value(&binding.kind));
        is_bound.then(|| Key::Global(module, name.into()))
    }

    fn foreign(&mut self, at: BodyRef, foreign: &Foreign, is_write: bool) -> Vec<Key> {
        let module = at.0;
        if !is_write && !self.is_module_name(at, &foreign.text) {
            return Vec::new();
        }
        let place = ((module, foreign.value), is_write);
        if let Some(known) = self.resolved.get(&place) {
            return known.clone();
        }
        let found = self.resolve(at, foreign, is_write);
        self.resolved.insert(place, found.clone());
        found
    }

    /// Returns whether a text is the name of an imported module.
    fn is_module_name(&self, at: BodyRef, text: &str) -> bool {
        let summary = self.engine.summary(at.0);
        let root = text.split('.').next().unwrap_or(text);
        let scope = summary.function(self.body(at).function).scope;
        let bindings = summary.nearest_bindings(scope, root);
        bindings.iter().any(|binding| {
            matches!(binding.kind, BindingKind::Import { .. } | BindingKind::ImportFrom { .. })
        })
    }

    fn resolve(&mut self, at: BodyRef, foreign: &Foreign, is_write: bool) -> Vec<Key> {
        let (module, name) = (at.0, &foreign.name);
        let summary = self.engine.summary(module);
        let scope = summary.function(self.body(at).function).scope;
        let place = (module, foreign.value);
        let Some(value) = self.expression_at(module, foreign.value) else {
            return self.by_name(name, is_write, place);
        };
        match Origins::function(self.engine, module, scope, value) {
            Some(Made::Module(of)) => return self.global(of, name, 5).into_iter().collect(),
            Some(Made::Class(class) | Made::Instance(class)) => return self.attribute_of(class, name),
            Some(Made::Function(_) | Made::Elsewhere(_)) => return Vec::new(),
            None => {}
        }
        let classes = self.types(module, scope, value);
        match classes {
            Some(classes) => {
                let mut found: Vec<Key> =
                    classes.into_iter().flat_map(|class| self.attribute_of(class, name)).collect();
                found.dedup();
                found
            }
            None => self.by_name(name, is_write, place),
        }
    }

    fn attribute_of(&self, class: ClassRef, name: &str) -> Vec<Key> {
        self.owner(class, name).map(|owner| Key::Attribute(owner, name.into())).into_iter().collect()
    }

    /// Returns the classes of a value, if known.
    fn types(&mut self, module: ModuleId, scope: ScopeId, value: ExpressionId) -> Option<Vec<ClassRef>> {
        let value = self.inference.expression(module, scope, value);
        let mut found = Vec::new();
        for part in self.inference.parts(value) {
            match part {
                Type::Instance(class, _) | Type::Class(class) => found.push(class),
                Type::None => {}
                _ => return None,
            }
        }
        (!found.is_empty()).then_some(found)
    }

    /// Returns the keys for an unknown receiver: the classes with an attribute of the name, if these are
    /// few.
    fn by_name(&mut self, name: &str, is_write: bool, place: At) -> Vec<Key> {
        let owners = self.introducers.get(name).filter(|_| is_write);
        if owners.is_some_and(|owners| owners.len() > MOST_OWNERS) {
            self.unknown_writes.entry(name.into()).or_default().push(place);
            return Vec::new();
        }
        let owners = owners.into_iter().flatten();
        let mut found: Vec<Key> = owners.flat_map(|class| self.attribute_of(*class, name)).collect();
        found.dedup();
        found
    }

    /// Returns where an object that may be of a class is assigned an attribute.
    pub(super) fn unknown_write(&self, class: ClassRef, name: &str) -> Option<At> {
        let writes = self.unknown_writes.get(name)?;
        writes.iter().copied().find(|(module, _)| self.may_know(*module, class))
    }

    /// Returns whether a file may have objects of a class, because it names the class or a subclass.
    fn may_know(&self, module: ModuleId, class: ClassRef) -> bool {
        let summary = self.engine.summary(module);
        let heirs = self.classes.get(&class).map_or(&[][..], |info| &info.heirs);
        let mut all = std::iter::once(&class).chain(heirs.iter().take(MOST_HEIRS));
        all.any(|class| {
            let of = self.engine.summary(class.module);
            let name = of.name(of.class(class.class).name);
            module == class.module
                || summary.bindings.iter().any(|binding| match binding.kind {
                    BindingKind::ImportFrom { name: imported, .. } => summary.name(imported) == name,
                    _ => false,
                })
        })
    }

    /// Returns whether a call is of a method that a project class defines.
    pub(super) fn is_call_of_own(&mut self, at: BodyRef, call: Span) -> bool {
        let module = at.0;
        let summary = self.engine.summary(module);
        let scope = summary.function(self.body(at).function).scope;
        let Some(call) = self.expression_at(module, call) else { return false };
        let Expression::Call { callee, .. } = summary.expression(call) else { return false };
        let Expression::Attribute { value, name } = summary.expression(callee) else { return false };
        let name = summary.name(name);
        let classes = match Origins::function(self.engine, module, scope, value) {
            Some(Made::Class(class) | Made::Instance(class)) => Some(vec![class]),
            Some(_) => None,
            None => self.types(module, scope, value),
        };
        let is_own = |class: &ClassRef| self.methods(*class, name).next().is_some();
        classes.is_some_and(|classes| classes.iter().all(is_own))
    }

    fn expression_at(&mut self, module: ModuleId, span: Span) -> Option<ExpressionId> {
        let engine = self.engine;
        let spans = self.by_span.entry(module).or_insert_with(|| {
            let summary = engine.summary(module);
            let all = (0..).map(ExpressionId).zip(summary.expressions.iter().zip(&summary.spans));
            let is_asked = |expression: &Expression| {
                matches!(
                    expression,
                    Expression::Name(_)
                        | Expression::Attribute { .. }
                        | Expression::Call { .. }
                        | Expression::Subscript { .. }
                        | Expression::Await(_)
                )
            };
            all.filter(|(_, (expression, _))| is_asked(expression))
                .map(|(id, (_, span))| (*span, id))
                .collect()
        });
        spans.get(&span).copied()
    }
}

/// Returns whether a callee creates a lock.
pub(super) fn is_lock_class(made: &str) -> bool {
    named(made.rsplit('.').next()).has(Role::MakesLock)
}

/// Returns the attributes that a class sets itself or declares.
fn introduced(summary: &Summary, class: ClassId) -> FxHashSet<Name> {
    let definition = summary.class(class);
    let set = definition.attributes.iter().map(|attribute| summary.name(attribute.name).into());
    let entries = summary.scope(definition.scope).entries.iter();
    let is_value = |kind: &BindingKind| matches!(kind, BindingKind::Value(_) | BindingKind::Annotated { .. });
    let declared = entries.filter(|entry| {
        let bindings = summary.bindings_in(**entry);
        !bindings.is_empty() && bindings.iter().all(|binding| is_value(&binding.kind))
    });
    let declared = declared.map(|entry| summary.name(entry.name).into());
    set.chain(declared).filter(|name: &Name| !name.contains(['.', '['])).collect()
}

/// The methods and functions that a body uses.
#[derive(Default)]
struct Used {
    calls: Vec<Name>,
    awaits: Vec<Name>,
    starts: Vec<(Name, Name, At)>,
    values: Vec<Name>,
    names: Vec<Name>,
    globals: Vec<Name>,
}

impl Used {
    fn add(&mut self, steps: &[Step], module: ModuleId) {
        for step in steps {
            match step {
                Step::Call { callee: Callee::Own(name), is_awaited, .. } => match is_awaited {
                    true => self.awaits.push(name.clone()),
                    false => self.calls.push(name.clone()),
                },
                Step::Call { callee: Callee::Name(name), .. } => self.names.push(name.clone()),
                Step::Start { method, by, at } => {
                    self.starts.push((method.clone(), by.clone(), (module, *at)));
                }
                Step::Read(State::Own(name), _) => self.values.push(name.clone()),
                Step::Read(State::Global(name), _) => self.globals.push(name.clone()),
                Step::Branch { bodies, .. } => {
                    bodies.iter().for_each(|body| grow_stack(|| self.add(&body.steps, module)));
                }
                Step::Loop { body, .. } => grow_stack(|| self.add(&body.steps, module)),
                Step::Hold { body, .. } => grow_stack(|| self.add(body, module)),
                _ => {}
            }
        }
    }
}
