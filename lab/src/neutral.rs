//! Copies of projects without the settings of any tool, so that all tools read all files, by their own defaults.

use std::path::Path;

use anyhow::{Context, Result};
use toml::{Table, Value};

use crate::workspace;

/// Files in which a project configures the tools; without them all tools read all files, by their own defaults.
const CONFIGURATION: [&str; 10] = [
    ".mypy.ini",
    ".ruff.toml",
    "mypy.ini",
    "pyrightconfig.json",
    "pytest.ini",
    "ruff.toml",
    "setup.cfg",
    "tox.ini",
    "ty.toml",
    "uv.lock",
];

/// Takes the settings of all tools out of a copy of a project.
///
/// # Errors
/// When the copy has no project file, or cannot be changed.
pub(crate) fn make_neutral(tree: &Path, version: &str) -> Result<()> {
    for name in CONFIGURATION {
        let path = tree.join(name);
        if path.exists() {
            std::fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
        }
    }
    let path = tree.join("pyproject.toml");
    let neutral = neutral_project_file(&workspace::read(&path)?, version)
        .with_context(|| format!("in {}", path.display()))?;
    workspace::write(&path, &neutral)
}

/// The project's name, its version and the Python versions it is for, and no tool's settings.
fn neutral_project_file(text: &str, version: &str) -> Result<String> {
    let table: Table = text.parse()?;
    let project = table.get("project").and_then(Value::as_table).context("no table `project`")?;
    let mut kept: Table = project
        .iter()
        .filter(|(key, _)| ["name", "requires-python"].contains(&key.as_str()))
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect();
    kept.insert("version".to_owned(), Value::String(version.to_owned()));
    let file = Table::from_iter([("project".to_owned(), Value::Table(kept))]);
    Ok(toml::to_string(&file)?)
}

#[cfg(test)]
mod tests {
    use super::neutral_project_file;

    #[test]
    fn no_setting_of_a_tool_stays() {
        let text = "[project]\nname = \"x\"\ndynamic = [\"version\"]\nrequires-python = \">=3.9\"\n[tool.ruff]\nline-length = 1\n";
        let neutral = neutral_project_file(text, "1.0").unwrap();
        assert!(!neutral.contains("ruff") && !neutral.contains("dynamic"), "{neutral}");
        assert!(neutral.contains("version = \"1.0\"") && neutral.contains("requires-python = \">=3.9\""));
    }
}
