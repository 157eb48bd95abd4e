//! The hidden command behind `cargo lab erase`: every `await` of the project's own code and what its value is
//! used for, one JSON object a line.

use loopmend_core::SourceKind;
use loopmend_semantic::{AwaitKind, Engine, File, ModuleId};
use rayon::prelude::*;
use serde::Serialize;

use crate::arguments::AwaitsOptions;
use crate::commands::{json_line, project_at};
use crate::exit_code;
use crate::failure::Failure;
use crate::output::Output;

/// Places are bytes of the decoded text.
#[derive(Serialize)]
struct Site<'a> {
    path: &'a str,
    await_start: u32,
    value_start: u32,
    value_end: u32,
    statement_start: u32,
    statement_end: u32,
    kind: &'static str,
    is_call: bool,
    target: Vec<String>,
}

/// Prints them by path and place.
///
/// # Errors
/// When the project cannot be read.
pub(crate) fn run(options: &AwaitsOptions, output: &Output) -> Result<u8, Failure> {
    let project = project_at(&options.path, None)?;
    let engine = Engine::new(&project, None);
    let reported: Vec<usize> = project.reported().collect();
    let lines: Vec<String> = reported.into_par_iter().map(|index| of_file(&engine, index)).collect();
    output.raw(&lines.concat())?;
    Ok(exit_code::CLEAN)
}

/// The lines of one file. A notebook has none: its places are not those of the file.
fn of_file(engine: &Engine, index: usize) -> String {
    let file = File::new(engine, ModuleId::of_file(index));
    let is_notebook =
        file.loaded().source.as_deref().is_some_and(|source| source.kind == SourceKind::Notebook);
    if is_notebook || !file.text().contains("await") {
        return String::new();
    }
    let path = &engine.project().files()[index].display;
    let lines = file.awaits().into_iter().map(|site| {
        json_line(&Site {
            path,
            await_start: site.start,
            value_start: site.value.start,
            value_end: site.value.end,
            statement_start: site.statement.start,
            statement_end: site.statement.end,
            kind: name(site.kind),
            is_call: site.is_call,
            target: site.targets,
        })
    });
    lines.collect()
}

fn name(kind: AwaitKind) -> &'static str {
    match kind {
        AwaitKind::Statement => "statement",
        AwaitKind::Condition => "condition",
        AwaitKind::Assignment => "assignment",
        AwaitKind::Return => "return",
        AwaitKind::Other => "other",
    }
}
