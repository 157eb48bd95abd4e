//! Writes the surface of modules of an environment, for `cargo xtask surface`: `surface DIRECTORY PYTHON MODULE...`. The directory is that of an
//! empty project, and PYTHON an environment or its interpreter. Each module is one line with its name, and its stub.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a task reads what it writes")]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

use loopmend_project::{DiscoverOptions, Project};
use loopmend_reports::{Surface, surface_of};
use loopmend_semantic::Engine;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(cwd), Some(python)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: surface DIRECTORY PYTHON MODULE...");
        return ExitCode::from(2);
    };
    let options = DiscoverOptions {
        cwd: PathBuf::from(cwd),
        python: Some(PathBuf::from(python)),
        isolated: true,
        ..DiscoverOptions::default()
    };
    let project = match Project::discover(&options) {
        Ok(project) => project,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(2);
        }
    };
    print(&carried(&Engine::new(&project, None), arguments.collect()));
    ExitCode::SUCCESS
}

/// The surfaces by module: of those that have to do with event loops, and of those on which these rest.
fn carried(engine: &Engine, names: Vec<String>) -> BTreeMap<String, Surface> {
    let surface = |name: &String| {
        let module = engine.installed_module(name)?;
        let source = engine.project().read(engine.module_path(module)?).ok()?;
        surface_of(engine, module, &source)
    };
    let mut left: BTreeMap<String, Surface> =
        names.into_iter().filter_map(|name| Some((name.clone(), surface(&name)?))).collect();
    let mut wanted: Vec<String> = left
        .iter()
        .filter(|(_, surface)| surface.is_of_event_loops())
        .map(|(name, _)| name.clone())
        .collect();
    let mut kept = BTreeMap::new();
    while let Some(name) = wanted.pop() {
        if let Some(surface) = left.remove(&name) {
            wanted.extend(surface.rests_on.iter().cloned());
            wanted.extend(name.rsplit_once('.').map(|(package, _)| package.to_owned()));
            kept.insert(name, surface);
        }
    }
    kept
}

fn print(surfaces: &BTreeMap<String, Surface>) {
    for (name, surface) in surfaces {
        let package = if surface.is_package { " package" } else { "" };
        println!("=== {name}{package}\n{}", surface.text);
    }
}
