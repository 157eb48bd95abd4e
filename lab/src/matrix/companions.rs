//! Runs the suites of `tests/companions`, each beside a plugin or library that runs tests in a way of its own.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::watched::{Expected, Watched};
use super::{Cell, Machine};
use crate::loopmend::Loopmend;
use crate::markdown::{Align, table, write_section};
use crate::{Outcome, workspace};

/// A suite with what it runs beside.
struct Companion {
    /// Its directory.
    name: &'static str,
    /// What the table says.
    title: &'static str,
    /// Whether one process runs the tests, in an order that the probe must not change.
    in_order: bool,
    cell: Cell,
}

/// The newest versions, in one environment: each suite is run where all of them are installed.
pub(super) const NEWEST: Cell = Cell {
    python: (3, 13),
    packages: &[
        "pytest==9.2.0",
        "pytest-asyncio==1.5.0",
        "anyio==4.16.0",
        "trio==0.35.0",
        "aiohttp==3.14.5",
        "pytest-aiohttp==1.1.1",
        "django==6.1.3",
        "pytest-django==4.14.0",
        "uvloop==0.23.0",
        "pytest-xdist==3.8.0",
        "pytest-cov==7.1.0",
        "coverage==7.17.3",
        "pytest-timeout==2.4.0",
        "pytest-randomly==5.1.0",
        "pytest-rerunfailures==16.7",
    ],
};

/// pytest-forked cannot carry the reports of pytest 9.2 from its children to their parent: each test fails there, without the probe too.
const FORKED: Cell = Cell {
    python: (3, 12),
    packages: &["pytest==8.4.2", "pytest-asyncio==1.2.0", "pytest-forked==1.7.5", "pytest-randomly==5.1.0"],
};

const COMPANIONS: [Companion; 11] = [
    Companion { name: "anyio", title: "anyio's plugin, on asyncio and trio", in_order: true, cell: NEWEST },
    Companion { name: "aiohttp", title: "pytest-aiohttp", in_order: true, cell: NEWEST },
    Companion { name: "unittest", title: "`IsolatedAsyncioTestCase`", in_order: true, cell: NEWEST },
    Companion { name: "django", title: "Django, pytest-django", in_order: true, cell: NEWEST },
    Companion { name: "uvloop", title: "uvloop", in_order: true, cell: NEWEST },
    Companion { name: "xdist", title: "pytest-xdist, `-n 2`", in_order: false, cell: NEWEST },
    Companion { name: "cov", title: "pytest-cov", in_order: true, cell: NEWEST },
    Companion { name: "timeout", title: "pytest-timeout", in_order: true, cell: NEWEST },
    Companion { name: "randomly", title: "pytest-randomly", in_order: true, cell: NEWEST },
    Companion { name: "rerunfailures", title: "pytest-rerunfailures", in_order: true, cell: NEWEST },
    Companion { name: "forked", title: "pytest-forked", in_order: true, cell: FORKED },
];

/// Runs them, and brings the table of docs/lab/probe.md up to date where all were run.
///
/// # Errors
/// When packages cannot be installed, loopmend does not compile, or a suite does not run.
pub(super) fn run(machine: &Machine, only: Option<&str>) -> Result<Outcome> {
    let wanted: Vec<_> = COMPANIONS.iter().filter(|it| only.is_none_or(|name| it.name == name)).collect();
    if wanted.is_empty() {
        bail!("there is no such companion; there are {}", COMPANIONS.map(|it| it.name).join(", "));
    }
    let loopmend = Loopmend::build_for_tests()?;
    let mut outcome = Outcome::Passed;
    let mut rows = Vec::new();
    for companion in &wanted {
        let Some(environment) = environment(machine, &companion.cell)? else {
            println!("{}: there is no {}", companion.title, companion.cell.interpreter());
            continue;
        };
        let (row, complaints) = watch(companion, &loopmend, &environment.join("bin/python"))?;
        println!("{}", row.join(" | "));
        if !complaints.is_empty() {
            outcome = Outcome::Failed;
        }
        complaints.iter().for_each(|words| println!("  {words}"));
        rows.push(row);
    }
    if rows.len() == COMPANIONS.len() {
        let page = workspace::root().join("docs/lab/probe.md");
        write_section(&page, "The probe", "companions", &as_table(&rows))?;
    }
    Ok(outcome)
}

/// The environment that suites of a cell share; `None` where there is no such interpreter.
pub(super) fn environment(machine: &Machine, cell: &Cell) -> Result<Option<PathBuf>> {
    let (major, minor) = cell.python;
    cell.environment(machine, &format!("companions-{major}.{minor}"))
}

/// The line of the table for one suite, and what is not as it was written down.
fn watch(companion: &Companion, loopmend: &Loopmend, python: &Path) -> Result<(Vec<String>, Vec<String>)> {
    let suites = workspace::root().join("tests/companions");
    let directory = workspace::target().join("matrix/suites").join(companion.name);
    workspace::remove_directory(&directory)?;
    workspace::copy_directory(&suites.join("shared"), &directory)?;
    workspace::copy_directory(&suites.join(companion.name), &directory)?;
    let expected: Expected = serde_json::from_str(&workspace::read(&directory.join("expected.json"))?)
        .with_context(|| format!("in the `expected.json` of {}", companion.name))?;
    let watched = Watched::run(loopmend, python, &directory)?;
    let is_same = watched.has_same_outcomes(companion.in_order);
    let row = vec![
        companion.title.to_owned(),
        watched.tests().to_string(),
        if is_same { "the same" } else { "differ" }.to_owned(),
        format!("{} of {}", watched.attributed(&expected), expected.findings.len()),
        watched.told_besides(&expected).to_string(),
        expected.says.join("; "),
    ];
    Ok((row, watched.complaints(&expected, companion.in_order)))
}

fn as_table(rows: &[Vec<String>]) -> String {
    let columns = [
        ("beside", Align::Left),
        ("tests", Align::Right),
        ("outcomes", Align::Left),
        ("planted and attributed", Align::Right),
        ("told besides", Align::Right),
        ("what cannot be seen, and is said", Align::Left),
    ];
    table(&columns, rows)
}

#[cfg(test)]
mod tests {
    use super::COMPANIONS;
    use crate::workspace;

    #[test]
    fn each_suite_is_run() {
        let directory = workspace::root().join("tests/companions");
        let mut found: Vec<_> = std::fs::read_dir(directory)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name != "shared")
            .collect();
        found.sort_unstable();
        let mut run = COMPANIONS.map(|it| it.name);
        run.sort_unstable();
        assert_eq!(found, run);
    }
}
