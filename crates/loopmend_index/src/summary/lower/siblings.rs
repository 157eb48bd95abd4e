//! Calls that another branch awaits, or passes to something that may await them. The two branches
//! contradict each other.

use std::ops::Range;

use loopmend_python::ast::Expr;
use loopmend_python::text_size::Ranged;
use rustc_hash::FxHashMap;

use super::super::{CallSite, ExpressionId, NameId, Usage};
use super::Lowering;
use super::branches::may_test_kind;

/// A use of the value of a call, by the last name of the callee.
#[derive(Clone, Copy)]
pub(super) struct Use {
    name: NameId,
    /// Whether the value is awaited there. Otherwise it is an argument of another call, which may run it.
    is_awaited: bool,
}

/// A range of calls and of uses.
#[derive(Clone)]
pub(super) struct Extent {
    calls: Range<usize>,
    uses: Range<usize>,
}

/// A branch that exits at its end. The code after it in its block is an alternative branch.
pub(super) struct Exit {
    uses: Range<usize>,
    calls_until: usize,
}

impl Lowering<'_> {
    pub(super) fn note_use(&mut self, call: ExpressionId, usage: Usage) {
        let is_awaited = match usage {
            Usage::Awaited | Usage::AwaitedAndDropped => true,
            Usage::Argument => false,
            _ => return,
        };
        self.uses.extend(self.last_name_of(call).map(|name| Use { name, is_awaited }));
    }

    /// Marks the call in one branch of a conditional expression whose other branch is awaited.
    pub(super) fn mark_beside_await(&mut self, branches: [&Expr; 2], values: &[ExpressionId]) {
        let call = match branches {
            [Expr::Call(_), Expr::Await(_)] => values[0],
            [Expr::Await(_), Expr::Call(_)] => values[1],
            _ => return,
        };
        if let Some(site) = self.calls.iter_mut().rev().find(|site| site.expression == call) {
            site.is_beside_await = true;
        }
    }

    pub(super) fn extent_start(&self) -> Extent {
        let (calls, uses) = (self.calls.len(), self.uses.len());
        Extent { calls: calls..calls, uses: uses..uses }
    }

    pub(super) fn extent_from(&self, start: &Extent) -> Extent {
        Extent { calls: start.calls.start..self.calls.len(), uses: start.uses.start..self.uses.len() }
    }

    /// Marks the calls of each branch that another branch awaits or passes on. If the test may check
    /// whether something is asynchronous, awaited calls are marked as such too.
    pub(super) fn mark_siblings(&mut self, branches: &[Extent], tests_kind: bool) {
        self.mark_in_others(branches, |_| true, |call| call.is_used_in_sibling = true);
        if tests_kind {
            self.mark_in_others(branches, |of| of.is_awaited, |call| call.is_awaited_in_sibling = true);
        }
    }

    /// Marks the calls of each branch of a conditional expression that another branch awaits or passes on,
    /// if one of the branches awaits something.
    pub(super) fn mark_siblings_of_expression(&mut self, branches: &[Extent], test: &Expr) {
        let awaits = |branch: &Extent| self.uses[branch.uses.clone()].iter().any(|of| of.is_awaited);
        if branches.iter().any(awaits) {
            let tests_kind = may_test_kind(&self.text[test.range()]);
            self.mark_siblings(branches, tests_kind);
        }
    }

    fn mark_in_others(
        &mut self,
        branches: &[Extent],
        counts: fn(&Use) -> bool,
        mark: impl Fn(&mut CallSite),
    ) {
        if branches.len() < 2 || branches.iter().all(|branch| branch.uses.is_empty()) {
            return;
        }
        // By name, the branch that uses it; none of them stands for several.
        let mut using: FxHashMap<NameId, Option<usize>> = FxHashMap::default();
        for (index, branch) in branches.iter().enumerate() {
            for Use { name, .. } in self.uses[branch.uses.clone()].iter().filter(|of| counts(of)) {
                let branch = using.entry(*name).or_insert(Some(index));
                *branch = branch.filter(|other| *other == index);
            }
        }
        if using.is_empty() {
            return;
        }
        for (index, branch) in branches.iter().enumerate() {
            for place in branch.calls.clone() {
                let name = self.last_name_of(self.calls[place].expression);
                let user = name.and_then(|name| using.get(&name));
                if user.is_some_and(|branch| *branch != Some(index)) {
                    mark(&mut self.calls[place]);
                }
            }
        }
    }

    /// Records a branch that exits at its end.
    pub(super) fn note_exit(&mut self, branch: &Extent) {
        if !branch.uses.is_empty() {
            self.exits.push(Exit { uses: branch.uses.clone(), calls_until: branch.calls.end });
        }
    }

    /// Marks the calls after the branches that exit the block of statements ending here, starting with the
    /// `first` one.
    pub(super) fn mark_behind_exits(&mut self, first: usize) {
        let exits: Vec<Exit> = self.exits.drain(first..).collect();
        let Some(start) = exits.first().map(|exit| exit.calls_until) else { return };
        // By name, the end of the first branch that uses it.
        let mut behind: FxHashMap<NameId, usize> = FxHashMap::default();
        for exit in exits {
            for Use { name, .. } in &self.uses[exit.uses] {
                behind.entry(*name).or_insert(exit.calls_until);
            }
        }
        for place in start..self.calls.len() {
            let name = self.last_name_of(self.calls[place].expression);
            let from = name.and_then(|name| behind.get(&name));
            self.calls[place].is_used_in_sibling |= from.is_some_and(|from| place >= *from);
        }
    }
}
