//! The verdicts on shared state.

use loopmend_catalog::{Role, Words, named};
use loopmend_core::{Place, Span};
use loopmend_index::summary::Summary;
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::infer::ClassRef;
use rustc_hash::FxHashMap;

use super::body::{How, Name};
use super::owners::{Listed, is_local, listed};
use super::program::{At, BodyRef, Key, Program, is_lock_class};
use super::run::{Access, Held, StateId, Traces};
use super::writers::{Domain, Runs, Writers};
use super::{SharedAttribute, SharedState, SharedStates, StateEvidence, StateVerdict, StateWriter};

/// Judges all listed state.
pub(super) fn judge(program: &mut Program, traces: &Traces) -> SharedStates {
    let classes = listed(program);
    // Threads of tests say nothing of what the program itself shares.
    program.tested.retain(|class, _| matches!(classes.get(class), Some(Listed::Tested(_))));
    let mut judge =
        Judge { writers: Writers::default(), by_state: FxHashMap::default(), traces, is_cut: traces.is_cut };
    for (place, access) in traces.accesses.iter().enumerate() {
        judge.by_state.entry(access.state).or_default().push(place);
    }
    let ids: FxHashMap<&Key, StateId> = (0..).zip(&traces.keys).map(|(id, key)| (key, id)).collect();
    let mut all = Vec::new();
    let mut order: Vec<(&ClassRef, &Listed)> = classes.iter().collect();
    order.sort_unstable_by_key(|(class, _)| (class.module, class.class));
    for (class, why) in order {
        all.extend(judge.class(program, *class, why, &ids));
    }
    for (id, key) in (0..).zip(&traces.keys) {
        if let Key::Global(module, name) = key {
            all.extend(judge.global(program, id, *module, name));
        }
    }
    all.sort_by(|left, right| {
        (&left.path, left.span.start, &left.name).cmp(&(&right.path, right.span.start, &right.name))
    });
    SharedStates { all, is_cut: judge.is_cut }
}

struct Judge<'t> {
    writers: Writers,
    by_state: FxHashMap<StateId, Vec<usize>>,
    traces: &'t Traces,
    is_cut: bool,
}

/// What is known about the object that owns an attribute.
struct Of<'a> {
    /// Whether threads may share the object.
    is_shared: bool,
    /// Whether all instances are local to functions.
    is_local: bool,
    class: Option<ClassRef>,
    /// The locks that are created for the object and never taken.
    idle_locks: &'a [(Name, bool)],
    /// A write to attributes with unknown names.
    any: Option<At>,
}

