use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use rustc_hash::{FxHashMap, FxHashSet};

use super::path_from_bytes;

/// The changed lines of a working tree.
#[derive(Debug)]
pub struct Changes {
    root: PathBuf,
    tracked: FxHashSet<PathBuf>,
    lines: FxHashMap<PathBuf, Vec<RangeInclusive<u32>>>,
}

impl Changes {
    /// The changes below `root`: `tracked` are the paths git knows, each ended by a null byte.
    pub(super) fn new(
        root: PathBuf,
        tracked: &[u8],
        lines: FxHashMap<PathBuf, Vec<RangeInclusive<u32>>>,
    ) -> Self {
        let root = root.canonicalize().unwrap_or(root);
        let names = tracked.split(|byte| *byte == 0).filter(|name| !name.is_empty());
        Self { root, tracked: names.map(path_from_bytes).collect(), lines }
    }

    /// Whether one of the lines `first` to `last` (from 1, as git counts them: each ends at a line feed) of
    /// the file at `path` (absolute) is new or changed. A file git does not track is new as a whole.
    pub fn touch(&self, path: &Path, first: u32, last: u32) -> bool {
        self.changed_lines(path)
            .is_none_or(|lines| lines.iter().any(|range| *range.start() <= last && first <= *range.end()))
    }

    /// Whether lines of the file at `path` (absolute) are new, changed or gone.
    pub fn touch_file(&self, path: &Path) -> bool {
        self.name(path).is_none_or(|name| self.lines.contains_key(&name))
    }

    /// The changed lines; `None` for a file that git does not track.
    fn changed_lines(&self, path: &Path) -> Option<&[RangeInclusive<u32>]> {
        let name = self.name(path)?;
        Some(self.lines.get(&name).map_or(&[], Vec::as_slice))
    }

    /// The path of a tracked file in the repository.
    fn name(&self, path: &Path) -> Option<PathBuf> {
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let name = path.strip_prefix(&self.root).ok()?;
        self.tracked.get(name).cloned()
    }
}
