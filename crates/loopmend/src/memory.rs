//! What a run remembers for the next one: the findings of each file, and which modules they rest on.
//!
//! A file is checked again when its text changed, when the interface hash of a module that its findings
//! rest on changed, when a name that was absent is found; for findings that rest on which subclasses the
//! project has, when any interface changed; for those that rest on what functions elsewhere do in their
//! bodies, when any text changed. When an installed module changed, or a name means something else than
//! before, all files are.

use std::hash::Hash;
use std::io;
use std::path::Path;

use loopmend_cache::{Pack, write_pack};
use loopmend_core::Diagnostic;
use loopmend_project::{FileStamp, Origin, Project, RootId};
use loopmend_rules::Checked;
use loopmend_semantic::{Engine, Lookup, ModuleId};
use rustc_hash::{FxHashMap, FxHashSet};
use xxhash_rust::xxh3::Xxh3Default;

/// The only blob of a findings pack.
const KEY: u64 = 1;

/// A module as it was.
#[derive(Clone, Debug, Default, bitcode::Encode, bitcode::Decode)]
struct ModuleRecord {
    /// The absolute path as UTF-8; a module of another path is not remembered. Empty for an absent name.
    path: String,
    /// The dotted name, empty without one.
    name: String,
    stamp: FileStamp,
    content_hash: u64,
    interface_hash: u64,
    is_library: bool,
    /// The import root it lies in.
    root: Option<u32>,
    /// The last names of the base classes in its class statements; of a library, none.
    base_names: Vec<String>,
}

/// A file with its findings as they were.
#[derive(Clone, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct FileRecord {
    path: String,
    /// Places in [`Memory::modules`], and the interface hashes the findings rest on.
    dependencies: Vec<(u32, u64)>,
    asked_subclasses: bool,
    asked_bodies: bool,
    /// The findings, suppressed ones left out.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// What the last run remembered.
#[derive(Clone, Debug, Default, bitcode::Encode, bitcode::Decode)]
pub(crate) struct Memory {
    modules: Vec<ModuleRecord>,
    files: Vec<FileRecord>,
    /// What every name meant that was looked up: nothing stands when one of them means something else.
    lookups: Vec<Lookup>,
    /// A hash of the paths of the files that were checked.
    files_hash: u64,
}

/// What is to be done in this run.
pub(crate) struct Plan<'m> {
    /// The places of the files to check, ascending.
    pub(crate) changed: Vec<usize>,
    /// The findings of the other files.
    pub(crate) remembered: Vec<&'m FileRecord>,
    /// Whether nothing at all changed, so that nothing need be written.
    pub(crate) is_unchanged: bool,
    /// Whether nothing that was remembered stands.
    is_void: bool,
}

impl Plan<'_> {
    /// To check all of so many files, and to forget what was remembered.
    fn of_all(files: usize) -> Self {
        Self { changed: (0..files).collect(), remembered: Vec::new(), is_unchanged: false, is_void: true }
    }
}

impl Memory {
    /// Reads what a run of this version remembered; nothing when there is none.
    pub(crate) fn read(path: &Path, version: u64) -> Self {
        let pack = Pack::read(path, version);
        pack.get(KEY).and_then(|blob| bitcode::decode(blob).ok()).unwrap_or_default()
    }

