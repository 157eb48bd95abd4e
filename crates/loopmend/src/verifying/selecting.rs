//! Which tests a change can reach.

use std::path::PathBuf;

use loopmend_fix::Change;
use loopmend_project::Project;
use loopmend_reports::reached_by_change;
use loopmend_semantic::{Engine, ModuleId};
use rustc_hash::FxHashSet;

use super::suite::below;

/// The files whose tests a change does not reach, and why the others run.
pub(super) struct Reach {
    /// By path below the top.
    pub(super) left_out: Vec<PathBuf>,
    /// A sentence without its full stop.
    pub(super) why: String,
}

/// Follows imports from the changed files. What changes the settings or requirements reaches every test.
pub(super) fn reach(project: &Project, changes: &[(String, Change)]) -> Reach {
    let engine = Engine::new(project, None);
    let files = project.files();
    let place = |change: &Change| files.iter().position(|file| file.path == change.path);
    let mut changed = Vec::new();
    for (shown, change) in changes {
        match place(change) {
            Some(index) => changed.push(ModuleId::of_file(index)),
            None => {
                return Reach {
                    left_out: Vec::new(),
                    why: format!("the change of `{shown}` reaches the whole suite"),
                };
            }
        }
    }
    if engine.may_share_loop_between_files() {
        let why = "tests of several files can share an event loop, on which tasks of earlier tests go on";
        return Reach { left_out: Vec::new(), why: why.to_owned() };
    }
    let reached: FxHashSet<ModuleId> = reached_by_change(&engine, &changed);
    let unreached = (0..files.len()).filter(|index| !reached.contains(&ModuleId::of_file(*index)));
    let left_out: Vec<PathBuf> =
        unreached.filter_map(|index| below(&files[index].path, project.root_dir())).collect();
    let why = match left_out.is_empty() {
        true => "every test file reaches the changed files by its imports".to_owned(),
        false => "their files reach the changed files by imports, fixtures or `conftest.py`".to_owned(),
    };
    Reach { left_out, why }
}
