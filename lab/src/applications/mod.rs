//! Applications of strangers: what `check` reports in them, and what two readers say of each finding.

mod manifest;
mod record;
mod report;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::Outcome;
use crate::corpus;
use crate::loopmend::Loopmend;
use crate::markdown;
use crate::workspace;

use manifest::{Application, Draw, Manifest};
use record::{Record, Where};

/// The arguments of `cargo lab applications`.
#[derive(clap::Args)]
#[command(after_help = "\
lab/applications.toml names the repositories, their commits, and the draw that chose them. Each tree is expected at \
TREES/OWNER+NAME, and its environment, if it has one, at ENVIRONMENTS/OWNER+NAME. Each tree is checked without and \
with its environment.

Findings that docs/lab/applications/OWNER+NAME.json does not have are printed with their code. What has to be read: every \
error, at most 40 of a rule in an application, and 20 warnings of each rule, in the order of a seeded shuffle. `--unread` \
prints those of them that lack a verdict. Both readers write `true`, `noise` or `false`; the harder verdict counts.")]
pub(crate) struct Arguments {
    /// The directory of the trees
    #[arg(long, value_name = "DIRECTORY")]
    trees: PathBuf,
    /// The directory of the environments
    #[arg(long, value_name = "DIRECTORY")]
    environments: Option<PathBuf>,
    /// The draw to check
    #[arg(long, value_enum, default_value_t = Draw::Pool)]
    draw: Draw,
    /// The program to check with, instead of building it
    #[arg(long, value_name = "PROGRAM")]
    loopmend: Option<PathBuf>,
    /// Print the findings that have to be read and lack a verdict, with their code
    #[arg(long)]
    unread: bool,
    /// Write docs/lab/applications and the table in docs/lab/precision.md
    #[arg(long)]
    update: bool,
}

/// Runs `cargo lab applications`.
///
/// # Errors
/// When the list cannot be read, a tree is missing, or loopmend fails on one.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let manifest = Manifest::read()?;
    let loopmend = match &arguments.loopmend {
        Some(program) => Loopmend::at(&program.canonicalize().context("cannot find the program")?),
        None => Loopmend::build()?,
    };
    let mut records = Vec::new();
    for application in manifest.of(arguments.draw) {
        records.push(measure(application, arguments, &loopmend)?);
    }
    record::choose(&mut records, manifest.seed);
    for record in &records {
        let tree = arguments.trees.join(manifest::directory(&record.repository));
        print!("{}", report::findings(record, &tree, arguments.unread));
    }
    let tables = report::tables(&records);
    println!("{tables}");
    if arguments.update {
        for record in &records {
            record.write(&record_path(&record.repository))?;
        }
        let page = workspace::root().join("docs/lab/precision.md");
        let section = format!("applications-{}", arguments.draw.name());
        markdown::write_section(&page, "Precision", &section, &tables)?;
    }
    Ok(Outcome::Passed)
}

fn record_path(repository: &str) -> PathBuf {
    workspace::root()
        .join("docs/lab/applications")
        .join(manifest::directory(repository))
        .with_extension("json")
}

/// Checks a tree without and with its environment; the findings carry the verdicts of the committed record.
fn measure(application: &Application, arguments: &Arguments, loopmend: &Loopmend) -> Result<Record> {
    let directory = manifest::directory(&application.repository);
    let tree = arguments.trees.join(&directory);
    anyhow::ensure!(tree.is_dir(), "there is no tree at {}", tree.display());
    let bare = check(&tree, None, loopmend)?;
    let environment = arguments.environments.as_ref().map(|all| all.join(&directory));
    let installed = match environment.filter(|environment| environment.is_dir()) {
        Some(environment) => check(&tree, Some(&environment), loopmend)?,
        None => Vec::new(),
    };
    let mut record = Record {
        repository: application.repository.clone(),
        commit: application.commit.clone(),
        size: corpus::measure(&tree, loopmend)?,
        findings: record::united(&bare, installed),
    };
    record.take_verdicts(&Record::read(&record_path(&application.repository))?);
    Ok(record)
}

fn check(tree: &Path, environment: Option<&Path>, loopmend: &Loopmend) -> Result<Vec<record::Read>> {
    let mut command = loopmend.command(tree);
    command.args(["check", "--no-cache"]);
    let place = if environment.is_some() { Where::Installed } else { Where::Bare };
    let environment = environment.map_or_else(bare_environment, |environment| Ok(environment.to_owned()))?;
    let found = loopmend.findings(command, &environment)?;
    Ok(found.into_iter().map(|finding| record::Read::new(tree, finding, place)).collect())
}

/// An environment without packages.
fn bare_environment() -> Result<PathBuf> {
    let directory = workspace::target().join("applications/bare");
    workspace::write(&directory.join("pyvenv.cfg"), "home = /usr/bin\nversion = 3.12\n")?;
    let packages = directory.join("lib/python3.12/site-packages");
    std::fs::create_dir_all(&packages).with_context(|| format!("cannot make {}", packages.display()))?;
    Ok(directory)
}
