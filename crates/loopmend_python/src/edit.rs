//! Edits of a text, made from the nodes and tokens of its tree. Each is `None` where the layout does not
//! allow it.

use loopmend_core::{Edit, Span};
use ruff_python_ast::token::{Token, TokenKind};
use ruff_python_ast::{Arguments, ExprCall, Stmt, StmtFunctionDef};
use ruff_python_trivia::{has_trailing_content, indentation_at_offset};
use ruff_source_file::{LineRanges, UniversalNewlines, find_newline};
use ruff_text_size::{Ranged, TextSize};

use crate::no_python::is_string;
use crate::{Code, span_of};

/// Returns the line ending that a text uses first.
pub fn line_ending(text: &str) -> &'static str {
    find_newline(text).map(|(_, ending)| ending).unwrap_or_default().as_str()
}

/// Returns the first place of a word, which may have hyphens, after a character of a text: its start and end.
pub fn word_after(text: &str, before: char, word: &str) -> Option<(u32, u32)> {
    let from = text.find(before)?;
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
    let starts = text.match_indices(word).map(|(start, _)| start).filter(|start| *start > from);
    let is_whole = |start: &usize| {
        !text[..*start].ends_with(is_part) && !text[*start + word.len()..].starts_with(is_part)
    };
    let start = starts.into_iter().find(is_whole)?;
    Some((start as u32, (start + word.len()) as u32))
}

/// Returns where the line of a place ends, before its line ending.
pub fn end_of_line(text: &str, offset: u32) -> u32 {
    text.line_end(TextSize::new(offset)).to_u32()
}

