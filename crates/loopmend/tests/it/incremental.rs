//! After an edit only what can see it is checked again, and the findings are those of a fresh run.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// A project whose files are written one by one, and a cache beside it.
struct Project {
    directory: tempfile::TempDir,
    files: BTreeMap<String, String>,
}

/// What a run with the cache said, and how many files it checked.
struct Run {
    status: Option<i32>,
    report: String,
    checked: usize,
}

impl Project {
    fn of(files: &[(&str, &str)]) -> Self {
        let mut project =
            Self { directory: tempfile::tempdir().expect("a temporary directory"), files: BTreeMap::new() };
        project.write(
            "pyproject.toml",
            "[project]\nname = \"p\"\nversion = \"1\"\nrequires-python = \">=3.12\"\n",
        );
        files.iter().for_each(|(name, text)| project.write(name, text));
        project
    }

    fn root(&self) -> PathBuf {
        self.directory.path().join("project")
    }

    fn write(&mut self, name: &str, text: &str) {
        let path = self.root().join(name);
        fs::create_dir_all(path.parent().expect("a directory")).expect("it is made");
        fs::write(path, text).expect("it is written");
        self.files.insert(name.to_owned(), text.to_owned());
    }

    fn remove(&mut self, name: &str) {
        fs::remove_file(self.root().join(name)).expect("it is there");
        self.files.remove(name);
    }

    /// Replaces what must be there.
    fn replace(&mut self, name: &str, from: &str, to: &str) {
        let text = &self.files[name];
        assert!(text.contains(from), "{name} has no {from:?}:\n{text}");
        let text = text.replacen(from, to, 1);
        self.write(name, &text);
    }

    fn append(&mut self, name: &str, text: &str) {
        let text = format!("{}{text}", self.files[name]);
        self.write(name, &text);
    }

    /// What a run says that remembers installed modules only.
    fn forgetful(&self) -> (Option<i32>, String) {
        let cache = self.directory.path().join("forgetful");
        for entry in fs::read_dir(&cache).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if name.starts_with("findings-") || name.starts_with("interfaces-") {
                fs::remove_file(path).expect("it is removed");
            }
        }
        let output = self.command(&[]).env("LOOPMEND_CACHE_DIR", cache).output().expect("it runs");
        (output.status.code(), String::from_utf8(output.stdout).expect("UTF-8"))
    }

    fn output(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("it runs")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_loopmend"));
        command.current_dir(self.root()).args(["check", "--output-format", "json"]).args(arguments);
        for variable in ["VIRTUAL_ENV", "CONDA_PREFIX"] {
            command.env_remove(variable);
        }
        command.env("LOOPMEND_CACHE_DIR", self.directory.path().join("cache")).stdin(Stdio::null());
        command
    }

    fn cached(&self) -> Run {
        let output = self.output(&["-v"]);
        let errors = String::from_utf8(output.stderr).expect("UTF-8");
        let line = errors.lines().find_map(|line| line.strip_prefix("files checked"));
        let checked = line.unwrap_or_else(|| panic!("{errors}")).trim().parse().expect("a number");
        Run {
            status: output.status.code(),
            report: String::from_utf8(output.stdout).expect("UTF-8"),
            checked,
        }
    }

    /// Compares a run with the cache with one without; how many files were checked.
    fn check(&self) -> usize {
        let fresh = self.output(&["--no-cache"]);
        let cached = self.cached();
        assert!(matches!(cached.status, Some(0 | 1)), "{:?}", cached.status);
        assert_eq!(cached.status, fresh.status.code());
        assert_eq!(cached.report, String::from_utf8(fresh.stdout).expect("UTF-8"));
        cached.checked
    }

    /// Checks all, makes an edit, and checks again: how many files that took.
    fn checked_after(&mut self, edit: impl FnOnce(&mut Self)) -> usize {
        self.check();
        assert_eq!(self.cached().checked, 0);
        edit(self);
        self.check()
    }
}

/// Every file rests on `base.py`; `makes.py` and `uses.py` mention more of it than the others.
fn project() -> Project {
    Project::of(&[
        (
            "base.py",
            "async def ping() -> None: ...\nasync def pong() -> None: ...\ndef make() -> 'Base':\n    \
             return Base()\ndef start() -> None: ...\nclass Base:\n    \
             async def save(self) -> None: ...\n    async def load(self) -> None: ...\n    \
             def name(self) -> str: ...\n",
        ),
        ("makes.py", "from base import Base, make\nthing = make()\ndef give() -> Base:\n    return thing\n"),
        ("uses.py", "from makes import give, thing\ndef f():\n    give().save()\n    thing.load()\n"),
        ("pings.py", "import base\ndef f():\n    base.ping()\n    base.start()\n"),
        ("pongs.py", "from base import pong\ndef f():\n    pong()\n"),
        ("calm.py", "from base import start\nstart()\n"),
        ("alone.py", "def f():\n    print()\n"),
    ])
}

#[test]
fn a_function_that_nobody_mentions_is_seen_by_nobody() {
    let added = "def added() -> int:\n    return 1\n";
    assert_eq!(project().checked_after(|project| project.append("base.py", added)), 1);
    let above =
        |project: &mut Project| project.write("base.py", &format!("{added}{}", project.files["base.py"]));
    assert_eq!(project().checked_after(above), 1);
    let inside = "    def added(self): ...\n    def name";
    assert_eq!(project().checked_after(|project| project.replace("base.py", "    def name", inside)), 1);
    let class = "class Added:\n    async def more(self): ...\n";
    assert_eq!(project().checked_after(|project| project.append("base.py", class)), 1);
}

#[test]
fn comments_places_and_bodies_are_seen_by_nobody() {
    let edit =
        |project: &mut Project| project.write("base.py", &format!("# more\n{}", project.files["base.py"]));
    assert_eq!(project().checked_after(edit), 1);
    let body = "def start() -> None:\n    x = 1\n";
    assert_eq!(
        project().checked_after(|project| project.replace("base.py", "def start() -> None: ...\n", body)),
        1
    );
}

#[test]
fn a_changed_function_is_seen_where_it_is_mentioned() {
    let edit = |project: &mut Project| project.replace("base.py", "async def pong", "def pong");
    assert_eq!(project().checked_after(edit), 2);
    let edit = |project: &mut Project| project.replace("base.py", "async def ping", "def ping");
    assert_eq!(project().checked_after(edit), 2);
    let edit = |project: &mut Project| project.replace("base.py", "def start", "async def start");
    assert_eq!(project().checked_after(edit), 3);
    let edit = |project: &mut Project| project.replace("base.py", "async def save", "def save");
    assert_eq!(project().checked_after(edit), 2);
}

#[test]
fn a_change_is_seen_through_the_definitions_that_mention_it() {
    // `uses.py` mentions `thing`, and `thing` mentions `make`, which mentions `Base`.
    let edit = |project: &mut Project| project.replace("base.py", "'Base'", "None");
    assert_eq!(project().checked_after(edit), 2);
    let edit = |project: &mut Project| project.replace("base.py", "class Base:", "class Base(list):");
    assert_eq!(project().checked_after(edit), 2);
}

