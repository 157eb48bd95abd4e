//! Facts that a project and its libraries add to the committed ones.
//!
//! The questions to the catalogue are functions without an argument for the project: they are asked at hundreds of places, many of which
//! know no project. So additions are in use for the whole process while somebody holds [`InUse`]. Where there are none, a question
//! costs one more read of a number that nobody writes.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, OnceLock, PoisonError};

use rustc_hash::FxHashMap;

use crate::facts::{ChangeFact, Facts, TakenFact, fold};
use crate::{
    Blocking, Change, ENTRIES, Entry, HowTaken, LOOP_CALLS, LoopAction, LoopCall, NAMES_OF_ROLES, ROLE_COUNT,
    ROLES, Roles, Taken, committed_entry, committed_named,
};

/// The tables of all additions of this process. Equal ones share a table, and none is freed, since entries are borrowed for as long as
/// the process runs.
static TABLES: boxcar::Vec<Tables> = boxcar::Vec::new();
/// The place of the tables in use, plus one; zero where there are no additions.
static CURRENT: AtomicUsize = AtomicUsize::new(0);
/// How many hold [`InUse`].
static HOLDERS: Mutex<usize> = Mutex::new(0);
/// Notified when nobody holds it.
static UNUSED: Condvar = Condvar::new();
/// Held while tables are added.
static ADDING: Mutex<()> = Mutex::new(());

/// The replacement of a blocking call whose facts name none.
const IN_A_THREAD: &str = "`await asyncio.to_thread(...)`";

/// Facts that are added to the committed ones, ready to be used. The default adds nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Additions(usize);

impl Additions {
    /// Merges the facts with the committed ones. Of a fact that several state, the first one counts, then the committed one.
    pub fn new(stated: impl IntoIterator<Item = BTreeMap<String, Facts>>) -> Self {
        let mut all: BTreeMap<String, Facts> = BTreeMap::new();
        for (name, facts) in stated.into_iter().flatten() {
            _ = all.entry(name).or_default().merge(facts);
        }
        if all.is_empty() {
            return Self::default();
        }
        let _adding = lock(&ADDING);
        let known = TABLES.iter().find(|(_, tables)| tables.stated == all).map(|(place, _)| place);
        Self(known.unwrap_or_else(|| TABLES.push(Tables::new(all))) + 1)
    }

    /// Returns a hash of what is added: zero for nothing.
    pub fn key(self) -> u64 {
        self.tables().map_or(0, |tables| tables.key)
    }

    /// Uses the additions for all questions of this process, until what is returned is dropped. Waits while others are in use.
    pub fn in_use(self) -> InUse {
        let mut holders = lock(&HOLDERS);
        while *holders > 0 && CURRENT.load(Ordering::Acquire) != self.0 {
            holders = UNUSED.wait(holders).unwrap_or_else(PoisonError::into_inner);
        }
        CURRENT.store(self.0, Ordering::Release);
        *holders += 1;
        InUse(())
    }

    fn tables(self) -> Option<&'static Tables> {
        TABLES.get(self.0.checked_sub(1)?)
    }
}

/// Keeps additions in use.
#[derive(Debug)]
pub struct InUse(());

impl Drop for InUse {
    fn drop(&mut self) {
        let mut holders = lock(&HOLDERS);
        *holders -= 1;
        if *holders == 0 {
            CURRENT.store(0, Ordering::Release);
            UNUSED.notify_all();
        }
    }
}