impl Judge<'_> {
    fn class(
        &mut self,
        program: &mut Program,
        class: ClassRef,
        why: &Listed,
        ids: &FxHashMap<&Key, StateId>,
    ) -> Option<SharedState> {
        let info = program.classes.get(&class)?;
        let mut names: Vec<Name> = info.introduced.iter().cloned().collect();
        let definition = program.engine.summary(class.module).class(class.class);
        let (span, scope) = (definition.header, definition.scope);
        let own = |name: &Name| program.owner(class, name) == Some(class);
        let is_method = |name: &Name| {
            program
                .family(class)
                .iter()
                .any(|class| program.classes.get(class).is_some_and(|info| info.methods.contains_key(name)))
        };
        names.retain(|name| {
            let key = Key::Attribute(class, name.clone());
            let is_written = || ids.get(&key).is_some_and(|id| !self.writes(*id).is_empty());
            own(name)
                && !is_method(name)
                && !program.is_no_state(&key)
                && (!program.is_lock_state(&key) || is_written())
        });
        names.sort_unstable();
        if names.is_empty() {
            return None;
        }
        let idle = self.idle_locks(program, class);
        let of = Of {
            is_shared: matches!(why, Listed::Held { is_global: true, .. })
                || starts_threads(program, class)
                || program.tested.contains_key(&class),
            is_local: is_local(program, class),
            class: Some(class),
            idle_locks: &idle,
            any: any_write(program, class),
        };
        let mut attributes = Vec::new();
        for name in names {
            let id = ids.get(&Key::Attribute(class, name.clone())).copied();
            attributes.push(self.attribute(program, id, &name, &of));
        }
        let summary = program.engine.summary(class.module);
        let (verdict, reason) = worst(&attributes);
        Some(SharedState {
            path: program.engine.shown_path(class.module).unwrap_or_default(),
            span,
            name: summary.qualified_name(scope),
            is_class: true,
            reached: why.words(),
            verdict,
            reason,
            attributes,
        })
    }

    fn global(
        &mut self,
        program: &mut Program,
        id: StateId,
        module: ModuleId,
        name: &Name,
    ) -> Option<SharedState> {
        let writes = self.writes(id);
        let key = Key::Global(module, name.clone());
        if writes.is_empty() || program.is_no_state(&key) || program.is_lock_state(&key) {
            return None;
        }
        let idle = self.idle_globals(program, module, name);
        let of = Of { is_shared: true, is_local: false, class: None, idle_locks: &idle, any: None };
        let attribute = self.attribute(program, Some(id), name, &of);
        if attribute.writers.is_empty() {
            return None;
        }
        let summary = program.engine.summary(module);
        let start = summary.bindings_of(Summary::MODULE_SCOPE, name).first().map_or(0, |first| first.offset);
        Some(SharedState {
            path: program.engine.shown_path(module).unwrap_or_default(),
            span: Span::new(start, start),
            name: name.to_string(),
            is_class: false,
            reached: "functions write it".to_owned(),
            verdict: attribute.verdict,
            reason: attribute.reason.clone(),
            attributes: vec![attribute],
        })
    }

    fn accesses(&self, id: StateId) -> impl Iterator<Item = &Access> {
        let places = self.by_state.get(&id).into_iter().flatten();
        places.map(|place| &self.traces.accesses[*place])
    }

    fn writes(&self, id: StateId) -> Vec<&Access> {
        self.accesses(id).filter(|access| access.how.is_some()).collect()
    }

    /// Returns the locks of a class that are never taken, each with whether tasks take it.
    fn idle_locks(&self, program: &Program, class: ClassRef) -> Vec<(Name, bool)> {
        let makers = program.files[class.module.index()].makers.iter();
        let own = makers.filter(|maker| maker.class == Some(class.class.0) && is_lock_class(&maker.made));
        let is_taken = |name: &str| program.is_read(class, name) || program.is_asked_in(class.module, name);
        own.filter(|maker| !maker.made.ends_with("Semaphore") && !is_taken(&maker.name))
            .map(|maker| (maker.name.clone(), is_of_tasks(&maker.made)))
            .collect()
    }

    /// Returns the unused locks of a global's module, if the lock is named after the global or is the only
    /// one.
    fn idle_globals(&self, program: &Program, module: ModuleId, name: &str) -> Vec<(Name, bool)> {
        let makers = program.files[module.index()].makers.iter();
        let locks: Vec<_> =
            makers.filter(|maker| maker.class.is_none() && is_lock_class(&maker.made)).collect();
        let stem = name.trim_matches('_');
        let is_for = |lock: &str| locks.len() == 1 || lock.contains(stem);
        let is_taken = |name: &str| program.is_global_read(module, name) || program.is_asked_in(module, name);
        let is_lock = |made: &str| !made.ends_with("Semaphore");
        let idle =
            locks.iter().filter(|lock| is_lock(&lock.made) && is_for(&lock.name) && !is_taken(&lock.name));
        idle.map(|lock| (lock.name.clone(), is_of_tasks(&lock.made))).collect()
    }

    fn attribute(
        &mut self,
        program: &mut Program,
        id: Option<StateId>,
        name: &Name,
        of: &Of,
    ) -> SharedAttribute {
        let mut writes: Vec<Access> =
            id.map_or_else(Vec::new, |id| self.writes(id).into_iter().cloned().collect());
        if let Some(class) = of.class {
            writes.retain(|write| !is_call_of_object(program, class, name, write));
            let of_containers: Vec<bool> =
                writes.iter().map(|write| is_of_container(program, write)).collect();
            let mut of_containers = of_containers.into_iter();
            writes.retain(|_| of_containers.next() == Some(true));
        }
        let uses: Vec<Access> = id.map_or_else(Vec::new, |id| self.accesses(id).cloned().collect());
        let runs: Vec<Runs> = writes.iter().map(|write| self.writers.runs(program, write.entry)).collect();
        self.is_cut |= runs.iter().any(|runs| runs.is_cut);
        let hands_over = runs.iter().any(|runs| runs.is_handed_by_own);
        let of = &Of { is_shared: of.is_shared || hands_over && !of.is_local, ..*of };
        let state = OneState { program, writes: &writes, uses: &uses, runs: &runs, of, name };
        let Said { verdict, reason, guard, evidence } = state.judge();
        let mut listed: Vec<StateWriter> = Vec::new();
        for (write, runs) in writes.iter().zip(&runs) {
            let writer = writer(program, write, runs);
            if !listed.contains(&writer) {
                listed.push(writer);
            }
        }
        SharedAttribute { name: name.to_string(), verdict, reason, guard, writers: listed, evidence }
    }
}

