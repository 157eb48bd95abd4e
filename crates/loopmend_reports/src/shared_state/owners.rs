//! The classes to list: those whose instances may be reached by more than one task, thread or process.

use std::collections::BTreeMap;

use loopmend_catalog::{Role, Words};
use loopmend_core::Span;
use loopmend_index::summary::{
    BindingKind, ClassId, Expression, ExpressionId, ScopeId, ScopeKind, Summary, Usage,
};
use loopmend_paths::{Made, Origins};
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::infer::ClassRef;
use rustc_hash::FxHashMap;

use super::body::Name;
use super::program::{At, BodyRef, Program, is_lock_class};
use super::writers::{domain_of, is_through_tests};

/// The maximum number of calls of a class name to inspect. A class with more is assumed to be long-lived.
const MOST_CALLS: usize = 200;

/// Why a class is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Listed {
    /// A module, a class body or a listed object holds an instance.
    Held {
        by: String,
        at: At,
        /// Whether the outermost holder is a module or a class body, so that all threads share the
        /// instance.
        is_global: bool,
    },
    /// The class passes methods to something that runs them.
    Starts { method: String, by: String, at: At },
    /// The class creates a lock.
    Locks(String),
    /// The class has public `async` methods.
    Async(String),
    /// Tests run a method of it in threads.
    Tested(String),
}

impl Listed {
    /// Describes the reason in a few words.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Held { by, .. } => format!("`{by}` holds an instance"),
            Self::Starts { method, by, .. } => format!("`{method}` is given to `{by}`"),
            Self::Locks(name) => format!("it makes the lock `{name}`"),
            Self::Async(name) => format!("several tasks may call `{name}`"),
            Self::Tested(name) => format!("tests call `{name}` in threads"),
        }
    }
}

/// Returns the listed classes.
pub(super) fn listed(program: &Program) -> FxHashMap<ClassRef, Listed> {
    let mut found: FxHashMap<ClassRef, Listed> = FxHashMap::default();
    let mut open: Vec<(ClassRef, Listed)> = Vec::new();
    for module in program.modules() {
        open.extend(held_by_module(program, module));
    }
    let mut classes: Vec<ClassRef> = program.classes.keys().copied().collect();
    classes.sort_unstable_by_key(|class| (class.module, class.class));
    for class in &classes {
        open.extend(of_itself(program, *class).map(|listed| (*class, listed)));
    }
    // Every other reason comes first.
    let tested = program.tested.iter();
    open.splice(0..0, tested.map(|(class, method)| (*class, Listed::Tested(method.to_string()))));
    while let Some((class, why)) = open.pop() {
        if is_known(found.get(&class), &why) || is_no_object(program, class) {
            continue;
        }
        if is_record(program, class) && !matches!(why, Listed::Held { .. } | Listed::Locks(_)) {
            continue;
        }
        let is_global = matches!(why, Listed::Held { is_global: true, .. });
        if !matches!(why, Listed::Tested(_)) {
            open.extend(held_by_class(program, class, is_global));
        }
        if let (Some(info), Listed::Held { .. }) = (program.classes.get(&class), &why) {
            open.extend(info.order.iter().skip(1).map(|base| (*base, why.clone())));
        }
        found.insert(class, why);
    }
    found
}

/// The classes whose plain methods tests run in threads, and their bases, each with the first such method.
pub(super) fn reached_by_tests(program: &mut Program) -> BTreeMap<ClassRef, Name> {
    let engine = program.engine;
    let modules = (0..program.files.len()).map(ModuleId::of_file);
    let starts_threads = |module: &ModuleId| {
        let names = &engine.summary(*module).names;
        Role::RunsInThreadForTest.names().iter().any(|name| names.find(name).is_some())
    };
    let tests: Vec<ModuleId> =
        modules.filter(|module| engine.is_of_tests(*module)).filter(starts_threads).collect();
    let mut found = BTreeMap::new();
    if tests.is_empty() {
        return found;
    }
    for (class, method, at) in plain_methods(program) {
        let is_named = tests.iter().any(|module| engine.summary(*module).names.find(&method).is_some());
        if is_named && is_run_in_thread_by_tests(program, at) {
            let order = program.classes.get(&class).map_or_else(Vec::new, |info| info.order.clone());
            for class in order {
                found.entry(class).or_insert_with(|| method.clone());
            }
        }
    }
    found
}

/// All plain methods, sorted.
fn plain_methods(program: &Program) -> Vec<(ClassRef, Name, BodyRef)> {
    let mut methods: Vec<(ClassRef, Name, BodyRef)> = Vec::new();
    for (class, info) in &program.classes {
        let own = info.methods.iter().map(|(name, place)| (*class, name.clone(), (class.module, *place)));
        methods.extend(own.filter(|(_, _, at)| !program.body(*at).is_async && !program.is_construction(*at)));
    }
    methods.sort_unstable_by(|left, right| (left.0, &left.1).cmp(&(right.0, &right.1)));
    methods
}

fn is_run_in_thread_by_tests(program: &mut Program, at: BodyRef) -> bool {
    let function = program.function(at);
    let contexts = program.inference.contexts(function);
    contexts.ways.iter().any(|way| domain_of(way).is_thread() && is_through_tests(program, way))
}

/// Returns whether a class is already listed for this reason or a stronger one. Objects that all threads
/// share come first.
fn is_known(known: Option<&Listed>, why: &Listed) -> bool {
    let is_global = |why: &Listed| matches!(why, Listed::Held { is_global: true, .. });
    known.is_some_and(|known| is_global(known) || !is_global(why))
}

