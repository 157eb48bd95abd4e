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
    let mut reached: FxHashSet<ModuleId> = reached_by_change(&engine, &changed);
    let unsure = changes.iter().filter(|(_, change)| sets_loop_scope(change));
    let unsure = unsure.filter_map(|(_, change)| place(change)).map(ModuleId::of_file).collect();
    let on_same_loop = engine.files_on_same_loop(&reached, &unsure);
    let is_by_loop = !on_same_loop.is_empty();
    reached.extend(on_same_loop);
    let unreached = (0..files.len()).filter(|index| !reached.contains(&ModuleId::of_file(*index)));
    let left_out: Vec<PathBuf> =
        unreached.filter_map(|index| below(&files[index].path, project.root_dir())).collect();
    let why = match (left_out.is_empty(), is_by_loop) {
        (true, false) => "every test file reaches the changed files by its imports",
        (false, false) => "their files reach the changed files by imports, fixtures or `conftest.py`",
        (true, true) => {
            "every test file reaches the changed files by its imports, or shares an event loop with one that does"
        }
        (false, true) => {
            "their files reach the changed files by imports, fixtures or `conftest.py`, or share an event loop with one that does"
        }
    };
    Reach { left_out, why: why.to_owned() }
}

/// Whether a change may give tests another event loop, by the scope in a mark.
fn sets_loop_scope(change: &Change) -> bool {
    let count = |text: &[u8]| String::from_utf8_lossy(text).matches("loop_scope").count();
    count(&change.after) != count(&change.before)
}
