use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Parser, Tag, TagEnd};

use crate::failure::Failure;
use crate::temporary_project::INSTALLED;
use crate::witness::Requirements;

/// The page in the directory of a rule, which gives it its name.
const PAGE: &str = "page.md";

/// The file beside such a page that has its last section.
const TESTS: &str = "tests.md";

/// Where the last section begins.
const LAST_SECTION: &str = "\n\n## Tests\n";

/// A rule's page, read into headings and code blocks.
#[derive(Debug)]
pub struct Page {
    /// The path, as failures show it.
    pub(crate) path: String,
    /// The file of the last section, and how many lines of the text stand before it.
    pub(crate) tests: Option<(PathBuf, usize)>,
    /// The name of the directory of a `page.md`, or that of the file without `.md`.
    pub(crate) stem: String,
    pub(crate) text: String,
    pub(crate) headings: Vec<Heading>,
    pub(crate) blocks: Vec<Block>,
    /// Why there is no witness, as a paragraph says.
    pub(crate) no_witness: Option<String>,
    /// The line of a paragraph that says why there is no example.
    pub(crate) no_example: Option<usize>,
    /// What is no page grammar.
    pub(crate) failures: Vec<Failure>,
}

#[derive(Debug)]
pub(crate) struct Heading {
    /// 1 for `#`.
    pub(crate) level: u8,
    pub(crate) title: String,
    pub(crate) line: usize,
}

/// A fenced code block.
#[derive(Debug)]
pub(crate) struct Block {
    /// The index of the nearest heading above.
    pub(crate) heading: usize,
    pub(crate) kind: BlockKind,
    /// The page line of the first line of the content.
    pub(crate) line: usize,
    /// Where the content stands in the page.
    pub(crate) range: Range<usize>,
}

/// What a block means to the runner; a further kind of expectation is a further variant here.
#[derive(Debug)]
pub(crate) enum BlockKind {
    /// A named file.
    File(String),
    /// An unnamed `python` block, which starts a test as its `main.py`.
    Snippet,
    /// What the file above becomes.
    Fixed,
    /// Two scripts for a real interpreter.
    Witness(Requirements),
    /// Nothing but text to read.
    Prose,
}

impl Block {
    pub(crate) fn is_witness(&self) -> bool {
        matches!(self.kind, BlockKind::Witness(_))
    }
}

impl Page {
    /// Reads the page at `path`, and `tests.md` beside a `page.md` as its last section.
    ///
    /// # Errors
    /// When the file cannot be read as UTF-8.
    pub fn read(path: &Path) -> io::Result<Self> {
        let text = std::fs::read_to_string(path)?;
        let beside = Some(path.with_file_name(TESTS)).filter(|tests| is_of_rule(path) && tests.exists());
        let Some(tests) = beside else { return Ok(Self::parse(path, text)) };
        let before = text.lines().count() + 1;
        let page = Self::parse(path, format!("{text}\n{}", std::fs::read_to_string(&tests)?));
        Ok(Self { tests: Some((tests, before)), ..page })
    }

    /// Writes a text of the page to where it and its last section were read.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub(crate) fn write(&self, path: &Path, text: &str) -> io::Result<()> {
        let (Some((tests, _)), Some(at)) = (&self.tests, text.find(LAST_SECTION)) else {
            return std::fs::write(path, text);
        };
        let (page, last) = text.split_at(at + 1);
        std::fs::write(path, page)?;
        std::fs::write(tests, &last[1..])
    }

    /// Reads the text of a page. What is wrong with it is reported by [`crate::run_page`].
    pub fn parse(path: &Path, text: impl Into<String>) -> Self {
        let text = text.into();
        let named = if is_of_rule(path) { path.parent() } else { None };
        let stem = named.unwrap_or(path).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mut reader = PageReader::new(&text);
        reader.read();
        let PageReader { headings, blocks, no_witness, no_example, failures, .. } = reader;
        let path = path.display().to_string();
        Self { path, tests: None, stem, text, headings, blocks, no_witness, no_example, failures }
    }

    /// The name of the page's test: that of the directory of a `page.md`, or of the file without `.md`.
    pub fn stem(&self) -> &str {
        &self.stem
    }

    /// What a paragraph `witness none: REASON` of the page says.
    pub fn reason_without_witness(&self) -> Option<String> {
        self.no_witness.clone()
    }

    /// The text between the fences of a block.
    pub(crate) fn content(&self, block: &Block) -> &str {
        &self.text[block.range.clone()]
    }

    /// The name and the code in the title `# name (LMnnn)`.
    pub(crate) fn rule(&self) -> Option<(&str, &str)> {
        let title = self.headings.first().filter(|heading| heading.level == 1)?;
        title.title.strip_suffix(')')?.split_once(" (")
    }

    /// The title of the `##` heading that the heading at `index` is or stands under.
    pub(crate) fn section(&self, index: usize) -> Option<&str> {
        let mut upward = self.headings[..=index].iter().rev();
        upward.find(|heading| heading.level == 2).map(|heading| heading.title.as_str())
    }
}

