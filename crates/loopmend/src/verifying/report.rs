//! The report of a transaction as data.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Duration;

use loopmend_core::{Applicability, Diagnostic, LineIndex, Note, NoteKind, Place, TestOutcome};
use loopmend_fix::Change;
use loopmend_index::test_files::is_test_path;
use loopmend_project::Project;
use loopmend_reports::{StepsOfTests, test_categories};
use loopmend_runner::{Recording, VerificationRecord, git};
use loopmend_semantic::{Engine, File, ModuleId};
use loopmend_verify::{
    BudgetUse, ChangedFile, ChangedTest, Configuration, Counts, Evidence, FORMAT, FailureCause, FileKind,
    FixReport, MigrationRun, PackageCoverage, PlaceLeft, ReviewItem, Selection, Setting, Side, StartingPoint,
    State, TestState, VERSION, Verdict, VerifiedRun,
};
use rustc_hash::FxHashMap;
use similar::{ChangeTag, TextDiff};

use super::alike::without_addresses;
use super::beside::Beside;
use super::causes::{Cause, KnownPlaces, causes, collection_failures, ending_in_words};
use super::comparing::{Compared, key_of_test};
use super::evidence::{Shown, without_parameters};
use super::explained::{explained, joined};
use super::made::{Attempt, Made, moved_lines, text_after};
use super::outside::Outside;
use super::reaching::way_to;
use super::suite::{Run, Suite};
use super::{Bar, Decided, Guilty, Request, Seen, Texts, Unedited};
use crate::migrating::PLUGIN;
use crate::observed::by_place;
use crate::registry::find_rule;
use crate::render::{Sources, counted, counted_fixes};

/// The letters of a short commit hash.
const SHORT_HASH: usize = 10;
/// So many tests of one cause are named.
const MOST_NAMED: usize = 20;

/// What the transaction found out.
pub(super) struct Parts<'p> {
    pub(super) before: &'p Run,
    pub(super) after: &'p Run,
    /// The changes of that run: those of the attempt, with fixes of which no line ran.
    pub(super) tried: &'p [(String, Change)],
    pub(super) compared: &'p Compared,
    /// Of the fixes of the attempt, in order.
    pub(super) decided: &'p [Decided],
    pub(super) guilty: &'p [Guilty],
    /// The fixes that are only shown.
    pub(super) shown: &'p [(Made, Decided)],
    /// `true` if the run after the change had fixes that are not written, and none had the others alone.
    pub(super) had_more_fixes: bool,
    pub(super) coverage: Option<Vec<PackageCoverage>>,
    /// What kept it from being measured.
    pub(super) coverage_limits: Vec<String>,
    pub(super) meanwhile: Vec<PathBuf>,
}

impl Parts<'_> {
    /// The run that collected more tests: a file that cannot be collected has none.
    fn more_collected(&self) -> &VerificationRecord {
        let [before, after] = [self.before, self.after].map(|run| &run.recording.verification);
        if before.collected.len() < after.collected.len() { after } else { before }
    }
}

/// The run after the change, in the texts that it had.
struct After {
    side: Side,
    settings: Vec<Setting>,
    still_seen: Vec<PlaceLeft>,
}

/// Puts the report together.
pub(super) struct Reporter<'r> {
    pub(super) request: &'r Request<'r>,
    pub(super) project: &'r mut Project,
    pub(super) attempt: &'r Attempt,
    pub(super) findings: &'r [Diagnostic],
    pub(super) seen: &'r Seen,
    pub(super) causes_before: &'r [Cause],
    pub(super) unedited: Option<&'r Unedited>,
    pub(super) suite: &'r Suite<'r>,
    pub(super) why_selected: &'r str,
    pub(super) time: Duration,
}

