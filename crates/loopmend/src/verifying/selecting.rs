//! Which tests a change can reach.

use std::path::{Path, PathBuf};

use loopmend_fix::Change;
use loopmend_project::Project;
use loopmend_reports::reached_by_change;
use loopmend_runner::Workspace;
use loopmend_runner::pytest::Selector;
use loopmend_semantic::{Engine, ModuleId};
use rustc_hash::FxHashSet;

use super::suite::below;
use crate::failure::Failure;
use crate::style::printable;

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

/// Resolves the tests that the user names: files, directories and node ids.
///
/// # Errors
/// When the project has no such file.
pub(super) fn selectors(
    tests: &[String],
    workspace: &Workspace,
    project: &Project,
) -> Result<Vec<Selector>, Failure> {
    let resolved = tests.iter().map(|test| selector(test, workspace, project));
    resolved.collect()
}

fn selector(test: &str, workspace: &Workspace, project: &Project) -> Result<Selector, Failure> {
    let (file, name) = test.split_once("::").unwrap_or((test, ""));
    let file = Path::new(file);
    let top = workspace.top();
    // As pytest resolves it, or as its node ids begin.
    let by_directory = below(&project.absolute(file), project.root_dir());
    let by_real_path = file.strip_prefix(workspace.original()).ok().map(Path::to_owned);
    let by_root = file.is_relative().then(|| file.components().collect());
    let places = [by_directory, by_real_path, by_root].into_iter().flatten().map(|inside| top.join(inside));
    let path = places.into_iter().find(|place| place.starts_with(top) && place.exists());
    let is_below_a_directory = || project.files().iter().any(|it| it.path.ends_with(file));
    if path.is_none() && (file.as_os_str().is_empty() || !is_below_a_directory()) {
        return Err(Failure::new(format!(
            "`--tests {}`: the project has no file `{}`; nothing was changed",
            printable(test),
            printable(&file.display().to_string())
        )));
    }
    Ok(Selector {
        node: test.to_owned(),
        path: path.map(|path| path.to_string_lossy().into_owned()),
        name: name.to_owned(),
    })
}

/// Returns whether a change adds or removes a loop scope, so that tests may run on another event loop.
fn sets_loop_scope(change: &Change) -> bool {
    let count = |text: &[u8]| String::from_utf8_lossy(text).matches("loop_scope").count();
    count(&change.after) != count(&change.before)
}
