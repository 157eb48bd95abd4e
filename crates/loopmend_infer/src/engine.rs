//! One revision of a project: its modules, the resolution of their names, and the memo of all answers. A
//! new revision gets a new engine. Unchanged results are kept on disk, not in memory.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use loopmend_catalog::{InUse, Role, entries_with};
use loopmend_core::{SourceKind, SourceText, Span};
use loopmend_index::summary::{Asked, Interface, Summary, Target, lower};
use loopmend_index::test_files::is_test_directory;
use loopmend_index::usage_counts::{UsageCounts, UsageKey, usage_of_module};
use loopmend_project::{Era, FileStamp, ModuleFile, Origin, Project, PytestConfiguration, ReadError, RootId};
use loopmend_python::SyntaxTree;
use loopmend_surface::{Carried, Library};
use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_64;

use crate::Answers;
use crate::dependencies::{DependencySet, DependencySets};
use crate::index::ProjectIndex;
use crate::library_cache::LibraryCache;
use crate::parts::Part;
use crate::read_modules::{ReadModules, SeenAs};
use crate::sharded::{HashedShards, Sharded, hash_of};
use crate::typeshed::{self, Stub};
use crate::word_index::WordIndex;

/// The ID of a module in one engine. The modules of [`Project::files`] come first, in the same order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ModuleId(pub(crate) u32);

impl ModuleId {
    /// Returns the ID of the module for the file at this index of [`Project::files`].
    pub fn of_file(index: usize) -> Self {
        Self(index as u32)
    }

    /// Returns the index of the module in the engine.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Where the text of a module comes from.
#[derive(Clone, Debug)]
enum Place {
    /// A file on disk.
    File(PathBuf),
    /// A bundled stub of the standard library.
    Stub(Stub),
    /// A bundled stub of a library that is not installed.
    Carried(Carried),
    /// A namespace package, which has no text.
    Namespace,
    /// A name that did not resolve to a module. An answer that depends on it changes when such a file
    /// appears.
    Absent,
}

/// A module that has been read.
#[derive(Clone)]
pub struct Loaded {
    /// The summary of the module.
    pub summary: Arc<Summary>,
    /// A hash of the text.
    pub content_hash: u64,
    /// The text, kept only for checked files.
    pub source: Option<Arc<SourceText>>,
    /// Why the module could not be read. If set, the summary is that of an empty module.
    pub error: Option<ReadError>,
}

struct Module {
    name: Option<String>,
    place: Place,
    is_package: bool,
    origin: Origin,
    root: Option<RootId>,
    stamp: FileStamp,
    keep_source: bool,
    loaded: OnceLock<Loaded>,
}

/// Counts of the modules that were read, by source.
#[derive(Debug, Default)]
pub struct Counters {
    /// Modules parsed from text.
    pub parsed: AtomicU64,
    /// Modules loaded from the library cache.
    pub from_cache: AtomicU64,
}

/// The minimum size of a large file. The syntax tree of a large file takes so much memory that only one
/// exists at a time.
const LARGE: u64 = 1 << 20;

impl Module {
    /// Locks `turn` if the module is large, so that only one large module is processed at a time. Returns
    /// `None` for a small module.
    fn turn<'t>(&self, turn: &'t Mutex<()>) -> Option<MutexGuard<'t, ()>> {
        (self.stamp.size > LARGE).then(|| turn.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// One revision of a project.
pub struct Engine<'p> {
    project: &'p Project,
    options: EngineOptions<'p>,
    /// The catalogue has the facts that the project adds for as long as the engine lives.
    _facts: InUse,
    modules: boxcar::Vec<Module>,
    by_path: Sharded<PathBuf, ModuleId>,
    by_name: HashedShards<FoundName>,
    /// The texts of unchanged files that were searched without parsing them.
    unparsed_texts: Sharded<ModuleId, Option<Arc<[u8]>>>,
    pub(crate) words: WordIndex,
    /// Held while a large file is read and parsed.
    large_being_read: Mutex<()>,
    /// Held while a large file is checked.
    large_being_checked: Mutex<()>,
    counters: Counters,
    pub(crate) index: ProjectIndex,
    /// Whether a bundled library may stand in for the version that the project means, by its name.
    usable_libraries: Sharded<&'static str, bool>,
    /// Which versions of the library of checked records the requirements near a directory mean.
    pub(crate) record_eras: Sharded<PathBuf, Option<Era>>,
    pytest_plugins: OnceLock<Vec<ModuleId>>,
    /// The plugins that the option `-p` names, by pytest configuration.
    named_plugins: Sharded<Option<PathBuf>, Arc<NamedPlugins>>,
    conftest_files: OnceLock<Vec<ModuleId>>,
    usage_by_module: Sharded<ModuleId, Arc<FxHashMap<UsageKey, UsageCounts>>>,
    pub(crate) dependency_sets: DependencySets,
    /// The modules that were read for answers that depend on the subclasses in the project, rather than on
    /// these modules.
    pub(crate) read_of_subclasses: Sharded<DependencySet, ()>,
    pub(crate) answers: Answers,
}

/// The plugins of one pytest configuration.
pub struct NamedPlugins {
    /// The modules that the option `-p` names.
    pub modules: Vec<String>,
    /// The base directory of relative paths, beside which modules of plugins may stand.
    pub(crate) directory: PathBuf,
}

impl NamedPlugins {
    fn new(project: &Project, configuration: Option<&PytestConfiguration>) -> Self {
        let words = configuration.map(|stated| stated.command_line_values(&["-p"])).unwrap_or_default();
        Self {
            modules: words.into_iter().filter(|word| !word.starts_with("no:")).collect(),
            directory: project.pytest_directory(configuration),
        }
    }
}

/// What an engine is created with beside its project.
#[derive(Default)]
pub struct EngineOptions<'p> {
    /// The cache of the summaries of installed modules and stubs.
    pub libraries: Option<LibraryCache>,
    /// The modules that earlier engines of the project have read. A module is reused if its file is unchanged.
    pub read_before: Option<&'p ReadModules>,
    /// Whether every expression of the project's files is kept, which reports about single places require.
    pub keeps_all: bool,
    /// Whether the sets of modules that answers depend on stay empty, because no cache is written.
    pub forgets_dependencies: bool,
    /// A part of the inference that is disabled, to measure its effect.
    pub left_out: Option<Part>,
}

