//! The accesses to state that an entry point makes. The function is followed step by step, with the locks
//! held on the path. Methods called on `self` and functions of the same file are followed too.

use loopmend_catalog::Words;
use loopmend_core::Span;
use loopmend_python::stack::{grow_stack, grow_stack_for_step};
use loopmend_semantic::infer::ClassRef;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::body::{Block, Callee, How, Lock, Name, State, Step, Uses};
use super::program::{At, BodyRef, Key, Program};

/// The maximum call depth.
const DEEPEST: usize = 8;

/// The maximum number of steps for one entry point.
const MOST_STEPS: u32 = 6_000;

/// The maximum number of pieces of state that a value depends on.
const MOST_PARTS: usize = 8;

/// A piece of state, as an index into [`Traces::keys`].
pub(super) type StateId = u32;

/// A lock that is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Held {
    pub(super) key: Name,
    pub(super) is_async: bool,
    /// The IDs of the acquisitions; several after branches that each acquire the lock.
    holds: SmallVec<[u32; 1]>,
    /// Whether each object has its own lock.
    is_of_instance: bool,
    /// The exit stack that entered the lock, by its local name; empty if unknown.
    stack: Option<Name>,
}

impl Held {
    /// Returns whether the lock was not released in between.
    pub(super) fn is_same_hold(&self, other: &Self) -> bool {
        self.holds.iter().any(|hold| other.holds.contains(hold))
    }
}

/// A stale read: the value is outdated when it is written back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stale {
    pub(super) read: At,
    pub(super) suspends: At,
}

/// An access to state.
#[derive(Clone, Debug)]
pub(super) struct Access {
    pub(super) state: StateId,
    /// The kind of write; `None` for a read.
    pub(super) how: Option<How>,
    pub(super) at: At,
    /// The entry point.
    pub(super) entry: BodyRef,
    /// The call path from the entry point, ending with the function that contains the access.
    pub(super) path: SmallVec<[BodyRef; 2]>,
    pub(super) held: SmallVec<[Held; 2]>,
    /// The number of preceding suspensions.
    pub(super) clock: u32,
    pub(super) stale: Option<Stale>,
    /// Whether a lock is held throughout, without which the value would be stale.
    pub(super) is_kept_fresh: bool,
    /// Whether the write follows a test of the same state.
    pub(super) is_tested: bool,
    /// Whether the class of the object is known.
    pub(super) is_sure: bool,
}

/// All accesses to state.
#[derive(Debug, Default)]
pub(super) struct Traces {
    pub(super) keys: Vec<Key>,
    ids: FxHashMap<Key, StateId>,
    pub(super) accesses: Vec<Access>,
    /// Whether a limit was hit.
    pub(super) is_cut: bool,
    /// The number of lock acquisitions.
    holds: u32,
    followed: FxHashSet<BodyRef>,
    /// Whether an object is under construction, so that writes to it do not count.
    is_making: bool,
}

impl Access {
    /// Returns the function that contains the access.
    pub(super) fn body(&self) -> BodyRef {
        *self.path.last().unwrap_or(&self.entry)
    }
}

impl Traces {
    fn id(&mut self, key: Key) -> StateId {
        let next = self.keys.len() as StateId;
        let keys = &mut self.keys;
        *self.ids.entry(key.clone()).or_insert_with(|| {
            keys.push(key);
            next
        })
    }

    /// Follows all entry points, and the functions that no other function was followed into.
    pub(super) fn of(program: &mut Program) -> Self {
        let mut traces = Self::default();
        let mut all: Vec<BodyRef> = Vec::new();
        for module in program.modules() {
            let count = program.files[module.index()].bodies.len();
            all.extend((0..count).map(|place| (module, place)));
        }
        for entry in all.iter().copied().filter(|body| program.is_entry(*body)).collect::<Vec<_>>() {
            traces.follow(program, entry);
        }
        traces.is_making = true;
        for entry in all.iter().copied() {
            if program.is_construction(entry) {
                traces.follow(program, entry);
            }
        }
        traces.is_making = false;
        for entry in all {
            if !traces.followed.contains(&entry) {
                traces.follow(program, entry);
            }
        }
        traces
    }

