use std::collections::BTreeMap;
use std::io;
use std::ops::Range;

use loopmend_core::Diagnostic;
use loopmend_project::KnownRule;
use similar::TextDiff;

use crate::assertion::AssertedText;
use crate::failure::{Failure, Failures};
use crate::fixes::apply_one_round;
use crate::matching::{as_assertion, compare};
use crate::page::Page;
use crate::page_test::{FixedText, PageTest, collect_tests};
use crate::program::{DirectoryProgram, Program};
use crate::reveal::{Line, reveals_of};
use crate::structure::check_structure;
use crate::temporary_project::{INSTALLED, TemporaryProject};

/// How often fixes are applied before they count as never ending.
const MAX_ROUNDS: usize = 20;

/// Checks the structure of a page, without running its tests.
///
/// # Errors
/// Everything in it that is not the grammar of a page.
pub(crate) fn check_page(page: &Page, program: &dyn Program) -> Result<(), Failures> {
    let mut run = PageRun::new(page, &program, false);
    run.check_structure();
    run.finish().1
}

/// Runs one test of a page, by its place among them.
///
/// # Errors
/// Everything that differs from what the page says.
pub(crate) fn run_one(page: &Page, program: &dyn Program, place: usize) -> Result<(), Failures> {
    let mut run = PageRun { failures: Vec::new(), ..PageRun::new(page, &program, false) };
    let tests = collect_tests(page, &mut Vec::new());
    tests.get(place).into_iter().for_each(|test| run.try_test(test));
    run.finish().1
}

/// Checks the structure of a page and runs its tests (not its witness, see [`Page::witnesses`]).
///
/// # Errors
/// Everything that differs from what the page says.
pub fn run_page(page: &Page, program: &dyn Program) -> Result<(), Failures> {
    PageRun::new(page, &program, false).run().1
}

/// Like [`run_page`], but a `fixed` block that differs is no failure. Gives the text of the page with
/// such blocks rewritten, and what else is wrong.
pub fn update_page(page: &Page, program: &dyn Program) -> (String, Result<(), Failures>) {
    let (rewrites, result) = PageRun::new(page, &program, true).run();
    (rewrite(&page.text, rewrites), result)
}

/// Returns the findings of a program in the project of each test of a page, with the line of the page at which the test begins. Every rule
/// is on, in the profile `strict`, unless the test has its own configuration.
///
/// # Errors
/// When a project cannot be written or opened.
pub fn page_diagnostics(page: &Page, program: &dyn Program) -> io::Result<Vec<(usize, Vec<Diagnostic>)>> {
    let mut checked = Vec::new();
    for test in collect_tests(page, &mut Vec::new()) {
        let project = written(&test, (!is_configured(&test)).then_some("strict = true\n"))?;
        let diagnostics = (&program).check(project.root()).map_err(io::Error::other)?;
        checked.push((test.line, diagnostics));
    }
    Ok(checked)
}

/// The project of a test, with a configuration of its own: it keeps those around the temporary directory out.
fn written(test: &PageTest, configuration: Option<&str>) -> io::Result<TemporaryProject> {
    let project = TemporaryProject::create(test.files.iter().map(|file| file.path.as_str()))?;
    for file in &test.files {
        match file.path.as_str() {
            INSTALLED => project.install(&file.source.text)?,
            path => project.write(path, &file.source.text)?,
        }
    }
    if let Some(configuration) = configuration {
        project.write("loopmend.toml", configuration)?;
    }
    Ok(project)
}

fn is_configured(test: &PageTest) -> bool {
    test.files.iter().any(|file| matches!(file.path.as_str(), "loopmend.toml" | "pyproject.toml"))
}

/// Texts of files, by their paths.
type Texts = BTreeMap<String, String>;

/// New text for a range of the page.
type Rewrite = (Range<usize>, String);

fn rewrite(text: &str, mut rewrites: Vec<Rewrite>) -> String {
    let mut text = text.to_owned();
    rewrites.sort_by_key(|(range, _)| range.start);
    for (range, replacement) in rewrites.into_iter().rev() {
        text.replace_range(range, &replacement);
    }
    text
}

