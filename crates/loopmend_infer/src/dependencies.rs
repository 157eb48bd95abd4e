//! The modules that an answer depends on, as small interned sets.

use crate::engine::ModuleId;
use crate::sharded::Sharded;

/// A set of modules, as an index into [`DependencySets`]. The empty set is 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct DependencySet(u32);

/// The maximum number of steps from a set to one that is stored in full.
const LONGEST_CHAIN: u8 = 16;

/// The minimum size of a set for which it pays to skip the modules that another set has from the same base
/// sets.
const LARGE: u32 = 32;

/// A set, stored as the difference from another one. Most sets add a few modules to an existing set, and a
/// large project has tens of thousands of sets.
#[derive(Debug, Default)]
struct Node {
    /// The base set; `None` if all modules are stored.
    base: Option<DependencySet>,
    /// The modules that the base set lacks, ascending.
    added: Box<[ModuleId]>,
    len: u32,
    chain: u8,
    content: ContentHash,
}

/// A hash of the modules of a set, independent of order. The hash of a union of disjoint sets is the `^` of
/// theirs. With 128 bits, it identifies the contents.
type ContentHash = u128;

/// The distinct sets of one engine.
pub struct DependencySets {
    sets: boxcar::Vec<Node>,
    by_content: Sharded<ContentHash, DependencySet>,
    unions: Sharded<(DependencySet, DependencySet), DependencySet>,
    /// Whether every set stays empty, because no caller needs the modules.
    are_empty: bool,
}

impl DependencySets {
    /// Creates the sets with only the empty set, which stays the only one if `are_empty`.
    pub(crate) fn new(are_empty: bool) -> Self {
        let sets = boxcar::Vec::new();
        sets.push(Node::default());
        Self { sets, by_content: Sharded::new(), unions: Sharded::new(), are_empty }
    }

    /// Returns the modules of a set, ascending.
    pub(crate) fn modules(&self, set: DependencySet) -> Vec<ModuleId> {
        let mut modules = Vec::with_capacity(self.node(set).len as usize);
        self.bases(set).for_each(|(_, node)| modules.extend_from_slice(&node.added));
        // A stable sort merges what is sorted already: a long run, and a few short ones.
        modules.sort();
        modules
    }

    /// Returns whether a set contains a module.
    pub(crate) fn contains(&self, set: DependencySet, module: ModuleId) -> bool {
        self.bases(set).any(|(_, node)| node.added.binary_search(&module).is_ok())
    }

    /// Returns the set with one more module.
    pub(crate) fn with(&self, set: DependencySet, module: ModuleId) -> DependencySet {
        if self.are_empty || self.contains(set, module) { set } else { self.extended(set, vec![module]) }
    }

    /// Returns the union of two sets.
    pub fn union(&self, first: DependencySet, second: DependencySet) -> DependencySet {
        let empty = DependencySet::default();
        if first == second || second == empty {
            return first;
        }
        if first == empty {
            return second;
        }
        let key = (first.min_by_id(second), first.max_by_id(second));
        if let Some(known) = self.unions.shard(&key).get(&key) {
            return *known;
        }
        let is_larger = self.node(first).len >= self.node(second).len;
        let (large, small) = if is_larger { (first, second) } else { (second, first) };
        let mut added = match self.node(small).len {
            ..LARGE => self.modules(small),
            _ => self.not_shared(small, large),
        };
        added.retain(|module| !self.contains(large, *module));
        let set = if added.is_empty() { large } else { self.extended(large, added) };
        self.unions.shard(&key).insert(key, set);
        set
    }

    /// Returns the modules of a set, ascending, except those from a base set that the other set shares.
    fn not_shared(&self, set: DependencySet, other: DependencySet) -> Vec<ModuleId> {
        let shared: Vec<DependencySet> = self.bases(other).map(|(base, _)| base).collect();
        let own = self.bases(set).take_while(|(base, _)| !shared.contains(base));
        let mut modules: Vec<ModuleId> = own.flat_map(|(_, node)| node.added.iter().copied()).collect();
        modules.sort();
        modules
    }

