//! Whether a mutation was found.

use std::collections::BTreeMap;

use serde::Serialize;

use super::draw::{Family, Mutation};
use crate::edits::new_lines;
use crate::loopmend::Finding;

/// How the codes of the rules start that are about awaitables and tasks.
const CODES: &str = "LM1";

/// The rule of a text that is no Python.
const NO_PYTHON: &str = "syntax-error";

/// A mutation and what the check said of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Scored {
    /// What was changed.
    #[serde(flatten)]
    pub(super) mutation: Mutation,
    /// The best confidence of a finding at its lines.
    pub(super) confidence: Option<String>,
    /// What is said there, with the rule's name.
    pub(super) here: Vec<String>,
    /// The lines that a fix of one of these makes, where one is applied.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) mended: Option<Vec<String>>,
    /// What is said elsewhere in the file and was not said before.
    pub(super) elsewhere: Vec<String>,
}

impl Scored {
    /// Whether it was found.
    pub(super) fn is_found(&self) -> bool {
        self.confidence.is_some()
    }

    /// Whether it was missed, or flagged though it is none.
    pub(super) fn is_wrong(&self) -> bool {
        self.is_found() == (self.mutation.family == Family::Alike)
    }

    /// Whether the mutated text could be parsed.
    pub(super) fn is_python(&self) -> bool {
        let is_parsed = |said: &String| !said.starts_with(NO_PYTHON);
        self.here.iter().all(is_parsed) && self.elsewhere.iter().all(is_parsed)
    }
}

/// Tells what is new in the file of a mutation, from its old text and its new one.
pub(super) fn score(
    mutation: &Mutation,
    old: &str,
    new: &str,
    base: &[Finding],
    found: &[Finding],
) -> Scored {
    let (first, last) = mutation.lines;
    let meets = |finding: &Finding| finding.line <= last && first <= finding.end_line;
    let added = added(&mutation.path, old, new, base, found);
    let is_here = |finding: &&Finding| finding.code.starts_with(CODES) && meets(finding);
    let (here, elsewhere): (Vec<&Finding>, Vec<&Finding>) =
        added.iter().partition(|finding| is_here(finding));
    let certain = here.iter().find(|finding| finding.confidence == "certain");
    let fix = here.iter().find_map(|finding| finding.fix.as_ref().filter(|fix| fix.is_applied()));
    let said = |finding: &&Finding| format!("{}: {}", finding.rule, finding.message);
    Scored {
        mutation: mutation.clone(),
        confidence: certain.or(here.first()).map(|finding| finding.confidence.clone()),
        here: here.iter().map(said).collect(),
        mended: fix.map(|fix| new_lines(new, &fix.edits)),
        elsewhere: elsewhere
            .iter()
            .map(|finding| format!("{} (line {})", said(finding), finding.line))
            .collect(),
    }
}

/// The findings of a file that were not there before. The lines of a file move, so that the text of a line stands for
/// its number.
fn added<'f>(path: &str, old: &str, new: &str, base: &[Finding], found: &'f [Finding]) -> Vec<&'f Finding> {
    let in_file = |finding: &&Finding| finding.path == path;
    let key = |finding: &Finding, lines: &[&str]| {
        let line = lines.get(finding.line - 1).map_or("", |line| line.trim());
        (finding.rule.clone(), finding.message.clone(), line.to_owned())
    };
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for finding in base.iter().filter(in_file) {
        *known.entry(key(finding, &old)).or_default() += 1;
    }
    let is_new = |finding: &&Finding| match known.get_mut(&key(finding, &new)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    found.iter().filter(in_file).filter(is_new).collect()
}

#[cfg(test)]
mod tests {
    use super::super::draw::Family;
    use super::super::draw::tests::mutation;
    use super::score;
    use crate::loopmend::Finding;

    const OLD: &str = "a()\nb()\n";
    const NEW: &str = "import x\nf(h)\na()\nb()\n";

    #[test]
    fn what_is_new_at_the_lines_counts() {
        let base = [Finding::example("a.py", "one", (1, 1))];
        let found = [
            Finding::example("a.py", "one", (3, 1)),
            Finding::example("a.py", "two", (2, 1)),
            Finding::example("a.py", "three", (4, 1)),
            Finding::example("b.py", "four", (2, 1)),
        ];
        let scored = score(&mutation("a.py", "replaced"), OLD, NEW, &base, &found);
        assert_eq!(scored.confidence.as_deref(), Some("certain"));
        assert_eq!(
            (scored.here, scored.elsewhere),
            (vec!["two: words".to_owned()], vec!["three: words (line 4)".to_owned()],)
        );
    }

    #[test]
    fn a_look_alike_must_stay_silent() {
        let mut alike = mutation("a.py", "a plain function");
        alike.family = Family::Alike;
        assert!(!score(&alike, OLD, NEW, &[], &[]).is_wrong());
        assert!(score(&alike, OLD, NEW, &[], &[Finding::example("a.py", "two", (2, 1))]).is_wrong());
        assert!(score(&mutation("a.py", "replaced"), OLD, NEW, &[], &[]).is_wrong());
    }

    #[test]
    fn what_is_no_python_is_told() {
        let broken = Finding { code: "LM001".into(), ..Finding::example("a.py", "syntax-error", (2, 1)) };
        let scored = score(&mutation("a.py", "replaced"), OLD, NEW, &[], &[broken]);
        assert!(!scored.is_python() && !scored.is_found());
    }
}
