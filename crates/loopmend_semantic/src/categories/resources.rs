//! What a test can reach outside of itself, and what stands in its place: the data of `resources.toml`.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

/// A kind of thing outside of a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ResourceKind {
    /// A browser.
    Browser,
    /// A container.
    Container,
    /// A database, a queue or another server with data.
    Database,
    /// A connection, or a server on this machine.
    Network,
    /// Another process.
    Subprocess,
    /// A key, a password or an address in the environment.
    Environment,
    /// A file.
    File,
    /// Waiting for a while.
    Sleep,
}

impl ResourceKind {
    /// All, from what tells most about a test to what tells least.
    pub const ALL: [Self; 8] = [
        Self::Browser,
        Self::Container,
        Self::Database,
        Self::Network,
        Self::Subprocess,
        Self::Environment,
        Self::File,
        Self::Sleep,
    ];

    /// One word for people and programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Browser => "browser",
            Self::Container => "container",
            Self::Database => "database",
            Self::Network => "network",
            Self::Subprocess => "subprocess",
            Self::Environment => "environment",
            Self::File => "file",
            Self::Sleep => "sleep",
        }
    }

    /// The category of a test that reaches it.
    pub fn category(self) -> Category {
        match self {
            Self::Browser => Category::EndToEnd,
            Self::Container | Self::Database | Self::Network | Self::Subprocess | Self::Environment => {
                Category::Integration
            }
            Self::File | Self::Sleep => Category::Unit,
        }
    }
}

/// What a test is by what it reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// Nothing outside of the process but files.
    Unit,
    /// Something that has to be there: a server, a database, a process, a key.
    Integration,
    /// A browser.
    EndToEnd,
}

impl Category {
    /// All, from the smallest tests on.
    pub const ALL: [Self; 3] = [Self::Unit, Self::Integration, Self::EndToEnd];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Integration => "integration",
            Self::EndToEnd => "end-to-end",
        }
    }
}

/// Something that is called: `requests.Session().get` is `get` of the package `requests`, on the way through `Session`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Called {
    pub(super) package: String,
    /// The modules and classes on the way, those that the class inherits from too.
    pub(super) owners: Vec<String>,
    pub(super) name: String,
    /// Whether an object is made, of the class that the name is.
    pub(super) is_class: bool,
}

impl Called {
    /// By a dotted name in which `()` stands for a call.
    pub(super) fn of_path(path: &str) -> Option<Self> {
        let (owners, name) = path.rsplit_once('.').unwrap_or(("builtins", path));
        let mut owners = owners.split('.').map(|part| part.trim_end_matches("()").to_owned());
        let package = owners.next()?;
        let is_class = name.starts_with(|first: char| first.is_ascii_uppercase());
        Some(Self { package, owners: owners.collect(), name: name.to_owned(), is_class })
    }

