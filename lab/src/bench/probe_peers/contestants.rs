//! The ways to run a suite that are compared, each as its documentation says.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::Result;

use crate::corpus;
use crate::loopmend::Loopmend;
use crate::tools::Tools;
use crate::workspace;

/// Where the plugins are that record what is told, and put the peers to work.
const PLUGINS: &str = "lab/bench";

/// What is installed beside each other.
const PACKAGES: &str = "\
blockbuster==1.5.29
exceptiongroup==1.3.0
forbiddenfruit==0.1.4
iniconfig==2.1.0
packaging==25.0
pluggy==1.6.0
pygments==2.19.2
pyleak==0.2.0
pytest==9.2.0
pytest-asyncio==1.5.0
sniffio==1.3.1
typing-extensions==4.15.0
";

/// The interpreter that they run on.
const PYTHON: &str = "3.11";

/// A way to run a suite.
#[derive(Clone, Copy, Debug)]
pub(super) struct Contestant {
    /// As it stands in the table.
    pub(super) name: &'static str,
    /// What it is for.
    pub(super) purpose: &'static str,
    /// What pytest is given.
    arguments: &'static [&'static str],
    /// What the environment has.
    variables: &'static [(&'static str, &'static str)],
    /// Whether it is `loopmend test`.
    pub(super) is_loopmend: bool,
}

/// Without any of the others; costs are told in relation to it.
pub(super) const PLAIN: Contestant = Contestant {
    name: "pytest",
    purpose: "shows warnings in the test that runs when they are issued",
    arguments: &["-p", "no:pyleak"],
    variables: &[],
    is_loopmend: false,
};

/// All of them.
pub(super) const CONTESTANTS: [Contestant; 6] = [
    PLAIN,
    Contestant {
        name: "pytest, `-W error -W error::pytest.PytestUnraisableExceptionWarning`",
        purpose: "the same, as failures",
        arguments: &[
            "-p",
            "no:pyleak",
            "-W",
            "error",
            "-W",
            "error::pytest.PytestUnraisableExceptionWarning",
        ],
        variables: &[],
        is_loopmend: false,
    },
    Contestant {
        name: "pytest, `PYTHONASYNCIODEBUG=1`",
        purpose: "adds where coroutines and tasks were made; slow callbacks",
        variables: &[("PYTHONASYNCIODEBUG", "1")],
        ..PLAIN
    },
    Contestant {
        name: "pyleak 0.2.0",
        purpose: "tasks and threads that outlive a test, and what blocks its loop",
        arguments: &["-p", "_pyleak_everywhere"],
        ..PLAIN
    },
    Contestant {
        name: "blockbuster 1.5.29",
        purpose: "blocking calls on an event loop; none of these reproductions has one",
        arguments: &["-p", "no:pyleak", "-p", "_blockbuster_everywhere"],
        ..PLAIN
    },
    Contestant {
        name: "`loopmend test`",
        purpose: "what is left behind or lost, with its test and line",
        is_loopmend: true,
        ..PLAIN
    },
];

/// What the contestants need.
#[derive(Debug)]
pub(super) struct Field {
    environment: PathBuf,
    loopmend: Loopmend,
}

impl Field {
    /// Builds loopmend, and makes the environment where it is not there.
    ///
    /// # Errors
    /// When one of the two fails.
    pub(super) fn ready() -> Result<Self> {
        let directory = directory();
        corpus::fetch_locked("probe-peers", &directory, PYTHON, PACKAGES, &Tools::ready()?)?;
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
            .args(contestant.arguments)
            .args(further)
            .env("PYTHONPATH", workspace::root().join(PLUGINS))
            .envs(contestant.variables.iter().copied())
            .stdin(Stdio::null());
        command
    }
}

/// Where all of it is.
pub(super) fn directory() -> PathBuf {
    workspace::target().join("probe-peers")
}
