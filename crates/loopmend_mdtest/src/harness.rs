use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use libtest_mimic::{Arguments, Completion, Failed, Trial};

use crate::interpreter::Interpreter;
use crate::page::Page;
use crate::program::Program;
use crate::run::{run_page, update_page};
use crate::witness::WitnessOutcome;

/// Set to anything but the empty text, it rewrites the `fixed` blocks of the pages.
const UPDATE_VARIABLE: &str = "LOOPMEND_UPDATE_PAGES";

/// The interpreter of the witnesses.
const INTERPRETER: &str = "python3";

/// The `main` of a test target without harness: runs every page `*.md` of a directory as one test, named
/// after its stem, and the witness of a page as a further test `STEM::witness`.
///
/// The command line is that of any test target (`cargo test -p loopmend_rules --test pages -- lm101`).
pub fn main(directory: &Path, program: impl Program) -> ExitCode {
    let arguments = Arguments::from_args();
    let program: Arc<dyn Program> = Arc::new(program);
    libtest_mimic::run(&arguments, trials(directory, &program)).exit_code()
}

fn trials(directory: &Path, program: &Arc<dyn Program>) -> Vec<Trial> {
    let shown = directory.display().to_string();
    let paths = match page_paths(directory) {
        Ok(paths) => paths,
        Err(error) => return vec![failing(shown, format!("failed to list the pages: {error}"))],
    };
    if paths.is_empty() {
        return vec![failing(shown, "there is no page `*.md` in this directory".to_owned())];
    }
    paths.iter().flat_map(|path| page_trials(path, program)).collect()
}

/// A test that fails with this message.
pub(crate) fn failing(name: String, message: String) -> Trial {
    Trial::test(name, || Err(Failed::from(message)))
}

/// The pages `*.md` of a directory, sorted.
///
/// # Errors
/// When the directory cannot be listed.
pub fn page_paths(directory: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(directory)?.collect::<io::Result<Vec<_>>>()?;
    let mut paths: Vec<_> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.sort();
    Ok(paths)
}

fn page_trials(path: &Path, program: &Arc<dyn Program>) -> Vec<Trial> {
    let page = match Page::read(path) {
        Ok(page) => Arc::new(page),
        Err(error) => {
            let name = path.display().to_string();
            return vec![failing(name, format!("failed to read the page: {error}"))];
        }
    };
    let mut trials = vec![page_trial(path.to_owned(), &page, program)];
    if page.blocks.iter().any(|block| block.is_witness()) {
        trials.push(witness_trial(page));
    }
    trials
}

fn page_trial(path: PathBuf, page: &Arc<Page>, program: &Arc<dyn Program>) -> Trial {
    let (name, page, program) = (page.stem().to_owned(), Arc::clone(page), Arc::clone(program));
    Trial::test(name, move || {
        if !updates_pages() {
            return Ok(run_page(&page, &*program)?);
        }
        let (text, result) = update_page(&page, &*program);
        if text != page.text {
            fs::write(&path, text)?;
        }
        Ok(result?)
    })
}

fn witness_trial(page: Arc<Page>) -> Trial {
    Trial::ignorable_test(format!("{}::witness", page.stem()), move || {
        let Some(interpreter) = Interpreter::find(INTERPRETER)? else {
            return Ok(Completion::ignored_with(format!("there is no `{INTERPRETER}`")));
        };
        let mut completion = Completion::Completed;
        for witness in page.witnesses() {
            if let WitnessOutcome::Skipped(reason) = witness.run(&interpreter)? {
                completion = Completion::ignored_with(reason.to_string());
            }
        }
        Ok(completion)
    })
}

fn updates_pages() -> bool {
    std::env::var_os(UPDATE_VARIABLE).is_some_and(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::sync::Arc;

    use libtest_mimic::Trial;
    use loopmend_core::Diagnostic;
    use loopmend_project::{KnownRule, Project};

    use super::trials;
    use crate::program::Program;
    use crate::reveal::{Line, Revealed};

    /// Finds nothing.
    struct Silent;

    impl Program for Silent {
        fn rules(&self) -> Vec<KnownRule> {
            Vec::new()
        }

        fn check(&self, _project: &Project) -> Vec<Diagnostic> {
            Vec::new()
        }

        fn reveal(&self, _project: &Project, lines: &[Line]) -> Vec<Option<Revealed>> {
            vec![None; lines.len()]
        }
    }

    fn names(directory: &Path) -> Vec<String> {
        let program: Arc<dyn Program> = Arc::new(Silent);
        trials(directory, &program).iter().map(|trial: &Trial| trial.name().to_owned()).collect()
    }

    #[test]
    fn each_page_is_a_test_and_its_witness_another() {
        let directory = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(directory.path().join(name), text).unwrap();
        write("lm902_b.md", "# b (LM902)\n```witness\n```\n");
        write("lm901_a.md", "# a (LM901)\n");
        write("lm901_a.rs", "");
        assert_eq!(names(directory.path()), ["lm901_a", "lm902_b", "lm902_b::witness"]);
    }

    #[test]
    fn a_directory_without_pages_is_a_test_that_fails() {
        let directory = tempfile::tempdir().unwrap();
        let empty = directory.path();
        assert_eq!(names(empty), [empty.display().to_string()]);
        let missing = empty.join("missing");
        assert_eq!(names(&missing), [missing.display().to_string()]);
    }
}
