//! Conditions whose outcome the Python version and platform decide.

use std::cmp::Ordering;

use loopmend_project::PythonVersion;
use loopmend_python::ast::{self as ast, Expr};
use loopmend_python::stack::grow_stack;

/// Returns the statically known value of a condition; `None` if it is unknown. Known conditions are `True`,
/// `False`, `TYPE_CHECKING`, comparisons of `sys.version_info`, `sys.platform` and `os.name`, and
/// `sys.platform.startswith(...)`. Type checkers evaluate the same ones (typing specification, "Version and
/// platform checking").
pub fn static_condition(condition: &Expr, version: PythonVersion) -> Option<bool> {
    grow_stack(|| match condition {
        Expr::BooleanLiteral(literal) => Some(literal.value),
        Expr::NumberLiteral(_) => small_integer(condition).map(|value| value != 0),
        Expr::Name(name) if name.id.as_str() == "TYPE_CHECKING" => Some(true),
        Expr::Attribute(attribute) if attribute.attr.as_str() == "TYPE_CHECKING" => Some(true),
        Expr::UnaryOp(unary) if unary.op == ast::UnaryOp::Not => {
            static_condition(&unary.operand, version).map(|value| !value)
        }
        Expr::BoolOp(operation) => boolean_operation(operation, version),
        Expr::Compare(compare) => comparison(compare, version),
        Expr::Call(call) => starts_with(call),
        _ => None,
    })
}

fn boolean_operation(operation: &ast::ExprBoolOp, version: PythonVersion) -> Option<bool> {
    let decisive = operation.op == ast::BoolOp::Or;
    let mut all_known = true;
    for value in &operation.values {
        match static_condition(value, version) {
            Some(known) if known == decisive => return Some(decisive),
            Some(_) => {}
            None => all_known = false,
        }
    }
    all_known.then_some(!decisive)
}

fn comparison(compare: &ast::ExprCompare, version: PythonVersion) -> Option<bool> {
    let ([operator], [right]) = (&*compare.ops, &*compare.comparators) else { return None };
    let is_equal = |text: &ast::ExprStringLiteral, actual: &str| {
        let equal = text.value.to_str() == actual;
        match operator {
            ast::CmpOp::Eq => Some(equal),
            ast::CmpOp::NotEq => Some(!equal),
            _ => None,
        }
    };
    match (module_attribute(&compare.left)?, right) {
        (("sys", "version_info"), Expr::Tuple(tuple)) => compare_version(*operator, &tuple.elts, version),
        (("sys", "platform"), Expr::StringLiteral(text)) => is_equal(text, host_platform()),
        (("os", "name"), Expr::StringLiteral(text)) => is_equal(text, host_name()),
        _ => None,
    }
}

/// Returns the value of `sys.platform.startswith("win")`.
fn starts_with(call: &ast::ExprCall) -> Option<bool> {
    let Expr::Attribute(method) = &*call.func else { return None };
    let [Expr::StringLiteral(prefix)] = &*call.arguments.args else { return None };
    let is_of_platform =
        method.attr.as_str() == "startswith" && module_attribute(&method.value)? == ("sys", "platform");
    is_of_platform.then(|| host_platform().starts_with(prefix.value.to_str()))
}

fn module_attribute(expression: &Expr) -> Option<(&str, &str)> {
    let Expr::Attribute(attribute) = expression else { return None };
    let Expr::Name(module) = &*attribute.value else { return None };
    Some((module.id.as_str(), attribute.attr.as_str()))
}

fn compare_version(operator: ast::CmpOp, bound: &[Expr], version: PythonVersion) -> Option<bool> {
    let bound: Option<Vec<u64>> = bound.iter().map(small_integer).collect();
    let bound = bound.filter(|bound| !bound.is_empty())?;
    let actual = [u64::from(version.major), u64::from(version.minor)];
    let compared = bound.len().min(actual.len());
    let ordering = match actual[..compared].cmp(&bound[..compared]) {
        // `sys.version_info` goes on with micro, level and serial: it is greater than a bound it begins with.
        Ordering::Equal if bound.len() <= actual.len() => Ordering::Greater,
        Ordering::Equal => return None,
        other => other,
    };
    match operator {
        ast::CmpOp::GtE | ast::CmpOp::Gt => Some(ordering == Ordering::Greater),
        ast::CmpOp::Lt | ast::CmpOp::LtE => Some(ordering == Ordering::Less),
        _ => None,
    }
}

fn small_integer(expression: &Expr) -> Option<u64> {
    match expression {
        Expr::NumberLiteral(ast::ExprNumberLiteral { value: ast::Number::Int(value), .. }) => value.as_u64(),
        _ => None,
    }
}

/// Returns `os.name` of the system that loopmend runs on.
fn host_name() -> &'static str {
    if std::env::consts::OS == "windows" { "nt" } else { "posix" }
}

/// Returns `sys.platform` of the system that loopmend runs on.
fn host_platform() -> &'static str {
    match std::env::consts::OS {
        "macos" => "darwin",
        "windows" => "win32",
        other => other,
    }
}
