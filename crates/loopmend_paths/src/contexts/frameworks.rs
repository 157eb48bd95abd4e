//! How frameworks run functions, as listed in `frameworks.toml`.

use loopmend_catalog::{Derived, Entry, Words, entries};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error;

/// The context in which a function runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Context {
    /// A command of a command-line interface.
    CommandLine,
    /// A task of a queue, or a handler that a platform calls for each event.
    Worker,
    /// A thread other than the one that started it.
    Thread,
    /// A separate process.
    Process,
    /// A handler of requests.
    Route,
    /// A callback of an event loop.
    Callback,
    /// A test, a fixture or a pytest hook.
    Test,
    /// A module that is run as a script, or code that runs at exit.
    Script,
    /// A cell of a notebook.
    Notebook,
    /// A library function: nothing in the project is known to call it.
    Library,
}

impl Context {
    /// Returns the context with a name as in the catalogues: `command-line`.
    fn named(name: &str) -> Option<Self> {
        Self::deserialize(IntoDeserializer::<Error>::into_deserializer(name)).ok()
    }

    /// All contexts, in the order of listings.
    pub const ALL: [Self; 10] = [
        Self::Library,
        Self::CommandLine,
        Self::Worker,
        Self::Thread,
        Self::Process,
        Self::Route,
        Self::Callback,
        Self::Test,
        Self::Script,
        Self::Notebook,
    ];

    /// Returns the displayed name of the context.
    pub fn name(self) -> &'static str {
        match self {
            Self::CommandLine => "command line",
            Self::Worker => "task worker",
            Self::Thread => "thread",
            Self::Process => "process",
            Self::Route => "web route",
            Self::Callback => "loop callback",
            Self::Test => "test",
            Self::Script => "script",
            Self::Notebook => "notebook",
            Self::Library => "library",
        }
    }
}

/// How a framework uses a function.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Registration {
    pub(crate) framework: String,
    pub(crate) package: String,
    names: Vec<String>,
    /// The classes that own these methods; any class if empty.
    #[serde(default)]
    owners: Vec<String>,
    #[serde(default)]
    parameters: Vec<String>,
    place: Option<usize>,
    #[serde(default)]
    pub(crate) runs_on_loop: bool,
    #[serde(default)]
    any_receiver: bool,
    /// Whether several registered functions may run at the same time, because the framework has a pool of
    /// threads.
    #[serde(default)]
    pub(crate) is_pool: bool,
    pub(crate) context: Context,
    #[cfg_attr(not(test), expect(dead_code, reason = "tells people where it is documented"))]
    source: String,
}

/// A framework class that calls methods of its subclasses.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Base {
    pub(crate) framework: String,
    package: String,
    classes: Vec<String>,
    methods: Vec<String>,
    #[serde(default)]
    pub(crate) runs_on_loop: bool,
    pub(crate) context: Context,
    #[cfg_attr(not(test), expect(dead_code, reason = "tells people where it is documented"))]
    source: String,
}

/// The catalogue of frameworks.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Frameworks {
    decorator: Vec<Registration>,
    call: Vec<Registration>,
    base: Vec<Base>,
}

impl Frameworks {
    /// Returns the compiled-in catalogue, with what the entries of libraries state.
    pub(crate) fn known() -> &'static Self {
        static KNOWN: Derived<Frameworks> = Derived::new();
        KNOWN.get(|| {
            let mut known: Self =
                toml::from_str(include_str!("frameworks.toml")).expect("the table is tested");
            for entry in entries() {
                let Some(registration) = Registration::of(entry) else { continue };
                match entry.takes {
                    Some(_) => known.call.push(registration),
                    None => known.decorator.push(registration),
                }
            }
            known
        })
    }

    /// Returns the registration for a decorator of this origin: `celery.Celery().task`.
    pub(crate) fn decorator(&self, origin: &str) -> Option<&Registration> {
        self.decorator.iter().find(|known| known.is_named_by(origin))
    }

    /// Returns the registrations for decorators with this last name.
    pub(crate) fn decorator_named(&self, name: &str) -> impl Iterator<Item = &Registration> {
        self.decorator.iter().filter(move |known| known.names.iter().any(|other| other == name))
    }

    /// Returns whether a decorator of a package may turn a function into an object of its own, such as a
    /// command group.
    pub(crate) fn has_decorators_of(&self, origin: &str) -> bool {
        self.decorator.iter().any(|known| known.package == package_of(origin))
    }

    /// Returns the registration for the argument at a position, or under a keyword, of a call of this
    /// origin.
    pub(crate) fn call(
        &self,
        origin: Option<&str>,
        name: &str,
        place: usize,
        keyword: Option<&str>,
    ) -> Option<&Registration> {
        let is_meant = |known: &&Registration| match origin {
            Some(origin) => known.is_named_by(origin),
            None => known.any_receiver && known.names.iter().any(|other| other == name),
        };
        let mut known = self.call.iter().filter(is_meant);
        known.find(|known| match keyword {
            Some(keyword) => known.takes_any() || known.parameters.iter().any(|name| name == keyword),
            None => known.takes_any() || known.place == Some(place),
        })
    }

    /// Returns whether a call of this name may run its arguments.
    pub(crate) fn has_call_named(&self, name: &str) -> bool {
        self.call.iter().any(|known| known.names.iter().any(|other| other == name))
    }

    /// Returns how a base class of this origin uses a method.
    pub(crate) fn base(&self, origin: &str, method: &str) -> Option<&Base> {
        let (package, class) = (package_of(origin), last_of(origin));
        self.base.iter().find(|known| {
            known.package == package
                && known.classes.iter().any(|name| name == class)
                && known.methods.iter().any(|pattern| is_like(pattern, method))
        })
    }
}

