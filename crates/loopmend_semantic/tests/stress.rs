//! Modules that all need each other: the findings depend neither on the number of threads nor on the order
//! of the questions.

use std::fmt::Write;
use std::fs;

use fastrand::Rng;
use loopmend_core::Diagnostic;
use loopmend_project::{DiscoverOptions, Project};
use loopmend_rules::{check_module, check_project, known_rules};
use loopmend_semantic::{Engine, ModuleId};

const MODULES: usize = 24;

/// Returns module `number` of a project with cyclic imports, bases, attributes, results, decorators and
/// aliases.
fn module(random: &mut Rng, number: usize) -> String {
    let mut text = String::from("from __future__ import annotations\nimport asyncio\n");
    let any = |random: &mut Rng| random.usize(..MODULES);
    for _ in 0..4 {
        let other = any(random);
        let line = match random.u8(..4) {
            0 => format!("from m{other} import *"),
            1 => format!("import m{other}"),
            2 => format!("from m{other} import C{}, f{}", any(random), any(random)),
            _ => format!("from m{other} import C{other}, f{other}, g{other} as g{}", any(random)),
        };
        writeln!(text, "{line}").unwrap();
    }
    let is_async = |random: &mut Rng| if random.bool() { "async " } else { "" };
    for class in [number, any(random)] {
        writeln!(text, "class C{class}(C{}, m{}.C{}):", any(random), any(random), any(random)).unwrap();
        writeln!(text, "    x: C{}\n    y: m{}.C{} | None", any(random), any(random), any(random)).unwrap();
        writeln!(text, "    def __init__(self, z: C{}):", any(random)).unwrap();
        writeln!(
            text,
            "        self.z = z\n        self.w = self.x.y.z.w\n        self.v = f{}()",
            any(random)
        )
        .unwrap();
        for name in ["a", "b"] {
            writeln!(text, "    {}def {name}(self) -> C{}: return self.x", is_async(random), any(random))
                .unwrap();
        }
    }
    for function in [number, any(random)] {
        if random.u8(..3) == 0 {
            writeln!(text, "@g{}", any(random)).unwrap();
        }
        writeln!(text, "{}def f{function}() -> C{}: ...", is_async(random), any(random)).unwrap();
        writeln!(text, "def g{function}(x: C{0}) -> C{0}: return x", any(random)).unwrap();
    }
    writeln!(
        text,
        "f{} = f{}\nC{} = m{}.C{}",
        any(random),
        any(random),
        any(random),
        any(random),
        any(random)
    )
    .unwrap();
    writeln!(text, "async def use(p: C{}, q: m{}.C{}):", any(random), any(random), any(random)).unwrap();
    for _ in 0..20 {
        let start = match random.u8(..6) {
            0 => "p".to_owned(),
            1 => "q".to_owned(),
            2 => format!("C{}()", any(random)),
            3 => format!("m{}.C{}()", any(random), any(random)),
            4 => format!("f{}()", any(random)),
            _ => format!("(await f{}())", any(random)),
        };
        let chain: String = (0..random.usize(..4))
            .map(|_| *random.choice([".x", ".y", ".z", ".w", ".v"].iter()).unwrap())
            .collect();
        let method = if random.bool() { "a" } else { "b" };
        writeln!(
            text,
            "    {start}{chain}.{method}()\n    f{}()\n    m{}.f{}()",
            any(random),
            any(random),
            any(random)
        )
        .unwrap();
    }
    text
}

fn generated(seed: u64) -> (tempfile::TempDir, Project) {
    let mut random = Rng::with_seed(seed);
    let texts = (0..MODULES).map(|number| module(&mut random, number)).collect();
    project_of(texts)
}

/// Returns a project of the modules `m0`, `m1` and so on with these texts.
fn project_of(texts: Vec<String>) -> (tempfile::TempDir, Project) {
    let directory = tempfile::tempdir().expect("a temporary directory");
    for (number, text) in texts.into_iter().enumerate() {
        fs::write(directory.path().join(format!("m{number}.py")), text).expect("a file is written");
    }
    let options = DiscoverOptions {
        cwd: directory.path().to_owned(),
        isolated: true,
        rules: known_rules(),
        ..DiscoverOptions::default()
    };
    let project = Project::discover(&options).expect("the directory is a project");
    (directory, project)
}

/// Following each star import for itself would take 12 times as long with each import on the way.
#[test]
fn modules_that_import_all_names_from_each_other_are_read_in_time() {
    let text = |number: usize| {
        let others = (0..13).filter(|other| *other != number);
        let imports: String = others.map(|other| format!("from m{other} import *\n")).collect();
        format!("{imports}\n\nasync def main():\n    work()\n")
    };
    let mut texts: Vec<String> = (0..13).map(text).collect();
    texts.push("import time\n\n\ndef work():\n    time.sleep(1)\n".to_owned());
    let (_directory, project) = project_of(texts);
    assert_eq!(check_project(&project), []);
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let pools: Vec<_> = [2, 4, 8]
        .map(|threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads start"))
        .into();
    let mut findings = 0;
    for seed in 0..10 {
        let (_directory, project) = generated(seed);
        let expected = check_project(&project);
        findings += expected.len();
        for round in 0..5 {
            for pool in &pools {
                let found = pool.install(|| check_project(&project));
                assert_eq!(
                    found,
                    expected,
                    "seed {seed}, round {round}, {} threads",
                    pool.current_num_threads()
                );
            }
        }
    }
    assert!(findings > 100, "{findings} findings say little");
}

#[test]
fn the_order_of_the_questions_changes_nothing() {
    for seed in 100..110 {
        let (_directory, project) = generated(seed);
        let mut random = Rng::with_seed(seed);
        let mut order: Vec<usize> = (0..MODULES).collect();
        let expected = checked_in(&project, &order);
        for _ in 0..15 {
            random.shuffle(&mut order);
            assert_eq!(checked_in(&project, &order), expected, "seed {seed}, order {order:?}");
        }
    }
}

/// Returns the findings of all files and their dependencies, queried in this order.
fn checked_in(project: &Project, order: &[usize]) -> Vec<(Vec<Diagnostic>, Vec<String>)> {
    let engine = Engine::new(project, None);
    let mut found = vec![(Vec::new(), Vec::new()); order.len()];
    for index in order {
        let checked = check_module(&engine, ModuleId::of_file(*index), &project.files()[*index]);
        let mut names: Vec<String> =
            checked.dependencies.iter().map(|module| engine.module_name(*module).to_owned()).collect();
        names.sort();
        found[*index] = (checked.diagnostics, names);
    }
    found
}
