use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap};

/// A name of one module, by its place in the module's [`Names`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, bitcode::Encode, bitcode::Decode)]
pub(crate) struct NameId(u32);

impl NameId {
    /// Its place among the names of its module.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// The distinct names of one module in one string.
#[derive(Debug, Default, bitcode::Encode, bitcode::Decode)]
pub(crate) struct Names {
    text: String,
    ends: Vec<u32>,
    /// By the hash of a name, or the first free place after it, its id and one; 0 where none is. Its size is a
    /// power of two, and the bits that an id does not need hold those of the hash.
    table: Vec<u32>,
}

impl Names {
    /// The text of a name.
    pub(crate) fn get(&self, id: NameId) -> &str {
        let index = id.0 as usize;
        let start = if index == 0 { 0 } else { self.ends[index - 1] as usize };
        &self.text[start..self.ends[index] as usize]
    }

    /// The id of a name.
    pub(crate) fn find(&self, name: &str) -> Option<NameId> {
        let hash = FxBuildHasher.hash_one(name);
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

    fn indexed(text: String, ends: Vec<u32>) -> Self {
        let size = (ends.len() * 3 / 2 + 1).next_power_of_two();
        let mut names = Self { text, ends, table: vec![0; size] };
        let mask = size - 1;
        for id in 0..names.ends.len() as u32 {
            let hash = FxBuildHasher.hash_one(names.get(NameId(id)));
            let mut place = hash as usize;
            while names.table[place & mask] != 0 {
                place = place.wrapping_add(1);
            }
            names.table[place & mask] = (id + 1) | tag(hash, mask);
        }
        names
    }

    /// All names, by their ids.
    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        (0..self.ends.len() as u32).map(|index| self.get(NameId(index)))
    }
}

/// The part of a name's hash that is kept beside its id in a table of this size.
fn tag(hash: u64, mask: usize) -> u32 {
    (hash >> 32) as u32 & !(mask as u32)
}

/// Collects the names of a module while it is lowered.
#[derive(Default)]
pub(crate) struct NamesBuilder {
    names: Names,
    /// By the hash of the name, or the first free number after it.
    known: FxHashMap<u64, NameId>,
}

impl NamesBuilder {
    /// The id of `name`, the same for the same text.
    pub(crate) fn intern(&mut self, name: &str) -> NameId {
        let mut key = FxBuildHasher.hash_one(name);
        while let Some(id) = self.known.get(&key) {
            if self.names.get(*id) == name {
                return *id;
            }
            key = key.wrapping_add(1);
        }
        let id = NameId(self.names.ends.len() as u32);
        self.names.text.push_str(name);
        self.names.ends.push(self.names.text.len() as u32);
        self.known.insert(key, id);
        id
    }

    /// The text of a name interned before.
    pub(crate) fn get(&self, id: NameId) -> &str {
        self.names.get(id)
    }

    /// The names, complete.
    pub(crate) fn finish(self) -> Names {
        let Names { text, ends, .. } = self.names;
        Names::indexed(text.as_str().to_owned(), ends.as_slice().to_owned())
    }
}
