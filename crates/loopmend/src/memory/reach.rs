//! How far a change is seen.
//!
//! An answer changes only if, on the way to it, a name was looked up that means something else now. The
//! names on the way are those that the file itself mentions, those that the definitions of these names
//! mention, and so on. So a changed name reaches every definition that mentions it, by name and in whatever
//! module, and the names of these definitions; a file is met if it mentions a reached name and rests on the
//! module that has it. This is decided on how the modules were: up to the first changed answer, all went as
//! it did.

use std::sync::Arc;

use loopmend_index::summary::{Interface, NameHash, Units};
use rustc_hash::{FxHashMap, FxHashSet};

use super::Marks;
use super::compare::{Change, Changes};

/// Where a reached name is found.
#[derive(Debug)]
enum Home {
    /// Only what rests on one of these modules finds it.
    Modules(FxHashSet<u32>),
    /// It is found by what looks through the whole project.
    Anywhere,
}

/// The names that a set of changes reaches.
pub(super) struct Reach {
    homes: FxHashMap<NameHash, Home>,
    /// Modules of which something changed that belongs to no name.
    changed_rest: FxHashSet<u32>,
    /// `true` if all is reached.
    is_everything: bool,
}

impl Reach {
    /// How far the changes are seen by findings with these marks; `interfaces` is how the modules were. Findings that rest on none of the
    /// changed modules (`rests_on_changed`) see which subclasses and calls there are, and nothing that bodies do.
    pub(super) fn new(
        changes: &Changes,
        interfaces: &[Arc<Interface>],
        marks: Marks,
        rests_on_changed: bool,
    ) -> Self {
        let changed_rest: FxHashSet<u32> =
            changes.modules.iter().filter(|change| change.rest).map(|change| change.module).collect();
        let is_rest_found = |change: &Change| change.rest && change.is_new_conftest;
        let is_everything =
            marks.look_everywhere() && !changed_rest.is_empty() || changes.modules.iter().any(is_rest_found);
        let mut reach = Self { homes: FxHashMap::default(), changed_rest, is_everything };
        if !is_everything {
            let mut spread =
                Spread { reach: &mut reach, filter: Filter::default(), marks, rests_on_changed, count: 0 };
            spread.start(changes);
            let mut before = 0;
            while before < spread.count && spread.count < MOST_REACHED {
                before = spread.count;
                spread.pass(changes, interfaces);
            }
            reach.is_everything = spread.count >= MOST_REACHED;
        }
        reach
    }

    /// `true` if a file that mentions these names and rests on these modules, ascending, may see a change.
    pub(super) fn meets(&self, mentions: &[NameHash], dependencies: &[u32]) -> bool {
        let rests_on = |module: &u32| dependencies.binary_search(module).is_ok();
        let is_found = |name: &NameHash| match self.homes.get(name) {
            None => false,
            Some(Home::Anywhere) => true,
            Some(Home::Modules(modules)) if modules.len() < dependencies.len() => {
                modules.iter().any(rests_on)
            }
            Some(Home::Modules(modules)) => dependencies.iter().any(|module| modules.contains(module)),
        };
        self.is_everything || self.changed_rest.iter().any(rests_on) || mentions.iter().any(is_found)
    }
}

/// The names that may be reached, as a table of bits: most are not, and this is told in one step.
struct Filter(Box<[u64; 1024]>);

impl Default for Filter {
    fn default() -> Self {
        Self(Box::new([0; 1024]))
    }
}

impl Filter {
    fn place(name: NameHash) -> (usize, u32) {
        (name as usize / 64 % 1024, name % 64)
    }

    fn insert(&mut self, name: NameHash) {
        let (word, bit) = Self::place(name);
        self.0[word] |= 1 << bit;
    }

    fn may_hold(&self, name: NameHash) -> bool {
        let (word, bit) = Self::place(name);
        self.0[word] >> bit & 1 == 1
    }
}

/// A reach that is still growing.
struct Spread<'r> {
    reach: &'r mut Reach,
    filter: Filter,
    marks: Marks,
    rests_on_changed: bool,
    /// How many names were reached, each counted for each of its modules.
    count: usize,
}

/// When more is reached, all is taken to be: few files would be left, and to find them costs as much.
const MOST_REACHED: usize = 20_000;

