//! Files that are never run as they are: templates and test data.

use std::path::Path;

use loopmend_catalog::Words;
use loopmend_core::Span;
use loopmend_index::decorators::is_fixture;
use loopmend_index::summary::{BindingKind, FunctionId, Summary};

use super::File;

/// Returns the outermost test data directory around a file.
fn data_directory<'p>(path: &'p Path, root: &Path) -> Option<&'p Path> {
    let mut around: Vec<&Path> = path.ancestors().skip(1).take_while(|it| *it != root).collect();
    around.reverse();
    let mut is_in_tests = false;
    around.into_iter().find(|directory| {
        let words = words_of(directory);
        is_in_tests |= words.iter().any(|word| Words::DataTestDirectories.has(word.as_str()));
        is_in_tests && Words::DataDirectories.has(words.last().map(String::as_str))
    })
}

/// Returns the words in the name of a directory, in lower case.
fn words_of(directory: &Path) -> Vec<String> {
    let name = directory.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let words = name.split(|character: char| !character.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

impl File<'_> {
    /// Returns whether nothing runs the file as it is: it is a template for other files, or data that tests
    /// read.
    pub fn is_never_run(&mut self) -> bool {
        self.is_template() || self.is_test_data()
    }

    /// Returns whether the path of the file has a placeholder, or a placeholder in its text causes a syntax
    /// error.
    fn is_template(&self) -> bool {
        let engine = self.engine();
        let is_placeholder = |text: &str| text.contains("{{") || text.contains("{%");
        let path = engine
            .module_path(self.module())
            .and_then(|path| path.strip_prefix(engine.project().root_dir()).ok());
        path.is_some_and(|path| is_placeholder(&path.to_string_lossy()))
            || self.syntax_errors().iter().any(|error| is_in_placeholder(self.text(), error.span))
    }

    /// Returns whether the file is in a test data directory that is not a package. It has no fixtures,
    /// pytest does not collect it, and no file imports it.
    fn is_test_data(&mut self) -> bool {
        let engine = self.engine();
        let Some(path) = engine.module_path(self.module()) else { return false };
        let project = engine.project();
        let Some(directory) = data_directory(path, project.root_dir()) else { return false };
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

/// Returns whether a syntax error is at a template placeholder: `{{ name }}`, `{% if name %}`.
fn is_in_placeholder(text: &str, error: Span) -> bool {
    let Some((before, behind)) = text.split_at_checked(error.start as usize) else { return false };
    behind.starts_with("{{")
        || behind.starts_with("{%")
        || before.ends_with('{') && behind.starts_with(['{', '%'])
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
