//! The rules as the pages meet them.

use std::path::Path;

use loopmend_core::Diagnostic;
use loopmend_mdtest::{Line, Program, Revealed};
use loopmend_project::{KnownRule, Project};
use loopmend_semantic::{Engine, File};

/// All rules.
pub(crate) struct Loopmend;

impl Program for Loopmend {
    fn rules(&self) -> Vec<KnownRule> {
        loopmend_rules::known_rules()
    }

    fn check(&self, project: &Project) -> Vec<Diagnostic> {
        loopmend_rules::check_project(project)
    }

    fn reveal(&self, project: &Project, lines: &[Line]) -> Vec<Option<Revealed>> {
        let engine = Engine::new(project, None).keeping_all_expressions();
        let reveal = |line: &Line| {
            let mut file = File::new(&engine, engine.module_for(Path::new(&line.path)));
            let reveal = file.reveal_line(line.number)?;
            Some(Revealed { ty: reveal.ty, confidence: reveal.confidence })
        };
        lines.iter().map(reveal).collect()
    }
}
