//! The suites: those that were collected, as files, and those that are composed.

use crate::harness::*;

/// Where the collected suites are.
const COLLECTED: &str = "lab/behaviour/suites";

/// The files of a small project with tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Suite {
    /// What it is called, which is the name of its directory.
    pub(crate) name: String,
    /// The texts by their paths, with `/`.
    pub(crate) files: BTreeMap<String, String>,
}

impl Suite {
    /// Writes the files below a directory, into one of its name, which is made anew. Fails if a file cannot be read or written.
    pub(crate) fn write(&self, below: &Path) -> Result<PathBuf> {
        let directory = below.join(&self.name);
        workspace::remove_directory(&directory)?;
        for (path, text) in &self.files {
            workspace::write(&directory.join(path), text)?;
        }
        Ok(directory)
    }
}

/// The collected suites, by name. Fails if they cannot be read.
pub(crate) fn collected() -> Result<Vec<Suite>> {
    suites_below(COLLECTED)
}

/// The suites whose directories lie in one of the workspace, by name. Fails if they cannot be read.
pub(crate) fn suites_below(directory: &str) -> Result<Vec<Suite>> {
    let mut suites = Vec::new();
    for directory in workspace::entries(&root(directory))?.into_iter().filter(|path| path.is_dir()) {
        let name = directory.file_name().unwrap_or_default().to_string_lossy().into_owned();
        suites.push(Suite { name, files: read(&directory)? });
    }
    suites.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(suites)
}

fn read(directory: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for entry in ignore::Walk::new(directory) {
        let entry = entry.context("cannot list a suite")?;
        if entry.file_type().is_some_and(|kind| kind.is_file()) {
            let relative = entry.path().strip_prefix(directory).context("a file lies in its suite")?;
            let path = relative.to_string_lossy().replace('\\', "/");
            files.insert(path, workspace::read(entry.path())?);
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::collected;

    #[test]
    fn every_collected_suite_has_a_test_file() {
        let suites = collected().unwrap();
        assert_eq!(suites.len(), 47);
        for suite in suites {
            assert!(suite.files.contains_key("test_a.py"), "{}", suite.name);
        }
    }
}
