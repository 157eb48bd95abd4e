//! What a suite still asks the removed fixture `event_loop` for once all edits are made.
//!
//! The rules judge each override and each request by what it means; this only sees to it that none is passed over in silence.

use std::sync::LazyLock;

use loopmend_fix::Change;
use loopmend_project::Project;
use regex::Regex;

use crate::render::{MigrationStep, StepKind, StepPlace};

/// A function of that name, one that has a parameter of that name, and a text that asks for it.
static MENTION: LazyLock<Regex> = LazyLock::new(|| {
    let forms = [
        r"def\s+(?<defined>event_loop(?:_policy)?)\s*\(",
        r"def\s+(?<function>\w+)\s*\((?:[^()]|\([^()]*\))*?\b(?<asked>event_loop)\b",
        r#"(?:usefixtures|getfixturevalue)\s*\([^()]*["']event_loop["']"#,
    ];
    Regex::new(&forms.join("|")).expect("the pattern is constant")
});

/// The step that names what is left, with what the files will hold; none where nothing is, or other steps name all of it.
pub(super) fn step(
    project: &Project,
    changes: &[(String, Change)],
    others: &[MigrationStep],
) -> Option<MigrationStep> {
    let files = project.files().iter().filter(|file| file.path.extension().is_some_and(|kind| kind == "py"));
    let mut places = Vec::new();
    for file in files {
        let path = project.display(&file.path);
        let changed = changes.iter().find(|(of, _)| *of == path).map(|(_, change)| change.after.clone());
        let text = changed.or_else(|| project.read_bytes(&file.path).ok()).unwrap_or_default();
        places.extend(mentions(&path, &String::from_utf8_lossy(&text)));
    }
    let is_told = |place: &StepPlace| {
        let by_hand =
            others.iter().filter(|step| step.kind == StepKind::ByHand).flat_map(|step| &step.places);
        by_hand.into_iter().any(|told| told.path == place.path && told.line == place.line)
    };
    places.retain(|place| !is_told(place));
    (!places.is_empty()).then(|| MigrationStep {
        title: "See to what still defines or asks for `event_loop`".to_owned(),
        kind: StepKind::ByHand,
        code: None,
        meaning: "pytest-asyncio 1.0 and newer run async tests and fixtures on loops of their own, whatever a fixture of this name makes: what shares that loop with them today would be on another one. Say by `loop_scope` which loop is meant, and give plain functions what they need from an async fixture. A fixture `event_loop_policy` is deprecated from 1.5 on; the hook `pytest_asyncio_loop_factories` (1.4 and newer) makes another kind of loop.".to_owned(),
        places,
    })
}

fn mentions(path: &str, text: &str) -> Vec<StepPlace> {
    let found = MENTION.captures_iter(text).filter_map(|mention| {
        let start = mention.get(0)?.start();
        if mention.name("asked").is_some_and(|name| has_default(&text[name.end()..])) {
            return None;
        }
        if mention.name("function").is_some_and(|name| is_plain_helper(name.as_str(), &text[..start])) {
            return None;
        }
        let line = text[..start].matches('\n').count() + 1;
        let detail = match mention.name("defined") {
            Some(name) => format!("a function `{}` is defined", name.as_str()),
            None => "`event_loop` is asked for".to_owned(),
        };
        Some(StepPlace { path: path.to_owned(), line, detail })
    });
    found.collect()
}

/// Whether pytest calls a function for nobody, by its name and the text before it: it is no test, and nothing decorates it.
fn is_plain_helper(name: &str, before: &str) -> bool {
    let above = before.trim_end_matches("async").trim_end();
    let line = above.lines().next_back().unwrap_or_default().trim();
    !name.starts_with("test") && !line.starts_with('@') && !line.ends_with([')', ']'])
}

/// Whether a parameter, by the text behind its name, has a default: pytest gives nothing for it.
fn has_default(behind: &str) -> bool {
    let mut depth = 0;
    for character in behind.chars() {
        match character {
            '[' | '(' | '{' => depth += 1,
            ']' | '}' => depth -= 1,
            ',' | ')' if depth == 0 => return false,
            ')' => depth -= 1,
            '=' if depth == 0 => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::mentions;

    fn lines(text: &str) -> Vec<usize> {
        mentions("test_a.py", text).into_iter().map(|place| place.line).collect()
    }

    #[test]
    fn overrides_and_requests_are_found() {
        assert_eq!(lines("import asyncio\n\n\ndef event_loop():\n    yield 1\n"), [4]);
        assert_eq!(lines("async def test_a(\n    pool=(1, 2),\n    event_loop,\n): ...\n"), [1]);
        assert_eq!(lines("@pytest.mark.usefixtures('db', 'event_loop')\ndef test_a(): ...\n"), [1]);
        assert_eq!(lines("def loop(request):\n    return request.getfixturevalue(\"event_loop\")\n"), [2]);
        assert_eq!(lines("def event_loop_policy(): ...\n"), [1]);
    }

    #[test]
    fn other_names_and_variables_are_not() {
        assert!(lines("def start(event_loop): ...\n").is_empty());
        assert_eq!(lines("@made(\n    here,\n)\ndef start(event_loop): ...\n"), [4]);
        assert!(lines("def run(a, event_loop=None): ...\n").is_empty());
        assert!(lines("def run(a, event_loop: Loop | None = None, b=1): ...\n").is_empty());
        assert!(lines("def run(event_loop: Union[Loop, None] = None): ...\n").is_empty());
        assert!(lines("def test_a(my_event_loop): ...\n").is_empty());
        assert!(lines("async def test_a(db):\n    event_loop = asyncio.get_running_loop()\n").is_empty());
        assert!(lines("def get_event_loop(): ...\nname = 'event_loop'\n").is_empty());
    }
}
