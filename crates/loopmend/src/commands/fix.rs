//! `loopmend fix`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use loopmend_core::{Applicability, Diagnostic, Level};
use loopmend_fix::{
    Change, ContentHash, DIRECTORY, FORMAT, Journal, JournalError, Plan, PlannedFile, PlannedFix, Restored,
    is_pending, journal_above, remove_if_empty,
};
use loopmend_project::Project;
use rustc_hash::FxHashSet;

use crate::analysis::Analysis;
use crate::arguments::{CheckOptions, FixFormat, FixOptions};
use crate::commands::request::{Request, use_threads};
use crate::commands::working_directory;
use crate::exit_code;
use crate::failure::Failure;
use crate::fixing::{Candidate, Choice, Fixer, Marks, Review, Wish, fixes_of, ignoring, uncommitted_among};
use crate::interrupt;
use crate::output::Output;
use crate::render::{FixReport, Sources, counted, diff, fix_report, to_json};
use crate::style::{STRONG, printable};

/// The version that plans are made by and for.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Fixes, or does what else the options of `fix` ask for.
///
/// # Errors
/// When the command line, the configuration or the environment is wrong, or the files could not be written.
pub(crate) fn run(options: &FixOptions, output: &Output) -> Result<u8, Failure> {
    if options.paths.iter().any(|path| path == Path::new("-")) {
        return Err(Failure::new("standard input cannot be fixed; name a path"));
    }
    use_threads(options.jobs)?;
    let fix = Fix { options, output, cwd: working_directory()?, report_to_stdout: true };
    if options.undo { fix.undo() } else { fix.run() }
}

/// Fixes as `check --fix` asks for. Anything but [`exit_code::CLEAN`] ends the run.
///
/// # Errors
/// As for [`run`].
pub(crate) fn before_check(check: &CheckOptions, output: &Output) -> Result<u8, Failure> {
    let options = FixOptions {
        paths: check.paths.clone(),
        apply: check.apply,
        rules: check.rules.clone(),
        project: check.project.clone(),
        ..FixOptions::default()
    };
    let fix = Fix { options: &options, output, cwd: working_directory()?, report_to_stdout: false };
    let exit_code = fix.run()?;
    Ok(if exit_code == exit_code::INTERRUPTED { exit_code } else { exit_code::CLEAN })
}

struct Fix<'a> {
    options: &'a FixOptions,
    output: &'a Output,
    cwd: PathBuf,
    /// Else to standard error, where standard output has another report.
    report_to_stdout: bool,
}

