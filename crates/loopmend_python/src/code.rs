//! The text of a file with its tree, for questions about what is written at a place.

use std::rc::Rc;
use std::sync::PoisonError;

use loopmend_core::Span;
use memchr::memmem;
use ruff_python_ast::token::{Token, TokenKind};
use ruff_python_ast::visitor::source_order::TraversalSignal;
use ruff_python_ast::{
    AnyNodeRef, Arguments, Expr, ExprCall, ExprLambda, Stmt, StmtClassDef, StmtFunctionDef, StmtImportFrom,
};
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use ruff_text_size::Ranged;
use rustc_hash::FxHashMap;

use crate::{SyntaxTree, function_with, node_at, nodes_around, range_of, span_of, walk_towards};

/// The text of a file, with the tree of the file or of one of its functions.
#[derive(Clone)]
pub struct Code<'t> {
    pub(crate) text: &'t str,
    tree: Rc<SyntaxTree>,
}

impl<'t> Code<'t> {
    /// Creates the code of a text and its tree.
    pub fn new(text: &'t str, tree: Rc<SyntaxTree>) -> Self {
        Self { text, tree }
    }

    /// Returns the tree.
    pub fn tree(&self) -> &SyntaxTree {
        &self.tree
    }

    /// Returns the statements of the file.
    pub fn body(&self) -> &[Stmt] {
        &self.tree.module().body
    }

    /// Returns the range of the text.
    pub fn whole(&self) -> Span {
        Span::new(0, self.text.len() as u32)
    }