/// The judgement on one piece of state.
struct Said {
    verdict: StateVerdict,
    reason: String,
    guard: Option<String>,
    evidence: Vec<StateEvidence>,
}

struct OneState<'a, 'e> {
    program: &'a Program<'e>,
    writes: &'a [Access],
    /// The writes, and the reads under locks.
    uses: &'a [Access],
    /// What runs the function of each write.
    runs: &'a [Runs],
    of: &'a Of<'a>,
    name: &'a str,
}

impl OneState<'_, '_> {
    fn judge(&self) -> Said {
        if self.writes.is_empty() {
            return self.unwritten();
        }
        let is_lock = self
            .of
            .class
            .is_some_and(|class| self.program.is_lock_state(&Key::Attribute(class, self.name.into())));
        if is_lock {
            return self.confined(None);
        }
        let found = self.across_await().or_else(|| self.between_threads()).or_else(|| self.beside_section());
        if let Some(said) = found.or_else(|| self.beside_lock()) {
            return said;
        }
        let common = self.common_lock();
        if let Some(lock) = common.as_ref().filter(|lock| self.is_needed_lock(lock)) {
            let kind = if lock.is_async { "the asyncio lock" } else { "the lock" };
            let reason = format!("every write that needs it holds {kind} `{}`", shown(&lock.key));
            return Said {
                verdict: StateVerdict::Guarded,
                reason,
                guard: Some(shown(&lock.key)),
                evidence: Vec::new(),
            };
        }
        self.without_lock().unwrap_or_else(|| self.confined(common.as_ref()))
    }

    fn unwritten(&self) -> Said {
        let unknown = self.of.class.and_then(|class| self.program.unknown_write(class, self.name));
        let (verdict, reason, evidence) = match self.of.any {
            None if let Some(at) = unknown => (
                StateVerdict::Confined,
                "an attribute of this name is set on an object whose class is not known".to_owned(),
                vec![self.evidence(at, "the class of the object is not known".to_owned())],
            ),
            Some(at) => (
                StateVerdict::Confined,
                "attributes are set whose names are not known; no second thread is known to do it".to_owned(),
                vec![self.evidence(at, "sets attributes whose names are not known".to_owned())],
            ),
            None => (
                StateVerdict::Immutable,
                "nothing writes it after the object was made".to_owned(),
                Vec::new(),
            ),
        };
        Said { verdict, reason, guard: None, evidence }
    }

    fn is_once(&self, write: &Access) -> bool {
        is_once(&self.program.body(write.entry).name)
    }

    fn indices(&self) -> impl Iterator<Item = usize> {
        0..self.writes.len()
    }

