//! What pytest itself says of a suite. It imports the tests and runs none of them.

use super::{Closures, is_compared};
use crate::harness::*;

/// The identifiers of the tests that pytest collects, without brackets.
/// Fails if pytest cannot be started or collects nothing.
pub(super) fn collected(source: &Path, environment: &Path, suite: &Suite) -> Result<BTreeSet<String>> {
    let text = run(source, environment, suite, &["--collect-only", "-q"])?;
    let ids: BTreeSet<String> = text.lines().filter_map(id_of_line).collect();
    if ids.is_empty() {
        bail!("pytest collected nothing:\n{text}");
    }
    Ok(ids)
}

/// The fixtures of the tests as pytest would set them up. Fails if pytest cannot be started.
pub(super) fn planned(source: &Path, environment: &Path, suite: &Suite) -> Result<Closures> {
    let arguments = ["--setup-plan", "-q", "--continue-on-collection-errors", "-p", "no:xdist"];
    let text = run(source, environment, suite, &arguments)?;
    let mut closures = Closures::new();
    for (id, fixtures) in text.lines().filter_map(planned_test) {
        closures.entry(id).or_insert(fixtures);
    }
    Ok(closures)
}

fn run(source: &Path, environment: &Path, suite: &Suite, arguments: &[&str]) -> Result<String> {
    let mut command = Command::new(environment.join("bin/python"));
    command
        .args(["-m", "pytest", "-p", "no:cacheprovider"])
        .args(arguments)
        .args(&suite.arguments)
        .current_dir(source)
        .stdin(Stdio::null());
    if let Some(path) = &suite.python_path {
        command.env("PYTHONPATH", path);
    }
    let output = command.output().context("cannot start pytest in the environment of the corpus")?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// `tests/test_a.py::test_b[c]`.
fn id_of_line(line: &str) -> Option<String> {
    let is_id = line.contains("::") && !line.starts_with([' ', '=', '<']) && !is_report(line);
    is_id.then(|| without_brackets(line.trim()))
}

fn is_report(line: &str) -> bool {
    ["ERROR", "FAILED", "WARNING", "E "].iter().any(|word| line.starts_with(word))
}

/// `        tests/test_a.py::test_b[c] (fixtures used: d, e)`.
fn planned_test(line: &str) -> Option<(String, BTreeSet<String>)> {
    let test = line.strip_prefix("        ")?.trim_start();
    if !test.contains("::") || test.starts_with("SETUP") || test.starts_with("TEARDOWN") {
        return None;
    }
    let (id, fixtures) = match test.split_once(" (fixtures used: ") {
        Some((id, fixtures)) => (id, fixtures.trim_end().strip_suffix(')')?),
        None => (test, ""),
    };
    let names = fixtures.split(", ").filter(|name| !name.is_empty()).map(str::to_owned);
    Some((without_brackets(id.trim_end()), names.filter(|name| is_compared(name)).collect()))
}

fn without_brackets(id: &str) -> String {
    id.split('[').next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{id_of_line, planned_test};

    #[test]
    fn identifiers_lose_their_brackets() {
        assert_eq!(
            id_of_line("tests/test_a.py::T::test_b[x-1]").as_deref(),
            Some("tests/test_a.py::T::test_b")
        );
        assert_eq!(id_of_line("ERROR tests/test_a.py::test_b - boom"), None);
        assert_eq!(id_of_line("12 tests collected"), None);
    }

    #[test]
    fn a_planned_test_has_its_fixtures() {
        let line = "        tests/test_a.py::test_b[1] (fixtures used: _own, client, request)";
        let (id, fixtures) = planned_test(line).unwrap();
        assert_eq!(id, "tests/test_a.py::test_b");
        assert_eq!(fixtures.into_iter().collect::<Vec<_>>(), ["client", "request"]);
        assert!(planned_test("        SETUP    F client").is_none());
    }
}
