//! Functions and classes that are passed as values, so that their callers are not visible.

use loopmend_python::ast::Expr;
use rustc_hash::{FxHashMap, FxHashSet};

use super::super::{BindingKind, Expression, ExpressionId, NameId, Summary, Usage};
use super::Lowering;

impl Lowering<'_> {
    /// Records a name or attribute whose value is passed on, with its lowered expression.
    pub(super) fn note_passed_on(&mut self, expression: &Expr, lowered: ExpressionId, usage: Usage) {
        let is_given = matches!(
            usage,
            Usage::Argument | Usage::Assigned | Usage::Returned | Usage::Entered | Usage::Other
        );
        if !is_given || !self.target.is_first_party || !self.at.is_live {
            return;
        }
        self.note_adding_method(expression);
        let given = match self.expressions[lowered.index()] {
            Expression::Name(name) => (None, name),
            Expression::Attribute { value, name } => match self.expressions[value.index()] {
                Expression::Name(receiver) => (Some(receiver), name),
                _ => return,
            },
            _ => return,
        };
        self.passed_on.push(given);
    }

    /// Returns the names of the functions and classes that are passed on. The module defines them, imports
    /// them by name, or accesses them as attributes of its imports.
    pub(super) fn functions_passed_on(&mut self) -> Vec<NameId> {
        let mut noted = std::mem::take(&mut self.passed_on);
        noted.sort_unstable();
        noted.dedup();
        let functions = self.functions.iter().map(|function| function.name);
        let defined: FxHashSet<NameId> =
            functions.chain(self.classes.iter().map(|class| class.name)).collect();
        let module = &self.scopes[Summary::MODULE_SCOPE.index()].bindings;
        let imported: FxHashMap<NameId, NameId> = module
            .iter()
            .filter_map(|(bound, binding)| match binding.kind {
                BindingKind::ImportFrom { name, .. } => Some((*bound, name)),
                BindingKind::Import { .. } => Some((*bound, *bound)),
                _ => None,
            })
            .collect();
        let mut passed_on = Vec::new();
        for (receiver, name) in noted {
            match receiver {
                _ if defined.contains(&name) => passed_on.push(name),
                None => passed_on.extend(imported.get(&name)),
                Some(receiver) if imported.contains_key(&receiver) => passed_on.push(name),
                Some(_) => {}
            }
        }
        passed_on.sort_unstable();
        passed_on.dedup();
        passed_on
    }
}
