//! The one place that prints. A reader that went away is no error: what is left is dropped quietly.

use std::ffi::OsString;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anstream::adapter::strip_str;
use anstream::{AutoStream, ColorChoice};
use loopmend_files::{
    DirectoryHandle, HOLDS_DIRECTORIES, Kind, SHARED, lies_in_git_directory, open_for_writing,
};
use loopmend_project::{FollowedPath, Link, is_home, is_of_system, tree_of};

use crate::arguments::{ColorWhen, GlobalOptions};
use crate::failure::Failure;
use crate::style::contained;

/// The standard streams, with what they can show.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Output {
    stdout: ColorChoice,
    stderr: ColorChoice,
    quiet: bool,
    verbose: bool,
}

impl Output {
    /// The streams as the options and the environment ask for them.
    pub(crate) fn new(options: &GlobalOptions) -> Self {
        let environment = ColorEnvironment::read();
        Self {
            stdout: color_choice(options.color, &environment, io::stdout().is_terminal()),
            stderr: color_choice(options.color, &environment, io::stderr().is_terminal()),
            quiet: options.quiet,
            verbose: options.verbose > 0,
        }
    }

    /// `true` if `-v` asks for details.
    pub(crate) fn verbose(&self) -> bool {
        self.verbose
    }

    /// `true` if `-q` asks for diagnostics alone.
    pub(crate) fn quiet(&self) -> bool {
        self.quiet
    }

    /// `true` if standard output shows colours.
    pub(crate) fn stdout_shows_color(&self) -> bool {
        self.stdout != ColorChoice::Never
    }

    /// `true` if people read standard output: it is a terminal, or colours are asked for.
    pub(crate) fn stdout_is_for_people(&self) -> bool {
        self.stdout_shows_color() || io::stdout().is_terminal()
    }

    /// `true` if standard output is a terminal that shows links.
    pub(crate) fn stdout_shows_links(&self) -> bool {
        self.stdout_shows_color() && supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout)
    }

    /// The columns of the terminal at standard output; `None` when it is none.
    pub(crate) fn stdout_width(&self) -> Option<usize> {
        terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0))
    }

    /// Prints text with styles to standard output; they are taken out where it cannot show them.
    ///
    /// # Errors
    /// When the stream takes no more, other than by being closed.
    pub(crate) fn styled(&self, text: &str) -> Result<(), Failure> {
        let mut stream = AutoStream::new(io::stdout(), self.stdout).lock();
        finish_stdout(stream.write_all(contained(text).as_bytes()).and_then(|()| stream.flush()))
    }

    /// Prints text to standard output byte for byte.
    ///
    /// # Errors
    /// As for [`Output::styled`].
    pub(crate) fn raw(&self, text: &str) -> Result<(), Failure> {
        self.raw_bytes(text.as_bytes())
    }

    /// Prints bytes to standard output.
    ///
    /// # Errors
    /// As for [`Output::styled`].
    pub(crate) fn raw_bytes(&self, bytes: &[u8]) -> Result<(), Failure> {
        let mut stream = io::stdout().lock();
        finish_stdout(stream.write_all(bytes).and_then(|()| stream.flush()))
    }

    /// Prints an answer, with styles if it has them, or writes it without them to a file.
    ///
    /// # Errors
    /// As for [`Output::styled`], and when the file cannot be written.
    pub(crate) fn answer(&self, text: &str, is_styled: bool, file: Option<&Path>) -> Result<(), Failure> {
        match file {
            Some(path) if is_styled => write_file(path, &strip_str(&contained(text)).to_string()),
            Some(path) => write_file(path, text),
            None if is_styled => self.styled(text),
            None => self.raw(text),
        }
    }

    /// Prints a line with styles to standard error, where nobody is helped by an error about it.
    pub(crate) fn print_to_stderr(&self, line: &str) {
        let mut stream = AutoStream::new(io::stderr(), self.stderr).lock();
        let _ = writeln!(stream, "{}", contained(line));
    }

    /// Prints a line the user should know to standard error, unless `-q` asks for silence.
    pub(crate) fn notice(&self, line: &str) {
        if !self.quiet {
            self.print_to_stderr(line);
        }
    }

    /// Prints why the run ends.
    pub(crate) fn error(&self, message: &str) {
        let style = crate::style::ERROR;
        self.print_to_stderr(&format!("{style}error{style:#}: {}", crate::style::printable(message)));
    }

    /// Empties the screen of a terminal.
    pub(crate) fn clear_screen(&self) {
        if io::stdout().is_terminal() {
            let mut stream = AutoStream::new(io::stdout(), self.stdout).lock();
            let _ = stream.write_all(b"\x1b[2J\x1b[3J\x1b[H");
        }
    }
}

