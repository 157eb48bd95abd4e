use std::fmt;
use std::path::PathBuf;

use crate::page::Page;

/// One thing that is wrong in a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The line of the page, from 1.
    pub line: usize,
    /// What was expected and what came; further lines are indented when shown.
    pub message: String,
}

impl Failure {
    pub(crate) fn new(line: usize, message: impl Into<String>) -> Self {
        Self { line, message: message.into() }
    }
}

/// All that is wrong in one page, in the order of its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failures {
    /// The path of the page.
    pub page: String,
    /// The file of the last section, if that is another, and how many lines stand before it.
    pub tests: Option<(PathBuf, usize)>,
    /// At least one failure.
    pub failures: Vec<Failure>,
}

impl Failures {
    /// `Ok` when nothing failed.
    pub(crate) fn check(page: &str, mut failures: Vec<Failure>) -> Result<(), Failures> {
        if failures.is_empty() {
            return Ok(());
        }
        failures.sort_by_key(|failure| failure.line);
        Err(Failures { page: page.to_owned(), tests: None, failures })
    }

    /// `Ok` when nothing failed in a page.
    pub(crate) fn of_page(page: &Page, failures: Vec<Failure>) -> Result<(), Failures> {
        Self::check(&page.path, failures).map_err(|found| Failures { tests: page.tests.clone(), ..found })
    }

    /// The file and the line of a line of the page.
    fn place(&self, line: usize) -> (String, usize) {
        match &self.tests {
            Some((tests, before)) if line > *before => (tests.display().to_string(), line - before),
            _ => (self.page.clone(), line),
        }
    }
}

impl fmt::Display for Failures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.failures.len() == 1 { "" } else { "s" };
        writeln!(f, "{} failure{plural} in {}", self.failures.len(), self.page)?;
        for failure in &self.failures {
            let message = failure.message.trim_end().replace('\n', "\n    ");
            let (path, line) = self.place(failure.line);
            writeln!(f, "{path}:{line}: {message}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Failures {}
