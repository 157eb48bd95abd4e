//! The words of a Rust file without comments, documentation and tests.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// One token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// From 1.
    pub(super) line: usize,
    /// As it is written; a bracket is a token of its own.
    pub(super) text: String,
}

impl Token {
    /// The text between the quotes, if this is a string literal.
    pub(super) fn string(&self) -> Option<&str> {
        let text = self.text.trim_start_matches(['b', 'c', 'r']).trim_matches('#');
        text.strip_prefix('"')?.strip_suffix('"')
    }
}

/// `true` if all of a file is test code.
pub(super) fn is_test_file(path: &str) -> bool {
    path.contains("/tests/") || path.contains("/benches/") || path.ends_with("/tests.rs")
}

/// The tokens of a file, without comments, documentation and what is compiled for tests only. Text that is no
/// Rust has none: the compiler says so better.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    without_documentation_and_tests(&all_tokens(text))
}

/// The tokens of a file that are compiled for tests only.
pub(super) fn test_tokens(path: &str, text: &str) -> Vec<Token> {
    let tokens = all_tokens(text);
    if is_test_file(path) {
        return tokens;
    }
    let starts = (0..tokens.len()).filter(|at| starts_with(&tokens[*at..], &TEST_ONLY));
    starts.flat_map(|at| tokens[at..end_of_item(&tokens, at + TEST_ONLY.len())].to_vec()).collect()
}

/// Begins an item that is compiled for tests only.
const TEST_ONLY: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];

fn all_tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    if let Ok(stream) = text.parse::<TokenStream>() {
        flatten(stream, &mut tokens);
    }
    tokens
}

fn flatten(stream: TokenStream, tokens: &mut Vec<Token>) {
    for tree in stream {
        let line = tree.span().start().line;
        match tree {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                tokens.push(Token { line, text: open.to_owned() });
                flatten(group.stream(), tokens);
                tokens.push(Token { line: group.span_close().start().line, text: close.to_owned() });
            }
            other => tokens.push(Token { line, text: other.to_string() }),
        }
    }
}

fn without_documentation_and_tests(tokens: &[Token]) -> Vec<Token> {
    let mut kept = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        if starts_with(&tokens[at..], &TEST_ONLY) {
            at = end_of_item(tokens, at + TEST_ONLY.len());
        } else if starts_with(&tokens[at..], &["#", "[", "doc", "="]) {
            at = end_of_group(tokens, at + 1);
        } else if starts_with(&tokens[at..], &["#", "!", "[", "doc", "="]) {
            at = end_of_group(tokens, at + 2);
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

/// `true` if these are the next words.
pub(super) fn starts_with(tokens: &[Token], words: &[&str]) -> bool {
    tokens.len() >= words.len() && tokens.iter().zip(words).all(|(token, word)| token.text == *word)
}

/// The place after the item that begins at `at`: after its `;` or its braces.
pub(super) fn end_of_item(tokens: &[Token], mut at: usize) -> usize {
    while at < tokens.len() {
        match tokens[at].text.as_str() {
            ";" => return at + 1,
            "{" => return end_of_group(tokens, at),
            "(" | "[" => at = end_of_group(tokens, at),
            _ => at += 1,
        }
    }
    at
}

/// The place after the bracket that closes the one at `at`.
pub(super) fn end_of_group(tokens: &[Token], at: usize) -> usize {
    let mut depth = 0;
    for (index, token) in tokens.iter().enumerate().skip(at) {
        match token.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => {
                depth -= 1;
                if depth == 0 {
                    return index + 1;
                }
            }
            _ => {}
        }
    }
    tokens.len()
}

#[cfg(test)]
mod tests {
    use super::{Token, is_test_file, tokens};

    fn words(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn comments_documentation_and_tests_are_left_out() {
        let text =
            "//! file\n/// item\nfn f() {} // end\n#[cfg(test)]\nmod tests { fn g() { a(); } }\nuse b;\n";
        assert_eq!(words(text), ["fn", "f", "(", ")", "{", "}", "use", "b", ";"]);
    }

    #[test]
    fn a_test_only_import_ends_at_its_semicolon() {
        assert_eq!(words("#[cfg(test)]\nuse a::b;\nfn f() {}"), ["fn", "f", "(", ")", "{", "}"]);
    }

    #[test]
    fn a_token_knows_its_line_and_its_text() {
        let found = tokens("\nx(\n\"a b\"\n)");
        assert_eq!(found[2], Token { line: 3, text: "\"a b\"".into() });
        assert_eq!(found[2].string(), Some("a b"));
        assert_eq!((found[3].line, found[0].string()), (4, None));
    }

    #[test]
    fn text_that_is_no_rust_has_no_tokens() {
        assert!(tokens("fn f( {").is_empty());
    }

    #[test]
    fn files_of_tests_are_known_by_their_place() {
        assert!(is_test_file("crates/a/tests/it.rs") && is_test_file("crates/a/src/x/tests.rs"));
        assert!(!is_test_file("crates/a/src/lib.rs"));
    }
}
