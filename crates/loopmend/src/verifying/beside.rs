//! What stands beside the changed lines of a fix: words that may no longer be true, and a test that shows how to write others.

use std::collections::BTreeSet;
use std::rc::Rc;

use loopmend_core::{LineIndex, SourceText};
use loopmend_python::ast::token::TokenKind;
use loopmend_python::ast::visitor::{Visitor, walk_stmt};
use loopmend_python::ast::{Stmt, StmtClassDef, StmtFunctionDef};
use loopmend_python::{Code, SyntaxTree, after_docstring, span_of};

/// A function of a pattern is no longer than this, in lines.
const MAX_PATTERN_LINES: usize = 15;

/// The words that begin a comment for a tool, which says nothing of the code.
const TOOLS: [&str; 7] = ["noqa", "type:", "pragma", "pylint", "ruff", "fmt:", "loopmend"];

/// A file after the change.
pub(super) struct Beside<'t> {
    text: &'t str,
    code: Code<'t>,
    lines: LineIndex,
}

/// A function with its first and last line, decorators included.
struct Function<'c> {
    node: &'c StmtFunctionDef,
    class: Option<&'c StmtClassDef>,
    is_nested: bool,
    first: u32,
    last: u32,
}

impl Function<'_> {
    fn has(&self, line: u32) -> bool {
        (self.first..=self.last).contains(&line)
    }

    fn length(&self) -> usize {
        (self.last - self.first) as usize + 1
    }

    fn is_test(&self) -> bool {
        self.node.name.starts_with("test")
    }
}

impl<'t> Beside<'t> {
    pub(super) fn new(source: &'t SourceText) -> Self {
        let code = Code::new(&source.text, Rc::new(SyntaxTree::parse(source)));
        Self { text: &source.text, code, lines: LineIndex::new(&source.text) }
    }

    /// The lines of docstrings and comments in the innermost functions around some lines, of which the text before has the words too.
    pub(super) fn stale_words(&self, before: &str, changed: &BTreeSet<u32>) -> BTreeSet<u32> {
        let functions = self.functions();
        let innermost = |line: u32| {
            let around = functions.iter().filter(|function| function.has(line));
            around.min_by_key(|function| function.length())
        };
        let known: BTreeSet<&str> = before.lines().map(str::trim).collect();
        let is_known = |line: &u32| known.contains(self.lines.line_text(*line, self.text).trim());
        let comments = self.comments().filter(|(_, words)| before.contains(words)).map(|(line, _)| line);
        let comments: Vec<u32> = comments.collect();
        let mut found = BTreeSet::new();
        for function in changed.iter().filter_map(|line| innermost(*line)) {
            found.extend(self.docstring(function.node).filter(is_known));
            let is_own = |line: &&u32| {
                innermost(**line).is_some_and(|around| std::ptr::eq(around.node, function.node))
            };
            found.extend(comments.iter().filter(is_own));
        }
        found
    }

    /// The code that shows how to write a test as a fix does: the changed test, or the changed fixture with a test that uses it. `None` if
    /// neither is there, or one of them is long.
    pub(super) fn pattern(&self, changed: &BTreeSet<u32>) -> Option<String> {
        let functions = self.functions();
        let outermost = functions.iter().filter(|function| !function.is_nested);
        let edited: Vec<&Function<'_>> =
            outermost.filter(|function| changed.iter().any(|line| function.has(*line))).collect();
        let fixture = edited.iter().copied().find(|function| self.is_fixture(function));
        let mut parts: Vec<&Function<'_>> = Vec::new();
        match fixture {
            Some(fixture) => {
                let uses = functions.iter().filter(|function| self.uses(function, fixture));
                parts.extend([fixture, uses.min_by_key(|function| function.length())?]);
            }
            None => parts.push(edited.into_iter().filter(|it| it.is_test()).min_by_key(|it| it.length())?),
        }
        parts.sort_by_key(|function| function.first);
        if parts.iter().any(|function| function.length() > MAX_PATTERN_LINES) {
            return None;
        }
        let mut text = String::new();
        let mut around: Option<&StmtClassDef> = None;
        for function in parts {
            let is_beside = around.zip(function.class).is_some_and(|(one, other)| std::ptr::eq(one, other));
            if !text.is_empty() {
                text.push_str(if is_beside { "\n" } else { "\n\n" });
            }
            if let Some(class) = function.class.filter(|_| fixture.is_some() && !is_beside) {
                text.push_str(&self.header(class));
            }
            text.push_str(&self.slice_function(function));
            around = function.class;
        }
        Some(without_margin(&text))
    }

