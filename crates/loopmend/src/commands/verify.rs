//! `loopmend fix --verify`.

use std::path::Path;
use std::time::Duration;

use loopmend_core::Diagnostic;
use loopmend_fix::{Change, Journal};
use loopmend_project::Project;
use loopmend_verify::{FORMAT, VERSION, Verdict, VerifiedRun};
use serde::Deserialize;

use crate::arguments::{FixOptions, SavedReportOptions};
use crate::commands::include::included;
use crate::commands::written::{refuse_uncommitted, write};
use crate::commands::{doctor, test};
use crate::exit_code;
use crate::failure::Failure;
use crate::fixing::Look;
use crate::migrating::{self, Migration, Target, is_of_migration};
use crate::output::{Output, refuse_unwritable, write_file};
use crate::progress::Phases;
use crate::render::{
    VerifiedReport, to_json, untried_words, verified_markdown, verified_page, verified_words,
};
use crate::verifying::{Check, Outcome, Request, Verified, verify};

/// For how many seconds no test may begin or end.
const SILENCE: u64 = 120;

/// A transaction that the command line asks for.
pub(super) struct Verification<'v> {
    pub(super) options: &'v FixOptions,
    pub(super) output: &'v Output,
    pub(super) cwd: &'v Path,
    pub(super) journal: &'v Journal,
    pub(super) check: Check<'v>,
    pub(super) is_wanted: &'v dyn Fn(&Diagnostic) -> bool,
}

impl Verification<'_> {
    /// The same with the edits that migrate the project, in the versions of the target. These are installed into the cache.
    ///
    /// # Errors
    /// As for [`Self::run`], and when there is nothing to migrate from, or a package cannot be installed.
    pub(super) fn run_migration(
        &self,
        project: &mut Project,
        target: &'static Target,
        cache: &Path,
    ) -> Result<u8, Failure> {
        let migration = Migration::of(project, target)?;
        if migration.installed.is_none() {
            return Err(Failure::new(
                "pytest-asyncio is not installed in this environment, so no test can run before the migration; name the one that \
                 runs the tests with `--python`",
            ));
        }
        if let Some(old) = migration.unfit_python(project) {
            return Err(Failure::new(format!(
                "the environment has Python {old}, but pytest-asyncio {} requires {}; choose an older version with `--migrate VERSION`",
                target.version, target.python
            )));
        }
        // What is found with other versions is not kept for later runs.
        let passing = tempfile::tempdir().ok();
        let passing = passing.as_ref().map(tempfile::TempDir::path);
        let check = |project: &Project, look: Option<Look<'_>>| migrating::check(project, passing, look);
        Verification { check: &check, is_wanted: &is_of_migration, ..*self }
            .run(project, Some((&migration, cache)))
    }

    /// Tries the fixes, writes those that hold, and says what each is worth.
    ///
    /// # Errors
    /// When the copy cannot be made, pytest does not start, or a file cannot be written.
    pub(super) fn run(
        &self,
        project: &mut Project,
        migration: Option<(&Migration, &Path)>,
    ) -> Result<u8, Failure> {
        let FixOptions { verify: options, apply, .. } = self.options;
        let allow_dirty = apply.allow_dirty;
        let refuse = |changes: &[(String, Change)]| match allow_dirty {
            true => Ok(()),
            false => refuse_uncommitted(changes),
        };
        let phases = Phases::start(self.output, "making the fixes");
        let request = Request {
            output: self.output,
            phases: &phases,
            budget: options.budget.map(Duration::from_secs),
            cwd: self.cwd,
            pytest_arguments: &options.pytest_arguments,
            all_tests: options.all_tests,
            coverage: options.coverage,
            tests: &options.tests,
            silence: Duration::from_secs(options.timeout.unwrap_or(SILENCE)),
            with_unsafe: apply.unsafe_fixes,
            with_likely: apply.likely,
            check: self.check,
            is_wanted: self.is_wanted,
            interpreter: &test::interpreter,
            settings: &doctor::settings,
            include: &|project| included(project, &options.include),
            migration,
            refuse: &refuse,
        };
        let outcome = verify(&request, project)?;
        drop(phases);
        match outcome {
            Outcome::Interrupted => Ok(self.interrupted()),
            Outcome::Nothing(untried) => {
                self.write_reports(&untried.run)?;
                let is_left = !untried.run.findings_left.is_empty();
                self.output.styled(&match migration {
                    Some((Migration { target, .. }, _)) if !is_left => {
                        format!("No file needs an edit for pytest-asyncio {}; no test ran.\n", target.version)
                    }
                    _ => untried_words(&untried),
                })?;
                Ok(if is_left { exit_code::FINDINGS } else { exit_code::CLEAN })
            }
            Outcome::Done(verified) => self.finish(*verified),
        }
    }

    fn write_reports(&self, run: &VerifiedRun) -> Result<(), Failure> {
        self.options.verify.report.iter().try_for_each(|path| write_file(path, &report_for(path, run)))
    }

    fn interrupted(&self) -> u8 {
        self.output.notice("Interrupted: nothing was changed.");
        exit_code::INTERRUPTED
    }

    fn finish(&self, verified: Verified) -> Result<u8, Failure> {
        let Verified { mut run, changes, taken_back, untouched } = verified;
        if !write(self.journal, &changes, self.options.apply.allow_dirty)? {
            return Ok(self.interrupted());
        }
        run.is_written = !changes.is_empty();
        self.write_reports(&run)?;
        let report = VerifiedReport { run: &run, taken_back: &taken_back, untouched: &untouched };
        self.output.styled(&verified_words(&report))?;
        let is_proven =
            run.fixes.iter().all(|fix| matches!(fix.verdict, Verdict::Verified | Verdict::Neutral));
        let is_left = !run.findings_left.is_empty();
        Ok(match (is_proven, is_left) {
            (false, _) => exit_code::UNPROVEN,
            (true, true) => exit_code::FINDINGS,
            (true, false) => exit_code::CLEAN,
        })
    }
}

