//! The memory of the next run.

use std::path::Path;
use std::sync::Arc;

use loopmend_index::summary::{Asked, AskedCalls, Extent, Interface, NameHash};
use loopmend_project::Origin;
use loopmend_rules::Checked;
use loopmend_semantic::{Engine, ModuleId};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::compare::is_conftest;
use super::{FileRecord, Marks, Memory, ModuleRecord, Plan};

impl Memory {
    /// The memory of the next run, and what its modules look like: the files that were checked, and those
    /// whose findings stand.
    pub(crate) fn next(
        &self,
        engine: &Engine,
        plan: Plan<'_>,
        checked: &[(usize, Checked)],
    ) -> (Self, Vec<Arc<Interface>>) {
        let asked = AskedNow::new(self, engine, &plan, checked);
        let old = Old::new(self, plan.interfaces, asked);
        let mut next = Next::new(engine, old);
        for (place, module) in next.old.modules().iter().enumerate() {
            if module.is_library {
                next.keep_module(place as u32);
            }
        }
        for record in &plan.remembered {
            next.keep_file(record);
        }
        for (index, checked) in checked {
            next.add_file(*index, checked);
        }
        for module in engine.modules().filter(|module| engine.is_loaded(*module)) {
            next.add_module(module);
        }
        let kept = if next.old.interfaces.is_empty() { &[][..] } else { &self.lookups };
        next.memory.lookups = kept.iter().cloned().chain(engine.lookups()).collect();
        next.memory.lookups.sort_unstable();
        next.memory.lookups.dedup();
        next.memory.asked_calls = next.old.asked.calls.iter().copied().collect();
        next.memory.asked_calls.sort_unstable();
        next.memory.asked_hot_names = next.old.asked.hot_names;
        (next.memory, next.interfaces)
    }
}

/// What findings were made by asking, those that stand and those of this run.
struct AskedNow<'m> {
    calls: AskedCalls,
    /// The calls that were not asked about before.
    new_calls: Vec<NameHash>,
    hot_names: bool,
    /// The paths of the modules on which findings of other files rest.
    rested_on: FxHashSet<&'m str>,
    /// The paths of the modules on which findings rest that read bodies.
    read_bodies: FxHashSet<&'m str>,
}

impl<'m> AskedNow<'m> {
    fn new(
        memory: &'m Memory,
        engine: &'m Engine<'_>,
        plan: &Plan<'_>,
        checked: &[(usize, Checked)],
    ) -> Self {
        let stands = plan.interfaces.is_some();
        let known: AskedCalls = memory.asked_calls.iter().filter(|_| stands).copied().collect();
        let mut calls = engine.asked_calls();
        let new_calls = calls.difference(&known).copied().collect();
        calls.extend(known);
        let mut before = Rested::new(memory.modules.len());
        for record in &plan.remembered {
            let all = record.dependencies.iter().chain(&record.wholes).chain(&record.texts);
            before.add(record.module as usize, all.map(|place| *place as usize), record.marks);
        }
        let mut now = Rested::new(engine.modules().count());
        for (index, checked) in checked {
            let all = checked.dependencies.iter().chain(&checked.asked_wholes).chain(&checked.asked_texts);
            now.add(ModuleId::of_file(*index).index(), all.map(|module| module.index()), marks(checked));
        }
        for module in engine.modules_of_subclasses() {
            now.by_others[module.index()] = true;
        }
        for (place, interface) in plan.interfaces.iter().flatten().enumerate() {
            before.by_others[place] |= interface.extent.definitions;
        }
        let path_before = |place: usize| Some(&*memory.modules[place].path);
        let modules: Vec<ModuleId> = engine.modules().collect();
        let path_now = |place: usize| engine.module_path(modules[place])?.to_str();
        let paths = |part: fn(&Rested) -> &[bool]| {
            let before = places(part(&before)).filter_map(path_before);
            before.chain(places(part(&now)).filter_map(path_now)).collect()
        };
        Self {
            calls,
            new_calls,
            hot_names: engine.has_asked_hot_names() || stands && memory.asked_hot_names,
            rested_on: paths(|rested| &rested.by_others),
            read_bodies: paths(|rested| &rested.with_bodies),
        }
    }

    /// What is to be told of the module at a path. Hot names are those of the files that are checked. What pytest finds without
    /// an import may be found by files that do not yet rest on it.
    fn extent(&self, path: &str, is_checked: bool) -> Extent {
        Extent {
            definitions: self.rested_on.contains(path) || is_conftest(Path::new(path)),
            bodies: self.read_bodies.contains(path),
            calls_by_name: is_checked && self.hot_names,
        }
    }
}