/// Returns the packages that call plain functions and methods of a project in threads of their own, by a decorator or a base class. The table of
/// frameworks is not read for that. The threads of the standard library are started by code of the project.
pub fn packages_with_threads() -> &'static [&'static str] {
    static PACKAGES: Derived<Vec<&'static str>> = Derived::new();
    let is_meant = |entry: &&Entry| {
        let context = entry.runs_in.and_then(Context::named);
        entry.takes.is_none() && matches!(context, Some(Context::Route | Context::Thread))
    };
    PACKAGES.get(|| {
        let stated = entries().filter(is_meant).map(|entry| package_of(&entry.name));
        let mut packages: Vec<&str> =
            Words::PackagesWithThreads.all().iter().copied().chain(stated).collect();
        packages.sort_unstable();
        packages.dedup();
        packages
    })
}

impl Registration {
    /// Returns how an entry says that a function runs: the one that it decorates, or the one that it takes.
    fn of(entry: &Entry) -> Option<Self> {
        let context = Context::named(entry.runs_in?)?;
        let (owner, last) = entry.name.rsplit_once('.')?;
        let package = package_of(&entry.name);
        Some(Self {
            framework: package.to_owned(),
            package: package.to_owned(),
            names: vec![last.to_owned()],
            owners: vec![last_of(owner).to_owned()],
            parameters: entry.takes.iter().map(|taken| taken.parameter.to_owned()).collect(),
            place: entry.takes.map(|taken| taken.place),
            runs_on_loop: false,
            any_receiver: false,
            is_pool: false,
            context,
            source: entry.source.to_string(),
        })
    }

    fn is_named_by(&self, origin: &str) -> bool {
        let (owner, last) = origin.rsplit_once('.').unwrap_or(("", origin));
        let owner = last_of(owner).trim_end_matches("()");
        self.package == package_of(origin)
            && self.names.iter().any(|name| name == last.trim_end_matches("()"))
            && (self.owners.is_empty() || self.owners.iter().any(|name| name == owner))
    }

    fn takes_any(&self) -> bool {
        self.place.is_none() && self.parameters.is_empty()
    }
}

fn package_of(origin: &str) -> &str {
    origin.split(['.', '(']).next().unwrap_or(origin)
}

fn last_of(origin: &str) -> &str {
    origin.rsplit('.').next().unwrap_or(origin)
}

/// Returns whether a name matches a pattern: `do_*` matches all names with this prefix.
fn is_like(pattern: &str, name: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => pattern == name,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use loopmend_catalog::{Facts, Words};

    use super::{Context, Frameworks};

    /// Code of the project starts the threads and servers of these.
    const STANDARD_LIBRARY: [&str; 3] = ["http", "socketserver", "threading"];

    #[test]
    fn the_packages_with_threads_are_those_of_the_table() {
        let known = Frameworks::known();
        let has_threads = |context| matches!(context, Context::Route | Context::Thread);
        let decorators = known.decorator.iter().filter(|it| has_threads(it.context) && !it.runs_on_loop);
        let bases = known.base.iter().filter(|it| has_threads(it.context) && !it.runs_on_loop);
        let packages: BTreeSet<&str> =
            decorators.map(|it| it.package.as_str()).chain(bases.map(|it| it.package.as_str())).collect();
        let packages = packages.into_iter().filter(|package| !STANDARD_LIBRARY.contains(package));
        assert_eq!(Words::PackagesWithThreads.all(), packages.collect::<Vec<_>>());
    }

    #[test]
    fn the_contexts_of_the_catalogue_are_known() {
        assert!(Facts::CONTEXTS.into_iter().all(|name| Context::named(name).is_some()));
        assert_eq!(Context::named("command-line"), Some(Context::CommandLine));
        assert_eq!(Context::named("nowhere"), None);
    }

    #[test]
    fn each_line_has_its_source() {
        let known = Frameworks::known();
        let registrations = known.decorator.iter().chain(&known.call);
        let mut sources: Vec<&str> = registrations.map(|known| known.source.as_str()).collect();
        sources.extend(known.base.iter().map(|known| known.source.as_str()));
        assert!(sources.iter().all(|source| source.starts_with("https://")));
        assert!(sources.len() > 70);
    }

    #[test]
    fn what_is_called_tells_the_context() {
        let known = Frameworks::known();
        let decorator = |origin| known.decorator(origin).map(|known| known.context);
        assert_eq!(decorator("celery.Celery().task()"), Some(Context::Worker));
        assert_eq!(decorator("click.group()().command()"), Some(Context::CommandLine));
        assert_eq!(decorator("celery.Celery().conf"), None);
        let call = |origin, name, place| known.call(origin, name, place, None).map(|known| known.context);
        let pool = "concurrent.futures.ProcessPoolExecutor().submit";
        assert_eq!(call(Some(pool), "submit", 0), Some(Context::Process));
        assert_eq!(call(Some(pool), "submit", 1), None);
        assert_eq!(call(None, "run_in_executor", 1), Some(Context::Thread));
        assert_eq!(call(None, "map", 0), None);
    }
}
