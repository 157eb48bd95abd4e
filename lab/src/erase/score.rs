//! Whether what an erasure adds to the findings is about the erasure.

use loopmend_core::LineIndex;

use super::Site;
use crate::harness::*;

/// What an erasure added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Score {
    /// The findings that point to the erased place: they meet the statement, or name in the code below it what the
    /// value was bound to.
    pub(crate) here: Vec<Finding>,
    /// The others.
    pub(crate) elsewhere: Vec<Finding>,
}

impl Score {
    /// Tells the findings apart. `text` is the file with its `await`, and the places of the findings are those in it.
    pub(crate) fn of(site: &Site, text: &str, added: Vec<Finding>) -> Self {
        let lines = LineIndex::new(text);
        let (here, elsewhere) = added.into_iter().partition(|finding| points_to(finding, site, text, &lines));
        Self { here, elsewhere }
    }

    /// The best confidence with which the erased place was found.
    pub(crate) fn confidence(&self) -> Option<&str> {
        best_confidence(&self.here)
    }
}

fn points_to(finding: &Finding, site: &Site, text: &str, lines: &LineIndex) -> bool {
    if finding.path != site.path || !finding.code.starts_with(AWAITABLES) {
        return false;
    }
    let start = offset(finding.start(), text, lines);
    let end = offset(finding.end(), text, lines);
    if start < site.statement_end && site.statement_start < end {
        return true;
    }
    let flagged = text.get(start..end).unwrap_or_default();
    let names = |target: &String| names(flagged, target) || names(&finding.message, target);
    start >= site.statement_end && site.target.iter().any(names)
}

/// The byte of a line and column, from 1.
fn offset((line, column): (usize, usize), text: &str, lines: &LineIndex) -> usize {
    let start = lines.line_start(line as u32, text) as usize;
    let rest = text.get(start..).unwrap_or_default();
    start + rest.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum::<usize>()
}

/// Whether a name, or what is written like `self.name`, stands in a text as a whole.
fn names(text: &str, name: &str) -> bool {
    let continues = |c: char| c.is_alphanumeric() || c == '_';
    !name.is_empty()
        && text.match_indices(name).any(|(at, _)| {
            !text[..at].ends_with(|c| continues(c) || c == '.')
                && !text[at + name.len()..].starts_with(continues)
        })
}

#[cfg(test)]
mod tests {
    use super::super::sites::tests::sites;
    use super::super::sites::{Kind, Site};
    use super::{Score, names};
    use crate::harness::Finding;

    const TEXT: &str = "é = 1\nx = await f()\nif x: g()\nx.y()\n";

    fn site() -> Site {
        sites(TEXT, Kind::Assignment, &["x"]).remove(0)
    }

    #[test]
    fn the_statement_and_uses_below_it_are_the_place() {
        let mut used = Finding::example("a.py", "used", (3, 4));
        used.end_column = 5;
        let there = Finding::example("a.py", "there", (2, 11));
        let score = Score::of(&site(), TEXT, vec![used.clone(), there.clone()]);
        assert_eq!(score, Score { here: vec![used, there], elsewhere: vec![] });
    }

    #[test]
    fn a_message_may_name_the_variable() {
        let mut found = Finding::example("a.py", "used", (3, 7));
        found.message = "`x` is a coroutine".into();
        assert_eq!(Score::of(&site(), TEXT, vec![found]).here.len(), 1);
    }

    #[test]
    fn other_lines_files_and_rules_are_elsewhere() {
        let found = vec![
            Finding::example("a.py", "other", (3, 7)),
            Finding::example("b.py", "other", (2, 11)),
            Finding { code: "LM004".into(), ..Finding::example("a.py", "other", (2, 11)) },
            Finding { message: "`x`".into(), ..Finding::example("a.py", "above", (1, 1)) },
        ];
        assert_eq!(Score::of(&site(), TEXT, found.clone()), Score { here: vec![], elsewhere: found });
    }

    #[test]
    fn the_best_confidence_counts() {
        let likely = Finding { confidence: "likely".into(), ..Finding::example("a.py", "one", (2, 11)) };
        let score = |here| Score { here, elsewhere: vec![] };
        assert_eq!(
            score(vec![likely.clone(), Finding::example("a.py", "two", (2, 11))]).confidence(),
            Some("certain")
        );
        assert_eq!(score(vec![likely]).confidence(), Some("likely"));
        assert_eq!(score(vec![]).confidence(), None);
    }

    #[test]
    fn only_whole_names_are_named() {
        assert!(names("`x` and y", "x") && names("self.x", "self.x") && names("x.close()", "x"));
        assert!(!names("max", "x") && !names("self.x", "x") && !names("x_", "x") && !names("a", ""));
    }
}
