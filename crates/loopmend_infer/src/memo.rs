//! The memo of all answers, and the solution of queries that depend on each other.

use std::sync::Arc;

use loopmend_core::at_work::end_if_given_up;
use loopmend_index::summary::ExpressionId;
use loopmend_python::stack::grow_stack_for_step;
use rustc_hash::FxHashSet;

use super::interner::Interner;
use super::mro::Order;
use super::pending::Member;
use super::types::{Callee, Context, LARGEST_UNION, Mock, TypeListContent, Variable};
use super::{ClassRef, ContextId, FunctionRef, Inference, STEPS, Type, TypeList};
use crate::dependencies::DependencySet;
use crate::engine::ModuleId;
use crate::sharded::{HashedShards, hash_of};

/// A class in a method resolution order, with type arguments in terms of the type parameters of the queried
/// class.
pub(crate) type Ancestor = (ClassRef, TypeList);

/// A shared method resolution order.
pub(crate) type Mro = Arc<Order>;

/// The project subclasses of a class.
pub(super) type Subclasses = Arc<[ClassRef]>;

/// The maximum number of rounds for a cycle to settle. The number of rounds depends on which member was
/// queried first. The limit is therefore above the growth of any union: a cycle that does not settle within
/// it grows without end, whichever member was first.
const MOST_ROUNDS: usize = LARGEST_UNION + 8;

/// A memoised query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Question {
    /// The value of a module's top-level name for other modules, by its first binding.
    Symbol(ModuleId, u32),
    /// The value of one binding.
    Binding(ModuleId, u32, ContextId),
    /// The type that a `def` creates, with its decorators applied.
    Function(FunctionRef, ContextId),
    /// The type that a class statement creates, with its decorators applied.
    Class(ClassRef),
    /// The type of a parameter, by index. For a constructor, the class may be a subclass.
    Parameter(FunctionRef, u32, Option<ClassRef>),
    /// The value of a fixture for the tests of a module and class.
    FixtureSeenFrom(FunctionRef, ModuleId, Option<ClassRef>),
    /// The type of an attribute that a method sets, by its index in the class, on the class where it is
    /// looked up.
    Attribute(ClassRef, u32, ContextId),
    /// The return type of a function without an annotation.
    Returned(FunctionRef, ContextId),
    /// The type that a generator yields.
    Yielded(FunctionRef, ContextId),
    /// The type that a subscript in an annotation denotes.
    Annotation(ModuleId, ExpressionId),
    /// The type parameters of a class, as a tuple of variables.
    TypeParameters(ClassRef),
    /// The type arguments of a generic class that an annotation names without any, as a tuple.
    ArgumentsOfBare(ClassRef),
    /// The type arguments that a value, in a list of one, provides for a protocol by its members, as a
    /// tuple.
    ArgumentsByMembers(ClassRef, TypeList),
    /// Whether a function may suspend: `Plain` if it never does.
    Suspends(FunctionRef),
    /// Whether a coroutine of a function waits only for timers of the event loop or for threads: `Plain` if
    /// so.
    WaitsForTimers(FunctionRef),
    /// Whether the methods of a class may be replaced at its creation: `Plain` if they stay.
    KeepsMethods(ClassRef),
    /// The methods of the class, according to the catalogue: `Unknown` if a base wraps those of its subclasses.
    HasWrappedMethods(ClassRef),
    /// The same for a class and all its bases.
    KeepAllMethods(ClassRef),
    /// The method resolution order of a class.
    Mro(ClassRef),
    /// The project subclasses of a class.
    Subclasses(ClassRef),
}

/// Any number of times that a parameter may be inferred from calls.
const ANY: u8 = u8::MAX;

/// A query, with the number of times that a parameter may be inferred from calls.
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
    /// Whether the answer depends on the number of times that a parameter may be inferred from calls.
    counts_call_sites: bool,
    is_given_by_callers: bool,
    /// The unsolvable cycle that the query belongs to, if any.
    unsettled: Option<Arc<FxHashSet<Key>>>,
}

/// The answers of one kind. Those to one question stand together, however often a parameter may be inferred.
pub(super) struct Memos<A>(HashedShards<(Key, Memo<A>)>);

impl<A: Clone> Memos<A> {
    fn new() -> Self {
        Self(HashedShards::new())
    }

    /// Returns the answer for any number of inferred parameters, or else that for the number of the key.
    fn get(&self, key: Key) -> Option<Memo<A>> {
        let hash = hash_of(&key.question);
        let shard = self.0.shard(hash);
        let mut for_number = None;
        for (known, memo) in shard.iter_hash(hash).filter(|(known, _)| known.question == key.question) {
            match known.call_sites_left {
                ANY => return Some(memo.clone()),
                left if left == key.call_sites_left => for_number = Some(memo),
                _ => {}
            }
        }
        for_number.cloned()
    }

    /// Memoises an answer, and returns it. Another thread may have been faster; all go on with the same answer.
    fn keep(&self, key: Key, memo: Memo<A>) -> A {
        let hash = hash_of(&key.question);
        let mut shard = self.0.shard(hash);
        let entry = shard.entry(hash, |(known, _)| *known == key, |(known, _)| hash_of(&known.question));
        entry.or_insert((key, memo)).get().1.answer.clone()
    }
}

