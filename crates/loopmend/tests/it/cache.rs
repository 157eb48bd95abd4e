//! The cache costs or saves time and nothing else: whatever is in it, the findings are those of a run
//! without one.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use loopmend_files::DirectoryHandle;

/// A small project with an environment, and a cache beside it.
struct Place {
    directory: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { directory: tempfile::tempdir().unwrap() };
        for (name, text) in FILES {
            place.write(name, text);
        }
        place
    }

    fn root(&self) -> PathBuf {
        self.directory.path().join("project")
    }

    fn cache(&self) -> PathBuf {
        self.directory.path().join("cache")
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.root().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.root().join(name)).unwrap()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_loopmend"));
        command.current_dir(self.root()).args(["check", "--output-format", "json"]).args(arguments);
        for variable in ["VIRTUAL_ENV", "CONDA_PREFIX"] {
            command.env_remove(variable);
        }
        command.env("LOOPMEND_CACHE_DIR", self.cache()).stdin(Stdio::null());
        command
    }

    /// What a run with the cache says.
    fn cached(&self) -> Said {
        self.cached_on(&[])
    }

    /// The same for some of the files.
    fn cached_on(&self, paths: &[&str]) -> Said {
        Said::of(&self.command(paths).output().unwrap())
    }

    /// What a run without it says.
    fn afresh(&self) -> Said {
        self.afresh_on(&[])
    }

    /// The same for some of the files.
    fn afresh_on(&self, paths: &[&str]) -> Said {
        Said::of(&self.command(&[&["--no-cache"], paths].concat()).output().unwrap())
    }

    /// How many files were checked in a run with the cache.
    fn checked(&self) -> usize {
        let output = self.command(&["-v"]).output().unwrap();
        let errors = String::from_utf8(output.stderr).unwrap();
        let line = errors.lines().find_map(|line| line.strip_prefix("files checked"));
        line.unwrap_or_else(|| panic!("{errors}")).trim().parse().unwrap()
    }

    /// The packs of the cache.
    fn packs(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.cache()).unwrap().map(|entry| entry.unwrap().path());
        entries.filter(|path| path.extension().is_some_and(|extension| extension == "pack")).collect()
    }
}

/// What a run told.
#[derive(Debug, PartialEq, Eq)]
struct Said {
    status: Option<i32>,
    report: String,
    errors: String,
}

impl Said {
    fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        let said =
            Self { status: output.status.code(), report: text(&output.stdout), errors: text(&output.stderr) };
        assert!(matches!(said.status, Some(0 | 1)), "{said:?}");
        said
    }
}

const FILES: &[(&str, &str)] = &[
    ("pyproject.toml", "[project]\nname = \"p\"\nversion = \"1\"\nrequires-python = \">=3.12\"\n"),
    (".venv/pyvenv.cfg", "home = /usr/bin\nversion = 3.12.1\n"),
    (
        ".venv/lib/python3.12/site-packages/library/__init__.py",
        "from .client import Client\nasync def ping(): pass\n",
    ),
    (
        ".venv/lib/python3.12/site-packages/library/client.py",
        "class Client:\n    async def close(self): pass\n    def name(self) -> str: ...\n",
    ),
    (".venv/lib/python3.12/site-packages/installed/inner/thing.py", "async def spin(): pass\n"),
    ("app/__init__.py", ""),
    ("app/base.py", "class Base:\n    async def save(self): pass\n    def load(self): pass\n"),
    (
        "app/model.py",
        "from app.base import Base\nclass Model(Base):\n    other: 'Model'\n    async def send(self): pass\n",
    ),
    ("app/star.py", "from app.model import *\nfrom app.base import Base as Root\n"),
    (
        "app/service.py",
        "import library\nimport installed.inner.thing\nfrom app.star import Model, Root\nclass Service:\n    def __init__(self) -> None:\n        \
         self.model = Model()\n        self.client = library.Client()\n    async def run(self):\n        \
         self.model.save()\n        self.model.other.send()\n        self.client.close()\n        Root().load()\n        \
         library.ping()\n",
    ),
    (
        "main.py",
        "import asyncio\nfrom app.service import Service\nfrom app.late import later\nimport space.thing\nasync def main():\n    \
         Service().run()\n    later()\n    space.thing.go()\n    asyncio.sleep(1)\n    asyncio.create_task(Service().run())\nasyncio.run(main())\n",
    ),
    (
        "test_app.py",
        "from app import model, star\nasync def test_it():\n    model.Model().save()\n    star.Root().save()\n",
    ),
];

