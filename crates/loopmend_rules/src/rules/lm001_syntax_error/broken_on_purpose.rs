//! Files that tests expect to be broken.

use std::path::Path;

use loopmend_catalog::{Role, named};
use loopmend_index::summary::{Expression, FunctionId, Summary};
use loopmend_index::test_files::is_test_file;
use loopmend_semantic::File;

/// Returns whether a test function names the file in a string and also names `SyntaxError`. The file is in the directory of the test or
/// below it, or below the directory above, unless that is the directory of the project.
pub(crate) fn is_broken_on_purpose(file: &mut File) -> bool {
    let (engine, module) = (file.engine(), file.module());
    let Some(path) = engine.module_path(module) else { return false };
    let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()) else { return false };
    file.inference_mut().rest_on_all_texts();
    let root = engine.project().root_dir();
    let others = engine.files_with_word(stem).into_iter().filter(|other| *other != module);
    let mut tests = others.filter(|other| {
        let test = engine.module_path(*other);
        test.is_some_and(|test| is_test_file(&test.to_string_lossy()) && is_near(path, test, root))
    });
    tests.any(|test| {
        file.inference_mut().rest_on_text(test);
        expects_broken(engine.summary(test), stem)
    })
}

fn is_near(path: &Path, test: &Path, root: &Path) -> bool {
    let directories = test.ancestors().skip(1).take(2);
    directories
        .enumerate()
        .any(|(level, directory)| path.starts_with(directory) && (level == 0 || directory != root))
}

/// Returns whether a function of a module has a string that ends with the name of a file, and names the exception for broken files.
fn expects_broken(summary: &Summary, stem: &str) -> bool {
    let expressions = || summary.expressions.iter().zip(&summary.spans);
    let is_exception = |expression: &Expression| match expression {
        Expression::Name(name) => named(summary.name(*name)).has(Role::RaisedByBrokenFile),
        _ => false,
    };
    let names_file = |expression: &Expression| match expression {
        Expression::String(text) => is_file_name(summary.name(*text), stem),
        _ => false,
    };
    let exceptions: Vec<u32> =
        expressions().filter(|(it, _)| is_exception(it)).map(|(_, span)| span.start).collect();
    let strings: Vec<u32> =
        expressions().filter(|(it, _)| names_file(it)).map(|(_, span)| span.start).collect();
    (0..summary.functions.len() as u32).map(FunctionId).any(|id| {
        let function = summary.function(id);
        let is_inside = |place: &u32| (function.header.start..function.end).contains(place);
        exceptions.iter().any(is_inside) && strings.iter().any(is_inside)
    })
}

/// Returns whether a text is a path or a dotted name that ends with the name of a file.
fn is_file_name(text: &str, stem: &str) -> bool {
    let text = text.strip_suffix(".py").unwrap_or(text);
    text.strip_suffix(stem).is_some_and(|before| before.is_empty() || before.ends_with(['/', '\\', '.']))
}
