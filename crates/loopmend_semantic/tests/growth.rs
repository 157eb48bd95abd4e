//! Projects with many of one thing: what bounds the cost changes no finding, and says nothing false.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use loopmend_project::{DiscoverOptions, Project};
use loopmend_rules::check_project;
use loopmend_semantic::{Engine, ModuleId};

/// So many modules that the index of words is in use before the last ones are checked.
const MODULES: usize = 60;

fn write(directory: &Path, name: &str, text: &str) {
    let path = directory.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn project(directory: &Path) -> Project {
    write(
        directory,
        "pyproject.toml",
        "[project]\nname = \"app\"\nversion = \"0\"\nrequires-python = \">=3.11\"\n",
    );
    Project::discover(&DiscoverOptions { cwd: directory.to_path_buf(), ..DiscoverOptions::default() })
        .unwrap()
}

/// The findings of a project as `path code message`.
fn findings(directory: &Path) -> Vec<String> {
    let found = check_project(&project(directory));
    found.iter().map(|found| format!("{} {} {}", found.path, found.code, found.message)).collect()
}

#[test]
fn the_index_of_words_finds_what_a_search_finds() {
    let directory = tempfile::tempdir().unwrap();
    write(directory.path(), "a.py", "total = 1\nprint('quoted', total)\n");
    write(directory.path(), "b.py", "import a\na.total = 2\n");
    write(directory.path(), "c.py", "subtotal = 3\n");
    let project = project(directory.path());
    let engine = Engine::new(&project, None);
    let [a, b, c] = [0, 1, 2].map(ModuleId::of_file);
    let files = |word| engine.files_with_word(word);
    for _ in 0..100 {
        let found = files("total");
        assert!(found.contains(&a) && found.contains(&b), "{found:?}");
        assert_eq!(files("quoted"), [a]);
        assert_eq!(files("absent"), []);
        assert_eq!(files("größe"), [a, b, c]);
    }
    assert_eq!(files("total"), [a, b], "a part of a longer name is no word");
}

#[test]
fn an_attribute_that_another_file_sets_is_known_in_a_large_project() {
    let directory = tempfile::tempdir().unwrap();
    let mut setting = String::new();
    for number in 0..MODULES {
        write(directory.path(), &format!("app/m{number}.py"), &format!("class C{number}:\n    pass\n"));
        write(
            directory.path(),
            &format!("tests/test_{number}.py"),
            &format!(
                "from app.m{number} import C{number}\n\n\ndef test_it():\n    c = C{number}()\n    assert c.gone_{number}\n    assert c.set_{number}\n"
            ),
        );
        let _ = writeln!(setting, "def prepare_{number}(value):\n    value.set_{number} = 1\n\n");
    }
    write(directory.path(), "app/__init__.py", "");
    write(directory.path(), "app/setting.py", &setting);
    let mut expected: Vec<String> = (0..MODULES)
        .map(|number| {
            format!(
                "tests/test_{number}.py LM405 `C{number}` has no attribute `gone_{number}` (AttributeError)"
            )
        })
        .collect();
    let mut found = findings(directory.path());
    expected.sort();
    found.sort();
    assert_eq!(found, expected);
}

#[test]
fn a_name_behind_very_many_star_imports_is_unknown() {
    let directory = tempfile::tempdir().unwrap();
    for number in 0..2_700 {
        write(
            directory.path(),
            &format!("app/m{number}.py"),
            &format!("from app.m{} import *\n", number + 1),
        );
    }
    write(directory.path(), "app/__init__.py", "");
    write(directory.path(), "app/m2700.py", "async def far(): ...\n");
    write(
        directory.path(),
        "app/use.py",
        "from app import m0, m2600\n\n\nasync def main():\n    m0.far()\n    m2600.far()\n    m0.gone()\n",
    );
    assert_eq!(findings(directory.path()), ["app/use.py LM101 coroutine `m2600.far` is never awaited"]);
}

#[test]
fn an_attribute_with_very_many_bindings_is_unknown() {
    let directory = tempfile::tempdir().unwrap();
    let mut text = "async def save(): ...\n\n\nclass C:\n    async def run(self): ...\n\n\nclass Few:\n    def __init__(self):\n        self.it = C()\n\n    async def use(self):\n        self.it.run()\n\n\nclass Many:\n".to_owned();
    for number in 0..300 {
        let _ = writeln!(text, "    def m{number}(self):\n        self.it = C()\n");
    }
    text.push_str("    async def use(self):\n        self.it.run()\n        self.it.gone\n");
    write(directory.path(), "m.py", &text);
    assert_eq!(findings(directory.path()), ["m.py LM101 coroutine `C.run` is never awaited"]);
}