/// Walks the Markdown once.
struct PageReader<'t> {
    text: &'t str,
    line_starts: Vec<usize>,
    headings: Vec<Heading>,
    blocks: Vec<Block>,
    no_witness: Option<String>,
    no_example: Option<usize>,
    failures: Vec<Failure>,
    /// The name for the next block, with its line.
    pending_name: Option<(String, usize)>,
}

impl<'t> PageReader<'t> {
    fn new(text: &'t str) -> Self {
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self {
            text,
            line_starts,
            headings: Vec::new(),
            blocks: Vec::new(),
            no_witness: None,
            no_example: None,
            failures: Vec::new(),
            pending_name: None,
        }
    }

    fn line(&self, offset: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= offset)
    }

    fn fail(&mut self, line: usize, message: impl Into<String>) {
        self.failures.push(Failure::new(line, message));
    }

    fn read(&mut self) {
        let mut events = Parser::new(self.text).into_offset_iter();
        while let Some((event, range)) = events.next() {
            match event {
                Event::Start(Tag::Heading { level, .. }) => {
                    let title = inner_text(&mut events, |end| matches!(end, TagEnd::Heading(_)));
                    self.heading(level, title, range.start);
                }
                Event::Start(Tag::Paragraph) => {
                    let written = self.text[range.clone()].trim_end();
                    self.paragraph(written, range.start);
                }
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => self.code_block(&info, range),
                _ => {}
            }
        }
        self.reject_pending_name();
    }

    fn heading(&mut self, level: HeadingLevel, title: String, offset: usize) {
        self.reject_pending_name();
        let line = self.line(offset);
        self.headings.push(Heading { level: level as u8, title, line });
    }

    fn paragraph(&mut self, written: &str, offset: usize) {
        self.reject_pending_name();
        let line = self.line(offset);
        if let Some(name) = written.strip_prefix('`').and_then(|rest| rest.strip_suffix("`:")) {
            if name.contains('`') || name.contains('\n') {
                return;
            }
            self.pending_name = Some((name.to_owned(), line));
        } else if let Some(reason) = written.strip_prefix("witness none:") {
            self.no_witness = Some(reason.split_whitespace().collect::<Vec<_>>().join(" "));
            self.require_reason("witness none:", reason, line);
        } else if let Some(reason) = written.strip_prefix("example none:") {
            self.no_example = Some(line);
            self.require_reason("example none:", reason, line);
        }
    }

    fn require_reason(&mut self, opening: &str, reason: &str, line: usize) {
        if reason.trim().is_empty() {
            self.fail(line, format!("`{opening}` needs a reason"));
        }
    }

    fn reject_pending_name(&mut self) {
        if let Some((name, line)) = self.pending_name.take() {
            self.fail(line, format!("`{name}` names no block: a code block follows it directly"));
        }
    }

    fn code_block(&mut self, info: &CowStr<'_>, range: Range<usize>) {
        let fence_line = self.line(range.start);
        let name = self.pending_name.take();
        if self.line_starts[fence_line - 1] != range.start {
            self.fail(fence_line, "a block of a page starts at the first column");
            return;
        }
        let Some(heading) = self.headings.len().checked_sub(1) else {
            self.fail(fence_line, "a block stands under a heading");
            return;
        };
        match block_kind(info, name.map(|(name, _)| name)) {
            Ok(kind) => {
                let range = self.content_range(fence_line, &range);
                self.blocks.push(Block { heading, kind, line: fence_line + 1, range });
            }
            Err(message) => self.fail(fence_line, message),
        }
    }

    /// The lines between the fences.
    fn content_range(&self, fence_line: usize, block: &Range<usize>) -> Range<usize> {
        let start = self.line_starts.get(fence_line).copied().unwrap_or(self.text.len());
        let end = block.start + self.text[block.clone()].trim_end().len();
        let last_line_start = self.line_starts[self.line(end) - 1];
        start..last_line_start.max(start)
    }
}

