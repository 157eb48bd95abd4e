//! Whether a class of the project may override a name, by names alone. No base is resolved, so the answer rests on no class, and is
//! the same for a file that is read and for one that is remembered.

use std::sync::{Arc, OnceLock};

use loopmend_index::summary::{Inheritance, Interface, NameHash, Summary};

use crate::engine::{Engine, ModuleId};
use crate::sharded::Sharded;

/// Pairs of names, ascending.
type Pairs = Vec<(NameHash, NameHash)>;

/// The names of the classes of a project, of their bases, and of what they bind.
#[derive(Default)]
pub(crate) struct NamesOfClasses {
    /// The last name of a base, and the name of the class.
    inheritance: OnceLock<Pairs>,
    /// By the name of a class, those of the classes that may derive from it, ascending.
    below: Sharded<NameHash, Arc<[NameHash]>>,
    /// A name bound in the body of a class, and the name of the class, in the files that are not remembered.
    bound: OnceLock<Pairs>,
}

impl Engine<'_> {
    /// Returns whether a project class that has a base of this name, or derives by name from one that has, binds a name in its body.
    pub(crate) fn may_override(&self, class: &str, name: &str) -> bool {
        let below = self.names_below(Interface::name_hash(class));
        let name = Interface::name_hash(name);
        !below.is_empty() && (self.binds_in_read(&below, name) || self.binds_in_remembered(&below, name))
    }

    fn binds_in_read(&self, classes: &[NameHash], name: NameHash) -> bool {
        let bound = of_first(self.index.names_of_classes.bound.get_or_init(|| self.bound_in_read()), name);
        match bound.len() < classes.len() {
            true => bound.iter().any(|(_, class)| classes.binary_search(class).is_ok()),
            false => classes.iter().any(|class| bound.binary_search(&(name, *class)).is_ok()),
        }
    }

    fn binds_in_remembered(&self, classes: &[NameHash], name: NameHash) -> bool {
        let is_one = |class: NameHash| classes.binary_search(&class).is_ok();
        let has_one = |interface: &Interface| interface.inheritance.iter().any(|edge| is_one(edge.class));
        let binds = |module: ModuleId| {
            bound_in_classes(self.summary(module)).any(|(bound, class)| bound == name && is_one(class))
        };
        let mut modules = self.remembered_with_member(name);
        modules.any(|(module, interface)| has_one(interface) && binds(module))
    }

    fn bound_in_read(&self) -> Pairs {
        pairs(self.unremembered().flat_map(|module| bound_in_classes(self.summary(module))))
    }

    /// Returns the names of the classes that have a base of this name, of those that have a base of their names, and so on.
    fn names_below(&self, class: NameHash) -> Arc<[NameHash]> {
        let names = &self.index.names_of_classes;
        names.below.get_or_make(class, || {
            let inheritance = names.inheritance.get_or_init(|| self.inheritance_by_name());
            let (mut below, mut open) = (Vec::new(), vec![class]);
            while let Some(base) = open.pop() {
                for (_, derived) in of_first(inheritance, base) {
                    if let Err(place) = below.binary_search(derived) {
                        below.insert(place, *derived);
                        open.push(*derived);
                    }
                }
            }
            below.into()
        })
    }

    fn inheritance_by_name(&self) -> Pairs {
        let read = self.unremembered().flat_map(|module| self.summary(module).inheritance());
        let remembered =
            self.remembered_interfaces().flat_map(|(_, interface)| &interface.inheritance).copied();
        pairs(read.chain(remembered).map(|Inheritance { class, base }| (base, class)))
    }
}

fn bound_in_classes(summary: &Summary) -> impl Iterator<Item = (NameHash, NameHash)> {
    summary.classes.iter().flat_map(move |class| {
        let own = Interface::name_hash(summary.name(class.name));
        let entries = summary.scope(class.scope).entries.iter();
        entries.map(move |entry| (Interface::name_hash(summary.name(entry.name)), own))
    })
}

fn pairs(all: impl Iterator<Item = (NameHash, NameHash)>) -> Pairs {
    let mut all: Pairs = all.collect();
    all.sort_unstable();
    all.dedup();
    all.shrink_to_fit();
    all
}

/// Returns the pairs that begin with a name.
fn of_first(pairs: &[(NameHash, NameHash)], name: NameHash) -> &[(NameHash, NameHash)] {
    let start = pairs.partition_point(|(first, _)| *first < name);
    let length = pairs[start..].partition_point(|(first, _)| *first == name);
    &pairs[start..start + length]
}
