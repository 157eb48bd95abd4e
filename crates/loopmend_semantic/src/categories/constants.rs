//! String values that test code refers to by name: module constants, `__name__`, and concatenations of
//! them.

use loopmend_index::summary::{
    Binding, BindingKind, Expression, ExpressionId, Literal, Operator, ScopeId, Summary,
};

use crate::engine::ModuleId;
use crate::infer::{Inference, Type};

/// The maximum number of names to follow.
const LONGEST_WAY: u8 = 8;

impl Inference<'_> {
    /// Returns the string value of an argument, written directly or through names. This is an outermost
    /// query.
    pub(super) fn text_argument(
        &mut self,
        module: ModuleId,
        scope: ScopeId,
        call: ExpressionId,
        place: usize,
    ) -> Option<String> {
        let summary = self.engine.summary(module);
        let argument = summary.arguments_of(call)?.get(place)?;
        match summary.expression(argument.value) {
            Expression::Literal(Literal::Text) if place == 0 => self.text_with_module_name(module, call),
            _ => self.constant_text(module, scope, argument.value, LONGEST_WAY),
        }
    }

    /// Returns the string value of a name in a scope, if the name is bound once. This is an outermost
    /// query.
    pub(super) fn text_named(&mut self, module: ModuleId, scope: ScopeId, name: &str) -> Option<String> {
        self.constant_named(module, scope, name, LONGEST_WAY)
    }

    fn constant_text(
        &mut self,
        module: ModuleId,
        scope: ScopeId,
        expression: ExpressionId,
        further: u8,
    ) -> Option<String> {
        let summary = self.engine.summary(module);
        match summary.expression(expression) {
            Expression::String(text) => Some(summary.name(text).to_owned()),
            Expression::Binary { operator: Operator::Add, left, right } => {
                let left = self.constant_text(module, scope, left, further)?;
                Some(left + &self.constant_text(module, scope, right, further)?)
            }
            Expression::Name(name) => self.constant_named(module, scope, summary.name(name), further),
            Expression::Attribute { value, name } => match self.expression(module, scope, value) {
                Type::Module(of) => {
                    self.constant_named(of, Summary::MODULE_SCOPE, summary.name(name), further)
                }
                _ => None,
            },
            _ => None,
        }
    }

    fn constant_named(
        &mut self,
        module: ModuleId,
        scope: ScopeId,
        name: &str,
        further: u8,
    ) -> Option<String> {
        let further = further.checked_sub(1)?;
        let summary = self.engine.summary(module);
        match summary.nearest_bindings(scope, name) {
            [] if name == "__name__" => Some(self.engine.module_name(module).to_owned()),
            [Binding { kind, scope, .. }] => match *kind {
                BindingKind::Value(value) | BindingKind::Annotated { value: Some(value), .. } => {
                    self.constant_text(module, *scope, value, further)
                }
                BindingKind::ImportFrom { module: of, name } => {
                    let of = self.engine.resolve(summary.name(of), module);
                    self.constant_named(of, Summary::MODULE_SCOPE, summary.name(name), further)
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// Returns the string of `patch(f"{__name__}.Api")`, read from the source text, because the summary
    /// does not keep f-strings.
    fn text_with_module_name(&self, module: ModuleId, call: ExpressionId) -> Option<String> {
        let source = self.engine.load(module).source.as_deref()?;
        let summary = self.engine.summary(module);
        let callee = summary.span(summary.callee_or_itself(call));
        let behind = source.text.get(callee.end as usize..summary.span(call).end as usize)?;
        let argument = behind.strip_prefix('(')?.trim_start().strip_prefix(['f', 'F'])?;
        let text = argument.strip_prefix(['"', '\''])?.strip_prefix("{__name__}")?;
        let (rest, _) = text.split_once(['"', '\''])?;
        let is_plain = !rest.contains(['{', '}', '\\']);
        is_plain.then(|| format!("{}{rest}", self.engine.module_name(module)))
    }
}
