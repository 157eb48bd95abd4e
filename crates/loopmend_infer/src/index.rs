//! Queries over the whole project: subclasses of a class, callers of a function, and how calls are used. An
//! unchanged file answers from its remembered interface, and is read only if it is part of an answer.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use loopmend_catalog::Role;
use loopmend_index::call_targets::{Catalogue, HotNames, name_edges};
use loopmend_index::summary::{
    AskedCalls, ClassId, EAGER_FACTORY, FunctionId, Interface, NameHash, NameUse, SET_TASK_FACTORY, Summary,
};
use loopmend_index::test_files::is_collected;
use loopmend_index::usage_counts::{UsageCounts, UsageKey, usage_in_async};
use rustc_hash::{FxHashMap, FxHashSet};
use xxhash_rust::xxh3::xxh3_64;

use crate::engine::{Engine, ModuleId};
use crate::overriding_names::NamesOfClasses;
use crate::sharded::Sharded;
use crate::{ClassRef, FunctionRef};

/// A call in the project: the module, and the index of the call.
pub(crate) type CallSiteRef = (ModuleId, u32);

/// The indexes of one engine, each built on first use.
#[derive(Default)]
pub(crate) struct ProjectIndex {
    remembered: OnceLock<Remembered>,
    bases: OnceLock<FxHashMap<Box<str>, Vec<ClassRef>>>,
    /// The classes of all files, by the name of a base.
    merged_bases: Sharded<Box<str>, Arc<[ClassRef]>>,
    methods: OnceLock<Methods>,
    /// The classes of all files with a plain `def`, by its name.
    merged_plain_methods: Sharded<Box<str>, Arc<[ClassRef]>>,
    /// The `async def` methods of all files, by their name.
    merged_async_methods: Sharded<Box<str>, Arc<[FunctionRef]>>,
    pub(crate) names_of_classes: NamesOfClasses,
    calls: OnceLock<FxHashMap<Box<str>, Vec<CallSiteRef>>>,
    merged_calls: Sharded<Box<str>, Option<Arc<[CallSiteRef]>>>,
    passed_on: OnceLock<FxHashSet<Box<str>>>,
    usages: OnceLock<FxHashMap<UsageKey, UsageCounts>>,
    awaited_names: OnceLock<FxHashSet<NameHash>>,
    async_properties: OnceLock<FxHashSet<NameHash>>,
    asked_calls: Sharded<NameHash, ()>,
    /// The targets of the search for calls that start an event loop or block.
    catalogue: OnceLock<Catalogue>,
    /// The names through which a call may lead to a target.
    hot: OnceLock<HotNames>,
    /// The names of the functions whose calls were asked for, by module, ascending.
    met: Sharded<ModuleId, Vec<NameHash>>,
}

/// The remembered interfaces of the unchanged files.
struct Remembered {
    interfaces: FxHashMap<ModuleId, Arc<Interface>>,
    bases: OnceLock<ByName>,
    plain_methods: OnceLock<ByName>,
    members: OnceLock<ByName>,
    calls: OnceLock<ByName>,
    name_uses: OnceLock<ByName>,
}

impl Remembered {
    fn index<'r, I>(&'r self, names: impl Fn(&'r Interface) -> I) -> ByName
    where
        I: IntoIterator<Item = NameHash>,
    {
        let all = self.interfaces.iter();
        let mut all: Vec<(NameHash, ModuleId)> = all
            .flat_map(|(module, interface)| names(interface).into_iter().map(|name| (name, *module)))
            .collect();
        all.sort_unstable();
        all.dedup();
        ByName(all)
    }
}

/// The modules with information about a name, sorted.
struct ByName(Vec<(NameHash, ModuleId)>);

impl ByName {
    /// Returns the modules for a name, in the order of the files.
    fn modules(&self, name: NameHash) -> impl Iterator<Item = ModuleId> {
        let start = self.0.partition_point(|(other, _)| *other < name);
        self.0[start..].iter().take_while(move |(other, _)| *other == name).map(|(_, module)| *module)
    }
}

impl Engine<'_> {
    /// Sets the remembered interfaces of the checked files that did not change. Such a file is read only if
    /// it is part of an answer.
    pub fn remember(&self, interfaces: FxHashMap<ModuleId, Arc<Interface>>) {
        let _ = self.index.remembered.set(Remembered {
            interfaces,
            bases: OnceLock::new(),
            plain_methods: OnceLock::new(),
            members: OnceLock::new(),
            calls: OnceLock::new(),
            name_uses: OnceLock::new(),
        });
    }

