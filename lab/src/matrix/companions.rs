//! Runs the suites of `tests/companions`, each beside a plugin or library that runs tests in a way of its own.

use super::watched::{Expected, Watched};
use super::{Cell, Companion, Machine};
use crate::harness::*;

/// Runs them, and brings the table of docs/lab/probe.md up to date where all were run.
/// Fails if packages cannot be installed, loopmend does not compile, or a suite does not run.
pub(super) fn run(machine: &Machine, only: Option<&str>) -> Result<Outcome> {
    let wanted: Vec<_> =
        machine.manifest.companion.iter().filter(|it| only.is_none_or(|name| it.name == name)).collect();
    let names = machine.manifest.companion.iter().map(|it| it.name.as_str()).collect::<Vec<_>>().join(", ");
    ensure!(!wanted.is_empty(), "there is no such companion; there are {names}");
    let loopmend = Loopmend::build_for_tests()?;
    let mut rows = Vec::new();
    for companion in &wanted {
        let Some(environment) = environment(machine, machine.manifest.cell_of(companion))? else {
            println!(
                "{}: there is no {}",
                companion.title,
                machine.manifest.cell_of(companion).interpreter()
            );
            continue;
        };
        let row = watch(companion, &loopmend, &environment.join("bin/python"))?;
        println!("{}", table(std::slice::from_ref(&row)).lines().last().unwrap_or_default());
        row.complaints.iter().for_each(|words| println!("  {words}"));
        rows.push(row);
    }
    if rows.len() == machine.manifest.companion.len() {
        write_section("probe.md", "companions", &table(&rows))?;
    }
    Ok(Outcome::passed_if(rows.iter().all(|row| row.complaints.is_empty())))
}

/// The environment that suites of a cell share; `None` where there is no such interpreter.
pub(super) fn environment(machine: &Machine, cell: &Cell) -> Result<Option<PathBuf>> {
    let (major, minor) = cell.python;
    cell.environment(machine, &format!("companions-{major}.{minor}"))
}

/// The line of the table for one suite, and what is not as it was written down.
struct Row {
    title: String,
    watched: Watched,
    expected: Expected,
    is_same: bool,
    complaints: Vec<String>,
}

fn watch(companion: &Companion, loopmend: &Loopmend, python: &Path) -> Result<Row> {
    let suites = root("tests/companions");
    let directory = target("matrix/suites").join(&companion.name);
    copy_afresh(&suites.join("shared"), &directory)?;
    workspace::copy_directory(&suites.join(&companion.name), &directory)?;
    let expected: Expected = read_json(&directory.join("expected.json"))?;
    let watched = Watched::run(loopmend, python, &directory)?;
    Ok(Row {
        title: companion.title.clone(),
        is_same: watched.has_same_outcomes(companion.in_order),
        complaints: watched.complaints(&expected, companion.in_order),
        watched,
        expected,
    })
}

fn table(rows: &[Row]) -> String {
    Table::of(rows)
        .words("beside", |row| &row.title)
        .number("tests", |row| row.watched.tests())
        .words("outcomes", |row| if row.is_same { "the same" } else { "differ" })
        .number("planted and attributed", |row| {
            format!("{} of {}", row.watched.attributed(&row.expected), row.expected.findings.len())
        })
        .number("told besides", |row| row.watched.told_besides(&row.expected))
        .words("what cannot be seen, and is said", |row| row.expected.says.join("; "))
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::super::Manifest;
    use crate::harness::*;

    #[test]
    fn each_suite_is_run() {
        let entries = workspace::entries(&root("tests/companions")).unwrap();
        let names = entries.iter().map(|path| path.file_name().unwrap().to_str().unwrap());
        let mut found: Vec<&str> = names.filter(|name| *name != "shared").collect();
        found.sort_unstable();
        let manifest = Manifest::read().unwrap();
        let mut run: Vec<&str> = manifest.companion.iter().map(|it| it.name.as_str()).collect();
        run.sort_unstable();
        assert_eq!(found, run);
    }
}
