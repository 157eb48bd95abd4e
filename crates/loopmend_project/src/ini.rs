//! The INI dialect of `pytest.ini`, `tox.ini` and `setup.cfg`.

/// The value of a key in a section; further lines of a value are joined by line feeds. `None` when the
/// section or the key is missing.
pub(crate) fn value(text: &str, section: &str, key: &str) -> Option<String> {
    let mut inside = false;
    let mut found: Option<String> = None;
    for line in text.lines() {
        let trimmed = line.trim();
        if trimmed.is_empty() || trimmed.starts_with(['#', ';']) {
            continue;
        }
        let continues = line.starts_with([' ', '\t']);
        match &mut found {
            Some(value) if continues => {
                value.push('\n');
                value.push_str(trimmed);
                continue;
            }
            Some(_) => break,
            None if continues => continue,
            None => {}
        }
        if let Some(name) = trimmed.strip_prefix('[').and_then(|rest| rest.split(']').next()) {
            inside = name.trim() == section;
        } else if inside
            && let Some((name, value)) = trimmed.split_once(['=', ':'])
            && name.trim() == key
        {
            found = Some(value.trim().to_owned());
        }
    }
    found
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
    use super::{has_section, value};

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
    }
}
