//! A change that was tried, for a terminal, a pull request or a browser.

mod content;
mod guidance;
mod included;
#[cfg(test)]
mod tests;
mod words;

use loopmend_verify::VerifiedRun;

use super::document;
pub(crate) use words::{VerifiedReport, failing, untried_words, verified_words};

/// The report as Markdown.
pub(crate) fn verified_markdown(run: &VerifiedRun) -> String {
    document::markdown(&content::title(run), &content::blocks(run))
}

/// The report as one page.
pub(crate) fn verified_page(run: &VerifiedRun) -> String {
    document::page(&content::title(run), include_str!("page.css"), &content::blocks(run))
}
