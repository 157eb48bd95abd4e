//! `# reveal:` comments: what is known of the value of a line.

use std::fmt;

use loopmend_core::Confidence;
use loopmend_project::Project;

use crate::failure::Failure;
use crate::page_test::TestFile;

/// What opens an assertion.
const MARK: &str = "# reveal:";

/// A line of a file of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The path of the file as it is shown: relative, with `/`.
    pub path: String,
    /// From 1.
    pub number: u32,
}

/// What is known of the value of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revealed {
    /// The type, by the grammar of this crate's README.
    pub ty: String,
    /// How sure it is; `None` where nothing is known.
    pub confidence: Option<Confidence>,
}

impl fmt::Display for Revealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.ty)?;
        match self.confidence {
            Some(Confidence::Likely) => f.write_str(" (likely)"),
            Some(Confidence::Certain) => f.write_str(" (certain)"),
            None => Ok(()),
        }
    }
}

/// Says what is known of lines of a project, in their order; `None` of a line that has no value.
pub type RevealLines<'r> = dyn Fn(&Project, &[Line]) -> Vec<Option<Revealed>> + 'r;

/// What is expected of the value of one line.
#[derive(Debug)]
pub(crate) struct RevealAssertion {
    page_line: usize,
    pub(crate) at: Line,
    /// One of these.
    expected: Vec<Expected>,
}

/// A type, with a confidence where it matters.
#[derive(Debug)]
struct Expected {
    ty: String,
    confidence: Option<Confidence>,
}

impl Expected {
    fn accepts(&self, came: &Revealed) -> bool {
        self.ty == came.ty && (self.confidence.is_none() || self.confidence == came.confidence)
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Revealed { ty: self.ty.clone(), confidence: self.confidence }.fmt(f)
    }
}

impl RevealAssertion {
    /// How what came differs from what is expected.
    pub(crate) fn difference(&self, came: Option<Revealed>) -> Option<Failure> {
        let came = match came {
            Some(came) if self.expected.iter().any(|expected| expected.accepts(&came)) => return None,
            Some(came) => came.to_string(),
            None => "nothing: no statement with a value ends on this line".to_owned(),
        };
        let expected: Vec<String> = self.expected.iter().map(ToString::to_string).collect();
        let message = format!("expected  {}\nbut came  {came}", expected.join("\n      or  "));
        Some(Failure::new(self.page_line, message))
    }
}

/// The `# reveal:` comments of a file that stands at `path` in its project.
pub(crate) fn reveals_of(file: &TestFile, path: &str, failures: &mut Vec<Failure>) -> Vec<RevealAssertion> {
    let mut assertions = Vec::new();
    for (index, line) in file.source.text.lines().enumerate() {
        let Some((code, asserted)) = line.split_once(MARK) else { continue };
        let page_line = file.source.page_line(index + 1);
        let expected: Vec<Expected> = asserted.split(" or ").map(read_expected).collect();
        if code.trim().is_empty() {
            failures.push(Failure::new(page_line, "`# reveal:` stands at the end of a statement"));
        } else if expected.iter().any(|expected| expected.ty.is_empty()) {
            failures.push(Failure::new(page_line, "`# reveal:` needs a type"));
        } else {
            let at = Line { path: path.to_owned(), number: index as u32 + 1 };
            assertions.push(RevealAssertion { page_line, at, expected });
        }
    }
    assertions
}

fn read_expected(text: &str) -> Expected {
    let text = text.trim();
    let with = |suffix: &str, confidence| {
        let ty = text.strip_suffix(suffix)?.trim_end().to_owned();
        Some(Expected { ty, confidence: Some(confidence) })
    };
    with("(likely)", Confidence::Likely)
        .or_else(|| with("(certain)", Confidence::Certain))
        .unwrap_or_else(|| Expected { ty: text.to_owned(), confidence: None })
}
