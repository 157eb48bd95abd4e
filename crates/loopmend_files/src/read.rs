//! Opens and reads regular files of bounded size.
//!
//! A repository can hold a named pipe, a link to a device or a file of a terabyte under any name. Opening or
//! reading one of them never blocks and never takes more memory than the bound.

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use crate::directory::read_open_file;

/// The bound for configuration: settings, ignore files, lists of requirements. It takes up to some hundred times the memory.
pub const MAX_CONFIGURATION: u64 = 2 * 1024 * 1024;
/// The bound for lock files.
pub const MAX_LOCK: u64 = 8 * 1024 * 1024;
/// The bound for source files. One of small expressions takes a hundred times the memory; the largest that was met in an
/// environment has 6 MB.
pub const MAX_SOURCE: u64 = 8 * 1024 * 1024;
/// The bound for notebooks, which have pictures in them.
pub const MAX_NOTEBOOK: u64 = 16 * 1024 * 1024;
/// The bound for saved runs, baselines and plans.
pub const MAX_TEXT: u64 = 64 * 1024 * 1024;
/// The bound for other data, which is not taken apart.
pub const MAX_DATA: u64 = 256 * 1024 * 1024;

/// Opens a regular file, whatever its size. Symbolic links are followed.
///
/// # Errors
/// When the file cannot be opened or is no regular one.
pub fn open(path: &Path) -> io::Result<File> {
    open_at_most(path, u64::MAX)
}

/// Opens a regular file of at most `limit` bytes. Symbolic links are followed.
///
/// # Errors
/// When the file cannot be opened, is no regular one, or is larger.
pub fn open_at_most(path: &Path, limit: u64) -> io::Result<File> {
    let file = without_waiting(File::options().read(true)).open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if !metadata.is_file() {
        return Err(io::Error::new(ErrorKind::InvalidInput, "it is not a regular file"));
    }
    if metadata.len() > limit {
        return Err(too_large(limit));
    }
    Ok(file)
}

/// The bytes of a regular file of at most [`MAX_CONFIGURATION`] bytes.
///
/// # Errors
/// When the file cannot be read, is no regular one, or is larger.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    read_at_most(path, MAX_CONFIGURATION)
}

/// The same as UTF-8.
///
/// # Errors
/// Also when the bytes are no UTF-8.
pub fn read_text(path: &Path) -> io::Result<String> {
    as_text(read(path)?)
}

/// The text of a regular file of at most [`MAX_TEXT`] bytes.
///
/// # Errors
/// As for [`read_text`].
pub fn read_data_text(path: &Path) -> io::Result<String> {
    as_text(read_at_most(path, MAX_TEXT)?)
}

/// Bytes as UTF-8.
///
/// # Errors
/// When they are no UTF-8.
pub fn as_text(bytes: Vec<u8>) -> io::Result<String> {
    String::from_utf8(bytes).map_err(|_| io::Error::new(ErrorKind::InvalidData, "it is not UTF-8"))
}

/// The bytes of a regular file of at most `limit` bytes.
///
/// # Errors
/// When the file cannot be read, is no regular one, or is larger.
pub fn read_at_most(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    read_open_file(&open_at_most(path, limit)?, limit)
}

/// The bytes of a stream of at most `limit` bytes.
///
/// # Errors
/// When the stream cannot be read, or has more bytes.
pub fn read_stream(stream: impl Read, limit: u64) -> io::Result<Vec<u8>> {
    read_into(Vec::new(), stream, limit)
}

/// Appends a stream of at most `limit` bytes.
pub(crate) fn read_into(mut bytes: Vec<u8>, stream: impl Read, limit: u64) -> io::Result<Vec<u8>> {
    stream.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(too_large(limit));
    }
    Ok(bytes)
}

/// The error for what is larger than `limit` bytes.
pub fn too_large(limit: u64) -> io::Error {
    let megabytes = limit / (1024 * 1024);
    io::Error::new(ErrorKind::FileTooLarge, format!("it is larger than {megabytes} MiB"))
}

/// Opens what is there to be written to, a device or a pipe as well: a pipe that nobody reads is an error at once.
///
/// # Errors
/// When nothing is there, or it cannot be written to.
pub fn open_for_writing(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    let file = without_waiting(options.write(true)).open(path)?;
    #[cfg(unix)]
    {
        use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
        // A reader that is slow is waited for.
        fcntl_setfl(&file, fcntl_getfl(&file)? - OFlags::NONBLOCK)?;
    }
    Ok(file)
}

/// Opening a named pipe waits for the other end, unless it is asked not to.
fn without_waiting(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags((OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed());
    }
    options
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::io::ErrorKind;

    use super::{open, read, read_at_most, read_stream, read_text};

    #[test]
    fn a_regular_file_is_read_up_to_its_bound() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("a");
        fs::write(&path, "text").unwrap();
        assert_eq!(read_text(&path).unwrap(), "text");
        assert_eq!(read_at_most(&path, 4).unwrap(), b"text");
        assert_eq!(read_at_most(&path, 3).unwrap_err().kind(), ErrorKind::FileTooLarge);
        assert_eq!(read(&directory.path().join("b")).unwrap_err().kind(), ErrorKind::NotFound);
        assert_eq!(read(directory.path()).unwrap_err().kind(), ErrorKind::IsADirectory);
    }

    #[test]
    fn a_stream_is_read_up_to_its_bound() {
        assert_eq!(read_stream(&b"text"[..], 4).unwrap(), b"text");
        for endless in [read_stream(std::io::repeat(0), 4), read_stream(&b"texts"[..], 4)] {
            assert_eq!(endless.unwrap_err().kind(), ErrorKind::FileTooLarge);
        }
    }

    #[test]
    fn a_giant_file_is_not_read() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("giant");
        File::create(&path).and_then(|file| file.set_len(1 << 40)).unwrap();
        assert_eq!(read(&path).unwrap_err().kind(), ErrorKind::FileTooLarge);
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_and_a_device_are_refused_at_once() {
        let directory = tempfile::tempdir().unwrap();
        let pipe = directory.path().join("pipe");
        rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
        let device = directory.path().join("device");
        std::os::unix::fs::symlink("/dev/zero", &device).unwrap();
        for path in [pipe, device] {
            assert_eq!(open(&path).unwrap_err().kind(), ErrorKind::InvalidInput);
            assert_eq!(read(&path).unwrap_err().kind(), ErrorKind::InvalidInput);
        }
    }
}
