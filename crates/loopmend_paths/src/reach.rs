//! What a function reaches: the shortest call path from it to each kind of target.
//!
//! The functions visited by a query form a graph. Its strongly connected components are computed with
//! Tarjan's algorithm, each once per run. The algorithm uses an explicit stack, because call chains may be
//! long.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use loopmend_core::at_work::uncounted;
use loopmend_index::summary::CallSite;
use loopmend_infer::dependencies::DependencySet;
use rustc_hash::FxHashMap;

use super::steps::{CallForm, Step, Steps, Target};
use crate::infer::{FunctionRef, Inference};

/// The number of kinds of targets.
const KINDS: usize = 2;

/// The kind of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndKind {
    /// A call that starts an event loop.
    Start = 0,
    /// A call that blocks.
    Block = 1,
}

/// The first edge of the shortest path to a target.
#[derive(Clone, Copy, Debug)]
pub struct Leg {
    /// The number of calls up to the target, including this one.
    pub distance: u32,
    /// The call that the leg makes.
    pub site: CallSite,
    /// The code that makes the call.
    pub form: CallForm,
    /// The callee.
    pub target: Target,
    /// The function that calls the target, and the call; `None` if this edge is the call.
    pub last: Option<(FunctionRef, CallSite)>,
    /// The target.
    pub end: Target,
    /// Whether the call can only be of the target.
    pub is_exact: bool,
    /// The number of conditions around this call and those behind it.
    conditions: u32,
}

/// The targets that a function reaches.
#[derive(Clone, Debug, Default)]
pub struct Reached {
    legs: [Option<Leg>; KINDS],
    /// The modules that the answer depends on.
    pub dependencies: DependencySet,
}

impl Reached {
    /// Returns the first edge to a target of a kind.
    pub fn leg(&self, kind: EndKind) -> Option<Leg> {
        self.legs[kind as usize]
    }

    /// Returns whether any target is reachable.
    pub fn leads_anywhere(&self) -> bool {
        self.legs.iter().any(Option::is_some)
    }
}

impl Inference<'_> {
    /// Returns the targets that a plain function of the project reaches. This is an outermost query.
    pub fn reach(&mut self, function: FunctionRef) -> Arc<Reached> {
        match self.known_reach(function) {
            Some(known) => known,
            None => uncounted(|| Search::default().run(self, function)),
        }
    }

    /// Returns the edges from a plain function of the project towards targets of a kind, nearest first.
    /// This is an outermost query.
    pub fn legs_of(&mut self, function: FunctionRef, kind: EndKind) -> Vec<Leg> {
        let steps = self.steps_of(function);
        let mut legs: Vec<Leg> = Vec::new();
        for step in steps.counting(kind) {
            legs.extend(self.legs_by(step, kind));
        }
        legs.sort_by_key(|leg| leg.distance);
        legs
    }

    /// Returns the legs for a step to its targets, as far as they reach a target of a kind. This is an
    /// outermost query.
    pub fn legs_by(&mut self, step: &Step, kind: EndKind) -> Vec<Leg> {
        let legs = step.targets.iter().filter_map(|target| self.leg_by(step, *target, kind));
        let legs: Vec<Leg> = legs.collect();
        let is_left = step.needs_all && legs.len() < step.targets.len() || !step.counts(kind);
        if is_left { Vec::new() } else { legs }
    }

    /// Returns the leg for a step to one of its targets, if it reaches a target of a kind. This is an
    /// outermost query.
    fn leg_by(&mut self, step: &Step, target: Target, kind: EndKind) -> Option<Leg> {
        match target {
            Target::Function(next) => Some(self.reach(next).leg(kind)?.behind(step, next)),
            end => end.is_of(kind).then(|| Leg::to_end(step, end)),
        }
    }

    fn known_reach(&self, function: FunctionRef) -> Option<Arc<Reached>> {
        self.engine.control.reached.shard(&function).get(&function).cloned()
    }
}

impl Leg {
    /// Creates the leg of a step to a target.
    fn to_end(step: &Step, end: Target) -> Self {
        let Step { site, form, is_exact, .. } = *step;
        let conditions = u32::from(site.branches);
        Self { distance: 1, site, form, target: end, last: None, end, is_exact, conditions }
    }

    /// Creates the leg of a step to a function with this leg.
    fn behind(&self, step: &Step, function: FunctionRef) -> Self {
        Self {
            distance: self.distance + 1,
            site: step.site,
            form: step.form,
            target: Target::Function(function),
            last: self.last.or(Some((function, self.site))),
            end: self.end,
            is_exact: step.is_exact,
            conditions: self.conditions.saturating_add(u32::from(step.site.branches)),
        }
    }
}

