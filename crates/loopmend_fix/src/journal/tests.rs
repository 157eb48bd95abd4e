//! The journal is stopped after each of its steps, on disks that fill up and on computers that are switched off.

use std::cell::{Cell, RefCell};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::disk::{Attributes, Disk, Like, RealDisk, attributes};
use super::{Change, DIRECTORY, Inner, Journal, JournalError};

/// What happens at the step that a test chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trouble {
    /// The process is killed in the middle of it.
    Kill,
    /// From then on nothing that needs room succeeds.
    DiskIsFull,
    /// Nothing can be made but in the journal, as in a directory without the permission to write.
    NoNewFiles,
}

/// A disk that counts the steps and has trouble at one of them.
struct TroubledDisk {
    trouble: Trouble,
    /// The step with trouble, from 0.
    at: usize,
    steps: Cell<usize>,
}

impl TroubledDisk {
    fn new(trouble: Trouble, at: usize) -> Self {
        Self { trouble, at, steps: Cell::new(0) }
    }

    /// Takes a step; `partly` is done when it is the one that fails. `needs_room` tells whether a full disk matters.
    fn step(
        &self,
        needs_room: bool,
        whole: impl FnOnce() -> io::Result<()>,
        partly: impl FnOnce(),
    ) -> io::Result<()> {
        let step = self.steps.replace(self.steps.get() + 1);
        match self.trouble {
            Trouble::Kill if step >= self.at => {
                if step == self.at {
                    partly();
                }
                Err(io::Error::other("killed"))
            }
            Trouble::DiskIsFull if step >= self.at && needs_room => {
                partly();
                Err(ErrorKind::StorageFull.into())
            }
            _ => whole(),
        }
    }
}

fn half(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len() / 2]
}

impl Disk for TroubledDisk {
    fn create_directory(&self, path: &Path) -> io::Result<()> {
        self.step(true, || RealDisk.create_directory(path), || {})
    }

    fn write_new(&self, path: &Path, bytes: &[u8], like: Like<'_>) -> io::Result<()> {
        if self.trouble == Trouble::NoNewFiles && !path.iter().any(|part| part == DIRECTORY) {
            return Err(ErrorKind::PermissionDenied.into());
        }
        self.step(
            true,
            || RealDisk.write_new(path, bytes, like),
            || {
                let _ = RealDisk.write_new(path, half(bytes), Like::None);
            },
        )
    }

    fn overwrite(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let grows = bytes.len() as u64 > fs::metadata(path)?.len();
        self.step(
            grows,
            || RealDisk.overwrite(path, bytes),
            || {
                let mut torn = fs::read(path).unwrap();
                let written = half(bytes).len().min(torn.len());
                torn[..written].copy_from_slice(&bytes[..written]);
                RealDisk.overwrite(path, &torn).unwrap();
            },
        )
    }

    fn set_attributes(&self, path: &Path, attributes: &Attributes) -> io::Result<()> {
        self.step(false, || RealDisk.set_attributes(path, attributes), || {})
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(false, || RealDisk.rename(from, to), || {})
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.step(false, || RealDisk.remove_file(path), || {})
    }

    fn remove_directory(&self, path: &Path) -> io::Result<()> {
        self.step(
            false,
            || RealDisk.remove_directory(path),
            || {
                // Whatever goes first: without its record, a journal would be of no use.
                let _ = fs::remove_file(path.join("journal.json"));
            },
        )
    }

    fn sync_directory(&self, path: &Path) -> io::Result<()> {
        self.step(false, || RealDisk.sync_directory(path), || {})
    }
}

/// The journal takes paths without links.
fn real_temporary_directory() -> PathBuf {
    fs::canonicalize(std::env::temp_dir()).unwrap()
}

/// A tree with files of all kinds.
struct Tree {
    directory: tempfile::TempDir,
}