impl Reporter<'_> {
    pub(super) fn report(mut self, parts: &Parts<'_>) -> VerifiedRun {
        let categories = self.categories(parts);
        let before = side(&Shown::new(self.project, parts.before), &categories);
        let After { side: after, settings: settings_after, still_seen } = self.after(parts, &categories);
        let mut fixes = self.fixes(parts);
        let stale_words = self.look_beside(&mut fixes);
        let names = |one: &Run, other: &Run| -> Vec<String> {
            // Nobody knows what a run would have collected that the budget stopped.
            if one.was_stopped_early() || other.was_stopped_early() {
                return Vec::new();
            }
            let (one, other) =
                (&one.recording.verification.collected, &other.recording.verification.collected);
            one.difference(other).cloned().collect()
        };
        let included = {
            let migration = self.request.migration.map(|(migration, _)| migration);
            let texts = Texts::take(self.project, &self.attempt.changes, migration);
            (self.request.include)(texts.project)
        };
        let settings = (self.request.settings)(self.project);
        let ran = self.suite.ran.as_secs_f64();
        let remaining = self.remaining(parts.after);
        let tests = self.changed(parts, true, &categories);
        let failing_before = self.causes_before.iter().map(|cause| cause.failing.clone()).collect();
        let findings_left = findings_left(self.attempt, self.request.is_wanted, &remaining);
        let mut run = VerifiedRun {
            hash_seed: std::env::var("PYTHONHASHSEED").unwrap_or_else(|_| "0".to_owned()),
            pytest_arguments: self
                .suite
                .arguments
                .iter()
                .map(|argument| argument.to_string_lossy().into_owned())
                .collect(),
            selection: self.selection(parts),
            risks: self.risks(parts, &fixes, (&before, &after)),
            checklist: checklist(&fixes),
            stale_words,
            failing_before: explained(failing_before, &fixes, &tests),
            remaining,
            still_seen,
            unused_imports: self.attempt.without_imports.clone(),
            tests,
            flaky: self.changed(parts, false, &categories),
            lost: names(parts.before, parts.after),
            new: names(parts.after, parts.before),
            files: self.files(),
            coverage: parts.coverage.clone(),
            configuration: Configuration { before: settings, after: settings_after },
            findings_left,
            seconds: (self.time.as_secs_f64(), ran),
            copied_bytes: self.suite.workspace.bytes(),
            changed_meanwhile: parts
                .meanwhile
                .iter()
                .map(|path| path.to_string_lossy().into_owned())
                .collect(),
            included,
            budget: self.budget(parts),
            is_written: false,
            migration: self.migration(),
            before,
            after,
            fixes,
            start: starting_point(self.project),
            ..head(self.project)
        };
        Outside::new(self.project, self.suite.workspace.top()).hide(&mut run);
        run
    }

    /// Why tests fail after the change, by the findings that are left.
    fn remaining(&self, after: &Run) -> Vec<FailureCause> {
        let analysis = &self.attempt.analysis;
        let known = KnownPlaces::of_texts(&Sources::new(&analysis.sources), &analysis.diagnostics);
        let outside = Outside::new(self.project, self.suite.workspace.top());
        let found = causes(self.project, after, &known, &outside);
        joined(found.into_iter().map(|cause| cause.failing).collect())
    }

    /// Gives the fixes of tests the patterns that they leave, and returns the words that may be stale since the fixes.
    fn look_beside(&mut self, fixes: &mut [FixReport]) -> Vec<String> {
        let migration = self.request.migration.map(|(migration, _)| migration);
        let files: BTreeSet<&String> =
            self.attempt.fixes.iter().flat_map(|made| made.changed.keys()).collect();
        let before: BTreeMap<&String, String> = files
            .into_iter()
            .filter_map(|path| {
                Some((path, self.project.read(&self.project.absolute(Path::new(path))).ok()?.text))
            })
            .collect();
        let texts = Texts::take(self.project, &self.attempt.changes, migration);
        let project: &Project = texts.project;
        let mut stale: BTreeSet<(String, u32)> = BTreeSet::new();
        for (path, before) in &before {
            let Ok(source) = project.read(&project.absolute(Path::new(path))) else { continue };
            let beside = Beside::new(&source);
            for made in &self.attempt.fixes {
                let Some(lines) = made.changed.get(*path) else { continue };
                stale.extend(
                    beside.stale_words(before, lines).into_iter().map(|line| ((*path).clone(), line)),
                );
                let is_of_made = |fix: &&mut FixReport| {
                    fix.is_written && fix.path == **path && fix.diff == made.diff && is_test_path(path)
                };
                if let Some(fix) = fixes.iter_mut().find(is_of_made) {
                    fix.pattern = beside.pattern(lines);
                }
            }
        }
        stale.into_iter().map(|(path, line)| format!("{path}:{line}")).collect()
    }

    /// The time that the user allowed, with the fixes for which it did not suffice.
    fn budget(&self, parts: &Parts<'_>) -> Option<BudgetUse> {
        let budget = self.suite.budget?;
        let is_undecided = |(_, decided): &&(Made, Decided)| decided.bar == Some(Bar::Budget);
        let without_verdict = parts.shown.iter().filter(is_undecided).count();
        let was_over = self.suite.is_out_of_time.get();
        Some(BudgetUse { seconds: budget.limit.as_secs(), was_over, without_verdict })
    }

    /// By the node id of a test without its parameters, its category.
    fn categories(&self, parts: &Parts<'_>) -> FxHashMap<String, String> {
        let engine = Engine::new(self.project, None);
        let known = StepsOfTests::new(&engine);
        let ran: BTreeSet<&str> = [parts.before, parts.after]
            .into_iter()
            .flat_map(|run| run.recording.tests.iter())
            .map(|test| without_parameters(&test.test))
            .collect();
        let files: BTreeSet<&str> = ran.iter().filter_map(|test| test.split("::").next()).collect();
        let mut found = FxHashMap::default();
        for (index, file) in self.project.files().iter().enumerate() {
            if files.iter().any(|ran| file.path.ends_with(ran)) {
                for test in test_categories(&mut File::new(&engine, ModuleId::of_file(index)), &known) {
                    found.insert(test.node_id.clone(), test.category.name().to_owned());
                }
            }
        }
        found
    }

    fn after(&mut self, parts: &Parts<'_>, categories: &FxHashMap<String, String>) -> After {
        let migration = self.request.migration.map(|(migration, _)| migration);
        let texts = Texts::take(self.project, parts.tried, migration);
        let shown = Shown::new(texts.project, parts.after);
        After {
            side: side(&shown, categories),
            settings: (self.request.settings)(texts.project),
            still_seen: still_seen(&shown),
        }
    }

    fn fixes(&self, parts: &Parts<'_>) -> Vec<FixReport> {
        let kept = self.attempt.fixes.iter().zip(parts.decided).map(|(made, decided)| (made, decided, true));
        let shown = parts.shown.iter().map(|(made, decided)| (made, decided, false));
        let mut fixes: Vec<(usize, FixReport)> = kept
            .chain(shown)
            .map(|(made, decided, is_written)| {
                let mut seen = self.seen.at(made.origin).to_vec();
                seen.extend(self.unedited.iter().flat_map(|it| it.seen.at(made.origin)).cloned());
                seen.extend(decided.ablation.iter().cloned());
                (made.origin, self.fix(made, decided, is_written, seen))
            })
            .collect();
        for guilty in parts.guilty {
            let with = if self.request.migration.is_some() { "the migration" } else { "it" };
            let why = match guilty.tests.as_slice() {
                [test] => format!("with {with}, `{test}` got worse"),
                [test, others @ ..] => format!("with {with}, `{test}` and {} more got worse", others.len()),
                [] => format!("with {with}, tests got worse"),
            };
            let why = match &guilty.how {
                Some(how) => format!("{why}: {how}"),
                None => why,
            };
            let seen = self.seen.at(guilty.made.origin).to_vec();
            fixes.push((guilty.made.origin, self.reverted(&guilty.made, why, seen)));
        }
        fixes.sort_by_key(|(origin, _)| *origin);
        fixes.into_iter().map(|(_, fix)| fix).collect()
    }

    fn fix(&self, made: &Made, decided: &Decided, is_written: bool, evidence: Vec<Evidence>) -> FixReport {
        let mut why = decided.why.clone();
        if decided.verdict == Verdict::Neutral && !made.removed.is_empty() {
            why = match self.removes_dead_lines(made) {
                true => "the removed lines never ran: they caused no failure, and no test changed".to_owned(),
                false => "the runs show no effect of the removed lines, and no test changed".to_owned(),
            };
        }
        let is_unproven = match decided.verdict {
            Verdict::Untested => true,
            Verdict::Neutral => made.removed.is_empty(),
            Verdict::Verified | Verdict::Reverted | Verdict::Inconclusive => false,
        };
        let finding = &self.findings[made.origin];
        // Nobody tests a test.
        let is_unproven = is_unproven && !is_test_path(&finding.path);
        let to_prove = is_unproven.then(|| way_to(self.project, &finding.path, finding.span)).flatten();
        FixReport {
            verdict: decided.verdict,
            why,
            to_prove,
            lines: decided.lines.counts,
            tests: decided.lines.tests.iter().take(MOST_NAMED).cloned().collect(),
            tests_in_all: decided.lines.in_all,
            lines_not_run: if is_written { decided.lines.not_run.clone() } else { Vec::new() },
            is_obsolete: !is_written && self.is_obsolete(made),
            is_written,
            missing_options: match is_written || decided.bar.is_some() {
                true => Vec::new(),
                false => self.request.missing_options(&made.applied, decided.verdict),
            },
            ..self.reverted(made, String::new(), evidence)
        }
    }

    fn reverted(&self, made: &Made, why: String, mut evidence: Vec<Evidence>) -> FixReport {
        evidence.iter_mut().for_each(|seen| seen.words = without_addresses(&seen.words));
        // Witnesses of one event may have met several objects.
        evidence.dedup();
        let applied = &made.applied;
        let finding = &self.findings[made.origin];
        FixReport {
            path: applied.path.clone(),
            line: *made.before.range.start(),
            rule: finding.rule.clone(),
            code: applied.code.clone(),
            message: finding.message.clone(),
            notes: self.notes(finding),
            title: applied.title.clone(),
            applicability: applied.applicability,
            verdict: Verdict::Reverted,
            why,
            to_prove: None,
            evidence,
            lines: (0, 0),
            tests: Vec::new(),
            tests_in_all: 0,
            lines_not_run: Vec::new(),
            pattern: None,
            diff: made.diff.clone(),
            is_written: false,
            missing_options: Vec::new(),
            is_obsolete: self.is_obsolete(made),
        }
    }

    /// Returns whether the finding of a fix that is not written is gone with the fixes that are.
    fn is_obsolete(&self, made: &Made) -> bool {
        let finding = &self.findings[made.origin];
        let analysis = &self.attempt.analysis;
        if self.attempt.changes.is_empty() || self.request.migration.is_some() {
            return false;
        }
        let before = self.project.read(&self.project.absolute(Path::new(&finding.path))).ok();
        let line = *made.before.range.start();
        let moved = before.zip(analysis.sources.get(&finding.path));
        let moved = moved.map(|(before, after)| moved_lines(&before.text, &after.text));
        let line = moved.and_then(|moved| moved.get(line as usize - 1).copied()).unwrap_or(line);
        let sources = Sources::new(&analysis.sources);
        let is_it = |other: &Diagnostic| {
            other.rule == finding.rule
                && other.path == finding.path
                && (other.message == finding.message
                    || sources.range(&other.path, other.span).start.line == line)
        };
        !analysis.diagnostics.iter().any(is_it)
    }

    /// The notes of a finding that are no remedies, each with its place.
    fn notes(&self, finding: &Diagnostic) -> Vec<String> {
        let notes =
            finding.notes.iter().filter(|note| note.kind == NoteKind::Note && note.why_no_edit().is_none());
        let words = |note: &Note| match &note.place {
            Some(Place::Span { path, span }) => {
                let text = self.project.read(&self.project.absolute(Path::new(path))).ok();
                let line = text.map(|text| LineIndex::new(&text.text).line(span.start));
                let place = line.map_or(path.clone(), |line| format!("{path}:{line}"));
                format!("`{place}`: {}", note.message)
            }
            _ => note.message.clone(),
        };
        notes.map(words).collect()
    }

    /// The versions of a migration, and how their packages came to the side after the change.
    fn migration(&self) -> Option<MigrationRun> {
        let (migration, _) = self.request.migration?;
        let layer = self.suite.layer.as_ref();
        let mut without_edits = None;
        if let Some(Unedited { run, .. }) = self.unedited {
            let mut counts = Counts::default();
            run.outcomes().into_values().for_each(|outcome| add(&mut counts, outcome));
            counts.uncollected = uncollected(&run.recording).len();
            without_edits = Some(counts);
        }
        let is_other = |(name, version): &&(String, String)| {
            self.project.installed_version(name).is_none_or(|installed| installed.to_string() != *version)
        };
        let packages = layer.iter().flat_map(|layer| &layer.packages).filter(is_other);
        Some(MigrationRun {
            package: PLUGIN.to_owned(),
            from: migration.from.as_ref().map(ToString::to_string).unwrap_or_default(),
            to: migration.target.version.to_string(),
            packages: packages.map(|(name, version)| format!("{name}=={version}")).collect(),
            command: layer.map(|layer| layer.command.clone()),
            without_edits,
        })
    }

    /// Whether a fix only removes, and nothing of what it removes ran before.
    fn removes_dead_lines(&self, made: &Made) -> bool {
        let dead = made.removed.iter().flat_map(|(path, lines)| lines.iter().map(move |line| (path, line)));
        let mut lines = dead.peekable();
        lines.peek().is_some()
            && lines.all(|(path, line)| self.suite.never_ran.contains(&(path.clone(), *line)))
    }

    fn selection(&self, parts: &Parts<'_>) -> Selection {
        let record = parts.more_collected();
        Selection { tests: record.kept, of: record.collected.len(), why: self.why_selected.to_owned() }
    }

    fn changed(
        &self,
        parts: &Parts<'_>,
        is_sure: bool,
        categories: &FxHashMap<String, String>,
    ) -> Vec<ChangedTest> {
        let sure = parts.compared.trials.changed();
        let changes = parts.compared.changes.0.iter();
        let collected = &parts.before.recording.verification.collected;
        let wanted = changes.filter(|(test, _)| {
            collected.contains(*test) && sure.contains(key_of_test(test).as_str()) == is_sure
        });
        let mut changed: Vec<ChangedTest> = wanted
            .map(|(test, (before, after))| ChangedTest {
                test: test.clone(),
                before: *before,
                after: *after,
                runs: parts.compared.trials.runs(&key_of_test(test)),
                as_stated: Some(parts.compared.trials.as_first(&key_of_test(test))),
                category: categories.get(without_parameters(test)).cloned(),
            })
            .collect();
        let is_cured =
            |test: &ChangedTest| test.before.state == State::Bad && test.after.state == State::Good;
        changed.sort_by_key(|test| !is_cured(test));
        changed
    }

    fn files(&self) -> Vec<ChangedFile> {
        let files = self.attempt.changes.iter().map(|(path, change)| {
            let (before, after) =
                (String::from_utf8_lossy(&change.before), String::from_utf8_lossy(&change.after));
            let lines = TextDiff::from_lines(before.as_ref(), after.as_ref());
            let count = |tag| lines.iter_all_changes().filter(|change| change.tag() == tag).count();
            ChangedFile {
                path: path.clone(),
                kind: file_kind(path),
                added: count(ChangeTag::Insert),
                removed: count(ChangeTag::Delete),
            }
        });
        files.collect()
    }

    /// What the tests that changed do not prove.
    fn risks_of_tests(&self, parts: &Parts<'_>) -> Vec<String> {
        let mut risks = Vec::new();
        let better = parts.compared.better();
        let rerun_scope = |test: &String| parts.compared.rerun_scopes.get(&key_of_test(test));
        let ordered: Vec<&String> = better.iter().filter(|test| rerun_scope(test).is_some()).collect();
        if let [first, ..] = ordered.as_slice() {
            risks.push(format!(
                "{} got better only in a run with other tests, such as `{first}`: what they find depends on the tests \
                 before them",
                counted(ordered.len(), "test")
            ));
        }
        let sure = parts.compared.worse();
        let bystanders = &parts.compared.bystanders;
        let is_chance = |test: &&str| !sure.contains(*test) && !bystanders.contains(*test);
        let by_chance: Vec<&str> = parts.compared.changes.worse().filter(is_chance).collect();
        if let [first, ..] = by_chance.as_slice() {
            risks.push(format!(
                "{} ended worse after the change, by chance and not by a fix, such as `{first}`",
                counted(by_chance.len(), "test")
            ));
        }
        let fails_by_others =
            parts.compared.changes.worse().filter(|test| bystanders.contains(*test)).count();
        if fails_by_others > 0 {
            risks.push(format!(
                "{} failed after the change by a warning about an object that another test may have left; this counts for no fix",
                counted(fails_by_others, "test")
            ));
        }
        let passes_now = |(before, after): &&(TestState, TestState)| {
            before.outcome == Some(TestOutcome::Xfailed) && after.outcome == Some(TestOutcome::Xpassed)
        };
        let unexpected = parts.compared.changes.0.values().filter(passes_now).count();
        if unexpected > 0 {
            risks.push(format!(
                "{} with an `xfail` mark can pass now: remove the marks of those that do",
                counted(unexpected, "test")
            ));
        }
        risks
    }

    fn risks(&self, parts: &Parts<'_>, fixes: &[FixReport], (before, after): (&Side, &Side)) -> Vec<String> {
        let mut risks = Vec::new();
        let count = |verdict| fixes.iter().filter(|fix| fix.verdict == verdict && fix.is_written).count();
        // A verified fix rests on what was seen.
        let is_unproven = |(made, decided): &(&Made, &Decided)| {
            self.findings[made.origin].confidence == loopmend_core::Confidence::Likely
                && decided.verdict != Verdict::Verified
        };
        let written = self.attempt.fixes.iter().zip(parts.decided);
        let likely: Vec<&Made> = written.filter(is_unproven).map(|(made, _)| made).collect();
        let untested = count(Verdict::Untested);
        if untested > 0 {
            let fixes = counted_fixes(untested, "");
            risks.push(format!("no test ran the lines of {fixes} among those written"));
        }
        if let [first, ..] = likely.as_slice() {
            let place = format!("{}:{}", first.before.path, first.before.range.start());
            risks.push(match likely.len() {
                1 => format!("the fix at `{place}` is not verified, and rests on a finding that is likely, not certain"),
                count => format!(
                    "{} are not verified, and rest on findings that are likely, not certain, such as the one at `{place}`",
                    counted_fixes(count, "")
                ),
            });
        }
        let untouched = self.attempt.untouched.iter();
        risks.extend(untouched.map(|(path, why)| format!("`{path}` was not edited: {why}")));
        let record = parts.more_collected();
        if !self.suite.left_out.is_empty() && record.kept < record.collected.len() {
            risks.push(format!(
                "{} of {} tests did not run, since no import leads from them to the change",
                record.collected.len() - record.kept,
                record.collected.len()
            ));
        }
        let out_of_time = self.suite.budget.zip(self.budget(parts)).filter(|(_, used)| used.was_over);
        if let Some((budget, used)) = out_of_time {
            risks.push(match used.without_verdict {
                0 => format!("{}: the last runs are missing", budget.why_over()),
                count => format!("{}, and {} no verdict", budget.why_over(), counted_having(count)),
            });
        }
        if parts.had_more_fixes && !self.attempt.fixes.is_empty() {
            risks.push(
                "no test ran with the written fixes alone: the run after the change had others too"
                    .to_owned(),
            );
        }
        for (words, run) in [("before", parts.before), ("after", parts.after)] {
            if let Some(ending) = ending_in_words(run) {
                risks.push(format!("the run {words} the change did not end as it should: {ending}"));
            }
        }
        let limits_after = &parts.after.recording.limits;
        let limits_before =
            parts.before.recording.limits.iter().filter(|words| !limits_after.contains(words));
        let limits_before: Vec<String> =
            limits_before.map(|words| format!("before the change, {words}")).collect();
        let limits = limits_before.iter().chain(limits_after).chain(&parts.coverage_limits);
        // Readers of a report do not know the probe.
        let said = |words: &String| without_directories(words).replace("the probe", "loopmend");
        risks.extend(limits.map(said).collect::<BTreeSet<_>>());
        risks.extend(self.risks_of_tests(parts));
        let more = after.seen.iter().filter_map(|(rule, count)| {
            let was = before.seen.get(rule).copied().unwrap_or_default();
            (*count > was).then(|| {
                let places = counted(*count, "place");
                format!(
                    "`{rule}` was seen at {places} while the tests ran after the change, and at {was} before"
                )
            })
        });
        risks.extend(more);
        if !parts.meanwhile.is_empty() {
            risks.push(format!(
                "{} of your tree changed while the tests ran, so they are not what was tried",
                counted(parts.meanwhile.len(), "file")
            ));
        }
        risks
    }
}

