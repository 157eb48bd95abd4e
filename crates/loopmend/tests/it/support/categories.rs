//! Projects of a few files, and what `loopmend categories` says of their tests.

use serde_json::Value;
use tempfile::TempDir;

use crate::support::loopmend;

/// A project of these files.
pub(crate) fn project(files: &[(&str, &str)]) -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = directory.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    directory
}

/// `name category kind what (functions on the way)` of each test of one file, of what makes it more than a unit test, and what is not
/// followed.
pub(crate) fn rows(files: &[(&str, &str)]) -> Vec<String> {
    let directory = project(files);
    let mut command = loopmend();
    let output =
        command.current_dir(directory.path()).args(["categories", "--output-format", "json"]).output();
    let json: Value = serde_json::from_slice(&output.expect("the program starts").stdout).unwrap();
    let row = |test: &Value| {
        let name = test["id"].as_str().unwrap().rsplit("::").next().unwrap();
        let category = test["category"].as_str().unwrap();
        let most = test["reached"].as_array().unwrap().first().filter(|_| category != "unit");
        let reached = most.map(|most| {
            let way: Vec<&str> =
                most["way"].as_array().unwrap().iter().map(|hop| hop["function"].as_str().unwrap()).collect();
            format!(
                " {} {} ({})",
                most["kind"].as_str().unwrap(),
                most["what"].as_str().unwrap(),
                way.join(" > ")
            )
        });
        let unknown = test["unfollowed"].as_str().map(|name| format!(", as far as `{name}` is known"));
        format!("{name} {category}{}{}", reached.unwrap_or_default(), unknown.unwrap_or_default())
    };
    json["tests"].as_array().unwrap().iter().map(row).collect()
}
