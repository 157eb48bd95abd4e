//! Module names that are bound once, to `True` or `False`. Branches that they disable never run.

use loopmend_python::ast::{self as ast, Expr, Stmt};
use memchr::memmem;
use rustc_hash::FxHashMap;

use super::Lowering;

/// Returns the constants of a module, by name.
pub(super) fn constants_of(text: &str, body: &[Stmt]) -> FxHashMap<String, bool> {
    let mut constants = FxHashMap::default();
    for statement in body {
        let (target, value) = match statement {
            Stmt::Assign(ast::StmtAssign { targets, value, .. }) => match targets.as_slice() {
                [target] => (target, &**value),
                _ => continue,
            },
            Stmt::AnnAssign(ast::StmtAnnAssign { target, value: Some(value), .. }) => (&**target, &**value),
            _ => continue,
        };
        if let (Expr::Name(name), Expr::BooleanLiteral(literal)) = (target, value)
            && is_written_once(text, &name.id)
        {
            constants.insert(name.id.to_string(), literal.value);
        }
    }
    constants
}

/// Returns whether only one assignment seems to bind a name. `name =` or `name:` occurs once in the text,
/// and no `global`, `import`, `for` or `as` precedes the name.
fn is_written_once(text: &str, name: &str) -> bool {
    let mut bindings = 0;
    for place in memmem::find_iter(text.as_bytes(), name.as_bytes()) {
        let before = &text[..place];
        let after = &text[place + name.len()..];
        let is_part = |neighbour: Option<char>| {
            neighbour.is_some_and(|neighbour| neighbour.is_alphanumeric() || neighbour == '_')
        };
        if is_part(before.chars().next_back()) || is_part(after.chars().next()) {
            continue;
        }
        let rest = after.trim_start_matches(' ');
        let assigns = rest.starts_with('=') && !rest.starts_with("==") || rest.starts_with(":=");
        let starts_line = before.is_empty() || before.ends_with('\n');
        let word = before.trim_end_matches(' ').rsplit([' ', '\n', '(', ',']).next().unwrap_or_default();
        let is_bound_otherwise = matches!(word, "global" | "nonlocal" | "import" | "for" | "as" | "del");
        bindings += u32::from(assigns || starts_line && rest.starts_with(':'));
        if is_bound_otherwise || bindings > 1 {
            return false;
        }
    }
    bindings == 1
}

impl Lowering<'_> {
    /// Returns the value of a test that depends on a constant of the module.
    pub(super) fn constant(&self, test: &Expr) -> Option<bool> {
        let mut negations = 0;
        let mut test = test;
        while let Expr::UnaryOp(operation) = test
            && operation.op == ast::UnaryOp::Not
        {
            test = &operation.operand;
            negations += 1;
        }
        let Expr::Name(name) = test else { return None };
        if name.id.as_str() == "__debug__" {
            return Some(negations % 2 == 0);
        }
        let value = *self.constants.get(name.id.as_str())?;
        (!self.is_parameter(&name.id)).then_some(value == (negations % 2 == 0))
    }

    /// Returns whether a function around the current statement has a parameter of this name.
    pub(super) fn is_parameter(&self, name: &str) -> bool {
        self.functions_around().any(|function| {
            let parameters = &self.functions[function.index()].parameters;
            parameters.iter().any(|parameter| self.names.get(parameter.name) == name)
        })
    }

    /// Lowers the statements of a block that a constant disables, and returns whether control can reach its
    /// end. The statements have no findings. They bind like any other block, because the constant may be
    /// changed by hand.
    pub(super) fn switched_off(&mut self, body: &[Stmt]) -> bool {
        let was_reachable = std::mem::replace(&mut self.at.is_reachable, false);
        let falls_through = self.block(body);
        self.at.is_reachable = was_reachable;
        falls_through
    }
}
