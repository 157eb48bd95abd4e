//! An environment with an old pytest-asyncio: what the probes import is behind it, and a stand-in of the plugin in front. Beside its
//! interpreter is a stand-in of uv, so that nothing comes from the network.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::environment::python;

/// A plugin that runs coroutines on the loop of its fixture, as pytest-asyncio 0.21.1 does.
const PLUGIN: &str = "\
import asyncio
import inspect

import pytest


def pytest_addoption(parser):
    parser.addini(\"asyncio_mode\", \"which tests run\")


@pytest.fixture
def event_loop():
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem):
    if inspect.iscoroutinefunction(pyfuncitem.obj):
        loop = pyfuncitem._request.getfixturevalue(\"event_loop\")
        loop.run_until_complete(pyfuncitem.obj())
        return True
";

/// The environment in a directory; `installs` says whether its uv does.
pub(crate) fn environment(directory: &Path, installs: bool) -> PathBuf {
    let environment = directory.join("environment");
    let made =
        Command::new(python()).args(["-m", "venv", "--without-pip"]).arg(&environment).status().unwrap();
    assert!(made.success());
    let probes = python().parent().unwrap().parent().unwrap().to_owned();
    let (site, of_probes) = (site_packages(&environment), site_packages(&probes));
    fs::write(site.join("probes.pth"), format!("{}\n", of_probes.display())).unwrap();
    write(
        &site.join("pytest_asyncio"),
        &[("__init__.py", "__version__ = \"0.21.1\"\n"), ("plugin.py", PLUGIN)],
    );
    let metadata = "Metadata-Version: 2.1\nName: pytest-asyncio\nVersion: 0.21.1\n";
    let entry = "[pytest11]\nasyncio = pytest_asyncio.plugin\n";
    write(
        &site.join("pytest_asyncio-0.21.1.dist-info"),
        &[("METADATA", metadata), ("entry_points.txt", entry), ("INSTALLER", "uv\n")],
    );
    let pytest = dist_info(&of_probes, "pytest-");
    let metadata = fs::read_to_string(pytest.join("METADATA")).unwrap();
    write(&site.join(pytest.file_name().unwrap()), &[("METADATA", &metadata)]);
    let plugin = dist_info(&of_probes, "pytest_asyncio-");
    let body = match installs {
        true => format!(
            "mkdir -p \"$2\" && cp -r '{}' '{}' \"$2\"",
            of_probes.join("pytest_asyncio").display(),
            plugin.display()
        ),
        false => "echo 'error: the network is unreachable' >&2; exit 1".to_owned(),
    };
    let uv = environment.join("bin/uv");
    fs::write(&uv, format!("#!/bin/sh\nwhile [ \"$1\" != --target ]; do shift; done\n{body}\n")).unwrap();
    make_executable(&uv);
    environment
}

fn make_executable(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}

fn write(directory: &Path, files: &[(&str, &str)]) {
    fs::create_dir(directory).unwrap();
    files.iter().for_each(|(name, text)| fs::write(directory.join(name), text).unwrap());
}

fn site_packages(environment: &Path) -> PathBuf {
    let versions = fs::read_dir(environment.join("lib")).unwrap().flatten();
    versions.map(|entry| entry.path().join("site-packages")).find(|path| path.is_dir()).unwrap()
}

fn dist_info(site: &Path, begins: &str) -> PathBuf {
    let is_it = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        name.starts_with(begins) && name.ends_with(".dist-info")
    };
    fs::read_dir(site).unwrap().flatten().map(|entry| entry.path()).find(is_it).unwrap()
}
