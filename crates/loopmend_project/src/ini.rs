//! The INI dialect of `pytest.ini`, `tox.ini` and `setup.cfg`.

use std::ops::Range;

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
    text.lines().any(|line| {
        line.strip_prefix('[')
            .and_then(|rest| rest.split_once(']'))
            .is_some_and(|(name, _)| name.trim() == section)
    })
}

#[cfg(test)]
mod tests {
    use super::{entries, has_section, value};

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
}
