use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

use libtest_mimic::{Arguments, Completion, Failed, Trial};

use crate::draw::drawn;
use crate::failure::Failures;
use crate::interpreter::Interpreter;
use crate::page::Page;
use crate::page_test::{collect_tests, test_names};
use crate::program::Program;
use crate::proven::Proven;
use crate::run::{check_page, run_one, update_page};
use crate::witness::{Witness, WitnessOutcome};

/// Set to anything but the empty text, it rewrites the `fixed` blocks of the pages.
const UPDATE_VARIABLE: &str = "LOOPMEND_UPDATE_PAGES";

/// How the name of the test of a witness ends.
const WITNESS: &str = "::witness";

/// The interpreter of the witnesses.
const INTERPRETER: &str = "python3";

/// The `main` of a test target without harness. Of every page `*.md` of a directory, it checks the structure as the test
/// `STEM`, each project as `STEM::HEADING`, and the witness as `STEM::witness`. Unless tests are chosen by their names, a third of the witnesses run. Witnesses that passed are recorded below
/// `scratch` and run again only where their text or the interpreter is another one.
///
/// The command line is that of any test target (`cargo test -p loopmend_rules --test pages -- lm101`).
pub fn main(directory: &Path, scratch: &Path, program: impl Program) -> ExitCode {
    let arguments = Arguments::from_args();
    let program: Arc<dyn Program> = Arc::new(program);
    let python = Arc::new(Python::new(Proven::below(scratch)));
    let mut trials = trials(directory, &program, &python);
    if arguments.filter.is_none() {
        let (witnesses, others) = trials.into_iter().partition(|trial| trial.name().ends_with(WITNESS));
        trials = others;
        trials.extend(drawn("witnesses", witnesses));
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// What runs the witnesses.
struct Python {
    proven: Proven,
    interpreter: OnceLock<Result<Option<Interpreter>, String>>,
}

impl Python {
    fn new(proven: Proven) -> Self {
        Self { proven, interpreter: OnceLock::new() }
    }

    /// The interpreter, which is asked once who it is; `None` where there is none.
    fn interpreter(&self) -> Result<Option<&Interpreter>, Failed> {
        let find = || Interpreter::find(INTERPRETER).map_err(|error| error.to_string());
        match self.interpreter.get_or_init(find) {
            Ok(interpreter) => Ok(interpreter.as_ref()),
            Err(message) => Err(Failed::from(message)),
        }
    }

    fn outcome(&self, witness: &Witness<'_>, interpreter: &Interpreter) -> Result<WitnessOutcome, Failures> {
        if self.proven.has(witness, interpreter) {
            return Ok(WitnessOutcome::Passed);
        }
        let outcome = witness.run(interpreter)?;
        if outcome == WitnessOutcome::Passed {
            self.proven.add(witness, interpreter);
        }
        Ok(outcome)
    }
}

fn trials(directory: &Path, program: &Arc<dyn Program>, python: &Arc<Python>) -> Vec<Trial> {
    let shown = directory.display().to_string();
    let paths = match page_paths(directory) {
        Ok(paths) => paths,
        Err(error) => return vec![failing(shown, format!("failed to list the pages: {error}"))],
    };
    if paths.is_empty() {
        return vec![failing(shown, "there is no page `*.md` or `*/page.md` in this directory".to_owned())];
    }
    paths.iter().flat_map(|path| page_trials(path, program, python)).collect()
}

/// A test that fails with this message.
pub(crate) fn failing(name: String, message: String) -> Trial {
    Trial::test(name, || Err(Failed::from(message)))
}

/// The pages of a directory, sorted: its files `*.md`, and the `page.md` of each directory in it.
///
/// # Errors
/// When the directory cannot be listed.
pub fn page_paths(directory: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(directory)?.collect::<io::Result<Vec<_>>>()?;
    let paths = entries.into_iter().map(|entry| entry.path());
    let mut paths: Vec<_> =
        paths.map(|path| if path.is_dir() { path.join("page.md") } else { path }).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md") && path.is_file());
    paths.sort();
    Ok(paths)
}

fn page_trials(path: &Path, program: &Arc<dyn Program>, python: &Arc<Python>) -> Vec<Trial> {
    let page = match Page::read(path) {
        Ok(page) => Arc::new(page),
        Err(error) => {
            let name = path.display().to_string();
            return vec![failing(name, format!("failed to read the page: {error}"))];
        }
    };
    let mut trials = match updates_pages() {
        true => vec![update_trial(path.to_owned(), &page, program)],
        false => test_trials(&page, program),
    };
    if page.blocks.iter().any(|block| block.is_witness()) {
        trials.push(witness_trial(page, Arc::clone(python)));
    }
    trials
}

/// One test for the structure of a page, and one for each of its projects.
fn test_trials(page: &Arc<Page>, program: &Arc<dyn Program>) -> Vec<Trial> {
    let names = test_names(page, &collect_tests(page, &mut Vec::new()));
    let trial = |name: String, run: fn(&Page, &dyn Program, usize) -> Result<(), Failures>, place| {
        let (page, program) = (Arc::clone(page), Arc::clone(program));
        Trial::test(name, move || Ok(run(&page, &*program, place)?))
    };
    let structure = trial(page.stem().to_owned(), |page, program, _| check_page(page, program), 0);
    let named = names.into_iter().enumerate();
    let tests = named.map(|(place, name)| trial(format!("{}::{name}", page.stem()), run_one, place));
    std::iter::once(structure).chain(tests).collect()
}

fn update_trial(path: PathBuf, page: &Arc<Page>, program: &Arc<dyn Program>) -> Trial {
    let (name, page, program) = (page.stem().to_owned(), Arc::clone(page), Arc::clone(program));
    Trial::test(name, move || {
        let (text, result) = update_page(&page, &*program);
        if text != page.text {
            page.write(&path, &text)?;
        }
        Ok(result?)
    })
}

fn witness_trial(page: Arc<Page>, python: Arc<Python>) -> Trial {
    Trial::ignorable_test(format!("{}{WITNESS}", page.stem()), move || {
        let Some(interpreter) = python.interpreter()? else {
            return Ok(Completion::ignored_with(format!("there is no `{INTERPRETER}`")));
        };
        let mut completion = Completion::Completed;
        for witness in page.witnesses() {
            if let WitnessOutcome::Skipped(reason) = python.outcome(&witness, interpreter)? {
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

    use super::{Python, trials};
    use crate::program::Program;
    use crate::proven::Proven;
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
        let python = Arc::new(Python::new(Proven::below(directory)));
        trials(directory, &program, &python).iter().map(|trial: &Trial| trial.name().to_owned()).collect()
    }

    #[test]
    fn each_page_each_project_and_each_witness_is_a_test() {
        let directory = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(directory.path().join(name), text).unwrap();
        write("lm902_b.md", "# b (LM902)\n```witness\n```\n");
        write("lm901_a.md", "# a (LM901)\n## b\n```python\n```\n```python\n```\n## c\n```python\n```\n");
        write("lm901_a.rs", "");
        fs::create_dir(directory.path().join("lm903_c")).unwrap();
        write("lm903_c/page.md", "# c (LM903)\n");
        write("lm903_c/tests.md", "## Tests\n### d\n```python\n```\n");
        assert_eq!(
            names(directory.path()),
            [
                "lm901_a",
                "lm901_a::b",
                "lm901_a::b 2",
                "lm901_a::c",
                "lm902_b",
                "lm902_b::witness",
                "lm903_c",
                "lm903_c::d"
            ]
        );
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
