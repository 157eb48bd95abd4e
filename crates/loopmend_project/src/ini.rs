//! The INI dialect of `pytest.ini`, `tox.ini` and `setup.cfg`.

use std::ops::Range;

use rustc_hash::FxHashSet;

/// A key with its value.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Entry<'t> {
    pub(crate) key: &'t str,
    /// Where the key stands, in bytes.
    pub(crate) range: Range<usize>,
    /// Further lines are joined by line feeds.
    pub(crate) value: String,
}

/// The entries of a section, in the order of the text. A key in no section, and a line that is neither, say nothing.
pub(crate) fn entries<'t>(text: &'t str, section: &str) -> Vec<Entry<'t>> {
    let mut entries: Vec<Entry<'t>> = Vec::new();
    let mut is_inside = false;
    let mut is_open = false;
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let start = offset;
        offset += line.len();
        let trimmed = line.trim();
        if trimmed.is_empty() || trimmed.starts_with(['#', ';']) {
            continue;
        }
        if line.starts_with([' ', '\t']) {
            if let Some(entry) = entries.last_mut().filter(|_| is_open) {
                entry.value.push('\n');
                entry.value.push_str(trimmed);
            }
            continue;
        }
        is_open = false;
        if let Some(name) = trimmed.strip_prefix('[').and_then(|rest| rest.split(']').next()) {
            is_inside = name.trim() == section;
        } else if is_inside && let Some((key, value)) = trimmed.split_once(['=', ':']) {
            let key = key.trim();
            entries.push(Entry { key, range: start..start + key.len(), value: value.trim().to_owned() });
            is_open = true;
        }
    }
    entries
}

/// The value of a key in a section; `None` when the section or the key is missing.
pub(crate) fn value(text: &str, section: &str, key: &str) -> Option<String> {
    let mut entries = entries(text, section).into_iter();
    entries.find(|entry| entry.key == key).map(|entry| entry.value)
}

/// Whether the text has the section.
pub(crate) fn has_section(text: &str, section: &str) -> bool {
    line_of_section(text, section).is_some()
}

/// A line as pytest's parser (iniconfig) reads it.
#[derive(Clone, Copy)]
enum Line<'t> {
    Blank,
    Section(&'t str),
    Key(&'t str),
    /// It continues the value of a key.
    Continuation,
}

impl<'t> Line<'t> {
    /// The kind of a line, or the reason why there is none.
    fn of(line: &'t str) -> Result<Self, String> {
        const COMMENTS: [char; 2] = ['#', ';'];
        let line = line.trim_end();
        if line.trim_start().is_empty() || line.trim_start().starts_with(COMMENTS) {
            return Ok(Self::Blank);
        }
        if line.starts_with('[') {
            let before_comment = line.split(COMMENTS).next().unwrap_or_default().trim_end();
            return match before_comment.strip_suffix(']').map(|section| &section[1..]) {
                Some("") => Err("empty section name".to_owned()),
                Some(section) => Ok(Self::Section(section)),
                None => Ok(Self::Continuation),
            };
        }
        if line.starts_with(char::is_whitespace) {
            return Ok(Self::Continuation);
        }
        let key = line.split_once('=').filter(|(key, _)| !key.contains(':')).or_else(|| line.split_once(':'));
        key.map(|(key, _)| Self::Key(key.trim())).ok_or_else(|| format!("unexpected line: `{line}`"))
    }
}

/// Why pytest refuses a text, with the line from 1: it reads the whole file, and not its own section alone.
pub(crate) fn refusal(text: &str) -> Option<(usize, String)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = match Line::of(line) {
            Ok(Line::Blank) => continue,
            Ok(Line::Continuation) if !matches!(lines.last(), Some((_, Line::Key(_)))) => {
                return Some((index + 1, "unexpected value continuation".to_owned()));
            }
            Ok(Line::Continuation) => continue,
            Ok(line) => line,
            Err(reason) => return Some((index + 1, reason)),
        };
        lines.push((index + 1, line));
    }
    let mut section = None;
    let (mut sections, mut keys) = (FxHashSet::default(), FxHashSet::default());
    lines.into_iter().find_map(|(number, line)| {
        let reason = match (line, section) {
            (Line::Section(name), _) => {
                section = Some(name);
                (!sections.insert(name)).then(|| format!("duplicate section `{name}`"))
            }
            (Line::Key(_), None) => Some("no section header defined".to_owned()),
            (Line::Key(name), Some(section)) => {
                (!keys.insert((section, name))).then(|| format!("duplicate name `{name}`"))
            }
            (Line::Blank | Line::Continuation, _) => None,
        };
        reason.map(|reason| (number, reason))
    })
}

/// The line, from 1, of the header of a section.
pub(crate) fn line_of_section(text: &str, section: &str) -> Option<usize> {
    text.lines().position(|line| is_header(line, section)).map(|index| index + 1)
}

fn is_header(line: &str, section: &str) -> bool {
    line.strip_prefix('[')
        .and_then(|rest| rest.split_once(']'))
        .is_some_and(|(name, _)| name.trim() == section)
}

#[cfg(test)]
mod tests {
    use super::{entries, has_section, line_of_section, refusal, value};

    const TEXT: &str = "
[other]
pythonpath = wrong
[pytest]
# comment
addopts = -q
  --strict
pythonpath: src
    # between
    tests/lib
asyncio_mode=auto
[empty]
";

    #[test]
    fn values_are_found_by_section_and_key() {
        assert_eq!(value(TEXT, "pytest", "pythonpath").as_deref(), Some("src\ntests/lib"));
        assert_eq!(value(TEXT, "pytest", "asyncio_mode").as_deref(), Some("auto"));
        assert_eq!(value(TEXT, "pytest", "--strict"), None);
        assert_eq!(value(TEXT, "empty", "pythonpath"), None);
        assert!(has_section(TEXT, "empty") && !has_section(TEXT, "tool:pytest"));
        let keys = entries(TEXT, "pytest").into_iter().map(|entry| &TEXT[entry.range]);
        assert_eq!(keys.collect::<Vec<_>>(), ["addopts", "pythonpath", "asyncio_mode"]);
    }

    #[test]
    fn a_text_is_refused_where_the_parser_of_pytest_refuses_it() {
        let refused = |text: &str| refusal(text).map(|(line, reason)| format!("{line}: {reason}"));
        assert_eq!(refused(TEXT), None);
        assert_eq!(line_of_section(TEXT, "empty"), Some(12));
        for (text, expected) in [
            ("[a]\nx = 1\n\nx = 2\n", "4: duplicate name `x`"),
            ("[a]\nx = 1\n[b]\nx = 2\n[a]\n", "5: duplicate section `a`"),
            ("x = 1\n[a]\n", "1: no section header defined"),
            ("[]\n", "1: empty section name"),
            ("[a]\n  x = 1\n", "2: unexpected value continuation"),
            ("[a\n", "1: unexpected value continuation"),
            ("[a]\nx\n", "2: unexpected line: `x`"),
            ("[a]\nx = 1\nx = 2\ny\n", "4: unexpected line: `y`"),
        ] {
            assert_eq!(refused(text).as_deref(), Some(expected), "{text}");
        }
        for text in
            ["", "# only\n", "\u{feff}[a] # b\nx: 1\n  [b]\n ; c\n  x = 2\n[b]\nx = 1\n", "[a]\r\nx=1\r\n"]
        {
            assert_eq!(refused(text), None, "{text}");
        }
    }
}
