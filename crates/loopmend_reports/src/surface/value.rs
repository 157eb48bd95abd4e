//! Names and attributes that are bound to values.

use std::collections::BTreeSet;

use loopmend_index::summary::{BindingKind, ExpressionId};
use loopmend_project::Origin;
use loopmend_python::ast::{Expr, Operator, StmtAnnAssign, StmtAssign};
use loopmend_semantic::infer::{ClassRef, Type};

use super::{Around, LONGEST_EXPRESSION, Writer, is_all};

/// The longest literal that is kept, in bytes.
const LONGEST_LITERAL: usize = 40;

impl Writer<'_, '_> {
    pub(super) fn annotated(&mut self, assignment: &StmtAnnAssign, around: &Around) {
        let Expr::Name(name) = &*assignment.target else { return };
        let annotation = self.annotation_text(&assignment.annotation);
        let value = match assignment.value.as_deref() {
            None => String::new(),
            Some(value) if is_all(&assignment.target) => format!(" = {}", self.text_of(value)),
            Some(value) => {
                format!(" = {}", self.kept_value(value, around).unwrap_or_else(|| "...".to_owned()))
            }
        };
        self.line(&format!("{}: {annotation}{value}", name.id));
    }

    pub(super) fn assigned(&mut self, assignment: &StmtAssign, around: &Around) {
        let kept = match assignment.targets.as_slice() {
            [target] if is_all(target) => Some(self.text_of(&*assignment.value)),
            _ => self.kept_value(&assignment.value, around),
        };
        for target in &assignment.targets {
            self.bound(target, kept.as_deref(), around);
        }
    }

    fn bound(&mut self, target: &Expr, kept: Option<&str>, around: &Around) {
        match target {
            Expr::Name(name) => match kept {
                Some(value) => self.line(&format!("{} = {value}", name.id)),
                None => {
                    let value = self.inference.value_at_end(self.module, around.class, &name.id);
                    self.declared(&name.id, value);
                }
            },
            Expr::Tuple(parts) => {
                for part in &parts.elts {
                    self.bound(part, None, around);
                }
            }
            _ => {}
        }
    }

    fn declared(&mut self, name: &str, value: Type) {
        let annotation = self.type_text(value).unwrap_or_else(|| self.imports.typing("Any"));
        self.line(&format!("{name}: {annotation}"));
    }

    /// Returns the text of a value that names something: another name, a type, a short literal, or what a function or class of
    /// the standard library makes of such.
    fn kept_value(&mut self, value: &Expr, around: &Around) -> Option<String> {
        let is_kept = match value {
            Expr::Name(_) | Expr::Attribute(_) | Expr::NoneLiteral(_) | Expr::BooleanLiteral(_) => true,
            Expr::NumberLiteral(_) | Expr::StringLiteral(_) => {
                return Some(self.text_of(value)).filter(|text| text.len() <= LONGEST_LITERAL);
            }
            Expr::Subscript(_) => true,
            Expr::BinOp(either) => either.op == Operator::BitOr,
            Expr::Call(call) => self.is_of_standard_library(&call.func, around),
            _ => false,
        };
        is_kept.then(|| self.text_of(value)).filter(|text| text.len() <= LONGEST_EXPRESSION)
    }

    /// Returns whether an expression is a function or a class of the standard library.
    fn is_of_standard_library(&mut self, callee: &Expr, around: &Around) -> bool {
        let id = self.summary.expression_with_span(loopmend_python::span_of(callee));
        let home = id.and_then(|id| self.defining_module(around.scope, id));
        home.is_some_and(|home| self.inference.engine().origin(home) == Origin::StandardLibrary)
    }

    /// Writes the attributes that methods of a class set on its instances.
    pub(super) fn attributes(&mut self, class: ClassRef) {
        let definition = self.summary.class(class.class);
        let mut written = BTreeSet::new();
        for attribute in &definition.attributes {
            let name = self.summary.name(attribute.name);
            if self.summary.bindings_of(definition.scope, name).is_empty() && written.insert(name) {
                let stated = definition.attributes.iter().find_map(|other| match other.kind {
                    BindingKind::Annotated { annotation, .. } if other.name == attribute.name => {
                        Some(annotation)
                    }
                    _ => None,
                });
                match stated.and_then(|annotation| self.text_at(annotation)) {
                    Some(annotation) => self.line(&format!("{name}: {annotation}")),
                    None => {
                        let value = self.inference.attribute_of_instance(class, name);
                        self.declared(name, value);
                    }
                }
            }
        }
        if definition.sets_any_attribute && !definition.intercepts_attributes {
            let any = self.imports.typing("Any");
            self.line(&format!("def __getattr__(self, name: str) -> {any}: ..."));
        }
    }

    /// Returns the text of an annotation in a method.
    fn text_at(&self, annotation: ExpressionId) -> Option<String> {
        let span = self.summary.span(annotation);
        let text = self.source.get(span.as_range())?;
        let is_kept = !text.is_empty() && text.len() <= LONGEST_EXPRESSION && !text.contains(['\n', '#']);
        is_kept.then(|| text.to_owned())
    }
}
