//! The call sites that receive functions as arguments, by the name of the function.

use std::sync::{Arc, OnceLock};

use loopmend_index::summary::{Expression, ExpressionId, FunctionId, NameUse, NamedArgument, Summary};
use loopmend_infer::index::push;
use loopmend_infer::sharded::Sharded;
use rustc_hash::FxHashMap;

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

/// A function with a decorator.
pub(crate) type Decorated = (FunctionRef, ExpressionId);

/// Facts about the checked files by name. The files without a remembered interface are read once. Of the
/// others, those are read that have a name.
#[derive(Default)]
pub(crate) struct NamesInProject {
    read: OnceLock<NamesRead>,
    given: ByName<Given>,
    decorated: ByName<Decorated>,
}

/// Facts about all files, by name.
type ByName<T> = Sharded<Box<str>, Arc<[T]>>;

/// Facts about the files without a remembered interface, by name.
#[derive(Debug, Default)]
struct NamesRead {
    given: FxHashMap<Box<str>, Vec<Given>>,
    decorating: FxHashMap<Box<str>, Vec<Decorated>>,
    defined: FxHashMap<Box<str>, u32>,
    imported: FxHashMap<Box<str>, Vec<ModuleId>>,
}

impl NamesRead {
    fn new(engine: &Engine) -> Self {
        let mut names = Self::default();
        for module in engine.unremembered() {
            names.add_definitions(engine.summary(module), module);
        }
        let is_function = |name: &str| {
            names.defined.contains_key(name)
                || engine.remembered_with(NameUse::Function, name).next().is_some()
        };
        let mut given: FxHashMap<Box<str>, Vec<Given>> = FxHashMap::default();
        for module in engine.unremembered() {
            let summary = engine.summary(module);
            for (argument, name) in given_in(summary, module).filter(|(_, name)| is_function(name)) {
                push(&mut given, name, argument);
            }
        }
        names.given = given;
        names
    }

    fn add_definitions(&mut self, summary: &Summary, module: ModuleId) {
        for function in &summary.functions {
            *self.defined.entry(summary.name(function.name).into()).or_default() += 1;
        }
        for (decorated, name) in decorated_in(summary, module) {
            push(&mut self.decorating, name, decorated);
        }
        for name in summary.imported_modules() {
            let importers = self.imported.entry(name.into()).or_default();
            if importers.last() != Some(&module) {
                importers.push(module);
            }
        }
    }
}

fn given_in(summary: &Summary, module: ModuleId) -> impl Iterator<Item = (Given, &str)> {
    summary.named_arguments().map(move |NamedArgument { call, place, value, name }| {
        (Given { module, argument: (call, place), value }, summary.name(name))
    })
}

fn decorated_in(summary: &Summary, module: ModuleId) -> impl Iterator<Item = (Decorated, &str)> {
    let decorators = summary.named_decorators();
    decorators.map(move |(function, decorator, name)| ((FunctionRef { module, function }, decorator), name))
}

impl Engine<'_> {
    /// Returns the arguments of the calls of a module.
    pub fn arguments_in(&self, module: ModuleId) -> Arc<Arguments> {
        self.control.arguments.get_or_make(module, || Arc::new(Arguments::new(self.summary(module))))
    }

    /// Returns the arguments with this name, in the order of the files.
    pub(crate) fn given(&self, name: &str) -> Arc<[Given]> {
        self.control.names.given.get_or_make_named(name, || {
            let read = self.names_read().given.get(name);
            let given = |module| given_in(self.summary(module), module);
            self.in_all_files(name, read, NameUse::Argument, given, |given| given.module)
        })
    }

    /// Returns the functions with a decorator of this last name, in the order of the files.
    pub(crate) fn decorated_by(&self, name: &str) -> Arc<[Decorated]> {
        self.control.names.decorated.get_or_make_named(name, || {
            let read = self.names_read().decorating.get(name);
            let decorated = |module| decorated_in(self.summary(module), module);
            self.in_all_files(name, read, NameUse::Decorator, decorated, |(function, _)| function.module)
        })
    }

    /// Returns the facts about a name, in the order of the files: those of the files that are read, and those that `in_module` finds
    /// in the remembered files with this use of the name. `module_of` tells the file of a fact.
    fn in_all_files<'s, T: Clone, I: Iterator<Item = (T, &'s str)>>(
        &self,
        name: &str,
        read: Option<&Vec<T>>,
        kind: NameUse,
        in_module: impl Fn(ModuleId) -> I,
        module_of: fn(&T) -> ModuleId,
    ) -> Arc<[T]> {
        let mut all = read.cloned().unwrap_or_default();
        let remembered = self.remembered_with(kind, name).flat_map(in_module);
        all.extend(remembered.filter(|(_, other)| *other == name).map(|(fact, _)| fact));
        all.sort_by_key(module_of);
        all.into()
    }

    /// Returns whether the project has exactly one function of this name.
    pub(crate) fn is_defined_once(&self, name: &str) -> bool {
        let in_module = |module| {
            let summary = self.summary(module);
            summary.functions.iter().filter(|function| summary.name(function.name) == name).count()
        };
        let mut count = self.names_read().defined.get(name).copied().unwrap_or_default() as usize;
        for module in self.remembered_with(NameUse::Function, name) {
            if count > 1 {
                break;
            }
            count += in_module(module);
        }
        count == 1
    }

    /// Returns the first module that imports the module of this name.
    pub fn first_importer(&self, name: &str) -> Option<ModuleId> {
        let read = self.read_importers(name).next();
        read.into_iter().chain(self.remembered_importers(name).next()).min()
    }

    /// Returns the modules that import the module of this name, in order.
    pub fn importers(&self, name: &str) -> Vec<ModuleId> {
        let mut importers: Vec<ModuleId> =
            self.read_importers(name).chain(self.remembered_importers(name)).collect();
        importers.sort_unstable();
        importers.dedup();
        importers
    }

    fn read_importers(&self, name: &str) -> impl Iterator<Item = ModuleId> {
        self.names_read().imported.get(name).into_iter().flatten().copied()
    }

    fn remembered_importers(&self, name: &str) -> impl Iterator<Item = ModuleId> {
        let imports = move |module: &ModuleId| self.summary(*module).imported_modules().any(|it| it == name);
        self.remembered_with(NameUse::Import, name).filter(imports)
    }

    fn names_read(&self) -> &NamesRead {
        self.control.names.read.get_or_init(|| NamesRead::new(self))
    }
}
