//! An environment for each version of pytest-asyncio.

use loopmend_mdtest::Interpreter;
use tooling::interpreters::environment;

use crate::harness::*;

/// The versions of pytest-asyncio, each with the newest pytest that it allows and works with.
const RELEASES: [(&str, &str); 10] = [
    ("0.21.1", "8.1.2"),
    ("0.23.8", "8.4.2"),
    ("0.24.0", "8.4.2"),
    ("0.25.3", "8.4.2"),
    ("0.26.0", "8.4.2"),
    ("1.0.0", "8.4.2"),
    ("1.2.0", "8.4.2"),
    ("1.3.0", "9.2.0"),
    ("1.4.1", "9.2.0"),
    ("1.5.0", "9.2.0"),
];

/// What some suites use beside it: a plugin with fixtures, and a patch of asyncio.
const EXTRAS: [&str; 2] = ["nest_asyncio==1.6.0", "pytest-mock==3.14.1"];

/// A version of pytest-asyncio with that of pytest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Release {
    /// Of pytest-asyncio.
    pub(crate) plugin: String,
    /// Of pytest.
    pub(crate) pytest: String,
}

impl Release {
    /// Reads `1.6.0=9.3.0`.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let (plugin, pytest) = text.split_once('=').ok_or("a version of both, as in `1.6.0=9.3.0`")?;
        Ok(Self { plugin: plugin.to_owned(), pytest: pytest.to_owned() })
    }
}

/// Those that were measured with further ones; of these only the named ones, where there are names.
/// Fails if none has such a name.
pub(crate) fn releases(further: &[Release], named: &[String]) -> Result<Vec<Release>> {
    let known = RELEASES.map(|(plugin, pytest)| Release { plugin: plugin.into(), pytest: pytest.into() });
    let all = known.into_iter().chain(further.iter().cloned());
    let wanted = |release: &Release| named.is_empty() || named.contains(&release.plugin);
    let releases: Vec<Release> = all.filter(wanted).collect();
    ensure!(!releases.is_empty(), "no known version of pytest-asyncio has such a name");
    Ok(releases)
}

/// An environment that has a release.
#[derive(Clone, Debug)]
pub(crate) struct Environment {
    /// What is installed.
    pub(crate) release: Release,
    /// Its directory.
    pub(crate) directory: PathBuf,
}

impl Environment {
    /// The environment of a release, made below `target/behaviour` where it is not there. Fails if pip cannot make it.
    pub(crate) fn ready(base: &Interpreter, release: &Release) -> Result<Self> {
        let directory = target("behaviour/venv").join(&release.plugin);
        let mut packages =
            vec![format!("pytest-asyncio=={}", release.plugin), format!("pytest=={}", release.pytest)];
        packages.extend(EXTRAS.map(str::to_owned));
        environment(base, &directory, &packages)?
            .with_context(|| format!("there is no environment for pytest-asyncio {}", release.plugin))?;
        Ok(Self { release: release.clone(), directory })
    }

    /// Its interpreter.
    pub(crate) fn python(&self) -> PathBuf {
        self.directory.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" })
    }
}

#[cfg(test)]
mod tests {
    use super::{Release, releases};

    #[test]
    fn a_further_release_is_one_argument() {
        let further = Release::parse("1.6.0=9.3.0").unwrap();
        let named = ["1.6.0".to_owned(), "0.21.1".to_owned()];
        let chosen = releases(std::slice::from_ref(&further), &named).unwrap();
        assert_eq!((chosen.len(), &chosen[1]), (2, &further));
        assert!(Release::parse("1.6.0").is_err() && releases(&[], &["9".to_owned()]).is_err());
    }
}
