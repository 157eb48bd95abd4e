//! From the bytes of a file to Python text.

mod cookie;
mod encodings;
mod notebook;
mod notebook_edits;
mod with_edits;

use loopmend_core::{SourceKind, SourceText};

use crate::ReadError;
use encodings::Encoding;
pub use with_edits::with_edits;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Decodes the bytes of a file as Python does: a byte order mark, the encoding declared in the first two
/// lines (PEP 263), else UTF-8. An encoding that Python does not know may be registered by a package: its file is read as UTF-8 if it
/// is UTF-8. Line endings and null bytes stay. A notebook becomes the source of its
/// Python cells, one after the other; a notebook in another language has none.
///
/// # Errors
/// [`ReadError::Encoding`] when the bytes do not fit the encoding, or fit no UTF-8 where it is unknown, with the line where one
/// is known; [`ReadError::Notebook`] when a notebook is no notebook.
pub fn decode(bytes: Vec<u8>, kind: SourceKind) -> Result<SourceText, ReadError> {
    if kind == SourceKind::Notebook {
        return notebook::source(&utf8(bytes, 0)?);
    }
    Ok(SourceText::new(python_text(bytes)?, kind))
}

/// The text of a file that is no Python.
///
/// # Errors
/// [`ReadError::Encoding`] when it is not UTF-8.
pub(crate) fn as_it_is(bytes: Vec<u8>) -> Result<SourceText, ReadError> {
    Ok(SourceText::new(utf8(bytes, 0)?, SourceKind::Python))
}

fn python_text(mut bytes: Vec<u8>) -> Result<String, ReadError> {
    let declared = cookie::declared_encoding(&bytes);
    if bytes.starts_with(BYTE_ORDER_MARK) {
        bytes.drain(..BYTE_ORDER_MARK.len());
        if let Some(declaration) = declared
            && !matches!(encodings::find(&declaration.name), Some(Encoding::Utf8))
        {
            let message = format!(
                "line {}: the declared encoding `{}` contradicts the UTF-8 byte order mark; remove one of them",
                declaration.line, declaration.name
            );
            return Err(ReadError::Encoding(message));
        }
        return utf8(bytes, 0);
    }
    let Some(declaration) = declared else { return utf8(bytes, 0) };
    match encodings::find(&declaration.name) {
        Some(Encoding::Utf8) => utf8(bytes, declaration.line),
        Some(Encoding::SingleByte(table)) => {
            table.decode(&bytes).map_err(|offset| misfit(&bytes, offset, &declaration.name, declaration.line))
        }
        Some(Encoding::MultiByte(decoder)) => encodings::decode_multi_byte(decoder, &bytes)
            .map_err(|offset| misfit(&bytes, offset, &declaration.name, declaration.line)),
        Some(Encoding::Unsupported) => Err(ReadError::Encoding(format!(
            "line {}: source files in the encoding `{}` cannot be read; save the file as UTF-8",
            declaration.line, declaration.name
        ))),
        // A package may register the codec, and most such codecs extend UTF-8.
        None if std::str::from_utf8(&bytes).is_ok() => utf8(bytes, declaration.line),
        None => Err(ReadError::Encoding(format!(
            "line {}: unknown encoding `{}`; declare one that Python knows, or save the file as UTF-8",
            declaration.line, declaration.name
        ))),
    }
}

/// How texts in UTF-16 begin, in either order of bytes. No declaration makes Python read them.
const MARKS_OF_UTF16: [&[u8]; 2] = [b"\xff\xfe", b"\xfe\xff"];

/// `declared_on` is the line of the declaration, 0 where there is none.
fn utf8(bytes: Vec<u8>, declared_on: u32) -> Result<String, ReadError> {
    if MARKS_OF_UTF16.iter().any(|mark| bytes.starts_with(mark)) {
        return Err(ReadError::Encoding(
            "the file is UTF-16, which Python does not read as source; save it as UTF-8".to_owned(),
        ));
    }
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        misfit(error.as_bytes(), offset, "utf-8", declared_on)
    })
}

fn misfit(bytes: &[u8], offset: usize, encoding: &str, declared_on: u32) -> ReadError {
    let line = line_of(bytes, offset);
    let byte = bytes.get(offset).copied().unwrap_or_default();
    let advice = if declared_on == 0 {
        "save the file as UTF-8, or declare its encoding on the first line: `# -*- coding: NAME -*-`"
            .to_owned()
    } else {
        format!("line {declared_on} declares that encoding")
    };
    ReadError::Encoding(format!("line {line}: the byte 0x{byte:02x} is not valid {encoding}; {advice}"))
}

/// The line, from 1, of a byte; lines end as in Python.
fn line_of(bytes: &[u8], offset: usize) -> usize {
    let before = &bytes[..offset.min(bytes.len())];
    let ends = before
        .iter()
        .enumerate()
        .filter(|(index, byte)| **byte == b'\n' || (**byte == b'\r' && bytes.get(index + 1) != Some(&b'\n')));
    ends.count() + 1
}

#[cfg(test)]
mod tests {
    use loopmend_core::SourceKind;

    use super::decode;
    use crate::ReadError;

