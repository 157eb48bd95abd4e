use std::hash::{BuildHasher, Hash};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rustc_hash::{FxBuildHasher, FxHashMap};

const SHARDS: usize = 64;

/// A map for many threads, split so that they seldom wait for each other.
pub(crate) struct Sharded<K, V> {
    shards: Box<[Mutex<FxHashMap<K, V>>]>,
}

impl<K: Hash + Eq, V> Default for Sharded<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: Hash + Eq, V> Sharded<K, V> {
    /// An empty map.
    pub(crate) fn new() -> Self {
        Self { shards: (0..SHARDS).map(|_| Mutex::default()).collect() }
    }

    /// The part of the map that holds `key`. A thread that panicked while it held the part left whole
    /// entries behind.
    pub(crate) fn shard<Q: Hash + ?Sized>(&self, key: &Q) -> MutexGuard<'_, FxHashMap<K, V>> {
        let hash = FxBuildHasher.hash_one(key);
        let index = (hash >> 48) as usize % SHARDS;
        self.shards[index].lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is kept for a key. Where nothing is, it is made while other threads may ask for the same, and what comes first stays.
    pub(crate) fn get_or_make(&self, key: K, make: impl FnOnce() -> V) -> V
    where
        K: Copy,
        V: Clone,
    {
        let known = self.shard(&key).get(&key).cloned();
        known.unwrap_or_else(|| {
            let made = make();
            self.shard(&key).entry(key).or_insert(made).clone()
        })
    }

    /// Calls `look` with each entry, in no order.
    pub(crate) fn each(&self, mut look: impl FnMut(&K, &V)) {
        for shard in &self.shards {
            let shard = shard.lock().unwrap_or_else(PoisonError::into_inner);
            shard.iter().for_each(|(key, value)| look(key, value));
        }
    }

    /// How many entries there are.
    pub(crate) fn len(&self) -> usize {
        self.shards.iter().map(|shard| shard.lock().unwrap_or_else(PoisonError::into_inner).len()).sum()
    }
}
