//! Copies of directories.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

/// Copies the contents of a directory into another one, which is created if it does not exist.
pub(crate) fn copy_directory(from: &Path, to: &Path) {
    copy_some(from, to, &|_| true);
}

/// Copies those files of a directory for which `is_wanted` returns `true`.
pub(crate) fn copy_some(from: &Path, to: &Path, is_wanted: &dyn Fn(&Path) -> bool) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let copied = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_some(&path, &copied, is_wanted);
        } else if is_wanted(&path) {
            fs::copy(&path, &copied).unwrap();
        }
    }
}

/// Copies an example project out of this repository, whose other files would be read as its surroundings.
pub(crate) fn copied_example(name: &str) -> TempDir {
    let copy = TempDir::new().unwrap();
    copy_directory(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name), copy.path());
    copy
}