    fn python(bytes: &[u8]) -> Result<String, ReadError> {
        decode(bytes.to_vec(), SourceKind::Python).map(|source| source.text)
    }

    #[test]
    fn text_is_decoded_as_python_decodes_it() {
        let cases: &[(&[u8], &str)] = &[
            (b"", ""),
            ("x = 'é'".as_bytes(), "x = 'é'"),
            (b"\xef\xbb\xbfx = 1\r\ny", "x = 1\r\ny"),
            (b"\xef\xbb\xbf# coding: utf-8\nx", "# coding: utf-8\nx"),
            (b"# coding: utf-8-sig\nx", "# coding: utf-8-sig\nx"),
            (b"# -*- coding: UTF8 -*-\nx", "# -*- coding: UTF8 -*-\nx"),
            (b"# vim: set fileencoding=utf-8-unix :\nx", "# vim: set fileencoding=utf-8-unix :\nx"),
            (b"#coding:latin-1\n'\xe9\x80'", "#coding:latin-1\n'é\u{80}'"),
            (
                b"#!/usr/bin/python\r\n# coding=ISO-8859-1\r\n'\xe9'",
                "#!/usr/bin/python\r\n# coding=ISO-8859-1\r\n'é'",
            ),
            (b"# coding: iso-8859-15\n'\xa4'", "# coding: iso-8859-15\n'€'"),
            (b"# coding: cp1252\n'\x80'", "# coding: cp1252\n'€'"),
            (b"# coding: windows-1251\n'\xef'", "# coding: windows-1251\n'п'"),
            (b"# coding: koi8-r\n'\xd0'", "# coding: koi8-r\n'п'"),
            (b"# coding: cp437\n'\x82'", "# coding: cp437\n'é'"),
            (b"# coding: CP850\n'\x82'", "# coding: CP850\n'é'"),
            (b"# coding: mac-roman\n'\x8e'", "# coding: mac-roman\n'é'"),
            (b"# coding: gbk\n'\xc4\xe3'", "# coding: gbk\n'你'"),
            (b"# coding: gb18030\n'\xc4\xe3'", "# coding: gb18030\n'你'"),
            (b"# coding: gb2312\n'\xc4\xe3'", "# coding: gb2312\n'你'"),
            (b"# coding: big5\n'\xa7\x41'", "# coding: big5\n'你'"),
            (b"# coding: euc-jp\n'\xa4\xa2'", "# coding: euc-jp\n'あ'"),
            (b"# coding: shift_jis\n'\x82\xa0'", "# coding: shift_jis\n'あ'"),
            (b"# coding: SJIS\n'\x82\xa0'", "# coding: SJIS\n'あ'"),
            (b"# coding: euc-kr\n'\xb0\xa1'", "# coding: euc-kr\n'가'"),
            ("# -*- coding: future_fstrings -*-\n'é'".as_bytes(), "# -*- coding: future_fstrings -*-\n'é'"),
            (b"a\0b\r", "a\0b\r"),
            ("# coding is hard\n'é'".as_bytes(), "# coding is hard\n'é'"),
            ("x = 1\n# coding: latin-1\n'é'".as_bytes(), "x = 1\n# coding: latin-1\n'é'"),
            ("\n\n# coding: latin-1\n'é'".as_bytes(), "\n\n# coding: latin-1\n'é'"),
        ];
        for (bytes, text) in cases {
            assert_eq!(python(bytes).as_deref(), Ok(*text), "{}", bytes.escape_ascii());
        }
    }

    #[test]
    fn what_does_not_fit_is_told_with_its_line() {
        let cases: &[(&[u8], &str)] = &[
            (
                b"a\r\nb = '\xe9'\n",
                "line 2: the byte 0xe9 is not valid utf-8; save the file as UTF-8, or declare its encoding on \
                 the first line: `# -*- coding: NAME -*-`",
            ),
            (
                b"# coding: ascii\n\n'\xe9'",
                "line 3: the byte 0xe9 is not valid ascii; line 1 declares that encoding",
            ),
            (
                b"# coding: cp1252\n'\x81'",
                "line 2: the byte 0x81 is not valid cp1252; line 1 declares that encoding",
            ),
            (
                b"# coding: gbk\n# \xc4\xe3 \xff\n",
                "line 2: the byte 0xff is not valid gbk; line 1 declares that encoding",
            ),
            (
                b"#!/bin/sh\n# coding: klingon\n'\xe9'\n",
                "line 2: unknown encoding `klingon`; declare one that Python knows, or save the file as UTF-8",
            ),
            (
                b"\xff\xfex\0=\x001\0",
                "the file is UTF-16, which Python does not read as source; save it as UTF-8",
            ),
            (
                b"# coding: utf-16\n",
                "line 1: source files in the encoding `utf-16` cannot be read; save the file as UTF-8",
            ),
            (
                b"\xef\xbb\xbf# coding: latin-1\n",
                "line 1: the declared encoding `latin-1` contradicts the UTF-8 byte order mark; remove one of them",
            ),
        ];
        for (bytes, message) in cases {
            let expected = Err(ReadError::Encoding((*message).to_owned()));
            assert_eq!(python(bytes), expected, "{}", bytes.escape_ascii());
        }
    }
}
