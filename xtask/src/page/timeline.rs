//! The pages of `loopmend test --timeline`: suites that really run.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::Value;

use super::browser::{Browser, Window};
use super::{Expected, Page, SCHEMES, SIZES, ask};
use crate::loopmend::Loopmend;
use crate::workspace;

/// The files and the tests in each of the large suite: 5,000 tests.
const LARGE: (usize, usize) = (50, 100);

/// What `loopmend test` tells of a run, as far as the page shows it.
#[derive(Deserialize)]
struct Report {
    facts: Vec<TestJson>,
    loops: Vec<Value>,
    findings: Vec<Value>,
}

#[derive(Deserialize)]
struct TestJson {
    test: String,
}

/// The pages of two suites, run with the interpreter of an environment: the one of tests/observed, which the pictures show, and one of
/// 5,000 tests. Fails if a suite cannot be written or run.
pub(super) fn pages(loopmend: &Loopmend, environment: &Path, directory: &Path) -> Result<Vec<TimelinePage>> {
    let suites = [("timeline", small(directory)?), ("timeline-large", large(directory)?)];
    suites.into_iter().map(|(name, suite)| TimelinePage::of(loopmend, environment, name, &suite)).collect()
}

/// A page with what is checked of it besides.
pub(super) struct TimelinePage {
    pub(super) page: Page,
    loops: usize,
    findings: usize,
}

impl TimelinePage {
    fn of(loopmend: &Loopmend, environment: &Path, name: &'static str, suite: &Path) -> Result<Self> {
        let file = workspace::target().join(format!("page/{name}.html"));
        let mut command = loopmend.command(suite);
        command.args(["test", "--output-format", "json", "--python"]).arg(environment).arg("--timeline");
        command.arg(&file).args(["--", "-q", "-p", "no:cacheprovider"]);
        let json = workspace::run_captured(&mut command, &[0, 1])?;
        let report: Report = serde_json::from_slice(&json).context("an unknown form of JSON")?;
        let mut tests: Vec<String> = report.facts.into_iter().map(|test| test.test).collect();
        tests.sort();
        let bytes = workspace::read(&file)?.len();
        let page = Page { name, file, bytes, expected: Expected { tests, fixtures: Vec::new() } };
        Ok(Self { page, loops: report.loops.len(), findings: report.findings.len() })
    }

    pub(super) fn described(&self) -> String {
        let Self { page, loops, findings } = self;
        let (tests, kilobytes) = (page.expected.tests.len(), page.bytes / 1000);
        format!("{tests} tests, {loops} loops, {findings} findings, {kilobytes} kB")
    }

    /// What is wrong with it: what may be wrong with any page, and that it shows what was seen and can be used by keys.
    pub(super) fn faults(&self, browser: &mut Browser) -> Result<Vec<String>> {
        let mut faults = self.page.faults(browser)?;
        let (width, height) = SIZES[0];
        let window = Window { width, height, scheme: SCHEMES[0], has_scripts: true };
        let mut tab = browser.open(&self.page.file, window)?;
        for (kind, expected) in [("loop", self.loops), ("finding", self.findings)] {
            let shown = ask(&mut tab, &format!("ids({})", Value::from(kind)))?;
            let shown = shown.as_array().context("a list of identifiers")?.len();
            if shown != expected {
                faults.push(format!("{}: shows {shown} of {expected} of the kind {kind}", self.page.name));
            }
        }
        let walked = ask(&mut tab, "walk()")?;
        let expected = serde_json::json!(["t0", "t1", "t0", true]);
        if walked != expected {
            faults.push(format!("{}: the keys lead to {walked}, not {expected}", self.page.name));
        }
        faults.extend(tab.close()?.into_iter().map(|fault| format!("{}, by keys: {fault}", self.page.name)));
        Ok(faults)
    }
}

/// The suite of tests/observed.
fn small(directory: &Path) -> Result<PathBuf> {
    let suite = directory.join("timeline");
    workspace::remove_directory(&suite)?;
    workspace::copy_directory(&workspace::root().join("tests/observed"), &suite)?;
    Ok(suite)
}

/// A suite of 5,000 tests, with names that are long or look like markup.
fn large(directory: &Path) -> Result<PathBuf> {
    let suite = directory.join("timeline-large");
    workspace::remove_directory(&suite)?;
    workspace::write(&suite.join("pytest.ini"), "[pytest]\nasyncio_mode = auto\n")?;
    let (files, tests) = LARGE;
    for file in 0..files {
        let mut text = "import asyncio\nimport pytest\n".to_owned();
        for test in 0..tests {
            let _ = match test % 20 {
                0 => write!(text, "\n\nasync def test_{test}():\n    await asyncio.sleep(0)\n"),
                1 => write!(
                    text,
                    "\n\n@pytest.mark.parametrize('text', [\"<img src=x onerror=alert(1)>&'\"])\ndef test_{test}(text): ...\n"
                ),
                2 => write!(text, "\n\ndef test_{test}{}(): ...\n", "_and_so_on".repeat(20)),
                3 => write!(text, "\n\ndef test_{test}(): asyncio.sleep(0)\n"),
                _ => write!(text, "\n\ndef test_{test}(): ...\n"),
            };
        }
        workspace::write(&suite.join(format!("test_{file}.py")), &text)?;
    }
    Ok(suite)
}
