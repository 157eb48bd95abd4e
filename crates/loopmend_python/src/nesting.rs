//! The nesting depth of a text, computed from its tokens before parsing.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, lexer};

/// The maximum nesting depth that is read. Enough memory and stack are available for it, while CPython
/// compiles far less. A text with at most this many bytes cannot nest deeper.
pub(crate) const DEEPEST: usize = 256 * 1024;

/// The number of stack bytes for dropping one level of a syntax tree, also in an unoptimised build.
const STACK_OF_LEVEL: usize = 1024;

/// Returns the stack size for parsing a text and dropping its tree. The parser also drops what it only
/// tried.
pub(crate) fn stack_for(text: &str) -> usize {
    text.len().min(DEEPEST) * STACK_OF_LEVEL
}

/// Returns whether a text nests deeper than [`DEEPEST`].
pub(crate) fn is_too_deep(text: &str, mode: Mode) -> bool {
    if text.len() <= DEEPEST || most_levels(text) <= DEEPEST {
        return false;
    }
    let mut lexer = lexer::lex(text, mode);
    let mut nesting = Nesting::default();
    loop {
        match lexer.next_token() {
            TokenKind::EndOfFile => return false,
            token => nesting.take(token),
        }
        if nesting.depth() > DEEPEST {
            return true;
        }
    }
}

/// Returns an upper bound without tokenizing. A level needs a sign, or two other bytes: the letters of a
/// keyword, a line break and a space. Most texts exceed the limit only if they are twice as long.
fn most_levels(text: &str) -> usize {
    let signs = text.bytes().filter(|byte| IS_SIGN[usize::from(*byte)]).count();
    signs + (text.len() - signs) / 2
}

/// Whether a byte is a sign. The lookup takes a third of the time of comparisons.
static IS_SIGN: [bool; 256] = {
    let mut is_sign = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        is_sign[byte] = (byte as u8).is_ascii_punctuation();
        byte += 1;
    }
    is_sign
};

/// An upper bound for the depth of the tree from the tokens so far.
#[derive(Default)]
struct Nesting {
    blocks: usize,
    /// The enclosing items, outermost first.
    around: Vec<Item>,
    present: Item,
    /// The number of operators of all items in `around`.
    operators_around: usize,
    is_line_start: bool,
}

/// The text between two commas, as far as it is read.
#[derive(Clone, Copy, Default)]
struct Item {
    /// The number of operators, each of which may be one level: `.`, `+`, `not`, a call, a subscript.
    operators: usize,
    /// The maximum depth of its bracketed parts.
    deepest: usize,
    /// The maximum depth of the preceding items in the same brackets.
    deepest_before: usize,
}

impl Item {
    fn depth(self) -> usize {
        self.deepest_before.max(self.operators + self.deepest)
    }
}

impl Nesting {
    fn depth(&self) -> usize {
        self.blocks + self.operators_around + self.present.depth()
    }

    fn take(&mut self, token: TokenKind) {
        if self.is_line_start && begins_statement(token) {
            self.end_statement();
        }
        self.is_line_start = token == TokenKind::NonLogicalNewline;
        match token {
            TokenKind::Indent => self.blocks += 1,
            TokenKind::Dedent => self.blocks = self.blocks.saturating_sub(1),
            TokenKind::Newline | TokenKind::Semi => self.end_statement(),
            TokenKind::Comma => {
                self.present = Item { deepest_before: self.present.depth(), ..Item::default() };
            }
            TokenKind::Lpar
            | TokenKind::Lsqb
            | TokenKind::Lbrace
            | TokenKind::FStringStart
            | TokenKind::TStringStart => self.open(),
            TokenKind::Rpar
            | TokenKind::Rsqb
            | TokenKind::Rbrace
            | TokenKind::FStringEnd
            | TokenKind::TStringEnd => self.close(),
            TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::Complex
            | TokenKind::String
            | TokenKind::FStringMiddle
            | TokenKind::TStringMiddle
            | TokenKind::Comment
            | TokenKind::NonLogicalNewline => {}
            _ => self.present.operators += 1,
        }
    }