const CODE: &[&str] = &[
    "app/base.py",
    "app/model.py",
    "app/star.py",
    "app/service.py",
    "app/late.py",
    "main.py",
    "test_app.py",
    ".venv/lib/python3.12/site-packages/library/client.py",
    ".venv/lib/python3.12/site-packages/library/__init__.py",
];

#[test]
fn an_unchanged_project_is_not_checked_again() {
    let place = Place::new();
    let expected = place.afresh();
    assert_eq!((place.cached(), place.cached()), (expected, place.afresh()));
    assert!(place.afresh().report.contains("Client.close"), "{:?}", place.afresh());
    assert_eq!(place.checked(), 0);
}

#[test]
fn an_edit_is_checked_with_the_files_that_rest_on_it_and_no_others() {
    let place = Place::new();
    place.cached();
    place.write("app/base.py", &place.read("app/base.py").replace("(self): pass", "(self):\n        x = 1"));
    place.cached();
    place.write("app/base.py", &place.read("app/base.py").replace("x = 1", "y = [1]"));
    // Besides the file itself, `main.py` asks what the functions of a task do, and `test_app.py` what it calls.
    let checked = place.checked();
    assert!((1..=3).contains(&checked), "{checked}");
    place.write("app/base.py", &place.read("app/base.py").replace("async def save", "def save"));
    let checked = place.checked();
    assert!((2..6).contains(&checked), "{checked}");
    assert_eq!(place.cached(), place.afresh());
    assert!(!place.afresh().report.contains("save"));
}

/// One edit of the project, drawn by a seed.
fn edit(place: &Place, random: &mut fastrand::Rng) -> String {
    let present: Vec<&str> = CODE.iter().copied().filter(|name| place.root().join(name).exists()).collect();
    let name = present[random.usize(..present.len())];
    let change = |from: &str, to: &str| {
        place.write(name, &place.read(name).replacen(from, to, 1));
        format!("{name}: {from:?} becomes {to:?}")
    };
    match random.u8(..22) {
        0 => change("async def", "def"),
        1 | 2 => change("    def", "    async def"),
        3 => change("(Base)", "(Other)"),
        4 => change("(Other)", "(Base)"),
        5 => change("import Model", "import Model as Model, Base as Old"),
        6 => change("from app.base import", "from app.model import"),
        7 => change("from app.model import", "from app.base import"),
        8 => change("\n", "\n\n# moved\n"),
        9 => change("pass", "self.x = 1; return self.x"),
        10 => change("return self.x", "pass"),
        11 => {
            place.write(
                "app/late.py",
                "async def later(): pass\nclass Other:\n    async def save(self): pass\n",
            );
            "app/late.py appears".to_owned()
        }
        12 => toggle(place, "library/__init__.py", "async def ping(): pass\nclass Client: pass\n"),
        13 => toggle(
            place,
            "asyncio.py",
            "def sleep(x): pass\nasync def create_task(x): pass\ndef run(x): pass\n",
        ),
        14 => toggle(place, "app/model/__init__.py", "class Model:\n    async def save(self): pass\n"),
        15 => toggle(place, "space/thing.py", "async def go(): pass\n"),
        16 => toggle(place, "app/base.pyi", "class Base:\n    async def load(self): ...\n"),
        17 => toggle(place, "space.py", "class thing:\n    async def go(): pass\n"),
        18 => {
            let to = format!("{name}.moved");
            let (from, moved) = (place.root().join(name), place.root().join(&to));
            match present.len() {
                0..5 => return change("x", "y"),
                _ => fs::rename(from, moved).unwrap(),
            }
            format!("{name} is renamed")
        }
        19 => {
            for name in CODE {
                let moved = place.root().join(format!("{name}.moved"));
                if moved.exists() {
                    fs::rename(moved, place.root().join(name)).unwrap();
                }
            }
            "all come back".to_owned()
        }
        _ => {
            let text = place.read(name);
            place.write(name, &text);
            format!("{name} is touched")
        }
    }
}

