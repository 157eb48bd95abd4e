//! Opens the pages of `loopmend loops` and `loopmend test --timeline` in a headless browser and checks what only a browser can tell.

pub(crate) mod browser;
mod suites;
mod timeline;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::Value;

use crate::loopmend::Loopmend;
use crate::{Outcome, probes, workspace};

use browser::{Browser, Tab, Window};

/// The functions that the checks call in the page.
const CHECKS: &str = include_str!("checks.js");

/// A telephone and a large screen.
const SIZES: [(u32, u32); 2] = [(400, 1400), (1600, 1400)];

const SCHEMES: [&str; 2] = ["light", "dark"];

/// The documentation shows no picture wider than this, in pixels.
const WIDEST_PICTURE: u32 = 1280;

/// The pages that the documentation shows, and how much of each, in pixels from the top.
const PICTURED: [(&str, u32); 2] = [("loops", 1400), ("timeline", 850)];

/// A picture that is committed is not larger, in bytes.
const LARGEST_PICTURE: usize = 150_000;

/// What is wrong with this page, and must be found: that the checks see what they are for.
const BAD_PAGE: &str = "<!DOCTYPE html><title>Bad</title><link rel=icon href='data:,'>\
    <img src='file:///nowhere.png'><p style='width: 2000px; color: #bbb'>wide and faint</p>\
    <form class=filter></form><script>console.error('an error')</script>";

/// The arguments of `cargo xtask page`.
#[derive(clap::Args)]
#[command(after_help = "\
The pages of `loops` for three suites are opened: the one of tests/page, what an upgrade changes for it, and one of 5,000
tests; and those of `test --timeline` for the suite of tests/observed, and for one of 5,000 tests.")]
pub(crate) struct Arguments {
    /// The browser to use instead of the Chromium on PATH
    #[arg(long, value_name = "PATH")]
    browser: Option<PathBuf>,
    /// Write the pictures of the first page of both to docs/screenshots
    #[arg(long)]
    update: bool,
}

/// Runs `cargo xtask page`. Fails if there is no browser, it fails, or a page cannot be made.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let directory = workspace::target().join("page");
    std::fs::create_dir_all(&directory).with_context(|| format!("cannot make {}", directory.display()))?;
    let loopmend = Loopmend::build_for_tests()?;
    let mut browser = Browser::start(arguments.browser.as_deref(), &directory)?;
    check_the_checks(&mut browser, &directory)?;
    let small = suites::small(&directory)?;
    let large = suites::large(&directory)?;
    let pages = [
        Page::of(&loopmend, "loops", &small, &[])?,
        Page::of(&loopmend, "compared", &small, &["--compare", "0.21.1", "1.5.0"])?,
        Page::of(&loopmend, "large", &large, &[])?,
    ];
    let mut faults = Vec::new();
    for page in &pages {
        println!("{}: {}", page.name, page.described());
        faults.extend(page.faults(&mut browser)?);
    }
    let timelines = timeline::pages(&loopmend, &probes::environment()?, &directory)?;
    for timeline in &timelines {
        println!("{}: {}", timeline.page.name, timeline.described());
        faults.extend(timeline.faults(&mut browser)?);
    }
    if arguments.update {
        write_pictures(&mut browser, &pages[0])?;
        write_pictures(&mut browser, &timelines[0].page)?;
    }
    faults.extend(faults_of_pictures()?);
    faults.iter().for_each(|fault| println!("{fault}"));
    Ok(if faults.is_empty() { Outcome::Passed } else { Outcome::Failed })
}

/// A page, and what it must show.
struct Page {
    name: &'static str,
    file: PathBuf,
    bytes: usize,
    expected: Expected,
}

/// The identifiers of the tests and the async fixtures that the JSON tells of, sorted.
#[derive(Debug, Default, PartialEq, Eq)]
struct Expected {
    tests: Vec<String>,
    fixtures: Vec<String>,
}

/// A test, as far as the page shows it.
#[derive(Deserialize)]
struct TestJson {
    id: String,
    #[serde(default)]
    async_fixtures: Vec<FixtureJson>,
}

#[derive(Deserialize)]
struct FixtureJson {
    name: String,
}

/// What `--output-format json` prints, without and with `--compare`.
#[derive(Deserialize)]
#[serde(untagged)]
enum Report {
    Suite { files: Vec<FileJson> },
    Changes(Vec<ChangeJson>),
}

#[derive(Deserialize)]
struct FileJson {
    tests: Vec<TestJson>,
}

#[derive(Deserialize)]
struct ChangeJson {
    before: TestJson,
    after: TestJson,
}

