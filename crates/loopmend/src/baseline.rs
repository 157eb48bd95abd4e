//! The findings a project has accepted, so that an old project starts green. A finding is known by its
//! rule, its path, the symbol it is in and the text of its line: moving code does not make it new. A joined
//! finding is known by each of its places.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use loopmend_core::{Diagnostic, PlaceRole};
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::output::write_file;
use crate::render::Sources;

/// The version of the file's form.
const VERSION: u32 = 1;

/// The key of a finding. The order of the fields is that of the file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Key {
    /// Relative to the directory of the baseline, with `/`.
    pub(crate) path: String,
    /// The name of the rule.
    pub(crate) rule: String,
    /// The qualified name of the function or class; empty at module level.
    pub(crate) symbol: String,
    /// The text of the line the finding starts on, trimmed.
    pub(crate) text: String,
}

#[derive(Serialize, Deserialize)]
struct Entry {
    #[serde(flatten)]
    key: Key,
    count: u32,
    /// `true` if only a run of the tests shows it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    observed: bool,
    /// `true` for a call that leads to an accepted finding.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    caller: bool,
}

/// The keys of a finding.
struct Keys {
    /// Where it stands, and the other places where the mistake is.
    own: Vec<Key>,
    /// The calls that lead to it.
    callers: Vec<Key>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    findings: Vec<Entry>,
}

/// Accepted findings, with how often each is accepted.
#[derive(Debug, Default)]
pub(crate) struct Baseline {
    counts: BTreeMap<Key, u32>,
    /// The same for calls that lead to accepted findings.
    callers: BTreeMap<Key, u32>,
    /// The keys of findings that only a run of the tests shows.
    observed: BTreeSet<Key>,
}

/// The effect of a baseline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Hidden {
    /// How many findings it hid.
    pub(crate) findings: usize,
    /// How many accepted findings are no longer there.
    pub(crate) stale: usize,
}

/// Finds the key of a diagnostic.
pub(crate) struct KeyMaker<'a> {
    cwd: &'a Path,
    directory: PathBuf,
    sources: &'a Sources<'a>,
}

impl<'a> KeyMaker<'a> {
    /// For the baseline at `file`; shown paths count from `cwd` (absolute).
    pub(crate) fn new(file: &Path, cwd: &'a Path, sources: &'a Sources<'a>) -> Self {
        let directory = cwd.join(file).parent().map_or_else(|| cwd.to_owned(), Path::to_owned);
        let directory = directory.canonicalize().unwrap_or(directory);
        Self { cwd, directory, sources }
    }

    /// The directory of the baseline, absolute.
    pub(crate) fn directory(&self) -> &Path {
        &self.directory
    }

    /// A shown path as the baseline writes it.
    pub(crate) fn path(&self, shown: &str) -> String {
        if self.directory == self.cwd {
            return shown.to_owned();
        }
        let absolute = self.cwd.join(shown);
        let absolute = absolute.canonicalize().unwrap_or(absolute);
        let relative = pathdiff::diff_paths(&absolute, &self.directory).unwrap_or(absolute);
        relative.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
    }

    fn keys(&self, diagnostic: &Diagnostic) -> Keys {
        let key = |path: &str, symbol: &str, span| Key {
            path: self.path(path),
            rule: diagnostic.rule.clone(),
            symbol: symbol.to_owned(),
            text: self.sources.first_line(path, span).to_owned(),
        };
        let of_role = |role| {
            let places = diagnostic.places.iter().filter(move |place| place.role == role);
            places.map(|place| key(&place.path, &place.symbol, place.span)).collect::<Vec<_>>()
        };
        let own = match of_role(PlaceRole::Same) {
            same if same.is_empty() => vec![key(&diagnostic.path, &diagnostic.symbol, diagnostic.span)],
            same => same,
        };
        Keys { own, callers: of_role(PlaceRole::Caller) }
    }
}

impl Baseline {
    /// Reads a baseline.
    ///
    /// # Errors
    /// When it cannot be read or is none; the sentence names the file and the line.
    #[expect(clippy::disallowed_methods, reason = "the user names the file")]
    pub(crate) fn read(path: &Path) -> Result<Self, Failure> {
        let shown = path.display();
        let text = loopmend_files::read_data_text(path).map_err(|error| {
            Failure::new(format!(
                "failed to read the baseline `{shown}`: {error}; `--write-baseline {shown}` creates it"
            ))
        })?;
        Self::parse(&text).map_err(|problem| {
            Failure::new(format!(
                "`{shown}` is not a baseline: {problem}; `--write-baseline {shown}` replaces it"
            ))
        })
    }