    fn follow(&mut self, program: &mut Program, entry: BodyRef) {
        let mut run = Run {
            program,
            traces: self,
            entry,
            stack: Vec::new(),
            frames: Vec::new(),
            held: Vec::new(),
            suspensions: Vec::new(),
            reads: FxHashMap::default(),
            before: FxHashMap::default(),
            writes: FxHashMap::default(),
            tests: Vec::new(),
            order: 0,
            steps: 0,
        };
        run.body(entry);
    }
}

/// The moment of a read.
#[derive(Clone, Debug)]
struct Moment {
    clock: u32,
    order: u32,
    at: At,
    holds: SmallVec<[u32; 2]>,
}

#[derive(Default)]
struct Frame {
    locals: FxHashMap<Name, Vec<(StateId, Moment)>>,
    nested: FxHashMap<Name, usize>,
}

struct Run<'r, 'e> {
    program: &'r mut Program<'e>,
    traces: &'r mut Traces,
    entry: BodyRef,
    /// The functions being followed.
    stack: Vec<BodyRef>,
    frames: Vec<Frame>,
    held: Vec<Held>,
    /// The suspension points on the followed path.
    suspensions: Vec<At>,
    /// The last read of each piece of state, and the one before it.
    reads: FxHashMap<StateId, Moment>,
    before: FxHashMap<StateId, Option<Moment>>,
    /// The last write: order and clock.
    writes: FxHashMap<StateId, (u32, u32)>,
    /// The tested state on which the current position depends.
    tests: Vec<Test>,
    order: u32,
    steps: u32,
}

/// A test of state.
#[derive(Clone, Debug)]
struct Test {
    state: StateId,
    moment: Moment,
    /// Whether a loop continues while the test holds.
    is_of_loop: bool,
}

impl Run<'_, '_> {
    fn clock(&self) -> u32 {
        self.suspensions.len() as u32
    }

    fn module(&self) -> loopmend_semantic::engine::ModuleId {
        self.stack.last().expect("a function is followed").0
    }

    fn current(&self) -> BodyRef {
        *self.stack.last().expect("a function is followed")
    }

    fn moment(&mut self, at: At) -> Moment {
        self.order += 1;
        let holds = self.held.iter().flat_map(|held| held.holds.iter().copied()).collect();
        Moment { clock: self.clock(), order: self.order, at, holds }
    }

    fn body(&mut self, body: BodyRef) {
        if self.stack.len() >= DEEPEST {
            self.traces.is_cut = true;
            return;
        }
        self.traces.followed.insert(body);
        self.stack.push(body);
        self.frames.push(Frame::default());
        let (steps, decorator) = {
            let body = self.program.body(body);
            (body.steps.clone(), body.decorator.clone())
        };
        let (tests, held) = (self.tests.len(), self.held.len());
        if let Some(name) = decorator {
            let is_async = self.program.body(body).is_async;
            self.hold(&Lock { key: format!("@{name}").into(), is_async, at: Span::new(0, 0) }, None);
        }
        self.block(&steps);
        self.tests.truncate(tests);
        let is_to_lock = takes_locks(&self.program.body(body).name);
        if !is_to_lock {
            self.held.truncate(held);
        }
        // The caller may call a stack otherwise.
        for stack in self.held.iter_mut().skip(held).filter_map(|held| held.stack.as_mut()) {
            *stack = Name::default();
        }
        self.frames.pop();
        self.stack.pop();
    }

    fn block(&mut self, steps: &[Step]) {
        for step in steps {
            self.steps += 1;
            if self.steps > MOST_STEPS {
                self.traces.is_cut = true;
                return;
            }
            grow_stack_for_step(|| self.step(step));
        }
    }

