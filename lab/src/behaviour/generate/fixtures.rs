//! Fixtures: their makers, scopes, loops and places.

use std::collections::BTreeMap;

use super::{Draw, Known, Place, SCOPES};

/// What stands at the top of a file.
pub(super) const IMPORTS: &str = "import asyncio\nimport unittest\n\nimport pytest\nimport pytest_asyncio\n";

/// Adds what test files share, and says what they may ask for.
pub(super) fn add_shared(draw: &mut Draw, place: Place, files: &mut BTreeMap<String, String>) -> Vec<Known> {
    let mut known = Vec::new();
    let mut root = String::new();
    if draw.chance(14) {
        let plugin = several(draw, 2, &mut known, false);
        files.insert("suite_plugin.py".to_owned(), format!("{IMPORTS}{plugin}"));
        root += "\n\npytest_plugins = [\"suite_plugin\"]\n";
    }
    let most = draw.weighted(&[(25, 0), (40, 1), (35, 2)]);
    root += &several(draw, most, &mut known, false);
    if draw.chance(14) {
        root += &event_loop(draw, false);
    }
    if draw.chance(5) {
        root += &policy(draw);
    }
    if draw.chance(2) {
        root += &hook(draw);
    }
    if !root.is_empty() {
        files.insert("conftest.py".to_owned(), format!("{IMPORTS}{root}"));
    }
    if !place.directory.is_empty() && draw.chance(30) {
        let mut near = several(draw, 2, &mut known, false);
        if draw.chance(15) {
            near += &event_loop(draw, false);
        }
        files.insert(format!("{}conftest.py", place.directory), format!("{IMPORTS}{near}"));
    }
    known
}

/// So many fixtures, which are added to those that are known.
pub(super) fn several(draw: &mut Draw, count: usize, known: &mut Vec<Known>, is_in_class: bool) -> String {
    let mut text = String::new();
    // A place defines a name once: only what comes from elsewhere is hidden.
    let mut hideable = known.clone();
    for _ in 0..count {
        let (fixture, new) = fixture(draw, known, &hideable, is_in_class);
        hideable.retain(|other| other.name != new.name);
        text += &fixture;
        // One that hides another one is asked for by the same name.
        known.retain(|other| other.name != new.name);
        known.push(new);
    }
    text
}

/// What a fixture is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Make {
    /// `pytest_asyncio.fixture` of an `async def`.
    Plugin,
    /// `pytest.fixture` of an `async def`.
    Pytest,
    /// `pytest.fixture` of a `def`.
    Plain,
    /// `pytest_asyncio.fixture` of a `def`.
    PlainOfPlugin,
}

fn fixture(draw: &mut Draw, known: &[Known], hideable: &[Known], is_in_class: bool) -> (String, Known) {
    let make =
        draw.weighted(&[(58, Make::Plugin), (18, Make::Pytest), (21, Make::Plain), (3, Make::PlainOfPlugin)]);
    let scope =
        draw.weighted(&[(34, "function"), (10, "class"), (20, "module"), (7, "package"), (29, "session")]);
    let hidden = if draw.chance(10) && !hideable.is_empty() {
        Some(hideable[draw.random.usize(..hideable.len())].name.clone())
    } else {
        None
    };
    let is_hiding = hidden.is_some();
    let name = hidden.unwrap_or_else(|| draw.name());
    let options = options(draw, make, scope);
    let (options, function) = if draw.chance(4) {
        ([options, vec![format!("name=\"{name}\"")]].concat(), format!("make_{name}"))
    } else {
        (options, name.clone())
    };
    let asked = asked(draw, known, scope, is_hiding.then_some(name.as_str()));
    let parameters: Vec<String> = is_in_class.then(|| "self".to_owned()).into_iter().chain(asked).collect();
    let decorator = match make {
        Make::Plugin | Make::PlainOfPlugin => "pytest_asyncio.fixture",
        Make::Pytest | Make::Plain => "pytest.fixture",
    };
    let call = if options.is_empty() && draw.chance(70) {
        String::new()
    } else {
        format!("({})", options.join(", "))
    };
    let keyword = if matches!(make, Make::Plugin | Make::Pytest) { "async def" } else { "def" };
    let result = draw.choose(&["return", "yield"]);
    let text = format!(
        "\n\n@{decorator}{call}\n{keyword} {function}({}):\n    {result} object()\n",
        parameters.join(", ")
    );
    (text, Known { name, scope })
}

fn options(draw: &mut Draw, make: Make, scope: &str) -> Vec<String> {
    let mut options = Vec::new();
    if scope != "function" || draw.chance(5) {
        options.push(format!("scope=\"{scope}\""));
    }
    let takes_loop = matches!(make, Make::Plugin | Make::PlainOfPlugin);
    if takes_loop && draw.chance(22) {
        let loop_scope = if draw.chance(50) { scope } else { draw.scope() };
        options.push(format!("loop_scope=\"{loop_scope}\""));
    }
    if draw.chance(7) {
        options.push("autouse=True".to_owned());
    }
    if draw.chance(4) {
        options.push("params=[1, 2]".to_owned());
    }
    options
}

/// What a fixture asks for: mostly others that are kept as long as itself.
fn asked(draw: &mut Draw, known: &[Known], scope: &str, hidden: Option<&str>) -> Vec<String> {
    let rank = |scope: &str| SCOPES.iter().position(|known| *known == scope);
    let mut asked: Vec<String> = Vec::new();
    if let Some(hidden) = hidden.filter(|_| draw.chance(40)) {
        asked.push(hidden.to_owned());
    }
    if draw.chance(25) {
        let is_any = draw.chance(12);
        let fits = |other: &&Known| {
            (is_any || rank(other.scope) >= rank(scope)) && Some(other.name.as_str()) != hidden
        };
        let fitting: Vec<&Known> = known.iter().filter(fits).collect();
        if !fitting.is_empty() {
            asked.push(draw.choose(&fitting).name.clone());
        }
    }
    if draw.chance(3) {
        asked.push("event_loop".to_owned());
    }
    if draw.chance(3) {
        asked.push("request".to_owned());
    }
    asked
}

/// A fixture that overrides the loop of the plugin.
pub(super) fn event_loop(draw: &mut Draw, is_in_class: bool) -> String {
    let scope =
        draw.weighted(&[(25, "function"), (10, "class"), (20, "module"), (5, "package"), (40, "session")]);
    let call = if scope == "function" { String::new() } else { format!("(scope=\"{scope}\")") };
    let own = if is_in_class { "self" } else { "" };
    format!(
        "\n\n@pytest.fixture{call}\ndef event_loop({own}):\n    loop = asyncio.new_event_loop()\n    yield loop\n    \
         loop.close()\n"
    )
}

fn policy(draw: &mut Draw) -> String {
    let scope = draw.choose(&["session", "module"]);
    format!(
        "\n\n@pytest.fixture(scope=\"{scope}\")\ndef event_loop_policy():\n    \
         return asyncio.DefaultEventLoopPolicy()\n"
    )
}

/// A hook that marks tests.
fn hook(draw: &mut Draw) -> String {
    let scope = draw.scope();
    format!(
        "\n\ndef pytest_collection_modifyitems(items):\n    for item in items:\n        \
         item.add_marker(pytest.mark.asyncio(loop_scope=\"{scope}\"), append=False)\n"
    )
}