/// A name lookup and its result.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, bitcode::Encode, bitcode::Decode)]
pub struct Lookup {
    viewpoint: Viewpoint,
    name: String,
    /// A hash of the path, or a code for another kind of result.
    meaning: u64,
}

/// The viewpoint of a name lookup, which determines the search order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, bitcode::Encode, bitcode::Decode)]
pub enum Viewpoint {
    /// The code of the project, in this import root.
    Root(Option<u32>),
    /// The standard library.
    StandardLibrary,
    /// An installed package.
    ThirdParty,
}

/// A name that was looked up, and the module that it means.
struct FoundName {
    viewpoint: Viewpoint,
    name: Box<str>,
    module: ModuleId,
}

/// The result of a name lookup.
enum Found {
    File(ModuleFile),
    Stub(Stub),
    Carried(Carried),
}

impl<'p> Engine<'p> {
    /// Creates an engine for a project. Waits while an engine exists whose project adds other facts to the catalogue.
    pub fn new(project: &'p Project, options: EngineOptions<'p>) -> Self {
        let engine = Self {
            project,
            _facts: project.additions().in_use(),
            modules: boxcar::Vec::with_capacity(project.files().len() * 2),
            by_path: Sharded::new(),
            by_name: HashedShards::new(),
            unparsed_texts: Sharded::new(),
            words: WordIndex::default(),
            dependency_sets: DependencySets::new(options.forgets_dependencies),
            options,
            large_being_read: Mutex::default(),
            large_being_checked: Mutex::default(),
            counters: Counters::default(),
            index: ProjectIndex::default(),
            usable_libraries: Sharded::default(),
            record_eras: Sharded::default(),
            pytest_plugins: OnceLock::new(),
            named_plugins: Sharded::new(),
            conftest_files: OnceLock::new(),
            usage_by_module: Sharded::new(),
            read_of_subclasses: Sharded::new(),
            answers: Answers::new(),
        };
        for file in project.files() {
            let is_package = is_package_file(&file.path);
            let id = ModuleId(engine.modules.push(Module {
                name: file.module.clone(),
                place: Place::File(file.path.clone()),
                is_package,
                origin: Origin::FirstParty,
                root: file.root,
                stamp: file.stamp,
                keep_source: true,
                loaded: OnceLock::new(),
            }) as u32);
            engine.by_path.shard(file.path.as_path()).insert(file.path.clone(), id);
        }
        engine
    }

    /// Returns whether a part of the inference is disabled.
    pub fn is_without(&self, part: Part) -> bool {
        self.options.left_out == Some(part)
    }