/// On which modules findings rest, by place.
struct Rested {
    /// Findings of other files.
    by_others: Vec<bool>,
    /// Findings that read bodies.
    with_bodies: Vec<bool>,
}

impl Rested {
    fn new(modules: usize) -> Self {
        Self { by_others: vec![false; modules], with_bodies: vec![false; modules] }
    }

    /// The findings of the file `own` rest on these modules.
    fn add(&mut self, own: usize, modules: impl Iterator<Item = usize>, marks: Marks) {
        let reads_bodies = marks.look_into_bodies();
        self.with_bodies[own] |= reads_bodies;
        for module in modules {
            self.by_others[module] |= module != own;
            self.with_bodies[module] |= reads_bodies;
        }
    }
}

fn places(are_meant: &[bool]) -> impl Iterator<Item = usize> {
    are_meant.iter().enumerate().filter_map(|(place, is_meant)| is_meant.then_some(place))
}

/// What of the old memory stands.
struct Old<'m> {
    memory: &'m Memory,
    /// By place; empty when nothing stands.
    interfaces: Vec<Arc<Interface>>,
    places: FxHashMap<&'m str, usize>,
    asked: AskedNow<'m>,
}

impl<'m> Old<'m> {
    fn new(memory: &'m Memory, interfaces: Option<Vec<Arc<Interface>>>, asked: AskedNow<'m>) -> Self {
        let interfaces = interfaces.unwrap_or_default();
        let mut old = Self { memory, interfaces, places: FxHashMap::default(), asked };
        old.places =
            old.modules().iter().enumerate().map(|(place, module)| (module.path.as_str(), place)).collect();
        old
    }

    fn modules(&self) -> &'m [ModuleRecord] {
        if self.interfaces.is_empty() { &[] } else { &self.memory.modules }
    }

    /// `true` if more is asked about a module now than was.
    fn says_too_little(&self, module: &ModuleRecord) -> bool {
        let Some(place) = self.places.get(module.path.as_str()) else { return false };
        let interface = &self.interfaces[*place];
        !module.is_library
            && (!interface.extent.covers(self.asked.extent(&module.path, module.is_checked))
                || module.is_checked && interface.calls_any(self.asked.new_calls.iter().copied()))
    }

    /// What a module looked like, if it has not changed and that is all that is asked about it.
    fn interface(&self, module: &ModuleRecord) -> Option<Arc<Interface>> {
        let place = *self.places.get(module.path.as_str())?;
        let before = &self.memory.modules[place];
        let state = |module: &ModuleRecord| (module.content_hash, module.is_library, module.root);
        let is_same = state(before) == state(module) && before.name == module.name;
        (is_same && !self.says_too_little(module)).then(|| self.interfaces[place].clone())
    }

    /// Tells the engine which functions the findings that stand have met.
    fn meet_again(&self, engine: &Engine) {
        for (module, interface) in self.modules().iter().zip(&self.interfaces) {
            if let Some(id) = engine.module_at(Path::new(&module.path)) {
                engine.meet(id, &interface.met);
            }
        }
    }
}

/// The memory of the next run while it is put together.
struct Next<'e, 'm> {
    engine: &'e Engine<'e>,
    old: Old<'m>,
    memory: Memory,
    interfaces: Vec<Arc<Interface>>,
    /// By path.
    places: FxHashMap<String, u32>,
    /// The new place of each old module, once it is kept.
    kept: Vec<Option<u32>>,
    /// What the modules look like that are new or have changed.
    fresh: FxHashMap<ModuleId, Arc<Interface>>,
}

impl<'e, 'm> Next<'e, 'm> {
    fn new(engine: &'e Engine<'e>, old: Old<'m>) -> Self {
        let is_fresh = |id: &ModuleId| {
            let before = engine.module_path(*id).and_then(|path| old.places.get(path.to_str()?));
            let content = |place: &usize| old.memory.modules[*place].content_hash;
            engine.origin(*id) == Origin::FirstParty
                && engine.module_path(*id).is_some()
                && engine.is_loaded(*id)
                && before.map(content) != Some(engine.load(*id).content_hash)
        };
        old.meet_again(engine);
        let fresh: Vec<ModuleId> = engine.modules().filter(is_fresh).collect();
        let fresh = fresh.into_par_iter().map(|id| (id, interface(engine, &old.asked, id)));
        let fresh: Vec<(ModuleId, Arc<Interface>)> = fresh.collect();
        Self {
            engine,
            kept: vec![None; old.memory.modules.len()],
            old,
            memory: Memory::default(),
            interfaces: Vec::new(),
            places: FxHashMap::default(),
            fresh: fresh.into_iter().collect(),
        }
    }

