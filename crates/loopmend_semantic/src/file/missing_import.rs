//! Imported names that their modules do not have.

use loopmend_core::{NameOwner, Place, Span};
use loopmend_index::summary::{BindingKind, Expression, Imported, Summary};
use loopmend_index::test_files::is_test_path;
use loopmend_project::Origin;
use loopmend_python::span;
use loopmend_python::text_size::Ranged;

use super::File;
use crate::engine::{Engine, ModuleId};
use crate::infer::{ClassRef, FunctionRef};

/// A name that is imported from a module of the project, and that the module does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingImport {
    /// The place of the name in the import.
    pub name: Span,
    /// The absolute name of the module.
    pub module: String,
    /// Whether there is no such module.
    pub is_module_missing: bool,
    /// The module, or where it would be.
    pub owner: Option<NameOwner>,
    /// Where else the name is defined, or exported.
    pub elsewhere: Option<DefinedElsewhere>,
    /// The only name of the module that is similar.
    pub meant: Option<String>,
    /// The file that defines the name and that the module, a package of the same name, hides.
    pub hidden: Option<String>,
}

/// A module that has a name which another module lacks. It defines the name, or it exports the name of a private module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefinedElsewhere {
    /// The absolute name of the module to import from.
    pub module: String,
    /// The definition, if it is a function or class whose text can be shown.
    pub definition: Option<Place>,
}

impl Engine<'_> {
    /// Returns whether a test of the project may put modules into `sys.modules`.
    fn tests_replace_modules(&self) -> bool {
        let is_test = |module| self.shown_path(module).is_some_and(|path| is_test_path(&path));
        let replaces = |module: &ModuleId| self.mentions_any(*module, &["sys.modules["]) && is_test(*module);
        *self.tests_replace_modules.get_or_init(|| self.files_with_word("modules").iter().any(replaces))
    }
}

