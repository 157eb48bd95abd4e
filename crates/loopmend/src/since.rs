//! `--since`: findings on changed lines.

use std::collections::BTreeSet;
use std::path::Path;

use loopmend_core::{Diagnostic, SourceKind, Span};
use loopmend_runner::git::Changes;

use crate::failure::Failure;
use crate::render::Sources;

/// Moves each finding to its first place on a changed line, and takes out those without one, whose number it returns; shown paths count
/// from `cwd` (absolute). A notebook counts as a whole, since the lines of its cells are not those of its file.
///
/// # Errors
/// When the repository cannot be read.
pub(crate) fn keep_changed(
    diagnostics: &mut Vec<Diagnostic>,
    changes: &Changes,
    sources: &Sources<'_>,
    cwd: &Path,
) -> Result<usize, Failure> {
    let places = diagnostics.iter().flat_map(|diagnostic| &diagnostic.places).map(|place| &place.path);
    let shown: BTreeSet<&String> =
        diagnostics.iter().map(|diagnostic| &diagnostic.path).chain(places).collect();
    let paths = shown.into_iter().map(|path| cwd.join(path)).collect();
    let changes = changes.of_files(&paths)?;
    let is_changed = |shown: &str, span: Span| {
        let path = cwd.join(shown);
        match sources.get(shown) {
            Some(source) if source.source.kind != SourceKind::Notebook => {
                let (first, last) = source.lines_by_line_feed(span);
                changes.touch(&path, first, last)
            }
            _ => changes.touch_file(&path),
        }
    };
    let all = diagnostics.len();
    diagnostics.retain_mut(|diagnostic| diagnostic.stand_in_view(is_changed));
    diagnostics.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    Ok(all - diagnostics.len())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::process::Command;

    use loopmend_core::{Diagnostic, JoinedPlace, PlaceRole, SourceKind, SourceText};
    use rustc_hash::FxHashMap;

    use super::keep_changed;
    use crate::render::Sources;
    use crate::render::samples::{diagnostic, span_of};

    fn git(directory: &Path, arguments: &[&str]) {
        let status = Command::new("git")
            .args(["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"])
            .args(arguments)
            .current_dir(directory)
            .status()
            .expect("git is installed");
        assert!(status.success(), "git {arguments:?}");
    }

    #[needs::program("git")]
    #[test]
    fn only_findings_on_changed_lines_stay() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path();
        let (old, new) = ("one()\r\ntwo()\r\n", "one()\r\nchanged(\r\n  2)\r\n");
        git(path, &["init", "-q"]);
        fs::write(path.join("a.py"), old).unwrap();
        fs::write(path.join("same.ipynb"), "{}").unwrap();
        git(path, &["add", "-A"]);
        git(path, &["commit", "-q", "-m", "one"]);
        fs::write(path.join("a.py"), new).unwrap();
        let changes = loopmend_runner::git::changes_since(path, "HEAD").unwrap();

        let notebook =
            SourceText { text: "one()\n".to_owned(), kind: SourceKind::Notebook, cells: vec![(0, 1)] };
        let texts = FxHashMap::from_iter([
            ("a.py".to_owned(), SourceText::new(new, SourceKind::Python)),
            ("same.ipynb".to_owned(), notebook),
        ]);
        let mut joined = diagnostic("same.ipynb", span_of("one()", "one"), "joined");
        let mut place = diagnostic("a.py", span_of(new, "changed("), "place of joined");
        place.symbol = "f".to_owned();
        joined.places =
            vec![JoinedPlace::of(&joined, PlaceRole::Same), JoinedPlace::of(&place, PlaceRole::Same)];
        let mut diagnostics = vec![
            joined,
            diagnostic("a.py", span_of(new, "one()"), "old"),
            diagnostic("a.py", span_of(new, "2"), "new"),
            diagnostic("same.ipynb", span_of("one()", "one"), "old"),
            diagnostic("untracked.py", span_of("x", "x"), "untracked"),
        ];
        let elsewhere = keep_changed(&mut diagnostics, &changes, &Sources::new(&texts), path).unwrap();
        assert_eq!(elsewhere, 2);
        let found = |one: &Diagnostic| (one.message.clone(), one.path.clone(), one.symbol.clone());
        let found: Vec<_> = diagnostics.iter().map(found).collect();
        let shown = |message: &str, path: &str, symbol: &str| (message.into(), path.into(), symbol.into());
        assert_eq!(
            found,
            [
                shown("joined", "a.py", "f"),
                shown("new", "a.py", "main"),
                shown("untracked", "untracked.py", "main")
            ]
        );
    }
}
