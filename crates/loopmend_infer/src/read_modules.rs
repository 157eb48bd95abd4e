//! A cache of parsed modules, shared by the revisions of a project that one process checks.

use std::path::{Path, PathBuf};

use loopmend_catalog::Additions;
use loopmend_project::FileStamp;

use crate::engine::Loaded;
use crate::sharded::Sharded;

/// The modules that the engines of one project have read. A later revision reuses a module if its file has
/// the same size and modification time, and the project adds the same facts to the catalogue.
#[derive(Default)]
pub struct ReadModules(Sharded<PathBuf, Read>);

/// What a summary depends on besides the text.
#[derive(Clone, Copy)]
pub(crate) struct SeenAs<'n> {
    /// The dotted name of the module.
    pub(crate) name: Option<&'n str>,
    /// The facts that the project adds to the catalogue.
    pub(crate) facts: Additions,
}

struct Read {
    stamp: FileStamp,
    name: Option<String>,
    facts: Additions,
    loaded: Loaded,
}

impl ReadModules {
    pub(crate) fn get(&self, path: &Path, stamp: FileStamp, seen_as: SeenAs<'_>) -> Option<Loaded> {
        let SeenAs { name, facts } = seen_as;
        let is_same =
            |read: &&Read| read.stamp == stamp && read.name.as_deref() == name && read.facts == facts;
        let shard = self.0.shard(path);
        let read = shard.get(path).filter(is_same)?;
        Some(read.loaded.clone())
    }

    pub(crate) fn put(&self, path: &Path, stamp: FileStamp, seen_as: SeenAs<'_>, loaded: &Loaded) {
        let SeenAs { name, facts } = seen_as;
        let read = Read { stamp, name: name.map(str::to_owned), facts, loaded: loaded.clone() };
        self.0.shard(path).insert(path.to_owned(), read);
    }
}
