//! The hashes of a module's names, and the resolution of a name used in a scope.

use memchr::memrchr;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

use super::NameHash;
use crate::summary::{NameId, Names, ScopeId, ScopeKind, Summary};

/// The hashes of a module's names and scopes.
pub(super) struct NameHashes<'s> {
    summary: &'s Summary,
    /// For each scope, a hash of its dotted name and of its index among scopes of the same dotted name.
    scopes: Vec<u64>,
    /// The hashes by name.
    names: Vec<Hashed>,
    /// The target of a name used in an inner scope, if the scopes in between do not bind it.
    outer_targets: FxHashMap<(ScopeId, NameId), Target>,
}

/// The hashes of a name of the module.
struct Hashed {
    /// The hash of the text.
    text: u64,
    /// The hash of the last part.
    last: NameHash,
    /// Whether the last part has the form `__special__`.
    is_special: bool,
}

impl Hashed {
    fn of(text: &str) -> Self {
        let (whole, last) = hashes_of(text);
        Self { text: whole, last, is_special: is_special(text) }
    }

    fn of_undotted(text: &str) -> Self {
        let whole = xxh3_64(text.as_bytes());
        Self { text: whole, last: whole as NameHash, is_special: is_special(text) }
    }
}

/// The target of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A local name of a function's scope.
    Local(ScopeId),
    /// A type parameter of a function or class.
    TypeParameter(ScopeId),
    /// A name of the class body in which it is used.
    Member(ScopeId),
    /// A module global, a name from a star import, or a builtin.
    Global,
    /// A comprehension target in a scope, by its index among those of the name.
    Confined(ScopeId, u32),
}

/// A kind of information about a name that is local to one scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Local {
    /// The bindings of the name in the scope.
    Binding,
    /// The bindings of the name in comprehensions.
    Confined,
    /// The tests of the name.
    Narrowing,
}

impl<'s> NameHashes<'s> {
    pub(super) fn new(summary: &'s Summary) -> Self {
        let mut names = Self {
            summary,
            scopes: Vec::with_capacity(summary.scopes.len()),
            names: all_hashes(&summary.names),
            outer_targets: FxHashMap::default(),
        };
        let mut counts: FxHashMap<u64, u64> = FxHashMap::default();
        for scope in &summary.scopes {
            let own = match scope.kind {
                ScopeKind::Module => 0,
                ScopeKind::Class(class) => names.text(summary.class(class).name),
                ScopeKind::Function(function) => !names.text(summary.function(function).name),
            };
            let around = scope.parent.map_or(0, |parent| names.scopes[parent.index()]);
            let path = mix(around, own);
            let count = counts.entry(path).or_default();
            names.scopes.push(mix(path, *count));
            *count += 1;
        }
        names
    }

    /// Returns a hash of the text of a name.
    pub(super) fn text(&self, name: NameId) -> u64 {
        self.names[name.index()].text
    }

    /// Returns the hash of a definition's or attribute's name: of the last part of the text.
    pub(super) fn hash(&self, name: NameId) -> NameHash {
        self.names[name.index()].last
    }

    /// Returns the hash of a definition's or attribute's name, for a text that is not a name of the module.
    pub(super) fn hash_of_text(text: &str) -> NameHash {
        hashes_of(text).1
    }

    /// Returns the name for calls of this name.
    pub(super) fn calls_of(&self, name: NameId) -> NameHash {
        calls_of_hash(self.hash(name))
    }

    /// Returns the name for the local information about a name in a scope.
    pub(super) fn local(&self, scope: ScopeId, name: NameId, local: Local) -> NameHash {
        mix(mix(self.scope(scope), self.text(name)), local as u64) as NameHash
    }

    /// Returns the name for a separately described expression of a scope.
    pub(super) fn deep(&self, scope: ScopeId, number: u32) -> NameHash {
        mix(mix(self.scope(scope), DEEP), u64::from(number)) as NameHash
    }

    /// Returns the hashes of some names, ascending and without duplicates.
    pub(super) fn distinct(&self, names: impl Iterator<Item = NameId>) -> Vec<NameHash> {
        let mut is_seen = vec![false; self.names.len()];
        let mut hashes = Vec::new();
        for name in names {
            if !std::mem::replace(&mut is_seen[name.index()], true) {
                hashes.push(self.hash(name));
            }
        }
        hashes.sort_unstable();
        hashes.dedup();
        hashes
    }

    /// Returns a hash of the location of a scope.
    pub(super) fn scope(&self, scope: ScopeId) -> u64 {
        self.scopes[scope.index()]
    }

    /// Returns the name under which a binding of a scope is found. A special method belongs to its class.
    /// Returns `None` for a special name of the module, which is looked up without being written.
    pub(super) fn of_binding(&self, scope: ScopeId, name: NameId) -> Option<NameHash> {
        match self.summary.scope(scope).kind {
            ScopeKind::Function(_) => Some(self.local(scope, name, Local::Binding)),
            ScopeKind::Module if self.summary.name(name) == "pytest_plugins" => None,
            kind if self.names[name.index()].is_special => match kind {
                ScopeKind::Class(class) => Some(self.hash(self.summary.class(class).name)),
                ScopeKind::Module | ScopeKind::Function(_) => None,
            },
            ScopeKind::Module | ScopeKind::Class(_) => Some(self.hash(name)),
        }
    }