/// One run of one page.
struct PageRun<'p> {
    page: &'p Page,
    rules: Vec<KnownRule>,
    program: &'p dyn DirectoryProgram,
    rewrites_fixed: bool,
    failures: Vec<Failure>,
    rewrites: Vec<Rewrite>,
}

impl<'p> PageRun<'p> {
    fn new(page: &'p Page, program: &'p dyn DirectoryProgram, rewrites_fixed: bool) -> Self {
        let (rules, failures) = (program.rules(), page.failures.clone());
        Self { page, rules, program, rewrites_fixed, failures, rewrites: Vec::new() }
    }

    fn run(mut self) -> (Vec<Rewrite>, Result<(), Failures>) {
        let tests = self.check_structure();
        tests.iter().for_each(|test| self.try_test(test));
        self.finish()
    }

    fn finish(self) -> (Vec<Rewrite>, Result<(), Failures>) {
        (self.rewrites, Failures::of_page(self.page, self.failures))
    }

    /// The tests of a page whose structure is checked.
    fn check_structure(&mut self) -> Vec<PageTest> {
        let tests = collect_tests(self.page, &mut self.failures);
        self.failures.extend(check_structure(self.page, &tests, &self.rules));
        tests
    }

    fn try_test(&mut self, test: &PageTest) {
        if let Err(error) = self.run_test(test) {
            self.failures.push(Failure::new(test.line, format!("failed to write the project: {error}")));
        }
    }

    /// Fails only where the temporary directory does; what the test finds goes to `self.failures`.
    fn run_test(&mut self, test: &PageTest) -> io::Result<()> {
        let project = written(test, self.default_configuration(test).as_deref())?;
        let Some(diagnostics) = self.diagnostics(test, &project) else { return Ok(()) };
        self.compare_files(test, &diagnostics);
        self.compare_values(test, &project);
        if test.files.iter().any(|file| file.fixed.is_some()) {
            self.check_fixed(test, diagnostics, &project)?;
        }
        Ok(())
    }

    /// In its own page, a rule runs with all its conditions.
    fn default_configuration(&self, test: &PageTest) -> Option<String> {
        if is_configured(test) {
            return None;
        }
        let rule = self.rules.iter().find(|rule| rule.name == self.rule_name());
        Some(rule.map_or_else(String::new, |rule| {
            format!("[rules]\n{} = \"{}\"\n", rule.name, rule.strict_level.as_str())
        }))
    }

