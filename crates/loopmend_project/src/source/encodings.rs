//! The encodings Python accepts for source files, by the names Python accepts.

use encoding_rs::DecoderResult;

/// The data; its head says what it holds and where it is from.
const TABLE: &str = include_str!("encodings.txt");

/// How bytes become characters.
pub(super) enum Encoding {
    Utf8,
    SingleByte(Box<SingleByteTable>),
    MultiByte(&'static encoding_rs::Encoding),
    /// Python knows it, and it cannot be decoded here.
    Unsupported,
}

/// The characters of the bytes 128 to 255; the bytes below are ASCII.
pub(super) struct SingleByteTable([Option<char>; 128]);

impl SingleByteTable {
    /// Reads the notation of the data file.
    fn parse(notation: &'static str) -> Self {
        let mut table = [None; 128];
        let mut at = 0;
        for word in notation.split_whitespace() {
            if let Some(count) = word.strip_prefix('?') {
                at += count.parse().unwrap_or(1);
                continue;
            }
            let (first, last) = word.split_once('-').unwrap_or((word, word));
            let code_point = |digits| u32::from_str_radix(digits, 16).unwrap_or_default();
            for value in code_point(first)..=code_point(last) {
                table[at] = char::from_u32(value);
                at += 1;
            }
        }
        Self(table)
    }

    /// The text, or the offset of the first byte without a character.
    pub(super) fn decode(&self, bytes: &[u8]) -> Result<String, usize> {
        let mut text = String::with_capacity(bytes.len());
        for (offset, byte) in bytes.iter().enumerate() {
            let character =
                if byte.is_ascii() { Some(char::from(*byte)) } else { self.0[usize::from(byte - 128)] };
            text.push(character.ok_or(offset)?);
        }
        Ok(text)
    }
}

impl SingleByteTable {
    /// The bytes of a text; `None` where a character has none.
    pub(super) fn encode(&self, text: &str) -> Option<Vec<u8>> {
        let byte = |character: char| match u8::try_from(character) {
            Ok(byte) if byte.is_ascii() => Some(byte),
            _ => self.0.iter().position(|known| *known == Some(character)).map(|place| place as u8 + 128),
        };
        text.chars().map(byte).collect()
    }
}

/// Decodes strictly; the error is the offset of the first byte that does not fit.
pub(super) fn decode_multi_byte(
    encoding: &'static encoding_rs::Encoding,
    bytes: &[u8],
) -> Result<String, usize> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let capacity = decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(bytes.len());
    let mut text = String::with_capacity(capacity);
    let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
    match result {
        DecoderResult::Malformed(length, after) => Err(read.saturating_sub(usize::from(length + after))),
        DecoderResult::InputEmpty | DecoderResult::OutputFull => Ok(text),
    }
}

/// The encoding of a name in a declaration; `None` when Python knows none of that name.
pub(super) fn find(name: &str) -> Option<Encoding> {
    let normalized = normalize(name);
    let line = TABLE
        .lines()
        .filter(|line| !line.starts_with('#'))
        .find(|line| names(line).any(|it| it == normalized))?;
    let how = line.rsplit('|').next().unwrap_or_default().trim();
    Some(match how {
        "utf-8" => Encoding::Utf8,
        "-" => Encoding::Unsupported,
        _ => match how.strip_prefix('=') {
            Some(notation) => Encoding::SingleByte(Box::new(SingleByteTable::parse(notation))),
            None => encoding_rs::Encoding::for_label(how.as_bytes())
                .map_or(Encoding::Unsupported, Encoding::MultiByte),
        },
    })
}

fn names(line: &'static str) -> impl Iterator<Item = &'static str> {
    line.split('|').take(2).flat_map(str::split_whitespace)
}

/// What CPython does to a name: its tokenizer takes `utf-8-*` and `latin-1-*` (as Emacs writes them) for
/// `utf-8` and `latin-1`; `encodings.normalize_encoding` joins the alphanumeric parts by `_`.
fn normalize(name: &str) -> String {
    let name = name.to_ascii_lowercase().replace('_', "-");
    let emacs =
        |plain: &str| name == plain || name.strip_prefix(plain).is_some_and(|rest| rest.starts_with('-'));
    if emacs("utf-8") {
        return "utf_8".to_owned();
    }
    if ["latin-1", "iso-8859-1", "iso-latin-1"].into_iter().any(emacs) {
        return "latin_1".to_owned();
    }
    let parts = name.split(|c: char| !c.is_ascii_alphanumeric() && c != '.').filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("_")
}

#[cfg(test)]
mod tests {
    use super::{Encoding, TABLE, find};

    #[test]
    fn every_line_of_the_data_is_readable() {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
        for line in lines {
            let name = line.split('|').next().unwrap_or_default().trim();
            match find(name) {
                Some(Encoding::Unsupported) => assert!(line.ends_with("| -"), "{line}"),
                Some(_) => {}
                None => panic!("{line}"),
            }
        }
    }

    #[test]
    fn single_byte_tables_agree_with_the_encoding_standard() {
        let mut compared = 0;
        for label in
            ["iso-8859-2", "iso-8859-5", "koi8-r", "ibm866", "macintosh", "windows-1251", "windows-1256"]
        {
            let (Some(Encoding::SingleByte(table)), Some(standard)) =
                (find(label), encoding_rs::Encoding::for_label(label.as_bytes()))
            else {
                panic!("{label}");
            };
            for byte in 128..=255u8 {
                if let Ok(text) = table.decode(&[byte]) {
                    assert_eq!(standard.decode_without_bom_handling(&[byte]).0, text, "{label} {byte:#x}");
                    compared += 1;
                }
            }
        }
        assert!(compared > 800, "{compared}");
    }
}
