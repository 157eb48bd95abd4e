//! Plain English: short sentences on pages for users, short messages, and no words that are wrong everywhere.

use std::collections::BTreeSet;

use super::markdown_text::{Kind, blocks};
use super::prose_settings::{PATH, Settings};
use super::rust_tokens::{is_test_file, tokens};
use super::{RULES, Tree, Violation};

/// The longest sentence, in words.
const MAX_WORDS: usize = 40;
/// The longest message, in characters.
const MAX_MESSAGE: usize = 100;
/// A sentence of more words is long.
const LONG: usize = 35;
/// The largest share of long sentences, in percent.
const MAX_LONG: usize = 4;
/// The largest median, in words.
const MAX_MEDIAN: usize = 16;
/// Shorter ones, such as items of one word, do not count for the median.
const SENTENCE: usize = 3;

/// Pages for users have no sentence of more than 40 words, messages of rules at most 100 characters, and neither they nor any other
/// text of the program has words that are wrong everywhere. The list `not-yet` of the settings has no entry too many.
pub(super) fn texts_are_plain(tree: &Tree) -> Vec<Violation> {
    let settings = match Settings::of(tree) {
        Ok(settings) => settings,
        Err(problem) => return vec![problem],
    };
    let found = user_pages(tree, &settings).flat_map(|(path, text)| page_violations(path, text, &settings));
    let mut found: Vec<Violation> = found.collect();
    found.extend(program_violations(tree, &settings));
    let (excused, mut violations): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|it| settings.not_yet(&it.path).is_some());
    let needed: BTreeSet<&str> = excused.iter().filter_map(|it| settings.not_yet(&it.path)).collect();
    for entry in settings.not_yet.iter().filter(|entry| !needed.contains(entry.as_str())) {
        violations.push(Violation::new(
            PATH,
            0,
            format!("nothing is wrong in `{entry}`: take it off `not-yet`"),
        ));
    }
    violations
}

/// On pages for users at most 4 % of the sentences have more than 35 words, and the median is at most 16.
pub(super) fn user_pages_have_short_sentences(tree: &Tree) -> Vec<Violation> {
    let Ok(settings) = Settings::of(tree) else { return Vec::new() };
    let figures = Figures::of(tree, &settings);
    let mut violations = Vec::new();
    if figures.long * 100 > figures.sentences * MAX_LONG {
        let message = format!("{} have more than {LONG} words; {MAX_LONG} % may", figures.long_in_words());
        violations.push(Violation::new("pages for users", 0, message));
    }
    if figures.median > MAX_MEDIAN {
        let message = format!("the median is {} words; at most {MAX_MEDIAN} are allowed", figures.median);
        violations.push(Violation::new("pages for users", 0, message));
    }
    violations
}

/// The figures of the pages for users, on one line.
pub(super) fn figures_in_words(tree: &Tree) -> String {
    let Ok(settings) = Settings::of(tree) else { return String::new() };
    let figures = Figures::of(tree, &settings);
    let left_out = match settings.not_yet.len() {
        0 => String::new(),
        _ => format!("; without `not-yet`: {}", settings.not_yet.join(", ")),
    };
    format!(
        "pages for users: {} pages, {} sentences, {} of more than {LONG} words, median {} words{left_out}",
        figures.pages,
        figures.sentences,
        figures.long_in_words(),
        figures.median
    )
}

#[derive(Debug, PartialEq, Eq)]
struct Figures {
    pages: usize,
    sentences: usize,
    long: usize,
    median: usize,
}

impl Figures {
    fn of(tree: &Tree, settings: &Settings) -> Self {
        let pages: Vec<&str> = user_pages(tree, settings)
            .filter(|(path, _)| settings.not_yet(path).is_none())
            .map(|(_, text)| text)
            .collect();
        let mut lengths: Vec<usize> = pages.iter().flat_map(|page| lengths(page)).collect();
        lengths.sort_unstable();
        Self {
            pages: pages.len(),
            sentences: lengths.len(),
            long: lengths.iter().filter(|words| **words > LONG).count(),
            median: lengths.get(lengths.len() / 2).copied().unwrap_or_default(),
        }
    }

    fn long_in_words(&self) -> String {
        let share = 100.0 * self.long as f64 / self.sentences.max(1) as f64;
        format!("{} ({share:.1} %)", self.long)
    }
}

/// The words of each sentence in running text.
fn lengths(page: &str) -> Vec<usize> {
    let blocks = blocks(page);
    let running = blocks.iter().filter(|block| block.kind == Kind::Running);
    let sentences = running.flat_map(|block| block.sentences());
    sentences.map(|sentence| sentence.words).filter(|words| *words >= SENTENCE).collect()
}

