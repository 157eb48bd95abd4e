//! The memo of all answers, and the solution of queries that depend on each other.

use std::sync::Arc;

use super::interner::Interner;
use super::order::Order;
use super::types::{Callee, Context, LARGEST_UNION, Mock, TypeListContent, Variable};
use super::{ClassRef, ContextId, FunctionRef, Inference, STEPS, Type, TypeList};
use crate::dependencies::DependencySet;
use crate::engine::ModuleId;
use crate::sharded::Sharded;
use crate::stack::grow_stack_for_step;
use crate::summary::ExpressionId;

/// A class in a method resolution order, with its arguments in terms of the type parameters of the class
/// that is asked.
pub(crate) type Ancestor = (ClassRef, TypeList);

/// A method resolution order, for all that ask for it.
pub(crate) type Mro = Arc<Order>;

/// The classes of the project that inherit from a class.
pub(super) type Subclasses = Arc<[ClassRef]>;

/// The rounds in which a cycle settles, or is unknown. How many it takes depends on which member was asked first, so
/// it is more than any union can grow: what does not settle then grows without end, whoever was first.
const MOST_ROUNDS: usize = LARGEST_UNION + 8;

/// What is memoised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Question {
    /// What a name at the top of a module means to other modules, by its first binding.
    Symbol(ModuleId, u32),
    /// What one binding binds.
    Binding(ModuleId, u32, ContextId),
    /// What a `def` makes, decorators applied.
    Function(FunctionRef, ContextId),
    /// What a class statement makes, decorators applied.
    Class(ClassRef),
    /// What a parameter is, by its place; of a constructor, for a subclass of its class.
    Parameter(FunctionRef, u32, Option<ClassRef>),
    /// What an attribute set by a method is, by its place in the class; the class it is looked up on.
    Attribute(ClassRef, u32, ContextId),
    /// What a function without an annotation returns.
    Returned(FunctionRef, ContextId),
    /// What a generator yields.
    Yielded(FunctionRef, ContextId),
    /// What a subscript in an annotation stands for.
    Annotation(ModuleId, ExpressionId),
    /// The type parameters of a class, as a tuple of variables.
    TypeParameters(ClassRef),
    /// The arguments of a generic class that an annotation names without any, as a tuple.
    ArgumentsOfBare(ClassRef),
    /// The arguments that a value, a list of one, gives to a protocol by its members, as a tuple.
    ArgumentsByMembers(ClassRef, TypeList),
    /// Whether a function may give control back to the event loop: `Plain` when it never does.
    Suspends(FunctionRef),
    /// Whether a coroutine of a function waits for timers of the event loop, or threads, at most: `Plain` when so.
    WaitsForTimers(FunctionRef),
    /// Whether it waits for threads at most: `Plain` when so.
    WaitsForExecutors(FunctionRef),
    /// Whether the methods of a class may be replaced where it is made: `Plain` when they stay.
    KeepsMethods(ClassRef),
    /// The same of a class and all that it inherits from.
    KeepAllMethods(ClassRef),
    /// The method resolution order of a class.
    Mro(ClassRef),
    /// The classes of the project that inherit from a class.
    Subclasses(ClassRef),
}

/// Stands for any number of times that a parameter may be taken from calls.
const ANY: u8 = u8::MAX;

/// A question, and how many times a parameter may be taken from calls to answer it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    pub(super) question: Question,
    pub(super) call_sites_left: u8,
}

/// A memoised answer.
#[derive(Clone)]
pub(super) struct Memo<A> {
    answer: A,
    dependencies: DependencySet,
    /// Whether the answer rests on how many times a parameter may be taken from calls.
    counts_call_sites: bool,
    is_given_by_callers: bool,
    /// The cycle without a solution that the question is part of, if it is.
    unsettled: Option<Arc<[Key]>>,
}

