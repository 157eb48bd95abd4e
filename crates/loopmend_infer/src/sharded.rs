//! A map that several threads read and fill.

use std::hash::{BuildHasher, Hash};
use std::sync::{Mutex, MutexGuard, PoisonError};

use hashbrown::HashTable;
use loopmend_core::at_work::uncounted;
use rustc_hash::{FxBuildHasher, FxHashMap};

const SHARDS: usize = 64;

/// Tables with a lock each, so that threads seldom wait for each other.
struct Shards<T>(Box<[Mutex<T>]>);

impl<T: Default> Shards<T> {
    fn new() -> Self {
        Self((0..SHARDS).map(|_| Mutex::default()).collect())
    }

    /// Locks the table for a hash. A thread that panicked with the lock held leaves only complete entries.
    fn of(&self, hash: u64) -> MutexGuard<'_, T> {
        lock(&self.0[(hash >> 48) as usize % SHARDS])
    }

    /// Locks each table in turn.
    fn all(&self) -> impl Iterator<Item = MutexGuard<'_, T>> {
        self.0.iter().map(lock)
    }
}

fn lock<T>(shard: &Mutex<T>) -> MutexGuard<'_, T> {
    shard.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A concurrent map.
pub struct Sharded<K, V> {
    shards: Shards<FxHashMap<K, V>>,
}

impl<K: Hash + Eq, V> Default for Sharded<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: Hash + Eq, V> Sharded<K, V> {
    /// Creates an empty map.
    pub fn new() -> Self {
        Self { shards: Shards::new() }
    }

    /// Returns the shard that holds `key`.
    pub fn shard<Q: Hash + ?Sized>(&self, key: &Q) -> MutexGuard<'_, FxHashMap<K, V>> {
        self.shards.of(FxBuildHasher.hash_one(key))
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
            let made = uncounted(make);
            self.shard(&key).entry(key).or_insert(made).clone()
        })
    }

    /// Calls `look` with each entry, in no particular order.
    pub(crate) fn each(&self, mut look: impl FnMut(&K, &V)) {
        for shard in self.shards.all() {
            shard.iter().for_each(|(key, value)| look(key, value));
        }
    }
}

impl<V: Clone> Sharded<Box<str>, V> {
    /// Returns the value for a name, as [`Self::get_or_make`] does for a key that is copied.
    pub fn get_or_make_named(&self, name: &str, make: impl FnOnce() -> V) -> V {
        let known = self.shard(name).get(name).cloned();
        known.unwrap_or_else(|| {
            let made = uncounted(make);
            self.shard(name).entry(name.into()).or_insert(made).clone()
        })
    }
}

/// Concurrent hash tables. The caller computes the hash of a value, once for several lookups.
pub(crate) struct HashedShards<T> {
    shards: Shards<HashTable<T>>,
}

impl<T> HashedShards<T> {
    /// Creates empty tables.
    pub(crate) fn new() -> Self {
        Self { shards: Shards::new() }
    }

    /// Returns the table of the values with a hash.
    pub(crate) fn shard(&self, hash: u64) -> MutexGuard<'_, HashTable<T>> {
        self.shards.of(hash)
    }

    /// Calls `look` with each value, in no particular order.
    pub(crate) fn each(&self, mut look: impl FnMut(&T)) {
        for shard in self.shards.all() {
            shard.iter().for_each(&mut look);
        }
    }

    /// Returns the number of values.
    pub(crate) fn len(&self) -> usize {
        self.shards.all().map(|shard| shard.len()).sum()
    }
}

/// Returns the hash of a key in [`HashedShards`].
pub(crate) fn hash_of(key: &impl Hash) -> u64 {
    FxBuildHasher.hash_one(key)
}
