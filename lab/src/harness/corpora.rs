//! The list of corpora, `lab/corpora.toml`.

use serde::de::DeserializeOwned;

use super::*;

/// The one that continuous integration checks: small, and rich in tests.
const SAMPLE: &str = "anyio";

/// Which file of a release is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// The source archive, with the tests where the project puts them in.
    #[default]
    Sdist,
    /// The built archive: the packages alone.
    Wheel,
}

/// A released project.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Corpus {
    /// The name of the distribution.
    pub(crate) name: String,
    /// The exact version.
    pub(crate) version: String,
    /// Which file of the release is read.
    pub(crate) kind: Kind,
    /// The interpreter of the environment, as `uv` takes it.
    pub(crate) python: String,
    /// The extras whose requirements are in the environment.
    #[serde(default)]
    pub(crate) extras: Vec<String>,
    /// Further requirements of tests and examples.
    #[serde(default)]
    pub(crate) requirements: Vec<String>,
    /// The requirement that replaces every other one on a distribution.
    #[serde(default)]
    pub(crate) overrides: Vec<String>,
    /// The file that changes when the corpus is measured; without it, the corpus is not.
    pub(crate) bench_file: Option<String>,
    /// How pytest collects its suite; without it, `cargo lab suites` leaves it out.
    pub(crate) suite: Option<Suite>,
    /// How its suite is run with and without the probe; without it, `cargo lab bench probe` leaves it out.
    pub(crate) probed: Option<Probed>,
    /// Whether `cargo lab corpus oracle` asks mypy too.
    #[serde(default)]
    pub(crate) mypy: bool,
    /// Whether it is checked as where nothing that it needs is installed.
    #[serde(skip)]
    pub(crate) is_bare: bool,
    #[serde(skip)]
    directory: Option<PathBuf>,
}

/// The options with which pytest collects the suite of a corpus.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Suite {
    /// `PYTHONPATH`.
    pub(crate) python_path: Option<String>,
    /// Further arguments of pytest.
    #[serde(default)]
    pub(crate) arguments: Vec<String>,
}

/// How the suite of a corpus is run with and without the probe.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Probed {
    /// The exact requirements of the suite that the environment of the corpus lacks.
    #[serde(default)]
    pub(crate) requirements: Vec<String>,
    /// The arguments with which Python builds the extension modules of the suite in its copy.
    #[serde(default)]
    pub(crate) build: Vec<String>,
    /// Further arguments of pytest.
    #[serde(default)]
    pub(crate) arguments: Vec<String>,
    /// The files that are run; without any, the whole suite.
    #[serde(default)]
    pub(crate) files: Vec<String>,
    /// The files whose cost is measured; without any, those that are run.
    #[serde(default)]
    pub(crate) measured: Vec<String>,
}

impl Corpus {
    /// A distribution that is no corpus, brought to a directory of its own.
    pub(crate) fn distribution(name: &str, version: &str, kind: Kind, directory: PathBuf) -> Self {
        let (name, version) = (name.to_owned(), version.to_owned());
        Self { name, version, kind, directory: Some(directory), ..Self::default() }
    }

    /// The directory of all that is fetched of it.
    pub(crate) fn directory(&self) -> PathBuf {
        self.directory.clone().unwrap_or_else(|| target("corpora").join(&self.name))
    }

    /// The project as it was released.
    pub(crate) fn source(&self) -> PathBuf {
        self.directory().join("src")
    }

    /// The environment with what the project needs, or an empty one.
    pub(crate) fn environment(&self) -> PathBuf {
        self.directory().join(if self.is_bare { "empty" } else { "venv" })
    }

    /// The exact versions of what the project needs, one requirement a line.
    pub(crate) fn lock(&self) -> PathBuf {
        root("lab/corpora").join(format!("{}.txt", self.name))
    }

    /// The committed findings.
    pub(crate) fn baseline(&self) -> PathBuf {
        root("docs/lab/corpora").join(format!("{}.json", self.name))
    }

    /// The release as a requirement: `name==1.2.3`.
    pub(crate) fn pin(&self) -> String {
        format!("{}=={}", self.name, self.version)
    }

