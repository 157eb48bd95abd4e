//! A map that several threads read and fill.

use std::hash::{BuildHasher, Hash};
use std::sync::{Mutex, MutexGuard, PoisonError};

use hashbrown::HashTable;
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
}

/// Concurrent hash tables of values whose hash the caller computes, once for all that it does with it.
pub(crate) struct HashedShards<T> {
    shards: Box<[Mutex<HashTable<T>>]>,
}

impl<T> HashedShards<T> {
    /// Creates empty tables.
    pub(crate) fn new() -> Self {
        Self { shards: (0..SHARDS).map(|_| Mutex::default()).collect() }
    }

    /// Returns the table of the values with a hash.
    pub(crate) fn shard(&self, hash: u64) -> MutexGuard<'_, HashTable<T>> {
        let index = (hash >> 48) as usize % SHARDS;
        self.shards[index].lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Calls `look` with each value, in no particular order.
    pub(crate) fn each(&self, mut look: impl FnMut(&T)) {
        for shard in &self.shards {
            shard.lock().unwrap_or_else(PoisonError::into_inner).iter().for_each(&mut look);
        }
    }

    /// Returns the number of values.
    pub(crate) fn len(&self) -> usize {
        self.shards.iter().map(|shard| shard.lock().unwrap_or_else(PoisonError::into_inner).len()).sum()
    }
}

/// Returns the hash of a key in [`HashedShards`].
pub(crate) fn hash_of(key: &impl Hash) -> u64 {
    FxBuildHasher.hash_one(key)
}