impl Tree {
    fn new() -> Self {
        let directory = tempfile::tempdir_in(real_temporary_directory()).unwrap();
        let root = directory.path();
        fs::create_dir(root.join("src")).unwrap();
        fs::write(root.join("src/plain.py"), "plain()\n").unwrap();
        fs::write(root.join("src/shorter.py"), "a long text before\n").unwrap();
        fs::write(root.join("target.py"), "target()\n").unwrap();
        fs::write(root.join("one.py"), "linked()\nand more\n").unwrap();
        fs::hard_link(root.join("one.py"), root.join("src/other.py")).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::{PermissionsExt, symlink};
            symlink("../target.py", root.join("src/link.py")).unwrap();
            fs::set_permissions(root.join("src/plain.py"), fs::Permissions::from_mode(0o751)).unwrap();
            for name in ["src/plain.py", "one.py"] {
                let _not_every_file_system_has_them =
                    xattr::set(root.join(name), "user.note", name.as_bytes());
            }
        }
        for (number, name) in ["src/plain.py", "src/shorter.py", "target.py", "one.py"].iter().enumerate() {
            let file = fs::OpenOptions::new().write(true).open(root.join(name)).unwrap();
            let time =
                std::time::UNIX_EPOCH + std::time::Duration::new(1_000_000 + number as u64, 987_654_321);
            file.set_modified(time).unwrap();
        }
        fs::create_dir(root.join(DIRECTORY)).unwrap();
        Self { directory }
    }

    fn path(&self) -> &Path {
        self.directory.path()
    }

    fn journal<D: Disk>(&self, disk: D) -> Inner<D> {
        self.journal_with(Some([7; 32]), disk)
    }

    fn journal_with<D: Disk>(&self, key: Option<[u8; 32]>, disk: D) -> Inner<D> {
        let root = self.path().to_owned();
        Inner { directory: root.join(DIRECTORY), root, key, own: RefCell::default(), disk }
    }

    fn changes(&self) -> Vec<Change> {
        let change = |name: &str, after: &str| {
            let path = self.path().join(name);
            Change { before: fs::read(&path).unwrap(), path, after: after.into() }
        };
        vec![
            change("src/plain.py", "await plain()\n"),
            change("one.py", "await linked()\nand more\nand more\n"),
            change("src/shorter.py", "short\n"),
            change("src/link.py", "await target()\n"),
        ]
    }

    /// Every file outside of the journal with all that is said of it.
    fn state(&self) -> Vec<(PathBuf, Vec<u8>, String)> {
        let mut state = Vec::new();
        for directory in [self.path().to_owned(), self.path().join("src")] {
            for entry in fs::read_dir(directory).unwrap().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    continue;
                }
                let mut about = attributes(&path).unwrap();
                about.accessed = about.modified;
                let link = fs::read_link(&path).ok();
                let extended = extended_of(&path);
                let about = format!("{about:?} {link:?} {extended:?}");
                state.push((path.clone(), fs::read(&path).unwrap(), about));
            }
        }
        state.sort();
        state
    }
}

#[cfg(unix)]
fn extended_of(path: &Path) -> Option<Vec<u8>> {
    xattr::get(path, "user.note").ok().flatten()
}

#[cfg(not(unix))]
fn extended_of(_path: &Path) -> Option<Vec<u8>> {
    None
}

fn never() -> bool {
    false
}

#[test]
fn files_are_changed_and_changed_back() {
    let tree = Tree::new();
    let before = tree.state();
    let journal = Journal::open(&tree.path().join(DIRECTORY)).unwrap();
    let changes = tree.changes();
    journal.write(&changes, &never).unwrap();
    for change in &changes {
        assert_eq!(fs::read(&change.path).unwrap(), change.after);
    }
    assert_eq!(fs::read(tree.path().join("src/other.py")).unwrap(), changes[1].after, "the other name");
    for (path, _, about) in &before {
        let extended = format!("{:?}", extended_of(path));
        assert!(about.ends_with(&extended), "{}: {about}, {extended}", path.display());
    }
    assert!(tree.path().join("src/link.py").is_symlink());
    let restored = journal.undo().unwrap().unwrap();
    assert_eq!((restored.files.len(), restored.left.len()), (4, 0));
    assert_eq!(tree.state(), before);
    assert_eq!(journal.undo().unwrap(), None);
    journal.close();
    assert!(!tree.path().join(DIRECTORY).exists());
}