    /// Returns whether the interface of a file is remembered, so that the file is read only if it is part
    /// of an answer.
    pub fn is_remembered(&self, module: ModuleId) -> bool {
        self.remembered_as(module).is_some()
    }

    fn remembered_as(&self, module: ModuleId) -> Option<&Interface> {
        self.index.remembered.get()?.interfaces.get(&module).map(|interface| &**interface)
    }

    /// Returns the checked files without a remembered interface, in order.
    pub fn unremembered(&self) -> impl Iterator<Item = ModuleId> {
        let files = (0..self.project().files().len()).map(ModuleId::of_file);
        files.filter(|module| self.remembered_as(*module).is_none())
    }

    /// Returns the remembered interfaces, in no particular order.
    pub(crate) fn remembered_interfaces(&self) -> impl Iterator<Item = (ModuleId, &Interface)> {
        let remembered = self.index.remembered.get().into_iter();
        let interfaces = remembered.flat_map(|remembered| &remembered.interfaces);
        interfaces.map(|(module, interface)| (*module, &**interface))
    }

    /// Returns the remembered interfaces of the files with a class member of this name.
    pub(crate) fn remembered_with_member(
        &self,
        name: NameHash,
    ) -> impl Iterator<Item = (ModuleId, &Interface)> {
        let modules = self.remembered_by(|all| &all.members, |interface| &interface.members, name);
        modules.filter_map(|module| Some((module, self.remembered_as(module)?)))
    }

    /// Returns the checked files with a remembered interface in which a name may have this use, in order. The
    /// names are compared by their hashes.
    pub fn remembered_with(&self, kind: NameUse, name: &str) -> impl Iterator<Item = ModuleId> {
        self.remembered_by(|all| &all.name_uses, |interface| &interface.name_uses, kind.of(name))
    }

    fn remembered_with_plain_method(&self, name: &str) -> impl Iterator<Item = ModuleId> {
        let name = Interface::name_hash(name);
        self.remembered_by(|all| &all.plain_methods, |interface| &interface.plain_methods, name)
    }

    /// Returns the checked files whose remembered interface has a name in one of its lists, in order. `index` is where the files
    /// are kept by the names of `list`.
    fn remembered_by(
        &self,
        index: fn(&Remembered) -> &OnceLock<ByName>,
        list: fn(&Interface) -> &[NameHash],
        name: NameHash,
    ) -> impl Iterator<Item = ModuleId> {
        self.index.remembered.get().into_iter().flat_map(move |remembered| {
            let names = || remembered.index(|interface| list(interface).iter().copied());
            index(remembered).get_or_init(names).modules(name)
        })
    }

    /// Returns whether an expression of a checked file may be this name, or an attribute of this name. A file with a
    /// remembered interface is not read.
    pub fn may_mention(&self, module: ModuleId, name: &str) -> bool {
        self.remembered_as(module)
            .is_none_or(|interface| interface.mentions.binary_search(&Interface::name_hash(name)).is_ok())
    }

    /// Returns the first-party classes with a base of this name, in the order of the files.
    pub fn subclasses(&self, base: &str) -> Arc<[ClassRef]> {
        self.index.merged_bases.get_or_make_named(base, || self.find_subclasses(base))
    }