#[test]
fn what_belongs_to_no_name_is_seen_by_all_that_rest_on_the_module() {
    let edit = |project: &mut Project| project.append("base.py", "__all__ = ['ping']\n");
    assert_eq!(project().checked_after(edit), 5);
    let edit = |project: &mut Project| project.append("base.py", "from alone import *\n");
    assert_eq!(project().checked_after(edit), 5);
}

#[test]
fn a_name_that_appears_is_seen_where_it_was_missed() {
    let mut project = project();
    project.write("early.py", "from base import late, start\ndef f():\n    late()\n    start()\n");
    let added = "async def late() -> None: ...\n";
    assert_eq!(project.checked_after(|project| project.append("base.py", added)), 2);
    assert!(project.cached().report.contains("late"));
}

#[test]
fn a_name_that_hides_a_builtin_is_seen() {
    let mut project = project();
    project.write("star.py", "from base import *\ndef f():\n    print()\n");
    let added = "async def print() -> None: ...\n";
    let checked = project.checked_after(|project| project.append("base.py", added));
    // That a name is `async` anywhere is asked of whatever writes it: of `alone.py` too.
    assert_eq!(checked, 3);
    assert!(project.cached().report.contains("star.py"));
}

#[test]
fn an_override_is_seen_where_the_method_is_called() {
    let override_in = |body: &str| format!("from base import Base\nclass Sub(Base):\n    {body}\n");
    let mut project = project();
    // That the project has a plain method of this name is nothing new.
    project.write("plain.py", "class Plain:\n    def save(self): ...\n");
    project.write("sub.py", &override_in("def other(self): ..."));
    let checked =
        project.checked_after(|project| project.write("sub.py", &override_in("def save(self): ...")));
    assert_eq!(checked, 2);
    let checked =
        project.checked_after(|project| project.write("sub.py", &override_in("def odd(self): ...")));
    assert_eq!(checked, 2);
    // A further subclass elsewhere is seen by what asks for the subclasses of `Base`, and by nothing else.
    let checked =
        project.checked_after(|project| project.write("more.py", &override_in("def save(self): ...")));
    assert_eq!(checked, 2);
    let checked = project.checked_after(|project| project.remove("more.py"));
    assert_eq!(checked, 1);
    let other = "class Another:\n    def run(self): ...\nclass Further(Another):\n    def run(self): ...\n";
    assert_eq!(project.checked_after(|project| project.write("other.py", other)), 1);
}

#[test]
fn a_subclass_of_a_subclass_is_seen() {
    let mut project = project();
    project.write("sub.py", "from base import Base\nclass Sub(Base):\n    def other(self): ...\n");
    let below = "import sub\nclass Below(sub.Sub):\n    def save(self): ...\n";
    assert_eq!(project.checked_after(|project| project.write("below.py", below)), 2);
    let aside = below.replace("sub.Sub", "object");
    assert_eq!(project.checked_after(|project| project.write("below.py", &aside)), 2);
    // The base class of the class between them comes by another name.
    project.write("below.py", below);
    let edit =
        |project: &mut Project| project.replace("sub.py", "from base import Base", "from alone import Base");
    assert_eq!(project.checked_after(edit), 2);
}

#[test]
fn a_plain_method_of_any_class_is_seen_by_who_asks_for_one() {
    let mut project = project();
    let task = "import asyncio\ndef f(x):\n    asyncio.create_task(x.fetch())\n";
    project.write("task.py", task);
    // A setter is bound to no name of its own, but it is a plain method.
    let class = "class Free:\n    @property.setter\n    def fetch(self): ...\n";
    assert_eq!(project.checked_after(|project| project.write("free.py", class)), 2);
    assert_eq!(project.checked_after(|project| project.write("other.py", class)), 1);
    assert_eq!(project.checked_after(|project| project.replace("free.py", "def", "async def")), 2);
    assert_eq!(project.checked_after(|project| project.replace("other.py", "def", "async def")), 2);
}

#[test]
fn a_body_is_seen_by_the_tasks_that_run_it() {
    let mut project = project();
    project.write(
        "work.py",
        "import asyncio\nasync def work() -> None:\n    await step()\nasync def step(): x = 1\n",
    );
    project.write(
        "task.py",
        "import asyncio\nfrom work import work\ndef f():\n    asyncio.create_task(work())\n",
    );
    project.write(
        "idle.py",
        "import asyncio\nfrom base import ping\ndef f():\n    asyncio.create_task(ping())\n",
    );
    project.write("loopmend.toml", "strict = true\n");
    let edit = |project: &mut Project| project.replace("work.py", "x = 1", "await asyncio.to_thread(print)");
    assert_eq!(project.checked_after(edit), 2);
    assert!(project.cached().report.contains("task.py"));
    let edit = |project: &mut Project| project.replace("work.py", "await asyncio.to_thread(print)", "y = 1");
    assert_eq!(project.checked_after(edit), 2);
}

#[test]
fn a_body_that_does_not_agree_with_its_annotation_is_seen_by_who_awaits_it() {
    let mut project = Project::of(&[
        ("a.py", "async def f() -> int: ...\ndef get() -> int:\n    found = 1\n    return found\n"),
        ("b.py", "from a import get\nasync def main():\n    await get()\n"),
        ("c.py", "x = 1\n"),
    ]);
    project.cached();
    assert_eq!(findings_in(&project, "b.py"), 1);
    assert_eq!(project.checked_after(|project| project.replace("a.py", "found = 1", "found = f()")), 2);
    assert_eq!(findings_in(&project, "b.py"), 0);
    assert_eq!(project.checked_after(|project| project.replace("a.py", "found = f()", "found = 2")), 2);
    assert_eq!(findings_in(&project, "b.py"), 1);
}

#[test]
fn what_a_method_sets_is_seen_through_its_local_names() {
    let mut project = Project::of(&[
        ("a.py", "class A:\n    async def run(self): ...\nclass B:\n    def run(self): ...\n"),
        (
            "holder.py",
            "from a import A, B\nclass Holder:\n    def __init__(self, one):\n        made = A()\n        \
             other = B()\n        self.made = made\n        self.one = one\n",
        ),
        ("uses.py", "from holder import Holder\ndef f():\n    Holder(1).made.run()\n"),
        ("calm.py", "from holder import Holder\ndef f():\n    Holder(1).one.run()\n"),
    ]);
    assert_eq!(
        project.checked_after(|project| project.replace("holder.py", "other = B()", "other = A()")),
        1
    );
    assert_eq!(project.checked_after(|project| project.replace("holder.py", "made = A()", "made = B()")), 2);
    let edit = |project: &mut Project| project.replace("holder.py", "(self, one)", "(self, one: A)");
    assert_eq!(project.checked_after(edit), 3);
}

