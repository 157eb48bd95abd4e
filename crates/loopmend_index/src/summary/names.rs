//! The names that a module uses, each stored once.

use std::hash::BuildHasher;

use memchr::memchr_iter;
use rustc_hash::FxBuildHasher;

/// The ID of a name of one module, as an index into the module's [`Names`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, bitcode::Encode, bitcode::Decode)]
pub struct NameId(u32);

impl NameId {
    /// Returns the index among the names of the module.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A name with its hash.
#[derive(Clone, Copy)]
pub struct HashedName<'n> {
    name: &'n str,
    hash: u64,
}

impl<'n> HashedName<'n> {
    /// Hashes a name.
    pub fn new(name: &'n str) -> Self {
        Self { name, hash: FxBuildHasher.hash_one(name) }
    }
}

/// The distinct names of one module in one string.
#[derive(Debug, Default, bitcode::Encode, bitcode::Decode)]
pub struct Names {
    text: String,
    ends: Vec<u32>,
    /// An open-addressing hash table. A slot holds the ID of a name plus one; 0 marks an empty slot. The
    /// size is a power of two, and the bits that an ID does not need hold bits of the hash.
    table: Vec<u32>,
}

impl Names {
    /// Returns the text of a name.
    #[inline]
    pub(crate) fn get(&self, id: NameId) -> &str {
        let index = id.0 as usize;
        let start = if index == 0 { 0 } else { self.ends[index - 1] as usize };
        &self.text[start..self.ends[index] as usize]
    }

    /// Returns the ID of a name.
    pub fn find(&self, name: &str) -> Option<NameId> {
        self.find_hashed(HashedName::new(name))
    }

    /// Returns the ID of a name that is looked up in several modules.
    pub fn find_hashed(&self, HashedName { name, hash }: HashedName) -> Option<NameId> {
        let mask = self.table.len().wrapping_sub(1);
        let tag = tag(hash, mask);
        let mut place = hash as usize;
        loop {
            // A table of no names is empty; another one has free places.
            let slot = *self.table.get(place & mask)?;
            if slot == 0 {
                return None;
            }
            let id = NameId((slot & mask as u32) - 1);
            if slot & !(mask as u32) == tag && self.get(id) == name {
                return Some(id);
            }
            place = place.wrapping_add(1);
        }
    }

    fn indexed(text: String, ends: Vec<u32>, hashes: &[u64]) -> Self {
        let size = (ends.len() * 3 / 2 + 1).next_power_of_two();
        let mask = size - 1;
        let mut table = vec![0; size];
        for (index, hash) in hashes.iter().enumerate() {
            let mut place = *hash as usize;
            while table[place & mask] != 0 {
                place = place.wrapping_add(1);
            }
            table[place & mask] = (index as u32 + 1) | tag(*hash, mask);
        }
        Self { text, ends, table }
    }

    /// Returns the names that contain a rare byte, ascending by ID. A name occurs as often as it has the
    /// byte.
    pub(crate) fn containing(&self, byte: u8) -> impl Iterator<Item = NameId> {
        let mut id = 0;
        memchr_iter(byte, self.text.as_bytes()).map(move |at| {
            id += self.ends[id..].partition_point(|end| *end as usize <= at);
            NameId(id as u32)
        })
    }

    /// Returns all names, in the order of their IDs.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        (0..self.ends.len() as u32).map(|index| self.get(NameId(index)))
    }
}

/// Returns the part of a name's hash that is kept beside its ID in a table of this size.
fn tag(hash: u64, mask: usize) -> u32 {
    (hash >> 32) as u32 & !(mask as u32)
}

/// Collects the names of a module during lowering.
pub(crate) struct NamesBuilder {
    names: Names,
    /// The hashes, by the IDs of the names.
    hashes: Vec<u64>,
}

/// The initial table size of a [`NamesBuilder`].
const SMALLEST_TABLE: usize = 64;
/// The length in bytes that most names do not exceed.
const USUAL_LENGTH: usize = 12;

impl NamesBuilder {
    /// Creates a builder with room for a number of names.
    pub(crate) fn with_capacity(names: usize) -> Self {
        let table = vec![0; (names * 3 / 2).next_power_of_two().max(SMALLEST_TABLE)];
        let text = String::with_capacity(names * USUAL_LENGTH);
        Self {
            names: Names { text, ends: Vec::with_capacity(names), table },
            hashes: Vec::with_capacity(names),
        }
    }

    /// Returns the ID of `name`. Equal texts have equal IDs.
    pub(crate) fn intern(&mut self, name: &str) -> NameId {
        if self.names.table.len() * 2 < self.hashes.len() * 3 + 2 {
            self.grow();
        }
        let hash = FxBuildHasher.hash_one(name);
        let mask = self.names.table.len() - 1;
        let mut place = hash as usize & mask;
        while let slot @ 1.. = self.names.table[place] {
            let id = NameId(slot - 1);
            if self.hashes[id.index()] == hash && self.names.get(id) == name {
                return id;
            }
            place = (place + 1) & mask;
        }
        let id = NameId(self.hashes.len() as u32);
        self.names.table[place] = id.0 + 1;
        self.names.text.push_str(name);
        self.names.ends.push(self.names.text.len() as u32);
        self.hashes.push(hash);
        id
    }

    /// Doubles the size of the table, which has no tags while names are added.
    fn grow(&mut self) {
        let size = (self.names.table.len() * 2).max(SMALLEST_TABLE);
        self.names.table = vec![0; size];
        for (index, hash) in self.hashes.iter().enumerate() {
            let mut place = *hash as usize & (size - 1);
            while self.names.table[place] != 0 {
                place = (place + 1) & (size - 1);
            }
            self.names.table[place] = index as u32 + 1;
        }
    }

    /// Returns the text of a name interned before.
    pub(crate) fn get(&self, id: NameId) -> &str {
        self.names.get(id)
    }

    /// Returns the complete names.
    pub(crate) fn finish(&self) -> Names {
        let Names { text, ends, .. } = &self.names;
        Names::indexed(text.as_str().to_owned(), ends.as_slice().to_owned(), &self.hashes)
    }
}
