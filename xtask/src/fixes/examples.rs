//! The reports that `fix --verify` writes on the example projects, each in an environment of its pinned requirements.

use std::path::Path;

use anyhow::{Context, Result};

use crate::loopmend::Loopmend;
use crate::tools::Tools;
use crate::{Outcome, workspace};

/// The example projects.
const EXAMPLES: [&str; 5] =
    ["browser_first", "dead_event_loop", "sync_islands", "teardown_tasks", "threads_and_gather"];
/// The requirements that are taken where a project has others for old versions.
const NEWEST: &str = "requirements-unpinned.txt";
/// The file that each report is written to.
const REPORT: &str = "report.md";

/// Runs `fix --verify` on a copy of each example. With `update`, its report replaces the committed one; else the first paragraphs, which
/// say what the runs showed, have to be the same.
///
/// # Errors
/// When an environment cannot be made, or loopmend fails.
pub(super) fn run(update: bool) -> Result<Outcome> {
    let loopmend = Loopmend::build_for_tests()?;
    let tools = Tools::ready()?;
    let mut outcome = Outcome::Passed;
    for name in EXAMPLES {
        let report = report_of(name, &loopmend, &tools).with_context(|| format!("in {name}"))?;
        let committed = workspace::root().join("examples").join(name).join(REPORT);
        if update {
            workspace::write(&committed, &report)?;
        } else if summary(&workspace::read(&committed)?) != summary(&report) {
            println!("{name}: the summary differs:\n{}", summary(&report));
            outcome = Outcome::Failed;
        }
        println!("{name}: {}", summary(&report));
    }
    Ok(outcome)
}

fn report_of(name: &str, loopmend: &Loopmend, tools: &Tools) -> Result<String> {
    let example = workspace::root().join("examples").join(name);
    let copy = workspace::outside("examples").join(name);
    workspace::remove_directory(&copy)?;
    workspace::copy_directory(&example, &copy)?;
    let stale = copy.join(REPORT);
    if stale.exists() {
        std::fs::remove_file(&stale)?;
    }
    install(&copy, tools)?;
    let mut command = loopmend.command(&copy);
    command.args(["fix", "--verify", "--report", REPORT]);
    workspace::run_captured(&mut command, &[0, 1, 3])?;
    workspace::read(&copy.join(REPORT))
}

/// Makes `.venv` in a project, with its pinned requirements.
fn install(project: &Path, tools: &Tools) -> Result<()> {
    let run = |arguments: &[&str]| -> Result<()> {
        let mut command = tools.uv(arguments);
        workspace::run_captured(command.current_dir(project), &[0]).map(drop)
    };
    let requirements = if project.join(NEWEST).exists() { NEWEST } else { "requirements.txt" };
    run(&["venv", ".venv"])?;
    run(&["pip", "install", "--python", ".venv", "-r", requirements])
}

/// The first paragraph of a report.
fn summary(report: &str) -> &str {
    report.lines().nth(2).unwrap_or_default()
}