#[test]
fn a_method_from_a_base_in_another_file_is_seen() {
    let mut project = Project::of(&[
        ("root.py", "class Root:\n    async def run(self): ...\n"),
        ("left.py", "class Left:\n    def run(self): ...\n"),
        (
            "middle.py",
            "from root import Root\nfrom left import Left\nclass Middle(Root): pass\nitem = Middle()\n",
        ),
        ("uses.py", "import middle\ndef f():\n    middle.item.run()\n"),
        ("calm.py", "import middle\ndef f():\n    middle.item.stop()\n"),
    ]);
    let edit = |project: &mut Project| project.replace("middle.py", "Middle(Root)", "Middle(Left, Root)");
    assert_eq!(project.checked_after(edit), 3);
    assert_eq!(project.checked_after(|project| project.replace("left.py", "def run", "def walk")), 2);
    assert!(project.cached().report.contains("uses.py"));
    assert_eq!(project.checked_after(|project| project.replace("root.py", "run(self)", "run(self, x)")), 2);
}

/// A fixture in the `conftest.py` above two tests.
fn fixtures() -> Project {
    Project::of(&[
        ("base.py", "class Client:\n    async def save(self): ...\nclass Other:\n    def save(self): ...\n"),
        (
            "conftest.py",
            "import pytest\nfrom base import Client, Other\n@pytest.fixture\ndef client():\n    \
             made = Client()\n    return made\n@pytest.fixture\ndef app():\n    return Client()\n",
        ),
        ("tests/test_client.py", "async def test_client(client):\n    client.save()\n"),
        ("tests/test_app.py", "async def test_app(app):\n    app.save()\n"),
        ("calm.py", "def f(client):\n    print()\n"),
    ])
}

/// How often a test is among the findings.
fn findings_in(project: &Project, name: &str) -> usize {
    project.cached().report.matches(&format!("\"path\": \"{name}\"")).count()
}

#[test]
fn an_import_of_a_missing_name_is_remembered() {
    let project = || {
        Project::of(&[
            ("pyproject.toml", "[project]\nname = \"shop\"\n"),
            ("shop/__init__.py", "def close():\n    pass\n"),
            ("shop/stock/__init__.py", "def count():\n    return 1\n"),
            ("tests/test_use.py", "from shop.stock import Counter\n\ndef test_it():\n    Counter()\n"),
            ("alone.py", "def f():\n    print()\n"),
        ])
    };
    let found = |project: &Project| findings_in(project, "tests/test_use.py");
    let mut moved = project();
    assert!(moved.checked_after(|project| project.write("shop/parts.py", "class Counter: ...\n")) > 0);
    assert!(moved.cached().report.contains("shop.parts"));
    let mut hidden = project();
    assert!(hidden.checked_after(|project| project.write("shop/stock.py", "class Counter: ...\n")) > 0);
    assert!(hidden.cached().report.contains("stock.py"));
    let mut replaced = project();
    let before = found(&replaced);
    let test = "import sys\n\nsys.modules['shop.stock'] = object()\n";
    assert!(replaced.checked_after(|project| project.write("tests/test_stock.py", test)) > 0);
    assert_eq!((before > 0, found(&replaced)), (true, 0));
}

#[test]
fn a_fixture_is_seen_by_the_tests_that_ask_for_it() {
    let mut project = fixtures();
    // How an async test runs rests on all that the `conftest.py` files say.
    project.replace("tests/test_app.py", "async def", "def");
    project.check();
    let edit = |project: &mut Project| project.replace("conftest.py", "made = Client()", "made = Other()");
    assert_eq!(project.checked_after(edit), 2);
    let edit = |project: &mut Project| project.replace("conftest.py", "made = Other()", "made = Client()");
    assert_eq!(project.checked_after(edit), 2);
    let edit = |project: &mut Project| project.replace("conftest.py", "def client", "def customer");
    assert_eq!(project.checked_after(edit), 2);
    let edit = |project: &mut Project| {
        project.replace("conftest.py", "fixture\ndef customer", "fixture(name=\"client\")\ndef customer");
    };
    assert_eq!(project.checked_after(edit), 2);
    let edit = |project: &mut Project| project.replace("conftest.py", "return made", "return Other()");
    assert_eq!(project.checked_after(edit), 2);
    let edit =
        |project: &mut Project| project.replace("conftest.py", "@pytest.fixture(name=\"client\")\n", "");
    assert_eq!(project.checked_after(edit), 2);
}

#[test]
fn what_conftest_files_say_of_a_suite_is_seen_by_its_tests() {
    let marked = "import pytest\n@pytest.mark.asyncio\nasync def test_a(): ...\nasync def test_b(): ...\n";
    let mut project = Project::of(&[
        ("conftest.py", "import pytest\n@pytest.fixture\ndef event_loop():\n    yield 1\n"),
        ("tests/test_marked.py", marked),
        ("tests/test_plain.py", "def test_plain(app): ...\n"),
    ]);
    let found =
        |project: &Project| ["conftest.py", "tests/test_marked.py"].map(|name| findings_in(project, name));
    project.check();
    assert_eq!(found(&project), [1, 1]);
    project.replace("tests/test_plain.py", "(app)", "(event_loop)");
    project.check();
    assert_eq!(found(&project), [0, 1]);
    project.replace("tests/test_plain.py", "(event_loop)", "(app)");
    let hook = "def pytest_collection_modifyitems(items):\n    for item in items:\n        \
                item.add_marker(pytest.mark.asyncio)\n";
    project.append("conftest.py", hook);
    project.check();
    assert_eq!(found(&project), [1, 0]);
}

#[test]
fn a_new_conftest_is_seen_by_the_tests_below_it() {
    let nearer =
        "import pytest\nfrom base import Other\n@pytest.fixture\ndef client():\n    return Other()\n";
    let mut project = fixtures();
    assert_eq!(project.checked_after(|project| project.write("tests/conftest.py", nearer)), 4);
    assert!(project.checked_after(|project| project.remove("tests/conftest.py")) <= 3);
    project.write("plugin.py", nearer);
    project.write("tests/test_late.py", "async def test_late(late):\n    late.save()\n");
    let named = "pytest_plugins = [\"plugin\"]\n";
    assert_eq!(project.checked_after(|project| project.write("tests/conftest.py", named)), 8);
    let edit = |project: &mut Project| project.replace("plugin.py", "def client", "def late");
    assert!(project.checked_after(edit) <= 6);
    assert!(project.checked_after(|project| project.append("conftest.py", named)) > 2);
    assert!(project.checked_after(|project| project.remove("conftest.py")) > 1);
}

