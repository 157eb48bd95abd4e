//! The files in which event loops are patched so that they can be nested.
//!
//! These are programs, notebooks and tests that import the patching file, directly or indirectly. A
//! `conftest.py` affects the tests below its directory.

use std::collections::VecDeque;

use loopmend_catalog::{Role, is, named};
use loopmend_index::summary::{BindingKind, Summary};
use rustc_hash::FxHashSet;

use super::File;
use crate::engine::{Engine, ModuleId};

/// The parts of a project in which event loops can be nested.
pub(crate) struct Nested {
    /// The files for which every process that runs them applies the patch.
    files: FxHashSet<ModuleId>,
    /// The top-level packages that apply the patch when they are used.
    packages: FxHashSet<Box<str>>,
}

/// Returns whether a file imports a library whose command runs the file in nestable event loops.
fn has_nesting_host(summary: &Summary) -> bool {
    summary.imported_packages().any(|package| is(package, Role::PatchesLoops))
}

impl File<'_> {
    /// Returns whether event loops can be nested in every process that runs the file, as far as the project
    /// shows. If a project file applies such a patch, the answer depends on the imports of all files.
    pub(crate) fn runs_in_nested_loops(&mut self) -> bool {
        if has_nesting_host(self.summary()) {
            return true;
        }
        if !self.engine().nests_loops() {
            return false;
        }
        self.inference_mut().rest_on_all_texts();
        self.engine().runs_in_nested_loops(self.module()) || self.engine().is_package_patched(self.module())
    }
}

impl Engine<'_> {
    /// Returns whether event loops can be nested in every process that runs a file. The answer depends on
    /// the whole project.
    pub fn runs_in_nested_loops(&self, module: ModuleId) -> bool {
        self.nested_parts().files.contains(&module)
    }

    /// Returns whether the package of a module applies the patch: a module applies it whenever it is imported, and another module of the package
    /// imports that one. Tests do not count.
    fn is_package_patched(&self, module: ModuleId) -> bool {
        let package = self.module_name(module).split_once('.').map(|(package, _)| package);
        package.is_some_and(|package| self.nested_parts().packages.contains(package))
    }

    fn nested_parts(&self) -> &Nested {
        self.nested.get_or_init(|| {
            let imports = Imports::new(self);
            Nested { files: imports.nested(), packages: imports.patched_packages() }
        })
    }
}

/// Returns whether the top level of a module patches event loops.
fn applies_patch_on_import(summary: &Summary) -> bool {
    summary.calls.iter().any(|site| {
        let path = || summary.import_path(site.scope, summary.callee_or_itself(site.expression));
        let is_on_import = !site.is_in_script && summary.function_around(site.scope).is_none();
        is_on_import
            && path().is_some_and(|path| {
                path.strip_suffix(".apply").is_some_and(|module| named(module).has(Role::NestsLoops))
            })
    })
}

/// The imports between the files of a project.
struct Imports<'e, 'p> {
    engine: &'e Engine<'p>,
    /// For each file: its imports, their parent packages and its own, and the `conftest.py` files above a
    /// test.
    imported: Vec<Vec<usize>>,
    is_of_tests: Vec<bool>,
}

impl<'e, 'p> Imports<'e, 'p> {
    fn new(engine: &'e Engine<'p>) -> Self {
        let files = 0..engine.project().files().len();
        let is_of_tests: Vec<bool> =
            files.clone().map(|file| engine.is_of_tests(ModuleId::of_file(file))).collect();
        let mut imports = Self { engine, imported: Vec::new(), is_of_tests };
        imports.imported = files.map(|file| imports.imported_by(ModuleId::of_file(file))).collect();
        imports
    }

    fn imported_by(&self, module: ModuleId) -> Vec<usize> {
        let summary = self.engine.summary(module);
        let mut found = self.packages_around(self.engine.module_name(module), module);
        let mut import = |name: &str| {
            found.extend(self.packages_around(name, module));
            found.push(self.engine.resolve(name, module));
        };
        for binding in &summary.bindings {
            match binding.kind {
                BindingKind::Import { module } => import(summary.name(module)),
                BindingKind::ImportFrom { module: from, name } => {
                    import(summary.name(from));
                    import(&format!("{}.{}", summary.name(from), summary.name(name)));
                }
                _ => {}
            }
        }
        for star in summary.scopes.iter().flat_map(|scope| &scope.star_imports) {
            import(summary.name(star.module));
        }
        if self.is_of_tests[module.index()] {
            found.extend(self.conftests_above(module));
        }
        let mut places: Vec<usize> = found.into_iter().map(ModuleId::index).collect();
        places.retain(|place| *place < self.is_of_tests.len() && *place != module.index());
        places.sort_unstable();
        places.dedup();
        places
    }