/// A file that hides another module appears or goes.
fn toggle(place: &Place, name: &str, text: &str) -> String {
    let path = place.root().join(name);
    if path.exists() {
        fs::remove_file(&path).unwrap();
        // Only an empty directory goes.
        let _ = fs::remove_dir(path.parent().unwrap());
        return format!("{name} goes");
    }
    place.write(name, text);
    format!("{name} appears")
}

/// Edits the project 60 times; `paths` are checked after each.
fn walk(seed: u64, paths: &[&str]) {
    let place = Place::new();
    let mut random = fastrand::Rng::with_seed(seed);
    let mut edits = Vec::new();
    for _ in 0..60 {
        edits.push(edit(&place, &mut random));
        if paths.iter().any(|path| !place.root().join(path).exists()) {
            continue;
        }
        let (cached, afresh) = (place.cached_on(paths), place.afresh_on(paths));
        assert_eq!(cached, afresh, "seed {seed}, after {edits:#?}");
    }
}

#[test]
fn every_edit_of_a_walk_gives_the_findings_of_a_run_without_cache() {
    walk(6, &[]);
}

#[test]
fn every_edit_of_another_walk_does_so_too() {
    walk(20, &[]);
}

#[test]
fn edits_of_files_that_are_not_checked_are_noticed() {
    walk(3, &["main.py", "test_app.py"]);
}

#[test]
fn a_broken_cache_is_as_good_as_none() {
    let place = Place::new();
    let expected = place.afresh();
    let mut random = fastrand::Rng::with_seed(7);
    for round in 0..30 {
        place.cached();
        for pack in place.packs() {
            let mut bytes = fs::read(&pack).unwrap();
            let at = random.usize(..bytes.len());
            match round % 5 {
                0 => bytes.truncate(at),
                1 => bytes[at] ^= 1 << random.u8(..8),
                2 => bytes[8..16].fill(0xff),
                3 => bytes.extend_from_within(..),
                _ => bytes.clear(),
            }
            fs::write(&pack, bytes).unwrap();
        }
        assert_eq!(place.cached(), expected, "round {round}");
    }
}

#[test]
fn a_cache_that_is_something_else_does_no_harm() {
    let place = Place::new();
    let expected = place.afresh();
    place.cached();
    for pack in place.packs() {
        fs::remove_file(&pack).unwrap();
        fs::create_dir_all(pack.join("inside")).unwrap();
    }
    assert_eq!(place.cached(), expected);
}

/// The findings of a run with `cache-dir` in the settings, as a user with that state directory.
#[cfg(unix)]
fn with_cache_in_tree(place: &Place, state: &Path, home: &Path) -> String {
    let mut command = place.command(&[]);
    command.env_remove("LOOPMEND_CACHE_DIR").env("HOME", home).env("XDG_STATE_HOME", state);
    command.env_remove("XDG_CACHE_HOME");
    let output = command.output().unwrap();
    String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
}

#[cfg(unix)]
#[test]
fn a_cache_in_the_tree_counts_for_its_writer_alone() {
    let place = Place::new();
    let aside = |name: &str| place.directory.path().join(name);
    let expected = place.afresh();
    place.write("loopmend.toml", "cache-dir = \".kept\"\n");
    let kept = place.root().join(".kept");
    let listed = || {
        fs::canonicalize(&kept)
            .and_then(|kept| DirectoryHandle::open(&kept))
            .map(|kept| loopmend_cache::packs(&kept))
            .unwrap_or_default()
    };
    let packs = || listed().len();
    let run = |state: &str| with_cache_in_tree(&place, &aside(state), &aside("home"));

    place.write("main.py", "x = 1\n");
    for name in ["app.py", "test_app.py"] {
        fs::write(place.root().join(name), "x = 1\n").unwrap();
    }
    run("attacker");
    assert_eq!(packs(), 3);
    let planted = listed();
    let before: Vec<_> = planted.iter().map(|(name, _)| fs::read(kept.join(name)).unwrap()).collect();
    run("victim");
    let after: Vec<_> = planted.iter().map(|(name, _)| fs::read(kept.join(name)).unwrap()).collect();
    assert_ne!(before, after, "the packs of another are written anew");
    run("victim");
    let again: Vec<_> = planted.iter().map(|(name, _)| fs::read(kept.join(name)).unwrap()).collect();
    assert_eq!(after, again, "one's own are read");

    fs::remove_dir_all(&kept).unwrap();
    fs::write(aside("no directory"), "").unwrap();
    run("no directory");
    assert_eq!(packs(), 0, "without a key nothing is kept");
    with_cache_in_tree(&place, &place.root().join("state"), &aside("home"));
    assert_eq!(packs(), 0, "a key in the project is none");
    assert_eq!(expected.status, Some(1));
}

