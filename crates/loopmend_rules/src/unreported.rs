//! Checks of files that are not reported: what is found there may be joined with findings of reported files, or be reported in them.

use loopmend_catalog::Role;
use loopmend_index::summary::{FunctionId, Summary};
use loopmend_paths::EndKind;
use loopmend_project::ProjectFile;
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::infer::FunctionRef;
use loopmend_semantic::{Engine, File};
use rayon::prelude::*;
use rustc_hash::FxHashSet;

use crate::find_rule;
use crate::rule::{Causes, Rule};
use crate::rules;
use crate::run::{Checked, check_by};

/// The unreported files whose findings may matter to the reported ones, and the rules that find these.
pub struct Unreported {
    /// The indices of the files in the project, ascending.
    pub files: Vec<usize>,
    /// The rules, with those that supersede them.
    rules: Vec<&'static Rule>,
}

impl Unreported {
    /// Finds the files and rules that matter to the reported files. `checked` has what was found in each of these, by its index.
    pub fn find(engine: &Engine, checked: &[(usize, Checked)]) -> Self {
        let asks = |question: fn(&Engine, ModuleId) -> bool| {
            checked.par_iter().any(|(index, _)| question(engine, ModuleId::of_file(*index)))
        };
        let mut names = rules_of_joined(checked);
        if asks(has_last_call) {
            names.extend(rules_with(Causes::LastCalls));
        }
        if asks(gives_tasks) {
            names.extend(rules_with(Causes::Tasks));
        }
        let is_everywhere = !names.is_empty();
        let has_async = asks(|engine, module| engine.summary(module).has_async_functions());
        if has_async {
            names.extend(rules_with(Causes::Tasks));
        }
        let starting =
            if has_async && !is_everywhere { files_that_start_tasks(engine) } else { FxHashSet::default() };
        let all = engine.project().files().iter().enumerate();
        let unreported = all.filter(|(_, file)| !file.is_reported).map(|(index, _)| index);
        let files = unreported.filter(|index| is_everywhere || starting.contains(index)).collect();
        let takes_part = |rule: &&Rule| {
            names.contains(rule.name) || rule.spec.supersedes.iter().any(|name| names.contains(name))
        };
        Self { files, rules: rules().iter().filter(takes_part).collect() }
    }

    /// Checks one of the files, a module that is shown as `file`, by these rules.
    pub fn check(&self, engine: &Engine, module: ModuleId, file: &ProjectFile) -> Checked {
        check_by(engine, module, file, |rule| {
            self.rules.iter().any(|taking_part| taking_part.name == rule.name)
        })
    }
}

/// Returns the names of the rules of findings that others may be joined with.
fn rules_of_joined(checked: &[(usize, Checked)]) -> FxHashSet<&'static str> {
    let found = checked.iter().flat_map(|(_, checked)| &checked.diagnostics);
    let joined = found.filter(|found| found.cause.is_some() || found.decision.is_some());
    joined.filter_map(|found| Some(find_rule(&found.rule)?.name)).collect()
}

/// Returns the names of the rules whose findings have causes of this kind.
fn rules_with(causes: Causes) -> impl Iterator<Item = &'static str> {
    rules().iter().filter(move |rule| rule.causes() == Some(causes)).map(|rule| rule.name)
}

/// Returns the indices of the files that may start tasks of functions of other files.
fn files_that_start_tasks(engine: &Engine) -> FxHashSet<usize> {
    let names = Role::StartsLostTask.names().iter();
    names.flat_map(|name| engine.files_with_word(name)).map(ModuleId::index).collect()
}

/// Returns whether functions of a module start tasks for their callers in other files.
fn gives_tasks(engine: &Engine, module: ModuleId) -> bool {
    let mut file = File::new(engine, module);
    let summary = engine.summary(module);
    let functions = (0..).map(FunctionId).zip(&summary.functions);
    let mut returning = functions.filter(|(_, definition)| !summary.list(definition.returned).is_empty());
    returning
        .any(|(function, _)| may_be_called_elsewhere(engine, module, function) && file.gives_task(function))
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

/// Returns whether another file may call a function. One that its own file uses other than by calls, or that has no name of its own, may be
/// called there under any name.
fn may_be_called_elsewhere(engine: &Engine, module: ModuleId, function: FunctionId) -> bool {
    let summary = engine.summary(module);
    let definition = summary.function(function);
    let name = summary.name(definition.name);
    let is_inner = || summary.function_around(summary.scope_around(definition.scope)).is_some();
    let is_used_otherwise = || {
        let calls = summary.calls.iter().filter(|site| summary.last_name(site.expression) == Some(name));
        engine.count_words(module, name) > calls.count() + 1
    };
    name.starts_with('<')
        || name.starts_with("__")
        || definition.decorators.len > 0
        || is_inner()
        || is_used_otherwise()
        || engine.files_with_word(name).into_iter().any(|other| other != module)
}
