//! A run of tests as `loopmend test --output-format json` wrote it, read again.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use loopmend_core::{ProbeFrame, Sighting};
use loopmend_files::{MAX_DATA, read_at_most};
use serde::Deserialize;
use serde_json::value::RawValue;
use xxhash_rust::xxh3::xxh3_64;

use crate::failure::Failure;

/// The name of the format in the report.
pub(crate) const FORMAT: &str = "loopmend-test";
/// The version of the format.
pub(crate) const VERSION: u32 = 1;

/// A run, as far as it is needed to compare it with what is found by reading.
#[derive(Debug, Deserialize)]
pub(crate) struct SavedRun {
    /// The top of the project then and there.
    root: PathBuf,
    /// The contents of the files that findings point to, by path below the root.
    files: BTreeMap<String, String>,
    findings: Vec<Sighting>,
}

/// The part of a run that holds for the files of today.
#[derive(Debug, Default)]
pub(crate) struct Current {
    /// The sightings in unchanged files, with their paths of today.
    pub(crate) sightings: Vec<Sighting>,
    /// The other files, by path below the root.
    pub(crate) changed: BTreeSet<String>,
}

/// The fields by which a report is recognised among other JSON.
#[derive(Default, Deserialize)]
struct Header<'t> {
    #[serde(borrow)]
    format: Option<&'t RawValue>,
    #[serde(borrow)]
    version: Option<&'t RawValue>,
}

impl SavedRun {
    /// Reads a report.
    ///
    /// # Errors
    /// When it cannot be read, is none, or has another version; the sentence names the file.
    #[expect(clippy::disallowed_methods, reason = "the user names the file")]
    pub(crate) fn read(path: &Path) -> Result<Self, Failure> {
        let shown = path.display();
        let text = loopmend_files::read_data_text(path).map_err(|error| {
            Failure::new(format!(
                "failed to read the run `{shown}`: {error}; `loopmend test --output-format json --output-file \
                 {shown}` makes one"
            ))
        })?;
        Self::parse(&text).map_err(|problem| {
            Failure::new(format!(
                "`{shown}` is not a report of `loopmend test --output-format json`: {problem}"
            ))
        })
    }

    fn parse(text: &str) -> Result<Self, String> {
        let header: Header<'_> =
            loopmend_fix::read_head(text).map_err(|error| error.to_string())?.unwrap_or_default();
        if header.format.is_none_or(|format| format.get() != format!("\"{FORMAT}\"")) {
            return Err(format!("it is JSON, but without `\"format\": \"{FORMAT}\"`"));
        }
        let version = header.version.map_or("null", RawValue::get);
        if version != VERSION.to_string() {
            return Err(format!(
                "its version is {version}, but this loopmend reads version {VERSION}; run the tests again"
            ));
        }
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    /// What it says of the project below `root` as it is now, whose files are read alone. A run from another place is taken for one
    /// of this project; one of a directory in it, or around it, stays where it is.
    ///
    /// # Errors
    /// When it is from another place, and none of its files is in this project.
    pub(crate) fn current(self, root: &Path, is_own: &dyn Fn(&Path) -> bool) -> Result<Current, Failure> {
        let is_here = self.root.starts_with(root) || root.starts_with(&self.root);
        let has_its_files = self.files.is_empty() || self.files.keys().any(|path| is_own(&root.join(path)));
        if !is_here && !has_its_files {
            return Err(Failure::new(format!(
                "the run belongs to another project, `{}`: none of its files is below `{}`",
                self.root.display(),
                root.display()
            )));
        }
        let root = if is_here { self.root.clone() } else { root.to_owned() };
        let mut current = Current::default();
        let hash_now = |path: PathBuf| if is_own(&path) { hash_of(&path) } else { None };
        let is_changed =
            |(path, hash): &(&String, &String)| hash_now(root.join(path)).as_ref() != Some(*hash);
        let changed: BTreeSet<&String> = self.files.iter().filter(is_changed).map(|(path, _)| path).collect();
        for mut sighting in self.findings {
            let mut stale = Vec::new();
            let stack = sighting.stack.iter_mut().flatten();
            for frame in sighting.frames.iter_mut().chain(&mut sighting.defined).chain(stack) {
                let Some(path) = below(&self.root, &frame.file) else { continue };
                stale.extend(changed.get(&path).map(|path| (*path).clone()));
                frame.file = root.join(&path).to_string_lossy().into_owned();
            }
            if stale.is_empty() {
                current.sightings.push(sighting);
            }
            current.changed.extend(stale);
        }
        Ok(current)
    }
}

/// The contents of the files below `root` that frames are in, by path below it, each as a hash.
pub(crate) fn hashes<'f>(
    root: &Path,
    frames: impl Iterator<Item = &'f ProbeFrame>,
) -> BTreeMap<String, String> {
    let paths: BTreeSet<String> = frames.filter_map(|frame| below(root, &frame.file)).collect();
    paths.into_iter().filter_map(|path| Some((path.clone(), hash_of(&root.join(&path))?))).collect()
}

