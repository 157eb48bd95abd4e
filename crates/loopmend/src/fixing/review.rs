//! Asks for each fix.

use std::io::{self, BufRead, IsTerminal};

use rustc_hash::FxHashSet;

use super::{Candidate, Choice};
use crate::analysis::Analysis;
use crate::failure::Failure;
use crate::output::Output;
use crate::render::{Sources, counted, diff};
use crate::style::{FAINT, STRONG, printable};
use loopmend_core::{Applicability, edited};

const QUESTION: &str = "Apply this fix? [y]es, [n]o, [a]ll of this rule, [q]uit: ";
const HELP: &str =
    "y: apply it; n: leave it; a: apply it and all others of its rule; q: leave it and all others";

/// The answers so far.
pub(crate) struct Review<'a> {
    output: &'a Output,
    /// The rules of which all fixes are wanted.
    rules: FxHashSet<String>,
    asked: usize,
}

impl<'a> Review<'a> {
    /// Starts to ask.
    ///
    /// # Errors
    /// When nobody is there to answer.
    pub(crate) fn start(output: &'a Output) -> Result<Self, Failure> {
        if !io::stdin().is_terminal() {
            return Err(Failure::new(
                "`--review` needs a terminal, and standard input is not one; `--diff` shows the changes",
            ));
        }
        Ok(Self { output, rules: FxHashSet::default(), asked: 0 })
    }

    /// Shows a fix and waits for the answer; the end of the input quits.
    pub(crate) fn ask(&mut self, candidate: &Candidate, analysis: &Analysis) -> Choice {
        let Some(finding) = candidate.mends.first() else { return Choice::Skip };
        if self.rules.contains(&finding.rule) {
            return Choice::Apply;
        }
        self.asked += 1;
        if self.output.styled(&page(candidate, analysis, self.output.stdout_shows_color())).is_err() {
            return Choice::Quit;
        }
        loop {
            let asked = self.output.styled(QUESTION);
            let mut answer = String::new();
            match io::stdin().lock().read_line(&mut answer) {
                Ok(1..) if asked.is_ok() => {}
                _ => return Choice::Quit,
            }
            match answer.trim().to_ascii_lowercase().as_str() {
                "y" | "yes" => return Choice::Apply,
                "n" | "no" | "" => return Choice::Skip,
                "a" | "all" => {
                    self.rules.insert(finding.rule.clone());
                    return Choice::Apply;
                }
                "q" | "quit" => return Choice::Quit,
                _ => self.output.notice(HELP),
            }
        }
    }
}

/// The finding, what the fix does, and the lines that it changes.
fn page(candidate: &Candidate, analysis: &Analysis, styles: bool) -> String {
    let sources = Sources::new(&analysis.sources);
    let mut out = String::new();
    for finding in &candidate.mends {
        let place = sources.range(&finding.path, finding.span).located(&finding.path);
        let (rule, message) = (&finding.rule, printable(&finding.message));
        out.push_str(&format!("\n{STRONG}{}{STRONG:#}: {rule}: {message}\n", printable(&place)));
    }
    let promise = match candidate.applicability() {
        Applicability::Safe => "safe",
        Applicability::Unsafe | Applicability::DisplayOnly => "unsafe",
    };
    let edits = counted(candidate.edits().count(), "edit");
    let files = match candidate.files.len() {
        0 | 1 => String::new(),
        several => format!(" in {}", counted(several, "file")),
    };
    out.push_str(&format!("{FAINT}{promise} fix, {edits}{files}:{FAINT:#} {}\n", candidate.title));
    for file in &candidate.files {
        let text = analysis.sources.get(&file.path).map(|source| source.text.as_str()).unwrap_or_default();
        if let Some(after) = edited(text, &file.edits) {
            out.push_str(&diff(&file.path, text.as_bytes(), after.as_bytes(), styles));
        }
    }
    out
}
