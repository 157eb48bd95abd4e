//! The functions that read a property.

use loopmend_index::summary::{Expression, ExpressionId, FunctionId, ScopeId};

use crate::engine::{Engine, ModuleId};
use crate::infer::{ClassRef, Inference, Type};

use super::origin::{Made, Origins};

/// The maximum number of attributes of the name in a module. A module with more is not searched.
const MOST_ATTRIBUTES: usize = 50;

/// Returns the functions that access an attribute of this name, each with the object.
pub(super) fn attributes_named(engine: &Engine, name: &str) -> Vec<(ModuleId, FunctionId, ExpressionId)> {
    let modules = (0..engine.project().files().len()).map(ModuleId::of_file);
    let naming = modules.filter(|module| engine.may_mention(*module, name));
    naming.flat_map(|module| attributes_in(engine, module, name)).collect()
}

fn attributes_in(engine: &Engine, module: ModuleId, name: &str) -> Vec<(ModuleId, FunctionId, ExpressionId)> {
    let summary = engine.summary(module);
    let Some(name) = summary.names.find(name) else { return Vec::new() };
    let attributes = summary.expressions.iter().zip(&summary.spans);
    let found = attributes.filter_map(|(expression, span)| match expression {
        Expression::Attribute { value, name: other } if *other == name => Some((*value, span.start)),
        _ => None,
    });
    let found = found.take(MOST_ATTRIBUTES);
    found.filter_map(|(value, place)| Some((module, summary.function_at(place)?, value))).collect()
}

impl Inference<'_> {
    /// Returns the project classes among the possible types of an expression.
    pub(super) fn classes_of(
        &mut self,
        module: ModuleId,
        scope: ScopeId,
        value: ExpressionId,
    ) -> Vec<ClassRef> {
        if let Some(Made::Instance(class)) = Origins::function(self.engine, module, scope, value) {
            return vec![class];
        }
        let value = self.expression(module, scope, value);
        let parts = self.parts(value).into_iter();
        let classes = parts.filter_map(|part| match part {
            Type::Instance(class, _) => Some(class),
            _ => None,
        });
        classes.collect()
    }
}
