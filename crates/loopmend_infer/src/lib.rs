//! The modules of a project, the resolution of their names, and type inference on demand. Knows no call
//! paths, suites or rules.
//!
//! An [`Inference`] answers the queries of one thread. Every answer about a definition is memoised in the
//! engine, with the set of modules that it depends on. An *outermost* query starts anew and discards all
//! open queries.
//!
//! Queries that depend on each other form a cycle. A cycle is solved as a least fixed point: each member
//! starts from "no value", and all are evaluated again until none grows. Cycles are found with Tarjan's
//! algorithm for strongly connected components, on the stack of open queries. If a cycle does not settle in
//! a few rounds, or goes through a method resolution order, all its members are unknown. The result
//! therefore depends neither on the order of queries nor on what other threads have answered.

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

mod annotation;
mod awaitable;
mod awaiting_slots;
mod branch;
mod call;
mod callers;
mod class;
mod consensus;
mod construct;
mod data_class;
mod decorator;
mod definition;
pub mod dependencies;
mod elements;
pub mod engine;
mod expression;
mod fixture;
mod generic;
mod given;
pub mod index;
mod injected;
mod interner;
mod known;
pub mod library_cache;
mod member;
mod memo;
mod misannotated;
mod mock;
mod mock_target;
mod mro;
mod name;
mod narrowing;
mod not_awaitable;
mod overload;
mod overriding_names;
mod parameter;
pub mod parts;
mod pending;
mod provenance;
mod public;
pub mod read_modules;
mod receiver_class;
mod record;
mod refusal;
mod replaced;
pub mod sharded;
mod signature;
mod slots;
mod stated;
mod subclass;
mod surface;
mod suspension;
mod swapped;
mod test_run;
mod types;
mod typeshed;
mod why;
mod word_index;

use std::rc::Rc;

use loopmend_core::at_work::{is_counting, take_counted_steps};
use loopmend_index::summary::{CallSite, ExpressionId, ScopeId, Summary};
use loopmend_index::usage_counts::UsageKey;
use loopmend_python::stack::grow_stack_for_step;
use rustc_hash::{FxHashMap, FxHashSet};

use self::consensus::{Maker, UsageByClass};
use self::receiver_class::ReceiverClass;
use crate::dependencies::DependencySet;
use crate::engine::{Engine, ModuleId};

pub use awaitable::AwaitableSource;
pub use awaiting_slots::AwaitingKind;
pub use awaiting_slots::{AWAITING_SLOTS, AwaitingSlot, PlainFunction};
pub use definition::ValueAt;
pub use fixture::{Fixture, Viewpoint, argument_named, names_in, place_in_parametrize, stated_name};
pub(crate) use memo::Answers;
use memo::{Frame, Key};
use pending::Pending;

pub use mock::is_own_attribute;
pub use mock_target::{ReplacedIn, Replacement};
pub use provenance::derives_from_call;
pub use signature::{Definition, Misfit, Signature, TakenParameter};
pub use slots::SlotKind;
pub use slots::{Slot, names_of_slots};
pub use stated::{Constructor, Nesting};
pub use surface::Stated;
pub use swapped::Swapped;
pub use types::{CalleeId, ContextId, Location, Type, TypeList};
pub use types::{ClassRef, FunctionRef};

/// The maximum number of steps for one expression; a deeper expression is unknown. Steps in other memoised
/// queries do not count, so that the limit does not depend on earlier queries.
const STEPS: u32 = 5_000;

/// The steps of the check of a file that an outermost question counts as.
const STEPS_OF_QUESTION: u64 = 100;
/// The steps of the check of a file that a step of a question counts as.
const STEPS_OF_STEP: u64 = 10;

/// The maximum number of consecutive times that a parameter may be inferred from the calls of its function.
const DEEPEST_CALL_SITES: u8 = 2;