    /// All that the environment must satisfy, the project itself among it.
    pub(crate) fn all_requirements(&self) -> String {
        let extras =
            if self.extras.is_empty() { String::new() } else { format!("[{}]", self.extras.join(",")) };
        let mut text = format!("{}{extras}=={}\n", self.name, self.version);
        for requirement in &self.requirements {
            text += requirement;
            text.push('\n');
        }
        text
    }
}

/// Reads a manifest of `lab`. Fails if it cannot be read or is not of its form.
pub(crate) fn manifest<T: DeserializeOwned>(name: &str) -> Result<T> {
    let path = root("lab").join(name);
    toml::from_str(&workspace::read(&path)?).with_context(|| format!("in {}", path.display()))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    corpus: Vec<Corpus>,
}

/// The corpora with these names, or all of them if no name is given, in the order of the list.
/// Fails if the list cannot be read or a name is not in it.
pub(crate) fn select<S: AsRef<str>>(names: &[S]) -> Result<Vec<Corpus>> {
    pick(manifest::<Manifest>("corpora.toml")?.corpus, names)
}

/// The same, with the small projects of `lab/verified.toml` before them.
/// Fails if a list cannot be read or a name is in neither.
pub(crate) fn select_with_small<S: AsRef<str>>(names: &[S]) -> Result<Vec<Corpus>> {
    let mut all = manifest::<Manifest>("verified.toml")?.corpus;
    all.extend(manifest::<Manifest>("corpora.toml")?.corpus);
    pick(all, names)
}

/// The corpora with these names, or all of them if no name is given, fetched as far as they are not there.
/// Fails if a name is unknown, or one cannot be fetched.
pub(crate) fn ready<S: AsRef<str>>(names: &[S]) -> Result<Vec<Corpus>> {
    let corpora = select(names)?;
    fetch_all(&corpora)?;
    Ok(corpora)
}

/// The corpus that continuous integration fetches; any Python will do for its environment.
/// Fails if it cannot be fetched.
pub(crate) fn sample() -> Result<Vec<Corpus>> {
    ready(&[SAMPLE])
}

/// The corpora, and behind them the projects of `lab/measured.toml`.
/// Fails if a list cannot be read or a name is in neither.
pub(crate) fn select_measured<S: AsRef<str>>(names: &[S]) -> Result<Vec<Corpus>> {
    let mut all = manifest::<Manifest>("corpora.toml")?.corpus;
    all.extend(manifest::<Manifest>("measured.toml")?.corpus);
    pick(all, names)
}

/// The projects of all lists.
/// Fails if a list cannot be read or a name is in none.
pub(crate) fn select_everywhere<S: AsRef<str>>(names: &[S]) -> Result<Vec<Corpus>> {
    let mut all = select_with_small::<&str>(&[])?;
    all.extend(manifest::<Manifest>("measured.toml")?.corpus);
    pick(all, names)
}

fn pick<S: AsRef<str>>(corpora: Vec<Corpus>, names: &[S]) -> Result<Vec<Corpus>> {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    if let Some(unknown) = names.iter().find(|name| corpora.iter().all(|corpus| corpus.name != **name)) {
        let known: Vec<_> = corpora.iter().map(|corpus| corpus.name.as_str()).collect();
        bail!("there is no corpus `{unknown}`; there are {}", known.join(", "));
    }
    Ok(corpora
        .into_iter()
        .filter(|corpus| names.is_empty() || names.contains(&corpus.name.as_str()))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::{Kind, pick, select};

    #[test]
    fn the_list_is_read_in_its_order() {
        let all = select::<&str>(&[]).unwrap();
        assert_eq!(all[0].name, "aiohttp");
        assert_eq!(all[0].kind, Kind::Sdist);
        let two = pick(all, &["redis", "anyio"]).unwrap();
        assert_eq!(two.iter().map(|corpus| corpus.name.as_str()).collect::<Vec<_>>(), ["anyio", "redis"]);
    }

    #[test]
    fn an_unknown_name_is_an_error_that_lists_the_known_ones() {
        let error = select(&["nope"]).unwrap_err().to_string();
        assert!(error.contains("`nope`") && error.contains("aiohttp"), "{error}");
    }

    #[test]
    fn requirements_name_the_project_with_its_extras_first() {
        let anyio = select(&["anyio"]).unwrap().remove(0);
        let text = anyio.all_requirements();
        assert!(text.starts_with("anyio[trio]==4.16.0\nblockbuster\n"), "{text}");
    }
}
