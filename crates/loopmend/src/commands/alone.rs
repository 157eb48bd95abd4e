//! The hidden command behind `cargo lab alone`: the findings that one rule alone has and all rules together do not, or the other
//! way round, one JSON object a line.

use std::path::Path;

use loopmend_rules::{Rule, findings_together, found_otherwise_alone, rules};
use loopmend_semantic::LibraryCache;
use serde::Serialize;

use crate::arguments::AloneOptions;
use crate::commands::{json_line, project_at};
use crate::exit_code;
use crate::failure::Failure;
use crate::output::Output;

/// Places are bytes of the decoded text.
#[derive(Serialize)]
struct Difference<'a> {
    path: &'a str,
    start: u32,
    end: u32,
    rule: &'a str,
    message: &'a str,
}

/// Prints them, and at the end how many findings there are.
///
/// # Errors
/// When the project cannot be read.
pub(crate) fn run(options: &AloneOptions, output: &Output) -> Result<u8, Failure> {
    let project = project_at(&options.path, options.python.as_deref())?;
    let libraries = LibraryCache::open(Path::new(""), 0, None);
    let all: Vec<&'static Rule> = rules().iter().collect();
    let together = findings_together(&project, &libraries, &all);
    let count = together.len();
    let lines = found_otherwise_alone(&project, &libraries, &all, together).into_iter().map(|found| {
        let (start, end) = (found.span.start, found.span.end);
        json_line(&Difference { path: &found.path, start, end, rule: &found.rule, message: &found.message })
    });
    output.raw(&(lines.collect::<String>() + &json_line(&serde_json::json!({ "findings": count }))))?;
    Ok(exit_code::CLEAN)
}