#[test]
fn a_kill_at_any_step_is_undone_by_the_next_start() {
    for at in 0.. {
        let tree = Tree::new();
        let before = tree.state();
        let disk = TroubledDisk::new(Trouble::Kill, at);
        let journal = tree.journal(disk);
        let result = journal.write(&tree.changes(), &never);
        if result.is_ok() && journal.disk.steps.get() <= at {
            assert!(at > 20, "{at}");
            break;
        }
        // The process that puts files back is killed as well, at each of its steps.
        for again in 0.. {
            let second = tree.journal(TroubledDisk::new(Trouble::Kill, again));
            if second.recover().is_ok() {
                break;
            }
        }
        tree.journal(RealDisk).recover().unwrap();
        if result.is_err() {
            assert_eq!(tree.state(), before, "killed at step {at}");
        }
        let left: Vec<_> = fs::read_dir(tree.path().join(DIRECTORY)).unwrap().flatten().collect();
        assert!(left.len() <= usize::from(result.is_ok()), "{at}: {left:?}");
    }
}

#[test]
fn a_kill_between_two_fixes_keeps_what_the_first_left_for_undo() {
    for at in 0.. {
        let tree = Tree::new();
        let first = tree.state();
        tree.journal(RealDisk).write(&tree.changes()[..1], &never).unwrap();
        let second = tree.state();
        let journal = tree.journal(TroubledDisk::new(Trouble::Kill, at));
        let changes = [Change {
            path: tree.path().join("src/plain.py"),
            before: b"await plain()\n".to_vec(),
            after: b"third()\n".to_vec(),
        }];
        if journal.write(&changes, &never).is_ok() && journal.disk.steps.get() <= at {
            break;
        }
        let recovered = tree.journal(RealDisk).recover().unwrap();
        if recovered.is_some() {
            assert_eq!(tree.state(), second, "killed at step {at}");
        }
        tree.journal(RealDisk).undo().unwrap().expect("there is one to undo");
        let undone = tree.state();
        assert!(undone == first || undone == second, "killed at step {at}");
    }
}

#[test]
fn a_kill_in_undo_is_made_good_by_the_next_start() {
    for at in 0.. {
        let tree = Tree::new();
        let before = tree.state();
        tree.journal(RealDisk).write(&tree.changes(), &never).unwrap();
        let after = tree.state();
        let journal = tree.journal(TroubledDisk::new(Trouble::Kill, at));
        let result = journal.undo();
        if result.is_ok() && journal.disk.steps.get() <= at {
            break;
        }
        tree.journal(RealDisk).recover().unwrap();
        let state = tree.state();
        assert!(state == before || (at == 0 && state == after), "killed at step {at}");
    }
}

#[test]
fn a_full_disk_changes_nothing() {
    for at in 0.. {
        let tree = Tree::new();
        let before = tree.state();
        let journal = tree.journal(TroubledDisk::new(Trouble::DiskIsFull, at));
        match journal.write(&tree.changes(), &never) {
            Ok(()) => {
                assert!(at > 10, "{at}");
                break;
            }
            Err(error) => {
                assert!(!matches!(error, JournalError::NotRestored(..)), "step {at}: {error}");
                assert_eq!(tree.state(), before, "full at step {at}: {error}");
            }
        }
    }
}

#[test]
fn a_file_under_two_names_is_changed_once() {
    let tree = Tree::new();
    let before = tree.state();
    let change = |name: &str, after: &str| Change {
        path: tree.path().join(name),
        before: b"linked()\nand more\n".to_vec(),
        after: after.into(),
    };
    let journal = tree.journal(RealDisk);
    let error = journal.write(&[change("one.py", "a"), change("src/other.py", "b")], &never).unwrap_err();
    assert!(matches!(error, JournalError::OneFile(..)), "{error}");
    assert_eq!(tree.state(), before);
    journal.write(&[change("one.py", "a"), change("src/other.py", "a")], &never).unwrap();
    assert_eq!(fs::read_to_string(tree.path().join("src/other.py")).unwrap(), "a");
    journal.undo().unwrap();
    assert_eq!(tree.state(), before);
}

