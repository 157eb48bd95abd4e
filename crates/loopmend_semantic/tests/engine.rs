//! Tests of the engine on small projects on disk: the modules that an answer depends on, and what a
//! revision reuses.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use loopmend_index::summary::{Asked, AskedCalls, Extent};
use loopmend_project::{DiscoverOptions, Project};
use loopmend_semantic::{Engine, File, ModuleId};

struct Tree {
    directory: tempfile::TempDir,
}

impl Tree {
    fn new(files: &[(&str, &str)]) -> Self {
        let tree = Self { directory: tempfile::tempdir().expect("a temporary directory") };
        files.iter().for_each(|(path, text)| tree.write(path, text));
        tree
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.directory.path().join(path);
        fs::create_dir_all(path.parent().expect("a file has a directory")).expect("a directory is made");
        fs::write(path, text).expect("a file is written");
    }

    fn project(&self) -> Project {
        let cwd = self.directory.path().canonicalize().expect("the directory is there");
        let options = DiscoverOptions { cwd, isolated: true, ..DiscoverOptions::default() };
        Project::discover(&options).expect("the project is found")
    }
}

/// Returns the names of the coroutines that `path` discards, and the modules they depend on.
fn inspect(engine: &Engine, path: &str) -> (Vec<String>, Vec<String>) {
    let files = engine.project().files();
    let index = files.iter().position(|file| file.display == path).expect("the file is in the project");
    let mut file = File::new(engine, ModuleId::of_file(index));
    let calls: Vec<_> = file.dropped_calls().collect();
    let found =
        calls.iter().filter_map(|call| file.coroutine(call)).map(|coroutine| coroutine.name).collect();
    let dependencies =
        file.inference().dependencies().into_iter().map(|module| engine.module_name(module).to_owned());
    (found, dependencies.collect())
}

#[test]
fn an_answer_rests_on_the_modules_it_went_through_and_no_others() {
    let tree = Tree::new(&[
        ("main.py", "from api import Client\nimport unrelated\nasync def main():\n    Client().close()\n"),
        ("api.py", "from base import Base\nclass Client(Base): ...\n"),
        ("base.py", "class Base:\n    async def close(self): ...\n"),
        ("unrelated.py", "x = 1\n"),
    ]);
    let project = tree.project();
    let engine = Engine::new(&project, None);
    let (found, mut dependencies) = inspect(&engine, "main.py");
    dependencies.sort();
    assert_eq!(found, ["Base.close"]);
    assert_eq!(dependencies, ["api", "base", "main"]);
}

#[test]
fn an_answer_rests_on_a_name_that_was_not_found() {
    let tree = Tree::new(&[("main.py", "import missing\ndef main():\n    missing.call()\n")]);
    let project = tree.project();
    let engine = Engine::new(&project, None);
    assert_eq!(inspect(&engine, "main.py"), (vec![], vec!["main".to_owned(), "missing".to_owned()]));
}

#[test]
fn a_memoised_answer_brings_its_dependencies_to_whoever_asks_next() {
    let user = "from api import Client\nasync def main(client: Client):\n    client.close()\n";
    let tree = Tree::new(&[
        ("first.py", user),
        ("second.py", user),
        ("api.py", "from base import Base\nclass Client(Base): ...\n"),
        ("base.py", "class Base:\n    async def close(self): ...\n"),
    ]);
    let project = tree.project();
    let engine = Engine::new(&project, None);
    let (_, mut first) = inspect(&engine, "first.py");
    let (_, mut second) = inspect(&engine, "second.py");
    first.retain(|name| name != "first");
    second.retain(|name| name != "second");
    assert_eq!(first, second);
    assert_eq!(first.len(), 2);
}

#[test]
fn a_subclass_in_a_file_that_is_only_remembered_is_found() {
    let main = "from base import Base\nasync def main(base: Base):\n    base.close()\n";
    let tree = Tree::new(&[
        ("main.py", main),
        ("base.py", "class Base:\n    async def close(self): ...\n"),
        ("sub.py", "from base import Base\nclass Sub(Base):\n    def close(self): ...\n"),
        ("other.py", "class Other(Exception): ...\n"),
    ]);
    let project = tree.project();
    let engine = Engine::new(&project, None);
    let module = |path: &str| engine.module_for(Path::new(path));
    let before = Engine::new(&project, None);
    let asked = Asked { calls: &AskedCalls::default(), steps: &[], extent: Extent::default() };
    let interface = |path: &str| Arc::new(before.interface(module(path), asked));
    engine.remember(["sub.py", "other.py"].map(|path| (module(path), interface(path))).into_iter().collect());
    assert_eq!(inspect(&engine, "main.py").0, Vec::<String>::new());
    assert!(!engine.is_loaded(module("other.py")));
}

#[test]
fn a_first_party_module_hides_an_installed_one_and_stubs_hide_sources() {
    let tree = Tree::new(&[
        ("main.py", "import client\nasync def main():\n    client.get()\n    client.post()\n"),
        ("client.py", "def get(): ...\ndef post(): ...\n"),
        ("client.pyi", "async def get() -> int: ...\ndef post() -> int: ...\n"),
    ]);
    let project = tree.project();
    assert_eq!(inspect(&Engine::new(&project, None), "main.py").0, ["get"]);
}

#[test]
fn the_place_of_a_definition_is_found_by_its_name() {
    let text = "class C:\n    @staticmethod\n    async def f(): ...\n";
    let tree = Tree::new(&[("main.py", text)]);
    let project = tree.project();
    let engine = Engine::new(&project, None);
    let module = engine.module_for(Path::new("main.py"));
    let span = engine.definition(module, "C.f").expect("the method is there");
    assert_eq!(&text[span.as_range()], "async def f");
    assert_eq!(engine.definition(module, "C.g"), None);
}
