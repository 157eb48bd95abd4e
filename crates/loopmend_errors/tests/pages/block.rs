//! The code blocks of a page.

/// A fenced code block.
pub(crate) struct Block<'a> {
    /// `python`, `console` and so on.
    pub(crate) language: &'a str,
    /// `before/app.py`, from a line `` `before/app.py`: `` above the block.
    pub(crate) path: Option<&'a str>,
    /// The lines between the fences.
    pub(crate) text: &'a str,
}

/// The blocks of a page, in order.
pub(crate) fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut open: Option<(&str, usize)> = None;
    let mut path = None;
    let mut at = 0;
    for line in page.split_inclusive('\n') {
        let after = at + line.len();
        let bare = line.trim_end();
        if let Some(info) = bare.strip_prefix("```") {
            match open.take() {
                None => open = Some((info, after)),
                Some((language, start)) => {
                    blocks.push(Block { language, path: path.take(), text: &page[start..at] });
                }
            }
        } else if open.is_none() && !bare.is_empty() {
            path = bare.strip_prefix('`').and_then(|rest| rest.strip_suffix("`:"));
        }
        at = after;
    }
    assert!(open.is_none(), "a code block is not closed");
    blocks
}
