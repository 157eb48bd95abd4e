//! A map that several threads read and fill.

use std::hash::{BuildHasher, Hash};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rustc_hash::{FxBuildHasher, FxHashMap};

const SHARDS: usize = 64;

/// A concurrent map, split into shards so that threads seldom wait for each other.
pub struct Sharded<K, V> {
    shards: Box<[Mutex<FxHashMap<K, V>>]>,
}

impl<K: Hash + Eq, V> Default for Sharded<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: Hash + Eq, V> Sharded<K, V> {
    /// Creates an empty map.
    pub fn new() -> Self {
        Self { shards: (0..SHARDS).map(|_| Mutex::default()).collect() }
    }

    /// Returns the shard that holds `key`. A thread that panicked with the lock held leaves only complete
    /// entries.
    pub fn shard<Q: Hash + ?Sized>(&self, key: &Q) -> MutexGuard<'_, FxHashMap<K, V>> {
        let hash = FxBuildHasher.hash_one(key);
        let index = (hash >> 48) as usize % SHARDS;
        self.shards[index].lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the value for a key, creating it if needed. Several threads may create it at the same time;
    /// the first value is kept.
    pub fn get_or_make(&self, key: K, make: impl FnOnce() -> V) -> V
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

    /// Calls `look` with each entry, in no particular order.
    pub(crate) fn each(&self, mut look: impl FnMut(&K, &V)) {
        for shard in &self.shards {
            let shard = shard.lock().unwrap_or_else(PoisonError::into_inner);
            shard.iter().for_each(|(key, value)| look(key, value));
        }
    }

    /// Returns the number of entries.
    pub(crate) fn len(&self) -> usize {
        self.shards.iter().map(|shard| shard.lock().unwrap_or_else(PoisonError::into_inner).len()).sum()
    }
}
