//! A project in a directory of its own, with a cache beside it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;

use crate::support::loopmend;

/// The directory that has both.
pub(crate) struct Place(TempDir);

impl Place {
    /// A project of these files.
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        fs::create_dir(place.project()).unwrap();
        for (name, text) in files {
            place.write(name, text);
        }
        place
    }

    /// The directory of the project.
    pub(crate) fn project(&self) -> PathBuf {
        self.0.path().join("project")
    }

    /// Writes a file of the project.
    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.project().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The program, started in the project, with the cache.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = loopmend();
        command.current_dir(self.project()).args(arguments);
        command.env("LOOPMEND_CACHE_DIR", self.0.path().join("cache"));
        command
    }
}