    /// Returns the text of a range.
    pub fn slice(&self, place: Span) -> &'t str {
        self.text.get(place.as_range()).unwrap_or_default()
    }

    /// Returns the text of a node.
    pub fn text_of(&self, node: &impl Ranged) -> &'t str {
        self.slice(span_of(node))
    }

    /// Returns the nodes around an expression, outermost first.
    pub fn nodes_around(&self, expression: Span) -> Vec<AnyNodeRef<'_>> {
        nodes_around(&self.tree, expression)
    }

    /// Returns what `look` finds in the outermost node with a range.
    pub fn node_at<'a, R>(&'a self, place: Span, look: impl Fn(AnyNodeRef<'a>) -> Option<R>) -> Option<R> {
        node_at(self.body(), range_of(place), look)
    }

    /// Returns the call at a range.
    pub fn call_at(&self, place: Span) -> Option<&ExprCall> {
        self.node_at(place, |node| node.as_expr_call().copied())
    }

    /// Returns the `lambda` at a range.
    pub fn lambda_at(&self, place: Span) -> Option<&ExprLambda> {
        self.node_at(place, |node| node.as_expr_lambda().copied())
    }

    /// Returns the function whose header ends at a place.
    pub fn function_with(&self, header: Span) -> Option<&StmtFunctionDef> {
        function_with(&self.tree, header)
    }

    /// Returns the class whose body contains a function.
    pub fn class_of(&self, function: &StmtFunctionDef) -> Option<&StmtClassDef> {
        let mut found = None;
        walk_towards(function.range(), self.body(), |_, node| {
            let has_it = |class: &&StmtClassDef| class.body.iter().any(|it| it.range() == function.range());
            found = found.or(node.as_stmt_class_def().copied().filter(has_it));
            TraversalSignal::Traverse
        });
        found
    }

    /// Returns the `from module import name` around one of its names.
    pub fn import_around(&self, name: Span) -> Option<&StmtImportFrom> {
        let range = range_of(name);
        let mut found = None;
        walk_towards(range, self.body(), |_, node| {
            if !node.range().contains_range(range) {
                return TraversalSignal::Skip;
            }
            found = node.as_stmt_import_from().copied().or(found);
            TraversalSignal::Traverse
        });
        found
    }

    /// Returns the innermost function around an expression.
    pub fn function_around(&self, expression: Span) -> Option<&StmtFunctionDef> {
        self.nodes_around(expression).into_iter().rev().find_map(|node| node.as_stmt_function_def().copied())
    }

    /// Returns the innermost statement around an expression.
    pub fn statement_around(&self, expression: Span) -> Option<AnyNodeRef<'_>> {
        self.nodes_around(expression).into_iter().rev().find(|node| node.is_statement())
    }

    /// Returns the call whose only argument is this expression.
    pub fn call_of_only_argument(&self, argument: Span) -> Option<&ExprCall> {
        let around = self.nodes_around(argument);
        let [.., AnyNodeRef::ExprCall(call), AnyNodeRef::Arguments(arguments)] = around.as_slice() else {
            return None;
        };
        let is_only = arguments.keywords.is_empty()
            && matches!(&*arguments.args, [only] if only.range() == range_of(argument));
        is_only.then_some(*call)
    }

    /// Returns the top-level imports from one of these modules.
    pub fn imports_from(&self, modules: &[&str]) -> impl Iterator<Item = &StmtImportFrom> {
        let imports = self.body().iter().filter_map(Stmt::as_import_from_stmt);
        imports.filter(|import| import.module.as_deref().is_some_and(|module| modules.contains(&module)))
    }

    /// Returns the last name of a dotted name.
    pub fn last_part(&self, path: Span) -> Option<Span> {
        let last = self.tokens(path).last().filter(|last| last.kind() == TokenKind::Name)?;
        Some(span_of(last))
    }

    /// Returns whether a name or a string contains a word.
    pub fn has_word(&self, word: &str) -> bool {
        let mut known = self.tree.words.contained.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known.get(word) {
            return *known;
        }
        let is_text = |kind| matches!(kind, TokenKind::Name | TokenKind::String | TokenKind::FStringMiddle);
        let mut tokens = self.tokens(self.whole()).iter().filter(|token| is_text(token.kind()));
        let is_there = tokens.any(|token| self.text_of(token).contains(word));
        known.insert(word.into(), is_there);
        is_there
    }

    /// Returns how often the code has a name, those of attributes and keyword arguments too.
    pub fn count_of_name(&self, name: &str) -> u32 {
        let names = self.tree.words.names.get_or_init(|| {
            let mut counts: FxHashMap<Box<str>, u32> = FxHashMap::default();
            for name in self.names(self.whole()) {
                *counts.entry(name.into()).or_default() += 1;
            }
            counts
        });
        names.get(name).copied().unwrap_or_default()
    }

    /// Returns the names of a dotted name that is written without white space; `None` for other code.
    pub fn path_at(&self, place: Span) -> Option<Vec<&'t str>> {
        let tokens = self.tokens(place);
        let is_part = |token: &Token| matches!(token.kind(), TokenKind::Name | TokenKind::Dot);
        let is_closed = tokens.windows(2).all(|pair| pair[0].end() == pair[1].start());
        let is_path = !tokens.is_empty() && is_closed && tokens.iter().all(is_part);
        let names = tokens.iter().filter(|token| token.kind() == TokenKind::Name);
        is_path.then(|| names.map(|name| self.text_of(name)).collect())
    }

    /// Returns whether an argument of a call directly follows its separator, without a comment or a
    /// parenthesis of its own.
    pub fn follows_separator(&self, call: &ExprCall, argument: Span) -> bool {
        let (before, _) = self.tokens_around(argument.start);
        let is_break = |token: &&Token| token.kind() == TokenKind::NonLogicalNewline;
        let last = before.iter().rev().find(|token| !is_break(token));
        last.is_some_and(|last| match last.kind() {
            TokenKind::Comma | TokenKind::Equal => true,
            _ => last.start() == call.arguments.start(),
        })
    }

    /// Returns whether a comment is in a range.
    pub fn has_comment(&self, place: Span) -> bool {
        self.has_token(place, TokenKind::Comment)
    }

    /// Returns whether a comment has a line of its own between the last keyword of a kind and a place.
    pub fn is_commented_since(&self, keyword: TokenKind, offset: u32) -> bool {
        let (before, _) = self.tokens_around(offset);
        let mut since = before.iter().rev().take_while(|token| token.kind() != keyword);
        since.any(|it| it.kind() == TokenKind::Comment && self.indentation(it.start().to_u32()).is_some())
    }

    /// Returns whether there is anything in a range besides line breaks and indentation.
    pub fn has_code(&self, place: Span) -> bool {
        use TokenKind::{Dedent, Indent, Newline, NonLogicalNewline};
        let is_layout = |kind| matches!(kind, Newline | NonLogicalNewline | Indent | Dedent);
        !self.tokens(place).iter().all(|token| is_layout(token.kind()))
    }

    /// Returns whether a token of this kind is in a range.
    pub fn has_token(&self, place: Span, kind: TokenKind) -> bool {
        self.tokens(place).iter().any(|token| token.kind() == kind)
    }

    /// Returns the names in a range, including those of attributes and keyword arguments.
    pub fn names(&self, place: Span) -> impl Iterator<Item = &'t str> {
        let names = self.tokens(place).iter().filter(|token| token.kind() == TokenKind::Name);
        names.map(|name| self.text_of(name))
    }

    /// Returns the strings in a range, without their closing quotes.
    pub fn strings(&self, place: Span) -> impl Iterator<Item = &'t str> {
        let strings = self.tokens(place).iter().filter(|token| token.kind() == TokenKind::String);
        strings.map(|string| self.text_of(string).trim_end_matches(['"', '\'']))
    }

    /// Returns whether a string in a range contains a name as a word.
    pub fn strings_mention(&self, place: Span, name: &str) -> bool {
        self.strings(place).any(|string| has_word(string, name))
    }

    /// Returns the number of times that a name is in a range and is not the name of an attribute. A string that contains it as a word
    /// counts: it may be an annotation, or be passed to `getattr`.
    pub fn mentions(&self, place: Span, name: &str) -> usize {
        if !self.has_text(place, name) {
            return 0;
        }
        let is_name = |token: &Token| token.kind() == TokenKind::Name && self.text_of(token) == name;
        let is_attribute = |token: &Token| {
            let (before, _) = self.tokens_around(token.start().to_u32());
            before.last().is_some_and(|before| before.kind() == TokenKind::Dot)
        };
        let names = self.tokens(place).iter().filter(|token| is_name(token) && !is_attribute(token)).count();
        names + self.strings(place).filter(|string| has_word(string, name)).count()
    }

    /// Returns whether the tokens that start in a range contain a text, which takes a small part of the time of looking at each.
    fn has_text(&self, place: Span, part: &str) -> bool {
        let Some(last) = self.tokens(place).last() else { return false };
        let text = &self.text.as_bytes()[place.start as usize..last.end().to_usize()];
        memmem::find(text, part.as_bytes()).is_some()
    }

    /// Returns the number of times that code is in a range, whatever its white space and comments are. The
    /// code is any sequence of tokens.
    pub fn occurrences(&self, place: Span, code: &str) -> usize {
        let wanted = tokens_of(code);
        if wanted.first().is_some_and(|(_, first)| !self.has_text(place, first)) {
            return 0;
        }
        let written: Vec<(TokenKind, &str)> = self.code_tokens(place).map(|it| self.lexed(it)).collect();
        written.windows(wanted.len().max(1)).filter(|window| **window == *wanted).count()
    }

    /// Returns whether the tokens from a place on are those of this code.
    pub fn continues_with(&self, offset: u32, code: &str) -> bool {
        let rest = Span::new(offset, self.text.len() as u32);
        let is_line_end = |token: &&Token| token.kind() == TokenKind::Newline;
        let mut written = self.code_tokens(rest).skip_while(is_line_end).map(|token| self.lexed(token));
        tokens_of(code).into_iter().all(|wanted| written.next() == Some(wanted))
    }

    fn lexed(&self, token: &Token) -> (TokenKind, &'t str) {
        lexed(self.text, token.kind(), span_of(token))
    }

    /// Returns the tokens that start in a range.
    pub(crate) fn tokens(&self, place: Span) -> &[Token] {
        let (_, rest) = self.tokens_around(place.start);
        &rest[..rest.partition_point(|token| token.start().to_u32() < place.end)]
    }

    /// Returns the tokens that start before a place, and the others.
    pub(crate) fn tokens_around(&self, offset: u32) -> (&[Token], &[Token]) {
        let tokens: &[Token] = self.tree.parsed().tokens();
        tokens.split_at(tokens.partition_point(|token| token.start().to_u32() < offset))
    }

    /// Returns the tokens that start in a range, without comments and line breaks inside of brackets.
    pub(crate) fn code_tokens(&self, place: Span) -> impl DoubleEndedIterator<Item = &Token> {
        self.tokens(place).iter().filter(|token| !token.kind().is_trivia())
    }

    /// Returns the next token after a place that is no comment, indentation or line break inside of brackets.
    pub(crate) fn next_token(&self, offset: u32) -> Option<&Token> {
        let is_layout =
            |kind: TokenKind| kind.is_trivia() || matches!(kind, TokenKind::Indent | TokenKind::Dedent);
        let (_, rest) = self.tokens_around(offset);
        rest.iter().find(|token| !is_layout(token.kind()))
    }
}