#[cfg(unix)]
#[test]
fn a_cache_directory_of_the_settings_stays_inside() {
    let place = Place::new();
    let aside = |name: &str| place.directory.path().join(name);
    fs::create_dir(aside("outside")).unwrap();
    std::os::unix::fs::symlink("../outside", place.root().join("link")).unwrap();
    for directory in ["../outside", "link", "link/deeper", "/tmp/loopmend-outside"] {
        place.write("loopmend.toml", &format!("cache-dir = \"{directory}\"\n"));
        let said = with_cache_in_tree(&place, &aside("state"), &aside("home"));
        assert!(said.contains("lies outside the project"), "{directory}: {said}");
        assert_eq!(fs::read_dir(aside("outside")).unwrap().count(), 0, "{directory}");
    }
    place.write("loopmend.toml", "");
    let home = place.root();
    std::os::unix::fs::symlink("../outside", home.join(".cache")).unwrap();
    with_cache_in_tree(&place, &aside("state"), &home);
    assert_eq!(fs::read_dir(aside("outside")).unwrap().count(), 0);
}

#[test]
fn runs_at_the_same_time_say_the_same() {
    let place = Place::new();
    let expected = place.afresh();
    for round in 0..8 {
        if round % 2 == 0 {
            let _ = fs::remove_dir_all(place.cache());
        }
        let runs: Vec<_> = (0..4)
            .map(|_| place.command(&[]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap())
            .collect();
        for run in runs {
            assert_eq!(Said::of(&run.wait_with_output().unwrap()), expected, "round {round}");
        }
    }
}

/// Every path below a directory with its contents; of a directory none.
fn snapshot(directory: &Path) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(snapshot(&path));
            found.insert(path, None);
        } else {
            found.insert(path.clone(), Some(fs::read(&path).unwrap()));
        }
    }
    found
}

#[test]
fn nothing_is_written_but_the_cache() {
    let place = Place::new();
    place.write("broken.py", "def (\n");
    let before = snapshot(&place.root());
    place.cached();
    place.afresh();
    assert_eq!(snapshot(&place.root()), before);
    let written = snapshot(place.directory.path());
    let others =
        written.keys().filter(|path| !path.starts_with(place.root()) && !path.starts_with(place.cache()));
    assert_eq!(others.count(), 0);
    assert_eq!(place.packs().len(), 3);
}

#[cfg(unix)]
#[test]
fn a_place_that_cannot_be_written_to_is_gone_without() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let place = Place::new();
    let expected = place.afresh();
    place.cached();
    fs::set_permissions(place.cache(), fs::Permissions::from_mode(0o500)).unwrap();
    place.write("main.py", &place.read("main.py"));
    assert_eq!(place.cached().report, expected.report);
    fs::set_permissions(place.cache(), fs::Permissions::from_mode(0o700)).unwrap();
    fs::remove_dir_all(place.cache()).unwrap();
    for target in ["/proc/nowhere", "/dev/full", "/dev/null"] {
        symlink(target, place.cache()).unwrap();
        assert_eq!(place.cached().report, expected.report, "{target}");
        fs::remove_file(place.cache()).unwrap();
    }
    fs::write(place.cache(), "a file").unwrap();
    assert_eq!(place.cached().report, expected.report);
    assert_eq!(fs::read_to_string(place.cache()).unwrap(), "a file");
}