/// The result of writing to standard output, where a reader that went away is no error.
///
/// # Errors
/// When the stream took no more, other than by being closed.
pub(crate) fn finish_stdout(result: io::Result<()>) -> Result<(), Failure> {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::new(format!("failed to write to standard output: {error}")))
        }
        _ => Ok(()),
    }
}

/// The variables that speak about colour.
#[derive(Clone, Copy, Debug, Default)]
struct ColorEnvironment {
    no_color: bool,
    force_color: bool,
    dumb_terminal: bool,
}

impl ColorEnvironment {
    fn read() -> Self {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let not_zero = |name: &str| std::env::var_os(name).is_some_and(|value| value != "0");
        Self {
            no_color: set("NO_COLOR"),
            force_color: set("FORCE_COLOR") && not_zero("FORCE_COLOR"),
            dumb_terminal: std::env::var_os("TERM").is_some_and(|value| value == "dumb"),
        }
    }
}

/// `--color` first, then `NO_COLOR`, then `FORCE_COLOR`, then whether a terminal is there.
fn color_choice(when: ColorWhen, environment: &ColorEnvironment, is_terminal: bool) -> ColorChoice {
    let on = match when {
        ColorWhen::Always => true,
        ColorWhen::Never => false,
        ColorWhen::Auto if environment.no_color => false,
        ColorWhen::Auto if environment.force_color => true,
        ColorWhen::Auto => is_terminal && !environment.dumb_terminal,
    };
    if on { ColorChoice::Always } else { ColorChoice::Never }
}

/// Writes a file so that a reader sees the old text or the new one, never a part. What is no regular
/// file (a pipe, `/dev/null`) is written to as it is.
///
/// # Errors
/// When the directory is missing or nothing can be written there; the sentence names the path.
pub(crate) fn write_file(path: &Path, text: &str) -> Result<(), Failure> {
    Destination::find(path)?.write(text).map_err(|error| failed_to_write(path, &error))
}

/// Refuses a place where no file can be written, before what is to be written is there.
///
/// # Errors
/// When [`write_file`] would fail there.
pub(crate) fn refuse_unwritable(path: &Path) -> Result<(), Failure> {
    Destination::find(path)?.try_to_write().map_err(|error| failed_to_write(path, &error))
}

/// Where a text is written to.
enum Destination {
    /// A pipe or a device, which the user names outside of every repository. Links of the system lead there.
    Stream(PathBuf),
    /// A file in a directory that is held open, so that a link in its place leads nowhere.
    File { directory: DirectoryHandle, name: OsString },
}

impl Destination {
    const PREFIX: &str = ".loopmend-";

