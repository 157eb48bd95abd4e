//! Python as trees and tokens. The only crate that parses Python.

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

mod cells;
mod code;
mod defined_names;
mod edit;
mod exits;
mod nesting;
mod no_python;
mod parameter;
pub mod pattern;
mod places;
pub mod stack;
mod syntax;
mod walk;
mod wrap;

pub use ruff_python_ast as ast;
pub use ruff_python_parser::ParseError;
pub use ruff_text_size as text_size;

pub use code::{Code, after_docstring, binds_name, is_starred};
pub use defined_names::{DefinedName, NameKind, defined_names};
pub use edit::{end_of_line, line_ending, word_after};
pub use exits::{has_break, has_return};
pub use syntax::{SyntaxTree, dotted_parts, is_unpacking, jumps, last_name, span, span_of, with_annotation};
pub use walk::{
    attributes_named, function_around, function_with, is_in_block, makes_scope, node_at, nodes_around,
    nodes_containing, range_of, walk_body, walk_expression, walk_inside, walk_node, walk_towards,
};
