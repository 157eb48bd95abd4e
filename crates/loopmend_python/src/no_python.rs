//! Texts that are no Python: templates of files, and prose.

use ruff_python_ast::token::{Token, TokenKind};
use ruff_text_size::Ranged;

use crate::{Code, span_of};

/// The minimum number of names in a row in prose. Python has no statement with three, not even Python 2.
const MIN_WORDS: usize = 3;

/// Signs of assignments, lists and dictionaries, and the keywords of definitions and imports.
const PARTS_OF_PROGRAMS: [TokenKind; 10] = [
    TokenKind::Equal,
    TokenKind::PlusEqual,
    TokenKind::Lsqb,
    TokenKind::Lbrace,
    TokenKind::Def,
    TokenKind::Class,
    TokenKind::Import,
    TokenKind::Return,
    TokenKind::Lambda,
    TokenKind::Await,
];

impl Code<'_> {
    /// Returns whether a place is inside of a string.
    pub fn is_in_string(&self, offset: u32) -> bool {
        let (before, _) = self.tokens_around(offset);
        before.last().is_some_and(|token| is_string(token) && offset < span_of(token).end)
    }

    /// Returns whether two braces open outside of strings without anything between them, as in `{{ name }}`. In Python, an element of
    /// a set is no set.
    pub fn has_double_brace(&self) -> bool {
        let tokens = self.tokens(self.whole());
        let is_brace = |token: &Token| token.kind() == TokenKind::Lbrace;
        tokens.windows(2).any(|pair| pair.iter().all(is_brace) && pair[0].end() == pair[1].start())
    }

    /// Returns whether the text is prose: names in a row, and nothing that a program consists of.
    pub fn is_prose(&self) -> bool {
        let tokens = self.tokens(self.whole());
        let is_word = |token: &Token| token.kind() == TokenKind::Name;
        let is_program = |place: usize| {
            let touches_word = place.checked_sub(1).is_some_and(|before| {
                is_word(&tokens[before]) && tokens[before].end() == tokens[place].start()
            });
            match tokens[place].kind() {
                // The apostrophe in a word begins a string.
                _ if is_string(&tokens[place]) => !touches_word,
                TokenKind::Lpar => touches_word,
                kind => PARTS_OF_PROGRAMS.contains(&kind),
            }
        };
        tokens.windows(MIN_WORDS).any(|words| words.iter().all(is_word)) && !(0..tokens.len()).any(is_program)
    }
}

/// Returns whether a token is the text of a string, or a part of it.
pub(crate) fn is_string(token: &Token) -> bool {
    matches!(token.kind(), TokenKind::String | TokenKind::FStringMiddle | TokenKind::TStringMiddle)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use loopmend_core::{SourceKind, SourceText};

    use crate::{Code, SyntaxTree};

    fn code(text: &str) -> Code<'_> {
        Code::new(text, Rc::new(SyntaxTree::parse(&SourceText::new(text, SourceKind::Python))))
    }

    #[test]
    fn prose_has_words_in_a_row_and_no_code() {
        for text in [
            "test repo made by us & others :)\n",
            "# A title\nIt isn't known whether this runs (yet).\nAsk the people next door.\n",
            "They don't say that it isn't theirs\nAsk the people next door\n",
        ] {
            assert!(code(text).is_prose(), "{text}");
        }
        for text in [
            "print limit\n",
            "print \"some words in a row\"\n",
            "some words here\nlimit = 1\n",
            "some words here\nstart()\n",
            "some words here\nimport os\n",
            "limit\n",
            "",
        ] {
            assert!(!code(text).is_prose(), "{text}");
        }
    }

    #[test]
    fn double_braces_count_outside_of_strings() {
        for text in ["name = {{ name }}\n", "async with Actor:\n{{self.run()}}\n", "f({{x}})\n"] {
            assert!(code(text).has_double_brace(), "{text}");
        }
        for text in ["name = '{{ name }}'\n", "f'{{{x}}}'\n", "{ {1: 2} }\n", "# {{ name }}\n"] {
            assert!(!code(text).has_double_brace(), "{text}");
        }
    }

    #[test]
    fn strings_contain_places() {
        let text = "x = '''\n{% if x %}\n'''\n# {% if y %}\nz = f'a{x}b'\n";
        let is_inside = |part: &str| code(text).is_in_string(text.find(part).unwrap() as u32);
        assert_eq!(
            ["{% if x", "{% if y", "'''", "{x}", "b'"].map(is_inside),
            [true, false, false, false, false]
        );
    }
}