/// The memo of one engine.
pub(crate) struct Answers {
    types: Memos<Type>,
    orders: Memos<Mro>,
    subclasses: Memos<Subclasses>,
    pub(super) lists: Interner<TypeListContent>,
    pub(super) callees: Interner<Callee>,
    pub(super) contexts: Interner<Option<Context>>,
    pub(super) variables: Interner<Variable>,
    pub(super) mocks: Interner<Mock>,
}

impl Answers {
    /// Creates an empty memo.
    pub(crate) fn new() -> Self {
        Self {
            types: Memos::new(),
            orders: Memos::new(),
            subclasses: Memos::new(),
            lists: Interner::new(TypeListContent { types: Box::default(), has_variables: false, nesting: 0 }),
            callees: Interner::empty(),
            contexts: Interner::new(None),
            variables: Interner::empty(),
            mocks: Interner::empty(),
        }
    }

    /// Returns the number of answers.
    pub(crate) fn len(&self) -> usize {
        self.types.0.len() + self.orders.0.len() + self.subclasses.0.len()
    }

    /// Memoises that a query belongs to an unsolvable cycle.
    fn insert_unsettled(&self, key: Key, dependencies: DependencySet, cycle: &Arc<FxHashSet<Key>>) {
        match key.question {
            Question::Mro(_) => insert_unsettled(&self.orders, key, dependencies, cycle),
            Question::Subclasses(_) => insert_unsettled(&self.subclasses, key, dependencies, cycle),
            _ => insert_unsettled(&self.types, key, dependencies, cycle),
        }
    }
}

fn insert_unsettled<A: Answer>(
    memo: &Memos<A>,
    key: Key,
    dependencies: DependencySet,
    cycle: &Arc<FxHashSet<Key>>,
) {
    let unsettled = Memo {
        answer: A::unsettled(),
        dependencies,
        counts_call_sites: true,
        is_given_by_callers: false,
        unsettled: Some(cycle.clone()),
    };
    memo.keep(key, unsettled);
}

/// A kind of answer that can be memoised.
pub(super) trait Answer: Clone {
    /// Returns the answer for a query in an unsolvable cycle.
    fn unsettled() -> Self;
    /// Returns the answer as a type, for use in a cycle; `None` for a kind that no round can settle.
    fn as_type(&self) -> Option<Type>;
    /// Creates an answer from the type that a cycle has so far.
    fn from_type(of: Type) -> Self;
    fn memo(answers: &Answers) -> &Memos<Self>;
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

    fn memo(answers: &Answers) -> &Memos<Self> {
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

    fn memo(answers: &Answers) -> &Memos<Self> {
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

    fn memo(answers: &Answers) -> &Memos<Self> {
        &answers.subclasses
    }
}

/// A query that is being answered.
pub(super) struct Frame {
    key: Key,
    pub(super) dependencies: DependencySet,
    /// The outermost open query that this one depends on, if they form a cycle.
    lowest: Option<usize>,
    /// The number of members of open cycles when the query started.
    pending: usize,
    pub(super) counts_call_sites: bool,
    is_given_by_callers: bool,
}

impl<'e> Inference<'e> {
    /// Returns the answer to a query, from the memo or computed by `answer`.
    pub(super) fn memoised<A: Answer>(&mut self, question: Question, answer: impl Fn(&mut Self) -> A) -> A {
        let key = Key { question, call_sites_left: self.call_sites_left };
        if let Some(memo) = self.known(key) {
            return self.take(memo);
        }
        if let Some(Member { lowest, value, .. }) = self.pending.get(&key) {
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
        A::memo(&self.engine.answers).get(key)
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

    /// Records that the current answer depends on the number of times that a parameter may be inferred from
    /// calls.
    pub(super) fn count_call_sites(&mut self) {
        if let Some(frame) = self.frames.last_mut() {
            frame.counts_call_sites = true;
        }
    }

    /// Records that the current answer contains arguments that callers pass for a parameter without
    /// annotation.
    pub(super) fn rest_on_callers(&mut self) {
        match self.frames.last_mut() {
            Some(frame) => frame.is_given_by_callers = true,
            None => self.is_given_by_callers = true,
        }
    }

    /// Records that the current query depends on the open query at an index.
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

    /// Repeats the query until no member grows. The queries whose growth was first seen here are added to
    /// `begun`.
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
                    self.pending.push(Member { key, lowest: own, value: of });
                    if self.has_unsettled_order(&frame) {
                        self.pending.take_since(self.pending.len() - 1);
                        return self.give_up(key, &frame);
                    }
                    if self.is_settled(&frame, begun) {
                        self.pass_on(&frame);
                        return self.keep_cycle(&frame, key);
                    }
                    self.pending.take_since(frame.pending);
                }
            }
        }
        // The last round left its members behind.
        let (_, frame) = self.round(key, answer);
        self.give_up(key, &frame)
    }

