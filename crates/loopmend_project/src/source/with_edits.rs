//! From edits of Python text back to the bytes of its file.

use loopmend_core::{Edit, SourceKind, edited};

use super::cookie::declared_encoding;
use super::encodings::{self, Encoding};
use super::{BYTE_ORDER_MARK, decode, notebook_edits};

/// The bytes of a file after edits of its decoded text, which are sorted and do not overlap. Every byte outside of them stays:
/// of a notebook, every byte outside of the lines that they touch. `kind` is `None` for a file that is no Python, whose text is
/// all of its bytes.
///
/// # Errors
/// Why the file cannot be written back exactly.
pub fn with_edits(bytes: &[u8], kind: Option<SourceKind>, edits: &[Edit]) -> Result<Vec<u8>, String> {
    let Some(kind) = kind else {
        let text = std::str::from_utf8(bytes).map_err(|_| "it is no UTF-8".to_owned())?;
        return edited(text, edits).map(String::into_bytes).ok_or_else(misfit);
    };
    let source = decode(bytes.to_vec(), kind).map_err(|_| "it cannot be read as Python".to_owned())?;
    let expected = edited(&source.text, edits).ok_or_else(misfit)?;
    let written = match kind {
        SourceKind::Notebook => notebook_edits::write(bytes, &source, edits)?,
        SourceKind::Python | SourceKind::Stub => write(bytes, &source.text, edits)?,
    };
    match decode(written.clone(), kind) {
        Ok(after) if after.text == expected => Ok(written),
        _ => Err("it could not be written back exactly".to_owned()),
    }
}

fn misfit() -> String {
    "the edits do not fit its text".to_owned()
}

fn write(bytes: &[u8], text: &str, edits: &[Edit]) -> Result<Vec<u8>, String> {
    let writer = Writer::of(bytes);
    let mut written = Vec::with_capacity(bytes.len());
    let mut done = 0;
    for edit in edits {
        let start = writer.offset(bytes, text, edit.span.start)?;
        let end = writer.offset(bytes, text, edit.span.end)?;
        written.extend_from_slice(bytes.get(done..start).ok_or_else(misfit)?);
        written.extend(writer.encode(&edit.replacement)?);
        done = end;
    }
    written.extend_from_slice(bytes.get(done..).ok_or_else(misfit)?);
    Ok(written)
}

/// How text becomes the bytes of one file.
struct Writer {
    encoding: Encoding,
    name: String,
    /// The bytes before the text.
    mark: usize,
}

impl Writer {
    fn of(bytes: &[u8]) -> Self {
        let has_mark = bytes.starts_with(BYTE_ORDER_MARK);
        let declared = declared_encoding(bytes).filter(|_| !has_mark);
        let name = declared.map_or_else(|| "utf-8".to_owned(), |declaration| declaration.name);
        Self {
            // A file in an unknown encoding was read as UTF-8.
            encoding: encodings::find(&name).unwrap_or(Encoding::Utf8),
            name,
            mark: if has_mark { BYTE_ORDER_MARK.len() } else { 0 },
        }
    }

    /// Where the byte of the file stands that an offset into its text means.
    fn offset(&self, bytes: &[u8], text: &str, offset: u32) -> Result<usize, String> {
        let before = text.get(..offset as usize).ok_or_else(misfit)?;
        match &self.encoding {
            Encoding::Utf8 => Ok(self.mark + before.len()),
            Encoding::SingleByte(_) => Ok(before.chars().count()),
            Encoding::MultiByte(_) | Encoding::Unsupported => {
                let before = self.encode(before)?;
                bytes.starts_with(&before).then_some(before.len()).ok_or_else(|| self.not_exactly())
            }
        }
    }

    fn encode(&self, text: &str) -> Result<Vec<u8>, String> {
        let encoded = match &self.encoding {
            Encoding::Utf8 => Some(text.as_bytes().to_vec()),
            Encoding::SingleByte(table) => table.encode(text),
            Encoding::MultiByte(encoding) => {
                let (encoded, used, has_misfits) = encoding.encode(text);
                (!has_misfits && used == *encoding).then(|| encoded.into_owned())
            }
            Encoding::Unsupported => None,
        };
        encoded.ok_or_else(|| self.not_exactly())
    }

    fn not_exactly(&self) -> String {
        format!("its encoding `{}` cannot be written back exactly", self.name)
    }
}

#[cfg(test)]
mod tests {
    use loopmend_core::{Edit, SourceKind, Span};

    use super::with_edits;
    use crate::decode;

