//! What is known of the APIs of Python, asyncio, threading, pytest and libraries.
//!
//! ```text
//! data/*.toml ─► build.rs ─► static tables
//! a dotted name        ─► entry(path), is(path, Role)
//! the last part of one ─► named(name).has(Role)
//! ```
//!
//! `data/roles.toml` says what each role means. `data/words.toml` has the words that are parts of names and no names of APIs.
//!
//! A project and its libraries can add facts. [`Additions`] are tables of their own, which every question asks first while they are in use.

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

mod additions;
mod documented;
mod facts;
mod hash;
mod loop_call;

use std::borrow::Cow;

use additions::in_use;
pub use additions::{Additions, Derived, InUse};
pub use documented::{Documented, documented};
pub use facts::{ChangeFact, Facts, FactsReader, TakenFact, WrongFact};
pub use loop_call::{LoopAction, LoopCall};

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// A function, class, method, module, attribute, mark or fixture.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The documented dotted name.
    pub name: Cow<'static, str>,
    /// The dotted names of its definitions, where they differ from `name`.
    pub definitions: &'static [&'static str],
    /// The roles of the callable, class or fixture.
    pub roles: Roles,
    /// How it blocks the thread, if it does.
    pub blocks: Option<Blocking>,
    /// The methods of the class that block. Without them, the call of the name itself blocks.
    pub blocking_methods: &'static [&'static str],
    /// The replacement in `async` code, in Markdown.
    pub instead: Option<&'static str>,
    /// The version of the library since which `instead` exists.
    pub since: Option<&'static str>,
    /// The dotted name of the class of which a call, perhaps awaited, gives an instance.
    pub makes: Option<&'static str>,
    /// The methods that close an instance.
    pub closed_by: &'static [&'static str],
    /// The distributions that change the library, in a project that uses them.
    pub unless_distribution: &'static [&'static str],
    /// The keyword arguments with which the facts do not hold.
    pub unless_keyword: &'static [&'static str],
    /// The starts of the first argument, a string, with which the facts do not hold.
    pub unless_text: &'static [&'static str],
    /// The parameter that takes a callable.
    pub takes: Option<Taken>,
    /// The version that removed it.
    pub removed: Option<Change>,
    /// The version that deprecated it.
    pub deprecated: Option<Change>,
    /// The dotted name of the class of which the attribute holds an instance.
    pub holds: Option<&'static str>,
    /// The effect of a call on an event loop.
    pub loop_action: Option<LoopAction>,
    /// Where the decorated function, or the one that `takes` names, runs: one of [`Facts::CONTEXTS`].
    pub runs_in: Option<&'static str>,
    /// The page that documents it.
    pub source: Cow<'static, str>,
}

impl Entry {
    /// Returns whether the objects of the class belong to an event loop, from their creation or their first use on.
    pub fn is_bound_to_loop(&self) -> bool {
        self.roles.has(Role::BoundAtFirstUse) || self.roles.has(Role::BoundAtConstruction)
    }
}

/// A parameter that takes a callable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The name of the parameter.
    pub parameter: &'static str,
    /// The index of the parameter, without `self`.
    pub place: usize,
    /// How the function uses the callable.
    pub how: HowTaken,
}

/// How a function uses a callable argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HowTaken {
    /// It is called, and its result is discarded.
    Callback,
    /// It is called in a thread, and its result is never awaited.
    Thread,
    /// An async function raises an exception.
    Refuses,
    /// An async function is awaited.
    Awaits,
}

impl HowTaken {
    const ALL: [Self; 4] = [Self::Callback, Self::Thread, Self::Refuses, Self::Awaits];

    fn name(self) -> &'static str {
        match self {
            Self::Callback => "callback",
            Self::Thread => "thread",
            Self::Refuses => "refuses",
            Self::Awaits => "awaits",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|how| how.name() == name)
    }
}

