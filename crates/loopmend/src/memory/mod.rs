//! What a run remembers for the next one: the findings of each file, and what they rest on.
//!
//! A file is checked again when its text changed, and when what changed in other files can be seen by it:
//! see [`reach`]. When an installed module changed, or a name that was looked up means something else than
//! before, all files are.

mod compare;
mod next;
mod reach;

use std::cell::OnceCell;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use loopmend_cache::{Blob, Pack, write_pack};
use loopmend_core::Diagnostic;
use loopmend_files::StateKey;
use loopmend_index::summary::{Interface, NameHash};
use loopmend_index::usage_counts::UsageKey;
use loopmend_project::{FileStamp, Project, ProjectFile};
use loopmend_semantic::{Engine, Lookup, ModuleId};
use rustc_hash::{FxHashMap, FxHashSet};
use xxhash_rust::xxh3::Xxh3Default;

use compare::Comparison;
use reach::Reach;

/// The only blob of each pack.
const KEY: u64 = 1;

/// Where a memory lies on disk: in two packs, of which the second is read only when something changed.
#[derive(Clone, Debug)]
pub(crate) struct Packs {
    /// The findings, and the state of the modules.
    pub(crate) findings: PathBuf,
    /// What the modules look like to others.
    pub(crate) interfaces: PathBuf,
    /// A hash of all that their meaning depends on; packs of another version are none.
    pub(crate) version: u64,
    /// With a key, only packs that were written with it count.
    pub(crate) key: Option<StateKey>,
}

/// What the modules look like, by place.
struct Interfaces<'i>(&'i [Arc<Interface>]);

impl Blob for Interfaces<'_> {
    fn write_to(&self, to: &mut impl io::Write) -> io::Result<()> {
        self.0.iter().try_for_each(|interface| interface.write_to(to))
    }
}

/// A module as it was.
#[derive(Clone, Debug, Default, bitcode::Encode, bitcode::Decode)]
struct ModuleRecord {
    /// The absolute path as UTF-8; a module of another path is not remembered.
    path: String,
    /// The dotted name, empty without one.
    name: String,
    stamp: FileStamp,
    content_hash: u64,
    is_library: bool,
    /// `true` if it is one of the files of the project.
    is_checked: bool,
    /// The import root it lies in.
    root: Option<u32>,
}

/// What findings can rest on besides the modules that were read for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, bitcode::Encode, bitcode::Decode)]
struct Marks {
    /// Which subclasses the project has, and their members.
    subclasses: bool,
    /// What functions do in their bodies.
    bodies: bool,
    /// Which calls the project has.
    call_sites: bool,
    /// What functions lead to that call each other.
    steps: bool,
    /// All files, and which directories were asked for: such findings are not remembered.
    project: bool,
}

impl Marks {
    /// `true` if what functions do can matter. The arguments of a call are read where it stands, which is in a body.
    fn look_into_bodies(self) -> bool {
        self.bodies || self.call_sites
    }

    /// `true` if a module can matter that nothing was read of.
    fn look_everywhere(self) -> bool {
        self.subclasses || self.call_sites
    }
}

/// A file with its findings as they were.
#[derive(Clone, Debug, bitcode::Encode, bitcode::Decode)]
pub(crate) struct FileRecord {
    /// Its place in [`Memory::modules`].
    module: u32,
    /// The places of the modules that the findings rest on, ascending.
    dependencies: Vec<u32>,
    marks: Marks,
    /// The places of the modules of which they rest on all that they say.
    wholes: Vec<u32>,
    /// The places of the modules of which they rest on the whole text.
    texts: Vec<u32>,
    /// The calls of which they rest on how the project uses them, ascending.
    usages: Vec<UsageKey>,
    /// The packages outside of the standard library that it needs, there or not.
    needed_packages: Vec<String>,
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
    /// The calls that were asked about: what they hold is told of all modules.
    asked_calls: Vec<NameHash>,
    /// `true` if it was asked which names lead to what starts an event loop or blocks.
    asked_hot_names: bool,
    /// Tells which pack of interfaces belongs to it.
    interfaces: u64,
}

