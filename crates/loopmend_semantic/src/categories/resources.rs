//! External resources that a test can reach, and their replacements: the data of `resources.toml`.

use std::sync::OnceLock;

use loopmend_project::{Category, ResourceKind};
use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::ReachedThing;
use super::steps::ReachedBy;
use crate::call_graph::root_of;
use crate::infer::{ClassRef, FunctionRef};

/// Something that is called: `requests.Session().get` is `get` of the package `requests`, on the way through `Session`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Called {
    pub(super) package: String,
    /// The modules and classes on the way.
    on_the_way: Vec<String>,
    /// Of a method or a class: the classes, with their packages, that the object is of.
    pub(super) classes: Vec<(String, String)>,
    pub(super) name: String,
    /// Whether an object is made, of the class that the name is.
    pub(super) is_class: bool,
    /// Whether it is code of a project that only has a package of that name.
    pub(super) is_own: bool,
    /// The dotted name, without calls.
    pub(super) path: String,
    /// The function, where it is known.
    pub(super) function: Option<FunctionRef>,
    /// Of a method or a class: the class that the object is of, with those that it inherits from.
    pub(super) order: Vec<ClassRef>,
}

impl Called {
    /// By a dotted name in which `()` stands for a call.
    pub(super) fn of_path(path: &str) -> Self {
        let called = Self::of_function(path);
        Self { is_class: is_class_name(&called.name), ..called }
    }

    /// By the module and the qualified name of a definition.
    pub(super) fn of_function(path: &str) -> Self {
        let (owners, name) = path.rsplit_once('.').unwrap_or(("builtins", path));
        let mut parts = owners.split('.').map(|part| part.trim_end_matches("()").to_owned());
        let package = parts.next().map_or_else(String::new, |package| Self::package_of(&package));
        let (on_the_way, name) = (parts.collect(), name.to_owned());
        Self { package, on_the_way, name, path: path.replace("()", ""), ..Self::default() }
    }

    /// The package of a module: the stub of `sqlite3` takes what it has from `_sqlite3`.
    pub(super) fn package_of(module: &str) -> String {
        root_of(module).trim_start_matches('_').to_owned()
    }

    /// What `with` calls of an object of a class, when that is made.
    pub(super) fn entered_by(self, method: &str) -> Self {
        Self { name: method.to_owned(), is_class: false, ..self }
    }

    /// The package, and the names on the way and of the classes.
    pub(super) fn into_owners(self) -> impl Iterator<Item = String> {
        let own = self.is_class.then_some(self.name);
        let classes = self.classes.into_iter().map(|(_, class)| class);
        [self.package].into_iter().chain(self.on_the_way).chain(classes).chain(own)
    }

    /// Whether it may be what asks the environment for a name.
    pub(super) fn may_ask_for_key(&self) -> bool {
        let listed = &Resources::known().data.resource;
        listed.iter().any(|known| known.asks_for_key && known.called.contains(&self.name))
    }

    fn packages(&self) -> impl Iterator<Item = &String> {
        let mut packages = vec![&self.package];
        for (package, _) in &self.classes {
            if !packages.contains(&package) {
                packages.push(package);
            }
        }
        packages.into_iter()
    }

    /// The first of these names of a package that stands on the way, or is a class of the object.
    fn owner_among<'o>(&self, package: &str, owners: &'o [String]) -> Option<&'o String> {
        owners.iter().find(|owner| {
            let is_class = self.classes.iter().any(|(of, class)| of == package && class == *owner);
            let is_on_the_way = self.package == package && self.on_the_way.contains(owner);
            let is_made = self.is_class && self.package == package && self.name == **owner;
            is_class || is_on_the_way || is_made
        })
    }

    /// `package.Owner.name`.
    fn shown(&self, package: &str, owner: Option<&String>) -> String {
        let owner = owner.filter(|owner| is_class_name(owner));
        let class = owner.or_else(|| self.on_the_way.iter().find(|owner| is_class_name(owner)));
        let class = class.filter(|_| !self.is_class).map(String::as_str);
        let package = (package != "builtins").then_some(package);
        let parts: Vec<&str> = package.into_iter().chain(class).chain([&*self.name]).collect();
        parts.join(".")
    }
}

/// Whether the last part of a dotted name is that of a class, by how it is written.
pub(super) fn is_class_name(name: &str) -> bool {
    name.trim_start_matches('_').starts_with(|first: char| first.is_ascii_uppercase())
}

/// A line of the table, or what a project lists.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Resource {
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
    /// Whether only functions of the package itself count, and no methods.
    #[serde(default)]
    at_top: bool,
    /// Whether it counts only where a text is asked for that sounds like a key.
    #[serde(default)]
    asks_for_key: bool,
    #[cfg_attr(not(test), expect(dead_code, reason = "tells people where it is documented"))]
    source: String,
}