/// Returns the tokens of a fragment of code, without those that end it.
fn tokens_of(code: &str) -> Vec<(TokenKind, &str)> {
    let parsed = parse_unchecked(code, ParseOptions::from(Mode::Module));
    let tokens = parsed.tokens().iter().filter(|token| !token.kind().is_trivia());
    let mut tokens: Vec<_> = tokens.map(|token| lexed(code, token.kind(), span_of(token))).collect();
    let is_end = |(kind, _): &(TokenKind, &str)| {
        matches!(kind, TokenKind::Newline | TokenKind::Dedent | TokenKind::Unknown)
    };
    let end = tokens.iter().rposition(|token| !is_end(token)).map_or(0, |last| last + 1);
    tokens.truncate(end);
    tokens
}

/// Returns a token with its text, which for a line break or an indentation may be any.
fn lexed(text: &str, kind: TokenKind, place: Span) -> (TokenKind, &str) {
    match kind {
        TokenKind::Newline | TokenKind::Indent | TokenKind::Dedent => (kind, ""),
        _ => (kind, text.get(place.as_range()).unwrap_or_default()),
    }
}

/// Returns whether an import binds a name to what has this name in its module.
pub fn binds_name(import: &StmtImportFrom, name: &str) -> bool {
    import.names.iter().any(|imported| imported.name.as_str() == name && imported.asname.is_none())
}

