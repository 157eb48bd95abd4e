//! Copies of projects without the settings of any tool, so that all tools read all files, by their own defaults.

use toml::{Table, Value};

use super::{Context, Corpus, Path, Result, copy_afresh, workspace};

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

/// Copies the source of a corpus to a place, without the settings of any tool.
/// Fails if it cannot be copied, or has no project file.
pub(crate) fn neutral_copy(corpus: &Corpus, tree: &Path) -> Result<()> {
    copy_afresh(&corpus.source(), tree)?;
    for name in CONFIGURATION {
        let path = tree.join(name);
        if path.exists() {
            std::fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
        }
    }
    let path = tree.join("pyproject.toml");
    let neutral = neutral_project_file(&workspace::read(&path)?, &corpus.name, &corpus.version)
        .with_context(|| format!("in {}", path.display()))?;
    workspace::write(&path, &neutral)
}

/// The project's name, its version and the Python versions it is for, if it states them there, and no tool's settings.
fn neutral_project_file(text: &str, name: &str, version: &str) -> Result<String> {
    let table: Table = text.parse()?;
    let project = table.get("project").and_then(Value::as_table).into_iter().flatten();
    let mut kept: Table = project
        .filter(|(key, _)| ["name", "requires-python"].contains(&key.as_str()))
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect();
    kept.entry("name").or_insert_with(|| Value::String(name.to_owned()));
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
        let neutral = neutral_project_file(text, "y", "1.0").unwrap();
        assert!(!neutral.contains("ruff") && !neutral.contains("dynamic"), "{neutral}");
        assert!(
            neutral.contains("name = \"x\"")
                && neutral.contains("version = \"1.0\"")
                && neutral.contains("requires-python = \">=3.9\"")
        );
    }

    #[test]
    fn a_project_that_states_nothing_gets_a_name() {
        let neutral = neutral_project_file("[build-system]\nrequires = []\n", "y", "1.0").unwrap();
        assert!(neutral.contains("name = \"y\"") && !neutral.contains("build-system"), "{neutral}");
    }
}
