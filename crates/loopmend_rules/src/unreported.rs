//! Checks of files that are not reported: what is found there may be joined with findings of reported files, or be reported in them.

use loopmend_catalog::Role;
use loopmend_index::summary::{CallSite, FunctionId, Summary};
use loopmend_paths::EndKind;
use loopmend_project::{Project, ProjectFile};
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::infer::FunctionRef;
use loopmend_semantic::{Engine, File};
use rustc_hash::FxHashSet;

use crate::rule::{Causes, Rule};
use crate::rules;
use crate::run::{Checked, check_by};

/// The files that are not reported, but are to be checked by some rules.
pub struct Unreported {
    /// Their indices in the project, ascending.
    pub files: Vec<usize>,
    /// Those rules, and the rules that supersede them.
    rules: Vec<&'static Rule>,
}

impl Unreported {
    /// Finds them. `checked` has what was found in each reported file, by its index.
    pub fn find(engine: &Engine, checked: &[(usize, Checked)]) -> Self {
        let found = || checked.iter().flat_map(|(_, checked)| &checked.diagnostics);
        let joined = found().filter(|found| found.cause.is_some() || found.decision.is_some());
        let mut names: FxHashSet<&str> = joined.map(|found| found.rule.as_str()).collect();
        let modules = || checked.iter().map(|(index, _)| ModuleId::of_file(*index));
        let rules_of =
            |causes| rules().iter().filter(move |rule| rule.spec.causes == causes).map(|rule| rule.name);
        if modules().any(|module| has_last_call(engine, module)) {
            names.extend(rules_of(Causes::LastCalls));
        }
        if modules().any(|module| gives_tasks(engine, module)) {
            names.extend(rules_of(Causes::Tasks));
        }
        let is_everywhere = !names.is_empty();
        let has_async = |module| engine.summary(module).functions.iter().any(|function| function.is_async);
        let files = match modules().any(has_async) {
            true => {
                names.extend(rules_of(Causes::Tasks));
                if is_everywhere {
                    unreported(engine.project()).collect()
                } else {
                    files_that_start_tasks(engine)
                }
            }
            false if is_everywhere => unreported(engine.project()).collect(),
            false => Vec::new(),
        };
        let takes_part = |rule: &&Rule| {
            names.contains(rule.name) || rule.spec.supersedes.iter().any(|name| names.contains(name))
        };
        Self { files, rules: rules().iter().filter(takes_part).collect() }
    }

    /// Checks one of them, which is shown as `file`.
    pub fn check(&self, engine: &Engine, module: ModuleId, file: &ProjectFile) -> Checked {
        check_by(engine, module, file, |rule| {
            self.rules.iter().any(|taking_part| taking_part.name == rule.name)
        })
    }
}

fn unreported(project: &Project) -> impl Iterator<Item = usize> {
    (0..project.files().len()).filter(|index| !project.files()[*index].is_reported)
}

/// Returns whether functions of a module may start tasks for their callers.
fn gives_tasks(engine: &Engine, module: ModuleId) -> bool {
    let summary = engine.summary(module);
    let starts = |site: &&CallSite| summary.last_roles(site.expression).has(Role::StartsLostTask);
    let mut starting =
        summary.calls.iter().filter(starts).filter_map(|site| summary.function_around(site.scope));
    summary.mentions(Role::StartsLostTask)
        && starting.any(|function| {
            let definition = summary.function(function);
            !summary.list(definition.returned).is_empty() && may_be_called_elsewhere(engine, module, function)
        })
}

/// Returns the files that may start tasks of functions of other files.
fn files_that_start_tasks(engine: &Engine) -> Vec<usize> {
    let names = Role::StartsLostTask.names().iter();
    let files: FxHashSet<usize> =
        names.flat_map(|name| engine.files_with_word(name)).map(ModuleId::index).collect();
    unreported(engine.project()).filter(|index| files.contains(index)).collect()
}

/// Returns whether a plain function of a module starts an event loop or blocks itself, and may end call paths from other files.
fn has_last_call(engine: &Engine, module: ModuleId) -> bool {
    let mut file = File::new(engine, module);
    let summary: &Summary = engine.summary(module);
    let plain = (0..).map(FunctionId).zip(&summary.functions).filter(|(_, definition)| !definition.is_async);
    let plain: Vec<FunctionId> = plain.map(|(function, _)| function).collect();
    // Texts are searched first, since the call graph needs all files.
    let entered: Vec<FunctionId> =
        plain.iter().copied().filter(|function| may_be_called_elsewhere(engine, module, *function)).collect();
    let mut legs_of = |function: FunctionId| {
        let reached = file.inference_mut().reach(FunctionRef { module, function });
        [EndKind::Start, EndKind::Block].into_iter().filter_map(move |kind| reached.leg(kind))
    };
    entered.into_iter().any(|function| legs_of(function).next().is_some())
        && plain.into_iter().any(|function| legs_of(function).any(|leg| leg.last.is_none()))
}

/// Returns whether another file may call a function. What has no name of its own there may be called under any.
fn may_be_called_elsewhere(engine: &Engine, module: ModuleId, function: FunctionId) -> bool {
    let summary = engine.summary(module);
    let definition = summary.function(function);
    let name = summary.name(definition.name);
    let is_inner = summary.function_around(summary.scope_around(definition.scope)).is_some();
    is_inner
        || definition.decorators.len > 0
        || name.starts_with('<')
        || name.starts_with("__")
        || engine.files_with_word(name).into_iter().any(|other| other != module)
}
