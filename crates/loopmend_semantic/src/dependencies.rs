//! Which modules an answer rests on, as small interned sets.

use crate::engine::ModuleId;
use crate::sharded::Sharded;

/// A set of modules, by its place in [`DependencySets`]. The empty set is 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct DependencySet(u32);

/// The distinct sets of one engine.
pub(crate) struct DependencySets {
    sets: boxcar::Vec<Box<[ModuleId]>>,
    by_content: Sharded<Box<[ModuleId]>, DependencySet>,
    unions: Sharded<(DependencySet, DependencySet), DependencySet>,
    singletons: Sharded<ModuleId, DependencySet>,
}

impl DependencySets {
    /// Holds the empty set only.
    pub(crate) fn new() -> Self {
        let sets = boxcar::Vec::new();
        sets.push(Box::default());
        Self { sets, by_content: Sharded::new(), unions: Sharded::new(), singletons: Sharded::new() }
    }

    /// The modules of a set, ascending.
    pub(crate) fn modules(&self, set: DependencySet) -> &[ModuleId] {
        &self.sets[set.0 as usize]
    }

    /// The set with one module more.
    pub(crate) fn with(&self, set: DependencySet, module: ModuleId) -> DependencySet {
        if self.modules(set).binary_search(&module).is_ok() {
            return set;
        }
        let single = *self
            .singletons
            .shard(&module)
            .entry(module)
            .or_insert_with(|| self.intern(vec![module].into_boxed_slice()));
        self.union(set, single)
    }

    /// All modules of both.
    pub(crate) fn union(&self, first: DependencySet, second: DependencySet) -> DependencySet {
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
        let set = self.intern(merged(self.modules(first), self.modules(second)));
        self.unions.shard(&key).insert(key, set);
        set
    }

    fn intern(&self, content: Box<[ModuleId]>) -> DependencySet {
        let mut shard = self.by_content.shard(&content);
        if let Some(known) = shard.get(&content) {
            return *known;
        }
        let set = DependencySet(self.sets.push(content.clone()) as u32);
        shard.insert(content, set);
        set
    }
}

/// Both of two ascending lists, ascending.
fn merged(mut first: &[ModuleId], mut second: &[ModuleId]) -> Box<[ModuleId]> {
    let mut merged = Vec::with_capacity(first.len() + second.len());
    while let (Some(one), Some(other)) = (first.first(), second.first()) {
        merged.push(*one.min(other));
        first = &first[usize::from(one <= other)..];
        second = &second[usize::from(other <= one)..];
    }
    merged.extend_from_slice(first);
    merged.extend_from_slice(second);
    merged.into_boxed_slice()
}

impl DependencySet {
    /// A number for two sets; different ones may share it.
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
        let sets = DependencySets::new();
        let (a, b) = (ModuleId(3), ModuleId(1));
        let ab = sets.with(sets.with(DependencySet::default(), a), b);
        let ba = sets.with(sets.with(DependencySet::default(), b), a);
        assert_eq!(ab, ba);
        assert_eq!(sets.modules(ab), [b, a]);
        assert_eq!(sets.union(ab, sets.with(DependencySet::default(), a)), ab);
    }
}