    /// The destination that a path names, without links that lead out.
    fn find(path: &Path) -> Result<Self, Failure> {
        let real = refuse_way_out(path)?;
        if fs::metadata(&real).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir()) {
            return Ok(Self::Stream(real));
        }
        Self::file(&real).map_err(|error| failed_to_write(path, &error))
    }

    fn file(real: &Path) -> io::Result<Self> {
        let name = real.file_name().ok_or(io::ErrorKind::IsADirectory)?.to_owned();
        let above = directory_of(real);
        let above = if HOLDS_DIRECTORIES { above.to_owned() } else { fs::canonicalize(above)? };
        let directory = DirectoryHandle::open(&above)?;
        match directory.kind(&name)? {
            Some(Kind::Directory) => Err(io::ErrorKind::IsADirectory.into()),
            _ => Ok(Self::File { directory, name }),
        }
    }

    #[expect(clippy::disallowed_methods, reason = "no repository can exchange it")]
    fn write(&self, text: &str) -> io::Result<()> {
        let (directory, name) = match self {
            Self::Stream(path) => return open_for_writing(path)?.write_all(text.as_bytes()),
            Self::File { directory, name } => (directory, name),
        };
        let is_there = directory.kind(name)? == Some(Kind::File);
        let permissions = is_there.then(|| directory.permissions(name)).transpose()?;
        directory.replace_file(name, (Self::PREFIX, SHARED), |file| {
            file.write_all(text.as_bytes())?;
            permissions.map_or(Ok(()), |permissions| file.set_permissions(permissions))
        })
    }

    #[expect(clippy::disallowed_methods, reason = "no repository can exchange it")]
    fn try_to_write(&self) -> io::Result<()> {
        match self {
            Self::Stream(path) => open_for_writing(path).map(drop),
            Self::File { directory, .. } => {
                let (beside, _) = directory.create_temporary(Self::PREFIX, SHARED)?;
                directory.remove_file(&beside)
            }
        }
    }
}

/// Returns the path with links followed. Refuses a path that a link in a repository leads out of it, one in a directory of git, and one
/// that is a pipe or the like in a repository. The user who names `report.json` does not mean the file that a repository linked to it.
fn refuse_way_out(path: &Path) -> Result<PathBuf, Failure> {
    let current = std::env::current_dir().map_err(|error| failed_to_write(path, &error))?;
    let refused = |why: &str| Failure::new(format!("failed to write `{}`: {why}", path.display()));
    let named = current.join(path);
    let FollowedPath { real, links } = FollowedPath::of(&named);
    let is_way_out = |link: &Link| {
        let may_be_a_strangers = link.is_last && !is_home(&link.holder) && !is_of_system(&link.holder);
        let itself = || may_be_a_strangers.then(|| link.holder.clone());
        tree_of(&link.holder, &current).or_else(itself).is_some_and(|tree| !real.starts_with(tree))
    };
    if links.iter().any(is_way_out) {
        return Err(refused("a link leads out of the repository, or of the working directory"));
    }
    if lies_in_git_directory(&named) || lies_in_git_directory(&real) {
        return Err(refused("it lies in a directory of git"));
    }
    let is_odd = fs::metadata(&real).is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir());
    if is_odd && tree_of(directory_of(&real), &current).is_some() {
        return Err(refused("it is not a regular file"));
    }
    Ok(real)
}

fn failed_to_write(path: &Path, error: &io::Error) -> Failure {
    Failure::new(format!("failed to write `{}`: {}", path.display(), sentence(error, path)))
}

