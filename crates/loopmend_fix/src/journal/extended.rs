//! Extended attributes of files, of which access control lists are some (`man 7 xattr`, `man 5 acl`).

use std::io;
use std::path::Path;

/// Gives a file the extended attributes of another one that it has not. Some are the system's to give: a file gets those of its
/// directory, and may not get others.
///
/// # Errors
/// When one cannot be read or given.
#[cfg(unix)]
pub(super) fn copy_extended(from: &Path, to: &Path) -> io::Result<()> {
    let here = all(to)?;
    let mut missing = all(from)?;
    missing.retain(|attribute| !here.contains(attribute));
    missing.into_iter().try_for_each(|(name, value)| xattr::set(to, name, &value))
}

/// Whether two files have the same extended attributes; not, where that cannot be told.
#[cfg(unix)]
pub(super) fn have_same_extended(one: &Path, other: &Path) -> bool {
    matches!((all(one), all(other)), (Ok(one), Ok(other)) if one == other)
}

#[cfg(unix)]
type Attribute = (std::ffi::OsString, Vec<u8>);

/// The extended attributes of a file, in the order of their names; none where its file system has none.
#[cfg(unix)]
fn all(path: &Path) -> io::Result<Vec<Attribute>> {
    let names = match xattr::list(path) {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => return Ok(Vec::new()),
        names => names?,
    };
    let mut all = Vec::new();
    for name in names {
        if let Some(value) = xattr::get(path, &name)? {
            all.push((name, value));
        }
    }
    all.sort_unstable();
    Ok(all)
}

#[cfg(not(unix))]
pub(super) fn copy_extended(_from: &Path, _to: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
pub(super) fn have_same_extended(_one: &Path, _other: &Path) -> bool {
    true
}
