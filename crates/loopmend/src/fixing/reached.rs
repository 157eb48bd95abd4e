//! Imported names that other code reaches through the module that imports them: `patch("app.time.sleep")`, `from app import time`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use loopmend_core::SourceKind;
use loopmend_project::Project;
use rustc_hash::{FxHashMap, FxHashSet};

use super::decoded;

/// Names by the shown path of the module that imports them.
type ImportedNames = BTreeMap<String, BTreeSet<String>>;

/// Returns which of the names that modules import may be reached through the module. All files of the project are read once.
pub(super) fn reached(project: &Project, names: &ImportedNames) -> ImportedNames {
    let mut found = ImportedNames::new();
    if names.is_empty() {
        return found;
    }
    let mut modules: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
    for path in names.keys() {
        modules.entry(stem(path)).or_default().push(path);
    }
    for file in project.files() {
        let Ok(bytes) = project.read_bytes(&file.path) else { continue };
        if let Some(text) = decoded(bytes, Some(SourceKind::Python)) {
            collect(&file.display, &text, names, &modules, &mut found);
        }
    }
    found
}

/// Adds the names that a file may reach. Another file reaches a name if the words of the module and of the name stand anywhere in it, or if
/// `import *` may bring the name there. `modules` has the paths of `names` by their stems.
fn collect(
    path: &str,
    text: &str,
    names: &ImportedNames,
    modules: &FxHashMap<&str, Vec<&str>>,
    found: &mut ImportedNames,
) {
    let is_part = |character: char| character.is_alphanumeric() || character == '_';
    let words: FxHashSet<&str> = text.split(|it| !is_part(it)).collect();
    let has_star = text.contains("import *");
    for module in
        words.iter().filter_map(|word| modules.get(word)).flatten().filter(|module| **module != path)
    {
        let reached = names[*module].iter().filter(|name| has_star || words.contains(name.as_str()));
        found.entry((*module).to_owned()).or_default().extend(reached.cloned());
    }
    if let Some(own) = names.get(path) {
        let reached = own.iter().filter(|name| reaches_itself(text, stem(path), name));
        found.entry(path.to_owned()).or_default().extend(reached.cloned());
    }
}

/// Returns whether a module reaches a name through itself: in a string such as `"app.time.sleep"`, or by `__name__`.
fn reaches_itself(text: &str, stem: &str, name: &str) -> bool {
    ["__name__]", "{__name__}", &format!("{stem}.{name}")].into_iter().any(|part| text.contains(part))
}

fn stem(path: &str) -> &str {
    Path::new(path).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use rustc_hash::FxHashMap;

    use super::{ImportedNames, collect};

    /// Returns whether a file reaches `time`, which `app.py` imports.
    fn reaches(path: &str, text: &str) -> bool {
        let names = ImportedNames::from([("app.py".to_owned(), ["time".to_owned()].into())]);
        let modules = FxHashMap::from_iter([("app", vec!["app.py"])]);
        let mut found = ImportedNames::new();
        collect(path, text, &names, &modules, &mut found);
        found.values().any(|names| !names.is_empty())
    }

    #[test]
    fn a_name_is_reached_through_its_module() {
        for text in [
            "patch('src.app.time.sleep')",
            "app.time.sleep(1)",
            "from .app import run, time\n",
            "from src.app import (\n    run,\n    time,\n)\n",
            "monkeypatch.setattr(app, 'time', clock)",
            "import app as a\na.time.sleep(1)",
            "from app import *\n",
            "importlib.import_module('app').time",
        ] {
            assert!(reaches("test_app.py", text), "{text}");
        }
        assert!(reaches("b/app.py", "from a import app\napp.time.sleep(1)"), "another module of this name");
        for text in ["time.sleep(1)", "import app\n", "app.timer", "from app2 import time\n"] {
            assert!(!reaches("test_app.py", text), "{text}");
        }
    }

    #[test]
    fn a_module_reaches_its_own_names_only_through_itself() {
        for text in
            ["patch(f'{__name__}.time.sleep')", "me = sys.modules[__name__]", "patch('app.time.sleep')"]
        {
            assert!(reaches("app.py", &format!("import time\n{text}\n")), "{text}");
        }
        assert!(!reaches("app.py", "import time\napp = 1\n"));
    }
}
