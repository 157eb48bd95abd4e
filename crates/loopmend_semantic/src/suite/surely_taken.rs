//! Plain functions that always get the current event loop when they run (must-execute), so that a finding
//! may report them. Calls in branches, calls after a possible exit, and unresolved calls do not count.

use std::rc::Rc;

use loopmend_index::calls::called_name;
use loopmend_index::summary::CallSite;
use loopmend_paths::Target;
use rustc_hash::FxHashSet;
use smallvec::SmallVec;

use super::asking::{Asks, DEEPEST, own_calls};
use crate::engine::ModuleId;
use crate::file::{File, puts_in_place};
use crate::infer::{FunctionRef, Inference};

/// The calls of a function that may be made whenever it runs, as indices into
/// [`loopmend_index::summary::Summary::calls`].
#[derive(Default)]
pub(super) struct Steps {
    /// The first call that gets the current event loop.
    asks: Option<u32>,
    /// The calls of project functions.
    calls: Vec<(u32, FunctionRef)>,
}

/// A function on the call path, with its caller's index on the path and the index of the call.
struct Met {
    function: FunctionRef,
    by: Option<(usize, u32)>,
    depth: usize,
}

impl File<'_> {
    /// Returns the call by which a plain project function gets the current event loop whenever it runs,
    /// directly or through project functions. Returns `None` if the file of the function or of the call may
    /// replace the callee.
    pub fn loop_surely_taken(&mut self, function: FunctionRef) -> Option<(ModuleId, CallSite)> {
        if !self.engine().is_mutable(function.module) {
            return None;
        }
        let mut met = vec![Met { function, by: None, depth: 0 }];
        let mut seen = FxHashSet::from_iter([function]);
        let mut next = 0;
        while next < met.len() {
            let Met { function, depth, .. } = met[next];
            let steps = self.inference_mut().steps_to_loop(function);
            if let Some(place) = steps.asks
                && self.is_sure_way(&met, (next, place))
            {
                let site = self.engine().summary(function.module).calls[place as usize];
                return Some((function.module, site));
            }
            for (place, called) in &steps.calls {
                if depth < DEEPEST && seen.insert(*called) {
                    met.push(Met { function: *called, by: Some((next, *place)), depth: depth + 1 });
                }
            }
            next += 1;
        }
        None
    }

    /// Returns whether each call on a path, from its end, is made whenever the enclosing function runs, and
    /// calls the resolved function.
    fn is_sure_way(&mut self, met: &[Met], end: (usize, u32)) -> bool {
        let mut step = Some(end);
        while let Some((at, place)) = step {
            if !self.is_sure_step(met[at].function, place) {
                return false;
            }
            step = met[at].by;
        }
        true
    }

    fn is_sure_step(&mut self, function: FunctionRef, place: u32) -> bool {
        let engine = self.engine();
        let summary = engine.summary(function.module);
        let site = summary.calls[place as usize];
        let Some(called) = called_name(summary, &site) else { return false };
        let there = engine.load(function.module).source.as_deref();
        let is_put = |text: &str| puts_in_place(text, called);
        self.makes_for_sure(function, summary.span(site.expression))
            && !is_put(self.text())
            && there.is_some_and(|there| !is_put(&there.text))
    }
}

impl Inference<'_> {
    fn steps_to_loop(&mut self, function: FunctionRef) -> Rc<Steps> {
        if let Some(known) = self.suite.steps_to_loop.get(&function) {
            return known.clone();
        }
        let found = Rc::new(self.find_steps_to_loop(function));
        self.suite.steps_to_loop.insert(function, found.clone());
        found
    }

    fn find_steps_to_loop(&mut self, function: FunctionRef) -> Steps {
        self.rest_on_text(function.module);
        let summary = self.engine.summary(function.module);
        let mut found = Steps::default();
        for (place, site) in own_calls(summary, function.function) {
            if site.branches > 0 || site.expects_exception || site.catches_runtime_error {
                continue;
            }
            match self.asks(function.module, site) {
                Asks::Yes => {
                    found.asks.get_or_insert(place);
                }
                Asks::Perhaps => {}
                Asks::No => {
                    let called = self.functions_surely_called(function.module, site);
                    found.calls.extend(called.into_iter().map(|called| (place, called)));
                }
            }
        }
        found
    }

    /// Returns the plain project functions that a call leads to, if the callee is known.
    fn functions_surely_called(&mut self, module: ModuleId, site: &CallSite) -> Vec<FunctionRef> {
        let called = self.called(module, site);
        let [part] = called.as_slice() else { return Vec::new() };
        let mut targets = SmallVec::new();
        if !self.targets_of(*part, module, &mut targets) {
            return Vec::new();
        }
        let function = |target: Target| match target {
            Target::Function(function) => Some(function),
            _ => None,
        };
        targets.into_iter().filter_map(function).collect()
    }
}
