//! Built-in functions that treat their argument as a plain value, found by syntax alone. The caller checks
//! whether the module rebinds the name.

use loopmend_catalog::{Role, Words, named};
use loopmend_python::ast::{Expr, ExprCall};

/// Returns the builtin that uses its positional arguments as values: `print(value)`. A name with a dot is a
/// method of a logger that formats them, `logger.info`, or a function that writes them as JSON,
/// `json.dumps`.
pub fn taker_of_values(call: &ExprCall) -> Option<String> {
    match &*call.func {
        Expr::Name(name) => named(name.id.as_str()).has(Role::TakesValues).then(|| name.id.to_string()),
        Expr::Attribute(method) => {
            let receiver = match &*method.value {
                Expr::Name(name) => name.id.as_str(),
                Expr::Attribute(attribute) => attribute.attr.as_str(),
                _ => return None,
            };
            let is_taker = match method.attr.as_str() {
                method if named(method).has(Role::WritesJson) => named(receiver).has(Role::JsonModule),
                method => named(method).has(Role::Logs) && is_logger(receiver),
            };
            is_taker.then(|| format!("{receiver}.{}", method.attr))
        }
        _ => None,
    }
}

fn is_logger(receiver: &str) -> bool {
    Words::Loggers.has(receiver.trim_matches('_').to_ascii_lowercase().as_str())
}

/// Returns the builtin that uses the elements of a comprehension, its only positional argument, as values.
pub fn taker_of_elements(call: &ExprCall) -> Option<(&str, &Expr)> {
    let name = callee(call).filter(|name| named(*name).has(Role::TakesElements))?;
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
