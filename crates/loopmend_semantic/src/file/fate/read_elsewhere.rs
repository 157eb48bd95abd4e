//! Tasks of attributes that other files await.

use loopmend_core::Span;
use loopmend_index::summary::{BindingKind, Expression, ExpressionId, FunctionId, Summary};

use super::kept_task::outcomes_read;
use crate::engine::ModuleId;
use crate::file::File;
use crate::infer::{ClassRef, Type};

impl File<'_> {
    /// Returns whether another file may await what an attribute of this name holds, or inspect its outcome. The attribute is that of an object
    /// of the class, or a name of this module. An object of unknown class may be one of it.
    pub fn is_outcome_read_elsewhere(&mut self, class: Option<ClassRef>, name: &str) -> bool {
        self.inference_mut().rest_on_all_texts();
        let (engine, own) = (self.engine(), self.module());
        let mut files = engine.files_with_word(name).into_iter().filter(|module| *module != own);
        files.any(|module| {
            self.imports_name_from(module, own, name)
                || engine.mentions_attribute(module, name) && self.reads_outcome_in(module, class, name)
        })
    }

    /// Returns whether a module imports a name from another one.
    fn imports_name_from(&self, module: ModuleId, from: ModuleId, name: &str) -> bool {
        let engine = self.engine();
        let summary = engine.summary(module);
        let is_named = |imported| summary.name(imported) == name;
        summary.bindings.iter().any(|binding| match binding.kind {
            BindingKind::ImportFrom { module: source, name: imported } if is_named(imported) => {
                engine.resolve(summary.name(source), module) == from
            }
            _ => false,
        })
    }

    fn reads_outcome_in(&mut self, module: ModuleId, class: Option<ClassRef>, name: &str) -> bool {
        let engine = self.engine();
        let places = outcomes_read(File::new(engine, module).tree(), name);
        let summary = engine.summary(module);
        places.into_iter().any(|place| {
            object_read(summary, place).is_none_or(|object| self.may_be_of(module, place, object, class))
        })
    }

    /// Returns whether an object of another module may be of a class, or is this module.
    fn may_be_of(
        &mut self,
        module: ModuleId,
        place: Span,
        object: ExpressionId,
        class: Option<ClassRef>,
    ) -> bool {
        let own = self.module();
        let summary = self.engine().summary(module);
        let function: Option<FunctionId> = summary.function_at(place.start);
        let scope = function.map_or(Summary::MODULE_SCOPE, |function| summary.function(function).scope);
        let inference = self.inference_mut();
        let value = inference.expression(module, scope, object);
        inference.parts(value).into_iter().any(|part| match part {
            Type::None => false,
            Type::Module(module) => module == own,
            Type::Instance(found, _) | Type::Class(found) => class.is_some_and(|class| {
                let mut derives = |one: ClassRef, other: ClassRef| {
                    inference.mro(one).iter().flatten().any(|(base, _)| *base == other)
                };
                derives(found, class) || derives(class, found)
            }),
            _ => true,
        })
    }
}

/// Returns the object whose attribute is read at a place.
fn object_read(summary: &Summary, place: Span) -> Option<ExpressionId> {
    let mut all = summary.expressions.iter().zip(&summary.spans);
    all.find_map(|(expression, span)| match expression {
        Expression::Attribute { value, .. } if *span == place => Some(*value),
        _ => None,
    })
}
