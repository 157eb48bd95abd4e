//! The suites that are run with and without the probe, and the two ways to run them.

use crate::harness::*;

/// The suite of a corpus in a copy of its release, with an environment of its own.
#[derive(Debug)]
pub(super) struct Suite {
    /// The name of the corpus.
    pub(super) name: String,
    /// The release, `name==1.2.3`.
    pub(super) release: String,
    /// The copy.
    pub(super) source: PathBuf,
    /// How it is run.
    pub(super) probed: Probed,
    directory: PathBuf,
    python_path: Option<PathBuf>,
}

/// Whether the probe watches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// `python -m pytest`.
    Plain,
    /// `loopmend test`.
    Watched,
}

/// Where what runs give is kept.
const RUNS: &str = "runs";

fn build(probed: &Probed, directory: &Path) -> Result<()> {
    if probed.build.is_empty() {
        return Ok(());
    }
    let mut python = Command::new(directory.join("venv/bin/python"));
    python.args(&probed.build).current_dir(directory.join("src"));
    workspace::run_captured(&mut python, &[0]).map(drop)
}

impl Way {
    /// As it is said.
    pub(super) fn words(self) -> &'static str {
        match self {
            Way::Plain => "without the probe",
            Way::Watched => "with the probe",
        }
    }
}

impl Suite {
    /// Makes the copy and the environment, where they are not there, and builds in the copy what the suite needs.
    /// Fails if the corpus cannot be fetched, or the environment cannot be made.
    pub(super) fn ready(corpus: &Corpus, probed: &Probed, tools: &Tools) -> Result<Self> {
        fetch_all(std::slice::from_ref(corpus))?;
        let directory = target("probed").join(&corpus.name);
        let lock = workspace::read(&corpus.lock())? + &probed.requirements.join("\n");
        fetch_locked(&corpus.name, &directory, &corpus.python, &lock, tools)?;
        let source = directory.join("src");
        let wanted = format!("{} {}", corpus.pin(), probed.build.join(" "));
        workspace::once(&directory.join("src.txt"), &wanted, || {
            copy_afresh(&corpus.source(), &source)?;
            build(probed, &directory)
        })?;
        // What runs gave that were told something else goes.
        let runs = directory.join(RUNS);
        workspace::once(&runs.join("probed.txt"), &format!("{probed:?}"), || {
            workspace::remove_directory(&runs)
        })?;
        let below = corpus.suite.as_ref().and_then(|suite| suite.python_path.as_deref());
        Ok(Self {
            name: corpus.name.clone(),
            release: corpus.pin(),
            python_path: below.map(|path| source.join(path)),
            source,
            probed: probed.clone(),
            directory,
        })
    }

    /// A file that runs of the suite write, below `target`.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.directory.join(RUNS).join(name)
    }

    /// A run of the suite. pytest is given `further` arguments, and `loopmend test` the `options`; modules are looked for in
    /// `directories` too. Fails if a directory cannot stand in `PYTHONPATH`.
    pub(super) fn command(
        &self,
        way: Way,
        loopmend: &Loopmend,
        options: &[&str],
        further: &[&str],
        directories: &[PathBuf],
    ) -> Result<Command> {
        let environment = self.directory.join("venv");
        let mut command = match way {
            Way::Plain => Command::new(environment.join("bin/python")),
            Way::Watched => loopmend.command(&self.source),
        };
        match way {
            Way::Plain => command.args(["-m", "pytest"]),
            Way::Watched => command.arg("test").args(options).arg("--python").arg(&environment).arg("--"),
        };
        let path = std::env::join_paths(self.python_path.iter().chain(directories))
            .context("a directory has a name that cannot stand in PYTHONPATH")?;
        command
            .args(["-p", "no:cacheprovider"])
            .args(&self.probed.arguments)
            .args(further)
            .env("PYTHONPATH", path)
            .current_dir(&self.source)
            .stdin(Stdio::null());
        Ok(command)
    }
}
