//! Files that are never run as they are: templates, test data and prose.

use std::path::Path;

use loopmend_catalog::Words;
use loopmend_index::decorators::is_fixture;
use loopmend_index::summary::{BindingKind, FunctionId, Summary};

use super::File;

/// Returns the outermost test data directory around a file.
fn data_directory<'p>(path: &'p Path, root: &Path) -> Option<&'p Path> {
    let mut is_in_tests = false;
    directories_around(path, root).into_iter().find(|directory| {
        is_in_tests |= is_of_tests(directory);
        is_in_tests && Words::DataDirectories.has(words_of(directory).last().map(String::as_str))
    })
}

/// Returns the directories around a file, outermost first, without that of the project.
fn directories_around<'p>(path: &'p Path, root: &Path) -> Vec<&'p Path> {
    let mut around: Vec<&Path> = path.ancestors().skip(1).take_while(|it| *it != root).collect();
    around.reverse();
    around
}

fn is_of_tests(directory: &Path) -> bool {
    words_of(directory).iter().any(|word| Words::DataTestDirectories.has(word.as_str()))
}

fn is_below_tests(path: &Path, root: &Path) -> bool {
    directories_around(path, root).into_iter().any(is_of_tests)
}

/// Returns whether the name of a file says that tests expect the file to be broken.
fn is_called_broken(path: &Path) -> bool {
    let name = name_of(path).to_lowercase();
    Words::BrokenFiles.all().iter().any(|part| name.contains(part))
}

/// Returns the words in the name of a directory, in lower case.
fn words_of(directory: &Path) -> Vec<String> {
    let name = directory.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let words = name.split(|character: char| !character.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

impl File<'_> {
    /// Returns whether nothing runs the file as it is: it is a template for other files, data that tests
    /// read, or prose.
    pub fn is_never_run(&mut self) -> bool {
        self.is_template()
            || self.is_test_data()
            || self.is_broken_notebook_of_tests()
            || self.is_unused_prose()
    }

    /// Returns whether the file is a notebook with syntax errors in a directory of tests, in a project that does not require a plugin with which
    /// pytest runs notebooks.
    fn is_broken_notebook_of_tests(&self) -> bool {
        let project = self.engine().project();
        let path = self.engine().module_path(self.module());
        self.is_notebook()
            && !self.syntax_errors().is_empty()
            && path.is_some_and(|path| is_below_tests(path, project.root_dir()))
            && !Words::NotebookRunners.all().iter().any(|runner| project.names_distribution(runner))
    }

    /// Returns whether the file is prose that pytest does not collect and no file imports.
    fn is_unused_prose(&mut self) -> bool {
        let engine = self.engine();
        let Some(path) = engine.module_path(self.module()) else { return false };
        if self.syntax_errors().is_empty() || self.is_notebook() || !self.code().is_prose() {
            return false;
        }
        self.inference_mut().rest_on_all_texts();
        let is_collected = self.suite_settings().is_some_and(|settings| settings.collects(path));
        !is_collected && !self.is_named_elsewhere(path)
    }

    /// Returns whether the file is in a test data directory that is not a package, or in a directory of tests with a name for broken files. It
    /// has no fixtures, pytest does not collect it, and no file imports it.
    fn is_test_data(&mut self) -> bool {
        let engine = self.engine();
        let Some(path) = engine.module_path(self.module()) else { return false };
        let project = engine.project();
        let is_broken = !self.syntax_errors().is_empty() && is_called_broken(path);
        let broken = || path.parent().filter(|_| is_broken && is_below_tests(path, project.root_dir()));
        let Some(directory) = data_directory(path, project.root_dir()).or_else(broken) else { return false };
        if self.is_conftest() || self.has_fixture() {
            return false;
        }
        let package = directory.join("__init__.py");
        let is_package = project.has_file(&package);
        match is_package && engine.checked_file_at(&package).is_none() {
            // It is excluded: nobody sees when it changes.
            true => self.inference_mut().rest_on_project(),
            false => self.inference_mut().rest_on_all_texts(),
        }
        if is_package {
            return false;
        }
        let settings = self.suite_settings();
        let is_collected = settings.is_none_or(|settings| settings.collects(path));
        let is_left_out = || self.engine().conftest_may_ignore(path);
        (!is_collected || is_left_out()) && !self.is_named_elsewhere(path)
    }

    fn has_fixture(&self) -> bool {
        let summary = self.summary();
        (0..summary.functions.len() as u32).any(|id| is_fixture(summary, FunctionId(id)))
    }

    /// Returns whether a project file imports a module of this name, or has the name in a string after that
    /// of its directory.
    fn is_named_elsewhere(&self, path: &Path) -> bool {
        let engine = self.engine();
        let is_package = path.file_stem().is_some_and(|stem| stem == "__init__");
        let mut parts = path.ancestors().skip(usize::from(is_package)).map(name_of);
        let (stem, directory) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let dotted = format!("{directory}.{stem}");
        let files = engine.files_with_word(&stem).into_iter();
        let mut others = files.filter(|file| *file != self.module() && engine.may_bind(*file, &stem));
        others.any(|file| engine.may_bind(file, &dotted) || imports(engine.summary(file), &stem, &directory))
    }
}

fn name_of(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Returns whether a module imports a module of this name, without a package or from one with the name of a
/// directory.
fn imports(summary: &Summary, stem: &str, directory: &str) -> bool {
    let is_it = |module: &str| match module.rsplit_once('.') {
        Some((package, name)) => name == stem && package.rsplit('.').next() == Some(directory),
        None => module == stem,
    };
    let bindings = summary.bindings.iter().any(|binding| match binding.kind {
        BindingKind::Import { module } => is_it(summary.name(module)),
        BindingKind::ImportFrom { module, name } => {
            let module = summary.name(module);
            is_it(module) || is_it(&format!("{module}.{}", summary.name(name)))
        }
        _ => false,
    });
    let mut stars = summary.scopes.iter().flat_map(|scope| &scope.star_imports);
    bindings || stars.any(|star| is_it(summary.name(star.module)))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::data_directory;

    #[test]
    fn data_lies_below_tests() {
        let data = |path: &str| {
            let found = data_directory(Path::new(path), Path::new("/p"));
            found.map(|directory| directory.display().to_string())
        };
        assert_eq!(
            data("/p/tests/ast/codegen_data/more/data/a.py").as_deref(),
            Some("/p/tests/ast/codegen_data")
        );
        assert_eq!(data("/p/tests/__snapshots__/a.py").as_deref(), Some("/p/tests/__snapshots__"));
        assert_eq!(data("/p/src/test-data/a.py").as_deref(), Some("/p/src/test-data"));
        assert_eq!(data("/p/src/testdata/a.py"), Some("/p/src/testdata".to_owned()));
        assert_eq!(data("/p/src/data/a.py"), None);
        assert_eq!(data("/p/data/tests/a.py"), None);
        assert_eq!(data("/p/tests/data_loaders/a.py"), None);
    }
}