/// `1 fix has` or `3 fixes have`.
fn counted_having(count: usize) -> String {
    format!("{} {}", counted_fixes(count, ""), if count == 1 { "has" } else { "have" })
}

/// The report where there is no fix to try.
pub(super) fn untried(project: &Project, attempt: &Attempt, request: &Request<'_>) -> VerifiedRun {
    VerifiedRun {
        findings_left: findings_left(attempt, request.is_wanted, &[]),
        included: (request.include)(project),
        ..head(project)
    }
}

/// What every report begins with: its format, the project and the command line.
fn head(project: &Project) -> VerifiedRun {
    VerifiedRun {
        format: FORMAT.to_owned(),
        version: VERSION,
        loopmend: env!("CARGO_PKG_VERSION").to_owned(),
        project: project.root_dir().file_name().unwrap_or_default().to_string_lossy().into_owned(),
        command: std::iter::once("loopmend".to_owned()).chain(std::env::args().skip(1)).collect(),
        ..VerifiedRun::default()
    }
}

/// The commit that the files are of, and whether others than those of the change differ; `None` where git knows none.
fn starting_point(project: &Project) -> Option<StartingPoint> {
    let root = std::fs::canonicalize(project.root_dir()).ok()?;
    let commit = git::head(&root).ok()??;
    let files: Vec<PathBuf> = project.files().iter().map(|file| file.path.clone()).collect();
    let real: Vec<PathBuf> = files.iter().filter_map(|path| std::fs::canonicalize(path).ok()).collect();
    let dirty = git::uncommitted(&root, &real).ok()??;
    Some(StartingPoint { commit: commit.chars().take(SHORT_HASH).collect(), changed_files: dirty.len() })
}

