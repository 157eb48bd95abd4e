use std::path::PathBuf;

use loopmend_core::SourceKind;

use crate::RootId;

/// Size and time of a file: the quick check whether it changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, bitcode::Encode, bitcode::Decode)]
pub struct FileStamp {
    /// Bytes.
    pub size: u64,
    /// Last modification, in nanoseconds since the epoch.
    pub modified: u128,
}

/// A file of a project.
#[derive(Clone, Debug)]
pub struct ProjectFile {
    /// The absolute path.
    pub path: PathBuf,
    /// The path as it is shown: relative to the working directory, with `/`; lossy for names that are not UTF-8.
    pub display: String,
    /// Python, stub or notebook.
    pub kind: SourceKind,
    /// The dotted name it is imported by, where it has one (`pkg/__init__.py` is `pkg`).
    pub module: Option<String>,
    /// The import root that name is relative to.
    pub root: Option<RootId>,
    /// Its size and time when it was found.
    pub stamp: FileStamp,
    /// Whether it is asked about: a path that was named is its own, or that of a directory it lies in. The other files of the
    /// project say what is true of those.
    pub is_reported: bool,
}

/// Why a file could not be read as Python text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// The system's words: it vanished, or permission is denied.
    Io(String),
    /// The bytes do not fit the declared encoding, or the encoding is unknown.
    Encoding(String),
    /// A notebook that is no notebook.
    Notebook(String),
}
