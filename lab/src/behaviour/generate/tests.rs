//! Test files: functions, classes, base classes and test cases, and the marks on all of them.

use std::collections::BTreeMap;

use super::fixtures::{self, IMPORTS};
use super::{Draw, Known, Place, indented};

/// Fixtures of pytest, of pytest-asyncio and of another plugin.
const OF_PLUGINS: [&str; 6] =
    ["tmp_path", "request", "capsys", "mocker", "unused_tcp_port", "event_loop_policy"];

/// Fixtures of plugins that are not installed.
const OF_ABSENT_PLUGINS: [&str; 2] = ["freezer", "httpx_mock"];

/// Adds the test files.
pub(super) fn add(
    draw: &mut Draw,
    place: Place,
    is_auto: bool,
    shared: &[Known],
    files: &mut BTreeMap<String, String>,
) {
    let base = if draw.chance(8) { Some(add_base(draw, is_auto, shared, files)) } else { None };
    let count = draw.weighted(&[(55, 1), (45, 2)]);
    for name in ["test_first.py", "test_second.py"].into_iter().take(count) {
        let mut file =
            TestFile { draw, is_auto, known: shared.to_vec(), text: String::new(), is_marked: false };
        file.write(base.as_deref());
        let text = format!("{IMPORTS}{}", file.text);
        files.insert(format!("{}{name}", place.directory), text);
    }
}

/// A module with a base class of tests, which `python -m pytest` can import; the import of it.
fn add_base(
    draw: &mut Draw,
    is_auto: bool,
    shared: &[Known],
    files: &mut BTreeMap<String, String>,
) -> String {
    let mut file = TestFile { draw, is_auto, known: shared.to_vec(), text: String::new(), is_marked: false };
    let body = file.class("SharedBase", "");
    files.insert("suite_base.py".to_owned(), format!("{IMPORTS}{body}"));
    "from suite_base import SharedBase\n".to_owned()
}

struct TestFile<'d> {
    draw: &'d mut Draw,
    is_auto: bool,
    known: Vec<Known>,
    text: String,
    /// Whether the module or the class that is written has a mark.
    is_marked: bool,
}

