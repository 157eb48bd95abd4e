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

/// `true` if a path is a network share of Windows, such as `\\host\share`. Looking at one logs in to that computer, so a share that
/// the repository names is refused first.
pub(crate) fn is_share(path: &Path) -> bool {
    let text = path.to_string_lossy().replace('/', r"\");
    let is_local = text.strip_prefix(r"\\?\").is_some_and(|rest| rest.as_bytes().get(1) == Some(&b':'));
    text.starts_with(r"\\") && !is_local
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

    use super::{absolute, display, is_share};

    #[test]
    fn paths_are_made_absolute_by_their_text() {
        for (path, expected) in
            [("a.py", "/w/a.py"), ("./a/../b", "/w/b"), ("../../..", "/"), ("/x/./y", "/x/y")]
        {
            assert_eq!(absolute(Path::new("/w"), Path::new(path)), PathBuf::from(expected));
        }
    }

    #[test]
    fn a_network_share_is_told_by_its_text() {
        let is_share = |path: &str| is_share(Path::new(path));
        assert!(
            [r"\\host\a", "//host/a", r"\/host\a", r"\\?\UNC\host\a", r"\\.\pipe\a"]
                .into_iter()
                .all(is_share)
        );
        assert!(!["/usr", r"C:\a", r"\\?\C:\a", r"\a", "a", ""].into_iter().any(is_share));
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