impl Target {
    /// Returns whether this is a target of a kind.
    fn is_of(self, kind: EndKind) -> bool {
        match self {
            Self::Start(_) => kind == EndKind::Start,
            Self::Blocks(_) => kind == EndKind::Block,
            Self::Function(_) => false,
        }
    }
}

impl Steps {
    /// Returns the steps that count for a kind of target.
    fn counting(&self, kind: EndKind) -> impl Iterator<Item = &Step> {
        let is_open = kind != EndKind::Start || !self.asks_for_loop;
        let is_meant = move |step: &&Step| kind != EndKind::Start || !step.expects_failure;
        self.all.iter().filter(move |step| is_open && is_meant(step) && step.counts(kind))
    }
}

impl Step {
    /// Returns whether the step counts for a kind of target: a call that blocks only once does not count as blocking.
    fn counts(&self, kind: EndKind) -> bool {
        kind != EndKind::Block || !self.blocks_once
    }
}

/// A function on the stack of the search.
struct Node {
    function: FunctionRef,
    steps: Arc<Steps>,
    /// The index of the next step, and of the next of its targets.
    next: (usize, usize),
    lowest: usize,
}

/// A search through functions that are not yet known.
#[derive(Default)]
struct Search {
    nodes: Vec<Node>,
    places: FxHashMap<FunctionRef, usize>,
    /// The nodes whose components are still open, in the order of visits.
    open: Vec<usize>,
    is_open: Vec<bool>,
}

impl Search {
    fn run(mut self, inference: &mut Inference, root: FunctionRef) -> Arc<Reached> {
        let mut way = vec![self.enter(inference, root)];
        while let Some(place) = way.last().copied() {
            match self.next_target(place) {
                Some(target) if inference.known_reach(target).is_some() => {}
                Some(target) => match self.places.get(&target).copied() {
                    None => way.push(self.enter(inference, target)),
                    Some(known) if self.is_open[known] => {
                        self.nodes[place].lowest = self.nodes[place].lowest.min(known);
                    }
                    Some(_) => {}
                },
                None => {
                    way.pop();
                    self.leave(inference, place);
                    if let Some(around) = way.last() {
                        self.nodes[*around].lowest = self.nodes[*around].lowest.min(self.nodes[place].lowest);
                    }
                }
            }
        }
        inference.known_reach(root).unwrap_or_default()
    }

    fn enter(&mut self, inference: &mut Inference, function: FunctionRef) -> usize {
        let place = self.nodes.len();
        let steps = inference.steps_of(function);
        self.nodes.push(Node { function, steps, next: (0, 0), lowest: place });
        self.places.insert(function, place);
        self.open.push(place);
        self.is_open.push(true);
        place
    }

    fn next_target(&mut self, place: usize) -> Option<FunctionRef> {
        let node = &mut self.nodes[place];
        loop {
            let step = node.steps.all.get(node.next.0)?;
            match step.targets.get(node.next.1) {
                None => node.next = (node.next.0 + 1, 0),
                Some(target) => {
                    node.next.1 += 1;
                    if let Target::Function(function) = target {
                        return Some(*function);
                    }
                }
            }
        }
    }

    /// Closes the component that starts at a node.
    fn leave(&mut self, inference: &Inference, place: usize) {
        if self.nodes[place].lowest != place {
            return;
        }
        let start = self.open.iter().rposition(|open| *open == place).unwrap_or_default();
        let members = self.open.split_off(start);
        members.iter().for_each(|member| self.is_open[*member] = false);
        self.close(inference, &members);
    }

    fn close(&self, inference: &Inference, members: &[usize]) {
        let component = Component::new(self, inference, members);
        let legs = component.legs();
        for (member, legs) in members.iter().zip(legs) {
            let function = self.nodes[*member].function;
            let reached = Arc::new(Reached { legs, dependencies: component.dependencies });
            inference.engine.control.reached.shard(&function).entry(function).or_insert(reached);
        }
    }
}

/// A strongly connected component, with what is known of the other functions it calls.
struct Component<'s> {
    search: &'s Search,
    members: &'s [usize],
    /// The index of each member.
    places: FxHashMap<FunctionRef, usize>,
    outside: FxHashMap<FunctionRef, Arc<Reached>>,
    dependencies: DependencySet,
}

impl<'s> Component<'s> {
    fn new(search: &'s Search, inference: &Inference, members: &'s [usize]) -> Self {
        let places = members.iter().enumerate().map(|(place, node)| (search.nodes[*node].function, place));
        let mut component = Self {
            search,
            members,
            places: places.collect(),
            outside: FxHashMap::default(),
            dependencies: DependencySet::default(),
        };
        for member in members {
            let steps = &search.nodes[*member].steps;
            component.dependencies = inference.engine.union_of(component.dependencies, steps.dependencies);
            for target in steps.all.iter().flat_map(|step| &step.targets) {
                let Target::Function(function) = target else { continue };
                if component.places.contains_key(function) || component.outside.contains_key(function) {
                    continue;
                }
                if let Some(reached) = inference.known_reach(*function) {
                    component.dependencies =
                        inference.engine.union_of(component.dependencies, reached.dependencies);
                    component.outside.insert(*function, reached);
                }
            }
        }
        component
    }