    fn step(&mut self, step: &Step) {
        let module = self.module();
        match step {
            Step::Read(state, at) => self.read(state, (module, *at)),
            Step::Await(at) => self.suspensions.push((module, *at)),
            Step::Write { state, how, uses, at } => self.write(state, *how, uses, (module, *at)),
            Step::Bind(names, uses) => {
                let parts = self.parts(uses);
                let frame = self.frames.last_mut().expect("a function is followed");
                for name in names {
                    frame.locals.insert(name.clone(), parts.clone());
                }
            }
            Step::Call { callee, is_awaited, at } => self.call(callee, *is_awaited, (module, *at)),
            Step::Start { .. } => {}
            Step::Define(name, place) => {
                let frame = self.frames.last_mut().expect("a function is followed");
                frame.nested.insert(name.clone(), *place);
            }
            Step::Branch { tests, bodies } => self.branch(tests, bodies),
            Step::Loop { tests, body } => {
                let known = self.tests.len();
                self.test(tests, true);
                self.block(&body.steps);
                self.tests.truncate(known);
                // Behind the loop its test was asked again.
                self.test_again(tests);
            }
            Step::Hold { lock, names, body } => self.with(lock, names, body),
            Step::Acquire { lock, stack } => {
                if self.is_lock(&lock.key) {
                    let is_async = self.kind_of_lock(&lock.key).unwrap_or(lock.is_async);
                    self.hold(&Lock { is_async, ..lock.clone() }, stack.clone());
                }
            }
            Step::Release(key) => self.held.retain(|held| held.key != *key),
        }
    }

    fn with(&mut self, lock: &Lock, names: &[Name], body: &[Step]) {
        let own = self.is_lock(&lock.key).then(|| self.hold(lock, None));
        let first = self.traces.holds;
        self.block(body);
        let is_inside = |held: &Held| held.holds.iter().any(|hold| *hold > first);
        self.held.retain(|held| match &held.stack {
            Some(stack) if stack.is_empty() => !is_inside(held),
            Some(stack) => !names.contains(stack),
            None => true,
        });
        match own {
            Some(own) => {
                let is_own = |held: &Held| held.holds.contains(&own);
                // It may have been released and taken again.
                let is_again = |held: &Held| is_inside(held) && held.key == lock.key;
                let place = self.held.iter().position(is_own);
                if let Some(place) = place.or_else(|| self.held.iter().rposition(is_again)) {
                    self.held.remove(place);
                }
            }
            // What an `async with` does at its end.
            None if lock.is_async => self.suspensions.push((self.module(), lock.at)),
            None => {}
        }
    }

    fn is_lock(&self, key: &str) -> bool {
        let body = self.current();
        self.program.is_lock(self.program.class_of(body), body.0, key)
    }

    /// Returns whether tasks take a lock, according to its creation.
    fn kind_of_lock(&self, key: &str) -> Option<bool> {
        let body = self.current();
        self.program.kind_of_lock(self.program.class_of(body), body.0, key)
    }

    fn hold(&mut self, lock: &Lock, stack: Option<Name>) -> u32 {
        self.traces.holds += 1;
        let is_of_instance =
            self.program.is_lock_of_instance(self.program.class_of(self.current()), &lock.key);
        let hold = self.traces.holds;
        let (key, is_async) = (lock.key.clone(), lock.is_async);
        let holds = SmallVec::from_slice(&[hold]);
        self.held.push(Held { key, is_async, holds, is_of_instance, stack });
        hold
    }

    fn ids(&mut self, state: &State, is_write: bool) -> Vec<StateId> {
        let body = self.current();
        // What is read of an object whose lock is held is its state.
        let is_asked = is_write
            || matches!(state, State::Of(foreign) if self.held.iter().any(|held| relative(&held.key, Some(&foreign.text)) != held.key));
        let keys = self.program.keys(body, state, is_asked);
        let keys: Vec<Key> = keys.into_iter().filter(|key| !self.program.is_no_state(key)).collect();
        keys.into_iter().map(|key| self.traces.id(key)).collect()
    }

    fn read(&mut self, state: &State, at: At) {
        if let State::Own(name) = state {
            self.property(name);
        }
        for id in self.ids(state, false) {
            let moment = self.moment(at);
            let before = self.reads.insert(id, moment);
            self.before.insert(id, before);
            if !self.held.is_empty() {
                self.access(id, None, at, state, None, false);
            }
        }
    }