    /// Returns the project that the engine was created for.
    pub fn project(&self) -> &'p Project {
        self.project
    }

    /// Returns the counts of the modules read so far.
    pub fn counters(&self) -> &Counters {
        &self.counters
    }

    /// Returns the modules on which either of two answers depends.
    pub fn union_of(&self, first: DependencySet, second: DependencySet) -> DependencySet {
        self.dependency_sets.union(first, second)
    }

    /// Returns the number of memoised answers.
    pub fn memoised(&self) -> usize {
        self.answers.len()
    }

    /// Returns the cache of libraries, which is saved after the run.
    pub fn library_cache(&self) -> Option<&LibraryCache> {
        self.options.libraries.as_ref()
    }

    /// Returns a module, reading it on first use.
    pub fn load(&self, module: ModuleId) -> &Loaded {
        let entry = &self.modules[module.index()];
        entry.loaded.get_or_init(|| self.read(module, entry))
    }

    /// Returns the result of `read` for the syntax tree of a checked file, which is parsed for this call.
    /// Returns the default for a module whose text is not kept.
    pub fn read_tree<T: Default>(&self, module: ModuleId, read: impl FnOnce(&SyntaxTree) -> T) -> T {
        let source = self.load(module).source.as_deref();
        source.map(|source| read(&SyntaxTree::parse(source))).unwrap_or_default()
    }

    /// Returns the result of `read` for the syntax tree of the outermost function around a place of a checked file, without its decorators
    /// and the code around it. Outside of functions, in notebooks and in files with syntax errors it is the tree of the file. Returns the
    /// default for a module whose text is not kept.
    pub fn read_function_tree<T: Default>(
        &self,
        module: ModuleId,
        place: u32,
        read: impl FnOnce(&SyntaxTree) -> T,
    ) -> T {
        let Loaded { summary, source, .. } = self.load(module);
        let Some(source) = source.as_deref() else { return T::default() };
        let is_whole = source.cells.is_empty() && summary.syntax_errors.is_empty();
        let function = summary.outermost_function_around(place).filter(|_| is_whole);
        let tree = function.and_then(|function| SyntaxTree::parse_function(source, function));
        read(&tree.unwrap_or_else(|| SyntaxTree::parse(source)))
    }

    /// Returns whether a module may bind a name. The text is searched for the name, which is cheaper than
    /// parsing. Returns `true` if the text is not kept.
    pub fn may_bind(&self, module: ModuleId, name: &str) -> bool {
        self.may_bind_any(module, &[name])
    }

    /// Returns whether the code of a module contains a name. A module that is not read yet is parsed only if its text contains the name.
    pub fn has_name(&self, module: ModuleId, name: &str) -> bool {
        self.may_name_any(module, &[name]) && self.summary(module).names.find(name).is_some()
    }

    /// Returns whether the code of a module may contain one of these names. A module that is not read yet is not parsed.
    pub(crate) fn may_name_any(&self, module: ModuleId, names: &[&str]) -> bool {
        self.is_loaded(module) || self.may_bind_any(module, names)
    }

    /// Returns whether a module may bind any of these names.
    pub fn may_bind_any(&self, module: ModuleId, names: &[&str]) -> bool {
        let entry = &self.modules[module.index()];
        match (&entry.place, entry.loaded.get()) {
            (Place::File(path), None) => {
                self.unparsed_text(module, path).is_some_and(|text| has_any(&text, names))
            }
            (Place::File(_), Some(Loaded { source: Some(source), .. })) => {
                has_any(source.text.as_bytes(), names)
            }
            _ => true,
        }
    }

    /// Returns whether the text of a module's file has one of these words, not as the end of a longer name, or cannot be read.
    pub fn mentions_any(&self, module: ModuleId, words: &[&str]) -> bool {
        self.in_text(module, |text| has_any_word(text, words)).unwrap_or(true)
    }

    /// Returns whether the text of a module's file has a name behind a dot, or cannot be read.
    pub fn mentions_attribute(&self, module: ModuleId, name: &str) -> bool {
        self.in_text(module, |text| has_attribute(text, name)).unwrap_or(true)
    }

    /// Returns whether a module assigns an attribute of this name to any object but `self` of a method. The text is searched first.
    pub fn sets_on_others(&self, module: ModuleId, name: &str) -> bool {
        self.mentions_attribute(module, name)
            && self.summary(module).attributes_set_on_others().any(|set| set == name)
    }

    /// Returns the files whose code has the name `setattr`. Texts are searched first: a file that did not change is not parsed.
    pub fn files_with_setattr(&self) -> impl Iterator<Item = ModuleId> {
        self.files_with_word("setattr").into_iter().filter(|module| self.has_name(*module, "setattr"))
    }

    /// Returns how often a word stands in the text of a module's file, not as a part of a longer name. A text that cannot be read counts as one
    /// with any number.
    pub fn count_words(&self, module: ModuleId, word: &str) -> usize {
        self.in_text(module, |text| count_words(text, word)).unwrap_or(usize::MAX)
    }

    /// Returns what `search` finds in the text of a module's file. A text that is not kept is read. The
    /// module is not parsed. Returns `None` if there is no text.
    pub fn in_text<T>(&self, module: ModuleId, search: impl FnOnce(&[u8]) -> T) -> Option<T> {
        let path = self.module_path(module)?;
        match self.modules[module.index()].loaded.get() {
            Some(Loaded { source: Some(source), .. }) => Some(search(source.text.as_bytes())),
            _ => Some(search(&self.unparsed_text(module, path)?)),
        }
    }

    /// Returns the bytes of a file that is not loaded with its text, or `None` if it cannot be read. Those of a checked file are read once: many
    /// questions search all files.
    fn unparsed_text(&self, module: ModuleId, path: &Path) -> Option<Arc<[u8]>> {
        let Some(file) = self.project.files().get(module.index()) else {
            return self.project.read_bytes(path).ok().map(Arc::from);
        };
        self.unparsed_texts.get_or_make(module, || match file.kind {
            // Names are searched for in the code of the cells.
            SourceKind::Notebook => Some(Arc::from(self.project.read(path).ok()?.text.into_bytes())),
            SourceKind::Python | SourceKind::Stub => self.project.read_bytes(path).ok().map(Arc::from),
        })
    }

    /// Returns a range of the text of a module's file, if the text is kept.
    pub fn text_within(&self, module: ModuleId, range: Span) -> Option<&str> {
        self.load(module).source.as_ref()?.text.get(range.as_range())
    }

    /// Returns whether a range of the text of a module's file has a word, or cannot be read.
    pub(crate) fn mentions_within(&self, module: ModuleId, range: Span, word: &str) -> bool {
        let has_word = |text: &str| text.get(range.as_range()).is_none_or(|part| part.contains(word));
        match (&self.load(module).source, self.module_path(module)) {
            (Some(source), _) => has_word(&source.text),
            (None, Some(path)) => self.project.read(path).map_or(true, |source| has_word(&source.text)),
            (None, None) => true,
        }
    }

    /// Waits until no other large module is being checked, if this module is large. This limits the number
    /// of large syntax trees in memory at a time. Returns `None` for a small module.
    pub fn turn_of(&self, module: ModuleId) -> Option<MutexGuard<'_, ()>> {
        self.modules[module.index()].turn(&self.large_being_checked)
    }

    /// Returns the summary of a module.
    pub fn summary(&self, module: ModuleId) -> &Summary {
        &self.load(module).summary
    }

    /// Returns the interface of a module: what other modules can see of it, and its answers to `asked`. The
    /// interface is computed anew by each call.
    pub fn interface(&self, module: ModuleId, asked: Asked) -> Interface {
        let of_text = |text: Option<&[u8]>| self.summary(module).interface(text, asked, self.catalogue());
        self.in_text(module, |text| of_text(Some(text))).unwrap_or_else(|| of_text(None))
    }

    /// Returns whether a module has been read.
    pub fn is_loaded(&self, module: ModuleId) -> bool {
        self.modules[module.index()].loaded.get().is_some()
    }

    /// Returns the dotted name of a module, or an empty string for a file that cannot be imported.
    pub fn module_name(&self, module: ModuleId) -> &str {
        self.modules[module.index()].name.as_deref().unwrap_or_default()
    }

    /// Returns the top-level package of a module: the first part of its name.
    pub fn top_level(&self, module: ModuleId) -> &str {
        self.module_name(module).split('.').next().unwrap_or_default()
    }

    /// Returns the path of a module's file, or `None` for a bundled stub, a namespace package or an absent
    /// module.
    pub fn module_path(&self, module: ModuleId) -> Option<&Path> {
        match &self.modules[module.index()].place {
            Place::File(path) => Some(path),
            Place::Stub(_) | Place::Carried(_) | Place::Namespace | Place::Absent => None,
        }
    }

    /// Returns the library that is not installed and of whose bundled stubs a module is one.
    pub fn carried_library(&self, module: ModuleId) -> Option<&'static Library> {
        match &self.modules[module.index()].place {
            Place::Carried(carried) => Some(carried.library()),
            _ => None,
        }
    }

    /// Returns the size and modification time of a module's file at the time of discovery.
    pub fn stamp(&self, module: ModuleId) -> FileStamp {
        self.modules[module.index()].stamp
    }

    /// Returns the path under which a module is displayed, or `None` if the module has no file.
    pub fn shown_path(&self, module: ModuleId) -> Option<String> {
        match self.project.files().get(module.index()) {
            Some(file) => Some(file.display.clone()),
            None => self.module_path(module).map(|path| self.project.display(path)),
        }
    }

    /// Returns whether a file belongs to tests, according to its name or the names of its parent
    /// directories.
    pub fn is_of_tests(&self, module: ModuleId) -> bool {
        let path = self.shown_path(module).unwrap_or_default();
        let mut parts = path.split(['/', '\\']).rev();
        let file = parts.next().unwrap_or_default();
        file.starts_with("test_")
            || file.ends_with("_test.py")
            || matches!(file, "conftest.py" | "tests.py")
            || parts.any(is_test_directory)
            || self.is_own_pytest_plugin(module)
    }

    /// Returns whether a file is the module of a pytest plugin that the project installs.
    pub fn is_own_pytest_plugin(&self, module: ModuleId) -> bool {
        self.is_mutable(module) && self.project().is_own_pytest_plugin(self.module_name(module))
    }

    /// Returns the origin of a module.
    pub fn origin(&self, module: ModuleId) -> Origin {
        self.modules[module.index()].origin
    }

    /// Returns whether an answer that depends on the module can change between two runs with the same
    /// libraries.
    pub fn is_mutable(&self, module: ModuleId) -> bool {
        self.modules[module.index()].origin == Origin::FirstParty
    }

    /// Returns the top-level packages that a module imports without a guard, sorted and without duplicates.
    /// Packages of the standard library are left out. Whether the packages are installed is not checked.
    pub fn needed_packages(&self, module: ModuleId) -> Vec<String> {
        let summary = self.summary(module);
        let mut tops: Vec<&str> =
            summary.needed.iter().filter_map(|name| summary.name(*name).split('.').next()).collect();
        tops.sort_unstable();
        tops.dedup();
        tops.retain(|top| typeshed::find(top, self.project.python_version()).is_none());
        tops.into_iter().map(str::to_owned).collect()
    }

    /// Returns whether a top-level package is there from an import root, or known by bundled stubs.
    pub fn knows_package(&self, top: &str, from: Option<RootId>) -> bool {
        self.project.provides(top, from) || self.find_carried(top, from).is_some()
    }

    /// Returns whether no file was found for the name of a module.
    pub fn is_absent(&self, module: ModuleId) -> bool {
        matches!(self.modules[module.index()].place, Place::Absent)
    }

    /// Returns whether a module is a namespace package, whose parts may lie in several places.
    pub fn is_namespace(&self, module: ModuleId) -> bool {
        matches!(self.modules[module.index()].place, Place::Namespace)
    }

    /// Returns whether a module is a package.
    pub fn is_package(&self, module: ModuleId) -> bool {
        self.modules[module.index()].is_package
    }

    /// Returns all modules known so far.
    pub fn modules(&self) -> impl Iterator<Item = ModuleId> {
        (0..self.modules.count()).map(|index| ModuleId(index as u32))
    }

    /// Returns the modules that were read to find subclasses. Each occurs at least once. Answers that
    /// depend on subclasses do not list these modules as dependencies.
    pub fn modules_of_subclasses(&self) -> Vec<ModuleId> {
        let mut modules = Vec::new();
        self.read_of_subclasses.each(|set, ()| modules.extend(self.dependency_sets.modules(*set)));
        modules.retain(|module| module.index() < self.modules.count());
        modules
    }

    /// Returns the module that was found for a first-party path.
    pub fn module_at(&self, path: &Path) -> Option<ModuleId> {
        self.by_path.shard(path).get(path).copied()
    }

    /// Returns the checked file at a path.
    pub fn checked_file_at(&self, path: &Path) -> Option<ModuleId> {
        self.module_at(path).filter(|module| module.index() < self.project.files().len())
    }

    /// Returns the module with this displayed path. Adds the module if it is not yet known.
    pub fn module_for(&self, shown: &Path) -> ModuleId {
        let files = self.project.files();
        let display = shown.to_str().unwrap_or_default();
        if let Ok(index) = files.binary_search_by(|file| file.display.as_str().cmp(display)) {
            return ModuleId::of_file(index);
        }
        let path = self.project.absolute(shown);
        self.module_at(&path).unwrap_or_else(|| {
            let stamp = self.project.stamp(&path).unwrap_or_default();
            self.add(path.clone(), || Module {
                name: None,
                place: Place::File(path),
                is_package: false,
                origin: Origin::ThirdParty,
                root: None,
                stamp,
                keep_source: false,
                loaded: OnceLock::new(),
            })
        })
    }

    /// Returns the first-party module in a file outside the checked paths, under the name by which it was
    /// found before.
    pub fn first_party_at(&self, path: &Path, name: &str, root: Option<RootId>) -> ModuleId {
        let is_package = is_package_file(path);
        self.add(path.to_owned(), || Module {
            name: Some(name.to_owned()),
            place: Place::File(path.to_owned()),
            is_package,
            origin: Origin::FirstParty,
            root,
            stamp: self.project.stamp(path).unwrap_or_default(),
            keep_source: false,
            loaded: OnceLock::new(),
        })
    }

    /// Returns the header of a definition by its qualified name, in the current text of the module.
    pub fn definition(&self, module: ModuleId, symbol: &str) -> Option<Span> {
        self.summary(module).definition(symbol)
    }

    /// Returns the module that `name` refers to when `from` imports it; an absent module if nothing is
    /// found.
    pub fn resolve(&self, name: &str, from: ModuleId) -> ModuleId {
        self.resolve_from(name, self.viewpoint(from))
    }

    /// Returns the viewpoint from which the imports of a module are resolved.
    pub fn viewpoint(&self, importer: ModuleId) -> Viewpoint {
        let importer = &self.modules[importer.index()];
        match importer.origin {
            Origin::FirstParty => {
                let root = match (&importer.place, importer.root) {
                    (Place::File(path), Some(root)) => Some(self.project.import_root(path, root)),
                    (_, root) => root,
                };
                Viewpoint::Root(root.map(|root| root.0))
            }
            Origin::StandardLibrary => Viewpoint::StandardLibrary,
            Origin::ThirdParty => Viewpoint::ThirdParty,
        }
    }

    /// Returns every name lookup so far with its result, in no particular order.
    pub fn lookups(&self) -> Vec<Lookup> {
        let mut lookups = Vec::new();
        self.by_name.each(|found| {
            let meaning = self.meaning_of(&self.modules[found.module.index()].place);
            lookups.push(Lookup { viewpoint: found.viewpoint, name: found.name.to_string(), meaning });
        });
        lookups
    }

    /// Returns whether a name still resolves to the same result.
    pub fn still_means(&self, lookup: &Lookup) -> bool {
        let place = match self.find_file(&lookup.name, lookup.viewpoint) {
            Some(Found::File(file)) => place_of(&file),
            Some(Found::Stub(stub)) => Place::Stub(stub),
            Some(Found::Carried(carried)) => Place::Carried(carried),
            None => Place::Absent,
        };
        self.meaning_of(&place) == lookup.meaning
    }

    fn meaning_of(&self, place: &Place) -> u64 {
        match place {
            Place::File(path) => xxh3_64(path.as_os_str().as_encoded_bytes()),
            Place::Stub(_) => 1,
            Place::Namespace => 2,
            Place::Absent => 3,
            Place::Carried(_) => 4,
        }
    }

    /// Returns the import root of a module of the project.
    pub fn root(&self, module: ModuleId) -> Option<RootId> {
        self.modules[module.index()].root
    }

    /// Returns an installed module that has a file.
    pub fn installed_module(&self, name: &str) -> Option<ModuleId> {
        let module = self.resolve_from(name, Viewpoint::ThirdParty);
        self.module_path(module).map(|_| module)
    }

    /// Returns a module of the standard library.
    pub fn standard_library(&self, name: &str) -> ModuleId {
        self.resolve_from(name, Viewpoint::StandardLibrary)
    }

    fn resolve_from(&self, name: &str, viewpoint: Viewpoint) -> ModuleId {
        let hash = hash_of(&(viewpoint, name));
        let is_it = |found: &FoundName| found.viewpoint == viewpoint && &*found.name == name;
        if let Some(known) = self.by_name.shard(hash).find(hash, is_it) {
            return known.module;
        }
        let module = self.find(name, viewpoint);
        let mut shard = self.by_name.shard(hash);
        let entry = shard.entry(hash, is_it, |found| hash_of(&(found.viewpoint, &*found.name)));
        entry.or_insert_with(|| FoundName { viewpoint, name: name.into(), module }).get().module
    }

    /// Finds a module in Python's search order, with the standard library before installed packages, as in
    /// type checkers (typing specification, "Import resolution ordering").
    fn find(&self, name: &str, viewpoint: Viewpoint) -> ModuleId {
        match self.find_file(name, viewpoint) {
            Some(Found::File(file)) => self.add_file(name, &file),
            Some(Found::Stub(stub)) => self.add_stub(stub),
            Some(Found::Carried(carried)) => self.add_carried(carried),
            None => self.add_absent(name),
        }
    }

    fn find_file(&self, name: &str, viewpoint: Viewpoint) -> Option<Found> {
        let stub = || typeshed::find(name, self.project.python_version()).map(Found::Stub);
        let third_party = || self.project.resolve_third_party(name).map(Found::File);
        let first_party = |root| self.project.resolve_first_party(name, root).map(Found::File);
        match viewpoint {
            Viewpoint::Root(root) => {
                let root = root.map(RootId);
                match self.project.resolve_first_party(name, root) {
                    // Documentation of another version says nothing about the project as it is, installed or not.
                    Some(file) if self.project.is_of_other_version(&file, root) => None,
                    Some(file) => Some(Found::File(file)),
                    None => stub().or_else(third_party).or_else(|| self.find_carried(name, root)),
                }
            }
            Viewpoint::StandardLibrary => stub(),
            Viewpoint::ThirdParty => {
                let found = stub().or_else(third_party).or_else(|| first_party(None));
                found.or_else(|| self.find_carried(name, None))
            }
        }
    }

    /// Returns the bundled stub of a module of a library of which nothing is installed, unless the project
    /// asks for versions of the library that may be too different.
    fn find_carried(&self, name: &str, from: Option<RootId>) -> Option<Found> {
        let carried = loopmend_surface::find(name)?;
        let top = name.split('.').next().unwrap_or_default();
        let stands_in = !self.project.provides(top, from) && self.is_usable(carried.library());
        stands_in.then_some(Found::Carried(carried))
    }

    fn is_usable(&self, library: &'static Library) -> bool {
        let Library { name, version, rivals } = *library;
        let mut shard = self.usable_libraries.shard(&name);
        *shard.entry(name).or_insert_with(|| {
            let is_rival_meant = || rivals.iter().any(|rival| self.project.names_distribution(rival));
            self.project.may_use(name, version) && !is_rival_meant()
        })
    }

    fn add_stub(&self, stub: Stub) -> ModuleId {
        self.add(PathBuf::from(format!("<typeshed>/{}", stub.module)), || Module {
            name: Some(stub.module.to_owned()),
            place: Place::Stub(stub),
            is_package: stub.is_package,
            origin: Origin::StandardLibrary,
            root: None,
            stamp: FileStamp::default(),
            keep_source: false,
            loaded: OnceLock::new(),
        })
    }

    fn add_carried(&self, carried: Carried) -> ModuleId {
        self.add(PathBuf::from(format!("<carried>/{}", carried.module())), || Module {
            name: Some(carried.module().to_owned()),
            place: Place::Carried(carried),
            is_package: carried.is_package(),
            origin: Origin::ThirdParty,
            root: None,
            stamp: FileStamp::default(),
            keep_source: false,
            loaded: OnceLock::new(),
        })
    }

    fn add_file(&self, name: &str, file: &ModuleFile) -> ModuleId {
        self.add(file.path.clone(), || Module {
            name: Some(name.to_owned()),
            place: place_of(file),
            is_package: file.is_package,
            origin: file.origin,
            root: file.root,
            stamp: file.stamp,
            keep_source: false,
            loaded: OnceLock::new(),
        })
    }

    fn add_absent(&self, name: &str) -> ModuleId {
        self.add(PathBuf::from(format!("<absent>/{name}")), || Module {
            name: Some(name.to_owned()),
            place: Place::Absent,
            is_package: false,
            origin: Origin::FirstParty,
            root: None,
            stamp: FileStamp::default(),
            keep_source: false,
            loaded: OnceLock::new(),
        })
    }

    fn add(&self, key: PathBuf, module: impl FnOnce() -> Module) -> ModuleId {
        let mut shard = self.by_path.shard(key.as_path());
        *shard.entry(key).or_insert_with(|| ModuleId(self.modules.push(module()) as u32))
    }

    fn read(&self, id: ModuleId, module: &Module) -> Loaded {
        match &module.place {
            Place::File(path) => self.read_file(id, module, path),
            Place::Stub(stub) => {
                self.read_bundled(id, self.library_key(stub.module.as_bytes()), stub.text.len(), || {
                    stub.text.to_owned()
                })
            }
            Place::Carried(carried) => {
                let key = self.library_key(format!("<carried>/{}", carried.module()).as_bytes());
                self.read_bundled(id, key, carried.length(), || carried.text())
            }
            Place::Namespace | Place::Absent => Loaded::empty(None),
        }
    }

    fn read_file(&self, id: ModuleId, module: &Module, path: &Path) -> Loaded {
        let name = module.name.as_deref();
        if let Some(loaded) =
            self.options.read_before.and_then(|before| before.get(path, module.stamp, self.seen_as(name)))
        {
            return loaded;
        }
        let loaded = self.read_text(id, module, path);
        if let Some(before) = self.options.read_before.filter(|_| loaded.error.is_none()) {
            before.put(path, module.stamp, self.seen_as(name), &loaded);
        }
        loaded
    }

    fn read_text(&self, id: ModuleId, module: &Module, path: &Path) -> Loaded {
        let is_library = module.origin != Origin::FirstParty;
        let key = self.library_key(path.as_os_str().as_encoded_bytes());
        if is_library && let Some(loaded) = self.cached(key, module.stamp) {
            return loaded;
        }
        let _turn = module.turn(&self.large_being_read);
        match self.project.read(path) {
            Ok(source) => {
                let loaded = self.load_source(id, source);
                if is_library && let Some(libraries) = &self.options.libraries {
                    libraries.put(key, module.stamp, &loaded.summary);
                }
                loaded
            }
            Err(error) => Loaded::empty(Some(error)),
        }
    }

    /// Reads a stub that the binary brings, by its key in the cache, its length and its text.
    fn read_bundled(&self, id: ModuleId, key: u64, length: usize, text: impl FnOnce() -> String) -> Loaded {
        let stamp = FileStamp { size: length as u64, modified: 0 };
        if let Some(loaded) = self.cached(key, stamp) {
            return loaded;
        }
        let loaded = self.load_source(id, SourceText::new(text(), SourceKind::Stub));
        if let Some(libraries) = &self.options.libraries {
            libraries.put(key, stamp, &loaded.summary);
        }
        loaded
    }

    /// Returns what a module is read as. Its summary depends on its name and on the catalogue.
    fn seen_as<'n>(&self, name: Option<&'n str>) -> SeenAs<'n> {
        SeenAs { name, facts: self.project.additions() }
    }

    /// Returns the key of a summary in the library cache. Summaries depend on the catalogue.
    fn library_key(&self, place: &[u8]) -> u64 {
        xxh3_64(place) ^ self.project.additions().key()
    }

    fn cached(&self, key: u64, stamp: FileStamp) -> Option<Loaded> {
        let summary = self.options.libraries.as_ref()?.get(key, stamp)?;
        self.counters.from_cache.fetch_add(1, Ordering::Relaxed);
        Some(Loaded { summary: Arc::new(summary), content_hash: 0, source: None, error: None })
    }

    fn load_source(&self, id: ModuleId, source: SourceText) -> Loaded {
        self.counters.parsed.fetch_add(1, Ordering::Relaxed);
        let module = &self.modules[id.index()];
        let target = Target {
            module: module.name.as_deref(),
            is_package: module.is_package,
            is_first_party: module.origin == Origin::FirstParty,
            keeps_all: self.options.keeps_all && module.origin == Origin::FirstParty,
            version: self.project.python_version(),
        };
        let summary = Arc::new(lower(&source, &SyntaxTree::parse(&source), &target));
        let cells = if source.cells.is_empty() { 0 } else { xxh3_64(&bitcode::encode(&source.cells)) };
        let content_hash = xxh3_64(source.text.as_bytes()) ^ cells;
        let source = module.keep_source.then(|| Arc::new(source));
        Loaded { summary, content_hash, source, error: None }
    }

    /// Returns how the calls of a module are used.
    pub(crate) fn usage_in(&self, module: ModuleId) -> Arc<FxHashMap<UsageKey, UsageCounts>> {
        let mut shard = self.usage_by_module.shard(&module);
        shard.entry(module).or_insert_with(|| Arc::new(usage_of_module(self.summary(module)))).clone()
    }

    /// Returns whether a module is a stub.
    pub fn is_stub(&self, module: ModuleId) -> bool {
        match &self.modules[module.index()].place {
            Place::Stub(_) | Place::Carried(_) => true,
            Place::File(path) => path.as_os_str().as_encoded_bytes().ends_with(b".pyi"),
            Place::Namespace | Place::Absent => false,
        }
    }

    /// Returns whether a pytest plugin with this module is installed, or belongs to the project.
    pub fn has_pytest_plugin(&self, module: &str) -> bool {
        self.pytest_plugins().iter().any(|plugin| self.module_name(*plugin) == module)
    }

    /// Returns the `conftest.py` files of the project.
    pub fn conftest_files(&self) -> &[ModuleId] {
        self.conftest_files.get_or_init(|| {
            let files = self.project.files().iter().enumerate();
            let conftests = files.filter(|(_, file)| file.path.ends_with("conftest.py"));
            conftests.map(|(index, _)| ModuleId::of_file(index)).collect()
        })
    }

    /// Returns the plugins that the pytest configuration of a module's directory names.
    pub fn named_plugins(&self, module: ModuleId) -> Option<Arc<NamedPlugins>> {
        let configuration = self.project.pytest_configuration(self.module_path(module)?.parent()?);
        let key = configuration.as_ref().map(|configuration| configuration.path.clone());
        let named = || Arc::new(NamedPlugins::new(self.project, configuration.as_deref()));
        Some(self.named_plugins.shard(&key).entry(key.clone()).or_insert_with(named).clone())
    }

    /// Returns the modules of pytest and of plugins that may define fixtures. The plugins are installed or
    /// belong to the project.
    pub fn pytest_plugins(&self) -> &[ModuleId] {
        self.pytest_plugins.get_or_init(|| {
            let own = entries_with(Role::PytestPlugin).map(|known| known.name.to_string());
            let named = own.chain(self.project.pytest_plugins());
            let found = named.map(|name| self.resolve_from(&name, Viewpoint::ThirdParty));
            let is_installed =
                |module: &ModuleId| !self.is_absent(*module) && self.carried_library(*module).is_none();
            found.filter(is_installed).collect()
        })
    }
}

