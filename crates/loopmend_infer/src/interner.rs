//! Values that are stored once and compared by their index.

use std::fmt;
use std::hash::Hash;
use std::marker::PhantomData;

use crate::sharded::{HashedShards, hash_of};

/// The ID of a value in an [`Interner`].
#[derive(PartialEq, Eq)]
pub struct Interned<T> {
    place: u32,
    of: PhantomData<fn() -> T>,
}

impl<T> Interned<T> {
    /// The ID of the value with which the interner was created.
    pub const FIRST: Self = Self::at(0);

    const fn at(place: u32) -> Self {
        Self { place, of: PhantomData }
    }
}

impl<T> Clone for Interned<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Interned<T> {}

impl<T: Eq> PartialOrd for Interned<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: Eq> Ord for Interned<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.place.cmp(&other.place)
    }
}

impl<T> std::hash::Hash for Interned<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.place.hash(state);
    }
}

impl<T> fmt::Debug for Interned<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{}", self.place)
    }
}

/// Stores each distinct value once.
pub(crate) struct Interner<T> {
    values: boxcar::Vec<T>,
    places: HashedShards<u32>,
}

impl<T: Eq + Hash> Interner<T> {
    /// Creates an empty interner.
    pub(crate) fn empty() -> Self {
        Self { values: boxcar::Vec::new(), places: HashedShards::new() }
    }

    /// Creates an interner with one value, which is [`Interned::FIRST`].
    pub(crate) fn new(first: T) -> Self {
        let interner = Self::empty();
        interner.place(first);
        interner
    }

    fn place(&self, value: T) -> u32 {
        let hash = hash_of(&value);
        let mut shard = self.places.shard(hash);
        if let Some(known) = shard.find(hash, |place| self.at(*place) == &value) {
            return *known;
        }
        let place = self.values.push(value) as u32;
        shard.insert_unique(hash, place, |place| hash_of(self.at(*place)));
        place
    }

    fn at(&self, place: u32) -> &T {
        &self.values[place as usize]
    }

    /// Returns the ID of a value, adding the value if needed.
    pub(crate) fn intern<M>(&self, value: T) -> Interned<M> {
        Interned::at(self.place(value))
    }

    /// Returns the value with an ID of this interner.
    pub(crate) fn get<M>(&self, id: Interned<M>) -> &T {
        self.at(id.place)
    }
}
