//! Runs the rules on files.

use loopmend_core::at_work::{GivenUp, MAX_FINDINGS, Reason, run_or_give_up};
use loopmend_core::{Diagnostic, Level, LineIndex, Span};
use loopmend_index::usage_counts::UsageKey;
use loopmend_project::{KnownRule, Project, ProjectFile};
use loopmend_semantic::{Engine, File, ModuleId};
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use std::any::Any;
use std::panic::resume_unwind;

use crate::configuration::check_configurations;
use crate::context::Context;
use crate::joining::{Joining, join_findings, show_places};
use crate::rule::{Check, Rule, Runs};
use crate::rules;
use crate::suppression::{Suppressions, is_own};

/// What checking one module gave.
#[derive(Debug)]
pub struct Checked {
    /// The findings, sorted, suppressed ones left out.
    pub diagnostics: Vec<Diagnostic>,
    /// The first-party modules they rest on, absent ones too, ascending.
    pub dependencies: Vec<ModuleId>,
    /// Whether they rest on which subclasses the project has.
    pub asked_subclasses: bool,
    /// Whether they rest on the bodies of functions in other modules.
    pub asked_bodies: bool,
    /// Whether they rest on which calls of functions the project has.
    pub asked_call_sites: bool,
    /// Whether they rest on what functions lead to that call each other.
    pub asked_steps: bool,
    /// Whether they depend on all checked files, on other files of the project, or on the paths that were named.
    pub asked_project: bool,
    /// Whether they depend on the texts of all checked files.
    pub asked_all_texts: bool,
    /// `true` if they rest on whether a checked file may set an attribute that this file reads, on any object.
    pub asked_set_attributes: bool,
    /// `true` if they rest on whether a checked file sets an attribute on another object, which this file or one that they rest on reads.
    pub asked_attributes_on_others: bool,
    /// The modules of which they rest on all that they say, ascending.
    pub asked_wholes: Vec<ModuleId>,
    /// The modules of whose text they rest on more than their interfaces say, ascending.
    pub asked_texts: Vec<ModuleId>,
    /// The keys of the calls of which they rest on how the whole project uses them, ascending.
    pub asked_usages: Vec<UsageKey>,
    /// The packages outside of the standard library that the module needs, sorted.
    pub needed_packages: Vec<String>,
}

/// Checks one module that is shown as `file`.
pub fn check_module(engine: &Engine, module: ModuleId, file: &ProjectFile) -> Checked {
    check_by(engine, module, file, |_| true)
}

/// Checks one module that is shown as `file` by some of the rules.
pub(crate) fn check_by(
    engine: &Engine,
    module: ModuleId,
    file: &ProjectFile,
    is_meant: impl Fn(&Rule) -> bool,
) -> Checked {
    let _turn = engine.turn_of(module);
    let enabled: Vec<Enabled> = rules()
        .iter()
        .filter(|rule| is_meant(rule))
        .map(|rule| Enabled { rule, level: engine.project().level(file, &rule.known()) })
        .filter(|enabled| enabled.level != Level::Ignore)
        .collect();
    let mut run = Run::new(engine, module, file, enabled);
    run.file_checks();
    run.call_checks();
    let superseded = run.superseded();
    run.suppress();
    run.drop_of_template();
    // A comment that suppresses a superseded finding is not unused.
    run.found.retain(|diagnostic| !superseded.contains(&(diagnostic.rule.as_str(), diagnostic.span)));
    run.drop_strict(engine.project(), file);
    run.found.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    run.found.dedup();
    Checked {
        diagnostics: run.found,
        dependencies: run.file.inference().dependencies(),
        asked_subclasses: run.file.inference().asked_subclasses(),
        asked_bodies: run.file.inference().asked_bodies(),
        asked_call_sites: run.file.inference().asked_call_sites(),
        asked_steps: run.file.inference().asked_steps(),
        asked_project: run.file.inference().asked_project(),
        asked_all_texts: run.file.inference().asked_all_texts(),
        asked_set_attributes: run.file.inference().asked_set_attributes(),
        asked_attributes_on_others: run.file.inference().asked_attributes_on_others(),
        asked_wholes: run.file.inference().asked_wholes(),
        asked_texts: run.file.inference().asked_texts(),
        asked_usages: run.file.inference().asked_usages(),
        needed_packages: engine.needed_packages(module),
    }
}