    fn find_subclasses(&self, base: &str) -> Arc<[ClassRef]> {
        let index = self.index.bases.get_or_init(|| self.index_bases());
        let mut classes = index.get(base).cloned().unwrap_or_default();
        if let Some(remembered) = self.index.remembered.get() {
            let bases = remembered.bases.get_or_init(|| {
                remembered.index(|interface| interface.inheritance.iter().map(|edge| edge.base))
            });
            let modules = bases.modules(Interface::name_hash(base));
            classes.extend(modules.flat_map(|module| self.classes_with_base(module, base)));
            classes.sort_unstable();
        }
        classes.into()
    }

    fn index_bases(&self) -> FxHashMap<Box<str>, Vec<ClassRef>> {
        let mut index: FxHashMap<Box<str>, Vec<ClassRef>> = FxHashMap::default();
        for module in self.unremembered() {
            let summary = self.summary(module);
            for class in (0..summary.classes.len() as u32).map(ClassId) {
                let class_of = ClassRef { module, class };
                let bases = summary.list(summary.class(class).bases);
                for name in bases.iter().filter_map(|base| summary.last_name(*base)) {
                    let classes = index.entry(name.into()).or_default();
                    if classes.last() != Some(&class_of) {
                        classes.push(class_of);
                    }
                }
            }
        }
        index
    }

    fn classes_with_base(&self, module: ModuleId, base: &str) -> Vec<ClassRef> {
        let summary = self.summary(module);
        let names_base = |class: &ClassId| {
            summary.list(summary.class(*class).bases).iter().any(|id| summary.last_name(*id) == Some(base))
        };
        let classes = (0..summary.classes.len() as u32).map(ClassId).filter(names_base);
        classes.map(|class| ClassRef { module, class }).collect()
    }

    /// Returns the project classes with a method of this name that is not an `async def`, in the order of
    /// the files.
    pub(crate) fn classes_with_sync_method(&self, name: &str) -> Arc<[ClassRef]> {
        self.index.merged_plain_methods.get_or_make_named(name, || {
            let mut classes = self.methods().plain.get(name).cloned().unwrap_or_default();
            for module in self.remembered_with_plain_method(name) {
                let methods = methods(self.summary(module));
                let plain = methods.filter(|method| method.name == name && !method.is_async);
                classes.extend(plain.map(|method| ClassRef { module, class: method.class }));
            }
            classes.sort_unstable();
            classes.into()
        })
    }

    /// Returns whether a project class has a method of this name that is not an `async def`.
    pub(crate) fn has_sync_method(&self, name: &str) -> bool {
        let is_it = |method: Method| method.name == name && !method.is_async;
        self.methods().plain.contains_key(name)
            || self.remembered_with_plain_method(name).any(|module| methods(self.summary(module)).any(is_it))
    }

    /// Returns the `async def` functions of this name in the bodies of project classes, in the order of the
    /// files.
    pub(crate) fn async_methods(&self, name: &str) -> Arc<[FunctionRef]> {
        self.index.merged_async_methods.get_or_make_named(name, || {
            let mut found = self.methods().asynchronous.get(name).cloned().unwrap_or_default();
            for (module, _) in self.remembered_with_member(Interface::name_hash(name)) {
                let methods = methods(self.summary(module));
                let of_name = methods.filter(|method| method.name == name && method.is_async);
                found.extend(of_name.map(|method| FunctionRef { module, function: method.function }));
            }
            found.sort_unstable();
            found.into()
        })
    }

    fn methods(&self) -> &Methods {
        self.index.methods.get_or_init(|| {
            let mut all = Methods::default();
            for module in self.unremembered() {
                for method in methods(self.summary(module)) {
                    all.add(module, &method);
                }
            }
            all
        })
    }

    /// Returns the calls in the project with this last name, in the order of the files; `None` if there are
    /// more than `most`.
    pub(crate) fn call_sites(&self, name: &str, most: usize) -> Option<Arc<[CallSiteRef]>> {
        self.index.merged_calls.get_or_make_named(name, || self.find_call_sites(name, most))
    }