fn directory_of(file: &Path) -> &Path {
    file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn sentence(error: &io::Error, path: &Path) -> String {
    match path.parent() {
        Some(parent) if error.kind() == io::ErrorKind::NotFound => {
            format!("the directory `{}` does not exist; create it first", parent.display())
        }
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    #[cfg(unix)]
    use std::os::unix::fs::symlink;
    use std::path::Path;

    use anstream::ColorChoice;

    use super::{ColorEnvironment, Destination, color_choice, refuse_unwritable, refuse_way_out, write_file};
    use crate::arguments::ColorWhen;

    #[test]
    fn the_option_beats_the_environment_and_the_environment_the_terminal() {
        let plain = ColorEnvironment::default();
        let no_color = ColorEnvironment { no_color: true, force_color: true, dumb_terminal: false };
        let forced = ColorEnvironment { force_color: true, ..plain };
        let dumb = ColorEnvironment { dumb_terminal: true, ..plain };
        assert_eq!(color_choice(ColorWhen::Auto, &plain, true), ColorChoice::Always);
        assert_eq!(color_choice(ColorWhen::Auto, &plain, false), ColorChoice::Never);
        assert_eq!(color_choice(ColorWhen::Auto, &no_color, true), ColorChoice::Never);
        assert_eq!(color_choice(ColorWhen::Always, &no_color, false), ColorChoice::Always);
        assert_eq!(color_choice(ColorWhen::Auto, &forced, false), ColorChoice::Always);
        assert_eq!(color_choice(ColorWhen::Auto, &dumb, true), ColorChoice::Never);
        assert_eq!(color_choice(ColorWhen::Never, &forced, true), ColorChoice::Never);
    }

    #[test]
    fn a_file_is_replaced_as_a_whole_and_leaves_nothing_beside_it() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("report.json");
        write_file(&path, "[1]").unwrap();
        write_file(&path, "[]").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "[]");
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_missing_directory_is_named() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("none").join("report.json");
        let message = write_file(&path, "[]").unwrap_err().message;
        assert!(message.contains("none` does not exist"), "{message}");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_the_working_directory_leads_nowhere_else() {
        let here = tempfile::tempdir_in(".").unwrap();
        let outside = tempfile::tempdir().unwrap();
        let target = outside.path().join("a");
        fs::write(&target, "before").unwrap();
        let name = Path::new(here.path().file_name().unwrap());
        symlink(&target, here.path().join("file")).unwrap();
        symlink(outside.path(), here.path().join("directory")).unwrap();
        for path in ["file", "directory/a", "directory/new"] {
            assert!(write_file(&name.join(path), "after").is_err(), "{path}");
        }
        assert_eq!(fs::read_to_string(&target).unwrap(), "before");
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 1);
        write_file(&name.join("own"), "after").unwrap();
        write_file(&target, "after").unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_link_of_a_repository_leads_nowhere_else_whoever_names_it() {
        let root = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(root.path()).unwrap();
        let [repository, other] = ["repository", "other"].map(|name| root.join(name));
        fs::create_dir_all(repository.join(".git")).unwrap();
        fs::create_dir_all(repository.join("deep")).unwrap();
        fs::create_dir(&other).unwrap();
        let target = root.join("target");
        fs::write(&target, "before").unwrap();
        symlink(&target, repository.join("out")).unwrap();
        symlink("out", repository.join("twice")).unwrap();
        symlink(repository.join("out"), other.join("into")).unwrap();
        symlink("../.git/hooks", repository.join("deep/hooks")).unwrap();
        symlink(&repository, root.join("link")).unwrap();
        for path in
            ["repository/out", "repository/deep/../twice", "other/into", "link/out", "other/../link/twice"]
        {
            assert!(write_file(&root.join(path), "after").is_err(), "{path}");
        }
        fs::create_dir(repository.join(".git/hooks")).unwrap();
        assert!(write_file(&repository.join("deep/hooks/post-checkout"), "after").is_err());
        assert_eq!(fs::read_to_string(&target).unwrap(), "before");
        symlink("../own", repository.join("deep/own")).unwrap();
        for path in ["link/own", "repository/deep/own"] {
            write_file(&root.join(path), path).unwrap();
        }
        write_file(&repository.join("deep/own"), "last").unwrap();
        assert_eq!(fs::read_to_string(repository.join("own")).unwrap(), "last");
    }

    #[test]
    fn nothing_is_written_into_a_directory_of_git() {
        let root = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(root.path()).unwrap();
        for file in [
            "clone/.git/config",
            "clone/.git/worktrees/tree/HEAD",
            "clone/.git/worktrees/tree/commondir",
            "bare/HEAD",
            "bare/objects/x",
            "tree/.git",
        ] {
            fs::create_dir_all(root.join(file).parent().unwrap()).unwrap();
            fs::write(root.join(file), "before").unwrap();
        }
        for path in [
            "clone/.git/config",
            "clone/.git/new",
            "clone/.GIT/config",
            "clone/deep/../.git/config",
            "clone/.git/worktrees/tree/HEAD",
            "bare/HEAD",
            "bare/new",
            "tree/.git",
        ] {
            for failed in [refuse_unwritable(&root.join(path)), write_file(&root.join(path), "after")] {
                let message = failed.unwrap_err().message;
                assert!(message.ends_with("it lies in a directory of git"), "{path}: {message}");
            }
        }
        assert_eq!(fs::read_to_string(root.join("clone/.git/config")).unwrap(), "before");
        for path in ["clone/.github", "clone/report.json", "tree/report.json"] {
            write_file(&root.join(path), "after").unwrap();
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_directory_that_becomes_a_link_before_the_text_is_written_leads_nowhere() {
        for exchanged in ["project", "project/reports"] {
            let root = tempfile::tempdir().unwrap();
            let root = fs::canonicalize(root.path()).unwrap();
            for directory in ["project/reports", "outside/reports"] {
                fs::create_dir_all(root.join(directory)).unwrap();
                fs::write(root.join(directory).join("old.json"), "before").unwrap();
            }
            let paths = ["old.json", "new.json"].map(|name| root.join("project/reports").join(name));
            let destinations = paths.each_ref().map(|path| Destination::find(path).unwrap());
            let outside = root.join(exchanged.replace("project", "outside"));
            fs::rename(root.join(exchanged), root.join("moved")).unwrap();
            symlink(outside, root.join(exchanged)).unwrap();
            for destination in &destinations {
                destination.try_to_write().unwrap();
                destination.write("after").unwrap();
            }
            let reports = root.join("outside/reports");
            assert_eq!(fs::read_to_string(reports.join("old.json")).unwrap(), "before", "{exchanged}");
            assert_eq!(fs::read_dir(&reports).unwrap().count(), 1, "{exchanged}");
            let moved = root.join("moved").join(if exchanged == "project" { "reports" } else { "" });
            assert_eq!(fs::read_to_string(moved.join("old.json")).unwrap(), "after", "{exchanged}");
            assert_eq!(fs::read_dir(&moved).unwrap().count(), 2, "{exchanged}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_directory_that_becomes_a_link_after_the_path_was_checked_is_refused() {
        let root = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(root.path()).unwrap();
        for directory in ["reports", "outside"] {
            fs::create_dir(root.join(directory)).unwrap();
        }
        let real = refuse_way_out(&root.join("reports/new.json")).unwrap();
        fs::remove_dir(root.join("reports")).unwrap();
        symlink("outside", root.join("reports")).unwrap();
        assert!(Destination::file(&real).is_err());
    }

    #[test]
    fn a_text_that_cannot_be_written_is_refused_before_it_is_there() {
        let directory = tempfile::tempdir().unwrap();
        fs::write(directory.path().join("file"), "").unwrap();
        for (path, words) in
            [("none/report.json", "none` does not exist"), ("file/report.json", "irectory"), ("", "irectory")]
        {
            let path = directory.path().join(path);
            for failed in [refuse_unwritable(&path), write_file(&path, "[]")] {
                let message = failed.unwrap_err().message;
                assert!(message.contains(words), "{message}");
            }
        }
        refuse_unwritable(&directory.path().join("report.json")).unwrap();
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 1);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_link_of_the_system_leads_to_a_pipe() {
        use std::io::Read;
        use std::os::fd::AsRawFd;
        let (mut reader, writer) = std::io::pipe().unwrap();
        let path = format!("/dev/fd/{}", writer.as_raw_fd());
        refuse_unwritable(Path::new(&path)).unwrap();
        write_file(Path::new(&path), "[]").unwrap();
        drop(writer);
        let mut text = String::new();
        reader.read_to_string(&mut text).unwrap();
        assert_eq!(text, "[]");
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_that_nobody_reads_does_not_wait() {
        let directory = tempfile::tempdir().unwrap();
        let pipe = directory.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        assert!(write_file(&pipe, "[]").is_err());
        let reader = std::thread::spawn({
            let pipe = pipe.clone();
            move || fs::read_to_string(pipe).unwrap()
        });
        let long = "x".repeat(1 << 20);
        while write_file(&pipe, &long).is_err() {
            std::thread::yield_now();
        }
        assert_eq!(reader.join().unwrap(), long);
    }

    #[cfg(unix)]
    #[test]
    fn the_file_may_be_read_by_those_whom_the_mask_allows_and_devices_stay() {
        use std::os::unix::fs::PermissionsExt;
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("report.json");
        write_file(&path, "[]").unwrap();
        let usual = directory.path().join("usual");
        fs::write(&usual, "").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&path), mode(&usual));
        write_file(Path::new("/dev/null"), "[]").unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }
}
