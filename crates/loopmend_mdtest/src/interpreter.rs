use std::ffi::{OsStr, OsString};
use std::io;
use std::process::{Command, Stdio};

/// Prints the name of the implementation, its version, and the path of the interpreter.
const VERSION_QUERY: &str = "\
import sys
print(sys.implementation.name, '.'.join(map(str, sys.version_info[:3])), sys.executable)
";

/// Prints those of its arguments that cannot be imported.
const PACKAGES_QUERY: &str = "\
import importlib.util, sys
print(*[name for name in sys.argv[1:] if importlib.util.find_spec(name) is None])
";

/// A Python interpreter on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interpreter {
    program: OsString,
    implementation: String,
    release: String,
    version: (u8, u8),
}

impl Interpreter {
    /// Asks a program, by its path or its name on `PATH`, which version it is; `None` where there is no such program. A script that
    /// only starts an interpreter (pyenv's) is asked once, and costs more than the interpreter.
    ///
    /// # Errors
    /// When it cannot be run, or is no Python.
    pub fn find(program: impl AsRef<OsStr>) -> io::Result<Option<Self>> {
        let program = program.as_ref();
        let answer = match ask(program, VERSION_QUERY, &[]) {
            Ok(answer) => answer,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let mut words = answer.splitn(3, ' ').map(str::to_owned);
        let (Some(implementation), Some(release)) = (words.next(), words.next()) else {
            return Err(io::Error::other(format!("`{}` does not say its version", program.display())));
        };
        let program = words.next().filter(|path| !path.is_empty()).map_or(program.to_owned(), OsString::from);
        let parts = release.rsplit_once('.').and_then(|(version, _)| parse_version(version));
        let Some(version) = parts else {
            return Err(io::Error::other(format!("`{}` says its version is {release}", program.display())));
        };
        Ok(Some(Self { program, implementation, release, version }))
    }

    /// `cpython` or another name.
    pub fn implementation(&self) -> &str {
        &self.implementation
    }

    /// The whole version, such as `3.12.1`.
    pub fn release(&self) -> &str {
        &self.release
    }

    /// The program, by its path where it says it.
    pub(crate) fn program(&self) -> &OsStr {
        &self.program
    }

    /// Major and minor version.
    pub fn version(&self) -> (u8, u8) {
        self.version
    }

    /// The interpreter, without the user's paths and variables.
    pub fn command(&self) -> Command {
        isolated(&self.program)
    }

    /// Those of some names that cannot be imported.
    pub(crate) fn lacks(&self, packages: &[String]) -> io::Result<Vec<String>> {
        if packages.is_empty() {
            return Ok(Vec::new());
        }
        let answer = ask(&self.program, PACKAGES_QUERY, packages)?;
        Ok(answer.split_whitespace().map(str::to_owned).collect())
    }
}

fn isolated(program: &OsStr) -> Command {
    let mut command = Command::new(program);
    command.arg("-I").stdin(Stdio::null());
    command
}

/// What a program of Python prints.
fn ask(interpreter: &OsStr, program: &str, arguments: &[String]) -> io::Result<String> {
    let output = isolated(interpreter).args(["-c", program]).args(arguments).output()?;
    if !output.status.success() {
        let stderr = String::from_utf8_lossy(&output.stderr);
        let message = format!("`{}` ended with {}\n{stderr}", interpreter.display(), output.status);
        return Err(io::Error::other(message));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Reads `3.11`.
pub(crate) fn parse_version(text: &str) -> Option<(u8, u8)> {
    let (major, minor) = text.split_once('.')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{Interpreter, parse_version};

    impl Interpreter {
        /// The interpreter of a test that needs the program `python3`.
        pub(crate) fn installed() -> Self {
            Self::find("python3").unwrap().expect("python3 is on PATH")
        }
    }

    #[needs::program("python3")]
    #[test]
    fn an_interpreter_says_its_version() {
        let python = Interpreter::installed();
        let (major, minor) = python.version();
        assert!(python.release().starts_with(&format!("{major}.{minor}.")), "{python:?}");
        let names = ["asyncio".to_owned(), "no_such_package".to_owned()];
        assert_eq!(python.lacks(&names).unwrap(), ["no_such_package"]);
    }

    #[test]
    fn a_program_that_is_missing_is_no_interpreter() {
        assert_eq!(Interpreter::find("no-such-python").unwrap(), None);
    }

    #[test]
    fn what_is_no_python_is_an_error() {
        let cargo = std::env::var_os("CARGO").unwrap();
        assert!(Interpreter::find(cargo).is_err());
    }

    #[test]
    fn a_version_has_two_parts() {
        assert_eq!(parse_version("3.11"), Some((3, 11)));
        assert_eq!((parse_version("3"), parse_version("3.11.1"), parse_version("x.y")), (None, None, None));
    }
}