impl Spread<'_> {
    fn start(&mut self, changes: &Changes) {
        if self.marks.subclasses {
            changes.plain_methods.iter().for_each(|name| self.add_anywhere(*name));
        }
        if self.marks.steps {
            changes.hot_names.iter().for_each(|name| self.add_anywhere(*name));
        }
        for change in &changes.modules {
            // Whatever else it defines, nothing rests on it yet.
            match change.is_new_conftest {
                true => {
                    let fixtures = change.definitions.iter().map(|name| Interface::name_of_fixture(*name));
                    fixtures.for_each(|name| self.add_anywhere(name));
                }
                false if self.rests_on_changed || self.marks.subclasses => {
                    change
                        .definitions
                        .iter()
                        .for_each(|name| self.add(change.module, *name, &change.members));
                }
                false => {}
            }
            if self.marks.look_into_bodies() && self.rests_on_changed {
                change.bodies.iter().for_each(|name| self.add(change.module, *name, &change.members));
            }
            if self.marks.steps && self.rests_on_changed {
                change.steps.iter().for_each(|name| self.add(change.module, *name, &change.members));
            }
            if self.marks.call_sites {
                change.calls.iter().for_each(|name| self.add_anywhere(*name));
            }
        }
    }

    /// Adds the names of all definitions that mention a reached one.
    fn pass(&mut self, changes: &Changes, interfaces: &[Arc<Interface>]) {
        for (place, interface) in interfaces.iter().enumerate() {
            let module = place as u32;
            self.through(module, &interface.definitions, &interface.members);
            if self.marks.look_into_bodies() {
                self.through(module, &interface.bodies, &interface.members);
            }
            if self.marks.steps {
                self.through(module, &interface.steps, &interface.members);
            }
            if self.marks.call_sites {
                for (name, _, mentions) in interface.calls.iter() {
                    if self.is_any_reached(mentions) {
                        self.add_anywhere(name);
                    }
                }
            }
        }
        if self.marks.subclasses {
            let before = interfaces.iter().flat_map(|interface| &interface.inheritance);
            let now = changes.modules.iter().flat_map(|change: &Change| &change.inheritance);
            for edge in before.chain(now) {
                if self.is_reached(edge.class) {
                    self.add_anywhere(edge.base);
                }
            }
        }
    }

    fn through(&mut self, module: u32, units: &Units, members: &[NameHash]) {
        for (name, _, mentions) in units.iter() {
            if self.is_any_reached(mentions) {
                self.add(module, name, members);
            }
        }
    }

    fn is_any_reached(&self, mentions: &[NameHash]) -> bool {
        mentions.iter().any(|name| self.is_reached(*name))
    }

    fn is_reached(&self, name: NameHash) -> bool {
        self.filter.may_hold(name) && self.reach.homes.contains_key(&name)
    }

    /// Adds a name of a module. What asks for the members of subclasses finds them in any module.
    fn add(&mut self, module: u32, name: NameHash, members: &[NameHash]) {
        if self.marks.subclasses && members.binary_search(&name).is_ok() {
            return self.add_anywhere(name);
        }
        self.filter.insert(name);
        let home = self.reach.homes.entry(name).or_insert_with(|| Home::Modules(FxHashSet::default()));
        if let Home::Modules(modules) = home {
            self.count += usize::from(modules.insert(module));
        }
    }

    fn add_anywhere(&mut self, name: NameHash) {
        self.filter.insert(name);
        let before = self.reach.homes.insert(name, Home::Anywhere);
        self.count += usize::from(!matches!(before, Some(Home::Anywhere)));
    }
}

#[cfg(test)]
mod tests {
    use loopmend_project::{DiscoverOptions, Project};
    use std::sync::Arc;

    use loopmend_index::summary::{Asked, AskedCalls, Extent, Interface};
    use loopmend_semantic::{Engine, ModuleId};

    use super::{Change, Changes, Marks, Reach};

    /// What modules of these texts look like.
    fn interfaces(texts: &[&str]) -> Vec<Arc<Interface>> {
        let directory = tempfile::tempdir().unwrap();
        for (index, text) in texts.iter().enumerate() {
            std::fs::write(directory.path().join(format!("m{index}.py")), text).unwrap();
        }
        let cwd = directory.path().to_owned();
        let project = Project::discover(&DiscoverOptions { cwd, ..DiscoverOptions::default() }).unwrap();
        let engine = Engine::new(&project, None);
        let ids = (0..texts.len()).map(ModuleId::of_file);
        for id in ids.clone() {
            engine.load(id);
        }
        let extent = Extent { definitions: true, bodies: true, calls_by_name: true };
        let told = |id, calls: &AskedCalls| engine.interface(id, Asked { calls, steps: &[], extent });
        let in_full = |id| {
            let calls = told(id, &AskedCalls::default()).calls.iter().map(|(name, ..)| name).collect();
            Arc::new(told(id, &calls))
        };
        ids.map(in_full).collect()
    }

