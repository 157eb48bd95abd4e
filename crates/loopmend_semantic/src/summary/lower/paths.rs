//! The control flow paths after a statement with several branches.

use loopmend_core::Span;
use smallvec::SmallVec;

use super::super::{Join, NameId};
use super::narrowing::{Fact, Facts};
use super::{LoopJumps, Lowering};

/// How much of the present scope there was where a path begins.
#[derive(Clone, Copy)]
pub(super) struct PathStart {
    bindings: usize,
    joins: usize,
}

/// One way through a statement.
struct Path {
    /// What is known at its end of what was bound before the statement.
    facts: Facts,
    /// The names that it certainly binds, sorted.
    bound: SmallVec<[NameId; 4]>,
}

impl Path {
    fn binds(&self, name: NameId) -> bool {
        self.bound.binary_search(&name).is_ok()
    }
}

/// All ways through a statement to its end.
#[derive(Default)]
pub(super) struct Paths(SmallVec<[Path; 4]>);

impl Paths {
    /// Adds a way: what is known at its end, and the names that it certainly binds.
    pub(super) fn add(&mut self, facts: Facts, mut bound: SmallVec<[NameId; 4]>) {
        bound.sort_unstable();
        bound.dedup();
        self.0.push(Path { facts, bound });
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The names that every way binds.
    fn bound_by_all(&self) -> impl Iterator<Item = NameId> {
        let (first, rest) =
            self.0.split_first().map_or((&[][..], &[][..]), |(first, rest)| (&*first.bound, rest));
        first.iter().copied().filter(|name| rest.iter().all(|path| path.binds(*name)))
    }

    /// What holds on every way on which a value from before the statement gets to its end.
    fn facts_of_all(&self) -> Facts {
        let mut facts = Facts::new();
        for (place, path) in self.0.iter().enumerate() {
            for fact in &path.facts {
                let holds = |other: &Path| other.binds(fact.name) || other.facts.contains(fact);
                if !facts.contains(fact) && self.0[..place].iter().chain(&self.0[place + 1..]).all(holds) {
                    facts.push(*fact);
                }
            }
        }
        facts
    }
}

impl Lowering<'_> {
    pub(super) fn path_start(&mut self) -> PathStart {
        let scope = self.current();
        PathStart { bindings: scope.bindings.len(), joins: scope.scope.joins.len() }
    }

    /// The names that a block that began there has certainly bound where control comes to its end.
    pub(super) fn bound_on_path(&mut self, start: PathStart, block: Span) -> SmallVec<[NameId; 4]> {
        let scope = self.current();
        let bindings = scope.bindings[start.bindings..].iter();
        let in_block = bindings.filter(|(_, binding)| binding.block == block && !binding.is_confined());
        let joins = scope.scope.joins[start.joins..].iter().filter(|join| join.until == block.end);
        in_block.map(|(name, _)| *name).chain(joins.map(|join| join.name)).collect()
    }

    /// Behind a statement, what each way through it binds hides what was before, and what is known on each way
    /// is known.
    pub(super) fn join_paths(&mut self, paths: &Paths, statement: Span) {
        if !self.at.is_live {
            return;
        }
        let until = self.at.block.end;
        let joins = paths.bound_by_all().map(|name| Join { name, statement, until });
        let joins: SmallVec<[Join; 4]> = joins.collect();
        self.current().scope.joins.extend(joins);
        let facts = paths.facts_of_all();
        let rest = self.rest_of_block(statement.end);
        self.narrow(&facts, rest);
    }

    /// A `break` or `continue` comes by.
    pub(super) fn note_jump(&mut self) {
        let scope = self.current();
        scope.bindings_at_jump = scope.bindings.len();
    }

    /// Behind a block that ends in a jump, what it binds is not seen: up to the end of the loop's body where
    /// a jump of that loop is in it, else up to the end of the scope. What is caught is seen in the handlers.
    pub(super) fn leave(&mut self, bindings: usize, block: Span, jumps: LoopJumps) {
        let stays_in_loop = self.loop_jumps != jumps;
        let comes_around = self.loop_jumps.continues != jumps.continues || stays_in_loop && self.at.loops > 1;
        let until = if stays_in_loop { self.at.loop_end } else { u32::MAX };
        let from = block.end.max(self.at.caught_until);
        if until <= from {
            return;
        }
        for (_, binding) in &mut self.current().bindings[bindings..] {
            let is_hidden = binding.unseen.start <= from && until <= binding.unseen.end;
            if binding.is_confined() || is_hidden {
                continue;
            }
            binding.unseen = Span::new(from, until);
            if !comes_around && binding.in_loop != Span::default() {
                let start = binding.in_loop.start.max(block.start);
                binding.in_loop = Span::new(start, binding.in_loop.end.min(from).max(start));
            }
        }
    }

    /// What one branch of a statement binds is not seen in the branches behind it.
    pub(super) fn hide_from_siblings(&mut self, branches: &[(PathStart, PathStart, u32)], end: u32) {
        for (from, to, branch_end) in branches {
            let unseen = Span::new(*branch_end, end.max(*branch_end));
            for (_, binding) in &mut self.current().bindings[from.bindings..to.bindings] {
                let is_seen = binding.unseen.start == binding.unseen.end;
                if is_seen && !binding.is_confined() {
                    binding.unseen = unseen;
                } else if binding.unseen.end == *branch_end {
                    binding.unseen.end = unseen.end;
                }
            }
        }
    }
}

/// Adds the facts of a test to those of the tests before it.
pub(super) fn add_facts(known: &mut Facts, facts: &[Fact]) {
    known.extend(facts.iter().copied());
    known.truncate(super::narrowing::MOST_FACTS);
}