impl Expected {
    fn of(report: &Report) -> Self {
        let mut expected = Self::default();
        match report {
            Report::Suite { files } => {
                for test in files.iter().flat_map(|file| &file.tests) {
                    expected.tests.push(test.id.clone());
                    expected.add_fixtures(test);
                }
            }
            Report::Changes(changes) => {
                for change in changes {
                    expected.tests.push(change.after.id.clone());
                    expected.add_fixtures(&change.before);
                    expected.add_fixtures(&change.after);
                }
            }
        }
        expected.tests.sort();
        expected.fixtures.sort();
        expected
    }

    fn add_fixtures(&mut self, test: &TestJson) {
        let id = |fixture: &FixtureJson| format!("{} {}", test.id, fixture.name);
        self.fixtures.extend(test.async_fixtures.iter().map(id));
    }
}

impl Page {
    /// Asks loopmend for the page of a suite, and for the same as JSON.
    fn of(loopmend: &Loopmend, name: &'static str, suite: &Path, arguments: &[&str]) -> Result<Self> {
        let ask = |format: &str| {
            let mut command: Command = loopmend.command(suite);
            command.args(["loops", "--output-format", format]).args(arguments);
            workspace::run_captured(&mut command, &[0])
        };
        let page = String::from_utf8(ask("html")?).context("a page is UTF-8")?;
        let report: Report = serde_json::from_slice(&ask("json")?).context("an unknown form of JSON")?;
        let file = workspace::target().join(format!("page/{name}.html"));
        workspace::write(&file, &page)?;
        Ok(Self { name, file, bytes: page.len(), expected: Expected::of(&report) })
    }

    fn described(&self) -> String {
        let Expected { tests, fixtures } = &self.expected;
        format!("{} tests, {} async fixtures, {} kB", tests.len(), fixtures.len(), self.bytes / 1000)
    }

    /// What is wrong with it in windows of all sizes and schemes, and without scripts.
    fn faults(&self, browser: &mut Browser) -> Result<Vec<String>> {
        let mut faults = Vec::new();
        let mut grounds = BTreeSet::new();
        for (width, height) in SIZES {
            for scheme in SCHEMES {
                let mut tab =
                    browser.open(&self.file, Window { width, height, scheme, has_scripts: true })?;
                let mut found = self.faults_of_elements(&mut tab)?;
                found.extend(self.faults_of_filter(&mut tab)?);
                found.extend(faults_of_layout(&mut tab)?);
                grounds.insert(tab.evaluate("getComputedStyle(document.body).backgroundColor")?.to_string());
                found.extend(tab.close()?);
                faults.extend(
                    found.iter().map(|fault| format!("{}, {width} px, {scheme}: {fault}", self.name)),
                );
            }
        }
        if grounds.len() != SCHEMES.len() {
            faults.push(format!("{}: the colour schemes have the grounds {grounds:?}", self.name));
        }
        let without = self.faults_without_scripts(browser)?;
        faults.extend(without.iter().map(|fault| format!("{}, without scripts: {fault}", self.name)));
        Ok(faults)
    }

    /// Each test and fixture of the JSON is one element.
    fn faults_of_elements(&self, tab: &mut Tab) -> Result<Vec<String>> {
        let shown = Expected { tests: ids(tab, "test")?, fixtures: ids(tab, "fixture")? };
        let count = |ids: &Expected| format!("{} tests and {} fixtures", ids.tests.len(), ids.fixtures.len());
        let fault = || format!("shows {}, the JSON tells of {}", count(&shown), count(&self.expected));
        Ok((shown != self.expected).then(fault).into_iter().collect())
    }

    /// A test is found by its identifier, whatever was folded, nothing by what is nowhere, and all is then as it was.
    fn faults_of_filter(&self, tab: &mut Tab) -> Result<Vec<String>> {
        let mut faults = Vec::new();
        let all = filter(tab, "")?;
        let wanted = self.expected.tests.last().context("a suite has tests")?;
        let found = filter(tab, wanted)?;
        if !found.contains(wanted) || found.len() == all.len() {
            faults.push(format!("the filter finds {} tests for `{wanted}`", found.len()));
        }
        let none = filter(tab, "a-word-that-is-nowhere")?;
        if !none.is_empty() {
            faults.push(format!("the filter finds {} tests for a word that is nowhere", none.len()));
        }
        if filter(tab, "")? != all {
            faults.push("the filter does not show again what it hid".to_owned());
        }
        Ok(faults)
    }

    fn faults_without_scripts(&self, browser: &mut Browser) -> Result<Vec<String>> {
        let (width, height) = SIZES[0];
        let window = Window { width, height, scheme: SCHEMES[0], has_scripts: false };
        let mut tab = browser.open(&self.file, window)?;
        let mut faults = self.faults_of_elements(&mut tab)?;
        if ask(&mut tab, "isFilterShown()")? != Value::Bool(false) {
            faults.push("shows a filter that does nothing".to_owned());
        }
        faults.extend(tab.close()?);
        Ok(faults)
    }
}