    /// Computes the calls in the project with this last name, like [`Engine::call_sites`]. The result is
    /// not stored, because it depends on the limit.
    pub fn find_call_sites(&self, name: &str, most: usize) -> Option<Arc<[CallSiteRef]>> {
        let asked = self.ask_for_calls(name);
        let index = self.index.calls.get_or_init(|| self.index_calls());
        let mut sites = index.get(name).cloned().unwrap_or_default();
        if sites.len() > most {
            return None;
        }
        let remembered = || self.remembered_by(|all| &all.calls, Interface::names_of_calls, asked);
        // Each of these modules calls the name or passes it on.
        let passing = self.remembered_with(NameUse::PassedOn, name).count();
        if sites.len() + remembered().count() > most + passing {
            return None;
        }
        for module in remembered() {
            sites.extend(calls_of(module, self.summary(module), name));
            if sites.len() > most {
                return None;
            }
        }
        sites.sort_unstable();
        Some(sites.into())
    }

    /// Records that the arguments of calls with this name matter, and returns the name of these calls.
    pub(crate) fn ask_for_calls(&self, name: &str) -> NameHash {
        let calls = Interface::name_of_calls(name);
        self.index.asked_calls.shard(&calls).insert(calls, ());
        calls
    }

    /// Returns whether a function of this name is passed as a value somewhere in the project.
    pub fn is_passed_on(&self, name: &str) -> bool {
        let read = self.index.passed_on.get_or_init(|| {
            let names = |module| passed_on(self.summary(module)).map(Box::from).collect::<Vec<_>>();
            self.unremembered().flat_map(names).collect()
        });
        let passes_on = |module| passed_on(self.summary(module)).any(|passed_on| passed_on == name);
        read.contains(name) || self.remembered_with(NameUse::PassedOn, name).any(passes_on)
    }

    fn index_calls(&self) -> FxHashMap<Box<str>, Vec<CallSiteRef>> {
        let mut index: FxHashMap<Box<str>, Vec<CallSiteRef>> = FxHashMap::default();
        for module in self.unremembered() {
            let summary = self.summary(module);
            for (place, call) in summary.calls.iter().enumerate() {
                let Some(name) = summary.last_name(call.expression) else { continue };
                push(&mut index, name, (module, place as u32));
            }
        }
        index
    }

    /// Returns the names of the calls that were queried so far.
    pub fn asked_calls(&self) -> AskedCalls {
        let mut asked = AskedCalls::default();
        self.index.asked_calls.each(|name, ()| {
            asked.insert(*name);
        });
        asked
    }

    /// Returns whether any query needed the names that lead to an event loop start or to a blocking call.
    pub fn has_asked_hot_names(&self) -> bool {
        self.index.hot.get().is_some()
    }

    /// Returns whether the project has an `async def` of this name, or awaits a call of that name.
    pub fn has_awaited_name(&self, name: &str) -> bool {
        self.names_in_project().contains(&Interface::name_hash(name))
    }

    /// Returns whether the project has an asynchronous property.
    pub fn has_async_properties(&self) -> bool {
        !self.async_properties().is_empty()
    }

    /// Returns whether a class of the project has an asynchronous property of this name.
    pub fn has_async_property(&self, name: &str) -> bool {
        self.async_properties().contains(&Interface::name_hash(name))
    }

    /// Returns whether a test or fixture of the project requests this fixture. Only the fixtures in
    /// `FIXTURES_ASKED` are recorded.
    pub fn requests_fixture(&self, name: &str) -> bool {
        self.names_in_project().contains(&Interface::name_of_request(name))
    }

    /// Returns whether a plain test or fixture requests this fixture, or requests it by name in a string.
    pub fn requests_fixture_plainly(&self, name: &str) -> bool {
        self.names_in_project().contains(&Interface::name_of_plain_request(name))
    }

    /// Returns whether a project file applies a patch that makes event loops nestable.
    pub fn nests_loops(&self) -> bool {
        Role::NestsLoops.names().iter().any(|name| self.requests_fixture(name))
    }

