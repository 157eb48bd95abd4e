//! The directories that are the rules.

use std::collections::BTreeSet;

use super::rust_tokens::{is_test_file, tokens};
use super::{Tree, Violation};
use crate::rule_stem::{RULES, RuleStem};

const HEADINGS: [&str; 6] =
    ["What it does", "Why is this bad?", "Examples", "Fix safety", "Limitations", "References"];

/// What every rule has in its directory.
const FILES: [&str; 3] = ["page.md", "rule.rs", "tests.md"];

/// What a page may have at most, so that it is read.
const MAX_LINES: usize = 300;

/// Every rule is a directory with a name of the form, and has its Rust file, its page and its tests.
pub(super) fn every_rule_has_its_files(tree: &Tree) -> Vec<Violation> {
    let mut violations = Vec::new();
    let mut rules = BTreeSet::new();
    for path in tree.files.keys().filter(|path| path.starts_with(RULES)) {
        match RuleStem::split(path).filter(|(directory, _)| RuleStem::parse(directory).is_some()) {
            Some((directory, _)) => _ = rules.insert(directory),
            None => {
                violations.push(Violation::new(
                    path,
                    0,
                    "a rule is a directory of the name `lmNNN_some_name`",
                ));
            }
        }
    }
    for rule in rules {
        for file in FILES.iter().filter(|file| tree.text(&format!("{RULES}{rule}/{file}")).is_none()) {
            violations.push(Violation::new(&format!("{RULES}{rule}"), 0, format!("has no `{file}`")));
        }
    }
    violations
}

/// Every page has its title, its headings in order, and at least one flagged and one clean example, or a paragraph
/// `example none: REASON`. What its examples do is tested by running them.
pub(super) fn every_page_is_complete(tree: &Tree) -> Vec<Violation> {
    let pages = tree.with_ending("/page.md").filter_map(|(path, text)| {
        let tests = tree.text(&format!("{}tests.md", path.strip_suffix("page.md")?)).unwrap_or_default();
        Some((path, text, tests, RuleStem::of_file(path)?))
    });
    pages.flat_map(|(path, text, tests, stem)| page_violations(path, text, tests, &stem)).collect()
}

fn page_violations(path: &str, text: &str, tests: &str, stem: &RuleStem) -> Vec<Violation> {
    let mut violations = Vec::new();
    let lines = text.lines().count();
    if lines > MAX_LINES {
        violations.push(Violation::new(path, 0, format!("has {lines} lines; {MAX_LINES} are allowed")));
    }
    let title = format!("# {} ({})", stem.name, stem.code);
    if text.lines().next() != Some(&title) {
        violations.push(Violation::new(path, 1, format!("the first line is not `{title}`")));
    }
    let mut from = 0;
    for heading in HEADINGS {
        match text[from..].find(&format!("\n## {heading}\n")) {
            Some(at) => from += at + 1,
            None => {
                let message = format!("`## {heading}` is missing or out of order");
                violations.push(Violation::new(path, 0, message));
            }
        }
    }
    if text.lines().any(|line| line.starts_with("example none: ")) {
        return violations;
    }
    let blocks: Vec<_> = blocks(text).into_iter().chain(blocks(tests)).collect();
    let flagged = |block: &Block| block.text.contains("# error") || block.text.contains("# warn");
    let is_read = |block: &Block| matches!(block.language, "python" | "ini" | "toml");
    if !blocks.iter().any(|block| is_read(block) && flagged(block)) {
        violations.push(Violation::new(path, 0, "no example is flagged (`# error` or `# warn`)"));
    }
    if !blocks.iter().any(|block| ["python", "fixed"].contains(&block.language) && !flagged(block)) {
        violations.push(Violation::new(path, 0, "no example is clean"));
    }
    violations
}

/// At most one rule in ten is without a witness.
pub(super) fn rules_have_witnesses(tree: &Tree) -> Vec<Violation> {
    const OF_HOW_MANY: usize = 10;
    let pages: Vec<_> = tree.with_ending("/page.md").filter(|(path, _)| path.starts_with(RULES)).collect();
    let is_without = |path: &str, text: &str| {
        let tests = tree.text(&path.replace("page.md", "tests.md")).unwrap_or_default();
        text.lines().chain(tests.lines()).any(|line| line.starts_with("witness none:"))
    };
    let without: Vec<_> = pages.iter().filter(|(path, text)| is_without(path, text)).collect();
    if without.len() * OF_HOW_MANY <= pages.len() {
        return Vec::new();
    }
    let message = format!("one of {} pages of {} without a witness", without.len(), pages.len());
    without.iter().map(|(path, _)| Violation::new(path, 0, message.clone())).collect()
}

struct Block<'page> {
    language: &'page str,
    text: String,
}

/// The fenced blocks of a page.
fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut open: Option<Block<'_>> = None;
    for line in page.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some(language), None) => open = Some(Block { language: language.trim(), text: String::new() }),
            (None, Some(block)) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, None) => {}
        }
    }
    blocks
}

/// No Rust file but those of a rule itself, and tests, names the code of a rule.
pub(super) fn no_list_of_rules_is_committed(tree: &Tree) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (path, text) in tree.with_ending(".rs").filter(|(path, _)| !is_test_file(path)) {
        let own = RuleStem::of_file(path).map(|stem| stem.code.to_string());
        for token in tokens(text) {
            for code in rule_codes(&token.text).into_iter().filter(|code| Some(code) != own.as_ref()) {
                violations.push(Violation::new(path, token.line, format!("names the rule `{code}`")));
            }
        }
    }
    violations
}

