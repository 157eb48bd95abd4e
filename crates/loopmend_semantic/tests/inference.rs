//! Runs the inference test pages, which are grouped by what the engine must know. The documentation of
//! `loopmend_mdtest` describes their grammar.

use std::path::Path;
use std::process::ExitCode;

use loopmend_mdtest::{Line, Revealed};
use loopmend_project::Project;
use loopmend_semantic::{Engine, EngineOptions, File};

fn main() -> ExitCode {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/inference");
    loopmend_mdtest::inference_main(&pages, reveal_lines)
}

fn reveal_lines(project: &Project, lines: &[Line]) -> Vec<Option<Revealed>> {
    let engine = Engine::with(project, EngineOptions { keeps_all: true, ..EngineOptions::default() });
    lines.iter().map(|line| reveal_line(&engine, line)).collect()
}

fn reveal_line(engine: &Engine, line: &Line) -> Option<Revealed> {
    let mut file = File::new(engine, engine.module_for(Path::new(&line.path)));
    let reveal = loopmend_reports::reveal_line(&mut file, line.number)?;
    Some(Revealed { ty: reveal.ty, confidence: reveal.confidence })
}
