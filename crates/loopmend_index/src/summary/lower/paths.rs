//! The control flow paths after a statement with several branches.

use loopmend_core::Span;
use smallvec::SmallVec;

use super::super::{Join, NameId};
use super::narrowing::{Fact, Facts};
use super::{LoopJumps, Lowering};

/// The state of the current scope at the start of a path.
#[derive(Clone, Copy)]
pub(super) struct PathStart {
    bindings: usize,
    joins: usize,
}

/// One path through a statement.
struct Path {
    /// The facts at its end about values bound before the statement.
    facts: Facts,
    /// The names that the path certainly binds, sorted.
    bound: SmallVec<[NameId; 4]>,
}

impl Path {
    fn binds(&self, name: NameId) -> bool {
        self.bound.binary_search(&name).is_ok()
    }
}

/// All paths through a statement to its end.
#[derive(Default)]
pub(super) struct Paths(SmallVec<[Path; 4]>);

impl Paths {
    /// Adds a path: the facts at its end, and the names that it certainly binds.
    pub(super) fn add(&mut self, facts: Facts, mut bound: SmallVec<[NameId; 4]>) {
        bound.sort_unstable();
        bound.dedup();
        self.0.push(Path { facts, bound });
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the names that every path binds.
    fn bound_by_all(&self) -> impl Iterator<Item = NameId> {
        let (first, rest) =
            self.0.split_first().map_or((&[][..], &[][..]), |(first, rest)| (&*first.bound, rest));
        first.iter().copied().filter(|name| rest.iter().all(|path| path.binds(*name)))
    }

    /// Returns the facts that hold on every path on which a value from before the statement reaches its
    /// end.
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

    /// Returns the names that a block from this start has certainly bound when control reaches its end.
    pub(super) fn bound_on_path(&mut self, start: PathStart, block: Span) -> SmallVec<[NameId; 4]> {
        let scope = self.current();
        let bindings = scope.bindings[start.bindings..].iter();
        let in_block = bindings.filter(|(_, binding)| binding.block == block && !binding.is_confined());
        let joins = scope.scope.joins[start.joins..].iter().filter(|join| join.until == block.end);
        in_block.map(|(name, _)| *name).chain(joins.map(|join| join.name)).collect()
    }

    /// Joins the paths after a statement. A name bound on each path hides its earlier bindings, and facts
    /// that hold on each path are kept.
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

    /// Records a `break` or `continue`.
    pub(super) fn note_jump(&mut self) {
        let scope = self.current();
        scope.bindings_at_jump = scope.bindings.len();
    }

    /// Hides the bindings of a block that ends in a jump. If the block has a jump of the enclosing loop,
    /// they are hidden to the end of the loop body. Otherwise they are hidden to the end of the scope.
    /// Handlers see what is caught.
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

    /// Hides the bindings of each branch of a statement from the later branches.
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

/// Adds the facts of a test to those of the preceding tests.
pub(super) fn add_facts(known: &mut Facts, facts: &[Fact]) {
    known.extend(facts.iter().copied());
    known.truncate(super::narrowing::MOST_FACTS);
}
