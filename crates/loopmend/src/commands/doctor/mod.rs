//! `loopmend doctor`: what is wrong with the event loops of a suite, and what an error text means.

mod examine;
mod migrate;
mod objects;
mod said;

use std::ffi::OsStr;
use std::io::{self, IsTerminal};
use std::path::Path;

use loopmend_core::SourceKind;
use loopmend_project::{DiscoverOptions, Project};
use loopmend_rules::Joining;

use crate::analysis::{Analysis, AnalysisOptions, analyze};
use crate::arguments::{DoctorFormat, DoctorOptions};
use crate::commands::working_directory;
use crate::exit_code;
use crate::failure::Failure;
use crate::interrupt;
use crate::output::Output;
use crate::render;
pub(super) use examine::settings;
use said::Input;
pub(super) use said::known_failures;

/// Says what is wrong, first of what is said on the command line or standard input, else of the project.
///
/// # Errors
/// When the project or the input cannot be read, or the file cannot be written.
pub(crate) fn run(options: &DoctorOptions, output: &Output) -> Result<u8, Failure> {
    if let Some(version) = &options.migrate {
        return migrate::run(options, version, output);
    }
    let input = input(options)?;
    let (text, is_well) = match input {
        Some(input) => {
            let diagnosis = said::diagnose(options, output, &input)?;
            (render::diagnosis(options.output_format, &diagnosis), diagnosis.is_well())
        }
        None => {
            let examination = examine::examine(options, output)?;
            (render::examination(options.output_format, &examination), examination.causes.is_empty())
        }
    };
    show(options, output, &text)?;
    Ok(if is_well { exit_code::CLEAN } else { exit_code::FINDINGS })
}

/// Prints the answer, or writes it to the file that is named.
fn show(options: &DoctorOptions, output: &Output, text: &str) -> Result<(), Failure> {
    output.answer(text, options.output_format == DoctorFormat::Text, options.output_file.as_deref())
}

/// What is to be explained; `None` for the project.
fn input(options: &DoctorOptions) -> Result<Option<Input>, Failure> {
    let is_stdin = options.paths.iter().any(|path| path == Path::new("-"));
    if let Some(text) = &options.error {
        return Ok(Some(Input::of_text(text)?));
    }
    if let Some(path) = &options.junit {
        return Ok(Some(Input::of_junit(path)?));
    }
    if is_stdin {
        let input = Input::of_stdin()?;
        return input
            .map(Some)
            .ok_or_else(|| Failure::new("standard input is empty; pipe the output of pytest into it"));
    }
    if let Some(path) = options.paths.iter().find(|path| path.is_file() && !is_python(path)) {
        let shown = path.display();
        return Err(Failure::new(format!(
            "{shown} is not a Python file; `loopmend doctor - < {shown}` explains the output of a run, and \
             `loopmend doctor --junit {shown}` a JUnit report"
        )));
    }
    // Whoever names paths may have standard input for something else, such as the list that a shell reads them from.
    if !options.paths.is_empty() || !stdin_is_given() {
        return Ok(None);
    }
    // A pipe with nothing in it is how many programs start others.
    Input::of_stdin()
}

/// Returns whether a file is one of those that loopmend reads as Python.
fn is_python(path: &Path) -> bool {
    let ending = path.extension().and_then(OsStr::to_str);
    ending.is_none_or(|ending| SourceKind::from_extension(ending).is_some())
}

/// `true` if somebody sends something: standard input is a pipe or a file.
fn stdin_is_given() -> bool {
    if io::stdin().is_terminal() {
        return false;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        let kind = std::fs::metadata("/dev/stdin").map(|metadata| metadata.file_type());
        kind.is_ok_and(|kind| kind.is_fifo() || kind.is_file())
    }
    #[cfg(not(unix))]
    true
}

/// The rules that the findings are to be of, by their codes, where that is not what the settings say.
#[derive(Default)]
struct Rules {
    /// Those that are off by default and looked for.
    also: Vec<String>,
    /// Those that are not.
    ignore: Vec<String>,
}

/// The project of the paths, with what `check` finds of the rules.
fn findings(options: &DoctorOptions, rules: Rules) -> Result<(Project, Analysis), Failure> {
    let paths = options.paths.iter().filter(|path| *path != Path::new("-")).cloned().collect();
    let discover = DiscoverOptions {
        select: rules.also,
        keep_unselected: true,
        ignore: rules.ignore,
        ..options.read_as.discover(working_directory()?, paths)
    };
    let project = Project::discover(&discover)?;
    let analysis = analyze(
        &project,
        &AnalysisOptions {
            cache_dir: None,
            keeps: true,
            progress: &|_, _| {},
            interrupt: interrupt::flag(),
            read_before: None,
            is_last: false,
            only: None,
            tells_harmless: true,
            joining: Joining::Causes,
        },
    );
    Ok((project, analysis))
}
