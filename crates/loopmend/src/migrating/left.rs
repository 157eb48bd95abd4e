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

/// The steps that name what is left, with what the files will hold; none where nothing is, or other steps name all of it.
pub(super) fn steps(
    project: &Project,
    changes: &[(String, Change)],
    others: &[MigrationStep],
) -> Vec<MigrationStep> {
    let files =
        project.reported_files().filter(|file| file.path.extension().is_some_and(|kind| kind == "py"));
    let mut found = Vec::new();
    for file in files {
        let path = project.display(&file.path);
        let changed = changes.iter().find(|(of, _)| *of == path).map(|(_, change)| change.after.clone());
        let text = changed.or_else(|| project.read_bytes(&file.path).ok()).unwrap_or_default();
        found.extend(mentions(&path, &String::from_utf8_lossy(&text)));
    }
    let is_told = |place: &StepPlace| {
        let by_hand =
            others.iter().filter(|step| step.kind == StepKind::ByHand).flat_map(|step| &step.places);
        by_hand.into_iter().any(|told| told.path == place.path && told.line == place.line)
    };
    found.retain(|mention| !is_told(&mention.place));
    let (of_loops, of_policies): (Vec<Mention>, Vec<Mention>) =
        found.into_iter().partition(|mention| mention.about == About::Loop);
    let steps =
        [(About::Loop, of_loops), (About::Policy, of_policies)].map(|(about, mentions)| MigrationStep {
            title: format!("Check the code that still {}", about.what()),
            kind: StepKind::ByHand,
            code: None,
            meaning: about.meaning().to_owned(),
            places: mentions.into_iter().map(|mention| mention.place).collect(),
        });
    steps.into_iter().filter(|step| !step.places.is_empty()).collect()
}

/// What a file still has.
struct Mention {
    about: About,
    place: StepPlace,
}

/// The fixture that it is about.
#[derive(PartialEq, Eq)]
enum About {
    /// `event_loop`.
    Loop,
    /// `event_loop_policy`.
    Policy,
}

impl About {
    fn what(&self) -> &'static str {
        match self {
            Self::Loop => "defines or requests `event_loop`",
            Self::Policy => "defines `event_loop_policy`",
        }
    }

    fn meaning(&self) -> &'static str {
        match self {
            Self::Loop => {
                "pytest-asyncio 1.0 and newer run async tests and fixtures on their own event loops and ignore a fixture of this name. Code that shares its loop with the tests today would run on another loop. Choose the loop with `loop_scope`, and pass plain functions what they need from an async fixture."
            }
            Self::Policy => {
                "This policy still creates the event loops. pytest-asyncio 1.4 and newer warn about it, and a later version will ignore it. Use the hook `pytest_asyncio_loop_factories` of these versions for another kind of loop."
            }
        }
    }
}

fn mentions(path: &str, text: &str) -> Vec<Mention> {
    let found = MENTION.captures_iter(text).filter_map(|mention| {
        let start = mention.get(0)?.start();
        if mention.name("asked").is_some_and(|name| has_default(&text[name.end()..])) {
            return None;
        }
        if mention.name("function").is_some_and(|name| is_plain_helper(name.as_str(), &text[..start])) {
            return None;
        }
        let line = text[..start].matches('\n').count() + 1;
        let defined = mention.name("defined").map(|name| name.as_str());
        let detail = match defined {
            Some(name) => format!("defines a function `{name}`"),
            None => "requests `event_loop`".to_owned(),
        };
        let about = if defined == Some("event_loop_policy") { About::Policy } else { About::Loop };
        Some(Mention { about, place: StepPlace { path: path.to_owned(), line, detail } })
    });
    found.collect()
}

/// `true` if pytest calls a function for nobody, by its name and the text before it: it is no test, and nothing decorates it.
fn is_plain_helper(name: &str, before: &str) -> bool {
    let above = before.trim_end_matches("async").trim_end();
    let line = above.lines().next_back().unwrap_or_default().trim();
    !name.starts_with("test") && !line.starts_with('@') && !line.ends_with([')', ']'])
}

/// `true` if a parameter, by the text behind its name, has a default: pytest gives nothing for it.
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
        mentions("test_a.py", text).into_iter().map(|mention| mention.place.line).collect()
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