/// The memo of one engine.
pub(crate) struct Answers {
    types: Sharded<Key, Memo<Type>>,
    orders: Sharded<Key, Memo<Mro>>,
    subclasses: Sharded<Key, Memo<Subclasses>>,
    pub(super) lists: Interner<TypeListContent>,
    pub(super) callees: Interner<Callee>,
    pub(super) contexts: Interner<Option<Context>>,
    pub(super) variables: Interner<Variable>,
    pub(super) mocks: Interner<Mock>,
}

impl Answers {
    /// An empty memo.
    pub(crate) fn new() -> Self {
        Self {
            types: Sharded::new(),
            orders: Sharded::new(),
            subclasses: Sharded::new(),
            lists: Interner::new(TypeListContent { types: Box::default(), has_variables: false, nesting: 0 }),
            callees: Interner::empty(),
            contexts: Interner::new(None),
            variables: Interner::empty(),
            mocks: Interner::empty(),
        }
    }

    /// How many answers it holds.
    pub(crate) fn len(&self) -> usize {
        self.types.len() + self.orders.len() + self.subclasses.len()
    }

    /// Memoises that a question is part of a cycle without a solution.
    fn insert_unsettled(&self, key: Key, dependencies: DependencySet, cycle: &Arc<[Key]>) {
        match key.question {
            Question::Mro(_) => insert_unsettled(&self.orders, key, dependencies, cycle),
            Question::Subclasses(_) => insert_unsettled(&self.subclasses, key, dependencies, cycle),
            _ => insert_unsettled(&self.types, key, dependencies, cycle),
        }
    }
}

fn insert_unsettled<A: Answer>(
    memo: &Sharded<Key, Memo<A>>,
    key: Key,
    dependencies: DependencySet,
    cycle: &Arc<[Key]>,
) {
    let unsettled = Memo {
        answer: A::unsettled(),
        dependencies,
        counts_call_sites: true,
        is_given_by_callers: false,
        unsettled: Some(cycle.clone()),
    };
    memo.shard(&key.question).entry(key).or_insert(unsettled);
}

/// A kind of answer that can be memoised.
pub(super) trait Answer: Clone {
    /// The answer to a question that is part of a cycle without a solution.
    fn unsettled() -> Self;
    /// The answer as a value of a cycle; `None` for a kind that no round can settle.
    fn as_type(&self) -> Option<Type>;
    /// The answer that a cycle has so far.
    fn from_type(of: Type) -> Self;
    fn memo(answers: &Answers) -> &Sharded<Key, Memo<Self>>;
}

impl Answer for Type {
    fn unsettled() -> Self {
        Type::Unknown
    }

    fn as_type(&self) -> Option<Type> {
        Some(*self)
    }

    fn from_type(of: Type) -> Self {
        of
    }

    fn memo(answers: &Answers) -> &Sharded<Key, Memo<Self>> {
        &answers.types
    }
}

impl Answer for Mro {
    fn unsettled() -> Self {
        Arc::new(Order::unknown())
    }

    fn as_type(&self) -> Option<Type> {
        None
    }

    fn from_type(_of: Type) -> Self {
        Self::unsettled()
    }

    fn memo(answers: &Answers) -> &Sharded<Key, Memo<Self>> {
        &answers.orders
    }
}

impl Answer for Subclasses {
    fn unsettled() -> Self {
        Arc::default()
    }

    fn as_type(&self) -> Option<Type> {
        None
    }

    fn from_type(_of: Type) -> Self {
        Self::unsettled()
    }

    fn memo(answers: &Answers) -> &Sharded<Key, Memo<Self>> {
        &answers.subclasses
    }
}

/// A question that is being answered.
pub(super) struct Frame {
    key: Key,
    pub(super) dependencies: DependencySet,
    /// The outermost open question that this one needs, if it is part of a cycle with it.
    lowest: Option<usize>,
    /// How many members of open cycles there were when it was asked.
    pending: usize,
    pub(super) counts_call_sites: bool,
    is_given_by_callers: bool,
}