    /// `package.Owner.name`, as far as it is shown: by the owner that is listed, else by the nearest class.
    fn shown(&self, listed: &[String]) -> String {
        let is_class = |owner: &&String| owner.starts_with(|first: char| first.is_ascii_uppercase());
        let class = self.owners.iter().find(|owner| listed.contains(owner));
        let class = class.or_else(|| self.owners.iter().find(is_class)).filter(|_| !self.is_class);
        let package = if self.package == "builtins" { None } else { Some(&self.package) };
        let parts: Vec<&str> =
            package.into_iter().chain(class).map(String::as_str).chain([&*self.name]).collect();
        parts.join(".")
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Resource {
    kind: ResourceKind,
    package: String,
    #[serde(default)]
    owners: Vec<String>,
    #[serde(default)]
    called: Vec<String>,
    #[serde(default)]
    except: Vec<String>,
    #[serde(default)]
    constructs: bool,
    /// Whether it counts only where a text is asked for that sounds like a key.
    #[serde(default)]
    asks_for_key: bool,
    #[cfg_attr(not(test), expect(dead_code, reason = "tells people where it is documented"))]
    source: String,
}

impl Resource {
    fn is(&self, called: &Called) -> bool {
        let is_named = self.called.is_empty() || self.called.contains(&called.name);
        let is_within = self.owners.is_empty()
            || called.owners.iter().any(|owner| self.owners.contains(owner))
            || called.is_class && self.owners.contains(&called.name);
        let counts = !called.is_class || self.constructs;
        counts && is_named && is_within && !self.except.contains(&called.name)
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PluginFixture {
    kind: ResourceKind,
    plugin: String,
    names: Vec<String>,
    #[cfg_attr(not(test), expect(dead_code, reason = "tells people where it is documented"))]
    source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mock {
    replaces: Vec<ResourceKind>,
    #[serde(default)]
    packages: Vec<String>,
    /// Only these of the packages, where it says so.
    #[serde(default)]
    called: Vec<String>,
    #[serde(default)]
    fixtures: Vec<String>,
    /// Dotted names in whose place something is put.
    #[serde(default)]
    targets: Vec<String>,
    #[cfg_attr(not(test), expect(dead_code, reason = "tells people where it is documented"))]
    source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct InProcess {
    package: String,
    owner: String,
    #[cfg_attr(not(test), expect(dead_code, reason = "tells people where it is documented"))]
    source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KnownMark {
    category: Option<Category>,
    kind: Option<ResourceKind>,
    names: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Data {
    resource: Vec<Resource>,
    fixture: Vec<PluginFixture>,
    mock: Vec<Mock>,
    in_process: Vec<InProcess>,
    mark: Vec<KnownMark>,
}

/// All that is listed.
pub(super) struct Resources {
    data: Data,
    /// The places of the resources, by package.
    by_package: FxHashMap<String, Vec<usize>>,
}

impl Resources {
    /// What is compiled in.
    pub(super) fn known() -> &'static Self {
        static KNOWN: OnceLock<Resources> = OnceLock::new();
        KNOWN.get_or_init(|| {
            let data: Data = toml::from_str(include_str!("resources.toml")).expect("the table is tested");
            let mut by_package: FxHashMap<String, Vec<usize>> = FxHashMap::default();
            for (place, resource) in data.resource.iter().enumerate() {
                by_package.entry(resource.package.clone()).or_default().push(place);
            }
            Self { data, by_package }
        })
    }

    /// The kind of resource that is called, given the text that is the first argument, and what it is called.
    pub(super) fn reached_by(&self, called: &Called, text: Option<&str>) -> Option<(ResourceKind, String)> {
        let is_in_process = |known: &InProcess| {
            known.package == called.package
                && (called.owners.contains(&known.owner) || called.name == known.owner)
        };
        if self.data.in_process.iter().any(is_in_process) {
            return None;
        }
        let places = self.by_package.get(&called.package).map_or(&[][..], Vec::as_slice);
        let mut known = places.iter().map(|place| &self.data.resource[*place]);
        let is_meant =
            |known: &&Resource| known.is(called) && (!known.asks_for_key || text.is_some_and(is_key));
        let known = known.find(is_meant)?;
        let shown = match text.filter(|_| known.asks_for_key) {
            Some(key) => key.to_owned(),
            None => called.shown(&known.owners),
        };
        Some((known.kind, shown))
    }

    /// What a fixture opens that no file of the project defines, with the plugin it comes from.
    pub(super) fn fixture(&'static self, name: &str) -> Option<(ResourceKind, &'static str)> {
        let has_name = |known: &&PluginFixture| known.names.iter().any(|known| known == name);
        self.data.fixture.iter().find(has_name).map(|known| (known.kind, known.plugin.as_str()))
    }

    /// What a fixture of this name stands in the place of.
    pub(super) fn replaced_by_fixture(&self, name: &str) -> impl Iterator<Item = ResourceKind> {
        let has_name = move |mock: &&Mock| mock.fixtures.iter().any(|known| known == name);
        self.data.mock.iter().filter(has_name).flat_map(|mock| mock.replaces.iter().copied())
    }

    /// What something that is called stands in the place of.
    pub(super) fn replaced_by_call(&self, called: &Called) -> impl Iterator<Item = ResourceKind> {
        let is_meant = move |mock: &&Mock| {
            mock.packages.contains(&called.package)
                && (mock.called.is_empty() || mock.called.contains(&called.name))
        };
        self.data.mock.iter().filter(is_meant).flat_map(|mock| mock.replaces.iter().copied())
    }

    /// What is out of reach where something is put in the place of a dotted name: `patch("app.socket.socket")`.
    pub(super) fn replaced_by_patch(&self, target: &str) -> impl Iterator<Item = ResourceKind> {
        let is_meant = move |mock: &&Mock| {
            let before = |known: &String| target.strip_suffix(known.as_str());
            mock.targets.iter().filter_map(before).any(|before| before.is_empty() || before.ends_with('.'))
        };
        self.data.mock.iter().filter(is_meant).flat_map(|mock| mock.replaces.iter().copied())
    }

    /// The category that a mark means.
    pub(super) fn category_of_mark(&self, name: &str) -> Option<Category> {
        self.marks(name).find_map(|mark| mark.category)
    }

    /// What a mark opens.
    pub(super) fn kind_of_mark(&self, name: &str) -> Option<ResourceKind> {
        self.marks(name).find_map(|mark| mark.kind)
    }

    fn marks(&self, name: &str) -> impl Iterator<Item = &KnownMark> {
        self.data.mark.iter().filter(move |mark| mark.names.iter().any(|known| known == name))
    }
}

/// The words by which names in the environment are keys or addresses of something outside.
const WORDS_OF_KEYS: [&str; 7] = ["KEY", "TOKEN", "SECRET", "PASSWORD", "PASSWD", "DSN", "CREDENTIALS"];

/// Whether a name in the environment sounds like a key: `OPENAI_API_KEY`.
fn is_key(name: &str) -> bool {
    name.split('_').any(|word| WORDS_OF_KEYS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::{Called, Category, ResourceKind, Resources};

    fn kind(path: &str, text: Option<&str>) -> Option<ResourceKind> {
        Some(Resources::known().reached_by(&Called::of_path(path)?, text)?.0)
    }

    #[test]
    fn each_line_has_its_source() {
        let data = &Resources::known().data;
        let sources = data.resource.iter().map(|known| &known.source);
        let sources = sources.chain(data.fixture.iter().map(|known| &known.source));
        let sources = sources.chain(data.mock.iter().map(|known| &known.source));
        let mut sources = sources.chain(data.in_process.iter().map(|known| &known.source));
        assert!(sources.all(|source| source.starts_with("https://")));
    }

    #[test]
    fn a_dotted_name_tells_what_is_reached() {
        assert_eq!(kind("requests.Session().get", None), Some(ResourceKind::Network));
        assert_eq!(kind("requests.exceptions.Timeout", None), None);
        assert_eq!(kind("aiohttp.ClientSession", None), None);
        assert_eq!(kind("aiohttp.ClientSession().get", None), Some(ResourceKind::Network));
        assert_eq!(kind("redis.Redis().get", None), Some(ResourceKind::Database));
        assert_eq!(kind("redis.Redis().pipeline", None), None);
        assert_eq!(kind("testcontainers.postgres.PostgresContainer", None), Some(ResourceKind::Container));
        assert_eq!(kind("subprocess.Popen", None), Some(ResourceKind::Subprocess));
        assert_eq!(kind("subprocess.CalledProcessError", None), None);
        assert_eq!(kind("multiprocessing.Process", None), Some(ResourceKind::Subprocess));
        assert_eq!(kind("starlette.testclient.TestClient().get", None), None);
        assert_eq!(kind("open", None), Some(ResourceKind::File));
    }

    #[test]
    fn what_is_reached_is_shown_by_its_listed_class() {
        let called = Called {
            package: "redis".to_owned(),
            owners: ["core", "BasicKeyCommands", "Redis"].map(str::to_owned).to_vec(),
            name: "get".to_owned(),
            is_class: false,
        };
        let shown =
            |path: &str| Resources::known().reached_by(&Called::of_path(path).unwrap(), None).unwrap().1;
        assert_eq!(Resources::known().reached_by(&called, None).unwrap().1, "redis.Redis.get");
        assert_eq!(shown("subprocess.Popen"), "subprocess.Popen");
        assert_eq!(shown("requests.Session().get"), "requests.Session.get");
        assert_eq!(shown("open"), "open");
    }

    #[test]
    fn a_name_in_the_environment_may_be_a_key() {
        assert_eq!(kind("os.getenv", Some("OPENAI_API_KEY")), Some(ResourceKind::Environment));
        assert_eq!(kind("os.environ.get", Some("DATABASE_PASSWORD")), Some(ResourceKind::Environment));
        assert_eq!(kind("os.getenv", Some("HOME")), None);
        assert_eq!(kind("os.getenv", None), None);
    }

    #[test]
    fn marks_and_fixtures_are_known_by_name() {
        let known = Resources::known();
        assert_eq!(known.category_of_mark("e2e"), Some(Category::EndToEnd));
        assert_eq!(known.category_of_mark("asyncio"), None);
        assert_eq!(known.kind_of_mark("django_db"), Some(ResourceKind::Database));
        assert_eq!(known.fixture("aiohttp_client").map(|(kind, _)| kind), Some(ResourceKind::Network));
        let replaced: Vec<ResourceKind> = known.replaced_by_fixture("httpx_mock").collect();
        assert_eq!(replaced, [ResourceKind::Network]);
    }
}