/// Returns whether a path is the `page.md` of a rule.
fn is_of_rule(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == PAGE)
}

fn inner_text<'t>(
    events: &mut impl Iterator<Item = (Event<'t>, Range<usize>)>,
    is_end: impl Fn(&TagEnd) -> bool,
) -> String {
    let mut text = String::new();
    for (event, _) in events {
        match event {
            Event::End(end) if is_end(&end) => break,
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            _ => {}
        }
    }
    text
}

fn block_kind(info: &str, name: Option<String>) -> Result<BlockKind, String> {
    let mut words = info.split_whitespace();
    let language = words.next().unwrap_or_default();
    if let Some(name) = name {
        return named_block_kind(language, name);
    }
    match language {
        "python" => Ok(BlockKind::Snippet),
        "toml" => Ok(BlockKind::File("loopmend.toml".to_owned())),
        "installed" => Ok(BlockKind::File(INSTALLED.to_owned())),
        "fixed" => Ok(BlockKind::Fixed),
        "witness" => Requirements::parse(words).map(BlockKind::Witness),
        "text" | "console" => Ok(BlockKind::Prose),
        "pyi" => Err("a `pyi` block needs a name: a line `` `name.pyi`: `` above it".to_owned()),
        _ => Err(format!(
            "`{language}` is no block of a page: python, pyi, toml, installed, fixed, witness, text or console"
        )),
    }
}

fn named_block_kind(language: &str, name: String) -> Result<BlockKind, String> {
    if matches!(language, "fixed" | "witness") {
        return Err(format!("a `{language}` block has no name"));
    }
    let inside = name.split('/').all(|part| !matches!(part, "" | "." | ".."));
    if !inside || name.contains(['\\', ':']) {
        return Err(format!("`{name}` is no relative path with `/`"));
    }
    Ok(BlockKind::File(name))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Page;

    fn failures(text: &str) -> Vec<String> {
        let page = Page::parse(Path::new("lm900_fake.md"), text);
        page.failures.iter().map(|failure| format!("{}: {}", failure.line, failure.message)).collect()
    }

    #[test]
    fn blocks_know_their_heading_content_and_line() {
        let text = "# a\n\n```python\nx = 1\n\n```\n\n## b `c`\n\n`pkg/d.py`:\n\n````pyi\ny\n````\n";
        let page = Page::parse(Path::new("lm900_fake.md"), text);
        assert!(page.failures.is_empty());
        assert_eq!(page.headings[1].title, "b c");
        let read: Vec<_> =
            page.blocks.iter().map(|block| (block.heading, block.line, page.content(block))).collect();
        assert_eq!(read, [(0, 4, "x = 1\n\n"), (1, 13, "y\n")]);
    }

    #[test]
    fn an_empty_block_is_an_empty_file() {
        let page = Page::parse(Path::new("lm900_fake.md"), "# a\n\n`pkg/__init__.py`:\n\n```python\n```\n");
        assert_eq!(page.content(&page.blocks[0]), "");
        assert_eq!(page.blocks[0].line, 6);
    }

    #[test]
    fn a_name_without_a_block_fails() {
        assert_eq!(
            failures("# a\n\n`b.py`:\n\nprose\n\n```python\n```\n"),
            ["3: `b.py` names no block: a code block follows it directly"]
        );
    }

    #[test]
    fn a_block_that_would_never_run_fails() {
        assert_eq!(
            failures("# a\n\n```pyhton\n```\n\n1. x\n\n   ```python\n   ```\n\n```pyi\n```\n"),
            [
                "3: `pyhton` is no block of a page: python, pyi, toml, installed, fixed, witness, text or console",
                "8: a block of a page starts at the first column",
                "11: a `pyi` block needs a name: a line `` `name.pyi`: `` above it",
            ]
        );
    }

    #[test]
    fn what_is_none_has_a_reason() {
        assert_eq!(
            failures("# a\n\nwitness none:\n\nexample none:\n\nexample none: it cannot be\n"),
            ["3: `witness none:` needs a reason", "5: `example none:` needs a reason"]
        );
    }

    #[test]
    fn a_file_stays_in_its_project() {
        assert_eq!(
            failures("# a\n\n`../b.py`:\n\n```python\n```\n\n`/b.py`:\n\n```python\n```\n"),
            ["5: `../b.py` is no relative path with `/`", "10: `/b.py` is no relative path with `/`"]
        );
    }
}