impl<'t> Code<'t> {
    /// Returns the line ending that the text uses first.
    pub fn line_ending(&self) -> &'static str {
        line_ending(self.text)
    }

    /// Returns the white space before a place on its line; `None` if other code is there.
    pub fn indentation(&self, offset: u32) -> Option<&'t str> {
        self.text.get(..offset as usize)?;
        indentation_at_offset(TextSize::new(offset), self.text)
    }

    /// Returns the white space before a statement that has its lines to itself. Comments may follow it.
    pub fn indentation_of_lone(&self, statement: Span) -> Option<&'t str> {
        let indentation = self.indentation(statement.start)?;
        let before = self.text.get(..statement.start as usize - indentation.len())?;
        let is_continued = before.trim_end_matches(['\n', '\r']).ends_with('\\');
        (!is_continued && self.ends_its_line(statement.end)).then_some(indentation)
    }

    /// Returns the indentation of a block inside of a statement with this one.
    pub fn inner_indentation(indentation: &str) -> String {
        format!("{indentation}{}", if indentation.contains('\t') { "\t" } else { "    " })
    }

    /// Returns whether at most a comment follows on the line of a place.
    fn ends_its_line(&self, offset: u32) -> bool {
        !has_trailing_content(TextSize::new(offset), self.text)
    }

    /// Returns where the line of a place ends, before its line ending.
    pub fn end_of_line(&self, offset: u32) -> u32 {
        end_of_line(self.text, offset)
    }

    /// Returns where the line of a place ends, after its line ending.
    pub(crate) fn end_with_line_break(&self, offset: u32) -> u32 {
        self.text.full_line_end(TextSize::new(offset)).to_u32()
    }

    /// Returns whether a range is on one line.
    pub fn is_on_one_line(&self, place: Span) -> bool {
        !self.text.contains_line_break(crate::range_of(place))
    }

    /// Returns whether a name or keyword ends right before a place.
    pub fn follows_word(&self, offset: u32) -> bool {
        let (before, _) = self.tokens_around(offset);
        before.last().is_some_and(|last| {
            let is_word = last.kind() == TokenKind::Name || last.kind().is_keyword();
            is_word && last.end().to_u32() == offset
        })
    }

    /// Appends lines to the file, after two blank lines.
    pub fn append(&self, lines: &[&str]) -> Edit {
        let ending = self.line_ending();
        let end = self.text.trim_end().len() as u32;
        let before = if end == 0 { String::new() } else { ending.repeat(3) };
        let place = Span::new(end, self.text.len() as u32);
        Edit::replacement(place, format!("{before}{}{ending}", lines.join(ending)))
    }

    /// Inserts lines after the line that ends with a statement.
    pub fn insert_after(&self, end: u32, indentation: &str, lines: &[&str]) -> Option<Edit> {
        let ending = self.line_ending();
        let written = |line: &&str| match line.is_empty() {
            true => ending.to_owned(),
            false => format!("{ending}{indentation}{line}"),
        };
        let lines: String = lines.iter().map(written).collect();
        self.ends_its_line(end).then(|| Edit::insertion(self.end_of_line(end), lines))
    }

    /// Inserts lines of the module after the line that ends with a statement, with at least so many blank
    /// lines before and after them.
    pub fn insert_block_after(&self, end: u32, lines: &[&str], blank: usize) -> Option<Edit> {
        let ending = self.line_ending();
        let mut edit = self.insert_after(end, "", lines)?;
        edit.replacement.insert_str(0, &ending.repeat(blank));
        let after = self.text[edit.span.end as usize..].universal_newlines().skip(1);
        let is_end = after.clone().all(|line| line.is_empty());
        let found = after.take_while(|line| line.is_empty()).count();
        let missing = if is_end { 0 } else { blank.saturating_sub(found) };
        edit.replacement.push_str(&ending.repeat(missing));
        Some(edit)
    }

    /// Inserts a line before the code at a place, with its indentation.
    pub fn insert_line_before(&self, offset: u32, line: &str) -> Option<Edit> {
        let indentation = self.indentation(offset)?;
        Some(Edit::insertion(offset, format!("{line}{}{indentation}", self.line_ending())))
    }

    /// Inserts a statement as the first of a function, after its docstring. The body may be on the line of
    /// the header.
    pub fn insert_at_top(&self, function: &StmtFunctionDef, statement: &str) -> Option<Edit> {
        let first = crate::after_docstring(&function.body).first()?;
        let start = first.start().to_u32();
        let ending = self.line_ending();
        if let Some(indentation) = self.indentation(start) {
            let blank = if first.is_function_def_stmt() || first.is_class_def_stmt() { ending } else { "" };
            return Some(Edit::insertion(start, format!("{statement}{ending}{blank}{indentation}")));
        }
        let indentation = Self::inner_indentation(self.indentation(function.start().to_u32())?);
        let header = self.code_tokens(Span::new(function.name.end().to_u32(), start)).next_back()?;
        let statements = format!("{ending}{indentation}{statement}{ending}{indentation}");
        (header.kind() == TokenKind::Colon)
            .then(|| Edit::replacement(Span::new(header.end().to_u32(), start), statements))
    }

    /// Removes the line of a statement that has it to itself.
    pub fn remove_line(&self, statement: Span) -> Option<Edit> {
        let indentation = self.indentation_of_lone(statement)?;
        let start = statement.start - indentation.len() as u32;
        let end = self.end_with_line_break(statement.end);
        let is_plain = !self.has_comment(Span::new(statement.end, end));
        (is_plain && self.end_of_line(statement.end) < end)
            .then(|| Edit::replacement(Span::new(start, end), ""))
    }

    /// Removes a statement with the lines after another one.
    pub fn remove_after(&self, before: Span, statement: Span) -> Option<Edit> {
        let place = Span::new(self.end_of_line(before.end), statement.end);
        let is_alone = self.ends_its_line(before.end) && self.ends_its_line(statement.end);
        (is_alone && !self.has_comment(place)).then(|| Edit::replacement(place, ""))
    }

    /// Removes the header of a statement and one level of indentation from its body. The edits leave alone what follows the body. `None` if
    /// a comment after the header or a string of several lines is in the way.
    pub fn unwrap_body(&self, statement: Span, body: &[Stmt]) -> Option<Vec<Edit>> {
        let outer = self.indentation_of_lone(statement)?;
        let (first, end) = (span_of(body.first()?).start, span_of(body.last()?).end);
        let inner = self.indentation(first)?;
        let mut tokens = self.tokens(Span::new(first, end)).iter();
        let has_long_string = tokens.any(|token| is_string(token) && !self.is_on_one_line(span_of(token)));
        let header = Span::new(statement.start, first);
        if has_long_string || self.has_comment(header) || !inner.starts_with(outer) {
            return None;
        }
        let mut edits = vec![Edit::replacement(header, "")];
        let mut line = self.end_with_line_break(first);
        while line < end {
            let text = self.slice(Span::new(line, self.end_of_line(line)));
            if !text.trim().is_empty() {
                let added = text.starts_with(inner).then_some(outer.len() as u32..inner.len() as u32)?;
                edits.push(Edit::replacement(Span::new(line + added.start, line + added.end), ""));
            }
            line = self.end_with_line_break(line);
        }
        Some(edits)
    }

    /// Removes the line of a decorator, whose range excludes the `@`.
    pub fn remove_decorator(&self, decorator: Span) -> Option<Edit> {
        let at = Span::new(decorator.start.checked_sub(1)?, decorator.end);
        let first = self.next_token(at.start)?;
        let is_decorator = first.kind() == TokenKind::At && first.start().to_u32() == at.start;
        let start = at.start - self.indentation(at.start)?.len() as u32;
        let end = self.end_with_line_break(at.end);
        let is_alone = self.ends_its_line(at.end) && !self.has_comment(Span::new(at.end, end));
        (is_decorator && is_alone).then(|| Edit::replacement(Span::new(start, end), ""))
    }

    /// Removes the keyword at a place with the blanks after it; `None` if the next token is on another line.
    pub fn remove_keyword(&self, offset: u32) -> Option<Edit> {
        let keyword = self.next_token(offset).filter(|token| token.start().to_u32() == offset)?;
        let next = self.tokens(Span::new(keyword.end().to_u32(), u32::MAX)).first()?;
        let blanks = Span::new(keyword.end().to_u32(), next.start().to_u32());
        let is_plain = !next.kind().is_trivia() && self.slice(blanks).bytes().all(|it| it == b' ');
        is_plain.then(|| Edit::replacement(Span::new(offset, blanks.end), ""))
    }

    /// Makes a function `async`.
    pub fn make_async(&self, function: &StmtFunctionDef) -> Option<Edit> {
        let name = function.name.start().to_u32();
        let head = Span::new(function.start().to_u32(), name);
        let keyword = self.code_tokens(head).next_back().filter(|token| token.kind() == TokenKind::Def)?;
        Some(Edit::insertion(keyword.start().to_u32(), "async "))
    }

    /// Replaces the code around a part of an expression or statement; `None` if a comment would be lost.
    pub fn replace_around(&self, whole: Span, part: Span, open: &str, close: &str) -> Option<[Edit; 2]> {
        let (before, after) = (Span::new(whole.start, part.start), Span::new(part.end, whole.end));
        let is_plain = !self.has_comment(before) && !self.has_comment(after);
        is_plain.then(|| [Edit::replacement(before, open), Edit::replacement(after, close)])
    }

    /// Calls another method of the same object or module.
    pub fn rename_method(&self, callee: Span, method: &str, other: &str) -> Option<Edit> {
        let called = self.node_at(callee, |node| node.as_expr_attribute().copied())?;
        (called.attr.as_str() == method).then(|| Edit::replacement(span_of(&called.attr), other))
    }

    /// Replaces the parenthesis of a call by `, `, so that the called function is the first argument of the
    /// code before it.
    pub fn callee_as_argument(&self, call: &ExprCall) -> Option<Edit> {
        let (callee, open) = (call.func.end().to_u32(), call.arguments.start().to_u32());
        let parenthesis = Span::new(open, open + 1);
        let next = self.tokens(Span::new(parenthesis.end, call.end().to_u32())).first()?;
        let separator = match next.kind() {
            _ if self.next_token(parenthesis.end)?.kind() == TokenKind::Rpar => "",
            TokenKind::NonLogicalNewline => ",",
            _ if next.start().to_u32() > parenthesis.end => ",",
            _ => ", ",
        };
        (callee == open).then(|| Edit::replacement(parenthesis, separator))
    }

    /// Returns the arguments after one, with the closing parenthesis of their call; `None` if they have a
    /// comment, or the argument has parentheses of its own.
    pub fn arguments_after(&self, argument: Span, call: Span) -> Option<&'t str> {
        let rest = Span::new(argument.end, call.end);
        let mut tokens = self.code_tokens(rest);
        let first = tokens.next()?;
        let start = match first.kind() {
            TokenKind::Comma if !self.has_comment(rest) => tokens.next()?.start().to_u32(),
            TokenKind::Rpar if first.end().to_u32() == call.end => first.start().to_u32(),
            _ => return None,
        };
        Some(self.slice(Span::new(start, call.end)))
    }

    /// Adds an argument to a call, after the others.
    pub fn add_argument(&self, call: &ExprCall, argument: &str) -> Edit {
        let positional = call.arguments.args.iter().map(Ranged::end);
        match positional.chain(call.arguments.keywords.iter().map(Ranged::end)).max() {
            Some(last) => Edit::insertion(last.to_u32(), format!(", {argument}")),
            None => Edit::insertion(call.arguments.end().to_u32() - 1, argument),
        }
    }

    /// Removes an argument that is not the first, with the comma before it; `None` if there is anything else
    /// in between.
    pub fn remove_argument(&self, arguments: &Arguments, argument: Span) -> Option<Edit> {
        let positional = arguments.args.iter().map(span_of);
        let others = positional.chain(arguments.keywords.iter().map(span_of));
        let before = others.filter(|other| other.end <= argument.start).map(|other| other.end).max()?;
        let place = Span::new(before, argument.start);
        let is_comma = self.code_tokens(place).map(Token::kind).eq([TokenKind::Comma]);
        (is_comma && !self.has_comment(place)).then(|| Edit::replacement(Span::new(before, argument.end), ""))
    }

    /// Adds an element to the end of a list, in the style of the other elements.
    pub fn add_element(&self, list: Span, elements: &[Span], element: &str) -> Option<Edit> {
        let Some(last) = elements.last() else { return Some(Edit::insertion(list.start + 1, element)) };
        let next = self.next_token(last.end).filter(|next| next.end().to_u32() <= list.end)?;
        let comma = (next.kind() == TokenKind::Comma).then(|| next.end().to_u32());
        let ending = self.line_ending();
        Some(match (comma, self.indentation(last.start)) {
            (Some(comma), Some(indentation)) if self.ends_its_line(comma) => {
                Edit::insertion(self.end_of_line(comma), format!("{ending}{indentation}{element},"))
            }
            (Some(comma), _) => Edit::insertion(comma, format!(" {element},")),
            (None, Some(indentation)) => {
                Edit::insertion(last.end, format!(",{ending}{indentation}{element}"))
            }
            (None, None) => Edit::insertion(last.end, format!(", {element}")),
        })
    }

    /// Removes a fixture or another function with the comment right above it and the blank lines around it.
    /// The only statement of a class becomes `pass`. `None` if other code is on its lines, or if its block is
    /// not that of a class.
    pub fn remove_function(&self, function: &StmtFunctionDef) -> Option<Edit> {
        let place = span_of(function);
        let indentation = self.indentation(place.start).filter(|_| self.ends_its_line(place.end))?;
        let start = self.start_with_comment(place.start, indentation);
        let end = self.end_of_line(place.end);
        if !indentation.is_empty() && self.class_of(function)?.body.len() == 1 {
            return Some(Edit::replacement(Span::new(start, end), format!("{indentation}pass")));
        }
        let is_ending = |it: &u8| matches!(it, b'\n' | b'\r');
        let rest = &self.text.as_bytes()[end as usize..];
        let blank = rest.iter().take_while(|it| is_ending(it)).count();
        if blank < rest.len() && rest[blank..].starts_with(indentation.as_bytes()) {
            return Some(Edit::replacement(Span::new(start, end + blank as u32), ""));
        }
        // The blank lines of the last statement come before it.
        let before = &self.text.as_bytes()[..start as usize];
        let kept = before.iter().rposition(|it| !is_ending(it)).map_or(0, |last| last + 1);
        Some(Edit::replacement(Span::new(kept as u32, end), ""))
    }

    /// Returns the start of the comment lines right above a line of code, with its indentation; the start of
    /// the line if there are none.
    fn start_with_comment(&self, code: u32, indentation: &str) -> u32 {
        let mut start = code;
        let is_block = |kind| matches!(kind, TokenKind::Indent | TokenKind::Dedent);
        let (before, _) = self.tokens_around(code);
        let mut above = before.iter().rev().filter(|token| !is_block(token.kind()));
        while let (Some(newline), Some(comment)) = (above.next(), above.next()) {
            let is_above = newline.kind() == TokenKind::NonLogicalNewline
                && comment.kind() == TokenKind::Comment
                && self.indentation(comment.start().to_u32()) == Some(indentation);
            if !is_above {
                break;
            }
            start = comment.start().to_u32();
        }
        start - indentation.len() as u32
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use loopmend_core::{Edit, SourceKind, SourceText, Span, edited};

    use crate::{Code, SyntaxTree};

    fn code(text: &str) -> Code<'_> {
        Code::new(text, Rc::new(SyntaxTree::parse(&SourceText::new(text, SourceKind::Python))))
    }

    /// A text after an edit at the place of `part`.
    fn after(text: &str, part: &str, edit: impl Fn(&Code, Span) -> Option<Edit>) -> Option<String> {
        let start = text.find(part).expect("the text has the part") as u32;
        edited(text, &[edit(&code(text), Span::new(start, start + part.len() as u32))?])
    }

    #[test]
    fn the_line_of_a_decorator_goes_with_its_own_ending() {
        let without = |text: &str| after(text, "mark", |code, place| code.remove_decorator(place));
        assert_eq!(without("a\r\n@mark\ndef f(): ...\n").as_deref(), Some("a\r\ndef f(): ...\n"));
        let inside = "class A:\n  @mark\r\n  def f(self): ...\r\n";
        assert_eq!(without(inside).as_deref(), Some("class A:\n  def f(self): ...\r\n"));
        assert_eq!(without("a\r@mark  \rdef f(): ...\r").as_deref(), Some("a\rdef f(): ...\r"));
        assert_eq!(without("@mark  # why\ndef f(): ...\n"), None);
        assert_eq!(without("x = a @mark\n"), None);
    }

    #[test]
    fn a_statement_that_shares_its_line_has_no_indentation() {
        let indentation = |text: &str| {
            let start = text.find("f()").expect("the text calls f") as u32;
            code(text).indentation_of_lone(Span::new(start, start + 3)).map(str::to_owned)
        };
        assert_eq!(indentation("if x:\n\t f()  # why\n"), Some("\t ".to_owned()));
        assert_eq!(indentation("f()"), Some(String::new()));
        assert_eq!(indentation("if x: f()\n"), None);
        assert_eq!(indentation("f(); g()\n"), None);
        assert_eq!(indentation("if x: \\\n  f()\n"), None);
    }

    #[test]
    fn a_keyword_goes_with_its_blanks() {
        let without = |text: &str| after(text, "await", |code, place| code.remove_keyword(place.start));
        assert_eq!(without("x = await  f()\n").as_deref(), Some("x = f()\n"));
        assert_eq!(without("x = (await\n f())\n"), None);
        assert_eq!(without("x = await \\\n f()\n"), None);
    }

    #[test]
    fn the_first_line_ending_decides() {
        let ending = |text: &str| code(text).line_ending();
        assert_eq!((ending("a\r\nb\n"), ending("a\rb"), ending("a")), ("\r\n", "\r", "\n"));
    }

    #[test]
    fn a_function_goes_with_its_comment_and_blank_lines() {
        let without =
            |text: &str| after(text, "def f", |code, place| code.remove_function(code.function_with(place)?));
        assert_eq!(without("a\n\n\n# f\ndef f():\n    x\n\n\nb\n").as_deref(), Some("a\n\n\nb\n"));
        assert_eq!(without("a\n\n\ndef f():\n    x\n").as_deref(), Some("a\n"));
        let class = "class A:\n    # f\n    def f(self):\n        x\n\nb\n";
        assert_eq!(without(class).as_deref(), Some("class A:\n    pass\n\nb\n"));
        assert_eq!(without("if a:\n    def f(): x\n"), None);
    }
}