impl TestFile<'_> {
    fn write(&mut self, base: Option<&str>) {
        self.text += base.unwrap_or_default();
        if self.draw.chance(28) {
            self.is_marked = true;
            let mark = self.mark();
            let marked = self.pytestmark(&mark);
            self.text += &marked;
        }
        let count = self.draw.weighted(&[(50, 0), (35, 1), (15, 2)]);
        self.text += &fixtures::several(self.draw, count, &mut self.known, false);
        if self.draw.chance(7) {
            self.text += &fixtures::event_loop(self.draw, false);
        }
        if base.is_some() {
            self.text += "\n\nclass TestShared(SharedBase):\n    pass\n";
        }
        for number in 0..self.draw.weighted(&[(30, 1), (45, 2), (25, 3)]) {
            let block = self.block(number);
            self.text += &block;
        }
    }

    fn block(&mut self, number: usize) -> String {
        match self.draw.weighted(&[(48, 0), (24, 1), (16, 2), (4, 3), (4, 4), (4, 5)]) {
            0 => self.functions(number),
            1 => self.class(&format!("Test{number}"), ""),
            2 => self.family(number),
            3 => self.test_case(number, "unittest.TestCase"),
            4 => self.test_case(number, "unittest.IsolatedAsyncioTestCase"),
            _ => self.nested(number),
        }
    }

    fn functions(&mut self, number: usize) -> String {
        let count = self.draw.weighted(&[(40, 1), (40, 2), (20, 3)]);
        (0..count).map(|index| self.function(&format!("test_{number}_{index}"), false)).collect()
    }

    /// A test, with two empty lines before it.
    fn function(&mut self, name: &str, is_in_class: bool) -> String {
        let is_async = self.draw.chance(84);
        let mut decorators = String::new();
        if self.draw.chance(self.chance_of_mark(is_async)) {
            decorators += &format!("@{}\n", self.mark());
        }
        let mut parameters: Vec<String> = Vec::new();
        if self.draw.chance(7) {
            decorators += "@pytest.mark.parametrize(\"number\", [1, 2])\n";
            parameters.push("number".to_owned());
        }
        if self.draw.chance(5) && !self.known.is_empty() {
            decorators += &format!("@pytest.mark.usefixtures(\"{}\")\n", self.one_known());
        }
        let is_static = is_in_class && self.draw.chance(3);
        if is_static {
            decorators += "@staticmethod\n";
        } else if is_in_class {
            parameters.insert(0, "self".to_owned());
        }
        parameters.extend(self.asked());
        let keyword = if is_async { "async def" } else { "def" };
        let body = match is_async && self.draw.chance(30) {
            true => "await asyncio.sleep(0)",
            false => self.draw.weighted(&[(95, "assert True"), (1, "yield"), (4, "pass")]),
        };
        format!("\n\n{decorators}{keyword} {name}({}):\n    {body}\n", parameters.join(", "))
    }

    fn chance_of_mark(&self, is_async: bool) -> u32 {
        match (is_async, self.is_marked, self.is_auto) {
            (false, ..) => 5,
            (true, true, _) => 16,
            (true, false, true) => 28,
            (true, false, false) => 80,
        }
    }

    fn one_known(&mut self) -> String {
        self.known[self.draw.random.usize(..self.known.len())].name.clone()
    }

    fn asked(&mut self) -> Vec<String> {
        let mut asked = Vec::new();
        for percent in [58, 18] {
            if self.draw.chance(percent) && !self.known.is_empty() {
                asked.push(self.one_known());
            }
        }
        if self.draw.chance(12) {
            asked.push(self.draw.choose(&OF_PLUGINS).to_owned());
        }
        if self.draw.chance(2) {
            asked.push(self.draw.choose(&OF_ABSENT_PLUGINS).to_owned());
        }
        if self.draw.chance(5) {
            asked.push("event_loop".to_owned());
        }
        let mut seen = std::collections::BTreeSet::new();
        asked.retain(|name| seen.insert(name.clone()));
        asked
    }

    /// `pytest.mark.asyncio` with its arguments.
    fn mark(&mut self) -> String {
        let kind = self.draw.weighted(&[
            (46, ""),
            (4, "()"),
            (34, "loop_scope"),
            (11, "scope"),
            (2, "(scope=\"module\", loop_scope=\"module\")"),
            (1, "(\"session\")"),
            (2, "(loop=\"session\")"),
        ]);
        let arguments = match kind {
            "loop_scope" | "scope" => format!("({kind}=\"{}\")", self.draw.scope()),
            other => other.to_owned(),
        };
        format!("pytest.mark.asyncio{arguments}")
    }

    fn pytestmark(&mut self, mark: &str) -> String {
        match self.draw.weighted(&[(60, 0), (25, 1), (15, 2)]) {
            0 => format!("\npytestmark = {mark}\n"),
            1 => format!("\npytestmark = [{mark}]\n"),
            _ => format!(
                "\nasync_mark = {mark}\npytestmark = [pytest.mark.filterwarnings(\"default\"), async_mark]\n"
            ),
        }
    }

    /// A class of tests.
    fn class(&mut self, name: &str, base: &str) -> String {
        let (was_marked, known) = (self.is_marked, self.known.clone());
        let mut decorators = String::new();
        let mut body = String::new();
        if self.draw.chance(if was_marked { 10 } else { 35 }) {
            self.is_marked = true;
            let mark = self.mark();
            if self.draw.chance(75) {
                decorators += &format!("@{mark}\n");
            } else {
                body += &format!("pytestmark = {mark}\n");
            }
        }
        body += &self.class_body(name);
        (self.is_marked, self.known) = (was_marked, known);
        let body = indented(body.trim_start_matches('\n'));
        format!("\n\n{decorators}class {name}{base}:\n{body}")
    }

    fn class_body(&mut self, name: &str) -> String {
        let mut body = String::new();
        if self.draw.chance(22) {
            body += &fixtures::several(self.draw, 1, &mut self.known, true);
        }
        if self.draw.chance(4) {
            body += &fixtures::event_loop(self.draw, true);
        }
        if self.draw.chance(4) {
            body += "\n\ndef setup_method(self):\n    self.ready = True\n";
        }
        let count = self.draw.weighted(&[(35, 1), (45, 2), (20, 3)]);
        for index in 0..count {
            body += &self.function(&format!("test_{}_{index}", name.to_lowercase()), true);
        }
        body.replace("\n\n\n", "\n\n")
    }

    /// A base class, and classes that inherit its tests.
    fn family(&mut self, number: usize) -> String {
        let base = self.class(&format!("Base{number}"), "");
        let first = self.class(&format!("TestChild{number}"), &format!("(Base{number})"));
        let second = if self.draw.chance(50) {
            format!("\n\nclass TestOther{number}(Base{number}):\n    pass\n")
        } else {
            String::new()
        };
        format!("{base}{first}{second}")
    }

    fn test_case(&mut self, number: usize, base: &str) -> String {
        let keyword = self.draw.choose(&["async def", "async def", "def"]);
        let mark = if self.draw.chance(15) { format!("@{}\n", self.mark()) } else { String::new() };
        format!("\n\n{mark}class TestCase{number}({base}):\n    {keyword} test_case(self):\n        pass\n")
    }

    fn nested(&mut self, number: usize) -> String {
        let inner = self.class("TestInner", "");
        let inner = indented(inner.trim_start_matches('\n'));
        format!("\n\nclass TestOuter{number}:\n{inner}")
    }
}