    /// Finds a read, an `await`, and a write that depends on the read.
    fn across_await(&self) -> Option<Said> {
        let own = |index: usize| -> bool {
            self.runs[index].domains.contains(&Domain::Tasks) && !self.is_once(&self.writes[index])
        };
        for index in self.indices() {
            let write = &self.writes[index];
            let Some(stale) = write.stale else { continue };
            if self.is_once(write) || is_ending(&self.program.body(write.body()).name) {
                continue;
            }
            let is_emptied = write.how.is_some_and(How::empties);
            let is_reset = matches!(write.how, Some(How::Off | How::Delete));
            let other = self.indices().find(|other| {
                let beside = &self.writes[*other];
                let is_other =
                    beside.entry != write.entry && !self.is_once(beside) && self.may_meet(write, beside);
                let fits = match is_emptied {
                    true => matches!(beside.how, Some(How::Add | How::Change)),
                    false => beside.how != Some(How::Off) && beside.how != Some(How::Delete),
                };
                // To empty or reset it twice does no harm.
                let is_harmless = is_emptied || is_reset;
                let is_same = beside.entry == write.entry && own(index) && is_harmless == (*other != index);
                fits && (is_other || is_same)
            });
            let Some(other) = other else { continue };
            let function = self.qualified(write.body());
            let with = match other == index {
                true => format!("two tasks in `{function}`"),
                false => format!("`{}`", self.qualified(self.writes[other].body())),
            };
            let reason = match is_emptied {
                true => format!(
                    "`{function}` empties what it handed on before an `await`; what {with} puts in meanwhile is lost"
                ),
                false => format!(
                    "`{function}` reads it, awaits, and writes what rests on what it read; {with} may write meanwhile"
                ),
            };
            let mut evidence = vec![
                self.evidence(stale.read, format!("`{function}` reads it")),
                self.evidence(stale.suspends, "control goes to other tasks".to_owned()),
                self.evidence(write.at, format!("writes it ({})", self.chain(index))),
            ];
            if other != index {
                let beside = &self.writes[other];
                let text =
                    format!("`{}` writes it too ({})", self.qualified(beside.body()), self.chain(other));
                evidence.push(self.evidence(beside.at, text));
            }
            return Some(unguarded(reason, evidence));
        }
        None
    }

    /// Finds updates in a thread and elsewhere, without a common thread lock.
    fn between_threads(&self) -> Option<Said> {
        if !self.of.is_shared || !self.has_runs_beside() {
            return None;
        }
        for index in self.indices() {
            let write = &self.writes[index];
            if !is_update(write) {
                continue;
            }
            for other in self.indices() {
                let beside = &self.writes[other];
                if is_needed(beside)
                    && self.runs[index].is_beside(&self.runs[other])
                    && !common(&write.held, &beside.held, false)
                    && self.may_meet(write, beside)
                {
                    return Some(self.threads(index, other));
                }
            }
        }
        None
    }

    /// Returns whether what runs one write may run beside what runs another. What runs a write depends on its entry point, and
    /// there are many writes behind each of them.
    fn has_runs_beside(&self) -> bool {
        let runs: FxHashMap<BodyRef, &Runs> =
            self.writes.iter().zip(self.runs).map(|(write, runs)| (write.entry, runs)).collect();
        runs.values().any(|one| runs.values().any(|other| one.is_beside(other)))
    }

    fn threads(&self, index: usize, other: usize) -> Said {
        let [one, two] = [index, other].map(|index| self.qualified(self.writes[index].body()));
        let held = self.writes[index].held.iter().chain(&self.writes[other].held).any(|held| held.is_async);
        let lock = if held { "; an asyncio lock guards nothing against threads" } else { "" };
        let reason = match index == other {
            true if self.runs[index].domains.contains(&Domain::Threads) => {
                format!("`{one}` changes it in several threads at a time without a common lock{lock}")
            }
            true => format!("`{one}` changes it in a thread and elsewhere without a common lock{lock}"),
            false => format!("`{one}` and `{two}` write it in different threads without a common lock{lock}"),
        };
        let mut evidence = vec![self.write_evidence(index)];
        if index != other {
            evidence.push(self.write_evidence(other));
        }
        unguarded(reason, evidence)
    }

