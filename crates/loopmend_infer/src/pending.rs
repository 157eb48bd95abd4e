//! The members of open cycles, in the order in which their queries ended.

use rustc_hash::FxHashMap;

use super::Type;
use super::memo::Key;

/// A query that forms a cycle with one that is still open.
#[derive(Clone, Copy)]
pub(super) struct Member {
    pub(super) key: Key,
    /// The index of the outermost open query that the query depends on.
    pub(super) lowest: usize,
    /// The answer so far.
    pub(super) value: Type,
}

/// The members of open cycles. Each query is a member once.
#[derive(Default)]
pub(super) struct Pending {
    members: Vec<Member>,
    places: FxHashMap<Key, usize>,
}

impl Pending {
    pub(super) fn len(&self) -> usize {
        self.members.len()
    }

    pub(super) fn get(&self, key: &Key) -> Option<Member> {
        self.places.get(key).map(|place| self.members[*place])
    }

    pub(super) fn push(&mut self, member: Member) {
        self.places.insert(member.key, self.members.len());
        self.members.push(member);
    }

    /// Returns the members from a place on.
    pub(super) fn since(&self, start: usize) -> &[Member] {
        &self.members[start..]
    }

    /// Makes the members from a place on depend on an open query.
    pub(super) fn depend_on(&mut self, start: usize, lowest: usize) {
        self.members[start..].iter_mut().for_each(|member| member.lowest = lowest);
    }

    /// Removes and returns the members from a place on.
    pub(super) fn take_since(&mut self, start: usize) -> Vec<Member> {
        let taken = self.members.split_off(start);
        for member in &taken {
            self.places.remove(&member.key);
        }
        taken
    }

    pub(super) fn clear(&mut self) {
        self.members.clear();
        self.places.clear();
    }
}