#[test]
fn calls_are_seen_by_the_functions_that_take_their_parameters_from_them() {
    let mut project = Project::of(&[
        ("base.py", "class Client:\n    async def save(self): ...\nclass Other:\n    def save(self): ...\n"),
        ("taker.py", "async def use(given):\n    given.save()\nasync def keep(given):\n    given.load()\n"),
        (
            "caller.py",
            "from base import Client, Other\nfrom taker import use\nasync def f():\n    await use(Client())\n",
        ),
        ("holder.py", "class Holder:\n    def __init__(self, item):\n        self.item = item\n"),
        ("user.py", "from holder import Holder\nasync def f(holder: Holder):\n    holder.item.save()\n"),
        ("maker.py", "from base import Client, Other\nfrom holder import Holder\nHolder(Client())\n"),
        ("calm.py", "from taker import use\nfrom base import Other\nuse\n"),
    ]);
    assert_eq!(project.checked_after(|project| project.replace("caller.py", "(Client())", "(Other())")), 2);
    assert_eq!(project.checked_after(|project| project.replace("caller.py", "(Other())", "(Client())")), 2);
    let local = |project: &mut Project| {
        project.replace("caller.py", "    await use(Client())", "    made = Other()\n    await use(made)");
    };
    assert_eq!(project.checked_after(local), 2);
    let more = |project: &mut Project| project.replace("calm.py", "\nuse\n", "\nuse(Other())\n");
    assert_eq!(project.checked_after(more), 2);
    let other = |project: &mut Project| project.append("calm.py", "keep(Other())\n");
    assert_eq!(project.checked_after(other), 2);
    assert_eq!(findings_in(&project, "user.py"), 1);
    assert_eq!(project.checked_after(|project| project.replace("maker.py", "(Client())", "(Other())")), 2);
    assert_eq!(findings_in(&project, "user.py"), 0);
    assert_eq!(
        project.checked_after(|project| project.replace(
            "base.py",
            "def save(self): ...\nclass O",
            "def load(self): ...\nclass O"
        )),
        3
    );
}

#[test]
fn an_await_is_not_seen_by_the_functions_that_take_their_parameters_from_calls() {
    let module = |number: u8| {
        format!(
            "class Store:\n    def __init__(self):\n        self.items = []\n    async def load_{number}(self, key):\n        \
             self.items.append(key)\nasync def work():\n    store = Store()\n    store.load_{number}(1)\n"
        )
    };
    let (one, other) = (module(1), module(2));
    let mut project = Project::of(&[("one.py", &one), ("other.py", &other)]);
    let awaits = |project: &mut Project| project.replace("one.py", "    store.load", "    await store.load");
    assert_eq!(project.checked_after(awaits), 1);
    assert_eq!(project.checked_after(|project| project.replace("one.py", "load_1(1)", "load_1(Store())")), 2);
}

#[test]
fn only_who_reads_an_attribute_sees_that_another_file_sets_it() {
    let mut project = Project::of(&[
        ("shop.py", "class Cart:\n    def __init__(self):\n        self.items = []\n"),
        (
            "tests/test_shop.py",
            "from shop import Cart\ndef test_total():\n    cart = Cart()\n    assert cart.total == 1\n",
        ),
        ("other.py", "def f(cart):\n    cart.items.append('a')\n"),
    ]);
    let append = |text: &'static str| move |project: &mut Project| project.append("other.py", text);
    assert_eq!(findings_in(&project, "tests/test_shop.py"), 1);
    assert_eq!(project.checked_after(append("def g(cart):\n    cart.count = 1\n")), 1);
    assert_eq!(project.checked_after(append("def h(cart):\n    cart.total = 1\n")), 2);
    assert_eq!(findings_in(&project, "tests/test_shop.py"), 0);
    let not_set = |project: &mut Project| project.replace("other.py", "cart.total = 1", "return 'total'");
    assert_eq!(project.checked_after(not_set), 2);
    assert_eq!(findings_in(&project, "tests/test_shop.py"), 1);
    assert_eq!(project.checked_after(append("def k(cart, name):\n    setattr(cart, name, 1)\n")), 2);
    assert_eq!(findings_in(&project, "tests/test_shop.py"), 0);
}

#[test]
fn an_attribute_that_another_file_sets_is_seen_through_the_function_that_reads_it() {
    let mut project = Project::of(&[
        (
            "lib.py",
            "class Base: ...\nclass Real(Base):\n    async def send(self): ...\nclass Registry:\n    def __init__(self):\n        self.client = Base()\n    def fetch(self):\n        return self.client.send()\n",
        ),
        ("main.py", "from lib import Registry\nasync def main(registry: Registry):\n    registry.fetch()\n"),
        ("other.py", "from lib import Real\n"),
    ]);
    assert_eq!(findings_in(&project, "main.py"), 0);
    let set = "def g(registry):\n    registry.client = Real()\n";
    project.checked_after(|project: &mut Project| project.append("other.py", set));
    assert_eq!(findings_in(&project, "main.py"), 1);
}

#[test]
fn a_caller_that_passes_what_the_annotation_says_brings_a_finding_back() {
    let mut project = Project::of(&[
        (
            "lib.py",
            "class Real:\n    async def save(self): ...\nclass Other:\n    async def save(self): ...\n",
        ),
        ("m.py", "from lib import Real\nasync def store(x: Real):\n    x.save()\n"),
        (
            "n.py",
            "from lib import Other, Real\nfrom m import store\nasync def run():\n    await store(Other())\n",
        ),
    ]);
    assert_eq!(findings_in(&project, "m.py"), 0);
    project.checked_after(|project: &mut Project| project.replace("n.py", "store(Other())", "store(Real())"));
    assert_eq!(findings_in(&project, "m.py"), 1);
}

#[test]
fn calls_are_seen_from_when_on_a_function_takes_its_parameters_from_them() {
    let mut project = Project::of(&[
        ("base.py", "class Client:\n    async def save(self): ...\nclass Other:\n    def save(self): ...\n"),
        ("taker.py", "async def use(given: int):\n    given.save()\n"),
        ("maker.py", "from base import Client, Other\ndef make() -> Client: ...\n"),
        (
            "caller.py",
            "from maker import make\nfrom taker import use\nasync def f():\n    await use(make())\n",
        ),
    ]);
    let open = |project: &mut Project| project.replace("taker.py", "given: int", "given");
    assert_eq!(project.checked_after(open), 2);
    assert_eq!(findings_in(&project, "taker.py"), 1);
    // The call itself has not changed since before it was asked about.
    let other = |project: &mut Project| project.replace("maker.py", "-> Client", "-> Other");
    assert_eq!(project.checked_after(other), 3);
    assert_eq!(findings_in(&project, "taker.py"), 0);
}

#[test]
fn how_the_project_uses_a_call_is_seen_where_that_is_asked_for() {
    let awaits = "from lib import Lib\nasync def f(x: Lib):\n    await x.item.fetch()\n";
    let mut project = Project::of(&[
        ("lib.py", "class Lib:\n    def __getattr__(self, name): ...\n"),
        ("drops.py", "from lib import Lib\nasync def f(x: Lib):\n    x.item.fetch()\n"),
        ("one.py", awaits),
        ("two.py", awaits),
        ("calm.py", "async def f(x):\n    x.item.store()\n"),
    ]);
    project.check();
    assert_eq!(findings_in(&project, "drops.py"), 1);
    assert_eq!(project.checked_after(|project| project.replace("two.py", "await ", "y = ")), 2);
    assert_eq!(findings_in(&project, "drops.py"), 0);
    assert_eq!(project.checked_after(|project| project.replace("two.py", "y = ", "await ")), 2);
    assert_eq!(project.checked_after(|project| project.remove("two.py")), 1);
    assert_eq!(findings_in(&project, "drops.py"), 0);
    assert_eq!(project.checked_after(|project| project.write("three.py", awaits)), 2);
    assert_eq!(findings_in(&project, "drops.py"), 1);
}