impl<'e> Inference<'e> {
    /// The answer to a question: from the memo, or by `answer`.
    pub(super) fn memoised<A: Answer>(&mut self, question: Question, answer: impl Fn(&mut Self) -> A) -> A {
        let key = Key { question, call_sites_left: self.call_sites_left };
        if let Some(memo) = self.known(key) {
            return self.take(memo);
        }
        if let Some((_, lowest, value)) = self.pending.iter().rev().find(|(member, ..)| *member == key) {
            let (lowest, value) = (*lowest, *value);
            self.needs(lowest);
            return A::from_type(value);
        }
        match self.open.get(&key).copied() {
            Some(place) => {
                self.needs(place);
                A::from_type(self.previous.get(&key).copied().unwrap_or(Type::Never))
            }
            None => self.answer(key, answer),
        }
    }

    fn known<A: Answer>(&self, key: Key) -> Option<Memo<A>> {
        let shard = A::memo(&self.engine.answers).shard(&key.question);
        shard.get(&Key { call_sites_left: ANY, ..key }).or_else(|| shard.get(&key)).cloned()
    }

    fn take<A: Answer>(&mut self, memo: Memo<A>) -> A {
        self.depend_on(memo.dependencies);
        if memo.counts_call_sites {
            self.count_call_sites();
        }
        if memo.is_given_by_callers {
            self.rest_on_callers();
        }
        if let Some(cycle) = &memo.unsettled
            && let Some(place) = self.frames.iter().position(|frame| cycle.contains(&frame.key))
        {
            self.needs(place);
        }
        memo.answer
    }

    /// The present answer rests on how many times a parameter may be taken from calls.
    pub(super) fn count_call_sites(&mut self) {
        if let Some(frame) = self.frames.last_mut() {
            frame.counts_call_sites = true;
        }
    }

    /// The present answer holds what callers give for a parameter without an annotation.
    pub(super) fn rest_on_callers(&mut self) {
        match self.frames.last_mut() {
            Some(frame) => frame.is_given_by_callers = true,
            None => self.is_given_by_callers = true,
        }
    }

    /// The present question needs the open question at this place.
    fn needs(&mut self, place: usize) {
        if let Some(open) = self.frames.last_mut() {
            open.lowest = Some(open.lowest.map_or(place, |lowest| lowest.min(place)));
        }
    }

    fn answer<A: Answer>(&mut self, key: Key, answer: impl Fn(&mut Self) -> A) -> A {
        let mut begun = Vec::new();
        let found = self.solve_cycle(key, &answer, &mut begun);
        // What is not a member any more is asked anew by whoever comes next.
        for member in begun {
            self.previous.remove(&member);
        }
        found
    }

    /// Asks until nothing grows. The questions whose growth was first seen here are put into `begun`.
    fn solve_cycle<A: Answer>(
        &mut self,
        key: Key,
        answer: &impl Fn(&mut Self) -> A,
        begun: &mut Vec<Key>,
    ) -> A {
        let own = self.frames.len();
        for _ in 0..MOST_ROUNDS {
            let (value, frame) = self.round(key, answer);
            match frame.lowest {
                None => {
                    self.pass_on(&frame);
                    return self.keep(key, value, &frame);
                }
                Some(lowest) if lowest < own => {
                    self.pass_on(&frame);
                    return self.postpone(key, value, &frame, lowest);
                }
                Some(_) => {
                    let Some(of) = value.as_type() else { return self.give_up(key, &frame) };
                    self.pending.push((key, own, of));
                    if self.has_unsettled_order(&frame) {
                        self.pending.pop();
                        return self.give_up(key, &frame);
                    }
                    if self.is_settled(&frame, begun) {
                        self.pass_on(&frame);
                        return self.keep_cycle(&frame, key);
                    }
                    self.pending.truncate(frame.pending);
                }
            }
        }
        // The last round left its members behind.
        let (_, frame) = self.round(key, answer);
        self.give_up(key, &frame)
    }