/// The findings after the fixes, each with why it is left: errors first, and among those of one level first what fails tests.
fn findings_left(
    attempt: &Attempt,
    is_wanted: &dyn Fn(&Diagnostic) -> bool,
    failing: &[FailureCause],
) -> Vec<PlaceLeft> {
    let sources = Sources::new(&attempt.analysis.sources);
    let mut left: Vec<&Diagnostic> = attempt.analysis.diagnostics.iter().filter(|it| is_wanted(it)).collect();
    let places: BTreeSet<&str> = failing
        .iter()
        .flat_map(|cause| cause.place.iter().chain(&cause.more_places))
        .map(String::as_str)
        .collect();
    left.sort_by_cached_key(|finding| {
        let line = sources.range(&finding.path, finding.span).start.line;
        let fails_tests = places.contains(format!("{}:{line}", finding.path).as_str());
        (Reverse(finding.level), !fails_tests)
    });
    let mut written: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (path, change) in &attempt.changes {
        let moved = attempt.analysis.sources.get(path).zip(text_after(change, path));
        written.extend(moved.map(|(source, after)| (path.as_str(), moved_lines(&source.text, &after))));
    }
    // Imports that nothing uses any more are removed after the last check.
    let line_in_file = |path: &str, line: u32| {
        written.get(path).and_then(|moved| moved.get(line as usize - 1)).copied().unwrap_or(line)
    };
    let place = |finding: &Diagnostic| {
        let range = sources.range(&finding.path, finding.span);
        let undone = attempt
            .taken_back
            .iter()
            .find(|back| back.rule == finding.rule && back.place.starts_with(&format!("{}:", finding.path)));
        let no_edit = finding.notes.iter().find_map(|note| note.why_no_edit());
        PlaceLeft {
            path: finding.path.clone(),
            line: line_in_file(&finding.path, range.start.line),
            rule: finding.rule.clone(),
            message: finding.message.clone(),
            why: match (finding.fix.is_some(), undone) {
                (true, Some(back)) => Some(format!("its fix was undone: {}", back.why)),
                (true, None) => None,
                (false, _) => no_edit.map(|why| format!("no fix: {why}")),
            },
        }
    };
    left.into_iter().map(place).chain(attempt.by_hand.iter().cloned()).collect()
}

