//! Comments that suppress diagnostics: loopmend's own, and those of other tools that mean the same.

use loopmend_core::{Diagnostic, LineIndex, Span};
use loopmend_semantic::Comment;

use crate::rule::Rule;
use crate::rules;

/// A comment of ours, `# loopmend: ignore[...]`.
#[derive(Debug, Clone)]
pub(crate) struct Suppression {
    /// The part of the comment from `loopmend:` to the closing bracket.
    pub(crate) span: Span,
    /// The names or codes in the brackets; `None` without brackets.
    pub(crate) rules: Option<Vec<String>>,
    /// Whether it is `ignore-file`.
    pub(crate) is_file: bool,
}

struct Line {
    /// The line (from 1) whose diagnostics are suppressed; `None` for the whole file.
    line: Option<u32>,
    kind: Kind,
    uses: usize,
}

enum Kind {
    Own(Suppression),
    /// `tool: code` of another tool.
    Foreign(String),
}

/// The suppressions of one file.
pub(crate) struct Suppressions {
    lines: Vec<Line>,
}

impl Suppressions {
    /// Reads the comments of a file. One that stands alone on its line speaks for the next line of code.
    pub(crate) fn read(comments: &[Comment], text: &str, lines: &LineIndex) -> Self {
        let mut read = Vec::new();
        let mut next_code = 0;
        for comment in comments {
            let own_line = lines.line(comment.span.start);
            if comment.own_line && next_code < own_line {
                next_code = next_code_line(own_line, text, lines);
            }
            let line = if comment.own_line { next_code } else { own_line };
            read.extend(parse_own(comment).map(|suppression| Line {
                line: (!suppression.is_file).then_some(line),
                kind: Kind::Own(suppression),
                uses: 0,
            }));
            let foreign = parse_foreign(&comment.text).into_iter();
            read.extend(foreign.map(|code| Line {
                line: Some(own_line),
                kind: Kind::Foreign(code),
                uses: 0,
            }));
        }
        Self { lines: read }
    }

    /// Whether a comment suppresses the diagnostic: on the line where it starts or ends.
    pub(crate) fn suppress(&mut self, diagnostic: &Diagnostic, lines: &LineIndex) -> bool {
        let first = lines.line(diagnostic.span.start);
        let last = lines.line(diagnostic.span.end.saturating_sub(1).max(diagnostic.span.start));
        let rule = rules().iter().find(|rule| rule.code == diagnostic.code);
        let hit = self.lines.iter_mut().find(|comment| {
            comment.line.is_none_or(|line| line == first || line == last) && comment.kind.names(rule)
        });
        hit.map(|comment| comment.uses += 1).is_some()
    }

    /// Our own comments with their uses. Names of rules that are not enabled, or that tell of runs of the tests too, count as used: the
    /// comment may be there for another run. One without names is for all rules.
    pub(crate) fn into_own(self, is_enabled: impl Fn(&str) -> bool) -> Vec<(Suppression, usize)> {
        let own = self.lines.into_iter().filter_map(|comment| match comment.kind {
            Kind::Own(suppression) => Some((suppression, comment.uses)),
            Kind::Foreign(_) => None,
        });
        own.map(|(suppression, uses)| {
            let may_be_seen = |name: &String| {
                crate::find_rule(name).is_some_and(|rule| !is_enabled(name) || rule.is_of_runs())
            };
            let for_another_run =
                suppression.rules.as_ref().is_none_or(|names| names.iter().any(may_be_seen));
            (suppression, if for_another_run { uses.max(1) } else { uses })
        })
        .collect()
    }
}

impl Kind {
    fn names(&self, rule: Option<&Rule>) -> bool {
        let Some(rule) = rule else { return false };
        match self {
            Kind::Own(Suppression { rules: None, .. }) => true,
            Kind::Own(Suppression { rules: Some(names), .. }) => {
                names.iter().any(|name| rule.is_called(name))
            }
            Kind::Foreign(code) => rule.spec.same_as.contains(&code.as_str()),
        }
    }
}

fn next_code_line(line: u32, text: &str, lines: &LineIndex) -> u32 {
    let is_code = |line: &u32| {
        let content = lines.line_text(*line, text).trim_start();
        !content.is_empty() && !content.starts_with('#')
    };
    (line + 1..=lines.line_count() as u32).find(is_code).unwrap_or(u32::MAX)
}

