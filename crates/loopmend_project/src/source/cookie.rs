//! The encoding declaration of PEP 263.

use crate::source::BYTE_ORDER_MARK;

/// What a file says of its own encoding.
pub(super) struct Declaration {
    /// The name as it stands there.
    pub(super) name: String,
    /// 1 or 2.
    pub(super) line: u32,
}

/// Finds `^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)` on the first line, or on the second if the first
/// is blank or a comment.
pub(super) fn declared_encoding(bytes: &[u8]) -> Option<Declaration> {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let (first, rest) = split_line(bytes);
    if let Some(name) = encoding_of_line(first) {
        return Some(Declaration { name, line: 1 });
    }
    let blank_or_comment = matches!(trim_start(first).first(), None | Some(b'#'));
    if !blank_or_comment {
        return None;
    }
    encoding_of_line(split_line(rest).0).map(|name| Declaration { name, line: 2 })
}

fn split_line(bytes: &[u8]) -> (&[u8], &[u8]) {
    let Some(end) = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else { return (bytes, &[]) };
    let width = if bytes[end..].starts_with(b"\r\n") { 2 } else { 1 };
    (&bytes[..end], &bytes[end + width..])
}

fn trim_start(line: &[u8]) -> &[u8] {
    let start = line.iter().position(|byte| !matches!(byte, b' ' | b'\t' | b'\x0c')).unwrap_or(line.len());
    &line[start..]
}

fn encoding_of_line(line: &[u8]) -> Option<String> {
    const WORD: &[u8] = b"coding";
    let mut comment = trim_start(line).strip_prefix(b"#")?;
    while let Some(at) = comment.windows(WORD.len()).position(|window| window == WORD) {
        comment = &comment[at + WORD.len()..];
        if let Some((b':' | b'=', value)) = comment.split_first() {
            let start = value.iter().position(|byte| !matches!(byte, b' ' | b'\t')).unwrap_or(value.len());
            let name: String = value[start..].iter().copied().map_while(encoding_character).collect();
            if !name.is_empty() {
                return Some(name);
            }
        }
    }
    None
}

fn encoding_character(byte: u8) -> Option<char> {
    let allowed = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    allowed.then_some(char::from(byte))
}
