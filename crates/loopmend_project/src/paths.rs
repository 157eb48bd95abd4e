//! Paths as text: made absolute and shown.

use std::path::{Component, Path, PathBuf};

use crate::FileStamp;

/// `path` as seen from the absolute directory `base`, with `.` and `..` resolved by the text alone.
pub(crate) fn absolute(base: &Path, path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for component in base.join(path).components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            other => out.push(other),
        }
    }
    out
}

/// How a path is shown: relative to the working directory where it lies in it, else absolute; always with `/`.
pub(crate) fn display(path: &Path, cwd: &Path) -> String {
    let shown = match path.strip_prefix(cwd) {
        Ok(relative) if relative.as_os_str().is_empty() => return ".".to_owned(),
        Ok(relative) => relative,
        Err(_) => path,
    };
    let text = shown.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' {
        text.into_owned()
    } else {
        text.replace(std::path::MAIN_SEPARATOR, "/")
    }
}

/// The size and time in the metadata of a file.
pub(crate) fn stamp_of(metadata: &std::fs::Metadata) -> FileStamp {
    let modified = metadata.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    FileStamp { size: metadata.len(), modified: modified.map_or(0, |duration| duration.as_nanos()) }
}

/// The size and time of a file, symbolic links followed; `None` when it is gone.
pub(crate) fn stamp(path: &Path) -> Option<FileStamp> {
    std::fs::metadata(path).ok().map(|metadata| stamp_of(&metadata))
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{absolute, display};

    #[test]
    fn paths_are_made_absolute_by_their_text() {
        for (path, expected) in
            [("a.py", "/w/a.py"), ("./a/../b", "/w/b"), ("../../..", "/"), ("/x/./y", "/x/y")]
        {
            assert_eq!(absolute(Path::new("/w"), Path::new(path)), PathBuf::from(expected));
        }
    }

    #[test]
    fn paths_are_shown_from_the_working_directory() {
        for (path, expected) in
            [("/w/a/b.py", "a/b.py"), ("/w", "."), ("/x/b.py", "/x/b.py"), ("/ww/b", "/ww/b")]
        {
            assert_eq!(display(Path::new(path), Path::new("/w")), expected);
        }
    }
}
