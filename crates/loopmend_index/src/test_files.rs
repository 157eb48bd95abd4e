//! Files of tests, by their paths.

use loopmend_catalog::Words;

/// Returns whether pytest collects tests or fixtures from a file, according to its name.
pub fn is_collected(path: &str) -> bool {
    is_test_file(path) || path.rsplit(['/', '\\']).next() == Some("conftest.py")
}

/// Returns whether pytest collects the tests of a file
/// (docs.pytest.org/en/stable/explanation/goodpractices.html#test-discovery).
pub fn is_test_file(path: &str) -> bool {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.starts_with("test_") && name.ends_with(".py") || name.ends_with("_test.py")
}

/// Returns whether a file belongs to tests, according to its name or the names of its parent directories.
/// A file is also one of tests if pytest collects nothing from it: `tests/helpers.py`.
pub fn is_test_path(path: &str) -> bool {
    let mut parts = path.split(['/', '\\']).peekable();
    while let Some(part) = parts.next() {
        let is_file = parts.peek().is_none();
        if is_file && is_collected(part) || !is_file && is_test_directory(part) {
            return true;
        }
    }
    false
}

/// Returns whether a directory of this name holds tests, or a package of tools for tests: plugins of pytest are named `pytest_NAME`
/// (docs.pytest.org/en/stable/how-to/writing_plugins.html).
pub fn is_test_directory(name: &str) -> bool {
    Words::TestDirectories.has(name) || name.starts_with("pytest_")
}

#[cfg(test)]
mod tests {
    use super::is_test_path;

    #[test]
    fn tests_have_directories_of_their_own() {
        for path in [
            "e2e_tests/client.py",
            "a/integration-tests/b.py",
            "src/pytest_shop/helpers/spy.py",
            "tests/a.py",
        ] {
            assert!(is_test_path(path), "{path}");
        }
        for path in [
            "src/latests/a.py",
            "src/contests/a.py",
            "pytest_shop.py",
            "src/pytester/a.py",
            "src/ab_tests/a.py",
        ] {
            assert!(!is_test_path(path), "{path}");
        }
    }
}
