//! The side effects of calls, including the project functions that they reach.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use loopmend_core::Span;
use loopmend_index::calls::asks_for_loop;
use loopmend_index::summary::{CallSite, ScopeKind};
use rustc_hash::{FxHashMap, FxHashSet};

use super::arguments::{mapped, values_of_parameters};
use super::unknown::{add_library_function, add_method, anything, given, given_on, unknown_write};
use super::words;
use super::{CallEffects, Effects, EffectsOfFile, Root, Roots, Source, Value, Write};
use crate::infer::{CalleeId, ClassRef, FunctionRef, Inference, Type};
use crate::is_of_the_thread;

/// The maximum number of functions to analyse for one query.
const MOST_FUNCTIONS: usize = 400;

/// The maximum call depth.
const DEEPEST: usize = 24;

/// The maximum number of times a recursive function is analysed again.
const MOST_ROUNDS: usize = 4;

/// The side effects of a function, including its callees.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Done {
    writes: BTreeSet<Write>,
    to_its_thread: Option<u32>,
    gives: Value,
}

/// Analyses functions for one query.
pub struct Follower<'i, 'e> {
    inference: &'i mut Inference<'e>,
    known: FxHashMap<FunctionRef, Rc<Done>>,
    /// The functions being analysed, with their side effects so far.
    open: FxHashMap<FunctionRef, Rc<Done>>,
    /// The functions being analysed that were reached again.
    met_open: FxHashSet<FunctionRef>,
    left: usize,
}

/// The side effects of a call, in terms of the calling function.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The changes to arguments and to outside objects.
    pub writes: BTreeSet<Write>,
    /// The number of calls to the nearest access of the event loop, or of an object bound to the loop or to
    /// the thread.
    pub to_its_thread: Option<u32>,
    pub(super) result: Value,
}

/// The function whose calls are analysed.
struct Frame {
    function: FunctionRef,
    effects: Arc<EffectsOfFile>,
    outcomes: FxHashMap<u32, Rc<Outcome>>,
    depth: usize,
}

impl Frame {
    fn effects(&self) -> Option<&Effects> {
        self.effects.0.get(&self.function.function)
    }
}

impl<'i, 'e> Follower<'i, 'e> {
    /// Starts to follow calls; what was found is kept as long as the follower.
    pub fn new(inference: &'i mut Inference<'e>) -> Self {
        Self {
            inference,
            known: FxHashMap::default(),
            open: FxHashMap::default(),
            met_open: FxHashSet::default(),
            left: MOST_FUNCTIONS,
        }
    }

    /// Returns the side effects of the call at a place, in terms of the function.
    pub fn call(&mut self, function: FunctionRef, at: Span) -> Option<Outcome> {
        let mut frame = self.frame(function, 0);
        let place = frame.effects()?.calls.iter().position(|call| call.at == at)? as u32;
        let outcome = self.outcome(&mut frame, place);
        let writes = self.resolved(&mut frame, outcome.writes.iter());
        Some(Outcome { writes, ..(*outcome).clone() })
    }

    /// Returns the writes of a function by place, except for those of the call at one place.
    pub fn writes_beside(&mut self, function: FunctionRef, at: Span) -> BTreeSet<Write> {
        let mut frame = self.frame(function, 0);
        let Some(effects) = frame.effects() else { return BTreeSet::new() };
        let mut writes = effects.writes.clone();
        let others: Vec<u32> =
            (0..).zip(&effects.calls).filter(|(_, call)| call.at != at).map(|(place, _)| place).collect();
        for place in others {
            writes.extend(self.outcome(&mut frame, place).writes.iter().cloned());
        }
        self.resolved(&mut frame, writes.iter())
    }

    fn frame(&mut self, function: FunctionRef, depth: usize) -> Frame {
        let engine = self.inference.engine;
        self.inference.rest_on_text(function.module);
        let effects = engine.effects(function.module);
        Frame { function, effects, outcomes: FxHashMap::default(), depth }
    }

    /// Returns the side effects of a plain function of the project.
    fn done(&mut self, function: FunctionRef, depth: usize) -> Rc<Done> {
        if let Some(known) = self.known.get(&function) {
            return known.clone();
        }
        if let Some(so_far) = self.open.get(&function) {
            self.met_open.insert(function);
            return so_far.clone();
        }
        if self.left == 0 || depth > DEEPEST {
            return Rc::new(Done { writes: BTreeSet::from([unknown_write(0)]), ..Done::default() });
        }
        self.left -= 1;
        let done = Rc::new(self.find_all(function, depth));
        self.open.remove(&function);
        self.met_open.remove(&function);
        // What rests on what is known so far of another one is not all.
        if self.met_open.is_empty() {
            self.known.insert(function, done.clone());
        }
        done
    }

