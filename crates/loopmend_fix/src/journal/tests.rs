//! The journal is stopped after each of its steps, on disks that fill up and on computers that are switched off.

use std::cell::Cell;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use loopmend_files::DirectoryHandle;

use super::disk::{At, Attributes, Disk, Like, RealDisk, attributes};
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

fn full_path(at: At<'_>) -> PathBuf {
    at.directory.path().join(at.name)
}

fn half(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len() / 2]
}

impl Disk for TroubledDisk {
    fn create_directory(&self, at: At<'_>) -> io::Result<()> {
        self.step(true, || RealDisk.create_directory(at), || {})
    }

    fn write_new(&self, at: At<'_>, bytes: &[u8], like: Like<'_>) -> io::Result<()> {
        if self.trouble == Trouble::NoNewFiles && !full_path(at).iter().any(|part| part == DIRECTORY) {
            return Err(ErrorKind::PermissionDenied.into());
        }
        self.step(
            true,
            || RealDisk.write_new(at, bytes, like),
            || {
                let _ = RealDisk.write_new(at, half(bytes), Like::None);
            },
        )
    }

    fn overwrite(&self, at: At<'_>, known: &File, bytes: &[u8]) -> io::Result<()> {
        let grows = bytes.len() as u64 > known.metadata()?.len();
        self.step(
            grows,
            || RealDisk.overwrite(at, known, bytes),
            || {
                let mut torn = fs::read(full_path(at)).unwrap();
                let written = half(bytes).len().min(torn.len());
                torn[..written].copy_from_slice(&bytes[..written]);
                RealDisk.overwrite(at, known, &torn).unwrap();
            },
        )
    }

    fn set_attributes(&self, at: At<'_>, attributes: &Attributes) -> io::Result<()> {
        self.step(false, || RealDisk.set_attributes(at, attributes), || {})
    }

    fn rename(&self, from: At<'_>, to: At<'_>) -> io::Result<()> {
        self.step(false, || RealDisk.rename(from, to), || {})
    }

    fn remove_file(&self, at: At<'_>) -> io::Result<()> {
        self.step(false, || RealDisk.remove_file(at), || {})
    }

    fn remove_directory(&self, at: At<'_>) -> io::Result<()> {
        self.step(
            false,
            || RealDisk.remove_directory(at),
            || {
                // Whatever goes first: without its record, a journal would be of no use.
                let _ = fs::remove_file(full_path(at).join("journal.json"));
            },
        )
    }

    fn empty_directory(&self, directory: &DirectoryHandle) -> io::Result<()> {
        self.step(
            false,
            || RealDisk.empty_directory(directory),
            || {
                let _ = directory.remove_file("journal.json".as_ref());
            },
        )
    }