    /// Returns whether a project file sets a custom task factory, which may keep each task until it is done
    /// (docs.python.org/3/library/asyncio-eventloop.html#asyncio.loop.set_task_factory).
    /// A factory that a test or a `conftest.py` sets concerns tests alone.
    pub fn has_task_factory(&self, is_for_tests: bool) -> bool {
        if is_for_tests || !self.requests_fixture(SET_TASK_FACTORY) {
            return self.requests_fixture(SET_TASK_FACTORY);
        }
        let wanted = Interface::name_of_request(SET_TASK_FACTORY);
        let files = self.project().files().iter().enumerate();
        let others = files.filter(|(_, file)| !is_collected(&file.display));
        others.map(|(index, _)| ModuleId::of_file(index)).any(|module| match self.remembered_as(module) {
            Some(interface) => interface.awaited_names.contains(&wanted),
            None => self.summary(module).asked_by_name().into_iter().any(|name| name == wanted),
        })
    }

    /// Returns whether a project file mentions a task factory that runs the first step of a task at once.
    pub fn may_start_tasks_eagerly(&self) -> bool {
        self.requests_fixture(EAGER_FACTORY)
    }

    /// Returns whether a project file defines or imports this fixture. Only the fixtures in
    /// `FIXTURES_ASKED` are recorded.
    pub fn defines_fixture(&self, name: &str) -> bool {
        self.names_in_project().contains(&Interface::name_of_definition(name))
    }

    /// Returns the project files that define or import this fixture. Only the fixtures in `FIXTURES_ASKED`
    /// are recorded.
    pub fn files_with_fixture(&self, name: &str) -> Vec<ModuleId> {
        let wanted = Interface::name_of_definition(name);
        let files = (0..self.project().files().len()).map(ModuleId::of_file);
        let defines = |module: &ModuleId| match self.remembered_as(*module) {
            Some(interface) => interface.awaited_names.contains(&wanted),
            None => self.summary(*module).defines_fixture(name),
        };
        files.filter(defines).collect()
    }

    fn async_properties(&self) -> &FxHashSet<NameHash> {
        self.index.async_properties.get_or_init(|| {
            let mut names = FxHashSet::default();
            for module in (0..self.project().files().len()).map(ModuleId::of_file) {
                match self.remembered_as(module) {
                    Some(interface) => names.extend(&interface.async_properties),
                    None if self.may_name_any(module, Role::Property.names()) => {
                        names.extend(self.summary(module).async_properties());
                    }
                    None => {}
                }
            }
            names
        })
    }

    fn names_in_project(&self) -> &FxHashSet<NameHash> {
        self.index.awaited_names.get_or_init(|| {
            let mut names = FxHashSet::default();
            for module in (0..self.project().files().len()).map(ModuleId::of_file) {
                match self.remembered_as(module) {
                    Some(interface) => names.extend(&interface.awaited_names),
                    None => names.extend(self.summary(module).asked_by_name()),
                }
            }
            names
        })
    }

    /// Returns the catalogue of targets.
    pub fn catalogue(&self) -> &Catalogue {
        self.index.catalogue.get_or_init(|| Catalogue::new(&self.project().blocking()))
    }

    /// Returns the names of the functions of a module that were visited in the search for event loop starts
    /// and blocking calls, in ascending order.
    pub fn met(&self, module: ModuleId) -> Vec<NameHash> {
        self.index.met.shard(&module).get(&module).cloned().unwrap_or_default()
    }

    /// Adds functions with these names to those that were visited.
    pub fn meet(&self, module: ModuleId, names: &[NameHash]) {
        let mut shard = self.index.met.shard(&module);
        let met = shard.entry(module).or_default();
        for name in names {
            if let Err(place) = met.binary_search(name) {
                met.insert(place, *name);
            }
        }
    }

