//! How much stands in one place.

use std::collections::BTreeMap;

use super::rust_tokens::{Token, tokens};
use super::{Tree, Violation, crate_of, product_files};

/// The share of the product's lines that one crate may have, in per cent.
const MAX_SHARE: usize = 20;

/// The names that the root of a crate may export.
const MAX_EXPORTS: usize = 130;

/// The public functions that one file may have.
const MAX_FUNCTIONS: usize = 60;

/// No crate has more than a fifth of the lines of the product, tests beside the code included.
pub(super) fn no_crate_is_too_large(tree: &Tree) -> Vec<Violation> {
    let mut lines: BTreeMap<&str, usize> = BTreeMap::new();
    for (path, text) in product_files(tree) {
        *lines.entry(crate_of(path)).or_default() += text.lines().count();
    }
    let all: usize = lines.values().sum();
    let is_too_large = |of: &usize| of * 100 > all * MAX_SHARE;
    let too_large = lines.into_iter().filter(|(_, of)| is_too_large(of));
    let violation = |(name, of): (&str, usize)| {
        let message = format!("has {of} of {all} lines; {MAX_SHARE} % are allowed");
        Violation::new(&format!("crates/{name}"), 0, message)
    };
    too_large.map(violation).collect()
}

/// No root of a crate exports more names than one can look through.
pub(super) fn roots_export_few_names(tree: &Tree) -> Vec<Violation> {
    let roots = product_files(tree).filter(|(path, _)| path.ends_with("/src/lib.rs"));
    let exported = roots.map(|(path, text)| (path, exports(&tokens(text))));
    let too_many = exported.filter(|(_, names)| *names > MAX_EXPORTS);
    let message = |names| format!("exports {names} names; {MAX_EXPORTS} are allowed");
    too_many.map(|(path, names)| Violation::new(path, 0, message(names))).collect()
}

/// No file has more public functions than one can look through.
pub(super) fn files_have_few_public_functions(tree: &Tree) -> Vec<Violation> {
    let counted = product_files(tree).map(|(path, text)| (path, public_functions(&tokens(text))));
    let too_many = counted.filter(|(_, functions)| *functions > MAX_FUNCTIONS);
    let message = |functions| format!("has {functions} public functions; {MAX_FUNCTIONS} are allowed");
    too_many.map(|(path, functions)| Violation::new(path, 0, message(functions))).collect()
}

/// How many names the root of a crate exports.
fn exports(tokens: &[Token]) -> usize {
    let mut names = 0;
    let mut at = 0;
    while at + 1 < tokens.len() {
        let end =
            tokens[at..].iter().position(|token| token.text == ";").map_or(tokens.len(), |end| at + end);
        match [&*tokens[at].text, &*tokens[at + 1].text] {
            ["pub", "use"] => {
                let separators = tokens[at..end].iter().filter(|token| token.text == ",").count();
                let is_trailing =
                    tokens[at..end].windows(2).any(|pair| pair[0].text == "," && pair[1].text == "}");
                names += separators + 1 - usize::from(is_trailing);
                at = end;
            }
            ["pub", "mod" | "fn" | "struct" | "enum" | "const" | "static" | "trait" | "type"] => names += 1,
            _ => {}
        }
        at += 1;
    }
    names
}

/// How many functions are public without restriction.
fn public_functions(tokens: &[Token]) -> usize {
    let is_function = |at: &usize| {
        let rest = tokens[at + 1..].iter().map(|token| &*token.text);
        let mut rest = rest.skip_while(|word| matches!(*word, "const" | "async" | "unsafe"));
        tokens[*at].text == "pub" && rest.next() == Some("fn")
    };
    (0..tokens.len()).filter(is_function).count()
}

#[cfg(test)]
mod tests {
    use super::{files_have_few_public_functions, no_crate_is_too_large, roots_export_few_names};
    use crate::Tree;

    #[test]
    fn a_crate_with_more_than_a_fifth_is_found() {
        let paths: Vec<_> = (0..6).map(|number| format!("crates/c{number}/src/lib.rs")).collect();
        let even: Vec<_> = paths.iter().map(|path| (path.as_str(), "a\nb\n")).collect();
        assert_eq!(no_crate_is_too_large(&Tree::of(&even)), []);
        let mut uneven = even.clone();
        uneven[0].1 = "a\nb\nc\n";
        let found = no_crate_is_too_large(&Tree::of(&uneven));
        assert_eq!(found.iter().map(|found| &*found.path).collect::<Vec<_>>(), ["crates/c0"]);
    }

    #[test]
    fn a_root_that_exports_too_many_names_is_found() {
        let names = |count: usize| (0..count).map(|number| format!("A{number}, ")).collect::<String>();
        let root =
            |count| format!("pub mod a;\nuse c::{{{}}};\npub use b::{{{}}};\n", names(200), names(count));
        let found = |text: &str| roots_export_few_names(&Tree::of(&[("crates/a/src/lib.rs", text)])).len();
        assert_eq!([found(&root(129)), found(&root(130))], [0, 1]);
    }

    #[test]
    fn a_file_with_too_many_public_functions_is_found() {
        let text = |count: usize| {
            let public: String =
                (0..count).map(|number| format!("pub const fn f{number}() {{}}\n")).collect();
            format!(
                "{public}pub(crate) fn a() {{}}\nfn b() {{}}\n#[cfg(test)]\nmod tests {{ pub fn c() {{}} }}\n"
            )
        };
        let found =
            |text: &str| files_have_few_public_functions(&Tree::of(&[("crates/a/src/b.rs", text)])).len();
        assert_eq!([found(&text(60)), found(&text(61))], [0, 1]);
    }
}
