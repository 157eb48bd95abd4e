//! The probe, as the program carries it: the files of `python/_loopmend_probe`, for environments that do not have it.

use std::fs;
use std::io;
use std::path::Path;

/// The name of the package. It is not `loopmend`, so that it shadows nothing that is installed.
pub(crate) const PACKAGE: &str = "_loopmend_probe";

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../../python/_loopmend_probe/", $name)))),+]
    };
}

const FILES: &[(&str, &str)] = files![
    "__init__.py",
    "again.py",
    "birth.py",
    "blocking.py",
    "copied.py",
    "coroutines.py",
    "crossing.py",
    "executors.py",
    "facts.py",
    "findings.py",
    "hanging.py",
    "heap.py",
    "lines.py",
    "loops.py",
    "measured.py",
    "memory.py",
    "mocks.py",
    "origin.py",
    "outcomes.py",
    "place.py",
    "plugin.py",
    "probe.py",
    "sink.py",
    "standing.py",
    "tasks.py",
    "verifying.py",
    "waiting.py",
];

/// Writes the package into a directory.
///
/// # Errors
/// When the directory takes no files.
pub(crate) fn write_to(directory: &Path) -> io::Result<()> {
    let package = directory.join(PACKAGE);
    fs::create_dir(&package)?;
    FILES.iter().try_for_each(|(name, text)| fs::write(package.join(name), text))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::FILES;

    #[test]
    fn every_file_of_the_probe_is_carried() {
        let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../python/_loopmend_probe");
        let names =
            fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let there: BTreeSet<String> = names.filter(|name| name.ends_with(".py")).collect();
        let carried: BTreeSet<String> = FILES.iter().map(|(name, _)| (*name).to_owned()).collect();
        assert_eq!(there, carried);
    }
}