/// Returns the tables in use.
pub(crate) fn in_use() -> Option<&'static Tables> {
    match CURRENT.load(Ordering::Acquire) {
        0 => None,
        place => TABLES.get(place - 1),
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A value that is computed from the catalogue, once for the committed facts and once for each of the additions in use.
#[derive(Debug)]
pub struct Derived<T: 'static> {
    committed: OnceLock<T>,
    with_additions: Mutex<Vec<(usize, &'static T)>>,
}

impl<T> Default for Derived<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Derived<T> {
    /// Creates a value that is not yet computed.
    pub const fn new() -> Self {
        Self { committed: OnceLock::new(), with_additions: Mutex::new(Vec::new()) }
    }

    /// Returns the value for the facts in use.
    pub fn get(&'static self, compute: impl FnOnce() -> T) -> &'static T {
        let current = CURRENT.load(Ordering::Acquire);
        if current == 0 {
            return self.committed.get_or_init(compute);
        }
        let mut known = lock(&self.with_additions);
        if let Some((_, value)) = known.iter().find(|(place, _)| *place == current) {
            return value;
        }
        let value: &T = Box::leak(Box::new(compute()));
        known.push((current, value));
        value
    }
}

/// The tables of some additions. What they lack is asked of the committed tables.
#[derive(Debug)]
pub(crate) struct Tables {
    /// The facts that are added.
    stated: BTreeMap<String, Facts>,
    /// A hash of them.
    key: u64,
    /// All entries, by name.
    entries: Vec<&'static Entry>,
    /// The entries with added facts, by documented names and definitions.
    paths: FxHashMap<&'static str, &'static Entry>,
    /// The roles of the last parts of their names.
    names: FxHashMap<&'static str, Roles>,
    /// The last parts of the names with each role.
    pub(crate) names_of_roles: [&'static [&'static str]; ROLE_COUNT],
    /// All loop calls, by the last part of the name.
    pub(crate) loop_calls: &'static [LoopCall],
}

impl Tables {
    fn new(stated: BTreeMap<String, Facts>) -> Self {
        let mut hasher = DefaultHasher::new();
        stated.hash(&mut hasher);
        let mut tables = Self {
            key: hasher.finish(),
            entries: Vec::new(),
            paths: FxHashMap::default(),
            names: FxHashMap::default(),
            names_of_roles: NAMES_OF_ROLES,
            loop_calls: &LOOP_CALLS,
            stated,
        };
        let entries = with_committed(tables.stated.clone()).into_iter();
        let entries: Vec<&Entry> =
            entries.map(|(name, facts)| &*Box::leak(Box::new(entry_of(name, facts)))).collect();
        entries.iter().for_each(|entry| tables.add(entry));
        tables.add_names_of_roles(&entries);
        tables.add_loop_calls(&entries);
        tables.collect_entries();
        tables
    }

    /// Returns the entry with added facts that has this documented name or definition.
    pub(crate) fn entry(&self, path: &str) -> Option<&'static Entry> {
        self.paths.get(path).copied()
    }

    /// Returns the roles of a last part, if facts were added to a name that ends in it.
    pub(crate) fn named(&self, last: &str) -> Option<Roles> {
        self.names.get(last).copied()
    }

    /// Returns all entries, by name.
    pub(crate) fn entries(&self) -> &[&'static Entry] {
        &self.entries
    }

    fn add(&mut self, entry: &'static Entry) {
        let name: &'static str = &entry.name;
        for path in std::iter::once(name).chain(entry.definitions.iter().copied()) {
            self.paths.entry(path).or_insert(entry);
        }
        let last = last_part(name);
        let roles = self.names.entry(last).or_insert_with(|| committed_named(last));
        entry.roles.places().for_each(|place| roles.insert_place(place));
    }

    fn add_names_of_roles(&mut self, entries: &[&'static Entry]) {
        let mut added: BTreeMap<usize, BTreeSet<&'static str>> = BTreeMap::new();
        for entry in entries {
            let last = last_part(&entry.name);
            entry.roles.places().for_each(|place| _ = added.entry(place).or_default().insert(last));
        }
        for (place, mut names) in added {
            names.extend(NAMES_OF_ROLES[place]);
            self.names_of_roles[place] = Vec::from_iter(names).leak();
        }
    }

    /// Adds the loop calls of entries that state one. They come before the committed ones of the same name.
    fn add_loop_calls(&mut self, entries: &[&'static Entry]) {
        let added: Vec<LoopCall> = entries.iter().filter_map(|entry| LoopCall::of(entry)).collect();
        if !added.is_empty() {
            let mut all = [added, LOOP_CALLS.to_vec()].concat();
            all.sort_by(|one, next| one.called.cmp(next.called));
            self.loop_calls = all.leak();
        }
    }

    /// Collects the committed entries without those that have added facts, and these.
    fn collect_entries(&mut self) {
        let same = ENTRIES.iter().filter(|entry| !self.paths.contains_key(&*entry.name));
        self.entries = same.chain(self.paths.values().copied()).collect();
        self.entries.sort_unstable_by(|one, other| one.name.cmp(&other.name));
        self.entries.dedup_by(|one, other| one.name == other.name);
    }
}

/// Merges facts with the committed ones, under the documented names.
fn with_committed(mut stated: BTreeMap<String, Facts>) -> BTreeMap<String, Facts> {
    let _first_counts = fold(&mut stated);
    let mut merged: BTreeMap<String, Facts> = BTreeMap::new();
    for (name, facts) in stated {
        let documented = committed_entry(&name).map_or(name, |known| known.name.to_string());
        _ = merged.entry(documented).or_default().merge(facts);
    }
    for (name, facts) in &mut merged {
        let paths: Vec<String> = std::iter::once(name).chain(&facts.definitions).cloned().collect();
        let mut committed: Vec<&Entry> = paths.iter().filter_map(|path| committed_entry(path)).collect();
        committed.dedup_by(|one, other| one.name == other.name);
        for known in committed {
            let mut others = facts_of(known);
            others.definitions.extend((*known.name != **name).then(|| known.name.to_string()));
            _ = facts.merge(others);
        }
    }
    merged
}

fn last_part(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// Returns the facts of an entry, as they are written.
fn facts_of(entry: &Entry) -> Facts {
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let list = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect();
    Facts {
        roles: entry.roles.places().map(|place| ROLES[place].to_owned()).collect(),
        definitions: list(entry.definitions),
        blocks: entry.blocks.as_ref().map(|blocks| blocks.group.to_string()),
        blocking_methods: list(entry.blocking_methods),
        instead: owned(entry.instead),
        since: owned(entry.since),
        makes: owned(entry.makes),
        holds: owned(entry.holds),
        closed_by: list(entry.closed_by),
        unless_distribution: list(entry.unless_distribution),
        unless_keyword: list(entry.unless_keyword),
        unless_text: list(entry.unless_text),
        takes: entry.takes.map(|taken| TakenFact {
            parameter: taken.parameter.to_owned(),
            place: taken.place,
            kind: taken.how.name().to_owned(),
        }),
        removed: entry.removed.map(change_fact),
        deprecated: entry.deprecated.map(change_fact),
        loop_action: owned(entry.loop_action.map(LoopAction::name)),
        runs_in: owned(entry.runs_in),
        source: entry.source.to_string(),
    }
}

fn change_fact(change: Change) -> ChangeFact {
    let owned = |text: Option<&str>| text.map(str::to_owned);
    ChangeFact {
        python: owned(change.python),
        version: owned(change.version),
        of: owned(change.of),
        keyword: owned(change.keyword),
        instead: change.instead.to_owned(),
    }
}

/// Makes an entry of facts.
fn entry_of(name: String, facts: Facts) -> Entry {
    let mut roles = Roles::NONE;
    for place in (0..ROLES.len()).filter(|place| facts.roles.iter().any(|role| role == ROLES[*place])) {
        roles.insert_place(place);
    }
    let instead = facts.instead.map(leaked);
    Entry {
        name: name.into(),
        definitions: leaked_list(facts.definitions),
        roles,
        blocks: facts
            .blocks
            .map(|group| Blocking { group: group.into(), instead: instead.unwrap_or(IN_A_THREAD).into() }),
        blocking_methods: leaked_list(facts.blocking_methods),
        instead,
        since: facts.since.map(leaked),
        makes: facts.makes.map(leaked),
        closed_by: leaked_list(facts.closed_by),
        unless_distribution: leaked_list(facts.unless_distribution),
        unless_keyword: leaked_list(facts.unless_keyword),
        unless_text: leaked_list(facts.unless_text),
        takes: facts.takes.and_then(taken_of),
        removed: facts.removed.map(change_of),
        deprecated: facts.deprecated.map(change_of),
        holds: facts.holds.map(leaked),
        loop_action: facts.loop_action.and_then(|action| LoopAction::named(&action)),
        runs_in: facts.runs_in.map(leaked),
        source: facts.source.into(),
    }
}

fn taken_of(TakenFact { parameter, place, kind }: TakenFact) -> Option<Taken> {
    Some(Taken { parameter: leaked(parameter), place, how: HowTaken::named(&kind)? })
}

fn change_of(ChangeFact { python, version, of, keyword, instead }: ChangeFact) -> Change {
    Change {
        python: python.map(leaked),
        version: version.map(leaked),
        of: of.map(leaked),
        keyword: keyword.map(leaked),
        instead: leaked(instead),
    }
}

fn leaked(text: String) -> &'static str {
    text.leak()
}

fn leaked_list(items: Vec<String>) -> &'static [&'static str] {
    items.into_iter().map(leaked).collect::<Vec<_>>().leak()
}
