//! A project that changes while it is read.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use loopmend_project::{DiscoverOptions, Project};
use loopmend_rules::Joining;

use super::{Analysis, AnalysisOptions, analyze};
use crate::arguments::OutputFormat;
use crate::registry;
use crate::render::{FrameOptions, Report, Sources, render};

const ASYNC: &str = "async def save(): ...\n";
const SYNC: &str = "def save(): ...\n";
const CALLER: &str = "import a\n\n\nasync def main():\n    a.save()\n";

fn write(directory: &Path, name: &str, text: &str) {
    fs::write(directory.join(name), text).unwrap();
}

/// Checks a directory, and does something once a file was read.
fn check(directory: &Path, cache: Option<&Path>, meanwhile: &(dyn Fn() + Sync)) -> Analysis {
    let options = DiscoverOptions {
        cwd: directory.to_owned(),
        rules: loopmend_rules::known_rules(),
        ..DiscoverOptions::default()
    };
    let project = Project::discover(&options).unwrap();
    let is_done = AtomicBool::new(false);
    let progress = |_, _| {
        if !is_done.swap(true, Ordering::SeqCst) {
            meanwhile();
        }
    };
    let options = AnalysisOptions {
        cache_dir: cache.map(loopmend_files::key::real_path),
        progress: &progress,
        interrupt: &AtomicBool::new(false),
        read_before: None,
        is_last: false,
        keeps: true,
        only: None,
        tells_harmless: false,
        joining: Joining::Causes,
    };
    analyze(&project, &options)
}

fn found(analysis: &Analysis) -> Vec<(&str, String)> {
    let found = analysis.diagnostics.iter();
    found.map(|diagnostic| (diagnostic.path.as_str(), diagnostic.code.to_string())).collect()
}

#[test]
fn nothing_is_remembered_of_a_run_in_which_a_file_changed() {
    let (directory, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let place = directory.path();
    write(place, "a.py", ASYNC);
    write(place, "b.py", CALLER);
    write(place, "c.py", "x = 1\n");
    let first = check(place, Some(cache.path()), &|| {});
    assert_eq!(found(&first), [("b.py", "LM101".to_owned())]);
    // Only `c.py` is checked, with the new text of `a.py`; the finding in `b.py` is remembered, with the old one.
    write(place, "c.py", &format!("y = 2\n{CALLER}"));
    check(place, Some(cache.path()), &|| write(place, "a.py", SYNC));
    for cache in [Some(cache.path()), None] {
        assert_eq!(found(&check(place, cache, &|| {})), []);
    }
}

#[test]
fn findings_in_a_file_that_changes_before_they_are_shown_are_shown() {
    for after in ["", "é", "# é\n# é\n# é\n# éééé\n# é\n", "x"] {
        let (directory, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let place = directory.path();
        write(place, "a.py", ASYNC);
        write(place, "b.py", CALLER);
        write(place, "c.py", "x = 1\n");
        check(place, Some(cache.path()), &|| {});
        write(place, "c.py", "y = 20\n");
        let analysis = check(place, Some(cache.path()), &|| write(place, "b.py", after));
        let sources = Sources::new(&analysis.sources);
        let report = Report { diagnostics: &analysis.diagnostics, sources: &sources, rules: registry::rules };
        for format in [
            OutputFormat::Full,
            OutputFormat::Concise,
            OutputFormat::Json,
            OutputFormat::Github,
            OutputFormat::Sarif,
        ] {
            let text = render(format, &report, FrameOptions { links: false, width: None });
            assert!(text.contains("is never awaited"), "{after:?}: {text}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_vanishes_grows_or_becomes_another_thing_is_told_and_the_others_are_checked() {
    type Exchange<'e> = &'e (dyn Fn(&Path) + Sync);
    let exchange: [(&str, Exchange); 5] = [
        ("directory", &|path| {
            fs::remove_file(path).unwrap();
            fs::create_dir(path).unwrap();
        }),
        ("regular", &|path| {
            fs::remove_file(path).unwrap();
            let status = std::process::Command::new("mkfifo").arg(path).status().unwrap();
            assert!(status.success());
        }),
        ("larger than 8 MiB", &|path| fs::write(path, vec![b' '; (8 << 20) + 1]).unwrap()),
        ("leads out", &|path| {
            fs::remove_file(path).unwrap();
            std::os::unix::fs::symlink("/dev/zero", path).unwrap();
        }),
        ("No such file", &|path| fs::remove_file(path).unwrap()),
    ];
    for (words, exchange) in exchange {
        let directory = tempfile::tempdir().unwrap();
        let place = directory.path();
        write(place, "a.py", ASYNC);
        write(place, "b.py", CALLER);
        let options = DiscoverOptions {
            cwd: place.to_owned(),
            rules: loopmend_rules::known_rules(),
            ..DiscoverOptions::default()
        };
        let project = Project::discover(&options).unwrap();
        exchange(&place.join("a.py"));
        let found = loopmend_rules::check_project(&project);
        let of_file = found.iter().find(|diagnostic| diagnostic.path == "a.py").expect(words);
        assert_eq!(of_file.code.to_string(), "LM002");
        assert!(of_file.message.contains(words), "{words}: {}", of_file.message);
    }
}