impl Fix<'_> {
    /// Whether files are to be written.
    fn writes(&self) -> bool {
        !self.options.diff && self.options.output_format == FixFormat::Text
    }

    fn undo(&self) -> Result<u8, Failure> {
        let start = self.start();
        let directory = Some(journal_directory(&start)).filter(|directory| directory.is_dir());
        let directory = directory.or_else(|| journal_above(&start));
        let nothing = || Failure::new("there is no fix to take back in this project");
        let journal = Journal::open(&directory.ok_or_else(nothing)?)?;
        let restored = match journal.recover()? {
            Some(restored) => Some(restored),
            None => journal.undo()?,
        };
        journal.close();
        let restored = restored.ok_or_else(nothing)?;
        self.show(&restored_words(&restored))?;
        Ok(if restored.left.is_empty() { exit_code::CLEAN } else { exit_code::FINDINGS })
    }

    fn run(&self) -> Result<u8, Failure> {
        let review = self.options.review.then(|| Review::start(self.output)).transpose()?;
        let directory = journal_directory(&self.start());
        if !self.writes() {
            interrupt::listen();
            if is_pending(&directory) {
                return Err(Failure::new(
                    "a fix was cut short here; `loopmend fix --undo` puts the files back",
                ));
            }
            return self.with_project(None, review);
        }
        let journal = Journal::open(&directory)?;
        let outcome = self.with_journal(&journal, &directory, review);
        journal.close();
        outcome
    }

    fn with_journal(
        &self,
        journal: &Journal,
        directory: &Path,
        review: Option<Review<'_>>,
    ) -> Result<u8, Failure> {
        interrupt::listen();
        if review.is_some() {
            // Nothing is written before the last answer.
            let (directory, output) = (directory.to_owned(), *self.output);
            interrupt::wake_with(move || {
                remove_if_empty(&directory);
                output.notice("\nInterrupted: nothing was changed.");
                std::process::exit(i32::from(exit_code::INTERRUPTED));
            });
        }
        if let Some(restored) = journal.recover()? {
            self.output.notice(&format!(
                "A fix that was cut short was taken back.\n{}",
                restored_words(&restored).trim_end()
            ));
        }
        self.with_project(Some(journal), review)
    }

    fn with_project(&self, journal: Option<&Journal>, review: Option<Review<'_>>) -> Result<u8, Failure> {
        let FixOptions { paths, rules, project, .. } = self.options;
        let plan = self.options.apply_plan.as_deref().map(|path| self.read_plan(path)).transpose()?;
        let request = Request { paths, rules, project, cwd: &self.cwd, output: self.output };
        let cache_dir = request.cache_directory()?;
        let mut discover = request.discover_options(cache_dir.as_deref());
        discover.keep_unselected = true;
        let mut project = Project::discover(&discover)?;
        request.show_notices(&project);
        let cache_dir = request.cache_directory_of_settings(&project, cache_dir)?;
        // Each pass rests on what the one before it knows.
        let passing = if cache_dir.is_none() { tempfile::tempdir().ok() } else { None };
        let cache_dir = cache_dir.or_else(|| passing.as_ref().map(|directory| directory.path().to_owned()));
        let analyze = |project: &Project| request.analyze(project, None, cache_dir.clone(), false);

        let known = loopmend_rules::known_rules();
        let selected: FxHashSet<&str> =
            known.iter().filter(|rule| project.is_selected(rule)).map(|rule| rule.name).collect();
        let is_wanted =
            |finding: &Diagnostic| selected.contains(finding.rule.as_str()) && finding.level != Level::Ignore;
        let analysis = analyze(&project);
        if self.options.output_format == FixFormat::Json {
            return self.print_plan(project, analysis, &is_wanted);
        }
        let mut fixer = Fixer::new(&mut project, analysis);
        if let Some(plan) = &plan {
            fixer.only(planned(plan, &fixer.analysis)?);
        }
        let least = if plan.is_some() { Applicability::Unsafe } else { self.least() };
        let candidates = |analysis: &Analysis, bad: &Marks| match self.options.add_ignore {
            true => ignoring(&|finding| is_wanted(finding) && finding.code.group() != 0, analysis, bad),
            false => fixes_of(&is_wanted, least, analysis, bad),
        };
        let mut review = review;
        let mut choose = |candidate: &Candidate, analysis: &Analysis| match &mut review {
            Some(review) => review.ask(candidate, analysis),
            None => Choice::Apply,
        };
        fixer.run(&mut Wish { candidates: &candidates, choose: &mut choose, analyze: &analyze });
        self.finish(&fixer, journal, &is_wanted)
    }

    /// The weakest promise of a fix that is applied.
    fn least(&self) -> Applicability {
        if self.options.apply.unsafe_fixes { Applicability::Unsafe } else { Applicability::Safe }
    }

    /// Writes or shows what the passes gave.
    fn finish(
        &self,
        fixer: &Fixer<'_>,
        journal: Option<&Journal>,
        is_wanted: &dyn Fn(&Diagnostic) -> bool,
    ) -> Result<u8, Failure> {
        if fixer.interrupted {
            self.output.notice("Interrupted: nothing was changed.");
            return Ok(exit_code::INTERRUPTED);
        }
        let changes = fixer.changes();
        match journal {
            Some(journal) => {
                self.refuse_uncommitted(&changes)?;
                interrupt::wake_with(|| {});
                let files: Vec<Change> = changes.iter().map(|(_, change)| change.clone()).collect();
                let is_interrupted = || interrupt::flag().load(std::sync::atomic::Ordering::Relaxed);
                match journal.write(&files, &is_interrupted) {
                    Err(JournalError::Interrupted) => {
                        self.output.notice("Interrupted: nothing was changed.");
                        return Ok(exit_code::INTERRUPTED);
                    }
                    written => written?,
                }
            }
            None => self.print_diff(&changes)?,
        }
        let report = FixReport {
            fixer,
            is_wanted,
            adds_ignores: self.options.add_ignore,
            is_diff: self.options.diff,
            with_unsafe: self.options.apply.unsafe_fixes,
            is_of_plan: self.options.apply_plan.is_some(),
            reviewed: self.options.review,
        };
        let (words, is_complete) = fix_report(&report);
        self.show(&words)?;
        let is_wrong = if self.options.diff { !changes.is_empty() } else { !is_complete };
        Ok(if is_wrong { exit_code::FINDINGS } else { exit_code::CLEAN })
    }

    fn refuse_uncommitted(&self, changes: &[(String, Change)]) -> Result<(), Failure> {
        if self.options.apply.allow_dirty {
            return Ok(());
        }
        let dirty = uncommitted_among(changes)?;
        let Some(first) = dirty.first() else { return Ok(()) };
        let others = match dirty.len() - 1 {
            0 => String::new(),
            others => format!(" and {}", counted(others, "other file")),
        };
        Err(Failure::new(format!(
            "`{first}`{others} would be changed and has changes that git does not have; commit them, or use \
             `--allow-dirty`. Nothing was changed"
        )))
    }

    fn print_diff(&self, changes: &[(String, Change)]) -> Result<(), Failure> {
        let styles = self.output.stdout_shows_color();
        let text: String =
            changes.iter().map(|(path, change)| diff(path, &change.before, &change.after, styles)).collect();
        if styles { self.output.styled(&text) } else { self.output.raw(&text) }
    }

    fn print_plan(
        &self,
        mut project: Project,
        analysis: Analysis,
        is_wanted: &dyn Fn(&Diagnostic) -> bool,
    ) -> Result<u8, Failure> {
        if analysis.interrupted {
            return Ok(exit_code::INTERRUPTED);
        }
        let mut fixer = Fixer::new(&mut project, analysis);
        let mut candidates = fixes_of(is_wanted, self.least(), &fixer.analysis, &Marks::default());
        candidates.retain(|candidate| candidate.files.iter().all(|file| fixer.is_writable(&file.path)));
        let sources = Sources::new(&fixer.analysis.sources);
        let fixes: Vec<PlannedFix> =
            candidates.iter().filter_map(|candidate| planned_fix(candidate, &sources)).collect();
        let paths: BTreeSet<&str> = fixes.iter().flat_map(PlannedFix::paths).collect();
        let file = |path: &str| {
            let hash = ContentHash::of(fixer.original(path)?);
            Some(PlannedFile { path: path.to_owned(), hash })
        };
        let files = paths.into_iter().filter_map(file).collect();
        let plan = Plan { format: FORMAT, version: VERSION.to_owned(), files, fixes };
        self.output.raw(&to_json(&plan))?;
        Ok(exit_code::CLEAN)
    }

    fn read_plan(&self, path: &Path) -> Result<Plan, Failure> {
        let shown = path.display();
        let text = std::fs::read_to_string(path)
            .map_err(|error| Failure::new(format!("failed to read the plan `{shown}`: {error}")))?;
        let plan = Plan::read(&text, VERSION)
            .map_err(|why| Failure::new(format!("the plan `{shown}` cannot be applied: {why}")))?;
        let is_changed = |file: &&PlannedFile| {
            let bytes = std::fs::read(self.cwd.join(&file.path));
            !bytes.is_ok_and(|bytes| ContentHash::of(&bytes) == file.hash)
        };
        if let Some(changed) = plan.files.iter().find(is_changed) {
            return Err(Failure::new(format!(
                "the plan `{shown}` cannot be applied: `{}` is not what it was when the plan was made; make it again",
                changed.path
            )));
        }
        Ok(plan)
    }

    /// Where the run starts: the directory of the first path.
    fn start(&self) -> PathBuf {
        let path = self.options.paths.first().map_or_else(|| self.cwd.clone(), |path| self.cwd.join(path));
        let path = std::fs::canonicalize(&path).unwrap_or(path);
        if path.is_dir() { path } else { path.parent().map_or_else(|| self.cwd.clone(), Path::to_owned) }
    }

    fn show(&self, words: &str) -> Result<(), Failure> {
        if self.report_to_stdout && !self.options.diff {
            if self.output.quiet() { Ok(()) } else { self.output.styled(words) }
        } else {
            self.output.notice(words.trim_end());
            Ok(())
        }
    }
}

