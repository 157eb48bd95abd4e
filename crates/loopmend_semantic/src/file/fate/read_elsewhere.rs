//! Tasks of attributes that other files await.

use std::sync::Arc;

use loopmend_core::Span;
use loopmend_index::summary::{BindingKind, Expression, ExpressionId, Summary};
use rustc_hash::FxHashMap;

use super::kept_task::outcomes_read;
use crate::engine::ModuleId;
use crate::file::File;
use crate::infer::{ClassRef, Type};

/// The files that may await what attributes of one name hold, or inspect its outcome, by the object that has the attribute.
#[derive(Debug, Default)]
pub(crate) struct OutcomeReaders {
    /// The files in which the class of the object is unknown.
    unknown: Readers,
    /// The files by the class of the object.
    classes: FxHashMap<ClassRef, Readers>,
    /// The files by the class of the object and each of its bases.
    bases: FxHashMap<ClassRef, Readers>,
    /// The files by the module that has the name.
    modules: FxHashMap<ModuleId, Readers>,
}

/// Two of the files at most: one of them is not the file that asks.
#[derive(Debug, Default)]
struct Readers([Option<ModuleId>; 2]);

impl Readers {
    fn add(&mut self, module: ModuleId) {
        match &mut self.0 {
            [first @ None, _] => *first = Some(module),
            [Some(first), second @ None] if *first != module => *second = Some(module),
            _ => {}
        }
    }

    fn has_other_than(&self, own: ModuleId) -> bool {
        self.0.iter().flatten().any(|module| *module != own)
    }
}

impl File<'_> {
    /// Returns whether another file may await what an attribute of this name holds, or inspect its outcome. The attribute is that of an object
    /// of the class, or a name of this module. An object of unknown class may be one of it.
    pub fn is_outcome_read_elsewhere(&mut self, class: Option<ClassRef>, name: &str) -> bool {
        self.inference_mut().rest_on_all_texts();
        let (engine, own) = (self.engine(), self.module());
        let readers =
            engine.outcome_readers.get_or_make_named(name, || Arc::new(self.find_outcome_readers(name)));
        let has_other =
            |readers: Option<&Readers>| readers.is_some_and(|readers| readers.has_other_than(own));
        if readers.unknown.has_other_than(own) || has_other(readers.modules.get(&own)) {
            return true;
        }
        let Some(class) = class else { return false };
        has_other(readers.bases.get(&class))
            || self
                .inference_mut()
                .mro(class)
                .iter()
                .flatten()
                .any(|(base, _)| has_other(readers.classes.get(base)))
    }

    fn find_outcome_readers(&mut self, name: &str) -> OutcomeReaders {
        let engine = self.engine();
        let mut readers = OutcomeReaders::default();
        for module in engine.files_with_word(name) {
            for source in self.modules_with_imported_name(module, name) {
                readers.modules.entry(source).or_default().add(module);
            }
            if engine.mentions_attribute(module, name) {
                for place in outcomes_read(File::new(engine, module).tree(), name) {
                    self.add_reader(&mut readers, module, place);
                }
            }
        }
        readers
    }

    /// Returns the modules from which a module imports a name.
    fn modules_with_imported_name(&self, module: ModuleId, name: &str) -> Vec<ModuleId> {
        let engine = self.engine();
        let summary = engine.summary(module);
        let sources = summary.bindings.iter().filter_map(|binding| match binding.kind {
            BindingKind::ImportFrom { module: source, name: imported } if summary.name(imported) == name => {
                Some(engine.resolve(summary.name(source), module))
            }
            _ => None,
        });
        sources.collect()
    }

    /// Adds a module that reads the outcome of a task at a place.
    fn add_reader(&mut self, readers: &mut OutcomeReaders, module: ModuleId, place: Span) {
        let summary = self.engine().summary(module);
        let Some(object) = object_read(summary, place) else { return readers.unknown.add(module) };
        let function = summary.function_at(place.start);
        let scope = function.map_or(Summary::MODULE_SCOPE, |function| summary.function(function).scope);
        let inference = self.inference_mut();
        let value = inference.expression(module, scope, object);
        for part in inference.parts(value) {
            match part {
                Type::None => {}
                Type::Module(of) => readers.modules.entry(of).or_default().add(module),
                Type::Instance(class, _) | Type::Class(class) => {
                    readers.classes.entry(class).or_default().add(module);
                    for (base, _) in inference.mro(class).iter().flatten() {
                        readers.bases.entry(*base).or_default().add(module);
                    }
                }
                _ => readers.unknown.add(module),
            }
        }
    }
}

/// Returns the object whose attribute is read at a place.
fn object_read(summary: &Summary, place: Span) -> Option<ExpressionId> {
    match summary.expression(summary.expression_with_span(place)?) {
        Expression::Attribute { value, .. } => Some(value),
        _ => None,
    }
}
