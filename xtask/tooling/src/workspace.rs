//! The directories of the workspace, and running programs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, bail};

/// The root of the workspace.
pub fn root() -> &'static Path {
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2);
    above.expect("the crate lies two directories below the root")
}

/// The directory of build results, where all that is fetched and measured goes too.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |path| root().join(path))
}

/// A directory for copies of projects. It is not below [`target`], which is a cache of the repository around it: loopmend would take
/// the repository for the project, and leave the cache out of a copy.
pub fn outside(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("loopmend-{name}"))
}

/// Runs a program whose output the developer sees. Fails if it cannot be started or its status is not 0.
pub fn run_visibly(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status().with_context(|| cannot_start(command))?;
    if !status.success() {
        bail!("`{}` ended with {status}", shown(command));
    }
    Ok(())
}

/// Runs a program and returns what it wrote to standard output.
/// Fails if it cannot be started or its status is none of `accepted`; the error carries its standard error.
pub fn run_captured(command: &mut Command, accepted: &[i32]) -> Result<Vec<u8>> {
    let Output { status, stdout, stderr } =
        command.stdin(Stdio::null()).output().with_context(|| cannot_start(command))?;
    if !status.code().is_some_and(|code| accepted.contains(&code)) {
        bail!("`{}` ended with {status}\n{}", shown(command), String::from_utf8_lossy(&stderr).trim_end());
    }
    Ok(stdout)
}

fn cannot_start(command: &Command) -> String {
    format!("cannot start `{}`; is it installed and on PATH?", command.get_program().to_string_lossy())
}

/// A command as a developer would type it.
pub fn shown(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Reads a text file. Fails if it cannot be read as UTF-8; the error names it.
pub fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Writes a file, making its directory if needed. Fails if a file cannot be written; the error names it.
pub fn write(path: &Path, contents: &str) -> Result<()> {
    let directory = path.parent().context("a file to write has a directory")?;
    fs::create_dir_all(directory).with_context(|| format!("cannot make {}", directory.display()))?;
    fs::write(path, contents).with_context(|| format!("cannot write {}", path.display()))
}

/// Makes something unless the stamp says that it is there as it is wanted; writes the stamp then. Fails if it cannot be made.
pub fn once(stamp: &Path, wanted: &str, make: impl FnOnce() -> Result<()>) -> Result<()> {
    if read(stamp).is_ok_and(|present| present == wanted) {
        return Ok(());
    }
    make()?;
    write(stamp, wanted)
}

/// Removes a directory with all in it, or nothing if it is not there. Fails if a file cannot be written; the error names it.
pub fn remove_directory(path: &Path) -> Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", path.display()))
        }
        _ => Ok(()),
    }
}

/// The entries of a directory, in no particular order. Fails if it cannot be read.
pub fn entries(directory: &Path) -> Result<Vec<PathBuf>> {
    fs::read_dir(directory)
        .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect())
        .with_context(|| format!("cannot read {}", directory.display()))
}

/// Copies a directory with all in it. Symbolic links are left out. Fails if a file cannot be written; the error names the place.
pub fn copy_directory(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry.with_context(|| format!("cannot read {}", from.display()))?;
        let target = to.join(entry.file_name());
        let kind = entry.file_type().with_context(|| format!("cannot read {}", entry.path().display()))?;
        if kind.is_dir() {
            copy_directory(&entry.path(), &target)?;
        } else if kind.is_file() {
            fs::copy(entry.path(), &target)
                .with_context(|| format!("cannot copy {} to {}", entry.path().display(), target.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::{copy_directory, read, remove_directory, run_captured, write};

    #[test]
    fn a_directory_is_copied_and_removed() {
        let directory = tempfile::tempdir().unwrap();
        write(&directory.path().join("a/b/c.txt"), "text").unwrap();
        copy_directory(&directory.path().join("a"), &directory.path().join("z")).unwrap();
        assert_eq!(read(&directory.path().join("z/b/c.txt")).unwrap(), "text");
        remove_directory(&directory.path().join("a")).unwrap();
        remove_directory(&directory.path().join("a")).unwrap();
        assert!(!directory.path().join("a").exists());
    }

    #[test]
    fn an_unexpected_status_is_an_error_with_the_command() {
        let cargo = std::env::var_os("CARGO").unwrap();
        let error = run_captured(Command::new(&cargo).arg("no-such-task"), &[0]).unwrap_err();
        assert!(error.to_string().contains("no-such-task"), "{error}");
        assert!(!run_captured(Command::new(cargo).arg("--version"), &[0]).unwrap().is_empty());
    }
}
