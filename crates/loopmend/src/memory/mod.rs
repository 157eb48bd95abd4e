//! What a run remembers for the next one: the findings of each file, and what they rest on.
//!
//! A file is checked again when its text changed, and when what changed in other files can be seen by it:
//! see [`reach`]. When an installed module changed, or a name that was looked up means something else than
//! before, all files are.

mod compare;
mod next;
mod plan;
mod reach;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use loopmend_cache::{Blob, Pack, write_pack};
use loopmend_core::Diagnostic;
use loopmend_files::StateKey;
use loopmend_index::summary::{Interface, NameHash};
use loopmend_index::usage_counts::UsageKey;
use loopmend_project::FileStamp;
use loopmend_semantic::{Engine, Lookup, ModuleId};
use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::Xxh3Default;

pub(crate) use plan::Plan;

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
    /// All files, what else lies in directories, and which were asked for: such findings are not remembered.
    project: bool,
    /// The texts of all files: such findings stand while no file changes.
    all_texts: bool,
    /// Which attributes the files may set on any object, of those that the file reads.
    set_attributes: bool,
    /// Which attributes the files set on other objects, of those that the file or its dependencies read.
    attributes_on_others: bool,
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

impl Memory {
    /// Reads what a run of this version remembered; nothing when there is none.
    pub(crate) fn read(packs: &Packs) -> Self {
        let pack = Pack::open(&packs.findings, packs.version, packs.key.as_ref());
        pack.get(KEY).and_then(|blob| bitcode::decode(&blob).ok()).unwrap_or_default()
    }

    fn by_path(&self) -> FxHashMap<&str, &FileRecord> {
        self.files.iter().map(|file| (self.path(file), file)).collect()
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