    /// Returns a set extended by modules that it does not contain, ascending.
    fn extended(&self, set: DependencySet, added: Vec<ModuleId>) -> DependencySet {
        let base = self.node(set);
        let content = added.iter().fold(base.content, |content, module| content ^ hash_of(*module));
        let mut shard = self.by_content.shard(&content);
        if let Some(known) = shard.get(&content) {
            return *known;
        }
        let len = base.len + added.len() as u32;
        let node = if base.chain < LONGEST_CHAIN && base.len > 0 {
            let chain = base.chain + 1;
            Node { base: Some(set), added: added.into_boxed_slice(), len, chain, content }
        } else {
            let mut all = self.modules(set);
            all.extend(added);
            all.sort();
            Node { base: None, added: all.into_boxed_slice(), len, chain: 0, content }
        };
        let set = DependencySet(self.sets.push(node) as u32);
        shard.insert(content, set);
        set
    }

    /// Returns a set, its base, and so on to one that is stored in full.
    fn bases(&self, set: DependencySet) -> impl Iterator<Item = (DependencySet, &Node)> {
        std::iter::successors(Some((set, self.node(set))), |(_, node)| {
            Some((node.base?, self.node(node.base?)))
        })
    }

    fn node(&self, set: DependencySet) -> &Node {
        &self.sets[set.0 as usize]
    }
}

fn hash_of(module: ModuleId) -> ContentHash {
    xxhash_rust::xxh3::xxh3_128(&module.0.to_le_bytes())
}

impl DependencySet {
    /// Returns a number for two sets. Different pairs may share it.
    pub(crate) fn place_with(self, other: Self) -> usize {
        (self.0 ^ other.0.wrapping_mul(7)) as usize
    }

    fn min_by_id(self, other: Self) -> Self {
        Self(self.0.min(other.0))
    }

    fn max_by_id(self, other: Self) -> Self {
        Self(self.0.max(other.0))
    }
}

#[cfg(test)]
mod tests {
    use super::{DependencySet, DependencySets};
    use crate::engine::ModuleId;

    #[test]
    fn equal_sets_are_one_set_however_they_were_made() {
        let sets = DependencySets::new(false);
        let (a, b) = (ModuleId(3), ModuleId(1));
        let ab = sets.with(sets.with(DependencySet::default(), a), b);
        let ba = sets.with(sets.with(DependencySet::default(), b), a);
        assert_eq!(ab, ba);
        assert_eq!(sets.modules(ab), [b, a]);
        assert_eq!(sets.union(ab, sets.with(DependencySet::default(), a)), ab);
    }

    #[test]
    fn where_nobody_asks_all_sets_are_empty() {
        let sets = DependencySets::new(true);
        let set = sets.with(DependencySet::default(), ModuleId(3));
        assert_eq!(sets.modules(sets.union(set, DependencySet::default())), []);
    }

    #[test]
    fn a_long_chain_of_sets_has_all_modules() {
        let sets = DependencySets::new(false);
        let numbers = || (0..100).map(|number| ModuleId(number * 7 % 100));
        let all = numbers().fold(DependencySet::default(), |set, module| sets.with(set, module));
        assert_eq!(sets.modules(all), (0..100).map(ModuleId).collect::<Vec<_>>());
        assert!(sets.contains(all, ModuleId(99)) && !sets.contains(all, ModuleId(100)));
        let half = numbers().take(50).fold(DependencySet::default(), |set, module| sets.with(set, module));
        let other = numbers().skip(30).fold(DependencySet::default(), |set, module| sets.with(set, module));
        assert_eq!(sets.union(half, other), all);
        assert_eq!(sets.union(other, half), all);
        assert_eq!(sets.union(all, half), all);
    }
}
