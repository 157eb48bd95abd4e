//! Reads reports in the form of JUnit, as `pytest --junit-xml` and others write them.

use std::fmt;
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::output::read_failure;
use crate::reading::{Extent, Failure, Place, Reading};

/// Why a file is no such report.
#[derive(Debug)]
pub struct NotJunit(String);

impl fmt::Display for NotJunit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A test that is read.
#[derive(Default)]
struct Case {
    name: String,
    class: String,
    file: Option<String>,
    line: Option<u32>,
    is_failed: bool,
    text: String,
}

/// What is kept of the texts of a test.
const LONGEST_TEXT: usize = 1 << 20;

/// Reads a report.
///
/// # Errors
/// When it is no XML, or has no tests in it.
pub fn read_junit(input: impl BufRead) -> Result<Reading, NotJunit> {
    let mut reader = Reader::from_reader(input);
    reader.config_mut().check_end_names = true;
    let mut buffer = Vec::new();
    let mut reading = Reading::default();
    let mut tests = 0;
    let mut case: Option<Case> = None;
    let mut is_in_failure = false;
    let mut has_suite = false;
    loop {
        let place = reader.buffer_position();
        let event = reader.read_event_into(&mut buffer);
        match event.map_err(|error| NotJunit(format!("it is no XML at byte {place}: {error}")))? {
            Event::Start(tag) => {
                has_suite |= is_suite(&tag);
                begin(&tag, &mut case, &mut is_in_failure);
            }
            Event::Empty(tag) => {
                has_suite |= is_suite(&tag);
                begin(&tag, &mut case, &mut is_in_failure);
                tests += usize::from(is_case(tag.name().as_ref()));
                end(tag.name().as_ref(), &mut case, &mut is_in_failure, &mut reading);
            }
            Event::Text(text) => take(&mut case, is_in_failure, &text),
            Event::CData(text) => take(&mut case, is_in_failure, &text),
            Event::GeneralRef(name) => {
                take(&mut case, is_in_failure, &resolved(&name));
            }
            Event::End(tag) => {
                tests += usize::from(is_case(tag.name().as_ref()));
                end(tag.name().as_ref(), &mut case, &mut is_in_failure, &mut reading);
            }
            Event::Eof => break,
            _ => {}
        }
        buffer.clear();
    }
    if !has_suite {
        return Err(NotJunit("it has no `<testsuite>`".to_owned()));
    }
    reading.extent = Extent::Tests(tests);
    reading.follow();
    reading.mark("pytest");
    Ok(reading)
}

fn is_case(name: &str) -> bool {
    name == "testcase"
}

fn is_suite(tag: &BytesStart) -> bool {
    matches!(tag.name().as_ref(), "testsuite" | "testsuites")
}

fn begin(tag: &BytesStart, case: &mut Option<Case>, is_in_failure: &mut bool) {
    match tag.name().as_ref() {
        "testcase" => {
            let line = attribute(tag, "line").and_then(|line| line.parse::<u32>().ok());
            *case = Some(Case {
                name: attribute(tag, "name").unwrap_or_default(),
                class: attribute(tag, "classname").unwrap_or_default(),
                file: attribute(tag, "file"),
                // pytest counts from 0 there.
                line: line.and_then(|line| line.checked_add(1)),
                ..Case::default()
            });
        }
        "failure" | "error" => {
            *is_in_failure = true;
            if let Some(case) = case {
                case.is_failed = true;
                case.text.push_str(&attribute(tag, "message").unwrap_or_default());
                case.text.push('\n');
            }
        }
        _ => {}
    }
}

fn take(case: &mut Option<Case>, is_in_failure: bool, text: &str) {
    if let Some(case) = case.as_mut().filter(|case| is_in_failure && case.text.len() < LONGEST_TEXT) {
        case.text.push_str(text);
    }
}

fn end(name: &str, case: &mut Option<Case>, is_in_failure: &mut bool, reading: &mut Reading) {
    match name {
        "failure" | "error" => *is_in_failure = false,
        "testcase" => {
            if let Some(case) = case.take().filter(|case| case.is_failed) {
                reading.failures.push(case.failure());
            }
        }
        _ => {}
    }
}

impl Case {
    fn failure(self) -> Failure {
        let mut read = read_failure(&self.text);
        if read.place.is_none() {
            read.place = self.file.clone().zip(self.line).map(|(path, line)| Place { path, line });
        }
        Failure { test: self.node(read.place.as_ref()), ..read }
    }

    /// The node identifier: `tests.test_a.TestIt` and `test_load` are `tests/test_a.py::TestIt::test_load`.
    fn node(&self, place: Option<&Place>) -> String {
        if self.class.is_empty() {
            return self.name.clone();
        }
        let file = self.file.as_ref().or(place.map(|place| &place.path));
        if let Some((file, rest)) = file.and_then(|file| Some((file, below(&self.class, file)?))) {
            let classes = rest.replace('.', "::");
            let classes = if classes.is_empty() { classes } else { format!("{classes}::") };
            return format!("{file}::{classes}{}", self.name);
        }
        let parts: Vec<&str> = self.class.split('.').collect();
        let of_file = parts.iter().position(|part| part.starts_with(|c: char| c.is_uppercase()));
        let (file, classes) = parts.split_at(of_file.unwrap_or(parts.len()));
        let classes: String = classes.iter().map(|class| format!("{class}::")).collect();
        format!("{}.py::{classes}{}", file.join("/"), self.name)
    }
}

