//! `fix --verify --include`: what other commands print of the project, as data.

use std::collections::BTreeMap;

use loopmend_project::Project;
use loopmend_semantic::Engine;
use serde_json::Value;

use crate::arguments::{IncludedReport, TableFormat};
use crate::commands::{categories, inventory, loops, shared_state};
use crate::render;

/// The data of the wanted reports, by the names that `--include` knows them by.
pub(super) fn included(project: &Project, wanted: &[IncludedReport]) -> BTreeMap<String, Value> {
    let data = |report: &IncludedReport| {
        let (name, text) = match report {
            IncludedReport::Inventory => ("inventory", inventory::text(project, &[], TableFormat::Json)),
            IncludedReport::SharedState => ("shared-state", shared_state::text(project, TableFormat::Json)),
            IncludedReport::Categories => ("categories", categories::json(project)),
            IncludedReport::Loops => {
                ("loops", render::loops_json(&loops::suite(&Engine::new(project, None), None)))
            }
        };
        Some((name.to_owned(), serde_json::from_str(&text).ok()?))
    };
    wanted.iter().filter_map(data).collect()
}