    /// Returns the packages that are imported before the module of a dotted name.
    fn packages_around(&self, name: &str, from: ModuleId) -> Vec<ModuleId> {
        let ends = name.match_indices('.').map(|(end, _)| end);
        ends.map(|end| self.engine.resolve(&name[..end], from)).collect()
    }

    fn conftests_above(&self, module: ModuleId) -> Vec<ModuleId> {
        let directories =
            self.engine.module_path(module).into_iter().flat_map(|path| path.ancestors().skip(1));
        directories
            .filter_map(|directory| self.engine.checked_file_at(&directory.join("conftest.py")))
            .collect()
    }

    fn nested(&self) -> FxHashSet<ModuleId> {
        let files = 0..self.imported.len();
        let applies = |file: &usize| self.engine.summary(ModuleId::of_file(*file)).may_nest_loops();
        let patched = closure(files.clone().filter(applies), &self.importers());
        let with_patch = self.run_by(files.clone().filter(|file| patched.contains(file)));
        let without = self.run_by(self.programs().into_iter().filter(|file| !patched.contains(file)));
        let is_nested =
            |file: &usize| patched.contains(file) || with_patch.contains(file) && !without.contains(file);
        files.filter(is_nested).map(ModuleId::of_file).collect()
    }

    fn patched_packages(&self) -> FxHashSet<Box<str>> {
        let name = |file: usize| self.engine.module_name(ModuleId::of_file(file));
        let mut packages = FxHashSet::default();
        for patching in 0..self.imported.len() {
            let summary = self.engine.summary(ModuleId::of_file(patching));
            let applies =
                !self.is_of_tests[patching] && summary.may_nest_loops() && applies_patch_on_import(summary);
            let Some((package, _)) = name(patching).split_once('.').filter(|_| applies) else { continue };
            // The modules below a package import it only if something imports them.
            let is_inside = |file: usize| {
                let below = name(file).strip_prefix(name(patching));
                below.is_some_and(|below| below.starts_with('.'))
            };
            let is_imported = self.imported.iter().enumerate().any(|(file, imported)| {
                imported.binary_search(&patching).is_ok()
                    && !self.is_of_tests[file]
                    && name(file).split('.').next() == Some(package)
                    && !is_inside(file)
            });
            if is_imported {
                packages.insert(package.into());
            }
        }
        packages
    }

    fn importers(&self) -> Vec<Vec<usize>> {
        let mut importers = vec![Vec::new(); self.imported.len()];
        for (file, imported) in self.imported.iter().enumerate() {
            imported.iter().for_each(|other| importers[*other].push(file));
        }
        importers
    }

    /// Returns the files that importing a file runs. The imports of a test do not show how the code under
    /// test runs elsewhere.
    fn runs(&self, file: usize) -> impl Iterator<Item = usize> {
        let is_program = !self.is_of_tests[file];
        let imported = self.imported[file].iter().copied();
        imported.filter(move |other| is_program || self.is_of_tests[*other])
    }

    fn run_by(&self, files: impl Iterator<Item = usize>) -> FxHashSet<usize> {
        let runs: Vec<Vec<usize>> = (0..self.imported.len()).map(|file| self.runs(file).collect()).collect();
        closure(files, &runs)
    }

    /// Returns the files that run by themselves: scripts, notebooks, tests, and files that no other file
    /// imports.
    fn programs(&self) -> Vec<usize> {
        let files = 0..self.imported.len();
        let imported: FxHashSet<usize> = files.clone().flat_map(|file| self.runs(file)).collect();
        let is_program = |file: &usize| {
            let path = &self.engine.project().files()[*file].path;
            let is_test = path.file_stem().is_some_and(|stem| stem.as_encoded_bytes().starts_with(b"test"));
            let is_notebook = path.extension().is_some_and(|extension| extension == "ipynb");
            let summary = self.engine.summary(ModuleId::of_file(*file));
            let is_script = summary.calls.iter().any(|site| site.is_in_script);
            !imported.contains(file) || is_notebook || is_script || is_test && self.is_of_tests[*file]
        };
        files.filter(is_program).collect()
    }
}

/// Returns the files reachable from some files, including themselves.
fn closure(from: impl Iterator<Item = usize>, edges: &[Vec<usize>]) -> FxHashSet<usize> {
    let mut open: VecDeque<usize> = from.collect();
    let mut reached: FxHashSet<usize> = open.iter().copied().collect();
    while let Some(file) = open.pop_front() {
        open.extend(edges[file].iter().copied().filter(|next| reached.insert(*next)));
    }
    reached
}
