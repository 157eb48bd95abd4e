//! Files that only one rule needs, and that stand elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::rust_tokens::{Token, tokens};
use super::{Tree, Violation, crate_of, product_files};
use crate::rule_stem::RuleStem;

/// What only one rule needs stands in the directory of the rule.
pub(super) fn what_one_rule_needs_stands_with_it(tree: &Tree) -> Vec<Violation> {
    let files: Vec<(&str, Names)> =
        product_files(tree).map(|(path, text)| (path, Names::of(&tokens(text)))).collect();
    let mut users: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, (_, names)) in files.iter().enumerate() {
        for name in names.all.difference(&names.own) {
            users.entry(name).or_default().push(index);
        }
    }
    let mut violations = Vec::new();
    for (index, (path, names)) in files.iter().enumerate().filter(|(_, (path, _))| may_belong_to_a_rule(path))
    {
        let of_name = |name: &String| users.get(name.as_str()).into_iter().flatten();
        let others = names.public.iter().flat_map(of_name).filter(|user| **user != index);
        let rules: BTreeSet<Option<&str>> = others.map(|user| rule_of(files[*user].0)).collect();
        if let [Some(rule)] = rules.into_iter().collect::<Vec<_>>()[..] {
            violations.push(Violation::new(path, 0, format!("only `{rule}` needs it; it belongs there")));
        }
    }
    violations
}

/// Whether a file is of the facade or of all rules.
fn may_belong_to_a_rule(path: &str) -> bool {
    matches!(crate_of(path), "loopmend_semantic" | "loopmend_rules") && RuleStem::split(path).is_none()
}

/// The directory of the rule that a file belongs to.
fn rule_of(path: &str) -> Option<&str> {
    RuleStem::split(path).map(|(directory, _)| directory)
}

/// The names in a file.
struct Names {
    /// Of its public functions and types.
    public: BTreeSet<String>,
    /// Of all its functions and types.
    own: BTreeSet<String>,
    /// All, but those that it only passes on.
    all: BTreeSet<String>,
}

impl Names {
    fn of(tokens: &[Token]) -> Self {
        let (mut public, mut own, mut all) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let mut at = 0;
        while at < tokens.len() {
            if is_passed_on(&tokens[at..]) {
                at += tokens[at..].iter().position(|token| token.text == ";").unwrap_or(0);
            }
            let word = &tokens[at].text;
            let name = tokens.get(at + 1).map(|next| next.text.clone()).unwrap_or_default();
            if matches!(&**word, "fn" | "struct" | "enum" | "const" | "static" | "trait" | "type") {
                if is_public(&tokens[..at]) {
                    public.insert(name.clone());
                }
                own.insert(name);
            }
            all.insert(word.clone());
            at += 1;
        }
        Self { public, own, all }
    }
}

/// `true` if tokens begin with a public `use`.
fn is_passed_on(tokens: &[Token]) -> bool {
    let texts: Vec<&str> = tokens.iter().take(5).map(|token| &*token.text).collect();
    matches!(texts[..], ["pub", "use", ..] | ["pub", "(", _, ")", "use"])
}

/// `true` if tokens end with `pub`, restricted or not, and modifiers.
fn is_public(before: &[Token]) -> bool {
    const MODIFIERS: [&str; 3] = ["const", "async", "unsafe"];
    let end = before.iter().rposition(|token| !MODIFIERS.contains(&&*token.text));
    let Some(end) = end else { return false };
    match &*before[end].text {
        "pub" => true,
        ")" => {
            let open = before[..end].iter().rposition(|token| token.text == "(");
            open.is_some_and(|open| open > 0 && before[open - 1].text == "pub")
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::what_one_rule_needs_stands_with_it;
    use crate::Tree;
    use crate::rule_stem::RULES;

    #[test]
    fn a_file_that_one_rule_needs_is_found_elsewhere() {
        let (one, other) = (format!("{RULES}lm101_a/rule.rs"), format!("{RULES}lm102_b/rule.rs"));
        let helper =
            ("crates/loopmend_semantic/src/file/held.rs", "impl File { pub fn held_locks(&self) {} }");
        let facade = ("crates/loopmend_semantic/src/file/mod.rs", "pub use held::held_locks;");
        let needs = "fn check(file: &File) { file.held_locks(); }";
        let found = |files: &[(&str, &str)]| {
            let files = [files, &[helper, facade]].concat();
            what_one_rule_needs_stands_with_it(&Tree::of(&files)).len()
        };
        assert_eq!(found(&[(&one, needs)]), 1);
        assert_eq!(found(&[(&one, needs), (&other, needs)]), 0);
        assert_eq!(found(&[(&one, needs), ("crates/loopmend_semantic/src/suite.rs", needs)]), 0);
        assert_eq!(found(&[(&one, needs), (&other, "fn held_locks() { held_locks(); }")]), 1);
        assert_eq!(found(&[]), 0);
    }
}
