//! Input that nobody would write on purpose, and code that nobody here wrote: the program must not crash,
//! hang, or take much memory on it, and must say the same with a cache as without.

mod distributions;
pub(crate) mod mutator;
mod run;
mod seeds;
mod survey;

use std::fs;

use clap::Subcommand;

use crate::harness::*;

use run::{Checked, check};

/// How many generated files form one project.
const FILES_OF_PROJECT: usize = 100;

/// The arguments of `cargo lab torture`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// How many files of broken Python are generated
    #[arg(long, default_value_t = 20_000, global = true)]
    files: usize,
    /// What the generated files depend on; each project of 100 files has the next number
    #[arg(long, default_value_t = 1, global = true)]
    seed: u64,
    /// The binary, instead of one that is built
    #[arg(long, value_name = "PATH", global = true)]
    binary: Option<PathBuf>,
    #[command(subcommand)]
    part: Option<Part>,
}

/// What is checked; without a name, all but the survey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Subcommand)]
enum Part {
    /// Broken Python, generated
    Generated,
    /// The standard library of the `python3` on PATH, with its test suite
    StandardLibrary,
    /// The released distributions of lab/torture.toml, with and without cache
    Distributions,
    /// The distributions of lab/survey.txt: all rules, and the reports on tests, loops and shared state
    Survey(survey::Options),
}

/// One line of the table.
struct Row {
    name: String,
    checked: Checked,
}

/// Runs `cargo lab torture` and writes the tables of `docs/lab/torture.md`.
/// Fails if files cannot be written, or Python or a distribution that is there cannot be read.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let is_sample = matches!(arguments.part, Some(Part::Survey(options)) if !options.is_complete());
    let build = if is_sample { Loopmend::build_for_tests } else { Loopmend::build };
    let loopmend = Loopmend::at_or_built(arguments.binary.as_deref(), build)?;
    if let Some(Part::Survey(options)) = arguments.part {
        return surveyed(&loopmend, options);
    }
    let is_asked = |part| arguments.part.is_none_or(|asked| asked == part);
    let mut is_sound = true;
    if is_asked(Part::Generated) {
        let row = generated(&loopmend, arguments.seed, arguments.files)?;
        is_sound &= write("generated", &[row], &[])?;
    }
    if is_asked(Part::StandardLibrary) {
        is_sound &= write("standard-library", &[standard_library(&loopmend)?], &[])?;
    }
    if is_asked(Part::Distributions) {
        let (rows, missing) = distributions::check_all(&loopmend)?;
        is_sound &= write("distributions", &rows, &missing)?;
    }
    Ok(Outcome::passed_if(is_sound))
}

/// Runs all rules and reports on the distributions of the survey. Only a run on all of them writes the table.
fn surveyed(loopmend: &Loopmend, options: survey::Options) -> Result<Outcome> {
    let (mut rows, missing) = survey::survey(loopmend, options)?;
    let mut sum = Checked::default();
    rows.iter().for_each(|row| sum.add(row.checked.clone()));
    ensure!(sum.files > 0, "none of the distributions can be had");
    sum.failures.clear();
    let name = format!("{} distributions", rows.len());
    rows.insert(0, Row { name, checked: sum });
    publish("torture.md", "survey", &text_of(&rows, &missing), options.is_complete())?;
    Ok(Outcome::passed_if(rows.iter().all(|row| row.checked.failures.is_empty())))
}

/// The directory of all that is generated and fetched.
fn directory() -> PathBuf {
    target("torture")
}

/// Checks projects of generated files. A project on which the check failed stays where it is.
fn generated(loopmend: &Loopmend, seed: u64, files: usize) -> Result<Row> {
    let seeds = seeds::seeds(workspace::root()).context("cannot read the files that others are made from")?;
    let mut sum = Checked::default();
    for number in 0..files.div_ceil(FILES_OF_PROJECT) as u64 {
        let place = directory().join(format!("generated/{}", seed + number));
        workspace::remove_directory(&place)?;
        let count = FILES_OF_PROJECT.min(files - number as usize * FILES_OF_PROJECT);
        for file in mutator::project(&seeds, seed + number, count) {
            write_bytes(&place.join(&file.path), &file.contents)?;
        }
        let (checked, _) = check(loopmend, &place, None)?;
        if checked.failures.is_empty() {
            workspace::remove_directory(&place)?;
        }
        sum.add(checked);
    }
    Ok(Row { name: format!("{files} generated files, seed {seed}"), checked: sum })
}

fn write_bytes(path: &Path, contents: &[u8]) -> Result<()> {
    let directory = path.parent().context("a file to write has a directory")?;
    fs::create_dir_all(directory).with_context(|| format!("cannot make {}", directory.display()))?;
    fs::write(path, contents).with_context(|| format!("cannot write {}", path.display()))
}

fn standard_library(loopmend: &Loopmend) -> Result<Row> {
    let question =
        "import platform, sysconfig; print(platform.python_version(), sysconfig.get_path('stdlib'))";
    let answer = workspace::run_captured(Command::new("python3").args(["-I", "-c", question]), &[0])?;
    let answer = String::from_utf8(answer)?;
    let (version, place) = answer.trim().split_once(' ').context("python3 tells its version and library")?;
    let (checked, _) = check(loopmend, Path::new(place), None)?;
    Ok(Row { name: format!("standard library of Python {version}"), checked })
}

/// Prints the rows and puts them on the page; whether all is sound.
fn write(section: &str, rows: &[Row], missing: &[String]) -> Result<bool> {
    publish("torture.md", section, &text_of(rows, missing), true)?;
    Ok(rows.iter().all(|row| row.checked.failures.is_empty()))
}

fn text_of(rows: &[Row], missing: &[String]) -> String {
    let failures = |row: &Row| match row.checked.failures.as_slice() {
        [] => "none".to_owned(),
        failures => failures.join("; "),
    };
    let table = Table::of(rows)
        .words("what", |row| &row.name)
        .number("files", |row| row.checked.files)
        .number("findings", |row| row.checked.findings)
        .number("syntax errors", |row| row.checked.syntax_errors)
        .number("longest run, s", |row| format!("{:.2}", row.checked.longest))
        .number("peak, MB", |row| format!("{:.0}", row.checked.peak as f64 / 1e6))
        .words("failures", failures);
    let mut text = table.to_string();
    if !missing.is_empty() {
        text += &format!("\nNot to be had: {}.\n", missing.join(", "));
    }
    text
}
