//! What calls do, with the functions of the project behind them.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use loopmend_core::Span;
use rustc_hash::{FxHashMap, FxHashSet};

use super::arguments::{mapped, values_of_parameters};
use super::lower::has_receiver;
use super::words::{self, Method};
use super::{CallDeed, Deeds, DeedsOfFile, Root, Roots, Source, Value, Write};
use crate::call_graph::{asks_for_loop, import_path, is_of_the_thread};
use crate::engine::ModuleId;
use crate::infer::{CalleeId, ClassRef, FunctionRef, Inference, Type};
use crate::summary::{CallSite, ScopeKind};

/// So many functions are looked into for one question.
const MOST_FUNCTIONS: usize = 400;

/// So far calls are followed.
const DEEPEST: usize = 24;

/// What a function does, with what it calls.
#[derive(Clone, Debug, Default)]
pub(crate) struct Done {
    /// What it changes of what is given to it, and of what lies outside.
    pub(crate) writes: BTreeSet<Write>,
    /// How many calls away the event loop is asked for, or what belongs to one, or to the thread.
    pub(crate) to_its_thread: Option<u32>,
    gives: Value,
}

/// Looks into functions for one question.
pub(crate) struct Follower<'i, 'e> {
    inference: &'i mut Inference<'e>,
    known: FxHashMap<FunctionRef, Rc<Done>>,
    open: FxHashSet<FunctionRef>,
    left: usize,
    /// The calls of modules, by where they stand.
    sites: FxHashMap<ModuleId, Rc<FxHashMap<Span, CallSite>>>,
}

/// What a call does, in terms of the function that makes it.
#[derive(Clone, Debug, Default)]
struct Outcome {
    writes: BTreeSet<Write>,
    to_its_thread: Option<u32>,
    result: Value,
}

/// A function whose calls are looked at.
struct Frame {
    function: FunctionRef,
    deeds: Arc<DeedsOfFile>,
    outcomes: FxHashMap<u32, Rc<Outcome>>,
    /// Those that are being looked at.
    open: FxHashSet<u32>,
    depth: usize,
}

impl Frame {
    fn deeds(&self) -> Option<&Deeds> {
        self.deeds.0.get(&self.function.function)
    }
}

impl<'i, 'e> Follower<'i, 'e> {
    pub(crate) fn new(inference: &'i mut Inference<'e>) -> Self {
        Self {
            inference,
            known: FxHashMap::default(),
            open: FxHashSet::default(),
            left: MOST_FUNCTIONS,
            sites: FxHashMap::default(),
        }
    }

    /// What the call at a place of a function does, in terms of the function.
    pub(crate) fn call(&mut self, function: FunctionRef, at: Span) -> Option<Done> {
        let mut frame = self.frame(function, 0);
        let place = frame.deeds()?.calls.iter().position(|call| call.at == at)? as u32;
        let outcome = self.outcome(&mut frame, place);
        let writes = self.resolved(&mut frame, outcome.writes.iter());
        Some(Done { writes, to_its_thread: outcome.to_its_thread, gives: Value::default() })
    }

    /// What a function changes, by place, but for what the call at one place does.
    pub(crate) fn writes_beside(&mut self, function: FunctionRef, at: Span) -> BTreeSet<Write> {
        let mut frame = self.frame(function, 0);
        let Some(deeds) = frame.deeds() else { return BTreeSet::new() };
        let mut writes = deeds.writes.clone();
        let others: Vec<u32> = (0..)
            .zip(&deeds.calls)
            .filter(|(_, call)| !call.at.contains(at))
            .map(|(place, _)| place)
            .collect();
        for place in others {
            writes.extend(self.outcome(&mut frame, place).writes.iter().cloned());
        }
        self.resolved(&mut frame, writes.iter())
    }

    fn frame(&mut self, function: FunctionRef, depth: usize) -> Frame {
        let engine = self.inference.engine;
        self.inference.rest_on_text(function.module);
        let deeds = engine.deeds(function.module);
        Frame { function, deeds, outcomes: FxHashMap::default(), open: FxHashSet::default(), depth }
    }

    /// What a plain function of the project does.
    fn done(&mut self, function: FunctionRef, depth: usize) -> Rc<Done> {
        if let Some(known) = self.known.get(&function) {
            return known.clone();
        }
        if self.open.contains(&function) {
            return Rc::default();
        }
        if self.left == 0 || depth > DEEPEST {
            return Rc::new(Done { writes: BTreeSet::from([unknown_write(0)]), ..Done::default() });
        }
        self.left -= 1;
        self.open.insert(function);
        let done = Rc::new(crate::stack::grow_stack_for_step(|| self.find(function, depth)));
        self.open.remove(&function);
        self.known.insert(function, done.clone());
        done
    }