    fn put(&mut self, record: &ModuleRecord, interface: impl FnOnce(&mut Self) -> Arc<Interface>) -> u32 {
        if let Some(place) = self.places.get(&record.path) {
            return *place;
        }
        let place = self.memory.modules.len() as u32;
        let interface = if record.is_library { Arc::default() } else { interface(self) };
        self.places.insert(record.path.clone(), place);
        self.memory.modules.push(record.clone());
        self.interfaces.push(interface);
        place
    }

    /// Keeps a remembered module as it is now.
    fn keep_module(&mut self, old_place: u32) -> u32 {
        if let Some(place) = self.kept[old_place as usize] {
            return place;
        }
        let module = &self.old.memory.modules[old_place as usize];
        let known = self.engine.module_at(Path::new(&module.path));
        let known = known.filter(|id| self.engine.is_loaded(*id) || self.old.says_too_little(module));
        let added = known.and_then(|id| self.add_module(id));
        let place =
            added.unwrap_or_else(|| self.put(module, |next| next.old.interface(module).unwrap_or_default()));
        self.kept[old_place as usize] = Some(place);
        place
    }

    fn keep_file(&mut self, record: &FileRecord) {
        let module = self.keep_module(record.module);
        let mut keep =
            |places: &[u32]| -> Vec<u32> { places.iter().map(|place| self.keep_module(*place)).collect() };
        let (mut dependencies, wholes, texts) =
            (keep(&record.dependencies), keep(&record.wholes), keep(&record.texts));
        dependencies.sort_unstable();
        self.memory.files.push(FileRecord { module, dependencies, wholes, texts, ..record.clone() });
    }

    /// `None` for what lies in no file: a namespace package, a stub in the binary, an absent name.
    fn add_module(&mut self, id: ModuleId) -> Option<u32> {
        let engine = self.engine;
        let path = engine.module_path(id)?.to_str()?;
        if let Some(place) = self.places.get(path) {
            return Some(*place);
        }
        let loaded = engine.load(id);
        let is_library = engine.origin(id) != Origin::FirstParty;
        let record = ModuleRecord {
            path: path.to_owned(),
            name: engine.module_name(id).to_owned(),
            stamp: engine.stamp(id),
            content_hash: loaded.content_hash,
            is_library,
            is_checked: id.index() < engine.project().files().len(),
            root: engine.root(id).map(|root| root.0),
        };
        Some(self.put(&record, |next| {
            let known = next.old.interface(&record);
            let known = known.filter(|known| known.met == engine.met(id));
            let known = known.or_else(|| next.fresh.get(&id).cloned());
            known.unwrap_or_else(|| interface(engine, &next.old.asked, id))
        }))
    }

    fn add_file(&mut self, index: usize, checked: &Checked) {
        let id = ModuleId::of_file(index);
        // What could not be read may be readable next time, with the same size and time.
        if self.engine.load(id).error.is_some() {
            return;
        }
        let Some(module) = self.add_module(id) else { return };
        let dependencies = checked.dependencies.iter();
        let mut dependencies: Vec<u32> = dependencies.filter_map(|id| self.add_module(*id)).collect();
        dependencies.sort_unstable();
        let mut add = |modules: &[ModuleId]| -> Vec<u32> {
            modules.iter().filter_map(|id| self.add_module(*id)).collect()
        };
        let (wholes, texts) = (add(&checked.asked_wholes), add(&checked.asked_texts));
        self.memory.files.push(FileRecord {
            module,
            dependencies,
            marks: marks(checked),
            wholes,
            texts,
            usages: checked.asked_usages.clone(),
            needed_packages: checked.needed_packages.clone(),
            diagnostics: checked.diagnostics.clone(),
        });
    }
}

fn marks(checked: &Checked) -> Marks {
    Marks {
        subclasses: checked.asked_subclasses,
        bodies: checked.asked_bodies,
        call_sites: checked.asked_call_sites,
        steps: checked.asked_steps,
        project: checked.asked_project,
        all_texts: checked.asked_all_texts,
        set_attributes: checked.asked_set_attributes,
        attributes_on_others: checked.asked_attributes_on_others,
    }
}

/// What other modules can see of a module that has a path.
fn interface(engine: &Engine, asked: &AskedNow<'_>, id: ModuleId) -> Arc<Interface> {
    let path = engine.module_path(id).and_then(Path::to_str);
    let is_checked = id.index() < engine.project().files().len();
    let extent = asked.extent(path.unwrap_or_default(), is_checked);
    Arc::new(engine.interface(id, Asked { calls: &asked.calls, steps: &engine.met(id), extent }))
}
