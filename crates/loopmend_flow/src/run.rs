//! Runs an analysis on every path through a function.

use std::cell::Cell;

use loopmend_core::at_work::take_steps;
use loopmend_python::ast::{AnyNodeRef, ExceptHandler, Expr, Stmt, StmtWith};
use loopmend_python::last_name;
use loopmend_python::stack::grow_stack_for_step;
use loopmend_python::text_size::{TextRange, TextSize};

use super::{Arm, Bind, BlockId, Compound, Form, FunctionFlow, How, Part, Step, StepKind, Target, Used};

/// The maximum depth of loops that are followed for two turns: each level doubles the time.
const MAX_LOOPS: u32 = 6;

/// A forward analysis: how each step changes what is known on the paths to it.
///
/// `join` decides what a state means. If it unites, a fact holds on *some* path ("`c` may be consumed"); if it intersects, on *all* paths ("`x`
/// is loaded"). A loop is followed for two turns, and for one where loops are nested deeper than six: a fact that needs a third turn is missed.
pub trait Analysis<'a> {
    /// The facts that hold at one place.
    type State: Clone;

    /// Changes the state by a step.
    fn step(&mut self, step: &Step<'a>, state: &mut Self::State);

    /// Adds what is known on other paths that lead to the same place.
    fn join(&self, state: &mut Self::State, other: Self::State);

    /// Returns whether a step that may raise may do so before it has its effect.
    fn may_raise_before(&self, _: &Step<'a>) -> bool {
        true
    }

    /// Returns whether a step that may raise may do so after it had its effect. An acquisition does not.
    fn may_raise_after(&self, _: &Step<'a>) -> bool {
        true
    }

    /// Returns whether control goes on after a compound although an exception ended its block.
    fn swallows(&self, _: &Compound<'a>) -> bool {
        false
    }

    /// Called with `true` before the main block of a compound is followed, and with `false` after it.
    fn enter(&mut self, _: &Compound<'a>, _is_entered: bool) {}

    /// Changes the state where a `with` begins. The steps of its items come before.
    fn begin_with(&mut self, _: &'a StmtWith, _: &mut Self::State) {}

    /// Changes the state where a `with` ends, also by an exception or a jump.
    fn end_with(&mut self, _: &'a StmtWith, _: &mut Self::State) {}

    /// Called with `true` before the second turn of a loop, and with `false` after it.
    fn turn(&mut self, _is_next: bool) {}

    /// Returns whether a path is of no interest from a step or compound on.
    fn ends_before(&self, _: TextRange) -> bool {
        false
    }

    /// Called with `false` before a `finally` is followed on some of the ways that lead there, and with `true` after it: what holds on
    /// these ways need not hold on all.
    fn watch(&mut self, _is_watching: bool) {}

    /// Returns whether a compound changes nothing that is known.
    fn skips(&self, _: &Compound<'a>, _: &Self::State) -> bool {
        false
    }
}

/// The maximum number of steps to follow in a file. A file crafted to be slow would need the square of its length.
const MAX_STEPS: u32 = 4_000_000;

/// The number of steps of a file that may still be followed.
#[derive(Debug)]
pub struct StepsLeft(Cell<u32>);

impl Default for StepsLeft {
    fn default() -> Self {
        Self(Cell::new(MAX_STEPS))
    }
}

impl StepsLeft {
    /// Takes one step, and returns whether one was left.
    fn take_one(&self) -> bool {
        take_steps(1);
        let left = self.0.get();
        self.0.set(left.saturating_sub(1));
        left > 0
    }
}

/// The states where control leaves a function; `None` where no path does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exits<S> {
    /// At the end of the body.
    pub end: Option<S>,
    /// At `return` statements.
    pub returned: Option<S>,
    /// At the places that may raise an exception which the function does not handle.
    pub raised: Option<S>,
}

/// Runs an analysis on a flow, beginning with a state. Ends early when no steps are left, of which each step of a
/// path takes one.
pub fn run<'a, A: Analysis<'a>>(
    flow: &FunctionFlow<'a>,
    analysis: &mut A,
    state: A::State,
    steps_left: &StepsLeft,
) -> Exits<A::State> {
    run_from(flow, TextSize::default(), analysis, state, steps_left)
}

/// Runs an analysis as [`run`] does, from the start of a statement of the body on. Exceptions that the statements before raise are left out.
pub fn run_from<'a, A: Analysis<'a>>(
    flow: &FunctionFlow<'a>,
    statement: TextSize,
    analysis: &mut A,
    state: A::State,
    steps_left: &StepsLeft,
) -> Exits<A::State> {
    let mut run = Run { flow, analysis, leaving: Leaving::default(), loops: 0, steps_left };
    let end = run.block_from(FunctionFlow::BODY, statement, Some(state));
    Exits { end, returned: run.leaving.returned, raised: run.leaving.raised }
}

struct Run<'f, 'a, A: Analysis<'a>> {
    flow: &'f FunctionFlow<'a>,
    analysis: &'f mut A,
    leaving: Leaving<A::State>,
    loops: u32,
    steps_left: &'f StepsLeft,
}

/// The states on the paths that leave the current block before its end.
#[derive(Clone)]
struct Leaving<S> {
    raised: Option<S>,
    returned: Option<S>,
    broken: Option<S>,
    continued: Option<S>,
}

/// One of the ways to leave a block.
type Way<S> = fn(&mut Leaving<S>) -> &mut Option<S>;

impl<S> Leaving<S> {
    const WAYS: [Way<S>; 4] =
        [|it| &mut it.raised, |it| &mut it.returned, |it| &mut it.broken, |it| &mut it.continued];
}

impl<S> Default for Leaving<S> {
    fn default() -> Self {
        Self { raised: None, returned: None, broken: None, continued: None }
    }
}

impl<'a, A: Analysis<'a>> Run<'_, 'a, A> {
    fn block(&mut self, block: BlockId, state: Option<A::State>) -> Option<A::State> {
        self.block_from(block, TextSize::default(), state)
    }

    fn block_from(
        &mut self,
        block: BlockId,
        statement: TextSize,
        mut state: Option<A::State>,
    ) -> Option<A::State> {
        let flow = self.flow;
        for part in flow.parts_from(block, statement) {
            let known = state?;
            state = match part {
                Part::Step(step) => self.step(step, known),
                Part::Compound(compound) => grow_stack_for_step(|| self.compound(compound, known)),
            };
        }
        state
    }

    fn step(&mut self, step: &Step<'a>, mut state: A::State) -> Option<A::State> {
        if !self.steps_left.take_one() || self.analysis.ends_before(step.at) {
            return None;
        }
        let may_raise = matches!(step.kind, StepKind::Call(..) | StepKind::Wait(_) | StepKind::Yield);
        if (may_raise || raises_without_effect(step)) && self.analysis.may_raise_before(step) {
            self.leave(|leaving| &mut leaving.raised, Some(state.clone()));
        }
        self.analysis.step(step, &mut state);
        match step.kind {
            StepKind::Jump(Stmt::Break(_)) => self.leave(|leaving| &mut leaving.broken, Some(state)),
            StepKind::Jump(Stmt::Continue(_)) => self.leave(|leaving| &mut leaving.continued, Some(state)),
            StepKind::Jump(Stmt::Raise(_)) => self.leave(|leaving| &mut leaving.raised, Some(state)),
            StepKind::Jump(_) => self.leave(|leaving| &mut leaving.returned, Some(state)),
            _ => {
                if may_raise && self.analysis.may_raise_after(step) {
                    self.leave(|leaving| &mut leaving.raised, Some(state.clone()));
                }
                return Some(state);
            }
        }
        None
    }

    /// Adds a state to those that leave in one way.
    fn leave(&mut self, way: Way<A::State>, state: Option<A::State>) {
        let known = way(&mut self.leaving).take();
        *way(&mut self.leaving) = self.join(known, state);
    }

    fn join(&self, state: Option<A::State>, other: Option<A::State>) -> Option<A::State> {
        match (state, other) {
            (Some(mut state), Some(other)) => {
                self.analysis.join(&mut state, other);
                Some(state)
            }
            (state, other) => state.or(other),
        }
    }

    fn compound(&mut self, compound: &Compound<'a>, state: A::State) -> Option<A::State> {
        if !self.steps_left.take_one() || self.analysis.ends_before(compound.at()) {
            return None;
        }
        if self.analysis.skips(compound, &state) {
            return Some(state);
        }
        match &compound.form {
            Form::Branch(arms) if matches!(compound.node, AnyNodeRef::StmtAssert(_)) => {
                for arm in arms {
                    let failed = self.block(arm.body, Some(state.clone()));
                    self.leave(|leaving| &mut leaving.raised, failed);
                }
                Some(state)
            }
            Form::Branch(arms) => self.branch(arms, state),
            Form::Loop { head, body, orelse, is_endless } => {
                self.analysis.enter(compound, true);
                let (after, broken) = self.repeat((*head, *body), *is_endless, state);
                self.analysis.enter(compound, false);
                let after = self.block(*orelse, after);
                self.join(after, broken)
            }
            Form::With { body } => self.with(compound, *body, state),
            Form::Try { body, handlers, orelse, finally } => {
                let outer = std::mem::take(&mut self.leaving);
                let after = self.attempt(compound, (*body, *orelse), handlers, state);
                let inner = std::mem::replace(&mut self.leaving, outer);
                self.finish(*finally, after, inner)
            }
        }
    }

    fn branch(&mut self, arms: &[Arm], state: A::State) -> Option<A::State> {
        let mut rest = Some(state);
        let mut after = None;
        for arm in arms {
            if let Some(test) = arm.test {
                rest = self.block(test, rest);
            }
            let end = self.block(arm.body, rest.clone());
            after = self.join(after, end);
            if arm.is_last {
                rest = None;
            }
        }
        self.join(after, rest)
    }

    /// Follows a loop for two turns, the second one from the end of the first. Returns the state where no turn
    /// follows, and that of its `break` statements.
    fn repeat(
        &mut self,
        turn: (BlockId, BlockId),
        is_endless: bool,
        state: A::State,
    ) -> (Option<A::State>, Option<A::State>) {
        let outer = (self.leaving.broken.take(), self.leaving.continued.take());
        self.loops += 1;
        let mut after = Some(state.clone());
        let mut back = self.turn(turn, Some(state));
        after = self.join(after, back.clone());
        if self.loops <= MAX_LOOPS && back.is_some() {
            self.analysis.turn(true);
            back = self.turn(turn, back);
            self.analysis.turn(false);
            after = self.join(after, back);
        }
        self.loops -= 1;
        let broken = std::mem::replace(&mut self.leaving.broken, outer.0);
        self.leaving.continued = outer.1;
        (after.filter(|_| !is_endless), broken)
    }

    fn turn(&mut self, (head, body): (BlockId, BlockId), state: Option<A::State>) -> Option<A::State> {
        let begun = self.block(head, state);
        let end = self.block(body, begun);
        let continued = self.leaving.continued.take();
        self.join(end, continued)
    }

    fn with(&mut self, compound: &Compound<'a>, body: BlockId, mut state: A::State) -> Option<A::State> {
        let AnyNodeRef::StmtWith(statement) = compound.node else { return Some(state) };
        let swallows = self.analysis.swallows(compound);
        self.analysis.begin_with(statement, &mut state);
        let before = swallows.then(|| state.clone());
        let outer = std::mem::take(&mut self.leaving);
        self.analysis.enter(compound, true);
        let mut after = self.block(body, Some(state));
        self.analysis.enter(compound, false);
        let mut inner = std::mem::replace(&mut self.leaving, outer);
        if swallows {
            let swallowed = self.join(before, inner.raised.take());
            after = self.join(after, swallowed);
        }
        self.pass(inner, |run, state| {
            state.map(|mut state| {
                run.analysis.end_with(statement, &mut state);
                state
            })
        });
        after.map(|mut state| {
            self.analysis.end_with(statement, &mut state);
            state
        })
    }

    /// Adds the states that leave a compound, each after what it passes on its way.
    fn pass(
        &mut self,
        mut inner: Leaving<A::State>,
        mut passed: impl FnMut(&mut Self, Option<A::State>) -> Option<A::State>,
    ) {
        for way in Leaving::WAYS {
            let state = passed(self, way(&mut inner).take());
            self.leave(way, state);
        }
    }

    /// Follows a `try` without its `finally`.
    fn attempt(
        &mut self,
        compound: &Compound<'a>,
        (body, orelse): (BlockId, BlockId),
        handlers: &[BlockId],
        state: A::State,
    ) -> Option<A::State> {
        self.analysis.enter(compound, true);
        let end = self.block(body, Some(state));
        self.analysis.enter(compound, false);
        let raised = self.leaving.raised.take();
        if !catches_all(compound) {
            self.leaving.raised = raised.clone();
        }
        let mut after = self.block(orelse, end);
        for handler in handlers {
            let end = self.block(*handler, raised.clone());
            after = self.join(after, end);
        }
        after
    }

    /// Follows a `finally` on each way that leads there. Without a way to its end, the others are followed together once more.
    fn finish(
        &mut self,
        finally: BlockId,
        after: Option<A::State>,
        inner: Leaving<A::State>,
    ) -> Option<A::State> {
        if self.flow.is_empty(finally) {
            self.pass(inner, |_, state| state);
            return after;
        }
        let mut all = None;
        self.analysis.watch(false);
        self.pass(inner, |run, state| {
            all = run.join(all.take(), state.clone());
            run.block(finally, state)
        });
        self.analysis.watch(true);
        if after.is_some() {
            return self.block(finally, after);
        }
        let outer = self.leaving.clone();
        self.block(finally, all);
        self.leaving = outer;
        None
    }
}

/// Returns whether a step may raise, and then has no effect. A name that is read is taken to be bound, and the attribute of a callee
/// belongs to its call.
fn raises_without_effect(step: &Step) -> bool {
    match step.kind {
        StepKind::Read(Expr::Attribute(_) | Expr::Subscript(_), used) => used != Used::Callee,
        StepKind::Bind(Bind { target: Target::Expr(target), .. }) => !target.is_name_expr(),
        StepKind::Bind(Bind { how, .. }) => how == How::Import,
        StepKind::Delete(_) => true,
        _ => false,
    }
}

/// Returns whether a handler of a `try` catches every exception.
fn catches_all(compound: &Compound) -> bool {
    let AnyNodeRef::StmtTry(statement) = compound.node else { return false };
    statement.handlers.iter().any(|ExceptHandler::ExceptHandler(handler)| {
        handler.type_.as_deref().is_none_or(|class| last_name(class) == Some("BaseException"))
    })
}

#[cfg(test)]
mod tests {
    use loopmend_core::{SourceKind, SourceText, Span};

    use super::*;
    use loopmend_python::SyntaxTree;
    use loopmend_python::function_with;

    /// The numbers of open resources that are possible: calls of `open()` minus calls of `close()`, and the `with` statements around.
    struct Open;

    impl<'a> Analysis<'a> for Open {
        type State = Vec<i8>;

        fn step(&mut self, step: &Step<'a>, state: &mut Vec<i8>) {
            let StepKind::Call(call, _) = step.kind else { return };
            let change = match last_name(&call.func) {
                Some("open") => 1,
                Some("close") => -1,
                _ => 0,
            };
            state.iter_mut().for_each(|count| *count += change);
        }

        fn join(&self, state: &mut Vec<i8>, other: Vec<i8>) {
            state.extend(other);
            state.sort_unstable();
            state.dedup();
        }

        fn may_raise_before(&self, step: &Step<'a>) -> bool {
            !matches!(step.kind, StepKind::Call(call, _) if last_name(&call.func) == Some("close"))
        }

        fn begin_with(&mut self, _: &'a StmtWith, state: &mut Vec<i8>) {
            state.iter_mut().for_each(|count| *count += 1);
        }

        fn end_with(&mut self, _: &'a StmtWith, state: &mut Vec<i8>) {
            state.iter_mut().for_each(|count| *count -= 1);
        }
    }

    /// Returns how many resources may be open at the end, at `return` statements and where an exception leaves a function with a body.
    fn exits(body: &str) -> [Vec<i8>; 3] {
        let text = format!("def main(a, b):\n    {}\n", body.replace('\n', "\n    "));
        let tree = SyntaxTree::parse(&SourceText::new(text, SourceKind::Python));
        let function = function_with(&tree, Span::new(0, "def main".len() as u32)).unwrap();
        let exits = run(&FunctionFlow::of(function), &mut Open, vec![0], &StepsLeft::default());
        [exits.end, exits.returned, exits.raised].map(Option::unwrap_or_default)
    }

    #[test]
    fn each_way_out_has_its_state() {
        assert_eq!(exits("open()\nclose()"), [vec![0], vec![], vec![0, 1]]);
        assert_eq!(exits("open()\nif a:\n    return\nclose()"), [vec![0], vec![1], vec![0, 1]]);
        assert_eq!(exits("open()\nwhile True:\n    if a:\n        break"), [vec![1], vec![], vec![0, 1]]);
        assert_eq!(exits("for x in a:\n    open()"), [vec![0, 1, 2], vec![], vec![0, 1, 2]]);
        assert_eq!(exits("for x in a:\n    if x:\n        continue\n    open()")[0], [0, 1, 2]);
    }

    #[test]
    fn a_finally_runs_on_each_way() {
        let finally = "\nfinally:\n    close()";
        assert_eq!(exits(&format!("open()\ntry:\n    return{finally}")), [vec![], vec![0], vec![0, 1]]);
        assert_eq!(exits(&format!("open()\ntry:\n    raise a{finally}")), [vec![], vec![], vec![0, 1]]);
        let repeated = "for x in a:\n    open()\n    try:\n        break\n    finally:\n        close()";
        assert_eq!(exits(repeated)[0], [0]);
    }

    #[test]
    fn handlers_begin_where_something_raises() {
        assert_eq!(exits("try:\n    open()\nexcept E:\n    return"), [vec![1], vec![0, 1], vec![0, 1]]);
        assert_eq!(exits("try:\n    open()\nexcept:\n    pass"), [vec![0, 1], vec![], vec![]]);
        assert_eq!(exits("try:\n    pass\nexcept E:\n    open()\nelse:\n    close()")[0], [-1]);
    }

    #[test]
    fn a_with_ends_on_each_way() {
        assert_eq!(exits("with a:\n    return"), [vec![], vec![0], vec![]]);
        assert_eq!(exits("with a:\n    f()"), [vec![0], vec![], vec![0]]);
        assert_eq!(exits("for x in a:\n    with x:\n        continue")[0], [0]);
    }

    #[test]
    fn parts_of_expressions_may_not_run() {
        assert_eq!(exits("a and open()")[0], [0, 1]);
        assert_eq!(exits("open() if a else close()")[0], [-1, 1]);
        assert_eq!(exits("[open() for x in a]")[0], [0, 1, 2]);
        assert_eq!(exits("(open() for x in a)")[0], [0]);
        assert_eq!(exits("assert a, open()"), [vec![0], vec![], vec![0, 1]]);
        assert_eq!(exits("match a:\n    case 1: open()\n    case _: close()")[0], [-1, 1]);
    }

    #[test]
    fn deep_code_needs_no_deep_stack() {
        const DEEP: usize = 20_000;
        let bodies = [
            format!("match a:\n  case {}b{}: pass", "[".repeat(DEEP), "]".repeat(DEEP)),
            format!("{}b{} = a", "[".repeat(DEEP), "]".repeat(DEEP)),
            format!("a = f'{}{}'", "{b:".repeat(DEEP / 10), "}".repeat(DEEP / 10)),
            format!("a = {}1", "not ".repeat(DEEP)),
            format!("a{}", " and a".repeat(DEEP)),
        ];
        let thread = std::thread::Builder::new().stack_size(512 * 1024);
        let read = thread.spawn(move || bodies.map(|body| exits(&body)[0].clone())).expect("a thread starts");
        assert_eq!(read.join().expect("the thread ends"), [vec![0], vec![0], vec![0], vec![0], vec![0]]);
    }

    #[test]
    fn compounds_without_steps_take_from_the_budget() {
        let text = format!("def main():\n{}", " if 1: pass\n".repeat(10));
        let tree = SyntaxTree::parse(&SourceText::new(text, SourceKind::Python));
        let function = function_with(&tree, Span::new(0, "def main".len() as u32)).unwrap();
        assert_eq!(run(&FunctionFlow::of(function), &mut Open, vec![0], &StepsLeft(Cell::new(9))).end, None);
    }

    #[test]
    fn a_budget_ends_the_walk() {
        let text = "def main():\n    open()\n    open()\n";
        let tree = SyntaxTree::parse(&SourceText::new(text, SourceKind::Python));
        let function = function_with(&tree, Span::new(0, "def main".len() as u32)).unwrap();
        assert_eq!(run(&FunctionFlow::of(function), &mut Open, vec![0], &StepsLeft(Cell::new(3))).end, None);
    }
}
