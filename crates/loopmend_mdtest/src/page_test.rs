use std::collections::BTreeMap;
use std::ops::Range;

use crate::assertion::AssertedText;
use crate::failure::Failure;
use crate::page::{Block, BlockKind, Page};

/// One temporary project and what is expected of it.
#[derive(Debug)]
pub(crate) struct PageTest {
    /// The index of the heading it stands under.
    pub(crate) heading: usize,
    /// The page line of its first block.
    pub(crate) line: usize,
    pub(crate) files: Vec<TestFile>,
    has_snippet: bool,
}

#[derive(Debug)]
pub(crate) struct TestFile {
    /// Relative, with `/`.
    pub(crate) path: String,
    pub(crate) source: AssertedText,
    pub(crate) fixed: Option<FixedText>,
}

/// What a file becomes when its fixes are applied.
#[derive(Debug)]
pub(crate) struct FixedText {
    pub(crate) line: usize,
    pub(crate) expected: AssertedText,
    /// Where the text stands in the page.
    pub(crate) range: Range<usize>,
}

/// The tests of a page, in its order.
pub(crate) fn collect_tests(page: &Page, failures: &mut Vec<Failure>) -> Vec<PageTest> {
    let mut tests: Vec<PageTest> = Vec::new();
    for block in &page.blocks {
        match &block.kind {
            BlockKind::Snippet => {
                let test = test_for_snippet(&mut tests, block);
                test.has_snippet = true;
                add_file(test, "main.py", page, block, failures);
            }
            BlockKind::File(path) => {
                let test = test_in_progress(&mut tests, block);
                add_file(test, path, page, block, failures);
            }
            BlockKind::Fixed => add_fixed(tests.last_mut(), page, block, failures),
            BlockKind::Witness(_) | BlockKind::Prose => {}
        }
    }
    tests
}

/// The names of the tests of a page: their headings, with a number if a heading has several.
pub(crate) fn test_names(page: &Page, tests: &[PageTest]) -> Vec<String> {
    let titles = tests.iter().map(|test| page.headings[test.heading].title.as_str());
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let name = |title| {
        let count = seen.entry(title).or_default();
        *count += 1;
        if *count == 1 { title.to_owned() } else { format!("{title} {count}") }
    };
    titles.map(name).collect()
}

fn test_in_progress<'t>(tests: &'t mut Vec<PageTest>, block: &Block) -> &'t mut PageTest {
    let continues = tests.last().is_some_and(|test| test.heading == block.heading);
    if !continues {
        tests.push(PageTest {
            heading: block.heading,
            line: block.line,
            files: Vec::new(),
            has_snippet: false,
        });
    }
    let last = tests.len() - 1;
    &mut tests[last]
}

fn test_for_snippet<'t>(tests: &'t mut Vec<PageTest>, block: &Block) -> &'t mut PageTest {
    let is_taken = tests.last().is_some_and(|test| test.heading == block.heading && test.has_snippet);
    if is_taken {
        let (heading, line) = (block.heading, block.line);
        tests.push(PageTest { heading, line, files: Vec::new(), has_snippet: true });
    }
    test_in_progress(tests, block)
}

fn add_file(test: &mut PageTest, path: &str, page: &Page, block: &Block, failures: &mut Vec<Failure>) {
    if test.files.iter().any(|file| file.path == path) {
        failures.push(Failure::new(block.line, format!("the test has two files `{path}`")));
        return;
    }
    let content = page.content(block);
    let source = if may_be_flagged(path) {
        AssertedText::read(content, block.line, failures)
    } else {
        AssertedText::plain(content, block.line)
    };
    test.files.push(TestFile { path: path.to_owned(), source, fixed: None });
}

fn add_fixed(test: Option<&mut PageTest>, page: &Page, block: &Block, failures: &mut Vec<Failure>) {
    let above = test.filter(|test| test.heading == block.heading).and_then(|test| test.files.last_mut());
    match above {
        Some(file) if may_be_mended(&file.path) && file.fixed.is_none() => {
            let expected = match may_be_flagged(&file.path) {
                true => AssertedText::read(page.content(block), block.line, failures),
                false => AssertedText::plain(page.content(block), block.line),
            };
            file.fixed = Some(FixedText { line: block.line, expected, range: block.range.clone() });
        }
        _ => failures.push(Failure::new(block.line, "a `fixed` block follows the file that it fixes")),
    }
}

/// Whether fixes may change a file: one with findings, or one that names requirements.
fn may_be_mended(path: &str) -> bool {
    may_be_flagged(path) || path.ends_with(".txt")
}

/// Whether findings may be in a file: in Python, and in what pytest is configured by.
fn may_be_flagged(path: &str) -> bool {
    const ENDINGS: [&str; 5] = [".py", ".pyi", ".ini", ".cfg", ".toml"];
    ENDINGS.iter().any(|ending| path.ends_with(ending)) && !path.ends_with("loopmend.toml")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::collect_tests;
    use crate::page::Page;

    fn shape(text: &str) -> (Vec<Vec<String>>, Vec<String>) {
        let page = Page::parse(Path::new("lm900_fake.md"), text);
        let mut failures = Vec::new();
        let tests = collect_tests(&page, &mut failures);
        let name = |file: &super::TestFile| {
            format!("{}{}", file.path, if file.fixed.is_some() { " fixed" } else { "" })
        };
        let shown = tests.iter().map(|test| test.files.iter().map(name).collect()).collect();
        (
            shown,
            failures.into_iter().map(|failure| format!("{}: {}", failure.line, failure.message)).collect(),
        )
    }

    #[test]
    fn an_unnamed_block_starts_a_test_and_named_ones_belong_to_it() {
        let (tests, failures) = shape(
            "# a\n\n```toml\n```\n\n`b.py`:\n\n```python\n```\n\n```python\n```\n\n```fixed\n```\n\n\
             ```python\n```\n\n`c.pyi`:\n\n```pyi\n```\n\n## d\n\n`e.py`:\n\n```python\n```\n",
        );
        assert_eq!(failures, [""; 0]);
        assert_eq!(
            tests,
            [vec!["loopmend.toml", "b.py", "main.py fixed"], vec!["main.py", "c.pyi"], vec!["e.py"]]
        );
    }

    #[test]
    fn blocks_that_belong_nowhere_fail() {
        let (_, failures) = shape(
            "# a\n\n```fixed\n```\n\n## b\n\n```python\n```\n\n`main.py`:\n\n```python\n```\n\n```fixed\n```\n\n```fixed\n```\n",
        );
        assert_eq!(
            failures,
            [
                "4: a `fixed` block follows the file that it fixes",
                "14: the test has two files `main.py`",
                "20: a `fixed` block follows the file that it fixes",
            ]
        );
    }
}