    /// Asks once.
    fn round<A: Answer>(&mut self, key: Key, answer: &impl Fn(&mut Self) -> A) -> (A, Frame) {
        let pending = self.pending.len();
        self.open.insert(key, self.frames.len());
        self.frames.push(Frame {
            key,
            dependencies: DependencySet::default(),
            lowest: None,
            pending,
            counts_call_sites: false,
            is_given_by_callers: false,
        });
        let steps = std::mem::replace(&mut self.steps, STEPS);
        let value = grow_stack_for_step(|| answer(self));
        self.steps = steps;
        self.open.remove(&key);
        let frame = self.frames.pop().expect("every round closes its own question");
        self.depend_on(frame.dependencies);
        if frame.counts_call_sites {
            self.count_call_sites();
        }
        (value, frame)
    }

    /// Tells the question around what the last round rests on: earlier ones depend on which member of a cycle was
    /// asked first.
    fn pass_on(&mut self, frame: &Frame) {
        if frame.is_given_by_callers {
            self.rest_on_callers();
        }
    }

    fn keep<A: Answer>(&mut self, key: Key, value: A, frame: &Frame) -> A {
        let memo = Memo {
            answer: value,
            dependencies: frame.dependencies,
            counts_call_sites: frame.counts_call_sites,
            is_given_by_callers: frame.is_given_by_callers,
            unsettled: None,
        };
        let call_sites_left = if frame.counts_call_sites { key.call_sites_left } else { ANY };
        let key = Key { call_sites_left, ..key };
        // Another thread may have been faster; all go on with the same answer.
        A::memo(&self.engine.answers).shard(&key.question).entry(key).or_insert(memo).answer.clone()
    }

    /// The question is part of a cycle with one that is still open.
    fn postpone<A: Answer>(&mut self, key: Key, value: A, frame: &Frame, lowest: usize) -> A {
        self.needs(lowest);
        let of = value.as_type().unwrap_or(Type::Unknown);
        self.pending.push((key, lowest, of));
        self.pending[frame.pending..].iter_mut().for_each(|(_, place, _)| *place = lowest);
        value
    }

    fn has_unsettled_order(&self, frame: &Frame) -> bool {
        self.pending[frame.pending..].iter().any(|(key, ..)| matches!(key.question, Question::Mro(_)))
    }

    /// Whether no member of the cycle grew in this round; each is what it was, or more.
    fn is_settled(&mut self, frame: &Frame, begun: &mut Vec<Key>) -> bool {
        let mut is_settled = true;
        for index in frame.pending..self.pending.len() {
            let (key, _, value) = self.pending[index];
            let before = self.previous.get(&key).copied().unwrap_or(Type::Never);
            let now = self.union([before, value]);
            if now != before {
                is_settled = false;
                if self.previous.insert(key, now).is_none() {
                    begun.push(key);
                }
            }
        }
        is_settled
    }

    /// Memoises all members of a cycle that is settled; gives the answer to the outermost question.
    fn keep_cycle<A: Answer>(&mut self, frame: &Frame, outermost: Key) -> A {
        let members: Vec<_> = self.pending.drain(frame.pending..).collect();
        let mut value = Type::Never;
        for (key, ..) in members {
            let answer = self.previous.get(&key).copied().unwrap_or(Type::Never);
            let memo = Memo {
                answer,
                dependencies: frame.dependencies,
                counts_call_sites: true,
                is_given_by_callers: frame.is_given_by_callers,
                unsettled: None,
            };
            let kept = self.engine.answers.types.shard(&key.question).entry(key).or_insert(memo).answer;
            if key == outermost {
                value = kept;
            }
        }
        A::from_type(value)
    }

    /// The outermost question of a cycle without a solution: all its members are unknown.
    fn give_up<A: Answer>(&mut self, key: Key, frame: &Frame) -> A {
        let members = self.pending.drain(frame.pending..).map(|(member, ..)| member);
        let members: Arc<[Key]> = members.chain([key]).collect();
        for member in members.iter() {
            self.engine.answers.insert_unsettled(*member, frame.dependencies, &members);
        }
        A::unsettled()
    }
}
