//! The suites whose pages are opened.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::workspace;

/// The installed distributions, and what they say of plugins. The pages speak of these versions.
const INSTALLED: [(&str, &str); 2] =
    [("pytest-8.4.2", ""), ("pytest_asyncio-1.5.0", "[pytest11]\nasyncio = pytest_asyncio.plugin\n")];

/// Markup, and what ends an attribute, in names that a project may choose.
const HOSTILE: &str = "<img src=x onerror=alert(1)>&\"'";

/// The files and the tests in each of the large suite: 5,000 tests.
const LARGE: (usize, usize) = (100, 50);

/// Makes the suite of tests/page below `directory`, as a project with an environment.
/// Fails if a file cannot be written.
pub(super) fn small(directory: &Path) -> Result<PathBuf> {
    let suite = directory.join("small");
    workspace::remove_directory(&suite)?;
    workspace::copy_directory(&workspace::root().join("tests/page"), &suite)?;
    write_environment(&suite)?;
    Ok(suite)
}

/// Makes a suite of 5,000 tests below `directory`, with names that are long or look like markup.
/// Fails if a file cannot be written.
pub(super) fn large(directory: &Path) -> Result<PathBuf> {
    let suite = directory.join("large");
    workspace::remove_directory(&suite)?;
    write_environment(&suite)?;
    let (files, tests) = LARGE;
    let fixture = serde_json::to_string(HOSTILE).context("a text has a JSON form")?;
    let conftest = format!(
        "import pytest_asyncio\n\n\n@pytest_asyncio.fixture(scope=\"session\", name={fixture})\n\
         async def hostile():\n    yield 1\n"
    );
    workspace::write(&suite.join("tests/conftest.py"), &conftest)?;
    for file in 0..files {
        let name = match file {
            0 => format!("tests/{}/test_deep.py", "a_directory_with_a_long_name/".repeat(6)),
            1 => "tests/<b>bold & 'quoted'/test_markup.py".to_owned(),
            _ => format!("tests/part_{}/test_{file}.py", file % 10),
        };
        workspace::write(&suite.join(name), &module(file, tests, &fixture))?;
    }
    Ok(suite)
}

fn module(file: usize, tests: usize, fixture: &str) -> String {
    let mut text = "import pytest\n".to_owned();
    for test in 0..tests {
        let scope = ["function", "class", "module", "package", "session"][file % 5];
        let mark = format!("@pytest.mark.asyncio(loop_scope=\"{scope}\")\n");
        let uses = format!("@pytest.mark.usefixtures({fixture})\n");
        let (mark, uses) = match test % 10 {
            0 => ("", ""),
            1 => (mark.as_str(), uses.as_str()),
            _ => (mark.as_str(), ""),
        };
        let long = if test == 2 { "_and_so_on".repeat(20) } else { String::new() };
        let is_async = if test % 5 == 4 { "" } else { "async " };
        let _ = write!(text, "\n\n{mark}{uses}{is_async}def test_{test}{long}(): ...\n");
    }
    text
}

fn write_environment(suite: &Path) -> Result<()> {
    let environment = suite.join(".venv");
    workspace::write(&environment.join("pyvenv.cfg"), "home = /nowhere\nversion = 3.12.1\n")?;
    for (distribution, entry_points) in INSTALLED {
        let information = format!("lib/python3.12/site-packages/{distribution}.dist-info/entry_points.txt");
        workspace::write(&environment.join(information), entry_points)?;
    }
    Ok(())
}