    /// The lines from the name of a class to the end of its bases.
    fn header(&self, class: &StmtClassDef) -> String {
        let name = span_of(&class.name);
        let end = class.arguments.as_ref().map_or(name.end, |arguments| span_of(&**arguments).end);
        self.slice_lines(self.lines.line(name.start), self.lines.line(end.saturating_sub(1)))
    }

    fn functions(&self) -> Vec<Function<'_>> {
        let mut finder = Finder { lines: &self.lines, found: Vec::new(), class: None, is_nested: false };
        finder.visit_body(self.code.body());
        finder.found
    }

    fn slice_function(&self, function: &Function<'_>) -> String {
        self.slice_lines(function.first, function.last)
    }

    fn slice_lines(&self, first: u32, last: u32) -> String {
        let lines = (first..=last).map(|line| self.lines.line_text(line, self.text));
        lines.map(|line| format!("{}\n", line.trim_end())).collect()
    }

    /// The comments that are for people, with their lines.
    fn comments(&self) -> impl Iterator<Item = (u32, &str)> {
        let tokens = self.code.tree().parsed().tokens().iter();
        let comments = tokens.filter(|token| token.kind() == TokenKind::Comment).map(span_of);
        let is_for_tool = |words: &str| TOOLS.iter().any(|tool| words.starts_with(tool));
        comments
            .filter(move |span| !is_for_tool(self.code.slice(*span).trim_start_matches('#').trim_start()))
            .map(|span| (self.lines.line(span.start), self.code.slice(span)))
    }

    fn docstring(&self, function: &StmtFunctionDef) -> Option<u32> {
        let first = function.body.first()?;
        let has_docstring = after_docstring(&function.body).len() < function.body.len();
        has_docstring.then(|| self.lines.line(span_of(first).start))
    }

    fn decorators(&self, function: &StmtFunctionDef) -> impl Iterator<Item = &str> {
        function.decorator_list.iter().map(|decorator| self.code.text_of(decorator))
    }

    fn is_fixture(&self, function: &Function<'_>) -> bool {
        let name = |decorator: &str| decorator.split('(').next().unwrap_or_default().ends_with("fixture");
        self.decorators(function.node).any(name)
    }

    /// Returns whether a function is a test that uses a fixture: by its name, or because the fixture is automatic.
    fn uses(&self, test: &Function<'_>, fixture: &Function<'_>) -> bool {
        let is_for_all = self.decorators(fixture.node).any(|decorator| decorator.contains("autouse=True"));
        let is_beside = match (fixture.class, test.class) {
            (None, _) => true,
            (Some(one), Some(other)) => std::ptr::eq(one, other),
            (Some(_), None) => false,
        };
        let is_named =
            || test.node.parameters.iter().any(|it| it.name().as_str() == fixture.node.name.as_str());
        test.is_test() && !test.is_nested && is_beside && (is_for_all || is_named())
    }
}

/// Finds the functions of a file, outer ones first.
struct Finder<'c, 'l> {
    lines: &'l LineIndex,
    found: Vec<Function<'c>>,
    class: Option<&'c StmtClassDef>,
    is_nested: bool,
}

impl<'c> Visitor<'c> for Finder<'c, '_> {
    fn visit_stmt(&mut self, statement: &'c Stmt) {
        let (class, is_nested) = (self.class, self.is_nested);
        match statement {
            Stmt::FunctionDef(node) => {
                let span = span_of(node);
                let decorated = node.decorator_list.first().map_or(span.start, |it| span_of(it).start);
                let first = self.lines.line(span.start.min(decorated));
                let last = self.lines.line(span.end.saturating_sub(1));
                self.found.push(Function { node, class, is_nested, first, last });
                (self.class, self.is_nested) = (None, true);
            }
            Stmt::ClassDef(node) => self.class = Some(node),
            _ => {}
        }
        walk_stmt(self, statement);
        (self.class, self.is_nested) = (class, is_nested);
    }
}

