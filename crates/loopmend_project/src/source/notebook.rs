//! Jupyter notebooks.

use loopmend_core::{SourceKind, SourceText};
use ruff_notebook::Notebook;

use crate::ReadError;

/// The Python cells of a notebook, each ended by a line feed; cells that are one cell magic (`%%bash`) are
/// left out, line magics stay in the text.
pub(super) fn source(json: &str) -> Result<SourceText, ReadError> {
    if json.trim().is_empty() {
        return Ok(SourceText::new("", SourceKind::Notebook));
    }
    let notebook =
        Notebook::from_source_code(json).map_err(|error| ReadError::Notebook(error.to_string()))?;
    if !notebook.is_python_notebook() {
        return Ok(SourceText::new("", SourceKind::Notebook));
    }
    let starts = notebook.cell_offsets().ranges().map(|range| range.start().to_u32());
    let numbers =
        notebook.index().iter().map(|cell| u32::try_from(cell.cell_index().get()).unwrap_or(u32::MAX));
    Ok(SourceText {
        text: notebook.source_code().to_owned(),
        kind: SourceKind::Notebook,
        cells: starts.zip(numbers).collect(),
    })
}

#[cfg(test)]
mod tests {
    use loopmend_core::SourceKind;

    use crate::{ReadError, decode};

    const NOTEBOOK: &str = r##"{
      "cells": [
        {"cell_type": "markdown", "metadata": {}, "source": ["# Title"]},
        {"cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source": ["x = 1\n", "%time f()"]},
        {"cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source": "%%bash\nls"},
        {"cell_type": "code", "metadata": {}, "execution_count": null, "outputs": [], "source": ["await g()"]}
      ],
      "metadata": {LANGUAGE},
      "nbformat": 4, "nbformat_minor": 2
    }"##;

    fn notebook(language: &str) -> Vec<u8> {
        NOTEBOOK.replace("LANGUAGE", language).into_bytes()
    }

    #[test]
    fn python_cells_are_joined_and_numbered_among_all_cells() {
        let source = decode(notebook(""), SourceKind::Notebook).unwrap();
        assert_eq!(source.text, "x = 1\n%time f()\nawait g()\n");
        assert_eq!(source.cells, [(0, 2), (16, 4)]);
        assert_eq!(source.cell(18), Some((4, 16)));
    }

    #[test]
    fn a_notebook_in_another_language_is_empty() {
        let source = decode(notebook(r#""language_info": {"name": "R"}"#), SourceKind::Notebook).unwrap();
        assert_eq!((source.text.as_str(), source.cells.len()), ("", 0));
        assert_eq!(decode(Vec::new(), SourceKind::Notebook).unwrap().text, "");
    }

    #[test]
    fn what_is_no_notebook_is_an_error() {
        for text in ["x = 1", "{}", r#"{"cells": [], "metadata": {}, "nbformat": 3, "nbformat_minor": 0}"#] {
            let result = decode(text.into(), SourceKind::Notebook);
            assert!(matches!(result, Err(ReadError::Notebook(_))), "{text}: {result:?}");
        }
    }
}