/// A marker in a set of dependencies for the subclasses in the project.
const SUBCLASSES: ModuleId = ModuleId(u32::MAX);
/// A marker in a set of dependencies for the bodies of functions.
const BODIES: ModuleId = ModuleId(u32::MAX - 1);
/// A marker in a set of dependencies for the call sites in the whole project.
const CALL_SITES: ModuleId = ModuleId(u32::MAX - 2);
/// A marker in a set of dependencies for the call graph of functions that call each other.
const STEPS_OF_FUNCTIONS: ModuleId = ModuleId(u32::MAX - 3);
/// A marker in a set of dependencies for the attributes that checked files set on other objects.
const SET_ATTRIBUTES: ModuleId = ModuleId(u32::MAX - 4);
/// The lowest of these markers.
const FIRST_MARK: ModuleId = SET_ATTRIBUTES;

/// Answers the queries of one thread.
pub struct Inference<'e> {
    pub(crate) engine: &'e Engine<'e>,
    frames: Vec<Frame>,
    /// The index of each open query in `frames`.
    open: FxHashMap<Key, usize>,
    /// The members of cycles whose outermost query is still open, with the index of that query and their
    /// type so far.
    pending: Pending,
    /// The types of a cycle's members in the previous round, by the index of the outermost query.
    previous: FxHashMap<Key, Type>,
    dependencies: DependencySet,
    /// The values whose origin in a missing library is being searched. A value may depend on itself.
    open_origins: Vec<(ModuleId, ExpressionId)>,
    steps: u32,
    /// Whether the steps of the current question are counted.
    is_counted: bool,
    /// How many more expressions are followed to where an object is made.
    ways: u16,
    /// The number of times that a parameter may still be inferred from calls.
    call_sites_left: u8,
    /// Whether the current outermost answer contains arguments that callers pass for a parameter without
    /// annotation.
    is_given_by_callers: bool,
    asked_usages: FxHashSet<UsageKey>,
    wholes: FxHashSet<ModuleId>,
    texts: FxHashSet<ModuleId>,
    rests_on_project: bool,
    rests_on_all_texts: bool,
    rests_on_set_attributes: bool,
    /// The modules that were read last, in a direct-mapped cache.
    recent: [Option<Recent<'e>>; RECENT],
    /// Recent unions of two dependency sets, in a direct-mapped cache.
    recent_unions: [[DependencySet; 3]; RECENT_UNIONS],
    /// The types of expressions and callees from outermost queries. Several rules request the same ones.
    expressions: FxHashMap<(ModuleId, ScopeId, ExpressionId), Outermost>,
    /// The classes of receivers, and whether they rest on what callers pass.
    receivers: FxHashMap<(ModuleId, ScopeId, ExpressionId), (ReceiverClass, bool)>,
    /// How the calls of one key in a file are used, by the class of their receivers.
    usages_by_class: FxHashMap<(ModuleId, UsageKey, Option<Maker<'e>>), UsageByClass>,
    /// Whether the dependencies of answers are recorded for something other than the file.
    is_apart: bool,
    /// What the functions and classes take that outermost queries found called.
    signatures: FxHashMap<Type, Option<Rc<Signature>>>,
    /// Whether a method is an `async def`, by name and class, as found by outermost queries.
    async_methods: FxHashMap<Box<str>, FxHashMap<ClassRef, bool>>,
}

/// The dependencies of a file while an answer is found that has its own.
#[must_use]
pub struct SavedDependencies {
    dependencies: DependencySet,
    was_apart: bool,
}

/// The answer to an outermost query, whose dependencies are already among those of the file.
#[derive(Clone, Copy)]
struct Outermost {
    answer: Type,
    is_given_by_callers: bool,
    /// The number of steps that the answer took.
    steps: u32,
}

/// The number of modules in the cache.
const RECENT: usize = 64;
/// The number of unions in the cache.
const RECENT_UNIONS: usize = 256;

/// A module that was read before.
#[derive(Clone, Copy)]
struct Recent<'e> {
    module: ModuleId,
    summary: &'e Summary,
    /// The set of this module alone, and a set that contains it; `None` if no answer depends on the module.
    sets: Option<(DependencySet, DependencySet)>,
}

