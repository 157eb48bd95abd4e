//! What became of the modules that were remembered.

use std::path::Path;
use std::sync::Arc;

use loopmend_index::call_targets::changed_hot_names;
use loopmend_index::summary::{Asked, Extent, Inheritance, Interface, NameHash, Units};
use loopmend_index::usage_counts::{UsageCounts, UsageKey};
use loopmend_project::{FileStamp, ProjectFile, RootId};
use loopmend_semantic::{Engine, ModuleId, directory_key};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{Memory, ModuleRecord};

/// What a remembered module is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Same,
    /// Another time or size, the same text.
    Touched,
    /// Another text.
    Changed(ModuleId),
    /// It was checked and is not any more, or the other way round: it counts as another module.
    Moved(ModuleId),
    Gone,
}

/// What became of all modules.
pub(super) struct Comparison {
    /// By place in the memory.
    states: Vec<State>,
    /// The files that were not remembered.
    added: Vec<ModuleId>,
}

impl Comparison {
    /// Compares sizes and times, and reads only what differs.
    pub(super) fn new(modules: &[ModuleRecord], engine: &Engine) -> Self {
        let files = engine.project().files();
        let by_path: FxHashMap<&str, usize> =
            files.iter().enumerate().filter_map(|(index, file)| Some((file.path.to_str()?, index))).collect();
        let state = |module: &ModuleRecord| match by_path.get(module.path.as_str()) {
            _ if module.is_library => State::Same,
            Some(index) => state_of_file(module, ModuleId::of_file(*index), &files[*index], engine),
            None => state_of_other(module, engine),
        };
        let states = modules.par_iter().map(state).collect();
        let known: FxHashSet<&str> = modules.iter().map(|module| module.path.as_str()).collect();
        let is_added = |file: &ProjectFile| file.path.to_str().is_none_or(|path| !known.contains(path));
        let added =
            (0..files.len()).filter(|index| is_added(&files[*index])).map(ModuleId::of_file).collect();
        Self { states, added }
    }

    /// `true` if all is as it was, down to the times of the files.
    pub(super) fn is_unchanged(&self) -> bool {
        self.added.is_empty() && self.states.iter().all(|state| *state == State::Same)
    }

    /// `true` if so many modules of the project changed that finding out what this reaches costs more than it saves.
    pub(super) fn is_about_nearly_all(&self, modules: &[ModuleRecord]) -> bool {
        let own = (0..).zip(modules).filter(|(_, module)| !module.is_library);
        let (same, changed): (Vec<u32>, Vec<u32>) =
            own.map(|(place, _)| place).partition(|place| self.is_same_text(*place));
        same.len() < changed.len()
    }

    /// `true` if the module at a place in the memory says what it said.
    pub(super) fn is_same_text(&self, place: u32) -> bool {
        matches!(self.states[place as usize], State::Same | State::Touched)
    }

    /// What others can see of the changes; `modules` and `interfaces` are as they were.
    pub(super) fn changes(&self, engine: &Engine, memory: &Memory, interfaces: &[Arc<Interface>]) -> Changes {
        let modules = &memory.modules;
        let is_checked_now = |id: ModuleId| id.index() < engine.project().files().len();
        // Both states say the same in full.
        let calls = memory.asked_calls.iter().copied().collect();
        let now = |id: ModuleId, steps: &[NameHash], extent: Extent| {
            let extent = Extent { calls_by_name: memory.asked_hot_names, ..extent };
            let interface = Arc::new(engine.interface(id, Asked { calls: &calls, steps, extent }));
            Seen { interface, is_checked: is_checked_now(id) }
        };
        let before = |place: usize| Seen {
            interface: interfaces[place].clone(),
            is_checked: modules[place].is_checked,
        };
        let remembered = self.states.par_iter().enumerate().filter_map(|(place, state)| {
            let then = &interfaces[place];
            let now = |id: ModuleId| Some(now(id, &then.met, then.extent));
            let (after, is_another) = match state {
                State::Same | State::Touched => return None,
                State::Changed(id) => (now(*id), false),
                State::Moved(id) => (now(*id), true),
                State::Gone => (None, true),
            };
            let is_conftest = is_conftest(Path::new(&modules[place].path));
            let before = Some(before(place));
            let directory = directory_key(Path::new(&modules[place].path));
            Some(Renewal { module: place as u32, directory, is_conftest, before, after, is_another })
        });
        let in_full = Extent { definitions: true, bodies: true, calls_by_name: true };
        let added = self.added.par_iter().enumerate().map(|(index, id)| {
            let module = (modules.len() + index) as u32;
            let path = engine.module_path(*id);
            let is_conftest = path.is_some_and(is_conftest);
            let directory = path.map_or(0, directory_key);
            let after = Some(now(*id, &[], in_full));
            Renewal { module, directory, is_conftest, before: None, after, is_another: true }
        });
        let renewals: Vec<Renewal> = remembered.chain(added).collect();
        let checked = modules.iter().zip(interfaces).enumerate().filter(|(_, (module, _))| module.is_checked);
        let same = checked.filter(|(place, _)| self.is_same_text(*place as u32));
        let same: Vec<&Interface> = same.map(|(_, (_, interface))| &**interface).collect();
        let plain_methods = changed_names(&renewals, &same, |interface| &interface.plain_methods);
        let mut awaited_names = changed_names(&renewals, &same, |interface| &interface.awaited_names);
        awaited_names.extend(changed_names(&renewals, &same, |interface| &interface.async_properties));
        let mut set_attributes = changed_names(&renewals, &same, |interface| &interface.set_attributes);
        set_attributes.extend(changed_names(&renewals, &same, |interface| &interface.quoted_words));
        let has_other_hooks = renewals.iter().any(Renewal::has_other_hooks);
        let hot_names = changed_hot(&renewals, &same);
        Changes {
            has_new_conftest: renewals.iter().any(Renewal::is_new_conftest),
            usages: changed_usages(&renewals),
            modules: renewals.into_iter().map(Change::new).collect(),
            plain_methods,
            awaited_names,
            set_attributes,
            has_other_hooks,
            hot_names,
        }
    }
}