/// The version of Python or of a library that removed or deprecated a name, and the replacement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The version of Python.
    pub python: Option<&'static str>,
    /// The version of the library.
    pub version: Option<&'static str>,
    /// The distribution that the version is of; without it, the one that is named like the package.
    pub of: Option<&'static str>,
    /// The keyword argument, if it is only that.
    pub keyword: Option<&'static str>,
    /// What to use instead, in Markdown.
    pub instead: &'static str,
}

/// How a callable blocks the calling thread.
#[derive(Clone, Debug)]
pub struct Blocking {
    /// The group of `[tool.loopmend.blocking]`.
    pub group: Cow<'static, str>,
    /// The replacement in `async` code, in Markdown.
    pub instead: Cow<'static, str>,
}

/// A set of roles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles([u64; ROLE_WORDS]);

impl Roles {
    /// No roles.
    pub const NONE: Self = Self([0; ROLE_WORDS]);

    /// Returns whether a role is among them.
    pub fn has(self, role: Role) -> bool {
        self.has_place(role as usize)
    }

    /// Adds the roles of another set.
    pub fn extend(&mut self, other: Self) {
        self.0.iter_mut().zip(other.0).for_each(|(word, of_other)| *word |= of_other);
    }

    fn has_place(self, place: usize) -> bool {
        self.0[place / 64] >> (place % 64) & 1 == 1
    }

    fn insert_place(&mut self, place: usize) {
        self.0[place / 64] |= 1 << (place % 64);
    }

    /// Returns the places of the roles in [`Role::all`].
    fn places(self) -> impl Iterator<Item = usize> {
        (0..ROLE_COUNT).filter(move |place| self.has_place(*place))
    }
}

impl Role {
    /// Returns the last parts of the names with this role, in alphabetical order.
    pub fn names(self) -> &'static [&'static str] {
        in_use().map_or(&NAMES_OF_ROLES, |added| &added.names_of_roles)[self as usize]
    }

    /// Returns the names of all roles, as `roles.toml` has them.
    pub fn all() -> &'static [&'static str] {
        &ROLES
    }
}

impl Words {
    /// Returns the words of the group.
    pub fn all(self) -> &'static [&'static str] {
        WORDS[self as usize]
    }

    /// Returns whether a word is in the group.
    pub fn has<'w>(self, word: impl Into<Option<&'w str>>) -> bool {
        word.into().is_some_and(|word| self.all().contains(&word))
    }
}

/// Returns the roles of all entries whose names end in this part: what a name may mean where nothing else is known.
pub fn named<'n>(last: impl Into<Option<&'n str>>) -> Roles {
    let Some(last) = last.into() else { return Roles::NONE };
    in_use().and_then(|added| added.named(last)).unwrap_or_else(|| committed_named(last))
}

fn committed_named(last: &str) -> Roles {
    find(&NAMES, &NAME_INDEX, last).map_or(Roles::NONE, |roles| *roles)
}

/// Returns the entry with this documented name or definition.
pub fn entry(path: &str) -> Option<&'static Entry> {
    in_use().and_then(|added| added.entry(path)).or_else(|| committed_entry(path))
}

fn committed_entry(path: &str) -> Option<&'static Entry> {
    find(&PATHS, &PATH_INDEX, path).map(|place| &ENTRIES[usize::from(*place)])
}

/// Returns whether the entry with this documented name or definition has a role.
pub fn is<'n>(path: impl Into<Option<&'n str>>, role: Role) -> bool {
    path.into().and_then(entry).is_some_and(|entry| entry.roles.has(role))
}

/// Returns whether the entry with this last part in a module or class has a role.
pub fn is_in(owner: &str, last: &str, role: Role) -> bool {
    named(last).has(role) && is(format!("{owner}.{last}").as_str(), role)
}

/// Returns whether facts were added to this name in a module.
pub fn has_added(module: &str, name: &str) -> bool {
    in_use().is_some_and(|added| added.entry(&format!("{module}.{name}")).is_some())
}