impl<'e> Inference<'e> {
    /// Creates an inference for this revision.
    pub fn new(engine: &'e Engine<'e>) -> Self {
        Self {
            engine,
            frames: Vec::new(),
            open: FxHashMap::default(),
            pending: Pending::default(),
            previous: FxHashMap::default(),
            dependencies: DependencySet::default(),
            open_origins: Vec::new(),
            steps: STEPS,
            is_counted: false,
            ways: 0,
            call_sites_left: DEEPEST_CALL_SITES,
            is_given_by_callers: false,
            asked_usages: FxHashSet::default(),
            wholes: FxHashSet::default(),
            texts: FxHashSet::default(),
            rests_on_project: false,
            rests_on_all_texts: false,
            rests_on_set_attributes: false,
            recent: [None; RECENT],
            recent_unions: [[DependencySet::default(); 3]; RECENT_UNIONS],
            expressions: FxHashMap::default(),
            receivers: FxHashMap::default(),
            usages_by_class: FxHashMap::default(),
            is_apart: false,
            signatures: FxHashMap::default(),
            async_methods: FxHashMap::default(),
        }
    }

    /// Returns the first-party modules that all answers so far depend on, ascending. Absent modules are
    /// included.
    pub fn dependencies(&self) -> Vec<ModuleId> {
        let mut all = self.engine.dependency_sets.modules(self.dependencies);
        all.truncate(all.partition_point(|module| *module < FIRST_MARK));
        all
    }

    /// Returns whether an answer depends on the subclasses in the project.
    pub fn asked_subclasses(&self) -> bool {
        self.rests_on(SUBCLASSES)
    }

    /// Returns whether an answer depends on the suspension points in the bodies of functions of other
    /// modules.
    pub fn asked_bodies(&self) -> bool {
        self.rests_on(BODIES)
    }

    /// Returns whether an answer depends on the call sites of its functions in the project, and on their
    /// arguments.
    pub fn asked_call_sites(&self) -> bool {
        self.rests_on(CALL_SITES)
    }

    /// Returns whether an answer depends on the call graph between functions that lead to an event loop
    /// start or to a blocking call.
    pub fn asked_steps(&self) -> bool {
        self.rests_on(STEPS_OF_FUNCTIONS)
    }

    /// Returns the first-party modules that an answer depends on as a whole, whether looked up by name or
    /// not, ascending. For example, the outcome of a test depends on the `conftest.py` files above it.
    pub fn asked_wholes(&self) -> Vec<ModuleId> {
        let mut modules: Vec<ModuleId> = self.wholes.iter().copied().collect();
        modules.sort_unstable();
        modules
    }

    /// Returns the first-party modules of whose text an answer depends on more than the interface contains,
    /// ascending.
    pub fn asked_texts(&self) -> Vec<ModuleId> {
        let mut modules: Vec<ModuleId> = self.texts.iter().copied().collect();
        modules.sort_unstable();
        modules
    }

    /// Returns whether an answer depends on all checked files, and on what else lies in the directories of the project or was named to be
    /// checked.
    pub fn asked_project(&self) -> bool {
        self.rests_on_project
    }

    /// Returns whether an answer depends on the texts of all checked files.
    pub fn asked_all_texts(&self) -> bool {
        self.rests_on_all_texts
    }

    /// Returns whether an answer depends on whether a checked file may set an attribute that this file reads, on any object.
    pub fn asked_set_attributes(&self) -> bool {
        self.rests_on_set_attributes
    }

    /// Returns whether an answer depends on whether a checked file sets an attribute on another object, which this file or one that it depends on
    /// reads.
    pub fn asked_attributes_on_others(&self) -> bool {
        self.rests_on(SET_ATTRIBUTES)
    }

    /// Records that the answers depend on whether a checked file may set an attribute that this file reads, on any object.
    pub fn rest_on_set_attributes(&mut self) {
        self.rests_on_set_attributes = true;
    }

    /// Records that the answers depend on which files are checked, and on all their texts.
    pub fn rest_on_all_texts(&mut self) {
        self.rests_on_all_texts = true;
    }

    /// Records that the answers depend on all checked files, and on more of the project than its modules and settings.
    pub fn rest_on_project(&mut self) {
        self.rests_on_project = true;
    }

    /// Records that the answers depend on the whole text of a module.
    pub fn rest_on_text(&mut self, module: ModuleId) {
        if self.engine.is_mutable(module) {
            self.texts.insert(module);
        }
    }

