//! External resources that a test can reach, and their replacements: the data of `resources.toml`.

use std::sync::OnceLock;

use loopmend_catalog::Words;
use loopmend_index::call_targets::root_of;
use loopmend_project::{Category, ResourceKind};
use loopmend_semantic::infer::{ClassRef, FunctionRef};
use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::ReachedThing;
use super::steps::ReachedBy;

/// A callee: `requests.Session().get` is `get` of the package `requests`, through `Session`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Called {
    pub(super) package: String,
    /// The modules and classes in between.
    on_the_way: Vec<String>,
    /// For a method or a class: the classes of the object, with their packages.
    pub(super) classes: Vec<(String, String)>,
    pub(super) name: String,
    /// Whether the call creates an object of the named class.
    pub(super) is_class: bool,
    /// Whether the code belongs to a project that happens to have a package of that name.
    pub(super) is_own: bool,
    /// The dotted name, without calls.
    pub(super) path: String,
    /// The function, if known.
    pub(super) function: Option<FunctionRef>,
    /// For a method or a class: the class of the object and its bases.
    pub(super) order: Vec<ClassRef>,
}

impl Called {
    /// Creates the callee for a dotted name in which `()` marks a call.
    pub(super) fn of_path(path: &str) -> Self {
        let called = Self::of_function(path);
        Self { is_class: is_class_name(&called.name), ..called }
    }

    /// Creates the callee for the module and qualified name of a definition.
    pub(super) fn of_function(path: &str) -> Self {
        let (owners, name) = path.rsplit_once('.').unwrap_or(("builtins", path));
        let mut parts = owners.split('.').map(|part| part.trim_end_matches("()").to_owned());
        let package = parts.next().map_or_else(String::new, |package| Self::package_of(&package));
        let (on_the_way, name) = (parts.collect(), name.to_owned());
        Self { package, on_the_way, name, path: path.replace("()", ""), ..Self::default() }
    }

    /// Returns the package of a module. The stub of `sqlite3` imports its contents from `_sqlite3`.
    pub(super) fn package_of(module: &str) -> String {
        root_of(module).trim_start_matches('_').to_owned()
    }

    /// Returns the method that `with` calls on an object when it is created there.
    pub(super) fn entered_by(self, method: &str) -> Self {
        Self { name: method.to_owned(), is_class: false, ..self }
    }

    /// Returns the package, and the names of the intermediate parts and classes.
    pub(super) fn into_owners(self) -> impl Iterator<Item = String> {
        let own = self.is_class.then_some(self.name);
        let classes = self.classes.into_iter().map(|(_, class)| class);
        [self.package].into_iter().chain(self.on_the_way).chain(classes).chain(own)
    }

    /// Returns whether this may be a read of an environment variable.
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

    /// Returns the first of these names of a package that is an intermediate part, or a class of the
    /// object.
    fn owner_among<'o>(&self, package: &str, owners: &'o [String]) -> Option<&'o String> {
        owners.iter().find(|owner| {
            let is_class = self.classes.iter().any(|(of, class)| of == package && class == *owner);
            let is_on_the_way = self.package == package && self.on_the_way.contains(owner);
            let is_made = self.is_class && self.package == package && self.name == **owner;
            is_class || is_on_the_way || is_made
        })
    }

    /// Formats `package.Owner.name`.
    fn shown(&self, package: &str, owner: Option<&String>) -> String {
        let owner = owner.filter(|owner| is_class_name(owner));
        let class = owner.or_else(|| self.on_the_way.iter().find(|owner| is_class_name(owner)));
        let class = class.filter(|_| !self.is_class).map(String::as_str);
        let package = (package != "builtins").then_some(package);
        let parts: Vec<&str> = package.into_iter().chain(class).chain([&*self.name]).collect();
        parts.join(".")
    }
}

/// Returns whether the last part of a dotted name is written like a class name.
pub(super) fn is_class_name(name: &str) -> bool {
    name.trim_start_matches('_').starts_with(|first: char| first.is_ascii_uppercase())
}

/// A resource in the catalogue, or listed by a project.
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
    /// Whether only functions of the package itself count, not methods.
    #[serde(default)]
    at_top: bool,
    /// Whether the resource counts only if a string that looks like the name of a key is requested.
    #[serde(default)]
    asks_for_key: bool,
    #[cfg_attr(not(test), expect(dead_code, reason = "tells people where it is documented"))]
    source: String,
}

impl Resource {
    /// Returns the resource if the callee matches. `key` is the environment variable that the call reads.
    pub(super) fn reached_by(&self, called: &Called, key: Option<&str>) -> Option<ReachedBy> {
        let name = self.name_of(called)?;
        let thing = match self.asks_for_key {
            true => ReachedThing::Variable(key.filter(|key| is_key(key))?.to_owned()),
            false => ReachedThing::Call { package: self.package.clone().into(), name },
        };
        Some(ReachedBy { kind: self.kind, package: self.package.clone().into(), thing })
    }

    /// Returns the name of the callee if it matches. In a project that happens to have a package of a
    /// listed name, only listed classes count.
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

/// A replacement for resources.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mock {
    replaces: Vec<ResourceKind>,
    /// The packages that it replaces; if empty, all that reach such a kind.
    #[serde(default)]
    of: Vec<String>,
    /// The packages whose callables create the replacement.
    #[serde(default)]
    packages: Vec<String>,
    /// The callables of the packages; any if empty.
    #[serde(default)]
    called: Vec<String>,
    /// The keyword arguments, one of which is required; any if empty.
    #[serde(default)]
    keywords: Vec<String>,
    #[serde(default)]
    fixtures: Vec<String>,
    #[serde(default)]
    marks: Vec<String>,
    /// The dotted names that are replaced.
    #[serde(default)]
    targets: Vec<String>,
    #[cfg_attr(not(test), expect(dead_code, reason = "tells people where it is documented"))]
    source: String,
}

