//! The names of the standard library's top-level modules.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

static NAMES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    include_str!("standard_library.txt").lines().filter(|line| !line.starts_with('#')).collect()
});

/// Whether a top-level name is a module of the standard library in any supported version.
pub(crate) fn contains(name: &str) -> bool {
    NAMES.contains(name)
}
