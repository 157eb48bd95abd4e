//! All that a binary reports of some trees, as files: what a change of loopmend must leave as it is.

mod warm;

use std::fs;

use clap::{Args, Subcommand};
use similar::TextDiff;

use crate::harness::*;

/// What is asked of each tree: the name of the file, and the command line.
const QUESTIONS: [(&str, &[&str]); 8] = [
    ("check.json", &["check", "--no-cache", "--select", "ALL", "--strict", "--output-format", "json"]),
    ("fix.diff", &["fix", "--no-cache", "--select", "ALL", "--diff"]),
    ("fix-unsafe.diff", &["fix", "--no-cache", "--select", "ALL", "--unsafe", "--diff"]),
    ("inventory.json", &["inventory", "--output-format", "json"]),
    ("shared-state.json", &["inventory", "--shared-state", "--output-format", "json"]),
    ("loops.json", &["loops", "--output-format", "json"]),
    ("categories.json", &["categories", "--output-format", "json"]),
    ("doctor.json", &["doctor", "--output-format", "json"]),
];

/// The arguments of `cargo lab golden`.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    part: Part,
    /// The interpreter or environment of the projects
    #[arg(long, value_name = "PATH", global = true)]
    python: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Part {
    /// Write all that a binary reports of trees to a directory
    Freeze(Frozen),
    /// List each difference between what a binary reports and what was written
    Compare(Frozen),
    /// Edit a copy of a tree at random, and compare `check` with its cache and without after each edit
    Warm(warm::Arguments),
}

#[derive(Args)]
struct Frozen {
    /// The binary
    binary: PathBuf,
    /// The directory of the reports, which has a directory for each tree
    directory: PathBuf,
    /// The trees, such as clones of repositories
    #[arg(required = true)]
    trees: Vec<PathBuf>,
}

/// Runs `cargo lab golden`. Fails if the binary cannot be started, or files cannot be read or written.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let python = arguments.python.as_deref();
    match &arguments.part {
        Part::Freeze(frozen) => frozen.freeze(python),
        Part::Compare(frozen) => frozen.compare(python),
        Part::Warm(warm) => warm::run(warm, python),
    }
}

impl Frozen {
    fn freeze(&self, python: Option<&Path>) -> Result<Outcome> {
        self.each_report(python, workspace::write)?;
        Ok(Outcome::Passed)
    }

    fn compare(&self, python: Option<&Path>) -> Result<Outcome> {
        let mut differences = 0;
        self.each_report(python, |path, report| {
            let expected = workspace::read(path)?;
            differences += usize::from(print_difference(&path.display().to_string(), &expected, report));
            Ok(())
        })?;
        println!("{} trees, {differences} reports differ", self.trees.len());
        Ok(Outcome::passed_if(differences == 0))
    }

    /// Calls `use_report` with each report, and with the path of its file.
    fn each_report(
        &self,
        python: Option<&Path>,
        mut use_report: impl FnMut(&Path, &str) -> Result<()>,
    ) -> Result<()> {
        let subject = Subject::new(&self.binary, python)?;
        for tree in &self.trees {
            let tree = fs::canonicalize(tree).with_context(|| format!("no tree {}", tree.display()))?;
            let name = tree.file_name().context("a tree has a name")?;
            for (file, question) in QUESTIONS {
                use_report(&self.directory.join(name).join(file), &subject.report(&tree, question)?)?;
            }
        }
        Ok(())
    }
}

/// A binary whose reports are compared.
pub(crate) struct Subject<'a> {
    /// The binary.
    pub(crate) loopmend: Loopmend,
    python: Option<&'a Path>,
    cache: PathBuf,
}

impl<'a> Subject<'a> {
    /// The binary at a path, with an empty cache.
    fn new(binary: &Path, python: Option<&'a Path>) -> Result<Self> {
        Self::of(Loopmend::at_or_built(Some(binary), Loopmend::build)?, python)
    }

    /// A binary with an empty cache. Fails if the last cache stays.
    pub(crate) fn of(loopmend: Loopmend, python: Option<&'a Path>) -> Result<Self> {
        let cache = target("golden-cache");
        workspace::remove_directory(&cache)?;
        Ok(Self { loopmend, python, cache })
    }

    /// The binary in a tree, with its cache.
    pub(crate) fn command(&self, tree: &Path) -> Command {
        let mut command = self.loopmend.command(tree);
        command.env("LOOPMEND_CACHE_DIR", &self.cache);
        command
    }

    /// All that the binary writes, and its exit code.
    fn report(&self, tree: &Path, question: &[&str]) -> Result<String> {
        let mut command = self.command(tree);
        command.args(question);
        if let Some(python) = self.python {
            command.arg("--python").arg(python);
        }
        let output =
            command.output().with_context(|| format!("cannot start {}", workspace::shown(&command)))?;
        let status = output.status;
        ensure!(status.code().is_some(), "`{}` ended with {status}", workspace::shown(&command));
        let [stdout, stderr] =
            [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
        Ok(format!("{stdout}\nstandard error:\n{stderr}\n{status}\n"))
    }
}

/// Prints how two reports differ; whether they do.
pub(crate) fn print_difference(title: &str, before: &str, after: &str) -> bool {
    if before != after {
        let difference = TextDiff::from_lines(before, after);
        println!("{}", difference.unified_diff().header(title, "now"));
    }
    before != after
}
