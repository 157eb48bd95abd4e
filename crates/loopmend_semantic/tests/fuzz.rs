//! Broken Python by the thousand: no panic, no hang. `cargo lab torture` does more of the same with the
//! program itself.

#[path = "../../../lab/src/torture/mutator.rs"]
mod mutator;
#[path = "../../../lab/src/torture/seeds.rs"]
mod seeds;

use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Mutex, PoisonError, mpsc};
use std::time::{Duration, Instant};

use loopmend_project::{DiscoverOptions, Project};
use loopmend_rules::{check_module, known_rules};
use loopmend_semantic::{Engine, ModuleId};
use mutator::GeneratedFile;
use rayon::prelude::*;

const PROJECTS: u64 = 50;
const FILES_OF_PROJECT: usize = 40;
/// The time limit for one file.
const PATIENCE: Duration = Duration::from_secs(10);
/// The maximum number of runs spent on shrinking a failing project.
const SHRINKING_RUNS: usize = 400;

/// The file that each project is being checked for, with its start time.
type Busy = Mutex<BTreeMap<u64, (String, Instant)>>;

#[test]
fn no_generated_project_panics_or_hangs() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let seeds = seeds::seeds(&root).expect("the seeds are in the repository");
    let busy: &'static Busy = Box::leak(Box::default());
    let (sender, receiver) = mpsc::channel();
    let projects = loopmend_mdtest::drawn("fuzz", (0..PROJECTS).collect());
    let all = projects.len();
    std::thread::spawn(move || {
        projects.into_par_iter().for_each_with(sender, |sender, seed| {
            let files = mutator::project(&seeds, seed, FILES_OF_PROJECT);
            let failure = failure(&files, &|file| note(busy, seed, file));
            let failure = failure.map(|words| describe(seed, shrink(files, &words), &words));
            sender.send(failure).expect("the test waits for all projects");
        });
    });
    let mut done = 0;
    while done < all {
        match receiver.recv_timeout(PATIENCE) {
            Ok(None) => done += 1,
            Ok(Some(failure)) => panic!("{failure}"),
            Err(_) => {}
        }
        let hanging = busy.lock().unwrap_or_else(PoisonError::into_inner);
        let hanging = hanging.iter().find(|(_, (_, since))| since.elapsed() > PATIENCE);
        assert!(hanging.is_none(), "the project of this seed takes too long with this file: {hanging:?}");
    }
}

fn note(busy: &Busy, seed: u64, file: Option<&str>) {
    let mut busy = busy.lock().unwrap_or_else(PoisonError::into_inner);
    match file {
        Some(file) => busy.insert(seed, (file.to_owned(), Instant::now())),
        None => busy.remove(&seed),
    };
}

/// Checks a project, and returns the message of the first panic. `progress` receives each file before it is
/// checked.
fn failure(files: &[GeneratedFile], progress: &dyn Fn(Option<&str>)) -> Option<String> {
    let directory = tempfile::tempdir().expect("a temporary directory");
    for file in files {
        let path = directory.path().join(&file.path);
        fs::create_dir_all(path.parent().expect("a file has a directory")).expect("a directory is made");
        fs::write(path, &file.contents).expect("a file is written");
    }
    let outcome = catch_unwind(AssertUnwindSafe(|| check(directory.path(), progress)));
    progress(None);
    outcome.unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
        Some(text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default())
    })
}

/// Returns the message of the first rule that panicked.
fn check(directory: &Path, progress: &dyn Fn(Option<&str>)) -> Option<String> {
    let options = DiscoverOptions {
        cwd: directory.to_owned(),
        isolated: true,
        rules: known_rules(),
        ..DiscoverOptions::default()
    };
    let project = Project::discover(&options).expect("a directory without configuration is a project");
    let engine = Engine::new(&project, None);
    for (index, file) in project.files().iter().enumerate() {
        progress(Some(&file.display));
        engine.load(ModuleId::of_file(index));
    }
    for (index, file) in project.files().iter().enumerate() {
        progress(Some(&file.display));
        let checked = check_module(&engine, ModuleId::of_file(index), file);
        for diagnostic in &checked.diagnostics {
            if diagnostic.rule == "internal-error" {
                return Some(diagnostic.message.clone());
            }
            let text =
                engine.load(ModuleId::of_file(index)).source.as_ref().map_or("", |source| &source.text);
            let (start, end) = (diagnostic.span.start as usize, diagnostic.span.end as usize);
            assert!(text.get(start..end).is_some(), "{diagnostic:?} is no range of the text");
        }
    }
    None
}

/// Removes files and then lines while the failure persists.
fn shrink(mut files: Vec<GeneratedFile>, words: &str) -> Vec<GeneratedFile> {
    let mut runs = 0;
    let mut still_fails = |files: &[GeneratedFile]| {
        runs += 1;
        runs <= SHRINKING_RUNS && failure(files, &|_| ()).as_deref() == Some(words)
    };
    for index in (0..files.len()).rev() {
        let mut fewer = files.clone();
        fewer.remove(index);
        if still_fails(&fewer) {
            files = fewer;
        }
    }
    for index in 0..files.len() {
        let mut part = lines(&files[index]).len();
        while part > 0 {
            let mut start = 0;
            while start < lines(&files[index]).len() {
                let mut fewer = files.clone();
                let mut kept = lines(&files[index]);
                kept.drain(start..(start + part).min(kept.len()));
                fewer[index].contents = kept.concat();
                if still_fails(&fewer) {
                    files = fewer;
                } else {
                    start += part;
                }
            }
            part /= 2;
        }
    }
    files
}

fn lines(file: &GeneratedFile) -> Vec<Vec<u8>> {
    file.contents.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect()
}

fn describe(seed: u64, files: Vec<GeneratedFile>, words: &str) -> String {
    let files: Vec<String> = files
        .into_iter()
        .map(|file| format!("--- {}\n{}", file.path, String::from_utf8_lossy(&file.contents)))
        .collect();
    format!("seed {seed}: {words}\n{}", files.join("\n"))
}
