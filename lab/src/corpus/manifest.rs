//! The list of corpora, `lab/corpora.toml`.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::workspace;

/// Which file of a release is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// The source archive, with the tests where the project puts them in.
    Sdist,
    /// The built archive: the packages alone.
    Wheel,
}

/// A released project.
#[derive(Clone, Debug, Deserialize)]
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
    /// What replaces the requirements on a distribution, whoever has them.
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
}

/// What pytest is told to collect the suite of a corpus in its environment.
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
    /// What the suite needs besides the environment of the corpus, each at an exact version.
    #[serde(default)]
    pub(crate) requirements: Vec<String>,
    /// What Python is given, once, to build what the suite needs in the copy that it is run in.
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

/// A release of a distribution and where it is brought to.
#[derive(Clone, Debug)]
pub(crate) struct Release {
    /// The name of the distribution.
    pub(crate) name: String,
    /// The exact version.
    pub(crate) version: String,
    /// Which file of the release is read.
    pub(crate) kind: Kind,
    /// The directory of all that is fetched of it.
    pub(crate) directory: PathBuf,
}

impl Release {
    /// The project as it was released.
    pub(crate) fn source(&self) -> PathBuf {
        self.directory.join("src")
    }

    /// The release as a requirement: `name==1.2.3`.
    pub(crate) fn pin(&self) -> String {
        format!("{}=={}", self.name, self.version)
    }
}

impl Corpus {
    /// The directory of all that is fetched of it.
    pub(crate) fn directory(&self) -> PathBuf {
        workspace::target().join("corpora").join(&self.name)
    }

    /// The file of the release that is read.
    pub(crate) fn release(&self) -> Release {
        Release {
            name: self.name.clone(),
            version: self.version.clone(),
            kind: self.kind,
            directory: self.directory(),
        }
    }

    /// The project as it was released.
    pub(crate) fn source(&self) -> PathBuf {
        self.release().source()
    }

    /// The environment with what the project needs, or an empty one.
    pub(crate) fn environment(&self) -> PathBuf {
        self.directory().join(if self.is_bare { "empty" } else { "venv" })
    }

    /// The exact versions of what the project needs, one requirement a line.
    pub(crate) fn lock(&self) -> PathBuf {
        workspace::root().join("lab/corpora").join(format!("{}.txt", self.name))
    }

    /// The committed findings.
    pub(crate) fn baseline(&self) -> PathBuf {
        workspace::root().join("docs/lab/corpora").join(format!("{}.json", self.name))
    }

    /// The release as a requirement: `name==1.2.3`.
    pub(crate) fn pin(&self) -> String {
        self.release().pin()
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    corpus: Vec<Corpus>,
}

/// The corpora with these names, or all of them if no name is given, in the order of the list.
///
/// # Errors
/// When the list cannot be read or a name is not in it.
pub(crate) fn select(names: &[String]) -> Result<Vec<Corpus>> {
    pick(listed("corpora.toml")?, names)
}

/// The same, with the small projects of `lab/verified.toml` before them.
///
/// # Errors
/// When a list cannot be read or a name is in neither.
pub(crate) fn select_with_small(names: &[String]) -> Result<Vec<Corpus>> {
    let mut all = listed("verified.toml")?;
    all.extend(listed("corpora.toml")?);
    pick(all, names)
}

fn listed(name: &str) -> Result<Vec<Corpus>> {
    let path = workspace::root().join("lab").join(name);
    let manifest: Manifest =
        toml::from_str(&workspace::read(&path)?).with_context(|| format!("in {}", path.display()))?;
    Ok(manifest.corpus)
}

fn pick(corpora: Vec<Corpus>, names: &[String]) -> Result<Vec<Corpus>> {
    if let Some(unknown) = names.iter().find(|name| corpora.iter().all(|corpus| corpus.name != **name)) {
        let known: Vec<_> = corpora.iter().map(|corpus| corpus.name.as_str()).collect();
        bail!("there is no corpus `{unknown}`; there are {}", known.join(", "));
    }
    Ok(corpora.into_iter().filter(|corpus| names.is_empty() || names.contains(&corpus.name)).collect())
}

#[cfg(test)]
mod tests {
    use super::{Kind, pick, select};

    #[test]
    fn the_list_is_read_in_its_order() {
        let all = select(&[]).unwrap();
        assert_eq!(all[0].name, "aiohttp");
        assert_eq!(all[0].kind, Kind::Sdist);
        let two = pick(all, &["redis".into(), "anyio".into()]).unwrap();
        assert_eq!(two.iter().map(|corpus| corpus.name.as_str()).collect::<Vec<_>>(), ["anyio", "redis"]);
    }

    #[test]
    fn an_unknown_name_is_an_error_that_lists_the_known_ones() {
        let error = select(&["nope".into()]).unwrap_err().to_string();
        assert!(error.contains("`nope`") && error.contains("aiohttp"), "{error}");
    }

    #[test]
    fn requirements_name_the_project_with_its_extras_first() {
        let anyio = select(&["anyio".into()]).unwrap().remove(0);
        let text = anyio.all_requirements();
        assert!(text.starts_with("anyio[trio]==4.16.0\nblockbuster\n"), "{text}");
    }
}
