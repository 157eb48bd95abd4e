//! What stands around a text: colours, times, and the marks that pytest and other tools put before each line.

/// A line without what a tool or a terminal put before it: the time of a log, `INTERNALERROR>`, the `E` of pytest, bars of frames.
pub(crate) fn bare(line: &str) -> &str {
    let mut rest = without_time(line);
    rest = rest.strip_prefix("INTERNALERROR>").unwrap_or(rest);
    loop {
        let trimmed = rest.trim_start();
        let next =
            ["| ", "│", "┃", "> ", "E  ", "E\t", "+ "].iter().find_map(|mark| trimmed.strip_prefix(mark));
        match next {
            Some(next) => rest = next,
            None => return trimmed.trim_end().trim_end_matches(['│', '┃']).trim_end(),
        }
    }
}

/// Whether pytest marks the line as what an exception says.
pub(crate) fn is_marked_error(line: &str) -> bool {
    let line = line.strip_prefix('>').unwrap_or(line);
    line.starts_with("E  ") || line.starts_with("E\t")
}

/// A line without the time that a service for continuous integration puts before it: `2026-01-01T10:00:00.0000000Z `.
pub(crate) fn without_time(line: &str) -> &str {
    let Some((first, rest)) = line.split_once(' ') else { return line };
    let bytes = first.as_bytes();
    let is_time = bytes.len() >= 19
        && bytes[4] == b'-'
        && bytes[7] == b'-'
        && bytes[10] == b'T'
        && bytes[..4].iter().all(u8::is_ascii_digit);
    if is_time { rest } else { line }
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn marks_before_a_line_are_taken_away() {
        for line in [
            "E   RuntimeError: no",
            "    RuntimeError: no",
            "> E   RuntimeError: no",
            "INTERNALERROR> RuntimeError: no",
            "2026-01-02T10:00:00.123Z E   RuntimeError: no",
            "  | RuntimeError: no",
            "│ RuntimeError: no          │",
        ] {
            assert_eq!(bare(line), "RuntimeError: no", "{line}");
        }
        assert_eq!(bare("Exception: x"), "Exception: x");
    }
}
