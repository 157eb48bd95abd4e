//! Extended attributes of files, of which access control lists are some (`man 7 xattr`, `man 5 acl`).

use std::fs::File;
use std::io;

#[cfg(unix)]
use xattr::FileExt;

/// Gives a file the extended attributes of another one, and no others: a new file gets an access control list from its directory,
/// which may say more than the file in whose place it comes. What only the system gives (`security.`) may stay.
///
/// # Errors
/// When one cannot be read, given or taken away.
#[cfg(unix)]
pub(super) fn copy_extended(from: &File, to: &File) -> io::Result<()> {
    let (wanted, here) = (all(from)?, all(to)?);
    for (name, _) in here.iter().filter(|(name, _)| !wanted.iter().any(|(known, _)| known == name)) {
        if !name.as_encoded_bytes().starts_with(b"security.") {
            to.remove_xattr(name)?;
        }
    }
    let missing = wanted.iter().filter(|attribute| !here.contains(attribute));
    missing.into_iter().try_for_each(|(name, value)| to.set_xattr(name, value))
}

/// Whether two files have the same extended attributes; not, where that cannot be told.
#[cfg(unix)]
pub(super) fn have_same_extended(one: &File, other: &File) -> bool {
    matches!((all(one), all(other)), (Ok(one), Ok(other)) if one == other)
}

#[cfg(unix)]
type Attribute = (std::ffi::OsString, Vec<u8>);

/// The extended attributes of a file, in the order of their names; none where its file system has none.
#[cfg(unix)]
fn all(file: &File) -> io::Result<Vec<Attribute>> {
    let names = match file.list_xattr() {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => return Ok(Vec::new()),
        names => names?,
    };
    let mut all = Vec::new();
    for name in names {
        if let Some(value) = file.get_xattr(&name)? {
            all.push((name, value));
        }
    }
    all.sort_unstable();
    Ok(all)
}

#[cfg(not(unix))]
pub(super) fn copy_extended(_from: &File, _to: &File) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn have_same_extended(_one: &File, _other: &File) -> bool {
    true
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;

    use xattr::FileExt;

    use super::{copy_extended, have_same_extended};

    #[test]
    fn a_file_gets_what_the_other_has_and_loses_what_it_has_not() {
        let directory = tempfile::tempdir().unwrap();
        let [from, to] = ["from", "to"].map(|name| {
            let path = directory.path().join(name);
            fs::write(&path, "").unwrap();
            fs::File::open(path).unwrap()
        });
        // Not every file system has them.
        let is_set = |file: &fs::File, name, value: &str| file.set_xattr(name, value.as_bytes()).is_ok();
        let has_them = is_set(&from, "user.one", "1");
        assert_eq!(is_set(&to, "user.one", "other") && is_set(&to, "user.two", "2"), has_them);
        assert_eq!(have_same_extended(&from, &to), !has_them);
        copy_extended(&from, &to).unwrap();
        let get = |name| to.get_xattr(name).ok().flatten();
        assert_eq!(get("user.one"), has_them.then(|| b"1".to_vec()));
        assert_eq!(get("user.two"), None);
        assert!(have_same_extended(&from, &to));
    }
}