/// The pages for users, with the part of rules' pages that users read.
fn user_pages<'tree>(
    tree: &'tree Tree,
    settings: &'tree Settings,
) -> impl Iterator<Item = (&'tree str, &'tree str)> {
    tree.with_ending(".md").filter_map(move |(path, text)| match path.starts_with(RULES) {
        true => path.ends_with("/page.md").then_some((path, text)),
        false => settings.is_user_page(path).then_some((path, text)),
    })
}

fn page_violations(path: &str, text: &str, settings: &Settings) -> Vec<Violation> {
    let mut violations = Vec::new();
    for block in blocks(text) {
        for sentence in block.sentences().iter().filter(|sentence| sentence.words > MAX_WORDS) {
            let line = block.line(text, sentence.start);
            let (words, begins) = (sentence.words, begin(sentence.text));
            let message = format!("a sentence of {words} words; {MAX_WORDS} are allowed: {begins}");
            violations.push(Violation::new(path, line, message));
        }
        for (at, word) in wrong_words(&block.text, settings) {
            violations.push(Violation::new(path, block.line(text, at), format!("has `{word}`")));
        }
    }
    violations
}

/// The first words of a sentence.
fn begin(sentence: &str) -> String {
    let words: Vec<&str> = sentence.split_whitespace().take(6).collect();
    format!("{} …", words.join(" "))
}

/// What is wrong in the texts that the program is built from.
fn program_violations(tree: &Tree, settings: &Settings) -> Vec<Violation> {
    let mut violations = Vec::new();
    let is_of_program =
        |path: &str| path.starts_with("crates/") && path.contains("/src/") && !is_test_file(path);
    for (path, text) in tree.with_ending(".rs").filter(|(path, _)| is_of_program(path)) {
        for token in tokens(text) {
            let Some(words) = token.string().filter(|text| text.contains(' ')).map(joined) else { continue };
            // A text with line breaks is code, or a page.
            if path.starts_with(RULES) && !words.contains("\\n") && words.chars().count() > MAX_MESSAGE {
                let length = words.chars().count();
                let message =
                    format!("a message of {length} characters; {MAX_MESSAGE} are allowed: {}", begin(&words));
                violations.push(Violation::new(path, token.line, message));
            }
            for (_, word) in wrong_words(&without_code(&words), settings) {
                violations.push(Violation::new(path, token.line, format!("has `{word}`")));
            }
        }
    }
    for (path, text) in tree.with_ending(".toml").filter(|(path, _)| is_of_program(path)) {
        for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            for (_, word) in wrong_words(&without_code(line), settings) {
                violations.push(Violation::new(path, index + 1, format!("has `{word}`")));
            }
        }
    }
    violations
}

/// A string literal whose lines are joined as the compiler does, with its quotes as they are read.
fn joined(literal: &str) -> String {
    let mut parts = literal.split("\\\n");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.trim_start()).replace("\\\"", "\"")
}

/// The text with one letter for each piece of code.
fn without_code(text: &str) -> String {
    let parts = text.split('`').enumerate();
    parts.map(|(index, part)| if index % 2 == 0 { part } else { "x" }).collect::<Vec<_>>().join("`")
}

