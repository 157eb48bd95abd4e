//! Files that pytest collects, by their names.

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