/// Shows a saved run, or writes it to files.
///
/// # Errors
/// When the run cannot be read, or a file cannot be written.
#[expect(clippy::disallowed_methods, reason = "the user names the file")]
pub(super) fn report(options: &SavedReportOptions, output: &Output) -> Result<u8, Failure> {
    for path in &options.files {
        refuse_unknown_format(path)?;
        refuse_unwritable(path)?;
    }
    let shown = options.run.display();
    let text = loopmend_files::read_data_text(&options.run)
        .map_err(|error| Failure::new(format!("failed to read `{shown}`: {error}")))?;
    let run = parsed(&text).map_err(|problem| {
        Failure::new(format!(
            "`{shown}` is not a report of `loopmend fix --verify --report RUN.json`: {problem}"
        ))
    })?;
    for path in &options.files {
        write_file(path, &report_for(path, &run))?;
    }
    if options.files.is_empty() {
        output.raw(&verified_markdown(&run))?;
    }
    Ok(exit_code::CLEAN)
}

/// A saved run of this version of the format.
fn parsed(text: &str) -> Result<VerifiedRun, String> {
    #[derive(Deserialize)]
    struct Head {
        format: String,
        version: u32,
    }
    let head: Head = serde_json::from_str(text).map_err(|error| error.to_string())?;
    match (head.format.as_str(), head.version) {
        (FORMAT, VERSION) => serde_json::from_str(text).map_err(|error| error.to_string()),
        (FORMAT, version) => {
            Err(format!("its version is {version}, but this loopmend reads version {VERSION}"))
        }
        _ => Err(format!("its format is not `{FORMAT}`")),
    }
}

/// Refuses a report in a format that there is not.
///
/// # Errors
/// When the file has another ending.
pub(super) fn refuse_unknown_format(path: &Path) -> Result<(), Failure> {
    match extension(path) {
        "md" | "html" | "json" => Ok(()),
        _ => Err(Failure::new(format!(
            "`--report {}`: name a file that ends with `.md`, `.html` or `.json`",
            path.display()
        ))),
    }
}

fn extension(path: &Path) -> &str {
    path.extension().and_then(|extension| extension.to_str()).unwrap_or_default()
}

/// A report in the format of a file.
pub(super) fn report_for(path: &Path, run: &VerifiedRun) -> String {
    match extension(path) {
        "json" => to_json(run),
        "html" => verified_page(run),
        _ => verified_markdown(run),
    }
}
