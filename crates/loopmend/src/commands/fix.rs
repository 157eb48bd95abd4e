//! `loopmend fix`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Instant;

use loopmend_core::{Diagnostic, Level};
use loopmend_files::key::real_path;
use loopmend_files::{MAX_DATA, read_at_most};
use loopmend_fix::{
    ContentHash, FORMAT, Journal, Plan, PlannedFile, PlannedFix, journal_above, remove_if_empty,
};
use loopmend_project::Project;
use loopmend_rules::Joining;
use loopmend_runner::remove_dead_directories;
use loopmend_semantic::ReadModules;
use rustc_hash::FxHashSet;

use crate::analysis::Analysis;
use crate::arguments::{CheckOptions, FixFormat, FixOptions};
use crate::blame::Blame;
use crate::commands::request::{Lifetime, Request, Work, use_threads};
use crate::commands::verify::{Verification, refuse_unknown_format};
use crate::commands::working_directory;
use crate::commands::written::{
    after_edits, journal_directory, print_diff, recover, refuse_pending, restored_words, start_of, write,
};
use crate::exit_code;
use crate::failure::Failure;
use crate::fixing::{Allowed, Candidate, Choice, Fixer, Look, Marks, Review, Wish, fixes_of, ignoring};
use crate::interrupt;
use crate::migrating;
use crate::output::{Output, refuse_unwritable};
use crate::progress::Phases;
use crate::registry::find_rule;
use crate::render::{FixReport, Sources, fix_report, to_json};
use crate::style::{WARNING, printable};

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
        history: check.history,
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
    /// `true` if files are to be written.
    fn writes(&self) -> bool {
        !self.options.diff && self.options.output_format == FixFormat::Text
    }

    fn undo(&self) -> Result<u8, Failure> {
        let start = start_of(&self.cwd, &self.options.paths);
        let directory = Some(journal_directory(&start)).filter(|directory| directory.is_dir());
        let directory = directory.or_else(|| journal_above(&start));
        let nothing = || Failure::new("there is no fix to undo in this project");
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
        let directory = journal_directory(&start_of(&self.cwd, &self.options.paths));
        if !self.writes() {
            interrupt::listen();
            refuse_pending(&directory)?;
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
        // What an earlier run left is put back as a whole.
        let _heeded = interrupt::flag();
        if review.is_some() {
            // Nothing is written before the last answer.
            let (directory, output) = (directory.to_owned(), *self.output);
            interrupt::wake_with(move || {
                remove_if_empty(&directory);
                output.notice("\nInterrupted: nothing was changed.");
                std::process::exit(i32::from(exit_code::INTERRUPTED));
            });
        }
        recover(journal, self.output)?;
        self.with_project(Some(journal), review)
    }

    fn with_project(&self, journal: Option<&Journal>, review: Option<Review<'_>>) -> Result<u8, Failure> {
        let FixOptions { paths, rules, project, .. } = self.options;
        let plan = self.options.apply_plan.as_deref().map(|path| self.read_plan(path)).transpose()?;
        let request = Request { paths, rules, project, cwd: &self.cwd, output: self.output };
        let cache_dir = request.cache_directory()?;
        let mut discover = request.discover_options(cache_dir.as_deref());
        discover.keep_unselected = true;
        let target = self.options.verify.migrate.as_deref().map(migrating::target).transpose()?;
        if target.is_some() {
            discover.select = vec![migrating::RULES.to_owned()];
        }
        if self.options.verify.verify {
            remove_dead_directories(&self.cwd);
        }
        let mut project = Project::discover(&discover)?;
        request.show_notices(&project);
        let cache_dir = request.cache_directory_of_settings(&project, cache_dir)?;
        // Each pass rests on what the one before it knows.
        let passing = if cache_dir.is_none() { tempfile::tempdir().ok() } else { None };
        let cache_dir = cache_dir.or_else(|| passing.as_ref().map(|directory| real_path(directory.path())));
        for path in &self.options.verify.report {
            refuse_unwritable(path)?;
            refuse_unknown_format(path)?;
        }
        let blame = self.options.history.blame.then(|| Blame::open(&self.cwd)).transpose()?;
        let (start, read) = (Instant::now(), ReadModules::default());
        // Who is asked waits for nothing, and `--verify` has phases of its own.
        let has_phases = review.is_none() && !self.options.verify.verify;
        let phases = has_phases.then(|| Phases::start(self.output, "checking the project"));
        let analyze = |project: &Project, look: Option<Look<'_>>| {
            let only = look.and_then(Look::only);
            let progress = match look {
                Some(look) => request.progress().of(start, words(look)),
                None => request.progress(),
            };
            if let (Some(look), Some(phases)) = (look, &phases) {
                phases.begin_silently(&lower_first(&words(look)));
            }
            let (cache_dir, lifetime) = (cache_dir.clone(), Lifetime::Repeated);
            // Each place of a decision has a fix of its own.
            let joining = Joining::Causes;
            let phases = phases.as_ref();
            let read_before = Some(&read);
            let work = Work { cache_dir, read_before, lifetime, only, joining, progress, phases };
            let mut analysis = work.analyze(project);
            if let Some(unfinished) =
                blame.as_ref().and_then(|blame| blame.explain(&mut analysis.diagnostics))
            {
                self.output.notice(&format!("{WARNING}note{WARNING:#}: {}", printable(&unfinished)));
            }
            analysis
        };

        let known = loopmend_rules::known_rules();
        let selected: FxHashSet<&str> =
            known.iter().filter(|rule| project.is_selected(rule)).map(|rule| rule.name).collect();
        let is_wanted =
            |finding: &Diagnostic| selected.contains(finding.rule.as_str()) && finding.level != Level::Ignore;
        if let Some(journal) = journal.filter(|_| self.options.verify.verify) {
            let (output, cwd) = (self.output, self.cwd.as_path());
            let options = Verification {
                options: self.options,
                output,
                cwd,
                journal,
                check: &analyze,
                is_wanted: &is_wanted,
            };
            return match (target, cache_dir.as_deref()) {
                (Some(target), Some(cache)) => options.run_migration(&mut project, target, cache),
                (Some(_), None) => Err(Failure::new(
                    "there is no place for the new versions; name a directory with `--cache-dir`",
                )),
                (None, _) => options.run(&mut project, None),
            };
        }
        let analysis = analyze(&project, None);
        if self.options.output_format == FixFormat::Json {
            return self.print_plan(project, analysis, &is_wanted);
        }
        let mut fixer = Fixer::new(&mut project, analysis);
        if let Some(plan) = &plan {
            fixer.only(planned(plan, &fixer.analysis)?);
        }
        let allowed = if plan.is_some() { Allowed::ALL } else { self.allowed() };
        let candidates = |analysis: &Analysis, bad: &Marks| match self.options.add_ignore {
            true => ignoring(&|finding| is_wanted(finding) && finding.code.group() != 0, analysis, bad),
            false => fixes_of(&is_wanted, allowed, analysis, bad),
        };
        let mut review = review;
        let mut choose = |candidate: &Candidate, analysis: &Analysis| match &mut review {
            Some(review) => review.ask(candidate, analysis),
            None => Choice::Apply,
        };
        let analyze = |project: &Project, look: Look<'_>| analyze(project, Some(look));
        fixer.run(&mut Wish { candidates: &candidates, choose: &mut choose, analyze: &analyze });
        self.finish(&fixer, journal, &is_wanted)
    }

    /// The kinds of fixes that are applied.
    fn allowed(&self) -> Allowed {
        let apply = &self.options.apply;
        Allowed { with_unsafe: apply.unsafe_fixes, with_likely: apply.likely }
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
                if !write(journal, &changes, self.options.apply.allow_dirty)? {
                    self.output.notice("Interrupted: nothing was changed.");
                    return Ok(exit_code::INTERRUPTED);
                }
            }
            None => print_diff(self.output, &changes)?,
        }
        let report = FixReport {
            fixer,
            is_wanted,
            adds_ignores: self.options.add_ignore,
            is_diff: self.options.diff,
            allowed: self.allowed(),
            is_of_plan: self.options.apply_plan.is_some(),
            reviewed: self.options.review,
        };
        let (words, is_complete) = fix_report(&report);
        let edited = if journal.is_some() { changes.len() } else { 0 };
        self.show(&words).map_err(|failure| after_edits(failure, edited))?;
        let is_wrong = if self.options.diff { !changes.is_empty() } else { !is_complete };
        Ok(if is_wrong { exit_code::FINDINGS } else { exit_code::CLEAN })
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
        let mut candidates = fixes_of(is_wanted, self.allowed(), &fixer.analysis, &Marks::default());
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

    #[expect(clippy::disallowed_methods, reason = "the user names the plan, and hashes are compared")]
    fn read_plan(&self, path: &Path) -> Result<Plan, Failure> {
        let shown = path.display();
        let text = loopmend_files::read_data_text(path)
            .map_err(|error| Failure::new(format!("failed to read the plan `{shown}`: {error}")))?;
        let plan = Plan::read(&text, VERSION)
            .map_err(|why| Failure::new(format!("the plan `{shown}` cannot be applied: {why}")))?;
        let is_changed = |file: &&PlannedFile| {
            let bytes = read_at_most(&self.cwd.join(&file.path), MAX_DATA);
            !bytes.is_ok_and(|bytes| ContentHash::of(&bytes) == file.hash)
        };
        if let Some(changed) = plan.files.iter().find(is_changed) {
            return Err(Failure::new(format!(
                "the plan `{shown}` cannot be applied: `{}` changed after the plan was made; make the plan again",
                changed.path
            )));
        }
        Ok(plan)
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

/// The words as they stand at the beginning of a line without a bar.
fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
    format!("{first}{}", letters.as_str())
}

/// The line of progress for a check between two passes.
fn words(look: Look<'_>) -> String {
    match look {
        Look::All(1) => "Checking 1 fix".to_owned(),
        Look::All(fixes) => format!("Checking {fixes} fixes"),
        Look::At(_, fixes) => format!("Looking for the bad one among {fixes} fixes"),
    }
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
                "the plan cannot be applied: its fix for `{}` in `{}`, line {}, is not available here; is this the same \
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
        safety: find_rule(&finding.rule).map_or("", |rule| rule.fix_safety()).to_owned(),
        edits: candidate.edits_of(&finding.path).to_vec(),
        elsewhere: candidate.files.iter().filter(|file| file.path != finding.path).cloned().collect(),
    })
}