/// What a dotted name says below that of a file; empty for the file itself.
fn below<'a>(class: &'a str, file: &str) -> Option<&'a str> {
    let module = file.strip_suffix(".py").unwrap_or(file).replace(['/', '\\'], ".");
    let rest = class.strip_prefix(&module)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix('.') }
}

fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok()??;
    Some(unescaped(&attribute.value))
}

fn unescaped(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        result.push_str(before);
        match after.split_once(';') {
            Some((name, after)) if name.len() < 12 => {
                result.push_str(&resolved(name));
                rest = after;
            }
            _ => {
                result.push('&');
                rest = after;
            }
        }
    }
    result.push_str(rest);
    result
}

/// The text that a reference stands for.
fn resolved(name: &str) -> String {
    let number = name.strip_prefix("#x").map(|digits| u32::from_str_radix(digits, 16).ok());
    let number = number.or_else(|| name.strip_prefix('#').map(|digits| digits.parse().ok()));
    match (name, number) {
        (_, Some(number)) => number.and_then(char::from_u32).map(String::from).unwrap_or_default(),
        ("lt", _) => "<".to_owned(),
        ("gt", _) => ">".to_owned(),
        ("amp", _) => "&".to_owned(),
        ("quot", _) => "\"".to_owned(),
        ("apos", _) => "'".to_owned(),
        _ => format!("&{name};"),
    }
}

#[cfg(test)]
mod tests {
    use super::read_junit;
    use crate::reading::{Extent, Verdict};

    #[test]
    fn failures_of_a_report_have_their_test_place_and_cause() {
        let report = r#"<?xml version="1.0" encoding="utf-8"?>
<testsuites><testsuite name="pytest" errors="0" failures="1" tests="2">
<testcase classname="tests.test_a.TestIt" name="test_load[1]" time="0.1"><failure message="RuntimeError: This event loop is already running">def test_load():
&gt;       run()

tests/test_a.py:12:
E   RuntimeError: This event loop is already running

src/app.py:7: RuntimeError</failure></testcase>
<testcase classname="tests.test_b" name="test_fine" time="0.1" />
<testcase classname="tests.test_b" name="test_sum" file="tests/test_b.py" line="4"><failure message="assert 1 == 2">E assert 1 == 2</failure></testcase>
</testsuite></testsuites>"#;
        let reading = read_junit(report.as_bytes()).unwrap();
        let [first, second] = reading.failures.as_slice() else { panic!("{reading:?}") };
        assert_eq!(first.test, "tests/test_a.py::TestIt::test_load[1]");
        assert_eq!(
            first.place.as_ref().map(|place| (place.path.as_str(), place.line)),
            Some(("src/app.py", 7))
        );
        assert!(matches!(first.verdict, Verdict::Known(found) if found.error().id == "loop-already-running"));
        assert_eq!(second.test, "tests/test_b.py::test_sum");
        assert!(matches!(second.verdict, Verdict::Unknown(_)));
        assert_eq!(reading.extent, Extent::Tests(3));
    }

    #[test]
    fn a_name_that_only_begins_like_a_file_is_another_file() {
        let report = r#"<testsuite><testcase classname="tests.test_client_async" name="t"><failure message="x">
E   assert 0

tests/test_client.py:3: AssertionError</failure></testcase></testsuite>"#;
        let reading = read_junit(report.as_bytes()).unwrap();
        assert_eq!(reading.failures[0].test, "tests/test_client_async.py::t");
    }

    #[test]
    fn the_last_line_there_can_be_does_no_harm() {
        let report = r#"<testsuite><testcase name="t" file="a.py" line="4294967295"><failure message="x"/></testcase></testsuite>"#;
        assert_eq!(read_junit(report.as_bytes()).unwrap().failures[0].place, None);
    }

    #[test]
    fn headings_in_the_text_of_a_failure_belong_to_it() {
        let report = r#"<testsuite><testcase classname="tests.test_a" name="t"><failure message="x">
=== FAILURES ===
___ test_other ___
FAILED b.py::test_b - assert 0
E   RuntimeError: Event loop is closed
--- Captured log call ---
ERROR asyncio:base_events.py:1821 Unclosed client session</failure></testcase></testsuite>"#;
        let reading = read_junit(report.as_bytes()).unwrap();
        assert_eq!(reading.failures[0].test, "tests/test_a.py::t");
        assert!(
            matches!(reading.failures[0].verdict, Verdict::Known(found) if found.error().id == "loop-closed")
        );
    }

    #[test]
    fn what_is_no_report_is_refused() {
        for text in [
            "",
            "no xml at all",
            "<html><body>x</body></html>",
            "<testsuite><testcase></testsuite>",
            "\u{0}\u{1}",
        ] {
            assert!(read_junit(text.as_bytes()).is_err(), "{text}");
        }
    }
}