/// Whether a comment is one of ours, which may have suppressed nothing.
pub(crate) fn is_own(comment: &Comment) -> bool {
    parse_own(comment).is_some()
}

fn parse_own(comment: &Comment) -> Option<Suppression> {
    let start = comment.text.find("loopmend:")?;
    let rest = comment.text[start + "loopmend:".len()..].trim_start();
    let word_start = comment.text.len() - rest.len();
    let (is_file, after) = match rest.strip_prefix("ignore-file") {
        Some(after) => (true, after),
        None => (false, rest.strip_prefix("ignore")?),
    };
    if after.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_') {
        return None;
    }
    let word_end = word_start + (rest.len() - after.len());
    let list = after.strip_prefix('[').and_then(|list| list.split_once(']'));
    let (rules, end) = match list {
        Some((names, _)) => (Some(split_names(names)), word_end + names.len() + 2),
        None => (None, word_end),
    };
    let offset = comment.span.start;
    Some(Suppression { span: Span::new(offset + start as u32, offset + end as u32), rules, is_file })
}

fn split_names(names: &str) -> Vec<String> {
    names.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// The codes of `# noqa: A, B`, `# type: ignore[a]`, `# ty: ignore[a]`, `# pyright: ignore[a]`, each as
/// `tool: code`.
fn parse_foreign(text: &str) -> Vec<String> {
    let mut codes = Vec::new();
    for part in text.split('#').map(str::trim) {
        let lower = part.to_ascii_lowercase();
        if let Some(list) = lower.strip_prefix("noqa").and_then(|rest| rest.trim_start().strip_prefix(':')) {
            let written = &part[part.len() - list.len()..];
            let is_code = |name: &&str| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric());
            let names = written.split([',', ' ', '\t', ';']).filter(is_code);
            codes.extend(names.map(|name| format!("noqa: {name}")));
        }
        for tool in ["type", "ty", "pyright"] {
            let list = part
                .strip_prefix(tool)
                .and_then(|rest| rest.trim_start().strip_prefix(':'))
                .and_then(|rest| rest.trim_start().strip_prefix("ignore"))
                .and_then(|rest| rest.trim_start().strip_prefix('['))
                .and_then(|rest| rest.split_once(']'));
            if let Some((names, _)) = list {
                codes.extend(split_names(names).into_iter().map(|name| format!("{tool}: {name}")));
            }
        }
    }
    codes
}

#[cfg(test)]
mod tests {
    use loopmend_core::Span;
    use loopmend_semantic::Comment;

    use super::{parse_foreign, parse_own};

    fn own(text: &str) -> Option<(Option<Vec<String>>, bool, Span)> {
        let comment =
            Comment { span: Span::new(10, 10 + text.len() as u32), text: text.to_owned(), own_line: false };
        parse_own(&comment).map(|suppression| (suppression.rules, suppression.is_file, suppression.span))
    }

    #[test]
    fn our_comments_are_read_as_people_write_them() {
        let names = |names: &[&str]| Some(names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
        assert_eq!(
            own("# loopmend: ignore[a-b, LM101]"),
            Some((names(&["a-b", "LM101"]), false, Span::new(12, 40)))
        );
        assert_eq!(own("#loopmend:ignore"), Some((None, false, Span::new(11, 26))));
        assert_eq!(own("# x # loopmend: ignore-file[a] # y").map(|found| found.1), Some(true));
        assert_eq!(own("# loopmend: ignored"), None);
        assert_eq!(own("# loopmend is fine"), None);
    }

    #[test]
    fn comments_of_other_tools_are_read_with_their_codes() {
        assert_eq!(parse_foreign("# noqa: RUF006, E501"), ["noqa: RUF006", "noqa: E501"]);
        assert_eq!(
            parse_foreign("# NoQA:RUF006 # type: ignore[a,b]"),
            ["noqa: RUF006", "type: a", "type: b"]
        );
        assert_eq!(parse_foreign("# ty: ignore[unused-awaitable]"), ["ty: unused-awaitable"]);
        assert_eq!(
            parse_foreign("# pyright:ignore[reportUnusedCoroutine]"),
            ["pyright: reportUnusedCoroutine"]
        );
        assert!(parse_foreign("# noqa").is_empty());
        assert!(parse_foreign("# type: ignore").is_empty());
    }
}