impl Resource {
    /// What is reached, if it is this one, given the name in the environment that is asked for.
    pub(super) fn reached_by(&self, called: &Called, key: Option<&str>) -> Option<ReachedBy> {
        let name = self.name_of(called)?;
        let thing = match self.asks_for_key {
            true => ReachedThing::Variable(key.filter(|key| is_key(key))?.to_owned()),
            false => ReachedThing::Call { package: self.package.clone().into(), name },
        };
        Some(ReachedBy { kind: self.kind, package: self.package.clone().into(), thing })
    }

    /// The name of what is called, if it is this one. Of a project that only has a package of a listed name, listed classes alone
    /// count.
    fn name_of(&self, called: &Called) -> Option<String> {
        let owner = called.owner_among(&self.package, &self.owners);
        let is_within = match self.owners.is_empty() {
            true => {
                let is_at_top = called.on_the_way.is_empty() && called.classes.is_empty();
                called.package == self.package && !called.is_own && (is_at_top || !self.at_top)
            }
            false => owner.is_some(),
        };
        let is_named = self.called.is_empty() || self.called.contains(&called.name);
        let counts = !called.is_class || self.constructs;
        let is_meant = counts && is_named && is_within && !self.except.contains(&called.name);
        is_meant.then(|| called.shown(&self.package, owner))
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

/// Something that stands in the place of resources.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mock {
    replaces: Vec<ResourceKind>,
    /// The packages that it stands in the place of; all that reach such a kind, without.
    #[serde(default)]
    of: Vec<String>,
    /// What is called of these packages makes it.
    #[serde(default)]
    packages: Vec<String>,
    /// Only these of the packages, where it says so.
    #[serde(default)]
    called: Vec<String>,
    /// Only with one of these arguments, where it says so.
    #[serde(default)]
    keywords: Vec<String>,
    #[serde(default)]
    fixtures: Vec<String>,
    #[serde(default)]
    marks: Vec<String>,
    /// Dotted names in whose place something is put.
    #[serde(default)]
    targets: Vec<String>,
    #[cfg_attr(not(test), expect(dead_code, reason = "tells people where it is documented"))]
    source: String,
}

impl Mock {
    /// Whether a resource of a package is out of reach behind it.
    pub(super) fn covers(&self, kind: ResourceKind, package: &str) -> bool {
        self.replaces.contains(&kind) && (self.of.is_empty() || self.of.iter().any(|of| of == package))
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct InProcess {
    package: String,
    owner: String,
    /// Only these of it, where it says so.
    #[serde(default)]
    called: Vec<String>,
    #[cfg_attr(not(test), expect(dead_code, reason = "tells people where it is documented"))]
    source: String,
}

/// A class of which it is enough to inherit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TestCaseClass {
    kind: ResourceKind,
    package: String,
    names: Vec<String>,
    #[cfg_attr(not(test), expect(dead_code, reason = "tells people where it is documented"))]
    source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KnownMark {
    category: Option<Category>,
    kind: Option<ResourceKind>,
    /// Whether it says which of several resources is reached, and so is no name of the category.
    #[serde(default)]
    is_part: bool,
    names: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Data {
    resource: Vec<Resource>,
    fixture: Vec<PluginFixture>,
    mock: Vec<Mock>,
    in_process: Vec<InProcess>,
    base: Vec<TestCaseClass>,
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

    /// The resource that is called, given the name in the environment that is asked for.
    pub(super) fn reached_by(&'static self, called: &Called, key: Option<&str>) -> Option<ReachedBy> {
        if self.called_in_process(called).is_some() {
            return None;
        }
        let places = called.packages().filter_map(|package| self.by_package.get(package)).flatten();
        let mut known = places.map(|place| &self.data.resource[*place]);
        known.find_map(|known| known.reached_by(called, key))
    }

    /// The name of what is called, if it calls an application in the same process.
    pub(super) fn called_in_process(&self, called: &Called) -> Option<String> {
        self.data.in_process.iter().find_map(|known| {
            let owner = called.owner_among(&known.package, std::slice::from_ref(&known.owner))?;
            let is_named = known.called.is_empty() || known.called.contains(&called.name);
            is_named.then(|| called.shown(&known.package, Some(owner)))
        })
    }

    /// What a fixture opens that no file of the project defines, with the plugin it comes from.
    pub(super) fn fixture(&'static self, name: &str) -> Option<(ResourceKind, &'static str)> {
        let has_name = |known: &&PluginFixture| known.names.iter().any(|known| known == name);
        self.data.fixture.iter().find(has_name).map(|known| (known.kind, known.plugin.as_str()))
    }

    /// What a test reaches whose class inherits from this one of a package, by what the package does around tests.
    pub(super) fn kind_of_base(&'static self, package: &str, name: &str) -> Option<ResourceKind> {
        let is_it =
            |known: &&TestCaseClass| known.package == package && known.names.iter().any(|it| it == name);
        self.data.base.iter().find(is_it).map(|known| known.kind)
    }

    /// What a fixture of this name stands in the place of resources by.
    pub(super) fn replaced_by_fixture(&'static self, name: &str) -> impl Iterator<Item = &'static Mock> {
        let has_name = move |mock: &&Mock| mock.fixtures.iter().any(|known| known == name);
        self.data.mock.iter().filter(has_name)
    }

    /// The same of a mark.
    pub(super) fn replaced_by_mark(&'static self, name: &str) -> impl Iterator<Item = &'static Mock> {
        let has_name = move |mock: &&Mock| mock.marks.iter().any(|known| known == name);
        self.data.mock.iter().filter(has_name)
    }

    /// The same of a call with these keyword arguments.
    pub(super) fn replaced_by_call(
        &'static self,
        called: &Called,
        keywords: &[&str],
    ) -> impl Iterator<Item = &'static Mock> {
        let is_meant = move |mock: &&Mock| {
            let is_named = mock.called.is_empty() || mock.called.contains(&called.name);
            let is_given = |keyword: &String| keywords.contains(&keyword.as_str());
            let has_keyword = mock.keywords.is_empty() || mock.keywords.iter().any(is_given);
            mock.packages.contains(&called.package) && is_named && has_keyword
        };
        self.data.mock.iter().filter(is_meant)
    }

    /// The same where something is put in the place of a dotted name: `patch("app.socket.socket")`.
    pub(super) fn replaced_by_patch(&'static self, target: &str) -> impl Iterator<Item = &'static Mock> {
        let is_meant = move |mock: &&Mock| {
            let before = |known: &String| target.strip_suffix(known.as_str());
            mock.targets.iter().filter_map(before).any(|before| before.is_empty() || before.ends_with('.'))
        };
        self.data.mock.iter().filter(is_meant)
    }

    /// The category that a mark means.
    pub(super) fn category_of_mark(&self, name: &str) -> Option<Category> {
        self.marks(name).find_map(|mark| mark.category)
    }

    /// The marks that are names of a category, the usual one first.
    pub(super) fn names_of_category(&'static self, category: Category) -> Vec<&'static String> {
        let is_name = |mark: &&KnownMark| mark.category == Some(category) && !mark.is_part;
        self.data.mark.iter().filter(is_name).flat_map(|mark| &mark.names).collect()
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
    use loopmend_project::{Category, ResourceKind};

    use super::{Called, Resources};

    fn kind(path: &str, text: Option<&str>) -> Option<ResourceKind> {
        Some(Resources::known().reached_by(&Called::of_path(path), text)?.kind)
    }

    #[test]
    fn each_line_has_its_source() {
        let data = &Resources::known().data;
        let sources = data.resource.iter().map(|known| &known.source);
        let sources = sources.chain(data.fixture.iter().map(|known| &known.source));
        let sources = sources.chain(data.mock.iter().map(|known| &known.source));
        let sources = sources.chain(data.base.iter().map(|known| &known.source));
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
        assert_eq!(kind("httpx.Headers().get", None), None);
        assert_eq!(kind("httpx.AsyncClient().get", None), Some(ResourceKind::Network));
        assert_eq!(kind("_sqlite3.connect", None), Some(ResourceKind::Database));
        assert_eq!(kind("open", None), Some(ResourceKind::File));
    }

    #[test]
    fn what_is_reached_is_shown_by_its_listed_class() {
        let mut called = Called::of_function("redis.commands.core.BasicKeyCommands.get");
        called.is_own = true;
        called.classes = vec![("redis".to_owned(), "Redis".to_owned())];
        let shown =
            |path: &str| Resources::known().reached_by(&Called::of_path(path), None).unwrap().thing.words();
        assert_eq!(Resources::known().reached_by(&called, None).unwrap().thing.words(), "`redis.Redis.get`");
        assert_eq!(shown("subprocess.Popen"), "`subprocess.Popen`");
        assert_eq!(shown("requests.Session().get"), "`requests.Session.get`");
        assert_eq!(shown("open"), "`open`");
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
        let covers = |kind| known.replaced_by_fixture("httpx_mock").any(|mock| mock.covers(kind, "httpx"));
        assert!(covers(ResourceKind::Network) && !covers(ResourceKind::Database));
    }
}