/// The places of the words that are wrong everywhere. Only the first letter may be a capital: `is None` is Python.
fn wrong_words<'settings>(text: &str, settings: &'settings Settings) -> Vec<(usize, &'settings str)> {
    let is_of_word = |c: char| c.is_alphanumeric() || c == '_';
    let stands_alone = |at: usize, word: &str| {
        !text[..at].ends_with(is_of_word) && !text[at + word.len()..].starts_with(is_of_word)
    };
    let mut found = Vec::new();
    for word in &settings.wrong_words {
        for form in [word.clone(), capital(word)] {
            let places = text.match_indices(&form).filter(|(at, _)| stands_alone(*at, word));
            found.extend(places.map(|(at, _)| (at, word.as_str())));
        }
    }
    found.sort_unstable();
    found
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::{Figures, PATH, figures_in_words, texts_are_plain, user_pages_have_short_sentences};
    use crate::prose_settings::Settings;
    use crate::{RULES, Tree};

    const SETTINGS: &str = "user-pages = [\"README.md\", \"docs/\"]\ndeveloper-pages = [\"docs/dev/\"]\n\
        wrong-words = [\"mend\", \"told of\", \"is none\"]\nnot-yet = []\n";

    fn tree(files: &[(&str, &str)]) -> Tree {
        Tree::of(&[&[(PATH, SETTINGS)], files].concat())
    }

    fn found(files: &[(&str, &str)]) -> Vec<String> {
        texts_are_plain(&tree(files)).iter().map(ToString::to_string).collect()
    }

    /// A sentence of so many words.
    fn sentence(words: usize) -> String {
        format!("A{}.", " b".repeat(words - 1))
    }

    #[test]
    fn a_long_sentence_is_found_where_users_read() {
        let page = format!("# Title\n\n{} {}\n", sentence(40), sentence(41));
        let rule = format!("{RULES}lm101_x/page.md");
        let words = "a sentence of 41 words; 40 are allowed: A b b b b b …";
        assert_eq!(
            found(&[("README.md", &page), ("docs/a.md", &page), (&rule, &page)]),
            [format!("README.md:3: {words}"), format!("{rule}:3: {words}"), format!("docs/a.md:3: {words}")]
        );
        let tests = format!("{RULES}lm101_x/tests.md");
        assert!(found(&[("docs/dev/a.md", &page), ("ARCHITECTURE.md", &page), (&tests, &page)]).is_empty());
    }

    #[test]
    fn a_long_message_is_found() {
        let rust = format!(
            "fn f() {{ say(\"a {0}\"); say(\"a b{0}\"); say(\"a {0} \\\n   b\"); say(\"a {0} b\\n\"); }}",
            "x".repeat(98)
        );
        let path = format!("{RULES}lm101_x/rule.rs");
        let lines = found(&[(&path, &rust), ("crates/loopmend/src/main.rs", &rust)]);
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert!(lines[0].starts_with(&format!("{path}:1: a message of 101 characters;")), "{lines:?}");
        assert!(lines[1].starts_with(&format!("{path}:1: a message of 102 characters;")), "{lines:?}");
    }

    #[test]
    fn a_wrong_word_is_found_in_all_texts() {
        let page = "# Mend it\n\nIt is told\nof, loopmend, `mend`, mended, amend.\n\n```\nmend\n```\n";
        let rust = "/// Mend it.\nfn mend() { say(\"to mend `mend`\"); say(\"mend\"); say(\"x is None\"); }\n\
            #[cfg(test)]\nmod tests { fn f() { say(\"to mend it\"); } }\n";
        assert_eq!(
            found(&[
                ("README.md", page),
                ("crates/loopmend/src/main.rs", rust),
                ("crates/loopmend/tests/it.rs", rust),
                ("crates/loopmend_errors/src/errors.toml", "# mend\ncure = \"Mend `mend`.\"\n"),
            ]),
            [
                "README.md:1: has `mend`",
                "README.md:3: has `told of`",
                "crates/loopmend/src/main.rs:2: has `mend`",
                "crates/loopmend_errors/src/errors.toml:2: has `mend`",
            ]
        );
    }

    #[test]
    fn what_is_not_yet_right_is_excused_until_it_is() {
        let settings = SETTINGS.replace("not-yet = []", "not-yet = [\"docs/\", \"README.md\"]");
        let page = format!("{}\n", sentence(50));
        let tree = Tree::of(&[(PATH, &settings), ("README.md", "Short.\n"), ("docs/a.md", &page)]);
        let found: Vec<_> = texts_are_plain(&tree).iter().map(ToString::to_string).collect();
        assert_eq!(found, [format!("{PATH}: nothing is wrong in `README.md`: take it off `not-yet`")]);
        assert!(user_pages_have_short_sentences(&tree).is_empty());
        assert!(figures_in_words(&tree).ends_with("; without `not-yet`: docs/, README.md"));
    }

    #[test]
    fn the_figures_are_of_running_text() {
        let page = format!(
            "# A title of four\n\nOne.\n\n- {}\n- {}\n\n{}\n\n| {} |\n| --- |\n",
            sentence(36),
            sentence(4),
            sentence(16),
            sentence(38)
        );
        let tree = tree(&[("README.md", &page)]);
        let settings = Settings::of(&tree).unwrap();
        let expected = Figures { pages: 1, sentences: 3, long: 1, median: 16 };
        assert_eq!(Figures::of(&tree, &settings), expected);
        assert_eq!(
            figures_in_words(&tree),
            "pages for users: 1 pages, 3 sentences, 1 (33.3 %) of more than 35 words, median 16 words"
        );
        let found = user_pages_have_short_sentences(&tree);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].message, "1 (33.3 %) have more than 35 words; 4 % may");
    }

    #[test]
    fn a_large_median_is_found() {
        let found = user_pages_have_short_sentences(&tree(&[("README.md", &sentence(17))]));
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].message, "the median is 17 words; at most 16 are allowed");
        assert!(user_pages_have_short_sentences(&tree(&[("README.md", &sentence(16))])).is_empty());
    }
}