fn place_of(file: &ModuleFile) -> Place {
    if file.is_namespace { Place::Namespace } else { Place::File(file.path.clone()) }
}

fn is_package_file(path: &Path) -> bool {
    path.file_stem().is_some_and(|stem| stem == "__init__")
}

/// Returns whether a text has one of these words, not as the end of a longer name.
fn has_any_word(text: &[u8], words: &[&str]) -> bool {
    let is_in_name = |before: &u8| before.is_ascii_alphanumeric() || *before == b'_';
    words.iter().any(|word| {
        let mut places = memchr::memmem::find_iter(text, word.as_bytes());
        places.any(|place| !text[..place].last().is_some_and(is_in_name))
    })
}

/// Returns whether a text has a name behind a dot, with nothing but spaces, line ends and a comment between them. A name that the text may
/// spell in other ways counts as one that it has.
fn has_attribute(text: &[u8], name: &str) -> bool {
    if !name.is_ascii() {
        return true;
    }
    let mut places = memchr::memmem::find_iter(text, name.as_bytes());
    places.any(|place| {
        let before = without_space_at_end(&text[..place]);
        before.ends_with(b".") || {
            let line = memchr::memrchr(b'\n', before).map_or(before, |end| &before[end..]);
            let code = memchr::memchr(b'#', line).map(|comment| without_space_at_end(&line[..comment]));
            code.is_some_and(|code| code.ends_with(b"."))
        }
    })
}

