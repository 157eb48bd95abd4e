//! Inference on demand: what an expression is to the event loop.
//!
//! An [`Inference`] answers questions of one thread. Every answer about a definition is memoised in the
//! engine with the set of modules it rests on. Questions that need each other to be answered form a cycle,
//! and every one of them is *unknown*: the result depends neither on which was asked first nor on what
//! another thread has answered meanwhile. The cycles are found as Tarjan finds strongly connected
//! components, on the stack of open questions.

mod annotation;
mod call;
mod class;
mod decorator;
mod known;
mod name;
mod types;

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::dependencies::DependencySet;
use crate::engine::{Engine, ModuleId};
use crate::sharded::Sharded;
use crate::summary::{Expression, ExpressionId, ScopeId, Summary};

pub(crate) use known::{TASK_FUNCTIONS, TASK_METHODS};
pub use types::{ClassRef, FunctionRef};
pub(crate) use types::{Type, UnionId};

/// The classes of a method resolution order; `None` stands for a base that is not known.
pub(crate) type Mro = Arc<[Option<ClassRef>]>;

/// What is memoised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Question {
    /// What a name at the top of a module means to other modules, by its first binding.
    Symbol(ModuleId, u32),
    /// What one binding binds.
    Binding(ModuleId, u32),
    /// What a `def` makes, decorators applied.
    Function(FunctionRef),
    /// What a class statement makes, decorators applied.
    Class(ClassRef),
    /// What a parameter is, by its place.
    Parameter(FunctionRef, u32),
    /// What an attribute set by a method is, by its place in the class.
    Attribute(ClassRef, u32),
    /// Whether a function may give control back to the event loop: `Plain` when it never does.
    Suspends(FunctionRef),
    /// The method resolution order of a class.
    Mro(ClassRef),
}

/// A memoised answer.
#[derive(Clone)]
struct Memo<A> {
    answer: A,
    dependencies: DependencySet,
    /// The cycle that the question is part of, if it is.
    cycle: Option<Arc<[Question]>>,
}

/// The memo of one engine.
pub(crate) struct Answers {
    types: Sharded<Question, Memo<Type>>,
    orders: Sharded<Question, Memo<Mro>>,
    unions: boxcar::Vec<Box<[Type]>>,
    union_ids: Sharded<Box<[Type]>, UnionId>,
}

impl Answers {
    /// An empty memo.
    pub(crate) fn new() -> Self {
        Self {
            types: Sharded::new(),
            orders: Sharded::new(),
            unions: boxcar::Vec::new(),
            union_ids: Sharded::new(),
        }
    }

    /// How many answers it holds.
    pub(crate) fn len(&self) -> usize {
        self.types.len() + self.orders.len()
    }

    /// Memoises that a question is part of a cycle.
    fn insert_cyclic(&self, question: Question, dependencies: DependencySet, cycle: &Arc<[Question]>) {
        let cycle = Some(cycle.clone());
        if let Question::Mro(_) = question {
            let memo = Memo { answer: Mro::of_cycle(), dependencies, cycle };
            self.orders.shard(&question).insert(question, memo);
        } else {
            let memo = Memo { answer: Type::of_cycle(), dependencies, cycle };
            self.types.shard(&question).insert(question, memo);
        }
    }
}

/// A kind of answer that can be memoised.
trait Answer: Clone {
    /// The answer to a question that is part of a cycle.
    fn of_cycle() -> Self;
    fn memo(answers: &Answers) -> &Sharded<Question, Memo<Self>>;
}

impl Answer for Type {
    fn of_cycle() -> Self {
        Type::Unknown
    }

    fn memo(answers: &Answers) -> &Sharded<Question, Memo<Self>> {
        &answers.types
    }
}

impl Answer for Mro {
    fn of_cycle() -> Self {
        Arc::new([None])
    }

    fn memo(answers: &Answers) -> &Sharded<Question, Memo<Self>> {
        &answers.orders
    }
}

/// A question that is being answered.
struct Frame {
    question: Question,
    dependencies: DependencySet,
    /// The outermost open question that this one needs, if it is part of a cycle with it.
    lowest: Option<usize>,
    /// How many members of open cycles there were when it was asked.
    pending: usize,
}

/// The steps that one expression may take; a deeper one is unknown. Steps inside other memoised
/// questions do not count, so that the limit does not depend on what was asked before.
const STEPS: u32 = 20_000;