/// The names that lead to what starts an event loop or blocks, or do not any more.
fn changed_hot(renewals: &[Renewal], same: &[&Interface]) -> Vec<NameHash> {
    let before = checked(renewals.iter().map(|renewal| &renewal.before));
    let after = checked(renewals.iter().map(|renewal| &renewal.after));
    let edges = |interfaces: &[&Interface]| {
        let mut edges: Vec<_> =
            interfaces.iter().flat_map(|interface| &interface.calls_by_name).copied().collect();
        edges.sort_unstable();
        edges
    };
    if edges(&before) == edges(&after) {
        return Vec::new();
    }
    changed_hot_names(before.iter().chain(same).copied(), after.iter().chain(same).copied())
}

fn checked<'s>(seen: impl Iterator<Item = &'s Option<Seen>>) -> Vec<&'s Interface> {
    seen.flatten().filter(|seen| seen.is_checked).map(|seen| &*seen.interface).collect()
}

/// What others could see of a module, or can now.
struct Seen {
    interface: Arc<Interface>,
    /// `true` if it is one of the files that are checked.
    is_checked: bool,
}

/// A module that changed, came or went.
struct Renewal {
    module: u32,
    /// What tells its directory from others: how calls are used is asked of the project, and of one directory.
    directory: UsageKey,
    /// `true` if pytest finds its fixtures without an import.
    is_conftest: bool,
    before: Option<Seen>,
    after: Option<Seen>,
    /// `true` if all of it counts as changed.
    is_another: bool,
}

impl Renewal {
    /// `true` if it hooks the attributes of other classes than before, or calls `setattr` and did not, or the other way round.
    fn has_other_hooks(&self) -> bool {
        let hooks = |seen: &Option<Seen>| {
            let checked = seen.as_ref().filter(|seen| seen.is_checked);
            checked.map(|seen| seen.interface.attribute_hooks).unwrap_or_default()
        };
        hooks(&self.before) != hooks(&self.after)
    }

    /// `true` if pytest finds fixtures in it that were not looked for there.
    fn is_new_conftest(&self) -> bool {
        self.is_conftest && self.is_another && self.after.is_some()
    }
}

pub(super) fn is_conftest(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "conftest.py")
}

/// The calls that the checked files of some directory use in other numbers than before.
fn changed_usages(renewals: &[Renewal]) -> FxHashSet<UsageKey> {
    let total = |seen: fn(&Renewal) -> Option<&Seen>| {
        let mut total: FxHashMap<(UsageKey, UsageKey), UsageCounts> = FxHashMap::default();
        for renewal in renewals {
            let checked = seen(renewal).filter(|seen| seen.is_checked);
            for usages in checked.into_iter().flat_map(|seen| &seen.interface.usages) {
                *total.entry((renewal.directory, usages.key)).or_default() += usages.counts;
            }
        }
        total
    };
    let before = total(|renewal| renewal.before.as_ref());
    let after = total(|renewal| renewal.after.as_ref());
    let is_changed = |key: &&(UsageKey, UsageKey)| before.get(key) != after.get(key);
    before.keys().chain(after.keys()).filter(is_changed).map(|(_, key)| *key).collect()
}

