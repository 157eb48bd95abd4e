//! A cache of parsed modules, shared by the revisions of a project that one process checks.

use std::path::{Path, PathBuf};

use loopmend_project::FileStamp;

use crate::engine::Loaded;
use crate::sharded::Sharded;

/// The modules that the engines of one project have read. A later revision reuses a module if its file has
/// the same size and modification time.
#[derive(Default)]
pub struct ReadModules(Sharded<PathBuf, Read>);

struct Read {
    stamp: FileStamp,
    name: Option<String>,
    loaded: Loaded,
}

impl ReadModules {
    pub(crate) fn get(&self, path: &Path, stamp: FileStamp, name: Option<&str>) -> Option<Loaded> {
        let shard = self.0.shard(path);
        let read = shard.get(path).filter(|read| read.stamp == stamp && read.name.as_deref() == name)?;
        Some(read.loaded.clone())
    }

    pub(crate) fn put(&self, path: &Path, stamp: FileStamp, name: Option<&str>, loaded: &Loaded) {
        let read = Read { stamp, name: name.map(str::to_owned), loaded: loaded.clone() };
        self.0.shard(path).insert(path.to_owned(), read);
    }
}