    fn parse(text: &str) -> Result<Self, String> {
        let file: File = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if file.version != VERSION {
            return Err(format!(
                "its version is {}, but this loopmend reads version {VERSION}",
                file.version
            ));
        }
        let mut baseline = Self::default();
        for Entry { key, count, observed, caller } in file.findings {
            baseline.observed.extend(observed.then(|| key.clone()));
            let counts = if caller { &mut baseline.callers } else { &mut baseline.counts };
            *counts.entry(key).or_insert(0) += count;
        }
        Ok(baseline)
    }

    /// A baseline that accepts all of `diagnostics`, of which reading alone finds those `by_reading`.
    pub(crate) fn accepting(
        diagnostics: &[Diagnostic],
        by_reading: &[Diagnostic],
        keys: &KeyMaker<'_>,
    ) -> Self {
        let (mut counts, mut callers) = (BTreeMap::new(), BTreeMap::new());
        for diagnostic in diagnostics {
            let keys = keys.keys(diagnostic);
            keys.own.into_iter().for_each(|key| *counts.entry(key).or_insert(0) += 1);
            keys.callers.into_iter().for_each(|key| *callers.entry(key).or_insert(0) += 1);
        }
        let read: BTreeSet<Key> =
            by_reading.iter().flat_map(|diagnostic| keys.keys(diagnostic).own).collect();
        let observed = counts.keys().filter(|key| !read.contains(key)).cloned().collect();
        Self { counts, callers, observed }
    }

    /// Writes the baseline.
    ///
    /// # Errors
    /// As for [`write_file`].
    pub(crate) fn write(&self, path: &Path) -> Result<(), Failure> {
        write_file(path, &self.to_text())
    }

    /// One finding a line, sorted, so that differences and merges of the file are small.
    fn to_text(&self) -> String {
        let line = |(key, count, caller): (&Key, u32, bool)| {
            let observed = !caller && self.observed.contains(key);
            let entry = Entry { key: key.clone(), count, observed, caller };
            format!(
                "    {}",
                serde_json::to_string(&entry).expect("plain data with string keys has a JSON form")
            )
        };
        let own = self.counts.iter().map(|(key, count)| (key, *count, false));
        let callers = self.callers.iter().map(|(key, count)| (key, *count, true));
        let mut entries: Vec<_> = own.chain(callers).collect();
        entries.sort();
        let lines: Vec<_> = entries.into_iter().map(line).collect();
        let findings =
            if lines.is_empty() { "[]".to_owned() } else { format!("[\n{}\n  ]", lines.join(",\n")) };
        format!("{{\n  \"version\": {VERSION},\n  \"findings\": {findings}\n}}\n")
    }

    /// Takes the accepted findings out of `diagnostics`. A joined finding is accepted if one of its places is. Of several that are
    /// alike, the first ones are the accepted ones. Calls that lead to findings decide last, since they may lead to several. `judged` says whether a path (as the baseline writes it) and a rule were looked at at
    /// all: an entry is stale only then. So is one that only runs of the tests show, if there `has_run` one.
    pub(crate) fn hide(
        mut self,
        diagnostics: &mut Vec<Diagnostic>,
        keys: &KeyMaker<'_>,
        has_run: bool,
        judged: impl Fn(&Key) -> bool,
    ) -> Hidden {
        let before = diagnostics.len();
        let of_each: Vec<Keys> = diagnostics.iter().map(|diagnostic| keys.keys(diagnostic)).collect();
        let mut is_accepted: Vec<bool> = of_each.iter().map(|keys| self.take_all(&keys.own)).collect();
        for (keys, _) in of_each.iter().zip(&is_accepted).filter(|(_, is_accepted)| **is_accepted) {
            self.take_all(&keys.callers);
        }
        for (keys, is_accepted) in
            of_each.iter().zip(&mut is_accepted).filter(|(_, is_accepted)| !**is_accepted)
        {
            *is_accepted = self.take_all(&keys.callers);
        }
        let mut accepted = is_accepted.into_iter();
        diagnostics.retain(|_| !accepted.next().unwrap_or_default());
        let is_looked_for = |key: &Key| has_run || !self.observed.contains(key);
        let stale = self.counts.iter().filter(|(key, left)| **left > 0 && is_looked_for(key) && judged(key));
        Hidden { findings: before - diagnostics.len(), stale: stale.map(|(_, left)| *left as usize).sum() }
    }

