//! What is found in a file does not depend on which paths are named: any of them, in any order, on any number of threads,
//! with a cache of another run or without.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use crate::support::copy_some;
use crate::support::place::Place;
use fastrand::Rng;
use serde_json::Value;

/// The findings of each file.
type Found = BTreeMap<String, Vec<Value>>;

impl Place {
    /// A copy of the Python and settings files of a directory of this repository.
    fn copy_of(directory: &str) -> Self {
        let place = Self::new(&[]);
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(directory);
        copy(&from, &place.project());
        place
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.project().join(name)).unwrap()
    }

    fn run(&self, arguments: &[&str], input: Option<&str>) -> String {
        let mut command = self.command(arguments);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.unwrap_or_default().as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(matches!(output.status.code(), Some(0 | 1)), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn check_paths(&self, paths: &[&str], options: &[&str]) -> Found {
        self.check_text(paths, options, None)
    }

    fn check_text(&self, paths: &[&str], options: &[&str], input: Option<&str>) -> Found {
        let all = [["check", "--output-format", "json"].as_slice(), options, paths].concat();
        let findings: Vec<Value> = serde_json::from_str(&self.run(&all, input)).unwrap();
        let mut found = Found::new();
        for finding in findings {
            found.entry(finding["path"].as_str().unwrap().to_owned()).or_default().push(finding);
        }
        found
    }

    fn files(&self) -> Vec<String> {
        self.run(&["check", "--show-files", "."], None).lines().map(str::to_owned).collect()
    }
}

fn copy(from: &Path, to: &Path) {
    const KINDS: [&str; 4] = ["py", "toml", "ini", "cfg"];
    let has_kind =
        |path: &Path| path.extension().is_some_and(|kind| KINDS.iter().any(|known| kind == *known));
    copy_some(from, to, &has_kind);
}

fn only(found: &Found, paths: &[&str]) -> Found {
    found
        .iter()
        .filter(|(path, _)| paths.contains(&path.as_str()))
        .map(|(path, all)| (path.clone(), all.clone()))
        .collect()
}

/// The places where findings of the whole project stand if only some files are named: a finding stands at its first place in them.
fn in_view(whole: &Found, paths: &[&str]) -> Vec<String> {
    let is_named = |place: &&Value| paths.iter().any(|path| place["path"] == **path);
    let standing = |finding: &Value| {
        let places = finding["places"].as_array().into_iter().flatten();
        let place = std::iter::once(finding).chain(places).find(is_named)?;
        Some(described(place, finding))
    };
    let mut all: Vec<String> = whole.values().flatten().filter_map(standing).collect();
    all.sort();
    all
}

/// A finding with the place where it stands.
fn described(place: &Value, finding: &Value) -> String {
    let at = ["path", "line", "column"].map(|key| place[key].to_string()).join(":");
    format!("{at} {} {} {}", finding["rule"], finding["level"], finding["places"])
}

/// Compares the findings of a run that names some files with those of the run that names none.
fn assert_in_view(found: &Found, whole: &Found, paths: &[&str], title: &str) {
    let mut all: Vec<String> = found.values().flatten().map(|finding| described(finding, finding)).collect();
    all.sort();
    assert_eq!(all, in_view(whole, paths), "{title}");
    for (path, findings) in only(whole, paths) {
        let missing: Vec<_> = findings.iter().filter(|finding| !found[&path].contains(finding)).collect();
        assert!(missing.is_empty(), "{title}: {missing:?}");
    }
}

/// Compares runs that name some of the files with the run that names none; how many findings the project has.
fn compare(place: &Place, seed: u64) -> usize {
    let whole = place.check_paths(&["."], &["--no-cache"]);
    let files = place.files();
    let mut random = Rng::with_seed(seed);
    for round in 0..8 {
        let mut named: Vec<&str> = files.iter().map(String::as_str).collect();
        random.shuffle(&mut named);
        named.truncate(random.usize(1..=3));
        let jobs = ["1", "2", "8"][random.usize(..3)];
        let cached: &[&str] = if random.bool() { &["--no-cache"] } else { &[] };
        let found = place.check_paths(&named, &[["--jobs", jobs].as_slice(), cached].concat());
        let title = format!("seed {seed}, round {round}, {named:?} {jobs} {cached:?}");
        assert_in_view(&found, &whole, &named, &title);
    }
    assert_eq!(place.check_paths(&["."], &[]), whole, "seed {seed}, after runs that named some");
    whole.values().map(Vec::len).sum()
}

/// Modules that ask all others: for subclasses, calls, and how calls are used.
fn generated(seed: u64) -> Place {
    let mut random = Rng::with_seed(seed);
    let place = Place::new(&[("pyproject.toml", "")]);
    let modules = 7;
    for number in 0..modules {
        let mut any = || random.usize(..modules);
        let (base, other, called, given) = (any(), any(), any(), any());
        let colour = if any() % 2 == 0 { "async " } else { "" };
        let bases = if base < number { format!("(C{base})") } else { String::new() };
        let awaited = if any() % 2 == 0 { "await " } else { "" };
        let text = format!(
            "from app.m{base} import C{base}\nfrom app.m{other} import C{other}, f{other}\nfrom app.m{called} import f{called}\n\n\
             class C{number}{bases}:\n    {colour}def run(self):\n        return self\n    async def stop(self):\n        return 1\n\n\
             {colour}def f{number}(x):\n    return x.run()\n\n\
             async def use(c: C{other}, unknown):\n    c.run()\n    c.stop()\n    {awaited}unknown.get_all()\n    unknown.get_all()\n    \
             f{called}(C{other}())\n    if not f{other}(c):\n        f{given}(1)\n"
        );
        place.write(&format!("app/m{number}.py"), &text);
    }
    place.write("app/__init__.py", "");
    place
}

#[test]
fn findings_of_generated_projects_do_not_depend_on_the_paths() {
    let findings: usize = (0..6).map(|seed| compare(&generated(seed), seed)).sum();
    assert!(findings > 40, "{findings} findings say little");
}

#[test]
fn findings_of_whole_projects_do_not_depend_on_the_paths() {
    let projects = ["examples/feedreader", "examples/parcels", "tests/doctor/override_on_1", "tests/facts"];
    let findings: usize =
        (0..).zip(projects).map(|(seed, project)| compare(&Place::copy_of(project), seed)).sum();
    assert!(findings >= 10, "{findings} findings say little");
}

const DATABASE: &str = "\
class Db:
    async def ping(self) -> bool:
        return True


async def allowed(u):
    for x in (1, 2):
        if x == u:
            return True
    return False


db = Db()
";

const SERVICE: &str = "\
from app.db import allowed, db


async def f(u) -> None:
    if not allowed(u):
        print('no')


async def g() -> None:
    db.ping()
";

fn service() -> Place {
    let call = "from app.svc.b import f\n\n\nasync def main():\n    f(1)\n";
    Place::new(&[
        ("pyproject.toml", ""),
        ("app/__init__.py", ""),
        ("app/db.py", DATABASE),
        ("app/svc/__init__.py", ""),
        ("app/svc/a.py", call),
        ("app/svc/b.py", SERVICE),
    ])
}

#[test]
fn one_file_is_checked_as_a_part_of_its_project() {
    let place = service();
    let whole = place.check_paths(&["."], &["--no-cache"]);
    assert_eq!(whole["app/svc/b.py"].len(), 2, "{whole:?}");
    let expected = only(&whole, &["app/svc/b.py"]);
    assert_eq!(place.check_paths(&["app/svc/b.py"], &["--no-cache"]), expected);
    assert_eq!(place.check_paths(&["app/svc/b.py"], &[]), expected, "cold");
    assert_eq!(place.check_paths(&["app/svc"], &[]), only(&whole, &["app/svc/a.py", "app/svc/b.py"]));
    assert_eq!(place.check_paths(&["."], &[]), whole, "after runs that named some");
    assert_eq!(place.check_paths(&["app/svc/b.py"], &[]), expected, "warm");
    let summary = place.run(&["check", "app/svc/b.py"], None);
    assert!(summary.contains("1 file") && !summary.contains("6 files"), "{summary}");
}

#[test]
fn a_change_in_a_file_that_is_not_named_is_seen() {
    let place = service();
    place.check_paths(&["app/svc/b.py"], &[]);
    place.write("app/db.py", &DATABASE.replace("async def allowed", "def allowed"));
    let whole = place.check_paths(&["."], &["--no-cache"]);
    let found = place.check_paths(&["app/svc/b.py"], &[]);
    assert_eq!(found, only(&whole, &["app/svc/b.py"]));
    assert_eq!(found["app/svc/b.py"].len(), 1, "{found:?}");
    assert_eq!(place.check_paths(&["."], &[]), whole);
}

#[test]
fn standard_input_is_checked_as_a_part_of_its_project() {
    let place = service();
    let expected = only(&place.check_paths(&["."], &["--no-cache"]), &["app/svc/b.py"]);
    let text = place.text("app/svc/b.py");
    let check = |name: &str, text: &str| place.check_text(&["-"], &["--stdin-filename", name], Some(text));
    assert_eq!(check("app/svc/b.py", &text), expected);
    let found = check("app/svc/new.py", &text);
    assert_eq!(found["app/svc/new.py"].len(), 2, "{found:?}");
    assert_eq!(check("app/svc/b.py", "x = 1\n"), Found::new());
    assert_eq!(place.check_paths(&["app/svc/b.py"], &[]), expected, "nothing is kept of a text");
    let loose = place.check_text(&["-"], &[], Some("async def f(): ...\n\n\nasync def g():\n    f()\n"));
    assert_eq!(loose["stdin.py"].len(), 1, "{loose:?}");
}

#[test]
fn only_named_files_are_fixed_and_listed() {
    let place = service();
    let [a, b] = ["app/svc/a.py", "app/svc/b.py"].map(|name| place.text(name));
    place.run(&["fix", "--unsafe", "--allow-dirty", "app/svc/b.py"], None);
    assert_ne!(place.text("app/svc/b.py"), b);
    assert_eq!(place.text("app/svc/a.py"), a);
    place.write("app/one.py", "import asyncio\n\nasyncio.run(f())\n");
    place.write("app/two.py", "import asyncio\n\nasyncio.run(f())\n");
    let table = place.run(&["inventory", "app/one.py"], None);
    assert!(table.contains("app/one.py") && !table.contains("app/two.py"), "{table}");
}

/// Findings of other files that have their cause in a file, are joined with its own, or have nothing to do with it.
fn causes() -> Place {
    let job = "import asyncio\nfrom app.jobs import job, started\nfrom app.pauses import pause\n\n\nasync def start():\n    \
               asyncio.create_task(job())\n    started(job())\n    pause()\n";
    Place::new(&[
        ("pyproject.toml", "[tool.loopmend]\nstrict = true\n"),
        ("app/__init__.py", ""),
        ("app/limits.py", "LIMIT = 3\n"),
        ("app/pauses.py", "import time\n\n\ndef pause():\n    time.sleep(2)\n"),
        (
            "app/jobs.py",
            "import asyncio\n\n\ndef started(work):\n    return asyncio.create_task(work)\n\n\nasync def job():\n    \
             raise ValueError\n",
        ),
        ("app/first.py", job),
        ("app/second.py", job),
        ("app/calls.py", "from app.pauses import pause\n\n\nasync def wait():\n    pause()\n"),
        ("app/naps.py", "import time\n\n\ndef _impl():\n    time.sleep(2)\n\n\nnap = _impl\n"),
        ("app/naps_used.py", "from app.naps import nap\n\n\nasync def rest():\n    nap()\n"),
        (
            "app/methods.py",
            "import time\n\n\nclass Bed:\n    def _lie(self):\n        time.sleep(2)\n\n    sleep = _lie\n",
        ),
        (
            "app/methods_used.py",
            "from app.methods import Bed\n\n\nasync def rest(bed: Bed):\n    bed.sleep()\n",
        ),
        ("app/launch.py", "import asyncio\n\n\ndef launch(work):\n    return asyncio.create_task(work)\n"),
        ("app/wraps.py", "from app.launch import launch\n\n\ndef wrapped(work):\n    return launch(work)\n"),
        ("app/wraps_1.py", WRAPPED),
        ("app/wraps_2.py", WRAPPED),
    ])
}

/// Discards a task that a function of another file returns.
const WRAPPED: &str =
    "from app.jobs import job\nfrom app.wraps import wrapped\n\n\nasync def go():\n    wrapped(job())\n";

#[test]
fn causes_in_a_named_file_are_found_from_other_files() {
    let place = causes();
    let whole = place.check_paths(&["."], &["--no-cache"]);
    for named in ["app/pauses.py", "app/jobs.py", "app/methods.py", "app/wraps.py"] {
        assert!(!whole[named].is_empty(), "{named}: {whole:?}");
    }
    for named in place.files() {
        let found = place.check_paths(&[&named], &["--no-cache"]);
        assert_in_view(&found, &whole, &[&named], &named);
    }
}

#[test]
fn other_files_are_checked_only_if_they_matter() {
    let place = causes();
    let checked = |name: &str| {
        let mut command = place.command(&["check", "--no-cache", "--verbose", "--exit-zero", name]);
        let output = command.output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        let line = said.lines().find_map(|line| line.strip_prefix("files checked")).unwrap_or_default();
        line.trim().parse::<usize>().unwrap()
    };
    let all = place.files().len();
    assert_eq!(checked("."), all);
    assert_eq!(checked("app/limits.py"), 1);
    assert_eq!(checked("app/pauses.py"), all);
}

#[test]
fn names_in_cells_of_other_files_count() {
    let cell = r#"{"cells": [{"cell_type": "code", "source": ["install(\"shop.order\")"], "metadata": {}, "outputs": [], "execution_count": null}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}"#;
    let files = [
        ("pyproject.toml", ""),
        ("shop/__init__.py", ""),
        ("shop/orders.py", "class Order:\n    pass\n"),
        ("tests/test_shop.py", "from shop.order import Order\n\n\ndef test_order():\n    assert Order()\n"),
    ];
    let place = Place::new(&files);
    let named = || place.check_paths(&["tests/test_shop.py"], &["--no-cache"]);
    assert_eq!(named()["tests/test_shop.py"].len(), 1);
    place.write("notes.ipynb", cell);
    assert_eq!(place.check_paths(&["."], &["--no-cache"]), Found::new());
    assert_eq!(named(), Found::new());
    assert_eq!(place.check_paths(&["."], &[]), Found::new());
    place.write("tests/test_shop.py", &format!("{}\n\nLIMIT = 3\n", files[3].1));
    assert_eq!(
        place.check_paths(&["."], &[]),
        Found::new(),
        "the notebook is remembered, and not parsed again"
    );
}