/// Where the journal of a project is: at its top, or above, where a fix was cut short.
fn journal_directory(start: &Path) -> PathBuf {
    const PROJECT_FILES: [&str; 4] = ["pyproject.toml", "loopmend.toml", "setup.py", "setup.cfg"];
    if let Some(directory) = journal_above(start).filter(|directory| is_pending(directory)) {
        return directory;
    }
    let repository = start.ancestors().find(|above| above.join(".git").exists());
    let is_project = |above: &&Path| PROJECT_FILES.iter().any(|name| above.join(name).is_file());
    let root = repository.or_else(|| start.ancestors().find(is_project)).unwrap_or(start);
    root.join(DIRECTORY)
}

/// The findings whose fixes a plan names; each must be offered as the plan has it.
fn planned(plan: &Plan, analysis: &Analysis) -> Result<Marks, Failure> {
    let mut marks = Marks::default();
    let listed: FxHashSet<&str> = plan.files.iter().map(|file| file.path.as_str()).collect();
    for planned in &plan.fixes {
        let is_it = |finding: &&Diagnostic| {
            let is_same =
                |fix: &loopmend_core::Fix| fix.edits == planned.edits && fix.elsewhere == planned.elsewhere;
            let is_same_fix = finding.fix.as_ref().is_some_and(is_same);
            finding.path == planned.path && finding.rule == planned.rule && is_same_fix
        };
        let are_listed = planned.paths().all(|path| listed.contains(path));
        let found = analysis.diagnostics.iter().find(is_it).filter(|_| are_listed);
        let found = found.ok_or_else(|| {
            Failure::new(format!(
                "the plan cannot be applied: its fix of `{}` in `{}`, line {}, is not offered here; is it the same \
                 directory, with the same settings and installed packages?",
                planned.rule, planned.path, planned.line
            ))
        })?;
        marks.add(found);
    }
    Ok(marks)
}

