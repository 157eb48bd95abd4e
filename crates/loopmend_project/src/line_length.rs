//! The line length of a project, as its formatter or linter is configured.

use std::path::Path;

use toml::{Table, Value};

use crate::bounds::Bounds;
use crate::ini;

/// The default of ruff and of black (docs.astral.sh/ruff/settings/#line-length).
const DEFAULT: usize = 88;

/// Returns the greatest length of a line, if the configuration of ruff, black or flake8 in a directory states one.
pub(crate) fn line_length(directory: &Path, bounds: &Bounds) -> Option<usize> {
    let text = |name: &str| bounds.read_text(&directory.join(name)).ok();
    let table = |name: &str| text(name)?.parse::<Table>().ok();
    for name in [".ruff.toml", "ruff.toml"] {
        if let Some(ruff) = table(name) {
            return Some(stated(&ruff).unwrap_or(DEFAULT));
        }
    }
    let pyproject = table("pyproject.toml").unwrap_or_default();
    let tools = pyproject.get("tool").and_then(Value::as_table);
    let tool = |name: &str| tools?.get(name)?.as_table();
    if let Some(tool) = tool("ruff").or_else(|| tool("black")) {
        return Some(stated(tool).unwrap_or(DEFAULT));
    }
    let files = [".flake8", "setup.cfg", "tox.ini"];
    files.iter().find_map(|name| ini::value(&text(name)?, "flake8", "max-line-length")?.parse().ok())
}

fn stated(tool: &Table) -> Option<usize> {
    usize::try_from(tool.get("line-length")?.as_integer()?).ok()
}