/// What was seen while the tests ran, one entry for each place.
fn still_seen(shown: &Shown<'_>) -> Vec<PlaceLeft> {
    let project = shown.project();
    let line = |defect: &Diagnostic| {
        let text = project.read(&project.absolute(Path::new(&defect.path))).ok()?;
        Some(LineIndex::new(&text.text).line(defect.span.start))
    };
    let place = |defect: Diagnostic| PlaceLeft {
        line: line(&defect).unwrap_or(1),
        path: defect.path,
        rule: defect.rule,
        message: defect.message,
        why: None,
    };
    by_place(&shown.observations).into_iter().map(place).collect()
}

/// A sentence in which paths of packages begin with the package.
fn without_directories(words: &str) -> String {
    let short =
        |word: &str| word.rsplit_once("site-packages/").map_or(word.to_owned(), |(_, path)| path.to_owned());
    words.split(' ').map(short).collect::<Vec<_>>().join(" ")
}

/// One side of the table.
fn side(shown: &Shown<'_>, categories: &FxHashMap<String, String>) -> Side {
    let recording = &shown.run.recording;
    let (python, pytest) = recording.versions.clone().unwrap_or_default();
    let mut side = Side {
        python,
        pytest,
        plugins: recording.plugins.clone(),
        ending: ending_in_words(shown.run),
        warnings: recording.verification.warned.clone(),
        seconds: shown.run.time.as_secs_f64(),
        peak_memory: recording.processes.iter().filter_map(|process| process.peak).max(),
        ..Side::default()
    };
    let is_known = |outcome| outcome != TestOutcome::Unfinished || !shown.run.was_stopped_early();
    for (test, outcome) in shown.run.outcomes().into_iter().filter(|(_, outcome)| is_known(*outcome)) {
        let file = test.split("::").next().unwrap_or_default();
        let category = categories.get(without_parameters(test)).map_or("unknown", String::as_str);
        add(&mut side.counts, outcome);
        add(side.by_file.entry(file.to_owned()).or_default(), outcome);
        add(side.by_category.entry(category.to_owned()).or_default(), outcome);
    }
    let collection = uncollected(recording);
    side.counts.uncollected = collection.len();
    for file in collection {
        side.by_file.entry(file.to_owned()).or_default().uncollected += 1;
    }
    for defect in by_place(&shown.observations) {
        *side.seen.entry(defect.rule).or_default() += 1;
    }
    side
}