/// Returns a text without the spaces, line ends and backslashes at its end.
fn without_space_at_end(text: &[u8]) -> &[u8] {
    let is_space = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'\\';
    let end = text.iter().rposition(|byte| !is_space(byte)).map_or(0, |last| last + 1);
    &text[..end]
}

/// Returns how often a word stands in a text, not as a part of a longer name.
fn count_words(text: &[u8], word: &str) -> usize {
    let is_in_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_' || !byte.is_ascii();
    let begins_name = word.as_bytes().first().is_some_and(is_in_name);
    let is_whole = |place: &usize| {
        let (before, after) = (&text[..*place], &text[place + word.len()..]);
        let goes_on_before = begins_name && before.last().is_some_and(is_in_name);
        !goes_on_before && !after.first().is_some_and(is_in_name)
    };
    memchr::memmem::find_iter(text, word.as_bytes()).filter(is_whole).count()
}

fn has_any(text: &[u8], words: &[&str]) -> bool {
    words.iter().any(|word| memchr::memmem::find(text, word.as_bytes()).is_some())
}

impl Loaded {
    fn empty(error: Option<ReadError>) -> Self {
        let source = SourceText::new("", SourceKind::Python);
        let target = Target {
            module: None,
            is_package: false,
            is_first_party: false,
            keeps_all: false,
            version: loopmend_project::PythonVersion { major: 3, minor: 12 },
        };
        let summary = Arc::new(lower(&source, &SyntaxTree::parse(&source), &target));
        Self { summary, content_hash: 0, source: None, error }
    }
}

#[cfg(test)]
mod tests {
    use super::has_attribute;

    #[test]
    fn an_attribute_stands_behind_a_dot() {
        let found = |text: &str| has_attribute(text.as_bytes(), "total");
        assert!(found("(cart.  # the sum\n    total)") && has_attribute(b"", "größe"));
        assert!(found("cart.total = 0") && found("total(cart. \\\n  total)") && found("total.a; b.total"));
        assert!(!found("total = 0\ncart.subtotal = total\n") && !found(""));
    }
}
