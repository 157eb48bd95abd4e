//! Runs an analysis on every path through a function.

use std::cell::Cell;

use super::{Arm, BlockId, Compound, Form, FunctionFlow, Part, Step, StepKind};
use crate::stack::grow_stack_for_step;

/// The maximum depth of loops that are followed for two turns: each level doubles the time.
const MAX_LOOPS: u32 = 6;

/// A forward analysis: how each step changes what is known on the paths to it.
pub(crate) trait Analysis<'a> {
    /// What is known at one place, on all paths to it.
    type State: Clone;

    /// Changes the state by a step.
    fn step(&mut self, step: &Step<'a>, state: &mut Self::State);

    /// Adds what is known on other paths that lead to the same place.
    fn join(&self, state: &mut Self::State, other: Self::State);

    /// Returns whether a step may raise before it has its effect. Steps that only read never do.
    fn may_raise_before(&self, step: &Step<'a>) -> bool {
        matches!(step.kind, StepKind::Call(..) | StepKind::Wait(_) | StepKind::Yield)
    }

    /// Returns whether control goes on after a compound although an exception ended its block.
    fn swallows(&self, _: &Compound<'a>) -> bool {
        false
    }

    /// Called before the main block of a compound, and after it, where the state is `None` if no path leads there.
    fn enter(&mut self, _: &Compound<'a>, _state: Option<&mut Self::State>, _is_entered: bool) {}

    /// Called with `true` before the second turn of a loop, and with `false` after it.
    fn turn(&mut self, _is_next: bool) {}

    /// Returns whether a path from a step on is of no interest.
    fn ends_before(&self, _: &Step<'a>) -> bool {
        false
    }

    /// Returns whether a compound changes nothing that is known.
    fn skips(&self, _: &Compound<'a>, _: &Self::State) -> bool {
        false
    }
}

/// Runs an analysis on a flow, beginning with a state. Returns the state at the end of the function, or `None` if no
/// path leads there. Ends early when no steps are left, of which each step of a path takes one.
pub(crate) fn run<'a, A: Analysis<'a>>(
    flow: &FunctionFlow<'a>,
    analysis: &mut A,
    state: A::State,
    steps_left: &Cell<u32>,
) -> Option<A::State> {
    let mut run = Run {
        flow,
        analysis,
        raised: None,
        breaks: None,
        continues: None,
        catching: 0,
        loops: 0,
        steps_left,
    };
    run.block(FunctionFlow::BODY, Some(state))
}

struct Run<'f, 'a, A: Analysis<'a>> {
    flow: &'f FunctionFlow<'a>,
    analysis: &'f mut A,
    /// The states at the places of the innermost `try` or swallowing `with` that may raise.
    raised: Option<A::State>,
    breaks: Option<A::State>,
    continues: Option<A::State>,
    /// The number of compounds around that catch exceptions.
    catching: u32,
    loops: u32,
    steps_left: &'f Cell<u32>,
}

impl<'a, A: Analysis<'a>> Run<'_, 'a, A> {
    fn block(&mut self, block: BlockId, mut state: Option<A::State>) -> Option<A::State> {
        let flow = self.flow;
        for part in flow.parts(block) {
            let known = state?;
            state = match part {
                Part::Step(step) => self.step(step, known),
                Part::Compound(compound) => grow_stack_for_step(|| self.compound(compound, known)),
            };
        }
        state
    }

    fn step(&mut self, step: &Step<'a>, mut state: A::State) -> Option<A::State> {
        let left = self.steps_left.get();
        self.steps_left.set(left.saturating_sub(1));
        if left == 0 || self.analysis.ends_before(step) {
            return None;
        }
        let may_raise = matches!(step.kind, StepKind::Call(..) | StepKind::Wait(_) | StepKind::Yield);
        if self.catching > 0 && may_raise && self.analysis.may_raise_before(step) {
            self.raise(state.clone());
        }
        self.analysis.step(step, &mut state);
        if self.catching > 0 && may_raise {
            self.raise(state.clone());
        }
        let StepKind::Jump(statement) = step.kind else { return Some(state) };
        if statement.is_break_stmt() {
            self.breaks = self.join(self.breaks.clone(), Some(state));
        } else if statement.is_continue_stmt() {
            self.continues = self.join(self.continues.clone(), Some(state));
        } else if statement.is_raise_stmt() && self.catching > 0 {
            self.raise(state);
        }
        None
    }