/// Returns whether arguments include `*` or `**`.
pub fn is_starred(arguments: &Arguments) -> bool {
    arguments.args.iter().any(Expr::is_starred_expr)
        || arguments.keywords.iter().any(|keyword| keyword.arg.is_none())
}

/// Returns the statements of a body after its docstring.
pub fn after_docstring(body: &[Stmt]) -> &[Stmt] {
    let is_docstring =
        |statement: &Stmt| matches!(statement, Stmt::Expr(it) if it.value.is_string_literal_expr());
    let first = body.iter().position(|statement| !is_docstring(statement));
    &body[first.unwrap_or(body.len())..]
}

/// Returns whether a text contains a name as a word.
fn has_word(text: &str, name: &str) -> bool {
    let is_end = |character: char| !character.is_alphanumeric() && character != '_';
    text.split(is_end).any(|word| word == name)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use loopmend_core::{SourceKind, SourceText, Span};

    use crate::{Code, SyntaxTree};

    fn code(text: &str) -> Code<'_> {
        Code::new(text, Rc::new(SyntaxTree::parse(&SourceText::new(text, SourceKind::Python))))
    }

    #[test]
    fn names_are_counted_outside_of_comments() {
        let code = code("task = x.task(tasks, task) # task\n'task'\nf'{task} task'\n");
        assert_eq!(code.mentions(code.whole(), "task"), 4);
        assert_eq!(code.names(code.whole()).filter(|name| *name == "task").count(), 4);
        assert_eq!((code.count_of_name("task"), code.count_of_name("other")), (4, 0));
        for _ in 0..2 {
            assert_eq!((code.has_word("tas"), code.has_word("other")), (true, false));
        }
    }

    #[test]
    fn code_is_found_whatever_its_layout_is() {
        let code = code("def f(a, *b):\n  t = g(  # why\n    a)\n\n  s . add( t )\nx.f(1)\n");
        let count = |part: &str| code.occurrences(code.whole(), part);
        assert_eq!(count("def f(a, *b):\n    t = g(a)\n    s.add(t)"), 1);
        assert_eq!((count(".f("), count("add(t)"), count("add(s)"), count("g(b)")), (1, 1, 0, 0));
    }

    #[test]
    fn the_next_line_is_compared() {
        let code = code("t = f()  # why\n\n# note\ns.add(t)\n");
        assert!(code.continues_with(code.end_of_line(0), "s.add(t)"));
        assert!(!code.continues_with(code.end_of_line(0), "s.add(u)"));
    }

    #[test]
    fn only_dotted_names_without_blanks_are_paths() {
        let code = code("a.b\na. b\nf(a)\n");
        let path = |start, end| code.path_at(Span::new(start, end));
        assert_eq!(path(0, 3), Some(vec!["a", "b"]));
        assert_eq!((path(4, 8), path(9, 13)), (None, None));
    }
}
