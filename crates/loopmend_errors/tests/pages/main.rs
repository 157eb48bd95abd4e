//! The pages of `docs/errors` and `docs/patterns`: each error has a page and an anchor, each page is current, and each example runs.
//!
//! `UPDATE_EXPECT=1 cargo test -p loopmend_errors --test pages` writes `docs/errors`. An example that needs only the standard library runs
//! on `python3`. The others run on the interpreter that `LOOPMEND_PAGES_PYTHON` names, and are reported as ignored without it.

mod block;
mod example;
mod family;
mod generate;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

use libtest_mimic::{Arguments, Completion, Failed, Trial};

use example::{Example, Python};
use family::{Family, families};

/// The directory of the workspace.
fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let families: Arc<Vec<Family>> = Arc::new(families());
    let pythons = Arc::new(Pythons::default());
    let mut trials = vec![
        trial("every_error_belongs_to_one_family", &families, family::check),
        trial("docs/errors has no other files", &families, generate::check_files),
        trial("index", &families, |all| generate::check_page("index", &generate::index(all))),
    ];
    for (at, family) in families.iter().enumerate() {
        let check = move |all: &[Family]| generate::check_page(&all[at].name, &generate::page(&all[at]));
        trials.push(trial(&family.name, &families, check));
        let name = format!("{}::example", family.name);
        let (all, pythons) = (Arc::clone(&families), Arc::clone(&pythons));
        trials.push(Trial::ignorable_test(name, move || {
            let family = &all[at];
            let example = Example::of_family(family);
            pythons.run(&example, !family.needs.is_empty())
        }));
    }
    for path in pattern_pages() {
        let name = format!("patterns/{}", path.file_stem().unwrap_or_default().to_string_lossy());
        let pythons = Arc::clone(&pythons);
        trials.push(Trial::ignorable_test(name, move || {
            let text = fs::read_to_string(&path)?;
            pythons.run(&Example::of_text(&text), text.contains("\n$ pytest "))
        }));
    }
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// A test of all families.
fn trial(
    name: &str,
    families: &Arc<Vec<Family>>,
    check: impl Fn(&[Family]) -> Result<(), String> + Send + 'static,
) -> Trial {
    let families = Arc::clone(families);
    Trial::test(name, move || check(&families).map_err(Failed::from))
}

/// The pages of `docs/patterns`, sorted.
fn pattern_pages() -> Vec<PathBuf> {
    let directory = workspace().join("docs/patterns");
    let entries = fs::read_dir(&directory).expect("docs/patterns is a directory");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("it can be listed").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.sort();
    paths
}

/// The interpreters, each asked for its version once.
#[derive(Default)]
struct Pythons {
    plain: OnceLock<Result<Python, String>>,
    with_packages: OnceLock<Result<Python, String>>,
}

impl Pythons {
    /// Runs an example, or says why it cannot run here.
    fn run(&self, example: &Example, needs_packages: bool) -> Result<Completion, Failed> {
        let python = match needs_packages {
            true => self.with_packages.get_or_init(Python::with_packages),
            false => self.plain.get_or_init(Python::plain),
        };
        match python {
            Ok(python) => Ok(example.run(python).map(|()| Completion::Completed)?),
            Err(reason) => Ok(Completion::ignored_with(reason.clone())),
        }
    }
}
