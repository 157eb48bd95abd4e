//! What the commands that check a project have in common: finding it, its cache, and running the rules.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use loopmend_files::key::real_path;
use loopmend_project::{DiscoverOptions, Project};
use loopmend_rules::Joining;
use loopmend_semantic::ReadModules;

use crate::analysis::{Analysis, AnalysisOptions, analyze};
use crate::arguments::{ProjectOptions, RuleOptions};
use crate::cache_directory;
use crate::failure::Failure;
use crate::interrupt;
use crate::output::Output;
use crate::progress::{Phases, Progress};
use crate::style::{WARNING, printable};

/// What comes after an analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lifetime {
    /// The end of the process.
    Last,
    /// The same, and the text that was checked is not on disk, so that nothing is kept of it.
    Text,
    /// Others.
    Repeated,
}

/// A project, as the command line asks for it.
pub(super) struct Request<'a> {
    /// Files and directories.
    pub(super) paths: &'a [PathBuf],
    /// Which rules run.
    pub(super) rules: &'a RuleOptions,
    /// How the project is found.
    pub(super) project: &'a ProjectOptions,
    /// The working directory.
    pub(super) cwd: &'a Path,
    /// Where to print.
    pub(super) output: &'a Output,
}

impl Request<'_> {
    /// The options that the project is found by.
    pub(super) fn discover_options(&self, cache_dir: Option<&Path>) -> DiscoverOptions {
        let Self { paths, rules, project, .. } = self;
        DiscoverOptions {
            select: rules.select.clone(),
            ignore: rules.ignore.clone(),
            strict: rules.strict,
            cache_dir: cache_dir.map(Path::to_owned),
            ..project.read_as.discover(self.cwd.to_owned(), paths.to_vec())
        }
    }

    /// The directory that the command line, the environment or the user's home names, ready to be used.
    ///
    /// # Errors
    /// When it holds something else than a cache.
    pub(super) fn cache_directory(&self) -> Result<Option<PathBuf>, Failure> {
        if self.project.no_cache {
            return Ok(None);
        }
        let options = self.discover_options(None);
        let is_stated = cache_directory::stated(self.project.cache_dir.as_deref(), self.cwd);
        let Some(directory) = is_stated.clone().or_else(cache_directory::of_user) else { return Ok(None) };
        // From here on, a link on the way is an error.
        let real = real_path(&directory);
        match options.leads_out(&directory, &real) {
            false => Ok(cache_directory::prepare(&real)?.then_some(real)),
            true if is_stated.is_some() => Err(leads_out(&directory, self.cwd)),
            true => Ok(None),
        }
    }

    /// The directory that the settings name, where neither the command line nor the environment does.
    ///
    /// # Errors
    /// As for [`Self::cache_directory`].
    pub(super) fn cache_directory_of_settings(
        &self,
        project: &Project,
        otherwise: Option<PathBuf>,
    ) -> Result<Option<PathBuf>, Failure> {
        let is_stated = cache_directory::stated(self.project.cache_dir.as_deref(), self.cwd).is_some();
        match project.cache_dir() {
            Some(directory) if !self.project.no_cache && !is_stated => {
                // From here on, a link on the way is an error.
                let real = real_path(&directory);
                if !project.holds(&real) {
                    return Err(leads_out(&directory, self.cwd));
                }
                Ok(cache_directory::prepare_in_project(&real)?.then_some(real))
            }
            _ => Ok(otherwise),
        }
    }

    /// Says what the user should know of the project.
    pub(super) fn show_notices(&self, project: &Project) {
        show_notices(project, self.output);
    }

    /// Shows how far a check is, where that takes long.
    pub(super) fn progress(&self) -> Progress {
        Progress::start(!self.output.quiet())
    }
}

/// How to run the rules.
pub(super) struct Work<'w> {
    /// Where results are kept between runs.
    pub(super) cache_dir: Option<PathBuf>,
    /// The modules that an earlier check of the same project read.
    pub(super) read_before: Option<&'w ReadModules>,
    /// `true` if this process runs more checks, which can reuse the modules that this one reads.
    pub(super) lifetime: Lifetime,
    /// The only files to check, as they are shown.
    pub(super) only: Option<&'w BTreeSet<String>>,
    /// The findings that are joined.
    pub(super) joining: Joining,
    /// Shows how far it is.
    pub(super) progress: Progress,
    /// The phases of the command, if this is one of several checks.
    pub(super) phases: Option<&'w Phases>,
}

impl Work<'_> {
    /// Runs the rules.
    pub(super) fn analyze(self, project: &Project) -> Analysis {
        let Self { cache_dir, read_before, lifetime, only, joining, progress, phases } = self;
        let update = |done, all| {
            progress.update(done, all);
            phases.into_iter().for_each(|phases| phases.update_files(done, all));
        };
        let interrupt = interrupt::flag();
        let (keeps, is_last) = (lifetime != Lifetime::Text, lifetime != Lifetime::Repeated);
        let options = AnalysisOptions {
            cache_dir,
            keeps,
            progress: &update,
            interrupt,
            read_before,
            is_last,
            only,
            tells_harmless: false,
            joining,
        };
        let analysis = analyze(project, &options);
        progress.finish();
        analysis
    }
}

/// Says what the user should know of the project, and with `-v` which links were not followed.
pub(super) fn show_notices(project: &Project, output: &Output) {
    for notice in project.notices() {
        show(&notice.message, output);
    }
    show_too_large(project, output);
    for link in project.skipped_links().iter().filter(|_| output.verbose()) {
        show(&format!("`{}` is skipped: the link leads out of the project", project.display(link)), output);
    }
}

/// Names the files of configuration that were left out, each once: lock files are read when a rule asks for them.
pub(super) fn show_too_large(project: &Project, output: &Output) {
    for file in project.take_too_large() {
        show(&format!("`{}` is not read: it is too large", project.display(&file)), output);
    }
}

fn show(message: &str, output: &Output) {
    output.notice(&format!("{WARNING}note{WARNING:#}: {}", printable(message)));
}

/// The stack of a thread in bytes, of which only what is used takes memory. Code of usual length, however
/// deep it nests, is parsed on it; for more, the engine makes a stack.
const THREAD_STACK: usize = 64 * 1024 * 1024;

/// Starts the threads that all work is done on.
///
/// # Errors
/// When the system does not give so many.
pub(super) fn use_threads(jobs: Option<u16>) -> Result<(), Failure> {
    const ONE_FOR_EACH_PROCESSOR: usize = 0;
    rayon::ThreadPoolBuilder::new()
        .num_threads(jobs.map_or(ONE_FOR_EACH_PROCESSOR, usize::from))
        .stack_size(THREAD_STACK)
        .build_global()
        .map_err(|error| Failure::new(format!("failed to start the threads: {error}; try fewer `--jobs`")))
}

fn leads_out(directory: &Path, cwd: &Path) -> Failure {
    let shown = directory.strip_prefix(cwd).unwrap_or(directory).display();
    Failure::new(format!(
        "the cache directory `{shown}` lies outside the project whose settings or links lead there; choose \
         one with `--cache-dir` or LOOPMEND_CACHE_DIR"
    ))
}
