//! The commands that a project installs: functions that packaging wraps into programs.

use toml::{Table, Value};

use crate::ini;

/// The functions, as `module:function`, of `[project.scripts]` and its older forms
/// (packaging.python.org/en/latest/specifications/entry-points/#use-for-scripts).
pub(crate) fn console_scripts(pyproject: &Table, setup_cfg: &str, setup_py: &str) -> Vec<String> {
    const TABLES: [&[&str]; 4] = [
        &["project", "scripts"],
        &["project", "gui-scripts"],
        &["project", "entry-points", "console_scripts"],
        &["tool", "poetry", "scripts"],
    ];
    let mut scripts: Vec<String> =
        TABLES.iter().flat_map(|path| targets(table_at(pyproject, path))).collect();
    let stated = ini::value(setup_cfg, "options.entry_points", "console_scripts").unwrap_or_default();
    scripts.extend(stated.lines().filter_map(target_of_line));
    scripts.extend(scripts_of_setup_py(setup_py));
    scripts.sort();
    scripts.dedup();
    scripts
}

fn table_at<'t>(table: &'t Table, path: &[&str]) -> Option<&'t Table> {
    path.iter().try_fold(table, |table, key| table.get(*key)?.as_table())
}

fn targets(table: Option<&Table>) -> impl Iterator<Item = String> {
    let values = table.into_iter().flatten().map(|(_, value)| value);
    values.filter_map(|value| match value {
        Value::String(target) => target_of(target),
        // Poetry's `{ reference = "module:function", type = "console" }`.
        Value::Table(table) => target_of(table.get("reference")?.as_str()?),
        _ => None,
    })
}

/// `module:function` without what stands behind it in brackets.
fn target_of(text: &str) -> Option<String> {
    let target = text.split(['[', ' ']).find(|part| !part.is_empty())?.trim();
    target.contains(':').then(|| target.to_owned())
}

/// `name = module:function`.
fn target_of_line(line: &str) -> Option<String> {
    target_of(line.split_once('=')?.1.trim())
}

/// The lines in quotes behind `console_scripts`.
fn scripts_of_setup_py(text: &str) -> Vec<String> {
    let Some((_, after)) = text.split_once("console_scripts") else { return Vec::new() };
    let list = after.split(']').next().unwrap_or_default();
    list.split(['"', '\'', '\n']).filter_map(target_of_line).collect()
}

#[cfg(test)]
mod tests {
    use super::console_scripts;

    #[test]
    fn scripts_are_read_from_all_forms() {
        let pyproject = "[project.scripts]\nfetch = 'feeds.cli:main'\n[tool.poetry.scripts]\n\
                         old = { reference = 'feeds.old:run [extra]', type = 'console' }\n";
        let setup_cfg =
            "[options.entry_points]\nconsole_scripts =\n    a = feeds.a:main\n    b = feeds.b:cli.app [x]\n";
        let setup_py = "setup(entry_points={'console_scripts': ['c=feeds.c:main', \"d = feeds.d:main\"]})";
        let found = console_scripts(&pyproject.parse().unwrap(), setup_cfg, setup_py);
        assert_eq!(
            found,
            [
                "feeds.a:main",
                "feeds.b:cli.app",
                "feeds.c:main",
                "feeds.cli:main",
                "feeds.d:main",
                "feeds.old:run"
            ]
        );
    }
}