    /// Which of the modules meet a change of the first; each rests on itself and on `m1`.
    fn met(texts: &[&str], changed: &str, marks: Marks) -> Vec<usize> {
        met_by(texts, changed, marks, (&[1], true))
    }

    /// The same where each rests on these modules, and so on one that changed or on none.
    fn met_by(
        texts: &[&str],
        changed: &str,
        marks: Marks,
        (others, rests_on_changed): (&[u32], bool),
    ) -> Vec<usize> {
        let mut texts_after = texts.to_vec();
        texts_after[0] = changed;
        let (before, after) = (interfaces(texts), &interfaces(&texts_after)[0]);
        let change = Change {
            definitions: before[0].definitions.changed(&after.definitions),
            bodies: before[0].bodies.changed(&after.bodies),
            calls: before[0].calls.changed(&after.calls),
            ..Change::default()
        };
        let changes = Changes { modules: vec![change], ..Changes::default() };
        let reach = Reach::new(&changes, &before, marks, rests_on_changed);
        let meets = |index: &usize| {
            let dependencies = [others, &[*index as u32]].concat();
            reach.meets(&before[*index].mentions, &dependencies)
        };
        (1..texts.len()).filter(meets).collect()
    }

    /// What `x` is in `f`, and so what `f` gives, depends on the calls of `f`.
    const DEFINES: &str = "def f(x): return x.run()\ndef h(x): return x\ndef k(x): x.run()\n";
    const CALLER: &str = "from m1 import f\ndef g():\n    f(A())\n";
    const USES_F: &str = "from m1 import f\nf\n";
    const USES_H: &str = "from m1 import h\nh\n";
    const USES_K: &str = "from m1 import k\nk\n";
    const CALL_SITES: Marks = Marks {
        subclasses: false,
        bodies: false,
        call_sites: true,
        steps: false,
        project: false,
        all_texts: false,
        set_attributes: false,
        attributes_on_others: false,
    };

    #[test]
    fn a_changed_call_meets_what_rests_on_the_calls_of_the_function() {
        let texts = [CALLER, DEFINES, USES_F, USES_H];
        let other = CALLER.replace("A()", "B()");
        assert_eq!(met(&texts, &other, CALL_SITES), [1, 2]);
        assert_eq!(met(&texts, &other, Marks::default()), [0; 0]);
        assert_eq!(met(&texts, &CALLER.replace("f(A())", "h(1)"), CALL_SITES), [1, 2, 3]);
        let texts = [CALLER, DEFINES, USES_K];
        assert_eq!(met(&texts, &CALLER.replace("f(A())", "k(1)"), CALL_SITES), [1]);
    }

    #[test]
    fn a_changed_definition_meets_what_rests_on_calls_with_it() {
        let texts = ["class A: pass\n", DEFINES, USES_F, USES_H, CALLER];
        assert_eq!(met(&texts, "class A(B): pass\n", CALL_SITES), [1, 2, 4]);
        let local = CALLER.replace("f(A())", "a = A()\n    f(a)");
        let texts = ["class A: pass\n", DEFINES, USES_F, USES_H, local.as_str()];
        assert_eq!(met(&texts, "class A(B): pass\n", CALL_SITES), [1, 2, 4]);
    }

    #[test]
    fn what_rests_on_no_changed_module_sees_nothing_of_bodies() {
        let texts = ["async def f(x):\n    await x\n", DEFINES, USES_F];
        let plain = "async def f(x):\n    x\n";
        assert_eq!(met_by(&texts, plain, CALL_SITES, (&[0, 1], true)), [2]);
        assert_eq!(met_by(&texts, plain, CALL_SITES, (&[1], false)), [0; 0]);
        let texts = [CALLER, DEFINES, USES_F];
        let other = CALLER.replace("A()", "B()");
        assert_eq!(met_by(&texts, &other, CALL_SITES, (&[1], false)), [1, 2], "calls are seen from anywhere");
    }
}