    /// Finds a section under an async lock that uses the state on both sides of an `await`, and an update
    /// without the lock.
    fn beside_section(&self) -> Option<Said> {
        let (first, later, held) = self.section(None)?;
        let index = self.indices().find(|index| {
            let write = &self.writes[*index];
            let is_beside = write.entry != first.entry || self.runs[*index].domains.contains(&Domain::Tasks);
            is_needed(write)
                && !holds(write, held)
                && is_beside
                && !self.is_once(write)
                && self.may_meet(first, write)
        })?;
        let (section, writer) = (self.qualified(later.body()), self.qualified(self.writes[index].body()));
        let lock = shown(&held.key);
        let reason = format!(
            "`{section}` uses it on both sides of an `await` under `{lock}`, and `{writer}` writes it without"
        );
        let evidence = vec![
            self.evidence(first.at, format!("`{}` uses it under `{lock}`", self.qualified(first.body()))),
            self.evidence(later.at, format!("`{section}` writes it, behind an `await`")),
            self.write_evidence(index),
        ];
        Some(unguarded(reason, evidence))
    }

    /// Finds a use under a thread lock, and a write without it.
    fn beside_lock(&self) -> Option<Said> {
        for first in self.uses {
            for held in first.held.iter().filter(|held| !held.is_async) {
                let other = self.indices().find(|other| {
                    let beside = &self.writes[*other];
                    let is_ended = !is_needed(beside) && self.is_once(beside)
                        || first.how.is_none() && !is_update(beside);
                    !is_ended
                        && self.may_meet(first, beside)
                        && !holds(beside, held)
                        && !common(&first.held, &beside.held, false)
                });
                let Some(other) = other else { continue };
                let (one, two) = (self.qualified(first.body()), self.qualified(self.writes[other].body()));
                let (lock, uses) = (shown(&held.key), if first.how.is_some() { "writes" } else { "reads" });
                let reason = format!("`{one}` {uses} it under `{lock}`, and `{two}` writes it without");
                let evidence = vec![
                    self.evidence(first.at, format!("`{one}` {uses} it under `{lock}`")),
                    self.write_evidence(other),
                ];
                return Some(unguarded(reason, evidence));
            }
        }
        None
    }

    /// Returns whether both accesses may affect one object. A method that the other's class overrides may
    /// not.
    fn may_meet(&self, one: &Access, two: &Access) -> bool {
        let class = |access: &Access| self.program.class_of(access.entry);
        let (Some(first), Some(second)) = (class(one), class(two)) else { return true };
        first == second || self.program.runs_on(first, two.entry) || self.program.runs_on(second, one.entry)
    }

    /// Returns whether writes would interleave without an async lock. One depends on a value read before an
    /// `await`, or a section uses the state on both sides of one.
    fn is_needed_lock(&self, lock: &Held) -> bool {
        let is_fresh = |write: &Access| write.is_kept_fresh && holds(write, lock);
        let is_beside =
            |first: &Access| self.writes.iter().any(|write| write.entry != first.entry && is_needed(write));
        !lock.is_async
            || self.writes.iter().any(is_fresh)
            || self.section(Some(lock)).is_some_and(|(first, ..)| is_beside(first))
    }

    /// Returns a section under an async lock that reads or changes the state, awaits, and writes it.
    fn section(&self, lock: Option<&Held>) -> Option<(&Access, &Access, &Held)> {
        let firsts = self.uses.iter().filter(|first| first.how.is_none() || is_update(first));
        firsts.into_iter().find_map(|first| {
            let mut own = first
                .held
                .iter()
                .filter(|held| held.is_async && lock.is_none_or(|lock| lock.key == held.key));
            own.find_map(|held| {
                let is_later = |other: &&Access| {
                    let is_inside = other.held.iter().any(|inner| inner.is_same_hold(held));
                    let is_lazy = self.program.body(other.body()).is_property;
                    is_needed(other) && !is_lazy && other.clock > first.clock && is_inside
                };
                Some((first, self.uses.iter().find(is_later)?, held))
            })
        })
    }

    /// Returns a lock that is held at every write that needs one.
    fn common_lock(&self) -> Option<Held> {
        let needed: Vec<&Access> = self.writes.iter().filter(|write| is_needed(write)).collect();
        let needed = if needed.is_empty() { self.writes.iter().collect() } else { needed };
        let (first, rest) = needed.split_first()?;
        first.held.iter().find(|held| rest.iter().all(|write| holds(write, held))).cloned()
    }

