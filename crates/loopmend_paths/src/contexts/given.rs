//! The call sites that receive functions as arguments, by the name of the function.

use std::sync::Arc;

use loopmend_index::summary::{Expression, ExpressionId, FunctionId, Summary};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::engine::{Engine, ModuleId};
use crate::infer::FunctionRef;

/// An argument: the index of the call in its module, and the index of the argument.
pub(crate) type Argument = (u32, usize);

/// The arguments of the calls of a module.
#[derive(Debug, Default)]
pub struct Arguments {
    by_value: FxHashMap<ExpressionId, Argument>,
    lambdas: FxHashMap<FunctionId, Argument>,
}

impl Arguments {
    fn new(summary: &Summary) -> Self {
        let mut arguments = Self::default();
        for (call, site) in (0..).zip(&summary.calls) {
            for (place, argument) in
                summary.arguments_of(site.expression).unwrap_or_default().iter().enumerate()
            {
                arguments.by_value.insert(argument.value, (call, place));
                if let Expression::Lambda(function) = summary.expression(argument.value) {
                    arguments.lambdas.insert(function, (call, place));
                }
            }
        }
        arguments
    }

    /// Returns the argument that is this expression.
    pub fn of_value(&self, value: ExpressionId) -> Option<Argument> {
        self.by_value.get(&value).copied()
    }

    /// Returns the argument that is this lambda.
    pub(crate) fn of_lambda(&self, lambda: FunctionId) -> Option<Argument> {
        self.lambdas.get(&lambda).copied()
    }
}

/// A name or attribute that is an argument, or an element of a list argument.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Given {
    pub(crate) module: ModuleId,
    pub(crate) argument: Argument,
    pub(crate) value: ExpressionId,
}

/// Facts about the checked files by name, collected once.
#[derive(Debug, Default)]
pub(crate) struct NamesInProject {
    given: FxHashMap<Box<str>, Vec<Given>>,
    decorating: FxHashMap<Box<str>, Vec<(FunctionRef, ExpressionId)>>,
    defined: FxHashMap<Box<str>, u32>,
    imported: FxHashMap<Box<str>, ModuleId>,
}

impl NamesInProject {
    fn new(engine: &Engine) -> Self {
        let mut names = Self::default();
        let modules = || (0..engine.project().files().len()).map(ModuleId::of_file);
        for module in modules() {
            names.add_definitions(engine.summary(module), module);
        }
        let functions: FxHashSet<Box<str>> = names.defined.keys().cloned().collect();
        for module in modules() {
            names.add_given(engine.summary(module), module, &functions);
        }
        names
    }

    fn add_definitions(&mut self, summary: &Summary, module: ModuleId) {
        for (id, function) in (0..).map(FunctionId).zip(&summary.functions) {
            *self.defined.entry(summary.name(function.name).into()).or_default() += 1;
            for decorator in summary.list(function.decorators) {
                if let Some(name) = summary.last_name(*decorator) {
                    let function = FunctionRef { module, function: id };
                    self.decorating.entry(name.into()).or_default().push((function, *decorator));
                }
            }
        }
        for binding in &summary.bindings {
            let names: [Option<String>; 2] = match binding.kind {
                loopmend_index::summary::BindingKind::Import { module } => {
                    [Some(summary.name(module).into()), None]
                }
                loopmend_index::summary::BindingKind::ImportFrom { module, name } => {
                    let module = summary.name(module);
                    [Some(module.into()), Some(format!("{module}.{}", summary.name(name)))]
                }
                _ => [None, None],
            };
            for name in names.into_iter().flatten() {
                self.imported.entry(name.into()).or_insert(module);
            }
        }
    }

    fn add_given(&mut self, summary: &Summary, module: ModuleId, functions: &FxHashSet<Box<str>>) {
        for (call, site) in (0..).zip(&summary.calls) {
            for (place, argument) in
                summary.arguments_of(site.expression).unwrap_or_default().iter().enumerate()
            {
                for value in elements_or_itself(summary, argument.value) {
                    if let Some(name) = name_of(summary, value).filter(|name| functions.contains(*name)) {
                        let given = Given { module, argument: (call, place), value };
                        self.given.entry(name.into()).or_default().push(given);
                    }
                }
            }
        }
    }

    /// Returns the arguments with this name.
    pub(crate) fn given(&self, name: &str) -> &[Given] {
        self.given.get(name).map_or(&[], Vec::as_slice)
    }

    /// Returns the functions with a decorator of this last name.
    pub(crate) fn decorated_by(&self, name: &str) -> &[(FunctionRef, ExpressionId)] {
        self.decorating.get(name).map_or(&[], Vec::as_slice)
    }

    /// Returns whether the project has exactly one function of this name.
    pub(crate) fn is_defined_once(&self, name: &str) -> bool {
        self.defined.get(name) == Some(&1)
    }

    /// Returns the first module that imports the module of this name.
    pub(crate) fn importer(&self, module: &str) -> Option<ModuleId> {
        self.imported.get(module).copied()
    }
}

fn name_of(summary: &Summary, value: ExpressionId) -> Option<&str> {
    match summary.expression(value) {
        Expression::Name(name) | Expression::Attribute { name, .. } => Some(summary.name(name)),
        _ => None,
    }
}

fn elements_or_itself(summary: &Summary, value: ExpressionId) -> Vec<ExpressionId> {
    match summary.expression(value) {
        Expression::Display { elements, .. } | Expression::Tuple(elements) => summary.list(elements).to_vec(),
        _ => vec![value],
    }
}

impl Engine<'_> {
    /// Returns the arguments of the calls of a module.
    pub fn arguments_in(&self, module: ModuleId) -> Arc<Arguments> {
        self.control.arguments.get_or_make(module, || Arc::new(Arguments::new(self.summary(module))))
    }

    /// Returns the facts about the checked files by name.
    pub(crate) fn names_by_use(&self) -> &NamesInProject {
        self.control.names.get_or_init(|| NamesInProject::new(self))
    }
}
