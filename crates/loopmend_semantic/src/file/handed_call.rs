//! Callbacks that `async` functions register with the same event loop: `loop.call_soon(f)`,
//! `task.add_done_callback(f)`.

use loopmend_index::calls::name_or_attribute;
use loopmend_index::summary::{
    Argument, ArgumentKind, CallSite, Expression, ExpressionId, FunctionId, Summary,
};
use loopmend_paths::{CallForm, Step};
use smallvec::SmallVec;

use super::File;
use super::slot_call::takes;
use crate::infer::{Slot, names_of_slots};

impl File<'_> {
    /// Returns the callbacks that `async` functions of the file register with the same event loop. Only
    /// callbacks that may lead to an event loop start or a blocking call are returned.
    pub(super) fn handed_steps(&mut self) -> Vec<(FunctionId, Step)> {
        let summary = self.summary();
        let names = names_of_slots(summary);
        if names.is_empty() {
            return Vec::new();
        }
        let mut steps = Vec::new();
        for site in &summary.calls {
            let Some(call) = summary.call(site.expression) else { continue };
            let called = name_or_attribute(summary, call.callee).and_then(|name| names.get(&name));
            let around = summary.function_around(site.scope).filter(|id| summary.function(*id).is_async);
            if let (Some(called), Some(around)) = (called, around) {
                let step = self.handed_step(site, summary.arguments(call.arguments), called);
                steps.extend(step.map(|step| (around, step)));
            }
        }
        steps
    }

    fn handed_step(&mut self, site: &CallSite, arguments: &[Argument], called: &str) -> Option<Step> {
        let (module, summary) = (self.module(), self.summary());
        let runs_here = |slot: &&Slot| slot.kind.calls_on_loop();
        (0..arguments.len()).find_map(|place| {
            let fits = |slot: &&Slot| runs_here(slot) && takes(slot, summary, arguments, place);
            let slots: Vec<&'static Slot> = Slot::called_as(called).filter(fits).collect();
            let handed = arguments[place].value;
            if slots.is_empty() || !self.may_be_hot(summary, handed) {
                return None;
            }
            let inference = self.inference_mut();
            let types = inference.called(module, site);
            inference.called_slot(&types, &slots)?;
            let handed_type = inference.expression(module, site.scope, called_by(summary, handed));
            let parts = inference.parts(handed_type);
            let [part] = parts[..] else { return None };
            let mut targets = SmallVec::new();
            let is_exact = inference.targets_of(part, module, &mut targets);
            let site = CallSite { expression: handed, ..*site };
            let expects_failure = site.survives_runtime_error();
            let (form, needs_all) = (CallForm::Written, false);
            (!targets.is_empty()).then_some(Step {
                site,
                form,
                targets,
                needs_all,
                is_exact,
                expects_failure,
                blocks_once: false,
            })
        })
    }

    fn may_be_hot(&self, summary: &Summary, handed: ExpressionId) -> bool {
        match summary.expression(called_by(summary, handed)) {
            Expression::Lambda(_) => true,
            _ => summary.last_name(called_by(summary, handed)).is_some_and(|name| {
                self.engine().hot_names().has(name) || self.engine().catalogue().has_function(name)
            }),
        }
    }
}

/// Returns the function that calling a value calls; for `partial(f, ...)`, the first argument
/// (docs.python.org/3/library/functools.html#functools.partial).
fn called_by(summary: &Summary, value: ExpressionId) -> ExpressionId {
    let is_partial = summary.last_name(value) == Some("partial");
    match summary.arguments_of(value).filter(|_| is_partial) {
        Some([first, ..]) if first.kind == ArgumentKind::Positional => first.value,
        _ => value,
    }
}
