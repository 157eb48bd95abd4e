//! The contents of a file: its text, its comments and its tree.

use std::rc::Rc;

use loopmend_core::Span;
use loopmend_index::summary::{Comment, Function, SyntaxError};
use loopmend_python::{Code, SyntaxTree};

use super::File;

impl<'e> File<'e> {
    /// Returns the decoded text, or an empty string if the file could not be read.
    pub fn text(&self) -> &'e str {
        self.source().map_or("", |source| source.text.as_str())
    }

    /// Returns the text of a range.
    pub fn slice(&self, span: Span) -> &'e str {
        self.text().get(span.as_range()).unwrap_or_default()
    }

    /// Returns whether a part of the file has a text, in code, in a comment, in a string or within a longer word. A rule may only become
    /// more careful by it.
    pub fn has_text(&self, part: Span, text: &str) -> bool {
        self.slice(part).contains(text)
    }

    /// Returns the range of the whole file.
    pub fn whole(&self) -> Span {
        Span::new(0, self.text().len() as u32)
    }

    /// Returns the number of the notebook cell that has a byte offset; `None` for a file that is not a notebook.
    pub fn number_of_cell(&self, offset: u32) -> Option<u32> {
        self.source()?.cell(offset).map(|(number, _)| number)
    }

    /// Returns the syntax errors of the file.
    pub fn syntax_errors(&self) -> &'e [SyntaxError] {
        &self.summary().syntax_errors
    }

    /// Returns the comments that may suppress a diagnostic, in source order.
    pub fn comments(&self) -> &'e [Comment] {
        &self.summary().comments
    }

    /// Returns the syntax tree, which is parsed again on first use. Only a rule with a finding needs it.
    pub fn tree(&self) -> &SyntaxTree {
        self.tree_of_file()
    }

    /// Returns the text with its tree, which is parsed again on first use. Only a rule with a finding needs it.
    pub fn code(&self) -> Code<'e> {
        Code::new(self.text(), self.tree_of_file().clone())
    }

    /// Returns the text with the tree of the outermost function around a place, without its decorators and
    /// enclosing code; the tree of the file outside of functions.
    pub fn code_within(&self, place: u32) -> Code<'e> {
        Code::new(self.text(), self.tree_within(place))
    }

    /// Returns the syntax tree of the outermost function around a place, without its decorators and
    /// enclosing code. For a large file this takes a small part of the time. Returns the tree of the file
    /// if it is already parsed, or if the place is not in a function.
    pub fn tree_within(&self, place: u32) -> Rc<SyntaxTree> {
        if let Some(tree) = self.tree.get() {
            return tree.clone();
        }
        self.function_tree(place).unwrap_or_else(|| self.tree_of_file().clone())
    }

    /// Returns the headers of the functions that call something of this name, in source order. A rule asks this before it asks for
    /// the flow of a function, which parses the function again.
    pub fn functions_that_call(&self, name: &str) -> Vec<Span> {
        let summary = self.summary();
        let calls = summary.calls.iter().filter(|site| summary.last_name(site.expression) == Some(name));
        let functions = calls.filter_map(|site| summary.function_around(site.scope));
        let mut headers: Vec<Span> = functions.map(|function| summary.function(function).header).collect();
        headers.sort_by_key(|header| header.start);
        headers.dedup();
        headers
    }

    /// Returns the text from a place to the start of the next function, which can be searched without
    /// parsing it again.
    pub fn text_to_next_function(&self, from: u32) -> &'e str {
        let begins = |function: &Function| function.header.start;
        let functions = self.summary().functions.iter().filter(|function| begins(function) > from);
        let end = functions.map(begins).min().map_or(self.text().len(), |end| end as usize);
        self.text().get(from as usize..end).unwrap_or_default()
    }
}