/// A text without the indentation that all of its lines have.
fn without_margin(text: &str) -> String {
    let indented = text.lines().filter(|line| !line.trim().is_empty());
    let margin = indented.map(|line| line.len() - line.trim_start().len()).min().unwrap_or_default();
    text.lines().map(|line| format!("{}\n", line.get(margin..).unwrap_or(""))).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use loopmend_core::{SourceKind, SourceText};

    use super::Beside;

    const TESTS: &str = "\
async def test_nested(counter):
    def hit():
        counter.hit()

    await asyncio.to_thread(hit)


@pytest_asyncio.fixture
async def worker():
    return Worker()


async def test_long(worker):
    await worker.one()
    await worker.two()


async def test_short(worker):
    await worker.one()


class TestRoster:
    @pytest_asyncio.fixture(autouse=True)
    async def clean_up(self):
        yield
        await close()

    async def test_a(self):
        await work()


def helper():
    \"\"\"It blocks.\"\"\"
    # noqa: BLE001
    # The loop stands still here.
    x = 1  # for a while
    # a comment of the fix
    return x
";

    fn source() -> SourceText {
        SourceText::new(TESTS, SourceKind::Python)
    }

    fn line(code: &str) -> BTreeSet<u32> {
        let place = TESTS.lines().position(|line| line.contains(code)).unwrap();
        BTreeSet::from([place as u32 + 1])
    }

    #[test]
    fn a_pattern_is_a_whole_test_that_uses_what_the_fix_writes() {
        let source = source();
        let beside = Beside::new(&source);
        let pattern = |code: &str| beside.pattern(&line(code)).unwrap_or_default();
        assert_eq!(
            pattern("def hit"),
            "async def test_nested(counter):\n    def hit():\n        counter.hit()\n\n    await asyncio.to_thread(hit)\n"
        );
        assert_eq!(
            pattern("return Worker"),
            "@pytest_asyncio.fixture\nasync def worker():\n    return Worker()\n\n\nasync def test_short(worker):\n    await worker.one()\n"
        );
        assert_eq!(
            pattern("yield"),
            "class TestRoster:\n    @pytest_asyncio.fixture(autouse=True)\n    async def clean_up(self):\n        yield\n        \
             await close()\n\n    async def test_a(self):\n        await work()\n"
        );
        assert_eq!(pattern("x = 1"), "", "no test uses it");
    }

    #[test]
    fn a_pattern_has_the_class_of_a_method() {
        let text = "\
@pytest_asyncio.fixture
async def door():
    yield Door()


class TestDoor(
    Base,
):
    @pytest.mark.usefixtures(\"house\")
    async def test_open(self, door):
        await door.open()
";
        let source = SourceText::new(text, SourceKind::Python);
        let beside = Beside::new(&source);
        assert_eq!(beside.pattern(&BTreeSet::from([3])).unwrap(), text);
        let method =
            "@pytest.mark.usefixtures(\"house\")\nasync def test_open(self, door):\n    await door.open()\n";
        assert_eq!(beside.pattern(&BTreeSet::from([11])).unwrap(), method);
    }

    #[test]
    fn words_of_a_changed_function_may_be_stale() {
        let source = source();
        let beside = Beside::new(&source);
        let before = TESTS.replace("    # a comment of the fix\n", "").replace("x = 1", "x = 0");
        let found: Vec<u32> = beside.stale_words(&before, &line("x = 1")).into_iter().collect();
        let expected: Vec<u32> =
            ["It blocks", "stands still", "for a while"].iter().flat_map(|words| line(words)).collect();
        assert_eq!(found, expected);
        assert!(beside.stale_words(&before, &line("def hit")).is_empty());
    }
}
