//! Made-up projects that grow along one axis: files, names, cells, bindings.

use std::fmt::Write as _;

use super::packages::Shape;

/// The number of names, files or lines that count as one step on an axis whose parts are whole files.
const IN_FILE: usize = 10;

/// Returns the files of a project with so many parts, by path.
pub(super) fn files(shape: Shape, parts: usize) -> Vec<(String, String)> {
    match shape {
        Shape::Chains | Shape::FanOut | Shape::Cycles => Vec::new(),
        Shape::AsyncCallers => vec![("m.py".into(), async_callers(parts))],
        Shape::DriftedNames => drifted_names(parts / IN_FILE),
        Shape::MissingModules => missing_modules(parts / IN_FILE),
        Shape::StarImports => star_imports(parts / IN_FILE),
        Shape::Cells => vec![("n.ipynb".into(), cells(parts))],
        Shape::LinesOfCell => vec![("n.ipynb".into(), notebook(&[lines(parts)]))],
        Shape::Reassignments => vec![("m.py".into(), reassignments(parts))],
        Shape::Attributes => vec![("m.py".into(), attributes(parts))],
        Shape::Branches => vec![("m.py".into(), branches(parts))],
        Shape::SuperCalls => vec![("m.py".into(), super_calls(parts))],
        Shape::Tests => vec![("tests/test_m.py".into(), tests(parts))],
        Shape::DamagedFiles => damaged_files(parts / IN_FILE),
    }
}

/// Each plain function calls the next one, and an `async def` calls each of them; the last one blocks.
fn async_callers(functions: usize) -> String {
    let mut text = "import time\n".to_owned();
    for function in 0..functions {
        let next = function + 1;
        let _ = write!(
            text,
            "\n\ndef f{function}():\n    f{next}()\n\n\nasync def a{function}():\n    f{function}()\n"
        );
    }
    let _ = write!(text, "\n\ndef f{functions}():\n    time.sleep(1)\n");
    text
}

/// Each test reads attributes that its class does not have.
fn drifted_names(modules: usize) -> Vec<(String, String)> {
    let module = |number: usize| {
        format!(
            "class C{number}:\n    def __init__(self):\n        self.value_{number} = 1\n\n    async def load_{number}(self):\n        return self.value_{number}\n"
        )
    };
    let test = |number: usize| {
        let mut text = format!("from app.m{number} import C{number}\n");
        for name in ["old", "gone", "lost", "was"] {
            let _ = write!(
                text,
                "\n\ndef test_{name}():\n    c = C{number}()\n    assert c.{name}_{number} == 1\n"
            );
        }
        text
    };
    let modules = (0..modules).flat_map(|number| {
        [(format!("app/m{number}.py"), module(number)), (format!("tests/test_{number}.py"), test(number))]
    });
    modules.chain([("app/__init__.py".into(), String::new())]).collect()
}

/// Each module imports a name that its neighbour lacks, and a module that does not exist.
fn missing_modules(modules: usize) -> Vec<(String, String)> {
    let text = |number: usize| {
        format!(
            "from app.m{} import gone_{number}\nfrom app.missing_{number} import other\n\n\ndef f{number}():\n    return gone_{number}(other)\n",
            (number + 1) % modules
        )
    };
    let modules = (0..modules).map(|number| (format!("app/m{number}.py"), text(number)));
    modules.chain([("app/__init__.py".into(), String::new())]).collect()
}

/// Each module imports all names of the next one, in a circle.
fn star_imports(modules: usize) -> Vec<(String, String)> {
    let text = |number: usize| {
        let (next, far) = ((number + 1) % modules, number * 3 % modules);
        format!(
            "from app.m{next} import *\n\n\nasync def h{number}(): ...\n\n\nasync def g{number}():\n    h{far}()\n"
        )
    };
    let modules = (0..modules).map(|number| (format!("app/m{number}.py"), text(number)));
    modules.chain([("app/__init__.py".into(), String::new())]).collect()
}

/// Each cell has a finding.
fn cells(cells: usize) -> String {
    let first = "import asyncio\n\n\nasync def save(): ...\n".to_owned();
    let all: Vec<String> = std::iter::once(first).chain((0..cells).map(|_| "save()\n1".to_owned())).collect();
    notebook(&all)
}

/// Each line of one cell has a finding.
fn lines(lines: usize) -> String {
    format!("async def save(): ...\n\n\n{}1", "save()\n".repeat(lines))
}

fn notebook(cells: &[String]) -> String {
    let cell = |source: &String| {
        serde_json::json!({
            "cell_type": "code", "execution_count": null, "metadata": {}, "outputs": [], "source": source
        })
    };
    serde_json::json!({
        "cells": cells.iter().map(cell).collect::<Vec<_>>(),
        "metadata": {"language_info": {"name": "python"}}, "nbformat": 4, "nbformat_minor": 5
    })
    .to_string()
}

/// One name is bound again and again, each time to what a call makes of it.
fn reassignments(bindings: usize) -> String {
    let mut text = "async def get(value): return value\n\n\nasync def main():\n    value = 0\n".to_owned();
    text.push_str(&"    value = await get(value)\n".repeat(bindings));
    text
}

/// Two attributes of a class are set to each other in each method.
fn attributes(methods: usize) -> String {
    let mut text = "class C:\n".to_owned();
    for method in 0..methods {
        let _ = write!(
            text,
            "    def m{method}(self):\n        self.x = self.y\n        self.y = self.x\n        self.x.run()\n"
        );
    }
    text
}

/// A coroutine is made in one branch and awaited in another, again and again.
fn branches(branches: usize) -> String {
    let mut text = "async def f(x): ...\n\n\nasync def main(x):\n".to_owned();
    for branch in 0..branches {
        let _ = write!(
            text,
            "    if x == {branch}:\n        y = f({branch})\n    else:\n        y = None\n    if y:\n        await y\n"
        );
    }
    text
}

/// Each class overrides the method of one base, and calls it.
fn super_calls(classes: usize) -> String {
    let mut text = "class C0:\n    async def run(self): ...\n".to_owned();
    for class in 1..classes {
        let _ =
            write!(text, "\n\nclass C{class}(C0):\n    async def run(self):\n        await super().run()\n");
    }
    text
}

/// Plain and async tests that share a fixture.
fn tests(tests: usize) -> String {
    let mut text = "import pytest\n\n\n@pytest.fixture\ndef value():\n    return 1\n".to_owned();
    for test in 0..tests {
        let _ = write!(
            text,
            "\n\ndef test_{test}(value):\n    assert value\n\n\n@pytest.mark.asyncio\nasync def test_async_{test}(value):\n    assert value\n"
        );
    }
    text
}

/// Files that are no Python.
fn damaged_files(files: usize) -> Vec<(String, String)> {
    let text = "async def f(:\n    await g(\n  x = )\n\"\"\"\n".repeat(40);
    (0..files).map(|number| (format!("d{number}.py"), text.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::{Shape, files};

    #[test]
    fn an_axis_grows_with_its_parts() {
        let size = |shape, parts| files(shape, parts).iter().map(|(_, text)| text.len()).sum::<usize>();
        for shape in Shape::ALL.into_iter().filter(|shape| !shape.is_package()) {
            let (small, large) = (size(shape, 100), size(shape, 1_000));
            assert!(large > 7 * small && large < 15 * small, "{shape:?}: {small} {large}");
        }
    }
}