impl Mock {
    /// Returns whether a resource of a package is unreachable because of the replacement.
    pub(super) fn covers(&self, kind: ResourceKind, package: &str) -> bool {
        self.replaces.contains(&kind) && (self.of.is_empty() || self.of.iter().any(|of| of == package))
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct InProcess {
    package: String,
    owner: String,
    /// The callables that count; any if empty.
    #[serde(default)]
    called: Vec<String>,
    #[cfg_attr(not(test), expect(dead_code, reason = "tells people where it is documented"))]
    source: String,
}

/// A class that opens a resource for its subclasses.
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
    /// Whether the mark only states which resource is reached, so that it is not a name for the category.
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

/// The whole catalogue.
pub(super) struct Resources {
    data: Data,
    /// The indices of the resources, by package.
    by_package: FxHashMap<String, Vec<usize>>,
}

impl Resources {
    /// Returns the compiled-in catalogue.
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

    /// Returns the resource that a call reaches. `key` is the environment variable that the call reads.
    pub(super) fn reached_by(&'static self, called: &Called, key: Option<&str>) -> Option<ReachedBy> {
        if self.called_in_process(called).is_some() {
            return None;
        }
        let places = called.packages().filter_map(|package| self.by_package.get(package)).flatten();
        let mut known = places.map(|place| &self.data.resource[*place]);
        known.find_map(|known| known.reached_by(called, key))
    }

    /// Returns the name of the callee, if it runs an application in the same process.
    pub(super) fn called_in_process(&self, called: &Called) -> Option<String> {
        self.data.in_process.iter().find_map(|known| {
            let owner = called.owner_among(&known.package, std::slice::from_ref(&known.owner))?;
            let is_named = known.called.is_empty() || known.called.contains(&called.name);
            is_named.then(|| called.shown(&known.package, Some(owner)))
        })
    }

    /// Returns the kind of resource that a plugin's fixture opens, with the plugin. No file of the project
    /// defines the fixture.
    pub(super) fn fixture(&'static self, name: &str) -> Option<(ResourceKind, &'static str)> {
        let has_name = |known: &&PluginFixture| known.names.iter().any(|known| known == name);
        self.data.fixture.iter().find(has_name).map(|known| (known.kind, known.plugin.as_str()))
    }

    /// Returns the kind of resource that a test reaches through a base class from a package, by what the
    /// package does around tests.
    pub(super) fn kind_of_base(&'static self, package: &str, name: &str) -> Option<ResourceKind> {
        let is_it =
            |known: &&TestCaseClass| known.package == package && known.names.iter().any(|it| it == name);
        self.data.base.iter().find(is_it).map(|known| known.kind)
    }

    /// Returns the replacements that a fixture of this name installs.
    pub(super) fn replaced_by_fixture(&'static self, name: &str) -> impl Iterator<Item = &'static Mock> {
        let has_name = move |mock: &&Mock| mock.fixtures.iter().any(|known| known == name);
        self.data.mock.iter().filter(has_name)
    }

    /// Returns the replacements that a mark of this name installs.
    pub(super) fn replaced_by_mark(&'static self, name: &str) -> impl Iterator<Item = &'static Mock> {
        let has_name = move |mock: &&Mock| mock.marks.iter().any(|known| known == name);
        self.data.mock.iter().filter(has_name)
    }

    /// Returns the replacements that a call with these keyword arguments installs.
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

    /// Returns the replacements for a patched dotted name: `patch("app.socket.socket")`.
    pub(super) fn replaced_by_patch(&'static self, target: &str) -> impl Iterator<Item = &'static Mock> {
        let is_meant = move |mock: &&Mock| {
            let before = |known: &String| target.strip_suffix(known.as_str());
            mock.targets.iter().filter_map(before).any(|before| before.is_empty() || before.ends_with('.'))
        };
        self.data.mock.iter().filter(is_meant)
    }

    /// Returns the category that a mark states.
    pub(super) fn category_of_mark(&self, name: &str) -> Option<Category> {
        self.marks(name).find_map(|mark| mark.category)
    }

    /// Returns the marks for a category, the usual one first.
    pub(super) fn names_of_category(&'static self, category: Category) -> Vec<&'static String> {
        let is_name = |mark: &&KnownMark| mark.category == Some(category) && !mark.is_part;
        self.data.mark.iter().filter(is_name).flat_map(|mark| &mark.names).collect()
    }

    /// Returns the kind of resource that a mark opens.
    pub(super) fn kind_of_mark(&self, name: &str) -> Option<ResourceKind> {
        self.marks(name).find_map(|mark| mark.kind)
    }

    fn marks(&self, name: &str) -> impl Iterator<Item = &KnownMark> {
        self.data.mark.iter().filter(move |mark| mark.names.iter().any(|known| known == name))
    }
}

/// Returns whether the name of an environment variable looks like a key: `OPENAI_API_KEY`.
fn is_key(name: &str) -> bool {
    name.split('_').any(|word| Words::KeyWords.has(word))
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