    /// Follows the read of a property as a call.
    fn property(&mut self, name: &Name) {
        let Some(class) = self.program.class_of(self.current()) else { return };
        let first = self.program.methods(class, name).next();
        let first = first.filter(|method| self.program.body(*method).is_property);
        if let Some(method) = first.filter(|method| !self.stack.contains(method)) {
            self.body(method);
        }
    }

    fn access(
        &mut self,
        state: StateId,
        how: Option<How>,
        at: At,
        written: &State,
        stale: Option<(Stale, bool)>,
        is_tested: bool,
    ) {
        if self.traces.is_making && matches!(written, State::Own(_)) {
            return;
        }
        let prefix = match written {
            State::Of(foreign) => Some(&*foreign.text),
            _ => None,
        };
        // What each object has guards nothing that they share.
        let is_global = matches!(self.traces.keys[state as usize], Key::Global(..));
        let is_shared = is_global || self.traces.is_making;
        let held = self.held.iter().filter(|held| !is_shared || !held.is_of_instance);
        let held = held.map(|held| Held { key: relative(&held.key, prefix), ..held.clone() });
        let access = Access {
            state,
            how,
            at,
            entry: self.entry,
            path: self.stack.iter().copied().collect(),
            held: held.collect(),
            clock: self.clock(),
            stale: stale.filter(|(_, is_held)| !is_held).map(|(stale, _)| stale),
            is_kept_fresh: stale.is_some_and(|(_, is_held)| is_held),
            is_tested,
            is_sure: true,
        };
        self.traces.accesses.push(access);
    }

    fn write(&mut self, state: &State, how: How, uses: &Uses, at: At) {
        let ids = self.ids(state, true);
        let is_sure = ids.len() == 1;
        let parts = self.parts(uses);
        for id in ids {
            let is_ended = how == How::On && self.is_ending_flag(id);
            let tested = !is_ended && self.tests.iter().any(|test| test.state == id);
            let stale = self.stale(id, how, &parts);
            self.access(id, Some(how), at, state, stale, tested);
            if let Some(last) = self.traces.accesses.last_mut().filter(|_| !is_sure) {
                last.is_sure = false;
            }
            self.order += 1;
            let now = (self.order, self.clock());
            self.writes.insert(id, now);
        }
    }

    /// Returns what makes a write stale: the read that it depends on, and the suspension since then. Also
    /// returns whether a lock was held throughout.
    fn stale(&self, id: StateId, how: How, parts: &[(StateId, Moment)]) -> Option<(Stale, bool)> {
        let is_of = |(other, _): &&(StateId, Moment)| *other == id;
        let by_value: Vec<&Moment> = parts.iter().filter(is_of).map(|(_, moment)| moment).collect();
        let is_one_step = matches!(how, How::Off | How::Delete | How::Remove);
        let own = self.tests.iter().filter(|test| test.state == id && !(is_one_step && test.is_of_loop));
        let mut tests: Vec<&Moment> = own.map(|test| &test.moment).collect();
        let now = self.clock();
        // What was asked again, or rests on what is read there and then.
        if tests.iter().chain(&by_value).any(|moment| moment.clock == now) {
            tests.clear();
        }
        let read: Option<&Moment> = match how {
            How::Discard => None,
            How::Empty | How::Clear => self.reads.get(&id),
            How::On | How::Off if self.is_ending_flag(id) => None,
            How::Add | How::Remove | How::On | How::Off | How::Delete => tests.last().copied(),
            How::Store | How::Change => by_value.into_iter().chain(tests).min_by_key(|moment| moment.order),
        };
        let read = read.filter(|moment| moment.clock < now)?;
        // What it put there itself it may take away.
        let is_claimed = self.writes.get(&id).is_some_and(|(order, _)| is_one_step || *order > read.order);
        let is_held = self.held.iter().flat_map(|held| &held.holds).any(|hold| read.holds.contains(hold));
        let suspends = *self.suspensions.get(read.clock as usize)?;
        (!is_claimed).then_some((Stale { read: read.at, suspends }, is_held))
    }

