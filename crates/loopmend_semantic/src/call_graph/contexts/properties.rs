//! Who asks for a property. A summary keeps attributes without the scopes they stand in: these are told by the text.

use crate::engine::{Engine, ModuleId};
use crate::infer::{ClassRef, Inference, Type};
use crate::summary::{Expression, ExpressionId, FunctionId, ScopeId, Summary};

use super::origin::{Made, Origins};

/// A module with more attributes of the name than this is not looked through.
const MOST_ATTRIBUTES: usize = 50;

/// Whether a decorator makes a property of a function.
pub(super) fn is_property(summary: &Summary, function: FunctionId) -> bool {
    let decorators = summary.list(summary.function(function).decorators).iter();
    decorators
        .filter_map(|decorator| summary.last_name(*decorator))
        .any(|name| matches!(name, "property" | "cached_property"))
}

/// The functions that ask objects for an attribute of a name, each with the object.
pub(super) fn attributes_named(engine: &Engine, name: &str) -> Vec<(ModuleId, FunctionId, ExpressionId)> {
    let modules = (0..engine.project().files().len()).map(ModuleId::of_file);
    modules.flat_map(|module| attributes_in(engine, module, name)).collect()
}

fn attributes_in(engine: &Engine, module: ModuleId, name: &str) -> Vec<(ModuleId, FunctionId, ExpressionId)> {
    let summary = engine.summary(module);
    let Some(name) = summary.names.find(name) else { return Vec::new() };
    let text = engine.load(module).source.as_ref().map_or("", |source| source.text.as_str());
    let attributes = summary.expressions.iter().zip(&summary.spans);
    let found = attributes.filter_map(|(expression, span)| match expression {
        Expression::Attribute { value, name: other } if *other == name => Some((*value, span.start)),
        _ => None,
    });
    found
        .take(MOST_ATTRIBUTES)
        .filter_map(|(value, offset)| Some((module, function_at(summary, text, offset)?, value)))
        .collect()
}

/// The last function before a place that is indented less than its line.
fn function_at(summary: &Summary, text: &str, offset: u32) -> Option<FunctionId> {
    let own = indentation(text, offset);
    let functions = (0..).map(FunctionId).zip(&summary.functions);
    let around = functions.filter(|(_, function)| {
        let start = function.header.start;
        start < offset && indentation(text, start) < own && !summary.name(function.name).starts_with('<')
    });
    around.max_by_key(|(_, function)| function.header.start).map(|(id, _)| id)
}

fn indentation(text: &str, offset: u32) -> usize {
    let before = text.get(..offset as usize).unwrap_or_default();
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    text[line..].chars().take_while(|c| matches!(c, ' ' | '\t')).count()
}

impl Inference<'_> {
    /// The classes of what an expression gives, as far as they are of the project.
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
