//! Copies of directories.

use std::fs;
use std::path::Path;

/// Copies what is in a directory into another one, which is created if it does not exist.
pub(crate) fn copy_directory(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let copied = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_directory(&path, &copied);
        } else {
            fs::copy(&path, &copied).unwrap();
        }
    }
}