/// What is to be done in this run.
pub(crate) struct Plan<'m> {
    /// The places of the files to check, ascending.
    pub(crate) changed: Vec<usize>,
    /// The findings of the files that need no check.
    pub(crate) remembered: Vec<&'m FileRecord>,
    /// `true` if nothing at all changed, so that nothing need be written.
    pub(crate) is_unchanged: bool,
    /// What the modules looked like, by place in the memory; `None` when nothing that was remembered stands.
    interfaces: Option<Vec<Arc<Interface>>>,
}

impl Plan<'_> {
    /// To check all files, and to forget what was remembered.
    fn of_all(project: &Project) -> Self {
        let changed = (0..project.files().len()).collect();
        Self { changed, remembered: Vec::new(), is_unchanged: false, interfaces: None }
    }
}

impl Memory {
    /// Reads what a run of this version remembered; nothing when there is none.
    pub(crate) fn read(packs: &Packs) -> Self {
        let pack = Pack::open(&packs.findings, packs.version, packs.key.as_ref());
        pack.get(KEY).and_then(|blob| bitcode::decode(&blob).ok()).unwrap_or_default()
    }

    /// Finds what changed since. Without `packs` nothing was remembered.
    pub(crate) fn plan<'m>(&'m self, engine: &Engine, packs: Option<&Packs>) -> Plan<'m> {
        let all = Plan::of_all(engine.project());
        if self.is_stale(engine) {
            return all;
        }
        let comparison = Comparison::new(&self.modules, engine);
        if comparison.is_unchanged()
            && let Some(remembered) = self.all_remembered(engine.project())
        {
            return Plan { changed: Vec::new(), remembered, is_unchanged: true, interfaces: None };
        }
        if comparison.is_about_nearly_all(&self.modules) {
            return all;
        }
        match packs.and_then(|packs| self.read_interfaces(packs)) {
            Some(interfaces) => self.plan_with(engine, &comparison, interfaces),
            None => all,
        }
    }

    /// To check these files alone, and to ask the others for what they look like only.
    pub(crate) fn plan_of(&self, files: Vec<usize>, engine: &Engine, packs: Option<&Packs>) -> Plan<'_> {
        if !self.is_stale(engine)
            && let Some(interfaces) = packs.and_then(|packs| self.read_interfaces(packs))
        {
            let comparison = Comparison::new(&self.modules, engine);
            engine.remember(self.unchanged(engine, &comparison, &interfaces));
        }
        Plan { changed: files, remembered: Vec::new(), is_unchanged: false, interfaces: None }
    }

    /// `true` if nothing that was remembered stands.
    fn is_stale(&self, engine: &Engine) -> bool {
        let stands = |lookup| engine.still_means(lookup);
        self.files.is_empty() || self.libraries_changed(engine) || !self.lookups.iter().all(stands)
    }

    /// The findings of all files; `None` where some are not remembered, or are never.
    fn all_remembered<'m>(&'m self, project: &Project) -> Option<Vec<&'m FileRecord>> {
        let by_path = self.by_path();
        let record = |file: &ProjectFile| {
            let record = file.path.to_str().and_then(|path| by_path.get(path).copied());
            record.filter(|record| !record.marks.project)
        };
        project.files().iter().map(record).collect()
    }

    fn by_path(&self) -> FxHashMap<&str, &FileRecord> {
        self.files.iter().map(|file| (self.path(file), file)).collect()
    }

    fn plan_with<'m>(
        &'m self,
        engine: &Engine,
        comparison: &Comparison,
        interfaces: Vec<Arc<Interface>>,
    ) -> Plan<'m> {
        let changes = comparison.changes(engine, self, &interfaces);
        engine.remember(self.unchanged(engine, comparison, &interfaces));
        let changed: FxHashSet<u32> = changes.modules.iter().map(|change| change.module).collect();
        let mut reaches: FxHashMap<(Marks, bool), OnceCell<Reach>> = FxHashMap::default();
        let mut stands = |record: &FileRecord| {
            let rests_on_changed = record.dependencies.iter().any(|module| changed.contains(module));
            let is_hot_changed = record.marks.steps && !changes.hot_names.is_empty();
            let looks_everywhere =
                record.marks.look_everywhere() || changes.has_new_conftest || is_hot_changed;
            if !comparison.is_same_text(record.module) || record.marks.project {
                return false;
            }
            if !record.texts.iter().all(|module| comparison.is_same_text(*module)) {
                return false;
            }
            if record.usages.iter().any(|key| changes.usages.contains(key)) {
                return false;
            }
            let has_new_whole = changes.has_new_conftest && !record.wholes.is_empty();
            if has_new_whole || record.wholes.iter().any(|module| changed.contains(module)) {
                return false;
            }
            let mentions = &interfaces[record.module as usize].mentions;
            let mut asked = changes.awaited_names.iter().chain(&changes.hot_names);
            if asked.any(|name| mentions.binary_search(name).is_ok()) {
                return false;
            }
            if changes.modules.is_empty() || !(rests_on_changed || looks_everywhere) {
                return true;
            }
            let reach = reaches.entry((record.marks, rests_on_changed)).or_default();
            let reach =
                reach.get_or_init(|| Reach::new(&changes, &interfaces, record.marks, rests_on_changed));
            !reach.meets(mentions, &record.dependencies)
        };
        let by_path = self.by_path();
        let mut plan = Plan {
            changed: Vec::new(),
            remembered: Vec::new(),
            is_unchanged: comparison.is_unchanged(),
            interfaces: None,
        };
        for (index, file) in engine.project().files().iter().enumerate() {
            let record = file.path.to_str().and_then(|path| by_path.get(path).copied());
            let record = record.filter(|record| stands(record));
            match record {
                Some(record) => plan.remembered.push(record),
                None => plan.changed.push(index),
            }
        }
        plan.interfaces = Some(interfaces);
        plan
    }

    /// The module of a remembered file as it is now, and the packages that it needs.
    pub(crate) fn needed_packages<'m>(
        &'m self,
        engine: &Engine,
        file: &'m FileRecord,
    ) -> Option<(ModuleId, &'m [String])> {
        if file.needed_packages.is_empty() {
            return None;
        }
        Some((engine.module_at(Path::new(self.path(file)))?, &file.needed_packages))
    }

    fn path(&self, file: &FileRecord) -> &str {
        &self.modules[file.module as usize].path
    }

    /// What the checked files look like that did not change.
    fn unchanged(
        &self,
        engine: &Engine,
        comparison: &Comparison,
        interfaces: &[Arc<Interface>],
    ) -> FxHashMap<ModuleId, Arc<Interface>> {
        let modules = self.modules.iter().zip(interfaces).enumerate();
        let same = modules
            .filter(|(place, (module, _))| module.is_checked && comparison.is_same_text(*place as u32));
        same.filter_map(|(_, (module, interface))| {
            Some((engine.module_at(Path::new(&module.path))?, interface.clone()))
        })
        .collect()
    }

    fn libraries_changed(&self, engine: &Engine) -> bool {
        self.modules
            .iter()
            .filter(|module| module.is_library)
            .any(|module| engine.project().stamp(Path::new(&module.path)) != Some(module.stamp))
    }

    /// Reads what belongs to this memory; `None` when another run wrote something else meanwhile.
    fn read_interfaces(&self, packs: &Packs) -> Option<Vec<Arc<Interface>>> {
        let pack = Pack::open(&packs.interfaces, packs.version ^ self.interfaces, packs.key.as_ref());
        let interfaces = Interface::all_of_bytes(&pack.get(KEY)?)?;
        let is_of_this = interfaces.len() == self.modules.len();
        is_of_this.then(|| interfaces.into_iter().map(Arc::new).collect())
    }

    /// Writes it, and what the modules look like, by place.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub(crate) fn write(mut self, interfaces: &[Arc<Interface>], packs: &Packs) -> io::Result<()> {
        self.interfaces = self.hash_of_modules();
        let key = packs.key.as_ref();
        let version = packs.version ^ self.interfaces;
        write_pack(&packs.interfaces, version, key, &[(KEY, Interfaces(interfaces))])?;
        write_pack(&packs.findings, packs.version, key, &[(KEY, bitcode::encode(&self))])
    }

    /// A hash of the modules and their texts, in order: what they look like follows from them.
    fn hash_of_modules(&self) -> u64 {
        let mut hasher = Xxh3Default::new();
        for module in &self.modules {
            hasher.update(module.path.as_bytes());
            hasher.update(&module.content_hash.to_le_bytes());
        }
        hasher.digest()
    }
}