/// Returns the findings of these rules in one module, sorted, before any is suppressed or superseded.
/// What a rule reports here must not depend on which other rules are among these.
pub fn findings_of(
    engine: &Engine,
    module: ModuleId,
    file: &ProjectFile,
    rules: &[&'static Rule],
) -> Vec<Diagnostic> {
    let enabled = rules.iter().map(|rule| Enabled { rule, level: rule.spec.level }).collect();
    let mut run = Run::new(engine, module, file, enabled);
    run.file_checks();
    run.call_checks();
    run.found.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    run.found.dedup();
    run.found
}

/// Checks the reported files of a project without any cache; places are shown.
pub fn check_project(project: &Project) -> Vec<Diagnostic> {
    check_all(&Engine::new(project, None))
}

/// Checks the reported files of an engine's project; places are shown. Findings of one decision are not joined.
pub fn check_all(engine: &Engine) -> Vec<Diagnostic> {
    let files = engine.project().files();
    (0..files.len()).into_par_iter().for_each(|index| {
        engine.load(ModuleId::of_file(index));
    });
    let mut found: Vec<Diagnostic> = (0..files.len())
        .into_par_iter()
        .flat_map_iter(|index| check_module(engine, ModuleId::of_file(index), &files[index]).diagnostics)
        .collect();
    found.extend(check_configurations(engine, false));
    join_findings(engine, &mut found, Joining::Causes);
    keep_reported(engine.project(), &mut found, Joining::Causes);
    for diagnostic in &mut found {
        show_places(engine, diagnostic);
    }
    found.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    found
}

/// Drops the findings in files that are not reported. Only now is it known which file a finding stands in: a call in one
/// file can lead to what is reported in another. With [`Joining::Decisions`], a finding moves to its first place in a reported file.
pub fn keep_reported(project: &Project, found: &mut Vec<Diagnostic>, joining: Joining) {
    let unreported = project.files().iter().filter(|file| !file.is_reported);
    let unreported: FxHashSet<&str> = unreported.map(|file| file.display.as_str()).collect();
    let is_reported = |path: &str| !unreported.contains(path);
    found.retain_mut(|diagnostic| match joining {
        Joining::Nothing | Joining::Causes => is_reported(&diagnostic.path),
        Joining::Decisions => diagnostic.stand_in_view(|path, _| is_reported(path)),
    });
}

#[derive(Clone, Copy)]
struct Enabled {
    rule: &'static Rule,
    level: Level,
}

struct Run<'r, 'e> {
    file: File<'e>,
    path: &'r str,
    is_in_tests: bool,
    /// `true` if the rules on drift skip the file. `None` until the first of them is about to run.
    is_apart: Option<bool>,
    enabled: Vec<Enabled>,
    /// Whether the check of the file was given up.
    is_given_up: bool,
    found: Vec<Diagnostic>,
}

impl<'r, 'e> Run<'r, 'e> {
    fn new(engine: &'e Engine<'e>, module: ModuleId, file: &'r ProjectFile, enabled: Vec<Enabled>) -> Self {
        let file_of_rules = File::new(engine, module);
        let is_in_tests = file_of_rules.is_in_tests();
        Self {
            file: file_of_rules,
            path: &file.display,
            is_in_tests,
            is_apart: None,
            enabled,
            is_given_up: false,
            found: Vec::new(),
        }
    }

    fn file_checks(&mut self) {
        self.each_check(|check, context| {
            if let Check::File(look) = check {
                look(context);
            }
        });
    }

    fn call_checks(&mut self) {
        self.each_check(|check, context| match check {
            Check::DroppedCall(look) => context.file.dropped_calls().for_each(|call| look(context, &call)),
            Check::AssignedCall(look) => context.file.assigned_calls().for_each(|call| look(context, &call)),
            Check::ElementCall(look) => context.file.element_calls().for_each(|call| look(context, &call)),
            Check::ArgumentCall(look) => context.file.argument_calls().for_each(|call| look(context, &call)),
            Check::ReturnedCall(look) => context.file.returned_calls().for_each(|call| look(context, &call)),
            Check::CallBesideAwait(look) => {
                context.file.calls_beside_await().for_each(|call| look(context, &call));
            }
            Check::UsedCall(look) => context.file.used_calls().for_each(|call| look(context, &call)),
            Check::SlotCall(look) => context.file.slot_calls().iter().for_each(|call| look(context, call)),
            _ => {}
        });
    }

    /// The findings whose range a rule reports that supersedes theirs.
    fn superseded(&self) -> FxHashSet<(&'static str, Span)> {
        let spec = |diagnostic: &Diagnostic| {
            let enabled = self.enabled.iter().find(|enabled| enabled.rule.name == diagnostic.rule);
            enabled.map(|enabled| enabled.rule.spec)
        };
        let found = self.found.iter().filter_map(|diagnostic| Some((spec(diagnostic)?, diagnostic.span)));
        found.flat_map(|(spec, span)| spec.supersedes.iter().map(move |name| (*name, span))).collect()
    }

    fn suppress(&mut self) {
        let comments = self.file.comments();
        let has_none = self.found.is_empty() && !comments.iter().any(is_own);
        if comments.is_empty() || has_none {
            return;
        }
        let text = self.file.text();
        let lines = LineIndex::new(text);
        let mut suppressions = Suppressions::read(comments, text, &lines);
        self.found.retain(|diagnostic| !suppressions.suppress(diagnostic, &lines));
        let own = suppressions.into_own(|name| self.is_enabled(name));
        self.each_check(|check, context| {
            if let Check::Suppression(look) = check {
                for (suppression, uses) in &own {
                    look(context, suppression, *uses);
                }
            }
        });
    }

    /// Drops the findings in a template whose statements choose between parts of the file, except for those about the check itself.
    fn drop_of_template(&mut self) {
        let is_of_check = |diagnostic: &Diagnostic| {
            let of_rule = self.enabled.iter().find(|enabled| enabled.rule.name == diagnostic.rule);
            let mut checks = of_rule.into_iter().flat_map(|enabled| enabled.rule.spec.checks);
            checks.any(|check| matches!(check, Check::Panic(_) | Check::GivenUp(_)))
        };
        if !self.found.iter().all(is_of_check) && self.file.has_template_branches() {
            self.found.retain(is_of_check);
        }
    }

    /// Drops the findings that only the profile `strict` reports, if the file is checked without it. They supersede others, and comments
    /// that ignore them are in use.
    fn drop_strict(&mut self, project: &Project, file: &ProjectFile) {
        let is_shown = |diagnostic: &Diagnostic| {
            let of_rule = self.enabled.iter().find(|enabled| enabled.rule.name == diagnostic.rule);
            !diagnostic.is_strict
                || of_rule.is_some_and(|enabled| project.is_strict(file, &enabled.rule.known()))
        };
        self.found.retain(is_shown);
    }

    /// Whether a rule that a comment names was looked for at all; only then an unused comment is one.
    fn is_enabled(&self, name_or_code: &str) -> bool {
        self.enabled
            .iter()
            .any(|enabled| enabled.rule.name == name_or_code || enabled.rule.code.to_string() == name_or_code)
    }

    /// Returns whether rules that run in these files run in this one.
    fn includes(&mut self, runs: Runs) -> bool {
        runs.includes(self.is_in_tests, self.file.checks_drift_everywhere())
            && match runs {
                Runs::WhereDriftIs => !self.is_apart(),
                Runs::InTests => !self.file.is_told_off(),
                Runs::Everywhere | Runs::OutsideTests => true,
            }
    }

    fn is_apart(&mut self) -> bool {
        *self.is_apart.get_or_insert_with(|| self.file.is_apart())
    }

    /// Runs every check of every enabled rule; a panic becomes a diagnostic, and nothing else is lost.
    fn each_check(&mut self, run: impl Fn(&Check, &mut Context)) {
        if self.is_given_up {
            return;
        }
        for index in 0..self.enabled.len() {
            let Enabled { rule, level } = self.enabled[index];
            if !self.includes(rule.spec.runs) {
                continue;
            }
            for check in rule.spec.checks {
                let mut found = Vec::new();
                let (file, path) = (&mut self.file, self.path);
                let work = file.work().clone();
                let outcome = run_or_give_up(&work, || {
                    run(check, &mut Context::new(file, path, (rule, level), &mut found));
                    if rule.spec.needs_reaching_test {
                        found.retain(|diagnostic| !file.is_unreached_by_tests(diagnostic.span));
                    }
                    if rule.code.group() != OWN_GROUP {
                        found.retain(|it| !file.is_behind_exit(it.span) && !file.is_in_skipped_test(it.span));
                    }
                });
                // Findings that could not be asked whether a test reaches them are not reported.
                if outcome.is_err() && rule.spec.needs_reaching_test {
                    found.clear();
                }
                self.found.append(&mut found);
                match outcome.map_err(|panic| panic.downcast::<GivenUp>()) {
                    Ok(()) if self.found.len() >= MAX_FINDINGS => {
                        return self.report_given_up(Reason::Findings);
                    }
                    Ok(()) => {}
                    Err(Ok(given_up)) if given_up.number == work.number() => {
                        return self.report_given_up(given_up.reason);
                    }
                    Err(Ok(of_another_file)) => resume_unwind(of_another_file),
                    Err(Err(panic)) => self.report_panic(rule, &panic_words(&*panic)),
                }
            }
        }
    }

    /// Reports that the check of the file was given up. The findings are not remembered.
    fn report_given_up(&mut self, reason: Reason) {
        self.is_given_up = true;
        self.file.inference_mut().rest_on_project();
        self.each_enabled(|check, context| {
            if let Check::GivenUp(report) = check {
                report(context, reason);
            }
        });
    }

    fn report_panic(&mut self, culprit: &Rule, words: &str) {
        let words = format!("rule `{}` failed: {words}", culprit.name);
        self.each_enabled(|check, context| {
            if let Check::Panic(report) = check {
                report(context, &words);
            }
        });
    }

    fn each_enabled(&mut self, report: impl Fn(&Check, &mut Context)) {
        for Enabled { rule, level } in self.enabled.clone() {
            for check in rule.spec.checks {
                let mut context = Context::new(&mut self.file, self.path, (rule, level), &mut self.found);
                report(check, &mut context);
            }
        }
    }
}

fn panic_words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "no message".to_owned())
}

