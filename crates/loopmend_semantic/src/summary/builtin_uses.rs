//! Built-in functions that take what they are given for a value, told by the syntax alone: whether the name means
//! something else in a module is for who asks.

use ruff_python_ast::{Expr, ExprCall};

/// Functions that can make nothing of a coroutine but its text (docs.python.org/3/library/functions.html).
const TAKING_VALUES: [&str; 32] = [
    "abs",
    "all",
    "any",
    "ascii",
    "bin",
    "bool",
    "bytes",
    "chr",
    "dict",
    "divmod",
    "enumerate",
    "float",
    "format",
    "frozenset",
    "hex",
    "int",
    "iter",
    "len",
    "list",
    "max",
    "min",
    "next",
    "oct",
    "ord",
    "print",
    "repr",
    "reversed",
    "round",
    "set",
    "sorted",
    "str",
    "sum",
];

/// Of these, the functions that take the elements of what they are given for values, and keep none.
const TAKING_ELEMENTS: [&str; 6] = ["all", "any", "max", "min", "sorted", "sum"];

/// The built-in function that takes its positional arguments for values: `print(value)`.
pub(crate) fn taker_of_values(call: &ExprCall) -> Option<&str> {
    callee(call).filter(|name| TAKING_VALUES.contains(name))
}

/// The built-in function that takes the elements of a comprehension, its only positional argument, for values.
pub(crate) fn taker_of_elements(call: &ExprCall) -> Option<(&str, &Expr)> {
    let name = callee(call).filter(|name| TAKING_ELEMENTS.contains(name))?;
    let [argument] = &*call.arguments.args else { return None };
    let element = match argument {
        Expr::Generator(comprehension) => &comprehension.elt,
        Expr::ListComp(comprehension) => &comprehension.elt,
        Expr::SetComp(comprehension) => &comprehension.elt,
        _ => return None,
    };
    Some((name, element))
}

fn callee(call: &ExprCall) -> Option<&str> {
    Some(call.func.as_name_expr()?.id.as_str())
}
