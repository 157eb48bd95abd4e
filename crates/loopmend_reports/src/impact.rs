//! Which files a change of some modules can reach, by what they import.
//!
//! A file that is not reached runs as before. So where it is not known what a file imports, it is taken to import everything.

use std::path::{Path, PathBuf};

use loopmend_catalog::{Role, Words, named};
use loopmend_files::key::real_path;
use loopmend_python::SyntaxTree;
use loopmend_python::ast::visitor::source_order::{SourceOrderVisitor, walk_expr, walk_stmt};
use loopmend_python::ast::{Expr, Stmt, StmtImportFrom};
use loopmend_python::stack::grow_stack;
use loopmend_semantic::File;
use loopmend_semantic::engine::{Engine, ModuleId};
use rayon::prelude::*;
use rustc_hash::FxHashSet;

/// A longer text is prose.
const LONGEST_COMMAND: usize = 200;

/// The checked files that may run otherwise once these modules are changed: they import one of them, on whatever way, or stand below a
/// `conftest.py` that does. The changed ones are among them. Files that import by computed names are among them, unless only
/// test files are reached: nothing imports those by computed names.
pub fn reached_by_change(engine: &Engine<'_>, changed: &[ModuleId]) -> FxHashSet<ModuleId> {
    let mut reached: FxHashSet<ModuleId> = changed.iter().copied().collect();
    let mut left: Vec<ModuleId> = changed.to_vec();
    let mut importers = importers(engine);
    while let Some(module) = left.pop() {
        if !importers.of_everything.is_empty() && !holds_only_tests(engine, module) {
            let all = std::mem::take(&mut importers.of_everything).into_iter();
            left.extend(all.filter(|module| reached.insert(*module)));
        }
        let by_import = importers.of.get(module.index()).into_iter().flatten().copied();
        left.extend(by_import.filter(|importer| reached.insert(*importer)));
    }
    reached
}

/// Returns whether pytest collects tests from a file, so that only an import that names it imports it.
fn holds_only_tests(engine: &Engine<'_>, module: ModuleId) -> bool {
    let mut file = File::new(engine, module);
    let is_test_file = file.suite_settings().is_some_and(|settings| file.is_test_file(&settings));
    let is_conftest = engine.module_path(module).is_some_and(|path| path.ends_with("conftest.py"));
    is_test_file && !is_conftest && !file.tests().is_empty()
}

/// Who imports the checked files.
struct Importers {
    /// By module.
    of: Vec<Vec<ModuleId>>,
    /// The files that may import any.
    of_everything: Vec<ModuleId>,
}

fn importers(engine: &Engine<'_>) -> Importers {
    let count = engine.project().files().len();
    let packages: FxHashSet<&str> = (0..count)
        .filter_map(|index| engine.module_name(ModuleId::of_file(index)).split('.').next())
        .collect();
    let asked: Vec<Option<Imports>> = (0..count)
        .into_par_iter()
        .map(|index| Imports::of(engine, ModuleId::of_file(index), &packages))
        .collect();
    let mut importers = Importers { of: vec![Vec::new(); count], of_everything: Vec::new() };
    for (module, asked) in (0..count).map(ModuleId::of_file).zip(asked) {
        let mut imported: FxHashSet<ModuleId> = around(engine, module).into_iter().collect();
        match asked {
            Some(asked) => imported.extend(asked.resolved(engine, module)),
            None => importers.of_everything.push(module),
        }
        imported.remove(&module);
        for source in imported {
            importers.of[source.index()].push(module);
        }
    }
    importers
}

/// What is imported before a file: the `__init__.py` and `conftest.py` of its directory and of those above.
fn around(engine: &Engine<'_>, module: ModuleId) -> Vec<ModuleId> {
    let beside = |directory: PathBuf| ["__init__.py", "conftest.py"].map(|name| directory.join(name));
    let paths = directories(engine, module).into_iter().flat_map(beside);
    paths.filter_map(|path| engine.checked_file_at(&path)).collect()
}

/// The directory of a file and those above it in the project, the innermost first.
fn directories(engine: &Engine<'_>, module: ModuleId) -> Vec<PathBuf> {
    let root = engine.project().root_dir();
    let above = engine.module_path(module).into_iter().flat_map(|path| path.ancestors().skip(1));
    above.take_while(|directory| directory.starts_with(root)).map(Path::to_owned).collect()
}

/// What a file imports, as it is written.
#[derive(Default)]
struct Imports {
    /// Dotted names, of which the last parts may be no modules.
    absolute: FxHashSet<String>,
    /// The dots, and what follows them.
    relative: FxHashSet<(u32, String)>,
    is_open_ended: bool,
    starts_programs: bool,
    /// The words of short texts, by which a program may be meant.
    words: FxHashSet<String>,
}