/// The group of the rules about files and comments, whose findings stand whatever runs.
const OWN_GROUP: u8 = 0;

/// The empty range at the start of a file, for what concerns the file as a whole.
pub(crate) const WHOLE_FILE: Span = Span { start: 0, end: 0 };

/// All rules as the configuration knows them.
pub fn known_rules() -> Vec<KnownRule> {
    rules().iter().map(Rule::known).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use loopmend_core::at_work::{MAX_FINDINGS, MAX_STEPS, Reason, end_if_given_up, give_up};
    use loopmend_project::{DiscoverOptions, Project, ProjectFile};
    use loopmend_semantic::{Engine, ModuleId};

    use super::{Enabled, Run, check_module, rules};

    #[test]
    fn a_file_that_is_given_up_loses_its_own_findings_alone() {
        let directory = tempfile::tempdir().unwrap();
        let bug = "async def save(): ...\n\n\nasync def main():\n    save()\n";
        for name in ["quick.py", "slow.py"] {
            std::fs::write(directory.path().join(name), bug).unwrap();
        }
        let options = DiscoverOptions { cwd: directory.path().to_path_buf(), ..DiscoverOptions::default() };
        let project = Project::discover(&options).unwrap();
        let engine = Engine::new(&project, None);
        let [quick, slow] = project.files() else { panic!("two files") };
        let enabled = rules().iter().map(|rule| Enabled { rule, level: rule.spec.level }).collect();
        let mut run = Run::new(&engine, ModuleId::of_file(1), slow, enabled);
        run.each_check(|_, context| {
            give_up(context.file.work().number(), Reason::Time);
            // What is checked meanwhile in the same thread goes on.
            let found = check_module(&engine, ModuleId::of_file(0), quick).diagnostics;
            assert_eq!(found.iter().map(|found| found.code.to_string()).collect::<Vec<_>>(), ["LM101"]);
            end_if_given_up();
            unreachable!("the check is given up");
        });
        run.call_checks();
        let codes: Vec<String> = run.found.iter().map(|found| found.code.to_string()).collect();
        assert_eq!(codes, ["LM002"]);
        assert!(run.file.inference().asked_project());
    }

    /// The messages of the check of a file that may take so many steps, and the number of steps that are left.
    fn check_in_steps(engine: &Engine, file: &ProjectFile, steps: u64) -> (Vec<String>, u64) {
        let enabled = rules().iter().map(|rule| Enabled { rule, level: rule.spec.level }).collect();
        let module = engine.module_for(Path::new(&file.path));
        let mut run = Run::new(engine, module, file, enabled);
        run.file.work().set_steps_left(steps);
        run.file_checks();
        run.call_checks();
        (run.found.iter().map(|found| found.message.clone()).collect(), run.file.work().steps_left())
    }

    #[test]
    fn a_file_ends_at_the_same_step_whatever_was_checked_before() {
        let directory = tempfile::tempdir().unwrap();
        let texts = [
            ("a.py", "import b\n\n\nasync def main():\n    b.save()\n    b.start()\n"),
            (
                "b.py",
                "import asyncio\n\n\nasync def save(): ...\n\n\ndef start():\n    asyncio.run(save())\n",
            ),
        ];
        for (name, text) in texts {
            std::fs::write(directory.path().join(name), text).unwrap();
        }
        let options = DiscoverOptions { cwd: directory.path().to_path_buf(), ..DiscoverOptions::default() };
        let project = Project::discover(&options).unwrap();
        let [a, b] = project.files() else { panic!("two files") };
        const MANY: u64 = 1_000_000;
        let alone = check_in_steps(&Engine::new(&project, None), a, MANY);
        let engine = Engine::new(&project, None);
        let _ = (check_in_steps(&engine, b, MANY), check_in_steps(&engine, a, MANY));
        assert_eq!(check_in_steps(&engine, a, MANY), alone);
        let (all, left) = alone;
        assert!(all.len() == 2 && !all.contains(&TOO_MANY.to_owned()), "{all:?}");
        let needed = MANY - left;
        assert_eq!(check_in_steps(&engine, a, needed), (all, 0));
        let (given_up, _) = check_in_steps(&engine, a, needed - 1);
        assert!(given_up.contains(&TOO_MANY.to_owned()), "{given_up:?}");
    }

    /// The steps for checking a file with this text.
    fn count_steps(text: &str) -> u64 {
        let directory = tempfile::tempdir().unwrap();
        std::fs::write(directory.path().join("m.py"), text).unwrap();
        let options = DiscoverOptions { cwd: directory.path().to_path_buf(), ..DiscoverOptions::default() };
        let project = Project::discover(&options).unwrap();
        let (found, left) = check_in_steps(&Engine::new(&project, None), &project.files()[0], MAX_STEPS);
        assert!(!found.contains(&TOO_MANY.to_owned()), "{text}");
        MAX_STEPS - left
    }

    /// A name, and the body of a function with so many parts.
    type Shape = (&'static str, fn(usize) -> String);

    #[test]
    fn the_steps_grow_with_the_length_of_an_expression_or_function() {
        let shapes: [Shape; 9] = [
            ("operands", |parts| format!("    x = {}\n", vec!["a()"; parts].join(" + "))),
            ("elements", |parts| format!("    x = [{}]\n", vec!["a()"; parts].join(", "))),
            ("entries", |parts| format!("    x = {{{}}}\n", vec!["1: a()"; parts].join(", "))),
            ("arguments", |parts| format!("    print({})\n", vec!["a()"; parts].join(", "))),
            ("nested calls", |parts| format!("    x = {}1{}\n", "p(".repeat(parts), ")".repeat(parts))),
            ("holes", |parts| format!("    x = f'{}'\n", "{a()}".repeat(parts))),
            ("cases", |parts| {
                format!("    match p:\n{}", "        case 1:\n            a()\n".repeat(parts))
            }),
            ("assigned calls", |parts| {
                (0..parts).map(|n| format!("    x{n} = a()\n    await x{n}\n")).collect()
            }),
            ("calls used twice", |parts| {
                let used = |n| {
                    format!("    x{n} = a()\n    if p:\n        await x{n}\n    else:\n        await x{n}\n")
                };
                (0..parts).map(used).collect()
            }),
        ];
        for (name, body) in shapes {
            let steps = |parts| {
                count_steps(&format!(
                    "async def a(): ...\n\n\ndef p(x): ...\n\n\nasync def f():\n{}",
                    body(parts)
                ))
            };
            let (small, large) = (steps(100), steps(800));
            assert!(large < 10 * small, "{name}: {small} steps, for eight times as many parts {large}");
        }
    }

    #[test]
    fn a_file_with_very_many_findings_is_given_up() {
        let directory = tempfile::tempdir().unwrap();
        let text = format!("async def a(): ...\n\n\n{}", "a()\n".repeat(MAX_FINDINGS + 5));
        std::fs::write(directory.path().join("m.py"), text).unwrap();
        let options = DiscoverOptions { cwd: directory.path().to_path_buf(), ..DiscoverOptions::default() };
        let project = Project::discover(&options).unwrap();
        let engine = Engine::new(&project, None);
        let found = check_module(&engine, ModuleId::of_file(0), &project.files()[0]).diagnostics;
        assert_eq!(found.len(), MAX_FINDINGS + 1);
        assert_eq!(found[0].message, "file has too many findings");
    }

    const TOO_MANY: &str = "file needs too many steps to check";
}
