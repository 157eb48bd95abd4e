//! Runs the rules over a project: what changed since the last run is checked, the rest is remembered.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use loopmend_core::{Diagnostic, Place, SourceText};
use loopmend_files::StateKey;
use loopmend_files::key::state_directory;
use loopmend_index::summary::Interface;
use loopmend_project::{Project, ProjectFile};
use loopmend_rules::{
    Checked, Joining, Unreported, check_configurations, check_module, join_findings, keep_reported,
    show_places,
};
use loopmend_semantic::{Engine, EngineOptions, LibraryCache, ModuleId, ReadModules};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::Xxh3Default;

use crate::memory::{Memory, Packs, Plan};
use crate::missing_packages::MissingPackages;

/// The result of a check.
#[derive(Default)]
pub(crate) struct Analysis {
    /// Sorted by [`Diagnostic::sort_key`], with levels and suppressions applied; every place is a span.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// By shown path, the text of every file that a diagnostic or a note points to.
    pub(crate) sources: FxHashMap<String, SourceText>,
    /// How many files were checked.
    pub(crate) files: usize,
    /// Where the time went, in order.
    pub(crate) timings: Vec<(&'static str, Duration)>,
    /// The counters of the run, in order.
    pub(crate) counters: Vec<(&'static str, u64)>,
    /// The packages that reported files need and that are not found.
    pub(crate) missing: MissingPackages,
    /// `true` if the run was cut short.
    pub(crate) interrupted: bool,
}

/// How to run.
pub(crate) struct AnalysisOptions<'a> {
    /// Where results are kept between runs; `None` keeps nothing.
    pub(crate) cache_dir: Option<PathBuf>,
    /// `true` if what is learned is kept for the next run; not where a text stands in for a file.
    pub(crate) keeps: bool,
    /// Told the files done and the files in all, from any thread.
    pub(crate) progress: &'a (dyn Fn(usize, usize) + Sync),
    /// Set when the run should end soon.
    pub(crate) interrupt: &'a AtomicBool,
    /// Modules that were read for an analysis of this project before.
    pub(crate) read_before: Option<&'a ReadModules>,
    /// `true` if the process ends soon after, which frees all memory at once.
    pub(crate) is_last: bool,
    /// The only files to check, as they are shown; what is found then is not remembered.
    pub(crate) only: Option<&'a BTreeSet<String>>,
    /// `true` to report unset options even where that changes nothing for the tests.
    pub(crate) tells_harmless: bool,
    /// The findings that are joined.
    pub(crate) joining: Joining,
}

/// Checks the reported files of `project`.
pub(crate) fn analyze(project: &Project, options: &AnalysisOptions<'_>) -> Analysis {
    // What one thread does alone is done by one of those that do the rest: each thread keeps memory of its own.
    rayon::scope(|_| analyze_on_this_thread(project, options))
}

fn analyze_on_this_thread(project: &Project, options: &AnalysisOptions<'_>) -> Analysis {
    let cache = options.cache_dir.as_deref().and_then(|directory| Cache::new(directory, project));
    let libraries = cache
        .as_ref()
        .map(|cache| LibraryCache::open(&cache.libraries, cache.packs.version, cache.packs.key.clone()));
    let engine = Engine::with(
        project,
        EngineOptions {
            libraries,
            read_before: options.read_before,
            forgets_dependencies: cache.is_none() || !options.keeps,
            ..EngineOptions::default()
        },
    );
    let engine = ManuallyDrop::new(engine);
    let run = Run { engine: &engine, project, options, timings: Vec::new(), counters: Vec::new() };
    let analysis = run.check_files(cache.as_ref());
    if !options.is_last {
        drop(ManuallyDrop::into_inner(engine));
    }
    analysis
}

/// Where the packs of this project are.
struct Cache {
    libraries: PathBuf,
    packs: Packs,
}

/// `true` for the names of the packs that belong to a project.
pub(crate) fn packs_of_project(project: &Project) -> impl Fn(&OsStr) -> bool {
    let prefixes = [Kind::Findings, Kind::Interfaces].map(|kind| kind.prefix(project));
    let libraries = libraries_pack(project);
    move |name| {
        let shown = name.to_string_lossy();
        shown == libraries || prefixes.iter().any(|prefix| shown.starts_with(prefix))
    }
}

#[derive(Clone, Copy)]
enum Kind {
    Findings,
    Interfaces,
}

impl Kind {
    /// The prefix of the names of a project's packs, for all settings.
    fn prefix(self, project: &Project) -> String {
        let root = hash_of(|hasher| std::hash::Hash::hash(project.root_dir(), hasher));
        let kind = match self {
            Self::Findings => "findings",
            Self::Interfaces => "interfaces",
        };
        format!("{kind}-{root:016x}-")
    }
}

/// Projects with the same environment share it if they add the same facts to the catalogue: summaries depend on them.
fn libraries_pack(project: &Project) -> String {
    let libraries = hash_of(|hasher| {
        use std::hash::Hash;
        project.environment().map(|environment| &environment.site_packages).hash(hasher);
        project.python_version().hash(hasher);
        project.additions().key().hash(hasher);
    });
    format!("libraries-{libraries:016x}.pack")
}

impl Cache {
    /// What lies in the project counts if the user's key says that it is ours; without a key nothing is kept
    /// there.
    fn new(directory: &Path, project: &Project) -> Option<Self> {
        let is_outside = !project.contains(directory);
        let key = if is_outside { None } else { Some(state_key(project)?) };
        let version = hash_of(|hasher| {
            use std::hash::Hash;
            env!("CARGO_PKG_VERSION").hash(hasher);
            executable_stamp().hash(hasher);
            project.python_version().hash(hasher);
        });
        let home = hash_of(|hasher| {
            use std::hash::Hash;
            project.absolute(Path::new(".")).hash(hasher);
            project.fingerprint().hash(hasher);
        });
        let pack = |kind: Kind| directory.join(format!("{}{home:016x}.pack", kind.prefix(project)));
        Some(Self {
            libraries: directory.join(libraries_pack(project)),
            packs: Packs { findings: pack(Kind::Findings), interfaces: pack(Kind::Interfaces), version, key },
        })
    }
}

/// A key that lies in the project itself proves nothing.
fn state_key(project: &Project) -> Option<StateKey> {
    let directory = state_directory(project.root_dir())?;
    if project.contains(&directory) { None } else { StateKey::load_or_create_in(&directory) }
}

fn hash_of(feed: impl FnOnce(&mut Xxh3Default)) -> u64 {
    let mut hasher = Xxh3Default::new();
    feed(&mut hasher);
    hasher.digest()
}

/// Size and time of this program: what another build remembered is not believed.
fn executable_stamp() -> Option<(u64, Option<Duration>)> {
    let metadata = std::env::current_exe().and_then(std::fs::metadata).ok()?;
    let modified = metadata.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok();
    Some((metadata.len(), modified))
}

struct Run<'r> {
    engine: &'r Engine<'r>,
    project: &'r Project,
    options: &'r AnalysisOptions<'r>,
    timings: Vec<(&'static str, Duration)>,
    counters: Vec<(&'static str, u64)>,
}

impl Run<'_> {
    fn timed<T>(&mut self, name: &'static str, work: impl FnOnce(&mut Self) -> T) -> T {
        let start = Instant::now();
        let result = work(self);
        self.timings.push((name, start.elapsed()));
        result
    }

    fn is_interrupted(&self) -> bool {
        self.options.interrupt.load(Ordering::Relaxed)
    }

    fn check_files(mut self, cache: Option<&Cache>) -> Analysis {
        let packs = cache.map(|cache| &cache.packs);
        let memory = packs.map(|packs| self.timed("read the cache", |_| Memory::read(packs)));
        let memory = memory.unwrap_or_default();
        let plan = self.timed("look for changes", |run| match run.options.only {
            Some(only) => memory.plan_of(run.places_of(only), run.engine, packs),
            None => memory.plan(run.engine, packs),
        });
        let is_reported = |index: &usize| self.project.files()[*index].is_reported;
        let reported: Vec<usize> = plan.changed.iter().copied().filter(is_reported).collect();
        let keeps_nothing = cache.is_none() && self.options.only.is_none();
        let (checked, interrupted) = if keeps_nothing && reported.len() < plan.changed.len() {
            self.check_reported(&reported)
        } else {
            self.check_changed(&plan.changed)
        };
        let done = checked.iter().filter(|(index, _)| is_reported(index)).count();
        let files = self.project.reported().count() + done - reported.len();

        let mut diagnostics: Vec<Diagnostic> =
            checked.iter().flat_map(|(_, checked)| checked.diagnostics.iter().cloned()).collect();
        diagnostics.extend(plan.remembered.iter().flat_map(|record| record.diagnostics.iter().cloned()));
        let of_configuration = self.timed("check the configuration", |run| {
            check_configurations(run.engine, run.options.tells_harmless)
        });
        diagnostics.extend(of_configuration);
        let missing = self.missing_packages(&memory, &plan, &checked);
        if let Some(only) = self.options.only {
            diagnostics.retain(|found| only.contains(&found.path));
        }
        let remembered = plan.remembered.len();
        if let Some(cache) = cache
            && self.options.keeps
            && !interrupted
            && self.options.only.is_none()
            && !(checked.is_empty() && plan.is_unchanged)
            && !self.has_changed_meanwhile()
        {
            self.timed("write the cache", |run| {
                let (next, interfaces) = memory.next(run.engine, plan, &checked);
                write(run.engine, cache, next, &interfaces);
            });
        }
        self.counters.push(("files checked", checked.len() as u64));
        self.counters.push(("files unchanged", remembered as u64));
        let mut analysis = self.finish(diagnostics, files);
        analysis.missing = missing;
        analysis.interrupted = interrupted;
        analysis
    }

    /// `true` if a file is another one by now than when it was found. The findings may then rest on texts of different times, and what
    /// the last run remembered is right as long as nothing replaces it.
    fn has_changed_meanwhile(&self) -> bool {
        let of_files = self.project.files().len();
        let is_another = |id: ModuleId| {
            let path = self.engine.module_path(id)?;
            Some(self.project.stamp(path).unwrap_or_default() != self.engine.stamp(id))
        };
        let modules = self.engine.modules().filter(|id| id.index() < of_files || self.engine.is_loaded(*id));
        modules.collect::<Vec<_>>().into_par_iter().any(|id| is_another(id).unwrap_or_default())
    }

    fn places_of(&self, paths: &BTreeSet<String>) -> Vec<usize> {
        let files = self.project.files().iter().enumerate();
        files.filter(|(_, file)| paths.contains(&file.display)).map(|(place, _)| place).collect()
    }

    /// Checks the reported files, and others only as far as what they find may matter to them. Files are parsed when a question reaches them.
    fn check_reported(&mut self, reported: &[usize]) -> (Vec<(usize, Checked)>, bool) {
        let (mut checked, mut interrupted) =
            self.check_at("check", reported, &Steps::new(self.options, reported.len()), check_module);
        if !interrupted {
            let others = self.timed("look for what is joined", |run| Unreported::find(run.engine, &checked));
            let check = |engine: &Engine, module, file: &ProjectFile| others.check(engine, module, file);
            let steps = Steps::new(self.options, others.files.len());
            let (of_others, is_cut) = self.check_at("check other files", &others.files, &steps, check);
            checked.extend(of_others);
            interrupted = is_cut;
        }
        (checked, interrupted)
    }

    /// Parses and checks the files at these places, in parallel; whether it was cut short. The other files of the project
    /// are parsed too, unless it is remembered what they look like: questions to all files are asked of them.
    fn check_changed(&mut self, changed: &[usize]) -> (Vec<(usize, Checked)>, bool) {
        let is_unread = |index: &usize| !self.engine.is_remembered(ModuleId::of_file(*index));
        let all = if changed.is_empty() { 0 } else { self.project.files().len() };
        let unread: Vec<usize> = (0..all).filter(is_unread).collect();
        let steps = Steps { all: unread.len() + changed.len(), ..Steps::new(self.options, changed.len()) };
        self.timed("parse", |run| {
            let run = &*run;
            unread.par_iter().for_each(|index| {
                if !run.is_interrupted() {
                    run.engine.load(ModuleId::of_file(*index));
                    steps.advance();
                }
            });
        });
        self.check_at("check", changed, &steps, check_module)
    }

    /// Checks the files at these places, in parallel; whether it was cut short.
    fn check_at(
        &mut self,
        name: &'static str,
        places: &[usize],
        steps: &Steps,
        check: impl Fn(&Engine, ModuleId, &ProjectFile) -> Checked + Sync,
    ) -> (Vec<(usize, Checked)>, bool) {
        let checked = self.timed(name, |run| {
            let run = &*run;
            let check = |index: &usize| {
                if run.is_interrupted() {
                    return None;
                }
                let checked = check(run.engine, ModuleId::of_file(*index), &run.project.files()[*index]);
                steps.advance();
                Some((*index, checked))
            };
            places.par_iter().filter_map(check).collect::<Vec<_>>()
        });
        let interrupted = checked.len() < places.len();
        (checked, interrupted)
    }

    fn finish(&mut self, mut diagnostics: Vec<Diagnostic>, files: usize) -> Analysis {
        let sources = self.timed("show", |run| {
            join_findings(run.engine, &mut diagnostics, run.options.joining);
            keep_reported(run.project, &mut diagnostics, run.options.joining);
            for diagnostic in &mut diagnostics {
                show_places(run.engine, diagnostic);
            }
            diagnostics.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
            run.sources(&diagnostics)
        });
        let counters = self.engine.counters();
        self.counters.push(("modules parsed", counters.parsed.load(Ordering::Relaxed)));
        self.counters.push(("modules from the cache", counters.from_cache.load(Ordering::Relaxed)));
        self.counters.push(("answers", self.engine.memoised() as u64));
        Analysis {
            diagnostics,
            sources,
            files,
            timings: std::mem::take(&mut self.timings),
            counters: std::mem::take(&mut self.counters),
            missing: MissingPackages::default(),
            interrupted: false,
        }
    }

    fn missing_packages(
        &self,
        memory: &Memory,
        plan: &Plan<'_>,
        checked: &[(usize, Checked)],
    ) -> MissingPackages {
        let of_checked = checked
            .iter()
            .map(|(index, checked)| (ModuleId::of_file(*index), checked.needed_packages.as_slice()));
        let of_remembered =
            plan.remembered.iter().filter_map(|record| memory.needed_packages(self.engine, record));
        MissingPackages::of(self.engine, of_checked.chain(of_remembered))
    }

    /// The texts of all files that the diagnostics speak of.
    fn sources(&self, diagnostics: &[Diagnostic]) -> FxHashMap<String, SourceText> {
        let places =
            diagnostics.iter().flat_map(|diagnostic| &diagnostic.notes).filter_map(|note| {
                match &note.place {
                    Some(Place::Span { path, .. }) => Some(path),
                    _ => None,
                }
            });
        let elsewhere = diagnostics.iter().filter_map(|diagnostic| diagnostic.fix.as_ref());
        let elsewhere = elsewhere.flat_map(|fix| &fix.elsewhere).map(|file| &file.path);
        let own = diagnostics.iter().map(|diagnostic| &diagnostic.path);
        let joined = diagnostics.iter().flat_map(|diagnostic| &diagnostic.places).map(|place| &place.path);
        let paths: BTreeSet<&String> = own.chain(places).chain(joined).chain(elsewhere).collect();
        let read = |path: &&String| {
            let module = self.engine.module_for(Path::new(path));
            let kept =
                self.engine.is_loaded(module).then(|| self.engine.load(module).source.as_deref().cloned());
            let text =
                kept.flatten().or_else(|| self.project.read(&self.project.absolute(Path::new(path))).ok());
            text.map(|text| ((*path).clone(), text))
        };
        paths.iter().filter_map(read).collect()
    }
}

/// The progress of a check, of which the user is told.
struct Steps<'r> {
    progress: &'r (dyn Fn(usize, usize) + Sync),
    done: AtomicUsize,
    /// The number of steps.
    all: usize,
    /// The number of files to check.
    files: usize,
}

impl<'r> Steps<'r> {
    /// Creates the steps of a check of so many files, one for each.
    fn new(options: &'r AnalysisOptions<'_>, files: usize) -> Self {
        Self { progress: options.progress, done: AtomicUsize::new(0), all: files, files }
    }

    fn advance(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        (self.progress)(done * self.files / self.all.max(1), self.files);
    }
}

/// Keeps what this run learned for the next. A disk that does not take it costs the next run time only.
fn write(engine: &Engine, cache: &Cache, next: Memory, interfaces: &[Arc<Interface>]) {
    if let Some(libraries) = engine.library_cache() {
        let _ = libraries.save();
    }
    let _ = next.write(interfaces, &cache.packs);
}

#[cfg(test)]
mod tests;