    /// Records that the answers depend on the complete interfaces of the modules whose fixtures a module
    /// sees, including itself.
    pub fn rest_on_suite(&mut self, module: ModuleId) {
        if self.wholes.contains(&module) {
            return;
        }
        self.begin();
        let modules = self.fixture_modules(module);
        self.wholes.extend(modules.into_iter().filter(|module| self.engine.is_mutable(*module)));
    }

    /// Records that the answers depend on the complete interface of a module.
    pub fn rest_on_whole(&mut self, module: ModuleId) {
        if self.engine.is_mutable(module) {
            self.wholes.insert(module);
        }
    }

    /// Returns the keys of the calls for which an answer depends on their use in the whole project,
    /// ascending.
    pub fn asked_usages(&self) -> Vec<UsageKey> {
        let mut keys: Vec<UsageKey> = self.asked_usages.iter().copied().collect();
        keys.sort_unstable();
        keys
    }

    fn rests_on(&self, module: ModuleId) -> bool {
        self.engine.dependency_sets.contains(self.dependencies, module)
    }

    /// Returns the type of an expression in `scope`. This is an outermost query.
    pub fn expression(&mut self, module: ModuleId, scope: ScopeId, expression: ExpressionId) -> Type {
        self.begin();
        self.evaluate_once(Location::in_scope(module, scope), expression)
    }

    /// Returns the type of an expression, cached if it is an outermost query or part of one.
    fn evaluate_once(&mut self, at: Location, id: ExpressionId) -> Type {
        let key = (at.module, at.scope, id);
        let is_outermost = self.frames.is_empty() && at.context == ContextId::FIRST;
        if !is_outermost || self.is_apart || self.call_sites_left != DEEPEST_CALL_SITES {
            return self.evaluate(at, id);
        }
        // Where the steps do not reach, the answer is unknown, whoever asked before.
        if let Some(known) = self.expressions.get(&key).filter(|known| known.steps < self.steps) {
            self.steps -= known.steps;
            self.is_given_by_callers |= known.is_given_by_callers;
            return known.answer;
        }
        let around = std::mem::take(&mut self.is_given_by_callers);
        let before = self.steps;
        let answer = self.evaluate(at, id);
        if self.steps > 0 {
            let (is_given_by_callers, steps) = (self.is_given_by_callers, before - self.steps);
            self.expressions.insert(key, Outermost { answer, is_given_by_callers, steps });
        }
        self.is_given_by_callers |= around;
        answer
    }

    /// Returns whether no memoised query is open, so that the current answer is final.
    fn is_outermost(&self) -> bool {
        self.frames.is_empty() && self.call_sites_left == DEEPEST_CALL_SITES
    }

    /// Returns the possible types of a callee. This is an outermost query.
    pub fn called(&mut self, module: ModuleId, site: &CallSite) -> Vec<Type> {
        let callee = self.engine.summary(module).callee_or_itself(site.expression);
        let callee = self.expression(module, site.scope, callee);
        self.parts(callee)
    }

    /// Returns the functions that a call calls; empty if it may call anything else. This is an outermost
    /// query.
    pub fn called_functions(&mut self, module: ModuleId, site: &CallSite) -> Vec<FunctionRef> {
        let called = self.called(module, site).into_iter().map(|part| match part {
            Type::Function(callee) => Some(self.function_of(callee)),
            _ => None,
        });
        called.collect::<Option<_>>().unwrap_or_default()
    }

    /// Begins an outermost query, which discards all open queries. A rule that panicked may have left
    /// queries open, which must not become part of the next rule's queries.
    pub fn begin(&mut self) {
        self.count_questions();
        self.frames.clear();
        self.open.clear();
        self.pending.clear();
        self.previous.clear();
        self.open_origins.clear();
        self.steps = STEPS;
        self.call_sites_left = DEEPEST_CALL_SITES;
        self.is_given_by_callers = false;
    }

    /// Counts the steps of the last question, and the question that begins. Neither counts in what files share.
    fn count_questions(&mut self) {
        let of_last = if self.is_counted { u64::from(STEPS - self.steps) } else { 0 };
        self.is_counted = is_counting();
        let questions = u64::from(self.is_counted);
        take_counted_steps(of_last * STEPS_OF_STEP + questions * STEPS_OF_QUESTION);
    }

