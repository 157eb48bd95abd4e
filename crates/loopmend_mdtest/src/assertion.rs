use std::fmt;

use loopmend_core::Level;

use crate::failure::Failure;

/// An expected diagnostic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Assertion {
    /// The line of the file without assertions, from 1.
    pub(crate) line: usize,
    /// The line of the page that the assertion stands on.
    pub(crate) page_line: usize,
    pub(crate) expected: Expected,
}

/// What is expected of a diagnostic; what is `None` may be anything (but the rule, which is then the page's).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Expected {
    pub(crate) level: Level,
    pub(crate) column: Option<u32>,
    /// A name or a code.
    pub(crate) rule: Option<String>,
    pub(crate) message_part: Option<String>,
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "# {}", self.level)?;
        if self.column.is_some() || self.rule.is_some() || self.message_part.is_some() {
            f.write_str(":")?;
        }
        if let Some(column) = self.column {
            write!(f, " {column}")?;
        }
        if let Some(rule) = &self.rule {
            write!(f, " [{rule}]")?;
        }
        if let Some(part) = &self.message_part {
            write!(f, " \"{part}\"")?;
        }
        Ok(())
    }
}

/// A file without its assertions, and the assertions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct AssertedText {
    pub(crate) text: String,
    pub(crate) assertions: Vec<Assertion>,
    /// The page line of each line of `text`, and of its end.
    page_lines: Vec<usize>,
}

impl AssertedText {
    /// A file without assertions, whose first line is line `page_line` of the page.
    pub(crate) fn plain(content: &str, page_line: usize) -> Self {
        let page_lines = (page_line..=page_line + content.lines().count()).collect();
        Self { text: content.to_owned(), assertions: Vec::new(), page_lines }
    }

    /// Cuts the assertions out of `content`, whose first line is line `page_line` of the page.
    pub(crate) fn read(content: &str, page_line: usize, failures: &mut Vec<Failure>) -> Self {
        let mut out = Self::default();
        let mut above = Vec::new();
        let mut next_page_line = page_line;
        for line in content.lines() {
            let page_line = next_page_line;
            next_page_line += 1;
            let (code, found) = split_line(line).unwrap_or_else(|message| {
                failures.push(Failure::new(page_line, message));
                (line, Vec::new())
            });
            above.extend(found.into_iter().map(|expected| (page_line, expected)));
            let only_assertions = code.len() < line.len() && code.trim().is_empty();
            if only_assertions {
                continue;
            }
            if code.trim().is_empty() && !above.is_empty() {
                failures.push(Failure::new(page_line, "an assertion stands directly above its line"));
            }
            out.page_lines.push(page_line);
            let line = out.page_lines.len();
            out.assertions.extend(above.drain(..).map(|(page_line, expected)| Assertion {
                line,
                page_line,
                expected,
            }));
            out.text.push_str(code);
            out.text.push('\n');
        }
        for (page_line, _) in above {
            failures.push(Failure::new(page_line, "no line follows this assertion"));
        }
        out.page_lines.push(next_page_line);
        out
    }

    /// The page line of a line (from 1) of the text; that of the end for a line past the last.
    pub(crate) fn page_line(&self, line: usize) -> usize {
        let index = line.saturating_sub(1).min(self.page_lines.len().saturating_sub(1));
        self.page_lines.get(index).copied().unwrap_or_default()
    }
}

/// The line up to its assertions, and the assertions. A line without assertions stays as it is.
fn split_line(line: &str) -> Result<(&str, Vec<Expected>), String> {
    for (at, _) in line.match_indices("# ") {
        if let Some(found) = parse_assertions(&line[at..])? {
            return Ok((line[..at].trim_end(), found));
        }
    }
    Ok((line, Vec::new()))
}

/// Reads one or more assertions up to the end of the line; `None` where another comment stands.
fn parse_assertions(text: &str) -> Result<Option<Vec<Expected>>, String> {
    let mut found = Vec::new();
    let mut rest = text.trim_end();
    loop {
        let Some((level, after)) = strip_level(rest) else { return Ok(None) };
        let (expected, after) = match after.strip_prefix(':') {
            Some(details) => parse_details(level, details)?,
            None => (Expected { level, column: None, rule: None, message_part: None }, after),
        };
        found.push(expected);
        rest = after.trim_start();
        if rest.is_empty() {
            return Ok(Some(found));
        }
        if rest.starts_with(|first: char| "[\"".contains(first) || first.is_ascii_digit()) {
            return Err(format!("no assertion: {text}\n{DETAILS}"));
        }
    }
}