    /// Finds updates without a lock that is created but never taken.
    fn without_lock(&self) -> Option<Said> {
        let (lock, is_of_tasks) = self.of.idle_locks.first()?;
        let index = self.indices().find(|index| {
            let write = &self.writes[*index];
            is_needed(write)
                && !self.is_once(write)
                && (!is_of_tasks || self.program.body(write.entry).is_async)
        })?;
        let writer = self.qualified(self.writes[index].body());
        let reason = format!("`{lock}` is made and never taken, and `{writer}` writes `{}`", self.name);
        Some(unguarded(reason, vec![self.write_evidence(index)]))
    }

    fn confined(&self, lock: Option<&Held>) -> Said {
        let all = |is: fn(&Runs) -> bool| self.runs.iter().all(is);
        let is_process = |runs: &Runs| runs.domains.iter().all(|domain| *domain == Domain::Process);
        let is_thread = |runs: &Runs| runs.domains.iter().all(|domain| *domain == Domain::Thread);
        let is_unsure = self.writes.iter().any(|write| !write.is_sure);
        let constant = self.writes.iter().all(|write| write.how.is_some_and(How::is_constant));
        let mut reason = match () {
            () if all(Runs::is_on_loop) => "all writers run on an event loop, and each writes in one step",
            () if all(is_process) => "each process has its own",
            () if all(is_thread) => "only a thread of its own writes it",
            () if constant => "it is only set to constants, in one step",
            () => "each write is one step, and no second thread is known to write it",
        }
        .to_owned();
        if let Some(lock) = lock {
            reason = format!("each write is one step between awaits; it holds `{}` too", shown(&lock.key));
        }
        if is_unsure {
            reason.push_str("; of some writes the object is not known");
        }
        Said { verdict: StateVerdict::Confined, reason, guard: None, evidence: Vec::new() }
    }

    fn qualified(&self, body: BodyRef) -> String {
        qualified(self.program, body)
    }

    /// Formats the call path from the entry point to a write.
    fn chain(&self, index: usize) -> String {
        full_chain(self.program, &self.writes[index], &self.runs[index])
    }

    fn write_evidence(&self, index: usize) -> StateEvidence {
        let write = &self.writes[index];
        let locks: Vec<String> = write.held.iter().map(|held| format!("`{}`", shown(&held.key))).collect();
        let under = match locks.is_empty() {
            true => "without a lock".to_owned(),
            false => format!("under {}", locks.join(", ")),
        };
        let function = self.qualified(write.body());
        let how = words(write.how);
        self.evidence(
            write.at,
            format!("`{function}` {how} it {under} [{}] ({})", self.runs[index].words, self.chain(index)),
        )
    }

    fn evidence(&self, at: At, text: String) -> StateEvidence {
        StateEvidence { place: place(self.program, at), text }
    }
}

fn unguarded(reason: String, evidence: Vec<StateEvidence>) -> Said {
    Said { verdict: StateVerdict::Unguarded, reason, guard: None, evidence }
}

fn worst(attributes: &[SharedAttribute]) -> (StateVerdict, String) {
    let first = attributes.iter().min_by_key(|attribute| attribute.verdict);
    first.map_or((StateVerdict::Immutable, String::new()), |attribute| {
        let reason = match attribute.verdict {
            StateVerdict::Immutable => "nothing writes its attributes after it was made".to_owned(),
            _ => format!("`{}`: {}", attribute.name, attribute.reason),
        };
        (attribute.verdict, reason)
    })
}

fn writer(program: &Program, write: &Access, runs: &Runs) -> StateWriter {
    StateWriter {
        function: qualified(program, write.body()),
        place: place(program, write.at),
        how: words(write.how),
        context: runs.words.clone(),
        chain: full_chain(program, write, runs),
        locks: write.held.iter().map(|held| shown(&held.key)).collect(),
    }
}

fn words(how: Option<How>) -> &'static str {
    match how {
        Some(How::Off | How::On | How::Store | How::Empty) => "sets",
        Some(How::Delete) => "deletes",
        Some(How::Change | How::Add | How::Remove | How::Discard | How::Clear) | None => "changes",
    }
}