    /// Returns whether the last outermost answer contains arguments that callers pass for a parameter
    /// without annotation.
    pub fn is_given_by_callers(&self) -> bool {
        self.is_given_by_callers
    }

    /// Returns the summary of a module, and records that the open answers depend on it.
    pub fn summary(&mut self, module: ModuleId) -> &'e Summary {
        let recent = self.recent[module.index() % RECENT].filter(|recent| recent.module == module);
        let Some(Recent { summary, sets, .. }) = recent else { return self.read(module) };
        if let Some((single, last)) = sets {
            let dependencies = self.open_dependencies();
            if *dependencies == DependencySet::default() {
                *dependencies = single;
            } else if *dependencies != last {
                return self.read(module);
            }
        }
        summary
    }

    fn read(&mut self, module: ModuleId) -> &'e Summary {
        let sets = self.engine.is_mutable(module).then(|| {
            let single = self.engine.dependency_sets.with(DependencySet::default(), module);
            self.depend_on(single);
            (single, *self.open_dependencies())
        });
        let summary = self.engine.summary(module);
        self.recent[module.index() % RECENT] = Some(Recent { module, summary, sets });
        summary
    }

    /// Records that the open answer depends on a module, or on one of the markers.
    fn depend_on_module(&mut self, module: ModuleId) {
        let set = self.engine.dependency_sets.with(DependencySet::default(), module);
        self.depend_on(set);
    }

    /// Sets the dependencies of the file aside until [`Self::restore_dependencies`], so that an answer has its own.
    pub fn set_dependencies_aside(&mut self) -> SavedDependencies {
        let dependencies = std::mem::take(&mut self.dependencies);
        SavedDependencies { dependencies, was_apart: std::mem::replace(&mut self.is_apart, true) }
    }

    /// Makes the saved dependencies those of the file again. Returns those of the answers since then.
    #[expect(clippy::needless_pass_by_value, reason = "what is saved is restored once")]
    pub fn restore_dependencies(&mut self, saved: SavedDependencies) -> DependencySet {
        let SavedDependencies { dependencies, was_apart } = saved;
        self.is_apart = was_apart;
        std::mem::replace(&mut self.dependencies, dependencies)
    }

    fn apart<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> T {
        let was_apart = std::mem::replace(&mut self.is_apart, true);
        let answer = work(self);
        self.is_apart = was_apart;
        answer
    }

    /// Records that the open answer depends on the callees of a function in this module.
    pub fn rest_on_steps(&mut self, module: ModuleId) {
        self.summary(module);
        self.depend_on_module(STEPS_OF_FUNCTIONS);
    }

    /// Records that the answers depend on these modules.
    pub fn rest_on_all(&mut self, set: DependencySet) {
        self.begin();
        self.depend_on(set);
    }

    /// Answers without recording the dependencies. The caller records that the answer depends on the
    /// subclasses in the project.
    fn untracked<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::take(self.open_dependencies());
        let answer = self.apart(work);
        let read = std::mem::replace(self.open_dependencies(), before);
        self.engine.read_of_subclasses.shard(&read).insert(read, ());
        answer
    }

    fn open_dependencies(&mut self) -> &mut DependencySet {
        match self.frames.last_mut() {
            Some(frame) => &mut frame.dependencies,
            None => &mut self.dependencies,
        }
    }

    fn depend_on(&mut self, set: DependencySet) {
        let dependencies = *self.open_dependencies();
        if dependencies == set || set == DependencySet::default() {
            return;
        }
        let recent = &mut self.recent_unions[dependencies.place_with(set) % RECENT_UNIONS];
        if recent[..2] != [dependencies, set] {
            *recent = [dependencies, set, self.engine.dependency_sets.union(dependencies, set)];
        }
        let union = recent[2];
        *self.open_dependencies() = union;
    }

    /// Takes one step of the current query on a large enough stack. Returns unknown if no steps are left.
    fn deeper(&mut self, work: impl FnOnce(&mut Self) -> Type) -> Type {
        if !self.step() {
            return Type::Unknown;
        }
        grow_stack_for_step(|| work(self))
    }

    /// Takes one step, and returns whether the current query has steps left.
    pub fn step(&mut self) -> bool {
        self.steps = self.steps.saturating_sub(1);
        self.steps > 0
    }
}
