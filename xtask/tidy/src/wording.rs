//! What texts say and how.

use super::rust_tokens::tokens;
use super::{Tree, Violation};
use crate::rule_stem::RULES;

/// Written in parts, so that this file does not name them.
const MACHINE_WORDS: [&str; 7] = [
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("../sha", "red"),
    concat!("pypi", ".org"),
    concat!("python", "hosted.org"),
    concat!("crates", ".io"),
    concat!("npm", "js."),
];

/// No file names a directory of the machine it was written on, or the host of a package registry. The lock files
/// of cargo, which must, are left out.
pub(super) fn no_file_names_a_machine(tree: &Tree) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (path, text) in tree.files.iter().filter(|(path, _)| !path.ends_with("Cargo.lock")) {
        for (index, line) in text.lines().enumerate() {
            for word in MACHINE_WORDS.iter().filter(|word| names(line, word)) {
                violations.push(Violation::new(path, index + 1, format!("names `{word}`")));
            }
        }
    }
    violations
}

/// `true` if the word stands in the line, and not as the end of a longer path or host.
fn names(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || "_-.~*{}".contains(c) && word.starts_with('/'))
    })
}

/// ARCHITECTURE.md is read in one go.
pub(super) fn the_architecture_fits_on_a_few_screens(tree: &Tree) -> Vec<Violation> {
    const LIMIT: usize = 150;
    let path = "ARCHITECTURE.md";
    let lines = tree.text(path).map_or(0, |text| text.lines().count());
    if lines <= LIMIT {
        return Vec::new();
    }
    vec![Violation::new(path, 0, format!("has {lines} lines; {LIMIT} are allowed"))]
}

/// The sentences in the files of rules, which are messages and notes, start in lower case and end without a full
/// stop. A literal with a space is taken for a sentence.
pub(super) fn messages_have_one_style(tree: &Tree) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (path, text) in tree.with_ending(".rs").filter(|(path, _)| path.starts_with(RULES)) {
        for token in tokens(text) {
            let words = token.string().filter(|text| text.contains(' ')).unwrap_or_default();
            if words.starts_with(|c: char| c.is_uppercase()) || words.ends_with('.') {
                let message =
                    format!("`{words}`: a message starts in lower case and ends without a full stop");
                violations.push(Violation::new(path, token.line, message));
            }
        }
    }
    violations
}

#[cfg(test)]
mod tests {
    use super::{messages_have_one_style, no_file_names_a_machine, the_architecture_fits_on_a_few_screens};
    use crate::Tree;
    use crate::rule_stem::RULES;

    #[test]
    fn a_machine_path_or_registry_is_found() {
        let text = format!(
            "fine: src{0}file, example.com{0}\n`{0}main`\nsee https://{1}/x\n",
            concat!("/wo", "rk/"),
            concat!("pypi", ".org")
        );
        let tree = Tree::of(&[("README.md", &text), ("Cargo.lock", &text)]);
        let places: Vec<_> =
            no_file_names_a_machine(&tree).into_iter().map(|found| (found.path, found.line)).collect();
        assert_eq!(places, [("README.md".to_owned(), 2), ("README.md".to_owned(), 3)]);
    }

    #[test]
    fn a_long_architecture_is_found() {
        assert_eq!(
            the_architecture_fits_on_a_few_screens(&Tree::of(&[("ARCHITECTURE.md", &"x\n".repeat(150))])),
            []
        );
        let tree = Tree::of(&[("ARCHITECTURE.md", &"x\n".repeat(151))]);
        assert_eq!(the_architecture_fits_on_a_few_screens(&tree).len(), 1);
    }

    #[test]
    fn a_message_of_another_style_is_found() {
        let text = "const ALL: &[&str] = &[\"type: some-code\", \"One\"];\n\
            fn f() {\n\
            let message = \"The call is lost\";\n\
            context.report(range, \"the call is lost.\");\n\
            context.report(range, format!(\"`{name}` is lost\"));\n\
            }\n\
            #[cfg(test)]\nmod tests { fn f() { report(\"In a test.\"); } }\n";
        let tree =
            Tree::of(&[(&format!("{RULES}lm100_x/rule.rs"), text), ("crates/loopmend/src/main.rs", text)]);
        let lines: Vec<_> = messages_have_one_style(&tree).into_iter().map(|found| found.line).collect();
        assert_eq!(lines, [3, 4]);
    }
}
