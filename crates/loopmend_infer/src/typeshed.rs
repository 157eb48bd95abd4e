//! The stubs of the standard library, bundled in the binary.

use loopmend_project::PythonVersion;

struct Entry {
    module: &'static str,
    is_package: bool,
    start: usize,
    end: usize,
    first: (u8, u8),
    last: (u8, u8),
}

static PACK: &str = include_str!("../data/typeshed.txt");
include!(concat!(env!("OUT_DIR"), "/typeshed_index.rs"));

/// A stub of the standard library.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stub {
    /// The dotted name.
    pub(crate) module: &'static str,
    /// The text of the stub.
    pub(crate) text: &'static str,
    /// Whether the module is a package.
    pub(crate) is_package: bool,
}

/// Returns the stub of `module`, if that Python version has the module.
pub(crate) fn find(module: &str, version: PythonVersion) -> Option<Stub> {
    let index = INDEX.binary_search_by(|entry| entry.module.cmp(module)).ok()?;
    let entry = &INDEX[index];
    let asked = (version.major, version.minor);
    let exists = entry.first <= asked && asked <= entry.last;
    exists.then(|| Stub {
        module: entry.module,
        text: &PACK[entry.start..entry.end],
        is_package: entry.is_package,
    })
}

#[cfg(test)]
mod tests {
    use loopmend_project::PythonVersion;

    use super::{INDEX, find};

    const VERSION: PythonVersion = PythonVersion { major: 3, minor: 10 };

    #[test]
    fn the_index_is_sorted_and_knows_when_a_module_came() {
        assert!(INDEX.is_sorted_by_key(|entry| entry.module));
        assert!(find("asyncio", VERSION).is_some_and(|stub| stub.is_package));
        assert!(find("asyncio.tasks", VERSION).is_some_and(|stub| stub.text.contains("def create_task")));
        assert!(find("asyncio.taskgroups", VERSION).is_none());
        assert!(find("asyncio.taskgroups", PythonVersion { major: 3, minor: 11 }).is_some());
        assert!(find("no_such_module", VERSION).is_none());
    }
}
