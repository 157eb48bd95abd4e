//! Comments that suppress findings, in the place of fixes.

use std::collections::BTreeMap;

use loopmend_core::{Diagnostic, Edit, FileEdits, LineIndex, SourceText};

use super::{Candidate, Marks};
use crate::analysis::Analysis;

/// The start of a comment that ignores findings.
const COMMENT: &str = "# loopmend: ignore[";

/// Where the comment goes; the next is tried when one does no good: the line may end in the middle of a text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    LastLine,
    FirstLine,
    Above,
}

const PLACES: [Place; 3] = [Place::LastLine, Place::FirstLine, Place::Above];

/// A comment to write, known by where it goes.
type Key = (String, u32, Place);

/// The comments that suppress the wanted findings: one for each line.
pub(crate) fn ignoring(
    is_wanted: &dyn Fn(&Diagnostic) -> bool,
    analysis: &Analysis,
    bad: &Marks,
) -> Vec<Candidate> {
    let mut comments: BTreeMap<Key, Vec<&Diagnostic>> = BTreeMap::new();
    let mut lines: BTreeMap<&str, LineIndex> = BTreeMap::new();
    for finding in analysis.diagnostics.iter().filter(|finding| is_wanted(finding)) {
        let Some(source) = analysis.sources.get(&finding.path) else { continue };
        let Some(place) = PLACES.get(bad.count(finding)) else { continue };
        let lines = lines.entry(finding.path.as_str()).or_insert_with(|| LineIndex::new(&source.text));
        let first = lines.line(finding.span.start);
        let last = lines.line(finding.span.end.saturating_sub(1).max(finding.span.start));
        let line = if *place == Place::LastLine { last } else { first };
        // One comment on the first line or the last one is enough.
        let shared = [last, first].map(|line| (finding.path.clone(), line, Place::LastLine));
        let shared = shared.into_iter().find(|key| bad.count(finding) == 0 && comments.contains_key(key));
        let key = shared.unwrap_or_else(|| (finding.path.clone(), line, *place));
        comments.entry(key).or_default().push(finding);
    }
    let candidate = |((path, line, place), findings): (Key, Vec<&Diagnostic>)| {
        let mut rules: Vec<&str> = findings.iter().map(|finding| finding.rule.as_str()).collect();
        rules.sort_unstable();
        rules.dedup();
        let source = &analysis.sources[&path];
        let edit = comment(source, &lines[path.as_str()], line, place, &rules.join(", "));
        Candidate {
            files: vec![FileEdits::new(path.clone(), vec![edit])],
            path,
            title: "ignore it".to_owned(),
            mends: findings.into_iter().cloned().collect(),
        }
    };
    comments.into_iter().map(candidate).collect()
}

fn comment(source: &SourceText, lines: &LineIndex, line: u32, place: Place, rules: &str) -> Edit {
    let start = lines.line_start(line, &source.text);
    let text = lines.line_text(line, &source.text);
    if place == Place::Above {
        let indentation = &text[..text.len() - text.trim_start_matches([' ', '\t', '\x0c']).len()];
        return Edit::insertion(
            start,
            format!("{indentation}{COMMENT}{rules}]{}", line_ending(&source.text)),
        );
    }
    if let Some(at) = text.rfind(COMMENT)
        && let Some(end) = text[at..].find(']')
    {
        return Edit::insertion(start + (at + end) as u32, format!(", {rules}"));
    }
    let gap = if text.ends_with([' ', '\t']) { "" } else { "  " };
    Edit::insertion(start + text.len() as u32, format!("{gap}{COMMENT}{rules}]"))
}

/// The line ending that the text uses first.
fn line_ending(text: &str) -> &'static str {
    match text.find(['\n', '\r']) {
        Some(at) if text[at..].starts_with("\r\n") => "\r\n",
        Some(at) if text[at..].starts_with('\r') => "\r",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests {
    use loopmend_core::{LineIndex, SourceKind, SourceText, edited};

    use super::{Place, comment};

    fn commented(text: &str, line: u32, place: Place) -> String {
        let source = SourceText::new(text, SourceKind::Python);
        let edit = comment(&source, &LineIndex::new(text), line, place, "a, b");
        edited(text, &[edit]).unwrap()
    }

    #[test]
    fn a_comment_stands_behind_the_code_or_above_it() {
        assert_eq!(commented("x\r\nf()\r\n", 2, Place::LastLine), "x\r\nf()  # loopmend: ignore[a, b]\r\n");
        assert_eq!(commented("f() # why", 1, Place::FirstLine), "f() # why  # loopmend: ignore[a, b]");
        assert_eq!(commented("\tf()\r", 1, Place::Above), "\t# loopmend: ignore[a, b]\r\tf()\r");
    }

    #[test]
    fn a_comment_of_ours_that_is_there_takes_the_rules_in() {
        let text = "f()  # loopmend: ignore[c] # x\n";
        assert_eq!(commented(text, 1, Place::LastLine), "f()  # loopmend: ignore[c, a, b] # x\n");
    }
}