/// Calls one of the functions for checks.
fn ask(tab: &mut Tab, call: &str) -> Result<Value> {
    tab.evaluate(&format!("(() => {{ {CHECKS}; return check.{call}; }})()"))
}

fn texts(value: Value) -> Result<Vec<String>> {
    serde_json::from_value(value).context("the page gives no list of texts")
}

/// The identifiers of the elements of a kind, sorted.
fn ids(tab: &mut Tab, kind: &str) -> Result<Vec<String>> {
    let mut ids = texts(ask(tab, &format!("ids(\"{kind}\")"))?)?;
    ids.sort();
    Ok(ids)
}

/// The tests that can be seen when the filter has these words.
fn filter(tab: &mut Tab, words: &str) -> Result<Vec<String>> {
    texts(ask(tab, &format!("filter({})", Value::from(words)))?)
}

/// Nothing is wider than the window or hard to read, as the page is opened and with all headings unfolded.
fn faults_of_layout(tab: &mut Tab) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for state in ["as it is opened", "unfolded"] {
        let wider = ask(tab, "overflow()")?.as_i64().context("a width is a number")?;
        if wider > 0 {
            faults.push(format!("{state}, it is {wider} px wider than the window"));
        }
        let faint = texts(ask(tab, "faint()")?)?;
        faults.extend(faint.iter().take(10).map(|text| format!("{state}, little contrast: {text}")));
        ask(tab, "openAll()")?;
    }
    Ok(faults)
}

/// That a bad page is found to be bad. Fails if something that is wrong with it is not found.
fn check_the_checks(browser: &mut Browser, directory: &Path) -> Result<()> {
    let file = directory.join("bad.html");
    workspace::write(&file, BAD_PAGE)?;
    let (width, height) = SIZES[1];
    let mut tab = browser.open(&file, Window { width, height, scheme: SCHEMES[0], has_scripts: true })?;
    let mut faults = faults_of_layout(&mut tab)?;
    faults.extend(tab.close()?);
    for expected in ["wider than the window", "little contrast", "asks for", "an error"] {
        anyhow::ensure!(
            faults.iter().any(|fault| fault.contains(expected)),
            "`{expected}` is not found in a page that has it, only {faults:?}"
        );
    }
    Ok(())
}

fn picture(page: &str, scheme: &str, width: u32) -> PathBuf {
    workspace::root().join(format!("docs/screenshots/{page}-{scheme}-{width}.png"))
}

fn write_pictures(browser: &mut Browser, page: &Page) -> Result<()> {
    let (_, height) = PICTURED.into_iter().find(|(name, _)| *name == page.name).context("it is pictured")?;
    for (width, _) in SIZES {
        for scheme in SCHEMES {
            let window = Window { width, height, scheme, has_scripts: true };
            let mut tab = browser.open(&page.file, window)?;
            let png = tab.screenshot(window, WIDEST_PICTURE)?;
            tab.close()?;
            let path = picture(page.name, scheme, width);
            std::fs::create_dir_all(path.parent().context("a picture has a directory")?)?;
            std::fs::write(&path, png).with_context(|| format!("cannot write {}", path.display()))?;
        }
    }
    Ok(())
}

/// The pictures of the documentation are there and not too large.
fn faults_of_pictures() -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for ((page, _), (width, _)) in PICTURED.into_iter().flat_map(|page| SIZES.map(|size| (page, size))) {
        for scheme in SCHEMES {
            let path = picture(page, scheme, width);
            let bytes = std::fs::read(&path)
                .with_context(|| format!("cannot read {}; `--update` writes it", path.display()))?;
            if bytes.len() > LARGEST_PICTURE {
                faults.push(format!(
                    "{} has {} bytes; {LARGEST_PICTURE} are allowed",
                    path.display(),
                    bytes.len()
                ));
            }
        }
    }
    Ok(faults)
}

#[cfg(test)]
mod tests {
    use super::{Expected, Report};

    fn expected(json: &str) -> Expected {
        Expected::of(&serde_json::from_str::<Report>(json).unwrap())
    }

    #[test]
    fn tests_and_fixtures_are_read_from_a_report() {
        let test = r#"{"id": "t.py::a", "async_fixtures": [{"name": "db"}]}"#;
        let of_suite = expected(&format!(r#"{{"files": [{{"tests": [{test}, {{"id": "t.py::b"}}]}}]}}"#));
        assert_eq!(of_suite.tests, ["t.py::a", "t.py::b"]);
        assert_eq!(of_suite.fixtures, ["t.py::a db"]);
        let of_changes = expected(&format!(r#"[{{"before": {test}, "after": {test}}}]"#));
        assert_eq!(of_changes.tests, ["t.py::a"]);
        assert_eq!(of_changes.fixtures, ["t.py::a db", "t.py::a db"]);
    }
}