    fn find(&mut self, function: FunctionRef, depth: usize) -> Done {
        let mut frame = self.frame(function, depth);
        let Some(deeds) = frame.deeds() else { return Done::default() };
        let (mut writes, gives, calls) = (deeds.writes.clone(), deeds.gives.clone(), deeds.calls.len());
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

    /// The parameters and what lies outside that roots lead back to, through what calls give.
    fn sources(&mut self, frame: &mut Frame, roots: &Roots) -> Roots {
        let (mut found, mut met) = (Roots::new(), Roots::new());
        let mut open: Vec<Root> = roots.iter().copied().collect();
        while let Some(root) = open.pop() {
            match root.source {
                Source::Parameter(_) | Source::Outside | Source::Elsewhere | Source::Process => {
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
        if !frame.open.insert(place) {
            return Rc::default();
        }
        let deeds = frame.deeds.clone();
        let call = deeds.0.get(&frame.function.function).and_then(|deeds| deeds.calls.get(place as usize));
        let outcome = Rc::new(call.map(|call| self.outcome_of(frame, call)).unwrap_or_default());
        frame.open.remove(&place);
        frame.outcomes.insert(place, outcome.clone());
        outcome
    }

    fn outcome_of(&mut self, frame: &Frame, call: &CallDeed) -> Outcome {
        let module = frame.function.module;
        let site = self.site(module, call.at);
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
        outcome.writes =
            outcome.writes.into_iter().map(|write| Write { at: call.at.start, ..write }).collect();
        outcome
    }

    /// Whether a call is of what belongs to the thread, in a function that does not ask whether a loop runs there.
    fn is_of_the_thread(&self, around: FunctionRef, call: &CallDeed, site: Option<CallSite>) -> bool {
        let is_builtin_set = &*call.name == "set" && call.receiver.is_none();
        if !is_of_the_thread(&call.name) || is_builtin_set {
            return false;
        }
        let summary = self.inference.engine.summary(around.module);
        let scope = summary.function(around.function).scope;
        let mut own = summary.calls.iter().filter(|other| other.scope == scope);
        !site.is_some_and(|site| site.catches_runtime_error)
            && !own.any(|other| asks_for_loop(summary, other))
    }

    /// Adds what calling one of several things does, and says whether that is a function of the project.
    fn add_part(&mut self, part: Type, frame: &Frame, call: &CallDeed, outcome: &mut Outcome) -> bool {
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
        call: &CallDeed,
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
        if matches!(around, ScopeKind::Function(_)) {
            return true;
        }
        self.inference.begin();
        if self.inference.is_replaced_method(callee) {
            outcome.writes.insert(unknown_write(call.at.start));
        }
        let receiver = match (&call.receiver, has_receiver(summary, function.function)) {
            (Some(receiver), true) if is_bound => Some(receiver.clone()),
            _ => None,
        };
        self.add_done(function, receiver, frame, call, outcome);
        true
    }

    fn add_class(&mut self, class: ClassRef, frame: &Frame, call: &CallDeed, outcome: &mut Outcome) -> bool {
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
        call: &CallDeed,
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
        outcome.result.own.extend(mapped(&done.gives.own, &values));
        outcome.result.inside.extend(mapped(&done.gives.inside, &values));
    }

    /// What is not known to be a function.
    fn add_unknown(&mut self, frame: &Frame, call: &CallDeed, site: Option<CallSite>, outcome: &mut Outcome) {
        let summary = self.inference.engine.summary(frame.function.module);
        let is_import = site.is_some_and(|site| {
            import_path(summary, site.scope, summary.callee_or_itself(site.expression)).is_some()
        });
        let is_given = |value: &Value| {
            value.own.iter().any(|root| matches!(root.source, Source::Parameter(_) | Source::Result(_)))
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

    fn site(&mut self, module: ModuleId, at: Span) -> Option<CallSite> {
        let summary = self.inference.engine.summary(module);
        let sites = self.sites.entry(module).or_insert_with(|| {
            Rc::new(summary.calls.iter().map(|site| (summary.span(site.expression), *site)).collect())
        });
        sites.get(&at).copied()
    }
}

fn nearer(one: Option<u32>, other: Option<u32>) -> Option<u32> {
    [one, other].into_iter().flatten().min()
}

fn outside() -> Roots {
    Roots::from([Root { source: Source::Outside, is_inside: false }])
}

/// A change of something that nobody knows.
fn unknown_write(at: u32) -> Write {
    Write { at, roots: outside(), is_sure: false }
}

fn given(call: &CallDeed) -> Value {
    Value::made_of(call.arguments.iter().map(|(_, value)| value))
}

/// Something new that may hold what the call gets and what it is made on.
fn given_on(call: &CallDeed) -> Value {
    Value::made_of(call.arguments.iter().map(|(_, value)| value).chain(&call.receiver))
}

/// What the call gets, or something outside.
fn anything(call: &CallDeed) -> Value {
    let mut value = given_on(call).part();
    value.own.extend(outside());
    value
}

fn add_library_function(call: &CallDeed, outcome: &mut Outcome) {
    let first = call.arguments.first();
    if words::changes_first(&call.name)
        && let Some((_, value)) = first
        && !value.own.is_empty()
    {
        let roots = value.own.clone();
        outcome.writes.insert(Write { at: call.at.start, roots, is_sure: true });
    }
    let result = given(call);
    outcome.result.join(&if words::gives_on(&call.name) { result.part() } else { result });
}

/// A method that is known by its name alone.
fn add_method(call: &CallDeed, outcome: &mut Outcome) {
    let Some(receiver) = &call.receiver else { return add_library_function(call, outcome) };
    let part = receiver.part();
    let (roots, is_sure, result) = match words::method(&call.name) {
        Method::Changes => (receiver.own.clone(), true, part),
        Method::GivesNew => (Roots::new(), true, given_on(call)),
        Method::Reads => (Roots::new(), true, part),
        Method::Unknown => {
            let mut any = given_on(call).part();
            any.join(receiver);
            (receiver.own.union(&receiver.inside).copied().collect(), false, any)
        }
    };
    if !roots.is_empty() {
        outcome.writes.insert(Write { at: call.at.start, roots, is_sure });
    }
    outcome.result.join(&result);
}