    /// Evaluates the query once. Ends here if the file is given up: one outermost query can depend on very many others.
    fn round<A: Answer>(&mut self, key: Key, answer: &impl Fn(&mut Self) -> A) -> (A, Frame) {
        end_if_given_up();
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

    /// Passes the dependencies of the last round to the enclosing query. Earlier rounds depend on which
    /// member of a cycle was queried first.
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
        A::memo(&self.engine.answers).keep(key, memo)
    }

    /// Postpones a query that forms a cycle with one that is still open.
    fn postpone<A: Answer>(&mut self, key: Key, value: A, frame: &Frame, lowest: usize) -> A {
        self.needs(lowest);
        let of = value.as_type().unwrap_or(Type::Unknown);
        self.pending.push(Member { key, lowest, value: of });
        self.pending.depend_on(frame.pending, lowest);
        value
    }

    fn has_unsettled_order(&self, frame: &Frame) -> bool {
        self.pending.since(frame.pending).iter().any(|member| matches!(member.key.question, Question::Mro(_)))
    }

    /// Returns whether no member of the cycle grew in this round.
    fn is_settled(&mut self, frame: &Frame, begun: &mut Vec<Key>) -> bool {
        let mut is_settled = true;
        for index in frame.pending..self.pending.len() {
            let Member { key, value, .. } = self.pending.since(index)[0];
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

    /// Memoises all members of a settled cycle, and returns the answer to the outermost query.
    fn keep_cycle<A: Answer>(&mut self, frame: &Frame, outermost: Key) -> A {
        let members = self.pending.take_since(frame.pending);
        let mut value = Type::Never;
        for Member { key, .. } in members {
            let answer = self.previous.get(&key).copied().unwrap_or(Type::Never);
            let memo = Memo {
                answer,
                dependencies: frame.dependencies,
                counts_call_sites: true,
                is_given_by_callers: frame.is_given_by_callers,
                unsettled: None,
            };
            let kept = self.engine.answers.types.keep(key, memo);
            if key == outermost {
                value = kept;
            }
        }
        A::from_type(value)
    }

    /// Gives up on the outermost query of an unsolvable cycle: all its members are unknown.
    fn give_up<A: Answer>(&mut self, key: Key, frame: &Frame) -> A {
        let members = self.pending.take_since(frame.pending).into_iter().map(|member| member.key);
        let members: Arc<FxHashSet<Key>> = Arc::new(members.chain([key]).collect());
        for member in members.iter() {
            self.engine.answers.insert_unsettled(*member, frame.dependencies, &members);
        }
        A::unsettled()
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use loopmend_core::at_work::{AtWorkGuard, GivenUp, Reason, give_up, run_or_give_up};
    use loopmend_index::summary::FunctionId;
    use loopmend_project::{DiscoverOptions, Project};

    use super::{Member, Question};
    use crate::engine::{Engine, EngineOptions, ModuleId};
    use crate::pending::Pending;
    use crate::{FunctionRef, Inference, Type};

    fn project_without_files() -> Project {
        let cwd = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        Project::discover(&DiscoverOptions { cwd, isolated: true, ..DiscoverOptions::default() }).unwrap()
    }

    /// A query that nothing else asks.
    fn question(number: u32) -> Question {
        Question::Suspends(FunctionRef { module: ModuleId(0), function: FunctionId(number) })
    }

    #[test]
    fn a_query_that_depends_on_others_ends_when_the_file_is_given_up() {
        let project = project_without_files();
        let engine = Engine::new(&project, EngineOptions::default());
        let mut inference = Inference::new(&engine);
        let guard = AtWorkGuard::new(Path::new("slow"));
        let number = guard.work().number();
        let ended = run_or_give_up(guard.work(), || {
            inference.memoised::<Type>(question(0), |inference| {
                give_up(number, Reason::Time);
                inference.memoised(question(1), |_| unreachable!("the file is given up"))
            });
        });
        let given_up = GivenUp { number, reason: Reason::Time };
        assert_eq!(ended.unwrap_err().downcast_ref::<GivenUp>(), Some(&given_up));
        drop(guard);
        inference.begin();
        assert_eq!(inference.memoised(question(0), |_| Type::None), Type::None);
    }

    #[test]
    fn members_of_an_open_cycle_are_found() {
        let key = |number| super::Key { question: question(number), call_sites_left: 0 };
        let member = |number| Member { key: key(number), lowest: 3, value: Type::None };
        let mut pending = Pending::default();
        (0..3).for_each(|number| pending.push(member(number)));
        pending.depend_on(1, 2);
        let lowest =
            |pending: &Pending| [0, 1, 2].map(|number| pending.get(&key(number)).map(|it| it.lowest));
        assert_eq!(lowest(&pending), [Some(3), Some(2), Some(2)]);
        assert_eq!(pending.take_since(2).len(), 1);
        assert_eq!((lowest(&pending), pending.len()), ([Some(3), Some(2), None], 2));
        pending.clear();
        assert_eq!(lowest(&pending), [None; 3]);
    }
}