#[test]
fn where_nothing_can_be_made_files_are_written_in_place() {
    let tree = Tree::new();
    let before = tree.state();
    let journal = tree.journal(TroubledDisk::new(Trouble::NoNewFiles, 0));
    let changes = tree.changes();
    journal.write(&changes, &never).unwrap();
    for change in &changes {
        assert_eq!(fs::read(&change.path).unwrap(), change.after);
    }
    // Half written when the computer was switched off.
    fs::rename(journal.at("done"), journal.at("pending")).unwrap();
    fs::write(tree.path().join("src/plain.py"), "await pla").unwrap();
    fs::write(tree.path().join("src/shorter.py"), "short\ntext before\n").unwrap();
    let restored = journal.recover().unwrap().unwrap();
    assert_eq!(restored.left.len(), 1, "{restored:?}");
    assert!(restored.left[0].path.ends_with("src/shorter.py"));
    fs::write(tree.path().join("src/shorter.py"), "short\n text before\n").unwrap();
    let restored = journal.undo().unwrap().unwrap();
    assert!(restored.left.is_empty(), "{restored:?}");
    assert_eq!(tree.state(), before);
}

#[test]
fn a_file_that_changed_meanwhile_is_not_touched_and_nothing_else_is() {
    let tree = Tree::new();
    let mut changes = tree.changes();
    changes[2].before.push(b'x');
    let before = tree.state();
    let error = tree.journal(RealDisk).write(&changes, &never).unwrap_err();
    assert!(matches!(&error, JournalError::Changed(path) if path.ends_with("src/shorter.py")), "{error}");
    assert_eq!(tree.state(), before);
}

#[test]
fn an_interruption_changes_nothing() {
    let tree = Tree::new();
    let before = tree.state();
    let calls = Cell::new(0);
    let is_interrupted = || calls.replace(calls.get() + 1) == 2;
    let error = tree.journal(RealDisk).write(&tree.changes(), &is_interrupted).unwrap_err();
    assert!(matches!(error, JournalError::Interrupted), "{error}");
    assert_eq!(tree.state(), before);
}

#[cfg(unix)]
#[test]
fn a_read_only_file_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let tree = Tree::new();
    fs::set_permissions(tree.path().join("one.py"), fs::Permissions::from_mode(0o444)).unwrap();
    let before = tree.state();
    let error = tree.journal(RealDisk).write(&tree.changes(), &never).unwrap_err();
    assert!(matches!(error, JournalError::ReadOnly(_)), "{error}");
    assert_eq!(tree.state(), before);
}

#[test]
fn undo_leaves_what_someone_else_changed_and_keeps_what_it_was() {
    let tree = Tree::new();
    let journal = tree.journal(RealDisk);
    journal.write(&tree.changes(), &never).unwrap();
    fs::write(tree.path().join("src/plain.py"), "mine\n").unwrap();
    fs::remove_file(tree.path().join("src/shorter.py")).unwrap();
    let restored = journal.undo().unwrap().unwrap();
    assert_eq!((restored.files.len(), restored.left.len()), (2, 2));
    assert_eq!(fs::read_to_string(tree.path().join("src/plain.py")).unwrap(), "mine\n");
    assert_eq!(fs::read_to_string(&restored.left[0].kept).unwrap(), "plain()\n");
    assert_eq!(fs::read_to_string(&restored.left[1].kept).unwrap(), "a long text before\n");
    fs::write(tree.path().join("src/plain.py"), "await plain()\n").unwrap();
    let again = journal.undo().unwrap().unwrap();
    assert_eq!((again.files.len(), again.left.len()), (3, 1));
    assert_eq!(fs::read_to_string(tree.path().join("src/plain.py")).unwrap(), "plain()\n");
}

#[test]
fn two_processes_keep_out_of_each_others_way() {
    let tree = Tree::new();
    let directory = tree.path().join(DIRECTORY);
    let first = Journal::open(&directory).unwrap();
    assert!(matches!(Journal::open(&directory), Err(JournalError::Busy)));
    first.close();
    assert!(!directory.exists());
    Journal::open(&directory).unwrap().close();
}

#[test]
fn a_record_of_another_version_is_kept() {
    let tree = Tree::new();
    let journal = tree.journal(RealDisk);
    journal.write(&tree.changes(), &never).unwrap();
    let record = journal.directory.join("done/journal.json");
    let text = fs::read_to_string(&record).unwrap().replacen("\"format\": 1", "\"format\": 2", 1);
    fs::write(&record, text).unwrap();
    for _ in 0..2 {
        let error = journal.recover().map(|_| ()).and(journal.undo().map(|_| ())).unwrap_err();
        assert!(matches!(error, JournalError::NotOurs(_)), "{error}");
    }
}