    /// Returns whether a name is a flag that signals the end of something. Setting such a flag twice is
    /// harmless.
    fn is_ending_flag(&self, id: StateId) -> bool {
        let (Key::Attribute(_, name) | Key::Global(_, name)) = &self.traces.keys[id as usize];
        Words::EndedFlags.all().iter().any(|part| name.contains(part))
    }

    /// Returns the pieces of state that a value depends on.
    fn parts(&mut self, uses: &Uses) -> Vec<(StateId, Moment)> {
        let mut found: Vec<(StateId, Moment)> = Vec::new();
        for state in &uses.reads {
            for id in self.ids(state, false) {
                if let Some(moment) = self.reads.get(&id) {
                    found.push((id, moment.clone()));
                }
            }
        }
        let frame = self.frames.last().expect("a function is followed");
        for local in &uses.locals {
            found.extend(frame.locals.get(local).into_iter().flatten().cloned());
        }
        found.truncate(MOST_PARTS);
        found
    }

    fn test(&mut self, tests: &Uses, is_of_loop: bool) {
        let mut found: Vec<(StateId, Moment)> = Vec::new();
        for state in &tests.reads {
            for id in self.ids(state, false) {
                if let Some(moment) = self.reads.get(&id).cloned()
                    && !found.iter().any(|(other, _)| *other == id)
                {
                    found.push((id, moment));
                    // A test is no use of the value.
                    match self.before.get(&id).cloned().flatten() {
                        Some(before) => self.reads.insert(id, before),
                        None => self.reads.remove(&id),
                    };
                }
            }
        }
        let own = Uses { reads: Vec::new(), ..tests.clone() };
        found.extend(self.parts(&own));
        found.extend(self.parts_of_calls(&tests.calls));
        let test = |(state, moment)| Test { state, moment, is_of_loop };
        self.tests.extend(found.into_iter().map(test));
    }

    fn now(&mut self) -> Moment {
        let at = (self.module(), Span::new(0, 0));
        self.moment(at)
    }

    /// Returns the state read by methods that are called in a test.
    fn parts_of_calls(&mut self, calls: &[Name]) -> Vec<(StateId, Moment)> {
        let Some(class) = self.program.class_of(self.current()) else { return Vec::new() };
        let mut found = Vec::new();
        for name in calls {
            let first = self.program.methods(class, name).next();
            if let Some(method) = first {
                let mut states = Vec::new();
                reads_in(&self.program.body(method).steps, &mut states);
                for (state, at) in states.into_iter().take(MOST_PARTS) {
                    let keys = self.program.keys(method, &state, false);
                    for key in keys {
                        let id = self.traces.id(key);
                        let moment = self.moment((method.0, at));
                        found.push((id, moment));
                    }
                }
            }
        }
        found
    }

    fn test_again(&mut self, tests: &Uses) {
        for state in &tests.reads {
            for id in self.ids(state, false) {
                let moment = self.now();
                self.tests.push(Test { state: id, moment, is_of_loop: true });
            }
        }
    }

    fn branch(&mut self, tests: &Uses, bodies: &[Block]) {
        let known = self.tests.len();
        self.test(tests, false);
        let held = self.held.clone();
        let first = self.traces.holds;
        let mut kept: Option<Vec<Held>> = None;
        let base = self.suspensions.clone();
        let mut longest = base.clone();
        let mut jumps = false;
        let writes = self.writes.clone();
        let mut merged = writes.clone();
        for body in bodies {
            self.suspensions.clone_from(&base);
            self.held.clone_from(&held);
            self.writes.clone_from(&writes);
            let inner = self.tests.len();
            self.block(&body.steps);
            self.tests.truncate(inner);
            jumps |= body.jumps;
            if !body.jumps {
                if self.suspensions.len() > longest.len() {
                    longest.clone_from(&self.suspensions);
                }
                for (id, write) in self.writes.drain() {
                    let last = merged.entry(id).or_insert(write);
                    *last = write.max(*last);
                }
                let left = std::mem::take(&mut self.held);
                kept = Some(match kept {
                    Some(kept) => joined(kept, left, first),
                    None => left,
                });
            }
        }
        self.held = kept.unwrap_or(held);
        self.suspensions = longest;
        self.writes = merged;
        if !jumps {
            self.tests.truncate(known);
        }
    }

