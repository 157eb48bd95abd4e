//! What `categories --write` did, or would do.

use std::fmt::Write as _;

use loopmend_reports::Category;

use super::counted;
use crate::style::{STRONG, WARNING, printable};

/// So many tests are named where they are left for one reason.
const SHOWN: usize = 10;

/// The tests that get marks, and what is left.
pub(crate) struct MarkedTests {
    /// How many tests were asked for.
    pub(crate) tests: usize,
    /// How many files with tests are written to.
    pub(crate) files: usize,
    /// The marks that are written.
    pub(crate) marked: Vec<NamedCategory>,
    /// Where marks are registered.
    pub(crate) registered: Vec<RegisteredMarks>,
    /// The tests that get no mark.
    pub(crate) left: Vec<LeftTests>,
    /// The tests whose mark says something else, with that and with what they are.
    pub(crate) disagreeing: Vec<(String, String, Category)>,
}

/// A mark, and how many tests get it.
pub(crate) struct NamedCategory {
    pub(crate) category: Category,
    pub(crate) mark: String,
    pub(crate) tests: usize,
}

/// Marks that are registered in a file.
pub(crate) struct RegisteredMarks {
    pub(crate) path: String,
    pub(crate) marks: Vec<String>,
    /// Why that is left to a person.
    pub(crate) why_not: Option<String>,
}

/// Tests that get no mark, for one reason.
pub(crate) struct LeftTests {
    pub(crate) why: String,
    pub(crate) tests: Vec<String>,
}

impl MarkedTests {
    /// `true` if each test that was asked for has a mark that is registered.
    pub(crate) fn is_complete(&self) -> bool {
        self.left.is_empty() && self.registered.iter().all(|it| it.why_not.is_none())
    }
}

/// The report, in the past tense where it `is_written`. Colours are in the text.
pub(crate) fn marking_report(marking: &MarkedTests, is_written: bool) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{}", summary(marking, is_written));
    for it in &marking.registered {
        let _ = writeln!(text, "{}", registered(it, is_written));
    }
    for LeftTests { why, tests } in &marking.left {
        let some = counted(tests.len(), "test");
        let _ = writeln!(text, "{WARNING}Not marked{WARNING:#}: {some}: {}", printable(why));
        write_list(&mut text, tests);
    }
    if !marking.disagreeing.is_empty() {
        let some = counted(marking.disagreeing.len(), "test");
        let _ = writeln!(text, "{WARNING}Unchanged{WARNING:#}: {some} whose mark contradicts the category");
        let words = marking.disagreeing.iter().map(|(test, mark, category)| {
            format!("{test}: marked `{mark}`, but it is {} by what it reaches", category.name())
        });
        write_list(&mut text, &words.collect::<Vec<_>>());
    }
    if is_written && !marking.marked.is_empty() {
        text.push_str("Undo with `loopmend fix --undo`.\n");
    }
    text
}

fn summary(marking: &MarkedTests, is_written: bool) -> String {
    let total: usize = marking.marked.iter().map(|it| it.tests).sum();
    if total == 0 {
        return match (marking.tests, marking.left.is_empty()) {
            (0, _) => "No tests were found.".to_owned(),
            (_, true) => "Nothing to do: each test has a mark.".to_owned(),
            (_, false) => "No test was marked.".to_owned(),
        };
    }
    let marks = marking.marked.iter().map(|it| match it.mark == it.category.name() {
        true => format!("{} {}", it.tests, it.mark),
        false => format!("{} {} (`{}`)", it.tests, it.category.name(), it.mark),
    });
    let marks: Vec<String> = marks.collect();
    let marked = if is_written { "Marked" } else { "Would mark" };
    let (tests, files) = (counted(total, "test"), counted(marking.files, "file"));
    format!("{STRONG}{marked} {tests}{STRONG:#} in {files}: {}.", marks.join(", "))
}

fn registered(it: &RegisteredMarks, is_written: bool) -> String {
    let marks: Vec<String> = it.marks.iter().map(|mark| format!("`{mark}`")).collect();
    let (marks, path) = (marks.join(", "), printable(&it.path));
    match (&it.why_not, is_written) {
        (Some(why), _) => {
            format!("{WARNING}Not registered{WARNING:#}: {marks} in {path}: {}", printable(why))
        }
        (None, true) => format!("Registered {marks} in {path}."),
        (None, false) => format!("Would register {marks} in {path}."),
    }
}

fn write_list(text: &mut String, lines: &[String]) {
    for line in lines.iter().take(SHOWN) {
        let _ = writeln!(text, "  {}", printable(line));
    }
    if lines.len() > SHOWN {
        let _ = writeln!(text, "  … and {} more", lines.len() - SHOWN);
    }
}