/// A transaction that was cut short when all files had been changed.
fn pending(tree: &Tree, key: Option<[u8; 32]>) {
    let journal = tree.journal_with(key, RealDisk);
    journal.write(&tree.changes(), &never).unwrap();
    fs::rename(journal.at("done"), journal.at("pending")).unwrap();
}

#[test]
fn a_journal_of_someone_else_puts_nothing_back() {
    for key in [None, Some([8; 32])] {
        let tree = Tree::new();
        pending(&tree, key);
        let after = tree.state();
        for mine in [None, Some([7; 32])] {
            let error = tree.journal_with(mine, RealDisk).recover().unwrap_err();
            assert!(matches!(error, JournalError::NotOurs(_)), "{error}");
        }
        let journal = tree.journal(RealDisk);
        fs::rename(journal.at("pending"), journal.at("done")).unwrap();
        let error = journal.undo().unwrap_err();
        assert!(matches!(error, JournalError::NotOurs(_)) && journal.at("done").is_dir(), "{error}");
        assert_eq!(tree.state(), after);
    }
}

#[test]
fn a_journal_counts_only_where_it_was_written() {
    let tree = Tree::new();
    pending(&tree, Some([7; 32]));
    let other = Tree::new();
    fs::remove_dir(other.path().join(DIRECTORY)).unwrap();
    fs::rename(tree.path().join(DIRECTORY), other.path().join(DIRECTORY)).unwrap();
    let error = other.journal(RealDisk).recover().unwrap_err();
    assert!(matches!(error, JournalError::NotOurs(_)), "{error}");
}

#[test]
fn without_a_key_a_process_still_takes_back_what_it_did() {
    let tree = Tree::new();
    let before = tree.state();
    let journal = tree.journal_with(None, RealDisk);
    journal.write(&tree.changes(), &never).unwrap();
    journal.undo().unwrap().unwrap();
    assert_eq!(tree.state(), before);
}

#[test]
fn nothing_of_git_and_nothing_outside_is_written() {
    let tree = Tree::new();
    fs::create_dir(tree.path().join(".git")).unwrap();
    fs::write(tree.path().join(".git/config"), "x").unwrap();
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("a.py"), "x").unwrap();
    for path in [tree.path().join(".git/config"), outside.path().join("a.py")] {
        let change = Change { path, before: b"x".to_vec(), after: b"y".to_vec() };
        let error = tree.journal(RealDisk).write(&[change], &never).unwrap_err();
        assert!(matches!(error, JournalError::Outside(_)), "{error}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_became_a_link_is_left_alone() {
    let tree = Tree::new();
    pending(&tree, Some([7; 32]));
    let outside = tempfile::tempdir().unwrap();
    for name in ["plain.py", "shorter.py", "other.py"] {
        fs::rename(tree.path().join("src").join(name), outside.path().join(name)).unwrap();
    }
    fs::remove_dir_all(tree.path().join("src")).unwrap();
    std::os::unix::fs::symlink(outside.path(), tree.path().join("src")).unwrap();
    let restored = tree.journal(RealDisk).recover().unwrap().unwrap();
    assert_eq!(restored.left.len(), 2, "{restored:?}");
    assert_eq!(fs::read_to_string(outside.path().join("plain.py")).unwrap(), "await plain()\n");
}

#[cfg(unix)]
#[test]
fn a_journal_that_is_a_link_is_refused() {
    let tree = Tree::new();
    let outside = tempfile::tempdir().unwrap();
    let directory = tree.path().join(DIRECTORY);
    std::os::unix::fs::symlink(outside.path().join("new"), directory.join("lock")).unwrap();
    assert!(matches!(Journal::open(&directory), Err(JournalError::Unusable(..))));
    fs::remove_dir_all(&directory).unwrap();
    std::os::unix::fs::symlink(outside.path(), &directory).unwrap();
    assert!(matches!(Journal::open(&directory), Err(JournalError::Unusable(..))));
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
}