/// A path below a directory, with `/`.
fn below(root: &Path, file: &str) -> Option<String> {
    let path = Path::new(file).strip_prefix(root).ok()?;
    Some(path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/"))
}

/// The hash of a file; `None` if it cannot be read.
#[expect(
    clippy::disallowed_methods,
    reason = "a hash is compared, of files of the project or of a run of the user's"
)]
fn hash_of(path: &Path) -> Option<String> {
    Some(format!("{:016x}", xxh3_64(&read_at_most(path, MAX_DATA).ok()?)))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{SavedRun, hash_of};

    /// A run below `root` with one finding in `a.py`, which holds what is there now.
    fn run(root: &Path, local: &Path) -> SavedRun {
        let frame = format!(r#"{{"file": "{}", "line": 1, "function": "f"}}"#, root.join("a.py").display());
        let place = r#"{"test": "t", "phase": "call"}"#;
        let finding = format!(
            r#"{{"rule": "task-leak", "what": "f", "frames": [{frame}], "defined": null, "born": {place},
               "noticed": {place}, "how": "end"}}"#
        );
        let (root, hash) = (root.display(), hash_of(&local.join("a.py")).unwrap());
        let head = r#""format": "loopmend-test", "version": 1"#;
        let files = format!(r#"{{"a.py": "{hash}"}}"#);
        SavedRun::parse(&format!(
            r#"{{{head}, "root": "{root}", "files": {files}, "findings": [{finding}]}}"#
        ))
        .unwrap()
    }

    #[cfg(unix)]
    #[test]
    fn a_run_of_a_part_stays_and_one_from_elsewhere_is_moved() {
        let directory = tempfile::tempdir().unwrap();
        let (top, part) = (directory.path(), directory.path().join("part"));
        std::fs::create_dir(&part).unwrap();
        std::fs::write(part.join("a.py"), "f()\n").unwrap();
        let file = |run: SavedRun, root: &Path| {
            let current = run.current(root, &Path::is_file).unwrap();
            assert!(current.changed.is_empty(), "{current:?}");
            current.sightings[0].frames[0].file.clone()
        };
        let there = part.join("a.py").to_string_lossy().into_owned();
        assert_eq!(file(run(&part, &part), top), there);
        assert_eq!(file(run(Path::new("/elsewhere/project"), &part), &part), there);
        let changed = run(&part, &part);
        std::fs::write(part.join("a.py"), "g()\n").unwrap();
        let current = changed.current(top, &Path::is_file).unwrap();
        assert_eq!((current.sightings.len(), current.changed.len()), (0, 1));
        let elsewhere = tempfile::tempdir().unwrap();
        let words = run(Path::new("/elsewhere/project"), &part);
        let words = words.current(elsewhere.path(), &Path::is_file).unwrap_err();
        assert!(words.to_string().starts_with("the run belongs to another project, `/elsewhere/project`"));
    }

    #[test]
    fn files_of_others_are_not_read() {
        let directory = tempfile::tempdir().unwrap();
        std::fs::write(directory.path().join("a.py"), "f()\n").unwrap();
        let whole_machine = run(directory.path(), directory.path());
        let current = whole_machine.current(&directory.path().join("project"), &|_| false);
        let current = current.unwrap();
        assert_eq!((current.sightings.len(), current.changed.len()), (0, 1));
    }

    #[test]
    fn what_is_no_report_is_said() {
        let problem = |text: &str| SavedRun::parse(text).unwrap_err();
        assert!(problem("tests passed").starts_with("expected ident at line 1"));
        assert!(problem("[]").contains("JSON, but without"));
        assert!(problem(r#"{"version": 1, "findings": []}"#).contains("JSON, but without"));
        let other = r#"{"format": "loopmend-test", "version": 2}"#;
        assert_eq!(
            problem(other),
            "its version is 2, but this loopmend reads version 1; run the tests again"
        );
        let none = r#"{"format": "loopmend-test"}"#;
        assert_eq!(
            problem(none),
            "its version is null, but this loopmend reads version 1; run the tests again"
        );
        let cut = r#"{"format": "loopmend-test", "version": 1, "root": "/a"}"#;
        assert!(problem(cut).starts_with("missing field `files` at line 1"), "{}", problem(cut));
    }
}