fn full_chain(program: &Program, write: &Access, runs: &Runs) -> String {
    let outside = runs.thread_chain.as_ref().unwrap_or(&runs.chain);
    let mut parts: Vec<String> = Vec::new();
    if !outside.is_empty() {
        parts.push(outside.clone());
    }
    parts.extend(write.path.iter().map(|body| qualified(program, *body)));
    parts.join(" > ")
}

fn qualified(program: &Program, body: BodyRef) -> String {
    let summary = program.engine.summary(body.0);
    summary.qualified_name(summary.function(program.body(body).function).scope)
}

fn place(program: &Program, (module, span): At) -> Place {
    Place::Span { path: program.engine.shown_path(module).unwrap_or_default(), span }
}

/// Formats a lock as written.
fn shown(key: &str) -> String {
    match key.starts_with('.') {
        true => format!("self{key}"),
        false => key.to_owned(),
    }
}

/// Returns whether a write needs a guard if something may run concurrently: all writes except stores of
/// constants.
fn is_needed(write: &Access) -> bool {
    match write.how {
        Some(How::Off | How::Delete) | None => false,
        Some(How::On) => write.is_tested,
        Some(_) => true,
    }
}

/// Returns whether a write depends on the state, or changes it in place.
fn is_update(write: &Access) -> bool {
    match write.how {
        Some(How::Change | How::Add | How::Remove | How::Discard | How::Clear) => true,
        Some(How::Store | How::On | How::Empty) => write.is_tested,
        _ => false,
    }
}

fn holds(write: &Access, lock: &Held) -> bool {
    write.held.iter().any(|held| held.key == lock.key)
}

/// Returns whether a lock of a kind is held at both accesses.
fn common(one: &[Held], two: &[Held], is_async: bool) -> bool {
    let own = |held: &&Held| held.is_async == is_async;
    one.iter().filter(own).any(|held| two.iter().filter(own).any(|other| other.key == held.key))
}

/// Returns whether a function of this name runs once, in one task.
pub(super) fn is_once(name: &str) -> bool {
    let name = name.trim_matches('_');
    Words::OnceMethods.has(name) || is_ending(name)
}

fn is_ending(name: &str) -> bool {
    Words::EndingMethods.all().iter().any(|ending| name.contains(ending))
}

fn is_of_tasks(made: &str) -> bool {
    made.starts_with("asyncio") || made.starts_with("anyio")
}

/// Returns whether a class passes methods to threads.
fn starts_threads(program: &Program, class: ClassRef) -> bool {
    let Some(info) = program.classes.get(&class) else { return false };
    info.starts.values().flatten().any(|(by, _)| named(&**by).has(Role::RunsInThreadForClass))
}

/// Returns where a class of the hierarchy sets attributes with unknown names.
fn any_write(program: &Program, class: ClassRef) -> Option<At> {
    program.family(class).into_iter().find_map(|class| {
        let any = program.files[class.module.index()].any_attribute.iter();
        let mut own = any.filter(|(place, _)| *place == class.class.0);
        own.next().map(|(_, at)| (class.module, *at))
    })
}

/// Returns whether a method call may be on a container, by the class of its receiver.
fn is_of_container(program: &mut Program, write: &Access) -> bool {
    let is_call = matches!(write.how, Some(How::Add | How::Remove | How::Discard | How::Clear));
    !is_call || !program.is_call_of_own(write.body(), write.at.1)
}

/// Returns whether a call is on an object of another class than a container.
fn is_call_of_object(program: &Program, class: ClassRef, name: &str, write: &Access) -> bool {
    if !matches!(write.how, Some(How::Add | How::Remove | How::Discard | How::Clear)) {
        return false;
    }
    let makers = program.makers(class, name);
    let last = |made: &str| made.rsplit('.').next().unwrap_or(made).to_owned();
    let is_container = |made: &str| {
        let last = last(made);
        let last = last.as_str();
        last.starts_with(|first: char| first.is_ascii_lowercase()) || named(last).has(Role::CapitalContainer)
    };
    let is_object = |made: &str| {
        Words::ObjectEndings.all().iter().any(|ending| made.ends_with(ending)) || !is_container(made)
    };
    !makers.is_empty() && makers.iter().all(|(made, _)| is_object(made))
}