/// Returns all entries, by name.
pub fn entries() -> impl Iterator<Item = &'static Entry> {
    let (committed, all) = match in_use() {
        None => (&ENTRIES[..], &[][..]),
        Some(added) => (&[][..], added.entries()),
    };
    committed.iter().chain(all.iter().copied())
}

/// Returns the entries with a role, by name.
pub fn entries_with(role: Role) -> impl Iterator<Item = &'static Entry> {
    entries().filter(move |entry| entry.roles.has(role))
}

/// Returns the calls that start, get, set, patch or close an event loop, by the last part of the name.
pub fn loop_calls() -> &'static [LoopCall] {
    in_use().map_or(&LOOP_CALLS, |added| added.loop_calls)
}

/// Returns the loop calls whose name ends in this part.
pub fn loop_calls_named(last: &str) -> &'static [LoopCall] {
    let all = loop_calls();
    let start = all.partition_point(|call| call.called < last);
    let named = &all[start..];
    &named[..named.partition_point(|call| call.called == last)]
}

/// Finds a name through an index of tags and places, whose length is a power of two and in which collisions take the next free place.
fn find<T>(table: &'static [(&str, T)], index: &[(u16, u16)], name: &str) -> Option<&'static T> {
    let mut slot = hash::hash(name);
    let wanted = hash::tag(slot);
    loop {
        let (tag, place) = index[slot & (index.len() - 1)];
        if place == u16::MAX {
            return None;
        }
        if tag == wanted {
            let (known, value) = &table[usize::from(place)];
            if *known == name {
                return Some(value);
            }
        }
        slot += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::{LoopAction, Role, Words, entries, entry, is, is_in, loop_calls_named, named};

    #[test]
    fn a_name_is_found_by_its_path_its_definition_and_its_last_part() {
        assert!(is("asyncio.create_task", Role::StartsLostTask));
        assert!(is("asyncio.tasks.create_task", Role::StartsLostTask));
        assert_eq!(entry("asyncio.tasks.create_task").map(|entry| &*entry.name), Some("asyncio.create_task"));
        assert!(is_in("asyncio.tasks", "create_task", Role::StartsLostTask));
        assert!(named("create_task").has(Role::StartsLostTask));
        assert!(named(Some("create_task")).has(Role::KeepsArgument));
        assert!(Role::StartsLostTask.names().contains(&"create_task"));
    }

    #[test]
    fn other_names_have_no_role() {
        for name in
            ["", "task", "create_tasks", "asyncio.create_task", "a_name_that_is_longer_than_every_other_one"]
        {
            assert!(!named(name).has(Role::StartsLostTask), "{name}");
        }
        assert!(!named(None).has(Role::StartsLostTask));
        assert!(
            !is("create_task", Role::StartsLostTask) && !is_in("trio", "create_task", Role::StartsLostTask)
        );
        assert!(!Words::OwnObject.has("object") && Words::OwnObject.has(Some("self")));
    }

    #[test]
    fn the_origin_tells_what_is_called() {
        let action = |origin: &str| {
            let last = origin.rsplit('.').next().unwrap_or(origin);
            loop_calls_named(last).iter().find(|known| known.is_at(origin)).map(|known| known.action)
        };
        assert_eq!(action("asyncio.run"), Some(LoopAction::Start));
        assert_eq!(action("asyncio.Runner().run"), Some(LoopAction::Start));
        assert_eq!(action("anyio.from_thread.run"), Some(LoopAction::Portal));
        assert_eq!(action("subprocess.run"), None);
        assert_eq!(action("asyncio.get_event_loop().close"), Some(LoopAction::Close));
        assert_eq!(action("asyncio.open_connection().close"), None);
    }

    #[test]
    fn every_entry_is_found() {
        for known in entries() {
            let paths = std::iter::once(&*known.name).chain(known.definitions.iter().copied());
            for path in paths {
                assert_eq!(entry(path).map(|found| &found.name), Some(&known.name), "{path}");
            }
        }
    }
}