    /// Computes the side effects of a function that may be recursive.
    fn find_all(&mut self, function: FunctionRef, depth: usize) -> Done {
        let mut done = Done::default();
        for _ in 0..MOST_ROUNDS {
            self.open.insert(function, Rc::new(done.clone()));
            let found = loopmend_python::stack::grow_stack_for_step(|| self.find(function, depth));
            if !self.met_open.contains(&function) || found == done {
                return found;
            }
            done = found;
        }
        done.writes.insert(unknown_write(0));
        done
    }

    fn find(&mut self, function: FunctionRef, depth: usize) -> Done {
        let mut frame = self.frame(function, depth);
        let Some(effects) = frame.effects() else { return Done::default() };
        let (mut writes, gives, calls) = (effects.writes.clone(), effects.gives.clone(), effects.calls.len());
        let mut to_its_thread = None;
        for place in 0..calls as u32 {
            let outcome = self.outcome(&mut frame, place);
            to_its_thread = nearer(to_its_thread, outcome.to_its_thread.map(|calls| calls + 1));
            writes.extend(outcome.writes.iter().cloned());
        }
        let mut writes = self.resolved(&mut frame, writes.iter());
        // Where it is written does not matter to who calls.
        writes = writes.into_iter().map(|write| Write { at: 0, ..write }).collect();
        let gives = Value {
            own: self.sources(&mut frame, &gives.own),
            inside: self.sources(&mut frame, &gives.inside),
        };
        Done { writes, to_its_thread, gives }
    }