    fn raise(&mut self, state: A::State) {
        let known = self.raised.take();
        self.raised = self.join(known, Some(state));
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

    fn compound(&mut self, compound: &Compound<'a>, mut state: A::State) -> Option<A::State> {
        if self.analysis.skips(compound, &state) {
            return Some(state);
        }
        match &compound.form {
            Form::Branch(arms) => self.branch(arms, state),
            Form::Loop { head, body, orelse, is_endless } => {
                self.analysis.enter(compound, Some(&mut state), true);
                let (mut after, breaks) = self.repeat((*head, *body), *is_endless, state);
                self.analysis.enter(compound, after.as_mut(), false);
                let after = self.block(*orelse, after);
                self.join(after, breaks)
            }
            Form::With { body } => self.with(compound, *body, state),
            Form::Try { body, handlers, orelse, finally } => {
                self.attempt(compound, (*body, *orelse), handlers, *finally, state)
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
    /// follows, and the state of its `break` statements.
    fn repeat(
        &mut self,
        turn: (BlockId, BlockId),
        is_endless: bool,
        state: A::State,
    ) -> (Option<A::State>, Option<A::State>) {
        let outer = (self.breaks.take(), self.continues.take());
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
        let breaks = std::mem::replace(&mut self.breaks, outer.0);
        self.continues = outer.1;
        (after.filter(|_| !is_endless), breaks)
    }

    fn turn(&mut self, (head, body): (BlockId, BlockId), state: Option<A::State>) -> Option<A::State> {
        let begun = self.block(head, state);
        let end = self.block(body, begun);
        let continues = self.continues.take();
        self.join(end, continues)
    }

    fn with(&mut self, compound: &Compound<'a>, body: BlockId, mut state: A::State) -> Option<A::State> {
        let swallows = self.analysis.swallows(compound);
        self.analysis.enter(compound, Some(&mut state), true);
        let (end, raised) = if swallows {
            let (end, raised) = self.caught(body, state.clone());
            (end, self.join(raised, Some(state)))
        } else {
            (self.block(body, Some(state)), None)
        };
        let mut after = self.join(end, raised);
        self.analysis.enter(compound, after.as_mut(), false);
        after
    }

    /// Follows a block whose exceptions are caught. Returns the state at its end, and those at the places that may raise.
    fn caught(&mut self, block: BlockId, state: A::State) -> (Option<A::State>, Option<A::State>) {
        let outer = self.raised.take();
        self.catching += 1;
        let end = self.block(block, Some(state));
        self.catching -= 1;
        let raised = std::mem::replace(&mut self.raised, outer);
        if self.catching > 0
            && let Some(raised) = &raised
        {
            self.raise(raised.clone());
        }
        (end, raised)
    }

    fn attempt(
        &mut self,
        compound: &Compound<'a>,
        (body, orelse): (BlockId, BlockId),
        handlers: &[BlockId],
        finally: BlockId,
        mut state: A::State,
    ) -> Option<A::State> {
        self.analysis.enter(compound, Some(&mut state), true);
        let (mut end, raised) = self.caught(body, state);
        self.analysis.enter(compound, end.as_mut(), false);
        let mut after = self.block(orelse, end);
        for handler in handlers {
            let end = self.block(*handler, raised.clone());
            after = self.join(after, end);
        }
        // Without a path to the end, only an exception or a jump leads there.
        let is_left = after.is_none();
        let end = self.block(finally, after.or(raised));
        end.filter(|_| !is_left)
    }
}
