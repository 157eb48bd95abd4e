//! The directories of the files of one transaction.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use loopmend_files::{DirectoryHandle, Identity};

/// So many directories are held open: a process may open 256 files on some systems. The others are opened for each file, and have
/// to be the ones they were.
const MAX_HELD: usize = 128;

/// By their paths below the project.
#[derive(Debug, Default)]
pub(super) struct Directories(RefCell<BTreeMap<PathBuf, Known>>);

#[derive(Debug)]
struct Known {
    identity: Option<Identity>,
    held: Option<Rc<DirectoryHandle>>,
}

impl Directories {
    /// Begins another transaction.
    pub(super) fn forget(&self) {
        self.0.borrow_mut().clear();
    }

    /// The directory that was at a path when it was first asked for.
    ///
    /// # Errors
    /// When there is none, a link is on the way, or another directory has its place and it is not held.
    pub(super) fn get(&self, root: &DirectoryHandle, below: &Path) -> io::Result<Rc<DirectoryHandle>> {
        let mut known = self.0.borrow_mut();
        let first = known.get(below);
        if let Some(held) = first.and_then(|known| known.held.clone()) {
            return Ok(held);
        }
        let opened = Rc::new(root.open_below(below)?);
        match first {
            Some(first) if first.identity != opened.identity() => return Err(was_replaced()),
            Some(_) => {}
            None => {
                let held = (known.len() < MAX_HELD).then(|| opened.clone());
                known.insert(below.to_owned(), Known { identity: opened.identity(), held });
            }
        }
        Ok(opened)
    }

    /// The first path that does not lead to the directory any more that it led to.
    pub(super) fn replaced(&self, root: &DirectoryHandle) -> Option<PathBuf> {
        let known = self.0.borrow();
        let is_replaced = |(below, known): &(&PathBuf, &Known)| {
            !root.open_below(below).is_ok_and(|now| now.identity() == known.identity)
        };
        known.iter().find(is_replaced).map(|(below, _)| root.path().join(below))
    }

    /// The paths of all.
    pub(super) fn paths(&self) -> Vec<PathBuf> {
        self.0.borrow().keys().cloned().collect()
    }
}

/// Another directory has the place.
pub(super) fn was_replaced() -> io::Error {
    io::Error::new(io::ErrorKind::NotADirectory, "another program has replaced the directory")
}