#[test]
fn what_gives_a_coroutine_is_found_whoever_awaits_it() {
    let mut project = Project::of(&[
        (
            "library.py",
            "class Store:\n    def count(self): return self._count()\n    async def _count(self): ...\n",
        ),
        ("uses.py", "from library import Store\nasync def f(x: Store):\n    return x.count() == 1\n"),
        ("awaits.py", "async def f(x):\n    x.count()\n"),
        ("calm.py", "async def f(x):\n    x.store()\n"),
    ]);
    project.check();
    assert_eq!(findings_in(&project, "uses.py"), 1);
    assert_eq!(project.checked_after(|project| project.replace("awaits.py", "x.", "await x.")), 2);
    assert_eq!(findings_in(&project, "uses.py"), 1);
    assert_eq!(project.checked_after(|project| project.remove("awaits.py")), 1);
    assert_eq!(findings_in(&project, "uses.py"), 1);
}

/// Writes the parts of a random project. Each module has names of its own, `C3` and `f3` and `v3` in the
/// fourth, so that most names lead somewhere; methods and attributes have the same names everywhere.
struct Random<'r>(&'r mut fastrand::Rng);

const MODULES: u8 = 14;
/// So many of them are imported by every file.
const POPULAR: u8 = 5;
const METHODS: [&str; 4] = ["ma", "mb", "mc", "__call__"];
const ATTRIBUTES: [&str; 3] = ["aa", "ab", "ac"];

/// The dotted name of a module; three lie in a package, and of
/// two pytest takes fixtures without an import.
#[test]
fn how_calls_are_used_in_another_directory_is_another_thing() {
    let awaited = "from lib import Svc\n\n\nasync def two(svc: Svc):\n    await svc.refresh_all(1)\n\n\nasync def three(svc: Svc):\n    await svc.refresh_all(2)\n";
    let mut project = Project::of(&[
        ("lib.py", "class Svc:\n    def __getattr__(self, name): ...\n"),
        ("a/x.py", "from lib import Svc\n\n\nasync def one(svc: Svc):\n    svc.refresh_all(1)\n"),
        ("a/z.py", "from lib import Svc\n\n\nasync def four(svc: Svc):\n    await svc.other(1)\n"),
        ("b/y.py", awaited),
    ]);
    assert_eq!(findings_in(&project, "a/x.py"), 0);
    project.replace("a/z.py", "svc.other", "svc.refresh_all");
    project.replace("b/y.py", "    await svc.refresh_all(2)", "    await svc.other(2)");
    project.check();
    assert_eq!(findings_in(&project, "a/x.py"), 1);
}

#[test]
fn what_blocks_is_seen_through_all_modules_on_the_way() {
    let mut project = Project::of(&[
        ("main.py", "from first import step\n\n\nasync def main():\n    step()\n"),
        ("first.py", "import second\n\n\ndef step():\n    second.go_on()\n"),
        ("second.py", "from settings import CLIENT\n\n\ndef go_on():\n    CLIENT.fetch()\n"),
        ("settings.py", "from clients import Quick\n\nCLIENT = Quick()\n"),
        (
            "clients.py",
            "import time\n\n\nclass Quick:\n    def fetch(self): ...\n\n\nclass Slow:\n    def fetch(self):\n        \
             time.sleep(1)\n",
        ),
        ("other.py", "async def other(): ...\n"),
    ]);
    assert_eq!(findings_in(&project, "main.py"), 0);
    // No chain of calls comes by this function.
    project.replace("clients.py", "time.sleep(1)", "self.tries = 1\n        time.sleep(1)");
    assert_eq!(project.check(), 1);
    // The file writes none of these names.
    project.replace("settings.py", "import Quick", "import Slow as Quick");
    assert_eq!(project.check(), 3);
    assert_eq!(findings_in(&project, "clients.py"), 1);
    project.replace("clients.py", "time.sleep(1)", "pass");
    project.check();
    assert_eq!(findings_in(&project, "clients.py"), 0);
    project.replace("second.py", "    CLIENT", "    import asyncio\n    asyncio.run(CLIENT)\n    CLIENT");
    project.check();
    assert_eq!(findings_in(&project, "main.py"), 1);
    project.replace("other.py", "async", "import nest_asyncio\n\nnest_asyncio.apply()\n\n\nasync");
    project.check();
    assert!(project.cached().report.contains("\"run-in-running-loop\""));
    // Only a program that imports the patch has it.
    project.replace("other.py", "import nest_asyncio", "import main\nimport nest_asyncio");
    project.check();
    assert!(!project.cached().report.contains("\"run-in-running-loop\""));
}

#[test]
fn what_a_subclass_gives_the_constructor_that_it_inherits_is_seen() {
    let mut project = Project::of(&[
        ("base.py", "class Base:\n    def __init__(self, client):\n        self.client = client\n"),
        (
            "clients.py",
            "class Client:\n    async def send(self): ...\nclass Other:\n    def send(self): ...\n",
        ),
        (
            "sub.py",
            "from base import Base\nfrom clients import Client, Other\nclass Sub(Base):\n    \
             def __init__(self):\n        super().__init__(Client())\n",
        ),
        ("main.py", "from base import Base\nasync def main(base: Base):\n    base.client.send()\n"),
    ]);
    project.check();
    assert_eq!(findings_in(&project, "main.py"), 1);
    project.replace("sub.py", "(Client())", "(Other())");
    project.check();
    assert_eq!(findings_in(&project, "main.py"), 0);
}

#[test]
fn bodies_are_seen_from_when_on_they_are_read() {
    let mut project = Project::of(&[
        ("a.py", "async def f() -> int: ...\ndef get() -> int:\n    found = 1\n    return found\n"),
        ("b.py", "from a import get\nasync def main():\n    get()\n"),
    ]);
    assert_eq!(project.checked_after(|project| project.replace("b.py", "get()\n", "await get()\n")), 1);
    assert_eq!(findings_in(&project, "b.py"), 1);
    // The body itself has not changed since before it was read.
    assert_eq!(project.checked_after(|project| project.replace("a.py", "found = 1", "found = f()")), 2);
    assert_eq!(findings_in(&project, "b.py"), 0);
}