    fn rule_name(&self) -> &'p str {
        self.page.rule().map_or("", |(name, _)| name)
    }

    fn diagnostics(&mut self, test: &PageTest, project: &TemporaryProject) -> Option<Vec<Diagnostic>> {
        match self.program.check(project.root()) {
            Ok(mut diagnostics) => {
                diagnostics.sort_by(|one, other| one.sort_key().cmp(&other.sort_key()));
                Some(diagnostics)
            }
            Err(error) => {
                self.failures.push(cannot_be_opened(test, &error));
                None
            }
        }
    }

    fn compare_files(&mut self, test: &PageTest, diagnostics: &[Diagnostic]) {
        for file in &test.files {
            let of_file = of_path(diagnostics, &file.path);
            self.failures.extend(compare(&file.source, &of_file, self.rule_name()));
        }
        let is_elsewhere =
            |diagnostic: &&Diagnostic| !test.files.iter().any(|file| file.path == diagnostic.path);
        self.failures.extend(diagnostics.iter().filter(is_elsewhere).map(|diagnostic| {
            let shown = as_assertion(diagnostic, 1);
            Failure::new(test.line, format!("unexpected in `{}`: {shown}", diagnostic.path))
        }));
    }

    fn compare_values(&mut self, test: &PageTest, project: &TemporaryProject) {
        let mut asserted = Vec::new();
        for file in &test.files {
            asserted.extend(reveals_of(file, &file.path, &mut self.failures));
        }
        let lines: Vec<Line> = asserted.iter().map(|assertion| assertion.at.clone()).collect();
        if lines.is_empty() {
            return;
        }
        match self.program.reveal(project.root(), &lines) {
            Ok(came) => {
                let pairs = asserted.iter().zip(came);
                self.failures.extend(pairs.filter_map(|(assertion, came)| assertion.difference(came)));
            }
            Err(error) => self.failures.push(cannot_be_opened(test, &error)),
        }
    }

    /// Compares what becomes of the files that have a `fixed` block.
    fn check_fixed(
        &mut self,
        test: &PageTest,
        diagnostics: Vec<Diagnostic>,
        project: &TemporaryProject,
    ) -> io::Result<()> {
        let Some((texts, remaining)) = self.apply_fixes(test, diagnostics, project)? else {
            return Ok(());
        };
        for file in &test.files {
            if let (Some(fixed), Some(came)) = (&file.fixed, texts.get(&file.path)) {
                self.compare_fixed(fixed, came, &of_path(&remaining, &file.path));
            }
        }
        Ok(())
    }

    fn compare_fixed(&mut self, fixed: &FixedText, came: &str, remaining: &[&Diagnostic]) {
        if came == fixed.expected.text {
            self.failures.extend(compare(&fixed.expected, remaining, self.rule_name()));
        } else if self.rewrites_fixed {
            let rewritten = AssertedText::plain(came, fixed.line);
            self.failures.extend(compare(&rewritten, remaining, self.rule_name()));
            self.rewrites.push((fixed.range.clone(), came.to_owned()));
        } else {
            let diff = TextDiff::from_lines(fixed.expected.text.as_str(), came);
            let diff = diff.unified_diff().context_radius(2).header("expected", "came").to_string();
            let message = format!("the text after the fixes differs\n{diff}");
            self.failures.push(Failure::new(fixed.line, message));
        }
    }

    /// Applies the fixes of findings in files that have a `fixed` block until none is left. Gives the texts of these files and the
    /// diagnostics of the project then; `None` when that failed.
    fn apply_fixes(
        &mut self,
        test: &PageTest,
        mut diagnostics: Vec<Diagnostic>,
        project: &TemporaryProject,
    ) -> io::Result<Option<(Texts, Vec<Diagnostic>)>> {
        let with_fixed = || test.files.iter().filter_map(|file| Some((file, file.fixed.as_ref()?)));
        let mut texts: Texts =
            with_fixed().map(|(file, _)| (file.path.clone(), file.source.text.clone())).collect();
        let line = with_fixed().map(|(_, fixed)| fixed.line).next().unwrap_or(test.line);
        let mut last = String::new();
        for _ in 0..MAX_ROUNDS {
            let mended: Vec<&Diagnostic> =
                diagnostics.iter().filter(|diagnostic| texts.contains_key(&diagnostic.path)).collect();
            let changed = match apply_one_round(&texts, &mended) {
                Ok(Some(changed)) => changed,
                Ok(None) => return Ok(Some((texts, diagnostics))),
                Err(path) => {
                    let message = format!("a fix changes `{path}` too, which has no `fixed` block");
                    self.failures.push(Failure::new(line, message));
                    return Ok(None);
                }
            };
            for (path, text) in changed {
                project.write(&path, &text)?;
                last.clone_from(&text);
                texts.insert(path, text);
            }
            let Some(next) = self.diagnostics(test, project) else { return Ok(None) };
            diagnostics = next;
        }
        let message = format!("after {MAX_ROUNDS} rounds there are still fixes; the text is then\n{last}");
        self.failures.push(Failure::new(line, message));
        Ok(None)
    }
}

fn cannot_be_opened(test: &PageTest, error: &str) -> Failure {
    Failure::new(test.line, format!("the project cannot be opened: {error}"))
}

fn of_path<'d>(diagnostics: &'d [Diagnostic], path: &str) -> Vec<&'d Diagnostic> {
    diagnostics.iter().filter(|diagnostic| diagnostic.path == path).collect()
}

#[cfg(test)]
mod tests;
