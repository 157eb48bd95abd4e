//! The commands: each takes its options, prints, and gives an exit status.

mod alone;
mod awaits;
mod categories;
mod check;
mod clean;
mod doctor;
mod explain;
mod fix;
mod include;
mod inventory;
mod loops;
mod recall;
mod request;
mod reveal;
mod rules;
mod schema;
mod shared_state;
mod test;
mod verify;
mod written;

use std::io::Write;
use std::path::Path;

use clap::{CommandFactory, Parser};
use loopmend_core::SourceText;
use loopmend_project::{DiscoverOptions, Project};
use loopmend_semantic::Engine;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::arguments::{Arguments, Command, GlobalOptions, ListingOptions, TableFormat};
use crate::exit_code;
use crate::failure::Failure;
use crate::output::{Output, finish_stdout};
use crate::patience;

/// Reads the command line and does what it says. Gives the exit status.
pub(crate) fn run() -> u8 {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return help_or_usage(&error),
    };
    let output = Output::new(&arguments.global);
    patience::watch();
    dispatch(&arguments, &output).unwrap_or_else(|failure| {
        output.error(&failure.message);
        failure.exit_code()
    })
}

fn dispatch(arguments: &Arguments, output: &Output) -> Result<u8, Failure> {
    if let Some(shell) = arguments.completions {
        return completions(shell, output);
    }
    match &arguments.command {
        Some(Command::Check(options)) => check::run(options, output),
        Some(Command::Fix(options)) => fix::run(options, output),
        Some(Command::Report(options)) => verify::report(options, output),
        Some(Command::Explain(options)) => explain::run(options, output),
        Some(Command::Rules(options)) => rules::run(options, output),
        Some(Command::Reveal(options)) => reveal::run(options, output),
        Some(Command::Loops(options)) => loops::run(options, output),
        Some(Command::Inventory(options)) => inventory::run(options, output),
        Some(Command::Categories(options)) => categories::run(options, output),
        Some(Command::Doctor(options)) => doctor::run(options, output),
        Some(Command::Test(options)) => test::run(options, output),
        Some(Command::Clean(options)) => clean::run(options, output),
        Some(Command::Schema(options)) => schema::run(options, output),
        Some(Command::DebugRecall(options)) => recall::run(options, output),
        Some(Command::DebugAwaits(options)) => awaits::run(options, output),
        Some(Command::DebugAlone(options)) => alone::run(options, output),
        None => Ok(help_or_usage(&Arguments::command().error(
            clap::error::ErrorKind::MissingSubcommand,
            "a command is missing; `loopmend check` checks this directory, `loopmend help` lists all commands",
        ))),
    }
}

/// Prints help, the version or a usage error where each belongs.
fn help_or_usage(error: &clap::Error) -> u8 {
    let printed = error.print().and_then(|()| std::io::stdout().flush());
    if error.use_stderr() {
        return exit_code::USAGE;
    }
    match finish_stdout(printed) {
        Ok(()) => exit_code::CLEAN,
        Err(failure) => {
            Output::new(&GlobalOptions::default()).error(&failure.message);
            failure.exit_code()
        }
    }
}

fn completions(shell: clap_complete::Shell, output: &Output) -> Result<u8, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "loopmend", &mut script);
    output.raw(&String::from_utf8_lossy(&script))?;
    Ok(exit_code::CLEAN)
}

/// The working directory, absolute.
///
/// # Errors
/// When it is gone.
fn working_directory() -> Result<std::path::PathBuf, Failure> {
    std::env::current_dir().map_err(|error| {
        Failure::new(format!(
            "cannot determine the working directory: {error}; change to a directory that exists"
        ))
    })
}

/// Prints a list, or writes it to the file that is named.
///
/// # Errors
/// Those of [`Output::answer`].
fn print_listing(text: &str, listing: &ListingOptions, output: &Output) -> Result<(), Failure> {
    output.answer(text, listing.output_format == TableFormat::Table, listing.output_file.as_deref())
}

/// The texts of the files with these shown paths.
fn texts_of(engine: &Engine, paths: &FxHashSet<&str>) -> FxHashMap<String, SourceText> {
    let project = engine.project();
    let text = |path: &&str| {
        let kept = engine.load(engine.module_for(Path::new(path))).source.as_deref().cloned();
        kept.or_else(|| project.read(&project.absolute(Path::new(path))).ok())
    };
    paths.iter().filter_map(|path| Some(((*path).to_owned(), text(path)?))).collect()
}

/// The project that a hidden command measures, without its settings.
///
/// # Errors
/// When it cannot be read.
fn project_at(path: &Path, python: Option<&Path>) -> Result<Project, Failure> {
    let discover = DiscoverOptions {
        cwd: working_directory()?,
        paths: vec![path.to_owned()],
        python: python.map(Path::to_owned),
        rules: loopmend_rules::known_rules(),
        isolated: true,
        ..DiscoverOptions::default()
    };
    Project::discover(&discover).map_err(|error| Failure::new(error.message))
}

/// Plain data as JSON on one line, which ends with a line feed.
fn json_line(value: &impl serde::Serialize) -> String {
    let mut text = serde_json::to_string(value).expect("plain data with string keys has a JSON form");
    text.push('\n');
    text
}
