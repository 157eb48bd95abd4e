//! The surroundings of an error: what ran the code, and which library's objects take part.

use std::sync::OnceLock;

use aho_corasick::AhoCorasick;
use serde::Deserialize;

/// Contexts and objects that lines of an output show, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks(u64);

impl Marks {
    /// The marks of this set and of another one.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn of(index: usize) -> Self {
        Self(1 << index)
    }

    fn has(self, index: usize) -> bool {
        self.0 & (1 << index) != 0
    }
}

/// A context of errors, which decides the cure.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Context {
    /// The name, by which errors name it.
    pub id: String,
    /// The context in words.
    pub shown: String,
    /// Parts of lines that show it.
    #[serde(default)]
    signs: Vec<String>,
    /// Parts of the path that a warning names.
    #[serde(default)]
    at: Vec<String>,
    /// Another context that must hold too.
    #[serde(default)]
    needs: Option<String>,
}

/// A kind of object that belongs to the event loop which uses it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObjectKind {
    /// The calls that make one, by the names under which code imports them.
    pub calls: Vec<String>,
    /// Parts of the paths of its library.
    frames: Vec<String>,
    /// The reason why several loops cannot share it, after its name.
    pub why: String,
    /// What else may cure it.
    #[serde(default)]
    pub cure: Option<String>,
}

#[derive(Deserialize)]
struct ContextData {
    context: Vec<Context>,
}

#[derive(Deserialize)]
struct ObjectData {
    object: Vec<ObjectKind>,
}

/// The contexts.
pub(crate) fn contexts() -> &'static [Context] {
    static CONTEXTS: OnceLock<Vec<Context>> = OnceLock::new();
    CONTEXTS.get_or_init(|| {
        let data: ContextData = toml::from_str(include_str!("contexts.toml")).expect("the table is tested");
        data.context
    })
}

fn objects() -> &'static [ObjectKind] {
    static OBJECTS: OnceLock<Vec<ObjectKind>> = OnceLock::new();
    OBJECTS.get_or_init(|| {
        let data: ObjectData = toml::from_str(include_str!("objects.toml")).expect("the table is tested");
        data.object
    })
}

/// The mark of a context.
pub(crate) fn mark(id: &str) -> Marks {
    index_of(id).map(Marks::of).unwrap_or_default()
}

fn index_of(id: &str) -> Option<usize> {
    contexts().iter().position(|context| context.id == id)
}

/// The context with a name, if the marks have it and the one that it needs.
pub(crate) fn context_in(marks: Marks, id: &str) -> Option<&'static Context> {
    let index = index_of(id)?;
    let context = &contexts()[index];
    let needed = context.needs.as_deref().is_none_or(|needed| context_in(marks, needed).is_some());
    (marks.has(index) && needed).then_some(context)
}

/// The kinds of objects whose libraries the marks have.
pub fn objects_in(marks: Marks) -> impl Iterator<Item = &'static ObjectKind> {
    let first = contexts().len();
    objects().iter().enumerate().filter(move |(at, _)| marks.has(first + at)).map(|(_, object)| object)
}

/// Words with the marks that they set.
struct Signs {
    automaton: AhoCorasick,
    /// For each word, the end of the line that it needs.
    ends: Vec<&'static str>,
    marks: Vec<Marks>,
}

impl Signs {
    fn new(words: impl Iterator<Item = (&'static str, usize)>) -> Self {
        let (mut begins, mut ends, mut marks) = (Vec::new(), Vec::new(), Vec::new());
        for (word, index) in words {
            let (begin, end) = word.split_once('*').unwrap_or((word, ""));
            begins.push(begin);
            ends.push(end);
            marks.push(Marks::of(index));
        }
        Self { automaton: AhoCorasick::new(begins).expect("the signs are few"), ends, marks }
    }

    fn find(&self, line: &str) -> Marks {
        let hits = self.automaton.find_overlapping_iter(line).map(|hit| hit.pattern().as_usize());
        let found = hits.filter(|word| line.trim_end().ends_with(self.ends[*word]));
        found.fold(Marks::default(), |all, word| all.with(self.marks[word]))
    }
}

/// The marks that a line of an output sets.
pub(crate) fn marks_of_line(line: &str) -> Marks {
    static SIGNS: OnceLock<Signs> = OnceLock::new();
    let signs = SIGNS.get_or_init(|| {
        let of_contexts = contexts().iter().enumerate().flat_map(|(at, context)| words(&context.signs, at));
        let first = contexts().len();
        let of_objects =
            objects().iter().enumerate().flat_map(|(at, object)| words(&object.frames, first + at));
        Signs::new(of_contexts.chain(of_objects))
    });
    with_slashes(line, |line| signs.find(line))
}

/// The marks that the path in front of a warning sets.
pub(crate) fn marks_of_warning(path: &str) -> Marks {
    static SIGNS: OnceLock<Signs> = OnceLock::new();
    let signs = SIGNS.get_or_init(|| {
        Signs::new(contexts().iter().enumerate().flat_map(|(at, context)| words(&context.at, at)))
    });
    with_slashes(path, |path| signs.find(path))
}

fn words(words: &'static [String], index: usize) -> impl Iterator<Item = (&'static str, usize)> {
    words.iter().map(move |word| (word.as_str(), index))
}

/// Answers for a text whose paths are separated by `/`.
fn with_slashes<T>(text: &str, answer: impl Fn(&str) -> T) -> T {
    if text.contains('\\') { answer(&text.replace('\\', "/")) } else { answer(text) }
}

#[cfg(test)]
mod tests {
    use super::{Marks, context_in, contexts, marks_of_line, marks_of_warning, objects, objects_in};
    use crate::table::table;

    fn is_in(marks: Marks, id: &str) -> bool {
        context_in(marks, id).is_some()
    }

    #[test]
    fn every_context_is_used_and_every_object_has_a_reason() {
        assert!(contexts().len() + objects().len() <= 64);
        let used: Vec<&str> = table().iter().flat_map(|error| error.contexts_of_advice()).collect();
        for context in contexts() {
            assert!(used.contains(&context.id.as_str()), "{}", context.id);
            assert!(context.needs.as_deref().is_none_or(|needed| super::index_of(needed).is_some()));
        }
        for id in used {
            assert!(super::index_of(id).is_some(), "{id}");
        }
        for object in objects() {
            assert!(
                !object.calls.is_empty()
                    && object.cure.as_ref().is_none_or(|cure| cure.ends_with('.'))
                    && !object.why.ends_with('.')
            );
        }
    }

    #[test]
    fn frames_and_paths_show_the_context() {
        let worker =
            marks_of_line(r#"  File "C:\venv\Lib\site-packages\celery\app\trace.py", line 4, in trace_task"#);
        assert!(is_in(worker, "worker") && !is_in(worker, "test-client"));
        let plugin = marks_of_line("/venv/lib/python3.12/site-packages/anyio/pytest_plugin.py:4: in run");
        assert!(!is_in(plugin, "anyio-plugin"));
        assert!(is_in(
            marks_of_line("test_a.py::test_hall[trio]").with(super::mark("pytest")),
            "trio-backend"
        ));
        assert!(is_in(plugin.with(super::mark("pytest")), "anyio-plugin"));
        assert!(is_in(marks_of_warning("/usr/lib/python3.12/asyncio/events.py"), "loop-callback"));
        assert_eq!(marks_of_line("/usr/lib/python3.12/asyncio/events.py"), Marks::default());
        let engine = marks_of_line("/venv/lib/python3.12/site-packages/sqlalchemy/engine/base.py:4: in run");
        assert_eq!(objects_in(engine).count(), 1);
    }
}
