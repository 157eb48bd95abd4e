//! Jupyter notebooks.

use loopmend_core::{SourceKind, SourceText};
use ruff_notebook::Notebook;
use serde::Deserialize;

use crate::ReadError;

/// The Python cells of a notebook, each ended by a line feed; cells that are one cell magic (`%%bash`) are
/// left out, line magics stay in the text.
pub(super) fn source(json: &str) -> Result<SourceText, ReadError> {
    if json.trim().is_empty() {
        return Ok(SourceText::new("", SourceKind::Notebook));
    }
    let notebook = match Notebook::from_source_code(json) {
        Ok(notebook) => notebook,
        Err(_) if is_old(json) => return Ok(SourceText::new("", SourceKind::Notebook)),
        Err(error) => return Err(ReadError::Notebook(error.to_string())),
    };
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

/// The field that states the format of a notebook.
#[derive(Deserialize)]
struct Format {
    nbformat: u32,
}

/// `true` for a notebook of format 1, 2 or 3, which has its cells elsewhere (nbformat.readthedocs.io/en/latest/changelog.html).
fn is_old(json: &str) -> bool {
    serde_json::from_str::<Format>(json).is_ok_and(|format| (1..=3).contains(&format.nbformat))
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
    fn a_notebook_of_an_old_format_is_empty() {
        let cells = r#""worksheets": [{"cells": [{"cell_type": "code", "input": ["x = 1"]}]}]"#;
        for format in 1..=3 {
            let text = format!(
                r#"{{"metadata": {{"name": ""}}, "nbformat": {format}, "nbformat_minor": 0, {cells}}}"#
            );
            let source = decode(text.into_bytes(), SourceKind::Notebook).unwrap();
            assert_eq!((source.text.as_str(), source.cells.len()), ("", 0));
        }
    }

    #[test]
    fn what_is_no_notebook_is_an_error() {
        let unknown = r#"{"worksheets": [], "metadata": {}, "nbformat": 5, "nbformat_minor": 0}"#;
        let of_four = r#"{"worksheets": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 0}"#;
        for text in ["x = 1", "{}", r#"{"worksheets": []}"#, unknown, of_four] {
            let result = decode(text.into(), SourceKind::Notebook);
            assert!(matches!(result, Err(ReadError::Notebook(_))), "{text}: {result:?}");
        }
    }
}