    fn sync_directory(&self, directory: &DirectoryHandle) -> io::Result<()> {
        self.step(false, || RealDisk.sync_directory(directory), || {})
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
        let root = DirectoryHandle::open(self.path()).unwrap();
        let journal = root.open_below(Path::new(DIRECTORY)).unwrap();
        Inner::new(root, journal, key, disk)
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
                let mut about = attributes(&File::open(&path).unwrap()).unwrap();
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
    fs::rename(journal.path_in_journal("done"), journal.path_in_journal("pending")).unwrap();
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
    assert_eq!(fs::read_to_string(restored.left[0].kept.as_ref().unwrap()).unwrap(), "plain()\n");
    assert_eq!(fs::read_to_string(restored.left[1].kept.as_ref().unwrap()).unwrap(), "a long text before\n");
    fs::write(tree.path().join("src/plain.py"), "await plain()\n").unwrap();
    let again = journal.undo().unwrap().unwrap();
    assert_eq!((again.files.len(), again.unchanged.len(), again.left.len()), (1, 0, 1));
    assert_eq!(fs::read_to_string(tree.path().join("src/plain.py")).unwrap(), "plain()\n");
}

#[test]
fn what_one_undo_put_back_is_the_users_at_the_next() {
    let tree = Tree::new();
    let journal = tree.journal(RealDisk);
    let changes = tree.changes();
    journal.write(&changes, &never).unwrap();
    fs::write(tree.path().join("src/plain.py"), "mine\n").unwrap();
    assert_eq!(journal.undo().unwrap().unwrap().left.len(), 1);
    // Each file that was put back is changed again: to something else, to the text with the fix, and not at all.
    fs::write(tree.path().join("one.py"), "other work\n").unwrap();
    fs::write(&changes[2].path, &changes[2].after).unwrap();
    let before = tree.state();
    let again = journal.undo().unwrap().unwrap();
    let kept: Vec<bool> = again.left.iter().map(|left| left.kept.is_some()).collect();
    assert_eq!((again.files.len(), again.unchanged.len(), kept), (0, 0, vec![true, false]));
    assert_eq!(tree.state(), before);
    journal.write(&tree.changes()[3..], &never).unwrap();
}

#[test]
fn an_undo_of_files_that_are_as_before_restores_none() {
    let tree = Tree::new();
    let before = tree.state();
    let journal = tree.journal(RealDisk);
    let changes = tree.changes();
    journal.write(&changes, &never).unwrap();
    journal.undo().unwrap().unwrap();
    journal.write(&changes, &never).unwrap();
    for change in &changes {
        fs::write(&change.path, &change.before).unwrap();
    }
    let undone = journal.undo().unwrap().unwrap();
    assert!(undone.left.is_empty(), "{undone:?}");
    assert_eq!(undone.files.len() + undone.unchanged.len(), 4);
    let texts = |state: &[(PathBuf, Vec<u8>, String)]| -> Vec<Vec<u8>> {
        state.iter().map(|(_, text, _)| text.clone()).collect()
    };
    assert_eq!(texts(&tree.state()), texts(&before));
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
    let record = journal.path_in_journal("done").join("journal.json");
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
    fs::rename(journal.path_in_journal("done"), journal.path_in_journal("pending")).unwrap();
}

#[test]
fn a_journal_of_someone_else_puts_nothing_back() {
    for is_sealed in [false, true] {
        let tree = Tree::new();
        pending(&tree, Some([8; 32]));
        if !is_sealed {
            fs::remove_file(tree.path().join(DIRECTORY).join("pending/journal.mac")).unwrap();
        }
        let after = tree.state();
        for mine in [None, Some([7; 32])] {
            let error = tree.journal_with(mine, RealDisk).recover().unwrap_err();
            assert!(matches!(error, JournalError::NotOurs(_)), "{error}");
        }
        let journal = tree.journal(RealDisk);
        fs::rename(journal.path_in_journal("pending"), journal.path_in_journal("done")).unwrap();
        let error = journal.undo().unwrap_err();
        assert!(
            matches!(error, JournalError::NotOurs(_)) && journal.path_in_journal("done").is_dir(),
            "{error}"
        );
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
fn without_a_key_nothing_is_written() {
    let tree = Tree::new();
    let before = tree.state();
    let journal = tree.journal_with(None, RealDisk);
    let error = journal.write(&tree.changes(), &never).unwrap_err();
    assert!(matches!(error, JournalError::NoKey(_)), "{error}");
    assert_eq!(tree.state(), before);
    assert!(["draft", "pending", "done"].iter().all(|name| !journal.path_in_journal(name).exists()));
    journal.write(&[], &never).unwrap();
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

/// A disk on which another process exchanges a directory for a link just before one of the steps, and back before a later one.
#[cfg(unix)]
struct ExchangingDisk<'a> {
    exchange: &'a Exchange,
    at: usize,
    /// Steps from the one exchange to the other.
    lasts: usize,
    steps: Cell<usize>,
}

/// A directory of the project, and one outside that a link in its place leads to.
#[cfg(unix)]
struct Exchange {
    directory: PathBuf,
    moved: PathBuf,
    outside: tempfile::TempDir,
}

#[cfg(unix)]
impl Exchange {
    /// The directory outside has files of the same names and texts as those in `src`.
    fn new(tree: &Tree, directory: &str) -> Self {
        let outside = tempfile::tempdir_in(real_temporary_directory()).unwrap();
        for name in ["plain.py", "shorter.py", "other.py"] {
            fs::copy(tree.path().join("src").join(name), outside.path().join(name)).unwrap();
        }
        Self { directory: tree.path().join(directory), moved: tree.path().join("moved"), outside }
    }

    fn is_done(&self) -> bool {
        self.directory.is_symlink()
    }

    fn exchange(&self) {
        if self.directory.is_dir() && !self.is_done() && !self.moved.exists() {
            fs::rename(&self.directory, &self.moved).unwrap();
            std::os::unix::fs::symlink(self.outside.path(), &self.directory).unwrap();
        }
    }

    fn exchange_back(&self) {
        if self.is_done() {
            fs::remove_file(&self.directory).unwrap();
            fs::rename(&self.moved, &self.directory).unwrap();
        }
    }

    fn outside(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let entries = fs::read_dir(self.outside.path()).unwrap().flatten();
        let mut files: Vec<_> =
            entries.map(|entry| (entry.path(), fs::read(entry.path()).unwrap())).collect();
        files.sort();
        files
    }
}

#[cfg(unix)]
impl ExchangingDisk<'_> {
    fn step(&self, step: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        let number = self.steps.replace(self.steps.get() + 1);
        match number {
            _ if number == self.at => self.exchange.exchange(),
            _ if number == self.at + self.lasts => self.exchange.exchange_back(),
            _ => {}
        }
        step()
    }
}

#[cfg(unix)]
impl Disk for ExchangingDisk<'_> {
    fn create_directory(&self, at: At<'_>) -> io::Result<()> {
        self.step(|| RealDisk.create_directory(at))
    }

    fn write_new(&self, at: At<'_>, bytes: &[u8], like: Like<'_>) -> io::Result<()> {
        self.step(|| RealDisk.write_new(at, bytes, like))
    }

    fn overwrite(&self, at: At<'_>, known: &File, bytes: &[u8]) -> io::Result<()> {
        self.step(|| RealDisk.overwrite(at, known, bytes))
    }

    fn set_attributes(&self, at: At<'_>, attributes: &Attributes) -> io::Result<()> {
        self.step(|| RealDisk.set_attributes(at, attributes))
    }

    fn rename(&self, from: At<'_>, to: At<'_>) -> io::Result<()> {
        self.step(|| RealDisk.rename(from, to))
    }

    fn remove_file(&self, at: At<'_>) -> io::Result<()> {
        self.step(|| RealDisk.remove_file(at))
    }

    fn remove_directory(&self, at: At<'_>) -> io::Result<()> {
        self.step(|| RealDisk.remove_directory(at))
    }

    fn empty_directory(&self, directory: &DirectoryHandle) -> io::Result<()> {
        self.step(|| RealDisk.empty_directory(directory))
    }

    fn sync_directory(&self, directory: &DirectoryHandle) -> io::Result<()> {
        self.step(|| RealDisk.sync_directory(directory))
    }
}

/// The directories that another process can exchange.
#[cfg(unix)]
const EXCHANGED: [&str; 5] =
    ["src", DIRECTORY, ".loopmend-fix/draft", ".loopmend-fix/pending", ".loopmend-fix/done"];
/// For one step, and for good.
#[cfg(unix)]
const LASTS: [usize; 2] = [1, usize::MAX / 2];

/// Runs `act` on new trees until no step is left to exchange a directory at; `prepare` comes before.
#[cfg(unix)]
fn exchange_at_each_step(
    prepare: impl Fn(&Tree),
    act: impl Fn(&Tree, &Inner<ExchangingDisk<'_>>, &Exchange, &str),
) {
    for (directory, lasts) in EXCHANGED.iter().flat_map(|name| LASTS.map(|lasts| (*name, lasts))) {
        for at in 0.. {
            let tree = Tree::new();
            prepare(&tree);
            let exchange = Exchange::new(&tree, directory);
            let outside = exchange.outside();
            let disk = ExchangingDisk { exchange: &exchange, at, lasts, steps: Cell::new(0) };
            let journal = tree.journal(disk);
            let about = format!("`{directory}` at step {at} for {lasts} steps");
            act(&tree, &journal, &exchange, &about);
            assert_eq!(exchange.outside(), outside, "{about}");
            if journal.disk.steps.get() <= at {
                assert!(at > 10, "{at}");
                break;
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn a_directory_that_becomes_a_link_while_files_are_written_leads_nowhere() {
    exchange_at_each_step(
        |_| {},
        |tree, journal, exchange, about| {
            let (changes, before) = (tree.changes(), tree.state());
            let written = journal.write(&changes, &never);
            exchange.exchange_back();
            match written {
                Ok(()) => {
                    for change in &changes {
                        assert_eq!(fs::read(&change.path).unwrap(), change.after, "{about}");
                    }
                }
                Err(error) => {
                    assert!(error.to_string().contains("every file is as it was"), "{about}: {error}");
                    assert_eq!(tree.state(), before, "{about}: {error}");
                    for left in ["draft", "pending", "done"] {
                        let left = fs::read_dir(tree.path().join(DIRECTORY).join(left));
                        assert_eq!(left.into_iter().flatten().count(), 0, "{about}: {error}");
                    }
                }
            }
        },
    );
}

#[cfg(unix)]
#[test]
fn a_directory_that_becomes_a_link_while_files_are_restored_leads_nowhere() {
    exchange_at_each_step(
        |tree| tree.journal(RealDisk).write(&tree.changes(), &never).unwrap(),
        |tree, journal, exchange, about| {
            let after = tree.state();
            let undone = journal.undo();
            exchange.exchange_back();
            let is_whole = matches!(&undone, Ok(Some(restored)) if restored.left.is_empty());
            if is_whole {
                assert_ne!(tree.state(), after, "{about}");
            } else {
                // The next attempt finds all that it needs.
                let again = tree.journal(RealDisk);
                let recovered = again.recover().unwrap().or_else(|| again.undo().unwrap());
                assert!(recovered.is_some_and(|restored| restored.left.is_empty()), "{about}: {undone:?}");
            }
        },
    );
}

#[cfg(unix)]
#[test]
fn the_message_names_files_that_another_program_changed_meanwhile() {
    let tree = Tree::new();
    let changes = tree.changes();
    let calls = Cell::new(0);
    let is_interrupted = || {
        if calls.replace(calls.get() + 1) == 2 {
            fs::write(tree.path().join("src/plain.py"), "mine\n").unwrap();
            return true;
        }
        false
    };
    let error = tree.journal(RealDisk).write(&changes, &is_interrupted).unwrap_err();
    let JournalError::PartlyRestored(_, left) = &error else { panic!("{error}") };
    assert_eq!(fs::read_to_string(left[0].kept.as_ref().unwrap()).unwrap(), "plain()\n");
    let words = error.to_string();
    assert!(words.contains("src/plain.py`") && !words.contains("every file is as it was"), "{words}");
    assert_eq!(fs::read_to_string(tree.path().join("src/plain.py")).unwrap(), "mine\n");
    assert_eq!(fs::read_to_string(tree.path().join("one.py")).unwrap(), "linked()\nand more\n");
}

#[test]
fn more_directories_than_are_held_open_are_written() {
    let tree = Tree::new();
    let changes: Vec<Change> = (0..200)
        .map(|number| {
            let path = tree.path().join(format!("d{number}")).join("a.py");
            fs::create_dir(path.parent().unwrap()).unwrap();
            fs::write(&path, "a").unwrap();
            Change { path, before: b"a".to_vec(), after: b"b".to_vec() }
        })
        .collect();
    let journal = tree.journal(RealDisk);
    journal.write(&changes, &never).unwrap();
    assert!(changes.iter().all(|change| fs::read(&change.path).unwrap() == b"b"));
    assert_eq!(journal.undo().unwrap().unwrap().files.len(), 200);
}