impl File<'_> {
    /// Returns the imported names that their modules, files of the project, do not have, in source order. Skips imports that a handler of
    /// `ImportError` or a test of the environment guards, and modules that may bind names in other ways. A lower-case name of a package may
    /// be that of a module which a build creates, so it needs a call, a similar name or another module that defines it.
    pub fn missing_imports(&mut self) -> Vec<MissingImport> {
        let summary = self.summary();
        let mut found: Vec<MissingImport> =
            summary.imported.iter().filter_map(|imported| self.missing_import(imported)).collect();
        // One finding stands for all names of a module that does not exist.
        let mut missing: Vec<String> = Vec::new();
        found.retain(|found| {
            let is_known = found.is_module_missing && missing.contains(&found.module);
            missing.extend(found.is_module_missing.then(|| found.module.clone()));
            !is_known
        });
        found
    }

    /// Returns the place of the module in `from module import name`, with its leading dots, by the place of the name. Returns `None` if the
    /// statement imports other names as well.
    pub fn module_of_only_import(&self, name: Span) -> Option<Span> {
        let code = self.code_within(name.start);
        let import = code.import_around(name)?;
        let [only] = import.names.as_slice() else { return None };
        let module = import.module.as_ref()?;
        let start = module.range().start().to_u32() - import.level;
        (span(only.name.range()) == name).then(|| Span::new(start, module.range().end().to_u32()))
    }

    fn missing_import(&mut self, imported: &Imported) -> Option<MissingImport> {
        let summary = self.summary();
        let (wanted, name) = (summary.name(imported.module), summary.name(imported.name));
        let module = self.engine().resolve(wanted, self.module());
        if self.engine().is_absent(module) {
            return self.missing_module(imported);
        }
        if !self.lacks_name(module, name)
            || self.is_replaced_by_tests(wanted)
            || self.may_fail_on_purpose(imported.span, self.summary().function_scope_around(imported.span))
        {
            return None;
        }
        let elsewhere = self.defined_elsewhere(module, name);
        let meant = self.similar_name(module, name);
        if elsewhere.is_none()
            && meant.is_none()
            && self.may_be_built(module, name)
            && !self.calls_imported(imported)
        {
            return None;
        }
        let hidden = self.hidden_file(module, name);
        let elsewhere = elsewhere.or_else(|| {
            self.inference_mut().rest_on_all_texts();
            let top = wanted.split('.').next()?;
            self.only_definition(top, name).filter(|found| found.module != wanted)
        });
        Some(MissingImport {
            name: imported.span,
            module: wanted.to_owned(),
            is_module_missing: false,
            owner: self.module_as_owner(module),
            elsewhere,
            meant,
            hidden,
        })
    }

    /// Returns the file beside a package that has its name and defines a name: `shop/secrets.py` beside `shop/secrets/__init__.py`.
    fn hidden_file(&mut self, module: ModuleId, name: &str) -> Option<String> {
        self.inference_mut().rest_on_all_texts();
        let engine = self.engine();
        let directory = engine.module_path(module).filter(|_| engine.is_package(module))?.parent()?;
        let hidden = engine.checked_file_at(&directory.with_extension("py"))?;
        self.inference_mut().rest_on_text(hidden);
        let is_defined = !engine.summary(hidden).bindings_of(Summary::MODULE_SCOPE, name).is_empty();
        is_defined.then(|| engine.shown_path(hidden)).flatten()
    }

    /// Returns whether the file calls what an import binds, which is no module then.
    fn calls_imported(&self, imported: &Imported) -> bool {
        let summary = self.summary();
        let is_it = |kind| matches!(kind, BindingKind::ImportFrom { module, name } if (module, name) == (imported.module, imported.name));
        summary.calls.iter().any(|site| {
            let callee = summary.callee_or_itself(site.expression);
            let Expression::Name(name) = summary.expression(callee) else { return false };
            let bound = summary.nearest_bindings_of(site.scope, name);
            !bound.is_empty()
                && bound.iter().all(|binding| is_it(binding.kind))
                && !summary.is_parameter(site.scope, name)
        })
    }

    /// Returns the import of a module that its package, a package of the project, does not have, if one other module of the project defines the
    /// name. Private modules may be built.
    fn missing_module(&mut self, imported: &Imported) -> Option<MissingImport> {
        let summary = self.summary();
        let (wanted, name) = (summary.name(imported.module), summary.name(imported.name));
        let (package, last) = wanted.rsplit_once('.')?;
        let package = self.engine().resolve(package, self.module());
        if last.starts_with('_')
            || self.engine().is_absent(package)
            || !self.engine().is_package(package)
            || !self.lacks_name(package, last)
        {
            return None;
        }
        self.inference_mut().rest_on_project();
        let directory = self.engine().module_path(package)?.parent()?;
        if self.engine().project().may_build(directory, last) {
            return None;
        }
        let top = wanted.split('.').next()?;
        let elsewhere = Some(self.only_definition(top, name)?);
        // The texts of all files are searched last.
        if self.is_made_otherwise(wanted) {
            return None;
        }
        let directory = self.engine().project().display(directory);
        let owner = NameOwner { path: format!("{directory}/{last}.py"), symbol: String::new() };
        Some(MissingImport {
            name: imported.span,
            module: wanted.to_owned(),
            is_module_missing: true,
            owner: Some(owner),
            elsewhere,
            meant: None,
            hidden: None,
        })
    }

    /// Returns whether a module is found in a directory that holds neither the importing file nor the packages of the project: a package of the
    /// same name may be what is meant.
    pub(super) fn is_far(&self, module: ModuleId) -> bool {
        let engine = self.engine();
        let (Some(path), Some(own)) = (engine.module_path(module), engine.module_path(self.module())) else {
            return true;
        };
        let parts = engine.module_name(module).split('.').count() + usize::from(engine.is_package(module));
        let Some(root) = path.ancestors().nth(parts) else { return true };
        !own.starts_with(root) && !engine.project().is_stated_root(root)
    }

    /// Returns whether a file of the project names a module in a text, or puts modules in place by hand: it may build or replace the module.
    fn is_made_otherwise(&self, module: &str) -> bool {
        self.engine().tests_replace_modules() || self.is_named_in_text(module, |_| true)
    }

    /// Returns whether a test may put a module of this name into `sys.modules`, or names into the module there.
    fn is_replaced_by_tests(&mut self, module: &str) -> bool {
        self.inference_mut().rest_on_all_texts();
        let engine = self.engine();
        engine.tests_replace_modules()
            && self.is_named_in_text(module, |file| engine.mentions_any(file, &["sys.modules["]))
    }

    /// Returns whether a text in some files of the project is the name of a module.
    fn is_named_in_text(&self, module: &str, is_wanted: impl Fn(ModuleId) -> bool) -> bool {
        let engine = self.engine();
        let quoted = [format!("\"{module}\""), format!("'{module}'")];
        let quoted = quoted.each_ref().map(String::as_str);
        let last = module.rsplit('.').next().unwrap_or(module);
        let mut files = engine.files_with_word(last).into_iter();
        files.any(|file| is_wanted(file) && engine.mentions_any(file, &quoted))
    }

    /// Returns the only class or function with a name at the top level of the modules of a package of the project, tests excepted.
    fn only_definition(&mut self, top: &str, name: &str) -> Option<DefinedElsewhere> {
        let (engine, own) = (self.engine(), self.module());
        let mut defining = engine.files_with_word(name).into_iter().filter(|module| {
            engine.top_level(*module) == top
                && engine.resolve(engine.module_name(*module), own) == *module
                && !engine.is_stub(*module)
                && engine.has_name(*module, name)
                && engine.shown_path(*module).is_some_and(|path| !is_test_path(&path))
                && matches!(
                    engine.summary(*module).bindings_of(Summary::MODULE_SCOPE, name),
                    [only] if matches!(only.kind, BindingKind::Function(_) | BindingKind::Class(_))
                )
        });
        let only = defining.next()?;
        if defining.next().is_some() {
            return None;
        }
        self.definition_in(only, name)
    }

    /// Returns the module that defines a name, of the modules from which another module imports.
    pub(super) fn defined_elsewhere(&mut self, lacking: ModuleId, name: &str) -> Option<DefinedElsewhere> {
        let engine = self.engine();
        let summary = engine.summary(lacking);
        let scope = summary.scope(Summary::MODULE_SCOPE);
        let of_names =
            scope.entries.iter().flat_map(|entry| summary.bindings_in(*entry)).filter_map(|binding| {
                match binding.kind {
                    BindingKind::Import { module } | BindingKind::ImportFrom { module, .. } => Some(module),
                    _ => None,
                }
            });
        let mut modules: Vec<ModuleId> =
            of_names.map(|module| engine.resolve(summary.name(module), lacking)).collect();
        modules.sort_unstable();
        modules.dedup();
        modules.retain(|module| *module != lacking && engine.origin(*module) == Origin::FirstParty);
        let mut found = modules.into_iter().filter_map(|module| self.definition_in(module, name));
        let only = found.next()?;
        found.next().is_none().then_some(only)
    }

    fn definition_in(&mut self, module: ModuleId, name: &str) -> Option<DefinedElsewhere> {
        self.inference_mut().rest_on_text(module);
        let summary = self.engine().summary(module);
        let definition = match summary.bindings_of(Summary::MODULE_SCOPE, name) {
            [only] => match only.kind {
                BindingKind::Function(function) => self.place_of_function(FunctionRef { module, function }),
                BindingKind::Class(class) => self.place_of_class(ClassRef { module, class }),
                BindingKind::Value(_) | BindingKind::Annotated { .. } => None,
                _ => return None,
            },
            _ => return None,
        };
        let module = self.exporting_package(module, name).unwrap_or(module);
        Some(DefinedElsewhere { module: self.engine().module_name(module).to_owned(), definition })
    }

    /// Returns the innermost public package around a private module, if it imports a name from that module.
    fn exporting_package(&mut self, module: ModuleId, name: &str) -> Option<ModuleId> {
        let engine = self.engine();
        let is_private = |module: &str| module.split('.').any(|part| part.starts_with('_'));
        let mut around = engine.module_name(module);
        while is_private(around) {
            around = around.rsplit_once('.')?.0;
        }
        let package = engine.resolve(around, module);
        if package == module || engine.is_absent(package) {
            return None;
        }
        self.inference_mut().rest_on_text(package);
        let summary = engine.summary(package);
        let imports = |kind| match kind {
            BindingKind::ImportFrom { module: from, name: imported } => {
                summary.name(imported) == name && engine.resolve(summary.name(from), package) == module
            }
            _ => false,
        };
        let bindings = summary.bindings_of(Summary::MODULE_SCOPE, name);
        matches!(bindings, [only] if imports(only.kind)).then_some(package)
    }
}