    fn resolved<'w>(
        &mut self,
        frame: &mut Frame,
        writes: impl Iterator<Item = &'w Write>,
    ) -> BTreeSet<Write> {
        let mut found = BTreeSet::new();
        for write in writes {
            let roots = self.sources(frame, &write.roots);
            if !roots.is_empty() {
                found.insert(Write { roots, ..write.clone() });
            }
        }
        found
    }

    /// Returns the parameters and outside objects that roots derive from, through the results of calls.
    fn sources(&mut self, frame: &mut Frame, roots: &Roots) -> Roots {
        let (mut found, mut met) = (Roots::new(), Roots::new());
        let mut open: Vec<Root> = roots.iter().copied().collect();
        while let Some(root) = open.pop() {
            match root.source {
                Source::Parameter(_)
                | Source::Outside
                | Source::Elsewhere
                | Source::Process
                | Source::Any => {
                    found.insert(root);
                }
                Source::Result(place) => {
                    if met.insert(root) {
                        let outcome = self.outcome(frame, place);
                        let value = &outcome.result;
                        open.extend(if root.is_inside { &value.inside } else { &value.own });
                    }
                }
            }
        }
        found
    }

    fn outcome(&mut self, frame: &mut Frame, place: u32) -> Rc<Outcome> {
        if let Some(known) = frame.outcomes.get(&place) {
            return known.clone();
        }
        let effects = frame.effects.clone();
        let call =
            effects.0.get(&frame.function.function).and_then(|effects| effects.calls.get(place as usize));
        let outcome = Rc::new(call.map(|call| self.outcome_of(frame, call)).unwrap_or_default());
        frame.outcomes.insert(place, outcome.clone());
        outcome
    }

    fn outcome_of(&mut self, frame: &Frame, call: &CallEffects) -> Outcome {
        let module = frame.function.module;
        let site = self.inference.engine.summary(module).call_site(call.at).copied();
        let parts = site.map_or_else(Vec::new, |site| self.inference.called(module, &site));
        let mut outcome = Outcome::default();
        let mut is_followed = !parts.is_empty();
        for part in &parts {
            is_followed &= self.add_part(*part, frame, call, &mut outcome);
        }
        if parts.is_empty() {
            self.add_unknown(frame, call, site, &mut outcome);
        }
        if !is_followed && self.is_of_the_thread(frame.function, call, site) {
            outcome.to_its_thread = Some(0);
        }
        outcome.writes = outcome.writes.into_iter().map(|write| Write { at: call.at.end, ..write }).collect();
        outcome
    }

    /// Returns whether a call depends on the thread, in a function that does not check whether a loop is
    /// running there.
    fn is_of_the_thread(&self, around: FunctionRef, call: &CallEffects, site: Option<CallSite>) -> bool {
        let is_builtin_set = &*call.name == "set" && call.receiver.is_none();
        if !is_of_the_thread(&call.name) || is_builtin_set {
            return false;
        }
        let summary = self.inference.engine.summary(around.module);
        let scope = summary.function(around.function).scope;
        let mut own = summary.calls_in(scope);
        !site.is_some_and(|site| site.catches_runtime_error)
            && !own.any(|other| asks_for_loop(summary, other))
    }

    /// Adds the side effects of calling one of several values, and returns whether it is a function of the
    /// project.
    fn add_part(&mut self, part: Type, frame: &Frame, call: &CallEffects, outcome: &mut Outcome) -> bool {
        match part {
            Type::Function(callee) => self.add_function(callee, frame, call, outcome),
            Type::Class(class) => self.add_class(class, frame, call, outcome),
            _ => {
                self.add_unknown(frame, call, None, outcome);
                false
            }
        }
    }

    fn add_function(
        &mut self,
        callee: CalleeId,
        frame: &Frame,
        call: &CallEffects,
        outcome: &mut Outcome,
    ) -> bool {
        let engine = self.inference.engine;
        let function = self.inference.function_of(callee);
        let summary = engine.summary(function.module);
        let definition = summary.function(function.function);
        let is_bound = self.inference.is_bound(callee);
        if !engine.is_mutable(function.module) {
            let class = summary.class_of(function.function).map(|class| summary.class(class).name);
            let is_unchanging = class.is_some_and(|class| words::is_unchanging(summary.name(class)));
            match () {
                () if is_unchanging => drop(outcome.result.join(&given_on(call))),
                () if class.is_some() => add_method(call, outcome),
                () => add_library_function(call, outcome),
            }
            return false;
        }
        let around = summary.scope(summary.scope_around(definition.scope)).kind;
        if definition.is_async {
            outcome.result.join(&anything(call));
            return true;
        }
        // The statements of a function inside count as those of the one around it.
        if matches!(around, ScopeKind::Function(_)) && self.is_inside(function, frame.function) {
            if let Some(effects) = frame.effects() {
                outcome.result.join(&effects.gives);
            }
            return true;
        }
        self.inference.begin();
        if self.inference.is_replaced_method(callee) {
            outcome.writes.insert(unknown_write(call.at.start));
        }
        let receiver = match (&call.receiver, summary.has_receiver(function.function)) {
            (Some(receiver), true) if is_bound => Some(receiver.clone()),
            _ => None,
        };
        self.add_done(function, receiver, frame, call, outcome);
        if matches!(around, ScopeKind::Function(_)) {
            // What it is defined in may go on with what both reach.
            outcome.writes = outcome.writes.iter().map(as_shared).collect();
        }
        true
    }

    fn is_inside(&self, function: FunctionRef, other: FunctionRef) -> bool {
        let summary = self.inference.engine.summary(function.module);
        let scope = |it: FunctionRef| summary.function(it.function).scope;
        function != other
            && function.module == other.module
            && summary.is_inside(scope(function), scope(other))
    }

    fn add_class(
        &mut self,
        class: ClassRef,
        frame: &Frame,
        call: &CallEffects,
        outcome: &mut Outcome,
    ) -> bool {
        let is_own = self.inference.engine.is_mutable(class.module);
        for constructor in self.inference.constructors(class) {
            self.add_done(constructor, Some(Value::default()), frame, call, outcome);
        }
        outcome.result = Value::made_of([&outcome.result, &given(call)]);
        is_own
    }

    fn add_done(
        &mut self,
        function: FunctionRef,
        receiver: Option<Value>,
        frame: &Frame,
        call: &CallEffects,
        outcome: &mut Outcome,
    ) {
        let done = self.done(function, frame.depth + 1);
        let summary = self.inference.engine.summary(function.module);
        let values = values_of_parameters(summary, function, receiver, call);
        outcome.to_its_thread = nearer(outcome.to_its_thread, done.to_its_thread);
        for write in &done.writes {
            let roots = mapped(&write.roots, &values);
            if !roots.is_empty() {
                outcome.writes.insert(Write { roots, ..write.clone() });
            }
        }
        let (own, inside) = (mapped(&done.gives.own, &values), mapped(&done.gives.inside, &values));
        outcome.result.join(&Value { own, inside });
    }

    /// Adds the side effects of a callee that is not a known function.
    fn add_unknown(
        &mut self,
        frame: &Frame,
        call: &CallEffects,
        site: Option<CallSite>,
        outcome: &mut Outcome,
    ) {
        let summary = self.inference.engine.summary(frame.function.module);
        let is_import = site.is_some_and(|site| {
            summary.import_path(site.scope, summary.callee_or_itself(site.expression)).is_some()
        });
        let is_given = |value: &Value| {
            value
                .own
                .iter()
                .any(|root| matches!(root.source, Source::Parameter(_) | Source::Result(_) | Source::Any))
        };
        match (&call.receiver, &call.local) {
            _ if is_import => add_library_function(call, outcome),
            (Some(_), _) => add_method(call, outcome),
            (None, Some(local)) if is_given(local) => {
                outcome.writes.insert(unknown_write(call.at.start));
                outcome.result.join(&anything(call));
            }
            _ => add_library_function(call, outcome),
        }
    }
}

fn nearer(one: Option<u32>, other: Option<u32>) -> Option<u32> {
    [one, other].into_iter().flatten().min()
}

/// Returns the write as seen by the caller, where outside objects of a callee are also outside objects of
/// the caller.
fn as_shared(write: &Write) -> Write {
    let is_elsewhere = |root: &Root| root.source == Source::Elsewhere;
    let source_of = |root: &Root| if is_elsewhere(root) { Source::Outside } else { root.source };
    let roots = write.roots.iter().map(|root| Root { source: source_of(root), ..*root }).collect();
    Write { at: write.at, roots, is_sure: write.is_sure }
}
