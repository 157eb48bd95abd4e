//! Comments that suppress diagnostics: those of loopmend, and equivalent ones of other tools.

use loopmend_core::{Diagnostic, LineIndex, Span};
use loopmend_index::summary::Comment;

use rustc_hash::FxHashMap;

use crate::rule::Rule;
use crate::rules;

/// A comment of loopmend, `# loopmend: ignore[...]`.
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
    /// The places in `lines` of the comments for a line, and under `None` of those for the whole file.
    by_line: FxHashMap<Option<u32>, Vec<usize>>,
}

impl Suppressions {
    /// Reads the comments of a file. A comment alone on its line applies to the next line of code.
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
            read.extend(foreign.map(|Foreign { code, reach }| {
                let line = match reach {
                    Reach::OwnLine => Some(own_line),
                    Reach::NextCode => Some(line),
                    Reach::File => None,
                };
                Line { line, kind: Kind::Foreign(code), uses: 0 }
            }));
        }
        let mut by_line: FxHashMap<Option<u32>, Vec<usize>> = FxHashMap::default();
        for (place, comment) in read.iter().enumerate() {
            by_line.entry(comment.line).or_default().push(place);
        }
        Self { lines: read, by_line }
    }

    /// `true` if a comment suppresses the diagnostic, on the line where the diagnostic starts or ends.
    pub(crate) fn suppress(&mut self, diagnostic: &Diagnostic, lines: &LineIndex) -> bool {
        let first = lines.line(diagnostic.span.start);
        let last = lines.line(diagnostic.span.end.saturating_sub(1).max(diagnostic.span.start));
        let rule = rules().iter().find(|rule| rule.code == diagnostic.code);
        let places = [None, Some(first), Some(last)].into_iter().filter_map(|line| self.by_line.get(&line));
        let names_rule = |place: &usize| self.lines[*place].kind.names(rule);
        let hit = places.filter_map(|places| places.iter().copied().find(names_rule)).min();
        hit.map(|place| self.lines[place].uses += 1).is_some()
    }

    /// The comments of loopmend with their uses. Names of rules that are off, that `loopmend test` also checks, or whose
    /// findings are gathered later, count as used: another run may need the comment. A comment without names is for all rules.
    pub(crate) fn into_own(self, is_enabled: impl Fn(&str) -> bool) -> Vec<(Suppression, usize)> {
        let own = self.lines.into_iter().filter_map(|comment| match comment.kind {
            Kind::Own(suppression) => Some((suppression, comment.uses)),
            Kind::Foreign(_) => None,
        });
        own.map(|(suppression, uses)| {
            let may_be_seen = |name: &String| {
                crate::find_rule(name)
                    .is_some_and(|rule| !is_enabled(name) || rule.is_of_runs() || rule.gathers())
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

/// `true` if a comment is one of loopmend, whether it suppresses anything or not.
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

/// A code in a comment of another tool.
#[derive(Debug, PartialEq, Eq)]
struct Foreign {
    /// `tool: code`.
    code: String,
    reach: Reach,
}

/// The reach of a comment of another tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    OwnLine,
    /// The next line of code, if the comment is alone on its line.
    NextCode,
    File,
}

/// The codes of `# noqa: A, B`, `# type: ignore[a]`, `# ty: ignore[a]`, `# pyright: ignore[a]`, and those of Ruff's own comments
/// (docs.astral.sh/ruff/linter/#error-suppression).
fn parse_foreign(text: &str) -> Vec<Foreign> {
    text.split('#')
        .map(str::trim)
        .flat_map(|part| [noqa(part), bracketed(part)].into_iter().flatten())
        .flatten()
        .collect()
}

/// `noqa: A, B`; for the whole file `ruff: noqa: A`.
fn noqa(part: &str) -> Option<Vec<Foreign>> {
    let (reach, rest) = match after_tool(part, "ruff") {
        Some(rest) => (Reach::File, rest),
        None => (Reach::OwnLine, part),
    };
    let word = rest.get(..4).filter(|word| word.eq_ignore_ascii_case("noqa"))?;
    let list = rest[word.len()..].trim_start().strip_prefix(':')?;
    let is_code = |name: &&str| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric());
    let names = list.split([',', ' ', '\t', ';']).filter(is_code);
    Some(names.map(|name| Foreign { code: format!("noqa: {name}"), reach }).collect())
}

/// `type: ignore[a]`, `ruff: ignore[a]`, `ruff: file-ignore[a]`. A code of Ruff counts as in `noqa`. The code of `type: ignore` alone is `*`.
fn bracketed(part: &str) -> Option<Vec<Foreign>> {
    let (tool, rest) = ["type", "ty", "pyright", "ruff"]
        .into_iter()
        .find_map(|tool| Some((tool, after_tool(part, tool)?)))?;
    let is_ruff = tool == "ruff";
    let of_file = rest.strip_prefix("file-ignore").filter(|_| is_ruff);
    let (reach, rest) = match of_file {
        Some(rest) => (Reach::File, rest),
        None => (if is_ruff { Reach::NextCode } else { Reach::OwnLine }, rest.strip_prefix("ignore")?),
    };
    let Some(rest) = rest.trim_start().strip_prefix('[') else {
        return (!is_ruff).then(|| vec![Foreign { code: format!("{tool}: *"), reach }]);
    };
    let (names, _) = rest.split_once(']')?;
    let is_code = |name: &str| is_ruff && name.ends_with(|last: char| last.is_ascii_digit());
    let codes = split_names(names).into_iter().map(|name| match is_code(&name) {
        true => format!("noqa: {name}"),
        false => format!("{tool}: {name}"),
    });
    Some(codes.map(|code| Foreign { code, reach }).collect())
}

fn after_tool<'a>(part: &'a str, tool: &str) -> Option<&'a str> {
    Some(part.strip_prefix(tool)?.trim_start().strip_prefix(':')?.trim_start())
}

#[cfg(test)]
mod tests {
    use loopmend_core::Span;
    use loopmend_index::summary::Comment;

    use super::{Foreign, Reach, parse_own};

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

    fn parse_foreign(text: &str) -> Vec<String> {
        super::parse_foreign(text).into_iter().map(|foreign| foreign.code).collect()
    }

    #[test]
    fn comments_of_ruff_speak_for_a_line_or_a_file() {
        let one = |text: &str| super::parse_foreign(text).pop();
        let of = |code: &str, reach| Some(Foreign { code: code.to_owned(), reach });
        assert_eq!(one("# so # ruff: ignore[async-busy-wait]"), of("ruff: async-busy-wait", Reach::NextCode));
        assert_eq!(one("# ruff:ignore[ASYNC110]"), of("noqa: ASYNC110", Reach::NextCode));
        assert_eq!(one("# ruff: file-ignore[ASYNC110]"), of("noqa: ASYNC110", Reach::File));
        assert_eq!(one("# ruff: noqa: ASYNC110"), of("noqa: ASYNC110", Reach::File));
        assert_eq!(one("# ruff: noqa"), None);
        assert_eq!(one("# type: ignore[call-arg]"), of("type: call-arg", Reach::OwnLine));
        assert_eq!(one("# type: ignore"), of("type: *", Reach::OwnLine));
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
    }
}
