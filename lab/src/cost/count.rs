//! Counts instructions with cachegrind, which counts as callgrind does in half the time.

use crate::harness::*;

/// Variables that name an environment of the person who measures.
const ENVIRONMENTS: [&str; 3] = ["VIRTUAL_ENV", "CONDA_PREFIX", "PYTHONPATH"];

/// How cachegrind names the sum at its end.
const SUM: &str = "I   refs:";

/// The compiler of this machine, as a record names it: version, commit and machine. Fails if it cannot be asked.
pub(super) fn compiler() -> Result<String> {
    let said = workspace::run_captured(Command::new("rustc").arg("-vV"), &[0])?;
    let said = String::from_utf8(said).context("rustc writes something else than text")?;
    let part = |name: &str| said.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
    Ok(format!("rustc {} ({}, {})", part("release: "), part("commit-hash: "), part("host: ")))
}

/// valgrind, which has cachegrind.
pub(super) struct Valgrind(());

impl Valgrind {
    /// Fails with what to install if it cannot be started.
    pub(super) fn find() -> Result<Self> {
        let mut command = Command::new("valgrind");
        workspace::run_captured(command.arg("--version"), &[0])
            .context("valgrind is missing: install it, for example with `apt install valgrind`")?;
        Ok(Self(()))
    }

    /// The instructions of one check of a tree with the rules that are selected, in one thread, without a cache or an environment.
    /// Fails if loopmend fails or cachegrind writes no sum.
    pub(super) fn instructions(&self, loopmend: &Loopmend, tree: &Path, select: &str) -> Result<u64> {
        let mut command = Command::new("valgrind");
        command.args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]);
        command.arg(loopmend.binary()).args(["check", "--jobs", "1", "--no-cache", "--strict", "--quiet"]);
        command.args(["--exit-zero", "--select", select, "."]).current_dir(tree);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        for name in ENVIRONMENTS {
            command.env_remove(name);
        }
        let output = command.output().context("cannot start valgrind")?;
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(
            output.status.success(),
            "`{}` ended with {}: {said}",
            workspace::shown(&command),
            output.status
        );
        sum(&said).with_context(|| format!("cachegrind wrote no sum: {said}"))
    }
}

/// The number of instructions in what cachegrind writes.
fn sum(said: &str) -> Option<u64> {
    let line = said.lines().find_map(|line| line.split_once(SUM))?.1;
    line.trim().replace(',', "").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::sum;

    #[test]
    fn the_sum_is_read() {
        assert_eq!(sum("==7== \n==7== I   refs:      1,234,567\n"), Some(1_234_567));
        assert_eq!(sum("==7== nothing\n"), None);
    }
}
