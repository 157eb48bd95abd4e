//! Copies the bytes of files: holes stay holes, an interruption is seen between chunks, and what is too large is refused.

use std::fs::{File, FileTimes, Metadata};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use crate::workspace::{CopyError, Stamp};

/// The bytes that are copied between two looks at whether to go on.
const CHUNK: u64 = 2 * 1024 * 1024;
const GIBIBYTE: u64 = 1024 * 1024 * 1024;

/// How many bytes a copy may have. Holes do not count.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CopyLimits {
    pub(crate) file: u64,
    pub(crate) all: u64,
}

impl CopyLimits {
    pub(crate) const USUAL: Self = Self { file: 4 * GIBIBYTE, all: 16 * GIBIBYTE };
}

/// Copies files, and counts what it copies.
pub(crate) struct Copier<'w> {
    limits: CopyLimits,
    /// Takes the bytes that were copied, and returns whether to go on.
    watch: &'w dyn Fn(u64) -> bool,
    bytes: u64,
    /// The file with the most bytes so far.
    largest: (PathBuf, u64),
}

impl<'w> Copier<'w> {
    pub(crate) fn new(limits: CopyLimits, watch: &'w dyn Fn(u64) -> bool) -> Self {
        Self { limits, watch, bytes: 0, largest: (PathBuf::new(), 0) }
    }

    /// The bytes that were copied so far.
    pub(crate) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// # Errors
    /// When the user wants no more.
    pub(crate) fn go_on(&self) -> Result<(), CopyError> {
        if (self.watch)(self.bytes) { Ok(()) } else { Err(CopyError::Interrupted) }
    }

    /// Copies bytes, mode and times; where the file system can, the bytes are shared until one side changes them. Returns `None` if the
    /// file is gone by now.
    ///
    /// # Errors
    /// When it cannot be read or written, is too large or another kind of thing by now, or the user wants no more.
    pub(crate) fn copy(
        &mut self,
        from: &Path,
        to: &Path,
        metadata: &Metadata,
    ) -> Result<Option<Stamp>, CopyError> {
        let mut source = match loopmend_files::open(from) {
            Ok(source) => source,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) if matches!(error.kind(), ErrorKind::IsADirectory | ErrorKind::InvalidInput) => {
                return Err(CopyError::Changed(from.to_owned()));
            }
            Err(error) => return Err(CopyError::Io(from.to_owned(), error)),
        };
        let failed = |error: io::Error| CopyError::Io(from.to_owned(), error);
        let length = source.metadata().map_err(failed)?;
        self.refuse_large(from, data_bytes(&length))?;
        let mut target = File::create_new(to).map_err(failed)?;
        self.copy_data(from, &mut source, &mut target, length.len())?;
        let finished = || -> io::Result<Stamp> {
            if let Ok(modified) = metadata.modified() {
                target.set_times(FileTimes::new().set_modified(modified))?;
            }
            target.set_permissions(metadata.permissions())?;
            Ok(Stamp::of(&target.metadata()?))
        };
        finished().map(Some).map_err(failed)
    }

    fn copy_data(
        &mut self,
        from: &Path,
        source: &mut File,
        target: &mut File,
        length: u64,
    ) -> Result<(), CopyError> {
        let failed = |error: io::Error| CopyError::Io(from.to_owned(), error);
        let (mut place, mut copied) = (0, 0);
        while let Some((start, end)) = next_data(source, place, length) {
            source.seek(SeekFrom::Start(start)).map_err(failed)?;
            target.seek(SeekFrom::Start(start)).map_err(failed)?;
            place = start;
            while place < end {
                self.go_on()?;
                let chunk = CHUNK.min(end - place);
                let count = io::copy(&mut (&*source).take(chunk), target).map_err(failed)?;
                if count == 0 {
                    // The file is shorter by now.
                    return Ok(());
                }
                place += count;
                copied += count;
                self.bytes += count;
                self.refuse_large(from, copied)?;
            }
        }
        if place < length {
            target.set_len(length).map_err(failed)?;
        }
        Ok(())
    }

    /// # Errors
    /// When a file has this many bytes, and it or all files together have more than are copied.
    fn refuse_large(&mut self, path: &Path, bytes: u64) -> Result<(), CopyError> {
        if bytes > self.limits.file {
            return Err(CopyError::TooLarge { path: path.to_owned(), bytes, limit: self.limits.file });
        }
        if bytes > self.largest.1 {
            self.largest = (path.to_owned(), bytes);
        }
        if self.bytes > self.limits.all {
            let (largest, bytes) = self.largest.clone();
            return Err(CopyError::TooLargeTogether { largest, bytes, limit: self.limits.all });
        }
        Ok(())
    }
}

/// The bytes of a file that are not holes, as far as the system says.
fn data_bytes(metadata: &Metadata) -> u64 {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        const BLOCK: u64 = 512;
        metadata.len().min(metadata.blocks().saturating_mul(BLOCK))
    }
    #[cfg(not(unix))]
    metadata.len()
}

/// Where the next bytes from a place on begin and end, which are no hole; `None` if there are none.
#[cfg(any(target_os = "linux", target_os = "android", target_os = "macos", target_os = "freebsd"))]
fn next_data(file: &File, from: u64, length: u64) -> Option<(u64, u64)> {
    use rustix::fs::{SeekFrom, seek};
    use rustix::io::Errno;

    if from >= length {
        return None;
    }
    let start = match seek(file, SeekFrom::Data(from)) {
        Ok(start) => start.max(from),
        Err(Errno::NXIO) => return None,
        // The file system does not know.
        Err(_) => return Some((from, length)),
    };
    let end = seek(file, SeekFrom::Hole(start)).ok().filter(|end| *end > start).unwrap_or(length);
    (start < length).then_some((start, end.min(length)))
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_os = "macos", target_os = "freebsd")))]
fn next_data(_: &File, from: u64, length: u64) -> Option<(u64, u64)> {
    (from < length).then_some((from, length))
}