    fn steps(&self, member: usize) -> &Steps {
        &self.search.nodes[self.members[member]].steps
    }

    fn legs(&self) -> Vec<[Option<Leg>; KINDS]> {
        let mut legs = vec![[None; KINDS]; self.members.len()];
        for kind in [EndKind::Start, EndKind::Block] {
            let distances = self.distances(kind);
            let mut nearest: Vec<usize> = (0..self.members.len()).collect();
            nearest.sort_by_key(|member| distances[*member]);
            // The end of each is that of a nearer one.
            for member in nearest {
                legs[member][kind as usize] = self.first_leg(member, kind, &distances, &legs);
            }
        }
        legs
    }

    /// Returns the distance of each member to its nearest target. Members are settled in rounds, nearest
    /// first.
    fn distances(&self, kind: EndKind) -> Vec<Option<u32>> {
        let mut distances = vec![None; self.members.len()];
        let mut callers: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        let mut waiting = BinaryHeap::new();
        for member in 0..self.members.len() {
            for (_, target) in self.ways(member, kind) {
                match self.inside(target) {
                    Some(called) => callers.entry(called).or_default().push(member),
                    None => waiting
                        .extend(self.distance(target, kind, &distances).map(|far| Reverse((far, member)))),
                }
            }
        }
        while let Some(Reverse((distance, member))) = waiting.pop() {
            if distances[member].is_none() {
                distances[member] = Some(distance);
                let callers = callers.get(&member).map_or(&[][..], Vec::as_slice);
                waiting.extend(callers.iter().map(|caller| Reverse((distance + 1, *caller))));
            }
        }
        distances
    }

    /// Returns the first of the edges that start a shortest path to a target, of those under the fewest conditions.
    fn first_leg(
        &self,
        member: usize,
        kind: EndKind,
        distances: &[Option<u32>],
        known: &[[Option<Leg>; KINDS]],
    ) -> Option<Leg> {
        let distance = distances[member]?;
        let is_shortest =
            |(_, target): &(&Step, Target)| self.distance(*target, kind, distances) == Some(distance);
        let shortest = self.ways(member, kind).filter(is_shortest);
        let legs = shortest.filter_map(|(step, target)| self.extend_leg(step, target, kind, known));
        legs.min_by_key(|leg| leg.conditions)
    }

    /// Returns the leg of a step to one of its targets.
    fn extend_leg(
        &self,
        step: &Step,
        target: Target,
        kind: EndKind,
        known: &[[Option<Leg>; KINDS]],
    ) -> Option<Leg> {
        let Target::Function(function) = target else { return Some(Leg::to_end(step, target)) };
        let leg = match self.places.get(&function) {
            Some(place) => known[*place][kind as usize]?,
            None => self.outside.get(&function)?.leg(kind)?,
        };
        Some(leg.behind(step, function))
    }

    /// Returns the steps of a member that count for a kind of target, with their targets.
    fn ways(&self, member: usize, kind: EndKind) -> impl Iterator<Item = (&Step, Target)> {
        let counting = self.steps(member).counting(kind);
        let counting = counting.filter(move |step| !step.needs_all || self.all_lead(step, kind));
        counting.flat_map(|step| step.targets.iter().map(move |target| (step, *target)))
    }

    /// Returns whether all targets of a step lead to the end. Those of the component itself are not followed.
    fn all_lead(&self, step: &Step, kind: EndKind) -> bool {
        step.targets.iter().all(|target| match target {
            Target::Function(function) => {
                self.outside.get(function).is_some_and(|reached| reached.leg(kind).is_some())
            }
            end => end.is_of(kind),
        })
    }

    fn inside(&self, target: Target) -> Option<usize> {
        match target {
            Target::Function(function) => self.places.get(&function).copied(),
            Target::Start(_) | Target::Blocks(_) => None,
        }
    }

    fn distance(&self, target: Target, kind: EndKind, distances: &[Option<u32>]) -> Option<u32> {
        match target {
            Target::Start(_) | Target::Blocks(_) => target.is_of(kind).then_some(1),
            Target::Function(function) => {
                let far = match self.places.get(&function) {
                    Some(place) => distances[*place],
                    None => self.outside.get(&function)?.leg(kind).map(|leg| leg.distance),
                };
                far.map(|far| far + 1)
            }
        }
    }
}