    fn call(&mut self, callee: &Callee, is_awaited: bool, at: At) {
        let targets = self.targets(callee);
        let mut is_followed = false;
        for target in targets {
            let is_async = self.program.body(target).is_async;
            if (is_awaited || !is_async) && !self.stack.contains(&target) {
                is_followed |= is_async;
                self.body(target);
            }
        }
        if is_awaited && !is_followed {
            self.suspensions.push(at);
        }
    }

    /// Returns the function of a name that the current function, or one that encloses it, defines. The frames of other callers have
    /// names of their own.
    fn nested_function(&self, name: &str) -> Option<BodyRef> {
        let mut inner: Option<BodyRef> = None;
        for (frame, (module, place)) in self.frames.iter().zip(self.stack.iter().copied()).rev() {
            let encloses = inner.is_none_or(|inner| {
                module == inner.0 && frame.nested.values().any(|nested| *nested == inner.1)
            });
            if encloses {
                if let Some(nested) = frame.nested.get(name) {
                    return Some((module, *nested));
                }
                inner = Some((module, place));
            }
        }
        None
    }

    fn targets(&self, callee: &Callee) -> Vec<BodyRef> {
        let current = self.current();
        match callee {
            Callee::Own(name) => {
                let class: Option<ClassRef> = self.program.class_of(current);
                class.map_or_else(Vec::new, |class| {
                    let is_open = |method: &BodyRef| !self.stack.contains(method);
                    let own = self.program.methods(class, name).find(is_open);
                    let replacing = self.program.replacing(class, name).into_iter().filter(is_open);
                    own.into_iter().chain(replacing).collect()
                })
            }
            Callee::Name(name) => {
                if let Some(nested) = self.nested_function(name) {
                    return vec![nested];
                }
                let bodies = &self.program.files[current.0.index()].bodies;
                let is_it =
                    |body: &super::body::Body| body.name == *name && body.class.is_none() && !body.is_nested;
                bodies.iter().position(is_it).map(|place| (current.0, place)).into_iter().collect()
            }
        }
    }
}

/// Returns the locks held after two branches: those that both held throughout, and those that each acquired
/// itself after `first`.
fn joined(one: Vec<Held>, mut two: Vec<Held>, first: u32) -> Vec<Held> {
    let (mut kept, mut rest) = (Vec::new(), Vec::new());
    for held in one {
        match two.iter().position(|other| other.is_same_hold(&held)) {
            Some(place) => {
                two.remove(place);
                kept.push(held);
            }
            None => rest.push(held),
        }
    }
    for held in rest {
        let is_same = |other: &Held| other.key == held.key && other.is_async == held.is_async;
        if let Some(place) = two.iter().position(is_same) {
            let other = two.remove(place);
            let holds = held.holds.iter().chain(&other.holds).copied().filter(|hold| *hold > first).collect();
            kept.push(Held { holds, stack: held.stack.clone().or(other.stack), ..held });
        }
    }
    kept
}

/// Returns whether a function of this name takes locks for its callers.
fn takes_locks(name: &str) -> bool {
    name.split('_').any(|word| Words::LockTakers.has(word))
}

/// Returns the key of a lock relative to an object.
fn relative(key: &str, object: Option<&str>) -> Name {
    let rest = object.filter(|object| !object.is_empty()).and_then(|object| key.strip_prefix(object));
    rest.filter(|rest| rest.starts_with('.')).unwrap_or(key).into()
}

fn reads_in(steps: &[Step], found: &mut Vec<(State, Span)>) {
    for step in steps {
        match step {
            Step::Read(state, at) => found.push((state.clone(), *at)),
            Step::Branch { bodies, .. } => {
                bodies.iter().for_each(|body| grow_stack(|| reads_in(&body.steps, found)));
            }
            Step::Loop { body, .. } => grow_stack(|| reads_in(&body.steps, found)),
            Step::Hold { body, .. } => grow_stack(|| reads_in(body, found)),
            _ => {}
        }
    }
}
