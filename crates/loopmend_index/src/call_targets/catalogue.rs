//! The callables that start an event loop or block a thread: those of the catalogue and the project's additions.

use loopmend_catalog::{Blocking, Entry, Role, entries, named};
use loopmend_project::{BlockingGroup, BlockingSettings};
use rustc_hash::{FxHashMap, FxHashSet};

use super::starts::RUN_FUNCTIONS;

/// A callable that blocks the calling thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockingCallable {
    /// The public dotted name.
    pub path: String,
    /// What `async` code should do instead, in Markdown.
    pub instead: String,
    /// Whether the callable waits for other threads or the user. Plain functions may do so intentionally,
    /// so only a call in an `async def` counts.
    pub is_of_threads: bool,
    /// Whether the callable only waits. A sleep is always intended, whereas other blocking calls may be
    /// rare cases deep in a call path.
    pub is_sleep: bool,
    /// Whether the class of the object decides, and not the definition of the method: another class may share the method.
    pub is_by_class: bool,
}

/// The target callables of one project: those that block and those that start event loops.
#[derive(Debug, Default)]
pub struct Catalogue {
    blocking: Vec<BlockingCallable>,
    /// The indices of the callables by the last part of the name.
    by_last: FxHashMap<Box<str>, Vec<u16>>,
    /// The public names of all functions of modules.
    paths: FxHashSet<Box<str>>,
    /// The last parts of these names.
    functions: FxHashSet<Box<str>>,
    /// The packages with a method of a name, by the last part of the name.
    methods: FxHashMap<Box<str>, Vec<Box<str>>>,
}

/// The wait for the result of a future, whose calls in `async` functions are found by what is known of the future.
const FUTURE_RESULT: &str = "concurrent.futures.Future.result";

/// The advice for callables that the project adds.
const IN_A_THREAD: &str = "`await asyncio.to_thread(...)`";

impl Catalogue {
    /// Creates the catalogue from the enabled groups and the project's additions.
    pub fn new(settings: &BlockingSettings) -> Self {
        let mut catalogue = Self::default();
        // Of several public names of one function, the shortest one is shown.
        let mut known: Vec<&Entry> = entries().collect();
        known.sort_by_key(|known| known.name.matches('.').count());
        for known in known {
            let Some(Blocking { group, instead }) = &known.blocks else { continue };
            if let Some(group) = BlockingGroup::named(group).filter(|group| settings.has_group(*group)) {
                for path in blocking_paths(known) {
                    let is_of_threads = matches!(group, BlockingGroup::Sync | BlockingGroup::Interactive);
                    let is_sleep = group == BlockingGroup::Sleep;
                    let instead = instead.to_string();
                    let is_by_class = !known.blocking_methods.is_empty();
                    catalogue.add(BlockingCallable { path, instead, is_of_threads, is_sleep, is_by_class });
                }
            }
        }
        catalogue.add_packages_of_makers();
        for path in settings.callables() {
            let instead = IN_A_THREAD.to_owned();
            catalogue.add(BlockingCallable {
                path: path.clone(),
                instead,
                is_of_threads: false,
                is_sleep: false,
                is_by_class: false,
            });
        }
        for start in RUN_FUNCTIONS {
            let package = root_of(start.definition);
            if is_method(start.definition) {
                catalogue.add_method(start.called, package);
            }
            if root_of(start.name) == package {
                catalogue.add_function(start.name);
            }
        }
        catalogue
    }

    fn add(&mut self, callable: BlockingCallable) {
        let last = last_of(&callable.path).to_owned();
        match is_method(&callable.path) {
            true => self.add_method(&last, root_of(&callable.path)),
            false => self.add_function(&callable.path),
        }
        self.by_last.entry(last.into()).or_default().push(self.blocking.len() as u16);
        self.blocking.push(callable);
    }

    /// Adds the packages whose functions create objects of a class of another package.
    fn add_packages_of_makers(&mut self) {
        for maker in entries() {
            let Some(class) = maker.makes.filter(|class| root_of(class) != root_of(&maker.name)) else {
                continue;
            };
            let methods: Vec<String> = self.find_methods(class).map(str::to_owned).collect();
            methods.iter().for_each(|method| self.add_method(method, root_of(&maker.name)));
        }
    }

    /// Returns the names of the methods of a class that block.
    fn find_methods<'c>(&'c self, class: &'c str) -> impl Iterator<Item = &'c str> {
        self.blocking.iter().filter_map(move |known| known.path.strip_prefix(class)?.strip_prefix('.'))
    }

    fn add_function(&mut self, path: &str) {
        self.paths.insert(path.into());
        self.functions.insert(last_of(path).into());
    }

    fn add_method(&mut self, name: &str, package: &str) {
        let packages = self.methods.entry(name.into()).or_default();
        if packages.iter().all(|known| **known != *package) {
            packages.push(package.into());
        }
    }

    /// Returns whether this is the public name of a module-level function.
    pub fn has_path(&self, path: &str) -> bool {
        self.paths.contains(path)
    }

    /// Returns whether a module-level function has this name.
    pub fn has_function(&self, name: &str) -> bool {
        self.functions.contains(name)
    }

    /// Returns the packages that have methods of this name.
    pub fn packages_with_method(&self, name: &str) -> &[Box<str>] {
        self.methods.get(name).map_or(&[], Vec::as_slice)
    }

    /// Returns the blocking callables with this last name, with their indices.
    pub fn blocking_named(&self, name: &str) -> impl Iterator<Item = (u16, &BlockingCallable)> {
        let places = self.by_last.get(name).map_or(&[][..], Vec::as_slice);
        places.iter().map(|place| (*place, &self.blocking[usize::from(*place)]))
    }

    /// Returns whether the blocking callable at an index is the wait for the result of a future of a thread.
    pub fn is_future_result(&self, place: u16) -> bool {
        self.blocking(place).path == FUTURE_RESULT
    }

    /// Returns the blocking callable at an index.
    pub fn blocking(&self, place: u16) -> &BlockingCallable {
        &self.blocking[usize::from(place)]
    }
}

/// Returns the dotted names of what blocks: the methods of a class, or the name itself.
fn blocking_paths(known: &Entry) -> Vec<String> {
    match known.blocking_methods {
        [] => vec![known.name.to_string()],
        methods => methods.iter().map(|method| format!("{}.{method}", known.name)).collect(),
    }
}

fn last_of(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

/// Returns the package of a dotted name.
pub fn root_of(path: &str) -> &str {
    path.split('.').next().unwrap_or(path)
}

/// Returns whether the part before the last one is a class. A class name starts with a capital letter, or
/// is one of a few exceptions.
fn is_method(path: &str) -> bool {
    let mut parts = path.rsplit('.').skip(1);
    parts
        .next()
        .is_some_and(|class| class.starts_with(char::is_uppercase) || named(class).has(Role::LowercaseClass))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_group_of_the_catalogue_is_known() {
        let blocking = || entries().filter_map(|known| known.blocks.as_ref());
        assert!(blocking().count() > 100);
        assert!(blocking().all(|blocking| BlockingGroup::named(&blocking.group).is_some()));
    }

    #[test]
    fn groups_that_are_off_are_not_looked_for() {
        let catalogue = Catalogue::new(&BlockingSettings::default());
        assert!(catalogue.has_path("time.sleep") && catalogue.has_path("asyncio.run"));
        assert!(!catalogue.has_path("io.open"));
        assert_eq!(catalogue.packages_with_method("urlopen"), [Box::from("urllib3")]);
        assert!(catalogue.packages_with_method("run_until_complete").contains(&Box::from("asyncio")));
    }
}
