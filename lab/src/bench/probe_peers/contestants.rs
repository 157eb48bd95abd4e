//! The ways to run a suite that are compared, each as its documentation says.

use crate::harness::*;

/// Where the plugins are that record what is told, and put the peers to work.
const PLUGINS: &str = "lab/bench";

/// What is compared, `lab/probe-peers.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    /// The interpreter that they run on.
    python: String,
    /// What is installed beside each other.
    packages: Vec<String>,
    /// The ways to run a suite. The first one is without any of the others; costs are told in relation to it.
    pub(super) contestant: Vec<Contestant>,
    /// By rule, the words that speak of what it is about: its name, and those of Python and the peers.
    pub(super) symptoms: BTreeMap<String, Vec<String>>,
}

impl Manifest {
    /// Reads the list. Fails if it is not of its form.
    pub(super) fn read() -> Result<Self> {
        manifest("probe-peers.toml")
    }
}

/// A way to run a suite.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Contestant {
    /// As it stands in the table.
    pub(super) name: String,
    /// What it is for.
    pub(super) purpose: String,
    /// What pytest takes.
    arguments: Vec<String>,
    /// What the environment has.
    #[serde(default)]
    variables: BTreeMap<String, String>,
    /// Whether it is `loopmend test`.
    #[serde(default)]
    pub(super) is_loopmend: bool,
}

/// What the contestants need.
#[derive(Debug)]
pub(super) struct Field {
    environment: PathBuf,
    loopmend: Loopmend,
}

impl Field {
    /// Builds loopmend, and makes the environment where it is not there. Fails if one of the two fails.
    pub(super) fn ready(manifest: &Manifest) -> Result<Self> {
        let directory = directory();
        let packages = manifest.packages.join("\n") + "\n";
        fetch_locked("probe-peers", &directory, &manifest.python, &packages, &Tools::ready()?)?;
        Ok(Self { environment: directory.join("venv"), loopmend: Loopmend::build_for_measuring()? })
    }

    /// One contestant in the directory of a suite. `options` are of `loopmend test`, `further` arguments of pytest.
    pub(super) fn command(
        &self,
        contestant: &Contestant,
        suite: &Path,
        options: &[&str],
        further: &[&str],
    ) -> Command {
        let mut command = if contestant.is_loopmend {
            let mut command = self.loopmend.command(suite);
            command.arg("test").args(options).arg("--python").arg(&self.environment).arg("--");
            command
        } else {
            let mut command = Command::new(self.environment.join("bin/python"));
            command.args(["-m", "pytest"]).current_dir(suite);
            command
        };
        command
            .args(["-q", "-p", "no:cacheprovider", "--rootdir", ".", "--continue-on-collection-errors"])
            .args(&contestant.arguments)
            .args(further)
            .env("PYTHONPATH", root(PLUGINS))
            .envs(&contestant.variables)
            .stdin(Stdio::null());
        command
    }
}

/// Where all of it is.
pub(super) fn directory() -> PathBuf {
    target("probe-peers")
}