    fn open(&mut self) {
        self.present.operators += 1;
        self.operators_around += self.present.operators;
        self.around.push(std::mem::take(&mut self.present));
    }

    fn close(&mut self) {
        let Some(outer) = self.around.pop() else { return };
        self.operators_around -= outer.operators;
        self.present = Item { deepest: outer.deepest.max(self.present.depth()), ..outer };
    }

    fn end_statement(&mut self) {
        self.around.clear();
        self.operators_around = 0;
        self.present = Item::default();
    }
}

/// Returns whether a keyword can only start a statement. At the start of a line inside brackets, it shows
/// that a bracket was left open, as it does for the parser.
fn begins_statement(token: TokenKind) -> bool {
    matches!(
        token,
        TokenKind::Assert
            | TokenKind::Break
            | TokenKind::Class
            | TokenKind::Continue
            | TokenKind::Def
            | TokenKind::Del
            | TokenKind::Elif
            | TokenKind::Except
            | TokenKind::Finally
            | TokenKind::Global
            | TokenKind::Import
            | TokenKind::Nonlocal
            | TokenKind::Pass
            | TokenKind::Raise
            | TokenKind::Return
            | TokenKind::Try
            | TokenKind::While
            | TokenKind::With
    )
}

#[cfg(test)]
mod tests {
    use ruff_python_ast::token::TokenKind;
    use ruff_python_parser::{Mode, lexer};

    use super::{DEEPEST, Nesting, is_too_deep, most_levels};

    /// Returns the bound for a text: the maximum over all tokens.
    fn bound(text: &str) -> usize {
        let mut lexer = lexer::lex(text, Mode::Module);
        let mut nesting = Nesting::default();
        let mut deepest = 0;
        loop {
            match lexer.next_token() {
                TokenKind::EndOfFile => return deepest,
                token => nesting.take(token),
            }
            deepest = deepest.max(nesting.depth());
        }
    }

    #[test]
    fn every_way_to_nest_is_counted() {
        for text in [
            "((((1))))",
            "a.b.c.d.e",
            "not not not not 1",
            "f()()()()",
            "a+a+a+a+a",
            "[a(b[c])]+1",
            "((a)+1)()",
        ] {
            assert!((4..=6).contains(&bound(text)), "{text}: {}", bound(text));
        }
        assert!(bound("if a:\n if b:\n  if c:\n   d\n") >= 4);
        assert!(bound("f'{f\"{f\"{1}\"}\"}'") >= 6);
    }

    #[test]
    fn no_text_nests_deeper_than_it_has_room_for() {
        for text in [
            "((((1))))",
            "if a:\n if b:\n  c\n",
            "not not not 1",
            "a if b else c if d else e",
            "f\"{f'{1}'}\"",
        ] {
            assert!(bound(text) <= most_levels(text), "{text}");
        }
        assert_eq!(most_levels("a.b + cd"), 5);
    }

    #[test]
    fn what_stands_side_by_side_is_not_deep() {
        assert_eq!(bound("[(1, 2), (3, 4), (5, 6)]"), 2);
        assert_eq!(bound("a.b\na.b\na.b; a.b\n"), 1);
        assert!(bound("f(\ndef g(): pass\ndef h(): pass\nclass A: pass\n") <= 4);
    }

    #[test]
    fn only_a_text_that_can_be_too_deep_is_read() {
        let deep = format!("x = {}", "(".repeat(DEEPEST + 9));
        assert!(is_too_deep(&deep, Mode::Module));
        assert!(!is_too_deep(&"x = 1, 2\n".repeat(DEEPEST), Mode::Module));
        assert!(!is_too_deep("((((", Mode::Module));
    }
}