#[test]
fn what_blocks_is_seen_from_when_on_it_is_asked() {
    let mut project = Project::of(&[
        ("main.py", "from first import step\n\n\ndef main():\n    step()\n"),
        ("first.py", "import second\n\n\ndef step():\n    second.go_on()\n"),
        ("second.py", "import time\n\n\ndef go_on():\n    time.sleep(1)\n"),
        ("other.py", "def other(): ...\n"),
    ]);
    project.check();
    assert_eq!(findings_in(&project, "main.py"), 0);
    project.replace("main.py", "def main", "async def main");
    assert_eq!(project.check(), 1);
    assert_eq!(findings_in(&project, "second.py"), 1);
    // Where it stands, a comment speaks for all that lead there.
    project.replace("second.py", "time.sleep(1)", "time.sleep(1)  # loopmend: ignore[LM501]");
    project.check();
    assert_eq!(findings_in(&project, "second.py"), 0);
    project.replace("second.py", "time.sleep(1)  # loopmend: ignore[LM501]", "pass");
    project.check();
    assert_eq!(findings_in(&project, "second.py"), 0);
    project.replace("first.py", "second.go_on()", "other.other()");
    project.replace("other.py", "...", "\n    import time\n    time.sleep(1)");
    project.check();
}

fn module_name(module: u8) -> String {
    match module {
        10 => "pkg".to_owned(),
        11 => "pkg.deep".to_owned(),
        12 => "conftest".to_owned(),
        13 => "pkg.conftest".to_owned(),
        other => format!("m{other}"),
    }
}

fn file_name(module: u8) -> String {
    match module {
        10 => "pkg/__init__.py".to_owned(),
        other => format!("{}.py", module_name(other).replace('.', "/")),
    }
}

