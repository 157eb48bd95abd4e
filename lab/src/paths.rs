//! Names some files of a tree and compares what is found in them with what is found in the whole tree.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use serde_json::Value;

use crate::loopmend::Loopmend;
use crate::{Outcome, workspace};

/// The most files that are named at once.
const MOST_NAMED: usize = 4;

#[derive(Args)]
pub(crate) struct Arguments {
    /// The tree, such as a clone of a repository
    #[arg(long, value_name = "PATH")]
    tree: PathBuf,
    /// The interpreter or environment of the project
    #[arg(long, value_name = "PATH")]
    python: Option<PathBuf>,
    /// How many subsets of the files are drawn
    #[arg(long, default_value_t = 40)]
    draws: usize,
    /// What the draw starts from
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The binary, instead of one that is built
    #[arg(long, value_name = "PATH")]
    binary: Option<PathBuf>,
}

/// Compares, and prints each difference.
///
/// # Errors
/// When a check fails.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let loopmend = match &arguments.binary {
        Some(binary) => Loopmend::at(binary),
        None => Loopmend::build()?,
    };
    let tree = fs::canonicalize(&arguments.tree).context("the tree is not there")?;
    let cache = workspace::target().join("paths-cache");
    if cache.is_dir() {
        fs::remove_dir_all(&cache).context("the cache of the last comparison stays")?;
    }
    let run = Run { arguments, loopmend, tree, cache };
    let differences = run.compare()?;
    Ok(if differences == 0 { Outcome::Passed } else { Outcome::Failed })
}

struct Run<'a> {
    arguments: &'a Arguments,
    loopmend: Loopmend,
    tree: PathBuf,
    cache: PathBuf,
}

impl Run<'_> {
    fn compare(&self) -> Result<usize> {
        let files = self.loopmend.files(&self.tree)?;
        if files.is_empty() {
            bail!("the tree has no Python file");
        }
        let whole = self.check(&[Path::new(".")], &["--no-cache"])?;
        let told: Vec<&Path> =
            files.iter().map(PathBuf::as_path).filter(|file| !only(&whole, &[*file]).is_empty()).collect();
        let mut random = fastrand::Rng::with_seed(self.arguments.seed);
        let mut differences = 0;
        for draw in 0..self.arguments.draws {
            // Most files have no finding: half of the draws take such that have.
            let has_told = draw % 2 == 0 && !told.is_empty();
            let mut any = || match has_told {
                true => told[random.usize(..told.len())],
                false => files[random.usize(..files.len())].as_path(),
            };
            let count = 1 + draw % MOST_NAMED;
            let named: Vec<&Path> = (0..count).map(|_| any()).collect();
            let jobs = ["1", "2", "8"][random.usize(..3)];
            let cached: &[&str] = if random.bool() { &["--no-cache"] } else { &[] };
            let found = self.check(&named, &[["--jobs", jobs].as_slice(), cached].concat())?;
            let expected = only(&whole, &named);
            if found != expected {
                differences += 1;
                println!("draw {draw}: {named:?}, {jobs} threads, {cached:?}");
                print_missing("vanished", &expected, &found);
                print_missing("appeared", &found, &expected);
            }
        }
        let warm = self.check(&[Path::new(".")], &[])?;
        if warm != whole {
            differences += 1;
            println!("the whole tree, after runs on parts of it");
            print_missing("vanished", &whole, &warm);
            print_missing("appeared", &warm, &whole);
        }
        println!(
            "{} files, {} findings, {} draws, {differences} differences",
            files.len(),
            whole.len(),
            self.arguments.draws
        );
        Ok(differences)
    }

    fn check(&self, paths: &[&Path], options: &[&str]) -> Result<Vec<Value>> {
        let mut command = self.loopmend.command(&self.tree);
        command.args(["check", "--quiet", "--output-format", "json"]).args(options).args(paths);
        if let Some(python) = &self.arguments.python {
            command.arg("--python").arg(python);
        }
        command.env("LOOPMEND_CACHE_DIR", &self.cache);
        let output = workspace::run_captured(&mut command, &[0, 1])?;
        serde_json::from_slice(&output).context("`check` wrote an unknown form")
    }
}

/// The findings of some files, in their order.
fn only(findings: &[Value], paths: &[&Path]) -> Vec<Value> {
    let is_of_them = |finding: &&Value| paths.iter().any(|path| finding["path"].as_str() == path.to_str());
    findings.iter().filter(is_of_them).cloned().collect()
}

fn print_missing(what: &str, before: &[Value], after: &[Value]) {
    for finding in before.iter().filter(|finding| !after.contains(finding)) {
        println!(
            "  {what}: {}:{}: {} {}",
            finding["path"], finding["line"], finding["code"], finding["message"]
        );
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use serde_json::json;

    use super::only;

    #[test]
    fn findings_of_other_files_are_left_out() {
        let findings = ["a.py", "b/a.py", "a.py"].map(|path| json!({ "path": path }));
        assert_eq!(only(&findings, &[Path::new("a.py")]).len(), 2);
        assert_eq!(only(&findings, &[Path::new("b/a.py"), Path::new("c.py")]).len(), 1);
    }
}