    /// Finds what changed since.
    pub(crate) fn plan<'m>(&'m self, engine: &Engine) -> Plan<'m> {
        let files = engine.project().files();
        let stands = |lookup| engine.still_means(lookup);
        if self.files.is_empty() || self.libraries_changed(engine) || !self.lookups.iter().all(stands) {
            return Plan::of_all(files.len());
        }
        let state = self.compare(engine);
        engine.remember_bases(self.bases(engine, &state));
        let by_path: FxHashMap<&str, &FileRecord> =
            self.files.iter().map(|record| (record.path.as_str(), record)).collect();
        let is_unchanged = !state.any_touched;
        let mut plan = Plan { changed: Vec::new(), remembered: Vec::new(), is_unchanged, is_void: false };
        for (index, file) in files.iter().enumerate() {
            let record = file.path.to_str().and_then(|path| by_path.get(path).copied());
            match record {
                Some(record) if state.is_valid(record) => plan.remembered.push(record),
                _ => plan.changed.push(index),
            }
        }
        plan
    }

    /// The base names of the files that did not change.
    fn bases(&self, engine: &Engine, state: &Comparison<'_>) -> FxHashMap<ModuleId, Vec<String>> {
        let is_same = |module: &&ModuleRecord| state.own.get(module.path.as_str()) == Some(&true);
        let own = self.modules.iter().filter(|module| !module.is_library).filter(is_same);
        own.filter_map(|module| Some((engine.module_at(Path::new(&module.path))?, module.base_names.clone())))
            .collect()
    }

    fn libraries_changed(&self, engine: &Engine) -> bool {
        self.modules
            .iter()
            .filter(|module| module.is_library)
            .any(|module| engine.project().stamp(Path::new(&module.path)) != Some(module.stamp))
    }

    fn compare<'m>(&'m self, engine: &Engine) -> Comparison<'m> {
        let files = engine.project().files();
        let stamps: FxHashMap<&str, (usize, FileStamp)> = files
            .iter()
            .enumerate()
            .filter_map(|(index, file)| Some((file.path.to_str()?, (index, file.stamp))))
            .collect();
        let known: FxHashSet<&str> = self.modules.iter().map(|module| module.path.as_str()).collect();
        let added: FxHashSet<&str> = files
            .iter()
            .filter(|file| file.path.to_str().is_none_or(|path| !known.contains(path)))
            .filter_map(|file| file.module.as_deref())
            .collect();

        let mut comparison = Comparison {
            own: FxHashMap::default(),
            interfaces: Vec::with_capacity(self.modules.len()),
            any_touched: !added.is_empty(),
            any_interface_changed: files_hash(engine) != self.files_hash,
            any_text_changed: !added.is_empty(),
        };
        for module in &self.modules {
            let now = now(module, &stamps, engine);
            let interface = now.interface_hash.filter(|_| !added.contains(module.name.as_str()));
            comparison.any_touched |= !now.is_same_stamp;
            comparison.any_text_changed |= !now.is_same_text;
            comparison.any_interface_changed |= interface != Some(module.interface_hash);
            comparison.own.insert(module.path.as_str(), now.is_same_text);
            comparison.interfaces.push(interface);
        }
        comparison
    }

    /// The memory of the next run: the files that were checked, and those whose findings stand.
    pub(crate) fn next(&self, engine: &Engine, plan: &Plan<'_>, checked: &[(usize, Checked)]) -> Self {
        let mut next = NextMemory { engine, memory: Self::default(), places: FxHashMap::default() };
        let stands = !plan.is_void;
        for library in self.modules.iter().filter(|module| stands && module.is_library) {
            next.keep_module(library);
        }
        let by_path: FxHashMap<&str, &ModuleRecord> =
            self.modules.iter().map(|module| (module.path.as_str(), module)).collect();
        for record in &plan.remembered {
            if let Some(own) = by_path.get(record.path.as_str()) {
                next.keep_module(own);
            }
            next.keep_file(self, record);
        }
        for (index, checked) in checked {
            next.add_file(*index, checked);
        }
        for module in engine.modules().filter(|module| engine.is_loaded(*module)) {
            next.add_module(module);
        }
        let kept = if stands { self.lookups.as_slice() } else { &[] };
        next.memory.lookups = kept.iter().cloned().chain(engine.lookups()).collect();
        next.memory.lookups.sort_unstable();
        next.memory.lookups.dedup();
        next.memory.files_hash = files_hash(engine);
        next.memory
    }

    /// Writes it.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub(crate) fn write(&self, path: &Path, version: u64) -> io::Result<()> {
        write_pack(path, version, &[(KEY, bitcode::encode(self))])
    }
}

fn files_hash(engine: &Engine) -> u64 {
    let mut hasher = Xxh3Default::new();
    engine.project().files().iter().for_each(|file| file.path.hash(&mut hasher));
    hasher.digest()
}

/// What a remembered module is now.
struct Now {
    is_same_stamp: bool,
    is_same_text: bool,
    /// `None` when it is gone, or, of an absent name, when it is found.
    interface_hash: Option<u64>,
}

fn now(module: &ModuleRecord, stamps: &FxHashMap<&str, (usize, FileStamp)>, engine: &Engine) -> Now {
    let unchanged =
        Now { is_same_stamp: true, is_same_text: true, interface_hash: Some(module.interface_hash) };
    let gone = Now { is_same_stamp: false, is_same_text: false, interface_hash: None };
    if module.is_library {
        return unchanged;
    }
    let project = engine.project();
    if module.path.is_empty() {
        let is_found = project.resolve_first_party(&module.name, None).is_some()
            || project.resolve_third_party(&module.name).is_some();
        return if is_found { gone } else { unchanged };
    }
    let path = Path::new(&module.path);
    let file = stamps.get(module.path.as_str());
    let stamp = match file {
        Some((_, stamp)) => Some(*stamp),
        None if is_hidden(module, project) => None,
        None => project.stamp(path),
    };
    match stamp {
        None => gone,
        Some(stamp) if stamp == module.stamp => unchanged,
        Some(_) => {
            let id = match file {
                Some((index, _)) => ModuleId::of_file(*index),
                None => engine.first_party_at(path, &module.name, module.root.map(RootId)),
            };
            let loaded = engine.load(id);
            Now {
                is_same_stamp: false,
                is_same_text: loaded.content_hash == module.content_hash,
                interface_hash: Some(loaded.summary.interface_hash()),
            }
        }
    }
}