fn planned_fix(candidate: &Candidate, sources: &Sources<'_>) -> Option<PlannedFix> {
    let finding = candidate.mends.first()?;
    let range = sources.range(&finding.path, finding.span);
    Some(PlannedFix {
        path: finding.path.clone(),
        rule: finding.rule.clone(),
        code: finding.code.to_string(),
        cell: range.cell,
        line: range.start.line,
        column: range.start.column,
        message: finding.message.clone(),
        title: candidate.title.clone(),
        applicability: candidate.applicability(),
        safety: safety(&finding.rule),
        edits: candidate.edits_of(&finding.path).to_vec(),
        elsewhere: candidate.files.iter().filter(|file| file.path != finding.path).cloned().collect(),
    })
}

/// What the page of a rule says about the safety of its fix.
fn safety(rule: &str) -> String {
    let page = loopmend_rules::find_rule(rule).map(|rule| rule.documentation()).unwrap_or_default();
    let section = page.split("\n## Fix safety").nth(1).unwrap_or_default();
    section.split("\n## ").next().unwrap_or_default().trim().to_owned()
}

fn restored_words(restored: &Restored) -> String {
    let mut words = String::new();
    if !restored.files.is_empty() {
        let are = if restored.files.len() == 1 { "is as it was" } else { "are as they were" };
        words.push_str(&format!("{STRONG}{}{STRONG:#} {are}.\n", counted(restored.files.len(), "file")));
    }
    for left in &restored.left {
        let (path, kept) = (left.path.to_string_lossy(), left.kept.to_string_lossy());
        words.push_str(&format!(
            "Left alone: {} was changed since; what it was is kept in {}\n",
            printable(&path),
            printable(&kept)
        ));
    }
    words
}

impl From<JournalError> for Failure {
    fn from(error: JournalError) -> Self {
        Self::new(error.to_string())
    }
}