/// The files that pytest could not collect.
fn uncollected(recording: &Recording) -> BTreeSet<&str> {
    collection_failures(recording).map(|failure| failure.test.as_str()).collect()
}

fn add(counts: &mut Counts, outcome: TestOutcome) {
    counts.selected += 1;
    let count = match outcome {
        TestOutcome::Passed => &mut counts.passed,
        TestOutcome::Failed => &mut counts.failed,
        TestOutcome::Error | TestOutcome::Unfinished => &mut counts.errors,
        TestOutcome::Skipped => &mut counts.skipped,
        TestOutcome::Xfailed | TestOutcome::Xpassed => &mut counts.expected,
    };
    *count += 1;
}

/// What to look at by hand: the unsafe fixes that are written, by rule.
fn checklist(fixes: &[FixReport]) -> Vec<ReviewItem> {
    let written = fixes.iter().filter(|fix| fix.is_written && fix.applicability != Applicability::Safe);
    let mut places: BTreeMap<(&str, &str), Vec<String>> = BTreeMap::new();
    for fix in written {
        places.entry((&fix.rule, &fix.title)).or_default().push(format!("{}:{}", fix.path, fix.line));
    }
    let item = |((rule, title), places): ((&str, &str), Vec<String>)| ReviewItem {
        rule: rule.to_owned(),
        title: title.to_owned(),
        fixes: places.len(),
        places,
        may_change: find_rule(rule).and_then(|rule| rule.fix_risk()),
    };
    places.into_iter().map(item).collect()
}

/// Returns whether a file is a test, other Python code, or configuration.
pub(crate) fn file_kind(path: &str) -> FileKind {
    match Path::new(path).extension().and_then(|extension| extension.to_str()) {
        Some("py" | "ipynb") if is_test_path(path) => FileKind::Test,
        Some("py" | "ipynb") => FileKind::Production,
        _ => FileKind::Configuration,
    }
}
