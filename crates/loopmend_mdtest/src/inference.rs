//! Inference pages: what the engine must say of expressions.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use libtest_mimic::{Arguments, Failed, Trial};
use loopmend_project::{DiscoverOptions, Project};

use crate::failure::{Failure, Failures};
use crate::harness::{failing, page_paths};
use crate::page::{BlockKind, Page};
use crate::page_test::{PageTest, collect_tests, test_names};
use crate::reveal::{Line, RevealAssertion, RevealLines, Revealed, reveals_of};
use crate::temporary_project::{ENVIRONMENT, TemporaryProject};

/// Files under this directory are those of an installed package.
const INSTALLED: &str = "site-packages/";

/// The `main` of a test target without harness: runs every test of every inference page `*.md` of a
/// directory, under the name `STEM::HEADING`. The command line is that of any test target
/// (`cargo test -p loopmend_semantic --test inference -- 03`).
pub fn inference_main(
    directory: &Path,
    reveal: impl Fn(&Project, &[Line]) -> Vec<Option<Revealed>> + Send + Sync + 'static,
) -> ExitCode {
    let arguments = Arguments::from_args();
    let trials = trials(directory, &Arc::new(reveal));
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn trials<R>(directory: &Path, reveal: &Arc<R>) -> Vec<Trial>
where
    R: Fn(&Project, &[Line]) -> Vec<Option<Revealed>> + Send + Sync + 'static,
{
    match page_paths(directory) {
        Ok(paths) if !paths.is_empty() => {
            paths.into_iter().flat_map(|path| page_trials(&path, reveal)).collect()
        }
        Ok(_) => vec![failing(directory.display().to_string(), "there is no page `*.md` here".to_owned())],
        Err(error) => {
            vec![failing(directory.display().to_string(), format!("failed to list the pages: {error}"))]
        }
    }
}

fn page_trials<R>(path: &Path, reveal: &Arc<R>) -> Vec<Trial>
where
    R: Fn(&Project, &[Line]) -> Vec<Option<Revealed>> + Send + Sync + 'static,
{
    let page = match Page::read(path) {
        Ok(page) => page,
        Err(error) => {
            return vec![failing(path.display().to_string(), format!("failed to read the page: {error}"))];
        }
    };
    let (tests, failures) = read_tests(&page);
    let mut trials = Vec::new();
    if let Err(failures) = Failures::check(&page.path, failures) {
        trials.push(failing(page.stem().to_owned(), failures.to_string()));
    }
    for test in tests {
        let (path, reveal) = (page.path.clone(), Arc::clone(reveal));
        let name = format!("{}::{}", page.stem(), test.name);
        trials.push(Trial::test(name, move || {
            Failures::check(&path, test.run(&*reveal)).map_err(Failed::from)
        }));
    }
    trials
}

/// One test of an inference page.
#[derive(Debug)]
struct InferenceTest {
    /// The heading, with a number where it has several tests.
    name: String,
    /// The page line of its first block.
    line: usize,
    /// Paths in the temporary project, and texts.
    files: Vec<(String, String)>,
    assertions: Vec<RevealAssertion>,
}

/// The tests of a page, and what is no grammar of such a page.
fn read_tests(page: &Page) -> (Vec<InferenceTest>, Vec<Failure>) {
    let mut failures = page.failures.clone();
    for block in &page.blocks {
        if matches!(block.kind, BlockKind::Fixed | BlockKind::Witness(_)) {
            failures
                .push(Failure::new(block.line, "an inference page has no `fixed` and no `witness` block"));
        }
    }
    let tests = collect_tests(page, &mut failures);
    let named = test_names(page, &tests).into_iter().zip(&tests);
    let tests = named.map(|(name, test)| InferenceTest::read(name, test, &mut failures)).collect();
    (tests, failures)
}

impl InferenceTest {
    fn read(name: String, test: &PageTest, failures: &mut Vec<Failure>) -> Self {
        let mut assertions = Vec::new();
        for file in &test.files {
            if let Some(foreign) = file.source.assertions.first() {
                let message = "an inference page asserts by `# reveal:` alone";
                failures.push(Failure::new(foreign.page_line, message));
            }
            assertions.extend(reveals_of(file, &place_in_project(&file.path), failures));
        }
        if assertions.is_empty() {
            failures.push(Failure::new(test.line, "the test has no `# reveal:`"));
        }
        let files = test.files.iter().map(|file| (place_in_project(&file.path), file.source.text.clone()));
        Self { name, line: test.line, files: files.collect(), assertions }
    }

    fn run(&self, reveal: &RevealLines<'_>) -> Vec<Failure> {
        match self.revealed(reveal) {
            Ok(came) => {
                let pairs = self.assertions.iter().zip(came);
                let differences = pairs.filter_map(|(assertion, came)| assertion.difference(came));
                let named = |failure: Failure| Failure {
                    message: format!("{}\n{}", self.name, failure.message),
                    ..failure
                };
                differences.map(named).collect()
            }
            Err(message) => vec![Failure::new(self.line, message)],
        }
    }

    fn revealed(&self, reveal: &RevealLines<'_>) -> Result<Vec<Option<Revealed>>, String> {
        let paths = self.files.iter().map(|(path, _)| &**path);
        let directory = TemporaryProject::create(paths).map_err(|error| not_written(&error))?;
        for (path, text) in &self.files {
            directory.write(path, text).map_err(|error| not_written(&error))?;
        }
        let options = DiscoverOptions {
            cwd: PathBuf::from(directory.root()),
            isolated: !self.files.iter().any(|(path, _)| path.ends_with(".toml")),
            python: Some(directory.root().join(ENVIRONMENT)),
            ..DiscoverOptions::default()
        };
        let project = Project::discover(&options).map_err(|error| error.message)?;
        let lines: Vec<Line> = self.assertions.iter().map(|assertion| assertion.at.clone()).collect();
        Ok(reveal(&project, &lines))
    }
}

fn not_written(error: &std::io::Error) -> String {
    format!("failed to write the project: {error}")
}

/// `site-packages/…` is a file of the test's environment.
fn place_in_project(path: &str) -> String {
    match path.strip_prefix(INSTALLED) {
        Some(installed) => format!("{}/{installed}", TemporaryProject::SITE_PACKAGES),
        None => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use expect_test::{Expect, expect};
    use loopmend_core::Confidence;
    use loopmend_project::Project;

    use super::read_tests;
    use crate::failure::Failures;
    use crate::page::Page;
    use crate::reveal::{Line, Revealed};

    /// Says of each line what its comment `# is …` says, `(likely)` if there is no other word; nothing of a line
    /// without one.
    fn echo(project: &Project, lines: &[Line]) -> Vec<Option<Revealed>> {
        let answer = |line: &Line| {
            let text =
                project.read(&project.absolute(Path::new(&line.path))).expect("the file is there").text;
            let said = text.lines().nth(line.number as usize - 1)?.split_once("# is ")?.1;
            let ty = said.split(" #").next()?.to_owned();
            Some(Revealed { ty, confidence: Some(Confidence::Likely) })
        };
        lines.iter().map(answer).collect()
    }

    fn check(text: &str, expected: &Expect) {
        let page = Page::parse(Path::new("01-fake.md"), text);
        let (tests, mut failures) = read_tests(&page);
        for test in &tests {
            failures.extend(test.run(&echo));
        }
        let shown = match Failures::check(&page.path, failures) {
            Ok(()) => tests.iter().map(|test| format!("{}\n", test.name)).collect(),
            Err(failures) => failures.to_string(),
        };
        expected.assert_eq(&shown);
    }

    #[test]
    fn each_test_is_named_after_its_heading() {
        check(
            "# a\n\n## b `c`\n\n```python\nx  # is int # reveal: int\n```\n\n```python\n\
             x  # is int # reveal: str or int (likely)\n```\n\n## d\n\n`site-packages/e/__init__.py`:\n\n```python\n\
             y  # is None # reveal: None\n```\n",
            &expect![[r#"
                b c
                b c 2
                d
            "#]],
        );
    }

    #[test]
    fn what_differs_is_told_with_its_line() {
        check(
            "# a\n\n```python\nx  # is int # reveal: str\ny  # is int # reveal: int (certain)\nif x:  # reveal: int\n    pass\n\
             z  # is int # reveal: str or None (likely)\n```\n",
            &expect![[r#"
                4 failures in 01-fake.md
                01-fake.md:4: a
                    expected  str
                    but came  int (likely)
                01-fake.md:5: a
                    expected  int (certain)
                    but came  int (likely)
                01-fake.md:6: a
                    expected  int
                    but came  nothing: no statement with a value ends on this line
                01-fake.md:8: a
                    expected  str
                          or  None (likely)
                    but came  int (likely)
            "#]],
        );
    }

    #[test]
    fn what_asserts_nothing_fails() {
        check(
            "# a\n\n```python\nx = 1\n```\n\n## b\n\n```python\nf()  # error\n# reveal: int\nx  # reveal:\n```\n\n```fixed\n```\n",
            &expect![[r#"
                6 failures in 01-fake.md
                01-fake.md:4: the test has no `# reveal:`
                01-fake.md:10: an inference page asserts by `# reveal:` alone
                01-fake.md:10: the test has no `# reveal:`
                01-fake.md:11: `# reveal:` stands at the end of a statement
                01-fake.md:12: `# reveal:` needs a type
                01-fake.md:16: an inference page has no `fixed` and no `witness` block
            "#]],
        );
    }
}