    /// Returns the names that may lead to an event loop start or a blocking call.
    pub fn hot_names(&self) -> &HotNames {
        self.index.hot.get_or_init(|| {
            let mut read = Vec::new();
            let mut remembered = Vec::new();
            for module in (0..self.project().files().len()).map(ModuleId::of_file) {
                match self.remembered_as(module) {
                    Some(interface) if interface.extent.calls_by_name => {
                        remembered.push(&*interface.calls_by_name);
                    }
                    _ => read.extend(name_edges(self.summary(module), self.catalogue())),
                }
            }
            HotNames::new(read.iter().chain(remembered.into_iter().flatten()))
        })
    }

    /// Returns how the calls of one key are used in the `async` functions in the directory of a module.
    pub(crate) fn usage_near(&self, module: ModuleId, key: UsageKey) -> UsageCounts {
        let directory = directory_key(&self.project().files()[module.index()].path);
        self.usage_in_project().get(&(key ^ directory)).copied().unwrap_or_default()
    }

    /// Returns how the calls in the `async` functions of the project are used, and separately for each
    /// directory under its own keys.
    pub(crate) fn usage_in_project(&self) -> &FxHashMap<UsageKey, UsageCounts> {
        self.index.usages.get_or_init(|| {
            let mut total: FxHashMap<UsageKey, UsageCounts> = FxHashMap::default();
            for module in (0..self.project().files().len()).map(ModuleId::of_file) {
                let directory = directory_key(&self.project().files()[module.index()].path);
                let mut add = |key: UsageKey, counts: UsageCounts| {
                    *total.entry(key).or_default() += counts;
                    *total.entry(key ^ directory).or_default() += counts;
                };
                match self.remembered_as(module) {
                    Some(interface) => {
                        interface.usages.iter().for_each(|usages| add(usages.key, usages.counts));
                    }
                    None => {
                        let usage = usage_in_async(self.summary(module));
                        usage.into_iter().for_each(|(key, counts)| add(key, counts));
                    }
                }
            }
            total
        })
    }
}

/// Returns the part of a usage key that identifies the directory of a file.
pub fn directory_key(file: &Path) -> UsageKey {
    file.parent().map_or(0, |directory| xxh3_64(directory.as_os_str().as_encoded_bytes()))
}

/// A function in the body of a class.
struct Method<'s> {
    class: ClassId,
    function: FunctionId,
    name: &'s str,
    is_async: bool,
}

fn methods(summary: &Summary) -> impl Iterator<Item = Method<'_>> {
    let functions = (0..summary.functions.len() as u32).map(FunctionId);
    functions.filter_map(|id| {
        let function = summary.function(id);
        let (class, name) = (summary.class_of(id)?, summary.name(function.name));
        Some(Method { class, function: id, name, is_async: function.is_async })
    })
}

/// The methods of the files that are read, by their name, in the order of the files.
#[derive(Default)]
struct Methods {
    /// The classes with a plain `def` of the name.
    plain: FxHashMap<Box<str>, Vec<ClassRef>>,
    asynchronous: FxHashMap<Box<str>, Vec<FunctionRef>>,
}

impl Methods {
    fn add(&mut self, module: ModuleId, method: &Method) {
        let Method { class, function, name, is_async } = *method;
        match is_async {
            true => push(&mut self.asynchronous, name, FunctionRef { module, function }),
            false => push(&mut self.plain, name, ClassRef { module, class }),
        }
    }
}

/// Adds an item to the list of a name.
pub fn push<T>(index: &mut FxHashMap<Box<str>, Vec<T>>, name: &str, item: T) {
    match index.get_mut(name) {
        Some(items) => items.push(item),
        None => drop(index.insert(name.into(), vec![item])),
    }
}

fn passed_on(summary: &Summary) -> impl Iterator<Item = &str> {
    summary.passed_on.iter().map(|name| summary.name(*name))
}

fn calls_of(module: ModuleId, summary: &Summary, name: &str) -> impl Iterator<Item = CallSiteRef> {
    let calls = summary.calls.iter().enumerate();
    let of_name = calls.filter(move |(_, call)| summary.last_name(call.expression) == Some(name));
    of_name.map(move |(place, _)| (module, place as u32))
}