impl Random<'_> {
    fn of(&mut self, choices: &[&'static str]) -> &'static str {
        choices[self.0.usize(..choices.len())]
    }

    fn one_in(&mut self, many: u8) -> bool {
        self.0.u8(..many) == 0
    }

    /// Mostly one of those that every file imports.
    fn module(&mut self) -> u8 {
        if self.one_in(4) { self.0.u8(..MODULES) } else { self.0.u8(..POPULAR) }
    }

    /// `async` is what makes a finding, and a union of both is none.
    fn colour(&mut self) -> &'static str {
        if self.one_in(6) { "" } else { "async " }
    }

    fn value(&mut self) -> String {
        let (module, attribute) = (self.module(), self.of(&ATTRIBUTES));
        match self.0.u8(..14) {
            8 => format!("h{module}({})", self.simple_value()),
            9 => format!("[y for y in (v{module}, {})][0]", self.simple_value()),
            10 => format!("(lambda: {})()", self.simple_value()),
            11 => format!(
                "(v{module} if isinstance(v{module}, C{}) else {})",
                self.module(),
                self.simple_value()
            ),
            12 => format!("(b := {}).{attribute}", self.simple_value()),
            13 => format!("h{module}(v{}).{attribute}", self.module()),
            0 | 1 => format!("C{module}()"),
            2 => format!("f{module}()"),
            3 => format!("C{module}().{attribute}"),
            4 => format!("v{module}.{attribute}"),
            5 => format!("{}.v{module}", module_name(module)),
            6 => format!("v{module} if x else C{module}()"),
            _ => format!("v{module}"),
        }
    }

    fn simple_value(&mut self) -> String {
        let (module, attribute) = (self.module(), self.of(&ATTRIBUTES));
        match self.0.u8(..3) {
            0 => format!("C{module}()"),
            1 => format!("v{module}.{attribute}"),
            _ => format!("f{module}()"),
        }
    }

    fn call(&mut self) -> String {
        let (module, method) = (self.module(), self.of(&METHODS));
        match self.0.u8(..12) {
            8 => format!("p{module}({})", self.value()),
            9 => format!("k{module}.{method}()"),
            10 => format!("await k{module}.{method}()"),
            11 => format!("v{module}.set({})", self.value()),
            0 => format!("f{module}()"),
            1 => format!("{}.f{module}()", module_name(module)),
            2 => format!("asyncio.create_task(f{module}())"),
            3 => format!("asyncio.create_task(v{module}.{method}())"),
            4 => format!("C{module}()()"),
            _ => format!("{}.{method}()", self.value()),
        }
    }

    /// What blocks, starts an event loop, or leads to what does; mostly in a branch or two.
    fn plain_step(&mut self) -> String {
        let (module, method) = (self.module(), self.of(&METHODS));
        let step = match self.0.u8(..7) {
            0 => "time.sleep(1)".to_owned(),
            1 => "asyncio.run(x)".to_owned(),
            2 => "time.sleep(0)".to_owned(),
            3 => format!("C{module}()"),
            4 => format!("{}.f{module}()", module_name(module)),
            5 => format!("local = v{module}; local.{method}()"),
            _ => format!("{}.{method}()", self.simple_value()),
        };
        match self.0.u8(..4) {
            0 => format!("if x: {step}"),
            1 => format!("while x: {step}"),
            2 => format!("{step}; asyncio.get_running_loop()"),
            _ => step,
        }
    }

    fn import(&mut self) -> String {
        let module = self.module();
        let name = module_name(module);
        match self.0.u8(..12) {
            0 if self.one_in(3) => format!("from {name} import *\n"),
            1 => format!("from {} import C{module}\n", module_name(self.0.u8(..MODULES))),
            2 => format!("from {name} import C{module} as C{}\n", self.module()),
            3..6 => format!("import {name}\n"),
            _ => self.all_of(module),
        }
    }

    fn all_of(&self, module: u8) -> String {
        format!("from {} import C{module}, f{module}, v{module}, h{module}, p{module}\n", module_name(module))
    }

    /// A function without annotations.
    fn helper(&mut self, own: u8) -> String {
        let (colour, value, module) = (self.colour(), self.value(), self.module());
        let (attribute, method) = (self.of(&ATTRIBUTES), self.of(&METHODS));
        match self.0.u8(..12) {
            0 | 1 => format!("def h{own}(q):\n    return q\n"),
            2 => format!("def h{own}(q):\n    return q.{attribute}\n"),
            3 => format!("def h{own}(q):\n    local = {value}\n    return local\n"),
            4 => format!(
                "def h{own}(q):\n    if isinstance(q, C{module}):\n        return q\n    return {value}\n"
            ),
            5 => format!("def h{own}(q):\n    for y in [q]:\n        q = y.{attribute}\n    return q\n"),
            6 => format!("def h{own}(q):\n    return [y.{attribute} for y in (q, {value})][1]\n"),
            7 => format!("@h{module}\n{colour}def p{own}(q):\n    q.{method}()\n    return q\n"),
            8 => format!(
                "def h{own}(q):\n    {colour}def inner(*more):\n        return q(*more)\n    return inner\n"
            ),
            9 => format!("p{own} = lambda q: q.{method}()\n"),
            _ => {
                // Its calls are asked about only without an annotation.
                let annotation = if self.one_in(3) { ": int" } else { "" };
                format!("async def p{own}(q{annotation}):\n    q.{method}()\n    q.{attribute}.{method}()\n")
            }
        }
    }

    /// A fixture or a test; their names are the same everywhere.
    fn fixture(&mut self) -> String {
        let (value, module, number) = (self.value(), self.module(), self.0.u8(..3));
        let (method, colour) = (self.of(&METHODS), self.colour());
        match self.0.u8(..8) {
            0 => format!("@pytest.fixture(name=\"x{number}\")\n{colour}def made():\n    return {value}\n"),
            1 => format!("@pytest.fixture\n{colour}def x{number}():\n    yield {value}\n"),
            2 => format!("@pytest.fixture\n{colour}def x{number}(x{}):\n    return x0\n", self.0.u8(..3)),
            3 => {
                format!("@pytest.fixture\n{colour}def x{number}():\n    local = {value}\n    return local\n")
            }
            4 if self.one_in(4) => format!("pytest_plugins = ['{}']\n", module_name(module)),
            _ => format!("async def test_{module}(x{number}):\n    x{number}.{method}()\n"),
        }
    }

    fn uses(&mut self) -> String {
        let calls: String = (0..4).map(|_| format!("    {}\n", self.call())).collect();
        format!("async def use():\n{calls}")
    }

    fn function(&mut self, own: u8) -> String {
        let (colour, module) = (self.colour(), self.module());
        let (value, call) = (self.value(), self.call());
        match self.0.u8(..8) {
            6 | 7 => format!("def f{own}():\n    {}\n    return {value}\n", self.plain_step()),
            0 => format!("async def f{own}(): {call}\n"),
            1 => format!("{colour}def f{own}():\n    await {call}\n    return {value}\n"),
            2 => format!("def f{own}():\n    global v{own}\n    local = {value}\n    v{own} = local\n"),
            3 => format!("{colour}def f{own}() -> 'C{module} | None': return {value}\n"),
            _ => format!("{colour}def f{own}() -> 'C{module}': return {value}\n"),
        }
    }

    fn method(&mut self) -> String {
        let (colour, name, attribute, value) =
            (self.colour(), self.of(&METHODS), self.of(&ATTRIBUTES), self.value());
        let call = self.call();
        match self.0.u8(..8) {
            6 => format!("    def {name}(self):\n        {}\n", self.plain_step()),
            7 => format!("    def __init__(self):\n        {}\n", self.plain_step()),
            0 => format!("    def set(self, x=None):\n        self.{attribute} = {value}\n"),
            1 => format!(
                "    def set(self):\n        y = {value}\n        self.{attribute} = y\n        {call}\n"
            ),
            2 => format!("    def set(self, y: 'C{}'):\n        self.{attribute} = y\n", self.module()),
            3 => format!("    {attribute}: 'C{}'\n", self.module()),
            4 => format!(
                "    {colour}def {name}(self):\n        super().{name}()\n        self.{attribute}.{name}()\n"
            ),
            _ => format!("    {colour}def {name}(self): ...\n"),
        }
    }

    fn class(&mut self, own: u8) -> String {
        let base = match self.0.u8(..5) {
            0 | 1 => "object".to_owned(),
            // One of a module before it: no circles.
            2 | 3 => format!("C{}", self.0.u8(..=own.min(POPULAR))),
            _ => format!("{}.C{}", module_name(own / 2), own / 2),
        };
        let members: String = (0..2 + self.0.usize(..3)).map(|_| self.method()).collect();
        let (attribute, method) = (self.of(&ATTRIBUTES), self.of(&METHODS));
        let annotation = format!("    {attribute}: 'C{}'\n", self.module());
        format!("class C{own}({base}):\n{annotation}{members}    async def {method}(self): ...\n")
    }

    /// One statement at the top of a file.
    fn part(&mut self, own: u8) -> String {
        match self.0.u8(..22) {
            16..19 => self.helper(own),
            19..22 => self.fixture(),
            0..4 => self.import(),
            4 | 5 => self.class(own),
            6 | 7 => self.function(own),
            8 => format!("v{own} = {}\n", self.value()),
            9 => format!("v{own} = C{own}()\n"),
            10 if self.one_in(2) => format!("__all__ = ['C{own}', 'f{own}']\n"),
            10 => format!("if x:\n    v{own} = {}\n", self.value()),
            11 if self.one_in(4) => {
                format!("v{}.{} = {}\n", self.module(), self.of(&ATTRIBUTES), self.value())
            }
            _ => self.uses(),
        }
    }

    /// A file that imports much, defines its names, and uses those of others.
    fn file(&mut self, own: u8) -> Vec<String> {
        let mut parts = vec!["import asyncio, pytest, time\n".to_owned()];
        let popular = (0..POPULAR).filter(|module| *module != own);
        parts.extend(popular.map(|module| self.all_of(module)));
        parts.extend([self.import(), self.class(own), self.function(own), format!("v{own} = C{own}()\n")]);
        parts.extend([self.part(own), self.helper(own), self.helper(own), self.uses(), self.uses()]);
        parts.extend([self.fixture(), self.fixture()]);
        parts
    }

    fn is_import(part: &str) -> bool {
        part.starts_with("import") || part.starts_with("from")
    }

    /// Another part of the same kind.
    fn another(&mut self, part: &str, own: u8) -> String {
        match part {
            _ if Self::is_import(part) => self.import(),
            _ if part.starts_with("class") => self.class(own),
            _ if part.contains("def f") => self.function(own),
            _ if part.contains("def h") || part.contains("def p") => self.helper(own),
            _ if part.contains("def x") || part.contains("def test") => self.fixture(),
            _ => self.part(own),
        }
    }

    /// The same part with one thing changed.
    fn changed(&mut self, part: &str, own: u8) -> String {
        let (from, to) = (self.module(), self.module());
        match self.0.u8(..10) {
            8 => part.replace("await ", ""),
            9 => part.replacen("return", "yield", 1),
            0 | 1 => part.replacen("async def m", "def m", 1),
            2 => part.replacen("    def m", "    async def m", 1),
            3 => part.replacen("async def f", "def f", 1),
            4 => part.replacen("\ndef f", "\nasync def f", 1),
            5 => part.replace(&format!("C{from}"), &format!("C{to}")),
            6 => {
                let (from, to) = (self.of(&METHODS), self.of(&METHODS));
                part.replace(from, to)
            }
            _ => self.another(part, own),
        }
    }
}

/// The parts of each file of a project.
type Parts = BTreeMap<u8, Vec<String>>;

/// Edits one file: parts come, go, change or change places; or the file comes or goes.
fn edit(project: &mut Project, parts: &mut Parts, random: &mut fastrand::Rng) -> String {
    let own = random.u8(..MODULES);
    let name = file_name(own);
    let before = parts.get(&own).cloned().unwrap_or_default();
    let mut after = before.clone();
    let place = random.usize(..=after.len());
    let is_part = place < after.len();
    match random.u8(..12) {
        0 | 1 => after.insert(place, Random(random).part(own)),
        2 if is_part => drop(after.remove(place)),
        3 if is_part => after.rotate_left(place),
        4 if is_part && random.bool() => {
            parts.remove(&own);
            project.remove(&name);
            return format!("{name} goes");
        }
        5 => after.insert(0, "# a comment\n".to_owned()),
        6.. if is_part => after[place] = Random(random).changed(&after[place], own),
        _ => after = Random(random).file(own),
    }
    project.write(&name, &after.concat());
    let told = format!("{name}:\n{}\nbecomes\n{}", before.concat(), after.concat());
    parts.insert(own, after);
    told
}