/// Stands in a set of dependencies for which subclasses the project has.
const SUBCLASSES: ModuleId = ModuleId(u32::MAX);
/// Stands in a set of dependencies for what functions do in their bodies.
const BODIES: ModuleId = ModuleId(u32::MAX - 1);

/// Answers the questions of one thread.
pub struct Inference<'e> {
    pub(crate) engine: &'e Engine<'e>,
    frames: Vec<Frame>,
    /// The place of each open question in `frames`.
    open: FxHashMap<Question, usize>,
    /// Members of cycles whose outermost question is still open, with that question's place.
    pending: Vec<(Question, usize)>,
    dependencies: DependencySet,
    steps: u32,
}

impl<'e> Inference<'e> {
    /// An inference on this revision.
    pub fn new(engine: &'e Engine<'e>) -> Self {
        Self {
            engine,
            frames: Vec::new(),
            open: FxHashMap::default(),
            pending: Vec::new(),
            dependencies: DependencySet::default(),
            steps: 0,
        }
    }

    /// The first-party modules, absent ones too, that all answers so far rest on, ascending.
    pub fn dependencies(&self) -> &'e [ModuleId] {
        let all = self.engine.dependency_sets.modules(self.dependencies);
        &all[..all.partition_point(|module| *module < BODIES)]
    }

    /// Whether an answer rests on which subclasses the project has.
    pub fn asked_subclasses(&self) -> bool {
        self.rests_on(SUBCLASSES)
    }

    /// Whether an answer rests on what functions of other modules do in their bodies, which no interface
    /// hash tells.
    pub fn asked_bodies(&self) -> bool {
        self.rests_on(BODIES)
    }

    fn rests_on(&self, module: ModuleId) -> bool {
        self.engine.dependency_sets.modules(self.dependencies).binary_search(&module).is_ok()
    }

    /// What an expression is. This is the outermost question; `scope` is where the expression stands.
    pub(crate) fn expression(&mut self, module: ModuleId, scope: ScopeId, expression: ExpressionId) -> Type {
        // A rule that panicked leaves its questions open; those of the next rule are not part of them.
        self.frames.clear();
        self.open.clear();
        self.pending.clear();
        self.steps = STEPS;
        self.evaluate(module, scope, expression)
    }

    /// The summary of a module; the open answers rest on it from now on.
    fn summary(&mut self, module: ModuleId) -> &'e Summary {
        if self.engine.is_mutable(module) {
            let dependencies = match self.frames.last_mut() {
                Some(frame) => &mut frame.dependencies,
                None => &mut self.dependencies,
            };
            *dependencies = self.engine.dependency_sets.with(*dependencies, module);
        }
        self.engine.summary(module)
    }

    /// Whether an expression is the builtin `super`.
    fn is_super(&mut self, module: ModuleId, callee: ExpressionId) -> bool {
        let summary = self.summary(module);
        let Expression::Name(name) = summary.expression(callee) else { return false };
        summary.name(name) == "super" && summary.bindings_of(Summary::MODULE_SCOPE, "super").is_empty()
    }

    /// The open answer rests on this too: a module, or one of the marks that stand for more.
    fn depend_on_module(&mut self, module: ModuleId) {
        let set = self.engine.dependency_sets.with(DependencySet::default(), module);
        self.depend_on(set);
    }

    /// Answers without keeping which modules the answer rests on; the caller says what it rests on.
    fn untracked<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> T {
        let before = *self.open_dependencies();
        let answer = work(self);
        *self.open_dependencies() = before;
        answer
    }

    fn open_dependencies(&mut self) -> &mut DependencySet {
        match self.frames.last_mut() {
            Some(frame) => &mut frame.dependencies,
            None => &mut self.dependencies,
        }
    }

    fn depend_on(&mut self, set: DependencySet) {
        let dependencies = match self.frames.last_mut() {
            Some(frame) => &mut frame.dependencies,
            None => &mut self.dependencies,
        };
        *dependencies = self.engine.dependency_sets.union(*dependencies, set);
    }

    /// The present question needs the open question at this place.
    fn needs(&mut self, place: usize) {
        if let Some(open) = self.frames.last_mut() {
            open.lowest = Some(open.lowest.map_or(place, |lowest| lowest.min(place)));
        }
    }

    fn memoised<A: Answer>(&mut self, question: Question, answer: impl FnOnce(&mut Self) -> A) -> A {
        let known = A::memo(&self.engine.answers).shard(&question).get(&question).cloned();
        if let Some(Memo { answer, dependencies, cycle }) = known {
            self.depend_on(dependencies);
            let members = cycle.as_deref().unwrap_or_default();
            let open = self.frames.iter().position(|frame| members.contains(&frame.question));
            if let Some(open) = open {
                self.needs(open);
            }
            return answer;
        }
        let pending = self.pending.iter().find(|(member, _)| *member == question).map(|(_, lowest)| *lowest);
        let open = || self.open.get(&question).copied();
        match pending.or_else(open) {
            Some(place) => {
                self.needs(place);
                A::of_cycle()
            }
            None => self.answer(question, answer),
        }
    }

    fn answer<A: Answer>(&mut self, question: Question, answer: impl FnOnce(&mut Self) -> A) -> A {
        let pending = self.pending.len();
        self.open.insert(question, self.frames.len());
        self.frames.push(Frame { question, dependencies: DependencySet::default(), lowest: None, pending });
        let steps = std::mem::replace(&mut self.steps, STEPS);
        let value = stacker::maybe_grow(128 * 1024, 1024 * 1024, || answer(self));
        self.steps = steps;
        self.open.remove(&question);
        let Some(frame) = self.frames.pop() else { return value };
        let own = self.frames.len();
        self.depend_on(frame.dependencies);
        match frame.lowest {
            Some(lowest) if lowest < own => {
                self.needs(lowest);
                self.pending.push((question, lowest));
                self.pending[frame.pending..].iter_mut().for_each(|(_, place)| *place = lowest);
                A::of_cycle()
            }
            Some(_) => {
                self.close_cycle(&frame);
                A::of_cycle()
            }
            None => {
                let memo = Memo { answer: value.clone(), dependencies: frame.dependencies, cycle: None };
                A::memo(&self.engine.answers).shard(&question).insert(question, memo);
                value
            }
        }
    }

    /// The outermost question of a cycle is answered: all its members are memoised.
    fn close_cycle(&mut self, outermost: &Frame) {
        let members = self.pending.drain(outermost.pending..).map(|(member, _)| member);
        let members: Arc<[Question]> = members.chain([outermost.question]).collect();
        for member in members.iter() {
            self.engine.answers.insert_cyclic(*member, outermost.dependencies, &members);
        }
    }

    /// Whether the present question may take one more step.
    fn step(&mut self) -> bool {
        self.steps = self.steps.saturating_sub(1);
        self.steps > 0
    }

    /// What an expression is, as seen from a scope.
    fn evaluate(&mut self, module: ModuleId, scope: ScopeId, id: ExpressionId) -> Type {
        if !self.step() {
            return Type::Unknown;
        }
        let summary = self.summary(module);
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || match summary.expression(id) {
            Expression::Name(name) => {
                let offset = summary.span(id).start;
                self.name(module, scope, summary.name(name), offset)
            }
            Expression::Attribute { value, name } => match self.set_attribute(module, scope, id) {
                Some(Type::Unknown) => match self.evaluate(module, scope, value) {
                    Type::Instance(class) => {
                        self.declared_attribute(class, summary.name(name)).unwrap_or(Type::Unknown)
                    }
                    _ => Type::Unknown,
                },
                Some(set) => set,
                None if summary.patches(summary.name(name)) => Type::Unknown,
                None => {
                    let value = self.evaluate(module, scope, value);
                    self.attribute(value, summary.name(name))
                }
            },
            Expression::Call { callee, has_arguments } if self.is_super(module, callee) => {
                let class = self.enclosing_class(module, scope).filter(|_| !has_arguments);
                class.map_or(Type::Unknown, Type::Super)
            }
            Expression::Call { callee, .. } => {
                let callee = self.evaluate(module, scope, callee);
                self.call(callee)
            }
            Expression::Await(value) => {
                let value = self.evaluate(module, scope, value);
                self.awaited(value)
            }
            Expression::Subscript { value, .. } => match self.evaluate(module, scope, value) {
                class @ Type::Class(_) => class,
                _ => Type::Unknown,
            },
            Expression::Either(values) => {
                let parts: Vec<Type> =
                    summary.list(values).iter().map(|value| self.evaluate(module, scope, *value)).collect();
                self.union(parts)
            }
            Expression::None => Type::None,
            Expression::Plain | Expression::String(_) | Expression::Tuple(_) | Expression::List(_) => {
                Type::Plain
            }
            Expression::BitOr(..) | Expression::Opaque => Type::Unknown,
        })
    }
}