    /// Uses up one entry for each key that has one. Returns `true` if there was one.
    fn take_all(&mut self, keys: &[Key]) -> bool {
        let mut has_one = false;
        for key in keys {
            let of_findings = self.counts.get_mut(key).filter(|left| **left > 0);
            let left = of_findings.or_else(|| self.callers.get_mut(key).filter(|left| **left > 0));
            if let Some(left) = left {
                *left -= 1;
                has_one = true;
            }
        }
        has_one
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use expect_test::expect;
    use loopmend_core::{Diagnostic, SourceKind, SourceText, Span};
    use rustc_hash::FxHashMap;

    use super::{Baseline, Hidden, KeyMaker};
    use crate::render::{Sources, samples};

    /// A text of one file and a finding on each of its lines that calls `fetch`.
    fn findings(text: &str) -> (FxHashMap<String, SourceText>, Vec<Diagnostic>) {
        let found = text.match_indices("fetch").map(|(at, word)| {
            samples::diagnostic("src/app.py", Span::new(at as u32, (at + word.len()) as u32), "never awaited")
        });
        let diagnostics = found.collect();
        let texts =
            FxHashMap::from_iter([("src/app.py".to_owned(), SourceText::new(text, SourceKind::Python))]);
        (texts, diagnostics)
    }

    fn written(text: &str) -> String {
        let (texts, diagnostics) = findings(text);
        let sources = Sources::new(&texts);
        let keys = KeyMaker::new(Path::new("known.json"), Path::new("/project"), &sources);
        Baseline::accepting(&diagnostics, &diagnostics, &keys).to_text()
    }

    fn hidden(baseline: &str, text: &str) -> (Hidden, usize) {
        let (texts, mut diagnostics) = findings(text);
        let sources = Sources::new(&texts);
        let keys = KeyMaker::new(Path::new("known.json"), Path::new("/project"), &sources);
        let hidden = Baseline::parse(baseline).unwrap().hide(&mut diagnostics, &keys, false, |_| true);
        (hidden, diagnostics.len())
    }

    #[test]
    fn equal_findings_are_counted_and_lines_are_sorted() {
        expect![[r#"
            {
              "version": 1,
              "findings": [
                {"path":"src/app.py","rule":"unawaited-coroutine","symbol":"main","text":"fetch(\"é\")","count":1},
                {"path":"src/app.py","rule":"unawaited-coroutine","symbol":"main","text":"fetch(2)","count":2}
              ]
            }
        "#]].assert_eq(&written("  fetch(2)\nfetch(\"é\")\nfetch(2)\n"));
        expect![[r#"
            {
              "version": 1,
              "findings": []
            }
        "#]]
        .assert_eq(&written(""));
    }

    #[test]
    fn moved_findings_stay_known_and_new_ones_show() {
        let baseline = written("fetch(1)\nfetch(2)\n");
        let moved = "import x\n\nif x:\n    fetch(2)\n    fetch(1)\n";
        assert_eq!(hidden(&baseline, moved), (Hidden { findings: 2, stale: 0 }, 0));
        assert_eq!(
            hidden(&baseline, "fetch(1)\nfetch(1)\nfetch(3)\n"),
            (Hidden { findings: 1, stale: 1 }, 2)
        );
    }

    #[test]
    fn what_was_not_looked_at_is_not_stale() {
        let baseline = written("fetch(1)\n");
        let texts = FxHashMap::default();
        let sources = Sources::new(&texts);
        let keys = KeyMaker::new(Path::new("known.json"), Path::new("/project"), &sources);
        let hidden = Baseline::parse(&baseline)
            .unwrap()
            .hide(&mut Vec::new(), &keys, true, |key| key.path != "src/app.py");
        assert_eq!(hidden, Hidden::default());
    }

    #[test]
    fn paths_count_from_the_baseline() {
        let texts = FxHashMap::default();
        let sources = Sources::new(&texts);
        let path =
            |file: &str| KeyMaker::new(Path::new(file), Path::new("/project/api"), &sources).path("src/a.py");
        assert_eq!(path("known.json"), "src/a.py");
        assert_eq!(path("/project/known.json"), "api/src/a.py");
        assert_eq!(path("/project/ci/known.json"), "../api/src/a.py");
    }

    #[test]
    fn a_broken_baseline_is_named_with_its_place() {
        let problem = |text| Baseline::parse(text).unwrap_err();
        expect!["EOF while parsing an object at line 2 column 0"].assert_eq(&problem("{\n"));
        expect!["missing field `count` at line 1 column 41"]
            .assert_eq(&problem("{\"version\": 1, \"findings\": [{\"rule\": \"x\"}]}"));
        expect!["its version is 2, but this loopmend reads version 1"]
            .assert_eq(&problem("{\"version\": 2, \"findings\": []}"));
        let missing = Baseline::read(Path::new("/none/known.json")).unwrap_err().message;
        assert!(missing.contains("/none/known.json") && missing.contains("--write-baseline"), "{missing}");
    }
}
