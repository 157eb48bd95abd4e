//! The rules as the pages meet them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;

use loopmend_core::Diagnostic;
use loopmend_mdtest::{Line, Program, Revealed};
use loopmend_project::{KnownRule, Project, PythonVersion};
use loopmend_reports::reveal_line;
use loopmend_semantic::{Engine, EngineOptions, File, LibraryCache};

/// The summaries of the stubs and of the small libraries, by the Python version they were read for.
static LIBRARIES: Mutex<BTreeMap<PythonVersion, LibraryCache>> = Mutex::new(BTreeMap::new());

/// Thousands of projects are checked in one process: each library is read once.
pub(crate) fn libraries_for(version: PythonVersion) -> LibraryCache {
    let mut libraries = LIBRARIES.lock().unwrap();
    libraries.entry(version).or_insert_with(|| LibraryCache::open(Path::new(""), 0, None)).clone()
}

/// All rules.
pub(crate) struct Loopmend;

impl Program for Loopmend {
    fn rules(&self) -> Vec<KnownRule> {
        loopmend_rules::known_rules()
    }

    fn check(&self, project: &Project) -> Vec<Diagnostic> {
        loopmend_rules::check_all(&Engine::new(project, Some(libraries_for(project.python_version()))))
    }

    fn reveal(&self, project: &Project, lines: &[Line]) -> Vec<Option<Revealed>> {
        let engine = Engine::with(project, EngineOptions { keeps_all: true, ..EngineOptions::default() });
        let reveal = |line: &Line| {
            let mut file = File::new(&engine, engine.module_for(Path::new(&line.path)));
            let reveal = reveal_line(&mut file, line.number)?;
            Some(Revealed { ty: reveal.ty, confidence: reveal.confidence })
        };
        lines.iter().map(reveal).collect()
    }
}
