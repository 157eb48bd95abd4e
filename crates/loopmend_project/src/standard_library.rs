//! The names of the standard library's top-level modules.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

static NAMES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| names(include_str!("standard_library.txt")));
static OF_PYTEST: LazyLock<FxHashSet<&str>> = LazyLock::new(|| names(include_str!("modules_of_pytest.txt")));
static BUILT_IN: LazyLock<FxHashSet<&str>> = LazyLock::new(|| names(include_str!("builtin_modules.txt")));

fn names(text: &str) -> FxHashSet<&str> {
    text.lines().filter(|line| !line.starts_with('#')).collect()
}

/// Whether a top-level name is a module of the standard library in any supported version.
pub(crate) fn contains(name: &str) -> bool {
    NAMES.contains(name)
}

/// Returns whether a module is compiled into the interpreter. Python imports such a module even if a file has the same name.
pub(crate) fn is_built_in(name: &str) -> bool {
    BUILT_IN.contains(name)
}

/// Returns whether pytest has imported a module of the standard library before it imports a test. An import of the name then finds that
/// module in `sys.modules`, even if a file in the directory of the test has the same name.
pub(crate) fn is_imported_by_pytest(name: &str) -> bool {
    OF_PYTEST.contains(name)
}