fn foreign_bases(program: &Program, class: ClassRef) -> Vec<String> {
    Origins::new(program.engine).foreign_bases(class)
}

fn is_no_object(program: &Program, class: ClassRef) -> bool {
    let bases = foreign_bases(program, class);
    bases.iter().any(|base| Words::ValueBases.all().iter().any(|name| base.ends_with(name)))
}

fn is_record(program: &Program, class: ClassRef) -> bool {
    foreign_bases(program, class)
        .iter()
        .any(|base| Role::RecordBase.names().iter().any(|name| base.ends_with(name)))
}

/// Returns the objects that the globals of a module and its class bodies hold.
fn held_by_module(program: &Program, module: ModuleId) -> Vec<(ClassRef, Listed)> {
    let summary = program.engine.summary(module);
    let mut found = Vec::new();
    for (id, scope) in (0..).map(ScopeId).zip(&summary.scopes) {
        if matches!(scope.kind, ScopeKind::Function(_)) || is_in_function(summary, id) {
            continue;
        }
        for entry in &scope.entries {
            for binding in summary.bindings_in(*entry) {
                let holds = instance(program, module, binding.scope, binding.kind);
                if let Some(class) = holds {
                    let by = match summary.qualified_name(id) {
                        around if around.is_empty() => summary.name(entry.name).to_owned(),
                        around => format!("{around}.{}", summary.name(entry.name)),
                    };
                    let at = (module, Span::new(binding.offset, binding.offset));
                    found.push((class, Listed::Held { by, at, is_global: true }));
                }
            }
        }
    }
    found
}

fn is_in_function(summary: &Summary, scope: ScopeId) -> bool {
    summary.scopes_from(scope).any(|id| matches!(summary.scope(id).kind, ScopeKind::Function(_)))
}

fn held_by_class(program: &Program, class: ClassRef, is_global: bool) -> Vec<(ClassRef, Listed)> {
    let module = class.module;
    let summary = program.engine.summary(module);
    let definition = summary.class(class.class);
    let of = |attribute: &loopmend_index::summary::Attribute| {
        let held = instance(program, module, attribute.scope, attribute.kind)?;
        let by = format!("{}.{}", summary.name(definition.name), summary.name(attribute.name));
        let at = (module, Span::new(attribute.offset, attribute.offset));
        Some((held, Listed::Held { by, at, is_global }))
    };
    definition.attributes.iter().filter_map(of).collect()
}

/// Returns the project class of the instance that a binding holds.
fn instance(program: &Program, module: ModuleId, scope: ScopeId, kind: BindingKind) -> Option<ClassRef> {
    let value = kind.value()?;
    program.engine.summary(module).last_name(value)?;
    match Origins::function(program.engine, module, scope, value)? {
        Made::Instance(class) if program.classes.contains_key(&class) => Some(class),
        _ => None,
    }
}

/// Returns the reason found in a class itself.
fn of_itself(program: &Program, class: ClassRef) -> Option<Listed> {
    let info = program.classes.get(&class)?;
    let makers = program.files[class.module.index()].makers.iter();
    let mut locks = makers.filter(|maker| maker.class == Some(class.class.0) && is_lock_class(&maker.made));
    if let Some(lock) = locks.next() {
        return Some(Listed::Locks(lock.name.to_string()));
    }
    let mut starts: Vec<_> =
        info.starts.iter().filter(|(name, _)| info.methods.contains_key(*name)).collect();
    starts.sort_unstable_by(|left, right| left.0.cmp(right.0));
    if let Some((method, (by, at))) = starts.into_iter().find_map(|(name, all)| {
        let runs = all.iter().find(|(by, _)| super::lower::runs(by));
        Some((name, runs?.clone()))
    }) {
        return Some(Listed::Starts { method: method.to_string(), by: by.to_string(), at });
    }
    let summary = program.engine.summary(class.module);
    let mut public: Vec<&str> = info
        .methods
        .iter()
        .filter(|(name, place)| {
            let body = &program.files[class.module.index()].bodies[**place];
            let function = summary.function(body.function);
            body.is_async && !name.starts_with('_') && !function.is_placeholder
        })
        .map(|(name, _)| &**name)
        .collect();
    public.sort_unstable();
    let first = public.first()?;
    (!is_local(program, class)).then(|| Listed::Async((*first).to_owned()))
}

/// Returns whether all instances that the project creates are local to functions.
pub(super) fn is_local(program: &Program, class: ClassRef) -> bool {
    let engine = program.engine;
    let summary = engine.summary(class.module);
    let name = summary.name(summary.class(ClassId(class.class.0)).name);
    let Some(sites) = engine.find_call_sites(name, MOST_CALLS) else { return false };
    let own = sites.iter().filter(|(module, _)| !engine.is_of_tests(*module));
    let mut own = own.peekable();
    own.peek().is_some()
        && own.all(|(module, place)| {
            let summary = engine.summary(*module);
            let site = &summary.calls[*place as usize];
            let is_in_function = summary.enclosing_function(site.scope).is_some();
            match site.usage {
                Usage::Assigned => is_in_function && summary.only_name_of(site).is_some(),
                Usage::Entered | Usage::Dropped | Usage::Awaited | Usage::AwaitedAndDropped => true,
                _ => is_receiver(summary, site.expression),
            }
        })
}

/// Returns whether a value is used only for an attribute access: `Client().get()`.
fn is_receiver(summary: &Summary, value: ExpressionId) -> bool {
    let is_of = |expression: &Expression| matches!(expression, Expression::Attribute { value: of, .. } if *of == value);
    summary.expressions.iter().any(is_of)
}