/// What a walk came by.
#[derive(Debug, Default)]
struct Walk {
    /// How many files were checked again.
    checked: usize,
    /// How many there were.
    files: usize,
    /// How many edits changed a finding of a file that was not edited.
    felt_elsewhere: usize,
}

/// The findings outside of one file: all lines of the report that name another.
fn elsewhere(report: &str, told: &str) -> Vec<String> {
    let own = told.split([':', ' ']).next().unwrap_or_default();
    let findings = report.split("\"path\"").filter(|finding| !finding.contains(own));
    findings.map(str::to_owned).collect()
}

/// Edits a random project and compares each time.
fn walk(seed: u64, edits: usize) -> Walk {
    let mut random = fastrand::Rng::with_seed(seed);
    let mut project = Project::of(&[]);
    let mut parts = Parts::new();
    for own in 0..MODULES {
        let file = Random(&mut random).file(own);
        project.write(&file_name(own), &file.concat());
        parts.insert(own, file);
    }
    project.check();
    let mut walk = Walk::default();
    let mut before = project.cached().report;
    for round in 0..edits {
        let told = edit(&mut project, &mut parts, &mut random);
        let (cached, fresh) = (project.cached(), project.forgetful());
        assert_eq!((cached.status, &cached.report), (fresh.0, &fresh.1), "seed {seed}, edit {round}: {told}");
        walk.checked += cached.checked;
        walk.files += parts.len();
        walk.felt_elsewhere += usize::from(elsewhere(&before, &told) != elsewhere(&cached.report, &told));
        before = cached.report;
    }
    project.check();
    walk
}

#[test]
fn random_edits_give_the_findings_of_a_fresh_run() {
    let walk = walk(1, 75);
    assert!(walk.checked < walk.files && walk.felt_elsewhere > 10, "{walk:?}");
}

#[test]
fn other_random_edits_do_so_too() {
    let walk = walk(2, 75);
    assert!(walk.checked < walk.files && walk.felt_elsewhere > 10, "{walk:?}");
}

#[test]
fn a_method_of_a_class_that_nothing_imports_is_seen_by_who_asks_for_all_classes() {
    // The element is reported only if each method of this name is `async`.
    let uses = "async def f(x):\n    [x.flush()]\n\nasync def g(x):\n    await x.flush()\n";
    let mut project = Project::of(&[
        ("uses.py", uses),
        ("other.py", "class Other:\n    def get(self): ...\n"),
        (
            "store.py",
            "class Store:\n    async def flush(self): ...\n\n\nclass Plain:\n    def name(self): ...\n",
        ),
    ]);
    project.check();
    let before = findings_in(&project, "uses.py");
    project.append("store.py", "    def flush(self): ...\n");
    project.check();
    assert_eq!((before, findings_in(&project, "uses.py")), (1, 0));
}

#[test]
fn what_rests_on_the_texts_of_all_files_stands_while_none_changes() {
    let test = "from cart import Cart\n\n\ndef test_total() -> None:\n    assert Cart().totals() == 0\n";
    let mut project = Project::of(&[
        ("cart.py", "class Cart:\n    def total(self) -> int:\n        return 0\n"),
        ("other.py", "VALUE = 1\n"),
        ("test_cart.py", test),
    ]);
    project.check();
    assert_eq!(findings_in(&project, "test_cart.py"), 1);
    let edit = |project: &mut Project| project.append("other.py", "\n\ndef put(it):\n    it.totals = len\n");
    assert_eq!(project.checked_after(edit), 2);
    assert_eq!(findings_in(&project, "test_cart.py"), 0);
}

/// The file has so many findings, before and after a text is added that concerns no other file.
fn keeps_findings_after(project: &mut Project, name: &str, added: &str, findings: usize) {
    project.check();
    assert_eq!(findings_in(project, name), findings);
    assert_eq!(project.checked_after(|project| project.append(name, added)), 1);
    assert_eq!(findings_in(project, name), findings);
}

#[test]
fn a_function_that_an_unchanged_file_passes_on_is_found_there() {
    let jobs = "import asyncio\n\n\ndef work():\n    loop = asyncio.get_event_loop()\n    loop.run_until_complete(asyncio.sleep(1))\n";
    let main = "import threading\n\nfrom jobs import work\n\nthreading.Thread(target=work).start()\n";
    let mut project = Project::of(&[("jobs.py", jobs), ("main.py", main), ("other.py", "VALUE = 1\n")]);
    keeps_findings_after(&mut project, "jobs.py", "\n\ndef rest():\n    return 1\n", 1);
    let calls =
        |project: &mut Project| project.replace("main.py", "threading.Thread(target=work).start()", "work()");
    assert_eq!(project.checked_after(calls), 2);
    assert_eq!(findings_in(&project, "jobs.py"), 0);
}

#[test]
fn an_override_in_an_unchanged_file_is_found_by_its_name() {
    let base = "class Base:\n    def load(self, key):\n        return key\n\n\ndef make() -> Base:\n    return Base()\n";
    let derived = "from base import Base\n\n\nclass Derived(Base):\n    def load(self, key, *, deep=False):\n        return key\n";
    let test = "from base import make\n\n\ndef test_load():\n    assert make().load(1, deep=True) == 1\n";
    let mut project = Project::of(&[("base.py", base), ("derived.py", derived), ("test_load.py", test)]);
    keeps_findings_after(&mut project, "test_load.py", "\n\ndef test_more():\n    pass\n", 0);
    let renames = |project: &mut Project| project.replace("derived.py", "def load", "def fetch");
    assert_eq!(project.checked_after(renames), 2);
    assert_eq!(findings_in(&project, "test_load.py"), 1);
}

#[test]
fn a_class_whose_base_is_a_parameter_hides_nothing() {
    let store = "class Store:\n    def load(self, key):\n        return None\n\n\ndef make() -> Store:\n    return Store()\n";
    let factory = "from other import Base\n\n\ndef build(parent):\n    class Made(parent):\n        def load(self, key):\n            return key\n\n    return Made\n\n\nbuild(Base)\n";
    let uses = "import asyncio\n\nfrom store import make\n\n\nasync def main():\n    asyncio.create_task(make().load(1))\n    await asyncio.sleep(1)\n";
    let mut project = Project::of(&[
        ("store.py", store),
        ("other.py", "class Base:\n    pass\n"),
        ("factory.py", factory),
        ("uses.py", uses),
    ]);
    keeps_findings_after(&mut project, "uses.py", "\n\ndef rest():\n    return 1\n", 1);
}
