/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, bitcode::Encode, bitcode::Decode)]
pub enum SourceKind {
    /// A `.py` file, or any other file that was named outright.
    Python,
    /// A `.pyi` file.
    Stub,
    /// A Jupyter notebook.
    Notebook,
}

impl SourceKind {
    /// The kind of a file with this extension; `None` when it is none of ours.
    pub fn from_extension(extension: &str) -> Option<Self> {
        match extension {
            "py" => Some(Self::Python),
            "pyi" => Some(Self::Stub),
            "ipynb" => Some(Self::Notebook),
            _ => None,
        }
    }
}

/// The decoded text of one file: UTF-8, without a byte order mark, line endings as they were.
/// Of a notebook, the source of its code cells one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceText {
    /// The text; every span of loopmend counts bytes of it.
    pub text: String,
    /// What the file is.
    pub kind: SourceKind,
    /// Of a notebook, the byte offset in `text` at which each code cell starts, ascending, with the
    /// number of the cell in the notebook (from 1, all cells counted); empty otherwise.
    pub cells: Vec<(u32, u32)>,
}

impl SourceText {
    /// A text that is no notebook.
    pub fn new(text: impl Into<String>, kind: SourceKind) -> Self {
        Self { text: text.into(), kind, cells: Vec::new() }
    }

    /// Of a notebook, the number of the cell (from 1) and the offset at which it starts, for a byte offset.
    pub fn cell(&self, offset: u32) -> Option<(u32, u32)> {
        let index = self.cells.partition_point(|(start, _)| *start <= offset).checked_sub(1)?;
        self.cells.get(index).map(|(start, number)| (*number, *start))
    }
}
