//! The text of a Markdown page as a reader sees it: blocks without code, and their sentences.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// How a block is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A paragraph or an item of a list.
    Running,
    /// A heading or a cell of a table, which often is no sentence.
    Label,
}

/// A block of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// How it is set.
    pub(crate) kind: Kind,
    /// The text on one line. Each piece of code is one letter between backticks.
    pub(crate) text: String,
    /// Where each piece of the text begins, there and in the page.
    pieces: Vec<(usize, usize)>,
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sentence<'block> {
    /// The text.
    pub(crate) text: &'block str,
    /// The number of its words; a piece of code is one.
    pub(crate) words: usize,
    /// Where it begins in the block.
    pub(crate) start: usize,
}

impl Block {
    /// The sentences, of at least one word each.
    pub(crate) fn sentences(&self) -> Vec<Sentence<'_>> {
        let sentence = |range: Range<usize>| {
            let text = self.text[range.clone()].trim();
            Sentence { text, words: count_words(text), start: range.start }
        };
        ranges(&self.text).into_iter().map(sentence).filter(|sentence| sentence.words > 0).collect()
    }

    /// The line of the page, from 1, that has this place of the text.
    pub(crate) fn line(&self, page: &str, at: usize) -> usize {
        let piece = self.pieces.iter().rev().find(|(start, _)| *start <= at);
        let offset = piece.map_or(0, |(start, offset)| offset + (at - start)).min(page.len());
        page.as_bytes()[..offset].iter().filter(|byte| **byte == b'\n').count() + 1
    }
}

fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(|c: char| c.is_alphanumeric())).count()
}

/// The places of the sentences: each ends with a full stop, a question mark or an exclamation mark before a space.
fn ranges(text: &str) -> Vec<Range<usize>> {
    const ABBREVIATIONS: [&str; 6] = ["e.g.", "i.e.", "etc.", "vs.", "cf.", "approx."];
    let mut ranges = Vec::new();
    let mut start = 0;
    for (space, _) in text.match_indices(' ') {
        let before = &text[start..space];
        let ends = before.trim_end_matches(['"', '\'', ')', ']', '*', '”', '’']).ends_with(['.', '!', '?']);
        let last = before.rsplit([' ', '(']).next().unwrap_or_default();
        if ends && !ABBREVIATIONS.contains(&last) {
            ranges.push(start..space);
            start = space + 1;
        }
    }
    ranges.push(start..text.len());
    ranges
}

/// The blocks of a page. Code blocks, HTML and pictures are left out.
pub(crate) fn blocks(page: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for (event, range) in Parser::new_ext(page, Options::ENABLE_TABLES).into_offset_iter() {
        reader.take(event, range.start);
    }
    reader.finish();
    reader.blocks
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    open: Option<Block>,
    /// How many code blocks, pieces of HTML and pictures are open.
    hidden: usize,
}

impl Reader {
    fn take(&mut self, event: Event<'_>, offset: usize) {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Image { .. } | Tag::MetadataBlock(_)) => {
                self.hidden += 1;
            }
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Image | TagEnd::MetadataBlock(_)) => {
                self.hidden = self.hidden.saturating_sub(1);
            }
            Event::Start(Tag::Paragraph | Tag::Item) => self.start(Kind::Running),
            Event::Start(Tag::Heading { .. } | Tag::TableCell) => self.start(Kind::Label),
            Event::Start(Tag::List(_) | Tag::BlockQuote(_) | Tag::Table(_))
            | Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_) | TagEnd::TableCell) => {
                self.finish();
            }
            Event::Text(text) => self.push(&text, offset),
            Event::Code(_) => self.push("`x`", offset),
            Event::SoftBreak | Event::HardBreak => self.push(" ", offset),
            _ => {}
        }
    }

    fn start(&mut self, kind: Kind) {
        self.finish();
        self.open = Some(Block { kind, text: String::new(), pieces: Vec::new() });
    }

    fn push(&mut self, text: &str, offset: usize) {
        if let Some(block) = self.open.as_mut().filter(|_| self.hidden == 0) {
            block.pieces.push((block.text.len(), offset));
            block.text.push_str(text);
        }
    }

    fn finish(&mut self) {
        self.blocks.extend(self.open.take().filter(|block| !block.text.trim().is_empty()));
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, blocks};

    /// Each sentence with its words and its line.
    fn sentences(page: &str) -> Vec<(String, usize, usize)> {
        let blocks = blocks(page);
        let of_block = blocks.iter().flat_map(|block| {
            let sentences = block.sentences().into_iter();
            sentences.map(|it| (it.text.to_owned(), it.words, block.line(page, it.start)))
        });
        of_block.collect()
    }

    fn texts(page: &str) -> Vec<String> {
        sentences(page).into_iter().map(|(text, ..)| text).collect()
    }

    #[test]
    fn sentences_end_at_full_stops() {
        let page =
            "One two. Three\nfour! Is it five?\n\nSix, i.e. seven (e.g. Python 3.9), ends here.) Eight\n";
        assert_eq!(
            texts(page),
            [
                "One two.",
                "Three four!",
                "Is it five?",
                "Six, i.e. seven (e.g. Python 3.9), ends here.)",
                "Eight"
            ]
        );
    }

    #[test]
    fn a_sentence_knows_its_words_and_its_line() {
        let page = "# Title\n\nOne – two.\nThree\n`four five()` [six](a/very/long.md). Seven\n";
        let found: Vec<_> = sentences(page).into_iter().map(|(_, words, line)| (words, line)).collect();
        assert_eq!(found, [(1, 1), (2, 3), (3, 4), (1, 5)]);
    }

    #[test]
    fn code_and_html_are_not_text() {
        let page = "Before.\n\n```python\nx = 1. Y\n```\n\n    indented. Code\n\n<div>HTML. Here</div>\n\n![a. picture](x.svg)\n\nAfter.\n";
        assert_eq!(texts(page), ["Before.", "After."]);
    }

    #[test]
    fn items_and_cells_are_blocks() {
        let page = "- One\n  two\n- Three\n  - Four\n\n1. Five.\n\n   Six.\n\n| a b | c |\n| --- | --- |\n| d. E | |\n\n> Seven\n";
        let found: Vec<_> = blocks(page).into_iter().map(|block| (block.kind, block.text)).collect();
        let expected = [
            (Kind::Running, "One two"),
            (Kind::Running, "Three"),
            (Kind::Running, "Four"),
            (Kind::Running, "Five."),
            (Kind::Running, "Six."),
            (Kind::Label, "a b"),
            (Kind::Label, "c"),
            (Kind::Label, "d. E"),
            (Kind::Running, "Seven"),
        ];
        assert_eq!(found, expected.map(|(kind, text)| (kind, text.to_owned())));
    }
}
