//! Built-in functions that treat their argument as a plain value, found by syntax alone. The caller checks
//! whether the module rebinds the name.

use ruff_python_ast::{Expr, ExprCall};

/// Functions that can produce nothing from a coroutine but its text
/// (docs.python.org/3/library/functions.html).
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

/// The functions among them that use the elements of their argument as values, and keep none.
pub(crate) const TAKING_ELEMENTS: [&str; 6] = ["all", "any", "max", "min", "sorted", "sum"];

/// The logger methods that format their arguments (docs.python.org/3/library/logging.html#logger-objects).
const LOGGING: [&str; 9] =
    ["critical", "debug", "error", "exception", "fatal", "info", "log", "warn", "warning"];

/// The modules whose `dump` and `dumps` only write values as JSON
/// (docs.python.org/3/library/json.html#json.dumps and its replacements on PyPI of the same names).
const WRITING_JSON: [&str; 4] = ["json", "orjson", "simplejson", "ujson"];

/// Returns the builtin that uses its positional arguments as values: `print(value)`. A name with a dot is a
/// method of a logger that formats them, `logger.info`, or a function that writes them as JSON,
/// `json.dumps`.
pub(crate) fn taker_of_values(call: &ExprCall) -> Option<String> {
    match &*call.func {
        Expr::Name(name) => TAKING_VALUES.contains(&name.id.as_str()).then(|| name.id.to_string()),
        Expr::Attribute(method) => {
            let receiver = match &*method.value {
                Expr::Name(name) => name.id.as_str(),
                Expr::Attribute(attribute) => attribute.attr.as_str(),
                _ => return None,
            };
            let is_taker = match method.attr.as_str() {
                "dump" | "dumps" => WRITING_JSON.contains(&receiver),
                method => LOGGING.contains(&method) && is_logger(receiver),
            };
            is_taker.then(|| format!("{receiver}.{}", method.attr))
        }
        _ => None,
    }
}

fn is_logger(receiver: &str) -> bool {
    matches!(receiver.trim_matches('_').to_ascii_lowercase().as_str(), "log" | "logger" | "logging")
}

/// Returns the builtin that uses the elements of a comprehension, its only positional argument, as values.
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