/// Whether the name of a module that is not checked itself means another file now.
fn is_hidden(module: &ModuleRecord, project: &Project) -> bool {
    let found = project.resolve_first_party(&module.name, module.root.map(RootId));
    !module.name.is_empty() && found.is_none_or(|found| found.path != Path::new(&module.path))
}

struct Comparison<'m> {
    /// By path, whether the text is the same.
    own: FxHashMap<&'m str, bool>,
    /// By module, the interface hash now.
    interfaces: Vec<Option<u64>>,
    /// Whether any file's size or time changed, or files came or went.
    any_touched: bool,
    any_interface_changed: bool,
    any_text_changed: bool,
}

impl Comparison<'_> {
    fn is_valid(&self, record: &FileRecord) -> bool {
        let is_same_text = self.own.get(record.path.as_str()).copied().unwrap_or(false);
        let rests_on_same = |(module, hash): &(u32, u64)| {
            self.interfaces.get(*module as usize).is_some_and(|interface| *interface == Some(*hash))
        };
        let subclasses_are_same = !record.asked_subclasses || !self.any_interface_changed;
        let bodies_are_same = !record.asked_bodies || !self.any_text_changed;
        is_same_text
            && subclasses_are_same
            && bodies_are_same
            && record.dependencies.iter().all(rests_on_same)
    }
}

/// The memory of the next run while it is put together.
struct NextMemory<'e> {
    engine: &'e Engine<'e>,
    memory: Memory,
    /// By path, or by name for an absent module.
    places: FxHashMap<(String, String), u32>,
}

impl NextMemory<'_> {
    fn put(&mut self, record: ModuleRecord) -> u32 {
        let name = if record.path.is_empty() { record.name.clone() } else { String::new() };
        let next = self.memory.modules.len() as u32;
        let place = *self.places.entry((record.path.clone(), name)).or_insert(next);
        if place == next {
            self.memory.modules.push(record);
        }
        place
    }

    /// Keeps a remembered module as it is now.
    fn keep_module(&mut self, module: &ModuleRecord) -> u32 {
        let known = self.engine.module_at(Path::new(&module.path)).filter(|id| self.engine.is_loaded(*id));
        known.and_then(|id| self.add_module(id)).unwrap_or_else(|| self.put(module.clone()))
    }

    fn keep_file(&mut self, old: &Memory, record: &FileRecord) {
        let dependencies = record.dependencies.iter();
        let dependencies = dependencies
            .map(|(place, hash)| (self.keep_module(&old.modules[*place as usize]), *hash))
            .collect();
        self.memory.files.push(FileRecord { dependencies, ..record.clone() });
    }

    fn add_module(&mut self, id: ModuleId) -> Option<u32> {
        let engine = self.engine;
        let name = engine.module_name(id).to_owned();
        if engine.is_absent(id) {
            return Some(self.put(ModuleRecord { name, ..ModuleRecord::default() }));
        }
        let loaded = engine.load(id);
        let is_library = engine.origin(id) != Origin::FirstParty;
        Some(self.put(ModuleRecord {
            path: engine.module_path(id)?.to_str()?.to_owned(),
            name,
            stamp: engine.stamp(id),
            content_hash: loaded.content_hash,
            interface_hash: loaded.summary.interface_hash(),
            is_library,
            root: engine.root(id).map(|root| root.0),
            base_names: if is_library { Vec::new() } else { engine.base_names(id) },
        }))
    }

    fn add_file(&mut self, index: usize, checked: &Checked) {
        let Some(path) = self.engine.project().files()[index].path.to_str() else { return };
        // What could not be read may be readable next time, with the same size and time.
        if self.engine.load(ModuleId::of_file(index)).error.is_some() {
            return;
        }
        self.add_module(ModuleId::of_file(index));
        let dependencies = checked.dependencies.iter().filter_map(|dependency| {
            let place = self.add_module(*dependency)?;
            Some((place, self.memory.modules[place as usize].interface_hash))
        });
        let dependencies = dependencies.collect();
        self.memory.files.push(FileRecord {
            path: path.to_owned(),
            dependencies,
            asked_subclasses: checked.asked_subclasses,
            asked_bodies: checked.asked_bodies,
            diagnostics: checked.diagnostics.clone(),
        });
    }
}
