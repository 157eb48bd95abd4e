use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::interpreter::Interpreter;
use crate::witness::Witness;

/// What runs a witness and judges it: another text of it proves nothing of what ran before.
const JUDGE: &str = include_str!("witness.rs");

/// The witnesses that have passed on this machine, as empty files in a directory.
///
/// A witness shows what Python does, and nothing of loopmend has a part in it. The same text on the same interpreter is run once,
/// so that who touches a rule waits for the witnesses that changed. `cargo xtask witness` runs all of them.
#[derive(Clone, Debug)]
pub(crate) struct Proven {
    directory: PathBuf,
}

impl Proven {
    /// Those recorded below a directory, which need not exist.
    pub(crate) fn below(directory: &Path) -> Self {
        Self { directory: directory.join("witnesses") }
    }

    /// Whether this witness has passed on this interpreter. One that needs packages is never known to: they change.
    pub(crate) fn has(&self, witness: &Witness<'_>, interpreter: &Interpreter) -> bool {
        witness.packages().is_empty() && self.record(witness, interpreter).exists()
    }

    /// Records that it has. Where that cannot be written, the witness runs again next time.
    pub(crate) fn add(&self, witness: &Witness<'_>, interpreter: &Interpreter) {
        let _ = fs::create_dir_all(&self.directory)
            .and_then(|()| fs::write(self.record(witness, interpreter), ""));
    }

    fn record(&self, witness: &Witness<'_>, interpreter: &Interpreter) -> PathBuf {
        let mut hasher = DefaultHasher::new();
        (JUDGE, witness.text(), interpreter.program(), interpreter.release()).hash(&mut hasher);
        self.directory.join(format!("{:016x}", hasher.finish()))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Proven;
    use crate::interpreter::Interpreter;
    use crate::page::Page;

    fn page(witness: &str) -> Page {
        Page::parse(Path::new("lm901_a.md"), format!("# a\n```witness\n{witness}\n```\n"))
    }

    #[needs::program("python3")]
    #[test]
    fn only_the_text_that_passed_is_proven() {
        let python = Interpreter::installed();
        let directory = tempfile::tempdir().unwrap();
        let proven = Proven::below(directory.path());
        let (one, other) = (page("pass"), page("pass  "));
        let (one, other) = (one.witnesses().next().unwrap(), other.witnesses().next().unwrap());
        assert!(!proven.has(&one, &python));
        proven.add(&one, &python);
        assert!(proven.has(&one, &python) && !proven.has(&other, &python));
    }

    #[needs::program("python3")]
    #[test]
    fn what_needs_packages_is_never_proven() {
        let python = Interpreter::installed();
        let directory = tempfile::tempdir().unwrap();
        let proven = Proven::below(directory.path());
        let page = Page::parse(Path::new("lm901_a.md"), "# a\n```witness needs=asyncio\npass\n```\n");
        let witness = page.witnesses().next().unwrap();
        proven.add(&witness, &python);
        assert!(!proven.has(&witness, &python));
    }
}
