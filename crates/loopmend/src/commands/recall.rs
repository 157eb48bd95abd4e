//! The hidden command behind `cargo xtask recall`: of the awaited calls that are statements, how many are
//! known to give a coroutine?

use loopmend_project::{DiscoverOptions, Project};
use loopmend_semantic::{Engine, File, ModuleId};
use rayon::prelude::*;
use serde::Serialize;

use crate::arguments::RecallOptions;
use crate::commands::working_directory;
use crate::exit_code;
use crate::failure::Failure;
use crate::output::Output;

#[derive(Debug, Default, Serialize)]
struct Recall {
    awaited_statements: usize,
    known: usize,
    certain: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unknown_places: Vec<String>,
}

/// Counts and prints one JSON object.
pub(crate) fn run(options: &RecallOptions, output: &Output) -> Result<u8, Failure> {
    let discover = DiscoverOptions {
        cwd: working_directory()?,
        paths: vec![options.path.clone()],
        python: options.python.clone(),
        rules: loopmend_rules::known_rules(),
        isolated: true,
        ..DiscoverOptions::default()
    };
    let project = Project::discover(&discover).map_err(|error| Failure::new(error.message))?;
    let engine = Engine::new(&project, None);
    let counts =
        (0..project.files().len()).into_par_iter().map(|index| of_file(&engine, index, options.places));
    let recall = counts.reduce(Recall::default, Recall::add);
    let json = serde_json::to_string(&recall).map_err(|error| Failure::new(error.to_string()))?;
    output.raw(&format!("{json}\n"))?;
    Ok(exit_code::CLEAN)
}

fn of_file(engine: &Engine, index: usize, places: bool) -> Recall {
    let mut file = File::new(engine, ModuleId::of_file(index));
    let mut recall = Recall::default();
    let calls: Vec<_> = file.awaited_calls().collect();
    for call in calls {
        recall.awaited_statements += 1;
        if file.coroutine(&call).is_some() {
            recall.known += 1;
            recall.certain += 1;
        } else if places {
            let path = &engine.project().files()[index].display;
            let line = file.text()[..call.span.start as usize].lines().count();
            recall.unknown_places.push(format!("{path}:{line}: {}", file.slice(call.callee)));
        }
    }
    recall
}

impl Recall {
    fn add(mut self, other: Self) -> Self {
        self.awaited_statements += other.awaited_statements;
        self.known += other.known;
        self.certain += other.certain;
        self.unknown_places.extend(other.unknown_places);
        self
    }
}