    /// Puts `await ` before the first `f()` of the decoded text.
    fn awaited(bytes: &[u8], kind: SourceKind) -> Result<Vec<u8>, String> {
        let text = decode(bytes.to_vec(), kind).unwrap().text;
        let at = text.find("f()").unwrap() as u32;
        with_edits(bytes, Some(kind), &[Edit::insertion(at, "await ")])
    }

    #[test]
    fn every_byte_outside_of_the_edits_stays() {
        let cases: [&[u8]; 8] = [
            b"f()",
            b"\xef\xbb\xbfx = 'y'\r\nf()\r\n",
            b"# coding: latin-1\nx = '\xe9\xff'\r\nf()  # \xe9\rg()\n",
            b"# coding: cp1252\n'\x80'; f()\n",
            b"# coding: gbk\n'\xc4\xe3'; f() # \xc4\xe3\n",
            b"# coding: shift_jis\n'\x82\xa0'; f()\n",
            "x = 'é日'\n\x0c\tf()\n".as_bytes(),
            b"x\0 = f()",
        ];
        for bytes in cases {
            let at = bytes.windows(3).position(|window| window == b"f()").unwrap();
            let expected = [&bytes[..at], b"await ", &bytes[at..]].concat();
            assert_eq!(awaited(bytes, SourceKind::Python), Ok(expected), "{}", bytes.escape_ascii());
        }
    }

    #[test]
    fn what_the_encoding_lacks_is_refused() {
        let bytes = b"# coding: latin-1\nf()\n";
        let edits = [Edit::insertion(18, "'\u{20ac}'")];
        let error = with_edits(bytes, Some(SourceKind::Python), &edits).unwrap_err();
        assert_eq!(error, "its encoding `latin-1` cannot be written back exactly");
        let state = awaited(b"# coding: iso-2022-jp\n'\x1b$B$\"\x1b(B'; f()\n", SourceKind::Python);
        assert!(state.is_ok_and(|bytes| bytes.ends_with(b"\x1b(B'; await f()\n")));
        assert!(with_edits(b"x", None, &[Edit::insertion(9, "y")]).is_err());
    }

    #[test]
    fn a_declaration_that_would_change_the_meaning_of_the_rest_is_refused() {
        let bytes = b"\n'\xc3\xa9'\n";
        let edits = [Edit::replacement(Span::empty(0), "# coding: latin-1")];
        assert!(with_edits(bytes, Some(SourceKind::Python), &edits).is_err());
    }

    const NOTEBOOK: &str = r##"{
 "cells": [
  {"cell_type": "markdown", "metadata": {}, "source": ["f()"]},
  {
   "cell_type": "code", "metadata": {"a":  1.50}, "execution_count": 3, "outputs": [ ],
   "source": [
    "x = \"\u00e9\"\n",
    "f()"
   ]
  },
  {"cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source": "y = 1\nf() # \t\"q\"\n"}
 ],
 "metadata": {}, "nbformat": 4, "nbformat_minor": 2
}
"##;

    #[test]
    fn a_notebook_keeps_everything_but_the_lines_that_change() {
        let once = awaited(NOTEBOOK.as_bytes(), SourceKind::Notebook).unwrap();
        assert_eq!(
            String::from_utf8(once).unwrap(),
            NOTEBOOK.replace("    \"f()\"\n", "    \"await f()\"\n")
        );
    }

    #[test]
    fn lines_come_and_go_in_a_notebook() {
        let text = decode(NOTEBOOK.into(), SourceKind::Notebook).unwrap().text;
        let at = |part: &str| text.find(part).unwrap() as u32;
        let edits = [
            Edit::insertion(0, "import a\n"),
            Edit::replacement(Span::new(at("f()"), at("f()") + 3), "g()\nh()"),
            Edit::replacement(Span::new(at("f() #"), at("f() #") + 3), "é()"),
        ];
        let written = with_edits(NOTEBOOK.as_bytes(), Some(SourceKind::Notebook), &edits).unwrap();
        let expected = NOTEBOOK
            .replace("    \"x = ", "    \"import a\\n\",\n    \"x = ")
            .replace("    \"f()\"\n", "    \"g()\\n\",\n    \"h()\"\n")
            .replace("\"y = 1\\nf() #", "\"y = 1\\n\\u00e9() #");
        assert_eq!(String::from_utf8(written).unwrap(), expected);
    }

    #[test]
    fn an_edit_across_cells_is_refused() {
        let text = decode(NOTEBOOK.into(), SourceKind::Notebook).unwrap().text;
        let at = text.find("y = 1").unwrap() as u32;
        let edits = [Edit::replacement(Span::new(at - 2, at + 1), "")];
        assert!(with_edits(NOTEBOOK.as_bytes(), Some(SourceKind::Notebook), &edits).is_err());
    }
}