/// What looks like `LM101` in a token, in capitals or not.
fn rule_codes(text: &str) -> BTreeSet<String> {
    let text = text.to_ascii_uppercase();
    text.match_indices("LM")
        .filter_map(|(at, _)| {
            let code = text.get(at..at + 5)?;
            let stands_alone = !text[..at].ends_with(|c: char| c.is_ascii_alphanumeric())
                && !text[at + 5..].starts_with(|c: char| c.is_ascii_alphanumeric());
            (stands_alone && code.parse::<loopmend_core::RuleCode>().is_ok()).then(|| code.to_owned())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{
        every_page_is_complete, every_rule_has_its_files, no_list_of_rules_is_committed, rules_have_witnesses,
    };
    use crate::Tree;
    use crate::rule_stem::RULES;

    const PAGE: &str = "# some-name (LM107)\n\n## What it does\n\n## Why is this bad?\n\n## Examples\n\n\
        ```python\nf()  # error: [some-name]\n```\n\n```python\nawait f()\n```\n\n## Fix safety\n\n\
        ## Limitations\n\n## References\n";

    fn rule(page: &str, tests: &str) -> Tree {
        Tree::of(&[
            (&format!("{RULES}lm107_some_name/rule.rs"), ""),
            (&format!("{RULES}lm107_some_name/page.md"), page),
            (&format!("{RULES}lm107_some_name/tests.md"), tests),
        ])
    }

    fn found(page: &str) -> String {
        let found = every_page_is_complete(&rule(page, ""));
        found.into_iter().map(|violation| violation.message).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn a_rule_without_one_of_its_files_is_found() {
        assert_eq!(every_rule_has_its_files(&rule("", "")), []);
        for file in ["page.md", "rule.rs", "tests.md", "held_lock.rs"] {
            let tree = Tree::of(&[(&format!("{RULES}lm107_some_name/{file}"), "")]);
            let missing = if file == "held_lock.rs" { 3 } else { 2 };
            assert_eq!(every_rule_has_its_files(&tree).len(), missing, "{file}");
        }
        let tree = Tree::of(&[(&format!("{RULES}some_name/rule.rs"), ""), (&format!("{RULES}mod.rs"), "")]);
        assert_eq!(every_rule_has_its_files(&tree).len(), 2);
    }

    #[test]
    fn an_incomplete_page_is_found() {
        assert_eq!(found(PAGE), "");
        assert!(found(&PAGE.replace("LM107", "LM108")).contains("the first line"));
        assert!(found(&PAGE.replace("## References\n", "")).contains("`## References` is missing"));
        assert!(found(&PAGE.replace("## Fix safety\n", "")).contains("`## Fix safety` is missing"));
        assert!(found(&PAGE.replace("## Limitations\n", "")).contains("`## Limitations` is missing"));
        assert!(found(&PAGE.replace("  # error: [some-name]", "")).contains("no example is flagged"));
        let explained =
            PAGE.replace("  # error: [some-name]", "").replace("## Fix", "example none: why\n\n## Fix");
        assert_eq!(found(&explained), "");
        let all_flagged = PAGE.replace("await f()", "f()  # warn");
        assert!(found(&all_flagged).contains("no example is clean"));
        assert_eq!(found(&format!("{all_flagged}\n```fixed\nawait f()\n```\n")), "");
        let in_tests = "## Tests\n\n```python\nawait f()\n```\n";
        assert_eq!(every_page_is_complete(&rule(&all_flagged, in_tests)), []);
        assert!(found(&format!("{PAGE}{}", "\n".repeat(300))).contains("300 are allowed"));
    }

    #[test]
    fn one_rule_in_ten_may_be_without_a_witness() {
        let without = |count: usize| {
            let path = |number: usize| format!("{RULES}lm9{number:02}_x/page.md");
            let text = |number| if number < count { "witness none: why\n" } else { "```witness\n```\n" };
            let files: Vec<_> = (0..20).map(|number| (path(number), text(number))).collect();
            let files: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
            rules_have_witnesses(&Tree::of(&files)).len()
        };
        assert_eq!([without(0), without(2), without(3)], [0, 0, 3]);
    }

    #[test]
    fn a_rule_named_elsewhere_is_found() {
        let own = format!("{RULES}lm107_some_name/rule.rs");
        let tree = Tree::of(&[
            (&own, "const CODE: &str = \"LM107\";\nconst OTHER: &str = \"LM108\";"),
            (
                "crates/loopmend/src/main.rs",
                "/// Such as LM107.\nconst RULES: &[&str] = &[\"LM107\", \"ALM107x\"];",
            ),
            ("crates/loopmend/src/registry.rs", "mod lm107_some_name;\nconst LM1070: u8 = 0;"),
            ("crates/loopmend/tests/it.rs", "const RULES: &[&str] = &[\"LM107\"];"),
        ]);
        let places: Vec<_> = no_list_of_rules_is_committed(&tree).iter().map(ToString::to_string).collect();
        assert_eq!(
            places,
            [
                "crates/loopmend/src/main.rs:2: names the rule `LM107`".to_owned(),
                "crates/loopmend/src/registry.rs:1: names the rule `LM107`".to_owned(),
                format!("{own}:2: names the rule `LM108`"),
            ]
        );
    }
}