const DETAILS: &str = "after `# error` or `# warn` come a colon, a column, [a rule], \"a part of the message\": \
                       one of them at least, in this order";

fn strip_level(text: &str) -> Option<(Level, &str)> {
    [("# error", Level::Error), ("# warn", Level::Warn)].into_iter().find_map(|(word, level)| {
        let rest = text.strip_prefix(word)?;
        let ends = rest.is_empty() || rest.starts_with([':', ' ']);
        ends.then_some((level, rest))
    })
}

fn parse_details(level: Level, details: &str) -> Result<(Expected, &str), String> {
    let no_details = || format!("no assertion: # {level}:{details}\n{DETAILS}");
    let mut rest = details.trim_start();
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let column = match digits {
        0 => None,
        _ => Some(rest[..digits].parse().map_err(|_| no_details())?),
    };
    rest = rest[digits..].trim_start();
    let rule = take_enclosed(&mut rest, '[', ']').ok_or_else(no_details)?;
    let message_part = take_enclosed(&mut rest, '"', '"').ok_or_else(no_details)?;
    let says_something = column.is_some() || rule.is_some() || message_part.is_some();
    let ends = rest.is_empty() || strip_level(rest).is_some();
    if !says_something || !ends {
        return Err(no_details());
    }
    Ok((Expected { level, column, rule, message_part }, rest))
}

/// Takes what stands between `open` and `close` at the start of `rest`: `Some(None)` when `open` is not
/// there, `None` when it is not closed.
fn take_enclosed(rest: &mut &str, open: char, close: char) -> Option<Option<String>> {
    let Some(inner) = rest.strip_prefix(open) else { return Some(None) };
    let (inside, after) = inner.split_once(close)?;
    *rest = after.trim_start();
    Some(Some(inside.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::AssertedText;
    use crate::failure::Failure;

    fn read(content: &str) -> (AssertedText, Vec<Failure>) {
        let mut failures = Vec::new();
        let asserted = AssertedText::read(content, 10, &mut failures);
        (asserted, failures)
    }

    fn shown(asserted: &AssertedText) -> Vec<String> {
        let line = |a: &super::Assertion| format!("{} (page {}) {}", a.line, a.page_line, a.expected);
        asserted.assertions.iter().map(line).collect()
    }

    #[test]
    fn assertions_are_cut_out_and_know_their_line() {
        let (asserted, failures) = read(
            "import x\n\
             f()  # noqa: RUF006  # error\n\
             # warn: 3 [rule-name] \"a `part`\"\n\
             # error: \"#\"\n\
             g(); h()  # error: [LM101] # warn\n\
             \n\
             i()\n",
        );
        assert_eq!(failures, []);
        assert_eq!(asserted.text, "import x\nf()  # noqa: RUF006\ng(); h()\n\ni()\n");
        assert_eq!(
            shown(&asserted),
            [
                "2 (page 11) # error",
                "3 (page 12) # warn: 3 [rule-name] \"a `part`\"",
                "3 (page 13) # error: \"#\"",
                "3 (page 14) # error: [LM101]",
                "3 (page 14) # warn",
            ]
        );
        let pages: Vec<usize> = (1..=7).map(|line| asserted.page_line(line)).collect();
        assert_eq!(pages, [10, 11, 14, 15, 16, 17, 17]);
    }

    #[test]
    fn other_comments_are_no_assertions() {
        let content = "f()  # errors are fine\n# warned\n# error handling: below\nx = \"# error\"\n";
        let (asserted, failures) = read(content);
        assert_eq!((asserted.text.as_str(), failures.len()), (content, 0));
        assert_eq!(shown(&asserted), [""; 0]);
    }

    #[test]
    fn what_nearly_is_an_assertion_fails() {
        for wrong in ["# error [rule]", "# error:", "# error: rule", "# error: [rule", "# warn: \"a\" [b]"] {
            let (_, failures) = read(&format!("f()  {wrong}\n"));
            assert_eq!(failures.len(), 1, "{wrong}");
            assert!(failures[0].message.starts_with("no assertion: # "), "{wrong}: {}", failures[0].message);
        }
    }

    #[test]
    fn an_assertion_of_its_own_line_needs_a_line() {
        let (_, failures) = read("# error\n\nf()\n# error\n");
        let shown: Vec<_> = failures.iter().map(|f| (f.line, f.message.as_str())).collect();
        assert_eq!(
            shown,
            [(11, "an assertion stands directly above its line"), (13, "no line follows this assertion")]
        );
    }
}