impl Imports {
    /// `None` where the file may import anything, or cannot be read.
    fn of(engine: &Engine<'_>, module: ModuleId, packages: &FxHashSet<&str>) -> Option<Self> {
        let path = engine.module_path(module)?;
        let source = engine.project().read(path).ok()?;
        let tree = SyntaxTree::parse(&source);
        let mut imports = Self::default();
        tree.module().body.iter().for_each(|statement| imports.visit_stmt(statement));
        let is_known = !imports.is_open_ended && !imports.starts_python(packages) && !tree.has_errors();
        is_known.then_some(imports)
    }

    fn starts_python(&self, packages: &FxHashSet<&str>) -> bool {
        let is_python = |word: &String| {
            let word = word.as_str();
            word.starts_with("python") || Words::PythonCommands.has(word) || packages.contains(word)
        };
        self.starts_programs && self.words.iter().any(is_python)
    }

    /// The checked files among them, each with the packages around it.
    fn resolved(&self, engine: &Engine<'_>, module: ModuleId) -> Vec<ModuleId> {
        let directories = directories(engine, module);
        let mut found = Vec::new();
        for name in &self.absolute {
            found.extend(parents(name).filter_map(|name| checked_file(engine, engine.resolve(name, module))));
            // Where the runner of the tests puts directories on the path.
            directories.iter().for_each(|directory| found.extend(files_below(engine, directory, name)));
        }
        for (dots, name) in &self.relative {
            let directory = directories.get(*dots as usize - 1);
            directory.into_iter().for_each(|directory| {
                found.extend(engine.checked_file_at(&directory.join("__init__.py")));
                found.extend(files_below(engine, directory, name));
            });
        }
        found
    }

    fn take_from(&mut self, import: &StmtImportFrom) {
        let module = import.module.as_deref().unwrap_or_default();
        for alias in &import.names {
            let name = match alias.name.as_str() {
                "*" => module.to_owned(),
                name if module.is_empty() => name.to_owned(),
                name => format!("{module}.{name}"),
            };
            match import.level {
                0 => drop(self.absolute.insert(name)),
                level => drop(self.relative.insert((level, name))),
            }
        }
    }

    fn take_name(&mut self, name: &str) {
        self.is_open_ended |= named(name).has(Role::ImportsByName);
        self.starts_programs |= named(name).has(Role::StartsProgram);
        if name == "executable" {
            self.words.insert(name.to_owned());
        }
    }

    /// A text may name a module, as that of `patch("package.module.name")` does.
    fn take_text(&mut self, text: &str) {
        let is_part =
            |part: &str| !part.is_empty() && part.chars().all(|one| one.is_alphanumeric() || one == '_');
        if text.contains('.') && text.split(['.', ':']).all(is_part) {
            self.absolute.insert(text.replace(':', "."));
        }
        self.take_name(text);
        if text.len() <= LONGEST_COMMAND {
            let words = text.split(|one: char| !one.is_alphanumeric() && one != '_');
            self.words.extend(words.filter(|word| !word.is_empty()).map(str::to_owned));
        }
    }
}

impl<'a> SourceOrderVisitor<'a> for Imports {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::Import(import) => {
                for alias in &import.names {
                    self.absolute.insert(alias.name.to_string());
                    self.take_name(&alias.name);
                }
            }
            Stmt::ImportFrom(import) => {
                self.take_from(import);
                import.module.iter().for_each(|module| self.take_name(module));
                import.names.iter().for_each(|alias| self.take_name(&alias.name));
            }
            Stmt::FunctionDef(function) => {
                function.parameters.iter().for_each(|parameter| self.take_name(parameter.name()));
                grow_stack(|| walk_stmt(self, statement));
            }
            _ => grow_stack(|| walk_stmt(self, statement)),
        }
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Name(name) => self.take_name(&name.id),
            Expr::Attribute(attribute) => self.take_name(&attribute.attr),
            Expr::StringLiteral(text) => self.take_text(text.value.to_str()),
            _ => {}
        }
        grow_stack(|| walk_expr(self, expression));
    }
}

/// The checked file that a module is; of a link in the project, the file that it leads to.
fn checked_file(engine: &Engine<'_>, module: ModuleId) -> Option<ModuleId> {
    if module.index() < engine.project().files().len() {
        return Some(module);
    }
    let root = engine.project().root_dir();
    let path = engine.module_path(module).filter(|path| path.starts_with(root))?;
    let real = real_path(path);
    engine.checked_file_at(&root.join(real.strip_prefix(real_path(root)).ok()?))
}

/// A dotted name, and those that it begins with, the shortest first.
fn parents(name: &str) -> impl Iterator<Item = &str> {
    let ends = name.match_indices('.').map(|(end, _)| end).chain([name.len()]);
    ends.map(|end| &name[..end])
}

/// The checked files that a dotted name stands for below a directory.
fn files_below(engine: &Engine<'_>, directory: &Path, name: &str) -> Vec<ModuleId> {
    let mut found = Vec::new();
    let mut place = directory.to_owned();
    for part in name.split('.').filter(|part| !part.is_empty()) {
        place.push(part);
        found.extend(engine.checked_file_at(&place.join("__init__.py")));
        found.extend(engine.checked_file_at(&place.with_extension("py")));
    }
    found
}