    /// Returns the target of a name used at an offset of a scope, as inference resolves it. Also returns
    /// whether all uses in the scope have this target.
    pub(super) fn target(&mut self, scope: ScopeId, name: NameId, offset: u32) -> (Target, bool) {
        let mut passed = SmallVec::<[ScopeId; 4]>::new();
        let mut is_the_same_everywhere = true;
        let mut next = Some(scope);
        let mut target = Target::Global;
        while let Some(id) = next {
            if let Some(known) = self.outer_targets.get(&(id, name)).filter(|_| id != scope) {
                target = *known;
                break;
            }
            next = self.summary.scope(id).parent;
            let entry = self.summary.entry_of(id, name);
            is_the_same_everywhere &= entry.is_none_or(|entry| entry.confined == 0);
            if let Some(place) = entry.and_then(|entry| self.summary.confined_around(entry, offset)) {
                return (Target::Confined(id, place), false);
            }
            if self.summary.scope(id).globals.contains(&name) {
                break;
            }
            let is_bound = entry.is_some_and(|entry| entry.len > 0);
            if let Some(found) = self.target_in(id, name, is_bound, id == scope) {
                target = found;
                break;
            }
            passed.push(id);
        }
        if is_the_same_everywhere {
            let outer = passed.into_iter().filter(|id| *id != scope);
            self.outer_targets.extend(outer.map(|id| ((id, name), target)));
        }
        (target, is_the_same_everywhere)
    }

    /// Returns the target of a name that one scope binds, used in that scope or in an inner one.
    fn target_in(&self, id: ScopeId, name: NameId, is_bound: bool, is_own: bool) -> Option<Target> {
        let scope = self.summary.scope(id);
        if scope.nonlocals.contains(&name) {
            return None;
        }
        if self.summary.type_parameters(id).contains(&name) {
            return Some(Target::TypeParameter(id));
        }
        match scope.kind {
            ScopeKind::Function(function) => {
                let function = self.summary.function(function);
                (function.has_parameter(name) || is_bound).then_some(Target::Local(id))
            }
            ScopeKind::Class(_) => (is_own && is_bound).then_some(Target::Member(id)),
            ScopeKind::Module => None,
        }
    }
}

/// A tag for the separately described expressions of a scope.
const DEEP: u64 = 0x6465_6570;
/// A tag for calls.
const CALLS: u64 = 0x6361_6c6c;

/// A tag for fixtures.
const FIXTURE: u64 = 0x6669_7874;

/// A tag for requests of a fixture.
const REQUEST: u64 = 0x7265_7175;

/// Returns the name for requests of the fixture with this name.
pub(super) fn request_of(name: NameHash) -> NameHash {
    mix(REQUEST, u64::from(name)) as NameHash
}

/// A tag for reads of a property.
const PROPERTY: u64 = 0x7072_6f70;

/// Returns the name under which a property with this name is read.
pub(super) fn property_of(name: NameHash) -> NameHash {
    mix(PROPERTY, u64::from(name)) as NameHash
}

/// A tag for definitions of a fixture.
const DEFINITION: u64 = 0x6465_6669;

/// Returns the name for definitions of the fixture with this name.
pub(super) fn definition_of(name: NameHash) -> NameHash {
    mix(DEFINITION, u64::from(name)) as NameHash
}

/// Returns the name for the fixture with this name, in any module.
pub(super) fn fixture_of(name: NameHash) -> NameHash {
    mix(FIXTURE, u64::from(name)) as NameHash
}

/// Returns the name for calls with this last name.
pub(super) fn calls_of_text(text: &str) -> NameHash {
    calls_of_hash(hashes_of(text).1)
}

fn calls_of_hash(name: NameHash) -> NameHash {
    mix(CALLS, u64::from(name)) as NameHash
}

/// Returns the hashes of all names of a module, by ID. Few are dotted, and these are found in one pass.
fn all_hashes(names: &Names) -> Vec<Hashed> {
    let mut hashes: Vec<Hashed> = names.iter().map(Hashed::of_undotted).collect();
    for id in names.containing(b'.') {
        hashes[id.index()] = Hashed::of(names.get(id));
    }
    hashes
}

fn is_special(text: &str) -> bool {
    if !text.ends_with("__") {
        return false;
    }
    let last = text.rsplit('.').next().unwrap_or(text);
    last.len() > 4 && last.starts_with("__")
}

fn hashes_of(text: &str) -> (u64, NameHash) {
    let whole = xxh3_64(text.as_bytes());
    match memrchr(b'.', text.as_bytes()) {
        None => (whole, whole as NameHash),
        Some(dot) => (whole, xxh3_64(&text.as_bytes()[dot + 1..]) as NameHash),
    }
}

fn mix(seed: u64, value: u64) -> u64 {
    xxh3_64_with_seed(&value.to_le_bytes(), seed)
}
