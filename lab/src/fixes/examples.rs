//! The reports that `fix --verify` writes on the example projects, each in an environment of its pinned requirements.

use crate::harness::*;

/// A report that an example has.
struct Example {
    /// The directory of the project.
    name: &'static str,
    /// The requirements of the environment.
    requirements: &'static str,
    /// The file of the report.
    report: &'static str,
    /// Whether fixes may use the helpers of the package `loopmend`.
    has_helpers: bool,
}

impl Example {
    const fn new(name: &'static str, requirements: &'static str, report: &'static str) -> Self {
        Self { name, requirements, report, has_helpers: false }
    }
}

/// The requirements of most examples.
const PINNED: &str = "requirements.txt";
/// The report that each example has.
const REPORT: &str = "report.md";
/// The directory with the files that a person changed after the fixes. All tests have to pass with them.
const AFTER: &str = "after";

/// The reports.
const EXAMPLES: [Example; 8] = [
    Example::new("browser_first", "requirements-unpinned.txt", REPORT),
    Example::new("dead_event_loop", PINNED, REPORT),
    Example::new("dead_event_loop", "requirements-old.txt", "report-old.md"),
    Example::new("drifted_tests", PINNED, REPORT),
    Example::new("sync_islands", PINNED, REPORT),
    Example::new("teardown_tasks", PINNED, REPORT),
    Example { has_helpers: true, ..Example::new("teardown_tasks", PINNED, "report-helpers.md") },
    Example::new("threads_and_gather", PINNED, REPORT),
];

/// Runs `fix --verify` on a copy of each example. With `update`, its report replaces the committed one; else the first paragraphs, which
/// say what the runs showed, have to be the same. Fails if an environment cannot be made, or loopmend fails.
pub(super) fn run(loopmend: &Loopmend, update: bool) -> Result<Outcome> {
    let tools = Tools::ready()?;
    let mut outcome = Outcome::Passed;
    for example in &EXAMPLES {
        let Example { name, report: file, .. } = example;
        let report = report_of(example, loopmend, &tools).with_context(|| format!("in {name}, {file}"))?;
        let committed = root("examples").join(name).join(file);
        if update {
            workspace::write(&committed, &report)?;
        } else if summary(&workspace::read(&committed)?) != summary(&report) {
            println!("{name}, {file}: the summary differs");
            outcome = Outcome::Failed;
        }
        println!("{name}, {file}: {}", summary(&report));
    }
    Ok(outcome)
}

fn report_of(example: &Example, loopmend: &Loopmend, tools: &Tools) -> Result<String> {
    let project = root("examples").join(example.name);
    let copy = workspace::outside("examples").join(example.name);
    copy_afresh(&project, &copy)?;
    workspace::remove_directory(&copy.join(AFTER))?;
    for other in EXAMPLES.iter().filter(|other| other.name == example.name) {
        let stale = copy.join(other.report);
        if stale.exists() {
            std::fs::remove_file(&stale)?;
        }
    }
    install(&copy, example, tools)?;
    if example.has_helpers {
        let settings = copy.join("pyproject.toml");
        let text = workspace::read(&settings)?;
        workspace::write(&settings, &format!("{text}\n[tool.loopmend.fix]\nhelpers = true\n"))?;
    }
    let mut command = loopmend.command(&copy);
    command.args(["fix", "--verify", "--report", example.report]);
    workspace::run_captured(&mut command, &[0, 1, 3])?;
    if project.join(AFTER).exists() {
        workspace::copy_directory(&project.join(AFTER), &copy)?;
        let mut pytest = Command::new(copy.join(PYTHON));
        workspace::run_captured(pytest.args(["-m", "pytest", "-q"]).current_dir(&copy), &[0])?;
    }
    workspace::read(&copy.join(example.report))
}

/// The interpreter of the environment of a project.
const PYTHON: &str = if cfg!(windows) { ".venv/Scripts/python.exe" } else { ".venv/bin/python" };

/// Makes `.venv` in a project, with its pinned requirements and the helpers.
fn install(project: &Path, example: &Example, tools: &Tools) -> Result<()> {
    let run = |arguments: &[&str]| -> Result<()> {
        let mut command = tools.uv(arguments);
        workspace::run_captured(command.current_dir(project), &[0]).map(drop)
    };
    run(&["venv", ".venv"])?;
    run(&["pip", "install", "--python", ".venv", "-r", example.requirements])?;
    let mut asked = Command::new(project.join(PYTHON));
    asked.args(["-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]);
    let packages = String::from_utf8(workspace::run_captured(&mut asked, &[0])?)?;
    let helpers = root("python").join("loopmend");
    workspace::copy_directory(&helpers, &Path::new(packages.trim()).join("loopmend"))
}

/// The first paragraph of a report.
fn summary(report: &str) -> &str {
    report.lines().nth(2).unwrap_or_default()
}