/// The names that the checked files say something of now and did not, or the other way round.
fn changed_names(
    renewals: &[Renewal],
    same: &[&Interface],
    names: fn(&Interface) -> &Vec<NameHash>,
) -> Vec<NameHash> {
    let names_of = |seen: fn(&Renewal) -> Option<&Seen>| -> FxHashSet<NameHash> {
        let checked = renewals.iter().filter_map(seen).filter(|seen| seen.is_checked);
        checked.flat_map(|seen| names(&seen.interface).iter().copied()).collect()
    };
    let before = names_of(|renewal| renewal.before.as_ref());
    let after = names_of(|renewal| renewal.after.as_ref());
    let mut changed: FxHashSet<NameHash> = before.symmetric_difference(&after).copied().collect();
    if !changed.is_empty() {
        same.iter().flat_map(|interface| names(interface)).for_each(|name| {
            changed.remove(name);
        });
    }
    changed.into_iter().collect()
}

fn state_of_file(module: &ModuleRecord, id: ModuleId, file: &ProjectFile, engine: &Engine) -> State {
    let is_same_module = file.module.as_deref().unwrap_or_default() == module.name
        && file.root.map(|root| root.0) == module.root;
    if !module.is_checked || !is_same_module {
        return State::Moved(id);
    }
    state(module, file.stamp, id, engine)
}

fn state_of_other(module: &ModuleRecord, engine: &Engine) -> State {
    let path = Path::new(&module.path);
    let Some(stamp) = engine.project().stamp(path) else { return State::Gone };
    if !module.is_checked && stamp == module.stamp {
        return State::Same;
    }
    let id = engine.first_party_at(path, &module.name, module.root.map(RootId));
    if module.is_checked { State::Moved(id) } else { state(module, stamp, id, engine) }
}

fn state(module: &ModuleRecord, stamp: FileStamp, id: ModuleId, engine: &Engine) -> State {
    if stamp == module.stamp {
        return State::Same;
    }
    match engine.load(id).content_hash == module.content_hash {
        true => State::Touched,
        false => State::Changed(id),
    }
}

/// What changed in the project.
#[derive(Default)]
pub(super) struct Changes {
    pub(super) modules: Vec<Change>,
    /// The names of which the project has a plain method now and had none, or the other way round.
    pub(super) plain_methods: Vec<NameHash>,
    /// The names that are awaited or `async` in the project now and were not, or the other way round.
    pub(super) awaited_names: Vec<NameHash>,
    /// The attributes that the project may set on any object now and might not, or the other way round.
    pub(super) set_attributes: Vec<NameHash>,
    /// `true` if a module hooks the attributes of other classes, or any attribute may be set now and might not.
    pub(super) has_other_hooks: bool,
    /// The names that lead to what starts an event loop or blocks now and did not, or the other way round.
    pub(super) hot_names: Vec<NameHash>,
    /// The calls that the project uses in other numbers.
    pub(super) usages: FxHashSet<UsageKey>,
    /// `true` if pytest finds fixtures in a file that was not there.
    pub(super) has_new_conftest: bool,
}

/// What changed in one module.
#[derive(Default)]
pub(super) struct Change {
    /// The place of the module in the memory; one behind them all for an added one.
    pub(super) module: u32,
    /// The names that mean something else to whoever looks them up.
    pub(super) definitions: Vec<NameHash>,
    /// The functions that do something else in their bodies.
    pub(super) bodies: Vec<NameHash>,
    /// The functions that call something else, of those that were met on the way to what starts an event loop or blocks.
    pub(super) steps: Vec<NameHash>,
    /// The names that are called in another way.
    pub(super) calls: Vec<NameHash>,
    /// `true` if something changed that belongs to no name.
    pub(super) rest: bool,
    /// The members of its classes as they were and as they are, ascending.
    pub(super) members: Vec<NameHash>,
    /// The bases of its classes as they are.
    pub(super) inheritance: Vec<Inheritance>,
    /// `true` if its fixtures are found where they were not looked for.
    pub(super) is_new_conftest: bool,
}

impl Change {
    fn new(renewal: Renewal) -> Self {
        let is_new_conftest = renewal.is_new_conftest();
        let Renewal { module, before, after, is_another, .. } = renewal;
        // Of a module that came or went, star imports and `__all__` are seen from what its name means.
        let has_stayed = before.is_some() && after.is_some();
        let [before, after] = [before, after].map(|seen| seen.map(|seen| seen.interface).unwrap_or_default());
        let names = |part: fn(&Interface) -> &Units| match is_another {
            false => before.changed(&after, part),
            true => {
                let all = [&before, &after].map(|interface| part(interface).changed(&Units::default()));
                all.concat()
            }
        };
        let (definitions, bodies) =
            (names(|interface| &interface.definitions), names(|interface| &interface.bodies));
        let (steps, calls) = (names(|interface| &interface.steps), names(|interface| &interface.calls));
        let mut members = [&*before.members, &*after.members].concat();
        members.sort_unstable();
        let rest = has_stayed && before.rest != after.rest || is_new_conftest && !after.has_no_rest();
        let inheritance = after.inheritance.clone();
        Self { module, definitions, bodies, steps, calls, rest, members, inheritance, is_new_conftest }
    }
}
